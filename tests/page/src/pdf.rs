//! The page on paper, read by a reader that shares nothing with the browser.

use anyhow::Result;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use unicode_normalization::UnicodeNormalization;

use crate::Page;

/// One page of paper.
#[derive(Clone, Debug)]
pub struct Sheet(String);

impl Page {
    /// Prints as the browser's own command does.
    pub async fn printed(&self) -> Result<Vec<Sheet>> {
        let printed = BASE64_STANDARD.decode(self.browser.printed().await?)?;
        let pages = pdf_extract::extract_text_from_mem_by_pages(&printed)?;
        Ok(pages.iter().map(|page| Sheet(folded(page))).collect())
    }
}

impl Sheet {
    /// Fails where a text is not on the page. White space does not count: a reader of PDF guesses it.
    #[track_caller]
    pub fn says(&self, text: &str) {
        let text = folded(text);
        assert!(self.0.contains(&text), "{text:?} is not in {:?}", self.0);
    }

    /// Whether a text is on the page.
    pub fn has(&self, text: &str) -> bool {
        self.0.contains(&folded(text))
    }
}

/// A text without white space, with one letter for each shape: the fonts draw some letters and the radicals that
/// they are by the same shape, and a PDF names shapes.
fn folded(text: &str) -> String {
    text.nfkc()
        .filter(|letter| !letter.is_whitespace())
        .map(|letter| match letter {
            '⺠' => '民',
            '⻑' => '長',
            '‧' => '・',
            letter => letter,
        })
        .collect()
}
