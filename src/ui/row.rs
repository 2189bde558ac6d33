//! One indicator in the list: its assumption and what comes of it.

use yew::prelude::*;

use super::Dispatch;
use super::deferred::Deferred;
use super::el::{El, all, el, text};
use super::growth::{GrowthControl, growth_control};
use super::kit::{chooser, entry, icon, loading, on_click, span, tenths};
use super::part::{Part, part};
use super::shared::Shared;
use super::strip::{verdict_class, verdict_name, verdict_sign};
use super::words::Words;
use crate::codec::figure::signed;
use crate::model::{Half, IndicatorOutlook, Inputs, Verdict};
use crate::plan::{FiscalYear, Indicator, Measure, Origin, Plan, Point};
use crate::state::Action;

#[derive(PartialEq)]
pub struct Row {
    pub words: Words,
    pub plan: Shared<Plan>,
    pub index: usize,
    pub inputs: Shared<Inputs>,
    pub outlook: Shared<IndicatorOutlook>,
    pub chosen: bool,
    /// Whether its settings are open.
    pub open: bool,
    /// Where they are open: what shows them, once it is there.
    pub deferred: Option<&'static Deferred>,
    /// The year in which a baseline is to be assumed, where the user named one.
    pub base_year: Option<FiscalYear>,
    pub dispatch: Dispatch,
}

impl Part for Row {
    fn view(&self) -> Html {
        let Row { words, plan, index, inputs, outlook, chosen, open, deferred, dispatch, .. } = self;
        let (words, index) = (*words, *index);
        let Some(indicator) = plan.indicators.get(index) else { return Html::default() };
        let name = words.text(&indicator.name);
        let halves: &[Option<Half>] =
            if inputs.growth.is_uniform() { &[None] } else { &[Some(Half::Early), Some(Half::Late)] };
        let control = |half: Option<Half>| {
            let rate = inputs.growth.rate(half.unwrap_or(Half::Early));
            growth_control(&GrowthControl {
                words,
                plan,
                index,
                half,
                rate,
                locked: inputs.locked,
                outlook,
                dispatch,
            })
        };
        let toggle = on_click(dispatch, Action::ToggleSettings(index));
        let gear = icon("settings", "⚙", words.settings(), toggle)
            .class("icon gear")
            .attr("aria-label", format!("{}: {name}", words.settings()))
            .expanded(*open);
        let head = part(Head {
            words,
            plan: plan.clone(),
            index,
            measure: outlook.measure,
            locked: inputs.locked,
            assumed_base: inputs.assumed_base,
            chosen: *chosen,
            dispatch: dispatch.clone(),
        });
        let results = results(words, indicator, outlook).child(gear);
        let row = el("article")
            .class("row")
            .also(verdict_class(outlook.verdict), true)
            .also("is-chosen", *chosen)
            .attr("data-indicator", indicator.id.clone())
            .child(head)
            .child(all(halves.iter().map(|half| control(*half))))
            .child(results)
            .maybe(open.then(|| match deferred {
                Some(deferred) => (deferred.settings)(self, indicator),
                None => loading(words),
            }));
        // Focus anywhere in the row chooses it; an action for what is chosen already would only cost a render.
        let row = if *chosen { row } else { row.on_focusin(dispatch.reform(move |_| Action::Choose(index))) };
        row.into()
    }
}

/// What stands above the control: name, badges, baseline and target. No step of the control changes it.
#[derive(PartialEq)]
struct Head {
    words: Words,
    plan: Shared<Plan>,
    index: usize,
    measure: Measure,
    locked: bool,
    assumed_base: Option<Point>,
    chosen: bool,
    dispatch: Dispatch,
}

impl Part for Head {
    fn view(&self) -> Html {
        let Head { words, plan, index, chosen, dispatch, .. } = self;
        let Some(indicator) = plan.indicators.get(*index) else { return Html::default() };
        let choose = chooser(*words, indicator, on_click(dispatch, Action::Choose(*index)));
        el("div")
            .class("row-head")
            .child(el("h4").child(choose.pressed(*chosen)))
            .child(el("p").class("badges").child(badges(self, indicator)))
            .child(base_and_target(self, indicator))
            .into()
    }
}

fn badges(head: &Head, indicator: &Indicator) -> Html {
    let Head { words, plan, index, measure, locked, assumed_base, .. } = head;
    let own = *measure != indicator.measure.value;
    let (class, origin) = match indicator.measure.origin {
        _ if own => ("badge badge-inferred", words.assumed_by_user()),
        Origin::Stated => ("badge", words.stated()),
        Origin::Inferred => ("badge badge-inferred", words.inferred()),
        Origin::Edited => ("badge badge-inferred", words.edited()),
    };
    let own_base = assumed_base.is_some() && indicator.base.is_none();
    let badges = [
        plan.is_priority(*index).then(|| span("badge", ["★", words.priority_mark()].concat())),
        Some(span(class, words.measure_badge(*measure, origin))),
        locked.then(|| span("badge", words.locked())),
        own_base
            .then(|| span("badge badge-inferred", [words.base(), ": ", words.assumed_by_user()].concat())),
        words.edited_badge(indicator).map(|edited| span("badge badge-inferred", edited)),
    ];
    all(badges.into_iter().flatten())
}

fn base_and_target(head: &Head, indicator: &Indicator) -> Html {
    let Head { words, measure, assumed_base, .. } = head;
    let base = indicator.base.map(|base| base.point()).or(*assumed_base);
    let (value, year) = match base {
        Some(base) => (words.base_figure(indicator, base.value), words.year(base.year)),
        None => (words.no_value().to_owned(), String::new()),
    };
    let target = indicator.target.point();
    let target_place = [&words.year(target.year), " ", &words.unit(indicator, *measure)].concat();
    el("p")
        .class("row-target")
        .child(span("hidden", words.base()))
        .text(value)
        .child(el("small").text(year))
        .text(" → ")
        .child(span("hidden", words.target()))
        .child(el("b").text(words.target_figure(indicator)))
        .child(el("small").text(target_place))
        .into()
}

fn results(words: Words, indicator: &Indicator, outlook: &IndicatorOutlook) -> El {
    let outcome = outlook.outcome.map(|outcome| outcome.value);
    let missing = || words.no_value().to_owned();
    let required = match outlook.required {
        Ok(rate) => signed(rate, 2),
        Err(why) => words.no_required(why).to_owned(),
    };
    let (share_name, share) = match (outlook.progress, outlook.ratio) {
        (Some(progress), _) => (words.progress(), words.fraction(progress, outlook.verdict)),
        (None, Some(ratio)) => (words.ratio(), words.fraction(ratio, outlook.verdict)),
        (None, None) => (words.progress(), missing()),
    };
    let (projected, unit) = match outcome {
        Some(value) => (words.outcome(indicator, outlook, value), words.unit(indicator, outlook.measure)),
        None => (missing(), String::new()),
    };
    let year = words.projected_in(indicator.target.year.value);
    let gap = words.gap_figure(indicator, outlook).unwrap_or_else(missing);
    let none = String::new;
    let figures = el("dl")
        .class("results")
        .child(result("projected", year.into(), outcome, projected, unit))
        .child(entry("", words.gap_of(indicator.direction), text(gap)))
        .child(result("progress", share_name.into(), outlook.progress, share, none()))
        .child(result("required", words.required().into(), outlook.required.ok(), required, none()));
    let verdict = span_verdict(words, outlook.verdict);
    el("div")
        .class("row-results")
        .child(figures)
        .child(trend(outlook, indicator.target.value.value))
        .child(verdict)
}

fn span_verdict(words: Words, verdict: Verdict) -> El {
    el("span")
        .class("verdict")
        .also(verdict_class(verdict), true)
        .attr("data-role", "verdict")
        .attr("data-value", verdict_name(verdict))
        .child(verdict_sign(verdict))
        .text(words.verdict(verdict))
}

/// A figure with its unrounded value for other programs.
fn result(role: &'static str, name: AttrValue, value: Option<f64>, shown: String, unit: String) -> Html {
    let value = value.map(|value| value.to_string()).unwrap_or_default();
    let figure = el("dd")
        .attr("data-role", role)
        .attr("data-value", value)
        .child(el("b").text(shown))
        .child(el("small").text(unit));
    el("div").child(el("dt").text(name)).child(figure).into()
}

/// The path in a few pixels, against the target. It says nothing that the figures beside it do not.
fn trend(outlook: &IndicatorOutlook, target: f64) -> Html {
    const WIDTH: f64 = 72.0;
    const HEIGHT: f64 = 22.0;
    let Some(path) = &outlook.path else { return span("trend", "") };
    let values: Vec<f64> = path.points.iter().map(|point| point.outcome(outlook.measure)).collect();
    let low = values.iter().copied().fold(target, f64::min);
    let high = values.iter().copied().fold(target, f64::max);
    let span = if high > low { high - low } else { 1.0 };
    let y = |value: f64| 2.0 + (high - value) / span * (HEIGHT - 4.0);
    let step = WIDTH / values.len().saturating_sub(1).max(1) as f64;
    let mut points = String::new();
    for (index, value) in values.iter().enumerate() {
        let separator = if index == 0 { "" } else { " " };
        points.push_str(separator);
        points.push_str(&tenths(index as f64 * step));
        points.push(',');
        points.push_str(&tenths(y(*value)));
    }
    let level = tenths(y(target));
    let line = el("line")
        .class("trend-target")
        .attr("x1", "0")
        .attr("x2", "72")
        .attr("y1", level.clone())
        .attr("y2", level);
    el("svg")
        .class("trend")
        .attr("viewBox", "0 0 72 22")
        .attr("width", "72")
        .attr("height", "22")
        .attr("aria-hidden", "true")
        .child(line)
        .child(el("polyline").class("trend-line").attr("points", points))
        .into()
}
