//! axe, its best practices included, in every state of the page: both languages, both schemes, three sizes.

use crate::{SAVED, choose, open_settings};
use page_tests::{Key, Options, Page, Result, Scheme, Size, json, visit};

#[test]
fn axe_finds_nothing_at_the_desk() -> Result<()> {
    check_every_state(Size::Desk)
}

#[test]
fn axe_finds_nothing_on_the_projector() -> Result<()> {
    check_every_state(Size::Projector)
}

#[test]
fn axe_finds_nothing_on_a_phone() -> Result<()> {
    check_every_state(Size::Phone)
}

#[test]
fn axe_finds_nothing_in_forced_colours_and_at_400_per_cent() -> Result<()> {
    visit(Options::desk().media("forced-colors", "active"), async |page| page.check_axe().await)?;
    visit(Options::at(Size::Other(320, 256)), async |page| page.check_axe().await)
}

/// With a notice of each kind from the start; the other states follow in the same session.
fn check_every_state(size: Size) -> Result<()> {
    let script = format!("localStorage.setItem('{SAVED}', {})", json!("{broken"));
    let full = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }";
    visit(Options::at(size).before(&script).before(full), async |page| {
        page.until("both notices are shown", async || Ok(page.all("[data-role=notice]").await?.len() == 2))
            .await?;
        check_both_schemes(page, "notices shown").await?;
        page.click("[data-action=dismiss]").await?;
        page.click("[data-action=dismiss]").await?;
        page.until_gone("[data-role=notice]").await?;
        check_both_schemes(page, "initial").await?;

        page.click("[data-action=language]").await?;
        page.until_text("[data-action=show-all]", "All").await?;
        check_both_schemes(page, "initial").await?;
        check_states(page).await?;
        page.click("[data-action=language]").await?;
        page.until_text("[data-action=show-all]", "すべて").await?;
        check_states(page).await
    })
}

async fn check_states(page: &Page) -> Result<()> {
    // A row with everything: two halves, locked, far above its pace, with a message beside a field.
    open_settings(page, "p11").await?;
    let p11 = page.indicator("p11").await?;
    page.enter(&p11.css("early-field"), "30").await?;
    p11.role("growth-field-late").await?;
    page.enter(&p11.css("early-field"), "x").await?;
    page.find(&p11.inside("[role=alert]")).await?;
    check_both_schemes(page, "settings open, a problem shown").await?;
    page.press(Key::Escape).await?;
    p11.click("[data-action=lock]").await?;
    open_settings(page, "p43").await?;
    check_both_schemes(page, "settings open, one locked").await?;
    page.indicator("p43").await?.click("[data-action=settings]").await?;

    choose(page, "p11").await?;
    page.click("[data-action=show-table]").await?;
    page.click("[data-action=whole-ranking]").await?;
    page.click("[data-pillar=p1]").await?;
    page.type_over(".search", "zzz").await?;
    page.find(".list .empty").await?;
    check_both_schemes(page, "table, whole ranking, nothing found").await?;
    page.click("[data-action=show-all]").await?;
    page.click("[data-action=show-chart]").await?;
    page.click("[data-action=whole-ranking]").await?;

    page.click("[popovertarget=display-menu]").await?;
    page.find("#display-menu:popover-open").await?;
    check_both_schemes(page, "menu open").await?;
    page.press(Key::Escape).await?;
    page.click("[data-action=reset]").await
}

async fn check_both_schemes(page: &Page, state: &str) -> Result<()> {
    for scheme in Scheme::ALL {
        page.prefer(scheme).await?;
        let lang = page.attribute("html", "lang").await?.unwrap_or_default();
        page.check_axe().await.map_err(|error| error.context(format!("{state}, {lang}, {scheme:?}")))?;
    }
    Ok(())
}
