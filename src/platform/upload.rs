//! Files that the user chooses.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, HtmlInputElement};

/// A chosen file.
pub struct Chosen {
    /// Its name, without the folder.
    pub name: String,
    /// Its text, with a sign in the place of what is no UTF-8; `None` where it could not be opened or is longer than was
    /// asked for.
    pub text: Option<String>,
}

/// The file that was just chosen in the field an event came from, of at most `longest` bytes. The field is emptied, so
/// that the same file can be chosen again. `None` where none was chosen.
pub async fn chosen(event: Event, longest: usize) -> Option<Chosen> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = field.files()?.get(0)?;
    let name = file.name();
    let short = file.size() <= longest as f64;
    let buffer = if short { JsFuture::from(file.array_buffer()).await.ok() } else { None };
    field.set_value("");
    let bytes = buffer.map(|buffer| js_sys::Uint8Array::new(&buffer).to_vec());
    Some(Chosen { name, text: bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()) })
}
