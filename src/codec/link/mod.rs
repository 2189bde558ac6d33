//! A scenario and what is shown with it, as the fragment of an address.
//!
//! `docs/link-format.md` says what stands where. In short, the segments of a link are joined by `/`. Those with a
//! capital letter are keys, all others begin with the id of an indicator and say only what differs from the start.
//! Characters of a text that would be taken for structure are written as `!` and two hexadecimal digits, and only then
//! is the whole percent-encoded: mail programs, address bars and redirecting services may decode and encode it as they
//! like without changing what it says, or its check code.
//!
//! [`encode`] writes a link and [`decode`] reads one; [`find`] finds links in any text:
//!
//! ```
//! use r13_simulator::codec::link::{decode, encode, find};
//! use r13_simulator::model::{Growth, Inputs, Mode, Rate, Scenario};
//! use r13_simulator::plan::bundled;
//! use r13_simulator::view::Shown;
//!
//! let plan = bundled().unwrap();
//! let mut scenario = Scenario::hold(&plan);
//! let growth = Growth::uniform(Mode::Percent, Rate::from_hundredths(125));
//! scenario.set(0, Inputs { growth, ..Inputs::hold(&plan.indicators[0]) });
//!
//! let link = encode(&plan, &scenario, &Shown::default());
//! assert_eq!(link, "1/kagoshima-commerce-2.19bxkh/ja/k1=125/Check=rd74r5");
//!
//! let reading = decode(&link, &plan).unwrap();
//! assert!(reading.intact && reading.faults.is_empty());
//! assert_eq!(reading.link.scenario, scenario);
//!
//! let mail = format!("> See https://example.jp/r13/#{link}.");
//! assert_eq!(find(&mail)[0].text, link);
//! ```

mod decode;
mod encode;
mod find;
mod growth;
mod inputs;
mod text;

use std::fmt;

use crate::model::Scenario;
use crate::plan::Problem;
use crate::view::Shown;

pub use decode::{Decoder, decode};
pub use encode::encode;
pub use find::{Found, find};

/// The version that is written. Earlier ones stay readable.
pub const VERSION: u32 = 1;
/// Longest text that is read, in bytes.
pub const LONGEST: usize = 1 << 20;

const CHECK: &str = "Check";
const NAME: &str = "Name";
const NOTE: &str = "Note";
const NUMBERS: &str = "Numbers";
const EDITED: &str = "Edited";
const DATE: &str = "Date";
const SHOW: &str = "Show";
const FOCUS: &str = "Focus";
const SCREEN: &str = "Screen";
const COMPARE: &str = "Compare";
const PRESENT: &str = "Present";
const ALL: &str = "All";
const WITH: &str = "With";
const WITH_SCENARIO: &str = "Scenario";

const MEASURE: &str = "measure";
const BASE: &str = "base";
const LOCK: &str = "lock";
const WHY: &str = "why";
const ACTUAL: &str = "actual";
const SOURCE: &str = "source";
const TOTAL: &str = "total";
const PRELIMINARY: &str = "preliminary";
const REFERENCE: &str = "reference";
const BREAK: &str = "break";

/// What a link says.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The scenario.
    pub scenario: Scenario,
    /// What is on screen with it.
    pub shown: Shown,
}

/// A link as it was understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// What could be read, within the model's rules; all else is as at the start.
    pub link: Link,
    /// Whether the check code is there and fits, so that the link is as it was made.
    pub intact: bool,
    /// The fingerprint of the plan's numbers with which it was made, as it stands in the link. Where it is not that of
    /// the plan at hand, [`recorded`](crate::plan::recorded) may know the numbers that the sender saw.
    pub numbers: String,
    /// Whether its sender had changed the plan: those numbers are no published ones.
    pub edited: bool,
    /// How many indicators of the scenario were read without a fault; those of compared ones do not count.
    pub understood: usize,
    /// What was not understood, with its place: a key, or `[0] (k1).early` for the first indicator in the link; within
    /// `With[0]` for the first compared scenario. At most 1,000.
    pub faults: Vec<Problem>,
}

/// Why nothing can be read of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It does not begin as links do.
    NotALink,
    /// A link of which nothing is left but its beginning.
    CutOff,
    /// A text of more than [`LONGEST`] bytes.
    TooLong {
        /// Most bytes that are read.
        limit: usize,
    },
    /// A link of a later version of the format.
    NewerVersion {
        /// That version.
        found: u32,
    },
    /// A link for another plan.
    OtherPlan {
        /// The id of that plan.
        found: String,
    },
}

/// In English, for developers and logs: the page has its own words in both languages.
impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::NotALink => f.write_str("no link"),
            Refusal::CutOff => f.write_str("a link that is cut off at its beginning"),
            Refusal::TooLong { limit } => write!(f, "longer than {limit} bytes"),
            Refusal::NewerVersion { found } => write!(f, "version {found} is newer than {VERSION}"),
            Refusal::OtherPlan { found } => write!(f, "belongs to another plan: `{found}`"),
        }
    }
}
