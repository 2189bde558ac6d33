//! Chromium, by its own protocol.

use super::{Media, Window};
use crate::Options;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::path::Path;
use thirtyfour::WebDriver;

pub(crate) struct Chromium {
    driver: WebDriver,
}

pub(super) fn complete(capabilities: &mut Value, options: &Options) -> Result<()> {
    let chrome = capabilities.pointer_mut("/goog:chromeOptions").and_then(Value::as_object_mut);
    let chrome = chrome.context("the capabilities have no goog:chromeOptions")?;
    let languages = options.language.of_browser();
    chrome.insert("prefs".into(), json!({ "intl.accept_languages": languages }));
    chrome.insert("perfLoggingPrefs".into(), json!({ "enableNetwork": true, "enablePage": false }));
    capabilities["goog:loggingPrefs"] = json!({ "browser": "ALL", "performance": "ALL" });
    Ok(())
}

impl Chromium {
    pub(super) fn new(driver: &WebDriver) -> Self {
        Self { driver: driver.clone() }
    }

    pub(super) async fn send(&self, method: &str, parameters: Value) -> Result<Value> {
        self.driver.cdp().send_raw(method, parameters).await.with_context(|| format!("{method} failed"))
    }

    pub(super) async fn show(&self, window: Window) -> Result<()> {
        let Window { width, height, ratio, phone } = window;
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": ratio, "mobile": phone });
        self.send("Emulation.setDeviceMetricsOverride", metrics).await?;
        let touches = if phone { 5 } else { 1 };
        let touch = json!({ "enabled": phone, "maxTouchPoints": touches });
        self.send("Emulation.setTouchEmulationEnabled", touch).await?;
        Ok(())
    }

    pub(super) async fn prefer(&self, media: &Media) -> Result<()> {
        let scheme = ("prefers-color-scheme", if media.dark { "dark" } else { "light" });
        let features = media.features.iter().chain([&scheme]);
        let features: Vec<_> =
            features.map(|(name, value)| json!({ "name": name, "value": value })).collect();
        let medium = if media.paper { "print" } else { "" };
        self.send("Emulation.setEmulatedMedia", json!({ "media": medium, "features": features })).await?;
        Ok(())
    }

    pub(super) async fn before(&self, script: &str) -> Result<()> {
        self.send("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await?;
        Ok(())
    }

    pub(super) async fn reload(&self) -> Result<()> {
        Ok(self.driver.refresh().await?)
    }

    pub(super) async fn allow_clipboard(&self) -> Result<()> {
        let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        self.send("Browser.grantPermissions", permissions).await?;
        Ok(())
    }

    pub(super) async fn download_to(&self, folder: &Path) -> Result<()> {
        let allow = json!({ "behavior": "allow", "downloadPath": folder });
        self.send("Browser.setDownloadBehavior", allow).await?;
        Ok(())
    }

    pub(super) async fn forget(&self, origin: &str) -> Result<()> {
        let all = json!({ "origin": origin, "storageTypes": "all" });
        self.send("Storage.clearDataForOrigin", all).await?;
        Ok(())
    }

    pub(super) async fn printed(&self) -> Result<String> {
        let paper = json!({ "preferCSSPageSize": true, "printBackground": true });
        let printed = self.send("Page.printToPDF", paper).await?;
        Ok(printed["data"].as_str().context("there is no PDF")?.to_owned())
    }

    pub(super) async fn console(&self) -> Result<Vec<String>> {
        let log = self.driver.get_log("browser").await?;
        Ok(log.into_iter().map(|entry| format!("{}: {}", entry.level, entry.message)).collect())
    }

    pub(super) async fn requests(&self) -> Result<Vec<String>> {
        let mut requests = Vec::new();
        for entry in self.driver.get_log("performance").await? {
            let event: Value = serde_json::from_str(&entry.message)?;
            let url = event.pointer("/message/params/request/url").and_then(Value::as_str);
            if let Some(url) = url.filter(|_| event["message"]["method"] == "Network.requestWillBeSent") {
                requests.push(url.to_owned());
            }
        }
        Ok(requests)
    }
}
