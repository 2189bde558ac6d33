//! Holds the bundled plan against the text of the published summary, row by row, and against the reading of
//! it that this app has decided on.
//!
//! `data/plan-summary.txt` is the summary's text as extracted from the published document, noise included;
//! `[…]` marks what is left out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use r13_simulator::plan::{
    Direction, FiscalYear, Indicator, Measure, Origin, Plan, PlanPoint, Sourced, bundled,
};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;
#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

const SUMMARY: &str = include_str!("data/plan-summary.txt");

/// Id, unit, base with its year, target with its year, measure, and whether the summary states that measure.
type Row = (&'static str, &'static str, Option<(f64, i32)>, (f64, i32), Measure, Origin);

use Measure::{Cumulative, Flow, Level, Share};
use Origin::{Inferred, Stated};

/// In the order of the summary's own tables.
const ROWS: [Row; 22] = [
    ("k1", "千円", Some((6534.0, 2017)), (7809.0, 2031), Level, Inferred),
    ("k2", "%", Some((13.5, 2021)), (50.0, 2031), Share, Stated),
    ("p11", "事業者", Some((17.0, 2020)), (220.0, 2031), Cumulative, Inferred),
    ("p12", "件", Some((2.0, 2020)), (70.0, 2031), Cumulative, Inferred),
    ("p13", "万円", Some((30301.0, 2020)), (38816.0, 2031), Level, Inferred),
    ("p14", "事業者", Some((33.0, 2020)), (360.0, 2031), Cumulative, Inferred),
    ("p15", "件", Some((8.0, 2020)), (80.0, 2031), Cumulative, Inferred),
    ("p21", "件", Some((14.0, 2020)), (180.0, 2031), Cumulative, Inferred),
    ("p22", "事業所", Some((27279.0, 2016)), (27300.0, 2026), Level, Inferred),
    ("p23", "%", Some((89.4, 2020)), (93.1, 2031), Share, Stated),
    ("p24", "万円", Some((76254.0, 2018)), (91125.0, 2031), Level, Inferred),
    ("p31", "社", Some((15.0, 2019)), (145.0, 2031), Cumulative, Inferred),
    ("p32", "社", Some((12.0, 2020)), (250.0, 2031), Cumulative, Inferred),
    ("p33", "件", Some((10.0, 2020)), (160.0, 2031), Cumulative, Inferred),
    ("p41", "%", Some((65.1, 2020)), (67.9, 2031), Share, Stated),
    ("p42", "%", Some((55.1, 2018)), (75.9, 2031), Share, Stated),
    ("p43", "%", None, (24.8, 2031), Share, Stated),
    ("p44", "%", Some((16.1, 2018)), (22.2, 2031), Share, Stated),
    ("p45", "%", Some((5.4, 2018)), (5.8, 2031), Share, Stated),
    ("p46", "%", Some((88.8, 2018)), (100.0, 2031), Share, Stated),
    ("p47", "件/年", Some((8.0, 2020)), (60.0, 2031), Flow, Stated),
    ("p48", "人", Some((121.0, 2020)), (1200.0, 2031), Cumulative, Stated),
];

/// Where the summary's unit differs from the data file's: id, base, target.
const PRINTED_UNITS: [(&str, &str, &str); 2] = [("p47", "件", "件/年"), ("p48", "人/年", "10年間で人")];

/// A row of a table of indicators in the summary, white space removed.
#[derive(Clone, Debug, Default)]
struct Printed {
    aim: Option<String>,
    name: String,
    base: String,
    target: String,
    method: Option<String>,
    base_year: Option<i32>,
    target_year: Option<i32>,
}

/// A number of the summary with what is printed around it.
#[derive(Debug, PartialEq)]
struct Cell {
    number: String,
    unit: String,
    year: Option<i32>,
}

fn plan() -> Plan {
    bundled().expect("the bundled plan parses")
}

fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// R13, R元 or H28 in parentheses at the end of a text: what stands before it, and the western year.
fn era(text: &str) -> (&str, Option<i32>) {
    let Some((rest, era)) = text.strip_suffix(')').and_then(|text| text.rsplit_once('(')) else {
        return (text, None);
    };
    let (offset, year) = match (era.strip_prefix('R'), era.strip_prefix('H')) {
        (Some(year), _) => (2018, year),
        (_, Some(year)) => (1988, year),
        _ => return (text, None),
    };
    (rest, Some(offset + if year == "元" { 1 } else { year.parse::<i32>().unwrap() }))
}

/// Splits `10年間で1,200人` into the number 1200 and the unit `10年間で人`.
fn cell(text: &str) -> Cell {
    let (text, year) = era(text);
    let (prefix, text) = match text.split_once("で") {
        Some((prefix, rest)) => (format!("{prefix}で"), rest),
        None => (String::new(), text),
    };
    let end = text.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(text.len());
    Cell { number: text[..end].replace(',', ""), unit: prefix + &text[end..], year }
}

/// Every indicator row of a part of the summary, in its order.
fn rows(part: &str, label: &str) -> Vec<Printed> {
    let mut rows: Vec<Printed> = Vec::new();
    let (mut base_year, mut target_year, mut aim) = (None, None, None);
    let mut in_table = false;
    for line in part.lines() {
        let cells: Vec<String> = line
            .split('\t')
            .map(|cell| squeeze(cell).replace('➡', ""))
            .filter(|cell| !cell.is_empty())
            .collect();
        if cells.iter().any(|cell| cell.starts_with("現況(")) {
            let year = |start: &str| era(cells.iter().find(|cell| cell.starts_with(start)).unwrap()).1;
            (base_year, target_year) = (year("現況("), year("目標("));
            (in_table, aim) = (true, None);
        } else if let Some(line) = line.strip_prefix("○ ") {
            aim = Some(squeeze(line));
        } else if in_table && cells.len() >= 3 {
            let cells = if label.is_empty() { &cells[..] } else { &cells[1..] };
            assert!(line.starts_with(label), "{line}");
            rows.push(Printed {
                aim: aim.clone(),
                name: cells[0].clone(),
                base: cells[1].clone(),
                target: cells[2].clone(),
                method: cells.get(3).cloned(),
                base_year,
                target_year,
            });
        } else if in_table && cells.len() == 1 && !line.starts_with("▶") {
            // The extraction puts 算出方法 on a line of its own for some rows.
            let row = rows.last_mut().unwrap();
            assert_eq!(row.method, None, "{line}");
            row.method = Some(cells[0].clone());
        } else {
            in_table = false;
        }
    }
    rows
}

fn before_priority() -> &'static str {
    SUMMARY.split("●重点プロジェクト").next().unwrap()
}

fn priority_part() -> &'static str {
    SUMMARY.split("●重点プロジェクト").nth(1).unwrap()
}

fn assert_point(indicator: &Indicator, point: &PlanPoint, printed: &str, header: Option<i32>, base: bool) {
    let id = indicator.id.as_str();
    let found = cell(printed);
    let unit = match PRINTED_UNITS.iter().find(|(other, ..)| *other == id) {
        Some((_, base_unit, target_unit)) => {
            if base {
                base_unit
            } else {
                target_unit
            }
        }
        None => indicator.unit.ja.as_str(),
    };
    assert_eq!(found.number.parse::<f64>().unwrap(), point.value.value, "{id}: {printed}");
    assert_eq!(found.unit, unit, "{id}: {printed}");
    assert_eq!(found.year.or(header), Some(point.year.value.western()), "{id}: {printed}");
    let decimals = found.number.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    // 「100%」 is the one number printed with fewer decimals than its row.
    assert!(decimals == usize::from(indicator.decimals) || found.number == "100", "{id}: {printed}");
}

fn assert_matches(indicator: &Indicator, row: &Printed) {
    let id = indicator.id.as_str();
    assert_eq!(squeeze(&indicator.name.ja), row.name, "{id}");
    match &indicator.base {
        Some(base) => assert_point(indicator, base, &row.base, row.base_year, true),
        None => assert_eq!(row.base, "—", "{id}"),
    }
    assert_point(indicator, &indicator.target, &row.target, row.target_year, false);
}

fn sourced(value: i32, origin: Origin) -> Sourced<FiscalYear> {
    Sourced { value: FiscalYear::new(value).unwrap(), origin }
}

#[test]
fn every_indicator_stands_in_its_own_row_of_the_summary() {
    let plan = plan();
    let printed = rows(before_priority(), "主要指標");
    assert_eq!(printed.len(), ROWS.len());
    let ids: Vec<&str> = plan.indicators.iter().map(|indicator| indicator.id.as_str()).collect();
    assert_eq!(ids, ROWS.map(|row| row.0));
    for (indicator, row) in plan.indicators.iter().zip(&printed) {
        let id = indicator.id.as_str();
        assert_matches(indicator, row);
        assert_eq!(indicator.aim.as_ref().map(|aim| squeeze(&aim.ja)), row.aim, "{id}");
        assert_eq!(indicator.method.as_ref().map(|method| squeeze(&method.ja)), row.method, "{id}");
    }
}

#[test]
fn numbers_measures_and_origins_are_as_decided() {
    for (indicator, (id, unit, base, target, measure, origin)) in plan().indicators.iter().zip(ROWS) {
        let point = |(value, year)| PlanPoint {
            value: Sourced { value, origin: Stated },
            year: sourced(year, Stated),
        };
        assert_eq!(indicator.unit.ja, unit, "{id}");
        assert_eq!(indicator.base, base.map(point), "{id}");
        assert_eq!(indicator.target, point(target), "{id}");
        assert_eq!(indicator.measure, Sourced { value: measure, origin }, "{id}");
        assert_eq!(indicator.direction, Direction::AtLeast, "{id}");
        assert_eq!(indicator.decimals, u8::from(measure == Share), "{id}");
        let pillar = if id.starts_with('k') { "k" } else { &id[..2] };
        assert_eq!(plan().pillar_of(indicator).unwrap().id, pillar, "{id}");
    }
}

#[test]
fn the_plans_years_are_as_printed_and_the_review_is_inferred() {
    let plan = plan();
    assert!(
        squeeze(SUMMARY).contains("本プラン」という。)の計画期間は、令和4年度から令和13年度までの10年間です")
    );
    assert_eq!(plan.first, sourced(2018 + 4, Stated));
    assert_eq!(plan.last, sourced(2018 + 13, Stated));
    assert!(squeeze(SUMMARY).contains("前期基本計画(計画期間:令和4年度～令和8年度)"));
    assert_eq!(plan.review, sourced(2018 + 8, Inferred));
    let priority = plan.priority.unwrap();
    assert!(squeeze(priority_part()).contains("令和4年度から令和8年度までの5年間を目標期間とします"));
    assert_eq!((priority.first, priority.last), (plan.first.value, plan.review.value));
}

#[test]
fn pillars_and_the_plans_own_texts_are_as_printed() {
    let plan = plan();
    let summary = squeeze(SUMMARY);
    let ids: Vec<_> =
        plan.pillars.iter().map(|pillar| (pillar.id.as_str(), pillar.mark.ja.as_str())).collect();
    assert_eq!(ids, [("k", "基本"), ("p1", "①"), ("p2", "②"), ("p3", "③"), ("p4", "④")]);
    assert!(summary.contains(&format!("基本シナリオ{}", plan.pillars[0].name.ja)));
    for pillar in &plan.pillars[1..] {
        assert!(
            summary.contains(&format!("【施策の柱{}】{}", pillar.mark.ja, pillar.name.ja)),
            "{}",
            pillar.id
        );
    }
    for pillar in &plan.pillars {
        for sentence in pillar.summary.ja.split_terminator('。') {
            assert!(summary.contains(sentence), "{}: {sentence}", pillar.id);
        }
        let expected: Vec<&str> = plan
            .indicators
            .iter()
            .filter(|indicator| plan.pillar_of(indicator) == Some(pillar))
            .map(|indicator| indicator.id.as_str())
            .collect();
        let listed: Vec<&str> =
            pillar.indicators.iter().map(|index| plan.indicators[*index].id.as_str()).collect();
        assert_eq!(listed, expected, "{}", pillar.id);
    }
    assert!(summary.starts_with(&plan.name.ja) && summary.contains("<概要版>"));
    assert!(summary.contains(&format!("<目指す将来像(施策目標)>{}", plan.vision.ja)));
    assert!(plan.source.ja.contains("概要版") && plan.source.en.contains("summary"));
}

#[test]
fn the_misprinted_introduction_stands_under_the_first_pillar_alone() {
    let plan = plan();
    let introduction = "新産業を創出します";
    assert_eq!(squeeze(SUMMARY).matches(introduction).count(), 3);
    let under: Vec<&str> = plan
        .pillars
        .iter()
        .filter(|pillar| pillar.summary.ja.contains(introduction))
        .map(|pillar| pillar.id.as_str())
        .collect();
    assert_eq!(under, ["p1"]);
}

#[test]
fn the_fifth_scenario_is_a_foundation() {
    let foundation = plan().foundation.unwrap();
    let summary = squeeze(SUMMARY);
    let printed =
        format!("{}<4つの施策の柱を推進する環境基盤の整備・運営>{}", foundation.mark.ja, foundation.name.ja);
    assert!(summary.contains(&printed), "{printed}");
    assert!(foundation.summary.ja.starts_with("4つの施策の柱を推進する環境基盤の整備・運営。"));
}

#[test]
fn priority_projects_name_the_focus_indicators_of_the_summary() {
    let plan = plan();
    let priority = plan.priority.as_ref().unwrap();
    assert!(squeeze(priority_part()).contains(&format!("<重点プロジェクト>{}", priority.name.ja)));
    assert_eq!(priority.projects.len(), 4);
    for (index, project) in priority.projects.iter().enumerate() {
        let number = index + 1;
        let heading = format!("\n{number} {}\n", project.name.ja);
        let part = priority_part().split(heading.as_str()).nth(1).expect(&heading);
        let next = format!("\n{} ", number + 1);
        let part = part.split(next.as_str()).next().unwrap();
        assert!(squeeze(part).contains(&format!("目指す状態{}[…]", project.aim.ja)), "{}", project.aim.ja);
        let printed = rows(part, "");
        assert_eq!(printed.len(), project.indicators.len(), "{}", project.name.ja);
        for (indicator, row) in project.indicators.iter().zip(&printed) {
            assert_matches(&plan.indicators[*indicator], row);
            assert!(plan.is_priority(*indicator));
        }
    }
    assert_eq!((0..plan.indicators.len()).filter(|index| plan.is_priority(*index)).count(), 10);
}
