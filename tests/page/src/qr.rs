//! A reader of QR codes that shares nothing with the page's writer.

use anyhow::{Context, Result};
use rqrr::PreparedImage;

/// What the one code in a PNG says.
pub(crate) fn decoded(picture: &[u8]) -> Result<String> {
    let mut picture = PreparedImage::prepare(image::load_from_memory(picture)?.into_luma8());
    let grids = picture.detect_grids();
    let (_, content) = grids.first().context("there is no code in the picture")?.decode()?;
    Ok(content)
}
