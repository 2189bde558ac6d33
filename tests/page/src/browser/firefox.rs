//! Firefox, by WebDriver BiDi and, where that has no command yet, from the browser's own side.

use super::{Media, Window};
use crate::{Options, raw};
use anyhow::{Context, Result, bail, ensure};
use futures_util::StreamExt;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use thirtyfour::WebDriver;
use thirtyfour::bidi::{BiDi, RawEvent};
use tokio::time::{Instant, sleep};

/// A message of the console, and a request.
const EVENTS: [&str; 2] = ["log.entryAdded", "network.beforeRequestSent"];

/// How long the page may take to load again.
const RELOAD: Duration = Duration::from_secs(60);
/// How often it is looked at meanwhile.
const GLANCE: Duration = Duration::from_millis(20);

pub(crate) struct Firefox {
    driver: WebDriver,
    bidi: BiDi,
    /// The identity of the window for BiDi.
    context: String,
    events: Arc<Mutex<Vec<RawEvent>>>,
}

pub(super) fn complete(capabilities: &mut Value, options: &Options) -> Result<()> {
    let firefox = capabilities.pointer_mut("/moz:firefoxOptions").and_then(Value::as_object_mut);
    let firefox = firefox.context("the capabilities have no moz:firefoxOptions")?;
    let preferences = json!({
        "intl.accept_languages": options.language.of_browser(),
        "dom.events.testing.asyncClipboard": true,
        "browser.download.folderList": 2,
        // As users have it: no module is loaded from a folder.
        "security.fileuri.strict_origin_policy": true,
    });
    firefox.insert("prefs".into(), preferences);
    Ok(())
}

impl Firefox {
    pub(super) async fn start(driver: &WebDriver) -> Result<Self> {
        let bidi = driver.bidi().await?;
        let context = driver.window().await?.to_string();
        let events = Arc::default();
        let mut stream = bidi.subscribe_raw();
        let store = Arc::clone(&events);
        // At once: the stream forgets what is left in it for long.
        tokio::spawn(async move {
            while let Some(event) = stream.next().await {
                Self::locked(&store).push(event);
            }
        });
        let firefox = Self { driver: driver.clone(), bidi, context, events };
        firefox.send("session.subscribe", json!({ "events": EVENTS })).await?;
        Ok(firefox)
    }

    fn locked(events: &Mutex<Vec<RawEvent>>) -> std::sync::MutexGuard<'_, Vec<RawEvent>> {
        events.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn send(&self, method: &str, parameters: Value) -> Result<Value> {
        self.bidi.send_raw(method, parameters).await.with_context(|| format!("{method} failed"))
    }

    /// Runs the body of a function on the browser's own side, where `tab` is the page's browsing context.
    async fn privileged(&self, body: &str, argument: Value) -> Result<Value> {
        self.run_on("chrome").await?;
        let script = format!("const tab = gBrowser.selectedBrowser.browsingContext; {body}");
        let outcome = self.driver.execute(script, vec![argument]).await;
        self.run_on("content").await?;
        Ok(outcome?.json().clone())
    }

    /// Chooses where scripts run from now on: in the page ("content") or on the browser's own side ("chrome").
    async fn run_on(&self, side: &str) -> Result<()> {
        raw::post(&self.driver, "moz/context", json!({ "context": side })).await
    }

    pub(super) async fn show(&self, window: Window) -> Result<()> {
        let Window { width, height, ratio, phone } = window;
        let viewport = json!({ "context": self.context, "viewport": { "width": width, "height": height },
            "devicePixelRatio": ratio });
        self.send("browsingContext.setViewport", viewport).await?;
        // Preferences, because what is set of a tab ends with the page in it.
        let script = "const [phone] = arguments;
            const coarse = 1, fine = 2, hover = 4;
            Services.prefs.setIntPref('dom.maxtouchpoints.testing.value', phone ? 5 : 0);
            for (const kind of ['primary', 'all'])
                Services.prefs.setIntPref(`ui.${kind}PointerCapabilities`, phone ? coarse : fine | hover)";
        self.privileged(script, json!(phone)).await?;
        Ok(())
    }

    pub(super) async fn prefer(&self, media: &Media) -> Result<()> {
        let mut forced = false;
        for feature in &media.features {
            match feature {
                ("forced-colors", "active") => forced = true,
                (name, value) => bail!("Firefox is not told how to take {name}: {value}"),
            }
        }
        let script = "const { dark, paper, forced } = arguments[0];
            const asPage = 1, always = 2;
            Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', dark ? 0 : 1);
            Services.prefs.setIntPref('browser.display.document_color_use', forced ? always : asPage);
            tab.mediumOverride = paper ? 'print' : ''";
        let media = json!({ "dark": media.dark, "paper": media.paper, "forced": forced });
        self.privileged(script, media).await?;
        Ok(())
    }

    pub(super) async fn before(&self, script: &str) -> Result<()> {
        let function = format!("() => {{ {script} }}");
        self.send("script.addPreloadScript", json!({ "functionDeclaration": function })).await?;
        Ok(())
    }

    /// From within, as the driver's own command goes past what the browser keeps of the page, which F5 does not.
    pub(super) async fn reload(&self) -> Result<()> {
        self.driver.execute("window.isLeft = true; location.reload()", vec![]).await?;
        let left = "return window.isLeft === undefined && document.readyState === 'complete'";
        let end = Instant::now() + RELOAD;
        // Between two pages there is nothing that runs a script.
        while !self.driver.execute(left, vec![]).await.is_ok_and(|answer| *answer.json() == json!(true)) {
            ensure!(Instant::now() < end, "the page does not load again");
            sleep(GLANCE).await;
        }
        Ok(())
    }

    pub(super) async fn download_to(&self, folder: &Path) -> Result<()> {
        let script = "Services.prefs.setStringPref('browser.download.dir', arguments[0])";
        self.privileged(script, json!(folder)).await?;
        Ok(())
    }

    pub(super) async fn forget(&self, origin: &str) -> Result<()> {
        let script = "const principal = Services.scriptSecurityManager
                .createContentPrincipalFromOrigin(arguments[0]);
            return new Promise((done) => Services.clearData.deleteDataFromPrincipal(
                principal, true, Ci.nsIClearDataService.CLEAR_DOM_STORAGES, done))";
        self.privileged(script, json!(origin)).await?;
        Ok(())
    }

    pub(super) async fn printed(&self) -> Result<String> {
        // The pointer leaves for the browser's menu, as it does before a person prints.
        let leave = "document.documentElement.dispatchEvent(new MouseEvent('mouseleave'))";
        self.driver.execute(leave, vec![]).await?;
        let a4 = json!({ "context": self.context, "background": true, "page": { "width": 21.0, "height": 29.7 },
            "margin": { "top": 0, "bottom": 0, "left": 0, "right": 0 }, "shrinkToFit": false });
        let printed = self.send("browsingContext.print", a4).await?;
        Ok(printed["data"].as_str().context("there is no PDF")?.to_owned())
    }

    /// Takes the events of one kind that have come so far.
    async fn taken(&self, method: &str) -> Result<Vec<Value>> {
        // Whatever happened before the answer to this has come before it.
        self.send("session.status", json!({})).await?;
        let mut events = Self::locked(&self.events);
        let (taken, rest) = events.drain(..).partition(|event| event.method == method);
        *events = rest;
        let taken: Vec<RawEvent> = taken;
        Ok(taken.into_iter().map(|event| event.params).collect())
    }

    pub(super) async fn console(&self) -> Result<Vec<String>> {
        let entries = self.taken("log.entryAdded").await?;
        let text = |entry: &Value| {
            let place = entry.pointer("/stackTrace/callFrames/0/url").or(entry.pointer("/source/realm"));
            format!("{}: {} ({})", entry["level"], entry["text"], place.unwrap_or(&Value::Null))
        };
        Ok(entries.iter().map(text).collect())
    }

    pub(super) async fn requests(&self) -> Result<Vec<String>> {
        let requests = self.taken("network.beforeRequestSent").await?;
        let urls = requests.iter().filter_map(|event| event.pointer("/request/url")?.as_str());
        Ok(urls.map(str::to_owned).collect())
    }
}
