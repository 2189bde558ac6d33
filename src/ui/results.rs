//! 実績: the screen on which results are entered, in a grid of indicators and years.

use yew::prelude::*;

use super::Dispatch;
use super::app::{Desk, words};
use super::notices::Notices;
use super::part::{Link, Live, live};
use super::results_page::{self, TITLE};
use super::results_panel;
use super::results_row::PROBLEM;
use super::results_sheet::{Mode, Sheet};
use super::shared::Shared;
use super::words::Words;
use crate::model::{Entry, Outlook, Scenario};
use crate::plan::{Day, FiscalYear, Plan};
use crate::platform::page;
use crate::state::{Action, Revision, Undoable};
use crate::view::{Place, Screen, Step};

/// The screen; `None` where another one fills the page.
pub fn results(desk: &Desk) -> Option<Html> {
    let state = desk.state();
    (state.view.screen == Screen::Results).then(|| {
        live(Results {
            words: words(&state.view),
            plan: Shared::new(&state.plan),
            scenario: Shared::new(&state.scenario),
            outlook: Shared::new(desk.outlook()),
            chosen: state.view.chosen,
            latest: state.today.and_then(Day::fiscal_year),
            undoable: state.history.next_undo(),
            redoable: state.history.next_redo(),
            last: desk.last_change(),
            notices: desk.notices(None, false, TITLE),
            drawn: desk.drawn().clone(),
            dispatch: desk.dispatch().clone(),
        })
    })
}

#[derive(PartialEq)]
pub struct Results {
    pub words: Words,
    pub plan: Shared<Plan>,
    pub scenario: Shared<Scenario>,
    pub outlook: Shared<Outlook>,
    pub chosen: usize,
    /// The year that has begun last, where it is known: no later one has a result.
    pub latest: Option<FiscalYear>,
    pub undoable: Option<Undoable>,
    pub redoable: Option<Undoable>,
    /// What was last changed.
    pub last: String,
    pub notices: Notices,
    /// Hears that the screen is there.
    pub drawn: Callback<()>,
    pub dispatch: Dispatch,
}

/// What the screen hears.
pub enum Message {
    /// To another cell; what is selected may grow with it.
    Go(Step, bool),
    /// To this cell; or what is selected is to end there.
    Point(Place, bool),
    /// A text is typed into the cell.
    Typed,
    /// The text of the cell is to be amended.
    Amend,
    /// What is typed is to be forgotten; else only one cell is to be selected; else the screen is to be left.
    GiveUp,
    /// The focus has left the cell.
    Left,
    /// What is selected is to be copied, and to go where it is cut.
    Copy {
        /// Whether it is cut.
        cut: bool,
    },
    /// So many cells are on the clipboard.
    Copied(usize),
    /// A text from the clipboard is to be put into the grid.
    Paste(String),
    /// Something is to become of what is selected.
    Revise(Revision),
    /// Something is to become of these.
    ReviseThese(Vec<(usize, FiscalYear)>, Revision),
    /// Numbers that are typed for an indicator count this from now on.
    Choose(usize, Entry),
    /// The focus is to go to what is said of what is selected.
    ToPanel,
    /// The focus is to go back to the cell.
    ToCell,
    /// What could not be pasted has been read.
    Read,
    /// Something was scrolled.
    Scrolled,
    /// Something that happens to the state.
    Act(Action),
}

impl Live for Results {
    type State = Sheet;
    type Message = Message;

    fn start(&self, link: &Link<Results>) -> Sheet {
        Sheet::new(self, link.on(|count| Some(Message::Copied(count))))
    }

    fn changed(&self, before: &Results, sheet: &mut Sheet) {
        if self.plan != before.plan {
            sheet.follow_plan(self);
        }
        sheet.follow(self);
    }

    fn update(&self, sheet: &mut Sheet, message: Message) -> bool {
        match message {
            Message::Go(step, extend) => self.go(sheet, step, extend),
            Message::Point(place, extend) => self.point(sheet, place, extend),
            Message::Typed => {
                if sheet.now.get().mode == Mode::Idle {
                    sheet.set_mode(Mode::Typing);
                }
                sheet.wrong = None;
            }
            Message::Amend => self.amend(sheet),
            Message::GiveUp => {
                let now = sheet.now.get();
                if !sheet.give_up() {
                    if now.at.is_one() {
                        self.dispatch.emit(Action::Leave);
                    }
                    sheet.collapse();
                }
            }
            Message::Left => self.drop_text(sheet),
            Message::Copy { cut } => {
                self.copy(sheet);
                if cut {
                    self.revise(sheet, &sheet.selected(), &Revision::Clear);
                }
            }
            Message::Copied(count) => sheet.copied = Some(count),
            Message::Paste(text) => self.paste(sheet, &text),
            Message::Revise(revision) => self.revise(sheet, &sheet.selected(), &revision),
            Message::ReviseThese(cells, revision) => self.revise(sheet, &cells, &revision),
            Message::Choose(index, entry) => sheet.choose(index, entry),
            Message::ToPanel => {
                if self.take(sheet) {
                    page::focus_soon(results_panel::FIRST);
                }
            }
            Message::ToCell => sheet.to_field = true,
            Message::Read => (sheet.pasted, sheet.to_field) = (None, true),
            Message::Scrolled => return sheet.scrolled(),
            Message::Act(action) => {
                sheet.copied = None;
                self.dispatch.emit(action);
            }
        }
        if let Some((index, _)) = sheet.here().filter(|(index, _)| *index != self.chosen) {
            self.dispatch.emit(Action::Choose(index));
        }
        true
    }

    fn view(&self, sheet: &Sheet, link: &Link<Results>) -> Html {
        results_page::page(self, sheet, link)
    }

    fn shown(&self, sheet: &mut Sheet, link: &Link<Results>, first: bool) {
        sheet.window.settle(sheet.rows.len(), link.on(|()| Some(Message::Scrolled)));
        if std::mem::take(&mut sheet.to_field) {
            sheet.focus();
        }
        if sheet.wrong.is_some() {
            page::bring_near(PROBLEM);
        }
        if first {
            self.drawn.emit(());
        }
    }
}
