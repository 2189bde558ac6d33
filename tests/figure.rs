//! Figures as people read them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use r13_simulator::codec::figure::{decimals_apart, grouped, hundredths, signed};
use r13_simulator::codec::number::parse_decimal;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;
#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

#[test]
fn values_are_grouped() {
    for (value, decimals, text) in [
        (0.0, 0, "0"),
        (0.0, 2, "0.00"),
        (-0.0, 0, "0"),
        (-0.0, 2, "0.00"),
        (-0.004, 2, "0.00"),
        (-0.4, 0, "0"),
        (-0.006, 2, "−0.01"),
        (0.005, 2, "0.01"),
        (0.015, 2, "0.02"),
        (2.5, 0, "3"),
        (9.995, 2, "10.00"),
        (99.5, 0, "100"),
        (0.0049, 2, "0.00"),
        (1.0, 0, "1"),
        (999.0, 0, "999"),
        (999.96, 1, "1,000.0"),
        (1000.0, 0, "1,000"),
        (-1000.0, 0, "−1,000"),
        (-999.0, 0, "−999"),
        (1234.5, 1, "1,234.5"),
        (91125.0, 0, "91,125"),
        (1234567.891, 2, "1,234,567.89"),
        (123456.0, 3, "123,456.000"),
        (1e15, 0, "1,000,000,000,000,000"),
        (1e21, 0, "1,000,000,000,000,000,000,000"),
        (1e-9, 6, "0.000000"),
        (0.1 + 0.2, 9, "0.300000000"),
    ] {
        assert_eq!(grouped(value, decimals), text, "{value:?} with {decimals}");
    }
    let huge = grouped(f64::MAX, 0);
    assert_eq!(huge.len(), 309 + 102);
    assert!(huge.starts_with("179,769,313,"));
}

#[test]
fn changes_have_their_sign_and_zero_has_none() {
    for (value, decimals, text) in [
        (1.28, 2, "+1.28"),
        (-0.13, 2, "−0.13"),
        (0.0, 2, "0.00"),
        (-0.0, 2, "0.00"),
        (0.004, 2, "0.00"),
        (-0.004, 2, "0.00"),
        (0.006, 2, "+0.01"),
        (1234.5, 1, "+1,234.5"),
        (-1234567.0, 0, "−1,234,567"),
        (-999.96, 1, "−1,000.0"),
    ] {
        assert_eq!(signed(value, decimals), text, "{value:?} with {decimals}");
    }
}

#[test]
fn decimals_are_added_until_two_numbers_read_differently() {
    for (value, other, least, decimals) in [
        (99.0, 100.0, 0, 0),
        (99.96, 100.0, 0, 2),
        (99.96, 100.0, 1, 2),
        (99.96, 100.0, 2, 2),
        (99.4, 100.0, 0, 0),
        (99.9999, 100.0, 0, 4),
        (100.04, 100.0, 0, 2),
        (7808.6, 7809.0, 0, 1),
        (100.0, 100.0, 0, 0),
        (100.0, 100.0, 4, 4),
        (0.0, -0.0, 2, 2),
        (-0.004, 0.0, 1, 3),
        (-0.04, 0.04, 1, 2),
        (0.001, 0.002, 6, 6),
        (0.5 - 6e-10, 0.5, 1, 9),
        (0.06 - 1.6e-10, 0.06, 2, 10),
        (0.000_001 - 2e-15, 0.000_001, 6, 15),
        (1e-20, 0.0, 0, 20),
        (1e-30, 0.0, 1, 1),
        (1e-15, 0.0, 1, 15),
        (f64::MAX, 100.0, 0, 0),
    ] {
        assert_eq!(decimals_apart(value, other, least), decimals, "{value:?} and {other:?} from {least}");
    }
}

#[test]
fn hundredths_are_written_as_they_are_typed() {
    for (value, text) in [
        (0, "0.00"),
        (1, "0.01"),
        (-1, "-0.01"),
        (99, "0.99"),
        (-99, "-0.99"),
        (100, "1.00"),
        (125, "1.25"),
        (-13, "-0.13"),
        (-12_345, "-123.45"),
        (100_000_000_000, "1000000000.00"),
        (i64::MAX, "92233720368547758.07"),
        (i64::MIN, "-92233720368547758.08"),
    ] {
        assert_eq!(hundredths(value), text);
        let read = parse_decimal(text).unwrap().hundredths();
        assert_eq!(read, (value != i64::MIN).then_some(value), "{text}");
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod properties {
    use super::{decimals_apart, grouped, hundredths, parse_decimal, signed};
    use proptest::prelude::*;
    use r13_simulator::model::{Verdict, judge};
    use r13_simulator::plan::Direction;

    /// Targets as plans print them: up to six decimals.
    fn target() -> impl Strategy<Value = f64> {
        (0_u32..7, 0_u32..8, 0_u64..10_000_000).prop_map(|(decimals, cut, digits)| {
            (digits / 10_u64.pow(cut)) as f64 / 10_f64.powi(decimals as i32)
        })
    }

    /// How far an outcome misses a target, down to the least that counts.
    fn miss(target: f64) -> impl Strategy<Value = f64> {
        let (scale, least) = if target == 0.0 { (1.0, 18) } else { (target, 9) };
        (0_i32..=least, 1.0..10.0_f64).prop_map(move |(exponent, part)| part * 10_f64.powi(-exponent) * scale)
    }

    proptest! {
        #[test]
        fn a_short_outcome_never_reads_as_its_target(
            (target, miss) in target().prop_flat_map(|target| (Just(target), miss(target))),
            above in any::<bool>(),
            least in 0_u8..7,
        ) {
            let (outcome, direction) =
                if above { (target + miss, Direction::AtMost) } else { (target - miss, Direction::AtLeast) };
            prop_assume!(judge(outcome, target, direction) == Verdict::Short);
            let decimals = decimals_apart(outcome, target, least);
            prop_assert!(decimals >= least);
            prop_assert_ne!(grouped(outcome, decimals), grouped(target, decimals));
            let gap = outcome - target;
            let decimals = decimals_apart(gap, 0.0, least);
            prop_assert_ne!(signed(gap, decimals), signed(0.0, decimals));
        }

        #[test]
        fn no_more_decimals_than_needed(value in -1e6..1e6, other in -1e6..1e6, least in 0_u8..7) {
            let decimals = decimals_apart(value, other, least);
            if decimals > least {
                prop_assert_eq!(grouped(value, decimals - 1), grouped(other, decimals - 1));
                prop_assert_ne!(grouped(value, decimals), grouped(other, decimals));
            }
        }

        #[test]
        fn a_figure_reads_back_to_half_of_its_last_decimal(value in -1e12..1e12, decimals in 0_u8..7) {
            let read = parse_decimal(&grouped(value, decimals)).unwrap();
            prop_assert_eq!(read.decimals(), u32::from(decimals));
            let half = 0.5 * 10_f64.powi(-i32::from(decimals));
            prop_assert!((read.to_f64() - value).abs() <= half + 1e-3 * half + 1e-15 * value.abs());
        }

        #[test]
        fn a_sign_is_all_that_signed_adds(value in -1e12..1e12, decimals in 0_u8..7) {
            let (plain, with_sign) = (grouped(value, decimals), signed(value, decimals));
            prop_assert_eq!(with_sign.trim_start_matches('+'), plain);
        }

        #[test]
        fn hundredths_come_back(value in i64::MIN + 1..) {
            prop_assert_eq!(parse_decimal(&hundredths(value)).unwrap().hundredths(), Some(value));
        }
    }
}
