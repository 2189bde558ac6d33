//! What is written along the years: their labels below the plot, the marked ones above it.

use super::layout::Layout;
use super::pen::{Align, Pen, Weight};
use super::{Palette, PathChart};
use crate::order::{ordered, within};

/// Least space between two labels, in ems.
const GAP: f64 = 0.5;

/// Horizontal places taken by labels already set.
#[derive(Default)]
struct Row {
    taken: Vec<(f64, f64)>,
}

/// Draws ticks, years and what stands above the plot.
pub(super) fn draw(pen: &Pen, chart: &PathChart, layout: &Layout, palette: &Palette) {
    for (tick, label) in &layout.ticks {
        let at = (layout.plot.left - pen.em * 0.6, layout.y_of(*tick));
        pen.text(label, at, Align::Right, Weight::Regular, palette.text);
    }
    below(pen, chart, layout, palette);
    above(pen, chart, layout, palette)
}

/// The labels of the years. Where not all fit, the last and the first stay, then the year being read, the
/// target's and the review year, then others at even steps between those.
fn below(pen: &Pen, chart: &PathChart, layout: &Layout, palette: &Palette) {
    let plot = &layout.plot;
    let mut widths = Vec::with_capacity(chart.years.len());
    for (index, year) in chart.years.iter().enumerate() {
        widths.push(pen.measure(year, weight(chart, index)));
    }
    let (total, _) = pen.size();
    let mut row = Row::default();
    let mut place = |index: usize| -> Option<(usize, f64)> {
        let width = widths.get(index).copied().filter(|w| *w <= total)?;
        let x = within(plot.x_of(index), width / 2.0, total - width / 2.0);
        row.take(x, width, pen.em * GAP).then_some((index, x))
    };
    let last = chart.years.len().saturating_sub(1);
    let review = chart.review.as_ref().map(|r| r.index);
    let marked = [Some(last), Some(0), chart.cursor, Some(layout.judged), review];
    let mut set: Vec<_> = marked.into_iter().flatten().filter_map(&mut place).collect();
    let widest = widths.iter().copied().fold(0.0, f64::max);
    let step = ((widest + pen.em * GAP) / plot.band()).ceil().max(1.0) as usize;
    let fixed = ordered(set.iter().map(|(index, _)| *index), |one, two| one < two);
    for (from, to) in fixed.iter().zip(fixed.iter().skip(1)) {
        let between = (from + 1..*to).skip(step - 1).step_by(step).filter(|i| to - i >= step);
        set.extend(between.filter_map(&mut place));
    }
    let y = plot.bottom() + pen.em * 1.25;
    for (index, x) in set {
        let colour = if chart.cursor == Some(index) { palette.cursor } else { palette.text };
        let year = chart.years.get(index).map_or("", String::as_str);
        pen.text(year, (x, y), Align::Centre, weight(chart, index), colour);
    }
}

/// The review year's label and the name of the part after the target year.
fn above(pen: &Pen, chart: &PathChart, layout: &Layout, palette: &Palette) {
    let plot = &layout.plot;
    let last = chart.years.len().saturating_sub(1);
    let review = chart.review.as_ref().filter(|r| r.index <= last);
    let review = review.map(|r| (r.label.as_str(), plot.x_of(r.index)));
    let after = chart.target.as_ref().filter(|_| layout.judged < last);
    let after = after.map(|t| (t.reference.as_str(), plot.right()));
    let mut row = Row::default();
    for (label, centre) in review.into_iter().chain(after) {
        let width = pen.measure(label, Weight::Regular);
        if label.is_empty() || width > plot.width {
            continue;
        }
        let x = within(centre, plot.left + width / 2.0, plot.right() - width / 2.0);
        if row.take(x, width, pen.em) {
            pen.text(label, (x, pen.em * 0.8), Align::Centre, Weight::Regular, palette.text);
        }
    }
}

impl Row {
    /// Takes the place around `centre` unless it comes closer than `gap` to one taken before.
    fn take(&mut self, centre: f64, width: f64, gap: f64) -> bool {
        let (start, end) = (centre - width / 2.0, centre + width / 2.0);
        let free = self.taken.iter().all(|(from, to)| end + gap <= *from || start >= *to + gap);
        if free {
            self.taken.push((start, end));
        }
        free
    }
}

fn weight(chart: &PathChart, index: usize) -> Weight {
    if chart.cursor == Some(index) { Weight::Bold } else { Weight::Regular }
}
