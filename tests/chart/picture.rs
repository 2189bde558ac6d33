//! The chart that has left the page, and the chart as shapes.

use r13_simulator::chart::picture::{self, Picture};
use r13_simulator::chart::vector::{Anchor, Shape, shapes, text_width};
use r13_simulator::chart::{
    ChartStyle, ChartVerdict, Density, Entry, KnownKind, Palette, PathChart, Plot, Sample, draw,
};

use super::properties::legible;
use super::recorder::{Drawing, Mark, Paper, recorded};
use super::samples::{cumulative, empty, level, plain};

const LIGHT: Palette = Palette::LIGHT;

fn pictured(picture: &Picture, chart: &PathChart, paper: Paper) -> Drawing {
    let (marks, ()) = recorded(paper, |root, style| {
        picture::draw(root, picture, chart, &LIGHT, style, &plain).expect("no backend error")
    });
    Drawing { marks, plot: Plot::default() }
}

fn entry(sample: Sample, name: &str) -> Entry {
    Entry { sample, name: name.to_owned() }
}

fn full() -> Picture {
    Picture {
        title: "新たな事業展開に取り組む事業者数 (事業者)".to_owned(),
        lines: vec![
            "慎重な見通し · 令和8年11月25日 · 第2期鹿児島市商工業振興プラン".to_owned(),
            "仮定: +2.50 %/年　必要ペース: +3.95 %/年　R13投影: 200 事業者　目標: 220 事業者　目標まで: −20　▲ 未達".to_owned(),
        ],
        legend: vec![
            entry(Sample::Projected, "投影"),
            entry(Sample::Target, "目標"),
            entry(Sample::Required, "必要ペース"),
            entry(Sample::Hold, "現状維持"),
            entry(Sample::Yearly, "年間"),
            entry(Sample::Known(KnownKind::Stated), "現況(計画記載)"),
            entry(Sample::Known(KnownKind::Supposed), "現況(利用者の仮定)"),
            entry(Sample::Review, "R8 中間(按分目安)"),
            entry(Sample::Outcome(ChartVerdict::Short), "目標年度の投影(未達)"),
        ],
        foot: vec![
            "出典: 第2期鹿児島市商工業振興プラン<概要版>(鹿児島市)".to_owned(),
            "仮定に基づく試算です。市の評価ではありません。".to_owned(),
        ],
    }
}

#[test]
fn everything_in_a_picture_is_written_in_full_inside_and_apart() {
    for chart in [cumulative(2.5), level(-3.0), empty()] {
        for (width, height) in [(960.0, 600.0), (640.0, 600.0), (420.0, 640.0)] {
            for ratio in [1.0, 2.0] {
                let paper = Paper::new(width, height, ratio, 15.0);
                let drawing = pictured(&full(), &chart, paper);
                legible(&drawing, paper).unwrap();
                let written: String = drawing.texts().iter().map(|(text, _)| *text).collect();
                let written = written.replace([' ', '　'], "");
                let Picture { title, lines, legend, foot } = full();
                let names = legend.into_iter().map(|entry| entry.name);
                for text in [title].into_iter().chain(lines).chain(names).chain(foot) {
                    assert!(written.contains(&text.replace([' ', '　'], "")), "{text} is not in {written}");
                }
            }
        }
    }
}

#[test]
fn the_chart_in_a_picture_is_the_one_on_screen_with_its_labels() {
    let paper = Paper::new(960.0, 600.0, 2.0, 15.0);
    let drawing = pictured(&full(), &cumulative(2.5), paper);
    let has = |text: &str| drawing.texts().iter().any(|(t, _)| *t == text);
    assert!(has("目標 220") && has("投影 200") && has("現状維持 170"));
    let bars = drawing.rects(LIGHT.bar);
    // Ten years, and the sample of the legend.
    assert_eq!(bars.len(), 11);
    assert!(bars.iter().take(10).all(|bar| bar.left > 15.0 && bar.right < 945.0 && bar.top > 100.0));
}

#[test]
fn a_chart_as_shapes_says_the_same_and_stays_inside() {
    let size = (222.0, 76.0);
    for chart in [cumulative(2.5), level(0.8)] {
        let style = |density| ChartStyle { density, font_px: 8.5, font_family: "sans-serif", labels: false };
        let found = shapes(size, |root, density| draw(root, &chart, &LIGHT, &style(density), &plain));
        let paper = Paper { labels: false, ..Paper::new(size.0, size.1, 1.0, 8.5) };
        let (marks, _) = recorded(paper, |root, _| {
            draw(root, &chart, &LIGHT, &style(Density::of_pixels(1.0)), &plain).expect("no backend error")
        });
        assert_eq!(
            found.iter().filter(|shape| matches!(shape, Shape::Polygon { .. })).count(),
            marks.iter().filter(|mark| matches!(mark, Mark::Polygon { .. })).count()
        );
        let inside =
            |(x, y): (f64, f64)| (-1.0..=size.0 + 1.0).contains(&x) && (-1.0..=size.1 + 1.0).contains(&y);
        let mut texts = Vec::new();
        for shape in &found {
            match shape {
                Shape::Rect { at, size, .. } => {
                    assert!(inside(*at) && inside((at.0 + size.0, at.1 + size.1)), "{shape:?}");
                }
                Shape::Path { points, .. } | Shape::Polygon { points, .. } => {
                    assert!(points.iter().all(|point| inside(*point)), "{shape:?}");
                }
                Shape::Disc { centre, .. } => assert!(inside(*centre), "{shape:?}"),
                Shape::Text { text, at, anchor, size, bold, .. } => {
                    let width = text_width(text, *size, *bold);
                    let left = match anchor {
                        Anchor::Start => at.0,
                        Anchor::Middle => at.0 - width / 2.0,
                        Anchor::End => at.0 - width,
                    };
                    assert!(inside((left, at.1)) && inside((left + width, at.1)), "{shape:?}");
                    texts.push(text.as_str());
                }
            }
        }
        for year in [chart.years.first().unwrap(), chart.years.last().unwrap()] {
            assert!(texts.contains(&year.as_str()), "{year} is not among {texts:?}");
        }
    }
}
