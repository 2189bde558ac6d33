//! What a user can do.

use std::fmt::Debug;
use std::rc::Rc;

use super::{AppState, Notice};
use crate::model::{Half, Mode, Preset, RankMeasure, Rate};
use crate::plan::{FiscalYear, Lang, Point};
use crate::view::{Dialog, Filter, Screen, Theme, YearStyle};

/// The indicators that a bulk move acts on; locked ones stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Every indicator.
    All,
    /// The indicators of one pillar.
    Pillar(usize),
    /// 重点プロジェクト: the focus indicators of the priority projects.
    Priority,
    /// One indicator.
    Indicator(usize),
}

/// What is listed is what a bulk move acts on; a search narrows only what is seen.
impl From<Filter> for Scope {
    fn from(filter: Filter) -> Scope {
        match filter {
            Filter::All => Scope::All,
            Filter::Pillar(pillar) => Scope::Pillar(pillar),
            Filter::Priority => Scope::Priority,
        }
    }
}

/// One act of the user. Indices are those of the plan.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Sets the rate of one half or of both; held within the mode's limits. Steps of one drag are one entry.
    SetRate {
        /// Whose rate.
        indicator: usize,
        /// Which half; both where `None`.
        half: Option<Half>,
        /// The new rate.
        rate: Rate,
        /// Whether more steps of the same movement may follow.
        drag: bool,
    },
    /// Moves the rates of both halves by a step. Moves of one indicator that follow each other are one entry.
    Move {
        /// Whose rates.
        indicator: usize,
        /// By how much.
        step: Rate,
    },
    /// The movement of a control has ended.
    EndDrag,
    /// Sets one half, or both, to the required growth.
    SetRequired {
        /// Whose rate.
        indicator: usize,
        /// Which half; both where `None`.
        half: Option<Half>,
    },
    /// Switches between percent and amount, keeping the outcomes.
    SwitchMode {
        /// Whose mode.
        indicator: usize,
        /// The new mode.
        mode: Mode,
    },
    /// Switches an inferred count between cumulative and yearly.
    SwitchMeasure(usize),
    /// Assumes a baseline, or takes the assumption back.
    SetAssumedBase {
        /// Whose baseline.
        indicator: usize,
        /// Value and year.
        base: Option<Point>,
    },
    /// Locks or unlocks the growth.
    SetLocked {
        /// Whose growth.
        indicator: usize,
        /// Whether it is held.
        locked: bool,
    },
    /// Says why a growth is assumed.
    SetReason {
        /// Whose growth.
        indicator: usize,
        /// The reason; shortened to [`crate::model::MAX_TEXT`] characters.
        reason: String,
    },
    /// Names the scenario; shortened to [`crate::model::MAX_NAME`] characters.
    SetName(String),
    /// Says something of the whole scenario; shortened to [`crate::model::MAX_TEXT`] characters.
    SetNote(String),
    /// Sets a preset for many.
    Preset(Scope, Preset),
    /// Moves the rates of many by the same step.
    Shift(Scope, Rate),
    /// Takes the last change back.
    Undo,
    /// Makes the last undone change again.
    Redo,
    /// Goes back to what the link brought, else to 現状維持 for every indicator, locked ones included.
    Reset,
    /// Does what belongs to a part of the page that is fetched later.
    Do(Deed),
    /// Chooses the indicator shown large.
    Choose(usize),
    /// Shows other indicators in the list.
    Filter(Filter),
    /// Looks for indicators by name.
    Search(String),
    /// Opens or closes the settings of an indicator.
    ToggleSettings(usize),
    /// Names the year in which a baseline is to be assumed.
    SetBaseYear(FiscalYear),
    /// Ranks shortfalls by another measure.
    RankBy(RankMeasure),
    /// Shows the whole ranking, or its first rows.
    ShowWholeRanking(bool),
    /// Shows the table behind the chart, or the chart.
    ShowTable(bool),
    /// Changes the language.
    SetLang(Lang),
    /// Names years by era or by western number.
    SetYears(YearStyle),
    /// Changes the colours.
    SetTheme(Theme),
    /// Adds the charts of all indicators to what is printed, or leaves them out.
    PrintCharts(bool),
    /// Puts the line of guidance away, or back.
    ShowGuide(bool),
    /// Fills the page with another screen.
    Show(Screen),
    /// Puts a dialog before the page.
    Open(Dialog),
    /// Closes the dialog, else leaves the screen for the desk.
    Leave,
    /// Says something.
    Notify(Notice),
    /// Takes a notice away.
    DismissNotice(usize),
    /// Takes a notice away that no longer holds, where it is still there.
    Withdraw(Notice),
}

/// What a step of the history changed, for the words that announce it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// The growth of an indicator.
    Rate(usize),
    /// The mode of an indicator.
    Mode(usize),
    /// The measure of an indicator.
    Measure(usize),
    /// The assumed baseline of an indicator.
    AssumedBase(usize),
    /// The lock of an indicator.
    Lock(usize),
    /// The reason of an indicator.
    Reason(usize),
    /// The result of an indicator for one year.
    Result(usize, FiscalYear),
    /// Results, and how many.
    Results(usize),
    /// The scenario's name.
    Name,
    /// The scenario's note.
    Note,
    /// A preset, and how many indicators it changed.
    Preset(Scope, Preset, usize),
    /// A bulk move, and how many indicators it changed.
    Shift(Scope, Rate, usize),
    /// Back to the start.
    Reset,
    /// A link was opened.
    OpenLink,
    /// Another scenario was opened.
    OpenScenario,
    /// From a link's scenario back to the user's own.
    ReturnToOwn,
    /// The plan's numbers of today in the place of earlier ones.
    NumbersToday,
    /// What the plan says of an indicator.
    PlanFigures(usize),
    /// The plan has one indicator more.
    PlanAdded,
    /// The plan has one indicator less.
    PlanRemoved,
    /// The plan is again as it was published.
    PlanRestored,
    /// Another page of the app has changed the plan.
    PlanElsewhere,
}

/// An act that brings its own code, so that the code can be fetched with the part of the page that offers it.
#[derive(Clone, Debug)]
pub struct Deed(Rc<dyn Perform>);

/// Acts of a part of the page.
pub trait Perform: Debug {
    /// Brings the state to where the act leads. What makes no sense there changes nothing.
    fn perform(&self, state: &mut AppState);
}

impl Deed {
    pub(super) fn perform(&self, state: &mut AppState) {
        self.0.perform(state);
    }
}

impl PartialEq for Deed {
    fn eq(&self, other: &Deed) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<P: Perform + 'static> From<P> for Action {
    fn from(act: P) -> Action {
        Action::Do(Deed(Rc::new(act)))
    }
}
