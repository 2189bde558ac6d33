//! The screen on which results are entered: what stands where on it.

use yew::prelude::*;

use super::el::{El, all, el};
use super::kit::{button, icon, on_click, span};
use super::part::{Link, part};
use super::results::{Message, Results};
use super::results_keys::{clicked_twice, dragged, escapes, pointed, pressed};
use super::results_panel::panel;
use super::results_row::{Here, ResultsRow};
use super::results_sheet::{Mode, Sheet};
use super::shared::Shared;
use super::strip::full_name;
use crate::plan::{FiscalYear, Lang};
use crate::platform::{clipboard, page};
use crate::state::Action;
use crate::view::Dialog;

/// Where the focus goes when a notice is dismissed.
pub const TITLE: &str = "results-title";

/// The whole screen.
pub fn page(results: &Results, sheet: &Sheet, link: &Link<Results>) -> Html {
    let words = results.words;
    let escape = link.on(|event: KeyboardEvent| escapes(&event).then_some(Message::ToCell));
    let main = el("main")
        .class("grid-main")
        .attr("aria-labelledby", TITLE)
        .child(
            el("div")
                .class("grid-lead")
                .child(part(results.notices.clone()))
                .child(el("p").text(words.results_lead())),
        )
        .child(results.grid(sheet, link))
        .child(panel(results, sheet, link).on_keydown(escape));
    let copied = sheet.copied.map(|count| words.results_copied(&count.to_string()));
    let said = el("p")
        .class("last-change")
        .also("said", copied.is_some())
        .attr("role", "status")
        .text(copied.unwrap_or_else(|| results.last.clone()));
    let standing =
        el("footer").class("standing").child(el("p").text(words.standing_of(&results.plan))).child(said);
    all([results.top(), main.into(), standing.into()])
}

impl Results {
    /// Where one is, undo and redo, and the way out.
    fn top(&self) -> Html {
        let Results { words, plan, undoable, redoable, dispatch, .. } = self;
        let words = *words;
        let undo = words.with_change(words.undo(), undoable.as_ref());
        let redo = words.with_change(words.redo(), redoable.as_ref());
        let other = match words.lang {
            Lang::Ja => Lang::En,
            Lang::En => Lang::Ja,
        };
        let language =
            button("language", words.gather_language(), on_click(dispatch, Action::SetLang(other)))
                .class("plain")
                .attr("lang", other.tag());
        let brand = el("div")
            .class("brand")
            .child(el("h1").attr("id", TITLE).attr("tabindex", "-1").text(words.results_title()))
            .child(el("p").text(words.plan_name(plan)));
        let leave = dispatch.clone();
        let escape = Callback::from(move |event: KeyboardEvent| {
            if escapes(&event) {
                leave.emit(Action::Leave);
            }
        });
        el("header")
            .class("top")
            .on_keydown(escape)
            .child(button("leave", words.back_to_desk(), on_click(dispatch, Action::Leave)))
            .child(brand)
            .child(icon("undo", "↶", &undo, on_click(dispatch, Action::Undo)).idle(undoable.is_none()))
            .child(icon("redo", "↷", &redo, on_click(dispatch, Action::Redo)).idle(redoable.is_none()))
            .child(button("import", words.import_open(), on_click(dispatch, Action::Open(Dialog::Import))))
            .child(language)
            .into()
    }

    fn grid(&self, sheet: &Sheet, link: &Link<Results>) -> El {
        let words = self.words;
        let now = || sheet.now.clone();
        let (key, press, drag) = (now(), now(), now());
        let paste = {
            let now = now();
            link.on(move |event: Event| {
                let text = clipboard::pasted(&event)?;
                // A word that is pasted into a text is the text's.
                if now.get().mode != Mode::Idle && !text.trim().contains(['\t', '\n', '\r']) {
                    return None;
                }
                event.prevent_default();
                Some(Message::Paste(text))
            })
        };
        let years = self.years_row(sheet);
        let grid = el("div")
            .class("grid")
            .node(&sheet.window.block)
            .attr("role", "grid")
            .attr("data-role", "results-grid")
            .attr("aria-label", words.results_grid())
            .attr("aria-multiselectable", "true")
            .attr("aria-rowcount", (sheet.rows.len() + 1).to_string())
            .on_keydown(link.on(move |event: KeyboardEvent| pressed(&event, &key)))
            .on_input(link.on(|_: InputEvent| Some(Message::Typed)))
            .on_focusout(link.on(|_: FocusEvent| page::has_keyboard().then_some(Message::Left)))
            .on_mousedown(link.on(move |event: MouseEvent| pointed(&event, &press)))
            .on_dblclick(link.on(|event: MouseEvent| clicked_twice(&event)))
            .on_pointermove(link.on(move |event: PointerEvent| dragged(&event, &drag)))
            .on_paste(paste)
            .child(years)
            .child(el("div").node(&sheet.window.above))
            .child(self.rows(sheet))
            .child(el("div").node(&sheet.window.below));
        // Firefox would stop at whatever scrolls; here a cell always has the focus.
        el("div").class("grid-scroll").attr("tabindex", "-1").child(grid)
    }

    fn years_row(&self, sheet: &Sheet) -> El {
        let words = self.words;
        let head = |year: &FiscalYear| {
            let running = self.latest == Some(*year);
            el("div")
                .class("grid-cell")
                .attr("role", "columnheader")
                .text(words.year_long(*year))
                .maybe(running.then(|| span("grid-tag", words.results_running())))
                .into()
        };
        el("div")
            .class("grid-row grid-years")
            .attr("role", "row")
            .attr("aria-rowindex", "1")
            .child(el("div").class("grid-name").attr("role", "columnheader").text(words.ranking_indicator()))
            .children(sheet.years.iter().map(head))
    }

    /// The rows in the page, pillar by pillar. The one with the focus is always there, so that the focus is not lost.
    fn rows(&self, sheet: &Sheet) -> El {
        let range = sheet.window.range(sheet.rows.len());
        let here = sheet.now.get().at.to.row;
        let before = Some(here).filter(|row| *row < range.start);
        let after = Some(here).filter(|row| *row >= range.end);
        let shown: Vec<usize> = before.into_iter().chain(range.clone()).chain(after).collect();
        let pillar = |row: &usize| {
            let index = sheet.rows.get(*row)?;
            self.plan.indicators.get(*index)?.pillar
        };
        let groups = shown.chunk_by(|one, next| pillar(one) == pillar(next)).map(|rows| {
            // In a plan without pillars all are one group without a name.
            let pillar = rows.first().and_then(pillar).and_then(|pillar| self.plan.pillars.get(pillar));
            let name = pillar.map(|pillar| full_name(self.words, pillar));
            let apart = rows.iter().all(|row| !range.contains(row));
            let rows = rows.iter().filter_map(|row| {
                let apart = !range.contains(row);
                Some(el("div").key(*row).also("hidden", apart).child(self.row(sheet, *row)?).into())
            });
            // Among keyed rows one without a key would have them all made anew whenever the window moves.
            let heading = name.as_ref().filter(|_| !apart).map(|name| {
                el("div").key("name").class("grid-pillar").child(el("span").text(name.clone())).into()
            });
            let key = pillar.map_or("", |pillar| pillar.id.as_str()).to_owned();
            let group = el("div").key(key).attr("role", "rowgroup").maybe_attr("aria-label", name);
            group.children(heading.into_iter().chain(rows)).into()
        });
        el("div").node(&sheet.window.entries).children(groups)
    }

    fn row(&self, sheet: &Sheet, row: usize) -> Option<Html> {
        let index = *sheet.rows.get(row)?;
        let inputs = self.scenario.inputs(index)?;
        let now = sheet.now.get();
        let here = (now.at.to.row == row).then(|| Here {
            column: now.at.to.column,
            mode: now.mode,
            wrong: sheet.wrong,
            field: sheet.field.clone(),
        });
        let selected = now.at.rows().contains(&row) && !now.at.is_one();
        Some(part(ResultsRow {
            words: self.words,
            plan: self.plan.clone(),
            row,
            index,
            inputs: Shared::new(inputs),
            years: Shared::new(&sheet.years),
            entry: sheet.entry(index, Some(inputs)),
            selected: selected.then(|| (*now.at.columns().start(), *now.at.columns().end())),
            here,
        }))
    }
}
