//! The hosted page keeps itself in the browser: it opens without a network, and asks it for nothing twice.

use crate::{ALL, open_settings, released};
use page_tests::{Host, Language, Options, Result, json, visit};

const ERROR: &str = "[data-role=notice][data-kind=error]";

#[test]
fn after_the_first_visit_it_opens_without_a_network() -> Result<()> {
    let mut host = Host::start()?;
    visit(Options::desk().from(&host), async |page| {
        page.indicator("k1").await?.set_field("1.29").await?;
        page.until_kept().await?;
        host.turn_off();
        page.reload().await?;
        assert_eq!(page.indicator("k1").await?.field().await?, "1.29");
        // The second file as well, and every address of the page.
        open_settings(page, "k1").await?;
        for (language, all) in Language::ALL.into_iter().zip(["すべて", "All"]) {
            let query = if language == Language::English { "?lang=en" } else { "?lang=ja" };
            page.open(query, "anything").await?;
            page.until_text("[data-action=show-all]", all).await?;
            assert!(page.script("return location.hash", vec![]).await?.as_str().is_some());
        }
        page.script("location.href = 'index.html?lang=ja'", vec![]).await?;
        page.find("body[data-ready=true]").await?;
        page.indicator("k1").await?.until("verdict", "met").await?;
        assert!(page.all("[data-role=notice]").await?.is_empty());
        Ok(())
    })
}

#[test]
fn a_second_visit_asks_for_a_newer_release_alone() -> Result<()> {
    let host = Host::start()?;
    visit(Options::phone().from(&host), async |page| {
        page.until_kept().await?;
        let first = host.asked();
        for name in ["index.html", "sw.js"] {
            assert!(first.iter().any(|asked| asked == name), "{name} is not in {first:?}");
        }
        // Files under names that follow their contents are there already when they are kept.
        let twice = first.iter().filter(|name| name.starts_with("assets/"));
        let twice: Vec<_> =
            twice.filter(|name| first.iter().filter(|asked| asked == name).count() > 1).collect();
        assert!(twice.is_empty(), "these were asked for again: {twice:?}");

        page.reload().await?;
        open_settings(page, "k1").await?;
        page.click("[data-action=show-table]").await?;
        page.find("table.years").await?;
        let asked = std::cell::RefCell::new(Vec::new());
        page.until("the page asks whether there is a newer release", async || {
            asked.borrow_mut().extend(host.asked());
            Ok(asked.borrow().iter().any(|name| name == "sw.js"))
        })
        .await?;
        let mut asked = asked.into_inner();
        asked.dedup();
        assert_eq!(asked, ["sw.js"]);
        Ok(())
    })
}

#[test]
fn it_keeps_itself_once_it_is_ready() -> Result<()> {
    let host = Host::start()?;
    visit(Options::desk().from(&host).note_ready(), async |page| {
        page.until_kept().await?;
        let script = "const all = performance.getEntriesByType('resource');
            return all.filter(({ name }) => name.includes('sw.js') || name.includes('deferred-'))
                .filter(({ startTime }) => startTime < readyAt).length";
        assert_eq!(page.script(script, vec![]).await?, json!(0));
        let asked = host.asked();
        let place = |part: &str| asked.iter().position(|name| name.contains(part));
        assert!(place("sw.js") > place("assets/deferred-"), "{asked:?}");
        Ok(())
    })
}

#[test]
fn a_plan_file_is_asked_for_each_time_and_kept_for_a_time_without_a_network() -> Result<()> {
    let mut host = Host::start()?;
    visit(Options::desk().from(&host), async |page| {
        page.until_kept().await?;
        let plan = "?lang=ja&plan=kagoshima-commerce-2";
        for _ in 0..2 {
            host.asked();
            page.open(plan, "").await?;
            let asked = host.asked();
            assert!(asked.iter().any(|name| name.starts_with("plans/")), "{asked:?}");
        }
        host.turn_off();
        page.open(plan, "").await?;
        assert_eq!(page.listed().await?, ALL);
        assert!(page.all("[data-role=notice]").await?.is_empty());
        // One that was never there is said to be missing.
        page.open("?lang=ja&plan=other", "").await?;
        page.until_text(ERROR, "計画ファイル「other」が見つからない").await?;

        // A file that its host has removed is gone here as well.
        host.turn_on()?;
        host.lose("plans/kagoshima")?;
        page.open(plan, "").await?;
        page.find(ERROR).await?;
        host.turn_off();
        page.open(plan, "").await?;
        page.find(ERROR).await?;
        // The browser itself reports what did not arrive.
        assert!(!page.console().await?.is_empty(), "nothing was missing");
        Ok(())
    })
}

#[test]
fn a_host_can_take_it_out_of_the_browser_again() -> Result<()> {
    let host = Host::start()?;
    visit(Options::desk().from(&host), async |page| {
        page.indicator("k1").await?.set_field("1.29").await?;
        page.until_kept().await?;
        host.replace("sw.js", include_bytes!("../../../../static/no-sw.js"))?;
        host.asked();
        page.reload().await?;
        page.until("the page comes from its host", async || {
            Ok(host.asked().iter().any(|name| name == "index.html"))
        })
        .await?;
        page.find("body[data-ready=true]").await?;
        page.until("nothing is kept", async || {
            Ok(page.script("return caches.keys()", vec![]).await? == json!([]))
        })
        .await?;
        assert_eq!(page.indicator("k1").await?.field().await?, "1.29");
        Ok(())
    })
}

#[test]
fn without_a_worker_the_page_works_and_says_nothing() -> Result<()> {
    for absent in [
        "delete Navigator.prototype.serviceWorker",
        "Object.defineProperty(navigator, 'serviceWorker', { get() { throw new DOMException('no', 'SecurityError') } })",
        "ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('no', 'SecurityError'))",
    ] {
        visit(Options::desk().before(absent), async |page| {
            open_settings(page, "k1").await?;
            page.indicator("k1").await?.set_field("1.29").await?;
            page.indicator("k1").await?.until("verdict", "met").await?;
            assert!(page.all("[data-role=notice]").await?.is_empty());
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn the_manifest_names_the_page_and_its_icons() -> Result<()> {
    let host = Host::start()?;
    visit(Options::desk().from(&host), async |page| {
        page.until_kept().await?;
        let script = "const [done] = arguments;
            const { href } = document.querySelector('link[rel=manifest]');
            fetch(href).then(async (answer) => done([href, await answer.json()]))";
        let manifest = page.script_async(script).await?;
        let text = &manifest[1];
        for part in ["name", "short_name", "description"] {
            assert!(text[part].as_str().is_some_and(|words| !words.is_ascii()), "{part}: {}", text[part]);
        }
        // All addresses follow the manifest's own, so that the page may lie below any path.
        let address = manifest[0].as_str().unwrap_or_default();
        for part in ["start_url", "scope"] {
            let script = "return new URL(arguments[0], arguments[1]).href";
            let url = page.script(script, vec![text[part].clone(), json!(address)]).await?;
            assert_eq!(url.as_str(), Some(host.address()), "{part}");
        }
        let script = "const [icons, base] = arguments;
            return Promise.all(icons.map(async ({ src, sizes }) => {
                const picture = new Image();
                picture.src = new URL(src, base).href;
                await picture.decode();
                return sizes === 'any' || sizes === `${picture.naturalWidth}x${picture.naturalHeight}`;
            }))";
        let icons = page.script(script, vec![text["icons"].clone(), json!(address)]).await?;
        assert_eq!(icons, json!([true, true, true, true]));
        assert_eq!(released(page).await?, 1);
        Ok(())
    })
}
