//! The page of the desk's state: every piece with what it needs, and nothing else.

use std::rc::Rc;

use yew::prelude::*;

use super::{Desk, words};
use crate::plan::Day;
use crate::platform::page;
use crate::state::AppState;
use crate::ui::banner::Banner;
use crate::ui::chart_panel::ChartPanel;
use crate::ui::details::Details;
use crate::ui::el::{all, el};
use crate::ui::header::Header;
use crate::ui::list::List;
use crate::ui::modal::Modal;
use crate::ui::part::{live, part};
use crate::ui::ranking::Ranking;
use crate::ui::shared::Shared;
use crate::ui::strip::{ChosenBar, Strip, strip};

impl Desk {
    /// The whole page.
    pub(super) fn page(&self) -> Html {
        let Desk { state, outlook, listed, dispatch, .. } = self;
        let AppState { plan, scenario, view, .. } = state;
        let (words, dark) = (words(view), self.dark());
        let content = self.deferred.and_then(|deferred| (deferred.dialog)(self));
        let modal = live(Modal { words, content, dispatch: dispatch.clone() });
        let paper = self.paper().unwrap_or_default();
        let files = self.deferred.map(|deferred| (deferred.file_field)(self)).unwrap_or_default();
        if let Some(screen) = self.screen() {
            return all([screen, modal, paper, files]);
        }
        let plan = Shared::new(plan);
        let outlook = Shared::new(outlook);
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
            undoable: state.history.next_undo(),
            redoable: state.history.next_redo(),
            opened: state.opened.is_some(),
            theme: view.theme,
            guide: view.guide,
            print_charts: view.print_charts,
            deferred: self.deferred,
            output: self.output.clone(),
            dispatch: dispatch.clone(),
        };
        let pillars = Strip {
            words,
            plan: plan.clone(),
            pillars: outlook.pillars().iter().map(Shared::new).collect(),
            all: outlook.all(),
            filter: view.filter,
            dispatch: dispatch.clone(),
        };
        let bar = chosen.as_ref().map(|(_, outlook)| ChosenBar {
            words,
            plan: plan.clone(),
            index: view.chosen,
            outlook: outlook.clone(),
        });
        let banner = state.opened.as_ref().map(|opened| Banner {
            words,
            plan: plan.clone(),
            scenario: Shared::new(scenario),
            opened: Shared::new(opened),
            today: Rc::ptr_eq(&state.plan, &state.plan_today),
            deferred: self.deferred,
            dispatch: dispatch.clone(),
        });
        let notices = self.notices(banner, view.guide, "list");
        let panel = chosen.as_ref().map(|(inputs, outlook)| ChartPanel {
            words,
            plan: plan.clone(),
            index: view.chosen,
            inputs: inputs.clone(),
            outlook: outlook.clone(),
            table: view.table,
            today: state.today.and_then(Day::fiscal_year),
            dark,
            deferred: self.deferred,
            drawn: self.drawn.clone(),
            output: self.output.clone(),
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
            deferred: self.deferred,
            dispatch: dispatch.clone(),
        });
        let list = List {
            words,
            plan: plan.clone(),
            scenario: Shared::new(scenario),
            outlook: outlook.clone(),
            listed: Rc::clone(listed),
            filter: view.filter,
            search: view.search.clone(),
            chosen: view.chosen,
            settings: view.settings,
            base_year: view.base_year,
            deferred: self.deferred,
            dispatch: dispatch.clone(),
        };
        let desk = el("main")
            .class("desk")
            .child(part(notices))
            .maybe(panel.map(part))
            .child(live(list))
            .child(el("div").class("side").child(part(ranking)).maybe(details.map(part)));
        let change = self.said.clone().unwrap_or_else(|| self.last_change());
        let change = el("p")
            .class("last-change")
            .also("said", self.said.is_some())
            .attr("role", "status")
            .text(change);
        let footer = el("footer")
            .class("standing")
            .child(el("p").text(words.standing_of(&self.state.plan)))
            .child(change);
        // Following the link would write its fragment over the scenario's.
        let to_list = Callback::from(|event: MouseEvent| {
            event.prevent_default();
            page::focus("list");
        });
        let skip = el("a").class("skip").attr("href", "#list").on_click(to_list).text(words.skip_to_list());
        all([skip.into(), part(header), strip(pillars, bar), desk.into(), footer.into(), modal, paper, files])
    }
}
