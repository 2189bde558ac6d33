//! What the fragment of the address does when the page starts.

use std::rc::Rc;

use super::app::words;
use super::{results_sheet, shelf};
use crate::codec::{link, saved};
use crate::plan::Plan;
use crate::platform::{address, storage};
use crate::state::{self, Action, AppState};
use crate::view::Screen;

/// What follows from a fragment that somebody else wrote into the address.
pub fn arrive(plan: &Plan, fragment: &str) -> Vec<Action> {
    state::arrive(plan, fragment)
}

/// The state with what the fragment says that the page starts with.
///
/// A fragment that the page wrote itself, before a reload, brings nothing new where what it belongs to was saved, but
/// which screen it was. Where nothing could be saved it is all there is left of the user's own scenario. Where
/// another tab has saved something else since, it is like a link.
pub fn arrived(state: AppState, fragment: &str) -> AppState {
    let key = saved::key(&state.plan);
    let saved = storage::load(&key);
    let own = address::depth().is_some();
    if own && (saved.is_none() || storage::is_own(&key)) {
        return match link::decode(fragment, &state.plan) {
            Ok(reading) if reading.intact => restored(state, reading.link, saved.is_none()),
            _ => state,
        };
    }
    let mut state = state;
    state.unnamed = words(&state.view).kept_unnamed();
    state.shelf = shelf::load(&state.plan, &mut state.notices);
    let actions = arrive(&state.plan, fragment);
    let mut arrived = actions.into_iter().fold(state.clone(), |state, action| state.apply(action));
    if !Rc::ptr_eq(&arrived.shelf, &state.shelf) {
        arrived.notices.extend(shelf::save(&arrived.plan_today, &arrived.shelf).err());
    }
    arrived
}

/// What was saved is newer than the fragment, which follows a moment later; it lacks what fills the page.
fn restored(mut state: AppState, link: link::Link, wholly: bool) -> AppState {
    if wholly {
        state.view.show(link.shown);
        state.scenario = Rc::new(link.scenario);
    } else {
        state.view.screen = link.shown.screen;
        state.view.compared = link.shown.compared;
    }
    // No link carries this screen; the tab does.
    if state.view.screen == Screen::Desk && address::depth() > Some(0) && results_sheet::was_open() {
        state.view.screen = Screen::Results;
    }
    state
}
