//! What notices say: of a text from outside every problem with its place, and what can be done about it.

use yew::prelude::*;

use super::el::{all, el};
use super::kept_notices;
use super::kit::button;
use super::link_faults;
use super::notices::Notices;
use super::releases;
use super::words::Words;
use crate::plan::Problem;
use crate::platform::page;
use crate::state::Notice;

/// Name of the file that an unreadable text is handed out as.
const KEPT_FILE: &str = "r13-unreadable.txt";

/// The body of a notice, except of those that can be needed before this is there.
pub fn notice(notices: &Notices, notice: &Notice) -> Html {
    let words = notices.words;
    match notice {
        Notice::SavedUnreadable { problems, text, partly } => {
            let said = if *partly { words.saved_partly() } else { words.saved_unreadable() };
            all([el("p").text(said).into(), listed(words, problems), handed_out(words, text)])
        }
        Notice::EditsUnreadable { problems, text } => all([
            el("p").text(words.edits_unreadable()).into(),
            listed(words, problems),
            handed_out(words, text),
        ]),
        Notice::PlanRefused { name, problems } => all([
            el("p").text(words.plan_broken(name, &problems.len().to_string())).into(),
            listed(words, problems),
        ]),
        Notice::PlanMissing { name } if page::SELF_CONTAINED => el("p").text(words.plan_apart(name)).into(),
        Notice::PlanMissing { name } => el("p").text(words.plan_absent(name)).into(),
        Notice::PlanNotOpened => el("p").text(words.plan_not_opened()).into(),
        Notice::LinkPartly { problems } => {
            all([el("p").text(words.link_partly()).into(), listed(words, problems)])
        }
        Notice::LinkRefused { why, link } => link_faults::refused(words, why, link),
        Notice::LinkDamaged(reading) => link_faults::damaged(notices, notice, reading),
        Notice::NumbersMoved { reading, then, moved } => {
            link_faults::numbers_moved(notices, notice, reading, then.as_ref(), moved)
        }
        Notice::Newer => releases::newer(words, &notices.switch),
        Notice::NotSwitched => releases::not_switched(words),
        Notice::NotCopied => el("p").text(words.not_copied()).into(),
        Notice::NoChart => el("p").text(words.no_chart()).into(),
        Notice::NoPicture => el("p").text(words.no_picture()).into(),
        Notice::NoWorkbooks => el("p").text(words.no_workbooks()).into(),
        Notice::NotHandedOut => el("p").text(words.export_refused()).into(),
        Notice::CannotSave { .. } | Notice::Incomplete => Html::default(),
        _ => kept_notices::body(words, notice, &notices.dispatch, notices.next).unwrap_or_default(),
    }
}

pub fn listed(words: Words, problems: &[Problem]) -> Html {
    let lines = problems.iter().map(|problem| el("li").text(words.problem(problem)).into());
    el("details")
        .flag("open", problems.len() <= 5)
        .child(el("summary").text(format!("{} ({})", words.more(), problems.len())))
        .child(el("ul").children(lines))
        .into()
}

pub fn handed_out(words: Words, text: &str) -> Html {
    let text = text.to_owned();
    // Where the browser refuses a download the text stays in its storage.
    let onclick = Callback::from(move |_: MouseEvent| drop(page::download(KEPT_FILE, &text)));
    button("download-unreadable", words.download_text(), onclick).into()
}
