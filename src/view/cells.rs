//! Cells of a grid: where one is, where a key leads, and what is selected.

use std::ops::RangeInclusive;

/// Rows of a page.
const PAGE: usize = 10;

/// A cell, by row and column from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Place {
    /// Its row.
    pub row: usize,
    /// Its column.
    pub column: usize,
}

/// How many rows and columns there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// The rows.
    pub rows: usize,
    /// The columns.
    pub columns: usize,
}

/// A way from one cell to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// One column to the left.
    Left,
    /// One column to the right.
    Right,
    /// Some rows up.
    PageUp,
    /// Some rows down.
    PageDown,
    /// To the first cell of the row.
    RowStart,
    /// To its last.
    RowEnd,
    /// To the first cell of all.
    First,
    /// To the last cell of all.
    Last,
    /// To the cell after, which may be in the next row. It leads out of the grid behind the last.
    Next,
    /// To the cell before, which may be in the row before. It leads out of the grid before the first.
    Previous,
}

/// The cells between two corners, both included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Block {
    /// The corner where selecting began.
    pub from: Place,
    /// The corner that moves.
    pub to: Place,
}

impl Extent {
    /// The nearest cell of the grid, which has one.
    pub fn hold(self, place: Place) -> Place {
        Place {
            row: place.row.min(self.rows.saturating_sub(1)),
            column: place.column.min(self.columns.saturating_sub(1)),
        }
    }

    /// Where a step leads; `None` out of the grid.
    pub fn step(self, from: Place, step: Step) -> Option<Place> {
        let Place { row, column } = from;
        let (bottom, right) = (self.rows.saturating_sub(1), self.columns.saturating_sub(1));
        let to = match step {
            Step::Up => Place { row: row.saturating_sub(1), column },
            Step::Down => Place { row: row + 1, column },
            Step::Left => Place { row, column: column.saturating_sub(1) },
            Step::Right => Place { row, column: column + 1 },
            Step::PageUp => Place { row: row.saturating_sub(PAGE), column },
            Step::PageDown => Place { row: row + PAGE, column },
            Step::RowStart => Place { row, column: 0 },
            Step::RowEnd => Place { row, column: right },
            Step::First => Place::default(),
            Step::Last => Place { row: bottom, column: right },
            Step::Next if column < right => Place { row, column: column + 1 },
            Step::Next if row < bottom => Place { row: row + 1, column: 0 },
            Step::Previous if column > 0 => Place { row, column: column - 1 },
            Step::Previous if row > 0 => Place { row: row - 1, column: right },
            Step::Next | Step::Previous => return None,
        };
        Some(self.hold(to))
    }
}

impl Block {
    /// One cell.
    pub fn of(place: Place) -> Block {
        Block { from: place, to: place }
    }

    /// Its rows.
    pub fn rows(self) -> RangeInclusive<usize> {
        self.from.row.min(self.to.row)..=self.from.row.max(self.to.row)
    }

    /// Its columns.
    pub fn columns(self) -> RangeInclusive<usize> {
        self.from.column.min(self.to.column)..=self.from.column.max(self.to.column)
    }

    /// Whether it is one cell.
    pub fn is_one(self) -> bool {
        self.from == self.to
    }
}
