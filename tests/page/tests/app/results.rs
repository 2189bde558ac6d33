//! 実績: results are typed, pasted, selected and told of in a grid, with the mouse or by keyboard alone.

use crate::open_settings;
use crate::plans::{of_a_thousand, served};
use page_tests::{Key, Options, Page, Result, Size, json, visit};

const OPEN: &str = "[data-action=results]";
const FIELD: &str = "[data-role=result-field]";
const GRID: &str = "[data-role=results-grid]";
const PANEL: &str = "#results-panel";
const REFUSED: &str = "[data-role=results-refused]";

#[test]
fn a_typed_result_is_where_the_projection_starts() -> Result<()> {
    visit(Options::desk(), async |page| {
        let k1 = page.indicator("k1").await?;
        assert_eq!(k1.value("projected").await?, "6534");
        open(page).await?;
        go(page, "k1", 2024).await?;
        page.press("７，０００千円").await?;
        page.press(Key::Enter).await?;
        until_value(page, "k1", 2024, "7000").await?;
        until_at(page, "k2", 2024).await?;
        assert_eq!(page.text(&cell("k1", 2024)).await?.trim(), "7,000");
        page.press(Key::Up).await?;
        page.until_text(PANEL, "R13投影 7,000 千円").await?;
        page.until_text(".last-change", "「市内就業人口1人当たりの総生産」のR6の実績").await?;

        // The plan's baseline stays in sight where a result takes its place.
        go(page, "k1", 2017).await?;
        page.until_text(PANEL, "計画の現況です").await?;
        page.press("6600").await?;
        page.press(Key::Enter).await?;
        until_value(page, "k1", 2017, "6600").await?;
        page.until_text(&cell("k1", 2017), "現況 6,534").await?;

        page.click("[data-action=leave]").await?;
        k1.until("projected", "7000").await?;
        page.until("the button has the focus again", async || page.has_focus(OPEN).await).await?;
        page.click("[data-action=undo]").await?;
        page.click("[data-action=undo]").await?;
        k1.until("projected", "6534").await
    })
}

#[test]
fn keys_lead_from_cell_to_cell_and_out_of_the_grid_at_its_ends() -> Result<()> {
    visit(Options::desk(), async |page| {
        open(page).await?;
        for (keys, id, year) in [
            (Key::Control + Key::Home, "k1", 2016),
            (Key::Up + Key::Left, "k1", 2016),
            (Key::Right + Key::Down, "k2", 2017),
            (Key::PageDown + "", "p31", 2017),
            (Key::PageUp + "", "k2", 2017),
            (Key::Home + "", "k2", 2016),
            (Key::Shift + Key::Tab, "k1", last(page).await?),
            (Key::Tab + "", "k2", 2016),
            (Key::Enter + Key::Enter, "p12", 2016),
            (Key::Shift + Key::Enter, "p11", 2016),
        ] {
            page.press(keys).await?;
            until_at(page, id, year).await?;
            assert_eq!(page.all(FIELD).await?.len(), 1, "there is one tab stop");
        }
        page.press(Key::Shift + Key::Tab).await?;
        page.press(Key::Control + Key::Home).await?;
        until_at(page, "k1", 2016).await?;
        page.press(Key::Shift + Key::Tab).await?;
        page.until("the focus is before the grid", async || page.has_focus(".top button").await).await?;
        page.press(Key::Tab).await?;
        page.until("the focus is in the grid again", async || page.has_focus(FIELD).await).await?;
        page.press(Key::Control + Key::End).await?;
        until_at(page, "p48", last(page).await?).await?;
        page.press(Key::Tab).await?;
        page.until("the focus is behind the grid", async || page.has_focus(&format!("{PANEL} *")).await)
            .await?;
        page.press(Key::Escape).await?;
        until_at(page, "p48", last(page).await?).await?;
        page.press(Key::Escape).await?;
        page.until("the desk is there again", async || page.has_focus(OPEN).await).await
    })
}

#[test]
fn a_text_that_is_no_result_is_said_at_its_cell_and_the_value_before_stays() -> Result<()> {
    visit(Options::desk().english(), async |page| {
        open(page).await?;
        enter(page, "k2", 2024, "14.5").await?;
        go(page, "k2", 2024).await?;
        page.press(Key::F2 + "").await?;
        page.until("all digits are there", async || Ok(text(page).await? == "14.5")).await?;
        page.press("z").await?;
        page.press(Key::Enter).await?;
        page.until_text("#results-problem", "“z” (character 5)").await?;
        page.until_text("#results-problem", "The value before is kept").await?;
        assert_eq!(page.attribute(FIELD, "aria-invalid").await?.as_deref(), Some("true"));
        page.check_axe().await?;
        until_at(page, "k2", 2024).await?;
        page.press(Key::Backspace + "").await?;
        page.until_gone("#results-problem").await?;
        page.press(Key::Escape).await?;
        page.until("nothing is typed", async || Ok(text(page).await?.is_empty())).await?;
        until_value(page, "k2", 2024, "14.5").await?;

        page.press("101").await?;
        page.press(Key::Enter).await?;
        page.until_text("#results-problem", "0 to 100").await?;
        // Whoever goes elsewhere with the mouse is told.
        go(page, "p15", 2023).await?;
        page.until_text(REFUSED, "Citizens who feel local industry is thriving 2024 “101”").await?;
        until_value(page, "k2", 2024, "14.5").await?;
        page.press(Key::Escape).await?;
        page.until("the desk is there again", async || page.has_focus(OPEN).await).await
    })
}

#[test]
fn what_is_half_typed_belongs_to_the_input_method() -> Result<()> {
    visit(Options::desk(), async |page| {
        open(page).await?;
        go(page, "p11", 2023).await?;
        page.script(
            "const field = document.activeElement;
            field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
            field.value = '２';
            field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
            for (const key of ['ArrowDown', 'Enter', 'Escape'])
                field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, isComposing: true }));
            field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true }))",
            vec![],
        )
        .await?;
        page.find(".grid-cell.is-open").await?;
        assert_eq!(text(page).await?, "２");
        until_at(page, "p11", 2023).await?;
        page.press("5").await?;
        page.press(Key::Enter).await?;
        until_value(page, "p11", 2023, "25").await
    })
}

#[test]
fn a_block_from_a_spreadsheet_is_one_act_and_what_cannot_be_taken_is_listed() -> Result<()> {
    visit(Options::desk(), async |page| {
        page.allow_clipboard().await?;
        open(page).await?;
        enter(page, "p12", 2024, "8").await?;
        let latest = last(page).await?;
        go(page, "p11", 2023).await?;
        paste(page, "17\t\"18\n\"\r\n5\t調査中\r\n30,500\t３１，０００\r\n").await?;
        for (id, year, value) in [
            ("p11", 2023, "17"),
            ("p11", 2024, "18"),
            ("p12", 2023, "5"),
            ("p12", 2024, "8"),
            ("p13", 2023, "30500"),
            ("p13", 2024, "31000"),
        ] {
            until_value(page, id, year, value).await?;
        }
        page.until_text(REFUSED, "1セルは取り込めず、元のままです(5セルを取り込みました)").await?;
        page.until_text(REFUSED, "2行2列 新事業・新サービスへの取組数 R6 「調査中」: 1文字目").await?;
        until_at(page, "p11", 2023).await?;
        page.check_axe().await?;
        page.press(Key::Control + "z").await?;
        until_value(page, "p13", 2024, "").await?;
        until_value(page, "p12", 2023, "").await?;
        until_value(page, "p12", 2024, "8").await?;
        page.press(Key::Control + "y").await?;
        until_value(page, "p13", 2024, "31000").await?;
        page.click("[data-action=refused-read]").await?;
        until_at(page, "p11", 2023).await?;

        // Beyond the edge nothing is lost either.
        go(page, "p48", latest).await?;
        paste(page, "100\t101\n102").await?;
        page.until_text(REFUSED, "1行2列 「101」: この表の外です").await?;
        page.until_text(REFUSED, "2行1列 「102」").await?;
        until_value(page, "p48", latest, "100").await?;

        // One value fills what is selected.
        go(page, "k2", 2022).await?;
        page.press(Key::Shift + Key::Right + Key::Right).await?;
        paste(page, "15").await?;
        until_value(page, "k2", 2024, "15").await?;
        page.press(Key::Control + "z").await?;
        until_value(page, "k2", 2022, "").await
    })
}

#[test]
fn what_is_selected_is_copied_cut_and_cleared() -> Result<()> {
    visit(Options::desk(), async |page| {
        page.allow_clipboard().await?;
        open(page).await?;
        for (id, year, value) in [("k1", 2022, "6700.25"), ("k1", 2023, "6800"), ("k2", 2023, "14")] {
            enter(page, id, year, value).await?;
        }
        go(page, "k1", 2022).await?;
        page.press(Key::Shift + Key::Right).await?;
        page.press(Key::Shift + Key::Down).await?;
        assert_eq!(page.all("[role=gridcell][aria-selected=true]").await?.len(), 4);
        page.press(Key::Control + "c").await?;
        page.until_text(".last-change", "4セルをコピーしました").await?;
        assert_eq!(clipboard(page).await?, "6700.25\t6800\n\t14\n");
        page.press(Key::Control + "x").await?;
        until_value(page, "k1", 2022, "").await?;
        until_value(page, "k2", 2023, "").await?;
        page.press(Key::Control + "z").await?;
        until_value(page, "k1", 2022, "6700.25").await?;

        // With the mouse: from one corner to the other, and the button for whoever has no such key.
        page.click(&cell("k1", 2023)).await?;
        let from = middle(page, &cell("k1", 2023)).await?;
        let to = middle(page, &cell("k2", 2023)).await?;
        page.draw(page_tests::Pointer::Mouse, &[from, to], true).await?;
        page.until_text(PANEL, "選んだ実績(2件)").await?;
        page.click("[data-action=clear-results]").await?;
        until_value(page, "k1", 2023, "").await?;
        until_value(page, "k2", 2023, "").await?;
        page.until("the cell has the focus", async || page.has_focus(FIELD).await).await?;
        until_value(page, "k1", 2022, "6700.25").await
    })
}

#[test]
fn a_count_is_typed_as_yearly_or_as_a_running_total_and_each_cell_says_which() -> Result<()> {
    visit(Options::desk(), async |page| {
        open(page).await?;
        enter(page, "p11", 2022, "17").await?;
        page.until_text(&cell("p11", 2022), "単年").await?;
        go(page, "p11", 2023).await?;
        page.click("label.choice:has([name=results-new]):nth-of-type(2)").await?;
        page.until_text("[data-results-of=p11] [role=rowheader]", "累計で入力").await?;
        page.until_text(&cell("p11", 2022), "単年").await?;
        enter(page, "p11", 2023, "40").await?;
        page.until_text(&cell("p11", 2023), "累計").await?;
        go(page, "p11", 2024).await?;
        page.press("39").await?;
        page.press(Key::Enter).await?;
        page.until_text("#results-problem", "R6の累計が、それまでの実績の合計より小さくなります").await?;
        page.press(Key::Escape).await?;
        go(page, "p11", 2021).await?;
        page.press("3").await?;
        page.press(Key::Enter).await?;
        page.until_text("#results-problem", "累計はR4から数えます").await?;
        page.press(Key::Escape).await?;
        until_value(page, "p11", 2021, "").await?;
        // What is neither a count has no choice.
        go(page, "k1", 2023).await?;
        page.until_gone("[name=results-new]").await
    })
}

#[test]
fn what_is_said_of_results_is_said_of_all_that_are_selected_by_keyboard_alone() -> Result<()> {
    visit(Options::desk(), async |page| {
        open_by_key(page).await?;
        for (id, year, value) in [("k1", 2022, "6700"), ("k1", 2023, "6800"), ("k1", 2024, "6900")] {
            walk(page, id, year).await?;
            page.press(value).await?;
            page.press(Key::Enter).await?;
            until_value(page, id, year, value).await?;
        }
        walk(page, "k1", 2023).await?;
        page.press(Key::Shift + Key::Right).await?;
        page.press(Key::Alt + Key::Enter).await?;
        page.until("the status has the focus", async || page.has_focus("[name=results-status]").await)
            .await?;
        page.press(Key::Down + "").await?;
        page.until_text(&cell("k1", 2024), "◇速報").await?;
        page.press(Key::Tab).await?;
        page.until("the source has the focus", async || page.has_focus("#results-source").await).await?;
        page.press("市民経済計算").await?;
        page.press(Key::Tab).await?;
        page.until("the break has the focus", async || page.has_focus("[data-role=results-break]").await)
            .await?;
        page.press(" ").await?;
        page.until_text(&cell("k1", 2023), "‖断絶").await?;
        page.press(Key::Escape).await?;
        until_at(page, "k1", 2024).await?;
        assert_eq!(page.text(&cell("k1", 2022)).await?.trim(), "6,700", "that one was not selected");
        page.press(Key::Left).await?;
        page.until("the source is there", async || {
            let value = page.find("#results-source").await?.prop("value").await?;
            Ok(value.as_deref() == Some("市民経済計算"))
        })
        .await?;
        // Each act is taken back whole.
        page.press(Key::Control + "z").await?;
        page.until("the break is taken back", async || {
            Ok(!page.text(&cell("k1", 2024)).await?.contains('‖'))
        })
        .await?;
        page.press(Key::Control + "z").await?;
        page.press(Key::Control + "z").await?;
        page.until("the status is taken back", async || {
            Ok(page.text(&cell("k1", 2023)).await?.trim() == "6,800")
        })
        .await
    })
}

#[test]
fn a_reload_brings_the_grid_back_with_all_that_was_entered() -> Result<()> {
    visit(Options::desk(), async |page| {
        open(page).await?;
        enter(page, "p15", 2023, "9").await?;
        page.until("it is saved", async || {
            let saved = format!("return localStorage.getItem({}) ?? ''", json!(crate::SAVED));
            Ok(page.script(&saved, vec![]).await?.as_str().is_some_and(|text| text.contains("2023")))
        })
        .await?;
        page.reload().await?;
        page.find(GRID).await?;
        until_value(page, "p15", 2023, "9").await?;
        page.until("the cell has the focus", async || page.has_focus(FIELD).await).await?;
        page.driver.back().await?;
        page.until("Back leads to the desk", async || page.has_focus(OPEN).await).await?;
        page.reload().await?;
        assert!(page.all(GRID).await?.is_empty(), "the desk was left for the grid");
        open_settings(page, "p15").await?;
        page.until_text("[data-indicator=p15] .settings", "入力済み 1件").await?;
        page.click("[data-indicator=p15] [data-action=enter-results]").await?;
        page.find(&format!("[data-results-of=p15] {FIELD}")).await?;
        until_value(page, "p15", 2023, "9").await
    })
}

#[test]
fn the_grid_fits_and_is_accessible_in_every_form() -> Result<()> {
    for (options, touch) in [
        (Options::desk(), false),
        (Options::desk().english().dark(), false),
        (Options::desk().media("forced-colors", "active"), false),
        (Options::projector().dark(), false),
        (Options::projector().english(), false),
        (Options::phone(), true),
        (Options::phone().english().dark(), true),
        (Options::at(Size::Other(320, 600)).english(), false),
    ] {
        visit(options, async |page| {
            open(page).await?;
            page.check_fits().await?;
            page.check_axe().await?;
            enter(page, "p11", 2022, "17").await?;
            go(page, "p11", 2022).await?;
            page.press(Key::Shift + Key::Right).await?;
            page.click(&format!("{PANEL} label.choice:has([name=results-status]):nth-of-type(2)")).await?;
            page.click("[data-role=results-break]").await?;
            page.until("the signs are there", async || {
                Ok(page.text(&cell("p11", 2022)).await?.contains('‖'))
            })
            .await?;
            page.click(&format!("{PANEL} summary")).await?;
            page.check_fits().await?;
            page.check_axe().await?;
            if touch {
                let small = "return [...document.querySelectorAll('button, .choice, .grid-cell, #results-panel summary')]
                    .map((e) => [e, e.getBoundingClientRect()]).filter(([, b]) => b.height > 0 && (b.height < 43.5 || b.width < 43.5))
                    .map(([e]) => e.outerHTML.slice(0, 100))";
                let small = page.script(small, vec![]).await?;
                assert!(small.as_array().is_some_and(Vec::is_empty), "too small for a finger: {small:#}");
            }
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn a_plan_of_a_thousand_has_in_the_page_what_is_in_sight() -> Result<()> {
    let plan = of_a_thousand();
    visit(Options::desk().before(&served("large", &plan.to_string())), async |page| {
        page.open("?lang=ja&plan=large", "").await?;
        open(page).await?;
        page.press(Key::Control + Key::End).await?;
        let latest = last(page).await?;
        until_at(page, "p48", latest).await?;
        assert!(page.all("[data-results-of]").await?.len() < 100, "the whole grid is in the page");
        page.press(Key::PageUp + Key::PageUp).await?;
        page.until("the focus is in an added row", async || {
            page.has_focus("[data-results-of^=x] input").await
        })
        .await?;
        page.press("6600").await?;
        // Scrolled out of sight it keeps the focus, and what is half typed.
        let top = "document.querySelector('.grid-scroll').scrollTop = 0";
        page.until("the first row is in sight", async || {
            page.script(top, vec![]).await?;
            Ok(!page.all(&cell("k1", 2022)).await?.is_empty())
        })
        .await?;
        assert_eq!(text(page).await?, "6600");
        page.press(Key::Enter).await?;
        page.until_text(".last-change", "の実績").await?;
        page.until("the row below is in sight", async || Ok(page.check_in_sight(FIELD).await.is_ok())).await
    })
}

/// Opens the grid and waits until a cell has the focus.
async fn open(page: &Page) -> Result<()> {
    page.click(OPEN).await?;
    page.until("a cell has the focus", async || page.has_focus(FIELD).await).await
}

async fn open_by_key(page: &Page) -> Result<()> {
    let button = page.find(OPEN).await?;
    page.script("arguments[0].focus()", vec![button.to_json()?]).await?;
    page.press(Key::Enter).await?;
    page.until("a cell has the focus", async || page.has_focus(FIELD).await).await
}

fn cell(id: &str, year: i64) -> String {
    format!("[data-results-of='{id}'] [data-year='{year}']")
}

/// Clicks a cell.
async fn go(page: &Page, id: &str, year: i64) -> Result<()> {
    page.click(&cell(id, year)).await?;
    until_at(page, id, year).await
}

/// Goes to a cell with the arrow keys.
async fn walk(page: &Page, id: &str, year: i64) -> Result<()> {
    page.press(Key::Control + Key::Home).await?;
    for _ in 0..40 {
        if page.has_focus(&format!("[data-results-of='{id}'] input")).await? {
            break;
        }
        page.press(Key::Down).await?;
    }
    for _ in 0..40 {
        if page.has_focus(&format!("[data-year='{year}'] input")).await? {
            break;
        }
        page.press(Key::Right).await?;
    }
    until_at(page, id, year).await
}

/// Types a result into a cell.
async fn enter(page: &Page, id: &str, year: i64, value: &str) -> Result<()> {
    go(page, id, year).await?;
    page.press(value).await?;
    page.press(Key::Enter).await?;
    until_value(page, id, year, value).await
}

async fn until_at(page: &Page, id: &str, year: i64) -> Result<()> {
    let here = format!("{} {FIELD}", cell(id, year));
    page.until(&format!("{id} {year} has the focus"), async || page.has_focus(&here).await).await
}

/// Waits until a cell holds this value, with all digits; empty where there is none.
async fn until_value(page: &Page, id: &str, year: i64, value: &str) -> Result<()> {
    page.until(&format!("{id} {year} is {value:?}"), async || {
        Ok(page.attribute(&cell(id, year), "data-value").await?.unwrap_or_default() == value)
    })
    .await
}

/// The text in the field.
async fn text(page: &Page) -> Result<String> {
    Ok(page.find(FIELD).await?.prop("value").await?.unwrap_or_default())
}

/// The last year of the grid.
async fn last(page: &Page) -> Result<i64> {
    let last =
        "return Number([...document.querySelectorAll('[data-results-of] [data-year]')].pop().dataset.year)";
    Ok(page.script(last, vec![]).await?.as_i64().unwrap_or_default())
}

/// A real paste.
async fn paste(page: &Page, text: &str) -> Result<()> {
    let write = format!("navigator.clipboard.writeText({}).then(arguments[0])", json!(text));
    page.script_async(&write).await?;
    page.press(Key::Control + "v").await
}

async fn clipboard(page: &Page) -> Result<String> {
    let read = "navigator.clipboard.readText().then(arguments[0])";
    Ok(page.script_async(read).await?.as_str().unwrap_or_default().replace("\r\n", "\n"))
}

async fn middle(page: &Page, css: &str) -> Result<(f64, f64)> {
    let script = "const b = document.querySelector(arguments[0]).getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]";
    let at = page.script(script, vec![json!(css)]).await?;
    Ok((at[0].as_f64().unwrap_or_default(), at[1].as_f64().unwrap_or_default()))
}
