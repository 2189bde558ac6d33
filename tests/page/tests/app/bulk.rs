//! Presets and bulk moves, and the locks that hold against them.

use crate::open_settings;
use page_tests::{Indicator, Options, Page, Result, visit};

#[test]
fn one_point_more_or_less_moves_a_pillar_or_everything() -> Result<()> {
    visit(Options::desk(), async |page| {
        page.click("[data-pillar=p1]").await?;
        page.until_text(".bulk", "①の成長を一律に").await?;
        page.click("[data-action=shift-up]").await?;
        for id in ["p11", "p12", "p13", "p14", "p15"] {
            page.indicator(id).await?.until_field("1.00").await?;
        }
        page.click("[data-action=show-all]").await?;
        page.indicator("k1").await?.until_field("0.00").await?;
        page.until_text(".bulk", "すべての成長を一律に").await?;
        page.click("[data-action=shift-down]").await?;
        // Each moves in its own unit: %/年, or ポイント/年.
        for (id, field, unit) in
            [("p11", "0.00", "%/年"), ("k1", "-1.00", "%/年"), ("k2", "-1.00", "ポイント/年")]
        {
            let indicator = page.indicator(id).await?;
            indicator.until_field(field).await?;
            page.until_text(&indicator.inside(".growth .unit"), unit).await?;
        }
        page.until_text(".last-change", "(22指標)").await?;
        page.click("[data-action=undo]").await?;
        page.indicator("p48").await?.until_field("0.00").await?;
        page.indicator("p11").await?.until_field("1.00").await
    })
}

#[test]
fn a_pillar_can_be_set_to_its_required_pace() -> Result<()> {
    visit(Options::phone().english(), async |page| {
        assert!(page.all("[data-action=scope-required]").await?.is_empty(), "all have the preset for that");
        page.click("[data-pillar=p2]").await?;
        page.click("[data-action=scope-required]").await?;
        for (pillar, met) in [("k", 0), ("p1", 1), ("p2", 4), ("p3", 1), ("p4", 1)] {
            page.until(
                &format!("{pillar} has {met} met"),
                async || Ok(page.pillar(pillar).await?.met == met),
            )
            .await?;
        }
        page.until_text(".last-change", "②: required pace (4 indicators)").await
    })
}

#[test]
fn a_bulk_move_takes_the_priority_projects_alone_where_these_are_listed() -> Result<()> {
    visit(Options::phone(), async |page| {
        page.click("[data-action=show-priority]").await?;
        page.until_text(".bulk", "重点プロジェクトの成長を一律に").await?;
        page.click("[data-action=shift-up]").await?;
        page.indicator("p11").await?.until_field("1.00").await?;
        page.until_text(".last-change", "(10指標)").await?;
        page.click("[data-action=show-all]").await?;
        for (id, field) in [("k1", "0.00"), ("p13", "0.00"), ("p22", "1.00"), ("p48", "1.00")] {
            page.indicator(id).await?.until_field(field).await?;
        }
        Ok(())
    })
}

#[test]
fn a_bulk_move_stops_at_the_limits() -> Result<()> {
    visit(Options::desk(), async |page| {
        let k1 = page.indicator("k1").await?;
        k1.set_field("-99.5").await?;
        page.click("[data-action=shift-down]").await?;
        k1.until_field("-100.00").await?;
        page.indicator("k2").await?.until_field("-1.00").await
    })
}

#[test]
fn a_locked_growth_stays_through_presets_and_bulk_moves() -> Result<()> {
    visit(Options::desk(), async |page| {
        let k1 = locked(page, "k1", "0.5").await?;
        for (css, other) in [
            ("[data-action=preset-required]", "3.65"),
            ("[data-action=shift-up]", "4.65"),
            ("[data-action=preset-half]", "1.83"),
            ("[data-action=preset-hold]", "0.00"),
        ] {
            page.click(css).await?;
            page.indicator("k2").await?.until_field(other).await?;
            assert_eq!(k1.field().await?, "0.50", "after {css}");
        }
        page.click("[data-pillar=k]").await?;
        page.click("[data-action=scope-required]").await?;
        page.indicator("k2").await?.until_field("3.65").await?;
        assert_eq!(k1.field().await?, "0.50");
        page.click("[data-action=show-all]").await?;

        // Reset and undo still reach it.
        page.click("[data-action=reset]").await?;
        k1.until_field("0.00").await?;
        page.click("[data-action=undo]").await?;
        k1.until_field("0.50").await
    })
}

#[test]
fn a_locked_growth_cannot_be_typed_or_dragged() -> Result<()> {
    visit(Options::desk(), async |page| {
        let k1 = locked(page, "k1", "0.5").await?;
        assert!(!k1.role("growth-slider").await?.is_enabled().await?);
        assert!(k1.role("growth-field").await?.attr("readonly").await?.is_some());
        k1.role("growth-field").await?.send_keys("9\u{e007}").await?;
        k1.drag(0.9).await?;
        assert!(!page.find("[data-action=set-required-chosen]").await?.is_enabled().await?);
        assert!(!page.find(&k1.inside("[data-action=set-required]")).await?.is_enabled().await?);
        assert_eq!(k1.field().await?, "0.50");
        assert_eq!(k1.slider().await?, 0.5);

        k1.click("[data-action=lock]").await?;
        page.until("it is unlocked", async || Ok(k1.role("growth-slider").await?.is_enabled().await?))
            .await?;
        k1.set_field("1").await?;
        k1.until_field("1.00").await
    })
}

/// An indicator that is locked at this growth, with its settings open.
async fn locked<'page>(page: &'page Page, id: &str, rate: &str) -> Result<Indicator<'page>> {
    let indicator = page.indicator(id).await?;
    indicator.set_field(rate).await?;
    open_settings(page, id).await?;
    indicator.click("[data-action=lock]").await?;
    page.until_text(&indicator.inside(".badges"), "鍵がかかっています").await?;
    Ok(indicator)
}
