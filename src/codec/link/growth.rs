//! The growth of an indicator in a link: `=125`, `=125,-50`, `:40`.
//!
//! `=` goes before per cent and `:` before amounts, both in whole hundredths; the later half follows a comma where it
//! is another than the earlier.

use crate::codec::rules;
use crate::model::{Growth, Mode, Rate};
use crate::plan::Measure;
use crate::plan::problem::{ProblemKind, excerpt};
use crate::plan::reader::Reader;

const PERCENT: char = '=';
const AMOUNT: char = ':';

pub(super) fn write(plain: &mut String, growth: Growth) {
    plain.push(match growth.mode {
        Mode::Percent => PERCENT,
        Mode::Amount => AMOUNT,
    });
    plain.push_str(&growth.early.hundredths().to_string());
    if !growth.is_uniform() {
        plain.push(',');
        plain.push_str(&growth.late.hundredths().to_string());
    }
}

/// The id and what follows it.
pub(super) fn split(text: &str) -> (&str, &str) {
    text.split_at(text.find([PERCENT, AMOUNT]).unwrap_or(text.len()))
}

/// Reads the growth; `hold` where there is none, or none that can be read. One half at fault is zero.
pub(super) fn read(reader: &mut Reader, text: &str, hold: Growth, measure: Measure) -> Growth {
    let mut letters = text.chars();
    let mode = match letters.next() {
        Some(PERCENT) => Mode::Percent,
        Some(AMOUNT) => Mode::Amount,
        _ => return hold,
    };
    let mut rate = |name, text| {
        reader.within(name, |reader| {
            let hundredths = whole(reader, text)?;
            rules::rate(reader, hundredths, mode, measure)
        })
    };
    let halves = match letters.as_str().split_once(',') {
        None => rate("early", letters.as_str()).map(|rate| (rate, rate)),
        Some((early, late)) => match (rate("early", early), rate("late", late)) {
            (None, None) => None,
            (early, late) => Some((early.unwrap_or(Rate::ZERO), late.unwrap_or(Rate::ZERO))),
        },
    };
    halves.map_or(hold, |(early, late)| Growth { mode, early, late })
}

/// A whole number, held within the range of `i64`.
pub(super) fn whole(reader: &mut Reader, text: &str) -> Option<i64> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text),
    };
    if digits.is_empty() || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        reader.report(ProblemKind::NoNumber { found: excerpt(text) });
        return None;
    }
    let size = digits
        .bytes()
        .fold(0_i64, |size, digit| size.saturating_mul(10).saturating_add(i64::from(digit - b'0')));
    Some(if negative { -size } else { size })
}
