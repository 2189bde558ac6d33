//! What a test asks of its browser beyond the commands that all drivers share.

mod chromium;
mod firefox;

use crate::{Options, Scheme, Size};
use anyhow::{Context, Result};
use chromium::Chromium;
use firefox::Firefox;
use serde_json::Value;
use std::path::Path;
use thirtyfour::{Capabilities, WebDriver};

/// The browser of a session.
pub(crate) enum Browser {
    Chromium(Chromium),
    Firefox(Box<Firefox>),
}

/// The window, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Window {
    pub width: u32,
    pub height: u32,
    /// Device pixels to one CSS pixel.
    pub ratio: f64,
    /// Whether it is a phone's.
    pub phone: bool,
}

/// What the page is shown on, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Media {
    /// On paper instead of a screen.
    pub paper: bool,
    pub dark: bool,
    /// Media features beside the colour scheme, such as `("forced-colors", "active")`.
    pub features: Vec<(&'static str, &'static str)>,
}

impl From<Size> for Window {
    fn from(size: Size) -> Self {
        let (width, height) = size.pixels();
        let phone = size == Size::Phone;
        Self { width, height, ratio: if phone { 3.0 } else { 1.0 }, phone }
    }
}

impl From<&Options> for Media {
    fn from(options: &Options) -> Self {
        let dark = options.scheme == Scheme::Dark;
        Self { paper: false, dark, features: options.media.clone() }
    }
}

/// Completes the capabilities of a session for these options.
///
/// # Errors
/// Where `base` is no object, or of a browser that we do not know.
pub(crate) fn capabilities(base: Value, options: &Options) -> Result<Capabilities> {
    let mut all = base;
    match all["browserName"].as_str() {
        Some("chrome") => chromium::complete(&mut all, options)?,
        Some("firefox") => firefox::complete(&mut all, options)?,
        other => anyhow::bail!("the tests do not know the browser {other:?}"),
    }
    Ok(all.as_object().context("the capabilities are no object")?.clone().into())
}

impl Browser {
    /// Gets the browser of a new session ready.
    pub async fn start(driver: &WebDriver, options: &Options) -> Result<Self> {
        let name = driver.capabilities().get("browserName").and_then(Value::as_str);
        let browser = if name == Some("firefox") {
            Self::Firefox(Box::new(Firefox::start(driver).await?))
        } else {
            Self::Chromium(Chromium::new(driver))
        };
        browser.show(options.size.into()).await?;
        browser.prefer(&options.into()).await?;
        for script in &options.before {
            browser.before(script).await?;
        }
        Ok(browser)
    }

    /// Gives the window a size.
    pub async fn show(&self, window: Window) -> Result<()> {
        match self {
            Self::Chromium(chromium) => chromium.show(window).await,
            Self::Firefox(firefox) => firefox.show(window).await,
        }
    }

    /// Sets what the page is shown on.
    pub async fn prefer(&self, media: &Media) -> Result<()> {
        match self {
            Self::Chromium(chromium) => chromium.prefer(media).await,
            Self::Firefox(firefox) => firefox.prefer(media).await,
        }
    }

    /// Runs a script before the page's own, at every load from now on.
    pub async fn before(&self, script: &str) -> Result<()> {
        // The blank pages between two loads have no storage, and would report that in the console.
        let script = format!("if (/^(https?|file):$/.test(location.protocol)) {{ {script} }}");
        match self {
            Self::Chromium(chromium) => chromium.before(&script).await,
            Self::Firefox(firefox) => firefox.before(&script).await,
        }
    }

    /// Loads the page again, as F5 does.
    pub async fn reload(&self) -> Result<()> {
        match self {
            Self::Chromium(chromium) => chromium.reload().await,
            Self::Firefox(firefox) => firefox.reload().await,
        }
    }

    /// Lets the page read and write the clipboard.
    pub async fn allow_clipboard(&self) -> Result<()> {
        match self {
            Self::Chromium(chromium) => chromium.allow_clipboard().await,
            // Its preferences allow that from the start.
            Self::Firefox(_) => Ok(()),
        }
    }

    /// Puts the files that the page hands out into a folder.
    pub async fn download_to(&self, folder: &Path) -> Result<()> {
        match self {
            Self::Chromium(chromium) => chromium.download_to(folder).await,
            Self::Firefox(firefox) => firefox.download_to(folder).await,
        }
    }

    /// Forgets what an origin has kept.
    pub async fn forget(&self, origin: &str) -> Result<()> {
        match self {
            Self::Chromium(chromium) => chromium.forget(origin).await,
            Self::Firefox(firefox) => firefox.forget(origin).await,
        }
    }

    /// The page on paper, as PDF in Base64.
    pub async fn printed(&self) -> Result<String> {
        match self {
            Self::Chromium(chromium) => chromium.printed().await,
            Self::Firefox(firefox) => firefox.printed().await,
        }
    }

    /// Takes the messages of the console that have come since the last call.
    pub async fn console(&self) -> Result<Vec<String>> {
        match self {
            Self::Chromium(chromium) => chromium.console().await,
            Self::Firefox(firefox) => firefox.console().await,
        }
    }

    /// Takes the addresses that were asked for since the last call.
    pub async fn requests(&self) -> Result<Vec<String>> {
        match self {
            Self::Chromium(chromium) => chromium.requests().await,
            Self::Firefox(firefox) => firefox.requests().await,
        }
    }

    /// A command of Chromium's own protocol.
    pub async fn cdp(&self, method: &str, parameters: Value) -> Result<Value> {
        match self {
            Self::Chromium(chromium) => chromium.send(method, parameters).await,
            Self::Firefox(_) => anyhow::bail!("{method} is Chromium's: this test belongs to tests/chromium"),
        }
    }
}
