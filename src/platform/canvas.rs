//! A canvas element as a plotters backend.
//!
//! plotters-canvas draws the shapes. Three of its habits do not suit this page and are replaced here: it measures text
//! by an element with a `style` attribute, which the Content-Security-Policy blocks; it knows nothing of device
//! pixels; and it strokes and fills every line and rectangle for itself, of which a dashed line has dozens. Here those
//! of one look that follow each other are gathered and drawn at once.
//!
//! Coordinates are counted in [`SUBPIXEL`]ths of a device pixel, because plotters takes whole numbers only and a slope
//! on whole pixels looks bent on an ordinary screen.

use std::cell::RefCell;
use std::rc::Rc;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement};

use super::font::Font;
use crate::chart::Density;
use crate::order::within;

/// Backend units per device pixel.
const SUBPIXEL: i32 = 8;
/// Widest backing store, in device pixels; browsers refuse much larger ones.
const LARGEST: f64 = 8192.0;

/// A canvas to paint on, as often as needed.
pub struct Surface {
    canvas: HtmlCanvasElement,
    backend: Rc<RefCell<Backend>>,
}

/// Draws on the canvas of a [`Surface`]. Units are fractions of a device pixel, see [`Density`].
pub struct Backend {
    shapes: CanvasBackend,
    context: CanvasRenderingContext2d,
    /// Whether the context counts in backend units (shapes) rather than device pixels (text).
    in_units: bool,
    /// The colour and the alignment that the context is set to for text; shapes set others.
    ink: Option<(BackendColor, &'static str)>,
    /// The look of the lines or rectangles that the context's path holds.
    gathered: Option<Look>,
    font: RefCell<Font>,
}

/// How a path is drawn.
#[derive(Clone, Copy, PartialEq)]
struct Look {
    rgb: (u8, u8, u8),
    alpha: f64,
    /// Width of the stroke in backend units; filled where there is none.
    stroke: Option<u32>,
}

/// Why a canvas cannot be painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SurfaceError {
    /// The browser gives no 2D context.
    NoContext,
    /// The browser or plotters refused to draw.
    Drawing,
}

impl Surface {
    /// Takes a canvas that has no context yet, or a 2D one.
    ///
    /// # Errors
    /// [`SurfaceError::NoContext`] if the browser gives no 2D context.
    pub fn new(canvas: HtmlCanvasElement) -> Result<Surface, SurfaceError> {
        let context = canvas.get_context("2d").ok().flatten().ok_or(SurfaceError::NoContext)?;
        let context = context.dyn_into().map_err(|_| SurfaceError::NoContext)?;
        let shapes = CanvasBackend::with_canvas_object(canvas.clone()).ok_or(SurfaceError::NoContext)?;
        let font = RefCell::default();
        let backend = Backend { shapes, context, in_units: false, ink: None, gathered: None, font };
        Ok(Surface { canvas, backend: Rc::new(RefCell::new(backend)) })
    }

    /// A canvas that stays outside the page.
    ///
    /// # Errors
    /// [`SurfaceError::NoContext`] if the browser gives no canvas or no 2D context.
    pub fn apart() -> Result<Surface, SurfaceError> {
        let document = web_sys::window().and_then(|window| window.document());
        let canvas = document.and_then(|document| document.create_element("canvas").ok());
        let canvas = canvas.and_then(|canvas| canvas.dyn_into().ok());
        Surface::new(canvas.ok_or(SurfaceError::NoContext)?)
    }

    /// Makes a PNG file of what is painted; `made` gets `None` where the browser makes none.
    ///
    /// # Errors
    /// [`SurfaceError::Drawing`] where the browser refuses at once.
    pub fn png(&self, made: impl FnOnce(Option<Blob>) + 'static) -> Result<(), SurfaceError> {
        let made = Closure::once_into_js(made);
        self.canvas.to_blob(made.unchecked_ref()).map_err(failed)
    }

    /// Clears the canvas and paints it by `draw`, which gets the whole area and its density.
    ///
    /// The backing store becomes the size in CSS pixels times the ratio of device pixels; the element's own
    /// size is the style sheet's.
    ///
    /// # Errors
    /// [`SurfaceError::Drawing`] where the browser or plotters refuses; the canvas is then left half painted.
    pub fn paint<T>(
        &self,
        css_width: f64,
        css_height: f64,
        ratio: f64,
        draw: impl FnOnce(&DrawingArea<Backend, Shift>, Density) -> Result<T, DrawingAreaErrorKind<SurfaceError>>,
    ) -> Result<T, SurfaceError> {
        let ratio = if ratio.is_finite() && ratio > 0.0 { ratio } else { 1.0 };
        let pixels = |css: f64| within((css * ratio).round(), 1.0, LARGEST) as u32;
        let (width, height) = (pixels(css_width), pixels(css_height));
        if (self.canvas.width(), self.canvas.height()) != (width, height) {
            self.canvas.set_width(width);
            self.canvas.set_height(height);
        }
        self.backend.borrow_mut().begin(width, height)?;
        let root = DrawingArea::from(&self.backend);
        let density = Density { scale: ratio * f64::from(SUBPIXEL), pixel: SUBPIXEL };
        let drawn = draw(&root, density).map_err(|_| SurfaceError::Drawing);
        self.backend.borrow_mut().finish();
        drawn
    }
}

impl Backend {
    /// Clears the canvas and forgets the context's state, which a change of size resets.
    fn begin(&mut self, width: u32, height: u32) -> Result<(), SurfaceError> {
        self.context.reset_transform().map_err(failed)?;
        self.context.clear_rect(0.0, 0.0, f64::from(width), f64::from(height));
        self.context.set_line_join("round");
        self.context.set_text_baseline("alphabetic");
        self.in_units = false;
        self.ink = None;
        self.gathered = None;
        self.font.get_mut().set = false;
        Ok(())
    }

    /// The shapes' backend, with nothing left to be drawn before what it draws.
    fn shapes(&mut self) -> Result<&mut CanvasBackend, DrawingErrorKind<SurfaceError>> {
        self.finish();
        self.count_in_units()?;
        Ok(&mut self.shapes)
    }

    fn count_in_units(&mut self) -> Result<(), DrawingErrorKind<SurfaceError>> {
        if !self.in_units {
            let unit = 1.0 / f64::from(SUBPIXEL);
            self.context.set_transform(unit, 0.0, 0.0, unit, 0.0, 0.0).map_err(drawing)?;
            self.in_units = true;
            self.ink = None;
        }
        Ok(())
    }

    /// Makes ready for more of the path of one look. Where a path that lets the ground through lies on itself, it does
    /// so no less.
    fn gather(
        &mut self,
        colour: BackendColor,
        stroke: Option<u32>,
    ) -> Result<&CanvasRenderingContext2d, DrawingErrorKind<SurfaceError>> {
        let look = Look { rgb: colour.rgb, alpha: colour.alpha, stroke };
        if self.gathered != Some(look) {
            self.finish();
            self.count_in_units()?;
            self.context.begin_path();
            self.gathered = Some(look);
        }
        Ok(&self.context)
    }

    /// Draws what is gathered.
    fn finish(&mut self) {
        let Some(Look { rgb, alpha, stroke }) = self.gathered.take() else { return };
        let colour = css(rgb, alpha);
        match stroke {
            Some(width) => {
                self.context.set_stroke_style_str(&colour);
                self.context.set_line_width(f64::from(width));
                self.context.stroke();
            }
            None => {
                self.context.set_fill_style_str(&colour);
                self.context.fill();
                self.ink = None;
            }
        }
    }

    fn choose_font<S: BackendTextStyle>(&self, style: &S) {
        let size = style.size() / f64::from(SUBPIXEL);
        let bold = matches!(style.style(), FontStyle::Bold);
        self.font.borrow_mut().choose(&self.context, size, style.family().as_str(), bold);
    }
}

impl DrawingBackend for Backend {
    type ErrorType = SurfaceError;

    fn get_size(&self) -> (u32, u32) {
        let (width, height) = self.shapes.get_size();
        (width.saturating_mul(SUBPIXEL.unsigned_abs()), height.saturating_mul(SUBPIXEL.unsigned_abs()))
    }

    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<SurfaceError>> {
        Ok(())
    }

    fn present(&mut self) -> Result<(), DrawingErrorKind<SurfaceError>> {
        Ok(())
    }

    fn draw_pixel(
        &mut self,
        point: BackendCoord,
        color: BackendColor,
    ) -> Result<(), DrawingErrorKind<SurfaceError>> {
        self.shapes()?.draw_pixel(point, color).map_err(inner)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Result<(), DrawingErrorKind<SurfaceError>> {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Result<(), DrawingErrorKind<SurfaceError>> {
        let ((left, top), (right, bottom)) = (upper_left, bottom_right);
        if !fill {
            return self
                .draw_path([(left, top), (right, top), (right, bottom), (left, bottom), (left, top)], style);
        }
        let context = self.gather(style.color(), None)?;
        context.rect(left.into(), top.into(), (right - left).into(), (bottom - top).into());
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<SurfaceError>> {
        let context = self.gather(style.color(), Some(style.stroke_width()))?;
        for (index, (x, y)) in path.into_iter().enumerate() {
            if index == 0 {
                context.move_to(x.into(), y.into());
            } else {
                context.line_to(x.into(), y.into());
            }
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Result<(), DrawingErrorKind<SurfaceError>> {
        self.shapes()?.draw_circle(center, radius, style, fill).map_err(inner)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<SurfaceError>> {
        self.shapes()?.fill_polygon(path, style).map_err(inner)
    }

    /// Upright text only. Its vertical middle is taken from the size of the type, alike in every browser.
    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        pos: BackendCoord,
    ) -> Result<(), DrawingErrorKind<SurfaceError>> {
        self.finish();
        if self.in_units {
            self.context.reset_transform().map_err(drawing)?;
            self.in_units = false;
        }
        self.choose_font(style);
        let unit = f64::from(SUBPIXEL);
        let size = style.size() / unit;
        let align = match style.anchor().h_pos {
            HPos::Left => "left",
            HPos::Center => "center",
            HPos::Right => "right",
        };
        // Below the middle by half the height of capitals and figures.
        let drop = match style.anchor().v_pos {
            VPos::Top => size * 0.88,
            VPos::Center => size * 0.37,
            VPos::Bottom => size * -0.12,
        };
        let colour = style.color();
        let same = self.ink.is_some_and(|(before, aligned)| {
            (before.rgb, before.alpha, aligned) == (colour.rgb, colour.alpha, align)
        });
        if !same {
            self.context.set_fill_style_str(&css(colour.rgb, colour.alpha));
            self.context.set_text_align(align);
            self.ink = Some((colour, align));
        }
        let (x, y) = (f64::from(pos.0) / unit, (f64::from(pos.1) / unit + drop).round());
        self.context.fill_text(text, x, y).map_err(drawing)
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<SurfaceError>> {
        self.choose_font(style);
        let width = self.font.borrow_mut().width(&self.context, text).map_err(drawing)?;
        Ok(((width * f64::from(SUBPIXEL)).ceil() as u32, style.size().ceil() as u32))
    }
}

impl std::fmt::Display for SurfaceError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            SurfaceError::NoContext => "the canvas has no 2D context",
            SurfaceError::Drawing => "the canvas cannot be painted",
        })
    }
}

impl std::error::Error for SurfaceError {}

/// A colour as style sheets have it.
fn css((red, green, blue): (u8, u8, u8), alpha: f64) -> String {
    format!("rgba({red},{green},{blue},{alpha})")
}

fn failed(_: JsValue) -> SurfaceError {
    SurfaceError::Drawing
}

fn drawing(reason: JsValue) -> DrawingErrorKind<SurfaceError> {
    DrawingErrorKind::DrawingError(failed(reason))
}

fn inner<E: std::error::Error + Send + Sync>(_: DrawingErrorKind<E>) -> DrawingErrorKind<SurfaceError> {
    DrawingErrorKind::DrawingError(SurfaceError::Drawing)
}
