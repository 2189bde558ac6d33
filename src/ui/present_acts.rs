//! What a presenter's acts do, and what they leave on screen beside the scenario.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use yew::prelude::*;

use super::present::Presentation;
use super::present_front::Front;
use super::shared::Shared;
use crate::model::{Outlook, Scenario};
use crate::plan::Plan;
use crate::platform::stage::{self, Awake};
use crate::state::{Action, Moment};
use crate::view::{Act, Reach, Screen, Slide};

/// What the presenter has brought on screen, which is no part of the scenario and in no link.
pub struct Stage {
    pub front: Option<Front>,
    pub replay: Option<Replay>,
    /// Whether the page fills the screen.
    pub full: bool,
    /// Whether the screen is blank, for the keys.
    pub blank: Rc<Cell<bool>>,
    /// Whether the keys belong to a dialog of the page.
    pub away: Rc<Cell<bool>>,
    pub dialog: NodeRef,
    pub act: Callback<Act>,
    pub side: Callback<Option<Side>>,
    pub wake: Callback<MouseEvent>,
    pub _awake: Awake,
    pub _heard: [Option<EventListener>; 3],
    pub _closed: Option<EventListener>,
}

/// The desk is in a window again.
impl Drop for Stage {
    fn drop(&mut self) {
        stage::fill_screen(false);
    }
}

/// The last change, looked at again.
pub struct Replay {
    pub side: Side,
    pub plan: Rc<Plan>,
    pub scenario: Rc<Scenario>,
    pub outlook: Rc<Outlook>,
}

/// A side of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Before,
    After,
}

impl Presentation {
    /// Does what the presenter asks for.
    pub fn act(&self, stage: &mut Stage, act: Act) {
        let front = stage.front.take();
        let switched = |other: Front| (front != Some(other)).then_some(other);
        match act {
            Act::Leave if front.is_some() || stage.replay.take().is_some() => {}
            Act::Leave if stage::fills_screen() => stage::fill_screen(false),
            Act::Leave | Act::Exit => self.dispatch.emit(Action::Leave),
            Act::Blank => stage.front = switched(Front::Blank),
            Act::Code => stage.front = switched(Front::Code),
            Act::Keys => stage.front = switched(Front::Keys),
            Act::FullScreen => {
                stage.front = front;
                stage::fill_screen(!stage::fills_screen());
            }
            Act::Replay => {
                let before = stage.replay.as_ref().is_some_and(|replay| replay.side == Side::Before);
                self.replay(stage, if before { Side::After } else { Side::Before });
            }
            Act::Next => self.go(self.slide.next(self.plan.group_count())),
            Act::Previous => self.go(self.slide.previous()),
            Act::First => self.go(Slide::Summary),
            Act::Last => self.go(Slide::last(self.plan.group_count())),
            Act::Pillar(pillar) if pillar < self.plan.group_count() => self.go(Slide::Pillar(pillar)),
            Act::Pillar(_) => {}
            Act::IndicatorAfter => self.choose_beside(true),
            Act::IndicatorBefore => self.choose_beside(false),
            Act::Up(reach) => self.move_by(reach, true),
            Act::Down(reach) => self.move_by(reach, false),
            Act::Required => {
                if let Some(indicator) = self.shown_large() {
                    self.change(Action::SetRequired { indicator, half: None });
                }
            }
            Act::Undo => self.change(Action::Undo),
            Act::Redo => self.change(Action::Redo),
        }
    }

    /// Does something that ends a movement of the assumption.
    fn change(&self, action: Action) {
        self.dispatch.emit(Action::EndDrag);
        self.dispatch.emit(action);
    }

    /// Brings a slide on screen, and what it shows large with it.
    fn go(&self, slide: Slide) {
        if slide == self.slide {
            return;
        }
        if let Some(shown) = slide.shows(&self.plan, &self.outlook, self.view.chosen) {
            self.choose(shown);
        }
        self.change(Action::Show(Screen::Presentation(slide)));
    }

    /// Index of the indicator that the slide shows large.
    pub fn shown_large(&self) -> Option<usize> {
        self.slide.shows(&self.plan, &self.outlook, self.view.chosen)
    }

    fn choose(&self, indicator: usize) {
        if indicator != self.view.chosen {
            self.change(Action::Choose(indicator));
        }
    }

    fn choose_beside(&self, forward: bool) {
        let beside = self.shown_large().and_then(|shown| self.slide.beside(&self.plan, shown, forward));
        if let Some(beside) = beside {
            self.choose(beside);
        }
    }

    fn move_by(&self, reach: Reach, up: bool) {
        let shown = self.shown_large();
        if let Some((indicator, outlook)) = shown.zip(shown.and_then(|index| self.outlook.indicator(index))) {
            self.choose(indicator);
            let step = reach.step(outlook.scale, up);
            self.dispatch.emit(Action::Move { indicator, step });
        }
    }

    /// The moment before the last change, where that is another one. Of two plans with other indicators no two figures
    /// stand for each other.
    pub fn replayable(&self) -> Option<&Moment> {
        let before = &self.last.as_ref()?.moment;
        let ids =
            |plan: &Plan| plan.indicators.iter().map(|indicator| indicator.id.clone()).collect::<Vec<_>>();
        let comparable = Shared::new(&before.plan) == self.plan || ids(&before.plan) == ids(&self.plan);
        comparable.then_some(())?;
        (Shared::new(&before.scenario) != self.scenario || Shared::new(&before.plan) != self.plan)
            .then_some(before)
    }

    /// Shows a side of the last change, where there is one.
    pub fn replay(&self, stage: &mut Stage, side: Side) {
        stage.replay = self.replayable().map(|before| {
            let (plan, scenario) = (Rc::clone(&before.plan), Rc::clone(&before.scenario));
            let outlook = if Shared::new(&plan) == self.plan {
                self.outlook.updated(&plan, &scenario)
            } else {
                Outlook::new(&plan, &scenario)
            };
            Replay { side, plan, scenario, outlook: Rc::new(outlook) }
        });
    }
}
