//! The path of yearly values from the anchor on, and the outcome that it leads to.

use super::{Growth, Known, KnownKind, KnownPoint, Mode};
use crate::order::within;
use crate::plan::{Direction, FiscalYear, Measure, Point};

/// 到達年度 is looked for up to this year.
pub const HORIZON: i32 = 2060;

/// Where a path starts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Anchor {
    /// Year of the latest known value.
    pub year: FiscalYear,
    /// That value, in the indicator's unit.
    pub value: f64,
    /// Sum of the yearly values from the plan's first year to the anchor; 0 where the anchor lies before it.
    pub total: f64,
}

/// What an outcome follows from, rates aside.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// How yearly values become an outcome.
    pub measure: Measure,
    /// Which side of the target meets it.
    pub direction: Direction,
    /// Where the path starts.
    pub anchor: Anchor,
    /// First plan year.
    pub first: FiscalYear,
    /// Year in which the two halves meet.
    pub review: FiscalYear,
    /// What is to be reached, and when.
    pub target: Point,
}

/// How a point of a path came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PointKind {
    /// Known, in the way said.
    Known(KnownKind),
    /// Follows from the assumed growth.
    Projected,
}

/// One year of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PathPoint {
    /// Fiscal year.
    pub year: FiscalYear,
    /// Yearly value, in the indicator's unit.
    pub value: f64,
    /// Sum of the yearly values from the plan's first year; 0 before it.
    pub total: f64,
    /// How it came about.
    pub kind: PointKind,
    /// Whether the total rests on interpolated years that no entered total has settled since.
    pub total_interpolated: bool,
}

/// Contiguous years, from the earliest known one to the plan's last.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// In order of year.
    pub points: Vec<PathPoint>,
    /// First year in which the scale's end held the value back.
    pub bound: Option<FiscalYear>,
}

/// How an outcome is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OutcomeKind {
    /// By the assumed growth.
    Projected,
    /// By a known value of the year itself.
    Known,
    /// By a straight line between known years, or a sum that rests on such.
    Interpolated,
}

/// What an indicator comes to in a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// In the indicator's unit; for cumulative indicators the sum since the plan's first year.
    pub value: f64,
    /// How it is known.
    pub kind: OutcomeKind,
}

/// A yearly value one year on, before any bound.
pub(super) fn grown(value: f64, mode: Mode, rate: f64) -> f64 {
    match mode {
        Mode::Percent => value * (1.0 + rate / 100.0),
        Mode::Amount => value + rate,
    }
}

/// A sum of yearly values, held within what `f64` can tell from infinity.
pub(super) fn plus(sum: f64, value: f64) -> f64 {
    (sum + value).min(f64::MAX)
}

impl PathPoint {
    /// What counts against a target in this year: the total for cumulative indicators, else the value.
    pub fn outcome(&self, measure: Measure) -> f64 {
        match measure {
            Measure::Cumulative => self.total,
            Measure::Level | Measure::Share | Measure::Flow => self.value,
        }
    }
}

impl Frame {
    /// Outcome in `year`, at or after the anchor, with the bounds ignored. `rate` gives the rate into a year.
    pub fn free_outcome(&self, mode: Mode, year: FiscalYear, rate: impl Fn(FiscalYear) -> f64) -> f64 {
        let mut value = self.anchor.value;
        let mut total = self.anchor.total;
        for step in self.anchor.year.plus(1).through(year) {
            value = grown(value, mode, rate(step));
            if step >= self.first {
                total += value;
            }
        }
        match self.measure {
            Measure::Cumulative => total,
            Measure::Level | Measure::Share | Measure::Flow => value,
        }
    }

    /// The years after the anchor under `growth`, bounds in force, without end; and whether a bound acted in
    /// the year.
    pub fn steps(&self, growth: Growth) -> impl Iterator<Item = (PathPoint, bool)> + use<> {
        let review = self.review;
        self.steps_at(growth.mode, move |year| growth.rate_into(year, review))
    }

    /// The same for any rate, in the unit of the mode.
    pub fn steps_at<R: Fn(FiscalYear) -> f64>(
        &self,
        mode: Mode,
        rate: R,
    ) -> impl Iterator<Item = (PathPoint, bool)> + use<R> {
        let Frame { measure, anchor, first, .. } = *self;
        let mut value = anchor.value;
        let mut total = anchor.total;
        anchor.year.plus(1).through(FiscalYear::MAX).map(move |year| {
            let free = grown(value, mode, rate(year)).min(f64::MAX);
            value = within(free, 0.0, measure.upper_bound());
            if year >= first {
                total = plus(total, value);
            }
            let kind = PointKind::Projected;
            (PathPoint { year, value, total, kind, total_interpolated: false }, value != free)
        })
    }

    /// The frame as it stands at review under `growth`, bounds in force; itself where the anchor lies there or
    /// later.
    pub(super) fn at_review(&self, growth: Growth) -> Frame {
        let reached = self.steps(growth).map(|(point, _)| point).find(|point| point.year == self.review);
        match reached {
            Some(PathPoint { year, value, total, .. }) => {
                Frame { anchor: Anchor { year, value, total }, ..*self }
            }
            None => *self,
        }
    }

    /// Outcome in `year`, after the anchor, with the bounds in force.
    pub fn outcome(&self, growth: Growth, year: FiscalYear) -> Option<f64> {
        self.steps(growth).find(|(point, _)| point.year == year).map(|(point, _)| point.outcome(self.measure))
    }
}

impl Path {
    /// The known years and the steps after them, up to `last` or to the anchor where that is later.
    pub fn new(
        known: &Known,
        frame: &Frame,
        steps: impl Iterator<Item = (PathPoint, bool)>,
        last: FiscalYear,
    ) -> Path {
        let mut total = 0.0;
        let mut total_interpolated = false;
        let mut points: Vec<PathPoint> = known
            .points()
            .map(|point| {
                let KnownPoint { year, value, kind, total: entered } = point;
                if year >= frame.first {
                    total = point.added_to(total);
                    total_interpolated |= kind == KnownKind::Interpolated;
                    total_interpolated &= entered.is_none();
                }
                PathPoint { year, value, total, kind: PointKind::Known(kind), total_interpolated }
            })
            .collect();
        let mut bound = None;
        for (point, held) in steps.take_while(|(point, _)| point.year <= last) {
            if held && bound.is_none() {
                bound = Some(point.year);
            }
            points.push(PathPoint { total_interpolated, ..point });
        }
        Path { points, bound }
    }

    /// The point of a year.
    pub fn at(&self, year: FiscalYear) -> Option<&PathPoint> {
        self.points.iter().find(|point| point.year == year)
    }

    /// The outcome of a year; `None` outside the path.
    pub fn outcome(&self, year: FiscalYear, measure: Measure) -> Option<Outcome> {
        let point = self.at(year)?;
        let kind = match (point.kind, measure) {
            (PointKind::Projected, _) => OutcomeKind::Projected,
            (_, Measure::Cumulative) if point.total_interpolated => OutcomeKind::Interpolated,
            (_, Measure::Cumulative) => OutcomeKind::Known,
            (PointKind::Known(KnownKind::Interpolated), _) => OutcomeKind::Interpolated,
            (PointKind::Known(_), _) => OutcomeKind::Known,
        };
        Some(Outcome { value: point.outcome(measure), kind })
    }
}
