//! The clipboard, which the browser may refuse, and which a page that came over plain http does not have.

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, ClipboardEvent, ClipboardItem, Event, FocusOptions, HtmlDocument, HtmlElement,
    HtmlTextAreaElement,
};

const PLAIN: &str = "text/plain";
const MARKUP: &str = "text/html";

/// Puts a text onto the clipboard and, where it is given, the same as HTML; whether the browser let it.
///
/// It begins at once, not when it is first polled: browsers allow it only while they handle the user's act.
pub fn copy(text: &str, html: Option<&str>) -> impl Future<Output = bool> + 'static {
    let writing = by_clipboard(text, html);
    let done = writing.is_none() && by_command(text, html);
    let (text, html) = (text.to_owned(), html.map(str::to_owned));
    async move {
        match writing {
            Some(writing) => JsFuture::from(writing).await.is_ok() || by_command(&text, html.as_deref()),
            None => done,
        }
    }
}

/// The text that an event brings from the clipboard.
pub fn pasted(event: &Event) -> Option<String> {
    event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?.get_data(PLAIN).ok()
}

/// `None` where the page has no such clipboard: it is there only for pages that came over https or from this computer.
fn by_clipboard(text: &str, html: Option<&str>) -> Option<Promise> {
    let clipboard = web_sys::window()?.navigator().clipboard();
    if clipboard.is_undefined() {
        return None;
    }
    let both = html.and_then(|html| both(text, html).ok());
    Some(match both {
        Some(item) => clipboard.write(&Array::of1(&item)),
        None => clipboard.write_text(text),
    })
}

/// The text in both kinds; an error where the browser has no such items.
fn both(text: &str, html: &str) -> Result<JsValue, JsValue> {
    if !Reflect::has(&js_sys::global(), &JsValue::from_str("ClipboardItem"))? {
        return Err(JsValue::NULL);
    }
    let kinds = Object::new();
    for (kind, text) in [(PLAIN, text), (MARKUP, html)] {
        Reflect::set(&kinds, &JsValue::from_str(kind), &Promise::resolve(&blob(kind, text)?))?;
    }
    Ok(ClipboardItem::new_with_record_from_str_to_blob_promise(&kinds)?.into())
}

fn blob(kind: &str, text: &str) -> Result<Blob, JsValue> {
    let properties = BlobPropertyBag::new();
    properties.set_type(kind);
    Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), &properties)
}

/// Copies by the older command: it needs something selected, and its event says what is copied.
fn by_command(text: &str, html: Option<&str>) -> bool {
    selected(text, || {
        let document = document()?;
        let (text, html) = (text.to_owned(), html.map(str::to_owned));
        let options = EventListenerOptions { passive: false, ..EventListenerOptions::run_in_capture_phase() };
        let _saying = EventListener::new_with_options(&document, "copy", options, move |event| {
            let Some(data) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data)
            else {
                return;
            };
            let plain = data.set_data(PLAIN, &text).is_ok();
            let markup = html.as_ref().is_none_or(|html| data.set_data(MARKUP, html).is_ok());
            if plain && markup {
                event.prevent_default();
            }
        });
        document.exec_command("copy").ok()
    })
    .unwrap_or(false)
}

/// Runs `act` while the text is selected, and leaves page and focus as they were.
fn selected<T>(text: &str, act: impl FnOnce() -> Option<T>) -> Option<T> {
    let document = document()?;
    let field: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    field.set_value(text);
    field.set_read_only(true);
    field.set_class_name("hidden");
    let before: Option<HtmlElement> = document.active_element().and_then(|element| element.dyn_into().ok());
    // Nothing outside a modal dialog can be selected.
    let dialog = before.as_ref().and_then(|element| element.closest("dialog").ok().flatten());
    match dialog {
        Some(dialog) => dialog.append_child(&field).ok()?,
        None => document.body()?.append_child(&field).ok()?,
    };
    let still = FocusOptions::new();
    still.set_prevent_scroll(true);
    // A field that cannot be focused can still be selected.
    let _ = field.focus_with_options(&still);
    field.select();
    let done = act();
    field.remove();
    if let Some(before) = before {
        let _ = before.focus_with_options(&still);
    }
    done
}

fn document() -> Option<HtmlDocument> {
    web_sys::window()?.document()?.dyn_into().ok()
}
