//! Required growth, and why there may be none.

use r13_simulator::model::Mode::{Amount, Percent};
use r13_simulator::model::{
    Growth, Half, NoRequired, Preset, Rate, Verdict, preset, required_rate, set_required,
};
use r13_simulator::plan::Measure::{Cumulative, Level, Share};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::common::{actual, assert_close, of_kagoshima, rate, sketch};
use super::{bound, count, level};

#[test]
fn every_reason_for_no_required_growth() {
    use NoRequired::{
        Exceeded, FirstHalf, NoAnchor, NoYearsLeft, OutsideScale, Secured, Unreachable, ZeroAnchor,
    };
    let full = [actual(2022, 150.0), actual(2023, 150.0)];
    let at_most_300 = count(300.0).at_most();
    let tiny = sketch(Level, (2021, 5e-324), (2022, f64::MAX));
    for (case, required, late) in [
        (level(120.0).without_base(), NoAnchor, Some(NoAnchor)),
        (level(120.0).with_actuals(&[actual(2031, 90.0)]), NoYearsLeft, Some(NoYearsLeft)),
        (level(120.0).with_actuals(&[actual(2033, 90.0)]), NoYearsLeft, Some(NoYearsLeft)),
        (sketch(Level, (2021, 0.0), (2031, 10.0)), ZeroAnchor, Some(ZeroAnchor)),
        (sketch(Cumulative, (2021, 0.0), (2031, 10.0)), ZeroAnchor, Some(ZeroAnchor)),
        (sketch(Share, (2021, 50.0), (2031, 120.0)), OutsideScale, Some(OutsideScale)),
        (sketch(Level, (2021, 50.0), (2031, -1.0)), OutsideScale, Some(OutsideScale)),
        (count(300.0).with_actuals(&full), Secured, Some(Secured)),
        (at_most_300.clone().with_actuals(&[actual(2022, 301.0)]), Exceeded, Some(Exceeded)),
        (tiny, Unreachable, Some(FirstHalf)),
    ] {
        let outlook = case.outlook();
        assert_eq!(outlook.required, Err(required), "{case:?}");
        assert_eq!(outlook.required_late.err(), late, "{case:?}");
        assert_eq!(set_required(&case.case(), None), Err(required));
        assert_eq!(preset(&case.case(), Preset::Required), None);
        assert_eq!(preset(&case.case(), Preset::Half), None);
        assert_eq!(preset(&case.case(), Preset::Hold).unwrap().early, Rate::ZERO);
    }
    assert_close(at_most_300.with_actuals(&full).outlook().required.unwrap(), -100.0, 1e-12);
}

#[test]
fn no_late_rate_is_looked_for_where_the_target_lies_in_the_first_half() {
    for (target_year, late) in
        [(2025, Err(NoRequired::FirstHalf)), (2026, Err(NoRequired::FirstHalf)), (2027, Ok(()))]
    {
        let one = sketch(Level, (2021, 100.0), (target_year, 120.0));
        assert_eq!(one.outlook().required_late.map(|_| ()), late);
        assert!(one.outlook().required.is_ok());
    }
}

#[test]
fn a_required_rate_beyond_the_limits_cannot_be_set() {
    let steep = sketch(Level, (2025, 1.0), (2026, 12.0));
    assert_eq!(steep.outlook().required, Ok(1_100.0));
    assert_eq!(set_required(&steep.case(), None), Err(NoRequired::Unreachable));
    assert_eq!(preset(&steep.case(), Preset::Required), None);
    assert_eq!(preset(&steep.case(), Preset::Half).unwrap().early, rate(55_000));
    let reachable = sketch(Level, (2025, 1.0), (2026, 11.0));
    assert_eq!(set_required(&reachable.case(), None).unwrap().early, rate(100_000));
}

#[test]
fn a_required_rate_that_is_not_whole_is_rounded_to_the_side_that_meets() {
    for (one, early, late) in [
        (of_kagoshima("k1"), 129, 129),
        (of_kagoshima("k2"), 365, 365),
        (of_kagoshima("p22"), 1, 1),
        (of_kagoshima("p46"), 87, 87),
        (of_kagoshima("p48"), -12, -12),
        (level(90.0).at_most(), -105, -105),
        (level(90.0), -104, -104),
        (sketch(Share, (2020, 23.1), (2031, 0.0)), -210, -210),
        (sketch(Share, (2020, 23.1), (2031, 0.0)).at_most(), -210, -210),
    ] {
        let set = required_rate(&one.case(), None).unwrap();
        assert_eq!((set, set), (rate(early), rate(late)));
    }
}

#[test]
fn a_required_amount_is_the_smallest_even_where_the_tolerance_spans_many_hundredths() {
    let one = sketch(Level, (2021, 1e9), (2031, 2e9)).in_mode(Amount);
    let set = required_rate(&one.case(), None).unwrap();
    assert_eq!(one.clone().growing(Growth::uniform(Amount, set)).outlook().verdict, Verdict::Met);
    let less = rate(set.hundredths() - 1);
    assert_eq!(one.growing(Growth::uniform(Amount, less)).outlook().verdict, Verdict::Short);
}

#[test]
fn an_at_most_sum_is_met_below_the_free_pace_where_the_bound_at_zero_lifts_it() {
    let one = count(30.0).at_most().in_mode(Amount);
    let free = one.outlook().required.unwrap();
    let set = required_rate(&one.case(), None).unwrap();
    assert!(set.value() < free - 0.01, "{set:?} {free}");
    let verdict = |hundredths| one.clone().at(hundredths).outlook().verdict;
    assert_eq!((verdict(set.hundredths()), verdict(set.hundredths() + 1)), (Verdict::Met, Verdict::Short));
}

#[test]
fn one_half_can_be_set_to_what_it_needs() {
    let one = level(120.0).in_halves(300, 0);
    let early = set_required(&one.case(), Some(Half::Early)).unwrap();
    assert_eq!((early.early, early.late), (rate(372), rate(0)));
    let late = set_required(&one.case(), Some(Half::Late)).unwrap();
    assert_eq!((late.early, late.late), (rate(300), rate(70)));
    let after_review = level(120.0).with_actuals(&[actual(2026, 100.0)]);
    assert_eq!(set_required(&after_review.case(), Some(Half::Early)), Err(NoRequired::NoYearsLeft));
    assert_eq!(set_required(&after_review.case(), Some(Half::Late)).unwrap().late, rate(372));
}

#[test]
fn the_late_pace_starts_from_the_value_at_review_after_bounds() {
    let held = sketch(Share, (2021, 90.0), (2031, 95.0)).in_halves(1_000, 0);
    assert_eq!(bound(&held), Some(2023));
    assert_eq!(held.outlook().required_late, Ok(-1.0));
    let emptied = sketch(Share, (2021, 10.0), (2031, 20.0)).in_halves(-1_000, 0);
    assert_eq!(emptied.outlook().required_late, Ok(4.0));
    let gone = level(120.0).in_halves(-10_000, 0);
    assert_eq!(gone.outlook().required_late, Err(NoRequired::ZeroAnchor));
    let done = count(30.0).in_halves(0, 0);
    assert_eq!(done.outlook().required_late, Err(NoRequired::Secured));
    assert!(done.outlook().required.is_ok());
}

#[test]
fn p48_needs_less_than_it_has_and_half_of_that_is_none() {
    let one = of_kagoshima("p48");
    assert!(one.outlook().required.unwrap() < 0.0);
    assert_eq!(preset(&one.case(), Preset::Half).unwrap(), Growth::uniform(Percent, Rate::ZERO));
    let verdict = |hundredths| one.clone().at(hundredths).outlook().verdict;
    assert_eq!((verdict(-12), verdict(-13)), (Verdict::Met, Verdict::Short));
}

#[test]
fn a_late_rate_must_not_count_on_what_a_bound_gave() {
    // Held at 100 from 2023 on, the share needs no late growth; without the bound it would have had room to fall.
    let held = sketch(Share, (2021, 90.0), (2031, 99.0)).in_halves(1_000, 0);
    let late = required_rate(&held.case(), Some(Half::Late)).unwrap();
    assert_eq!(late, rate(-20));
    // A sum that zero holds up is not thinned below the pace that is shown.
    let sum = count(30.0).in_mode(Amount);
    let (set, shown) = (required_rate(&sum.case(), None).unwrap(), sum.outlook().required.unwrap());
    assert!(set.value() >= shown && set.value() - shown < 0.01, "{set:?} {shown}");
}
