//! Tables of results as people have them: what is taken, what is not, and where it stands.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use std::collections::HashMap;

use r13_simulator::codec::import::Ground;
use r13_simulator::plan::Plan;

/// What tables are read by, where the day of today is not known.
fn ground<'a>(plan: &'a Plan, meant: &'a HashMap<String, usize>) -> Ground<'a> {
    Ground { plan, meant, latest: None }
}

#[path = "import/content.rs"]
mod content;
#[path = "import/merge.rs"]
mod merge;
#[path = "import/read.rs"]
mod read;
#[path = "import/table.rs"]
mod table;
#[path = "import/workbook.rs"]
mod workbook;
