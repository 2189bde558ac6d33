//! Broken plan files: every problem is reported, with its place, and none of them is a panic.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use r13_simulator::plan::{BUNDLED_JSON, FiscalYear, Measure, ProblemKind, Shape, Step, bundled, parse};
use serde_json::{Value, json};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;
#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

use ProblemKind::*;

fn file() -> Value {
    serde_json::from_str(BUNDLED_JSON).unwrap()
}

/// Sets a field, creating it where it is not there.
fn set(file: &mut Value, pointer: &str, value: Value) {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    match file.pointer_mut(parent).unwrap_or_else(|| panic!("{pointer}")) {
        Value::Object(fields) => {
            fields.insert(name.to_owned(), value);
        }
        Value::Array(entries) => entries[name.parse::<usize>().unwrap()] = value,
        other => panic!("{pointer}: {other}"),
    }
}

fn remove(file: &mut Value, pointer: &str) {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    file.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(name).unwrap();
}

/// Places and kinds of all problems of a file.
fn problems(file: &Value) -> Vec<(String, ProblemKind)> {
    let problems = parse(&file.to_string()).expect_err("the file is broken");
    problems.into_iter().map(|problem| (problem.place.to_string(), problem.kind)).collect()
}

fn year(western: i32) -> FiscalYear {
    FiscalYear::new(western).unwrap()
}

fn text(text: &str) -> String {
    text.to_owned()
}

fn wrong(expected: Shape, found: Shape) -> ProblemKind {
    WrongType { expected, found }
}

fn bundled_pillars() -> Value {
    file()["pillars"].clone()
}

/// A small sound plan with this many indicators.
fn small(indicators: usize) -> Value {
    let mut file = file();
    let model = file["indicators"][0].clone();
    let entry = |index| {
        let mut indicator = model.clone();
        indicator["id"] = json!(format!("i{index}"));
        indicator
    };
    file["indicators"] = (0..indicators).map(entry).collect();
    remove(&mut file, "/priority");
    file
}

#[test]
fn one_fault_is_one_problem_at_its_place() {
    let long = "あ".repeat(2_001);
    let bounds =
        |value, lowest, highest| YearOutOfRange { value, lowest: year(lowest), highest: year(highest) };
    let share = |value| OutOfScale { value, highest: 100.0 };
    let amount = |value| OutOfScale { value, highest: f64::INFINITY };
    let table: Vec<(&str, Value, &str, ProblemKind)> = vec![
        ("/format", json!("other"), "", ForeignFormat { found: Some(text("other")) }),
        ("/version", json!(3), "version", UnsupportedVersion { found: 3 }),
        ("/version", json!("1"), "version", wrong(Shape::WholeNumber, Shape::Text)),
        ("/id", json!("Plan 2"), "id", BadId { found: text("Plan 2") }),
        ("/id", json!(""), "id", BadId { found: text("") }),
        ("/id", json!("a".repeat(33)), "id", BadId { found: "a".repeat(33) }),
        ("/name", json!("plan"), "name", wrong(Shape::Object, Shape::Text)),
        ("/name", json!({}), "name", Empty),
        ("/name", json!({"ja": " \u{3000}", "en": ""}), "name", Empty),
        ("/name/ja", json!(7), "name.ja", wrong(Shape::Text, Shape::Number)),
        ("/name/fr", json!("plan"), "name.fr", UnknownField),
        ("/vision/ja", json!(long), "vision.ja", TooLong { limit: 2_000 }),
        ("/titel", json!(1), "titel", UnknownField),
        ("/first", json!(2022.5), "first", wrong(Shape::WholeNumber, Shape::Number)),
        ("/first", json!(1e300), "first", bounds(i64::MAX, 1950, 2100)),
        ("/last", json!(2101), "last", bounds(2101, 1950, 2100)),
        ("/review", json!(2021), "review", YearsOutOfOrder { value: year(2021), earliest: year(2022) }),
        ("/review", json!(2032), "last", YearsOutOfOrder { value: year(2031), earliest: year(2032) }),
        (
            "/review_origin",
            json!("guessed"),
            "review_origin",
            NotOneOf { found: text("guessed"), allowed: &["stated", "inferred", "edited"] },
        ),
        ("/pillars/1/name", json!(null), "pillars[1] (p1).name", wrong(Shape::Object, Shape::Null)),
        ("/pillars/4/colour", json!("red"), "pillars[4] (p4).colour", UnknownField),
        ("/indicators", json!({}), "indicators", wrong(Shape::List, Shape::Object)),
        ("/indicators/4/id", json!("p12"), "indicators[4] (p12).id", DuplicateId { found: text("p12") }),
        (
            "/indicators/4/pillar",
            json!("p9"),
            "indicators[4] (p13).pillar",
            UnknownPillar { found: text("p9") },
        ),
        (
            "/indicators/4/decimals",
            json!(7),
            "indicators[4] (p13).decimals",
            OutOfRange { value: 7, lowest: 0, highest: 6 },
        ),
        (
            "/indicators/4/measure",
            json!("sum"),
            "indicators[4] (p13).measure",
            NotOneOf { found: text("sum"), allowed: &["level", "share", "flow", "cumulative"] },
        ),
        (
            "/indicators/4/direction",
            json!(1),
            "indicators[4] (p13).direction",
            wrong(Shape::Text, Shape::Number),
        ),
        ("/indicators/4/target/value", json!(-1), "indicators[4] (p13).target.value", amount(-1.0)),
        (
            "/indicators/4/target/value",
            json!("38816"),
            "indicators[4] (p13).target.value",
            wrong(Shape::Number, Shape::Text),
        ),
        (
            "/indicators/4/target/value",
            json!(null),
            "indicators[4] (p13).target.value",
            wrong(Shape::Number, Shape::Null),
        ),
        (
            "/indicators/4/target/value",
            json!(true),
            "indicators[4] (p13).target.value",
            wrong(Shape::Number, Shape::Boolean),
        ),
        (
            "/indicators/4/target/year",
            json!(2032),
            "indicators[4] (p13).target.year",
            bounds(2032, 2022, 2031),
        ),
        (
            "/indicators/4/target/year",
            json!(2021),
            "indicators[4] (p13).target.year",
            bounds(2021, 2022, 2031),
        ),
        ("/indicators/4/base/year", json!(2032), "indicators[4] (p13).base.year", bounds(2032, 1950, 2031)),
        ("/indicators/1/base/value", json!(100.5), "indicators[1] (k2).base.value", share(100.5)),
        ("/indicators/1/target/value", json!(-0.5), "indicators[1] (k2).target.value", share(-0.5)),
        (
            "/indicators/2/base/year",
            json!(2023),
            "indicators[2] (p11).base.year",
            CumulativeBaseAfterFirst { base: year(2023), first: year(2022) },
        ),
        ("/priority/last", json!(2021), "priority.last", bounds(2021, 2022, 2031)),
        (
            "/priority/first",
            json!(2027),
            "priority.last",
            YearsOutOfOrder { value: year(2026), earliest: year(2027) },
        ),
        ("/priority/projects", json!([]), "priority.projects", Empty),
        (
            "/priority/projects/1/indicators/0",
            json!("p99"),
            "priority.projects[1].indicators[0]",
            UnknownIndicator { found: text("p99") },
        ),
        (
            "/priority/projects/1/indicators/0",
            json!("p22"),
            "priority.projects[1].indicators[1]",
            DuplicateId { found: text("p22") },
        ),
        ("/foundation/mark", json!([]), "foundation.mark", wrong(Shape::Object, Shape::List)),
    ];
    for (pointer, value, place, kind) in table {
        let mut file = file();
        set(&mut file, pointer, value);
        assert_eq!(problems(&file), [(text(place), kind)], "{pointer}");
    }
}

#[test]
fn a_field_that_is_not_there_is_missing_or_optional() {
    for (pointer, place) in [
        ("/version", "version"),
        ("/id", "id"),
        ("/source", "source"),
        ("/last_origin", "last_origin"),
        ("/pillars/2/short", "pillars[2] (p2).short"),
        ("/indicators/3/unit", "indicators[3] (p12).unit"),
        ("/indicators/3/base", "indicators[3] (p12).base"),
        ("/indicators/3/base/value_origin", "indicators[3] (p12).base.value_origin"),
        ("/indicators/3/target", "indicators[3] (p12).target"),
        ("/indicators/3/measure_origin", "indicators[3] (p12).measure_origin"),
        ("/priority/projects/0/aim", "priority.projects[0].aim"),
    ] {
        let mut file = file();
        remove(&mut file, pointer);
        assert_eq!(problems(&file), [(text(place), Missing)], "{pointer}");
    }
    let mut file = file();
    for pointer in ["/foundation", "/priority", "/indicators/3/aim", "/indicators/3/note", "/name/en"] {
        remove(&mut file, pointer);
    }
    set(&mut file, "/indicators/0/method", json!(null));
    let plan = parse(&file.to_string()).unwrap();
    assert_eq!((plan.foundation, plan.priority, plan.name.en.as_str()), (None, None, ""));
    assert_eq!(
        (&plan.indicators[3].aim, &plan.indicators[3].note, &plan.indicators[0].method),
        (&None, &None, &None)
    );
}

#[test]
fn all_problems_are_reported_at_once() {
    let mut file = file();
    set(&mut file, "/indicators/4/target/value", json!(-1));
    set(&mut file, "/indicators/4/base/value", json!("?"));
    set(&mut file, "/indicators/9/pillar", json!("x"));
    set(&mut file, "/pillars/0/summary", json!({}));
    set(&mut file, "/last", json!("R13"));
    set(&mut file, "/note", json!(1));
    remove(&mut file, "/vision");
    let mut places: Vec<String> = problems(&file).into_iter().map(|(place, _)| place).collect();
    places.sort();
    assert_eq!(
        places,
        [
            "indicators[4] (p13).base.value",
            "indicators[4] (p13).target.value",
            "indicators[9] (p23).pillar",
            "last",
            "note",
            "pillars[0] (k).summary",
            "vision",
        ]
    );
}

#[test]
fn a_bad_or_missing_id_is_not_reported_again_where_it_is_referred_to() {
    let mut file = file();
    set(&mut file, "/pillars/2/id", json!("P2"));
    for indicator in 7..11 {
        set(&mut file, &format!("/indicators/{indicator}/pillar"), json!("P2"));
    }
    assert_eq!(problems(&file), [(text("pillars[2].id"), BadId { found: text("P2") })]);
    set(&mut file, "/indicators/0/pillar", json!("P3"));
    assert_eq!(problems(&file)[1], (text("indicators[0] (k1).pillar"), BadId { found: text("P3") }));
    remove(&mut file, "/pillars");
    set(&mut file, "/indicators/0/pillar", json!("k"));
    let places: Vec<String> = problems(&file).into_iter().map(|(place, _)| place).collect();
    assert_eq!(places[0], "pillars");
    assert!(places[1..].iter().all(|place| place.ends_with(".pillar")) && places.len() == 5, "{places:?}");
}

#[test]
fn a_plan_without_pillars_has_indicators_without_pillar() {
    let mut file = file();
    set(&mut file, "/pillars", json!([]));
    let found = problems(&file);
    assert!(found.iter().all(|(place, _)| place.ends_with(".pillar")) && found.len() == 22, "{found:?}");
    assert_eq!(found[0], (text("indicators[0] (k1).pillar"), UnknownPillar { found: text("k") }));
    for at in 0..22 {
        remove(&mut file, &format!("/indicators/{at}/pillar"));
    }
    set(&mut file, "/indicators/3/pillar", json!(null));
    let plan = parse(&file.to_string()).unwrap();
    assert!(plan.indicators.iter().all(|indicator| indicator.pillar.is_none()));
    assert_eq!(plan.groups(), [(None, (0..22).collect::<Vec<_>>())]);
    set(&mut file, "/pillars", bundled_pillars());
    let found = problems(&file);
    assert_eq!(found[0], (text("indicators[0] (k1).pillar"), Missing));
    assert_eq!(found[3].1, wrong(Shape::Text, Shape::Null));
}

#[test]
fn groups_are_the_pillars_with_all_their_indicators() {
    let plan = bundled().unwrap();
    let groups = plan.groups();
    assert_eq!(groups.len(), plan.group_count());
    for (at, (pillar, indicators)) in groups.iter().enumerate() {
        assert_eq!((*pillar, indicators), (Some(at), &plan.pillars[at].indicators));
    }
}

#[test]
fn the_name_of_the_schema_may_stand_in_a_plan() {
    let mut file = file();
    set(&mut file, "/$schema", json!("../docs/plan-format.schema.json"));
    assert_eq!(parse(&file.to_string()), bundled());
}

#[test]
fn a_place_names_the_entry_and_the_field() {
    let mut file = file();
    set(&mut file, "/indicators/4/target/value", json!(-1));
    set(&mut file, "/priority/projects/1/indicators/0", json!("p99"));
    let problems = parse(&file.to_string()).unwrap_err();
    let place = &problems.iter().find(|problem| problem.place.id().is_some()).unwrap().place;
    assert_eq!((place.id(), place.field()), (Some("p13"), text("target.value")));
    assert_eq!(place.steps[1], Step::Entry { index: 4, id: Some(text("p13")) });
    let place = &problems.iter().find(|problem| problem.place.id().is_none()).unwrap().place;
    assert_eq!(place.field(), "priority.projects[1].indicators[0]");
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(lines.contains(&text("indicators[4] (p13).target.value: -1 is below 0")), "{lines:?}");
}

#[test]
fn repeated_fields_are_reported() {
    let twice = BUNDLED_JSON.replacen(r#""decimals": 0"#, r#""decimals": 0, "decimals": 1"#, 1);
    let problems = parse(&twice).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert_eq!(
        (problems[0].place.to_string(), &problems[0].kind),
        (text("indicators[0] (k1).decimals"), &DuplicateField)
    );
}

#[test]
fn what_is_no_plan_file_is_refused_as_such() {
    for (source, line, column) in
        [("", 1, 0), ("{", 1, 1), ("{\n  \"a\": nan}", 2, 9), ("plan", 1, 1), ("[1e999]", 1, 6)]
    {
        let problems = parse(source).unwrap_err();
        assert_eq!(problems.len(), 1, "{source}");
        assert!(problems[0].place.steps.is_empty());
        let NotJson { line: found, column: at } = problems[0].kind else { panic!("{source}: {problems:?}") };
        assert_eq!((found, at), (line, column), "{source}");
    }
    let deep = "[".repeat(100_000);
    assert!(matches!(parse(&deep).unwrap_err()[..], [ref problem] if matches!(problem.kind, NotJson { .. })));
    for source in ["null", "[]", "7", "{}", r#"{"format": 1}"#] {
        assert_eq!(parse(source).unwrap_err()[0].kind, ForeignFormat { found: None }, "{source}");
    }
}

#[test]
fn a_byte_order_mark_is_skipped() {
    assert_eq!(parse(&format!("\u{feff}{BUNDLED_JSON}")), bundled());
}

#[test]
fn problems_are_capped_and_the_last_says_so() {
    let mut file = small(1_000);
    for indicator in file["indicators"].as_array_mut().unwrap() {
        indicator["target"]["value"] = json!(-1);
        indicator["unit"] = json!(1);
    }
    let problems = problems(&file);
    assert_eq!(problems.len(), 1_000);
    assert_eq!(problems[999], (String::new(), MoreProblems));
    assert!(problems[..999].iter().all(|(_, kind)| *kind != MoreProblems));
}

#[test]
fn plans_of_other_sizes_parse() {
    for size in [1, 2, 1_000, 5_000] {
        let plan = parse(&small(size).to_string()).unwrap();
        assert_eq!(plan.indicators.len(), size);
        assert_eq!(plan.pillars[0].indicators, (0..size).collect::<Vec<_>>());
        // The other four pillars are empty, which a plan may be while it is written.
        assert!(plan.pillars[1..].iter().all(|pillar| pillar.indicators.is_empty()));
    }
    assert_eq!(problems(&small(0)), [(text("indicators"), Empty)]);
    assert_eq!(problems(&small(5_001)), [(text("indicators"), TooMany { limit: 5_000 })]);
}

#[test]
fn values_at_their_bounds_parse() {
    let mut file = file();
    set(&mut file, "/first", json!(1981));
    set(&mut file, "/last", json!(2080));
    set(&mut file, "/indicators/1/base/value", json!(0));
    set(
        &mut file,
        "/indicators/1/target",
        json!({
            "value": 100, "value_origin": "inferred", "year": 2080, "year_origin": "inferred"
        }),
    );
    set(&mut file, "/indicators/0/target/value", json!(f64::MAX));
    set(&mut file, "/indicators/0/base/value", json!(-0.0));
    for indicator in 2..22 {
        if file["indicators"][indicator]["measure"] == "cumulative" {
            set(&mut file, &format!("/indicators/{indicator}/base/year"), json!(1981));
        }
    }
    let plan = parse(&file.to_string()).unwrap();
    assert_eq!(plan.indicators[0].target.value.value, f64::MAX);
    assert!(plan.indicators[0].base.unwrap().value.value.is_sign_positive());
    assert_eq!(plan.indicators[1].measure.value, Measure::Share);
    set(&mut file, "/last", json!(2081));
    assert_eq!(problems(&file), [(text("last"), TooMany { limit: 100 })]);
}
