//! A damaged, foreign, full or blocked storage: the page works, and says what it could not do.

use crate::{ALL, DAMAGED, SAVED};
use page_tests::{Options, Page, Result, json, visit};

const ERROR: &str = "[data-role=notice][data-kind=error]";
const WARNING: &str = "[data-role=notice][data-kind=warning]";
/// Notes which notices are there at the moment the page says that it is ready.
const AT_READY: &str = "addEventListener('DOMContentLoaded', () => new MutationObserver(() => {
    if (document.body.dataset.ready) {
        window.atReady ??= [...document.querySelectorAll('[data-role=notice]')].map((e) => e.dataset.kind);
    }
}).observe(document.body, { attributes: true, subtree: true, childList: true }))";
/// Both count how often the page has tried to save.
const FULL: &str = "window.tries = 0; Storage.prototype.setItem = () => {
    window.tries++; throw new DOMException('full', 'QuotaExceededError') }";
const BLOCKED: &str = "window.tries = 0; Object.defineProperty(window, 'localStorage', {
    get() { window.tries++; throw new DOMException('denied', 'SecurityError') } })";

#[test]
fn a_damaged_state_is_said_and_kept() -> Result<()> {
    for (text, says, options) in [
        ("{broken", "読めませんでした", Options::desk()),
        ("", "読めませんでした", Options::phone()),
        ("null", "could not be read", Options::desk().english()),
        (r#"{"format":"someone-else","version":1}"#, "someone-else", Options::phone().english()),
        (r#"{"format":"r13-saved","version":99}"#, "99", Options::desk()),
    ] {
        visit(options.before(&saved(text)).before(AT_READY), async |page| {
            assert_eq!(page.script("return window.atReady", vec![]).await?, json!(["error"]), "{text:?}");
            page.until_text(ERROR, says).await?;
            assert_eq!(kept(page, DAMAGED).await?.as_deref(), Some(text));
            assert_eq!(page.listed().await?, ALL);
            page.check_fits().await?;
            // The page works on and saves, and what was found outlives it.
            page.indicator("k1").await?.set_field("2").await?;
            page.until("the new state is saved", async || {
                Ok(kept(page, SAVED).await?.is_some_and(|saved| saved.contains("200")))
            })
            .await?;
            assert_eq!(kept(page, DAMAGED).await?.as_deref(), Some(text));
            page.click("[data-action=dismiss]").await?;
            page.until_gone(ERROR).await
        })?;
    }
    Ok(())
}

#[test]
fn what_could_be_read_of_a_partly_damaged_state_is_restored() -> Result<()> {
    let text = json!({
        "format": "r13-saved", "version": 1, "plan": "kagoshima-commerce-2",
        "scenario": { "name": "前回", "indicators": {
            "k1": { "mode": "percent", "early": 125, "late": 125 },
            "k2": { "mode": "amount", "early": "much", "late": 100 },
            "p99": { "mode": "percent", "early": 1, "late": 1 },
        } },
        "view": { "theme": "purple", "filter": "all", "rank_by": "progress", "guide": true },
    })
    .to_string();
    visit(Options::desk().before(&saved(&text)), async |page| {
        page.until_text(ERROR, "一部を読めませんでした").await?;
        // Every problem, with its place.
        let problems = page.texts(&format!("{ERROR} li")).await?;
        assert_eq!(problems.len(), 3, "{problems:#?}");
        for part in ["p99", "k2", "purple"] {
            assert!(problems.iter().any(|problem| problem.contains(part)), "{part} is not in {problems:#?}");
        }
        assert_eq!(page.indicator("k1").await?.field().await?, "1.25");
        assert_eq!(page.find("#scenario-name").await?.prop("value").await?.as_deref(), Some("前回"));
        assert_eq!(kept(page, DAMAGED).await?, Some(text.clone()));
        Ok(())
    })
}

#[test]
fn the_text_that_could_not_be_read_can_be_downloaded() -> Result<()> {
    let text = "{\"これは\": 壊れています \u{0}🌋";
    visit(Options::desk().before(&saved(text)), async |page| {
        let downloads = page.downloads().await?;
        page.click("[data-action=download-unreadable]").await?;
        assert_eq!(page.downloaded(&downloads, "r13-unreadable", ".txt").await?, text.as_bytes());
        Ok(())
    })
}

#[test]
fn many_problems_are_all_listed() -> Result<()> {
    let indicators: serde_json::Map<_, _> = (0..12).map(|n| (format!("x{n}"), json!({}))).collect();
    let text = json!({ "format": "r13-saved", "version": 1, "plan": "kagoshima-commerce-2",
        "scenario": { "name": "", "indicators": indicators },
        "view": { "theme": "auto", "filter": "all", "rank_by": "progress", "guide": true } });
    visit(Options::phone().english().before(&saved(&text.to_string())), async |page| {
        page.click(&format!("{ERROR} summary")).await?;
        page.until("all twelve are listed", async || Ok(page.all(&format!("{ERROR} li")).await?.len() == 12))
            .await?;
        page.check_fits().await
    })
}

#[test]
fn a_blocked_storage_costs_the_saving_alone() -> Result<()> {
    visit(Options::desk().before(BLOCKED), async |page| {
        page.until_text(WARNING, "保存が許されていません").await?;
        check_works(page).await
    })?;
    visit(Options::phone().english().before(BLOCKED), async |page| {
        page.until_text(WARNING, "does not let the page save").await?;
        check_works(page).await
    })
}

#[test]
fn a_full_storage_costs_the_saving_alone() -> Result<()> {
    visit(Options::desk().before(FULL), async |page| {
        page.until_text(WARNING, "いっぱい").await?;
        check_works(page).await
    })?;
    visit(Options::phone().english().before(FULL), async |page| {
        page.until_text(WARNING, "storage is full").await?;
        check_works(page).await
    })
}

#[test]
fn a_damaged_state_in_a_full_storage_is_still_handed_out() -> Result<()> {
    visit(Options::desk().before(&saved("{broken")).before(FULL).before(AT_READY), async |page| {
        page.until("both are said", async || {
            Ok(page.all(ERROR).await?.len() == 1 && page.all(WARNING).await?.len() == 1)
        })
        .await?;
        page.find("[data-action=download-unreadable]").await?;
        // Nothing overwrote it either.
        assert_eq!(kept(page, SAVED).await?.as_deref(), Some("{broken"));
        check_works(page).await
    })
}

/// Puts a text where the saved state lies, unless there is one already.
fn saved(text: &str) -> String {
    format!("localStorage.getItem('{SAVED}') ?? localStorage.setItem('{SAVED}', {})", json!(text))
}

async fn kept(page: &Page, key: &str) -> Result<Option<String>> {
    let value = page.script("return localStorage.getItem(arguments[0])", vec![json!(key)]).await?;
    Ok(value.as_str().map(str::to_owned))
}

/// The page does its work, says its one thing once, and can be told to be silent.
async fn check_works(page: &Page) -> Result<()> {
    let k1 = page.indicator("k1").await?;
    for rate in ["1", "1.3"] {
        k1.set_field(rate).await?;
        page.click("[data-action=undo]").await?;
        k1.until_field("0.00").await?;
    }
    k1.set_field("1.29").await?;
    k1.until("verdict", "met").await?;
    assert_eq!(page.all(WARNING).await?.len(), 1, "the warning is repeated");
    page.check_fits().await?;
    // No save is under way when the warning is put away.
    let tries = async || page.script("return window.tries", vec![]).await;
    let before = tries().await?.as_u64();
    k1.set_field("1.5").await?;
    page.until("the page tries to save", async || Ok(tries().await?.as_u64() > before)).await?;
    page.click(&format!("{WARNING} [data-action=dismiss]")).await?;
    page.until_gone(WARNING).await?;
    // Whoever has read it is not told again at every step.
    let before = tries().await?.as_u64();
    k1.set_field("2").await?;
    page.until("the page tries to save again", async || Ok(tries().await?.as_u64() > before)).await?;
    k1.until_field("2.00").await?;
    assert!(page.all(WARNING).await?.is_empty(), "the warning is back");
    Ok(())
}
