//! The page without a network: the service worker that keeps it in the browser, and newer releases of both.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ServiceWorkerContainer, ServiceWorkerRegistration};

use super::{page, watch};

/// What the worker understands as the order to take over.
const TAKE_OVER: &str = "activate";

/// Milliseconds after which a page that has stayed open looks for a newer release when it comes into view. The
/// browser itself looks whenever the page is opened.
const LOOK_AFTER: f64 = 3_600_000.0;

/// Lets the worker that the page names keep the page, and calls back whenever a newer release is there to switch to.
///
/// Nothing happens where the page names no worker, or where the browser has none for it: at an address that is neither
/// https nor this machine, or where it lets pages store nothing.
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
    look_now_and_then(registration);
}

fn look_now_and_then(registration: ServiceWorkerRegistration) {
    let looked = Cell::new(js_sys::Date::now());
    let look = move |hidden: bool| {
        let now = js_sys::Date::now();
        if !hidden
            && now - looked.get() > LOOK_AFTER
            && let Ok(promise) = registration.update()
        {
            looked.set(now);
            // Without a network there is nothing to find.
            spawn_local(async move { drop(JsFuture::from(promise).await) });
        }
    };
    if let Some(listener) = watch::on_visibility(look) {
        listener.forget();
    }
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
