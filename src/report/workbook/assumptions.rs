//! 仮定: what every projection starts from and how it grows, to be changed by whoever opens the workbook.

use super::book::{Allowed, Cell, Figure, Role, Sheet};
use super::place::{Entry, cell, fixed, in_column};
use super::{Writer, head, heads, names};
use crate::model::{Growth, KnownKind, Mode, Rate, RateLimits};
use crate::plan::{Direction, Measure};

/// Columns that other sheets refer to.
pub const MEASURE: u16 = 4;
/// The baseline that progress counts from.
pub const BASE: u16 = 6;
const BASE_YEAR: u16 = 5;
/// The year that the path starts from.
pub const START_YEAR: u16 = 7;
/// The value that it starts from.
pub const START: u16 = 8;
/// The mode of growth.
pub const MODE: u16 = 9;
/// The rate up to the review year.
pub const EARLY: u16 = 10;
/// The rate after it.
pub const LATE: u16 = 11;
/// The year of the target.
pub const TARGET_YEAR: u16 = 13;
/// The target.
pub const TARGET: u16 = 14;

/// The plan's years stand in these rows, in the fourth column.
const YEARS_FROM: u32 = 1;
const HEAD: u32 = 5;

/// The cell with the year in which the two halves of a growth meet.
pub fn review() -> String {
    fixed(YEARS_FROM + 1, 3)
}

impl Writer<'_> {
    pub(super) fn assumptions(&self) -> Sheet {
        let Writer { plan, labels, layout, .. } = self;
        let columns = labels.columns;
        let mut rows = vec![vec![Cell::text(labels.guide).of(Role::Title)]];
        for (name, year) in labels.years.into_iter().zip([plan.first, plan.review, plan.last]) {
            rows.push(vec![head(name), Cell::EMPTY, Cell::EMPTY, Cell::year(year.value)]);
        }
        rows.push(vec![]);
        rows.push(heads(&[
            columns.mark,
            columns.id,
            columns.indicator,
            columns.unit,
            columns.measure,
            columns.base_year,
            columns.base,
            columns.start_year,
            columns.start,
            columns.mode,
            columns.early,
            columns.late,
            columns.rate_unit,
            columns.target_year,
            columns.target,
            columns.direction,
            columns.lock,
            columns.reason,
        ]));
        rows.extend(layout.entries.iter().map(|entry| self.assumption(entry)));
        Sheet {
            name: labels.sheets.assumptions.to_owned(),
            rows,
            widths: vec![
                6.0, 8.0, 44.0, 10.0, 12.0, 9.0, 12.0, 9.0, 12.0, 10.0, 10.0, 10.0, 12.0, 9.0, 12.0, 8.0,
                6.0, 44.0,
            ],
            frozen: (HEAD + 1, 3),
            head: Some((HEAD, HEAD)),
        }
    }

    fn assumption(&self, entry: &Entry<'_>) -> Vec<Cell> {
        let Entry { indicator, inputs, .. } = entry;
        let labels = self.labels;
        let growth = inputs.growth;
        let mut row = names(self, entry);
        row.push(Cell::text(indicator.unit.get(labels.lang)));
        row.push(self.measure(entry));
        row.extend(self.base(entry));
        row.extend(self.start(entry));
        row.push(
            Cell::text(self.mode(growth)).input(Allowed::Words(labels.modes.map(str::to_owned).to_vec())),
        );
        for (rate, column) in [(growth.early, EARLY), (growth.late, LATE)] {
            row.push(Cell::number(rate.value(), Figure::Signed(2)).input(self.rates(entry, column)));
        }
        row.push(self.rate_unit(entry));
        let target = indicator.target.point();
        row.push(Cell::year(target.year));
        row.push(Cell::number(target.value, entry.target_figure()).input(scale(entry)));
        let [at_least, at_most] = labels.directions;
        row.push(Cell::text(match indicator.direction {
            Direction::AtLeast => at_least,
            Direction::AtMost => at_most,
        }));
        row.push(if inputs.locked { Cell::text(labels.yes) } else { Cell::EMPTY });
        row.push(Cell::text(&inputs.reason).of(Role::Prose));
        row
    }

    fn measure(&self, entry: &Entry<'_>) -> Cell {
        let cell = Cell::text(self.measure_word(self.measure_of(entry)));
        let [_, _, flow, cumulative] = self.labels.measures.map(str::to_owned);
        if entry.switchable { cell.input(Allowed::Words(vec![cumulative, flow])) } else { cell }
    }

    /// The year of the baseline and its value; where the plan has none, to be entered.
    fn base(&self, entry: &Entry<'_>) -> [Cell; 2] {
        let figure = entry.base_figure();
        let base = self.outlook.indicator(entry.index).and_then(|outlook| outlook.base);
        let Some(base) = base else {
            return [
                Cell::EMPTY.input(self.years(entry)),
                Cell { figure, ..Cell::EMPTY }.input(scale(entry)),
            ];
        };
        [Cell::year(base.year), Cell::number(base.value, figure).input(scale(entry))]
    }

    /// The years that a baseline may be of: those of the projection, for sums up to the plan's first.
    fn years(&self, entry: &Entry<'_>) -> Allowed {
        let first = self.layout.years.first().copied().unwrap_or(self.plan.first.value);
        let sums = self.measure_of(entry) == Measure::Cumulative;
        let last = if sums { self.plan.first.value } else { self.plan.last.value };
        Allowed::Whole(first.western(), last.western())
    }

    /// The year that the path starts from and its value: the baseline, or what has become known since.
    fn start(&self, entry: &Entry<'_>) -> [Cell; 2] {
        let figure = Figure::Decimals(entry.decimals());
        let at = entry.assumption;
        let (year, base) = (in_column(at, BASE_YEAR), in_column(at, BASE));
        let blank = format!("OR({year}=\"\",{base}=\"\")");
        let Some(anchor) = entry.known.as_ref().map(|known| known.anchor()) else {
            let formula = |of: &str| format!("IF({blank},\"\",{of})");
            return [
                Cell::computed(&formula(&year), None, Figure::General),
                Cell::computed(&formula(&base), None, figure),
            ];
        };
        let based = matches!(anchor.kind, KnownKind::Base | KnownKind::AssumedBase);
        let value = if based {
            Cell::computed(&base, Some(anchor.value), figure)
        } else {
            Cell::number(anchor.value, figure).input(scale(entry))
        };
        [Cell::year(anchor.year), value]
    }

    fn mode(&self, growth: Growth) -> &'static str {
        let [percent, amount] = self.labels.modes;
        match growth.mode {
            Mode::Percent => percent,
            Mode::Amount => amount,
        }
    }

    /// What the model takes as a rate, in the mode that stands beside it.
    fn rates(&self, entry: &Entry<'_>, column: u16) -> Allowed {
        let rate = cell(entry.assumption, column);
        let within = |mode| {
            let RateLimits { min, max } = RateLimits::of(mode, entry.indicator.measure.value);
            let [min, max] = [min, max].map(|rate: Rate| rate.hundredths() / 100);
            format!("AND({rate}>={min},{rate}<={max})")
        };
        let percent = self.in_percent(entry);
        let limits = format!("IF({percent},{},{})", within(Mode::Percent), within(Mode::Amount));
        Allowed::Rule(format!("=AND(ISNUMBER({rate}),{limits})"))
    }

    /// Whether the mode of an indicator is percent, in its own sheet.
    fn in_percent(&self, entry: &Entry<'_>) -> String {
        let [percent, _] = self.labels.modes;
        format!("{}=\"{percent}\"", in_column(entry.assumption, MODE))
    }

    fn rate_unit(&self, entry: &Entry<'_>) -> Cell {
        let percent = self.labels.percent_rate;
        let amount = self.labels.amount_rates.get(entry.index).map_or("", String::as_str);
        let formula = format!("IF({},{},{})", self.in_percent(entry), quoted(percent), quoted(amount));
        let shown = match entry.inputs.growth.mode {
            Mode::Percent => percent,
            Mode::Amount => amount,
        };
        Cell::worded(&formula, shown)
    }
}

/// A text as it stands in a formula.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// A value on the indicator's scale.
fn scale(entry: &Entry<'_>) -> Allowed {
    Allowed::Between(0.0, entry.indicator.measure.value.upper_bound().min(1e30))
}
