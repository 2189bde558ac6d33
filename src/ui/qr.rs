//! QR codes, drawn in the page.

use qrcodegen::{QrCode, QrCodeEcc};
use yew::prelude::*;

use super::el::el;

/// Light modules around a code, without which readers do not find it.
const QUIET: i32 = 4;

/// A text as a QR code, dark on white whatever the colours of the page: many readers refuse an inverted one. `None`
/// where the text is longer than a code can hold, about 2,900 bytes.
pub fn qr(text: &str, label: AttrValue) -> Option<Html> {
    let coded = |level| QrCode::encode_text(text, level);
    let code = coded(QrCodeEcc::Medium).or_else(|_| coded(QrCodeEcc::Low)).ok()?;
    let size = (code.size() + 2 * QUIET).to_string();
    let ground = el("rect").attr("width", size.clone()).attr("height", size.clone()).attr("fill", "#ffffff");
    let drawing = el("svg")
        .class("qr")
        .attr("data-role", "qr")
        .attr("role", "img")
        .attr("aria-label", label)
        .attr("viewBox", ["0 0 ", &size, " ", &size].concat())
        .attr("shape-rendering", "crispEdges")
        .child(ground)
        .child(el("path").attr("d", dark_modules(&code)).attr("fill", "#000000"));
    Some(drawing.into())
}

/// The outline of all dark modules, those beside each other in a row as one rectangle.
fn dark_modules(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|at| code.get_module(*at, y)).count() as i32;
            if run > 0 {
                path.push_str(&format!("M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET));
            }
            x += run.max(1);
        }
    }
    path
}
