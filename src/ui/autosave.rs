//! Keeps scenario and view in the browser's storage: a moment after a change, and when the page goes.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;

use super::Dispatch;
use crate::codec::saved;
use crate::platform::{storage, watch};
use crate::state::{Action, AppState, Notice};
use crate::view::{Screen, View};

/// Milliseconds from the last change to its being saved, together with those before it. While a slider is dragged nothing is
/// saved: thousands of results would take longer than a frame.
const AFTER: u32 = 400;

/// Saves the states it is handed until dropped.
pub struct Autosave {
    desk: Rc<RefCell<Desk>>,
    _on_hide: [Option<EventListener>; 2],
}

/// What waits to be saved.
struct Desk {
    dispatch: Dispatch,
    signature: storage::Signature,
    latest: Option<AppState>,
    timer: Option<Timeout>,
    /// What the user was told of: whoever knows that nothing can be saved is not told again at every step.
    told: Option<storage::SaveFault>,
}

impl Autosave {
    /// Saves the state the page starts from at once: it was just read, and saving it shows early whether the
    /// storage is full or blocked.
    pub fn begin(state: &AppState, dispatch: Dispatch) -> Autosave {
        let signature = storage::Signature::new(&saved::key(&state.plan));
        let desk = Desk { dispatch, signature, latest: Some(state.clone()), timer: None, told: None };
        let desk = Rc::new(RefCell::new(desk));
        let on_hide = {
            let desk = Rc::clone(&desk);
            watch::on_hide(move || save_latest(&desk))
        };
        wait(&desk, 0);
        Autosave { desk, _on_hide: on_hide }
    }

    /// Saves the state after `before`, where something changed that is kept.
    pub fn follow(&self, before: &AppState, now: &AppState) {
        if before.moment() != now.moment() || kept(&before.view) != kept(&now.view) {
            self.desk.borrow_mut().latest = Some(now.clone());
            wait(&self.desk, AFTER);
        }
    }

    /// Saves what is not saved yet; whether all of it is.
    pub fn flush(&self) -> bool {
        save_latest(&self.desk);
        self.desk.borrow().told.is_none()
    }
}

/// Saves a state.
///
/// # Errors
/// Where the browser does not keep it.
pub fn save(state: &AppState) -> Result<(), storage::SaveFault> {
    let text = saved::write(&state.plan, &state.scenario, state.opened.as_deref(), &state.view);
    storage::save(&saved::key(&state.plan), &text)
}

/// Saves in so many milliseconds, and not when it was due before.
fn wait(desk: &Rc<RefCell<Desk>>, delay: u32) {
    let waiting = Rc::clone(desk);
    let timer = Timeout::new(delay, move || {
        waiting.borrow_mut().timer = None;
        save_latest(&waiting);
    });
    desk.borrow_mut().timer = Some(timer);
}

/// Saves what is not saved yet. Firefox may end this anywhere when the page is left: nothing stays borrowed meanwhile, and
/// what waits is let go only once it is saved.
fn save_latest(desk: &RefCell<Desk>) {
    let Some(state) = desk.borrow().latest.clone() else { return };
    let fault = save(&state).err();
    if fault.is_none() {
        desk.borrow().signature.sign(&saved::key(&state.plan));
    }
    desk.borrow_mut().attempted(fault);
}

impl Desk {
    fn attempted(&mut self, fault: Option<storage::SaveFault>) {
        // Where it failed there may be room the next time.
        if fault.is_none() {
            self.latest = None;
        }
        let before = std::mem::replace(&mut self.told, fault);
        if let Some(fault) = fault.filter(|_| fault != before) {
            let full = fault == storage::SaveFault::Full;
            self.dispatch.emit(Action::Notify(Notice::CannotSave { full }));
        }
    }
}

/// The part of the view that is worth saving for.
fn kept(view: &View) -> View {
    View {
        search: String::new(),
        settings: None,
        base_year: None,
        table: false,
        whole_ranking: false,
        screen: Screen::Desk,
        dialog: None,
        compared: Vec::new(),
        ..view.clone()
    }
}
