//! The settings of an indicator.

use crate::{choose, detail, open_settings};
use page_tests::{Indicator, Options, Page, Result, visit};

#[test]
fn the_gear_opens_and_closes_one_at_a_time() -> Result<()> {
    visit(Options::desk(), async |page| {
        open_settings(page, "k1").await?;
        page.until_text("#chart-title", "1人当たりの総生産").await?;
        open_settings(page, "k2").await?;
        page.until_gone("[data-indicator=k1] .settings").await?;
        let gear = "[data-indicator=k2] [data-action=settings]";
        assert_eq!(page.attribute(gear, "aria-expanded").await?.as_deref(), Some("true"));
        page.click(gear).await?;
        page.until_gone(".settings").await?;
        assert_eq!(page.attribute(gear, "aria-expanded").await?.as_deref(), Some("false"));
        assert!(page.attribute(gear, "aria-label").await?.unwrap_or_default().contains("市民の割合"));
        Ok(())
    })
}

#[test]
fn switching_the_kind_of_growth_keeps_the_outcome() -> Result<()> {
    visit(Options::desk(), async |page| {
        // Rates are whole hundredths: over 14 years that is 0.07 of an amount, and a few units of a rate.
        for (id, field, near) in [("k1", "1", 0.1), ("k2", "2", 0.1), ("p11", "3", 0.6)] {
            let indicator = page.indicator(id).await?;
            indicator.set_field(field).await?;
            open_settings(page, id).await?;
            let before = indicator.number("projected").await?.unwrap_or(f64::NAN);
            let unit = page.text(&indicator.inside(".growth .unit")).await?;
            for other in [true, false] {
                pick_other_mode(page, &indicator).await?;
                page.until("the unit is another", async || {
                    Ok((page.texts(&indicator.inside(".growth .unit")).await?[0] != unit) == other)
                })
                .await?;
                let after = indicator.number("projected").await?.unwrap_or(f64::NAN);
                assert!(
                    (after - before).abs() < f64::max(near, before * 2e-3),
                    "{id}: {before} became {after}"
                );
            }
        }
        Ok(())
    })
}

#[test]
fn a_switch_that_cannot_be_made_says_why() -> Result<()> {
    visit(Options::desk().english(), async |page| {
        let p43 = page.indicator("p43").await?;
        p43.set_field("1").await?;
        open_settings(page, "p43").await?;
        page.until_text(&p43.inside(".setting:first-child .hint"), "Without a baseline").await?;
        let radios = page.all(&p43.inside(".setting:first-child input[type=radio]:disabled")).await?;
        assert_eq!(radios.len(), 1);
        // What the hint says helps.
        p43.set_field("0").await?;
        page.until_gone(&p43.inside(".setting:first-child input[type=radio]:disabled")).await
    })
}

#[test]
fn the_two_halves_have_rates_of_their_own() -> Result<()> {
    visit(Options::desk(), async |page| {
        open_settings(page, "k1").await?;
        let k1 = page.indicator("k1").await?;
        page.enter(&k1.css("early-field"), "1").await?;
        k1.until_field("1.00").await?;
        page.enter(&k1.css("late-field"), "2").await?;
        let wanted = 6534.0 * 1.01_f64.powi(9) * 1.02_f64.powi(5);
        k1.until_number("projected", wanted).await?;
        page.until_text(&k1.inside(".growth-half"), "前半の成長").await?;
        assert_eq!(k1.role("growth-field-late").await?.prop("value").await?.as_deref(), Some("2.00"));

        // A slider of the second half moves it alone.
        page.find(&k1.css("growth-slider-late")).await?.send_keys("\u{e014}").await?;
        k1.until_number("projected", 6534.0 * 1.01_f64.powi(9) * 1.0201_f64.powi(5)).await?;
        assert_eq!(k1.field().await?, "1.00");
        k1.click("[data-action=same-rate]").await?;
        page.until_gone(&k1.css("growth-slider-late")).await?;
        k1.until_number("projected", 7510.664509294625).await?;
        page.click("[data-action=undo]").await?;
        k1.role("growth-slider-late").await?;
        Ok(())
    })
}

#[test]
fn the_second_half_can_be_set_to_what_is_still_needed() -> Result<()> {
    visit(Options::phone(), async |page| {
        open_settings(page, "k1").await?;
        let k1 = page.indicator("k1").await?;
        page.enter(&k1.css("early-field"), "-0.5").await?;
        k1.role("growth-slider-late").await?;
        k1.until("verdict", "short").await?;
        k1.click("[data-action=set-required-late]").await?;
        k1.until("verdict", "met").await?;
        assert_eq!(k1.field().await?, "-0.50");
        let late = k1.role("growth-field-late").await?.prop("value").await?.unwrap_or_default();
        // One step less would not do.
        let less = late.parse::<f64>()? - 0.01;
        page.enter(&k1.css("growth-field-late"), &format!("{less:.2}")).await?;
        k1.until("verdict", "short").await?;
        // p22 is judged within the first half: the second cannot help.
        open_settings(page, "p22").await?;
        let p22 = page.indicator("p22").await?;
        assert!(!page.find(&p22.inside("[data-action=set-required-late]")).await?.is_enabled().await?);
        page.until_text(&p22.inside(".settings"), "目標年度が前半").await
    })
}

#[test]
fn one_indicator_can_be_set_to_its_required_pace() -> Result<()> {
    visit(Options::desk(), async |page| {
        open_settings(page, "p47").await?;
        let p47 = page.indicator("p47").await?;
        p47.click("[data-action=set-required]").await?;
        p47.until_field("20.11").await?;
        p47.until("verdict", "met").await?;
        choose(page, "p12").await?;
        page.click("[data-action=set-required-chosen]").await?;
        let p12 = page.indicator("p12").await?;
        p12.until("verdict", "met").await?;
        choose(page, "p43").await?;
        assert!(!page.find("[data-action=set-required-chosen]").await?.is_enabled().await?);
        Ok(())
    })
}

#[test]
fn an_inferred_count_may_be_read_the_other_way() -> Result<()> {
    visit(Options::desk(), async |page| {
        open_settings(page, "p11").await?;
        let p11 = page.indicator("p11").await?;
        page.click("input[name=measure-p11]:not(:checked)").await?;
        p11.until_number("projected", 17.0).await?;
        page.until_text(&p11.inside(".badges"), "年間の件数(利用者の仮定)").await?;
        page.until_text(&p11.css("projected"), "事業者/年").await?;
        page.click("input[name=measure-p11]:not(:checked)").await?;
        p11.until_number("projected", 170.0).await?;
        page.until_text(&p11.inside(".badges"), "累計(推定)").await?;
        // p48 says in words that it is a sum; k1 is no count.
        open_settings(page, "p48").await?;
        let p48 = page.find("input[name=measure-p48]:not(:checked)").await?;
        assert!(!p48.is_enabled().await?);
        page.until_text("[data-indicator=p48] .settings", "計画に記載のとおり").await?;
        open_settings(page, "k1").await?;
        assert!(page.all("input[name=measure-k1]").await?.is_empty());
        Ok(())
    })
}

#[test]
fn a_reason_is_kept_with_the_assumption() -> Result<()> {
    visit(Options::desk(), async |page| {
        open_settings(page, "k1").await?;
        let reason = "県の推計「中位」\n令和6年度";
        page.find("#reason-k1").await?.send_keys(reason).await?;
        page.press("\u{e004}").await?;
        // Tab has led to the next indicator.
        choose(page, "k1").await?;
        page.until("the details give the reason", async || {
            Ok(detail(page, "根拠").await?.as_deref() == Some(reason))
        })
        .await?;
        page.click("[data-action=undo]").await?;
        page.until("it is gone", async || Ok(detail(page, "根拠").await?.is_none())).await
    })
}

async fn pick_other_mode(page: &Page, indicator: &Indicator<'_>) -> Result<()> {
    page.click(&indicator.inside("input[name^=mode-]:not(:checked)")).await
}
