//! Scenarios beside the current one.

use std::rc::Rc;

use super::{Case, Inputs, Preset, Scenario, preset};
use crate::plan::Plan;

/// Most scenarios that stand beside the current one: four in all.
pub const MOST_COMPARED: usize = 3;

/// A scenario that the current one is held against.
#[derive(Clone, Debug, PartialEq)]
pub enum Compared {
    /// The current one, with a preset in the place of its growth. It follows the current one.
    Preset(Preset),
    /// Another one, as it stands.
    Scenario(Rc<Scenario>),
}

impl Compared {
    /// The scenario to compute. `current` belongs to `plan`; growth that is locked there stays.
    pub fn resolved(&self, plan: &Plan, current: &Scenario) -> Rc<Scenario> {
        let which = match self {
            Compared::Scenario(scenario) => return Rc::clone(scenario),
            Compared::Preset(which) => *which,
        };
        let mut next = current.clone();
        for (index, (indicator, inputs)) in plan.indicators.iter().zip(current.all()).enumerate() {
            if inputs.locked {
                continue;
            }
            if let Some(growth) = preset(&Case::new(plan, indicator, inputs), which) {
                next.set(index, Inputs { growth, ..(**inputs).clone() });
            }
        }
        Rc::new(next)
    }
}
