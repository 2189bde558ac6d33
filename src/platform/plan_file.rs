//! Plan files: beside the page, and in the browser where they were opened from a disk.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::page;
use super::storage::{self, SaveFault};
use crate::plan::Lang;

/// The text of the plan file of this name. One that was opened from a disk in this tab comes first, then
/// `plans/NAME.json` beside the page, and then one that was opened in this browser before. `None` where there is none.
pub async fn load(name: &str) -> Option<String> {
    let key = key(name);
    match storage::kept_in_tab(&key) {
        Some(text) => Some(text),
        None => fetch(name).await.or_else(|| storage::load(&key)),
    }
}

/// Keeps the text of the plan file with this id, for this tab and for later visits.
///
/// # Errors
/// Where the browser does not keep it.
pub fn keep(id: &str, text: &str) -> Result<(), SaveFault> {
    let key = key(id);
    storage::save(&key, text)?;
    if storage::keep_in_tab(&key, text) { Ok(()) } else { Err(SaveFault::Full) }
}

/// Opens the page anew with the plan of this id. A language that the address fixes stays; its fragment belongs to the
/// plan before.
pub fn go(id: &str) -> Option<()> {
    let mut query = ["?plan=", id].concat();
    if let Some(lang) = page::query("lang").and_then(|tag| Lang::from_tag(&tag)) {
        query.push_str("&lang=");
        query.push_str(lang.tag());
    }
    web_sys::window()?.location().set_href(&query).ok()
}

/// Where the text of the plan with this id is kept as the user has changed it.
pub fn edited_key(id: &str) -> String {
    ["r13-simulator/edited/", id].concat()
}

/// Where such a text is kept that could not be used.
pub fn damaged_key(id: &str) -> String {
    ["r13-simulator/damaged-edited/", id].concat()
}

fn key(name: &str) -> String {
    ["r13-simulator/plan/", name].concat()
}

/// The text of `plans/NAME.json` beside the page. `None` where the name is no plain file name, where there is no such
/// file, or where the page may not ask for it.
async fn fetch(name: &str) -> Option<String> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    if page::SELF_CONTAINED || name.is_empty() || name.len() > 64 || !name.bytes().all(plain) {
        return None;
    }
    let window = web_sys::window()?;
    let answer = JsFuture::from(window.fetch_with_str(&format!("plans/{name}.json"))).await.ok()?;
    let response: Response = answer.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}
