//! シナリオ: those that are kept by name.

use std::rc::Rc;

use yew::prelude::*;

use super::Dispatch;
use super::el::{El, all, el};
use super::field::{Commit, Field, text_commit};
use super::import::FIELD;
use super::kept_notices::in_dialog;
use super::kit::{button, on_click, on_last_click, span};
use super::part::{Link, Live, live};
use super::shared::Shared;
use super::words::Words;
use crate::codec::scenario_file;
use crate::model::{Compared, MAX_NAME, MOST_COMPARED, Outlook, Scenario, Shelf, Tally};
use crate::plan::{Day, Plan};
use crate::platform::page;
use crate::report::file_name;
use crate::state::{Action, Comparing, Keeping, Notice};
use crate::view::Screen;

/// Where the focus goes when a row is taken away.
pub const LIST: &str = "kept-list";

#[derive(PartialEq)]
pub struct Kept {
    pub words: Words,
    pub plan: Shared<Plan>,
    pub scenario: Shared<Scenario>,
    /// How the whole plan stands under it.
    pub all: Tally,
    pub shelf: Shared<Shelf>,
    pub compared: Vec<Compared>,
    pub notices: Vec<Notice>,
    pub today: Option<Day>,
    pub dispatch: Dispatch,
}

/// What the dialog keeps.
pub struct Tallies {
    /// How the whole plan stands under each of the kept scenarios.
    known: Vec<(Rc<Scenario>, Tally)>,
    /// Whether the browser has refused a file.
    refused: bool,
}

impl Live for Kept {
    type State = Tallies;
    /// Whether the browser has refused a file.
    type Message = bool;

    fn start(&self, _: &Link<Kept>) -> Tallies {
        let mut tallies = Tallies { known: Vec::new(), refused: false };
        tallies.follow(self);
        tallies
    }

    fn changed(&self, _: &Kept, tallies: &mut Tallies) {
        tallies.follow(self);
    }

    fn update(&self, tallies: &mut Tallies, refused: bool) -> bool {
        std::mem::replace(&mut tallies.refused, refused) != refused
    }

    fn view(&self, tallies: &Tallies, link: &Link<Kept>) -> Html {
        let words = self.words;
        let rows = tallies.known.iter().enumerate();
        let rows = rows.map(|(at, (kept, tally))| self.row(at, kept, *tally, link));
        let list = if tallies.known.is_empty() {
            el("p").class("empty").text(words.kept_none())
        } else {
            el("ul").class("kept").children(rows)
        };
        let refused = el("p").class("copied").attr("role", "status").text(if tallies.refused {
            words.export_refused()
        } else {
            ""
        });
        let heading = format!("{} ({})", words.kept_list(), tallies.known.len());
        let mut files = el("div").class("buttons");
        if !tallies.known.is_empty() {
            let scenarios: Vec<_> = tallies.known.iter().map(|(kept, _)| Rc::clone(kept)).collect();
            let export = self.export(link, words.file_stem_all(), "", scenarios);
            files = files.child(button("export-all", words.export_all(), export));
        }
        if !self.compared.is_empty() {
            let dispatch = self.dispatch.clone();
            let open = Callback::from(move |_: MouseEvent| {
                dispatch.emit(Action::Leave);
                dispatch.emit(Action::Show(Screen::Comparison));
            });
            let label = words.compare_open(&self.compared.len().to_string());
            files = files.child(button("open-comparison", label, open));
        }
        let choose = Callback::from(|_: MouseEvent| page::press(FIELD));
        all([
            in_dialog(words, &self.notices, &self.dispatch),
            self.present(link).into(),
            el("h3").attr("id", LIST).attr("tabindex", "-1").text(heading).into(),
            list.into(),
            files.child(button("choose-file", words.choose_file(), choose)).into(),
            refused.into(),
            el("p").class("hint").text(words.kept_here()).into(),
        ])
    }
}

impl Tallies {
    /// Computes what is not known yet.
    fn follow(&mut self, kept: &Kept) {
        let before = std::mem::take(&mut self.known);
        let all = kept.shelf.all().iter().map(|scenario| {
            let known = before.iter().find(|(known, _)| Rc::ptr_eq(known, scenario));
            let tally = known.map_or_else(|| Outlook::new(&kept.plan, scenario).all(), |(_, tally)| *tally);
            (Rc::clone(scenario), tally)
        });
        self.known = all.collect();
    }
}

impl Kept {
    /// The scenario on screen, and whether it is kept.
    fn present(&self, link: &Link<Kept>) -> El {
        let Kept { words, scenario, all, shelf, dispatch, .. } = self;
        let words = *words;
        let named = Field {
            class: "kept-name",
            placeholder: words.scenario_unnamed().into(),
            most: MAX_NAME,
            ..Field::new(
                "kept-present",
                words.scenario_name(),
                scenario.name.clone(),
                text_commit(dispatch, Action::SetName),
            )
        };
        let there = shelf.get(scenario.name.trim());
        let same = there.is_some_and(|there| there.assumes_the_same(scenario));
        let (said, over) = match there {
            _ if same => (words.state_kept().to_owned(), false),
            Some(there) => (words.state_changed(&there.name), true),
            None => (words.state_unkept().to_owned(), false),
        };
        let act = |act: Keeping| on_click(dispatch, act.into());
        let keep = if over { words.keep_over() } else { words.keep() };
        let keep = button("keep", keep, act(Keeping::Keep)).class("primary").idle(same);
        let anew = over.then(|| button("keep-anew", words.keep_anew(), act(Keeping::KeepAnew)));
        let one = vec![scenario.clone().into_rc()];
        let export = self.export(link, words.file_stem(), &scenario.name, one);
        el("section")
            .class("kept-present")
            .attr("aria-label", words.kept_present())
            .child(live(named))
            .child(facts(words, scenario, *all))
            .child(el("p").class("kept-state").attr("role", "status").text(said))
            .child(el("div").class("buttons").child(keep).maybe(anew).child(button(
                "export-scenario",
                words.export_scenario(),
                export,
            )))
    }

    fn row(&self, at: usize, kept: &Rc<Scenario>, tally: Tally, link: &Link<Kept>) -> Html {
        let Kept { words, scenario, compared, dispatch, .. } = self;
        let words = *words;
        let name = kept.name.clone();
        let act = |hook: &'static str, label: &'static str, heard: Callback<MouseEvent>| {
            button(hook, label, heard).attr("aria-label", words.act_on(label, &name))
        };
        let on = |act: Keeping| on_click(dispatch, act.into());
        let open = {
            let (dispatch, name) = (dispatch.clone(), name.clone());
            Callback::from(move |_: MouseEvent| {
                dispatch.emit(Action::from(Keeping::Open(name.clone())));
                dispatch.emit(Action::Leave);
            })
        };
        let is_it = |of: &Compared| matches!(of, Compared::Scenario(of) if of.says_the_same(kept));
        let beside = compared.iter().position(is_it);
        let (label, next) = match beside {
            Some(at) => (words.compare_remove(), Comparing::Remove(at)),
            None => (words.compare_add(), Comparing::Add(Compared::Scenario(Rc::clone(kept)))),
        };
        let full = beside.is_none() && compared.len() >= MOST_COMPARED;
        let compare = act("compare-kept", label, on_click(dispatch, next.into()))
            .maybe_attr("title", full.then(|| words.compare_full()))
            .idle(full);
        let delete = on_last_click(dispatch, Action::from(Keeping::Delete(name.clone())), LIST.to_owned());
        let export = self.export(link, words.file_stem(), &name, vec![Rc::clone(kept)]);
        let present = kept.assumes_the_same(scenario).then(|| span("badge", words.on_screen()));
        let field = Field {
            class: "kept-name",
            most: MAX_NAME,
            ..Field::new(format!("kept-name-{at}"), words.rename(&name), name.clone(), self.renaming(&name))
        };
        el("li")
            .attr("data-kept", name.clone())
            .child(live(field))
            .child(facts(words, kept, tally).maybe(present))
            .child(
                el("div")
                    .class("buttons")
                    .child(act("open-kept", words.open_kept(), open))
                    .child(compare)
                    .child(act("duplicate-kept", words.duplicate(), on(Keeping::Duplicate(name.clone()))))
                    .child(act("export-kept", words.export_kept(), export))
                    .child(act("delete-kept", words.delete(), delete)),
            )
            .into()
    }

    /// Takes a new name, unless there is none or another scenario has it.
    fn renaming(&self, name: &str) -> Commit {
        let (words, shelf, dispatch) = (self.words, self.shelf.clone(), self.dispatch.clone());
        let name = name.to_owned();
        Callback::from(move |text: String| {
            let to = text.trim().to_owned();
            if to == name {
                return Ok(());
            }
            if to.is_empty() {
                return Err(words.name_missing().to_owned());
            }
            if shelf.get(&to).is_some() {
                return Err(words.name_taken(&to));
            }
            dispatch.emit(Action::from(Keeping::Rename { name: name.clone(), to }));
            Ok(())
        })
    }

    /// Hands scenarios out as a file.
    fn export(
        &self,
        link: &Link<Kept>,
        kind: &'static str,
        name: &str,
        scenarios: Vec<Rc<Scenario>>,
    ) -> Callback<MouseEvent> {
        let plan = self.plan.clone();
        let name = file_name(&[kind, name, &self.today.map(Day::digits).unwrap_or_default()], "json");
        link.on(move |_: MouseEvent| {
            let text = scenario_file::write(&plan, scenarios.iter().map(|of| &**of));
            Some(page::download(&name, &text).is_err())
        })
    }
}

/// When it was last changed, and how the whole plan stands under it.
fn facts(words: Words, scenario: &Scenario, tally: Tally) -> El {
    let date = scenario.date.map(|date| span("hint", words.made_on(&words.day(date))));
    el("p").class("kept-facts").child(el("b").text(words.tally(tally))).maybe(date)
}
