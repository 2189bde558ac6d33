//! The figures on paper. What Firefox prints has letters that our reader of PDF knows, and figures that it does not.

use page_tests::{Key, Language, Options, Page, Result, json, visit};

const MENU: &str = "[popovertarget=output-menu]";

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
            page.indicator("p43").await?.click("[data-action=settings]").await?;
            page.enter("[data-indicator=p43] [data-role=base-value]", "20").await?;
            page.indicator("p43").await?.until("verdict", "short").await?;
            let printed = page.printed().await?;
            let [sheet] = printed.as_slice() else { panic!("{printed:#?}") };
            for part in [standing, short, all] {
                sheet.says(part);
            }
            let listed = page.listed().await?;
            assert_eq!(listed.len(), 22);
            for id in listed {
                for part in row(page, &id).await? {
                    sheet.says(&part);
                }
            }
            Ok(())
        })?;
    }
    Ok(())
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

/// What the sheet says of an indicator, by the words and figures of the desk: its name, and the end of its row.
async fn row(page: &Page, id: &str) -> Result<[String; 2]> {
    let script = "const row = document.querySelector(`[data-indicator='${arguments[0]}']`);
        const text = (css) => row.querySelector(css).innerText;
        return [text('.row-name'), text('[data-role=projected] b')
            + text('.results > div:nth-child(2) dd') + text('[data-role=verdict]')]";
    let found = page.script(script, vec![json!(id)]).await?;
    Ok([0, 1].map(|part| found[part].as_str().unwrap_or_default().to_owned()))
}
