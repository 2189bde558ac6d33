//! Text formats: what people type, paste, open and save.
//!
//! Everything here reads text from outside in two steps, tokens and then their meaning, and answers with a
//! value or with what is wrong and where; nothing here panics or guesses.

pub mod cells;
mod exact;
pub mod figure;
pub mod gather;
pub mod import;
pub mod link;
pub mod number;
mod results;
mod rules;
pub mod saved;
mod scenario;
pub mod scenario_file;
pub mod year;
