//! What leaves the app for people and their programs: tables for the clipboard and for files, workbooks, the printed sheet as
//! data, names of files.

mod file_name;
mod grid;
mod long;
mod sheet;
pub mod workbook;

pub use file_name::file_name;
pub use grid::{Cell, Grid, inert};
pub use long::{Counted, Record, RecordKind, Said, records};
pub use sheet::{Group, Line, Sheet};
