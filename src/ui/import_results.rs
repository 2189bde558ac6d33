//! Results in a table: what will be taken, what changes, and all that cannot be taken.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::Dispatch;
use super::el::{El, el};
use super::import::{cancel, choose_other, frame};
use super::import_names;
use super::import_read::{self, Against};
use super::kit::{button, on_click, span};
use super::part::{Link, Live};
use super::shared::Shared;
use super::words::Words;
use crate::codec::import::table::{MOST_CELL, MOST_COLUMNS, MOST_ROWS};
use crate::codec::import::{Fault, Found, Line, Merged, Step, merge};
use crate::model::{Actual, Scenario};
use crate::plan::Indicator;
use crate::state::{Action, Import, Importing, Offered, Results};

/// Rows that are shown at first, and more at each press.
const ROWS: usize = 100;

#[derive(PartialEq)]
pub struct Preview {
    pub words: Words,
    pub against: Against,
    pub scenario: Shared<Scenario>,
    pub import: Shared<Import>,
    pub dispatch: Dispatch,
}

/// What the preview keeps.
pub struct Shown {
    /// What taking the results comes to.
    merged: Merged,
    /// How many results are shown.
    lines: usize,
    /// How many faults are shown.
    faults: usize,
}

pub enum Message {
    MoreLines,
    MoreFaults,
    /// A name means this indicator, or none.
    Meant(String, Option<usize>),
    /// Another table of the workbook is to be read.
    Sheet(usize),
}

impl Live for Preview {
    type State = Shown;
    type Message = Message;

    fn start(&self, _: &Link<Preview>) -> Shown {
        let merged = self.found().map(|found| merge(&self.against.plan, &self.scenario, found));
        Shown { merged: merged.unwrap_or_default(), lines: ROWS, faults: ROWS }
    }

    fn changed(&self, before: &Preview, shown: &mut Shown) {
        if (&before.import, &before.scenario) != (&self.import, &self.scenario) {
            let merged = self.found().map(|found| merge(&self.against.plan, &self.scenario, found));
            shown.merged = merged.unwrap_or_default();
        }
    }

    fn update(&self, shown: &mut Shown, message: Message) -> bool {
        match message {
            Message::MoreLines => shown.lines += ROWS,
            Message::MoreFaults => shown.faults += ROWS,
            Message::Meant(name, meant) => self.again(|results| {
                match meant {
                    Some(index) => results.meant.insert(name, index),
                    None => results.meant.remove(&name),
                };
            }),
            Message::Sheet(sheet) => self.again(|results| results.sheet = sheet),
        }
        true
    }

    fn view(&self, shown: &Shown, link: &Link<Preview>) -> Html {
        let Preview { words, import, dispatch, .. } = self;
        let words = *words;
        let Offered::Results(results) = &import.offered else { return Html::default() };
        let merged = &shown.merged;
        let (changes, faults) = (merged.changes(), self.faults(merged));
        let apply = (changes > 0).then(|| {
            let count = changes.to_string();
            let label = if faults.is_empty() { words.take_all(&count) } else { words.take_sound(&count) };
            let act = on_click(dispatch, Action::from(Importing::Take));
            button("import-apply", label, act).class("primary")
        });
        let any = apply.is_some();
        let buttons = el("div").class("buttons import-acts");
        frame(words, &import.name)
            .maybe((results.sheets.len() > 1).then(|| sheets(words, results, link)))
            .child(self.summary(results, merged, faults.len()))
            .maybe(import_names::names(words, &self.against.plan, results, link))
            .maybe(self.fault_table(&faults, shown, link))
            .maybe((!merged.lines.is_empty()).then(|| self.line_table(shown, link)))
            .maybe(any.then(|| el("p").class("hint").text(words.import_before())))
            .child(buttons.maybe(apply).child(choose_other(words)).child(cancel(words, dispatch)))
            .into()
    }
}

impl Preview {
    fn results(&self) -> Option<&Results> {
        match &self.import.offered {
            Offered::Results(results) => Some(results),
            _ => None,
        }
    }

    fn found(&self) -> Option<&Found> {
        self.results()?.found.as_deref()
    }

    /// Reads the table anew, with something meant otherwise.
    fn again(&self, change: impl FnOnce(&mut Results)) {
        if let Some(results) = self.results() {
            let mut results = results.clone();
            change(&mut results);
            import_read::again(self.against.clone(), self.import.rc(), results, self.dispatch.clone());
        }
    }

    /// All that cannot be taken, in the order of the table.
    fn faults<'a>(&'a self, merged: &'a Merged) -> Vec<&'a Fault> {
        let found = self.found().map(|found| found.faults.as_slice()).unwrap_or_default();
        let mut faults: Vec<&Fault> = found.iter().chain(&merged.faults).collect();
        faults.sort_by_key(|fault| (fault.row, fault.column));
        faults
    }

    fn summary(&self, results: &Results, merged: &Merged, faults: usize) -> El {
        let words = self.words;
        let Some(found) = &results.found else {
            let none = el("p").text(words.import_no_columns());
            return el("div").class("notice error").child(el("div").class("notice-body").child(none));
        };
        let count = |is: fn(&Step) -> bool| merged.lines.iter().filter(|(_, step)| is(step)).count();
        let counts = [
            (count(|step| *step == Step::Added), Words::import_added as fn(Words, &str) -> String),
            (count(|step| matches!(step, Step::Replaced(_))), Words::import_replaced),
            (count(|step| *step == Step::Same), Words::import_same),
        ];
        let counts = counts.into_iter().filter(|(count, _)| *count > 0);
        let counts: Vec<_> = counts.map(|(count, said)| said(words, &count.to_string())).collect();
        let counts =
            if counts.is_empty() { words.import_none().to_owned() } else { counts.join(words.between()) };
        let faults = faults + found.more_faults;
        let sheet = results.sheets.get(results.sheet);
        let cut = sheet.is_some_and(|sheet| sheet.table.cut);
        let hidden = sheet.map(|sheet| [sheet.hidden_rows, sheet.hidden_columns]);
        let hidden =
            hidden.filter(|counts| *counts != [0, 0]).map(|counts| counts.map(|count| count.to_string()));
        let uncomputed = sheet.map(|sheet| sheet.uncomputed).filter(|count| *count > 0);
        let [rows, columns, letters] = [MOST_ROWS, MOST_COLUMNS, MOST_CELL].map(|most| most.to_string());
        let also = [
            (faults > 0).then(|| words.import_left(&faults.to_string())),
            (found.missing > 0).then(|| words.import_missing(&found.missing.to_string())),
            (found.others > 0).then(|| words.import_others(&found.others.to_string())),
            cut.then(|| words.import_cut(&rows, &columns, &letters)),
            hidden.map(|[rows, columns]| words.import_hidden(&rows, &columns)),
            uncomputed.map(|count| words.import_uncomputed(&count.to_string())),
        ];
        let also = also.into_iter().flatten().map(|text| el("li").text(text).into());
        el("div")
            .attr("role", "status")
            .attr("data-role", "import-summary")
            .child(el("p").class("import-counts").text(counts))
            .child(el("ul").children(also))
    }

    fn fault_table(&self, faults: &[&Fault], shown: &Shown, link: &Link<Preview>) -> Option<El> {
        let words = self.words;
        let more = self.found().map_or(0, |found| found.more_faults);
        let rows = faults.iter().take(shown.faults).map(|fault| {
            el("tr")
                .child(el("th").attr("scope", "row").text(words.cell_place(fault.row, fault.column)))
                .child(el("td").text(words.quoted(&fault.found)))
                .child(el("td").text(words.import_why(&self.against.plan, &fault.why)))
                .into()
        });
        let heads = [words.import_place(), words.import_written(), words.import_expected()];
        (!faults.is_empty()).then(|| {
            el("details")
                .class("import-faults")
                .attr("data-role", "import-faults")
                .flag("open", true)
                .child(el("summary").text(words.import_faults(&(faults.len() + more).to_string())))
                .child(table(heads, rows))
                .maybe((faults.len() > shown.faults).then(|| {
                    let heard = link.on(|_: MouseEvent| Some(Message::MoreFaults));
                    button("more-faults", words.import_more(), heard)
                }))
                .maybe((more > 0).then(|| el("p").text(words.import_uncounted(&more.to_string()))))
        })
    }

    fn line_table(&self, shown: &Shown, link: &Link<Preview>) -> El {
        let words = self.words;
        let all = &shown.merged.lines;
        let rows = all.iter().take(shown.lines).filter_map(|(line, step)| self.line(line, step));
        let heads = [words.import_place(), words.indicator(), words.import_change()];
        el("details")
            .class("import-lines")
            .flag("open", true)
            .child(el("summary").text(words.import_lines(&all.len().to_string())))
            .child(table(heads, rows))
            .maybe((all.len() > shown.lines).then(|| {
                let heard = link.on(|_: MouseEvent| Some(Message::MoreLines));
                button("more-lines", words.import_more(), heard)
            }))
    }

    fn line(&self, line: &Line, step: &Step) -> Option<Html> {
        let words = self.words;
        let indicator = self.against.plan.indicators.get(line.indicator)?;
        let now = words.result(indicator, &line.actual);
        let change = match step {
            Step::Added => el("td").child(el("b").text(now)).child(span("hint", words.step_added())),
            Step::Same => el("td").text(now).child(span("hint", words.step_same())),
            Step::Replaced(before) => el("td")
                .child(el("del").text(words.result(indicator, before)))
                .text(" → ")
                .child(el("b").text(now))
                .child(span("hint", words.step_replaced())),
        };
        let row = el("tr")
            .child(el("th").attr("scope", "row").text(words.cell_place(line.row, line.column)))
            .child(el("td").text(words.text(&indicator.name).to_owned()))
            .child(change);
        Some(row.into())
    }
}

/// Which table of a workbook is read.
fn sheets(words: Words, results: &Results, link: &Link<Preview>) -> El {
    let options = results.sheets.iter().enumerate().map(|(at, sheet)| {
        let option = el("option").attr("value", at.to_string()).flag("selected", at == results.sheet);
        let name = if sheet.hidden { words.sheet_hidden(&sheet.name) } else { sheet.name.clone() };
        option.text(name).into()
    });
    let choose = el("select")
        .attr("id", "import-sheet")
        .attr("data-role", "import-sheet")
        .on_change(link.on(|event: Event| {
            let select = event.target_dyn_into::<HtmlSelectElement>()?;
            Some(Message::Sheet(select.value().parse().ok()?))
        }))
        .children(options);
    let label = el("label").attr("for", "import-sheet").text(words.import_sheet());
    el("p").class("import-name-row").child(label).child(choose)
}

fn table(heads: [&'static str; 3], rows: impl Iterator<Item = Html>) -> El {
    let heads = heads.map(|head| el("th").attr("scope", "col").text(head).into());
    let table = el("table")
        .class("import-table")
        .child(el("thead").child(el("tr").children(heads)))
        .child(el("tbody").children(rows));
    el("div").class("scroll").child(table)
}

impl Words {
    /// R5 (2023) 6,601 千円(速報)
    fn result(self, indicator: &Indicator, actual: &Actual) -> String {
        let said = self.result_said(indicator, actual);
        let said = if said.is_empty() { said } else { self.in_brackets(&said) };
        let value = self.result_figure(indicator, actual.value);
        [&self.year_long(actual.year), " ", &value, " ", self.text(&indicator.unit), &said].concat()
    }
}
