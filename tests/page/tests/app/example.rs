//! The plan of another city: the invented example, on every screen, and kept apart from the bundled plan.

use crate::kept::{list, until_names};
use crate::plans::{served, without_pillars};
use page_tests::{Key, Language, Options, Page, Result, Scheme, Size, Value, json, self_contained, visit};

const EXAMPLE: &str = "plan=example-shiomino";
const ERROR: &str = "[data-role=notice][data-kind=error]";
const KEPT: &str = "r13-simulator/scenarios/example-shiomino";

/// The ids of the example's indicators, in its order.
const ALL: [&str; 14] = [
    "ghg",
    "waste",
    "solar",
    "led",
    "waiting-children",
    "clinic-wait",
    "checkup",
    "traffic",
    "fires",
    "houses",
    "drill",
    "online",
    "overtime",
    "debt",
];

#[test]
fn the_desk_shows_it_at_every_size_in_both_languages_and_schemes() -> Result<()> {
    for (at, size) in Size::ALL.into_iter().enumerate() {
        visit(Options::at(size).scheme(Scheme::ALL[at % 2]), async |page| {
            for (lang, mark, target) in
                [("ja", "(架空の例)", "430以下"), ("en", "(fictional example)", "≤ 430")]
            {
                page.open(&format!("?lang={lang}&{EXAMPLE}"), "").await?;
                assert_eq!(page.listed().await?, ALL);
                assert!(page.all("[data-role=notice]").await?.is_empty());
                let name = "return document.querySelector('.brand p').textContent";
                assert!(page.script(name, vec![]).await?.to_string().contains(mark));
                page.until_text("[data-indicator=ghg] .row-target", target).await?;
                page.check_fits().await?;
                page.check_axe().await?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn a_target_that_must_not_be_exceeded_reads_as_one() -> Result<()> {
    visit(Options::desk(), async |page| {
        page.open(&format!("?lang=ja&{EXAMPLE}"), "").await?;
        let wait = page.indicator("clinic-wait").await?;
        assert_eq!(wait.value("verdict").await?, "short");
        page.until_text("[data-indicator=clinic-wait] .results", "目標との差").await?;
        page.until_text("[data-indicator=clinic-wait] .results", "+28").await?;
        // The mark of the required pace lies left of the zero, within the slider.
        let required = wait.number("required").await?.unwrap_or_default();
        assert!((-7.5..-7.0).contains(&required), "{required}");
        page.until_text("[data-indicator=clinic-wait] .scale", "必要 −7.30").await?;
        wait.set_field("-7.31").await?;
        wait.until("verdict", "met").await?;
        wait.set_field("-7.29").await?;
        wait.until("verdict", "short").await?;
        // It exceeds the target by so little that no rounding may hide it.
        page.click("[data-action=whole-ranking]").await?;
        page.until_text(".ranking", "超過率 0.1%").await?;
        wait.set_field("-40").await?;
        page.until_text("[data-indicator=clinic-wait] .remark", "必要ペースや過去ペースを大きく超える")
            .await?;
        wait.set_field("30").await?;
        page.until_gone("[data-indicator=clinic-wait] .remark").await?;
        page.click("[data-action=preset-half]").await?;
        wait.until_field("-3.65").await?;
        page.indicator("checkup").await?.until_field("1.36").await?;
        page.click("[data-action=preset-required]").await?;
        page.until_text(".overall", "13/14").await?;
        page.until_text(".ranking", "すべて目標に届いています").await
    })
}

#[test]
fn the_presentation_the_comparison_and_the_sheet_show_it() -> Result<()> {
    for language in Language::ALL {
        let (lang, target, gap) = match language {
            Language::English => ("en", "≤ 430", "From target"),
            _ => ("ja", "430以下", "目標との差"),
        };
        visit(Options::projector(), async |page| {
            page.open(&format!("?lang={lang}&{EXAMPLE}"), "").await?;
            page.click("[data-action=present]").await?;
            page.until_text(".stage-headline", target).await?;
            page.check_axe().await?;
            page.press("1").await?;
            page.find("[data-pillar=env][aria-current]").await?;
            page.until_text(".stage-columns", gap).await?;
            page.check_fits().await?;
            page.check_axe().await?;
            page.press(Key::Escape).await?;
            page.click("[data-action=compare]").await?;
            page.until_text("[data-compared-indicator=ghg]", target).await?;
            page.find("[data-compared-pillar=hall]").await?;
            page.check_axe().await?;
            page.click("[data-action=leave-comparison]").await?;
            assert_eq!(page.printed().await?.len(), 1, "the sheet takes one page");
            page.on_paper(true).await?;
            page.until_text(".paper", target).await?;
            page.until_text(".paper", gap).await
        })?;
    }
    Ok(())
}

#[test]
fn a_plan_without_pillars_in_one_language_is_whole_on_every_screen() -> Result<()> {
    let plan = without_pillars(example());
    for size in Size::ALL {
        visit(Options::at(size).before(&served("flat", &plan.to_string())), async |page| {
            page.open("?lang=en&plan=flat", "").await?;
            assert_eq!(page.listed().await?, ALL);
            assert!(page.all("[data-pillar]").await?.is_empty());
            page.until_text(".overall", "0/14").await?;
            // What has no English is marked as Japanese.
            page.until_text("[data-indicator=ghg] .row-name [lang=ja]", "温室効果ガス").await?;
            page.check_fits().await?;
            page.check_axe().await?;
            page.click("[data-action=results]").await?;
            page.until("the grid has a row for each", async || {
                Ok(page.all("[data-role=results-grid] [data-results-of]").await?.len() == ALL.len())
            })
            .await?;
            page.check_axe().await?;
            page.click("[data-action=leave]").await?;
            page.click("[data-action=present]").await?;
            page.until_text(".stage-overall", "/14").await?;
            page.check_axe().await?;
            page.press("1").await?;
            page.find(".stage-pillar .chart canvas").await?;
            page.until_text("#stage-title", "All indicators").await?;
            page.check_fits().await?;
            page.check_axe().await?;
            // The address leads back to this slide.
            page.reload().await?;
            page.until_text("#stage-title", "All indicators").await?;
            page.press(Key::Escape).await?;
            page.click("[data-action=compare]").await?;
            page.find("[data-compared-indicator=debt]").await?;
            page.check_axe().await
        })?;
    }
    Ok(())
}

#[test]
fn a_link_of_another_plan_says_which_and_leads_there() -> Result<()> {
    visit(Options::desk(), async |page| {
        page.open(&format!("?lang=ja&{EXAMPLE}"), "").await?;
        page.indicator("ghg").await?.set_field("-3.86").await?;
        page.click("[data-action=share]").await?;
        let link = page.find("[data-role=share-link]").await?.prop("value").await?.unwrap_or_default();
        let (base, fragment) = link.split_once('#').unwrap_or_default();
        assert!(base.ends_with("?plan=example-shiomino"), "{link}");
        page.click("[data-action=close-dialog]").await?;
        page.indicator("ghg").await?.set_field("-1").await?;

        page.open("?lang=ja", fragment).await?;
        page.until_text(ERROR, "別の計画「example-shiomino」").await?;
        page.check_axe().await?;
        page.click(&format!("{ERROR} a")).await?;
        page.until_text(".banner", "リンクのシナリオ").await?;
        page.indicator("ghg").await?.until_field("-3.86").await?;

        // Back to the bundled plan, whose address names none.
        let bundled = fragment.replace("example-shiomino.", "kagoshima-commerce-2.");
        page.open(&format!("?lang=ja&{EXAMPLE}"), &bundled).await?;
        page.until_text(ERROR, "別の計画「kagoshima-commerce-2」").await?;
        let address = page.attribute(&format!("{ERROR} a"), "href").await?.unwrap_or_default();
        assert!(address.ends_with(&format!("/#{bundled}")) && !address.contains("plan="), "{address}");

        // Where the plan is asked for already and is not there, no address leads on.
        page.open("?lang=ja&plan=nowhere", &fragment.replace("example-shiomino.", "nowhere.")).await?;
        let said =
            async || Ok(page.texts(ERROR).await?.iter().any(|text| text.contains("別の計画「nowhere」")));
        page.until("the link is refused", said).await?;
        assert!(page.all(&format!("{ERROR} a")).await?.is_empty());
        // Some browsers report a file that is not there.
        page.console().await?;
        Ok(())
    })
}

#[test]
fn two_plans_do_not_see_each_others_scenarios_and_notices() -> Result<()> {
    visit(Options::desk(), async |page| {
        page.indicator("k1").await?.set_field("1.29").await?;
        keep(page, "本体の案").await?;
        page.open(&format!("?lang=ja&{EXAMPLE}"), "").await?;
        assert_eq!(page.listed().await?, ALL);
        list(page).await?;
        until_names(page, &[]).await?;
        page.click("[data-action=close-dialog]").await?;
        page.indicator("ghg").await?.set_field("-2").await?;
        keep(page, "見本の案").await?;
        // A text that cannot be read is said under its own plan alone.
        page.script("localStorage.setItem(arguments[0], '{broken')", vec![json!(KEPT)]).await?;
        page.open("?lang=ja", "").await?;
        page.indicator("k1").await?.until_field("1.29").await?;
        assert!(page.all("[data-role=notice]").await?.is_empty());
        list(page).await?;
        until_names(page, &["本体の案"]).await?;
        page.open(&format!("?lang=ja&{EXAMPLE}"), "").await?;
        page.until_text(ERROR, "保管していたシナリオの一部か全部を読めませんでした").await?;
        page.indicator("ghg").await?.until_field("-2.00").await
    })
}

#[test]
fn a_plan_that_was_opened_from_a_disk_is_there_by_its_id() -> Result<()> {
    let mut plan = without_pillars(example());
    plan["id"] = json!("from-disk");
    let key = "r13-simulator/plan/from-disk";
    visit(Options::desk(), async |page| {
        let keep = format!("{{ const [key, text] = arguments; {}.setItem(key, text) }}", "localStorage");
        page.script(&keep, vec![json!(key), json!(plan.to_string())]).await?;
        page.open("?lang=ja&plan=from-disk", "").await?;
        assert_eq!(page.listed().await?, ALL);
        assert!(page.all("[data-role=notice]").await?.is_empty());
        page.indicator("ghg").await?.set_field("-3.86").await?;
        page.reload().await?;
        page.indicator("ghg").await?.until_field("-3.86").await?;
        // Where such a file lies beside the page it is shown, except in the tab in which the other was opened.
        let other = json!({ "format": "r13-plan", "version": 9 }).to_string();
        page.before(&served("from-disk", &other)).await?;
        page.open("?lang=ja&plan=from-disk", "").await?;
        page.until_text(ERROR, "計画ファイル「from-disk」に問題が").await?;
        let keep = keep.replace("localStorage", "sessionStorage");
        page.script(&keep, vec![json!(key), json!(plan.to_string())]).await?;
        page.open("?lang=ja&plan=from-disk", "").await?;
        assert_eq!(page.listed().await?, ALL);
        // Some browsers report a file that is not there.
        page.console().await?;
        Ok(())
    })
}

#[test]
fn the_self_contained_file_shows_a_plan_that_was_opened_in_it() -> Result<()> {
    let mut plan = example();
    plan["id"] = json!("from-disk");
    let file = self_contained()?;
    visit(Options::desk().file(&file), async |page| {
        let keep = "localStorage.setItem('r13-simulator/plan/from-disk', arguments[0])";
        page.script(keep, vec![json!(plan.to_string())]).await?;
        page.open("?lang=ja&plan=from-disk", "").await?;
        assert_eq!(page.listed().await?, ALL);
        assert!(page.all("[data-role=notice]").await?.is_empty());
        page.indicator("ghg").await?.set_field("-3.86").await?;
        page.reload().await?;
        page.indicator("ghg").await?.until_field("-3.86").await
    })
}

/// Keeps the present scenario under a name.
async fn keep(page: &Page, name: &str) -> Result<()> {
    page.enter("#scenario-name", name).await?;
    list(page).await?;
    page.click("[data-action=keep]").await?;
    until_names(page, &[name]).await?;
    page.click("[data-action=close-dialog]").await
}

fn example() -> Value {
    let text = include_str!("../../../../static/plans/example-shiomino.json");
    serde_json::from_str(text).expect("the example is JSON")
}
