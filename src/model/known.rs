//! What is known of an indicator's past: baseline, results, and straight lines between them.

use super::Inputs;
use super::path::plus;
use crate::order::insert;
use crate::plan::{FiscalYear, Indicator, Measure};

/// How a known value is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KnownKind {
    /// The plan's baseline.
    Base,
    /// 利用者の仮定: a baseline that the user assumes because the plan has none.
    AssumedBase,
    /// An entered result.
    Actual,
    /// Between known years, or part of a difference over several years: never drawn as measured.
    Interpolated,
}

/// A yearly value of the past.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KnownPoint {
    /// Fiscal year.
    pub year: FiscalYear,
    /// Yearly value, in the indicator's unit.
    pub value: f64,
    /// How it is known.
    pub kind: KnownKind,
    /// The running total from the plan's first year that was entered for this year, if one was.
    pub total: Option<f64>,
}

/// Contiguous yearly values up to the anchor. Never empty.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    anchor: KnownPoint,
    earlier: Vec<KnownPoint>,
}

impl KnownPoint {
    /// The sum up to and including this year, given the sum up to the year before.
    pub(super) fn added_to(&self, sum: f64) -> f64 {
        self.total.unwrap_or_else(|| plus(sum, self.value))
    }
}

impl Known {
    /// Gathers what is known, or `None` where nothing is, or where a cumulative indicator's yearly counts
    /// begin after `first`, so that its sum cannot be known.
    pub fn gather(
        indicator: &Indicator,
        inputs: &Inputs,
        measure: Measure,
        first: FiscalYear,
    ) -> Option<Known> {
        let mut sure: Vec<KnownPoint> = inputs
            .actuals
            .yearly()
            .iter()
            .map(|actual| {
                let kind = if actual.spread { KnownKind::Interpolated } else { KnownKind::Actual };
                KnownPoint { year: actual.year, value: actual.value, kind, total: actual.total }
            })
            .collect();
        let base = match (&indicator.base, inputs.assumed_base) {
            (Some(base), _) => Some((base.point(), KnownKind::Base)),
            (None, Some(assumed)) => Some((assumed, KnownKind::AssumedBase)),
            (None, None) => None,
        };
        if let Some((point, kind)) = base
            && !sure.iter().any(|known| known.year == point.year)
        {
            let known = KnownPoint { year: point.year, value: point.value, kind, total: None };
            insert(&mut sure, known, usize::MAX, |one, two| one.year < two.year);
        }
        let earliest = sure.first()?.year;
        if measure == Measure::Cumulative && earliest > first {
            return None;
        }
        let mut points = fill(&sure);
        let anchor = points.pop()?;
        Some(Known { anchor, earlier: points })
    }

    /// The latest known value, from which the path starts.
    pub fn anchor(&self) -> KnownPoint {
        self.anchor
    }

    /// All known values in order of year, the anchor last.
    pub fn points(&self) -> impl Iterator<Item = KnownPoint> + '_ {
        self.earlier.iter().copied().chain([self.anchor])
    }

    /// Sum of the yearly values from the plan's `first` year to the anchor, entered totals standing as they are;
    /// 0 where the anchor lies before `first`.
    pub fn total_since(&self, first: FiscalYear) -> f64 {
        self.points().filter(|point| point.year >= first).fold(0.0, |sum, point| point.added_to(sum))
    }
}

/// Straight lines through the years between known ones.
fn fill(sure: &[KnownPoint]) -> Vec<KnownPoint> {
    let mut points: Vec<KnownPoint> = Vec::with_capacity(sure.len());
    for next in sure {
        if let Some(previous) = points.last().copied() {
            let span = f64::from(next.year.since(previous.year));
            for year in previous.year.plus(1).through(next.year.plus(-1)) {
                let part = f64::from(year.since(previous.year)) / span;
                let value = previous.value + (next.value - previous.value) * part;
                points.push(KnownPoint { year, value, kind: KnownKind::Interpolated, total: None });
            }
        }
        points.push(*next);
    }
    points
}
