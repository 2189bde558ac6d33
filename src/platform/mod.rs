//! The browser: the only users of `web_sys` and `gloo` beside the page's own event handlers.
//!
//! Nothing here decides anything; what the browser refuses comes back as a value.

pub mod address;
pub mod canvas;
pub mod clipboard;
pub mod cp932;
mod font;
pub mod offline;
pub mod page;
pub mod plan_file;
pub mod share;
pub mod stage;
pub mod storage;
pub mod styles;
pub mod upload;
pub mod watch;
