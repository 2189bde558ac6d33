//! Language, years and colours.

use page_tests::{Key, Language, Options, Page, Result, Scheme, visit};

const MENU: &str = "[popovertarget=display-menu]";

#[test]
fn the_browsers_language_decides_until_the_user_does() -> Result<()> {
    for (languages, lang) in [("ja", "ja"), ("en-GB,en", "en"), ("fr,en,ja", "en"), ("fr", "ja")] {
        visit(Options::desk().language(Language::OfBrowser(languages)), async |page| {
            check_language(page, lang).await?;
            page.click("[data-action=language]").await?;
            let other = if lang == "ja" { "en" } else { "ja" };
            check_language(page, other).await?;
            page.reload().await?;
            check_language(page, other).await
        })?;
    }
    Ok(())
}

#[test]
fn the_address_fixes_the_language() -> Result<()> {
    visit(Options::desk().english(), async |page| {
        check_language(page, "en").await?;
        page.open("?lang=ja", "").await?;
        check_language(page, "ja").await?;
        page.open("?lang=en-US", "").await?;
        check_language(page, "en").await?;
        page.open("?lang=xx", "").await?;
        check_language(page, "ja").await
    })
}

#[test]
fn no_japanese_is_left_in_english() -> Result<()> {
    visit(Options::desk().english(), async |page| {
        let script = "const japanese = /[\\u3040-\\u30ff\\u4e00-\\u9fff]/;
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            const found = [];
            while (walker.nextNode()) {
                const text = walker.currentNode.data.trim();
                if (japanese.test(text) && !walker.currentNode.parentElement.closest('[lang=ja]')) found.push(text);
            }
            for (const e of document.body.querySelectorAll('[aria-label], [title], [placeholder]')) {
                for (const name of ['aria-label', 'title', 'placeholder']) {
                    const text = e.getAttribute(name);
                    if (text && japanese.test(text) && !e.closest('[lang=ja]')) found.push(text);
                }
            }
            return found";
        for id in ["k1", "p11", "p22", "p43", "p46", "p48"] {
            page.indicator(id).await?.set_field("2").await?;
            crate::open_settings(page, id).await?;
            for view in ["[data-action=show-table]", "[data-action=show-chart]"] {
                page.click(view).await?;
                let found = page.script(script, vec![]).await?;
                // Names of Japanese things in the plan's own English texts stand in their brackets.
                let left: Vec<_> = found
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(|text| text.as_str())
                    .filter(|text| !text.contains("(概要版)") && !text.contains("「—」"))
                    .collect();
                assert!(left.is_empty(), "{id}: {left:#?}");
            }
        }
        Ok(())
    })
}

#[test]
fn years_are_named_by_era_or_by_western_number() -> Result<()> {
    visit(Options::desk(), async |page| {
        let k1 = page.indicator("k1").await?;
        let target = k1.inside(".row-target");
        page.until_text(&target, "R13").await?;
        pick(page, "years", 2).await?;
        page.until_text(&target, "2031").await?;
        assert!(!page.text(&target).await?.contains("R13"));
        page.until_text(".figures", "2031投影").await?;
        page.reload().await?;
        page.until_text(&target, "2031").await?;
        // The user's word holds in the other language too.
        page.click("[data-action=language]").await?;
        pick(page, "years", 1).await?;
        page.until_text(&target, "R13").await
    })
}

#[test]
fn colours_follow_the_device_unless_the_user_chooses() -> Result<()> {
    visit(Options::desk(), async |page| {
        let light = ground(page).await?;
        page.prefer(Scheme::Dark).await?;
        until_ground(page, &light, false).await?;
        let dark = ground(page).await?;
        pick(page, "theme", 2).await?;
        until_ground(page, &light, true).await?;
        page.reload().await?;
        until_ground(page, &light, true).await?;
        pick(page, "theme", 3).await?;
        until_ground(page, &dark, true).await?;
        page.prefer(Scheme::Light).await?;
        until_ground(page, &dark, true).await?;
        pick(page, "theme", 1).await?;
        until_ground(page, &light, true).await
    })
}

#[test]
fn the_menu_opens_and_closes_by_press_and_by_escape() -> Result<()> {
    visit(Options::phone(), async |page| {
        let open = async || -> Result<bool> { Ok(!page.all("#display-menu:popover-open").await?.is_empty()) };
        assert!(!open().await?, "nothing opens by itself");
        page.click(MENU).await?;
        page.until("the menu is open", open).await?;
        page.check_in_sight("#display-menu").await?;
        page.press(Key::Escape).await?;
        page.until("the menu is closed", async || Ok(!open().await?)).await?;
        assert!(page.has_focus(MENU).await?, "the focus is lost");
        page.click(MENU).await?;
        page.until("the menu is open", open).await?;
        page.click("h1").await?;
        page.until("the menu is closed", async || Ok(!open().await?)).await
    })
}

/// Picks a choice of the display menu, counted from 1, and closes the menu.
async fn pick(page: &Page, name: &str, place: usize) -> Result<()> {
    page.click(MENU).await?;
    let group = format!("#display-menu fieldset:has([name={name}])");
    page.click(&format!("{group} .choice:nth-of-type({place}) input")).await?;
    page.find(&format!("{group} .choice:nth-of-type({place}) input:checked")).await?;
    page.press(Key::Escape).await?;
    page.until_gone("#display-menu:popover-open").await
}

async fn check_language(page: &Page, lang: &str) -> Result<()> {
    let (title, all) = if lang == "ja" { ("R13シナリオ", "すべて") } else { ("R13 Scenario", "All") };
    page.until_text("[data-action=show-all]", all).await?;
    page.until("the document says so", async || {
        Ok(page.attribute("html", "lang").await?.as_deref() == Some(lang)
            && page.driver.title().await? == title)
    })
    .await
}

async fn ground(page: &Page) -> Result<String> {
    Ok(page.find("body").await?.css_value("background-color").await?)
}

async fn until_ground(page: &Page, colour: &str, same: bool) -> Result<()> {
    page.until(&format!("the ground is {colour}: {same}"), async || {
        Ok((ground(page).await? == colour) == same)
    })
    .await
}
