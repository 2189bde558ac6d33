//! What frames every slide of a presentation: the slides above it, the controls below, the choice of before and after.

use yew::prelude::*;

use super::el::{El, el, text};
use super::kit::{button, icon, span};
use super::part::Part;
use super::present_acts::Side;
use super::shared::Shared;
use super::strip::{full_name, verdict_name, verdict_sign};
use super::words::Words;
use crate::model::{PillarOutlook, Tally};
use crate::plan::{Pillar, Plan};
use crate::view::{Act, Slide};

/// A button for something that a key does as well.
pub fn tool(
    hook: &'static str,
    label: &'static str,
    key: &'static str,
    act: &Callback<Act>,
    does: Act,
) -> El {
    let key = (!key.is_empty()).then(|| el("kbd").attr("aria-hidden", "true").text(key));
    button(hook, label, act.reform(move |_| does)).maybe(key)
}

/// All slides, each with how it stands.
#[derive(PartialEq)]
pub struct Tabs {
    pub words: Words,
    pub plan: Shared<Plan>,
    pub pillars: Vec<Shared<PillarOutlook>>,
    pub all: Tally,
    pub slide: Slide,
    /// Whether it shows what holds now, and not what held before the last change.
    pub now: bool,
    pub act: Callback<Act>,
}

impl Part for Tabs {
    fn view(&self) -> Html {
        let Tabs { words, plan, pillars, all, slide, act, .. } = self;
        let summary = tab(*slide == Slide::Summary, act, Act::First)
            .attr("data-action", "slide-summary")
            .child(el("b").text(words.slide_summary()))
            .child(standing(*words, *all));
        let tabs = plan.pillars.iter().zip(pillars).enumerate();
        let tabs = tabs.map(|(index, (pillar, outlook))| self.pillar(index, pillar, outlook.tally));
        let whole = plan.pillars.is_empty().then(|| {
            tab(*slide == Slide::Pillar(0), act, Act::Pillar(0))
                .child(el("b").text(words.all_indicators()))
                .child(standing(*words, *all))
        });
        el("nav")
            .class("stage-tabs")
            .attr("aria-label", words.slides())
            .child(summary)
            .children(tabs)
            .maybe(whole)
            .into()
    }
}

impl Tabs {
    fn pillar(&self, index: usize, pillar: &Pillar, tally: Tally) -> Html {
        let Tabs { words, slide, now, act, .. } = self;
        let hook = |value: String| now.then_some(value);
        let verdict = tally.verdict();
        tab(*slide == Slide::Pillar(index), act, Act::Pillar(index))
            .attr("title", full_name(*words, pillar))
            .maybe_attr("data-pillar", hook(pillar.id.clone()))
            .maybe_attr("data-verdict", now.then_some(verdict_name(verdict)))
            .maybe_attr("data-met", hook(tally.met.to_string()))
            .maybe_attr("data-short", hook(tally.short.to_string()))
            .maybe_attr("data-unknown", hook(tally.unknown.to_string()))
            .child(el("b").text(words.text(&pillar.mark).to_owned()))
            .child(standing(*words, tally))
            .into()
    }
}

fn tab(current: bool, act: &Callback<Act>, does: Act) -> El {
    el("button").maybe_attr("aria-current", current.then_some("page")).on_click(act.reform(move |_| does))
}

fn standing(words: Words, tally: Tally) -> El {
    let verdict = tally.verdict();
    let [met, judged] = [tally.met, tally.judged()].map(|count| count.to_string());
    el("span")
        .class("stage-standing")
        .child(verdict_sign(verdict))
        .child(span("hidden", words.verdict(verdict)))
        .text(" ")
        .text(words.counts(&met, &judged))
}

/// The controls of a presentation. What would do nothing now is idle.
#[derive(PartialEq)]
pub struct Tools {
    pub words: Words,
    /// Whether no slide comes before.
    pub first: bool,
    /// Whether no slide comes after.
    pub last: bool,
    /// Whether there is an indicator before the chosen one.
    pub above: bool,
    /// Whether there is one after it.
    pub below: bool,
    pub undoable: bool,
    pub redoable: bool,
    /// Whether there is a change to look at again.
    pub replayable: bool,
    /// Whether it is looked at.
    pub replayed: bool,
    /// Whether the page fills the screen; `None` where the browser does not let it.
    pub full: Option<bool>,
    pub act: Callback<Act>,
}

impl Part for Tools {
    fn view(&self) -> Html {
        let Tools { words, act, .. } = self;
        let idle = |hook, label, key, does, able: bool| tool(hook, label, key, act, does).idle(!able).into();
        let plain = |hook, label, key, does| idle(hook, label, key, does, true);
        let full = self.full.map(|full| {
            let label = if full { words.stage_full_off() } else { words.stage_full() };
            plain("stage-full", label, "F", Act::FullScreen)
        });
        let replay = tool("stage-replay", words.stage_replay(), "A", act, Act::Replay)
            .pressed(self.replayed)
            .idle(!self.replayable);
        let groups: [Vec<Html>; 3] = [
            vec![
                idle("stage-previous", words.stage_previous(), "←", Act::Previous, !self.first),
                idle("stage-next", words.stage_next(), "→", Act::Next, !self.last),
                idle("stage-before", words.stage_indicator_before(), "", Act::IndicatorBefore, self.above),
                idle("stage-after", words.stage_indicator_after(), "", Act::IndicatorAfter, self.below),
            ],
            vec![
                idle("undo", words.undo(), "Z", Act::Undo, self.undoable),
                idle("redo", words.redo(), "", Act::Redo, self.redoable),
                replay.into(),
            ],
            vec![
                plain("stage-blank", words.stage_blank(), "B", Act::Blank),
                plain("stage-code", words.stage_code(), "Q", Act::Code),
                full.unwrap_or_default(),
                plain("stage-keys", words.stage_keys(), "?", Act::Keys),
                plain("stage-leave", words.stage_leave(), "Esc", Act::Exit),
            ],
        ];
        let groups = groups.into_iter().map(|tools| el("div").children(tools).into());
        el("div")
            .class("stage-tools")
            .attr("role", "group")
            .attr("aria-label", words.stage_tools())
            .children(groups)
            .into()
    }
}

/// Which side of the last change is on screen, and what that change was.
pub fn ribbon(words: Words, change: String, side: Side, chosen: &Callback<Option<Side>>) -> El {
    let choice = |hook, label, of: Side| {
        button(hook, label, chosen.reform(move |_| Some(of))).pressed(of == side).into()
    };
    let sides = [
        choice("replay-before", words.replay_before(), Side::Before),
        choice("replay-after", words.replay_after(), Side::After),
    ];
    let close = icon("replay-close", "×", words.overlay_close(), chosen.reform(|_| None));
    let shown = match side {
        Side::Before => words.replay_before(),
        Side::After => words.replay_after(),
    };
    el("div")
        .class("stage-ribbon")
        .child(
            el("div")
                .class("segments")
                .attr("role", "group")
                .attr("aria-label", words.replay_choice())
                .children(sides),
        )
        .child(
            el("p").attr("role", "status").child(span("hidden", [shown, ": "].concat())).child(text(change)),
        )
        .child(close)
}
