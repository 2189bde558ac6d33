//! Texts in CP932, which is what older programs in Japan take for a text. Browsers read it and do not write it: the
//! table for writing is their own table for reading, turned round.

use std::collections::HashMap;

use web_sys::{TextDecoder, TextDecoderOptions};

/// First bytes of two, and second ones.
const LEADS: [std::ops::RangeInclusive<u8>; 2] = [0x81..=0x9F, 0xE0..=0xFC];
const TRAILS: [std::ops::RangeInclusive<u8>; 2] = [0x40..=0x7E, 0x80..=0xFC];
/// 〓, the sign of printers for a letter that they lack.
const GETA: [u8; 2] = [0x81, 0xAC];
/// Letters that stand for another of the same look which CP932 has.
const ALIKE: [(char, char); 6] = [
    ('\u{2212}', '－'),
    ('\u{301C}', '～'),
    ('\u{2014}', '―'),
    ('\u{2016}', '∥'),
    ('\u{00A0}', ' '),
    ('\u{2013}', '-'),
];

/// A text as bytes.
pub struct Encoded {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// How many letters are written as 〓, as there are none of theirs.
    pub replaced: usize,
}

/// Writes a text; `None` where the browser does not know the charset.
pub fn encode(text: &str) -> Option<Encoded> {
    let table = table()?;
    let mut encoded = Encoded { bytes: Vec::with_capacity(text.len()), replaced: 0 };
    for letter in text.chars() {
        let letter = ALIKE.iter().find(|(one, _)| *one == letter).map_or(letter, |(_, alike)| *alike);
        match table.get(&letter) {
            _ if letter.is_ascii() => encoded.bytes.push(letter as u8),
            Some([byte, 0]) => encoded.bytes.push(*byte),
            Some(bytes) => encoded.bytes.extend(bytes),
            None => {
                encoded.bytes.extend(GETA);
                encoded.replaced += 1;
            }
        }
    }
    Some(encoded)
}

/// The bytes of every letter beyond ASCII; of letters with several, the first.
fn table() -> Option<HashMap<char, [u8; 2]>> {
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = TextDecoder::new_with_label_and_options("shift_jis", &options).ok()?;
    let mut table = HashMap::new();
    let mut add = |bytes: &[u8], key: [u8; 2]| {
        let letters = decoder.decode_with_u8_array(bytes).unwrap_or_default();
        let mut letters = letters.chars();
        if let (Some(letter), None) = (letters.next(), letters.next()) {
            table.entry(letter).or_insert(key);
        }
    };
    for kana in 0xA1..=0xDF {
        add(&[kana], [kana, 0]);
    }
    for lead in LEADS.into_iter().flatten() {
        for trail in TRAILS.into_iter().flatten() {
            add(&[lead, trail], [lead, trail]);
        }
    }
    Some(table)
}
