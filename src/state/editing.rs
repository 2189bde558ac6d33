//! 利用者の変更: a user changes the plan. What is assumed follows it, and undo leads back.

use std::rc::Rc;

use super::following::Follow;
use super::{AppState, Change, Moment, Perform, apply};
use crate::model::{ActualProblem, Scenario};
use crate::plan::{Indicator, Plan, Problem};

/// An act on the plan. Indicators are called by their ids.
#[derive(Clone, Debug, PartialEq)]
pub enum Editing {
    /// This indicator in the place of the one that has its id, or behind all others. What equals the published plan keeps
    /// its origin; all else is marked.
    Set(Rc<Indicator>),
    /// Takes one out.
    Remove(String),
    /// One as it was published, changed or taken out since.
    Restore(String),
    /// The whole plan as it was published.
    RestoreAll,
    /// The plan as another page of the app has changed it.
    Follow(Rc<Plan>),
}

/// Why the plan cannot be changed like this.
#[derive(Clone, Debug, PartialEq)]
pub enum Unsound {
    /// It would be no plan: what a file of it would be refused for.
    Plan(Problem),
    /// A result in force, or of a kept scenario, would not go with it.
    Result {
        /// The indicator as it would be.
        indicator: Box<Indicator>,
        /// What is wrong.
        problem: ActualProblem,
        /// The name of the kept scenario; `None` where it is in force.
        kept: Option<String>,
    },
}

impl Editing {
    /// What becomes of the plan.
    ///
    /// # Errors
    /// Where it cannot become that.
    pub fn outcome(&self, state: &AppState) -> Result<Plan, Unsound> {
        let (today, published) = (&*state.plan_today, &*state.published);
        let next = match self {
            Editing::Set(indicator) => today.with_indicator((**indicator).clone(), published),
            Editing::Remove(id) => today.without_indicator(id, published),
            Editing::Restore(id) => {
                let indicator = published.indicators.iter().find(|indicator| indicator.id == *id);
                indicator.map_or_else(|| today.clone(), |of| today.with_indicator(of.clone(), published))
            }
            Editing::RestoreAll => published.clone(),
            Editing::Follow(plan) => return Ok((**plan).clone()),
        };
        match next.problems().into_iter().next() {
            Some(problem) => Err(Unsound::Plan(problem)),
            None => results_fit(state, &next).map(|()| next),
        }
    }

    fn change(&self, before: &Plan, after: &Plan) -> Change {
        match self {
            Editing::Set(indicator) => match before.position(&indicator.id) {
                Some(at) => Change::PlanFigures(at),
                None => Change::PlanAdded,
            },
            Editing::Remove(_) => Change::PlanRemoved,
            Editing::Restore(id) => match before.position(id).or(after.position(id)) {
                Some(at) if before.position(id).is_some() => Change::PlanFigures(at),
                _ => Change::PlanAdded,
            },
            Editing::RestoreAll => Change::PlanRestored,
            Editing::Follow(_) => Change::PlanElsewhere,
        }
    }
}

/// Whether every result that is known can stand under the plan.
fn results_fit(state: &AppState, next: &Plan) -> Result<(), Unsound> {
    let own = state.opened.iter().map(|opened| &opened.own);
    let in_force = std::iter::once(&state.scenario).chain(own).map(|scenario| (scenario, false));
    let kept = state.shelf.all().iter().map(|scenario| (scenario, true));
    let fault = in_force.chain(kept).find_map(|(scenario, kept)| at_odds(state, scenario, next, kept));
    fault.map_or(Ok(()), Err)
}

fn at_odds(state: &AppState, scenario: &Scenario, next: &Plan, kept: bool) -> Option<Unsound> {
    let (at, problem) = scenario.results_at_odds(&state.plan_today, next)?;
    let indicator = Box::new(next.indicators.get(at)?.clone());
    Some(Unsound::Result { indicator, problem, kept: kept.then(|| scenario.name.clone()) })
}

impl Perform for Editing {
    /// Only the plan of today is changed: where another one is on screen, nothing happens, unless it was changed elsewhere.
    fn perform(&self, state: &mut AppState) {
        let elsewhere = matches!(self, Editing::Follow(_));
        if !Rc::ptr_eq(&state.plan, &state.plan_today) && !elsewhere {
            return;
        }
        let Ok(next) = self.outcome(state) else { return };
        let before = Rc::clone(&state.plan_today);
        if next == *before {
            return;
        }
        let change = self.change(&before, &next);
        state.follow = Follow::changes();
        let next = if next == *state.published { Rc::clone(&state.published) } else { Rc::new(next) };
        let scenario = Rc::new(state.scenario.fitted(&before, &next));
        let opened = state.opened.as_ref().map(|opened| Rc::new(opened.fitted(&before, &next)));
        let moment = Moment { plan: Rc::clone(&next), today: Rc::clone(&next), scenario, opened };
        apply::move_to(state, moment, change);
        let chosen = match self {
            Editing::Set(indicator) => next.position(&indicator.id),
            Editing::Restore(id) => next.position(id),
            _ => None,
        };
        if let Some(chosen) = chosen {
            state.view.chosen = chosen;
        }
    }
}
