//! The page that ours is measured against: written by hand, with uPlot.

use crate::bundle::File;

/// Its files, for the server.
pub fn files() -> Vec<File> {
    macro_rules! file {
        ($name:literal, $path:literal) => {
            File {
                name: concat!("bench/", $name).to_owned(),
                bytes: include_bytes!(concat!("../../bench/control/", $path)).to_vec(),
                first_page: false,
            }
        };
    }
    vec![
        file!("control.html", "control.html"),
        file!("control.css", "control.css"),
        file!("control.js", "control.js"),
        file!("uPlot.min.css", "vendor/uPlot.min.css"),
        file!("uPlot.iife.min.js", "vendor/uPlot.iife.min.js"),
    ]
}
