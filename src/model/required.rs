//! 必要ペース: the rate from the anchor that lands on the target, and why there may be none.

use super::{Case, Frame, Half, Mode, Rate, RateLimits, Verdict, judge};
use crate::plan::{Direction, FiscalYear, Measure};

/// Why there is no required growth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoRequired {
    /// Nothing is known to start from.
    NoAnchor,
    /// The target year is not after the anchor.
    NoYearsLeft,
    /// The target lies outside the measure's scale.
    OutsideScale,
    /// What is counted already reaches the target.
    Secured,
    /// What is counted is already above a target that must not be exceeded.
    Exceeded,
    /// No percentage moves a zero.
    ZeroAnchor,
    /// The target year lies in the first half: there is no late rate to look for.
    FirstHalf,
    /// No finite rate leads there.
    Unreachable,
}

/// Share of its parts that adding up a path may lose.
const ROUNDING: f64 = 1e-12;

/// The uniform rate, in the unit of the case's mode, that leads from the anchor to the target at the target
/// year, bounds ignored.
pub fn required(case: &Case<'_>) -> Result<f64, NoRequired> {
    let frame = case.frame().ok_or(NoRequired::NoAnchor)?;
    required_in(&frame, case.inputs().growth.mode)
}

/// The late rate that leads to the target given the early one, from the value at review after bounds; the
/// uniform one where the anchor already lies at review or later.
pub fn required_late(case: &Case<'_>) -> Result<f64, NoRequired> {
    let frame = case.frame().ok_or(NoRequired::NoAnchor)?;
    let growth = case.inputs().growth;
    if frame.target.year <= frame.review {
        return Err(NoRequired::FirstHalf);
    }
    required_in(&frame.at_review(growth), growth.mode)
}

/// The required growth as a rate that can be set: the whole hundredth nearest to it whose verdict is met, which
/// is the smallest for at-least targets and the largest for at-most ones. It meets the target both with the
/// bounds and without them, so that a bound neither hides a shortfall nor lets the rate run away from the pace
/// that is shown.
///
/// `half` says which rate it replaces: both, or one, the other staying as it is.
/// [`NoRequired::Unreachable`] where no rate within the mode's limits meets the target.
pub fn required_rate(case: &Case<'_>, half: Option<Half>) -> Result<Rate, NoRequired> {
    match half {
        Some(Half::Late) => required_late(case)?,
        Some(Half::Early) | None => required(case)?,
    };
    let frame = case.frame().ok_or(NoRequired::NoAnchor)?;
    if half == Some(Half::Early) && frame.anchor.year >= frame.review {
        return Err(NoRequired::NoYearsLeft);
    }
    let growth = case.inputs().growth;
    let Frame { target, direction, review, .. } = frame;
    let start = if half == Some(Half::Late) { frame.at_review(growth) } else { frame };
    // The verdict's tolerance is a share of the target: a target of 0 leaves none for what the sum itself loses.
    let lost = ROUNDING * (start.anchor.value + start.anchor.total + target.value);
    let lost = if direction == Direction::AtLeast { lost } else { -lost };
    let meets = |rate: Rate| {
        let growth = growth.with_rate(half, rate);
        let free = start.free_outcome(growth.mode, target.year, |year| growth.rate_into(year, review));
        let held = frame.outcome(growth, target.year);
        [Some(free + lost), held].into_iter().all(|outcome| {
            outcome.is_some_and(|outcome| judge(outcome, target.value, direction) == Verdict::Met)
        })
    };
    let limits = RateLimits::of(growth.mode, frame.measure);
    let (easy, hard) = match direction {
        Direction::AtLeast => (limits.max, limits.min),
        Direction::AtMost => (limits.min, limits.max),
    };
    last_that(easy, hard, meets).ok_or(NoRequired::Unreachable)
}

/// The last rate on the way from `from` to `to` that meets, where those that do come first.
fn last_that(from: Rate, to: Rate, meets: impl Fn(Rate) -> bool) -> Option<Rate> {
    if meets(to) {
        return Some(to);
    }
    let (mut met, mut unmet) = (from.hundredths(), to.hundredths());
    if !meets(from) {
        return None;
    }
    while met.abs_diff(unmet) > 1 {
        let middle = met + (unmet - met) / 2;
        if meets(Rate::from_hundredths(middle)) {
            met = middle;
        } else {
            unmet = middle;
        }
    }
    Some(Rate::from_hundredths(met))
}

fn required_in(frame: &Frame, mode: Mode) -> Result<f64, NoRequired> {
    let target = frame.target;
    if target.year <= frame.anchor.year {
        return Err(NoRequired::NoYearsLeft);
    }
    if !frame.measure.admits(target.value) {
        return Err(NoRequired::OutsideScale);
    }
    if frame.measure == Measure::Cumulative {
        match (frame.direction, judge(frame.anchor.total, target.value, frame.direction)) {
            (Direction::AtLeast, Verdict::Met) => return Err(NoRequired::Secured),
            (Direction::AtMost, Verdict::Short) => return Err(NoRequired::Exceeded),
            _ => {}
        }
    }
    if mode == Mode::Percent && frame.anchor.value == 0.0 {
        return Err(NoRequired::ZeroAnchor);
    }
    if mode == Mode::Amount && frame.measure != Measure::Cumulative {
        let years = f64::from(target.year.since(frame.anchor.year));
        return Ok((target.value - frame.anchor.value) / years);
    }
    uniform_root(frame, mode, target.year, target.value).ok_or(NoRequired::Unreachable)
}

/// The uniform rate whose outcome in `year` is `wanted`, bounds ignored.
pub(super) fn uniform_root(frame: &Frame, mode: Mode, year: FiscalYear, wanted: f64) -> Option<f64> {
    root(mode, wanted, |rate| frame.free_outcome(mode, year, |_| rate))
}

/// The smallest rate at which a non-decreasing `outcome` reaches `wanted`, by bisection to the last bit.
/// Zero is tried first, so that standing still is found as exactly 0. `None` where no rate of the mode gets
/// there from below, or where every rate of the mode is already above.
pub(super) fn root(mode: Mode, wanted: f64, outcome: impl Fn(f64) -> f64) -> Option<f64> {
    if outcome(0.0) == wanted {
        return Some(0.0);
    }
    let mut low = match mode {
        Mode::Percent => {
            let floor = outcome(-100.0);
            if floor >= wanted {
                return (floor == wanted).then_some(-100.0);
            }
            -100.0
        }
        Mode::Amount => bracket(-1.0, |rate| outcome(rate) < wanted)?,
    };
    let mut high = bracket(1.0, |rate| outcome(rate) >= wanted)?;
    loop {
        let middle = low + (high - low) / 2.0;
        if middle <= low || middle >= high {
            return Some(high);
        }
        if outcome(middle) < wanted {
            low = middle;
        } else {
            high = middle;
        }
    }
}

/// Doubles `rate` until it is far enough; `None` where no finite rate is.
fn bracket(mut rate: f64, far_enough: impl Fn(f64) -> bool) -> Option<f64> {
    while !far_enough(rate) {
        rate *= 2.0;
        if !rate.is_finite() {
            return None;
        }
    }
    Some(rate)
}
