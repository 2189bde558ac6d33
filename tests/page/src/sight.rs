//! What a person sees of the page, and where the focus is.

use crate::Page;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::Key;

/// What a cell of the pillar strip says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pillar {
    /// `met`, `short` or `unknown`.
    pub verdict: String,
    /// How many of its indicators are met.
    pub met: usize,
    /// How many fall short.
    pub short: usize,
    /// How many cannot be judged.
    pub unknown: usize,
}

impl Page {
    /// What the strip says of a pillar.
    pub async fn pillar(&self, id: &str) -> Result<Pillar> {
        let css = format!("[data-pillar='{id}'][data-verdict]");
        let cell = self.find(&css).await?;
        let read = async |name: &str| -> Result<String> {
            cell.attr(name).await?.with_context(|| format!("{css} has no {name}"))
        };
        Ok(Pillar {
            verdict: read("data-verdict").await?,
            met: read("data-met").await?.parse()?,
            short: read("data-short").await?.parse()?,
            unknown: read("data-unknown").await?.parse()?,
        })
    }

    /// The ids of the indicators that the list shows, in its order.
    pub async fn listed(&self) -> Result<Vec<String>> {
        let script =
            "return [...document.querySelectorAll('[data-indicator]')].map((e) => e.dataset.indicator)";
        strings(&self.script(script, vec![]).await?)
    }

    /// The texts of all elements there are now, as they are seen; those out of sight, whose rows the browser may
    /// leave unpainted, as they stand in the document.
    pub async fn texts(&self, css: &str) -> Result<Vec<String>> {
        let script = "return [...document.querySelectorAll(arguments[0])].map((e) => (e.innerText || e.textContent).trim())";
        strings(&self.script(script, vec![json!(css)]).await?)
    }

    /// Types over what stands in a field, without Enter.
    pub async fn type_over(&self, css: &str, text: &str) -> Result<()> {
        let field = self.find(css).await?;
        self.script("arguments[0].focus(); arguments[0].select()", vec![field.to_json()?]).await?;
        if text.is_empty() {
            field.send_keys(Key::Delete).await?
        } else {
            field.send_keys(text).await?
        }
        Ok(())
    }

    /// Types over what stands in a field and presses Enter.
    pub async fn enter(&self, css: &str, text: &str) -> Result<()> {
        self.type_over(css, text).await?;
        Ok(self.find(css).await?.send_keys(Key::Enter).await?)
    }

    /// Waits until the text of the first element contains this.
    pub async fn until_text(&self, css: &str, wanted: &str) -> Result<()> {
        let what = format!("{css} says {wanted:?}");
        self.until(&what, async || {
            Ok(self.texts(css).await?.first().is_some_and(|text| text.contains(wanted)))
        })
        .await
    }

    /// Waits until there is no such element.
    pub async fn until_gone(&self, css: &str) -> Result<()> {
        self.until(&format!("{css} is gone"), async || Ok(self.all(css).await?.is_empty())).await
    }

    /// Fails unless the first element lies in the window as a whole, is uncovered, and takes up room, without
    /// any scrolling.
    pub async fn check_in_sight(&self, css: &str) -> Result<()> {
        let fault = self.script(include_str!("sight.js"), vec![json!(css)]).await?;
        ensure!(fault.is_null(), "{css} is not in sight: {fault}");
        Ok(())
    }

    /// What has the focus, by its hooks, id or name; `None` where nothing but the page itself has.
    pub async fn focus(&self) -> Result<Option<String>> {
        let script = "const e = document.activeElement; if (!e || e === document.body) return null;
            const within = e.closest('[data-indicator]')?.dataset.indicator;
            return [within, e.dataset.pillar ?? e.dataset.action ?? e.dataset.role ?? (e.id || e.className || e.tagName)]
                .filter(Boolean).join(' ')";
        Ok(self.script(script, vec![]).await?.as_str().map(str::to_owned))
    }

    /// Whether the whole window is black, down to the last pixel.
    ///
    /// # Errors
    /// Where the window cannot be looked at.
    pub async fn is_black(&self) -> Result<bool> {
        let picture = image::load_from_memory(&self.driver.screenshot_as_png().await?)?.into_rgb8();
        Ok(picture.pixels().all(|pixel| pixel.0 == [0, 0, 0]))
    }
}

fn strings(value: &Value) -> Result<Vec<String>> {
    let all = value.as_array().context("no list of texts")?;
    all.iter().map(|text| text.as_str().map(str::to_owned).context("no text")).collect()
}
