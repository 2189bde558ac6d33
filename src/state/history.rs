//! Undo and redo.

use std::rc::Rc;

use super::Change;
use crate::model::Scenario;

/// How many changes can be taken back; older ones are forgotten, so that memory stays flat.
pub const HISTORY_LIMIT: usize = 200;

/// A change and the scenario on its other side.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What was changed.
    pub change: Change,
    /// The scenario to go back to (undo), or forward to (redo).
    pub scenario: Rc<Scenario>,
}

/// Scenarios before and after the present one. Scenarios share all that did not change between them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    past: Vec<Entry>,
    future: Vec<Entry>,
}

/// Entries are the same when they hold the very same scenario.
impl PartialEq for Entry {
    fn eq(&self, other: &Entry) -> bool {
        self.change == other.change && Rc::ptr_eq(&self.scenario, &other.scenario)
    }
}

impl History {
    /// Remembers the scenario before a change; what was undone can no longer be redone.
    pub fn record(&mut self, before: Rc<Scenario>, change: Change) {
        self.future.clear();
        if self.past.len() == HISTORY_LIMIT {
            self.past.remove(0);
        }
        self.past.push(Entry { change, scenario: before });
    }

    /// Steps back from `present`, or returns `None` where there is nothing to take back.
    pub fn undo(&mut self, present: Rc<Scenario>) -> Option<Entry> {
        let entry = self.past.pop()?;
        self.future.push(Entry { change: entry.change, scenario: present });
        Some(entry)
    }

    /// Steps forward from `present`, or returns `None` where nothing was taken back.
    pub fn redo(&mut self, present: Rc<Scenario>) -> Option<Entry> {
        let entry = self.future.pop()?;
        self.past.push(Entry { change: entry.change, scenario: present });
        Some(entry)
    }

    /// Forgets the last change where it has led back to where it started, as a drag can.
    pub fn forget_if_undone(&mut self, present: &Scenario) {
        if self.past.last().is_some_and(|entry| entry.scenario.says_the_same(present)) {
            self.past.pop();
        }
    }

    /// What undo would take back.
    pub fn undoable(&self) -> Option<Change> {
        self.past.last().map(|entry| entry.change)
    }

    /// What redo would make again.
    pub fn redoable(&self) -> Option<Change> {
        self.future.last().map(|entry| entry.change)
    }
}
