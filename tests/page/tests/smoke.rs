//! The page opens: at every size, in both languages and schemes, below any path, in silence.

use anyhow::{Context, ensure};
use page_tests::{Language, Options, Result, Scheme, Size, json, visit};

#[test]
fn the_page_opens_at_every_size_in_silence() -> Result<()> {
    for size in Size::ALL {
        // `visit` itself waits for the page, and fails on a message or a foreign request.
        visit(Options::at(size), async |page| page.check_fits().await)?;
    }
    Ok(())
}

#[test]
fn axe_finds_nothing_as_the_page_opens() -> Result<()> {
    for (language, scheme) in Language::ALL.into_iter().zip(Scheme::ALL) {
        visit(Options::desk().language(language).scheme(scheme), async |page| page.check_axe().await)?;
    }
    Ok(())
}

#[test]
fn until_it_is_ready_the_browser_asks_only_for_what_the_size_report_weighs() -> Result<()> {
    visit(Options::desk().note_ready(), async |page| {
        // Firefox asks for the picture for home screens at once, others when the page is put there.
        let named = "head [src], head [href]";
        let script = "const weighed = [...document.querySelectorAll(arguments[0])]
                .map((e) => e.src || e.href);
            const later = performance.getEntriesByType('resource')
                .filter(({ startTime }) => startTime >= readyAt).map(({ name }) => name);
            return [...weighed, ...later]";
        // The browser lists a resource only once it has arrived; one that is under way is known a little later.
        page.until("every request is weighed, or was sent after the page was ready", async || {
            let mut requests = page.requests().await?;
            requests.retain(|url| url.starts_with("http") && !url.contains("?lang="));
            ensure!(!requests.is_empty(), "the page has asked for nothing at all");
            let known = page.script(script, vec![json!(named)]).await?;
            let known = known.as_array().context("the script returns a list")?;
            Ok(requests.iter().all(|url| known.iter().any(|one| one == url)))
        })
        .await
    })
}

#[test]
fn the_browser_is_as_the_options_say() -> Result<()> {
    let script = "const is = (media) => matchMedia(media).matches;
        return [is('(prefers-color-scheme: dark)'), is('(forced-colors: active)'), is('(pointer: coarse)'),
            navigator.maxTouchPoints > 1, innerWidth, innerHeight, devicePixelRatio, navigator.language, window.early]";
    for (options, wanted) in [
        (Options::desk(), json!([false, false, false, false, 1366, 768, 1, "ja", null])),
        (
            Options::phone().dark().before("window.early = 1"),
            json!([true, false, true, true, 390, 844, 3, "ja", 1]),
        ),
    ] {
        visit(options, async |page| {
            assert_eq!(page.script(script, vec![]).await?, wanted);
            page.reload().await?;
            assert_eq!(page.script(script, vec![]).await?, wanted, "after a reload");
            Ok(())
        })?;
    }
    visit(Options::desk().media("forced-colors", "active"), async |page| {
        assert_eq!(page.script(script, vec![]).await?[1], true);
        Ok(())
    })
}
