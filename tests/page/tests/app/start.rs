//! How the page begins: ready when it says so, and with what a newcomer needs.

use page_tests::{Language, Options, Result, visit};

#[test]
fn a_newcomer_sees_what_to_move_and_what_it_does() -> Result<()> {
    for (language, guide, growth) in [
        (Language::Japanese, "スライダーで年ごとの成長を仮定すると", "成長の仮定 (%/年)"),
        (Language::English, "Assume a yearly growth with a slider", "Assumed growth (%/year)"),
    ] {
        visit(Options::desk().language(language), async |page| {
            page.until_text(".guide", guide).await?;
            let label = page.attribute("[data-indicator=k1] [data-role=growth-slider]", "aria-label").await?;
            assert!(label.unwrap_or_default().starts_with(growth));
            // A first indicator is chosen and drawn.
            page.find("[data-indicator=k1].is-chosen").await?;
            let drawn =
                page.script("return document.querySelector('.chart canvas').width > 100", vec![]).await?;
            assert_eq!(drawn, true);
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn every_control_has_a_name() -> Result<()> {
    for language in Language::ALL {
        visit(Options::desk().language(language), async |page| {
            crate::open_settings(page, "p43").await?;
            let script = "return [...document.querySelectorAll('button, input, textarea, [tabindex=\"0\"]')]
                .filter((e) => !(e.getAttribute('aria-label') || e.textContent.trim() || e.closest('label')
                    || document.getElementById(e.getAttribute('aria-labelledby'))))
                .map((e) => e.outerHTML)";
            let nameless = page.script(script, vec![]).await?;
            assert!(nameless.as_array().is_some_and(Vec::is_empty), "{nameless:#}");
            // Ids are unique, so that labels and messages belong to one control each.
            let script = "const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
                return ids.filter((id, at) => ids.indexOf(id) !== at)";
            let twice = page.script(script, vec![]).await?;
            assert!(twice.as_array().is_some_and(Vec::is_empty), "{twice:#}");
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn the_hooks_that_other_tools_use_are_there() -> Result<()> {
    visit(Options::desk(), async |page| {
        for css in [
            "body[data-ready=true]",
            "[data-action=undo]",
            "[data-action=redo]",
            "[data-action=show-all]",
            "[data-action=preset-hold]",
            "[data-action=preset-required]",
            "[data-action=preset-half]",
        ] {
            assert_eq!(page.all(css).await?.len(), 1, "{css}");
        }
        assert_eq!(
            page.all("[data-pillar][data-verdict][data-met][data-short][data-unknown]").await?.len(),
            5
        );
        for role in ["projected", "required", "progress", "verdict"] {
            let count = page.all(&format!("[data-indicator] [data-role={role}][data-value]")).await?.len();
            assert_eq!(count, 22, "{role}");
        }
        assert_eq!(page.all("[data-indicator] input[type=range][data-role=growth-slider]").await?.len(), 22);
        assert_eq!(page.all("[data-indicator] input[data-role=growth-field]").await?.len(), 22);
        Ok(())
    })
}

#[test]
fn the_page_has_one_heading_of_its_own_and_landmarks() -> Result<()> {
    visit(Options::phone(), async |page| {
        for css in ["h1", "main", "header.top", "nav.strip", "footer"] {
            assert_eq!(page.all(css).await?.len(), 1, "{css}");
        }
        let script =
            "const levels = [...document.querySelectorAll('h1, h2, h3, h4')].map((e) => +e.tagName[1]);
            return levels.filter((level, at) => at > 0 && level > levels[at - 1] + 1)";
        let jumps = page.script(script, vec![]).await?;
        assert!(jumps.as_array().is_some_and(Vec::is_empty), "heading levels are left out: {jumps}");
        Ok(())
    })
}
