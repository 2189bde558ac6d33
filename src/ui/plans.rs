//! Which plan is on screen: that of a file takes the place of the one before, and what the user changes in one is kept in
//! the browser.

use std::rc::Rc;

use super::{Dispatch, autosave, shelf};
use crate::plan::{Plan, parse, write};
use crate::platform::plan_file::{self, damaged_key, edited_key};
use crate::platform::storage::{self, SaveFault};
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
    // The file is the whole plan: what was changed in another form of it would hide it.
    storage::forget(&edited_key(&file.id));
    plan_file::go(&file.id)
}

/// Whether the user has changed the plan of this id in this browser.
pub fn is_edited(id: &str) -> bool {
    storage::load(&edited_key(id)).is_some()
}

/// The plan as the user has changed it in this browser. What is not changed is as published today. Where the changes cannot
/// be used, that is said, their text is kept apart, and the plan is as published.
pub fn edited(published: &Plan, text: &str, notices: &mut Vec<Notice>) -> Option<Plan> {
    let read = parse(text).and_then(|plan| {
        let plan = plan.over(published);
        let problems = plan.problems();
        if problems.is_empty() { Ok(plan) } else { Err(problems) }
    });
    match read {
        Ok(plan) => Some(plan).filter(|plan| plan != published),
        Err(problems) => {
            if storage::save(&damaged_key(&published.id), text).is_err() {
                notices.push(Notice::CannotSave { full: true });
            }
            storage::forget(&edited_key(&published.id));
            notices.push(Notice::EditsUnreadable { problems, text: text.to_owned() });
            None
        }
    }
}

/// What the storage has of the user's changes.
pub struct Edits {
    plan: Rc<Plan>,
    text: Option<String>,
}

impl Edits {
    /// What it has now, where the plan of today is this one.
    pub fn begin(plan: &Rc<Plan>) -> Edits {
        Edits { plan: Rc::clone(plan), text: storage::load(&edited_key(&plan.id)) }
    }

    /// The plan that goes with it.
    pub fn plan(&self) -> &Rc<Plan> {
        &self.plan
    }

    /// Keeps the user's changes, or forgets them where there are none any more.
    ///
    /// # Errors
    /// Where the browser does not keep them.
    pub fn keep(&mut self, state: &AppState) -> Result<(), SaveFault> {
        if Rc::ptr_eq(&self.plan, &state.plan_today) {
            return Ok(());
        }
        self.plan = Rc::clone(&state.plan_today);
        let changed = !Rc::ptr_eq(&self.plan, &state.published);
        let text = changed.then(|| write(&self.plan));
        if text == self.text {
            return Ok(());
        }
        let key = edited_key(&self.plan.id);
        match &text {
            Some(text) => storage::save(&key, text)?,
            None => storage::forget(&key),
        }
        self.text = text;
        Ok(())
    }

    /// The plan as another page of the app has changed it since.
    pub fn latest(&mut self, published: &Rc<Plan>) -> Option<Rc<Plan>> {
        let text = storage::load(&edited_key(&published.id));
        if text == self.text {
            return None;
        }
        let plan = text.as_ref().and_then(|text| edited(published, text, &mut Vec::new()));
        self.text = text;
        self.plan = plan.map_or_else(|| Rc::clone(published), Rc::new);
        Some(Rc::clone(&self.plan))
    }
}
