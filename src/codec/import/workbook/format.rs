//! How a number is shown: as it is, in per cent, as a day or as a time.

use super::Problem;
use super::xml::{Node, attribute, each};

/// Where the formats are.
const PART: &str = "xl/styles.xml";
/// The number of the first day of a workbook that counts from 1904.
const DAYS_TO_1904: f64 = 1_462.0;
/// The day after 31 December 9999.
const END: f64 = 2_958_466.0;

/// What a format makes of a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// The number itself.
    #[default]
    Number,
    /// Hundredths.
    Percent,
    /// A year alone, as a day of it is formatted.
    Year,
    /// A day.
    Day,
    /// A time of the day, or a length of time.
    Time,
    /// Both.
    Moment,
}

/// The formats of a workbook, by the number that cells give.
#[derive(Debug, Default)]
pub struct Formats {
    styles: Vec<Shown>,
    from_1904: bool,
}

impl Formats {
    /// Reads them.
    pub fn read(text: &str, from_1904: bool) -> Result<Formats, Problem> {
        let mut codes: Vec<(String, Shown)> = Vec::new();
        let mut styles = Vec::new();
        let mut within = false;
        each(text, PART, |node| match node {
            Node::Start(element) => match element.local_name().as_ref() {
                "numFmt" => {
                    let value = |name| attribute(&element, name).unwrap_or_default();
                    codes.push((value("numFmtId"), of_code(&value("formatCode"))));
                }
                "cellXfs" => within = true,
                "xf" if within => {
                    let id = attribute(&element, "numFmtId").unwrap_or_default();
                    let own = codes.iter().find(|(own, _)| *own == id).map(|(_, shown)| *shown);
                    styles.push(own.unwrap_or_else(|| of_number(&id)));
                }
                _ => {}
            },
            Node::End("cellXfs") => within = false,
            Node::End(_) | Node::Text(_) => {}
        })?;
        Ok(Formats { styles, from_1904 })
    }

    /// A number as its cell shows it, but with all its digits. What is no number is left as it is.
    pub fn show(&self, digits: &str, style: usize) -> String {
        let Some(value) = digits.trim().parse::<f64>().ok().filter(|value| value.is_finite()) else {
            return digits.to_owned();
        };
        let days = if self.from_1904 { value + DAYS_TO_1904 } else { value };
        let is_day = (0.0..END).contains(&days);
        match self.styles.get(style).copied().unwrap_or_default() {
            Shown::Percent => hundredfold(value) + "%",
            Shown::Year if is_day => day(days).chars().take(4).collect(),
            Shown::Day if is_day => day(days),
            Shown::Moment if is_day => format!("{} {}", day(days), time(days)),
            Shown::Time if value >= 0.0 => time(value),
            _ => value.to_string(),
        }
    }
}

/// What the formats mean that every program knows by number. Those that depend on the language mean what they do in
/// Japanese.
fn of_number(id: &str) -> Shown {
    match id.parse::<u32>() {
        Ok(9 | 10) => Shown::Percent,
        Ok(14..=17 | 27..=31 | 34..=36 | 50..=58) => Shown::Day,
        Ok(18..=21 | 32 | 33 | 45..=47) => Shown::Time,
        Ok(22) => Shown::Moment,
        _ => Shown::Number,
    }
}

/// What a format's code makes of a number: by the letters of its first part that stand for themselves neither in
/// quotation marks nor after a sign.
fn of_code(code: &str) -> Shown {
    let (mut year, mut day, mut month, mut time, mut percent) = (false, false, false, false, false);
    let mut letters = code.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            ';' => break,
            '"' => drop(letters.by_ref().find(|letter| *letter == '"')),
            '\\' | '_' | '*' => drop(letters.next()),
            '[' => {
                let inner: String = letters.by_ref().take_while(|letter| *letter != ']').collect();
                // A length of time: [h], [mm]. Anything else is a colour, a condition or a language.
                let inner = inner.to_ascii_lowercase();
                time |= !inner.is_empty() && inner.chars().all(|letter| "hms".contains(letter));
            }
            'E' | 'e' if matches!(letters.peek(), Some('+' | '-')) => {}
            'G' if letters.clone().take(6).eq("eneral".chars()) => drop(letters.by_ref().nth(5)),
            'y' | 'Y' | 'e' | 'E' | 'g' | 'G' | 'b' | 'B' => year = true,
            'd' | 'D' | 'a' | 'A' => day = true,
            'm' | 'M' => month = true,
            'h' | 'H' | 's' | 'S' => time = true,
            '%' => percent = true,
            _ => {}
        }
    }
    match (year, day || (month && !time), time) {
        (_, true, true) | (true, _, true) => Shown::Moment,
        (_, true, false) => Shown::Day,
        (true, false, false) => Shown::Year,
        (false, false, true) => Shown::Time,
        (false, false, false) if percent => Shown::Percent,
        (false, false, false) => Shown::Number,
    }
}

/// A hundred times a value, exactly: the point of its digits moves.
fn hundredfold(value: f64) -> String {
    let digits = value.abs().to_string();
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let moved = format!("{fraction:0<2}");
    let (hundredths, rest) = moved.split_at(2);
    let whole = format!("{whole}{hundredths}");
    let whole = whole.trim_start_matches('0');
    let sign = if value < 0.0 { "-" } else { "" };
    let point = if rest.is_empty() { "" } else { "." };
    format!("{sign}{}{point}{rest}", if whole.is_empty() { "0" } else { whole })
}

/// The day with this number, counted from 1900 as spreadsheets do, with a 29 February in that year.
fn day(number: f64) -> String {
    let days = number.floor() as i64;
    // From 1 March of the year 0 on, in eras of 400 years.
    let days = if days < 60 { days + 1 } else { days } + 693_899;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (year, month) = (year + era * 400, month + 3);
    let (year, month) = if month > 12 { (year + 1, month - 12) } else { (year, month) };
    format!("{year:04}-{month:02}-{day:02}")
}

/// The time of a day, or a length of time, to the second.
fn time(days: f64) -> String {
    let whole = if days < END { days } else { 0.0 };
    let seconds = (whole.fract() * 86_400.0).round() as i64;
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if seconds == 0 { format!("{hours}:{minutes:02}") } else { format!("{hours}:{minutes:02}:{seconds:02}") }
}

#[cfg(test)]
mod tests {
    use super::{Formats, Shown, hundredfold, of_code};

    #[test]
    fn a_code_tells_days_times_and_hundredths_from_numbers() {
        for (code, shown) in [
            ("General", Shown::Number),
            ("#,##0.0;[Red]-#,##0.0", Shown::Number),
            ("0.00E+00", Shown::Number),
            ("0\"年度\"", Shown::Number),
            ("\"ymd\"0\\d_m", Shown::Number),
            ("General\"件\"", Shown::Number),
            ("0.0%", Shown::Percent),
            ("0.0\"%\"", Shown::Number),
            ("[$-411]ggge\"年\"m\"月\"d\"日\";@", Shown::Day),
            ("[$-411]ge.m.d", Shown::Day),
            ("yyyy/mm/dd", Shown::Day),
            ("m/d", Shown::Day),
            ("aaaa", Shown::Day),
            ("yyyy", Shown::Year),
            ("[$-411]gge\"年度\"", Shown::Year),
            ("yyyy/m/d h:mm", Shown::Moment),
            ("h:mm:ss", Shown::Time),
            ("[h]:mm", Shown::Time),
            ("mm:ss", Shown::Time),
        ] {
            assert_eq!(of_code(code), shown, "{code}");
        }
    }

    #[test]
    fn numbers_are_shown_with_all_their_digits_and_days_as_days() {
        let all = [Shown::Number, Shown::Percent, Shown::Day, Shown::Moment, Shown::Time, Shown::Year];
        let formats = |from_1904| Formats { styles: all.to_vec(), from_1904 };
        for (digits, style, shown) in [
            ("27279", 0, "27279"),
            ("88.799999999999997", 0, "88.8"),
            ("1.5E-3", 0, "0.0015"),
            ("-0.25", 9, "-0.25"),
            ("0.13800000000000001", 1, "13.8%"),
            ("-1", 1, "-100%"),
            ("1E-4", 1, "0.01%"),
            ("46351", 2, "2026-11-25"),
            ("1", 2, "1900-01-01"),
            ("59", 2, "1900-02-28"),
            ("61", 2, "1900-03-01"),
            ("2958465", 2, "9999-12-31"),
            ("2958466", 2, "2958466"),
            ("-1", 2, "-1"),
            ("46351.5", 3, "2026-11-25 12:00"),
            ("0.50001157407407407", 4, "12:00:01"),
            ("46351", 5, "2026"),
            ("1E999", 2, "1E999"),
            ("NaN", 0, "NaN"),
        ] {
            assert_eq!(formats(false).show(digits, style), shown, "{digits} as {style}");
        }
        assert_eq!(formats(true).show("0", 2), "1904-01-01");
    }

    #[test]
    fn a_hundredfold_keeps_every_digit() {
        for (value, text) in [(0.0, "0"), (0.5, "50"), (12.3, "1230"), (0.005, "0.5"), (0.07, "7")] {
            assert_eq!(hundredfold(value), text);
        }
    }
}
