//! Every link that was ever published opens, and says what it said.
//!
//! `tests/golden/links.txt` holds a link in a line and, behind it, what it says. Links are added and never changed. What
//! they say is written anew with `R13_BLESS=1 cargo test --test link golden`: read the difference before committing it.

use std::fmt::Write;

use r13_simulator::codec::link::{Reading, encode};
use r13_simulator::model::{Actual, Compared, Inputs, Mode, Scenario};
use r13_simulator::plan::{Plan, Point, recorded};
use r13_simulator::view::Shown;
use r13_simulator::view::{Filter, Screen, Slide};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::common::kagoshima;
use crate::sample::read;

const GOLDEN: &str = include_str!("../golden/links.txt");

fn links() -> impl Iterator<Item = &'static str> {
    GOLDEN.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_digit()))
}

/// The plan with the numbers that the sender of a link saw.
fn plan_of(link: &str) -> Plan {
    let plan = kagoshima();
    let numbers = read(link, &plan).numbers;
    let numbers = recorded(&plan.id, &numbers)
        .unwrap_or_else(|| panic!("no numbers are recorded as {numbers}: {link}"));
    plan.with_numbers(&numbers)
}

fn describe(plan: &Plan, reading: &Reading) -> String {
    let mut text = String::new();
    let Reading { intact, understood, numbers, .. } = reading;
    writeln!(text, "  intact {intact}, indicators {understood}, numbers {numbers}").unwrap();
    for fault in &reading.faults {
        writeln!(text, "  fault: {fault}").unwrap();
    }
    describe_shown(&mut text, plan, &reading.link.shown);
    describe_scenario(&mut text, "  ", plan, &reading.link.scenario);
    for compared in &reading.link.shown.compared {
        match compared {
            Compared::Preset(preset) => writeln!(text, "  beside it {preset:?}").unwrap(),
            Compared::Scenario(scenario) => {
                writeln!(text, "  beside it").unwrap();
                describe_scenario(&mut text, "    ", plan, scenario);
            }
        }
    }
    text
}

fn describe_shown(text: &mut String, plan: &Plan, shown: &Shown) {
    let chosen = &plan.indicators[shown.chosen].id;
    let pillar = |at: usize| plan.pillars[at].id.as_str();
    let list = match shown.filter {
        Filter::All => "all",
        Filter::Priority => "priority",
        Filter::Pillar(at) => pillar(at),
    };
    let screen = match shown.screen {
        Screen::Desk | Screen::Gathering | Screen::Results => "desk".to_owned(),
        Screen::Comparison => "comparison".to_owned(),
        Screen::Presentation(Slide::Summary) => "presentation".to_owned(),
        Screen::Presentation(Slide::Pillar(at)) => format!("presentation of {}", pillar(at)),
    };
    writeln!(text, "  {}, chosen {chosen}, list {list}, screen {screen}", shown.lang.tag()).unwrap();
}

fn describe_scenario(text: &mut String, indent: &str, plan: &Plan, scenario: &Scenario) {
    for (key, value) in [("name", &scenario.name), ("note", &scenario.note)] {
        if !value.is_empty() {
            writeln!(text, "{indent}{key} {value:?}").unwrap();
        }
    }
    if let Some(date) = scenario.date {
        writeln!(text, "{indent}date {date}").unwrap();
    }
    for (indicator, inputs) in plan.indicators.iter().zip(scenario.all()) {
        if **inputs != Inputs::hold(indicator) {
            writeln!(text, "{indent}{}: {}", indicator.id, describe_inputs(inputs)).unwrap();
        }
    }
}

fn describe_inputs(inputs: &Inputs) -> String {
    let unit = if inputs.growth.mode == Mode::Percent { "%" } else { "units" };
    let (early, late) = (inputs.growth.early.value(), inputs.growth.late.value());
    let mut text = format!("{early:+.2} {late:+.2} {unit} a year");
    if let Some(measure) = inputs.measure {
        write!(text, ", read as {measure:?}").unwrap();
    }
    if let Some(Point { year, value }) = inputs.assumed_base {
        write!(text, ", assumed {value:e} in {year}").unwrap();
    }
    if inputs.locked {
        text.push_str(", locked");
    }
    for Actual { year, value, entry, status, source, series_break } in inputs.actuals.entries() {
        write!(text, ", {entry:?} {status:?} {value:e} in {year}").unwrap();
        if *series_break {
            text.push_str(" after a break");
        }
        if !source.is_empty() {
            write!(text, " from {source:?}").unwrap();
        }
    }
    if !inputs.reason.is_empty() {
        write!(text, ", because {:?}", inputs.reason).unwrap();
    }
    text
}

#[test]
fn every_published_link_says_what_it_said() {
    let mut said = String::new();
    let comments = GOLDEN.lines().take_while(|line| line.starts_with('#'));
    comments.for_each(|line| writeln!(said, "{line}").unwrap());
    for link in links() {
        let plan = plan_of(link);
        write!(said, "\n{link}\n{}", describe(&plan, &read(link, &plan))).unwrap();
    }
    #[cfg(not(target_arch = "wasm32"))]
    if std::env::var_os("R13_BLESS").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/links.txt");
        std::fs::write(path, &said).unwrap();
        return;
    }
    assert_eq!(said, GOLDEN);
}

#[test]
fn every_published_link_is_written_again_as_it_was() {
    assert!(links().count() > 10);
    for link in links() {
        let plan = plan_of(link);
        let reading = read(link, &plan);
        assert!(reading.intact && reading.faults.is_empty(), "{link}");
        assert_eq!(encode(&plan, &reading.link.scenario, &reading.link.shown), link);
    }
}
