//! Things that change outside the app: an element's size, the preferred colours, the page going away.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, KeyboardEvent, ResizeObserver, css};

/// Watches an element's size until dropped.
pub struct SizeWatch {
    observer: ResizeObserver,
    _callback: Closure<dyn FnMut()>,
}

impl SizeWatch {
    /// Calls back once at the start and whenever the size changes. `None` where the browser cannot watch.
    pub fn new(element: &Element, callback: impl FnMut() + 'static) -> Option<SizeWatch> {
        let callback = Closure::<dyn FnMut()>::new(callback);
        let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(SizeWatch { observer, _callback: callback })
    }
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Whether the device prefers dark colours.
pub fn prefers_dark() -> bool {
    dark_query().is_some_and(|query| query.matches())
}

/// Calls back when the device's preference changes, until dropped.
pub fn on_preference(callback: impl Fn(bool) + 'static) -> Option<EventListener> {
    let query = dark_query()?;
    let watched = query.clone();
    Some(EventListener::new(&query, "change", move |_| callback(watched.matches())))
}

/// The window's event before it prints.
pub const BEFORE_PRINT: &str = "beforeprint";

/// Calls back before the page is printed, and when it is to look as if printed, until dropped: at once where it is to
/// look so already.
pub fn on_print(callback: impl Fn() + Clone + 'static) -> Vec<EventListener> {
    let seen = query("print").map(|query| {
        let (watched, callback) = (query.clone(), callback.clone());
        EventListener::new(&query, "change", move |_| {
            if watched.matches() {
                callback();
            }
        })
    });
    if is_print() {
        callback();
    }
    let printed = on_window(BEFORE_PRINT, callback.clone());
    [seen, printed].into_iter().flatten().chain(on_way_to_print(callback)).collect()
}

/// Calls back before a person can give the browser's own command to print. Firefox runs nothing of the page that is
/// put off from `beforeprint` on until it has printed: there this is the last moment to get ready.
fn on_way_to_print(callback: impl Fn() + Clone + 'static) -> Vec<EventListener> {
    let firefox = css::supports_with_value("-moz-appearance", "none").unwrap_or_default();
    let root = web_sys::window().and_then(|window| window.document()?.document_element());
    let Some(root) = root.filter(|_| firefox) else { return Vec::new() };
    let by_key = {
        let callback = callback.clone();
        EventListener::new(&root, "keydown", move |event| {
            let command = |key: &KeyboardEvent| (key.ctrl_key() || key.meta_key()) && key.key() == "p";
            if event.dyn_ref().is_some_and(command) {
                callback();
            }
        })
    };
    // The pointer leaves for the browser's menu.
    vec![by_key, EventListener::new(&root, "mouseleave", move |_| callback())]
}

/// Whether the page is to look as if printed.
pub fn is_print() -> bool {
    query("print").is_some_and(|query| query.matches())
}

/// Calls back on an event of the window, until dropped.
pub fn on_window(event: &'static str, callback: impl Fn() + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, event, move |_| callback()))
}

/// Calls back when a dialog has been closed, whoever closed it, until dropped.
pub fn on_close(dialog: &web_sys::HtmlDialogElement, callback: impl Fn() + 'static) -> EventListener {
    EventListener::new(dialog, "close", move |_| callback())
}

/// Calls back on every scroll of anything in the page, until dropped.
pub fn on_scroll(callback: impl Fn() + 'static) -> Option<EventListener> {
    let document = web_sys::window()?.document()?;
    // Scroll events do not bubble, but they can be captured on their way down.
    let options = EventListenerOptions::run_in_capture_phase();
    Some(EventListener::new_with_options(&document, "scroll", options, move |_| callback()))
}

/// Calls back when the page is hidden or left, either of which may be the last moment to save, until dropped. One who leaves
/// it is called twice: where another address is asked for, Firefox ends the first script of the page that runs then, and
/// with it the first call.
pub fn on_hide(callback: impl Fn() + Clone + 'static) -> [Option<EventListener>; 2] {
    let left = on_window("pagehide", callback.clone());
    let hidden = on_visibility(move |hidden| {
        if hidden {
            callback();
        }
    });
    [left, hidden]
}

/// Calls back when the page has been hidden, with `true`, or has come into sight again, until dropped.
pub fn on_visibility(callback: impl Fn(bool) + 'static) -> Option<EventListener> {
    let document = web_sys::window()?.document()?;
    Some(EventListener::new(&document.clone(), "visibilitychange", move |_| callback(document.hidden())))
}

fn dark_query() -> Option<web_sys::MediaQueryList> {
    query("(prefers-color-scheme: dark)")
}

fn query(media: &str) -> Option<web_sys::MediaQueryList> {
    web_sys::window()?.match_media(media).ok()?
}
