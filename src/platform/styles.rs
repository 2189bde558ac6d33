//! Style sheets that the first view of the page does without.

use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, HtmlElement};

/// Puts the style sheets in force that the page's head names for later, in its order. What is in force already is not
/// fetched again.
///
/// # Errors
/// Where one does not arrive. Calling again fetches them again.
pub async fn add() -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let named = document.query_selector_all("meta[name=style]")?;
    let named = (0..named.length()).filter_map(|index| named.item(index));
    let mut waiting = Vec::new();
    for meta in named.map(JsCast::unchecked_into::<Element>) {
        waiting.push((load(&document, &meta)?, meta));
    }
    let arriving: Array = waiting.iter().map(|((_, arrived), _)| arrived).collect();
    let arrived = JsFuture::from(Promise::all(&arriving)).await;
    for ((link, _), meta) in &waiting {
        if arrived.is_ok() { meta.remove() } else { link.remove() }
    }
    arrived.map(drop)
}

/// Adds a style sheet where it is named.
fn load(document: &Document, meta: &Element) -> Result<(HtmlElement, Promise), JsValue> {
    let link: HtmlElement = document.create_element("link")?.unchecked_into();
    link.set_attribute("rel", "stylesheet")?;
    link.set_attribute("href", &meta.get_attribute("content").unwrap_or_default())?;
    let arrived = Promise::new(&mut |arrived, failed| {
        link.set_onload(Some(&arrived));
        link.set_onerror(Some(&failed));
    });
    meta.before_with_node_1(&link)?;
    Ok((link, arrived))
}
