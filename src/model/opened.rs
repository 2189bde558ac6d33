//! A scenario that came by a link, and the user's own behind it.

use std::rc::Rc;

use super::{Inputs, Scenario};

/// What is kept while a scenario from a link is on screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The scenario as the link brought it.
    pub link: Rc<Scenario>,
    /// The user's own, as it was before.
    pub own: Rc<Scenario>,
}

/// Indices of the indicators of which two scenarios of one plan say something different.
pub fn differing(one: &Scenario, two: &Scenario) -> Vec<usize> {
    let both = one.all().iter().zip(two.all()).enumerate();
    both.filter(|(_, (one, two))| !same(one, two)).map(|(index, _)| index).collect()
}

fn same(one: &Rc<Inputs>, two: &Rc<Inputs>) -> bool {
    Rc::ptr_eq(one, two) || one == two
}
