//! The printed page of charts: one small chart for each indicator, as vectors, so that paper shows them sharp.

use yew::prelude::*;

use super::chart_data::path_chart;
use super::easel::{FONTS, tick};
use super::el::{El, el, text};
use super::kit::span;
use super::output::{legend, rows_of};
use super::strip::verdict_sign;
use super::words::Words;
use crate::chart::picture::draw_legend;
use crate::chart::vector::{Anchor, Shape, shapes};
use crate::chart::{self, ChartStyle, Density, Entry, Palette, PathChart, Rgb, Sample};
use crate::codec::figure::grouped;
use crate::model::{IndicatorOutlook, Outlook};
use crate::plan::Indicator;
use crate::state::AppState;

/// Size of one chart in CSS pixels, about what a third of the paper's width gives it.
const CHART: (f64, f64) = (222.0, 76.0);
/// Size of the legend.
const LEGEND: (f64, f64) = (700.0, 30.0);
/// Type in both.
const TYPE: f64 = 8.5;

/// Every indicator with its chart, its outcome and its target.
pub fn charts(words: Words, state: &AppState, outlook: &Outlook) -> El {
    let shown: Vec<(usize, PathChart)> = outlook
        .indicators()
        .iter()
        .enumerate()
        .filter_map(|(index, of)| {
            let indicator = state.plan.indicators.get(index)?;
            let rows = rows_of(state, index, of)?;
            let mut chart = path_chart(words, &state.plan, indicator, of, &rows, None);
            // There is no room for words above so small a plot; the legend and the years say the same.
            chart.review.iter_mut().for_each(|review| review.label.clear());
            chart.target.iter_mut().for_each(|target| target.reference.clear());
            Some((index, chart))
        })
        .collect();
    let mut entries = legend(words, shown.iter().map(|(_, chart)| chart));
    let review = words.year(state.plan.review.value);
    entries.push(Entry { sample: Sample::Review, name: format!("{review} {}", words.review_mark()) });
    let explained =
        shapes(LEGEND, |root, density| draw_legend(root, &entries, &Palette::LIGHT, &style(density)));
    let figures = outlook.indicators().iter().enumerate().filter_map(|(index, of)| {
        let indicator = state.plan.indicators.get(index)?;
        let chart = shown.iter().find(|(at, _)| *at == index).map(|(_, chart)| chart);
        Some(figure(words, state, indicator, of, chart))
    });
    let title = format!("{} — {}", words.charts_title(), words.scenario_title(&state.scenario));
    let source = format!("{}: {}", words.source(), words.text(&state.plan.source));
    el("section")
        .class("paper-charts")
        .child(el("h2").text(title))
        .child(svg(&explained, LEGEND, "paper-chart-legend"))
        .child(el("div").class("paper-grid").children(figures))
        .child(
            el("p")
                .class("paper-legend")
                .child(el("b").text(words.standing_of(&state.plan)))
                .text(" ")
                .text(source),
        )
}

fn style(density: Density) -> ChartStyle<'static> {
    ChartStyle { density, font_px: TYPE, font_family: FONTS, labels: false }
}

fn figure(
    words: Words,
    state: &AppState,
    indicator: &Indicator,
    outlook: &IndicatorOutlook,
    chart: Option<&PathChart>,
) -> Html {
    let mark = state.plan.pillar_of(indicator).map(|pillar| words.text(&pillar.mark).to_owned());
    let unit = words.unit(indicator, outlook.measure);
    let name = el("figcaption")
        .child(el("b").text(mark.unwrap_or_default()))
        .text([" ", words.text(&indicator.name), " "].concat())
        .child(span("paper-unit", unit));
    let drawn = match chart {
        Some(chart) => {
            let shapes = shapes(CHART, |root, density| {
                chart::draw(root, chart, &Palette::LIGHT, &style(density), &tick(indicator.decimals))
            });
            svg(&shapes, CHART, "paper-chart")
        }
        None => el("p").class("paper-empty").text(words.no_path()).into(),
    };
    let target = words.target_is(&words.target_figure(indicator));
    let outcome = outlook.outcome.map(|outcome| words.outcome(indicator, outlook, outcome.value));
    let outcome = outcome.map(|outcome| el("b").text(words.projected_is(&outcome)).into());
    let said = el("p")
        .class("paper-outcome")
        .children(outcome.into_iter().flat_map(|outcome: Html| [outcome, text(" / ")]))
        .text([&target, " "].concat())
        .child(verdict_sign(outlook.verdict))
        .text(words.verdict(outlook.verdict));
    el("figure").child(name).child(drawn).child(said).into()
}

/// Shapes as an image of vectors, unheard: the figures stand beside it.
fn svg(shapes: &[Shape], (width, height): (f64, f64), class: &'static str) -> Html {
    el("svg")
        .class(class)
        .attr("viewBox", format!("0 0 {width} {height}"))
        .attr("aria-hidden", "true")
        .children(shapes.iter().map(element))
        .into()
}

fn element(shape: &Shape) -> Html {
    let points = |points: &[(f64, f64)]| {
        let all: Vec<String> = points.iter().map(|(x, y)| [number(*x), number(*y)].join(",")).collect();
        all.join(" ")
    };
    match shape {
        Shape::Rect { at, size, colour } => el("rect")
            .attr("x", number(at.0))
            .attr("y", number(at.1))
            .attr("width", number(size.0))
            .attr("height", number(size.1))
            .attr("fill", hex(*colour)),
        Shape::Path { points: through, width, colour } => el("polyline")
            .attr("points", points(through))
            .attr("fill", "none")
            .attr("stroke", hex(*colour))
            .attr("stroke-width", number(*width))
            .attr("stroke-linejoin", "round"),
        Shape::Polygon { points: corners, colour } => {
            el("polygon").attr("points", points(corners)).attr("fill", hex(*colour))
        }
        Shape::Disc { centre, radius, colour } => el("circle")
            .attr("cx", number(centre.0))
            .attr("cy", number(centre.1))
            .attr("r", number(*radius))
            .attr("fill", hex(*colour)),
        Shape::Text { text, at, anchor, size, bold, colour } => el("text")
            .attr("x", number(at.0))
            .attr("y", number(at.1))
            .attr("font-size", number(*size))
            .maybe_attr("font-weight", bold.then_some("bold"))
            .attr(
                "text-anchor",
                match anchor {
                    Anchor::Start => "start",
                    Anchor::Middle => "middle",
                    Anchor::End => "end",
                },
            )
            .attr("fill", hex(*colour))
            .text(text.clone()),
    }
    .into()
}

/// A length to a hundredth.
fn number(length: f64) -> String {
    grouped(length, 2).replace(',', "").replace('\u{2212}', "-")
}

fn hex((red, green, blue): Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}
