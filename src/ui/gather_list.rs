//! The scenarios that were found, each to be opened.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use super::Dispatch;
use super::el::el;
use super::kit::button;
use super::part::Part;
use super::shared::Shared;
use super::words::Words;
use crate::codec::gather::{Entry, Told};
use crate::plan::Plan;
use crate::state::{Action, settle};

/// How many scenarios are listed at first, and how many more at a time.
pub const PAGE: usize = 30;

#[derive(PartialEq)]
pub struct Scenarios {
    pub words: Words,
    pub plan: Shared<Plan>,
    pub entries: Shared<Vec<Entry>>,
    /// How many are listed.
    pub most: usize,
    /// Lists more.
    pub more: Callback<MouseEvent>,
    /// What finds the element that has the focus next, once the screen is left.
    pub next: Rc<Cell<&'static str>>,
    pub dispatch: Dispatch,
}

impl Part for Scenarios {
    fn view(&self) -> Html {
        let words = self.words;
        let told = || self.entries.iter().filter_map(|entry| Some((entry, entry.told()?)));
        let all = told().count();
        if all == 0 {
            return Html::default();
        }
        let rows = told().take(self.most).map(|(entry, told)| self.row(entry, told));
        let head = |text: &'static str| el("th").attr("scope", "col").text(text);
        let heads = el("tr")
            .child(head(words.gather_name()))
            .child(head(words.gather_wording()))
            .child(head(words.gather_date()))
            .child(head(words.gather_changes()))
            .child(head(words.gather_times()))
            .child(el("th").attr("scope", "col").child(super::kit::span("hidden", words.gather_open())));
        let table = el("table")
            .attr("aria-labelledby", "gather-list")
            .child(el("thead").child(heads))
            .child(el("tbody").children(rows));
        let left = all.saturating_sub(self.most).min(PAGE);
        let more = (left > 0)
            .then(|| button("more-scenarios", words.gather_more(&left.to_string()), self.more.clone()));
        el("section")
            .class("panel gather-list")
            .attr("aria-labelledby", "gather-list")
            .child(el("h2").attr("id", "gather-list").text(words.gather_list()))
            .child(
                el("div")
                    .class("scroll")
                    .attr("tabindex", "0")
                    .attr("role", "group")
                    .attr("aria-label", words.gather_list())
                    .child(table),
            )
            .maybe(more)
            .into()
    }
}

impl Scenarios {
    fn row(&self, entry: &Entry, told: &Told) -> Html {
        let Scenarios { words, plan, next, dispatch, .. } = self;
        let words = *words;
        let scenario = &told.reading.link.scenario;
        let name = if scenario.name.is_empty() { words.link_unnamed() } else { &scenario.name };
        let open = {
            let (dispatch, plan, reading) = (dispatch.clone(), plan.clone(), Rc::clone(&told.reading));
            let next = Rc::clone(next);
            Callback::from(move |_: MouseEvent| {
                next.set("#list");
                dispatch.emit(Action::Leave);
                for action in settle(&plan, &reading) {
                    dispatch.emit(action);
                }
            })
        };
        let open = button("open-scenario", words.gather_open(), open)
            .attr("aria-label", words.gather_open_named(name));
        let date = scenario.date.map_or_else(|| words.no_value().to_owned(), |date| words.day(date));
        let differs = told.other_numbers.then(|| el("small").text(words.gather_numbers_differ()));
        let cell = |text: String| el("td").text(text);
        el("tr")
            .attr("data-role", "gathered-scenario")
            .child(el("th").attr("scope", "row").text(name.to_owned()).maybe(differs))
            .child(cell(entry.opening.clone()).class("wording"))
            .child(cell(date))
            .child(cell(told.changes.to_string()))
            .child(cell(entry.lines.len().to_string()))
            .child(el("td").child(open))
            .into()
    }
}
