//! The whole plan under a scenario: everything the page shows, computed and never stored.

use std::rc::Rc;

use super::{
    Case, Frame, Growth, HORIZON, Inputs, Mode, NoRequired, Outcome, Path, Rate, Scenario, SliderScale,
    Tally, Verdict, judge, progress, ratio, required, required_late,
};
use crate::plan::{FiscalYear, Indicator, Measure, Plan, Point};

/// 到達年度 of an indicator that misses its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attainment {
    /// The first year after the target year in which the target would be met at the late rate.
    In(FiscalYear),
    /// Not by [`HORIZON`].
    Never,
}

/// One indicator under its inputs.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorOutlook {
    /// The measure in force.
    pub measure: Measure,
    /// The growth in force.
    pub growth: Growth,
    /// Known and projected years up to the plan's last; `None` where nothing is known to start from.
    pub path: Option<Path>,
    /// Outcome at the indicator's own target year.
    pub outcome: Option<Outcome>,
    /// The outcome held against the target.
    pub verdict: Verdict,
    /// Outcome less target, in the indicator's unit.
    pub gap: Option<f64>,
    /// 進捗率, a fraction.
    pub progress: Option<f64>,
    /// 対目標比, a fraction.
    pub ratio: Option<f64>,
    /// Uniform required growth in the unit of the mode.
    pub required: Result<f64, NoRequired>,
    /// Late required growth, given the early one.
    pub required_late: Result<f64, NoRequired>,
    /// 過去ペース in the unit of the mode.
    pub past_pace: Option<f64>,
    /// When a missed target would be met; `None` where it is not missed.
    pub attainment: Option<Attainment>,
    /// What the growth control offers.
    pub scale: SliderScale,
    /// The baseline against which progress counts, and which an amount grows from.
    pub base: Option<Point>,
}

/// The verdicts of one pillar's indicators.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PillarOutlook {
    /// How many came to each verdict.
    pub tally: Tally,
    /// One verdict per indicator, in the plan's order.
    pub verdicts: Vec<Verdict>,
}

/// Every indicator and pillar of a plan under a scenario.
#[derive(Clone, Debug)]
pub struct Outlook {
    indicators: Vec<Rc<IndicatorOutlook>>,
    pillars: Vec<Rc<PillarOutlook>>,
    all: Tally,
    inputs: Vec<Rc<Inputs>>,
}

impl IndicatorOutlook {
    /// Computes everything about one indicator.
    pub fn new(plan: &Plan, indicator: &Indicator, inputs: &Inputs) -> IndicatorOutlook {
        let case = Case::new(plan, indicator, inputs);
        let measure = case.measure();
        let growth = inputs.growth;
        let target = indicator.target.point();
        let path = case.path(growth);
        let outcome = path.as_ref().and_then(|path| path.outcome(target.year, measure));
        let verdict = outcome
            .map_or(Verdict::Unknown, |outcome| judge(outcome.value, target.value, indicator.direction));
        let attainment = match (verdict, &path, case.frame()) {
            (Verdict::Short, Some(path), Some(frame)) => Some(attainment(path, &frame, growth)),
            _ => None,
        };
        let value = outcome.map(|outcome| outcome.value);
        IndicatorOutlook {
            measure,
            growth,
            outcome,
            verdict,
            gap: value.map(|value| value - target.value),
            progress: value
                .and_then(|value| progress(value, case.base(), target.value, measure, indicator.direction)),
            ratio: value.and_then(|value| ratio(value, target.value)),
            required: required(&case),
            required_late: required_late(&case),
            past_pace: case.past_pace(),
            attainment,
            scale: SliderScale::of(&case),
            base: case.base(),
            path,
        }
    }
}

impl Outlook {
    /// Computes the whole plan.
    pub fn new(plan: &Plan, scenario: &Scenario) -> Outlook {
        let nothing = Outlook { indicators: vec![], pillars: vec![], all: Tally::default(), inputs: vec![] };
        nothing.updated(plan, scenario)
    }

    /// The outlook of another scenario of the same plan. An indicator whose inputs are shared with the scenario
    /// before, and a pillar whose verdicts are the same, are kept as they are, by pointer.
    pub fn updated(&self, plan: &Plan, scenario: &Scenario) -> Outlook {
        let mut changed_pillars = vec![self.pillars.len() != plan.pillars.len(); plan.pillars.len()];
        let mut indicators = Vec::with_capacity(plan.indicators.len());
        for (index, (indicator, inputs)) in plan.indicators.iter().zip(scenario.all()).enumerate() {
            let kept = match (self.inputs.get(index), self.indicators.get(index)) {
                (Some(before), Some(outlook)) if Rc::ptr_eq(before, inputs) => Some(Rc::clone(outlook)),
                _ => None,
            };
            indicators.push(kept.unwrap_or_else(|| {
                let pillar = indicator.pillar.and_then(|pillar| changed_pillars.get_mut(pillar));
                if let Some(changed) = pillar {
                    *changed = true;
                }
                Rc::new(IndicatorOutlook::new(plan, indicator, inputs))
            }));
        }
        let pillars: Vec<Rc<PillarOutlook>> = plan
            .pillars
            .iter()
            .enumerate()
            .map(|(index, pillar)| match (changed_pillars.get(index), self.pillars.get(index)) {
                (Some(false), Some(before)) => Rc::clone(before),
                _ => {
                    let verdicts: Vec<Verdict> = pillar
                        .indicators
                        .iter()
                        .filter_map(|index| indicators.get(*index))
                        .map(|outlook: &Rc<IndicatorOutlook>| outlook.verdict)
                        .collect();
                    let tally = verdicts.iter().copied().collect();
                    let outlook = PillarOutlook { tally, verdicts };
                    match self.pillars.get(index) {
                        Some(before) if **before == outlook => Rc::clone(before),
                        _ => Rc::new(outlook),
                    }
                }
            })
            .collect();
        let all = indicators.iter().map(|outlook| outlook.verdict).collect();
        Outlook { indicators, pillars, all, inputs: scenario.all().to_vec() }
    }

    /// The indicator with this index; `None` beyond the plan.
    pub fn indicator(&self, index: usize) -> Option<&Rc<IndicatorOutlook>> {
        self.indicators.get(index)
    }

    /// Every indicator, in the plan's order.
    pub fn indicators(&self) -> &[Rc<IndicatorOutlook>] {
        &self.indicators
    }

    /// Every pillar, in the plan's order.
    pub fn pillars(&self) -> &[Rc<PillarOutlook>] {
        &self.pillars
    }

    /// All indicators together.
    pub fn all(&self) -> Tally {
        self.all
    }
}

/// Lines that a chart shows beside the projection; computed for the chosen indicator alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Companions {
    /// 現状維持: no growth in either half.
    pub hold: Path,
    /// 按分目安 at the review year.
    pub even_at_review: Option<f64>,
    /// The required growth, where there is one.
    pub required: Option<Path>,
}

impl Companions {
    /// The companions of an indicator; `None` where nothing is known to start from.
    pub fn new(case: &Case<'_>) -> Option<Companions> {
        let hold = case.path(Growth::uniform(Mode::Amount, Rate::ZERO))?;
        let required = required(case).ok().and_then(|rate| case.path_at(rate));
        let even_at_review = case.even_outcome(case.plan().review.value);
        Some(Companions { hold, even_at_review, required })
    }
}

fn attainment(path: &Path, frame: &Frame, growth: Growth) -> Attainment {
    let reached = path.points.last().map_or(frame.anchor.year, |point| point.year);
    let later = frame.steps(growth).map(|(point, _)| point).filter(|point| point.year > reached);
    path.points
        .iter()
        .copied()
        .chain(later)
        .filter(|point| point.year > frame.target.year)
        .take_while(|point| point.year.western() <= HORIZON)
        .find(|point| {
            judge(point.outcome(frame.measure), frame.target.value, frame.direction) == Verdict::Met
        })
        .map_or(Attainment::Never, |point| Attainment::In(point.year))
}
