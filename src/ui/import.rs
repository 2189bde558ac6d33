//! ファイルの取り込み: what is in a file, before anything is taken over.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::Dispatch;
use super::el::{El, el};
use super::faults::listed;
use super::kit::{button, on_click};
use super::words::Words;
use crate::codec::scenario_file::{self, LONGEST};
use crate::model::Added;
use crate::plan::{Place, Plan, Problem, ProblemKind};
use crate::platform::upload;
use crate::state::{Action, AppState, Import, Keeping};

/// The id of the field that files are chosen with.
pub const FIELD: &str = "import-file";

/// The field that files are chosen with. Buttons press it.
pub fn field(words: Words, plan: &Rc<Plan>, dispatch: &Dispatch) -> El {
    let (plan, dispatch) = (Rc::clone(plan), dispatch.clone());
    let onchange = Callback::from(move |event: Event| {
        let (plan, dispatch) = (Rc::clone(&plan), dispatch.clone());
        spawn_local(async move {
            if let Some(chosen) = upload::chosen(event, LONGEST).await {
                let reading = chosen.text.map_or_else(unopened, |text| scenario_file::read(&text, &plan));
                let import = Import { name: chosen.name, reading };
                dispatch.emit(Action::from(Keeping::Offer(Rc::new(import))));
            }
        });
    });
    el("input")
        .attr("type", "file")
        .attr("id", FIELD)
        .attr("data-role", FIELD)
        .attr("accept", ".json,application/json")
        .attr("aria-label", words.choose_file())
        .flag("hidden", true)
        .on_change(onchange)
}

fn unopened() -> scenario_file::Reading {
    let problem = Problem { place: Place::default(), kind: ProblemKind::Unopened };
    scenario_file::Reading { problems: vec![problem], ..scenario_file::Reading::default() }
}

/// What is in the chosen file, what becomes of it, and what could not be read.
pub fn preview(words: Words, state: &AppState, import: &Import, dispatch: &Dispatch) -> Html {
    let reading = &import.reading;
    let (_, added) = import.onto(&state.shelf, words.kept_unnamed());
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
    let cancel = button("import-cancel", words.import_cancel(), on_click(dispatch, Action::Leave));
    let apply = any.then(|| {
        let act = on_click(dispatch, Action::from(Keeping::Import));
        button("import-apply", words.import_apply(), act).class("primary")
    });
    let empty = (!any && reading.problems.is_empty()).then(|| el("p").text(words.import_empty()));
    el("div")
        .class("import")
        .attr("data-role", "import-preview")
        .child(el("p").class("import-name").text(words.import_file(&import.name)))
        .maybe(problems)
        .maybe(moved)
        .maybe(empty)
        .maybe(any.then_some(table))
        .maybe(left_out)
        .maybe(import.to_open().map(|_| el("p").text(words.import_opens())))
        .maybe(any.then(|| el("p").class("hint").text(words.import_before())))
        .child(el("div").class("buttons").maybe(apply).child(cancel))
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
