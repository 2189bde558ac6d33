//! Changes to an indicator's inputs that need the model to be worked out.

use super::required::root;
use super::{
    Actual, ActualProblem, Actuals, Case, Growth, Half, Inputs, Mode, NoRequired, Rate, RateLimits, required,
    required_rate,
};
use crate::plan::{Direction, FiscalYear, Indicator, Measure, Origin, Plan, Point};

/// A growth that is set for many indicators at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Preset {
    /// 現状維持: no growth.
    Hold,
    /// 必要ペース: the required growth.
    Required,
    /// その半分: half the required growth where that leads towards the target's side, up or, for a target that must not be
    /// exceeded, down; else none.
    Half,
    /// 過去ペース: the mean yearly change from the baseline to the latest result.
    Past,
}

/// Why a mode cannot be switched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SwitchRefused {
    /// Nothing is known to start from, so that the rates cannot be carried over.
    NoAnchor,
    /// The path starts at zero, which no percentage moves.
    ZeroAnchor,
    /// No rate of the other mode leads to the same outcome.
    Unreachable,
    /// The rate needed lies beyond what the other mode takes.
    BeyondLimits,
}

/// The growth that a preset gives the indicator: both halves, in the mode it has. `None` where the preset needs a
/// required growth and there is none, or none within the mode's limits; or a past pace, and there is none.
pub fn preset(case: &Case<'_>, preset: Preset) -> Option<Growth> {
    let growth = case.inputs().growth;
    let rate = match preset {
        Preset::Hold => Rate::ZERO,
        Preset::Required => required_rate(case, None).ok()?,
        Preset::Half => {
            let needed = required(case).ok()?;
            let half = match case.indicator().direction {
                Direction::AtLeast => needed.max(0.0) / 2.0,
                Direction::AtMost => needed.min(0.0) / 2.0,
            };
            RateLimits::of(growth.mode, case.measure()).hold(Rate::nearest(half))
        }
        Preset::Past => RateLimits::of(growth.mode, case.measure()).hold(Rate::nearest(case.past_pace()?)),
    };
    Some(Growth::uniform(growth.mode, rate))
}

/// Both rates moved by the same step, held within the mode's limits.
pub fn shift(inputs: &Inputs, measure: Measure, step: Rate) -> Growth {
    let growth = inputs.growth;
    let limits = RateLimits::of(growth.mode, measure);
    let early = growth.early.moved(step, limits);
    Growth { early, late: growth.late.moved(step, limits), ..growth }
}

/// The growth in the other mode that keeps the outcomes at the review year and at the target year, bounds
/// ignored, to a hundredth of the rate.
///
/// A target in the first half is kept instead of the review year, and the late rate then keeps the plan's last
/// year. Rates that no longer act, because the anchor lies behind them, follow the one that does.
pub fn switch_mode(case: &Case<'_>, mode: Mode) -> Result<Growth, SwitchRefused> {
    let from = case.inputs().growth;
    if from.mode == mode {
        return Ok(from);
    }
    let Some(frame) = case.frame() else {
        let idle = from.early == Rate::ZERO && from.late == Rate::ZERO;
        return if idle { Ok(Growth { mode, ..from }) } else { Err(SwitchRefused::NoAnchor) };
    };
    if frame.anchor.value == 0.0 {
        return Err(SwitchRefused::ZeroAnchor);
    }
    let review = frame.review;
    let kept = |year: FiscalYear| frame.free_outcome(from.mode, year, |year| from.rate_into(year, review));
    let fit = |year: FiscalYear, early: Option<Rate>| -> Result<Rate, SwitchRefused> {
        let outcome = |rate: f64| {
            frame.free_outcome(mode, year, |year| match early {
                Some(early) if year <= review => early.value(),
                _ => rate,
            })
        };
        let exact = root(mode, kept(year), outcome).ok_or(SwitchRefused::Unreachable)?;
        let rate = Rate::nearest(exact);
        let within = RateLimits::of(mode, frame.measure).admit(rate);
        if within { Ok(rate) } else { Err(SwitchRefused::BeyondLimits) }
    };
    // A total cannot tell rates apart in years that do not count: fit where the total has begun.
    let counts_from = |year: FiscalYear| year > frame.anchor.year;
    let early_end = frame.review.min(frame.target.year);
    let late_end = if frame.target.year > review { frame.target.year } else { case.plan().last.value };
    let early = if counts_from(early_end) { Some(fit(early_end, None)?) } else { None };
    let late = if late_end > review && counts_from(late_end) { Some(fit(late_end, early)?) } else { None };
    let acting = early.or(late).unwrap_or(Rate::ZERO);
    Ok(Growth { mode, early: early.unwrap_or(acting), late: late.unwrap_or(acting) })
}

/// The other reading of a count whose measure was inferred, or `None` where the plan states the measure or a user
/// changed it there, where it is no count, or where the baseline lies after the plan's first year and so could not be
/// summed from there.
pub fn switch_measure(plan: &Plan, indicator: &Indicator, inputs: &Inputs) -> Option<Measure> {
    if indicator.measure.origin != Origin::Inferred {
        return None;
    }
    match inputs.measure(indicator) {
        Measure::Cumulative => Some(Measure::Flow),
        Measure::Flow => {
            let base = indicator.base.map(|base| base.point()).or(inputs.assumed_base);
            base.is_none_or(|base| base.year <= plan.first.value).then_some(Measure::Cumulative)
        }
        Measure::Level | Measure::Share => None,
    }
}

impl Preset {
    /// Every preset, in the order in which they are offered.
    pub const ALL: [Preset; 4] = [Preset::Hold, Preset::Required, Preset::Half, Preset::Past];
}

/// The growth with one half, or both, set to the required pace; or why there is none.
pub fn set_required(case: &Case<'_>, half: Option<Half>) -> Result<Growth, NoRequired> {
    Ok(case.inputs().growth.with_rate(half, required_rate(case, half)?))
}

/// Why a baseline cannot be assumed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum BaseProblem {
    /// The value lies outside the measure's scale.
    OutOfScale {
        /// Largest value on the scale; infinite where there is none.
        max: f64,
    },
    /// The year lies after the last one allowed: the plan's last, or its first for sums that start there.
    TooLate(FiscalYear),
}

/// What keeps this point from being assumed as the indicator's baseline.
pub fn base_problem(case: &Case<'_>, base: Point) -> Option<BaseProblem> {
    let measure = case.measure();
    let latest = match measure {
        Measure::Cumulative => case.plan().first.value,
        Measure::Level | Measure::Share | Measure::Flow => case.plan().last.value,
    };
    if !measure.admits(base.value) {
        return Some(BaseProblem::OutOfScale { max: measure.upper_bound() });
    }
    (base.year > latest).then_some(BaseProblem::TooLate(latest))
}

/// The results with those of some years revised: `revise` makes of what is there for a year, if anything, what is to be
/// there, if anything.
///
/// # Errors
/// Every problem of what there would be; each names its year, which may be another one than was revised.
pub fn revise_results(
    case: &Case<'_>,
    years: &[FiscalYear],
    revise: impl Fn(FiscalYear, Option<&Actual>) -> Option<Actual>,
) -> Result<Actuals, Vec<ActualProblem>> {
    let before = case.inputs().actuals.entries();
    let stays = before.iter().filter(|actual| !years.contains(&actual.year)).cloned();
    let revised = years.iter().filter_map(|year| {
        let there = before.iter().find(|actual| actual.year == *year);
        revise(*year, there)
    });
    Actuals::new(stays.chain(revised).collect(), case.measure(), case.plan().first.value)
}
