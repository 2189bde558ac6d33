//! Direct labels at the right of the plot: which are wanted, how much room they take, where they go.

use super::axis::usable;
use super::layout::Layout;
use super::marks;
use super::pen::{Align, Pen, Weight};
use super::{ChartVerdict, Label, LineKind, Palette, PathChart, Rgb};
use crate::order::ordered;

/// Between the plot and the labels, in ems.
const GAP: f64 = 0.7;
/// Between the labels and the edge of the chart, in ems.
const EDGE: f64 = 0.3;
/// The sign after a label with the space before it, in ems.
const SIGN: f64 = 1.3;

/// A label wanted at the right of the plot.
pub(super) struct Wanted<'a> {
    label: &'a Label,
    value: f64,
    /// The lower, the longer it is kept where room is short.
    rank: usize,
    weight: Weight,
    colour: Rgb,
    sign: bool,
}

/// A label in the column at the right of the plot.
pub(super) struct SideLabel {
    text: String,
    /// Width of the text in CSS pixels.
    width: f64,
    /// The value it stands for.
    pub(super) value: f64,
    /// Where the value lies.
    pub(super) level: f64,
    /// Where the label is drawn.
    y: f64,
    rank: usize,
    weight: Weight,
    colour: Rgb,
    sign: Option<ChartVerdict>,
}

impl Wanted<'_> {
    fn text(&self, whole: bool) -> String {
        match (self.label.name.is_empty() || !whole, self.label.value.is_empty()) {
            (true, _) => self.label.value.clone(),
            (false, true) => self.label.name.clone(),
            (false, false) => format!("{} {}", self.label.name, self.label.value),
        }
    }
}

/// Every label of the chart that has a value to stand at: a line's last, the projection's in the year judged.
pub(super) fn wanted<'a>(chart: &'a PathChart, judged: usize, palette: &Palette) -> Vec<Wanted<'a>> {
    let target = chart.target.iter().filter(|t| usable(t.value)).map(|t| Wanted {
        label: &t.label,
        value: t.value,
        rank: 0,
        weight: Weight::Bold,
        colour: palette.target,
        sign: false,
    });
    let lines = chart.lines.iter().filter_map(|line| {
        let end = line.values.iter().take(chart.years.len()).rev().flatten().find(|v| usable(**v))?;
        let colour = palette.line(line.kind);
        let (rank, weight) = match line.kind {
            LineKind::Projected => (1, Weight::Bold),
            LineKind::Compared(place) => (2 + place, Weight::Bold),
            LineKind::Required => (5, Weight::Regular),
            LineKind::Hold => (6, Weight::Regular),
        };
        let sign = chart.judged_line().is_some_and(|judged| std::ptr::eq(judged, line));
        let outcome = line.values.get(judged).copied().flatten().filter(|v| sign && usable(*v));
        let value = outcome.unwrap_or(*end);
        Some(Wanted { label: &line.label, value, rank, weight, colour, sign })
    });
    target.chain(lines).filter(|w| !w.label.name.is_empty() || !w.label.value.is_empty()).collect()
}

/// The labels as they fit into `room` (whole, or the figures alone) and the width of their column.
pub(super) fn column(
    pen: &Pen,
    wanted: Vec<Wanted>,
    verdict: ChartVerdict,
    room: f64,
) -> (Vec<SideLabel>, f64) {
    let em = pen.em;
    let room = room - em * (GAP + EDGE);
    for whole in [true, false] {
        let mut labels = Vec::with_capacity(wanted.len());
        for wanted in &wanted {
            let text = wanted.text(whole);
            let width = pen.measure(&text, wanted.weight);
            let sign = wanted.sign.then_some(verdict);
            let &Wanted { value, rank, weight, colour, .. } = wanted;
            labels.push(SideLabel { text, width, value, level: 0.0, y: 0.0, rank, weight, colour, sign });
        }
        if !whole {
            labels.retain(|label| !label.text.is_empty() && label.extent(em) <= room);
        }
        let widest = labels.iter().map(|label| label.extent(em)).fold(0.0, f64::max);
        if !labels.is_empty() && widest <= room {
            // Whole steps keep the plot still while a figure gains or loses a digit.
            let width = ((widest / (em * 1.5)).ceil() * em * 1.5).min(room);
            return (labels, width + em * (GAP + EDGE));
        }
    }
    (Vec::new(), em * 0.7)
}

/// Places the labels near their levels, at least `pitch` apart and with their middles between `top` and
/// `bottom`. Where they are too many the lowest in rank are left out.
pub(super) fn spread(labels: Vec<SideLabel>, top: f64, bottom: f64, pitch: f64) -> Vec<SideLabel> {
    let mut labels = ordered(labels, |one, two| one.rank < two.rank);
    labels.truncate(((bottom - top) / pitch).max(0.0) as usize + 1);
    let mut labels = ordered(labels, |one, two| one.level < two.level);
    // Downwards each keeps clear of the one above; upwards each gives way to the ones pushed past the bottom.
    let mut least = top;
    for label in &mut labels {
        label.y = label.level.max(least);
        least = label.y + pitch;
    }
    let mut most = bottom;
    for label in labels.iter_mut().rev() {
        label.y = label.y.min(most);
        most = label.y - pitch;
    }
    labels
}

/// Draws the labels, with a hairline from the plot to those that had to move.
pub(super) fn draw(pen: &Pen, layout: &Layout, palette: &Palette) {
    let em = pen.em;
    let edge = layout.plot.right();
    let x = edge + em * GAP;
    for label in &layout.labels {
        if (label.y - label.level).abs() > em * 0.35 {
            let bend = [(edge + em * 0.1, label.level), (x - em * 0.15, label.y)];
            pen.path(&bend, pen.stroke(0.75), palette.review);
        }
        pen.text(&label.text, (x, label.y), Align::Left, label.weight, label.colour);
        if let Some(verdict) = label.sign {
            let centre = (x + label.width + em * 0.8, label.y);
            marks::sign(pen, centre, em * 0.5, verdict, palette);
        }
    }
}

impl SideLabel {
    /// Width with its sign.
    fn extent(&self, em: f64) -> f64 {
        self.width + if self.sign.is_some() { em * SIGN } else { 0.0 }
    }
}
