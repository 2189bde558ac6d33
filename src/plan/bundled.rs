//! The plan that is compiled in, so that the page works without a second request.

use super::{Plan, Problem, parse};

/// The id of the bundled plan.
pub const BUNDLED_ID: &str = "kagoshima-commerce-2";

/// The text of the bundled plan file.
pub const BUNDLED_JSON: &str = include_str!("../../static/plans/kagoshima-commerce-2.json");

/// The bundled plan. An error would be a fault of the build, which a test rules out.
pub fn bundled() -> Result<Plan, Vec<Problem>> {
    parse(BUNDLED_JSON)
}
