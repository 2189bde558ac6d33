//! The system's share sheet, which phones and some desktops have.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Navigator, ShareData};

/// Whether the browser shares links. Only a secure page may.
pub fn is_offered() -> bool {
    navigator().is_some_and(|navigator| {
        js_sys::Reflect::has(&navigator, &JsValue::from_str("canShare")).unwrap_or(false)
            && navigator.can_share_with_data(&data("R13", "R13", "https://example.org/"))
    })
}

/// Opens the share sheet. Closing it without a choice is no fault and needs no answer.
pub async fn share(title: &str, text: &str, link: &str) {
    if let Some(navigator) = navigator() {
        let _ = JsFuture::from(navigator.share_with_data(&data(title, text, link))).await;
    }
}

fn data(title: &str, text: &str, link: &str) -> ShareData {
    let data = ShareData::new();
    data.set_title(title);
    data.set_text(text);
    data.set_url(link);
    data
}

fn navigator() -> Option<Navigator> {
    Some(web_sys::window()?.navigator())
}
