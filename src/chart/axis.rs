//! The value axis: its range and its round ticks.

use super::{LineKind, PathChart};

/// Largest magnitude that is drawn. Anything beyond it, infinite or not a number counts as absent.
const LARGEST: f64 = 1e100;
/// Room kept beyond the outermost values, as a share of their span.
const HEADROOM: f64 = 0.04;
/// How far the required path may stretch the range, in spans of everything else.
const REQUIRED_REACH: f64 = 2.0;

/// A value axis that ends on round numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueAxis {
    /// Value at the lower edge of the plot.
    pub low: f64,
    /// Value at the upper edge; always above `low`.
    pub high: f64,
    /// Ticks from `low` to `high`, ascending: multiples of one 1-2-5 step.
    pub ticks: Vec<f64>,
}

/// A step of 1, 2 or 5 times a power of ten, kept exact so that ticks are the nearest floats to round decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Step {
    mantissa: u8,
    exponent: i32,
}

/// A closed range that grows with the values it is told of.
#[derive(Clone, Copy, Debug)]
struct Range {
    low: f64,
    high: f64,
}

impl ValueAxis {
    /// The axis that holds everything the chart draws, divided into at most `intervals` (2 to 32).
    pub fn of(chart: &PathChart, intervals: usize) -> ValueAxis {
        let zero = chart.from_zero || chart.bars.iter().any(Option::is_some);
        let values = extent(chart, zero);
        let padded = values.padded(zero, chart.least_step);
        let ceiling = chart.ceiling.filter(|c| usable(*c) && values.high <= *c);
        let intervals = intervals.clamp(2, 32);
        let mut step = Step::at_least((padded.high - padded.low) / intervals as f64);
        while step.value() < chart.least_step && chart.least_step < LARGEST {
            step = step.next();
        }
        loop {
            let axis = ValueAxis::in_steps(padded, step, ceiling);
            // The last interval may be cut short by the ceiling: it still takes the room of its ticks.
            if (axis.high - axis.low) / step.value() <= intervals as f64 + 1e-9 {
                return axis;
            }
            step = step.next();
        }
    }

    /// Where a value lies: 0 at the lower edge of the plot, 1 at the upper.
    pub fn fraction(&self, value: f64) -> f64 {
        (value - self.low) / (self.high - self.low)
    }

    fn in_steps(range: Range, step: Step, ceiling: Option<f64>) -> ValueAxis {
        // An end that misses a tick by a rounding error counts as on it.
        let hair = 1e-9 * (range.span() / step.value()).min(1.0);
        let first = (range.low / step.value() + hair).floor();
        let last = (range.high / step.value() - hair).ceil().max(first + 1.0);
        let low = step.times(first);
        let high = match ceiling {
            Some(ceiling) if ceiling > low => step.times(last).min(ceiling),
            _ => step.times(last),
        };
        // A range of more than a few dozen steps is refused by the caller, so the list stays short.
        let count = (last - first).min(64.0) as usize;
        let ticks = (0..=count).map(|i| step.times(first + i as f64)).filter(|t| *t <= high).collect();
        ValueAxis { low, high, ticks }
    }
}

/// Whether a value can be drawn.
pub fn usable(value: f64) -> bool {
    value.is_finite() && value.abs() <= LARGEST
}

impl Step {
    /// The smallest step not below `wanted` (rounding aside).
    fn at_least(wanted: f64) -> Step {
        let wanted = if usable(wanted) && wanted > 1e-100 { wanted } else { 1.0 };
        let mut step = Step { mantissa: 1, exponent: wanted.log10().floor() as i32 - 1 };
        while step.value() < wanted * (1.0 - 1e-9) {
            step = step.next();
        }
        step
    }

    fn next(self) -> Step {
        match self.mantissa {
            1 => Step { mantissa: 2, ..self },
            2 => Step { mantissa: 5, ..self },
            _ => Step { mantissa: 1, exponent: self.exponent + 1 },
        }
    }

    fn value(self) -> f64 {
        self.times(1.0)
    }

    fn times(self, count: f64) -> f64 {
        let units = count * f64::from(self.mantissa);
        // Dividing by a whole power of ten rounds once; multiplying by 0.1 would round twice.
        if self.exponent < 0 { units / 10f64.powi(-self.exponent) } else { units * 10f64.powi(self.exponent) }
    }
}

impl Range {
    fn of(values: impl Iterator<Item = f64>) -> Option<Range> {
        values.filter(|v| usable(*v)).fold(None, |range: Option<Range>, v| {
            Some(
                range.map_or(Range { low: v, high: v }, |r| Range { low: r.low.min(v), high: r.high.max(v) }),
            )
        })
    }

    fn including(self, value: f64) -> Range {
        Range { low: self.low.min(value), high: self.high.max(value) }
    }

    fn span(self) -> f64 {
        self.high - self.low
    }

    fn magnitude(self) -> f64 {
        self.low.abs().max(self.high.abs())
    }

    fn padded(self, zero: bool, least_step: f64) -> Range {
        let span = self.span();
        let alike = span <= self.magnitude() * 1e-9;
        let room = if alike {
            let least = if usable(least_step) { least_step.max(0.0) } else { 0.0 };
            let room = (self.magnitude() * 0.05).max(least);
            if room > 0.0 { room } else { 1.0 }
        } else {
            span * HEADROOM
        };
        let high = if zero && self.high <= 0.0 && !alike { self.high } else { self.high + room };
        let low = if self.low >= 0.0 {
            if zero { 0.0 } else { (self.low - room).max(0.0) }
        } else {
            self.low - room
        };
        Range { low, high }
    }
}

/// The values the axis must hold.
fn extent(chart: &PathChart, zero: bool) -> Range {
    let (required, paths): (Vec<_>, Vec<_>) = chart.lines.iter().partition(|l| l.kind == LineKind::Required);
    let shown = |values: &[Option<f64>]| -> Vec<f64> {
        values.iter().take(chart.years.len()).flatten().copied().collect()
    };
    let known = chart.known.iter().filter(|p| p.index < chart.years.len()).map(|p| p.value);
    let others = paths.iter().flat_map(|l| shown(&l.values));
    let others = others.chain(shown(&chart.bars)).chain(known).chain(chart.target.iter().map(|t| t.value));
    let from_zero = |range: Range| if zero { range.including(0.0) } else { range };
    let others = Range::of(others).map(from_zero);
    let needed = required.iter().flat_map(|l| shown(&l.values));
    match others {
        Some(range) => {
            let span = if range.span() > 0.0 { range.span() } else { range.magnitude().max(1.0) };
            let (low, high) = (range.low - span * REQUIRED_REACH, range.high + span * REQUIRED_REACH);
            let near = needed.filter(|v| (low..=high).contains(v));
            Range::of(near).map_or(range, |near| range.including(near.low).including(near.high))
        }
        None => Range::of(needed).map(from_zero).unwrap_or(Range {
            low: 0.0,
            high: chart.ceiling.filter(|c| usable(*c) && *c > 0.0).unwrap_or(1.0),
        }),
    }
}
