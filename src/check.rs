//! A short code by which two texts are told apart.

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

/// Digits and lower-case letters without `i`, `l`, `o` and `u`, which are read as others.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// Characters of a code.
pub(crate) const LENGTH: usize = 6;
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
    text.len() <= LENGTH && text.bytes().all(is_letter)
}

/// Whether codes are made of it.
pub(crate) fn is_letter(byte: u8) -> bool {
    LETTERS.contains(&byte)
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

    /// Of two texts that differ in one byte, the sums differ by what that byte's difference becomes under the bytes
    /// behind it. So none of these may turn into a difference that the code does not show: the two lowest bits.
    #[test]
    fn one_other_byte_gives_another_code_however_long_the_text() {
        let after = |sum: u32| (0..8).fold(sum, |sum, _| (sum >> 1) ^ ((sum & 1) * 0xEDB8_8320));
        // No two bytes give the same upper eight bits.
        let mut single = [0; 256];
        (1..=255).map(after).for_each(|sum| single[(sum >> 24) as usize] = sum);
        assert_eq!(single.iter().filter(|sum| **sum == 0).count(), 1);
        let bits = |sum: u32| (0..8).fold(sum, |sum, _| (sum << 1) ^ ((sum >> 31) * 0xDB71_0641));
        for unseen in 1..4 {
            assert_eq!(after(bits(unseen)), unseen);
            let mut before = unseen;
            for distance in 0..1 << 20 {
                assert_ne!(single[(before >> 24) as usize], before, "{unseen} from {distance}");
                before = bits(before);
            }
        }
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
