//! 集約: many scenarios of one plan at a time, as a workshop makes them.
//!
//! A [`Pool`] takes them in one by one and keeps what several say of an indicator once, with what it comes to: hundreds
//! of scenarios share most of it. [`Pool::gathered`] and [`Pool::crowd`] say how they are spread.
//!
//! Unlike things are never put together: rates per cent and amounts are spread apart, and so are the two halves, sums
//! and yearly counts.

use std::rc::Rc;

use super::{Case, Growth, Inputs, Mode, Rate, Scenario, Spread, Tally, Verdict, judge};
use crate::plan::{FiscalYear, Indicator, Measure, Plan};

/// Everything that the scenarios taken in say of the indicators.
#[derive(Clone, Debug)]
pub struct Pool {
    plan: Rc<Plan>,
    indicators: Vec<Sayings>,
}

/// A scenario that was taken in: for each indicator the place of what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member(Vec<Option<usize>>);

/// What is said of one indicator.
#[derive(Clone, Debug)]
struct Sayings {
    hold: Rc<Inputs>,
    kept: Vec<Kept>,
    /// Places in `kept`, in the order of their growths.
    order: Vec<(GrowthKey, usize)>,
}

/// What some scenarios say of an indicator, and what it comes to.
#[derive(Clone, Debug)]
struct Kept {
    inputs: Rc<Inputs>,
    changed: bool,
    measure: Measure,
    /// Outcome at the indicator's own target year.
    outcome: Option<f64>,
    verdict: Verdict,
}

/// What many scenarios come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Gathered {
    /// How many scenarios there are.
    pub scenarios: usize,
    /// For each pillar, how many scenarios meet it, fall short, or cannot be judged; in the plan's order.
    pub pillars: Vec<Tally>,
    /// The same for all indicators together.
    pub all: Tally,
    /// For each indicator, in the plan's order.
    pub indicators: Vec<GatheredIndicator>,
}

/// What many scenarios say of one indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct GatheredIndicator {
    /// How many say anything else than the start.
    pub changed: usize,
    /// How many meet the target, fall short, or cannot be judged.
    pub verdicts: Tally,
    /// The assumed growth, for each mode that occurs: per cent first.
    pub growth: Vec<GrowthSpread>,
    /// The outcomes at the target year, for each measure that occurs: the most frequent one first.
    pub outcomes: Vec<OutcomeSpread>,
}

/// How the growth is spread that scenarios assume in one mode.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GrowthSpread {
    /// The mode, which decides the unit.
    pub mode: Mode,
    /// Rates up to the review year, in the unit of the mode.
    pub early: Spread,
    /// Rates after it.
    pub late: Spread,
    /// How many assume the same rate in both halves. Where all do, both spreads are the same.
    pub uniform: usize,
}

/// How the outcomes are spread of scenarios that read an indicator by one measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OutcomeSpread {
    /// The measure.
    pub measure: Measure,
    /// Outcomes at the target year, in the unit of the measure.
    pub spread: Spread,
}

/// The paths of one indicator under many scenarios, as far as they are of one measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Crowd {
    /// The most frequent measure of those that have a path.
    pub measure: Measure,
    /// How many scenarios have a path of another measure.
    pub others: usize,
    /// How many have no path at all.
    pub without: usize,
    /// The years that are shown, in order: what is known, and the projected years up to the plan's last.
    pub years: Vec<FiscalYear>,
    /// Each different path once, with a value for each year where it has one.
    pub paths: Vec<CrowdPath>,
    /// How the values of each year are spread over all scenarios that have one.
    pub spreads: Vec<Option<Spread>>,
}

/// A path that some scenarios share.
#[derive(Clone, Debug, PartialEq)]
pub struct CrowdPath {
    /// How many scenarios lead here.
    pub count: usize,
    /// What counts against the target in each of the years: the running total for sums, else the yearly value.
    pub values: Vec<Option<f64>>,
}

impl Pool {
    /// Takes in scenarios of this plan.
    pub fn new(plan: &Rc<Plan>) -> Pool {
        let shelf = |indicator| Sayings {
            hold: Rc::new(Inputs::hold(indicator)),
            kept: Vec::new(),
            order: Vec::new(),
        };
        Pool { plan: Rc::clone(plan), indicators: plan.indicators.iter().map(shelf).collect() }
    }

    /// Takes a scenario in, and lets it share what others say alike.
    pub fn take(&mut self, scenario: &mut Scenario) -> Member {
        let plan = Rc::clone(&self.plan);
        let shelves = self.indicators.iter_mut().zip(&plan.indicators).enumerate();
        let mut place = |index: usize, shelf: &mut Sayings, indicator: &Indicator| {
            let inputs = scenario.inputs(index)?;
            let at = match shelf.find(inputs) {
                Ok(at) => at,
                Err(place) => {
                    let kept =
                        Kept::new(indicator, &Case::new(&plan, indicator, inputs), inputs, &shelf.hold);
                    shelf.order.insert(place, (key(inputs.growth), shelf.kept.len()));
                    shelf.kept.push(kept);
                    shelf.kept.len() - 1
                }
            };
            scenario.share(index, &shelf.kept.get(at)?.inputs);
            Some(at)
        };
        Member(shelves.map(|(index, (shelf, indicator))| place(index, shelf, indicator)).collect())
    }

    /// How many indicators a scenario changes from the start.
    pub fn changes(&self, member: &Member) -> usize {
        let kept = self.indicators.iter().zip(&member.0).filter_map(|(shelf, at)| shelf.kept.get((*at)?));
        kept.filter(|kept| kept.changed).count()
    }

    /// What the scenarios come to; each counts as often as it is named.
    pub fn gathered(&self, members: &[&Member]) -> Gathered {
        let verdict = |member: &Member, index: usize| {
            let kept = self.indicators.get(index)?.kept.get((*member.0.get(index)?)?)?;
            Some(kept.verdict)
        };
        let group = |indicators: &[usize]| -> Tally {
            let of = |member: &&Member| -> Tally {
                indicators.iter().filter_map(|index| verdict(member, *index)).collect()
            };
            members.iter().map(|member| of(member).verdict()).collect()
        };
        let all: Vec<usize> = (0..self.indicators.len()).collect();
        Gathered {
            scenarios: members.len(),
            pillars: self.plan.pillars.iter().map(|pillar| group(&pillar.indicators)).collect(),
            all: group(&all),
            indicators: (0..self.indicators.len()).map(|index| self.indicator(index, members)).collect(),
        }
    }

    /// The paths of one indicator. Without years where no scenario has one; `None` beyond the plan.
    pub fn crowd(&self, index: usize, members: &[&Member]) -> Option<Crowd> {
        let (indicator, shelf) = self.plan.indicators.get(index).zip(self.indicators.get(index))?;
        let counts = self.counts(index, members);
        let paths: Vec<_> = counts
            .iter()
            .filter_map(|(count, kept)| {
                let path = Case::new(&self.plan, indicator, &kept.inputs).path(kept.inputs.growth)?;
                Some((*count, kept.measure, path))
            })
            .collect();
        let measure = frequent(paths.iter().map(|(count, measure, _)| (*measure, *count)));
        let measure = measure.unwrap_or(shelf.hold.measure(indicator));
        let with: usize = paths.iter().map(|(count, ..)| count).sum();
        let of_measure = || paths.iter().filter(|(_, other, _)| *other == measure);
        let first = self.plan.first.value;
        let counted = |year: &FiscalYear| measure != Measure::Cumulative || *year >= first;
        let years =
            || of_measure().flat_map(|(.., path)| &path.points).map(|point| point.year).filter(counted);
        let years: Vec<FiscalYear> = match (years().min(), years().max()) {
            (Some(first), Some(last)) => first.through(last).collect(),
            _ => Vec::new(),
        };
        let mut lines: Vec<CrowdPath> = Vec::new();
        for (count, _, path) in of_measure() {
            let values: Vec<_> = years.iter().map(|year| Some(path.at(*year)?.outcome(measure))).collect();
            match lines.iter_mut().find(|line| line.values == values) {
                Some(line) => line.count += count,
                None => lines.push(CrowdPath { count: *count, values }),
            }
        }
        let spread = |at: usize| {
            let values = lines.iter().filter_map(|line| Some((line.values.get(at).copied()??, line.count)));
            Spread::of(values.flat_map(|(value, count)| std::iter::repeat_n(value, count)))
        };
        let counted: usize = of_measure().map(|(count, ..)| count).sum();
        Some(Crowd {
            measure,
            others: with - counted,
            without: members.len() - with,
            spreads: (0..years.len()).map(spread).collect(),
            paths: lines,
            years,
        })
    }

    fn indicator(&self, index: usize, members: &[&Member]) -> GatheredIndicator {
        let counts = self.counts(index, members);
        let sum = |wanted: fn(&Kept) -> bool| -> usize {
            counts.iter().filter(|(_, kept)| wanted(kept)).map(|(count, _)| count).sum()
        };
        let growth = [Mode::Percent, Mode::Amount].into_iter().filter_map(|mode| {
            let all = || counts.iter().map(|(count, kept)| (*count, kept.inputs.growth));
            let of_mode = || all().filter(|(_, growth)| growth.mode == mode);
            // Whole hundredths until the quartiles are found: a tenth is no exact number.
            let spread = |rate: fn(Growth) -> Rate| {
                let rates = of_mode().flat_map(|(count, growth)| std::iter::repeat_n(rate(growth), count));
                Some(Spread::of(rates.map(|rate| rate.hundredths() as f64))?.per(100.0))
            };
            let uniform = of_mode().filter(|(_, growth)| growth.is_uniform()).map(|(count, _)| count).sum();
            Some(GrowthSpread { mode, early: spread(|of| of.early)?, late: spread(|of| of.late)?, uniform })
        });
        let with_outcome = || {
            let outcomes =
                counts.iter().filter_map(|(count, kept)| Some((*count, kept.measure, kept.outcome?)));
            outcomes.collect::<Vec<_>>()
        };
        let mut outcomes = Vec::new();
        let mut left = with_outcome();
        while let Some(measure) = frequent(left.iter().map(|(count, measure, _)| (*measure, *count))) {
            let of_measure = left.iter().filter(|(_, other, _)| *other == measure);
            let values = of_measure.flat_map(|(count, _, value)| std::iter::repeat_n(*value, *count));
            outcomes.extend(Spread::of(values).map(|spread| OutcomeSpread { measure, spread }));
            left.retain(|(_, other, _)| *other != measure);
        }
        GatheredIndicator {
            changed: sum(|kept| kept.changed),
            verdicts: Tally {
                met: sum(|kept| kept.verdict == Verdict::Met),
                short: sum(|kept| kept.verdict == Verdict::Short),
                unknown: sum(|kept| kept.verdict == Verdict::Unknown),
            },
            growth: growth.collect(),
            outcomes,
        }
    }

    /// What the scenarios say of an indicator, and how many say it.
    fn counts(&self, index: usize, members: &[&Member]) -> Vec<(usize, &Kept)> {
        let Some(shelf) = self.indicators.get(index) else { return Vec::new() };
        let mut counts = vec![0; shelf.kept.len()];
        for at in members.iter().filter_map(|member| *member.0.get(index)?) {
            if let Some(count) = counts.get_mut(at) {
                *count += 1;
            }
        }
        counts.into_iter().zip(&shelf.kept).filter(|(count, _)| *count > 0).collect()
    }
}

impl Sayings {
    /// The place of what says the same, or else the place in the order for it.
    fn find(&self, inputs: &Rc<Inputs>) -> Result<usize, usize> {
        let wanted = key(inputs.growth);
        let start = self.order.partition_point(|(growth, _)| *growth < wanted);
        let alike = self.order.iter().skip(start).take_while(|(growth, _)| *growth == wanted);
        let same = |at: &usize| {
            let kept = self.kept.get(*at).map(|kept| &kept.inputs);
            kept.is_some_and(|kept| Rc::ptr_eq(kept, inputs) || kept == inputs)
        };
        alike.map(|(_, at)| *at).find(same).ok_or(start)
    }
}

impl Kept {
    fn new(indicator: &Indicator, case: &Case<'_>, inputs: &Rc<Inputs>, hold: &Rc<Inputs>) -> Kept {
        let target = indicator.target.point();
        let path = case.path(inputs.growth);
        let outcome = path.and_then(|path| Some(path.outcome(target.year, case.measure())?.value));
        let verdict =
            outcome.map_or(Verdict::Unknown, |value| judge(value, target.value, indicator.direction));
        Kept { inputs: Rc::clone(inputs), changed: inputs != hold, measure: case.measure(), outcome, verdict }
    }
}

/// What growths are put in order by.
type GrowthKey = (bool, Rate, Rate);

fn key(growth: Growth) -> GrowthKey {
    (growth.mode == Mode::Amount, growth.early, growth.late)
}

/// The measure that is counted most, the first of equally frequent ones.
fn frequent(counted: impl Iterator<Item = (Measure, usize)> + Clone) -> Option<Measure> {
    let total = |wanted: Measure| -> usize {
        counted.clone().filter(|(measure, _)| *measure == wanted).map(|(_, count)| count).sum()
    };
    let mut best: Option<(Measure, usize)> = None;
    for measure in [Measure::Level, Measure::Share, Measure::Cumulative, Measure::Flow] {
        let count = total(measure);
        if count > best.map_or(0, |(_, most)| most) {
            best = Some((measure, count));
        }
    }
    best.map(|(measure, _)| measure)
}
