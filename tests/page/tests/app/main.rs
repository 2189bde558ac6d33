//! The page, used as a person would use it: every control, in both languages, at the three sizes.

mod access;
mod bulk;
mod chart;
mod compare;
mod deferred;
mod display;
mod example;
mod fields;
mod gather;
mod history;
mod imports;
mod kept;
mod keyboard;
mod links;
mod list;
mod notices;
mod numbers;
mod offline;
mod outputs;
mod paper;
mod plan_edit;
mod plans;
mod present;
mod present_fits;
mod ranking;
mod releases;
mod results;
mod saved;
mod settings;
mod sight;
mod single;
mod slider;
mod start;

use page_tests::{Page, Result};

/// The ids of all indicators, in the plan's order.
const ALL: [&str; 22] = [
    "k1", "k2", "p11", "p12", "p13", "p14", "p15", "p21", "p22", "p23", "p24", "p31", "p32", "p33", "p41",
    "p42", "p43", "p44", "p45", "p46", "p47", "p48",
];

/// The key under which the browser keeps what was assumed.
const SAVED: &str = "r13-simulator/saved/kagoshima-commerce-2";
/// The key under which the browser keeps a text that could not be read.
const DAMAGED: &str = "r13-simulator/damaged/kagoshima-commerce-2";

/// Opens the settings of an indicator.
async fn open_settings(page: &Page, id: &str) -> Result<()> {
    page.indicator(id).await?.click("[data-action=settings]").await?;
    page.find(&format!("[data-indicator='{id}'] .settings")).await?;
    Ok(())
}

/// Chooses an indicator by its name in the list, and waits until it is shown large.
async fn choose(page: &Page, id: &str) -> Result<()> {
    let indicator = page.indicator(id).await?;
    let css = indicator.inside("[data-action=choose]");
    let name = page.bring(&css).await?.text().await?;
    page.click(&css).await?;
    page.until_text("#chart-title", &name).await
}

/// The number of the release that the page belongs to.
async fn released(page: &Page) -> Result<usize> {
    let names =
        "return [...document.querySelectorAll('head [src], head [href]')].map((e) => e.src || e.href)";
    let names = page.script(names, vec![]).await?.to_string();
    Ok(if names.contains("r2.") { 2 } else { 1 + 2 * usize::from(names.contains("r3.")) })
}

/// The value that stands beside a name in the details of the chosen indicator, once they are there; `None` where
/// it has none.
async fn detail(page: &Page, name: &str) -> Result<Option<String>> {
    page.find(".details .facts").await?;
    let script = "return [...document.querySelectorAll('.facts dt')]
        .find((e) => e.innerText.trim() === arguments[0])?.nextElementSibling.innerText ?? null";
    let value = page.script(script, vec![page_tests::json!(name)]).await?;
    Ok(value.as_str().map(str::to_owned))
}
