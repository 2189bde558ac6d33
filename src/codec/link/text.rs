//! Characters of a link: which stand for themselves, and how the others are written.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What stands in an address as it is. All of it may stand in a fragment, none of it means something to a chat or a
/// mail program, or ends an address in the middle.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b';')
    .remove(b':')
    .remove(b'=')
    .remove(b',')
    .remove(b'.')
    .remove(b'-')
    .remove(b'!');

const ESCAPE: char = '!';
/// Redirecting services that wrap each other encode once each. More than these make no difference to a sound link.
const MOST_ROUNDS: usize = 8;

/// The text for an address.
pub(super) fn encoded(plain: &str) -> String {
    utf8_percent_encode(plain, ENCODED).to_string()
}

/// The text behind the percent signs, however often it was encoded. No sound link holds a percent sign then.
pub(super) fn decoded(text: &str) -> Cow<'_, str> {
    let mut plain = Cow::Borrowed(text);
    for _ in 0..MOST_ROUNDS {
        if !plain.contains('%') {
            break;
        }
        let next = percent_decode_str(&plain).decode_utf8_lossy().into_owned();
        if next == plain {
            break;
        }
        plain = Cow::Owned(next);
    }
    plain
}

/// Writes a text so that it has no character of the link's structure, no percent sign and no line break.
pub(super) fn push_escaped(plain: &mut String, text: &str) {
    for letter in text.chars() {
        if matches!(letter, ESCAPE | '%' | '/' | ';') || letter.is_ascii_control() {
            let code = u32::from(letter);
            plain.push(ESCAPE);
            plain.extend([code >> 4, code & 15].into_iter().filter_map(|digit| char::from_digit(digit, 16)));
        } else {
            plain.push(letter);
        }
    }
}

/// The text behind the escapes. An exclamation mark that begins none stands for itself.
pub(super) fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        let mut ahead = letters.clone();
        let mut digit = || ahead.next().and_then(|letter| letter.to_digit(16));
        let escaped = match (letter, digit(), digit()) {
            (ESCAPE, Some(high @ 0..8), Some(low)) => char::from_u32(high << 4 | low),
            _ => None,
        };
        if escaped.is_some() {
            letters = ahead;
        }
        plain.push(escaped.unwrap_or(letter));
    }
    plain
}
