//! What only Chromium tells of the page.

mod paper;

use page_tests::{Host, Options, Result, json, visit};

#[test]
fn the_browser_takes_the_page_for_an_app() -> Result<()> {
    let host = Host::start()?;
    visit(Options::desk().from(&host), async |page| {
        page.until_kept().await?;
        let faults = page.cdp("Page.getInstallabilityErrors", json!({})).await?;
        let faults = &faults["installabilityErrors"];
        // A private window, as the tests open it, installs nothing.
        let own =
            faults.as_array().map(|all| all.iter().filter(|one| one["errorId"] != "in-incognito").count());
        assert_eq!(own, Some(0), "{faults:#}");
        let manifest = page.cdp("Page.getAppManifest", json!({})).await?;
        assert_eq!(manifest["errors"], json!([]), "{manifest:#}");
        Ok(())
    })
}
