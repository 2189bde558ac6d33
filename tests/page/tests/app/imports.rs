//! Tables of results, as spreadsheet programs write them: shown first, then taken over.

use encoding_rs::SHIFT_JIS;
use page_tests::{Host, Options, Page, Result, Size, json, visit};

const FILE: &str = "[data-role=import-file]";
const PREVIEW: &str = "[data-role=import-preview]";
const SUMMARY: &str = "[data-role=import-summary]";
const FAULTS: &str = "[data-role=import-faults]";
const APPLY: &str = "[data-action=import-apply]";

/// In CP932 and with the line ends of Windows, as Excel saves CSV in Japan.
const EXCEL: &str = "鹿児島市 実績一覧\r\n\r\n指標,R4,R5,令和6年度,備考\r\n\
    市内就業人口1人当たりの総生産,\"6,550\",\"6,601\",…,\"速報を含む\r\n(二行の備考)\"\r\n\
    市内総生産(就業人口1人当たり),1,2,3,\r\n\
    p46,89.1%,千二百,９０．３,\r\n";

#[test]
fn a_table_is_shown_first_taken_in_part_and_taken_back() -> Result<()> {
    visit(Options::desk(), async |page| {
        let k1 = page.indicator("k1").await?;
        let before = k1.value("projected").await?;
        choose(page, "実績.csv", &SHIFT_JIS.encode(EXCEL).0).await?;
        page.until_text(PREVIEW, "実績.csv").await?;
        page.until_text(SUMMARY, "新しい値 4件").await?;
        page.until_text(SUMMARY, "値のない欄が1あります").await?;
        for says in
            ["5行 A", "「市内総生産(就業人口1人当たり)」", "6行 C", "「千二百」", "数字として読めません"]
        {
            page.until_text(FAULTS, says).await?;
        }
        assert_eq!(k1.value("projected").await?, before, "nothing is taken before the user agrees");

        // The name is settled by hand; of its years one is there already.
        page.script(
            "const meant = document.querySelector('[data-role=import-meant]');
             meant.value = [...meant.options].find((o) => o.text.includes('(k2)')).value;
             meant.dispatchEvent(new Event('change', { bubbles: true }))",
            vec![],
        )
        .await?;
        page.until_text(SUMMARY, "新しい値 7件").await?;
        page.until_text(APPLY, "読めた7件だけ取り込む").await?;
        page.click(APPLY).await?;
        page.until_gone(PREVIEW).await?;
        k1.until("projected", "6601").await?;
        page.until_text(".last-change", "実績(7件)").await?;
        page.reload().await?;
        let k1 = page.indicator("k1").await?;
        k1.until("projected", "6601").await?;
        assert_eq!(page.indicator("p46").await?.value("projected").await?, "90.3");
        Ok(())
    })?;
    visit(Options::phone().english(), async |page| {
        let k1 = page.indicator("k1").await?;
        let before = k1.value("projected").await?;
        choose(page, "a.csv", b"id,FY2023,2024\nk1,6601,(5)\n").await?;
        page.until_text(SUMMARY, "1 new").await?;
        page.until_text(FAULTS, "row 2, column C").await?;
        page.click(APPLY).await?;
        k1.until("projected", "6601").await?;
        page.click("[data-action=undo]").await?;
        k1.until("projected", &before).await
    })
}

#[test]
fn every_charset_and_separator_is_read() -> Result<()> {
    let marked = |mark: &[u8], text: &str| [mark, text.as_bytes()].concat();
    let sixteen =
        |text: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> { text.encode_utf16().flat_map(bytes).collect() };
    let tabs = "指標\t年度\t値\t区分\nｐ１１\t令和５年度\t２０\t単年\np11\tR6\t60\t累計\n";
    let semicolons = "指標;年度;値;区分\np11;2023;20;単年\np11;2024;60;累計\n";
    let commas = "指標,年度,値,区分\np11,R5,20,単年\np11,R6,60,累計\n";
    visit(Options::desk(), async |page| {
        for (name, bytes) in [
            ("utf8.csv", commas.as_bytes().to_vec()),
            ("mark.csv", marked(b"\xEF\xBB\xBF", commas)),
            ("cp932.csv", SHIFT_JIS.encode(commas).0.into_owned()),
            ("libreoffice.csv", semicolons.as_bytes().to_vec()),
            ("unicode.txt", [&b"\xFF\xFE"[..], &sixteen(tabs, u16::to_le_bytes)].concat()),
            ("big-endian.txt", [&b"\xFE\xFF"[..], &sixteen(tabs, u16::to_be_bytes)].concat()),
        ] {
            choose(page, name, &bytes).await?;
            page.until_text(PREVIEW, name).await?;
            page.until_text(SUMMARY, "新しい値 2件").await?;
            page.until_text(PREVIEW, "2行 C").await?;
            page.until_text(PREVIEW, "R5 (2023) 20 事業者(単年)").await?;
            page.until_text(PREVIEW, "60 事業者(累計)").await?;
            page.click("[data-action=import-cancel]").await?;
            page.until_gone(PREVIEW).await?;
        }
        Ok(())
    })
}

#[test]
fn a_workbook_is_read_sheet_by_sheet() -> Result<()> {
    let book = include_bytes!("../../../import/files/libreoffice.xlsx");
    visit(Options::desk(), async |page| {
        choose(page, "実績.xlsx", book).await?;
        page.until_text(SUMMARY, "新しい値 3件").await?;
        for says in ["R2 (2020) 6,600 千円", "R5 (2023) 88.8 %", "R5 (2023) 14.25 %", "非表示の行が1、列が1"]
        {
            page.until_text(PREVIEW, says).await?;
        }
        page.until_text(FAULTS, "7行 A列").await?;
        page.script(
            "const sheet = document.querySelector('[data-role=import-sheet]');
             sheet.value = [...sheet.options].find((o) => o.text === '控え(非表示)').value;
             sheet.dispatchEvent(new Event('change', { bubbles: true }))",
            vec![],
        )
        .await?;
        page.until_text(PREVIEW, "表の見出しが見つかりません").await?;
        assert!(page.all(APPLY).await?.is_empty());
        page.click("[data-action=import-cancel]").await?;
        choose(page, "実績.xlsx", book).await?;
        page.click(APPLY).await?;
        page.indicator("k2").await?.until("projected", "14.25").await?;
        for (bytes, says) in [
            (&b"PK\x03\x04 and no more"[..], "ファイルが壊れていて"),
            (&book[..6000], "ファイルが壊れていて"),
        ] {
            choose(page, "cut.xlsx", bytes).await?;
            page.until_text(PREVIEW, says).await?;
        }
        Ok(())
    })
}

#[test]
fn without_what_reads_workbooks_the_page_says_so_and_can_be_asked_again() -> Result<()> {
    let host = Host::start()?;
    host.lose("assets/workbook-")?;
    visit(Options::desk().from(&host), async |page| {
        choose(page, "実績.xlsx", include_bytes!("../../../import/files/openpyxl.xlsx")).await?;
        page.until_text(PREVIEW, "Excelファイルを読む部品を取得できませんでした").await?;
        // The browser itself reports what we took away from it.
        page.console().await?;
        host.release(1)?;
        choose(page, "実績.xlsx", include_bytes!("../../../import/files/openpyxl.xlsx")).await?;
        page.until_text(SUMMARY, "新しい値 3件").await
    })
}

#[test]
fn a_pasted_table_is_read_and_another_can_be_chosen() -> Result<()> {
    visit(Options::phone().english(), async |page| {
        page.click("[data-action=results]").await?;
        page.click("[data-action=import]").await?;
        page.check_fits().await?;
        page.check_axe().await?;
        page.click("[data-action=import-text]").await?;
        assert!(page.has_focus("#import-text").await?, "there is nothing to read yet");
        page.type_over("#import-text", "id,2023\nk1,6601").await?;
        page.click("[data-action=import-text]").await?;
        page.until_text(PREVIEW, "Pasted table").await?;
        page.until_text(SUMMARY, "1 new").await?;
        choose(page, "b.csv", b"id,2023\nk1,6602\n").await?;
        page.until_text(PREVIEW, "b.csv").await?;
        page.click(APPLY).await?;
        page.until_gone(PREVIEW).await?;
        page.click("[data-action=leave]").await?;
        page.indicator("k1").await?.until("projected", "6602").await
    })
}

#[test]
fn the_plan_of_a_file_is_opened_and_a_broken_one_is_listed() -> Result<()> {
    let plan = include_str!("../../../../static/plans/example-shiomino.json");
    visit(Options::desk(), async |page| {
        page.indicator("k1").await?.set_field("1.29").await?;
        choose(page, "よその計画.json", plan.as_bytes()).await?;
        page.until_text(PREVIEW, "計画ファイルです").await?;
        page.check_axe().await?;
        page.click(APPLY).await?;
        page.until("the other plan is open", async || {
            let address = page.script("return location.search", vec![]).await?;
            Ok(address.as_str().is_some_and(|query| query.contains("plan=example-shiomino")))
        })
        .await?;
        page.find("body[data-ready=true]").await?;
        page.until("its indicators are listed", async || {
            Ok(!page.listed().await?.contains(&"k1".to_owned()))
        })
        .await?;

        choose(page, "壊れた計画.json", plan.replace("\"first\": ", "\"frist\": ").as_bytes()).await?;
        page.until_text(PREVIEW, "frist").await?;
        page.until_text(PREVIEW, "直す箇所が").await?;
        assert!(page.all(APPLY).await?.is_empty());
        page.open("?lang=ja", "").await?;
        page.indicator("k1").await?.until_field("1.29").await
    })
}

#[test]
fn a_wrong_file_says_what_it_is_and_what_to_do() -> Result<()> {
    visit(Options::desk(), async |page| {
        for (name, bytes, says) in [
            ("a.pdf", &b"%PDF-1.7\n%\xE2\xE3\xCF\xD3"[..], "これはPDFです"),
            ("a.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "これは画像です"),
            ("a.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", "古い形式のExcelファイル"),
            ("a.bin", b"\0\x01\x02\x03", "文字のファイルではありません"),
            ("empty.csv", b"", "中身が空です"),
            ("letter.txt", "前略 実績をお送りします。".as_bytes(), "表の見出しが見つかりません"),
        ] {
            choose(page, name, bytes).await?;
            page.until_text(PREVIEW, name).await?;
            page.until_text(PREVIEW, says).await?;
            assert!(page.all(APPLY).await?.is_empty(), "{name} can be taken");
            page.press(page_tests::Key::Escape).await?;
            page.until_gone(PREVIEW).await?;
        }
        // 200 MB, which nobody reads.
        page.script(
            "const part = 'id,R5\\nk1,6601\\n'.repeat(70_000);
             const files = new DataTransfer();
             files.items.add(new File(Array(200).fill(part), 'all.csv'));
             const field = document.querySelector(arguments[0]);
             field.files = files.files;
             field.dispatchEvent(new Event('change', { bubbles: true }))",
            vec![json!(FILE)],
        )
        .await?;
        page.until_text(PREVIEW, "ファイルが大きすぎます(読めるのは48MBまでです)").await
    })
}

#[test]
fn a_hundred_thousand_lines_leave_the_page_alive() -> Result<()> {
    visit(Options::desk(), async |page| {
        // Whoever does not want to wait can go on at once.
        let many = ["指標,年度,値\n", &"この指標はない,R5,1\n".repeat(100_005), "k1,R5,6601\n"].concat();
        page.script(
            "const field = document.querySelector(arguments[0]);
             const files = new DataTransfer();
             files.items.add(new File([arguments[1]], 'many.csv'));
             field.files = files.files;
             field.dispatchEvent(new Event('change', { bubbles: true }))",
            vec![json!(FILE), json!(many)],
        )
        .await?;
        page.until_text(SUMMARY, "100000行").await?;
        page.until_text(SUMMARY, "取り込めない箇所が99999件あります").await?;
        page.until_text(FAULTS, "ほかに98999件あります").await?;
        let rows = page.all(&format!("{FAULTS} tbody tr")).await?.len();
        page.click("[data-action=more-faults]").await?;
        page.until("more are shown", async || Ok(page.all(&format!("{FAULTS} tbody tr")).await?.len() > rows))
            .await
    })
}

#[test]
fn the_preview_fits_and_axe_finds_nothing() -> Result<()> {
    let long = format!("指標,R4,R5\n{},1,2\nk1,6550,x\np46,89.1,多い\n", "とても長い名前".repeat(12));
    for size in [Size::Desk, Size::Projector, Size::Phone, Size::Other(320, 640)] {
        for options in [Options::at(size), Options::at(size).english().dark()] {
            visit(options, async |page| {
                choose(page, "a.csv", long.as_bytes()).await?;
                page.find(FAULTS).await?;
                page.check_fits().await?;
                page.check_axe().await?;
                page.press(page_tests::Key::Escape).await?;
                page.until_gone(PREVIEW).await?;
                choose(page, "a.pdf", b"%PDF-1.7").await?;
                page.find(&format!("{PREVIEW} [role=alert]")).await?;
                page.check_axe().await
            })?;
        }
    }
    Ok(())
}

async fn choose(page: &Page, name: &str, bytes: &[u8]) -> Result<()> {
    page.choose_file(FILE, name, bytes).await
}
