//! On paper: one page that says all, whatever is on screen.

use crate::{ALL, SAVED, open_settings};
use page_tests::{Host, Key, Language, Options, Page, Result, Scheme, Value, json, visit};

const MENU: &str = "[popovertarget=output-menu]";
/// As long as a name can be.
const NAME: &str = "人口減少下でも商工業の担い手を確保し第2期プランの後半で必要ペースに追いつくことを目指す総合シナリオ庁内検討会第3回のたたき台として事務局が作成した案その2";

#[test]
fn the_browsers_own_print_gives_one_page_with_the_figures_of_the_desk() -> Result<()> {
    for (options, standing, short, all) in [
        (Options::desk().dark(), "仮定に基づく試算です。市の評価ではありません。", "未達", "4/22"),
        (
            Options::phone().english(),
            "A projection under your assumptions, not an evaluation by the city.",
            "Short",
            "4/22",
        ),
    ] {
        visit(options, async |page| {
            page.indicator("k1").await?.set_field("1").await?;
            page.indicator("p11").await?.set_field("4.5").await?;
            page.indicator("p11").await?.until("verdict", "met").await?;
            open_settings(page, "p43").await?;
            page.enter("[data-indicator=p43] [data-role=base-value]", "20").await?;
            page.indicator("p43").await?.until("verdict", "short").await?;
            let printed = page.printed().await?;
            let [sheet] = printed.as_slice() else { panic!("{printed:#?}") };
            for part in [standing, short, all] {
                sheet.says(part);
            }
            for id in ALL {
                for part in row(page, id).await? {
                    sheet.says(&part);
                }
            }
            Ok(())
        })?;
    }
    Ok(())
}

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
fn charts_of_all_indicators_follow_on_request() -> Result<()> {
    for (language, parts) in [
        (Language::Japanese, ["指標ごとのグラフ", "必要ペース", "現況の値がないため", "R13", "7,000"]),
        (
            Language::English,
            ["The charts of all indicators", "Required pace", "There is no baseline", "2031", "7,000"],
        ),
    ] {
        visit(Options::desk().language(language), async |page| {
            page.click(MENU).await?;
            page.click("[data-role=print-charts]").await?;
            page.press(Key::Escape).await?;
            let printed = page.printed().await?;
            let [_, charts] = printed.as_slice() else { panic!("{printed:#?}") };
            for part in parts {
                charts.says(part);
            }
            page.click(MENU).await?;
            page.click("[data-role=print-charts]").await?;
            page.press(Key::Escape).await?;
            assert_eq!(page.printed().await?.len(), 1);
            Ok(())
        })?;
    }
    Ok(())
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
        // The browser itself reports what we took away from it.
        assert!(!page.console().await?.is_empty(), "nothing was missing");
        Ok(())
    })
}

/// What the sheet says of an indicator, by the words and figures of the desk: its name, and the end of its row.
async fn row(page: &Page, id: &str) -> Result<[String; 2]> {
    let script = "const row = document.querySelector(`[data-indicator='${arguments[0]}']`);
        const text = (css) => row.querySelector(css).innerText;
        return [text('.row-name'), text('[data-role=projected] b')
            + text('.results > div:nth-child(2) dd') + text('[data-role=verdict]')]";
    let found = page.script(script, vec![json!(id)]).await?;
    Ok([0, 1].map(|part| found[part].as_str().unwrap_or_default().to_owned()))
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
