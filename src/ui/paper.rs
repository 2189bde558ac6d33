//! The printed sheet: a scenario on one page for readers who have never seen the app.

use yew::prelude::*;

use super::address;
use super::el::{El, all, el, text};
use super::kit::span;
use super::paper_charts::charts;
use super::qr::qr;
use super::strip::{full_name, verdict_class, verdict_sign};
use super::words::Words;
use crate::codec::figure::signed;
use crate::model::{IndicatorOutlook, Inputs, Outlook, Scenario, Tally};
use crate::plan::{FiscalYear, Indicator, Origin, Pillar, Plan};
use crate::report::{Group, Line, Sheet};
use crate::state::AppState;

/// Bytes of a link up to which its code is read from a small square; beyond, it is printed large below the rest.
const SMALL_CODE: usize = 600;

/// Characters of a name beyond which it is set smaller.
const LONG_NAME: usize = 36;

/// What is on paper.
pub struct Paper<'a> {
    pub words: Words,
    pub state: &'a AppState,
    pub outlook: &'a Outlook,
}

/// The sheet, and the page of charts where it is asked for.
pub fn paper(paper: &Paper) -> Html {
    let Paper { words, state, outlook } = paper;
    let link = linked_to(state);
    let AppState { plan, scenario, view, .. } = state;
    let sheet = Sheet::new(plan, scenario, outlook);
    let code = link.as_ref().and_then(|(link, _)| Some((link.len(), qr(link, words.sheet_qr().into())?)));
    let (small, large) = match code {
        Some((length, code)) if length <= SMALL_CODE => (Some(code), None),
        Some((_, code)) => (None, Some(code)),
        None => (None, None),
    };
    let coded = |class: &'static str, code: Html| {
        el("figure").class(class).child(code).child(el("figcaption").text(words.sheet_code()))
    };
    let front = el("div")
        .class("paper-front")
        .child(head(paper, small.map(|code| coded("paper-code", code))))
        .child(pillars(*words, plan, outlook))
        .child(table(*words, plan, outlook, &sheet))
        .child(legend(*words, plan, &sheet))
        .maybe(said(words.note_title(), &scenario.note))
        .maybe(reasons(paper, &sheet))
        .maybe(link.map(|(link, whole)| linked(*words, link, whole)))
        .maybe(large.map(|code| coded("paper-code-large", code)));
    let behind = view.print_charts.then(|| charts(*words, state, outlook));
    el("article")
        .class("paper")
        .attr("data-role", "paper")
        .attr("lang", words.lang.tag())
        .child(front)
        .maybe(behind)
        .into()
}

fn head(paper: &Paper, code: Option<El>) -> El {
    let Paper { words, state, .. } = paper;
    let AppState { plan, scenario, today, .. } = state;
    let [first, last] = [plan.first.value, plan.last.value].map(|year| words.year_long(year));
    let facts = [Some(words.period(&first, &last)), words.dated(scenario, *today)];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    let name = words.scenario_title(scenario);
    let title = el("div")
        .child(el("p").class("paper-plan").text(words.plan_name(plan)))
        .child(el("h1").also("is-long", name.chars().count() > LONG_NAME).text(name))
        .child(el("p").class("paper-facts").text(facts.join(" · ")))
        .child(el("p").class("paper-standing").text(words.standing_of(plan)))
        .child(el("p").text(words.sheet_says(&words.year(plan.last.value))));
    el("header").class("paper-head").child(title).maybe(code)
}

/// The answer to the first question: which pillars fall short.
fn pillars(words: Words, plan: &Plan, outlook: &Outlook) -> El {
    let overall = outlook.all();
    let count = el("p")
        .class("paper-count")
        .child(el("b").text(overall.met.to_string()))
        .text(format!("/{}", overall.all()));
    let whole = el("li")
        .class("paper-whole")
        .child(count)
        .child(el("p").text(words.overall()))
        .child(el("p").class("paper-rest").text(words.overall_counts(overall)));
    let cells = plan.pillars.iter().zip(outlook.pillars()).map(|(pillar, outlook)| {
        let tally = outlook.tally;
        el("li")
            .class(verdict_class(tally.verdict()))
            .child(
                el("p")
                    .child(el("b").text(words.text(&pillar.mark).to_owned()))
                    .text(" ")
                    .text(words.text(&pillar.short).to_owned()),
            )
            .child(
                el("p")
                    .class("paper-verdict")
                    .child(verdict_sign(tally.verdict()))
                    .text(words.verdict(tally.verdict())),
            )
            .child(el("p").text(words.tally(tally)))
            .into()
    });
    el("ul").class("paper-pillars").attr("aria-label", words.pillars()).child(whole).children(cells)
}

fn table(words: Words, plan: &Plan, outlook: &Outlook, sheet: &Sheet) -> El {
    let column = |name: &'static str, columns: &'static str| {
        el("th").attr("scope", "col").attr("colspan", columns).text(name)
    };
    let assumption =
        column(words.assumption(), "2").maybe(sheet.halves.then(|| span("paper-sub", words.before_after())));
    let names = el("tr")
        .child(column(words.ranking_indicator(), "1"))
        .child(column(words.base(), "2"))
        .child(column(words.target(), "2"))
        .child(assumption)
        .child(column(words.projected(), "1"))
        .child(column(words.gap_column(plan), "1"))
        .child(column(words.verdict_column(), "1"));
    // Each column has its width, so that a long name breaks and no figure does.
    let widths = ["name", "value", "year", "value", "year", "rate", "unit", "result", "gap", "verdict"];
    let widths = widths.map(|class| el("col").class(["paper-col-", class].concat()).into());
    let groups = sheet.groups.iter().map(|of| group(words, plan, outlook, of));
    el("table")
        .class("paper-table")
        .also("is-halved", sheet.halves)
        .child(el("colgroup").children(widths))
        .child(el("thead").child(names))
        .children(groups)
}

fn group(words: Words, plan: &Plan, outlook: &Outlook, group: &Group) -> Html {
    let head = group.pillar.and_then(|index| {
        let (pillar, of) = plan.pillars.get(index).zip(outlook.pillars().get(index))?;
        Some(group_head(words, pillar, of.tally))
    });
    let lines = group.lines.iter().filter_map(|line| {
        let indicator = plan.indicators.get(line.indicator)?;
        Some(indicator_row(words, indicator, outlook.indicator(line.indicator)?, line))
    });
    el("tbody").maybe(head).children(lines).into()
}

fn group_head(words: Words, pillar: &Pillar, tally: Tally) -> El {
    let verdict = tally.verdict();
    let said = el("td")
        .class(verdict_class(verdict))
        .attr("colspan", "3")
        .child(verdict_sign(verdict))
        .child(el("b").text(words.verdict(verdict)))
        .text(format!(" {}", words.tally(tally)));
    let name = el("th").attr("scope", "rowgroup").attr("colspan", "7").text(full_name(words, pillar));
    el("tr").class("paper-group").child(name).child(said)
}

fn indicator_row(words: Words, indicator: &Indicator, outlook: &IndicatorOutlook, line: &Line) -> Html {
    let cell = |class: &'static str, text: String| el("td").class(class).text(text);
    let none = || words.no_value().to_owned();
    let small = |text: String| el("td").child(span("paper-year", text));
    let year = |year: FiscalYear| small(words.year(year));
    let name = el("th")
        .attr("scope", "row")
        .text(words.text(&indicator.name).to_owned())
        .text(" ")
        .child(span("paper-unit", unit(words, indicator, outlook, line)));
    let base = cell("num", outlook.base.map_or_else(none, |base| words.base_figure(indicator, base.value)));
    let base = base.maybe(line.assumed.then(|| span("paper-sub", words.assumed_by_user())));
    let growth = outlook.growth;
    let late = signed(growth.late.value(), 2);
    let rate =
        if growth.is_uniform() { late } else { format!("{} → {late}", signed(growth.early.value(), 2)) };
    let reason = line.reason.map(|number| span("paper-mark", words.reason_number(&number.to_string())));
    let rate_unit = small(words.rate_unit(indicator, growth.mode)).maybe(reason);
    let projected =
        outlook.outcome.map_or_else(none, |outcome| words.outcome(indicator, outlook, outcome.value));
    let gap = words.gap_figure(indicator, outlook).unwrap_or_else(none);
    let verdict = el("td")
        .class("paper-verdict")
        .also(verdict_class(outlook.verdict), true)
        .child(verdict_sign(outlook.verdict))
        .text(words.verdict(outlook.verdict));
    el("tr")
        .attr("data-paper", indicator.id.clone())
        .child(name)
        .child(base)
        .child(outlook.base.map_or_else(|| el("td"), |base| year(base.year)))
        .child(cell("num", words.target_figure(indicator)))
        .child(year(indicator.target.year.value))
        .child(cell("num", rate))
        .child(rate_unit)
        .child(cell("num paper-result", projected))
        .child(cell("num", gap))
        .child(verdict)
        .into()
}

/// The unit, and for counts how they count.
fn unit(words: Words, indicator: &Indicator, outlook: &IndicatorOutlook, line: &Line) -> String {
    let unit = words.unit(indicator, outlook.measure);
    let edited = indicator.measure.origin == Origin::Edited;
    if !outlook.measure.is_count() && !edited {
        return unit;
    }
    let measure = if line.switched || line.inferred || edited {
        words.measure_badge(outlook.measure, words.measure_origin(indicator, outlook))
    } else {
        words.measure_word(outlook.measure).to_owned()
    };
    format!("{unit}{}{measure}", words.and())
}

/// What the words and marks of the table mean, and where its numbers come from.
fn legend(words: Words, plan: &Plan, sheet: &Sheet) -> El {
    let switched = sheet.groups.iter().flat_map(|group| &group.lines).any(|line| line.switched);
    let marks = [
        Some(if plan.has_upper_targets() { words.gap_at_most_says() } else { words.gap_says() }.to_owned()),
        sheet.halves.then(|| words.halves_meet(&words.year(plan.review.value))),
        sheet.inferred.then(|| words.inferred_says().to_owned()),
        (sheet.assumed || switched).then(|| words.assumed_says().to_owned()),
        sheet.unknown.then(|| words.unknown_says().to_owned()),
    ];
    let marks: Vec<String> = marks.into_iter().flatten().collect();
    let mut statistics: Vec<&str> = Vec::new();
    for method in plan.indicators.iter().filter_map(|indicator| indicator.method.as_ref()) {
        let method = words.text(method);
        if !statistics.contains(&method) {
            statistics.push(method);
        }
    }
    let source = format!("{}: {}", words.source(), words.text(&plan.source));
    let statistics = (!statistics.is_empty())
        .then(|| text(format!(" {}: {}", words.statistics(), statistics.join(words.and()))));
    el("div")
        .class("paper-legend")
        .child(el("p").text(marks.join(" ")))
        .child(el("p").text(source).maybe(statistics))
}

/// A text of the user under a heading, where there is one.
fn said(title: &'static str, text: &str) -> Option<El> {
    let text = Some(text.trim()).filter(|text| !text.is_empty())?;
    let text = el("p").class("paper-text").text(text.to_owned());
    Some(el("section").class("paper-said").child(el("h2").text(title)).child(text))
}

/// Why growths are assumed, each under its number.
fn reasons(paper: &Paper, sheet: &Sheet) -> Option<El> {
    let Paper { words, state, .. } = paper;
    let reasons = sheet.reasons.iter().enumerate().filter_map(|(at, index)| {
        let reason = state.scenario.inputs(*index)?.reason.trim().to_owned();
        let name = words.indicator_name(&state.plan, *index);
        let number = el("b").text(words.reason_number(&(at + 1).to_string()));
        let name = span("paper-of", name);
        let reason = span("paper-text", reason);
        Some(el("li").child(number).text(" ").child(name).text(" ").child(reason).into())
    });
    let reasons: Vec<Html> = reasons.collect();
    (!reasons.is_empty()).then(|| {
        el("section")
            .class("paper-said")
            .child(el("h2").text(words.reasons_title()))
            .child(el("ol").class("paper-reasons").child(all(reasons)))
    })
}

/// The link to what is on paper, and whether it holds all of it. One that is long is made without name, note and
/// reasons: they stand on the paper, and a code of so many characters could not be read from it.
fn linked_to(state: &AppState) -> Option<(String, bool)> {
    let whole = address::link_to(state, &state.scenario)?;
    if whole.len() <= SMALL_CODE {
        return Some((whole, true));
    }
    let mut bare = Scenario::clone(&state.scenario);
    bare.name.clear();
    bare.note.clear();
    for (index, inputs) in state.scenario.all().iter().enumerate() {
        bare.set(index, Inputs { reason: String::new(), ..Inputs::clone(inputs) });
    }
    Some((address::link_to(state, &bare)?, false))
}

fn linked(words: Words, link: String, whole: bool) -> El {
    let name = if whole { words.sheet_link() } else { words.sheet_link_bare() };
    let address = el("a").attr("href", link.clone()).text(link);
    el("p").class("paper-link").child(el("b").text(name)).child(text(" ")).child(address)
}
