//! The plan as data: what the city published, number by number, and where each number came from.
//!
//! A [`Plan`] is immutable once read. [`parse`] is the only way to make one from text and reports every
//! problem of that text at once; [`write`] is the way back; [`bundled`] is the plan that is compiled in. What a user
//! changes makes another plan: [`Plan::with_indicator`], [`Plan::without_indicator`].

mod bundled;
mod day;
mod edit;
mod indicator;
pub(crate) mod json;
mod numbers;
mod parse;
pub(crate) mod problem;
pub(crate) mod reader;
mod text;
mod write;
mod year;

pub use bundled::{BUNDLED_ID, BUNDLED_JSON, bundled};
pub use day::Day;
pub use edit::free_id;
pub use numbers::{Figures, Moved, Numbers, PlanYears, recorded};
pub use parse::{FORMAT, parse};
pub use problem::{Place, Problem, ProblemKind, Shape, Step};
pub use text::{Lang, Text};
pub use write::write;
pub use year::{Era, FiscalYear};

/// Where a number or a reading of the plan comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// 計画記載: the published plan says so.
    Stated,
    /// 推定: this app inferred it; the user sees that and, for a measure, may switch it.
    Inferred,
    /// 利用者の変更: a user put it in the place of what the plan says.
    Edited,
}

/// What an indicator's number measures, which decides how a path of yearly values becomes an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// An amount at a point in time.
    Level,
    /// A percentage, 0 to 100.
    Share,
    /// A yearly count, judged by the count of the target year.
    Flow,
    /// A yearly count, judged by its sum from the plan's first year to the target year.
    Cumulative,
}

/// Which side of the target meets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Met at or above the target.
    AtLeast,
    /// Met at or below the target.
    AtMost,
}

/// A value together with the place it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sourced<T> {
    /// The value itself.
    pub value: T,
    /// Who says so.
    pub origin: Origin,
}

/// A value of an indicator in a fiscal year, in the indicator's unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The fiscal year.
    pub year: FiscalYear,
    /// Finite; 0 to 100 for shares, otherwise 0 or more.
    pub value: f64,
}

/// A [`Point`] of the plan, with the origin of both of its numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlanPoint {
    /// The value, in the indicator's unit.
    pub value: Sourced<f64>,
    /// The fiscal year it belongs to.
    pub year: Sourced<FiscalYear>,
}

/// One indicator (主要指標) with its baseline (現況) and target (目標).
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// Stable id, unique in the plan: lower-case ASCII letters, digits and `-`.
    pub id: String,
    /// Index into [`Plan::pillars`]; `None` where the plan has no pillars.
    pub pillar: Option<usize>,
    /// Name as published.
    pub name: Text,
    /// 目指す状態: what the indicator is for; `None` where the plan names none.
    pub aim: Option<Text>,
    /// Unit of a baseline and of a yearly value.
    pub unit: Text,
    /// Decimals that the plan prints, 0 to 6.
    pub decimals: u8,
    /// How yearly values become an outcome.
    pub measure: Sourced<Measure>,
    /// Which side of the target meets it.
    pub direction: Direction,
    /// `None` where the plan prints 「—」: unknown, which is not zero.
    pub base: Option<PlanPoint>,
    /// What is to be reached, and by when.
    pub target: PlanPoint,
    /// 算出方法: the statistic behind the number.
    pub method: Option<Text>,
    /// What a reader must know before trusting the number.
    pub note: Option<Text>,
    /// Who says the note, or that there is none: [`Origin::Stated`], unless a user changed it.
    pub note_origin: Origin,
}

/// An indicator that a user took out of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// Its id.
    pub id: String,
    /// Its name as published.
    pub name: Text,
}

/// A pillar (施策の柱), or the core scenario with the headline indicators.
#[derive(Clone, Debug, PartialEq)]
pub struct Pillar {
    /// Stable id, unique in the plan.
    pub id: String,
    /// A mark of one or two characters: 基本, ①.
    pub mark: Text,
    /// Name as published.
    pub name: Text,
    /// Name for narrow places.
    pub short: Text,
    /// What the plan says of it, one or two sentences.
    pub summary: Text,
    /// Indices into [`Plan::indicators`], in the plan's order. May be empty.
    pub indicators: Vec<usize>,
}

/// A part of the plan that supports the pillars and has no indicator of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Foundation {
    /// Its number or mark in the plan: 展開シナリオ5.
    pub mark: Text,
    /// Name as published.
    pub name: Text,
    /// What it is, and that it has no indicator.
    pub summary: Text,
}

/// One of the priority projects (重点プロジェクト).
#[derive(Clone, Debug, PartialEq)]
pub struct Project {
    /// Name as published.
    pub name: Text,
    /// 目指す状態 of the project.
    pub aim: Text,
    /// Focus indicators, as indices into [`Plan::indicators`].
    pub indicators: Vec<usize>,
}

/// The priority programme: a name, a period and its projects.
#[derive(Clone, Debug, PartialEq)]
pub struct Priority {
    /// Name of the whole programme.
    pub name: Text,
    /// First fiscal year.
    pub first: FiscalYear,
    /// Last fiscal year.
    pub last: FiscalYear,
    /// Its projects, in the plan's order.
    pub projects: Vec<Project>,
}

/// A whole plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Stable id: lower-case ASCII letters, digits and `-`.
    pub id: String,
    /// Name as published.
    pub name: Text,
    /// City or body whose plan it is.
    pub body: Text,
    /// 将来像: the state the plan wants to reach.
    pub vision: Text,
    /// The document that the numbers were taken from.
    pub source: Text,
    /// First fiscal year of the plan; cumulative counts start here.
    pub first: Sourced<FiscalYear>,
    /// Mid-term review; the two halves of a growth assumption meet here.
    pub review: Sourced<FiscalYear>,
    /// Last fiscal year.
    pub last: Sourced<FiscalYear>,
    /// Pillars in the plan's order. Empty where the plan has none; else every indicator belongs to one.
    pub pillars: Vec<Pillar>,
    /// What supports the pillars, without an indicator.
    pub foundation: Option<Foundation>,
    /// The priority programme, where the plan has one.
    pub priority: Option<Priority>,
    /// Indicators in the plan's order.
    pub indicators: Vec<Indicator>,
    /// What a user took out. Links and saved scenarios may still speak of it.
    pub removed: Vec<Removed>,
}

impl Measure {
    /// Whether it counts events of a year: the only measures between which a user may switch.
    pub fn is_count(self) -> bool {
        matches!(self, Measure::Flow | Measure::Cumulative)
    }

    /// Largest value on the measure's scale; the smallest is 0 for all.
    pub fn upper_bound(self) -> f64 {
        match self {
            Measure::Share => 100.0,
            Measure::Level | Measure::Flow | Measure::Cumulative => f64::INFINITY,
        }
    }

    /// Whether a value can stand on the measure's scale.
    pub fn admits(self, value: f64) -> bool {
        value.is_finite() && (0.0..=self.upper_bound()).contains(&value)
    }
}

impl PlanPoint {
    /// The bare point.
    pub fn point(&self) -> Point {
        Point { year: self.year.value, value: self.value.value }
    }

    /// Whether a user changed the value or its year.
    pub fn is_edited(&self) -> bool {
        [self.value.origin, self.year.origin].contains(&Origin::Edited)
    }
}

/// The ids of a plan's indicators, to find many of them.
pub(crate) struct Ids<'p>(Vec<(&'p str, usize)>);

impl Ids<'_> {
    /// Index of the indicator with this id.
    pub(crate) fn find(&self, id: &str) -> Option<usize> {
        json::position(&self.0, id)
    }
}

impl Plan {
    pub(crate) fn ids(&self) -> Ids<'_> {
        let ids = self.indicators.iter().enumerate();
        Ids(json::sorted_ids(ids.map(|(index, indicator)| (indicator.id.as_str(), index))))
    }

    /// Index of the indicator with this id.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.indicators.iter().position(|indicator| indicator.id == id)
    }

    /// Indicators in the groups in which they are shown: by pillar, or all of a plan without pillars together.
    pub fn groups(&self) -> Vec<(Option<usize>, Vec<usize>)> {
        if self.pillars.is_empty() {
            return vec![(None, (0..self.indicators.len()).collect())];
        }
        let pillars = self.pillars.iter().enumerate();
        pillars.map(|(index, pillar)| (Some(index), pillar.indicators.clone())).collect()
    }

    /// How many groups there are: at least one.
    pub fn group_count(&self) -> usize {
        self.pillars.len().max(1)
    }

    /// The pillar of an indicator.
    pub fn pillar_of(&self, indicator: &Indicator) -> Option<&Pillar> {
        self.pillars.get(indicator.pillar?)
    }

    /// Whether some target must not be exceeded.
    pub fn has_upper_targets(&self) -> bool {
        self.indicators.iter().any(|indicator| indicator.direction == Direction::AtMost)
    }

    /// Whether the indicator is a focus indicator of a priority project.
    pub fn is_priority(&self, indicator: usize) -> bool {
        self.priority
            .iter()
            .flat_map(|priority| &priority.projects)
            .any(|project| project.indicators.contains(&indicator))
    }
}
