//! A chart that has left the page: title, figures, legend and source stand in the picture itself.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::prelude::DrawingBackend;

use super::legend::{self, Entry};
use super::pen::{self, Align, Pen, Weight};
use super::{ChartStyle, Palette, PathChart, Rgb};

/// The title's type, in ems of the chart's.
const TITLE: f64 = 1.55;
/// The type of the foot, in ems of the chart's.
const FOOT: f64 = 0.87;
/// Height of a line of text, in ems of its own type.
const LINE: f64 = 1.55;
/// Around everything, in ems of the chart's type.
const EDGE: f64 = 1.8;

/// Closing marks that no line begins with.
const NOT_FIRST: &str = "、。，．・」』）〉》】〕!?)],.:;％%ー";

/// What stands around the chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// What is shown.
    pub title: String,
    /// Below the title: whose scenario, what comes of it. Too long ones are broken.
    pub lines: Vec<String>,
    /// What the lines and signs mean, below the chart.
    pub legend: Vec<Entry>,
    /// At the foot: where the numbers come from, and what they are not.
    pub foot: Vec<String>,
}

/// Draws the picture over the whole area. `style.font_px` is the size of type in the chart.
///
/// # Errors
/// Only what the backend reports.
pub fn draw<DB: DrawingBackend>(
    root: &DrawingArea<DB, Shift>,
    picture: &Picture,
    chart: &PathChart,
    palette: &Palette,
    style: &ChartStyle,
    format_tick: &dyn Fn(f64) -> String,
) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
    let in_type = |ems: f64| ChartStyle { font_px: style.font_px * ems, ..*style };
    let edge = style.font_px * EDGE;
    let top = pen::render(root, &in_type(TITLE), |pen| {
        pen.ground(palette.background);
        written(pen, std::slice::from_ref(&picture.title), (edge, edge), Weight::Bold, palette.target)
    })?;
    let (_, height) = root.dim_in_pixel();
    let height = f64::from(height) / style.density.scale;
    let bottom = pen::render(root, &in_type(FOOT), |pen| {
        let tall = lines(pen, &picture.foot, edge, Weight::Regular).len() as f64 * pen.em * LINE;
        let top = height - edge - tall;
        pen.horizontal(edge, pen.size().0 - edge, top - pen.em * 0.6, 1.0, palette.grid);
        written(pen, &picture.foot, (edge, top), Weight::Regular, palette.text);
        top - pen.em * 1.2
    })?;
    let (top, bottom) = pen::render(root, style, |pen| {
        let top = written(pen, &picture.lines, (edge, top), Weight::Regular, palette.text);
        let rows = legend::rows(pen, &picture.legend, pen.size().0 - edge * 2.0);
        let bottom = bottom - rows.len() as f64 * pen.em * legend::ROW;
        legend::draw(pen, &rows, (edge, bottom), palette);
        (top + pen.em * 0.6, bottom - pen.em * 0.6)
    })?;
    let units = |css: f64| (css * style.density.scale).round() as i32;
    let (width, _) = root.dim_in_pixel();
    let size = (width as i32 - units(edge) * 2, units(bottom) - units(top));
    let chart_area = root.clone().shrink((units(edge), units(top)), (size.0.max(1), size.1.max(1)));
    super::draw(&chart_area, chart, palette, style, format_tick)?;
    Ok(())
}

/// Draws a legend alone, from the upper left corner of the area.
///
/// # Errors
/// Only what the backend reports.
pub fn draw_legend<DB: DrawingBackend>(
    root: &DrawingArea<DB, Shift>,
    entries: &[Entry],
    palette: &Palette,
    style: &ChartStyle,
) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
    pen::render(root, style, |pen| {
        let rows = legend::rows(pen, entries, pen.size().0);
        legend::draw(pen, &rows, (0.0, 0.0), palette)
    })
}

/// Writes texts below each other between the edges; where the next would stand.
fn written(pen: &Pen, texts: &[String], (x, top): (f64, f64), weight: Weight, colour: Rgb) -> f64 {
    let mut y = top;
    for line in lines(pen, texts, x, weight) {
        pen.text(&line, (x, y + pen.em * LINE / 2.0), Align::Left, weight, colour);
        y += pen.em * LINE;
    }
    y
}

fn lines(pen: &Pen, texts: &[String], edge: f64, weight: Weight) -> Vec<String> {
    let width = pen.size().0 - edge * 2.0;
    texts.iter().flat_map(|text| broken(text, width, &|part| pen.measure(part, weight))).collect()
}

/// A text in lines no wider than `width`: broken after spaces and between letters of a script without them, and
/// anywhere where a word alone is wider.
fn broken(text: &str, width: f64, measure: &dyn Fn(&str) -> f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        let longer = [&line, piece].concat();
        if measure(longer.trim_end()) <= width {
            line = longer;
            continue;
        }
        if !line.trim().is_empty() {
            lines.push(line.trim_end().to_owned());
        }
        line = String::new();
        for letter in piece.chars() {
            line.push(letter);
            if measure(&line) > width && line.chars().nth(1).is_some() {
                line.pop();
                lines.push(std::mem::take(&mut line));
                line.push(letter);
            }
        }
    }
    if !line.trim().is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// The parts of a text between which a line may end.
fn pieces(text: &str) -> Vec<&str> {
    let wide = |letter: char| letter >= '\u{2E80}';
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (at, letter) in text.char_indices() {
        let free = before.is_some_and(|before| before == ' ' || wide(before) || wide(letter));
        if free && letter != ' ' && !NOT_FIRST.contains(letter) && at > start {
            pieces.extend(text.get(start..at));
            start = at;
        }
        before = Some(letter);
    }
    pieces.extend(text.get(start..));
    pieces
}

#[cfg(test)]
mod tests {
    use super::broken;

    fn lines(text: &str, most: usize) -> Vec<String> {
        broken(text, most as f64, &|part| part.chars().count() as f64)
    }

    #[test]
    fn a_line_ends_at_a_space_or_between_letters_of_a_script_without_them() {
        for (text, most, expected) in [
            ("", 5, vec![]),
            ("one two three", 7, vec!["one two", "three"]),
            ("one two three", 3, vec!["one", "two", "thr", "ee"]),
            ("事業者数の目標", 4, vec!["事業者数", "の目標"]),
            ("事業者数、目標", 4, vec!["事業者", "数、目標"]),
            ("R13投影 7,511", 6, vec!["R13投影", "7,511"]),
            ("a", 0, vec!["a"]),
        ] {
            assert_eq!(lines(text, most), expected, "{text} in {most}");
        }
    }

    #[test]
    fn nothing_is_lost_but_the_spaces_at_the_ends_of_lines() {
        let text = "仮定 +1.00 %/年 → 必要ペース +1.28 %/年、目標まで −298 千円 (R13)";
        for most in 1..40 {
            let lines = lines(text, most);
            let without = |text: &str| text.replace(' ', "");
            assert_eq!(without(&lines.concat()), without(text), "in {most}");
            assert!(lines.iter().all(|line| line.chars().count() <= most), "in {most}: {lines:?}");
        }
    }
}
