//! How figures of one unit are spread.

use crate::order::within;

/// Five figures that say how others lie, and how many these are.
///
/// Quartiles are by linear interpolation between the two figures nearest to their place: definition 7 of Hyndman and Fan
/// (“Sample quantiles in statistical packages”, The American Statistician 50, 1996), which spreadsheets have as
/// `QUARTILE.INC`. The median is that of everyday use.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// How many figures there are; at least 1.
    pub count: usize,
    /// The smallest.
    pub min: f64,
    /// A quarter of the way from the smallest to the largest, by count.
    pub lower: f64,
    /// Half of the way.
    pub median: f64,
    /// Three quarters of the way.
    pub upper: f64,
    /// The largest.
    pub max: f64,
}

impl Spread {
    /// The spread of figures in any order, in their unit; `None` where there is none. Infinite ones and those that are
    /// no number do not count.
    pub fn of(figures: impl IntoIterator<Item = f64>) -> Option<Spread> {
        let mut figures: Vec<f64> = figures.into_iter().filter(|figure| figure.is_finite()).collect();
        figures.sort_unstable_by(f64::total_cmp);
        let quartile = |quarters| quartile(&figures, quarters);
        Some(Spread {
            count: figures.len(),
            min: *figures.first()?,
            lower: quartile(1)?,
            median: quartile(2)?,
            upper: quartile(3)?,
            max: *figures.last()?,
        })
    }

    /// The same in a unit of which so many make one of these; `unit` is above 0.
    #[must_use]
    pub fn per(self, unit: f64) -> Spread {
        let Spread { count, min, lower, median, upper, max } = self;
        let [min, lower, median, upper, max] = [min, lower, median, upper, max].map(|figure| figure / unit);
        Spread { count, min, lower, median, upper, max }
    }

    /// From the smallest to the largest, in the figures' unit.
    pub fn range(&self) -> f64 {
        self.max - self.min
    }

    /// From the lower to the upper quartile, in the figures' unit: where the middle half lies.
    pub fn middle(&self) -> f64 {
        self.upper - self.lower
    }

    /// From the smallest to the largest.
    pub fn five(&self) -> [f64; 5] {
        [self.min, self.lower, self.median, self.upper, self.max]
    }
}

/// The figure after so many quarters of the way through figures in order.
fn quartile(figures: &[f64], quarters: usize) -> Option<f64> {
    let way = figures.len().checked_sub(1)? * quarters;
    let (at, rest) = (way / 4, way % 4);
    let before = *figures.get(at)?;
    let after = figures.get(at + 1).copied().unwrap_or(before);
    let part = rest as f64 / 4.0;
    // In this form a difference never overflows; what rounding adds must not lead beyond its neighbours.
    Some(within(before * (1.0 - part) + after * part, before, after))
}
