//! Scenarios that are kept by name, and those that stand beside the current one.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use std::rc::Rc;

use common::{kagoshima, rate};
use proptest::prelude::*;
use r13_simulator::codec::link::Link;
use r13_simulator::codec::scenario_file::{self, Reading};
use r13_simulator::model::{Added, Compared, MAX_NAME, MOST_COMPARED, MOST_KEPT, Preset, Scenario, Shelf};
use r13_simulator::state::{
    Action, AppState, Change, Comparing, Import, Importing, Keeping, Linking, Notice, Offered,
};
use r13_simulator::view::{Dialog, Screen, Shown, View};

fn start() -> AppState {
    let plan = kagoshima();
    let scenario = Scenario::hold(&plan);
    let mut state = AppState::new(Rc::new(plan), scenario, View::default());
    state.unnamed = "シナリオ";
    state
}

fn after(state: &AppState, actions: impl IntoIterator<Item = Action>) -> AppState {
    actions.into_iter().fold(state.clone(), |state, action| state.apply(action))
}

fn keep(act: Keeping) -> Action {
    act.into()
}

fn compare(act: Comparing) -> Action {
    act.into()
}

/// A file of this name with scenarios.
fn file_of(name: &str, reading: Reading) -> Rc<Import> {
    Rc::new(Import { name: name.to_owned(), offered: Offered::Scenarios(reading) })
}

fn set(indicator: usize, hundredths: i64) -> Action {
    Action::SetRate { indicator, half: None, rate: rate(hundredths), drag: false }
}

fn named(name: &str) -> Action {
    Action::SetName(name.to_owned())
}

fn open(name: &str) -> Action {
    keep(Keeping::Open(name.to_owned()))
}

fn names(state: &AppState) -> Vec<&str> {
    state.shelf.all().iter().map(|kept| kept.name.as_str()).collect()
}

fn early(scenario: &Scenario, indicator: usize) -> i64 {
    scenario.inputs(indicator).unwrap().growth.early.hundredths()
}

fn link(name: &str, hundredths: i64) -> Action {
    let plan = kagoshima();
    let mut scenario = after(&start(), [set(0, hundredths)]).scenario.as_ref().clone();
    scenario.name = name.to_owned();
    assert_eq!(scenario.all().len(), plan.indicators.len());
    Linking::Open(Rc::new(Link { scenario, shown: Shown::default() })).into()
}

#[test]
fn the_present_one_is_kept_by_its_name_or_gets_one() {
    let kept = after(&start(), [set(0, 100), named("案A"), keep(Keeping::Keep)]);
    assert_eq!(names(&kept), ["案A"]);
    assert_eq!(early(kept.shelf.get("案A").unwrap(), 0), 100);

    let unnamed = after(&kept, [named(" "), set(0, 200), keep(Keeping::Keep), named(""), set(0, 300)]);
    let unnamed = after(&unnamed, [keep(Keeping::Keep)]);
    assert_eq!(names(&unnamed), ["案A", "シナリオ1", "シナリオ2"]);
    assert_eq!(unnamed.scenario.name, "シナリオ2", "the name is the scenario's from now on");
    assert_eq!(unnamed.apply(Action::Undo).scenario.name, "");
    assert_eq!(names(&unnamed.apply(Action::Undo)), names(&unnamed), "what is kept is not in the history");
}

#[test]
fn keeping_it_again_replaces_it_and_can_be_taken_back() {
    let kept = after(&start(), [set(0, 100), named("案A"), keep(Keeping::Keep)]);
    let again = after(&kept, [keep(Keeping::Keep)]);
    assert_eq!((names(&again), again.notices.len()), (vec!["案A"], 0), "nothing has changed");

    let replaced = after(&kept, [set(0, 200), keep(Keeping::Keep)]);
    assert_eq!(early(replaced.shelf.get("案A").unwrap(), 0), 200);
    let [notice @ Notice::Replaced(before)] = replaced.notices.as_slice() else { panic!() };
    assert_eq!(early(before, 0), 100);
    let back = after(&replaced, [keep(Keeping::PutBack(notice.clone()))]);
    assert_eq!(early(back.shelf.get("案A").unwrap(), 0), 100);
    assert_eq!((early(&back.scenario, 0), back.notices.len()), (200, 0));

    let beside = after(&kept, [set(0, 200), keep(Keeping::KeepAnew)]);
    assert_eq!(names(&beside), ["案A", "案A (2)"]);
    assert_eq!(beside.scenario.name, "案A (2)");
    assert_eq!(early(beside.shelf.get("案A").unwrap(), 0), 100);
}

#[test]
fn opening_one_brings_it_on_screen_and_loses_nothing() {
    let two = after(&start(), [set(0, 100), named("A"), keep(Keeping::Keep), set(0, 200), named("B")]);
    let two = after(&two, [keep(Keeping::Keep)]);
    let opened = after(&two, [open("A")]);
    assert_eq!((opened.scenario.name.as_str(), early(&opened.scenario, 0)), ("A", 100));
    assert_eq!(opened.history.undoable(), Some(Change::OpenScenario));
    assert_eq!((names(&opened), opened.notices.len()), (vec!["A", "B"], 0), "B is kept already");

    let changed = after(&opened, [set(1, 50), open("B")]);
    assert_eq!(names(&changed), ["A", "B", "A (2)"]);
    assert_eq!(changed.notices, [Notice::KeptLeaving(vec!["A (2)".to_owned()])]);
    assert_eq!(early(changed.shelf.get("A (2)").unwrap(), 1), 50);
    let undone = changed.apply(Action::Undo);
    assert_eq!((early(&undone.scenario, 0), early(&undone.scenario, 1)), (100, 50));

    let same = after(&two, [open("B")]);
    assert!(Rc::ptr_eq(&same.scenario, &two.scenario), "it is on screen already");
    assert!(Rc::ptr_eq(&after(&two, [open("nobody")]).scenario, &two.scenario));
}

#[test]
fn a_scenario_without_any_assumption_is_not_kept_by_itself() {
    let kept = after(&start(), [set(0, 100), named("A"), keep(Keeping::Keep), Action::Reset, open("A")]);
    assert_eq!((names(&kept), kept.notices.len()), (vec!["A"], 0));
}

#[test]
fn names_can_be_changed_but_not_to_those_of_others() {
    let two = after(&start(), [set(0, 100), named("A"), keep(Keeping::Keep), set(0, 200), named("B")]);
    let two = after(&two, [keep(Keeping::Keep)]);
    let rename = |name: &str, to: &str| keep(Keeping::Rename { name: name.to_owned(), to: to.to_owned() });
    let renamed = after(&two, [rename("A", " C ")]);
    assert_eq!((names(&renamed), renamed.scenario.name.as_str()), (vec!["C", "B"], "B"));
    let present = after(&two, [rename("B", "D")]);
    assert_eq!((names(&present), present.scenario.name.as_str()), (vec!["A", "D"], "D"));
    for to in ["B", "", "  "] {
        assert_eq!(names(&after(&two, [rename("A", to)])), ["A", "B"], "{to:?}");
    }
    assert_eq!(names(&after(&two, [rename("nobody", "C")])), ["A", "B"]);
    let long = after(&two, [rename("A", &"長".repeat(MAX_NAME + 1))]);
    assert_eq!(names(&long)[0].chars().count(), MAX_NAME);
}

#[test]
fn one_can_be_duplicated() {
    let kept = after(&start(), [set(0, 100), named("A"), keep(Keeping::Keep)]);
    let twice = [keep(Keeping::Duplicate("A".to_owned())), keep(Keeping::Duplicate("A".to_owned()))];
    let kept = after(&kept, twice);
    assert_eq!(names(&kept), ["A", "A (2)", "A (3)"]);
    assert!(kept.shelf.all().iter().all(|scenario| early(scenario, 0) == 100));
    assert_eq!(kept.scenario.name, "A");
}

#[test]
fn what_is_deleted_comes_back_to_its_place() {
    let mut state = start();
    for name in ["A", "B", "C", "D"] {
        state = after(&state, [set(0, name.bytes().map(i64::from).sum()), named(name), keep(Keeping::Keep)]);
    }
    let delete = |name: &str| keep(Keeping::Delete(name.to_owned()));
    let deleted = after(&state, [delete("B"), delete("C"), delete("A"), delete("nobody")]);
    assert_eq!(names(&deleted), ["D"]);
    let [notice @ Notice::Deleted(gone)] = deleted.notices.as_slice() else { panic!() };
    assert_eq!(gone.len(), 3);
    let back = after(&deleted, [keep(Keeping::PutBack(notice.clone()))]);
    assert_eq!((&back.shelf, back.notices.len()), (&state.shelf, 0));

    // Its name may have been given away in the meantime.
    let taken = after(&deleted, [named("A"), keep(Keeping::Keep), keep(Keeping::PutBack(notice.clone()))]);
    assert_eq!(names(&taken), ["A (2)", "B", "C", "D", "A"]);
}

#[test]
fn the_shelf_has_an_end_and_says_so() {
    let mut state = start();
    for count in 0..MOST_KEPT {
        state = after(&state, [set(0, count as i64 + 1), named(""), keep(Keeping::Keep)]);
    }
    assert_eq!(names(&state).len(), MOST_KEPT);
    assert!(state.notices.is_empty());
    let full = after(&state, [set(0, 9_000), named("more"), keep(Keeping::Keep)]);
    assert_eq!((names(&full).len(), full.notices.as_slice()), (MOST_KEPT, [Notice::ShelfFull].as_slice()));
    assert_eq!(after(&full, [keep(Keeping::Duplicate("シナリオ1".to_owned()))]).shelf, state.shelf);
    // What has nowhere to go is left to undo.
    let opened = after(&full, [open("シナリオ1")]);
    assert_eq!(opened.notices, [Notice::ShelfFull]);
    assert_eq!(early(&opened.apply(Action::Undo).scenario, 0), 9_000);

    let deleted = after(&state, [keep(Keeping::Delete("シナリオ7".to_owned()))]);
    let notice = deleted.notices[0].clone();
    let refilled = after(&deleted, [named("last"), set(0, 9_500), keep(Keeping::Keep)]);
    let refused = after(&refilled, [keep(Keeping::PutBack(notice.clone()))]);
    assert_eq!(refused.shelf, refilled.shelf);
    assert!(refused.notices.contains(&notice), "it can be put back once there is room");
}

#[test]
fn a_second_link_keeps_what_was_made_of_the_first() {
    let first = after(&start(), [set(0, 10), link("会議", 100), set(1, 50)]);
    let second = after(&first, [link("別案", 200)]);
    assert_eq!(early(&second.scenario, 0), 200);
    assert_eq!(names(&second), ["会議"]);
    assert_eq!(early(second.shelf.get("会議").unwrap(), 1), 50);
    assert_eq!(second.notices, [Notice::KeptLeaving(vec!["会議".to_owned()])]);
    assert_eq!(early(second.own(), 0), 10, "the user's own stays behind the link");

    let third = after(&second, [set(1, 60), link("", 300), set(1, 70), Linking::ReturnToOwn.into()]);
    assert_eq!(names(&third), ["会議", "別案", "シナリオ1"]);
    let kept = ["会議", "別案", "シナリオ1"].map(str::to_owned);
    assert_eq!(third.notices, [Notice::KeptLeaving(kept.to_vec())]);

    let unchanged = after(&start(), [link("会議", 100), link("別案", 200)]);
    assert_eq!((names(&unchanged).len(), unchanged.notices.len()), (0, 0), "the link still has it");
}

#[test]
fn opening_a_kept_one_from_a_link_keeps_the_users_own() {
    let state = after(&start(), [set(0, 5), named("A"), keep(Keeping::Keep), set(0, 10), named("自分")]);
    let opened = after(&state, [link("会議", 100), set(1, 50), open("A")]);
    assert_eq!(names(&opened), ["A", "会議", "自分"]);
    assert!(opened.opened.is_none());
    let undone = opened.apply(Action::Undo);
    assert_eq!(early(undone.own(), 0), 10);
}

#[test]
fn a_file_is_shown_first_and_taken_over_then() {
    let plan = kagoshima();
    let kept = after(&start(), [set(0, 100), named("A"), keep(Keeping::Keep), set(0, 150), named("B")]);
    let kept = after(&kept, [keep(Keeping::Keep)]);
    let mut other = (**kept.shelf.get("B").unwrap()).clone();
    other.set(1, kept.shelf.get("A").unwrap().inputs(0).unwrap().as_ref().clone());
    let mut unnamed = other.clone();
    unnamed.name.clear();
    let scenarios = [(**kept.shelf.get("A").unwrap()).clone(), other, unnamed];
    let text = scenario_file::write(&plan, &scenarios);
    let reading = scenario_file::read(&text, &plan);
    let import = file_of("受領.json", reading);
    let offered = after(&kept, [Importing::Show(Rc::clone(&import)).into()]);
    assert_eq!((&offered.shelf, offered.view.dialog), (&kept.shelf, Some(Dialog::Import)));
    assert_eq!(after(&offered, [Action::Leave]).import, None);

    let taken = after(&offered, [Importing::Take.into()]);
    assert_eq!(names(&taken), ["A", "B", "B (2)", "シナリオ1"]);
    let there = |name: &str| name.to_owned();
    let added =
        vec![Added::There(there("A")), Added::Renamed(there("B (2)")), Added::Renamed(there("シナリオ1"))];
    assert_eq!(taken.notices, [Notice::Imported { name: import.name.clone(), added }]);
    assert_eq!((taken.view.dialog, taken.import.as_ref()), (None, None));
    assert!(Rc::ptr_eq(&taken.scenario, &kept.scenario), "several are kept, and none is opened");
    assert_eq!(
        after(&taken, [Importing::Take.into()]).shelf,
        taken.shelf,
        "there is nothing left to take over"
    );
}

#[test]
fn the_only_scenario_of_a_file_is_opened() {
    let plan = kagoshima();
    let sent = after(&start(), [set(0, 100), named("送付")]).scenario;
    let reading = scenario_file::read(&scenario_file::write(&plan, [&*sent]), &plan);
    let import = file_of("a.json", reading);
    let mine = after(&start(), [set(1, 50), named("自分")]);
    let taken = after(&mine, [Importing::Show(import).into(), Importing::Take.into()]);
    assert_eq!((taken.scenario.name.as_str(), early(&taken.scenario, 0)), ("送付", 100));
    assert_eq!(names(&taken), ["送付", "自分"]);
    assert_eq!(early(&taken.apply(Action::Undo).scenario, 1), 50);
}

#[test]
fn faulty_scenarios_of_a_file_are_left_out() {
    let plan = kagoshima();
    let two = [after(&start(), [set(0, 100), named("A")]), after(&start(), [set(0, 200), named("B")])];
    let text = scenario_file::write(&plan, two.iter().map(|state| &*state.scenario));
    let reading =
        scenario_file::read(&text.replace("\"early\":100", "\"early\":null1").replace("null1", "[]"), &plan);
    assert_eq!(reading.problems.len(), 1);
    let import = file_of("a.json", reading);
    let taken = after(&start(), [Importing::Show(import).into(), Importing::Take.into()]);
    assert_eq!(names(&taken), ["B"]);
    assert_eq!(early(&taken.scenario, 0), 0, "the file had another one, so that none is opened");
}

#[test]
fn up_to_three_stand_beside_the_current_one() {
    let open = start().apply(compare(Comparing::Open));
    assert_eq!(open.view.screen, Screen::Comparison);
    let presets = [Preset::Hold, Preset::Required].map(Compared::Preset);
    assert_eq!(open.view.compared, presets, "there is something to compare");
    let scenario = |hundredths| Compared::Scenario(after(&start(), [set(0, hundredths)]).scenario);
    let more =
        after(&open, [compare(Comparing::Add(presets[0].clone())), compare(Comparing::Add(scenario(5)))]);
    assert_eq!(more.view.compared.len(), MOST_COMPARED);
    let full = after(&more, [compare(Comparing::Add(scenario(6)))]);
    assert_eq!(full.view.compared, more.view.compared);
    let fewer = after(&more, [compare(Comparing::Remove(0)), compare(Comparing::Remove(9))]);
    assert_eq!(fewer.view.compared, [presets[1].clone(), scenario(5)]);
    assert_eq!(fewer.apply(compare(Comparing::Open)).view.compared, fewer.view.compared);
}

#[test]
fn a_compared_one_becomes_the_current_one() {
    let other = after(&start(), [set(0, 700), named("別案")]).scenario;
    let state =
        after(&start(), [set(0, 100), named("A"), compare(Comparing::Add(Compared::Scenario(other)))]);
    let state = state.apply(compare(Comparing::Add(Compared::Preset(Preset::Hold))));
    let made = state.apply(compare(Comparing::MakeCurrent(0)));
    assert_eq!((made.scenario.name.as_str(), early(&made.scenario, 0)), ("別案", 700));
    assert_eq!(names(&made), ["A"], "what was there is kept");
    assert_eq!(made.view.compared, state.view.compared);
    assert_eq!(early(&made.apply(Action::Undo).scenario, 0), 100);
    let preset = state.apply(compare(Comparing::MakeCurrent(1)));
    assert_eq!((preset.scenario.name.as_str(), early(&preset.scenario, 0)), ("A", 0));
    assert_eq!(state.apply(compare(Comparing::MakeCurrent(2))).scenario, state.scenario);
}

fn acts() -> impl Strategy<Value = Vec<Action>> {
    let name = prop_oneof!["", "A", "B", "A \\(2\\)", " C ", "シナリオ1", "\\PC{0,90}"];
    let names = (name.clone(), name.clone());
    let act = prop_oneof![
        Just(Keeping::Keep),
        Just(Keeping::KeepAnew),
        name.clone().prop_map(Keeping::Open),
        names.prop_map(|(name, to)| Keeping::Rename { name, to }),
        name.clone().prop_map(Keeping::Duplicate),
        name.clone().prop_map(Keeping::Delete),
    ];
    let edit = prop_oneof![
        act.prop_map(Action::from),
        name.prop_map(Action::SetName),
        (0_usize..3, -9_i64..9).prop_map(|(indicator, hundredths)| set(indicator, hundredths)),
        (0_i64..3).prop_map(|hundredths| link("会議", hundredths)),
        Just(Action::Undo),
        Just(Action::Reset),
        Just(Linking::ReturnToOwn.into()),
    ];
    proptest::collection::vec(edit, 0..40)
}

proptest! {
    /// Whatever is done, every kept scenario has a name of its own and the file brings all of them back.
    #[test]
    fn kept_scenarios_have_names_of_their_own_and_survive_the_store(acts in acts()) {
        let state = after(&start(), acts);
        let names = names(&state);
        for (at, name) in names.iter().enumerate() {
            prop_assert!(!name.trim().is_empty() && name.trim() == *name, "{:?}", name);
            prop_assert!(name.chars().count() <= MAX_NAME && !names[..at].contains(name), "{:?}", name);
        }
        let all = state.shelf.all().iter().map(|kept| &**kept);
        let reading = scenario_file::read(&scenario_file::write(&state.plan, all), &state.plan);
        let back = Shelf::of(reading.found.into_iter().map(|found| found.scenario), "");
        prop_assert_eq!(&back, &*state.shelf);
    }

    /// Nothing that was worked on leaves the screen without being kept, but by undo and reset, which can be undone.
    #[test]
    fn opening_another_one_loses_nothing(acts in acts(), name in prop_oneof!["A", "B"]) {
        let before = after(&start(), acts);
        let after = before.apply(open(&name));
        let blank = Scenario::hold(&before.plan);
        for scenario in [&before.scenario, before.own()] {
            let of_link = before.opened.as_ref().is_some_and(|opened| opened.link.assumes_the_same(scenario));
            let there = [&after.scenario, after.own()].iter().any(|now| now.assumes_the_same(scenario));
            prop_assert!(
                there || of_link || scenario.assumes_the_same(&blank) || after.shelf.holds(scenario)
            );
        }
    }
}
