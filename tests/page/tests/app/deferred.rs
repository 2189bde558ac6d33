//! What is fetched once the page is ready: after the first view, and again where it did not arrive.

use crate::{SAVED, choose, open_settings};
use page_tests::{Host, Options, Result, Size, json, visit};

const WARNING: &str = "[data-role=notice][data-kind=warning]";
const AGAIN: &str = "[data-action=load-again]";

#[test]
fn it_is_asked_for_once_and_not_before_the_page_is_ready() -> Result<()> {
    visit(Options::phone().note_ready(), async |page| {
        choose(page, "p12").await?;
        page.find(".details .facts").await?;
        let script = "return performance.getEntriesByType('resource')
            .filter(({ name }) => name.includes('/deferred-')).map(({ startTime }) => startTime >= readyAt)";
        assert_eq!(page.script(script, vec![]).await?, json!([true]));
        Ok(())
    })
}

#[test]
fn without_it_the_page_works_and_says_what_is_missing() -> Result<()> {
    for (options, says) in [
        (Options::desk(), "ページの一部を読み込めませんでした"),
        (Options::at(Size::Phone).english().dark(), "A part of the page could not be loaded"),
    ] {
        let host = Host::start()?;
        host.lose("assets/deferred-")?;
        visit(options.from(&host), async |page| {
            page.until_text(WARNING, says).await?;
            page.check_fits().await?;
            page.check_axe().await?;
            let k1 = page.indicator("k1").await?;
            k1.set_field("1.29").await?;
            k1.until("verdict", "met").await?;
            // What cannot be shown yet says so, and what is missing stays said until it is there.
            assert!(page.all(&format!("{WARNING} [data-action=dismiss]")).await?.is_empty());
            k1.click("[data-action=settings]").await?;
            page.find(WARNING).await?;
            assert!(page.all(".settings").await?.is_empty());
            page.find(&k1.inside("[role=status]")).await?;

            host.release(1)?;
            page.click(AGAIN).await?;
            page.find(&k1.inside(".settings")).await?;
            page.until_gone(WARNING).await?;
            assert_eq!(k1.field().await?, "1.29");
            page.click("[data-action=show-table]").await?;
            page.find("table.years").await?;
            // Some browsers report what we took away from them.
            page.console().await?;
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn a_canvas_that_cannot_be_drawn_on_costs_the_chart_alone() -> Result<()> {
    visit(Options::desk().before("HTMLCanvasElement.prototype.getContext = () => null"), async |page| {
        page.find(".details .facts").await?;
        page.indicator("k1").await?.set_field("1.29").await?;
        page.indicator("k1").await?.until("verdict", "met").await?;
        page.click("[data-action=show-table]").await?;
        page.find("table.years").await?;
        Ok(())
    })
}

#[test]
fn a_saved_state_that_cannot_be_read_without_it_is_kept() -> Result<()> {
    // What the browser keeps of the page by itself would arrive in any case.
    let by_itself = "delete Navigator.prototype.serviceWorker";
    let host = Host::start()?;
    visit(Options::desk().from(&host).before(by_itself), async |page| {
        page.indicator("k1").await?.set_field("1.25").await?;
        page.reload().await?;
        open_settings(page, "k1").await?;
        // Another release, as its files are still to be fetched.
        host.release(2)?;
        host.lose("assets/deferred-")?;
        page.load("?lang=ja", "").await?;
        page.until_text("main [role=alert]", "再読み込みしてください").await?;
        let kept = page.script("return localStorage.getItem(arguments[0])", vec![json!(SAVED)]).await?;
        assert!(kept.as_str().is_some_and(|text| text.contains("125")), "{kept}");
        page.check_axe().await?;
        host.release(2)?;
        page.reload().await?;
        assert_eq!(page.indicator("k1").await?.field().await?, "1.25");
        // Some browsers report what we took away from them.
        page.console().await?;
        Ok(())
    })
}
