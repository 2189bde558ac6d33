//! A text cut into rows and cells.

use csv::{ByteRecord, Reader, ReaderBuilder};
use std::io::Cursor;

/// Most rows that are read of a table.
pub const MOST_ROWS: usize = 100_000;
/// Most cells that are read of a row.
pub const MOST_COLUMNS: usize = 512;
/// Most characters of a cell; a quotation mark that is never closed makes one cell of all that follows.
pub const MOST_CELL: usize = 4_000;

/// Lines by which it is seen what parts the cells.
const SAMPLE: usize = 30;
/// What may part cells. A tab stands for itself in a text that has one; a comma may stand in a number.
const DELIMITERS: [u8; 3] = [b'\t', b';', b','];

/// Rows of cells as text, with the white space around it taken away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The rows that hold anything, in order.
    pub rows: Vec<Row>,
    /// Whether there is more than [`MOST_ROWS`], [`MOST_COLUMNS`] or [`MOST_CELL`] allow, and it was left out.
    pub cut: bool,
}

/// One row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its number, from 1, as a spreadsheet program counts: empty rows count, and lines within a cell do not.
    pub number: usize,
    /// Its cells from the first column on.
    pub cells: Vec<String>,
}

impl Row {
    /// The text of a column; empty where the row is shorter.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}

/// A text that is being cut, some rows at a time, so that a page stays alive meanwhile.
pub struct Cutting {
    reader: Reader<Cursor<Vec<u8>>>,
    record: ByteRecord,
    /// Rows so far, with those that are empty.
    count: usize,
    table: Table,
}

impl Cutting {
    /// Begins. Tabs, semicolons or commas part cells, whichever does so in most lines; quotation marks hold cells
    /// together over commas and lines.
    pub fn new(text: &str) -> Cutting {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter(text))
            .from_reader(Cursor::new(text.as_bytes().to_vec()));
        Cutting { reader, record: ByteRecord::new(), count: 0, table: Table::default() }
    }

    /// Cuts at most so many rows more. Whether all is cut.
    pub fn step(&mut self, rows: usize) -> bool {
        for _ in 0..rows {
            // Bytes in memory can always be read.
            if !self.reader.read_byte_record(&mut self.record).unwrap_or_default() {
                return true;
            }
            if self.table.rows.len() == MOST_ROWS {
                self.table.cut = true;
                return true;
            }
            self.count += 1 + self.empty_before();
            let cut = &mut self.table.cut;
            *cut |= self.record.len() > MOST_COLUMNS;
            let cells = self.record.iter().take(MOST_COLUMNS).map(|cell| cell_text(cell, cut));
            let cells: Vec<String> = cells.collect();
            if cells.iter().any(|cell| !cell.is_empty()) {
                self.table.rows.push(Row { number: self.count, cells });
            }
        }
        false
    }

    /// Empty lines before the record, which the reader passes over.
    fn empty_before(&self) -> usize {
        let bytes = self.reader.get_ref().get_ref();
        let start = self.record.position().and_then(|position| usize::try_from(position.byte()).ok());
        let start = start.unwrap_or_default();
        let breaks = bytes.get(start..).unwrap_or_default();
        let breaks = breaks.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
        let mut before = start.checked_sub(1).and_then(|before| bytes.get(before)).copied();
        let mut empty = 0;
        for byte in breaks {
            // A line ends with one of the two, or with both.
            empty += usize::from(!(*byte == b'\n' && before == Some(b'\r')));
            before = Some(*byte);
        }
        empty
    }

    /// The rows that were cut.
    pub fn finish(self) -> Table {
        self.table
    }
}

/// Cuts a text at once.
pub fn table(text: &str) -> Table {
    let mut cutting = Cutting::new(text);
    while !cutting.step(usize::MAX) {}
    cutting.finish()
}

fn cell_text(bytes: &[u8], cut: &mut bool) -> String {
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim();
    match text.char_indices().nth(MOST_CELL) {
        Some((end, _)) => {
            *cut = true;
            text.get(..end).unwrap_or_default().to_owned()
        }
        None => text.to_owned(),
    }
}

/// What parts the cells: what stands in most of the first lines, outside quotation marks; of two the one named first.
fn delimiter(text: &str) -> u8 {
    let count = |delimiter: u8| {
        let mut quoted = false;
        let mut lines = 0;
        let mut found = false;
        let mut left = SAMPLE;
        for byte in text.bytes() {
            match byte {
                b'"' => quoted = !quoted,
                b'\n' if !quoted => {
                    lines += usize::from(std::mem::take(&mut found));
                    left -= 1;
                    if left == 0 {
                        return lines;
                    }
                }
                _ => found |= byte == delimiter && !quoted,
            }
        }
        lines + usize::from(found)
    };
    let mut best = (b',', 0);
    for delimiter in DELIMITERS {
        let lines = count(delimiter);
        if lines > best.1 {
            best = (delimiter, lines);
        }
    }
    best.0
}
