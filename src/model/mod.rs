//! The arithmetic: from a plan and what the user assumes to outcomes and verdicts.
//!
//! Reading order: [`Growth`] is an assumption about one indicator and [`Inputs`] all that a user says of it;
//! [`Known`] is what is known of its past; [`Case`] puts the plan and the inputs together and computes the
//! [`Path`]; [`required`] inverts it, [`judge`] holds it against the target; [`Outlook`] is the whole plan
//! under a [`Scenario`], and a [`Pool`] holds many scenarios, whose figures have a [`Spread`].
//!
//! Everything here is total over its types: no function fails, and what cannot be computed says why. Every
//! figure is built by repeated multiplication and addition of `f64`, year by year, and rates by bisection over
//! such paths, so that it is bit-identical in every browser and natively: no `powf`, `exp` or `ln`.

mod actuals;
mod case;
mod compare;
mod control;
mod edit;
mod fit;
mod gather;
mod gather_order;
mod growth;
mod judge;
mod known;
mod opened;
mod outlook;
mod path;
mod ranking;
mod required;
mod scenario;
mod shelf;
mod spread;

pub use actuals::{Actual, ActualProblem, ActualStatus, Actuals, Entry, YearlyActual};
pub use case::Case;
pub use compare::{Compared, InputPart, MOST_COMPARED, Rival, apart};
pub use control::SliderScale;
pub use edit::{
    BaseProblem, Preset, SwitchRefused, base_problem, preset, revise_results, set_required, shift,
    switch_measure, switch_mode,
};
pub use gather::{Crowd, CrowdPath, Gathered, GatheredIndicator, GrowthSpread, Member, OutcomeSpread, Pool};
pub use gather_order::GatherOrder;
pub use growth::{Growth, Half, Mode, Rate, RateLimits};
pub use judge::{Tally, Verdict, judge, progress, ratio};
pub use known::{Known, KnownKind, KnownPoint};
pub use opened::{Opened, differing};
pub use outlook::{Attainment, Companions, IndicatorOutlook, Outlook, PillarOutlook};
pub use path::{Anchor, Frame, HORIZON, Outcome, OutcomeKind, Path, PathPoint, PointKind};
pub use ranking::{RankMeasure, Shortfall, rank};
pub use required::{NoRequired, required, required_late, required_rate};
pub use scenario::{Inputs, MAX_NAME, MAX_TEXT, Scenario};
pub use shelf::{Added, MOST_KEPT, Shelf};
pub use spread::Spread;
