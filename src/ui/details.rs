//! What stands behind the chosen indicator: formula, source, notes, aim.

use yew::prelude::*;

use super::Dispatch;
use super::deferred::Deferred;
use super::el::{el, text};
use super::kit::{button, entry, loading, on_click, planned};
use super::part::Part;
use super::shared::Shared;
use super::words::Words;
use crate::codec::figure::grouped;
use crate::model::{Case, Companions, IndicatorOutlook, Inputs, Path};
use crate::plan::{Indicator, Measure, Plan, Text};
use crate::state::Action;

#[derive(PartialEq)]
pub struct Details {
    pub words: Words,
    pub plan: Shared<Plan>,
    pub index: usize,
    pub inputs: Shared<Inputs>,
    pub outlook: Shared<IndicatorOutlook>,
    /// What shows them, once it is there.
    pub deferred: Option<&'static Deferred>,
    pub dispatch: Dispatch,
}

impl Part for Details {
    fn view(&self) -> Html {
        match self.deferred {
            Some(deferred) => (deferred.details)(self),
            None => el("section").class("details").child(loading(self.words)).into(),
        }
    }
}

/// Formula, source, notes and aim of the chosen indicator.
pub fn details(details: &Details) -> Html {
    let Details { words, plan, index, inputs, outlook, dispatch, .. } = details;
    let (words, index) = (*words, *index);
    let Some(indicator) = plan.indicators.get(index) else { return Html::default() };
    let plain = |said: Option<String>| said.map(text);
    let worded = |said: &Option<Text>| said.as_ref().map(|said| planned(words, said));
    let projects: Vec<String> = plan
        .priority
        .iter()
        .flat_map(|priority| &priority.projects)
        .filter(|project| project.indicators.contains(&index))
        .map(|project| format!("{} — {}", words.text(&project.name), words.text(&project.aim)))
        .collect();
    let reach = Action::SetRequired { indicator: index, half: None };
    let disabled = inputs.locked || outlook.required.is_err();
    let pace = outlook.past_pace.map(|pace| words.rate(indicator, outlook.growth.mode, pace));
    let entries = [
        (words.attainment(), plain(outlook.attainment.map(|attainment| words.attainment_in(attainment)))),
        (words.bound(), plain(bound(words, outlook))),
        (words.review_value(), plain(review(words, plan, indicator, inputs, outlook))),
        (words.so_far(), plain(so_far(words, plan, indicator, inputs, outlook))),
        (words.required(), plain(required_since(words, plan, indicator, inputs, outlook))),
        (words.past_pace(), plain(pace)),
        (words.aim(), worded(&indicator.aim)),
        (words.formula(), plain(Some(words.formula_text(plan, indicator, outlook)))),
        (words.note_name(indicator), worded(&indicator.note)),
        (words.reason(), plain(Some(inputs.reason.clone()).filter(|reason| !reason.is_empty()))),
        (words.project(), plain(Some(projects.join("\n")).filter(|projects| !projects.is_empty()))),
        (words.method(), worded(&indicator.method)),
        (words.source(), Some(planned(words, &plan.source))),
    ];
    let entries = entries.into_iter().filter_map(|(name, value)| Some(entry("", name, value?)));
    let set = button("set-required-chosen", words.set_required(), on_click(dispatch, reach));
    let head = el("div")
        .class("panel-head")
        .child(el("h2").attr("id", "details-title").text(words.details()))
        .child(set.flag("disabled", disabled));
    el("section")
        .class("details")
        .attr("aria-labelledby", "details-title")
        .child(head)
        .child(el("dl").class("facts").children(entries))
        .into()
}

fn bound(words: Words, outlook: &IndicatorOutlook) -> Option<String> {
    let path: &Path = outlook.path.as_ref()?;
    let year = path.bound?;
    let low = path.at(year).is_some_and(|point| point.value <= 0.0);
    Some(words.bound_since(outlook.measure, year, low))
}

/// The latest result beside the even pace.
fn so_far(
    words: Words,
    plan: &Plan,
    indicator: &Indicator,
    inputs: &Inputs,
    outlook: &IndicatorOutlook,
) -> Option<String> {
    let case = Case::new(plan, indicator, inputs);
    let year = inputs.actuals.yearly().last()?.year;
    let even = case.even_outcome(year)?;
    let outcome = outlook.path.as_ref()?.outcome(year, outlook.measure)?;
    let [outcome, even] = [outcome.value, even].map(|value| guide_figure(indicator, outlook, value));
    Some(words.so_far_text(&words.year_long(year), &outcome, &even))
}

/// How the required pace has changed with the results.
fn required_since(
    words: Words,
    plan: &Plan,
    indicator: &Indicator,
    inputs: &Inputs,
    outlook: &IndicatorOutlook,
) -> Option<String> {
    let case = Case::new(plan, indicator, inputs);
    let start = case.required_at_start().filter(|_| !inputs.actuals.is_empty())?;
    let rate = |rate: f64| words.rate(indicator, outlook.growth.mode, rate);
    let now = match outlook.required {
        Ok(now) => rate(now),
        Err(why) => words.no_required(why).to_owned(),
    };
    Some(words.required_since(&rate(start), &now))
}

/// The projection at the review year beside the even pace, where the review comes before the target.
fn review(
    words: Words,
    plan: &Plan,
    indicator: &Indicator,
    inputs: &Inputs,
    outlook: &IndicatorOutlook,
) -> Option<String> {
    let year = plan.review.value;
    let even = Companions::new(&Case::new(plan, indicator, inputs))?.even_at_review?;
    let outcome = outlook.path.as_ref()?.outcome(year, outlook.measure)?;
    let [outcome, even] = [outcome.value, even].map(|value| guide_figure(indicator, outlook, value));
    Some(words.review_text(year, &outcome, &even))
}

/// A value beside the even pace, which few decimals would round together with it.
fn guide_figure(indicator: &Indicator, outlook: &IndicatorOutlook, value: f64) -> String {
    let decimals = indicator.decimals + u8::from(outlook.measure == Measure::Share);
    grouped(value, decimals.min(indicator.decimals.max(1)))
}
