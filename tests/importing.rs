//! Results that are brought in from a table: shown first, taken over as one change.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use std::collections::HashMap;
use std::rc::Rc;

use common::{kagoshima, rate};
use r13_simulator::codec::import::{Ground, Sheet, read, table::table};
use r13_simulator::model::Scenario;
use r13_simulator::state::{Action, AppState, Change, Import, Importing, Notice, Offered, Refused, Results};
use r13_simulator::view::{Dialog, View};

fn start() -> AppState {
    let plan = kagoshima();
    let scenario = Scenario::hold(&plan);
    AppState::new(Rc::new(plan), scenario, View::default())
}

fn after(state: &AppState, actions: impl IntoIterator<Item = Action>) -> AppState {
    actions.into_iter().fold(state.clone(), |state, action| state.apply(action))
}

/// What a text offers to a state.
fn offered(state: &AppState, text: &str) -> Rc<Import> {
    let (table, meant) = (table(text), HashMap::new());
    let ground = Ground { plan: &state.plan, meant: &meant, latest: None };
    let found = read(ground, &table).map(Rc::new);
    let sheets = Rc::new(vec![Sheet { table, ..Sheet::default() }]);
    let offered = Offered::Results(Results { sheets, sheet: 0, meant, found });
    Rc::new(Import { name: "実績.csv".to_owned(), offered })
}

fn values(state: &AppState, indicator: usize) -> Vec<(i32, f64)> {
    let entries = state.scenario.inputs(indicator).unwrap().actuals.entries().iter();
    entries.map(|actual| (actual.year.western(), actual.value)).collect()
}

#[test]
fn results_are_shown_first_and_taken_as_one_change() {
    let before =
        after(&start(), [Action::SetRate { indicator: 0, half: None, rate: rate(100), drag: false }]);
    let import = offered(&before, "id,R4,R5\nk1,6550,6600\nk2,13.8,x\np48,1211,うそ\n");
    let shown = after(&before, [Importing::Show(Rc::clone(&import)).into()]);
    assert_eq!((&shown.scenario, shown.view.dialog), (&before.scenario, Some(Dialog::Import)));

    let taken = after(&shown, [Importing::Take.into()]);
    assert_eq!(values(&taken, 0), [(2022, 6550.0), (2023, 6600.0)]);
    assert_eq!(values(&taken, 1), [(2022, 13.8)]);
    assert_eq!(taken.last.as_ref().map(|entry| entry.change), Some(Change::Results(4)));
    assert_eq!((taken.view.dialog, &taken.import, taken.notices.as_slice()), (None, &None, &[][..]));
    let growth = |state: &AppState| state.scenario.inputs(0).unwrap().growth;
    assert_eq!(growth(&taken), growth(&before), "what is assumed stays");
    assert_eq!(taken.apply(Action::Undo).scenario, before.scenario, "one step takes all of it back");
}

#[test]
fn what_changes_nothing_is_no_change() {
    let import = |state: &AppState, text| Importing::Show(offered(state, text)).into();
    let one = after(&start(), [import(&start(), "id,R5\nk1,6600\n"), Importing::Take.into()]);
    let again = after(&one, [import(&one, "id,R5\nk1,6600\n"), Importing::Take.into()]);
    assert_eq!((&again.scenario, &again.history), (&one.scenario, &one.history));
    let nothing = after(&one, [import(&one, "no columns"), Importing::Take.into()]);
    assert_eq!((&nothing.scenario, nothing.view.dialog), (&one.scenario, None));
}

#[test]
fn what_the_user_has_turned_away_from_does_not_come_back() {
    let busy = Rc::new(Import { name: "a.csv".to_owned(), offered: Offered::Busy });
    let read = offered(&start(), "id,R5\nk1,6600\n");
    let replace = || Importing::Replace(Rc::clone(&busy), Rc::clone(&read)).into();
    let shown = after(&start(), [Importing::Show(Rc::clone(&busy)).into(), replace()]);
    assert_eq!(shown.import.as_ref(), Some(&read));
    let left = after(&start(), [Importing::Show(Rc::clone(&busy)).into(), Action::Leave, replace()]);
    assert_eq!((left.import, left.view.dialog), (None, None));
    let refused = Rc::new(Import { name: "b.pdf".to_owned(), offered: Offered::Refused(Refused::Pdf) });
    let other = after(
        &start(),
        [Importing::Show(Rc::clone(&busy)).into(), Importing::Show(Rc::clone(&refused)).into(), replace()],
    );
    assert_eq!(other.import, Some(Rc::clone(&refused)));
    let taken = after(&other, [Importing::Take.into()]);
    assert_eq!((&taken.scenario, taken.notices), (&start().scenario, Vec::<Notice>::new()));
}

#[test]
fn going_back_to_the_start_keeps_results() {
    let text = "id,R5\nk1,6600\n";
    let with = after(&start(), [Importing::Show(offered(&start(), text)).into(), Importing::Take.into()]);
    let moved = Action::SetRate { indicator: 0, half: None, rate: rate(100), drag: false };
    let back = after(&with, [moved, Action::Reset]);
    assert_eq!(back.scenario, with.scenario, "they are no assumptions");
}
