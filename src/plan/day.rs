//! Days of the calendar.

use super::FiscalYear;
use std::fmt;

/// A day of the Gregorian calendar, from 1900 to 2999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

impl Day {
    /// The day, if there is one: months and days count from 1.
    pub fn new(year: u32, month: u32, day: u32) -> Option<Day> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => 0,
        };
        if !(1900..=2999).contains(&year) || !(1..=days).contains(&day) {
            return None;
        }
        Some(Day {
            year: u16::try_from(year).ok()?,
            month: u8::try_from(month).ok()?,
            day: u8::try_from(day).ok()?,
        })
    }

    /// Reads `20261125`: year, month and day in eight digits.
    pub fn from_digits(text: &str) -> Option<Day> {
        let digits = Some(text).filter(|text| text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()))?;
        let number: u32 = digits.parse().ok()?;
        Day::new(number / 10_000, number / 100 % 100, number % 100)
    }

    /// Year, month and day in eight digits: `20261125`.
    pub fn digits(self) -> String {
        (u32::from(self.year) * 10_000 + u32::from(self.month) * 100 + u32::from(self.day)).to_string()
    }

    /// The western year.
    pub fn year(self) -> i32 {
        i32::from(self.year)
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u8 {
        self.day
    }

    /// The fiscal year that it belongs to, which begins in April; `None` beyond the range the app takes.
    pub fn fiscal_year(self) -> Option<FiscalYear> {
        FiscalYear::new(if self.month < 4 { self.year() - 1 } else { self.year() })
    }
}

/// `2026-11-25`, as in ISO 8601.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::Day;
    use crate::plan::FiscalYear;

    #[test]
    fn only_days_of_the_calendar_are_days() {
        for (year, month, day, there) in [
            (2026, 11, 25, true),
            (2024, 2, 29, true),
            (2026, 2, 29, false),
            (2000, 2, 29, true),
            (2100, 2, 29, false),
            (2026, 4, 31, false),
            (2026, 0, 1, false),
            (2026, 13, 1, false),
            (2026, 1, 0, false),
            (1899, 12, 31, false),
            (3000, 1, 1, false),
        ] {
            assert_eq!(Day::new(year, month, day).is_some(), there, "{year}-{month}-{day}");
        }
    }

    #[test]
    fn its_digits_are_read_back_and_nothing_else_is() {
        let day = Day::new(2026, 3, 9).unwrap();
        assert_eq!((day.digits().as_str(), day.to_string().as_str()), ("20260309", "2026-03-09"));
        assert_eq!(Day::from_digits("20260309"), Some(day));
        for text in ["", "2026039", "2026-03-09", "20260399", "+2026039", "２０２６０３０９"] {
            assert_eq!(Day::from_digits(text), None, "{text}");
        }
    }

    #[test]
    fn a_fiscal_year_begins_in_april() {
        let year = |month, day| Day::new(2026, month, day).unwrap().fiscal_year();
        assert_eq!((year(3, 31), year(4, 1)), (FiscalYear::new(2025), FiscalYear::new(2026)));
    }
}
