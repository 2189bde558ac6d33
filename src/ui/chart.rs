//! The chart with a cursor that pointer and arrow keys move from year to year, read aloud as it moves.

use std::rc::Rc;

use yew::prelude::*;

use super::chart_data::{YearRow, path_chart};
use super::easel::{Easel, schedule};
use super::el::el;
use super::shared::Shared;
use super::words::Words;
use crate::model::IndicatorOutlook;
use crate::plan::Plan;
use crate::platform::watch;

#[derive(PartialEq, Properties)]
pub struct ReadableChartProps {
    pub words: Words,
    pub plan: Shared<Plan>,
    pub index: usize,
    pub outlook: Shared<IndicatorOutlook>,
    pub rows: Rc<Vec<YearRow>>,
    pub dark: bool,
}

#[component]
pub fn ReadableChart(props: &ReadableChartProps) -> Html {
    let ReadableChartProps { words, plan, index, outlook, rows, dark } = props;
    let words = *words;
    // The cursor belongs to one indicator: that of another chart is none.
    let cursor = use_state_eq(|| (*index, None::<usize>));
    let at = Some(*cursor).filter(|(of, _)| of == index).and_then(|(_, at)| at).filter(|at| *at < rows.len());
    let canvas = use_node_ref();
    let easel = {
        let canvas = canvas.clone();
        use_mut_ref(move || Easel::new(canvas))
    };
    {
        let (easel, canvas) = (Rc::clone(&easel), canvas.clone());
        use_effect_with((), move |()| {
            let on_size = {
                let easel = Rc::clone(&easel);
                move || schedule(&easel)
            };
            // A box of the same size still needs new pixels when the page is zoomed or changes screen.
            let on_ratio = watch::on_window("resize", on_size.clone());
            let size = canvas
                .cast::<web_sys::Element>()
                .and_then(|element| watch::SizeWatch::new(&element, on_size));
            move || {
                drop((size, on_ratio));
                easel.borrow_mut().rest();
            }
        });
    }
    let Some(indicator) = plan.indicators.get(*index) else { return Html::default() };
    let chart = path_chart(words, plan, indicator, outlook, rows, at);
    {
        let easel = Rc::clone(&easel);
        let decimals = indicator.decimals;
        use_effect_with((chart, *dark), move |(chart, dark)| {
            easel.borrow_mut().set(chart.clone(), *dark, decimals);
            schedule(&easel);
        });
    }
    let (setter, of) = (cursor.setter(), *index);
    let leave = {
        let setter = setter.clone();
        move || setter.set((of, None))
    };
    let onpointerleave = {
        let leave = leave.clone();
        Callback::from(move |_: PointerEvent| leave())
    };
    let onblur = Callback::from(move |_: FocusEvent| leave());
    let onpointermove = {
        let setter = setter.clone();
        Callback::from(move |event: PointerEvent| {
            setter.set((of, easel.borrow().year_at(f64::from(event.offset_x()))));
        })
    };
    let onkeydown = {
        let last = rows.len().saturating_sub(1);
        Callback::from(move |event: KeyboardEvent| {
            let next = match (event.key().as_str(), at) {
                ("ArrowRight" | "ArrowUp", at) => at.map_or(0, |at| (at + 1).min(last)),
                ("ArrowLeft" | "ArrowDown", at) => at.map_or(last, |at| at.saturating_sub(1)),
                ("Home", _) => 0,
                ("End", _) => last,
                _ => return,
            };
            event.prevent_default();
            setter.set((of, Some(next)));
        })
    };
    let reading = at
        .and_then(|at| rows.get(at))
        .map(|row| words.year_reading(indicator, outlook, row))
        .unwrap_or_default();
    let label = format!("{}: {}. {}", words.chart(), words.text(&indicator.name), words.chart_keys());
    let application = el("div")
        .class("chart")
        .attr("role", "application")
        .attr("tabindex", "0")
        .attr("aria-label", label)
        .on_pointermove(onpointermove)
        .on_pointerleave(onpointerleave)
        .on_blur(onblur)
        .on_keydown(onkeydown)
        .child(el("canvas").node(&canvas).attr("aria-hidden", "true"));
    let reading = el("p").class("reading").attr("role", "status").attr("aria-live", "polite").text(reading);
    el("div").class("chart-box").child(application).child(reading).into()
}
