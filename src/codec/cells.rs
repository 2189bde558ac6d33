//! What is typed or pasted into the grid of results, and what it makes of those that are there.

use crate::codec::import::value::{Value, value};
use crate::codec::import::{Fault, Found, Line, Why, merge};
use crate::codec::number::NumberProblem;
use crate::model::{Actual, ActualProblem, ActualStatus, Actuals, Case, Entry, Scenario, revise_results};
use crate::plan::{FiscalYear, Plan};

/// What the results belong to.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What the user says of it so far.
    pub scenario: &'a Scenario,
}

/// Why a text is not taken as a result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Refusal {
    /// The grid has no cell for it.
    Outside,
    /// A number was expected.
    NoNumber(NumberProblem),
    /// It does not go with the other results of its indicator, or with how that counts.
    NotAmongResults(ActualProblem),
}

/// A cell of a pasted block that is not taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    /// Number of its row in the block, from 1.
    pub row: usize,
    /// Number of its column in the block, from 1.
    pub column: usize,
    /// The indicator and the year that it was meant for, where the grid has them.
    pub at: Option<(usize, FiscalYear)>,
    /// What stands there.
    pub found: String,
    /// What is wrong with it.
    pub why: Refusal,
}

/// What a pasted block comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pasted {
    /// The results of every indicator that the block has some of, after taking them.
    pub results: Vec<(usize, Actuals)>,
    /// How many cells are taken.
    pub taken: usize,
    /// What is not, in the order of the block.
    pub refused: Vec<Refused>,
}

/// Where a block is put: the indicators and years of the grid from the block's first cell on.
#[derive(Clone, Copy, Debug)]
pub struct Onto<'a> {
    /// Indices of the indicators, row by row.
    pub indicators: &'a [usize],
    /// The years, column by column.
    pub years: &'a [FiscalYear],
}

/// The results of an indicator with a text typed for a year. White space alone takes the result away. `entry` says what
/// a number counts; without it that stays as it is, and is the year's own where there is none.
///
/// # Errors
/// Where the text is no number, or does not go with the other results.
pub fn typed(
    ground: Ground<'_>,
    (index, year): (usize, FiscalYear),
    text: &str,
    entry: Option<Entry>,
) -> Result<Actuals, Refusal> {
    let Ground { plan, scenario } = ground;
    let Some((indicator, inputs)) = plan.indicators.get(index).zip(scenario.inputs(index)) else {
        return Err(Refusal::Outside);
    };
    let value = match text.trim() {
        "" => None,
        text => match value(text, indicator) {
            Ok(Value::Number(number)) => Some(number.to_f64()),
            // Whoever types is asked for a number; clearing has a key of its own.
            Ok(Value::Missing) => return Err(Refusal::NoNumber(NumberProblem::NoDigits)),
            Err(problem) => return Err(Refusal::NoNumber(problem)),
        },
    };
    let case = Case::new(plan, indicator, inputs);
    let revised = revise_results(&case, &[year], |year, there| Some(result(year, value?, there, entry)));
    revised.map_err(|problems| match problems.first() {
        Some(problem) => Refusal::NotAmongResults(*problem),
        None => Refusal::Outside,
    })
}

/// Puts a block of texts onto the grid. Empty cells and signs for no value leave what is there; a cell that cannot be
/// taken leaves it too, and is reported. `entry` says what the numbers of an indicator count.
pub fn pasted(
    ground: Ground<'_>,
    block: &[Vec<String>],
    onto: Onto<'_>,
    entry: impl Fn(usize) -> Entry,
) -> Pasted {
    let mut found = Found::default();
    let mut pasted = Pasted::default();
    for (row, column, text) in texts(block) {
        let at = onto.indicators.get(row).copied().zip(onto.years.get(column).copied());
        match read(ground, at, text, &entry) {
            Ok(None) => {}
            Ok(Some((indicator, actual))) => {
                found.lines.push(Line { indicator, row: row + 1, column: column + 1, actual });
            }
            Err(why) => {
                let found = text.to_owned();
                pasted.refused.push(Refused { row: row + 1, column: column + 1, at, found, why });
            }
        }
    }
    let merged = merge(ground.plan, ground.scenario, &found);
    let not_among = merged.faults.into_iter().filter_map(|fault| {
        let Fault { row, column, why: Why::NotAmongResults(_, problem), .. } = fault else { return None };
        let line = found.lines.iter().find(|line| (line.row, line.column) == (row, column))?;
        let text = block.get(row - 1).and_then(|cells| cells.get(column - 1)).cloned().unwrap_or_default();
        let at = Some((line.indicator, line.actual.year));
        Some(Refused { row, column, at, found: text, why: Refusal::NotAmongResults(problem) })
    });
    pasted.refused.extend(not_among);
    pasted.refused.sort_by_key(|refused| (refused.row, refused.column));
    Pasted { results: merged.indicators, taken: merged.lines.len(), ..pasted }
}

/// The texts of a block, each with its row and column from 0.
fn texts(block: &[Vec<String>]) -> impl Iterator<Item = (usize, usize, &str)> {
    block.iter().enumerate().flat_map(|(row, cells)| {
        let cells = cells.iter().enumerate().map(move |(column, text)| (row, column, text.trim()));
        cells.filter(|(.., text)| !text.is_empty())
    })
}

fn read(
    ground: Ground<'_>,
    at: Option<(usize, FiscalYear)>,
    text: &str,
    entry: &impl Fn(usize) -> Entry,
) -> Result<Option<(usize, Actual)>, Refusal> {
    let (index, year) = at.ok_or(Refusal::Outside)?;
    let Ground { plan, scenario } = ground;
    let (indicator, inputs) =
        plan.indicators.get(index).zip(scenario.inputs(index)).ok_or(Refusal::Outside)?;
    let Value::Number(number) = value(text, indicator).map_err(Refusal::NoNumber)? else { return Ok(None) };
    let there = inputs.actuals.entries().iter().find(|actual| actual.year == year);
    Ok(Some((index, result(year, number.to_f64(), there, Some(entry(index))))))
}

/// A new value for a year. What else is said of the year's result stays.
fn result(year: FiscalYear, value: f64, there: Option<&Actual>, entry: Option<Entry>) -> Actual {
    let before = there.cloned().unwrap_or(Actual {
        year,
        value,
        entry: Entry::Yearly,
        status: ActualStatus::Final,
        source: String::new(),
        series_break: false,
    });
    Actual { value, entry: entry.unwrap_or(before.entry), ..before }
}

/// Cuts a text from a spreadsheet into rows of cells: tabs part cells and line breaks rows, but not within quotation
/// marks. Unlike in a file nothing else parts cells: `1,234` is one.
pub fn cut(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut rest = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    while !rest.is_empty() || !row.is_empty() {
        let (cell, after) = quoted(rest).unwrap_or_else(|| plain(rest));
        row.push(cell);
        let next = after.strip_prefix('\t');
        rest = match next {
            Some(next) => next,
            None => {
                rows.push(std::mem::take(&mut row));
                after.strip_prefix("\r\n").or_else(|| after.strip_prefix(['\r', '\n'])).unwrap_or_default()
            }
        };
    }
    rows
}

/// A cell up to what parts it from the next, and the text from there on.
fn plain(text: &str) -> (String, &str) {
    let (cell, after) = text.split_at(text.find(['\t', '\r', '\n']).unwrap_or(text.len()));
    (cell.to_owned(), after)
}

/// A cell in quotation marks, in which two stand for one; `None` where it has none, or they do not hold all of it.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut cell = String::new();
    loop {
        let (part, after) = rest.split_once('"')?;
        cell.push_str(part);
        match after.strip_prefix('"') {
            Some(after) => {
                cell.push('"');
                rest = after;
            }
            None if after.is_empty() || after.starts_with(['\t', '\r', '\n']) => return Some((cell, after)),
            None => return None,
        }
    }
}
