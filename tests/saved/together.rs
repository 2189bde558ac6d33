//! Faults beside one another, and fields that are held against others.

use r13_simulator::codec::saved::read;
use r13_simulator::model::{Growth, Inputs, Mode, Rate, Scenario};
use r13_simulator::plan::{FiscalYear, Indicator, Measure, ProblemKind};
use r13_simulator::view::View;
use serde_json::json;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::common::{actual, indicator, kagoshima, plan_of, point, stated, total, year};
use crate::sample::{VERSION_1, json, one_of, own, problems, set, text, years};
use ProblemKind::*;

#[test]
fn all_faults_are_reported_and_the_rest_is_kept() {
    let plan = kagoshima();
    let mut damaged = json();
    set(&mut damaged, "/scenario/indicators/k1/early", json!("much"));
    set(&mut damaged, "/scenario/indicators/k1/locked", json!("no"));
    set(
        &mut damaged,
        "/scenario/indicators/p11/actuals",
        json!([
            {"year": 2023, "value": 5, "entry": "yearly", "status": "final"},
            {"year": 2023, "value": 6, "entry": "yearly", "status": "final"},
            {"year": 2024, "value": -6, "entry": "yearly", "status": "final"},
            {"year": 2024, "value": 7, "entry": "yearly", "status": "final"},
            {"year": 2025, "value": 1, "entry": "total", "status": "final"},
            {"year": 2026, "value": 40, "entry": "total", "status": "final"},
        ]),
    );
    set(&mut damaged, "/view/theme", json!("red"));
    let reading = read(&damaged.to_string(), &plan, View::default());
    let places: Vec<String> = problems(&reading).into_iter().map(|(place, _)| place).collect();
    assert_eq!(
        places,
        [
            "scenario.indicators[0] (k1).early",
            "scenario.indicators[0] (k1).locked",
            "scenario.indicators[2] (p11).actuals[2].value",
            "scenario.indicators[2] (p11).actuals[1].year",
            "scenario.indicators[2] (p11).actuals[3].year",
            "scenario.indicators[2] (p11).actuals[4].value",
            "view.theme",
        ]
    );
    let scenario = reading.found.unwrap().scenario;
    let results = scenario.inputs(plan.position("p11").unwrap()).unwrap().actuals.entries().to_vec();
    assert_eq!(results, [actual(2023, 5.0), total(2026, 40.0)]);
}

#[test]
fn what_stands_twice_counts_once() {
    let plan = kagoshima();
    let twice = VERSION_1.replace("\"k1\": {", "\"k1\": {\"mode\": \"percent\", \"late\": 7}, \"k1\": {");
    let reading = read(&twice, &plan, View::default());
    assert_eq!(problems(&reading), [(text("scenario.indicators[1] (k1)"), DuplicateField)]);
    let inputs = reading.found.unwrap().scenario.inputs(0).unwrap().as_ref().clone();
    let growth = Growth { mode: Mode::Percent, early: Rate::ZERO, late: Rate::from_hundredths(7) };
    assert_eq!(inputs, Inputs { growth, ..Inputs::hold(&plan.indicators[0]) });
}

/// A count without a baseline whose measure is inferred, in a plan from 2022.
fn open_count(measure: Measure) -> Indicator {
    Indicator { base: None, ..indicator("one", measure, None, (2031, 10.0)) }
}

#[test]
fn a_baseline_is_held_against_the_measure_in_force() {
    let file = |measure: &str, western: i32| {
        json!({
            "format": "r13-saved", "version": 1, "plan": "sketch", "view": {},
            "scenario": {"indicators": {"one": {"measure": measure, "base": {"year": western, "value": 3}}}}
        })
        .to_string()
    };
    let too_late = years(2023, FiscalYear::MIN, year(2022));
    for own in [Measure::Flow, Measure::Cumulative] {
        let plan = plan_of(1, vec![open_count(own)]);
        for (word, measure, western, problem) in [
            ("flow", Measure::Flow, 2023, None),
            ("cumulative", Measure::Cumulative, 2022, None),
            ("cumulative", Measure::Cumulative, 2023, Some(too_late.clone())),
        ] {
            let reading = read(&file(word, western), &plan, View::default());
            let found = reading.found.as_ref().unwrap().scenario.inputs(0).unwrap().as_ref().clone();
            assert_eq!(found.measure(&plan.indicators[0]), measure);
            assert_eq!(found.measure.is_some(), measure != own);
            let base = problem.is_none().then(|| point((western, 3.0)));
            assert_eq!(found.assumed_base, base);
            let place = text("scenario.indicators[0] (one).base.year");
            assert_eq!(problems(&reading), Vec::from_iter(problem.map(|kind| (place, kind))));
        }
    }
}

#[test]
fn a_share_takes_no_running_total_and_no_sum_a_late_baseline() {
    let mut share = indicator("one", Measure::Share, Some((2021, 5.0)), (2031, 10.0));
    share.measure = stated(Measure::Share);
    let plan = plan_of(
        1,
        vec![
            share,
            Indicator { id: text("two"), ..indicator("two", Measure::Flow, Some((2024, 5.0)), (2031, 9.0)) },
        ],
    );
    let file = json!({
        "format": "r13-saved", "version": 1, "plan": "sketch", "view": {},
        "scenario": {"indicators": {
            "one": {"actuals": [{"year": 2023, "value": 5, "entry": "total", "status": "final"}]},
            "two": {"measure": "cumulative"},
        }}
    });
    let reading = read(&file.to_string(), &plan, View::default());
    assert_eq!(
        problems(&reading),
        [
            (text("scenario.indicators[0] (one).actuals[0].entry"), one_of("total", &["yearly"])),
            (text("scenario.indicators[1] (two).measure"), one_of("cumulative", &["flow"])),
        ]
    );
    assert_eq!(reading.found, Some(own(Scenario::hold(&plan), View::default())));
}
