//! Drawing in CSS pixels on a plotters backend, which counts in whole units of its own.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{Circle, PathElement, Polygon, Rectangle};
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle};

use super::{ChartStyle, Density, Rgb};
use crate::order::within;

/// The outcome of drawing on a backend.
pub(super) type Drawn<DB, T = ()> = Result<T, DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;

/// A point in CSS pixels from the upper left corner.
pub(super) type Point = (f64, f64);

/// How heavy text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// Which part of a text its position names; vertically it is always the middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Centre,
    Right,
}

/// Draws on one area in one type.
pub(super) struct Pen<'a, DB: DrawingBackend> {
    root: &'a DrawingArea<DB, Shift>,
    density: Density,
    regular: TextStyle<'a>,
    bold: TextStyle<'a>,
    /// Text size in CSS pixels, the measure of every distance.
    pub(super) em: f64,
}

impl<'a, DB: DrawingBackend> Pen<'a, DB> {
    pub(super) fn new(root: &'a DrawingArea<DB, Shift>, style: &ChartStyle<'a>) -> Self {
        let scale = if style.density.scale.is_finite() { style.density.scale.max(0.01) } else { 1.0 };
        let density = Density { scale, pixel: style.density.pixel.max(1) };
        let em = if style.font_px.is_finite() { within(style.font_px, 1.0, 400.0) } else { 12.0 };
        let text = |weight| TextStyle {
            font: FontDesc::new(FontFamily::Name(style.font_family), em * scale, weight),
            color: RGBColor(0, 0, 0).to_backend_color(),
            pos: Pos::new(HPos::Left, VPos::Center),
        };
        Pen { root, density, regular: text(FontStyle::Normal), bold: text(FontStyle::Bold), em }
    }

    /// Width and height of the area in CSS pixels.
    pub(super) fn size(&self) -> (f64, f64) {
        let (width, height) = self.root.dim_in_pixel();
        (f64::from(width) / self.density.scale, f64::from(height) / self.density.scale)
    }

    /// A stroke that is `at_12` CSS pixels wide with text of 12 pixels.
    pub(super) fn stroke(&self, at_12: f64) -> f64 {
        at_12 * self.em / 12.0
    }

    /// Width of a text in CSS pixels.
    pub(super) fn measure(&self, text: &str, weight: Weight) -> Drawn<DB, f64> {
        if text.is_empty() {
            return Ok(0.0);
        }
        let (width, _) = self.root.estimate_text_size(text, self.type_of(weight))?;
        Ok(f64::from(width) / self.density.scale)
    }

    pub(super) fn text(&self, text: &str, at: Point, align: Align, weight: Weight, colour: Rgb) -> Drawn<DB> {
        let mut style = self.type_of(weight).clone();
        style.color = rgb(colour).to_backend_color();
        style.pos.h_pos = match align {
            Align::Left => HPos::Left,
            Align::Centre => HPos::Center,
            Align::Right => HPos::Right,
        };
        self.root.draw_text(text, &style, self.at(at))
    }

    pub(super) fn ground(&self, colour: Rgb) -> Drawn<DB> {
        self.root.fill(&rgb(colour))
    }

    /// A filled rectangle whose edges lie on device pixels.
    pub(super) fn rect(&self, (x0, y0): Point, (x1, y1): Point, colour: Rgb) -> Drawn<DB> {
        let corners = [(self.snap(x0), self.snap(y0)), (self.snap(x1), self.snap(y1))];
        self.root.draw(&Rectangle::new(corners, rgb(colour).filled()))
    }

    /// A horizontal line, crisp: whole device pixels thick, at least one.
    pub(super) fn horizontal(&self, x0: f64, x1: f64, y: f64, width: f64, colour: Rgb) -> Drawn<DB> {
        let (top, bottom) = self.band(y, width);
        let corners = [(self.snap(x0), top), (self.snap(x1), bottom)];
        self.root.draw(&Rectangle::new(corners, rgb(colour).filled()))
    }

    /// A vertical line, crisp like a horizontal one.
    pub(super) fn vertical(&self, x: f64, y0: f64, y1: f64, width: f64, colour: Rgb) -> Drawn<DB> {
        let (left, right) = self.band(x, width);
        let corners = [(left, self.snap(y0)), (right, self.snap(y1))];
        self.root.draw(&Rectangle::new(corners, rgb(colour).filled()))
    }

    /// A line through the points in order.
    pub(super) fn path(&self, points: &[Point], width: f64, colour: Rgb) -> Drawn<DB> {
        let points: Vec<_> = points.iter().map(|p| self.at(*p)).collect();
        self.root.draw(&PathElement::new(points, self.line(width, colour)))
    }

    /// A dashed line through the points. The dashes run on across the corners.
    pub(super) fn dashes(&self, points: &[Point], width: f64, colour: Rgb) -> Drawn<DB> {
        let (on, off) = (self.stroke(6.0), self.stroke(4.0));
        for dash in dashed(points, on, off) {
            self.path(&dash, width, colour)?;
        }
        Ok(())
    }

    pub(super) fn disc(&self, centre: Point, radius: f64, colour: Rgb) -> Drawn<DB> {
        self.root.draw(&Circle::new(self.at(centre), self.length(radius), rgb(colour).filled()))
    }

    pub(super) fn polygon(&self, corners: &[Point], colour: Rgb) -> Drawn<DB> {
        let corners: Vec<_> = corners.iter().map(|p| self.at(*p)).collect();
        self.root.draw(&Polygon::new(corners, rgb(colour)))
    }

    fn type_of(&self, weight: Weight) -> &TextStyle<'a> {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    fn line(&self, width: f64, colour: Rgb) -> ShapeStyle {
        rgb(colour).stroke_width(self.length(width).max(1).unsigned_abs())
    }

    fn at(&self, (x, y): Point) -> (i32, i32) {
        (self.length(x), self.length(y))
    }

    fn length(&self, css: f64) -> i32 {
        (css * self.density.scale).round() as i32
    }

    fn snap(&self, css: f64) -> i32 {
        let pixel = f64::from(self.density.pixel);
        ((css * self.density.scale / pixel).round() * pixel) as i32
    }

    /// The device pixels that a straight line of the given width covers around a place.
    fn band(&self, centre: f64, width: f64) -> (i32, i32) {
        let pixel = f64::from(self.density.pixel);
        let thick = (width * self.density.scale / pixel).round().max(1.0);
        let start = (centre * self.density.scale / pixel - thick / 2.0).round();
        ((start * pixel) as i32, ((start + thick) * pixel) as i32)
    }
}

/// The drawn pieces of a dashed line, each a path of its own.
fn dashed(points: &[Point], on: f64, off: f64) -> Vec<Vec<Point>> {
    let mut dashes = Vec::new();
    let mut dash: Vec<Point> = points.first().copied().into_iter().collect();
    let mut drawing = true;
    let mut left = on;
    for (a, b) in points.iter().zip(points.iter().skip(1)) {
        let length = (b.0 - a.0).hypot(b.1 - a.1);
        let mut done = 0.0;
        while length - done > left {
            done += left;
            let t = done / length;
            let at = (a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t);
            if drawing {
                dash.push(at);
                dashes.push(std::mem::take(&mut dash));
            } else {
                dash = vec![at];
            }
            drawing = !drawing;
            left = if drawing { on } else { off };
        }
        left -= length - done;
        if drawing {
            dash.push(*b);
        }
    }
    if dash.len() > 1 {
        dashes.push(dash);
    }
    dashes
}

fn rgb((red, green, blue): Rgb) -> RGBColor {
    RGBColor(red, green, blue)
}
