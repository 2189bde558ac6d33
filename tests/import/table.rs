//! Texts are cut into rows and cells.

use proptest::prelude::*;
use r13_simulator::codec::import::table::{MOST_CELL, MOST_COLUMNS, MOST_ROWS, Table, table};

fn cells(table: &Table) -> Vec<(usize, Vec<&str>)> {
    table.rows.iter().map(|row| (row.number, row.cells.iter().map(String::as_str).collect())).collect()
}

#[test]
fn commas_tabs_and_semicolons_part_cells_and_rows_keep_their_numbers() {
    for text in [
        "\u{FEFF}a,b\r\n\r\n\" 1,234 \",\"二行の\nなか\"\r\n,,\nc,d",
        "a\tb\n\n\" 1,234 \"\t\"二行の\nなか\"\n\t\t\nc\td\n",
        "a;b\r\n\r\n\" 1,234 \";\"二行の\nなか\"\r\n;;\r\nc;d",
    ] {
        let table = table(text);
        let found = cells(&table);
        assert_eq!(found.len(), 3, "{text:?}: {found:?}");
        assert_eq!(found[0], (1, vec!["a", "b"]));
        assert_eq!(found[1].0, 3, "{text:?}");
        assert_eq!(found[1].1, ["1,234", "二行の\nなか"]);
        assert_eq!(found[2], (5, vec!["c", "d"]), "{text:?}");
        assert!(!table.cut);
    }
}

#[test]
fn a_tab_parts_cells_whatever_stands_in_them() {
    let table = table("指標\tR3\tR4\n総生産\t6,534\t6,600\n");
    assert_eq!(cells(&table)[1].1, ["総生産", "6,534", "6,600"]);
}

#[test]
fn quotation_marks_hold_cells_together() {
    let table = table("a,\"b \"\"c\"\"\",d\ne,5\" f,g\n");
    assert_eq!(cells(&table)[0].1, ["a", "b \"c\"", "d"]);
    assert_eq!(cells(&table)[1].1, ["e", "5\" f", "g"]);
}

#[test]
fn what_is_too_much_is_left_out_and_said() {
    let wide = vec!["1"; MOST_COLUMNS + 1].join(",");
    let table_of = |text: &str| table(text);
    assert!(table_of(&wide).cut);
    assert_eq!(table_of(&wide).rows[0].cells.len(), MOST_COLUMNS);
    let open = format!("a,\"{}", "字".repeat(MOST_CELL + 1));
    let table = table_of(&open);
    assert!(table.cut);
    assert_eq!(table.rows[0].cells[1].chars().count(), MOST_CELL);
    let long = table_of(&"a,b\n".repeat(MOST_ROWS + 1));
    assert!(long.cut);
    assert_eq!(long.rows.len(), MOST_ROWS);
}

proptest! {
    #[test]
    fn any_text_is_cut(text in "\\PC{0,200}|[\",;\t\r\n 1x]{0,200}") {
        let table = table(&text);
        for row in &table.rows {
            prop_assert!(row.cells.iter().any(|cell| !cell.is_empty()));
            prop_assert!(row.cells.iter().all(|cell| cell.trim() == cell));
        }
    }

    #[test]
    fn what_is_written_is_read(rows in proptest::collection::vec(
        proptest::collection::vec("[a-zあ-ん0-9,\"\n]{0,6}", 2..5), 1..8))
    {
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let text: Vec<String> =
            rows.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(",")).collect();
        let wanted: Vec<Vec<String>> = rows
            .iter()
            .map(|row| row.iter().map(|cell| cell.trim().to_owned()).collect::<Vec<_>>())
            .filter(|row| row.iter().any(|cell| !cell.is_empty()))
            .collect();
        let found: Vec<Vec<String>> =
            table(&text.join("\r\n")).rows.into_iter().map(|row| row.cells).collect();
        prop_assert_eq!(found, wanted);
    }
}
