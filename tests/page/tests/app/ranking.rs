//! What falls short most, and what stands behind an indicator.

use crate::{choose, detail};
use page_tests::{Options, Page, Result, visit};

const ROWS: &str = ".ranking tbody tr";

#[test]
fn the_largest_shortfalls_come_first() -> Result<()> {
    visit(Options::desk(), async |page| {
        page.click("[data-action=preset-half]").await?;
        page.indicator("k1").await?.until_field("0.64").await?;
        assert_eq!(page.all(ROWS).await?.len(), 5);
        page.until_text("[data-action=whole-ranking]", "(18)").await?;
        page.click("[data-action=whole-ranking]").await?;
        page.until("all eighteen are ranked", async || Ok(page.all(ROWS).await?.len() == 18)).await?;

        // A row that has no progress says so and stands by its ratio instead.
        let shares = page.texts(&format!("{ROWS} td:nth-of-type(3)")).await?;
        check_rising(&shares.iter().map(|share| figure(share)).collect::<Vec<_>>());
        page.click("[data-action=rank-ratio]").await?;
        page.until_text(".ranking thead", "対目標比").await?;
        let mut ratios = Vec::new();
        for share in page.texts(&format!("{ROWS} td:nth-of-type(3)")).await? {
            ratios.push(figure(&share));
        }
        check_rising(&ratios);
        let projected = page.texts(&format!("{ROWS} td:nth-of-type(1)")).await?;
        let targets = page.texts(&format!("{ROWS} td:nth-of-type(2)")).await?;
        for ((projected, target), ratio) in projected.iter().zip(&targets).zip(&ratios) {
            let wanted = figure(projected) / figure(target) * 100.0;
            assert!((wanted - ratio).abs() <= 1.0, "{projected} of {target} is no {ratio}%");
        }
        page.click("[data-action=whole-ranking]").await?;
        page.until("five are ranked again", async || Ok(page.all(ROWS).await?.len() == 5)).await
    })
}

#[test]
fn a_click_on_a_shortfall_shows_its_indicator() -> Result<()> {
    for options in [Options::desk(), Options::phone().english()] {
        visit(options, async |page| {
            let second = format!("{ROWS}:nth-child(2) [data-action=choose]");
            let name = page.text(&second).await?;
            page.click(&second).await?;
            page.until_text("#chart-title", &name).await?;
            page.find(&format!("{ROWS}:nth-child(2).is-chosen")).await?;
            page.until_text("[data-indicator].is-chosen", &name).await
        })?;
    }
    Ok(())
}

#[test]
fn what_is_met_leaves_the_ranking() -> Result<()> {
    visit(Options::desk().english(), async |page| {
        let first = page.text(&format!("{ROWS}:first-child [data-action=choose]")).await?;
        page.click(&format!("{ROWS}:first-child [data-action=choose]")).await?;
        page.until_text("#chart-title", &first).await?;
        page.click("[data-action=set-required-chosen]").await?;
        page.until_text("[data-action=whole-ranking]", "(17)").await?;
        assert!(!page.texts(ROWS).await?.concat().contains(&first));
        page.click("[data-action=preset-required]").await?;
        page.until_text(".ranking .empty", "Every indicator that can be judged reaches its target.").await
    })
}

#[test]
fn the_details_give_formula_source_and_notes() -> Result<()> {
    visit(Options::desk(), async |page| {
        for (id, name, says) in [
            ("k1", "計算", "前年 × (1 + 成長率 ÷ 100)"),
            ("k2", "計算", "前年 + 毎年の幅"),
            ("p11", "計算", "R4〜R13の各年の件数の合計"),
            ("p11", "目指す状態", "新たな事業展開に取り組む事業者が増える"),
            ("p11", "注意", "新型コロナウイルス"),
            ("p11", "重点プロジェクト", "高付加価値な産業を創出する企業・人材の育成支援プロジェクト"),
            ("p11", "中間年度", "按分目安"),
            ("p13", "算出方法", "県工業統計"),
            ("p43", "注意", "ゼロではなく不明"),
            ("k1", "出典", "第2期鹿児島市商工業振興プラン<概要版>"),
        ] {
            choose(page, id).await?;
            let text = detail(page, name).await?.unwrap_or_default();
            assert!(text.contains(says), "{name} of {id} is {text:?}");
        }
        Ok(())
    })
}

#[test]
fn mid_plan_values_are_never_called_targets() -> Result<()> {
    visit(Options::desk(), async |page| {
        page.find(".details .facts").await?;
        for id in ["k1", "k2", "p11", "p48"] {
            choose(page, id).await?;
            let text = page.text("body").await?;
            assert!(!text.contains("R8目標") && !text.contains("予測"), "{id}");
        }
        page.click("[data-action=language]").await?;
        page.until_text("[data-action=show-all]", "All").await?;
        let text = page.text("body").await?.to_lowercase();
        for word in ["forecast", "failed", "mid-term target"] {
            assert!(!text.contains(word), "the page says {word:?}");
        }
        Ok(())
    })
}

/// The number in a text such as `対目標比 100.0%` or `1,210人`.
fn figure(text: &str) -> f64 {
    let first = text.lines().next().unwrap_or_default();
    let digits: String = first.chars().filter(|c| c.is_ascii_digit() || matches!(c, '.' | '−')).collect();
    digits.replace('−', "-").parse().unwrap_or(f64::NAN)
}

fn check_rising(figures: &[f64]) {
    assert!(figures.len() > 1 && figures.windows(2).all(|two| two[0] <= two[1]), "{figures:?}");
}

#[test]
fn the_ranking_says_what_each_assumes_and_needs() -> Result<()> {
    visit(Options::projector(), async |page| {
        let k2 = page.indicator("k2").await?;
        k2.set_field("1").await?;
        k2.until_field("1.00").await?;
        page.click("[data-action=whole-ranking]").await?;
        until_row(page, "産業振興が図られ", &["23.5", "50.0", "27%", "+1.00 → +3.65", "ポイント/年"]).await
    })
}

async fn until_row(page: &Page, name: &str, parts: &[&str]) -> Result<()> {
    page.until(&format!("the row of {name} says {parts:?}"), async || {
        let rows = page.texts(ROWS).await?;
        let row = rows.iter().find(|row| row.contains(name));
        Ok(row.is_some_and(|row| parts.iter().all(|part| row.contains(part))))
    })
    .await
}
