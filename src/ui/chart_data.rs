//! What the large chart, its table and its readout show of an indicator.

use super::words::Words;
use crate::chart::{ChartVerdict, KnownKind, KnownPoint, Label, Line, LineKind, Mark, PathChart, TargetLine};
use crate::codec::figure::grouped;
use crate::model::{Companions, IndicatorOutlook, KnownKind as Known, Path, PathPoint, PointKind, Verdict};
use crate::plan::{FiscalYear, Indicator, Measure, Plan};

/// One year of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct YearRow {
    pub year: FiscalYear,
    pub kind: RowKind,
    /// The yearly value.
    pub yearly: f64,
    /// What counts against the target: the running total for cumulative indicators, else the yearly value.
    pub outcome: f64,
    pub required: Option<f64>,
    pub hold: Option<f64>,
}

/// What the value of a year is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    Base,
    AssumedBase,
    /// A baseline that the user put in the place of the plan's.
    EditedBase,
    Actual,
    Interpolated,
    /// A year that is over, without a result.
    Past,
    Projected,
    /// After the target year.
    Reference,
}

/// The years that are shown: all known and projected ones, but for sums those that count.
pub fn year_rows(
    plan: &Plan,
    indicator: &Indicator,
    outlook: &IndicatorOutlook,
    companions: &Companions,
    today: Option<FiscalYear>,
) -> Vec<YearRow> {
    let measure = outlook.measure;
    let Some(path) = &outlook.path else { return Vec::new() };
    let target_year = indicator.target.year.value;
    let at = |path: &Path, year: FiscalYear| path.at(year).map(|point| point.outcome(measure));
    path.points
        .iter()
        .filter(|point| measure != Measure::Cumulative || point.year >= plan.first.value)
        .map(|point| YearRow {
            year: point.year,
            kind: row_kind(indicator, point, today),
            yearly: point.value,
            outcome: point.outcome(measure),
            required: companions
                .required
                .as_ref()
                .filter(|_| point.year <= target_year)
                .and_then(|path| at(path, point.year)),
            hold: at(&companions.hold, point.year),
        })
        .collect()
}

/// The chart of the same rows.
pub fn path_chart(
    words: Words,
    plan: &Plan,
    indicator: &Indicator,
    outlook: &IndicatorOutlook,
    rows: &[YearRow],
    cursor: Option<usize>,
) -> PathChart {
    let cumulative = outlook.measure == Measure::Cumulative;
    let target = indicator.target.point();
    let index_of = |year: FiscalYear| rows.iter().position(|row| row.year == year);
    let judged = index_of(target.year).unwrap_or(rows.len().saturating_sub(1));
    let line = |kind, name: &str, value: &dyn Fn(&YearRow) -> Option<f64>, figure: &dyn Fn(f64) -> String| {
        let gap = |at: Option<usize>| {
            at.and_then(|at| rows.get(at)).is_none_or(|row| row.kind == RowKind::Interpolated)
        };
        // What nobody has measured is a gap, and between two gaps a mark stands alone.
        let alone = |at: usize| gap(at.checked_sub(1)) && gap(Some(at + 1));
        let joined = |at: usize| !gap(Some(at)) && !alone(at);
        let values = rows.iter().enumerate().map(|(at, row)| value(row).filter(|_| joined(at)));
        let values: Vec<Option<f64>> = values.collect();
        let last = values.iter().rev().flatten().next().copied();
        let label = match last {
            Some(last) if !name.is_empty() => Label { name: name.to_owned(), value: figure(last) },
            _ => Label::default(),
        };
        Line { kind, values, label }
    };
    let plain = |value: f64| grouped(value, indicator.decimals);
    let projected_name = if judged + 1 == rows.len() { words.projected() } else { words.reference() };
    let lines = vec![
        line(LineKind::Hold, words.hold(), &|row| row.hold, &plain),
        line(LineKind::Required, "", &|row| row.required, &plain),
        line(LineKind::Projected, projected_name, &|row| Some(row.outcome), &|value| {
            words.outcome(indicator, outlook, value)
        }),
    ];
    let known = rows.iter().enumerate().filter_map(|(index, row)| {
        let kind = match row.kind {
            RowKind::Base => KnownKind::Stated,
            RowKind::AssumedBase | RowKind::EditedBase => KnownKind::Supposed,
            RowKind::Actual => KnownKind::Measured,
            RowKind::Interpolated => KnownKind::Interpolated,
            RowKind::Past | RowKind::Projected | RowKind::Reference => return None,
        };
        Some(KnownPoint { index, value: row.outcome, kind })
    });
    PathChart {
        years: rows.iter().map(|row| words.year(row.year)).collect(),
        bars: if cumulative { rows.iter().map(|row| Some(row.yearly)).collect() } else { Vec::new() },
        lines,
        known: known.collect(),
        target: Some(TargetLine {
            index: judged,
            value: target.value,
            label: Label { name: words.target().to_owned(), value: words.target_figure(indicator) },
            reference: words.reference().to_owned(),
        }),
        review: index_of(plan.review.value).filter(|index| *index != judged).map(|index| Mark {
            index,
            label: format!("{} {}", words.year(plan.review.value), words.review_mark()),
        }),
        cursor,
        verdict: match outlook.verdict {
            Verdict::Met => ChartVerdict::Met,
            Verdict::Short => ChartVerdict::Short,
            Verdict::Unknown => ChartVerdict::Unknown,
        },
        from_zero: cumulative || outlook.measure == Measure::Flow,
        ceiling: Some(outlook.measure.upper_bound()).filter(|bound| bound.is_finite()),
        least_step: if indicator.decimals == 0 { 1.0 } else { 0.1 },
    }
}

fn row_kind(indicator: &Indicator, point: &PathPoint, today: Option<FiscalYear>) -> RowKind {
    match point.kind {
        PointKind::Known(Known::Base) if indicator.has_edited_base() => RowKind::EditedBase,
        PointKind::Known(Known::Base) => RowKind::Base,
        PointKind::Known(Known::AssumedBase) => RowKind::AssumedBase,
        PointKind::Known(Known::Actual) => RowKind::Actual,
        PointKind::Known(Known::Interpolated) => RowKind::Interpolated,
        PointKind::Projected if today.is_some_and(|today| point.year < today) => RowKind::Past,
        PointKind::Projected if point.year > indicator.target.year.value => RowKind::Reference,
        PointKind::Projected => RowKind::Projected,
    }
}

impl Words {
    /// The word of a row's kind.
    pub fn row_kind(self, kind: RowKind) -> &'static str {
        match kind {
            RowKind::Base => self.kind_base(),
            RowKind::AssumedBase => self.kind_assumed_base(),
            RowKind::EditedBase => self.kind_edited_base(),
            RowKind::Actual => self.kind_actual(),
            RowKind::Interpolated => self.kind_interpolated(),
            RowKind::Past => self.kind_past(),
            RowKind::Projected => self.kind_projected(),
            RowKind::Reference => self.kind_reference(),
        }
    }

    /// A year of the chart in one sentence.
    pub fn year_reading(self, indicator: &Indicator, outlook: &IndicatorOutlook, row: &YearRow) -> String {
        let unit = self.unit(indicator, outlook.measure);
        let figure = |value: f64| grouped(value, indicator.decimals);
        let own = if row.year == indicator.target.year.value {
            self.outcome(indicator, outlook, row.outcome)
        } else {
            figure(row.outcome)
        };
        let mut text = format!("{}: {} {own} {unit}", self.year_long(row.year), self.row_kind(row.kind));
        for (name, value) in [(self.required(), row.required), (self.hold(), row.hold)] {
            if let Some(value) = value {
                text.push_str(&format!(" / {name} {}", figure(value)));
            }
        }
        text
    }
}
