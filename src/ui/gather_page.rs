//! The screen on which scenarios are gathered: what stands where on it.

use std::rc::Rc;

use yew::prelude::*;

use super::el::{all, el};
use super::gather::{Gather, Message, Reading};
use super::gather_chart::CrowdPanel;
use super::gather_list::Scenarios;
use super::gather_paste;
use super::gather_tables::{Indicators, Pillars};
use super::kit::{button, on_click};
use super::part::{Link, part};
use super::shared::Shared;
use crate::plan::Lang;
use crate::state::Action;

/// The whole screen.
pub fn page(gather: &Gather, reading: &Reading, link: &Link<Gather>) -> Html {
    let Gather { words, plan, dispatch, .. } = gather;
    let words = *words;
    let results = (reading.gathered.scenarios > 0).then(|| results(gather, reading, link));
    let scenarios = (!reading.entries.is_empty()).then(|| {
        part(Scenarios {
            words,
            plan: plan.clone(),
            entries: Shared::new(&reading.entries),
            most: reading.listed,
            more: link.on(|_: MouseEvent| Some(Message::More)),
            next: Rc::clone(&reading.leaving.0),
            dispatch: dispatch.clone(),
        })
    });
    let main = el("main")
        .class("gather")
        .attr("aria-labelledby", "gather-title")
        .child(part(gather.notices.clone()))
        .child(gather_paste::paste(gather, reading, link))
        .maybe(results)
        .maybe(scenarios);
    let standing = el("footer").class("standing").child(el("p").text(words.standing_of(&gather.plan)));
    all([top(gather), main.into(), standing.into()])
}

/// Where one is, and the ways out.
fn top(gather: &Gather) -> Html {
    let Gather { words, plan, dispatch, .. } = gather;
    let leave = on_click(dispatch, Action::Leave);
    let other = match words.lang {
        Lang::Ja => Lang::En,
        Lang::En => Lang::Ja,
    };
    let language = button("language", words.gather_language(), on_click(dispatch, Action::SetLang(other)))
        .class("plain")
        .attr("lang", other.tag());
    let brand = el("div")
        .class("brand")
        .child(el("h1").attr("id", "gather-title").text(words.gather_title()))
        .child(el("p").text(words.plan_name(plan)));
    el("header")
        .class("top")
        .child(button("leave", words.back_to_desk(), leave))
        .child(brand)
        .child(language)
        .into()
}

/// What the scenarios that count come to.
fn results(gather: &Gather, reading: &Reading, link: &Link<Gather>) -> Html {
    let Gather { words, plan, chosen, table, dark, dispatch, .. } = gather;
    let (words, chosen) = (*words, *chosen);
    let gathered = Shared::new(&reading.gathered);
    let pillars = part(Pillars { words, plan: plan.clone(), gathered: gathered.clone() });
    let crowd = reading.crowd.as_ref().map(|crowd| {
        part(CrowdPanel {
            words,
            plan: plan.clone(),
            index: chosen,
            crowd: Shared::new(crowd),
            table: *table,
            dark: *dark,
            dispatch: dispatch.clone(),
        })
    });
    let indicators = part(Indicators {
        words,
        plan: plan.clone(),
        gathered,
        chosen,
        order: reading.order,
        ordered: link.on(|order| Some(Message::Order(order))),
        copied: reading.copied,
        done: link.on(|copied| Some(Message::Copied(copied))),
        dispatch: dispatch.clone(),
    });
    all([el("div").class("gather-first").child(pillars).maybe(crowd).into(), indicators])
}
