//! The saved state: what is written, what a damaged text still yields, and a text of every version.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[cfg(not(target_arch = "wasm32"))]
#[path = "common/any.rs"]
mod any;
mod common;
#[path = "saved/damage.rs"]
mod damage;
#[cfg(not(target_arch = "wasm32"))]
#[path = "common/json.rs"]
mod places;
#[cfg(not(target_arch = "wasm32"))]
#[path = "saved/properties.rs"]
mod properties;
#[path = "saved/sample.rs"]
mod sample;
#[path = "saved/together.rs"]
mod together;

use std::rc::Rc;

use common::{kagoshima, rate, scenario_with};
use r13_simulator::codec::saved::{Found, Reading, damaged_key, key, read, write};
use r13_simulator::model::{Opened, RankMeasure, Scenario};
use r13_simulator::plan::{Day, Lang, Plan, ProblemKind, Shape};
use r13_simulator::view::{Filter, Theme, View, YearStyle};
use sample::{VERSION_1, json, own, problems, set, sound, text, wrong};
use serde_json::{Value, json};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;
#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

use ProblemKind::*;

#[test]
fn version_1_opens_and_is_written_with_its_fractions_as_texts() {
    let plan = kagoshima();
    let (scenario, view) = sound(&plan);
    let reading = read(VERSION_1, &plan, View::default());
    assert_eq!(problems(&reading), []);
    assert_eq!(reading.found, Some(own(scenario.clone(), view.clone())));
    let mut expected = json();
    set(&mut expected, "/scenario/indicators/p11/actuals/1/value", json!("61.5"));
    let written = write(&plan, &scenario, None, &view);
    assert_eq!(serde_json::from_str::<Value>(&written).unwrap(), expected);
    assert_eq!(read(&written, &plan, View::default()).found, Some(own(scenario, view)));
}

#[test]
fn the_start_is_written_without_indicators() {
    let plan = kagoshima();
    let (scenario, view) = (Scenario::hold(&plan), View::default());
    let written = write(&plan, &scenario, None, &view);
    let value: Value = serde_json::from_str(&written).unwrap();
    assert_eq!(value["scenario"], json!({"indicators": {}}));
    assert_eq!(
        read(&written, &plan, View::default()),
        Reading { found: Some(own(scenario, view)), problems: vec![] }
    );
}

#[test]
fn what_the_text_leaves_open_is_as_the_base_has_it() {
    let plan = kagoshima();
    let written = write(&plan, &Scenario::hold(&plan), None, &View { lang: Lang::Ja, ..View::default() });
    let base = View {
        lang: Lang::En,
        search: text("輸出"),
        settings: Some(3),
        table: true,
        years: Some(YearStyle::Western),
        ..View::default()
    };
    let Found { view, .. } = read(&written, &plan, base.clone()).found.unwrap();
    assert_eq!(view, base);

    let mut bare = json();
    bare["view"] = json!({});
    let base = View { theme: Theme::Light, chosen: 2, guide: false, filter: Filter::Priority, ..base };
    let reading = read(&bare.to_string(), &plan, base.clone());
    assert_eq!(problems(&reading), []);
    assert_eq!(reading.found.unwrap().view, base);
}

#[test]
fn name_note_and_date_of_the_scenario_come_back() {
    let plan = kagoshima();
    let mut scenario = Scenario::hold(&plan);
    scenario.name = text("案A");
    scenario.note = text("推進会議の前に\n作成");
    scenario.date = Day::new(2026, 11, 25);
    let written = write(&plan, &scenario, None, &View::default());
    let value: Value = serde_json::from_str(&written).unwrap();
    let expected =
        json!({"name": "案A", "note": "推進会議の前に\n作成", "date": "20261125", "indicators": {}});
    assert_eq!(value["scenario"], expected);
    assert_eq!(read(&written, &plan, View::default()).found.unwrap().scenario, scenario);
}

#[test]
fn a_scenario_from_a_link_is_kept_with_the_users_own_behind_it() {
    let plan = kagoshima();
    let (own, view) = sound(&plan);
    let link = scenario_with(&plan, |_, inputs| inputs.growth.early = rate(100));
    let now = scenario_with(&plan, |_, inputs| inputs.growth.early = rate(50));
    let opened = Opened { link: Rc::new(link), own: Rc::new(own.clone()) };
    let written = write(&plan, &now, Some(&opened), &view);
    let found = read(&written, &plan, View::default()).found;
    assert_eq!(found, Some(Found { scenario: now, opened: Some(opened), view }));

    // Whoever does not know of links finds the user's own.
    let mut older: Value = serde_json::from_str(&written).unwrap();
    older.as_object_mut().unwrap().remove("opened");
    assert_eq!(read(&older.to_string(), &plan, View::default()).found.unwrap().scenario, own);
}

#[test]
fn a_pillar_may_be_called_all() {
    let mut plan = kagoshima();
    plan.pillars[1].id = text("all");
    let view = View { filter: Filter::Pillar(1), ..View::default() };
    let written = write(&plan, &Scenario::hold(&plan), None, &view);
    assert_eq!(read(&written, &plan, View::default()).found.unwrap().view, view);
}

#[test]
fn every_plan_has_its_own_keys() {
    let one = kagoshima();
    let two = Plan { id: text("other"), ..kagoshima() };
    let keys = [key(&one), damaged_key(&one), key(&two), damaged_key(&two)];
    for (at, key) in keys.iter().enumerate() {
        assert!(!keys[..at].contains(key), "{key}");
    }
}

#[test]
fn a_text_that_is_no_saved_state_of_the_plan_gives_nothing() {
    let plan = kagoshima();
    let with = |pointer: &str, value| {
        let mut text = json();
        set(&mut text, pointer, value);
        text.to_string()
    };
    let without = |name: &str| {
        let mut text = json();
        text.as_object_mut().unwrap().remove(name);
        text.to_string()
    };
    for (source, place, kind) in [
        (text(""), "", NotJson { line: 1, column: 0 }),
        (text("{\"format\": \"r13-saved\","), "", NotJson { line: 1, column: 23 }),
        ("[".repeat(1_000), "", NotJson { line: 1, column: 128 }),
        (text("{}"), "", ForeignFormat { found: None }),
        (text("null"), "", ForeignFormat { found: None }),
        (with("/format", json!("r13-plan")), "", ForeignFormat { found: Some(text("r13-plan")) }),
        (with("/version", json!(2)), "version", UnsupportedVersion { found: 2 }),
        (with("/version", json!(1.5)), "version", wrong(Shape::WholeNumber, Shape::Number)),
        (without("version"), "version", Missing),
        (with("/plan", json!("other-plan")), "plan", OtherPlan { found: text("other-plan") }),
        (with("/plan", json!("Other!")), "plan", BadId { found: text("Other!") }),
        (with("/plan", json!(7)), "plan", wrong(Shape::Text, Shape::Number)),
        (without("plan"), "plan", Missing),
    ] {
        let reading = read(&source, &plan, View::default());
        assert_eq!(problems(&reading), [(text(place), kind)], "{source}");
        assert_eq!(reading.found, None, "{source}");
    }
}

#[test]
fn a_fault_in_the_view_costs_that_field() {
    let plan = kagoshima();
    let base = View { rank_by: RankMeasure::Progress, theme: Theme::Light, ..View::default() };
    type Loss = fn(&mut View);
    let table: Vec<(&str, Value, &str, ProblemKind, Loss)> = vec![
        (
            "/view/lang",
            json!("de"),
            "view.lang",
            NotOneOf { found: text("de"), allowed: &["ja", "en"] },
            |view| (view.lang, view.asked_lang) = (Lang::Ja, None),
        ),
        ("/view/years", json!(1), "view.years", wrong(Shape::Text, Shape::Number), |view| view.years = None),
        (
            "/view/theme",
            json!("red"),
            "view.theme",
            NotOneOf { found: text("red"), allowed: &["auto", "light", "dark"] },
            |view| view.theme = Theme::Light,
        ),
        ("/view/chosen", json!("p99"), "view.chosen", UnknownIndicator { found: text("p99") }, |view| {
            view.chosen = 0
        }),
        ("/view/chosen", json!(3), "view.chosen", wrong(Shape::Text, Shape::Number), |view| view.chosen = 0),
        (
            "/view/filter",
            json!("none"),
            "view.filter",
            NotOneOf { found: text("none"), allowed: &["all", "priority"] },
            |view| view.filter = Filter::All,
        ),
        (
            "/view/filter/pillar",
            json!("p9"),
            "view.filter.pillar",
            UnknownPillar { found: text("p9") },
            |view| view.filter = Filter::All,
        ),
        ("/view/filter", json!([]), "view.filter", wrong(Shape::Object, Shape::List), |view| {
            view.filter = Filter::All
        }),
        (
            "/view/rank_by",
            json!("size"),
            "view.rank_by",
            NotOneOf { found: text("size"), allowed: &["progress", "ratio", "excess"] },
            |view| view.rank_by = RankMeasure::Progress,
        ),
        ("/view/guide", json!("no"), "view.guide", wrong(Shape::Boolean, Shape::Text), |view| {
            view.guide = true
        }),
        ("/view/zoom", json!(2), "view.zoom", UnknownField, |_| {}),
    ];
    for (pointer, value, place, kind, lose) in table {
        let mut damaged = json();
        set(&mut damaged, pointer, value.clone());
        let (scenario, mut view) = sound(&plan);
        lose(&mut view);
        let reading = read(&damaged.to_string(), &plan, base.clone());
        assert_eq!(problems(&reading), [(text(place), kind)], "{pointer} {value}");
        assert_eq!(reading.found, Some(own(scenario, view)), "{pointer} {value}");
    }
}

#[test]
fn whole_parts_that_are_missing_are_as_at_the_start() {
    let plan = kagoshima();
    for (name, value, kind) in [
        ("scenario", None, Missing),
        ("scenario", Some(json!(null)), wrong(Shape::Object, Shape::Null)),
        ("view", None, Missing),
        ("view", Some(json!("desk")), wrong(Shape::Object, Shape::Text)),
    ] {
        let mut damaged = json();
        damaged.as_object_mut().unwrap().remove(name);
        if let Some(value) = value {
            set(&mut damaged, &format!("/{name}"), value);
        }
        let (mut scenario, mut view) = sound(&plan);
        if name == "view" {
            view = View::default()
        } else {
            scenario = Scenario::hold(&plan)
        }
        let reading = read(&damaged.to_string(), &plan, View::default());
        assert_eq!(problems(&reading), [(text(name), kind)]);
        assert_eq!(reading.found, Some(own(scenario, view)));
    }
}
