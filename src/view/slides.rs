//! The slides of a presentation in order, and which indicator each shows large.

use super::Slide;
use crate::model::{Outlook, RankMeasure, rank};
use crate::plan::Plan;

impl Slide {
    /// The slide after this one, among those of so many pillars; the last has none after it and stays.
    pub fn next(self, pillars: usize) -> Slide {
        match self {
            Slide::Summary if pillars > 0 => Slide::Pillar(0),
            Slide::Pillar(pillar) if pillar + 1 < pillars => Slide::Pillar(pillar + 1),
            last => last,
        }
    }

    /// The slide before this one; the summary is the first and stays.
    pub fn previous(self) -> Slide {
        match self {
            Slide::Pillar(pillar) if pillar > 0 => Slide::Pillar(pillar - 1),
            Slide::Pillar(_) | Slide::Summary => Slide::Summary,
        }
    }

    /// The last of the slides of so many pillars.
    pub fn last(pillars: usize) -> Slide {
        pillars.checked_sub(1).map_or(Slide::Summary, Slide::Pillar)
    }

    /// Whether the slide goes through the indicator: the summary through all, another through its pillar's.
    pub fn holds(self, plan: &Plan, indicator: usize) -> bool {
        let pillar = plan.indicators.get(indicator).map(|indicator| indicator.pillar.unwrap_or_default());
        match self {
            Slide::Summary => pillar.is_some(),
            Slide::Pillar(own) => pillar == Some(own),
        }
    }

    /// The indicator that the slide shows large: the chosen one where the slide holds it, else what falls short most
    /// of its own, else its first. `None` where it has no indicator.
    pub fn shows(self, plan: &Plan, outlook: &Outlook, chosen: usize) -> Option<usize> {
        let holds = |indicator: &usize| self.holds(plan, *indicator);
        let short = || rank(plan, outlook, RankMeasure::Progress, plan.indicators.len());
        Some(chosen)
            .filter(holds)
            .or_else(|| short().into_iter().map(|row| row.indicator).find(holds))
            .or_else(|| (0..plan.indicators.len()).find(holds))
    }

    /// The indicator after the chosen one, or before it, among those that the slide goes through, in the plan's order.
    /// `None` at the end.
    pub fn beside(self, plan: &Plan, chosen: usize, forward: bool) -> Option<usize> {
        let holds = |indicator: &usize| self.holds(plan, *indicator);
        if forward {
            (chosen.saturating_add(1)..plan.indicators.len()).find(holds)
        } else {
            (0..chosen.min(plan.indicators.len())).rev().find(holds)
        }
    }
}
