//! What is brought in from files and pasted texts: it is shown first, and taken over when the user agrees.

use std::collections::HashMap;
use std::rc::Rc;

use super::keeping::open;
use super::{AppState, Change, Notice, Perform, PlanFile, apply};
use crate::codec::import::{Found, Sheet, merge};
use crate::codec::scenario_file::Reading;
use crate::model::{Added, Inputs, Scenario, Shelf};
use crate::plan::{Plan, Problem};
use crate::view::Dialog;

/// An act on what is brought in.
#[derive(Clone, Debug)]
pub enum Importing {
    /// Shows what was chosen, or that it is being read.
    Show(Rc<Import>),
    /// Shows something in the place of this, unless the user has turned to something else meanwhile.
    Replace(Rc<Import>, Rc<Import>),
    /// Takes over what is shown.
    Take,
}

/// A file that was chosen, or a text that was pasted, and is not taken over yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Import {
    /// The file's name; empty for a pasted text.
    pub name: String,
    /// What it holds.
    pub offered: Offered,
}

/// What a file or a text holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Offered {
    /// It is being read.
    Busy,
    /// Scenarios.
    Scenarios(Reading),
    /// Results in tables.
    Results(Results),
    /// A plan file, and its plan.
    Plan(Rc<PlanFile>, Rc<Plan>),
    /// A plan file that cannot be used, for these reasons.
    BrokenPlan(Vec<Problem>),
    /// Nothing that can be used.
    Refused(Refused),
}

/// Results in tables.
#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    /// The tables; a workbook may have several.
    pub sheets: Rc<Vec<Sheet>>,
    /// Which of them is read.
    pub sheet: usize,
    /// Which indicators the user says are meant by names that are none of theirs.
    pub meant: HashMap<String, usize>,
    /// What the table says; `None` where it does not name its columns.
    pub found: Option<Rc<Found>>,
}

/// Why a file cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Refused {
    /// It could not be opened.
    Unopened,
    /// It is empty.
    Empty,
    /// It has more bytes than these.
    TooLong(usize),
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
    /// A workbook in the form before 2007.
    OldWorkbook,
    /// Packed files that are no workbook.
    Packed,
    /// A workbook that is locked by a password.
    Locked,
    /// A workbook of which a part is not what it should be.
    Damaged,
    /// A workbook, and what reads those did not arrive.
    NoReader,
    /// Something else that is no text.
    Binary,
}

impl Import {
    /// The scenarios that it holds, if it holds scenarios.
    pub fn scenarios(&self) -> Option<&Reading> {
        match &self.offered {
            Offered::Scenarios(reading) => Some(reading),
            _ => None,
        }
    }
}

/// What becomes of the sound scenarios of a file where they are added to those that are kept, and those then.
pub fn onto(reading: &Reading, shelf: &Shelf, unnamed: &str) -> (Shelf, Vec<Added>) {
    let mut next = shelf.clone();
    let sound = reading.found.iter().filter(|found| found.sound);
    let added = sound.map(|found| next.add(found.scenario.clone(), unnamed)).collect();
    (next, added)
}

/// The scenario that is brought on screen with a file: that of a file with no other.
pub fn to_open(reading: &Reading) -> Option<&Scenario> {
    match reading.found.as_slice() {
        [only] if only.sound => Some(&only.scenario),
        _ => None,
    }
}

impl Perform for Importing {
    fn perform(&self, state: &mut AppState) {
        match self {
            Importing::Show(import) => {
                state.import = Some(Rc::clone(import));
                state.view.dialog = Some(Dialog::Import);
            }
            Importing::Replace(shown, import) => {
                if state.import.as_ref().is_some_and(|now| Rc::ptr_eq(now, shown)) {
                    state.import = Some(Rc::clone(import));
                }
            }
            Importing::Take => {
                state.view.dialog = None;
                let Some(import) = state.import.take() else { return };
                match &import.offered {
                    Offered::Scenarios(reading) => take_scenarios(state, &import.name, reading),
                    Offered::Results(Results { found: Some(found), .. }) => take_results(state, found),
                    Offered::Plan(file, _) => state.next_plan = Some(Rc::clone(file)),
                    _ => {}
                }
            }
        }
    }
}

fn take_scenarios(state: &mut AppState, name: &str, reading: &Reading) {
    let (shelf, added) = onto(reading, &state.shelf, state.unnamed);
    if shelf != *state.shelf {
        state.shelf = Rc::new(shelf);
    }
    let kept = match added.as_slice() {
        [Added::As(name) | Added::Renamed(name) | Added::There(name)] => state.shelf.get(name).map(Rc::clone),
        _ => None,
    };
    // Where there is no room to keep it, it is on screen all the same.
    let scenario = to_open(reading).map(|only| kept.unwrap_or_else(|| Rc::new(only.clone())));
    apply::notify(&mut state.notices, Notice::Imported { name: name.to_owned(), added });
    if let Some(scenario) = scenario {
        open(state, scenario);
    }
}

/// All of them are one entry of the history.
fn take_results(state: &mut AppState, found: &Found) {
    let merged = merge(&state.plan, &state.scenario, found);
    let mut next = (*state.scenario).clone();
    let count = merged.changes();
    for (indicator, actuals) in merged.indicators {
        if let Some(inputs) = state.scenario.inputs(indicator) {
            next.set(indicator, Inputs { actuals, ..(**inputs).clone() });
        }
    }
    if count > 0 {
        apply::change(state, next, Change::Results(count));
    }
}
