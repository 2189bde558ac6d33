//! Quartiles as spreadsheets have them.

use proptest::prelude::*;
use r13_simulator::model::Spread;

fn five(figures: &[f64]) -> [f64; 5] {
    Spread::of(figures.iter().copied()).unwrap().five()
}

#[test]
fn quartiles_are_those_of_worked_examples() {
    let table: &[(&[f64], [f64; 5])] = &[
        // The example of QUARTILE.INC in a spreadsheet's own help.
        (&[1.0, 2.0, 4.0, 7.0, 8.0, 9.0, 10.0, 12.0], [1.0, 3.5, 7.5, 9.25, 12.0]),
        // quantile() of R, whose type is 7 where none is named.
        (&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0], [1.0, 3.25, 5.5, 7.75, 10.0]),
        (&[6.0, 7.0, 15.0, 36.0, 39.0, 40.0, 41.0, 42.0, 43.0, 47.0, 49.0], [6.0, 25.5, 40.0, 42.5, 49.0]),
        (&[7.0, 15.0, 36.0, 39.0, 40.0, 41.0], [7.0, 20.25, 37.5, 39.75, 41.0]),
        (&[5.0, 1.0, 3.0], [1.0, 2.0, 3.0, 4.0, 5.0]),
        (&[2.0, 1.0], [1.0, 1.25, 1.5, 1.75, 2.0]),
        (&[7511.0], [7511.0; 5]),
        (&[0.1, 0.1, 0.1], [0.1; 5]),
        (&[-1.5, 0.0, 0.0, 2.5], [-1.5, -0.375, 0.0, 0.625, 2.5]),
        (&[-f64::MAX, f64::MAX, 0.0], [-f64::MAX, -f64::MAX / 2.0, 0.0, f64::MAX / 2.0, f64::MAX]),
    ];
    for (figures, wanted) in table {
        assert_eq!(five(figures), *wanted, "{figures:?}");
    }
}

#[test]
fn what_is_no_figure_does_not_count() {
    assert_eq!(Spread::of([]), None);
    assert_eq!(Spread::of([f64::NAN, f64::INFINITY, f64::NEG_INFINITY]), None);
    let spread = Spread::of([f64::NAN, 3.0, f64::INFINITY, 1.0]).unwrap();
    assert_eq!((spread.count, spread.five()), (2, [1.0, 1.5, 2.0, 2.5, 3.0]));
    assert_eq!((spread.range(), spread.middle()), (2.0, 1.0));
}

#[test]
fn a_spread_in_another_unit_is_that_of_its_figures() {
    let hundredths = Spread::of([-125.0, 10.0, 30.0]).unwrap().per(100.0);
    assert_eq!(hundredths.five(), [-1.25, -0.575, 0.1, 0.2, 0.3]);
}

/// Any finite figures, small and large ones, whole ones often, in any order and number.
fn figures() -> impl Strategy<Value = Vec<f64>> {
    let any = any::<f64>().prop_filter("finite", |figure| figure.is_finite());
    proptest::collection::vec(prop_oneof![any, (-500_i32..500).prop_map(f64::from)], 1..80)
}

proptest! {
    #[test]
    fn five_figures_are_in_order_and_within_the_others(figures in figures()) {
        let spread = Spread::of(figures.iter().copied()).unwrap();
        prop_assert!(spread.five().windows(2).all(|pair| pair[0] <= pair[1]), "{spread:?}");
        prop_assert_eq!(spread.count, figures.len());
        prop_assert_eq!(spread.min, figures.iter().copied().fold(f64::INFINITY, f64::min));
        prop_assert_eq!(spread.max, figures.iter().copied().fold(f64::NEG_INFINITY, f64::max));
        prop_assert!(spread.five().iter().all(|figure| figure.is_finite()));
    }

    #[test]
    fn the_order_of_figures_does_not_matter(
        (one, two) in figures().prop_flat_map(|figures| (Just(figures.clone()), Just(figures).prop_shuffle()))
    ) {
        prop_assert_eq!(Spread::of(one), Spread::of(two));
    }

    #[test]
    fn at_least_a_quarter_lies_on_each_side_of_a_quartile(figures in figures()) {
        let spread = Spread::of(figures.iter().copied()).unwrap();
        let within = |low: f64, high: f64| figures.iter().filter(|it| (low..=high).contains(*it)).count();
        for (low, high) in [
            (spread.min, spread.lower),
            (spread.lower, spread.median),
            (spread.median, spread.upper),
            (spread.upper, spread.max),
        ] {
            // Between two quartiles lies a fourth of the steps from figure to figure.
            prop_assert!(within(low, high) >= (figures.len() - 1) / 4, "{low} to {high}: {spread:?}");
        }
    }

    /// Whole figures have quartiles in whole quarters, which whole numbers can reckon exactly.
    #[test]
    fn quartiles_of_whole_figures_are_exact(whole in proptest::collection::vec(-1_000_000_000_i64..1_000_000_000, 1..60)) {
        let spread = Spread::of(whole.iter().map(|figure| *figure as f64)).unwrap();
        let mut sorted = whole;
        sorted.sort_unstable();
        for (quarters, found) in spread.five().into_iter().enumerate() {
            let (at, rest) = ((sorted.len() - 1) * quarters / 4, (sorted.len() - 1) * quarters % 4);
            let next = sorted[(at + 1).min(sorted.len() - 1)];
            let four_times = sorted[at] * (4 - rest as i64) + next * rest as i64;
            prop_assert_eq!(found * 4.0, four_times as f64);
        }
    }
}
