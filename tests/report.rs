//! What leaves the app: tables for the clipboard, and what the printed sheet holds.
//!
//! Files in `tests/golden/` are compared as text; `R13_BLESS=1 cargo test --test report` writes them anew.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;
#[path = "common/labels.rs"]
mod labels;

use std::fmt::Write;
use std::{env, fs};

use common::{edit, kagoshima, point, rate, year};
use proptest::prelude::*;
use r13_simulator::model::{Actual, ActualStatus, Actuals, Entry, Inputs, Outlook, Scenario};
use r13_simulator::plan::{Measure, Origin, Plan, Sourced};
use r13_simulator::report::workbook::{Figure, book};
use r13_simulator::report::{Cell, Counted, Grid, RecordKind, Sheet, inert, records};

/// A table with all that a user or a plan could put into it.
fn hostile() -> Grid {
    let text = |text: &str| Cell::Text(text.to_owned());
    let name = |text: &str| Cell::Name(text.to_owned());
    let numbers = [7511.2512, -298.0, 0.0, -0.0, 1e9, 0.05, -1234567.89, 65.15];
    Grid {
        rows: vec![
            vec![name("年度"), name("=1+1"), name("<b>太字</b> & \"引用\"")],
            vec![text("R13 (2031)"), text("=HYPERLINK(\"http://x\",\"押す\")"), Cell::Empty],
            vec![text("+81"), text("-5%"), text("−5%"), text("@SUM(A1)")],
            vec![text("＝１＋１"), text("＋５"), text("－５"), text("＠")],
            vec![text("\t=1+1"), text(" =1+1"), text("二行\nの文"), text("タブ\tのある文")],
            numbers.iter().map(|value| Cell::Number(*value, 0)).collect(),
            numbers.iter().map(|value| Cell::Number(*value, 1)).collect(),
            vec![],
            vec![text("仮定に基づく試算です。")],
        ],
    }
}

/// Compares with a file of `tests/golden/`, or writes it where asked to.
fn golden(name: &str, found: &str) {
    let path = format!("{}/tests/golden/{name}", env!("CARGO_MANIFEST_DIR"));
    if env::var_os("R13_BLESS").is_some() {
        fs::write(&path, found).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(found, kept, "{name} has changed");
}

#[test]
fn a_table_for_the_clipboard_is_as_it_always_was() {
    golden("table.tsv", &hostile().tabbed());
    golden("table.html", &hostile().html());
}

#[test]
fn a_number_is_read_back_as_the_number_that_is_shown() {
    for value in [0.0, -0.004, 7511.2512, -298.0, 1e9, 123_456.789] {
        for decimals in [0, 1, 2] {
            let grid = Grid { rows: vec![vec![Cell::Number(value, decimals)]] };
            let read: f64 = grid.tabbed().trim_end().parse().unwrap();
            let unit = 10_f64.powi(-i32::from(decimals));
            assert!((read - value).abs() <= unit / 2.0 + 1e-9, "{value} with {decimals} decimals: {read}");
        }
    }
}

proptest! {
    #[test]
    fn no_text_is_a_formula_or_breaks_its_row(text in "[=+@\\-−＝＋－＠\t\r\n 'a1あ]{0,8}") {
        let cell = inert(&text);
        prop_assert!(!cell.trim_start().starts_with(['=', '+', '-', '@', '−', '＝', '＋', '－', '＠']));
        prop_assert!(!cell.contains(['\t', '\r', '\n']));
        let grid = Grid { rows: vec![vec![Cell::Text(text.clone()), Cell::Text(text)]] };
        prop_assert_eq!(grid.tabbed().matches('\t').count(), 1);
        prop_assert_eq!(grid.tabbed().matches('\n').count(), 1);
    }
}

fn assumed(change: impl Fn(&mut Inputs, &str)) -> (Plan, Scenario) {
    let plan = kagoshima();
    let mut scenario = Scenario::hold(&plan);
    for (index, indicator) in plan.indicators.iter().enumerate() {
        let mut inputs = Inputs::clone(scenario.inputs(index).unwrap());
        change(&mut inputs, &indicator.id);
        scenario.set(index, inputs);
    }
    (plan, scenario)
}

fn sheet((plan, scenario): &(Plan, Scenario)) -> Sheet {
    Sheet::new(plan, scenario, &Outlook::new(plan, scenario))
}

/// One line for each of the sheet.
fn told(plan: &Plan, sheet: &Sheet) -> String {
    let mut told = String::new();
    for group in &sheet.groups {
        writeln!(told, "{}", plan.pillars[group.pillar.unwrap()].name.ja).unwrap();
        for line in &group.lines {
            let marks = [(line.inferred, "推定"), (line.switched, "切替"), (line.assumed, "仮定")];
            let marks: Vec<&str> = marks.iter().filter(|(there, _)| *there).map(|(_, mark)| *mark).collect();
            let reason = line.reason.map(|number| format!(" 根拠{number}")).unwrap_or_default();
            writeln!(told, "  {} {}{reason}", plan.indicators[line.indicator].id, marks.join("・")).unwrap();
        }
    }
    let Sheet { inferred, assumed, halves, unknown, .. } = sheet;
    writeln!(told, "inferred {inferred}, assumed {assumed}, halves {halves}, unknown {unknown}").unwrap();
    told
}

#[test]
fn the_sheet_holds_every_indicator_once_by_pillar_with_its_marks() {
    let some = assumed(|inputs, id| match id {
        "k1" => inputs.reason = "足元の伸び".to_owned(),
        "p11" => inputs.growth.early = rate(150),
        "p14" => inputs.measure = Some(Measure::Flow),
        "p43" => {
            inputs.assumed_base = Some(point((2021, 11.0)));
            inputs.reason = "  調査の中間値".to_owned();
        }
        "p47" => inputs.reason = " \n".to_owned(),
        _ => {}
    });
    golden("sheet.txt", &told(&some.0, &sheet(&some)));

    let plain = sheet(&assumed(|_, _| {}));
    let mut all: Vec<usize> =
        plain.groups.iter().flat_map(|group| &group.lines).map(|line| line.indicator).collect();
    all.sort_unstable();
    assert_eq!(all, (0..22).collect::<Vec<_>>());
    assert_eq!((plain.assumed, plain.halves, plain.unknown, plain.reasons.len()), (false, false, true, 0));
}

#[test]
fn cells_with_commas_and_quotation_marks_are_quoted_and_numbers_keep_all_their_digits() {
    let text = |text: &str| Cell::Text(text.to_owned());
    let grid = Grid {
        rows: vec![
            vec![text("a,b"), text("c \"d\""), text("=1+1"), text("二行\nの文")],
            vec![Cell::Exact(6534.0), Cell::Exact(0.1), Cell::Exact(-0.5), Cell::Empty],
        ],
    };
    assert_eq!(grid.csv(), "\"a,b\",\"c \"\"d\"\"\",'=1+1,二行 の文\r\n6534,0.1,-0.5,\r\n");
}

/// The plan with another target of k1, and a baseline of another year for p11.
fn edited() -> Plan {
    let plan = kagoshima();
    let mut k1 = plan.indicators[plan.position("k1").unwrap()].clone();
    k1.target.value = Sourced { value: 7000.0, origin: Origin::Edited };
    let mut p11 = plan.indicators[plan.position("p11").unwrap()].clone();
    p11.base.as_mut().unwrap().year = Sourced { value: year(2021), origin: Origin::Edited };
    plan.with_indicator(k1, &plan).with_indicator(p11, &plan)
}

#[test]
fn what_the_user_changed_in_the_plan_is_marked_in_what_leaves_the_app() {
    let plan = edited();
    let scenario = Scenario::hold(&plan);
    let outlook = Outlook::new(&plan, &scenario);
    let all = records(&plan, &scenario, &outlook, None);
    let of = |kind: RecordKind| {
        all.iter()
            .filter(|record| record.kind == kind)
            .map(|record| {
                (plan.indicators[record.indicator].id.as_str(), record.year.western(), record.value)
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(of(RecordKind::EditedTarget), [("k1", 2031, 7000.0)]);
    assert_eq!(of(RecordKind::EditedBase), [("p11", 2021, 17.0)]);
    assert_eq!((of(RecordKind::Target).len(), of(RecordKind::Base).len()), (21, 20));

    let labels = labels::labels(&plan, r13_simulator::plan::Lang::Ja);
    let book = book(&plan, &scenario, &outlook, &labels, None);
    for sheet in [&book.sheets[0], &book.sheets[1]] {
        let marked =
            sheet.rows.iter().flatten().filter(|cell| matches!(cell.figure, Figure::Edited(_))).count();
        assert_eq!(marked, 2, "in {}", sheet.name);
    }
    let sources = format!("{:?}", book.sheets[4].rows);
    assert_eq!(sources.matches("利用者の変更").count(), 2);
}

#[test]
fn the_long_form_holds_results_as_entered_and_all_else_as_it_counts() {
    let plan = kagoshima();
    let mut scenario = Scenario::hold(&plan);
    let of = |western: i32, value: f64, entry: Entry| Actual {
        year: year(western),
        value,
        entry,
        status: ActualStatus::Preliminary,
        source: "市統計書".to_owned(),
        series_break: false,
    };
    edit(&mut scenario, &plan, "p11", |inputs| {
        let entries = vec![of(2022, 18.0, Entry::Yearly), of(2024, 60.0, Entry::Total)];
        inputs.actuals = Actuals::new(entries, Measure::Cumulative, year(2022)).expect("they go together");
    });
    let outlook = Outlook::new(&plan, &scenario);
    let all = records(&plan, &scenario, &outlook, Some(year(2026)));
    let index = |id: &str| plan.indicators.iter().position(|one| one.id == id).unwrap();
    let p11 = all.iter().filter(|record| record.indicator == index("p11"));
    let p11: Vec<_> =
        p11.map(|record| (record.year.western(), record.kind, record.counted, record.value)).collect();
    let (yearly, total) = (Counted::Yearly, Counted::Total);
    assert_eq!(
        p11[..10],
        [
            (2020, RecordKind::Base, yearly, 17.0),
            (2021, RecordKind::Interpolated, yearly, 17.5),
            (2022, RecordKind::Actual, yearly, 18.0),
            (2023, RecordKind::Interpolated, yearly, 21.0),
            (2023, RecordKind::Interpolated, total, 39.0),
            (2024, RecordKind::Actual, total, 60.0),
            (2024, RecordKind::Interpolated, yearly, 21.0),
            (2025, RecordKind::Past, yearly, 21.0),
            (2025, RecordKind::Past, total, 81.0),
            (2026, RecordKind::Projected, yearly, 21.0),
        ]
    );
    assert_eq!(p11.last(), Some(&(2031, RecordKind::Target, total, 220.0)));
    assert_eq!(all.iter().filter(|record| record.result.is_some()).count(), 2);
    // Without a baseline there is the target alone.
    let p43: Vec<_> =
        all.iter().filter(|record| record.indicator == index("p43")).map(|one| one.kind).collect();
    assert_eq!(p43, [RecordKind::Target]);
    let after =
        all.iter().filter(|record| record.kind == RecordKind::Reference).map(|record| record.indicator);
    assert_eq!(std::collections::BTreeSet::from_iter(after), [index("p22")].into());
    for (index, outlook) in
        plan.indicators.iter().enumerate().filter_map(|(at, _)| Some((at, outlook.indicator(at)?)))
    {
        if let Some(outcome) = outlook.outcome {
            let year = plan.indicators[index].target.year.value;
            let found = all.iter().any(|one| {
                one.indicator == index
                    && one.year == year
                    && one.kind != RecordKind::Target
                    && one.value == outcome.value
            });
            assert!(found, "{} has its outcome", plan.indicators[index].id);
        }
    }
}
