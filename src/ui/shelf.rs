//! The scenarios that are kept, in the browser's storage. Every page of the app in this browser has the same ones.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;

use super::{Dispatch, plans};
use crate::codec::scenario_file::{self, damaged_key, key};
use crate::model::Shelf;
use crate::plan::Plan;
use crate::platform::storage::{self, SaveFault};
use crate::platform::watch;
use crate::state::{Action, AppState, Keeping, Notice};

/// Brings what the state keeps into the storage, and what other pages keep into the state, until dropped.
pub struct Keeper {
    known: Rc<RefCell<Known>>,
    dispatch: Dispatch,
    _on_change: Option<EventListener>,
}

/// What the storage has.
struct Known {
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
    let known = Rc::new(RefCell::new(Known { shelf, coming: None, text, failed: false }));
    let on_change = {
        let (known, dispatch) = (Rc::clone(&known), dispatch.clone());
        watch::on_window("storage", move || {
            let shelf = known.borrow_mut().latest(&plan);
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
        if known.coming.as_ref().is_some_and(|coming| Rc::ptr_eq(coming, &state.shelf)) {
            known.shelf = Rc::clone(&state.shelf);
            known.coming = None;
        }
        if Rc::ptr_eq(&known.shelf, &state.shelf) {
            return;
        }
        let saved = save(&state.plan_today, &state.shelf);
        let failed = saved.is_err();
        let text = saved.as_ref().ok().cloned();
        *known = Known { shelf: Rc::clone(&state.shelf), coming: None, text, failed };
        saved.err()
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
    /// What another page has kept since.
    fn latest(&mut self, plan: &Plan) -> Option<Rc<Shelf>> {
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
