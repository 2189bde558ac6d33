//! A canvas that paints a chart on the next frame, sharp at any pixel ratio and size.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::render::{AnimationFrame, request_animation_frame};
use web_sys::HtmlCanvasElement;
use yew::{Callback, NodeRef};

use crate::chart::{self, ChartStyle, Palette, PathChart, Plot};
use crate::codec::figure::grouped;
use crate::platform::canvas::Surface;
use crate::platform::page;

/// Japanese first; the same families as the stylesheet's.
pub const FONTS: &str =
    "\"Hiragino Sans\", \"Noto Sans JP\", \"Noto Sans CJK JP\", \"Yu Gothic UI\", Meiryo, sans-serif";

/// All that a frame needs, kept outside the component so that a frame paints what is newest.
pub struct Easel {
    canvas: NodeRef,
    surface: Option<Surface>,
    frame: Option<AnimationFrame>,
    chart: PathChart,
    dark: bool,
    decimals: u8,
    /// Whether its type is the canvas's own, as the stylesheet has it, and not one for a desk.
    own_type: bool,
    plot: Plot,
    /// Hears of the first time; taken then.
    drawn: Option<Callback<()>>,
}

/// How the value axis of an indicator with these decimals writes its ticks.
pub fn tick(decimals: u8) -> impl Fn(f64) -> String {
    move |value: f64| grouped(value, if value.fract() == 0.0 { 0 } else { decimals.max(1) })
}

/// Asks for one frame, however often it is called before that frame.
pub fn schedule(easel: &Rc<RefCell<Easel>>) {
    let waiting = easel.borrow().frame.is_some();
    if !waiting {
        let on_frame = Rc::clone(easel);
        let frame = request_animation_frame(move |_| {
            let drawn = on_frame.borrow_mut().frame_came();
            if let Some(drawn) = drawn {
                drawn.emit(());
            }
        });
        easel.borrow_mut().frame = Some(frame);
    }
}

impl Easel {
    /// An easel for a canvas that will be in the page; `drawn` hears of the first chart on it. Its type fits a desk,
    /// or, with `own_type`, is the one that the stylesheet gives the canvas; strokes and marks follow it.
    pub fn new(canvas: NodeRef, own_type: bool, drawn: Callback<()>) -> Easel {
        let (chart, plot) = (PathChart::default(), Plot::default());
        Easel {
            canvas,
            surface: None,
            frame: None,
            chart,
            dark: false,
            decimals: 0,
            own_type,
            plot,
            drawn: Some(drawn),
        }
    }

    /// Takes a chart for the next frame; whether it differs from the one before.
    pub fn set(&mut self, chart: PathChart, dark: bool, decimals: u8) -> bool {
        let same = self.chart == chart && (self.dark, self.decimals) == (dark, decimals);
        (self.chart, self.dark, self.decimals) = (chart, dark, decimals);
        !same
    }

    /// Index of the year under a place of the canvas, in CSS pixels from its left edge.
    pub fn year_at(&self, x: f64) -> Option<usize> {
        self.plot.year_at(x)
    }

    /// Paints what is newest; who is to hear of it, where it is the first time.
    fn frame_came(&mut self) -> Option<Callback<()>> {
        self.frame = None;
        self.plot = self.paint()?;
        self.drawn.take()
    }

    /// Paints the chart; `None` where the canvas is gone or has no size yet. A canvas that cannot be drawn on stays
    /// empty: the table says the same as the chart, so that nothing is lost then.
    fn paint(&mut self) -> Option<Plot> {
        let canvas = self.canvas.cast::<HtmlCanvasElement>()?;
        let (width, height) = (f64::from(canvas.client_width()), f64::from(canvas.client_height()));
        if width < 1.0 || height < 1.0 {
            return None;
        }
        let own_type = self.own_type.then(|| page::font_size(&canvas)).flatten();
        if self.surface.is_none() {
            self.surface = Surface::new(canvas).ok();
        }
        let palette = if self.dark { &Palette::DARK } else { &Palette::LIGHT };
        let font_px = own_type.unwrap_or(match width {
            ..480.0 => 12.0,
            ..800.0 => 13.0,
            _ => 15.0,
        });
        let chart = &self.chart;
        let format_tick = tick(self.decimals);
        let plot = self.surface.as_ref().and_then(|surface| {
            let painted = surface.paint(width, height, page::pixel_ratio(), |root, density| {
                let style = ChartStyle { density, font_px, font_family: FONTS, labels: true };
                chart::draw(root, chart, palette, &style, &format_tick)
            });
            painted.ok()
        });
        Some(plot.unwrap_or_default())
    }
}
