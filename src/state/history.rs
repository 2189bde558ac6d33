//! Undo and redo.

use std::rc::Rc;

use super::Change;
use crate::model::{Opened, Scenario};
use crate::plan::Plan;

/// How many changes can be taken back; older ones are forgotten, so that memory stays flat.
pub const HISTORY_LIMIT: usize = 200;

/// What is assumed at a moment, and where it came from.
#[derive(Clone, Debug)]
pub struct Moment {
    /// The plan, whose numbers may be those of an earlier day.
    pub plan: Rc<Plan>,
    /// The plan as it stood that day.
    pub today: Rc<Plan>,
    /// What is assumed.
    pub scenario: Rc<Scenario>,
    /// The link that it came by, where it did.
    pub opened: Option<Rc<Opened>>,
}

/// A change and the moment on its other side.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What was changed.
    pub change: Change,
    /// In the history the moment to go back to (undo), or forward to (redo); of the last change the moment before it.
    pub moment: Moment,
}

/// A change to take back or to make again, for the words that name it.
#[derive(Clone, Debug)]
pub struct Undoable {
    /// What was changed.
    pub change: Change,
    /// The plan whose indices it has.
    pub plan: Rc<Plan>,
}

impl PartialEq for Undoable {
    fn eq(&self, other: &Undoable) -> bool {
        self.change == other.change && Rc::ptr_eq(&self.plan, &other.plan)
    }
}

impl Entry {
    /// The change, with a plan that has its indices: that of the moment on its other side.
    pub fn undoable(&self) -> Undoable {
        Undoable { change: self.change, plan: Rc::clone(&self.moment.plan) }
    }
}

/// Moments before and after the present one. Scenarios share all that did not change between them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    past: Vec<Entry>,
    future: Vec<Entry>,
}

/// Moments are the same when they hold the very same values.
impl PartialEq for Moment {
    fn eq(&self, other: &Moment) -> bool {
        let opened = match (&self.opened, &other.opened) {
            (Some(one), Some(two)) => Rc::ptr_eq(one, two),
            (one, two) => one.is_none() && two.is_none(),
        };
        let same_plans = Rc::ptr_eq(&self.plan, &other.plan) && Rc::ptr_eq(&self.today, &other.today);
        opened && same_plans && Rc::ptr_eq(&self.scenario, &other.scenario)
    }
}

impl History {
    /// Remembers the moment before a change; what was undone can no longer be redone.
    pub fn record(&mut self, before: Moment, change: Change) {
        self.future.clear();
        if self.past.len() == HISTORY_LIMIT {
            self.past.remove(0);
        }
        self.past.push(Entry { change, moment: before });
    }

    /// Steps back from `present`, or returns `None` where there is nothing to take back.
    pub fn undo(&mut self, present: Moment) -> Option<Entry> {
        let entry = self.past.pop()?;
        self.future.push(Entry { change: entry.change, moment: present });
        Some(entry)
    }

    /// Steps forward from `present`, or returns `None` where nothing was taken back.
    pub fn redo(&mut self, present: Moment) -> Option<Entry> {
        let entry = self.future.pop()?;
        self.past.push(Entry { change: entry.change, moment: present });
        Some(entry)
    }

    /// Forgets the last change where it has led back to where it started, as a drag can.
    pub fn forget_if_undone(&mut self, present: &Scenario) {
        if self.past.last().is_some_and(|entry| entry.moment.scenario.says_the_same(present)) {
            self.past.pop();
        }
    }

    /// What undo would take back.
    pub fn undoable(&self) -> Option<Change> {
        self.past.last().map(|entry| entry.change)
    }

    /// The same, to be named.
    pub fn next_undo(&self) -> Option<Undoable> {
        self.past.last().map(Entry::undoable)
    }

    /// What redo would make again.
    pub fn redoable(&self) -> Option<Change> {
        self.future.last().map(|entry| entry.change)
    }

    /// The same, to be named.
    pub fn next_redo(&self) -> Option<Undoable> {
        self.future.last().map(Entry::undoable)
    }
}
