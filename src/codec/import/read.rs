//! What the cells of a table say.

use std::collections::{BTreeMap, HashMap};

use super::columns::{Columns, Form, columns, entry};
use super::names::{Meant, Names};
use super::table::{Row, Table};
use super::value::{Value, fold, value};
use crate::codec::number::NumberProblem;
use crate::codec::year::parse_year;
use crate::model::{Actual, ActualProblem, ActualStatus, Entry, MAX_TEXT};
use crate::plan::{FiscalYear, Plan};

/// Most faults that are listed; the others are counted.
pub const MOST_FAULTS: usize = 1_000;

const RESULT: &[&str] = &["", "実績", "実績値", "result", "actual"];
const FINAL: &[&str] = &["確報", "確定", "確定値", "final"];
const PRELIMINARY: &[&str] = &["速報", "速報値", "暫定", "暫定値", "preliminary", "provisional"];
const REFERENCE: &[&str] = &["参考", "参考値", "reference"];
const YES: &[&str] = &["1", "true", "yes", "y", "はい", "有", "あり", "○", "〇", "断絶"];
const NO: &[&str] = &["", "0", "false", "no", "n", "いいえ", "無", "なし", "-"];

/// A result that a table holds, and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Index of its indicator.
    pub indicator: usize,
    /// Number of its row, from 1.
    pub row: usize,
    /// Number of its column, from 1.
    pub column: usize,
    /// The result.
    pub actual: Actual,
}

/// Something in a table that cannot be taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Number of its row, from 1.
    pub row: usize,
    /// Number of its column, from 1.
    pub column: usize,
    /// What stands there.
    pub found: String,
    /// What is wrong with it.
    pub why: Why,
}

/// What is wrong with a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// An indicator was expected; these have names like it, the nearest first.
    NoIndicator(Vec<usize>),
    /// A fiscal year was expected.
    NoYear,
    /// The year has not begun, so that it has no result.
    NotBegun(FiscalYear),
    /// A number, or a sign for none, was expected.
    NoNumber(NumberProblem),
    /// A yearly value or a running total was expected.
    NoEntry,
    /// 確報, 速報 or 参考値 was expected.
    NoStatus,
    /// Yes or no was expected.
    NoAnswer,
    /// The same indicator has a value for the same year in the row with this number already.
    Twice(usize),
    /// It does not go with the other results of the indicator with this index, or with how that counts.
    NotAmongResults(usize, ActualProblem),
}

/// What a table says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The results that can be taken, in the order of the table.
    pub lines: Vec<Line>,
    /// What cannot be taken, in that order; at most [`MOST_FAULTS`].
    pub faults: Vec<Fault>,
    /// How many faults there are beyond those.
    pub more_faults: usize,
    /// How many cells stand for no value.
    pub missing: usize,
    /// How many rows say that their values are no results.
    pub others: usize,
}

/// What a table is read by.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// The plan whose indicators are meant.
    pub plan: &'a Plan,
    /// Which of them the user says are meant by names that are none of theirs.
    pub meant: &'a HashMap<String, usize>,
    /// The year that has begun last, where it is known: none after it has a result.
    pub latest: Option<FiscalYear>,
}

/// Reads a table at once. `None` where no row names the columns.
pub fn read(ground: Ground<'_>, table: &Table) -> Option<Found> {
    let columns = columns(table)?;
    let mut reading = Reading::new(ground, table, &columns);
    while !reading.step(usize::MAX) {}
    Some(reading.finish())
}

/// A table that is being read, some rows at a time, so that a page stays alive meanwhile.
pub struct Reading<'a> {
    ground: Ground<'a>,
    names: Names,
    /// What the names so far mean.
    known: HashMap<&'a str, Meant>,
    columns: &'a Columns,
    /// The rows that are still to be read.
    rows: std::slice::Iter<'a, Row>,
    /// The rows in which an indicator has a value for a year.
    taken: BTreeMap<(usize, FiscalYear), usize>,
    found: Found,
}

/// What a row says of all its values.
struct Said {
    entry: Option<Entry>,
    status: ActualStatus,
    source: String,
    series_break: bool,
}

impl<'a> Reading<'a> {
    /// Begins to read a table with these columns.
    pub fn new(ground: Ground<'a>, table: &'a Table, columns: &'a Columns) -> Reading<'a> {
        Reading {
            ground,
            names: Names::new(ground.plan),
            known: HashMap::new(),
            columns,
            rows: table.rows.get(columns.head + 1..).unwrap_or_default().iter(),
            taken: BTreeMap::new(),
            found: Found::default(),
        }
    }

    /// Reads at most so many rows more. Whether all are read.
    pub fn step(&mut self, rows: usize) -> bool {
        for _ in 0..rows {
            match self.rows.next() {
                Some(row) => self.row(row),
                None => return true,
            }
        }
        false
    }

    /// What was found.
    pub fn finish(self) -> Found {
        self.found
    }

    fn row(&mut self, row: &'a Row) {
        let columns = self.columns;
        let filled = |column: usize| !row.cell(column).is_empty();
        // A heading between rows, and a note below them, hold no values.
        let holds = match &columns.form {
            Form::Long { value, .. } => filled(*value),
            Form::Wide(years) => years.iter().any(|(column, ..)| filled(*column)),
        };
        if !holds {
            return;
        }
        let kind = self.columns.kind.map(|column| fold(row.cell(column))).unwrap_or_default();
        if !RESULT.contains(&kind.as_str()) {
            self.found.others += 1;
            return;
        }
        let Some(indicator) = self.indicator(row) else { return };
        let Some(said) = self.said(row) else { return };
        match &columns.form {
            Form::Long { year, value } => match parse_year(row.cell(*year)) {
                Some(of) => self.value(row, *value, indicator, of, said.entry, &said),
                None => self.fault(row, *year, Why::NoYear),
            },
            Form::Wide(years) => {
                for (column, of, entry) in years {
                    self.value(row, *column, indicator, *of, entry.or(said.entry), &said);
                }
            }
        }
    }

    fn indicator(&mut self, row: &'a Row) -> Option<usize> {
        let name = row.cell(self.columns.indicator);
        let near = match self.known.entry(name).or_insert_with(|| self.names.meant(name)) {
            Meant::Indicator(index) => return Some(*index),
            Meant::Unknown(near) => near.clone(),
        };
        let Ground { plan, meant, .. } = self.ground;
        let chosen = meant.get(name).copied().filter(|index| *index < plan.indicators.len());
        if chosen.is_none() {
            self.fault(row, self.columns.indicator, Why::NoIndicator(near));
        }
        chosen
    }

    /// `None` where a word of the row is not understood: what it would change cannot be taken without it.
    fn said(&mut self, row: &Row) -> Option<Said> {
        let Columns { entry: of_entry, status, source, series_break, .. } = *self.columns;
        let cell = |column: Option<usize>| column.map_or("", |column| row.cell(column));
        let said_entry = entry(cell(of_entry));
        let firm = firm(cell(status));
        let broken = answer(cell(series_break));
        let entry_fault = of_entry.filter(|column| !row.cell(*column).is_empty() && said_entry.is_none());
        let faults = [
            (entry_fault, Why::NoEntry),
            (status.filter(|_| firm.is_none()), Why::NoStatus),
            (series_break.filter(|_| broken.is_none()), Why::NoAnswer),
        ];
        let mut sound = true;
        for (column, why) in faults {
            if let Some(column) = column {
                self.fault(row, column, why);
                sound = false;
            }
        }
        sound.then(|| Said {
            entry: said_entry,
            status: firm.unwrap_or(ActualStatus::Final),
            source: cell(source).chars().take(MAX_TEXT).collect(),
            series_break: broken.unwrap_or_default(),
        })
    }

    fn value(
        &mut self,
        row: &Row,
        column: usize,
        indicator: usize,
        year: FiscalYear,
        entry: Option<Entry>,
        said: &Said,
    ) {
        let Some(of) = self.ground.plan.indicators.get(indicator) else { return };
        match value(row.cell(column), of) {
            Ok(Value::Missing) => self.found.missing += 1,
            Ok(Value::Number(_)) if self.ground.latest.is_some_and(|latest| year > latest) => {
                self.fault(row, column, Why::NotBegun(year));
            }
            Err(problem) => self.fault(row, column, Why::NoNumber(problem)),
            Ok(Value::Number(number)) => {
                if let Some(before) = self.taken.get(&(indicator, year)) {
                    let before = *before;
                    self.fault(row, column, Why::Twice(before));
                    return;
                }
                self.taken.insert((indicator, year), row.number);
                let Said { status, ref source, series_break, .. } = *said;
                let (source, entry) = (source.clone(), entry.unwrap_or(Entry::Yearly));
                let actual = Actual { year, value: number.to_f64(), entry, status, source, series_break };
                self.found.lines.push(Line { indicator, row: row.number, column: column + 1, actual });
            }
        }
    }

    fn fault(&mut self, row: &Row, column: usize, why: Why) {
        if self.found.faults.len() < MOST_FAULTS {
            let found = row.cell(column).to_owned();
            self.found.faults.push(Fault { row: row.number, column: column + 1, found, why });
        } else {
            self.found.more_faults += 1;
        }
    }
}

/// How firm a value is; one of which nothing is said is final.
fn firm(text: &str) -> Option<ActualStatus> {
    let folded = fold(text);
    let is = |known: &[&str]| known.contains(&folded.as_str());
    match () {
        () if folded.is_empty() || is(FINAL) => Some(ActualStatus::Final),
        () if is(PRELIMINARY) => Some(ActualStatus::Preliminary),
        () if is(REFERENCE) => Some(ActualStatus::Reference),
        () => None,
    }
}

fn answer(text: &str) -> Option<bool> {
    let folded = fold(text);
    let is = |known: &[&str]| known.contains(&folded.as_str());
    if is(YES) { Some(true) } else { is(NO).then_some(false) }
}
