//! Many scenarios of one plan.

use std::rc::Rc;

use proptest::prelude::*;
use r13_simulator::model::{
    Actual, ActualStatus, Actuals, Entry, GatherOrder, Gathered, GatheredIndicator, Growth, GrowthSpread,
    Inputs, Mode, OutcomeSpread, Outlook, Pool, Scenario, Spread, Tally, Verdict,
};
use r13_simulator::plan::{Direction, Measure, Plan};

use crate::common::{indicator, kagoshima, plan_of, point, rate, year};

/// What the pool says, reckoned scenario by scenario with the outlook that the desk shows.
fn naive(plan: &Plan, scenarios: &[Scenario]) -> Gathered {
    let outlooks: Vec<Outlook> = scenarios.iter().map(|scenario| Outlook::new(plan, scenario)).collect();
    let pillar = |index: usize| outlooks.iter().map(|of| of.pillars()[index].tally.verdict()).collect();
    let indicator = |index: usize| {
        let inputs = || scenarios.iter().map(|scenario| &**scenario.inputs(index).unwrap());
        let growth = |mode: Mode| {
            let of: Vec<Growth> = inputs().map(|inputs| inputs.growth).filter(|of| of.mode == mode).collect();
            let rates = |rate: fn(&Growth) -> i64| Spread::of(of.iter().map(|of| rate(of) as f64 / 100.0));
            Some(GrowthSpread {
                mode,
                early: rates(|of| of.early.hundredths())?,
                late: rates(|of| of.late.hundredths())?,
                uniform: of.iter().filter(|of| of.early == of.late).count(),
            })
        };
        let outcome = |measure: Measure| {
            let of = outlooks.iter().map(|of| &of.indicators()[index]).filter(|of| of.measure == measure);
            let spread = Spread::of(of.filter_map(|of| Some(of.outcome?.value)))?;
            Some(OutcomeSpread { measure, spread })
        };
        let measures = [Measure::Level, Measure::Share, Measure::Cumulative, Measure::Flow];
        let mut outcomes: Vec<OutcomeSpread> = measures.into_iter().filter_map(outcome).collect();
        outcomes.sort_by_key(|of| usize::MAX - of.spread.count);
        let verdicts = outlooks.iter().map(|of| of.indicators()[index].verdict);
        GatheredIndicator {
            changed: inputs().filter(|inputs| **inputs != Inputs::hold(&plan.indicators[index])).count(),
            verdicts: verdicts.collect(),
            growth: [Mode::Percent, Mode::Amount].into_iter().filter_map(growth).collect(),
            outcomes,
        }
    };
    Gathered {
        scenarios: scenarios.len(),
        pillars: (0..plan.pillars.len()).map(pillar).collect(),
        all: outlooks.iter().map(|of| of.all().verdict()).collect(),
        indicators: (0..plan.indicators.len()).map(indicator).collect(),
    }
}

fn pooled(plan: &Rc<Plan>, scenarios: &[Scenario]) -> Gathered {
    let mut pool = Pool::new(plan);
    let members: Vec<_> = scenarios.iter().map(|scenario| pool.take(&mut scenario.clone())).collect();
    pool.gathered(&members.iter().collect::<Vec<_>>())
}

/// Rates are shared in hundredths, so that a quartile of them may differ in its last bit from that of the rates.
fn close(one: &Gathered, two: &Gathered) -> bool {
    let near = |one: &Spread, two: &Spread| {
        let pairs = one.five().into_iter().zip(two.five());
        one.count == two.count && pairs.into_iter().all(|(one, two)| (one - two).abs() <= 1e-9 * one.abs())
    };
    let same_growth = one.indicators.iter().zip(&two.indicators).all(|(one, two)| {
        let pairs = one.growth.iter().zip(&two.growth);
        one.growth.len() == two.growth.len()
            && pairs.into_iter().all(|(one, two)| {
                (one.mode, one.uniform) == (two.mode, two.uniform)
                    && near(&one.early, &two.early)
                    && near(&one.late, &two.late)
            })
    });
    let bare = |gathered: &Gathered| {
        let mut bare = gathered.clone();
        bare.indicators.iter_mut().for_each(|of| of.growth.clear());
        bare
    };
    same_growth && bare(one) == bare(two)
}

/// A plan with every measure, an unknown baseline and an upper target.
fn sketch() -> Plan {
    let mut most = indicator("most", Measure::Level, Some((2021, 50.0)), (2031, 40.0));
    most.direction = Direction::AtMost;
    let mut rate = indicator("rate", Measure::Share, Some((2021, 40.0)), (2031, 45.0));
    rate.pillar = Some(1);
    let mut sum = indicator("sum", Measure::Cumulative, Some((2021, 10.0)), (2026, 60.0));
    sum.pillar = Some(1);
    plan_of(
        2,
        vec![
            indicator("level", Measure::Level, Some((2021, 100.0)), (2031, 110.0)),
            indicator("open", Measure::Level, None, (2031, 5.0)),
            most,
            rate,
            sum,
        ],
    )
}

#[derive(Clone, Debug)]
struct Said {
    growth: Growth,
    other_measure: bool,
    base: Option<f64>,
    result: Option<f64>,
    locked: bool,
    reason: String,
}

fn said() -> impl Strategy<Value = Said> {
    let mode = prop_oneof![Just(Mode::Percent), Just(Mode::Amount)];
    // Few different ones, so that scenarios say the same.
    let rates = (-2_i64..3, -2_i64..3);
    let growth = (mode, rates).prop_map(|(mode, (early, late))| Growth {
        mode,
        early: rate(early * 75),
        late: rate(late * 75),
    });
    let base = proptest::option::of((1_u8..4).prop_map(f64::from));
    let result = proptest::option::weighted(0.3, (90_u8..95).prop_map(f64::from));
    (growth, any::<bool>(), base, result, any::<bool>(), "a?").prop_map(
        |(growth, other_measure, base, result, locked, reason)| Said {
            growth,
            other_measure,
            base,
            result,
            locked,
            reason,
        },
    )
}

fn scenario(plan: &Plan, said: &[Option<Said>]) -> Scenario {
    let mut scenario = Scenario::hold(plan);
    for (index, (indicator, said)) in plan.indicators.iter().zip(said).enumerate() {
        let Some(said) = said else { continue };
        let result = Actual {
            year: year(2023),
            value: said.result.unwrap_or_default(),
            entry: Entry::Yearly,
            status: ActualStatus::Final,
            source: String::new(),
            series_break: false,
        };
        let measure = indicator.measure.value;
        let results = said.result.map(|_| result).into_iter().collect();
        scenario.set(
            index,
            Inputs {
                growth: said.growth,
                measure: (said.other_measure && measure == Measure::Cumulative).then_some(Measure::Flow),
                assumed_base: said.base.filter(|_| indicator.base.is_none()).map(|base| point((2021, base))),
                locked: said.locked,
                reason: said.reason.clone(),
                actuals: Actuals::new(results, measure, plan.first.value).unwrap(),
            },
        );
    }
    scenario
}

fn scenarios() -> impl Strategy<Value = Vec<Scenario>> {
    let one = proptest::collection::vec(proptest::option::of(said()), 5);
    proptest::collection::vec(one, 0..24)
        .prop_map(|all| all.iter().map(|said| scenario(&sketch(), said)).collect())
}

proptest! {
    #[test]
    fn a_pool_says_what_each_scenario_by_itself_says(scenarios in scenarios()) {
        let plan = Rc::new(sketch());
        let (found, wanted) = (pooled(&plan, &scenarios), naive(&plan, &scenarios));
        prop_assert!(close(&found, &wanted), "{found:#?}\n{wanted:#?}");
    }

    #[test]
    fn the_order_of_scenarios_does_not_matter(
        (one, two) in scenarios().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle()))
    ) {
        let plan = Rc::new(sketch());
        prop_assert_eq!(pooled(&plan, &one), pooled(&plan, &two));
    }

    #[test]
    fn a_crowd_holds_every_path_and_the_outcomes_of_its_last_years(scenarios in scenarios()) {
        let plan = Rc::new(sketch());
        let mut pool = Pool::new(&plan);
        let members: Vec<_> = scenarios.iter().map(|scenario| pool.take(&mut scenario.clone())).collect();
        let members: Vec<_> = members.iter().collect();
        let gathered = pool.gathered(&members);
        for (index, of) in plan.indicators.iter().enumerate() {
            let crowd = pool.crowd(index, &members).unwrap();
            let counted: usize = crowd.paths.iter().map(|path| path.count).sum();
            prop_assert_eq!(counted + crowd.others + crowd.without, scenarios.len());
            prop_assert_eq!(crowd.spreads.len(), crowd.years.len());
            prop_assert!(crowd.paths.iter().all(|path| path.values.len() == crowd.years.len()));
            for (at, path) in crowd.paths.iter().enumerate() {
                prop_assert!(crowd.paths[..at].iter().all(|other| other.values != path.values));
            }
            let at = crowd.years.iter().position(|year| *year == of.target.year.value);
            let outcomes = gathered.indicators[index].outcomes.iter().find(|of| of.measure == crowd.measure);
            prop_assert_eq!(at.and_then(|at| crowd.spreads[at]), outcomes.map(|of| of.spread));
        }
        prop_assert_eq!(pool.crowd(5, &members), None);
    }
}

#[test]
fn rates_per_cent_and_amounts_are_spread_apart_and_so_are_sums_and_yearly_counts() {
    let plan = Rc::new(sketch());
    let say = |growth: Growth, measure: Option<Measure>| {
        let mut scenario = Scenario::hold(&plan);
        let hold = Inputs::hold(&plan.indicators[4]);
        scenario.set(4, Inputs { growth, measure, ..hold });
        scenario
    };
    let all = [
        say(Growth::uniform(Mode::Percent, rate(200)), None),
        say(Growth { mode: Mode::Percent, early: rate(100), late: rate(400) }, None),
        say(Growth::uniform(Mode::Amount, rate(-50)), Some(Measure::Flow)),
        Scenario::hold(&plan),
    ];
    let sum = pooled(&plan, &all).indicators.swap_remove(4);
    assert_eq!(sum.changed, 3);
    let [percent, amount] = sum.growth[..] else { panic!("{sum:?}") };
    assert_eq!((percent.mode, percent.uniform, percent.early.count), (Mode::Percent, 2, 3));
    assert_eq!(percent.early.five(), [0.0, 0.5, 1.0, 1.5, 2.0]);
    assert_eq!(percent.late.five(), [0.0, 1.0, 2.0, 3.0, 4.0]);
    assert_eq!((amount.mode, amount.uniform, amount.early.five()), (Mode::Amount, 1, [-0.5; 5]));
    let [sums, counts] = sum.outcomes[..] else { panic!("{sum:?}") };
    assert_eq!((sums.measure, sums.spread.count), (Measure::Cumulative, 3));
    assert_eq!((counts.measure, counts.spread.five()), (Measure::Flow, [7.5; 5]));
}

#[test]
fn the_bundled_plan_at_rest_and_at_the_required_pace() {
    let plan = Rc::new(kagoshima());
    let gathered = pooled(&plan, &[Scenario::hold(&plan), Scenario::hold(&plan)]);
    assert_eq!(gathered.all, Tally { met: 0, short: 2, unknown: 0 });
    assert!(gathered.indicators.iter().all(|of| of.changed == 0 && of.growth.len() == 1));
    let unknown = plan.position("p43").unwrap();
    assert_eq!(gathered.indicators[unknown].verdicts.verdict(), Verdict::Unknown);
    assert!(gathered.indicators[unknown].outcomes.is_empty());
}

#[test]
fn scenarios_that_say_the_same_share_it() {
    let plan = Rc::new(kagoshima());
    let mut pool = Pool::new(&plan);
    let (mut one, mut two) = (Scenario::hold(&plan), Scenario::hold(&plan));
    let lock = Inputs { locked: true, ..Inputs::hold(&plan.indicators[3]) };
    two.set(3, lock);
    assert!(!Rc::ptr_eq(one.inputs(0).unwrap(), two.inputs(0).unwrap()));
    let (first, second) = (pool.take(&mut one), pool.take(&mut two));
    for index in 0..plan.indicators.len() {
        assert_eq!(Rc::ptr_eq(one.inputs(index).unwrap(), two.inputs(index).unwrap()), index != 3);
    }
    assert_eq!((pool.changes(&first), pool.changes(&second)), (0, 1));
    assert_ne!(first, second);
    assert_eq!(pool.take(&mut Scenario::hold(&plan)), first);
}

#[test]
fn indicators_stand_where_scenarios_lie_furthest_apart() {
    let plan = Rc::new(sketch());
    let say = |rates: [i64; 5]| {
        let mut scenario = Scenario::hold(&plan);
        for (index, (indicator, hundredths)) in plan.indicators.iter().zip(rates).enumerate() {
            let hold = Inputs::hold(indicator);
            scenario
                .set(index, Inputs { growth: Growth::uniform(hold.growth.mode, rate(hundredths)), ..hold });
        }
        scenario
    };
    // Level: 1 of 3 meets 110. Open: no outcome. Most: 2 of 3 stay below 40, far apart. Rate: none. Sum: all.
    let all = [say([0, 0, 0, 0, 700]), say([10, 0, -500, 1, 701]), say([150, 0, -2000, 2, 702])];
    let gathered = pooled(&plan, &all);
    let met: Vec<usize> = gathered.indicators.iter().map(|of| of.verdicts.met).collect();
    assert_eq!(met, [1, 0, 2, 0, 3]);
    assert_eq!(GatherOrder::Plan.of(&plan, &gathered), [0, 1, 2, 3, 4]);
    assert_eq!(GatherOrder::Split.of(&plan, &gathered), [0, 2, 3, 4, 1]);
    assert_eq!(GatherOrder::Width.of(&plan, &gathered), [2, 0, 3, 4, 1]);
    for order in GatherOrder::ALL {
        assert_eq!(order.of(&plan, &pooled(&plan, &[])), [0, 1, 2, 3, 4]);
    }
}
