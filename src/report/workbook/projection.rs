//! 投影: the known years as numbers, and every year after them as a formula over the assumptions.

use super::assumptions::{EARLY, LATE, MODE, START, START_YEAR, review};
use super::book::{Cell, Figure, Role, Sheet};
use super::place::{Entry, PROJECTION, YEARS, cell, in_row, on};
use super::{Writer, head, heads, names};
use crate::model::{KnownKind, KnownPoint, PathPoint};
use crate::plan::{FiscalYear, Measure};

/// The row with the western years, which formulas read.
const HEAD: u32 = 2;

impl Writer<'_> {
    pub(super) fn projection(&self) -> Sheet {
        let Writer { labels, layout, .. } = self;
        let columns = labels.columns;
        let mut years = heads(&[columns.mark, columns.id, columns.indicator, columns.counted, columns.unit]);
        let mut eras = vec![head(""); years.len()];
        for year in &layout.years {
            years.push(Cell::year(*year).of(Role::Head));
            eras.push(head(year.era_short()));
        }
        let mut rows = vec![
            vec![Cell::text(labels.sheets.projection).of(Role::Title)],
            vec![Cell::text(labels.legend)],
            years,
            eras,
        ];
        for entry in &layout.entries {
            rows.push(self.values(entry));
            rows.extend(entry.totals.map(|row| self.totals(entry, row)));
        }
        let widths = [6.0, 8.0, 44.0, 8.0, 10.0].into_iter().chain([11.0]).collect();
        let name = labels.sheets.projection.to_owned();
        Sheet { name, rows, widths, frozen: (PROJECTION, YEARS), head: Some((HEAD, HEAD + 1)) }
    }

    fn line(&self, entry: &Entry<'_>, counted: &str) -> Vec<Cell> {
        let mut row = names(self, entry);
        row.push(Cell::text(counted));
        row.push(Cell::text(entry.indicator.unit.get(self.labels.lang)));
        row
    }

    fn values(&self, entry: &Entry<'_>) -> Vec<Cell> {
        let [yearly, _] = self.labels.counted;
        let counted = if self.measure_of(entry).is_count() { yearly } else { "" };
        let mut row = self.line(entry, counted);
        row.extend(self.layout.years.iter().map(|year| self.value(entry, *year)));
        row
    }

    fn value(&self, entry: &Entry<'_>, year: FiscalYear) -> Cell {
        let figure = Figure::Decimals(entry.decimals());
        let Some(anchor) = entry.known.as_ref().map(|known| known.anchor()) else {
            return Cell::computed(&self.after_entered(entry, year), None, figure).of(self.role(entry, year));
        };
        let Some(point) = point(entry, year) else { return Cell::EMPTY };
        let start = self.assumed(entry, START);
        match year.since(anchor.year) {
            ..0 => Cell::number(point.value, figure).of(self.role(entry, year)),
            0 => Cell::computed(&start, Some(point.value), figure).of(Role::Known),
            _ => {
                Cell::computed(&self.grown(entry, year), Some(point.value), figure).of(self.role(entry, year))
            }
        }
    }

    /// A value that follows from the one before: the rate of its half, in the mode of the indicator, within the scale.
    fn grown(&self, entry: &Entry<'_>, year: FiscalYear) -> String {
        let column = self.layout.column(year);
        let before = cell(entry.values, column.saturating_sub(1));
        let [mode, early, late] = [MODE, EARLY, LATE].map(|column| self.assumed(entry, column));
        let review = on(self.labels.sheets.assumptions, &review());
        let [percent, _] = self.labels.modes;
        let rate = format!("IF({}<={review},{early},{late})", in_row(HEAD, column));
        let free = format!("IF({mode}=\"{percent}\",{before}*(1+{rate}/100),{before}+{rate})");
        match entry.indicator.measure.value {
            Measure::Share => format!("MIN(100,MAX(0,{free}))"),
            Measure::Level | Measure::Flow | Measure::Cumulative => format!("MAX(0,{free})"),
        }
    }

    /// A value of an indicator without a baseline, from the one that may be entered: nothing before its year.
    fn after_entered(&self, entry: &Entry<'_>, year: FiscalYear) -> String {
        let column = self.layout.column(year);
        let [start_year, start] = [START_YEAR, START].map(|column| self.assumed(entry, column));
        let this = in_row(HEAD, column);
        let later = if column == YEARS {
            "\"\"".to_owned()
        } else {
            let before = cell(entry.values, column - 1);
            format!("IF({before}=\"\",\"\",{})", self.grown(entry, year))
        };
        format!("IF({start_year}=\"\",\"\",IF({this}={start_year},{start},{later}))")
    }

    fn totals(&self, entry: &Entry<'_>, row: u32) -> Vec<Cell> {
        let [_, total] = self.labels.counted;
        let mut cells = self.line(entry, total);
        cells.extend(self.layout.years.iter().map(|year| self.total(entry, row, *year)));
        cells
    }

    fn total(&self, entry: &Entry<'_>, row: u32, year: FiscalYear) -> Cell {
        let first = self.plan.first.value;
        let figure = Figure::Decimals(entry.decimals());
        let column = self.layout.column(year);
        if year < first {
            return Cell::EMPTY;
        }
        let value = cell(entry.values, column);
        let before = cell(row, column.saturating_sub(1));
        let role = self.role(entry, year);
        let Some(known) = &entry.known else {
            // It starts with the first year, whose value is there where the baseline is no later.
            let formula = if year == first {
                format!("IF({value}=\"\",\"\",{value})")
            } else {
                format!("IF({before}=\"\",\"\",{before}+{value})")
            };
            return Cell::computed(&formula, None, figure).of(role);
        };
        let KnownPoint { year: anchor, total: entered, .. } = known.anchor();
        let summable = known.points().next().is_some_and(|earliest| earliest.year <= first);
        let Some(point) = point(entry, year).filter(|_| summable) else { return Cell::EMPTY };
        if year < anchor || (year == anchor && entered.is_some()) {
            return Cell::number(point.total, figure).of(role);
        }
        let formula = if year == first { value } else { format!("{before}+{value}") };
        Cell::computed(&formula, Some(point.total), figure).of(role)
    }

    fn role(&self, entry: &Entry<'_>, year: FiscalYear) -> Role {
        let known = entry.known.iter().flat_map(|known| known.points()).find(|point| point.year == year);
        match known {
            Some(KnownPoint { kind: KnownKind::Interpolated, .. }) => Role::Interpolated,
            Some(_) => Role::Known,
            None if year > entry.indicator.target.year.value => Role::Reference,
            None => Role::Projected,
        }
    }
}

fn point<'a>(entry: &'a Entry<'_>, year: FiscalYear) -> Option<&'a PathPoint> {
    entry.path.as_ref()?.at(year)
}
