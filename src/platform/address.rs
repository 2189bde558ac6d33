//! The address of the page and the browser's history.
//!
//! An entry of the history that the page has written carries a mark with its depth: how many dialogs and screens
//! stand between it and the desk. An entry without a mark was not written by the page; somebody came by a link.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;

use super::watch::on_window;
use crate::plan::BUNDLED_ID;

/// What the mark of an entry begins with.
const MARK: &str = "r13-depth-";

/// The fragment of the address, without its `#`; empty where there is none.
pub fn fragment() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// The address without its fragment, and of the query the plan alone; `None` where the page is a file, which is no
/// address for others.
pub fn base() -> Option<String> {
    let location = web_sys::window()?.location();
    if location.protocol().ok()? == "file:" {
        return super::page::meta("public-address").filter(|address| !address.is_empty());
    }
    let plan = super::page::query("plan");
    let query = plan.map(|plan| format!("?plan={}", String::from(js_sys::encode_uri_component(&plan))));
    Some(format!("{}{}{}", location.origin().ok()?, location.pathname().ok()?, query.unwrap_or_default()))
}

/// Where this page shows the plan with this id, without a fragment: by itself the bundled one, any other by `?plan=`,
/// where there is such a file. `None` where the address asks for that plan already, in vain.
pub fn of_plan(id: &str) -> Option<String> {
    let path = web_sys::window()?.location().pathname().ok()?;
    match id {
        BUNDLED_ID => Some(path),
        _ if super::page::query("plan").as_deref() == Some(id) => None,
        _ => Some([&path, "?plan=", id].concat()),
    }
}

/// The depth of the entry on screen; `None` where the page has not written it.
pub fn depth() -> Option<usize> {
    let state = web_sys::window()?.history().ok()?.state().ok()?.as_string()?;
    state.strip_prefix(MARK)?.parse().ok()
}

/// Writes fragment and depth over the entry on screen. A browser that refuses, as some do after many changes in a
/// short time, leaves the address as it was.
pub fn replace(fragment: &str, depth: usize) {
    if let Some(history) = history() {
        let _ = history.replace_state_with_url(&mark(depth), "", Some(&format!("#{fragment}")));
    }
}

/// Adds an entry.
pub fn push(fragment: &str, depth: usize) {
    if let Some(history) = history() {
        let _ = history.push_state_with_url(&mark(depth), "", Some(&format!("#{fragment}")));
    }
}

/// Goes back by so many entries, as the browser's own button does.
pub fn back(entries: usize) {
    if let (Some(history), Ok(entries)) = (history(), i32::try_from(entries)) {
        let _ = history.go_with_delta(-entries);
    }
}

/// Calls back whenever another entry has come on screen, until dropped.
pub fn on_move(callback: impl Fn() + 'static) -> Option<EventListener> {
    on_window("popstate", callback)
}

fn mark(depth: usize) -> JsValue {
    JsValue::from_str(&format!("{MARK}{depth}"))
}

fn history() -> Option<web_sys::History> {
    web_sys::window()?.history().ok()
}
