//! What the printed sheet holds, before it has words.

use crate::model::{Outlook, Scenario, Verdict};
use crate::plan::{Measure, Origin, Plan};

/// The indicators by pillar, and what has to be explained below them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Pillars in the plan's order, or all indicators of a plan without pillars.
    pub groups: Vec<Group>,
    /// Indices of the indicators whose assumption has a reason, in the order of the sheet. The first is number 1.
    pub reasons: Vec<usize>,
    /// Whether the counting of any indicator is inferred.
    pub inferred: bool,
    /// Whether any baseline is the user's assumption.
    pub assumed: bool,
    /// Whether any growth differs between the halves of the plan.
    pub halves: bool,
    /// Whether any indicator cannot be judged.
    pub unknown: bool,
}

/// The indicators of one pillar, or of a plan without pillars.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Index of the pillar.
    pub pillar: Option<usize>,
    /// Its indicators in the plan's order.
    pub lines: Vec<Line>,
}

/// One indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Index of the indicator.
    pub indicator: usize,
    /// Whether its counting is inferred, as far as it is the plan's reading that is in force.
    pub inferred: bool,
    /// Whether its counting is the user's choice.
    pub switched: bool,
    /// Whether its baseline is the user's assumption.
    pub assumed: bool,
    /// Number of the reason of its assumption, from 1.
    pub reason: Option<usize>,
}

impl Sheet {
    /// The sheet of a scenario and its outlook. Every indicator of the plan is on it once.
    pub fn new(plan: &Plan, scenario: &Scenario, outlook: &Outlook) -> Sheet {
        let mut sheet = Sheet::default();
        for (pillar, indicators) in plan.groups() {
            let lines = indicators.iter().filter_map(|index| sheet.line(plan, scenario, outlook, *index));
            let lines = lines.collect();
            sheet.groups.push(Group { pillar, lines });
        }
        sheet
    }

    fn line(&mut self, plan: &Plan, scenario: &Scenario, outlook: &Outlook, index: usize) -> Option<Line> {
        let indicator = plan.indicators.get(index)?;
        let inputs = scenario.inputs(index)?;
        let outlook = outlook.indicator(index)?;
        let switched = outlook.measure != indicator.measure.value;
        let inferred =
            is_marked(outlook.measure) && !switched && indicator.measure.origin == Origin::Inferred;
        let assumed = indicator.base.is_none() && outlook.base.is_some();
        let reason = (!inputs.reason.trim().is_empty()).then(|| {
            self.reasons.push(index);
            self.reasons.len()
        });
        self.inferred |= inferred;
        self.assumed |= assumed;
        self.halves |= !outlook.growth.is_uniform();
        self.unknown |= outlook.verdict == Verdict::Unknown;
        Some(Line { indicator: index, inferred, switched, assumed, reason })
    }
}

/// Only how a count is read changes what its target means.
fn is_marked(measure: Measure) -> bool {
    measure.is_count()
}
