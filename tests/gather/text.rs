//! Texts with many links, as they come out of a chat or a mail.

use std::rc::Rc;

use proptest::prelude::*;
use r13_simulator::codec::gather::{Counting, Entry, LinkCounts, MOST_LINKS, Pasted, Said};
use r13_simulator::codec::link::{Refusal, encode};
use r13_simulator::model::{Gathered, Growth, Inputs, Member, Mode, Pool, Scenario};
use r13_simulator::plan::{Day, Lang, Plan};
use r13_simulator::state::{Action, AppState};
use r13_simulator::view::{Screen, Shown, View};

use crate::common::{kagoshima, rate};

const PAGE: &str = "https://r13.example.jp/sim/#";
const ALL: Counting = Counting { repeated: true, other_numbers: true };

/// A scenario with a name, a day, and the growth of the first indicators.
fn named(plan: &Plan, name: &str, rates: &[i64]) -> Scenario {
    let mut scenario = Scenario::hold(plan);
    scenario.name = name.to_owned();
    scenario.date = Day::new(2026, 11, 25);
    for (index, (indicator, hundredths)) in plan.indicators.iter().zip(rates).enumerate() {
        let hold = Inputs::hold(indicator);
        scenario.set(index, Inputs { growth: Growth::uniform(hold.growth.mode, rate(*hundredths)), ..hold });
    }
    scenario
}

fn link(plan: &Plan, scenario: &Scenario) -> String {
    [PAGE, &encode(plan, scenario, &Shown::default())].concat()
}

fn read(plan: &Rc<Plan>, text: &str) -> Pasted {
    let mut pasted = Pasted::new(plan);
    pasted.paste(&Rc::from(text));
    while pasted.read(|| false) {}
    pasted
}

fn lines(entries: &[Entry]) -> Vec<&[usize]> {
    entries.iter().map(|entry| entry.lines.as_slice()).collect()
}

#[test]
fn a_chat_log_is_read_link_by_link() {
    let plan = Rc::new(kagoshima());
    let (careful, bold) = (named(&plan, "慎重な見通し", &[50, -25]), named(&plan, "攻めの商店街", &[300]));
    let (one, two) = (link(&plan, &careful), link(&plan, &bold));
    let elsewhere = Shown { lang: Lang::En, chosen: 4, ..Shown::default() };
    let seen_elsewhere = [PAGE, &encode(&plan, &careful, &elsewhere)].concat();
    let cut: String = two.chars().take(two.len() - 3).collect();
    let mut other_plan = (*plan).clone();
    other_plan.id = "other-plan".to_owned();
    let other = link(&other_plan, &named(&other_plan, "よその計画", &[100]));
    let newer = two.replace("#1/", "#7/");
    let mut moved = (*plan).clone();
    moved.indicators[0].target.value.value += 1.0;
    let moved = link(&moved, &named(&moved, "古い数値", &[10]));
    let text = [
        "10:02 田中（商工政策課）: よろしくお願いします。全部で22指標です",
        &format!("10:05 佐藤: できました！{one}"),
        &format!("10:06 鈴木さん→ <{two}> です"),
        "10:07 田中: 👍 1/2 は済みました。https://www.city.kagoshima.lg.jp/ も見てください",
        &format!("10:08 佐藤: 画面を変えて再送 {seen_elsewhere}"),
        &format!("10:09 高橋: {cut}"),
        &format!("10:11 伊藤: {other}"),
        &format!("10:12 渡辺: {newer}"),
        &format!("10:13 山本: {moved}"),
        &format!("10:15 鈴木: もう一度 {two}"),
    ]
    .join("\n");
    let pasted = read(&plan, &text);
    let counts = pasted.counts();
    assert_eq!(
        counts,
        LinkCounts { links: 8, read: 5, repeated: 2, other_numbers: 1, unread: 3, ..LinkCounts::default() }
    );
    assert_eq!(lines(pasted.entries()), [&[2, 5][..], &[3, 10], &[6], &[7], &[8], &[9]]);
    let openings: Vec<&str> = pasted.entries().iter().map(|entry| entry.opening.as_str()).collect();
    assert_eq!(openings[0], "10:05 佐藤: できました！");
    assert_eq!(
        openings[1..],
        ["10:06 鈴木さん→", "10:09 高橋:", "10:11 伊藤:", "10:12 渡辺:", "10:13 山本:"]
    );
    let said: Vec<&Said> = pasted.entries().iter().map(|entry| &entry.said).collect();
    assert!(matches!(said[2], Said::Damaged(reading) if reading.faults.len() == 1), "{said:#?}");
    assert_eq!(said[3], &Said::Refused(Refusal::OtherPlan { found: "other-plan".to_owned() }));
    assert_eq!(said[4], &Said::Refused(Refusal::NewerVersion { found: 7 }));
    let told: Vec<_> = pasted.entries().iter().filter_map(Entry::told).collect();
    assert_eq!(told.iter().map(|told| told.changes).collect::<Vec<_>>(), [2, 1, 1]);
    assert_eq!(told[0].reading.link.scenario, careful);

    for (counting, scenarios) in [
        (Counting::default(), vec![&careful, &bold]),
        (Counting { repeated: true, other_numbers: false }, vec![&careful, &careful, &bold, &bold]),
        (ALL, vec![&careful, &careful, &bold, &bold, &told[2].reading.link.scenario]),
    ] {
        assert_eq!(pasted.gathered(counting), alone(&plan, &scenarios), "{counting:?}");
    }
}

/// What scenarios come to that never were in a text.
fn alone(plan: &Rc<Plan>, scenarios: &[&Scenario]) -> Gathered {
    let mut pool = Pool::new(plan);
    let members: Vec<Member> = scenarios.iter().map(|one| pool.take(&mut (**one).clone())).collect();
    pool.gathered(&members.iter().collect::<Vec<_>>())
}

#[test]
fn a_link_that_is_made_while_scenarios_are_gathered_opens_the_desk() {
    let plan = kagoshima();
    let start = AppState::new(Rc::new(plan.clone()), Scenario::hold(&plan), View::default());
    let gathering = start.apply(Action::Show(Screen::Gathering));
    assert_eq!((gathering.view.screen, gathering.view.depth()), (Screen::Gathering, 1));
    assert_eq!(gathering.view.shown(), start.view.shown());
    let raw = Shown { screen: Screen::Gathering, ..Shown::default() };
    assert_eq!(encode(&plan, &start.scenario, &raw), encode(&plan, &start.scenario, &Shown::default()));
    let left = gathering.apply(Action::Leave);
    assert_eq!(left.view.screen, Screen::Desk);
    assert!(left.history.undoable().is_none());
}

#[test]
fn a_text_without_links_has_none() {
    let plan = Rc::new(kagoshima());
    for text in ["", "\n\n", "10:02 田中: リンクをまだ作っていません 1/2", "https://r13.example.jp/sim/#"]
    {
        let pasted = read(&plan, text);
        assert_eq!(pasted.counts(), LinkCounts::default(), "{text}");
        assert_eq!(pasted.gathered(ALL).scenarios, 0);
    }
}

#[test]
fn a_link_with_faults_counts_and_they_are_told() {
    let plan = Rc::new(kagoshima());
    let mut later = (*plan).clone();
    later.indicators[1].id = "k9".to_owned();
    let scenario = named(&later, "新しい指標", &[100, 200]);
    let made = encode(&later, &scenario, &Shown::default());
    // A later page of the same plan: its links are whole, but it has an indicator that this one has not.
    let pasted = read(&plan, &made);
    let entry = &pasted.entries()[0];
    let told = entry.told().expect("it is whole");
    assert_eq!((told.reading.faults.len(), told.changes, told.other_numbers), (1, 1, true));
    let counts = pasted.counts();
    assert_eq!((counts.read, counts.with_faults, counts.other_numbers), (1, 1, 1));
}

#[test]
fn more_links_than_are_read_are_counted() {
    let plan = Rc::new(kagoshima());
    let all = (0..MOST_LINKS + 3).map(|number| link(&plan, &named(&plan, "", &[number as i64])));
    let mut text: String = all.map(|link| link + "\n").collect();
    text += &link(&plan, &named(&plan, "", &[5]));
    let counts = read(&plan, &text).counts();
    assert_eq!((counts.links, counts.read, counts.beyond), (MOST_LINKS + 4, MOST_LINKS + 1, 3));
    assert_eq!(counts.repeated, 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn every_link_is_found_and_counted_as_often_as_it_stands_there(
        picks in proptest::collection::vec((0_usize..6, "[ぁ-ん、。 ]{0,12}"), 0..40)
    ) {
        let plan = Rc::new(kagoshima());
        let scenarios: Vec<Scenario> = (0..6)
            .map(|number| named(&plan, &format!("班{number}"), &[number * 25, -number, 0, number * 7]))
            .collect();
        let text: String =
            picks.iter().map(|(pick, chat)| format!("{chat} {}\n", link(&plan, &scenarios[*pick]))).collect();
        let mut pasted = read(&plan, &text);
        let counts = pasted.counts();
        let mut different: Vec<usize> = picks.iter().map(|(pick, _)| *pick).collect();
        different.sort_unstable();
        different.dedup();
        prop_assert_eq!((counts.links, counts.read), (picks.len(), picks.len()));
        prop_assert_eq!(counts.repeated, picks.len() - different.len());
        let often: Vec<&Scenario> = picks.iter().map(|(pick, _)| &scenarios[*pick]).collect();
        let once: Vec<&Scenario> = different.iter().map(|pick| &scenarios[*pick]).collect();
        prop_assert_eq!(pasted.gathered(ALL), alone(&plan, &often));
        prop_assert_eq!(pasted.gathered(Counting::default()), alone(&plan, &once));

        // What was read of an earlier text does not count in the next.
        pasted.paste(&link(&plan, &scenarios[0]).into());
        while pasted.read(|| false) {}
        prop_assert_eq!(pasted.gathered(ALL), alone(&plan, &[&scenarios[0]]));
        pasted.paste(&text.into());
        while pasted.read(|| false) {}
        prop_assert_eq!(pasted.gathered(ALL), alone(&plan, &often));
    }

    #[test]
    fn any_text_is_answered(text in "(\\PC|\n|1/[a-z-]{1,20}\\.[0-9a-z]{6}/ja/|Check=|%){0,200}") {
        let plan = Rc::new(kagoshima());
        let counts = read(&plan, &text).counts();
        prop_assert_eq!(counts.links, counts.read + counts.unread);
    }
}

#[test]
fn a_mode_that_a_link_changes_is_its_own_unit() {
    let plan = Rc::new(kagoshima());
    let mut amount = named(&plan, "", &[]);
    let hold = Inputs::hold(&plan.indicators[0]);
    amount.set(0, Inputs { growth: Growth::uniform(Mode::Amount, rate(12_300)), ..hold });
    let text = [link(&plan, &amount), link(&plan, &named(&plan, "", &[150]))].join(" ");
    let first = read(&plan, &text).gathered(ALL).indicators.swap_remove(0);
    assert_eq!(
        first.growth.iter().map(|of| (of.mode, of.early.median)).collect::<Vec<_>>(),
        [(Mode::Percent, 1.5), (Mode::Amount, 123.0)]
    );
}
