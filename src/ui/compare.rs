//! 比較: up to four scenarios side by side, overlaid on the chart and in one table.

use yew::prelude::*;

use super::Dispatch;
use super::app::{Desk, words};
use super::compare_add::{Adding, pasted};
use super::compare_large::Large;
use super::compare_table::{Column, Table};
use super::el::{El, el, text};
use super::kit::{button, icon, on_click};
use super::notices::Notices;
use super::part::{Link, Live, live, part};
use super::shared::Shared;
use super::words::Words;
use crate::chart::FIRST;
use crate::model::{Compared, Outlook, Preset, Rival, Scenario, Shelf};
use crate::plan::{Day, FiscalYear, Plan};
use crate::platform::page;
use crate::state::{Action, Comparing, Undoable};
use crate::view::Screen;

/// Where the focus is at first, and where it goes when a scenario is taken out.
pub const HEAD: &str = "compare-title";

/// The letters of the scenarios that stand beside the [first](FIRST).
const LETTERS: [&str; 3] = ["B", "C", "D"];

/// Scenarios side by side.
#[derive(PartialEq)]
pub struct Comparison {
    pub words: Words,
    pub plan: Shared<Plan>,
    pub scenario: Shared<Scenario>,
    pub outlook: Shared<Outlook>,
    pub compared: Vec<Compared>,
    pub shelf: Shared<Shelf>,
    pub chosen: usize,
    pub undoable: Option<Undoable>,
    pub redoable: Option<Undoable>,
    pub today: Option<FiscalYear>,
    pub dark: bool,
    pub notices: Notices,
    /// Hears that a chart has been drawn for the first time, or that there is none.
    pub drawn: Callback<()>,
    pub dispatch: Dispatch,
}

/// What a comparison keeps.
pub struct Beside {
    rivals: Vec<Rival>,
    /// Whether the table shows only what differs.
    only: bool,
    toggle: Callback<MouseEvent>,
    pub adding: Adding,
}

/// What a comparison hears.
pub enum Message {
    /// The table shows only what differs, or all again.
    Toggle,
    /// A text was typed or pasted.
    Typed(String),
    /// The links in it are to be added.
    Paste,
}

/// The comparison; `None` where another screen fills the page.
pub fn compare(desk: &Desk) -> Option<Html> {
    let state = desk.state();
    (state.view.screen == Screen::Comparison).then(|| {
        live(Comparison {
            words: words(&state.view),
            plan: Shared::new(&state.plan),
            scenario: Shared::new(&state.scenario),
            outlook: Shared::new(desk.outlook()),
            compared: state.view.compared.clone(),
            shelf: Shared::new(&state.shelf),
            chosen: state.view.chosen,
            undoable: state.history.next_undo(),
            redoable: state.history.next_redo(),
            today: state.today.and_then(Day::fiscal_year),
            dark: desk.dark(),
            notices: desk.notices(None, false, HEAD),
            drawn: desk.drawn().clone(),
            dispatch: desk.dispatch().clone(),
        })
    })
}

impl Live for Comparison {
    type State = Beside;
    type Message = Message;

    fn start(&self, link: &Link<Comparison>) -> Beside {
        let toggle = link.on(|_: MouseEvent| Some(Message::Toggle));
        let mut beside = Beside { rivals: Vec::new(), only: false, toggle, adding: Adding::new(link) };
        beside.follow(self);
        beside
    }

    fn changed(&self, before: &Comparison, beside: &mut Beside) {
        if self.plan != before.plan {
            beside.rivals.clear();
        }
        beside.follow(self);
    }

    fn update(&self, beside: &mut Beside, message: Message) -> bool {
        match message {
            Message::Toggle => beside.only = !beside.only,
            Message::Typed(text) => beside.adding.text = text,
            Message::Paste => {
                let room = self.room();
                let pasted = pasted(self.words, &self.plan, &beside.adding.text, room);
                if pasted.said.is_empty() {
                    beside.adding.text.clear();
                }
                beside.adding.said = pasted.said;
                pasted.found.into_iter().for_each(|of| self.dispatch.emit(Comparing::Add(of).into()));
            }
        }
        true
    }

    fn view(&self, beside: &Beside, _: &Link<Comparison>) -> Html {
        let Comparison { words, plan, chosen, dispatch, .. } = self;
        let words = *words;
        let columns = self.columns(beside);
        let table = Table {
            words,
            plan: plan.clone(),
            columns: columns.clone(),
            chosen: *chosen,
            only: beside.only,
            toggle: beside.toggle.clone(),
            dispatch: dispatch.clone(),
        };
        let large = Large {
            words,
            plan: plan.clone(),
            index: *chosen,
            columns: columns.iter().filter_map(|column| column.of(*chosen)).collect(),
            today: self.today,
            dark: self.dark,
            drawn: self.drawn.clone(),
            dispatch: dispatch.clone(),
        };
        el("div")
            .class("compare")
            .child(self.head(beside))
            .child(part(self.notices.clone()))
            .child(
                el("main")
                    .class("compare-main")
                    .attr("aria-labelledby", HEAD)
                    .child(part(table))
                    .child(part(large)),
            )
            .child(el("footer").class("standing").child(el("p").child(text(words.standing_of(&self.plan)))))
            .into()
    }

    fn shown(&self, _: &mut Beside, _: &Link<Comparison>, first: bool) {
        if !first {
            return;
        }
        page::focus(HEAD);
        if self.compared.is_empty() {
            self.dispatch.emit(Comparing::Open.into());
        }
        if self.outlook.indicator(self.chosen).is_none_or(|outlook| outlook.path.is_none()) {
            self.drawn.emit(());
        }
    }
}

impl Beside {
    /// Computes what has changed.
    fn follow(&mut self, comparison: &Comparison) {
        let Comparison { plan, scenario, compared, .. } = comparison;
        let current = scenario.clone().into_rc();
        let before = std::mem::take(&mut self.rivals);
        let rivals = compared.iter().map(|of| match before.iter().find(|rival| rival.of == *of) {
            Some(rival) => rival.updated(plan, &current),
            None => Rival::new(plan, of, &current),
        });
        self.rivals = rivals.collect();
    }
}

impl Comparison {
    /// How many more can be added.
    pub fn room(&self) -> usize {
        LETTERS.len().saturating_sub(self.compared.len())
    }

    fn head(&self, beside: &Beside) -> El {
        let Comparison { words, undoable, redoable, dispatch, .. } = self;
        let words = *words;
        let undo = words.with_change(words.undo(), undoable.as_ref());
        let redo = words.with_change(words.redo(), redoable.as_ref());
        el("header")
            .class("compare-head")
            .child(el("h1").attr("id", HEAD).attr("tabindex", "-1").text(words.compare_title()))
            .child(icon("undo", "↶", &undo, on_click(dispatch, Action::Undo)).idle(undoable.is_none()))
            .child(icon("redo", "↷", &redo, on_click(dispatch, Action::Redo)).idle(redoable.is_none()))
            .child(beside.adding.view(self))
            .child(button("leave-comparison", words.back_to_desk(), on_click(dispatch, Action::Leave)))
    }

    /// The scenarios with their letters, the current one first.
    fn columns(&self, beside: &Beside) -> Vec<Column> {
        let Comparison { words, scenario, outlook, .. } = self;
        let current = Column {
            letter: FIRST,
            name: words.scenario_title(scenario),
            note: words.compare_current(),
            scenario: scenario.clone(),
            outlook: outlook.clone(),
        };
        let rivals = beside.rivals.iter().zip(LETTERS).map(|(rival, letter)| Column {
            letter,
            name: match &rival.of {
                Compared::Preset(which) => words.preset(*which).to_owned(),
                Compared::Scenario(scenario) => words.scenario_title(scenario),
            },
            note: if matches!(rival.of, Compared::Preset(Preset::Required | Preset::Half | Preset::Past)) {
                words.compare_follows()
            } else {
                ""
            },
            scenario: Shared::new(&rival.scenario),
            outlook: Shared::new(&rival.outlook),
        });
        std::iter::once(current).chain(rivals).collect()
    }
}
