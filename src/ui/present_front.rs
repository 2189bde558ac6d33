//! What comes in front of a slide: a blank screen, the QR code, the list of keys.

use yew::prelude::*;

use super::el::{El, el};
use super::kit::{button, icon, on_click};
use super::present::Presentation;
use super::qr::qr;
use super::words::Words;
use crate::state::Action;
use crate::view::{Act, Dialog};

/// What is in front.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Front {
    /// Nothing but black.
    Blank,
    /// The QR code of what is on screen.
    Code,
    /// The keys.
    Keys,
}

/// The dialog for what is in front. It stays in the page while nothing is: the browser gives the focus back only to a
/// dialog that is closed, not to one that is taken away.
pub fn dialog(
    presentation: &Presentation,
    front: Option<Front>,
    node: &NodeRef,
    wake: &Callback<MouseEvent>,
    act: &Callback<Act>,
) -> El {
    let words = presentation.words;
    let frame = |title: &'static str, hook: &'static str, closes: Act, content: Html| -> Html {
        let close = icon(hook, "×", words.overlay_close(), act.reform(move |_| closes));
        let bar =
            el("div").class("front-bar").child(el("h2").attr("id", "front-title").text(title)).child(close);
        el("div").class("front").child(bar).child(content).into()
    };
    let (class, content) = match front {
        Some(Front::Blank) => {
            let lit = el("button")
                .attr("data-action", "stage-wake")
                .attr("aria-label", words.blanked())
                .on_click(wake.clone());
            ("stage-front is-blank", lit.into())
        }
        Some(Front::Code) => (
            "stage-front is-code",
            frame(words.code_title(), "front-close", Act::Code, code(presentation, act)),
        ),
        Some(Front::Keys) => (
            "stage-front",
            frame(words.keys_title(), "front-close", Act::Keys, keys(words, presentation.plan.group_count())),
        ),
        None => ("stage-front", Html::default()),
    };
    let dialog = el("dialog").class(class).node(node);
    match front {
        Some(Front::Blank) => dialog.attr("aria-label", words.stage_blank()),
        _ => dialog.attr("aria-labelledby", "front-title"),
    }
    .child(content)
}

/// The address of what is on screen as a QR code, or why there is none.
fn code(presentation: &Presentation, act: &Callback<Act>) -> Html {
    let Presentation { words, dispatch, .. } = presentation;
    let said = |why: &'static str| el("p").class("front-none").text(why);
    let drawing = match presentation.link() {
        None => said(words.code_none()).into(),
        Some(link) => qr(&link, words.code_title().into()).unwrap_or_else(|| said(words.code_long()).into()),
    };
    let (close, open) =
        (act.reform(|_: MouseEvent| Act::Code), on_click(dispatch, Action::Open(Dialog::Share)));
    let share = button(
        "share",
        words.share_button(),
        Callback::from(move |event: MouseEvent| {
            close.emit(event.clone());
            open.emit(event);
        }),
    );
    let below = el("p").text(words.code_hint()).text(" ").child(share);
    el("div").class("front-code").child(drawing).child(below).into()
}

/// The keys, for a plan of so many pillars.
fn keys(words: Words, pillars: usize) -> Html {
    let last = pillars.min(9).to_string();
    let lines: [(&[&str], &'static str); 15] = [
        (&["←", "→"], words.key_slides()),
        (&["Home", "End"], words.key_ends()),
        (&["0", "1", "…", &last], words.key_numbers()),
        (&["↑", "↓"], words.key_indicators()),
        (&["+", "−"], words.key_move()),
        (&[">", "<"], words.key_move_far()),
        (&["R"], words.key_required()),
        (&["Z"], words.key_undo()),
        (&["Ctrl+Y"], words.key_redo()),
        (&["A"], words.key_replay()),
        (&["B"], words.key_blank()),
        (&["Q"], words.key_code()),
        (&["F"], words.key_full()),
        (&["?"], words.key_list()),
        (&["Esc"], words.key_leave()),
    ];
    let lines = lines.map(|(names, does)| {
        let mut list = el("dt");
        for name in names {
            list = list.child(el("kbd").text((*name).to_owned())).text(" ");
        }
        el("div").child(list).child(el("dd").text(does)).into()
    });
    el("div")
        .class("front-keys")
        .child(el("dl").children(lines))
        .child(el("p").text(words.keys_remote()))
        .into()
}
