//! From the loaded page to the mounted app.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::app::App;
use super::part;
use super::shared::Shared;
use crate::codec::saved;
use crate::model::Scenario;
use crate::plan::{Lang, Plan, Problem, bundled, parse};
use crate::platform::{page, plan_file, storage};
use crate::state::{AppState, Notice};
use crate::view::View;

/// Mounts the app in the page. `?plan=NAME` opens `plans/NAME.json` beside the page; `?lang=ja|en` fixes the
/// language.
pub fn mount() {
    match page::query("plan") {
        None => start(bundled(), Vec::new()),
        Some(name) => spawn_local(async move {
            match plan_file::fetch(&name).await.map(|text| parse(&text)) {
                Some(Ok(plan)) => start(Ok(plan), Vec::new()),
                Some(Err(problems)) => start(bundled(), vec![Notice::PlanRefused { name, problems }]),
                None => start(bundled(), vec![Notice::PlanMissing { name }]),
            }
        }),
    }
}

fn start(plan: Result<Plan, Vec<Problem>>, mut notices: Vec<Notice>) {
    let Some(root) = page::root() else { return };
    // A test holds the bundled plan to be sound, so that there is always a plan to show.
    let Ok(plan) = plan else { return };
    let mut scenario = Scenario::hold(&plan);
    let mut view = View::default();
    let fixed = page::query("lang").and_then(|tag| Lang::from_tag(&tag));
    view.lang = page::preferred_language().unwrap_or_default();
    let key = saved::key(&plan);
    if let Some(text) = storage::load(&key) {
        let read = saved::read(&text, &plan, view.clone());
        let partly = read.found.is_some();
        if let Some(found) = read.found {
            (scenario, view) = found;
        }
        if !read.problems.is_empty() {
            // What could not be read must outlive the next autosave.
            let kept = storage::save(&saved::damaged_key(&plan), &text);
            if kept.is_err() {
                notices.push(Notice::CannotSave { full: true });
            }
            notices.push(Notice::SavedUnreadable { problems: read.problems, text, partly });
        }
    }
    if let Some(lang) = fixed {
        view.lang = lang;
    }
    let mut state = AppState::new(Rc::new(plan), scenario, view);
    state.notices = notices;
    let today = page::fiscal_year_today();
    part::mount(root, App { state: Shared::new(&Rc::new(state)), today });
}
