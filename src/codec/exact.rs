//! Values in JSON that come back bit for bit.
//!
//! The JSON reader in use rounds numbers of 16 and more digits to a neighbour now and then, and writing a fraction
//! as a number takes tables of 2 KB in the download. Whole numbers are written as numbers and all others as texts;
//! both are read.

use serde::{Serialize, Serializer};

use super::number::parse_decimal;
use crate::plan::json::{self, Token};
use crate::plan::reader::Reader;

/// Below it every whole number is an `f64`.
const WHOLE: f64 = 9_007_199_254_740_992.0;

/// A value as it is written. Every value that a field can take comes back; of others, beyond the range of
/// [`parse_decimal`], the last bit may be another.
#[derive(Clone, Copy)]
pub(super) struct Exact(pub(super) f64);

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Exact(value) = *self;
        if value.trunc() == value && value.abs() < WHOLE {
            serializer.serialize_i64(value as i64)
        } else {
            serializer.serialize_str(&value.to_string())
        }
    }
}

/// Reads a number, or the text of one. Never −0.
pub(super) fn read(reader: &mut Reader, token: &Token) -> Option<f64> {
    let value = match token.as_text().and_then(of_text) {
        Some(value) => value,
        None => reader.number(token)?,
    };
    Some(if value == 0.0 { 0.0 } else { value })
}

fn of_text(text: &str) -> Option<f64> {
    match (parse_decimal(text), json::tokens(text)) {
        (Ok(digits), _) => Some(digits.to_f64()),
        (Err(_), Ok(Token::Number(value))) => Some(value),
        _ => None,
    }
}
