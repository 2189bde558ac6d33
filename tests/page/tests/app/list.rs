//! Which indicators the list shows: by pillar, by project, by name.

use crate::ALL;
use page_tests::{Key, Options, Page, Result, visit};

const P1: [&str; 5] = ["p11", "p12", "p13", "p14", "p15"];
const PRIORITY: [&str; 10] = ["p11", "p12", "p14", "p21", "p22", "p31", "p32", "p33", "p41", "p48"];

/// What is typed, and the indicators that are then listed.
const FOUND: [(&str, &[&str]); 10] = [
    ("ハローワーク", &["p41"]),
    ("１人当たり", &["k1"]),
    ("1人 当たり", &["k1"]),
    ("OVERSEAS", &["p31", "p32", "p33"]),
    ("ｏｖｅｒｓｅａｓ　ｔｒａｄｅ", &["p32"]),
    ("p22", &["p22"]),
    ("Ｐ４", &["p41", "p42", "p43", "p44", "p45", "p46", "p47", "p48"]),
    ("(従業者4人以上)", &["p13", "p24"]),
    ("（従業者４人以上）", &["p13", "p24"]),
    ("", &ALL),
];

#[test]
fn a_pillar_shows_its_own_indicators_and_a_second_press_all() -> Result<()> {
    visit(Options::desk(), async |page| {
        until_listed(page, &ALL).await?;
        page.click("[data-pillar=p1]").await?;
        until_listed(page, &P1).await?;
        check_pressed(page, "[data-pillar=p1]").await?;
        page.until_text(".segment-current", "新たな産業の創出").await?;
        // What is shown large is one of them.
        page.until_text("#chart-title", "新たな事業展開").await?;
        page.click("[data-pillar=p3]").await?;
        until_listed(page, &["p31", "p32", "p33"]).await?;
        page.click("[data-pillar=p3]").await?;
        until_listed(page, &ALL).await?;
        check_pressed(page, "[data-action=show-all]").await
    })
}

#[test]
fn the_priority_projects_and_all_are_one_press_away() -> Result<()> {
    visit(Options::phone(), async |page| {
        page.click("[data-action=show-priority]").await?;
        until_listed(page, &PRIORITY).await?;
        check_pressed(page, "[data-action=show-priority]").await?;
        for id in PRIORITY {
            page.until_text(&page.indicator(id).await?.inside(".badges"), "★重点").await?;
        }
        page.click("[data-action=show-all]").await?;
        until_listed(page, &ALL).await?;
        check_pressed(page, "[data-action=show-all]").await
    })
}

#[test]
fn a_search_finds_names_in_both_languages_and_any_width() -> Result<()> {
    visit(Options::desk(), async |page| {
        for (text, found) in FOUND {
            page.type_over(".search", text).await?;
            until_listed(page, found).await?;
        }
        Ok(())
    })
}

#[test]
fn a_search_looks_within_the_filter_and_says_when_nothing_is_found() -> Result<()> {
    for (options, says) in [
        (Options::desk(), "当てはまる指標がありません"),
        (Options::phone().english(), "No indicator matches"),
    ] {
        visit(options, async |page| {
            page.click("[data-pillar=p1]").await?;
            page.type_over(".search", "企業").await?;
            until_listed(page, &["p15"]).await?;
            page.type_over(".search", "ハローワーク").await?;
            until_listed(page, &[]).await?;
            page.until_text(".list .empty", says).await?;
            // The way out that the message names.
            page.click("[data-action=show-all]").await?;
            until_listed(page, &ALL).await?;
            assert_eq!(page.find(".search").await?.prop("value").await?.as_deref(), Some(""));
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn a_search_keeps_the_focus_and_can_be_cleared() -> Result<()> {
    visit(Options::desk(), async |page| {
        let search = page.find(".search").await?;
        for (letter, count) in [("海", 2), ("外", 2), ("展", 1)] {
            search.send_keys(letter).await?;
            page.until(&format!("{count} are listed"), async || Ok(page.listed().await?.len() == count))
                .await?;
            assert!(page.has_focus(".search").await?, "the focus is lost at {letter}");
        }
        // Browsers clear a search field by Escape.
        search.send_keys(Key::Escape).await?;
        until_listed(page, &ALL).await
    })
}

#[test]
fn the_fifth_scenario_is_shown_as_the_ground_of_all() -> Result<()> {
    visit(Options::desk(), async |page| {
        page.check_in_sight(".foundation").await?;
        page.until_text(".foundation", "展開シナリオ5").await?;
        page.bring(".ground").await?;
        page.until_text(".ground", "“熱度”を高める交流・連携密度の向上").await?;
        page.until_text(".ground", "固有の主要指標はありません").await?;
        assert_eq!(page.all("[data-pillar]").await?.len(), 5, "it is no pillar");
        Ok(())
    })
}

#[test]
fn a_row_says_what_the_plan_states_and_what_is_inferred() -> Result<()> {
    visit(Options::desk(), async |page| {
        for (id, badge, row) in [
            ("k1", "水準(推定)", "6,534 H29 → 7,809 R13 千円"),
            ("k2", "割合(計画記載)", "13.5 R3 → 50.0 R13 %"),
            ("p11", "累計(推定)", "17 R2 → 220 R13 事業者"),
            ("p22", "水準(推定)", "27,279 H28 → 27,300 R8 事業所"),
            ("p43", "割合(計画記載)", "— → 24.8 R13 %"),
            ("p47", "年間の件数(計画記載)", "8 R2 → 60 R13 件/年"),
            ("p48", "累計(計画記載)", "121 R2 → 1,200 R13 人"),
        ] {
            let indicator = page.indicator(id).await?;
            page.until_text(&indicator.inside(".badges"), badge).await?;
            let shown = page.texts(&indicator.inside(".row-target")).await?.concat();
            let plain = |text: &str| {
                text.replace("現況", "").replace("目標", "").split_whitespace().collect::<String>()
            };
            assert_eq!(plain(&shown), plain(row), "{id}");
        }
        Ok(())
    })
}

async fn until_listed(page: &Page, ids: &[&str]) -> Result<()> {
    page.until(&format!("{ids:?} are listed"), async || Ok(page.listed().await? == ids)).await
}

/// This filter is pressed, and no other is.
async fn check_pressed(page: &Page, css: &str) -> Result<()> {
    let filters = "[data-pillar][aria-pressed=true], [data-action=show-all][aria-pressed=true], [data-action=show-priority][aria-pressed=true]";
    page.until(&format!("{css} alone is pressed"), async || {
        Ok(page.all(filters).await?.len() == 1
            && page.all(&format!("{css}[aria-pressed=true]")).await?.len() == 1)
    })
    .await
}
