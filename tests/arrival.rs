//! What a link does when it arrives, and that the user's own scenario outlives it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use std::rc::Rc;

use common::{kagoshima, rate, scenario_with};
use r13_simulator::codec::link::{Refusal, encode};
use r13_simulator::model::{Scenario, differing};
use r13_simulator::plan::{Lang, Plan};
use r13_simulator::state::{Action, AppState, Change, Linking, Notice, arrive, settle};
use r13_simulator::view::{Filter, Screen, Shown, Slide, View};

/// A scenario in which every growth is so many hundredths.
fn grown(plan: &Plan, hundredths: i64) -> Scenario {
    scenario_with(plan, |_, inputs| {
        inputs.growth.early = rate(hundredths);
        inputs.growth.late = rate(hundredths);
    })
}

fn start(scenario: Scenario) -> AppState {
    AppState::new(Rc::new(kagoshima()), scenario, View::default())
}

fn link(plan: &Plan, scenario: &Scenario) -> String {
    encode(plan, scenario, &Shown::default())
}

/// The state after everything that follows from a fragment.
fn arrived(state: &AppState, fragment: &str) -> AppState {
    let actions = arrive(&state.plan_today, fragment);
    actions.into_iter().fold(state.clone(), |state, action| state.apply(action))
}

#[test]
fn a_sound_link_is_in_force_and_the_users_own_is_one_step_away() {
    let plan = kagoshima();
    let (own, other) = (grown(&plan, 50), grown(&plan, 200));
    let state = arrived(&start(own.clone()), &link(&plan, &other));
    assert_eq!(*state.scenario, other);
    assert_eq!(**state.own(), own);
    assert_eq!(state.notices, []);
    assert_eq!(differing(&state.scenario, state.own()).len(), plan.indicators.len());

    let back = state.apply(Linking::ReturnToOwn.into());
    assert_eq!((&*back.scenario, back.opened.is_none()), (&own, true));
    let again = back.apply(Action::Undo);
    assert_eq!((&*again.scenario, &**again.own()), (&other, &own));
    assert_eq!(*again.apply(Action::Undo).scenario, own);
}

#[test]
fn a_second_link_keeps_the_users_own_and_not_the_first_link() {
    let plan = kagoshima();
    let own = grown(&plan, 50);
    let first = arrived(&start(own.clone()), &link(&plan, &grown(&plan, 200)));
    let second = arrived(&first, &link(&plan, &grown(&plan, 300)));
    assert_eq!(**second.own(), own);
    assert_eq!(*second.apply(Action::Undo).scenario, *first.scenario);
}

#[test]
fn a_link_that_says_what_is_there_only_moves_the_view() {
    let plan = kagoshima();
    let own = grown(&plan, 50);
    let shown = Shown {
        lang: Lang::En,
        chosen: 3,
        filter: Filter::Pillar(1),
        screen: Screen::Presentation(Slide::Pillar(1)),
        ..Shown::default()
    };
    let state = arrived(&start(own.clone()), &encode(&plan, &own, &shown));
    assert_eq!((state.opened.is_none(), state.history.undoable()), (true, None));
    assert_eq!(state.view.shown(), shown);

    // So does the own one behind a link: it comes back by itself.
    let visiting = arrived(&state, &link(&plan, &grown(&plan, 200)));
    let back = arrived(&visiting, &link(&plan, &own));
    assert_eq!((&*back.scenario, back.opened.is_none()), (&own, true));
}

#[test]
fn a_language_the_user_asked_for_outweighs_the_links() {
    let plan = kagoshima();
    let english = encode(&plan, &grown(&plan, 200), &Shown { lang: Lang::En, ..Shown::default() });
    let state = start(Scenario::hold(&plan)).apply(Action::SetLang(Lang::Ja));
    assert_eq!(arrived(&state, &english).view.lang, Lang::Ja);
}

#[test]
fn reset_goes_back_to_what_the_link_brought() {
    let plan = kagoshima();
    let other = grown(&plan, 200);
    let state = arrived(&start(grown(&plan, 50)), &link(&plan, &other));
    let set = Action::SetRate { indicator: 0, half: None, rate: rate(900), drag: false };
    let reset = state.apply(set).apply(Action::Reset);
    assert!(reset.scenario.says_the_same(&other));
    assert_eq!(reset.history.undoable(), Some(Change::Reset));
}

#[test]
fn what_is_cut_changed_foreign_or_newer_changes_nothing_but_is_said() {
    let plan = kagoshima();
    let state = start(grown(&plan, 50));
    let whole = link(&plan, &grown(&plan, 200));
    let cut: String = whole.chars().take(whole.len() - 3).collect();
    for damaged in [cut, whole.replace("k1=200", "k1=900")] {
        let after = arrived(&state, &damaged);
        assert_eq!(after.scenario, state.scenario);
        let [Notice::LinkDamaged(reading)] = after.notices.as_slice() else { panic!("{:?}", after.notices) };
        // Only when the user says so is it used.
        let opened =
            settle(&plan, reading).into_iter().fold(after.clone(), |state, action| state.apply(action));
        assert_eq!(**opened.own(), *state.scenario);
        assert_ne!(opened.scenario, state.scenario);
    }
    for (foreign, refusal) in [
        (whole.replacen("1/", "7/", 1), Refusal::NewerVersion { found: 7 }),
        (
            whole.replacen("kagoshima-commerce-2", "other", 1),
            Refusal::OtherPlan { found: "other".to_owned() },
        ),
    ] {
        let after = arrived(&state, &foreign);
        assert_eq!(after.scenario, state.scenario);
        assert_eq!(after.notices, [Notice::LinkRefused { why: refusal, link: foreign }]);
    }
    for anchor in ["", "list", "section-2", "%E3%81%82"] {
        assert_eq!(arrive(&plan, anchor), [], "{anchor}");
    }
}

#[test]
fn where_the_numbers_moved_the_user_chooses_and_can_go_on_with_todays() {
    let then = kagoshima();
    let mut now = kagoshima();
    now.indicators[0].target.value.value = 9_000.0;
    let own = grown(&now, 50);
    let state = AppState::new(Rc::new(now), own.clone(), View::default());
    let after = arrived(&state, &link(&then, &grown(&then, 200)));
    assert_eq!(*after.scenario, own, "nothing is in force before the user has chosen");
    let [Notice::NumbersMoved { reading, then: Some(numbers), moved }] = after.notices.as_slice() else {
        panic!("{:?}", after.notices)
    };
    assert_eq!(moved.len(), 1);

    let link = Rc::new(reading.link.clone());
    let seen = after.apply(Linking::OpenThen(Rc::clone(&link), Rc::clone(numbers)).into());
    assert_eq!(seen.plan.indicators[0].target.value.value, 7_809.0);
    let today = seen.apply(Linking::UseNumbersToday.into());
    assert_eq!(today.plan.indicators[0].target.value.value, 9_000.0);
    assert_eq!(today.scenario, seen.scenario);
    assert_eq!(today.apply(Action::Undo).plan.indicators[0].target.value.value, 7_809.0);
    let back = seen.apply(Linking::ReturnToOwn.into());
    assert_eq!((&*back.scenario, back.plan.indicators[0].target.value.value), (&own, 9_000.0));

    let opened = after.apply(Linking::Open(link).into());
    assert_eq!(opened.plan.indicators[0].target.value.value, 9_000.0);
    assert_eq!(**opened.own(), own);
}

#[test]
fn numbers_that_nobody_knows_are_said_to_be_unknown() {
    let mut odd = kagoshima();
    odd.indicators[0].target.value.value = 1_234.5;
    let plan = kagoshima();
    let after = arrived(&start(Scenario::hold(&plan)), &link(&odd, &grown(&odd, 200)));
    assert!(
        matches!(after.notices.as_slice(), [Notice::NumbersMoved { then: None, .. }]),
        "{:?}",
        after.notices
    );
}
