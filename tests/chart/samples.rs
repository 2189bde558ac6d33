//! Charts of real indicators.

use r13_simulator::chart::{
    ChartVerdict, KnownKind, KnownPoint, Label, Line, LineKind, Mark, PathChart, TargetLine,
};

/// A tick label in plain decimals.
pub fn plain(value: f64) -> String {
    format!("{value}")
}

/// p11: yearly counts from 17 in 2020 and their running total from 2022, to a target of 220.
pub fn cumulative(rate: f64) -> PathChart {
    let path = |rate: f64| growth(17.0, rate, 12).split_off(2);
    let total = |path: &[f64]| -> Vec<f64> {
        path.iter()
            .scan(0.0, |sum, v| {
                *sum += v;
                Some(*sum)
            })
            .collect()
    };
    let (hold, required, projected) = (total(&path(0.0)), total(&path(3.947520189499)), total(&path(rate)));
    PathChart {
        years: (4..=13).map(|n| format!("R{n}")).collect(),
        bars: some(&path(rate)),
        verdict: if projected[9] < 220.0 { ChartVerdict::Short } else { ChartVerdict::Met },
        lines: lines(&hold, &required, &projected, 9),
        target: Some(TargetLine {
            index: 9,
            value: 220.0,
            label: label("目標", 220.0),
            reference: String::new(),
        }),
        review: Some(Mark { index: 4, label: "R8 中間(按分目安)".into() }),
        from_zero: true,
        least_step: 1.0,
        ..PathChart::default()
    }
}

/// k1: 6,534 in 2017 to a target of 7,809 in 2031.
pub fn level(rate: f64) -> PathChart {
    let path = |rate| growth(6534.0, rate, 15);
    PathChart {
        years: (2017..=2031).map(|n| n.to_string()).collect(),
        lines: lines(&path(0.0), &path(1.281409160349964), &path(rate), 14),
        known: vec![KnownPoint { index: 0, value: 6534.0, kind: KnownKind::Stated }],
        target: Some(TargetLine {
            index: 14,
            value: 7809.0,
            label: label("目標", 7809.0),
            reference: String::new(),
        }),
        review: Some(Mark { index: 9, label: "R8 中間(按分目安)".into() }),
        verdict: ChartVerdict::Short,
        least_step: 1.0,
        ..PathChart::default()
    }
}

/// p22: judged in 2026, projected to 2031 for reference.
pub fn beyond() -> PathChart {
    let path = |rate| growth(27279.0, rate, 16);
    PathChart {
        years: (2016..=2031).map(|n| n.to_string()).collect(),
        lines: lines(&path(0.0), &path(0.007695563884), &path(0.05), 10),
        known: vec![KnownPoint { index: 0, value: 27279.0, kind: KnownKind::Stated }],
        target: Some(TargetLine {
            index: 10,
            value: 27300.0,
            label: label("目標", 27300.0),
            reference: "参考".into(),
        }),
        review: Some(Mark { index: 10, label: "R8".into() }),
        verdict: ChartVerdict::Met,
        least_step: 1.0,
        ..PathChart::default()
    }
}

/// p43: a share with a target and nothing else.
pub fn empty() -> PathChart {
    PathChart {
        years: (4..=13).map(|n| format!("R{n}")).collect(),
        target: Some(TargetLine {
            index: 9,
            value: 24.8,
            label: label("目標", 24.8),
            reference: String::new(),
        }),
        from_zero: true,
        ceiling: Some(100.0),
        least_step: 0.1,
        ..PathChart::default()
    }
}

fn growth(base: f64, rate: f64, years: usize) -> Vec<f64> {
    std::iter::successors(Some(base), |v| Some(v * (1.0 + rate / 100.0))).take(years).collect()
}

fn lines(hold: &[f64], required: &[f64], projected: &[f64], judged: usize) -> Vec<Line> {
    vec![
        Line { kind: LineKind::Hold, values: some(hold), label: label("現状維持", hold[judged]) },
        Line { kind: LineKind::Required, values: some(required), label: Label::default() },
        Line {
            kind: LineKind::Projected, values: some(projected), label: label("投影", projected[judged])
        },
    ]
}

fn label(name: &str, value: f64) -> Label {
    Label { name: name.into(), value: format!("{value:.0}") }
}

fn some(values: &[f64]) -> Vec<Option<f64>> {
    values.iter().copied().map(Some).collect()
}
