//! The effect of each action.

use std::rc::Rc;

use super::{Action, AppState, Change, Entry, Moment, Notice, Scope};
use crate::model::{
    Case, Growth, Inputs, MAX_NAME, MAX_TEXT, Preset, Rate, RateLimits, Scenario, base_problem, preset,
    set_required, shift, switch_measure, switch_mode,
};
use crate::plan::{Indicator, Plan};
use crate::view::{Filter, Screen, Slide};

/// Most notices kept at once; the oldest go first.
const NOTICE_LIMIT: usize = 8;

pub(super) fn apply(state: &mut AppState, action: Action) {
    let moves = match action {
        Action::SetRate { indicator, half, drag: true, .. } => Some((indicator, half)),
        Action::Move { indicator, .. } => Some((indicator, None)),
        _ => None,
    };
    let continues = moves.is_some() && moves == state.drag;
    let dragged = state.drag.is_some();
    if !continues && !is_view(&action) {
        state.drag = None;
    }
    match action {
        Action::SetRate { indicator, half, rate, .. } => {
            let moved = set_growth(state, indicator, continues, |case| {
                let growth = case.inputs().growth;
                growth.with_rate(half, RateLimits::of(growth.mode, case.measure()).hold(rate))
            });
            state.drag = moves.filter(|_| moved || continues);
        }
        Action::Move { indicator, step } => {
            let moved =
                set_growth(state, indicator, continues, |case| shift(case.inputs(), case.measure(), step));
            state.drag = moves.filter(|_| moved || continues);
        }
        Action::EndDrag => {
            if dragged {
                state.history.forget_if_undone(&state.scenario);
            }
        }
        Action::SetRequired { indicator, half } => {
            edit(state, indicator, Change::Rate(indicator), |case| {
                let growth = set_required(case, half).ok().filter(|_| !case.inputs().locked)?;
                Some(Inputs { growth, ..case.inputs().clone() })
            });
        }
        Action::SwitchMode { indicator, mode } => {
            edit(state, indicator, Change::Mode(indicator), |case| {
                let growth = switch_mode(case, mode).ok().filter(|_| !case.inputs().locked)?;
                Some(Inputs { growth, ..case.inputs().clone() })
            });
        }
        Action::SwitchMeasure(indicator) => {
            edit(state, indicator, Change::Measure(indicator), |case| {
                let measure = switch_measure(case.plan(), case.indicator(), case.inputs())?;
                let measure = (measure != case.indicator().measure.value).then_some(measure);
                Some(Inputs { measure, ..case.inputs().clone() })
            });
        }
        Action::SetAssumedBase { indicator, base } => {
            edit(state, indicator, Change::AssumedBase(indicator), |case| {
                let sound = base.is_none_or(|base| base_problem(case, base).is_none());
                let allowed = case.indicator().base.is_none() && sound;
                allowed.then(|| Inputs { assumed_base: base, ..case.inputs().clone() })
            });
        }
        Action::SetLocked { indicator, locked } => {
            edit(state, indicator, Change::Lock(indicator), |case| {
                Some(Inputs { locked, ..case.inputs().clone() })
            });
        }
        Action::SetReason { indicator, reason } => {
            let reason: String = reason.chars().take(MAX_TEXT).collect();
            edit(state, indicator, Change::Reason(indicator), |case| {
                Some(Inputs { reason, ..case.inputs().clone() })
            });
        }
        Action::SetName(text) => name(state, &text),
        Action::SetNote(note) => {
            let note: String = note.chars().take(MAX_TEXT).collect();
            if note != state.scenario.note {
                let mut next = (*state.scenario).clone();
                next.note = note;
                change(state, next, Change::Note);
            }
        }
        Action::Preset(scope, which) => preset_all(state, scope, which),
        Action::Shift(scope, step) => {
            bulk(
                state,
                scope,
                |count| Change::Shift(scope, step, count),
                |case| Some(shift(case.inputs(), case.measure(), step)),
            );
        }
        Action::Undo => {
            if let Some(entry) = state.history.undo(state.moment()) {
                travel(state, entry);
            }
        }
        Action::Redo => {
            if let Some(entry) = state.history.redo(state.moment()) {
                travel(state, entry);
            }
        }
        Action::Reset => reset(state),
        Action::Do(deed) => deed.perform(state),
        view => apply_to_view(state, view),
    }
}

/// Whether an action leaves a drag as it is: choosing the dragged control's indicator is part of the drag.
fn is_view(action: &Action) -> bool {
    matches!(action, Action::Choose(_) | Action::Notify(_) | Action::DismissNotice(_) | Action::Withdraw(_))
}

fn apply_to_view(state: &mut AppState, action: Action) {
    let view = &mut state.view;
    match action {
        Action::Choose(indicator) if indicator < state.plan.indicators.len() => view.chosen = indicator,
        Action::Filter(filter) if exists(&state.plan, filter) => {
            view.filter = filter;
            view.search.clear();
            choose_listed(state);
        }
        Action::Search(text) => view.search = text.chars().take(MAX_NAME).collect(),
        Action::ToggleSettings(indicator) if indicator < state.plan.indicators.len() => {
            view.settings = (view.settings != Some(indicator)).then_some(indicator);
            view.chosen = indicator;
        }
        Action::SetBaseYear(year) => view.base_year = Some(year),
        Action::RankBy(measure) => view.rank_by = measure,
        Action::ShowWholeRanking(whole) => view.whole_ranking = whole,
        Action::ShowTable(table) => view.table = table,
        Action::SetLang(lang) => {
            view.lang = lang;
            view.asked_lang = Some(lang);
        }
        Action::SetYears(style) => view.years = Some(style),
        Action::SetTheme(theme) => view.theme = theme,
        Action::PrintCharts(charts) => view.print_charts = charts,
        Action::ShowGuide(guide) => view.guide = guide,
        Action::Show(screen) if on_plan(&state.plan, screen) => view.screen = screen,
        Action::Open(dialog) => view.dialog = Some(dialog),
        Action::Leave if view.dialog.is_some() => {
            view.dialog = None;
            state.import = None;
        }
        Action::Leave => view.screen = Screen::Desk,
        Action::Notify(notice) => notify(&mut state.notices, notice),
        Action::DismissNotice(index) if index < state.notices.len() => {
            state.notices.remove(index);
        }
        Action::Withdraw(notice) => state.notices.retain(|kept| *kept != notice),
        _ => {}
    }
}

fn exists(plan: &Plan, filter: Filter) -> bool {
    match filter {
        Filter::Pillar(pillar) => pillar < plan.pillars.len(),
        Filter::All | Filter::Priority => true,
    }
}

fn on_plan(plan: &Plan, screen: Screen) -> bool {
    match screen {
        Screen::Presentation(Slide::Pillar(pillar)) => pillar < plan.group_count(),
        Screen::Presentation(Slide::Summary)
        | Screen::Comparison
        | Screen::Gathering
        | Screen::Results
        | Screen::Desk => true,
    }
}

/// Keeps what is shown large within the list, where the filter has left it out.
fn choose_listed(state: &mut AppState) {
    let listed = state.listed();
    if !listed.contains(&state.view.chosen)
        && state.view.filter != Filter::All
        && let Some(first) = listed.first()
    {
        state.view.chosen = *first;
    }
}

pub(super) fn notify(notices: &mut Vec<Notice>, notice: Notice) {
    if notices.contains(&notice) {
        return;
    }
    if notices.len() == NOTICE_LIMIT {
        notices.remove(0);
    }
    notices.push(notice);
}

/// Whether the growth changed. A step that continues a movement replaces the movement's entry.
fn set_growth(
    state: &mut AppState,
    indicator: usize,
    continues: bool,
    growth: impl FnOnce(&Case<'_>) -> Growth,
) -> bool {
    let next = edited(&state.plan, &state.scenario, indicator, |case| {
        let inputs = case.inputs();
        (!inputs.locked).then(|| Inputs { growth: growth(case), ..inputs.clone() })
    });
    let moved = next.is_some();
    match next {
        Some(next) if continues => state.scenario = Rc::new(next),
        Some(next) => change(state, next, Change::Rate(indicator)),
        None => {}
    }
    moved
}

/// The scenario with one indicator's inputs replaced; `None` where nothing would change.
fn edited(
    plan: &Plan,
    scenario: &Scenario,
    indicator: usize,
    replace: impl FnOnce(&Case<'_>) -> Option<Inputs>,
) -> Option<Scenario> {
    let (of, inputs) = (plan.indicators.get(indicator)?, scenario.inputs(indicator)?);
    let replaced = replace(&Case::new(plan, of, inputs)).filter(|replaced| replaced != &**inputs)?;
    let mut next = scenario.clone();
    next.set(indicator, replaced);
    Some(next)
}

fn edit(
    state: &mut AppState,
    indicator: usize,
    what: Change,
    replace: impl FnOnce(&Case<'_>) -> Option<Inputs>,
) {
    if let Some(next) = edited(&state.plan, &state.scenario, indicator, replace) {
        change(state, next, what);
    }
}

/// Gives every unlocked indicator of the scope the growth that `growth` finds for it.
fn bulk(
    state: &mut AppState,
    scope: Scope,
    what: impl FnOnce(usize) -> Change,
    growth: impl Fn(&Case<'_>) -> Option<Growth>,
) {
    let plan = Rc::clone(&state.plan);
    let mut next = (*state.scenario).clone();
    let mut changed = 0;
    for (index, indicator) in
        plan.indicators.iter().enumerate().filter(|(index, of)| within(&plan, scope, *index, of))
    {
        let Some(inputs) = state.scenario.inputs(index).filter(|inputs| !inputs.locked) else { continue };
        if let Some(growth) = growth(&Case::new(&plan, indicator, inputs))
            && growth != inputs.growth
        {
            next.set(index, Inputs { growth, ..(**inputs).clone() });
            changed += 1;
        }
    }
    if changed > 0 {
        change(state, next, what(changed));
    }
}

fn within(plan: &Plan, scope: Scope, index: usize, indicator: &Indicator) -> bool {
    match scope {
        Scope::All => true,
        Scope::Pillar(pillar) => indicator.pillar == Some(pillar),
        Scope::Priority => plan.is_priority(index),
        Scope::Indicator(wanted) => index == wanted,
    }
}

pub(super) fn preset_all(state: &mut AppState, scope: Scope, which: Preset) {
    bulk(state, scope, |count| Change::Preset(scope, which, count), |case| preset(case, which));
}

pub(super) fn name(state: &mut AppState, name: &str) {
    let name: String = name.chars().take(MAX_NAME).collect();
    if name != state.scenario.name {
        let mut next = (*state.scenario).clone();
        next.name = name;
        change(state, next, Change::Name);
    }
}

/// Goes back to what the link brought, else to the start. Of one's own scenario name, note and results stay: they are no
/// assumptions.
fn reset(state: &mut AppState) {
    let next = match &state.opened {
        Some(opened) => (*opened.link).clone(),
        None => {
            let mut next = Scenario::hold(&state.plan);
            next.name.clone_from(&state.scenario.name);
            next.note.clone_from(&state.scenario.note);
            for (index, inputs) in state.scenario.all().iter().enumerate() {
                if let Some(hold) = next.inputs(index).filter(|_| !inputs.actuals.is_empty()) {
                    let hold = Inputs { actuals: inputs.actuals.clone(), ..(**hold).clone() };
                    next.set(index, hold);
                }
            }
            next
        }
    };
    if !next.says_the_same(&state.scenario) {
        change(state, next, Change::Reset);
    }
}

/// Records a change, and dates it: by the day of the last change where the computer does not know the day.
pub(super) fn change(state: &mut AppState, mut next: Scenario, change: Change) {
    next.date = state.today.or(state.scenario.date);
    let next = Moment { scenario: Rc::new(next), ..state.moment() };
    move_to(state, next, change);
}

pub(super) fn move_to(state: &mut AppState, next: Moment, change: Change) {
    let before = state.moment();
    state.last = Some(Entry { change, moment: before.clone() });
    state.history.record(before, change);
    be_at(state, next);
}

fn travel(state: &mut AppState, entry: Entry) {
    state.last = Some(Entry { change: entry.change, moment: state.moment() });
    be_at(state, entry.moment);
}

fn be_at(state: &mut AppState, moment: Moment) {
    if !Rc::ptr_eq(&state.plan_today, &moment.today) {
        state.follow.call(state, &moment.today);
        state.plan_today = moment.today;
    }
    state.plan = moment.plan;
    state.scenario = moment.scenario;
    state.opened = moment.opened;
}

impl Scope {
    /// One whole step of a bulk move up.
    pub const STEP: Rate = Rate::ONE;
}
