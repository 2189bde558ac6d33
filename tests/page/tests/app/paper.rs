//! On paper: one page that says all, whatever is on screen.

use crate::{ALL, SAVED};
use page_tests::{Host, Key, Language, Options, Result, Scheme, Value, json, visit};

const MENU: &str = "[popovertarget=output-menu]";
/// As long as a name can be.
const NAME: &str = "人口減少下でも商工業の担い手を確保し第2期プランの後半で必要ペースに追いつくことを目指す総合シナリオ庁内検討会第3回のたたき台として事務局が作成した案その2";

#[test]
fn a_long_name_halves_and_reasons_stay_on_one_page() -> Result<()> {
    let reasons = |id: &str| {
        let some = ["k1", "p12", "p31", "p46"].contains(&id);
        some.then(|| "過去5年の平均に、デジタル化による上積みを加えた。\n出典: 市統計書".to_owned())
    };
    visit(Options::desk().before(&saved(reasons)), async |page| {
        let printed = page.printed().await?;
        let [sheet] = printed.as_slice() else { panic!("{printed:#?}") };
        for part in
            [NAME, "根拠4", "デジタル化による上積みを加えた。出典: 市統計書", "+1.50 → −0.50", "利用者の仮定"]
        {
            sheet.says(part);
        }
        Ok(())
    })
}

#[test]
fn the_link_on_paper_opens_what_is_on_it() -> Result<()> {
    for (reasons, whole) in [(false, true), (true, false)] {
        let reasons = |id: &str| (reasons && id == "k1").then(|| "過去5年の平均に上積み。".repeat(40));
        visit(Options::desk().before(&saved(reasons)), async |page| {
            page.enter("#scenario-name", "案A").await?;
            page.on_paper(true).await?;
            // As many dots to the inch as a printer has.
            page.zoom(1366, 768, 6.0).await?;
            let link = page.attribute(".paper-link a", "href").await?.unwrap_or_default();
            assert_eq!(page.decoded_qr(".paper-code [data-role=qr]").await?, link);
            assert_eq!(link.contains("/Name="), whole, "{link}");
            assert!(link.contains("/k1=150,-50") && link.contains("/p48=150,-50"), "{link}");
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn what_does_not_fit_follows_on_further_pages_and_nothing_is_cut() -> Result<()> {
    let reasons = |id: &str| Some(format!("{id}の始まり{}{id}の終わり", "根拠の長い説明です。".repeat(60)));
    visit(Options::desk().before(&saved(reasons)), async |page| {
        let printed = page.printed().await?;
        assert!(printed.len() > 1, "{printed:#?}");
        printed[0].says("仮定に基づく試算です。");
        for id in ALL {
            for part in [format!("{id}の始まり"), format!("{id}の終わり")] {
                assert!(printed.iter().any(|sheet| sheet.has(&part)), "{part} is missing");
            }
        }
        Ok(())
    })
}

#[test]
fn the_button_prints_once_the_sheet_is_there() -> Result<()> {
    let stub =
        "window.print = () => { window.printed = document.querySelectorAll('.paper tr[data-paper]').length }";
    visit(Options::phone().before(stub), async |page| {
        page.click(MENU).await?;
        page.click("[data-action=print]").await?;
        page.until("it prints", async || Ok(page.script("return window.printed ?? 0", vec![]).await? == 22))
            .await?;
        page.press(Key::Escape).await?;
        // The next act puts the sheet away: it costs nothing while nobody prints.
        page.indicator("k2").await?.set_field("1").await?;
        page.until_gone(".paper").await
    })
}

#[test]
fn paper_is_white_in_every_theme_and_shows_the_sheet_alone() -> Result<()> {
    for scheme in Scheme::ALL {
        visit(Options::desk().scheme(scheme), async |page| {
            page.on_paper(true).await?;
            page.find(".paper [data-paper=k1]").await?;
            let script = "const colour = (css) => getComputedStyle(document.querySelector(css)).color;
                const shown = [...document.querySelectorAll('#app > *')].filter((e) => e.checkVisibility());
                return [colour('.paper'), colour('.paper .is-short .sign'), shown.map((e) => e.className),
                    getComputedStyle(document.documentElement).colorScheme]";
            let light = json!(["rgb(26, 26, 28)", "rgb(184, 50, 13)", ["paper"], "light only"]);
            page.until("the sheet stands alone in light colours", async || {
                let mut found = page.script(script, vec![]).await?;
                if found[3] == "only light" {
                    found[3] = json!("light only");
                }
                Ok(found == light)
            })
            .await?;
            page.on_paper(false).await?;
            page.check_in_sight("[data-action=show-all]").await
        })?;
    }
    Ok(())
}

#[test]
fn the_menu_stands_up_to_keyboard_and_axe() -> Result<()> {
    for language in Language::ALL {
        visit(Options::phone().language(language), async |page| {
            page.click(MENU).await?;
            page.check_in_sight("#output-menu").await?;
            page.check_axe().await?;
            page.press(Key::Tab).await?;
            assert!(page.has_focus("[data-role=print-charts]").await?);
            page.press(" ").await?;
            page.find("[data-role=print-charts]:checked").await?;
            page.press(Key::Tab).await?;
            assert!(page.has_focus("[data-action=print]").await?);
            page.press(Key::Escape).await?;
            assert!(page.has_focus(MENU).await?);
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn without_the_second_file_the_page_itself_is_printed() -> Result<()> {
    let host = Host::start()?;
    host.lose("assets/deferred-")?;
    visit(Options::desk().from(&host), async |page| {
        page.find("[data-role=notice][data-kind=warning]").await?;
        let printed = page.printed().await?;
        assert!(printed.iter().any(|sheet| sheet.has("仮定に基づく試算です。")), "{printed:#?}");
        assert!(printed.iter().any(|sheet| sheet.has("7,809")), "{printed:#?}");
        // Some browsers report what we took away from them.
        page.console().await?;
        Ok(())
    })
}

/// A script that keeps a scenario with a name, halves and reasons for the page.
fn saved(reason: impl Fn(&str) -> Option<String>) -> String {
    let mut indicators = serde_json::Map::new();
    for id in ALL {
        let mut said = json!({ "mode": "percent", "early": 150, "late": -50 });
        if let Some(reason) = reason(id) {
            said["reason"] = json!(reason);
        }
        if id == "p43" {
            said["base"] = json!({ "year": 2021, "value": "20" });
        }
        indicators.insert(id.to_owned(), said);
    }
    let saved = json!({
        "format": "r13-saved",
        "version": 1,
        "plan": "kagoshima-commerce-2",
        "scenario": { "name": NAME, "indicators": indicators },
    });
    let text = Value::String(saved.to_string());
    format!("if (location.protocol.startsWith('http')) localStorage.setItem('{SAVED}', {text})")
}
