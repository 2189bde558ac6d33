//! 計画の編集: what the plan says of an indicator, to be changed, and what was changed so far.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::Dispatch;
use super::el::{El, all, el};
use super::kit::{button, on_click, on_last_click, span};
use super::part::{Link, Live};
use super::plan_edit_add::{self, Draft};
use super::plan_edit_changes;
use super::plan_edit_fields::fields;
use super::shared::Shared;
use super::strip::full_name;
use super::words::Words;
use crate::model::Tally;
use crate::plan::{FiscalYear, Indicator};
use crate::platform::page;
use crate::state::{Action, AppState, Editing, Linking};

/// Where the focus goes when what had it is taken away.
pub const CHOICE: &str = "plan-indicator";
/// The first field, of an indicator that is edited or of one that is added.
pub const FIRST: &str = "#plan-indicator, #plan-new-name";

#[derive(PartialEq)]
pub struct PlanEdit {
    pub words: Words,
    pub state: Shared<AppState>,
    /// How the whole plan stands.
    pub all: Tally,
    pub dispatch: Dispatch,
}

/// What the dialog keeps.
#[derive(Default)]
pub struct Editor {
    /// The indicator that is being added.
    pub adding: Option<Draft>,
    /// The year of a baseline that is to be entered where there is none.
    pub base_year: Option<FiscalYear>,
    /// Why what was chosen last is not possible.
    pub wrong: Option<String>,
    /// Whether the browser has refused a file.
    pub refused: bool,
    /// Where the indicator is chosen.
    choice: NodeRef,
}

/// What the dialog hears.
pub enum Message {
    /// An indicator is to be added, or not after all.
    Adding(bool),
    /// The indicator that is being added is to be one.
    Add,
    /// The year of a baseline that is to be entered.
    BaseYear(FiscalYear),
    /// What was chosen is not possible, for this reason.
    Wrong(String),
    /// Something was done.
    Done,
    /// Whether the browser has refused a file.
    Refused(bool),
}

impl Live for PlanEdit {
    type State = Editor;
    type Message = Message;

    fn start(&self, _: &Link<PlanEdit>) -> Editor {
        Editor::default()
    }

    fn changed(&self, before: &PlanEdit, editor: &mut Editor) {
        if self.state.view.chosen != before.state.view.chosen {
            (editor.base_year, editor.wrong) = (None, None);
        }
    }

    fn update(&self, editor: &mut Editor, message: Message) -> bool {
        match message {
            Message::Adding(adding) => {
                editor.adding = adding.then(|| Draft::beside(self.indicator()));
                editor.wrong = None;
                page::focus_soon(FIRST);
            }
            Message::Add => plan_edit_add::add(self, editor),
            Message::BaseYear(year) => editor.base_year = Some(year),
            Message::Wrong(why) => editor.wrong = Some(why),
            Message::Done => editor.wrong = None,
            Message::Refused(refused) => editor.refused = refused,
        }
        true
    }

    fn view(&self, editor: &Editor, link: &Link<PlanEdit>) -> Html {
        let words = self.words;
        if !Rc::ptr_eq(&self.state.plan, &self.state.plan_today) {
            return self.not_today();
        }
        let body = match (&editor.adding, self.indicator()) {
            (Some(draft), _) => plan_edit_add::form(self, draft, link),
            (None, Some(indicator)) => el("div")
                .class("plan-edit")
                .child(self.choice(indicator, &editor.choice, link))
                .child(fields(self, editor, indicator, link))
                .child(self.acts(indicator)),
            (None, None) => el("div"),
        };
        let wrong = editor.wrong.clone().map(|why| el("p").class("problem").attr("role", "alert").text(why));
        all([
            el("p").text(words.plan_edit_lead()).into(),
            body.into(),
            wrong.map(Html::from).unwrap_or_default(),
            self.standing(),
            plan_edit_changes::changes(self, editor, link),
        ])
    }

    fn shown(&self, editor: &mut Editor, _: &Link<PlanEdit>, _: bool) {
        // Once a person has chosen, the attributes of the options no longer say which one is.
        if let Some(select) = editor.choice.cast::<HtmlSelectElement>() {
            select.set_value(&self.state.view.chosen.to_string());
        }
    }
}

impl PlanEdit {
    /// The indicator that is edited.
    pub fn indicator(&self) -> Option<&Indicator> {
        self.state.plan_today.indicators.get(self.state.view.chosen)
    }

    /// The same as it was published; `None` for one that the user added.
    pub fn published(&self, id: &str) -> Option<&Indicator> {
        let published = &self.state.published;
        published.indicators.get(published.position(id)?)
    }

    /// Changes the plan, or says why that cannot be.
    pub fn attempt(&self, act: Editing) -> Result<(), String> {
        attempt(self.words, &self.state, &self.dispatch, act)
    }

    /// Changes the plan on a click; the reason why it cannot be stands below the fields.
    pub fn on_act(&self, act: Editing, link: &Link<PlanEdit>) -> Callback<MouseEvent> {
        let (words, state, dispatch) = (self.words, self.state.clone(), self.dispatch.clone());
        link.on(move |_: MouseEvent| {
            Some(match attempt(words, &state, &dispatch, act.clone()) {
                Ok(()) => {
                    // What was pressed may be gone with it.
                    page::focus_soon(FIRST);
                    Message::Done
                }
                Err(why) => Message::Wrong(why),
            })
        })
    }

    /// Numbers of an earlier day are on screen, which nobody can change.
    fn not_today(&self) -> Html {
        let today = on_click(&self.dispatch, Linking::UseNumbersToday.into());
        let today = button("plan-today", self.words.numbers_today(), today).class("primary");
        all([
            el("p").text(self.words.plan_edit_not_today()).into(),
            el("div").class("buttons").child(today).into(),
        ])
    }

    /// Which indicator is edited, and the way to a new one.
    fn choice(&self, chosen: &Indicator, node: &NodeRef, link: &Link<PlanEdit>) -> El {
        let Self { words, state, dispatch, .. } = self;
        let words = *words;
        let plan = &state.plan_today;
        let option = |index: &usize| {
            let indicator = plan.indicators.get(*index)?;
            let mark = if indicator.is_edited() { words.plan_edit_mark() } else { "" };
            let option = el("option")
                .attr("value", index.to_string())
                .flag("selected", *index == state.view.chosen)
                .text([words.text(&indicator.name), mark].concat());
            Some(option.into())
        };
        let groups = plan.groups().into_iter().map(|(pillar, indicators)| {
            let options: Vec<Html> = indicators.iter().filter_map(option).collect();
            match pillar.and_then(|pillar| plan.pillars.get(pillar)) {
                Some(pillar) => {
                    el("optgroup").attr("label", full_name(words, pillar)).children(options).into()
                }
                None => all(options),
            }
        });
        let choose = dispatch.clone();
        let select = el("select")
            .attr("id", CHOICE)
            .attr("data-role", CHOICE)
            .node(node)
            .on_change(Callback::from(move |event: Event| {
                let select = event.target_dyn_into::<HtmlSelectElement>();
                if let Some(index) = select.and_then(|select| select.value().parse().ok()) {
                    choose.emit(Action::Choose(index));
                }
            }))
            .children(groups);
        let add =
            button("plan-add", words.plan_edit_add(), link.on(|_: MouseEvent| Some(Message::Adding(true))));
        let added = self.published(&chosen.id).is_none();
        el("div")
            .class("plan-choice")
            .child(el("label").attr("for", CHOICE).text(words.indicator()))
            .child(select)
            .child(add)
            .maybe(added.then(|| span("badge badge-inferred", words.plan_edit_added())))
    }

    /// What else can be done with the indicator.
    fn acts(&self, indicator: &Indicator) -> El {
        let Self { words, dispatch, state, .. } = self;
        let id = || indicator.id.clone();
        let published = self.published(&indicator.id);
        let changed = published.is_some_and(|of| of != indicator);
        let restore = on_last_click(dispatch, Editing::Restore(id()).into(), CHOICE.to_owned());
        let restore =
            changed.then(|| button("plan-restore", words.plan_edit_restore(), restore).class("plain"));
        let last = state.plan_today.indicators.len() == 1;
        let remove = on_last_click(dispatch, Editing::Remove(id()).into(), CHOICE.to_owned());
        let remove = button("plan-remove", words.plan_edit_remove(), remove)
            .class("plain")
            .maybe_attr("title", last.then(|| words.plan_edit_last()))
            .idle(last);
        el("div").class("buttons").maybe(restore).child(remove)
    }

    /// What was changed last, how the plan stands since, and the way back.
    fn standing(&self) -> Html {
        let Self { words, state, all: tally, dispatch } = self;
        let undoable = state.history.next_undo();
        let undo = words.with_change(words.undo(), undoable.as_ref());
        let undo = button("plan-undo", undo, on_click(dispatch, Action::Undo)).idle(undoable.is_none());
        el("div")
            .class("plan-standing")
            .child(
                el("p").attr("role", "status").attr("data-role", "plan-standing").text(words.tally(*tally)),
            )
            .child(undo)
            .into()
    }
}

/// Changes the plan, or says why that cannot be.
pub fn attempt(words: Words, state: &AppState, dispatch: &Dispatch, act: Editing) -> Result<(), String> {
    match act.outcome(state) {
        Ok(_) => {
            dispatch.emit(act.into());
            Ok(())
        }
        Err(why) => Err(words.unsound(&state.plan_today, &why)),
    }
}
