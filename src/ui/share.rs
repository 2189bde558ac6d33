//! 共有: the scenario as a link, to copy, to send, and to read from a screen with a phone.

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::Dispatch;
use super::el::{El, el};
use super::field::{Field, text_commit};
use super::kit::button;
use super::part::{Link, Live, live};
use super::qr::qr;
use super::shared::Shared;
use super::words::Words;
use crate::codec::link;
use crate::model::{MAX_NAME, MAX_TEXT, Scenario, Tally};
use crate::plan::Plan;
use crate::platform::{address, clipboard, share};
use crate::state::Action;
use crate::view::Shown;

#[derive(PartialEq)]
pub struct Share {
    pub words: Words,
    pub plan: Shared<Plan>,
    pub scenario: Shared<Scenario>,
    pub shown: Shown,
    /// How the whole plan stands.
    pub all: Tally,
    pub dispatch: Dispatch,
}

/// What was copied last, and whether it was.
#[derive(Clone, Copy, PartialEq)]
enum Copied {
    Link(bool),
    Mail(bool),
}

/// What the dialog keeps.
#[derive(Default)]
pub struct Kept {
    copied: Option<Copied>,
    node: NodeRef,
}

/// What the dialog hears.
pub struct Message(Copied);

impl Live for Share {
    type State = Kept;
    type Message = Message;

    fn start(&self, _: &Link<Share>) -> Kept {
        Kept::default()
    }

    fn changed(&self, before: &Share, kept: &mut Kept) {
        if before != self {
            kept.copied = None;
        }
    }

    fn update(&self, kept: &mut Kept, Message(copied): Message) -> bool {
        kept.copied = Some(copied);
        if copied == Copied::Link(false)
            && let Some(field) = kept.node.cast::<HtmlTextAreaElement>()
        {
            // All that is left is to press the keys of copying.
            field.select();
            let _ = field.focus();
        }
        true
    }

    fn view(&self, kept: &Kept, link: &Link<Share>) -> Html {
        let Share { words, .. } = self;
        let words = *words;
        let fragment = link::encode(&self.plan, &self.scenario, &self.shown);
        let base = address::base();
        let text = match &base {
            Some(base) => [base, "#", &fragment].concat(),
            None => fragment,
        };
        let copied = el("p").class("copied").attr("role", "status").text(match kept.copied {
            None => "",
            Some(Copied::Link(true)) => words.copied_link(),
            Some(Copied::Mail(true)) => words.copied_mail(),
            Some(Copied::Link(false) | Copied::Mail(false)) => words.copy_refused(),
        });
        let length = words.link_length(&text.chars().count().to_string());
        let field = el("textarea")
            .attr("id", "share-link")
            .attr("data-role", "share-link")
            .attr("readonly", "")
            .attr("rows", "3")
            .attr("spellcheck", "false")
            .attr("aria-describedby", "share-length")
            .node(&kept.node)
            .value(text.clone().into());
        let label = if base.is_some() { words.share_link() } else { words.share_text() };
        let says = (base.is_none()).then(|| el("p").class("hint").text(words.share_no_address()));
        let linked = el("div")
            .class("share-text")
            .child(el("label").attr("for", "share-link").text(label))
            .child(field)
            .child(el("p").class("hint").attr("id", "share-length").text(length))
            .maybe(says)
            .child(self.buttons(link, &text))
            .child(copied);
        let code = match qr(&text, words.qr_label().into()) {
            Some(code) => {
                el("figure").class("share-qr").child(code).child(el("figcaption").text(words.qr_hint()))
            }
            None => el("p").class("share-qr hint").text(words.qr_too_long()),
        };
        el("div")
            .class("share")
            .child(self.fields())
            .child(linked)
            .child(code)
            .child(el("p").class("hint").text(words.share_says()))
            .into()
    }
}

impl Share {
    /// Name and note, which travel with the link.
    fn fields(&self) -> El {
        let Share { words, scenario, dispatch, .. } = self;
        let name = Field {
            placeholder: words.scenario_unnamed().into(),
            most: MAX_NAME,
            ..Field::new(
                "share-name",
                words.scenario_name(),
                scenario.name.clone(),
                text_commit(dispatch, Action::SetName),
            )
        };
        let note = Field {
            placeholder: words.note_hint().into(),
            most: MAX_TEXT,
            multiline: true,
            ..Field::new(
                "share-note",
                words.scenario_note(),
                scenario.note.clone(),
                text_commit(dispatch, Action::SetNote),
            )
        };
        let caption = |id: &'static str, text: &'static str| el("label").attr("for", id).text(text);
        el("div")
            .class("share-fields")
            .child(caption("share-name", words.scenario_name()))
            .child(live(name))
            .child(caption("share-note", words.scenario_note()))
            .child(live(note))
    }

    fn buttons(&self, link: &Link<Share>, text: &str) -> El {
        let words = self.words;
        let done = link.on(|copied| Some(Message(copied)));
        let copy = |text: String, copied: fn(bool) -> Copied| {
            let done = done.clone();
            Callback::from(move |_: MouseEvent| {
                let (copying, done) = (clipboard::copy(&text, None), done.clone());
                spawn_local(async move { done.emit(copied(copying.await)) });
            })
        };
        let mail = self.mail(text);
        let sheet = share::is_offered().then(|| {
            let (title, said, text) = (self.title(), self.said(), text.to_owned());
            let onclick = Callback::from(move |_: MouseEvent| {
                let (title, said, text) = (title.clone(), said.clone(), text.clone());
                spawn_local(async move { share::share(&title, &said, &text).await });
            });
            button("share-system", words.share_system(), onclick)
        });
        el("div")
            .class("share-buttons")
            .child(
                button("copy-link", words.copy_link(), copy(text.to_owned(), Copied::Link)).class("primary"),
            )
            .child(button("copy-mail", words.copy_mail(), copy(mail, Copied::Mail)))
            .maybe(sheet)
    }

    fn title(&self) -> String {
        let Share { words, plan, scenario, .. } = self;
        let name = if scenario.name.is_empty() { words.scenario_unnamed() } else { &scenario.name };
        words.mail_title(name, &words.plan_name(plan))
    }

    /// What it says, in a line.
    fn said(&self) -> String {
        let Share { words, plan, all, .. } = self;
        [&words.tally(*all), words.sentence_gap(), &words.standing_of(plan)].concat()
    }

    /// The text that a mail needs, with the link on a line of its own.
    fn mail(&self, text: &str) -> String {
        let Share { words, scenario, .. } = self;
        let mut lines = vec![self.title()];
        lines.extend(scenario.date.map(|date| words.made_on(&words.day(date))));
        lines.push(self.said());
        lines.extend(Some(scenario.note.clone()).filter(|note| !note.is_empty()));
        lines.push(text.to_owned());
        lines.join("\n")
    }
}
