//! What dialogs and other screens are given of the app.

use std::rc::Rc;

use yew::prelude::*;

use super::{Desk, words};
use crate::model::Outlook;
use crate::state::AppState;
use crate::ui::Dispatch;
use crate::ui::banner::Banner;
use crate::ui::notices::Notices;
use crate::ui::shared::Shared;
use crate::view::Theme;

impl Desk {
    /// The state.
    pub fn state(&self) -> &AppState {
        &self.state
    }

    /// What follows from it.
    pub fn outlook(&self) -> &Rc<Outlook> {
        &self.outlook
    }

    /// Whether colours are light on dark.
    pub fn dark(&self) -> bool {
        match self.state.view.theme {
            Theme::Auto => self.dark,
            Theme::Light => false,
            Theme::Dark => true,
        }
    }

    /// What the page has to say. Where it is dismissed, the focus goes to the element with this id.
    pub fn notices(&self, banner: Option<Banner>, guide: bool, next: &'static str) -> Notices {
        Notices {
            words: words(&self.state.view),
            plan: Shared::new(&self.state.plan_today),
            notices: self.state.notices.clone(),
            banner,
            guide,
            next,
            deferred: self.deferred,
            load_again: self.load_again.clone(),
            switch: self.switch.clone(),
            dispatch: self.dispatch.clone(),
        }
    }

    /// What was last changed, undone or redone, and how the whole plan stands since.
    pub fn last_change(&self) -> String {
        let (state, words) = (&self.state, words(&self.state.view));
        match &state.last {
            Some(entry) => {
                format!(
                    "{} — {}",
                    words.change(&entry.moment.plan, entry.change),
                    words.tally(self.outlook.all())
                )
            }
            None => String::new(),
        }
    }

    /// Hears that the first chart is drawn.
    pub fn drawn(&self) -> &Callback<()> {
        &self.drawn
    }

    /// Sends an action to the state.
    pub fn dispatch(&self) -> &Dispatch {
        &self.dispatch
    }
}
