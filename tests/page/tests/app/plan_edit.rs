//! 計画の編集: the plan is changed in the page, marked wherever it is shown, and saved as a file.

use crate::{ALL, open_settings};
use page_tests::{Key, Language, Options, Page, Result, Scheme, Size, json, visit};
use r13_simulator::plan::{Origin, parse};

const MENU: &str = "[popovertarget=output-menu]";
const VALUE: &str = "#plan-target-value";
const ERROR: &str = "[data-role=notice][data-kind=error]";
const EDITED: &str = "r13-simulator/edited/kagoshima-commerce-2";
const K1: &str = "[data-indicator=k1]";

#[test]
fn a_changed_number_is_in_force_and_marked_wherever_it_stands() -> Result<()> {
    visit(Options::desk(), async |page| {
        open(page).await?;
        page.enter(VALUE, "7,000").await?;
        page.until_text("[data-role=plan-standing]", "達成 3/21").await?;
        page.until_text(".plan-fields", "公表された値: 7,809 (R13)").await?;
        page.enter("#plan-base-year", "R2").await?;
        page.until_text(".dialog table", "6,534 千円 (R2)").await?;
        page.click("[data-action=close-dialog]").await?;

        let k1 = page.indicator("k1").await?;
        page.until_text(&format!("{K1} .row-target"), "6,534†").await?;
        page.until_text(&format!("{K1} .row-target"), "7,000†").await?;
        page.until_text(&format!("{K1} .badges"), "†現況・目標: 利用者の変更").await?;
        page.until_text(".figures", "利用者の変更").await?;
        page.until_text(".ranking", "7,000†").await?;
        page.until_text(".standing", "†は利用者の変更").await?;
        k1.set_field("0.64").await?;
        k1.until("verdict", "met").await?;
        page.click("[data-action=show-table]").await?;
        page.until_text("table.years", "現況(利用者の変更)").await?;
        page.click("[data-action=show-chart]").await?;

        page.click("[data-action=compare]").await?;
        page.until_text("[data-compared-indicator=k1]", "7,000†").await?;
        page.until_text(".standing", "†は利用者の変更").await?;
        page.click("[data-action=leave-comparison]").await?;
        page.click("[data-action=present]").await?;
        page.until_text(".stage-headline", "7,000†").await?;
        page.until_text(".stage-note", "†は利用者の変更").await?;
        page.press(Key::Escape).await?;
        page.click("[data-action=results]").await?;
        page.until_text("[data-results-of=k1]", "6,534†").await?;
        page.until_text(".standing", "†は利用者の変更").await?;
        page.click("[data-action=leave]").await?;

        page.click("[data-action=share]").await?;
        let link = page.find("[data-role=share-link]").await?.prop("value").await?.unwrap_or_default();
        assert!(link.contains("/Numbers=Edited/") && !link.contains("19bxkh"), "{link}");
        page.click("[data-action=close-dialog]").await?;

        let downloads = page.downloads().await?;
        page.click(MENU).await?;
        page.click("[data-action=export-csv]").await?;
        let csv = String::from_utf8(page.downloaded(&downloads, "r13-", ".csv").await?)?;
        let row = |kind: &str| {
            csv.lines().find(|line| line.contains(",k1,") && line.contains(kind)).unwrap_or("").to_owned()
        };
        assert!(row("現況(利用者の変更)").contains(",2020,R2,"), "{csv}");
        assert!(row("目標(利用者の変更)").contains(",7000,"), "{csv}");
        assert!(row("目標(利用者の変更)").contains(",利用者の変更,"), "its source is the user: {csv}");

        let sheets = page.printed().await?;
        assert_eq!(sheets.len(), 1, "the sheet takes one page");
        page.on_paper(true).await?;
        page.until_text(".paper-plan", "(利用者の変更あり)").await?;
        page.until_text(".paper-standing", "†は利用者の変更").await?;
        page.until_text("[data-paper=k1]", "7,000†").await?;
        page.until_text("[data-paper=k1]", "6,534†").await?;
        page.on_paper(false).await?;

        // It is there again after a reload, and undo led back before it.
        page.reload().await?;
        page.until_text(&format!("{K1} .row-target"), "7,000†").await?;
        page.indicator("k1").await?.until_field("0.64").await?;
        assert!(page.all("[data-role=notice]").await?.is_empty());
        // A page in another language marks it too.
        page.open("?lang=en", "").await?;
        page.until_text(&format!("{K1} .badges"), "†Baseline, Target: Changed by the user").await
    })
}

#[test]
fn undo_and_the_ways_back_bring_the_published_plan() -> Result<()> {
    visit(Options::desk(), async |page| {
        let target = format!("{K1} .row-target");
        open_settings(page, "k1").await?;
        page.click(&format!("{K1} [data-action=edit-indicator]")).await?;
        page.enter(VALUE, "7000").await?;
        page.click(".plan-choices label:nth-child(3)").await?;
        page.until_text(&format!("{K1} .badges"), "年間の件数(利用者の変更)").await?;
        page.enter("#plan-base-value", "6,600.5").await?;
        page.until_text(&target, "6,600.5†").await?;
        page.click("[data-action=plan-undo]").await?;
        page.until_text(&target, "6,534").await?;
        page.click("[data-action=plan-restore]").await?;
        page.until_text(&target, "7,809").await?;
        page.until_text(&format!("{K1} .badges"), "水準(推定)").await?;
        assert!(page.has_focus("#plan-indicator").await?);
        page.until_gone("[data-action=plan-restore-all]").await?;
        page.click("[data-action=close-dialog]").await?;
        page.until_text(".last-change", "の計画の値").await?;
        let kept = format!("return localStorage.getItem('{EDITED}')");
        assert!(page.script(&kept, vec![]).await?.is_null(), "nothing is left of it");
        page.click("[data-action=undo]").await?;
        page.until_text(&format!("{K1} .badges"), "年間の件数(利用者の変更)").await?;
        assert!(page.script(&kept, vec![]).await?.to_string().contains("edited"));
        open(page).await?;
        page.click("[data-action=plan-restore-all]").await?;
        page.until_text(&target, "7,809").await
    })
}

#[test]
fn what_cannot_be_is_said_and_the_number_before_stays() -> Result<()> {
    visit(Options::desk(), async |page| {
        let problem = "#plan-target-value-problem";
        open(page).await?;
        page.enter(VALUE, "たくさん").await?;
        page.until_text(problem, "数字として読めません").await?;
        page.enter(VALUE, "-1").await?;
        page.until_text(problem, "0以上").await?;
        page.enter(VALUE, "7809").await?;
        page.until_gone(problem).await?;
        page.enter("#plan-target-year", "R14").await?;
        page.until_text("#plan-target-year-problem", "R4 (2022)〜R13 (2031)の年度").await?;
        page.enter("#plan-target-year", "R13").await?;
        choose(page, 1).await?;
        page.enter(VALUE, "101").await?;
        page.until_text(problem, "100").await?;
        assert!(!page.text("[data-indicator=k2] .row-target").await?.contains("101"));

        // Results that would not go with it keep it from being changed.
        page.click("[data-action=close-dialog]").await?;
        let table = "指標,年度,値,区分\np11,R5,20,単年\np11,R6,60,累計\n";
        page.choose_file("[data-role=import-file]", "実績.csv", table.as_bytes()).await?;
        page.click("[data-action=import-apply]").await?;
        open(page).await?;
        choose(page, 2).await?;
        page.click(".plan-choices label:nth-child(1)").await?;
        page.until_text(".dialog .problem", "「新たな事業展開に取り組む事業者数」の実績と合いません").await?;
        page.until_text("[data-indicator=p11] .badges", "累計(推定)").await?;
        let cumulative = "return document.querySelector('.plan-choices label:nth-child(4) input').checked";
        assert_eq!(page.script(cumulative, vec![]).await?, json!(true));
        page.check_axe().await
    })
}

#[test]
fn indicators_are_added_taken_out_and_put_back() -> Result<()> {
    visit(Options::desk(), async |page| {
        let p12 = page.indicator("p12").await?;
        p12.set_field("3").await?;
        open(page).await?;
        choose(page, 3).await?;
        page.click("[data-action=plan-remove]").await?;
        page.until_gone("[data-indicator=p12]").await?;
        assert!(page.has_focus("#plan-indicator").await?);
        page.until_text(".plan-removed", "新事業・新サービスへの取組数").await?;

        page.click("[data-action=plan-add]").await?;
        focused(page, "#plan-new-name").await?;
        page.click("[data-action=plan-add-now]").await?;
        page.until_text(".dialog .problem", "空のままです").await?;
        assert!(page.has_focus("#plan-new-name").await?);
        page.type_over("#plan-new-name", "起業相談の件数").await?;
        page.type_over("#plan-new-unit", "件").await?;
        page.enter("#plan-new-target", "多数").await?;
        page.until_text(".dialog .problem", "数字として読めません").await?;
        page.enter("#plan-new-target", "２５０").await?;
        page.until_gone(".dialog .problem").await?;
        page.until_text(".plan-choice", "利用者が追加").await?;
        focused(page, "#plan-indicator").await?;
        page.enter("#plan-base-year", "令和5年度").await?;
        page.enter("#plan-base-value", "120").await?;
        page.enter("#plan-name", "起業の相談件数").await?;
        choose(page, 0).await?;
        page.type_over("#plan-note", "庁内の見込みです。").await?;
        page.press(Key::Tab).await?;
        page.until_text(".plan-fields", "公表された値: 現況はH29年度の値").await?;
        page.until_text(".dialog h3", "利用者の変更 (3)").await?;
        page.click("[data-action=close-dialog]").await?;
        page.until_text(".details", "注意(利用者の変更)").await?;
        page.until_text(".details", "庁内の見込みです。").await?;
        let u1 = page.indicator("u1").await?;
        page.until_text("[data-indicator=u1] .row-name", "起業の相談件数").await?;
        page.until_text("[data-indicator=u1] .row-target", "120†").await?;
        page.until_text("[data-indicator=u1] .row-target", "R5").await?;
        u1.set_field("20").await?;
        u1.until("verdict", "met").await?;
        page.until_text(".standing", "利用者が除いた指標: 新事業・新サービスへの取組数").await?;
        page.reload().await?;
        page.indicator("u1").await?.until("verdict", "met").await?;
        assert_eq!(page.texts("[data-role=notice]").await?, [""; 0]);
        assert_eq!(page.listed().await?.len(), ALL.len());

        open(page).await?;
        page.click("[data-action=plan-put-back]").await?;
        page.find("[data-indicator=p12]").await?;
        focused(page, "#plan-indicator").await?;
        page.click("[data-action=plan-undo]").await?;
        page.until_gone("[data-indicator=p12]").await?;
        page.click("[data-action=plan-restore-all]").await?;
        page.until_gone("[data-indicator=u1]").await?;
        let shown = "const select = document.querySelector('#plan-indicator');
            return select.selectedOptions[0].text";
        page.until("the select names what is edited", async || {
            let name = page.attribute("#plan-target-value", "aria-label").await?.unwrap_or_default();
            let shown = page.script(shown, vec![]).await?;
            Ok(shown.as_str().is_some_and(|shown| name.contains(shown)))
        })
        .await?;
        assert_eq!(page.listed().await?, ALL);
        page.click("[data-action=close-dialog]").await?;
        // What was assumed for it in this visit comes back with it.
        page.indicator("p12").await?.set_field("4").await?;
        open(page).await?;
        choose(page, 3).await?;
        page.click("[data-action=plan-remove]").await?;
        page.until_gone("[data-indicator=p12]").await?;
        page.click("[data-action=plan-put-back]").await?;
        page.click("[data-action=close-dialog]").await?;
        page.indicator("p12").await?.until_field("4.00").await
    })
}

#[test]
fn a_changed_plan_is_handed_on_as_a_file_and_its_links_open_there() -> Result<()> {
    let (mut file, mut fragment) = (Vec::new(), String::new());
    visit(Options::desk(), async |page| {
        open(page).await?;
        page.enter(VALUE, "7000").await?;
        let downloads = page.downloads().await?;
        page.click("[data-action=plan-save]").await?;
        file = page.downloaded(&downloads, "計画-kagoshima-commerce-2-20", ".json").await?;
        page.click("[data-action=close-dialog]").await?;
        page.indicator("k1").await?.set_field("0.7").await?;
        page.click("[data-action=share]").await?;
        let link = page.find("[data-role=share-link]").await?.prop("value").await?.unwrap_or_default();
        fragment = link.split_once('#').map(|(_, fragment)| fragment.to_owned()).unwrap_or_default();
        Ok(())
    })?;
    let plan = parse(std::str::from_utf8(&file)?).expect("a sound plan");
    assert_eq!(
        (plan.indicators[0].target.value.value, plan.indicators[0].target.value.origin),
        (7000.0, Origin::Edited)
    );

    visit(Options::phone(), async |page| {
        // Where the plan is as published, the link says that it is not.
        page.open("?lang=ja", &fragment).await?;
        page.until_text("[data-role=notice]", "計画の数値を変えています(利用者の変更").await?;
        page.check_axe().await?;
        page.click("[data-action=keep-own]").await?;
        page.choose_file("[data-role=import-file]", "計画.json", &file).await?;
        page.until_text("[data-role=import-preview]", "計画ファイルです").await?;
        open_file(page).await?;
        page.until_text(&format!("{K1} .row-target"), "7,000†").await?;
        page.open("?lang=ja&plan=kagoshima-commerce-2", &fragment).await?;
        page.until_text(".banner", "リンクのシナリオ").await?;
        page.indicator("k1").await?.until_field("0.70").await?;
        page.indicator("k1").await?.until("verdict", "met").await?;

        // A file that takes the place of changes says so first.
        open(page).await?;
        page.enter(VALUE, "6900").await?;
        page.until_text(&format!("{K1} .row-target"), "6,900†").await?;
        page.click("[data-action=close-dialog]").await?;
        page.choose_file("[data-role=import-file]", "計画.json", &file).await?;
        page.until_text("[data-role=import-preview]", "利用者の変更が残っています").await?;
        open_file(page).await?;
        page.until_text(&format!("{K1} .row-target"), "7,000†").await
    })
}

#[test]
fn another_tab_and_a_later_visit_have_the_same_plan() -> Result<()> {
    visit(Options::desk(), async |page| {
        open(page).await?;
        page.enter(VALUE, "7000").await?;
        page.until_text(&format!("{K1} .row-target"), "7,000†").await?;
        page.click("[data-action=close-dialog]").await?;
        // As another tab would leave it.
        let elsewhere = "const [key] = arguments;
            const text = localStorage.getItem(key).replace('7000,', '6950,');
            localStorage.setItem(key, text);
            window.dispatchEvent(new StorageEvent('storage', { key }))";
        page.script(elsewhere, vec![json!(EDITED)]).await?;
        page.until_text(&format!("{K1} .row-target"), "6,950†").await?;
        page.until_text(".last-change", "別のタブでの計画の変更").await?;
        page.script(
            "localStorage.removeItem(arguments[0]); window.dispatchEvent(new StorageEvent('storage'))",
            vec![json!(EDITED)],
        )
        .await?;
        page.until_text(&format!("{K1} .row-target"), "7,809").await?;
        // What cannot be read is said, kept apart, and the published plan is shown.
        page.script("localStorage.setItem(arguments[0], '{broken')", vec![json!(EDITED)]).await?;
        page.reload().await?;
        page.until_text(ERROR, "計画への変更を使えません").await?;
        page.until_text(&format!("{K1} .row-target"), "7,809").await?;
        let aside = "return localStorage.getItem('r13-simulator/damaged-edited/kagoshima-commerce-2')";
        assert_eq!(page.script(aside, vec![]).await?, json!("{broken"));
        page.check_axe().await?;
        page.reload().await?;
        page.find(K1).await?;
        assert!(page.all(ERROR).await?.is_empty(), "it is said once");
        Ok(())
    })
}

#[test]
fn the_dialog_fits_and_is_accessible_in_every_form() -> Result<()> {
    for size in Size::ALL {
        for (language, scheme) in [(Language::Japanese, Scheme::Light), (Language::English, Scheme::Dark)] {
            visit(Options::at(size).language(language).scheme(scheme), async |page| {
                open(page).await?;
                page.check_fits().await?;
                page.check_axe().await?;
                page.enter(VALUE, "7000").await?;
                page.enter("#plan-base-value", "?").await?;
                page.find("#plan-base-value-problem").await?;
                page.check_fits().await?;
                page.check_axe().await?;
                page.enter("#plan-base-value", "6534").await?;
                page.until_gone("#plan-base-value-problem").await?;
                choose(page, 3).await?;
                page.click("[data-action=plan-remove]").await?;
                page.find(".plan-removed").await?;
                page.click("[data-action=plan-add]").await?;
                page.check_fits().await?;
                page.check_axe().await?;
                page.type_over("#plan-new-name", "新").await?;
                page.type_over("#plan-new-unit", "件").await?;
                page.enter("#plan-new-target", "5").await?;
                page.find(".plan-choice .badge").await?;
                page.check_fits().await?;
                page.check_axe().await?;
                page.click("[data-action=close-dialog]").await?;
                page.find("[data-indicator=u1]").await?;
                page.check_fits().await?;
                page.check_axe().await
            })?;
        }
    }
    Ok(())
}

/// Opens the dialog.
async fn open(page: &Page) -> Result<()> {
    page.click(MENU).await?;
    page.click("[data-action=edit-plan]").await?;
    page.find("#plan-indicator").await?;
    Ok(())
}

/// Waits until an element has the focus.
async fn focused(page: &Page, css: &str) -> Result<()> {
    page.until(&format!("{css} has the focus"), async || page.has_focus(css).await).await
}

/// Opens the plan that is shown for a file, and waits until the page is there anew.
async fn open_file(page: &Page) -> Result<()> {
    page.script("window.isBefore = true", vec![]).await?;
    page.click("[data-action=import-apply]").await?;
    let anew = "return !window.isBefore && document.body?.dataset.ready === 'true'";
    page.until("the page is opened anew", async || Ok(page.script(anew, vec![]).await? == json!(true))).await
}

/// Chooses the indicator with this index.
async fn choose(page: &Page, index: usize) -> Result<()> {
    let choose = "const select = document.querySelector('#plan-indicator');
        select.value = arguments[0];
        select.dispatchEvent(new Event('change', { bubbles: true }))";
    page.script(choose, vec![json!(index.to_string())]).await?;
    page.until("the indicator is edited", async || {
        let chosen = page.script("return document.querySelector('#plan-indicator').value", vec![]).await?;
        Ok(chosen == json!(index.to_string()))
    })
    .await
}
