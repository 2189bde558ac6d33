//! The growth control: a slider that shows zero and the required pace, and a field beside it.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Dispatch;
use super::el::{all, el};
use super::field::{Commit, Field};
use super::kit::{span, tenths};
use super::part::live;
use super::words::Words;
use crate::codec::figure;
use crate::codec::number::parse_with_units;
use crate::model::{Half, IndicatorOutlook, Rate, RateLimits, SliderScale};
use crate::plan::{Direction, Plan};
use crate::state::Action;

/// Steps of the slider that Page Up and Page Down move by.
const PAGE: i64 = 10;
/// An assumption is called far beyond a pace from this multiple on.
const FAR: f64 = 3.0;

/// What one control sets, and of what.
pub struct GrowthControl<'a> {
    pub words: Words,
    pub plan: &'a Plan,
    pub index: usize,
    /// Which half; both where `None`.
    pub half: Option<Half>,
    pub rate: Rate,
    pub locked: bool,
    pub outlook: &'a IndicatorOutlook,
    pub dispatch: &'a Dispatch,
}

/// Slider, field and unit, with a remark on assumptions far beyond any pace.
pub fn growth_control(control: &GrowthControl<'_>) -> Html {
    let &GrowthControl { words, plan, index, half, rate, locked, outlook, dispatch } = control;
    let Some(indicator) = plan.indicators.get(index) else { return Html::default() };
    let mode = outlook.growth.mode;
    let unit = words.rate_unit(indicator, mode);
    let name = words.text(&indicator.name);
    let (what, slider_role, field_role) = match half {
        None => (words.growth(), "growth-slider", "growth-field"),
        Some(Half::Early) => (words.growth_early(), "growth-slider", "growth-field"),
        Some(Half::Late) => (words.growth_late(), "growth-slider-late", "growth-field-late"),
    };
    let commit = rate_commit(words, index, half, RateLimits::of(mode, outlook.measure), &unit, dispatch);
    let label = format!("{what} ({unit}): {name}");
    let spoken = words.slider_text(indicator, outlook, rate);
    let slider = el("span").class("slider").child(scale_marks(words, outlook)).child(slider(
        control,
        spoken,
        label.clone(),
        slider_role,
    ));
    let id = format!("{field_role}-{}", indicator.id);
    let value = figure::hundredths(rate.hundredths());
    let field =
        Field { role: Some(field_role.into()), readonly: locked, ..Field::new(id, label, value, commit) };
    el("div")
        .class("growth")
        .maybe(half.is_some().then(|| span("growth-half", what)))
        .child(slider)
        .child(live(field))
        .child(span("unit", unit))
        .maybe(is_far(indicator.direction, outlook, rate).then(|| span("remark", words.beyond_required())))
        .into()
}

/// Takes a typed rate: exact hundredths within the limits, in any usual spelling.
pub fn rate_commit(
    words: Words,
    indicator: usize,
    half: Option<Half>,
    limits: RateLimits,
    unit: &str,
    dispatch: &Dispatch,
) -> Commit {
    let (dispatch, unit) = (dispatch.clone(), unit.to_owned());
    Callback::from(move |text: String| {
        let number = parse_with_units(&text, &[&unit]).map_err(|problem| words.number_problem(problem))?;
        let rate = number.hundredths().map(Rate::from_hundredths).filter(|rate| limits.admit(*rate));
        let rate = rate.ok_or_else(|| words.rate_limits(limits, &unit))?;
        dispatch.emit(Action::SetRate { indicator, half, rate, drag: false });
        Ok(())
    })
}

fn slider(control: &GrowthControl<'_>, spoken: String, label: String, role: &'static str) -> Html {
    let &GrowthControl { index: indicator, half, rate, locked, outlook, dispatch, .. } = control;
    let scale = outlook.scale;
    let moved = move |rate: Rate, drag: bool| Action::SetRate { indicator, half, rate, drag };
    let oninput = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(rate) = slider_rate(&event) {
                // A finger moves a slider without giving it the focus.
                dispatch.emit(Action::Choose(indicator));
                dispatch.emit(moved(rate, true));
            }
        })
    };
    let onchange = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: Event| dispatch.emit(Action::EndDrag))
    };
    // Browsers disagree on how far a page key moves a slider.
    let onkeydown = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            let steps = match event.key().as_str() {
                "PageUp" => PAGE,
                "PageDown" => -PAGE,
                _ => return,
            };
            event.prevent_default();
            dispatch.emit(moved(stepped(rate, scale, steps), false));
        })
    };
    let bound = |rate: Rate| figure::hundredths(rate.hundredths());
    el("input")
        .attr("type", "range")
        .attr("data-role", role)
        .attr("aria-label", label)
        .attr("aria-valuetext", spoken)
        .attr("min", bound(scale.min))
        .attr("max", bound(scale.max))
        .attr("step", bound(scale.step))
        .flag("disabled", locked)
        .value(bound(rate).into())
        .on_input(oninput)
        .on_change(onchange)
        .on_keydown(onkeydown)
        .into()
}

fn stepped(rate: Rate, scale: SliderScale, steps: i64) -> Rate {
    let by = scale.step.hundredths().saturating_mul(steps);
    Rate::from_hundredths(rate.hundredths().saturating_add(by)).clamp(scale.min, scale.max)
}

fn slider_rate(event: &InputEvent) -> Option<Rate> {
    let text = event.target_dyn_into::<HtmlInputElement>()?.value();
    parse_with_units(&text, &[]).ok()?.hundredths().map(Rate::from_hundredths)
}

/// Marks under the slider at zero and at the required pace, as shares of its track.
fn scale_marks(words: Words, outlook: &IndicatorOutlook) -> Html {
    let scale = outlook.scale;
    let span = scale.max.value() - scale.min.value();
    let place = |rate: f64| (rate - scale.min.value()) / span * 100.0;
    let percent = |place: f64| AttrValue::from(format!("{}%", tenths(place)));
    let line = |class: &'static str, at: f64, top: &'static str| {
        el("line")
            .class(class)
            .attr("x1", percent(at))
            .attr("x2", percent(at))
            .attr("y1", top)
            .attr("y2", "100%")
    };
    let required = outlook.required.ok().map(|rate| (rate, place(rate)));
    let required = required.filter(|(_, at)| (0.0..=100.0).contains(at)).map(|(rate, at)| {
        let label = format!("{} {}", words.required_short(), figure::signed(rate, 2));
        let label =
            el("text").attr("x", percent(at)).attr("y", "11").attr("text-anchor", anchor(at)).text(label);
        all([line("scale-required", at, "40%").into(), label.into()])
    });
    el("svg")
        .class("scale")
        .attr("aria-hidden", "true")
        .child(line("scale-zero", place(0.0), "55%"))
        .maybe(required)
        .into()
}

/// Which end of a label stands at its mark, so that the label stays within the track.
fn anchor(at: f64) -> &'static str {
    match at {
        ..20.0 => "start",
        80.0.. => "end",
        _ => "middle",
    }
}

/// Whether an assumed growth leads far further towards the target's side than both the required and the past pace, where
/// there are any.
fn is_far(direction: Direction, outlook: &IndicatorOutlook, rate: Rate) -> bool {
    let (side, end) = match direction {
        Direction::AtLeast => (1.0, outlook.scale.max),
        Direction::AtMost => (-1.0, outlook.scale.min),
    };
    let paces = [outlook.required.ok(), outlook.past_pace];
    let furthest = paces.into_iter().flatten().map(|pace| pace * side).fold(0.0, f64::max);
    // Tiny required paces are exceeded by any assumption: below a twentieth of the slider nothing is far.
    let floor = end.value() * side / 20.0;
    furthest > 0.0 && rate.value() * side > FAR * furthest.max(floor)
}
