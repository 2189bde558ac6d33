//! A row of the grid of results: an indicator, and a cell for each year.

use yew::prelude::*;

use super::el::{El, el};
use super::kit::{span, word};
use super::part::Part;
use super::results_sheet::{Mode, base, result};
use super::shared::Shared;
use super::words::Words;
use crate::codec::cells::Refusal;
use crate::codec::figure::{exact, grouped};
use crate::model::{Actual, Entry, Inputs};
use crate::plan::{FiscalYear, Indicator, Plan};

/// Id of the message about what was typed.
pub const PROBLEM: &str = "results-problem";

#[derive(PartialEq)]
pub struct ResultsRow {
    pub words: Words,
    pub plan: Shared<Plan>,
    /// Its number, from 0.
    pub row: usize,
    /// Index of its indicator.
    pub index: usize,
    pub inputs: Shared<Inputs>,
    pub years: Shared<Vec<FiscalYear>>,
    /// What numbers count that are typed here.
    pub entry: Entry,
    /// The selected columns, first and last.
    pub selected: Option<(usize, usize)>,
    /// The cell that has the focus, where it is one of these.
    pub here: Option<Here>,
}

/// The cell that has the focus.
#[derive(PartialEq)]
pub struct Here {
    pub column: usize,
    pub mode: Mode,
    pub wrong: Option<Refusal>,
    pub field: NodeRef,
}

impl Part for ResultsRow {
    fn view(&self) -> Html {
        let ResultsRow { words, plan, row, inputs, .. } = self;
        let Some(indicator) = plan.indicators.get(self.index) else { return Html::default() };
        let count = inputs.measure(indicator).is_count();
        let typed = count.then(|| words.results_typed_as(words.entry(self.entry)));
        let name = el("div")
            .class("grid-name")
            .attr("role", "rowheader")
            .child(span("grid-title", words.text(&indicator.name).to_owned()))
            .child(span("grid-unit", words.text(&indicator.unit).to_owned()))
            .maybe(typed.map(|typed| span("badge", typed)));
        let cells = self.years.iter().enumerate();
        el("div")
            .class("grid-row")
            .attr("role", "row")
            .attr("aria-rowindex", (row + 2).to_string())
            .attr("data-row", row.to_string())
            .attr("data-results-of", indicator.id.clone())
            .child(name)
            .children(cells.map(|(column, year)| self.cell(indicator, column, *year).into()))
            .into()
    }
}

impl ResultsRow {
    fn cell(&self, indicator: &Indicator, column: usize, year: FiscalYear) -> El {
        let words = self.words;
        let said = Said::new(words, indicator, &self.inputs, year);
        let selected = self.selected.is_some_and(|(first, last)| (first..=last).contains(&column));
        let here = self.here.as_ref().filter(|here| here.column == column);
        let open = here.is_some_and(|here| here.mode != Mode::Idle);
        el("div")
            .class("grid-cell")
            .also("is-base", said.of_plan)
            .also("is-here", here.is_some())
            .also("is-open", open)
            .attr("role", "gridcell")
            .maybe_attr("aria-selected", selected.then_some("true"))
            .attr("data-column", column.to_string())
            .attr("data-year", year.to_string())
            .attr("data-value", said.exact.clone())
            .child(span("grid-value", said.value.clone()))
            .children(said.tags.iter().map(|tag| span("grid-tag", tag.clone())))
            .maybe(here.map(|here| self.field(indicator, year, &said, here)))
            .maybe(here.and_then(|here| here.wrong).map(|why| self.problem(indicator, why)))
    }

    fn field(&self, indicator: &Indicator, year: FiscalYear, said: &Said, here: &Here) -> El {
        let words = self.words;
        let name = words.text(&indicator.name);
        let label = [name, ", ", &words.year_long(year), ": ", &said.spoken(words, indicator)].concat();
        el("input")
            .node(&here.field)
            .attr("type", "text")
            .attr("inputmode", "decimal")
            .attr("autocomplete", "off")
            .attr("data-role", "result-field")
            .attr("aria-label", label)
            .attr("aria-invalid", word(here.wrong.is_some()))
            .maybe_attr("aria-describedby", here.wrong.map(|_| PROBLEM))
    }

    fn problem(&self, indicator: &Indicator, why: Refusal) -> El {
        let words = self.words;
        let first = words.year(self.plan.first.value);
        let why = words.refusal(why, self.inputs.measure(indicator), &first);
        let said = [&why, " ", words.results_kept()].concat();
        el("span").class("problem").attr("role", "alert").attr("id", PROBLEM).text(said)
    }
}

/// What a cell says.
#[derive(Default)]
struct Said {
    value: String,
    /// The value of a result with all digits; empty where there is none.
    exact: String,
    /// Whether it is the plan's baseline, or an assumed one, rather than a result.
    of_plan: bool,
    tags: Vec<String>,
}

impl Said {
    fn new(words: Words, indicator: &Indicator, inputs: &Inputs, year: FiscalYear) -> Said {
        let base = base(indicator, inputs).filter(|base| base.year == year);
        let figure = |value| grouped(value, indicator.decimals);
        match (result(inputs, year), base) {
            (Some(actual), base) => {
                let mut tags = tags(words, inputs.measure(indicator).is_count(), actual);
                tags.extend(
                    base.map(|base| words.results_of_plan(&words.base_figure(indicator, base.value))),
                );
                Said { value: figure(actual.value), exact: exact(actual.value), of_plan: false, tags }
            }
            (None, Some(base)) => {
                let assumed = indicator.base.is_none();
                let tag = if assumed { words.results_assumed() } else { words.base() };
                Said {
                    value: words.base_figure(indicator, base.value),
                    exact: String::new(),
                    of_plan: true,
                    tags: vec![tag.to_owned()],
                }
            }
            (None, None) => Said::default(),
        }
    }

    /// The same in words.
    fn spoken(&self, words: Words, indicator: &Indicator) -> String {
        if self.value.is_empty() {
            return words.results_none().to_owned();
        }
        let value = [&self.value, " ", words.text(&indicator.unit)].concat();
        std::iter::once(&value).chain(&self.tags).cloned().collect::<Vec<String>>().join(", ")
    }
}

/// What is to be known of a result beside its value.
fn tags(words: Words, count: bool, actual: &Actual) -> Vec<String> {
    let entry = count.then(|| words.entry(actual.entry));
    let broken = actual.series_break.then(|| words.tag_break());
    let tags = [entry, words.status_tag(actual.status), broken];
    tags.into_iter().flatten().map(str::to_owned).collect()
}
