//! Scenarios side by side.

use page_tests::{Key, Options, Page, Result, Size, Value, json, visit};

const STATUS: &str = ".compare-said";

#[test]
fn four_scenarios_stand_side_by_side_and_what_sets_them_apart_is_seen() -> Result<()> {
    visit(Options::desk(), async |page| {
        keep(page, "強気", "2").await?;
        page.enter("#scenario-name", "いまの案").await?;
        page.indicator("k1").await?.set_field("0.6").await?;
        compare(page).await?;
        assert_eq!(columns(page).await?, ["いまの案", "現状維持", "必要ペース"]);
        page.click("[popovertarget=compare-choices]").await?;
        add(page, "強気").await?;
        until_columns(page, &["いまの案", "現状維持", "必要ペース", "強気"]).await?;
        page.until_text(".compare-choices", "一度に比べられるのは4つまで").await?;
        page.press(Key::Escape).await?;

        assert_eq!(row(page, "k1").await?[0], "7105");
        page.until_text(&cell("k1", 4), "8,621").await?;
        page.until_text(&cell("k1", 4), "≠ +2.00 %/年").await?;
        page.until_text("[data-compared-pillar=k]", "達成 1/2").await?;
        page.click("[data-action=compare-only]").await?;
        page.until_text(".compare-why", "結果はAより +1,517").await?;
        // Of one that has a baseline of its own no preset says anything.
        page.until_gone("[data-compared-indicator=p43]").await?;
        page.find("[data-compared-indicator=p42]").await?;

        // What is on screen moves here too, and those that follow it follow.
        page.enter(".compare-growth [data-role=growth-field]", "2").await?;
        page.until_text(&cell("k1", 1), "8,621").await?;
        page.until("nothing sets the kept one apart any more", async || {
            Ok(!page.text(&cell("k1", 4)).await?.contains('≠'))
        })
        .await?;
        page.click("[data-action=undo]").await?;
        page.until_text(&cell("k1", 1), "7,105").await?;
        page.check_axe().await
    })
}

#[test]
fn one_is_opened_or_taken_out() -> Result<()> {
    visit(Options::desk(), async |page| {
        page.indicator("k1").await?.set_field("0.6").await?;
        compare(page).await?;
        page.click("[data-compared=C] [data-action=make-current]").await?;
        page.until("the first is the third", async || {
            let row = row(page, "k1").await?;
            Ok(row[0] == row[2])
        })
        .await?;
        page.click("[data-action=undo]").await?;
        page.until_text(&cell("k1", 1), "7,105").await?;
        page.click("[data-compared=B] [data-action=compare-remove]").await?;
        until_columns(page, &["無題のシナリオ", "必要ペース"]).await?;
        assert!(page.has_focus("#compare-title").await?, "the focus is lost");
        page.click("[data-action=leave-comparison]").await?;
        page.until_gone(".compare").await?;
        assert!(page.has_focus("#compare").await?, "the focus is lost");
        page.indicator("k1").await?.until_field("0.60").await
    })
}

#[test]
fn links_are_pasted_and_what_cannot_be_read_is_said() -> Result<()> {
    visit(Options::desk(), async |page| {
        page.enter("#scenario-name", "県の推計").await?;
        page.indicator("k1").await?.set_field("2").await?;
        page.click("[data-action=share]").await?;
        let link = page.find("[data-role=share-link]").await?.prop("value").await?.unwrap_or_default();
        page.click("[data-action=close-dialog]").await?;
        page.click("[data-action=reset]").await?;
        compare(page).await?;
        page.click("[popovertarget=compare-choices]").await?;
        paste(page, "何もない").await?;
        page.until_text(STATUS, "シナリオのリンクが見つかりません").await?;
        let cut = link.split_once("/Check").map_or("", |(cut, _)| cut);
        paste(page, &format!("10:02 田中: {link}\nこちらも\n{cut}\n")).await?;
        page.until_text(STATUS, "3行目のリンクは加えていません").await?;
        until_columns(page, &["県の推計", "現状維持", "必要ペース", "県の推計"]).await?;
        page.until_text(&cell("k1", 4), "8,621").await?;

        // The comparison is in the address, and Back leaves it.
        page.until("the address says so", async || {
            let hash = page.script("return location.hash", vec![]).await?;
            Ok(hash.as_str().is_some_and(|hash| hash.contains("With=")))
        })
        .await?;
        page.reload().await?;
        until_columns(page, &["県の推計", "現状維持", "必要ペース", "県の推計"]).await?;
        page.driver.back().await?;
        page.until_gone(".compare").await?;
        page.find(".list").await?;
        Ok(())
    })
}

#[test]
fn it_is_used_by_keys_alone() -> Result<()> {
    visit(Options::desk(), async |page| {
        compare(page).await?;
        assert!(page.has_focus("#compare-title").await?);
        page.find("[popovertarget=compare-choices]").await?.focus().await?;
        page.press(Key::Enter).await?;
        page.find(".compare-choices [data-action=compare-add]:not([aria-disabled])").await?.focus().await?;
        page.press(Key::Enter).await?;
        until_columns(page, &["無題のシナリオ", "現状維持", "必要ペース", "その半分"]).await?;
        // The choices lie over the chart only while they are wanted.
        page.press(Key::Escape).await?;
        page.check_in_sight(".compare-large .chart").await?;
        assert!(page.has_focus("[popovertarget=compare-choices]").await?);
        page.find("[data-compared-indicator=p48] [data-action=choose]").await?.focus().await?;
        page.press(Key::Space).await?;
        page.until_text("#compare-large-title", "移住者数").await?;
        page.find(".compare-large .chart").await?.focus().await?;
        page.press(Key::End).await?;
        page.until_text(".compare-large .reading", " / C ").await
    })
}

#[test]
fn an_indicator_without_a_path_says_so() -> Result<()> {
    visit(Options::desk(), async |page| {
        compare(page).await?;
        page.click("[data-compared-indicator=p43] [data-action=choose]").await?;
        page.until_text(".compare-large .empty", "現況の値がない").await?;
        // Loaded as it stands, the page is ready without a chart.
        page.reload().await?;
        page.until_text(".compare-large .empty", "現況の値がない").await?;
        page.check_axe().await
    })
}

#[test]
fn it_fits_every_screen_and_axe_finds_nothing() -> Result<()> {
    for size in [Size::Desk, Size::Projector, Size::Phone, Size::Other(1000, 700), Size::Other(320, 640)] {
        for options in [Options::at(size), Options::at(size).english().dark()] {
            visit(options, async |page| {
                page.enter("#scenario-name", &"長い名前".repeat(12)).await?;
                page.indicator("k1").await?.set_field("0.6").await?;
                compare(page).await?;
                page.click("[popovertarget=compare-choices]").await?;
                page.click(".compare-choices [data-action=compare-add]:not([aria-disabled])").await?;
                page.check_fits().await?;
                page.check_axe().await?;
                page.press(Key::Escape).await?;
                page.until_gone(".compare-choices:popover-open").await?;
                page.check_fits().await?;
                page.check_axe().await
            })?;
        }
    }
    Ok(())
}

async fn keep(page: &Page, name: &str, growth: &str) -> Result<()> {
    page.enter("#scenario-name", name).await?;
    page.indicator("k1").await?.set_field(growth).await?;
    page.click("[data-action=scenarios]").await?;
    page.click("[data-action=keep]").await?;
    page.find(&format!("[data-kept='{name}']")).await?;
    page.click("[data-action=close-dialog]").await
}

async fn compare(page: &Page) -> Result<()> {
    page.click("[data-action=compare]").await?;
    page.find("[data-compared=B]").await?;
    Ok(())
}

/// Adds the choice of this name.
async fn add(page: &Page, name: &str) -> Result<()> {
    let script = "[...document.querySelectorAll('.compare-choices button')]
        .find((e) => e.textContent === arguments[0]).click()";
    page.script(script, vec![json!(name)]).await?;
    Ok(())
}

async fn paste(page: &Page, text: &str) -> Result<()> {
    let field = page.find("#compare-paste").await?;
    let script = "arguments[0].value = arguments[1];
        arguments[0].dispatchEvent(new InputEvent('input', { bubbles: true }))";
    page.script(script, vec![field.to_json()?, json!(text)]).await?;
    page.click("[data-action=compare-links]").await
}

async fn columns(page: &Page) -> Result<Vec<String>> {
    page.texts("[data-compared] .compare-name").await
}

async fn until_columns(page: &Page, names: &[&str]) -> Result<()> {
    page.until(&format!("{names:?} are compared"), async || Ok(columns(page).await? == names)).await
}

fn cell(id: &str, column: usize) -> String {
    format!("[data-compared-indicator='{id}'] td:nth-of-type({column})")
}

/// The outcomes of an indicator, rounded, one for each column.
async fn row(page: &Page, id: &str) -> Result<Vec<Value>> {
    let script = "return [...document.querySelectorAll(`[data-compared-indicator='${arguments[0]}'] td`)]
        .map((e) => String(Math.round(Number(e.dataset.outcome))))";
    Ok(page.script(script, vec![json!(id)]).await?.as_array().cloned().unwrap_or_default())
}
