//! How the page is opened.

use crate::Host;
use std::path::Path;

/// The size of the window, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// A planner's desk, 1366 × 768.
    Desk,
    /// A projected screen, 1920 × 1080.
    Projector,
    /// A phone, 390 × 844 with three device pixels to one, and touch.
    Phone,
    /// A desk of any other size, such as 320 × 256 for the reflow of a page zoomed to 400 %.
    Other(u32, u32),
}

/// The language the page is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// By `?lang=ja`.
    Japanese,
    /// By `?lang=en`.
    English,
    /// By nothing but the browser's own preference, such as `"en-GB,en"`.
    OfBrowser(&'static str),
}

/// The colours the system prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// How a session opens the page. Start from a size, then add to it.
#[derive(Clone, Debug)]
pub struct Options {
    pub(crate) size: Size,
    pub(crate) language: Language,
    pub(crate) scheme: Scheme,
    pub(crate) media: Vec<(&'static str, &'static str)>,
    pub(crate) fragment: String,
    pub(crate) before: Vec<String>,
    pub(crate) address: Option<String>,
}

impl Size {
    /// The three sizes the page is made for.
    pub const ALL: [Self; 3] = [Self::Desk, Self::Projector, Self::Phone];

    pub(crate) fn pixels(self) -> (u32, u32) {
        match self {
            Self::Desk => (1366, 768),
            Self::Projector => (1920, 1080),
            Self::Phone => (390, 844),
            Self::Other(width, height) => (width, height),
        }
    }
}

impl Language {
    /// The two languages of the page.
    pub const ALL: [Self; 2] = [Self::Japanese, Self::English];

    /// The query of the address, with its `?`.
    pub(crate) fn query(self) -> &'static str {
        match self {
            Self::Japanese => "?lang=ja",
            Self::English => "?lang=en",
            Self::OfBrowser(_) => "",
        }
    }

    /// The browser's own preference.
    pub(crate) fn of_browser(self) -> &'static str {
        match self {
            Self::Japanese | Self::English => "ja",
            Self::OfBrowser(languages) => languages,
        }
    }
}

impl Scheme {
    /// Both schemes.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];
}

impl Options {
    /// The page at this size, in Japanese and light.
    pub fn at(size: Size) -> Self {
        Self {
            size,
            language: Language::Japanese,
            scheme: Scheme::Light,
            media: Vec::new(),
            fragment: String::new(),
            before: Vec::new(),
            address: None,
        }
    }

    /// The page at the desk, in Japanese and light.
    pub fn desk() -> Self {
        Self::at(Size::Desk)
    }

    /// The page on a projected screen, in Japanese and light.
    pub fn projector() -> Self {
        Self::at(Size::Projector)
    }

    /// The page on a phone, in Japanese and light.
    pub fn phone() -> Self {
        Self::at(Size::Phone)
    }

    /// In English.
    #[must_use]
    pub fn english(self) -> Self {
        self.language(Language::English)
    }

    /// In this language.
    #[must_use]
    pub fn language(mut self, language: Language) -> Self {
        self.language = language;
        self
    }

    /// In dark colours.
    #[must_use]
    pub fn dark(self) -> Self {
        self.scheme(Scheme::Dark)
    }

    /// In these colours.
    #[must_use]
    pub fn scheme(mut self, scheme: Scheme) -> Self {
        self.scheme = scheme;
        self
    }

    /// With a media feature, such as `("prefers-reduced-motion", "reduce")` or `("forced-colors", "active")`.
    #[must_use]
    pub fn media(mut self, feature: &'static str, value: &'static str) -> Self {
        self.media.push((feature, value));
        self
    }

    /// With this behind the `#` of the address.
    #[must_use]
    pub fn fragment(mut self, fragment: &str) -> Self {
        fragment.clone_into(&mut self.fragment);
        self
    }

    /// As a host of the test's own serves it.
    #[must_use]
    pub fn from(mut self, host: &Host) -> Self {
        self.address = Some(host.address().to_owned());
        self
    }

    /// As the self-contained file, or what a test has made of it, opened by double click.
    #[must_use]
    pub fn file(mut self, file: &Path) -> Self {
        self.address = Some(format!("file://{}", file.display()));
        self
    }

    /// Notes as `readyAt` when the page is ready, in milliseconds after its request.
    #[must_use]
    pub fn note_ready(self) -> Self {
        self.before(
            "new MutationObserver(() => {
                if (document.body?.dataset.ready) window.readyAt ??= performance.now();
            }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-ready'] })",
        )
    }

    /// Runs a script before the page's own, at every load: `localStorage.setItem("…", "{broken")`, or
    /// `Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError") }`.
    #[must_use]
    pub fn before(mut self, script: &str) -> Self {
        self.before.push(script.to_owned());
        self
    }
}
