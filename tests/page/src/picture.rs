//! A picture that the page has handed out.

use anyhow::Result;
use std::collections::HashSet;

/// What a picture looks like, roughly and in full.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Pixels from left to right.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
    /// The colour in the upper left corner.
    pub corner: [u8; 3],
    /// How many colours there are.
    pub colours: usize,
    pixels: Vec<u8>,
}

/// Reads a PNG file.
///
/// # Errors
/// Where it is none.
pub fn picture(png: &[u8]) -> Result<Picture> {
    let image = image::load_from_memory_with_format(png, image::ImageFormat::Png)?.into_rgb8();
    let colours = image.pixels().collect::<HashSet<_>>().len();
    let (width, height, corner) = (image.width(), image.height(), image.get_pixel(0, 0).0);
    Ok(Picture { width, height, corner, colours, pixels: image.into_raw() })
}
