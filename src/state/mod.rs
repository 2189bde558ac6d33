//! What the app is at a moment, and how a user's act changes it.
//!
//! [`AppState`] is the one source of truth; [`Action`] is all that can happen to it; [`AppState::apply`] is the
//! only way round. What can be computed from the state is not in it.

mod action;
mod apply;
mod arrival;
mod editing;
mod following;
mod history;
mod importing;
mod keeping;
mod linking;
mod notice;
mod planning;
mod recording;

use std::rc::Rc;

use following::Follow;

use crate::model::{Half, Opened, Scenario, Shelf};
use crate::plan::{Day, Plan};
use crate::view::View;

pub use action::{Action, Change, Deed, Perform, Scope};
pub use arrival::{arrive, settle};
pub use editing::{Editing, Unsound};
pub use history::{Entry, HISTORY_LIMIT, History, Moment, Undoable};
pub use importing::{Import, Importing, Offered, Refused, Results, onto, to_open};
pub use keeping::{Comparing, Keeping};
pub use linking::Linking;
pub use notice::{Notice, NoticeKind};
pub use planning::{PlanFile, Planning};
pub use recording::{Recording, Revision};

/// Everything the page depends on.
#[derive(Clone, Debug, PartialEq)]
pub struct AppState {
    /// The plan on screen.
    pub plan: Rc<Plan>,
    /// The plan as it stands today. The one on screen has other numbers where a link is seen under those that it was
    /// made with.
    pub plan_today: Rc<Plan>,
    /// The plan as it was published: that of today is the same one, unless the user has changed it.
    pub published: Rc<Plan>,
    /// What the user assumes.
    pub scenario: Rc<Scenario>,
    /// The link that the scenario came by, and the user's own behind it; `None` where it is the user's own.
    pub opened: Option<Rc<Opened>>,
    /// Moments before and after, for undo and redo.
    pub history: History,
    /// The last change that was made, undone or redone, for the words that announce it.
    pub last: Option<Entry>,
    /// What is on screen; not in the history.
    pub view: View,
    /// What the page has to say.
    pub notices: Vec<Notice>,
    /// Scenarios that are kept by name; not in the history.
    pub shelf: Rc<Shelf>,
    /// What a scenario without a name is called when it is kept, in the language of the page.
    pub unnamed: &'static str,
    /// A file that was chosen, or a text that was pasted, and is not taken over yet.
    pub import: Option<Rc<Import>>,
    /// A plan file that is to take the place of the plan on screen.
    pub next_plan: Option<Rc<PlanFile>>,
    /// The day of today, where the computer knows it: changes are dated by it.
    pub today: Option<Day>,
    /// The control that is being dragged; all its steps are one entry of the history.
    drag: Option<(usize, Option<Half>)>,
    /// What brings all this from one form of the plan to another.
    follow: Follow,
}

impl AppState {
    /// A state without history. `scenario` belongs to `plan`.
    pub fn new(plan: Rc<Plan>, scenario: Scenario, view: View) -> AppState {
        AppState {
            plan_today: Rc::clone(&plan),
            published: Rc::clone(&plan),
            plan,
            scenario: Rc::new(scenario),
            opened: None,
            history: History::default(),
            last: None,
            view,
            notices: Vec::new(),
            shelf: Rc::default(),
            unnamed: "",
            import: None,
            next_plan: None,
            today: None,
            drag: None,
            follow: Follow::default(),
        }
    }

    /// The state after an action. Total: an action that makes no sense here changes nothing.
    pub fn apply(&self, action: Action) -> AppState {
        let mut next = self.clone();
        apply::apply(&mut next, action);
        next
    }

    /// What is assumed now, and where it came from.
    pub fn moment(&self) -> Moment {
        let opened = self.opened.clone();
        let [plan, today] = [&self.plan, &self.plan_today].map(Rc::clone);
        Moment { plan, today, scenario: Rc::clone(&self.scenario), opened }
    }

    /// The scenario that is the user's own, whether it is on screen or kept behind one from a link.
    pub fn own(&self) -> &Rc<Scenario> {
        self.opened.as_ref().map_or(&self.scenario, |opened| &opened.own)
    }

    /// Indices of the indicators that the list shows, in the plan's order.
    pub fn listed(&self) -> Vec<usize> {
        self.view.listed(&self.plan)
    }
}
