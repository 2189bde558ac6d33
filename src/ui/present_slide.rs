//! The slide of one pillar, or of a plan without pillars: its indicators, and one of them large.

use std::rc::Rc;

use yew::prelude::*;

use super::Dispatch;
use super::chart::ReadableChart;
use super::chart_data::year_rows;
use super::el::{El, all, el, text};
use super::kit::{on_click, planned, span};
use super::part::{Part, keyed, live, part};
use super::present_bar::tool;
use super::shared::Shared;
use super::strip::{verdict_class, verdict_name, verdict_sign};
use super::words::Words;
use crate::codec::figure::signed;
use crate::model::{Case, Companions, IndicatorOutlook, Inputs, Outlook, Scenario};
use crate::plan::{FiscalYear, Indicator, Plan};
use crate::state::Action;
use crate::view::{Act, Reach};

/// Indicators that stand on a slide at a time: more could not be read from afar.
const MOST_ROWS: usize = 8;

/// What a slide is made of.
pub struct PillarSlide {
    pub words: Words,
    pub plan: Shared<Plan>,
    pub scenario: Shared<Scenario>,
    pub outlook: Shared<Outlook>,
    pub pillar: usize,
    /// Index of the indicator that is shown large.
    pub shown: Option<usize>,
    /// Whether it shows what holds now, and not what held before the last change.
    pub now: bool,
    pub today: Option<FiscalYear>,
    pub dark: bool,
    pub drawn: Callback<()>,
    pub act: Callback<Act>,
    pub dispatch: Dispatch,
}

impl PillarSlide {
    /// The slide without its head.
    pub fn view(self) -> Html {
        let PillarSlide { words, plan, shown, .. } = &self;
        let Some(((_, indicators), shown)) = plan.groups().into_iter().nth(self.pillar).zip(*shown) else {
            return el("p").class("empty").text(words.slide_empty()).into();
        };
        let at = indicators.iter().position(|index| *index == shown).unwrap_or_default();
        let first = at / MOST_ROWS * MOST_ROWS;
        let of = indicators.len();
        let on_slide = indicators.iter().skip(first).take(MOST_ROWS);
        let rows = on_slide.filter_map(|index| self.row(*index, *index == shown));
        let counted = (of > MOST_ROWS).then(|| {
            let last = (first + MOST_ROWS).min(of);
            let [first, last, of] = [first + 1, last, of].map(|count| count.to_string());
            el("p").class("stage-counted").text(words.slide_rows(&first, &last, &of))
        });
        let rows = el("ul").class("stage-rows").attr("aria-label", words.indicators()).children(rows);
        let columns =
            [[words.projected(), " / ", words.target()].concat(), words.gap_column(plan).to_owned()];
        let columns = el("div")
            .class("stage-columns")
            .attr("aria-hidden", "true")
            .children(columns.map(|column| el("span").text(column).into()));
        let large = self.large(shown);
        el("div")
            .class("stage-pillar")
            .child(el("div").class("stage-list").child(columns).child(rows).maybe(counted))
            .maybe(large)
            .into()
    }

    fn row(&self, index: usize, shown: bool) -> Option<Html> {
        let id = self.plan.indicators.get(index)?.id.as_str();
        let row = Row {
            words: self.words,
            plan: self.plan.clone(),
            index,
            outlook: Shared::new(self.outlook.indicator(index)?),
            shown,
            now: self.now,
            dispatch: self.dispatch.clone(),
        };
        Some(keyed(id, row))
    }

    fn large(&self, index: usize) -> Option<Html> {
        let large = Large {
            words: self.words,
            plan: self.plan.clone(),
            index,
            inputs: Shared::new(self.scenario.inputs(index)?),
            outlook: Shared::new(self.outlook.indicator(index)?),
            today: self.today,
            dark: self.dark,
            drawn: self.drawn.clone(),
            act: self.act.clone(),
        };
        Some(part(large))
    }
}

/// One indicator of the slide's pillar. It follows its own outlook alone.
#[derive(PartialEq)]
struct Row {
    words: Words,
    plan: Shared<Plan>,
    index: usize,
    outlook: Shared<IndicatorOutlook>,
    shown: bool,
    now: bool,
    dispatch: Dispatch,
}

impl Part for Row {
    fn view(&self) -> Html {
        let Row { words, plan, index, outlook, shown, now, dispatch } = self;
        let Some(indicator) = plan.indicators.get(*index) else { return Html::default() };
        let verdict = outlook.verdict;
        let value = outlook.outcome.map(|outcome| outcome.value);
        let projected =
            value.map_or(words.no_value().to_owned(), |value| words.outcome(indicator, outlook, value));
        let target = words.target_figure(indicator);
        let year = indicator.target.year.value;
        let year = (year != plan.last.value).then(|| format!(" ({})", words.year(year)));
        let gap = words.gap_figure(indicator, outlook);
        let role = |role: &'static str| now.then_some(role);
        let button = el("button")
            .attr("data-action", "choose")
            .maybe_attr("aria-current", shown.then_some("true"))
            .on_click(on_click(dispatch, Action::Choose(*index)))
            .child(el("span").class("stage-name").child(planned(*words, &indicator.name)))
            .child(
                el("span")
                    .class("stage-outcome")
                    .maybe_attr("data-role", role("projected"))
                    .attr("data-value", value.map(|value| value.to_string()).unwrap_or_default())
                    .child(span("hidden", [words.projected(), " "].concat()))
                    .child(el("b").text(projected))
                    .child(span("hidden", [" ", words.target()].concat()))
                    .child(el("small").text([" / ", &target, year.as_deref().unwrap_or_default()].concat())),
            )
            .child(
                el("span")
                    .class("stage-gap")
                    .also(verdict_class(verdict), true)
                    .maybe_attr("data-role", role("verdict"))
                    .attr("data-value", verdict_name(verdict))
                    .child(verdict_sign(verdict))
                    .child(span(
                        "hidden",
                        [words.verdict(verdict), " ", words.gap_of(indicator.direction), " "].concat(),
                    ))
                    .text(gap.unwrap_or_else(|| words.no_value().to_owned())),
            );
        el("li").maybe_attr("data-indicator", now.then(|| indicator.id.clone())).child(button).into()
    }
}

/// The indicator that the slide is about: big figures, steps, chart.
#[derive(PartialEq)]
struct Large {
    words: Words,
    plan: Shared<Plan>,
    index: usize,
    inputs: Shared<Inputs>,
    outlook: Shared<IndicatorOutlook>,
    today: Option<FiscalYear>,
    dark: bool,
    drawn: Callback<()>,
    act: Callback<Act>,
}

impl Part for Large {
    fn view(&self) -> Html {
        let Large { words, plan, index, inputs, outlook, today, dark, drawn, act } = self;
        let Some(indicator) = plan.indicators.get(*index) else { return Html::default() };
        let rows = Companions::new(&Case::new(plan, indicator, inputs))
            .map(|companions| Rc::new(year_rows(plan, indicator, outlook, &companions, *today)))
            .unwrap_or_default();
        let chart = if rows.is_empty() {
            el("p").class("empty").text(words.no_path()).into()
        } else {
            live(ReadableChart {
                words: *words,
                plan: plan.clone(),
                index: *index,
                outlook: outlook.clone(),
                rows,
                others: Rc::default(),
                dark: *dark,
                own_type: true,
                drawn: drawn.clone(),
            })
        };
        el("section")
            .class("stage-large")
            .attr("aria-labelledby", "stage-large-title")
            .child(headline(*words, indicator, outlook))
            .child(figures(*words, indicator, inputs, outlook))
            .child(steppers(*words, inputs, outlook, act))
            .child(chart)
            .into()
    }
}

/// Name, projection and target of the indicator that is shown large.
pub fn headline(words: Words, indicator: &Indicator, outlook: &IndicatorOutlook) -> El {
    let value = outlook.outcome.map(|outcome| words.outcome(indicator, outlook, outcome.value));
    let target = words.target_figure(indicator);
    let outcome = words.outcome_of(
        &words.year(indicator.target.year.value),
        value.as_deref().unwrap_or(words.no_value()),
        &target,
        &words.unit(indicator, outlook.measure),
    );
    el("div")
        .class("stage-headline")
        .child(el("h2").attr("id", "stage-large-title").child(planned(words, &indicator.name)))
        .child(el("p").text(outcome))
}

/// Assumption, required pace and the way to the target, in numbers that are read from afar.
pub fn figures(words: Words, indicator: &Indicator, inputs: &Inputs, outlook: &IndicatorOutlook) -> El {
    let growth = outlook.growth;
    let unit = words.rate_unit(indicator, growth.mode);
    let assumed = if growth.is_uniform() {
        signed(growth.early.value(), 2)
    } else {
        [&signed(growth.early.value(), 2), "→", &signed(growth.late.value(), 2)].concat()
    };
    let (required, of_required) = match outlook.required {
        Ok(rate) => (signed(rate, 2), unit.clone()),
        Err(why) => (words.no_value().to_owned(), words.no_required(why).to_owned()),
    };
    let verdict = outlook.verdict;
    let gap = words.gap_figure(indicator, outlook);
    let gap = gap.unwrap_or_else(|| words.no_value().to_owned());
    let letters = [&assumed, &required, &gap].iter().map(|figure| figure.chars().count()).sum();
    let figure = |class, name, of: String, sign: Option<Html>, value: String| {
        let name: Html = all([text(name), el("small").text(of).into()]);
        let value = el("b").maybe(sign).text(value);
        entry_of(class, name, value)
    };
    let assumed_of = if inputs.locked { [&unit, " · ", words.locked()].concat() } else { unit };
    el("dl")
        .class(match letters {
            ..=18_usize => "stage-figures",
            19..=26 => "stage-figures is-long",
            _ => "stage-figures is-longer",
        })
        .child(figure("is-assumed", words.assumption(), assumed_of, None, assumed))
        .child(figure("", words.required(), of_required, None, required))
        .child(figure(
            verdict_class(verdict),
            words.gap_of(indicator.direction),
            words.unit(indicator, outlook.measure),
            Some(verdict_sign(verdict)),
            gap,
        ))
}

fn entry_of(class: &'static str, name: Html, value: El) -> Html {
    el("div").class(class).child(el("dt").child(name)).child(el("dd").child(value)).into()
}

/// Steps of the assumption, in the size that the indicator's slider has, and the required pace.
pub fn steppers(words: Words, inputs: &Inputs, outlook: &IndicatorOutlook, act: &Callback<Act>) -> El {
    let step = |hook: &'static str, reach: Reach, up: bool| {
        let by = reach.step(outlook.scale, up);
        let decimals = if by.hundredths() % 100 == 0 && by.hundredths().abs() > 100 { 0 } else { 1 };
        let does = if up { Act::Up(reach) } else { Act::Down(reach) };
        let label = signed(by.value(), decimals);
        el("button")
            .attr("data-action", hook)
            .on_click(act.reform(move |_| does))
            .text(label)
            .idle(inputs.locked)
            .into()
    };
    let steps = [
        step("stage-down-far", Reach::Long, false),
        step("stage-down", Reach::Short, false),
        step("stage-up", Reach::Short, true),
        step("stage-up-far", Reach::Long, true),
    ];
    let required = tool("stage-required", words.stage_required(), "R", act, Act::Required);
    el("div")
        .class("stage-steps")
        .attr("role", "group")
        .attr("aria-label", words.move_assumption())
        .children(steps)
        .child(required.idle(inputs.locked || outlook.required.is_err()))
}
