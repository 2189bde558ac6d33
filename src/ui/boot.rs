//! From the loaded page to the mounted app.

use std::pin::Pin;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::app::App;
use super::deferred::{self, NotFetched};
use super::part;
use super::shared::Shared;
use crate::codec::saved::{self, Found};
use crate::model::Scenario;
use crate::plan::{Lang, Plan, Problem, bundled, parse};
use crate::platform::{address, page, plan_file, storage};
use crate::state::{AppState, Notice};
use crate::view::View;

/// Mounts the app in the page. `?plan=NAME` opens `plans/NAME.json` beside the page, or a file that was
/// opened from a disk; `?lang=ja|en` fixes the
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
    let named = page::query("plan");
    let mut deferred = if named.is_some() { Some(deferred::fetch().await?) } else { None };
    let (plan, mut notices) = match (named, deferred) {
        (Some(name), Some(functions)) => (functions.named_plan)(name).await,
        _ => (bundled(), Vec::new()),
    };
    // A test holds the bundled plan to be sound, so that there is always a plan to show.
    let (Some(root), Ok(plan)) = (page::root(), plan) else { return Ok(()) };
    let published = Rc::new(plan);
    let mut plan = Rc::clone(&published);
    if let Some(text) = storage::load(&plan_file::edited_key(&published.id)) {
        let functions = deferred::fetch().await?;
        deferred = Some(functions);
        plan = (functions.edited)(&published, &text, &mut notices).map_or(plan, Rc::new);
    }
    let view = View { lang: page::preferred_language().unwrap_or_default(), ..View::default() };
    let mut found = Found { scenario: Scenario::hold(&plan), opened: None, view };
    if let Some(text) = storage::load(&saved::key(&plan)) {
        let functions = deferred::fetch().await?;
        deferred = Some(functions);
        found = (functions.restored)(&plan, text, found.view.clone(), &mut notices).unwrap_or(found);
    }
    let mut state = AppState::new(plan, found.scenario, found.view);
    state.published = published;
    state.opened = found.opened.map(Rc::new);
    state.notices = notices;
    state.today = page::today();
    let fragment = address::fragment();
    if !fragment.is_empty() {
        let functions = deferred::fetch().await?;
        deferred = Some(functions);
        state = (functions.arrived)(state, &fragment);
    }
    if let Some(lang) = page::query("lang").and_then(|tag| Lang::from_tag(&tag)) {
        state.view.lang = lang;
    }
    part::mount(root, App { state: Shared::new(&Rc::new(state)), deferred });
    Ok(())
}

/// A plan to show, and what is to be said of it.
pub type NamedPlan = (Result<Plan, Vec<Problem>>, Vec<Notice>);

/// The plan of the file of this name; where it cannot be shown, the bundled plan.
pub fn named_plan(name: String) -> Pin<Box<dyn Future<Output = NamedPlan>>> {
    Box::pin(async move {
        match plan_file::load(&name).await.map(|text| parse(&text)) {
            Some(Ok(plan)) => (Ok(plan), Vec::new()),
            Some(Err(problems)) => (bundled(), vec![Notice::PlanRefused { name, problems }]),
            None => (bundled(), vec![Notice::PlanMissing { name }]),
        }
    })
}

/// What a saved text holds. What could not be read of it is added to the notices.
pub fn restored(plan: &Plan, text: String, base: View, notices: &mut Vec<Notice>) -> Option<Found> {
    let read = saved::read(&text, plan, base);
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
