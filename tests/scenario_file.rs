//! Files of scenarios: what is written comes back, what is damaged is told with its place and costs nothing else.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use common::{actual, kagoshima, point, rate, scenario_with};
use proptest::prelude::*;
use r13_simulator::codec::scenario_file::{Found, LONGEST, Reading, damaged_key, key, read, write};
use r13_simulator::model::{Actuals, Growth, MAX_NAME, MOST_KEPT, Mode, Scenario};
use r13_simulator::plan::{Day, Measure, Plan, ProblemKind, Shape};
use serde_json::{Value, json};

const VERSION_1: &str = include_str!("golden/scenarios-1.json");

/// What [`VERSION_1`] says.
fn published(plan: &Plan) -> Vec<Scenario> {
    let mut careful = scenario_with(plan, |indicator, inputs| match indicator.id.as_str() {
        "k1" => {
            inputs.growth = Growth { mode: Mode::Percent, early: rate(125), late: rate(-50) };
            inputs.locked = true;
            inputs.reason = "県の推計「中位」\n令和6年度".to_owned();
        }
        "p11" => {
            inputs.measure = Some(Measure::Flow);
            let results = vec![actual(2022, 19.0), actual(2023, 20.5)];
            inputs.actuals = Actuals::new(results, Measure::Flow, plan.first.value).unwrap();
        }
        "p43" => {
            inputs.growth = Growth { mode: Mode::Amount, early: rate(0), late: rate(40) };
            inputs.assumed_base = Some(point((2021, 10.095238095238095)));
        }
        _ => {}
    });
    careful.name = "慎重な見通し".to_owned();
    careful.note = "推進会議の前に作成".to_owned();
    careful.date = Day::new(2026, 11, 25);
    let mut hold = Scenario::hold(plan);
    hold.name = "現状維持".to_owned();
    vec![careful, hold]
}

fn problems(reading: &Reading) -> Vec<(String, ProblemKind)> {
    reading.problems.iter().map(|problem| (problem.place.to_string(), problem.kind.clone())).collect()
}

fn all(reading: Reading) -> Vec<Scenario> {
    reading.found.into_iter().map(|found| found.scenario).collect()
}

fn with(pointer: &str, value: Value) -> String {
    let mut file: Value = serde_json::from_str(VERSION_1).unwrap();
    *file.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = value;
    file.to_string()
}

#[test]
fn a_file_of_version_1_opens_and_is_what_is_written() {
    let plan = kagoshima();
    let scenarios = published(&plan);
    let reading = read(VERSION_1, &plan);
    assert_eq!(problems(&reading), []);
    assert_eq!(reading.numbers, Some(plan.numbers().fingerprint()));
    assert!(reading.found.iter().all(|found| found.sound));
    assert_eq!(all(reading), scenarios);
    assert_eq!(write(&plan, &scenarios), VERSION_1.trim_end());
}

#[test]
fn a_mark_of_the_byte_order_before_the_text_is_no_fault() {
    let plan = kagoshima();
    assert_eq!(read(&format!("\u{feff}{VERSION_1}"), &plan), read(VERSION_1, &plan));
}

#[test]
fn other_numbers_of_the_plan_are_told_and_no_numbers_are_no_fault() {
    let plan = kagoshima();
    let other = read(&with("/numbers", json!("000000")), &plan);
    assert_eq!((other.numbers.as_deref(), other.problems.len()), (Some("000000"), 0));
    let none = read(&with("/numbers", Value::Null), &plan);
    assert_eq!((none.numbers, none.found.len(), none.problems.len()), (None, 2, 0));
}

#[test]
fn what_is_no_file_of_scenarios_of_the_plan_gives_nothing_and_says_why() {
    let plan = kagoshima();
    use ProblemKind::*;
    let text = |text: &str| text.to_owned();
    for (source, place, kind) in [
        (text(""), "", NotJson { line: 1, column: 0 }),
        (text("{"), "", NotJson { line: 1, column: 1 }),
        (text("年度,値\n2022,3\n"), "", NotJson { line: 1, column: 1 }),
        (text("[]"), "", ForeignFormat { found: None }),
        (with("/format", json!("r13-plan")), "", ForeignFormat { found: Some(text("r13-plan")) }),
        (with("/version", json!(2)), "version", UnsupportedVersion { found: 2 }),
        (with("/plan", json!("elsewhere")), "plan", OtherPlan { found: text("elsewhere") }),
        (
            with("/scenarios", json!({})),
            "scenarios",
            WrongType { expected: Shape::List, found: Shape::Object },
        ),
        (with("/scenarios", json!(vec![0; MOST_KEPT + 1])), "scenarios", TooMany { limit: MOST_KEPT }),
        (" ".repeat(LONGEST + 1), "", TooLong { limit: LONGEST }),
    ] {
        let reading = read(&source, &plan);
        assert_eq!(problems(&reading), [(text(place), kind)], "{:.80}", source);
        assert_eq!(reading.found, [], "{:.80}", source);
    }
}

#[test]
fn a_fault_costs_what_it_stands_in_and_leaves_the_other_scenarios_sound() {
    let plan = kagoshima();
    let damaged = with("/scenarios/0/indicators/k1/early", json!("fast"));
    let damaged = damaged.replace("\"p43\"", "\"p99\"");
    let reading = read(&damaged, &plan);
    let places: Vec<String> = reading.problems.iter().map(|problem| problem.place.to_string()).collect();
    assert_eq!(places, ["scenarios[0].indicators[0] (k1).early", "scenarios[0].indicators[2] (p99)",]);
    let sound: Vec<bool> = reading.found.iter().map(|found| found.sound).collect();
    assert_eq!(sound, [false, true]);
    let careful = &reading.found[0].scenario;
    assert_eq!(careful.name, "慎重な見通し");
    assert_eq!(careful.all()[0].reason, "県の推計「中位」\n令和6年度");

    let reading = read(&with("/scenarios/0", json!(7)), &plan);
    assert_eq!(problems(&reading)[0].0, "scenarios[0]");
    assert_eq!(reading.found, [Found { scenario: published(&plan).remove(1), sound: true }]);
}

#[test]
fn every_plan_has_its_own_keys() {
    let other = Plan { id: "other".to_owned(), ..kagoshima() };
    let keys = [key(&kagoshima()), damaged_key(&kagoshima()), key(&other), damaged_key(&other)];
    for (at, key) in keys.iter().enumerate() {
        assert!(!keys[..at].contains(key), "{key}");
    }
}

fn scenarios(plan: &Plan) -> impl Strategy<Value = Vec<Scenario>> + use<> {
    let count = plan.indicators.len();
    let plan = plan.clone();
    let text = prop_oneof!["[a-z]{0,8}", "\\PC{0,40}", any::<String>()];
    let edit = (0..count, -9_000_i64..9_000, -9_000_i64..9_000, any::<bool>(), text.clone());
    let one =
        (text.clone(), text, proptest::collection::vec(edit, 0..8)).prop_map(move |(name, note, edits)| {
            let mut scenario = scenario_with(&plan, |indicator, inputs| {
                for (index, early, late, locked, reason) in &edits {
                    if plan.indicators[*index].id == indicator.id {
                        inputs.growth = Growth { early: rate(*early), late: rate(*late), ..inputs.growth };
                        inputs.locked = *locked;
                        inputs.reason = reason.chars().take(1_000).collect();
                    }
                }
            });
            scenario.name = name.chars().take(MAX_NAME).collect();
            scenario.note = note.chars().take(1_000).collect();
            scenario
        });
    proptest::collection::vec(one, 0..6)
}

proptest! {
    #[test]
    fn what_is_written_comes_back(scenarios in scenarios(&kagoshima())) {
        let plan = kagoshima();
        let reading = read(&write(&plan, &scenarios), &plan);
        prop_assert_eq!(&reading.problems, &[]);
        prop_assert_eq!(all(reading), scenarios);
    }

    #[test]
    fn any_text_is_answered(text in any::<String>()) {
        let reading = read(&text, &kagoshima());
        prop_assert!(!reading.problems.is_empty() && reading.found.is_empty());
    }

    #[test]
    fn a_file_that_is_cut_or_changed_is_answered(
        at in 0..VERSION_1.len(),
        length in 0_usize..6,
        other in "[\\PC]{0,3}",
    ) {
        let plan = kagoshima();
        let start = (0..=at).rev().find(|at| VERSION_1.is_char_boundary(*at)).unwrap();
        let mut rest = start + length..VERSION_1.len();
        let end = rest.find(|at| VERSION_1.is_char_boundary(*at)).unwrap_or(VERSION_1.len());
        let changed = format!("{}{other}{}", &VERSION_1[..start], VERSION_1.get(end..).unwrap_or_default());
        let reading = read(&changed, &plan);
        // What is not sound has a problem that says why, and all that is found is within the rules.
        prop_assert!(reading.found.iter().all(|found| found.sound) || !reading.problems.is_empty());
        let scenarios = all(reading);
        prop_assert_eq!(all(read(&write(&plan, &scenarios), &plan)), scenarios);
    }
}

#[test]
fn a_file_may_end_anywhere() {
    let plan = kagoshima();
    let text = VERSION_1.trim_end();
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        let reading = read(&text[..end], &plan);
        assert_eq!((reading.found.len(), reading.problems.len()), (0, 1), "{end}");
    }
}
