//! What stays in sight: the strip, the standing sentence, the chosen indicator; and that nothing is cut.

use crate::{choose, open_settings};
use page_tests::{Language, Options, Page, Result, Size, json, visit};

#[test]
fn the_strip_is_in_sight_at_every_size_while_the_list_scrolls() -> Result<()> {
    for size in Size::ALL {
        visit(Options::at(size), async |page| {
            for query in ["?lang=ja", "?lang=en"] {
                page.open(query, "").await?;
                for at in [0.0, 0.5, 1.0] {
                    scroll(page, at).await?;
                    for id in ["k", "p1", "p2", "p3", "p4"] {
                        let css = format!("[data-pillar={id}]");
                        page.check_in_sight(&css)
                            .await
                            .map_err(|error| error.context(format!("{size:?} {query}")))?;
                        let says = page.text(&css).await?;
                        assert!(says.contains('▲') && says.contains('/'), "{id} says {says:?}");
                    }
                }
            }
            // A filter is pressed there, at the end of the list.
            page.click("[data-pillar=p4]").await?;
            page.check_in_sight("[data-pillar=p4]").await
        })?;
    }
    Ok(())
}

#[test]
fn the_desk_shows_the_answer_the_list_the_chart_and_the_sentence_without_scrolling() -> Result<()> {
    for size in [Size::Desk, Size::Projector] {
        for language in Language::ALL {
            visit(Options::at(size).language(language), async |page| {
                for css in [
                    ".top",
                    "#scenario-name",
                    "[data-action=undo]",
                    "[data-action=redo]",
                    "[data-action=preset-hold]",
                    "[data-action=preset-required]",
                    "[data-action=preset-half]",
                    "[data-action=language]",
                    ".strip",
                    ".overall",
                    ".guide",
                    "[data-action=show-all]",
                    "[data-action=shift-up]",
                    "[data-indicator=k1]",
                    "#chart-title",
                    ".chart canvas",
                    ".figures",
                    ".standing p:first-child",
                ] {
                    page.check_in_sight(css)
                        .await
                        .map_err(|error| error.context(format!("{size:?} {language:?}")))?;
                }
                let standing = match language {
                    Language::English => "not an evaluation by the city",
                    _ => "仮定に基づく試算です。市の評価ではありません。",
                };
                page.until_text(".standing", standing).await?;
                scroll(page, 1.0).await?;
                open_settings(page, "p48").await?;
                page.check_in_sight(".standing p:first-child").await?;
                page.check_in_sight(".chart canvas").await
            })?;
        }
    }
    Ok(())
}

#[test]
fn the_desk_itself_never_scrolls() -> Result<()> {
    visit(Options::desk(), async |page| {
        for size in [Size::Desk, Size::Projector, Size::Other(1000, 560)] {
            page.resize(size).await?;
            let script = "const e = document.scrollingElement; return e.scrollHeight - e.clientHeight";
            let beyond = page.script(script, vec![]).await?;
            assert_eq!(beyond, 0, "{size:?} scrolls by so much");
        }
        Ok(())
    })
}

#[test]
fn in_a_low_window_chart_and_ranking_scroll_beside_the_list() -> Result<()> {
    // What is left of 1366×768 by a browser's own bars, and the lowest and narrowest desk.
    for size in [Size::Other(1366, 641), Size::Other(1000, 560)] {
        visit(Options::at(size), async |page| {
            for css in [".chart canvas", "[data-indicator=k1] [data-role=growth-slider]", "[data-pillar=p4]"]
            {
                page.check_in_sight(css).await?;
            }
            for css in ["[data-action=whole-ranking]", ".facts > div:last-child"] {
                page.bring(css).await?;
                page.check_in_sight(css).await?;
                page.check_in_sight("[data-indicator=k1] [data-role=growth-slider]").await?;
                page.check_in_sight("[data-pillar=p4]").await?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn nothing_is_wider_than_the_window() -> Result<()> {
    for size in [Size::Desk, Size::Projector, Size::Phone, Size::Other(320, 640), Size::Other(1000, 700)] {
        visit(Options::at(size), async |page| {
            for query in ["?lang=ja", "?lang=en"] {
                page.open(query, "").await?;
                page.check_fits().await.map_err(|error| error.context(format!("{size:?} {query}")))?;
                open_settings(page, "p11").await?;
                page.click("[data-action=show-table]").await?;
                page.check_fits().await.map_err(|error| error.context(format!("{size:?} {query}, open")))?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn on_a_phone_the_table_lets_the_list_be_reached() -> Result<()> {
    visit(Options::phone(), async |page| {
        page.click("[data-action=show-table]").await?;
        page.find(".years").await?;
        // Unlike the chart it does not stay on top, where it would cover the page.
        let p48 = page.indicator("p48").await?;
        page.bring(&p48.css("growth-slider")).await?;
        page.check_in_sight(&p48.css("growth-slider")).await?;
        page.click("[data-action=whole-ranking]").await
    })
}

#[test]
fn on_a_phone_the_chosen_indicator_stays_at_the_thumb() -> Result<()> {
    visit(Options::phone(), async |page| {
        choose(page, "p48").await?;
        for at in [0.0, 0.5, 1.0] {
            scroll(page, at).await?;
            page.check_in_sight(".chosen-bar").await?;
            page.check_in_sight(".standing p:first-child").await?;
        }
        page.until_text(".chosen-bar", "1,210 人").await?;
        page.click(".chosen-bar").await?;
        page.until("the chart is in sight", async || Ok(page.check_in_sight(".chart canvas").await.is_ok()))
            .await?;
        // Whoever moves a slider far down the list sees its value and its pillar at once.
        let p48 = page.indicator("p48").await?;
        page.bring(&p48.css("growth-slider")).await?;
        page.check_in_sight(&p48.css("growth-slider")).await?;
        p48.drag(0.2).await?;
        p48.until("verdict", "short").await?;
        page.until_text(".chosen-bar", "▲").await?;
        page.check_in_sight("[data-pillar=p4]").await
    })
}

#[test]
fn on_a_phone_every_control_is_large_enough_for_a_finger() -> Result<()> {
    visit(Options::phone(), async |page| {
        open_settings(page, "p43").await?;
        let script = "return [...document.querySelectorAll('button, input, textarea, summary')]
            .map((e) => [e, e.closest('label')?.getBoundingClientRect() ?? e.getBoundingClientRect()])
            .filter(([e, box]) => box.width > 0 && (box.height < 43.5 || box.width < 43.5))
            .map(([e, box]) => `${Math.round(box.width)} × ${Math.round(box.height)}: ${e.outerHTML.slice(0, 120)}`)";
        let small = page.script(script, vec![]).await?;
        assert_eq!(small, json!([]), "too small: {small:#}");
        Ok(())
    })
}

#[test]
fn text_can_be_spaced_and_enlarged_without_loss() -> Result<()> {
    // The spacing of WCAG 1.4.12, set by a user's own stylesheet.
    let spacing = "const sheet = new CSSStyleSheet();
        sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }');
        document.adoptedStyleSheets.push(sheet)";
    for (size, language) in [(Size::Desk, Language::English), (Size::Phone, Language::Japanese)] {
        visit(Options::at(size).language(language), async |page| {
            page.script(spacing, vec![]).await?;
            page.check_fits().await?;
            page.check_in_sight("[data-pillar=p4]").await?;
            page.check_in_sight("[data-action=show-all]").await
        })?;
    }
    Ok(())
}

/// Scrolls the page and the list to a share of their length.
async fn scroll(page: &Page, share: f64) -> Result<()> {
    let script = "for (const e of [document.scrollingElement, document.querySelector('#list')]) {
        e.scrollTop = arguments[0] * (e.scrollHeight - e.clientHeight);
    }";
    page.script(script, vec![json!(share)]).await?;
    Ok(())
}
