//! Text and number fields that keep what is half typed until it is committed.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::Dispatch;
use super::el::el;
use super::kit::word;
use crate::state::Action;

/// Takes a typed text, or says what is wrong with it.
pub type Commit = Callback<String, Result<(), String>>;

/// A field of the page.
#[derive(PartialEq, Properties)]
pub struct FieldProps {
    pub id: AttrValue,
    pub label: AttrValue,
    /// The value in force, as it is edited.
    pub value: AttrValue,
    pub commit: Commit,
    #[prop_or_default]
    pub class: AttrValue,
    /// The automation hook; a field with one holds a number.
    #[prop_or_default]
    pub role: Option<AttrValue>,
    #[prop_or_default]
    pub placeholder: AttrValue,
    #[prop_or_default]
    pub readonly: bool,
    /// Most characters; numbers are short by themselves.
    #[prop_or(400)]
    pub most: usize,
    #[prop_or_default]
    pub multiline: bool,
}

/// What a field holds beside its value.
#[derive(Default, PartialEq)]
struct Draft {
    /// What is typed and not committed.
    text: Option<String>,
    /// What is wrong with it.
    problem: Option<String>,
}

/// A field that commits when it is left or on Enter. A text that cannot be taken stays in the field with a
/// message beside it, and the value before stays in force; Escape brings that value back.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let draft = use_state_eq(Draft::default);
    {
        let draft = draft.setter();
        use_effect_with(props.value.clone(), move |_| draft.set(Draft::default()));
    }
    let oninput = {
        let (draft, problem) = (draft.setter(), draft.problem.clone());
        Callback::from(move |event: InputEvent| {
            draft.set(Draft { text: typed(&event), problem: problem.clone() })
        })
    };
    let submit = {
        let draft = draft.setter();
        let (commit, value, readonly) = (props.commit.clone(), props.value.clone(), props.readonly);
        Callback::from(move |text: Option<String>| {
            let Some(text) = text.filter(|text| !readonly && **text != *value) else {
                return draft.set(Draft::default());
            };
            let problem = commit.emit(text.clone()).err();
            draft.set(Draft { text: problem.is_some().then_some(text), problem });
        })
    };
    let onchange = submit.reform(|event: Event| typed(&event));
    let onkeydown = {
        let (draft, multiline) = (draft.setter(), props.multiline);
        Callback::from(move |event: KeyboardEvent| {
            // While an input method composes, its keys are not the field's.
            if event.is_composing() {
                return;
            }
            match event.key().as_str() {
                "Enter" if !multiline => submit.emit(typed(&event)),
                "Escape" => draft.set(Draft::default()),
                _ => {}
            }
        })
    };
    let problem_id = format!("{}-problem", props.id);
    let described = draft.problem.is_some().then(|| problem_id.clone());
    let invalid = word(draft.problem.is_some());
    let value = draft.text.as_ref().map_or_else(|| props.value.clone(), |text| AttrValue::from(text.clone()));
    let most = props.most.to_string();
    let FieldProps { id, label, class, role, placeholder, readonly, .. } = props;
    let input = el(if props.multiline { "textarea" } else { "input" })
        .attr("id", id.clone())
        .attr("aria-label", label.clone())
        .attr("placeholder", placeholder.clone())
        .attr("maxlength", most)
        .attr("autocomplete", "off")
        .attr("aria-invalid", invalid)
        .maybe_attr("aria-describedby", described)
        .maybe_attr("data-role", role.clone())
        .maybe_attr("type", (!props.multiline).then_some("text"))
        .maybe_attr("rows", props.multiline.then_some("2"))
        .maybe_attr("inputmode", role.as_ref().map(|_| "decimal"))
        .flag("readonly", *readonly)
        .value(value)
        .on_input(oninput)
        .on_change(onchange)
        .on_keydown(onkeydown);
    let problem = draft.problem.clone().map(|problem| {
        el("span").class("problem").attr("role", "alert").attr("id", problem_id).text(problem)
    });
    el("span").class(format!("field {class}")).child(input).maybe(problem).into()
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
fn typed(event: &Event) -> Option<String> {
    event
        .target_dyn_into::<HtmlInputElement>()
        .map(|input| input.value())
        .or_else(|| event.target_dyn_into::<HtmlTextAreaElement>().map(|area| area.value()))
}
