//! Plans as users change them, and as files.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;
#[path = "plan_schema/plans.rs"]
mod plans;

use common::{kagoshima, year};
use plans::{any_plan, example, sample, without_pillars};
use proptest::prelude::*;
use proptest::sample::Index;
use r13_simulator::plan::{
    BUNDLED_JSON, Indicator, Measure, Origin, Plan, PlanPoint, ProblemKind, Removed, Sourced, Text, free_id,
    parse, write,
};

fn own<T>(value: T) -> Sourced<T> {
    Sourced { value, origin: Origin::Edited }
}

fn of(plan: &Plan, id: &str) -> Indicator {
    plan.indicators[plan.position(id).unwrap()].clone()
}

fn with_target(mut indicator: Indicator, value: f64) -> Indicator {
    indicator.target.value = own(value);
    indicator
}

/// Pillars and projects name the indicators that they should.
fn assert_sound(plan: &Plan) {
    assert_eq!(plan.problems(), []);
    assert_eq!(parse(&write(plan)).unwrap(), *plan);
}

#[test]
fn the_plans_that_come_with_the_app_are_written_as_they_were_read() {
    let files = [example(), sample(), without_pillars(sample())].map(|file| file.to_string());
    for text in files.into_iter().chain([BUNDLED_JSON.to_owned()]) {
        let plan = parse(&text).unwrap();
        assert_eq!(parse(&write(&plan)).unwrap(), plan);
    }
}

#[test]
fn a_file_has_the_version_that_knows_what_stands_in_it() {
    let plan = kagoshima();
    assert!(write(&plan).contains("\"version\": 1,"));
    let edited = plan.with_indicator(with_target(of(&plan, "k1"), 7000.0), &plan);
    let text = write(&edited);
    assert!(text.contains("\"version\": 2,") && text.contains("\"value\": 7000,"), "{text}");
    let mut noted = of(&plan, "k1");
    noted.note = Some(Text { ja: "注".to_owned(), en: String::new() });
    let noted = plan.with_indicator(noted, &plan);
    assert!(write(&noted).contains("\"version\": 2,"));
    assert!(write(&plan.without_indicator("k1", &plan)).contains("\"version\": 2,"));
}

#[test]
fn only_what_differs_from_the_published_plan_is_marked() {
    let plan = kagoshima();
    let mut changed = of(&plan, "k1");
    changed.base = Some(PlanPoint { value: own(6534.0), year: own(year(2020)) });
    let edited = plan.with_indicator(changed, &plan);
    let k1 = of(&edited, "k1");
    let base = k1.base.unwrap();
    assert_eq!((base.value.origin, base.year.origin), (Origin::Stated, Origin::Edited));
    assert_eq!(
        (k1.target, k1.measure, k1.note_origin),
        (of(&plan, "k1").target, of(&plan, "k1").measure, Origin::Stated)
    );
    assert!(
        edited.is_edited() && edited.has_edited_numbers() && k1.has_edited_base() && !k1.target.is_edited()
    );
    // The number of before has the origin of before, whoever typed it.
    let mut back = k1;
    back.base = Some(PlanPoint { value: own(6534.0), year: own(year(2017)) });
    assert_eq!(edited.with_indicator(back, &plan), plan);

    // Decimals that a changed number needs go with it.
    let mut finer = of(&plan, "k1");
    (finer.decimals, finer.target.value) = (2, own(7000.25));
    let finer = plan.with_indicator(finer, &plan);
    assert_eq!((of(&finer, "k1").decimals, finer.over(&plan)), (2, finer.clone()));
    let back = with_target(of(&finer, "k1"), 7809.0);
    assert_eq!(finer.with_indicator(back, &plan), plan);

    let mut counted = of(&plan, "p11");
    counted.measure = own(Measure::Flow);
    let counted = of(&plan.with_indicator(counted, &plan), "p11");
    assert_eq!(counted.measure, own(Measure::Flow));

    let mut noted = of(&plan, "k1");
    noted.note = None;
    let noted = plan.with_indicator(noted, &plan);
    assert!(noted.is_edited() && !noted.has_edited_numbers());
    assert_eq!(noted.numbers().fingerprint(), plan.numbers().fingerprint());
}

#[test]
fn a_baseline_is_given_to_an_indicator_without_one() {
    let plan = kagoshima();
    let mut given = of(&plan, "p43");
    assert_eq!(given.base, None);
    given.base = Some(PlanPoint { value: own(11.0), year: own(year(2021)) });
    let edited = plan.with_indicator(given, &plan);
    assert!(of(&edited, "p43").has_edited_base());
    assert_sound(&edited);
    assert_eq!(edited.with_indicator(of(&plan, "p43"), &plan), plan);
}

#[test]
fn what_is_taken_out_is_remembered_and_comes_back_to_its_place() {
    let plan = kagoshima();
    let without = plan.without_indicator("p12", &plan);
    assert_eq!((without.indicators.len(), without.position("p12")), (21, None));
    assert_eq!(without.removed, [Removed { id: "p12".to_owned(), name: of(&plan, "p12").name }]);
    assert_ne!(without.numbers().fingerprint(), plan.numbers().fingerprint());
    assert_sound(&without);
    // The project that named it names the others still.
    let projects = &without.priority.as_ref().unwrap().projects;
    let names: Vec<&str> =
        projects[0].indicators.iter().map(|at| without.indicators[*at].id.as_str()).collect();
    assert_eq!(names, ["p11", "p14"]);
    assert_eq!(without.with_indicator(of(&plan, "p12"), &plan), plan);
}

#[test]
fn what_is_added_stands_behind_the_others_of_its_pillar_and_leaves_no_trace() {
    let plan = kagoshima();
    let id = free_id([&plan, &plan]);
    assert_eq!(id, "u1");
    let new = Indicator { id: id.clone(), pillar: Some(0), ..of(&plan, "p43") };
    let more = plan.with_indicator(new, &plan);
    assert_eq!(more.position("u1"), Some(22));
    assert_eq!(more.pillars[0].indicators, [0, 1, 22]);
    let u1 = of(&more, "u1");
    assert!(
        [u1.measure.origin, u1.target.value.origin, u1.target.year.origin, u1.note_origin]
            == [Origin::Edited; 4]
    );
    assert_sound(&more);
    assert_eq!(free_id([&more, &plan]), "u2");
    assert_eq!(more.without_indicator("u1", &plan), plan);
}

#[test]
fn a_plan_that_cannot_be_is_refused_like_a_file_of_it() {
    let plan = kagoshima();
    let kinds = |plan: &Plan| plan.problems().into_iter().map(|problem| problem.kind).collect::<Vec<_>>();
    let share = plan.with_indicator(with_target(of(&plan, "k2"), 101.0), &plan);
    assert_eq!(kinds(&share), [ProblemKind::OutOfScale { value: 101.0, highest: 100.0 }]);
    let mut late = of(&plan, "k1");
    late.target.year = own(year(2032));
    let late = plan.with_indicator(late, &plan);
    assert!(matches!(kinds(&late)[..], [ProblemKind::YearOutOfRange { value: 2032, .. }]));
    let mut sum = of(&plan, "k1");
    sum.base = Some(PlanPoint { value: own(1.0), year: own(year(2023)) });
    sum.measure = own(Measure::Cumulative);
    let sum = plan.with_indicator(sum, &plan);
    assert!(matches!(kinds(&sum)[..], [ProblemKind::CumulativeBaseAfterFirst { .. }]));
    let mut none = plan.clone();
    for indicator in &plan.indicators {
        none = none.without_indicator(&indicator.id, &plan);
    }
    assert_eq!(kinds(&none), [ProblemKind::Empty]);
}

#[test]
fn changes_lie_over_what_is_published_today() {
    let then = kagoshima();
    let edited =
        then.with_indicator(with_target(of(&then, "k1"), 7000.0), &then).without_indicator("p12", &then);
    let new = Indicator { id: "u1".to_owned(), ..of(&then, "k1") };
    let edited = edited.with_indicator(new, &then);
    // Since then k1 and k2 have moved, p13 is no longer published, and p99 is new.
    let mut today = then.clone();
    today.indicators[0].target.value.value = 7900.0;
    today.indicators[0].base.as_mut().unwrap().value.value = 6600.0;
    today.indicators[1].target.value.value = 55.0;
    let without = today.without_indicator("p13", &today);
    let mut today = Plan { removed: Vec::new(), ..without };
    today.indicators.push(Indicator { id: "p99".to_owned(), ..of(&then, "p48") });
    today.pillars[4].indicators.push(21);

    let over = edited.over(&today);
    let ids: Vec<&str> = over.indicators.iter().map(|indicator| indicator.id.as_str()).collect();
    assert!(!ids.contains(&"p12") && !ids.contains(&"p13") && ids.contains(&"p99") && ids.contains(&"u1"));
    let k1 = of(&over, "k1");
    assert_eq!((k1.target.value, k1.base.unwrap().value.value), (own(7000.0), 6600.0));
    assert_eq!(of(&over, "k2"), of(&today, "k2"));
    assert_sound(&over);
}

/// A change of a plan: which indicator, and what becomes of it.
#[derive(Clone, Debug)]
enum Step {
    Target(Index, f64),
    BaseYear(Index, i32),
    Remove(Index),
    Restore(Index),
    Add(Index),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (any::<Index>(), 0.0..100.0).prop_map(|(at, value)| Step::Target(at, value)),
        (any::<Index>(), 1950..2100).prop_map(|(at, year)| Step::BaseYear(at, year)),
        any::<Index>().prop_map(Step::Remove),
        any::<Index>().prop_map(Step::Restore),
        any::<Index>().prop_map(Step::Add),
    ]
}

fn after(plan: &Plan, published: &Plan, step: &Step) -> Plan {
    let pick = |at: &Index| at.get(&plan.indicators).clone();
    match step {
        Step::Target(at, value) => plan.with_indicator(with_target(pick(at), *value), published),
        Step::BaseYear(at, western) => {
            let mut indicator = pick(at);
            if let Some(base) = &mut indicator.base {
                base.year = own(year(*western));
            }
            plan.with_indicator(indicator, published)
        }
        Step::Remove(at) => plan.without_indicator(&pick(at).id, published),
        Step::Restore(at) => plan.with_indicator(at.get(&published.indicators).clone(), published),
        Step::Add(at) => {
            plan.with_indicator(Indicator { id: free_id([plan, published]), ..pick(at) }, published)
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_plan_is_written_as_it_was_read(file in any_plan()) {
        let plan = parse(&file.to_string()).unwrap();
        prop_assert_eq!(parse(&write(&plan)).unwrap(), plan);
    }

    #[test]
    fn however_a_plan_is_changed_it_stays_one_and_the_way_back_is_there(
        file in any_plan(),
        steps in prop::collection::vec(step(), 1..12),
    ) {
        let published = parse(&file.to_string()).unwrap();
        let mut plan = published.clone();
        for step in &steps {
            let next = after(&plan, &published, step);
            if next.problems().is_empty() {
                plan = next;
            }
        }
        prop_assert_eq!(&parse(&write(&plan)).unwrap(), &plan);
        // What is kept comes back as it was.
        prop_assert_eq!(&plan.over(&published), &plan);
        let mut back = plan.clone();
        for indicator in &published.indicators {
            back = back.with_indicator(indicator.clone(), &published);
        }
        for indicator in &plan.indicators {
            if published.position(&indicator.id).is_none() {
                back = back.without_indicator(&indicator.id, &published);
            }
        }
        prop_assert_eq!(back, published);
    }
}
