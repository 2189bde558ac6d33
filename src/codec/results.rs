//! The results of one indicator in JSON.

use serde::Serialize;

use super::exact::{self, Exact};
use super::rules::{self, ENTRIES, MOST_RESULTS, Placed};
use crate::model::{Actual, ActualStatus, Actuals, Entry, MAX_TEXT};
use crate::plan::json::Token;
use crate::plan::reader::Reader;
use crate::plan::{FiscalYear, Measure};

const FIELDS: &[&str] = &["year", "value", "entry", "status", "source", "series_break"];
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
    let placed = reader
        .list(token, MOST_RESULTS, |reader, at, token| Some(Placed { at, actual: result(reader, token)? }))?;
    rules::results(reader, placed, measure, first)
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
