//! The range and the step of an indicator's growth control.

use super::{Case, Mode, Rate, RateLimits, required};
use crate::plan::Measure;

/// What a slider offers; the field beside it takes all that [`RateLimits`] admit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SliderScale {
    /// Left end, at most zero.
    pub min: Rate,
    /// Right end, at least zero.
    pub max: Rate,
    /// One step of an arrow key.
    pub step: Rate,
}

impl SliderScale {
    /// A range that holds zero and the required pace with room beyond, in round numbers. It depends on the
    /// anchor, the mode and the measure but not on the rates, so that it stands still under a drag.
    pub fn of(case: &Case<'_>) -> SliderScale {
        let mode = case.inputs().growth.mode;
        let measure = case.measure();
        let needed = required(case).unwrap_or(0.0);
        let least = match (mode, measure) {
            (Mode::Percent, _) => 10.0,
            (Mode::Amount, Measure::Share) => 5.0,
            (Mode::Amount, _) => {
                let value = case.known().map_or(0.0, |known| known.anchor().value);
                (value / 10.0).max(1.0)
            }
        };
        let reach = round_up((needed.abs() * 1.25).max(least));
        let back = reach / 2.0;
        let limits = RateLimits::of(mode, measure);
        let (min, max) = if needed < 0.0 { (-reach, back) } else { (-back, reach) };
        let step = match (mode, measure) {
            (Mode::Percent, _) | (Mode::Amount, Measure::Share) => Rate::from_hundredths(1),
            (Mode::Amount, _) => Rate::nearest(round_up(reach / 500.0)).max(Rate::from_hundredths(1)),
        };
        let scale =
            SliderScale { min: limits.hold(Rate::nearest(min)), max: limits.hold(Rate::nearest(max)), step };
        scale.on_steps()
    }

    /// Ends on whole steps, so that zero is one of the slider's values.
    fn on_steps(self) -> SliderScale {
        let step = self.step.hundredths().max(1);
        let whole = |rate: Rate| Rate::from_hundredths(rate.hundredths() / step * step);
        SliderScale { min: whole(self.min), max: whole(self.max), step: self.step }
    }
}

/// The smallest of 1, 2, 5 times a power of ten that is not below `value`, for values from 1e-3 to 1e12.
fn round_up(value: f64) -> f64 {
    let mut unit = 0.001;
    while unit < 1e12 {
        for factor in [1.0, 2.0, 5.0] {
            if factor * unit >= value {
                return factor * unit;
            }
        }
        unit *= 10.0;
    }
    unit
}
