//! Faults inside a link that arrived as it was made: each is one problem at its place and costs no more than it must.

use r13_simulator::model::{
    Compared, Growth, Inputs, MAX_NAME, MAX_TEXT, MOST_COMPARED, Mode, Preset, Rate, Scenario,
};
use r13_simulator::plan::{FiscalYear, Measure, Plan, ProblemKind};
use r13_simulator::view::{Filter, Screen};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::common::{actual, edit, indicator, kagoshima, plan_of, point, rate, total, year};
use crate::sample::{faults, link, read, sealed};
use ProblemKind::*;

fn owned(text: &str) -> String {
    text.to_owned()
}

fn no_number(found: &str) -> ProblemKind {
    NoNumber { found: owned(found) }
}

fn one_of(found: &str, allowed: &'static [&'static str]) -> ProblemKind {
    NotOneOf { found: owned(found), allowed }
}

fn years(value: i64, lowest: FiscalYear, highest: FiscalYear) -> ProblemKind {
    YearOutOfRange { value, lowest, highest }
}

/// The one indicator that a link speaks of.
fn inputs_of(rest: &str, id: &str, plan: &Plan) -> (Inputs, Vec<(String, ProblemKind)>) {
    let reading = read(&link(rest), plan);
    assert!(reading.intact, "{rest}");
    let at = plan.position(id).unwrap();
    let mut rest = reading.link.scenario.clone();
    rest.set(at, Inputs::hold(&plan.indicators[at]));
    assert_eq!(rest, Scenario::hold(plan));
    (reading.link.scenario.inputs(at).unwrap().as_ref().clone(), faults(&reading))
}

/// A segment, the place and the kind of its one fault, and what is read in spite of it.
type Row = (&'static str, &'static str, ProblemKind, fn(&mut Inputs));

fn check(id: &str, table: Vec<Row>) {
    let plan = kagoshima();
    for (rest, place, kind, change) in table {
        let mut expected = Inputs::hold(&plan.indicators[plan.position(id).unwrap()]);
        change(&mut expected);
        let (found, faults) = inputs_of(&format!("/{id}{rest}"), id, &plan);
        let place = format!("[0] ({id}).{place}");
        assert_eq!(faults, [(place, kind)], "{id}{rest}");
        assert_eq!(found, expected, "{id}{rest}");
    }
}

fn nothing(_: &mut Inputs) {}

#[test]
fn in_a_growth() {
    let percent = |value| OutOfRange { value, lowest: -10_000, highest: 100_000 };
    let points = |value| OutOfRange { value, lowest: -10_000, highest: 10_000 };
    check(
        "k1",
        vec![
            ("=", "early", no_number(""), nothing),
            ("=x", "early", no_number("x"), nothing),
            ("=1.5", "early", no_number("1.5"), nothing),
            ("=+5", "early", no_number("+5"), nothing),
            ("=--5", "early", no_number("--5"), nothing),
            ("=１", "early", no_number("１"), nothing),
            ("=5=6", "early", no_number("5=6"), nothing),
            ("=100001", "early", percent(100_001), nothing),
            ("=-10001", "early", percent(-10_001), nothing),
            ("=99999999999999999999", "early", percent(i64::MAX), nothing),
            ("=-99999999999999999999", "early", percent(-i64::MAX), nothing),
            ("=5,", "late", no_number(""), |inputs| inputs.growth.early = rate(5)),
            ("=5,x", "late", no_number("x"), |inputs| inputs.growth.early = rate(5)),
            ("=5,6,7", "late", no_number("6,7"), |inputs| inputs.growth.early = rate(5)),
            ("=,5", "early", no_number(""), |inputs| inputs.growth.late = rate(5)),
            (":100000000001", "early", amount(100_000_000_001), nothing),
        ],
    );
    check("k2", vec![(":10001,10000", "early", points(10_001), |inputs| inputs.growth.late = rate(10_000))]);
    let plan = kagoshima();
    let (found, faults) = inputs_of("/k1:x,y", "k1", &plan);
    assert_eq!((found, faults.len()), (Inputs::hold(&plan.indicators[0]), 2));
}

fn amount(value: i64) -> ProblemKind {
    let most = 100_000_000_000;
    OutOfRange { value, lowest: -most, highest: most }
}

#[test]
fn in_the_parts_of_an_indicator() {
    const MEASURES: &[&str] = &["level", "share", "flow", "cumulative"];
    let long: &'static str = format!(";lock;why:{}", "根".repeat(MAX_TEXT + 1)).leak();
    check(
        "k1",
        vec![
            ("=5;colour:red", "colour", UnknownField, |inputs| {
                inputs.growth = Growth::uniform(Mode::Percent, rate(5))
            }),
            ("=5;Lock", "Lock", UnknownField, |inputs| {
                inputs.growth = Growth::uniform(Mode::Percent, rate(5))
            }),
            (";;lock", "", UnknownField, |inputs| inputs.locked = true),
            (";lock:no", "lock", UnknownField, nothing),
            (";lock;lock", "lock", DuplicateField, |inputs| inputs.locked = true),
            (";why", "why", UnknownField, nothing),
            (";why:a;why:b", "why", DuplicateField, |inputs| inputs.reason = owned("a")),
            (long, "why", TooLong { limit: MAX_TEXT }, |inputs| inputs.locked = true),
            (";measure:flow", "measure", one_of("flow", &["level"]), nothing),
            (";base:2020:1", "base", BaseInPlan, nothing),
            (";source:x", "source", UnknownField, nothing),
        ],
    );
    check(
        "p11",
        vec![
            (";measure:sum", "measure", one_of("sum", MEASURES), nothing),
            (";measure:share", "measure", one_of("share", &["cumulative"]), nothing),
            (";measure:flow;measure:level", "measure", DuplicateField, |inputs| {
                inputs.measure = Some(Measure::Flow)
            }),
        ],
    );
    check("p48", vec![(";measure:flow", "measure", one_of("flow", &["cumulative"]), nothing)]);
}

#[test]
fn in_an_assumed_baseline() {
    let (min, max, last) = (FiscalYear::MIN, FiscalYear::MAX, year(2031));
    let share = |value| OutOfScale { value, highest: 100.0 };
    check(
        "p43",
        vec![
            (";base:2021", "base.value", Missing, nothing),
            (";base:2021:", "base.value", no_number(""), nothing),
            (";base:2021:many", "base.value", no_number("many"), nothing),
            (";base:2021:1,5", "base.value", no_number("1,5"), nothing),
            (";base:2021:1e1", "base.value", no_number("1e1"), nothing),
            (";base:2021:-0.5", "base.value", share(-0.5), nothing),
            (";base:2021:100.5", "base.value", share(100.5), nothing),
            (";base:x:10", "base.year", no_number("x"), nothing),
            (";base:1949:10", "base.year", years(1949, min, max), nothing),
            (";base:99999999999:10", "base.year", years(99_999_999_999, min, max), nothing),
            (";base:2032:10", "base.year", years(2032, min, last), nothing),
            (";base:2021:10:20", "base.20", UnknownField, nothing),
            (":5;base:2021:10;base:2022:11", "base", DuplicateField, |inputs| {
                inputs.growth = Growth::uniform(Mode::Amount, rate(5));
                inputs.assumed_base = Some(point((2021, 10.0)));
            }),
        ],
    );
}

#[test]
fn in_a_result() {
    const WORDS: &[&str] = &["total", "preliminary", "reference", "break"];
    let plan = kagoshima();
    let good = ";actual:2023:5;source:x";
    let cumulative = Measure::Cumulative;
    let (min, max) = (FiscalYear::MIN, FiscalYear::MAX);
    let taken = |entries| r13_simulator::model::Actuals::new(entries, cumulative, year(2022)).unwrap();
    let sourced = || r13_simulator::model::Actual { source: owned("x"), ..actual(2023, 5.0) };
    for (part, place, kind) in [
        (";actual", "actual", UnknownField),
        (";actual:2024", "actual[1].value", Missing),
        (";actual:2024:many", "actual[1].value", no_number("many")),
        (";actual:R6:5", "actual[1].year", no_number("R6")),
        (";actual:1949:5", "actual[1].year", years(1949, min, max)),
        (";actual:2024:5:final", "actual[1]", one_of("final", WORDS)),
        (";actual:2024:5:totl;source:y", "actual[1]", one_of("totl", WORDS)),
        (";actual:2024:5:total:total", "actual[1].total", DuplicateField),
        (";actual:2024:5:preliminary:reference", "actual[1].reference", DuplicateField),
        (";actual:2024:-5", "actual[1].value", OutOfScale { value: -5.0, highest: f64::INFINITY }),
        (";actual:2023:5", "actual[1].year", DuplicateId { found: owned("2023") }),
        (";actual:2024:1:total", "actual[1].value", FallingTotal),
        (
            ";actual:2021:1:total",
            "actual[1].year",
            YearsOutOfOrder { value: year(2021), earliest: year(2022) },
        ),
    ] {
        let (found, faults) = inputs_of(&format!("/p11{good}{part}"), "p11", &plan);
        assert_eq!(faults, [(format!("[0] (p11).{place}"), kind)], "{part}");
        assert_eq!(found.actuals, taken(vec![sourced()]), "{part}");
    }
    let (found, faults) =
        inputs_of("/p11;actual:2025:9;source:y;source:z;actual:2024:30:total", "p11", &plan);
    assert_eq!(faults, [(owned("[0] (p11).source"), DuplicateField)]);
    let later = r13_simulator::model::Actual { source: owned("y"), ..actual(2025, 9.0) };
    assert_eq!(found.actuals, taken(vec![total(2024, 30.0), later]));
    let (found, faults) = inputs_of("/k1;actual:2024:5:total;lock", "k1", &plan);
    assert_eq!(faults, [(owned("[0] (k1).actual[0].entry"), one_of("total", &["yearly"]))]);
    assert!(found.actuals.is_empty() && found.locked);
    let (found, faults) = inputs_of(&format!("/p11{}", ";actual:2024:1".repeat(1_001)), "p11", &plan);
    assert_eq!(faults, [(owned("[0] (p11).actual"), TooMany { limit: 1_000 })]);
    assert!(found.actuals.is_empty());
}

#[test]
fn in_what_is_said_of_the_whole() {
    let plan = kagoshima();
    let long: &'static str = format!("/Name={}", "名".repeat(MAX_NAME + 1)).leak();
    let note: &'static str = format!("/Note={}", "名".repeat(MAX_TEXT + 1)).leak();
    for (rest, place, kind) in [
        (long, "Name", TooLong { limit: MAX_NAME }),
        (note, "Note", TooLong { limit: MAX_TEXT }),
        ("/Date=2026-11-25", "Date", NoDay { found: owned("2026-11-25") }),
        ("/Date=20260230", "Date", NoDay { found: owned("20260230") }),
        ("/Date", "Date", NoDay { found: owned("") }),
        ("/Colour=red", "Colour", UnknownField),
        ("/Lock", "Lock", UnknownField),
        ("/Show=p99", "Show", UnknownIndicator { found: owned("p99") }),
        ("/Show=P 1", "Show", BadId { found: owned("P 1") }),
        ("/Show=k1,p9", "Show", UnknownPillar { found: owned("p9") }),
        ("/Show=k1,All", "Show", BadId { found: owned("All") }),
        ("/Screen=Print", "Screen", one_of("Print", &["Compare", "Present"])),
        ("/Screen=Compare:p1", "Screen", one_of("Compare:p1", &["Compare", "Present"])),
        ("/Screen=Present:p9", "Screen", UnknownPillar { found: owned("p9") }),
        ("/p99=5", "[0] (p99)", UnknownIndicator { found: owned("p99") }),
        ("/案=5", "[0]", BadId { found: owned("案") }),
        ("//k1", "[0]", BadId { found: owned("") }),
        ("/With=Best", "With[0]", one_of("Best", &["Scenario", "Hold", "Required", "Half", "Past"])),
    ] {
        let reading = read(&link(rest), &plan);
        assert_eq!(faults(&reading), [(owned(place), kind)], "{rest}");
        assert!(reading.intact);
        assert_eq!(reading.link.scenario, Scenario::hold(&plan), "{rest}");
        let shown = reading.link.shown;
        assert_eq!((shown.chosen, shown.filter, shown.screen), (0, Filter::All, Screen::Desk), "{rest}");
    }
    let reading = read(&link("/Show=p99,Focus/Show=p43/Name=a/Name=b"), &plan);
    let places: Vec<String> = faults(&reading).into_iter().map(|(place, _)| place).collect();
    assert_eq!(places, ["Show", "Show", "Name"]);
    assert_eq!((reading.link.scenario.name.as_str(), reading.link.shown.filter), ("a", Filter::Priority));
}

#[test]
fn among_the_compared_scenarios() {
    let plan = kagoshima();
    let reading = read(
        &link(
            "/k1=1/With=Hold/k1=2/Name=x/With=Scenario/Screen=Compare/k1=x;lock/k1=3/With=Half/With=Hold/k9",
        ),
        &plan,
    );
    assert_eq!(
        faults(&reading),
        [
            (owned("With[0].k1=2"), UnknownField),
            (owned("With[0].Name=x"), UnknownField),
            (owned("With[1].Screen"), UnknownField),
            (owned("With[1][0] (k1).early"), no_number("x")),
            (owned("With[1][1] (k1)"), DuplicateField),
            (owned("With[3]"), TooMany { limit: MOST_COMPARED }),
        ]
    );
    assert_eq!(reading.understood, 1);
    let compared = reading.link.shown.compared;
    let mut locked = Scenario::hold(&plan);
    edit(&mut locked, &plan, "k1", |inputs| inputs.locked = true);
    let [Compared::Preset(Preset::Hold), Compared::Scenario(other), Compared::Preset(Preset::Half)] =
        compared.as_slice()
    else {
        panic!("{compared:?}")
    };
    assert_eq!(**other, locked);
}

#[test]
fn faults_beside_each_other_are_all_reported_and_the_rest_is_kept() {
    let plan = kagoshima();
    let reading = read(&link("/k1=125;lock/k2:x/p11=5;x:1;y:2/p99/p12=7/k1=9"), &plan);
    let places: Vec<String> = faults(&reading).into_iter().map(|(place, _)| place).collect();
    assert_eq!(places, ["[1] (k2).early", "[2] (p11).x", "[2] (p11).y", "[3] (p99)", "[5] (k1)"]);
    assert_eq!(reading.understood, 2);
    let early = |id| {
        let at = plan.position(id).unwrap();
        reading.link.scenario.inputs(at).unwrap().growth.early
    };
    assert_eq!(["k1", "p11", "p12", "k2"].map(early), [rate(125), rate(5), rate(7), Rate::ZERO]);
}

#[test]
fn rules_are_those_of_the_measure_in_force() {
    let mut plan = plan_of(1, vec![indicator("one", Measure::Flow, None, (2031, 10.0))]);
    for (word, western, fault) in [
        ("flow", 2023, None),
        ("cumulative", 2022, None),
        ("cumulative", 2023, Some(years(2023, FiscalYear::MIN, year(2022)))),
    ] {
        for own in [Measure::Flow, Measure::Cumulative] {
            plan.indicators[0].measure.value = own;
            let body = format!("1/sketch.000000/ja/one;base:{western}:3;measure:{word}");
            let reading = read(&sealed(&body), &plan);
            let expected: Vec<_> =
                fault.clone().map(|kind| (owned("[0] (one).base.year"), kind)).into_iter().collect();
            assert_eq!(faults(&reading), expected);
            let inputs = reading.link.scenario.inputs(0).unwrap();
            assert_eq!(inputs.assumed_base.is_some(), fault.is_none());
            assert_eq!(inputs.measure.is_some(), (word == "flow") == (own == Measure::Cumulative));
        }
    }
}
