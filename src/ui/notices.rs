//! What the page has to say: the line of guidance, and every fault with what to do about it.

use yew::prelude::*;

use super::Dispatch;
use super::banner::Banner;
use super::deferred::Deferred;
use super::el::{El, all, el};
use super::kit::{button, icon, loading, on_last_click};
use super::part::{Part, part};
use super::shared::Shared;
use super::words::Words;
use crate::plan::Plan;
use crate::state::{Action, Notice, NoticeKind};

#[derive(Clone, PartialEq)]
pub struct Notices {
    pub words: Words,
    /// The plan with the numbers of today.
    pub plan: Shared<Plan>,
    pub notices: Vec<Notice>,
    /// Whose scenario is on screen, where it came by a link.
    pub banner: Option<Banner>,
    pub guide: bool,
    /// Id of the element that gets the focus where something is dismissed.
    pub next: &'static str,
    /// What knows the words of most notices, once it is there.
    pub deferred: Option<&'static Deferred>,
    /// Fetches it again.
    pub load_again: Callback<MouseEvent>,
    /// Switches to a newer release.
    pub switch: Callback<MouseEvent>,
    pub dispatch: Dispatch,
}

impl Part for Notices {
    fn view(&self) -> Html {
        let Notices { words, notices, banner, guide, dispatch, .. } = self;
        let words = *words;
        if notices.is_empty() && banner.is_none() && !guide {
            return Html::default();
        }
        el("div")
            .class("notices")
            .attr("role", "region")
            .attr("aria-label", words.notices())
            .maybe(guide.then(|| guidance(words, dispatch)))
            .maybe(banner.clone().map(part))
            .children(notices.iter().enumerate().map(|(index, notice)| shown(self, index, notice)))
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

fn shown(props: &Notices, index: usize, notice: &Notice) -> Html {
    let Notices { words, dispatch, .. } = props;
    let (kind, class, role) = match notice.kind() {
        NoticeKind::Error => ("error", "notice error", "alert"),
        NoticeKind::Warning => ("warning", "notice warning", "alert"),
        NoticeKind::Info => ("info", "notice info", "status"),
    };
    let body = el("div").class("notice-body").child(body(props, notice));
    // What is missing stays said until it is there.
    let dismiss = (!matches!(notice, Notice::Incomplete)).then(|| {
        let onclick = on_last_click(dispatch, Action::DismissNotice(index), props.next.to_owned());
        icon("dismiss", "×", words.dismiss(), onclick)
    });
    el("div")
        .class(class)
        .attr("data-role", "notice")
        .attr("data-kind", kind)
        .attr("role", role)
        .child(body)
        .maybe(dismiss)
        .into()
}

fn body(props: &Notices, notice: &Notice) -> Html {
    let Notices { words, deferred, load_again, .. } = props;
    let said = |text: &'static str| el("p").text(text).into();
    match (notice, deferred) {
        (Notice::CannotSave { full: true }, _) => said(words.storage_full()),
        (Notice::CannotSave { full: false }, _) => said(words.cannot_save()),
        (Notice::Incomplete, _) => {
            let again = button("load-again", words.load_again(), load_again.clone());
            all([said(words.incomplete()), again.into()])
        }
        (_, Some(deferred)) => (deferred.notice)(props, notice),
        (_, None) => loading(*words),
    }
}
