//! 取り込み: files and pasted texts. What they hold is shown before anything is taken over.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::Dispatch;
use super::app::{Desk, words};
use super::el::{El, all, el};
use super::faults::listed;
use super::import_read::{self, Against};
use super::import_results::Preview;
use super::kit::{button, on_click};
use super::part::{Link, Live, live};
use super::shared::Shared;
use super::words::Words;
use super::{import_plan, import_scenarios};
use crate::codec::figure::grouped;
use crate::plan::Day;
use crate::platform::{page, upload};
use crate::state::{Action, AppState, Offered, Refused};

/// The id of the field that files are chosen with.
pub const FIELD: &str = "import-file";

/// The field that files are chosen with. Buttons press it.
pub fn field(desk: &Desk) -> Html {
    let (against, dispatch) = (against(desk.state()), desk.dispatch().clone());
    let onchange = Callback::from(move |event: Event| {
        if let Some(chosen) = upload::chosen(&event) {
            import_read::file(against.clone(), chosen, dispatch.clone());
        }
    });
    el("input")
        .attr("type", "file")
        .attr("id", FIELD)
        .attr("data-role", FIELD)
        .attr("accept", ".csv,.tsv,.txt,.xlsx,.json,text/*,application/json")
        .attr("aria-label", words(&desk.state().view).choose_file())
        .flag("hidden", true)
        .on_change(onchange)
        .into()
}

fn against(state: &AppState) -> Against {
    Against { plan: Shared::new(&state.plan_today), latest: state.today.and_then(Day::fiscal_year) }
}

/// What is in the dialog: where to choose or paste, or what was chosen.
pub fn content(desk: &Desk) -> Html {
    let (state, dispatch) = (desk.state(), desk.dispatch());
    let words = words(&state.view);
    let against = against(state);
    let Some(import) = &state.import else {
        return live(Start { words, against, dispatch: dispatch.clone() });
    };
    let (body, buttons) = match &import.offered {
        Offered::Busy => (el("p").attr("role", "status").text(words.import_busy()), None),
        Offered::Refused(why) => {
            let why = el("p").text(words.import_refused(*why));
            let body = el("div").class("notice-body").child(why);
            (el("div").class("notice error").attr("role", "alert").child(body), Some(choose_other(words)))
        }
        Offered::Scenarios(reading) => {
            return import_scenarios::preview(words, state, &import.name, reading, dispatch);
        }
        Offered::Plan(_, plan) => return import_plan::preview(words, state, &import.name, plan, dispatch),
        Offered::BrokenPlan(problems) => {
            let said = el("p").text(words.plan_file_broken(&problems.len().to_string()));
            let body = el("div").class("notice-body").child(said).child(listed(words, problems));
            (el("div").class("notice error").child(body), Some(choose_other(words)))
        }
        Offered::Results(_) => {
            return live(Preview {
                words,
                against,
                scenario: Shared::new(&state.scenario),
                import: Shared::new(import),
                dispatch: dispatch.clone(),
            });
        }
    };
    frame(words, &import.name)
        .child(body)
        .child(el("div").class("buttons").maybe(buttons).child(cancel(words, dispatch)))
        .into()
}

/// Around everything that was chosen, with its name.
pub fn frame(words: Words, name: &str) -> El {
    let title = if name.is_empty() { words.import_pasted().to_owned() } else { words.import_file(name) };
    el("div")
        .class("import")
        .attr("data-role", "import-preview")
        .child(el("p").class("import-name").text(title))
}

pub fn cancel(words: Words, dispatch: &Dispatch) -> El {
    button("import-cancel", words.import_cancel(), on_click(dispatch, Action::Leave))
}

/// Chooses a file.
fn choose(label: &'static str) -> El {
    button("choose-file", label, Callback::from(|_: MouseEvent| page::press(FIELD)))
}

/// Chooses another file than the one that is shown.
pub fn choose_other(words: Words) -> El {
    choose(words.import_other())
}

/// Where a file is chosen or a text pasted.
#[derive(PartialEq)]
struct Start {
    words: Words,
    against: Against,
    dispatch: Dispatch,
}

impl Live for Start {
    /// The field for the text.
    type State = NodeRef;
    /// Its text is to be read.
    type Message = ();

    fn start(&self, _: &Link<Start>) -> NodeRef {
        NodeRef::default()
    }

    fn view(&self, field: &NodeRef, link: &Link<Start>) -> Html {
        let words = self.words;
        let forms = [words.import_form_wide(), words.import_form_long(), words.import_form_values()];
        let forms = forms.map(|form| el("li").text(form).into());
        let text = el("textarea")
            .attr("id", "import-text")
            .attr("data-role", "import-text")
            .attr("rows", "7")
            .attr("spellcheck", "false")
            .attr("autocomplete", "off")
            .attr("placeholder", words.import_example())
            .node(field);
        let read = button("import-text", words.import_read(), link.on(|_: MouseEvent| Some(())));
        all([
            el("p").text(words.import_lead()).into(),
            el("ul").class("import-forms").children(forms).into(),
            el("div").class("buttons").child(choose(words.choose_file()).class("primary")).into(),
            el("label").attr("for", "import-text").text(words.import_paste()).into(),
            text.into(),
            el("div").class("buttons").child(read).child(cancel(words, &self.dispatch)).into(),
        ])
    }

    fn update(&self, field: &mut NodeRef, (): ()) -> bool {
        let text = field.cast::<HtmlTextAreaElement>().map(|field| field.value()).unwrap_or_default();
        if text.trim().is_empty() {
            page::focus("import-text");
        } else {
            import_read::text(self.against.clone(), text, self.dispatch.clone());
        }
        false
    }
}

impl Words {
    /// Why a file cannot be used, and what to do.
    fn import_refused(self, why: Refused) -> String {
        match why {
            Refused::Unopened => self.import_unopened(),
            Refused::Empty => self.import_no_content(),
            Refused::TooLong(bytes) => {
                return self.import_too_long(&grouped((bytes >> 20) as f64, 0));
            }
            Refused::Pdf => self.import_pdf(),
            Refused::Picture => self.import_picture(),
            Refused::OldWorkbook => self.import_old_workbook(),
            Refused::Packed => self.import_packed(),
            Refused::Locked => self.import_locked(),
            Refused::Damaged => self.import_damaged(),
            Refused::NoReader => self.import_no_reader(),
            Refused::Binary => self.import_binary(),
        }
        .to_owned()
    }
}
