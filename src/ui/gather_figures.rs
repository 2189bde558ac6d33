//! A spread in figures and as a drawing.

use yew::prelude::*;

use super::el::{El, el};
use super::kit::tenths;
use super::words::Words;
use crate::codec::figure::{decimals_apart, grouped, signed};
use crate::model::{Spread, Tally, Verdict, judge};
use crate::plan::Indicator;

impl Words {
    /// An outcome among others; never rounded to the target's own number where it misses the target.
    pub fn gathered_outcome(self, indicator: &Indicator, value: f64) -> String {
        let target = indicator.target.value.value;
        let decimals = match judge(value, target, indicator.direction) {
            Verdict::Short => decimals_apart(value, target, indicator.decimals),
            Verdict::Met | Verdict::Unknown => indicator.decimals,
        };
        grouped(value, decimals)
    }
}

/// A rate among others, as rates are read everywhere in the page.
pub fn rate_figure(value: f64) -> String {
    signed(value, 2)
}

/// The share of those that can be judged which meet the target, as counts with sign and word.
pub fn tally_cells(words: Words, tally: Tally) -> [Html; 3] {
    let cell = |verdict: Verdict, count: usize| {
        el("td")
            .class("count")
            .attr("data-count", count.to_string())
            .child(super::strip::verdict_sign(verdict))
            .text(count.to_string())
            .child(el("span").class("hidden").text([" ", words.verdict(verdict)].concat()))
            .into()
    };
    [cell(Verdict::Met, tally.met), cell(Verdict::Short, tally.short), cell(Verdict::Unknown, tally.unknown)]
}

/// The counts as parts of a bar. It says nothing that the figures beside it do not.
pub fn split_bar(tally: Tally) -> Html {
    let all = tally.all().max(1) as f64;
    let parts = [("is-met", tally.met), ("is-short", tally.short), ("is-unknown", tally.unknown)];
    let mut at = 0.0;
    let mut bars = Vec::new();
    for (class, count) in parts.into_iter().filter(|(_, count)| *count > 0) {
        let width = count as f64 / all * 100.0;
        bars.push(
            el("rect")
                .class(class)
                .attr("x", tenths(at))
                .attr("y", "0")
                .attr("width", tenths(width))
                .attr("height", "10")
                .into(),
        );
        at += width;
    }
    el("svg")
        .class("split")
        .attr("viewBox", "0 0 100 10")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .children(bars)
        .into()
}

/// The scale that a spread is drawn on.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    low: f64,
    high: f64,
}

impl Scale {
    /// A scale that holds spreads and other values.
    pub fn of<'s>(spreads: impl Iterator<Item = &'s Spread>, values: &[f64]) -> Scale {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        let ends = spreads.flat_map(|spread| [spread.min, spread.max]);
        for value in ends.chain(values.iter().copied()) {
            (low, high) = (low.min(value), high.max(value));
        }
        Scale { low, high }
    }

    /// Place of a value on a drawing that is 100 wide.
    fn x(self, value: f64) -> f64 {
        let span = self.high - self.low;
        if span > 0.0 && span.is_finite() {
            3.0 + ((value - self.low) / span).clamp(0.0, 1.0) * 94.0
        } else {
            50.0
        }
    }
}

/// A spread as box and whiskers, with the target over it. It says nothing that the figures beside it do not.
pub fn boxes(spread: &Spread, scale: Scale, target: Option<f64>, zero: bool) -> Html {
    let [min, lower, median, upper, max] = spread.five().map(|value| scale.x(value));
    let upright = |class: &'static str, x: f64, (top, bottom): (&'static str, &'static str)| -> El {
        el("line").class(class).attr("x1", tenths(x)).attr("x2", tenths(x)).attr("y1", top).attr("y2", bottom)
    };
    let whisker = el("line")
        .class("box-line")
        .attr("x1", tenths(min))
        .attr("x2", tenths(max))
        .attr("y1", "12")
        .attr("y2", "12");
    let middle = el("rect")
        .class("box-middle")
        .attr("x", tenths(lower))
        .attr("y", "7")
        .attr("width", tenths((upper - lower).max(0.6)))
        .attr("height", "10");
    let zero = (zero && scale.low <= 0.0 && scale.high >= 0.0)
        .then(|| upright("box-zero", scale.x(0.0), ("4", "20")));
    let target = target.map(|target| {
        let x = scale.x(target);
        let corners = [&tenths(x - 2.2), " 0,", &tenths(x + 2.2), " 0,", &tenths(x), " 5"].concat();
        el("polygon").class("box-target").attr("points", corners)
    });
    el("svg")
        .class("box")
        .attr("viewBox", "0 0 100 20")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .maybe(zero)
        .child(whisker)
        .child(upright("box-line", min, ("9", "15")))
        .child(upright("box-line", max, ("9", "15")))
        .child(middle)
        .child(upright("box-median", median, ("5", "19")))
        .maybe(target)
        .into()
}
