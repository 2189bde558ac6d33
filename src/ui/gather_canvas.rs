//! The chart of all paths, with a cursor that pointer and arrow keys move from year to year.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::render::{AnimationFrame, request_animation_frame};
use web_sys::HtmlCanvasElement;
use yew::prelude::*;

use super::easel::{FONTS, tick};
use super::el::el;
use super::gather_chart::{at_target, chart, figure_in};
use super::part::{Link, Live};
use super::shared::Shared;
use super::words::Words;
use crate::chart::{ChartStyle, CrowdChart, Palette, Plot, draw_crowd};
use crate::model::Crowd;
use crate::plan::{Indicator, Plan};
use crate::platform::canvas::Surface;
use crate::platform::page;
use crate::platform::watch::{self, SizeWatch};

/// The canvas, with a cursor that pointer and arrow keys move from year to year, read aloud as it moves.
#[derive(PartialEq)]
pub struct CrowdView {
    pub words: Words,
    pub plan: Shared<Plan>,
    pub index: usize,
    pub crowd: Shared<Crowd>,
    pub dark: bool,
}

/// What a frame paints, kept outside the component so that it paints what is newest.
#[derive(Default)]
struct Sheet {
    canvas: NodeRef,
    surface: Option<Surface>,
    frame: Option<AnimationFrame>,
    chart: CrowdChart,
    plot: Plot,
    dark: bool,
    decimals: u8,
}

/// The canvas and what it follows.
pub struct Drawing {
    sheet: Rc<RefCell<Sheet>>,
    /// Position of the year that is read.
    at: Option<usize>,
    _size: Option<SizeWatch>,
    _ratio: Option<EventListener>,
}

/// What the chart hears.
pub enum Message {
    /// The pointer is so many CSS pixels from the left edge.
    Point(f64),
    /// The cursor goes to a year, or nowhere.
    Read(Option<usize>),
}

impl Live for CrowdView {
    type State = Drawing;
    type Message = Message;

    fn start(&self, _: &Link<CrowdView>) -> Drawing {
        Drawing { sheet: Rc::default(), at: None, _size: None, _ratio: None }
    }

    fn changed(&self, before: &CrowdView, drawing: &mut Drawing) {
        let years = self.crowd.years.len();
        drawing.at = drawing.at.filter(|at| self.index == before.index && *at < years);
    }

    fn update(&self, drawing: &mut Drawing, message: Message) -> bool {
        let next = match message {
            Message::Point(x) => drawing.sheet.borrow().plot.year_at(x),
            Message::Read(at) => at,
        };
        std::mem::replace(&mut drawing.at, next) != next
    }

    fn view(&self, drawing: &Drawing, link: &Link<CrowdView>) -> Html {
        let CrowdView { words, plan, index, crowd, .. } = self;
        let Some(indicator) = plan.indicators.get(*index) else { return Html::default() };
        let count: usize = crowd.paths.iter().map(|path| path.count).sum();
        let median = at_target(indicator, crowd)
            .map_or(words.no_value().to_owned(), |spread| words.gathered_outcome(indicator, spread.median));
        let label = words.gather_crowd_label(
            words.text(&indicator.name),
            &count.to_string(),
            &words.target_figure(indicator),
            &median,
        );
        let at = drawing.at;
        let keys = link.on(years_by_keys(at, crowd.years.len().saturating_sub(1)));
        let application = el("div")
            .class("chart")
            .attr("role", "application")
            .attr("tabindex", "0")
            .attr("aria-label", label)
            .attr("data-role", "crowd")
            .attr("data-paths", count.to_string())
            .on_pointermove(link.on(|event: PointerEvent| Some(Message::Point(f64::from(event.offset_x())))))
            .on_pointerleave(link.on(|_: PointerEvent| Some(Message::Read(None))))
            .on_blur(link.on(|_: FocusEvent| Some(Message::Read(None))))
            .on_keydown(keys)
            .child(el("canvas").node(&drawing.sheet.borrow().canvas).attr("aria-hidden", "true"));
        let reading = at.and_then(|at| self.reading(indicator, at)).unwrap_or_default();
        let reading =
            el("p").class("reading").attr("role", "status").attr("aria-live", "polite").text(reading);
        el("div").class("chart-box").child(application).child(reading).into()
    }

    fn shown(&self, drawing: &mut Drawing, _: &Link<CrowdView>, first: bool) {
        let CrowdView { words, plan, index, crowd, dark } = self;
        let Some(indicator) = plan.indicators.get(*index) else { return };
        {
            let mut sheet = drawing.sheet.borrow_mut();
            sheet.chart = chart(*words, plan, indicator, crowd, drawing.at);
            (sheet.dark, sheet.decimals) = (*dark, indicator.decimals);
        }
        if first {
            let on_size = {
                let sheet = Rc::clone(&drawing.sheet);
                move || schedule(&sheet)
            };
            drawing._ratio = watch::on_window("resize", on_size.clone());
            let canvas = drawing.sheet.borrow().canvas.cast::<web_sys::Element>();
            drawing._size = canvas.and_then(|canvas| SizeWatch::new(&canvas, on_size));
        }
        schedule(&drawing.sheet);
    }
}

impl CrowdView {
    /// What is read of a year.
    fn reading(&self, indicator: &Indicator, at: usize) -> Option<String> {
        let CrowdView { words, crowd, .. } = self;
        let (year, spread) = (*crowd.years.get(at)?, (*crowd.spreads.get(at)?)?);
        let [min, lower, median, upper, max] =
            spread.five().map(|value| figure_in(*words, indicator, year, value));
        let (year, unit) = (words.year_long(year), words.unit(indicator, crowd.measure));
        Some(words.gather_year(&year, &median, &lower, &upper, &min, &[&max, " ", &unit].concat()))
    }
}

/// Asks for one frame, however often it is called before that frame.
fn schedule(sheet: &Rc<RefCell<Sheet>>) {
    let waiting = sheet.borrow().frame.is_some();
    if !waiting {
        let on_frame = Rc::clone(sheet);
        let frame = request_animation_frame(move |_| on_frame.borrow_mut().paint());
        sheet.borrow_mut().frame = Some(frame);
    }
}

impl Sheet {
    /// A canvas that cannot be drawn on stays empty: the table says the same.
    fn paint(&mut self) {
        self.frame = None;
        let Some(canvas) = self.canvas.cast::<HtmlCanvasElement>() else { return };
        let (width, height) = (f64::from(canvas.client_width()), f64::from(canvas.client_height()));
        if width < 1.0 || height < 1.0 {
            return;
        }
        if self.surface.is_none() {
            self.surface = Surface::new(canvas).ok();
        }
        let palette = if self.dark { &Palette::DARK } else { &Palette::LIGHT };
        let font_px = if width < 480.0 { 12.0 } else { 14.0 };
        let (chart, decimals) = (&self.chart, self.decimals);
        let format_tick = tick(decimals);
        let plot = self.surface.as_ref().and_then(|surface| {
            let painted = surface.paint(width, height, page::pixel_ratio(), |root, density| {
                let style = ChartStyle { density, font_px, font_family: FONTS, labels: true };
                draw_crowd(root, chart, palette, &style, &format_tick)
            });
            painted.ok()
        });
        self.plot = plot.unwrap_or_default();
    }
}

/// Moves the cursor from year to year.
fn years_by_keys(at: Option<usize>, last: usize) -> impl Fn(KeyboardEvent) -> Option<Message> {
    move |event: KeyboardEvent| {
        let next = match (event.key().as_str(), at) {
            ("ArrowRight" | "ArrowUp", at) => at.map_or(0, |at| (at + 1).min(last)),
            ("ArrowLeft" | "ArrowDown", at) => at.map_or(last, |at| at.saturating_sub(1)),
            ("Home", _) => 0,
            ("End", _) => last,
            _ => return None,
        };
        event.prevent_default();
        Some(Message::Read(Some(next)))
    }
}
