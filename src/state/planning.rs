//! Another plan in the place of the one on screen.

use std::rc::Rc;

use super::{AppState, Perform};

/// A plan file that was read and is sound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanFile {
    /// The id of its plan.
    pub id: String,
    /// Its text.
    pub text: String,
}

/// An act on which plan is on screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Planning {
    /// Asks for the plan of a file. Nothing else changes: the page saves what is assumed under its own plan, and then
    /// opens anew with the other one, which has its own scenarios.
    Open(Rc<PlanFile>),
    /// Stays with the plan on screen after all.
    Stay,
}

impl Perform for Planning {
    fn perform(&self, state: &mut AppState) {
        state.next_plan = match self {
            Planning::Open(file) => Some(Rc::clone(file)),
            Planning::Stay => None,
        };
    }
}
