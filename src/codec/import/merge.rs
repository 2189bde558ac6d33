//! What a table's results make of those that are there.

use std::collections::BTreeMap;

use super::read::{Fault, Found, Line, Why};
use crate::model::{Actual, ActualProblem, Actuals, Inputs, Scenario};
use crate::plan::{FiscalYear, Indicator, Plan};

/// What taking all that can be taken comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Merged {
    /// The results of every indicator that the table has results of, after taking them; in the plan's order.
    pub indicators: Vec<(usize, Actuals)>,
    /// What is taken, in the order of the table, and what becomes of it.
    pub lines: Vec<(Line, Step)>,
    /// What cannot be taken because of the other results of its indicator.
    pub faults: Vec<Fault>,
}

/// What becomes of a result.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// There was none for its year.
    Added,
    /// It stands in the place of this one.
    Replaced(Actual),
    /// It is there already.
    Same,
}

impl Merged {
    /// How many results it adds or replaces.
    pub fn changes(&self) -> usize {
        self.lines.iter().filter(|(_, step)| *step != Step::Same).count()
    }
}

/// Puts the results of a table in the place of those for the same years; all others stay. A result that does not go
/// with the others of its indicator is left out and reported.
pub fn merge(plan: &Plan, scenario: &Scenario, found: &Found) -> Merged {
    let mut of: BTreeMap<usize, Vec<&Line>> = BTreeMap::new();
    for line in &found.lines {
        of.entry(line.indicator).or_default().push(line);
    }
    let mut merged = Merged::default();
    for (index, lines) in of {
        if let Some((indicator, inputs)) = plan.indicators.get(index).zip(scenario.inputs(index)) {
            let actuals = taken(plan, indicator, inputs, lines, &mut merged);
            merged.indicators.push((index, actuals));
        }
    }
    merged.lines.sort_by_key(|(line, _)| (line.row, line.column));
    merged.faults.sort_by_key(|fault| (fault.row, fault.column));
    merged
}

fn taken(
    plan: &Plan,
    indicator: &Indicator,
    inputs: &Inputs,
    mut lines: Vec<&Line>,
    merged: &mut Merged,
) -> Actuals {
    let before = inputs.actuals.entries();
    loop {
        let stays = |actual: &&Actual| !lines.iter().any(|line| line.actual.year == actual.year);
        let entries = before.iter().filter(stays).chain(lines.iter().map(|line| &line.actual));
        match Actuals::new(entries.cloned().collect(), inputs.measure(indicator), plan.first.value) {
            Ok(actuals) => {
                merged.lines.extend(lines.into_iter().map(|line| (line.clone(), step(before, &line.actual))));
                return actuals;
            }
            Err(problems) => {
                for problem in problems {
                    if let Some(line) = at_fault(&lines, problem) {
                        let line = lines.remove(line);
                        merged.faults.push(fault(line, problem));
                    }
                }
            }
        }
        // What is there goes together; without a line there is nothing at fault.
        if lines.is_empty() {
            return inputs.actuals.clone();
        }
    }
}

/// The line that a problem is about: that of its year, else, where a result that was there no longer goes with the
/// new ones, the last of them.
fn at_fault(lines: &[&Line], problem: ActualProblem) -> Option<usize> {
    let year = year_of(problem);
    lines.iter().position(|line| line.actual.year == year).or_else(|| lines.len().checked_sub(1))
}

fn year_of(problem: ActualProblem) -> FiscalYear {
    match problem {
        ActualProblem::Duplicate(year)
        | ActualProblem::OutOfScale(year)
        | ActualProblem::TotalOfNoCount(year)
        | ActualProblem::TotalBeforeFirst(year)
        | ActualProblem::FallingTotal(year) => year,
    }
}

fn fault(line: &Line, problem: ActualProblem) -> Fault {
    let Line { indicator, row, column, ref actual } = *line;
    let found = crate::digits::text(actual.value);
    Fault { row, column, found, why: Why::NotAmongResults(indicator, problem) }
}

fn step(before: &[Actual], actual: &Actual) -> Step {
    match before.iter().find(|one| one.year == actual.year) {
        None => Step::Added,
        Some(same) if same == actual => Step::Same,
        Some(other) => Step::Replaced(other.clone()),
    }
}
