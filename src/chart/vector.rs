//! A drawing as a list of shapes, for whoever draws shapes but is no plotters backend: an SVG image, paper.

use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

use super::{Density, Rgb};

/// Backend units per CSS pixel: plotters takes whole numbers only.
const UNITS: f64 = 20.0;
/// The middle of a line of text lies so far above its foot, as a share of its size.
const MIDDLE: f64 = 0.37;
/// How much wider bold type is.
const BOLD: f64 = 1.06;

/// One shape. Lengths are CSS pixels from the upper left corner.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Filled.
    Rect {
        /// Left edge and upper edge.
        at: (f64, f64),
        /// Width and height.
        size: (f64, f64),
        /// Its colour.
        colour: Rgb,
    },
    /// A line.
    Path {
        /// Through these points in order.
        points: Vec<(f64, f64)>,
        /// Its width.
        width: f64,
        /// Its colour.
        colour: Rgb,
    },
    /// Filled.
    Polygon {
        /// Its corners.
        points: Vec<(f64, f64)>,
        /// Its colour.
        colour: Rgb,
    },
    /// Filled.
    Disc {
        /// Its middle.
        centre: (f64, f64),
        /// Its radius.
        radius: f64,
        /// Its colour.
        colour: Rgb,
    },
    /// A line of text.
    Text {
        /// What is written.
        text: String,
        /// The foot of the letters, at the left, the middle or the right.
        at: (f64, f64),
        /// Which of them.
        anchor: Anchor,
        /// Size of the type.
        size: f64,
        /// Whether it is bold.
        bold: bool,
        /// Its colour.
        colour: Rgb,
    },
}

/// Which part of a text its place names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// A plotters backend that keeps the shapes.
pub struct Vector {
    size: (u32, u32),
    shapes: Rc<RefCell<Vec<Shape>>>,
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// The shapes of what `draw` draws on an area of this size in CSS pixels, in the order in which they lie on each
/// other.
pub fn shapes<T>(
    (width, height): (f64, f64),
    draw: impl FnOnce(&DrawingArea<Vector, Shift>, Density) -> Result<T, DrawingAreaErrorKind<Infallible>>,
) -> Vec<Shape> {
    let units = |css: f64| (css * UNITS).round().max(0.0) as u32;
    let shapes = Rc::new(RefCell::new(Vec::new()));
    let backend = Vector { size: (units(width), units(height)), shapes: Rc::clone(&shapes) };
    let root = DrawingArea::from(&Rc::new(RefCell::new(backend)));
    // Keeping shapes cannot fail.
    let _ = draw(&root, Density { scale: UNITS, pixel: 1 });
    shapes.take()
}

/// About how wide a text is, in CSS pixels: rather too much than too little.
pub fn text_width(text: &str, size: f64, bold: bool) -> f64 {
    let ems: f64 = text.chars().map(letter_width).sum();
    ems * size * if bold { BOLD } else { 1.0 }
}

/// Width of a letter in ems, as common sans-serif types have it.
fn letter_width(letter: char) -> f64 {
    match letter {
        ' ' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | 'i' | 'l' | 'j' => 0.31,
        '(' | ')' | '[' | ']' | '/' | '-' | 'f' | 't' | 'r' | 'I' => 0.4,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.95,
        'A'..='Z' => 0.7,
        '\u{0}'..='\u{24F}' | '\u{2212}' => 0.58,
        _ => 1.0,
    }
}

impl Vector {
    fn push(&self, shape: Shape) -> Drawn {
        self.shapes.borrow_mut().push(shape);
        Ok(())
    }
}

impl DrawingBackend for Vector {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, colour: BackendColor) -> Drawn {
        let size = (1.0 / UNITS, 1.0 / UNITS);
        self.push(Shape::Rect { at: css(at), size, colour: colour.rgb })
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        one: BackendCoord,
        other: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let ((left, top), (right, bottom)) = (css(one), css(other));
        if !fill {
            let around = [one, (other.0, one.1), other, (one.0, other.1), one];
            return self.draw_path(around, style);
        }
        let size = (right - left, bottom - top);
        self.push(Shape::Rect { at: (left, top), size, colour: style.color().rgb })
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let width = f64::from(style.stroke_width()) / UNITS;
        self.push(Shape::Path { points: all(path), width, colour: style.color().rgb })
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        radius: u32,
        style: &S,
        _: bool,
    ) -> Drawn {
        let radius = f64::from(radius) / UNITS;
        self.push(Shape::Disc { centre: css(centre), radius, colour: style.color().rgb })
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.push(Shape::Polygon { points: all(path), colour: style.color().rgb })
    }

    /// Upright text whose place names its vertical middle, as all of this crate is.
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        let size = style.size() / UNITS;
        let (x, y) = css(at);
        let anchor = match style.anchor().h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        self.push(Shape::Text {
            text: text.to_owned(),
            at: (x, y + size * MIDDLE),
            anchor,
            size,
            bold: matches!(style.style(), FontStyle::Bold),
            colour: style.color().rgb,
        })
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let width = text_width(text, style.size(), matches!(style.style(), FontStyle::Bold));
        Ok((width.ceil() as u32, style.size().ceil() as u32))
    }
}

fn css((x, y): BackendCoord) -> (f64, f64) {
    (f64::from(x) / UNITS, f64::from(y) / UNITS)
}

fn all(path: impl IntoIterator<Item = BackendCoord>) -> Vec<(f64, f64)> {
    path.into_iter().map(css).collect()
}
