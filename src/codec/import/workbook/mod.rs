//! The sheets of a workbook (XLSX) as tables, each cell as the text that its program shows, but for rounding.
//!
//! In steps: the packed files within bounds ([`package`]), the texts that cells share ([`strings`]), how numbers are shown
//! ([`format`](mod@format)), and the cells ([`sheet`]). What a workbook holds beyond its cells, such as charts and macros, is not looked at.

mod format;
mod package;
mod sheet;
mod strings;
mod xml;

use super::table::Table;
use format::Formats;
use package::Package;
use xml::{Node, attribute, each};

/// How much of a workbook is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Most bytes of a file.
    pub packed: usize,
    /// Most bytes of its parts, unpacked, as far as they are read.
    pub unpacked: usize,
    /// Most cells of all sheets together, empty ones before the last of a row among them.
    pub cells: usize,
    /// Most bytes of their texts.
    pub text: usize,
}

impl Limits {
    /// What a browser holds without trouble, and more than results of a plan take.
    pub const BROWSER: Limits =
        Limits { packed: 32 << 20, unpacked: 128 << 20, cells: 2_000_000, text: 64 << 20 };
}

/// One sheet with cells; a text that was read as a table is one too, without a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Whether its program does not show it.
    pub hidden: bool,
    /// Its cells: numbers with all their digits, hundredths in per cent, days as `2026-11-25`, what formulas came to
    /// last, and of merged cells the first.
    pub table: Table,
    /// How many rows of the table are hidden, by a filter or by hand. They are in the table all the same.
    pub hidden_rows: usize,
    /// How many columns that hold anything are hidden. They are in the table all the same.
    pub hidden_columns: usize,
    /// How many formulas have no result in the file, as no program has computed it yet. Their cells are empty.
    pub uncomputed: usize,
}

/// Why a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It is no workbook in the form of 2007 and later (XLSX).
    NotAWorkbook,
    /// It is locked by a password.
    Encrypted,
    /// It, or what is packed in it, has more than so many bytes.
    TooLarge {
        /// The most that is read.
        most: usize,
    },
    /// A part of it is not what it should be.
    Damaged {
        /// The part's name within the file.
        part: String,
    },
}

/// Reads the sheets of a workbook, in the order of their tabs, hidden ones among them, within [`Limits::BROWSER`].
///
/// # Errors
/// Where the file is no workbook, locked, too large, or damaged. Where there are more cells or texts than the limits
/// allow, or than a table takes, they are left out, and the table says so.
pub fn read(bytes: &[u8]) -> Result<Vec<Sheet>, Problem> {
    read_within(bytes, Limits::BROWSER)
}

/// The same within other limits.
///
/// # Errors
/// As [`read`].
pub fn read_within(bytes: &[u8], limits: Limits) -> Result<Vec<Sheet>, Problem> {
    let mut package = Package::open(bytes, limits)?;
    let root = package.relations("")?;
    let Some(name) = root.iter().find(|of| of.kind == "officeDocument").map(|of| of.target.clone()) else {
        return Err(Problem::NotAWorkbook);
    };
    let relations = package.relations(&name)?;
    let mut part = |kind: &str| match relations.iter().find(|of| of.kind == kind) {
        Some(of) => package.part(&of.target),
        None => Ok(None),
    };
    let strings = part("sharedStrings")?;
    let styles = part("styles")?;
    let text = package.part(&name)?.ok_or(Problem::NotAWorkbook)?;
    let (listed, from_1904) = listed(&text, &name)?;
    let strings = strings.map_or(Ok(Vec::new()), |text| strings::shared(&text))?;
    let formats = styles.map_or(Ok(Formats::default()), |text| Formats::read(&text, from_1904))?;
    let mut reader =
        sheet::Cells { strings: &strings, formats: &formats, cells: limits.cells, text: limits.text };
    let mut sheets = Vec::new();
    for Listed { name, hidden, id } in listed {
        let of = relations.iter().find(|of| of.id == id && of.kind == "worksheet");
        // A sheet that is one chart has no cells.
        let Some(of) = of else { continue };
        if let Some(text) = package.part(&of.target)? {
            sheets.push(Sheet { name, hidden, ..reader.read(&text, &of.target)? });
        }
    }
    Ok(sheets)
}

/// A sheet as the workbook lists it.
struct Listed {
    name: String,
    hidden: bool,
    id: String,
}

/// The sheets of a workbook, and whether its days count from 1904.
fn listed(text: &str, part: &str) -> Result<(Vec<Listed>, bool), Problem> {
    let mut sheets = Vec::new();
    let mut from_1904 = false;
    each(text, part, |node| {
        if let Node::Start(element) = node {
            let value = |name: &str| attribute(&element, name);
            match element.local_name().as_ref() {
                "sheet" => sheets.push(Listed {
                    name: value("name").unwrap_or_default(),
                    hidden: value("state").is_some_and(|state| state != "visible"),
                    id: value("id").unwrap_or_default(),
                }),
                "workbookPr" => from_1904 = value("date1904").is_some_and(|value| xml::truth(&value)),
                _ => {}
            }
        }
    })?;
    Ok((sheets, from_1904))
}
