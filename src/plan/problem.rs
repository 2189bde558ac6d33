//! What can be wrong with a text from outside, and where in it.

use super::FiscalYear;
use std::fmt;

/// One step on the way from the whole file to a place in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A named field of an object.
    Field(String),
    /// An entry of a list, from 0, with the entry's id where it has a sound one.
    Entry {
        /// Position in the list, from 0.
        index: usize,
        /// The entry's `id` field.
        id: Option<String>,
    },
}

/// Where in a file a problem lies; no steps for the file as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// From the outermost step to the innermost.
    pub steps: Vec<Step>,
}

/// One thing that is wrong with a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// What.
    pub kind: ProblemKind,
}

/// The shape of a piece of JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// Any number.
    Number,
    /// A number without a fraction.
    WholeNumber,
    /// A string.
    Text,
    /// An array.
    List,
    /// An object.
    Object,
}

/// What is wrong. Texts taken from the file are shortened to 40 characters.
#[derive(Clone, Debug, PartialEq)]
pub enum ProblemKind {
    /// Not JSON, or JSON nested too deeply. Line and column count from 1; both 0 where unknown.
    NotJson {
        /// Line of the fault.
        line: usize,
        /// Column of the fault, in bytes.
        column: usize,
    },
    /// JSON, but not a file of the expected kind.
    ForeignFormat {
        /// What its `format` field says.
        found: Option<String>,
    },
    /// A file of the expected kind, in a version that this app does not read.
    UnsupportedVersion {
        /// What its `version` field says.
        found: i64,
    },
    /// A file of the expected kind that belongs to another plan.
    OtherPlan {
        /// The id of that plan.
        found: String,
    },
    /// A required field is not there.
    Missing,
    /// A value of another shape than the field takes.
    WrongType {
        /// What the field takes.
        expected: Shape,
        /// What stands there.
        found: Shape,
    },
    /// A field that means nothing here, such as a misspelt one.
    UnknownField,
    /// The same field twice in one object.
    DuplicateField,
    /// A text without any character, in every language, or a list without an entry.
    Empty,
    /// A text of more characters than allowed.
    TooLong {
        /// Most characters allowed.
        limit: usize,
    },
    /// A list of more entries, or a period of more years, than allowed.
    TooMany {
        /// Most allowed.
        limit: usize,
    },
    /// A word outside a fixed list.
    NotOneOf {
        /// The word.
        found: String,
        /// The words that the field takes.
        allowed: &'static [&'static str],
    },
    /// An id outside `[a-z0-9-]{1,32}`.
    BadId {
        /// The id.
        found: String,
    },
    /// An id that an earlier entry of the list has already.
    DuplicateId {
        /// The id.
        found: String,
    },
    /// A pillar id that no pillar has.
    UnknownPillar {
        /// The id.
        found: String,
    },
    /// A text that is no day of the calendar in eight digits.
    NoDay {
        /// What was found.
        found: String,
    },
    /// A text that is no number.
    NoNumber {
        /// What was found.
        found: String,
    },
    /// An indicator id that no indicator has.
    UnknownIndicator {
        /// The id.
        found: String,
    },
    /// A value below 0, or above the upper bound of the indicator's measure.
    OutOfScale {
        /// The value.
        value: f64,
        /// The upper bound: 100 for shares, otherwise infinite.
        highest: f64,
    },
    /// A whole number outside the field's range.
    OutOfRange {
        /// The number.
        value: i64,
        /// Smallest allowed.
        lowest: i64,
        /// Largest allowed.
        highest: i64,
    },
    /// A fiscal year outside the field's range.
    YearOutOfRange {
        /// The western year.
        value: i64,
        /// Earliest allowed.
        lowest: FiscalYear,
        /// Latest allowed.
        highest: FiscalYear,
    },
    /// A year earlier than one that must not come after it.
    YearsOutOfOrder {
        /// The year.
        value: FiscalYear,
        /// The year that it must not precede.
        earliest: FiscalYear,
    },
    /// A cumulative indicator whose baseline lies after the plan's first year.
    CumulativeBaseAfterFirst {
        /// Year of the baseline.
        base: FiscalYear,
        /// First year of the plan.
        first: FiscalYear,
    },
    /// A running total below what the results before it add up to.
    FallingTotal,
    /// A baseline is assumed for an indicator that has one in the plan.
    BaseInPlan,
    /// A link ends here without its check code: what followed is lost, and what stands here may be a part.
    CutOff,
    /// A link that is not as it was made: its check code belongs to another text.
    Altered,
    /// A file that cannot be opened, or is larger than any that is read.
    Unopened,
    /// There are more problems than are listed.
    MoreProblems,
}

/// Most characters of a file's text that a [`ProblemKind`] repeats.
const EXCERPT: usize = 40;

/// The text, shortened to 40 characters and an ellipsis.
pub(crate) fn excerpt(text: &str) -> String {
    match text.char_indices().nth(EXCERPT) {
        None => text.to_owned(),
        Some((end, _)) => {
            let mut short = text.get(..end).unwrap_or_default().to_owned();
            short.push('…');
            short
        }
    }
}

impl Place {
    /// The id of the innermost entry that has one: the indicator or pillar that the place lies in.
    pub fn id(&self) -> Option<&str> {
        self.steps.iter().rev().find_map(|step| match step {
            Step::Entry { id, .. } => id.as_deref(),
            Step::Field(_) => None,
        })
    }

    /// The path within the entry that [`Place::id`] names, else within the file: `target.value`.
    pub fn field(&self) -> String {
        let inner = self.steps.rsplit(|step| matches!(step, Step::Entry { id: Some(_), .. })).next();
        path(inner.unwrap_or_default(), false)
    }
}

fn path(steps: &[Step], with_ids: bool) -> String {
    let mut path = String::new();
    for step in steps {
        match step {
            Step::Field(name) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(name);
            }
            Step::Entry { index, id } => {
                path.push('[');
                path.push_str(&index.to_string());
                path.push(']');
                if let (true, Some(id)) = (with_ids, id) {
                    path.push_str(" (");
                    path.push_str(id);
                    path.push(')');
                }
            }
        }
    }
    path
}

/// `indicators[3] (p13).target.value`; nothing for the whole file.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&path(&self.steps, true))
    }
}

/// In English, for developers and logs: the page has its own words in both languages.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.place.steps.is_empty() {
            write!(f, "{}: ", self.place)?;
        }
        self.kind.fmt(f)
    }
}

impl Shape {
    fn word(self) -> &'static str {
        match self {
            Shape::Null => "null",
            Shape::Boolean => "a boolean",
            Shape::Number => "a number",
            Shape::WholeNumber => "a whole number",
            Shape::Text => "a text",
            Shape::List => "a list",
            Shape::Object => "an object",
        }
    }
}

impl fmt::Display for ProblemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJson { line, column } => write!(f, "not JSON (line {line}, column {column})"),
            Self::ForeignFormat { found: None } => f.write_str("not a file of the expected kind"),
            Self::ForeignFormat { found: Some(found) } => write!(f, "a file of another kind: `{found}`"),
            Self::UnsupportedVersion { found } => write!(f, "version {found} is not supported"),
            Self::OtherPlan { found } => write!(f, "belongs to another plan: `{found}`"),
            Self::Missing => f.write_str("missing"),
            Self::WrongType { expected, found } => {
                write!(f, "{} expected, {} found", expected.word(), found.word())
            }
            Self::UnknownField => f.write_str("unknown field"),
            Self::DuplicateField => f.write_str("the field stands here twice"),
            Self::Empty => f.write_str("empty"),
            Self::TooLong { limit } => write!(f, "longer than {limit} characters"),
            Self::TooMany { limit } => write!(f, "more than {limit}"),
            Self::NotOneOf { found, allowed } => {
                write!(f, "`{found}` is none of {}", allowed.join(", "))
            }
            Self::BadId { found } => {
                write!(f, "`{found}` is not an id: 1 to 32 lower-case letters, digits and `-`")
            }
            Self::DuplicateId { found } => write!(f, "`{found}` stands here twice"),
            Self::UnknownPillar { found } => write!(f, "no pillar has the id `{found}`"),
            Self::NoDay { found } => write!(f, "`{found}` is no day in eight digits, such as 20261125"),
            Self::NoNumber { found } => write!(f, "`{found}` is no number"),
            Self::UnknownIndicator { found } => write!(f, "no indicator has the id `{found}`"),
            Self::OutOfScale { value, highest } if highest.is_finite() => {
                write!(f, "{value} is outside 0 to {highest}")
            }
            Self::OutOfScale { value, .. } => write!(f, "{value} is below 0"),
            Self::OutOfRange { value, lowest, highest } => {
                write!(f, "{value} is outside {lowest} to {highest}")
            }
            Self::YearOutOfRange { value, lowest, highest } => {
                write!(f, "year {value} is outside {lowest} to {highest}")
            }
            Self::YearsOutOfOrder { value, earliest } => write!(f, "year {value} is before {earliest}"),
            Self::CumulativeBaseAfterFirst { base, first } => {
                write!(f, "the baseline year {base} of a cumulative count is after the first year {first}")
            }
            Self::FallingTotal => f.write_str("a running total below the results before it"),
            Self::BaseInPlan => f.write_str("the plan has a baseline for it"),
            Self::CutOff => f.write_str("the link is cut off here; ask for all of it"),
            Self::Altered => f.write_str("the link is not as it was made: its check code does not fit"),
            Self::Unopened => f.write_str(
                "cannot be opened, or is too large; check that it is where it was and is the right one",
            ),
            Self::MoreProblems => f.write_str("there are more problems than listed"),
        }
    }
}
