//! A scenario as a workbook: what its file holds, read by our own reader. What its formulas come to is for
//! `cargo xtask test calc`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[path = "common/any.rs"]
mod any;
mod common;
#[path = "common/labels.rs"]
mod words;

use std::io::{Cursor, Read};
use std::rc::Rc;

use common::{edit, kagoshima, rate};
use proptest::prelude::*;
use r13_simulator::codec::import::workbook::{Sheet, read};
use r13_simulator::model::{Outlook, Scenario};
use r13_simulator::plan::{Day, Lang, Plan};
use r13_simulator::report::workbook::{Book, Content, Figure, Shown, book};
use zip::ZipArchive;

fn book_of(plan: &Plan, scenario: &Scenario, lang: Lang) -> Book {
    book(plan, scenario, &Outlook::new(plan, scenario), &words::labels(plan, lang), None)
}

/// The text of a part of the file.
fn part(bytes: &[u8], name: &str) -> String {
    let mut text = String::new();
    ZipArchive::new(Cursor::new(bytes)).unwrap().by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// A text that would be a formula, markup, or the end of a cell.
const HOSTILE: &str = "=HYPERLINK(\"http://x\",\"押す\") <f>1+1</f> & ]]> \u{7}_x0041_";

fn hostile(plan: &Plan) -> Scenario {
    let mut scenario = Scenario::hold(plan);
    scenario.note = HOSTILE.to_owned();
    scenario.date = Day::new(2026, 11, 25);
    edit(&mut scenario, plan, "k1", |inputs| {
        inputs.reason = HOSTILE.to_owned();
        inputs.growth.early = rate(125);
    });
    scenario
}

#[test]
fn the_same_scenario_makes_the_same_bytes_with_its_own_date() {
    let plan = kagoshima();
    let scenario = hostile(&plan);
    let bytes = || book_of(&plan, &scenario, Lang::Ja).bytes().unwrap();
    let first = bytes();
    assert_eq!(first, bytes());
    let properties = part(&first, "docProps/core.xml");
    assert!(properties.contains("2026-11-25T00:00:00Z"), "{properties}");
    let mut undated = scenario.clone();
    undated.date = None;
    let properties = part(&book_of(&plan, &undated, Lang::Ja).bytes().unwrap(), "docProps/core.xml");
    assert!(!properties.contains("202"), "a day that nobody said: {properties}");
}

#[test]
fn texts_of_users_are_never_formulas() {
    let plan = kagoshima();
    let bytes = book_of(&plan, &hostile(&plan), Lang::Ja).bytes().unwrap();
    for number in 1..=5 {
        let sheet = part(&bytes, &format!("xl/worksheets/sheet{number}.xml"));
        let formulas = sheet.split("<f>").skip(1).map(|rest| rest.split("</f>").next().unwrap());
        for formula in formulas {
            assert!(!formula.contains("HYPERLINK") && !formula.contains("1+1"), "{formula}");
        }
    }
    let sheets = read(&bytes).unwrap();
    for sheet in &sheets[..2] {
        let found =
            sheet.table.rows.iter().flat_map(|row| &row.cells).filter(|cell| *cell == HOSTILE).count();
        assert_eq!(found, 1, "{}", sheet.name);
    }
}

#[test]
fn what_may_be_changed_is_marked_unlocked_and_checked_and_the_sheets_are_made_for_paper() {
    let plan = kagoshima();
    let made = book_of(&plan, &Scenario::hold(&plan), Lang::En);
    let bytes = made.bytes().unwrap();
    assert!(part(&bytes, "xl/styles.xml").contains("<protection locked=\"0\"/>"));
    let inputs = made.sheets[1].rows.iter().flatten().filter(|cell| cell.allowed.is_some()).count();
    let checks = part(&bytes, "xl/worksheets/sheet2.xml").matches("<dataValidation ").count();
    // Neighbours that take the same are checked together.
    assert!(inputs > 22 * 4 && checks > 22, "{inputs} cells, {checks} checks");
    for number in 1..=5 {
        let sheet = part(&bytes, &format!("xl/worksheets/sheet{number}.xml"));
        for setting in
            ["paperSize=\"9\"", "orientation=\"landscape\"", "fitToHeight=\"0\"", "state=\"frozen\""]
        {
            assert!(sheet.contains(setting), "sheet {number} lacks {setting}");
        }
    }
    let workbook = part(&bytes, "xl/workbook.xml");
    assert_eq!(workbook.matches("_xlnm.Print_Titles").count(), 5);
    assert!(workbook.contains("fullCalcOnLoad=\"1\""));
}

#[test]
fn a_link_that_no_cell_takes_is_left_out_and_said() {
    let plan = kagoshima();
    let scenario = Scenario::hold(&plan);
    let mut labels = words::labels(&plan, Lang::Ja);
    for (length, shown) in [(32_767, "x".repeat(32_767)), (32_768, labels.facts.link_too_long.to_owned())] {
        labels.facts.link = "x".repeat(length);
        let made = book(&plan, &scenario, &Outlook::new(&plan, &scenario), &labels, None);
        made.bytes().expect("a file");
        assert!(made.sheets[0].rows[5][1].content == Content::Text(shown), "{length}");
    }
}

/// What a cell of the file is to read as.
fn expected(content: &Content, figure: Figure) -> String {
    let number = |value: f64| match figure {
        Figure::Percent(_) => None,
        _ => Some(if value == 0.0 { "0".to_owned() } else { value.to_string() }),
    };
    let found = match content {
        Content::Empty => Some(String::new()),
        Content::Text(text) | Content::Formula { shown: Shown::Text(text), .. } => {
            Some(text.trim().chars().take(4_000).collect::<String>().trim().to_owned())
        }
        Content::Number(value) | Content::Formula { shown: Shown::Number(value), .. } => number(*value),
    };
    found.unwrap_or_else(|| "%".to_owned())
}

fn check(made: &Book, sheets: &[Sheet]) {
    for (sheet, read) in made.sheets.iter().zip(sheets) {
        assert_eq!(sheet.name, read.name);
        assert_eq!(read.uncomputed, 0, "a formula without a result");
        for (at, row) in sheet.rows.iter().enumerate() {
            let found = read.table.rows.iter().find(|row| row.number == at + 1);
            for (column, cell) in row.iter().enumerate() {
                let found = found.map_or("", |row| row.cell(column));
                let wanted = expected(&cell.content, cell.figure);
                let same = if wanted == "%" { found.ends_with('%') } else { found == wanted };
                assert!(
                    same,
                    "{} row {} column {}: {found:?} for {wanted:?}",
                    sheet.name,
                    at + 1,
                    column + 1
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_is_assumed_the_file_is_written_and_read_back_cell_by_cell(
        actions in prop::collection::vec(any::edits(&any::plan()), 0..20),
        results in any::results(),
    ) {
        let plan = Rc::new(any::plan());
        let (scenario, _) = any::reached(&plan, actions, results);
        let made = book_of(&plan, &scenario, Lang::Ja);
        check(&made, &read(&made.bytes().expect("a file")).expect("a workbook"));
    }
}
