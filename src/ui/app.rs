//! The app: the state, what follows from it, and the effects on the world outside.

mod given;
mod layout;

use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::Dispatch;
use super::address::{Address, Moved};
use super::autosave::Autosave;
use super::deferred::{self, Deferred, NotFetched};
use super::output::{Output, Told};
use super::paper::Paper;
use super::part::{Link, Live};
use super::shared::Shared;
use super::shelf::Keeper;
use super::words::Words;
use crate::model::Outlook;
use crate::platform::{page, watch};
use crate::state::{Action, AppState, Notice};
use crate::view::{Screen, View};

/// The whole page, from a state to start from.
#[derive(PartialEq)]
pub struct App {
    /// The state at the start.
    pub state: Shared<AppState>,
    /// What else is fetched once the page is ready, where the start needed it.
    pub deferred: Option<&'static Deferred>,
}

/// The state, and what follows from it.
pub struct Desk {
    state: AppState,
    outlook: Rc<Outlook>,
    /// Indices of the indicators that are listed.
    listed: Rc<Vec<usize>>,
    /// Whether the device prefers dark colours.
    dark: bool,
    /// Whether the page is interactive and its first chart is drawn.
    ready: bool,
    /// The button of the screen that has just been left, which is to have the focus again.
    left: Option<&'static str>,
    deferred: Option<&'static Deferred>,
    fetched: Callback<Result<&'static Deferred, NotFetched>>,
    load_again: Callback<MouseEvent>,
    /// What keeps the address of the page up to date, once it is there.
    address: Option<Address>,
    moved: Callback<Moved>,
    /// What brings the kept scenarios into the storage, once it is there.
    keeper: Option<Keeper>,
    /// Hears of a newer release, until the page is kept in the browser.
    newer: Option<Callback<()>>,
    switch: Callback<MouseEvent>,
    output: Callback<Output>,
    told: Callback<Told>,
    /// What became of what left the page last, until the next act.
    said: Option<String>,
    /// Whether the printed sheet is in the page.
    printing: bool,
    print: Callback<()>,
    drawn: Callback<()>,
    dispatch: Dispatch,
    autosave: Autosave,
    _on_preference: Option<EventListener>,
    _on_print: Vec<EventListener>,
}

/// What the page hears.
pub enum Message {
    /// Something that happens to the state.
    Act(Action),
    /// The device prefers dark colours, or no longer does.
    PreferDark(bool),
    /// The first chart is drawn.
    Drawn,
    /// Another entry of the browser's history has come on screen.
    Moved(Moved),
    /// The page is about to be printed.
    Print,
    /// Something is to leave the page.
    Output(Output),
    /// It has left the page, or has not.
    Told(Told),
    /// The rest of the page is to be fetched again.
    LoadAgain,
    /// The rest of the page has come, or has not.
    Fetched(Result<&'static Deferred, NotFetched>),
    /// There is a newer release of the page.
    Newer,
    /// The newer release is wanted.
    Switch,
}

impl Live for App {
    type State = Desk;
    type Message = Message;

    fn start(&self, link: &Link<App>) -> Desk {
        let state = AppState::clone(&self.state);
        page::set_language(state.view.lang, words(&state.view).app_name());
        page::set_theme(state.view.theme);
        let dispatch = link.on(|action| Some(Message::Act(action)));
        let prefer = link.on(|dark| Some(Message::PreferDark(dark)));
        Desk {
            outlook: Rc::new(Outlook::new(&state.plan, &state.scenario)),
            listed: Rc::new(state.listed()),
            dark: watch::prefers_dark(),
            ready: false,
            left: None,
            deferred: self.deferred,
            fetched: link.on(|result| Some(Message::Fetched(result))),
            load_again: link.on(|_: MouseEvent| Some(Message::LoadAgain)),
            newer: Some(link.on(|()| Some(Message::Newer))),
            switch: link.on(|_: MouseEvent| Some(Message::Switch)),
            output: link.on(|output| Some(Message::Output(output))),
            told: link.on(|told| Some(Message::Told(told))),
            said: None,
            printing: false,
            drawn: link.on(|()| Some(Message::Drawn)),
            address: None,
            keeper: None,
            moved: link.on(|moved| Some(Message::Moved(moved))),
            autosave: Autosave::begin(&state, dispatch.clone()),
            _on_preference: watch::on_preference(move |dark| prefer.emit(dark)),
            print: link.on(|()| Some(Message::Print)),
            _on_print: Vec::new(),
            dispatch,
            state,
        }
    }

    fn update(&self, desk: &mut Desk, message: Message) -> bool {
        match message {
            Message::Act(action) => desk.act(action),
            Message::PreferDark(dark) => desk.dark = dark,
            Message::Drawn => desk.ready(),
            Message::Moved(moved) => desk.move_to(moved),
            Message::Print => desk.printing = true,
            Message::Output(output) => desk.output(output),
            Message::Told(Ok(said)) => desk.said = Some(said),
            Message::Told(Err(notice)) => desk.act(Action::Notify(notice)),
            Message::LoadAgain => desk.fetch(),
            Message::Fetched(Ok(deferred)) => {
                desk.deferred = Some(deferred);
                desk.follow();
                desk.act(Action::Withdraw(Notice::Incomplete));
                desk.keep();
            }
            Message::Fetched(Err(NotFetched)) => desk.act(Action::Notify(Notice::Incomplete)),
            Message::Newer => desk.act(Action::Notify(Notice::Newer)),
            Message::Switch => desk.switch(),
        }
        true
    }

    fn view(&self, desk: &Desk, _: &Link<App>) -> Html {
        desk.page()
    }

    fn shown(&self, desk: &mut Desk, _: &Link<App>, first: bool) {
        // With a path the chart says so, once it is drawn; and so does another screen, which knows what it draws.
        let drawn = desk.outlook.indicator(desk.state.view.chosen).is_some_and(|of| of.path.is_some());
        if first && !drawn && desk.screen().is_none() {
            desk.ready();
        }
        if let Some(button) = desk.left.take() {
            page::focus(button);
        }
    }
}

impl Desk {
    /// Says that the page is ready, and fetches what only later use needs.
    fn ready(&mut self) {
        if !std::mem::replace(&mut self.ready, true) {
            page::set_ready();
            self.fetch();
            self.follow();
            self.keep();
        }
    }

    /// Follows with the address of the page, and with the kept scenarios, from now on.
    fn follow(&mut self) {
        if let (Some(deferred), None, true) = (self.deferred, &self.address, self.ready) {
            self.address = Some((deferred.address)(&self.state, self.moved.clone()));
            self.keeper = Some((deferred.shelf)(&mut self.state, self.dispatch.clone()));
            self._on_print = (deferred.on_print)(self.print.clone());
        }
    }

    /// Does what another entry of the browser's history stands for.
    fn move_to(&mut self, moved: Moved) {
        let (depth, fragment) = match moved {
            Moved::Within(depth) => (depth, None),
            Moved::To(fragment) => (0, Some(fragment)),
        };
        while self.state.view.depth() > depth {
            self.act(Action::Leave);
        }
        if let (Some(deferred), Some(fragment)) = (self.deferred, fragment) {
            for action in (deferred.arrive)(&self.state.plan_today, &fragment) {
                self.act(action);
            }
        }
    }

    /// Keeps the page in the browser, once it is ready and all of it is there.
    fn keep(&mut self) {
        if self.ready
            && let Some(deferred) = self.deferred
            && let Some(newer) = self.newer.take()
        {
            (deferred.keep)(newer);
        }
    }

    /// Opens the page anew with the newest release, where that loses nothing.
    fn switch(&mut self) {
        match self.deferred {
            Some(deferred) if self.autosave.flush() => (deferred.switch)(),
            _ => self.act(Action::Notify(Notice::NotSwitched)),
        }
    }

    fn fetch(&self) {
        if self.deferred.is_none() {
            let fetched = self.fetched.clone();
            spawn_local(async move { fetched.emit(deferred::fetch().await) });
        }
    }

    fn output(&self, output: Output) {
        if let Some(deferred) = self.deferred {
            (deferred.output)(output, words(&self.state.view), &self.state, &self.outlook, self.told.clone());
        }
    }

    /// The printed sheet, while there is use for it.
    fn paper(&self) -> Option<Html> {
        let deferred = self.deferred.filter(|_| self.printing)?;
        let Desk { state, outlook, .. } = self;
        Some((deferred.paper)(&Paper { words: words(&state.view), state, outlook }))
    }

    /// Brings the state, what follows from it and the world outside to where the action leads.
    fn act(&mut self, action: Action) {
        if matches!(
            action,
            Action::ToggleSettings(_) | Action::ShowTable(true) | Action::Open(_) | Action::Show(_)
        ) {
            self.fetch();
        }
        self.said = None;
        self.printing = self.printing && watch::is_print();
        // A page may stay open over midnight.
        self.state.today = page::today();
        self.state.unnamed = words(&self.state.view).kept_unnamed();
        let next = self.state.apply(action);
        let before = std::mem::replace(&mut self.state, next);
        let AppState { plan, scenario, view, .. } = &self.state;
        if !Rc::ptr_eq(plan, &before.plan) {
            self.outlook = Rc::new(Outlook::new(plan, scenario));
        } else if !Rc::ptr_eq(scenario, &before.scenario) {
            self.outlook = Rc::new(self.outlook.updated(plan, scenario));
        }
        if (view.filter, &view.search) != (before.view.filter, &before.view.search)
            || !Rc::ptr_eq(plan, &before.plan)
        {
            self.listed = Rc::new(self.state.listed());
        }
        if view.lang != before.view.lang {
            page::set_language(view.lang, words(view).app_name());
        }
        if view.theme != before.view.theme {
            page::set_theme(view.theme);
        }
        self.left = match before.view.screen {
            _ if view.screen != Screen::Desk => None,
            Screen::Presentation(_) => Some("present"),
            Screen::Comparison => Some("compare"),
            Screen::Results => Some("results"),
            // It moves the focus itself.
            Screen::Gathering => None,
            Screen::Desk => self.left,
        };
        self.autosave.follow(&before, &self.state);
        if let (Some(deferred), Some(address)) = (self.deferred, &self.address) {
            (deferred.follow)(address, &self.state);
        }
        if let (Some(deferred), Some(keeper)) = (self.deferred, &self.keeper) {
            (deferred.shelve)(keeper, &self.state);
        }
    }

    /// The screen that fills the page in the place of the desk; until its code is there the desk stays.
    fn screen(&self) -> Option<Html> {
        self.deferred.and_then(|deferred| (deferred.screen)(self))
    }
}

/// The words that the view asks for.
pub fn words(view: &View) -> Words {
    Words { lang: view.lang, years: view.year_style() }
}
