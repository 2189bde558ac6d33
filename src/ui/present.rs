//! A presentation in the place of the desk: one slide at a time, for a screen that is read from ten metres.

use std::cell::Cell;
use std::rc::Rc;

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::Dispatch;
use super::app::{Desk, words};
use super::el::{El, el, text};
use super::notices::Notices;
use super::part::{Link, Live, live, part};
use super::present_acts::{Side, Stage};
use super::present_bar::{Tabs, Tools, ribbon};
use super::present_front::{Front, dialog};
use super::present_slide::PillarSlide;
use super::present_summary::{SummarySlide, overall};
use super::shared::Shared;
use super::strip::{full_name, verdict_class, verdict_sign};
use super::words::Words;
use crate::codec::link;
use crate::model::{Outlook, Scenario, Tally};
use crate::plan::{Day, FiscalYear, Plan};
use crate::platform::stage::{self, Awake};
use crate::platform::{address, page, watch};
use crate::state::Entry;
use crate::view::{Act, Screen, Slide, View};

/// Where the focus is while nothing else has it.
const STAGE: &str = "stage";

/// What is presented.
#[derive(PartialEq)]
pub struct Presentation {
    pub words: Words,
    pub plan: Shared<Plan>,
    pub scenario: Shared<Scenario>,
    pub outlook: Shared<Outlook>,
    pub slide: Slide,
    pub view: View,
    /// The last change, which can be looked at again.
    pub last: Option<Entry>,
    pub undoable: bool,
    pub redoable: bool,
    pub today: Option<FiscalYear>,
    pub dark: bool,
    pub notices: Notices,
    /// Hears that a chart has been drawn for the first time, or that there is none.
    pub drawn: Callback<()>,
    pub dispatch: Dispatch,
}

/// What a presentation hears.
pub enum Message {
    Do(Act),
    /// A blank screen is to be lit again.
    Wake,
    /// The browser has closed what was in front.
    Closed,
    /// A side of the last change is asked for, or no longer.
    Side(Option<Side>),
    /// The page has come to fill the screen, or no longer does.
    Filled,
}

/// The presentation; `None` where another screen fills the page.
pub fn present(desk: &Desk) -> Option<Html> {
    let state = desk.state();
    let Screen::Presentation(slide) = state.view.screen else { return None };
    Some(live(Presentation {
        words: words(&state.view),
        plan: Shared::new(&state.plan),
        scenario: Shared::new(&state.scenario),
        outlook: Shared::new(desk.outlook()),
        slide,
        view: state.view.clone(),
        last: state.last.clone(),
        undoable: state.history.undoable().is_some(),
        redoable: state.history.redoable().is_some(),
        today: state.today.and_then(Day::fiscal_year),
        dark: desk.dark(),
        notices: desk.notices(None, false, STAGE),
        drawn: desk.drawn().clone(),
        dispatch: desk.dispatch().clone(),
    }))
}

impl Live for Presentation {
    type State = Stage;
    type Message = Message;

    fn start(&self, link: &Link<Presentation>) -> Stage {
        let act = link.on(|act| Some(Message::Do(act)));
        let wake = link.on(|()| Some(Message::Wake));
        let filled = link.on(|()| Some(Message::Filled));
        let (blank, away) = (Rc::new(Cell::new(false)), Rc::new(Cell::new(false)));
        let on_key = {
            let (blank, away, act) = (Rc::clone(&blank), Rc::clone(&away), act.clone());
            stage::on_key(move |pressed| {
                if away.get() {
                    return false;
                }
                if blank.get() {
                    if pressed.wakes() {
                        wake.emit(());
                    }
                    return !(pressed.ctrl || pressed.alt);
                }
                let done = pressed.act();
                if let Some(done) = done {
                    act.emit(done);
                }
                done.is_some()
            })
        };
        Stage {
            front: None,
            replay: None,
            full: stage::fills_screen(),
            blank,
            away,
            dialog: NodeRef::default(),
            act,
            side: link.on(|side| Some(Message::Side(side))),
            wake: link.on(|_: MouseEvent| Some(Message::Wake)),
            _awake: Awake::begin(),
            _heard: [
                on_key,
                stage::keep_focus_from(".present .chart"),
                stage::on_fill(move || filled.emit(())),
            ],
            _closed: None,
        }
    }

    fn changed(&self, before: &Presentation, stage: &mut Stage) {
        if self.scenario != before.scenario || self.plan != before.plan {
            stage.replay = None;
        }
    }

    fn update(&self, stage: &mut Stage, message: Message) -> bool {
        match message {
            Message::Do(act) => self.act(stage, act),
            Message::Wake | Message::Closed if stage.front.is_none() => return false,
            Message::Wake | Message::Closed => stage.front = None,
            Message::Side(Some(side)) => self.replay(stage, side),
            Message::Side(None) => stage.replay = None,
            Message::Filled => stage.full = stage::fills_screen(),
        }
        true
    }

    fn view(&self, stage: &Stage, _: &Link<Presentation>) -> Html {
        let Presentation { words, slide, view, .. } = self;
        let (words, slide) = (*words, *slide);
        let past = stage.replay.as_ref().filter(|replay| replay.side == Side::Before);
        let (plan, scenario, outlook) = match past {
            Some(past) => (Shared::new(&past.plan), Shared::new(&past.scenario), Shared::new(&past.outlook)),
            None => (self.plan.clone(), self.scenario.clone(), self.outlook.clone()),
        };
        let now = past.is_none();
        let pillars = outlook.pillars().iter().map(Shared::new).collect();
        let tabs = Tabs {
            words,
            plan: plan.clone(),
            pillars,
            all: outlook.all(),
            slide,
            now,
            act: stage.act.clone(),
        };
        let shown = self.shown_large();
        let (title, tally) = self.title(&outlook);
        let replay = stage.replay.as_ref().zip(self.last.as_ref());
        let ribbon = replay.map(|(replay, entry)| {
            ribbon(words, words.change(&entry.moment.plan, entry.change), replay.side, &stage.side)
        });
        let head = el("div")
            .class("stage-head")
            .child(el("h1").attr("id", "stage-title").text(title.clone()))
            .child(match slide {
                Slide::Summary => overall(words, tally),
                Slide::Pillar(_) => tally_line(words, tally),
            })
            .maybe(ribbon);
        let (today, dark) = (self.today, self.dark);
        let (act, drawn, dispatch) = (stage.act.clone(), self.drawn.clone(), self.dispatch.clone());
        let content = match slide {
            Slide::Summary => {
                let by = view.rank_by;
                SummarySlide { words, plan, scenario, outlook, by, shown, act, dispatch }.view()
            }
            Slide::Pillar(pillar) => PillarSlide {
                words,
                plan,
                scenario,
                outlook,
                pillar,
                shown,
                now,
                today,
                dark,
                drawn,
                act,
                dispatch,
            }
            .view(),
        };
        let tools = Tools {
            words,
            first: slide == Slide::Summary,
            last: slide == Slide::last(self.plan.group_count()),
            above: shown.and_then(|shown| slide.beside(&self.plan, shown, false)).is_some(),
            below: shown.and_then(|shown| slide.beside(&self.plan, shown, true)).is_some(),
            undoable: self.undoable,
            redoable: self.redoable,
            replayable: self.replayable().is_some(),
            replayed: stage.replay.is_some(),
            full: stage::can_fill_screen().then_some(stage.full),
            act: stage.act.clone(),
        };
        let name = Some(self.scenario.name.as_str()).filter(|name| !name.is_empty());
        let note = el("p")
            .class("stage-note")
            .maybe(name.map(|name| el("b").text(name.to_owned())))
            .child(text(words.standing_of(&self.plan)));
        el("div")
            .class("present")
            .also("is-past", !now)
            .child(part(tabs))
            .child(
                el("main")
                    .attr("id", STAGE)
                    .attr("tabindex", "-1")
                    .attr("aria-labelledby", "stage-title")
                    .child(part(self.notices.clone()))
                    .child(head)
                    .child(content),
            )
            .child(el("footer").child(note).child(part(tools)).children(self.said(&title, tally, shown)))
            .child(dialog(self, stage.front, &stage.dialog, &stage.wake, &stage.act))
            .into()
    }

    fn shown(&self, stage: &mut Stage, link: &Link<Presentation>, first: bool) {
        stage.blank.set(stage.front == Some(Front::Blank));
        stage.away.set(self.view.dialog.is_some());
        let dialog = stage.dialog.cast::<HtmlDialogElement>();
        if first {
            page::focus(STAGE);
            let closed = link.on(|()| Some(Message::Closed));
            stage._closed = dialog.as_ref().map(|dialog| watch::on_close(dialog, move || closed.emit(())));
            if !self.draws() {
                self.drawn.emit(());
            }
        }
        match (stage.front.is_some(), dialog) {
            // A browser that refuses leaves what is behind as it is; the keys close what it does not show.
            (true, Some(dialog)) if !dialog.open() => drop(dialog.show_modal()),
            (false, Some(dialog)) if dialog.open() => dialog.close(),
            _ => {}
        }
    }
}

impl Presentation {
    /// The address of what is on screen; `None` where the page has none that others could open.
    pub fn link(&self) -> Option<String> {
        let fragment = link::encode(&self.plan, &self.scenario, &self.view.shown());
        Some([&address::base()?, "#", &fragment].concat())
    }

    /// What the slide is called, and how its indicators stand.
    fn title(&self, outlook: &Outlook) -> (String, Tally) {
        match self.slide {
            Slide::Summary if self.plan.pillars.is_empty() => {
                (self.words.slide_summary().to_owned(), outlook.all())
            }
            Slide::Summary => (self.words.pillars().to_owned(), outlook.all()),
            Slide::Pillar(index) => match self.plan.pillars.get(index).zip(outlook.pillars().get(index)) {
                Some((pillar, of)) => (full_name(self.words, pillar), of.tally),
                None => (self.words.all_indicators().to_owned(), outlook.all()),
            },
        }
    }

    /// What is read out, each when it changes: the slide, and what is shown large.
    fn said(&self, title: &str, tally: Tally, shown: Option<usize>) -> [Html; 2] {
        let words = self.words;
        let figures = shown.and_then(|index| {
            let (indicator, outlook) = (self.plan.indicators.get(index)?, self.outlook.indicator(index)?);
            let spoken = words.slider_text(indicator, outlook, outlook.growth.early);
            Some([words.text(&indicator.name), ", ", &spoken].concat())
        });
        [words.slide_said(title, &words.tally(tally)), figures.unwrap_or_default()]
            .map(|said| el("p").class("hidden").attr("role", "status").text(said).into())
    }

    /// Whether the slide has a chart.
    fn draws(&self) -> bool {
        self.slide != Slide::Summary
            && self
                .shown_large()
                .and_then(|index| self.outlook.indicator(index))
                .is_some_and(|outlook| outlook.path.is_some())
    }
}

/// The verdict of several indicators in large type.
fn tally_line(words: Words, tally: Tally) -> El {
    let verdict = tally.verdict();
    el("p")
        .class("stage-tally")
        .also(verdict_class(verdict), true)
        .child(verdict_sign(verdict))
        .child(el("b").text(words.verdict(verdict)))
        .child(el("span").text(words.tally(tally)))
}
