//! Scenarios side by side: what is computed anew, and what a difference lies in.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use std::rc::Rc;

use common::{actual, edit, kagoshima, point, rate};
use proptest::prelude::*;
use r13_simulator::model::{
    Actuals, Compared, Growth, InputPart, Inputs, Mode, Outlook, Preset, Rival, Scenario, apart,
};
use r13_simulator::plan::Measure;
use r13_simulator::state::{Action, AppState, Scope};
use r13_simulator::view::View;

#[test]
fn every_part_of_a_difference_is_named() {
    let plan = kagoshima();
    let one = Rc::new(Inputs::hold(&plan.indicators[plan.position("p11").unwrap()]));
    let growth = one.growth;
    let with = |change: &dyn Fn(&mut Inputs)| {
        let mut two = (*one).clone();
        change(&mut two);
        Rc::new(two)
    };
    let results = Actuals::new(vec![actual(2022, 19.0)], Measure::Cumulative, plan.first.value).unwrap();
    type Case<'a> = (&'a dyn Fn(&mut Inputs), &'a [InputPart]);
    let table: [Case<'_>; 11] = [
        (&|_| {}, &[]),
        (&|two| two.growth = Growth::uniform(growth.mode, rate(100)), &[InputPart::Growth]),
        (&|two| two.growth.early = rate(100), &[InputPart::Growth]),
        (&|two| two.growth.late = rate(100), &[InputPart::Late]),
        (
            &|two| (two.growth.early, two.growth.late) = (rate(100), rate(50)),
            &[InputPart::Growth, InputPart::Late],
        ),
        (&|two| two.growth = Growth::uniform(Mode::Amount, rate(100)), &[InputPart::Mode]),
        (&|two| two.measure = Some(Measure::Flow), &[InputPart::Measure]),
        (&|two| two.assumed_base = Some(point((2020, 3.0))), &[InputPart::Base]),
        (&|two| two.actuals = results.clone(), &[InputPart::Results]),
        (&|two| two.locked = true, &[InputPart::Lock]),
        (&|two| two.reason = "県の推計".to_owned(), &[InputPart::Reason]),
    ];
    for (change, parts) in table {
        let two = with(change);
        assert_eq!(apart(&one, &two), parts);
        assert_eq!(apart(&two, &one), parts);
    }
}

fn edits() -> impl Strategy<Value = Vec<Action>> {
    let edit = prop_oneof![
        4 => (0_usize..22, -500_i64..500).prop_map(|(indicator, hundredths)| Action::SetRate {
            indicator, half: None, rate: rate(hundredths), drag: true
        }),
        1 => (0_usize..22, any::<bool>()).prop_map(|(indicator, locked)| Action::SetLocked { indicator, locked }),
        1 => (0_usize..22).prop_map(Action::SwitchMeasure),
        1 => (0_usize..22).prop_map(|indicator| Action::SwitchMode { indicator, mode: Mode::Amount }),
        1 => (1_i64..400).prop_map(|tenths| Action::SetAssumedBase {
            indicator: 16, base: Some(point((2021, tenths as f64 / 10.0)))
        }),
        1 => Just(Action::Preset(Scope::All, Preset::Half)),
        1 => Just(Action::Undo),
    ];
    proptest::collection::vec(edit, 1..30)
}

proptest! {
    /// A rival that follows step by step is what it would be if it were computed anew.
    #[test]
    fn following_is_the_same_as_beginning_anew(edits in edits()) {
        let plan = Rc::new(kagoshima());
        let mut state = AppState::new(Rc::clone(&plan), Scenario::hold(&plan), View::default());
        let mut rivals: Vec<Rival> =
            Preset::ALL.map(|which| Rival::new(&plan, &Compared::Preset(which), &state.scenario)).into();
        for action in edits {
            state = state.apply(action);
            rivals = rivals.iter().map(|rival| rival.updated(&plan, &state.scenario)).collect();
        }
        for rival in rivals {
            let anew = Rival::new(&plan, &rival.of, &state.scenario);
            prop_assert_eq!(rival.scenario.all(), anew.scenario.all());
            let outlook = Outlook::new(&plan, &rival.scenario);
            prop_assert_eq!(rival.outlook.indicators(), outlook.indicators());
            prop_assert_eq!(rival.outlook.pillars(), outlook.pillars());
        }
    }
}

#[test]
fn a_step_of_growth_computes_no_rival_anew() {
    let plan = kagoshima();
    let mut scenario = Scenario::hold(&plan);
    // Without a result there is no past pace, and the growth stays as the current one has it.
    edit(&mut scenario, &plan, "p13", |inputs| {
        inputs.actuals = Actuals::new(vec![actual(2024, 30.0)], Measure::Flow, plan.first.value).unwrap();
    });
    assert_eq!(plan.position("p13"), Some(4));
    let state = AppState::new(Rc::new(plan.clone()), scenario, View::default());
    let other = Compared::Scenario(Rc::clone(&state.scenario));
    let all = Preset::ALL.map(Compared::Preset).into_iter().chain([other]);
    let stepped =
        state.apply(Action::SetRate { indicator: 4, half: None, rate: rate(125), drag: true }).scenario;
    for of in all {
        let rival = Rival::new(&plan, &of, &state.scenario);
        let next = rival.updated(&plan, &stepped);
        assert!(Rc::ptr_eq(&rival.outlook, &next.outlook) && Rc::ptr_eq(&rival.scenario, &next.scenario));
    }

    // What a preset takes from the current one it follows, and in that indicator alone.
    let at = plan.position("p43").unwrap();
    let based =
        state.apply(Action::SetAssumedBase { indicator: at, base: Some(point((2021, 10.0))) }).scenario;
    let rival = Rival::new(&plan, &Compared::Preset(Preset::Required), &state.scenario);
    let next = rival.updated(&plan, &based);
    for (index, (before, now)) in rival.outlook.indicators().iter().zip(next.outlook.indicators()).enumerate()
    {
        assert_eq!(Rc::ptr_eq(before, now), index != at, "{index}");
    }
}
