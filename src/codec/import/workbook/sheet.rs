//! The cells of a sheet.

use quick_xml::events::BytesStart;

use super::format::Formats;
use super::strings::Runs;
use super::xml::{Node, attribute, each, truth};
use super::{Problem, Sheet};
use crate::codec::import::table::{MOST_CELL, MOST_COLUMNS, MOST_ROWS, Row, Table};

/// What cells refer to, and how many more of them are read.
pub struct Cells<'a> {
    /// The texts that they share.
    pub strings: &'a [String],
    /// The formats that they are shown in.
    pub formats: &'a Formats,
    /// How many cells more.
    pub cells: usize,
    /// How many bytes more of their texts.
    pub text: usize,
}

impl Cells<'_> {
    /// Reads a sheet.
    pub fn read(&mut self, text: &str, part: &str) -> Result<Sheet, Problem> {
        let mut reading = Reading::new(self);
        each(text, part, |node| reading.hear(&node))?;
        Ok(reading.finish())
    }
}

/// A sheet that is being read.
struct Reading<'a, 'b> {
    of: &'a mut Cells<'b>,
    sheet: Sheet,
    /// Hidden columns, the first and the last of each run.
    hidden: Vec<(usize, usize)>,
    /// Whether a column of the table holds anything.
    held: Vec<bool>,
    row: Row,
    row_hidden: bool,
    /// The column of the cell, from 1.
    column: usize,
    cell: Cell,
}

/// A cell that is being read.
#[derive(Default)]
struct Cell {
    kind: String,
    style: usize,
    value: String,
    runs: Runs,
    within_value: bool,
    formula: bool,
}

impl<'a, 'b> Reading<'a, 'b> {
    fn new(of: &'a mut Cells<'b>) -> Reading<'a, 'b> {
        Reading {
            of,
            sheet: Sheet::default(),
            hidden: Vec::new(),
            held: vec![false; MOST_COLUMNS],
            row: Row::default(),
            row_hidden: false,
            column: 0,
            cell: Cell::default(),
        }
    }

    fn hear(&mut self, node: &Node) {
        match node {
            Node::Start(element) => self.start(element),
            Node::End("v") => self.cell.within_value = false,
            Node::End("c") => self.end_cell(),
            Node::End("row") => self.end_row(),
            Node::Text(text) if self.cell.within_value => self.cell.value.push_str(text),
            Node::End(_) | Node::Text(_) => {}
        }
        self.cell.runs.hear(node);
    }

    fn start(&mut self, element: &BytesStart<'_>) {
        let value = |name| attribute(element, name);
        let number = |name| value(name).and_then(|value| value.parse::<usize>().ok());
        match element.local_name().as_ref() {
            "col" if value("hidden").is_some_and(|hidden| truth(&hidden)) => {
                self.hidden.extend(number("min").zip(number("max")));
            }
            "row" => {
                let number = number("r").unwrap_or(self.row.number.saturating_add(1));
                self.row = Row { number, cells: Vec::new() };
                self.row_hidden = value("hidden").is_some_and(|hidden| truth(&hidden));
                self.column = 0;
            }
            "c" => {
                let place = value("r").and_then(|place| column(&place));
                self.column = place.unwrap_or(self.column.saturating_add(1));
                let kind = value("t").unwrap_or_default();
                self.cell = Cell { kind, style: number("s").unwrap_or_default(), ..Cell::default() };
            }
            "v" => self.cell.within_value = true,
            "f" => self.cell.formula = true,
            _ => {}
        }
    }

    fn end_cell(&mut self) {
        let Cell { kind, style, value, mut runs, formula, .. } = std::mem::take(&mut self.cell);
        if formula && value.is_empty() && kind != "str" {
            self.sheet.uncomputed += 1;
        }
        let inline = runs.take();
        let text = match kind.as_str() {
            "s" => value.trim().parse().ok().and_then(|at: usize| self.of.strings.get(at)).map_or("", |s| s),
            "inlineStr" => &inline,
            "b" => {
                if truth(&value) {
                    "TRUE"
                } else {
                    "FALSE"
                }
            }
            "str" | "e" | "d" => &value,
            _ if value.is_empty() => "",
            _ => &self.of.formats.show(&value, style),
        };
        let text = text.trim();
        let (kept, cut) = match text.char_indices().nth(MOST_CELL) {
            Some((end, _)) => (text.get(..end).unwrap_or_default(), true),
            None => (text, false),
        };
        if !kept.is_empty() {
            let kept = kept.to_owned();
            self.put(kept, cut);
        }
    }

    /// Puts a text into its column, where there is room for it.
    fn put(&mut self, text: String, cut: bool) {
        let Some(at) = self.column.checked_sub(1) else { return };
        let new = (at + 1).saturating_sub(self.row.cells.len());
        let left = self.of.cells.checked_sub(new).zip(self.of.text.checked_sub(text.len()));
        let (Some((cells, bytes)), Some(held)) = (left, self.held.get_mut(at)) else {
            self.sheet.table.cut = true;
            return;
        };
        *held = true;
        (self.of.cells, self.of.text) = (cells, bytes);
        self.sheet.table.cut |= cut;
        self.row.cells.resize(self.row.cells.len().max(at + 1), String::new());
        if let Some(cell) = self.row.cells.get_mut(at) {
            *cell = text;
        }
    }

    fn end_row(&mut self) {
        let Table { rows, cut } = &mut self.sheet.table;
        if self.row.cells.is_empty() {
            return;
        }
        let cells = std::mem::take(&mut self.row.cells);
        if rows.len() == MOST_ROWS {
            *cut = true;
            return;
        }
        self.sheet.hidden_rows += usize::from(self.row_hidden);
        rows.push(Row { number: self.row.number, cells });
    }

    fn finish(mut self) -> Sheet {
        let hides = |column: usize| self.hidden.iter().any(|(from, to)| (*from..=*to).contains(&column));
        let held = (1..).zip(&self.held).filter(|(_, held)| **held);
        self.sheet.hidden_columns = held.filter(|(column, _)| hides(*column)).count();
        self.sheet
    }
}

/// The column of a cell's name, from 1: `C7` is in the third.
fn column(place: &str) -> Option<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic);
    let column = letters.fold(0_usize, |column, letter| {
        let digit = usize::from(letter.to_ascii_uppercase() - b'A') + 1;
        column.saturating_mul(26).saturating_add(digit)
    });
    (column > 0).then_some(column)
}
