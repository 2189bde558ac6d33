//! Scenario links: what is written, what a damaged link still yields, and how links are found in a text.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[cfg(not(target_arch = "wasm32"))]
#[path = "common/any.rs"]
mod any;
mod common;
#[path = "link/damage.rs"]
mod damage;
#[path = "link/faults.rs"]
mod faults;
#[path = "link/finding.rs"]
mod finding;
#[path = "link/golden.rs"]
mod golden;
#[cfg(not(target_arch = "wasm32"))]
#[path = "link/properties.rs"]
mod properties;
#[path = "link/sample.rs"]
mod sample;

use common::{kagoshima, rate, scenario_with};
use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use r13_simulator::codec::link::{LONGEST, Refusal, decode, encode, find};
use r13_simulator::model::{Growth, Inputs, RateLimits, Scenario};
use r13_simulator::plan::{Day, Lang, Plan, recorded};
use r13_simulator::view::Shown;
use r13_simulator::view::{Filter, Screen, Slide};
use sample::{HEAD, code, everything, link, modest, read, sealed};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;
#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// Where the page is tested; the fragment follows.
const PATH: &str = "/somewhere/deep/#";

#[test]
fn everything_is_written_and_comes_back() {
    let plan = kagoshima();
    let sound = everything(&plan);
    let text = encode(&plan, &sound.scenario, &sound.shown);
    let reading = read(&text, &plan);
    assert_eq!((reading.faults.as_slice(), reading.intact, reading.understood), (&[][..], true, 6));
    assert_eq!(reading.numbers, plan.numbers().fingerprint());
    assert_eq!(reading.link, sound);
    let plain = percent_decode_str(&text).decode_utf8().unwrap();
    assert_eq!(
        plain,
        sealed(
            "1/kagoshima-commerce-2.19bxkh/en/Name=慎重な見通し/Note=推進会議の前に!0a作成/Date=20261125\
             /Show=p43,p4/Screen=Present:p2\
             /k1=125,-50;lock;why:県の推計「中位」!3b 100!25!21!0a令和6!2f7年度\
             /k2:365\
             /p11;measure:flow;actual:2022:19;source:年次報告書;actual:2024:61.5:total:preliminary:break\
             ;actual:2025:20:reference\
             /p23=0\
             /p43:0,40;base:2021:10.095238095238095\
             /p48:100000000000,-100000000000\
             /With=Required/With=Scenario/Name=B/p22=2/With=Half"
        )
    );
}

#[test]
fn the_start_says_the_plan_and_the_language() {
    let plan = kagoshima();
    for (lang, head) in [(Lang::Ja, HEAD), (Lang::En, "1/kagoshima-commerce-2.19bxkh/en")] {
        let shown = Shown { lang, ..Shown::default() };
        let text = encode(&plan, &Scenario::hold(&plan), &shown);
        assert_eq!(text, sealed(head));
        let reading = read(&text, &plan);
        assert!(reading.intact && reading.faults.is_empty() && reading.understood == 0);
        assert_eq!((reading.link.scenario, reading.link.shown), (Scenario::hold(&plan), shown));
    }
}

#[test]
fn what_is_on_screen_comes_back() {
    let plan = kagoshima();
    let mut screens = vec![Screen::Desk, Screen::Comparison, Screen::Presentation(Slide::Summary)];
    screens.extend((0..plan.pillars.len()).map(|at| Screen::Presentation(Slide::Pillar(at))));
    let mut filters = vec![Filter::All, Filter::Priority];
    filters.extend((0..plan.pillars.len()).map(Filter::Pillar));
    for screen in &screens {
        for filter in &filters {
            for chosen in 0..plan.indicators.len() {
                let shown = Shown { chosen, filter: *filter, screen: *screen, ..Shown::default() };
                let text = encode(&plan, &Scenario::hold(&plan), &shown);
                assert_eq!(read(&text, &plan).link.shown, shown, "{text}");
            }
        }
    }
}

#[test]
fn it_is_made_of_characters_that_nothing_changes() {
    let plan = kagoshima();
    let mut scenario = Scenario::hold(&plan);
    scenario.note = (' '..='~').chain("\u{0}\t\r\n\u{7f}案！\u{2028}\u{1F600}".chars()).collect();
    let text = encode(&plan, &scenario, &Shown::default());
    assert!(text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/;:=,.-!%".contains(&byte)), "{text}");
    assert!(text.ends_with(|last: char| last.is_ascii_alphanumeric()));
    assert_eq!(read(&text, &plan).link.scenario, scenario);
}

#[test]
fn decoding_and_encoding_on_the_way_changes_nothing() {
    let plan = kagoshima();
    for sound in [everything(&plan), modest(&plan)] {
        let text = encode(&plan, &sound.scenario, &sound.shown);
        let plain = percent_decode_str(&text).decode_utf8().unwrap().into_owned();
        let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        for other in [
            encoded(&text),
            encoded(&plain),
            encoded(&encoded(&encoded(&text))),
            format!("#{text}"),
            format!(" {text}\n"),
            format!("{text}。"),
            format!("{text}.)"),
            text.replace("%E", "%e"),
            plain,
        ] {
            let reading = read(&other, &plan);
            assert!(reading.intact && reading.faults.is_empty(), "{other}");
            assert_eq!(reading.link, sound, "{other}");
        }
    }
}

/// Thirteen rates of five characters among those of four.
const MIXED: [i64; 22] = {
    let mut rates = [-999; 22];
    let mut at = 0;
    while at < 13 {
        rates[at] = 10_000;
        at += 1;
    }
    rates
};

/// Every indicator with these rates, and all that an unnamed scenario says beside them.
fn longest(plan: &Plan, early: &[i64], late: &[i64]) -> usize {
    let mut at = 0..;
    let mut scenario = scenario_with(plan, |indicator, inputs: &mut Inputs| {
        let at = at.next().unwrap();
        let halves = (rate(early[at % early.len()]), rate(late[at % late.len()]));
        let growth = Growth::hold(indicator.measure.value);
        let limits = RateLimits::of(growth.mode, indicator.measure.value);
        inputs.growth = Growth { early: limits.hold(halves.0), late: limits.hold(halves.1), ..growth };
    });
    scenario.date = Day::new(2026, 11, 25);
    let shown = Shown {
        lang: Lang::En,
        chosen: plan.position("p48").unwrap(),
        filter: Filter::Priority,
        ..Shown::default()
    };
    let text = encode(plan, &scenario, &shown);
    assert_eq!(read(&text, plan).link.scenario, scenario);
    PATH.len() + text.len()
}

#[test]
fn all_rates_fit_into_a_short_link() {
    let plan = kagoshima();
    for (rates, length) in [(&[125, -50][..], 265), (&[-999, 9_999], 287), (&MIXED, 300)] {
        assert_eq!(longest(&plan, rates, rates), length);
    }
    for (early, late, length) in
        [(&[125, -50][..], &[-50, 125][..], 353), (&[-999, 9_999], &[9_999, -999], 397)]
    {
        assert_eq!(longest(&plan, early, late), length);
    }
    // The longest in the modes in which the indicators start.
    assert_eq!((longest(&plan, &[-10_000], &[-10_000]), longest(&plan, &[-10_000], &[100_000])), (331, 477));
}

#[test]
fn texts_that_cannot_be_used_say_why() {
    let plan = kagoshima();
    let other = |found: &str| Refusal::OtherPlan { found: found.to_owned() };
    for (text, refusal) in [
        ("", Refusal::NotALink),
        ("#", Refusal::NotALink),
        ("list", Refusal::NotALink),
        ("1", Refusal::NotALink),
        ("1/2", Refusal::NotALink),
        ("1/2.5", Refusal::NotALink),
        ("1/2.5/6", Refusal::NotALink),
        ("2/1.5", Refusal::NotALink),
        ("1/kagoshima-commerce-2", Refusal::NotALink),
        ("0/kagoshima-commerce-2.19bxkh/ja/Check=000000", Refusal::NotALink),
        ("01/kagoshima-commerce-2.19bxkh/ja/Check=000000", Refusal::NotALink),
        ("1234567890/kagoshima-commerce-2.19bxkh/ja", Refusal::NotALink),
        ("1/Kagoshima.19bxkh/ja/Check=000000", Refusal::NotALink),
        ("/1/kagoshima-commerce-2.19bxkh/ja", Refusal::NotALink),
        ("1/kagoshima-commerce-2.19", Refusal::CutOff),
        ("1/kagoshima-commerce-2.19bxkh", Refusal::CutOff),
        ("1/kagoshima-commerce-2.19bxkh/j", Refusal::CutOff),
        ("1/kagoshima-commerce-2.19bxkh/ja", Refusal::CutOff),
        ("2/kagoshima-commerce-2.19bxkh/whatever?", Refusal::NewerVersion { found: 2 }),
        ("17/other.000000/x", Refusal::NewerVersion { found: 17 }),
        ("1/other-plan.00000/ja/Check=000000", Refusal::NotALink),
        ("1/other-plan.000000/ja/Check=000000", other("other-plan")),
    ] {
        assert_eq!(decode(text, &plan), Err(refusal), "{text}");
    }
    let too_long = Err(Refusal::TooLong { limit: LONGEST });
    assert_eq!(decode(&"1".repeat(LONGEST + 1), &plan), too_long);
    assert_eq!(decode(&"1".repeat(LONGEST), &plan), Err(Refusal::NotALink));
}

#[test]
fn the_longest_text_is_read_to_its_end() {
    let plan = kagoshima();
    let room = LONGEST - link("/Note=").len();
    let reading = read(&link(&format!("/Note={}", "x".repeat(room))), &plan);
    assert!(reading.intact && reading.faults.len() == 1);
    for filler in ["/", "/With=Scenario", ";lock", ";actual:2024:1", "%25", "%", "!"] {
        let text = format!("{HEAD}/k1{}/Check={}", filler.repeat(room / filler.len()), code(""));
        let reading = read(&text, &plan);
        assert!(!reading.intact && (1..=1_000).contains(&reading.faults.len()), "{filler}");
    }
}

#[test]
fn the_links_in_the_docs_are_links() {
    let plan = kagoshima();
    let links = find(include_str!("../docs/link-format.md"));
    assert_eq!(links.len(), 3);
    for found in &links {
        let reading = read(&found.text, &plan);
        assert!(reading.intact && reading.faults.is_empty(), "{}", found.text);
        assert!(recorded(&plan.id, &reading.numbers).is_some());
    }
    assert_eq!(links[1].text, links[2].text);
}

#[test]
fn a_link_made_with_other_numbers_says_so() {
    let mut plan = kagoshima();
    let text = encode(&plan, &everything(&plan).scenario, &Shown::default());
    plan.indicators[0].target.value.value += 1.0;
    let reading = read(&text, &plan);
    assert!(reading.intact && reading.faults.is_empty());
    assert_eq!(reading.numbers, "19bxkh");
    assert_ne!(reading.numbers, plan.numbers().fingerprint());
}
