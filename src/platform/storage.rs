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

/// A page of the app, among all that keep something under a key. What a page keeps while it is left may reach the storage of
/// its tab later than the one of the browser: only the second tells what was kept last, and by whom.
pub struct Signature(String);

impl Signature {
    /// One of its own for this page, which its tab knows from now on as the last that kept something under the key.
    pub fn new(key: &str) -> Signature {
        let signature = ((js_sys::Math::random() * 9e15) as u64).to_string();
        // A tab that cannot remember takes a reload for a visit.
        keep_in_tab(key, &signature);
        Signature(signature)
    }

    /// Notes that this page was the last to keep something under the key.
    pub fn sign(&self, key: &str) {
        let _ = save(&signed(key), &self.0);
    }
}

/// Whether the last to keep something under the key was the page that this tab showed last.
pub fn is_own(key: &str) -> bool {
    let signature = load(&signed(key));
    signature.is_some() && signature == kept_in_tab(key)
}

fn signed(key: &str) -> String {
    [key, "/by"].concat()
}

/// Keeps a text for as long as this tab is open; whether the browser had room for it.
pub fn keep_in_tab(key: &str, text: &str) -> bool {
    session().is_some_and(|session| session.set_item(key, text).is_ok())
}

/// What this tab keeps under a key.
pub fn kept_in_tab(key: &str) -> Option<String> {
    session()?.get_item(key).ok()?
}

fn session() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
