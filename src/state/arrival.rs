//! What a link that arrives does: it is put in force, or the user is asked, or told why not.

use std::rc::Rc;

use super::{Action, Linking, Notice};
use crate::codec::link::{self, Reading, Refusal};
use crate::plan::{Plan, recorded};

/// What follows from a fragment of the address, in order. `plan` has the numbers of today. Nothing follows from a
/// fragment that is no link.
pub fn arrive(plan: &Plan, fragment: &str) -> Vec<Action> {
    match link::decode(fragment, plan) {
        Ok(reading) if reading.intact => settle(plan, &Rc::new(reading)),
        Ok(reading) => vec![Action::Notify(Notice::LinkDamaged(Rc::new(reading)))],
        Err(Refusal::NotALink) => Vec::new(),
        Err(why) => vec![Action::Notify(Notice::LinkRefused { why, link: fragment.to_owned() })],
    }
}

/// What follows from a link that is to be used, whole or not: it is put in force, unless the plan's numbers have
/// moved since it was made.
pub fn settle(plan: &Plan, reading: &Rc<Reading>) -> Vec<Action> {
    let now = plan.numbers();
    if reading.numbers != now.fingerprint() {
        let then = recorded(&plan.id, &reading.numbers);
        let moved = then.as_ref().map(|then| then.moved(&now)).unwrap_or_default();
        let notice = Notice::NumbersMoved { reading: Rc::clone(reading), then: then.map(Rc::new), moved };
        return vec![Action::Notify(notice)];
    }
    let mut actions = vec![Linking::Open(Rc::new(reading.link.clone())).into()];
    if reading.intact && !reading.faults.is_empty() {
        actions.push(Action::Notify(Notice::LinkPartly { problems: reading.faults.clone() }));
    }
    actions
}
