//! Values as decimal digits that come back bit for bit.
//!
//! The standard library's parser would weigh 10 KB in the download, and the JSON reader in use rounds numbers of 16
//! and more digits to a neighbour now and then.

/// Most digits of a number, before and after the point together.
pub(crate) const MOST: usize = 30;

/// Before the bits of a value that takes more than [`MOST`] digits.
const BITS: &str = "bits";

/// The shortest digits that stand for the value: `6534`, `10.09`, `-0.5`. Values that take more than 30 digits,
/// which no field takes, are written by their 64 bits: `bits7e37e43c8800759c`.
pub(crate) fn text(value: f64) -> String {
    let digits = value.to_string();
    let plain = digits.bytes().filter(u8::is_ascii_digit).count() <= MOST;
    if plain && value.is_finite() { digits } else { format!("{BITS}{:016x}", value.to_bits()) }
}

/// Reads what [`text`] writes, and any other number of digits, a point and a minus sign. Never −0, always finite.
pub(crate) fn value(text: &str) -> Option<f64> {
    let value = match text.strip_prefix(BITS) {
        Some(bits) => of_bits(bits)?,
        None => match text.strip_prefix('-') {
            Some(digits) => -of_digits(digits)?,
            None => of_digits(text)?,
        },
    };
    Some(if value == 0.0 { 0.0 } else { value })
}

/// `size / unit` to the nearest `f64`, ties to even, for `size` and `unit` below 2^100. By long division.
pub(crate) fn nearest(size: u128, unit: u128) -> f64 {
    const KEPT: u32 = f64::MANTISSA_DIGITS + 2;
    let mut bits = size / unit;
    let mut rest = size % unit;
    if bits == 0 && rest == 0 {
        return 0.0;
    }
    let mut halvings = 0_i32;
    while bits >> (KEPT - 1) == 0 {
        rest *= 2;
        bits = bits * 2 + rest / unit;
        rest %= unit;
        halvings += 1;
    }
    // Two bits more than the mantissa: the lowest kept bit stands for everything below it, so that the conversion rounds once and rightly.
    bits |= u128::from(rest != 0);
    let mut value = bits as f64;
    for _ in 0..halvings {
        value *= 0.5;
    }
    value
}

fn of_bits(text: &str) -> Option<f64> {
    let mut bits = 0_u64;
    for digit in text.chars() {
        bits = bits << 4 | u64::from(digit.to_digit(16)?);
    }
    Some(f64::from_bits(bits)).filter(|value| text.len() == 16 && value.is_finite())
}

fn of_digits(text: &str) -> Option<f64> {
    let (mut digits, mut count, mut unit) = (0_u128, 0_usize, None);
    for letter in text.bytes() {
        match letter {
            b'0'..=b'9' if count < MOST => {
                count += 1;
                digits = digits * 10 + u128::from(letter - b'0');
                unit = unit.map(|unit: u128| unit * 10);
            }
            b'.' if unit.is_none() => unit = Some(1),
            _ => return None,
        }
    }
    (count > 0).then(|| nearest(digits, unit.unwrap_or(1)))
}

#[cfg(test)]
mod tests {
    use super::{text, value};

    #[test]
    fn values_come_back() {
        for number in [
            0.0,
            0.1,
            10.09,
            -0.5,
            6534.0,
            10.095238095238095,
            1e-29,
            9_007_199_254_740_993.0,
            123456789012345678901234567890.0,
            1e29,
            1e30,
            f64::MAX,
            f64::MIN_POSITIVE,
            5e-324,
            1.0 / 3.0,
        ] {
            let written = text(number);
            assert_eq!(value(&written).map(f64::to_bits), Some(number.to_bits()), "{written}");
        }
        assert_eq!(text(1e300), "bits7e37e43c8800759c");
        assert_eq!((text(10.5), text(1e29)), ("10.5".to_owned(), format!("1{}", "0".repeat(29))));
    }

    #[test]
    fn other_texts_are_no_values() {
        for other in [
            "",
            ".",
            "-",
            "--1",
            "+1",
            "1.2.3",
            "1,5",
            "1e5",
            " 1",
            "１",
            "bits",
            "bits7ff0000000000000",
            "bits7e37e43c8800759",
            "bits7e37e43c8800759cc",
            "-bits7e37e43c8800759c",
            &"1".repeat(31),
        ] {
            assert_eq!(value(other), None, "{other}");
        }
        for (digits, number) in [("007.50", 7.5), (".5", 0.5), ("5.", 5.0), ("-0", 0.0), ("-0.0", 0.0)] {
            assert_eq!(value(digits).map(f64::to_bits), Some(f64::to_bits(number)), "{digits}");
        }
    }
}
