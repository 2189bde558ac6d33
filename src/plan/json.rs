//! JSON from outside as tokens that keep everything the text says.

use super::problem::{Place, Problem, ProblemKind, Shape};
use crate::order::ordered;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// A piece of JSON. Unlike `serde_json::Value` it keeps repeated fields, so that they can be reported.
#[derive(Debug)]
pub(crate) enum Token {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// Any number; always finite.
    Number(f64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Token>),
    /// An object, its fields in the order of the text.
    Object(Vec<(String, Token)>),
}

/// Tokens of a JSON text. A byte order mark before it, as Windows editors write one, is skipped.
pub(crate) fn tokens(text: &str) -> Result<Token, Problem> {
    serde_json::from_str(text.strip_prefix('\u{feff}').unwrap_or(text)).map_err(|error| Problem {
        place: Place::default(),
        kind: ProblemKind::NotJson { line: error.line(), column: error.column() },
    })
}

impl Token {
    /// What it looks like.
    pub(crate) fn shape(&self) -> Shape {
        match self {
            Token::Null => Shape::Null,
            Token::Boolean(_) => Shape::Boolean,
            Token::Number(_) => Shape::Number,
            Token::Text(_) => Shape::Text,
            Token::List(_) => Shape::List,
            Token::Object(_) => Shape::Object,
        }
    }

    /// The field of an object, unreported: for a look ahead.
    pub(crate) fn peek(&self, name: &str) -> Option<&Token> {
        match self {
            Token::Object(fields) => field(fields, name),
            _ => None,
        }
    }

    /// The string, unreported: for a look ahead.
    pub(crate) fn as_text(&self) -> Option<&str> {
        match self {
            Token::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// The ids of a list of objects with their positions, sorted, whatever else is wrong with the entries; `None` where
/// it is no list, or none of its entries has an id.
pub(crate) fn ids(list: &Token) -> Option<Vec<(&str, usize)>> {
    let Token::List(entries) = list else { return None };
    let ids = entries.iter().enumerate();
    let ids = sorted_ids(ids.filter_map(|(index, entry)| Some((entry.peek("id")?.as_text()?, index))));
    (entries.is_empty() || !ids.is_empty()).then_some(ids)
}

/// Ids with their positions, sorted; equal ones in the order in which they came.
pub(crate) fn sorted_ids<'t>(ids: impl Iterator<Item = (&'t str, usize)>) -> Vec<(&'t str, usize)> {
    ordered(ids, |one, two| one.0 < two.0)
}

/// The position of the first entry with this id, among [`ids`] or [`sorted_ids`].
pub(crate) fn position(ids: &[(&str, usize)], id: &str) -> Option<usize> {
    let at = ids.partition_point(|(other, _)| *other < id);
    ids.get(at).filter(|(other, _)| *other == id).map(|(_, index)| *index)
}

/// Whether a text is an id: 1 to 32 lower-case ASCII letters, digits and `-`.
pub(crate) fn is_id(text: &str) -> bool {
    (1..=32).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// The first field of that name.
pub(crate) fn field<'t>(fields: &'t [(String, Token)], name: &str) -> Option<&'t Token> {
    fields.iter().find(|(field, _)| field == name).map(|(_, token)| token)
}

impl<'de> Deserialize<'de> for Token {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Token, D::Error> {
        deserializer.deserialize_any(TokenVisitor)
    }
}

struct TokenVisitor;

impl<'de> Visitor<'de> for TokenVisitor {
    type Value = Token;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Token, E> {
        Ok(Token::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Token, E> {
        Ok(Token::Boolean(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Token, E> {
        Ok(Token::Number(value as f64))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Token, E> {
        Ok(Token::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Token, E> {
        Ok(Token::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Token, E> {
        Ok(Token::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Token, A::Error> {
        let mut list = Vec::new();
        while let Some(entry) = entries.next_element()? {
            list.push(entry);
        }
        Ok(Token::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Token, A::Error> {
        let mut object = Vec::new();
        while let Some(field) = fields.next_entry()? {
            object.push(field);
        }
        Ok(Token::Object(object))
    }
}
