//! What a link says of one indicator.

use super::decode::words;
use super::{ACTUAL, BASE, BREAK, LOCK, MEASURE, PRELIMINARY, REFERENCE, SOURCE, TOTAL, WHY, growth};
use crate::codec::rules::{self, MOST_RESULTS, Placed};
use crate::digits;
use crate::model::{Actual, ActualStatus, Actuals, Case, Entry, Inputs, MAX_TEXT};
use crate::plan::problem::{ProblemKind, excerpt};
use crate::plan::reader::Reader;
use crate::plan::{FiscalYear, Indicator, Measure, Plan, Point};

const RESULT_WORDS: &[&str] = &[TOTAL, PRELIMINARY, REFERENCE, BREAK];

/// The parts as they stand in the text.
#[derive(Default)]
struct Parts<'t> {
    measure: Option<&'t str>,
    base: Option<&'t str>,
    why: Option<&'t str>,
    locked: bool,
    results: Vec<ResultText<'t>>,
    /// Whether there are more results than are read.
    too_many: bool,
}

struct ResultText<'t> {
    fields: &'t str,
    source: Option<&'t str>,
}

/// Reads what follows the id: the growth up to the first `;`, and the parts behind it. What is at fault is reported
/// and left as at the start.
pub(super) fn read(
    reader: &mut Reader,
    plan: &Plan,
    indicator: &Indicator,
    rates: &str,
    parts: Option<&str>,
) -> Inputs {
    let parts = parts.map(|parts| split(reader, parts)).unwrap_or_default();
    let mut inputs = Inputs::hold(indicator);
    inputs.measure = parts
        .measure
        .and_then(|word| reader.within(MEASURE, |reader| rules::measure(reader, word, plan, indicator)));
    let in_force = inputs.measure(indicator);
    inputs.growth = growth::read(reader, rates, inputs.growth, in_force);
    inputs.assumed_base = parts.base.and_then(|base| {
        let case = Case::new(plan, indicator, &inputs);
        reader.within(BASE, |reader| assumed_base(reader, base, &case))
    });
    inputs.locked = parts.locked;
    if let Some(why) = parts.why {
        inputs.reason = reader.within(WHY, |reader| words(reader, why, MAX_TEXT));
    }
    if !parts.results.is_empty() {
        let actuals = reader.within(ACTUAL, |reader| results(reader, &parts, in_force, plan.first.value));
        inputs.actuals = actuals.unwrap_or_default();
    }
    inputs
}

fn split<'t>(reader: &mut Reader, text: &'t str) -> Parts<'t> {
    let mut parts = Parts::default();
    for part in text.split(';') {
        let (name, value) = part.split_once(':').map_or((part, None), |(name, value)| (name, Some(value)));
        let fresh = match (name, value) {
            (MEASURE, Some(word)) => first(&mut parts.measure, word),
            (BASE, Some(point)) => first(&mut parts.base, point),
            (WHY, Some(words)) => first(&mut parts.why, words),
            (LOCK, None) => !std::mem::replace(&mut parts.locked, true),
            (ACTUAL, Some(fields)) => {
                parts.too_many = parts.results.len() >= MOST_RESULTS;
                if !parts.too_many {
                    parts.results.push(ResultText { fields, source: None });
                }
                true
            }
            (SOURCE, Some(words)) if parts.results.last().is_some() => {
                parts.results.last_mut().is_none_or(|result| first(&mut result.source, words))
            }
            _ => {
                reader.report_at(name, ProblemKind::UnknownField);
                true
            }
        };
        if !fresh {
            reader.report_at(name, ProblemKind::DuplicateField);
        }
    }
    parts
}

/// Takes the value unless there is one.
fn first<T>(slot: &mut Option<T>, value: T) -> bool {
    let fresh = slot.is_none();
    slot.get_or_insert(value);
    fresh
}

/// `2021:10.09`
fn assumed_base(reader: &mut Reader, text: &str, case: &Case<'_>) -> Option<Point> {
    if case.indicator().base.is_some() {
        reader.report(ProblemKind::BaseInPlan);
        return None;
    }
    let mut fields = text.split(':');
    let base = point(reader, &mut fields);
    if let Some(more) = fields.next() {
        reader.report_at(more, ProblemKind::UnknownField);
        return None;
    }
    rules::base(reader, base?, case)
}

fn results(reader: &mut Reader, parts: &Parts<'_>, measure: Measure, first: FiscalYear) -> Option<Actuals> {
    if parts.too_many {
        reader.report(ProblemKind::TooMany { limit: MOST_RESULTS });
        return None;
    }
    let results = parts.results.iter().enumerate();
    let placed = results.filter_map(|(at, text)| {
        let actual = reader.entry(at, None, |reader| result(reader, text))?;
        Some(Placed { at, actual })
    });
    let placed = placed.collect();
    rules::results(reader, placed, measure, first)
}

/// `2024:61.5:total:preliminary:break`. One with a word that is not understood is not taken: it might mean another
/// number.
fn result(reader: &mut Reader, text: &ResultText<'_>) -> Option<Actual> {
    let mut fields = text.fields.split(':');
    let point = point(reader, &mut fields);
    let (mut entry, mut status, mut series_break) = (None, None, false);
    for word in fields {
        let fresh = match reader.one_of(word, RESULT_WORDS)? {
            0 => first(&mut entry, Entry::Total),
            1 => first(&mut status, ActualStatus::Preliminary),
            2 => first(&mut status, ActualStatus::Reference),
            _ => !std::mem::replace(&mut series_break, true),
        };
        if !fresh {
            reader.report_at(word, ProblemKind::DuplicateField);
            return None;
        }
    }
    let source = text.source.map(|source| reader.within(SOURCE, |reader| words(reader, source, MAX_TEXT)));
    let Point { year, value } = point?;
    Some(Actual {
        year,
        value,
        entry: entry.unwrap_or(Entry::Yearly),
        status: status.unwrap_or(ActualStatus::Final),
        source: source.unwrap_or_default(),
        series_break,
    })
}

/// A year and a value, both of which must be there.
fn point<'t>(reader: &mut Reader, fields: &mut impl Iterator<Item = &'t str>) -> Option<Point> {
    let mut field = |name: &str| {
        let field = fields.next();
        if field.is_none() {
            reader.report_at(name, ProblemKind::Missing);
        }
        field
    };
    let (year, value) = (field("year"), field("value"));
    let year = year.and_then(|text| reader.within("year", |reader| fiscal_year(reader, text)));
    let value = value.and_then(|text| reader.within("value", |reader| number(reader, text)));
    Some(Point { year: year?, value: value? })
}

fn fiscal_year(reader: &mut Reader, text: &str) -> Option<FiscalYear> {
    let western = growth::whole(reader, text)?;
    reader.year_of(western, FiscalYear::MIN, FiscalYear::MAX)
}

fn number(reader: &mut Reader, text: &str) -> Option<f64> {
    let value = digits::value(text);
    if value.is_none() {
        reader.report(ProblemKind::NoNumber { found: excerpt(text) });
    }
    value
}
