//! Files that the user chooses.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Event, File, HtmlInputElement, TextDecoder};

/// A chosen file, of which nothing has been read yet. Its field is emptied once nothing more is to be read of it, so
/// that the same file can be chosen again.
pub struct Chosen {
    file: File,
    field: HtmlInputElement,
}

/// The file that was just chosen in the field an event came from; `None` where none was.
pub fn chosen(event: &Event) -> Option<Chosen> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = field.files()?.get(0)?;
    Some(Chosen { file, field })
}

impl Drop for Chosen {
    fn drop(&mut self) {
        self.field.set_value("");
    }
}

impl Chosen {
    /// Its name, without the folder.
    pub fn name(&self) -> String {
        self.file.name()
    }

    /// Whether it has more bytes than these.
    pub fn is_longer(&self, bytes: usize) -> bool {
        self.file.size() > bytes as f64
    }

    /// Its first bytes, at most so many; `None` where it cannot be opened.
    pub async fn beginning(&self, bytes: usize) -> Option<Vec<u8>> {
        read(&self.file.slice_with_f64_and_f64(0.0, bytes as f64).ok()?).await
    }

    /// All of it; `None` where it cannot be opened.
    pub async fn bytes(&self) -> Option<Vec<u8>> {
        read(&self.file).await
    }
}

async fn read(blob: &Blob) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// A text in a charset that the browser calls by this label, with a sign in the place of what is none of its letters.
/// `None` where the browser does not know it.
pub fn decoded(bytes: &[u8], charset: &str) -> Option<String> {
    TextDecoder::new_with_label(charset).ok()?.decode_with_u8_array(bytes).ok()
}
