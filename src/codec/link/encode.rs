//! A scenario to a link.

use super::{
    ACTUAL, ALL, BASE, BREAK, CHECK, COMPARE, DATE, EDITED, FOCUS, LOCK, MEASURE, NAME, NOTE, NUMBERS,
    PRELIMINARY, PRESENT, REFERENCE, SCREEN, SHOW, SOURCE, Shown, TOTAL, VERSION, WHY, WITH, WITH_SCENARIO,
    growth, text,
};
use crate::codec::rules;
use crate::model::{Actual, ActualStatus, Compared, Entry, Growth, Inputs, Preset, Scenario};
use crate::plan::{Indicator, Plan};
use crate::view::{Filter, Screen, Slide};
use crate::{check, digits};

/// The fragment that says this, without `#`: ASCII letters, digits and `/ ; : = , . - ! %`, of which none needs to be
/// encoded. It ends in a letter or a digit. `scenario` and the scenarios of `shown` belong to `plan` and keep to the
/// model's rules.
pub fn encode(plan: &Plan, scenario: &Scenario, shown: &Shown) -> String {
    let mut plain = format!("{VERSION}/{}.{}/{}", plan.id, plan.numbers().fingerprint(), shown.lang.tag());
    if plan.has_edited_numbers() {
        push_key(&mut plain, NUMBERS, EDITED);
    }
    push_titles(&mut plain, scenario);
    push_shown(&mut plain, plan, shown);
    push_indicators(&mut plain, plan, scenario);
    for compared in &shown.compared {
        match compared {
            Compared::Preset(preset) => push_key(&mut plain, WITH, preset_word(*preset)),
            Compared::Scenario(scenario) => {
                push_key(&mut plain, WITH, WITH_SCENARIO);
                push_titles(&mut plain, scenario);
                push_indicators(&mut plain, plan, scenario);
            }
        }
    }
    let code = check::code(&plain);
    push_key(&mut plain, CHECK, &code);
    text::encoded(&plain)
}

/// The word of a preset.
pub(super) fn preset_word(preset: Preset) -> &'static str {
    match preset {
        Preset::Hold => "Hold",
        Preset::Required => "Required",
        Preset::Half => "Half",
        Preset::Past => "Past",
    }
}

fn push_key(plain: &mut String, key: &str, value: &str) {
    plain.push('/');
    plain.push_str(key);
    plain.push('=');
    text::push_escaped(plain, value);
}

fn push_titles(plain: &mut String, scenario: &Scenario) {
    for (key, value) in [(NAME, &scenario.name), (NOTE, &scenario.note)] {
        if !value.is_empty() {
            push_key(plain, key, value);
        }
    }
    if let Some(date) = scenario.date {
        push_key(plain, DATE, &date.digits());
    }
}

fn push_shown(plain: &mut String, plan: &Plan, shown: &Shown) {
    let pillar = |index: usize| plan.pillars.get(index).map(|pillar| pillar.id.as_str());
    let list = match shown.filter {
        Filter::All => None,
        Filter::Priority => Some(FOCUS),
        Filter::Pillar(index) => pillar(index),
    };
    if let Some(chosen) = plan.indicators.get(shown.chosen)
        && (shown.chosen > 0 || list.is_some())
    {
        push_key(plain, SHOW, &chosen.id);
        if let Some(list) = list {
            plain.push(',');
            plain.push_str(list);
        }
    }
    match shown.screen {
        // Links say nothing of other people's scenarios: one that is made while they are gathered opens the desk.
        Screen::Desk | Screen::Gathering | Screen::Results => {}
        Screen::Comparison => push_key(plain, SCREEN, COMPARE),
        Screen::Presentation(slide) => {
            push_key(plain, SCREEN, PRESENT);
            if let Slide::Pillar(index) = slide
                && let Some(slide) = pillar(index).or(plan.pillars.is_empty().then_some(ALL))
            {
                plain.push(':');
                plain.push_str(slide);
            }
        }
    }
}

fn push_indicators(plain: &mut String, plan: &Plan, scenario: &Scenario) {
    for (indicator, inputs) in plan.indicators.iter().zip(scenario.all()) {
        if **inputs != Inputs::hold(indicator) {
            plain.push('/');
            plain.push_str(&indicator.id);
            push_inputs(plain, indicator, inputs);
        }
    }
}

fn push_inputs(plain: &mut String, indicator: &Indicator, inputs: &Inputs) {
    if inputs.growth != Growth::hold(indicator.measure.value) {
        growth::write(plain, inputs.growth);
    }
    if let Some(measure) = inputs.measure {
        push_part(plain, MEASURE, Some(rules::measure_word(measure)));
    }
    if let Some(base) = inputs.assumed_base {
        push_part(plain, BASE, Some(&base.year.to_string()));
        push_field(plain, &digits::text(base.value));
    }
    if inputs.locked {
        push_part(plain, LOCK, None);
    }
    for actual in inputs.actuals.entries() {
        push_actual(plain, actual);
    }
    if !inputs.reason.is_empty() {
        push_part(plain, WHY, Some(&inputs.reason));
    }
}

fn push_actual(plain: &mut String, actual: &Actual) {
    push_part(plain, ACTUAL, Some(&actual.year.to_string()));
    push_field(plain, &digits::text(actual.value));
    let total = (actual.entry == Entry::Total).then_some(TOTAL);
    let status = match actual.status {
        ActualStatus::Final => None,
        ActualStatus::Preliminary => Some(PRELIMINARY),
        ActualStatus::Reference => Some(REFERENCE),
    };
    let broken = actual.series_break.then_some(BREAK);
    for word in [total, status, broken].into_iter().flatten() {
        push_field(plain, word);
    }
    if !actual.source.is_empty() {
        push_part(plain, SOURCE, Some(&actual.source));
    }
}

fn push_part(plain: &mut String, name: &str, value: Option<&str>) {
    plain.push(';');
    plain.push_str(name);
    if let Some(value) = value {
        plain.push(':');
        text::push_escaped(plain, value);
    }
}

fn push_field(plain: &mut String, value: &str) {
    plain.push(':');
    plain.push_str(value);
}
