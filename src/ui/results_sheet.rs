//! What the grid of results keeps beside the results.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::results::Results;
use super::window::Window;
use crate::codec::cells::{Pasted, Refusal};
use crate::model::{Actual, Entry, Inputs};
use crate::plan::{FiscalYear, Indicator, Point};
use crate::platform::{page, storage};
use crate::view::{Block, Extent, Place};

/// About the height of a row in CSS pixels.
const ROW: f64 = 46.0;
/// How often the rows around a cell may come to lie elsewhere on the way to it.
const MOST_MOVES: u8 = 8;
/// Years before the plan that are there where no baseline is earlier.
const BEFORE: i32 = 3;
/// Notes in the tab that the screen is open.
const OPEN: &str = "r13-simulator/results-open";

/// What is being done with the text of the cell that has the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Nothing.
    Idle,
    /// Another one is typed in its place.
    Typing,
    /// It is amended.
    Amending,
}

/// Where one is in the grid.
#[derive(Clone, Copy, Debug)]
pub struct Now {
    /// What is selected; the focus is in its corner that moves.
    pub at: Block,
    pub extent: Extent,
    pub mode: Mode,
}

pub struct Sheet {
    /// Indices of the indicators, row by row: pillar by pillar.
    pub rows: Rc<Vec<usize>>,
    /// Column by column.
    pub years: Rc<Vec<FiscalYear>>,
    pub now: Rc<Cell<Now>>,
    /// What numbers count that are typed from now on, where the user chose it.
    chosen: BTreeMap<usize, Entry>,
    /// Why what was typed last is not taken.
    pub wrong: Option<Refusal>,
    /// The block that was pasted last, where not all of it could be taken.
    pub pasted: Option<Rc<Pasted>>,
    /// How many cells were copied last, until the next act.
    pub copied: Option<usize>,
    pub field: NodeRef,
    pub window: Window,
    /// Whether the focus is to go to the field.
    pub to_field: bool,
    /// How many more times the window follows rows around the field that come to lie elsewhere, as their heights were
    /// a guess.
    arriving: u8,
    /// Hears how many cells have been copied.
    pub on_copied: Callback<usize>,
    _open: Open,
}

/// Notes that the screen is open, so that it is there again after a reload, which drops nothing.
struct Open;

impl Open {
    fn note() -> Open {
        // A tab that cannot remember comes back with the desk.
        storage::keep_in_tab(OPEN, "open");
        Open
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        storage::keep_in_tab(OPEN, "");
    }
}

/// Whether the screen was open in this tab before it was loaded again.
pub fn was_open() -> bool {
    storage::kept_in_tab(OPEN).is_some_and(|open| !open.is_empty())
}

impl Sheet {
    /// At the chosen indicator, in the last year that is over.
    pub fn new(results: &Results, on_copied: Callback<usize>) -> Sheet {
        let now = Now { at: Block::default(), extent: Extent { rows: 0, columns: 0 }, mode: Mode::Idle };
        let mut sheet = Sheet {
            rows: Rc::default(),
            years: Rc::default(),
            now: Rc::new(Cell::new(now)),
            chosen: BTreeMap::new(),
            wrong: None,
            pasted: None,
            copied: None,
            field: NodeRef::default(),
            window: Window::of_rows(ROW),
            to_field: true,
            arriving: MOST_MOVES,
            on_copied,
            _open: Open::note(),
        };
        sheet.follow_plan(results);
        let row = sheet.now.get().at.to.row;
        let over = results.latest.map_or(results.plan.first.value, |latest| latest.plus(-1));
        let column = sheet.years.iter().position(|year| *year == over).unwrap_or_default();
        sheet.go_to(Block::of(Place { row, column }));
        sheet
    }

    /// Follows a change of the plan: there may be other indicators, and the focus is at the chosen one.
    pub fn follow_plan(&mut self, results: &Results) {
        let groups = results.plan.groups();
        self.rows = Rc::new(groups.into_iter().flat_map(|(_, indicators)| indicators).collect());
        self.chosen.clear();
        (self.wrong, self.pasted) = (None, None);
        let mut now = self.now.get();
        now.extent.rows = self.rows.len();
        self.now.set(now);
        self.follow(results);
        let row = self.rows.iter().position(|index| *index == results.chosen).unwrap_or_default();
        let column = self.now.get().at.to.column;
        self.go_to(Block::of(Place { row, column }));
    }

    /// Follows a change of the results: there may be other years.
    pub fn follow(&mut self, results: &Results) {
        let years = years(results);
        if years != *self.years {
            // The focus stays in its year.
            let mut now = self.now.get();
            now.extent = Extent { rows: self.rows.len(), columns: years.len() };
            let held = |place: Place| {
                let year = self.years.get(place.column);
                let column = years.iter().position(|one| Some(one) == year);
                now.extent.hold(Place { column: column.unwrap_or(place.column), ..place })
            };
            now.at = Block { from: held(now.at.from), to: held(now.at.to) };
            self.years = Rc::new(years);
            self.now.set(now);
        }
    }

    /// Goes to a block, as far as the grid has it.
    pub fn go_to(&mut self, at: Block) {
        let now = self.now.get();
        let at = Block { from: now.extent.hold(at.from), to: now.extent.hold(at.to) };
        self.now.set(Now { at, mode: Mode::Idle, ..now });
        self.window.reach(at.to.row, self.rows.len());
        (self.to_field, self.arriving, self.wrong) = (true, MOST_MOVES, None);
    }

    /// Follows a scroll; whether other rows have to be in the page. On the way to a cell the cell stays in sight, even
    /// where the browser tells only now of an earlier scroll that led elsewhere.
    pub fn scrolled(&mut self) -> bool {
        let moved = self.window.follow(self.rows.len());
        if moved && self.arriving > 0 {
            self.arriving -= 1;
            self.to_field = true;
            self.window.reach(self.now.get().at.to.row, self.rows.len());
        } else {
            self.arriving = 0;
        }
        moved
    }

    /// Selects the cell alone that has the focus.
    pub fn collapse(&mut self) {
        self.go_to(Block::of(self.now.get().at.to));
    }

    /// Does something else with the text of the cell.
    pub fn set_mode(&mut self, mode: Mode) {
        self.now.set(Now { mode, ..self.now.get() });
    }

    /// The indicator and the year of the cell that has the focus.
    pub fn here(&self) -> Option<(usize, FiscalYear)> {
        self.cell(self.now.get().at.to)
    }

    /// The indicator and the year of a cell.
    pub fn cell(&self, place: Place) -> Option<(usize, FiscalYear)> {
        self.rows.get(place.row).copied().zip(self.years.get(place.column).copied())
    }

    /// The indicators and years that are selected, row by row.
    pub fn selected(&self) -> Vec<(usize, FiscalYear)> {
        let at = self.now.get().at;
        let row = |row| at.columns().filter_map(move |column| self.cell(Place { row, column }));
        at.rows().flat_map(row).collect()
    }

    /// What a number counts that is typed for an indicator: what was chosen, else what its latest result counts.
    pub fn entry(&self, index: usize, inputs: Option<&Rc<Inputs>>) -> Entry {
        let latest = || inputs.and_then(|inputs| inputs.actuals.entries().last()).map(|last| last.entry);
        self.chosen.get(&index).copied().or_else(latest).unwrap_or(Entry::Yearly)
    }

    /// What numbers count that are typed for an indicator from now on.
    pub fn choose(&mut self, index: usize, entry: Entry) {
        self.chosen.insert(index, entry);
    }

    /// The field of the cell that has the focus.
    pub fn input(&self) -> Option<HtmlInputElement> {
        self.field.cast()
    }

    /// Puts a text into it.
    pub fn set_text(&self, text: &str) {
        if let Some(input) = self.input() {
            input.set_value(text);
        }
    }

    /// Brings the focus into it.
    pub fn focus(&self) {
        if let Some(input) = self.input() {
            page::focus_near(&input);
        }
    }

    /// Forgets what is half typed; whether there was anything.
    pub fn give_up(&mut self) -> bool {
        let typing = self.now.get().mode != Mode::Idle || self.wrong.is_some();
        self.set_text("");
        self.set_mode(Mode::Idle);
        self.wrong = None;
        typing
    }
}

/// The years from the earliest that is known to the one that has begun last, and any other with a result.
fn years(results: &Results) -> Vec<FiscalYear> {
    let Results { plan, scenario, latest, .. } = results;
    let bases = plan.indicators.iter().zip(scenario.all()).filter_map(|(of, inputs)| base(of, inputs));
    let first = bases.map(|base| base.year).min().unwrap_or(plan.first.value.plus(-BEFORE));
    let last = latest.unwrap_or(plan.last.value);
    let entered = scenario.all().iter().flat_map(|inputs| inputs.actuals.entries());
    let years: BTreeSet<FiscalYear> =
        first.min(last).through(last).chain(entered.map(|actual| actual.year)).collect();
    years.into_iter().collect()
}

/// The plan's baseline, or the one that is assumed.
pub fn base(indicator: &Indicator, inputs: &Inputs) -> Option<Point> {
    indicator.base.map(|base| base.point()).or(inputs.assumed_base)
}

/// The result for a year.
pub fn result(inputs: &Inputs, year: FiscalYear) -> Option<&Actual> {
    inputs.actuals.entries().iter().find(|actual| actual.year == year)
}
