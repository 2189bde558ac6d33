//! A presentation is read from ten metres: nothing is small, cut or covered, at any size it is made for.

use page_tests::{Key, Language, Options, Page, Result, Scheme, Size, json, visit};

/// The two sizes that rooms project, and the smallest desk.
const SCREENS: [Size; 3] = [Size::Projector, Size::Other(1280, 720), Size::Desk];
/// Most of what a slide can have to say at once: two halves, long figures, a long name.
const CROWDED: &str = "中間見直しまでは緩やかに、その後は人手不足が和らぐとみる慎重な見通し(推進会議資料)";

#[test]
fn every_slide_fits_every_screen_without_a_scroll() -> Result<()> {
    for size in SCREENS {
        for language in Language::ALL {
            visit(Options::at(size).language(language), async |page| {
                page.enter("#scenario-name", CROWDED).await?;
                page.click("[data-action=present]").await?;
                for slide in ["0", "1", "2", "3", "4", "5"] {
                    show(page, slide).await?;
                    check_slide(page, size).await.map_err(|error| {
                        error.context(format!("slide {slide} at {size:?} in {language:?}"))
                    })?;
                }
                Ok(())
            })?;
        }
    }
    Ok(())
}

#[test]
fn every_indicator_fits_as_the_large_one() -> Result<()> {
    for (size, language) in
        [(Size::Other(1280, 720), Language::Japanese), (Size::Other(1280, 720), Language::English)]
    {
        visit(Options::at(size).language(language), async |page| {
            page.click("[data-action=present]").await?;
            for slide in ["0", "1", "2", "3", "4", "5"] {
                show(page, slide).await?;
                for _ in 0..22 {
                    let name = page.text("#stage-large-title").await?;
                    page.press(">").await?;
                    check_slide(page, size)
                        .await
                        .map_err(|error| error.context(format!("{name} on slide {slide} in {language:?}")))?;
                    if page.attribute("[data-action=stage-after]", "aria-disabled").await?.is_some() {
                        break;
                    }
                    page.press(Key::Down).await?;
                    page.until("the next one is large", async || {
                        Ok(page.text("#stage-large-title").await? != name)
                    })
                    .await?;
                }
            }
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn what_is_in_front_fits_and_the_change_that_is_looked_at_too() -> Result<()> {
    for size in SCREENS {
        for language in Language::ALL {
            visit(Options::at(size).language(language), async |page| {
                page.click("[data-action=present]").await?;
                show(page, "2").await?;
                page.press(">").await?;
                page.press("a").await?;
                page.find(".stage-ribbon").await?;
                check_slide(page, size).await.map_err(|error| error.context(format!("{size:?}, before")))?;
                for (key, css) in [("?", ".front-keys"), ("q", "[data-role=qr]")] {
                    page.press(key).await?;
                    page.find(css).await?;
                    check_inside(page, "dialog").await?;
                    page.check_in_sight(css).await?;
                    page.press(Key::Escape).await?;
                    page.until_gone(css).await?;
                }
                Ok(())
            })?;
        }
    }
    Ok(())
}

#[test]
fn type_is_large_enough_for_ten_metres() -> Result<()> {
    for (size, least, headline) in
        [(Size::Projector, 28.0, 80.0), (Size::Other(1280, 720), 18.6, 53.0), (Size::Desk, 19.8, 56.0)]
    {
        visit(Options::at(size), async |page| {
            page.click("[data-action=present]").await?;
            for slide in ["0", "2"] {
                show(page, slide).await?;
                let sizes = "const walk = document.createTreeWalker(document.querySelector('.present'), NodeFilter.SHOW_TEXT);
                    const small = [];
                    for (let text = walk.nextNode(); text; text = walk.nextNode()) {
                        const e = text.parentElement;
                        const box = e.getBoundingClientRect();
                        if (!text.data.trim() || box.width <= 1 || e.closest('.hidden')) continue;
                        const size = parseFloat(getComputedStyle(e).fontSize);
                        if (size < arguments[0]) small.push(`${size}: ${text.data}`);
                    }
                    return small";
                let small = page.script(sizes, vec![json!(least)]).await?;
                assert_eq!(small, json!([]), "{size:?}, slide {slide}");
                let big = "return [...document.querySelectorAll('.stage-figures dd, .stage-overall strong')]
                    .map((e) => parseFloat(getComputedStyle(e).fontSize))";
                let big = page.script(big, vec![]).await?;
                let big = big.as_array().into_iter().flatten().filter_map(page_tests::Value::as_f64);
                let big: Vec<f64> = big.collect();
                assert!(big.len() >= 3 && big.iter().all(|size| *size >= headline), "{size:?}: {big:?}");
            }
            let chart =
                "return parseFloat(getComputedStyle(document.querySelector('.stage-large canvas')).fontSize)";
            assert!(page.script(chart, vec![]).await?.as_f64().is_some_and(|size| size >= 20.0), "{size:?}");
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn the_chart_is_sharp_and_large() -> Result<()> {
    visit(Options::projector(), async |page| {
        page.click("[data-action=present]").await?;
        show(page, "2").await?;
        for (width, ratio) in [(1900, 1.0), (1920, 2.0)] {
            page.zoom(width, 1080, ratio).await?;
            let script = "const e = document.querySelector('.stage-large canvas');
                return [e.width / e.clientWidth, e.height / e.clientHeight, e.clientWidth, e.clientHeight]";
            page.until("the chart has the pixels of the screen", async || {
                let size = page.script(script, vec![]).await?;
                let at = |index: usize| size[index].as_f64().unwrap_or_default();
                let near = |index: usize| (at(index) - ratio).abs() < 0.01;
                Ok(near(0) && near(1) && at(2) > 900.0 && at(3) > 380.0)
            })
            .await?;
        }
        Ok(())
    })
}

#[test]
fn on_a_phone_it_scrolls_and_every_control_fits_a_finger() -> Result<()> {
    for language in Language::ALL {
        visit(Options::phone().language(language), async |page| {
            page.enter("#scenario-name", CROWDED).await?;
            page.click("[data-action=present]").await?;
            for css in ["[data-action=slide-summary]", "[data-pillar=p1]", "[data-pillar=p4]"] {
                page.click(css).await?;
                page.find(&format!("{css}[aria-current]")).await?;
                page.check_fits().await?;
                let script = "return [...document.querySelectorAll('.present button')]
                    .map((e) => [e, e.getBoundingClientRect()])
                    .filter(([, box]) => box.width > 0 && (box.height < 43.5 || box.width < 43.5))
                    .map(([e, box]) => `${Math.round(box.width)} × ${Math.round(box.height)}: ${e.outerHTML.slice(0, 120)}`)";
                let small = page.script(script, vec![]).await?;
                assert_eq!(small, json!([]), "too small: {small:#}");
            }
            page.bring(".stage-note").await?;
            page.check_in_sight(".stage-note").await?;
            for (hook, css) in [("stage-keys", ".front-keys"), ("stage-code", "[data-role=qr]")] {
                page.click(&format!("[data-action={hook}]")).await?;
                page.find(css).await?;
                page.check_fits().await?;
                page.click("[data-action=front-close]").await?;
                page.until_gone(css).await?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn axe_finds_nothing_on_any_slide_nor_in_front_of_one() -> Result<()> {
    for options in [Options::projector(), Options::projector().english(), Options::phone()] {
        visit(options, async |page| {
            page.click("[data-action=present]").await?;
            for scheme in Scheme::ALL {
                page.prefer(scheme).await?;
                for slide in ["0", "1", "5"] {
                    show(page, slide).await?;
                    page.check_axe().await.map_err(|error| error.context(format!("{slide}, {scheme:?}")))?;
                }
                page.press(">").await?;
                page.press("a").await?;
                page.find(".stage-ribbon").await?;
                page.check_axe().await.map_err(|error| error.context(format!("before, {scheme:?}")))?;
                for (key, css) in
                    [("?", ".front-keys"), ("q", "[data-role=qr]"), ("b", "[data-action=stage-wake]")]
                {
                    page.press(key).await?;
                    page.find(css).await?;
                    page.check_axe().await.map_err(|error| error.context(format!("{key}, {scheme:?}")))?;
                    page.press(Key::Escape).await?;
                    page.until_gone(css).await?;
                }
                page.press(Key::Escape).await?;
                page.until_gone(".stage-ribbon").await?;
            }
            Ok(())
        })?;
    }
    visit(Options::projector().media("forced-colors", "active"), async |page| {
        page.click("[data-action=present]").await?;
        show(page, "2").await?;
        page.check_axe().await
    })
}

/// Shows a slide by its key, and waits until it is there and drawn.
async fn show(page: &Page, key: &str) -> Result<()> {
    page.press(key).await?;
    let nth = key.parse::<usize>()? + 1;
    page.find(&format!(".stage-tabs button:nth-child({nth})[aria-current]")).await?;
    let frames =
        "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(1)))";
    page.driver.execute_async(frames, vec![]).await?;
    Ok(())
}

/// Nothing is cut or covered, and nothing scrolls.
async fn check_slide(page: &Page, size: Size) -> Result<()> {
    let beyond = "const scrolls = (e) => [e.scrollWidth - e.clientWidth, e.scrollHeight - e.clientHeight];
        return [document.scrollingElement, document.querySelector('.present'), document.querySelector('#stage')].flatMap(scrolls)";
    let beyond = page.script(beyond, vec![]).await?;
    assert!(
        beyond.as_array().is_some_and(|all| all.iter().all(|by| by.as_i64().is_some_and(|by| by <= 1))),
        "{size:?} scrolls by {beyond}"
    );
    page.check_fits().await?;
    check_inside(page, ".present").await
}

/// Every text lies within its control and its part of the page, and none over another.
async fn check_inside(page: &Page, root: &str) -> Result<()> {
    let script = "const root = document.querySelector(arguments[0]);
        const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), faults = [], seen = [];
        for (let text = walk.nextNode(); text; text = walk.nextNode()) {
            const e = text.parentElement;
            if (!text.data.trim() || e.closest('.hidden') || (root.tagName !== 'DIALOG' && e.closest('dialog'))) continue;
            const range = document.createRange();
            range.selectNodeContents(text);
            // The box of a line is higher than its letters, which stand in the middle of it.
            const letters = parseFloat(getComputedStyle(e).fontSize);
            for (const line of range.getClientRects()) {
                if (line.width < 1) continue;
                const middle = (line.top + line.bottom) / 2;
                const box = { left: line.left, right: line.right, top: middle - letters / 2, bottom: middle + letters / 2, height: letters };
                for (let outer = e; outer && outer !== root.parentElement; outer = outer.parentElement) {
                    if (!outer.matches('button, main, nav, footer, dialog, .present')) continue;
                    const frame = outer.getBoundingClientRect();
                    if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 2 || box.bottom > frame.bottom + 2) {
                        faults.push(`${text.data} leaves ${outer.outerHTML.slice(0, 80)}`);
                    }
                }
                for (const [other, of] of seen) {
                    const across = Math.min(box.right, of.right) - Math.max(box.left, of.left);
                    const down = Math.min(box.bottom, of.bottom) - Math.max(box.top, of.top);
                    if (other !== text && across > 2 && down > box.height / 3) faults.push(`${text.data} lies over ${other.data}`);
                }
                seen.push([text, box]);
            }
        }
        return faults";
    let faults = page.script(script, vec![json!(root)]).await?;
    assert_eq!(faults, json!([]), "{faults:#}");
    Ok(())
}
