//! What is on screen, as data: links and the saved state carry it, the state changes it.

mod cells;
mod keys;
mod slides;

use crate::model::{Compared, RankMeasure};
use crate::plan::{FiscalYear, Indicator, Lang, Plan};

pub use cells::{Block, Extent, Place, Step};
pub use keys::{Act, Pressed, Reach};

/// Which indicators the list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Filter {
    /// Every indicator.
    #[default]
    All,
    /// Those of one pillar, by index.
    Pillar(usize),
    /// 重点プロジェクト: the focus indicators of the priority projects.
    Priority,
}

/// What fills the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Screen {
    /// The desk: strip, list and chart.
    #[default]
    Desk,
    /// Scenarios side by side.
    Comparison,
    /// For a projected screen.
    Presentation(Slide),
    /// 集約: what many scenarios of a workshop say together. No link carries it, because no link carries them.
    Gathering,
    /// 実績: the grid in which results are entered. No link carries it, as none carries results.
    Results,
}

/// What a presentation shows at a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Slide {
    /// All pillars.
    #[default]
    Summary,
    /// One pillar, by index. That of a plan without pillars, the first, holds all indicators.
    Pillar(usize),
}

/// What stands before the page until it is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dialog {
    /// 共有: the scenario as a link.
    Share,
    /// The scenarios that are kept by name.
    Kept,
    /// What is in a file that was chosen.
    Import,
    /// 計画の編集: the chosen indicator as the plan has it.
    Plan,
}

/// How years are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum YearStyle {
    /// By era: R13.
    Era,
    /// By western number: 2031.
    Western,
}

/// Which colours are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// As the system prefers.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// What is on screen. Nothing of it is in the undo history.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// Language of the page.
    pub lang: Lang,
    /// The language that the user asked for; where there is none, the browser's decides at every visit.
    pub asked_lang: Option<Lang>,
    /// How years are named; as the language has it where `None`.
    pub years: Option<YearStyle>,
    /// Colours.
    pub theme: Theme,
    /// Index of the indicator shown large.
    pub chosen: usize,
    /// Which indicators the list shows.
    pub filter: Filter,
    /// Text that the names of listed indicators contain.
    pub search: String,
    /// Index of the indicator whose settings are open.
    pub settings: Option<usize>,
    /// The year in which a baseline is to be assumed, where the user named one.
    pub base_year: Option<FiscalYear>,
    /// What shortfalls are ranked by.
    pub rank_by: RankMeasure,
    /// Whether the whole ranking is shown rather than its first rows.
    pub whole_ranking: bool,
    /// Whether the table stands in the place of the chart.
    pub table: bool,
    /// Whether the charts of all indicators are printed with the sheet.
    pub print_charts: bool,
    /// Whether the line of guidance is shown.
    pub guide: bool,
    /// What fills the page.
    pub screen: Screen,
    /// What stands before it.
    pub dialog: Option<Dialog>,
    /// What the scenario is held against; at most [`MOST_COMPARED`](crate::model::MOST_COMPARED).
    pub compared: Vec<Compared>,
}

/// The part of the view that a link carries.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    /// Language of the page.
    pub lang: Lang,
    /// Index of the indicator shown large.
    pub chosen: usize,
    /// Which indicators the list shows.
    pub filter: Filter,
    /// What fills the page.
    pub screen: Screen,
    /// What the scenario is held against; at most [`MOST_COMPARED`](crate::model::MOST_COMPARED).
    pub compared: Vec<Compared>,
}

impl Shown {
    /// The same under another form of the plan.
    pub fn followed(&self, from: &Plan, to: &Plan) -> Shown {
        let chosen = nearest(self.chosen, from, to);
        let compared = self.compared.iter().map(|compared| compared.fitted(from, to)).collect();
        Shown { chosen, compared, ..self.clone() }
    }
}

/// Where the indicator with this index stands in another form of its plan.
fn followed(index: usize, from: &Plan, to: &Plan) -> Option<usize> {
    to.position(&from.indicators.get(index)?.id)
}

/// The same, or what stands in its place where it is gone.
fn nearest(index: usize, from: &Plan, to: &Plan) -> usize {
    followed(index, from, to).unwrap_or(index.min(to.indicators.len().saturating_sub(1)))
}

impl Default for View {
    fn default() -> View {
        View {
            lang: Lang::default(),
            asked_lang: None,
            years: None,
            theme: Theme::default(),
            chosen: 0,
            filter: Filter::default(),
            search: String::new(),
            settings: None,
            base_year: None,
            rank_by: RankMeasure::Progress,
            whole_ranking: false,
            table: false,
            print_charts: false,
            guide: true,
            screen: Screen::default(),
            dialog: None,
            compared: Vec::new(),
        }
    }
}

impl View {
    /// How years are named: by era in Japanese and by western number in English, unless the user said otherwise.
    pub fn year_style(&self) -> YearStyle {
        self.years.unwrap_or(match self.lang {
            Lang::Ja => YearStyle::Era,
            Lang::En => YearStyle::Western,
        })
    }

    /// What a link carries of it. Made while scenarios are gathered or results entered, it opens the desk.
    pub fn shown(&self) -> Shown {
        let View { lang, chosen, filter, screen, .. } = *self;
        let screen = match screen {
            Screen::Gathering | Screen::Results => Screen::Desk,
            carried => carried,
        };
        Shown { lang, chosen, filter, screen, compared: self.compared.clone() }
    }

    /// Brings on screen what a link carries. The language stays where the user asked for one.
    pub fn show(&mut self, shown: Shown) {
        if self.asked_lang.is_none() {
            self.lang = shown.lang;
        }
        self.chosen = shown.chosen;
        self.filter = shown.filter;
        self.screen = shown.screen;
        self.compared = shown.compared;
        self.search.clear();
        self.settings = None;
        self.dialog = None;
    }

    /// Brings what goes by a plan's indices from one form of the plan to another.
    pub fn follow(&mut self, from: &Plan, to: &Plan) {
        self.chosen = nearest(self.chosen, from, to);
        self.settings = self.settings.and_then(|open| followed(open, from, to));
        self.compared = self.compared.iter().map(|compared| compared.fitted(from, to)).collect();
    }

    /// How many steps lead back to the desk, at most two: a dialog may stand before a screen.
    pub fn depth(&self) -> usize {
        usize::from(self.screen != Screen::Desk) + usize::from(self.dialog.is_some())
    }

    /// Indices of the indicators that pass filter and search, in the plan's order. A search looks through all of
    /// the filter's indicators, by id and by name in both languages, without regard to case, width and spaces.
    pub fn listed(&self, plan: &Plan) -> Vec<usize> {
        let wanted = folded(&self.search);
        plan.indicators
            .iter()
            .enumerate()
            .filter(|(index, indicator)| match self.filter {
                Filter::All => true,
                Filter::Pillar(pillar) => indicator.pillar == Some(pillar),
                Filter::Priority => plan.is_priority(*index),
            })
            .filter(|(_, indicator)| wanted.is_empty() || mentions(indicator, &wanted))
            .map(|(index, _)| index)
            .collect()
    }
}

/// `wanted` is not empty. Bytes suffice: in UTF-8 no letter begins within another. The standard library's search
/// is made for long texts and would be 0.7 kB of the download.
fn mentions(indicator: &Indicator, wanted: &str) -> bool {
    [&indicator.id, &indicator.name.ja, &indicator.name.en]
        .into_iter()
        .any(|text| folded(text).as_bytes().windows(wanted.len()).any(|part| part == wanted.as_bytes()))
}

/// Lower case, full-width ASCII as ASCII, white space left out.
fn folded(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace())
        .map(|letter| match letter {
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
            other => other,
        })
        .map(|letter| letter.to_ascii_lowercase())
        .collect()
}
