//! The large chart, its readout and its table.

use crate::{choose, open_settings};
use page_tests::{Key, Options, Page, Result, Scheme, Size, Value, visit};

const READING: &str = ".chart-box [role=status]";

#[test]
fn arrow_keys_read_the_years_of_the_chart() -> Result<()> {
    for (options, first, last, unit) in [
        (Options::desk(), "H29 (2017)", "R13 (2031): 投影 7,511", "千円"),
        (Options::phone().english(), "2017 (H29)", "2031 (R13): Projection 7,511", "thousand yen"),
    ] {
        visit(options, async |page| {
            page.indicator("k1").await?.set_field("1").await?;
            page.script("document.querySelector('.chart').focus()", vec![]).await?;
            page.press(Key::Right).await?;
            page.until_text(READING, first).await?;
            page.until_text(READING, unit).await?;
            page.press(Key::Left).await?;
            page.until_text(READING, first).await?;
            page.press(Key::Right).await?;
            page.press(Key::Right).await?;
            page.until_text(READING, "2019").await?;
            page.press(Key::Up).await?;
            page.until_text(READING, "2020").await?;
            page.press(Key::Down).await?;
            page.until_text(READING, "2019").await?;
            page.press(Key::End).await?;
            page.until_text(READING, last).await?;
            page.press(Key::Right).await?;
            page.until_text(READING, last).await?;
            page.press(Key::Home).await?;
            page.until_text(READING, first).await?;
            let live = page.attribute(READING, "aria-live").await?;
            assert_eq!(live.as_deref(), Some("polite"));
            assert!(page.has_focus(".chart").await?);
            page.press(Key::Tab).await?;
            page.until("nothing is read any more", async || Ok(page.texts(READING).await? == [""])).await
        })?;
    }
    Ok(())
}

#[test]
fn the_pointer_reads_the_year_it_is_over() -> Result<()> {
    visit(Options::desk(), async |page| {
        let script = "const b = document.querySelector('.chart').getBoundingClientRect();
            return [b.left + b.width / 2, b.top + b.height / 2]";
        let middle = page.script(script, vec![]).await?;
        let at = |index: usize| middle[index].as_f64().unwrap_or_default();
        page.point(at(0), at(1)).await?;
        page.until("a year is read", async || Ok(page.texts(READING).await?.concat().contains("必要ペース")))
            .await
    })
}

#[test]
fn the_table_holds_every_year_of_the_chart() -> Result<()> {
    visit(Options::desk(), async |page| {
        page.indicator("k1").await?.set_field("1").await?;
        choose(page, "k1").await?;
        page.click("[data-action=show-table]").await?;
        assert_eq!(
            page.attribute("[data-action=show-table]", "aria-pressed").await?.as_deref(),
            Some("true")
        );
        page.until_gone(".chart").await?;
        page.until_text("table.years caption", "市内就業人口1人当たりの総生産 (千円)").await?;
        assert_eq!(
            page.texts("table.years thead th[scope=col]").await?,
            ["年度", "区分", "値", "必要ペース", "現状維持"]
        );
        let years = page.texts("table.years tbody th[scope=row]").await?;
        assert_eq!(years.len(), 15);
        assert_eq!((years[0].as_str(), years[14].as_str()), ("H29 (2017)", "R13 (2031)"));
        assert_eq!(cells(page, "tbody tr:first-child").await?, ["現況(計画記載)", "6,534", "6,534", "6,534"]);
        assert_eq!(cells(page, "tbody tr.is-target").await?, ["投影", "7,511", "7,809", "6,534"]);
        page.until_text("table.years tfoot", "7,809").await?;

        page.click("[data-action=show-chart]").await?;
        page.find(".chart canvas").await?;
        page.until_gone("table.years").await
    })
}

#[test]
fn the_table_of_a_sum_gives_the_yearly_count_and_the_total() -> Result<()> {
    visit(Options::phone().english(), async |page| {
        choose(page, "p11").await?;
        page.click("[data-action=show-table]").await?;
        page.find("table.years").await?;
        let names = page.texts("table.years thead th").await?;
        assert_eq!(names[2..4], ["Yearly", "Total"]);
        let years = page.texts("table.years tbody th").await?;
        assert_eq!((years.len(), years[0].as_str()), (10, "2022 (R4)"), "only years that count");
        let last = cells(page, "tbody tr:last-child").await?;
        assert_eq!(last, ["Projection", "17", "170", "220", "170"]);
        page.check_fits().await
    })
}

#[test]
fn the_chart_is_sharp_and_follows_its_box() -> Result<()> {
    visit(Options::desk(), async |page| {
        check_sharp(page).await?;
        for size in [Size::Projector, Size::Phone, Size::Other(1000, 700), Size::Desk] {
            page.resize(size).await?;
            check_sharp(page).await?;
        }
        // The browser's own zoom: fewer CSS pixels, more device pixels to each.
        page.zoom(911, 512, 1.5).await?;
        check_sharp(page).await
    })
}

#[test]
fn the_chart_takes_the_colours_of_the_page() -> Result<()> {
    visit(Options::desk(), async |page| {
        let light = until_painted(page, &Value::Null).await?;
        page.prefer(Scheme::Dark).await?;
        let dark = until_painted(page, &light).await?;
        page.prefer(Scheme::Light).await?;
        let again = until_painted(page, &dark).await?;
        assert_eq!(again, light, "the same state is painted alike");
        // Every indicator paints a chart of its own.
        let mut before = light;
        for id in ["k2", "p11", "p22", "p48"] {
            choose(page, id).await?;
            before = until_painted(page, &before).await?;
        }
        Ok(())
    })
}

#[test]
fn without_a_baseline_the_chart_says_so_until_one_is_assumed() -> Result<()> {
    visit(Options::desk(), async |page| {
        open_settings(page, "p43").await?;
        page.until_text(".chart-panel .empty", "現況の値がないため").await?;
        page.enter("[data-indicator=p43] [data-role=base-value]", "20").await?;
        until_painted(page, &Value::Null).await?;
        page.click("[data-action=show-table]").await?;
        page.until_text("table.years tbody tr:first-child", "現況(利用者の仮定)").await
    })
}

#[test]
fn the_figures_beside_the_chart_answer_how_far_off_it_is() -> Result<()> {
    visit(Options::desk(), async |page| {
        page.indicator("k1").await?.set_field("1").await?;
        choose(page, "k1").await?;
        for part in ["R13投影", "7,511", "千円", "−298", "+1.28", "+1.00", "6,534", "H29・計画記載"]
        {
            page.until_text(".figures", part).await?;
        }
        // Rounding never shows the target's number on an outcome that misses it.
        page.indicator("k1").await?.set_field("1.28").await?;
        page.until_text(".figures", "+1.28").await?;
        let figures = page.text(".figures").await?;
        assert!(!figures.contains("\n7,809\n") && !figures.contains(" 100%"), "{figures}");
        Ok(())
    })
}

async fn cells(page: &Page, row: &str) -> Result<Vec<String>> {
    page.texts(&format!("table.years {row} td")).await
}

/// Waits until the canvas holds another picture than this, and more than one colour; returns it.
async fn until_painted(page: &Page, before: &Value) -> Result<Value> {
    // Pixels are read from a copy: the page's own canvas stays where it is fastest to draw.
    let script = "const canvas = document.querySelector('.chart canvas');
        if (!canvas || canvas.width < 2) return null;
        const copy = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
        [copy.canvas.width, copy.canvas.height] = [canvas.width, canvas.height];
        copy.drawImage(canvas, 0, 0);
        const pixels = new Uint32Array(copy.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
        return new Set(pixels).size > 8 ? copy.canvas.toDataURL() : null";
    page.until("another chart is painted", async || {
        let picture = page.script(script, vec![]).await?;
        Ok(!picture.is_null() && picture != *before)
    })
    .await?;
    page.script(script, vec![]).await
}

/// The canvas has as many pixels as its box has on the screen.
async fn check_sharp(page: &Page) -> Result<()> {
    let script = "const e = document.querySelector('.chart canvas'), ratio = window.devicePixelRatio;
        return [e.width, e.height, Math.round(e.clientWidth * ratio), Math.round(e.clientHeight * ratio)]";
    page.until("the canvas fits its box", async || {
        let size = page.script(script, vec![]).await?;
        Ok(size[0] == size[2] && size[1] == size[3] && size[0].as_u64() > Some(100))
    })
    .await
}
