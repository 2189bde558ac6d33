//! The fields of an indicator as the plan has it.

use std::rc::Rc;

use yew::prelude::*;

use super::el::{El, el};
use super::field::{Commit, Field};
use super::kit::{radio, span};
use super::part::{Link, live};
use super::plan_edit::{Editor, Message, PlanEdit, attempt};
use super::settings::setting;
use super::words::Words;
use crate::codec::figure::grouped;
use crate::codec::number::parse_with_units;
use crate::codec::year::parse_year;
use crate::plan::{Direction, FiscalYear, Indicator, Lang, Measure, Origin, PlanPoint, Point, Sourced, Text};
use crate::state::Editing;

/// Most characters of a text of a plan.
pub const LONGEST: usize = 2_000;
/// Most decimals that a plan prints.
const MOST_DECIMALS: u32 = 6;
/// A baseline is proposed for this many years before the plan's first.
const PROPOSED_BEFORE_FIRST: i32 = 1;

const MEASURES: [Measure; 4] = [Measure::Level, Measure::Share, Measure::Flow, Measure::Cumulative];

/// Baseline, target, counting and note; of an indicator that the user added everything.
pub fn fields(edit: &PlanEdit, editor: &Editor, indicator: &Indicator, link: &Link<PlanEdit>) -> El {
    let published = edit.published(&indicator.id);
    let own = published.is_none().then(|| own(edit, indicator, link));
    el("div")
        // What is half typed belongs to one indicator.
        .key(indicator.id.clone())
        .class("settings plan-fields")
        .children(own.into_iter().flatten())
        .child(base(edit, editor, indicator, published, link))
        .child(target(edit, indicator, published))
        .child(measure(edit, indicator, published, link))
        .child(note(edit, indicator, published))
}

/// Takes a typed text: `amend` makes of it the indicator as it is to be, or says what is wrong with the text.
fn commit(
    edit: &PlanEdit,
    indicator: &Indicator,
    amend: impl Fn(&mut Indicator, &str) -> Result<(), String> + 'static,
) -> Commit {
    let (words, state, dispatch) = (edit.words, edit.state.clone(), edit.dispatch.clone());
    let indicator = indicator.clone();
    Callback::from(move |text: String| {
        let mut next = indicator.clone();
        amend(&mut next, &text)?;
        attempt(words, &state, &dispatch, Editing::Set(Rc::new(next)))
    })
}

/// A value and a year, of which the value is to be in the indicator's unit.
struct Pair {
    role: &'static str,
    name: &'static str,
    point: Option<PlanPoint>,
    published: Option<PlanPoint>,
    /// Whether the indicator was published.
    of_plan: bool,
    value: Commit,
    year: Commit,
    /// The year that stands there while there is no value.
    proposed: FiscalYear,
}

fn pair(words: Words, indicator: &Indicator, pair: Pair) -> Html {
    let unit = words.text(&indicator.unit).to_owned();
    let name = words.text(&indicator.name);
    let year = pair.point.map_or(pair.proposed, |point| point.year.value);
    let text = pair.point.map(|point| point.value.value.to_string()).unwrap_or_default();
    let field = |part: &'static str, label: &'static str, unit: &str, text: String, commit: Commit| {
        let role = [pair.role, "-", part].concat();
        let label = format!("{} {label} ({unit}): {name}", pair.name);
        Field { role: Some(role.clone().into()), ..Field::new(role, label, text, commit) }
    };
    let value = field("value", words.plan_edit_value(), &unit, text, pair.value);
    let year_name = words.plan_edit_year();
    let year = field("year", year_name, "", words.year(year), pair.year);
    let half = |name: &'static str, field: Field, unit: String| {
        el("div").class("half").child(el("span").text(name)).child(live(field)).child(span("unit", unit))
    };
    let both = el("div").class("plan-pair").child(half(words.plan_edit_value(), value, unit)).child(half(
        year_name,
        year,
        String::new(),
    ));
    let edited = pair.point.is_some_and(|point| point.is_edited());
    let was = match (edited, pair.published) {
        (false, _) => String::new(),
        (true, Some(point)) => words.plan_edit_was(&said(words, indicator, point.point())),
        (true, None) if pair.of_plan => words.plan_edit_was(words.no_value()),
        (true, None) => String::new(),
    };
    setting(pair.name, both.into(), was.into())
}

fn said(words: Words, indicator: &Indicator, point: Point) -> String {
    [&grouped(point.value, indicator.decimals), " (", &words.year(point.year), ")"].concat()
}

/// The number of a text, with the decimals that it takes.
pub fn number(words: Words, indicator: &mut Indicator, text: &str) -> Result<f64, String> {
    let unit = words.text(&indicator.unit).to_owned();
    let number = parse_with_units(text, &[&unit]).map_err(|problem| words.number_problem(problem))?;
    let decimals = u8::try_from(number.decimals().min(MOST_DECIMALS)).unwrap_or_default();
    indicator.decimals = indicator.decimals.max(decimals);
    Ok(number.to_f64())
}

fn year_of(words: Words, text: &str, latest: FiscalYear) -> Result<FiscalYear, String> {
    parse_year(text).ok_or_else(|| words.year_problem(latest))
}

/// As the user has it; what equals the published one gets its origin back.
pub fn own_value<T>(value: T) -> Sourced<T> {
    Sourced { value, origin: Origin::Edited }
}

fn base(
    edit: &PlanEdit,
    editor: &Editor,
    indicator: &Indicator,
    published: Option<&Indicator>,
    link: &Link<PlanEdit>,
) -> Html {
    let words = edit.words;
    let plan = &edit.state.plan_today;
    let proposed = editor.base_year.unwrap_or(plan.first.value.plus(-PROPOSED_BEFORE_FIRST));
    let latest = plan.last.value;
    let of_plan = published.and_then(|of| of.base);
    let value = commit(edit, indicator, move |next, text| {
        if text.trim().is_empty() {
            next.base = of_plan;
            return Ok(());
        }
        let value = own_value(number(words, next, text)?);
        let year = next.base.map_or(own_value(proposed), |base| base.year);
        next.base = Some(PlanPoint { value, year });
        Ok(())
    });
    let year = if indicator.base.is_some() {
        commit(edit, indicator, move |next, text| {
            let year = year_of(words, text, latest)?;
            if let Some(base) = &mut next.base {
                base.year = own_value(year);
            }
            Ok(())
        })
    } else {
        let note = link.on(|year: FiscalYear| Some(Message::BaseYear(year)));
        Callback::from(move |text: String| {
            note.emit(year_of(words, &text, latest)?);
            Ok(())
        })
    };
    pair(
        words,
        indicator,
        Pair {
            role: "plan-base",
            name: words.base(),
            point: indicator.base,
            published: of_plan,
            of_plan: published.is_some(),
            value,
            year,
            proposed,
        },
    )
}

fn target(edit: &PlanEdit, indicator: &Indicator, published: Option<&Indicator>) -> Html {
    let words = edit.words;
    let latest = edit.state.plan_today.last.value;
    let value = commit(edit, indicator, move |next, text| {
        next.target.value = own_value(number(words, next, text)?);
        Ok(())
    });
    let year = commit(edit, indicator, move |next, text| {
        next.target.year = own_value(year_of(words, text, latest)?);
        Ok(())
    });
    pair(
        words,
        indicator,
        Pair {
            role: "plan-target",
            name: words.target(),
            point: Some(indicator.target),
            published: published.map(|of| of.target),
            of_plan: published.is_some(),
            value,
            year,
            proposed: latest,
        },
    )
}

fn measure(
    edit: &PlanEdit,
    indicator: &Indicator,
    published: Option<&Indicator>,
    link: &Link<PlanEdit>,
) -> Html {
    let words = edit.words;
    let chosen = |wanted: Measure| {
        let measure = own_value(wanted);
        let next = Indicator { measure, ..indicator.clone() };
        edit.on_choice(next, link)
    };
    let options = MEASURES.map(|measure| {
        let checked = indicator.measure.value == measure;
        let label = words.measure_word(measure).into();
        radio("plan-measure".into(), label, checked, false, chosen(measure))
    });
    let edited = indicator.measure.origin == Origin::Edited;
    let was =
        published.filter(|_| edited).map(|of| words.plan_edit_was(words.measure_word(of.measure.value)));
    let options = el("div").class("plan-choices").children(options);
    setting(words.measure(), options.into(), was.unwrap_or_default().into())
}

fn note(edit: &PlanEdit, indicator: &Indicator, published: Option<&Indicator>) -> Html {
    let words = edit.words;
    let of_plan = published.and_then(|of| of.note.clone());
    let was = match (indicator.note_origin, &of_plan) {
        (Origin::Edited, Some(of)) => words.plan_edit_was(words.text(of)),
        (Origin::Edited, None) if published.is_some() => words.plan_edit_was(words.no_value()),
        _ => String::new(),
    };
    let commit = commit(edit, indicator, move |next, text| {
        let text = text.trim();
        let same = of_plan.as_ref().filter(|of| words.text(of) == text);
        next.note = match same {
            Some(of) => Some(of.clone()),
            None => (!text.is_empty()).then(|| in_language(words, text)),
        };
        Ok(())
    });
    let text = indicator.note.as_ref().map(|note| words.text(note).to_owned()).unwrap_or_default();
    let label = format!("{}: {}", words.note(), words.text(&indicator.name));
    let field = Field { most: LONGEST, multiline: true, ..Field::new("plan-note", label, text, commit) };
    setting(words.note(), live(field), was.into())
}

/// A text that the user wrote in the language of the page.
pub fn in_language(words: Words, text: &str) -> Text {
    match words.lang {
        Lang::Ja => Text { ja: text.to_owned(), en: String::new() },
        Lang::En => Text { ja: String::new(), en: text.to_owned() },
    }
}

/// What only an indicator that the user added can have changed: name, unit, pillar and direction.
fn own(edit: &PlanEdit, indicator: &Indicator, link: &Link<PlanEdit>) -> Vec<Html> {
    let words = edit.words;
    let text = |id: &'static str, name: &'static str, of: &Text, put: fn(&mut Indicator, Text)| {
        let commit = commit(edit, indicator, move |next, text| {
            let text = text.trim();
            if text.is_empty() {
                return Err(words.plan_edit_empty().to_owned());
            }
            put(next, in_language(words, text));
            Ok(())
        });
        let label = format!("{name}: {}", words.text(&indicator.name));
        let field = Field { most: LONGEST, ..Field::new(id, label, words.text(of).to_owned(), commit) };
        setting(name, live(field), AttrValue::default())
    };
    let options = [Direction::AtLeast, Direction::AtMost].map(|direction| {
        let heard = edit.on_choice(Indicator { direction, ..indicator.clone() }, link);
        let checked = indicator.direction == direction;
        radio("plan-direction".into(), words.direction(direction).into(), checked, false, heard)
    });
    let options = el("div").class("plan-choices").children(options);
    vec![
        text("plan-name", words.plan_edit_name(), &indicator.name, |next, text| next.name = text),
        text("plan-unit", words.plan_edit_unit(), &indicator.unit, |next, text| next.unit = text),
        setting(words.plan_edit_direction(), options.into(), AttrValue::default()),
    ]
}

impl PlanEdit {
    /// The indicator in the place of its present form, when a choice is made.
    fn on_choice(&self, next: Indicator, link: &Link<PlanEdit>) -> Callback<Event> {
        let (words, state, dispatch) = (self.words, self.state.clone(), self.dispatch.clone());
        let act = Editing::Set(Rc::new(next));
        link.on(move |_: Event| {
            Some(match attempt(words, &state, &dispatch, act.clone()) {
                Ok(()) => Message::Done,
                Err(why) => Message::Wrong(why),
            })
        })
    }
}
