//! A [`Plan`] to a plan file.

use serde::{Serialize, Serializer};

use super::indicator::{DIRECTIONS, MEASURES};
use super::parse::{FORMAT, ORIGINS};
use super::{Direction, Foundation, Indicator, Measure, Origin, Pillar, Plan, PlanPoint, Priority, Text};

/// The plan as the text of a file, which [`parse`](super::parse) reads as the same plan. It has the version that knows what
/// users change where they changed something, else the first one.
pub fn write(plan: &Plan) -> String {
    let id = |at: usize| plan.indicators.get(at).map_or("", |indicator| indicator.id.as_str());
    let file = PlanWire {
        format: FORMAT,
        version: if plan.is_edited() { 2 } else { 1 },
        id: &plan.id,
        name: Words(&plan.name),
        body: Words(&plan.body),
        vision: Words(&plan.vision),
        source: Words(&plan.source),
        first: plan.first.value.western(),
        first_origin: word(plan.first.origin),
        review: plan.review.value.western(),
        review_origin: word(plan.review.origin),
        last: plan.last.value.western(),
        last_origin: word(plan.last.origin),
        pillars: plan.pillars.iter().map(PillarWire::of).collect(),
        foundation: plan.foundation.as_ref().map(FoundationWire::of),
        priority: plan.priority.as_ref().map(|priority| PriorityWire::of(priority, &id)),
        indicators: plan.indicators.iter().map(|indicator| IndicatorWire::of(plan, indicator)).collect(),
        removed: plan
            .removed
            .iter()
            .map(|gone| RemovedWire { id: &gone.id, name: Words(&gone.name) })
            .collect(),
    };
    // Only maps with other keys than texts, and a writer that fails, make an error: there is neither.
    serde_json::to_string_pretty(&file).unwrap_or_default()
}

#[derive(Serialize)]
struct PlanWire<'a> {
    format: &'static str,
    version: i64,
    id: &'a str,
    name: Words<'a>,
    body: Words<'a>,
    vision: Words<'a>,
    source: Words<'a>,
    first: i32,
    first_origin: &'static str,
    review: i32,
    review_origin: &'static str,
    last: i32,
    last_origin: &'static str,
    pillars: Vec<PillarWire<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    foundation: Option<FoundationWire<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    priority: Option<PriorityWire<'a>>,
    indicators: Vec<IndicatorWire<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    removed: Vec<RemovedWire<'a>>,
}

#[derive(Serialize)]
struct PillarWire<'a> {
    id: &'a str,
    mark: Words<'a>,
    name: Words<'a>,
    short: Words<'a>,
    summary: Words<'a>,
}

#[derive(Serialize)]
struct FoundationWire<'a> {
    mark: Words<'a>,
    name: Words<'a>,
    summary: Words<'a>,
}

#[derive(Serialize)]
struct PriorityWire<'a> {
    name: Words<'a>,
    first: i32,
    last: i32,
    projects: Vec<ProjectWire<'a>>,
}

#[derive(Serialize)]
struct ProjectWire<'a> {
    name: Words<'a>,
    aim: Words<'a>,
    indicators: Vec<&'a str>,
}

#[derive(Serialize)]
struct IndicatorWire<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pillar: Option<&'a str>,
    name: Words<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    aim: Option<Words<'a>>,
    unit: Words<'a>,
    decimals: u8,
    measure: &'static str,
    measure_origin: &'static str,
    direction: &'static str,
    base: Option<PointWire>,
    target: PointWire,
    #[serde(skip_serializing_if = "Option::is_none")]
    method: Option<Words<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<Words<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note_origin: Option<&'static str>,
}

#[derive(Serialize)]
struct PointWire {
    value: Number,
    value_origin: &'static str,
    year: i32,
    year_origin: &'static str,
}

#[derive(Serialize)]
struct RemovedWire<'a> {
    id: &'a str,
    name: Words<'a>,
}

/// A text, in the languages in which there is one.
struct Words<'a>(&'a Text);

/// A number as people write it: whole numbers without a fraction.
struct Number(f64);

impl Serialize for Words<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let all = [("ja", &self.0.ja), ("en", &self.0.en)];
        serializer.collect_map(all.into_iter().filter(|(_, text)| !text.is_empty()))
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        /// Up to here every whole number is a float of its own.
        const WHOLE: f64 = 9_007_199_254_740_992.0;
        if self.0.trunc() == self.0 && self.0.abs() < WHOLE {
            serializer.serialize_i64(self.0 as i64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

impl<'a> PillarWire<'a> {
    fn of(pillar: &'a Pillar) -> PillarWire<'a> {
        let Pillar { id, mark, name, short, summary, indicators: _ } = pillar;
        let [mark, name, short, summary] = [mark, name, short, summary].map(Words);
        PillarWire { id, mark, name, short, summary }
    }
}

impl<'a> FoundationWire<'a> {
    fn of(foundation: &'a Foundation) -> FoundationWire<'a> {
        let Foundation { mark, name, summary } = foundation;
        let [mark, name, summary] = [mark, name, summary].map(Words);
        FoundationWire { mark, name, summary }
    }
}

impl<'a> PriorityWire<'a> {
    fn of(priority: &'a Priority, id: &impl Fn(usize) -> &'a str) -> PriorityWire<'a> {
        let projects = priority.projects.iter().map(|project| ProjectWire {
            name: Words(&project.name),
            aim: Words(&project.aim),
            indicators: project.indicators.iter().map(|at| id(*at)).collect(),
        });
        PriorityWire {
            name: Words(&priority.name),
            first: priority.first.western(),
            last: priority.last.western(),
            projects: projects.collect(),
        }
    }
}

impl<'a> IndicatorWire<'a> {
    fn of(plan: &'a Plan, indicator: &'a Indicator) -> IndicatorWire<'a> {
        IndicatorWire {
            id: &indicator.id,
            pillar: plan.pillar_of(indicator).map(|pillar| pillar.id.as_str()),
            name: Words(&indicator.name),
            aim: indicator.aim.as_ref().map(Words),
            unit: Words(&indicator.unit),
            decimals: indicator.decimals,
            measure: at(
                MEASURES,
                match indicator.measure.value {
                    Measure::Level => 0,
                    Measure::Share => 1,
                    Measure::Flow => 2,
                    Measure::Cumulative => 3,
                },
            ),
            measure_origin: word(indicator.measure.origin),
            direction: at(
                DIRECTIONS,
                match indicator.direction {
                    Direction::AtLeast => 0,
                    Direction::AtMost => 1,
                },
            ),
            base: indicator.base.map(PointWire::of),
            target: PointWire::of(indicator.target),
            method: indicator.method.as_ref().map(Words),
            note: indicator.note.as_ref().map(Words),
            note_origin: Some(indicator.note_origin).filter(|origin| *origin != Origin::Stated).map(word),
        }
    }
}

impl PointWire {
    fn of(point: PlanPoint) -> PointWire {
        PointWire {
            value: Number(point.value.value),
            value_origin: word(point.value.origin),
            year: point.year.value.western(),
            year_origin: word(point.year.origin),
        }
    }
}

fn word(origin: Origin) -> &'static str {
    let place = match origin {
        Origin::Stated => 0,
        Origin::Inferred => 1,
        Origin::Edited => 2,
    };
    at(ORIGINS, place)
}

fn at(words: &[&'static str], place: usize) -> &'static str {
    words.get(place).copied().unwrap_or_default()
}
