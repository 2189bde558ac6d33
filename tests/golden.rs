//! Every outcome of fixed scenarios on the bundled plan, bit by bit: the same natively and in a browser.
//!
//! `tests/golden/outcomes.txt` is compared as text. Where the arithmetic is meant to change, write it anew with
//! `R13_BLESS=1 cargo test --test golden` and read the difference before committing it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use std::fmt::Write;

use common::{actual, kagoshima, point, rate, scenario_with, total};
use r13_simulator::model::{
    Actual, Actuals, Attainment, Case, Growth, Half, IndicatorOutlook, Inputs, Mode, Outlook, Preset,
    RateLimits, Scenario, preset, set_required, shift, switch_measure, switch_mode,
};
use r13_simulator::plan::{Indicator, Measure, Plan};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

const GOLDEN: &str = include_str!("golden/outcomes.txt");

/// What a scenario changes of an indicator's first inputs.
type Change = fn(&Plan, &Indicator, &mut Inputs);

const SCENARIOS: &[(&str, Change)] = &[
    ("hold", |_, _, _| {}),
    ("plus one", |_, of, inputs| inputs.growth = shift(inputs, of.measure.value, rate(100))),
    ("minus one", |_, of, inputs| inputs.growth = shift(inputs, of.measure.value, rate(-100))),
    ("required", |plan, of, inputs| take(inputs, preset(&Case::new(plan, of, inputs), Preset::Required))),
    ("half of required", |plan, of, inputs| take(inputs, preset(&Case::new(plan, of, inputs), Preset::Half))),
    ("split halves", |_, _, inputs| halves(inputs, 137, -59)),
    ("early one, late required", |plan, of, inputs| {
        halves(inputs, 100, 0);
        take(inputs, set_required(&Case::new(plan, of, inputs), Some(Half::Late)).ok());
    }),
    ("other mode", |plan, of, inputs| {
        halves(inputs, 250, 125);
        let other = if inputs.growth.mode == Mode::Percent { Mode::Amount } else { Mode::Percent };
        take(inputs, switch_mode(&Case::new(plan, of, inputs), other).ok());
    }),
    ("amounts", |_, _, inputs| {
        inputs.growth = Growth { mode: Mode::Amount, early: rate(33), late: rate(77) }
    }),
    ("percent", |_, _, inputs| {
        inputs.growth = Growth { mode: Mode::Percent, early: rate(33), late: rate(77) }
    }),
    ("p43 assumed", |_, of, inputs| {
        halves(inputs, 31, 73);
        if of.base.is_none() {
            inputs.assumed_base = Some(point((2021, 11.3)));
        }
    }),
    ("counts read as yearly", |plan, of, inputs| {
        halves(inputs, 211, 211);
        if let Some(Measure::Flow) = switch_measure(plan, of, inputs) {
            inputs.measure = Some(Measure::Flow);
        }
    }),
    ("yearly results", |plan, of, inputs| {
        halves(inputs, 90, 110);
        let base = of.base.map_or(20.0, |base| base.value.value);
        results(plan, of, inputs, &[actual(2022, base * 1.03), actual(2024, base * 1.011)]);
    }),
    ("running totals", |plan, of, inputs| {
        halves(inputs, 90, 110);
        let base = of.base.map_or(20.0, |base| base.value.value);
        if of.measure.value.is_count() {
            results(
                plan,
                of,
                inputs,
                &[total(2022, base), actual(2023, base * 0.7), total(2025, base * 4.1)],
            );
        }
    }),
    ("lowest rates", |_, of, inputs| {
        let lowest = RateLimits::of(inputs.growth.mode, of.measure.value).min;
        inputs.growth = inputs.growth.with_rate(None, lowest);
    }),
    ("highest rates", |_, of, inputs| {
        let highest = RateLimits::of(inputs.growth.mode, of.measure.value).max;
        inputs.growth = inputs.growth.with_rate(None, highest);
    }),
];

fn halves(inputs: &mut Inputs, early: i64, late: i64) {
    inputs.growth = Growth { early: rate(early), late: rate(late), ..inputs.growth };
}

/// Keeps the growth where a preset or a switch has none to give.
fn take(inputs: &mut Inputs, growth: Option<Growth>) {
    inputs.growth = growth.unwrap_or(inputs.growth);
}

fn results(plan: &Plan, of: &Indicator, inputs: &mut Inputs, entries: &[Actual]) {
    inputs.actuals = Actuals::new(entries.to_vec(), of.measure.value, plan.first.value).unwrap();
}

/// The shortest decimal form that reads back as the same number, and the bits.
fn number(value: f64) -> String {
    format!("{value:?} {:016x}", value.to_bits())
}

fn optional(value: Option<f64>) -> String {
    value.map_or_else(|| "none".to_owned(), number)
}

fn describe(id: &str, one: &IndicatorOutlook) -> String {
    let Growth { mode, early, late } = one.growth;
    let mut text = format!("{id} {:?} {mode:?} {} {}\n", one.measure, early.hundredths(), late.hundredths());
    let mut line = |name: &str, value: String| writeln!(text, "  {name}: {value}").unwrap();
    line("outcome", optional(one.outcome.map(|outcome| outcome.value)));
    line("known by", one.outcome.map_or_else(|| "none".to_owned(), |outcome| format!("{:?}", outcome.kind)));
    line("verdict", format!("{:?}", one.verdict));
    line("progress", optional(one.progress));
    line("ratio", optional(one.ratio));
    line("required", one.required.map_or_else(|reason| format!("{reason:?}"), number));
    line("required late", one.required_late.map_or_else(|reason| format!("{reason:?}"), number));
    line("past pace", optional(one.past_pace));
    line(
        "attained",
        match one.attainment {
            None => "none".to_owned(),
            Some(Attainment::Never) => "never".to_owned(),
            Some(Attainment::In(year)) => year.to_string(),
        },
    );
    let bound = one.path.as_ref().and_then(|path| path.bound);
    line("bound", bound.map_or_else(|| "none".to_owned(), |year| year.to_string()));
    text
}

fn outcomes() -> String {
    let plan = kagoshima();
    let mut text = String::new();
    for (name, change) in SCENARIOS {
        let scenario: Scenario = scenario_with(&plan, |indicator, inputs| change(&plan, indicator, inputs));
        writeln!(text, "== {name}").unwrap();
        let outlook = Outlook::new(&plan, &scenario);
        for (indicator, one) in plan.indicators.iter().zip(outlook.indicators()) {
            text.push_str(&describe(&indicator.id, one));
        }
    }
    text
}

/// Whether the golden file is to be written anew; never in a browser, which has no such variables.
fn blessing() -> bool {
    std::env::var_os("R13_BLESS").is_some_and(|value| value == "1")
}

#[test]
fn all_outcomes_of_the_fixed_scenarios_are_the_golden_ones() {
    let found = outcomes();
    if blessing() {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/outcomes.txt"), found).unwrap();
        return;
    }
    let mut place = String::new();
    for (at, (found, golden)) in found.lines().zip(GOLDEN.lines()).enumerate() {
        if golden.starts_with("==") {
            place = golden.to_owned();
        }
        assert_eq!(found, golden, "line {} ({place})", at + 1);
    }
    assert_eq!(found.lines().count(), GOLDEN.lines().count());
    assert!(found == GOLDEN, "line ends differ");
}

#[test]
fn the_golden_file_holds_every_scenario_and_no_broken_number() {
    if blessing() {
        return;
    }
    let headings = GOLDEN.lines().filter(|line| line.starts_with("== ")).count();
    assert_eq!(headings, SCENARIOS.len());
    assert!(!GOLDEN.contains("NaN") && !GOLDEN.contains("inf"));
    assert_eq!(GOLDEN.matches("  verdict: ").count(), SCENARIOS.len() * kagoshima().indicators.len());
}
