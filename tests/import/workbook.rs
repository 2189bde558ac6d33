//! Workbooks are read as their programs show them, within bounds, whatever their bytes are.

use std::io::{Cursor, Write};

use proptest::prelude::*;
use r13_simulator::codec::import::table::{MOST_CELL, MOST_COLUMNS, Table};
use r13_simulator::codec::import::workbook::{Limits, Problem, Sheet, read, read_within};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const OPENPYXL: &[u8] = include_bytes!("files/openpyxl.xlsx");
const LIBREOFFICE: &[u8] = include_bytes!("files/libreoffice.xlsx");

fn cells(table: &Table) -> Vec<(usize, Vec<&str>)> {
    table.rows.iter().map(|row| (row.number, row.cells.iter().map(String::as_str).collect())).collect()
}

/// A packed file of these parts.
fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A workbook of one sheet with these rows, columns and merged cells, as XML.
fn workbook(sheet: &str) -> Vec<u8> {
    let relation = |id: &str, kind: &str, target: &str| {
        format!(
            "<Relationships><Relationship Id=\"{id}\" Type=\"http://x/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    packed(&[
        ("_rels/.rels", &relation("a", "officeDocument", "/xl/workbook.xml")),
        ("xl/workbook.xml", "<workbook><sheets><sheet name=\"一\" r:id=\"b\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", &relation("b", "worksheet", "worksheets/sheet1.xml")),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

fn one(sheet: &str) -> Sheet {
    let mut sheets = read(&workbook(sheet)).unwrap();
    assert_eq!(sheets.len(), 1);
    sheets.remove(0)
}

#[test]
fn workbooks_of_real_programs_are_read_as_they_are_shown() {
    for (bytes, computed) in [(OPENPYXL, false), (LIBREOFFICE, true)] {
        let sheets = read(bytes).unwrap();
        let names: Vec<(&str, bool)> =
            sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.hidden)).collect();
        // A sheet that is one chart has cells of no kind; LibreOffice puts the chart on a sheet that has.
        let mut expected = vec![("実績 (R5)", false), ("控え", true), ("空", false)];
        if computed {
            expected.insert(2, ("グラフ", false));
        }
        assert_eq!(names, expected);
        let [sum, error] = if computed { ["6614.25", "#N/A"] } else { ["", ""] };
        let rows: Vec<(usize, Vec<&str>)> = vec![
            (1, vec!["鹿児島市の実績"]),
            (3, vec!["指標", "年度", "値", "時点", "備考"]),
            (4, vec!["市内就業人口1人当たりの総生産", "R2", "6600", "2023-03-31", "a & b <c>"]),
            (5, vec!["p46", "2023", "88.8%", "2024-03-31 12:30", "二行\nの文"]),
            (6, vec!["k2", "2023", "14.25", "", "=1+1 という文"]),
            (7, if computed { vec!["合計", "", sum] } else { vec!["合計"] }),
            (8, vec!["誤り", "", error, "", "TRUE"]),
            (9, vec!["隠した行", "2020", "0.0000001", "9:05"]),
            (12, vec!["", "", "", "", "", "", "", "", "", "離れたセル"]),
        ];
        assert_eq!(cells(&sheets[0].table), rows, "computed: {computed}");
        assert_eq!((sheets[0].hidden_rows, sheets[0].hidden_columns), (1, 1));
        assert_eq!(sheets[0].uncomputed, if computed { 0 } else { 2 });
        assert_eq!(cells(&sheets[1].table), [(2, vec!["", "42"])]);
        assert!(sheets[2].table.rows.is_empty());
        assert!(sheets.iter().all(|sheet| !sheet.table.cut));
    }
}

#[test]
fn cells_without_names_follow_each_other_and_of_merged_ones_the_first_is_read() {
    let sheet = one("<x:worksheet xmlns:x=\"y\"><x:sheetData>\
        <x:row><x:c><x:v>1</x:v></x:c><x:c t=\"str\"><x:f>A1</x:f><x:v>文</x:v></x:c></x:row>\
        <x:row r=\"5\"><x:c r=\"C5\" t=\"inlineStr\"><x:is><x:t>&#x2460; &lt;</x:t></x:is></x:c><x:c><x:v>2</x:v></x:c></x:row>\
        <x:row><x:c r=\"B6\"><x:f>1</x:f></x:c></x:row>\
        </x:sheetData><x:mergeCells><x:mergeCell ref=\"C5:C6\"/></x:mergeCells></x:worksheet>");
    assert_eq!(cells(&sheet.table), [(1, vec!["1", "文"]), (5, vec!["", "", "① <", "2"])]);
    assert_eq!(sheet.uncomputed, 1);
}

#[test]
fn what_is_too_much_is_left_out_and_said() {
    let cell = |place: &str, text: &str| {
        format!("<row><c r=\"{place}\" t=\"str\"><v>{text}</v></c><c r=\"A1\"><v>1</v></c></row>")
    };
    let long = cell("A1", &"字".repeat(MOST_CELL + 1));
    let sheet = one(&format!("<worksheet><sheetData>{long}</sheetData></worksheet>"));
    assert!(sheet.table.cut);
    let far = cell("XFD1048576", "x");
    let sheet = one(&format!("<worksheet><sheetData>{far}</sheetData></worksheet>"));
    assert_eq!((sheet.table.cut, cells(&sheet.table)), (true, vec![(1, vec!["1"])]));
    let mut many = String::from("<worksheet><sheetData>");
    for _ in 0..50 {
        many.push_str(&cell(&format!("SR{MOST_COLUMNS}"), "x"));
    }
    many.push_str("</sheetData></worksheet>");
    let limits = Limits { cells: 20 * MOST_COLUMNS + 7, ..Limits::BROWSER };
    let sheets = read_within(&workbook(&many), limits).unwrap();
    let kept: usize = sheets[0].table.rows.iter().map(|row| row.cells.len()).sum();
    assert!(sheets[0].table.cut && kept <= limits.cells, "{kept} cells are kept");
    let texts = read_within(&workbook(&many), Limits { text: 30, ..Limits::BROWSER }).unwrap();
    assert!(texts[0].table.cut);
    assert!(!one(&many).table.cut);
}

#[test]
fn a_bomb_is_not_unpacked() {
    let limits = Limits { packed: 1 << 16, unpacked: 1 << 20, ..Limits::BROWSER };
    let too_large = Err(Problem::TooLarge { most: limits.unpacked });
    let bomb = workbook(&" ".repeat(limits.unpacked + 1));
    assert!(bomb.len() < limits.packed);
    assert_eq!(read_within(&bomb, limits), too_large);
    // What one part leaves over is all that the next may take.
    let half = format!("<worksheet>{}</worksheet>", " ".repeat(limits.unpacked / 2));
    let mut sheets = String::from("<workbook><sheets>");
    for _ in 0..3 {
        sheets.push_str("<sheet name=\"a\" r:id=\"b\"/>");
    }
    sheets.push_str("</sheets></workbook>");
    let of = |kind: &str, target: &str| {
        format!(
            "<Relationships><Relationship Id=\"b\" Type=\"x/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let repeated = packed(&[
        ("_rels/.rels", &of("officeDocument", "w.xml")),
        ("w.xml", &sheets),
        ("_rels/w.xml.rels", &of("worksheet", "s.xml")),
        ("s.xml", &half),
    ]);
    assert_eq!(read_within(&repeated, limits), too_large);
    let mut long = OPENPYXL.to_vec();
    long.resize(limits.packed + 1, 0);
    assert_eq!(read_within(&long, limits), Err(Problem::TooLarge { most: limits.packed }));
}

#[test]
fn what_is_no_workbook_is_told_by_its_kind() {
    let mut locked = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    let old = locked.clone();
    locked.resize(600, 0);
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    let broken = |part: &str| Err(Problem::Damaged { part: part.to_owned() });
    for (bytes, expected) in [
        (&b""[..], Err(Problem::NotAWorkbook)),
        (b"a,b\n1,2\n", Err(Problem::NotAWorkbook)),
        (&old, Err(Problem::NotAWorkbook)),
        (&locked, Err(Problem::Encrypted)),
        (&packed(&[("word/document.xml", "<a/>")]), Err(Problem::NotAWorkbook)),
        (&OPENPYXL[..OPENPYXL.len() / 2], broken("")),
        (&workbook("<worksheet><row></worksheet>"), broken("xl/worksheets/sheet1.xml")),
        (&workbook("<worksheet>&unknown;</worksheet>"), broken("xl/worksheets/sheet1.xml")),
    ] {
        assert_eq!(read(bytes), expected);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn damaged_bytes_are_refused_or_read_and_nothing_breaks(
        own in any::<bool>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
        length in any::<prop::sample::Index>(),
        whole in any::<bool>(),
    ) {
        let mut bytes = if own { OPENPYXL } else { LIBREOFFICE }.to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if !whole {
            bytes.truncate(length.index(bytes.len()));
        }
        if let Ok(sheets) = read(&bytes) {
            prop_assert!(sheets.len() <= 100);
        }
    }

    #[test]
    fn any_xml_is_refused_or_read(sheet in "(<(/?(row|c|v|f|is|t|col|worksheet)( (r|t|s|min|max|hidden)=\"[A-Z0-9]{0,6}\")*/?>)|[0-9a&;#x ]{0,4}){0,30}") {
        let _ = read(&workbook(&sheet));
    }
}
