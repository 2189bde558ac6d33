//! One indicator in the list.

use crate::{Key, Page, Pointer};
use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::WebElement;

/// One indicator in the list. It looks its elements up each time, so that it outlives a redraw.
pub struct Indicator<'page> {
    page: &'page Page,
    css: String,
}

impl<'page> Indicator<'page> {
    pub(crate) fn new(page: &'page Page, css: String) -> Self {
        Self { page, css }
    }

    /// The selector of an element in it by its `data-role`.
    pub fn css(&self, role: &str) -> String {
        format!("{} [data-role='{role}']", self.css)
    }

    /// The selector of any element in it.
    pub fn inside(&self, css: &str) -> String {
        format!("{} {css}", self.css)
    }

    /// The element in it with this `data-role`, waited for.
    pub async fn role(&self, role: &str) -> Result<WebElement> {
        self.page.find(&self.css(role)).await
    }

    /// The `data-value` of a role: a number in full, a word, or nothing.
    pub async fn value(&self, role: &str) -> Result<String> {
        let value = self.role(role).await?.attr("data-value").await?;
        value.with_context(|| format!("{} has no data-value", self.css(role)))
    }

    /// The `data-value` of a role as a number; `None` where it is empty.
    pub async fn number(&self, role: &str) -> Result<Option<f64>> {
        let value = self.value(role).await?;
        if value.is_empty() {
            return Ok(None);
        }
        value.parse().map(Some).with_context(|| format!("{}: {value:?} is no number", self.css(role)))
    }

    /// Waits until the `data-value` of a role is this.
    pub async fn until(&self, role: &str, wanted: &str) -> Result<()> {
        let what = format!("{} is {wanted:?}", self.css(role));
        self.page.until(&what, async || Ok(self.value(role).await? == wanted)).await
    }

    /// Waits until the `data-value` of a role is this number, to 1e-9 of it.
    pub async fn until_number(&self, role: &str, wanted: f64) -> Result<()> {
        let near = |number: f64| (number - wanted).abs() <= 1e-9 * wanted.abs();
        let what = format!("{} is {wanted}", self.css(role));
        self.page.until(&what, async || Ok(self.number(role).await?.is_some_and(near))).await
    }

    /// Waits until this stands in the growth field.
    pub async fn until_field(&self, wanted: &str) -> Result<()> {
        let what = format!("{} holds {wanted:?}", self.css("growth-field"));
        self.page.until(&what, async || Ok(self.field().await? == wanted)).await
    }

    /// Clicks an element in it.
    pub async fn click(&self, css: &str) -> Result<()> {
        self.page.click(&self.inside(css)).await
    }

    /// What stands in the growth field.
    pub async fn field(&self) -> Result<String> {
        Ok(self.role("growth-field").await?.prop("value").await?.unwrap_or_default())
    }

    /// Types over what stands in the growth field, without Enter.
    pub async fn type_field(&self, text: &str) -> Result<()> {
        let field = self.role("growth-field").await?;
        self.page.script("arguments[0].focus(); arguments[0].select()", vec![field.to_json()?]).await?;
        if text.is_empty() {
            field.send_keys(Key::Delete).await?
        } else {
            field.send_keys(text).await?
        }
        Ok(())
    }

    /// Types over what stands in the growth field and presses Enter.
    pub async fn set_field(&self, text: &str) -> Result<()> {
        self.type_field(text).await?;
        Ok(self.role("growth-field").await?.send_keys(Key::Enter).await?)
    }

    /// The position of the slider.
    pub async fn slider(&self) -> Result<f64> {
        let value = self.role("growth-slider").await?.prop("value").await?.unwrap_or_default();
        value.parse().with_context(|| format!("the slider stands at {value:?}"))
    }

    /// Presses a key on the slider so many times: `Key::Right`, `Key::PageUp`, `Key::Home` …
    pub async fn slide(&self, key: Key, times: usize) -> Result<()> {
        let slider = self.role("growth-slider").await?;
        // Firefox gives the page no time between the keys of one command, as no keyboard does.
        for _ in 0..times {
            slider.send_keys(key.clone()).await?;
        }
        Ok(())
    }

    /// Drags the slider to a share of its length, from 0 on the left to 1 on the right, as a mouse does.
    pub async fn drag(&self, share: f64) -> Result<()> {
        self.grab(share).await?.release().await
    }

    /// Drags the slider to a share of its length in several steps, and holds it there.
    pub async fn grab(&self, share: f64) -> Result<Grip<'_>> {
        let slider = self.page.bring(&self.css("growth-slider")).await?;
        let script = "const e = arguments[0]; const box = e.getBoundingClientRect();
            const at = (e.value - e.min) / (e.max - e.min);
            const thumb = parseFloat(getComputedStyle(e).getPropertyValue('--thumb')) || 16;
            const x = (share) => Math.round(box.left + thumb / 2 + share * (box.width - thumb));
            return [x(at), x(arguments[1]), Math.round(box.top + box.height / 2)]";
        let path = self.page.script(script, vec![slider.to_json()?, json!(share)]).await?;
        let number = |at: usize| path[at].as_f64().context("the slider has no place");
        let (from, to, y) = (number(0)?, number(1)?, number(2)?);
        let path = [0.0, 0.25, 0.5, 0.75, 1.0].map(|part| (from + (to - from) * part, y));
        self.page.draw(Pointer::Mouse, &path, false).await?;
        Ok(Grip { page: self.page })
    }
}

/// A slider that is held with the mouse.
#[must_use]
pub struct Grip<'page> {
    page: &'page Page,
}

impl Grip<'_> {
    /// Lets the slider go.
    pub async fn release(self) -> Result<()> {
        self.page.draw(Pointer::Mouse, &[], true).await
    }
}
