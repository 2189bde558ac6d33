//! Keys and the pointer in the grid of results.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::results::Message;
use super::results_sheet::{Mode, Now};
use crate::platform::page;
use crate::state::{Action, Revision};
use crate::view::{Place, Step};

/// The code of a key that an input method has taken.
const TAKEN: u32 = 229;

/// What a key that went down asks for. The browser does with all others what it does.
pub fn pressed(event: &KeyboardEvent, now: &Rc<Cell<Now>>) -> Option<Message> {
    if event.is_composing() || event.key_code() == TAKEN {
        return None;
    }
    let now = now.get();
    let (key, shift) = (event.key(), event.shift_key());
    let message = match key.as_str() {
        "Enter" if event.alt_key() => Message::ToPanel,
        _ if event.alt_key() => return None,
        key if event.ctrl_key() || event.meta_key() => commanded(key, shift, now)?,
        "Enter" => Message::Go(if shift { Step::Up } else { Step::Down }, false),
        "Tab" => {
            let step = if shift { Step::Previous } else { Step::Next };
            // Beyond the ends of the grid the browser goes on.
            now.extent.step(now.at.to, step)?;
            Message::Go(step, false)
        }
        "F2" => Message::Amend,
        "Escape" => Message::GiveUp,
        "Delete" | "Backspace" if now.mode == Mode::Idle => Message::Revise(Revision::Clear),
        "ArrowUp" => Message::Go(Step::Up, shift),
        "ArrowDown" => Message::Go(Step::Down, shift),
        "PageUp" => Message::Go(Step::PageUp, shift),
        "PageDown" => Message::Go(Step::PageDown, shift),
        // Whoever amends a text moves within it.
        _ if now.mode == Mode::Amending => return None,
        "ArrowLeft" => Message::Go(Step::Left, shift),
        "ArrowRight" => Message::Go(Step::Right, shift),
        "Home" => Message::Go(Step::RowStart, shift),
        "End" => Message::Go(Step::RowEnd, shift),
        _ => return None,
    };
    event.prevent_default();
    Some(message)
}

/// Whether a key leads out of where one is.
pub fn escapes(event: &KeyboardEvent) -> bool {
    event.key() == "Escape" && !event.is_composing()
}

/// What a key with Ctrl or Command asks for, while nothing is being typed.
fn commanded(key: &str, shift: bool, now: Now) -> Option<Message> {
    if now.mode != Mode::Idle {
        return None;
    }
    Some(match key.to_ascii_lowercase().as_str() {
        "home" => Message::Go(Step::First, shift),
        "end" => Message::Go(Step::Last, shift),
        "c" => Message::Copy { cut: false },
        "x" => Message::Copy { cut: true },
        "z" if !shift => Message::Act(Action::Undo),
        "z" | "y" => Message::Act(Action::Redo),
        _ => return None,
    })
}

/// The cell that the pointer went down on. What is half typed anywhere is taken first; then the grid moves the focus.
pub fn pointed(event: &MouseEvent, now: &Rc<Cell<Now>>) -> Option<Message> {
    let (target, now): (Element, _) = (event.target()?.dyn_into().ok()?, now.get());
    // In a text that is being typed a press puts the caret.
    if event.button() != 0 || (now.mode != Mode::Idle && target.tag_name() == "INPUT") {
        return None;
    }
    event.prevent_default();
    let place = under(&target, now)?;
    // Whoever reads what is wrong with a text keeps it.
    if place == now.at.to && now.mode != Mode::Idle {
        return None;
    }
    page::blur();
    Some(Message::Point(place, event.shift_key()))
}

/// What a double click asks for.
pub fn clicked_twice(event: &MouseEvent) -> Option<Message> {
    let target: Element = event.target()?.dyn_into().ok()?;
    (target.tag_name() == "INPUT").then_some(Message::Amend)
}

/// The cell that the mouse was dragged to.
pub fn dragged(event: &PointerEvent, now: &Rc<Cell<Now>>) -> Option<Message> {
    let now = now.get();
    if event.buttons() != 1 || event.pointer_type() != "mouse" || now.mode != Mode::Idle {
        return None;
    }
    let place = under(&event.target()?.dyn_into().ok()?, now)?;
    (place != now.at.to).then_some(Message::Point(place, true))
}

/// The cell that an element of the page lies in. The name of a row stands for its cell in the present column.
fn under(element: &Element, now: Now) -> Option<Place> {
    let number = |of: &str| -> Option<usize> {
        let found = element.closest(&["[", of, "]"].concat()).ok()??;
        found.get_attribute(of)?.parse().ok()
    };
    let row = number("data-row")?;
    Some(Place { row, column: number("data-column").unwrap_or(now.at.to.column) })
}
