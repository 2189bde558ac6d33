//! What there is to say of the selected results: what numbers count, how firm they are, where they come from; and of
//! what could not be taken.

use yew::prelude::*;

use super::el::{El, all, el};
use super::field::Field;
use super::kit::{button, radio, span};
use super::part::{Link, live};
use super::results::{Message, Results};
use super::results_sheet::{Sheet, base, result};
use super::strip::{verdict_class, verdict_sign};
use super::words::Words;
use crate::codec::cells::{Pasted, Refused};
use crate::model::{Actual, ActualStatus, Entry, Inputs, MAX_TEXT};
use crate::plan::{FiscalYear, Indicator, Measure};
use crate::state::Revision;

/// Finds the first control that says something of the selected cells.
pub const FIRST: &str = "#results-panel :is(input:checked, input[type=checkbox], summary)";
/// Most cells that are listed of those that could not be taken.
const LISTED: usize = 100;
/// Most characters that are shown of what stands in one.
const FOUND: usize = 40;

/// What stands beside the grid.
pub fn panel(results: &Results, sheet: &Sheet, link: &Link<Results>) -> El {
    let words = results.words;
    let here = sheet.here().and_then(|(index, year)| {
        let indicator = results.plan.indicators.get(index)?;
        Some((index, year, indicator, results.scenario.inputs(index)?))
    });
    let cell = here.map(|(index, year, indicator, inputs)| {
        let count = inputs.measure(indicator).is_count();
        let choice = count.then(|| choice(results, sheet, link, index));
        all([heading(results, indicator, inputs, year, index), choice.map(Html::from).unwrap_or_default()])
    });
    el("aside")
        .attr("id", "results-panel")
        .class("grid-panel panel")
        .attr("tabindex", "-1")
        .attr("aria-label", words.results_cell())
        .maybe(sheet.pasted.as_ref().map(|pasted| refused(results, pasted, link)))
        .maybe(cell)
        .child(attributes(results, sheet, link))
        .child(legend(words))
        .child(
            el("details")
                .child(el("summary").text(words.results_keys()))
                .child(el("p").class("hint").text(words.results_keys_list())),
        )
}

/// Whose result for which year it is, and what follows from the results so far.
fn heading(
    results: &Results,
    indicator: &Indicator,
    inputs: &Inputs,
    year: FiscalYear,
    index: usize,
) -> Html {
    let words = results.words;
    let outlook = results.outlook.indicator(index).map(|outlook| {
        let value = outlook.outcome.map(|outcome| {
            [&words.outcome(indicator, outlook, outcome.value), " ", &words.unit(indicator, outlook.measure)]
                .concat()
        });
        el("p")
            .class(verdict_class(outlook.verdict))
            .attr("data-role", "results-outlook")
            .text([&words.projected_in(indicator.target.year.value), " "].concat())
            .child(el("b").text(value.unwrap_or_else(|| words.no_value().to_owned())))
            .text(" ")
            .child(verdict_sign(outlook.verdict))
            .child(span("verdict", words.verdict(outlook.verdict)))
    });
    let of_plan = indicator.base.is_some() && base(indicator, inputs).is_some_and(|base| base.year == year);
    el("div")
        .class("grid-here")
        .child(el("h2").text(words.text(&indicator.name).to_owned()))
        .child(el("p").text(words.year_long(year)))
        .maybe(outlook)
        .maybe(of_plan.then(|| el("p").class("hint").text(words.results_base_hint())))
        .into()
}

/// What numbers count that are typed from now on.
fn choice(results: &Results, sheet: &Sheet, link: &Link<Results>, index: usize) -> El {
    let words = results.words;
    let entry = sheet.entry(index, results.scenario.inputs(index));
    let chosen = |entry| link.on(move |_: Event| Some(Message::Choose(index, entry)));
    let radios = entries(results, "results-new", Some(entry), chosen);
    group(words.results_new(), radios).child(el("p").class("hint").text(words.results_new_hint()))
}

fn entries(
    results: &Results,
    name: &'static str,
    is: Option<Entry>,
    chosen: impl Fn(Entry) -> Callback<Event>,
) -> Html {
    let words = results.words;
    let total = words.results_total(&words.year(results.plan.first.value));
    let option = |entry, label: AttrValue| radio(name.into(), label, is == Some(entry), false, chosen(entry));
    all([option(Entry::Yearly, words.results_yearly().into()), option(Entry::Total, total.into())])
}

fn group(name: impl Into<String>, content: Html) -> El {
    el("fieldset").child(el("legend").text(name.into())).child(content)
}

/// What is said of the selected results, all at once.
fn attributes(results: &Results, sheet: &Sheet, link: &Link<Results>) -> El {
    let words = results.words;
    let cells: Vec<(usize, FiscalYear)> = sheet.selected();
    let there: Vec<(&Indicator, &Inputs, &Actual)> = cells
        .iter()
        .filter_map(|(index, year)| {
            let inputs = results.scenario.inputs(*index)?;
            Some((results.plan.indicators.get(*index)?, &**inputs, result(inputs, *year)?))
        })
        .collect();
    if there.is_empty() {
        return el("p").class("hint").text(words.results_nothing());
    }
    let revise = |revision: Revision| link.on(move |_: Event| Some(Message::Revise(revision.clone())));
    let status = common(there.iter().map(|(.., actual)| actual.status));
    let statuses = [ActualStatus::Final, ActualStatus::Preliminary, ActualStatus::Reference].map(|one| {
        let chosen = revise(Revision::Status(one));
        radio("results-status".into(), words.status(one).into(), status == Some(one), false, chosen)
    });
    let broken = there.iter().all(|(.., actual)| actual.series_break);
    let checkbox = el("input")
        .attr("type", "checkbox")
        .attr("data-role", "results-break")
        .checked(broken)
        .on_change(revise(Revision::SeriesBreak(!broken)));
    let checkbox = el("label").class("choice").child(checkbox).child(el("span").text(words.results_break()));
    let counts = there.iter().all(|(indicator, inputs, _)| inputs.measure(indicator).is_count());
    let counted = counts.then(|| {
        let is = common(there.iter().map(|(.., actual)| actual.entry));
        let radios = entries(results, "results-counts", is, |entry| revise(Revision::Entry(entry)));
        group(words.results_counts(), radios)
    });
    let clear = link.on(|_: MouseEvent| Some(Message::Revise(Revision::Clear)));
    group(
        words.results_chosen(&there.len().to_string()),
        all([
            group(words.csv_status(), all(statuses)).into(),
            counted.map(Html::from).unwrap_or_default(),
            source(words, cells, &there, link),
            checkbox.into(),
            button("clear-results", words.results_clear(), clear).into(),
        ]),
    )
    .class("grid-said")
}

fn source(
    words: Words,
    cells: Vec<(usize, FiscalYear)>,
    there: &[(&Indicator, &Inputs, &Actual)],
    link: &Link<Results>,
) -> Html {
    let source = common(there.iter().map(|(.., actual)| actual.source.as_str())).unwrap_or_default();
    // What is typed belongs to the cells for which it was begun, whatever is selected by the time it is taken.
    let said = link.on(move |source| Some(Message::ReviseThese(cells.clone(), Revision::Source(source))));
    let commit = Callback::from(move |source: String| {
        said.emit(source);
        Ok(())
    });
    let field = Field {
        most: MAX_TEXT,
        placeholder: words.results_source_hint().into(),
        ..Field::new("results-source", words.source(), source.to_owned(), commit)
    };
    let name = el("label").attr("for", "results-source").text(words.source());
    el("div").class("grid-source").child(name).child(live(field)).into()
}

/// The value that all have.
fn common<T: PartialEq>(mut values: impl Iterator<Item = T>) -> Option<T> {
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}

/// The cells that could not be taken, each with its place, what stands there, and what to do.
fn refused(results: &Results, pasted: &Pasted, link: &Link<Results>) -> El {
    let words = results.words;
    let [count, taken] = [pasted.refused.len(), pasted.taken].map(|count| count.to_string());
    // Its place in a block of one cell says nothing.
    let one = pasted.taken + pasted.refused.len() == 1;
    let lines = pasted.refused.iter().take(LISTED);
    let lines = lines.map(|refused| el("li").text(line(results, refused, !one)).into());
    let more = pasted.refused.len().saturating_sub(LISTED);
    let more = (more > 0).then(|| el("p").text(words.results_more(&more.to_string())));
    el("div")
        .class("grid-refused")
        .attr("role", "alert")
        .attr("data-role", "results-refused")
        .child(el("p").text(words.results_refused(&count, &taken)))
        .child(el("ul").children(lines))
        .maybe(more)
        .child(button("refused-read", words.close(), link.on(|_: MouseEvent| Some(Message::Read))))
}

fn line(results: &Results, refused: &Refused, placed: bool) -> String {
    let words = results.words;
    let Refused { row, column, at, found, why } = refused;
    let of = at.and_then(|(index, year)| {
        let indicator = results.plan.indicators.get(index)?;
        let measure = results.scenario.inputs(index)?.measure(indicator);
        Some(([words.text(&indicator.name), " ", &words.year(year)].concat(), measure))
    });
    let measure = of.as_ref().map_or(Measure::Level, |(_, measure)| *measure);
    let place = placed.then(|| words.results_refused_at(&row.to_string(), &column.to_string()));
    let found: String = found.chars().take(FOUND).collect();
    let found = words.results_found(&found);
    let parts = [place, of.map(|(cell, _)| cell), Some(found)];
    let why = words.refusal(*why, measure, &words.year(results.plan.first.value));
    [&parts.into_iter().flatten().collect::<Vec<String>>().join(" "), ": ", &why].concat()
}

fn legend(words: Words) -> El {
    let sign = |sign: &'static str, means: &'static str| {
        el("div").child(el("dt").text(sign)).child(el("dd").text(means)).into()
    };
    let signs = [
        sign(words.tag_preliminary(), words.sign_preliminary()),
        sign(words.tag_reference(), words.sign_reference()),
        sign(words.tag_break(), words.sign_break()),
        sign(words.base(), words.sign_base()),
    ];
    el("div").class("grid-legend").child(el("h3").text(words.results_signs())).child(el("dl").children(signs))
}
