//! What is taken goes together with what is there.

use std::collections::HashMap;

use proptest::prelude::*;
use r13_simulator::codec::import::table::table;
use r13_simulator::codec::import::{Merged, Step, Why, merge, read};
use r13_simulator::model::{Actual, ActualProblem, ActualStatus, Actuals, Entry, Scenario};
use r13_simulator::plan::Plan;

use crate::common::{edit, kagoshima, year};
use crate::ground;

fn actual(western: i32, value: f64, entry: Entry) -> Actual {
    let status = ActualStatus::Final;
    Actual { year: year(western), value, entry, status, source: String::new(), series_break: false }
}

/// A scenario with results for two years of an indicator.
fn with(plan: &Plan, id: &str, entries: Vec<Actual>) -> Scenario {
    let indicator = plan.indicators.iter().find(|one| one.id == id).expect("the plan has it");
    let actuals = Actuals::new(entries, indicator.measure.value, plan.first.value).expect("they go together");
    let mut scenario = Scenario::hold(plan);
    edit(&mut scenario, plan, id, |inputs| inputs.actuals = actuals);
    scenario
}

fn merged(plan: &Plan, scenario: &Scenario, text: &str) -> Merged {
    let found = read(ground(plan, &HashMap::new()), &table(text)).expect("columns");
    assert_eq!(found.faults, []);
    merge(plan, scenario, &found)
}

#[test]
fn results_are_added_replaced_or_there_already() {
    let plan = kagoshima();
    let (r4, r5) = (actual(2022, 6500.0, Entry::Yearly), actual(2023, 6600.0, Entry::Yearly));
    let scenario = with(&plan, "k1", vec![r4.clone(), r5.clone()]);
    let merged = merged(&plan, &scenario, "id,R5,R6,R4\nk1,6650,6700,6500\n");
    let steps: Vec<_> = merged.lines.iter().map(|(line, step)| (line.column, step.clone())).collect();
    assert_eq!(steps, [(2, Step::Replaced(r5)), (3, Step::Added), (4, Step::Same)]);
    assert_eq!(merged.changes(), 2);
    let [(_, actuals)] = merged.indicators.as_slice() else { panic!("one indicator") };
    let values: Vec<f64> = actuals.entries().iter().map(|one| one.value).collect();
    assert_eq!(values, [6500.0, 6650.0, 6700.0]);
    assert_eq!(self::merged(&plan, &scenario, "id,R4\nk1,6500\n").changes(), 0);
}

#[test]
fn what_does_not_go_with_the_others_is_left_out_and_named() {
    let plan = kagoshima();
    for (id, before, text, place, problem) in [
        ("k1", vec![], "id,R5,R6\nk1,-5,6600\n", (2, 2), ActualProblem::OutOfScale(year(2023))),
        ("k2", vec![], "id,R5\nk2,101\n", (2, 2), ActualProblem::OutOfScale(year(2023))),
        ("k1", vec![], "id,R5累計\nk1,6600\n", (2, 2), ActualProblem::TotalOfNoCount(year(2023))),
        ("p11", vec![], "id,R3累計\np11,5\n", (2, 2), ActualProblem::TotalBeforeFirst(year(2021))),
        ("p11", vec![], "id,R5累計,R6累計\np11,40,30\n", (2, 3), ActualProblem::FallingTotal(year(2024))),
        (
            "p11",
            vec![actual(2024, 50.0, Entry::Total)],
            "id,R5累計\np11,60\n",
            (2, 2),
            ActualProblem::FallingTotal(year(2024)),
        ),
    ] {
        let scenario = with(&plan, id, before.clone());
        let merged = merged(&plan, &scenario, text);
        let [fault] = merged.faults.as_slice() else { panic!("{text}: {:?}", merged.faults) };
        assert_eq!(
            ((fault.row, fault.column), &fault.why),
            (place, &Why::NotAmongResults(plan.position(id).unwrap(), problem)),
            "{text}"
        );
        let [(_, actuals)] = merged.indicators.as_slice() else { panic!("one indicator") };
        assert!(actuals.entries().len() >= before.len(), "{text}");
    }
}

proptest! {
    #[test]
    fn whatever_is_merged_is_sound_and_nothing_is_lost(
        before in proptest::collection::btree_map(2022_i32..2027, (0_u16..200, any::<bool>()), 0..5),
        after in proptest::collection::vec((2020_i32..2028, -20_i16..200, any::<bool>()), 1..12),
    ) {
        let plan = kagoshima();
        let entry = |total: bool| if total { Entry::Total } else { Entry::Yearly };
        let entries = before.iter().map(|(year, (value, total))| actual(*year, f64::from(*value), entry(*total)));
        let measure = plan.indicators.iter().find(|one| one.id == "p11").unwrap().measure.value;
        let Ok(actuals) = Actuals::new(entries.collect(), measure, plan.first.value) else { return Ok(()) };
        let mut scenario = Scenario::hold(&plan);
        edit(&mut scenario, &plan, "p11", |inputs| inputs.actuals = actuals.clone());
        let rows: String = after
            .iter()
            .map(|(year, value, total)| format!("p11,{year},{value},{}\n", if *total { "累計" } else { "" }))
            .collect();
        let found = read(ground(&plan, &HashMap::new()), &table(&format!("id,year,value,区分\n{rows}"))).unwrap();
        let merged = merge(&plan, &scenario, &found);
        prop_assert_eq!(merged.lines.len() + merged.faults.len(), found.lines.len());
        let [(_, after)] = merged.indicators.as_slice() else { panic!("one indicator") };
        for (line, _) in &merged.lines {
            prop_assert!(after.entries().contains(&line.actual));
        }
        let replaced = |one: &Actual| merged.lines.iter().any(|(line, _)| line.actual.year == one.year);
        for kept in actuals.entries().iter().filter(|one| !replaced(one)) {
            prop_assert!(after.entries().contains(kept));
        }
        prop_assert_eq!(after.entries().len(), actuals.entries().iter().filter(|one| !replaced(one)).count() + merged.lines.len());
    }
}
