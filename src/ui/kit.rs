//! Small pieces that the page is built of. Each is compiled once, however often it stands in the page.

use yew::prelude::*;

use super::Dispatch;
use super::el::{Wording, el};
use crate::platform::page;
use crate::state::Action;

/// A button with everything that one of the page may have.
#[derive(Clone, Default)]
pub struct Button {
    /// Class of the stylesheet.
    pub class: &'static str,
    /// The automation hook.
    pub hook: &'static str,
    /// What is read aloud where that is not the content.
    pub label: Option<String>,
    /// What is shown on hover.
    pub title: Option<String>,
    /// Whether it is pressed, for those that can be.
    pub pressed: Option<bool>,
    /// Whether what it opens is open, for those that open something.
    pub expanded: Option<bool>,
    /// Whether it cannot be used now.
    pub disabled: bool,
    /// Whether using it would do nothing now. Unlike a disabled one it keeps the focus.
    pub idle: bool,
}

impl Button {
    /// A button with a hook.
    pub fn new(hook: &'static str) -> Button {
        Button { hook, ..Button::default() }
    }

    /// One that shows a sign and says a word.
    pub fn icon(hook: &'static str, label: &str) -> Button {
        Button {
            class: "icon",
            label: Some(label.to_owned()),
            title: Some(label.to_owned()),
            ..Button::new(hook)
        }
    }

    /// The button in the page.
    pub fn show(self, content: impl Wording, onclick: Callback<MouseEvent>) -> Html {
        self.into_html(content.into_value(), onclick)
    }

    fn into_html(self, content: AttrValue, onclick: Callback<MouseEvent>) -> Html {
        let named = |text: &'static str| Some(text).filter(|text| !text.is_empty());
        el("button")
            .maybe_attr("class", named(self.class))
            .maybe_attr("data-action", named(self.hook))
            .maybe_attr("aria-label", self.label)
            .maybe_attr("title", self.title)
            .maybe_attr("aria-pressed", self.pressed.map(word))
            .maybe_attr("aria-expanded", self.expanded.map(word))
            .flag("disabled", self.disabled)
            .maybe_attr("aria-disabled", self.idle.then_some("true"))
            .on_click(onclick)
            .text(content)
            .into()
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
