//! Scenarios in a file: which there are, and what becomes of each.

use yew::prelude::*;

use super::Dispatch;
use super::el::el;
use super::faults::listed;
use super::import::{cancel, choose_other, frame};
use super::kit::{button, on_click};
use super::words::Words;
use crate::codec::scenario_file::Reading;
use crate::model::Added;
use crate::state::{Action, AppState, Importing, onto, to_open};

/// What is in the chosen file, what becomes of it, and what could not be read.
pub fn preview(words: Words, state: &AppState, name: &str, reading: &Reading, dispatch: &Dispatch) -> Html {
    let (_, added) = onto(reading, &state.shelf, words.kept_unnamed());
    let sound = reading.found.iter().filter(|found| found.sound).map(|found| &found.scenario);
    let rows = sound.zip(&added).map(|(scenario, added)| {
        let head = el("th").attr("scope", "row").text(words.scenario_title(scenario));
        el("tr").child(head).child(el("td").text(words.fate(&scenario.name, added))).into()
    });
    let table = el("table")
        .class("import-table")
        .child(
            el("thead").child(
                el("tr")
                    .child(el("th").attr("scope", "col").text(words.import_what()))
                    .child(el("th").attr("scope", "col").text(words.import_fate())),
            ),
        )
        .child(el("tbody").children(rows));
    let any = !added.is_empty();
    let faulty: Vec<String> = reading
        .found
        .iter()
        .filter(|found| !found.sound)
        .map(|found| words.quoted(&words.scenario_title(&found.scenario)))
        .collect();
    let left_out = (!faulty.is_empty()).then(|| {
        let names = faulty.iter().map(|name| el("li").text(name.clone()).into());
        let said = el("p").text(words.import_faulty(&faulty.len().to_string()));
        el("div").class("import-faulty").child(said).child(el("ul").children(names))
    });
    let problems = (!reading.problems.is_empty()).then(|| {
        let said = if any { words.import_problems() } else { words.import_nothing() };
        el("div").class("notice error").child(
            el("div").class("notice-body").child(el("p").text(said)).child(listed(words, &reading.problems)),
        )
    });
    let moved =
        reading.numbers.as_ref().filter(|numbers| **numbers != state.plan_today.numbers().fingerprint());
    let moved = moved.map(|numbers| el("p").class("notice warning").text(words.import_numbers(numbers)));
    let apply = any.then(|| {
        let act = on_click(dispatch, Action::from(Importing::Take));
        button("import-apply", words.import_apply(), act).class("primary")
    });
    let empty = (!any && reading.problems.is_empty()).then(|| el("p").text(words.import_empty()));
    frame(words, name)
        .maybe(problems)
        .maybe(moved)
        .maybe(empty)
        .maybe(any.then_some(table))
        .maybe(left_out)
        .maybe(to_open(reading).map(|_| el("p").text(words.import_opens())))
        .maybe(any.then(|| el("p").class("hint").text(words.import_before())))
        .child(
            el("div").class("buttons").maybe(apply).child(choose_other(words)).child(cancel(words, dispatch)),
        )
        .into()
}

impl Words {
    /// What becomes of a scenario with this name.
    fn fate(self, name: &str, added: &Added) -> String {
        match added {
            Added::As(_) => self.fate_as().to_owned(),
            Added::Renamed(to) if name.trim().is_empty() => self.fate_named(to),
            Added::Renamed(to) => self.fate_renamed(to),
            Added::There(_) => self.fate_there().to_owned(),
            Added::NoRoom => self.fate_no_room().to_owned(),
        }
    }
}
