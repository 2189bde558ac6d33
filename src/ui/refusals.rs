//! What cannot be taken or computed, why, and what to do.

use super::words::Words;
use crate::codec::figure::{grouped, signed};
use crate::codec::number::NumberProblem;
use crate::model::{BaseProblem, NoRequired, Rate, RateLimits, SwitchRefused};
use crate::plan::FiscalYear;

impl Words {
    /// Why there is no required pace, in few words.
    pub fn no_required(self, why: NoRequired) -> &'static str {
        match why {
            NoRequired::NoAnchor => self.no_anchor(),
            NoRequired::NoYearsLeft => self.no_years_left(),
            NoRequired::OutsideScale => self.outside_scale(),
            NoRequired::Secured => self.secured(),
            NoRequired::Exceeded => self.exceeded(),
            NoRequired::ZeroAnchor => self.zero_anchor(),
            NoRequired::FirstHalf => self.first_half(),
            NoRequired::Unreachable => self.unreachable(),
        }
    }

    /// Why the kind of growth cannot be switched, and what to do.
    pub fn switch_refused(self, why: SwitchRefused) -> &'static str {
        match why {
            SwitchRefused::NoAnchor => self.switch_no_anchor(),
            SwitchRefused::ZeroAnchor => self.switch_zero_anchor(),
            SwitchRefused::Unreachable => self.switch_unreachable(),
            SwitchRefused::BeyondLimits => self.switch_beyond(),
        }
    }

    /// What is wrong with a typed number, and what to do. Positions count from 1.
    pub fn number_problem(self, problem: NumberProblem) -> String {
        let place = |at: usize| (at + 1).to_string();
        match problem {
            NumberProblem::Empty | NumberProblem::NoDigits => self.number_missing().to_owned(),
            NumberProblem::NotANumber { at, found } => self.number_foreign(&place(at), &found.to_string()),
            NumberProblem::SecondPoint { at } => self.number_points(&place(at)),
            NumberProblem::Grouping { at } => self.number_grouping(&place(at)),
            NumberProblem::Unclosed { at } => self.number_unclosed(&place(at)),
            NumberProblem::TooLong => self.number_long().to_owned(),
        }
    }

    /// A rate beyond what the mode takes, and what it takes.
    pub fn rate_limits(self, limits: RateLimits, unit: &str) -> String {
        let figure = |rate: Rate| signed(rate.value(), 0);
        self.rate_within(&figure(limits.min), &figure(limits.max), unit)
    }

    /// What keeps a baseline from being assumed, and what to do.
    pub fn base_problem(self, problem: BaseProblem) -> String {
        match problem {
            BaseProblem::OutOfScale { max } if max.is_finite() => self.base_within(&grouped(max, 0)),
            BaseProblem::OutOfScale { .. } => self.base_positive().to_owned(),
            BaseProblem::TooLate(latest) => self.base_until(&self.year_long(latest)),
        }
    }

    /// A text that is no fiscal year, and what to write.
    pub fn year_problem(self, latest: FiscalYear) -> String {
        self.year_unread(&self.year_long(latest))
    }
}
