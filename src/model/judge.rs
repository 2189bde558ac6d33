//! Judgement: this app's guide to whether an outcome reaches its target; not the city's evaluation.

use crate::plan::{Direction, Measure, Point};

/// Whether a target is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// 達成
    Met,
    /// 未達
    Short,
    /// 判定不能: there is no outcome to judge.
    Unknown,
}

/// How many indicators of a group came to each verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Tally {
    /// 達成
    pub met: usize,
    /// 未達
    pub short: usize,
    /// 判定不能
    pub unknown: usize,
}

/// Share of |target| within which an outcome still meets it, for what floating-point sums lose.
const TOLERANCE: f64 = 1e-9;

/// Holds an unrounded outcome against a target.
pub fn judge(outcome: f64, target: f64, direction: Direction) -> Verdict {
    let slack = TOLERANCE * target.abs();
    let met = match direction {
        Direction::AtLeast => outcome >= target - slack,
        Direction::AtMost => outcome <= target + slack,
    };
    if met { Verdict::Met } else { Verdict::Short }
}

/// 進捗率 as a fraction: the way from the baseline to the target that is covered; for cumulative at-least
/// targets, whose baseline is a pace and no starting stock, the outcome's share of the target.
///
/// None without a baseline, where the baseline equals the target, for cumulative at-most targets, and
/// (cumulative aside) where the way is under 1 % of the baseline, because it then swings wildly and means nothing.
pub fn progress(
    outcome: f64,
    base: Option<Point>,
    target: f64,
    measure: Measure,
    direction: Direction,
) -> Option<f64> {
    let base = base?.value;
    let way = target - base;
    if way == 0.0 {
        return None;
    }
    match (measure, direction) {
        (Measure::Cumulative, Direction::AtLeast) => ratio(outcome, target),
        (Measure::Cumulative, Direction::AtMost) => None,
        _ if way.abs() < 0.01 * base.abs() => None,
        _ => finite((outcome - base) / way),
    }
}

/// 対目標比 as a fraction: the outcome's share of the target. None at target 0, or at one so small that the
/// share is beyond any number.
pub fn ratio(outcome: f64, target: f64) -> Option<f64> {
    if target == 0.0 { None } else { finite(outcome / target) }
}

fn finite(value: f64) -> Option<f64> {
    Some(value).filter(|value| value.is_finite())
}

impl Tally {
    /// Counts one more verdict.
    pub fn add(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::Met => self.met += 1,
            Verdict::Short => self.short += 1,
            Verdict::Unknown => self.unknown += 1,
        }
    }

    /// How many could be judged: the denominator of 達成 n/m.
    pub fn judged(self) -> usize {
        self.met + self.short
    }

    /// How many there are.
    pub fn all(self) -> usize {
        self.judged() + self.unknown
    }

    /// The group's verdict: short where any is short, met where all that can be judged are met, unknown where
    /// none can.
    pub fn verdict(self) -> Verdict {
        match self {
            Tally { short: 1.., .. } => Verdict::Short,
            Tally { met: 1.., .. } => Verdict::Met,
            _ => Verdict::Unknown,
        }
    }
}

impl FromIterator<Verdict> for Tally {
    fn from_iter<I: IntoIterator<Item = Verdict>>(verdicts: I) -> Tally {
        let mut tally = Tally::default();
        verdicts.into_iter().for_each(|verdict| tally.add(verdict));
        tally
    }
}
