//! What holds for any data.

use proptest::prelude::*;
use r13_simulator::chart::axis::{ValueAxis, usable};
use r13_simulator::chart::{
    ChartVerdict, KnownKind, KnownPoint, Label, Line, LineKind, Mark as YearMark, Palette, PathChart,
    TargetLine,
};

use super::recorder::{Box4, Drawing, Mark, Paper, record};
use super::samples::plain;

/// All text lies inside the canvas and apart from all other text.
pub fn legible(drawing: &Drawing, paper: Paper) -> Result<(), String> {
    let texts = drawing.texts();
    // A whole pixel is lost where places are rounded to pixels.
    let slack = 1.0 / paper.density.scale;
    for (i, (text, b)) in texts.iter().enumerate() {
        let inside = b.left >= -slack
            && b.top >= -slack
            && b.right <= paper.width + slack
            && b.bottom <= paper.height + slack;
        if !inside {
            return Err(format!("{text:?} leaves {paper:?}: {b:?}"));
        }
        let inner = Box4 { left: b.left + slack, right: b.right - slack, ..*b };
        if let Some((other, at)) = texts.iter().skip(i + 1).find(|(_, at)| inner.overlaps(at)) {
            return Err(format!("{text:?} {b:?} covers {other:?} {at:?} on {paper:?}"));
        }
    }
    Ok(())
}

/// All lines, points and rectangles lie inside the canvas.
fn contained(drawing: &Drawing, paper: Paper) -> Result<(), String> {
    let room = paper.font_px;
    let inside = |(x, y): (f64, f64)| {
        (-room..=paper.width + room).contains(&x) && (-room..=paper.height + room).contains(&y)
    };
    for mark in &drawing.marks {
        let kept = match mark {
            Mark::Rect { box_, .. } => {
                inside((box_.left, box_.top))
                    && inside((box_.right, box_.bottom))
                    && box_.left <= box_.right
                    && box_.top <= box_.bottom
            }
            Mark::Path { points, .. } => points.len() > 1 && points.iter().copied().all(inside),
            Mark::Polygon { points, .. } => points.iter().copied().all(inside),
            Mark::Disc { centre, .. } => inside(*centre),
            Mark::Text { .. } => true,
        };
        if !kept {
            return Err(format!("{mark:?} leaves {paper:?}"));
        }
    }
    Ok(())
}

fn value() -> impl Strategy<Value = f64> {
    prop_oneof![
        6 => 0.0..1000.0f64,
        2 => -1000.0..1000.0f64,
        1 => Just(0.0),
        1 => Just(220.0),
        1 => -1e12..1e12f64,
        1 => any::<f64>(),
        1 => prop_oneof![Just(f64::NAN), Just(f64::INFINITY), Just(f64::NEG_INFINITY), Just(1e300), Just(1e-300)],
    ]
}

fn values() -> impl Strategy<Value = Vec<Option<f64>>> {
    prop::collection::vec(prop::option::weighted(0.8, value()), 0..18)
}

fn label() -> impl Strategy<Value = Label> {
    ("[a-z 投影目標]{0,12}", "[0-9,.]{0,14}").prop_map(|(name, value)| Label { name, value })
}

fn line() -> impl Strategy<Value = Line> {
    let kind = prop_oneof![
        Just(LineKind::Projected),
        Just(LineKind::Required),
        Just(LineKind::Hold),
        (0_usize..5).prop_map(LineKind::Compared),
    ];
    (kind, values(), label()).prop_map(|(kind, values, label)| Line { kind, values, label })
}

fn known() -> impl Strategy<Value = KnownPoint> {
    let kind = prop_oneof![
        Just(KnownKind::Stated),
        Just(KnownKind::Measured),
        Just(KnownKind::Interpolated),
        Just(KnownKind::Supposed),
    ];
    (0..20usize, value(), kind).prop_map(|(index, value, kind)| KnownPoint { index, value, kind })
}

prop_compose! {
    fn charts()(
        years in prop::collection::vec("[RH元0-9]{0,6}", 0..18),
        bars in prop_oneof![Just(Vec::new()), values()],
        lines in prop::collection::vec(line(), 0..6),
        known in prop::collection::vec(known(), 0..4),
        target in prop::option::of((0..20usize, value(), label(), "[参考a-z]{0,9}")),
        review in prop::option::of((0..20usize, "[R0-9 中間a-z]{0,30}")),
        cursor in prop::option::of(0..20usize),
        verdict in prop_oneof![Just(ChartVerdict::Short), Just(ChartVerdict::Met), Just(ChartVerdict::Unknown)],
        from_zero in any::<bool>(),
        ceiling in prop::option::of(prop_oneof![Just(100.0), value()]),
        least_step in prop_oneof![Just(0.0), Just(1.0), Just(0.1), value()],
    ) -> PathChart {
        let target = target.map(|(index, value, label, reference)| TargetLine { index, value, label, reference });
        let review = review.map(|(index, label)| YearMark { index, label });
        PathChart { years, bars, lines, known, target, review, cursor, verdict, from_zero, ceiling, least_step }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_chart_is_drawn_inside_the_canvas_and_legibly(
        chart in charts(),
        width in 40.0..1400.0f64,
        height in 20.0..600.0f64,
        ratio in prop_oneof![Just(1.0), Just(1.5), Just(2.0)],
        font in prop_oneof![Just(12.0), Just(20.0)],
    ) {
        let paper = Paper::new(width, height, ratio, font);
        let drawing = record(&chart, &Palette::DARK, paper, &plain);
        legible(&drawing, paper).map_err(TestCaseError::fail)?;
        contained(&drawing, paper).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn ticks_are_round_even_few_and_within_the_axis(chart in charts(), intervals in 2..8usize) {
        let axis = ValueAxis::of(&chart, intervals);
        let ticks = &axis.ticks;
        prop_assert!(axis.low < axis.high, "{axis:?}");
        prop_assert!(!ticks.is_empty() && ticks.len() <= intervals + 1, "{axis:?}");
        prop_assert!(ticks.iter().all(|t| (axis.low..=axis.high).contains(t)), "{axis:?}");
        let magnitude = axis.low.abs().max(axis.high.abs());
        for pair in ticks.windows(2) {
            let step = pair[1] - pair[0];
            let lead = step / 10f64.powf(step.log10().floor());
            let near = |m: f64| (lead / m - 1.0).abs() < 1e-6;
            let exact = step > magnitude * 1e-7;
            prop_assert!(step > 0.0 && (!exact || [1.0, 2.0, 5.0, 10.0].into_iter().any(near)), "{axis:?}");
            prop_assert!(!usable(chart.least_step) || step >= chart.least_step * (1.0 - 1e-6), "{axis:?}");
        }
        if chart.from_zero {
            prop_assert!(axis.low <= 0.0 && axis.high >= 0.0, "{axis:?}");
        }
    }

    #[test]
    fn the_axis_holds_everything_but_a_distant_required_path(chart in charts()) {
        let axis = ValueAxis::of(&chart, 6);
        let years = chart.years.len();
        let paths = chart.lines.iter().filter(|l| l.kind != LineKind::Required).map(|l| &l.values);
        let yearly = paths.chain([&chart.bars]).flat_map(|v| v.iter().take(years).flatten().copied());
        let known = chart.known.iter().filter(|p| p.index < years).map(|p| p.value);
        let all = yearly.chain(known).chain(chart.target.iter().map(|t| t.value)).filter(|v| usable(*v));
        for value in all {
            let fraction = axis.fraction(value);
            prop_assert!((-1e-6..=1.0 + 1e-6).contains(&fraction), "{value} outside {axis:?}");
        }
    }

    #[test]
    fn the_axis_stops_at_the_end_of_the_scale(share in 0.0..=100.0f64, from_zero in any::<bool>()) {
        let values = vec![Some(share), Some(100.0 - share)];
        let line = Line { kind: LineKind::Projected, values, label: Label::default() };
        let years = vec!["R4".to_owned(), "R5".to_owned()];
        let chart = PathChart { years, lines: vec![line], ceiling: Some(100.0), from_zero, ..PathChart::default() };
        let axis = ValueAxis::of(&chart, 6);
        prop_assert!(axis.high <= 100.0 && axis.low >= 0.0, "{axis:?}");
    }
}
