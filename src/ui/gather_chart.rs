//! The paths of all scenarios for the chosen indicator, as a chart or as a table.

use yew::prelude::*;

use super::Dispatch;
use super::el::{El, el};
use super::gather_canvas::CrowdView;
use super::kit::{button, on_click};
use super::part::{Part, live};
use super::shared::Shared;
use super::words::Words;
use crate::chart::{ChartVerdict, CrowdChart, Label, Line, LineKind, Mark, PathChart, TargetLine};
use crate::codec::figure::grouped;
use crate::model::{Crowd, Spread, Verdict, judge};
use crate::plan::{FiscalYear, Indicator, Measure, Plan};
use crate::state::Action;

#[derive(PartialEq)]
pub struct CrowdPanel {
    pub words: Words,
    pub plan: Shared<Plan>,
    pub index: usize,
    pub crowd: Shared<Crowd>,
    pub table: bool,
    pub dark: bool,
    pub dispatch: Dispatch,
}

impl Part for CrowdPanel {
    fn view(&self) -> Html {
        let CrowdPanel { words, plan, index, crowd, table, dispatch, .. } = self;
        let words = *words;
        let Some(indicator) = plan.indicators.get(*index) else { return Html::default() };
        let show = |hook: &'static str, label: &'static str, table: bool| {
            button(hook, label, on_click(dispatch, Action::ShowTable(table))).pressed(table == self.table)
        };
        let segments = el("div")
            .class("segments")
            .attr("role", "group")
            .attr("aria-label", words.gather_chart_or_table())
            .child(show("show-chart", words.chart(), false))
            .child(show("show-table", words.table(), true));
        let content = match (crowd.years.is_empty(), table) {
            (true, _) => el("p").class("empty").text(words.no_path()).into(),
            (false, true) => years(words, indicator, crowd),
            (false, false) => live(CrowdView {
                words,
                plan: plan.clone(),
                index: *index,
                crowd: crowd.clone(),
                dark: self.dark,
            }),
        };
        let others = (crowd.others > 0)
            .then(|| words.gather_others(&crowd.others.to_string(), words.measure_word(crowd.measure)));
        let without = (crowd.without > 0 && !crowd.years.is_empty())
            .then(|| words.gather_without(&crowd.without.to_string()));
        let hint = (!table && !crowd.years.is_empty()).then(|| words.gather_paths_hint().to_owned());
        let said = [hint, others, without];
        let said = said.into_iter().flatten().map(|text| el("p").class("hint").text(text).into());
        let title = el("h2").attr("id", "crowd-title").text(words.text(&indicator.name).to_owned());
        el("section")
            .class("panel gather-crowd")
            .also("is-dark", self.dark)
            .attr("aria-labelledby", "crowd-title")
            .child(el("div").class("panel-head").child(title).child(segments))
            .child(content)
            .children(said)
            .into()
    }
}

/// How the outcomes are spread.
pub fn at_target(indicator: &Indicator, crowd: &Crowd) -> Option<Spread> {
    let at = crowd.years.iter().position(|year| *year == indicator.target.year.value)?;
    crowd.spreads.get(at).copied().flatten()
}

/// A value of a year; in the target year never rounded to the target's own number where it misses the target.
pub fn figure_in(words: Words, indicator: &Indicator, year: FiscalYear, value: f64) -> String {
    if year == indicator.target.year.value {
        words.gathered_outcome(indicator, value)
    } else {
        grouped(value, indicator.decimals)
    }
}

/// What the chart shows. Every label is written here.
pub fn chart(
    words: Words,
    plan: &Plan,
    indicator: &Indicator,
    crowd: &Crowd,
    cursor: Option<usize>,
) -> CrowdChart {
    let target = indicator.target.point();
    let index_of = |year| crowd.years.iter().position(|of| *of == year);
    let judged = index_of(target.year).unwrap_or(crowd.years.len().saturating_sub(1));
    let medians: Vec<Option<f64>> =
        crowd.spreads.iter().map(|spread| Some(spread.as_ref()?.median)).collect();
    let outcome = at_target(indicator, crowd).map(|spread| spread.median);
    let median = Line {
        kind: LineKind::Projected,
        values: medians,
        label: Label {
            name: words.gather_median().to_owned(),
            value: outcome.map(|value| words.gathered_outcome(indicator, value)).unwrap_or_default(),
        },
    };
    let counted = matches!(crowd.measure, Measure::Cumulative | Measure::Flow);
    let frame = PathChart {
        years: crowd.years.iter().map(|year| words.year(*year)).collect(),
        lines: vec![median],
        target: Some(TargetLine {
            index: judged,
            value: target.value,
            label: Label {
                name: words.target().to_owned(),
                value: grouped(target.value, indicator.decimals),
            },
            reference: words.reference().to_owned(),
        }),
        review: index_of(plan.review.value)
            .filter(|index| *index != judged)
            .map(|index| Mark { index, label: words.year(plan.review.value) }),
        verdict: match outcome.map(|value| judge(value, target.value, indicator.direction)) {
            Some(Verdict::Met) => ChartVerdict::Met,
            Some(Verdict::Short) => ChartVerdict::Short,
            Some(Verdict::Unknown) | None => ChartVerdict::Unknown,
        },
        cursor,
        from_zero: counted,
        ceiling: Some(crowd.measure.upper_bound()).filter(|bound| bound.is_finite()),
        least_step: if indicator.decimals == 0 { 1.0 } else { 0.1 },
        ..PathChart::default()
    };
    CrowdChart {
        frame,
        crowd: crowd.paths.iter().map(|path| path.values.clone()).collect(),
        middle: crowd.spreads.iter().map(|spread| spread.map(|of| (of.lower, of.upper))).collect(),
    }
}

/// The table behind the chart.
fn years(words: Words, indicator: &Indicator, crowd: &Crowd) -> Html {
    let head = |text: &'static str| el("th").attr("scope", "col").text(text);
    let heads = [
        words.col_year(),
        words.gather_number(),
        words.gather_min(),
        words.gather_lower(),
        words.gather_median(),
        words.gather_upper(),
        words.gather_max(),
    ];
    let rows = crowd.years.iter().zip(&crowd.spreads).filter_map(|(year, spread)| {
        let spread = (*spread)?;
        let is_target = *year == indicator.target.year.value;
        let figure = |value: f64| figure_in(words, indicator, *year, value);
        let cell = |text: String| -> Html { el("td").text(text).into() };
        let name = el("th").attr("scope", "row").text(words.year_long(*year));
        let figures = spread.five().map(|value| cell(figure(value)));
        let row = el("tr").also("is-target", is_target).child(name);
        Some(row.child(cell(spread.count.to_string())).children(figures).into())
    });
    let caption = format!("{} ({})", words.text(&indicator.name), words.unit(indicator, crowd.measure));
    let head: El = el("tr").children(heads.map(|text| head(text).into()));
    let table = el("table")
        .class("crowd-years")
        .child(el("caption").text(caption))
        .child(el("thead").child(head))
        .child(el("tbody").children(rows));
    el("div")
        .class("table-box")
        .attr("role", "region")
        .attr("aria-label", format!("{}: {}", words.table(), words.text(&indicator.name)))
        .attr("tabindex", "0")
        .child(table)
        .into()
}
