//! Where the app cannot start, the page says what is missing and what to do, in both languages.

use page_tests::{Options, Page, Result, json, visit};

#[test]
fn without_webassembly_it_names_webassembly() -> Result<()> {
    visit(Options::desk(), async |page| {
        let script = json!({ "source": "delete globalThis.WebAssembly" });
        page.cdp("Page.addScriptToEvaluateOnNewDocument", script).await?;
        page.load("", "").await?;
        says(page, ["WebAssembly と ES モジュール", "a browser with WebAssembly", "Edge"]).await
    })
}

#[test]
fn when_a_file_does_not_arrive_it_names_the_file_and_says_reload() -> Result<()> {
    for (pattern, name) in [("*/app-*.wasm", "Failed to fetch"), ("*/app-*.js", ".js")] {
        visit(Options::phone().dark(), async |page| {
            page.cdp("Network.enable", json!({})).await?;
            page.cdp("Network.setBlockedURLs", json!({ "urls": [pattern] })).await?;
            page.load("", "").await?;
            says(page, ["再読み込みしてください", "Check your connection and reload", name]).await
        })?;
    }
    Ok(())
}

#[test]
fn without_scripts_both_languages_say_so() -> Result<()> {
    visit(Options::desk(), async |page| {
        let read = "return new DOMParser().parseFromString(await (await fetch('')).text(), 'text/html')
            .querySelector('#app noscript').textContent";
        let text = page.script(read, vec![]).await?.to_string();
        for words in ["JavaScript を有効にして", "Turn it on"] {
            assert!(text.contains(words), "{words:?} is not in {text}");
        }
        Ok(())
    })
}

async fn says(page: &Page, all: [&str; 3]) -> Result<()> {
    let text = page.text("main [role=alert]").await?;
    for words in all {
        assert!(text.contains(words), "{words:?} is not in {text:?}");
    }
    page.check_fits().await?;
    page.check_axe().await?;
    // The browser itself reports what we took away from it.
    assert!(!page.console().await?.is_empty(), "nothing was missing");
    Ok(())
}
