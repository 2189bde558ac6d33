//! The plan of a file takes the place of the one on screen: the page opens anew with it.

use super::{Dispatch, autosave, shelf};
use crate::platform::plan_file;
use crate::state::{Action, AppState, Notice, PlanFile, Planning};

/// Opens the plan that the state asks for, once what was entered is saved under the plan on screen. Where something
/// cannot be saved the page stays as it is and says so.
pub fn follow(state: &AppState, dispatch: &Dispatch) {
    if let Some(file) = &state.next_plan {
        let opened = open(state, file);
        dispatch.emit(Planning::Stay.into());
        if opened.is_none() {
            dispatch.emit(Action::Notify(Notice::PlanNotOpened));
        }
    }
}

fn open(state: &AppState, file: &PlanFile) -> Option<()> {
    autosave::save(state).ok()?;
    shelf::save(&state.plan_today, &state.shelf).ok()?;
    plan_file::keep(&file.id, &file.text).ok()?;
    plan_file::go(&file.id)
}
