//! Values in JSON that come back bit for bit.
//!
//! The JSON reader in use rounds numbers of 16 and more digits to a neighbour now and then; reading them
//! rightly would add 11 KB to the download. The few numbers that it would change are written as texts.

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
            return serializer.serialize_i64(value as i64);
        }
        let number = serde_json::to_string(&value).unwrap_or_default();
        let same = matches!(json::tokens(&number), Ok(Token::Number(read)) if read == value);
        let digits = value.to_string();
        if !same && parse_decimal(&digits).is_ok_and(|read| read.to_f64() == value) {
            return serializer.serialize_str(&digits);
        }
        serializer.serialize_f64(value)
    }
}

/// Reads a number, or the text of one. Never −0.
pub(super) fn read(reader: &mut Reader, token: &Token) -> Option<f64> {
    let value = match token.as_text().map(parse_decimal) {
        Some(Ok(digits)) => digits.to_f64(),
        _ => reader.number(token)?,
    };
    Some(if value == 0.0 { 0.0 } else { value })
}
