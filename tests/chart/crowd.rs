//! The paths of many scenarios in one chart.

use r13_simulator::chart::{CrowdChart, Line, Palette};

use crate::properties;
use crate::recorder::{Drawing, Mark, Paper, record_crowd};
use crate::samples::level;

const LIGHT: Palette = Palette::LIGHT;

/// So many paths from 6,534 on, of which the outermost lie far beyond target and median.
fn crowd(paths: usize) -> CrowdChart {
    let mut frame = level(0.8);
    frame.lines.retain(|line: &Line| {
        line.label.name != "現状維持" && line.kind != r13_simulator::chart::LineKind::Required
    });
    let path = |number: usize| -> Vec<Option<f64>> {
        let rate = number as f64 * 4.0 / paths as f64 - 1.0;
        (0..15).map(|year| Some(6534.0 * (1.0 + rate / 100.0 * f64::from(year)))).collect()
    };
    let middle =
        (0..15).map(|year| Some((6534.0 - f64::from(year), 6534.0 + 80.0 * f64::from(year)))).collect();
    CrowdChart { frame, crowd: (0..paths).map(path).collect(), middle }
}

fn desk(chart: &CrowdChart) -> Drawing {
    record_crowd(chart, &LIGHT, Paper::new(700.0, 330.0, 1.0, 13.0))
}

fn inside(drawing: &Drawing, points: &[(f64, f64)]) -> bool {
    let plot = drawing.plot;
    points.iter().all(|(x, y)| {
        (plot.left - 1.0..=plot.right() + 1.0).contains(x)
            && (plot.top - 1.0..=plot.bottom() + 1.0).contains(y)
    })
}

#[test]
fn every_path_is_drawn_whole_and_thinner_than_the_median() {
    for count in [1, 3, 400] {
        let drawing = desk(&crowd(count));
        let paths = drawing.paths(LIGHT.reference);
        assert_eq!(paths.len(), count);
        assert!(paths.iter().all(|(points, _)| points.len() == 15 && inside(&drawing, points)));
        let median = drawing.paths(LIGHT.projected);
        assert_eq!(median.len(), 1);
        assert!(paths.iter().all(|(_, width)| *width * 2.0 < median[0].1));
    }
}

#[test]
fn the_middle_half_lies_below_the_paths() {
    let drawing = desk(&crowd(5));
    let place = |wanted: &dyn Fn(&Mark) -> bool| drawing.marks.iter().position(wanted).unwrap();
    let middle = place(&|mark| matches!(mark, Mark::Polygon { colour, .. } if *colour == LIGHT.bar));
    let path = place(&|mark| matches!(mark, Mark::Path { colour, .. } if *colour == LIGHT.reference));
    assert!(middle < path);
    let Mark::Polygon { points, .. } = &drawing.marks[middle] else { unreachable!() };
    assert!(points.len() == 30 && inside(&drawing, points));
}

#[test]
fn years_without_values_leave_gaps_and_nothing_at_all_is_drawn_as_nothing() {
    let mut chart = crowd(2);
    for year in [5, 6] {
        chart.middle[year] = None;
        chart.crowd.iter_mut().for_each(|values| values[year] = None);
    }
    chart.crowd.push(vec![Some(f64::NAN); 15]);
    chart.crowd.push(Vec::new());
    let drawing = desk(&chart);
    assert_eq!(drawing.paths(LIGHT.reference).len(), 4, "each in two pieces");
    let middles = drawing
        .marks
        .iter()
        .filter(|mark| matches!(mark, Mark::Polygon { colour, .. } if *colour == LIGHT.bar));
    assert_eq!(middles.count(), 2);
    assert!(desk(&CrowdChart::default()).paths(LIGHT.reference).is_empty());
}

#[test]
fn text_stays_inside_and_apart_at_every_size() {
    for width in [300.0, 358.0, 560.0, 1000.0] {
        for height in [190.0, 330.0, 600.0] {
            let paper = Paper::new(width, height, 1.5, 13.0);
            properties::legible(&record_crowd(&crowd(40), &LIGHT, paper), paper).unwrap();
        }
    }
}
