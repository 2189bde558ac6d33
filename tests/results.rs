//! Results as they are typed and pasted into the grid, and the acts on them.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use std::rc::Rc;

use common::{kagoshima, year};
use proptest::prelude::*;
use r13_simulator::codec::cells::{Ground, Onto, Pasted, Refusal, cut, pasted, typed};
use r13_simulator::codec::number::NumberProblem;
use r13_simulator::codec::saved;
use r13_simulator::model::{ActualProblem, ActualStatus, Actuals, Entry, MAX_TEXT, Scenario};
use r13_simulator::plan::FiscalYear;
use r13_simulator::state::{Action, AppState, Change, Recording, Revision};
use r13_simulator::view::{Block, Extent, Place, Screen, Step, View};

/// 市内就業人口1人当たりの総生産
const LEVEL: usize = 0;
/// …と感じる市民の割合
const SHARE: usize = 1;
/// 新たな事業展開に取り組む事業者数
const COUNT: usize = 2;

fn start() -> AppState {
    let plan = kagoshima();
    let scenario = Scenario::hold(&plan);
    AppState::new(Rc::new(plan), scenario, View::default())
}

/// Types a text into a cell.
fn enter(state: &AppState, indicator: usize, western: i32, text: &str, entry: Entry) -> AppState {
    let results = typed(ground(state), (indicator, year(western)), text, Some(entry)).expect("it is taken");
    state.apply(Recording(vec![(indicator, results)]).into())
}

fn refused(state: &AppState, indicator: usize, western: i32, text: &str, entry: Entry) -> Refusal {
    typed(ground(state), (indicator, year(western)), text, Some(entry)).expect_err("it is refused")
}

fn revise(state: &AppState, cells: &[(usize, FiscalYear)], revision: &Revision) -> AppState {
    let act = Recording::revising(&state.plan, &state.scenario, cells, revision).expect("it can be done");
    state.apply(act.into())
}

fn ground(state: &AppState) -> Ground<'_> {
    Ground { plan: &state.plan, scenario: &state.scenario }
}

/// Pastes a block from the count in 2022 on, as yearly values.
fn paste(state: &AppState, text: &str) -> Pasted {
    let years: Vec<FiscalYear> = year(2022).through(year(2026)).collect();
    let onto = Onto { indicators: &[COUNT, LEVEL, SHARE], years: &years };
    pasted(ground(state), &cut(text), onto, |_| Entry::Yearly)
}

fn actuals(state: &AppState, indicator: usize) -> &Actuals {
    &state.scenario.inputs(indicator).unwrap().actuals
}

/// The results of an indicator: year, value, and whether it is a running total.
fn entries(of: &Actuals) -> Vec<(i32, f64, bool)> {
    let entries = of.entries().iter();
    entries.map(|one| (one.year.western(), one.value, one.entry == Entry::Total)).collect()
}

#[test]
fn the_grid_is_a_screen_that_no_link_carries() {
    let state = start().apply(Action::Show(Screen::Results));
    assert_eq!((state.view.screen, state.view.depth()), (Screen::Results, 1));
    assert_eq!(state.view.shown().screen, Screen::Desk);
    assert_eq!(state.apply(Action::Leave).view.screen, Screen::Desk);
}

#[test]
fn a_typed_number_is_a_result_however_it_is_written() {
    for (indicator, text, value) in [
        (LEVEL, "6,600", 6600.0),
        (LEVEL, " ６６００ 千円 ", 6600.0),
        (SHARE, "１４．２５％", 14.25),
        (COUNT, "33", 33.0),
        (COUNT, "33事業者", 33.0),
    ] {
        let state = enter(&start(), indicator, 2023, text, Entry::Yearly);
        assert_eq!(entries(actuals(&state, indicator)), [(2023, value, false)], "{text}");
        assert_eq!(state.history.undoable(), Some(Change::Result(indicator, year(2023))), "{text}");
        assert_eq!(state.apply(Action::Undo).scenario, start().scenario, "{text}");
    }
}

#[test]
fn what_cannot_be_a_result_is_refused_with_its_reason() {
    let state = enter(&start(), COUNT, 2023, "40", Entry::Total);
    for (indicator, western, text, entry, why) in [
        (
            COUNT,
            2023,
            "12a",
            Entry::Yearly,
            Refusal::NoNumber(NumberProblem::NotANumber { at: 2, found: 'a' }),
        ),
        (
            COUNT,
            2023,
            "12%",
            Entry::Yearly,
            Refusal::NoNumber(NumberProblem::NotANumber { at: 2, found: '%' }),
        ),
        (SHARE, 2023, "101", Entry::Yearly, not_among(ActualProblem::OutOfScale(year(2023)))),
        (LEVEL, 2023, "▲1", Entry::Yearly, not_among(ActualProblem::OutOfScale(year(2023)))),
        (LEVEL, 2023, "1", Entry::Total, not_among(ActualProblem::TotalOfNoCount(year(2023)))),
        (COUNT, 2021, "1", Entry::Total, not_among(ActualProblem::TotalBeforeFirst(year(2021)))),
        (COUNT, 2024, "39", Entry::Total, not_among(ActualProblem::FallingTotal(year(2024)))),
        // The total that is there no longer holds.
        (COUNT, 2022, "41", Entry::Yearly, not_among(ActualProblem::FallingTotal(year(2023)))),
        (99, 2023, "1", Entry::Yearly, Refusal::Outside),
    ] {
        assert_eq!(refused(&state, indicator, western, text, entry), why, "{text} for {western}");
    }
}

fn not_among(problem: ActualProblem) -> Refusal {
    Refusal::NotAmongResults(problem)
}

#[test]
fn a_new_value_keeps_what_else_is_said_of_its_year() {
    let cell = [(COUNT, year(2023))];
    let mut state = enter(&start(), COUNT, 2023, "40", Entry::Total);
    state = revise(&state, &cell, &Revision::Status(ActualStatus::Preliminary));
    state = revise(&state, &cell, &Revision::Source("年報".to_owned()));
    state = revise(&state, &cell, &Revision::SeriesBreak(true));
    let amended = typed(ground(&state), cell[0], "41", None).unwrap();
    let [one] = amended.entries() else { panic!("there is one result") };
    assert_eq!((one.value, one.entry, one.status), (41.0, Entry::Total, ActualStatus::Preliminary));
    assert_eq!((one.source.as_str(), one.series_break), ("年報", true));
    let anew = typed(ground(&state), cell[0], "41", Some(Entry::Yearly)).unwrap();
    assert_eq!(anew.entries()[0].entry, Entry::Yearly);
    assert_eq!(typed(ground(&state), cell[0], "　", None).unwrap(), Actuals::default());
}

#[test]
fn a_result_moves_the_start_of_the_projection_and_one_in_the_base_year_replaces_the_base() {
    let outcome = |state: &AppState| {
        let outlook = r13_simulator::model::Outlook::new(&state.plan, &state.scenario);
        outlook.indicator(LEVEL).unwrap().outcome.unwrap().value
    };
    assert_eq!(outcome(&start()), 6534.0);
    assert_eq!(outcome(&enter(&start(), LEVEL, 2024, "7000", Entry::Yearly)), 7000.0);
    assert_eq!(outcome(&enter(&start(), LEVEL, 2017, "6600", Entry::Yearly)), 6600.0);
}

#[test]
fn a_pasted_block_is_one_act() {
    let block = "17\t18\t\"19\n\"\r\n6,600\t\t6,700\r\n14%\t１５．５\t16\r\n";
    let found = paste(&start(), block);
    assert_eq!((found.taken, found.refused.as_slice()), (8, [].as_slice()));
    let state = start().apply(Recording(found.results).into());
    assert_eq!(
        entries(actuals(&state, COUNT)),
        [(2022, 17.0, false), (2023, 18.0, false), (2024, 19.0, false)]
    );
    assert_eq!(entries(actuals(&state, LEVEL)), [(2022, 6600.0, false), (2024, 6700.0, false)]);
    assert_eq!(entries(actuals(&state, SHARE)).len(), 3);
    assert_eq!(state.history.undoable(), Some(Change::Results(8)));
    let back = state.apply(Action::Undo);
    assert_eq!(back.scenario, start().scenario);
    assert_eq!(back.apply(Action::Redo).scenario, state.scenario);
}

#[test]
fn cells_that_cannot_be_taken_are_listed_and_leave_what_is_there() {
    let mut state = enter(&start(), COUNT, 2023, "30", Entry::Yearly);
    state = enter(&state, SHARE, 2022, "20", Entry::Yearly);
    let found = paste(&state, "17\t調査中\t19\t20\t21\t22\n6,600\n101\t15\n\n1");
    let places = [
        (1, 2, Some((COUNT, year(2023))), "調査中"),
        (1, 6, None, "22"),
        (3, 1, Some((SHARE, year(2022))), "101"),
        (5, 1, None, "1"),
    ];
    assert_eq!(found.refused.len(), places.len());
    for (one, place) in found.refused.iter().zip(places) {
        assert_eq!((one.row, one.column, one.at, one.found.as_str()), place);
    }
    assert!(matches!(found.refused[0].why, Refusal::NoNumber(_)));
    assert_eq!(found.refused[1].why, Refusal::Outside);
    assert_eq!(found.refused[2].why, not_among(ActualProblem::OutOfScale(year(2022))));
    assert_eq!(found.taken, 6);
    let state = state.apply(Recording(found.results).into());
    let count: Vec<f64> = actuals(&state, COUNT).entries().iter().map(|one| one.value).collect();
    assert_eq!(count, [17.0, 30.0, 19.0, 20.0, 21.0]);
    assert_eq!(entries(actuals(&state, SHARE)), [(2022, 20.0, false), (2023, 15.0, false)]);
}

#[test]
fn signs_for_no_value_leave_what_is_there() {
    let state = enter(&start(), COUNT, 2023, "30", Entry::Yearly);
    let found = paste(&state, "17\t…\tｘ\t−\t21");
    assert_eq!((found.taken, found.refused.len()), (2, 0));
    let state = state.apply(Recording(found.results).into());
    let count: Vec<f64> = actuals(&state, COUNT).entries().iter().map(|one| one.value).collect();
    assert_eq!(count, [17.0, 30.0, 21.0]);
}

#[test]
fn a_block_is_cut_at_tabs_and_lines_alone() {
    for (text, rows) in [
        ("", vec![]),
        ("1", vec![vec!["1"]]),
        ("1,234\n2,345", vec![vec!["1,234"], vec!["2,345"]]),
        ("1\t\r\n\r\n3\r\n", vec![vec!["1", ""], vec![""], vec!["3"]]),
        ("\"a\nb\"\t\"say \"\"x\"\"\"", vec![vec!["a\nb", "say \"x\""]]),
        ("\"open\t1\n2", vec![vec!["\"open", "1"], vec!["2"]]),
        ("5\" pipe\t\"5\" pipe", vec![vec!["5\" pipe", "\"5\" pipe"]]),
        ("\u{FEFF}1\r2", vec![vec!["1"], vec!["2"]]),
    ] {
        assert_eq!(cut(text), rows, "{text:?}");
    }
}

#[test]
fn one_act_says_something_of_all_results_that_are_selected() {
    let mut state = enter(&start(), COUNT, 2022, "17", Entry::Yearly);
    state = enter(&state, COUNT, 2023, "18", Entry::Yearly);
    state = enter(&state, LEVEL, 2023, "6600", Entry::Yearly);
    let cells: Vec<(usize, FiscalYear)> = [COUNT, LEVEL]
        .into_iter()
        .flat_map(|indicator| year(2022).through(year(2024)).map(move |year| (indicator, year)))
        .collect();
    let told = revise(&state, &cells, &Revision::Source("あ".repeat(MAX_TEXT + 1)));
    assert_eq!(told.history.undoable(), Some(Change::Results(3)));
    assert!(actuals(&told, COUNT).entries().iter().all(|one| one.source.chars().count() == MAX_TEXT));
    assert_eq!(told.apply(Action::Undo).scenario, state.scenario);
    let gone = revise(&state, &cells, &Revision::Clear);
    assert!(actuals(&gone, COUNT).is_empty() && actuals(&gone, LEVEL).is_empty());
    // What changes nothing is no act.
    let same = revise(&state, &cells, &Revision::Status(ActualStatus::Final));
    assert_eq!(same.history, state.history);
}

#[test]
fn a_count_is_not_turned_into_a_total_that_falls() {
    let mut state = enter(&start(), COUNT, 2022, "17", Entry::Yearly);
    state = enter(&state, COUNT, 2023, "16", Entry::Yearly);
    let to_total = |western| {
        let cell = [(COUNT, year(western))];
        Recording::revising(&state.plan, &state.scenario, &cell, &Revision::Entry(Entry::Total))
    };
    assert_eq!(to_total(2023), Err((COUNT, ActualProblem::FallingTotal(year(2023)))));
    let changed = state.apply(to_total(2022).unwrap().into());
    assert_eq!(entries(actuals(&changed, COUNT)), [(2022, 17.0, true), (2023, 16.0, false)]);
}

#[test]
fn an_act_for_an_indicator_that_is_not_there_changes_nothing() {
    let results = typed(ground(&start()), (LEVEL, year(2023)), "1", None).unwrap();
    let state = start().apply(Recording(vec![(99, results)]).into());
    assert_eq!((state.scenario, state.history), (start().scenario, start().history));
}

#[test]
fn steps_lead_where_a_spreadsheet_leads() {
    let extent = Extent { rows: 22, columns: 11 };
    let place = |row, column| Place { row, column };
    for (from, step, to) in [
        ((0, 0), Step::Up, Some((0, 0))),
        ((0, 0), Step::Left, Some((0, 0))),
        ((3, 4), Step::Down, Some((4, 4))),
        ((21, 10), Step::Down, Some((21, 10))),
        ((3, 10), Step::Right, Some((3, 10))),
        ((3, 4), Step::PageDown, Some((13, 4))),
        ((3, 4), Step::PageUp, Some((0, 4))),
        ((15, 4), Step::PageDown, Some((21, 4))),
        ((3, 4), Step::RowStart, Some((3, 0))),
        ((3, 4), Step::RowEnd, Some((3, 10))),
        ((3, 4), Step::First, Some((0, 0))),
        ((3, 4), Step::Last, Some((21, 10))),
        ((3, 4), Step::Next, Some((3, 5))),
        ((3, 10), Step::Next, Some((4, 0))),
        ((21, 10), Step::Next, None),
        ((3, 0), Step::Previous, Some((2, 10))),
        ((0, 0), Step::Previous, None),
    ] {
        let to = to.map(|(row, column)| place(row, column));
        assert_eq!(extent.step(place(from.0, from.1), step), to, "{step:?} from {from:?}");
    }
    let block = Block { from: place(5, 6), to: place(3, 8) };
    assert_eq!((block.rows(), block.columns(), block.is_one()), (3..=5, 6..=8, false));
}

proptest! {
    #[test]
    fn typed_results_outlive_being_saved(values in prop::collection::btree_map(2017..=2031_i32, 0.0..1e9_f64, 1..8)) {
        let mut state = start();
        for (western, value) in &values {
            state = enter(&state, LEVEL, *western, &value.to_string(), Entry::Yearly);
        }
        let wanted: Vec<(i32, f64, bool)> = values.into_iter().map(|(year, value)| (year, value, false)).collect();
        prop_assert_eq!(entries(actuals(&state, LEVEL)), wanted);
        let text = saved::write(&state.plan, &state.scenario, None, &state.view);
        let found = saved::read(&text, &state.plan, View::default()).found.unwrap();
        prop_assert_eq!(&found.scenario.inputs(LEVEL).unwrap().actuals, actuals(&state, LEVEL));
    }

    #[test]
    fn cutting_what_was_put_together_gives_the_cells_back(
        rows in prop::collection::vec(prop::collection::vec("[a-z0-9,\"\t\n ]{0,6}", 1..5), 1..5)
    ) {
        let cell = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let row = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<String>>().join("\t");
        let text = rows.iter().map(row).collect::<Vec<String>>().join("\r\n");
        prop_assert_eq!(cut(&text), rows);
    }

    #[test]
    fn no_block_breaks_the_grid_and_every_cell_is_taken_or_told(text in "[0-9a▲,\t\n\" ]{0,60}") {
        let found = paste(&start(), &text);
        let cells = cut(&text).iter().flatten().filter(|cell| !cell.trim().is_empty()).count();
        prop_assert_eq!(found.taken + found.refused.len(), cells);
        start().apply(Recording(found.results).into());
    }

    #[test]
    fn every_step_stays_in_the_grid(rows in 1_usize..30, columns in 1_usize..30, row in 0_usize..30, column in 0_usize..30) {
        let extent = Extent { rows, columns };
        let from = extent.hold(Place { row, column });
        for step in [Step::Up, Step::Down, Step::Left, Step::Right, Step::PageUp, Step::PageDown, Step::RowStart,
            Step::RowEnd, Step::First, Step::Last, Step::Next, Step::Previous] {
            if let Some(to) = extent.step(from, step) {
                prop_assert!(to.row < rows && to.column < columns, "{:?}", step);
            }
        }
    }
}
