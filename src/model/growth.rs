//! Assumed yearly growth: a mode and a rate for each half of the plan.

use crate::plan::{FiscalYear, Measure};

/// How a yearly value follows from the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// v(t) = v(t−1) · (1 + r/100), r in %/年.
    Percent,
    /// v(t) = v(t−1) + r, r in the indicator's unit a year; for shares in ポイント/年.
    Amount,
}

/// A yearly rate in whole hundredths of its unit, so that equality and links are exact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rate(i64);

/// Smallest and largest rate that a mode takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateLimits {
    /// Smallest rate.
    pub min: Rate,
    /// Largest rate.
    pub max: Rate,
}

/// The half of the plan that a rate belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Half {
    /// Years up to and including the review year.
    Early,
    /// Years after the review year.
    Late,
}

/// The assumed growth of one indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Growth {
    /// How the rates act.
    pub mode: Mode,
    /// Rate of the years up to the review year.
    pub early: Rate,
    /// Rate of the years after the review year.
    pub late: Rate,
}

impl Rate {
    /// No growth.
    pub const ZERO: Rate = Rate(0);
    /// One whole unit: 1 %/年, 1 ポイント/年, or 1 of the indicator's unit a year.
    pub const ONE: Rate = Rate(100);

    /// A rate of this many hundredths.
    pub const fn from_hundredths(hundredths: i64) -> Rate {
        Rate(hundredths)
    }

    /// The rate nearest to `value`; not-a-number gives zero, values beyond the integers their end.
    pub fn nearest(value: f64) -> Rate {
        Rate((value * 100.0).round() as i64)
    }

    /// Hundredths of the unit.
    pub const fn hundredths(self) -> i64 {
        self.0
    }

    /// The rate in its unit.
    pub fn value(self) -> f64 {
        self.0 as f64 / 100.0
    }

    /// The rate moved by `step`, held within `limits`.
    pub fn moved(self, step: Rate, limits: RateLimits) -> Rate {
        limits.hold(Rate(self.0.saturating_add(step.0)))
    }
}

impl RateLimits {
    /// Largest yearly amount, in units, for indicators that are not shares.
    pub const MAX_AMOUNT: i64 = 1_000_000_000;

    /// What a mode takes: −100 to +1,000 %/年; ±100 ポイント/年 for shares; elsewhere ±1,000,000,000 units a year.
    pub fn of(mode: Mode, measure: Measure) -> RateLimits {
        let (min, max) = match (mode, measure) {
            (Mode::Percent, _) => (-100, 1_000),
            (Mode::Amount, Measure::Share) => (-100, 100),
            (Mode::Amount, _) => (-Self::MAX_AMOUNT, Self::MAX_AMOUNT),
        };
        RateLimits { min: Rate(min * 100), max: Rate(max * 100) }
    }

    /// Whether the rate lies within.
    pub fn admit(self, rate: Rate) -> bool {
        (self.min..=self.max).contains(&rate)
    }

    /// The nearest rate within.
    pub fn hold(self, rate: Rate) -> Rate {
        rate.clamp(self.min, self.max)
    }
}

impl Growth {
    /// The same rate in both halves.
    pub fn uniform(mode: Mode, rate: Rate) -> Growth {
        Growth { mode, early: rate, late: rate }
    }

    /// 現状維持 in the default mode of the measure: points for shares, percent for everything else.
    pub fn hold(measure: Measure) -> Growth {
        let mode = match measure {
            Measure::Share => Mode::Amount,
            Measure::Level | Measure::Flow | Measure::Cumulative => Mode::Percent,
        };
        Growth::uniform(mode, Rate::ZERO)
    }

    /// Whether both halves have the same rate.
    pub fn is_uniform(self) -> bool {
        self.early == self.late
    }

    /// The rate of one half.
    pub fn rate(self, half: Half) -> Rate {
        match half {
            Half::Early => self.early,
            Half::Late => self.late,
        }
    }

    /// The same growth with another rate in one half, or in both.
    pub fn with_rate(self, half: Option<Half>, rate: Rate) -> Growth {
        match half {
            None => Growth { early: rate, late: rate, ..self },
            Some(Half::Early) => Growth { early: rate, ..self },
            Some(Half::Late) => Growth { late: rate, ..self },
        }
    }

    /// The rate that leads into `year`, in the unit of the mode.
    pub fn rate_into(self, year: FiscalYear, review: FiscalYear) -> f64 {
        if year <= review { self.early.value() } else { self.late.value() }
    }
}
