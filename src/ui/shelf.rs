//! The scenarios that are kept, in the browser's storage. Every page of the app in this browser has the same ones.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;

use super::Dispatch;
use super::plans::{self, Edits};
use crate::codec::scenario_file::{self, damaged_key, key};
use crate::model::Shelf;
use crate::plan::Plan;
use crate::platform::storage::{self, SaveFault};
use crate::platform::watch;
use crate::state::{Action, AppState, Editing, Keeping, Notice};

/// Brings what the state keeps into the storage, and what other pages keep into the state, until dropped.
pub struct Keeper {
    known: Rc<RefCell<Known>>,
    dispatch: Dispatch,
    _on_change: Option<EventListener>,
}

/// What the storage has.
struct Known {
    edits: Edits,
    shelf: Rc<Shelf>,
    /// What another page has kept, until the state has it.
    coming: Option<Rc<Shelf>>,
    text: Option<String>,
    /// Whether the last that was to be kept could not be. What the storage has is older then.
    failed: bool,
}

/// Brings what is kept for the plan into the state, and goes on from there.
pub fn begin(state: &mut AppState, dispatch: Dispatch) -> Keeper {
    let plan = Rc::clone(&state.plan_today);
    // Where the page has come by a link, that has been done already.
    if state.shelf.all().is_empty() {
        state.shelf = load(&plan, &mut state.notices);
    }
    let (shelf, text) = (Rc::clone(&state.shelf), storage::load(&key(&plan)));
    let edits = Edits::begin(&plan);
    let known = Rc::new(RefCell::new(Known { edits, shelf, coming: None, text, failed: false }));
    let published = Rc::clone(&state.published);
    let on_change = {
        let (known, dispatch) = (Rc::clone(&known), dispatch.clone());
        watch::on_window("storage", move || {
            // The plan comes first: the scenarios of the other page belong to it.
            let plan = known.borrow_mut().edits.latest(&published);
            if let Some(plan) = plan {
                dispatch.emit(Editing::Follow(plan).into());
            }
            let shelf = known.borrow_mut().latest();
            if let Some(shelf) = shelf {
                dispatch.emit(Keeping::Take(shelf).into());
            }
        })
    };
    Keeper { known, dispatch, _on_change: on_change }
}

/// Keeps what the state has, and then opens the plan that it asks for.
pub fn follow(keeper: &Keeper, state: &AppState) {
    keep(keeper, state);
    plans::follow(state, &keeper.dispatch);
}

fn keep(keeper: &Keeper, state: &AppState) {
    let fault = {
        let mut known = keeper.known.borrow_mut();
        let edits = known.edits.keep(state).map_err(not_saved).err();
        if known.coming.as_ref().is_some_and(|coming| Rc::ptr_eq(coming, &state.shelf)) {
            known.shelf = Rc::clone(&state.shelf);
            known.coming = None;
        }
        if Rc::ptr_eq(&known.shelf, &state.shelf) { edits } else { known.save(state).or(edits) }
    };
    if let Some(fault) = fault {
        keeper.dispatch.emit(Action::Notify(fault));
    }
}

/// Brings kept scenarios into the storage, as the text that is returned.
pub fn save(plan: &Plan, shelf: &Shelf) -> Result<String, Notice> {
    let text = scenario_file::write(plan, shelf.all().iter().map(|kept| &**kept));
    storage::save(&key(plan), &text).map_err(not_saved)?;
    Ok(text)
}

/// What is kept for the plan. What could not be read of it is added to the notices, and kept apart.
pub fn load(plan: &Plan, notices: &mut Vec<Notice>) -> Rc<Shelf> {
    let Some(text) = storage::load(&key(plan)) else { return Rc::default() };
    let read = scenario_file::read(&text, plan);
    let shelf = Shelf::of(read.found.into_iter().map(|found| found.scenario), "R13-");
    if !read.problems.is_empty() {
        // Only what is safe elsewhere is written over.
        let aside = storage::save(&damaged_key(plan), &text).map_err(not_saved);
        notices.extend(aside.and_then(|()| save(plan, &shelf)).err());
        let kept = shelf.all().len();
        notices.push(Notice::ShelfUnreadable { problems: read.problems, text, kept });
    }
    Rc::new(shelf)
}

impl Known {
    /// Keeps the shelf of a state, or says that it cannot be kept.
    fn save(&mut self, state: &AppState) -> Option<Notice> {
        let saved = save(&state.plan_today, &state.shelf);
        (self.shelf, self.coming, self.failed) = (Rc::clone(&state.shelf), None, saved.is_err());
        self.text = saved.as_ref().ok().cloned();
        saved.err()
    }

    /// What another page has kept since.
    fn latest(&mut self) -> Option<Rc<Shelf>> {
        let plan = &**self.edits.plan();
        let text =
            storage::load(&key(plan)).filter(|text| !self.failed && self.text.as_ref() != Some(text))?;
        let read = scenario_file::read(&text, plan);
        if !read.problems.is_empty() {
            return None;
        }
        self.coming = Some(Rc::new(Shelf::of(read.found.into_iter().map(|found| found.scenario), "R13-")));
        self.text = Some(text);
        self.coming.clone()
    }
}

fn not_saved(fault: SaveFault) -> Notice {
    Notice::CannotSave { full: fault == SaveFault::Full }
}
