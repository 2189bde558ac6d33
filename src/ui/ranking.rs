//! 不足の大きい順: what falls short most, and the pace it needs.

use yew::prelude::*;

use super::Dispatch;
use super::el::{El, el};
use super::kit::{button, chooser, on_click};
use super::part::{Part, keyed};
use super::shared::Shared;
use super::strip::verdict_sign;
use super::words::Words;
use crate::codec::figure::signed;
use crate::model::{IndicatorOutlook, Outlook, RankMeasure, Shortfall, rank};
use crate::plan::Plan;
use crate::state::Action;

/// Rows shown before the user asks for all.
const FIRST_ROWS: usize = 5;
/// Rows shown at most; the list holds the rest.
const MOST_ROWS: usize = 100;

#[derive(PartialEq)]
pub struct Ranking {
    pub words: Words,
    pub plan: Shared<Plan>,
    pub outlook: Shared<Outlook>,
    pub by: RankMeasure,
    pub chosen: usize,
    /// Whether all rows are shown rather than the first few.
    pub whole: bool,
    pub dispatch: Dispatch,
}

impl Part for Ranking {
    fn view(&self) -> Html {
        let Ranking { words, plan, outlook, by, .. } = self;
        let most = if self.whole { MOST_ROWS } else { FIRST_ROWS };
        let rows = rank(plan, outlook, *by, most);
        let short = outlook.all().short;
        let content = if rows.is_empty() {
            el("p").class("empty").text(words.ranking_none())
        } else {
            table(self, &rows)
        };
        el("section")
            .class("ranking")
            .attr("aria-labelledby", "ranking-title")
            .child(head(self))
            .child(content)
            .maybe((!rows.is_empty() && short > FIRST_ROWS).then(|| more(self, short)))
            .into()
    }
}

fn head(ranking: &Ranking) -> El {
    let Ranking { words, by, dispatch, .. } = ranking;
    let options = [
        ("rank-progress", RankMeasure::Progress, words.progress()),
        ("rank-ratio", RankMeasure::Ratio, words.ratio()),
    ];
    let options = options.map(|(hook, measure, label)| {
        button(hook, label, on_click(dispatch, Action::RankBy(measure))).pressed(*by == measure).into()
    });
    let segments = el("div").class("segments").attr("role", "group").attr("aria-label", words.rank_by());
    el("div")
        .class("panel-head")
        .child(el("h2").attr("id", "ranking-title").text(words.ranking()))
        .child(segments.children(options))
}

fn table(ranking: &Ranking, rows: &[Shortfall]) -> El {
    let Ranking { words, by, .. } = ranking;
    let columns = [
        words.ranking_indicator(),
        words.projected(),
        words.target(),
        words.measure_name(*by),
        words.rate_to_required(),
    ];
    let columns = columns.map(|name| el("th").attr("scope", "col").text(name).into());
    el("table")
        .child(el("thead").child(el("tr").children(columns)))
        .child(el("tbody").children(rows.iter().filter_map(|row| fallen(ranking, row))))
}

fn more(ranking: &Ranking, short: usize) -> Html {
    let Ranking { words, whole, dispatch, .. } = ranking;
    let label =
        if *whole { words.show_less().to_owned() } else { format!("{} ({short})", words.show_more()) };
    button("whole-ranking", label, on_click(dispatch, Action::ShowWholeRanking(!whole)))
        .class("plain more")
        .expanded(*whole)
        .into()
}

/// One row. It follows its own indicator alone.
#[derive(PartialEq)]
struct Fallen {
    words: Words,
    plan: Shared<Plan>,
    row: Shortfall,
    outlook: Shared<IndicatorOutlook>,
    by: RankMeasure,
    chosen: bool,
    dispatch: Dispatch,
}

fn fallen(ranking: &Ranking, row: &Shortfall) -> Option<Html> {
    let Ranking { words, plan, outlook, by, chosen, dispatch, .. } = ranking;
    let id = plan.indicators.get(row.indicator)?.id.as_str();
    let fallen = Fallen {
        words: *words,
        plan: plan.clone(),
        row: *row,
        outlook: Shared::new(outlook.indicator(row.indicator)?),
        by: *by,
        chosen: *chosen == row.indicator,
        dispatch: dispatch.clone(),
    };
    Some(keyed(id, fallen))
}

impl Part for Fallen {
    fn view(&self) -> Html {
        let Fallen { words, plan, row, outlook: of, by, chosen, dispatch } = self;
        let Some(indicator) = plan.indicators.get(row.indicator) else { return Html::default() };
        let choose = on_click(dispatch, Action::Choose(row.indicator));
        let name = chooser(*words, indicator, choose);
        let outcome =
            of.outcome.map(|outcome| words.outcome(indicator, of, outcome.value)).unwrap_or_default();
        let share = row.by.map_or(words.no_value().to_owned(), |(measure, fraction)| {
            let share = words.ranked(measure, fraction);
            // A row that is ranked by another measure than its column says so.
            if measure == *by { share } else { [words.measure_name(measure), " ", &share].concat() }
        });
        let growth = of.growth;
        let assumed = if growth.is_uniform() {
            signed(growth.early.value(), 2)
        } else {
            [&signed(growth.early.value(), 2), "/", &signed(growth.late.value(), 2)].concat()
        };
        let required =
            of.required.map_or_else(|why| words.no_required(why).to_owned(), |rate| signed(rate, 2));
        let projected = el("td").text(outcome).child(el("small").text(words.unit(indicator, of.measure)));
        let rates = el("td")
            .text(assumed)
            .text(" → ")
            .child(el("b").text(required))
            .text(" ")
            .child(el("small").text(words.rate_unit(indicator, growth.mode)));
        el("tr")
            .also("is-chosen", *chosen)
            .child(el("th").attr("scope", "row").child(verdict_sign(of.verdict)).child(name))
            .child(projected)
            .child(el("td").text(words.target_figure(indicator)))
            .child(el("td").text(share))
            .child(rates)
            .into()
    }
}

impl Words {
    /// The word of what shortfalls are ranked by.
    pub fn measure_name(self, measure: RankMeasure) -> &'static str {
        match measure {
            RankMeasure::Progress => self.progress(),
            RankMeasure::Ratio => self.ratio(),
            RankMeasure::Excess => self.excess(),
        }
    }
}
