//! `docs/plan-format.schema.json` and the parser, held against each other: what one takes the other takes, but for the
//! rules that no schema can say.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[path = "common/json.rs"]
mod common_json;
#[path = "plan_schema/plans.rs"]
mod plans;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use common_json::{any_json, pointers};
use jsonschema::Validator;
use plans::{any_plan, example, sample, without_pillars};
use proptest::prelude::*;
use r13_simulator::plan::{BUNDLED_JSON, Problem, ProblemKind, parse};
use serde_json::{Value, json};

const SCHEMA: &str = include_str!("../docs/plan-format.schema.json");
const FORMAT: &str = include_str!("../docs/plan-format.md");

fn schema() -> &'static Validator {
    static SCHEMA_READ: OnceLock<Validator> = OnceLock::new();
    SCHEMA_READ.get_or_init(|| {
        let schema = serde_json::from_str(SCHEMA).unwrap();
        jsonschema::meta::validate(&schema).unwrap_or_else(|fault| panic!("{fault}"));
        jsonschema::validator_for(&schema).unwrap_or_else(|fault| panic!("{fault}"))
    })
}

fn problems(file: &Value) -> Vec<Problem> {
    parse(&file.to_string()).err().unwrap_or_default()
}

/// Whether it breaks a rule that no schema can say: `docs/plan-format.md` lists them.
fn is_beyond_a_schema(problem: &Problem) -> bool {
    match &problem.kind {
        ProblemKind::UnknownPillar { .. }
        | ProblemKind::UnknownIndicator { .. }
        | ProblemKind::DuplicateId { .. }
        | ProblemKind::YearsOutOfOrder { .. }
        | ProblemKind::CumulativeBaseAfterFirst { .. } => true,
        ProblemKind::YearOutOfRange { value, .. } => (1950..=2100).contains(value),
        ProblemKind::TooMany { .. } => problem.place.to_string() == "last",
        _ => false,
    }
}

#[track_caller]
fn assert_agree(file: &Value, what: &str) {
    let problems = problems(file);
    let valid = schema().is_valid(file);
    assert_eq!(valid, problems.iter().all(is_beyond_a_schema), "{what}: {problems:?}\n{file:#}");
}

#[test]
fn both_take_the_plans_that_come_with_the_app() {
    for (name, file) in [
        ("bundled", serde_json::from_str(BUNDLED_JSON).unwrap()),
        ("example", example()),
        ("sample", sample()),
        ("without pillars", without_pillars(sample())),
    ] {
        assert_eq!(problems(&file), [], "{name}");
        let faults: Vec<String> = schema().iter_errors(&file).map(|fault| fault.to_string()).collect();
        assert_eq!(faults, [""; 0], "{name}");
    }
}

#[test]
fn both_agree_on_every_field_removed_misspelt_or_of_another_value() {
    let values = [
        Value::Null,
        json!(true),
        json!(-1),
        json!(0),
        json!(0.5),
        json!(7),
        json!(100.5),
        json!(2026.0),
        json!(1949),
        json!(2101),
        json!(1e300),
        json!(""),
        json!(" \u{3000}"),
        json!("x"),
        json!("No Id"),
        json!("stated"),
        json!("share"),
        json!("字".repeat(2_000)),
        json!("字".repeat(2_001)),
        json!([]),
        json!([null]),
        json!({}),
        json!({"ja": "例"}),
        json!({"ja": null, "en": "example"}),
        json!({"ja": " ", "en": ""}),
        json!({"ja": "例", "fr": "exemple"}),
    ];
    let mut tried = 0;
    for file in [sample(), without_pillars(sample())] {
        let mut all = Vec::new();
        pointers(&file, "", &mut all);
        for pointer in &all {
            for value in &values {
                let mut other = file.clone();
                *other.pointer_mut(pointer).unwrap() = value.clone();
                assert_agree(&other, &format!("{pointer} = {value}"));
            }
            let (parent, name) = pointer.rsplit_once('/').unwrap();
            let mut removed = file.clone();
            if let Value::Object(fields) = removed.pointer_mut(parent).unwrap() {
                let value = fields.remove(name).unwrap();
                assert_agree(&removed, &format!("{pointer} removed"));
                let Value::Object(fields) = removed.pointer_mut(parent).unwrap() else { unreachable!() };
                fields.insert(format!("{name}x"), value);
                assert_agree(&removed, &format!("{pointer} misspelt"));
                assert!(!schema().is_valid(&removed), "{pointer} misspelt");
            }
            tried += values.len() + 2;
        }
    }
    assert!(tried > 5_000, "{tried}");
}

#[test]
fn lists_may_be_as_long_as_both_say() {
    let fill = |file: &mut Value, pointer: &str, count: usize| {
        let list = file.pointer_mut(pointer).unwrap().as_array_mut().unwrap();
        let model = list[0].clone();
        *list = (0..count)
            .map(|index| {
                let mut entry = model.clone();
                if index > 0 && entry.get("id").is_some() {
                    entry["id"] = json!(format!("more-{index}"));
                }
                entry
            })
            .collect();
    };
    for (pointer, most) in [("/pillars", 100), ("/indicators", 5_000), ("/priority/projects", 100)] {
        for count in [1, most, most + 1] {
            let mut file = sample();
            fill(&mut file, pointer, count);
            assert_agree(&file, pointer);
            assert_eq!(schema().is_valid(&file), count <= most, "{pointer} of {count}");
        }
    }
}

#[test]
fn only_what_the_document_names_is_beyond_the_schema() {
    let table: [(&str, Value, &str); 13] = [
        ("/indicators/0/pillar", json!("nowhere"), "no pillar has the id"),
        ("/priority/projects/0/indicators/0", json!("nowhere"), "no indicator has the id"),
        ("/priority/projects/0/indicators/1", json!("level"), "stands here twice"),
        ("/indicators/1/id", json!("level"), "stands here twice"),
        ("/removed/0/id", json!("level"), "stands here twice"),
        (
            "/removed",
            json!([{ "id": "g", "name": { "ja": "例" } }, { "id": "g", "name": { "ja": "例" } }]),
            "stands here twice",
        ),
        ("/review", json!(2023), "is before"),
        ("/last", json!(2026), "is before"),
        ("/last", json!(2100), "more than 100"),
        ("/priority/first", json!(2028), "is before"),
        ("/indicators/0/target/year", json!(2031), "is outside"),
        ("/indicators/0/base/year", json!(2031), "is outside"),
        ("/indicators/3/base/year", json!(2025), "cumulative count"),
    ];
    for (pointer, value, says) in table {
        let mut file = sample();
        if value == json!(2100) {
            file["first"] = json!(2000);
        }
        *file.pointer_mut(pointer).unwrap() = value;
        let problems = problems(&file);
        assert!(problems.iter().any(|problem| problem.to_string().contains(says)), "{pointer}: {problems:?}");
        assert!(problems.iter().all(is_beyond_a_schema), "{pointer}: {problems:?}");
        assert!(schema().is_valid(&file), "{pointer}");
    }
    let (_, beyond) = FORMAT.split_once("## Beyond the schema").expect("the section is there");
    let rules = beyond.split("\n## ").next().unwrap().lines().filter(|line| line.starts_with("- ")).count();
    assert_eq!(rules, 7, "the document lists other rules than `is_beyond_a_schema`");
}

#[test]
fn the_document_names_every_field_and_word_of_the_schema() {
    fn names(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(fields) => {
                if let Some(Value::Object(properties)) = fields.get("properties") {
                    found.extend(properties.keys().cloned());
                }
                if let Some(Value::Array(words)) = fields.get("enum") {
                    found.extend(words.iter().filter_map(Value::as_str).map(str::to_owned));
                }
                fields.values().for_each(|value| names(value, found));
            }
            Value::Array(entries) => entries.iter().for_each(|entry| names(entry, found)),
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    names(&serde_json::from_str(SCHEMA).unwrap(), &mut found);
    assert!(found.len() > 40);
    let missing: Vec<&String> = found.iter().filter(|name| !FORMAT.contains(&format!("`{name}`"))).collect();
    assert!(missing.is_empty(), "docs/plan-format.md does not name {missing:?}");
}

#[test]
fn the_plan_in_the_document_is_a_plan() {
    let (_, after) = FORMAT.split_once("```json\n").expect("there is an example");
    let (plan, _) = after.split_once("```").expect("it ends");
    let read = parse(plan).unwrap();
    assert_eq!((read.pillars.len(), read.indicators.len()), (0, 1));
    assert!(schema().is_valid(&serde_json::from_str(plan).unwrap()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn both_take_any_sound_plan(file in any_plan()) {
        prop_assert_eq!(problems(&file), []);
        prop_assert!(schema().is_valid(&file), "{:#}", file);
    }

    #[test]
    fn both_agree_on_anything_anywhere(
        file in any_plan(),
        pick in any::<prop::sample::Index>(),
        value in any_json(),
    ) {
        let mut file = file;
        let mut all = Vec::new();
        pointers(&file, "", &mut all);
        *file.pointer_mut(pick.get::<String>(&all)).unwrap() = value;
        assert_agree(&file, "");
    }
}
