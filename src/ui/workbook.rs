//! Workbooks (XLSX): code that is fetched when one is first made or read.
//!
//! The build cuts the program a second time at [`functions`], as [`deferred`](super::deferred) does at its own: what is
//! reached through the table that it returns, and in no other way, becomes the third file. What it shares with the
//! second file alone becomes a file that comes with either.

use super::deferred::NotFetched;
use super::words::Words;
use super::workbook_labels::{Stated, labels};
use crate::codec::import::workbook::{self, Problem, Sheet};
use crate::model::Outlook;
use crate::report::workbook::{Written, book};
use crate::state::AppState;

/// The functions of the third file.
pub struct Workbooks {
    /// The bytes of a workbook of the scenario.
    pub write: fn(Words, &AppState, &Outlook, Stated) -> Written,
    /// The sheets of a workbook.
    pub read: fn(&[u8]) -> Result<Vec<Sheet>, Problem>,
}

static FUNCTIONS: Workbooks = Workbooks { write, read: workbook::read };

/// Fetches the third file, unless it is there.
///
/// # Errors
/// Where it does not arrive. Asking again fetches it again.
pub async fn fetch() -> Result<&'static Workbooks, NotFetched> {
    functions().await
}

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(workbook, fallible)]
fn functions() -> Result<&'static Workbooks, NotFetched> {
    Ok(&FUNCTIONS)
}

#[cfg(not(feature = "split"))]
async fn functions() -> Result<&'static Workbooks, NotFetched> {
    Ok(&FUNCTIONS)
}

fn write(words: Words, state: &AppState, outlook: &Outlook, stated: Stated) -> Written {
    let AppState { plan, scenario, today, .. } = state;
    book(plan, scenario, outlook, &labels(words, stated), *today).bytes()
}
