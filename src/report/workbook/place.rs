//! Where things stand in a workbook: the rows of every indicator, and the names of cells.

use super::book::Figure;
use crate::model::{Case, Inputs, Known, Outlook, Path, Scenario};
use crate::plan::{FiscalYear, Indicator, Measure, Origin, Plan};

/// First row of the pillars in the summary.
pub const PILLARS: u32 = 9;
/// First row of the indicators in the assumptions.
pub const ASSUMPTIONS: u32 = 6;
/// First row of the indicators in the projection; above it the years stand.
pub const PROJECTION: u32 = 4;
/// First column of years in the projection.
pub const YEARS: u16 = 5;

/// An indicator and its rows, counted from 0.
pub struct Entry<'a> {
    /// Its index in the plan.
    pub index: usize,
    /// The indicator.
    pub indicator: &'a Indicator,
    /// What the user says of it.
    pub inputs: &'a Inputs,
    /// What is known of it, read as yearly values.
    pub known: Option<Known>,
    /// Known and projected years, with yearly values and totals.
    pub path: Option<Path>,
    /// Its row in the summary.
    pub summary: u32,
    /// Its row in the assumptions.
    pub assumption: u32,
    /// The row of its yearly values in the projection.
    pub values: u32,
    /// The row of its totals, where it is, or may be read as, a sum.
    pub totals: Option<u32>,
    /// Whether the reading of its count may be changed.
    pub switchable: bool,
}

/// The places of all that a workbook holds.
pub struct Layout<'a> {
    /// The indicators, pillar by pillar.
    pub entries: Vec<Entry<'a>>,
    /// The columns of years in the projection.
    pub years: Vec<FiscalYear>,
    /// First row of the indicators in the summary.
    pub first_entry: u32,
}

impl<'a> Layout<'a> {
    /// The places for a scenario.
    pub fn new(plan: &'a Plan, scenario: &'a Scenario, outlook: &Outlook) -> Layout<'a> {
        let pillars = u32::try_from(plan.pillars.len()).unwrap_or(u32::MAX);
        // After the pillars: all together, an empty row, and the names of the columns.
        let first_entry = PILLARS + pillars + 3;
        let (mut summary, mut assumption, mut row) = (first_entry, ASSUMPTIONS, PROJECTION);
        let mut entries = Vec::new();
        for index in plan.groups().into_iter().flat_map(|(_, indicators)| indicators) {
            let of = plan.indicators.get(index).zip(scenario.inputs(index)).zip(outlook.indicator(index));
            let Some(((indicator, inputs), outlook)) = of else { continue };
            let mut entry = Entry::new(plan, index, indicator, inputs, outlook.measure);
            (entry.summary, entry.assumption, entry.values) = (summary, assumption, row);
            entry.totals = entry.totals.map(|_| row + 1);
            row += if entry.totals.is_some() { 2 } else { 1 };
            (summary, assumption) = (summary + 1, assumption + 1);
            entries.push(entry);
        }
        let known = || entries.iter().filter_map(|entry| entry.path.as_ref()).flat_map(|path| &path.points);
        let earliest = known().map(|point| point.year).fold(plan.first.value, FiscalYear::min);
        let latest = known().map(|point| point.year).fold(plan.last.value, FiscalYear::max);
        Layout { years: earliest.through(latest).collect(), entries, first_entry }
    }

    /// The column of a year in the projection.
    pub fn column(&self, year: FiscalYear) -> u16 {
        let before = self.years.iter().take_while(|one| **one < year).count();
        YEARS.saturating_add(u16::try_from(before).unwrap_or(u16::MAX))
    }
}

impl<'a> Entry<'a> {
    fn new(
        plan: &'a Plan,
        index: usize,
        indicator: &'a Indicator,
        inputs: &'a Inputs,
        measure: Measure,
    ) -> Entry<'a> {
        // Read as a yearly count, it has its yearly values whichever way it counts.
        let yearly = Inputs { measure: measure.is_count().then_some(Measure::Flow), ..inputs.clone() };
        let case = Case::new(plan, indicator, &yearly);
        let first = plan.first.value;
        let known = case.known().cloned();
        let summable = known.as_ref().and_then(|known| known.points().next()).is_none_or(|p| p.year <= first);
        let inferred = measure.is_count() && indicator.measure.origin == Origin::Inferred;
        let sums = measure == Measure::Cumulative || (inferred && summable);
        Entry {
            index,
            indicator,
            inputs,
            path: case.path(inputs.growth),
            known,
            summary: 0,
            assumption: 0,
            values: 0,
            totals: sums.then_some(0),
            switchable: inferred && sums,
        }
    }

    /// How its target is written.
    pub fn target_figure(&self) -> Figure {
        self.figure(self.indicator.target.is_edited())
    }

    /// How its baseline is written.
    pub fn base_figure(&self) -> Figure {
        self.figure(self.indicator.has_edited_base())
    }

    fn figure(&self, edited: bool) -> Figure {
        if edited { Figure::Edited(self.decimals()) } else { Figure::Decimals(self.decimals()) }
    }

    /// The decimals of its unit.
    pub fn decimals(&self) -> u8 {
        self.indicator.decimals
    }
}

/// The name of a cell: `H8`.
pub fn cell(row: u32, column: u16) -> String {
    format!("{}{}", letters(column), row.saturating_add(1))
}

/// The same, held where it is: `$H$8`.
pub fn fixed(row: u32, column: u16) -> String {
    format!("${}${}", letters(column), row.saturating_add(1))
}

/// The same, held in its column: `$H8`.
pub fn in_column(row: u32, column: u16) -> String {
    format!("${}", cell(row, column))
}

/// The same, held in its row: `H$8`.
pub fn in_row(row: u32, column: u16) -> String {
    format!("{}${}", letters(column), row.saturating_add(1))
}

/// A cell of another sheet, by its name in that one.
pub fn on(sheet: &str, cell: &str) -> String {
    format!("'{}'!{cell}", sheet.replace('\'', "''"))
}

fn letters(column: u16) -> String {
    rust_xlsxwriter::utility::column_number_to_name(column)
}
