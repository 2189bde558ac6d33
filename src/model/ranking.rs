//! 不足の大きい順: which indicators fall short most.

use super::{IndicatorOutlook, Outlook, Verdict};
use crate::order::insert;
use crate::plan::{Direction, Plan};

/// What a shortfall is measured by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RankMeasure {
    /// 進捗率
    Progress,
    /// 対目標比
    Ratio,
    /// How far an outcome lies above a target that must not be exceeded, as a share of the target.
    Excess,
}

/// An indicator that falls short.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shortfall {
    /// Index into the plan's indicators.
    pub indicator: usize,
    /// What it is ranked by, and that measure's value as a fraction; `None` where its target is 0.
    pub by: Option<(RankMeasure, f64)>,
}

/// The `most` indicators that fall short most, the largest shortfall first; equal ones in the plan's order. Rows
/// without progress are ranked by ratio, at-most targets by excess, rows without either last.
pub fn rank(plan: &Plan, outlook: &Outlook, measure: RankMeasure, most: usize) -> Vec<Shortfall> {
    let mut rows: Vec<(f64, Shortfall)> = Vec::new();
    for (index, (indicator, outlook)) in plan.indicators.iter().zip(outlook.indicators()).enumerate() {
        if outlook.verdict != Verdict::Short {
            continue;
        }
        let by = measured(outlook, indicator.direction, measure);
        let missing = match by {
            Some((RankMeasure::Excess, excess)) => excess,
            Some((_, reached)) => 1.0 - reached,
            None => f64::NEG_INFINITY,
        };
        let row = (missing, Shortfall { indicator: index, by });
        insert(&mut rows, row, most, |(one, _), (two, _)| one > two);
    }
    rows.into_iter().map(|(_, row)| row).collect()
}

fn measured(
    outlook: &IndicatorOutlook,
    direction: Direction,
    measure: RankMeasure,
) -> Option<(RankMeasure, f64)> {
    let ratio = outlook.ratio;
    match direction {
        Direction::AtMost => ratio.map(|ratio| (RankMeasure::Excess, ratio - 1.0)),
        Direction::AtLeast => {
            let progress = outlook.progress.filter(|_| measure != RankMeasure::Ratio);
            progress
                .map(|progress| (RankMeasure::Progress, progress))
                .or(ratio.map(|ratio| (RankMeasure::Ratio, ratio)))
        }
    }
}
