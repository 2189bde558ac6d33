//! Names in a table that are no indicator's: which one is meant?

use std::collections::BTreeMap;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::el::{El, el};
use super::import_results::{Message, Preview};
use super::part::Link;
use super::words::Words;
use crate::codec::import::Why;
use crate::plan::{Indicator, Plan};
use crate::state::Results;

/// Names that are asked about, at most.
const MOST_NAMES: usize = 30;
/// Plans of more indicators offer those with names alike alone.
const MOST_OFFERED: usize = 200;

/// A choice for each such name; `None` where there is none.
pub fn names(words: Words, plan: &Plan, results: &Results, link: &Link<Preview>) -> Option<El> {
    let mut names: BTreeMap<&str, &[usize]> = BTreeMap::new();
    for fault in &results.found.as_ref()?.faults {
        if let Why::NoIndicator(near) = &fault.why {
            names.insert(&fault.found, near);
        }
    }
    // What has been settled can be settled otherwise.
    names.extend(results.meant.keys().map(|name| (name.as_str(), &[][..])));
    names.remove("");
    let more = names.len().saturating_sub(MOST_NAMES);
    let named = names.into_iter().take(MOST_NAMES).enumerate();
    let rows: Vec<Html> = named
        .map(|(at, (name, near))| row(words, plan, at, name, near, results.meant.get(name).copied(), link))
        .collect();
    (!rows.is_empty()).then(|| {
        el("fieldset")
            .class("import-names")
            .child(el("legend").text(words.import_names()))
            .children(rows)
            .maybe((more > 0).then(|| el("p").class("hint").text(words.import_more_names(&more.to_string()))))
    })
}

fn row(
    words: Words,
    plan: &Plan,
    at: usize,
    name: &str,
    near: &[usize],
    chosen: Option<usize>,
    link: &Link<Preview>,
) -> Html {
    let all = plan.indicators.len();
    let others = (0..all).filter(|index| all <= MOST_OFFERED || chosen == Some(*index));
    let others: Vec<usize> = others.filter(|index| !near.contains(index)).collect();
    let group = |label: &'static str, indices: &[usize]| {
        (!indices.is_empty()).then(|| {
            let options = indices.iter().filter_map(|index| {
                let indicator = plan.indicators.get(*index)?;
                let selected = chosen == Some(*index);
                let option = el("option").attr("value", index.to_string()).flag("selected", selected);
                Some(option.text(words.with_id(indicator)).into())
            });
            el("optgroup").attr("label", label).children(options)
        })
    };
    let id = format!("import-name-{at}");
    let meant = name.to_owned();
    let choose = el("select")
        .attr("id", id.clone())
        .attr("data-role", "import-meant")
        .on_change(link.on(move |event: Event| {
            let select = event.target_dyn_into::<HtmlSelectElement>()?;
            Some(Message::Meant(meant.clone(), select.value().parse().ok()))
        }))
        .child(
            el("option").attr("value", "").flag("selected", chosen.is_none()).text(words.import_left_out()),
        )
        .maybe(group(words.import_near(), near))
        .maybe(group(words.import_all(), &others));
    let label = el("label").attr("for", id).text(words.quoted(name));
    el("div").class("import-name-row").key(name).child(label).child(choose).into()
}

impl Words {
    fn with_id(self, indicator: &Indicator) -> String {
        [self.text(&indicator.name), " (", &indicator.id, ")"].concat()
    }
}
