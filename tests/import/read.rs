//! What tables say of the bundled plan's indicators.

use std::collections::HashMap;
use std::sync::OnceLock;

use proptest::prelude::*;
use r13_simulator::codec::import::table::table;
use r13_simulator::codec::import::{Fault, Found, Ground, Why, read};
use r13_simulator::codec::number::NumberProblem;
use r13_simulator::model::{ActualStatus, Entry};
use r13_simulator::plan::Plan;

use crate::common::{kagoshima, year};
use crate::ground;

/// The plan that most tables are about.
fn plan() -> &'static Plan {
    static PLAN: OnceLock<Plan> = OnceLock::new();
    PLAN.get_or_init(kagoshima)
}

fn found(text: &str) -> Found {
    read(ground(plan(), &HashMap::new()), &table(text)).unwrap_or_else(|| panic!("no columns in {text:?}"))
}

/// Row, column, id, year and value of what was taken.
fn taken(found: &Found) -> Vec<(usize, usize, &str, i32, f64)> {
    let id = |index: usize| plan().indicators[index].id.as_str();
    let lines = found.lines.iter();
    lines
        .map(|line| {
            (line.row, line.column, id(line.indicator), line.actual.year.western(), line.actual.value)
        })
        .collect()
}

fn faults(found: &Found) -> Vec<(usize, usize, &str, &Why)> {
    let place = |fault: &'_ Fault| (fault.row, fault.column);
    found
        .faults
        .iter()
        .map(|fault| (place(fault).0, place(fault).1, fault.found.as_str(), &fault.why))
        .collect()
}

#[test]
fn the_long_form_is_read() {
    let found = found(
        "指標,年度,値,区分,状態,出典,系列断絶\n\
         k1,R5,\"6,601\",,確報,市民経済計算,\n\
         市内就業人口1人当たりの総生産,令和6年度,6650,,速報,,○\n\
         p11,2023,20,年度計,,,\n\
         p11,2024,60,累計,参考値,,\n",
    );
    assert_eq!(faults(&found), []);
    assert_eq!(
        taken(&found),
        [
            (2, 3, "k1", 2023, 6601.0),
            (3, 3, "k1", 2024, 6650.0),
            (4, 3, "p11", 2023, 20.0),
            (5, 3, "p11", 2024, 60.0)
        ]
    );
    let actual = |at: usize| &found.lines[at].actual;
    assert_eq!((actual(0).status, actual(0).source.as_str()), (ActualStatus::Final, "市民経済計算"));
    assert_eq!((actual(1).status, actual(1).series_break), (ActualStatus::Preliminary, true));
    assert_eq!((actual(2).entry, actual(3).entry), (Entry::Yearly, Entry::Total));
    assert_eq!(actual(3).status, ActualStatus::Reference);
}

#[test]
fn the_wide_form_is_read_with_titles_above_and_headings_between() {
    let found = found(
        "第2期プラン 指標の実績\t\t\t\t\n\
         \t\t\t\t(単位: 各指標)\n\
         指標\t単位\tR元\t2022年度\tＲ５\n\
         基本目標\t\t\t\t\n\
         市内就業人口１人当たりの総生産\t千円\t６，５００\t6,534.5千円\t…\n\
         「産業振興が図られ雇用機会に恵まれるなど,地域産業が活性化している」と感じる市民の割合\t%\t－\t14.2%\t１５．０％\n\
         注) 速報を含む。\t\t\t\t\n",
    );
    assert_eq!(faults(&found), []);
    assert_eq!(
        taken(&found),
        [
            (5, 3, "k1", 2019, 6500.0),
            (5, 4, "k1", 2022, 6534.5),
            (6, 4, "k2", 2022, 14.2),
            (6, 5, "k2", 2023, 15.0)
        ]
    );
    assert_eq!(found.missing, 2);
}

#[test]
fn a_column_of_years_may_say_how_it_counts() {
    let found = found("id,2022,R5累計,2024(累計),R7（単年度）\np11,20,45,70,30\n");
    assert_eq!(faults(&found), []);
    let entries: Vec<Entry> = found.lines.iter().map(|line| line.actual.entry).collect();
    assert_eq!(entries, [Entry::Yearly, Entry::Total, Entry::Total, Entry::Yearly]);
}

#[test]
fn every_way_to_write_a_number_or_none_is_read() {
    for (text, value) in [
        ("1,234", Some(1234.0)),
        ("１２３４", Some(1234.0)),
        ("1234.50", Some(1234.5)),
        ("+7", Some(7.0)),
        ("▲5", Some(-5.0)),
        ("△ 5", Some(-5.0)),
        ("−5", Some(-5.0)),
        ("(5)", Some(-5.0)),
        ("330 千円", Some(330.0)),
        ("-", None),
        ("－", None),
        ("―", None),
        ("ー", None),
        ("…", None),
        ("「…」", None),
        ("x", None),
        ("Ｘ", None),
        ("N/A", None),
        ("未公表", None),
    ] {
        let found = found(&format!("id\tyear\tvalue\nk1\t2023\t{text}\n"));
        assert_eq!(faults(&found), [], "{text}");
        let values: Vec<f64> = found.lines.iter().map(|line| line.actual.value).collect();
        assert_eq!(values, Vec::from_iter(value), "{text}");
        assert_eq!(found.missing, usize::from(value.is_none()), "{text}");
    }
}

#[test]
fn what_cannot_be_taken_is_named_with_its_place() {
    let found = found(
        "id,year,value,status\n\
         k1,令和,6600,\n\
         k1,2023,1.2.3,\n\
         k1,2024,50%,\n\
         k1,2025,6700,たぶん\n\
         市内就業者1人当たりの総生産,2023,6600,\n\
         まったく別のもの,2023,1,\n\
         k2,2023,14,\n\
         k2,R5,15,\n",
    );
    let k1 = plan().indicators.iter().position(|one| one.id == "k1").unwrap();
    assert_eq!(
        faults(&found),
        [
            (2, 2, "令和", &Why::NoYear),
            (3, 3, "1.2.3", &Why::NoNumber(NumberProblem::SecondPoint { at: 3 })),
            (4, 3, "50%", &Why::NoNumber(NumberProblem::NotANumber { at: 2, found: '%' })),
            (5, 4, "たぶん", &Why::NoStatus),
            (6, 1, "市内就業者1人当たりの総生産", &Why::NoIndicator(vec![k1])),
            (7, 1, "まったく別のもの", &Why::NoIndicator(vec![])),
            (9, 3, "15", &Why::Twice(8)),
        ]
    );
    assert_eq!(taken(&found), [(8, 3, "k2", 2023, 14.0)]);
}

#[test]
fn a_name_is_what_the_user_says_it_is() {
    let text = "id,year,value\n総生産のこと,2023,6600\n";
    let k1 = plan().indicators.iter().position(|one| one.id == "k1").unwrap();
    let chosen = HashMap::from([("総生産のこと".to_owned(), k1)]);
    let found = read(ground(plan(), &chosen), &table(text)).unwrap();
    assert_eq!((taken(&found), faults(&found)), (vec![(2, 3, "k1", 2023, 6600.0)], vec![]));
    let beyond = HashMap::from([("総生産のこと".to_owned(), 99)]);
    assert_eq!(read(ground(plan(), &beyond), &table(text)).unwrap().faults.len(), 1);
}

#[test]
fn every_indicator_is_known_by_id_and_by_both_names() {
    for indicator in &plan().indicators {
        for name in [&indicator.id, &indicator.name.ja, &indicator.name.en] {
            let quoted = name.replace('"', "\"\"");
            let found = found(&format!("指標,年度,値\n\"{quoted}\",R5,1\n"));
            let ids: Vec<&str> = taken(&found).iter().map(|(_, _, id, ..)| *id).collect();
            assert_eq!(ids, [indicator.id.as_str()], "{name}: {:?}", found.faults);
        }
    }
}

#[test]
fn a_text_without_columns_is_refused() {
    for text in ["", "何もない", "a,b,c\n1,2,3\n", "年度,値\n2023,5\n", "2021,2022\n1,2\n"] {
        assert_eq!(read(ground(plan(), &HashMap::new()), &table(text)), None, "{text:?}");
    }
}

proptest! {
    #[test]
    fn any_table_is_read(text in "(指標|id|年度|R5|2022|値|k1|p11|累計|[0-9]{1,5}|[▲x%…]|\\PC{0,4}|[,\t\n\"]){0,120}") {
        let table = table(&text);
        if let Some(found) = read(ground(plan(), &HashMap::new()), &table) {
            let mut places: Vec<_> = found.lines.iter().map(|line| (line.row, line.column)).collect();
            places.extend(found.faults.iter().map(|fault| (fault.row, fault.column)));
            for (row, column) in places {
                let row = table.rows.iter().find(|one| one.number == row);
                prop_assert!(row.is_some() && column >= 1);
            }
            prop_assert!(found.lines.iter().all(|line| line.actual.value.is_finite()));
        }
    }

    #[test]
    fn the_two_forms_say_the_same(values in proptest::collection::vec(
        (0_usize..22, 2018_i32..2027, 0_u32..100), 1..30))
    {
        let mut values = values;
        values.sort_unstable();
        values.dedup_by_key(|(indicator, year, _)| (*indicator, *year));
        let id = |index: usize| plan().indicators[index].id.clone();
        let long: String = values.iter().map(|(of, year, value)| format!("{},{year},{value}\n", id(*of))).collect();
        let mut wide = format!("id,{}\n", (2018..2027).map(|year| year.to_string()).collect::<Vec<_>>().join(","));
        for of in 0..22 {
            let cells = (2018..2027).map(|year| {
                let value = values.iter().find(|(one, at, _)| (*one, *at) == (of, year));
                value.map_or(String::new(), |(.., value)| value.to_string())
            });
            wide.push_str(&format!("{},{}\n", id(of), cells.collect::<Vec<_>>().join(",")));
        }
        let of = |text: &str| {
            let found = found(text);
            let lines: Vec<_> =
                found.lines.iter().map(|line| (line.indicator, line.actual.clone())).collect();
            (lines, found.faults)
        };
        prop_assert_eq!(of(&format!("id,year,value\n{long}")), of(&wide));
    }
}

#[test]
fn what_says_that_it_is_no_result_is_passed_over() {
    let found = found(
        "id,西暦,種別,値\nk1,2021,現況(計画記載),6534\nk1,2023,実績,6600\nk1,2031,投影,7000\nk1,2031,目標,7809\n",
    );
    assert_eq!(taken(&found), [(3, 4, "k1", 2023, 6600.0)]);
    assert_eq!((faults(&found), found.others), (vec![], 3));
}

#[test]
fn a_year_that_has_not_begun_has_no_result() {
    let meant = HashMap::new();
    let ground = Ground { latest: Some(year(2026)), ..ground(plan(), &meant) };
    let found = read(ground, &table("id,R8,R9\nk1,6600,6700\nk2,14,-\n")).unwrap();
    assert_eq!(taken(&found), [(2, 2, "k1", 2026, 6600.0), (3, 2, "k2", 2026, 14.0)]);
    assert_eq!(faults(&found), [(2, 3, "6700", &Why::NotBegun(year(2027)))]);
}
