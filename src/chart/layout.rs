//! Where everything lies: the plot, the column of ticks at its left and of direct labels at its right.

use super::axis::{ValueAxis, usable};
use super::labels::{self, SideLabel};
use super::pen::{Pen, Point, Weight};
use super::{ChartStyle, Palette, PathChart};
use crate::order::within;

/// Least share of the width that is left to the plot.
const PLOT_SHARE: f64 = 0.6;
/// Share of the width that tick labels may take; beyond it they are written in powers of ten.
const TICK_SHARE: f64 = 0.22;
/// Share of the band of a year that its bar takes.
const BAR_SHARE: f64 = 0.5;

/// Where the plot came to lie, in CSS pixels from the upper left corner of the chart.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Plot {
    /// Left edge, where the band of the first year starts.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Width, shared evenly by the years.
    pub width: f64,
    /// Height.
    pub height: f64,
    years: usize,
}

/// A laid-out chart.
pub(super) struct Layout {
    pub(super) plot: Plot,
    pub(super) axis: ValueAxis,
    /// Places and labels of the ticks.
    pub(super) ticks: Vec<(f64, String)>,
    /// Direct labels, placed.
    pub(super) labels: Vec<SideLabel>,
    /// The last year that is judged: the target's, or else the last shown.
    pub(super) judged: usize,
}

impl Plot {
    /// Index of the year under a horizontal place; `None` outside the plot.
    pub fn year_at(&self, x: f64) -> Option<usize> {
        let inside = self.years > 0 && x >= self.left && x <= self.right();
        inside.then(|| (((x - self.left) / self.band()) as usize).min(self.years - 1))
    }

    /// Middle of the band of a year.
    pub fn x_of(&self, index: usize) -> f64 {
        self.left + self.band() * (index as f64 + 0.5)
    }

    /// Right edge.
    pub fn right(&self) -> f64 {
        self.left + self.width
    }

    /// Lower edge.
    pub fn bottom(&self) -> f64 {
        self.top + self.height
    }

    /// Width of one year.
    pub fn band(&self) -> f64 {
        self.width / self.years.max(1) as f64
    }
}

impl Layout {
    /// Vertical place of a value; beyond the plot where the axis does not reach it.
    pub(super) fn y_of(&self, value: f64) -> f64 {
        let fraction = self.axis.fraction(value);
        // The ends of the axis are rounded, so a value at an end may miss it by a hair.
        let within = within(fraction, 0.0, 1.0);
        let fraction = if (fraction - within).abs() < 1e-6 { within } else { fraction };
        self.plot.bottom() - fraction * self.plot.height
    }

    /// Place of a value in a year, if it can be drawn inside the plot.
    pub(super) fn point(&self, index: usize, value: Option<f64>) -> Option<Point> {
        let value = value.filter(|v| usable(*v) && index < self.plot.years)?;
        let y = self.y_of(value);
        (self.plot.top..=self.plot.bottom()).contains(&y).then(|| (self.plot.x_of(index), y))
    }

    /// Half the width of a bar.
    pub(super) fn half_bar(&self, em: f64) -> f64 {
        (self.plot.band() * BAR_SHARE).min(em * 2.4) / 2.0
    }
}

/// Lays the chart out; `None` where there is no year or no room to read anything.
pub(super) fn arrange(
    pen: &Pen,
    chart: &PathChart,
    palette: &Palette,
    style: &ChartStyle,
    format_tick: &dyn Fn(f64) -> String,
) -> Option<Layout> {
    let em = pen.em;
    let (width, height) = pen.size();
    let last = chart.years.len().checked_sub(1)?;
    let judged = chart.target.as_ref().filter(|t| usable(t.value)).map_or(last, |t| t.index.min(last));
    let heading = chart.review.as_ref().is_some_and(|r| !r.label.is_empty())
        || chart.target.as_ref().is_some_and(|t| t.index < last && !t.reference.is_empty());
    let top = em * if heading { 1.9 } else { 0.9 };
    let plot_height = height - top - em * 2.0;
    if width < em * 10.0 || plot_height < em * 2.0 {
        return None;
    }

    let axis = ValueAxis::of(chart, ((plot_height / (em * 2.2)) as usize).clamp(2, 6));
    let (ticks, left) = tick_column(pen, &axis, width, format_tick);
    let wanted = if style.labels { labels::wanted(chart, judged, palette) } else { Vec::new() };
    let room = width * (1.0 - PLOT_SHARE) - left;
    let (mut labels, right) = labels::column(pen, wanted, chart.verdict, room);

    let plot = Plot { left, top, width: width - left - right, height: plot_height, years: last + 1 };
    let mut layout = Layout { plot, axis, ticks, labels: Vec::new(), judged };
    for label in &mut labels {
        label.level = within(layout.y_of(label.value), plot.top, plot.bottom());
    }
    layout.labels = labels::spread(labels, plot.top, plot.bottom(), em * 1.4);
    Some(layout)
}

/// The labels of the ticks and the width they need at the left of the plot.
fn tick_column(
    pen: &Pen,
    axis: &ValueAxis,
    width: f64,
    format_tick: &dyn Fn(f64) -> String,
) -> (Vec<(f64, String)>, f64) {
    let written = |format: &dyn Fn(f64) -> String| -> (Vec<(f64, String)>, f64) {
        let ticks: Vec<_> = axis.ticks.iter().map(|t| (*t, format(*t))).collect();
        let mut widest = 0f64;
        for (_, label) in &ticks {
            widest = widest.max(pen.measure(label, Weight::Regular));
        }
        (ticks, widest + pen.em)
    };
    let (ticks, left) = written(format_tick);
    if left <= width * TICK_SHARE {
        return (ticks, left);
    }
    let (ticks, left) = written(&|tick| if tick == 0.0 { "0".to_owned() } else { powers_of_ten(tick) });
    let fits = left <= width * TICK_SHARE;
    if fits { (ticks, left) } else { (Vec::new(), pen.em) }
}

/// A tick in few characters: `4e18`, `2.5e9`.
fn powers_of_ten(tick: f64) -> String {
    let (mut mantissa, mut power) = (tick, 0);
    while mantissa.abs() >= 10.0 {
        mantissa /= 10.0;
        power += 1;
    }
    // A tick is a round number: what the divisions left behind its second decimal is none of it.
    format!("{}e{power}", (mantissa * 100.0).round() / 100.0)
}
