//! One indicator under one user's inputs: the ground on which everything else is computed.

use super::{Actuals, Anchor, Frame, Growth, Inputs, Known, KnownKind, Mode, Path, required};
use crate::plan::{FiscalYear, Indicator, Measure, Plan, Point};

/// An indicator of a plan together with what the user says of it.
#[derive(Clone, Debug)]
pub struct Case<'a> {
    plan: &'a Plan,
    indicator: &'a Indicator,
    inputs: &'a Inputs,
    known: Option<Known>,
}

impl<'a> Case<'a> {
    /// Gathers what is known of the indicator.
    pub fn new(plan: &'a Plan, indicator: &'a Indicator, inputs: &'a Inputs) -> Case<'a> {
        let measure = inputs.measure(indicator);
        let known = Known::gather(indicator, inputs, measure, plan.first.value);
        Case { plan, indicator, inputs, known }
    }

    /// The plan.
    pub fn plan(&self) -> &'a Plan {
        self.plan
    }

    /// The indicator.
    pub fn indicator(&self) -> &'a Indicator {
        self.indicator
    }

    /// What the user says of it.
    pub fn inputs(&self) -> &'a Inputs {
        self.inputs
    }

    /// The measure in force.
    pub fn measure(&self) -> Measure {
        self.inputs.measure(self.indicator)
    }

    /// What is known of the indicator's past; `None` where nothing is.
    pub fn known(&self) -> Option<&Known> {
        self.known.as_ref()
    }

    /// What an outcome follows from; `None` without an anchor.
    pub fn frame(&self) -> Option<Frame> {
        let known = self.known.as_ref()?;
        let anchor = known.anchor();
        let first = self.plan.first.value;
        Some(Frame {
            measure: self.measure(),
            direction: self.indicator.direction,
            anchor: Anchor { year: anchor.year, value: anchor.value, total: known.total_since(first) },
            first,
            review: self.plan.review.value,
            target: self.indicator.target.point(),
        })
    }

    /// The path under a growth, up to the plan's last year; `None` without an anchor.
    pub fn path(&self, growth: Growth) -> Option<Path> {
        let frame = self.frame()?;
        Some(Path::new(self.known.as_ref()?, &frame, frame.steps(growth), self.plan.last.value))
    }

    /// The path at one unrounded rate in the unit of the mode in force; `None` without an anchor.
    pub fn path_at(&self, rate: f64) -> Option<Path> {
        let frame = self.frame()?;
        let steps = frame.steps_at(self.inputs.growth.mode, move |_| rate);
        Some(Path::new(self.known.as_ref()?, &frame, steps, self.plan.last.value))
    }

    /// The baseline against which progress counts: the plan's, else the assumed one.
    pub fn base(&self) -> Option<Point> {
        match &self.indicator.base {
            Some(base) => Some(base.point()),
            None => self.inputs.assumed_base,
        }
    }

    /// 按分目安: what the outcome would be in `year` on an even way from the baseline to the target, or with an
    /// even share of a cumulative target each year. A guide and never a target; `None` without a baseline, before
    /// the way begins, and from the target year on.
    pub fn even_outcome(&self, year: FiscalYear) -> Option<f64> {
        let target = self.indicator.target.point();
        let (start, from) = match self.measure() {
            Measure::Cumulative => (self.plan.first.value.plus(-1), 0.0),
            Measure::Level | Measure::Share | Measure::Flow => {
                let base = self.base()?;
                (base.year, base.value)
            }
        };
        if year <= start || year >= target.year {
            return None;
        }
        let part = f64::from(year.since(start)) / f64::from(target.year.since(start));
        Some(from + (target.value - from) * part)
    }

    /// The required growth as it was before any result: from the baseline. `None` where there was none.
    pub fn required_at_start(&self) -> Option<f64> {
        let inputs = Inputs { actuals: Actuals::default(), ..self.inputs.clone() };
        required(&Case::new(self.plan, self.indicator, &inputs)).ok()
    }

    /// 過去ペース: the mean yearly change from the baseline to the latest result, compound in percent and
    /// arithmetic in amounts. `None` without a result after the baseline, across a series break, or from zero
    /// in percent.
    pub fn past_pace(&self) -> Option<f64> {
        let base = self.base()?;
        let latest = self.known.as_ref()?.anchor();
        if latest.kind == KnownKind::Base || latest.kind == KnownKind::AssumedBase || latest.year <= base.year
        {
            return None;
        }
        let breaks = |year| base.year < year && year <= latest.year;
        if self.inputs.actuals.entries().iter().any(|actual| actual.series_break && breaks(actual.year)) {
            return None;
        }
        let frame = Frame {
            measure: Measure::Level,
            anchor: Anchor { year: base.year, value: base.value, total: 0.0 },
            target: Point { year: latest.year, value: latest.value },
            ..self.frame()?
        };
        match self.inputs.growth.mode {
            Mode::Amount => Some((latest.value - base.value) / f64::from(latest.year.since(base.year))),
            Mode::Percent if base.value > 0.0 => {
                super::required::uniform_root(&frame, Mode::Percent, latest.year, latest.value)
            }
            Mode::Percent => None,
        }
    }
}
