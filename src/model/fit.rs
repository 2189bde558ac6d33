//! What a user said under one form of a plan, under another form of it.

use std::rc::Rc;

use super::{
    ActualProblem, Actuals, Case, Compared, Growth, Inputs, Opened, RateLimits, Scenario, Shelf,
    base_problem, switch_measure,
};
use crate::plan::{Indicator, Measure, Plan};

/// What was said of an indicator that the plan has no more, or has otherwise.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Apart {
    id: String,
    said: Rc<Inputs>,
    /// What is in force in its place; `None` where the plan has no such indicator.
    in_force: Option<Rc<Inputs>>,
}

impl Scenario {
    /// The same scenario, said under `from`, under `to`: each indicator keeps what is said of it, held within what `to`
    /// allows. What does not fit is kept apart, and is in force again where the plan goes back.
    pub fn fitted(&self, from: &Plan, to: &Plan) -> Scenario {
        let (before, now) = (from.ids(), to.ids());
        let mut next = Scenario { inputs: Vec::new(), apart: Vec::new(), ..self.clone() };
        for indicator in &to.indicators {
            let there = before.find(&indicator.id);
            let there = there.and_then(|at| from.indicators.get(at).zip(self.inputs.get(at)));
            let apart = self.apart.iter().find(|apart| apart.id == indicator.id);
            let said = match (there, apart) {
                (Some((_, said)), Some(Apart { said: first, in_force: Some(instead), .. }))
                    if said == instead =>
                {
                    Rc::clone(first)
                }
                (Some((of, said)), _) if **said == Inputs::hold(of) => Rc::new(Inputs::hold(indicator)),
                (Some((_, said)), _) => Rc::clone(said),
                (None, Some(apart)) => Rc::clone(&apart.said),
                (None, None) => Rc::new(Inputs::hold(indicator)),
            };
            let fitted = said.fitted(to, indicator);
            if fitted == *said {
                next.inputs.push(said);
            } else {
                let (id, in_force) = (indicator.id.clone(), Rc::new(fitted));
                next.apart.push(Apart { id, said, in_force: Some(Rc::clone(&in_force)) });
                next.inputs.push(in_force);
            }
        }
        let gone = from.indicators.iter().zip(&self.inputs);
        let gone = gone.filter(|(of, said)| now.find(&of.id).is_none() && ***said != Inputs::hold(of));
        next.apart.extend(gone.map(|(of, said)| Apart {
            id: of.id.clone(),
            said: Rc::clone(said),
            in_force: None,
        }));
        let elsewhere = |apart: &&Apart| now.find(&apart.id).is_none() && before.find(&apart.id).is_none();
        next.apart.extend(self.apart.iter().filter(elsewhere).cloned());
        next
    }

    /// An indicator of `to`, by index, whose results could not stand under it as they do under `from`, and why.
    pub fn results_at_odds(&self, from: &Plan, to: &Plan) -> Option<(usize, ActualProblem)> {
        let before = from.ids();
        to.indicators.iter().enumerate().find_map(|(index, indicator)| {
            let said = self.inputs.get(before.find(&indicator.id)?)?;
            let measure = said.fitted_measure(to, indicator).unwrap_or(indicator.measure.value);
            let entries = said.actuals.entries().to_vec();
            let problems = Actuals::new(entries, measure, to.first.value).err()?;
            Some((index, *problems.first()?))
        })
    }
}

impl Inputs {
    fn fitted_measure(&self, plan: &Plan, indicator: &Indicator) -> Option<Measure> {
        let base = self.assumed_base.filter(|_| indicator.base.is_none());
        let own = Inputs { measure: None, assumed_base: base, ..self.clone() };
        self.measure.filter(|wanted| switch_measure(plan, indicator, &own) == Some(*wanted))
    }

    /// The same of an indicator, within what holds for it in this plan. Results that cannot stand together go.
    fn fitted(&self, plan: &Plan, indicator: &Indicator) -> Inputs {
        let measure = self.fitted_measure(plan, indicator);
        let in_force = measure.unwrap_or(indicator.measure.value);
        let Growth { mode, early, late } = self.growth;
        let limits = RateLimits::of(mode, in_force);
        let results = Actuals::new(self.actuals.entries().to_vec(), in_force, plan.first.value);
        let mut fitted = Inputs {
            growth: Growth { mode, early: limits.hold(early), late: limits.hold(late) },
            measure,
            assumed_base: None,
            actuals: results.unwrap_or_default(),
            ..self.clone()
        };
        let case = Case::new(plan, indicator, &fitted);
        let sound = |base: &_| indicator.base.is_none() && base_problem(&case, *base).is_none();
        fitted.assumed_base = self.assumed_base.filter(sound);
        fitted
    }
}

impl Compared {
    /// The same under another form of the plan.
    pub fn fitted(&self, from: &Plan, to: &Plan) -> Compared {
        match self {
            Compared::Preset(_) => self.clone(),
            Compared::Scenario(scenario) => Compared::Scenario(Rc::new(scenario.fitted(from, to))),
        }
    }
}

impl Opened {
    /// The same under another form of the plan.
    pub fn fitted(&self, from: &Plan, to: &Plan) -> Opened {
        let [link, own] = [&self.link, &self.own].map(|scenario| Rc::new(scenario.fitted(from, to)));
        Opened { link, own }
    }
}

impl Shelf {
    /// The same scenarios under another form of the plan.
    pub fn fitted(&self, from: &Plan, to: &Plan) -> Shelf {
        Shelf { all: self.all.iter().map(|scenario| Rc::new(scenario.fitted(from, to))).collect() }
    }
}
