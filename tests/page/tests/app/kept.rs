//! Scenarios kept by name, and files of them.

use page_tests::{Options, Page, Result, Size, Value, json, visit};

const KEPT: &str = "r13-simulator/scenarios/kagoshima-commerce-2";
const DAMAGED: &str = "r13-simulator/damaged-scenarios/kagoshima-commerce-2";
const FILE: &str = "[data-role=import-file]";
const PREVIEW: &str = "[data-role=import-preview]";
const ERROR: &str = "[data-role=notice][data-kind=error]";
const INFO: &str = "[data-role=notice][data-kind=info]:not(.banner)";

#[test]
fn what_is_kept_is_renamed_copied_opened_and_outlives_a_reload() -> Result<()> {
    visit(Options::desk(), async |page| {
        let k1 = page.indicator("k1").await?;
        keep(page, "慎重な見通し", "0.5").await?;
        keep(page, "強気", "2").await?;
        page.until_text(".kept-state", "保管してあります").await?;
        page.enter(&row("慎重な見通し", "input"), "強気").await?;
        page.until_text(&row("慎重な見通し", "[role=alert]"), "ほかのシナリオの名前").await?;
        page.enter(&row("慎重な見通し", "input"), "控えめ").await?;
        page.click(&row("控えめ", "[data-action=duplicate-kept]")).await?;
        until_names(page, &["控えめ", "強気", "控えめ (2)"]).await?;
        page.reload().await?;
        list(page).await?;
        until_names(page, &["控えめ", "強気", "控えめ (2)"]).await?;
        page.click(&row("控えめ", "[data-action=open-kept]")).await?;
        k1.until_field("0.50").await?;
        assert_eq!(page.find("#scenario-name").await?.prop("value").await?.as_deref(), Some("控えめ"));
        page.click("[data-action=undo]").await?;
        k1.until_field("2.00").await
    })
}

#[test]
fn what_is_deleted_or_written_over_comes_back() -> Result<()> {
    visit(Options::phone(), async |page| {
        keep(page, "一", "1").await?;
        keep(page, "二", "2").await?;
        page.click(&row("一", "[data-action=delete-kept]")).await?;
        until_names(page, &["二"]).await?;
        assert!(page.has_focus("#kept-list").await?, "the focus is lost");
        page.click(".kept-notices [data-action=put-back]").await?;
        until_names(page, &["一", "二"]).await?;
        page.click("[data-action=close-dialog]").await?;
        page.indicator("k1").await?.set_field("3").await?;
        list(page).await?;
        page.until_text(".kept-state", "「二」から変わっています").await?;
        page.click("[data-action=keep]").await?;
        page.until_text(".kept-notices", "「二」を、表示中の内容で上書きしました").await?;
        assert_eq!(early(page, 1).await?, json!(300));
        page.click(".kept-notices [data-action=put-back]").await?;
        page.until("the one before is back", async || Ok(early(page, 1).await? == json!(200))).await
    })
}

#[test]
fn a_file_is_written_shown_and_taken_over() -> Result<()> {
    visit(Options::desk(), async |page| {
        keep(page, "慎重な/見通し", "0.5").await?;
        keep(page, "強気", "2").await?;
        let downloads = page.downloads().await?;
        page.click("[data-action=export-all]").await?;
        let file = page.downloaded(&downloads, "R13シナリオ一覧-20", ".json").await?;
        assert_eq!(String::from_utf8(file.clone())?, stored(page, KEPT).await?.unwrap_or_default());
        page.click(&row("慎重な/見通し", "[data-action=export-kept]")).await?;
        let one = page.downloaded(&downloads, "R13シナリオ-慎重な_見通し-20", ".json").await?;

        // Elsewhere nothing is kept yet.
        page.forget().await?;
        page.open("?lang=ja", "").await?;
        page.choose_file(FILE, "みんなの.json", &file).await?;
        page.until_text(PREVIEW, "みんなの.json").await?;
        page.until_text(PREVIEW, "「取り込む」を押すまで、何も変わりません").await?;
        assert_eq!(stored(page, KEPT).await?, None);
        page.click("[data-action=import-cancel]").await?;
        page.until_gone(PREVIEW).await?;
        page.choose_file(FILE, "みんなの.json", &file).await?;
        page.click("[data-action=import-apply]").await?;
        page.until_text(INFO, "「みんなの.json」から2件を取り込みました").await?;
        assert_eq!(page.indicator("k1").await?.field().await?, "0.00", "of several none is opened");
        list(page).await?;
        until_names(page, &["慎重な/見通し", "強気"]).await?;
        page.click("[data-action=close-dialog]").await?;

        // A file with one scenario brings it on screen.
        page.choose_file(FILE, "一つ.json", &one).await?;
        page.until_text(PREVIEW, "同じ内容が保管してあります").await?;
        page.click("[data-action=import-apply]").await?;
        page.indicator("k1").await?.until_field("0.50").await?;
        page.click("[data-action=undo]").await?;
        page.indicator("k1").await?.until_field("0.00").await
    })
}

#[test]
fn every_fault_of_a_file_is_said_with_its_place() -> Result<()> {
    let faulty = json!({
        "format": "r13-scenarios", "version": 1, "plan": "kagoshima-commerce-2", "numbers": "000000",
        "scenarios": [
            { "name": "よい", "indicators": { "k1": { "mode": "percent", "early": 50, "late": 50 } } },
            { "name": "わるい", "indicators": { "k1": { "mode": "percent", "early": "fast" }, "z9": {} } },
        ],
    });
    visit(Options::desk(), async |page| {
        page.choose_file(FILE, "a.json", faulty.to_string().as_bytes()).await?;
        for says in
            ["scenarios[1].indicators[0] (k1).early", "z9", "わるい", "いまと違う計画の数値", "追加します"]
        {
            page.until_text(PREVIEW, says).await?;
        }
        page.check_axe().await?;
        page.click("[data-action=import-apply]").await?;
        list(page).await?;
        until_names(page, &["よい"]).await?;
        page.click("[data-action=close-dialog]").await?;
        for (contents, says) in [
            (&b"{ not a file of ours"[..], "JSONとして読めません"),
            (&br#"{"format":"r13-scenarios","version":2}"#[..], "新しいアプリで開いてください"),
            (&br#"{"format":"r13-results","version":1}"#[..], "別の種類のファイル"),
        ] {
            page.choose_file(FILE, "b.json", contents).await?;
            page.until_text(PREVIEW, says).await?;
            page.until_text(PREVIEW, "取り込めるシナリオがありません").await?;
            assert!(page.all("[data-action=import-apply]").await?.is_empty());
            page.press(page_tests::Key::Escape).await?;
            page.until_gone(PREVIEW).await?;
        }
        Ok(())
    })
}

#[test]
fn a_damaged_store_loses_nothing() -> Result<()> {
    let text = r#"{"format":"r13-scenarios","version":1,"plan":"kagoshima-commerce-2","scenarios":[{"name":"残る"},{"name":7}]}"#;
    let script = format!("if (!localStorage.length) localStorage.setItem({}, {})", json!(KEPT), json!(text));
    visit(Options::desk().before(&script), async |page| {
        page.until_text(ERROR, "読めた2件は一覧にあります").await?;
        page.until_text(ERROR, "scenarios[1].name").await?;
        assert_eq!(stored(page, DAMAGED).await?.as_deref(), Some(text));
        page.check_axe().await?;
        list(page).await?;
        page.find(&row("残る", "input")).await?;
        Ok(())
    })
}

#[test]
fn what_was_made_of_a_link_is_kept_when_another_comes() -> Result<()> {
    visit(Options::desk(), async |page| {
        let mut links = Vec::new();
        for rate in ["1", "2"] {
            page.indicator("k1").await?.set_field(rate).await?;
            page.click("[data-action=share]").await?;
            let field = page.find("[data-role=share-link]").await?;
            links.push(field.prop("value").await?.unwrap_or_default());
            page.click("[data-action=close-dialog]").await?;
        }
        let fragment = |link: &str| link.split_once('#').map(|(_, rest)| rest.to_owned()).unwrap_or_default();
        page.forget().await?;
        page.open("?lang=ja", &fragment(&links[0])).await?;
        page.indicator("k2").await?.set_field("0.7").await?;
        page.script("location.hash = arguments[0]", vec![json!(fragment(&links[1]))]).await?;
        page.until_text(INFO, "画面から離れたシナリオ").await?;
        page.indicator("k1").await?.until_field("2.00").await?;
        page.click("[data-action=show-kept]").await?;
        page.until("it is kept", async || Ok(page.all("[data-kept]").await?.len() == 1)).await?;
        page.click("[data-action=open-kept]").await?;
        page.indicator("k2").await?.until_field("0.70").await
    })
}

#[test]
fn another_tab_has_what_this_one_keeps() -> Result<()> {
    visit(Options::desk(), async |page| {
        list(page).await?;
        let one = page.driver.window().await?;
        let two = page.driver.new_tab().await?;
        page.driver.switch_to_window(two.clone()).await?;
        page.open("?lang=ja", "").await?;
        keep(page, "隣のタブ", "1").await?;
        page.driver.close_window().await?;
        page.driver.switch_to_window(one).await?;
        until_names(page, &["隣のタブ"]).await
    })
}

#[test]
fn the_dialogs_fit_and_axe_finds_nothing() -> Result<()> {
    for size in [Size::Desk, Size::Projector, Size::Phone, Size::Other(320, 640)] {
        for options in [Options::at(size), Options::at(size).english().dark()] {
            visit(options, async |page| {
                keep(page, &"長い名前".repeat(10), "0.5").await?;
                page.click("[data-action=duplicate-kept]").await?;
                page.click("[data-action=delete-kept]").await?;
                page.find(".kept-notices [data-action=put-back]").await?;
                page.check_fits().await?;
                page.check_axe().await?;
                let file = stored(page, KEPT).await?.unwrap_or_default();
                page.click("[data-action=close-dialog]").await?;
                page.choose_file(FILE, "a.json", file.as_bytes()).await?;
                page.find(PREVIEW).await?;
                page.check_fits().await?;
                page.check_axe().await
            })?;
        }
    }
    Ok(())
}

/// Gives the scenario a name and k1 a growth, keeps it, and leaves the list open.
async fn keep(page: &Page, name: &str, growth: &str) -> Result<()> {
    if !page.all("[data-action=close-dialog]").await?.is_empty() {
        page.click("[data-action=close-dialog]").await?;
    }
    page.enter("#scenario-name", name).await?;
    page.indicator("k1").await?.set_field(growth).await?;
    list(page).await?;
    page.click("[data-action=keep]").await?;
    page.find(&row(name, "input")).await?;
    Ok(())
}

pub async fn list(page: &Page) -> Result<()> {
    page.click("[data-action=scenarios]").await?;
    page.find("#kept-list").await?;
    Ok(())
}

fn row(name: &str, css: &str) -> String {
    format!("[data-kept='{name}'] {css}")
}

pub async fn until_names(page: &Page, names: &[&str]) -> Result<()> {
    let script = "return [...document.querySelectorAll('[data-kept]')].map((e) => e.dataset.kept)";
    let what = format!("{names:?} are kept");
    page.until(&what, async || Ok(page.script(script, vec![]).await? == json!(names))).await
}

async fn stored(page: &Page, key: &str) -> Result<Option<String>> {
    let found = page.script("return localStorage.getItem(arguments[0])", vec![json!(key)]).await?;
    Ok(found.as_str().map(str::to_owned))
}

/// The growth of k1 in a kept scenario, in hundredths.
async fn early(page: &Page, at: usize) -> Result<Value> {
    let text = stored(page, KEPT).await?.unwrap_or_default();
    let kept: Value = serde_json::from_str(&text)?;
    Ok(kept["scenarios"][at]["indicators"]["k1"]["early"].clone())
}
