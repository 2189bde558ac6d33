//! The list of indicators: filters, search, bulk moves, and the rows in their groups.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Dispatch;
use super::deferred::Deferred;
use super::el::{El, el};
use super::kit::{button, on_click, planned, span};
use super::part::{Link, Live, part};
use super::row::Row;
use super::shared::Shared;
use super::strip::{full_name, pillar_name};
use super::window::Window;
use super::words::Words;
use crate::model::{Outlook, Preset, Rate, Scenario};
use crate::plan::{FiscalYear, Foundation, Plan};
use crate::state::{Action, Scope};
use crate::view::{Filter, Screen};

/// The list, of which a long one is in the page in part.
#[derive(PartialEq)]
pub struct List {
    pub words: Words,
    pub plan: Shared<Plan>,
    pub scenario: Shared<Scenario>,
    pub outlook: Shared<Outlook>,
    /// Indices of the indicators that are listed.
    pub listed: Rc<Vec<usize>>,
    pub filter: Filter,
    pub search: String,
    pub chosen: usize,
    pub settings: Option<usize>,
    pub base_year: Option<FiscalYear>,
    pub deferred: Option<&'static Deferred>,
    pub dispatch: Dispatch,
}

/// Something was scrolled, or the list may have a part in the page that is out of sight.
pub struct Scrolled;

impl Live for List {
    type State = Window;
    type Message = Scrolled;

    fn start(&self, _: &Link<List>) -> Window {
        Window::new()
    }

    fn update(&self, window: &mut Window, _: Scrolled) -> bool {
        window.follow(self.listed.len())
    }

    fn view(&self, window: &Window, _: &Link<List>) -> Html {
        let List { words, plan, listed, filter, .. } = self;
        let words = *words;
        let shown = listed.get(window.range(listed.len())).unwrap_or_default();
        let block = el("div")
            .class("rows")
            .node(&window.block)
            .child(el("div").node(&window.above))
            .child(rows(self, window, shown))
            .child(el("div").node(&window.below));
        let foundation = plan.foundation.as_ref().filter(|_| *filter == Filter::All);
        el("section")
            .attr("id", "list")
            .class("list")
            .attr("aria-label", words.indicators())
            .attr("tabindex", "-1")
            .child(el("h2").class("hidden").text(words.indicators()))
            .child(tools(self))
            // Pillars are headings between that of the list and those of the rows.
            .maybe(plan.pillars.is_empty().then(|| el("h3").class("hidden").text(words.show_all())))
            .maybe(listed.is_empty().then(|| el("p").class("empty").text(words.nothing_found())))
            .child(block)
            .maybe(foundation.map(|foundation| ground(words, foundation)))
            .into()
    }

    fn shown(&self, window: &mut Window, link: &Link<List>, _: bool) {
        window.settle(self.listed.len(), link.on(|()| Some(Scrolled)));
    }
}

/// What is above the rows: filters, search, bulk moves.
fn tools(props: &List) -> El {
    let List { words, plan, filter, search, dispatch, .. } = props;
    let words = *words;
    let filter_button = |hook: &'static str, label: &'static str, of: Filter| {
        button(hook, label, on_click(dispatch, Action::Filter(of))).pressed(*filter == of)
    };
    let priority = plan.priority.is_some();
    let pillar = match filter {
        Filter::Pillar(pillar) => plan.pillars.get(*pillar),
        Filter::All | Filter::Priority => None,
    };
    let segments = el("div")
        .class("segments")
        .attr("role", "group")
        .attr("aria-label", words.indicators())
        .child(filter_button("show-all", words.show_all(), Filter::All))
        .maybe(priority.then(|| filter_button("show-priority", words.show_priority(), Filter::Priority)))
        .maybe(pillar.map(|pillar| span("segment-current", full_name(words, pillar))));
    el("div")
        .class("list-tools")
        .child(segments)
        .child(search_field(words, search, dispatch))
        .child(bulk_tools(props))
        .child(
            button("results", words.results_button(), on_click(dispatch, Action::Show(Screen::Results)))
                .attr("id", "results"),
        )
}

/// What stands under all pillars and has no indicators.
fn ground(words: Words, foundation: &Foundation) -> El {
    let name = format!("{} {}", words.text(&foundation.mark), words.text(&foundation.name));
    let summary = words.text(&foundation.summary);
    el("aside").class("ground").child(el("h3").text(name)).child(el("p").text(summary.to_owned()))
}

fn rows(props: &List, window: &Window, shown: &[usize]) -> El {
    let List { words, plan, scenario, outlook, chosen, settings, dispatch, .. } = props;
    let mut pillar_before = None;
    let mut aim_before = None;
    let rows = shown.iter().filter_map(|index| {
        let indicator = plan.indicators.get(*index)?;
        let inputs = Shared::new(scenario.inputs(*index)?);
        let outlook = Shared::new(outlook.indicator(*index)?);
        let pillar = (pillar_before != Some(indicator.pillar)).then(|| plan.pillar_of(indicator)).flatten();
        pillar_before = Some(indicator.pillar);
        let aim = indicator.aim.as_ref().filter(|aim| pillar.is_some() || aim_before != Some(*aim));
        aim_before = indicator.aim.as_ref();
        let open = *settings == Some(*index);
        let row = Row {
            words: *words,
            plan: plan.clone(),
            index: *index,
            inputs,
            outlook,
            chosen: chosen == index,
            open,
            deferred: props.deferred.filter(|_| open),
            base_year: props.base_year,
            dispatch: dispatch.clone(),
        };
        let entry = el("div")
            .class("entry")
            .key(indicator.id.clone())
            .maybe(pillar.map(|pillar| el("h3").child(pillar_name(*words, pillar))))
            .maybe(aim.map(|aim| el("p").class("aim").text("○ ").child(planned(*words, aim))))
            .child(part(row));
        Some(entry.into())
    });
    // A windowed list renumbers its entries as it scrolls; keys keep the focus where it is.
    el("div").class("entries").key("entries").node(&window.entries).children(rows)
}

fn search_field(words: Words, search: &str, dispatch: &Dispatch) -> El {
    let oninput = dispatch.reform(|event: InputEvent| {
        let text = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value());
        Action::Search(text.unwrap_or_default())
    });
    el("input")
        .attr("type", "search")
        .class("search")
        .attr("aria-label", words.search())
        .attr("placeholder", words.search())
        .value(search.into())
        .on_input(oninput)
}

/// Moves that act on the pillar on screen, or on everything.
fn bulk_tools(props: &List) -> El {
    let List { words, plan, outlook, filter, dispatch, .. } = props;
    let (words, scope) = (*words, Scope::from(*filter));
    let name = words.scope(plan, scope);
    let shift = |hook: &'static str, label: &'static str, step: i64| {
        let hint = words.shift_hint(&name, step > 0);
        let onclick = on_click(dispatch, Action::Shift(scope, Rate::from_hundredths(step)));
        button(hook, label, onclick).class("shift").attr("aria-label", hint.clone()).attr("title", hint)
    };
    let step = Rate::ONE.hundredths();
    let required = (scope != Scope::All).then(|| {
        let onclick = on_click(dispatch, Action::Preset(scope, Preset::Required));
        button("scope-required", words.scope_required(&name), onclick)
    });
    let any_past = outlook.indicators().iter().any(|of| of.past_pace.is_some());
    let past = any_past.then(|| {
        let onclick = on_click(dispatch, Action::Preset(scope, Preset::Past));
        button("preset-past", words.scope_past(&name), onclick).attr("title", words.past_hint())
    });
    let label = words.shift_of(&name);
    el("div")
        .class("bulk")
        .attr("role", "group")
        .attr("aria-label", label.clone())
        .child(el("span").attr("aria-hidden", "true").text(label))
        .child(shift("shift-down", words.shift_down(), -step))
        .child(shift("shift-up", words.shift_up(), step))
        .maybe(required)
        .maybe(past)
}
