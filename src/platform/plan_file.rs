//! Plan files that lie beside the page.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::page;

/// The text of `plans/NAME.json` beside the page. `None` where the name is no plain file name, where there is no such
/// file, or where the page may not ask for it.
pub async fn fetch(name: &str) -> Option<String> {
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
