//! Whatever a plan file holds, reading it answers with a sound plan or with problems, never with a panic.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[path = "common/json.rs"]
mod json;

use json::{any_json, pointers};
use proptest::prelude::*;
use r13_simulator::plan::{BUNDLED_JSON, parse};
use serde_json::Value;

proptest! {
    #[test]
    fn any_text_is_answered(source in any::<String>()) {
        prop_assert!(!parse(&source).unwrap_err().is_empty());
    }

    #[test]
    fn any_json_is_answered(value in any_json()) {
        prop_assert!(!parse(&value.to_string()).unwrap_err().is_empty());
    }

    #[test]
    fn a_cut_plan_is_answered(share in 0.0_f64..1.0) {
        let characters = BUNDLED_JSON.trim_end().chars().count() as f64;
        let cut: String = BUNDLED_JSON.chars().take((characters * share) as usize).collect();
        prop_assert!(!parse(&cut).unwrap_err().is_empty());
    }

    #[test]
    fn anything_anywhere_is_answered(pick in any::<prop::sample::Index>(), value in any_json()) {
        let mut file: Value = serde_json::from_str(BUNDLED_JSON).unwrap();
        let mut all = Vec::new();
        pointers(&file, "", &mut all);
        *file.pointer_mut(pick.get::<String>(&all)).unwrap() = value;
        // What is accepted keeps its promises; what is not has a reason.
        match parse(&file.to_string()) {
            Err(problems) => prop_assert!(!problems.is_empty()),
            Ok(plan) => for indicator in &plan.indicators {
                prop_assert!(plan.pillars.is_empty() == indicator.pillar.is_none());
                prop_assert!(indicator.pillar.is_none_or(|pillar| pillar < plan.pillars.len()));
                prop_assert!(indicator.measure.value.admits(indicator.target.value.value));
                prop_assert!((plan.first.value..=plan.last.value).contains(&indicator.target.year.value));
            },
        }
    }
}
