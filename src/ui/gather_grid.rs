//! The results as a table for minutes and spreadsheets.

use super::strip::full_name;
use super::words::Words;
use crate::codec::figure::decimals_apart;
use crate::model::{GatherOrder, Gathered, Spread, Tally, Verdict, judge};
use crate::plan::{Indicator, Plan};
use crate::report::{Cell, Grid};

/// What is said, the pillars, and a row for each spread of each indicator.
pub fn grid(words: Words, plan: &Plan, gathered: &Gathered, order: GatherOrder) -> Grid {
    let heading = words.gather_heading(&gathered.scenarios.to_string(), &words.plan_name(plan));
    let mut rows = vec![vec![text(heading)], vec![text(words.standing_of(plan))], Vec::new()];
    let counted = [words.met(), words.short(), words.unknown()];
    rows.push([words.gather_pillar()].into_iter().chain(counted).map(name).collect());
    for (pillar, tally) in plan.pillars.iter().zip(&gathered.pillars) {
        rows.push([name(&full_name(words, pillar))].into_iter().chain(counts(*tally)).collect());
    }
    rows.push([name(words.all_indicators())].into_iter().chain(counts(gathered.all)).collect());
    rows.push(Vec::new());
    let five = [
        words.gather_number(),
        words.gather_min(),
        words.gather_lower(),
        words.gather_median(),
        words.gather_upper(),
        words.gather_max(),
    ];
    let heads = [words.indicator(), words.gather_what(), words.gather_unit()].into_iter().chain(five);
    let heads = heads.chain([words.target()]).chain(counted).chain([words.gather_changed()]);
    rows.push(heads.map(name).collect());
    for index in order.of(plan, gathered) {
        if let Some((indicator, of)) = plan.indicators.get(index).zip(gathered.indicators.get(index)) {
            let line = |what: String, unit: String, spread: [Cell; 6], target: Cell| {
                let first = [name(words.text(&indicator.name)), text(what), text(unit)];
                let last = [Cell::Number(of.changed as f64, 0)];
                let row = first.into_iter().chain(spread).chain([target]);
                row.chain(counts(of.verdicts)).chain(last).collect::<Vec<Cell>>()
            };
            for growth in &of.growth {
                let unit = words.rate_unit(indicator, growth.mode);
                let halves = if growth.uniform == growth.early.count {
                    vec![(words.gather_growth(), growth.early)]
                } else {
                    vec![(words.growth_early(), growth.early), (words.growth_late(), growth.late)]
                };
                for (what, spread) in halves {
                    rows.push(line(what.to_owned(), unit.clone(), rates(&spread), Cell::Empty));
                }
            }
            for outcome in &of.outcomes {
                let year = words.projected_in(indicator.target.year.value);
                let target = Cell::Number(indicator.target.value.value, indicator.decimals);
                let unit = words.unit(indicator, outcome.measure);
                rows.push(line(year, unit, outcomes(indicator, &outcome.spread), target));
            }
        }
    }
    Grid { rows }
}

fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

fn name(text: &str) -> Cell {
    Cell::Name(text.to_owned())
}

fn counts(tally: Tally) -> [Cell; 3] {
    [tally.met, tally.short, tally.unknown].map(|count| Cell::Number(count as f64, 0))
}

fn cells(spread: &Spread, decimals: impl Fn(f64) -> u8) -> [Cell; 6] {
    let [min, lower, median, upper, max] = spread.five().map(|value| Cell::Number(value, decimals(value)));
    [Cell::Number(spread.count as f64, 0), min, lower, median, upper, max]
}

/// Quartiles of hundredths have up to four decimals.
fn rates(spread: &Spread) -> [Cell; 6] {
    cells(spread, |value| {
        let fits = |decimals: &u8| {
            let unit = 10_f64.powi(i32::from(*decimals));
            ((value * unit).round() / unit - value).abs() < 1e-9
        };
        (2..4).find(fits).unwrap_or(4)
    })
}

/// Never rounded to the target's own number where they miss it.
fn outcomes(indicator: &Indicator, spread: &Spread) -> [Cell; 6] {
    let target = indicator.target.value.value;
    cells(spread, |value| match judge(value, target, indicator.direction) {
        Verdict::Short => decimals_apart(value, target, indicator.decimals),
        Verdict::Met | Verdict::Unknown => indicator.decimals,
    })
}
