//! Whatever a user says comes back, and whatever a text holds is answered.

use std::rc::Rc;

use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use r13_simulator::codec::link::{Found, Link, decode, encode, find};
use r13_simulator::model::{Actual, Actuals, Compared, MOST_COMPARED, Preset, Scenario};
use r13_simulator::plan::{Day, Numbers, Plan, Point};
use r13_simulator::view::Shown;
use r13_simulator::view::{Screen, Slide, View};

use crate::any::{assert_within_the_rules, edits, plan, reached, results};
use crate::common::{edit, kagoshima};
use crate::sample::{HEAD, everything, link, modest, sealed};

/// What a user comes to in at most so many steps.
fn scenario(steps: usize) -> impl Strategy<Value = (Scenario, View)> {
    let actions = prop::collection::vec(edits(&plan()), 0..steps);
    let date = prop::option::of((1900_u32..3000, 1_u32..13, 1_u32..29));
    (actions, results(), date).prop_map(|(actions, results, date)| {
        let (mut scenario, view) = reached(&Rc::new(plan()), actions, results);
        scenario.date = date.and_then(|(year, month, day)| Day::new(year, month, day));
        (scenario, view)
    })
}

fn screen() -> impl Strategy<Value = Screen> {
    prop_oneof![
        Just(Screen::Desk),
        Just(Screen::Comparison),
        Just(Screen::Presentation(Slide::Summary)),
        (0..plan().pillars.len()).prop_map(|at| Screen::Presentation(Slide::Pillar(at))),
    ]
}

fn compared() -> impl Strategy<Value = Compared> {
    prop_oneof![
        select(Preset::ALL.to_vec()).prop_map(Compared::Preset),
        scenario(6).prop_map(|(scenario, _)| Compared::Scenario(Rc::new(scenario))),
    ]
}

fn any_link() -> impl Strategy<Value = Link> {
    let beside = prop::collection::vec(compared(), 0..=MOST_COMPARED);
    (scenario(40), screen(), beside).prop_map(|((scenario, view), screen, compared)| Link {
        scenario,
        shown: Shown { lang: view.lang, chosen: view.chosen, filter: view.filter, screen, compared },
    })
}

fn text_of(plan: &Plan, link: &Link) -> String {
    encode(plan, &link.scenario, &link.shown)
}

/// Bits of every value that is not a rate.
fn bits(scenario: &Scenario) -> Vec<u64> {
    let inputs = scenario.all().iter();
    inputs
        .flat_map(|inputs| {
            let results = inputs.actuals.entries().iter().map(|actual| actual.value);
            results.chain(inputs.assumed_base.map(|base| base.value)).collect::<Vec<f64>>()
        })
        .map(f64::to_bits)
        .collect()
}

/// Reads a text and checks that what came of it is within the model's rules, and settled: written and read again it
/// is the same.
fn assert_answered(text: &str, plan: &Plan) -> bool {
    let Ok(reading) = decode(text, plan) else { return false };
    assert!(reading.intact || !reading.faults.is_empty());
    assert!(reading.understood <= plan.indicators.len() && reading.faults.len() <= 1_000);
    let Link { scenario, shown } = &reading.link;
    assert_within_the_rules(plan, scenario);
    assert!(shown.chosen < plan.indicators.len() && shown.compared.len() <= MOST_COMPARED);
    for compared in &shown.compared {
        if let Compared::Scenario(scenario) = compared {
            assert_within_the_rules(plan, scenario);
        }
    }
    let again = decode(&text_of(plan, &reading.link), plan).unwrap();
    assert!(again.intact);
    assert_eq!((&again.faults[..], &again.link), (&[][..], &reading.link));
    reading.intact && reading.faults.is_empty()
}

/// Something that may stand in a link.
fn piece() -> impl Strategy<Value = String> {
    let words = "k1 k2 p11 p43 p48 p99 Name Note Date Show Screen List With Check Compare Present Scenario Hold Focus \
                 measure flow cumulative base lock why actual source total preliminary reference break bits 20261125 \
                 2024 2021 1949 125 -50 99999999999999999999 10.09 100.5 1e5 % %25 %2F %E6%A1 !2f !0a !zz 案 あ 、";
    prop_oneof![
        8 => select("/;:=,".chars().map(String::from).collect::<Vec<_>>()),
        8 => select(words.split(' ').map(str::to_owned).collect::<Vec<_>>()),
        1 => ".{0,4}",
        1 => any::<i32>().prop_map(|number| number.to_string()),
    ]
}

fn pieces() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn what_a_user_says_comes_back(said in any_link()) {
        let plan = plan();
        let text = text_of(&plan, &said);
        prop_assert!(text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/;:=,.-!%".contains(&byte)));
        let reading = decode(&text, &plan).unwrap();
        prop_assert_eq!(&reading.faults, &[]);
        prop_assert!(reading.intact);
        prop_assert_eq!(bits(&reading.link.scenario), bits(&said.scenario));
        prop_assert_eq!(&reading.link, &said);
        let encoded = utf8_percent_encode(&text, NON_ALPHANUMERIC).to_string();
        let decoded = percent_decode_str(&text).decode_utf8().unwrap().into_owned();
        for other in [encoded, decoded] {
            prop_assert_eq!(decode(&other, &plan), Ok(reading.clone()));
        }
    }

    #[test]
    fn every_value_comes_back(bits in any::<u64>()) {
        let value = f64::from_bits(bits >> 1);
        prop_assume!(value.is_finite());
        let plan = kagoshima();
        let mut scenario = Scenario::hold(&plan);
        edit(&mut scenario, &plan, "p11", |inputs| {
            let result = Actual { value, ..crate::common::actual(2024, 0.0) };
            inputs.actuals = Actuals::new(vec![result], inputs.measure(&plan.indicators[2]), plan.first.value).unwrap();
        });
        let text = encode(&plan, &scenario, &Shown::default());
        prop_assert_eq!(self::bits(&decode(&text, &plan).unwrap().link.scenario), [value.to_bits()]);
    }

    #[test]
    fn any_text_is_answered(text in any::<String>()) {
        prop_assert!(!assert_answered(&text, &kagoshima()));
        find(&text);
    }

    #[test]
    fn any_text_after_a_head_is_answered(rest in any::<String>(), pieces in pieces()) {
        let plan = kagoshima();
        for rest in [rest, pieces] {
            let open = format!("{HEAD}/{rest}");
            prop_assert!(!assert_answered(&open, &plan));
            assert_answered(&link(&format!("/{rest}")), &plan);
            assert_answered(&sealed(&format!("1/kagoshima-commerce-2.{rest}")), &plan);
        }
    }

    #[test]
    fn a_link_with_anything_anywhere_is_answered(
        damage in prop::collection::vec((any::<Index>(), any::<Index>(), pieces()), 1..4)
    ) {
        let plan = kagoshima();
        let sound = everything(&plan);
        let mut letters: Vec<char> = text_of(&plan, &sound).chars().collect();
        for (at, length, pieces) in damage {
            let at = at.index(letters.len());
            let end = at + length.index((letters.len() - at).min(30));
            letters.splice(at..end, pieces.chars());
        }
        let damaged: String = letters.into_iter().collect();
        if let Ok(reading) = decode(&damaged, &plan) && reading.intact {
            prop_assert_eq!(&reading.link, &sound);
        }
        assert_answered(&damaged, &plan);
        for Found { text, .. } in find(&damaged) {
            assert_answered(&text, &plan);
        }
    }

    #[test]
    fn links_between_anything_are_all_found(
        said in prop::collection::vec((any::<Index>(), separator(), any::<bool>()), 0..8),
        pool in any_link(),
    ) {
        let plan = plan();
        let pool: Vec<String> =
            [&pool, &modest(&plan), &everything(&plan)].into_iter().map(|link| text_of(&plan, link)).collect();
        let mut text = String::new();
        let mut expected = vec![];
        for (which, separator, bare) in said {
            let link = &pool[which.index(pool.len())];
            expected.push(Found { line: text.matches('\n').count() + 1, text: link.clone() });
            text.push_str(if bare { "" } else { "https://example.jp/somewhere/#" });
            text.push_str(link);
            text.push_str(&separator);
        }
        prop_assert_eq!(find(&text), expected);
    }

    #[test]
    fn numbers_are_read_as_they_were_written(
        changes in prop::collection::vec((any::<Index>(), 0.0..1e12_f64, any::<u64>()), 0..6)
    ) {
        let mut plan = plan();
        for (at, target, base) in changes {
            let at = at.index(plan.indicators.len());
            let of = &mut plan.indicators[at];
            let base = f64::from_bits(base >> 1);
            if of.measure.value.admits(target) {
                of.target.value.value = target;
            }
            if let Some(point) = of.base.as_mut().filter(|_| of.measure.value.admits(base)) {
                point.value.value = base;
            }
        }
        let numbers = plan.numbers();
        prop_assert_eq!(Numbers::parse(&numbers.text()), Some(numbers.clone()));
        prop_assert_eq!(kagoshima_with(&plan).with_numbers(&numbers).numbers(), numbers);
    }

    #[test]
    fn any_text_is_numbers_or_not(text in any::<String>(), at in any::<Index>(), other in ".{0,2}") {
        prop_assert_eq!(Numbers::parse(&text), None);
        let mut numbers = kagoshima().numbers().text();
        let at = at.index(numbers.len());
        numbers.replace_range(at..=at, &other);
        if let Some(read) = Numbers::parse(&numbers) {
            prop_assert_eq!(Numbers::parse(&read.text()), Some(read));
        }
    }
}

/// The plan of the strategies with the bundled plan's numbers, as far as it has them.
fn kagoshima_with(plan: &Plan) -> Plan {
    plan.with_numbers(&kagoshima().numbers())
}

/// What may stand between two links. It begins with what no link goes on with.
fn separator() -> impl Strategy<Value = String> {
    let marks = select(vec![
        " ", "\n", "\r\n", "\n> ", "。", "、", "」", "）", ")", ">", "\"", "'", ". ", "\n\n", "を", "&amp;",
    ]);
    let text = prop_oneof![
        Just(String::new()),
        ".{0,12}",
        select(vec!["10:02 田中: ", "> ", "1/2 ", "Re: ", "第2期 "]).prop_map(str::to_owned),
    ];
    // What is added must not make the digit before a link a longer one.
    (marks, text, select(vec![" ", "\n", "「", "<", "#", ": "]))
        .prop_map(|(mark, text, end)| format!("{mark}{text}{end}"))
}

#[test]
fn a_count_without_a_baseline_takes_one() {
    let plan = plan();
    let mut scenario = Scenario::hold(&plan);
    edit(&mut scenario, &plan, "sum", |inputs| {
        inputs.assumed_base = Some(Point { year: plan.first.value, value: 0.1 });
    });
    let link = Link { scenario, shown: Shown::default() };
    assert_eq!(decode(&text_of(&plan, &link), &plan).unwrap().link, link);
}
