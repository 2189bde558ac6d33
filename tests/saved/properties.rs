//! Whatever a user does comes back, and whatever a text holds is answered.

use std::rc::Rc;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use r13_simulator::codec::saved::{Found, read, write};
use r13_simulator::plan::{Plan, Point};
use r13_simulator::view::View;
use serde_json::Value;

use crate::any::{assert_within_the_rules, edits, plan, reached, results};
use crate::common::kagoshima;
use crate::places::pointers;
use crate::sample::{VERSION_1, json, sound};

/// Reads a text and checks that what came of it is within the model's rules, and settled: written and read
/// again it is the same.
fn assert_answered(text: &str, plan: &Plan) -> bool {
    let reading = read(text, plan, View::default());
    assert!(reading.found.is_some() || !reading.problems.is_empty());
    if let Some(Found { scenario, opened, view }) = &reading.found {
        assert_within_the_rules(plan, scenario);
        assert!(view.chosen < plan.indicators.len());
        let again = read(&write(plan, scenario, opened.as_ref(), view), plan, View::default());
        assert_eq!(again.problems, []);
        assert_eq!(again.found, reading.found);
    }
    reading.problems.is_empty()
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-1e3..1e3).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (2000..2040).prop_map(Value::from),
        select(vec!["percent", "amount", "flow", "cumulative", "total", "k1", "p43", "ja"])
            .prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        let name = select(vec!["k1", "p11", "p43", "mode", "early", "year", "value", "base", "pillar", "x"]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(name.prop_map(str::to_owned), inner, 0..4)
                .prop_map(|fields| fields.into_iter().collect::<Value>()),
        ]
    })
}

proptest! {
    #[test]
    fn what_a_user_does_comes_back(
        actions in prop::collection::vec(edits(&plan()), 0..40),
        results in results(),
    ) {
        let plan = Rc::new(plan());
        let (scenario, view) = reached(&plan, actions, results);
        let reading = read(&write(&plan, &scenario, None, &view), &plan, View::default());
        prop_assert_eq!(reading.problems, []);
        let Found { scenario: found, view: found_view, .. } = reading.found.unwrap();
        prop_assert_eq!(&found, &scenario);
        prop_assert_eq!(found_view, view);
        for (one, two) in found.all().iter().zip(scenario.all()) {
            let bits = |base: Option<Point>| base.map(|base| base.value.to_bits());
            prop_assert_eq!(bits(one.assumed_base), bits(two.assumed_base));
        }
    }

    #[test]
    fn any_text_is_answered(text in any::<String>()) {
        prop_assert!(!assert_answered(&text, &kagoshima()));
    }

    #[test]
    fn any_json_is_answered(value in any_json()) {
        prop_assert!(!assert_answered(&value.to_string(), &kagoshima()));
    }

    #[test]
    fn a_saved_text_with_anything_anywhere_is_answered(
        damage in prop::collection::vec((any::<Index>(), any_json()), 1..4)
    ) {
        let mut text = json();
        for (at, value) in damage {
            let mut places = Vec::new();
            pointers(&text, "", &mut places);
            *text.pointer_mut(&places[at.index(places.len())]).unwrap() = value;
        }
        assert_answered(&text.to_string(), &kagoshima());
    }

    #[test]
    fn a_saved_text_with_other_bytes_is_answered(
        damage in prop::collection::vec((any::<Index>(), any::<u8>()), 1..4)
    ) {
        let mut bytes = VERSION_1.as_bytes().to_vec();
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        assert_answered(&String::from_utf8_lossy(&bytes), &kagoshima());
    }
}

#[test]
fn a_saved_text_cut_anywhere_is_reported() {
    let plan = kagoshima();
    let (scenario, view) = sound(&plan);
    let written = write(&plan, &scenario, None, &view);
    for end in 0..written.len() {
        let cut = String::from_utf8_lossy(&written.as_bytes()[..end]);
        let reading = read(&cut, &plan, View::default());
        assert!(!reading.problems.is_empty() && reading.found.is_none(), "{end}");
    }
}
