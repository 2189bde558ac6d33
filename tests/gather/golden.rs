//! A chat log as a workshop leaves it, and what it comes to; the page must show the same figures.
//!
//! `R13_BLESS=1 cargo test --test gather` writes `tests/golden/gathered.txt` anew.

use std::fmt::Write;
use std::rc::Rc;
use std::{env, fs};

use r13_simulator::codec::gather::{Counting, Pasted};
use r13_simulator::model::{Spread, Tally};

use crate::common::kagoshima;

/// Everything that the page shows with its unrounded figures, under one way of counting.
fn described(pasted: &Pasted, counting: Counting) -> String {
    let plan = kagoshima();
    let gathered = pasted.gathered(counting);
    let tally = |of: Tally| format!("{} {} {}", of.met, of.short, of.unknown);
    let mut text = format!("scenarios {}\n", gathered.scenarios);
    for (pillar, of) in plan.pillars.iter().zip(&gathered.pillars) {
        writeln!(text, "pillar {} {}", pillar.id, tally(*of)).unwrap();
    }
    writeln!(text, "pillar all {}", tally(gathered.all)).unwrap();
    let line = |role: &str, spread: &Spread| {
        format!("  {role} {}\n", spread.five().map(|figure| figure.to_string()).join(" "))
    };
    for (indicator, of) in plan.indicators.iter().zip(&gathered.indicators) {
        writeln!(text, "indicator {} changed {} {}", indicator.id, of.changed, tally(of.verdicts)).unwrap();
        for growth in &of.growth {
            text += &line("growth", &growth.early);
            if growth.uniform != growth.early.count {
                text += &line("growth", &growth.late);
            }
        }
        of.outcomes.iter().for_each(|outcome| text += &line("outcome", &outcome.spread));
    }
    text
}

#[test]
fn a_workshops_chat_log_comes_to_what_it_always_came_to() {
    let plan = Rc::new(kagoshima());
    let mut pasted = Pasted::new(&plan);
    pasted.paste(&Rc::from(include_str!("../data/chat-log.txt")));
    while pasted.read(|| true) {}
    let counts = pasted.counts();
    let mut found = format!("{counts:?}\n");
    for entry in pasted.entries() {
        let name = entry.told().map(|told| told.reading.link.scenario.name.as_str());
        writeln!(found, "{:?} {:?} {name:?}", entry.lines, entry.opening).unwrap();
    }
    let all = Counting { repeated: true, other_numbers: true };
    for (title, counting) in [("each scenario once", Counting::default()), ("everything", all)] {
        write!(found, "\n{title}\n{}", described(&pasted, counting)).unwrap();
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/gathered.txt");
    if env::var_os("R13_BLESS").is_some() {
        fs::write(path, &found).unwrap();
    }
    assert_eq!(found, fs::read_to_string(path).unwrap_or_default());
}
