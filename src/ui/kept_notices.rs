//! What there is to say of kept scenarios, with what takes it back.

use yew::prelude::*;

use super::Dispatch;
use super::el::{all, el};
use super::faults::{handed_out, listed};
use super::kept::LIST;
use super::kit::{button, on_click, on_last_click};
use super::words::Words;
use crate::model::{Added, MOST_KEPT};
use crate::state::{Action, Keeping, Notice};
use crate::view::Dialog;

/// The body of a notice about kept scenarios; `None` for others. `next` gets the focus where it is taken back.
pub fn body(words: Words, notice: &Notice, dispatch: &Dispatch, next: &str) -> Option<Html> {
    let put_back = || {
        let act = Action::from(Keeping::PutBack(notice.clone()));
        button("put-back", words.put_back(), on_last_click(dispatch, act, next.to_owned())).into()
    };
    let show =
        || button("show-kept", words.show_kept(), on_click(dispatch, Action::Open(Dialog::Kept))).into();
    let said = |text: String| el("p").text(text).into();
    Some(match notice {
        Notice::Deleted(gone) => {
            let names = gone.iter().map(|(_, scenario)| scenario.name.as_str());
            all([said(words.said_deleted(&words.names(names))), put_back()])
        }
        Notice::Replaced(before) => all([said(words.said_replaced(&before.name)), put_back()]),
        Notice::KeptLeaving(names) => {
            let names = names.iter().map(String::as_str);
            all([said(words.said_leaving(&words.names(names))), show()])
        }
        Notice::ShelfFull => all([said(words.said_full(&MOST_KEPT.to_string())), show()]),
        Notice::Imported { name, added } => {
            let count =
                added.iter().filter(|added| matches!(added, Added::As(_) | Added::Renamed(_))).count();
            all([said(words.said_imported(name, &count.to_string())), show()])
        }
        Notice::ShelfUnreadable { problems, text, kept } => all([
            said(words.said_unreadable(&kept.to_string())),
            listed(words, problems),
            handed_out(words, text),
        ]),
        _ => return None,
    })
}

/// Notices that an act in the dialog of kept scenarios brings: behind it nobody could use them.
pub fn in_dialog(words: Words, notices: &[Notice], dispatch: &Dispatch) -> Html {
    let of_acts = |notice: &&Notice| matches!(notice, Notice::Deleted(_) | Notice::Replaced(_));
    let bodies = notices.iter().filter(of_acts).filter_map(|notice| body(words, notice, dispatch, LIST));
    let full = notices.contains(&Notice::ShelfFull).then(|| words.said_full(&MOST_KEPT.to_string()));
    let full = full.map(|said| el("p").text(said).into());
    let shown = bodies
        .chain(full)
        .map(|body| el("div").class("notice info").child(el("div").class("notice-body").child(body)).into());
    el("div").class("kept-notices").attr("role", "status").children(shown).into()
}

impl Words {
    /// Names in quotes, one behind the other.
    fn names<'a>(self, names: impl Iterator<Item = &'a str>) -> String {
        names.map(|name| self.quoted(name)).collect::<Vec<_>>().join(self.between())
    }
}
