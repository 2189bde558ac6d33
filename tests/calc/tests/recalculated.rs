//! Workbooks as LibreOffice computes them: every formula comes to what the model says.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[path = "../../common/mod.rs"]
mod common;
#[path = "../../common/labels.rs"]
mod words;

use std::collections::HashMap;

use calc_tests::{Cells, recalculated};
use common::{actual, close, edit, indicator, kagoshima, plan_of, point, rate, scenario_with, total, year};
use r13_simulator::model::{Actual, Actuals, Case, Growth, Inputs, Mode, Outlook, Preset, Scenario, preset};
use r13_simulator::plan::{Direction, Indicator, Lang, Measure, Origin, Plan, Sourced};
use r13_simulator::report::workbook::{Book, Cell, Content, Labels, Shown, book};

/// A number that no scenario comes to, in the place of what a formula comes to.
const ABSURD: f64 = -98_765_432.125;

/// A plan under a scenario, and its workbook.
struct Sample {
    name: &'static str,
    plan: Plan,
    scenario: Scenario,
    lang: Lang,
}

impl Sample {
    fn labels(&self) -> Labels {
        words::labels(&self.plan, self.lang)
    }

    fn book(&self) -> Book {
        let outlook = Outlook::new(&self.plan, &self.scenario);
        book(&self.plan, &self.scenario, &outlook, &self.labels(), None)
    }
}

fn of_kagoshima(name: &'static str, change: impl Fn(&Plan, &mut Scenario)) -> Sample {
    let plan = kagoshima();
    let mut scenario = Scenario::hold(&plan);
    change(&plan, &mut scenario);
    Sample { name, plan, scenario, lang: Lang::Ja }
}

fn entered(inputs: &mut Inputs, measure: Measure, actuals: &[Actual]) {
    inputs.actuals = Actuals::new(actuals.to_vec(), measure, year(2022)).expect("sound results");
}

/// Every way in which a cell of a workbook may come about.
fn samples() -> Vec<Sample> {
    let set = |plan: &Plan, scenario: &mut Scenario, change: &dyn Fn(&str, &mut Inputs)| {
        for one in plan.indicators.clone() {
            edit(scenario, plan, &one.id, |inputs| change(&one.id, inputs));
        }
    };
    let mut english = of_kagoshima("one rate everywhere", |plan, scenario| {
        set(plan, scenario, &|_, inputs| {
            inputs.growth = Growth { early: rate(137), late: rate(137), ..inputs.growth }
        });
    });
    english.lang = Lang::En;
    vec![
        of_kagoshima("hold", |_, _| {}),
        english,
        of_kagoshima("required", |plan, scenario| {
            for (index, one) in plan.indicators.iter().enumerate() {
                let inputs = Inputs::clone(scenario.inputs(index).unwrap());
                if let Some(growth) = preset(&Case::new(plan, one, &inputs), Preset::Required) {
                    scenario.set(index, Inputs { growth, ..inputs });
                }
            }
        }),
        of_kagoshima("two rates", |plan, scenario| {
            set(plan, scenario, &|id, inputs| {
                inputs.growth.early = rate(if id.ends_with('1') { -250 } else { 325 });
                inputs.growth.late = rate(-75);
                inputs.locked = id == "k1";
                inputs.reason = "=1+1 と \"引用\" <b>\n二行目".to_owned();
            });
        }),
        of_kagoshima("amounts, and bounds that act", |plan, scenario| {
            set(plan, scenario, &|id, inputs| {
                let late = if id.starts_with("p4") { 2_000 } else { -50_000_000 };
                inputs.growth = Growth { mode: Mode::Amount, early: rate(150), late: rate(late) };
            });
        }),
        edited(),
        of_kagoshima("results, other measures, an assumed baseline", |plan, scenario| {
            edit(scenario, plan, "p11", |inputs| {
                entered(inputs, Measure::Cumulative, &[actual(2022, 18.0), total(2024, 60.0)]);
            });
            edit(scenario, plan, "p12", |inputs| {
                entered(inputs, Measure::Cumulative, &[actual(2020, 3.5), actual(2023, 7.0)]);
            });
            edit(scenario, plan, "p14", |inputs| inputs.measure = Some(Measure::Flow));
            edit(scenario, plan, "p15", |inputs| {
                inputs.measure = Some(Measure::Flow);
                entered(inputs, Measure::Flow, &[total(2025, 31.0)]);
            });
            edit(scenario, plan, "p22", |inputs| entered(inputs, Measure::Level, &[actual(2027, 27_400.0)]));
            edit(scenario, plan, "k2", |inputs| entered(inputs, Measure::Share, &[actual(2031, 49.9999)]));
            edit(scenario, plan, "p48", |inputs| {
                entered(inputs, Measure::Cumulative, &[total(2033, 1_300.0)])
            });
            edit(scenario, plan, "p43", |inputs| {
                inputs.assumed_base = Some(point((2021, 11.0)));
                inputs.growth.early = rate(60);
                inputs.growth.late = rate(140);
            });
        }),
        at_most(),
        without_pillars(),
    ]
}

/// A plan in which the user changed numbers, added an indicator and took one out.
fn edited() -> Sample {
    let published = kagoshima();
    let own = |value| Sourced { value, origin: Origin::Edited };
    let mut changed = published.indicators[0].clone();
    changed.target.value = own(7000.0);
    changed.base.as_mut().unwrap().value = own(6650.5);
    changed.decimals = 1;
    let added = Indicator { id: "u1".to_owned(), pillar: Some(1), ..changed.clone() };
    let plan = published.with_indicator(changed, &published).with_indicator(added, &published);
    let plan = plan.without_indicator("p12", &published);
    let scenario = Scenario::hold(&plan);
    Sample { name: "a plan that the user changed", plan, scenario, lang: Lang::Ja }
}

/// The same indicators in a plan without pillars.
fn without_pillars() -> Sample {
    let mut sample = at_most();
    sample.plan.pillars.clear();
    for one in &mut sample.plan.indicators {
        one.pillar = None;
    }
    Sample { name: "without pillars", ..sample }
}

/// Another plan: targets that must not be exceeded, bases at or beside their targets, targets of zero, a pillar
/// without indicators, counts that begin too late to be summed.
fn at_most() -> Sample {
    let mut all = vec![
        indicator("waste", Measure::Level, Some((2020, 120.0)), (2031, 100.0)),
        indicator("accidents", Measure::Cumulative, Some((2020, 9.0)), (2031, 90.0)),
        indicator("complaints", Measure::Flow, Some((2021, 40.0)), (2026, 0.0)),
        indicator("vacant", Measure::Share, Some((2019, 12.0)), (2031, 12.0)),
        indicator("near", Measure::Level, Some((2021, 1000.0)), (2031, 1005.0)),
        indicator("none", Measure::Cumulative, None, (2031, 10.0)),
        indicator("late", Measure::Flow, Some((2024, 1.0)), (2031, 10.0)),
        indicator("early", Measure::Flow, Some((2028, 1.0)), (2026, 10.0)),
    ];
    for (at, one) in all.iter_mut().enumerate() {
        one.direction = if at < 4 { Direction::AtMost } else { Direction::AtLeast };
        one.pillar = Some(usize::from(at > 3) * 2);
        one.decimals = 2;
    }
    let plan = plan_of(3, all);
    let scenario = scenario_with(&plan, |one, inputs| match one.id.as_str() {
        "waste" => inputs.growth = Growth::uniform(Mode::Percent, rate(-164)),
        "complaints" => inputs.growth = Growth::uniform(Mode::Percent, rate(-10_000)),
        "late" => inputs.measure = Some(Measure::Cumulative),
        _ => inputs.growth.late = rate(35),
    });
    Sample { name: "at most", plan, scenario, lang: Lang::En }
}

/// The workbook with what its formulas come to replaced, so that only a program that computes them finds it.
fn without_results(mut book: Book) -> Book {
    for cell in book.sheets.iter_mut().flat_map(|sheet| &mut sheet.rows).flatten() {
        if let Content::Formula { shown, .. } = &mut cell.content {
            *shown = Shown::Number(ABSURD);
        }
    }
    book
}

/// Compares every formula of a workbook, and every text and number beside them, with what was computed.
fn compare(name: &str, expected: &Book, found: &HashMap<String, Cells>) -> usize {
    let mut formulas = 0;
    for sheet in &expected.sheets {
        let cells = &found[&sheet.name];
        for (row, wanted) in sheet.rows.iter().enumerate() {
            for (column, cell) in wanted.iter().enumerate() {
                let there = cells.get(row).and_then(|row| row.get(column)).map_or("", String::as_str);
                let place = format!("{name}, {} row {} column {}", sheet.name, row + 1, column + 1);
                match &cell.content {
                    Content::Empty => assert_eq!(there, "", "{place}"),
                    Content::Text(text) => assert_eq!(there, text, "{place}"),
                    Content::Number(value) => assert_number(there, *value, 0.0, &place),
                    Content::Formula { text, shown } => {
                        formulas += 1;
                        let place = format!("{place}: {text}");
                        match shown {
                            Shown::Text(word) => assert_eq!(there, word, "{place}"),
                            // A difference is as exact as what it is the difference of.
                            Shown::Number(value) => {
                                assert_number(there, *value, scale(&wanted[..column]), &place)
                            }
                        }
                    }
                }
            }
        }
    }
    formulas
}

/// The largest number of a row so far.
fn scale(row: &[Cell]) -> f64 {
    let numbers = row.iter().filter_map(|cell| match &cell.content {
        Content::Formula { shown: Shown::Number(value), .. } => Some(value.abs()),
        _ => None,
    });
    numbers.fold(0.0, f64::max)
}

fn assert_number(text: &str, value: f64, scale: f64, place: &str) {
    // Hundredths stay hundredths, with all their digits.
    let (digits, unit) = text.strip_suffix('%').map_or((text, 1.0), |digits| (digits, 100.0));
    let found: f64 = digits.parse().unwrap_or_else(|_| panic!("{place}: {text:?} instead of {value}"));
    let found = found / unit;
    let near = close(found, value, 1e-9) || (found - value).abs() <= 1e-12 * scale;
    assert!(near, "{place}: {found} instead of {value}");
}

/// Puts other contents into the cells of one indicator in the assumptions, by the names of the columns.
fn change(book: &mut Book, labels: &Labels, id: &str, column: &str, to: Content) {
    let sheet = book.sheets.iter_mut().find(|sheet| sheet.name == labels.sheets.assumptions).unwrap();
    let says = |cell: &Cell, text: &str| cell.content == Content::Text(text.to_owned());
    let named = |row: &Vec<Cell>| row.iter().position(|cell| says(cell, column));
    let at = sheet.rows.iter().find_map(named);
    let row = sheet.rows.iter_mut().find(|row| row.get(1).is_some_and(|cell| says(cell, id))).unwrap();
    let cell = &mut row[at.expect("a column of this name")];
    assert!(cell.allowed.is_some(), "{column} of {id} is no cell to change");
    cell.content = to;
}

#[test]
fn every_formula_comes_to_what_the_model_says_also_when_an_assumption_is_changed_in_the_workbook() {
    let samples = samples();
    let mut expected: Vec<(String, Book)> =
        samples.iter().map(|sample| (sample.name.to_owned(), sample.book())).collect();
    let mut books: Vec<Book> = expected.iter().map(|(_, book)| without_results(book.clone())).collect();
    for (name, changed, book) in changes() {
        expected.push((format!("changed: {name}"), changed));
        books.push(without_results(book));
    }
    let files: Vec<Vec<u8>> = books.iter().map(|book| book.bytes().expect("a file")).collect();
    let found = recalculated(&files).expect("LibreOffice");
    let counts: Vec<usize> =
        expected.iter().zip(&found).map(|((name, book), found)| compare(name, book, found)).collect();
    assert!(counts[..6].iter().all(|count| *count > 500), "{counts:?}");
}

/// Workbooks in which cells were changed, each with the workbook that the app makes of the same change.
fn changes() -> Vec<(&'static str, Book, Book)> {
    let text = |text: &str| Content::Text(text.to_owned());
    let before = of_kagoshima("before", |_, _| {});
    let labels = before.labels();
    let columns = labels.columns;
    let [percent, amount] = labels.modes;
    let [_, _, flow, _] = labels.measures;
    let mut all = vec![];
    let mut add =
        |name, edits: &[(&str, &str, Content)], act: &dyn Fn(&Plan, &mut Scenario), target: Option<f64>| {
            let mut book = before.book();
            for (id, column, to) in edits {
                change(&mut book, &labels, id, column, to.clone());
            }
            let mut after = of_kagoshima(name, act);
            if let Some(target) = target {
                after.plan.indicators[0].target.value.value = target;
            }
            let mut wanted = after.book();
            // What a workbook does not follow: the decimals and the lists, and what is inferred from the plan alone.
            for (sheet, one) in wanted.sheets.iter_mut().zip(&book.sheets).skip(3) {
                sheet.rows.clone_from(&one.rows);
            }
            all.push((name, wanted, book));
        };
    add(
        "rates and a mode",
        &[
            ("k1", columns.early, Content::Number(1.29)),
            ("k1", columns.late, Content::Number(1.29)),
            ("p46", columns.late, Content::Number(4.0)),
            ("p24", columns.mode, text(amount)),
            ("p24", columns.early, Content::Number(1200.5)),
            ("k2", columns.mode, text(percent)),
            ("k2", columns.early, Content::Number(-2.0)),
        ],
        &|plan, scenario| {
            edit(scenario, plan, "k1", |inputs| inputs.growth = Growth::uniform(Mode::Percent, rate(129)));
            edit(scenario, plan, "p46", |inputs| inputs.growth.late = rate(400));
            edit(scenario, plan, "p24", |inputs| {
                inputs.growth = Growth { mode: Mode::Amount, early: rate(120_050), late: rate(0) };
            });
            edit(scenario, plan, "k2", |inputs| {
                inputs.growth = Growth { mode: Mode::Percent, early: rate(-200), late: rate(0) };
            });
        },
        None,
    );
    add("a target", &[("k1", columns.target, Content::Number(6534.0))], &|_, _| {}, Some(6534.0));
    add(
        "a measure",
        &[("p14", columns.measure, text(flow))],
        &|plan, scenario| {
            edit(scenario, plan, "p14", |inputs| inputs.measure = Some(Measure::Flow));
        },
        None,
    );
    add(
        "a baseline",
        &[
            ("p43", columns.base_year, Content::Number(2021.0)),
            ("p43", columns.base, Content::Number(23.5)),
            ("p43", columns.late, Content::Number(0.5)),
        ],
        &|plan, scenario| {
            edit(scenario, plan, "p43", |inputs| {
                inputs.assumed_base = Some(point((2021, 23.5)));
                inputs.growth.late = rate(50);
            });
        },
        None,
    );
    all
}
