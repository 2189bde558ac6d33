//! Where the text goes, how many links it has, and which of them cannot be counted.

use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, FileList, HtmlInputElement};
use yew::prelude::*;

use super::el::{El, all, el};
use super::faults::listed;
use super::gather::{Gather, LONGEST, Message, Reading};
use super::kit::button;
use super::part::Link;
use super::words::Words;
use crate::codec::gather::{Counting, Entry, MOST_LINKS, Said};
use crate::codec::link::Refusal;
use crate::platform::page;

/// The field, what was found in it, and what is to count.
pub fn paste(gather: &Gather, reading: &Reading, link: &Link<Gather>) -> El {
    let words = gather.words;
    let field = el("textarea")
        .attr("id", "gather-text")
        .attr("data-role", "gather-text")
        .attr("rows", "7")
        .attr("spellcheck", "false")
        .attr("autocomplete", "off")
        .attr("aria-describedby", "gather-lead gather-private")
        .node(&reading.field)
        .on_input(link.on(|_: InputEvent| Some(Message::Typed)))
        // Whoever leaves at once takes along what was typed.
        .on_blur(link.on(|_: FocusEvent| Some(Message::Take)));
    let input = el("input")
        .class("hidden")
        .attr("type", "file")
        .attr("id", "gather-file")
        .attr("data-role", "gather-file")
        .attr("accept", "text/*,.txt,.log,.csv,.eml,.json,.md,.html")
        .flag("multiple", true)
        .on_change({
            let heard = link.on(Some);
            Callback::from(move |event: Event| {
                let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
                if let Some(files) = input.files() {
                    take_in(files, &heard);
                }
                // The same file can be chosen again.
                input.set_value("");
            })
        });
    let buttons = el("div")
        .class("share-buttons")
        .child(
            button("gather-now", words.gather_now(), link.on(|_: MouseEvent| Some(Message::Take)))
                .class("primary"),
        )
        .child(input)
        .child(el("label").class("file-button").attr("for", "gather-file").text(words.gather_file()))
        .child(if reading.cleared.is_some() && reading.text.is_empty() {
            button("gather-restore", words.gather_restore(), link.on(|_: MouseEvent| Some(Message::Restore)))
        } else {
            button("gather-clear", words.gather_clear(), link.on(|_: MouseEvent| Some(Message::Clear)))
        });
    let text = el("div")
        .class("gather-text")
        .child(el("p").attr("id", "gather-lead").text(words.gather_lead()))
        .child(el("label").attr("for", "gather-text").text(words.gather_text()))
        .child(field)
        .child(buttons)
        .child(el("p").class("hint").attr("id", "gather-private").text(words.gather_private()));
    let found = el("div")
        .class("gather-found")
        .child(status(gather, reading))
        .children(faults(words, reading))
        .child(switches(words, reading, link))
        .maybe(unread(words, reading))
        .maybe(partly(words, reading));
    el("section").class("gather-paste panel").child(text).child(found)
}

/// How many links there are, and how many scenarios count.
fn status(gather: &Gather, reading: &Reading) -> El {
    let words = gather.words;
    let counts = reading.counts;
    let [links, read, repeated, unread] =
        [counts.links, counts.read, counts.repeated, counts.unread].map(|count| count.to_string());
    let counted = reading.gathered.scenarios;
    let done = (counts.read + counts.unread + counts.beyond).to_string();
    let said = match () {
        () if reading.busy => words.gather_reading(&done, &links),
        () if reading.text.trim().is_empty() => words.gather_empty().to_owned(),
        () if counts.links == 0 => words.gather_no_links().to_owned(),
        () => words.gather_found(&links, &read, &repeated, &unread),
    };
    let nothing = !reading.busy && counts.links > 0 && counted == 0;
    el("div")
        .attr("role", "status")
        .attr("data-role", "gather-status")
        .attr("data-scenarios", counted.to_string())
        .attr("data-links", links)
        .attr("data-unread", unread)
        .attr("data-busy", if reading.busy { "true" } else { "false" })
        .child(el("p").class("gather-count").text(words.gather_counted(&counted.to_string())))
        .child(el("p").text(said))
        .maybe(nothing.then(|| el("p").text(words.gather_nothing_counted())))
}

/// What the page could not do with the text.
fn faults(words: Words, reading: &Reading) -> Vec<Html> {
    let beyond = reading.counts.beyond;
    let said = [
        reading.too_long.then(|| words.gather_too_long().to_owned()),
        reading.unread_file.as_ref().map(|name| words.gather_file_unread(name)),
        (!reading.kept).then(|| words.gather_not_kept().to_owned()),
        (beyond > 0).then(|| words.gather_beyond(&beyond.to_string(), &MOST_LINKS.to_string())),
    ];
    let notice = |text: String| el("p").class("gather-fault").attr("role", "alert").text(text).into();
    said.into_iter().flatten().map(notice).collect()
}

fn switches(words: Words, reading: &Reading, link: &Link<Gather>) -> El {
    let counting = reading.counting;
    let switch = |hook: &'static str, label: String, on: bool, next: Counting| {
        let input = el("input")
            .attr("type", "checkbox")
            .attr("data-action", hook)
            .checked(on)
            .on_change(link.on(move |_: Event| Some(Message::Count(next))));
        el("label").class("choice").child(input).child(el("span").text(label))
    };
    let repeated = Counting { repeated: !counting.repeated, ..counting };
    let other = Counting { other_numbers: !counting.other_numbers, ..counting };
    let others = reading.counts.other_numbers;
    el("div")
        .child(switch("count-repeated", words.gather_repeated().to_owned(), counting.repeated, repeated))
        .maybe((others > 0).then(|| {
            let label = words.gather_other_numbers(&others.to_string());
            switch("count-other-numbers", label, counting.other_numbers, other)
        }))
}

/// The links that cannot be read, each with its lines and the reason.
fn unread(words: Words, reading: &Reading) -> Option<El> {
    let rows = reading.entries.iter().filter_map(|entry| Some((entry, unread_because(words, &entry.said)?)));
    let rows: Vec<Html> = rows.map(|(entry, why)| row(entry, why)).collect();
    let count = reading.counts.unread.to_string();
    (!rows.is_empty()).then(|| {
        let summary = [words.gather_unread(), " (", &count, ")"].concat();
        table(words, "unread-links", summary, None, words.gather_why(), rows)
    })
}

/// The scenarios of which a part was not understood.
fn partly(words: Words, reading: &Reading) -> Option<El> {
    let rows = reading.entries.iter().filter_map(|entry| {
        let faults = &entry.told()?.reading.faults;
        (!faults.is_empty()).then(|| row(entry, listed(words, faults)))
    });
    let rows: Vec<Html> = rows.collect();
    let count = reading.counts.with_faults.to_string();
    (!rows.is_empty()).then(|| {
        let summary = [words.gather_faults(), " (", &count, ")"].concat();
        table(words, "partly-read", summary, Some(words.gather_faults_hint()), words.gather_why(), rows)
    })
}

fn table(
    words: Words,
    role: &'static str,
    summary: String,
    hint: Option<&'static str>,
    what: &'static str,
    rows: Vec<Html>,
) -> El {
    let head = |text: &'static str| el("th").attr("scope", "col").text(text);
    let heads =
        el("tr").child(head(words.gather_line())).child(head(words.gather_wording())).child(head(what));
    let table = el("table").child(el("thead").child(heads)).child(el("tbody").children(rows));
    let scroll = el("div")
        .class("scroll")
        .attr("tabindex", "0")
        .attr("role", "group")
        .attr("aria-label", summary.clone())
        .child(table);
    el("details")
        .class("gather-unread")
        .attr("data-role", role)
        .flag("open", true)
        .child(el("summary").text(summary))
        .maybe(hint.map(|hint| el("p").class("hint").text(hint)))
        .child(scroll)
}

fn row(entry: &Entry, what: Html) -> Html {
    let lines: Vec<String> = entry.lines.iter().take(5).map(usize::to_string).collect();
    let more = if entry.lines.len() > lines.len() { " …" } else { "" };
    el("tr")
        .child(el("th").attr("scope", "row").text([&lines.join(", "), more].concat()))
        .child(el("td").text(entry.opening.clone()))
        .child(el("td").child(what))
        .into()
}

fn unread_because(words: Words, said: &Said) -> Option<Html> {
    let why = match said {
        Said::Scenario(_) => return None,
        Said::Damaged(reading) => {
            let why = el("p").text(words.unread_damaged(&reading.understood.to_string()));
            return Some(all([why.into(), listed(words, &reading.faults)]));
        }
        Said::Refused(Refusal::NewerVersion { found }) => words.unread_newer(&found.to_string()),
        Said::Refused(Refusal::OtherPlan { found }) => words.unread_other_plan(found),
        Said::Refused(Refusal::CutOff) => words.unread_cut_off().to_owned(),
        Said::Refused(Refusal::NotALink) => words.unread_not_a_link().to_owned(),
        Said::Refused(Refusal::TooLong { .. }) => words.unread_too_long().to_owned(),
    };
    Some(el("p").text(why).into())
}

/// Reads files, each in turn.
fn take_in(files: FileList, heard: &Callback<Message>) {
    let files: Vec<File> = (0..files.length()).filter_map(|at| files.get(at)).collect();
    let heard = heard.clone();
    spawn_local(async move {
        for file in files {
            let name = file.name();
            let text = match file.size() <= LONGEST as f64 {
                true => JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string()),
                false => None,
            };
            // A text with this character was none.
            let text = text.filter(|text| !text.contains('\0'));
            heard.emit(Message::File(name, text));
            page::breathe().await;
        }
    });
}
