//! What the columns of a table are.

use super::table::Table;
use super::value::fold;
use crate::codec::year::parse_year;
use crate::model::Entry;
use crate::plan::FiscalYear;

/// How many rows may stand above the names of the columns: titles and notes.
const MOST_ABOVE: usize = 30;

const INDICATOR: &[&str] = &[
    "指標",
    "指標名",
    "指標id",
    "主要指標",
    "項目",
    "名称",
    "id",
    "indicator",
    "indicatorid",
    "indicatorname",
    "name",
];
const YEAR: &[&str] = &["年度", "年", "会計年度", "西暦", "和暦", "year", "fiscalyear", "fy"];
const VALUE: &[&str] = &["値", "数値", "実績", "実績値", "value", "actual", "result"];
const ENTRY: &[&str] = &["区分", "集計", "計上", "entry", "count"];
const KIND: &[&str] = &["種別", "値の種類", "type", "valuetype"];
const STATUS: &[&str] = &["状態", "確度", "status"];
const SOURCE: &[&str] = &["出典", "資料", "出所", "source"];
const BREAK: &[&str] = &["断絶", "系列断絶", "系列の断絶", "seriesbreak", "break"];

const TOTAL: &[&str] = &["累計", "延べ累計", "running total", "runningtotal", "cumulative", "total"];
const YEARLY: &[&str] = &["単年", "単年度", "年度計", "年次", "yearly", "annual"];

/// What the columns of a table are, and in which row they are named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// The place of the row with their names, among the rows of the table.
    pub head: usize,
    /// Where the indicators are named.
    pub indicator: usize,
    /// Where the values stand.
    pub form: Form,
    /// Where it is said whether a value is a yearly one or a running total.
    pub entry: Option<usize>,
    /// Where it is said whether a value is a result, or a baseline, a projection, a target.
    pub kind: Option<usize>,
    /// Where it is said how firm a value is.
    pub status: Option<usize>,
    /// Where it was taken from.
    pub source: Option<usize>,
    /// Where it is said that a value cannot be compared with those before.
    pub series_break: Option<usize>,
}

/// How values stand in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// One to a row.
    Long {
        /// Where its year stands.
        year: usize,
        /// Where it stands itself.
        value: usize,
    },
    /// One year to a column: column, year, and how the column counts where its name says so.
    Wide(Vec<(usize, FiscalYear, Option<Entry>)>),
}

/// Finds the columns by their names; `None` where no row among the first has enough of them: an indicator with a year
/// and a value, or an indicator with years.
pub fn columns(table: &Table) -> Option<Columns> {
    table.rows.iter().take(MOST_ABOVE).enumerate().find_map(|(head, row)| {
        let names: Vec<String> = row.cells.iter().map(|cell| fold(cell)).collect();
        let find = |known: &[&str]| names.iter().position(|name| known.contains(&name.as_str()));
        let years: Vec<_> = row.cells.iter().enumerate().filter_map(year_column).collect();
        let form = if years.is_empty() {
            Form::Long { year: find(YEAR)?, value: find(VALUE)? }
        } else {
            Form::Wide(years)
        };
        Some(Columns {
            head,
            // In a table of years the names may stand under no name of their own.
            indicator: find(INDICATOR).or_else(|| unnamed(&form, &names))?,
            form,
            entry: find(ENTRY),
            kind: find(KIND),
            status: find(STATUS),
            source: find(SOURCE),
            series_break: find(BREAK),
        })
    })
}

/// The first column of a table of years, where it has no name.
fn unnamed(form: &Form, names: &[String]) -> Option<usize> {
    let Form::Wide(years) = form else { return None };
    let free = names.first().is_some_and(String::is_empty) && years.iter().all(|(column, ..)| *column > 0);
    (free && years.len() > 1).then_some(0)
}

fn year_column((column, cell): (usize, &String)) -> Option<(usize, FiscalYear, Option<Entry>)> {
    let name = fold(cell);
    if let Some(year) = parse_year(&name) {
        return Some((column, year, None));
    }
    // 「R5累計」「2023(累計)」: a year, and how it counts.
    let end = name.find(['(', '累', '単', '/', '_']).unwrap_or(name.len());
    let (years, rest) = name.split_at(end);
    let rest = rest.trim_matches(['(', ')', '/', '_']);
    Some((column, parse_year(years)?, Some(entry(rest)?)))
}

/// Whether a text says that a value is a yearly one or a running total.
pub(super) fn entry(text: &str) -> Option<Entry> {
    let folded = fold(text);
    let is = |known: &[&str]| known.contains(&folded.as_str());
    if is(TOTAL) {
        Some(Entry::Total)
    } else if is(YEARLY) {
        Some(Entry::Yearly)
    } else {
        None
    }
}
