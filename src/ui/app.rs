//! The app: the state, what follows from it, and the effects on the world outside.

use std::rc::Rc;

use yew::prelude::*;

use super::chart_panel::ChartPanel;
use super::details::Details;
use super::el::{all, el};
use super::header::Header;
use super::list::List;
use super::notices::Notices;
use super::part::part;
use super::ranking::Ranking;
use super::shared::Shared;
use super::strip::Strip;
use super::words::Words;
use crate::codec::saved;
use crate::model::Outlook;
use crate::plan::FiscalYear;
use crate::platform::{page, storage, watch};
use crate::state::{Action, AppState, Notice};
use crate::view::{Theme, View};

/// What the app starts from.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The state at the start.
    pub state: Rc<AppState>,
    /// The current fiscal year, where the computer knows the date.
    pub today: Option<FiscalYear>,
}

/// The state in the form that Yew's reducer hook takes.
struct Store {
    state: AppState,
    outlook: Rc<Outlook>,
}

impl Store {
    fn new(state: AppState) -> Store {
        let outlook = Rc::new(Outlook::new(&state.plan, &state.scenario));
        Store { state, outlook }
    }
}

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let state = self.state.apply(action);
        let outlook = if Rc::ptr_eq(&state.scenario, &self.state.scenario) {
            Rc::clone(&self.outlook)
        } else {
            Rc::new(self.outlook.updated(&state.plan, &state.scenario))
        };
        Rc::new(Store { state, outlook })
    }
}

/// The whole page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let initial = Rc::clone(&props.state);
    let store = use_reducer(move || Store::new((*initial).clone()));
    let dispatcher = store.dispatcher();
    let dispatch = use_callback((), move |action: Action, ()| dispatcher.dispatch(action));
    let AppState { plan, scenario, view, .. } = &store.state;
    let words = Words { lang: view.lang, years: view.year_style() };
    let plan = Shared::new(plan);

    use_document(words, view.theme);
    let dark = use_dark(view.theme);
    use_autosave(&store.state, &dispatch);
    let drawn = outlook_has_path(&store, view.chosen);
    use_effect_with((), move |()| {
        // With a path the chart says so, once it is drawn.
        if !drawn {
            page::set_ready();
        }
    });

    let listed = use_memo((plan.clone(), view.filter, view.search.clone()), |(plan, ..)| {
        store.state.view.listed(plan)
    });
    let outlook = Shared::new(&store.outlook);
    let chosen = plan
        .indicators
        .get(view.chosen)
        .zip(scenario.inputs(view.chosen))
        .zip(outlook.indicator(view.chosen))
        .map(|((_, inputs), outlook)| (Shared::new(inputs), Shared::new(outlook)));
    let header = Header {
        words,
        plan: plan.clone(),
        name: scenario.name.clone(),
        undoable: store.state.history.undoable(),
        redoable: store.state.history.redoable(),
        theme: view.theme,
        guide: view.guide,
        dispatch: dispatch.clone(),
    };
    let strip = Strip {
        words,
        plan: plan.clone(),
        pillars: outlook.pillars().iter().map(Shared::new).collect(),
        all: outlook.all(),
        filter: view.filter,
        chosen: chosen.as_ref().map(|(_, outlook)| (view.chosen, outlook.clone())),
        dispatch: dispatch.clone(),
    };
    let notices = Notices {
        words,
        notices: store.state.notices.clone(),
        guide: view.guide,
        dispatch: dispatch.clone(),
    };
    let panel = chosen.as_ref().map(|(inputs, outlook)| ChartPanel {
        words,
        plan: plan.clone(),
        index: view.chosen,
        inputs: inputs.clone(),
        outlook: outlook.clone(),
        table: view.table,
        today: props.today,
        dark,
        dispatch: dispatch.clone(),
    });
    let ranking = Ranking {
        words,
        plan: plan.clone(),
        outlook: outlook.clone(),
        by: view.rank_by,
        chosen: view.chosen,
        whole: view.whole_ranking,
        dispatch: dispatch.clone(),
    };
    let details = chosen.map(|(inputs, outlook)| Details {
        words,
        plan: plan.clone(),
        index: view.chosen,
        inputs,
        outlook,
        dispatch: dispatch.clone(),
    });
    let list = html! {
        <List
            {words}
            plan={plan.clone()}
            scenario={Shared::new(scenario)}
            outlook={outlook.clone()}
            {listed}
            filter={view.filter}
            search={view.search.clone()}
            chosen={view.chosen}
            settings={view.settings}
            base_year={view.base_year}
            dispatch={dispatch.clone()}
        />
    };
    let desk = el("main")
        .class("desk")
        .child(part(notices))
        .maybe(panel.map(part))
        .child(list)
        .child(el("div").class("side").child(part(ranking)).maybe(details.map(part)));
    let change = last_change(words, &store.state, &store.outlook);
    let footer = el("footer")
        .class("standing")
        .child(el("p").text(words.standing()))
        .child(el("p").class("last-change").attr("role", "status").text(change));
    let skip = el("a").class("skip").attr("href", "#list").text(words.skip_to_list());
    all([skip.into(), part(header), part(strip), desk.into(), footer.into()])
}

fn outlook_has_path(store: &Store, chosen: usize) -> bool {
    store.outlook.indicator(chosen).is_some_and(|outlook| outlook.path.is_some())
}

/// What was last changed, undone or redone, and how the whole plan stands since.
fn last_change(words: Words, state: &AppState, outlook: &Outlook) -> String {
    match &state.last {
        Some(entry) => {
            format!("{} — {}", words.change(&state.plan, entry.change), words.tally(outlook.all()))
        }
        None => String::new(),
    }
}

#[hook]
fn use_document(words: Words, theme: Theme) {
    use_effect_with(words, |words| page::set_language(words.lang, words.app_name()));
    use_effect_with(theme, |theme| page::set_theme(*theme));
}

/// Whether the page is dark: as asked, or as the device prefers.
#[hook]
fn use_dark(theme: Theme) -> bool {
    let preferred = use_state_eq(watch::prefers_dark);
    let setter = preferred.setter();
    use_effect_with((), move |()| {
        let listener = watch::on_preference(move |dark| setter.set(dark));
        move || drop(listener)
    });
    match theme {
        Theme::Auto => *preferred,
        Theme::Light => false,
        Theme::Dark => true,
    }
}

/// Milliseconds without a change after which the state is saved.
const SAVE_AFTER: u32 = 400;

/// Keeps scenario and view in the browser's storage: a moment after the last change, and when the page goes.
#[hook]
fn use_autosave(state: &AppState, dispatch: &Callback<Action>) {
    let latest = use_mut_ref(|| None::<AppState>);
    let saved_once = use_mut_ref(|| false);
    let pending = use_mut_ref(|| None::<gloo::timers::callback::Timeout>);
    // Whoever was told once that nothing can be saved is not told again at every step.
    let told = use_mut_ref(|| None::<storage::SaveFault>);
    let save = {
        let latest = Rc::clone(&latest);
        let dispatch = dispatch.clone();
        move || {
            let Some(state) = latest.borrow_mut().take() else { return };
            let text = saved::write(&state.plan, &state.scenario, &state.view);
            let fault = storage::save(&saved::key(&state.plan), &text).err();
            let before = std::mem::replace(&mut *told.borrow_mut(), fault);
            if let Some(fault) = fault.filter(|_| fault != before) {
                let full = fault == storage::SaveFault::Full;
                dispatch.emit(Action::Notify(Notice::CannotSave { full }));
            }
        }
    };
    let on_leave = save.clone();
    use_effect_with((), move |()| {
        let listener = watch::on_hide(on_leave);
        move || drop(listener)
    });
    let key = (Shared::new(&state.scenario), stored_view(&state.view));
    let state = state.clone();
    use_effect_with(key, move |_| {
        // The first run sees what was just read: saving it would only hide a full or blocked storage until later.
        let first = !std::mem::replace(&mut *saved_once.borrow_mut(), true);
        *latest.borrow_mut() = Some(state);
        let delay = if first { 0 } else { SAVE_AFTER };
        *pending.borrow_mut() = Some(gloo::timers::callback::Timeout::new(delay, save));
    });
}

/// The part of the view that is worth saving for.
fn stored_view(view: &View) -> View {
    View {
        search: String::new(),
        settings: None,
        base_year: None,
        table: false,
        whole_ranking: false,
        ..view.clone()
    }
}
