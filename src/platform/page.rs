//! The document around the app, and what the browser knows of the user.

use gloo::timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, Element, Event, FocusOptions, HtmlAnchorElement, HtmlElement,
    ScrollIntoViewOptions, ScrollLogicalPosition, Url, UrlSearchParams,
};

use super::watch::BEFORE_PRINT;
use crate::plan::{Day, Lang};
use crate::view::Theme;

/// Whether the page is the one self-contained file, which is built of one piece and asks nobody for anything.
pub const SELF_CONTAINED: bool = cfg!(not(feature = "split"));

/// The element that the app is mounted in.
pub fn root() -> Option<Element> {
    document()?.get_element_by_id("app")
}

/// Names the page and says which language it is in.
pub fn set_language(lang: Lang, title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
        if let Some(html) = document.document_element() {
            set_attribute(&html, "lang", lang.tag());
        }
    }
}

/// Chooses the colours; the stylesheet reads the attribute.
pub fn set_theme(theme: Theme) {
    let name = match theme {
        Theme::Auto => "auto",
        Theme::Light => "light",
        Theme::Dark => "dark",
    };
    if let Some(html) = document().and_then(|document| document.document_element()) {
        set_attribute(&html, "data-theme", name);
    }
}

/// Says that the page is interactive and its first charts are drawn.
pub fn set_ready() {
    if let Some(body) = document().and_then(|document| document.body()) {
        set_attribute(&body, "data-ready", "true");
    }
}

/// A parameter of the address before its fragment.
pub fn query(name: &str) -> Option<String> {
    let search = web_sys::window()?.location().search().ok()?;
    UrlSearchParams::new_with_str(&search).ok()?.get(name)
}

/// What the page's head says under this name.
pub fn meta(name: &str) -> Option<String> {
    let element = document()?.query_selector(&format!("meta[name={name}]")).ok()??;
    element.get_attribute("content")
}

/// Lets the browser do what is waiting: draw the page, hear the user.
pub async fn breathe() {
    let promise = js_sys::Promise::new(&mut |done, _| {
        Timeout::new(0, move || drop(done.call0(&JsValue::NULL))).forget();
    });
    // This promise is only ever kept.
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}

/// Opens the page anew.
pub fn reload() {
    // A browser that refuses leaves the page as it is.
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

/// The first of the browser's languages that the app has.
pub fn preferred_language() -> Option<Lang> {
    let languages = web_sys::window()?.navigator().languages();
    languages.iter().filter_map(|tag| tag.as_string()).find_map(|tag| Lang::from_tag(&tag))
}

/// The day of today, by the computer's clock.
pub fn today() -> Option<Day> {
    let today = js_sys::Date::new_0();
    Day::new(today.get_full_year(), today.get_month() + 1, today.get_date())
}

/// Milliseconds since some moment, by the computer's clock.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// Device pixels per CSS pixel.
pub fn pixel_ratio() -> f64 {
    web_sys::window().map_or(1.0, |window| window.device_pixel_ratio())
}

/// Height of the visible page in CSS pixels.
pub fn viewport_height() -> f64 {
    web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or(800.0)
}

/// The size of an element's type in CSS pixels, as the stylesheet has it.
pub fn font_size(element: &Element) -> Option<f64> {
    let style = web_sys::window()?.get_computed_style(element).ok()??;
    let size = js_sys::Number::parse_float(&style.get_property_value("font-size").ok()?);
    (size > 0.0).then_some(size)
}

/// Hands the user a text as a file.
pub fn download(name: &str, text: &str) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type("text/plain;charset=utf-8");
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    hand_out(name, &Blob::new_with_str_sequence_and_options(&parts, &kind)?)
}

/// Hands the user bytes as a file of this media type.
pub fn hand_out_bytes(name: &str, media: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media);
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    hand_out(name, &Blob::new_with_u8_array_sequence_and_options(&parts, &kind)?)
}

/// Hands the user a file.
pub fn hand_out(name: &str, file: &Blob) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(file)?;
    let document = document().ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}

/// Prints the page. It hears `beforeprint` first, as when the browser's own command prints, and has the rest of this
/// task to get ready: while `print` runs nothing else does.
pub fn print() {
    let Some(window) = web_sys::window() else { return };
    let ready = Event::new(BEFORE_PRINT).is_ok_and(|event| window.dispatch_event(&event).is_ok());
    if ready {
        // A browser that cannot print does nothing; there is nothing to be told then.
        Timeout::new(0, move || drop(window.print())).forget();
    }
}

/// Presses a control that is not on screen.
pub fn press(id: &str) {
    if let Some(element) = element(id) {
        element.click();
    }
}

/// Moves the focus to an element and scrolls it into view.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        element.scroll_into_view();
        // A browser that cannot focus leaves the focus where it was; the element is in view all the same.
        let _ = element.focus();
    }
}

/// Takes the focus from what has it, so that it commits what is half typed.
pub fn blur() {
    let active = document().and_then(|document| document.active_element()?.dyn_into::<HtmlElement>().ok());
    if let Some(active) = active {
        // A browser that cannot leaves the focus where it was.
        let _ = active.blur();
    }
}

/// Whether the keyboard is the page's, rather than another window's.
pub fn has_keyboard() -> bool {
    document().is_some_and(|document| document.has_focus().unwrap_or_default())
}

/// Moves the focus to a field and brings as much of the page as needed to where it is seen.
pub fn focus_near(field: &HtmlElement) {
    let still = FocusOptions::new();
    still.set_prevent_scroll(true);
    // As below.
    let _ = field.focus_with_options(&still);
    bring(field);
}

/// Brings as much of the page as needed to where an element is seen.
pub fn bring_near(id: &str) {
    if let Some(element) = element(id) {
        bring(&element);
    }
}

fn bring(element: &HtmlElement) {
    let nearest = ScrollIntoViewOptions::new();
    nearest.set_block(ScrollLogicalPosition::Nearest);
    nearest.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&nearest);
}

/// Moves the focus to the first element that a selector finds, once the page shows what has just happened.
pub fn focus_soon(selector: &'static str) {
    Timeout::new(0, move || {
        let found = document().and_then(|document| document.query_selector(selector).ok()?);
        if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            // As above.
            let _ = element.focus();
        }
    })
    .forget();
}

fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

/// Attributes with fixed, valid names cannot be refused.
fn set_attribute(element: &Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}
