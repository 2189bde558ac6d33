//! What is added to a comparison: presets, kept scenarios, links.

use std::rc::Rc;

use yew::prelude::*;

use super::compare::{Comparison, Message};
use super::el::{El, el};
use super::field::typed;
use super::kit::{button, on_click};
use super::link_faults::refusal;
use super::part::Link;
use super::words::Words;
use crate::codec::link;
use crate::model::{Compared, Preset};
use crate::plan::Plan;
use crate::state::Comparing;

/// What there is to choose from.
const CHOICES: &str = "compare-choices";

/// What is being added.
pub struct Adding {
    /// What is pasted and not added.
    pub text: String,
    /// What there is to say of it, line by line.
    pub said: Vec<String>,
    oninput: Callback<InputEvent>,
    paste: Callback<MouseEvent>,
}

/// What a pasted text brings.
#[derive(Default)]
pub struct Pasted {
    /// Scenarios of links that were understood, each once.
    pub found: Vec<Compared>,
    /// What there is to say of the others.
    pub said: Vec<String>,
}

/// The scenarios of the links in a text, at most as many as there is room for.
pub fn pasted(words: Words, plan: &Plan, text: &str, room: usize) -> Pasted {
    let mut pasted = Pasted::default();
    let links = link::find(text);
    if links.is_empty() {
        pasted.said.push(words.compare_no_link().to_owned());
    }
    let numbers = plan.numbers().fingerprint();
    for found in links {
        let fault = |reason: &str| words.compare_link_fault(&found.line.to_string(), reason);
        let reading = match link::decode(&found.text, plan) {
            Ok(reading) => reading,
            Err(why) => {
                pasted.said.push(fault(&refusal(words, &why)));
                continue;
            }
        };
        if let Some(first) = reading.faults.first() {
            pasted.said.push(fault(&words.problem(first)));
            continue;
        }
        let scenario = reading.link.scenario;
        if reading.numbers != numbers {
            pasted.said.push(words.compare_other_numbers(&words.scenario_title(&scenario)));
        }
        let of = Compared::Scenario(Rc::new(scenario));
        if pasted.found.contains(&of) {
            continue;
        }
        if pasted.found.len() == room {
            pasted.said.push(words.compare_full().to_owned());
            break;
        }
        pasted.found.push(of);
    }
    pasted
}

impl Adding {
    pub fn new(link: &Link<Comparison>) -> Adding {
        Adding {
            text: String::new(),
            said: Vec::new(),
            oninput: link.on(|event: InputEvent| typed(&event).map(Message::Typed)),
            paste: link.on(|_: MouseEvent| Some(Message::Paste)),
        }
    }

    /// Out of the way until it is opened, and again once a person turns to anything else.
    pub fn view(&self, comparison: &Comparison) -> El {
        let words = comparison.words;
        let full = comparison.room() == 0;
        let presets =
            Preset::ALL.map(|which| choice(comparison, words.preset(which), Compared::Preset(which)));
        let kept = comparison.shelf.all();
        let shelf =
            kept.iter().map(|kept| choice(comparison, &kept.name, Compared::Scenario(Rc::clone(kept))));
        let shelf = (!kept.is_empty()).then(|| group(words.kept_list()).children(shelf));
        let field = el("textarea")
            .attr("id", "compare-paste")
            .attr("data-role", "compare-paste")
            .attr("rows", "2")
            .attr("spellcheck", "false")
            .value(self.text.clone().into())
            .on_input(self.oninput.clone());
        let said = self.said.iter().map(|said| el("p").text(said.clone()).into());
        let links = el("div")
            .class("compare-paste")
            .child(el("label").attr("for", "compare-paste").text(words.compare_paste()))
            .child(field)
            .child(el("div").class("compare-said").attr("role", "status").children(said))
            .child(button("compare-links", words.compare_paste_add(), self.paste.clone()).idle(full));
        let full = full.then(|| el("p").class("hint").text(words.compare_full()));
        let choices = el("div")
            .attr("id", CHOICES)
            .class("compare-choices")
            .attr("popover", "auto")
            .maybe(full)
            .child(group(words.presets()).children(presets))
            .maybe(shelf)
            .child(links);
        let open = el("button").attr("popovertarget", CHOICES).text(words.compare_add_title());
        el("div").class("compare-add").child(open).child(choices)
    }
}

fn group(name: &'static str) -> El {
    el("div").class("buttons").attr("role", "group").attr("aria-label", name)
}

fn choice(comparison: &Comparison, name: &str, of: Compared) -> Html {
    let there = comparison.compared.contains(&of);
    let onclick = on_click(&comparison.dispatch, Comparing::Add(of).into());
    button("compare-add", name.to_owned(), onclick).idle(there || comparison.room() == 0).into()
}
