//! The keyboard alone: everything is reached in order, the focus is seen and never lost.

use page_tests::{Key, Options, Page, Result, Size, json, visit};

#[test]
fn tab_reaches_everything_in_the_order_of_the_page() -> Result<()> {
    visit(Options::desk(), async |page| {
        page.indicator("k1").await?.set_field("1").await?;
        page.script("document.activeElement.blur(); document.querySelector('#list').scrollTop = 0", vec![])
            .await?;
        page.script(
            "document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex')",
            vec![],
        )
        .await?;
        let mut order = Vec::new();
        for _ in 0..220 {
            page.press(Key::Tab).await?;
            let Some(focus) = page.focus().await? else { break };
            check_focus_is_seen(page, &focus).await?;
            order.push(focus);
        }
        let mut before = 0;
        for wanted in [
            "skip",
            "scenario-name",
            "undo",
            "preset-hold",
            "preset-required",
            "preset-half",
            "reset",
            "language",
            "k",
            "p1",
            "p4",
            "close-guide",
        ] {
            before = position(&order, wanted, before);
        }
        let list = position(&order, "show-all", 0);
        let mut before = list;
        for wanted in [
            "show-priority",
            "search",
            "shift-down",
            "shift-up",
            "k1 choose",
            "k1 growth-slider",
            "k1 growth-field",
            "k1 settings",
            "k2 choose",
            "p43 growth-slider",
            "p48 growth-field",
            "p48 settings",
        ] {
            before = position(&order, wanted, before);
        }
        for wanted in ["show-table", "chart", "rank-ratio", "whole-ranking", "set-required-chosen"] {
            position(&order, wanted, 0);
        }
        Ok(())
    })
}

#[test]
fn the_skip_link_leads_to_the_list() -> Result<()> {
    visit(Options::phone(), async |page| {
        page.press(Key::Tab).await?;
        assert!(page.has_focus(".skip").await?);
        page.check_in_sight(".skip").await?;
        page.press(Key::Enter).await?;
        page.until("the list has the focus", async || page.has_focus("#list").await).await?;
        page.press(Key::Tab).await?;
        assert!(page.has_focus("#list *").await?, "{:?}", page.focus().await?);
        Ok(())
    })
}

#[test]
fn a_whole_task_needs_no_mouse() -> Result<()> {
    for options in [Options::desk(), Options::phone().english()] {
        visit(options, async |page| {
            tab_to(page, ".search").await?;
            page.press("p47").await?;
            page.until("one is listed", async || Ok(page.listed().await? == ["p47"])).await?;
            let p47 = page.indicator("p47").await?;
            tab_to(page, &p47.css("growth-slider")).await?;
            page.press(Key::Right + Key::Right).await?;
            p47.until_field("0.02").await?;
            page.press(Key::Tab).await?;
            assert!(page.has_focus(&p47.css("growth-field")).await?);
            page.press(Key::Control + "a").await?;
            page.press("10").await?;
            page.press(Key::Enter).await?;
            p47.until_field("10.00").await?;
            p47.until("verdict", "short").await?;
            tab_to(page, &p47.inside("[data-action=settings]")).await?;
            page.press(Key::Enter).await?;
            tab_to(page, &p47.inside("[data-action=set-required]")).await?;
            page.press(Key::Space).await?;
            p47.until("verdict", "met").await?;
            back_to(page, "[data-action=undo]").await?;
            page.press(Key::Enter).await?;
            p47.until_field("10.00").await?;
            assert!(page.has_focus("[data-action=undo]").await?, "the focus is lost");
            page.press(Key::Enter).await?;
            p47.until("verdict", "short").await?;
            check_focus_is_seen(page, "undo").await
        })?;
    }
    Ok(())
}

#[test]
fn the_focus_is_kept_through_every_press() -> Result<()> {
    visit(Options::desk(), async |page| {
        page.indicator("k1").await?.set_field("1").await?;
        for css in [
            "[data-pillar=p1]",
            "[data-pillar=p1]",
            "[data-action=show-priority]",
            "[data-action=show-all]",
            "[data-action=preset-required]",
            "[data-action=shift-up]",
            "[data-action=reset]",
            "[data-action=show-table]",
            "[data-action=show-chart]",
            "[data-action=rank-ratio]",
            "[data-action=whole-ranking]",
            "[data-action=set-required-chosen]",
            "[data-action=language]",
            "[data-indicator=p11] [data-action=choose]",
            "[data-indicator=p11] [data-action=settings]",
            "[data-indicator=p11] [data-action=lock]",
            "[data-indicator=p11] [data-action=lock]",
            "[data-indicator=p11] [data-action=set-required]",
        ] {
            press(page, css).await?;
            assert!(page.has_focus(css).await?, "after {css} the focus is on {:?}", page.focus().await?);
        }
        Ok(())
    })
}

#[test]
fn a_control_that_goes_away_leaves_the_focus_in_the_page() -> Result<()> {
    visit(Options::desk(), async |page| {
        let p43 = "[data-indicator=p43]";
        press(page, &format!("{p43} [data-action=settings]")).await?;
        page.enter(&format!("{p43} [data-role=base-value]"), "20").await?;
        page.enter(&format!("{p43} [data-role=late-field]"), "1").await?;
        page.find(&format!("{p43} [data-action=same-rate]")).await?;
        for css in [
            "[data-action=close-guide]",
            "[data-indicator=p43] [data-action=same-rate]",
            "[data-indicator=p43] [data-action=clear-base]",
        ] {
            press(page, css).await?;
            page.until_gone(css).await?;
            assert!(page.focus().await?.is_some(), "after {css} nothing has the focus");
        }
        Ok(())
    })
}

#[test]
fn undo_to_the_very_first_keeps_the_focus() -> Result<()> {
    visit(Options::desk(), async |page| {
        let k1 = page.indicator("k1").await?;
        k1.set_field("1").await?;
        press(page, "[data-action=undo]").await?;
        k1.until_field("0.00").await?;
        // Chrome takes the focus from a disabled button with the next frame.
        let frames =
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(1)))";
        page.driver.execute_async(frames, vec![]).await?;
        assert!(page.focus().await?.is_some(), "nothing has the focus");
        Ok(())
    })
}

#[test]
fn the_focus_is_seen_in_every_scheme_and_size() -> Result<()> {
    for options in [
        Options::at(Size::Other(683, 384)).dark(),
        Options::phone(),
        Options::desk().media("forced-colors", "active"),
    ] {
        visit(options, async |page| {
            for _ in 0..45 {
                page.press(Key::Tab).await?;
                let Some(focus) = page.focus().await? else { break };
                check_focus_is_seen(page, &focus).await?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// What has the focus has an outline, lies in the window, and is not hidden behind anything.
async fn check_focus_is_seen(page: &Page, focus: &str) -> Result<()> {
    let script = "const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
        const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
        const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
        const top = document.elementFromPoint(x, y);
        const seen = top && (e.contains(top) || top.contains(e));
        return outlined && seen ? null : `outline ${style.outline}, at ${Math.round(x)}, ${Math.round(y)}: ${top?.outerHTML.slice(0, 100)}`";
    let fault = page.script(script, vec![]).await?;
    assert!(fault.is_null(), "the focus on {focus} is not seen: {fault}");
    Ok(())
}

fn position(order: &[String], wanted: &str, from: usize) -> usize {
    let found = order.iter().skip(from).position(|focus| focus == wanted);
    found.unwrap_or_else(|| panic!("{wanted} is not reached after number {from} of {order:#?}")) + from
}

/// Puts the focus on a control and presses Enter there.
async fn press(page: &Page, css: &str) -> Result<()> {
    let element = page.find(css).await?;
    page.script("arguments[0].focus()", vec![element.to_json()?]).await?;
    page.press(Key::Enter).await
}

async fn tab_to(page: &Page, css: &str) -> Result<()> {
    step_to(page, css, "\u{e004}").await
}

async fn back_to(page: &Page, css: &str) -> Result<()> {
    step_to(page, css, "\u{e008}\u{e004}").await
}

async fn step_to(page: &Page, css: &str, keys: &str) -> Result<()> {
    for _ in 0..120 {
        if page.has_focus(css).await? {
            return Ok(());
        }
        page.press(keys).await?;
    }
    let there = page.script("return !!document.querySelector(arguments[0])", vec![json!(css)]).await?;
    panic!("120 steps do not lead to {css}, which is there: {there}");
}
