//! Damage inside a scenario: each fault is one problem at its place and costs no more than it must.

use r13_simulator::codec::saved::read;
use r13_simulator::model::{Actual, Actuals, Growth, Inputs, MAX_NAME, MAX_TEXT, Rate, Scenario};
use r13_simulator::plan::{FiscalYear, Measure, Plan, ProblemKind, Shape};
use r13_simulator::view::View;
use serde_json::{Value, json};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::common::{kagoshima, year};
use crate::sample::{edit, json, one_of, own, problems, set, sound, text, wrong, years};
use ProblemKind::*;

/// A field set to a value, the place and the kind of the one problem that this makes, and what it costs.
type Row = (&'static str, Value, &'static str, ProblemKind, fn(&Plan, &mut Scenario));

fn range(value: i64, lowest: i64, highest: i64) -> ProblemKind {
    OutOfRange { value, lowest, highest }
}

fn nothing(_: &Plan, _: &mut Scenario) {}

fn no_growth(plan: &Plan, scenario: &mut Scenario) {
    edit(scenario, plan, "k1", |inputs| inputs.growth = Growth::hold(Measure::Level));
}

fn no_early(plan: &Plan, scenario: &mut Scenario) {
    edit(scenario, plan, "k1", |inputs| inputs.growth.early = Rate::ZERO);
}

fn no_measure(plan: &Plan, scenario: &mut Scenario) {
    edit(scenario, plan, "p11", |inputs| inputs.measure = None);
}

fn no_base(plan: &Plan, scenario: &mut Scenario) {
    edit(scenario, plan, "p43", |inputs| inputs.assumed_base = None);
}

fn no_first_actual(plan: &Plan, scenario: &mut Scenario) {
    edit(scenario, plan, "p11", |inputs| keep_actuals(inputs, |entry| entry.year != year(2022)));
}

fn no_total(plan: &Plan, scenario: &mut Scenario) {
    edit(scenario, plan, "p11", |inputs| keep_actuals(inputs, |entry| entry.year != year(2024)));
}

fn no_last_actual(plan: &Plan, scenario: &mut Scenario) {
    edit(scenario, plan, "p11", |inputs| keep_actuals(inputs, |entry| entry.year != year(2025)));
}

fn no_actuals(plan: &Plan, scenario: &mut Scenario) {
    edit(scenario, plan, "p11", |inputs| inputs.actuals = Actuals::default());
}

fn keep_actuals(inputs: &mut Inputs, keep: impl Fn(&Actual) -> bool) {
    let kept = inputs.actuals.entries().iter().filter(|entry| keep(entry)).cloned().collect();
    inputs.actuals = Actuals::new(kept, Measure::Flow, year(2022)).unwrap();
}

fn check(table: Vec<Row>) {
    let plan = kagoshima();
    for (pointer, value, place, kind, lose) in table {
        let mut damaged = json();
        set(&mut damaged, pointer, value.clone());
        let (mut scenario, view) = sound(&plan);
        lose(&plan, &mut scenario);
        let reading = read(&damaged.to_string(), &plan, View::default());
        assert_eq!(problems(&reading), [(format!("scenario.{place}"), kind)], "{pointer} {value}");
        assert_eq!(reading.found, Some(own(scenario, view)), "{pointer} {value}");
    }
}

#[test]
fn a_fault_in_a_growth() {
    const PERCENT: (i64, i64) = (-10_000, 100_000);
    let k1_early = "indicators[0] (k1).early";
    let percent = |value| range(value, PERCENT.0, PERCENT.1);
    check(vec![
        (
            "/scenario/indicators/k1/early",
            json!(1.5),
            k1_early,
            wrong(Shape::WholeNumber, Shape::Number),
            no_early,
        ),
        (
            "/scenario/indicators/k1/early",
            json!("1"),
            k1_early,
            wrong(Shape::WholeNumber, Shape::Text),
            no_early,
        ),
        ("/scenario/indicators/k1/early", json!(-10_001), k1_early, percent(-10_001), no_early),
        ("/scenario/indicators/k1/early", json!(100_001), k1_early, percent(100_001), no_early),
        ("/scenario/indicators/k1/early", json!(1e300), k1_early, percent(i64::MAX), no_early),
        ("/scenario/indicators/k1/early", json!(-1e300), k1_early, percent(i64::MIN), no_early),
        (
            "/scenario/indicators/k1/mode",
            json!("per cent"),
            "indicators[0] (k1).mode",
            one_of("per cent", &["percent", "amount"]),
            no_growth,
        ),
        (
            "/scenario/indicators/k1/mode",
            json!(null),
            "indicators[0] (k1).mode",
            wrong(Shape::Text, Shape::Null),
            no_growth,
        ),
        (
            "/scenario/indicators/k2/late",
            json!(10_001),
            "indicators[1] (k2).late",
            range(10_001, -10_000, 10_000),
            |plan, scenario| edit(scenario, plan, "k2", |inputs| inputs.growth.late = Rate::ZERO),
        ),
        (
            "/scenario/indicators/p48/early",
            json!(100_000_000_001_i64),
            "indicators[5] (p48).early",
            range(100_000_000_001, -100_000_000_000, 100_000_000_000),
            |plan, scenario| edit(scenario, plan, "p48", |inputs| inputs.growth.early = Rate::ZERO),
        ),
    ]);
}

#[test]
fn a_fault_in_what_else_is_said() {
    let at = |field: &str| -> &'static str { format!("indicators[0] (k1).{field}").leak() };
    check(vec![
        (
            "/scenario/name",
            json!("名".repeat(MAX_NAME + 1)),
            "name",
            TooLong { limit: MAX_NAME },
            |_, scenario| scenario.name.clear(),
        ),
        (
            "/scenario/note",
            json!("名".repeat(MAX_TEXT + 1)),
            "note",
            TooLong { limit: MAX_TEXT },
            |_, scenario| scenario.note.clear(),
        ),
        ("/scenario/date", json!("20260230"), "date", NoDay { found: text("20260230") }, |_, scenario| {
            scenario.date = None
        }),
        ("/scenario/author", json!(""), "author", UnknownField, nothing),
        (
            "/scenario/indicators",
            json!([]),
            "indicators",
            wrong(Shape::Object, Shape::List),
            |plan, scenario| {
                let name = std::mem::take(&mut scenario.name);
                *scenario = Scenario::hold(plan);
                scenario.name = name;
            },
        ),
        (
            "/scenario/indicators/p99",
            json!({}),
            "indicators[6] (p99)",
            UnknownIndicator { found: text("p99") },
            nothing,
        ),
        ("/scenario/indicators/P 1", json!({}), "indicators[0]", BadId { found: text("P 1") }, nothing),
        (
            "/scenario/indicators/k2",
            json!(3.65),
            "indicators[1] (k2)",
            wrong(Shape::Object, Shape::Number),
            |plan, scenario| {
                edit(scenario, plan, "k2", |inputs| inputs.growth = Growth::hold(Measure::Share))
            },
        ),
        (
            "/scenario/indicators/k1/locked",
            json!(1),
            at("locked"),
            wrong(Shape::Boolean, Shape::Number),
            |plan, scenario| {
                edit(scenario, plan, "k1", |inputs| inputs.locked = false);
            },
        ),
        (
            "/scenario/indicators/k1/reason",
            json!("根".repeat(MAX_TEXT + 1)),
            at("reason"),
            TooLong { limit: MAX_TEXT },
            |plan, scenario| edit(scenario, plan, "k1", |inputs| inputs.reason.clear()),
        ),
        ("/scenario/indicators/k1/rate", json!(1), at("rate"), UnknownField, nothing),
        (
            "/scenario/indicators/k1/measure",
            json!("flow"),
            at("measure"),
            one_of("flow", &["level"]),
            nothing,
        ),
        (
            "/scenario/indicators/p48/measure",
            json!("flow"),
            "indicators[5] (p48).measure",
            one_of("flow", &["cumulative"]),
            nothing,
        ),
        (
            "/scenario/indicators/p11/measure",
            json!("sum"),
            "indicators[2] (p11).measure",
            one_of("sum", &["level", "share", "flow", "cumulative"]),
            no_measure,
        ),
        (
            "/scenario/indicators/p11/measure",
            json!("share"),
            "indicators[2] (p11).measure",
            one_of("share", &["cumulative"]),
            no_measure,
        ),
    ]);
}

#[test]
fn a_fault_in_an_assumed_baseline() {
    let (min, max, last) = (FiscalYear::MIN, FiscalYear::MAX, year(2031));
    let of_share = |value| OutOfScale { value, highest: 100.0 };
    let (base, at_year, at_value) =
        ("indicators[4] (p43).base", "indicators[4] (p43).base.year", "indicators[4] (p43).base.value");
    check(vec![
        ("/scenario/indicators/p43/base", json!(2), base, wrong(Shape::Object, Shape::Number), no_base),
        ("/scenario/indicators/p43/base", json!({"year": 2021}), at_value, Missing, no_base),
        (
            "/scenario/indicators/p43/base/value",
            json!("many"),
            at_value,
            wrong(Shape::Number, Shape::Text),
            no_base,
        ),
        ("/scenario/indicators/p43/base/value", json!(-0.5), at_value, of_share(-0.5), no_base),
        ("/scenario/indicators/p43/base/value", json!(100.5), at_value, of_share(100.5), no_base),
        ("/scenario/indicators/p43/base/value", json!("100.5"), at_value, of_share(100.5), no_base),
        ("/scenario/indicators/p43/base/year", json!(1949), at_year, years(1949, min, max), no_base),
        (
            "/scenario/indicators/p43/base/year",
            json!(9_999_999_999_i64),
            at_year,
            years(9_999_999_999, min, max),
            no_base,
        ),
        ("/scenario/indicators/p43/base/year", json!(2032), at_year, years(2032, min, last), no_base),
        (
            "/scenario/indicators/p43/base/note",
            json!(""),
            "indicators[4] (p43).base.note",
            UnknownField,
            nothing,
        ),
        (
            "/scenario/indicators/k1/base",
            json!({"year": 2020, "value": 1}),
            "indicators[0] (k1).base",
            BaseInPlan,
            nothing,
        ),
    ]);
}

#[test]
fn a_fault_in_the_results() {
    let at = |index: usize, field: &str| -> &'static str {
        format!("indicators[2] (p11).actuals[{index}]{field}").leak()
    };
    let (min, max) = (FiscalYear::MIN, FiscalYear::MAX);
    let number = |found| wrong(Shape::Number, found);
    check(vec![
        (
            "/scenario/indicators/p11/actuals",
            json!({}),
            "indicators[2] (p11).actuals",
            wrong(Shape::List, Shape::Object),
            no_actuals,
        ),
        (
            "/scenario/indicators/p11/actuals/0",
            json!(19),
            at(0, ""),
            wrong(Shape::Object, Shape::Number),
            no_first_actual,
        ),
        (
            "/scenario/indicators/p11/actuals/0/year",
            json!(2200),
            at(0, ".year"),
            years(2200, min, max),
            no_first_actual,
        ),
        (
            "/scenario/indicators/p11/actuals/0/value",
            json!(null),
            at(0, ".value"),
            number(Shape::Null),
            no_first_actual,
        ),
        (
            "/scenario/indicators/p11/actuals/0/value",
            json!(-1),
            at(0, ".value"),
            OutOfScale { value: -1.0, highest: f64::INFINITY },
            no_first_actual,
        ),
        (
            "/scenario/indicators/p11/actuals/0/entry",
            json!("sum"),
            at(0, ".entry"),
            one_of("sum", &["yearly", "total"]),
            no_first_actual,
        ),
        (
            "/scenario/indicators/p11/actuals/0/status",
            json!(""),
            at(0, ".status"),
            one_of("", &["final", "preliminary", "reference"]),
            no_first_actual,
        ),
        (
            "/scenario/indicators/p11/actuals/0/source",
            json!("源".repeat(MAX_TEXT + 1)),
            at(0, ".source"),
            TooLong { limit: MAX_TEXT },
            |plan, scenario| {
                edit(scenario, plan, "p11", |inputs| {
                    let mut entries = inputs.actuals.entries().to_vec();
                    entries[0].source.clear();
                    inputs.actuals = Actuals::new(entries, Measure::Flow, year(2022)).unwrap();
                })
            },
        ),
        (
            "/scenario/indicators/p11/actuals/1/year",
            json!(2021),
            at(1, ".year"),
            YearsOutOfOrder { value: year(2021), earliest: year(2022) },
            no_total,
        ),
        ("/scenario/indicators/p11/actuals/1/value", json!(18), at(1, ".value"), FallingTotal, no_total),
        (
            "/scenario/indicators/p11/actuals/2/year",
            json!(2024),
            at(2, ".year"),
            DuplicateId { found: text("2024") },
            no_last_actual,
        ),
    ]);
}
