//! The numbers of a plan: their text, what moved, and the record of what they once were.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use common::{kagoshima, point, year};
use r13_simulator::plan::{Direction, Figures, Measure, Moved, Numbers, Origin, Plan, PlanYears, recorded};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;
#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

const PLAN: &str = "kagoshima-commerce-2";

/// A line of the text that is another.
fn with_line(id: &str, line: &str) -> String {
    let text = kagoshima().numbers().text();
    let old = text.lines().find(|line| line.starts_with(id)).unwrap();
    text.replace(old, line)
}

fn figures(numbers: &Numbers, id: &str) -> Figures {
    numbers.indicators.iter().find(|(other, _)| other == id).unwrap().1
}

#[test]
fn the_text_says_all_that_moves_an_outcome() {
    let numbers = kagoshima().numbers();
    let text = numbers.text();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 23);
    assert_eq!(lines[0], "years 2022 2026 2031");
    assert_eq!(lines[1], "k1 level at_least 2017:6534 2031:7809");
    assert!(lines.contains(&"p22 level at_least 2016:27279 2026:27300"));
    assert!(lines.contains(&"p23 share at_least 2020:89.4 2031:93.1"));
    assert!(lines.contains(&"p43 share at_least - 2031:24.8"));
    assert!(lines.contains(&"p48 cumulative at_least 2020:121 2031:1200"));
    assert_eq!(Numbers::parse(&text), Some(numbers.clone()));
    assert_eq!(Numbers::parse(&text.replace('\n', "\r\n")), Some(numbers));
}

#[test]
fn other_texts_are_no_numbers() {
    for line in [
        "k1 level at_least 2017:6534",
        "k1 level at_least 2017:6534 2031:7809 x",
        "k1 level at_least  2017:6534 2031:7809",
        "k1 level at_least 2017:6534 -",
        "k1 level at_least 2017:-1 2031:7809",
        "k1 level at_least 2017:6,534 2031:7809",
        "k1 level at_least 1949:6534 2031:7809",
        "k1 level at_least +2017:6534 2031:7809",
        "k1 level at_least 2017 2031:7809",
        "k1 level least 2017:6534 2031:7809",
        "k1 sum at_least 2017:6534 2031:7809",
        "k1 share at_least 2017:65 2031:100.1",
        "K1 level at_least 2017:6534 2031:7809",
        "k2 level at_least 2017:6534 2031:7809",
        "",
    ] {
        assert_eq!(Numbers::parse(&with_line("k1", line)), None, "{line}");
    }
    for years in ["years 2022 2026", "years 2022 2026 2031 2031", "years 2022 2026 3000", "2022 2026 2031"] {
        assert_eq!(Numbers::parse(&with_line("years", years)), None, "{years}");
    }
    assert_eq!(Numbers::parse(""), None);
}

#[test]
fn every_number_is_part_of_the_fingerprint() {
    let plan = kagoshima();
    let changes: [fn(&mut Plan); 9] = [
        |plan| plan.first.value = year(2021),
        |plan| plan.review.value = year(2027),
        |plan| plan.last.value = year(2032),
        |plan| plan.indicators[3].measure.value = Measure::Flow,
        |plan| plan.indicators[3].direction = Direction::AtMost,
        |plan| plan.indicators[3].base = None,
        |plan| plan.indicators[3].base.as_mut().unwrap().year.value = year(2021),
        |plan| plan.indicators[3].target.value.value += 1e-9,
        |plan| plan.indicators[3].target.year.value = year(2030),
    ];
    let mut seen = vec![plan.numbers().fingerprint()];
    for change in changes {
        let mut other = plan.clone();
        change(&mut other);
        let fingerprint = other.numbers().fingerprint();
        assert!(!seen.contains(&fingerprint));
        seen.push(fingerprint);
    }
    let mut reworded = plan.clone();
    reworded.indicators[3].name.ja.push('改');
    reworded.indicators[3].measure.origin = Origin::Stated;
    assert_eq!(reworded.numbers().fingerprint(), seen[0]);
}

#[test]
fn what_moved_is_told_indicator_by_indicator() {
    let now = kagoshima().numbers();
    assert_eq!(now.moved(&now), []);
    let text = with_line("k1", "k1 level at_least 2017:6534 2031:8000")
        .replace("p43 ", "old ")
        .replace("years 2022 2026 2031", "years 2022 2027 2031");
    let then = Numbers::parse(&text).unwrap();
    let k1 = Figures {
        measure: Measure::Level,
        direction: Direction::AtLeast,
        base: Some(point((2017, 6534.0))),
        target: point((2031, 8000.0)),
    };
    let p43 = Figures { measure: Measure::Share, base: None, target: point((2031, 24.8)), ..k1 };
    let indicator = |id: &str, then, now| Moved::Indicator { id: id.to_owned(), then, now };
    let years = PlanYears { first: year(2022), review: year(2027), last: year(2031) };
    assert_eq!(
        then.moved(&now),
        [
            Moved::Years { then: years, now: now.years },
            indicator("k1", Some(k1), Some(Figures { target: point((2031, 7809.0)), ..k1 })),
            indicator("p43", None, Some(p43)),
            indicator("old", Some(p43), None),
        ]
    );
}

#[test]
fn a_plan_takes_the_numbers_of_indicators_that_both_have() {
    let plan = kagoshima();
    let text = with_line("p43", "p43 share at_most 2020:30.5 2030:24")
        .replace("k1 level at_least 2017:6534", "k1 level at_least -")
        .replace("p48 ", "old ");
    let then = Numbers::parse(&text).unwrap();
    let as_it_was = plan.with_numbers(&then);
    let numbers = as_it_was.numbers();
    for id in ["k1", "k2", "p43"] {
        assert_eq!(figures(&numbers, id), figures(&then, id), "{id}");
    }
    assert_eq!(figures(&numbers, "p48"), figures(&plan.numbers(), "p48"));
    assert_eq!(numbers.indicators.len(), 22);
    let p43 = &as_it_was.indicators[plan.position("p43").unwrap()];
    assert_eq!((p43.base.unwrap().value.origin, p43.target.value.origin), (Origin::Inferred, Origin::Stated));
    assert_eq!(p43.name, plan.indicators[plan.position("p43").unwrap()].name);
    assert_eq!(as_it_was.with_numbers(&plan.numbers()).numbers(), plan.numbers());
    assert_eq!(plan.with_numbers(&plan.numbers()), plan);
}

#[test]
fn the_present_numbers_are_known_and_others_are_not() {
    let now = kagoshima().numbers();
    assert_eq!(recorded(PLAN, &now.fingerprint()), Some(now.clone()));
    assert_eq!(recorded(PLAN, "000000"), None);
    assert_eq!(recorded("other", &now.fingerprint()), None);
}

/// `static/plans/numbers/` holds a text for the numbers of every version of a bundled plan.
#[cfg(not(target_arch = "wasm32"))]
#[test]
fn every_version_of_the_numbers_is_recorded() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("static/plans/numbers").join(PLAN);
    let now = kagoshima().numbers();
    let fingerprint = now.fingerprint();
    let path = folder.join(format!("{fingerprint}.txt"));
    assert!(
        path.is_file(),
        "The numbers of the bundled plan have changed. Write the text below to {}, keep the file of the version before, \
         and add that one to the list `EARLIER` in src/plan/numbers.rs: links made with it must show what they showed.\
         \n\n{}",
        path.display(),
        now.text()
    );
    let mut names = vec![];
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        let numbers = Numbers::parse(&text).unwrap_or_else(|| panic!("{} holds no numbers", path.display()));
        assert_eq!(numbers.fingerprint(), name, "{} is named after other numbers", path.display());
        assert_eq!(numbers.text(), text.replace("\r\n", "\n"), "{} is written otherwise", path.display());
        assert_eq!(
            recorded(PLAN, &name),
            Some(numbers),
            "{} is neither the present version nor in the list `EARLIER` in src/plan/numbers.rs",
            path.display()
        );
        names.push(name);
    }
    assert!(names.contains(&fingerprint));
}
