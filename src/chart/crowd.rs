//! The paths of many scenarios in one chart: each as a thin line, where the middle half lies, and the median.

use std::ops::Range;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::prelude::DrawingBackend;

use super::axis::usable;
use super::layout::Layout;
use super::pen::{self, Pen, Point};
use super::{ChartStyle, Label, Line, LineKind, Palette, PathChart, Plot};
use super::{labels, layout, marks, years};
use crate::order::within;

/// Share of its colour that the middle half has, so that paths are seen on it.
const MIDDLE: f64 = 0.55;
/// Least share of its colour that a path has. Few paths have all of it, and hundreds show where they lie close.
const LEAST: f64 = 0.3;
/// Most paths that have all of their colour.
const FEW: f64 = 20.0;

/// A chart with a crowd of paths in it. All values are in the unit of the axis, one for each year of the frame.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CrowdChart {
    /// Years, target and what else stands around the crowd; its projection is the median.
    pub frame: PathChart,
    /// The paths.
    pub crowd: Vec<Vec<Option<f64>>>,
    /// Lower and upper edge of the middle half.
    pub middle: Vec<Option<(f64, f64)>>,
}

/// Draws the chart as [`draw`](super::draw) does.
///
/// # Errors
/// Only what the backend reports.
pub fn draw_crowd<DB: DrawingBackend>(
    root: &DrawingArea<DB, Shift>,
    chart: &CrowdChart,
    palette: &Palette,
    style: &ChartStyle,
    format_tick: &dyn Fn(f64) -> String,
) -> Result<Plot, DrawingAreaErrorKind<DB::ErrorType>> {
    let frame = &chart.frame;
    pen::render(root, style, |pen| {
        pen.ground(palette.background);
        let Some(layout) = layout::arrange(pen, &chart.stretched(), palette, style, format_tick) else {
            return Plot::default();
        };
        marks::ground(pen, frame, &layout, palette);
        middle(pen, chart, &layout, palette);
        marks::verticals(pen, frame, &layout, palette);
        let opacity = within(FEW / chart.crowd.len() as f64, LEAST, 1.0);
        for values in &chart.crowd {
            for run in marks::runs(values, &layout, 0..frame.years.len(), pen.em) {
                pen.path(&run, pen.stroke(1.0), palette.reference);
                pen.veil(opacity);
            }
        }
        marks::lines(pen, frame, &layout, palette);
        marks::points(pen, frame, &layout, palette);
        labels::draw(pen, &layout, palette);
        years::draw(pen, frame, &layout, palette);
        layout.plot
    })
}

impl CrowdChart {
    /// The frame with the outermost values of the crowd in it, so that the axis holds them.
    fn stretched(&self) -> PathChart {
        let outermost = |outer: fn(f64, f64) -> f64| {
            let of_year = |index: usize| {
                let values = self.crowd.iter().filter_map(|values| values.get(index).copied().flatten());
                values.filter(|value| usable(*value)).reduce(outer)
            };
            let values = (0..self.frame.years.len()).map(of_year).collect();
            Line { kind: LineKind::Hold, values, label: Label::default() }
        };
        let mut frame = self.frame.clone();
        frame.lines.extend([outermost(f64::min), outermost(f64::max)]);
        frame
    }
}

/// The ground between the quartiles.
fn middle(pen: &Pen, chart: &CrowdChart, layout: &Layout, palette: &Palette) {
    let edges = |index: usize| {
        let (lower, upper) = chart.middle.get(index).copied().flatten()?;
        Some((layout.point(index, Some(lower))?, layout.point(index, Some(upper))?))
    };
    for run in stretches(0..chart.frame.years.len(), edges) {
        let lower = run.iter().map(|(lower, _)| *lower);
        let corners: Vec<Point> = lower.chain(run.iter().rev().map(|(_, upper)| *upper)).collect();
        pen.polygon(&corners, palette.bar);
        pen.veil(MIDDLE);
    }
}

/// What stands in years without a gap.
fn stretches<T>(years: Range<usize>, at: impl Fn(usize) -> Option<T>) -> Vec<Vec<T>> {
    let mut all: Vec<Vec<T>> = vec![Vec::new()];
    for year in years {
        match (at(year), all.last_mut()) {
            (Some(item), Some(last)) => last.push(item),
            (None, Some(last)) if !last.is_empty() => all.push(Vec::new()),
            _ => {}
        }
    }
    all.retain(|run| run.len() > 1);
    all
}
