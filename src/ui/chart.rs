//! The chart with a cursor that pointer and arrow keys move from year to year, read aloud as it moves.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use yew::prelude::*;

use super::chart_data::{YearRow, path_chart};
use super::easel::{Easel, schedule};
use super::el::el;
use super::part::{Link, Live};
use super::shared::Shared;
use super::words::Words;
use crate::chart::Line;
use crate::codec::figure::grouped;
use crate::model::IndicatorOutlook;
use crate::plan::Plan;
use crate::platform::watch::{self, SizeWatch};

#[derive(PartialEq)]
pub struct ReadableChart {
    pub words: Words,
    pub plan: Shared<Plan>,
    pub index: usize,
    pub outlook: Shared<IndicatorOutlook>,
    pub rows: Rc<Vec<YearRow>>,
    /// Paths to compare with, over the same years.
    pub others: Rc<Vec<Line>>,
    pub dark: bool,
    /// Whether it is set in the type of the page around it, and not in one for a desk.
    pub own_type: bool,
    /// Hears that the chart has been drawn for the first time.
    pub drawn: Callback<()>,
}

/// The canvas and its cursor.
pub struct Reading {
    canvas: NodeRef,
    easel: Rc<RefCell<Easel>>,
    /// Position of the year that is read.
    at: Option<usize>,
    _size: Option<SizeWatch>,
    _ratio: Option<EventListener>,
}

/// What a chart hears.
pub enum Message {
    /// The pointer is so many CSS pixels from the left edge.
    Point(f64),
    /// The cursor goes to a year, or nowhere.
    Read(Option<usize>),
}

impl Live for ReadableChart {
    type State = Reading;
    type Message = Message;

    fn start(&self, _: &Link<ReadableChart>) -> Reading {
        let canvas = NodeRef::default();
        let easel = Rc::new(RefCell::new(Easel::new(canvas.clone(), self.own_type, self.drawn.clone())));
        Reading { canvas, easel, at: None, _size: None, _ratio: None }
    }

    fn changed(&self, before: &ReadableChart, state: &mut Reading) {
        // The cursor belongs to one indicator.
        let years = self.rows.len();
        state.at = state.at.filter(|at| self.index == before.index && *at < years);
    }

    fn update(&self, state: &mut Reading, message: Message) -> bool {
        let next = match message {
            Message::Point(x) => state.easel.borrow().year_at(x),
            Message::Read(at) => at,
        };
        std::mem::replace(&mut state.at, next) != next
    }

    fn view(&self, state: &Reading, link: &Link<ReadableChart>) -> Html {
        let ReadableChart { words, plan, index, outlook, rows, .. } = self;
        let words = *words;
        let Some(indicator) = plan.indicators.get(*index) else { return Html::default() };
        let (at, last) = (state.at, rows.len().saturating_sub(1));
        let onkeydown = link.on(move |event: KeyboardEvent| {
            let next = match (event.key().as_str(), at) {
                ("ArrowRight" | "ArrowUp", at) => at.map_or(0, |at| (at + 1).min(last)),
                ("ArrowLeft" | "ArrowDown", at) => at.map_or(last, |at| at.saturating_sub(1)),
                ("Home", _) => 0,
                ("End", _) => last,
                _ => return None,
            };
            event.prevent_default();
            Some(Message::Read(Some(next)))
        });
        let reading = at.and_then(|at| rows.get(at)).map(|row| words.year_reading(indicator, outlook, row));
        let beside = at.map(|at| others_reading(&self.others, at, indicator.decimals)).unwrap_or_default();
        let reading = [reading.unwrap_or_default(), beside].concat();
        let label = format!("{}: {}. {}", words.chart(), words.text(&indicator.name), words.chart_keys());
        let application = el("div")
            .class("chart")
            .attr("role", "application")
            .attr("tabindex", "0")
            .attr("aria-label", label)
            .on_pointermove(link.on(|event: PointerEvent| Some(Message::Point(f64::from(event.offset_x())))))
            .on_pointerleave(link.on(|_: PointerEvent| Some(Message::Read(None))))
            .on_blur(link.on(|_: FocusEvent| Some(Message::Read(None))))
            .on_keydown(onkeydown)
            .child(el("canvas").node(&state.canvas).attr("aria-hidden", "true"));
        let reading =
            el("p").class("reading").attr("role", "status").attr("aria-live", "polite").text(reading);
        el("div").class("chart-box").child(application).child(reading).into()
    }

    fn shown(&self, state: &mut Reading, _: &Link<ReadableChart>, first: bool) {
        if first {
            state.watch();
        }
        let ReadableChart { words, plan, index, outlook, rows, dark, .. } = self;
        let Some(indicator) = plan.indicators.get(*index) else { return };
        let mut chart = path_chart(*words, plan, indicator, outlook, rows, state.at);
        chart.stand_beside(&self.others);
        if state.easel.borrow_mut().set(chart, *dark, indicator.decimals) {
            schedule(&state.easel);
        }
    }
}

/// What the compared paths have in a year.
fn others_reading(others: &[Line], at: usize, decimals: u8) -> String {
    let read = |line: &Line| {
        let value = line.values.get(at).copied().flatten()?;
        Some([" / ", &line.label.name, " ", &grouped(value, decimals)].concat())
    };
    others.iter().filter_map(read).collect()
}

impl Reading {
    fn watch(&mut self) {
        let on_size = {
            let easel = Rc::clone(&self.easel);
            move || schedule(&easel)
        };
        // A box of the same size still needs new pixels when the page is zoomed or changes screen.
        self._ratio = watch::on_window("resize", on_size.clone());
        let element = self.canvas.cast::<web_sys::Element>();
        self._size = element.and_then(|element| SizeWatch::new(&element, on_size));
    }
}
