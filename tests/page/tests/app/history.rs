//! Undo, redo and reset, and the words that say what they do.

use crate::{choose, open_settings};
use page_tests::{Options, Page, Result, visit};

const UNDO: &str = "[data-action=undo]";
const REDO: &str = "[data-action=redo]";

#[test]
fn undo_and_redo_go_through_every_kind_of_change() -> Result<()> {
    visit(Options::desk(), async |page| {
        check_usable(page, false, false).await?;
        let k1 = page.indicator("k1").await?;
        k1.set_field("1").await?;
        k1.until_field("1.00").await?;
        page.click("[data-action=preset-required]").await?;
        k1.until_field("1.29").await?;
        page.click("[data-action=shift-up]").await?;
        k1.until_field("2.29").await?;
        open_settings(page, "k1").await?;
        k1.click("[data-action=lock]").await?;
        page.until_text(&k1.inside(".badges"), "鍵").await?;
        page.enter("#scenario-name", "慎重").await?;
        check_usable(page, true, false).await?;

        page.click(UNDO).await?;
        page.until("the name is gone", async || Ok(name(page).await?.is_empty())).await?;
        page.click(UNDO).await?;
        page.until("the lock is off", async || {
            Ok(!page.texts(&k1.inside(".badges")).await?.concat().contains("鍵"))
        })
        .await?;
        for field in ["1.29", "1.00", "0.00"] {
            page.click(UNDO).await?;
            k1.until_field(field).await?;
        }
        check_usable(page, false, true).await?;
        for field in ["1.00", "1.29", "2.29"] {
            page.click(REDO).await?;
            k1.until_field(field).await?;
        }
        page.click(REDO).await?;
        page.click(REDO).await?;
        page.until("the name is back", async || Ok(name(page).await? == "慎重")).await?;
        check_usable(page, true, false).await
    })
}

#[test]
fn a_new_edit_discards_what_was_undone() -> Result<()> {
    visit(Options::phone(), async |page| {
        let k1 = page.indicator("k1").await?;
        k1.set_field("1").await?;
        page.click(UNDO).await?;
        k1.until_field("0.00").await?;
        check_usable(page, false, true).await?;
        page.indicator("k2").await?.set_field("2").await?;
        check_usable(page, true, false).await
    })
}

#[test]
fn looking_around_is_no_change() -> Result<()> {
    visit(Options::desk(), async |page| {
        choose(page, "p11").await?;
        open_settings(page, "p12").await?;
        for css in [
            "[data-pillar=p1]",
            "[data-action=show-table]",
            "[data-action=rank-ratio]",
            "[data-action=language]",
        ] {
            page.click(css).await?;
        }
        // A value that stays what it is changes nothing either.
        page.indicator("p11").await?.set_field("0").await?;
        page.click("[data-action=preset-hold]").await?;
        page.click("[data-action=reset]").await?;
        check_usable(page, false, false).await
    })
}

#[test]
fn the_words_say_what_would_be_undone_and_what_was_done() -> Result<()> {
    for (options, parts) in [
        (
            Options::desk(),
            [
                "元に戻す: 「市内就業人口1人当たりの総生産」の成長",
                "やり直す: 「市内",
                "現状維持に戻す",
                "達成 4/21",
            ],
        ),
        (
            Options::desk().english(),
            [
                "Undo: growth of “Gross city product per worker”",
                "Redo: growth",
                "Back to no change",
                "4 of 21 met",
            ],
        ),
    ] {
        let [undo, redo, reset, tally] = parts;
        visit(options, async |page| {
            let k1 = page.indicator("k1").await?;
            k1.set_field("2").await?;
            k1.until("verdict", "met").await?;
            until_named(page, UNDO, undo).await?;
            page.until_text(".last-change", tally).await?;
            page.click(UNDO).await?;
            until_named(page, REDO, redo).await?;
            page.click(REDO).await?;
            page.until_text("[data-action=reset]", reset).await?;
            page.click("[data-action=reset]").await?;
            k1.until_field("0.00").await?;
            until_named(page, UNDO, reset).await?;
            page.until_text(".last-change", reset).await
        })?;
    }
    Ok(())
}

#[test]
fn reset_goes_back_to_no_change_and_can_be_undone() -> Result<()> {
    visit(Options::desk(), async |page| {
        page.enter("#scenario-name", "試し").await?;
        open_settings(page, "p11").await?;
        let p11 = page.indicator("p11").await?;
        page.enter(&p11.css("late-field"), "5").await?;
        p11.role("growth-field-late").await?;
        p11.click("[data-action=lock]").await?;
        page.click("[data-action=preset-required]").await?;
        page.indicator("k1").await?.until_field("1.29").await?;

        page.click("[data-action=reset]").await?;
        page.indicator("k1").await?.until_field("0.00").await?;
        page.until_gone(&p11.css("growth-field-late")).await?;
        p11.until_number("projected", 170.0).await?;
        // The name is the user's own and no assumption.
        assert_eq!(name(page).await?, "試し");
        page.click(UNDO).await?;
        page.indicator("k1").await?.until_field("1.29").await?;
        p11.role("growth-field-late").await?;
        Ok(())
    })
}

async fn name(page: &Page) -> Result<String> {
    Ok(page.find("#scenario-name").await?.prop("value").await?.unwrap_or_default())
}

async fn until_named(page: &Page, css: &str, wanted: &str) -> Result<()> {
    page.until(&format!("{css} is named {wanted:?}"), async || {
        Ok(page.attribute(css, "aria-label").await?.is_some_and(|label| label.contains(wanted)))
    })
    .await
}

async fn check_usable(page: &Page, undo: bool, redo: bool) -> Result<()> {
    for (css, wanted) in [(UNDO, undo), (REDO, redo)] {
        page.until(&format!("{css} usable: {wanted}"), async || {
            let element = page.find(css).await?;
            let disabled = element.attr("aria-disabled").await?.as_deref() == Some("true");
            Ok((element.is_enabled().await? && !disabled) == wanted)
        })
        .await?;
    }
    Ok(())
}
