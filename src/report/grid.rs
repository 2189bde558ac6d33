//! Tables as spreadsheets take them, from the clipboard and from files.

use std::fmt::Write;

use crate::codec::figure::{exact, grouped};

/// What may begin a formula, in some spreadsheet, in half and in full width.
const FORMULA: &[char] = &['=', '+', '-', '@', '\u{2212}', '＝', '＋', '－', '＠'];

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// A text. Where it could be taken for a formula, an apostrophe stands before it.
    Text(String),
    /// A number and the decimals it is shown with: without groups and with an ASCII sign, so that it stays one.
    Number(f64, u8),
    /// A number with all its digits.
    Exact(f64),
    /// A name of a column or a row.
    Name(String),
    /// Nothing.
    Empty,
}

/// Rows of cells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// The rows, which need not be of one length.
    pub rows: Vec<Vec<Cell>>,
}

impl Grid {
    /// Cells apart by tabs, rows by line feeds.
    pub fn tabbed(&self) -> String {
        let row = |row: &Vec<Cell>| row.iter().map(Cell::text).collect::<Vec<String>>().join("\t") + "\n";
        self.rows.iter().map(row).collect()
    }

    /// Comma-separated values as RFC 4180 has them.
    pub fn csv(&self) -> String {
        let cell = |cell: &Cell| {
            let text = cell.text();
            if text.contains([',', '"']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
        };
        let row = |row: &Vec<Cell>| row.iter().map(cell).collect::<Vec<String>>().join(",") + "\r\n";
        self.rows.iter().map(row).collect()
    }

    /// An HTML table.
    pub fn html(&self) -> String {
        let mut html = String::from("<table>");
        for row in &self.rows {
            html.push_str("<tr>");
            for cell in row {
                let tag = if matches!(cell, Cell::Name(_)) { "th" } else { "td" };
                // Writing to a text cannot fail.
                let _ = write!(html, "<{tag}>{}</{tag}>", escaped(&cell.text()));
            }
            html.push_str("</tr>");
        }
        html.push_str("</table>");
        html
    }
}

impl Cell {
    /// The cell as it is typed into a spreadsheet.
    fn text(&self) -> String {
        match self {
            Cell::Text(text) | Cell::Name(text) => inert(text),
            Cell::Number(value, decimals) => {
                grouped(*value, *decimals).replace(',', "").replace('\u{2212}', "-")
            }
            Cell::Exact(value) => exact(*value),
            Cell::Empty => String::new(),
        }
    }
}

/// A text in one line that no spreadsheet takes for a formula.
pub fn inert(text: &str) -> String {
    let line: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    if line.trim_start().starts_with(FORMULA) { format!("'{line}") } else { line }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
