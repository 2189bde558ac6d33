//! The browser's storage, which may be full, blocked or absent.

use web_sys::Storage;

/// Why a text could not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveFault {
    /// The browser gives no storage to the page.
    Blocked,
    /// There is no room.
    Full,
}

/// The text kept under a key; `None` where there is none, or no storage.
pub fn load(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Keeps a text.
pub fn save(key: &str, text: &str) -> Result<(), SaveFault> {
    let storage = storage().ok_or(SaveFault::Blocked)?;
    storage.set_item(key, text).map_err(|_| SaveFault::Full)
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
