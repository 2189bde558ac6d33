//! Scenarios that are kept by name, files of them, and those that stand beside the current one.

use std::rc::Rc;

use super::{AppState, Change, Moment, Notice, Perform, Scope, apply};
use crate::model::{Added, Compared, MOST_COMPARED, Preset, Scenario, Shelf};
use crate::view::Screen;

/// An act on the kept scenarios. They are called by their names.
#[derive(Clone, Debug, PartialEq)]
pub enum Keeping {
    /// Keeps the present scenario under its name, in the place of the one that has this name. One without a name gets
    /// one.
    Keep,
    /// Keeps it beside the one that has its name, under another name.
    KeepAnew,
    /// Brings one on screen.
    Open(String),
    /// Gives one another name, where nobody else has it.
    Rename {
        /// Its name.
        name: String,
        /// The other name.
        to: String,
    },
    /// Keeps it once more, under another name.
    Duplicate(String),
    /// Takes one away.
    Delete(String),
    /// Puts back what a notice says was taken away or replaced.
    PutBack(Notice),
    /// Another page of the app has changed them.
    Take(Rc<Shelf>),
}

/// An act on what stands beside the current scenario.
#[derive(Clone, Debug, PartialEq)]
pub enum Comparing {
    /// Opens the comparison; with nothing to compare, 現状維持 and 必要ペース.
    Open,
    /// Adds one, where there is room for it and it is not there.
    Add(Compared),
    /// Takes one out.
    Remove(usize),
    /// Makes one the current scenario.
    MakeCurrent(usize),
}

impl Perform for Keeping {
    fn perform(&self, state: &mut AppState) {
        keeping(state, self.clone());
    }
}

impl Perform for Comparing {
    fn perform(&self, state: &mut AppState) {
        comparing(state, self.clone());
    }
}

fn keeping(state: &mut AppState, act: Keeping) {
    match act {
        Keeping::Keep => keep(state, false),
        Keeping::KeepAnew => keep(state, true),
        Keeping::Open(name) => {
            if let Some(scenario) = state.shelf.get(&name).map(Rc::clone) {
                open(state, scenario);
            }
        }
        Keeping::Rename { name, to } => {
            let present = is_present(state, &name);
            if Rc::make_mut(&mut state.shelf).rename(&name, &to) && present {
                apply::name(state, to.trim());
            }
        }
        Keeping::Duplicate(name) => {
            if let Some(scenario) = state.shelf.get(&name).map(|of| (**of).clone()) {
                add_anew(state, scenario);
            }
        }
        Keeping::Delete(name) => {
            if let Some(gone) = Rc::make_mut(&mut state.shelf).remove(&name) {
                let before = take_notice(state, |notice| matches!(notice, Notice::Deleted(_)));
                let mut all = match before {
                    Some(Notice::Deleted(all)) => all,
                    _ => Vec::new(),
                };
                all.push(gone);
                apply::notify(&mut state.notices, Notice::Deleted(all));
            }
        }
        Keeping::PutBack(notice) => put_back(state, notice),
        Keeping::Take(shelf) => state.shelf = shelf,
    }
}

fn comparing(state: &mut AppState, act: Comparing) {
    let compared = &mut state.view.compared;
    match act {
        Comparing::Open => {
            if compared.is_empty() {
                compared.extend([Preset::Hold, Preset::Required].map(Compared::Preset));
            }
            state.view.screen = Screen::Comparison;
        }
        Comparing::Add(new) => {
            if compared.len() < MOST_COMPARED && !compared.contains(&new) {
                compared.push(new);
            }
        }
        Comparing::Remove(index) if index < compared.len() => drop(compared.remove(index)),
        Comparing::Remove(_) => {}
        Comparing::MakeCurrent(index) => match compared.get(index).cloned() {
            Some(Compared::Scenario(scenario)) => open(state, scenario),
            Some(Compared::Preset(which)) => apply::preset_all(state, Scope::All, which),
            None => {}
        },
    }
}

/// Keeps what is about to leave the screen for good, where it has been worked on and is kept nowhere. The user's own
/// behind one from a link goes with it where `own` says so.
pub(super) fn keep_leaving(state: &mut AppState, own: bool) {
    let mut leaving = Vec::new();
    match &state.opened {
        None if own => leaving.push(Rc::clone(&state.scenario)),
        None => {}
        Some(opened) => {
            if !state.scenario.assumes_the_same(&opened.link) {
                leaving.push(Rc::clone(&state.scenario));
            }
            if own {
                leaving.push(Rc::clone(&opened.own));
            }
        }
    }
    let start = Scenario::hold(&state.plan);
    for scenario in leaving {
        if scenario.assumes_the_same(&start) || state.shelf.holds(&scenario) {
            continue;
        }
        let added = Rc::make_mut(&mut state.shelf).add((*scenario).clone(), state.unnamed);
        match added {
            Added::As(name) | Added::Renamed(name) => say_kept(state, name),
            Added::NoRoom => apply::notify(&mut state.notices, Notice::ShelfFull),
            Added::There(_) => {}
        }
    }
}

fn say_kept(state: &mut AppState, name: String) {
    let before = take_notice(state, |notice| matches!(notice, Notice::KeptLeaving(_)));
    let mut names = match before {
        Some(Notice::KeptLeaving(names)) => names,
        _ => Vec::new(),
    };
    names.push(name);
    apply::notify(&mut state.notices, Notice::KeptLeaving(names));
}

fn take_notice(state: &mut AppState, is: impl Fn(&Notice) -> bool) -> Option<Notice> {
    let at = state.notices.iter().position(is)?;
    Some(state.notices.remove(at))
}

fn keep(state: &mut AppState, anew: bool) {
    let name = state.scenario.name.trim().to_owned();
    let there = state.shelf.get(&name).filter(|_| !anew).map(Rc::clone);
    match there {
        Some(there) if there.assumes_the_same(&state.scenario) => {}
        Some(_) => {
            apply::name(state, &name);
            let kept = Rc::clone(&state.scenario);
            if let Some(before) = Rc::make_mut(&mut state.shelf).replace(kept) {
                take_notice(state, |notice| matches!(notice, Notice::Replaced(_)));
                apply::notify(&mut state.notices, Notice::Replaced(before));
            }
        }
        None if state.shelf.lacks_room(1) => apply::notify(&mut state.notices, Notice::ShelfFull),
        None => {
            let name = state.shelf.free_name(&name, state.unnamed);
            apply::name(state, &name);
            let scenario = (*state.scenario).clone();
            Rc::make_mut(&mut state.shelf).add(scenario, state.unnamed);
        }
    }
}

/// Keeps a scenario under a name of its own, though another one says the same.
fn add_anew(state: &mut AppState, mut scenario: Scenario) {
    scenario.name = state.shelf.free_name(&scenario.name, state.unnamed);
    if Rc::make_mut(&mut state.shelf).add(scenario, state.unnamed) == Added::NoRoom {
        apply::notify(&mut state.notices, Notice::ShelfFull);
    }
}

/// Brings a scenario on screen as the user's own. Undo brings back what was there, and what was kept nowhere is kept.
pub(super) fn open(state: &mut AppState, scenario: Rc<Scenario>) {
    if state.opened.is_none() && scenario.says_the_same(&state.scenario) {
        return;
    }
    keep_leaving(state, true);
    let next = Moment { plan: Rc::clone(&state.plan_today), scenario, opened: None, ..state.moment() };
    apply::move_to(state, next, Change::OpenScenario);
}

fn is_present(state: &AppState, name: &str) -> bool {
    state.shelf.get(name).is_some_and(|kept| kept.says_the_same(&state.scenario))
}

fn put_back(state: &mut AppState, notice: Notice) {
    let shelf = Rc::make_mut(&mut state.shelf);
    match &notice {
        Notice::Deleted(all) if shelf.lacks_room(all.len()) => {
            return apply::notify(&mut state.notices, Notice::ShelfFull);
        }
        // The last that went comes back first, to where it stood then.
        Notice::Deleted(all) => all.iter().rev().for_each(|(at, scenario)| shelf.put_back(*at, scenario)),
        Notice::Replaced(before) => drop(shelf.replace(Rc::clone(before))),
        _ => {}
    }
    state.notices.retain(|kept| *kept != notice);
}
