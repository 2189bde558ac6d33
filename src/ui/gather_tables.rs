//! How many scenarios meet each pillar, and how each indicator is spread.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::Dispatch;
use super::el::{El, el};
use super::gather_figures::{Scale, boxes, rate_figure, split_bar, tally_cells};
use super::gather_grid::grid;
use super::kit::{button, on_click, span};
use super::part::Part;
use super::shared::Shared;
use super::strip::full_name;
use super::words::Words;
use crate::model::{GatherOrder, Gathered, GatheredIndicator, GrowthSpread, OutcomeSpread, Spread, Tally};
use crate::plan::{Indicator, Plan};
use crate::platform::{clipboard, page};
use crate::state::Action;

#[derive(PartialEq)]
pub struct Pillars {
    pub words: Words,
    pub plan: Shared<Plan>,
    pub gathered: Shared<Gathered>,
}

impl Part for Pillars {
    fn view(&self) -> Html {
        let Pillars { words, plan, gathered } = self;
        let words = *words;
        let row = |hook: String, name: String, tally: Tally| -> Html {
            el("tr")
                .attr("data-gathered-pillar", hook)
                .child(el("th").attr("scope", "row").text(name))
                .children(tally_cells(words, tally))
                .child(el("td").class("bar").child(split_bar(tally)))
                .into()
        };
        let rows = plan
            .pillars
            .iter()
            .zip(&gathered.pillars)
            .map(|(pillar, tally)| row(pillar.id.clone(), full_name(words, pillar), *tally));
        let all = row("all".to_owned(), words.all_indicators().to_owned(), gathered.all);
        let head = |text: &'static str| el("th").attr("scope", "col").text(text);
        let (title, first) = match plan.pillars.as_slice() {
            [] => (words.all_indicators(), words.indicators()),
            _ => (words.gather_pillars(), words.gather_pillar()),
        };
        let heads = el("tr")
            .child(head(first))
            .child(head(words.met()))
            .child(head(words.short()))
            .child(head(words.unknown()))
            .child(head(words.gather_share()));
        let table = el("table")
            .attr("aria-labelledby", "gather-pillars")
            .child(el("thead").child(heads))
            .child(el("tbody").children(rows).child(all));
        el("section")
            .class("panel gather-pillars")
            .attr("aria-labelledby", "gather-pillars")
            .child(el("h2").attr("id", "gather-pillars").text(title))
            .child(table)
            .into()
    }
}

#[derive(PartialEq)]
pub struct Indicators {
    pub words: Words,
    pub plan: Shared<Plan>,
    pub gathered: Shared<Gathered>,
    pub chosen: usize,
    pub order: GatherOrder,
    /// Hears that they are to stand in another order.
    pub ordered: Callback<GatherOrder>,
    /// Whether the results were copied, where that was asked for.
    pub copied: Option<bool>,
    /// Hears whether they were.
    pub done: Callback<bool>,
    pub dispatch: Dispatch,
}

impl Part for Indicators {
    fn view(&self) -> Html {
        let Indicators { words, plan, gathered, order, .. } = self;
        let words = *words;
        let rows = order.of(plan, gathered).into_iter().filter_map(|index| self.row(index));
        let head = |text: &str| el("th").attr("scope", "col").text(text.to_owned());
        let heads = el("tr")
            .child(head(words.indicator()))
            .child(head(words.gather_changed()))
            .child(head(words.gather_growth()))
            .child(head(words.projected()))
            .child(head(words.target()))
            .child(head(words.met()))
            .child(head(words.short()))
            .child(head(words.unknown()));
        let table = el("table")
            .attr("aria-labelledby", "gather-indicators")
            .child(el("thead").child(heads))
            .child(el("tbody").children(rows));
        let scroll = el("div")
            .class("scroll")
            .attr("tabindex", "0")
            .attr("role", "region")
            .attr("aria-label", words.gather_table_scroll())
            .child(table);
        let bar = el("div")
            .class("panel-head")
            .child(el("h2").attr("id", "gather-indicators").text(words.gather_indicators()))
            .child(self.orders())
            .child(self.copy())
            .child(button(
                "gather-print",
                words.gather_print(),
                Callback::from(|_: MouseEvent| page::print()),
            ));
        let said = match self.copied {
            None => "",
            Some(true) => words.gather_copied(),
            Some(false) => words.gather_copy_refused(),
        };
        el("section")
            .class("panel gather-indicators")
            .attr("aria-labelledby", "gather-indicators")
            .child(bar)
            .child(el("p").class("copied").attr("role", "status").text(said))
            .child(el("p").class("hint").text(words.gather_how()))
            .child(scroll)
            .into()
    }
}

impl Indicators {
    fn orders(&self) -> El {
        let words = self.words;
        let order = |order: GatherOrder| {
            let (hook, label, hint) = match order {
                GatherOrder::Plan => ("order-plan", words.gather_by_plan(), None),
                GatherOrder::Width => {
                    ("order-width", words.gather_by_width(), Some(words.gather_by_width_hint()))
                }
                GatherOrder::Split => {
                    ("order-split", words.gather_by_split(), Some(words.gather_by_split_hint()))
                }
            };
            let chosen = self.ordered.reform(move |_: MouseEvent| order);
            button(hook, label, chosen).pressed(order == self.order).maybe_attr("title", hint).into()
        };
        el("div")
            .class("segments")
            .attr("role", "group")
            .attr("aria-label", words.gather_order())
            .children(GatherOrder::ALL.map(order))
    }

    fn copy(&self) -> El {
        let Indicators { words, plan, gathered, order, done, .. } = self;
        let (words, plan, gathered, order, done) =
            (*words, plan.clone(), gathered.clone(), *order, done.clone());
        let copy = Callback::from(move |_: MouseEvent| {
            let grid = grid(words, &plan, &gathered, order);
            let (copying, done) = (clipboard::copy(&grid.tabbed(), Some(&grid.html())), done.clone());
            spawn_local(async move { done.emit(copying.await) });
        });
        button("gather-copy", words.gather_copy(), copy)
    }

    fn row(&self, index: usize) -> Option<Html> {
        let Indicators { words, plan, gathered, chosen, dispatch, .. } = self;
        let words = *words;
        let (indicator, of) = (plan.indicators.get(index)?, gathered.indicators.get(index)?);
        let mark = plan.pillar_of(indicator).map_or("", |pillar| words.text(&pillar.mark));
        let chosen = index == *chosen;
        let choose = on_click(dispatch, Action::Choose(index));
        let name = button("choose-gathered", [mark, " ", words.text(&indicator.name)].concat(), choose)
            .class("row-name")
            .pressed(chosen);
        let name = el("th").attr("scope", "row").child(name);
        let target = words.target_figure(indicator);
        let year = words.year(indicator.target.year.value);
        let target = el("td").text(target).child(el("small").text(year));
        let changed = of.changed.to_string();
        Some(
            el("tr")
                .also("is-chosen", chosen)
                .attr("data-gathered", indicator.id.clone())
                .child(name)
                .child(el("td").attr("data-changed", changed.clone()).text(changed))
                .child(el("td").class("spread").children(growth(words, indicator, of)))
                .child(el("td").class("spread").children(outcomes(words, indicator, of)))
                .child(target)
                .children(tally_cells(words, of.verdicts))
                .into(),
        )
    }
}

/// The assumed growth in each mode, and in each half where these differ.
fn growth(words: Words, indicator: &Indicator, of: &GatheredIndicator) -> Vec<Html> {
    let several = of.growth.len() > 1;
    let line = |of: &GrowthSpread, half: Option<&'static str>, spread: &Spread, scale: Scale| {
        let unit = words.rate_unit(indicator, of.mode);
        let count = several.then(|| words.gather_of_mode(&spread.count.to_string()));
        let label = [half.map(str::to_owned), count].into_iter().flatten().collect::<Vec<_>>().join(" ");
        spread_line("growth", label, spread, scale, None, &unit, &rate_figure)
    };
    let lines = of.growth.iter().flat_map(|of| {
        let scale = Scale::of([&of.early, &of.late].into_iter(), &[0.0]);
        if of.uniform == of.early.count {
            vec![line(of, None, &of.early, scale)]
        } else {
            vec![
                line(of, Some(words.gather_half_early()), &of.early, scale),
                line(of, Some(words.gather_half_late()), &of.late, scale),
            ]
        }
    });
    lines.collect()
}

/// The outcomes by each measure.
fn outcomes(words: Words, indicator: &Indicator, of: &GatheredIndicator) -> Vec<Html> {
    if of.outcomes.is_empty() {
        return vec![span("hint", words.gather_no_outcome())];
    }
    let target = indicator.target.value.value;
    let several = of.outcomes.len() > 1;
    let line = |of: &OutcomeSpread| {
        let scale = Scale::of(std::iter::once(&of.spread), &[target]);
        let unit = words.unit(indicator, of.measure);
        let label = several
            .then(|| words.gather_of_measure(words.measure_word(of.measure), &of.spread.count.to_string()));
        let figure = |value: f64| words.gathered_outcome(indicator, value);
        spread_line("outcome", label.unwrap_or_default(), &of.spread, scale, Some(target), &unit, &figure)
    };
    of.outcomes.iter().map(line).collect()
}

/// A spread as drawing and figures, with the unrounded ones for other programs.
fn spread_line(
    role: &'static str,
    label: String,
    spread: &Spread,
    scale: Scale,
    target: Option<f64>,
    unit: &str,
    figure: &dyn Fn(f64) -> String,
) -> Html {
    let exact = spread.five().map(|value| value.to_string()).join(" ");
    let label = (!label.is_empty()).then(|| el("small").class("spread-label").text(label));
    let middle =
        el("span").child(el("b").text(figure(spread.median))).child(el("small").text(unit.to_owned()));
    let five = spread.five().map(figure);
    let [min, lower, _, upper, max] = five;
    // Where all say the same the median says it.
    let around = (spread.min < spread.max).then(|| format!("{min} [{lower} – {upper}] {max}"));
    let around = around.map(|around| el("small").class("around").text(around));
    el("div")
        .class("spread-line")
        .attr("data-spread", role)
        .attr("data-value", exact)
        .child(boxes(spread, scale, target, target.is_none()))
        .child(el("div").maybe(label).child(middle).maybe(around))
        .into()
}
