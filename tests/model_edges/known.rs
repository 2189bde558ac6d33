//! Baselines, assumed ones, and results.

use r13_simulator::model::Mode::Amount;
use r13_simulator::model::{
    Actual, ActualProblem, Actuals, BaseProblem, Growth, KnownKind, NoRequired, Outcome, OutcomeKind,
    Outlook, PointKind, Preset, Rate, Scenario, Verdict, base_problem, preset,
};
use r13_simulator::plan::Measure::{Cumulative, Flow, Level, Share};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::common::{Sketch, actual, assert_close, kagoshima, of_kagoshima, point, sketch, total, year};
use super::{count, level};

#[test]
fn p43_is_unknown_until_a_baseline_is_assumed() {
    let without = of_kagoshima("p43").outlook();
    assert_eq!((without.verdict, without.outcome, without.path.as_ref()), (Verdict::Unknown, None, None));
    assert_eq!((without.progress, without.ratio, without.gap, without.attainment), (None, None, None, None));
    assert_eq!(without.required, Err(NoRequired::NoAnchor));

    let assumed = of_kagoshima("p43").assuming((2021, 14.8)).at(100);
    let outlook = assumed.outlook();
    assert_close(outlook.outcome.unwrap().value, 24.8, 1e-12);
    assert_eq!((outlook.verdict, outlook.base), (Verdict::Met, Some(point((2021, 14.8)))));
    assert_close(outlook.progress.unwrap(), 1.0, 1e-9);
    assert_close(outlook.required.unwrap(), 1.0, 1e-9);
    let start = outlook.path.unwrap().points[0];
    assert_eq!(start.kind, PointKind::Known(KnownKind::AssumedBase));

    let plan = kagoshima();
    let at = plan.position("p43").unwrap();
    let mut scenario = Scenario::hold(&plan);
    let tally = |scenario: &Scenario| Outlook::new(&plan, scenario).pillars()[4].tally;
    assert_eq!((tally(&scenario).judged(), tally(&scenario).unknown), (7, 1));
    scenario.set(at, assumed.inputs);
    assert_eq!((tally(&scenario).judged(), tally(&scenario).unknown), (8, 0));
}

#[test]
fn an_assumed_baseline_never_displaces_the_plans() {
    let one = level(120.0).assuming((2021, 500.0));
    assert_eq!(one.outcome(), Some(100.0));
    assert_eq!(one.outlook().base, Some(point((2021, 100.0))));
}

#[test]
fn assumed_baselines_are_held_to_the_scale_and_the_years() {
    let share = of_kagoshima("p43");
    let sum = count(100.0).without_base();
    for (one, base, problem) in [
        (&share, (2021, 14.8), None),
        (&share, (2031, 100.0), None),
        (&share, (2021, 100.1), Some(BaseProblem::OutOfScale { max: 100.0 })),
        (&share, (2021, -0.1), Some(BaseProblem::OutOfScale { max: 100.0 })),
        (&share, (2021, f64::NAN), Some(BaseProblem::OutOfScale { max: 100.0 })),
        (&share, (2032, 14.8), Some(BaseProblem::TooLate(year(2031)))),
        (&sum, (2022, 10.0), None),
        (&sum, (2023, 10.0), Some(BaseProblem::TooLate(year(2022)))),
        (&sum, (2021, f64::INFINITY), Some(BaseProblem::OutOfScale { max: f64::INFINITY })),
    ] {
        assert_eq!(base_problem(&one.case(), point(base)), problem, "{base:?}");
    }
}

#[test]
fn the_year_of_an_assumed_baseline_moves_the_start() {
    for (western, outcome, required) in [(2021, 110.0, 1.0), (2026, 105.0, 2.0), (2030, 101.0, 10.0)] {
        let one = level(110.0).without_base().assuming((western, 100.0)).in_mode(Amount).at(100);
        assert_close(one.outcome().unwrap(), outcome, 1e-12);
        assert_close(one.outlook().required.unwrap(), required, 1e-12);
    }
    let sum = |western| count(100.0).without_base().assuming((western, 10.0)).at(0);
    assert_eq!((sum(2010).outcome(), sum(2022).outcome()), (Some(100.0), Some(100.0)));
    assert_eq!(sum(2023).outcome(), None);
    let at_target = level(110.0).without_base().assuming((2031, 100.0));
    assert_eq!(at_target.outlook().required, Err(NoRequired::NoYearsLeft));
    assert_eq!(at_target.outcome(), Some(100.0));
}

/// A case, its target year, and the outcome expected there.
type Judged = (Sketch, f64, OutcomeKind);

#[test]
fn outcomes_at_and_before_the_anchor_are_known_or_interpolated() {
    use OutcomeKind::{Interpolated, Known, Projected};
    let until = |measure, western| sketch(measure, (2020, 10.0), (western, 500.0)).at(100);
    let table: Vec<Judged> = vec![
        (until(Level, 2026).with_actuals(&[actual(2026, 16.0)]), 16.0, Known),
        (until(Level, 2024).with_actuals(&[actual(2028, 26.0)]), 18.0, Interpolated),
        (until(Level, 2027).with_actuals(&[actual(2026, 16.0)]), 16.16, Projected),
        (until(Share, 2025).with_actuals(&[actual(2030, 20.0)]), 15.0, Interpolated),
        (until(Cumulative, 2023).with_actuals(&[actual(2022, 14.0), actual(2023, 20.0)]), 34.0, Known),
        (until(Cumulative, 2022).with_actuals(&[actual(2024, 30.0)]), 20.0, Interpolated),
        (until(Cumulative, 2024).with_actuals(&[actual(2024, 30.0)]), 75.0, Interpolated),
        (until(Cumulative, 2025).with_actuals(&[actual(2024, 30.0)]), 105.3, Projected),
        (until(Cumulative, 2024).with_actuals(&[total(2024, 90.0)]), 90.0, Known),
        (until(Cumulative, 2023).with_actuals(&[total(2024, 90.0)]), 60.0, Interpolated),
        (until(Cumulative, 2025).with_actuals(&[total(2024, 90.0), actual(2025, 5.0)]), 95.0, Known),
    ];
    for (one, value, kind) in table {
        let outcome = one.outlook().outcome.unwrap();
        assert_close(outcome.value, value, 1e-12);
        assert_eq!(outcome, Outcome { kind, ..outcome }, "{one:?}");
    }
}

#[test]
fn a_target_year_before_anything_known_is_unknown() {
    let one = sketch(Level, (2021, 100.0), (2023, 110.0)).without_base().with_actuals(&[actual(2025, 105.0)]);
    let outlook = one.outlook();
    assert_eq!((outlook.verdict, outlook.outcome), (Verdict::Unknown, None));
    assert!(outlook.path.is_some());
    let late_sum = count(100.0).without_base().with_actuals(&[actual(2024, 5.0)]);
    assert_eq!(late_sum.outlook().verdict, Verdict::Unknown);
}

#[test]
fn the_latest_known_value_is_the_anchor() {
    let anchor = |one: Sketch| one.case().frame().unwrap().anchor;
    for (one, western, value, sum) in [
        (level(120.0), 2021, 100.0, 0.0),
        (level(120.0).with_actuals(&[actual(2019, 50.0)]), 2021, 100.0, 0.0),
        (level(120.0).with_actuals(&[actual(2021, 90.0)]), 2021, 90.0, 0.0),
        (level(120.0).with_actuals(&[actual(2024, 103.0), actual(2023, 99.0)]), 2024, 103.0, 301.5),
        (count(120.0).with_actuals(&[total(2023, 30.0)]), 2023, 15.0, 30.0),
        (count(120.0).with_actuals(&[total(2023, 30.0), actual(2024, 7.0)]), 2024, 7.0, 37.0),
    ] {
        let found = anchor(one);
        assert_eq!((found.year, found.value), (year(western), value));
        assert_close(found.total, sum, 1e-12);
    }
}

#[test]
fn an_actual_in_the_base_year_moves_the_path_but_not_progress() {
    let outlook = level(120.0).with_actuals(&[actual(2021, 90.0)]).outlook();
    assert_eq!(outlook.outcome.unwrap().value, 90.0);
    assert_eq!(outlook.base, Some(point((2021, 100.0))));
    assert_eq!(outlook.progress, Some(-0.5));
    assert_eq!(outlook.past_pace, None);
}

#[test]
fn totals_are_differenced_and_spread_over_the_years_without_an_entry() {
    for (entries, expected) in [
        (vec![total(2022, 12.0)], vec![(2022, 12.0, false)]),
        (vec![total(2022, 12.0), total(2023, 20.0)], vec![(2022, 12.0, false), (2023, 8.0, false)]),
        (vec![total(2024, 30.0)], vec![(2022, 10.0, true), (2023, 10.0, true), (2024, 10.0, true)]),
        (
            vec![actual(2023, 4.0), total(2024, 30.0)],
            vec![(2022, 13.0, true), (2023, 4.0, false), (2024, 13.0, true)],
        ),
        (
            vec![actual(2022, 4.0), actual(2023, 5.0), total(2024, 30.0)],
            vec![(2022, 4.0, false), (2023, 5.0, false), (2024, 21.0, false)],
        ),
        (vec![total(2022, 12.0), total(2023, 12.0)], vec![(2022, 12.0, false), (2023, 0.0, false)]),
    ] {
        let actuals = Actuals::new(entries, Cumulative, year(2022)).unwrap();
        let found: Vec<(i32, f64, bool)> =
            actuals.yearly().iter().map(|one| (one.year.western(), one.value, one.spread)).collect();
        assert_eq!(found, expected);
    }
}

#[test]
fn a_total_that_its_years_add_up_to_but_for_rounding_is_no_fall() {
    let entries = vec![actual(2022, 0.1), actual(2023, 0.2), total(2024, 0.3)];
    let one = sketch(Cumulative, (2021, 0.1), (2031, 0.3)).with_actuals(&entries);
    assert_eq!(one.case().frame().unwrap().anchor.total, 0.3);
    assert_eq!(one.outlook().required, Err(NoRequired::Secured));
}

#[test]
fn a_total_reached_in_uneven_parts_secures_its_target() {
    let thirds = [total(2024, 100.0)];
    let one = count(100.0).with_actuals(&thirds);
    assert_eq!(one.case().frame().unwrap().anchor.total, 100.0);
    assert_eq!(one.outlook().required, Err(NoRequired::Secured));
}

#[test]
fn unsound_results_are_refused_with_every_reason() {
    use ActualProblem::{Duplicate, FallingTotal, OutOfScale, TotalBeforeFirst, TotalOfNoCount};
    let refused = |measure, entries: Vec<Actual>| Actuals::new(entries, measure, year(2022)).unwrap_err();
    assert_eq!(refused(Cumulative, vec![total(2023, 5.0), total(2024, 4.0)]), [FallingTotal(year(2024))]);
    assert_eq!(refused(Cumulative, vec![actual(2022, 5.0), total(2023, 4.0)]), [FallingTotal(year(2023))]);
    assert_eq!(refused(Share, vec![actual(2022, 101.0)]), [OutOfScale(year(2022))]);
    assert_eq!(refused(Level, vec![actual(2022, f64::NAN)]), [OutOfScale(year(2022))]);
    assert_eq!(
        refused(Level, vec![actual(2022, -1.0), total(2023, 1.0), actual(2023, 1.0)]),
        [OutOfScale(year(2022)), TotalOfNoCount(year(2023)), Duplicate(year(2023))]
    );
    assert_eq!(refused(Cumulative, vec![total(2021, 1.0)]), [TotalBeforeFirst(year(2021))]);
    assert!(Actuals::new(vec![total(2023, 1.0)], Flow, year(2022)).is_ok());
}

#[test]
fn the_past_pace_runs_from_the_baseline_to_the_latest_result() {
    let broken = Actual { series_break: true, ..actual(2023, 121.0) };
    for (one, expected) in [
        (level(150.0), None),
        (level(150.0).with_actuals(&[actual(2023, 121.0)]), Some(10.0)),
        (level(150.0).in_mode(Amount).with_actuals(&[actual(2023, 121.0)]), Some(10.5)),
        (level(150.0).with_actuals(&[actual(2022, 300.0), actual(2023, 121.0)]), Some(10.0)),
        (level(150.0).with_actuals(&[actual(2023, 100.0)]), Some(0.0)),
        (level(150.0).with_actuals(&[actual(2023, 0.0)]), Some(-100.0)),
        (level(150.0).with_actuals(&[actual(2019, 50.0)]), None),
        (level(150.0).with_actuals(std::slice::from_ref(&broken)), None),
        (level(150.0).with_actuals(&[broken, actual(2024, 130.0)]), None),
        (sketch(Level, (2021, 0.0), (2031, 9.0)).with_actuals(&[actual(2023, 5.0)]), None),
        (
            sketch(Level, (2021, 0.0), (2031, 9.0)).in_mode(Amount).with_actuals(&[actual(2023, 5.0)]),
            Some(2.5),
        ),
        (count(150.0).with_actuals(&[total(2023, 24.2)]), Some(10.0)),
    ] {
        let found = one.outlook().past_pace;
        match (found, expected) {
            (Some(found), Some(expected)) => assert_close(found, expected, 1e-9),
            (found, expected) => assert_eq!(found, expected, "{one:?}"),
        }
    }
}

#[test]
fn the_past_pace_is_a_preset_within_the_limits_of_the_mode() {
    for (one, expected) in [
        (level(150.0), None),
        (level(150.0).with_actuals(&[actual(2023, 121.0)]), Some(1_000)),
        (level(150.0).in_mode(Amount).with_actuals(&[actual(2023, 121.0)]), Some(1_050)),
        (level(150.0).with_actuals(&[actual(2022, 100_000.0)]), Some(100_000)),
    ] {
        let growth = preset(&one.case(), Preset::Past);
        let uniform =
            expected.map(|rate| Growth::uniform(one.inputs.growth.mode, Rate::from_hundredths(rate)));
        assert_eq!(growth, uniform, "{one:?}");
    }
}

#[test]
fn the_required_pace_at_the_start_knows_no_result() {
    let start = level(150.0);
    let later = level(150.0).with_actuals(&[actual(2023, 121.0)]);
    assert_eq!(later.case().required_at_start(), start.outlook().required.ok());
    assert_ne!(later.case().required_at_start(), later.outlook().required.ok());
    // An assumed baseline is no result.
    assert_eq!(start.case().required_at_start(), start.outlook().required.ok());
}
