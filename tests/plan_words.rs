//! The bundled plan's words: complete in both languages, and honest about what its numbers are.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use r13_simulator::plan::{Measure, Origin, Plan, Sourced, Text, bundled};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;
#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

fn plan() -> Plan {
    bundled().expect("the bundled plan parses")
}

/// Every text of the plan with a name for messages; `true` where English must hold no Japanese at all.
fn texts(plan: &Plan) -> Vec<(String, Text, bool)> {
    let mut texts = vec![
        ("name".into(), plan.name.clone(), true),
        ("body".into(), plan.body.clone(), true),
        ("vision".into(), plan.vision.clone(), true),
        ("source".into(), plan.source.clone(), false),
    ];
    for pillar in &plan.pillars {
        texts.push((format!("{} mark", pillar.id), pillar.mark.clone(), true));
        texts.push((format!("{} name", pillar.id), pillar.name.clone(), true));
        texts.push((format!("{} short", pillar.id), pillar.short.clone(), true));
        texts.push((format!("{} summary", pillar.id), pillar.summary.clone(), true));
    }
    for indicator in &plan.indicators {
        texts.push((format!("{} name", indicator.id), indicator.name.clone(), true));
        texts.push((format!("{} unit", indicator.id), indicator.unit.clone(), true));
        texts.extend(indicator.aim.clone().map(|aim| (format!("{} aim", indicator.id), aim, true)));
        texts.extend(
            indicator.method.clone().map(|method| (format!("{} method", indicator.id), method, true)),
        );
        texts.extend(indicator.note.clone().map(|note| (format!("{} note", indicator.id), note, false)));
    }
    let foundation = plan.foundation.clone().unwrap();
    texts.extend(
        [foundation.mark, foundation.name, foundation.summary].map(|text| ("foundation".into(), text, true)),
    );
    let priority = plan.priority.clone().unwrap();
    texts.push(("priority".into(), priority.name, true));
    for project in priority.projects {
        texts.push(("project name".into(), project.name, true));
        texts.push(("project aim".into(), project.aim, true));
    }
    texts
}

#[test]
fn both_languages_are_complete() {
    let japanese = |c: char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}');
    for (place, text, pure) in texts(&plan()) {
        assert!(!text.en.is_empty(), "{place}: no English");
        assert!(text.ja.chars().any(|c| japanese(c) || "%①②③④".contains(c)), "{place}: no Japanese");
        assert!(!pure || !text.en.contains(japanese), "{place}: {}", text.en);
        // What the extraction of the summary left behind.
        for noise in ["かがしま", "運動", "<input", "\n", "\t", "  "] {
            assert!(!text.ja.contains(noise) && !text.en.contains(noise), "{place}: {noise}");
        }
    }
}

#[test]
fn notes_say_what_a_reader_must_know() {
    let plan = plan();
    let note = |id: &str| {
        let note = plan.indicators[plan.position(id).unwrap()].note.clone();
        note.unwrap_or_else(|| panic!("{id} has no note"))
    };
    // What the note must speak of, in both languages, and where.
    let needed: [(&[&str], &str, &str); 9] = [
        (&["k2", "p23", "p42", "p43", "p44", "p45", "p46"], "調査年度だけ", "survey years only"),
        (&["p13", "p24"], "2020年調査で終了", "2020 survey"),
        (&["p11", "p12", "p14", "p15", "p21", "p32", "p33", "p47", "p48"], "新型コロナ", "pandemic"),
        (&["p22"], "R8", "FY2026"),
        (&["p32"], "「延」", "Repeats count"),
        (&["p41"], "市内への就職率ではありません", "not jobs in the city"),
        (&["p43"], "ゼロではなく不明", "not zero"),
        (&["p46"], "上限", "upper bound"),
        (&["p48"], "120人", "120 a year"),
    ];
    for (ids, ja, en) in needed {
        for id in ids {
            assert!(note(id).ja.contains(ja) && note(id).en.contains(en), "{id}: {ja}");
        }
    }
    for indicator in &plan.indicators {
        let inferred = indicator.measure == Sourced { value: Measure::Cumulative, origin: Origin::Inferred };
        assert_eq!(
            indicator.note.as_ref().is_some_and(|note| note.ja.contains("累計とみるのは推定")),
            inferred,
            "{}",
            indicator.id
        );
    }
}
