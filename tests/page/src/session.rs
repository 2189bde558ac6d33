//! One browser session for one test.

use crate::{Options, Page, Size};
use anyhow::{Context, Result, anyhow};
use serde_json::{Value, json};
use std::env;
use std::time::Duration;
use thirtyfour::{Capabilities, WebDriver};

/// How long one script may take; axe needs several seconds on a slow machine.
const SCRIPT: Duration = Duration::from_secs(120);

/// Opens the page in a browser with a fresh profile, waits until it is ready, runs the test, and closes the
/// browser whatever happens.
///
/// # Errors
/// Where the page does not become ready, the test fails, the console holds a message, or another origin was
/// asked for anything.
pub fn visit(options: Options, test: impl AsyncFnOnce(&Page) -> Result<()>) -> Result<()> {
    let address = options.address.clone().map_or_else(|| setting("PAGE_TESTS_ADDRESS"), Ok)?;
    let driver = setting("PAGE_TESTS_DRIVER")?;
    let capabilities = capabilities(&setting("PAGE_TESTS_CAPABILITIES")?, &options)?;
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
        let driver = WebDriver::new(driver, capabilities).await.context("the browser does not start")?;
        let outcome = driver.run_and_quit(async |driver| {
            let page = Page::new(driver, address);
            prepare(&page, &options).await?;
            page.open(options.language.query(), &options.fragment).await?;
            // The driver keeps only the outermost text of an error.
            test(&page).await.map_err(|error| anyhow!("{error:#}"))?;
            page.check_quiet().await
        });
        outcome.await.map_err(|error| anyhow!("{error:#}"))
    })
}

pub(crate) fn setting(name: &str) -> Result<String> {
    env::var(name).with_context(|| format!("{name} is not set; run `cargo xtask test page`"))
}

fn capabilities(base: &str, options: &Options) -> Result<Capabilities> {
    let mut all: Value = serde_json::from_str(base).context("PAGE_TESTS_CAPABILITIES is no JSON")?;
    let chrome = all.pointer_mut("/goog:chromeOptions").and_then(Value::as_object_mut);
    let chrome = chrome.context("PAGE_TESTS_CAPABILITIES has no goog:chromeOptions")?;
    let languages = options.language.of_browser();
    chrome.insert("prefs".into(), json!({ "intl.accept_languages": languages }));
    chrome.insert("perfLoggingPrefs".into(), json!({ "enableNetwork": true, "enablePage": false }));
    let all = all.as_object_mut().context("PAGE_TESTS_CAPABILITIES is no object")?;
    all.insert("browserName".into(), json!("chrome"));
    all.insert("goog:loggingPrefs".into(), json!({ "browser": "ALL", "performance": "ALL" }));
    Ok(all.clone().into())
}

async fn prepare(page: &Page, options: &Options) -> Result<()> {
    page.driver.set_script_timeout(SCRIPT).await?;
    page.resize(options.size).await?;
    let touch = options.size == Size::Phone;
    let touches = if touch { 5 } else { 1 };
    page.cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": touch, "maxTouchPoints": touches }))
        .await?;
    let mut features = vec![json!({ "name": "prefers-color-scheme", "value": options.scheme.name() })];
    features.extend(options.media.iter().map(|(name, value)| json!({ "name": name, "value": value })));
    page.cdp("Emulation.setEmulatedMedia", json!({ "features": features })).await?;
    for script in &options.before {
        // The blank page between two loads has no storage, and would report that in the console.
        let script = format!("if (location.protocol !== 'about:') {{ {script} }}");
        page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await?;
    }
    Ok(())
}
