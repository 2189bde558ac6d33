//! Autosave: a reload loses nothing.

use crate::{ALL, SAVED, open_settings};
use page_tests::{Options, Page, Result, json, visit};

#[test]
fn a_reload_at_once_loses_nothing() -> Result<()> {
    visit(Options::desk(), async |page| {
        let k1 = page.indicator("k1").await?;
        k1.set_field("1.25").await?;
        open_settings(page, "k1").await?;
        page.enter(&k1.css("late-field"), "-0.5").await?;
        k1.role("growth-field-late").await?;
        page.type_over("#reason-k1", "県の推計").await?;
        k1.click("[data-action=lock]").await?;
        open_settings(page, "p43").await?;
        page.enter("[data-indicator=p43] [data-role=base-value]", "20").await?;
        page.indicator("p43").await?.until("verdict", "short").await?;
        open_settings(page, "p11").await?;
        page.click("input[name=measure-p11]:not(:checked)").await?;
        page.indicator("p11").await?.until_number("projected", 17.0).await?;
        page.enter("#scenario-name", "慎重な見通し").await?;
        page.click("[data-action=rank-ratio]").await?;
        page.click("[data-pillar=k]").await?;
        page.until("two are listed", async || Ok(page.listed().await?.len() == 2)).await?;
        let outcome = k1.number("projected").await?;
        // The last change of all, and no pause after it.
        page.indicator("k2").await?.set_field("3").await?;
        page.reload().await?;

        assert_eq!(page.listed().await?, ["k1", "k2"]);
        assert_eq!(page.indicator("k2").await?.field().await?, "3.00");
        assert_eq!(k1.field().await?, "1.25");
        assert_eq!(k1.number("projected").await?, outcome);
        assert!(page.text(&k1.inside(".badges")).await?.contains("鍵"));
        assert_eq!(page.find("#scenario-name").await?.prop("value").await?.as_deref(), Some("慎重な見通し"));
        assert_eq!(
            page.attribute("[data-action=rank-ratio]", "aria-pressed").await?.as_deref(),
            Some("true")
        );
        page.click("[data-action=show-all]").await?;
        assert_eq!(page.indicator("p43").await?.number("projected").await?, Some(20.0));
        assert_eq!(page.indicator("p11").await?.number("projected").await?, Some(17.0));
        open_settings(page, "k1").await?;
        assert_eq!(page.find("#reason-k1").await?.prop("value").await?.as_deref(), Some("県の推計"));
        assert!(page.all("[data-role=notice]").await?.is_empty());
        Ok(())
    })
}

#[test]
fn what_cannot_be_saved_on_leaving_is_saved_on_being_hidden() -> Result<()> {
    visit(Options::desk(), async |page| {
        // Firefox may end the first script that runs once another address is asked for. Nothing is kept by it here, nor a moment
        // later.
        let refuse = "const { setItem } = Storage.prototype;
            window.setTimeout = () => 0;
            Storage.prototype.setItem = function (key, text) {
                if (window.event?.type === 'pagehide') throw new Error('ended');
                setItem.call(this, key, text);
            }";
        page.script(refuse, vec![]).await?;
        page.indicator("k1").await?.set_field("1.50").await?;
        page.open("?lang=ja", "").await?;
        assert_eq!(page.indicator("k1").await?.field().await?, "1.50");
        Ok(())
    })
}

#[test]
fn what_was_assumed_is_saved_a_moment_later_without_leaving() -> Result<()> {
    visit(Options::phone(), async |page| {
        page.indicator("p12").await?.set_field("4").await?;
        page.until("the browser keeps it", async || {
            let text = page.script("return localStorage.getItem(arguments[0])", vec![json!(SAVED)]).await?;
            let saved: page_tests::Value = serde_json::from_str(text.as_str().unwrap_or("null"))?;
            Ok(saved["scenario"]["indicators"]["p12"]["early"] == 400)
        })
        .await
    })
}

#[test]
fn the_first_visit_starts_from_no_change_with_a_line_of_guidance() -> Result<()> {
    visit(Options::desk(), async |page| {
        for id in ALL {
            assert_eq!(page.indicator(id).await?.field().await?, "0.00", "{id}");
        }
        page.check_in_sight(".guide").await?;
        page.click("[data-action=close-guide]").await?;
        page.until_gone(".guide").await?;
        page.reload().await?;
        assert!(page.all(".guide").await?.is_empty(), "the guidance is back");
        page.click("[popovertarget=display-menu]").await?;
        page.click("[data-action=show-guide]").await?;
        page.find(".guide").await?;
        Ok(())
    })
}

#[test]
fn search_and_open_settings_are_of_the_moment() -> Result<()> {
    visit(Options::desk(), async |page| {
        open_settings(page, "k2").await?;
        page.click("[data-action=show-table]").await?;
        page.type_over(".search", "k").await?;
        page.reload().await?;
        assert_eq!(page.listed().await?, ALL);
        assert!(page.all(".settings, table.years").await?.is_empty());
        // What is shown large is worth keeping.
        page.until_text("#chart-title", "市民の割合").await
    })
}

#[test]
fn a_state_of_an_earlier_version_is_restored() -> Result<()> {
    let text = include_str!("../../../golden/saved-1.json");
    let script =
        format!("localStorage.getItem('{SAVED}') ?? localStorage.setItem('{SAVED}', {})", json!(text));
    visit(Options::desk().before(&script), async |page| {
        // Pillar ④, p43 and the ratio were on screen; `?lang=ja` overrides the language that was kept.
        assert_eq!(page.listed().await?, ["p41", "p42", "p43", "p44", "p45", "p46", "p47", "p48"]);
        page.until_text("#chart-title", "女性管理職").await?;
        page.click("[data-action=show-all]").await?;
        let k1 = page.indicator("k1").await?;
        assert_eq!(k1.field().await?, "1.25");
        assert_eq!(late(page).await?, "-0.50");
        assert!(page.all("[data-role=notice]").await?.is_empty());
        assert_eq!(page.attribute("html", "data-theme").await?.as_deref(), Some("dark"));
        Ok(())
    })
}

async fn late(page: &Page) -> Result<String> {
    let field = page.find("[data-indicator=k1] [data-role=growth-field-late]").await?;
    Ok(field.prop("value").await?.unwrap_or_default())
}
