//! The large chart of one indicator, drawn on any plotters backend.
//!
//! [`PathChart`] says what is shown, in the unit of the value axis; [`draw`] lays it out and paints it.
//! Lengths are CSS pixels throughout and become backend units only in `pen`. Nothing here knows the plan or
//! the browser, and no word of the interface is written here: every label comes with the data.

pub mod axis;
mod crowd;
mod labels;
mod layout;
mod legend;
mod marks;
mod palette;
mod pen;
pub mod picture;
pub mod vector;
mod years;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::prelude::DrawingBackend;

pub use crowd::{CrowdChart, draw_crowd};
pub use layout::Plot;
pub use legend::{Entry, Sample};
pub use palette::{Palette, Rgb};

/// Everything one chart shows, in the unit of its value axis.
///
/// Values that are not finite are treated as absent, indices outside [`PathChart::years`] are ignored.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PathChart {
    /// Labels of the years shown, ascending and contiguous, such as "R4" or "2022".
    pub years: Vec<String>,
    /// Yearly counts as bars (cumulative indicators), one for each year; empty otherwise.
    pub bars: Vec<Option<f64>>,
    /// Paths over the years. Later ones of the same kind are drawn over earlier ones.
    pub lines: Vec<Line>,
    /// Known values: what the projection starts from.
    pub known: Vec<KnownPoint>,
    /// The target, where there is one.
    pub target: Option<TargetLine>,
    /// The mid-term review year: a dotted vertical line, its label above the plot.
    pub review: Option<Mark>,
    /// Index of the year being read by keyboard or pointer.
    pub cursor: Option<usize>,
    /// The sign at the outcome of the last projection and beside its label.
    pub verdict: ChartVerdict,
    /// Whether the value axis starts at zero. It always does where there are bars.
    pub from_zero: bool,
    /// Upper end of the measure's scale (100 for shares): the axis stops there unless a value lies beyond.
    pub ceiling: Option<f64>,
    /// Least step between ticks: 1 where the unit has no decimals, 0.1 for shares. 0 leaves it open.
    pub least_step: f64,
}

/// A path over the years.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What the path stands for; decides how it is drawn.
    pub kind: LineKind,
    /// One value for each year; `None` where the path has none.
    pub values: Vec<Option<f64>>,
    /// Direct label at the right of the plot, level with the path's last value; that of the projection is
    /// level with its value in the target year, which is the outcome its figure names.
    pub label: Label,
}

/// What a path stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// The projection: a strong blue line.
    Projected,
    /// The path at the required growth: dashed. It is cut off where it leaves the range of everything else.
    Required,
    /// The path without growth: grey.
    Hold,
    /// A path to compare with, in the stroke and colour of its place; there are [`COMPARED`] of them.
    Compared(usize),
}

/// The letter of the scenario that others are compared with.
pub const FIRST: &str = "A";

/// How many compared paths are told apart.
pub const COMPARED: usize = 3;

/// A direct label: a name and a figure, such as "目標" and "220". Narrow charts show the figure alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// What the line is; may be empty.
    pub name: String,
    /// The formatted figure. The sign of the verdict is added by the chart and is not part of it.
    pub value: String,
}

/// A value that is known, not projected.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KnownPoint {
    /// Index of the year.
    pub index: usize,
    /// The value in the axis's unit.
    pub value: f64,
    /// How it is known; decides the mark.
    pub kind: KnownKind,
}

/// How a value is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownKind {
    /// Stated in the plan: a filled disc.
    Stated,
    /// A measured actual: a filled square.
    Measured,
    /// Interpolated between known years: a hollow circle.
    Interpolated,
    /// Supposed by the user: a hollow diamond.
    Supposed,
}

/// The target and the year it is judged in. After that year the projection is for reference: drawn thinner
/// and lighter on a tinted ground.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetLine {
    /// Index of the target year; beyond the last year shown it counts as the last.
    pub index: usize,
    /// The value in the axis's unit.
    pub value: f64,
    /// Direct label at the right of the plot.
    pub label: Label,
    /// What the part after the target year is called ("参考"), written above it; may be empty.
    pub reference: String,
}

/// A marked year.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Index of the year.
    pub index: usize,
    /// Written above the plot; may be empty.
    pub label: String,
}

/// Which sign the outcome carries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChartVerdict {
    /// Falls short of the target: a vermilion ▲.
    Short,
    /// Reaches the target: a blue-green ●.
    Met,
    /// Cannot be judged: a grey ？.
    #[default]
    Unknown,
}

/// How large and in which type the chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChartStyle<'a> {
    /// Backend units per CSS pixel and per device pixel.
    pub density: Density,
    /// Size of all text in CSS pixels; strokes and marks follow it.
    pub font_px: f64,
    /// A CSS list of font families.
    pub font_family: &'a str,
    /// Whether direct labels are drawn at the right where they fit.
    pub labels: bool,
}

/// The resolution of a backend.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Density {
    /// Backend units per CSS pixel.
    pub scale: f64,
    /// Backend units per device pixel, on which horizontal and vertical edges come to lie; at least 1.
    pub pixel: i32,
}

impl Density {
    /// A backend whose units are device pixels, `ratio` of them to a CSS pixel.
    pub fn of_pixels(ratio: f64) -> Density {
        Density { scale: ratio, pixel: 1 }
    }
}

impl PathChart {
    /// Adds paths to compare with. The projection then needs no name: all that compares is named by letters.
    pub fn stand_beside(&mut self, others: &[Line]) {
        if others.is_empty() {
            return;
        }
        for line in self.lines.iter_mut().filter(|line| line.kind == LineKind::Projected) {
            line.label.name = FIRST.to_owned();
        }
        self.lines.extend(others.iter().cloned());
    }

    /// The line that the verdict is about: the last projection.
    fn judged_line(&self) -> Option<&Line> {
        self.lines.iter().rfind(|line| line.kind == LineKind::Projected)
    }
}

/// Draws the chart over the whole area, its ground included, and says where the plot came to lie.
///
/// `format_tick` turns a value of the axis into its label. An area too small to read gets the ground alone.
///
/// # Errors
/// Only what the backend reports.
pub fn draw<DB: DrawingBackend>(
    root: &DrawingArea<DB, Shift>,
    chart: &PathChart,
    palette: &Palette,
    style: &ChartStyle,
    format_tick: &dyn Fn(f64) -> String,
) -> Result<Plot, DrawingAreaErrorKind<DB::ErrorType>> {
    pen::render(root, style, |pen| {
        pen.ground(palette.background);
        let Some(layout) = layout::arrange(pen, chart, palette, style, format_tick) else {
            return Plot::default();
        };
        marks::ground(pen, chart, &layout, palette);
        marks::bars(pen, chart, &layout, palette);
        marks::verticals(pen, chart, &layout, palette);
        marks::lines(pen, chart, &layout, palette);
        marks::points(pen, chart, &layout, palette);
        labels::draw(pen, &layout, palette);
        years::draw(pen, chart, &layout, palette);
        layout.plot
    })
}
