//! What fills the page in the place of the desk.

use yew::prelude::*;

use super::app::Desk;
use super::{compare, gather, present, results};

/// The screen that fills the page; `None` at the desk.
pub fn screen(desk: &Desk) -> Option<Html> {
    present::present(desk)
        .or_else(|| compare::compare(desk))
        .or_else(|| gather::gathering(desk))
        .or_else(|| results::results(desk))
}
