//! The form for an indicator that is to be added to the plan.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::el::{El, el};
use super::kit::button;
use super::part::Link;
use super::plan_edit::{Editor, FIRST, Message, PlanEdit};
use super::plan_edit_fields::{LONGEST, in_language, number, own_value};
use super::strip::full_name;
use crate::plan::{Direction, Indicator, Measure, Origin, PlanPoint, Text, free_id};
use crate::platform::page;
use crate::state::Editing;

/// The fields of the form. What is typed stays in them until it is taken.
pub struct Draft {
    name: NodeRef,
    unit: NodeRef,
    target: NodeRef,
    pillar: NodeRef,
    /// The pillar that is chosen at first.
    first: Option<usize>,
}

impl Draft {
    /// An empty one, in the pillar of this indicator.
    pub fn beside(indicator: Option<&Indicator>) -> Draft {
        let [name, unit, target, pillar] = [(); 4].map(|()| NodeRef::default());
        Draft { name, unit, target, pillar, first: indicator.and_then(|indicator| indicator.pillar) }
    }
}

/// What has to be known of it; the rest is entered when it is there.
pub fn form(edit: &PlanEdit, draft: &Draft, link: &Link<PlanEdit>) -> El {
    let words = edit.words;
    let plan = &edit.state.plan_today;
    let field = |id: &'static str, name: &'static str, node: &NodeRef| {
        let input = el("input")
            .attr("id", id)
            .attr("data-role", id)
            .attr("type", "text")
            .attr("autocomplete", "off")
            .attr("maxlength", LONGEST.to_string())
            .on_keydown(link.on(|event: KeyboardEvent| {
                (event.key() == "Enter" && !event.is_composing()).then_some(Message::Add)
            }))
            .node(node);
        el("div").class("plan-new").child(el("label").attr("for", id).text(name)).child(input)
    };
    let pillars = plan.pillars.iter().enumerate().map(|(index, pillar)| {
        el("option")
            .attr("value", index.to_string())
            .flag("selected", draft.first == Some(index))
            .text(full_name(words, pillar))
            .into()
    });
    let pillar = (!plan.pillars.is_empty()).then(|| {
        let id = "plan-new-pillar";
        let select = el("select").attr("id", id).attr("data-role", id).node(&draft.pillar).children(pillars);
        let label = el("label").attr("for", id).text(words.plan_edit_pillar());
        el("div").class("plan-new").child(label).child(select)
    });
    let add = button("plan-add-now", words.plan_edit_add_now(), link.on(|_: MouseEvent| Some(Message::Add)));
    let cancel = link.on(|_: MouseEvent| Some(Message::Adding(false)));
    let cancel = button("plan-add-cancel", words.import_cancel(), cancel);
    let target = words.plan_edit_new_target(&words.year(plan.last.value));
    el("div")
        .class("plan-edit")
        .attr("role", "group")
        .attr("aria-label", words.plan_edit_add())
        .child(field("plan-new-name", words.plan_edit_name(), &draft.name))
        .maybe(pillar)
        .child(field("plan-new-unit", words.plan_edit_unit(), &draft.unit))
        .child(field("plan-new-target", words.target(), &draft.target))
        .child(el("p").class("hint").text(target))
        .child(el("div").class("buttons").child(add.class("primary")).child(cancel))
}

/// Adds what the form says, or says what is wrong with it.
pub fn add(edit: &PlanEdit, editor: &mut Editor) {
    let Some(draft) = &editor.adding else { return };
    match indicator(edit, draft).map(|indicator| edit.attempt(Editing::Set(Rc::new(indicator)))) {
        Ok(Ok(())) => {
            (editor.adding, editor.wrong) = (None, None);
            page::focus_soon(FIRST);
        }
        Ok(Err(why)) => editor.wrong = Some(why),
        Err((field, why)) => {
            editor.wrong = Some(why);
            page::focus(field);
        }
    }
}

/// The indicator, or the field at fault and what is wrong with it.
fn indicator(edit: &PlanEdit, draft: &Draft) -> Result<Indicator, (&'static str, String)> {
    let words = edit.words;
    let (today, published) = (&edit.state.plan_today, &edit.state.published);
    let typed = |node: &NodeRef| {
        node.cast::<HtmlInputElement>().map(|input| input.value().trim().to_owned()).unwrap_or_default()
    };
    let filled = |node: &NodeRef, id: &'static str| -> Result<Text, (&'static str, String)> {
        let text = typed(node);
        if text.is_empty() {
            return Err((id, words.plan_edit_empty().to_owned()));
        }
        Ok(in_language(words, &text))
    };
    let pillar = draft.pillar.cast::<HtmlSelectElement>().and_then(|select| select.value().parse().ok());
    let year = own_value(today.last.value);
    let mut indicator = Indicator {
        id: free_id([today, published]),
        pillar,
        name: filled(&draft.name, "plan-new-name")?,
        aim: None,
        unit: filled(&draft.unit, "plan-new-unit")?,
        decimals: 0,
        measure: own_value(Measure::Level),
        direction: Direction::AtLeast,
        base: None,
        target: PlanPoint { value: own_value(0.0), year },
        method: None,
        note: None,
        note_origin: Origin::Stated,
    };
    let target = number(words, &mut indicator, &typed(&draft.target));
    indicator.target.value.value = target.map_err(|why| ("plan-new-target", why))?;
    Ok(indicator)
}
