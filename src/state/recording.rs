//! Results as a user enters them.

use super::{AppState, Change, Perform, apply};
use crate::model::{
    Actual, ActualProblem, ActualStatus, Actuals, Case, Entry, Inputs, MAX_TEXT, Scenario, revise_results,
};
use crate::plan::{FiscalYear, Plan};

/// Results of these indicators in the place of those that they have, as one change. Each list was checked by the
/// measure that is in force for its indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Recording(pub Vec<(usize, Actuals)>);

/// What is to become of results that are there.
#[derive(Clone, Debug, PartialEq)]
pub enum Revision {
    /// They go.
    Clear,
    /// Their numbers count something else.
    Entry(Entry),
    /// They are as firm as this.
    Status(ActualStatus),
    /// They were taken from here; shortened to [`MAX_TEXT`] characters.
    Source(String),
    /// Whether they cannot be compared with the values before them.
    SeriesBreak(bool),
}

impl Recording {
    /// The act that revises the results of these indicators and years; where there is none, there will be none.
    ///
    /// # Errors
    /// The first indicator whose results would not go together, with the first reason.
    pub fn revising(
        plan: &Plan,
        scenario: &Scenario,
        cells: &[(usize, FiscalYear)],
        revision: &Revision,
    ) -> Result<Recording, (usize, ActualProblem)> {
        let mut revised = Vec::new();
        for row in cells.chunk_by(|one, next| one.0 == next.0) {
            let Some((index, _)) = row.first().copied() else { continue };
            let Some((indicator, inputs)) = plan.indicators.get(index).zip(scenario.inputs(index)) else {
                continue;
            };
            let years: Vec<FiscalYear> = row.iter().map(|(_, year)| *year).collect();
            let case = Case::new(plan, indicator, inputs);
            match revise_results(&case, &years, |_, there| revision.of(there?)) {
                Ok(actuals) => revised.push((index, actuals)),
                Err(problems) => match problems.first() {
                    Some(problem) => return Err((index, *problem)),
                    None => continue,
                },
            }
        }
        Ok(Recording(revised))
    }
}

impl Revision {
    fn of(&self, actual: &Actual) -> Option<Actual> {
        let actual = actual.clone();
        match self {
            Revision::Clear => None,
            Revision::Entry(entry) => Some(Actual { entry: *entry, ..actual }),
            Revision::Status(status) => Some(Actual { status: *status, ..actual }),
            Revision::Source(source) => {
                Some(Actual { source: source.chars().take(MAX_TEXT).collect(), ..actual })
            }
            Revision::SeriesBreak(series_break) => Some(Actual { series_break: *series_break, ..actual }),
        }
    }
}

impl Perform for Recording {
    fn perform(&self, state: &mut AppState) {
        let mut next = (*state.scenario).clone();
        let mut changed = Vec::new();
        for (indicator, actuals) in &self.0 {
            let Some(inputs) = state.scenario.inputs(*indicator) else { continue };
            changed.extend(differing(&inputs.actuals, actuals).map(|year| (*indicator, year)));
            next.set(*indicator, Inputs { actuals: actuals.clone(), ..(**inputs).clone() });
        }
        match changed.as_slice() {
            [] => {}
            [(indicator, year)] => apply::change(state, next, Change::Result(*indicator, *year)),
            many => apply::change(state, next, Change::Results(many.len())),
        }
    }
}

/// The years whose results differ.
fn differing<'a>(before: &'a Actuals, after: &'a Actuals) -> impl Iterator<Item = FiscalYear> + 'a {
    let of = |actuals: &'a Actuals, year| actuals.entries().iter().find(move |actual| actual.year == year);
    let new = after.entries().iter().filter(move |actual| of(before, actual.year) != Some(actual));
    let gone = before.entries().iter().filter(move |actual| of(after, actual.year).is_none());
    new.chain(gone).map(|actual| actual.year)
}
