//! Which rows of a long list are in the page.

use std::ops::Range;

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::platform::{page, watch};

/// Lists up to this length are in the page as a whole.
const WHOLE: usize = 100;
/// Height of a row in CSS pixels until rows have been measured.
const FIRST_GUESS: f64 = 120.0;
/// Rows kept beyond each end of the screen, so that a key or a short scroll finds them there.
const MARGIN: usize = 6;

/// The part of a list that is in the page, and the elements that stand for the rest.
pub struct Window {
    range: Range<usize>,
    /// Around everything.
    pub block: NodeRef,
    /// Around the rows.
    pub entries: NodeRef,
    /// In the place of the rows before.
    pub above: NodeRef,
    /// In the place of the rows after.
    pub below: NodeRef,
}

impl Window {
    /// Positions of the list that are in the page.
    pub fn range(&self) -> Range<usize> {
        self.range.clone()
    }
}

/// First row, number of rows, and height of a row.
#[derive(Clone, Copy, PartialEq)]
struct Place {
    first: usize,
    count: usize,
    height: f64,
}

/// Follows the scrolling of the page around a list of `length` rows.
#[hook]
pub fn use_window(length: usize) -> Window {
    let [block, entries, above, below] = [use_node_ref(), use_node_ref(), use_node_ref(), use_node_ref()];
    let place = use_state_eq(|| Place { first: 0, count: WHOLE / 4, height: FIRST_GUESS });
    let range = if length <= WHOLE {
        0..length
    } else {
        let first = place.first.min(length.saturating_sub(1));
        first..(first + place.count).min(length)
    };
    {
        let (block, entries) = (block.clone(), entries.clone());
        let setter = place.setter();
        let (shown, height) = (range.len(), place.height);
        use_effect_with((length, range.clone()), move |_| {
            let measure = move || {
                let block = block.cast::<HtmlElement>()?;
                let measured = entries.cast::<HtmlElement>()?.get_bounding_client_rect().height();
                // Rows differ in height; a guess that follows every one of them would never come to rest.
                let mean = measured / shown.max(1) as f64;
                let height = if (mean - height).abs() > height / 4.0 && mean > 0.0 { mean } else { height };
                let hidden = (-block.get_bounding_client_rect().top()).max(0.0);
                let count = (page::viewport_height() / height).ceil() as usize + 2 * MARGIN;
                let first = ((hidden / height) as usize).saturating_sub(MARGIN);
                setter.set(Place { first: first.min(length.saturating_sub(count)), count, height });
                Some(())
            };
            let listener = (length > WHOLE).then(|| {
                measure();
                watch::on_scroll(move || {
                    measure();
                })
            });
            move || drop(listener)
        });
    }
    {
        let (above, below) = (above.clone(), below.clone());
        let height = place.height;
        use_effect_with((range.clone(), length, height.to_bits()), move |(range, length, _)| {
            set_height(&above, range.start as f64 * height);
            set_height(&below, (length - range.end.min(*length)) as f64 * height);
        });
    }
    Window { range, block, entries, above, below }
}

fn set_height(element: &NodeRef, height: f64) {
    if let Some(element) = element.cast::<HtmlElement>() {
        // A length in pixels is always a valid value.
        let _ = element.style().set_property("height", &format!("{height}px"));
    }
}
