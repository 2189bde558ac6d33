//! The figures of the chosen indicator that answer how far off it is.

use yew::prelude::*;

use super::el::{all, el};
use super::kit::entry;
use super::strip::{verdict_class, verdict_sign};
use super::words::Words;
use crate::codec::figure::signed;
use crate::model::{IndicatorOutlook, Verdict};
use crate::plan::Indicator;

/// Projection, gap, required pace, assumption and baseline.
pub fn figures(words: Words, indicator: &Indicator, outlook: &IndicatorOutlook) -> Html {
    let missing = || words.no_value().to_owned();
    let unit = words.unit(indicator, outlook.measure);
    let growth = outlook.growth;
    let rate_unit = words.rate_unit(indicator, growth.mode);
    let outcome = outlook.outcome.map(|outcome| words.outcome(indicator, outlook, outcome.value));
    let ratio =
        outlook.ratio.map(|ratio| format!("{} {}", words.ratio(), words.fraction(ratio, outlook.verdict)));
    let progress = outlook
        .progress
        .map(|progress| format!("{} {}", words.progress(), words.fraction(progress, outlook.verdict)));
    let shares: Vec<String> = [progress, ratio].into_iter().flatten().collect();
    let assumed = if growth.is_uniform() {
        signed(growth.early.value(), 2)
    } else {
        format!("{} → {}", signed(growth.early.value(), 2), signed(growth.late.value(), 2))
    };
    let required = match outlook.required {
        Ok(rate) => (signed(rate, 2), beside_past(words, rate_unit.clone(), outlook)),
        Err(why) => (missing(), words.no_required(why).to_owned()),
    };
    let base = match outlook.base {
        Some(base) => (
            words.base_figure(indicator, base.value),
            format!("{}{}{}", words.year(base.year), words.and(), words.base_origin(indicator)),
        ),
        None => (missing(), String::new()),
    };
    let verdict = outlook.verdict;
    let gap = words.gap_figure(indicator, outlook);
    let gap = gap.unwrap_or_else(|| words.verdict(Verdict::Unknown).to_owned());
    let projected = words.projected_in(indicator.target.year.value);
    el("dl")
        .class("figures")
        .child(figure("", projected.into(), None, outcome.unwrap_or_else(missing), unit))
        .child(figure(
            verdict_class(verdict),
            words.gap_of(indicator.direction).into(),
            Some(verdict_sign(verdict)),
            gap,
            shares.join(" / "),
        ))
        .child(figure("", words.required().into(), None, required.0, required.1))
        .child(figure("", words.assumption().into(), None, assumed, rate_unit))
        .child(figure("", words.base().into(), None, base.0, base.1))
        .into()
}

/// The unit of the required pace, and the past pace beside it where there is one.
fn beside_past(words: Words, unit: String, outlook: &IndicatorOutlook) -> String {
    match outlook.past_pace {
        Some(pace) => [&unit, " · ", words.past_pace(), " ", &signed(pace, 2)].concat(),
        None => unit,
    }
}

fn figure(class: &'static str, name: AttrValue, sign: Option<Html>, value: String, below: String) -> Html {
    let value = el("b").maybe(sign).text(value);
    entry(class, name, all([value.into(), el("small").text(below).into()]))
}
