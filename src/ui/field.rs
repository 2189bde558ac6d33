//! Text and number fields that keep what is half typed until it is committed.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::Dispatch;
use super::el::el;
use super::kit::word;
use super::part::{Link, Live};
use crate::state::Action;

/// Takes a typed text, or says what is wrong with it.
pub type Commit = Callback<String, Result<(), String>>;

/// A field of the page. It commits when it is left or on Enter. A text that cannot be taken stays in the field with
/// a message beside it, and the value before stays in force; Escape brings that value back.
#[derive(PartialEq)]
pub struct Field {
    pub id: AttrValue,
    pub label: AttrValue,
    /// The value in force, as it is edited.
    pub value: AttrValue,
    pub commit: Commit,
    pub class: &'static str,
    /// The automation hook; a field with one holds a number.
    pub role: Option<AttrValue>,
    pub placeholder: AttrValue,
    pub readonly: bool,
    /// Most characters; numbers are short by themselves.
    pub most: usize,
    pub multiline: bool,
}

impl Field {
    /// An ordinary field of one line.
    pub fn new(
        id: impl Into<AttrValue>,
        label: impl Into<AttrValue>,
        value: impl Into<AttrValue>,
        commit: Commit,
    ) -> Field {
        Field {
            id: id.into(),
            label: label.into(),
            value: value.into(),
            commit,
            class: "",
            role: None,
            placeholder: AttrValue::default(),
            readonly: false,
            most: 400,
            multiline: false,
        }
    }
}

/// What a field holds beside its value.
#[derive(Default)]
pub struct Draft {
    /// What is typed and not committed.
    text: Option<String>,
    /// What is wrong with it.
    problem: Option<String>,
}

/// What a field hears.
pub enum Message {
    /// A text is being typed.
    Type(Option<String>),
    /// The text is to be taken.
    Submit(Option<String>),
    /// The text is to be forgotten.
    Forget,
}

impl Live for Field {
    type State = Draft;
    type Message = Message;

    fn start(&self, _: &Link<Field>) -> Draft {
        Draft::default()
    }

    fn changed(&self, before: &Field, state: &mut Draft) {
        if self.value != before.value {
            *state = Draft::default();
        }
    }

    fn update(&self, state: &mut Draft, message: Message) -> bool {
        match message {
            Message::Type(text) => state.text = text,
            Message::Submit(text) => *state = self.submit(text),
            Message::Forget => *state = Draft::default(),
        }
        true
    }

    fn view(&self, state: &Draft, link: &Link<Field>) -> Html {
        let multiline = self.multiline;
        let oninput = link.on(|event: InputEvent| Some(Message::Type(typed(&event))));
        let onchange = link.on(|event: Event| Some(Message::Submit(typed(&event))));
        let onkeydown = link.on(move |event: KeyboardEvent| match event.key().as_str() {
            // While an input method composes, its keys are not the field's.
            _ if event.is_composing() => None,
            "Enter" if !multiline => Some(Message::Submit(typed(&event))),
            "Escape" => Some(Message::Forget),
            _ => None,
        });
        let problem_id = format!("{}-problem", self.id);
        let described = state.problem.is_some().then(|| problem_id.clone());
        let invalid = word(state.problem.is_some());
        let value =
            state.text.as_ref().map_or_else(|| self.value.clone(), |text| AttrValue::from(text.clone()));
        let most = self.most.to_string();
        let Field { id, label, class, role, placeholder, readonly, .. } = self;
        let input = el(if self.multiline { "textarea" } else { "input" })
            .attr("id", id.clone())
            .attr("aria-label", label.clone())
            .attr("placeholder", placeholder.clone())
            .attr("maxlength", most)
            .attr("autocomplete", "off")
            .attr("aria-invalid", invalid)
            .maybe_attr("aria-describedby", described)
            .maybe_attr("data-role", role.clone())
            .maybe_attr("type", (!self.multiline).then_some("text"))
            .maybe_attr("rows", self.multiline.then_some("2"))
            .maybe_attr("inputmode", role.as_ref().map(|_| "decimal"))
            .flag("readonly", *readonly)
            .value(value)
            .on_input(oninput)
            .on_change(onchange)
            .on_keydown(onkeydown);
        let problem = state.problem.clone().map(|problem| {
            el("span").class("problem").attr("role", "alert").attr("id", problem_id).text(problem)
        });
        el("span").class(format!("field {class}")).child(input).maybe(problem).into()
    }
}

impl Field {
    fn submit(&self, text: Option<String>) -> Draft {
        let text = text.filter(|text| !self.readonly && **text != *self.value);
        let problem = text.as_ref().and_then(|text| self.commit.emit(text.clone()).err());
        Draft { text: text.filter(|_| problem.is_some()), problem }
    }
}

/// Sends whatever was typed: texts have no faults.
pub fn text_commit(dispatch: &Dispatch, action: impl Fn(String) -> Action + 'static) -> Commit {
    let dispatch = dispatch.clone();
    Callback::from(move |text| {
        dispatch.emit(action(text));
        Ok(())
    })
}

/// The text of the field that an event came from.
pub fn typed(event: &Event) -> Option<String> {
    event
        .target_dyn_into::<HtmlInputElement>()
        .map(|input| input.value())
        .or_else(|| event.target_dyn_into::<HtmlTextAreaElement>().map(|area| area.value()))
}
