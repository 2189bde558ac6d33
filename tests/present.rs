//! A presentation's keys, slides and steps: what can be told of it without a browser.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use std::rc::Rc;

use common::{kagoshima, plan_of, rate};
use proptest::prelude::*;
use r13_simulator::model::{Half, Inputs, Mode, Outlook, Preset, Rate, Scenario, SliderScale};
use r13_simulator::plan::Measure;
use r13_simulator::state::{Action, AppState, Change, Scope};
use r13_simulator::view::{Act, Pressed, Reach, Slide, View};

const UP: Act = Act::Up(Reach::Short);
const DOWN: Act = Act::Down(Reach::Short);
const FAR_UP: Act = Act::Up(Reach::Long);
const FAR_DOWN: Act = Act::Down(Reach::Long);

fn key(key: &str) -> Pressed<'_> {
    Pressed { key, ..Pressed::default() }
}

fn shifted<'a>(key: &'a str, code: &'a str) -> Pressed<'a> {
    Pressed { key, code, shift: true, ..Pressed::default() }
}

#[test]
fn every_key_does_what_the_list_of_keys_says() {
    for (names, act) in [
        (&["ArrowRight", "PageDown", " "][..], Act::Next),
        (&["ArrowLeft", "PageUp"], Act::Previous),
        (&["Home", "0"], Act::First),
        (&["End"], Act::Last),
        (&["1"], Act::Pillar(0)),
        (&["5"], Act::Pillar(4)),
        (&["9"], Act::Pillar(8)),
        (&["ArrowDown"], Act::IndicatorAfter),
        (&["ArrowUp"], Act::IndicatorBefore),
        (&["+", ";", "="], UP),
        (&["-", "−"], DOWN),
        (&[">"], FAR_UP),
        (&["<", "_"], FAR_DOWN),
        (&["r", "R"], Act::Required),
        (&["z", "Z"], Act::Undo),
        (&["a", "A"], Act::Replay),
        (&["b", "B", ".", "。"], Act::Blank),
        (&["q", "Q"], Act::Code),
        (&["f", "F", "F5"], Act::FullScreen),
        (&["?"], Act::Keys),
        (&["Escape"], Act::Leave),
    ] {
        for name in names {
            assert_eq!(key(name).act(), Some(act), "{name}");
        }
    }
    for foreign in ["", "Tab", "Enter", "Backspace", "x", "10", "あ", "F11", "Shift", "Unidentified"] {
        assert_eq!(key(foreign).act(), None, "{foreign}");
    }
}

#[test]
fn the_signs_mean_the_same_on_every_keyboard() {
    for (pressed, act) in [
        // Japanese: plus is Shift and ;, and Shift makes = of the minus key.
        (shifted("+", "Semicolon"), UP),
        (shifted("=", "Minus"), FAR_DOWN),
        // American: plus is Shift and =, and Shift makes _ of the minus key.
        (shifted("+", "Equal"), UP),
        (shifted("_", "Minus"), FAR_DOWN),
        // Beside the figures no sign needs Shift.
        (shifted("+", "NumpadAdd"), FAR_UP),
        (shifted("-", "NumpadSubtract"), FAR_DOWN),
        (Pressed { code: "NumpadAdd", ..key("+") }, UP),
        (Pressed { code: "Minus", ..key("-") }, DOWN),
        (shifted(">", "Period"), FAR_UP),
        (shifted("<", "Comma"), FAR_DOWN),
        (shifted("?", "Slash"), Act::Keys),
    ] {
        assert_eq!(pressed.act(), Some(act), "{pressed:?}");
    }
}

#[test]
fn full_width_letters_and_figures_count_once() {
    for (wide, narrow) in [
        ("\u{ff10}", "0"),
        ("\u{ff13}", "3"),
        ("\u{ff0b}", "+"),
        ("\u{ff52}", "r"),
        ("\u{ff31}", "q"),
        ("\u{ff1f}", "?"),
        ("\u{3000}", " "),
    ] {
        assert!(key(narrow).act().is_some());
        assert_eq!(key(wide).act(), key(narrow).act(), "{wide}");
        // The same key while an input method is at work is not the page's, and comes again when it is.
        assert_eq!(Pressed { composing: true, ..key(wide) }.act(), None, "{wide}");
    }
}

#[test]
fn a_key_that_is_held_moves_on_but_switches_nothing_twice() {
    for name in ["+", "-", ">", "<", "ArrowUp", "ArrowDown"] {
        assert_eq!(Pressed { repeat: true, ..key(name) }.act(), key(name).act(), "{name}");
    }
    for name in ["b", "q", "f", "?", "a", "z", "r", "Escape", "PageDown", "1"] {
        assert_eq!(Pressed { repeat: true, ..key(name) }.act(), None, "{name}");
    }
}

#[test]
fn keys_of_the_browser_and_of_buttons_are_left_alone() {
    let ctrl = |name| Pressed { ctrl: true, ..key(name) };
    assert_eq!(ctrl("z").act(), Some(Act::Undo));
    assert_eq!(ctrl("y").act(), Some(Act::Redo));
    assert_eq!(Pressed { shift: true, ..ctrl("Z") }.act(), Some(Act::Redo));
    for name in ["r", "f", "+", "-", "0", "1", "a", "b", "q", "F5", "ArrowLeft", "Home"] {
        assert_eq!(ctrl(name).act(), None, "Ctrl and {name}");
        assert_eq!(Pressed { alt: true, ..key(name) }.act(), None, "Alt and {name}");
    }
    assert_eq!(Pressed { on_button: true, ..key(" ") }.act(), None);
    assert_eq!(Pressed { on_button: true, ..key("PageDown") }.act(), Some(Act::Next));
}

#[test]
fn a_blank_screen_is_lit_by_any_key_but_by_none_that_is_held() {
    for name in ["b", "Escape", "x", "Enter", "PageDown", "F1", "あ"] {
        assert!(key(name).wakes(), "{name}");
        assert!(!Pressed { repeat: true, ..key(name) }.wakes(), "{name}");
        assert!(!Pressed { composing: true, ..key(name) }.wakes(), "{name}");
    }
    for name in ["Shift", "Control", "Alt", "Meta", "CapsLock"] {
        assert!(!key(name).wakes(), "{name}");
    }
}

proptest! {
    #[test]
    fn no_key_panics(
        name in ".{0,3}",
        code in ".{0,3}",
        bits in proptest::array::uniform6(any::<bool>()),
    ) {
        let [shift, ctrl, alt, repeat, composing, on_button] = bits;
        let pressed = Pressed { key: &name, code: &code, shift, ctrl, alt, repeat, composing, on_button };
        let act = pressed.act();
        prop_assert!(act.is_none() || !(alt || composing));
        pressed.wakes();
    }
}

#[test]
fn slides_follow_the_plan_and_stop_at_its_ends() {
    let pillars = kagoshima().pillars.len();
    let mut forward = vec![Slide::Summary];
    while forward.last().unwrap().next(pillars) != *forward.last().unwrap() {
        forward.push(forward.last().unwrap().next(pillars));
    }
    let expected: Vec<Slide> =
        std::iter::once(Slide::Summary).chain((0..pillars).map(Slide::Pillar)).collect();
    assert_eq!(forward, expected);
    assert_eq!(forward.last(), Some(&Slide::last(pillars)));
    for pair in forward.windows(2) {
        assert_eq!(pair[1].previous(), pair[0]);
    }
    assert_eq!(Slide::Summary.previous(), Slide::Summary);
    assert_eq!((Slide::Summary.next(0), Slide::last(0)), (Slide::Summary, Slide::Summary));
}

#[test]
fn a_slide_shows_the_chosen_indicator_or_what_falls_short_most() {
    let plan = kagoshima();
    let hold = Scenario::hold(&plan);
    let outlook = Outlook::new(&plan, &hold);
    let at = |id: &str| plan.position(id).unwrap();
    for (pillar, of) in plan.pillars.iter().enumerate() {
        let slide = Slide::Pillar(pillar);
        for index in 0..plan.indicators.len() {
            assert_eq!(slide.holds(&plan, index), of.indicators.contains(&index));
            let shown = slide.shows(&plan, &outlook, index).unwrap();
            assert!(of.indicators.contains(&shown));
            if of.indicators.contains(&index) {
                assert_eq!(shown, index);
            }
        }
    }
    // Without growth p12 has come least far of its pillar.
    let shortest = plan.pillars[1]
        .indicators
        .iter()
        .copied()
        .min_by(|one, two| {
            let progress = |index: usize| outlook.indicator(index).unwrap().progress.unwrap();
            progress(*one).total_cmp(&progress(*two))
        })
        .unwrap();
    assert_eq!(Slide::Pillar(1).shows(&plan, &outlook, at("k1")), Some(shortest));
    assert_eq!(Slide::Summary.shows(&plan, &outlook, at("p43")), Some(at("p43")));
    assert_eq!(Slide::Pillar(99).shows(&plan, &outlook, 0), None);
    // Where all are met, the first.
    let met = AppState::new(Rc::new(plan.clone()), hold, View::default())
        .apply(Action::Preset(Scope::Pillar(1), Preset::Required));
    let outlook = Outlook::new(&plan, &met.scenario);
    assert_eq!(Slide::Pillar(1).shows(&plan, &outlook, at("k1")), Some(at("p11")));
}

#[test]
fn the_indicators_of_a_slide_are_gone_through_in_order() {
    let plan = kagoshima();
    for slide in std::iter::once(Slide::Summary).chain((0..plan.pillars.len()).map(Slide::Pillar)) {
        let own: Vec<usize> = (0..plan.indicators.len()).filter(|index| slide.holds(&plan, *index)).collect();
        let walked: Vec<usize> =
            std::iter::successors(own.first().copied(), |at| slide.beside(&plan, *at, true)).collect();
        assert_eq!(walked, own);
        let back: Vec<usize> =
            std::iter::successors(own.last().copied(), |at| slide.beside(&plan, *at, false)).collect();
        assert!(back.iter().rev().eq(&own));
    }
    assert_eq!(Slide::Summary.beside(&plan, usize::MAX, true), None);
}

#[test]
fn steps_fit_the_indicators_slider() {
    let scale = |step| SliderScale { min: Rate::ZERO, max: Rate::ONE, step: Rate::from_hundredths(step) };
    for (step, reach, up, hundredths) in [
        (1, Reach::Short, true, 10),
        (1, Reach::Long, true, 100),
        (1, Reach::Short, false, -10),
        (200, Reach::Short, true, 2_000),
        (200, Reach::Long, false, -20_000),
        (i64::MAX, Reach::Long, true, i64::MAX),
    ] {
        assert_eq!(reach.step(scale(step), up).hundredths(), hundredths, "{step} {reach:?} {up}");
    }
}

fn start() -> AppState {
    let plan = kagoshima();
    let scenario = Scenario::hold(&plan);
    AppState::new(Rc::new(plan), scenario, View::default())
}

fn after(state: &AppState, actions: impl IntoIterator<Item = Action>) -> AppState {
    actions.into_iter().fold(state.clone(), |state, action| state.apply(action))
}

fn growth(state: &AppState, indicator: usize) -> (i64, i64) {
    let growth = state.scenario.inputs(indicator).unwrap().growth;
    (growth.early.hundredths(), growth.late.hundredths())
}

fn step(indicator: usize, hundredths: i64) -> Action {
    Action::Move { indicator, step: rate(hundredths) }
}

#[test]
fn steps_on_one_indicator_are_one_movement() {
    let moved = after(&start(), [step(0, 10), step(0, 10), step(0, -5)]);
    assert_eq!(growth(&moved, 0), (15, 15));
    assert_eq!(moved.history.undoable(), Some(Change::Rate(0)));
    assert_eq!(moved.apply(Action::Undo).scenario, start().scenario);
    assert_eq!(moved.apply(Action::Undo).history.undoable(), None);
    for (between, entries) in [
        (Action::Choose(3), 1),
        (Action::EndDrag, 2),
        (step(1, 10), 3),
        (Action::SetLang(Default::default()), 2),
    ] {
        let mut state = after(&moved, [between.clone(), step(0, 10)]);
        assert_eq!(growth(&state, 0), (25, 25), "{between:?}");
        for _ in 0..entries {
            assert!(state.history.undoable().is_some(), "{between:?}");
            state = state.apply(Action::Undo);
        }
        assert_eq!(state.history.undoable(), None, "{between:?}");
    }
    let there_and_back = after(&start(), [step(0, 10), step(0, -10), Action::EndDrag]);
    assert_eq!(there_and_back.history.undoable(), None);
}

#[test]
fn a_step_keeps_the_halves_apart_and_within_the_limits() {
    let late = Action::SetRate { indicator: 0, half: Some(Half::Late), rate: rate(200), drag: false };
    assert_eq!(growth(&after(&start(), [late, step(0, 10)]), 0), (10, 210));
    assert_eq!(growth(&start().apply(step(0, i64::MAX)), 0), (100_000, 100_000));
    assert_eq!(growth(&start().apply(step(0, i64::MIN)), 0), (-10_000, -10_000));
    let locked = start().apply(Action::SetLocked { indicator: 0, locked: true });
    assert_eq!(locked.apply(step(0, 10)).scenario, locked.scenario);
    assert_eq!(locked.apply(step(999, 10)).scenario, locked.scenario);
}

#[test]
fn the_last_change_keeps_the_moment_before_it_whichever_way_it_went() {
    let first = start();
    let second = first.apply(step(0, 10)).apply(Action::EndDrag);
    let before = |state: &AppState| Rc::clone(&state.last.as_ref().unwrap().moment.scenario);
    assert!(Rc::ptr_eq(&before(&second), &first.scenario));
    let undone = second.apply(Action::Undo);
    assert!(Rc::ptr_eq(&before(&undone), &second.scenario));
    let redone = undone.apply(Action::Redo);
    assert!(Rc::ptr_eq(&before(&redone), &undone.scenario));
    // A movement of several steps is compared as a whole.
    let moved = after(&redone, [step(1, 10), step(1, 10)]);
    assert!(Rc::ptr_eq(&before(&moved), &redone.scenario));
}

#[test]
fn a_step_of_an_amount_is_one_of_its_unit() {
    let plan =
        plan_of(1, vec![common::indicator("a", Measure::Level, Some((2022, 4_000.0)), (2031, 5_000.0))]);
    let mut scenario = Scenario::hold(&plan);
    let inputs = Inputs::clone(scenario.inputs(0).unwrap());
    let growth = r13_simulator::model::Growth::uniform(Mode::Amount, Rate::ZERO);
    scenario.set(0, Inputs { growth, ..inputs });
    let outlook = Outlook::new(&plan, &scenario);
    let scale = outlook.indicator(0).unwrap().scale;
    let state = AppState::new(Rc::new(plan), scenario, View::default());
    let moved = state.apply(Action::Move { indicator: 0, step: Reach::Short.step(scale, true) });
    let rate = moved.scenario.inputs(0).unwrap().growth.early;
    assert_eq!(rate.hundredths(), scale.step.hundredths() * 10);
    assert!(rate < scale.max);
}
