//! A short code by which two texts are told apart.

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

/// Digits and lower-case letters without `i`, `l`, `o` and `u`, which are read as others.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// Characters of a code.
const LENGTH: usize = 6;
/// Bits behind one of its characters.
const BITS: usize = 5;

/// A table would be faster than the texts are long, and 1 KB of the download.
static CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);

/// The code of a text: the upper 30 bits of the CRC-32 of its UTF-8 bytes, five to a character, highest first.
pub(crate) fn code(text: &str) -> String {
    let sum = CRC.checksum(text.as_bytes()) >> (32 - BITS * LENGTH);
    (0..LENGTH)
        .rev()
        .filter_map(|at| LETTERS.get((sum >> (at * BITS)) as usize % LETTERS.len()))
        .map(|letter| char::from(*letter))
        .collect()
}

/// Whether a text has the form of a code.
pub(crate) fn is_code(text: &str) -> bool {
    text.len() == LENGTH && is_part_of_code(text)
}

/// Whether a text may be the beginning of a code, or all of it.
pub(crate) fn is_part_of_code(text: &str) -> bool {
    text.len() <= LENGTH && text.bytes().all(|letter| LETTERS.contains(&letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_the_upper_part_of_the_crc() {
        // The check value of CRC-32/ISO-HDLC: 0xCBF43926.
        let sum: u32 = 0xCBF4_3926 >> 2;
        let code = code("123456789");
        let back = code.bytes().fold(0, |sum, letter| {
            sum * 32 + LETTERS.iter().position(|known| *known == letter).unwrap() as u32
        });
        assert_eq!((code.as_str(), back), ("sft3j9", sum));
        assert_eq!(super::code(""), "000000");
    }

    #[test]
    fn forms_of_codes() {
        for (text, whole, part) in [
            ("sft3j9", true, true),
            ("sft3j", false, true),
            ("", false, true),
            ("sft3j99", false, false),
            ("sft3jl", false, false),
            ("SFT3J9", false, false),
            ("sft3桜", false, false),
        ] {
            assert_eq!((is_code(text), is_part_of_code(text)), (whole, part), "{text}");
        }
    }
}
