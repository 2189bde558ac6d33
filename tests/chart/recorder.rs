//! A plotters backend that remembers what was drawn instead of drawing it.

use std::cell::RefCell;
use std::rc::Rc;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};
use r13_simulator::chart::{
    ChartStyle, CrowdChart, Density, Palette, PathChart, Plot, Rgb, draw, draw_crowd,
};

use crate::samples::plain;

/// Size, resolution and type of a drawing.
#[derive(Clone, Copy, Debug)]
pub struct Paper {
    pub width: f64,
    pub height: f64,
    pub density: Density,
    pub font_px: f64,
    pub labels: bool,
}

impl Paper {
    /// A drawing in whole pixels with its direct labels.
    pub fn new(width: f64, height: f64, ratio: f64, font_px: f64) -> Paper {
        Paper { width, height, density: Density::of_pixels(ratio), font_px, labels: true }
    }
}

/// One call of the backend. Lengths are in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    Rect { box_: Box4, colour: Rgb },
    Path { points: Vec<(f64, f64)>, width: f64, colour: Rgb },
    Polygon { points: Vec<(f64, f64)>, colour: Rgb },
    Disc { centre: (f64, f64), radius: f64, colour: Rgb },
    Text { text: String, box_: Box4, size: f64, bold: bool, colour: Rgb },
}

/// Left, top, right and bottom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Box4 {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

/// What a chart drew, and where its plot lies.
#[derive(Debug)]
pub struct Drawing {
    pub marks: Vec<Mark>,
    pub plot: Plot,
}

/// The backend never fails; this type only says so.
#[derive(Debug)]
pub struct Never;

/// The backend.
pub struct Recorder {
    size: (u32, u32),
    scale: f64,
    marks: Rc<RefCell<Vec<Mark>>>,
}

type Outcome<T = ()> = Result<T, DrawingErrorKind<Never>>;

/// Draws a chart and returns its marks; ticks are labelled by `format_tick`.
pub fn record(
    chart: &PathChart,
    palette: &Palette,
    paper: Paper,
    format_tick: &dyn Fn(f64) -> String,
) -> Drawing {
    let (marks, plot) = recorded(paper, |root, style| {
        draw(root, chart, palette, style, format_tick).expect("no backend error")
    });
    Drawing { marks, plot }
}

/// The same of the paths of many scenarios.
pub fn record_crowd(chart: &CrowdChart, palette: &Palette, paper: Paper) -> Drawing {
    let (marks, plot) = recorded(paper, |root, style| {
        draw_crowd(root, chart, palette, style, &plain).expect("no backend error")
    });
    Drawing { marks, plot }
}

/// Draws anything and returns its marks with what the drawing returns.
pub fn recorded<T>(
    paper: Paper,
    draw: impl FnOnce(&DrawingArea<Recorder, Shift>, &ChartStyle) -> T,
) -> (Vec<Mark>, T) {
    let marks = Rc::new(RefCell::new(Vec::new()));
    let pixels = |css: f64| (css * paper.density.scale).round() as u32;
    let size = (pixels(paper.width), pixels(paper.height));
    let recorder = Recorder { size, scale: paper.density.scale, marks: Rc::clone(&marks) };
    let style = ChartStyle {
        density: paper.density,
        font_px: paper.font_px,
        font_family: "sans-serif",
        labels: paper.labels,
    };
    let drawn = draw(&recorder.into_drawing_area(), &style);
    (marks.take(), drawn)
}

impl Drawing {
    /// Every text with its box.
    pub fn texts(&self) -> Vec<(&str, Box4)> {
        let text = |mark| match mark {
            &Mark::Text { ref text, box_, .. } => Some((text.as_str(), box_)),
            _ => None,
        };
        self.marks.iter().filter_map(text).collect()
    }

    /// The points and widths of the paths in a colour.
    pub fn paths(&self, wanted: Rgb) -> Vec<(&[(f64, f64)], f64)> {
        let path = |mark| match mark {
            &Mark::Path { ref points, width, colour } if colour == wanted => Some((points.as_slice(), width)),
            _ => None,
        };
        self.marks.iter().filter_map(path).collect()
    }

    /// The rectangles in a colour.
    pub fn rects(&self, wanted: Rgb) -> Vec<Box4> {
        let rect = |mark| match mark {
            &Mark::Rect { box_, colour } if colour == wanted => Some(box_),
            _ => None,
        };
        self.marks.iter().filter_map(rect).collect()
    }
}

impl Box4 {
    pub fn overlaps(&self, other: &Box4) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

impl Recorder {
    fn css(&self, (x, y): BackendCoord) -> (f64, f64) {
        (f64::from(x) / self.scale, f64::from(y) / self.scale)
    }

    fn note(&self, mark: Mark) -> Outcome {
        self.marks.borrow_mut().push(mark);
        Ok(())
    }

    fn boxed(&self, a: BackendCoord, b: BackendCoord) -> Box4 {
        let ((left, top), (right, bottom)) = (self.css(a), self.css(b));
        Box4 { left, top, right, bottom }
    }
}

impl std::fmt::Display for Never {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("never")
    }
}

impl std::error::Error for Never {}

impl DrawingBackend for Recorder {
    type ErrorType = Never;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Outcome {
        Ok(())
    }

    fn present(&mut self) -> Outcome {
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Outcome {
        panic!("the chart draws no single pixels")
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Outcome {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        a: BackendCoord,
        b: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Outcome {
        assert!(fill, "the chart draws no outlines");
        self.note(Mark::Rect { box_: self.boxed(a, b), colour: style.color().rgb })
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Outcome {
        let points = path.into_iter().map(|p| self.css(p)).collect();
        let width = f64::from(style.stroke_width()) / self.scale;
        self.note(Mark::Path { points, width, colour: style.color().rgb })
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Outcome {
        let points = path.into_iter().map(|p| self.css(p)).collect();
        self.note(Mark::Polygon { points, colour: style.color().rgb })
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        at: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Outcome {
        assert!(fill, "the chart draws no outlines");
        let radius = f64::from(radius) / self.scale;
        self.note(Mark::Disc { centre: self.css(at), radius, colour: style.color().rgb })
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, pos: BackendCoord) -> Outcome {
        let (width, height) = self.estimate_text_size(text, style)?;
        let (width, height) = (f64::from(width) / self.scale, f64::from(height) / self.scale);
        let (x, y) = self.css(pos);
        let left = match style.anchor().h_pos {
            HPos::Left => x,
            HPos::Center => x - width / 2.0,
            HPos::Right => x - width,
        };
        assert!(matches!(style.anchor().v_pos, VPos::Center));
        let box_ = Box4 { left, top: y - height / 2.0, right: left + width, bottom: y + height / 2.0 };
        let bold = matches!(style.style(), FontStyle::Bold);
        let colour = style.color().rgb;
        self.note(Mark::Text { text: text.to_owned(), box_, size: style.size() / self.scale, bold, colour })
    }

    /// Latin letters and figures take 0.6 of the size, all else the whole.
    fn estimate_text_size<S: BackendTextStyle>(&self, text: &str, style: &S) -> Outcome<(u32, u32)> {
        let ems: f64 = text.chars().map(|c| if c.is_ascii() { 0.6 } else { 1.0 }).sum();
        let bold = if matches!(style.style(), FontStyle::Bold) { 1.05 } else { 1.0 };
        Ok(((ems * bold * style.size()).ceil() as u32, style.size().ceil() as u32))
    }
}
