//! 利用者の変更: how numbers are marked that a user put in the place of the plan's.

use super::words::Words;
use crate::codec::figure::grouped;
use crate::model::IndicatorOutlook;
use crate::plan::{Direction, Indicator, Origin, Plan};

/// Stands behind every number that a user changed in the plan.
const MARK: &str = "†";

impl Words {
    /// The plan's name, and that a user changed the plan where that is so.
    pub fn plan_name(self, plan: &Plan) -> String {
        let name = self.text(&plan.name);
        if plan.is_edited() { self.edited_plan(name) } else { name.to_owned() }
    }

    /// What the figures are and are not, and what of the plan a user changed.
    pub fn standing_of(self, plan: &Plan) -> String {
        if !plan.is_edited() {
            return self.standing().to_owned();
        }
        let gone: Vec<&str> = plan.removed.iter().map(|gone| self.text(&gone.name)).collect();
        let gone = if gone.is_empty() { String::new() } else { self.edited_without(&gone.join(self.and())) };
        [self.standing(), self.edited_says(), &gone].concat()
    }

    /// The target without unit, and that it must not be exceeded where that is so.
    pub fn target_figure(self, indicator: &Indicator) -> String {
        let figure = grouped(indicator.target.value.value, indicator.decimals);
        let figure = match indicator.direction {
            Direction::AtLeast => figure,
            Direction::AtMost => self.figure_at_most(&figure),
        };
        marked(figure, indicator.target.is_edited())
    }

    /// A baseline without unit: the plan's, or one that is assumed where the plan has none.
    pub fn base_figure(self, indicator: &Indicator, value: f64) -> String {
        marked(grouped(value, indicator.decimals), indicator.has_edited_base())
    }

    /// Who says a baseline.
    pub fn base_origin(self, indicator: &Indicator) -> &'static str {
        match &indicator.base {
            None => self.assumed_by_user(),
            Some(base) if base.is_edited() => self.edited(),
            Some(_) => self.stated(),
        }
    }

    /// How a target counts, and who says so.
    pub fn measure_origin(self, indicator: &Indicator, outlook: &IndicatorOutlook) -> &'static str {
        if outlook.measure != indicator.measure.value {
            return self.assumed_by_user();
        }
        match indicator.measure.origin {
            Origin::Stated => self.stated(),
            Origin::Inferred => self.inferred(),
            Origin::Edited => self.edited(),
        }
    }

    /// What a user changed of an indicator's figures; `None` where nothing.
    pub fn edited_badge(self, indicator: &Indicator) -> Option<String> {
        let base = indicator.has_edited_base().then(|| self.base());
        let target = indicator.target.is_edited().then(|| self.target());
        let which: Vec<&str> = base.into_iter().chain(target).collect();
        (!which.is_empty()).then(|| [MARK, &which.join(self.and()), ": ", self.edited()].concat())
    }
}

fn marked(figure: String, edited: bool) -> String {
    if edited { figure + MARK } else { figure }
}
