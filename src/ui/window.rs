//! Which rows of a long list are in the page.

use std::ops::Range;

use gloo::events::EventListener;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::platform::{page, watch};

/// Lists up to this length are in the page as a whole.
const WHOLE: usize = 100;
/// Height of a row in CSS pixels until rows have been measured.
const FIRST_GUESS: f64 = 120.0;
/// Rows kept beyond each end of the screen, so that a key or a short scroll finds them there.
const MARGIN: usize = 6;

/// Which part of a list is in the page, and the elements that stand for the rest.
pub struct Window {
    place: Place,
    /// Around everything.
    pub block: NodeRef,
    /// Around the rows.
    pub entries: NodeRef,
    /// In the place of the rows before.
    pub above: NodeRef,
    /// In the place of the rows after.
    pub below: NodeRef,
    /// Length of the list and place in it that the elements stand for.
    settled: Option<(usize, Place)>,
    /// There while the list is long.
    listener: Option<EventListener>,
}

/// First row, number of rows, and height of a row.
#[derive(Clone, Copy, PartialEq)]
struct Place {
    first: usize,
    count: usize,
    height: f64,
}

impl Window {
    /// A window at the start of a list.
    pub fn new() -> Window {
        Window::of_rows(FIRST_GUESS)
    }

    /// The same for rows of about this height in CSS pixels.
    pub fn of_rows(height: f64) -> Window {
        let place = Place { first: 0, count: WHOLE / 4, height };
        let [block, entries, above, below] = [0; 4].map(|_| NodeRef::default());
        Window { place, block, entries, above, below, settled: None, listener: None }
    }

    /// Positions of a list of `length` rows that are in the page.
    pub fn range(&self, length: usize) -> Range<usize> {
        if length <= WHOLE {
            return 0..length;
        }
        let first = self.place.first.min(length.saturating_sub(1));
        first..(first + self.place.count).min(length)
    }

    /// Moves the window to where a row is in it.
    pub fn reach(&mut self, row: usize, length: usize) {
        if !self.range(length).contains(&row) {
            self.place.first = row.saturating_sub(MARGIN).min(length.saturating_sub(self.place.count));
        }
    }

    /// Stands for the rows that are out of the page, once the others are in it. `scrolled` is called where they may
    /// have to change: soon, where this is another part of the list than before, and whenever anything scrolls.
    pub fn settle(&mut self, length: usize, scrolled: Callback<()>) {
        let settled = Some((length, self.place));
        if self.settled == settled {
            return;
        }
        self.settled = settled;
        let (range, height) = (self.range(length), self.place.height);
        set_height(&self.above, range.start as f64 * height);
        set_height(&self.below, length.saturating_sub(range.end) as f64 * height);
        self.listener = None;
        if length > WHOLE {
            scrolled.emit(());
            self.listener = watch::on_scroll(move || scrolled.emit(()));
        }
    }

    /// Moves the window to where a list of `length` rows is scrolled; whether it moved.
    pub fn follow(&mut self, length: usize) -> bool {
        length > WHOLE
            && self.measure(length).is_some_and(|place| std::mem::replace(&mut self.place, place) != place)
    }

    fn measure(&self, length: usize) -> Option<Place> {
        let height = self.place.height;
        let block = self.block.cast::<HtmlElement>()?;
        let measured = self.entries.cast::<HtmlElement>()?.get_bounding_client_rect().height();
        // Rows differ in height; a guess that follows every one of them would never come to rest.
        let mean = measured / self.range(length).len().max(1) as f64;
        let height = if (mean - height).abs() > height / 4.0 && mean > 0.0 { mean } else { height };
        let hidden = (-block.get_bounding_client_rect().top()).max(0.0);
        let count = (page::viewport_height() / height).ceil() as usize + 2 * MARGIN;
        let first = ((hidden / height) as usize).saturating_sub(MARGIN);
        Some(Place { first: first.min(length.saturating_sub(count)), count, height })
    }
}

fn set_height(element: &NodeRef, height: f64) {
    if let Some(element) = element.cast::<HtmlElement>() {
        // A length in pixels is always a valid value.
        let _ = element.style().set_property("height", &format!("{height}px"));
    }
}
