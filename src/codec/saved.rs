//! What the browser keeps between visits: the scenario and the view, in JSON.
//!
//! What is on screen for the moment (search, open settings, table) is not kept. Every version of the format
//! that was ever written stays readable.

use std::rc::Rc;

use serde::Serialize;

use super::scenario;
use crate::model::{Opened, RankMeasure, Scenario};
use crate::plan::json::{self, Token};
use crate::plan::reader::Reader;
use crate::plan::{Lang, Plan, Problem, ProblemKind};
use crate::view::{Filter, Theme, View, YearStyle};

const FORMAT: &str = "r13-saved";
const VERSION: i64 = 1;
const FIELDS: &[&str] = &["format", "version", "plan", "scenario", "opened", "view"];
const OPENED_FIELDS: &[&str] = &["now", "link"];
const VIEW_FIELDS: &[&str] = &["lang", "years", "theme", "chosen", "filter", "rank_by", "guide"];
const LANGS: &[&str] = &["ja", "en"];
const YEARS: &[&str] = &["era", "western"];
const THEMES: &[&str] = &["auto", "light", "dark"];
const FILTERS: &[&str] = &["all", "priority"];
const RANKINGS: &[&str] = &["progress", "ratio", "excess"];

/// What a saved text holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// What could be read, the rest as at the start; `None` where the text is no saved state of the plan, or
    /// of a version that is not known.
    pub found: Option<Found>,
    /// What could not be read, with its place. Empty where all of the text was understood.
    pub problems: Vec<Problem>,
}

/// What was kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// What is assumed.
    pub scenario: Scenario,
    /// The link that it came by, where it did.
    pub opened: Option<Opened>,
    /// What was on screen.
    pub view: View,
}

#[derive(Serialize)]
struct Wire<'a> {
    format: &'static str,
    version: i64,
    plan: &'a str,
    /// The user's own.
    scenario: scenario::Wire<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    opened: Option<OpenedWire<'a>>,
    view: ViewWire<'a>,
}

/// A scenario that came by a link: as it is now, and as it came.
#[derive(Serialize)]
struct OpenedWire<'a> {
    now: scenario::Wire<'a>,
    link: scenario::Wire<'a>,
}

#[derive(Serialize)]
struct ViewWire<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    years: Option<&'static str>,
    theme: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    chosen: Option<&'a str>,
    filter: FilterWire<'a>,
    rank_by: &'static str,
    guide: bool,
}

/// `"all"`, `"priority"`, or `{"pillar": "p1"}`: a pillar may have any id, `all` included.
#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum FilterWire<'a> {
    All,
    Priority,
    Pillar(&'a str),
}

/// The storage key of the plan's saved state.
pub fn key(plan: &Plan) -> String {
    format!("r13-simulator/saved/{}", plan.id)
}

/// The storage key under which an unreadable text is kept.
pub fn damaged_key(plan: &Plan) -> String {
    format!("r13-simulator/damaged/{}", plan.id)
}

/// The text to keep. The scenarios belong to `plan`.
pub fn write(plan: &Plan, scenario: &Scenario, opened: Option<&Opened>, view: &View) -> String {
    let own = opened.map_or(scenario, |opened| &opened.own);
    let wire = Wire {
        format: FORMAT,
        version: VERSION,
        plan: &plan.id,
        scenario: scenario::Wire::of(plan, own),
        opened: opened.map(|opened| OpenedWire {
            now: scenario::Wire::of(plan, scenario),
            link: scenario::Wire::of(plan, &opened.link),
        }),
        view: ViewWire::of(plan, view),
    };
    // Only maps with other keys than texts, and a writer that fails, make an error: there is neither.
    serde_json::to_string(&wire).unwrap_or_default()
}

/// Reads a kept text. `base` says what the text leaves open, such as the language of the browser.
pub fn read(text: &str, plan: &Plan, base: View) -> Reading {
    let root = match json::tokens(text) {
        Ok(root) => root,
        Err(problem) => return Reading { found: None, problems: vec![problem] },
    };
    let mut reader = Reader::default();
    let found = envelope(&mut reader, &root, plan, base);
    Reading { found, problems: reader.into_problems() }
}

impl<'a> ViewWire<'a> {
    fn of(plan: &'a Plan, view: &View) -> ViewWire<'a> {
        let pillar = |index: usize| plan.pillars.get(index).map(|pillar| FilterWire::Pillar(&pillar.id));
        ViewWire {
            lang: view.asked_lang.map(Lang::tag),
            years: view.years.map(|years| match years {
                YearStyle::Era => "era",
                YearStyle::Western => "western",
            }),
            theme: match view.theme {
                Theme::Auto => "auto",
                Theme::Light => "light",
                Theme::Dark => "dark",
            },
            chosen: plan.indicators.get(view.chosen).map(|indicator| indicator.id.as_str()),
            filter: match view.filter {
                Filter::All => FilterWire::All,
                Filter::Priority => FilterWire::Priority,
                Filter::Pillar(index) => pillar(index).unwrap_or(FilterWire::All),
            },
            rank_by: match view.rank_by {
                RankMeasure::Progress => "progress",
                RankMeasure::Ratio => "ratio",
                RankMeasure::Excess => "excess",
            },
            guide: view.guide,
        }
    }
}

fn envelope(reader: &mut Reader, root: &Token, plan: &Plan, base: View) -> Option<Found> {
    let object = reader.file(root, FORMAT, &[VERSION], FIELDS)?;
    reader.required(object, "plan", |reader, token| {
        let id = reader.string(token, usize::MAX)?;
        reader.known(id, (id == plan.id).then_some(()), |found| ProblemKind::OtherPlan { found })
    })?;
    let own = reader.required(object, "scenario", |reader, token| scenario::read(reader, token, plan));
    let own = own.unwrap_or_else(|| Scenario::hold(plan));
    let opened = reader.optional(object, "opened", |reader, token| opened(reader, token, plan));
    let mut shown = base;
    reader.required(object, "view", |reader, token| view(reader, token, plan, &mut shown));
    Some(match opened {
        None => Found { scenario: own, opened: None, view: shown },
        Some((scenario, link)) => {
            let opened = Opened { link: Rc::new(link), own: Rc::new(own) };
            Found { scenario, opened: Some(opened), view: shown }
        }
    })
}

/// A scenario that came by a link: as it is now, and as it came.
fn opened(reader: &mut Reader, token: &Token, plan: &Plan) -> Option<(Scenario, Scenario)> {
    let object = reader.object(token, OPENED_FIELDS)?;
    let now = reader.required(object, "now", |reader, token| scenario::read(reader, token, plan));
    let link = reader.required(object, "link", |reader, token| scenario::read(reader, token, plan));
    Some((now?, link?))
}

/// Sets what the text says of the view.
fn view(reader: &mut Reader, token: &Token, plan: &Plan, view: &mut View) -> Option<()> {
    let object = reader.object(token, VIEW_FIELDS)?;
    let mut word = |name, words| reader.optional(object, name, |reader, token| reader.choice(token, words));
    if let Some(lang) = word("lang", LANGS) {
        view.lang = if lang == 0 { Lang::Ja } else { Lang::En };
        view.asked_lang = Some(view.lang);
    }
    if let Some(years) = word("years", YEARS) {
        view.years = Some(if years == 0 { YearStyle::Era } else { YearStyle::Western });
    }
    if let Some(theme) = word("theme", THEMES) {
        view.theme = match theme {
            0 => Theme::Auto,
            1 => Theme::Light,
            _ => Theme::Dark,
        };
    }
    if let Some(ranking) = word("rank_by", RANKINGS) {
        view.rank_by = match ranking {
            0 => RankMeasure::Progress,
            1 => RankMeasure::Ratio,
            _ => RankMeasure::Excess,
        };
    }
    let chosen = reader.optional(object, "chosen", |reader, token| {
        let id = reader.string(token, usize::MAX)?;
        reader.known(id, plan.position(id), |found| ProblemKind::UnknownIndicator { found })
    });
    view.chosen = chosen.unwrap_or(view.chosen);
    view.filter =
        reader.optional(object, "filter", |reader, token| filter(reader, token, plan)).unwrap_or(view.filter);
    view.guide = reader.optional(object, "guide", Reader::boolean).unwrap_or(view.guide);
    Some(())
}

fn filter(reader: &mut Reader, token: &Token, plan: &Plan) -> Option<Filter> {
    if token.as_text().is_some() {
        return Some(if reader.choice(token, FILTERS)? == 0 { Filter::All } else { Filter::Priority });
    }
    let object = reader.object(token, &["pillar"])?;
    reader.required(object, "pillar", |reader, token| {
        let id = reader.string(token, usize::MAX)?;
        let pillar = plan.pillars.iter().position(|pillar| pillar.id == id).map(Filter::Pillar);
        reader.known(id, pillar, |found| ProblemKind::UnknownPillar { found })
    })
}
