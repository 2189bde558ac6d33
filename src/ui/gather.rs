//! 集約: the scenarios of a workshop, gathered out of any text with their links.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::{HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::Dispatch;
use super::app::{Desk, words};
use super::gather_list::PAGE;
use super::gather_page;
use super::notices::Notices;
use super::part::{Link, Live, live};
use super::shared::Shared;
use super::words::Words;
use crate::codec::gather::{Counting, Entry, LinkCounts, Pasted};
use crate::model::{Crowd, GatherOrder, Gathered};
use crate::plan::Plan;
use crate::platform::{page, storage};
use crate::view::Screen;

/// Milliseconds from the last change of the text to its being read.
const AFTER: u32 = 250;
/// Most bytes that a text grows by while it is typed.
const TYPED: usize = 64;
/// Milliseconds of reading at a time, so that the page answers in between.
const SLICE: f64 = 24.0;
/// Finds what opens the menu from which the screen is opened.
const ENTRY: &str = "[popovertarget=output-menu]";
/// Longest text that is read, in bytes: some ten thousand links.
pub const LONGEST: usize = 10_000_000;

thread_local! {
    /// The text, for as long as the page is open. It is no part of the state, which links and the saved state carry:
    /// what others have written belongs in neither.
    static PASTED: RefCell<Rc<str>> = RefCell::default();
}

/// The screen, where it is asked for.
pub fn gathering(desk: &Desk) -> Option<Html> {
    let state = desk.state();
    (state.view.screen == Screen::Gathering).then(|| {
        live(Gather {
            words: words(&state.view),
            plan: Shared::new(&state.plan_today),
            chosen: state.view.chosen,
            table: state.view.table,
            dark: desk.dark(),
            notices: desk.notices(None, false, "gather-text"),
            dispatch: desk.dispatch().clone(),
        })
    })
}

#[derive(PartialEq)]
pub struct Gather {
    pub words: Words,
    /// With the numbers of today.
    pub plan: Shared<Plan>,
    pub chosen: usize,
    pub table: bool,
    pub dark: bool,
    pub notices: Notices,
    pub dispatch: Dispatch,
}

/// What was read of the text, and how it is looked at.
pub struct Reading {
    pub field: NodeRef,
    pub text: Rc<str>,
    pasted: Pasted,
    pub counting: Counting,
    pub order: GatherOrder,
    /// How many scenarios are listed.
    pub listed: usize,
    /// Whether links are still being read.
    pub busy: bool,
    pub counts: LinkCounts,
    pub entries: Rc<Vec<Entry>>,
    pub gathered: Rc<Gathered>,
    pub crowd: Option<Rc<Crowd>>,
    /// The text that was there before it was made to go.
    pub cleared: Option<Rc<str>>,
    /// Whether the text came from elsewhere than the field.
    to_field: bool,
    pub too_long: bool,
    /// The name of the file that could not be read last.
    pub unread_file: Option<String>,
    /// Whether a reload of the tab brings the text back.
    pub kept: bool,
    pub copied: Option<bool>,
    typing: Option<Timeout>,
    slice: Option<Timeout>,
    pub leaving: Leaving,
    take: Callback<()>,
    step: Callback<()>,
}

/// Gives the focus to what this selector finds once the screen is gone, whichever way it was left.
pub struct Leaving(pub Rc<Cell<&'static str>>);

impl Drop for Leaving {
    fn drop(&mut self) {
        page::focus_soon(self.0.get());
    }
}

/// What the screen hears.
pub enum Message {
    /// A key has changed the text.
    Typed,
    /// The text is to be read as it stands in the field.
    Take,
    /// A file, by name; its text, where it is one.
    File(String, Option<String>),
    /// The text is to go.
    Clear,
    /// The text that has gone is to come back.
    Restore,
    /// More links are to be read.
    Step,
    /// Other scenarios are to count.
    Count(Counting),
    /// The indicators are to stand in another order.
    Order(GatherOrder),
    /// More scenarios are to be listed.
    More,
    /// The results are on the clipboard, or the browser refused.
    Copied(bool),
}

impl Live for Gather {
    type State = Reading;
    type Message = Message;

    fn start(&self, link: &Link<Gather>) -> Reading {
        let mut reading = Reading {
            field: NodeRef::default(),
            text: self.kept_text(),
            pasted: Pasted::new(&self.plan.rc()),
            counting: Counting::default(),
            order: GatherOrder::Plan,
            listed: PAGE,
            busy: false,
            counts: LinkCounts::default(),
            entries: Rc::default(),
            gathered: Rc::new(Pasted::new(&self.plan.rc()).gathered(Counting::default())),
            crowd: None,
            cleared: None,
            to_field: true,
            too_long: false,
            unread_file: None,
            kept: true,
            copied: None,
            typing: None,
            slice: None,
            leaving: Leaving(Rc::new(Cell::new(ENTRY))),
            take: link.on(|()| Some(Message::Take)),
            step: link.on(|()| Some(Message::Step)),
        };
        self.begin(&mut reading);
        reading
    }

    fn changed(&self, before: &Gather, reading: &mut Reading) {
        if self.plan != before.plan {
            reading.pasted = Pasted::new(&self.plan.rc());
            self.begin(reading);
        } else if self.chosen != before.chosen {
            reading.crowd = self.crowd(reading);
        }
    }

    fn update(&self, reading: &mut Reading, message: Message) -> bool {
        match message {
            // What comes at once is wanted at once.
            Message::Typed if self.is_pasted(reading) => self.take(reading),
            Message::Typed => {
                let take = reading.take.clone();
                reading.typing = Some(Timeout::new(AFTER, move || take.emit(())));
                return false;
            }
            Message::Take => {
                reading.typing = None;
                self.take(reading);
            }
            Message::File(name, text) => self.add(reading, name, text),
            Message::Clear => {
                let text = reading.field.cast::<HtmlTextAreaElement>().map(|field| field.value().into());
                reading.cleared = text.filter(|text: &Rc<str>| !text.is_empty());
                (reading.to_field, reading.too_long, reading.unread_file) = (true, false, None);
                self.set(reading, Rc::default());
            }
            Message::Restore => {
                if let Some(text) = reading.cleared.take() {
                    reading.to_field = true;
                    self.set(reading, text);
                }
            }
            Message::Step => self.read(reading),
            Message::Count(counting) => {
                reading.counting = counting;
                self.count(reading);
            }
            Message::Order(order) => reading.order = order,
            Message::More => reading.listed += PAGE,
            Message::Copied(copied) => reading.copied = Some(copied),
        }
        true
    }

    fn view(&self, reading: &Reading, link: &Link<Gather>) -> Html {
        gather_page::page(self, reading, link)
    }

    fn shown(&self, reading: &mut Reading, _: &Link<Gather>, first: bool) {
        if std::mem::take(&mut reading.to_field)
            && let Some(field) = reading.field.cast::<HtmlTextAreaElement>()
        {
            field.set_value(&reading.text);
        }
        if first && let Some(field) = reading.field.cast::<HtmlElement>() {
            // Where the focus cannot go the keyboard finds the field next.
            let _ = field.focus();
        }
    }
}

impl Gather {
    fn key(&self) -> String {
        ["r13-simulator/gathered/", &self.plan.id].concat()
    }

    /// The text that was here before, in this page or before the tab was loaded again.
    fn kept_text(&self) -> Rc<str> {
        let text = PASTED.with_borrow(Rc::clone);
        if text.is_empty() { storage::kept_in_tab(&self.key()).unwrap_or_default().into() } else { text }
    }

    /// Whether the text of the field has grown by more than what is typed.
    fn is_pasted(&self, reading: &Reading) -> bool {
        let field = reading.field.cast::<HtmlTextAreaElement>();
        field.is_some_and(|field| field.value().len() > reading.text.len() + TYPED)
    }

    /// Takes the text of the field.
    fn take(&self, reading: &mut Reading) {
        let Some(field) = reading.field.cast::<HtmlTextAreaElement>() else { return };
        let text = field.value();
        reading.too_long = text.len() > LONGEST;
        if !reading.too_long && text != *reading.text {
            self.set(reading, text.into());
        }
    }

    /// Adds the text of a file to what is there.
    fn add(&self, reading: &mut Reading, name: String, text: Option<String>) {
        let Some(text) = text else {
            reading.unread_file = Some(name);
            return;
        };
        let field = reading.field.cast::<HtmlTextAreaElement>();
        let before = field.map(|field| field.value()).unwrap_or_default();
        let between = if before.is_empty() || before.ends_with('\n') { "" } else { "\n" };
        let text = [&before, between, &text].concat();
        reading.unread_file = (text.len() > LONGEST).then_some(name);
        if reading.unread_file.is_none() {
            reading.to_field = true;
            self.set(reading, text.into());
        }
    }

    /// Takes another text.
    fn set(&self, reading: &mut Reading, text: Rc<str>) {
        PASTED.set(Rc::clone(&text));
        reading.text = text;
        self.begin(reading);
    }

    /// Begins to read the text.
    fn begin(&self, reading: &mut Reading) {
        let text = &reading.text;
        reading.kept = storage::keep_in_tab(&self.key(), text) || text.is_empty();
        reading.pasted.paste(text);
        (reading.listed, reading.copied) = (PAGE, None);
        self.read(reading);
    }

    /// Reads for a while, and goes on in a task of its own where that is not enough.
    fn read(&self, reading: &mut Reading) {
        let start = page::now();
        reading.busy = reading.pasted.read(|| page::now() - start < SLICE);
        reading.counts = reading.pasted.counts();
        let step = reading.step.clone();
        reading.slice = reading.busy.then(|| Timeout::new(0, move || step.emit(())));
        if !reading.busy {
            reading.entries = Rc::new(reading.pasted.entries().to_vec());
            self.count(reading);
        }
    }

    /// Reckons what the scenarios that count come to.
    fn count(&self, reading: &mut Reading) {
        reading.gathered = Rc::new(reading.pasted.gathered(reading.counting));
        reading.crowd = self.crowd(reading);
        reading.copied = None;
    }

    fn crowd(&self, reading: &Reading) -> Option<Rc<Crowd>> {
        reading.pasted.crowd(self.chosen, reading.counting).map(Rc::new)
    }
}
