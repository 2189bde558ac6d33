//! Whatever a user does comes back, and whatever a text holds is answered.

use std::rc::Rc;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use r13_simulator::codec::saved::{Found, read, write};
use r13_simulator::model::{
    Actual, ActualStatus, Actuals, Entry, Half, Mode, Preset, RankMeasure, Rate, RateLimits, Scenario,
};
use r13_simulator::plan::{FiscalYear, Lang, Measure, Plan, Point};
use r13_simulator::state::{Action, AppState, Scope};
use r13_simulator::view::{Filter, Theme, View, YearStyle};
use serde_json::Value;

use crate::common::{indicator, kagoshima};
use crate::sample::{VERSION_1, edit, json, sound};

/// The bundled plan, with a count of either kind that has no baseline and may be switched.
fn plan() -> Plan {
    let mut plan = kagoshima();
    plan.indicators.push(indicator("flow", Measure::Flow, None, (2031, 10.0)));
    plan.indicators.push(indicator("sum", Measure::Cumulative, None, (2026, 10.0)));
    plan.indicators.push(indicator("late", Measure::Flow, Some((2024, 1.0)), (2031, 10.0)));
    plan
}

fn half() -> impl Strategy<Value = Option<Half>> {
    select(vec![None, Some(Half::Early), Some(Half::Late)])
}

fn rate() -> impl Strategy<Value = Rate> {
    prop_oneof![-2_000_i64..2_000, -(1_i64 << 40)..(1_i64 << 40)].prop_map(Rate::from_hundredths)
}

fn years() -> impl Strategy<Value = FiscalYear> {
    prop_oneof![2015..2032, 1950..2101].prop_map(|western| FiscalYear::new(western).unwrap())
}

/// Numbers as a field takes them: up to 30 digits, so beyond what the JSON reader gives back by itself.
fn value() -> impl Strategy<Value = f64> {
    prop_oneof![
        (0_u32..10_000).prop_map(|tenths| f64::from(tenths) / 10.0),
        0.0..100.0,
        0.0..1e9,
        "[0-9]{1,15}\\.[0-9]{1,15}".prop_map(|digits| digits.parse().unwrap()),
        "[0-9]{1,30}".prop_map(|digits| digits.parse().unwrap()),
    ]
}

fn base() -> impl Strategy<Value = Option<Point>> {
    prop::option::of((years(), value()).prop_map(|(year, value)| Point { year, value }))
}

fn edits(plan: &Plan) -> impl Strategy<Value = Action> + use<> {
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

fn result() -> impl Strategy<Value = Actual> {
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

/// Gives one indicator those of the results that its measure takes together.
fn add_results(scenario: &mut Scenario, plan: &Plan, at: usize, results: Vec<Actual>) {
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

fn assert_within_the_rules(plan: &Plan, scenario: &Scenario) {
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

/// Reads a text and checks that what came of it is within the model's rules, and settled: written and read
/// again it is the same.
fn assert_answered(text: &str, plan: &Plan) -> bool {
    let reading = read(text, plan, View::default());
    assert!(reading.found.is_some() || !reading.problems.is_empty());
    if let Some(Found { scenario, opened, view }) = &reading.found {
        assert_within_the_rules(plan, scenario);
        assert!(view.chosen < plan.indicators.len());
        let again = read(&write(plan, scenario, opened.as_ref(), view), plan, View::default());
        assert_eq!(again.problems, []);
        assert_eq!(again.found, reading.found);
    }
    reading.problems.is_empty()
}

/// Pointers to everything inside.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), value)).collect(),
        Value::Array(entries) => {
            entries.iter().enumerate().map(|(index, value)| (index.to_string(), value)).collect()
        }
        _ => Vec::new(),
    };
    for (name, child) in children {
        let pointer = format!("{at}/{name}");
        pointers(child, &pointer, found);
        found.push(pointer);
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-1e3..1e3).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (2000..2040).prop_map(Value::from),
        select(vec!["percent", "amount", "flow", "cumulative", "total", "k1", "p43", "ja"])
            .prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        let name = select(vec!["k1", "p11", "p43", "mode", "early", "year", "value", "base", "pillar", "x"]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(name.prop_map(str::to_owned), inner, 0..4)
                .prop_map(|fields| fields.into_iter().collect::<Value>()),
        ]
    })
}

proptest! {
    #[test]
    fn what_a_user_does_comes_back(
        actions in prop::collection::vec(edits(&plan()), 0..40),
        results in prop::collection::vec((any::<Index>(), prop::collection::vec(result(), 0..5)), 0..4),
    ) {
        let plan = Rc::new(plan());
        let mut state = AppState::new(Rc::clone(&plan), Scenario::hold(&plan), View::default());
        for action in actions {
            state = state.apply(action);
        }
        let mut scenario = (*state.scenario).clone();
        for (at, results) in results {
            add_results(&mut scenario, &plan, at.index(plan.indicators.len()), results);
        }
        let reading = read(&write(&plan, &scenario, None, &state.view), &plan, View::default());
        prop_assert_eq!(reading.problems, []);
        let Found { scenario: found, view, .. } = reading.found.unwrap();
        prop_assert_eq!(&found, &scenario);
        prop_assert_eq!(view, state.view);
        for (one, two) in found.all().iter().zip(scenario.all()) {
            let bits = |base: Option<Point>| base.map(|base| base.value.to_bits());
            prop_assert_eq!(bits(one.assumed_base), bits(two.assumed_base));
        }
    }

    #[test]
    fn any_text_is_answered(text in any::<String>()) {
        prop_assert!(!assert_answered(&text, &kagoshima()));
    }

    #[test]
    fn any_json_is_answered(value in any_json()) {
        prop_assert!(!assert_answered(&value.to_string(), &kagoshima()));
    }

    #[test]
    fn a_saved_text_with_anything_anywhere_is_answered(
        damage in prop::collection::vec((any::<Index>(), any_json()), 1..4)
    ) {
        let mut text = json();
        for (at, value) in damage {
            let mut places = Vec::new();
            pointers(&text, "", &mut places);
            *text.pointer_mut(&places[at.index(places.len())]).unwrap() = value;
        }
        assert_answered(&text.to_string(), &kagoshima());
    }

    #[test]
    fn a_saved_text_with_other_bytes_is_answered(
        damage in prop::collection::vec((any::<Index>(), any::<u8>()), 1..4)
    ) {
        let mut bytes = VERSION_1.as_bytes().to_vec();
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        assert_answered(&String::from_utf8_lossy(&bytes), &kagoshima());
    }
}

#[test]
fn a_saved_text_cut_anywhere_is_reported() {
    let plan = kagoshima();
    let (scenario, view) = sound(&plan);
    let written = write(&plan, &scenario, None, &view);
    for end in 0..written.len() {
        let cut = String::from_utf8_lossy(&written.as_bytes()[..end]);
        let reading = read(&cut, &plan, View::default());
        assert!(!reading.problems.is_empty() && reading.found.is_none(), "{end}");
    }
}
