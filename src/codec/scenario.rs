//! A scenario in JSON, by indicator id: only what differs from 現状維持.
//!
//! Rates are whole hundredths, as in the model. What is left out has the value it has at the start, so that the
//! plan's own numbers are never repeated. A rate never stands without its mode.

use serde::{Serialize, Serializer};

use super::exact::{self, Exact};
use super::{results, rules};
use crate::model::{Case, Growth, Inputs, MAX_NAME, MAX_TEXT, Mode, Rate, Scenario};
use crate::plan::json::{self, Token};
use crate::plan::problem::excerpt;
use crate::plan::reader::{Object, Reader};
use crate::plan::{Day, FiscalYear, Indicator, Measure, Plan, Point, ProblemKind};

const FIELDS: &[&str] = &["name", "note", "date", "indicators"];
const INDICATOR_FIELDS: &[&str] =
    &["mode", "early", "late", "measure", "base", "locked", "reason", "actuals"];
const POINT_FIELDS: &[&str] = &["year", "value"];
const MODES: &[&str] = &["percent", "amount"];

/// A scenario as it is written.
#[derive(Serialize)]
pub(super) struct Wire<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'a str,
    /// In eight digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    indicators: Indicators<'a>,
}

/// Written as an object with the ids as names.
struct Indicators<'a>(Vec<(&'a str, IndicatorWire<'a>)>);

#[derive(Serialize)]
struct IndicatorWire<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    mode: Option<&'static str>,
    #[serde(skip_serializing_if = "is_zero")]
    early: i64,
    #[serde(skip_serializing_if = "is_zero")]
    late: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    measure: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    base: Option<PointWire>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    locked: bool,
    #[serde(skip_serializing_if = "str::is_empty")]
    reason: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    actuals: Vec<results::Wire<'a>>,
}

#[derive(Serialize)]
struct PointWire {
    year: i32,
    value: Exact,
}

impl Serialize for Indicators<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(id, wire)| (id, wire)))
    }
}

impl<'a> Wire<'a> {
    /// What is to be written of a scenario of this plan.
    pub(super) fn of(plan: &'a Plan, scenario: &'a Scenario) -> Wire<'a> {
        let said = plan.indicators.iter().zip(scenario.all());
        Wire {
            name: &scenario.name,
            note: &scenario.note,
            date: scenario.date.map(Day::digits),
            indicators: Indicators(
                said.filter(|(indicator, inputs)| ***inputs != Inputs::hold(indicator))
                    .map(|(indicator, inputs)| (indicator.id.as_str(), IndicatorWire::of(indicator, inputs)))
                    .collect(),
            ),
        }
    }
}

impl<'a> IndicatorWire<'a> {
    fn of(indicator: &Indicator, inputs: &'a Inputs) -> IndicatorWire<'a> {
        let growth = inputs.growth;
        let moved = growth != Growth::hold(indicator.measure.value);
        IndicatorWire {
            mode: moved.then(|| mode_word(growth.mode)),
            early: growth.early.hundredths(),
            late: growth.late.hundredths(),
            measure: inputs.measure.map(rules::measure_word),
            base: inputs
                .assumed_base
                .map(|base| PointWire { year: base.year.western(), value: Exact(base.value) }),
            locked: inputs.locked,
            reason: &inputs.reason,
            actuals: inputs.actuals.entries().iter().map(results::Wire::of).collect(),
        }
    }
}

/// Reads a scenario of this plan. What cannot be read is reported and left at its start; all that remains is
/// within the model's rules.
pub(super) fn read(reader: &mut Reader, token: &Token, plan: &Plan) -> Option<Scenario> {
    let object = reader.object(token, FIELDS)?;
    let mut scenario = Scenario::hold(plan);
    let mut text = |name, limit| {
        let text =
            reader.optional(object, name, |reader, token| reader.string(token, limit).map(str::to_owned));
        text.unwrap_or_default()
    };
    scenario.name = text("name", MAX_NAME);
    scenario.note = text("note", MAX_TEXT);
    scenario.date = reader.optional(object, "date", day);
    reader.required(object, "indicators", |reader, token| indicators(reader, token, plan, &mut scenario));
    Some(scenario)
}

/// A day in eight digits.
fn day(reader: &mut Reader, token: &Token) -> Option<Day> {
    let digits = reader.string(token, MAX_NAME)?;
    let day = Day::from_digits(digits);
    if day.is_none() {
        reader.report(ProblemKind::NoDay { found: excerpt(digits) });
    }
    day
}

fn is_zero(hundredths: &i64) -> bool {
    *hundredths == 0
}

fn mode_word(mode: Mode) -> &'static str {
    match mode {
        Mode::Percent => "percent",
        Mode::Amount => "amount",
    }
}

fn indicators(reader: &mut Reader, token: &Token, plan: &Plan, scenario: &mut Scenario) -> Option<()> {
    let fields = reader.fields(token)?;
    let ids = plan.indicators.iter().enumerate();
    let ids = json::sorted_ids(ids.map(|(index, indicator)| (indicator.id.as_str(), index)));
    let mut seen = vec![false; plan.indicators.len()];
    for (at, (id, token)) in fields.iter().enumerate() {
        let place = json::is_id(id).then_some(id.as_str());
        reader.entry(at, place, |reader| {
            let index = json::position(&ids, id);
            let index = reader.known(id, index, |found| ProblemKind::UnknownIndicator { found });
            let Some(index) = index else { return };
            let (Some(indicator), Some(seen)) = (plan.indicators.get(index), seen.get_mut(index)) else {
                return;
            };
            if std::mem::replace(seen, true) {
                reader.report(ProblemKind::DuplicateField);
            } else {
                scenario.set(index, inputs(reader, token, plan, indicator));
            }
        });
    }
    Some(())
}

fn inputs(reader: &mut Reader, token: &Token, plan: &Plan, indicator: &Indicator) -> Inputs {
    let mut inputs = Inputs::hold(indicator);
    let Some(object) = reader.object(token, INDICATOR_FIELDS) else { return inputs };
    inputs.measure = reader.optional(object, "measure", |reader, token| {
        let word = reader.string(token, usize::MAX)?;
        rules::measure(reader, word, plan, indicator)
    });
    let in_force = inputs.measure(indicator);
    inputs.growth = growth(reader, object, indicator, in_force);
    inputs.assumed_base = reader.optional(object, "base", |reader, token| {
        if indicator.base.is_some() {
            reader.report(ProblemKind::BaseInPlan);
            return None;
        }
        base(reader, token, &Case::new(plan, indicator, &inputs))
    });
    inputs.locked = reader.optional(object, "locked", Reader::boolean).unwrap_or_default();
    let reason =
        reader.optional(object, "reason", |reader, token| reader.string(token, MAX_TEXT).map(str::to_owned));
    inputs.reason = reason.unwrap_or_default();
    let actuals = reader.optional(object, "actuals", |reader, token| {
        results::read(reader, token, in_force, plan.first.value)
    });
    inputs.actuals = actuals.unwrap_or_default();
    inputs
}

/// The growth. Rates without a readable mode mean nothing and are not read.
fn growth(reader: &mut Reader, object: Object<'_>, indicator: &Indicator, measure: Measure) -> Growth {
    let hold = Growth::hold(indicator.measure.value);
    let rated = ["early", "late"].into_iter().any(|name| object.get(name).is_some());
    if !rated && object.get("mode").is_none() {
        return hold;
    }
    let mode = reader.required(object, "mode", |reader, token| {
        Some(if reader.choice(token, MODES)? == 0 { Mode::Percent } else { Mode::Amount })
    });
    let Some(mode) = mode else { return hold };
    let mut rate = |name| {
        let rate = reader.optional(object, name, |reader, token| {
            let hundredths = reader.whole(token)?;
            rules::rate(reader, hundredths, mode, measure)
        });
        rate.unwrap_or(Rate::ZERO)
    };
    Growth { mode, early: rate("early"), late: rate("late") }
}

/// A baseline for an indicator without one.
fn base(reader: &mut Reader, token: &Token, case: &Case<'_>) -> Option<Point> {
    let object = reader.object(token, POINT_FIELDS)?;
    let year =
        reader.required(object, "year", |reader, token| reader.year(token, FiscalYear::MIN, FiscalYear::MAX));
    let value = reader.required(object, "value", exact::read);
    rules::base(reader, Point { year: year?, value: value? }, case)
}
