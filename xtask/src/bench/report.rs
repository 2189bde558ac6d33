//! Figures held against their targets.

use anyhow::{Context, Result};
use serde_json::Value;
use std::fmt;

/// The figures of one run, by what they are about.
#[derive(Default)]
pub struct Report(Vec<Section>);

struct Section {
    title: String,
    figures: Vec<Figure>,
}

struct Figure {
    name: String,
    value: f64,
    unit: &'static str,
    decimals: usize,
    /// What stands behind the value.
    detail: String,
    /// The most it may be.
    target: Option<f64>,
}

/// Middle and upper end of repeated measurements.
pub struct Spread {
    /// Half of them are below.
    pub median: f64,
    /// Nineteen of twenty are below.
    pub p95: f64,
}

impl Report {
    /// The figures that follow belong together.
    pub fn section(&mut self, title: impl Into<String>) {
        self.0.push(Section { title: title.into(), figures: Vec::new() });
    }

    /// Adds a figure to the last section. `target` is the most it may be, if there is a target.
    pub fn figure(
        &mut self,
        name: impl Into<String>,
        (value, unit, decimals): (f64, &'static str, usize),
        target: Option<f64>,
        detail: impl Into<String>,
    ) {
        let figure = Figure { name: name.into(), value, unit, decimals, detail: detail.into(), target };
        if let Some(section) = self.0.last_mut() {
            section.figures.push(figure);
        }
    }

    /// How many figures have a target, and how many of these reach it.
    fn reached(&self) -> (usize, usize) {
        let verdicts = || self.0.iter().flat_map(|section| &section.figures).filter_map(Figure::reached);
        (verdicts().count(), verdicts().filter(|reached| *reached).count())
    }
}

impl Figure {
    /// Whether the target is reached, if there is one.
    fn reached(&self) -> Option<bool> {
        self.target.map(|target| self.value <= target)
    }
}

impl Spread {
    /// Of the numbers in a JSON array.
    ///
    /// # Errors
    /// Where it is none, or holds no number.
    pub fn of(values: Option<&Value>) -> Result<Spread> {
        let values = values.and_then(Value::as_array).context("a series is missing")?;
        let mut values: Vec<f64> = values.iter().filter_map(Value::as_f64).collect();
        values.sort_by(f64::total_cmp);
        let at =
            |percent: usize| values.get((values.len().saturating_sub(1) * percent).div_ceil(100)).copied();
        Ok(Spread { median: at(50).context("a series is empty")?, p95: at(95).context("a series is empty")? })
    }
}

impl fmt::Display for Report {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Section { title, figures } in &self.0 {
            writeln!(out, "{title}")?;
            for figure in figures {
                let Figure { name, value, unit, decimals, detail, target } = figure;
                let value = format!("{value:.decimals$} {unit}");
                let target = target.map(|target| format!("≤ {target} {unit}")).unwrap_or_default();
                let verdict = match figure.reached() {
                    Some(true) => "reached",
                    Some(false) => "MISSED",
                    None => "",
                };
                let line = format!("  {name:<44} {value:>12}  {target:<13} {verdict:<8} {detail}");
                writeln!(out, "{}", line.trim_end())?;
            }
            writeln!(out)?;
        }
        let (targets, reached) = self.reached();
        write!(out, "{reached} of {targets} targets reached")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{Report, Spread};
    use serde_json::json;

    #[test]
    fn a_spread_does_not_depend_on_the_order_of_its_series() {
        let upwards: Vec<u32> = (1..=101).collect();
        let downwards: Vec<u32> = (1..=101).rev().collect();
        for series in [upwards, downwards] {
            let spread = Spread::of(Some(&json!(series))).unwrap();
            assert_eq!((spread.median, spread.p95), (51.0, 96.0));
        }
        assert!(Spread::of(Some(&json!([]))).is_err());
        assert!(Spread::of(None).is_err());
    }

    #[test]
    fn the_report_counts_targets_and_says_which_are_missed() {
        let mut report = Report::default();
        report.section("Steps");
        report.figure("quick", (4.0, "ms", 1), Some(4.0), "");
        report.figure("slow", (4.01, "ms", 1), Some(4.0), "p95 9 ms");
        report.figure("free", (1.0, "ms", 1), None, "");
        let text = report.to_string();
        let line = |name: &str| text.lines().find(|line| line.contains(name)).unwrap();
        assert!(line("quick").contains("reached") && line("slow").contains("MISSED"));
        assert!(line("slow").ends_with("p95 9 ms"));
        assert!(line("free").ends_with("1.0 ms"), "no target, no verdict");
        assert_eq!(text.lines().last().unwrap(), "1 of 2 targets reached");
    }
}
