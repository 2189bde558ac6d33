//! The chosen indicator, large: chart or table, and the figures that matter.

use std::rc::Rc;

use yew::prelude::*;

use super::Dispatch;
use super::chart::ReadableChart;
use super::chart_data::year_rows;
use super::deferred::Deferred;
use super::el::el;
use super::figures::figures;
use super::kit::{button, loading, on_click};
use super::output::Output;
use super::part::{Part, live};
use super::shared::Shared;
use super::words::Words;
use crate::model::{Case, Companions, IndicatorOutlook, Inputs};
use crate::plan::{FiscalYear, Plan};
use crate::state::Action;

#[derive(PartialEq)]
pub struct ChartPanel {
    pub words: Words,
    pub plan: Shared<Plan>,
    pub index: usize,
    pub inputs: Shared<Inputs>,
    pub outlook: Shared<IndicatorOutlook>,
    pub table: bool,
    pub today: Option<FiscalYear>,
    pub dark: bool,
    /// What shows the table, once it is there.
    pub deferred: Option<&'static Deferred>,
    /// Hears that a chart has been drawn for the first time.
    pub drawn: Callback<()>,
    /// Hears what is to leave the page.
    pub output: Callback<Output>,
    pub dispatch: Dispatch,
}

impl Part for ChartPanel {
    fn view(&self) -> Html {
        let ChartPanel { words, plan, index, inputs, outlook, table, today, dark, dispatch, .. } = self;
        let (words, index, today) = (*words, *index, *today);
        let Some(indicator) = plan.indicators.get(index) else { return Html::default() };
        let rows = match Companions::new(&Case::new(plan, indicator, inputs)) {
            Some(companions) => Rc::new(year_rows(plan, indicator, outlook, &companions, today)),
            None => Rc::default(),
        };
        let show = |hook: &'static str, label: &'static str, table: bool| {
            button(hook, label, on_click(dispatch, Action::ShowTable(table))).pressed(table == self.table)
        };
        let content = if rows.is_empty() {
            el("p").class("empty").text(words.no_path()).into()
        } else if *table {
            match self.deferred {
                Some(deferred) => (deferred.chart_table)(words, indicator, outlook, &rows, &self.output),
                None => loading(words),
            }
        } else {
            let (plan, outlook, drawn) = (plan.clone(), outlook.clone(), self.drawn.clone());
            let (dark, own_type) = (*dark, false);
            live(ReadableChart {
                words,
                plan,
                index,
                outlook,
                rows,
                others: Rc::default(),
                dark,
                own_type,
                drawn,
            })
        };
        let segments = el("div")
            .class("segments")
            .attr("role", "group")
            .attr("aria-label", words.chart_or_table())
            .child(show("show-chart", words.chart(), false))
            .child(show("show-table", words.table(), true));
        let title = el("h2").attr("id", "chart-title").text(words.text(&indicator.name).to_owned());
        el("section")
            .class("chart-panel")
            .attr("id", "chart")
            .attr("tabindex", "-1")
            .attr("aria-labelledby", "chart-title")
            .child(el("div").class("panel-head").child(title).child(segments))
            .child(content)
            .child(figures(words, indicator, outlook))
            .into()
    }
}
