//! Results after the baseline, as a user enters them.

use crate::order::ordered;
use crate::plan::{FiscalYear, Measure};

/// What the number of an [`Actual`] counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Entry {
    /// The value of that year.
    Yearly,
    /// 累計: the sum from the plan's first year to that year; for counts alone.
    Total,
}

/// How firm a result is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ActualStatus {
    /// 確報
    Final,
    /// 速報
    Preliminary,
    /// 参考値
    Reference,
}

/// One result as entered.
#[derive(Clone, Debug, PartialEq)]
pub struct Actual {
    /// Fiscal year of the result.
    pub year: FiscalYear,
    /// In the indicator's unit.
    pub value: f64,
    /// A yearly value or a running total.
    pub entry: Entry,
    /// How firm it is.
    pub status: ActualStatus,
    /// Where it was taken from; may be empty.
    pub source: String,
    /// Whether it cannot be compared with the values before it.
    pub series_break: bool,
}

/// The yearly value that an entry stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct YearlyActual {
    /// Fiscal year.
    pub year: FiscalYear,
    /// Value of that year, in the indicator's unit.
    pub value: f64,
    /// Whether it is a share of a difference over several years rather than a figure of this one.
    pub spread: bool,
    /// The running total from the plan's first year that was entered for this year, if one was. It stands: sums
    /// take it as it is rather than add up to it.
    pub total: Option<f64>,
}

/// Why a list of results cannot be taken. Each names the year of the entry at fault.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ActualProblem {
    /// Two entries for one year.
    Duplicate(FiscalYear),
    /// Not a number on the measure's scale.
    OutOfScale(FiscalYear),
    /// A running total for something that is not a count.
    TotalOfNoCount(FiscalYear),
    /// A running total for a year before the plan's first.
    TotalBeforeFirst(FiscalYear),
    /// A running total below what the entries before it add up to, by more than such sums lose.
    FallingTotal(FiscalYear),
}

/// The results of one indicator, checked: in order of year, one a year, totals never falling.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Actuals {
    entries: Vec<Actual>,
    yearly: Vec<YearlyActual>,
}

/// Share of a total that adding up its years may lose.
const ROUNDING: f64 = 1e-9;

impl Actuals {
    /// Checks the entries and reports every problem. `first` is the plan's first year, from which totals run;
    /// `measure` decides the scale and whether totals are allowed.
    pub fn new(
        entries: Vec<Actual>,
        measure: Measure,
        first: FiscalYear,
    ) -> Result<Actuals, Vec<ActualProblem>> {
        let entries = ordered(entries, |one, two| one.year < two.year);
        let mut problems = Vec::new();
        for entry in &entries {
            if !entry.value.is_finite() || entry.value < 0.0 || entry.value > measure.upper_bound() {
                problems.push(ActualProblem::OutOfScale(entry.year));
            }
            if entry.entry == Entry::Total && !measure.is_count() {
                problems.push(ActualProblem::TotalOfNoCount(entry.year));
            } else if entry.entry == Entry::Total && entry.year < first {
                problems.push(ActualProblem::TotalBeforeFirst(entry.year));
            }
        }
        for (one, next) in entries.iter().zip(entries.iter().skip(1)) {
            if one.year == next.year {
                problems.push(ActualProblem::Duplicate(next.year));
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let yearly = yearly_values(&entries, first, &mut problems);
        if problems.is_empty() { Ok(Actuals { entries, yearly }) } else { Err(problems) }
    }

    /// The entries, in order of year.
    pub fn entries(&self) -> &[Actual] {
        &self.entries
    }

    /// The yearly values behind the entries, in order of year.
    pub fn yearly(&self) -> &[YearlyActual] {
        &self.yearly
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

/// Differences the totals. What a total leaves for the years without an entry of their own is spread equally
/// over them, so that the entered totals stand.
fn yearly_values(
    entries: &[Actual],
    first: FiscalYear,
    problems: &mut Vec<ActualProblem>,
) -> Vec<YearlyActual> {
    let mut yearly: Vec<YearlyActual> = Vec::new();
    let mut settled_until = first.plus(-1);
    let mut settled_total = 0.0;
    for entry in entries {
        match entry.entry {
            Entry::Yearly => {
                let Actual { year, value, .. } = *entry;
                yearly.push(YearlyActual { year, value, spread: false, total: None });
            }
            Entry::Total => {
                let window = || yearly.iter().filter(|known| known.year > settled_until);
                let counted: f64 = window().map(|known| known.value).sum();
                let open: Vec<FiscalYear> = settled_until
                    .plus(1)
                    .through(entry.year)
                    .filter(|year| !window().any(|known| known.year == *year))
                    .collect();
                let rest = entry.value - settled_total - counted;
                if rest < -ROUNDING * entry.value {
                    problems.push(ActualProblem::FallingTotal(entry.year));
                }
                let spread = open.len() > 1;
                let value = rest.max(0.0) / open.len() as f64;
                yearly.extend(open.into_iter().map(|year| {
                    let total = (year == entry.year).then_some(entry.value);
                    YearlyActual { year, value, spread, total }
                }));
                settled_until = entry.year;
                settled_total = entry.value;
            }
        }
    }
    ordered(yearly, |one, two| one.year < two.year)
}
