//! What the page has to say: the line of guidance, and every fault with what to do about it.

use yew::prelude::*;

use super::Dispatch;
use super::el::{El, el};
use super::kit::{button, icon, on_last_click};
use super::part::Part;
use super::words::Words;
use crate::plan::Problem;
use crate::platform::page;
use crate::state::{Action, Notice, NoticeKind};

/// Name of the file that an unreadable text is handed out as.
const KEPT_FILE: &str = "r13-unreadable.txt";

#[derive(PartialEq)]
pub struct Notices {
    pub words: Words,
    pub notices: Vec<Notice>,
    pub guide: bool,
    pub dispatch: Dispatch,
}

impl Part for Notices {
    fn view(&self) -> Html {
        let Notices { words, notices, guide, dispatch } = self;
        let words = *words;
        if notices.is_empty() && !guide {
            return Html::default();
        }
        el("div")
            .class("notices")
            .attr("role", "region")
            .attr("aria-label", words.notices())
            .maybe(guide.then(|| guidance(words, dispatch)))
            .children(notices.iter().enumerate().map(|(index, notice)| shown(words, index, notice, dispatch)))
            .into()
    }
}

fn guidance(words: Words, dispatch: &Dispatch) -> El {
    let onclick = on_last_click(dispatch, Action::ShowGuide(false), "list".to_owned());
    el("div").class("guide").child(el("p").text(words.guide())).child(icon(
        "close-guide",
        "×",
        words.guide_close(),
        onclick,
    ))
}

fn shown(words: Words, index: usize, notice: &Notice, dispatch: &Dispatch) -> Html {
    let (kind, class, role) = match notice.kind() {
        NoticeKind::Error => ("error", "notice error", "alert"),
        NoticeKind::Warning => ("warning", "notice warning", "alert"),
        NoticeKind::Info => ("info", "notice info", "status"),
    };
    let body = el("div")
        .class("notice-body")
        .child(el("p").text(text(words, notice)))
        .child(problems(words, notice))
        .child(remedy(words, notice));
    el("div")
        .class(class)
        .attr("data-role", "notice")
        .attr("data-kind", kind)
        .attr("role", role)
        .child(body)
        .child(icon(
            "dismiss",
            "×",
            words.dismiss(),
            on_last_click(dispatch, Action::DismissNotice(index), "list".to_owned()),
        ))
        .into()
}

fn text(words: Words, notice: &Notice) -> String {
    match notice {
        Notice::SavedUnreadable { partly: true, .. } => words.saved_partly().to_owned(),
        Notice::SavedUnreadable { partly: false, .. } => words.saved_unreadable().to_owned(),
        Notice::CannotSave { full: true } => words.storage_full().to_owned(),
        Notice::CannotSave { full: false } => words.cannot_save().to_owned(),
        Notice::PlanRefused { name, problems } => words.plan_refused(name, problems.len()),
        Notice::PlanMissing { name } => words.plan_missing(name),
    }
}

fn problems(words: Words, notice: &Notice) -> Html {
    let problems: &[Problem] = match notice {
        Notice::SavedUnreadable { problems, .. } | Notice::PlanRefused { problems, .. } => problems,
        Notice::CannotSave { .. } | Notice::PlanMissing { .. } => return Html::default(),
    };
    let lines = problems.iter().map(|problem| el("li").text(words.problem(problem)).into());
    el("details")
        .flag("open", problems.len() <= 5)
        .child(el("summary").text(format!("{} ({})", words.more(), problems.len())))
        .child(el("ul").children(lines))
        .into()
}

fn remedy(words: Words, notice: &Notice) -> Html {
    let Notice::SavedUnreadable { text, .. } = notice else { return Html::default() };
    let text = text.clone();
    // Where the browser refuses a download the text stays in its storage.
    let onclick = Callback::from(move |_: MouseEvent| drop(page::download(KEPT_FILE, &text)));
    button("download-unreadable", words.download_text(), onclick).into()
}
