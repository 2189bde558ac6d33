//! From the loaded page to the mounted app.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::app::App;
use super::deferred::{self, Deferred, NotFetched};
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
    spawn_local(async {
        if let Err(fault) = start().await {
            // It reaches `guard.js` as an error of the window, which says what to do.
            wasm_bindgen::throw_str(&fault.to_string());
        }
    });
}

async fn start() -> Result<(), NotFetched> {
    let (plan, mut notices) = plan().await;
    // A test holds the bundled plan to be sound, so that there is always a plan to show.
    let (Some(root), Ok(plan)) = (page::root(), plan) else { return Ok(()) };
    let mut scenario = Scenario::hold(&plan);
    let mut view = View { lang: page::preferred_language().unwrap_or_default(), ..View::default() };
    let mut deferred = None;
    if let Some(text) = storage::load(&saved::key(&plan)) {
        let functions = deferred::fetch().await?;
        deferred = Some(functions);
        if let Some(found) = restored(functions, &plan, text, view.clone(), &mut notices) {
            (scenario, view) = found;
        }
    } else if !notices.is_empty() {
        deferred = Some(deferred::fetch().await?);
    }
    if let Some(lang) = page::query("lang").and_then(|tag| Lang::from_tag(&tag)) {
        view.lang = lang;
    }
    let mut state = AppState::new(Rc::new(plan), scenario, view);
    state.notices = notices;
    let today = page::fiscal_year_today();
    part::mount(root, App { state: Shared::new(&Rc::new(state)), today, deferred });
    Ok(())
}

/// The plan that the address asks for, else the bundled one, and what is to be said of the former.
async fn plan() -> (Result<Plan, Vec<Problem>>, Vec<Notice>) {
    let Some(name) = page::query("plan") else { return (bundled(), Vec::new()) };
    match plan_file::fetch(&name).await.map(|text| parse(&text)) {
        Some(Ok(plan)) => (Ok(plan), Vec::new()),
        Some(Err(problems)) => (bundled(), vec![Notice::PlanRefused { name, problems }]),
        None => (bundled(), vec![Notice::PlanMissing { name }]),
    }
}

/// What a saved text holds. What could not be read of it is added to the notices.
fn restored(
    functions: &Deferred,
    plan: &Plan,
    text: String,
    base: View,
    notices: &mut Vec<Notice>,
) -> Option<(Scenario, View)> {
    let read = (functions.read_saved)(&text, plan, base);
    if !read.problems.is_empty() {
        // What could not be read must outlive the next autosave.
        if storage::save(&saved::damaged_key(plan), &text).is_err() {
            notices.push(Notice::CannotSave { full: true });
        }
        let partly = read.found.is_some();
        notices.push(Notice::SavedUnreadable { problems: read.problems, text, partly });
    }
    read.found
}
