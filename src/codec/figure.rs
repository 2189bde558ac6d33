//! Figures as people read them: digits in groups of three, a true minus sign, and never a rounding that would
//! contradict a verdict.

/// The minus sign, as wide as a digit.
const MINUS: char = '\u{2212}';
/// Most decimals that are shown to tell two numbers apart: enough for targets down to a millionth, whose verdict
/// turns at a billionth of them, and for misses of zero down to 1e-20.
const MOST_DECIMALS: u8 = 20;

/// `1,234.5`, `−0.13`. Zero has no sign, however it was reached.
pub fn grouped(value: f64, decimals: u8) -> String {
    figure(value, decimals, false)
}

/// `+1.28`, `−0.13`, `0.00`: a change, with its sign.
pub fn signed(value: f64, decimals: u8) -> String {
    figure(value, decimals, true)
}

/// Decimals, at least `least`, with which `value` reads differently from `other`; `least` where they are equal
/// or too close to tell apart.
pub fn decimals_apart(value: f64, other: f64, least: u8) -> u8 {
    if value == other {
        return least;
    }
    (least..=MOST_DECIMALS)
        .find(|decimals| grouped(value, *decimals) != grouped(other, *decimals))
        .unwrap_or(least)
}

/// Hundredths as they stand in a field, for editing: `1.25`, `-0.13`, with an ASCII sign.
pub fn hundredths(value: i64) -> String {
    let sign = if value < 0 { "-" } else { "" };
    let size = value.unsigned_abs();
    format!("{sign}{}.{:02}", size / 100, size % 100)
}

/// All digits of a value, so that it comes back bit for bit: `6534`, `10.09`, `-0.5`.
pub fn exact(value: f64) -> String {
    crate::digits::text(value)
}

fn figure(value: f64, decimals: u8, plus: bool) -> String {
    let digits = rounded(value.abs(), usize::from(decimals));
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let zero = digits.bytes().all(|digit| matches!(digit, b'0' | b'.'));
    let mut text = String::with_capacity(digits.len() + whole.len() / 3 + 4);
    if !zero && value < 0.0 {
        text.push(MINUS);
    } else if !zero && plus {
        text.push('+');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

/// 四捨五入: the shortest decimal that stands for the value, rounded half up to this many decimals.
///
/// Rounding the decimal rather than the bits behind it is what a reader with a pencil would do (0.015 becomes
/// 0.02), and spares the download the tables of exact binary expansion.
fn rounded(size: f64, decimals: usize) -> String {
    let shortest = size.to_string();
    let (whole, fraction) = shortest.split_once('.').unwrap_or((&shortest, ""));
    let kept = fraction.get(..decimals).unwrap_or(fraction);
    let up = fraction.as_bytes().get(decimals).is_some_and(|next| *next >= b'5');
    let mut digits: Vec<u8> = whole.bytes().chain(kept.bytes()).collect();
    digits.resize(whole.len() + decimals, b'0');
    let mut carry = up;
    for digit in digits.iter_mut().rev() {
        match (carry, *digit) {
            (false, _) => break,
            (true, b'9') => *digit = b'0',
            (true, _) => {
                *digit += 1;
                carry = false;
            }
        }
    }
    let mut text = String::with_capacity(digits.len() + 2);
    if carry {
        text.push('1');
    }
    for (index, digit) in digits.iter().enumerate() {
        if index == whole.len() {
            text.push('.');
        }
        text.push(char::from(*digit));
    }
    text
}
