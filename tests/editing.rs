//! What happens to all that is assumed when a user changes the plan.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use std::rc::Rc;

use common::{kagoshima, rate, year};
use proptest::prelude::*;
use proptest::sample::Index;
use r13_simulator::codec::link::{decode, encode};
use r13_simulator::model::{
    Actual, ActualProblem, ActualStatus, Actuals, Compared, Entry, Growth, Inputs, Mode, Scenario,
};
use r13_simulator::plan::{Indicator, Measure, Origin, Plan, PlanPoint, Sourced};
use r13_simulator::state::{
    Action, AppState, Change, Comparing, Editing, Keeping, Linking, Notice, Unsound, arrive,
};
use r13_simulator::view::{Shown, View};

fn start() -> AppState {
    let plan = kagoshima();
    let scenario = Scenario::hold(&plan);
    AppState::new(Rc::new(plan), scenario, View::default())
}

fn after(state: &AppState, actions: impl IntoIterator<Item = Action>) -> AppState {
    actions.into_iter().fold(state.clone(), |state, action| state.apply(action))
}

fn own<T>(value: T) -> Sourced<T> {
    Sourced { value, origin: Origin::Edited }
}

fn of(state: &AppState, id: &str) -> Indicator {
    state.plan.indicators[state.plan.position(id).unwrap()].clone()
}

fn target(state: &AppState, id: &str, value: f64) -> Action {
    let mut indicator = of(state, id);
    indicator.target.value = own(value);
    Editing::Set(Rc::new(indicator)).into()
}

fn counted(state: &AppState, id: &str, measure: Measure) -> Editing {
    Editing::Set(Rc::new(Indicator { measure: own(measure), ..of(state, id) }))
}

fn remove(id: &str) -> Action {
    Editing::Remove(id.to_owned()).into()
}

fn at(state: &AppState, id: &str) -> usize {
    state.plan.position(id).unwrap()
}

fn set(state: &AppState, id: &str, hundredths: i64) -> Action {
    Action::SetRate { indicator: at(state, id), half: None, rate: rate(hundredths), drag: false }
}

fn early(state: &AppState, scenario: &Scenario, id: &str) -> i64 {
    scenario.inputs(at(state, id)).unwrap().growth.early.hundredths()
}

fn result(western: i32, value: f64, entry: Entry) -> Actual {
    let status = ActualStatus::Final;
    Actual { year: year(western), value, entry, status, source: String::new(), series_break: false }
}

/// The state with a result for an indicator.
fn with_result(state: &AppState, id: &str, actual: Actual) -> AppState {
    let (index, first) = (at(state, id), state.plan.first.value);
    let measure = state.plan.indicators[index].measure.value;
    let actuals = Actuals::new(vec![actual], measure, first).unwrap();
    state.apply(r13_simulator::state::Recording(vec![(index, actuals)]).into())
}

#[test]
fn a_changed_number_is_in_force_at_once_and_undo_brings_the_published_one_back() {
    let state = start();
    let edited = after(&state, [target(&state, "k1", 7000.0)]);
    assert_eq!(of(&edited, "k1").target.value, own(7000.0));
    assert!(Rc::ptr_eq(&edited.plan, &edited.plan_today) && !Rc::ptr_eq(&edited.plan, &edited.published));
    assert_eq!(edited.history.undoable(), Some(Change::PlanFigures(0)));
    let back = edited.apply(Action::Undo);
    assert!(Rc::ptr_eq(&back.plan, &back.published) && Rc::ptr_eq(&back.plan_today, &back.published));
    let again = back.apply(Action::Redo);
    assert_eq!(again.plan, edited.plan);
    // Typed back by hand it is the published plan itself.
    let typed = after(&edited, [target(&edited, "k1", 7809.0)]);
    assert!(Rc::ptr_eq(&typed.plan, &typed.published));
    // What changes nothing is no change.
    let same = after(&state, [target(&state, "k1", 7809.0)]);
    assert_eq!(same.history.undoable(), None);
}

#[test]
fn all_that_goes_by_indicators_follows_when_one_is_taken_out() {
    let state = start();
    let state =
        after(&state, [set(&state, "p12", 300), set(&state, "p13", 125), Action::SetName("案".to_owned())]);
    let state = after(&state, [Keeping::Keep.into()]);
    let other = Compared::Scenario(Rc::clone(&state.scenario));
    let chosen = at(&state, "p13");
    let state =
        after(&state, [Comparing::Add(other).into(), Action::Choose(chosen), Action::ToggleSettings(chosen)]);

    let without = after(&state, [remove("p12")]);
    assert_eq!(without.plan.indicators.len(), 21);
    assert_eq!(without.scenario.all().len(), 21);
    let kept = Rc::clone(without.shelf.get("案").unwrap());
    let Compared::Scenario(compared) = &without.view.compared[0] else { panic!() };
    for scenario in [&without.scenario, &kept, compared] {
        assert_eq!(early(&without, scenario, "p13"), 125);
    }
    assert_eq!(without.view.chosen, at(&without, "p13"));
    assert_eq!(without.view.settings, Some(at(&without, "p13")));

    // Put back, it is where it was, in what is kept too.
    let back = after(&without, [Editing::Restore("p12".to_owned()).into()]);
    assert!(Rc::ptr_eq(&back.plan, &back.published));
    for scenario in [&back.scenario, back.shelf.get("案").unwrap()] {
        assert_eq!((early(&back, scenario, "p12"), early(&back, scenario, "p13")), (300, 125));
    }
    assert_eq!(back.view.chosen, at(&back, "p12"), "what was put back is shown");
    // So it is after undo.
    let undone = without.apply(Action::Undo);
    assert_eq!(undone.scenario, state.scenario);
    assert_eq!(early(&undone, undone.shelf.get("案").unwrap(), "p12"), 300);
}

#[test]
fn an_added_indicator_is_shown_and_goes_without_a_trace() {
    let state = start();
    let new = Indicator { id: "u1".to_owned(), pillar: Some(0), ..of(&state, "p43") };
    let more = after(&state, [Editing::Set(Rc::new(new)).into()]);
    assert_eq!((more.view.chosen, more.history.undoable()), (22, Some(Change::PlanAdded)));
    let more = after(&more, [set(&more, "u1", 50)]);
    let gone = after(&more, [remove("u1")]);
    assert!(Rc::ptr_eq(&gone.plan, &gone.published));
    assert_eq!(gone.view.chosen, 21, "its neighbour is shown in its place");
    let back = gone.apply(Action::Undo);
    assert_eq!(early(&back, &back.scenario, "u1"), 50);
}

#[test]
fn what_does_not_fit_another_counting_is_held_within_it_and_comes_back() {
    let state = start();
    // In points a share takes at most 100 a year; a level takes far more.
    let growth = Growth::uniform(Mode::Amount, rate(25_000));
    let index = at(&state, "k1");
    let mut scenario = (*state.scenario).clone();
    scenario.set(index, Inputs { growth, ..(**state.scenario.inputs(index).unwrap()).clone() });
    scenario.name = "案".to_owned();
    let state = AppState::new(Rc::clone(&state.plan), scenario, View::default());
    let state = after(&state, [Keeping::Keep.into()]);
    let mut share = of(&state, "k1");
    share.measure = own(Measure::Share);
    share.target.value = own(60.0);
    share.base = Some(PlanPoint { value: own(50.0), ..share.base.unwrap() });
    let edited = after(&state, [Editing::Set(Rc::new(share)).into()]);
    for scenario in [&edited.scenario, edited.shelf.get("案").unwrap()] {
        assert_eq!(early(&edited, scenario, "k1"), 10_000);
    }
    let back = after(&edited, [Editing::RestoreAll.into()]);
    assert_eq!(back.history.undoable(), Some(Change::PlanRestored));
    for scenario in [&back.scenario, back.shelf.get("案").unwrap()] {
        assert_eq!(early(&back, scenario, "k1"), 25_000);
    }
    // What was changed meanwhile stays as it is.
    let moved = after(&edited, [set(&edited, "k1", 500), Editing::RestoreAll.into()]);
    assert_eq!(early(&moved, &moved.scenario, "k1"), 500);
}

#[test]
fn a_counting_that_is_changed_can_no_longer_be_switched() {
    let state = start();
    let switched = after(&state, [Action::SwitchMeasure(at(&state, "p11"))]);
    let index = at(&state, "p11");
    assert_eq!(switched.scenario.inputs(index).unwrap().measure, Some(Measure::Flow));
    let fixed = after(&switched, [counted(&switched, "p11", Measure::Flow).into()]);
    assert_eq!(fixed.scenario.inputs(index).unwrap().measure, None);
    assert_eq!(after(&fixed, [Action::SwitchMeasure(index)]).scenario, fixed.scenario);
}

#[test]
fn results_are_never_dropped_for_a_change_of_the_plan() {
    let state = with_result(&start(), "p11", result(2023, 150.0, Entry::Total));
    let level = counted(&state, "p11", Measure::Level);
    let problem = ActualProblem::TotalOfNoCount(year(2023));
    match level.outcome(&state).unwrap_err() {
        Unsound::Result { indicator, problem: found, kept } => {
            assert_eq!((indicator.id.as_str(), found, kept), ("p11", problem, None));
        }
        other => panic!("{other:?}"),
    }
    let still = after(&state, [level.into()]);
    assert!(Rc::ptr_eq(&still.plan, &still.published));

    // Those of a kept scenario count as much.
    let kept = after(&state, [Action::SetName("案".to_owned()), Keeping::Keep.into()]);
    let bare = after(&kept, [Action::Undo, Action::Undo]);
    assert!(bare.scenario.inputs(at(&bare, "p11")).unwrap().actuals.is_empty());
    match counted(&bare, "p11", Measure::Share).outcome(&bare).unwrap_err() {
        Unsound::Plan(_) => {}
        other => panic!("{other:?}"),
    }
    match counted(&bare, "p11", Measure::Level).outcome(&bare).unwrap_err() {
        Unsound::Result { kept, .. } => assert_eq!(kept.as_deref(), Some("案")),
        other => panic!("{other:?}"),
    }
    // Where they go with it, they stay.
    let flow = after(&state, [counted(&state, "p11", Measure::Flow).into()]);
    assert_eq!(flow.scenario.inputs(at(&flow, "p11")).unwrap().actuals.entries().len(), 1);
}

#[test]
fn a_plan_that_would_be_none_stays_as_it_is() {
    let state = start();
    for act in [target(&state, "k2", 101.0), target(&state, "k1", -1.0), target(&state, "k1", f64::NAN)] {
        let still = after(&state, [act]);
        assert!(Rc::ptr_eq(&still.plan, &still.published));
        assert_eq!(still.history.undoable(), None);
    }
}

#[test]
fn a_link_says_that_its_sender_changed_the_plan_and_opens_where_the_same_changes_are() {
    let state = start();
    let edited = after(&state, [target(&state, "k1", 7000.0), set(&state, "k2", 125)]);
    let link = encode(&edited.plan, &edited.scenario, &Shown::default());
    assert!(link.contains("/Numbers=Edited/"), "{link}");
    let reading = decode(&link, &edited.plan).unwrap();
    assert!(reading.edited && reading.intact && reading.faults.is_empty());
    assert_eq!(reading.link.scenario.all(), edited.scenario.all());

    // Where the plan is as published, nobody takes one for the other.
    match &arrive(&state.plan, &link)[..] {
        [Action::Notify(Notice::NumbersMoved { reading, then: None, moved })] => {
            assert!(reading.edited && moved.is_empty());
        }
        other => panic!("{other:?}"),
    }
    // Where it has the same changes, the link opens.
    let receiver = after(&start(), [target(&start(), "k1", 7000.0)]);
    let actions = arrive(&receiver.plan, &link);
    let opened = after(&receiver, actions);
    assert!(opened.opened.is_some() && opened.notices.is_empty());
    assert_eq!(early(&opened, &opened.scenario, "k2"), 125);

    // A link of the published plan shows what its sender saw, and marks nothing there.
    let plain = encode(&state.plan, &after(&state, [set(&state, "k2", 50)]).scenario, &Shown::default());
    assert!(!plain.contains("Numbers"));
    let [Action::Notify(Notice::NumbersMoved { reading, then: Some(then), moved })] =
        &arrive(&receiver.plan, &plain)[..]
    else {
        panic!()
    };
    assert_eq!(moved.len(), 1);
    let then = Linking::OpenThen(Rc::new(reading.link.clone()), Rc::clone(then));
    let opened = after(&receiver, [then.into()]);
    assert!(!opened.plan.is_edited());
    assert_eq!(*opened.plan, *opened.published);
    // Under those numbers nobody changes the plan of today.
    let still = after(&opened, [target(&opened, "k1", 6000.0)]);
    assert!(Rc::ptr_eq(&still.plan_today, &opened.plan_today) && Rc::ptr_eq(&still.plan, &opened.plan));
}

#[test]
fn what_was_said_of_scenarios_follows_too() {
    let state = start();
    let state =
        after(&state, [set(&state, "p13", 125), Action::SetName("案".to_owned()), Keeping::Keep.into()]);
    let state = after(&state, [Keeping::Delete("案".to_owned()).into()]);
    let without = after(&state, [remove("p12")]);
    let back = without.notices[0].clone();
    let back = after(&without, [Keeping::PutBack(back).into()]);
    assert_eq!(early(&back, back.shelf.get("案").unwrap(), "p13"), 125);
}

#[test]
fn another_page_that_changed_the_plan_is_followed() {
    let state = after(&start(), [set(&start(), "p13", 125)]);
    let there = after(&start(), [remove("p12"), target(&start(), "k1", 7000.0)]);
    let here = after(&state, [Editing::Follow(Rc::clone(&there.plan)).into()]);
    assert_eq!(here.plan, there.plan);
    assert_eq!(early(&here, &here.scenario, "p13"), 125);
    assert_eq!(here.history.undoable(), Some(Change::PlanElsewhere));
}

/// Anything that a user may do around a change of the plan.
#[derive(Clone, Debug)]
enum Act {
    Rate(Index, i64),
    Target(Index, f64),
    Measure(Index, Measure),
    Remove(Index),
    Restore(Index),
    RestoreAll,
    Keep(u8),
    Open(u8),
    Switch(Index),
    Undo,
    Redo,
}

fn act() -> impl Strategy<Value = Act> {
    let measure =
        prop::sample::select(vec![Measure::Level, Measure::Share, Measure::Flow, Measure::Cumulative]);
    prop_oneof![
        4 => (any::<Index>(), -20_000_i64..20_000).prop_map(|(at, rate)| Act::Rate(at, rate)),
        2 => (any::<Index>(), 0.0..1e5).prop_map(|(at, value)| Act::Target(at, value)),
        2 => (any::<Index>(), measure).prop_map(|(at, measure)| Act::Measure(at, measure)),
        2 => any::<Index>().prop_map(Act::Remove),
        2 => any::<Index>().prop_map(Act::Restore),
        1 => Just(Act::RestoreAll),
        1 => (0..3_u8).prop_map(Act::Keep),
        1 => (0..3_u8).prop_map(Act::Open),
        1 => any::<Index>().prop_map(Act::Switch),
        2 => Just(Act::Undo),
        1 => Just(Act::Redo),
    ]
}

fn actions(state: &AppState, act: &Act) -> Vec<Action> {
    let pick = |at: &Index| at.index(state.plan.indicators.len());
    let of = |at: &Index| state.plan.indicators[pick(at)].clone();
    let name = |number: &u8| format!("案{number}");
    match act {
        Act::Rate(at, hundredths) => {
            vec![Action::SetRate { indicator: pick(at), half: None, rate: rate(*hundredths), drag: false }]
        }
        Act::Target(at, value) => vec![target(state, &of(at).id, *value)],
        Act::Measure(at, measure) => vec![counted(state, &of(at).id, *measure).into()],
        Act::Remove(at) => vec![remove(&of(at).id)],
        Act::Restore(at) => vec![Editing::Restore(at.get(&state.published.indicators).id.clone()).into()],
        Act::RestoreAll => vec![Editing::RestoreAll.into()],
        Act::Keep(number) => vec![Action::SetName(name(number)), Keeping::Keep.into()],
        Act::Open(number) => vec![Keeping::Open(name(number)).into()],
        Act::Switch(at) => vec![Action::SwitchMeasure(pick(at))],
        Act::Undo => vec![Action::Undo],
        Act::Redo => vec![Action::Redo],
    }
}

/// What is saved of a scenario is read again without a fault: it keeps to the rules of the plan.
fn assert_fits(plan: &Plan, scenario: &Scenario) {
    let text = r13_simulator::codec::scenario_file::write(plan, [scenario]);
    let read = r13_simulator::codec::scenario_file::read(&text, plan);
    assert_eq!(read.problems, []);
    assert_eq!(read.found[0].scenario.all(), scenario.all());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_done_all_scenarios_fit_the_plan_and_undo_leads_back(
        acts in prop::collection::vec(act(), 1..24),
    ) {
        let begun = start();
        let mut state = begun.clone();
        for act in &acts {
            state = after(&state, actions(&state, act));
            assert_fits(&state.plan, &state.scenario);
            for kept in state.shelf.all() {
                assert_fits(&state.plan, kept);
            }
            prop_assert!(state.view.chosen < state.plan.indicators.len());
        }
        while state.history.undoable().is_some() {
            state = state.apply(Action::Undo);
        }
        prop_assert!(Rc::ptr_eq(&state.plan, &begun.plan) && Rc::ptr_eq(&state.plan_today, &begun.plan));
        prop_assert_eq!(state.scenario, begun.scenario);
    }
}
