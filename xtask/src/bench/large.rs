//! A plan of many indicators, made of the bundled one.

use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::HashMap;

/// How many indicators the large plan has.
pub const INDICATORS: usize = 1_000;
/// The years of its results.
const YEARS: std::ops::RangeInclusive<i32> = 2016..=2025;

/// The text of a plan file with [`INDICATORS`] indicators: those of `plan` again and again, pillar by pillar,
/// each under an id and names of its own.
///
/// # Errors
/// Where `plan` is no plan file.
pub fn enlarge(plan: &str) -> Result<String> {
    let mut plan: Value = serde_json::from_str(plan).context("the plan is no JSON")?;
    let indicators = plan.get_mut("indicators").and_then(Value::as_array_mut).context("no indicators")?;
    let rows = (1..).flat_map(|round| indicators.iter().map(move |indicator| numbered(indicator, round)));
    let mut many: Vec<Value> = rows.take(INDICATORS).collect();
    let mut pillars = HashMap::new();
    for indicator in &many {
        let next = pillars.len();
        pillars.entry(pillar(indicator)).or_insert(next);
    }
    many.sort_by_key(|indicator| pillars.get(&pillar(indicator)).copied());
    *indicators = many;
    if let Some(id) = plan.get_mut("id") {
        // The saved state of the bundled plan is another's.
        *id = format!("bench-{INDICATORS}").into();
    }
    Ok(plan.to_string())
}

/// A table with ten results of every indicator of a plan file, one to a row.
///
/// # Errors
/// Where `plan` is no plan file.
pub fn results(plan: &str) -> Result<String> {
    let plan: Value = serde_json::from_str(plan).context("the plan is no JSON")?;
    let mut table = String::from("id,year,value\n");
    for indicator in plan.get("indicators").and_then(Value::as_array).context("no indicators")? {
        let id = indicator.get("id").and_then(Value::as_str).context("an indicator has no id")?;
        let value = indicator.pointer("/base/value").and_then(Value::as_f64).unwrap_or(1.0);
        table.extend(YEARS.map(|year| format!("{id},{year},{value}\n")));
    }
    Ok(table)
}

fn pillar(indicator: &Value) -> String {
    indicator.get("pillar").and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// The first round keeps its ids, which other parts of the plan refer to.
fn numbered(indicator: &Value, round: usize) -> Value {
    let mut indicator = indicator.clone();
    if round == 1 {
        return indicator;
    }
    for (place, separator) in [("/id", "-"), ("/name/ja", " "), ("/name/en", " ")] {
        if let Some(text) = indicator.pointer_mut(place) {
            *text = format!("{}{separator}{round}", text.as_str().unwrap_or_default()).into();
        }
    }
    indicator
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{INDICATORS, enlarge, results};
    use crate::shell;
    use serde_json::Value;
    use std::collections::BTreeSet;
    use std::fs;

    #[test]
    fn the_large_plan_has_ten_results_of_every_indicator() {
        let bundled =
            fs::read_to_string(shell::root().join("static/plans/kagoshima-commerce-2.json")).unwrap();
        let table = results(&enlarge(&bundled).unwrap()).unwrap();
        assert_eq!(table.lines().count(), 1 + INDICATORS * 10);
        assert!(table.starts_with("id,year,value\nk1,2016,6534\n"));
    }

    #[test]
    fn the_large_plan_has_its_indicators_each_with_an_id_of_its_own_pillar_by_pillar() {
        let bundled =
            fs::read_to_string(shell::root().join("static/plans/kagoshima-commerce-2.json")).unwrap();
        let plan: Value = serde_json::from_str(&enlarge(&bundled).unwrap()).unwrap();
        let texts = |place: &str| -> Vec<String> {
            let indicators = plan.get("indicators").unwrap().as_array().unwrap();
            indicators.iter().map(|one| one.pointer(place).unwrap().as_str().unwrap().to_owned()).collect()
        };
        for place in ["/id", "/name/ja", "/name/en"] {
            assert_eq!(texts(place).into_iter().collect::<BTreeSet<_>>().len(), INDICATORS, "{place}");
        }
        let mut pillars = texts("/pillar");
        pillars.dedup();
        assert_eq!(pillars, ["k", "p1", "p2", "p3", "p4"]);
    }
}
