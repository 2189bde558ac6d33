//! What the model's rules make of what a text says of an indicator, whatever the text's format. What breaks a rule is
//! reported where the reader stands and left out.

use crate::model::{
    Actual, ActualProblem, Actuals, BaseProblem, Case, Entry, Inputs, Mode, Rate, RateLimits, base_problem,
    switch_measure,
};
use crate::plan::reader::Reader;
use crate::plan::{FiscalYear, Indicator, Measure, Plan, Point, ProblemKind};

pub(super) const MEASURES: &[&str] = &["level", "share", "flow", "cumulative"];
pub(super) const ENTRIES: &[&str] = &["yearly", "total"];
/// Most results of one indicator in a text: more than one for each year would be at odds with each other.
pub(super) const MOST_RESULTS: usize = 1_000;

/// A result and its position in the text.
pub(super) struct Placed {
    pub(super) at: usize,
    pub(super) actual: Actual,
}

/// The word of a measure in [`MEASURES`].
pub(super) fn measure_word(measure: Measure) -> &'static str {
    MEASURES.get(measure_position(measure)).copied().unwrap_or_default()
}

fn measure_position(measure: Measure) -> usize {
    match measure {
        Measure::Level => 0,
        Measure::Share => 1,
        Measure::Flow => 2,
        Measure::Cumulative => 3,
    }
}

/// Another measure than the plan's, by its word; `None` for the plan's own.
pub(super) fn measure(
    reader: &mut Reader,
    found: &str,
    plan: &Plan,
    indicator: &Indicator,
) -> Option<Measure> {
    let found = reader.one_of(found, MEASURES)?;
    let own = measure_position(indicator.measure.value);
    if found == own {
        return None;
    }
    let other = switch_measure(plan, indicator, &Inputs::hold(indicator));
    let wanted = other.filter(|other| measure_position(*other) == found);
    if wanted.is_none() {
        let allowed = MEASURES.get(own..=own).unwrap_or_default();
        let found = MEASURES.get(found).copied().unwrap_or_default().to_owned();
        reader.report(ProblemKind::NotOneOf { found, allowed });
    }
    wanted
}

/// The rate of this many hundredths, within what the mode takes.
pub(super) fn rate(reader: &mut Reader, hundredths: i64, mode: Mode, measure: Measure) -> Option<Rate> {
    let limits = RateLimits::of(mode, measure);
    reader.held(hundredths, limits.min.hundredths(), limits.max.hundredths()).map(Rate::from_hundredths)
}

/// A baseline for an indicator without one.
pub(super) fn base(reader: &mut Reader, base: Point, case: &Case<'_>) -> Option<Point> {
    match base_problem(case, base) {
        None => return Some(base),
        Some(BaseProblem::OutOfScale { max }) => {
            reader.report_at("value", ProblemKind::OutOfScale { value: base.value, highest: max });
        }
        Some(BaseProblem::TooLate(highest)) => {
            let value = i64::from(base.year.western());
            let lowest = FiscalYear::MIN;
            reader.report_at("year", ProblemKind::YearOutOfRange { value, lowest, highest });
        }
    }
    None
}

/// The results that stand beside each other; the others are reported at their positions.
pub(super) fn results(
    reader: &mut Reader,
    mut placed: Vec<Placed>,
    measure: Measure,
    first: FiscalYear,
) -> Option<Actuals> {
    loop {
        let entries = placed.iter().map(|placed| placed.actual.clone()).collect();
        match Actuals::new(entries, measure, first) {
            Ok(actuals) => return Some(actuals),
            Err(problems) => {
                let before = placed.len();
                for problem in problems {
                    leave_out(reader, &mut placed, problem, measure, first);
                }
                if placed.len() == before {
                    return None;
                }
            }
        }
    }
}

/// Reports a problem at the entry that has it and takes that entry away: of two for one year the later in the text.
fn leave_out(
    reader: &mut Reader,
    placed: &mut Vec<Placed>,
    problem: ActualProblem,
    measure: Measure,
    first: FiscalYear,
) {
    let (year, fault): (FiscalYear, fn(&Actual, Measure) -> bool) = match problem {
        ActualProblem::Duplicate(year) => (year, |_, _| true),
        ActualProblem::OutOfScale(year) => (year, |actual, measure| !measure.admits(actual.value)),
        ActualProblem::TotalOfNoCount(year)
        | ActualProblem::TotalBeforeFirst(year)
        | ActualProblem::FallingTotal(year) => (year, |actual, _| actual.entry == Entry::Total),
    };
    let at_fault = |placed: &Placed| placed.actual.year == year && fault(&placed.actual, measure);
    let Some(index) = placed.iter().rposition(at_fault) else { return };
    let Placed { at, actual } = placed.remove(index);
    let (field, kind) = match problem {
        ActualProblem::Duplicate(year) => ("year", ProblemKind::DuplicateId { found: year.to_string() }),
        ActualProblem::OutOfScale(_) => {
            ("value", ProblemKind::OutOfScale { value: actual.value, highest: measure.upper_bound() })
        }
        ActualProblem::TotalOfNoCount(_) => (
            "entry",
            ProblemKind::NotOneOf {
                found: "total".to_owned(),
                allowed: ENTRIES.get(..1).unwrap_or_default(),
            },
        ),
        ActualProblem::TotalBeforeFirst(value) => {
            ("year", ProblemKind::YearsOutOfOrder { value, earliest: first })
        }
        ActualProblem::FallingTotal(_) => ("value", ProblemKind::FallingTotal),
    };
    reader.entry(at, None, |reader| reader.report_at(field, kind));
}
