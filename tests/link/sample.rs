//! Links to look at, and ways to make them by hand.

use std::rc::Rc;

use r13_simulator::codec::link::{Link, Reading, decode};
use r13_simulator::model::{Actual, ActualStatus, Actuals, Compared, Growth, Mode, Preset, Scenario};
use r13_simulator::plan::{Day, Lang, Measure, Plan, ProblemKind};
use r13_simulator::view::Shown;
use r13_simulator::view::{Filter, Screen, Slide};

use crate::common::{actual, point, rate, scenario_with, total, year};

/// What every link of the bundled plan begins with.
pub const HEAD: &str = "1/kagoshima-commerce-2.19bxkh/ja";

/// The check code as `docs/link-format.md` has it, worked out bit by bit.
pub fn code(text: &str) -> String {
    let mut sum = u32::MAX;
    for byte in text.bytes() {
        sum ^= u32::from(byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 };
        }
    }
    let letters = b"0123456789abcdefghjkmnpqrstvwxyz";
    (0..6).map(|at| char::from(letters[(!sum << (5 * at) >> 27) as usize])).collect()
}

/// A text with its check code behind it.
pub fn sealed(body: &str) -> String {
    format!("{body}/Check={}", code(body))
}

/// The link that says this after [`HEAD`], intact.
pub fn link(rest: &str) -> String {
    sealed(&format!("{HEAD}{rest}"))
}

pub fn read(text: &str, plan: &Plan) -> Reading {
    decode(text, plan).unwrap_or_else(|refusal| panic!("{refusal}: {text}"))
}

/// Places and kinds of all faults.
pub fn faults(reading: &Reading) -> Vec<(String, ProblemKind)> {
    reading.faults.iter().map(|fault| (fault.place.to_string(), fault.kind.clone())).collect()
}

/// A scenario in which everything that a link can say of an indicator is said.
pub fn full(plan: &Plan) -> Scenario {
    let mut scenario = scenario_with(plan, |indicator, inputs| {
        let mut grow =
            |mode, early, late| inputs.growth = Growth { mode, early: rate(early), late: rate(late) };
        match indicator.id.as_str() {
            "k1" => {
                grow(Mode::Percent, 125, -50);
                inputs.locked = true;
                inputs.reason = "県の推計「中位」; 100%!\n令和6/7年度".to_owned();
            }
            "k2" => grow(Mode::Amount, 365, 365),
            "p11" => {
                inputs.measure = Some(Measure::Flow);
                let entries = vec![
                    Actual { source: "年次報告書".to_owned(), ..actual(2022, 19.0) },
                    Actual { status: ActualStatus::Preliminary, series_break: true, ..total(2024, 61.5) },
                    Actual { status: ActualStatus::Reference, ..actual(2025, 20.0) },
                ];
                inputs.actuals = Actuals::new(entries, Measure::Flow, year(2022)).unwrap();
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
    scenario.note = "推進会議の前に\n作成".to_owned();
    scenario.date = Day::new(2026, 11, 25);
    scenario
}

/// What a link can say beside the scenario.
pub fn shown(plan: &Plan) -> Shown {
    let mut other = scenario_with(plan, |indicator, inputs| {
        if indicator.id == "p22" {
            inputs.growth = Growth::uniform(Mode::Percent, rate(2));
        }
    });
    other.name = "B".to_owned();
    Shown {
        lang: Lang::En,
        chosen: plan.position("p43").unwrap(),
        filter: Filter::Pillar(4),
        screen: Screen::Presentation(Slide::Pillar(2)),
        compared: vec![
            Compared::Preset(Preset::Required),
            Compared::Scenario(Rc::new(other)),
            Compared::Preset(Preset::Half),
        ],
    }
}

/// The two of them.
pub fn everything(plan: &Plan) -> Link {
    Link { scenario: full(plan), shown: shown(plan) }
}

/// `everything` with a few indicators alone, short enough to be damaged at every place.
pub fn modest(plan: &Plan) -> Link {
    let mut scenario = scenario_with(plan, |indicator, inputs| match indicator.id.as_str() {
        "k1" => inputs.growth = Growth { mode: Mode::Percent, early: rate(125), late: rate(-50) },
        "p11" => inputs.measure = Some(Measure::Flow),
        "p43" => inputs.assumed_base = Some(point((2021, 10.09))),
        _ => {}
    });
    scenario.name = "案A 1/2".to_owned();
    let shown = Shown { chosen: 3, compared: vec![Compared::Preset(Preset::Hold)], ..Shown::default() };
    Link { scenario, shown }
}
