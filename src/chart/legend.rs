//! What the lines and signs of a chart mean, beside a sample of each.

use super::marks;
use super::pen::{Align, Pen, Weight};
use super::{ChartVerdict, KnownKind, Palette};

/// Width of a sample, in ems.
const SAMPLE: f64 = 2.2;
/// Between a sample and its name, in ems.
const GAP: f64 = 0.5;
/// Between two entries, in ems.
const APART: f64 = 1.6;
/// Height of a row, in ems.
pub(super) const ROW: f64 = 1.7;

/// One line or sign and what it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What is shown of it.
    pub sample: Sample,
    /// What it is called.
    pub name: String,
}

/// What a chart is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sample {
    /// The projection.
    Projected,
    /// The target line.
    Target,
    /// The path at the required growth.
    Required,
    /// The path without growth.
    Hold,
    /// Yearly counts.
    Yearly,
    /// A known value.
    Known(KnownKind),
    /// The dotted line of the review year.
    Review,
    /// The sign of the outcome.
    Outcome(ChartVerdict),
}

/// The entries of a legend in rows, each with its place from the left, in CSS pixels.
pub(super) fn rows<'a>(pen: &Pen, entries: &'a [Entry], width: f64) -> Vec<Vec<(f64, &'a Entry)>> {
    let mut rows: Vec<Vec<(f64, &Entry)>> = Vec::new();
    let mut next = 0.0;
    for entry in entries {
        let extent = pen.em * (SAMPLE + GAP) + pen.measure(&entry.name, Weight::Regular);
        match rows.last_mut().filter(|_| next + extent <= width) {
            Some(row) => row.push((next, entry)),
            None => {
                next = 0.0;
                rows.push(vec![(next, entry)]);
            }
        }
        next += extent + pen.em * APART;
    }
    rows
}

/// Draws the rows below each other from a place on.
pub(super) fn draw(pen: &Pen, rows: &[Vec<(f64, &Entry)>], (left, top): (f64, f64), palette: &Palette) {
    for (index, row) in rows.iter().enumerate() {
        let y = top + pen.em * ROW * (index as f64 + 0.5);
        for (x, entry) in row {
            sample(pen, entry.sample, (left + x, y), palette);
            let at = (left + x + pen.em * (SAMPLE + GAP), y);
            pen.text(&entry.name, at, Align::Left, Weight::Regular, palette.text);
        }
    }
}

fn sample(pen: &Pen, sample: Sample, (x, y): (f64, f64), palette: &Palette) {
    let em = pen.em;
    let end = x + em * SAMPLE;
    let middle = (x + em * SAMPLE / 2.0, y);
    match sample {
        Sample::Projected => pen.path(&[(x, y), (end, y)], pen.stroke(3.0), palette.projected),
        Sample::Target => pen.horizontal(x, end, y, pen.stroke(2.0), palette.target),
        Sample::Required => {
            pen.dashes(&[(x, y), (end, y)], marks::REQUIRED, pen.stroke(1.75), palette.required)
        }
        Sample::Hold => pen.path(&[(x, y), (end, y)], pen.stroke(1.75), palette.hold),
        Sample::Yearly => {
            let (left, right, top) = (middle.0 - em * 0.55, middle.0 + em * 0.55, y - em * 0.55);
            pen.rect((left, top), (right, y + em * 0.55), palette.bar);
            pen.horizontal(left, right, top, pen.stroke(1.5), palette.bar_edge)
        }
        Sample::Known(kind) => marks::known(pen, middle, kind, palette),
        Sample::Review => marks::dots(pen, middle.0, y - em * 0.6, y + em * 0.6, palette),
        Sample::Outcome(verdict) => marks::sign(pen, middle, em * 0.5, verdict, palette),
    }
}
