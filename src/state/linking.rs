//! Scenarios that come by links, and the way back to the user's own.

use std::rc::Rc;

use super::{AppState, Change, Moment, Perform, apply, keeping};
use crate::codec::link::Link;
use crate::model::Opened;
use crate::plan::{Numbers, Plan};

/// An act on a scenario that came by a link.
#[derive(Clone, Debug)]
pub enum Linking {
    /// Brings the scenario of a link on screen, under the plan's numbers of today, and keeps the user's own.
    Open(Rc<Link>),
    /// The same under the numbers that the link was made with.
    OpenThen(Rc<Link>, Rc<Numbers>),
    /// Goes on under the plan's numbers of today.
    UseNumbersToday,
    /// Goes back from a link's scenario to the user's own.
    ReturnToOwn,
}

impl Perform for Linking {
    fn perform(&self, state: &mut AppState) {
        match self {
            Linking::Open(link) => {
                let plan = Rc::clone(&state.plan_today);
                open(state, link, plan);
            }
            Linking::OpenThen(link, numbers) => {
                let then = state.plan_today.with_numbers(numbers);
                let plan = Rc::new(then.with_origins_of(&state.published));
                open(state, link, plan);
            }
            Linking::UseNumbersToday => {
                if !Rc::ptr_eq(&state.plan, &state.plan_today) {
                    let next = Moment { plan: Rc::clone(&state.plan_today), ..state.moment() };
                    apply::move_to(state, next, Change::NumbersToday);
                }
            }
            Linking::ReturnToOwn => return_to_own(state),
        }
    }
}

/// Brings a link's scenario and view on screen, under the numbers of a plan, and keeps the user's own behind it.
/// A link that says what is there already only moves the view.
fn open(state: &mut AppState, link: &Link, plan: Rc<Plan>) {
    state.view.show(link.shown.clone());
    let same_plan = Rc::ptr_eq(&plan, &state.plan);
    if same_plan && link.scenario.says_the_same(&state.scenario) {
        return;
    }
    if same_plan && link.scenario.says_the_same(state.own()) {
        return_to_own(state);
        return;
    }
    keeping::keep_leaving(state, false);
    let scenario = Rc::new(link.scenario.clone());
    let opened = Opened { link: Rc::clone(&scenario), own: Rc::clone(state.own()) };
    apply::move_to(
        state,
        Moment { plan, scenario, opened: Some(Rc::new(opened)), ..state.moment() },
        Change::OpenLink,
    );
}

fn return_to_own(state: &mut AppState) {
    if state.opened.is_some() {
        keeping::keep_leaving(state, false);
        let (plan, scenario) = (Rc::clone(&state.plan_today), Rc::clone(state.own()));
        apply::move_to(state, Moment { plan, scenario, opened: None, ..state.moment() }, Change::ReturnToOwn);
    }
}
