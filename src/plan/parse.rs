//! A plan file to a [`Plan`]: tokens first, then their meaning, with every problem reported at once.
//!
//! The file is JSON and mirrors the types of the parent module field by field. A value with an origin is
//! written as two fields, `value` and `value_origin`; pillars and indicators are referred to by id.
//!
//! The functions here return stand-ins for what they could not read: [`parse`] discards everything as soon
//! as one problem has been reported.

use super::json::{self, Token};
use super::reader::{Object, Reader};
use super::{
    FiscalYear, Foundation, Origin, Pillar, Plan, Priority, Problem, ProblemKind, Project, Removed, Sourced,
    Text, indicator,
};

/// What a plan file says that it is.
pub const FORMAT: &str = "r13-plan";
/// The second one has what users changed.
const VERSIONS: &[i64] = &[1, 2];
const MOST_INDICATORS: usize = 5_000;
const MOST_PILLARS: usize = 100;
const MOST_PROJECTS: usize = 100;
/// In characters, for one language.
const LONGEST_TEXT: usize = 2_000;
/// From the first year to the last, both included.
const MOST_YEARS: usize = 100;

const FIELDS: &[&str] = &[
    // Names the schema to an editor; it says nothing of the plan.
    "$schema",
    "format",
    "version",
    "id",
    "name",
    "body",
    "vision",
    "source",
    "first",
    "first_origin",
    "review",
    "review_origin",
    "last",
    "last_origin",
    "pillars",
    "foundation",
    "priority",
    "indicators",
    "removed",
];
pub(super) const ORIGINS: &[&str] = &["stated", "inferred", "edited"];

/// What the parts of a plan file are held against.
pub(super) struct Context<'t> {
    /// `None` where the plan's years are unsound: other years are then not held against them.
    pub(super) years: Option<Span>,
    /// Ids of the pillars; `None` where none can be read, and empty where the plan has none.
    pub(super) pillars: Option<Vec<(&'t str, usize)>>,
    /// Ids of the indicators; `None` where none can be read.
    pub(super) indicators: Option<Vec<(&'t str, usize)>>,
}

/// The first and the last year of a plan, in order.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub(super) first: FiscalYear,
    pub(super) last: FiscalYear,
}

/// Reads a plan file, or reports everything that is wrong with it; the list is then not empty.
pub fn parse(text: &str) -> Result<Plan, Vec<Problem>> {
    let root = json::tokens(text).map_err(|problem| vec![problem])?;
    let mut reader = Reader::default();
    match plan(&mut reader, &root) {
        Some(plan) if reader.is_clean() => Ok(plan),
        _ => Err(reader.into_problems()),
    }
}

impl Context<'_> {
    /// Ids of the indicators.
    pub(super) fn indicators(&self) -> &[(&str, usize)] {
        self.indicators.as_deref().unwrap_or_default()
    }
}

impl<T> Sourced<T> {
    /// In place of a value that could not be read.
    pub(super) fn stand_in(value: T) -> Sourced<T> {
        Sourced { value, origin: Origin::Inferred }
    }
}

/// A text field that must be there.
pub(super) fn text_field(reader: &mut Reader, object: Object<'_>, name: &str) -> Text {
    reader.required(object, name, text).unwrap_or_default()
}

/// A text in one or both languages.
pub(super) fn text(reader: &mut Reader, token: &Token) -> Option<Text> {
    let object = reader.object(token, &["ja", "en"])?;
    let mut language = |name| {
        let text = reader.optional(object, name, |reader, token| {
            reader.string(token, LONGEST_TEXT).map(|text| text.trim().to_owned())
        });
        text.unwrap_or_default()
    };
    let text = Text { ja: language("ja"), en: language("en") };
    let blank = |name| match object.get(name) {
        None | Some(Token::Null) => true,
        Some(Token::Text(text)) => text.trim().is_empty(),
        Some(_) => false,
    };
    if blank("ja") && blank("en") {
        reader.report(ProblemKind::Empty);
    }
    Some(text)
}

/// Who says so: the field must be there.
pub(super) fn origin(reader: &mut Reader, object: Object<'_>, name: &str) -> Origin {
    let origin = reader.required(object, name, origin_word);
    origin.unwrap_or(Origin::Inferred)
}

/// The origin that a word names.
pub(super) fn origin_word(reader: &mut Reader, token: &Token) -> Option<Origin> {
    Some(match reader.choice(token, ORIGINS)? {
        0 => Origin::Stated,
        1 => Origin::Inferred,
        _ => Origin::Edited,
    })
}

/// A fiscal year within bounds, and its origin.
pub(super) fn sourced_year(
    reader: &mut Reader,
    object: Object<'_>,
    name: &str,
    origin_name: &str,
    lowest: FiscalYear,
    highest: FiscalYear,
) -> Option<Sourced<FiscalYear>> {
    let value = reader.required(object, name, |reader, token| reader.year(token, lowest, highest));
    let origin = origin(reader, object, origin_name);
    Some(Sourced { value: value?, origin })
}

/// The position of the entry that an id refers to. Nothing is reported without a list of ids to hold it
/// against, and nothing where the entry has the same malformed id: both are reported at the list.
pub(super) fn known(
    reader: &mut Reader,
    token: &Token,
    ids: Option<&[(&str, usize)]>,
    unknown: fn(String) -> ProblemKind,
) -> Option<usize> {
    let found = ids.zip(token.as_text()).and_then(|(ids, id)| json::position(ids, id));
    if found.is_none() {
        let id = reader.id(token)?;
        if ids.is_some() && json::is_id(&id) {
            reader.report(unknown(id));
        }
    }
    found
}

fn plan(reader: &mut Reader, root: &Token) -> Option<Plan> {
    let object = reader.file(root, FORMAT, VERSIONS, FIELDS)?;
    let ids = |name| object.get(name).and_then(json::ids);
    let (min, max) = (FiscalYear::MIN, FiscalYear::MAX);
    let mut sourced = |name, origin_name| sourced_year(reader, object, name, origin_name, min, max);
    let first = sourced("first", "first_origin");
    let review = sourced("review", "review_origin");
    let last = sourced("last", "last_origin");
    let stand_in = || Sourced::stand_in(min);
    let context = Context {
        years: span(reader, first, review, last),
        pillars: ids("pillars"),
        indicators: ids("indicators"),
    };
    let mut plan = Plan {
        id: reader.required(object, "id", Reader::id).unwrap_or_default(),
        name: text_field(reader, object, "name"),
        body: text_field(reader, object, "body"),
        vision: text_field(reader, object, "vision"),
        source: text_field(reader, object, "source"),
        first: first.unwrap_or_else(stand_in),
        review: review.unwrap_or_else(stand_in),
        last: last.unwrap_or_else(stand_in),
        pillars: reader
            .required(object, "pillars", |reader, token| {
                reader
                    .list(token, MOST_PILLARS, |reader, index, token| pillar(reader, &context, index, token))
            })
            .unwrap_or_default(),
        foundation: reader.optional(object, "foundation", foundation),
        priority: reader.optional(object, "priority", |reader, token| priority(reader, &context, token)),
        indicators: reader
            .required(object, "indicators", |reader, token| {
                filled_list(reader, token, MOST_INDICATORS, |reader, index, token| {
                    indicator::read(reader, &context, index, token)
                })
            })
            .unwrap_or_default(),
        removed: reader
            .optional(object, "removed", |reader, token| {
                let ids = context.indicators();
                let gone = json::ids(token).unwrap_or_default();
                reader.list(token, MOST_INDICATORS, |reader, index, token| {
                    removed(reader, ids, &gone, index, token)
                })
            })
            .unwrap_or_default(),
    };
    for (index, indicator) in plan.indicators.iter().enumerate() {
        if let Some(pillar) = indicator.pillar.and_then(|pillar| plan.pillars.get_mut(pillar)) {
            pillar.indicators.push(index);
        }
    }
    Some(plan)
}

fn filled_list<T>(
    reader: &mut Reader,
    token: &Token,
    limit: usize,
    read: impl FnMut(&mut Reader, usize, &Token) -> Option<T>,
) -> Option<Vec<T>> {
    if matches!(token, Token::List(entries) if entries.is_empty()) {
        reader.report(ProblemKind::Empty);
    }
    reader.list(token, limit, read)
}

fn span(
    reader: &mut Reader,
    first: Option<Sourced<FiscalYear>>,
    review: Option<Sourced<FiscalYear>>,
    last: Option<Sourced<FiscalYear>>,
) -> Option<Span> {
    let (first, review, last) = (first?.value, review?.value, last?.value);
    let review_ordered = in_order(reader, "review", first, review);
    if !review_ordered {
        return in_order(reader, "last", first, last).then_some(Span { first, last });
    }
    if !in_order(reader, "last", review, last) {
        return None;
    }
    if usize::try_from(last.since(first)).is_ok_and(|years| years >= MOST_YEARS) {
        reader.report_at("last", ProblemKind::TooMany { limit: MOST_YEARS });
    }
    Some(Span { first, last })
}

fn in_order(reader: &mut Reader, field: &str, earliest: FiscalYear, value: FiscalYear) -> bool {
    if value < earliest {
        reader.report_at(field, ProblemKind::YearsOutOfOrder { value, earliest });
    }
    value >= earliest
}

fn pillar(reader: &mut Reader, context: &Context<'_>, index: usize, token: &Token) -> Option<Pillar> {
    let object = reader.object(token, &["id", "mark", "name", "short", "summary"])?;
    let ids = context.pillars.as_deref().unwrap_or_default();
    Some(Pillar {
        id: reader.own_id(object, ids, index).unwrap_or_default(),
        mark: text_field(reader, object, "mark"),
        name: text_field(reader, object, "name"),
        short: text_field(reader, object, "short"),
        summary: text_field(reader, object, "summary"),
        indicators: Vec::new(),
    })
}

fn removed(
    reader: &mut Reader,
    there: &[(&str, usize)],
    gone: &[(&str, usize)],
    index: usize,
    token: &Token,
) -> Option<Removed> {
    let object = reader.object(token, &["id", "name"])?;
    let id = reader.own_id(object, gone, index).unwrap_or_default();
    if json::position(there, &id).is_some() {
        reader.report_at("id", ProblemKind::DuplicateId { found: id.clone() });
    }
    Some(Removed { id, name: text_field(reader, object, "name") })
}

fn foundation(reader: &mut Reader, token: &Token) -> Option<Foundation> {
    let object = reader.object(token, &["mark", "name", "summary"])?;
    Some(Foundation {
        mark: text_field(reader, object, "mark"),
        name: text_field(reader, object, "name"),
        summary: text_field(reader, object, "summary"),
    })
}

fn priority(reader: &mut Reader, context: &Context<'_>, token: &Token) -> Option<Priority> {
    let object = reader.object(token, &["name", "first", "last", "projects"])?;
    let (lowest, highest) =
        context.years.map_or((FiscalYear::MIN, FiscalYear::MAX), |years| (years.first, years.last));
    let first = reader.required(object, "first", |reader, token| reader.year(token, lowest, highest));
    let last = reader.required(object, "last", |reader, token| reader.year(token, lowest, highest));
    if let (Some(first), Some(last)) = (first, last) {
        in_order(reader, "last", first, last);
    }
    Some(Priority {
        name: text_field(reader, object, "name"),
        first: first.unwrap_or(lowest),
        last: last.unwrap_or(highest),
        projects: reader
            .required(object, "projects", |reader, token| {
                filled_list(reader, token, MOST_PROJECTS, |reader, _, token| project(reader, context, token))
            })
            .unwrap_or_default(),
    })
}

fn project(reader: &mut Reader, context: &Context<'_>, token: &Token) -> Option<Project> {
    let object = reader.object(token, &["name", "aim", "indicators"])?;
    let name = text_field(reader, object, "name");
    let aim = text_field(reader, object, "aim");
    let mut seen = Vec::new();
    let indicators = reader.required(object, "indicators", |reader, token| {
        reader.list(token, MOST_INDICATORS, |reader, _, token| {
            let ids = context.indicators.as_deref();
            let at = known(reader, token, ids, |found| ProblemKind::UnknownIndicator { found })?;
            match seen.binary_search(&at) {
                Ok(_) => {
                    let found = token.as_text().unwrap_or_default().to_owned();
                    reader.report(ProblemKind::DuplicateId { found });
                }
                Err(slot) => seen.insert(slot, at),
            }
            Some(at)
        })
    });
    Some(Project { name, aim, indicators: indicators.unwrap_or_default() })
}
