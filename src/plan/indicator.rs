//! One indicator of a plan file.

use super::json::Token;
use super::parse::{Context, known, origin, origin_word, sourced_year, text, text_field};
use super::reader::{Object, Reader};
use super::{Direction, FiscalYear, Indicator, Measure, Origin, PlanPoint, ProblemKind, Sourced};

const MOST_DECIMALS: i64 = 6;

const FIELDS: &[&str] = &[
    "id",
    "pillar",
    "name",
    "aim",
    "unit",
    "decimals",
    "measure",
    "measure_origin",
    "direction",
    "base",
    "target",
    "method",
    "note",
    "note_origin",
];
const POINT_FIELDS: &[&str] = &["value", "value_origin", "year", "year_origin"];
pub(super) const MEASURES: &[&str] = &["level", "share", "flow", "cumulative"];
pub(super) const DIRECTIONS: &[&str] = &["at_least", "at_most"];

/// The indicator at `index` of the plan's list.
pub(super) fn read(
    reader: &mut Reader,
    context: &Context<'_>,
    index: usize,
    token: &Token,
) -> Option<Indicator> {
    let object = reader.object(token, FIELDS)?;
    let id = reader.own_id(object, context.indicators(), index);
    let measure = reader.required(object, "measure", |reader, token| {
        Some(match reader.choice(token, MEASURES)? {
            0 => Measure::Level,
            1 => Measure::Share,
            2 => Measure::Flow,
            _ => Measure::Cumulative,
        })
    });
    let measure = Sourced {
        value: measure.unwrap_or(Measure::Level),
        origin: origin(reader, object, "measure_origin"),
    };
    let direction = reader.required(object, "direction", |reader, token| {
        Some(match reader.choice(token, DIRECTIONS)? {
            0 => Direction::AtLeast,
            _ => Direction::AtMost,
        })
    });
    let decimals =
        reader.required(object, "decimals", |reader, token| reader.whole_within(token, 0, MOST_DECIMALS));
    Some(Indicator {
        id: id.unwrap_or_default(),
        pillar: pillar(reader, object, context),
        name: text_field(reader, object, "name"),
        aim: reader.optional(object, "aim", text),
        unit: text_field(reader, object, "unit"),
        decimals: decimals.and_then(|decimals| u8::try_from(decimals).ok()).unwrap_or_default(),
        measure,
        direction: direction.unwrap_or(Direction::AtLeast),
        base: base(reader, object, context, measure.value),
        target: target(reader, object, context, measure.value),
        method: reader.optional(object, "method", text),
        note: reader.optional(object, "note", text),
        note_origin: reader.optional(object, "note_origin", origin_word).unwrap_or(Origin::Stated),
    })
}

/// The pillar: the field must be there, unless the plan has no pillars.
fn pillar(reader: &mut Reader, indicator: Object<'_>, context: &Context<'_>) -> Option<usize> {
    let pillars = context.pillars.as_deref();
    let read = |reader: &mut Reader, token: &Token| {
        known(reader, token, pillars, |found| ProblemKind::UnknownPillar { found })
    };
    if pillars.is_some_and(<[_]>::is_empty) {
        reader.optional(indicator, "pillar", read)
    } else {
        reader.required(indicator, "pillar", read)
    }
}

/// The baseline: the field must be there, `null` where the plan has none, so that a forgotten baseline does
/// not pass for an unknown one.
fn base(
    reader: &mut Reader,
    indicator: Object<'_>,
    context: &Context<'_>,
    measure: Measure,
) -> Option<PlanPoint> {
    reader.required(indicator, "base", |reader, token| {
        if matches!(token, Token::Null) {
            return None;
        }
        let last = context.years.map_or(FiscalYear::MAX, |years| years.last);
        let point = point(reader, token, measure, FiscalYear::MIN, last)?;
        if let (Measure::Cumulative, Some(years)) = (measure, context.years)
            && point.year.value > years.first
        {
            let base = point.year.value;
            reader.report_at("year", ProblemKind::CumulativeBaseAfterFirst { base, first: years.first });
        }
        Some(point)
    })
}

fn target(reader: &mut Reader, indicator: Object<'_>, context: &Context<'_>, measure: Measure) -> PlanPoint {
    let (first, last) =
        context.years.map_or((FiscalYear::MIN, FiscalYear::MAX), |years| (years.first, years.last));
    let target =
        reader.required(indicator, "target", |reader, token| point(reader, token, measure, first, last));
    target.unwrap_or(PlanPoint { value: Sourced::stand_in(0.0), year: Sourced::stand_in(FiscalYear::MIN) })
}

fn point(
    reader: &mut Reader,
    token: &Token,
    measure: Measure,
    lowest: FiscalYear,
    highest: FiscalYear,
) -> Option<PlanPoint> {
    let object = reader.object(token, POINT_FIELDS)?;
    let value = reader.required(object, "value", |reader, token| {
        let value = reader.number(token)?;
        if !measure.admits(value) {
            reader.report(ProblemKind::OutOfScale { value, highest: measure.upper_bound() });
        }
        // A JSON `-0` passes the bounds and would print as one.
        Some(if value == 0.0 { 0.0 } else { value })
    });
    let value = Sourced { value: value.unwrap_or_default(), origin: origin(reader, object, "value_origin") };
    let year = sourced_year(reader, object, "year", "year_origin", lowest, highest);
    Some(PlanPoint { value, year: year? })
}
