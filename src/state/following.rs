//! What the state keeps beside the present moment, under another form of the plan.

use std::rc::Rc;

use super::{AppState, Notice};
use crate::codec::link::{Link, Reading};
use crate::model::Scenario;
use crate::plan::Plan;
use crate::view::Dialog;

/// What brings the state from one form of the plan to another. Only a change of the plan needs it, and brings it along, so
/// that it can be fetched with the part of the page that offers such a change.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Follow(Option<fn(&mut AppState, &Plan)>);

/// It is what the state does, and nothing that it is.
impl PartialEq for Follow {
    fn eq(&self, _: &Follow) -> bool {
        true
    }
}

impl Follow {
    /// Once the plan can be changed.
    pub(super) fn changes() -> Follow {
        Follow(Some(follow))
    }

    pub(super) fn call(self, state: &mut AppState, to: &Plan) {
        if let Some(follow) = self.0 {
            follow(state, to);
        }
    }
}

/// Brings all that goes by the indices of today's plan, but for the present moment, to those of `to`.
fn follow(state: &mut AppState, to: &Plan) {
    let from = Rc::clone(&state.plan_today);
    state.shelf = Rc::new(state.shelf.fitted(&from, to));
    state.view.follow(&from, to);
    for notice in &mut state.notices {
        follow_notice(notice, &from, to);
    }
    // What was read of it goes by the plan before.
    state.import = None;
    if state.view.dialog == Some(Dialog::Import) {
        state.view.dialog = None;
    }
    state.drag = None;
}

fn follow_notice(notice: &mut Notice, from: &Plan, to: &Plan) {
    let scenario = |scenario: &Scenario| Rc::new(scenario.fitted(from, to));
    match notice {
        Notice::Deleted(all) => all.iter_mut().for_each(|(_, gone)| *gone = scenario(gone)),
        Notice::Replaced(before) => *before = scenario(before),
        Notice::LinkDamaged(reading) => *reading = follow_link(reading, from, to),
        Notice::NumbersMoved { reading, then, moved } => {
            *reading = follow_link(reading, from, to);
            *moved = then.as_ref().map(|then| then.moved(&to.numbers())).unwrap_or_default();
        }
        _ => {}
    }
}

fn follow_link(reading: &Reading, from: &Plan, to: &Plan) -> Rc<Reading> {
    let Link { scenario, shown } = &reading.link;
    let link = Link { scenario: scenario.fitted(from, to), shown: shown.followed(from, to) };
    Rc::new(Reading { link, ..reading.clone() })
}
