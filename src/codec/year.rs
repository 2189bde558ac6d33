//! Fiscal years as people write them.

use crate::plan::FiscalYear;

/// Era names and letters with the western year before each era's first.
const ERAS: [(&str, i32); 6] =
    [("令和", 2018), ("r", 2018), ("平成", 1988), ("h", 1988), ("昭和", 1925), ("s", 1925)];

/// Reads `R3`, `R元`, `令和3年度`, `H30`, `2021`, `2021年度`, `FY2021`, in full width too. `None` for anything else
/// and for years that the app does not take.
pub fn parse_year(text: &str) -> Option<FiscalYear> {
    let folded: String = text.chars().filter(|letter| !letter.is_whitespace()).map(fold).collect();
    let bare = ["年度", "年"].into_iter().find_map(|end| folded.strip_suffix(end)).unwrap_or(&folded);
    let era = ERAS.iter().find_map(|(name, before)| Some((bare.strip_prefix(name)?, *before)));
    match era {
        Some(("元", before)) => FiscalYear::new(before + 1),
        Some((digits, before)) => {
            whole(digits, 2).filter(|year| *year > 0).and_then(|year| FiscalYear::new(before + year))
        }
        None => whole(bare.strip_prefix("fy").unwrap_or(bare), 4).and_then(FiscalYear::new),
    }
}

/// A whole number of at most `most` digits.
fn whole(digits: &str, most: usize) -> Option<i32> {
    let plain =
        !digits.is_empty() && digits.len() <= most && digits.bytes().all(|digit| digit.is_ascii_digit());
    plain.then(|| digits.bytes().fold(0, |number, digit| number * 10 + i32::from(digit - b'0')))
}

/// Full-width ASCII as ASCII, in lower case.
fn fold(letter: char) -> char {
    match letter {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        other => other,
    }
    .to_ascii_lowercase()
}
