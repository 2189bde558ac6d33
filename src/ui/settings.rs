//! The settings of one indicator: kind of growth, halves, counting, assumed baseline, lock, reason.

use yew::prelude::*;

use super::Dispatch;
use super::el::{all, el};
use super::field::{Commit, Field, text_commit};
use super::growth::rate_commit;
use super::kit::{button, on_choice, on_click, on_last_click, radio, span};
use super::part::live;
use super::row::Row;
use crate::codec::figure;
use crate::codec::number::parse_with_units;
use crate::codec::year::parse_year;
use crate::model::{Case, Half, MAX_TEXT, Mode, RateLimits, base_problem, switch_measure, switch_mode};
use crate::plan::{FiscalYear, Indicator, Measure, Origin, Point};
use crate::state::Action;
use crate::view::{Dialog, Screen};

/// A baseline is proposed for this many years before the plan's first: R3 for a plan from R4.
const PROPOSED_BEFORE_FIRST: i32 = 1;

/// The settings of a row's indicator.
pub fn settings(row: &Row, indicator: &Indicator) -> Html {
    let Row { words, index, inputs, dispatch, .. } = row;
    let (words, index, locked) = (*words, *index, inputs.locked);
    let lock_word = if locked { words.unlock() } else { words.lock() };
    let lock = Action::SetLocked { indicator: index, locked: !locked };
    let lock = button("lock", lock_word, on_click(dispatch, lock)).pressed(locked).into();
    let reason_id = format!("reason-{}", indicator.id);
    let commit = text_commit(dispatch, move |reason| Action::SetReason { indicator: index, reason });
    let reason = live(Field {
        placeholder: words.reason_hint().into(),
        most: MAX_TEXT,
        multiline: true,
        ..Field::new(reason_id, words.reason(), inputs.reason.clone(), commit)
    });
    el("div")
        .class("settings")
        .attr("role", "group")
        .attr("aria-label", format!("{}: {}", words.settings(), words.text(&indicator.name)))
        .child(mode_choice(row, indicator))
        .child(halves(row, indicator))
        .child(measure_choice(row, indicator))
        .child(assumed_base(row, indicator))
        .child(entered(row))
        .child(of_plan(row))
        .child(setting(words.lock(), lock, words.lock_hint().into()))
        .child(setting(words.reason(), reason, AttrValue::default()))
        .into()
}

/// One setting: its name, its controls, and what to know about it.
pub fn setting(name: &'static str, controls: Html, hint: AttrValue) -> Html {
    let hint = Some(hint).filter(|hint| !hint.is_empty());
    el("div")
        .class("setting")
        .attr("role", "group")
        .attr("aria-label", name)
        .child(el("p").class("setting-name").attr("aria-hidden", "true").text(name))
        .child(controls)
        .maybe(hint.map(|hint| el("p").class("hint").text(hint)))
        .into()
}

fn mode_choice(row: &Row, indicator: &Indicator) -> Html {
    let Row { words, plan, index, inputs, dispatch, .. } = row;
    let words = *words;
    let mode = inputs.growth.mode;
    let other = match mode {
        Mode::Percent => Mode::Amount,
        Mode::Amount => Mode::Percent,
    };
    let refused = switch_mode(&Case::new(plan, indicator, inputs), other).err();
    let option = |wanted: Mode, label: &str| {
        let label = format!("{label} {}", words.rate_unit(indicator, wanted));
        let disabled = inputs.locked || (refused.is_some() && wanted == other);
        let switch = Action::SwitchMode { indicator: *index, mode: wanted };
        radio(
            format!("mode-{}", indicator.id).into(),
            label.into(),
            mode == wanted,
            disabled,
            on_choice(dispatch, switch),
        )
    };
    let controls = [option(Mode::Percent, words.mode_percent()), option(Mode::Amount, words.mode_amount())];
    setting(words.mode(), all(controls), refused.map_or("", |why| words.switch_refused(why)).into())
}

fn halves(row: &Row, indicator: &Indicator) -> Html {
    let Row { words, plan, index, inputs, outlook, dispatch, .. } = row;
    let (words, index, locked) = (*words, *index, inputs.locked);
    let growth = inputs.growth;
    let unit = words.rate_unit(indicator, growth.mode);
    let limits = RateLimits::of(growth.mode, outlook.measure);
    let review = plan.review.value;
    let field = |half: Half, role: &'static str, name: &str, from: FiscalYear, to: FiscalYear| {
        let commit = rate_commit(words, index, Some(half), limits, &unit, dispatch);
        let value = figure::hundredths(growth.rate(half).hundredths());
        let years = format!("{name} {}–{}", words.year(from), words.year(to));
        named_field(row, indicator, role, years, value, unit.clone(), commit)
    };
    let act = |hook: &'static str, label: &'static str, disabled: bool, action: Action| {
        button(hook, label, on_click(dispatch, action)).flag("disabled", disabled)
    };
    let reach = |half: Option<Half>| Action::SetRequired { indicator: index, half };
    let same = Action::SetRate { indicator: index, half: Some(Half::Late), rate: growth.early, drag: false };
    let late = match outlook.required_late {
        Ok(rate) => words.rate(indicator, growth.mode, rate),
        Err(why) => words.no_required(why).to_owned(),
    };
    let late_disabled = locked || outlook.required_late.is_err();
    let same = (!growth.is_uniform()).then(|| {
        let onclick = on_last_click(dispatch, same, format!("late-field-{}", indicator.id));
        button("same-rate", words.same_rate(), onclick).flag("disabled", locked)
    });
    let buttons = el("div")
        .class("buttons")
        .child(act("set-required", words.set_required(), locked || outlook.required.is_err(), reach(None)))
        .maybe(same)
        .child(act("set-required-late", words.set_required_late(), late_disabled, reach(Some(Half::Late))));
    let controls = all([
        field(Half::Early, "early-field", words.growth_early(), plan.first.value, review),
        field(Half::Late, "late-field", words.growth_late(), review.plus(1), plan.last.value),
        buttons.into(),
    ]);
    setting(words.halves(), controls, format!("{}: {late}", words.required_late()).into())
}

fn measure_choice(row: &Row, indicator: &Indicator) -> Html {
    let Row { words, plan, index, inputs, outlook, dispatch, .. } = row;
    let words = *words;
    if !indicator.measure.value.is_count() {
        return Html::default();
    }
    let switchable = switch_measure(plan, indicator, inputs).is_some();
    let option = |wanted: Measure, label: &'static str| {
        let disabled = !switchable && outlook.measure != wanted;
        let switch = on_choice(dispatch, Action::SwitchMeasure(*index));
        radio(
            format!("measure-{}", indicator.id).into(),
            label.into(),
            outlook.measure == wanted,
            disabled,
            switch,
        )
    };
    let controls =
        [option(Measure::Cumulative, words.read_cumulative()), option(Measure::Flow, words.read_flow())];
    let why = match indicator.measure.origin {
        Origin::Stated => words.measure_fixed(),
        Origin::Inferred => words.measure_inferred(),
        Origin::Edited => words.measure_edited(),
    };
    setting(words.measure(), all(controls), why.into())
}

/// How many results are entered, and the way to the grid, which opens at what is chosen.
fn entered(row: &Row) -> Html {
    let Row { words, index, inputs, dispatch, .. } = row;
    let open = {
        let (index, dispatch) = (*index, dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Action::Choose(index));
            dispatch.emit(Action::Show(Screen::Results));
        })
    };
    let count = inputs.actuals.entries().len().to_string();
    let open = button("enter-results", words.results_button(), open);
    setting(words.kind_actual(), open.into(), words.results_entered(&count).into())
}

/// The way to what the plan says of it.
fn of_plan(row: &Row) -> Html {
    let Row { words, index, dispatch, .. } = row;
    let open = {
        let (index, dispatch) = (*index, dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Action::Choose(index));
            dispatch.emit(Action::Open(Dialog::Plan));
        })
    };
    let open = button("edit-indicator", words.plan_edit_open_one(), open);
    setting(words.plan(), open.into(), words.plan_edit_hint_one().into())
}

/// Value and year of a baseline that the plan does not have. The value is assumed as soon as it is committed, in
/// the year beside it.
fn assumed_base(row: &Row, indicator: &Indicator) -> Html {
    let Row { words, plan, index, inputs, base_year, dispatch, .. } = row;
    let (words, index, assumed) = (*words, *index, inputs.assumed_base);
    if indicator.base.is_some() {
        return Html::default();
    }
    let proposed = base_year.unwrap_or(plan.first.value.plus(-PROPOSED_BEFORE_FIRST));
    let year = assumed.map_or(proposed, |base| base.year);
    let check = {
        let (plan, inputs) = (plan.clone(), inputs.clone());
        move |base: Point| {
            let indicator = plan.indicators.get(index)?;
            base_problem(&Case::new(&plan, indicator, &inputs), base)
                .map(|problem| words.base_problem(problem))
        }
    };
    let unit = words.text(&indicator.unit).to_owned();
    let commit_value = {
        let (check, unit, dispatch) = (check.clone(), unit.clone(), dispatch.clone());
        Callback::from(move |text: String| {
            let value = parse_with_units(&text, &[&unit]).map_err(|problem| words.number_problem(problem))?;
            let base = Point { year, value: value.to_f64() };
            assume(&dispatch, index, base, check(base))
        })
    };
    let commit_year = {
        let (latest, dispatch) = (plan.last.value, dispatch.clone());
        Callback::from(move |text: String| {
            let year = parse_year(&text).filter(|year| *year <= latest);
            let year = year.ok_or_else(|| words.year_problem(latest))?;
            dispatch.emit(Action::SetBaseYear(year));
            match assumed.map(|base| Point { year, ..base }) {
                Some(base) => assume(&dispatch, index, base, check(base)),
                None => Ok(()),
            }
        })
    };
    let value = assumed.map(|base| base.value.to_string()).unwrap_or_default();
    let clear = Action::SetAssumedBase { indicator: index, base: None };
    let clear = assumed.map(|_| {
        let onclick = on_last_click(dispatch, clear, format!("base-value-{}", indicator.id));
        button("clear-base", words.base_clear(), onclick)
    });
    let year = words.year(year);
    let controls = [
        named_field(row, indicator, "base-value", words.base_value().to_owned(), value, unit, commit_value),
        named_field(
            row,
            indicator,
            "base-year",
            words.base_year().to_owned(),
            year,
            String::new(),
            commit_year,
        ),
        clear.map(Html::from).unwrap_or_default(),
    ];
    setting(words.assumed_base(), all(controls), words.assumed_base_hint().into())
}

/// Assumes a baseline, or says what keeps it from being assumed.
fn assume(dispatch: &Dispatch, indicator: usize, base: Point, problem: Option<String>) -> Result<(), String> {
    match problem {
        Some(problem) => Err(problem),
        None => {
            dispatch.emit(Action::SetAssumedBase { indicator, base: Some(base) });
            Ok(())
        }
    }
}

/// A number field with its name before and its unit behind it.
fn named_field(
    row: &Row,
    indicator: &Indicator,
    role: &'static str,
    name: String,
    value: String,
    unit: String,
    commit: Commit,
) -> Html {
    let readonly = row.inputs.locked;
    let id = format!("{role}-{}", indicator.id);
    let label = format!("{name} ({unit}): {}", row.words.text(&indicator.name));
    let field = Field { role: Some(role.into()), readonly, ..Field::new(id, label, value, commit) };
    el("div").class("half").child(el("span").text(name)).child(live(field)).child(span("unit", unit)).into()
}
