//! Where the app cannot start, the page says what is missing and what to do, in both languages.

use page_tests::{Host, Options, Page, Result, visit};

/// What the browser keeps of the page by itself would arrive in any case.
const NOTHING_KEPT: &str = "delete Navigator.prototype.serviceWorker";

#[test]
fn without_webassembly_it_names_webassembly() -> Result<()> {
    visit(Options::desk(), async |page| {
        page.before("delete globalThis.WebAssembly").await?;
        page.load("", "").await?;
        says(page, &["WebAssembly と ES モジュール", "a browser with WebAssembly", "Edge"]).await
    })
}

#[test]
fn when_a_file_does_not_arrive_it_names_the_file_and_says_reload() -> Result<()> {
    // Another release, as the browser has the files of the first.
    for end in [".wasm", ".js"] {
        let host = Host::start()?;
        visit(Options::phone().dark().from(&host).before(NOTHING_KEPT), async |page| {
            host.release(2)?;
            host.cut("assets/app-", end)?;
            page.load("", "").await?;
            says(page, &["再読み込みしてください", "Check your connection and reload"]).await?;
            // The name of the file, or what the browser itself says of a network that fails.
            let text = page.text("main [role=alert]").await?;
            let named = [end, "Failed to fetch", "NetworkError"].iter().any(|words| text.contains(words));
            assert!(named, "{end} is not in {text:?}");
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn without_scripts_both_languages_say_so() -> Result<()> {
    visit(Options::desk(), async |page| {
        let read = "return fetch('').then((page) => page.text()).then((page) =>
            new DOMParser().parseFromString(page, 'text/html').querySelector('#app noscript').textContent)";
        let text = page.script(read, vec![]).await?.to_string();
        for words in ["JavaScript を有効にして", "Turn it on"] {
            assert!(text.contains(words), "{words:?} is not in {text}");
        }
        Ok(())
    })
}

async fn says(page: &Page, all: &[&str]) -> Result<()> {
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
