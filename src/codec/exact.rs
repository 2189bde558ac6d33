//! Values in JSON that come back bit for bit.
//!
//! The JSON reader in use rounds numbers of 16 and more digits to a neighbour now and then, and writing a fraction
//! as a number takes tables of 2 KB in the download. Whole numbers are written as numbers and all others as texts;
//! both are read.

use serde::{Serialize, Serializer};

use super::number::parse_decimal;
use crate::plan::ProblemKind;
use crate::plan::json::Token;
use crate::plan::problem::excerpt;
use crate::plan::reader::Reader;

/// Below it every whole number is an `f64`.
const WHOLE: f64 = 9_007_199_254_740_992.0;

/// A value as it is written. Every value that a field can take comes back; others, beyond the range of
/// [`parse_decimal`], are not read.
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

/// Reads a number, or the text of one; of those that a field can take. Never −0.
pub(super) fn read(reader: &mut Reader, token: &Token) -> Option<f64> {
    let text = match token {
        Token::Number(number) => number.to_string(),
        _ => token.as_text().unwrap_or_default().to_owned(),
    };
    match (parse_decimal(&text), token) {
        (Ok(digits), _) => Some(digits.to_f64()),
        (Err(_), Token::Number(_)) => {
            reader.report(ProblemKind::NoNumber { found: excerpt(&text) });
            None
        }
        (Err(_), _) => reader.number(token),
    }
}
