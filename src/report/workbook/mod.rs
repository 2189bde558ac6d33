//! A scenario as a workbook (XLSX) whose projection is alive: the cells of a year are formulas over the assumptions,
//! and outcomes, verdicts and counts are formulas over those. Whoever changes a rate, a mode or a target in a spreadsheet
//! program sees what follows.
//!
//! [`book`](fn@book) makes the cells, with what each formula comes to by the model; [`Book::bytes`] makes the file. Words are handed in as
//! [`Labels`].

mod assumptions;
mod book;
mod file;
mod labels;
mod place;
mod projection;
mod sources;
mod summary;

pub use book::{Allowed, Book, Cell, Content, Figure, Role, Sheet, Shown};
pub use file::{NotWritten, Written};
pub use labels::{Columns, Facts, Labels, SheetNames};

use crate::model::{Outlook, Scenario, Verdict};
use crate::plan::{Day, Measure, Plan};
use place::{Entry, Layout, in_column, on};

/// The workbook of a scenario. `day` stands in for the scenario's own date where it has none.
pub fn book(plan: &Plan, scenario: &Scenario, outlook: &Outlook, labels: &Labels, day: Option<Day>) -> Book {
    let layout = Layout::new(plan, scenario, outlook);
    let writer = Writer { plan, scenario, outlook, labels, layout };
    let sheets =
        vec![writer.summary(), writer.assumptions(), writer.projection(), writer.results(), writer.sources()];
    let [met, short, _] = labels.verdicts;
    Book { title: labels.facts.title.clone(), created: scenario.date.or(day), verdicts: [met, short], sheets }
}

/// All that the sheets are made of.
struct Writer<'a> {
    plan: &'a Plan,
    scenario: &'a Scenario,
    outlook: &'a Outlook,
    labels: &'a Labels,
    layout: Layout<'a>,
}

impl Writer<'_> {
    fn measure_of(&self, entry: &Entry<'_>) -> Measure {
        entry.inputs.measure(entry.indicator)
    }

    /// A cell of an indicator in the assumptions, from another sheet.
    fn assumed(&self, entry: &Entry<'_>, column: u16) -> String {
        on(self.labels.sheets.assumptions, &in_column(entry.assumption, column))
    }

    fn measure_word(&self, measure: Measure) -> &'static str {
        let [level, share, flow, cumulative] = self.labels.measures;
        match measure {
            Measure::Level => level,
            Measure::Share => share,
            Measure::Flow => flow,
            Measure::Cumulative => cumulative,
        }
    }
}

fn verdict_word(labels: &Labels, verdict: Verdict) -> &'static str {
    let [met, short, unknown] = labels.verdicts;
    match verdict {
        Verdict::Met => met,
        Verdict::Short => short,
        Verdict::Unknown => unknown,
    }
}

/// What every row of an indicator begins with: the mark of its pillar, its id, its name.
fn names(writer: &Writer<'_>, entry: &Entry<'_>) -> Vec<Cell> {
    let lang = writer.labels.lang;
    let pillar = entry.indicator.pillar.and_then(|pillar| writer.plan.pillars.get(pillar));
    let mark = pillar.map_or("", |pillar| pillar.mark.get(lang));
    vec![
        Cell::text(mark),
        Cell::text(&entry.indicator.id),
        Cell::text(entry.indicator.name.get(lang)).of(Role::Prose),
    ]
}

fn head(name: impl Into<String>) -> Cell {
    Cell::text(name).of(Role::Head)
}

fn heads(names: &[&str]) -> Vec<Cell> {
    names.iter().map(|name| head(*name)).collect()
}
