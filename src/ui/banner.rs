//! Whose scenario is on screen, where it came by a link, and how it differs from the user's own.

use yew::prelude::*;

use super::Dispatch;
use super::deferred::Deferred;
use super::el::{El, el};
use super::kit::{button, loading, on_click, on_last_click};
use super::part::Part;
use super::shared::Shared;
use super::words::Words;
use crate::model::{Inputs, Opened, Scenario, differing};
use crate::plan::{Indicator, Plan};
use crate::state::Linking;

#[derive(Clone, PartialEq)]
pub struct Banner {
    pub words: Words,
    pub plan: Shared<Plan>,
    pub scenario: Shared<Scenario>,
    pub opened: Shared<Opened>,
    /// Whether the plan has the numbers of today.
    pub today: bool,
    /// What fills the banner, once it is there.
    pub deferred: Option<&'static Deferred>,
    pub dispatch: Dispatch,
}

impl Part for Banner {
    fn view(&self) -> Html {
        match self.deferred {
            Some(deferred) => (deferred.banner)(self),
            None => loading(self.words),
        }
    }
}

/// What there is to say of a scenario that came by a link.
pub fn banner(banner: &Banner) -> Html {
    let Banner { words, scenario, opened, today, dispatch, .. } = banner;
    let words = *words;
    let link = &opened.link;
    let name = if link.name.is_empty() { words.link_unnamed() } else { &link.name };
    let date =
        link.date.map(|date| el("span").class("hint").text([" ", &words.made_on(&words.day(date))].concat()));
    let said = el("p").child(el("b").text(words.link_open(name))).maybe(date);
    let note = (!link.note.is_empty()).then(|| el("p").class("link-note").text(link.note.clone()));
    let differs = differing(scenario, &opened.own);
    let back = on_last_click(dispatch, Linking::ReturnToOwn.into(), "list".to_owned());
    let back = button("return-to-own", words.return_to_own(), back);
    let numbers = (!today).then(|| {
        let use_today = button(
            "numbers-today",
            words.numbers_today(),
            on_click(dispatch, Linking::UseNumbersToday.into()),
        );
        el("p").text(words.numbers_then()).child(use_today)
    });
    let body = el("div")
        .class("notice-body")
        .child(said)
        .maybe(note)
        .maybe(numbers)
        .child(differences(banner, &differs));
    el("div")
        .class("notice info banner")
        .attr("data-role", "notice")
        .attr("data-kind", "info")
        .attr("role", "group")
        .attr("aria-label", words.link_banner())
        .child(body)
        .child(back)
        .into()
}

/// What differs from the user's own, indicator by indicator, folded away.
fn differences(banner: &Banner, differs: &[usize]) -> El {
    let Banner { words, plan, scenario, opened, .. } = banner;
    let words = *words;
    if differs.is_empty() {
        return el("p").class("hint").text(words.differs_nowhere());
    }
    let rows = differs.iter().filter_map(|index| {
        let indicator = plan.indicators.get(*index)?;
        let (here, own) = scenario.inputs(*index).zip(opened.own.inputs(*index))?;
        let name = el("th").attr("scope", "row").text(words.text(&indicator.name).to_owned());
        let cell = |inputs: &Inputs| el("td").text(words.said_of(indicator, inputs));
        Some(el("tr").child(name).child(cell(here)).child(cell(own)).into())
    });
    let head = |text: &'static str| el("th").attr("scope", "col").text(text);
    let heads =
        el("tr").child(head(words.indicator())).child(head(words.in_link())).child(head(words.in_own()));
    let table = el("table").child(el("thead").child(heads)).child(el("tbody").children(rows));
    el("details").child(el("summary").text(words.differs(&differs.len().to_string()))).child(
        el("div")
            .class("scroll")
            .attr("tabindex", "0")
            .attr("role", "group")
            .attr("aria-label", words.differs_table())
            .child(table),
    )
}

impl Words {
    /// The growth that is assumed of an indicator, and what else is said of it.
    pub fn said_of(self, indicator: &Indicator, inputs: &Inputs) -> String {
        let growth = inputs.growth;
        let rate = |rate: crate::model::Rate| self.rate(indicator, growth.mode, rate.value());
        let mut said = vec![if growth.is_uniform() {
            rate(growth.early)
        } else {
            self.halves_of(&rate(growth.early), &rate(growth.late))
        }];
        if inputs.measure.is_some() {
            said.push(self.other_measure().to_owned());
        }
        if let Some(base) = inputs.assumed_base {
            said.push(self.base_assumed(&self.year(base.year), &self.value(indicator, base.value)));
        }
        if !inputs.actuals.is_empty() {
            said.push(self.with_actuals(&inputs.actuals.entries().len().to_string()));
        }
        if inputs.locked {
            said.push(self.locked().to_owned());
        }
        if !inputs.reason.is_empty() {
            said.push(inputs.reason.clone());
        }
        said.join(self.between())
    }
}
