//! Scenarios beside the current one.

use std::rc::Rc;

use super::{Case, Inputs, Outlook, Preset, Scenario, preset};
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

/// A part of what is said of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum InputPart {
    /// The growth of both halves, or of the first where the halves have one each.
    Growth,
    /// The growth of the second half.
    Late,
    /// Percent or amount.
    Mode,
    /// How the target counts.
    Measure,
    /// The assumed baseline.
    Base,
    /// The results.
    Results,
    /// The lock.
    Lock,
    /// The reason.
    Reason,
}

/// A compared scenario, and what comes of it.
#[derive(Clone, Debug)]
pub struct Rival {
    /// What is compared.
    pub of: Compared,
    /// The scenario itself.
    pub scenario: Rc<Scenario>,
    /// What comes of it.
    pub outlook: Rc<Outlook>,
    /// The current scenario that a preset follows.
    current: Rc<Scenario>,
}

impl Compared {
    /// The scenario to compute. `current` belongs to `plan`; growth that is locked there stays.
    pub fn resolved(&self, plan: &Plan, current: &Scenario) -> Rc<Scenario> {
        match self {
            Compared::Scenario(scenario) => Rc::clone(scenario),
            Compared::Preset(which) => {
                let mut next = current.clone();
                for index in 0..plan.indicators.len() {
                    follow(&mut next, plan, current, index, *which);
                }
                Rc::new(next)
            }
        }
    }
}

impl Rival {
    /// Computes a compared scenario. `current` belongs to `plan`.
    pub fn new(plan: &Plan, of: &Compared, current: &Rc<Scenario>) -> Rival {
        let scenario = of.resolved(plan, current);
        let outlook = Rc::new(Outlook::new(plan, &scenario));
        Rival { of: of.clone(), scenario, outlook, current: Rc::clone(current) }
    }

    /// The same beside another current scenario of the same plan. What has not changed is kept, by pointer: a step
    /// in the growth of an indicator changes no preset.
    pub fn updated(&self, plan: &Plan, current: &Rc<Scenario>) -> Rival {
        let mut rival = Rival { current: Rc::clone(current), ..self.clone() };
        let Compared::Preset(which) = self.of else { return rival };
        let mut next = (*self.scenario).clone();
        for (index, (before, now)) in self.current.all().iter().zip(current.all()).enumerate() {
            if !Rc::ptr_eq(before, now) {
                follow(&mut next, plan, current, index, which);
            }
        }
        if !next.shares_inputs(&self.scenario) {
            rival.outlook = Rc::new(self.outlook.updated(plan, &next));
            rival.scenario = Rc::new(next);
        }
        rival
    }
}

/// Brings one indicator of a scenario to where a preset has it that follows the current scenario.
fn follow(next: &mut Scenario, plan: &Plan, current: &Scenario, index: usize, which: Preset) {
    let (Some(indicator), Some(inputs)) = (plan.indicators.get(index), current.inputs(index)) else { return };
    let growth = (!inputs.locked).then(|| preset(&Case::new(plan, indicator, inputs), which)).flatten();
    next.set(index, Inputs { growth: growth.unwrap_or(inputs.growth), ..(**inputs).clone() });
}

/// The parts in which two differ that say something of the same indicator, in the order in which they are shown.
/// Rates of different modes are not held against each other.
pub fn apart(one: &Rc<Inputs>, two: &Rc<Inputs>) -> Vec<InputPart> {
    if Rc::ptr_eq(one, two) {
        return Vec::new();
    }
    let (growth, other) = (one.growth, two.growth);
    let same_mode = growth.mode == other.mode;
    let (early, late) = (growth.early != other.early, growth.late != other.late);
    let uniform = growth.is_uniform() && other.is_uniform();
    let parts = [
        (InputPart::Mode, !same_mode),
        (InputPart::Growth, same_mode && early),
        (InputPart::Late, same_mode && late && !(uniform && early)),
        (InputPart::Measure, one.measure != two.measure),
        (InputPart::Base, one.assumed_base != two.assumed_base),
        (InputPart::Results, one.actuals != two.actuals),
        (InputPart::Lock, one.locked != two.locked),
        (InputPart::Reason, one.reason != two.reason),
    ];
    parts.into_iter().filter(|(_, differs)| *differs).map(|(part, _)| part).collect()
}
