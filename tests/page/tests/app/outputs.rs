//! The chart as a picture, and the table to the clipboard.

use crate::choose;
use page_tests::{Host, Options, Page, Result, Scheme, Size, json, picture, visit};
use r13_simulator::codec::import::workbook::{Sheet, read};

const MENU: &str = "[popovertarget=output-menu]";
const ERROR: &str = "[data-role=notice][data-kind=error]";
const SAID: &str = ".last-change";

#[test]
fn the_chart_is_saved_as_a_picture_of_twice_the_pixels_in_light_colours() -> Result<()> {
    let mut pictures = Vec::new();
    for scheme in Scheme::ALL {
        visit(Options::desk().scheme(scheme), async |page| {
            let downloads = page.downloads().await?;
            page.enter("#scenario-name", "慎重な/見通し").await?;
            choose(page, "p11").await?;
            page.click(MENU).await?;
            page.click("[data-action=export-png]").await?;
            page.until_text(SAID, "r13-p11-慎重な_見通し-20").await?;
            let bytes = page.downloaded(&downloads, "r13-p11-慎重な_見通し-20", ".png").await?;
            pictures.push(picture(&bytes)?);
            Ok(())
        })?;
    }
    for picture in &pictures {
        assert_eq!((picture.width, picture.height), (1920, 1200));
        assert_eq!(picture.corner, [255, 255, 255]);
        assert!(picture.colours > 50, "it is blank: {} colours", picture.colours);
    }
    assert_eq!(pictures[0], pictures[1], "the picture takes the colours of the page");
    Ok(())
}

#[test]
fn a_picture_that_cannot_be_made_is_said_and_what_to_do() -> Result<()> {
    for (stub, says) in [
        ("HTMLCanvasElement.prototype.toBlob = (made) => made(null)", "ブラウザが画像を作れませんでした"),
        (
            "const get = HTMLCanvasElement.prototype.getContext;
            HTMLCanvasElement.prototype.getContext = function (...all) { return this.isConnected ? get.apply(this, all) : null }",
            "ブラウザが画像を作れませんでした",
        ),
    ] {
        visit(Options::desk().before(stub), async |page| {
            ask(page, "export-png").await?;
            page.until_text(ERROR, says).await?;
            page.check_axe().await
        })?;
    }
    visit(Options::desk(), async |page| {
        choose(page, "p43").await?;
        ask(page, "copy-table").await?;
        page.until_text(ERROR, "現況の値がない").await
    })
}

#[test]
fn the_table_is_copied_as_text_and_as_a_table() -> Result<()> {
    visit(Options::desk(), async |page| {
        page.allow_clipboard().await?;
        page.enter("#scenario-name", "=HYPERLINK(1)").await?;
        page.indicator("k1").await?.set_field("1").await?;
        choose(page, "k1").await?;
        ask(page, "copy-table").await?;
        page.until_text(SAID, "コピーしました").await?;
        let read = "const done = arguments[arguments.length - 1];
            navigator.clipboard.read().then(async ([item]) => {
                const text = async (kind) => (await item.getType(kind)).text();
                done([await text('text/plain'), await text('text/html')]);
            }, (error) => done([String(error), '']))";
        let found = page.driver.execute_async(read, vec![]).await?.json().clone();
        let (plain, html) = (found[0].as_str().unwrap_or_default(), found[1].as_str().unwrap_or_default());
        let rows: Vec<Vec<&str>> = plain.lines().map(|line| line.split('\t').collect()).collect();
        assert_eq!(rows[0], ["市内就業人口1人当たりの総生産 (千円)"], "{plain}");
        assert!(rows[1][0].starts_with("'=HYPERLINK(1) · "), "a formula: {plain}");
        assert_eq!(rows[2], ["年度", "区分", "値", "必要ペース", "現状維持"]);
        assert_eq!(rows[3], ["H29 (2017)", "現況(計画記載)", "6534", "6534", "6534"]);
        assert_eq!(rows[17], ["R13 (2031)", "投影", "7511", "7809", "6534"]);
        assert_eq!(rows[18], ["目標 R13 (2031)", "", "7809"]);
        assert_eq!(rows[20], ["仮定に基づく試算です。市の評価ではありません。"]);
        assert!(html.contains("<td>7511</td>") && html.contains("年度</th>"), "{html}");
        // The next act takes the word back.
        page.indicator("k2").await?.set_field("1").await?;
        page.until("it is no longer said", async || Ok(!page.text(SAID).await?.contains("コピー"))).await
    })
}

#[test]
fn the_table_is_copied_where_the_page_came_over_plain_http() -> Result<()> {
    let bare = "Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined });
        addEventListener('copy', (event) => {
            window.copied = ['text/plain', 'text/html'].map((kind) => event.clipboardData.getData(kind));
        })";
    visit(Options::phone().english().before(bare), async |page| {
        choose(page, "p11").await?;
        page.click("[data-action=show-table]").await?;
        page.click(".table-tools [data-action=copy-table]").await?;
        page.until_text(SAID, "is copied").await?;
        let copied = page.script("return window.copied", vec![]).await?;
        let plain = copied[0].as_str().unwrap_or_default();
        assert!(plain.contains("2031 (R13)\tProjection\t17\t170\t220\t170\n"), "{plain}");
        assert!(copied[1].as_str().is_some_and(|html| html.starts_with("<table>")), "{copied}");
        assert!(page.has_focus(".table-tools [data-action=copy-table]").await?, "the focus is lost");
        assert!(page.all("textarea.hidden").await?.is_empty());
        page.check_fits().await?;
        page.check_axe().await
    })
}

#[test]
fn a_refused_copy_is_said_and_what_to_do() -> Result<()> {
    let refuse = "Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined });
        Document.prototype.execCommand = () => false";
    visit(Options::desk().before(refuse), async |page| {
        ask(page, "copy-table").await?;
        page.until_text(ERROR, "コピーを許可しませんでした").await
    })
}

#[test]
fn all_values_are_saved_as_csv_in_both_charsets() -> Result<()> {
    for (options, action, header, projected) in [
        (
            Options::desk(),
            "export-csv",
            "シナリオ,指標ID,柱,指標,西暦,和暦,種別,値,単位,数え方,集計,状態,出典,断絶,根拠,リンク",
            "投影",
        ),
        (
            Options::phone().english(),
            "export-csv-cp932",
            "Scenario,Indicator ID,Pillar,Indicator,Year,Era,Type,Value,Unit,Measure,Count,Status,Source,Series break,Reason,Link",
            "Projection",
        ),
    ] {
        visit(options, async |page| {
            page.enter("#scenario-name", "案「①」💡").await?;
            let k1 = page.indicator("k1").await?;
            k1.set_field("1").await?;
            k1.until_field("1.00").await?;
            let value = k1.value("projected").await?;
            let downloads = page.downloads().await?;
            ask(page, action).await?;
            let bytes = page.downloaded(&downloads, "r13-", ".csv").await?;
            let text = if action == "export-csv" {
                let text = String::from_utf8(bytes)?;
                text.strip_prefix('\u{FEFF}').expect("a mark for spreadsheet programs").to_owned()
            } else {
                page.until_text(SAID, "1 characters that Shift_JIS lacks").await?;
                let (text, _, faulty) = encoding_rs::SHIFT_JIS.decode(&bytes);
                assert!(!faulty, "not in CP932");
                text.replace('〓', "💡")
            };
            assert_eq!(text.lines().next(), Some(header));
            let rows: Vec<&str> = text.lines().skip(1).collect();
            assert!(rows.iter().all(|row| row.starts_with("案「①」💡,")), "{rows:#?}");
            let k1 = rows
                .iter()
                .find(|row| row.contains(",k1,") && row.contains(&format!(",2031,R13,{projected},")));
            let k1 = k1.expect("the outcome of k1");
            assert!(k1.contains(&format!(",{value},")), "{value} is not in {k1}");
            assert!(k1.contains("#1/kagoshima-commerce-2."), "no link in {k1}");
            for id in crate::ALL {
                assert!(rows.iter().any(|row| row.contains(&format!(",{id},"))), "{id} is missing");
            }
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn the_scenario_is_saved_as_a_workbook_by_code_that_is_fetched_then() -> Result<()> {
    for (options, sheets, verdict) in [
        (Options::desk(), ["概要", "仮定", "投影", "実績", "出典"], "達成"),
        (Options::phone().english(), ["Summary", "Assumptions", "Projection", "Actuals", "Sources"], "Met"),
    ] {
        visit(options, async |page| {
            page.enter("#scenario-name", "=案①").await?;
            let k1 = page.indicator("k1").await?;
            k1.set_field("1.29").await?;
            k1.until("verdict", "met").await?;
            let outcome = k1.value("projected").await?;
            let downloads = page.downloads().await?;
            page.click(MENU).await?;
            assert_eq!(fetched(page).await?, json!(0), "it was asked for before");
            page.click("#output-menu [data-action=export-xlsx]").await?;
            page.until_text(SAID, ".xlsx").await?;
            let found =
                read(&page.downloaded(&downloads, "r13-=案①-20", ".xlsx").await?).expect("a workbook");
            assert_eq!(fetched(page).await?, json!(1));
            let names: Vec<&str> = found.iter().map(|sheet| sheet.name.as_str()).collect();
            assert_eq!(names, sheets);
            let row = row(&found[0], "k1");
            assert_eq!((row[7].as_str(), row[11].as_str()), (outcome.as_str(), verdict));
            let said = |text: &str| {
                found[0].table.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.contains(text))
            };
            assert!(said("=案①") && said("#1/kagoshima-commerce-2."), "no name, or no link");
            page.check_axe().await
        })?;
    }
    Ok(())
}

#[test]
fn without_the_code_for_workbooks_the_page_says_so_and_tries_again() -> Result<()> {
    for (options, says) in [
        (Options::desk(), "Excelファイルを扱う部分を読み込めませんでした"),
        (Options::at(Size::Phone).english().dark(), "The part that handles workbooks could not be loaded"),
    ] {
        let host = Host::start()?;
        host.lose("assets/workbook-")?;
        visit(options.from(&host), async |page| {
            page.indicator("k1").await?.set_field("1.29").await?;
            let downloads = page.downloads().await?;
            ask(page, "export-xlsx").await?;
            page.until_text(ERROR, says).await?;
            page.check_fits().await?;
            page.check_axe().await?;
            assert_eq!(page.indicator("k1").await?.field().await?, "1.29");
            host.release(1)?;
            // The menu is open still.
            page.click("#output-menu [data-action=export-xlsx]").await?;
            page.until_text(SAID, ".xlsx").await?;
            page.downloaded(&downloads, "r13-", ".xlsx").await?;
            // Some browsers report what did not arrive.
            page.console().await?;
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn a_workbook_is_made_without_a_network_once_the_page_is_kept() -> Result<()> {
    let mut host = Host::start()?;
    visit(Options::desk().from(&host), async |page| {
        page.until_kept().await?;
        host.turn_off();
        page.reload().await?;
        let downloads = page.downloads().await?;
        ask(page, "export-xlsx").await?;
        page.until_text(SAID, ".xlsx").await?;
        let found = read(&page.downloaded(&downloads, "r13-", ".xlsx").await?).expect("a workbook");
        assert_eq!(row(&found[0], "k1")[7], "6534");
        Ok(())
    })
}

/// How often the page has asked for the code that makes workbooks.
async fn fetched(page: &Page) -> Result<page_tests::Value> {
    let script = "return performance.getEntriesByType('resource')
        .filter(({ name }) => name.includes('/workbook-')).length";
    page.script(script, vec![]).await
}

/// The row of an indicator.
fn row<'a>(sheet: &'a Sheet, id: &str) -> &'a [String] {
    let row = sheet.table.rows.iter().find(|row| row.cell(1) == id);
    &row.expect("a row of the indicator").cells
}

/// Presses a button of the menu.
async fn ask(page: &Page, action: &str) -> Result<()> {
    page.click(MENU).await?;
    page.click(&format!("#output-menu [data-action={action}]")).await
}
