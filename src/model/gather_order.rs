//! Where the scenarios of a workshop lie furthest apart.

use super::{Gathered, Spread};
use crate::order::ordered;
use crate::plan::{Indicator, Plan};

/// In which order gathered indicators stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GatherOrder {
    /// That of the plan.
    Plan,
    /// Those first whose outcomes lie furthest apart, as a share of the target: the middle half, and where that is
    /// equal, all of them. Of several measures the most frequent one counts.
    Width,
    /// Those first of which closest to half the scenarios that can be judged meet the target.
    Split,
}

impl GatherOrder {
    /// Each of them.
    pub const ALL: [GatherOrder; 3] = [GatherOrder::Plan, GatherOrder::Width, GatherOrder::Split];

    /// Indices of the indicators in this order; equal ones as the plan has them, and last those without an outcome.
    pub fn of(self, plan: &Plan, gathered: &Gathered) -> Vec<usize> {
        let weighed = plan.indicators.iter().zip(&gathered.indicators).map(|(indicator, of)| match self {
            GatherOrder::Plan => None,
            GatherOrder::Width => Some(width(indicator, &of.outcomes.first()?.spread)),
            GatherOrder::Split => {
                let lesser = of.verdicts.met.min(of.verdicts.short);
                let judged = of.verdicts.judged();
                (judged > 0).then(|| (lesser as f64 / judged as f64, 0.0))
            }
        });
        let rows = ordered(weighed.enumerate(), |(_, one), (_, two)| one > two);
        rows.into_iter().map(|(index, _)| index).collect()
    }
}

/// The middle half and all of it as shares of the target; where the target is 0, of the median, or of 1 below that.
fn width(indicator: &Indicator, spread: &Spread) -> (f64, f64) {
    let target = indicator.target.value.value;
    let whole = if target == 0.0 { spread.median.abs().max(1.0) } else { target };
    (spread.middle() / whole, spread.range() / whole)
}
