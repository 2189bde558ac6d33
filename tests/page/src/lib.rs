//! Tests of the whole page, used as a person would use it, in a headless browser through WebDriver.
//!
//! `cargo xtask test page` builds the page, serves it below a path of some depth, starts ChromeDriver and runs
//! the tests of this package; `cargo xtask test page NAME` runs those whose names contain NAME. `cargo xtask test
//! firefox` does the same with geckodriver, but for `tests/chromium`, which asks what only Chromium can tell. Run
//! alone, they say so.
//!
//! A test opens the page with [`visit`], which gives it a browser session of its own with a fresh profile:
//!
//! ```ignore
//! use page_tests::{Key, Options, Result, visit};
//!
//! #[test]
//! fn the_required_pace_meets_the_target() -> Result<()> {
//!     visit(Options::phone().english().dark(), async |page| {
//!         page.click("[data-action=show-all]").await?;
//!         let k1 = page.indicator("k1").await?;
//!         let required = k1.number("required").await?.expect("k1 has a required pace");
//!         k1.set_field(&required.to_string()).await?;
//!         page.until("k1 is met", async || Ok(k1.value("verdict").await? == "met")).await?;
//!         k1.slide(Key::Left, 3).await?;
//!         page.check_axe().await
//!     })
//! }
//! ```
//!
//! - [`visit`] returns once the test is over and the browser is gone. It fails where the test fails or panics,
//!   and also where the page left a message in the console or asked another origin for anything, which no test
//!   need look for. A test that provokes a message takes it away with [`Page::console`].
//! - Nothing sleeps: [`Page::find`] and [`Page::until`] wait for what the test needs, and fail with its name.
//! - [`Options`] choose size, language, colour scheme, media features, the query and fragment of the address,
//!   and a script that runs before the page's own, for a damaged or blocked storage.
//! - A [`Host`] serves the page for one test alone: it can make another release, lose files and be switched off.
//!   [`self_contained`] is the page as one file.
//! - [`Page`] and [`Indicator`] know the automation hooks. [`Page::driver`] is the whole of `thirtyfour` for
//!   anything else, and [`Page::cdp`] Chromium's own protocol, for `tests/chromium` alone.

mod axe;
mod browser;
mod files;
mod host;
mod indicator;
mod options;
mod page;
mod pdf;
mod picture;
mod qr;
mod raw;
mod session;
mod sight;

pub use anyhow::{Error, Result};
pub use files::Downloads;
pub use host::{Host, self_contained};
pub use indicator::{Grip, Indicator};
pub use options::{Language, Options, Scheme, Size};
pub use page::{Page, Pointer};
pub use pdf::Sheet;
pub use picture::{Picture, picture};
pub use serde_json::{Value, json};
pub use session::visit;
pub use sight::Pillar;
pub use thirtyfour::{Key, WebDriver, WebElement};
