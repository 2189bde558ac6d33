//! The stylesheet and the chart show the same thing in the same colour.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use r13_simulator::chart::{Palette, Rgb};

const STYLE: &str = concat!(include_str!("../static/style.css"), include_str!("../static/later.css"));

/// The two colours of a custom property, light and dark.
fn pair(name: &str) -> [Rgb; 2] {
    let start = format!("--{name}: light-dark(");
    let line = STYLE.lines().map(str::trim).find_map(|line| line.strip_prefix(&start));
    let line = line.unwrap_or_else(|| panic!("--{name} is not a pair of colours"));
    let mut colours = line.trim_end_matches(");").split(", ").map(|colour| {
        let digits = colour.strip_prefix('#').expect("a colour by its digits");
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).expect("two digits");
        (part(0), part(2), part(4))
    });
    [colours.next().expect("a light colour"), colours.next().expect("a dark colour")]
}

#[test]
fn page_and_chart_share_their_colours() {
    let (light, dark) = (Palette::LIGHT, Palette::DARK);
    for (name, shared) in [
        ("panel", [light.background, dark.background]),
        ("projected", [light.projected, dark.projected]),
        ("target", [light.target, dark.target]),
        ("short", [light.short, dark.short]),
        ("met", [light.met, dark.met]),
        ("unknown", [light.unknown, dark.unknown]),
        ("compared-0", [light.compared[0], dark.compared[0]]),
        ("compared-1", [light.compared[1], dark.compared[1]]),
        ("compared-2", [light.compared[2], dark.compared[2]]),
    ] {
        assert_eq!(pair(name), shared, "--{name}");
    }
}
