//! The chosen indicator of a comparison, large: all paths in one chart, the growth on screen, and what sets them apart.

use std::rc::Rc;

use yew::prelude::*;

use super::Dispatch;
use super::chart::ReadableChart;
use super::chart_data::{YearRow, year_rows};
use super::compare_table::{Cell, sample};
use super::el::{El, el};
use super::growth::{GrowthControl, growth_control};
use super::kit::span;
use super::part::{Part, live};
use super::shared::Shared;
use super::words::Words;
use crate::chart::{Label, Line, LineKind};
use crate::codec::figure::signed;
use crate::model::{Case, Companions, Half};
use crate::plan::{FiscalYear, Indicator, Plan};

#[derive(PartialEq)]
pub struct Large {
    pub words: Words,
    pub plan: Shared<Plan>,
    pub index: usize,
    /// The scenarios, the current one first.
    pub columns: Vec<Cell>,
    pub today: Option<FiscalYear>,
    pub dark: bool,
    pub drawn: Callback<()>,
    pub dispatch: Dispatch,
}

impl Part for Large {
    fn view(&self) -> Html {
        let Large { words, plan, index, columns, dark, drawn, .. } = self;
        let words = *words;
        let Some((indicator, (first, rest))) = plan.indicators.get(*index).zip(columns.split_first()) else {
            return Html::default();
        };
        let rows = self.rows(indicator, first);
        let chart = if rows.is_empty() {
            el("p").class("empty").text(words.no_path()).into()
        } else {
            let lines = rest
                .iter()
                .enumerate()
                .filter_map(|(place, cell)| line(words, indicator, first, cell, place, &rows));
            live(ReadableChart {
                words,
                plan: plan.clone(),
                index: *index,
                outlook: first.outlook.clone(),
                others: Rc::new(lines.collect()),
                rows: Rc::new(rows),
                dark: *dark,
                own_type: false,
                drawn: drawn.clone(),
            })
        };
        let unit = words.unit(indicator, first.outlook.measure);
        let title = [words.text(&indicator.name), " (", &unit, ")"].concat();
        el("section")
            .class("compare-large")
            .attr("aria-labelledby", "compare-large-title")
            .child(el("h2").attr("id", "compare-large-title").text(title))
            .child(chart)
            .child(self.controls(first))
            .child(self.why(indicator, first, rest))
            .into()
    }
}

impl Large {
    /// The years, without what a chart of one scenario shows beside it.
    fn rows(&self, indicator: &Indicator, first: &Cell) -> Vec<YearRow> {
        let case = Case::new(&self.plan, indicator, &first.inputs);
        let Some(companions) = Companions::new(&case) else { return Vec::new() };
        let rows = year_rows(&self.plan, indicator, &first.outlook, &companions, self.today);
        rows.into_iter().map(|row| YearRow { required: None, hold: None, ..row }).collect()
    }

    /// What is assumed on screen, to be moved here too.
    fn controls(&self, first: &Cell) -> El {
        let growth = first.outlook.growth;
        let control = |half: Option<Half>| {
            growth_control(&GrowthControl {
                words: self.words,
                plan: &self.plan,
                index: self.index,
                half,
                rate: if half == Some(Half::Late) { growth.late } else { growth.early },
                locked: first.inputs.locked,
                outlook: &first.outlook,
                dispatch: &self.dispatch,
            })
        };
        let halves: &[Option<Half>] =
            if growth.is_uniform() { &[None] } else { &[Some(Half::Early), Some(Half::Late)] };
        el("div")
            .class("compare-growth")
            .child(span("compare-letter", crate::chart::FIRST))
            .child(el("div").children(halves.iter().map(|half| control(*half))))
    }

    /// What every scenario assumes of the indicator, and in what it differs from the first.
    fn why(&self, indicator: &Indicator, first: &Cell, rest: &[Cell]) -> El {
        let words = self.words;
        let all = std::iter::once(first).chain(rest).enumerate().map(|(at, cell)| {
            let parts = cell.apart(first);
            let outcomes = cell.outlook.outcome.zip(first.outlook.outcome);
            let same_unit = cell.outlook.measure == first.outlook.measure;
            let gap = outcomes.filter(|_| at > 0 && same_unit).map(|(there, here)| {
                words.compare_gap(&signed(there.value - here.value, indicator.decimals))
            });
            let parts = (!parts.is_empty()).then(|| {
                let names: Vec<&str> = parts.iter().map(|part| words.input_part(*part)).collect();
                span("differs", words.compare_differs(&names.join(words.between())))
            });
            let apart = (!same_unit).then(|| el("span").class("hint").text(words.compare_other_measure()));
            el("li")
                .child(sample(at))
                .child(span("compare-letter", cell.letter))
                .child(el("b").text(cell.name.clone()))
                .child(span("compare-said", words.said_of(indicator, &cell.inputs)))
                .maybe(gap.map(|gap| span("compare-gap", gap)))
                .maybe(parts)
                .maybe(apart)
                .into()
        });
        el("div").class("compare-why").child(el("h3").text(words.compare_why())).child(el("ul").children(all))
    }
}

/// The path of another scenario over the same years, up to the year judged. A path that counts otherwise has other
/// values on the same axis, and is left out.
fn line(
    words: Words,
    indicator: &Indicator,
    first: &Cell,
    cell: &Cell,
    place: usize,
    rows: &[YearRow],
) -> Option<Line> {
    let path = cell.outlook.path.as_ref().filter(|_| cell.outlook.measure == first.outlook.measure)?;
    let measure = cell.outlook.measure;
    let judged = indicator.target.year.value;
    let years = rows.iter().map(|row| row.year);
    let values =
        years.map(|year| path.at(year).filter(|_| year <= judged).map(|point| point.outcome(measure)));
    let value = cell.outlook.outcome.map(|outcome| words.outcome(indicator, &cell.outlook, outcome.value));
    let label = Label { name: cell.letter.to_owned(), value: value.unwrap_or_default() };
    Some(Line { kind: LineKind::Compared(place), values: values.collect(), label })
}
