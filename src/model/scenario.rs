//! What a user says: of one indicator, and of all.

use std::rc::Rc;

use super::fit::Apart;
use super::{Actuals, Growth};
use crate::plan::{Day, Indicator, Measure, Plan, Point};

/// Most characters in a scenario's name.
pub const MAX_NAME: usize = 80;
/// Most characters in a reason or a note.
pub const MAX_TEXT: usize = 1_000;

/// All that the user says of one indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    /// Assumed growth.
    pub growth: Growth,
    /// Another reading of a count than the plan's; see [`Inputs::measure`].
    pub measure: Option<Measure>,
    /// 利用者の仮定: a baseline for an indicator without one; ignored where the plan has a baseline.
    pub assumed_base: Option<Point>,
    /// Whether the growth is held against presets and bulk moves.
    pub locked: bool,
    /// 根拠: why this growth is assumed.
    pub reason: String,
    /// Results after the baseline.
    pub actuals: Actuals,
}

/// A whole set of assumptions. Indicators share what did not change with the scenario they came from.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// Name given by the user; empty where none was given.
    pub name: String,
    /// What the user says of the whole of it; may be empty.
    pub note: String,
    /// The day on which it was last changed, where that is known.
    pub date: Option<Day>,
    pub(super) inputs: Vec<Rc<Inputs>>,
    /// What does not fit the plan as it is now.
    pub(super) apart: Vec<Apart>,
}

impl Inputs {
    /// What holds before the user says anything: 現状維持.
    pub fn hold(indicator: &Indicator) -> Inputs {
        Inputs {
            growth: Growth::hold(indicator.measure.value),
            measure: None,
            assumed_base: None,
            locked: false,
            reason: String::new(),
            actuals: Actuals::default(),
        }
    }

    /// The measure in force.
    pub fn measure(&self, indicator: &Indicator) -> Measure {
        self.measure.unwrap_or(indicator.measure.value)
    }
}

impl Scenario {
    /// 現状維持 for every indicator of the plan, without a name, a note and a date.
    pub fn hold(plan: &Plan) -> Scenario {
        let inputs = plan.indicators.iter().map(|indicator| Rc::new(Inputs::hold(indicator))).collect();
        Scenario { name: String::new(), note: String::new(), date: None, inputs, apart: Vec::new() }
    }

    /// What is said of the indicator with this index; `None` beyond the plan.
    pub fn inputs(&self, indicator: usize) -> Option<&Rc<Inputs>> {
        self.inputs.get(indicator)
    }

    /// What is said of every indicator, in the plan's order.
    pub fn all(&self) -> &[Rc<Inputs>] {
        &self.inputs
    }

    /// Replaces what is said of one indicator; keeps the shared value where nothing changes.
    pub fn set(&mut self, indicator: usize, inputs: Inputs) {
        if let Some(slot) = self.inputs.get_mut(indicator)
            && **slot != inputs
        {
            *slot = Rc::new(inputs);
        }
    }

    /// Lets an indicator share inputs that say the same.
    pub(super) fn share(&mut self, indicator: usize, inputs: &Rc<Inputs>) {
        if let Some(slot) = self.inputs.get_mut(indicator) {
            *slot = Rc::clone(inputs);
        }
    }

    /// Whether both say the same, whenever they said it.
    pub fn says_the_same(&self, other: &Scenario) -> bool {
        (&self.name, &self.note, &self.inputs) == (&other.name, &other.note, &other.inputs)
    }

    /// Whether both say the same of the plan, whatever they are called.
    pub fn assumes_the_same(&self, other: &Scenario) -> bool {
        (&self.note, &self.inputs) == (&other.note, &other.inputs)
    }

    /// Whether no indicator differs between the two, by identity and without comparing texts.
    pub fn shares_inputs(&self, other: &Scenario) -> bool {
        self.inputs.len() == other.inputs.len()
            && self.inputs.iter().zip(&other.inputs).all(|(one, two)| Rc::ptr_eq(one, two))
    }
}
