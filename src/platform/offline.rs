//! The page without a network: the service worker that keeps it in the browser, and newer releases of both.

use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ServiceWorkerContainer, ServiceWorkerRegistration};

use super::page;

/// What the worker understands as the order to take over.
const TAKE_OVER: &str = "activate";

/// Lets the worker that the page names keep the page, and calls back whenever a newer release is there to switch to.
///
/// Nothing happens where the page names no worker, or where the browser has none for it: at an address that is neither
/// https nor this machine, or in a private window.
pub async fn keep(newer: impl Fn() + 'static) {
    let (Some(worker), Some(container)) = (page::meta("worker"), container()) else { return };
    let Some(registration) = registration(container.register(&worker)).await else { return };
    let look = Rc::new({
        let registration = registration.clone();
        move || {
            // The very first release is not newer than any.
            if registration.waiting().is_some() && registration.active().is_some() {
                newer();
            }
        }
    });
    look();
    let follow = {
        let registration = registration.clone();
        move || {
            let look = Rc::clone(&look);
            if let Some(worker) = registration.installing() {
                EventListener::new(&worker, "statechange", move |_| look()).forget();
            }
        }
    };
    // One that had begun before may still be under way.
    follow();
    EventListener::new(&registration, "updatefound", move |_| follow()).forget();
}

/// Opens the page anew with the newest release there is. What is not saved is lost.
pub async fn switch() {
    let registration = match container() {
        Some(container) => registration(container.get_registration()).await,
        None => None,
    };
    match registration.and_then(|registration| registration.waiting()) {
        // The browser holds what the page asks for next until the worker has taken over.
        Some(worker) if worker.post_message(&JsValue::from_str(TAKE_OVER)).is_ok() => {
            EventListener::new(&worker, "statechange", |_| page::reload()).forget();
        }
        _ => page::reload(),
    }
}

async fn registration(promise: js_sys::Promise) -> Option<ServiceWorkerRegistration> {
    JsFuture::from(promise).await.ok()?.dyn_into().ok()
}

fn container() -> Option<ServiceWorkerContainer> {
    // Absent in some windows, and refused with an exception in others.
    let navigator = web_sys::window()?.navigator();
    js_sys::Reflect::get(&navigator, &JsValue::from_str("serviceWorker")).ok()?.dyn_into().ok()
}
