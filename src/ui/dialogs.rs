//! What is in the dialogs that stand before the page.

use std::rc::Rc;

use yew::prelude::*;

use super::app::{Desk, words};
use super::import;
use super::kept::Kept;
use super::part::live;
use super::plan_edit::PlanEdit;
use super::share::Share;
use super::shared::Shared;
use crate::view::Dialog;

/// The name and the content of the dialog that is open.
pub fn dialog(desk: &Desk) -> Option<(&'static str, Html)> {
    let state = desk.state();
    let words = words(&state.view);
    Some(match state.view.dialog? {
        Dialog::Share => {
            let share = Share {
                words,
                plan: Shared::new(&state.plan),
                scenario: Shared::new(&state.scenario),
                shown: state.view.shown(),
                all: desk.outlook().all(),
                dispatch: desk.dispatch().clone(),
            };
            (words.share_title(), live(share))
        }
        Dialog::Kept => {
            let kept = Kept {
                words,
                plan: Shared::new(&state.plan_today),
                scenario: Shared::new(&state.scenario),
                all: desk.outlook().all(),
                shelf: Shared::new(&state.shelf),
                compared: state.view.compared.clone(),
                notices: state.notices.clone(),
                today: state.today,
                dispatch: desk.dispatch().clone(),
            };
            (words.kept_title(), live(kept))
        }
        Dialog::Import => (words.import_title(), import::content(desk)),
        Dialog::Plan => {
            let edit = PlanEdit {
                words,
                state: Shared::new(&Rc::new(state.clone())),
                all: desk.outlook().all(),
                dispatch: desk.dispatch().clone(),
            };
            (words.plan_edit_title(), live(edit))
        }
    })
}
