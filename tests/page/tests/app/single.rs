//! The self-contained file: the whole page from a folder or a stick, opened by double click.

use crate::{ALL, choose, open_settings};
use page_tests::{Language, Options, Page, Result, Scheme, Size, self_contained, visit};
use std::{env, fs, process};

const ERROR: &str = "[data-role=notice][data-kind=error]";

#[test]
fn it_works_as_the_hosted_page_does_and_asks_for_nothing() -> Result<()> {
    let file = self_contained()?;
    visit(Options::desk().file(&file), async |page| {
        assert_eq!(page.listed().await?, ALL);
        let k1 = page.indicator("k1").await?;
        k1.set_field("1.29").await?;
        k1.until("verdict", "met").await?;
        let k1_pillar = page.pillar("k").await?;
        assert_eq!(k1_pillar.met, 1);
        open_settings(page, "k1").await?;
        page.type_over("#reason-k1", "県の推計").await?;
        choose(page, "p12").await?;
        page.click("[data-action=show-table]").await?;
        page.find("table.years").await?;
        page.reload().await?;
        assert_eq!(k1.field().await?, "1.29");
        open_settings(page, "k1").await?;
        assert_eq!(page.find("#reason-k1").await?.prop("value").await?.as_deref(), Some("県の推計"));
        assert!(page.all("[data-role=notice], link[rel=manifest], meta[name=worker]").await?.is_empty());

        let address = page.address().to_owned();
        let requests = page.requests().await?;
        let foreign: Vec<_> =
            requests.iter().filter(|url| !url.starts_with(&address) && !is_in_itself(url)).collect();
        assert!(foreign.is_empty(), "{foreign:?}");
        Ok(())
    })
}

/// Whether an address asks for nothing beyond the page.
fn is_in_itself(url: &str) -> bool {
    url == "about:blank" || url.starts_with("data:") || url.starts_with("blob:")
}

#[test]
fn it_is_sound_at_every_size_in_both_languages_and_schemes() -> Result<()> {
    let file = self_contained()?;
    for (at, size) in Size::ALL.into_iter().enumerate() {
        let (language, scheme) = (Language::ALL[at % 2], Scheme::ALL[at % 2]);
        visit(Options::at(size).language(language).scheme(scheme).file(&file), async |page| {
            page.check_fits().await?;
            page.check_axe().await
        })?;
    }
    Ok(())
}

#[test]
fn it_is_seen_before_its_program_is_read() -> Result<()> {
    let file = self_contained()?;
    visit(Options::desk().note_ready().file(&file), async |page| {
        let script = "return performance.getEntriesByName('first-contentful-paint')
            .some(({ startTime }) => startTime < readyAt)";
        // The entry comes a little after the frame.
        page.until("something is painted before the page is ready", async || {
            Ok(page.script(script, vec![]).await? == true)
        })
        .await
    })
}

#[test]
fn languages_and_fragments_are_read_from_its_address() -> Result<()> {
    let file = self_contained()?;
    visit(Options::desk().file(&file), async |page| {
        page.open("?lang=en", "anything").await?;
        page.until_text("[data-action=show-all]", "All").await?;
        assert_eq!(page.attribute("html", "lang").await?.as_deref(), Some("en"));
        page.click("[data-action=preset-required]").await?;
        page.until_text(".overall", "21").await
    })
}

#[test]
fn it_says_that_it_cannot_read_a_plan_file() -> Result<()> {
    let file = self_contained()?;
    visit(Options::phone().file(&file), async |page| {
        for (query, says) in [
            ("?lang=ja&plan=other", "計画ファイル「other」を読み込めない"),
            ("?lang=en&plan=other", "cannot read the plan file “other”"),
        ] {
            page.open(query, "").await?;
            page.until_text(ERROR, says).await?;
            assert_eq!(page.listed().await?, ALL);
            page.check_fits().await?;
        }
        Ok(())
    })
}

#[test]
fn a_browser_that_is_too_old_for_it_is_told_so() -> Result<()> {
    let file = self_contained()?;
    for absent in ["WebAssembly", "DecompressionStream"] {
        visit(Options::desk().file(&file), async |page| {
            page.before(&format!("delete globalThis.{absent}")).await?;
            page.load("", "").await?;
            page.until_text("main [role=alert]", "WebAssembly と ES モジュール").await?;
            page.check_axe().await?;
            page.console().await?;
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn a_damaged_copy_says_so() -> Result<()> {
    let whole = self_contained()?;
    let text = fs::read_to_string(&whole)?;
    let program = text.find("id=\"program\"").expect("the file holds its program");
    let scripts = text.rfind("<script>").expect("the file holds its script");
    let letter = program + 2000;
    let swapped = if text[letter..].starts_with('A') { "B" } else { "A" };
    let folder = env::temp_dir().join(format!("r13-page-tests-single-{}", process::id()));
    fs::create_dir_all(&folder)?;
    let outcome = visit(Options::desk().file(&whole), async |page| {
        for (name, damaged) in [
            ("cut in the program", text[..program + 2000].to_owned()),
            ("cut in the script", text[..scripts + 2000].to_owned()),
            ("cut between them", text[..scripts].to_owned()),
            (
                "one letter of the program changed",
                format!("{}{swapped}{}", &text[..letter], &text[letter + 1..]),
            ),
            (
                "one letter of the script changed",
                format!("{}Ä{}", &text[..scripts + 2000], &text[scripts + 2001..]),
            ),
        ] {
            let copy = folder.join(format!("{}.html", name.replace(' ', "-")));
            fs::write(&copy, damaged)?;
            page.driver.goto(format!("file://{}", copy.display())).await?;
            says_damaged(page).await.map_err(|error| error.context(name))?;
        }
        // The browser itself reports a script that the policy does not let in.
        page.console().await?;
        Ok(())
    });
    fs::remove_dir_all(&folder)?;
    outcome
}

async fn says_damaged(page: &Page) -> Result<()> {
    page.until_text("main [role=alert]", "途中で切れているか、壊れている").await?;
    page.until_text("main [role=alert]", "copy the original file again").await?;
    page.check_axe().await
}

#[test]
fn whoever_opens_the_hosted_page_from_a_folder_is_sent_to_it() -> Result<()> {
    let whole = self_contained()?;
    visit(Options::desk().file(&whole), async |page| {
        page.driver.goto(format!("file://{}", whole.with_file_name("index.html").display())).await?;
        page.until_text("main [role=alert]", "r13-simulator.html を開いてください").await?;
        page.until_text("main [role=alert]", "Open r13-simulator.html in the same folder").await?;
        page.check_axe().await?;
        page.click("main [role=alert] a").await?;
        page.find("body[data-ready=true]").await?;
        // The browser itself reports the module that it does not load from a folder.
        page.console().await?;
        Ok(())
    })
}

#[test]
fn a_scenario_travels_as_text_and_with_a_public_address_as_a_link() -> Result<()> {
    let file = self_contained()?;
    visit(Options::desk().file(&file), async |page| {
        page.indicator("k1").await?.set_field("1.29").await?;
        page.click("[data-action=share]").await?;
        let shared = async || -> Result<String> {
            let field = page.find("dialog[open] [data-role=share-link]").await?;
            Ok(field.prop("value").await?.unwrap_or_default())
        };
        let text = shared().await?;
        assert!(text.starts_with("1/kagoshima-commerce-2."), "{text}");
        page.until_text(".share-text", "「#」の後に貼り付けて").await?;
        page.check_fits().await?;
        page.check_axe().await?;
        page.click("[data-action=close-dialog]").await?;

        let name = "const meta = document.createElement('meta'); meta.name = 'public-address';
            meta.content = 'https://example.jp/r13/'; document.head.append(meta)";
        page.script(name, vec![]).await?;
        page.click("[data-action=share]").await?;
        assert_eq!(shared().await?, format!("https://example.jp/r13/#{text}"));
        page.click("[data-action=close-dialog]").await?;

        // What was passed on opens behind the `#` of the file's own address.
        page.indicator("k1").await?.set_field("0").await?;
        page.open("?lang=ja", &text).await?;
        page.indicator("k1").await?.until_field("1.29").await?;
        page.find(".banner").await?;
        Ok(())
    })
}
