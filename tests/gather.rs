//! 集約: the spread of figures, and what many scenarios come to, held against a second, naive reckoning.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

#[path = "gather/golden.rs"]
mod golden;
#[path = "gather/pool.rs"]
mod pool;
#[path = "gather/spread.rs"]
mod spread;
#[path = "gather/text.rs"]
mod text;
