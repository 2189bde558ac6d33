//! Rates, modes, bounds and the control.

use r13_simulator::model::Mode::{Amount, Percent};
use r13_simulator::model::{
    Attainment, Companions, Growth, Inputs, Rate, RateLimits, SliderScale, SwitchRefused, Verdict,
    set_required, switch_measure, switch_mode,
};
use r13_simulator::plan::Measure::{Cumulative, Flow, Level, Share};
use r13_simulator::plan::Origin;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::common::{
    Sketch, actual, assert_close, assert_finite, indicator, kagoshima, of_kagoshima, rate, scenario_with,
    sketch, sketch_of, year,
};
use super::{bound, count, level};

#[test]
fn a_zero_anchor_stays_zero_in_percent_and_grows_in_amounts() {
    for measure in [Level, Flow, Cumulative] {
        let one = sketch(measure, (2021, 0.0), (2031, 50.0));
        let outlook = one.clone().at(100_000).outlook();
        assert_eq!(outlook.outcome.unwrap().value, 0.0);
        assert_eq!(outlook.verdict, Verdict::Short);
        assert_eq!(outlook.attainment, Some(Attainment::Never));
        let amount = one.in_mode(Amount);
        let set = set_required(&amount.case(), None).unwrap();
        assert_eq!(amount.growing(set).outlook().verdict, Verdict::Met);
    }
}

#[test]
fn a_zero_anchor_refuses_to_switch_its_mode() {
    for (mode, other) in [(Percent, Amount), (Amount, Percent)] {
        let one = sketch(Level, (2021, 0.0), (2031, 50.0)).in_mode(mode).at(100);
        assert_eq!(switch_mode(&one.case(), other), Err(SwitchRefused::ZeroAnchor));
        assert_eq!(switch_mode(&one.case(), mode), Ok(one.inputs.growth));
    }
}

#[test]
fn a_switch_of_mode_is_refused_where_it_cannot_keep_the_outcomes() {
    let below_zero = level(120.0).in_mode(Amount).at(-2_000);
    assert_eq!(switch_mode(&below_zero.case(), Percent), Err(SwitchRefused::Unreachable));
    let steep = sketch(Share, (2021, 90.0), (2031, 95.0)).in_mode(Percent).at(10_000);
    assert_eq!(switch_mode(&steep.case(), Amount), Err(SwitchRefused::BeyondLimits));
    let nothing = level(120.0).without_base();
    assert_eq!(switch_mode(&nothing.case(), Amount), Ok(Growth::uniform(Amount, Rate::ZERO)));
    assert_eq!(switch_mode(&nothing.at(100).case(), Amount), Err(SwitchRefused::NoAnchor));
}

#[test]
fn a_switch_of_mode_carries_each_half() {
    for (one, to, early, late) in [
        (level(120.0).at(0), Amount, 0, 0),
        (level(120.0).at(100), Amount, 102, 107),
        (level(120.0).in_halves(200, -100), Amount, 208, -108),
        (level(120.0).in_mode(Amount).at(200), Percent, 192, 176),
        (sketch(Share, (2021, 10.0), (2031, 50.0)).at(400), Percent, 2_457, 1_076),
    ] {
        let switched = switch_mode(&one.case(), to).unwrap();
        assert_eq!((switched.early, switched.late), (rate(early), rate(late)), "{one:?}");
    }
}

#[test]
fn rates_at_their_limits() {
    let outcome = |one: Sketch| one.outcome().unwrap();
    assert_eq!(outcome(level(120.0).at(-10_000)), 0.0);
    assert_close(outcome(level(120.0).at(100_000)), 100.0 * 11f64.powi(10), 1e-12);
    assert_eq!(outcome(count(120.0).at(-10_000)), 0.0);
    assert_eq!(outcome(sketch(Share, (2021, 50.0), (2031, 60.0)).at(10_000)), 100.0);
    assert_eq!(outcome(sketch(Share, (2021, 50.0), (2031, 60.0)).at(-10_000)), 0.0);
    let most = RateLimits::of(Amount, Level).max;
    assert_eq!(outcome(level(120.0).in_mode(Amount).at(most.hundredths())), 10_000_000_100.0);
    for (mode, measure, min, max) in [
        (Percent, Level, -10_000, 100_000),
        (Percent, Share, -10_000, 100_000),
        (Amount, Share, -10_000, 10_000),
        (Amount, Flow, -100_000_000_000, 100_000_000_000),
    ] {
        let limits = RateLimits::of(mode, measure);
        assert_eq!((limits.min, limits.max), (rate(min), rate(max)));
        assert!(limits.admit(rate(min)) && !limits.admit(rate(min - 1)));
        assert!(limits.admit(rate(max)) && !limits.admit(rate(max + 1)));
        assert_eq!(limits.hold(rate(i64::MAX)), rate(max));
        assert_eq!(rate(max).moved(rate(i64::MAX), limits), rate(max));
    }
}

#[test]
fn the_first_year_in_which_a_bound_acts_is_told() {
    for (one, expected) in [
        (of_kagoshima("p46").at(100), Some(2030)),
        (of_kagoshima("p46").at(87), Some(2031)),
        (sketch(Share, (2021, 90.0), (2031, 95.0)).at(200), Some(2027)),
        (sketch(Share, (2021, 90.0), (2031, 95.0)).at(100), None),
        (sketch(Share, (2021, 90.0), (2031, 95.0)).in_mode(Percent).at(1_000), Some(2023)),
        (level(120.0).in_mode(Amount).at(-2_000), Some(2027)),
        (level(120.0).in_mode(Amount).at(-1_000), None),
        (level(120.0).at(-10_000), None),
        (count(120.0).in_mode(Amount).at(-500), Some(2024)),
    ] {
        assert_eq!(bound(&one), expected, "{one:?}");
    }
}

#[test]
fn only_an_inferred_count_can_be_read_another_way() {
    let plan = kagoshima();
    let other = |id: &str| {
        let at = plan.position(id).unwrap();
        switch_measure(&plan, &plan.indicators[at], &Inputs::hold(&plan.indicators[at]))
    };
    for (id, expected) in [
        ("p11", Some(Flow)),
        ("p33", Some(Flow)),
        ("p47", None),
        ("p48", None),
        ("k1", None),
        ("p22", None),
        ("k2", None),
    ] {
        assert_eq!(other(id), expected, "{id}");
    }
    let late = indicator("late", Flow, Some((2023, 5.0)), (2031, 60.0));
    let stated = sketch_of(late.clone());
    assert_eq!(late.measure.origin, Origin::Inferred);
    assert_eq!(switch_measure(&stated.plan, &late, &stated.inputs), None);
}

#[test]
fn reading_p11_as_a_yearly_count_changes_what_it_comes_to() {
    let mut one = of_kagoshima("p11");
    assert_eq!((one.outcome(), one.outlook().verdict), (Some(170.0), Verdict::Short));
    one.inputs.measure = switch_measure(&one.plan, one.indicator(), &one.inputs);
    let outlook = one.outlook();
    assert_eq!((outlook.measure, outlook.outcome.unwrap().value), (Flow, 17.0));
    assert_eq!((outlook.progress, outlook.verdict), (Some(0.0), Verdict::Short));
    assert_close(outlook.required.unwrap(), 26.208, 1e-4);
    assert_eq!(switch_measure(&one.plan, one.indicator(), &one.inputs), Some(Cumulative));
}

#[test]
fn the_control_holds_zero_and_the_required_pace_on_its_steps() {
    let plan = kagoshima();
    for mode in [Percent, Amount] {
        for at in 0..plan.indicators.len() {
            let one = of_kagoshima(&plan.indicators[at].id).in_mode(mode);
            let SliderScale { min, max, step } = one.outlook().scale;
            let limits = RateLimits::of(mode, one.measure());
            assert!(limits.admit(min) && limits.admit(max));
            assert!(min < Rate::ZERO && Rate::ZERO < max, "{}", one.indicator().id);
            assert!(min.hundredths() % step.hundredths() == 0 && max.hundredths() % step.hundredths() == 0);
            if let Ok(required) = one.outlook().required {
                assert!(min.value() < required && required < max.value(), "{}", one.indicator().id);
            }
            let leading: i64 = step.hundredths().to_string().trim_end_matches('0').parse().unwrap();
            assert!([1, 2, 5].contains(&leading), "{step:?}");
            if mode == Percent || one.measure() == Share {
                assert_eq!(step, rate(1));
            }
        }
    }
    for (one, min, max, step) in [
        (level(120.0), -500, 1_000, 1),
        (level(1_000.0), -2_500, 5_000, 1),
        (level(20.0), -2_000, 1_000, 1),
        (level(120.0).in_mode(Amount), -500, 1_000, 2),
        (sketch(Share, (2021, 50.0), (2031, 60.0)), -250, 500, 1),
        (sketch(Level, (2021, 1e6), (2031, 2e6)).in_mode(Amount), -10_000_000, 20_000_000, 50_000),
        (level(120.0).without_base(), -500, 1_000, 1),
    ] {
        let scale = one.outlook().scale;
        assert_eq!((scale.min, scale.max, scale.step), (rate(min), rate(max), rate(step)), "{one:?}");
        assert_eq!(one.clone().at(777).outlook().scale, scale, "the control moves under a drag");
    }
}

#[test]
fn companions_stand_still_and_land() {
    let one = level(120.0).at(500);
    let companions = Companions::new(&one.case()).unwrap();
    assert!(companions.hold.points.iter().all(|point| point.value == 100.0));
    let required = companions.required.unwrap();
    assert_close(required.at(year(2031)).unwrap().value, 120.0, 1e-12);
    assert_eq!(Companions::new(&level(120.0).without_base().case()), None);
    let zero = sketch(Level, (2021, 0.0), (2031, 10.0));
    assert_eq!(Companions::new(&zero.case()).unwrap().required, None);
}

#[test]
fn huge_and_tiny_numbers_stay_numbers() {
    for measure in [Level, Flow, Cumulative] {
        for base in [0.0, 5e-324, 1e-300, 1.0, 1e300, f64::MAX] {
            for target in [0.0, 5e-324, 1.0, f64::MAX] {
                for hundredths in [-10_000, 0, 1, 100_000] {
                    for mode in [Percent, Amount] {
                        let one = sketch(measure, (2021, base), (2031, target)).in_mode(mode).at(hundredths);
                        assert_finite(&one.outlook());
                        assert_finite(
                            &one.with_actuals(&[actual(2024, base), actual(2025, target)]).outlook(),
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn a_scenario_keeps_shared_what_does_not_change() {
    let plan = kagoshima();
    let scenario = scenario_with(&plan, |_, inputs| inputs.growth.early = rate(5));
    let mut same = scenario.clone();
    same.set(3, (**scenario.inputs(3).unwrap()).clone());
    same.set(999, (**scenario.inputs(3).unwrap()).clone());
    assert!(same.shares_inputs(&scenario));
    let mut other = scenario.clone();
    other.set(3, Inputs { locked: true, ..(**scenario.inputs(3).unwrap()).clone() });
    assert!(!other.shares_inputs(&scenario));
}

#[test]
fn rates_are_whole_hundredths() {
    for (value, hundredths) in
        [(0.0, 0), (1.0, 100), (1.005, 100), (-0.126, -13), (0.005, 1), (f64::NAN, 0), (1e300, i64::MAX)]
    {
        assert_eq!(Rate::nearest(value), rate(hundredths), "{value}");
    }
}
