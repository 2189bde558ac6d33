//! One browser session for one test.

use crate::browser::capabilities;
use crate::{Options, Page};
use anyhow::{Context, Result, anyhow};
use std::env;
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;
use thirtyfour::WebDriver;

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
    let base = serde_json::from_str(&setting("PAGE_TESTS_CAPABILITIES")?);
    let capabilities = capabilities(base.context("PAGE_TESTS_CAPABILITIES is no JSON")?, &options)?;
    let lease = Lease::take()?;
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
        let driver =
            WebDriver::new(lease.0.as_str(), capabilities).await.context("the browser does not start")?;
        let outcome = driver.run_and_quit(async |driver| {
            driver.set_script_timeout(SCRIPT).await?;
            let page = Page::new(driver, address, &options).await?;
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

/// A driver that no other session has at this time: some drive one browser alone.
struct Lease(String);

static DRIVERS: Mutex<Option<Vec<String>>> = Mutex::new(None);
static RETURNED: Condvar = Condvar::new();

impl Lease {
    fn take() -> Result<Self> {
        let all = setting("PAGE_TESTS_DRIVERS")?;
        let mut drivers = DRIVERS.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            let free = drivers.get_or_insert_with(|| all.split(' ').map(str::to_owned).collect());
            if let Some(driver) = free.pop() {
                return Ok(Self(driver));
            }
            drivers = RETURNED.wait(drivers).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        let mut drivers = DRIVERS.lock().unwrap_or_else(PoisonError::into_inner);
        drivers.get_or_insert_default().push(std::mem::take(&mut self.0));
        RETURNED.notify_one();
    }
}
