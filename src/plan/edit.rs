//! 利用者の変更: a plan as a user changes it. It is the published plan with other indicators, so that all else, and the
//! order, stay as published.

use super::json::{position, sorted_ids};
use super::{Indicator, Origin, Plan, PlanPoint, Problem, Removed, Sourced, parse, write};
use crate::order::ordered;

impl Indicator {
    /// Whether a user changed anything of it, or added it.
    pub fn is_edited(&self) -> bool {
        self.has_edited_numbers() || self.note_origin == Origin::Edited
    }

    /// Whether a user changed a number of it, or how it is counted.
    pub fn has_edited_numbers(&self) -> bool {
        self.target.is_edited() || self.has_edited_base() || self.measure.origin == Origin::Edited
    }

    /// Whether a user changed its baseline.
    pub fn has_edited_base(&self) -> bool {
        self.base.is_some_and(|base| base.is_edited())
    }

    /// The same with the origin of what equals the published one, and all else marked as changed by a user.
    #[must_use]
    pub fn marked(self, published: Option<&Indicator>) -> Indicator {
        let base = published.and_then(|of| of.base);
        let marked = Indicator {
            measure: marked(self.measure, published.map(|of| of.measure)),
            base: self.base.map(|point| marked_point(point, base)),
            target: marked_point(self.target, published.map(|of| of.target)),
            note_origin: match published {
                Some(of) if of.note == self.note => of.note_origin,
                None if self.note.is_none() => Origin::Stated,
                _ => Origin::Edited,
            },
            ..self
        };
        Indicator { decimals: marked.decimals_over(published), ..marked }
    }

    /// As many decimals as are published, and more where numbers that a user changed have more.
    fn decimals_over(&self, published: Option<&Indicator>) -> u8 {
        match published {
            Some(of) if self.target.is_edited() || self.has_edited_base() => self.decimals.max(of.decimals),
            Some(of) => of.decimals,
            None => self.decimals,
        }
    }

    /// What is published today, but for what a user changed.
    fn over(&self, published: &Indicator) -> Indicator {
        let edited_note = self.note_origin == Origin::Edited;
        Indicator {
            decimals: self.decimals_over(Some(published)),
            measure: over(self.measure, published.measure),
            base: match (self.base, published.base) {
                (Some(own), Some(base)) => Some(point_over(own, base)),
                (Some(own), None) => Some(own).filter(PlanPoint::is_edited),
                (None, base) => base,
            },
            target: point_over(self.target, published.target),
            note: if edited_note { &self.note } else { &published.note }.clone(),
            note_origin: if edited_note { Origin::Edited } else { published.note_origin },
            ..published.clone()
        }
    }
}

fn marked<T: PartialEq>(own: Sourced<T>, published: Option<Sourced<T>>) -> Sourced<T> {
    match published {
        Some(published) if published.value == own.value => published,
        _ => Sourced { origin: Origin::Edited, ..own },
    }
}

fn marked_point(own: PlanPoint, published: Option<PlanPoint>) -> PlanPoint {
    PlanPoint {
        value: marked(own.value, published.map(|point| point.value)),
        year: marked(own.year, published.map(|point| point.year)),
    }
}

fn over<T>(own: Sourced<T>, published: Sourced<T>) -> Sourced<T> {
    if own.origin == Origin::Edited { own } else { published }
}

fn point_over(own: PlanPoint, published: PlanPoint) -> PlanPoint {
    PlanPoint { value: over(own.value, published.value), year: over(own.year, published.year) }
}

/// An id that no indicator of these plans has or had: u1, u2 and so on.
pub fn free_id(plans: [&Plan; 2]) -> String {
    let taken = |id: &str| {
        plans.iter().any(|plan| plan.position(id).is_some() || plan.removed.iter().any(|gone| gone.id == id))
    };
    (1..).map(|number: usize| format!("u{number}")).find(|id| !taken(id)).unwrap_or_default()
}

impl Plan {
    /// Whether a user changed numbers of it, or which indicators it has.
    pub fn has_edited_numbers(&self) -> bool {
        !self.removed.is_empty() || self.indicators.iter().any(Indicator::has_edited_numbers)
    }

    /// Whether a user changed anything of it.
    pub fn is_edited(&self) -> bool {
        !self.removed.is_empty() || self.indicators.iter().any(Indicator::is_edited)
    }

    /// This plan, published as `published`, with an indicator in the place of the one of its id, else behind the others.
    #[must_use]
    pub fn with_indicator(&self, indicator: Indicator, published: &Plan) -> Plan {
        let mut indicators = self.indicators.clone();
        let of = published.position(&indicator.id).and_then(|at| published.indicators.get(at));
        let indicator = indicator.marked(of);
        match self.position(&indicator.id).and_then(|at| indicators.get_mut(at)) {
            Some(there) => *there = indicator,
            None => indicators.push(indicator),
        }
        let there = |gone: &Removed| indicators.iter().all(|indicator| indicator.id != gone.id);
        let removed = self.removed.iter().filter(|gone| there(gone)).cloned().collect();
        assembled(published, indicators, removed)
    }

    /// This plan without an indicator. One that was published is remembered; one that the user added is not.
    #[must_use]
    pub fn without_indicator(&self, id: &str, published: &Plan) -> Plan {
        let stay = self.indicators.iter().filter(|indicator| indicator.id != id).cloned().collect();
        let gone = published.indicators.iter().filter(|indicator| indicator.id == id);
        let gone = gone.map(|indicator| Removed { id: indicator.id.clone(), name: indicator.name.clone() });
        assembled(published, stay, self.removed.iter().cloned().chain(gone).collect())
    }

    /// What is published today with all that the user changed in this plan. An indicator that is no longer published goes,
    /// unless the user added it.
    #[must_use]
    pub fn over(&self, published: &Plan) -> Plan {
        let (own, today) = (self.ids(), published.ids());
        let gone = |id: &str| self.removed.iter().any(|gone| gone.id == id);
        let still = published.indicators.iter().filter_map(|indicator| {
            match own.find(&indicator.id).and_then(|at| self.indicators.get(at)) {
                Some(own) => Some(own.over(indicator)),
                None => Some(indicator.clone()).filter(|_| !gone(&indicator.id)),
            }
        });
        let added = self.indicators.iter().filter(|indicator| {
            indicator.target.value.origin == Origin::Edited && today.find(&indicator.id).is_none()
        });
        let indicators = still.chain(added.cloned()).collect();
        let removed = self
            .removed
            .iter()
            .filter(|gone| today.find(&gone.id).is_some() || published.removed.contains(gone));
        assembled(published, indicators, removed.cloned().collect())
    }

    /// The same with the published origin of every changed number that equals the published one after all.
    #[must_use]
    pub fn with_origins_of(mut self, published: &Plan) -> Plan {
        for indicator in self.indicators.iter_mut().filter(|indicator| indicator.is_edited()) {
            let of = published.indicators.iter().find(|of| of.id == indicator.id);
            *indicator = indicator.clone().marked(of);
        }
        self
    }

    /// Everything that keeps this plan from being one: what a file of it would be refused for.
    pub fn problems(&self) -> Vec<Problem> {
        parse(&write(self)).err().unwrap_or_default()
    }
}

/// The published plan with these indicators: the published ones in its order, and then the others in theirs.
fn assembled(published: &Plan, indicators: Vec<Indicator>, removed: Vec<Removed>) -> Plan {
    let order = published.ids();
    let place = |indicator: &Indicator| order.find(&indicator.id).unwrap_or(usize::MAX);
    let indicators = ordered(indicators, |one, two| place(one) < place(two));
    let mut plan = Plan { indicators, removed, ..published.clone() };
    for (index, pillar) in plan.pillars.iter_mut().enumerate() {
        let of = plan.indicators.iter().enumerate().filter(|(_, indicator)| indicator.pillar == Some(index));
        pillar.indicators = of.map(|(at, _)| at).collect();
    }
    let ids = plan.indicators.iter().enumerate().map(|(at, indicator)| (indicator.id.as_str(), at));
    let ids = sorted_ids(ids);
    for project in plan.priority.iter_mut().flat_map(|priority| &mut priority.projects) {
        let named = project.indicators.iter().filter_map(|at| published.indicators.get(*at));
        project.indicators = named.filter_map(|indicator| position(&ids, &indicator.id)).collect();
    }
    plan
}
