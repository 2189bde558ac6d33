//! A workbook as data: what stands in each cell and how it looks, before it is a file.

use crate::plan::{Day, FiscalYear};

/// Most UTF-16 units that a cell takes.
pub const LONGEST: usize = 32_767;

/// A workbook.
#[derive(Clone, Debug, PartialEq)]
pub struct Book {
    /// What the file's properties call it.
    pub title: String,
    /// The day that they name; the same day every time, so that the same input makes the same bytes.
    pub created: Option<Day>,
    /// The words of a target that is met and of one that is not, which get the colours of their meaning.
    pub verdicts: [&'static str; 2],
    /// In the order of their tabs.
    pub sheets: Vec<Sheet>,
}

/// One sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Its name, of at most 31 characters.
    pub name: String,
    /// Cells from the first row and column on.
    pub rows: Vec<Vec<Cell>>,
    /// Widths of the columns, in characters; columns beyond take the last.
    pub widths: Vec<f64>,
    /// How many rows and columns stay in view.
    pub frozen: (u32, u16),
    /// The rows that every printed page begins with, the first and the last, where there are any.
    pub head: Option<(u32, u32)>,
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// What stands in it.
    pub content: Content,
    /// What it is to the reader.
    pub role: Role,
    /// How its number is written.
    pub figure: Figure,
    /// What may be entered, where it can be changed.
    pub allowed: Option<Allowed>,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Nothing.
    Empty,
    /// A text, which is never taken for a formula.
    Text(String),
    /// A number.
    Number(f64),
    /// A formula.
    Formula {
        /// It begins with `=`.
        text: String,
        /// What it comes to, for whoever does not recalculate.
        shown: Shown,
    },
}

/// What a formula comes to.
#[derive(Clone, Debug, PartialEq)]
pub enum Shown {
    /// A number.
    Number(f64),
    /// A text; the empty one where there is nothing to say.
    Text(String),
}

/// What a cell is to the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// What stands for itself.
    Plain,
    /// The name of the whole.
    Title,
    /// A text that may take several lines.
    Prose,
    /// The same over all columns to the end of the sheet.
    Wide,
    /// The name of a column or of a fact.
    Head,
    /// What may be changed.
    Input,
    /// A known value.
    Known,
    /// A value between known ones.
    Interpolated,
    /// A value that follows from the assumptions.
    Projected,
    /// Such a value after the target year.
    Reference,
    /// A word of judgement.
    Verdict,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Figure {
    /// As it is.
    General,
    /// In groups of three digits, with so many decimals.
    Decimals(u8),
    /// The same with the mark of what a user changed in the plan.
    Edited(u8),
    /// The same with a sign.
    Signed(u8),
    /// As hundredths, with so many decimals.
    Percent(u8),
}

/// What may be entered into a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Allowed {
    /// One of these words.
    Words(Vec<String>),
    /// A number from this to that.
    Between(f64, f64),
    /// A whole number from this to that.
    Whole(i32, i32),
    /// What makes this formula true.
    Rule(String),
}

impl Cell {
    /// An empty one.
    pub const EMPTY: Cell =
        Cell { content: Content::Empty, role: Role::Plain, figure: Figure::General, allowed: None };

    /// A text.
    pub fn text(text: impl Into<String>) -> Cell {
        Cell { content: Content::Text(text.into()), ..Cell::EMPTY }
    }

    /// A number.
    pub fn number(value: f64, figure: Figure) -> Cell {
        Cell { content: Content::Number(value), figure, ..Cell::EMPTY }
    }

    /// A year.
    pub fn year(year: FiscalYear) -> Cell {
        Cell::number(f64::from(year.western()), Figure::General)
    }

    /// A formula, without its `=`, that comes to a number, or to nothing.
    pub fn computed(formula: &str, shown: Option<f64>, figure: Figure) -> Cell {
        let shown = shown.map_or_else(|| Shown::Text(String::new()), Shown::Number);
        Cell { content: Content::Formula { text: format!("={formula}"), shown }, figure, ..Cell::EMPTY }
    }

    /// A formula, without its `=`, that comes to a word.
    pub fn worded(formula: &str, shown: &str) -> Cell {
        let shown = Shown::Text(shown.to_owned());
        Cell { content: Content::Formula { text: format!("={formula}"), shown }, ..Cell::EMPTY }
    }

    /// The same cell in another role.
    pub fn of(self, role: Role) -> Cell {
        Cell { role, ..self }
    }

    /// The same cell, to be changed by whoever opens the workbook.
    pub fn input(self, allowed: Allowed) -> Cell {
        Cell { allowed: Some(allowed), role: Role::Input, ..self }
    }
}
