//! Scenarios in JSON, as a file to hand on and as the browser keeps them.
//!
//! ```json
//! {"format":"r13-scenarios","version":1,"plan":"kagoshima-commerce-2","numbers":"19bxkh","scenarios":[…]}
//! ```
//!
//! `numbers` is the fingerprint of the plan's numbers with which the file was written. Every version of the format that
//! was ever written stays readable.

use serde::Serialize;

use super::scenario::{self, Wire};
use crate::model::{MAX_NAME, MOST_KEPT, Scenario};
use crate::plan::json::{self, Token};
use crate::plan::reader::Reader;
use crate::plan::{Place, Plan, Problem, ProblemKind};

/// Longest text that is read, in bytes.
pub const LONGEST: usize = 8 << 20;

const FORMAT: &str = "r13-scenarios";
const VERSION: i64 = 1;
const FIELDS: &[&str] = &["format", "version", "plan", "numbers", "scenarios"];

/// A scenario of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// What could be read of it, the rest as at the start.
    pub scenario: Scenario,
    /// Whether all of it was understood.
    pub sound: bool,
}

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// Its scenarios in their order; none where the text is no such file of the plan, or of a version that is not known.
    pub found: Vec<Found>,
    /// The fingerprint of the plan's numbers with which it was written, where it says so.
    pub numbers: Option<String>,
    /// What could not be read, with its place. Empty where all of the text was understood.
    pub problems: Vec<Problem>,
}

#[derive(Serialize)]
struct File<'a> {
    format: &'static str,
    version: i64,
    plan: &'a str,
    numbers: String,
    scenarios: Vec<Wire<'a>>,
}

/// The storage key of the scenarios that are kept for a plan.
pub fn key(plan: &Plan) -> String {
    format!("r13-simulator/scenarios/{}", plan.id)
}

/// The storage key under which an unreadable text is kept.
pub fn damaged_key(plan: &Plan) -> String {
    format!("r13-simulator/damaged-scenarios/{}", plan.id)
}

/// The file that holds these scenarios, which belong to `plan`.
pub fn write<'a>(plan: &'a Plan, scenarios: impl IntoIterator<Item = &'a Scenario>) -> String {
    let file = File {
        format: FORMAT,
        version: VERSION,
        plan: &plan.id,
        numbers: plan.numbers().fingerprint(),
        scenarios: scenarios.into_iter().map(|scenario| Wire::of(plan, scenario)).collect(),
    };
    // Only maps with other keys than texts, and a writer that fails, make an error: there is neither.
    serde_json::to_string(&file).unwrap_or_default()
}

/// Reads a file for this plan, in time and memory proportional to its length.
pub fn read(text: &str, plan: &Plan) -> Reading {
    let refused = |problem| Reading { problems: vec![problem], ..Reading::default() };
    if text.len() > LONGEST {
        return refused(Problem { place: Place::default(), kind: ProblemKind::TooLong { limit: LONGEST } });
    }
    // Editors of some systems put a mark of their byte order before a text.
    let root = match json::tokens(text.trim_start_matches('\u{feff}')) {
        Ok(root) => root,
        Err(problem) => return refused(problem),
    };
    let mut reader = Reader::default();
    let (mut found, mut numbers) = (Vec::new(), None);
    envelope(&mut reader, &root, plan, &mut found, &mut numbers);
    Reading { found, numbers, problems: reader.into_problems() }
}

fn envelope(
    reader: &mut Reader,
    root: &Token,
    plan: &Plan,
    found: &mut Vec<Found>,
    numbers: &mut Option<String>,
) -> Option<()> {
    let object = reader.file(root, FORMAT, &[VERSION], FIELDS)?;
    reader.required(object, "plan", |reader, token| {
        let id = reader.string(token, usize::MAX)?;
        reader.known(id, (id == plan.id).then_some(()), |found| ProblemKind::OtherPlan { found })
    })?;
    *numbers =
        reader.optional(object, "numbers", |reader, token| reader.string(token, MAX_NAME).map(str::to_owned));
    *found = reader.required(object, "scenarios", |reader, token| {
        reader.list(token, MOST_KEPT, |reader, _, token| {
            let before = reader.reported();
            let scenario = scenario::read(reader, token, plan)?;
            Some(Found { scenario, sound: reader.reported() == before })
        })
    })?;
    Some(())
}
