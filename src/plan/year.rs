//! Fiscal years (年度) and the Japanese eras.

use std::fmt;

/// A Japanese fiscal year by the western year in which it starts: R13 is 2031, April 2031 to March 2032.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiscalYear(i32);

/// A Japanese era, as far back as the plan's statistics go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Era {
    /// 昭和, 1926 to 1988.
    Showa,
    /// 平成, 1989 to 2018.
    Heisei,
    /// 令和, from 2019.
    Reiwa,
}

impl Era {
    /// The era's letter in short forms such as R13.
    pub fn letter(self) -> char {
        match self {
            Era::Showa => 'S',
            Era::Heisei => 'H',
            Era::Reiwa => 'R',
        }
    }

    /// The western year before the era's first.
    fn offset(self) -> i32 {
        match self {
            Era::Showa => 1925,
            Era::Heisei => 1988,
            Era::Reiwa => 2018,
        }
    }
}

impl FiscalYear {
    /// Earliest year the app takes, in plans and in input.
    pub const MIN: FiscalYear = FiscalYear(1950);
    /// Latest year the app takes, in plans and in input.
    pub const MAX: FiscalYear = FiscalYear(2100);

    /// A year by its western number; `None` outside [`FiscalYear::MIN`] to [`FiscalYear::MAX`].
    pub fn new(western: i32) -> Option<FiscalYear> {
        (Self::MIN.0..=Self::MAX.0).contains(&western).then_some(FiscalYear(western))
    }

    /// The western number.
    pub fn western(self) -> i32 {
        self.0
    }

    /// The era and the year within it, from 1. A fiscal year is named by the era in force for most of it, as
    /// in public statistics: FY2019 is R元, FY1989 is H元.
    pub fn era(self) -> (Era, i32) {
        let era = match self.0 {
            2019.. => Era::Reiwa,
            1989.. => Era::Heisei,
            _ => Era::Showa,
        };
        (era, self.0 - era.offset())
    }

    /// The short era form: R13, R元, H29.
    pub fn era_short(self) -> String {
        match self.era() {
            (era, 1) => format!("{}元", era.letter()),
            (era, year) => format!("{}{year}", era.letter()),
        }
    }

    /// The year `years` later (earlier where negative), held within the range the app takes.
    pub fn plus(self, years: i32) -> FiscalYear {
        FiscalYear(self.0.saturating_add(years).clamp(Self::MIN.0, Self::MAX.0))
    }

    /// How many years `self` lies after `earlier`; negative where it lies before.
    pub fn since(self, earlier: FiscalYear) -> i32 {
        self.0 - earlier.0
    }

    /// Every year from `self` to `last`, both included; none where `last` is earlier.
    pub fn through(self, last: FiscalYear) -> impl DoubleEndedIterator<Item = FiscalYear> + Clone {
        (self.0..=last.0).map(FiscalYear)
    }
}

impl fmt::Display for FiscalYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}
