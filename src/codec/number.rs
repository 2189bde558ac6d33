//! Numbers as people type them: full-width, with separators, signs of every kind and a unit behind.
//!
//! A text is read only where its meaning is plain: `1,234.5`, `１．５％`, `▲0.3 ポイント/年`, `(2)`. `1,5` may be
//! a decimal or a slip, and is refused.

use std::fmt;

use crate::digits;

/// Most digits of a number, before and after the point together.
pub const MOST_DIGITS: usize = digits::MOST;

/// A decimal number with exactly the digits that were typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    negative: bool,
    /// All digits as one whole number, below 10^30.
    digits: u128,
    /// How many of the digits stand after the point, at most 30.
    decimals: u32,
}

/// Why a text is no number. `at` counts characters of the whole text, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberProblem {
    /// Nothing but white space.
    Empty,
    /// A sign, a point or a unit, but no digit.
    NoDigits,
    /// A character that has no place in a number, or begins an unknown unit.
    NotANumber {
        /// Where it stands.
        at: usize,
        /// The character.
        found: char,
    },
    /// A second decimal point.
    SecondPoint {
        /// Where it stands.
        at: usize,
    },
    /// A comma that does not part groups of three digits.
    Grouping {
        /// Where it stands.
        at: usize,
    },
    /// An opening parenthesis without its closing one.
    Unclosed {
        /// Where it opens.
        at: usize,
    },
    /// More than [`MOST_DIGITS`] digits.
    TooLong,
}

/// Units of rates that are understood behind every number: ASCII where there is a choice, lower case, no white space.
const SUFFIXES: &[&str] = &[
    "%",
    "%/年",
    "%/year",
    "%/yr",
    "ポイント",
    "ポイント/年",
    "point",
    "points",
    "point/year",
    "points/year",
    "pt",
    "pt/年",
    "pt/year",
];

/// Reads a number; a unit of a rate may follow it.
pub fn parse_decimal(text: &str) -> Result<Decimal, NumberProblem> {
    parse_with_units(text, &[])
}

/// Reads a number; a unit of a rate, or one of `units`, may follow it. White space, width and case of the
/// unit are ignored.
pub fn parse_with_units(text: &str, units: &[&str]) -> Result<Decimal, NumberProblem> {
    let typed: Vec<char> = text.chars().collect();
    let folded: Vec<char> = typed.iter().copied().map(fold).collect();
    let end = folded.iter().rposition(|c| !c.is_whitespace()).ok_or(NumberProblem::Empty)? + 1;
    let mut scanner = Scanner { chars: folded.get(..end).unwrap_or_default(), at: 0 };
    scanner.number(units).map_err(|problem| match problem {
        NumberProblem::NotANumber { at, found } => {
            NumberProblem::NotANumber { at, found: typed.get(at).copied().unwrap_or(found) }
        }
        other => other,
    })
}

impl Decimal {
    /// The number in hundredths, rounded half away from zero; `None` beyond the range of `i64`.
    pub fn hundredths(&self) -> Option<i64> {
        let rounded = match self.decimals {
            0 => self.digits.checked_mul(100)?,
            1 => self.digits.checked_mul(10)?,
            decimals => {
                let unit = 10_u128.checked_pow(decimals - 2)?;
                self.digits / unit + u128::from(self.digits % unit * 2 >= unit)
            }
        };
        let size = i64::try_from(rounded).ok()?;
        Some(if self.negative { -size } else { size })
    }

    /// The nearest `f64`, ties to even: what the same digits mean in Rust and in JavaScript. Never −0.
    pub fn to_f64(&self) -> f64 {
        let size = digits::nearest(self.digits, 10_u128.saturating_pow(self.decimals));
        if self.negative { -size } else { size }
    }

    /// How many digits stand after the point.
    pub fn decimals(&self) -> u32 {
        self.decimals
    }
}

/// The digits as typed, with ASCII digits, `-` and `.` and without separators.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = 10_u128.saturating_pow(self.decimals);
        if self.negative {
            f.write_str("-")?;
        }
        write!(f, "{}", self.digits / unit)?;
        match usize::try_from(self.decimals) {
            Ok(width) if width > 0 => write!(f, ".{:0width$}", self.digits % unit),
            _ => Ok(()),
        }
    }
}

struct Scanner<'a> {
    /// The text, folded, without white space at its end.
    chars: &'a [char],
    at: usize,
}

impl Scanner<'_> {
    fn number(&mut self, units: &[&str]) -> Result<Decimal, NumberProblem> {
        self.skip_space();
        let opened = self.at;
        let enclosed = self.take(|c| c == '(');
        let negative = enclosed || self.take(is_minus);
        if !negative {
            self.take(|c| c == '+');
        }
        self.skip_space();
        let (digits, decimals) = self.digits(units)?;
        self.skip_space();
        if enclosed {
            self.closing(units, opened)?;
        } else {
            self.unit(self.chars.len(), units)?;
        }
        Ok(Decimal { negative: negative && digits != 0, digits, decimals })
    }

    /// The digits as one whole number, and how many of them stand after the point.
    fn digits(&mut self, units: &[&str]) -> Result<(u128, u32), NumberProblem> {
        let start = self.at;
        let (mut digits, mut count, mut decimals) = (0_u128, 0_usize, 0_u32);
        let mut point = false;
        let mut comma = None;
        let mut group = 0_usize;
        while let Some(c) = self.peek() {
            if let Some(digit) = c.to_digit(10) {
                count += 1;
                if count > MOST_DIGITS {
                    return Err(NumberProblem::TooLong);
                }
                digits = digits * 10 + u128::from(digit);
                group += 1;
                decimals += u32::from(point);
            } else if c == ',' {
                let parts = match comma {
                    _ if point => false,
                    None => (1..=3).contains(&group) && self.chars.get(start) != Some(&'0'),
                    Some(_) => group == 3,
                };
                if !parts {
                    return Err(NumberProblem::Grouping { at: self.at });
                }
                comma = Some(self.at);
                group = 0;
            } else if c == '.' {
                if point {
                    return Err(NumberProblem::SecondPoint { at: self.at });
                }
                whole_groups(comma, group)?;
                point = true;
                comma = None;
            } else {
                break;
            }
            self.at += 1;
        }
        whole_groups(comma, group)?;
        if count == 0 {
            self.skip_space();
            self.unit(self.chars.len(), units)?;
            return Err(NumberProblem::NoDigits);
        }
        Ok((digits, decimals))
    }

    /// What follows the digits after an opening parenthesis: a unit before or behind the closing one.
    fn closing(&mut self, units: &[&str], opened: usize) -> Result<(), NumberProblem> {
        let rest = self.chars.get(self.at..).unwrap_or_default();
        let Some(inside) = rest.iter().position(|c| *c == ')') else {
            return Err(NumberProblem::Unclosed { at: opened });
        };
        let end = self.at + inside;
        self.unit(end, units)?;
        self.at = end + 1;
        self.skip_space();
        match self.peek() {
            Some(found) if inside > 0 => Err(NumberProblem::NotANumber { at: self.at, found }),
            _ => self.unit(self.chars.len(), units),
        }
    }

    /// Accepts a known unit, or nothing, from here to `end`.
    fn unit(&self, end: usize, units: &[&str]) -> Result<(), NumberProblem> {
        let rest = self.chars.get(self.at..end).unwrap_or_default();
        let Some(found) = rest.first() else { return Ok(()) };
        let unit = plain(rest.iter().copied());
        let known = SUFFIXES.contains(&unit.as_str())
            || units.iter().any(|known| plain(known.chars().map(fold)) == unit);
        if known { Ok(()) } else { Err(NumberProblem::NotANumber { at: self.at, found: *found }) }
    }

    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn take(&mut self, wanted: fn(char) -> bool) -> bool {
        let taken = self.peek().is_some_and(wanted);
        self.at += usize::from(taken);
        taken
    }

    fn skip_space(&mut self) {
        while self.take(char::is_whitespace) {}
    }
}

fn whole_groups(comma: Option<usize>, group: usize) -> Result<(), NumberProblem> {
    match comma {
        Some(at) if group != 3 => Err(NumberProblem::Grouping { at }),
        _ => Ok(()),
    }
}

/// The ASCII character that a full-width one stands for. Input methods type `。` for a point.
fn fold(c: char) -> char {
    match c {
        '。' | '｡' => '.',
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// Hyphen, minus, the dashes and the long-vowel mark that keyboards offer in place of a minus, and the
/// triangles of Japanese accounts.
fn is_minus(c: char) -> bool {
    matches!(c, '-' | '−' | '‐' | '\u{2011}' | '–' | '—' | '﹣' | 'ー' | 'ｰ' | '▲' | '△')
}

fn plain(unit: impl Iterator<Item = char>) -> String {
    unit.filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect()
}
