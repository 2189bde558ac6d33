//! The chart's colours on a light and on a dark ground.

use super::{COMPARED, LineKind};

/// Red, green and blue, 0 to 255, in sRGB.
pub type Rgb = (u8, u8, u8);

/// The colours of a chart. Against [`Palette::background`], text and the colours of labels reach a contrast
/// of 4.5:1, lines and signs 3:1; grid, rule, bar and tint only accompany them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// The ground.
    pub background: Rgb,
    /// The projection and its label.
    pub projected: Rgb,
    /// The projection after the target year.
    pub reference: Rgb,
    /// The target line, its label and known values.
    pub target: Rgb,
    /// The path at the required growth.
    pub required: Rgb,
    /// The path without growth and its label.
    pub hold: Rgb,
    /// Compared paths and their labels, by their places.
    pub compared: [Rgb; COMPARED],
    /// The sign of an outcome short of the target.
    pub short: Rgb,
    /// The sign of an outcome that meets the target.
    pub met: Rgb,
    /// The sign of an outcome that cannot be judged.
    pub unknown: Rgb,
    /// Yearly counts.
    pub bar: Rgb,
    /// The upper edge of a yearly count, which carries its value.
    pub bar_edge: Rgb,
    /// Horizontal grid lines.
    pub grid: Rgb,
    /// The line at zero.
    pub rule: Rgb,
    /// The ground of the years after the target year.
    pub tint: Rgb,
    /// Ticks, years and the label of the review year.
    pub text: Rgb,
    /// The dotted line of the review year.
    pub review: Rgb,
    /// The line of the year being read, and its label.
    pub cursor: Rgb,
}

impl Palette {
    /// On a light ground.
    pub const LIGHT: Palette = Palette {
        background: (0xff, 0xff, 0xff),
        projected: (0x00, 0x17, 0xc1),
        reference: (0x6b, 0x7d, 0xe8),
        target: (0x1a, 0x1a, 0x1c),
        required: (0x1a, 0x1a, 0x1c),
        hold: (0x6b, 0x6e, 0x78),
        compared: [(0x7a, 0x2f, 0xa0), (0x7d, 0x55, 0x00), (0xa8, 0x22, 0x5e)],
        short: (0xb8, 0x32, 0x0d),
        met: (0x00, 0x69, 0x5c),
        unknown: (0x6b, 0x6e, 0x78),
        bar: (0xc5, 0xcf, 0xff),
        bar_edge: (0x6b, 0x7d, 0xe8),
        grid: (0xe8, 0xe9, 0xec),
        rule: (0xb4, 0xb7, 0xbe),
        tint: (0xf6, 0xf7, 0xf9),
        text: (0x44, 0x47, 0x4f),
        review: (0x8a, 0x8d, 0x96),
        cursor: (0x44, 0x47, 0x4f),
    };

    /// On a dark ground.
    pub const DARK: Palette = Palette {
        background: (0x16, 0x18, 0x1d),
        projected: (0x95, 0xa6, 0xff),
        reference: (0x6b, 0x7a, 0xd0),
        target: (0xf1, 0xf2, 0xf4),
        required: (0xf1, 0xf2, 0xf4),
        hold: (0x9a, 0x9e, 0xa8),
        compared: [(0xcf, 0xa0, 0xf2), (0xdf, 0xb4, 0x4c), (0xff, 0x9c, 0xc4)],
        short: (0xff, 0x8f, 0x6b),
        met: (0x4f, 0xc0, 0xaa),
        unknown: (0x9a, 0x9e, 0xa8),
        bar: (0x2c, 0x36, 0x66),
        bar_edge: (0x6b, 0x7a, 0xd0),
        grid: (0x2a, 0x2d, 0x35),
        rule: (0x5a, 0x5e, 0x69),
        tint: (0x1c, 0x1f, 0x26),
        text: (0xc4, 0xc7, 0xcf),
        review: (0x7d, 0x82, 0x8d),
        cursor: (0xc4, 0xc7, 0xcf),
    };
}

impl Palette {
    /// The colour of a path and its label.
    pub fn line(&self, kind: LineKind) -> Rgb {
        match kind {
            LineKind::Projected => self.projected,
            LineKind::Required => self.required,
            LineKind::Hold => self.hold,
            LineKind::Compared(place) => self.compared.get(place).copied().unwrap_or(self.hold),
        }
    }
}
