//! Verdicts, progress, attainment, tallies and ranks.

use std::rc::Rc;

use r13_simulator::model::Mode::Amount;
use r13_simulator::model::{
    Attainment, Inputs, NoRequired, Outlook, RankMeasure, Rate, Scenario, Verdict, judge, progress, rank,
    ratio, required_rate,
};
use r13_simulator::plan::Direction;
use r13_simulator::plan::Measure::{Cumulative, Flow, Level, Share};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::common::{
    actual, assert_close, indicator, kagoshima, of_kagoshima, plan_of, point, rate, sketch, year,
};
use super::{count, level};

#[test]
fn judgement_takes_the_target_within_a_billionth() {
    use Direction::{AtLeast, AtMost};
    use Verdict::{Met, Short};
    for (outcome, target, direction, expected) in [
        (100.0, 100.0, AtLeast, Met),
        (100.0, 100.0, AtMost, Met),
        (100.0 - 0.9e-7, 100.0, AtLeast, Met),
        (100.0 - 1.1e-7, 100.0, AtLeast, Short),
        (100.0 + 0.9e-7, 100.0, AtMost, Met),
        (100.0 + 1.1e-7, 100.0, AtMost, Short),
        (0.0, 0.0, AtLeast, Met),
        (0.0, 0.0, AtMost, Met),
        (5e-324, 0.0, AtMost, Short),
    ] {
        assert_eq!(judge(outcome, target, direction), expected, "{outcome} {target} {direction:?}");
    }
}

#[test]
fn progress_and_ratio_say_nothing_where_they_mean_nothing() {
    use Direction::{AtLeast, AtMost};
    for (outcome, base, target, measure, direction, expected) in [
        (15.0, Some(10.0), 20.0, Level, AtLeast, Some(0.5)),
        (5.0, Some(10.0), 20.0, Level, AtLeast, Some(-0.5)),
        (15.0, Some(20.0), 10.0, Level, AtMost, Some(0.5)),
        (15.0, Some(20.0), 10.0, Share, AtLeast, Some(0.5)),
        (30.0, Some(10.0), 20.0, Flow, AtLeast, Some(2.0)),
        (15.0, None, 20.0, Level, AtLeast, None),
        (15.0, Some(20.0), 20.0, Level, AtLeast, None),
        (15.0, Some(0.0), 0.0, Level, AtMost, None),
        (15.0, Some(0.0), 0.001, Level, AtLeast, Some(15_000.0)),
        (100.5, Some(100.0), 100.99, Level, AtLeast, None),
        (100.5, Some(100.0), 101.0, Level, AtLeast, Some(0.5)),
        (99.5, Some(100.0), 99.0, Level, AtMost, Some(0.5)),
        (50.0, Some(10.0), 200.0, Cumulative, AtLeast, Some(0.25)),
        (50.0, Some(100.0), 100.5, Cumulative, AtLeast, Some(50.0 / 100.5)),
        (50.0, Some(10.0), 200.0, Cumulative, AtMost, None),
        (50.0, None, 200.0, Cumulative, AtLeast, None),
        (50.0, Some(200.0), 200.0, Cumulative, AtLeast, None),
        (50.0, Some(10.0), 0.0, Cumulative, AtLeast, None),
    ] {
        let base = base.map(|value| point((2020, value)));
        let found = progress(outcome, base, target, measure, direction);
        assert_eq!(found, expected, "{outcome} {base:?} {target} {measure:?} {direction:?}");
    }
    assert_eq!(ratio(15.0, 20.0), Some(0.75));
    assert_eq!(ratio(15.0, 0.0), None);
    assert_eq!(ratio(15.0, 5e-324), None);
}

#[test]
fn a_target_equal_to_the_base_is_met_by_standing_still() {
    for (measure, required) in [(Level, 0.0), (Share, 0.0), (Flow, 0.0)] {
        for one in [
            sketch(measure, (2021, 50.0), (2031, 50.0)),
            sketch(measure, (2021, 50.0), (2031, 50.0)).at_most(),
        ] {
            let outlook = one.outlook();
            assert_eq!((outlook.verdict, outlook.gap), (Verdict::Met, Some(0.0)));
            assert_eq!((outlook.progress, outlook.ratio), (None, Some(1.0)));
            assert_eq!(outlook.required, Ok(required));
            assert_eq!(required_rate(&one.case(), None), Ok(Rate::ZERO));
        }
    }
    let sum = count(100.0).outlook();
    assert_eq!((sum.verdict, sum.required), (Verdict::Met, Ok(0.0)));
}

#[test]
fn a_target_below_the_base_reads_by_its_direction() {
    for (at_most, hundredths, verdict, progress) in [
        (false, 0, Verdict::Met, 0.0),
        (false, -300, Verdict::Short, (100.0 - 73.742412689492) / 20.0),
        (true, 0, Verdict::Short, 0.0),
        (true, -300, Verdict::Met, (100.0 - 73.742412689492) / 20.0),
    ] {
        let one = level(80.0).at(hundredths);
        let outlook = if at_most { one.at_most() } else { one }.outlook();
        assert_eq!(outlook.verdict, verdict);
        assert_close(outlook.progress.unwrap(), progress, 1e-9);
        assert_close(outlook.required.unwrap(), -2.206723145707, 1e-9);
    }
}

#[test]
fn p22_is_judged_in_2026_and_runs_on_for_reference() {
    let one = of_kagoshima("p22").in_halves(1, -500);
    let outlook = one.outlook();
    assert_eq!(outlook.verdict, Verdict::Met);
    assert_eq!(outlook.progress, None);
    assert!(outlook.ratio.unwrap() > 1.0);
    let path = outlook.path.unwrap();
    assert_eq!(path.points.last().unwrap().year, year(2031));
    assert!(path.at(year(2031)).unwrap().value < 27_279.0);
    assert_eq!(outlook.required_late, Err(NoRequired::FirstHalf));
    let later = of_kagoshima("p22").in_halves(0, 1).outlook();
    assert_eq!((later.verdict, later.attainment), (Verdict::Short, Some(Attainment::In(year(2034)))));
}

#[test]
fn attainment_runs_on_at_the_late_rate_until_2060() {
    for (one, expected) in [
        (level(120.0).at(200), None),
        (level(120.0).at(150), Some(Attainment::In(year(2034)))),
        (level(120.0).in_halves(200, 0), Some(Attainment::Never)),
        (level(120.0).in_halves(0, 200), Some(Attainment::In(year(2036)))),
        (level(120.0).in_halves(1_000, -1_000), Some(Attainment::Never)),
        (level(139.0).in_mode(Amount).at(100), Some(Attainment::In(year(2060)))),
        (level(139.5).in_mode(Amount).at(100), Some(Attainment::Never)),
        (level(80.0).at_most().at(-200), Some(Attainment::In(year(2033)))),
        (count(390.0).at(0), Some(Attainment::In(year(2060)))),
        (count(391.0).at(0), Some(Attainment::Never)),
        (count(90.0).at_most().at(0), Some(Attainment::Never)),
        (level(120.0).without_base(), None),
        (
            level(120.0).with_actuals(&[actual(2031, 110.0), actual(2033, 125.0)]),
            Some(Attainment::In(year(2033))),
        ),
    ] {
        assert_eq!(one.outlook().attainment, expected, "{one:?}");
    }
}

#[test]
fn a_plan_of_one_of_a_thousand_and_with_an_empty_pillar() {
    let single = plan_of(1, vec![indicator("one", Level, Some((2020, 1.0)), (2031, 2.0))]);
    let outlook = Outlook::new(&single, &Scenario::hold(&single));
    assert_eq!((outlook.all().short, outlook.all().all()), (1, 1));

    let many: Vec<_> = (0..1_000)
        .map(|at| {
            let mut one =
                indicator(&format!("i{at}"), Level, Some((2020, 1.0)), (2031, f64::from(at % 2 + 1)));
            one.pillar = Some(at as usize % 9);
            one
        })
        .collect();
    let plan = plan_of(10, many);
    let scenario = Scenario::hold(&plan);
    let outlook = Outlook::new(&plan, &scenario);
    assert_eq!((outlook.all().met, outlook.all().short), (500, 500));
    assert_eq!(rank(&plan, &outlook, RankMeasure::Progress, usize::MAX).len(), 500);
    let empty = outlook.pillars().last().unwrap();
    assert_eq!((empty.tally.verdict(), empty.tally.all()), (Verdict::Unknown, 0));

    let mut changed = scenario.clone();
    let inputs = (**scenario.inputs(7).unwrap()).clone();
    changed.set(7, Inputs { growth: inputs.growth.with_rate(None, rate(5_000)), ..inputs });
    let updated = outlook.updated(&plan, &changed);
    let kept =
        outlook.indicators().iter().zip(updated.indicators()).filter(|(one, two)| Rc::ptr_eq(one, two));
    assert_eq!(kept.count(), 999);
    let kept = outlook.pillars().iter().zip(updated.pillars()).filter(|(one, two)| Rc::ptr_eq(one, two));
    assert_eq!(kept.count(), 9);
    assert_eq!(updated.all().met, 501);
}

#[test]
fn pillars_are_short_met_or_unknown_by_what_can_be_judged() {
    let of = |values: &[Option<f64>]| {
        let indicators = values.iter().enumerate().map(|(at, base)| {
            indicator(&format!("i{at}"), Level, base.map(|base| (2020, base)), (2031, 10.0))
        });
        let plan = plan_of(1, indicators.collect());
        let tally = Outlook::new(&plan, &Scenario::hold(&plan)).pillars()[0].tally;
        (tally.verdict(), tally.met, tally.short, tally.unknown)
    };
    assert_eq!(of(&[]), (Verdict::Unknown, 0, 0, 0));
    assert_eq!(of(&[None, None]), (Verdict::Unknown, 0, 0, 2));
    assert_eq!(of(&[Some(10.0), None]), (Verdict::Met, 1, 0, 1));
    assert_eq!(of(&[Some(10.0), Some(9.0), None]), (Verdict::Short, 1, 1, 1));
    assert_eq!(of(&[Some(10.0), Some(12.0)]), (Verdict::Met, 2, 0, 0));
}

#[test]
fn the_largest_shortfall_comes_first_and_says_by_what() {
    let plan = kagoshima();
    let outlook = Outlook::new(&plan, &Scenario::hold(&plan));
    let ids = |measure| {
        let rows = rank(&plan, &outlook, measure, usize::MAX);
        rows.iter().map(|row| plan.indicators[row.indicator].id.clone()).collect::<Vec<_>>()
    };
    let by_progress = ids(RankMeasure::Progress);
    // Those that stand still have covered none of the way; p22 has no progress and is nearly there.
    assert_eq!(by_progress[..3], ["k1", "k2", "p13"]);
    assert_eq!(by_progress.last().unwrap(), "p22");
    assert_eq!(ids(RankMeasure::Ratio)[..3], ["p47", "k2", "p12"]);
    let rows = rank(&plan, &outlook, RankMeasure::Progress, usize::MAX);
    let (measure, _) = rows.last().unwrap().by.unwrap();
    assert_eq!(measure, RankMeasure::Ratio);

    let at_most = plan_of(
        1,
        vec![
            sketch(Level, (2020, 12.0), (2031, 10.0)).at_most().indicator().clone(),
            sketch(Level, (2020, 30.0), (2031, 10.0)).at_most().indicator().clone(),
            sketch(Level, (2020, 1.0), (2031, 0.0)).at_most().indicator().clone(),
        ],
    );
    let outlook = Outlook::new(&at_most, &Scenario::hold(&at_most));
    let rows = rank(&at_most, &outlook, RankMeasure::Progress, usize::MAX);
    let found: Vec<usize> = rows.iter().map(|row| row.indicator).collect();
    assert_eq!(found, [1, 0, 2]);
    assert_eq!(rows[0].by, Some((RankMeasure::Excess, 2.0)));
    assert_eq!(rows[2].by, None);
}
