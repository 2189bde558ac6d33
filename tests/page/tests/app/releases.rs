//! A newer release: announced, taken when the user says so, and never mixed with the one before.

use crate::{open_settings, released};
use page_tests::{Host, Options, Page, Result, Scheme, Size, json, visit};

const INFO: &str = "[data-role=notice][data-kind=info]";
const ERROR: &str = "[data-role=notice][data-kind=error]";
const UPDATE: &str = "[data-action=update]";

#[test]
fn a_newer_release_waits_for_the_user_and_what_was_entered_survives() -> Result<()> {
    let host = Host::start()?;
    visit(Options::desk().from(&host), async |page| {
        page.until_kept().await?;
        host.release(2)?;
        host.asked();
        // The browser looks for it on every visit.
        page.reload().await?;
        page.until_text(INFO, "新しい版があります").await?;
        assert_eq!(released(page).await?, 1);
        // Whole, although its host has it no more: nothing of it is asked for.
        open_settings(page, "k1").await?;
        page.click("[data-action=show-table]").await?;
        page.find("table.years").await?;
        let asked = host.asked();
        assert!(asked.iter().all(|name| !name.starts_with("assets/") || name.contains("r2.")), "{asked:?}");

        page.indicator("k1").await?.set_field("1.25").await?;
        page.enter("#scenario-name", "慎重な見通し").await?;
        // Typed, but not confirmed, when the button is pressed.
        page.indicator("k2").await?.type_field("3").await?;
        update(page, 2).await?;
        assert_eq!(page.indicator("k1").await?.field().await?, "1.25");
        assert_eq!(page.indicator("k2").await?.field().await?, "3.00");
        assert_eq!(page.find("#scenario-name").await?.prop("value").await?.as_deref(), Some("慎重な見通し"));
        assert!(page.all("[data-role=notice]").await?.is_empty());
        open_settings(page, "k1").await
    })
}

#[test]
fn a_page_that_has_stayed_open_looks_again_when_it_comes_into_view() -> Result<()> {
    let clock = "{ const now = Date.now; Date.now = () => now() + (window.passed ?? 0) }";
    let mut host = Host::start()?;
    visit(Options::desk().from(&host).before(clock), async |page| {
        page.until_kept().await?;
        let come = async |minutes: u32| {
            let script = "window.passed = arguments[0] * 60000;
                document.dispatchEvent(new Event('visibilitychange'))";
            page.script(script, vec![json!(minutes)]).await
        };
        host.release(2)?;
        host.asked();
        come(59).await?;
        // Without a network it finds nothing, and says nothing.
        host.turn_off();
        come(61).await?;
        assert_eq!(host.asked(), Vec::<String>::new());
        host.turn_on()?;
        come(122).await?;
        page.find(INFO).await?;
        Ok(())
    })
}

#[test]
fn whoever_puts_the_notice_away_goes_on_with_the_old_release() -> Result<()> {
    let mut host = Host::start()?;
    visit(Options::phone().english().from(&host), async |page| {
        page.until_kept().await?;
        host.release(2)?;
        look(page).await?;
        page.until_text(INFO, "There is a new version").await?;
        page.click(&format!("{INFO} [data-action=dismiss]")).await?;
        page.until_gone(INFO).await?;
        host.turn_off();
        page.reload().await?;
        assert_eq!(released(page).await?, 1);
        page.indicator("k1").await?.set_field("1.29").await?;
        page.indicator("k1").await?.until("verdict", "met").await?;
        // It is still there to switch to, without a network as well.
        update(page, 2).await?;
        assert_eq!(page.indicator("k1").await?.field().await?, "1.29");
        Ok(())
    })
}

#[test]
fn the_notice_can_be_read_and_used_at_every_size() -> Result<()> {
    let host = Host::start()?;
    visit(Options::desk().from(&host), async |page| {
        page.until_kept().await?;
        host.release(2)?;
        look(page).await?;
        page.find(UPDATE).await?;
        for size in Size::ALL {
            page.resize(size).await?;
            for scheme in Scheme::ALL {
                page.prefer(scheme).await?;
                page.check_fits().await?;
                page.check_axe().await?;
            }
            page.click("[data-action=language]").await?;
        }
        Ok(())
    })
}

#[test]
fn a_page_that_stays_open_keeps_its_files_until_it_is_closed() -> Result<()> {
    let host = Host::start()?;
    visit(Options::desk().from(&host), async |page| {
        page.until_kept().await?;
        let first = page.driver.window().await?;
        let second = page.driver.new_tab().await?;
        page.driver.switch_to_window(second.clone()).await?;
        page.open("?lang=ja", "").await?;
        host.release(2)?;
        look(page).await?;
        update(page, 2).await?;
        page.reload().await?;

        page.driver.switch_to_window(first).await?;
        assert_eq!(released(page).await?, 1);
        page.find(INFO).await?;
        page.indicator("k1").await?.set_field("1.29").await?;
        page.indicator("k1").await?.until("verdict", "met").await?;
        // Its files are gone at the host, but not here.
        host.asked();
        let names = "const wasm = document.querySelector('link[rel=preload]').href;
            const files = performance.getEntriesByType('resource').map(({ name }) => name);
            return [wasm, files.find((name) => name.includes('/deferred-'))]";
        let names = page.script(names, vec![]).await?;
        let fetch = "return Promise.all(arguments[0].map(async (name) => (await fetch(name)).ok))";
        assert_eq!(page.script(fetch, vec![names.clone()]).await?, json!([true, true]), "{names}");
        // A page that comes into view looks for a newer release.
        let asked: Vec<String> = host.asked().into_iter().filter(|name| name != "sw.js").collect();
        assert_eq!(asked, Vec::<String>::new());
        assert_eq!(kept(page).await?, 2);
        // It follows when it is asked to, although nothing waits any more.
        update(page, 2).await?;
        assert_eq!(page.indicator("k1").await?.field().await?, "1.29");
        page.reload().await?;
        page.until("the old release is gone", async || Ok(kept(page).await? == 1)).await?;
        page.driver.switch_to_window(second).await?;
        assert_eq!(released(page).await?, 2);
        Ok(())
    })
}

#[test]
fn a_release_that_does_not_arrive_whole_changes_nothing() -> Result<()> {
    for spoilt in [false, true] {
        let mut host = Host::start()?;
        visit(Options::desk().from(&host), async |page| {
            page.until_kept().await?;
            host.release(2)?;
            let name = if spoilt {
                host.replace("assets/deferred-", b"<!doctype html><p>Welcome!</p>")?
            } else {
                host.lose("assets/deferred-")?
            };
            host.asked();
            look(page).await.expect_err("a release without all its files was installed");
            assert!(host.asked().contains(&name), "{name} was not asked for");
            assert_eq!(kept(page).await?, 1);
            assert!(page.all("[data-role=notice]").await?.is_empty());
            host.turn_off();
            page.reload().await?;
            assert_eq!(released(page).await?, 1);
            open_settings(page, "k1").await?;
            assert!(page.all("[data-role=notice]").await?.is_empty());

            // Once all of it is there, it is announced.
            host.turn_on()?;
            host.release(2)?;
            look(page).await?;
            page.find(INFO).await?;
            update(page, 2).await
        })?;
    }
    Ok(())
}

#[test]
fn the_newest_of_two_is_taken_and_an_earlier_one_can_come_back() -> Result<()> {
    let host = Host::start()?;
    visit(Options::desk().from(&host), async |page| {
        page.until_kept().await?;
        for number in [2, 3] {
            host.release(number)?;
            look(page).await?;
            page.find(UPDATE).await?;
        }
        assert_eq!(page.all(INFO).await?.len(), 1, "it is said twice");
        assert_eq!(released(page).await?, 1);
        update(page, 3).await?;
        host.release(1)?;
        look(page).await?;
        update(page, 1).await
    })
}

#[test]
fn where_nothing_can_be_saved_the_page_stays_as_it_is() -> Result<()> {
    let full = "Storage.prototype.setItem = () => {
        if (!window.room) throw new DOMException('full', 'QuotaExceededError') }";
    let host = Host::start()?;
    visit(Options::desk().from(&host).before(full), async |page| {
        page.until_kept().await?;
        page.indicator("k1").await?.set_field("1.29").await?;
        host.release(2)?;
        look(page).await?;
        page.click(UPDATE).await?;
        page.until_text(ERROR, "保存できないため、新しい版に切り替えていません").await?;
        page.check_axe().await?;
        assert_eq!(page.indicator("k1").await?.field().await?, "1.29");
        assert_eq!(released(page).await?, 1);
        // With room again it can be saved, and the page switches.
        page.script("window.room = true", vec![]).await?;
        update(page, 2).await
    })
}

/// Lets the browser look for a newer release, and waits until it is installed or has failed.
async fn look(page: &Page) -> Result<()> {
    let script = "const done = arguments[0];
        navigator.serviceWorker.getRegistration().then(async (registration) => {
            await registration.update();
            const worker = registration.installing;
            if (!worker) return done(registration.waiting ? 'installed' : 'nothing is new');
            const look = () => { if (worker.state !== 'installing') done(worker.state) };
            worker.addEventListener('statechange', look);
            look();
        }).catch((error) => done(String(error)))";
    let outcome = page.driver.execute_async(script, vec![]).await?.json().clone();
    anyhow::ensure!(outcome == "installed", "the worker is {outcome}");
    Ok(())
}

/// Switches to the newer release, and waits until the page is ready again.
async fn update(page: &Page, number: usize) -> Result<()> {
    page.script("window.before = true", vec![]).await?;
    page.click(UPDATE).await?;
    page.until("the page is opened anew", async || {
        Ok(page.script("return !window.before", vec![]).await? == true)
    })
    .await?;
    page.find("body[data-ready=true]").await?;
    assert_eq!(released(page).await?, number);
    Ok(())
}

/// How many releases the browser keeps.
async fn kept(page: &Page) -> Result<usize> {
    let names = page.script("return caches.keys()", vec![]).await?;
    Ok(names
        .as_array()
        .map_or(0, |names| names.iter().filter(|name| !name.to_string().contains("plans")).count()))
}
