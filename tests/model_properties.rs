//! What must hold of the arithmetic for any indicator and any assumption.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use std::rc::Rc;

use common::{
    Sketch, actual, assert_close, assert_finite, close, indicator, kagoshima, plan_of, rate, scenario_with,
    sketch, total, year,
};
use proptest::prelude::*;
use r13_simulator::model::{
    ActualProblem, Actuals, Attainment, Growth, HORIZON, Half, Mode, NoRequired, Outlook, Preset,
    RankMeasure, Rate, RateLimits, Scenario, Shortfall, SwitchRefused, Verdict, judge, preset, rank,
    required_rate, set_required, shift, switch_mode,
};
use r13_simulator::plan::{Direction, FiscalYear, Measure};

const MEASURES: [Measure; 4] = [Measure::Level, Measure::Share, Measure::Flow, Measure::Cumulative];

fn measures() -> impl Strategy<Value = Measure> {
    prop::sample::select(MEASURES.to_vec())
}

fn modes() -> impl Strategy<Value = Mode> {
    prop::sample::select(vec![Mode::Percent, Mode::Amount])
}

/// Within the limits of every mode: mostly what a planner would try, sometimes the ends.
fn rates() -> impl Strategy<Value = i64> {
    prop_oneof![6 => -800..=800i64, 1 => -10_000..=10_000i64, 1 => prop::sample::select(vec![-10_000, 0, 10_000])]
}

/// Any indicator with any target, any mode and any two rates.
fn sketches() -> impl Strategy<Value = Sketch> {
    let numbers = (0..=1_000u32, 0..=1_000u32, 2014..=2022i32, 2022..=2031i32);
    (measures(), modes(), numbers, rates(), rates(), any::<bool>(), any::<bool>()).prop_map(
        |(measure, mode, (base, target, base_year, target_year), early, late, at_most, uniform)| {
            let target = f64::from(target) / 10.0 * if measure == Measure::Cumulative { 10.0 } else { 1.0 };
            let one =
                sketch(measure, (base_year, f64::from(base) / 10.0), (target_year, target)).in_mode(mode);
            let one = if at_most { one.at_most() } else { one };
            one.in_halves(early, if uniform { early } else { late })
        },
    )
}

/// Outcome in a year with the bounds ignored, added up here and not by the model.
fn unbounded(one: &Sketch, growth: Growth, until: FiscalYear) -> f64 {
    let frame = one.case().frame().unwrap();
    let (mut value, mut sum) = (frame.anchor.value, frame.anchor.total);
    for step in frame.anchor.year.plus(1).through(until) {
        let rate = growth.rate_into(step, frame.review);
        value = if growth.mode == Mode::Percent { value * (1.0 + rate / 100.0) } else { value + rate };
        sum += if step >= frame.first { value } else { 0.0 };
    }
    if frame.measure == Measure::Cumulative { sum } else { value }
}

fn target_of(one: &Sketch) -> (f64, FiscalYear, Direction) {
    let indicator = one.indicator();
    (indicator.target.value.value, indicator.target.year.value, indicator.direction)
}

fn limits(one: &Sketch) -> RateLimits {
    RateLimits::of(one.inputs.growth.mode, one.measure())
}

fn verdict_of(one: &Sketch, growth: Growth) -> Verdict {
    one.clone().growing(growth).outlook().verdict
}

/// The verdict that a growth would have without bounds.
fn free_verdict_of(one: &Sketch, growth: Growth) -> Verdict {
    let (target, until, direction) = target_of(one);
    judge(unbounded(one, growth, until), target, direction)
}

/// How far a step of each rate moves an unbounded outcome.
fn step_of(one: &Sketch, growth: Growth, until: FiscalYear) -> f64 {
    let moved = |half: Half, by: i64| {
        let growth = growth.with_rate(Some(half), rate(growth.rate(half).hundredths() + by));
        unbounded(one, growth, until)
    };
    let here = unbounded(one, growth, until);
    let halves = [Half::Early, Half::Late];
    halves.into_iter().flat_map(|half| [-1, 1].map(|by| (moved(half, by) - here).abs())).fold(0.0, f64::max)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn zero_growth_keeps_the_value(one in sketches()) {
        let path = one.at(0).outlook().path.unwrap();
        let start = path.points[0].value;
        prop_assert!(path.points.iter().all(|point| point.value == start));
        prop_assert_eq!(path.bound, None);
    }

    #[test]
    fn the_outcome_never_falls_as_a_rate_rises(one in sketches(), by in 1..2_000i64, which in 0..3usize) {
        let growth = one.inputs.growth;
        let raised = |half| rate(growth.rate(half).hundredths() + by);
        let (early, late) = (raised(Half::Early), raised(Half::Late));
        let growth = [Growth { early, late, ..growth }, Growth { early, ..growth }, Growth { late, ..growth }][which];
        prop_assert!(one.outcome() <= one.clone().growing(growth).outcome());
    }

    #[test]
    fn setting_the_required_rate_meets_the_target_and_one_step_less_does_not(one in sketches()) {
        let mode = one.inputs.growth.mode;
        let uniform = |rate| Growth::uniform(mode, rate);
        let at_least = target_of(&one).2 == Direction::AtLeast;
        match required_rate(&one.case(), None) {
            Ok(set) => {
                prop_assert_eq!(set_required(&one.case(), None), Ok(uniform(set)));
                prop_assert_eq!(preset(&one.case(), Preset::Required), Some(uniform(set)));
                prop_assert_eq!(verdict_of(&one, uniform(set)), Verdict::Met);
                let less = rate(set.hundredths() + if at_least { -1 } else { 1 });
                if limits(&one).admit(less) {
                    let verdicts = [free_verdict_of(&one, uniform(less)), verdict_of(&one, uniform(less))];
                    prop_assert!(verdicts.contains(&Verdict::Short));
                }
            }
            Err(NoRequired::Unreachable) => {
                let RateLimits { min, max } = limits(&one);
                let best = uniform(if at_least { max } else { min });
                prop_assert!(
                    verdict_of(&one, best) == Verdict::Short || free_verdict_of(&one, best) == Verdict::Short
                );
                prop_assert_eq!(preset(&one.case(), Preset::Required), None);
            }
            Err(reason) => {
                prop_assert_eq!(one.outlook().required, Err(reason));
                prop_assert_eq!(preset(&one.case(), Preset::Required), None);
            }
        }
    }

    #[test]
    fn the_required_growth_lands_on_the_target(one in sketches()) {
        let (target, until, _) = target_of(&one);
        let frame = one.case().frame().unwrap();
        let mode = one.inputs.growth.mode;
        if let Ok(required) = one.outlook().required {
            let landed = frame.free_outcome(mode, until, |_| required);
            prop_assert!((landed - target).abs() <= 1e-9 * target.max(frame.anchor.value).max(1.0));
        }
    }

    #[test]
    fn the_late_required_growth_lands_on_the_target_from_review_after_bounds(one in sketches()) {
        let (target, until, _) = target_of(&one);
        let outlook = one.outlook();
        let (path, review) = (outlook.path.unwrap(), one.plan.review.value);
        match outlook.required_late {
            Ok(late) => {
                let at_review = path.at(review).unwrap();
                let (mut value, mut sum) = (at_review.value, at_review.total);
                for _ in review.plus(1).through(until) {
                    let percent = one.inputs.growth.mode == Mode::Percent;
                    value = if percent { value * (1.0 + late / 100.0) } else { value + late };
                    sum += value;
                }
                let landed = if one.measure() == Measure::Cumulative { sum } else { value };
                prop_assert!((landed - target).abs() <= 1e-9 * target.max(at_review.value).max(1.0));
                if let Ok(set) = set_required(&one.case(), Some(Half::Late)) {
                    prop_assert_eq!(set.early, one.inputs.growth.early);
                    prop_assert_eq!(verdict_of(&one, set), Verdict::Met);
                }
            }
            Err(NoRequired::FirstHalf) => prop_assert!(until <= review),
            Err(_) => prop_assert!(until > review),
        }
    }

    #[test]
    fn the_same_rate_in_both_halves_is_the_uniform_rate(one in sketches(), hundredths in rates()) {
        let growth = one.inputs.growth;
        let halves = growth.with_rate(Some(Half::Early), rate(hundredths)).with_rate(Some(Half::Late), rate(hundredths));
        prop_assert_eq!(halves, growth.with_rate(None, rate(hundredths)));
        let exact = one.case().path_at(rate(hundredths).value());
        prop_assert_eq!(one.case().path(halves), exact);
    }

    #[test]
    fn scaling_base_target_and_amounts_scales_the_outcome(one in sketches(), factor in 2..50i64) {
        if one.measure() == Measure::Share {
            return Ok(());
        }
        let by = factor as f64;
        let mut scaled = one.clone();
        let indicator = &mut scaled.plan.indicators[0];
        indicator.base.as_mut().unwrap().value.value *= by;
        indicator.target.value.value *= by;
        let amount = one.inputs.growth.mode == Mode::Amount;
        if amount {
            let Growth { early, late, .. } = one.inputs.growth;
            scaled = scaled.in_halves(early.hundredths() * factor, late.hundredths() * factor);
        }
        let (before, after) = (one.outlook(), scaled.outlook());
        let size = before.path.as_ref().unwrap().points.iter().map(|point| point.value + point.total).fold(1.0, f64::max);
        let (outcome, scaled_outcome) = (before.outcome.unwrap().value, after.outcome.unwrap().value);
        prop_assert!((outcome * by - scaled_outcome).abs() <= 1e-12 * by * size);
        prop_assert_eq!(before.verdict, after.verdict);
        match (before.required, after.required) {
            (Ok(before), Ok(after)) => {
                let expected = if amount { before * by } else { before };
                prop_assert!((expected - after).abs() <= 1e-9 * expected.abs().max(1.0));
            }
            (before, after) => prop_assert_eq!(before, after),
        }
    }

    #[test]
    fn at_least_and_at_most_mirror(base in 0..=1_000u32, target in 0..=1_000u32, rates in (-900..900i64, -900..900i64)) {
        let share = |base, target| sketch(Measure::Share, (2020, base), (2031, target));
        let (base, target) = (f64::from(base) / 10.0, f64::from(target) / 10.0);
        let up = share(base, target).in_halves(rates.0, rates.1);
        let down = share(100.0 - base, 100.0 - target).at_most().in_halves(-rates.0, -rates.1);
        let (one, two) = (up.outlook(), down.outlook());
        prop_assert!(close(one.outcome.unwrap().value, 100.0 - two.outcome.unwrap().value, 1e-9)
            || (one.outcome.unwrap().value + two.outcome.unwrap().value - 100.0).abs() < 1e-9);
        prop_assert_eq!(one.verdict, two.verdict);
        prop_assert!((one.gap.unwrap() + two.gap.unwrap()).abs() < 1e-9);
        if let (Ok(one), Ok(two)) = (required_rate(&up.case(), None), required_rate(&down.case(), None)) {
            // At a target of 0 the verdict has no tolerance left for what a sum loses.
            let rim = target == 0.0 || target == 100.0;
            prop_assert!((one.hundredths() + two.hundredths()).abs() <= i64::from(rim));
        }
    }

    #[test]
    fn one_side_of_a_target_is_always_met_and_both_only_on_it(one in sketches()) {
        let target = target_of(&one).0;
        let mut least = one.clone();
        least.plan.indicators[0].direction = Direction::AtLeast;
        let (least, most) = (least.outlook(), one.at_most().outlook());
        prop_assert_eq!(least.outcome, most.outcome);
        let both = least.verdict == Verdict::Met && most.verdict == Verdict::Met;
        prop_assert!(least.verdict == Verdict::Met || most.verdict == Verdict::Met);
prop_assert_eq!(both, least.gap.unwrap().abs() <= 1e-9 * target);
    }

    #[test]
    fn switching_the_mode_keeps_the_unbounded_outcomes(one in sketches()) {
        let (from, review) = (one.inputs.growth, one.plan.review.value);
        let to = if from.mode == Mode::Percent { Mode::Amount } else { Mode::Percent };
        let until = target_of(&one).1;
        match switch_mode(&one.case(), to) {
            Ok(switched) => {
                prop_assert_eq!(switched.mode, to);
                prop_assert!(RateLimits::of(to, one.measure()).admit(switched.early));
                prop_assert!(RateLimits::of(to, one.measure()).admit(switched.late));
                for kept in [review.min(until), until] {
                    let (before, after) = (unbounded(&one, from, kept), unbounded(&one, switched, kept));
                    let step = step_of(&one, switched, kept);
                    prop_assert!((before - after).abs() <= 0.51 * step + 1e-9 * before.abs(), "{before} {after} {step}");
                }
            }
            Err(SwitchRefused::ZeroAnchor) => prop_assert_eq!(one.case().frame().unwrap().anchor.value, 0.0),
            Err(SwitchRefused::Unreachable) => prop_assert_eq!(to, Mode::Percent),
            Err(SwitchRefused::BeyondLimits) => {}
            Err(SwitchRefused::NoAnchor) => prop_assert!(false, "there is a baseline"),
        }
    }

    #[test]
    fn the_half_preset_is_half_of_a_requirement_towards_the_targets_side(one in sketches()) {
        match (one.outlook().required, preset(&one.case(), Preset::Half)) {
            (Ok(required), Some(half)) => {
                prop_assert!(half.is_uniform() && half.mode == one.inputs.growth.mode);
                let expected = match one.indicator().direction {
                    Direction::AtLeast => (required.max(0.0) / 2.0).min(limits(&one).max.value()),
                    Direction::AtMost => (required.min(0.0) / 2.0).max(limits(&one).min.value()),
                };
                prop_assert!((half.early.value() - expected).abs() <= 0.005 + 1e-9);
            }
            (Err(_), kept) => prop_assert_eq!(kept, None),
            (Ok(_), None) => prop_assert!(false, "half of a required growth exists"),
        }
        let hold = preset(&one.case(), Preset::Hold).unwrap();
        prop_assert_eq!(hold, Growth::uniform(one.inputs.growth.mode, Rate::ZERO));
    }

    #[test]
    fn a_shift_moves_both_halves_by_the_step_within_the_limits(one in sketches(), step in -30_000..30_000i64) {
        let (from, to) = (one.inputs.growth, shift(&one.inputs, one.measure(), rate(step)));
        let RateLimits { min, max } = limits(&one);
        for half in [Half::Early, Half::Late] {
            let moved = (from.rate(half).hundredths() + step).clamp(min.hundredths(), max.hundredths());
            prop_assert_eq!(to.rate(half).hundredths(), moved);
        }
        prop_assert_eq!(to.mode, from.mode);
    }

    #[test]
    fn attainment_is_the_first_later_year_that_meets(one in sketches()) {
        let outlook = one.outlook();
        let (_, until, _) = target_of(&one);
        let meets = |western: i32| {
            let mut later = one.clone();
            later.plan.last.value = year(HORIZON);
            later.plan.indicators[0].target.year.value = year(western);
            later.outlook().verdict == Verdict::Met
        };
        let first = (until.western() + 1..=HORIZON).find(|western| meets(*western));
        let expected = first.map_or(Attainment::Never, |western| Attainment::In(year(western)));
        prop_assert_eq!(outlook.attainment, (outlook.verdict == Verdict::Short).then_some(expected));
    }

    #[test]
    fn no_number_is_ever_infinite_or_none(
        one in sketches(),
        scale in prop::sample::select(vec![5e-324, 1e-300, 1e-9, 1.0, 1e12, 1e300, f64::MAX]),
        target in prop::sample::select(vec![0.0, 5e-324, 1.0, 1e300, f64::MAX]),
        extreme in any::<bool>(),
    ) {
        let mut one = one;
        if one.measure() != Measure::Share {
            one.plan.indicators[0].base.as_mut().unwrap().value.value = scale;
            one.plan.indicators[0].target.value.value = target;
        }
        if extreme {
            one = one.at(100_000);
        }
        assert_finite(&one.outlook());
    }

    #[test]
    fn results_give_the_past_pace_that_leads_to_them(
        base in 1..500u32, results in prop::collection::btree_map(2021..2030i32, 0..500u32, 1..6), mode in modes(),
    ) {
        let actuals: Vec<_> = results.iter().map(|(year, value)| actual(*year, f64::from(*value))).collect();
        let one = sketch(Measure::Flow, (2020, f64::from(base)), (2031, 900.0)).in_mode(mode).with_actuals(&actuals);
        let pace = one.outlook().past_pace.unwrap();
        let (last, value) = results.iter().next_back().unwrap();
        let reached = (2021..=*last).fold(f64::from(base), |value, _| match mode {
            Mode::Percent => value * (1.0 + pace / 100.0),
            Mode::Amount => value + pace,
        });
        prop_assert!((reached - f64::from(*value)).abs() < 1e-6);
    }

    #[test]
    fn entered_totals_stand_whatever_lies_between(
        steps in prop::collection::btree_map(2022..=2031i32, (0..5_000u32, any::<bool>()), 1..10),
        target_year in 2022..=2031i32,
    ) {
        let mut running = 0.0;
        let mut entries = vec![];
        for (year, (step, as_total)) in &steps {
            let step = f64::from(*step) / 10.0;
            running += step;
            entries.push(if *as_total { total(*year, running) } else { actual(*year, step) });
        }
        let one = sketch(Measure::Cumulative, (2021, 33.0), (target_year, 360.0)).with_actuals(&entries);
        let path = one.outlook().path.unwrap();
        for entry in entries.iter().filter(|entry| entry.entry == r13_simulator::model::Entry::Total) {
            prop_assert_eq!(path.at(entry.year).unwrap().total, entry.value);
        }
        let mut sum = 0.0;
        for point in path.points.iter().filter(|point| point.year.western() >= 2022) {
            sum += point.value;
            assert_close(sum, point.total, 1e-9);
        }
        let anchor = one.case().frame().unwrap().anchor;
        prop_assert_eq!(anchor.total, path.at(anchor.year).unwrap().total);
    }

    #[test]
    fn a_falling_total_is_refused(first in 1..500u32, fall in 1..500u32, years in (2022..2027i32, 2027..2031i32)) {
        let fall = fall.min(first);
        let entries = vec![total(years.0, f64::from(first)), total(years.1, f64::from(first - fall))];
        let refused = Actuals::new(entries, Measure::Cumulative, year(2022));
        prop_assert_eq!(refused, Err(vec![ActualProblem::FallingTotal(year(years.1))]));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn a_change_moves_no_other_indicator_and_is_what_starting_afresh_would_give(
        changes in prop::collection::vec((0..22usize, modes(), rates(), rates()), 1..8),
    ) {
        let plan = kagoshima();
        let mut scenario = Scenario::hold(&plan);
        let mut outlook = Outlook::new(&plan, &scenario);
        for (changed, mode, early, late) in changes {
            let mut inputs = (**scenario.inputs(changed).unwrap()).clone();
            inputs.growth = Growth { mode, early: rate(early), late: rate(late) };
            let same = inputs == **scenario.inputs(changed).unwrap();
            scenario.set(changed, inputs);
            let updated = outlook.updated(&plan, &scenario);
            for index in 0..plan.indicators.len() {
                let shared = Rc::ptr_eq(outlook.indicator(index).unwrap(), updated.indicator(index).unwrap());
                prop_assert_eq!(shared, index != changed || same);
            }
            for (pillar, (before, after)) in outlook.pillars().iter().zip(updated.pillars()).enumerate() {
                // What shows a pillar is painted anew only where its verdicts have changed.
                prop_assert_eq!(Rc::ptr_eq(before, after), before == after);
                let touched = plan.indicators[changed].pillar == Some(pillar) && !same;
                prop_assert!(touched || before == after);
            }
            let afresh = Outlook::new(&plan, &scenario);
            prop_assert_eq!(updated.indicators(), afresh.indicators());
            prop_assert_eq!(updated.pillars(), afresh.pillars());
            prop_assert_eq!(updated.all(), afresh.all());
            outlook = updated;
        }
    }

    #[test]
    fn the_ranking_holds_every_shortfall_once_and_in_order(
        rates in prop::collection::vec(rates(), 22), by_ratio in any::<bool>(), at_most in prop::collection::vec(any::<bool>(), 22),
    ) {
        let mut plan = kagoshima();
        for (indicator, at_most) in plan.indicators.iter_mut().zip(at_most) {
            indicator.direction = if at_most { Direction::AtMost } else { Direction::AtLeast };
        }
        let mut next = rates.into_iter();
        let scenario = scenario_with(&plan, |_, inputs| {
            let rate = rate(next.next().unwrap());
            inputs.growth = Growth { early: rate, late: rate, ..inputs.growth };
        });
        let outlook = Outlook::new(&plan, &scenario);
        let wanted = if by_ratio { RankMeasure::Ratio } else { RankMeasure::Progress };
        let rows = rank(&plan, &outlook, wanted, usize::MAX);
        let mut listed: Vec<usize> = rows.iter().map(|row| row.indicator).collect();
        listed.sort_unstable();
        let short = |index: &usize| outlook.indicator(*index).unwrap().verdict == Verdict::Short;
        prop_assert_eq!(listed, (0..22).filter(short).collect::<Vec<_>>());
        let missing = |row: &Shortfall| {
            let of = outlook.indicator(row.indicator).unwrap();
            let most = plan.indicators[row.indicator].direction == Direction::AtMost;
            match row.by {
                Some((RankMeasure::Excess, excess)) if most => (excess, excess == of.ratio.unwrap() - 1.0),
                Some((RankMeasure::Progress, progress)) if !most && !by_ratio => {
                    (1.0 - progress, Some(progress) == of.progress)
                }
                Some((RankMeasure::Ratio, ratio)) if !most => {
                    (1.0 - ratio, Some(ratio) == of.ratio && (by_ratio || of.progress.is_none()))
                }
                _ => (0.0, false),
            }
        };
        prop_assert!(rows.iter().all(|row| missing(row).1));
        prop_assert!(rows.iter().zip(rows.iter().skip(1)).all(|(one, two)| missing(one).0 >= missing(two).0));
    }

    #[test]
    fn a_tally_counts_every_indicator_once(sizes in prop::collection::vec(0..6usize, 1..6), hundredths in rates()) {
        let indicators: Vec<_> = sizes
            .iter()
            .enumerate()
            .flat_map(|(pillar, size)| (0..*size).map(move |at| (pillar, at)))
            .map(|(pillar, at)| {
                let base = (at % 3 != 2).then_some((2020, 10.0 + at as f64));
                let mut one = indicator(&format!("i{pillar}-{at}"), Measure::Level, base, (2031, 12.0));
                one.pillar = Some(pillar);
                one
            })
            .collect();
        let plan = plan_of(sizes.len(), indicators);
        let scenario = scenario_with(&plan, |_, inputs| inputs.growth = inputs.growth.with_rate(None, rate(hundredths)));
        let outlook = Outlook::new(&plan, &scenario);
        for (size, pillar) in sizes.iter().zip(outlook.pillars()) {
            prop_assert_eq!(pillar.tally.all(), *size);
            prop_assert_eq!(pillar.verdicts.len(), *size);
            let any = |wanted| pillar.verdicts.contains(&wanted);
            let expected = match (any(Verdict::Short), any(Verdict::Met)) {
                (true, _) => Verdict::Short,
                (false, true) => Verdict::Met,
                (false, false) => Verdict::Unknown,
            };
            prop_assert_eq!(pillar.tally.verdict(), expected);
        }
        prop_assert_eq!(outlook.all().all(), sizes.iter().sum::<usize>());
    }
}
