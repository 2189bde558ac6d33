//! Results in a table of somebody else's making: CSV, text pasted from a spreadsheet, and the cells of a workbook.
//!
//! In steps: what a file is ([`content`]), its text cut into cells ([`mod@table`]), what the columns are ([`mod@columns`]),
//! what the cells say ([`mod@read`]), and what that makes of the results that are there ([`mod@merge`]). Nothing is guessed:
//! what is not plain is a [`Fault`] with its row and column, what was found and what was expected, and is left out.

pub mod columns;
pub mod content;
pub mod merge;
pub mod names;
pub mod read;
pub mod table;
pub(super) mod value;
pub mod workbook;

pub use merge::{Merged, Step, merge};
pub use read::{Fault, Found, Ground, Line, Reading, Why, read};
pub use workbook::Sheet;
