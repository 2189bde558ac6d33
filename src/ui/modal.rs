//! A dialog before the page: it takes the focus, gives it back, and closes on Escape.
//!
//! The element stays in the page while it is closed, because the browser gives the focus back only to a dialog that
//! is closed, not to one that is taken away.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::Dispatch;
use super::el::el;
use super::kit::{icon, on_click};
use super::part::{Link, Live};
use super::words::Words;
use crate::state::Action;

#[derive(PartialEq)]
pub struct Modal {
    pub words: Words,
    /// Its name and what is in it; `None` while it is closed.
    pub content: Option<(&'static str, Html)>,
    pub dispatch: Dispatch,
}

impl Live for Modal {
    type State = NodeRef;
    type Message = ();

    fn start(&self, _: &Link<Modal>) -> NodeRef {
        NodeRef::default()
    }

    fn update(&self, _: &mut NodeRef, (): ()) -> bool {
        false
    }

    fn view(&self, node: &NodeRef, _: &Link<Modal>) -> Html {
        let Modal { words, content, dispatch } = self;
        let close = || icon("close-dialog", "×", words.close(), on_click(dispatch, Action::Leave));
        let inside = content.as_ref().map(|(title, content)| {
            let title = el("h2").attr("id", "dialog-title").text(*title);
            let bar = el("div").class("dialog-bar").child(title).child(close());
            el("div").class("dialog").child(bar).child(content.clone())
        });
        el("dialog")
            .attr("aria-labelledby", "dialog-title")
            .attr("closedby", "any")
            .node(node)
            // However the browser closes it: by Escape, by a click beside it, by a gesture.
            .on_cancel(dispatch.reform(|event: Event| {
                event.prevent_default();
                Action::Leave
            }))
            .maybe(inside)
            .into()
    }

    fn shown(&self, node: &mut NodeRef, _: &Link<Modal>, _: bool) {
        let Some(dialog) = node.cast::<HtmlDialogElement>() else { return };
        match (self.content.is_some(), dialog.open()) {
            // A browser that refuses shows nothing; the page behind stays as it is.
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            _ => {}
        }
    }
}
