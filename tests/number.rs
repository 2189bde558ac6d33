//! Numbers as people type them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use r13_simulator::codec::number::{Decimal, NumberProblem, parse_decimal, parse_with_units};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;
#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

use NumberProblem::*;

fn not(at: usize, found: char) -> NumberProblem {
    NotANumber { at, found }
}

fn read(text: &str) -> Decimal {
    parse_decimal(text).unwrap_or_else(|problem| panic!("{text:?}: {problem:?}"))
}

#[test]
fn a_plain_meaning_is_accepted() {
    for (typed, digits) in [
        ("0", "0"),
        ("1.5", "1.5"),
        ("007", "7"),
        ("1.50", "1.50"),
        (".5", "0.5"),
        ("5.", "5"),
        ("+1.5", "1.5"),
        ("＋１．５", "1.5"),
        ("１．５", "1.5"),
        ("１。５", "1.5"),
        ("１２３", "123"),
        (" 1.5 ", "1.5"),
        ("\u{3000}1.5\u{3000}\n", "1.5"),
        ("1,234.5", "1234.5"),
        ("１，２３４", "1234"),
        ("12,345,678", "12345678"),
        ("-1.5", "-1.5"),
        ("−1.5", "-1.5"),
        ("－１．５", "-1.5"),
        ("–1.5", "-1.5"),
        ("—1.5", "-1.5"),
        ("‐1.5", "-1.5"),
        ("\u{2011}1.5", "-1.5"),
        ("ー1.5", "-1.5"),
        ("ｰ1.5", "-1.5"),
        ("▲1.5", "-1.5"),
        ("△ 1.5", "-1.5"),
        ("▲1,234", "-1234"),
        ("(1.5)", "-1.5"),
        ("（１．５）", "-1.5"),
        ("( 1.5 % )", "-1.5"),
        ("(1.5)%", "-1.5"),
        ("-0", "0"),
        ("(0.00)", "0.00"),
        ("1.5%", "1.5"),
        ("１．５％", "1.5"),
        ("1.5 %/年", "1.5"),
        ("1.5％／年", "1.5"),
        ("1.5ポイント", "1.5"),
        ("1.5 ポイント/年", "1.5"),
        ("1.5 Points/Year", "1.5"),
        ("1.5pt", "1.5"),
        ("123456789012345678901234567890", "123456789012345678901234567890"),
        ("0.00000000000000000000000000001", "0.00000000000000000000000000001"),
    ] {
        assert_eq!(read(typed).to_string(), digits, "{typed:?}");
    }
}

#[test]
fn anything_else_is_a_problem_at_its_place() {
    let digits = "1".repeat(31);
    for (typed, problem) in [
        ("", Empty),
        (" \u{3000}\t", Empty),
        ("-", NoDigits),
        ("—", NoDigits),
        (".", NoDigits),
        ("%", NoDigits),
        ("▲ ", NoDigits),
        ("abc", not(0, 'a')),
        ("12a", not(2, 'a')),
        ("  12 a", not(5, 'a')),
        ("１２あ", not(2, 'あ')),
        ("１２ａ", not(2, 'ａ')),
        ("NaN", not(0, 'N')),
        ("inf", not(0, 'i')),
        ("-Infinity", not(1, 'I')),
        ("∞", not(0, '∞')),
        ("1e5", not(1, 'e')),
        ("0x10", not(1, 'x')),
        ("1 234", not(2, '2')),
        ("--1", not(1, '-')),
        ("+-1", not(1, '-')),
        ("1-", not(1, '-')),
        ("5▲", not(1, '▲')),
        ("1/2", not(1, '/')),
        ("千", not(0, '千')),
        ("٣", not(0, '٣')),
        ("1.2.3", SecondPoint { at: 3 }),
        ("1..2", SecondPoint { at: 2 }),
        ("1,5", Grouping { at: 1 }),
        ("1,", Grouping { at: 1 }),
        (",5", Grouping { at: 0 }),
        ("1,23.4", Grouping { at: 1 }),
        ("1,2345", Grouping { at: 1 }),
        ("1234,567", Grouping { at: 4 }),
        ("1,,234", Grouping { at: 2 }),
        ("1,234,56", Grouping { at: 5 }),
        ("0,123", Grouping { at: 1 }),
        ("1.234,567", Grouping { at: 5 }),
        ("(1.5", Unclosed { at: 0 }),
        (" （1.5", Unclosed { at: 1 }),
        ("1.5)", not(3, ')')),
        ("(-1.5)", not(1, '-')),
        ("()", not(1, ')')),
        ("(1.5%)%", not(6, '%')),
        ("((1))", not(1, '(')),
        ("1.5 人", not(4, '人')),
        ("1.5%%", not(3, '%')),
        (digits.as_str(), TooLong),
    ] {
        assert_eq!(parse_decimal(typed), Err(problem), "{typed:?}");
    }
}

#[test]
fn the_indicators_own_unit_may_follow() {
    for (typed, unit) in [
        ("8件/年", "件/年"),
        ("８ 件／年", "件/年"),
        ("6,534 千円", "千円"),
        ("6,534 Thousand  Yen", "thousand yen"),
        ("30,301 ×10,000 yen", "×10,000 yen"),
        ("８％", "件"),
    ] {
        assert!(parse_with_units(typed, &["人", unit]).is_ok(), "{typed}");
    }
    assert_eq!(parse_with_units("8 社", &["件", "人"]), Err(not(2, '社')));
    assert_eq!(parse_with_units("件", &["件"]), Err(NoDigits));
}

#[test]
fn hundredths_round_half_away_from_zero() {
    for (typed, hundredths) in [
        ("0", Some(0)),
        ("1", Some(100)),
        ("1.5", Some(150)),
        ("1.25", Some(125)),
        ("1.005", Some(101)),
        ("-1.005", Some(-101)),
        ("1.0049999999999999999999999", Some(100)),
        ("-0.004", Some(0)),
        ("0.0050000000000000000000000001", Some(1)),
        ("92233720368547758.07", Some(i64::MAX)),
        ("92233720368547758.08", None),
        ("-92233720368547758.07", Some(-i64::MAX)),
        ("999999999999999999999999999999", None),
    ] {
        assert_eq!(read(typed).hundredths(), hundredths, "{typed}");
    }
}

#[test]
fn zero_has_no_sign() {
    for typed in ["0", "-0", "▲0.00", "(0)"] {
        assert!(read(typed).to_f64().is_sign_positive(), "{typed}");
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod properties {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn any_text_is_answered(text in any::<String>()) {
            let _ = parse_with_units(&text, &[&text]);
        }

        #[test]
        fn problems_point_into_the_text(text in "[ 0-9,.()%▲ー−ａ１．e-]{0,12}") {
            match parse_decimal(&text) {
                Err(NotANumber { at, found }) => prop_assert_eq!(text.chars().nth(at), Some(found)),
                Err(SecondPoint { at } | Grouping { at } | Unclosed { at }) => {
                    prop_assert!(text.chars().nth(at).is_some());
                }
                _ => {}
            }
        }

        #[test]
        fn what_is_written_is_read(text in "-?[0-9]{1,15}(\\.[0-9]{1,15})?") {
            let decimal = read(&text);
            prop_assert_eq!(read(&decimal.to_string()), decimal);
            let expected: f64 = text.parse().unwrap();
            prop_assert_eq!(decimal.to_f64(), expected);
        }

        #[test]
        fn every_double_of_moderate_size_survives(value in -1e12_f64..1e12) {
            // 17 digits in all tell any two doubles apart; the shortest form that does is what Rust prints.
            let text = value.to_string();
            prop_assume!(text.bytes().filter(u8::is_ascii_digit).count() <= 30);
            prop_assert_eq!(read(&text).to_f64().to_bits(), value.to_bits());
        }

        #[test]
        fn rates_in_hundredths_survive(hundredths in -1_000_000_i64..1_000_000) {
            let sign = if hundredths < 0 { "▲" } else { "" };
            let size = hundredths.abs();
            let typed = format!("{sign}{}.{:02}", size / 100, size % 100);
            prop_assert_eq!(read(&typed).hundredths(), Some(hundredths));
        }

        #[test]
        fn grouped_and_bare_digits_agree(value in any::<u64>()) {
            let bare = value.to_string();
            let mut grouped = String::new();
            for (index, digit) in bare.chars().enumerate() {
                if index > 0 && (bare.len() - index) % 3 == 0 {
                    grouped.push(',');
                }
                grouped.push(digit);
            }
            prop_assert_eq!(read(&grouped), read(&bare));
        }
    }
}
