//! Sound plan files: the example, a small one with all there is, and any.

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

pub fn example() -> Value {
    serde_json::from_str(include_str!("../../static/plans/example-shiomino.json")).unwrap()
}

fn text(name: &str) -> Value {
    json!({ "ja": name, "en": name })
}

fn point(value: f64, year: i32) -> Value {
    json!({ "value": value, "value_origin": "stated", "year": year, "year_origin": "inferred" })
}

fn indicator(id: &str, measure: &str, direction: &str, base: Value, target: Value) -> Value {
    json!({
        "id": id, "pillar": "one", "name": text(id), "unit": text("unit"), "decimals": 1,
        "measure": measure, "measure_origin": "stated", "direction": direction, "base": base, "target": target,
    })
}

/// A plan of 2024 to 2030 with an indicator of each measure, and with every field that there is.
pub fn sample() -> Value {
    let mut level = indicator("level", "level", "at_most", point(12.5, 2022), point(3.0, 2030));
    for name in ["aim", "method", "note"] {
        level[name] = text(name);
    }
    level["note_origin"] = json!("edited");
    let one = json!({
        "id": "one", "mark": text("1"), "name": text("One"), "short": text("One"), "summary": text("One")
    });
    json!({
        "$schema": "../docs/plan-format.schema.json",
        "format": "r13-plan", "version": 2, "id": "sample",
        "name": text("Sample"), "body": text("City"), "vision": text("Vision"), "source": text("Source"),
        "first": 2024, "first_origin": "stated",
        "review": 2027, "review_origin": "inferred",
        "last": 2030, "last_origin": "stated",
        "pillars": [one],
        "foundation": { "mark": text("F"), "name": text("Foundation"), "summary": text("Summary") },
        "priority": {
            "name": text("Priority"), "first": 2024, "last": 2027,
            "projects": [{ "name": text("Project"), "aim": text("Aim"), "indicators": ["level", "share"] }],
        },
        "indicators": [
            level,
            indicator("share", "share", "at_least", Value::Null, point(100.0, 2027)),
            indicator("flow", "flow", "at_most", point(8.0, 2023), point(0.0, 2030)),
            indicator("sum", "cumulative", "at_least", point(9.0, 2024), point(105.0, 2030)),
        ],
        "removed": [{ "id": "gone", "name": text("Gone") }],
    })
}

pub fn without_pillars(mut file: Value) -> Value {
    file["pillars"] = json!([]);
    for indicator in file["indicators"].as_array_mut().unwrap() {
        indicator.as_object_mut().unwrap().remove("pillar");
    }
    file
}

/// In one language or both.
fn any_text() -> impl Strategy<Value = Value> {
    let filled = "[!-~ぁ-ん]{1,12}";
    prop_oneof![
        filled.prop_map(|ja| json!({ "ja": ja })),
        filled.prop_map(|en| json!({ "ja": null, "en": en })),
        (filled, filled).prop_map(|(ja, en)| json!({ "ja": ja, "en": en })),
    ]
}

/// A text, `null`, or nothing.
fn optional_text() -> impl Strategy<Value = Option<Value>> {
    prop::option::of(prop_oneof![any_text(), Just(Value::Null)])
}

fn origin() -> impl Strategy<Value = &'static str> {
    select(vec!["stated", "inferred", "edited"])
}

fn any_point(most: f64, years: std::ops::RangeInclusive<i32>) -> impl Strategy<Value = Value> {
    (0.0..=most, years, origin(), origin()).prop_map(|(value, year, value_origin, year_origin)| {
        json!({ "value": value, "value_origin": value_origin, "year": year, "year_origin": year_origin })
    })
}

fn any_indicator(first: i32, last: i32) -> impl Strategy<Value = Value> {
    let measure = select(vec!["level", "share", "flow", "cumulative"]);
    measure.prop_flat_map(move |measure| {
        let most = if measure == "share" { 100.0 } else { 1e9 };
        let latest = if measure == "cumulative" { first } else { last };
        let base = prop_oneof![1 => Just(Value::Null), 3 => any_point(most, 1950..=latest)];
        let direction = select(vec!["at_least", "at_most"]);
        let texts = (any_text(), any_text(), optional_text(), optional_text(), optional_text());
        (texts, base, any_point(most, first..=last), direction, origin(), 0..=6).prop_map(
            move |((name, unit, aim, method, note), base, target, direction, measure_origin, decimals)| {
                let mut indicator = json!({
                    "name": name, "unit": unit, "decimals": decimals, "measure": measure,
                    "measure_origin": measure_origin, "direction": direction, "base": base, "target": target,
                });
                for (field, text) in [("aim", aim), ("method", method), ("note", note)] {
                    indicator.as_object_mut().unwrap().extend(text.map(|text| (field.to_owned(), text)));
                }
                indicator
            },
        )
    })
}

/// A sound plan of any years, with up to four pillars or none.
pub fn any_plan() -> impl Strategy<Value = Value> {
    let years =
        (1960..2080, 0..10, 0..10).prop_map(|(first, half, rest)| (first, first + half, first + half + rest));
    years.prop_flat_map(|(first, review, last)| {
        let indicators = prop::collection::vec((any_indicator(first, last), any::<prop::sample::Index>()), 1..6);
        let pillars = prop::collection::vec((any_text(), any_text()), 0..5);
        let texts = (any_text(), any_text(), any_text(), any_text());
        let foundation = prop::option::of(any_text());
        let removed = prop::collection::vec(any_text(), 0..3);
        let projects = prop::collection::vec((any_text(), any::<prop::sample::Index>()), 0..3);
        (texts, pillars, indicators, foundation, projects, origin(), removed).prop_map(
            move |((name, body, vision, source), pillars, indicators, foundation, projects, origin, removed)| {
                let count = indicators.len();
                let pillar = |(at, (name, mark)): (usize, &(Value, Value))| {
                    json!({ "id": format!("p{at}"), "mark": mark, "name": name, "short": name, "summary": name })
                };
                let place = |(at, (mut indicator, pick)): (usize, (Value, prop::sample::Index))| {
                    indicator["id"] = json!(format!("i-{at}"));
                    if !pillars.is_empty() {
                        indicator["pillar"] = json!(format!("p{}", pick.index(pillars.len())));
                    }
                    indicator
                };
                let mut plan = json!({
                    "format": "r13-plan", "version": 1, "id": "any-1",
                    "name": name, "body": body, "vision": vision, "source": source,
                    "first": first, "first_origin": origin, "review": review, "review_origin": origin,
                    "last": last, "last_origin": origin,
                    "pillars": pillars.iter().enumerate().map(pillar).collect::<Vec<_>>(),
                    "indicators": indicators.into_iter().enumerate().map(place).collect::<Vec<_>>(),
                });
                if !removed.is_empty() {
                    let removed = removed.iter().enumerate();
                    let removed = removed.map(|(at, name)| json!({ "id": format!("gone-{at}"), "name": name }));
                    plan["removed"] = removed.collect();
                }
                if let Some(text) = foundation {
                    plan["foundation"] = json!({ "mark": text, "name": text, "summary": text });
                }
                if !projects.is_empty() {
                    let projects: Vec<Value> = projects
                        .iter()
                        .map(|(text, pick)| {
                            let of = format!("i-{}", pick.index(count));
                            json!({ "name": text, "aim": text, "indicators": [of] })
                        })
                        .collect();
                    let name = &plan["name"];
                    plan["priority"] =
                        json!({ "name": name, "first": first, "last": review, "projects": projects });
                }
                plan
            },
        )
    })
}
