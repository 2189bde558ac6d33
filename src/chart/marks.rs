//! The marks inside the plot: grid, bars, lines, points and the sign of the outcome.

use std::ops::Range;

use super::axis::usable;
use super::layout::Layout;
use super::pen::{Align, Pen, Point, Weight};
use super::{COMPARED, ChartVerdict, KnownKind, LineKind, Palette, PathChart, Rgb};

/// The tinted ground after the target year and the grid.
pub(super) fn ground(pen: &Pen, chart: &PathChart, layout: &Layout, palette: &Palette) {
    let plot = &layout.plot;
    if layout.judged + 1 < chart.years.len() {
        let corner = (plot.x_of(layout.judged), plot.top);
        pen.rect(corner, (plot.right(), plot.bottom()), palette.tint);
    }
    for (tick, _) in &layout.ticks {
        if *tick != 0.0 {
            pen.horizontal(plot.left, plot.right(), layout.y_of(*tick), pen.stroke(1.0), palette.grid);
        }
    }
}

/// Yearly counts, from zero, and the line at zero.
pub(super) fn bars(pen: &Pen, chart: &PathChart, layout: &Layout, palette: &Palette) {
    let plot = &layout.plot;
    let half = layout.half_bar(pen.em);
    for (index, value) in chart.bars.iter().take(chart.years.len()).enumerate() {
        let Some(value) = value.filter(|v| usable(*v)) else { continue };
        let (x, zero, end) = (plot.x_of(index), layout.y_of(0.0), layout.y_of(value));
        pen.rect((x - half, zero.min(end)), (x + half, zero.max(end)), palette.bar);
        pen.horizontal(x - half, x + half, end, pen.stroke(1.5), palette.bar_edge);
    }
    if (layout.axis.low..=layout.axis.high).contains(&0.0) {
        pen.horizontal(plot.left, plot.right(), layout.y_of(0.0), pen.stroke(1.0), palette.rule);
    }
}

/// The dotted line of the review year and the line of the year being read.
pub(super) fn verticals(pen: &Pen, chart: &PathChart, layout: &Layout, palette: &Palette) {
    let plot = &layout.plot;
    let shown = |index: &usize| *index < chart.years.len();
    if let Some(index) = chart.review.as_ref().map(|r| r.index).filter(shown) {
        dots(pen, plot.x_of(index), plot.top - pen.em * 0.3, plot.bottom(), palette);
    }
    if let Some(index) = chart.cursor.filter(shown) {
        let foot = plot.bottom() + pen.em * 0.4;
        pen.vertical(plot.x_of(index), plot.top, foot, pen.stroke(1.0), palette.cursor);
    }
}

/// The dotted line of the review year.
pub(super) fn dots(pen: &Pen, x: f64, top: f64, bottom: f64, palette: &Palette) {
    let (dot, pitch) = (pen.stroke(2.0), pen.stroke(5.0));
    let mut y = top;
    while y + dot <= bottom {
        pen.vertical(x, y, y + dot, pen.stroke(1.0), palette.review);
        y += pitch;
    }
}

/// Length of a dash and of the gap after it, in strokes.
pub(super) type Dashes = (f64, f64);

/// The path at the required growth.
pub(super) const REQUIRED: Dashes = (6.0, 4.0);
/// Compared paths, by their places: dashed, dotted, in long dashes.
const COMPARED_DASHES: [Dashes; COMPARED] = [(5.0, 3.5), (1.75, 3.5), (14.0, 4.0)];

/// The paths, the weakest first, with the target line below the projection.
pub(super) fn lines(pen: &Pen, chart: &PathChart, layout: &Layout, palette: &Palette) {
    let of = |kind| chart.lines.iter().filter(move |l| l.kind == kind);
    let all = 0..chart.years.len();
    for line in of(LineKind::Hold) {
        for run in runs(&line.values, layout, all.clone(), pen.em) {
            pen.path(&run, pen.stroke(1.75), palette.hold);
        }
    }
    for line in of(LineKind::Required) {
        for run in runs(&line.values, layout, all.clone(), pen.em) {
            pen.dashes(&run, REQUIRED, pen.stroke(1.75), palette.required);
        }
    }
    target(pen, chart, layout, palette);
    for (place, dashes) in COMPARED_DASHES.into_iter().enumerate() {
        for line in of(LineKind::Compared(place)) {
            for run in runs(&line.values, layout, all.clone(), pen.em) {
                pen.dashes(&run, dashes, pen.stroke(2.25), palette.line(line.kind));
            }
        }
    }
    for line in of(LineKind::Projected) {
        for run in runs(&line.values, layout, layout.judged..all.end, pen.em) {
            pen.path(&run, pen.stroke(1.5), palette.reference);
        }
        for run in runs(&line.values, layout, 0..layout.judged + 1, pen.em) {
            pen.path(&run, pen.stroke(3.0), palette.projected);
        }
    }
}

/// Known values, the places read at the cursor and the sign at the projected outcome.
pub(super) fn points(pen: &Pen, chart: &PathChart, layout: &Layout, palette: &Palette) {
    let em = pen.em;
    for point in &chart.known {
        if let Some(at) = layout.point(point.index, Some(point.value)) {
            known(pen, at, point.kind, palette);
        }
    }
    for line in &chart.lines {
        let Some(read) = chart.cursor.and_then(|i| layout.point(i, line.values.get(i).copied().flatten()))
        else {
            continue;
        };
        let colour = palette.line(line.kind);
        pen.disc(read, em * 0.42, palette.background);
        pen.disc(read, em * 0.3, colour);
    }
    if let Some(line) = chart.judged_line() {
        let outcome = line.values.get(layout.judged).copied().flatten();
        if let Some(at) = layout.point(layout.judged, outcome) {
            halo(pen, at, em * 0.62, chart.verdict, palette.background);
            sign(pen, at, em * 0.5, chart.verdict, palette);
        }
    }
}

/// The sign of a verdict, `half` being half its height.
pub(super) fn sign(pen: &Pen, at: Point, half: f64, verdict: ChartVerdict, palette: &Palette) {
    match verdict {
        ChartVerdict::Short => pen.polygon(&triangle(at, half), palette.short),
        ChartVerdict::Met => pen.disc(at, half * 0.92, palette.met),
        ChartVerdict::Unknown => pen.text("？", at, Align::Centre, Weight::Bold, palette.unknown),
    }
}

/// The ground that sets a sign off from the lines behind it.
fn halo(pen: &Pen, at: Point, half: f64, verdict: ChartVerdict, colour: Rgb) {
    match verdict {
        ChartVerdict::Short => pen.polygon(&triangle((at.0, at.1 - half * 0.06), half * 1.12), colour),
        ChartVerdict::Met | ChartVerdict::Unknown => pen.disc(at, half, colour),
    }
}

fn target(pen: &Pen, chart: &PathChart, layout: &Layout, palette: &Palette) {
    let plot = &layout.plot;
    let Some(target) = chart.target.as_ref().filter(|t| usable(t.value)) else {
        return;
    };
    let y = layout.y_of(target.value);
    if layout.judged + 1 < chart.years.len() {
        let year = plot.x_of(layout.judged);
        pen.horizontal(year, plot.right(), y, pen.stroke(1.0), palette.hold);
        pen.horizontal(plot.left, year, y, pen.stroke(2.0), palette.target)
    } else {
        pen.horizontal(plot.left, plot.right(), y, pen.stroke(2.0), palette.target)
    }
}

/// The mark of a known value.
pub(super) fn known(pen: &Pen, at: Point, kind: KnownKind, palette: &Palette) {
    let em = pen.em;
    match kind {
        KnownKind::Stated => {
            pen.disc(at, em * 0.5, palette.background);
            pen.disc(at, em * 0.36, palette.target)
        }
        KnownKind::Measured => {
            pen.polygon(&square(at, em * 0.46), palette.background);
            pen.polygon(&square(at, em * 0.33), palette.target)
        }
        KnownKind::Interpolated => {
            pen.disc(at, em * 0.38, palette.target);
            pen.disc(at, em * 0.24, palette.background)
        }
        KnownKind::Supposed => {
            pen.polygon(&diamond(at, em * 0.52), palette.target);
            pen.polygon(&diamond(at, em * 0.34), palette.background)
        }
    }
}

fn triangle((x, y): Point, half: f64) -> [Point; 3] {
    [(x, y - half), (x + half * 1.1, y + half * 0.86), (x - half * 1.1, y + half * 0.86)]
}

fn square((x, y): Point, half: f64) -> [Point; 4] {
    [(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)]
}

fn diamond((x, y): Point, half: f64) -> [Point; 4] {
    [(x, y - half), (x + half, y), (x, y + half), (x - half, y)]
}

/// The stretches of a line within some years that lie inside the plot, cut where they leave it.
/// A year alone among absent ones becomes a level stroke.
pub(super) fn runs(values: &[Option<f64>], layout: &Layout, years: Range<usize>, em: f64) -> Vec<Vec<Point>> {
    let plot = &layout.plot;
    let place = |index: usize| {
        let value = values.get(index).copied().flatten().filter(|v| usable(*v));
        value.map(|v| (plot.x_of(index), layout.y_of(v)))
    };
    let mut runs: Vec<Vec<Point>> = Vec::new();
    for index in years.clone() {
        let Some(here) = place(index) else { continue };
        let before = index.checked_sub(1).and_then(place);
        if before.is_none()
            && place(index + 1).is_none()
            && cut(here, here, plot.top, plot.bottom()).is_some()
        {
            let half = layout.half_bar(em);
            runs.push(vec![(here.0 - half, here.1), (here.0 + half, here.1)]);
        }
        let piece = before.filter(|_| index > years.start);
        let Some((start, end)) = piece.and_then(|b| cut(b, here, plot.top, plot.bottom())) else { continue };
        match runs.last_mut().filter(|run| run.last() == Some(&start)) {
            Some(run) => run.push(end),
            None => runs.push(vec![start, end]),
        }
    }
    runs
}

/// The part of a segment between two levels.
fn cut(a: Point, b: Point, top: f64, bottom: f64) -> Option<(Point, Point)> {
    let inside = |p: Point| (top..=bottom).contains(&p.1);
    if inside(a) && inside(b) {
        return Some((a, b));
    }
    if (a.1 < top && b.1 < top) || (a.1 > bottom && b.1 > bottom) {
        return None;
    }
    let at = |level: f64| (a.0 + (b.0 - a.0) * ((level - a.1) / (b.1 - a.1)), level);
    let bound = |p: Point| match p.1 {
        y if y < top => at(top),
        y if y > bottom => at(bottom),
        _ => p,
    };
    Some((bound(a), bound(b)))
}
