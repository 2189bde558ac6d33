//! The worked table of the arithmetic, from the bundled plan.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use common::{assert_close, of_kagoshima, year};
use r13_simulator::model::{Mode, Outlook, Scenario, Verdict};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

const WITHIN: f64 = 1e-9;

/// Id, required, outcome at 0, outcome at +1.
type Row = (&'static str, f64, f64, f64);

const TABLE: [Row; 8] = [
    ("k1", 1.281409160349964, 6534.0, 7510.664509294625),
    ("k2", 3.65, 13.5, 23.5),
    ("p11", 3.947520189499, 170.0, 181.432551224349),
    ("p14", 1.336305234149, 330.0, 352.192599435500),
    ("p22", 0.007695563884, 27279.0, 30132.986959092246),
    ("p46", 0.861538461538, 88.8, 100.0),
    ("p47", 20.102216918694, 8.0, 8.925346773323),
    ("p48", -0.127695902849, 1210.0, 1291.372864596834),
];

#[test]
fn the_worked_table_holds() {
    for (id, required, at_zero, at_one) in TABLE {
        let hold = of_kagoshima(id);
        assert_close(hold.outlook().required.unwrap(), required, WITHIN);
        assert_close(hold.outcome().unwrap(), at_zero, WITHIN);
        assert_close(hold.at(100).outcome().unwrap(), at_one, WITHIN);
    }
}

#[test]
fn standing_still_meets_p48_alone_of_the_table() {
    for (id, ..) in TABLE {
        let expected = if id == "p48" { Verdict::Met } else { Verdict::Short };
        assert_eq!(of_kagoshima(id).outlook().verdict, expected, "{id}");
    }
}

#[test]
fn the_bound_of_p46_acts_in_2030_at_one_point_and_never_at_the_required_pace() {
    let bound = |hundredths| of_kagoshima("p46").at(hundredths).outlook().path.unwrap().bound;
    assert_eq!(bound(0), None);
    assert_eq!(bound(86), None);
    assert_eq!(bound(100), Some(year(2030)));
}

#[test]
fn shares_start_in_points_and_everything_else_in_percent() {
    let plan = common::kagoshima();
    for (indicator, inputs) in plan.indicators.iter().zip(Scenario::hold(&plan).all()) {
        let share = indicator.measure.value == r13_simulator::plan::Measure::Share;
        assert_eq!(inputs.growth.mode == Mode::Amount, share, "{}", indicator.id);
    }
}

#[test]
fn the_bundled_plan_as_it_opens() {
    let plan = common::kagoshima();
    let outlook = Outlook::new(&plan, &Scenario::hold(&plan));
    let of = |verdict| {
        let ids = plan.indicators.iter().zip(outlook.indicators());
        ids.filter(|(_, one)| one.verdict == verdict).map(|(of, _)| of.id.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(of(Verdict::Met), ["p15", "p31", "p48"]);
    assert_eq!(of(Verdict::Unknown), ["p43"]);
    let tallies: Vec<[usize; 3]> = outlook
        .pillars()
        .iter()
        .map(|pillar| [pillar.tally.met, pillar.tally.short, pillar.tally.unknown])
        .collect();
    assert_eq!(tallies, [[0, 2, 0], [1, 4, 0], [0, 4, 0], [1, 2, 0], [1, 6, 1]]);
    assert!(outlook.pillars().iter().all(|pillar| pillar.tally.verdict() == Verdict::Short));
    assert_eq!((outlook.all().judged(), outlook.all().all()), (21, 22));
}
