//! The page in its browser.

use crate::browser::{Browser, Media, Window};
use crate::{Indicator, Options, Scheme, Size, raw};
use anyhow::{Context, Result, anyhow, bail, ensure};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::time::Duration;
use thirtyfour::prelude::ElementQueryable;
use thirtyfour::{By, Key, WebDriver, WebElement};
use tokio::time::{Instant, sleep};

/// How long the page may take until it is ready.
const READY: Duration = Duration::from_secs(60);
/// How long a condition may take to hold. It only ever costs a test that fails.
const PATIENCE: Duration = Duration::from_secs(15);
/// How often a condition is looked at.
const GLANCE: Duration = Duration::from_millis(20);

/// The page in its browser. CSS selectors name elements.
pub struct Page {
    /// The session.
    pub driver: WebDriver,
    address: String,
    pub(crate) browser: Browser,
    media: RefCell<Media>,
    requests: RefCell<Vec<String>>,
}

impl Page {
    pub(crate) async fn new(driver: WebDriver, address: String, options: &Options) -> Result<Self> {
        let browser = Browser::start(&driver, options).await?;
        Ok(Self {
            driver,
            address,
            browser,
            media: RefCell::new(options.into()),
            requests: RefCell::default(),
        })
    }

    /// The address of the page without query and fragment; ends with `/`.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Opens the page anew and waits until it is ready. `query` has its `?`, `fragment` lacks its `#`.
    pub async fn open(&self, query: &str, fragment: &str) -> Result<()> {
        self.load(query, fragment).await?;
        self.ready().await
    }

    /// Opens the page anew without waiting: for a page that is not to become ready.
    pub async fn load(&self, query: &str, fragment: &str) -> Result<()> {
        let hash = if fragment.is_empty() { "" } else { "#" };
        // A new fragment alone would only move within the page that is open.
        self.driver.goto("about:blank").await?;
        Ok(self.driver.goto(format!("{}{query}{hash}{fragment}", self.address)).await?)
    }

    /// Loads the page again, as F5 does, and waits until it is ready.
    pub async fn reload(&self) -> Result<()> {
        self.browser.reload().await?;
        self.ready().await
    }

    /// Leaves the page and makes the browser forget what it kept for it.
    pub async fn forget(&self) -> Result<()> {
        self.driver.goto("about:blank").await?;
        self.browser.forget(origin(&self.address)?).await
    }

    async fn ready(&self) -> Result<()> {
        if self.within(READY, "body[data-ready=true]").await.is_err() {
            let text = self.text("body").await.unwrap_or_default();
            bail!("the page is not ready. It says: {text:?}. Its console: {:#?}", self.console().await?);
        }
        Ok(())
    }

    /// The first element, waited for.
    pub async fn find(&self, css: &str) -> Result<WebElement> {
        self.within(PATIENCE, css).await.with_context(|| format!("there is no {css}"))
    }

    async fn within(&self, time: Duration, css: &str) -> Result<WebElement> {
        Ok(self.driver.query(By::Css(css)).wait(time, GLANCE).first().await?)
    }

    /// All elements there are now.
    pub async fn all(&self, css: &str) -> Result<Vec<WebElement>> {
        Ok(self.driver.find_all(By::Css(css)).await?)
    }

    /// Clicks the first element as a mouse does: it must be visible and uncovered.
    pub async fn click(&self, css: &str) -> Result<()> {
        let element = self.bring(css).await?;
        element.click().await.with_context(|| format!("{css} cannot be clicked"))
    }

    /// Scrolls the first element into view, until it rests there: rows that come into sight for the first time
    /// take up more or less room than was held for them.
    pub async fn bring(&self, css: &str) -> Result<WebElement> {
        let element = self.find(css).await?;
        let script = "const [element, done] = arguments;
            const step = (before) => {
                element.scrollIntoView({ block: 'center', behavior: 'instant' });
                requestAnimationFrame(() => requestAnimationFrame(() => {
                    const top = element.getBoundingClientRect().top;
                    // A browser that scrolls by whole pixels never rests on a part of one.
                    Math.abs(top - before) < 2 || !element.isConnected ? done(top) : step(top);
                }));
            };
            step(NaN)";
        self.driver.execute_async(script, vec![element.to_json()?]).await?;
        Ok(element)
    }

    /// The visible text of the first element.
    pub async fn text(&self, css: &str) -> Result<String> {
        Ok(self.find(css).await?.text().await?)
    }

    /// An attribute of the first element; `None` if it lacks it.
    pub async fn attribute(&self, css: &str, name: &str) -> Result<Option<String>> {
        Ok(self.find(css).await?.attr(name).await?)
    }

    /// The indicator with this id, which the list must show.
    pub async fn indicator(&self, id: &str) -> Result<Indicator<'_>> {
        let css = format!("[data-indicator='{id}']");
        self.find(&css).await?;
        Ok(Indicator::new(self, css))
    }

    /// Presses keys wherever the focus is. A [`Key`](crate::Key) adds to text: `Key::Control + "z"`.
    pub async fn press(&self, keys: impl Into<thirtyfour::TypingData>) -> Result<()> {
        Ok(self.driver.active_element().await?.send_keys(keys).await?)
    }

    /// Whether the first element has the focus.
    pub async fn has_focus(&self, css: &str) -> Result<bool> {
        let script = "return document.activeElement?.matches(arguments[0]) ?? false";
        Ok(self.script(script, vec![json!(css)]).await? == true)
    }

    /// Runs the body of a function in the page; returns what it returns.
    pub async fn script(&self, body: &str, arguments: Vec<Value>) -> Result<Value> {
        Ok(self.driver.execute(body, arguments).await?.json().clone())
    }

    /// Runs the body of a function that hands its result to its last argument, and waits for it.
    pub async fn script_async(&self, body: &str) -> Result<Value> {
        Ok(self.driver.execute_async(body, vec![]).await?.json().clone())
    }

    /// What the QR code in the first element says, read from the pixels of the screen.
    pub async fn decoded_qr(&self, css: &str) -> Result<String> {
        let picture = self.bring(css).await?.screenshot_as_png().await?;
        crate::qr::decoded(&picture).with_context(|| format!("{css} is no QR code that can be read"))
    }

    /// Sends a command of Chromium's own protocol.
    ///
    /// # Errors
    /// Where it fails, and in every other browser.
    pub async fn cdp(&self, method: &str, parameters: Value) -> Result<Value> {
        self.browser.cdp(method, parameters).await
    }

    /// Gives the window another size, in CSS pixels.
    pub async fn resize(&self, size: Size) -> Result<()> {
        self.browser.show(size.into()).await
    }

    /// Gives the window another size in CSS pixels, and another number of device pixels to one, as the browser's
    /// zoom does.
    pub async fn zoom(&self, width: u32, height: u32, ratio: f64) -> Result<()> {
        self.browser.show(Window { width, height, ratio, phone: false }).await
    }

    /// Changes the colours that the system prefers, while the page is open.
    pub async fn prefer(&self, scheme: Scheme) -> Result<()> {
        self.media.borrow_mut().dark = scheme == Scheme::Dark;
        self.show_media().await
    }

    /// Shows the page as it stands on paper, or on the screen again.
    pub async fn on_paper(&self, paper: bool) -> Result<()> {
        self.media.borrow_mut().paper = paper;
        self.show_media().await
    }

    async fn show_media(&self) -> Result<()> {
        let media = self.media.borrow().clone();
        self.browser.prefer(&media).await
    }

    /// Moves the mouse to a place, in CSS pixels from the corner of the window.
    pub async fn point(&self, x: f64, y: f64) -> Result<()> {
        raw::post(&self.driver, "actions", Pointer::Mouse.actions(vec![moved(x, y)])).await
    }

    /// Goes down at the first of these places, in CSS pixels from the corner of the window, on to the others, and up
    /// again at the last where `up` says so.
    pub async fn draw(&self, pointer: Pointer, path: &[(f64, f64)], up: bool) -> Result<()> {
        let mut actions: Vec<_> = path.iter().map(|&(x, y)| moved(x, y)).collect();
        if !actions.is_empty() {
            actions.insert(1, json!({ "type": "pointerDown", "button": 0 }));
        }
        if up {
            actions.push(json!({ "type": "pointerUp", "button": 0 }));
        }
        raw::post(&self.driver, "actions", pointer.actions(actions)).await
    }

    /// Presses a key of the keyboard, without a field taking it for a text or the name of a file.
    pub async fn strike(&self, key: Key) -> Result<()> {
        Ok(self
            .driver
            .action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO))
            .send_keys(key)
            .perform()
            .await?)
    }

    /// Runs a script before the page's own, at every load from now on.
    pub async fn before(&self, script: &str) -> Result<()> {
        self.browser.before(script).await
    }

    /// Lets the page read and write the clipboard, as a person may.
    pub async fn allow_clipboard(&self) -> Result<()> {
        self.browser.allow_clipboard().await
    }

    /// Waits until the browser keeps the page for visits without a network.
    pub async fn until_kept(&self) -> Result<()> {
        let kept = "return navigator.serviceWorker.controller?.state === 'activated'";
        self.until("the browser keeps the page", async || Ok(self.script(kept, vec![]).await? == true)).await
    }

    /// Waits until a condition holds; `what` names it where it never does.
    pub async fn until(&self, what: &str, condition: impl AsyncFn() -> Result<bool>) -> Result<()> {
        let end = Instant::now() + PATIENCE;
        while !condition().await.with_context(|| format!("while waiting: {what}"))? {
            ensure!(Instant::now() < end, "this never came true: {what}");
            sleep(GLANCE).await;
        }
        Ok(())
    }

    /// Takes the messages of the console that have come since the last call, each with its level.
    pub async fn console(&self) -> Result<Vec<String>> {
        self.browser.console().await
    }

    /// Every address the session has asked for so far, in order.
    pub async fn requests(&self) -> Result<Vec<String>> {
        let new = self.browser.requests().await?;
        self.requests.borrow_mut().extend(new);
        Ok(self.requests.borrow().clone())
    }

    /// Fails where anything is wider than the window, so that the page scrolls sideways or cuts.
    pub async fn check_fits(&self) -> Result<()> {
        let wide = self.script(include_str!("wide.js"), vec![]).await?;
        ensure!(wide.as_array().is_some_and(Vec::is_empty), "wider than the window: {wide:#}");
        Ok(())
    }

    /// Fails where axe finds a violation in the page as it stands, its best practices included.
    pub async fn check_axe(&self) -> Result<()> {
        crate::axe::check(self).await
    }

    /// Fails where the console holds a message, or another origin was asked for anything.
    pub(crate) async fn check_quiet(&self) -> Result<()> {
        let messages = self.console().await?;
        ensure!(messages.is_empty(), "the console says {messages:#?}");
        let own = origin(&self.address)?;
        let mut foreign = self.requests().await?;
        foreign.retain(|url| !belongs(url, own));
        ensure!(foreign.is_empty(), "other origins were asked: {foreign:#?}");
        Ok(())
    }
}

/// What a person points with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointer {
    /// A mouse.
    Mouse,
    /// A finger on the screen.
    Finger,
}

impl Pointer {
    fn actions(self, actions: Vec<Value>) -> Value {
        let (id, kind) = if self == Self::Mouse { ("mouse", "mouse") } else { ("finger", "touch") };
        let source =
            json!({ "type": "pointer", "id": id, "parameters": { "pointerType": kind }, "actions": actions });
        json!({ "actions": [source] })
    }
}

fn moved(x: f64, y: f64) -> Value {
    json!({ "type": "pointerMove", "duration": 50, "x": x.round(), "y": y.round() })
}

/// Scheme, host and port of an address.
fn origin(address: &str) -> Result<&str> {
    let path = address.match_indices('/').nth(2).map(|(at, _)| at);
    path.and_then(|at| address.get(..at)).ok_or_else(|| anyhow!("{address} has no origin"))
}

/// Whether an address lies in the origin or in the page itself.
fn belongs(url: &str, origin: &str) -> bool {
    let url = url.strip_prefix("blob:").unwrap_or(url);
    url.starts_with("data:")
        || url.starts_with("about:")
        || url.strip_prefix(origin).is_some_and(|rest| rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::{belongs, origin};

    #[test]
    fn another_origin_is_told_from_the_pages_own() {
        let own = origin("http://127.0.0.1:8013/deep/").expect("an origin");
        assert_eq!(own, "http://127.0.0.1:8013");
        for url in ["http://127.0.0.1:8013/a.js", "blob:http://127.0.0.1:8013/1-2", "data:image/png;base64,"]
        {
            assert!(belongs(url, own), "{url}");
        }
        for url in
            ["http://127.0.0.1:80139/a.js", "https://example.com/", "http://127.0.0.1:8013.example.com/"]
        {
            assert!(!belongs(url, own), "{url}");
        }
    }
}
