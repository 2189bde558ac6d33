//! A scenario in long form: one value to a record, for spreadsheets and for programs.

use crate::model::{
    Actual, ActualStatus, Entry, IndicatorOutlook, Inputs, KnownKind, Outlook, PathPoint, PointKind, Scenario,
};
use crate::plan::{FiscalYear, Indicator, Measure, Plan};

/// One value.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Index of its indicator.
    pub indicator: usize,
    /// Its fiscal year.
    pub year: FiscalYear,
    /// What kind of value it is.
    pub kind: RecordKind,
    /// How it counts.
    pub counted: Counted,
    /// The value itself, unrounded, in the indicator's unit.
    pub value: f64,
    /// What is said of a result.
    pub result: Option<Said>,
}

/// What kind of value it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RecordKind {
    /// The plan's baseline.
    Base,
    /// A baseline that the user assumes.
    AssumedBase,
    /// A baseline that the user put in the place of the plan's.
    EditedBase,
    /// An entered result.
    Actual,
    /// Between known years.
    Interpolated,
    /// Of a year that is over, without a result.
    Past,
    /// Projected, up to the target year.
    Projected,
    /// Projected, after the target year.
    Reference,
    /// The plan's target.
    Target,
    /// A target that the user put in its place.
    EditedTarget,
}

/// How a value counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Counted {
    /// Not as a count.
    Plain,
    /// Of one year.
    Yearly,
    /// 累計: from the plan's first year on.
    Total,
}

/// What is said of a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// How firm it is.
    pub status: ActualStatus,
    /// Where it was taken from; may be empty.
    pub source: String,
    /// Whether it cannot be compared with the values before it.
    pub series_break: bool,
}

/// All values of a scenario: by indicator in the plan's order, by year, the target last. Results stand as they were
/// entered; what else counts towards a sum stands as the year's own count and as the total.
pub fn records(
    plan: &Plan,
    scenario: &Scenario,
    outlook: &Outlook,
    today: Option<FiscalYear>,
) -> Vec<Record> {
    let all = plan.indicators.iter().enumerate().filter_map(|(index, indicator)| {
        let (inputs, outlook) = (scenario.inputs(index)?, outlook.indicator(index)?);
        Some(Of { plan, index, indicator, outlook, today }.records(inputs))
    });
    all.flatten().collect()
}

struct Of<'a> {
    plan: &'a Plan,
    index: usize,
    indicator: &'a Indicator,
    outlook: &'a IndicatorOutlook,
    today: Option<FiscalYear>,
}

impl Of<'_> {
    fn records(&self, inputs: &Inputs) -> Vec<Record> {
        let mut records: Vec<Record> =
            inputs.actuals.entries().iter().map(|actual| self.actual(actual)).collect();
        let [own, counted] = match self.outlook.measure {
            Measure::Level | Measure::Share => [Counted::Plain; 2],
            Measure::Flow => [Counted::Yearly; 2],
            Measure::Cumulative => [Counted::Yearly, Counted::Total],
        };
        for point in self.outlook.path.iter().flat_map(|path| &path.points) {
            let mut add = |counted: Counted, value: f64| {
                let entered = |one: &Record| one.year == point.year && one.counted == counted;
                if !records.iter().any(entered) {
                    records.push(self.record(point.year, self.kind(point), counted, value));
                }
            };
            // What was entered as a yearly count counts towards the sum, which nobody has entered.
            add(own, point.value);
            if point.year >= self.plan.first.value && point.kind != PointKind::Known(KnownKind::Actual) {
                add(counted, point.outcome(self.outlook.measure));
            }
        }
        records.sort_by_key(|record| record.year);
        let target = self.indicator.target.point();
        let kind =
            if self.indicator.target.is_edited() { RecordKind::EditedTarget } else { RecordKind::Target };
        records.push(self.record(target.year, kind, counted, target.value));
        records
    }

    fn record(&self, year: FiscalYear, kind: RecordKind, counted: Counted, value: f64) -> Record {
        Record { indicator: self.index, year, kind, counted, value, result: None }
    }

    fn actual(&self, actual: &Actual) -> Record {
        let counted = match actual.entry {
            Entry::Total => Counted::Total,
            Entry::Yearly if self.outlook.measure.is_count() => Counted::Yearly,
            Entry::Yearly => Counted::Plain,
        };
        let Actual { year, value, status, ref source, series_break, .. } = *actual;
        let result = Some(Said { status, source: source.clone(), series_break });
        Record { result, ..self.record(year, RecordKind::Actual, counted, value) }
    }

    fn kind(&self, point: &PathPoint) -> RecordKind {
        match point.kind {
            PointKind::Known(KnownKind::Base) if self.indicator.has_edited_base() => RecordKind::EditedBase,
            PointKind::Known(KnownKind::Base) => RecordKind::Base,
            PointKind::Known(KnownKind::AssumedBase) => RecordKind::AssumedBase,
            PointKind::Known(KnownKind::Actual) => RecordKind::Actual,
            PointKind::Known(KnownKind::Interpolated) => RecordKind::Interpolated,
            PointKind::Projected if self.today.is_some_and(|today| point.year < today) => RecordKind::Past,
            PointKind::Projected if point.year > self.indicator.target.year.value => RecordKind::Reference,
            PointKind::Projected => RecordKind::Projected,
        }
    }
}
