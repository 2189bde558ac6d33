//! Scenarios that are kept by name.

use std::rc::Rc;

use super::{MAX_NAME, Scenario};

/// Most scenarios that are kept.
pub const MOST_KEPT: usize = 100;

/// Kept scenarios in the order in which they were kept. Each has a name, and no two the same.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {
    pub(super) all: Vec<Rc<Scenario>>,
}

/// What becomes of a scenario that is to be added to those that are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Added {
    /// It is kept under this name.
    As(String),
    /// It is kept under this name, as its own belongs to another one.
    Renamed(String),
    /// One of this name says the same already.
    There(String),
    /// There are [`MOST_KEPT`] already.
    NoRoom,
}

impl Shelf {
    /// A shelf with the scenarios of a list, with those that were added in turn.
    pub fn of(scenarios: impl IntoIterator<Item = Scenario>, unnamed: &str) -> Shelf {
        let mut shelf = Shelf::default();
        for scenario in scenarios {
            shelf.add(scenario, unnamed);
        }
        shelf
    }

    /// Every scenario.
    pub fn all(&self) -> &[Rc<Scenario>] {
        &self.all
    }

    /// The one of this name.
    pub fn get(&self, name: &str) -> Option<&Rc<Scenario>> {
        self.all.get(self.position(name)?)
    }

    /// Whether one of them, whatever it is called, says the same of the plan.
    pub fn holds(&self, scenario: &Scenario) -> bool {
        self.all.iter().any(|kept| kept.assumes_the_same(scenario))
    }

    /// Whether there is no room for so many more.
    pub fn lacks_room(&self, more: usize) -> bool {
        self.all.len() + more > MOST_KEPT
    }

    /// A name that none of them has: this one, else this one with a number behind it. A name of white space counts as
    /// none and becomes `unnamed` with a number.
    pub fn free_name(&self, wanted: &str, unnamed: &str) -> String {
        let wanted = wanted.trim();
        if !wanted.is_empty() && self.get(wanted).is_none() {
            return wanted.to_owned();
        }
        let numbered = |number: usize| {
            let tail = if wanted.is_empty() { number.to_string() } else { format!(" ({number})") };
            let stem = if wanted.is_empty() { unnamed } else { wanted };
            let room = MAX_NAME.saturating_sub(tail.len());
            stem.chars().take(room).chain(tail.chars()).collect::<String>()
        };
        let first = if wanted.is_empty() { 1 } else { 2 };
        // Among more numbers than there are names one is free.
        let free = (first..=first + self.all.len()).map(numbered).find(|name| self.get(name).is_none());
        free.unwrap_or_default()
    }

    /// Adds a scenario under a free name.
    pub fn add(&mut self, mut scenario: Scenario, unnamed: &str) -> Added {
        let named = scenario.name.trim().to_owned();
        if let Some(there) = self.get(&named)
            && there.assumes_the_same(&scenario)
        {
            return Added::There(named);
        }
        if self.lacks_room(1) {
            return Added::NoRoom;
        }
        let name = self.free_name(&named, unnamed);
        scenario.name.clone_from(&name);
        self.all.push(Rc::new(scenario));
        if name == named { Added::As(name) } else { Added::Renamed(name) }
    }

    /// Puts a scenario in the place of the one with its name, which is returned.
    pub fn replace(&mut self, scenario: Rc<Scenario>) -> Option<Rc<Scenario>> {
        let at = self.position(&scenario.name)?;
        self.all.get_mut(at).map(|slot| std::mem::replace(slot, scenario))
    }

    /// Gives one of them another name, unless it is nobody's or somebody else's. Whether it has it now.
    pub fn rename(&mut self, name: &str, to: &str) -> bool {
        let to: String = to.trim().chars().take(MAX_NAME).collect();
        let free = !to.is_empty() && self.get(&to).is_none();
        let Some(slot) = self.position(name).filter(|_| free).and_then(|at| self.all.get_mut(at)) else {
            return false;
        };
        Rc::make_mut(slot).name = to;
        true
    }

    /// Takes one away; returns it with its place.
    pub fn remove(&mut self, name: &str) -> Option<(usize, Rc<Scenario>)> {
        let at = self.position(name)?;
        Some((at, self.all.remove(at)))
    }

    /// Puts one back to its place, under a free name where its own has been given away.
    pub fn put_back(&mut self, at: usize, scenario: &Rc<Scenario>) {
        let mut scenario = Rc::clone(scenario);
        let name = self.free_name(&scenario.name, "");
        if name != scenario.name {
            Rc::make_mut(&mut scenario).name = name;
        }
        self.all.insert(at.min(self.all.len()), scenario);
    }

    fn position(&self, name: &str) -> Option<usize> {
        self.all.iter().position(|kept| kept.name == name)
    }
}
