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

/// Forgets what is kept under a key.
pub fn forget(key: &str) {
    if let Some(storage) = storage() {
        // What cannot be reached is not kept either.
        let _ = storage.remove_item(key);
    }
}

/// Notes in this tab what it has kept under a key.
pub fn remember(key: &str, text: &str) {
    if let Some(session) = session() {
        // A tab that cannot remember takes a reload for a visit.
        let _ = session.set_item(key, text);
    }
}

/// Keeps a text for as long as this tab is open; whether the browser had room for it.
pub fn keep_in_tab(key: &str, text: &str) -> bool {
    session().is_some_and(|session| session.set_item(key, text).is_ok())
}

/// What this tab keeps under a key.
pub fn kept_in_tab(key: &str) -> Option<String> {
    session()?.get_item(key).ok()?
}

/// Whether this tab was the last to keep something under the key, and kept this text.
pub fn is_remembered(key: &str, text: &str) -> bool {
    session().and_then(|session| session.get_item(key).ok()?).is_some_and(|kept| kept == text)
}

fn session() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
