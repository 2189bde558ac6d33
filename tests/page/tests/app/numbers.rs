//! The figures of the page: the worked table, the counts of the pillars, and what cannot be judged.

use crate::{ALL, choose, detail, open_settings};
use page_tests::{Options, Page, Pillar, Result, visit};

/// Id, required growth, outcome at 0 and at 1.
const WORKED: [(&str, f64, f64, f64); 8] = [
    ("k1", 1.281409160349964, 6534.0, 7510.664509294625),
    ("k2", 3.65, 13.5, 23.5),
    ("p11", 3.947520189499, 170.0, 181.432551224349),
    ("p14", 1.336305234149, 330.0, 352.192599435500),
    ("p22", 0.007695563884, 27279.0, 30132.986959092246),
    ("p46", 0.861538461538, 88.8, 100.0),
    ("p47", 20.102216918694, 8.0, 8.925346773323),
    ("p48", -0.127695902849, 1210.0, 1291.372864596834),
];

/// Met, short and unknown of the five pillars with no growth.
const AT_HOLD: [(&str, usize, usize, usize); 5] =
    [("k", 0, 2, 0), ("p1", 1, 4, 0), ("p2", 0, 4, 0), ("p3", 1, 2, 0), ("p4", 1, 6, 1)];
/// The same with every growth at the required pace.
const AT_REQUIRED: [(&str, usize, usize, usize); 5] =
    [("k", 2, 0, 0), ("p1", 5, 0, 0), ("p2", 4, 0, 0), ("p3", 3, 0, 0), ("p4", 7, 0, 1)];

#[test]
fn the_worked_table_stands_in_the_page() -> Result<()> {
    visit(Options::desk(), async |page| {
        for (id, required, hold, one) in WORKED {
            let indicator = page.indicator(id).await?;
            indicator.until_number("projected", hold).await?;
            let shown = indicator.number("required").await?.unwrap_or(f64::NAN);
            assert!((shown - required).abs() < 1e-9, "{id} needs {shown} instead of {required}");
            indicator.set_field("1").await?;
            indicator.until_number("projected", one).await?;
            // The pace that is needed does not depend on the one that is assumed.
            assert_eq!(indicator.number("required").await?, Some(shown), "{id}");
        }
        Ok(())
    })
}

#[test]
fn verdict_and_progress_follow_the_outcome() -> Result<()> {
    visit(Options::phone().english(), async |page| {
        let k1 = page.indicator("k1").await?;
        for (rate, progress, verdict) in [
            ("0", 0.0, "short"),
            ("1", (7510.664509294625 - 6534.0) / (7809.0 - 6534.0), "short"),
            ("1.28", 0.99, "short"),
            ("1.29", 1.0, "met"),
            ("-100", -6534.0 / 1275.0, "short"),
        ] {
            k1.set_field(rate).await?;
            k1.until("verdict", verdict).await?;
            let shown = k1.number("progress").await?.unwrap_or(f64::NAN);
            assert!((shown - progress).abs() < 0.02, "progress at {rate}: {shown}");
            let word = if verdict == "met" { "Met" } else { "Short" };
            page.until_text(&k1.css("verdict"), word).await?;
        }
        // p22's target is too near its base for a progress; p48 is met without any growth.
        assert_eq!(page.indicator("p22").await?.value("progress").await?, "");
        assert_eq!(page.indicator("p48").await?.value("verdict").await?, "met");
        Ok(())
    })
}

#[test]
fn the_strip_counts_and_the_presets_move_it() -> Result<()> {
    visit(Options::desk(), async |page| {
        check_strip(page, AT_HOLD).await?;
        page.until_text(".overall", "3/22").await?;
        page.click("[data-action=preset-required]").await?;
        check_strip(page, AT_REQUIRED).await?;
        page.until_text(".overall", "21").await?;
        for id in ALL.into_iter().filter(|id| *id != "p43") {
            assert_eq!(page.indicator(id).await?.value("verdict").await?, "met", "{id}");
        }
        for (id, rate) in [("k1", "1.29"), ("k2", "3.65"), ("p46", "0.87"), ("p48", "-0.12")] {
            page.indicator(id).await?.until_field(rate).await?;
        }
        page.click("[data-action=preset-half]").await?;
        check_strip(page, AT_HOLD).await?;
        for (id, rate) in [("k1", "0.64"), ("k2", "1.83"), ("p48", "0.00")] {
            page.indicator(id).await?.until_field(rate).await?;
        }
        page.click("[data-action=preset-hold]").await?;
        for id in ALL {
            page.indicator(id).await?.until_field("0.00").await?;
        }
        check_strip(page, AT_HOLD).await
    })
}

#[test]
fn one_indicator_moves_its_own_pillar_alone() -> Result<()> {
    visit(Options::projector(), async |page| {
        page.indicator("p31").await?.set_field("-50").await?;
        let mut expected = AT_HOLD;
        expected[3] = ("p3", 0, 3, 0);
        check_strip(page, expected).await?;
        page.until_text(".overall", "2/22").await?;
        page.indicator("p11").await?.set_field("4").await?;
        expected[1] = ("p1", 2, 3, 0);
        check_strip(page, expected).await
    })
}

#[test]
fn without_a_baseline_there_is_no_verdict_until_one_is_assumed() -> Result<()> {
    visit(Options::desk(), async |page| {
        let p43 = page.indicator("p43").await?;
        for role in ["projected", "progress", "required"] {
            assert_eq!(p43.value(role).await?, "", "{role}");
        }
        p43.until("verdict", "unknown").await?;
        page.until_text(&p43.css("required"), "現況不明").await?;
        open_settings(page, "p43").await?;
        page.until_text(".chart-panel", "現況の値がないため").await?;
        let year = page.find(&p43.css("base-year")).await?.prop("value").await?;
        assert_eq!(year.as_deref(), Some("R3"));

        page.enter(&p43.css("base-value"), "20").await?;
        p43.until("verdict", "short").await?;
        p43.until_number("projected", 20.0).await?;
        p43.until_number("required", 0.48).await?;
        page.until_text(&p43.inside(".badges"), "利用者の仮定").await?;
        p43.set_field("0.48").await?;
        p43.until("verdict", "met").await?;
        check_strip(page, [AT_HOLD[0], AT_HOLD[1], AT_HOLD[2], AT_HOLD[3], ("p4", 2, 6, 0)]).await?;

        // An earlier baseline leaves more years to grow in.
        page.enter(&p43.css("base-year"), "２０１８年度").await?;
        p43.until_number("required", 4.8 / 13.0).await?;
        page.until_text(&p43.inside(".row-target"), "H30").await?;
        p43.click("[data-action=clear-base]").await?;
        p43.until("verdict", "unknown").await?;
        p43.until("projected", "").await?;
        check_strip(page, AT_HOLD).await
    })
}

#[test]
fn a_target_is_judged_in_its_own_year() -> Result<()> {
    visit(Options::desk(), async |page| {
        let p22 = page.indicator("p22").await?;
        page.until_text(&p22.inside(".results dt"), "R8").await?;
        choose(page, "p22").await?;
        page.click("[data-action=show-table]").await?;
        page.until_text("table.years tbody tr:last-child", "参考").await?;
        page.until_text("table.years tr.is-target", "R8 (2026)").await
    })
}

#[test]
fn the_details_say_when_a_missed_target_would_be_reached() -> Result<()> {
    visit(Options::desk(), async |page| {
        let k1 = page.indicator("k1").await?;
        for (rate, reached) in
            [("0", Some("2060年度までに届きません")), ("1", Some("R17 (2035)")), ("2", None)]
        {
            k1.set_field(rate).await?;
            k1.until_field(&format!("{rate}.00")).await?;
            page.until(&format!("到達年度 at {rate} is {reached:?}"), async || {
                Ok(detail(page, "到達年度").await?.as_deref() == reached)
            })
            .await?;
        }
        // A bound that acts is said with its year.
        choose(page, "p46").await?;
        page.indicator("p46").await?.set_field("1").await?;
        page.until_text(".details", "R12 (2030)に上限の100%に達します").await
    })
}

#[test]
fn a_growth_far_above_every_pace_gets_a_plain_remark() -> Result<()> {
    visit(Options::desk(), async |page| {
        let k1 = page.indicator("k1").await?;
        k1.set_field("9").await?;
        page.until_text(&k1.inside(".remark"), "大きく超える").await?;
        k1.set_field("2").await?;
        page.until_gone(&k1.inside(".remark")).await
    })
}

async fn check_strip(page: &Page, pillars: [(&str, usize, usize, usize); 5]) -> Result<()> {
    for (id, met, short, unknown) in pillars {
        let verdict = if short > 0 { "short" } else { "met" };
        let wanted = Pillar { verdict: verdict.to_owned(), met, short, unknown };
        page.until(&format!("{id} is {wanted:?}"), async || Ok(page.pillar(id).await? == wanted)).await?;
    }
    Ok(())
}
