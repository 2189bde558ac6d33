//! Plans of other cities: the example, one without pillars, one in a single language.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use std::collections::BTreeSet;
use std::rc::Rc;

use common::{kagoshima, rate, scenario_with, sketch};
use r13_simulator::codec::link::{Refusal, decode, encode};
use r13_simulator::codec::{saved, scenario_file};
use r13_simulator::model::{
    Growth, Inputs, Mode, NoRequired, Outlook, Preset, RankMeasure, Scenario, Verdict, preset, rank,
};
use r13_simulator::plan::{
    BUNDLED_ID, Direction, Lang, Measure, Plan, ProblemKind, Text, bundled, parse, recorded,
};
use r13_simulator::report::Sheet;
use r13_simulator::state::{Action, AppState, Linking, Notice, PlanFile, Planning, Scope, arrive};
use r13_simulator::view::{Filter, Screen, Shown, Slide, View};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;
#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

const EXAMPLE: &str = include_str!("../static/plans/example-shiomino.json");

fn example() -> Plan {
    parse(EXAMPLE).expect("the example is sound")
}

fn without_pillars(plan: Plan) -> Plan {
    let mut plan = Plan { id: "flat".to_owned(), pillars: vec![], ..plan };
    for indicator in &mut plan.indicators {
        indicator.pillar = None;
    }
    plan
}

fn at_required(plan: &Plan) -> Scenario {
    let state = AppState::new(Rc::new(plan.clone()), Scenario::hold(plan), View::default());
    (*state.apply(Action::Preset(Scope::All, Preset::Required)).scenario).clone()
}

#[test]
fn the_example_says_that_it_is_invented_and_is_unlike_the_bundled_plan() {
    let (plan, bundled) = (example(), bundled().unwrap());
    for text in [&plan.name, &plan.body, &plan.source] {
        assert!(text.ja.contains("架空") && text.en.contains("ictional"), "{text:?}");
    }
    assert_eq!((bundled.id.as_str(), plan.id.as_str()), (BUNDLED_ID, "example-shiomino"));
    assert!((10..=15).contains(&plan.indicators.len()));
    assert!([plan.first, plan.review, plan.last] != [bundled.first, bundled.review, bundled.last]);
    let measures: BTreeSet<_> =
        plan.indicators.iter().map(|of| format!("{:?} {:?}", of.measure.value, of.direction)).collect();
    for kind in ["Level AtMost", "Share AtMost", "Flow AtMost", "Cumulative AtMost", "Cumulative AtLeast"] {
        assert!(measures.contains(kind), "{kind} is not in {measures:?}");
    }
    assert!(plan.indicators.iter().any(|of| of.base.is_none()));
    assert!(plan.indicators.iter().any(|of| of.target.year.value < plan.last.value));
    assert_eq!(recorded(&plan.id, &plan.numbers().fingerprint()), None);
}

#[test]
fn every_text_of_the_example_is_in_both_languages() {
    fn texts(value: &serde_json::Value, found: &mut Vec<[bool; 2]>) {
        match value {
            serde_json::Value::Object(fields) if fields.contains_key("ja") || fields.contains_key("en") => {
                found.push(["ja", "en"].map(|lang| fields.contains_key(lang)));
            }
            serde_json::Value::Object(fields) => fields.values().for_each(|value| texts(value, found)),
            serde_json::Value::Array(entries) => entries.iter().for_each(|value| texts(value, found)),
            _ => {}
        }
    }
    let mut found = vec![];
    texts(&serde_json::from_str(EXAMPLE).unwrap(), &mut found);
    assert!(found.len() > 60 && found.iter().all(|there| *there == [true, true]));
}

#[test]
fn at_the_required_pace_the_example_is_met_and_a_step_beyond_it_is_not() {
    let plan = example();
    let met = at_required(&plan);
    let outlook = Outlook::new(&plan, &met);
    for (index, indicator) in plan.indicators.iter().enumerate() {
        let of = outlook.indicator(index).unwrap();
        let Ok(required) = of.required else {
            assert_eq!((of.verdict, of.required), (Verdict::Unknown, Err(NoRequired::NoAnchor)));
            continue;
        };
        assert_eq!(of.verdict, Verdict::Met, "{}", indicator.id);
        // The required pace lies within the slider, with the zero.
        let scale = of.scale;
        assert!(scale.min.value() <= required.min(0.0) && required.max(0.0) <= scale.max.value());
        let step = if indicator.direction == Direction::AtMost { 1 } else { -1 };
        let worse = scenario_with(&plan, |of, inputs| {
            inputs.growth = met.inputs(index).unwrap().growth;
            if of.id == indicator.id {
                let rate = rate(inputs.growth.early.hundredths() + step);
                inputs.growth = Growth::uniform(inputs.growth.mode, rate);
            }
        });
        assert_eq!(Outlook::new(&plan, &worse).indicator(index).unwrap().verdict, Verdict::Short);
    }
}

#[test]
fn half_of_the_required_pace_leads_towards_the_targets_side() {
    let half = |one: common::Sketch| preset(&one.case(), Preset::Half).unwrap();
    let amount = |hundredths| Growth::uniform(Mode::Amount, rate(hundredths));
    let share = |base, target| sketch(Measure::Share, (2021, base), (2031, target));
    assert_eq!(half(share(50.0, 70.0)), amount(100));
    assert_eq!(half(share(50.0, 30.0)), amount(0));
    assert_eq!(half(share(50.0, 30.0).at_most()), amount(-100));
    assert_eq!(half(share(50.0, 70.0).at_most()), amount(0));
}

#[test]
fn what_exceeds_a_target_is_ranked_by_its_excess() {
    let plan = example();
    let outlook = Outlook::new(&plan, &Scenario::hold(&plan));
    let rows = rank(&plan, &outlook, RankMeasure::Progress, plan.indicators.len());
    let of = |id: &str| rows.iter().find(|row| plan.indicators[row.indicator].id == id).unwrap().by;
    assert_eq!(of("clinic-wait"), Some((RankMeasure::Excess, 68.0 / 40.0 - 1.0)));
    assert_eq!(of("fires"), Some((RankMeasure::Excess, 147.0 / 120.0 - 1.0)));
    assert_eq!(of("waiting-children"), None);
    assert_eq!(of("checkup"), Some((RankMeasure::Progress, 0.0)));
}

#[test]
fn a_plan_without_pillars_is_whole_on_every_screen() {
    let plan = without_pillars(example());
    let all: Vec<usize> = (0..plan.indicators.len()).collect();
    let scenario = Scenario::hold(&plan);
    let outlook = Outlook::new(&plan, &scenario);
    assert!(outlook.pillars().is_empty());
    assert_eq!(outlook.all(), Outlook::new(&example(), &Scenario::hold(&example())).all());

    let sheet = Sheet::new(&plan, &scenario, &outlook);
    let [group] = sheet.groups.as_slice() else { panic!("{} groups", sheet.groups.len()) };
    assert_eq!((group.pillar, group.lines.iter().map(|line| line.indicator).collect()), (None, all.clone()));

    let slide = Slide::last(plan.group_count());
    assert_eq!((slide, Slide::Summary.next(plan.group_count())), (Slide::Pillar(0), Slide::Pillar(0)));
    assert!(all.iter().all(|index| slide.holds(&plan, *index)));
    assert_eq!(View::default().listed(&plan), all);

    let state = AppState::new(Rc::new(plan.clone()), scenario, View::default());
    let shown = state.apply(Action::Show(Screen::Presentation(slide)));
    assert_eq!(shown.view.screen, Screen::Presentation(slide));
    let beyond = state.apply(Action::Show(Screen::Presentation(Slide::Pillar(1))));
    assert_eq!(beyond.view.screen, Screen::Desk);
    assert_eq!(state.apply(Action::Filter(Filter::Pillar(0))).view.filter, Filter::All);
    let moved = state.apply(Action::Shift(Scope::Pillar(0), rate(100)));
    assert_eq!(moved.scenario, state.scenario, "a pillar that is not there has no indicators");
}

#[test]
fn a_link_leads_back_to_the_slide_of_a_plan_without_pillars() {
    let plan = without_pillars(example());
    let screen = Screen::Presentation(Slide::Pillar(0));
    let shown = Shown { chosen: 3, screen, ..Shown::default() };
    let link = encode(&plan, &Scenario::hold(&plan), &shown);
    assert!(link.contains("/Screen=Present:All/"), "{link}");
    let reading = decode(&link, &plan).unwrap();
    assert_eq!((reading.link.shown, reading.faults), (shown, vec![]));
    // With pillars there is no such slide.
    let link = encode(&kagoshima(), &Scenario::hold(&kagoshima()), &Shown { screen, ..Shown::default() });
    let reading = decode(&link.replace("Present:k", "Present:All"), &kagoshima()).unwrap();
    assert!(reading.faults.iter().any(|fault| matches!(fault.kind, ProblemKind::BadId { .. })));
}

#[test]
fn a_text_in_one_language_stands_for_the_other_and_says_which_it_is() {
    let both = Text { ja: "計画".to_owned(), en: "Plan".to_owned() };
    let japanese = Text { en: String::new(), ..both.clone() };
    let english = Text { ja: String::new(), ..both.clone() };
    for (text, lang, said, of) in [
        (&both, Lang::Ja, "計画", Lang::Ja),
        (&both, Lang::En, "Plan", Lang::En),
        (&japanese, Lang::Ja, "計画", Lang::Ja),
        (&japanese, Lang::En, "計画", Lang::Ja),
        (&english, Lang::Ja, "Plan", Lang::En),
        (&english, Lang::En, "Plan", Lang::En),
    ] {
        assert_eq!((text.get(lang), text.lang(lang)), (said, of), "{text:?} in {lang:?}");
    }
}

#[test]
fn plans_do_not_see_each_others_scenarios() {
    let (one, other) = (kagoshima(), example());
    let keys: fn(&Plan) -> [String; 4] = |plan| {
        [
            saved::key(plan),
            saved::damaged_key(plan),
            scenario_file::key(plan),
            scenario_file::damaged_key(plan),
        ]
    };
    let all: BTreeSet<String> = keys(&one).into_iter().chain(keys(&other)).collect();
    assert_eq!(all.len(), 8, "{all:?}");

    let scenario = at_required(&other);
    let foreign = |kind: &ProblemKind| *kind == ProblemKind::OtherPlan { found: other.id.clone() };
    let text = saved::write(&other, &scenario, None, &View::default());
    let read = saved::read(&text, &one, View::default());
    assert!(read.found.is_none() && read.problems.iter().all(|problem| foreign(&problem.kind)));
    let read = scenario_file::read(&scenario_file::write(&other, [&scenario]), &one);
    assert!(read.found.is_empty() && read.problems.iter().all(|problem| foreign(&problem.kind)));
    assert_eq!(read.problems.len(), 1);
}

#[test]
fn a_link_of_another_plan_changes_nothing_and_is_kept_to_be_opened_there() {
    let (one, other) = (kagoshima(), example());
    let state = AppState::new(Rc::new(one.clone()), at_required(&one), View::default());
    let link = encode(&other, &at_required(&other), &Shown::default());
    let after = arrive(&one, &link).into_iter().fold(state.clone(), |state, action| state.apply(action));
    let why = Refusal::OtherPlan { found: other.id.clone() };
    assert_eq!(after.notices, [Notice::LinkRefused { why, link: link.clone() }]);
    let mut before = after;
    before.notices.clear();
    assert_eq!(before, state);
    // Under its own plan the same link opens.
    let state = AppState::new(Rc::new(other.clone()), Scenario::hold(&other), View::default());
    let opened = arrive(&other, &link).into_iter().fold(state, |state, action| state.apply(action));
    assert_eq!((&*opened.scenario, opened.notices), (&at_required(&other), vec![]));
}

#[test]
fn asking_for_the_plan_of_a_file_leaves_everything_else_as_it_is() {
    let plan = kagoshima();
    let own = AppState::new(Rc::new(plan.clone()), at_required(&plan), View::default());
    let link = decode(&encode(&plan, &Scenario::hold(&plan), &Shown::default()), &plan).unwrap().link;
    let visiting = own.apply(Linking::Open(Rc::new(link)).into());
    let file = Rc::new(PlanFile { id: example().id, text: EXAMPLE.to_owned() });
    for state in [own, visiting] {
        let asked = state.apply(Planning::Open(Rc::clone(&file)).into());
        assert_eq!(asked.next_plan.as_ref(), Some(&file));
        let mut before = asked.clone();
        before.next_plan = None;
        assert_eq!(before, state);
        assert_eq!(asked.apply(Planning::Stay.into()), state);
    }
}

#[test]
fn what_is_assumed_of_one_indicator_of_the_example_comes_back_from_link_and_storage() {
    let plan = example();
    let scenario = scenario_with(&plan, |of, inputs| {
        if of.direction == Direction::AtMost {
            *inputs = Inputs { growth: Growth::uniform(Mode::Amount, rate(-325)), ..inputs.clone() };
        }
    });
    let reading = decode(&encode(&plan, &scenario, &Shown::default()), &plan).unwrap();
    assert!(reading.intact && reading.faults.is_empty());
    assert_eq!(reading.link.scenario, scenario);
    let text = saved::write(&plan, &scenario, None, &View::default());
    assert_eq!(saved::read(&text, &plan, View::default()).found.unwrap().scenario, scenario);
}
