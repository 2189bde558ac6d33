//! Anything that a user may do, and what must hold of a scenario after it.

// Each test file is a crate of its own and may use a part of this one.
#![allow(dead_code)]

use std::rc::Rc;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use r13_simulator::model::{
    Actual, ActualStatus, Actuals, Entry, Half, Mode, Preset, RankMeasure, Rate, RateLimits, Scenario,
};
use r13_simulator::plan::{FiscalYear, Lang, Measure, Plan, Point};
use r13_simulator::state::{Action, AppState, Scope};
use r13_simulator::view::{Filter, Theme, View, YearStyle};

use crate::common::{edit, indicator, kagoshima};

/// The bundled plan, with a count of either kind that has no baseline and may be switched.
pub fn plan() -> Plan {
    let mut plan = kagoshima();
    plan.indicators.push(indicator("flow", Measure::Flow, None, (2031, 10.0)));
    plan.indicators.push(indicator("sum", Measure::Cumulative, None, (2026, 10.0)));
    plan.indicators.push(indicator("late", Measure::Flow, Some((2024, 1.0)), (2031, 10.0)));
    plan
}

pub fn half() -> impl Strategy<Value = Option<Half>> {
    select(vec![None, Some(Half::Early), Some(Half::Late)])
}

pub fn rate() -> impl Strategy<Value = Rate> {
    prop_oneof![-2_000_i64..2_000, -(1_i64 << 40)..(1_i64 << 40)].prop_map(Rate::from_hundredths)
}

pub fn years() -> impl Strategy<Value = FiscalYear> {
    prop_oneof![2015..2032, 1950..2101].prop_map(|western| FiscalYear::new(western).unwrap())
}

/// Numbers as a field takes them: up to 30 digits, so beyond what the JSON reader gives back by itself.
pub fn value() -> impl Strategy<Value = f64> {
    prop_oneof![
        (0_u32..10_000).prop_map(|tenths| f64::from(tenths) / 10.0),
        0.0..100.0,
        0.0..1e9,
        "[0-9]{1,15}\\.[0-9]{1,15}".prop_map(|digits| digits.parse().unwrap()),
        "[0-9]{1,30}".prop_map(|digits| digits.parse().unwrap()),
    ]
}

pub fn base() -> impl Strategy<Value = Option<Point>> {
    prop::option::of((years(), value()).prop_map(|(year, value)| Point { year, value }))
}

pub fn edits(plan: &Plan) -> impl Strategy<Value = Action> + use<> {
    let count = plan.indicators.len();
    let pillars = plan.pillars.len();
    // The last ones and p43 take more kinds of changes than the others.
    let one = prop_oneof![0..count, count - 3..count, Just(plan.position("p43").unwrap())];
    let scope = prop_oneof![
        Just(Scope::All),
        (0..pillars).prop_map(Scope::Pillar),
        (0..count).prop_map(Scope::Indicator)
    ];
    prop_oneof![
        (one.clone(), half(), rate()).prop_map(|(indicator, half, rate)| Action::SetRate {
            indicator,
            half,
            rate,
            drag: false
        }),
        (one.clone(), half()).prop_map(|(indicator, half)| Action::SetRequired { indicator, half }),
        (one.clone(), select(vec![Mode::Percent, Mode::Amount]))
            .prop_map(|(indicator, mode)| Action::SwitchMode { indicator, mode }),
        one.clone().prop_map(Action::SwitchMeasure),
        (one.clone(), base()).prop_map(|(indicator, base)| Action::SetAssumedBase { indicator, base }),
        (one.clone(), any::<bool>()).prop_map(|(indicator, locked)| Action::SetLocked { indicator, locked }),
        (one, any::<String>()).prop_map(|(indicator, reason)| Action::SetReason { indicator, reason }),
        any::<String>().prop_map(Action::SetName),
        any::<String>().prop_map(Action::SetNote),
        (scope.clone(), select(Preset::ALL.to_vec())).prop_map(|(scope, which)| Action::Preset(scope, which)),
        (scope, rate()).prop_map(|(scope, step)| Action::Shift(scope, step)),
        Just(Action::Undo),
        Just(Action::Reset),
        (0..count).prop_map(Action::Choose),
        prop_oneof![Just(Filter::All), Just(Filter::Priority), (0..pillars).prop_map(Filter::Pillar)]
            .prop_map(Action::Filter),
        select(vec![RankMeasure::Progress, RankMeasure::Ratio, RankMeasure::Excess]).prop_map(Action::RankBy),
        select(vec![Lang::Ja, Lang::En]).prop_map(Action::SetLang),
        select(vec![YearStyle::Era, YearStyle::Western]).prop_map(Action::SetYears),
        select(vec![Theme::Auto, Theme::Light, Theme::Dark]).prop_map(Action::SetTheme),
        any::<bool>().prop_map(Action::ShowGuide),
    ]
}

pub fn result() -> impl Strategy<Value = Actual> {
    let entry = select(vec![Entry::Yearly, Entry::Yearly, Entry::Total]);
    let status = select(vec![ActualStatus::Final, ActualStatus::Preliminary, ActualStatus::Reference]);
    (years(), value(), entry, status, ".{0,20}", any::<bool>()).prop_map(
        |(year, value, entry, status, source, series_break)| Actual {
            year,
            value,
            entry,
            status,
            source,
            series_break,
        },
    )
}

/// Results for some indicators.
pub fn results() -> impl Strategy<Value = Vec<(Index, Vec<Actual>)>> {
    prop::collection::vec((any::<Index>(), prop::collection::vec(result(), 0..5)), 0..4)
}

/// What a user comes to who does this, and then enters results.
pub fn reached(
    plan: &Rc<Plan>,
    actions: Vec<Action>,
    results: Vec<(Index, Vec<Actual>)>,
) -> (Scenario, View) {
    let mut state = AppState::new(Rc::clone(plan), Scenario::hold(plan), View::default());
    for action in actions {
        state = state.apply(action);
    }
    let mut scenario = (*state.scenario).clone();
    for (at, results) in results {
        add_results(&mut scenario, plan, at.index(plan.indicators.len()), results);
    }
    (scenario, state.view.clone())
}

/// Gives one indicator those of the results that its measure takes together.
pub fn add_results(scenario: &mut Scenario, plan: &Plan, at: usize, results: Vec<Actual>) {
    let of = &plan.indicators[at];
    edit(scenario, plan, &of.id, |inputs| {
        let measure = inputs.measure(of);
        for result in results {
            let mut entries = inputs.actuals.entries().to_vec();
            entries.push(result);
            if let Ok(taken) = Actuals::new(entries, measure, plan.first.value) {
                inputs.actuals = taken;
            }
        }
    });
}

pub fn assert_within_the_rules(plan: &Plan, scenario: &Scenario) {
    assert_eq!(scenario.all().len(), plan.indicators.len());
    for (indicator, inputs) in plan.indicators.iter().zip(scenario.all()) {
        let measure = inputs.measure(indicator);
        let limits = RateLimits::of(inputs.growth.mode, measure);
        assert!(limits.admit(inputs.growth.early) && limits.admit(inputs.growth.late));
        assert!(
            inputs.assumed_base.is_none_or(|base| indicator.base.is_none() && measure.admits(base.value))
        );
        assert!(inputs.measure.is_none_or(|other| other.is_count() && other != indicator.measure.value));
        let again = Actuals::new(inputs.actuals.entries().to_vec(), measure, plan.first.value);
        assert_eq!(again.as_ref(), Ok(&inputs.actuals));
    }
}
