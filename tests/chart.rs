//! The large chart, drawn on a backend that records instead of painting.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[path = "chart/crowd.rs"]
mod crowd;
#[path = "chart/picture.rs"]
mod picture;
#[path = "chart/properties.rs"]
mod properties;
#[path = "chart/recorder.rs"]
mod recorder;
#[path = "chart/samples.rs"]
mod samples;

use r13_simulator::chart::axis::ValueAxis;
use r13_simulator::chart::{
    ChartVerdict, Density, Label, Line, LineKind, Mark as YearMark, Palette, PathChart, Rgb,
};
use recorder::{Drawing, Mark, Paper, record};
use samples::{beyond, cumulative, empty, level, plain};

const LIGHT: Palette = Palette::LIGHT;

fn desk(chart: &PathChart) -> Drawing {
    record(chart, &LIGHT, Paper::new(700.0, 330.0, 1.0, 13.0), &plain)
}

#[test]
fn text_stays_inside_apart_and_complete_at_every_size() {
    let charts =
        [cumulative(2.5), cumulative(3.96), cumulative(40.0), level(0.8), level(-3.0), beyond(), empty()];
    for chart in &charts {
        for width in [300.0, 320.0, 358.0, 420.0, 560.0, 700.0, 1000.0, 1400.0] {
            for height in [160.0, 190.0, 330.0, 460.0, 600.0] {
                for ratio in [1.0, 1.5, 2.0] {
                    for font in [12.0, 13.0, 20.0] {
                        let paper = Paper::new(width, height, ratio, font);
                        let drawing = record(chart, &LIGHT, paper, &plain);
                        properties::legible(&drawing, paper).unwrap();
                        let texts = drawing.texts();
                        for year in [chart.years.first().unwrap(), chart.years.last().unwrap()] {
                            assert!(texts.iter().any(|(t, _)| t == year), "{year} is missing on {paper:?}");
                        }
                        assert!(drawing.plot.width >= 0.6 * width - 1e-6, "{:?} on {paper:?}", drawing.plot);
                    }
                }
            }
        }
    }
}

#[test]
fn every_year_is_labelled_where_there_is_room_and_marked_years_stay_where_there_is_not() {
    let chart = level(0.8);
    let wide = record(&chart, &LIGHT, Paper::new(1000.0, 400.0, 1.0, 12.0), &plain);
    let narrow = record(&chart, &LIGHT, Paper::new(320.0, 200.0, 1.0, 12.0), &plain);
    let shown = |drawing: &Drawing, year: &String| drawing.texts().iter().any(|(t, _)| t == year);
    assert!(chart.years.iter().all(|year| shown(&wide, year)));
    assert!(!chart.years.iter().all(|year| shown(&narrow, year)));
    for index in [0, 9, 14] {
        assert!(shown(&narrow, &chart.years[index]), "{}", chart.years[index]);
    }
}

#[test]
fn direct_labels_are_whole_where_they_fit_figures_alone_where_not_and_absent_on_request() {
    let has = |drawing: &Drawing, text: &str| drawing.texts().iter().any(|(t, _)| *t == text);
    let whole = desk(&cumulative(2.5));
    assert!(has(&whole, "目標 220") && has(&whole, "投影 200") && has(&whole, "現状維持 170"));
    let mut chart = cumulative(2.5);
    chart.lines[0].label.name = "The path without any growth at all".into();
    let paper = Paper::new(358.0, 190.0, 1.0, 12.0);
    let narrow = record(&chart, &LIGHT, paper, &plain);
    assert!(has(&narrow, "220") && has(&narrow, "170") && !has(&narrow, "目標 220"));
    let bare = record(&chart, &LIGHT, Paper { labels: false, ..paper }, &plain);
    assert!(!has(&bare, "220") && bare.plot.width > narrow.plot.width);
}

#[test]
fn bars_stand_on_zero_even_where_the_axis_need_not_start_there() {
    let mut chart = cumulative(2.5);
    chart.from_zero = false;
    let drawing = desk(&chart);
    let bars = drawing.rects(LIGHT.bar);
    assert_eq!(bars.len(), 10);
    assert_eq!(ValueAxis::of(&level(0.8), 6).low, 6000.0);
    assert_eq!(ValueAxis::of(&PathChart { from_zero: true, ..level(0.8) }, 6).low, 0.0);
    let high = PathChart { bars: vec![Some(6500.0); 15], ..level(0.8) };
    assert_eq!(ValueAxis::of(&high, 6).low, 0.0);
    for (bar, value) in bars.iter().zip(chart.bars.iter().flatten()) {
        assert!((bar.bottom - drawing.plot.bottom()).abs() <= 1.0);
        let height = drawing.plot.height * value / 250.0;
        assert!((bar.bottom - bar.top - height).abs() <= 1.0, "{bar:?} for {value}");
    }
}

#[test]
fn the_required_path_is_dashed_the_others_run_through() {
    let drawing = desk(&level(0.8));
    let dashes = drawing.paths(LIGHT.required);
    assert!(dashes.len() > 20, "{} dashes", dashes.len());
    for pair in dashes.windows(2) {
        let (end, start) = (pair[0].0.last().unwrap(), pair[1].0.first().unwrap());
        assert!((start.0 - end.0).hypot(start.1 - end.1) > 2.0, "{end:?} touches {start:?}");
    }
    let through = |colour: Rgb| drawing.paths(colour).iter().filter(|(points, _)| points.len() == 15).count();
    assert_eq!((through(LIGHT.projected), through(LIGHT.hold)), (1, 1));
}

#[test]
fn compared_paths_are_told_apart_by_letters_colours_and_strokes() {
    let mut chart = level(0.8);
    let years = chart.years.len();
    let others = ["B", "C", "D"].into_iter().enumerate().map(|(place, letter)| Line {
        kind: LineKind::Compared(place),
        values: (0..years).map(|year| Some(6500.0 + (year * (place + 1) * 40) as f64)).collect(),
        label: Label { name: letter.into(), value: format!("{}", place + 1) },
    });
    chart.stand_beside(&others.collect::<Vec<_>>());
    let drawing = desk(&chart);
    let dashes: Vec<usize> = LIGHT.compared.iter().map(|colour| drawing.paths(*colour).len()).collect();
    let [dashed, dotted, long] = dashes.as_slice() else { panic!("{dashes:?}") };
    assert!(dotted > dashed && dashed > long && *long > 5, "{dashes:?}");
    let texts: Vec<&str> = drawing.texts().iter().map(|(text, _)| *text).collect();
    for label in ["B 1", "C 2", "D 3"] {
        assert!(texts.contains(&label), "{label} is not in {texts:?}");
    }
    assert!(texts.iter().any(|text| text.starts_with("A ")), "the projection keeps its name: {texts:?}");
    let alone = level(0.8);
    let mut beside_nothing = alone.clone();
    beside_nothing.stand_beside(&[]);
    assert_eq!(beside_nothing, alone);
}

#[test]
fn a_required_path_far_away_neither_stretches_the_axis_nor_leaves_the_plot() {
    let mut chart = cumulative(2.5);
    let required = chart.lines.iter_mut().find(|l| l.kind == LineKind::Required).unwrap();
    for (i, value) in required.values.iter_mut().enumerate() {
        *value = Some(10f64.powi(i as i32));
    }
    let drawing = desk(&chart);
    assert_eq!(ValueAxis::of(&chart, 6).high, 250.0);
    let dashes = drawing.paths(LIGHT.required);
    let highest = dashes.iter().flat_map(|(points, _)| points.iter()).map(|p| p.1).fold(f64::MAX, f64::min);
    assert!(!dashes.is_empty() && (highest - drawing.plot.top).abs() <= 1.0, "{highest}");
}

#[test]
fn an_axis_far_coarser_than_its_values_still_holds_them() {
    let mut chart = empty();
    chart.least_step = 1e12;
    for value in [-823.0, 823.0] {
        chart.target.as_mut().unwrap().value = value;
        let axis = ValueAxis::of(&chart, 6);
        assert!(axis.low <= value && value <= axis.high, "{value} outside {axis:?}");
    }
}

#[test]
fn after_the_target_year_the_projection_is_thinner_and_lighter() {
    let chart = beyond();
    let drawing = desk(&chart);
    let year = drawing.plot.x_of(10);
    let strong = drawing.paths(LIGHT.projected);
    let light = drawing.paths(LIGHT.reference);
    assert_eq!((strong.len(), light.len()), (1, 1));
    assert!((strong[0].0.last().unwrap().0 - year).abs() <= 1.0);
    assert!((light[0].0.first().unwrap().0 - year).abs() <= 1.0);
    assert!((light[0].0.last().unwrap().0 - drawing.plot.x_of(15)).abs() <= 1.0);
    assert!(light[0].1 < strong[0].1);
    assert!(drawing.texts().iter().any(|(t, _)| *t == "参考"));
}

#[test]
fn the_sign_of_the_verdict_stands_at_the_outcome_and_beside_its_label() {
    for verdict in [ChartVerdict::Short, ChartVerdict::Met, ChartVerdict::Unknown] {
        let chart = PathChart { verdict, ..beyond() };
        let drawing = desk(&chart);
        let places = drawing.marks.iter().filter_map(|mark| match (verdict, mark) {
            (ChartVerdict::Short, Mark::Polygon { points, colour }) if *colour == LIGHT.short => {
                Some(points.iter().map(|p| p.0).sum::<f64>() / points.len() as f64)
            }
            (ChartVerdict::Met, Mark::Disc { centre, colour, .. }) if *colour == LIGHT.met => Some(centre.0),
            (ChartVerdict::Unknown, Mark::Text { text, box_, colour, .. }) if text == "？" => {
                assert_eq!(*colour, LIGHT.unknown);
                Some((box_.left + box_.right) / 2.0)
            }
            _ => None,
        });
        let places: Vec<f64> = places.collect();
        assert_eq!(places.len(), 2, "{verdict:?}");
        assert!((places[0] - drawing.plot.x_of(10)).abs() <= 1.0, "{verdict:?} at {places:?}");
        assert!(places[1] > drawing.plot.right(), "{verdict:?} at {places:?}");
    }
}

#[test]
fn the_plot_tells_the_year_under_a_pointer() {
    let drawing = desk(&level(0.8));
    let plot = drawing.plot;
    for index in 0..15 {
        assert_eq!(plot.year_at(plot.x_of(index)), Some(index));
    }
    assert_eq!((plot.year_at(plot.left), plot.year_at(plot.right())), (Some(0), Some(14)));
    assert_eq!((plot.year_at(plot.left - 1.0), plot.year_at(plot.right() + 1.0)), (None, None));
    assert_eq!(plot.year_at(f64::NAN), None);
    assert_eq!(desk(&PathChart::default()).plot.year_at(100.0), None);
}

#[test]
fn the_year_being_read_is_a_line_with_its_label_in_bold() {
    let chart = PathChart { cursor: Some(6), ..level(0.8) };
    let drawing = desk(&chart);
    let x = drawing.plot.x_of(6);
    let line = drawing.rects(LIGHT.cursor);
    assert!(line.iter().any(|r| r.left - 1.0 <= x && x <= r.right + 1.0 && r.bottom > drawing.plot.bottom()));
    let bold = |m: &Mark| matches!(m, Mark::Text { text, bold: true, .. } if *text == chart.years[6]);
    assert!(drawing.marks.iter().any(bold));
}

#[test]
fn text_and_strokes_follow_the_ratio_and_edges_lie_on_device_pixels() {
    let chart = PathChart {
        cursor: Some(3),
        review: Some(YearMark { index: 4, label: "R8".into() }),
        ..cumulative(2.5)
    };
    let paper = Paper::new(701.0, 333.0, 1.5, 13.0);
    let fine = Paper { density: Density { scale: 12.0, pixel: 8 }, ..paper };
    let (coarse, fine) = (record(&chart, &LIGHT, paper, &plain), record(&chart, &LIGHT, fine, &plain));
    for drawing in [&coarse, &fine] {
        for mark in &drawing.marks {
            match mark {
                Mark::Text { size, .. } => assert!((size - 13.0).abs() < 1e-9),
                Mark::Rect { box_, .. } => {
                    for edge in [box_.left, box_.top, box_.right, box_.bottom] {
                        let pixels = edge * 1.5;
                        // The ground reaches the edge of the canvas, which need not be a whole pixel.
                        let whole = (pixels - pixels.round()).abs() < 1e-9;
                        assert!(whole || edge >= 333.0, "{box_:?}");
                    }
                }
                _ => {}
            }
        }
    }
    let width = |drawing: &Drawing| drawing.paths(LIGHT.projected)[0].1;
    assert!((width(&coarse) - 3.25).abs() <= 0.34 && (width(&fine) - 3.25).abs() <= 0.05);
}

#[test]
fn palettes_reach_the_contrast_of_the_guidelines() {
    for palette in [Palette::LIGHT, Palette::DARK] {
        let p = &palette;
        let [b, c, d] = p.compared;
        let words = [p.projected, p.target, p.required, p.hold, p.text, p.cursor, p.unknown, b, c, d];
        let lines = [p.reference, p.short, p.met, p.bar_edge, p.review];
        for (colours, least) in [(words.as_slice(), 4.5), (lines.as_slice(), 3.0)] {
            for colour in colours {
                // The part after the target year lies on the tint.
                for ground in [p.background, p.tint] {
                    let contrast = contrast(*colour, ground);
                    assert!(contrast >= least, "{colour:?} on {ground:?}: {contrast:.2} < {least}");
                }
            }
        }
    }
    assert!((contrast((0, 0, 0), (255, 255, 255)) - 21.0).abs() < 1e-9);
}

/// Contrast ratio after WCAG 2.2.
fn contrast(a: Rgb, b: Rgb) -> f64 {
    let linear = |c: u8| {
        let c = f64::from(c) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    let luminance = |(r, g, b): Rgb| 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}
