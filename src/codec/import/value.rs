//! One value of a table.

use crate::codec::number::{Decimal, NumberProblem, parse_with_units};
use crate::plan::{Indicator, Measure};

/// What stands for a value that is not there, folded by [`fold`].
const MISSING: &[&str] = &[
    "…",
    "‥",
    "...",
    "x",
    "×",
    "***",
    "*",
    "n/a",
    "na",
    "#n/a",
    "null",
    "なし",
    "未集計",
    "未公表",
    "不明",
    "欠測",
];

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// No value: an empty cell, a dash, or a sign that statistics use for one.
    Missing,
    /// A number.
    Number(Decimal),
}

/// Reads a cell of an indicator: a number as people write it, with its unit or without, or a sign for none. A per cent
/// sign goes with per cents alone.
pub fn value(text: &str, of: &Indicator) -> Result<Value, NumberProblem> {
    let folded = fold(text);
    let dashes = !folded.is_empty() && folded.chars().all(is_dash);
    if text.trim().is_empty() || dashes || MISSING.contains(&folded.as_str()) {
        return Ok(Value::Missing);
    }
    let units = [of.unit.ja.as_str(), of.unit.en.as_str()];
    let number = parse_with_units(text, &units)?;
    let per_cent = of.measure.value == Measure::Share || units.iter().any(|unit| unit.contains('%'));
    match text.chars().enumerate().find(|(_, letter)| matches!(letter, '%' | '％')) {
        Some((at, found)) if !per_cent => Err(NumberProblem::NotANumber { at, found }),
        _ => Ok(Value::Number(number)),
    }
}

/// Full-width ASCII as ASCII, in lower case, without white space and the brackets that hold a sign.
pub(super) fn fold(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace() && !matches!(letter, '「' | '」' | '“' | '”' | '"'))
        .map(|letter| match letter {
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
            other => other,
        })
        .flat_map(char::to_lowercase)
        .collect()
}

/// Any dash, and the long-vowel mark that stands for one.
fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '−' | '‐'..='―' | '─' | '━' | '﹣' | 'ー' | 'ｰ' | '~' | '〜')
}
