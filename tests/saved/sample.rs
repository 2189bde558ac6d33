//! The saved text of version 1, what it says, and ways to damage it.

use r13_simulator::codec::saved::{Found, Reading};
use r13_simulator::model::{Actual, ActualStatus, Actuals, Growth, Mode, RankMeasure, Scenario};
use r13_simulator::plan::{FiscalYear, Lang, Measure, Plan, ProblemKind, Shape};
use r13_simulator::view::{Filter, Theme, View, YearStyle};
use serde_json::Value;

pub use crate::common::edit;
use crate::common::{actual, point, rate, scenario_with, total, year};

pub const VERSION_1: &str = include_str!("../golden/saved-1.json");

/// What [`VERSION_1`] says.
pub fn sound(plan: &Plan) -> (Scenario, View) {
    let mut scenario = scenario_with(plan, |indicator, inputs| {
        let mut grow =
            |mode, early, late| inputs.growth = Growth { mode, early: rate(early), late: rate(late) };
        match indicator.id.as_str() {
            "k1" => {
                grow(Mode::Percent, 125, -50);
                inputs.locked = true;
                inputs.reason = "県の推計「中位」\n令和6年度".to_owned();
            }
            "k2" => grow(Mode::Amount, 365, 365),
            "p11" => {
                inputs.measure = Some(Measure::Flow);
                inputs.actuals = results(vec![
                    Actual { source: "年次報告書".to_owned(), ..actual(2022, 19.0) },
                    Actual { status: ActualStatus::Preliminary, series_break: true, ..total(2024, 61.5) },
                    Actual { status: ActualStatus::Reference, ..actual(2025, 20.0) },
                ]);
            }
            "p23" => grow(Mode::Percent, 0, 0),
            "p43" => {
                grow(Mode::Amount, 0, 40);
                inputs.assumed_base = Some(point((2021, 10.095238095238095)));
            }
            "p48" => grow(Mode::Amount, 100_000_000_000, -100_000_000_000),
            _ => {}
        }
    });
    scenario.name = "慎重な見通し".to_owned();
    let view = View {
        lang: Lang::En,
        asked_lang: Some(Lang::En),
        years: Some(YearStyle::Era),
        theme: Theme::Dark,
        chosen: plan.position("p43").unwrap(),
        filter: Filter::Pillar(4),
        rank_by: RankMeasure::Ratio,
        guide: false,
        ..View::default()
    };
    (scenario, view)
}

/// What is found where the scenario is the user's own.
pub fn own(scenario: Scenario, view: View) -> Found {
    Found { scenario, opened: None, view }
}

fn results(entries: Vec<Actual>) -> Actuals {
    Actuals::new(entries, Measure::Flow, year(2022)).unwrap()
}

pub fn json() -> Value {
    serde_json::from_str(VERSION_1).unwrap()
}

/// Sets a field, creating it where it is not there.
pub fn set(text: &mut Value, pointer: &str, value: Value) {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    match text.pointer_mut(parent).unwrap_or_else(|| panic!("{pointer}")) {
        Value::Array(entries) => entries[name.parse::<usize>().unwrap()] = value,
        other => other[name] = value,
    }
}

/// Places and kinds of all problems.
pub fn problems(reading: &Reading) -> Vec<(String, ProblemKind)> {
    reading.problems.iter().map(|problem| (problem.place.to_string(), problem.kind.clone())).collect()
}

pub fn wrong(expected: Shape, found: Shape) -> ProblemKind {
    ProblemKind::WrongType { expected, found }
}

pub fn text(text: &str) -> String {
    text.to_owned()
}

pub fn years(value: i64, lowest: FiscalYear, highest: FiscalYear) -> ProblemKind {
    ProblemKind::YearOutOfRange { value, lowest, highest }
}

pub fn one_of(found: &str, allowed: &'static [&'static str]) -> ProblemKind {
    ProblemKind::NotOneOf { found: text(found), allowed }
}
