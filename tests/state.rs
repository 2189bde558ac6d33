//! What the user's acts do: undo, redo, reset, drags, locks, bulk moves, and everything that must change nothing.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use std::rc::Rc;

use common::{indicator, kagoshima, plan_of, point, rate};
use proptest::prelude::*;
use r13_simulator::model::{
    Growth, Half, Inputs, MAX_NAME, MAX_TEXT, Mode, Preset, RankMeasure, Rate, RateLimits, Scenario,
};
use r13_simulator::plan::{Day, Lang, Measure, Plan};
use r13_simulator::state::{Action, AppState, Change, HISTORY_LIMIT, Notice, Scope};
use r13_simulator::view::{Filter, Theme, View, YearStyle};

fn start() -> AppState {
    let plan = kagoshima();
    let scenario = Scenario::hold(&plan);
    AppState::new(Rc::new(plan), scenario, View::default())
}

fn after(state: &AppState, actions: impl IntoIterator<Item = Action>) -> AppState {
    actions.into_iter().fold(state.clone(), |state, action| state.apply(action))
}

fn at(state: &AppState, id: &str) -> usize {
    state.plan.position(id).unwrap()
}

fn inputs(state: &AppState, indicator: usize) -> &Inputs {
    state.scenario.inputs(indicator).unwrap()
}

fn early(state: &AppState, indicator: usize) -> i64 {
    inputs(state, indicator).growth.early.hundredths()
}

fn set(indicator: usize, hundredths: i64) -> Action {
    Action::SetRate { indicator, half: None, rate: rate(hundredths), drag: false }
}

fn drag(indicator: usize, hundredths: i64) -> Action {
    Action::SetRate { indicator, half: None, rate: rate(hundredths), drag: true }
}

/// How many changes can be taken back.
fn depth(state: &AppState) -> usize {
    let mut state = state.clone();
    let mut depth = 0;
    while state.history.undoable().is_some() {
        state = state.apply(Action::Undo);
        depth += 1;
    }
    depth
}

fn notice(name: &str) -> Notice {
    Notice::PlanMissing { name: name.to_owned() }
}

#[test]
fn undo_and_redo_walk_through_every_change() {
    let first = start();
    let second = first.apply(set(0, 100));
    let third = second.apply(set(1, 200));
    assert_eq!(third.history.undoable(), Some(Change::Rate(1)));
    let back = third.apply(Action::Undo);
    assert_eq!((&back.scenario, back.history.redoable()), (&second.scenario, Some(Change::Rate(1))));
    let start_again = back.apply(Action::Undo);
    assert_eq!((&start_again.scenario, start_again.history.undoable()), (&first.scenario, None));
    let forward = after(&start_again, [Action::Redo, Action::Redo]);
    assert_eq!((&forward.scenario, forward.history.redoable()), (&third.scenario, None));
    assert_eq!(after(&first, [Action::Undo, Action::Redo]).scenario, first.scenario);
}

#[test]
fn the_last_change_is_told_whichever_way_it_went() {
    let state = after(&start(), [set(0, 100), set(1, 200)]);
    let told = |state: &AppState| state.last.as_ref().map(|entry| entry.change);
    assert_eq!(told(&start()), None);
    assert_eq!(told(&state), Some(Change::Rate(1)));
    assert_eq!(told(&after(&state, [Action::Undo, Action::Undo])), Some(Change::Rate(0)));
    assert_eq!(told(&after(&state, [Action::Undo, Action::Undo, Action::Redo])), Some(Change::Rate(0)));
}

#[test]
fn a_new_edit_discards_what_was_undone() {
    let state = after(&start(), [set(0, 100), Action::Undo, set(1, 200)]);
    assert_eq!(state.history.redoable(), None);
    assert_eq!(state.apply(Action::Redo), state);
    let nothing = after(&start(), [set(0, 100), Action::Undo, set(1, 0)]);
    assert_eq!(
        nothing.history.redoable(),
        Some(Change::Rate(0)),
        "an edit that changes nothing discards nothing"
    );
}

#[test]
fn one_drag_is_one_entry() {
    let dragged = after(&start(), [drag(0, 10), drag(0, 20), Action::Choose(0), drag(0, 30)]);
    assert_eq!((early(&dragged, 0), depth(&dragged)), (30, 1));
    assert_eq!(dragged.apply(Action::Undo).scenario, start().scenario);

    for (between, entries) in [
        (vec![Action::EndDrag], 2),
        (vec![Action::EndDrag, Action::EndDrag], 2),
        (vec![drag(1, 5)], 3),
        (vec![set(0, 40)], 3),
        (vec![Action::Notify(notice("a")), Action::DismissNotice(0), Action::Choose(3)], 1),
        (vec![Action::Undo], 1),
        (vec![Action::Reset], 3),
    ] {
        let state = after(&after(&dragged, between.clone()), [drag(0, 50)]);
        assert_eq!((early(&state, 0), depth(&state)), (50, entries), "{between:?}");
    }
    let half = |half, hundredths| Action::SetRate { indicator: 0, half, rate: rate(hundredths), drag: true };
    let halves = after(&start(), [half(Some(Half::Early), 10), half(Some(Half::Late), 20), half(None, 30)]);
    assert_eq!(depth(&halves), 3);
}

#[test]
fn a_drag_that_does_not_move_is_no_entry() {
    let state = after(&start(), [drag(0, 0), drag(0, 0), Action::EndDrag]);
    assert_eq!(depth(&state), 0);
    let there_and_back = after(&start(), [drag(0, 10), drag(0, 20), drag(0, 0), Action::EndDrag]);
    assert_eq!((&there_and_back.scenario, depth(&there_and_back)), (&start().scenario, 0));
    let then_moves = after(&start(), [drag(0, 0), drag(0, 10), drag(0, 20)]);
    assert_eq!((early(&then_moves, 0), depth(&then_moves)), (20, 1));
}

#[test]
fn the_history_forgets_the_oldest() {
    let many = HISTORY_LIMIT as i64 + 50;
    let state = after(&start(), (1..=many).map(|step| set(0, step)));
    assert_eq!(depth(&state), HISTORY_LIMIT);
    let back = after(&state, (0..many).map(|_| Action::Undo));
    assert_eq!(early(&back, 0), 50);
    assert_eq!(after(&back, (0..many).map(|_| Action::Redo)).scenario, state.scenario);
}

#[test]
fn view_is_not_in_the_history() {
    let edited = start().apply(set(0, 100));
    for action in [
        Action::Choose(5),
        Action::Filter(Filter::Pillar(2)),
        Action::Filter(Filter::Priority),
        Action::Search("就業".to_owned()),
        Action::ToggleSettings(4),
        Action::RankBy(RankMeasure::Ratio),
        Action::ShowWholeRanking(true),
        Action::ShowTable(true),
        Action::PrintCharts(true),
        Action::SetLang(Lang::En),
        Action::SetYears(YearStyle::Western),
        Action::SetTheme(Theme::Dark),
        Action::ShowGuide(false),
    ] {
        let seen = edited.apply(action.clone());
        assert_ne!(seen.view, edited.view, "{action:?}");
        assert_eq!((&seen.scenario, &seen.history), (&edited.scenario, &edited.history), "{action:?}");
        let undone = seen.apply(Action::Undo);
        assert_eq!((&undone.view, &undone.scenario), (&seen.view, &start().scenario), "{action:?}");
    }
}

#[test]
fn what_lies_beyond_the_plan_changes_nothing() {
    let state = start().apply(set(0, 100));
    let beyond = state.plan.indicators.len();
    let rate = rate(5);
    for action in [
        set(beyond, 5),
        drag(usize::MAX, 5),
        Action::SetRate { indicator: beyond, half: Some(Half::Late), rate, drag: false },
        Action::SetRequired { indicator: beyond, half: None },
        Action::SwitchMode { indicator: beyond, mode: Mode::Amount },
        Action::SwitchMeasure(beyond),
        Action::SetAssumedBase { indicator: beyond, base: Some(point((2021, 5.0))) },
        Action::SetLocked { indicator: beyond, locked: true },
        Action::SetReason { indicator: beyond, reason: "x".to_owned() },
        Action::Preset(Scope::Pillar(99), Preset::Required),
        Action::Preset(Scope::Indicator(beyond), Preset::Required),
        Action::Shift(Scope::Pillar(99), rate),
        Action::Shift(Scope::Indicator(usize::MAX), rate),
        Action::Choose(beyond),
        Action::ToggleSettings(beyond),
        Action::Filter(Filter::Pillar(99)),
        Action::DismissNotice(0),
        Action::Redo,
    ] {
        assert_eq!(state.apply(action.clone()), state, "{action:?}");
    }
}

#[test]
fn what_changes_nothing_is_no_entry() {
    let state = start();
    let (p43, k1) = (at(&state, "p43"), at(&state, "k1"));
    for action in [
        set(0, 0),
        Action::SwitchMode { indicator: 0, mode: Mode::Percent },
        Action::SwitchMeasure(k1),
        Action::SetAssumedBase { indicator: p43, base: None },
        Action::SetAssumedBase { indicator: p43, base: Some(point((2021, 100.5))) },
        Action::SetAssumedBase { indicator: p43, base: Some(point((2021, f64::NAN))) },
        Action::SetAssumedBase { indicator: p43, base: Some(point((2040, 10.0))) },
        Action::SetAssumedBase { indicator: k1, base: Some(point((2021, 10.0))) },
        Action::SetRequired { indicator: p43, half: None },
        Action::SetLocked { indicator: 0, locked: false },
        Action::SetReason { indicator: 0, reason: String::new() },
        Action::SetName(String::new()),
        Action::Preset(Scope::All, Preset::Hold),
        Action::Shift(Scope::All, Rate::ZERO),
        Action::Reset,
        Action::EndDrag,
    ] {
        assert_eq!(state.apply(action.clone()), state, "{action:?}");
    }
}

#[test]
fn rates_are_held_within_the_limits() {
    let state = start();
    for (id, asked, found) in [
        ("k1", i64::MAX, 100_000),
        ("k1", i64::MIN, -10_000),
        ("k2", 10_001, 10_000),
        ("k2", -10_001, -10_000),
    ] {
        let indicator = at(&state, id);
        assert_eq!(early(&state.apply(set(indicator, asked)), indicator), found);
    }
}

#[test]
fn a_half_moves_alone() {
    let state =
        start().apply(Action::SetRate { indicator: 0, half: Some(Half::Late), rate: rate(70), drag: false });
    assert_eq!(inputs(&state, 0).growth, Growth { mode: Mode::Percent, early: rate(0), late: rate(70) });
}

#[test]
fn a_lock_holds_the_growth_against_everything_but_undo_and_reset() {
    let locked = after(&start(), [set(0, 100), Action::SetLocked { indicator: 0, locked: true }]);
    for action in [
        set(0, 200),
        drag(0, 200),
        Action::SetRequired { indicator: 0, half: None },
        Action::SwitchMode { indicator: 0, mode: Mode::Amount },
        Action::Preset(Scope::All, Preset::Required),
        Action::Preset(Scope::Pillar(0), Preset::Hold),
        Action::Preset(Scope::Indicator(0), Preset::Half),
        Action::Shift(Scope::All, rate(100)),
        Action::Shift(Scope::Indicator(0), rate(100)),
    ] {
        let state = locked.apply(action.clone());
        assert!(Rc::ptr_eq(&state.scenario.all()[0], &locked.scenario.all()[0]), "{action:?}");
    }
    let other = locked.apply(Action::Shift(Scope::Pillar(0), rate(100)));
    assert_eq!((early(&other, 0), early(&other, 1)), (100, 100));
    let reset = locked.apply(Action::Reset);
    assert_eq!((early(&reset, 0), inputs(&reset, 0).locked), (0, false));
    let undone = after(&locked, [Action::Undo, Action::Undo]);
    assert_eq!(undone.scenario, start().scenario);
    let unlocked = after(&locked, [Action::SetLocked { indicator: 0, locked: false }, set(0, 300)]);
    assert_eq!(early(&unlocked, 0), 300);
}

#[test]
fn bulk_moves_keep_to_their_scope_and_are_one_entry() {
    let state = start();
    let pillar = 3;
    for (scope, expected) in [
        (Scope::All, state.plan.indicators.len()),
        (Scope::Pillar(pillar), state.plan.pillars[pillar].indicators.len()),
        (Scope::Priority, 10),
        (Scope::Indicator(6), 1),
    ] {
        let moved = state.apply(Action::Shift(scope, rate(100)));
        let changed: Vec<usize> =
            (0..state.plan.indicators.len()).filter(|index| early(&moved, *index) == 100).collect();
        assert_eq!(changed.len(), expected);
        assert_eq!(moved.history.undoable(), Some(Change::Shift(scope, rate(100), expected)));
        assert_eq!(depth(&moved), 1);
        if let Scope::Pillar(pillar) = scope {
            assert_eq!(changed, state.plan.pillars[pillar].indicators);
        }
    }
}

#[test]
fn the_required_preset_meets_all_it_can_and_leaves_the_rest() {
    let state =
        after(&start(), [set(at(&start(), "p43"), 123), Action::Preset(Scope::All, Preset::Required)]);
    let outlook = r13_simulator::model::Outlook::new(&state.plan, &state.scenario);
    assert_eq!((outlook.all().met, outlook.all().short, outlook.all().unknown), (21, 0, 1));
    assert_eq!(early(&state, at(&state, "p43")), 123);
}

#[test]
fn reset_goes_back_to_standing_still_and_keeps_the_name() {
    let p43 = at(&start(), "p43");
    let p11 = at(&start(), "p11");
    let state = after(
        &start(),
        [
            Action::SetName("案A".to_owned()),
            Action::SetNote("会議用".to_owned()),
            set(0, 100),
            Action::SetReason { indicator: 0, reason: "x".to_owned() },
            Action::SetAssumedBase { indicator: p43, base: Some(point((2021, 12.0))) },
            Action::SwitchMeasure(p11),
        ],
    );
    assert_eq!(inputs(&state, p11).measure, Some(Measure::Flow));
    let reset = state.apply(Action::Reset);
    assert_eq!(reset.scenario.all(), Scenario::hold(&state.plan).all());
    assert_eq!((reset.scenario.name.as_str(), reset.scenario.note.as_str()), ("案A", "会議用"));
    assert_eq!(reset.history.undoable(), Some(Change::Reset));
    assert_eq!(reset.apply(Action::Undo).scenario, state.scenario);
}

#[test]
fn a_change_is_dated_and_a_look_is_not() {
    let mut state = start();
    state.today = Day::new(2026, 11, 25);
    assert_eq!(after(&state, [Action::Choose(3), Action::Filter(Filter::Priority)]).scenario.date, None);
    let changed = state.apply(Action::SetNote("会議用".to_owned()));
    assert_eq!((changed.scenario.note.as_str(), changed.scenario.date), ("会議用", state.today));
    assert_eq!(changed.history.undoable(), Some(Change::Note));
    assert_eq!(changed.apply(Action::Undo).scenario, state.scenario);
    // Without a clock the day of the last change stays.
    let mut later = changed.clone();
    later.today = None;
    assert_eq!(later.apply(set(0, 100)).scenario.date, state.today);
}

#[test]
fn a_drag_back_to_where_it_began_leaves_no_entry_whatever_the_day() {
    let mut state = start();
    state.today = Day::new(2026, 11, 25);
    let drag = |hundredths| Action::SetRate { indicator: 0, half: None, rate: rate(hundredths), drag: true };
    let back = after(&state, [drag(100), drag(0), Action::EndDrag]);
    assert_eq!(back.history.undoable(), None);
}

#[test]
fn switching_the_measure_twice_is_where_it_began() {
    let state = start();
    let p11 = at(&state, "p11");
    let twice = after(&state, [Action::SwitchMeasure(p11), Action::SwitchMeasure(p11)]);
    assert_eq!(twice.scenario, state.scenario);
}

#[test]
fn long_texts_are_shortened_by_characters() {
    let long = "鹿".repeat(5_000);
    let state = after(
        &start(),
        [
            Action::SetName(long.clone()),
            Action::SetNote(long.clone()),
            Action::SetReason { indicator: 0, reason: long.clone() },
            Action::Search(long),
        ],
    );
    assert_eq!(state.scenario.name.chars().count(), MAX_NAME);
    assert_eq!(state.scenario.note.chars().count(), MAX_TEXT);
    assert_eq!(inputs(&state, 0).reason.chars().count(), MAX_TEXT);
    assert!(state.view.search.chars().count() <= MAX_NAME);
}

#[test]
fn an_edit_shares_every_other_indicator() {
    let state = start();
    let edited = state.apply(set(7, 100));
    let shared =
        state.scenario.all().iter().zip(edited.scenario.all()).filter(|(one, two)| Rc::ptr_eq(one, two));
    assert_eq!(shared.count(), state.plan.indicators.len() - 1);
}

#[test]
fn notices_are_said_once_and_taken_away_by_number() {
    let state = after(
        &start(),
        [Action::Notify(notice("a")), Action::Notify(notice("b")), Action::Notify(notice("a"))],
    );
    assert_eq!(state.notices, [notice("a"), notice("b")]);
    assert_eq!(state.apply(Action::DismissNotice(0)).notices, [notice("b")]);
    let many = after(&state, (0..100).map(|at| Action::Notify(notice(&at.to_string()))));
    assert!(many.notices.len() < 20);
    assert_eq!(many.notices.last(), Some(&notice("99")));
}

#[test]
fn a_notice_that_no_longer_holds_is_withdrawn() {
    let state = after(&start(), ["a", "b", "c"].map(|name| Action::Notify(notice(name))));
    assert_eq!(state.apply(Action::Withdraw(notice("b"))).notices, [notice("a"), notice("c")]);
    assert_eq!(state.apply(Action::Withdraw(notice("d"))).notices, state.notices);
}

#[test]
fn the_list_follows_filter_and_search() {
    let state = start();
    let ids = |state: &AppState| {
        state.listed().into_iter().map(|index| state.plan.indicators[index].id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(state.listed().len(), 22);
    let pillar = state.apply(Action::Filter(Filter::Pillar(3)));
    assert_eq!(ids(&pillar), ["p31", "p32", "p33"]);
    assert_eq!(pillar.plan.indicators[pillar.view.chosen].id, "p31");
    assert_eq!(Scope::from(pillar.view.filter), Scope::Pillar(3));
    let priority = state.apply(Action::Filter(Filter::Priority));
    assert_eq!(ids(&priority), ["p11", "p12", "p14", "p21", "p22", "p31", "p32", "p33", "p41", "p48"]);
    for search in ["ｐ４３", "P43", "女性管理職", " 女性 管理職 ", "Women among"] {
        assert_eq!(ids(&state.apply(Action::Search(search.to_owned()))), ["p43"], "{search}");
    }
    assert!(ids(&state.apply(Action::Search("存在しない".to_owned()))).is_empty());
}

/// A small plan with something of everything, so that random acts often meet.
fn corners() -> AppState {
    let mut indicators = vec![
        indicator("level", Measure::Level, Some((2020, 100.0)), (2031, 120.0)),
        indicator("share", Measure::Share, Some((2020, 88.8)), (2031, 100.0)),
        indicator("none", Measure::Share, None, (2031, 24.8)),
        indicator("count", Measure::Cumulative, Some((2020, 10.0)), (2031, 120.0)),
        indicator("zero", Measure::Flow, Some((2020, 0.0)), (2026, 5.0)),
    ];
    indicators[3].pillar = Some(1);
    let plan = plan_of(3, indicators);
    let scenario = Scenario::hold(&plan);
    AppState::new(Rc::new(plan), scenario, View::default())
}

fn scopes() -> impl Strategy<Value = Scope> {
    prop_oneof![
        Just(Scope::All),
        Just(Scope::Priority),
        (0..4usize).prop_map(Scope::Pillar),
        (0..6usize).prop_map(Scope::Indicator)
    ]
}

fn halves() -> impl Strategy<Value = Option<Half>> {
    prop::sample::select(vec![None, Some(Half::Early), Some(Half::Late)])
}

fn actions() -> impl Strategy<Value = Action> {
    let who = 0..6usize;
    let step = prop_oneof![-500..500i64, Just(i64::MAX), Just(i64::MIN), Just(100_000), Just(-10_000)];
    let base = (2000..2050i32, prop::sample::select(vec![0.0, 12.5, 100.0, 1e300, f64::MAX, -1.0, f64::NAN]));
    prop_oneof![
        6 => (who.clone(), halves(), step.clone(), any::<bool>())
            .prop_map(|(indicator, half, by, drag)| Action::SetRate { indicator, half, rate: rate(by), drag }),
        1 => Just(Action::EndDrag),
        2 => (who.clone(), halves()).prop_map(|(indicator, half)| Action::SetRequired { indicator, half }),
        2 => (who.clone(), any::<bool>()).prop_map(|(indicator, percent)| Action::SwitchMode {
            indicator,
            mode: if percent { Mode::Percent } else { Mode::Amount },
        }),
        2 => who.clone().prop_map(Action::SwitchMeasure),
        2 => (who.clone(), prop::option::of(base)).prop_map(|(indicator, base)| Action::SetAssumedBase {
            indicator,
            base: base.map(point),
        }),
        1 => (who.clone(), any::<bool>()).prop_map(|(indicator, locked)| Action::SetLocked { indicator, locked }),
        1 => (who.clone(), ".{0,5}").prop_map(|(indicator, reason)| Action::SetReason { indicator, reason }),
        1 => ".{0,5}".prop_map(Action::SetName),
        2 => (scopes(), prop::sample::select(Preset::ALL.to_vec())).prop_map(|(scope, which)| Action::Preset(scope, which)),
        2 => (scopes(), step).prop_map(|(scope, by)| Action::Shift(scope, rate(by))),
        3 => Just(Action::Undo),
        2 => Just(Action::Redo),
        1 => Just(Action::Reset),
        1 => who.clone().prop_map(Action::Choose),
        1 => (0..5usize).prop_map(|pillar| Action::Filter(Filter::Pillar(pillar))),
        1 => who.prop_map(Action::ToggleSettings),
        1 => (0..3usize).prop_map(Action::DismissNotice),
    ]
}

fn assert_sound(state: &AppState) {
    let plan: &Plan = &state.plan;
    for (indicator, inputs) in plan.indicators.iter().zip(state.scenario.all()) {
        let measure = inputs.measure(indicator);
        let limits = RateLimits::of(inputs.growth.mode, measure);
        assert!(limits.admit(inputs.growth.early) && limits.admit(inputs.growth.late), "{inputs:?}");
        assert_eq!(measure.is_count(), indicator.measure.value.is_count());
        if let Some(base) = inputs.assumed_base {
            assert!(indicator.base.is_none() && measure.admits(base.value) && base.year <= plan.last.value);
        }
    }
    assert!(state.view.chosen < plan.indicators.len());
    assert!(state.view.settings.is_none_or(|settings| settings < plan.indicators.len()));
    let outlook = r13_simulator::model::Outlook::new(plan, &state.scenario);
    outlook.indicators().iter().for_each(|one| common::assert_finite(one));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_can_be_taken_back_and_stays_sound(acts in prop::collection::vec(actions(), 0..80)) {
        let start = corners();
        let mut state = start.clone();
        for act in acts {
            let next = state.apply(act.clone());
            assert_sound(&next);
            let travels = matches!(act, Action::Undo | Action::Redo);
            if !travels && next.scenario != state.scenario {
                prop_assert!(next.history.undoable().is_some() && next.history.redoable().is_none());
            }
            state = next;
        }
        let (end, steps) = (state.clone(), depth(&state));
        let back = after(&state, (0..steps).map(|_| Action::Undo));
        prop_assert_eq!(&back.scenario, &start.scenario);
        let forward = after(&back, (0..steps).map(|_| Action::Redo));
        prop_assert_eq!(&forward.scenario, &end.scenario);
        prop_assert_eq!(forward.view, end.view);
    }
}
