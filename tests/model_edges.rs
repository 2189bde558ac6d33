//! The corners of the arithmetic, as tables.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

#[path = "model_edges/growth.rs"]
mod growth;
#[path = "model_edges/judging.rs"]
mod judging;
#[path = "model_edges/known.rs"]
mod known;
#[path = "model_edges/required.rs"]
mod required;

use common::{Sketch, sketch};
use r13_simulator::plan::Measure::{Cumulative, Level};

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// A level of 100 in 2021 with a target in 2031: ten years.
fn level(target: f64) -> Sketch {
    sketch(Level, (2021, 100.0), (2031, target))
}

/// A count of 10 a year in 2021, judged by the sum of the ten years from 2022.
fn count(target: f64) -> Sketch {
    sketch(Cumulative, (2021, 10.0), (2031, target))
}

fn bound(one: &Sketch) -> Option<i32> {
    one.outlook().path.unwrap().bound.map(|year| year.western())
}
