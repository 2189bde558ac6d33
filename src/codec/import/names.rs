//! Which indicator a text means.

use std::collections::BTreeSet;

use super::value::fold;
use crate::plan::{Indicator, Plan};

/// Most indicators that are offered for a name that is none of theirs.
const MOST_OFFERED: usize = 3;
/// How alike two names have to be, in hundredths, for one to be offered for the other.
const ALIKE: usize = 50;

/// What a text means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant {
    /// The indicator with this index.
    Indicator(usize),
    /// None; those whose names are nearest, the nearest first.
    Unknown(Vec<usize>),
}

/// The names of a plan's indicators, made ready to be looked up.
pub struct Names {
    /// Id and names of each indicator, as [`plain`] has them.
    all: Vec<[String; 3]>,
}

impl Names {
    /// Those of this plan.
    pub fn new(plan: &Plan) -> Names {
        let of = |indicator: &Indicator| {
            [&indicator.id, &indicator.name.ja, &indicator.name.en].map(|name| plain(name))
        };
        Names { all: plan.indicators.iter().map(of).collect() }
    }

    /// The indicator with this id or name, in either language; width, case, white space and punctuation are ignored.
    pub fn meant(&self, text: &str) -> Meant {
        let wanted = plain(text);
        let is = |names: &[String; 3]| names.iter().any(|name| !name.is_empty() && *name == wanted);
        let mut same = self.all.iter().enumerate().filter(|(_, names)| is(names)).map(|(index, _)| index);
        match (same.next(), same.next()) {
            (Some(index), None) => Meant::Indicator(index),
            // Two of one name: which is meant has to be said.
            (Some(first), Some(second)) => Meant::Unknown(vec![first, second]),
            (None, _) => Meant::Unknown(self.near(&wanted)),
        }
    }

    fn near(&self, wanted: &str) -> Vec<usize> {
        let parts = pairs(wanted);
        let likeness = |names: &[String; 3]| names.iter().map(|name| alike(&parts, &pairs(name))).max();
        let scored = self.all.iter().enumerate().filter_map(|(index, names)| Some((index, likeness(names)?)));
        let mut near: Vec<(usize, usize)> = scored.filter(|(_, score)| *score >= ALIKE).collect();
        near.sort_by_key(|(index, score)| (std::cmp::Reverse(*score), *index));
        near.into_iter().take(MOST_OFFERED).map(|(index, _)| index).collect()
    }
}

/// A name without what people write now so and now so: width, case, white space, brackets, points and strokes.
fn plain(text: &str) -> String {
    fold(text).chars().filter(|letter| letter.is_alphanumeric() || matches!(letter, 'ー' | '%')).collect()
}

/// The letters of a name, two by two.
fn pairs(name: &str) -> BTreeSet<[char; 2]> {
    name.chars().zip(name.chars().skip(1)).map(|(one, next)| [one, next]).collect()
}

/// How much two names have in common, in hundredths of all that they have: the Sørensen–Dice coefficient of their pairs.
fn alike(one: &BTreeSet<[char; 2]>, other: &BTreeSet<[char; 2]>) -> usize {
    let common = one.intersection(other).count();
    (200 * common).checked_div(one.len() + other.len()).unwrap_or_default()
}
