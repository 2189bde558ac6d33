//! The type on a canvas, and how wide texts are in it.

use std::collections::VecDeque;

use wasm_bindgen::JsValue;
use web_sys::CanvasRenderingContext2d;

/// Measured texts kept: more than one chart has, so that only the figures that a step changes are measured anew.
const MEASURES: usize = 64;

/// The font the context is set to, and the widths measured in its size and family.
#[derive(Default)]
pub struct Font {
    size: f64,
    family: String,
    bold: bool,
    /// Whether the context is set to it; a change of its size resets that.
    pub set: bool,
    /// Texts, whether they are bold, and their widths, the newest last.
    widths: VecDeque<(String, bool, f64)>,
}

impl Font {
    /// Sets the context to a size in device pixels, a family and a weight.
    pub fn choose(&mut self, context: &CanvasRenderingContext2d, size: f64, family: &str, bold: bool) {
        let same_type = self.size == size && self.family == family;
        if !same_type {
            self.size = size;
            self.family = family.to_owned();
            self.widths.clear();
        }
        if !(self.set && same_type && self.bold == bold) {
            let weight = if bold { "bold " } else { "" };
            context.set_font(&format!("{weight}{size}px {family}"));
            self.bold = bold;
            self.set = true;
        }
    }

    /// Width of a text in device pixels.
    pub fn width(&mut self, context: &CanvasRenderingContext2d, text: &str) -> Result<f64, JsValue> {
        let known = self.widths.iter().find(|(known, bold, _)| *bold == self.bold && known == text);
        if let Some((_, _, width)) = known {
            return Ok(*width);
        }
        let width = context.measure_text(text)?.width();
        if self.widths.len() == MEASURES {
            self.widths.pop_front();
        }
        self.widths.push_back((text.to_owned(), self.bold, width));
        Ok(width)
    }
}
