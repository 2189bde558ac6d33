//! Links that did not arrive as they were made.

use r13_simulator::codec::link::{Link, Refusal, decode, encode};
use r13_simulator::plan::{Plan, ProblemKind};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::common::kagoshima;
use crate::sample::{HEAD, everything, faults, link, modest, read, sealed};
use ProblemKind::*;

fn text(plan: &Plan, of: &Link) -> String {
    encode(plan, &of.scenario, &of.shown)
}

/// What is left after damage: refused, told to be damaged, or all the same.
fn is_noticed(damaged: &str, plan: &Plan, sound: &Link) -> bool {
    match decode(damaged, plan) {
        Err(_) => true,
        Ok(reading) if reading.intact => reading.link == *sound && reading.faults.is_empty(),
        Ok(reading) => !reading.faults.is_empty(),
    }
}

#[test]
fn a_link_cut_anywhere_is_noticed() {
    let plan = kagoshima();
    for sound in [everything(&plan), modest(&plan)] {
        let text = text(&plan, &sound);
        for end in 0..text.len() {
            let cut = &text[..end];
            assert!(decode(cut, &plan).map_or(true, |reading| !reading.intact), "{cut}");
            assert!(is_noticed(cut, &plan, &sound), "{cut}");
        }
    }
}

#[test]
fn one_other_character_anywhere_is_noticed_or_makes_no_difference() {
    let plan = kagoshima();
    let sound = modest(&plan);
    let text = text(&plan, &sound);
    for at in 0..=text.len() {
        let (before, after) = text.split_at(at);
        let shorter = after.get(1..).unwrap_or_default();
        assert!(is_noticed(&format!("{before}{shorter}"), &plan, &sound), "without {at}");
        for other in (' '..='~').chain(['案', '\u{0}', '。']) {
            for damaged in [format!("{before}{other}{after}"), format!("{before}{other}{shorter}")] {
                assert!(is_noticed(&damaged, &plan, &sound), "{damaged}");
            }
        }
    }
}

#[test]
fn what_may_be_a_part_is_left_out() {
    let plan = kagoshima();
    let whole = "/Name=A/Date=20261125/k1=125/p48;why:x";
    let at = |place: &str| vec![(place.to_owned(), CutOff)];
    for (rest, place, name, understood) in [
        ("/Na", "Na", "", 0),
        ("/Name=", "Name", "", 0),
        ("/Name=A", "Name", "", 0),
        ("/Name=A/", "Name", "", 0),
        ("/Name=A/Date=202611", "Date", "A", 0),
        ("/Name=A/Date=20261125/k", "[0]", "A", 0),
        ("/Name=A/Date=20261125/k1=12", "[0] (k1)", "A", 0),
        ("/Name=A/Date=20261125/k1=125", "[0] (k1)", "A", 0),
        ("/Name=A/Date=20261125/k1=125/p4", "[1]", "A", 1),
        ("/Name=A/Date=20261125/k1=125/p48;wh", "[1] (p48)", "A", 1),
        ("/Name=A/Date=20261125/k1=125/p48;why:x", "[1] (p48)", "A", 1),
        ("/Name=A/Date=20261125/k1=125/p48;why:x/Chec", "Chec", "A", 2),
        ("/Name=A/Date=20261125/k1=125/p48;why:x/Check=", "Check", "A", 2),
        ("/Name=A/Date=20261125/k1=125/p48;why:x/Check=0000", "Check", "A", 2),
        ("/Name=A/With=Scen", "With[0]", "A", 0),
        ("/Name=A/With=Hold/With=Scenario", "With[1]", "A", 0),
        ("/Name=A/With=Hold/With=Scenario/Na", "With[1].Na", "A", 0),
        ("/Name=A/With=Hold/With=Scenario/k1=1", "With[1][0] (k1)", "A", 0),
        ("/Name=A/With=Hold/With=Scenario/k1=1/Che", "With[1].Che", "A", 0),
    ] {
        let reading = read(&format!("{HEAD}{rest}"), &plan);
        assert_eq!(faults(&reading), at(place), "{rest}");
        assert_eq!((reading.link.scenario.name.as_str(), reading.understood), (name, understood), "{rest}");
        assert!(!reading.intact);
    }
    let reading = read(&link(whole), &plan);
    assert!(reading.intact && reading.understood == 2 && reading.faults.is_empty());
    let without = read(&format!("{HEAD}{whole}/Check"), &plan);
    assert_eq!(without.link, reading.link);
}

#[test]
fn an_edited_link_is_read_and_said_to_be_edited() {
    let plan = kagoshima();
    let sound = modest(&plan);
    let edited = text(&plan, &sound).replace("k1=125", "k1=999");
    let reading = read(&edited, &plan);
    assert_eq!(faults(&reading), [("Check".to_owned(), Altered)]);
    assert!(!reading.intact);
    assert_eq!(reading.link.scenario.inputs(0).unwrap().growth.early.hundredths(), 999);
    for code in ["abcdefg", "ABCDEF", "il0000"] {
        let reading = read(&format!("{HEAD}/Check={code}"), &plan);
        assert_eq!(faults(&reading), [("Check".to_owned(), Altered)], "{code}");
    }
}

#[test]
fn what_follows_the_check_code_belongs_to_no_link() {
    let plan = kagoshima();
    let sound = link("/k1=125");
    let reading = read(&format!("{sound}/k2=3"), &plan);
    let check = "Check".to_owned();
    assert_eq!(faults(&reading), [(check.clone(), UnknownField), ("[1] (k2)".to_owned(), CutOff)]);
    assert!(!reading.intact);
    let reading = read(&sealed(&sound), &plan);
    assert_eq!(faults(&reading), [(check, UnknownField)]);
}

#[test]
fn a_head_that_is_damaged_costs_what_it_said() {
    let plan = kagoshima();
    let langs: &[&str] = &["ja", "en"];
    let wrong = |found: &str| NotOneOf { found: found.to_owned(), allowed: langs };
    let head = |lang: &str| sealed(&format!("1/kagoshima-commerce-2.19bxkh/{lang}/k1=125"));
    for lang in ["de", "JA", "", "k2=3"] {
        let reading = read(&head(lang), &plan);
        assert_eq!(faults(&reading), [("lang".to_owned(), wrong(lang))]);
        assert!(reading.intact && reading.understood == 1);
    }
    let reading = read(&sealed("1/kagoshima-commerce-2.19bx/ja/k1=125"), &plan);
    assert_eq!((reading.numbers.as_str(), reading.understood), ("19bx", 1));
    assert_eq!(decode("1/kagoshima-commerce-2.19bxkh", &plan), Err(Refusal::CutOff));
}
