//! What a presentation asks of the browser: keys, the whole screen, and a screen that stays on.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Document, Element, Event, HtmlElement, KeyboardEvent};

use super::watch;
use crate::view::Pressed;

/// Calls back on every key that goes down anywhere in the page, until dropped, but for those that a field or another
/// part of the page takes. The callback says whether it takes the key from the browser.
pub fn on_key(callback: impl Fn(&Pressed) -> bool + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&window, "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let is =
            |selector: &str| target.as_ref().is_some_and(|element| element.matches(selector) == Ok(true));
        let typing = is("input, textarea, select")
            || target
                .as_ref()
                .and_then(|element| element.dyn_ref())
                .is_some_and(HtmlElement::is_content_editable);
        if event.default_prevented() || typing {
            return;
        }
        let (key, code) = (event.key(), event.code());
        let pressed = Pressed {
            key: &key,
            code: &code,
            shift: event.shift_key(),
            ctrl: event.ctrl_key() || event.meta_key(),
            alt: event.alt_key(),
            repeat: event.repeat(),
            composing: event.is_composing() || key == "Process",
            on_button: is("button, a, summary"),
        };
        if callback(&pressed) {
            event.prevent_default();
        }
    }))
}

/// Keeps a press of the mouse from giving the focus to the chart, whose arrow keys would then read years and no longer
/// change the slide.
pub fn keep_focus_from(selector: &'static str) -> Option<EventListener> {
    let window = web_sys::window()?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&window, "mousedown", options, move |event: &Event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if target.and_then(|element| element.closest(selector).ok().flatten()).is_some() {
            event.prevent_default();
        }
    }))
}

/// Whether the browser lets a page fill the screen.
pub fn can_fill_screen() -> bool {
    document().is_some_and(|document| truth(&document, "fullscreenEnabled"))
}

/// Whether the page fills the screen.
pub fn fills_screen() -> bool {
    document().is_some_and(|document| truth(&document, "fullscreenElement"))
}

/// Lets the page fill the screen, or no longer do so. A browser that refuses leaves it as it is.
pub fn fill_screen(fill: bool) {
    let Some(document) = document() else { return };
    if fill == fills_screen() {
        return;
    }
    let promise = if fill {
        document.document_element().and_then(|page| call(&page, "requestFullscreen", &[]))
    } else {
        call(&document, "exitFullscreen", &[])
    };
    if let Some(promise) = promise {
        // A refusal that nobody hears of would be an error in the console.
        spawn_local(async move { drop(JsFuture::from(promise).await) });
    }
}

/// Calls back when the page comes to fill the screen, or no longer does, until dropped.
pub fn on_fill(callback: impl Fn() + 'static) -> Option<EventListener> {
    let document = document()?;
    Some(EventListener::new(&document, "fullscreenchange", move |_| callback()))
}

/// Keeps the screen from going to sleep until dropped, where the browser can: it lets go whenever the page is out of
/// sight, and is asked again when the page is back.
pub struct Awake {
    held: Rc<RefCell<Held>>,
    _on_sight: Option<EventListener>,
}

/// The browser's promise to keep the screen on.
#[derive(Default)]
struct Held {
    lock: Option<JsValue>,
    /// Nobody needs it any longer.
    over: bool,
}

impl Awake {
    /// Begins to keep it awake.
    pub fn begin() -> Awake {
        let held = Rc::new(RefCell::new(Held::default()));
        ask(&held);
        let again = Rc::clone(&held);
        let on_sight = watch::on_visibility(move |hidden| {
            if !hidden {
                ask(&again);
            }
        });
        Awake { held, _on_sight: on_sight }
    }
}

impl Drop for Awake {
    fn drop(&mut self) {
        let mut held = self.held.borrow_mut();
        held.over = true;
        if let Some(lock) = held.lock.take() {
            release(&lock);
        }
    }
}

fn ask(held: &Rc<RefCell<Held>>) {
    let navigator = web_sys::window().map(|window| window.navigator());
    let Some(keeper) = navigator.and_then(|navigator| Reflect::get(&navigator, &"wakeLock".into()).ok())
    else {
        return;
    };
    let Some(promise) = call(&keeper, "request", &["screen".into()]) else { return };
    let held = Rc::clone(held);
    spawn_local(async move {
        let Ok(lock) = JsFuture::from(promise).await else { return };
        let mut held = held.borrow_mut();
        if held.over {
            release(&lock);
        } else {
            held.lock = Some(lock);
        }
    });
}

fn release(lock: &JsValue) {
    if let Some(promise) = call(lock, "release", &[]) {
        spawn_local(async move { drop(JsFuture::from(promise).await) });
    }
}

/// Calls a method that not every browser has, and that answers with a promise.
fn call(object: &JsValue, method: &str, arguments: &[JsValue]) -> Option<Promise> {
    let function: Function = Reflect::get(object, &method.into()).ok()?.dyn_into().ok()?;
    function.apply(object, &arguments.iter().collect()).ok()?.dyn_into().ok()
}

/// Whether a property that not every browser has is there and true.
fn truth(object: &JsValue, property: &str) -> bool {
    Reflect::get(object, &property.into()).is_ok_and(|value| value.is_truthy())
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
