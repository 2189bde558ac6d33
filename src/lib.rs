//! R13 Scenario Simulator: what each indicator of a city plan reaches under an assumed yearly growth, and which
//! pillars of the plan fall short.
//!
//! The crate in reading order:
//!
//! - `order`: lists kept in order, for every module.
//! - `digits` and `check`: values as digits that come back bit for bit, and a code that tells texts apart.
//! - [`plan`]: the plan as data. Types, the reader of plan files, the plan that is compiled in.
//! - [`model`]: the arithmetic. Growth, paths, required growth, judgement, the outlook of a whole plan.
//! - [`view`]: what is on screen, as data.
//! - [`codec`]: text formats. Numbers as typed, figures as read, the saved state.
//! - [`state`]: the state of the app, the actions on it, undo and redo.
//! - [`chart`]: drawing on any plotters backend.
//! - [`report`]: what leaves the app for people and their programs, before it has words.
//! - `platform`: the browser. WebAssembly only.
//! - `ui`: the page, in Yew. WebAssembly only.
//!
//! Invariants, held by tests:
//!
//! - A module uses only those above it, and `chart` neither `codec` nor `state`; `platform` is used by `ui` alone.
//! - Only `platform` and `ui` know the browser; everything else runs natively and gives the same bits there.
//! - The core cannot fail: it is total over its types. Readers of outside text return every problem they found,
//!   with its place, and words for people are made in `ui` alone.
//! - [`state::AppState`] is the one source of truth. What can be computed from it is not stored in it.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic))]

pub mod chart;
mod check;
pub mod codec;
mod digits;
pub mod model;
mod order;
pub mod plan;
pub mod report;
pub mod state;
pub mod view;

#[cfg(target_arch = "wasm32")]
mod platform;
#[cfg(target_arch = "wasm32")]
pub mod ui;
