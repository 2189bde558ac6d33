//! Small pieces that the page is built of. Each is compiled once, however often it stands in the page.

use yew::prelude::*;

use super::Dispatch;
use super::el::{El, Wording, el, text};
use super::words::Words;
use crate::plan::{Indicator, Text};
use crate::platform::page;
use crate::state::Action;

/// A button with its automation hook.
pub fn button(hook: &'static str, content: impl Wording, onclick: Callback<MouseEvent>) -> El {
    el("button").attr("data-action", hook).on_click(onclick).text(content)
}

/// A button that shows a sign and says a word.
pub fn icon(hook: &'static str, sign: &'static str, label: &str, onclick: Callback<MouseEvent>) -> El {
    button(hook, sign, onclick)
        .class("icon")
        .attr("aria-label", label.to_owned())
        .attr("title", label.to_owned())
}

impl El {
    /// Whether it is pressed, for a button that can be.
    pub fn pressed(self, pressed: bool) -> El {
        self.attr("aria-pressed", word(pressed))
    }

    /// Whether what it opens is open, for a button that opens something.
    pub fn expanded(self, expanded: bool) -> El {
        self.attr("aria-expanded", word(expanded))
    }

    /// Whether using it would do nothing now. Unlike a disabled button it keeps the focus.
    pub fn idle(self, idle: bool) -> El {
        self.maybe_attr("aria-disabled", idle.then_some("true"))
    }
}

/// `true` or `false`, as attributes have it.
pub fn word(truth: bool) -> &'static str {
    if truth { "true" } else { "false" }
}

/// Sends a fixed action on a click.
pub fn on_click(dispatch: &Dispatch, action: Action) -> Callback<MouseEvent> {
    dispatch.reform(move |_| action.clone())
}

/// Sends an action that takes the clicked control away, and moves the focus to what stands nearby.
pub fn on_last_click(dispatch: &Dispatch, action: Action, next: String) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| {
        dispatch.emit(action.clone());
        page::focus(&next);
    })
}

/// Sends a fixed action when a choice is made.
pub fn on_choice(dispatch: &Dispatch, action: Action) -> Callback<Event> {
    dispatch.reform(move |_| action.clone())
}

/// One choice of several, with its label.
pub fn radio(
    name: AttrValue,
    label: AttrValue,
    checked: bool,
    disabled: bool,
    onchange: Callback<Event>,
) -> Html {
    let input = el("input")
        .attr("type", "radio")
        .attr("name", name)
        .flag("disabled", disabled)
        .checked(checked)
        .on_change(onchange);
    el("label").class("choice").child(input).child(el("span").text(label)).into()
}

/// A text in a class of its own.
pub fn span(class: &'static str, text: impl Wording) -> Html {
    el("span").class(class).text(text).into()
}

/// A text of the plan. Where the plan has it in the other language alone, a screen reader is told which.
pub fn planned(words: Words, of: &Text) -> Html {
    let said = words.text(of).to_owned();
    match of.lang(words.lang) {
        lang if lang == words.lang => text(said),
        lang => el("span").attr("lang", lang.tag()).text(said).into(),
    }
}

/// An indicator's name, which chooses it.
pub fn chooser(words: Words, indicator: &Indicator, onclick: Callback<MouseEvent>) -> El {
    el("button")
        .attr("data-action", "choose")
        .class("row-name")
        .on_click(onclick)
        .child(planned(words, &indicator.name))
}

/// Stands where something will be that is being fetched.
pub fn loading(words: Words) -> Html {
    el("p").class("hint").attr("role", "status").text(words.loading()).into()
}

/// A name and what goes with it, in a description list.
pub fn entry(class: &'static str, name: impl Wording, value: impl Into<Html>) -> Html {
    let names = el("dt").text(name);
    el("div")
        .maybe_attr("class", Some(class).filter(|class| !class.is_empty()))
        .child(names)
        .child(el("dd").child(value))
        .into()
}

/// A length or a share to a tenth, as attributes have it.
pub fn tenths(value: f64) -> String {
    let tenths = (value * 10.0).round() as i64;
    format!("{}{}.{}", if tenths < 0 { "-" } else { "" }, tenths.abs() / 10, tenths.abs() % 10)
}
