//! Whatever is typed in a field is taken where its meaning is plain; otherwise a message stands at the field and
//! the last good value stays in force.

use crate::open_settings;
use page_tests::{Key, Options, Page, Result, Size, visit};

/// Typed, and what then stands in the field.
const TAKEN: [(&str, &str); 14] = [
    ("1.5", "1.50"),
    ("１．５", "1.50"),
    ("１。５", "1.50"),
    ("▲0.5", "-0.50"),
    ("△２", "-2.00"),
    ("−0.5", "-0.50"),
    ("ー0.25", "-0.25"),
    ("(3)", "-3.00"),
    ("+2", "2.00"),
    ("  4 ", "4.00"),
    ("1.5％", "1.50"),
    ("2 %/年", "2.00"),
    ("1,000", "1000.00"),
    ("0.005", "0.01"),
];

/// Typed, and a part of what the page says.
const REFUSED: [(&str, &str); 12] = [
    ("abc", "1文字目の「a」"),
    ("", "数字がありません"),
    ("NaN", "1文字目の「N」"),
    ("Infinity", "「I」"),
    ("1e9", "2文字目の「e」"),
    ("2000", "−100〜+1,000 %/年"),
    ("-100.01", "−100〜+1,000 %/年"),
    ("1,234", "−100〜+1,000 %/年"),
    ("1,5", "コンマ"),
    ("1.2.3", "小数点"),
    ("99999999999999999999999999999999999999", "桁数"),
    ("1 2", "「2」"),
];

#[test]
fn plain_meaning_is_taken_however_it_is_spelt() -> Result<()> {
    visit(Options::desk(), async |page| {
        let k1 = page.indicator("k1").await?;
        for (typed, shown) in TAKEN {
            k1.set_field("0.1").await?;
            k1.until_field("0.10").await?;
            k1.set_field(typed).await?;
            k1.until_field(shown).await?;
            assert!(page.all("[role=alert]").await?.is_empty(), "{typed:?} brought a message");
        }
        Ok(())
    })
}

#[test]
fn anything_else_leaves_a_message_and_the_last_good_value() -> Result<()> {
    visit(Options::desk(), async |page| {
        let k1 = page.indicator("k1").await?;
        k1.set_field("1").await?;
        k1.until_number("projected", 7510.664509294625).await?;
        for (typed, says) in REFUSED {
            k1.set_field(typed).await?;
            check_refused(page, &k1.css("growth-field"), says).await?;
            assert_eq!(k1.field().await?, typed, "what was typed is gone");
            assert_eq!(k1.number("projected").await?, Some(7510.664509294625), "{typed:?}");
            assert_eq!(k1.slider().await?, 1.0, "{typed:?}");
            page.press(Key::Escape).await?;
            k1.until_field("1.00").await?;
            check_sound(page, &k1.css("growth-field")).await?;
        }
        // Nothing of it is in the history.
        page.click("[data-action=undo]").await?;
        k1.until_field("0.00").await
    })
}

#[test]
fn a_message_goes_when_the_field_is_mended() -> Result<()> {
    visit(Options::phone().english(), async |page| {
        let k2 = page.indicator("k2").await?;
        k2.set_field("much").await?;
        check_refused(page, &k2.css("growth-field"), "“m” (character 1)").await?;
        k2.set_field("101").await?;
        check_refused(page, &k2.css("growth-field"), "−100 to +100 points/year").await?;
        k2.set_field("1 point/year").await?;
        k2.until_number("projected", 23.5).await?;
        check_sound(page, &k2.css("growth-field")).await?;
        // Another indicator's fault is none of this one's.
        k2.set_field("x").await?;
        check_refused(page, &k2.css("growth-field"), "“x”").await?;
        check_sound(page, &page.indicator("k1").await?.css("growth-field")).await
    })
}

#[test]
fn leaving_a_field_commits_it() -> Result<()> {
    visit(Options::desk(), async |page| {
        let k1 = page.indicator("k1").await?;
        k1.type_field("1").await?;
        assert_eq!(k1.number("projected").await?, Some(6534.0), "half typed is not assumed");
        page.press(Key::Tab).await?;
        k1.until_number("projected", 7510.664509294625).await?;
        k1.type_field("-").await?;
        page.press(Key::Tab).await?;
        check_refused(page, &k1.css("growth-field"), "数字がありません").await?;
        // Undoing changes the value in force, and the field shows it.
        page.click("[data-action=undo]").await?;
        k1.until_field("0.00").await?;
        check_sound(page, &k1.css("growth-field")).await
    })
}

#[test]
fn half_typed_text_outlives_every_redraw() -> Result<()> {
    visit(Options::desk(), async |page| {
        let k1 = page.indicator("k1").await?;
        k1.type_field("1.2").await?;
        // A press by script leaves the focus in the field, as a change from elsewhere does.
        for css in ["[data-action=language]", "[data-pillar=k]", "[data-action=show-table]"] {
            page.script("document.querySelector(arguments[0]).click()", vec![css.into()]).await?;
        }
        page.find("table.years").await?;
        page.until_text("[data-action=show-all]", "All").await?;
        page.until("two are listed", async || Ok(page.listed().await?.len() == 2)).await?;
        page.press("9").await?;
        let typed = k1.field().await?;
        page.press(Key::Enter).await?;
        k1.until_field("1.29").await?;
        assert_eq!(typed, "1.29");
        Ok(())
    })
}

#[test]
fn amounts_take_groups_of_digits() -> Result<()> {
    visit(Options::desk(), async |page| {
        open_settings(page, "p24").await?;
        let p24 = page.indicator("p24").await?;
        p24.click(".setting:first-child .choice:nth-of-type(2) input").await?;
        p24.set_field("１，２３４万円/年").await?;
        p24.until_field("1234.00").await?;
        p24.until_number("projected", 76_254.0 + 13.0 * 1234.0).await?;
        p24.set_field("1,000,000,001").await?;
        check_refused(page, &p24.css("growth-field"), "1,000,000,000").await
    })
}

#[test]
fn the_fields_of_the_settings_refuse_as_well() -> Result<()> {
    visit(Options::desk(), async |page| {
        open_settings(page, "p43").await?;
        let p43 = page.indicator("p43").await?;
        for (role, typed, says) in [
            ("base-value", "120", "0〜100"),
            ("base-value", "-1", "0〜100"),
            ("base-value", "低い", "「低」"),
            ("base-year", "13", "R3や2021"),
            ("base-year", "2040", "R13 (2031)以前"),
            ("base-year", "R元年ごろ", "R3や2021"),
            ("early-field", "1,5", "コンマ"),
            ("late-field", "100.01", "−100〜+100 ポイント/年"),
        ] {
            page.enter(&p43.css(role), typed).await?;
            check_refused(page, &p43.css(role), says).await?;
            page.press(Key::Escape).await?;
            check_sound(page, &p43.css(role)).await?;
        }
        p43.until("verdict", "unknown").await?;
        page.enter(&p43.css("base-value"), "２０．５%").await?;
        p43.until_number("projected", 20.5).await?;
        page.enter(&p43.css("base-year"), "令和元年度").await?;
        p43.until_number("required", (24.8 - 20.5) / 12.0).await
    })
}

#[test]
fn a_message_can_be_read_whole_at_every_size() -> Result<()> {
    for size in [Size::Desk, Size::Projector, Size::Phone, Size::Other(320, 640)] {
        visit(Options::at(size), async |page| {
            for id in ["k1", "k2", "p48"] {
                let indicator = page.indicator(id).await?;
                page.bring(&indicator.css("growth-field")).await?;
                indicator.set_field("5000").await?;
                let problem = indicator.inside(".problem");
                page.find(&problem).await?;
                page.check_in_sight(&problem).await?;
                page.check_fits().await?;
                page.press(Key::Escape).await?;
                page.until_gone(&problem).await?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn a_name_of_any_kind_is_taken_and_nothing_is_run() -> Result<()> {
    visit(Options::desk(), async |page| {
        let name = "<img src=x onerror=alert(1)> & \"慎重\" 🌋";
        page.enter("#scenario-name", name).await?;
        page.until_text(".last-change", "シナリオ名").await?;
        let long = "長".repeat(200);
        page.enter("#scenario-name", &long).await?;
        page.until("the name is cut to its limit", async || {
            let name = page.find("#scenario-name").await?.prop("value").await?.unwrap_or_default();
            Ok(name.chars().count() == 80)
        })
        .await?;
        page.click("[data-action=undo]").await?;
        let field = page.find("#scenario-name").await?;
        page.until("the name before is back", async || {
            Ok(field.prop("value").await?.as_deref() == Some(name))
        })
        .await?;
        assert!(page.all("img").await?.is_empty());
        Ok(())
    })
}

/// The message is there, says this, and belongs to the field.
async fn check_refused(page: &Page, field: &str, says: &str) -> Result<()> {
    page.until(&format!("{field} is invalid and says {says:?}"), async || {
        let invalid = page.attribute(field, "aria-invalid").await?.as_deref() == Some("true");
        let Some(message) = page.attribute(field, "aria-describedby").await?.filter(|_| invalid) else {
            return Ok(false);
        };
        Ok(page.texts(&format!("[id='{message}'][role=alert]")).await?.concat().contains(says))
    })
    .await
}

async fn check_sound(page: &Page, field: &str) -> Result<()> {
    page.until(&format!("{field} is sound"), async || {
        let element = page.find(field).await?;
        let sound = element.attr("aria-invalid").await?.as_deref() != Some("true");
        Ok(sound && element.attr("aria-describedby").await?.is_none())
    })
    .await
}
