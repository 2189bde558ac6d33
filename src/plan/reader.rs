//! A reader of JSON tokens that collects every problem with its place.
//!
//! A [`Reader`] never stops at a fault. Its methods return `None` where nothing sound was found and have then
//! reported why, so that a caller may go on with any stand-in and discard the result at the end.

use super::FiscalYear;
use super::json::{self, Token};
use super::problem::{Place, Problem, ProblemKind, Shape, Step, excerpt};

/// Most problems a reader keeps; the last is then [`ProblemKind::MoreProblems`].
pub(crate) const MOST_PROBLEMS: usize = 1_000;

/// Walks tokens, knows where it is, and gathers problems.
#[derive(Default)]
pub(crate) struct Reader {
    steps: Vec<Step>,
    problems: Vec<Problem>,
    /// How many problems were reported, kept or not.
    reported: usize,
}

/// An object whose field names have been checked.
#[derive(Clone, Copy)]
pub(crate) struct Object<'t>(&'t [(String, Token)]);

impl<'t> Object<'t> {
    /// The first field of that name.
    pub(crate) fn get(self, name: &str) -> Option<&'t Token> {
        json::field(self.0, name)
    }
}

impl Reader {
    /// The problems so far, in the order of reading.
    pub(crate) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    /// Whether no problem has been reported.
    pub(crate) fn is_clean(&self) -> bool {
        self.problems.is_empty()
    }

    /// How many problems have been reported, kept or not.
    pub(crate) fn reported(&self) -> usize {
        self.reported
    }

    /// Reports a problem at the present place.
    pub(crate) fn report(&mut self, kind: ProblemKind) {
        self.reported += 1;
        if self.problems.len() + 1 < MOST_PROBLEMS {
            self.problems.push(Problem { place: Place { steps: self.steps.clone() }, kind });
        } else if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(Problem { place: Place::default(), kind: ProblemKind::MoreProblems });
        }
    }

    /// Reports a problem at a field of the present place.
    pub(crate) fn report_at(&mut self, field: &str, kind: ProblemKind) {
        self.within(field, |reader| reader.report(kind));
    }

    /// Reads with the place one field further in.
    pub(crate) fn within<T>(&mut self, field: &str, read: impl FnOnce(&mut Reader) -> T) -> T {
        self.enter(Step::Field(excerpt(field)));
        let read = read(self);
        self.leave();
        read
    }

    /// Reads with the place at an entry of a list, or at a field whose name is an id.
    pub(crate) fn entry<T>(
        &mut self,
        index: usize,
        id: Option<&str>,
        read: impl FnOnce(&mut Reader) -> T,
    ) -> T {
        self.enter(Step::Entry { index, id: id.map(excerpt) });
        let read = read(self);
        self.leave();
        read
    }

    // Out of line: every field and entry that is read passes here.
    #[inline(never)]
    fn enter(&mut self, step: Step) {
        self.steps.push(step);
    }

    #[inline(never)]
    fn leave(&mut self) {
        self.steps.pop();
    }

    /// An object, with its unknown and repeated fields reported.
    pub(crate) fn object<'t>(&mut self, token: &'t Token, known: &[&str]) -> Option<Object<'t>> {
        let Token::Object(fields) = token else {
            return self.wrong_type(Shape::Object, token);
        };
        let mut seen = vec![false; known.len()];
        for (name, _) in fields {
            let slot = known.iter().position(|known| known == name).and_then(|at| seen.get_mut(at));
            match slot {
                None => self.report_at(name, ProblemKind::UnknownField),
                Some(seen) if *seen => self.report_at(name, ProblemKind::DuplicateField),
                Some(seen) => *seen = true,
            }
        }
        Some(Object(fields))
    }

    /// The fields of an object whose names are not fixed.
    pub(crate) fn fields<'t>(&mut self, token: &'t Token) -> Option<&'t [(String, Token)]> {
        match token {
            Token::Object(fields) => Some(fields),
            _ => self.wrong_type(Shape::Object, token),
        }
    }

    /// The outermost object of a file: its `format` and `version` first, so that a foreign file is refused as
    /// such instead of field by field.
    pub(crate) fn file<'t>(
        &mut self,
        root: &'t Token,
        format: &str,
        versions: &[i64],
        known: &[&str],
    ) -> Option<Object<'t>> {
        let found = root.peek("format").and_then(Token::as_text);
        if found != Some(format) {
            self.report(ProblemKind::ForeignFormat { found: found.map(excerpt) });
            return None;
        }
        let Token::Object(fields) = root else { return None };
        let found = self.required(Object(fields), "version", Reader::whole)?;
        if !versions.contains(&found) {
            self.report_at("version", ProblemKind::UnsupportedVersion { found });
            return None;
        }
        self.object(root, known)
    }

    /// A field that must be there.
    pub(crate) fn required<T>(
        &mut self,
        object: Object<'_>,
        name: &str,
        read: impl FnOnce(&mut Reader, &Token) -> Option<T>,
    ) -> Option<T> {
        match object.get(name) {
            Some(token) => self.within(name, |reader| read(reader, token)),
            None => {
                self.report_at(name, ProblemKind::Missing);
                None
            }
        }
    }

    /// A field that may be absent or `null`.
    pub(crate) fn optional<T>(
        &mut self,
        object: Object<'_>,
        name: &str,
        read: impl FnOnce(&mut Reader, &Token) -> Option<T>,
    ) -> Option<T> {
        match object.get(name) {
            None | Some(Token::Null) => None,
            Some(token) => self.within(name, |reader| read(reader, token)),
        }
    }

    /// A list of at most `limit` entries, each read at its place; entries that `read` refuses are left out.
    pub(crate) fn list<T>(
        &mut self,
        token: &Token,
        limit: usize,
        mut read: impl FnMut(&mut Reader, usize, &Token) -> Option<T>,
    ) -> Option<Vec<T>> {
        let Token::List(entries) = token else {
            return self.wrong_type(Shape::List, token);
        };
        if entries.len() > limit {
            self.report(ProblemKind::TooMany { limit });
            return None;
        }
        let mut list = Vec::new();
        for (index, entry) in entries.iter().enumerate() {
            let id = entry.peek("id").and_then(Token::as_text).filter(|id| json::is_id(id));
            list.extend(self.entry(index, id, |reader| read(reader, index, entry)));
        }
        Some(list)
    }

    /// A string of at most `limit` characters.
    pub(crate) fn string<'t>(&mut self, token: &'t Token, limit: usize) -> Option<&'t str> {
        match token {
            Token::Text(text) => self.short(text, limit),
            _ => self.wrong_type(Shape::Text, token),
        }
    }

    /// A text, unless it has more than `limit` characters.
    pub(crate) fn short<'t>(&mut self, text: &'t str, limit: usize) -> Option<&'t str> {
        if text.chars().nth(limit).is_some() {
            self.report(ProblemKind::TooLong { limit });
            return None;
        }
        Some(text)
    }

    /// An id. A malformed one is reported and returned, so that references to it are not reported again.
    pub(crate) fn id(&mut self, token: &Token) -> Option<String> {
        let Some(id) = token.as_text() else {
            return self.wrong_type(Shape::Text, token);
        };
        if !json::is_id(id) {
            self.report(ProblemKind::BadId { found: excerpt(id) });
        }
        Some(id.to_owned())
    }

    /// What an id refers to, passed on as `found`; where that is nothing, the id is reported.
    pub(crate) fn known<T>(
        &mut self,
        id: &str,
        found: Option<T>,
        unknown: fn(String) -> ProblemKind,
    ) -> Option<T> {
        if found.is_none() {
            self.report(if json::is_id(id) {
                unknown(id.to_owned())
            } else {
                ProblemKind::BadId { found: excerpt(id) }
            });
        }
        found
    }

    /// The id of the entry at `index`, held against the [`ids`] of its list.
    pub(crate) fn own_id(
        &mut self,
        object: Object<'_>,
        ids: &[(&str, usize)],
        index: usize,
    ) -> Option<String> {
        self.required(object, "id", |reader, token| {
            let id = reader.id(token)?;
            if json::position(ids, &id).is_some_and(|first| first < index) {
                reader.report(ProblemKind::DuplicateId { found: excerpt(&id) });
            }
            Some(id)
        })
    }

    /// Any number.
    pub(crate) fn number(&mut self, token: &Token) -> Option<f64> {
        match token {
            Token::Number(number) => Some(*number),
            _ => self.wrong_type(Shape::Number, token),
        }
    }

    /// A number without a fraction, held within the range of `i64`.
    pub(crate) fn whole(&mut self, token: &Token) -> Option<i64> {
        match token {
            Token::Number(number) if number.trunc() == *number => Some(*number as i64),
            _ => self.wrong_type(Shape::WholeNumber, token),
        }
    }

    /// A whole number from `lowest` to `highest`.
    pub(crate) fn whole_within(&mut self, token: &Token, lowest: i64, highest: i64) -> Option<i64> {
        let value = self.whole(token)?;
        self.held(value, lowest, highest)
    }

    /// A whole number, unless it lies outside `lowest` to `highest`.
    pub(crate) fn held(&mut self, value: i64, lowest: i64, highest: i64) -> Option<i64> {
        if !(lowest..=highest).contains(&value) {
            self.report(ProblemKind::OutOfRange { value, lowest, highest });
            return None;
        }
        Some(value)
    }

    /// A fiscal year from `lowest` to `highest`.
    pub(crate) fn year(
        &mut self,
        token: &Token,
        lowest: FiscalYear,
        highest: FiscalYear,
    ) -> Option<FiscalYear> {
        let value = self.whole(token)?;
        self.year_of(value, lowest, highest)
    }

    /// The fiscal year with this western number, unless it lies outside `lowest` to `highest`.
    pub(crate) fn year_of(
        &mut self,
        value: i64,
        lowest: FiscalYear,
        highest: FiscalYear,
    ) -> Option<FiscalYear> {
        let year = i32::try_from(value).ok().and_then(FiscalYear::new);
        let within = year.filter(|year| (lowest..=highest).contains(year));
        if within.is_none() {
            self.report(ProblemKind::YearOutOfRange { value, lowest, highest });
        }
        within
    }

    /// `true` or `false`.
    pub(crate) fn boolean(&mut self, token: &Token) -> Option<bool> {
        match token {
            Token::Boolean(value) => Some(*value),
            _ => self.wrong_type(Shape::Boolean, token),
        }
    }

    /// The position of a word in a fixed list.
    pub(crate) fn choice(&mut self, token: &Token, allowed: &'static [&'static str]) -> Option<usize> {
        let Some(word) = token.as_text() else {
            return self.wrong_type(Shape::Text, token);
        };
        self.one_of(word, allowed)
    }

    /// The position of this word in a fixed list.
    pub(crate) fn one_of(&mut self, word: &str, allowed: &'static [&'static str]) -> Option<usize> {
        let found = allowed.iter().position(|allowed| *allowed == word);
        if found.is_none() {
            self.report(ProblemKind::NotOneOf { found: excerpt(word), allowed });
        }
        found
    }

    /// Reports the present token as one of another shape than expected.
    pub(crate) fn wrong_type<T>(&mut self, expected: Shape, token: &Token) -> Option<T> {
        self.report(ProblemKind::WrongType { expected, found: token.shape() });
        None
    }
}
