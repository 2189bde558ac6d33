//! Drawing in CSS pixels. A pen gathers shapes in the whole units of a backend; [`render`] hands them to one, all at
//! once: an element of plotters for each would be more to download and to compute.

use std::cell::RefCell;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{Drawable, PointCollection};
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle};
use plotters_backend::DrawingErrorKind;

use super::{ChartStyle, Density, Rgb};
use crate::order::within;

/// A point in CSS pixels from the upper left corner.
pub(super) type Point = (f64, f64);

/// A place in the units of the backend.
type Place = (i32, i32);

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

/// What is drawn at some places.
enum Kind {
    /// Filled, between two corners.
    Rect,
    /// A line of a width.
    Path(u32),
    /// Filled, of a radius, around one place.
    Disc(u32),
    /// Filled, between its corners.
    Polygon,
    Text(String, Align, Weight),
}

/// Something drawn at the next so many places, in one colour.
struct Shape {
    kind: Kind,
    places: usize,
    colour: Rgb,
    /// 1 where nothing shows through.
    opacity: f64,
}

/// Shapes in the order in which they are drawn, and all their places.
#[derive(Default)]
struct Scene {
    shapes: Vec<Shape>,
    places: Vec<Place>,
}

/// A scene in the type of its texts.
struct Drawing<'a> {
    scene: Scene,
    text: &'a dyn Fn(Align, Weight, Rgb) -> TextStyle<'a>,
}

/// Gathers shapes.
pub(super) struct Pen<'a> {
    /// Width of a text in CSS pixels.
    measure: &'a dyn Fn(&str, Weight) -> f64,
    size: (f64, f64),
    density: Density,
    scene: RefCell<Scene>,
    /// Text size in CSS pixels, the measure of every distance.
    pub(super) em: f64,
}

/// Lets `draw` gather shapes and puts them on the area.
///
/// # Errors
/// Only what the backend reports.
pub(super) fn render<DB: DrawingBackend, T>(
    root: &DrawingArea<DB, Shift>,
    style: &ChartStyle,
    draw: impl FnOnce(&Pen) -> T,
) -> Result<T, DrawingAreaErrorKind<DB::ErrorType>> {
    let scale = if style.density.scale.is_finite() { style.density.scale.max(0.01) } else { 1.0 };
    let density = Density { scale, pixel: style.density.pixel.max(1) };
    let em = if style.font_px.is_finite() { within(style.font_px, 1.0, 400.0) } else { 12.0 };
    let text = |align, weight, colour: Rgb| TextStyle {
        font: FontDesc::new(
            FontFamily::Name(style.font_family),
            em * scale,
            match weight {
                Weight::Regular => FontStyle::Normal,
                Weight::Bold => FontStyle::Bold,
            },
        ),
        color: rgb(colour).to_backend_color(),
        pos: Pos::new(
            match align {
                Align::Left => HPos::Left,
                Align::Centre => HPos::Center,
                Align::Right => HPos::Right,
            },
            VPos::Center,
        ),
    };
    let (width, height) = root.dim_in_pixel();
    let pen = Pen {
        // A backend that cannot measure a text cannot draw it either, and says so then.
        measure: &|written, weight| {
            let size = root.estimate_text_size(written, &text(Align::Left, weight, (0, 0, 0)));
            size.map_or(0.0, |(width, _)| f64::from(width) / scale)
        },
        size: (f64::from(width) / scale, f64::from(height) / scale),
        density,
        scene: RefCell::default(),
        em,
    };
    let drawn = draw(&pen);
    root.draw(&Drawing { scene: pen.scene.into_inner(), text: &text })?;
    Ok(drawn)
}

impl<'a> PointCollection<'a, Place> for &'a Drawing<'_> {
    type Point = &'a Place;
    type IntoIter = std::slice::Iter<'a, Place>;

    fn point_iter(self) -> Self::IntoIter {
        self.scene.places.iter()
    }
}

impl<DB: DrawingBackend> Drawable<DB> for Drawing<'_> {
    fn draw<I: Iterator<Item = Place>>(
        &self,
        mut places: I,
        backend: &mut DB,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        for Shape { kind, places: count, colour, opacity } in &self.scene.shapes {
            let places: Vec<Place> = places.by_ref().take(*count).collect();
            let mut ink: ShapeStyle = rgb(*colour).mix(*opacity).filled();
            match (kind, places.as_slice()) {
                (Kind::Rect, [one, other]) => backend.draw_rect(*one, *other, &ink, true)?,
                (Kind::Disc(radius), [centre]) => backend.draw_circle(*centre, *radius, &ink, true)?,
                (Kind::Text(text, align, weight), [at]) => {
                    backend.draw_text(text, &(self.text)(*align, *weight, *colour), *at)?;
                }
                (Kind::Polygon, _) => backend.fill_polygon(places, &ink)?,
                (Kind::Path(width), _) => {
                    ink.stroke_width = *width;
                    backend.draw_path(places, &ink)?;
                }
                _ => {}
            }
        }
        Ok(())
    }
}

impl Pen<'_> {
    /// Width and height of the area in CSS pixels.
    pub(super) fn size(&self) -> (f64, f64) {
        self.size
    }

    /// A stroke that is `at_12` CSS pixels wide with text of 12 pixels.
    pub(super) fn stroke(&self, at_12: f64) -> f64 {
        at_12 * self.em / 12.0
    }

    /// Width of a text in CSS pixels.
    pub(super) fn measure(&self, text: &str, weight: Weight) -> f64 {
        if text.is_empty() { 0.0 } else { (self.measure)(text, weight) }
    }

    pub(super) fn text(&self, text: &str, at: Point, align: Align, weight: Weight, colour: Rgb) {
        self.push(Kind::Text(text.to_owned(), align, weight), &[self.at(at)], colour);
    }

    pub(super) fn ground(&self, colour: Rgb) {
        let corner = (self.length(self.size.0), self.length(self.size.1));
        self.push(Kind::Rect, &[(0, 0), corner], colour);
    }

    /// A filled rectangle whose edges lie on device pixels.
    pub(super) fn rect(&self, (x0, y0): Point, (x1, y1): Point, colour: Rgb) {
        self.push(Kind::Rect, &[(self.snap(x0), self.snap(y0)), (self.snap(x1), self.snap(y1))], colour);
    }

    /// A horizontal line, crisp: whole device pixels thick, at least one.
    pub(super) fn horizontal(&self, x0: f64, x1: f64, y: f64, width: f64, colour: Rgb) {
        let (top, bottom) = self.band(y, width);
        self.push(Kind::Rect, &[(self.snap(x0), top), (self.snap(x1), bottom)], colour);
    }

    /// A vertical line, crisp like a horizontal one.
    pub(super) fn vertical(&self, x: f64, y0: f64, y1: f64, width: f64, colour: Rgb) {
        let (left, right) = self.band(x, width);
        self.push(Kind::Rect, &[(left, self.snap(y0)), (right, self.snap(y1))], colour);
    }

    /// A line through the points in order.
    pub(super) fn path(&self, points: &[Point], width: f64, colour: Rgb) {
        let width = self.length(width).max(1).unsigned_abs();
        self.push(Kind::Path(width), &self.all_at(points), colour);
    }

    /// Lets what lies below show through the shape that was drawn last; `opacity` is from 0 to 1.
    pub(super) fn veil(&self, opacity: f64) {
        if let Some(shape) = self.scene.borrow_mut().shapes.last_mut() {
            shape.opacity = opacity;
        }
    }

    /// A dashed line through the points. The dashes run on across the corners.
    pub(super) fn dashes(&self, points: &[Point], (on, off): (f64, f64), width: f64, colour: Rgb) {
        for dash in dashed(points, self.stroke(on), self.stroke(off)) {
            self.path(&dash, width, colour);
        }
    }

    pub(super) fn disc(&self, centre: Point, radius: f64, colour: Rgb) {
        let radius = self.length(radius).max(0).unsigned_abs();
        self.push(Kind::Disc(radius), &[self.at(centre)], colour);
    }

    pub(super) fn polygon(&self, corners: &[Point], colour: Rgb) {
        self.push(Kind::Polygon, &self.all_at(corners), colour);
    }

    fn push(&self, kind: Kind, places: &[Place], colour: Rgb) {
        let mut scene = self.scene.borrow_mut();
        scene.shapes.push(Shape { kind, places: places.len(), colour, opacity: 1.0 });
        scene.places.extend_from_slice(places);
    }

    fn at(&self, (x, y): Point) -> Place {
        (self.length(x), self.length(y))
    }

    fn all_at(&self, points: &[Point]) -> Vec<Place> {
        points.iter().map(|point| self.at(*point)).collect()
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
