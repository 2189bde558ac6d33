//! Links in a text: a chat log, a mail, whatever is pasted.
//!
//! A link is known by its beginning, `1/plan.code/`, and ends with its check code. That tells where it ends even where
//! it is broken over lines, decoded, or wrapped by a service that redirects. Only where no code fits, the link ends as a
//! word does.

use super::{CHECK, LONGEST, text};
use crate::check;

/// A link that stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The line in which it begins, from 1.
    pub line: usize,
    /// The fragment as it stands in an address, without `#`, for [`decode`](super::decode). Equal links give equal
    /// texts, however they were written; damaged ones are given as far as they reach.
    pub text: String,
}

/// Every link in a text, in the order of the text, as often as it stands there; links of other plans and of later
/// versions too. In time and memory proportional to the text's length.
///
/// A link may be broken over lines, with `>` before each, but not over an empty line.
pub fn find(text: &str) -> Vec<Found> {
    let flat = Flat::of(text);
    let heads = flat.heads();
    let ends = heads.iter().skip(1).copied().chain([flat.text.len()]);
    heads.iter().zip(ends).map(|(start, end)| flat.link(*start, end)).collect()
}

/// A text without the white space and the quotation marks around its lines, so that what was one line can be read on.
struct Flat {
    /// Lines, each with `\n` behind it.
    text: String,
    /// Where each line begins in `text`.
    lines: Vec<usize>,
}

impl Flat {
    fn of(text: &str) -> Flat {
        let mut flat = Flat { text: String::with_capacity(text.len() + 1), lines: Vec::new() };
        for line in text.lines() {
            flat.lines.push(flat.text.len());
            let quoting = |letter: char| letter.is_whitespace() || matches!(letter, '>' | '＞' | '|');
            flat.text.push_str(line.trim_start_matches(quoting).trim_end());
            flat.text.push('\n');
        }
        flat
    }

    /// Where links begin: a whole number that is not part of a word, and then what every link begins with.
    fn heads(&self) -> Vec<usize> {
        let bytes = self.text.as_bytes();
        let mut heads = Vec::new();
        let mut at = 0;
        let mut in_word = false;
        while let Some(byte) = bytes.get(at) {
            if *byte == b'%' {
                let end = after_encoded(bytes, at + 1);
                // The end of one line and the beginning of the next may belong together or not.
                let apart =
                    bytes.get(at..end).is_some_and(|part| part.contains(&b'\n')) && !begins(bytes, end);
                at = if apart { at + 1 } else { end };
                in_word = false;
                continue;
            }
            if !in_word && begins(bytes, at) {
                heads.push(at);
            }
            in_word = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_');
            at += 1;
        }
        heads
    }

    /// The link that begins at `start` and ends before `end`.
    fn link(&self, start: usize, end: usize) -> Found {
        let line = self.lines.partition_point(|line| *line <= start);
        let rest = self.text.get(start..end).unwrap_or_default();
        let lines = rest.split_inclusive('\n').take_while(|line| *line != "\n");
        let mut room = LONGEST;
        let joined: String = lines
            .take_while(|line| {
                let fits = room > 0;
                room = room.saturating_sub(line.len());
                fits
            })
            .map(|line| line.trim_end_matches('\n'))
            .collect();
        let joined = text::decoded(&joined);
        let text = whole(&joined).unwrap_or_else(|| part(rest));
        Found { line, text: text::encoded(&text) }
    }
}

/// The link at the beginning of a text of which nothing is missing: its code fits, or it is of one piece.
fn whole(text: &str) -> Option<String> {
    let Checked { body, link } = Checked::first(text)?;
    let fits = link.ends_with(&check::code(body));
    let piece = || link.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/;:=,.-!".contains(&byte));
    (fits || piece()).then(|| link.to_owned())
}

/// The link at the beginning of a text as far as a word reaches.
fn part(text: &str) -> String {
    let word = text::decoded(text.split(ends_word).next().unwrap_or_default());
    let link = match Checked::first(&word) {
        Some(checked) => checked.link,
        None => word.split(ends_word).next().unwrap_or_default(),
    };
    link.trim_end_matches(|letter: char| !letter.is_ascii_alphanumeric()).to_owned()
}

/// A link up to its check code, whether it fits or not.
struct Checked<'t> {
    /// What the code stands for.
    body: &'t str,
    /// With the code.
    link: &'t str,
}

impl<'t> Checked<'t> {
    fn first(text: &'t str) -> Option<Checked<'t>> {
        text.match_indices('/').find_map(|(at, _)| {
            let code = text.get(at + 1..)?.strip_prefix(CHECK)?.strip_prefix('=')?;
            let end = text.len() - code.len() + check::LENGTH;
            check::is_code(code.get(..check::LENGTH)?)
                .then_some(Checked { body: text.get(..at)?, link: text.get(..end)? })
        })
    }
}

/// White space, quotes, brackets, and the punctuation of Japanese text: none stands in an address.
fn ends_word(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '"' | '\'' | '`' | '<' | '>' | '(' | ')' | '[' | ']' | '{' | '}' | '|' | '&')
        || matches!(letter, '\u{2010}'..='\u{206F}' | '\u{3000}'..='\u{303F}')
        || matches!(letter, '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF65}')
}

/// Whether a link begins there.
fn begins(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(u8::is_ascii_digit) && Steps { bytes, at }.head().is_some()
}

/// Where a percent-encoded character ends whose digits begin at `at`, or `at` itself where none does: a percent sign may
/// stand for itself. `%25` makes another percent sign, which begins the next.
fn after_encoded(bytes: &[u8], at: usize) -> usize {
    let mut steps = Steps { bytes, at };
    let mut end = at;
    while let Some(byte) = steps.encoded() {
        end = steps.at;
        if byte != b'%' {
            break;
        }
    }
    end
}

/// Walks over the characters of a text, percent-encoded ones too, and over its line breaks.
struct Steps<'t> {
    bytes: &'t [u8],
    at: usize,
}

impl Steps<'_> {
    /// Longest id of a plan, and more rounds of encoding than are undone.
    const MOST: usize = 32;

    /// What every link begins with: version, plan and code.
    fn head(&mut self) -> Option<()> {
        // A digit at the end of the line before belongs to something else.
        while self.bytes.get(self.at).is_some_and(u8::is_ascii_digit) {
            self.at += 1;
        }
        self.only(|byte| byte == b'/')?;
        self.some(b'.', |byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')?;
        for _ in 0..check::LENGTH {
            self.only(check::is_letter)?;
        }
        self.only(|byte| byte == b'/')
    }

    /// One byte of a kind.
    fn only(&mut self, wanted: fn(u8) -> bool) -> Option<()> {
        self.next().filter(|byte| wanted(*byte)).map(|_| ())
    }

    /// At least one byte of a kind, and then this one.
    fn some(&mut self, then: u8, wanted: fn(u8) -> bool) -> Option<()> {
        self.only(wanted)?;
        for _ in 0..Self::MOST {
            match self.next()? {
                byte if byte == then => return Some(()),
                byte if wanted(byte) => {}
                _ => return None,
            }
        }
        None
    }

    /// The next byte, decoded.
    fn next(&mut self) -> Option<u8> {
        let mut byte = self.raw()?;
        for _ in 0..Self::MOST {
            if byte != b'%' {
                return Some(byte);
            }
            byte = self.encoded()?;
        }
        None
    }

    /// The byte that two hexadecimal digits stand for.
    fn encoded(&mut self) -> Option<u8> {
        let digits = (char::from(self.raw()?).to_digit(16)?, char::from(self.raw()?).to_digit(16)?);
        u8::try_from(digits.0 << 4 | digits.1).ok()
    }

    /// The next byte as it stands, across the end of a line but not across an empty one.
    fn raw(&mut self) -> Option<u8> {
        let mut byte = *self.bytes.get(self.at)?;
        if byte == b'\n' {
            self.at += 1;
            byte = *self.bytes.get(self.at)?;
        }
        self.at += 1;
        Some(byte).filter(|byte| *byte != b'\n')
    }
}
