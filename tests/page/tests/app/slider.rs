//! The slider: by keyboard, by mouse, by finger.

use crate::open_settings;
use page_tests::{Key, Options, Pointer, Result, visit};

#[test]
fn arrows_move_one_step_page_keys_ten_home_and_end_to_the_bounds() -> Result<()> {
    visit(Options::desk(), async |page| {
        let k1 = page.indicator("k1").await?;
        let slider = k1.role("growth-slider").await?;
        let end = async |name: &str| -> Result<String> { Ok(slider.attr(name).await?.unwrap_or_default()) };
        let (min, max) = (end("min").await?, end("max").await?);
        for (key, times, field) in [
            (Key::Right, 3, "0.03"),
            (Key::Up, 1, "0.04"),
            (Key::Left, 1, "0.03"),
            (Key::Down, 5, "-0.02"),
            (Key::PageUp, 2, "0.18"),
            (Key::PageDown, 1, "0.08"),
            (Key::Home, 1, min.as_str()),
            (Key::PageDown, 1, min.as_str()),
            (Key::End, 1, max.as_str()),
            (Key::Right, 1, max.as_str()),
        ] {
            k1.slide(key.clone(), times).await?;
            k1.until_field(field).await?;
            assert_eq!(k1.slider().await?, field.parse::<f64>()?, "{key:?}");
        }
        let (min, max): (f64, f64) = (min.parse()?, max.parse()?);
        assert!(min < 0.0 && max > 1.29, "{min} to {max} leaves out zero or the required pace");
        Ok(())
    })
}

#[test]
fn every_slider_holds_zero_and_the_required_pace() -> Result<()> {
    visit(Options::desk(), async |page| {
        for id in crate::ALL {
            let indicator = page.indicator(id).await?;
            let slider = indicator.role("growth-slider").await?;
            let end = async |name: &str| -> Result<f64> {
                Ok(slider.attr(name).await?.unwrap_or_default().parse()?)
            };
            let (min, max) = (end("min").await?, end("max").await?);
            assert!(min < 0.0 && max > 0.0, "{id}: {min} to {max}");
            let Some(required) = indicator.number("required").await? else { continue };
            assert!(min < required && required < max, "{id}: {required} is not in {min} to {max}");
            // The tick stands at its place, and its number beside it.
            let tick = page.all(&indicator.inside(".scale-required")).await?;
            assert_eq!(tick.len(), 1, "{id}");
            page.until_text(&indicator.inside(".slider"), "必要").await?;
        }
        Ok(())
    })
}

#[test]
fn amounts_move_by_a_round_step() -> Result<()> {
    visit(Options::desk(), async |page| {
        open_settings(page, "p24").await?;
        let p24 = page.indicator("p24").await?;
        p24.click(".setting:first-child .choice:nth-of-type(2) input").await?;
        page.until_text(&p24.inside(".growth .unit"), "万円/年").await?;
        let step: f64 = p24.role("growth-slider").await?.attr("step").await?.unwrap_or_default().parse()?;
        let mantissa = step / 10_f64.powf(step.log10().floor());
        assert!(step > 1.0 && [1.0, 2.0, 5.0].iter().any(|one| (one - mantissa).abs() < 1e-9), "step {step}");
        p24.slide(Key::Right, 1).await?;
        p24.until_field(&format!("{step:.2}")).await?;
        p24.slide(Key::PageUp, 1).await?;
        p24.until_field(&format!("{:.2}", step * 11.0)).await
    })
}

#[test]
fn a_drag_is_one_entry_and_the_strip_follows_it_live() -> Result<()> {
    visit(Options::desk(), async |page| {
        let p11 = page.indicator("p11").await?;
        let held = p11.grab(0.9).await?;
        // Still held: everything has followed already.
        p11.until("verdict", "met").await?;
        page.until("p1 counts two", async || Ok(page.pillar("p1").await?.met == 2)).await?;
        page.until_text("#chart-title", "新たな事業展開").await?;
        held.release().await?;
        let far = p11.field().await?;
        assert!(far.parse::<f64>()? > 4.0, "dragged to {far}");
        p11.drag(0.05).await?;
        p11.until("verdict", "short").await?;
        let near = p11.field().await?;

        page.click("[data-action=undo]").await?;
        p11.until_field(&far).await?;
        page.click("[data-action=undo]").await?;
        p11.until_field("0.00").await?;
        assert!(page.attribute("[data-action=undo]", "aria-disabled").await?.is_some());
        page.click("[data-action=redo]").await?;
        page.click("[data-action=redo]").await?;
        p11.until_field(&near).await
    })
}

#[test]
fn moving_a_slider_chooses_its_indicator_and_repaints_its_chart() -> Result<()> {
    visit(Options::desk(), async |page| {
        let picture = "return document.querySelector('.chart canvas').toDataURL()";
        let p24 = page.indicator("p24").await?;
        p24.slide(Key::Right, 1).await?;
        page.until_text("#chart-title", "1事業所当たりの製造品出荷額等").await?;
        page.find("[data-indicator=p24].is-chosen").await?;
        for _ in 0..3 {
            let before = page.script(picture, vec![]).await?;
            p24.slide(Key::PageUp, 1).await?;
            page.until("the chart is repainted", async || Ok(page.script(picture, vec![]).await? != before))
                .await?;
        }
        Ok(())
    })
}

#[test]
fn a_finger_moves_the_slider_on_a_phone() -> Result<()> {
    visit(Options::phone(), async |page| {
        let p11 = page.indicator("p11").await?;
        let slider = page.bring(&p11.css("growth-slider")).await?;
        let script = "const box = arguments[0].getBoundingClientRect(); return [box.left, box.width, box.top + box.height / 2]";
        let place = page.script(script, vec![slider.to_json()?]).await?;
        let number = |at: usize| place[at].as_f64().unwrap_or_default();
        let path = [0.35, 0.5, 0.7, 0.9].map(|share| (number(0) + share * number(1), number(2)));
        page.draw(Pointer::Finger, &path, true).await?;
        p11.until("verdict", "met").await?;
        page.until_text("#chart-title", "新たな事業展開").await?;
        page.until_text(".chosen-bar", "●").await
    })
}

#[test]
fn a_slider_says_what_it_means() -> Result<()> {
    visit(Options::desk().english(), async |page| {
        let k1 = page.indicator("k1").await?;
        k1.set_field("1").await?;
        let slider = k1.css("growth-slider");
        page.until("the slider speaks", async || {
            let spoken = page.attribute(&slider, "aria-valuetext").await?.unwrap_or_default();
            Ok(["+1.00 %/year", "2031", "7,511", "Short"].iter().all(|part| spoken.contains(part)))
        })
        .await?;
        let name = page.attribute(&slider, "aria-label").await?.unwrap_or_default();
        assert!(name.contains("Gross city product per worker"), "the slider is named {name:?}");
        Ok(())
    })
}
