//! The first slide: which pillars fall short, what is missing most, and the chosen indicator to move.

use yew::prelude::*;

use super::Dispatch;
use super::el::{El, el};
use super::kit::{on_click, planned, span};
use super::part::{Part, keyed, part};
use super::present_slide::{figures, headline, steppers};
use super::shared::Shared;
use super::strip::{verdict_class, verdict_sign};
use super::words::Words;
use crate::model::{
    IndicatorOutlook, Inputs, Outlook, PillarOutlook, RankMeasure, Scenario, Shortfall, Tally, rank,
};
use crate::plan::Plan;
use crate::state::Action;
use crate::view::{Act, Screen, Slide};

/// Shortfalls that are listed.
const MOST_SHORTFALLS: usize = 5;

/// What the slide is made of.
pub struct SummarySlide {
    pub words: Words,
    pub plan: Shared<Plan>,
    pub scenario: Shared<Scenario>,
    pub outlook: Shared<Outlook>,
    pub by: RankMeasure,
    /// Index of the indicator that the steps move.
    pub shown: Option<usize>,
    pub act: Callback<Act>,
    pub dispatch: Dispatch,
}

impl SummarySlide {
    /// The slide without its head.
    pub fn view(self) -> Html {
        let SummarySlide { words, plan, scenario, outlook, shown, act, .. } = &self;
        let pillars = (!plan.pillars.is_empty()).then(|| {
            let pillars = (0..plan.pillars.len()).filter_map(|index| self.pillar(index));
            el("ul").class("stage-pillars").attr("aria-label", words.pillars()).children(pillars)
        });
        let band = shown.and_then(|index| {
            let (inputs, outlook) = (scenario.inputs(index)?, outlook.indicator(index)?);
            Some(part(Band {
                words: *words,
                plan: plan.clone(),
                index,
                inputs: Shared::new(inputs),
                outlook: Shared::new(outlook),
                act: act.clone(),
            }))
        });
        el("div").class("stage-summary").maybe(pillars).child(self.shortfalls()).maybe(band).into()
    }

    fn pillar(&self, index: usize) -> Option<Html> {
        let pillar = PillarLine {
            words: self.words,
            plan: self.plan.clone(),
            index,
            outlook: Shared::new(self.outlook.pillars().get(index)?),
            act: self.act.clone(),
        };
        Some(keyed(self.plan.pillars.get(index)?.id.as_str(), pillar))
    }

    fn shortfalls(&self) -> El {
        let SummarySlide { words, plan, outlook, by, .. } = self;
        let rows = rank(plan, outlook, *by, MOST_SHORTFALLS);
        let list = if rows.is_empty() {
            el("p").class("empty").text(words.ranking_none())
        } else {
            el("ol").children(rows.iter().filter_map(|row| self.shortfall(row)))
        };
        el("section")
            .class("stage-shortfalls")
            .attr("aria-labelledby", "stage-shortfalls-title")
            .child(el("h2").attr("id", "stage-shortfalls-title").text(words.ranking()))
            .child(list)
    }

    fn shortfall(&self, row: &Shortfall) -> Option<Html> {
        let id = self.plan.indicators.get(row.indicator)?.id.as_str();
        let line = ShortfallLine {
            words: self.words,
            plan: self.plan.clone(),
            row: *row,
            outlook: Shared::new(self.outlook.indicator(row.indicator)?),
            dispatch: self.dispatch.clone(),
        };
        Some(keyed(id, line))
    }
}

/// How many indicators of the whole plan are met, in the largest type.
pub fn overall(words: Words, all: Tally) -> El {
    el("p")
        .class("stage-overall")
        .child(el("strong").text(all.met.to_string()))
        .child(span("stage-of", format!("/{}", all.all())))
        .child(span("stage-overall-word", words.overall()))
        .child(span("stage-overall-rest", words.overall_counts(all)))
}

/// One pillar in one line.
#[derive(PartialEq)]
struct PillarLine {
    words: Words,
    plan: Shared<Plan>,
    index: usize,
    outlook: Shared<PillarOutlook>,
    act: Callback<Act>,
}

impl Part for PillarLine {
    fn view(&self) -> Html {
        let PillarLine { words, plan, index, outlook, act } = self;
        let Some(pillar) = plan.pillars.get(*index) else { return Html::default() };
        let (index, tally) = (*index, outlook.tally);
        let verdict = tally.verdict();
        let name = el("span")
            .class("stage-name")
            .child(el("b").child(planned(*words, &pillar.mark)))
            .text(" ")
            .child(planned(*words, &pillar.short));
        let standing = el("span")
            .class("stage-verdict")
            .also(verdict_class(verdict), true)
            .child(verdict_sign(verdict))
            .child(el("b").text(words.verdict(verdict)))
            .text(" ")
            .child(el("small").text(words.tally(tally)));
        let button =
            el("button").on_click(act.reform(move |_| Act::Pillar(index))).child(name).child(standing);
        el("li").child(button).into()
    }
}

/// One of the largest shortfalls. It leads to the slide of its pillar.
#[derive(PartialEq)]
struct ShortfallLine {
    words: Words,
    plan: Shared<Plan>,
    row: Shortfall,
    outlook: Shared<IndicatorOutlook>,
    dispatch: Dispatch,
}

impl Part for ShortfallLine {
    fn view(&self) -> Html {
        let ShortfallLine { words, plan, row, outlook, dispatch } = self;
        let Some(indicator) = plan.indicators.get(row.indicator) else { return Html::default() };
        let share = row.by.map(|(measure, fraction)| {
            [words.measure_name(measure), " ", &words.ranked(measure, fraction)].concat()
        });
        let pace = outlook.required.map_or_else(
            |why| words.no_required(why).to_owned(),
            |rate| [words.required_short(), " ", &words.rate(indicator, outlook.growth.mode, rate)].concat(),
        );
        let show = on_click(
            dispatch,
            Action::Show(Screen::Presentation(Slide::Pillar(indicator.pillar.unwrap_or_default()))),
        );
        let choose = on_click(dispatch, Action::Choose(row.indicator));
        let lead = Callback::from(move |event: MouseEvent| {
            choose.emit(event.clone());
            show.emit(event);
        });
        let figures = el("span")
            .class("stage-short")
            .child(el("b").text(share.unwrap_or_default()))
            .text(" ")
            .child(el("small").text(pace));
        let button = el("button")
            .on_click(lead)
            .child(verdict_sign(outlook.verdict))
            .child(el("span").class("stage-name").child(planned(*words, &indicator.name)))
            .child(figures);
        el("li").child(button).into()
    }
}

/// The chosen indicator, whose steps move the pillars above it.
#[derive(PartialEq)]
struct Band {
    words: Words,
    plan: Shared<Plan>,
    index: usize,
    inputs: Shared<Inputs>,
    outlook: Shared<IndicatorOutlook>,
    act: Callback<Act>,
}

impl Part for Band {
    fn view(&self) -> Html {
        let Band { words, plan, index, inputs, outlook, act } = self;
        let Some(indicator) = plan.indicators.get(*index) else { return Html::default() };
        el("section")
            .class("stage-band")
            .attr("aria-labelledby", "stage-large-title")
            .child(headline(*words, indicator, outlook))
            .child(figures(*words, indicator, inputs, outlook))
            .child(steppers(*words, inputs, outlook, act))
            .into()
    }
}
