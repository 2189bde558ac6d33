//! The table behind the chart.

use yew::prelude::*;

use super::chart_data::YearRow;
use super::el::{El, all, el};
use super::kit::button;
use super::output::Output;
use super::words::Words;
use crate::codec::figure::grouped;
use crate::model::IndicatorOutlook;
use crate::plan::{Indicator, Measure};

/// One row for each year, and the target below; then a way to take it along.
pub fn chart_table(
    words: Words,
    indicator: &Indicator,
    outlook: &IndicatorOutlook,
    rows: &[YearRow],
    output: &Callback<Output>,
) -> Html {
    let cumulative = outlook.measure == Measure::Cumulative;
    let caption = format!("{} ({})", words.text(&indicator.name), words.unit(indicator, outlook.measure));
    let table = el("table")
        .class("years")
        .child(el("caption").text(caption))
        .child(el("thead").child(columns(words, cumulative)))
        .child(el("tbody").children(rows.iter().map(|row| year(words, indicator, outlook, row))))
        .child(el("tfoot").child(target(words, indicator, cumulative)));
    let copy = output.reform(|_: MouseEvent| Output::Table);
    let copy = el("p").class("table-tools").child(button("copy-table", words.copy_table(), copy));
    let table = el("div")
        .class("table-box")
        .attr("role", "region")
        .attr("aria-label", format!("{}: {}", words.table(), words.text(&indicator.name)))
        .attr("tabindex", "0")
        .child(table);
    all([table.into(), copy.into()])
}

fn columns(words: Words, cumulative: bool) -> El {
    let column = |name: &'static str| el("th").attr("scope", "col").text(name);
    el("tr")
        .child(column(words.col_year()))
        .child(column(words.col_kind()))
        .maybe(cumulative.then(|| column(words.col_yearly())))
        .child(column(if cumulative { words.col_total() } else { words.col_value() }))
        .child(column(words.required()))
        .child(column(words.hold()))
}

fn year(words: Words, indicator: &Indicator, outlook: &IndicatorOutlook, row: &YearRow) -> Html {
    let figure = |value: f64| grouped(value, indicator.decimals);
    let optional = |value: Option<f64>| value.map_or_else(|| words.no_value().to_owned(), figure);
    let cumulative = outlook.measure == Measure::Cumulative;
    let is_target = row.year == indicator.target.year.value;
    let outcome =
        if is_target { words.outcome(indicator, outlook, row.outcome) } else { figure(row.outcome) };
    el("tr")
        .also("is-target", is_target)
        .child(row_name(words.year_long(row.year)))
        .child(el("td").text(words.row_kind(row.kind)))
        .maybe(cumulative.then(|| el("td").text(figure(row.yearly))))
        .child(el("td").child(el("b").text(outcome)))
        .child(el("td").text(optional(row.required)))
        .child(el("td").text(optional(row.hold)))
        .into()
}

fn target(words: Words, indicator: &Indicator, cumulative: bool) -> El {
    let year = words.year_long(indicator.target.year.value);
    let value = words.target_figure(indicator);
    el("tr")
        .child(row_name(format!("{} {year}", words.target())))
        .child(el("td"))
        .maybe(cumulative.then(|| el("td")))
        .child(el("td").child(el("b").text(value)))
        .child(el("td"))
        .child(el("td"))
}

fn row_name(name: String) -> El {
    el("th").attr("scope", "row").text(name)
}
