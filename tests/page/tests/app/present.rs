//! A presentation: every key and every button, and what it asks of the browser.

use page_tests::{Key, Options, Page, Result, Size, json, visit};

/// The number in large type beside 仮定.
const ASSUMED: &str = ".stage-figures .is-assumed dd";
/// A screen that can be filled, and one that refuses to be.
const CAN_FILL: &str =
    "Object.defineProperty(document, 'fullscreenEnabled', { value: true, configurable: true });
    const fill = (value) => {
        Object.defineProperty(document, 'fullscreenElement', { value, configurable: true });
        document.dispatchEvent(new Event('fullscreenchange'));
        return Promise.resolve();
    };
    Element.prototype.requestFullscreen = function () { return fill(this) };
    Document.prototype.exitFullscreen = () => fill(null);";
const REFUSES_TO_FILL: &str = "Object.defineProperty(document, 'fullscreenEnabled', { value: true });
    Element.prototype.requestFullscreen = () => { window.refused = true; return Promise.reject(new TypeError('no')) };";
/// Notes what is asked of a keeper of the screen.
const KEEPS_AWAKE: &str = "window.asked = []; window.released = 0;
    Object.defineProperty(navigator, 'wakeLock', { value: { request: (kind) => {
        window.asked.push(kind);
        return Promise.resolve({ release: () => { window.released += 1; return Promise.resolve() } });
    } } });";

#[test]
fn keys_lead_through_the_slides() -> Result<()> {
    for options in [Options::projector(), Options::at(Size::Other(1280, 720)).english()] {
        visit(options, async |page| {
            present(page).await?;
            until_slide(page, 0).await?;
            for (key, slide) in [
                (Key::Right, 1),
                (Key::PageDown, 2),
                (Key::Left, 1),
                (Key::PageUp, 0),
                (Key::PageUp, 0),
                (Key::End, 5),
                (Key::Right, 5),
                (Key::Home, 0),
                (Key::Space, 1),
            ] {
                page.press(key).await?;
                until_slide(page, slide).await?;
            }
            for slide in [3, 1, 5, 2, 4, 0] {
                page.press(slide.to_string()).await?;
                until_slide(page, slide).await?;
            }
            page.press("9").await?;
            page.press("3").await?;
            until_slide(page, 3).await
        })?;
    }
    Ok(())
}

#[test]
fn keys_choose_and_move_the_indicator_that_is_large() -> Result<()> {
    visit(Options::projector(), async |page| {
        present(page).await?;
        page.press("2").await?;
        // Without growth the value added of food makers has come least far.
        page.until_text("#stage-large-title", "食品製造業").await?;
        for (key, assumed) in [
            ("+", "+0.10"),
            (";", "+0.20"),
            ("=", "+0.30"),
            (">", "+1.30"),
            ("-", "+1.20"),
            ("_", "+0.20"),
            ("<", "−0.80"),
            ("r", "+2.28"),
        ] {
            page.press(key).await?;
            until_assumed(page, assumed).await?;
        }
        page.find("[data-indicator=p13] [data-role=verdict][data-value=met]").await?;
        assert_eq!(page.pillar("p1").await?.met, 2);
        page.press("z").await?;
        until_assumed(page, "−0.80").await?;
        // Steps that follow each other are one movement.
        page.press(Key::Control + "z").await?;
        until_assumed(page, "0.00").await?;
        page.press(Key::Control + "y").await?;
        until_assumed(page, "−0.80").await?;

        page.press(Key::Down).await?;
        page.until_text("#stage-large-title", "新規創業者数").await?;
        for _ in 0..4 {
            page.press(Key::Up).await?;
        }
        page.until_text("#stage-large-title", "新たな事業展開").await?;
        page.press("+").await?;
        until_assumed(page, "+0.10").await?;
        page.find("[data-indicator=p11] [aria-current]").await?;
        // What was moved here is moved at the desk.
        page.press(Key::Escape).await?;
        let p11 = page.indicator("p11").await?;
        p11.until_field("0.10").await?;
        page.indicator("p13").await?.until_field("-0.80").await
    })
}

#[test]
fn a_slide_shows_the_chosen_indicator_and_the_summary_moves_it_too() -> Result<()> {
    visit(Options::projector(), async |page| {
        present(page).await?;
        page.until_text("#stage-large-title", "1人当たりの総生産").await?;
        page.press(">").await?;
        page.press(">").await?;
        until_assumed(page, "+2.00").await?;
        assert_eq!(page.pillar("k").await?.met, 1);
        page.until_text(".stage-overall strong", "4").await?;
        page.press(Key::Down).await?;
        page.until_text("#stage-large-title", "市民の割合").await?;
        page.press("1").await?;
        page.until_text("#stage-large-title", "市民の割合").await?;
        // Per cent of a share are points.
        page.press("+").await?;
        until_assumed(page, "+0.10").await?;
        page.until_text(".stage-figures .is-assumed", "ポイント/年").await
    })
}

#[test]
fn every_key_has_a_button() -> Result<()> {
    for options in [Options::projector().before(CAN_FILL), Options::phone().english().before(CAN_FILL)] {
        visit(options, async |page| {
            present(page).await?;
            click(page, "stage-next").await?;
            until_slide(page, 1).await?;
            click(page, "stage-previous").await?;
            until_slide(page, 0).await?;
            page.click("[data-pillar=p1]").await?;
            until_slide(page, 2).await?;
            page.click("[data-indicator=p11] [data-action=choose]").await?;
            page.find("[data-indicator=p11] [aria-current]").await?;
            click(page, "stage-after").await?;
            page.find("[data-indicator=p12] [aria-current]").await?;
            click(page, "stage-before").await?;
            page.find("[data-indicator=p11] [aria-current]").await?;
            for (hook, assumed) in [
                ("stage-up", "+0.10"),
                ("stage-up-far", "+1.10"),
                ("stage-down", "+1.00"),
                ("stage-down-far", "0.00"),
                ("stage-required", "+3.95"),
                ("undo", "0.00"),
                ("redo", "+3.95"),
            ] {
                click(page, hook).await?;
                until_assumed(page, assumed).await?;
            }
            click(page, "stage-replay").await?;
            page.find(".is-past").await?;
            click(page, "replay-after").await?;
            page.until_gone(".is-past").await?;
            click(page, "replay-close").await?;
            page.until_gone(".stage-ribbon").await?;
            click(page, "stage-blank").await?;
            page.click("[data-action=stage-wake]").await?;
            page.until_gone("[data-action=stage-wake]").await?;
            click(page, "stage-code").await?;
            page.find("[data-role=qr]").await?;
            click(page, "front-close").await?;
            page.until_gone("[data-role=qr]").await?;
            click(page, "stage-keys").await?;
            page.find(".front-keys").await?;
            click(page, "front-close").await?;
            page.until_gone(".front-keys").await?;
            let full = page.text("[data-action=stage-full]").await?;
            click(page, "stage-full").await?;
            page.until("it fills the screen", async || {
                Ok(page.text("[data-action=stage-full]").await? != full)
            })
            .await?;
            click(page, "slide-summary").await?;
            until_slide(page, 0).await?;
            page.click(".stage-pillars li:last-child button").await?;
            until_slide(page, 5).await?;
            click(page, "slide-summary").await?;
            page.click(".stage-shortfalls li:first-child button").await?;
            page.find(".stage-large").await?;
            click(page, "stage-leave").await?;
            page.find(".list").await?;
            page.until("it no longer fills the screen", async || {
                Ok(page.script("return document.fullscreenElement === null", vec![]).await? == true)
            })
            .await
        })?;
    }
    Ok(())
}

#[test]
fn what_would_do_nothing_is_idle_and_says_so() -> Result<()> {
    visit(Options::projector(), async |page| {
        page.indicator("k1").await?;
        crate::open_settings(page, "p11").await?;
        page.indicator("p11").await?.click("[data-action=lock]").await?;
        crate::choose(page, "p11").await?;
        page.click("[data-action=undo]").await?;
        page.click("[data-action=redo]").await?;
        present(page).await?;
        idle(page, "stage-previous", true).await?;
        idle(page, "redo", true).await?;
        idle(page, "undo", false).await?;
        page.press("2").await?;
        until_slide(page, 2).await?;
        page.until_text(".stage-figures .is-assumed", "鍵がかかっています").await?;
        for hook in ["stage-up", "stage-down-far", "stage-required"] {
            idle(page, hook, true).await?;
        }
        page.press("+").await?;
        page.press("r").await?;
        page.press(Key::End).await?;
        until_slide(page, 5).await?;
        idle(page, "stage-next", true).await?;
        page.press("2").await?;
        until_assumed(page, "0.00").await?;
        // Where the plan has no baseline there is nothing to draw, and it is said why.
        page.press("5").await?;
        page.click("[data-indicator=p43] [data-action=choose]").await?;
        page.until_text(".stage-large .empty", "現況の値がない").await?;
        page.until_text(".stage-figures", "現況不明").await?;
        idle(page, "stage-required", true).await
    })
}

#[test]
fn a_blank_screen_is_black_and_any_key_or_click_lights_it() -> Result<()> {
    for options in [Options::projector(), Options::at(Size::Other(1280, 720)).dark().english()] {
        visit(options, async |page| {
            present(page).await?;
            page.press("2").await?;
            until_slide(page, 2).await?;
            for (blanks, lights) in [("b", "b"), (".", "x"), ("B", "\u{e00f}"), ("b", "\u{e007}"), ("b", " ")]
            {
                page.press(blanks).await?;
                page.find("[data-action=stage-wake]").await?;
                page.until("all of it is black", async || page.is_black().await).await?;
                page.press(lights).await?;
                page.until_gone("[data-action=stage-wake]").await?;
                // The key that lights it does nothing else.
                until_slide(page, 2).await?;
            }
            page.press("b").await?;
            page.click("[data-action=stage-wake]").await?;
            page.until_gone("[data-action=stage-wake]").await?;
            page.press(Key::PageDown).await?;
            until_slide(page, 3).await
        })?;
    }
    Ok(())
}

#[test]
fn before_and_after_are_compared_and_change_nothing() -> Result<()> {
    visit(Options::projector(), async |page| {
        present(page).await?;
        page.press("2").await?;
        until_slide(page, 2).await?;
        idle(page, "stage-replay", true).await?;
        page.press("a").await?;
        assert!(page.all(".stage-ribbon").await?.is_empty(), "there is nothing to look at");
        page.press("r").await?;
        until_assumed(page, "+2.28").await?;
        let met = page.pillar("p1").await?;
        let paint = "const e = document.querySelector('.stage-large canvas'); return e.toDataURL()";
        let after = page.script(paint, vec![]).await?;

        page.press("a").await?;
        page.find(".is-past").await?;
        until_assumed(page, "0.00").await?;
        page.until_text(".stage-ribbon", "食品製造業").await?;
        assert_eq!(page.text(".stage-ribbon [aria-pressed=true]").await?, "変更前");
        page.until("the chart is that of before", async || Ok(page.script(paint, vec![]).await? != after))
            .await?;
        // What held before is no verdict on the scenario.
        assert!(page.all("[data-indicator], [data-pillar]").await?.is_empty());
        page.press("a").await?;
        page.until_gone(".is-past").await?;
        until_assumed(page, "+2.28").await?;
        assert_eq!(page.text(".stage-ribbon [aria-pressed=true]").await?, "変更後");
        assert_eq!(page.pillar("p1").await?, met);
        page.press("a").await?;
        page.find(".is-past").await?;
        page.press(Key::Escape).await?;
        page.until_gone(".stage-ribbon").await?;
        until_assumed(page, "+2.28").await?;
        idle(page, "undo", false).await?;
        idle(page, "redo", true).await?;

        // A change while it is looked at ends the look.
        page.press("a").await?;
        page.press("+").await?;
        page.until_gone(".stage-ribbon").await?;
        until_assumed(page, "+2.38").await?;
        // What was undone is compared as well.
        page.press("z").await?;
        until_assumed(page, "+2.28").await?;
        page.press("a").await?;
        until_assumed(page, "+2.38").await
    })
}

#[test]
fn the_code_opens_this_very_screen() -> Result<()> {
    visit(Options::projector(), async |page| {
        page.enter("#scenario-name", "会場の案").await?;
        present(page).await?;
        page.press("3").await?;
        page.press(">").await?;
        until_assumed(page, "+1.00").await?;
        let name = page.text("#stage-large-title").await?;
        page.until_text(".stage-note b", "会場の案").await?;
        page.press("q").await?;
        page.find("[data-role=qr]").await?;
        let link = page.decoded_qr("[data-role=qr]").await?;
        page.press("q").await?;
        page.until_gone("[data-role=qr]").await?;
        let (address, fragment) = link.split_once('#').unwrap_or_default();
        assert_eq!(address, page.address());
        page.script("localStorage.clear()", vec![]).await?;
        page.open("?lang=ja", fragment).await?;
        until_slide(page, 3).await?;
        until_assumed(page, "+1.00").await?;
        page.until_text("#stage-large-title", &name).await?;
        page.until_text(".stage-note b", "会場の案").await
    })
}

#[test]
fn what_is_in_front_is_closed_first_then_the_presentation() -> Result<()> {
    visit(Options::projector().before(CAN_FILL), async |page| {
        present(page).await?;
        page.press("f").await?;
        page.until("it fills the screen", async || filled(page).await).await?;
        page.press("?").await?;
        page.find("dialog[open] .front-keys").await?;
        assert!(page.has_focus("dialog *").await?);
        page.press(Key::Escape).await?;
        page.until_gone("dialog[open]").await?;
        page.until("the focus is back", async || page.has_focus("#stage").await).await?;
        assert!(filled(page).await?);
        page.press(Key::Escape).await?;
        page.until("it is a window again", async || Ok(!filled(page).await?)).await?;
        page.find(".present").await?;
        page.press(Key::F5).await?;
        page.until("it fills the screen", async || filled(page).await).await?;
        page.press("F").await?;
        page.until("it is a window again", async || Ok(!filled(page).await?)).await?;
        page.press(Key::Escape).await?;
        page.until_gone(".present").await?;
        page.until("the focus is on the button", async || page.has_focus("[data-action=present]").await)
            .await?;
        // Keys are the desk's again.
        page.press("b").await?;
        page.press(Key::Right).await?;
        page.check_in_sight("[data-action=present]").await
    })
}

#[test]
fn a_key_in_front_of_a_slide_closes_that_and_acts() -> Result<()> {
    visit(Options::projector(), async |page| {
        present(page).await?;
        page.press("?").await?;
        page.find(".front-keys").await?;
        page.press("q").await?;
        page.until_gone(".front-keys").await?;
        page.find("[data-role=qr]").await?;
        page.press(Key::PageDown).await?;
        page.until_gone("[data-role=qr]").await?;
        until_slide(page, 1).await?;
        // The space bar presses the button that has the focus, and is no other key then.
        page.press("?").await?;
        page.find(".front-keys").await?;
        page.press(" ").await?;
        page.until_gone(".front-keys").await?;
        until_slide(page, 1).await
    })
}

#[test]
fn the_focus_comes_and_goes_with_it() -> Result<()> {
    visit(Options::desk(), async |page| {
        page.find("[data-action=present]").await?;
        page.script("document.querySelector('[data-action=present]').focus()", vec![]).await?;
        page.press(Key::Enter).await?;
        page.find(".present").await?;
        page.until("the slide has the focus", async || page.has_focus("#stage").await).await?;
        page.press(Key::PageDown).await?;
        until_slide(page, 1).await?;
        // A click on the chart leaves the arrow keys to the slides; the keyboard can still go there.
        page.click(".stage-large .chart").await?;
        assert!(!page.has_focus(".chart").await?);
        page.press(Key::Right).await?;
        until_slide(page, 2).await?;
        page.script("document.querySelector('.stage-large .chart').focus()", vec![]).await?;
        page.press(Key::Right).await?;
        page.until_text(".present .reading", "現況").await?;
        until_slide(page, 2).await?;
        page.press(Key::PageDown).await?;
        until_slide(page, 3).await?;
        click(page, "stage-leave").await?;
        page.until("the focus is on the button", async || page.has_focus("[data-action=present]").await).await
    })
}

#[test]
fn slides_and_values_are_read_out() -> Result<()> {
    visit(Options::projector().english(), async |page| {
        present(page).await?;
        let said = async || page.texts(".present footer [role=status]").await;
        page.press("2").await?;
        page.until("the slide is said", async || {
            Ok(said().await?.first().is_some_and(|said| said == "① Creating new industries: 1 of 5 met"))
        })
        .await?;
        let slide = said().await?.first().cloned();
        page.press("r").await?;
        page.until("the value is said", async || {
            let said = said().await?;
            Ok(said.get(1).is_some_and(|said| said.contains("+2.28 %/year") && said.ends_with("Met")))
        })
        .await?;
        assert_ne!(said().await?.first().cloned(), slide, "another indicator is met");
        assert_eq!(page.text(".present main h1").await?, "① Creating new industries");
        page.press("+").await?;
        page.until("the value is said", async || {
            Ok(said().await?.get(1).is_some_and(|said| said.contains("+2.38 %/year")))
        })
        .await
    })
}

#[test]
fn the_screen_is_kept_awake_while_it_lasts() -> Result<()> {
    visit(Options::projector().before(KEEPS_AWAKE), async |page| {
        let asked = async || page.script("return [window.asked, window.released]", vec![]).await;
        assert_eq!(asked().await?, json!([[], 0]));
        present(page).await?;
        page.until("it is asked for", async || Ok(asked().await? == json!([["screen"], 0]))).await?;
        page.script("document.dispatchEvent(new Event('visibilitychange'))", vec![]).await?;
        page.until("it is asked for again", async || Ok(asked().await? == json!([["screen", "screen"], 0])))
            .await?;
        page.press(Key::Escape).await?;
        page.until("it is let go", async || Ok(asked().await?[1] == 1)).await
    })
}

#[test]
fn a_browser_that_refuses_costs_nothing() -> Result<()> {
    let refuses = "Object.defineProperty(navigator, 'wakeLock', { value: { request: () => Promise.reject(new Error('no')) } })";
    visit(Options::projector().before(refuses).before(REFUSES_TO_FILL), async |page| {
        present(page).await?;
        page.press("f").await?;
        page.until("it was asked", async || Ok(page.script("return window.refused", vec![]).await? == true))
            .await?;
        page.press("2").await?;
        until_slide(page, 2).await
    })?;
    let none = "Object.defineProperty(navigator, 'wakeLock', { value: undefined });
        Object.defineProperty(document, 'fullscreenEnabled', { value: false });";
    visit(Options::projector().before(none), async |page| {
        present(page).await?;
        assert!(page.all("[data-action=stage-full]").await?.is_empty());
        page.press("2").await?;
        until_slide(page, 2).await
    })
}

#[test]
fn what_an_input_method_puts_together_is_no_key_and_full_width_figures_are() -> Result<()> {
    visit(Options::projector(), async |page| {
        present(page).await?;
        let down = async |key: &str, more: &str| {
            let script = format!(
                "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {{ key: {}, bubbles: true, cancelable: true, {more} }}))",
                json!(key)
            );
            page.script(&script, vec![]).await
        };
        down("２", "").await?;
        until_slide(page, 2).await?;
        down("Process", "isComposing: true, code: 'Digit4'").await?;
        down("4", "isComposing: true").await?;
        down("ｒ", "").await?;
        until_assumed(page, "+2.28").await?;
        until_slide(page, 2).await?;
        down("b", "").await?;
        page.find("[data-action=stage-wake]").await?;
        down("b", "repeat: true").await?;
        down("Shift", "").await?;
        page.find("[data-action=stage-wake]").await?;
        down("Escape", "").await?;
        page.until_gone("[data-action=stage-wake]").await
    })
}

#[test]
fn a_reload_stays_on_the_slide_and_back_leaves_it() -> Result<()> {
    visit(Options::projector(), async |page| {
        present(page).await?;
        page.press("4").await?;
        until_slide(page, 4).await?;
        page.reload().await?;
        until_slide(page, 4).await?;
        let address = "return location.hash";
        let before = page.script(address, vec![]).await?;
        page.press(">").await?;
        until_assumed(page, "+1.00").await?;
        page.until("the address follows", async || Ok(page.script(address, vec![]).await? != before)).await?;
        page.reload().await?;
        until_slide(page, 4).await?;
        until_assumed(page, "+1.00").await?;
        page.driver.back().await?;
        page.until_gone(".present").await?;
        page.find(".list").await?;
        page.reload().await?;
        page.find(".list").await?;
        assert!(page.all(".present").await?.is_empty());
        Ok(())
    })
}

#[test]
fn a_step_touches_nothing_but_what_it_changes() -> Result<()> {
    visit(Options::projector(), async |page| {
        present(page).await?;
        page.press("5").await?;
        until_slide(page, 5).await?;
        page.press("+").await?;
        until_assumed(page, "+0.10").await?;
        let script = "window.touched = [];
            new MutationObserver((all) => all.forEach((one) => {
                const e = one.target.nodeType === 1 ? one.target : one.target.parentElement;
                window.touched.push(e.closest('li, nav button, .stage-large, footer p, .stage-tools, .stage-head, h1')?.dataset.indicator ?? e.closest('.stage-tabs, .stage-tools, h1')?.className ?? '');
            })).observe(document.querySelector('.present'), { subtree: true, childList: true, characterData: true, attributes: true });";
        page.script(script, vec![]).await?;
        page.press("+").await?;
        until_assumed(page, "+0.20").await?;
        let own = page.attribute("li:has([aria-current])", "data-indicator").await?;
        let touched = page.script("return [...new Set(window.touched)].filter(Boolean)", vec![]).await?;
        assert_eq!(touched, json!([own]));
        Ok(())
    })
}

#[test]
fn a_notice_is_seen_in_front_of_the_audience_too() -> Result<()> {
    let full = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }";
    visit(Options::projector().before(full), async |page| {
        page.find("[data-role=notice]").await?;
        present(page).await?;
        page.check_in_sight(".present [data-role=notice]").await?;
        page.click(".present [data-action=dismiss]").await?;
        page.until_gone("[data-role=notice]").await?;
        page.until("the slide has the focus", async || page.has_focus("#stage").await).await
    })
}

async fn present(page: &Page) -> Result<()> {
    page.click("[data-action=present]").await?;
    page.find(".present").await?;
    page.until("the slide has the focus", async || page.has_focus("#stage").await).await
}

async fn click(page: &Page, hook: &str) -> Result<()> {
    page.click(&format!("[data-action={hook}]")).await
}

/// Waits until a slide is on screen: 0 is the summary.
async fn until_slide(page: &Page, slide: usize) -> Result<()> {
    page.find(&format!(".stage-tabs button:nth-child({})[aria-current=page]", slide + 1)).await?;
    Ok(())
}

async fn until_assumed(page: &Page, wanted: &str) -> Result<()> {
    page.until(&format!("{wanted} is assumed"), async || {
        Ok(page.texts(ASSUMED).await?.first().is_some_and(|text| text == wanted))
    })
    .await
}

async fn idle(page: &Page, hook: &str, wanted: bool) -> Result<()> {
    page.until(&format!("{hook} is idle: {wanted}"), async || {
        let idle = page.attribute(&format!("[data-action={hook}]"), "aria-disabled").await?;
        Ok((idle.as_deref() == Some("true")) == wanted)
    })
    .await
}

async fn filled(page: &Page) -> Result<bool> {
    Ok(page.script("return document.fullscreenElement !== null", vec![]).await? == true)
}
