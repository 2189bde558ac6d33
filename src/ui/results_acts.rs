//! What is done in the grid of results.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::results::Results;
use super::results_sheet::{Mode, Sheet, base, result};
use crate::codec::cells::{self, Ground, Onto, Pasted, Refusal, Refused};
use crate::codec::figure::exact;
use crate::plan::FiscalYear;
use crate::platform::clipboard;
use crate::report::{Cell, Grid};
use crate::state::{Action, Notice, Recording, Revision};
use crate::view::{Block, Place, Step};

impl Results {
    fn ground(&self) -> Ground<'_> {
        Ground { plan: &self.plan, scenario: &self.scenario }
    }

    fn record(&self, act: Recording) {
        self.dispatch.emit(act.into());
    }

    /// Goes somewhere, once what is typed is taken. What is not taken stays, and so does the focus.
    pub fn go(&self, sheet: &mut Sheet, step: Step, extend: bool) {
        let now = sheet.now.get();
        let extend = extend && now.mode == Mode::Idle;
        if !self.take(sheet) {
            return;
        }
        if let Some(to) = now.extent.step(now.at.to, step) {
            sheet.go_to(if extend { Block { to, ..now.at } } else { Block::of(to) });
        }
    }

    /// Goes to a cell, or selects up to it.
    pub fn point(&self, sheet: &mut Sheet, to: Place, extend: bool) {
        self.drop_text(sheet);
        let from = if extend { sheet.now.get().at.from } else { to };
        sheet.go_to(Block { from, to });
    }

    /// Begins to amend the text of the cell.
    pub fn amend(&self, sheet: &mut Sheet) {
        let there = sheet.here().and_then(|(index, year)| result(self.scenario.inputs(index)?, year));
        if sheet.now.get().mode == Mode::Idle {
            sheet.set_text(&there.map(|actual| exact(actual.value)).unwrap_or_default());
        }
        sheet.set_mode(Mode::Amending);
    }

    /// Takes what is typed; whether there is nothing left to be taken.
    pub fn take(&self, sheet: &mut Sheet) -> bool {
        let mode = sheet.now.get().mode;
        let (Some(input), Some((index, year))) = (sheet.input(), sheet.here()) else { return true };
        let text = input.value();
        if mode == Mode::Idle || (mode == Mode::Typing && text.trim().is_empty()) {
            sheet.give_up();
            return true;
        }
        // Whoever amends a number has not said that it counts something else.
        let there = self.scenario.inputs(index).and_then(|inputs| result(inputs, year));
        let entry = (mode == Mode::Typing || there.is_none())
            .then(|| sheet.entry(index, self.scenario.inputs(index)));
        match cells::typed(self.ground(), (index, year), &text, entry) {
            Ok(actuals) => {
                sheet.give_up();
                (sheet.pasted, sheet.copied) = (None, None);
                self.record(Recording(vec![(index, actuals)]));
                true
            }
            Err(why) => {
                sheet.wrong = Some(why);
                false
            }
        }
    }

    /// Takes what is typed where the focus goes elsewhere; where it cannot be taken, that is listed.
    pub fn drop_text(&self, sheet: &mut Sheet) {
        let text = sheet.input().map(|input| input.value()).unwrap_or_default();
        if !self.take(sheet)
            && let Some(why) = sheet.wrong
        {
            let refused = Refused { row: 1, column: 1, at: sheet.here(), found: text, why };
            sheet.pasted = Some(Rc::new(Pasted { refused: vec![refused], ..Pasted::default() }));
            sheet.give_up();
        }
    }

    /// Puts a text from the clipboard onto the grid, from the first selected cell on. One cell fills all that is
    /// selected.
    pub fn paste(&self, sheet: &mut Sheet, text: &str) {
        let at = sheet.now.get().at;
        let mut block = cells::cut(text);
        if let [row] = block.as_mut_slice()
            && let [one] = row.as_slice()
        {
            let row = vec![one.clone(); at.columns().count()];
            block = vec![row; at.rows().count()];
        }
        let corner = Place { row: *at.rows().start(), column: *at.columns().start() };
        let onto = Onto {
            indicators: sheet.rows.get(corner.row..).unwrap_or_default(),
            years: sheet.years.get(corner.column..).unwrap_or_default(),
        };
        let entry = |index| sheet.entry(index, self.scenario.inputs(index));
        let pasted = cells::pasted(self.ground(), &block, onto, entry);
        let (height, width) = (block.len(), block.iter().map(Vec::len).max().unwrap_or(1));
        let to = Place { row: corner.row + height.max(1) - 1, column: corner.column + width.max(1) - 1 };
        sheet.give_up();
        // The focus stays; the block is selected, so that something can be said of all of it.
        sheet.go_to(Block { from: to, to: corner });
        sheet.copied = None;
        self.record(Recording(pasted.results.clone()));
        sheet.pasted = (!pasted.refused.is_empty()).then(|| Rc::new(pasted));
    }

    /// Does something to all results that are selected.
    pub fn revise(&self, sheet: &mut Sheet, cells: &[(usize, FiscalYear)], revision: &Revision) {
        sheet.copied = None;
        // The control that clears goes away with what it clears.
        sheet.to_field |= *revision == Revision::Clear;
        match Recording::revising(&self.plan, &self.scenario, cells, revision) {
            Ok(act) => self.record(act),
            Err((_, problem)) => sheet.wrong = Some(Refusal::NotAmongResults(problem)),
        }
    }

    /// Copies what is selected, with all digits.
    pub fn copy(&self, sheet: &Sheet) {
        let at = sheet.now.get().at;
        let value = |place| {
            let (index, year) = sheet.cell(place)?;
            let (indicator, inputs) = self.plan.indicators.get(index).zip(self.scenario.inputs(index))?;
            let base = base(indicator, inputs).filter(|base| base.year == year).map(|base| base.value);
            result(inputs, year).map(|actual| actual.value).or(base)
        };
        let cell = |place| value(place).map_or(Cell::Empty, Cell::Exact);
        let row = |row| at.columns().map(|column| cell(Place { row, column })).collect();
        let grid = Grid { rows: at.rows().map(row).collect() };
        let count = at.rows().count() * at.columns().count();
        let copying = clipboard::copy(&grid.tabbed(), Some(&grid.html()));
        let copied = sheet.on_copied.clone();
        let refused = self.dispatch.reform(|()| Action::Notify(Notice::NotCopied));
        spawn_local(async move {
            if copying.await {
                copied.emit(count);
            } else {
                refused.emit(());
            }
        });
    }
}
