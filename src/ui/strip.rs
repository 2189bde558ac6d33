//! The pillar strip: which pillars fall short, always in sight.

use yew::prelude::*;

use super::Dispatch;
use super::el::{El, all, el, text};
use super::kit::{on_click, planned, span, word};
use super::part::{Part, keyed, part};
use super::shared::Shared;
use super::words::Words;
use crate::model::{IndicatorOutlook, PillarOutlook, Tally, Verdict};
use crate::plan::{Foundation, Pillar, Plan};
use crate::platform::page;
use crate::state::Action;
use crate::view::Filter;

/// Most indicators of a pillar that are shown as one mark each.
const MOST_MARKS: usize = 12;

#[derive(PartialEq)]
pub struct Strip {
    pub words: Words,
    pub plan: Shared<Plan>,
    pub pillars: Vec<Shared<PillarOutlook>>,
    pub all: Tally,
    pub filter: Filter,
    pub dispatch: Dispatch,
}

/// The strip, below the indicator shown large in one line. A step of that one leaves the rest alone.
pub fn strip(strip: Strip, chosen: Option<ChosenBar>) -> Html {
    let pillars = !strip.plan.pillars.is_empty();
    el("nav")
        .class("strip")
        .attr("aria-label", if pillars { strip.words.pillars() } else { strip.words.overall() })
        .maybe(chosen.map(part))
        .child(part(strip))
        .into()
}

impl Part for Strip {
    fn view(&self) -> Html {
        let Strip { words, plan, pillars, all: tally, filter, dispatch } = self;
        let words = *words;
        let cells = plan.pillars.iter().zip(pillars).enumerate().map(|(index, (pillar, outlook))| {
            let cell = Cell {
                words,
                plan: plan.clone(),
                index,
                outlook: outlook.clone(),
                pressed: *filter == Filter::Pillar(index),
                dispatch: dispatch.clone(),
            };
            keyed(pillar.id.clone(), cell)
        });
        let pillars = if plan.pillars.is_empty() {
            Html::default()
        } else {
            el("div").class("cells").children(cells).into()
        };
        let foundation = plan.foundation.as_ref().map(|foundation| ground(words, foundation));
        all([overall(words, *tally).into(), pillars, foundation.map(Html::from).unwrap_or_default()])
    }
}

#[derive(PartialEq)]
struct Cell {
    words: Words,
    plan: Shared<Plan>,
    index: usize,
    outlook: Shared<PillarOutlook>,
    pressed: bool,
    dispatch: Dispatch,
}

impl Part for Cell {
    fn view(&self) -> Html {
        let Cell { words, plan, index, outlook, pressed, dispatch } = self;
        let Some(pillar) = plan.pillars.get(*index) else { return Html::default() };
        let tally = outlook.tally;
        let next = if *pressed { Filter::All } else { Filter::Pillar(*index) };
        let verdict = tally.verdict();
        let name = full_name(*words, pillar);
        el("button")
            .class("cell")
            .also(verdict_class(verdict), true)
            .attr("data-pillar", pillar.id.clone())
            .attr("data-verdict", verdict_name(verdict))
            .attr("data-met", tally.met.to_string())
            .attr("data-short", tally.short.to_string())
            .attr("data-unknown", tally.unknown.to_string())
            .attr("aria-pressed", word(*pressed))
            .attr("title", name)
            .on_click(on_click(dispatch, Action::Filter(next)))
            .child(cell_name(*words, pillar))
            .child(cell_verdict(*words, tally))
            .maybe((outlook.verdicts.len() <= MOST_MARKS).then(|| marks(&outlook.verdicts)))
            .into()
    }
}

/// How many indicators of the whole plan are met.
fn overall(words: Words, all: Tally) -> El {
    let count = el("p")
        .class("overall-count")
        .child(el("strong").text(all.met.to_string()))
        .text(format!("/{} ", all.all()))
        .child(el("span").text(words.overall()));
    let rest = el("p").class("overall-rest").text(words.overall_counts(all));
    el("div").class("overall").child(count).child(rest)
}

/// What stands under all pillars and has no indicators.
fn ground(words: Words, foundation: &Foundation) -> El {
    el("p")
        .class("foundation")
        .child(el("span").class("foundation-mark").child(planned(words, &foundation.mark)))
        .child(planned(words, &foundation.name))
        .child(el("span").class("foundation-note").child(planned(words, &foundation.summary)))
}

fn cell_name(words: Words, pillar: &Pillar) -> El {
    el("span")
        .class("cell-name")
        .child(el("b").child(planned(words, &pillar.mark)))
        .child(el("span").class("cell-short").child(planned(words, &pillar.short)))
}

fn cell_verdict(words: Words, tally: Tally) -> El {
    let unknown = (tally.unknown > 0).then(|| text(format!(" ？{}", tally.unknown)));
    let count = el("span")
        .class("cell-count")
        .child(span("cell-count-word", words.met()))
        .text(format!(" {}/{}", tally.met, tally.judged()))
        .maybe(unknown);
    el("span")
        .class("cell-verdict")
        .child(verdict_sign(tally.verdict()))
        .child(el("b").text(words.verdict(tally.verdict())))
        .child(count)
}

/// One mark for each indicator of a pillar.
fn marks(verdicts: &[Verdict]) -> El {
    let mark = |verdict: &Verdict| el("i").class(verdict_class(*verdict)).text(sign(*verdict)).into();
    el("span").class("marks").attr("aria-hidden", "true").children(verdicts.iter().map(mark))
}

/// The chosen indicator in one line, for narrow screens where its chart may be out of sight.
#[derive(PartialEq)]
pub struct ChosenBar {
    pub words: Words,
    pub plan: Shared<Plan>,
    pub index: usize,
    pub outlook: Shared<IndicatorOutlook>,
}

impl Part for ChosenBar {
    fn view(&self) -> Html {
        let ChosenBar { words, plan, index, outlook } = self;
        let Some(indicator) = plan.indicators.get(*index) else { return Html::default() };
        let value = outlook.outcome.map_or(words.no_value().to_owned(), |outcome| {
            let value = words.outcome(indicator, outlook, outcome.value);
            [&value, " ", &words.unit(indicator, outlook.measure)].concat()
        });
        let onclick = Callback::from(|_: MouseEvent| page::focus("chart"));
        el("button")
            .class("chosen-bar")
            .on_click(onclick)
            .child(span("hidden", [words.jump_chart(), ": "].concat()))
            .child(el("span").class("chosen-name").child(planned(*words, &indicator.name)))
            .text(" ")
            .child(span("chosen-value", value))
            .child(verdict_sign(outlook.verdict))
            .into()
    }
}

/// A pillar's mark and name.
pub fn full_name(words: Words, pillar: &Pillar) -> String {
    format!("{} {}", words.text(&pillar.mark), words.text(&pillar.name))
}

/// The same, each in its language.
pub fn pillar_name(words: Words, pillar: &Pillar) -> Html {
    all([planned(words, &pillar.mark), text(" "), planned(words, &pillar.name)])
}

/// The sign of a verdict, which says the same as its colour.
pub fn sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "●",
        Verdict::Short => "▲",
        Verdict::Unknown => "？",
    }
}

/// The sign of a verdict in its colour, unheard: the word stands beside it.
pub fn verdict_sign(verdict: Verdict) -> Html {
    el("span")
        .class("sign")
        .also(verdict_class(verdict), true)
        .attr("aria-hidden", "true")
        .text(sign(verdict))
        .into()
}

/// The stylesheet's class of a verdict.
pub fn verdict_class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "is-met",
        Verdict::Short => "is-short",
        Verdict::Unknown => "is-unknown",
    }
}

/// The verdict for other programs.
pub fn verdict_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "met",
        Verdict::Short => "short",
        Verdict::Unknown => "unknown",
    }
}
