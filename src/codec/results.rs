//! The results of one indicator in JSON.

use serde::Serialize;

use super::exact::{self, Exact};
use crate::model::{Actual, ActualProblem, ActualStatus, Actuals, Entry, MAX_TEXT};
use crate::plan::json::Token;
use crate::plan::reader::Reader;
use crate::plan::{FiscalYear, Measure, ProblemKind};

/// More than one for each year would be at odds with each other.
const MOST_ENTRIES: usize = 1_000;
const FIELDS: &[&str] = &["year", "value", "entry", "status", "source", "series_break"];
const ENTRIES: &[&str] = &["yearly", "total"];
const STATUSES: &[&str] = &["final", "preliminary", "reference"];

/// A result as it is written.
#[derive(Serialize)]
pub(super) struct Wire<'a> {
    year: i32,
    value: Exact,
    entry: &'static str,
    status: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    source: &'a str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    series_break: bool,
}

/// A result and its position in the text.
struct Placed {
    at: usize,
    actual: Actual,
}

impl<'a> Wire<'a> {
    /// What is to be written of a result.
    pub(super) fn of(actual: &'a Actual) -> Wire<'a> {
        Wire {
            year: actual.year.western(),
            value: Exact(actual.value),
            entry: match actual.entry {
                Entry::Yearly => "yearly",
                Entry::Total => "total",
            },
            status: match actual.status {
                ActualStatus::Final => "final",
                ActualStatus::Preliminary => "preliminary",
                ActualStatus::Reference => "reference",
            },
            source: &actual.source,
            series_break: actual.series_break,
        }
    }
}

/// Reads a list of results; entries at fault are reported and left out.
pub(super) fn read(
    reader: &mut Reader,
    token: &Token,
    measure: Measure,
    first: FiscalYear,
) -> Option<Actuals> {
    let mut placed = reader
        .list(token, MOST_ENTRIES, |reader, at, token| Some(Placed { at, actual: result(reader, token)? }))?;
    loop {
        let entries = placed.iter().map(|placed| placed.actual.clone()).collect();
        match Actuals::new(entries, measure, first) {
            Ok(actuals) => return Some(actuals),
            Err(problems) => {
                let before = placed.len();
                for problem in problems {
                    leave_out(reader, &mut placed, problem, measure, first);
                }
                if placed.len() == before {
                    return None;
                }
            }
        }
    }
}

fn result(reader: &mut Reader, token: &Token) -> Option<Actual> {
    let object = reader.object(token, FIELDS)?;
    let year =
        reader.required(object, "year", |reader, token| reader.year(token, FiscalYear::MIN, FiscalYear::MAX));
    let value = reader.required(object, "value", exact::read);
    let entry = reader.required(object, "entry", |reader, token| {
        Some(if reader.choice(token, ENTRIES)? == 0 { Entry::Yearly } else { Entry::Total })
    });
    let status = reader.required(object, "status", |reader, token| {
        Some(match reader.choice(token, STATUSES)? {
            0 => ActualStatus::Final,
            1 => ActualStatus::Preliminary,
            _ => ActualStatus::Reference,
        })
    });
    let source =
        reader.optional(object, "source", |reader, token| reader.string(token, MAX_TEXT).map(str::to_owned));
    let series_break = reader.optional(object, "series_break", Reader::boolean);
    Some(Actual {
        year: year?,
        value: value?,
        entry: entry?,
        status: status?,
        source: source.unwrap_or_default(),
        series_break: series_break.unwrap_or_default(),
    })
}

/// Reports a problem at the entry that has it and takes that entry away: of two for one year the later in the text.
fn leave_out(
    reader: &mut Reader,
    placed: &mut Vec<Placed>,
    problem: ActualProblem,
    measure: Measure,
    first: FiscalYear,
) {
    let (year, fault): (FiscalYear, fn(&Actual, Measure) -> bool) = match problem {
        ActualProblem::Duplicate(year) => (year, |_, _| true),
        ActualProblem::OutOfScale(year) => (year, |actual, measure| !measure.admits(actual.value)),
        ActualProblem::TotalOfNoCount(year)
        | ActualProblem::TotalBeforeFirst(year)
        | ActualProblem::FallingTotal(year) => (year, |actual, _| actual.entry == Entry::Total),
    };
    let at_fault = |placed: &Placed| placed.actual.year == year && fault(&placed.actual, measure);
    let Some(index) = placed.iter().rposition(at_fault) else { return };
    let Placed { at, actual } = placed.remove(index);
    let (field, kind) = match problem {
        ActualProblem::Duplicate(year) => ("year", ProblemKind::DuplicateId { found: year.to_string() }),
        ActualProblem::OutOfScale(_) => {
            ("value", ProblemKind::OutOfScale { value: actual.value, highest: measure.upper_bound() })
        }
        ActualProblem::TotalOfNoCount(_) => (
            "entry",
            ProblemKind::NotOneOf {
                found: "total".to_owned(),
                allowed: ENTRIES.get(..1).unwrap_or_default(),
            },
        ),
        ActualProblem::TotalBeforeFirst(value) => {
            ("year", ProblemKind::YearsOutOfOrder { value, earliest: first })
        }
        ActualProblem::FallingTotal(_) => ("value", ProblemKind::FallingTotal),
    };
    reader.entry(at, None, |reader| reader.report_at(field, kind));
}
