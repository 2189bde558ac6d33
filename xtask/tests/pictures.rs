//! The pictures for home screens are the drawings in `static/`, in pixels. `R13_BLESS=1 cargo test --package xtask`
//! draws them anew.
#![allow(clippy::unwrap_used)]

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Each picture, its drawing, and its width and height. Where the system cuts a shape of its own out of it, the drawing
/// reaches to the edge and keeps what matters within the middle four fifths.
const PICTURES: [(&str, &str, u32); 4] = [
    ("icon-192.png", "icon.svg", 192),
    ("icon-512.png", "icon.svg", 512),
    ("icon-full-512.png", "icon-full.svg", 512),
    ("icon-full-180.png", "icon-full.svg", 180),
];

/// How far a channel of a pixel may be off: processors round differently.
const ROUNDING: u8 = 2;

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../static").join(name)
}

fn drawn(drawing: &str, size: u32) -> Pixmap {
    let tree = Tree::from_str(&fs::read_to_string(file(drawing)).unwrap(), &Options::default()).unwrap();
    let mut pixels = Pixmap::new(size, size).unwrap();
    let scale = size as f32 / tree.size().width();
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels
}

#[test]
fn every_picture_is_its_drawing() {
    for (picture, drawing, size) in PICTURES {
        let drawn = drawn(drawing, size);
        if env::var_os("R13_BLESS").is_some() {
            drawn.save_png(file(picture)).unwrap();
        }
        let kept = Pixmap::load_png(file(picture)).unwrap();
        assert_eq!((kept.width(), kept.height()), (size, size), "{picture}");
        let off = drawn.data().iter().zip(kept.data()).map(|(one, two)| one.abs_diff(*two)).max();
        assert!(off <= Some(ROUNDING), "{picture} is not {drawing} any more: a channel is off by {off:?}");
    }
}

#[test]
fn a_picture_that_is_cut_to_shape_is_opaque_to_its_edge() {
    for (picture, drawing, size) in PICTURES.into_iter().filter(|(_, drawing, _)| drawing.contains("full")) {
        let pixels = drawn(drawing, size);
        assert!(pixels.pixels().iter().all(|pixel| pixel.alpha() == 255), "{picture}");
    }
}
