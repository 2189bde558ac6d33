//! What is wrong with a link, and what the user can decide.

use std::rc::Rc;

use yew::prelude::*;

use super::el::{El, all, el};
use super::faults::listed;
use super::kit::button;
use super::notices::Notices;
use super::words::Words;
use crate::codec::link::{Reading, Refusal};
use crate::plan::{Figures, Indicator, Moved, Numbers, Plan, PlanYears, Point};
use crate::platform::address;
use crate::state::{Action, Linking, Notice, settle};

/// A link of which nothing can be used here, and where one of another plan can be opened.
pub fn refused(words: Words, why: &Refusal, link: &str) -> Html {
    let elsewhere = match why {
        Refusal::OtherPlan { found } => address::of_plan(found).map(|address| {
            let address = [&address, "#", link].concat();
            el("p").child(el("a").attr("href", address).text(words.link_elsewhere(found)))
        }),
        _ => None,
    };
    el("div").child(el("p").text(refusal(words, why))).maybe(elsewhere).into()
}

/// Why nothing of a link can be used, and what to do.
pub fn refusal(words: Words, why: &Refusal) -> String {
    match why {
        Refusal::NewerVersion { found } => words.link_newer(&found.to_string()),
        Refusal::OtherPlan { found } => words.link_other_plan(found),
        Refusal::CutOff | Refusal::NotALink => words.link_cut_off().to_owned(),
        Refusal::TooLong { .. } => words.link_too_long().to_owned(),
    }
}

/// A link that was cut or changed on its way.
pub fn damaged(notices: &Notices, notice: &Notice, reading: &Rc<Reading>) -> Html {
    let Notices { words, plan, .. } = notices;
    let (plan, used) = (plan.clone(), Rc::clone(reading));
    let open = decide(notices, notice, move || settle(&plan, &used));
    all([
        el("p").text(words.link_damaged(&reading.understood.to_string())).into(),
        listed(*words, &reading.faults),
        buttons([button("open-damaged", words.open_damaged(), open), keep(notices, notice)]),
    ])
}

/// A link that was made with other numbers of the plan.
pub fn numbers_moved(
    notices: &Notices,
    notice: &Notice,
    reading: &Rc<Reading>,
    then: Option<&Rc<Numbers>>,
    moved: &[Moved],
) -> Html {
    let words = notices.words;
    let link = Rc::new(reading.link.clone());
    let today = decide(notices, notice, {
        let link = Rc::clone(&link);
        move || vec![Linking::Open(Rc::clone(&link)).into()]
    });
    let today = button("open-today", words.open_today(), today);
    let Some(then) = then else {
        let said = match reading.edited {
            true => words.numbers_edited(&reading.numbers),
            false => words.numbers_unknown(&reading.numbers),
        };
        let said = el("p").text(said);
        return all([said.into(), buttons([today, keep(notices, notice)])]);
    };
    let then = Rc::clone(then);
    let open_then =
        decide(notices, notice, move || vec![Linking::OpenThen(Rc::clone(&link), Rc::clone(&then)).into()]);
    let open_then = button("open-then", words.open_then(), open_then);
    all([
        el("p").text(words.numbers_moved()).into(),
        moved_table(words, &notices.plan, moved, [words.moved_then(), words.moved_now()]),
        buttons([today, open_then, keep(notices, notice)]),
    ])
}

fn buttons<const N: usize>(all: [El; N]) -> Html {
    el("div").class("segments").children(all.map(Html::from)).into()
}

/// Does what was decided and takes the question away.
fn decide(
    notices: &Notices,
    notice: &Notice,
    decision: impl Fn() -> Vec<Action> + 'static,
) -> Callback<MouseEvent> {
    let (dispatch, asked) = (notices.dispatch.clone(), notice.clone());
    Callback::from(move |_| {
        dispatch.emit(Action::Withdraw(asked.clone()));
        for action in decision() {
            dispatch.emit(action);
        }
        crate::platform::page::focus("list");
    })
}

fn keep(notices: &Notices, notice: &Notice) -> El {
    button("keep-own", notices.words.keep_own(), decide(notices, notice, Vec::new))
}

/// Every number that moved, under the names of the columns of then and now.
pub fn moved_table(words: Words, plan: &Plan, moved: &[Moved], names: [&'static str; 2]) -> Html {
    let rows = moved.iter().flat_map(|moved| moved_rows(words, plan, moved));
    let head = |text: &'static str| el("th").attr("scope", "col").text(text);
    let heads = el("tr")
        .child(head(words.indicator()))
        .child(head(words.moved_what()))
        .children(names.map(|name| head(name).into()));
    let table = el("table").child(el("thead").child(heads)).child(el("tbody").children(rows));
    el("div")
        .class("scroll")
        .attr("role", "group")
        .attr("aria-label", words.moved_table())
        .attr("tabindex", "0")
        .child(table)
        .into()
}

/// A row for each number that moved: whose, which, then and now.
fn moved_rows(words: Words, plan: &Plan, moved: &Moved) -> Vec<Html> {
    let row = |name: String, [what, then, now]: [String; 3]| {
        let cells = [what, then, now].map(|text| el("td").text(text).into());
        el("tr").child(el("th").attr("scope", "row").text(name)).children(cells).into()
    };
    match moved {
        Moved::Years { then, now } => {
            let years = |years: &PlanYears| {
                [years.first, years.review, years.last].map(|year| words.year(year)).join("–")
            };
            vec![row(
                words.text(&plan.name).to_owned(),
                [words.moved_years().to_owned(), years(then), years(now)],
            )]
        }
        Moved::Indicator { id, then, now } => {
            let indicator = plan.position(id).and_then(|index| plan.indicators.get(index));
            let name = indicator.map_or_else(|| id.clone(), |of| words.text(&of.name).to_owned());
            let said = |figures: &Option<Figures>| {
                figures.map_or_else(
                    || FIELDS.map(|_| words.no_figure().to_owned()),
                    |of| said(words, indicator, &of),
                )
            };
            let fields = FIELDS.into_iter().zip(said(then).into_iter().zip(said(now)));
            fields
                .filter(|(_, (then, now))| then != now)
                .map(|(field, (then, now))| row(name.clone(), [field(words).to_owned(), then, now]))
                .collect()
        }
    }
}

/// The names of what [`said`] says of an indicator's numbers.
const FIELDS: [fn(Words) -> &'static str; 4] =
    [Words::moved_base, Words::moved_target, Words::moved_measure, Words::moved_direction];

fn said(words: Words, indicator: Option<&Indicator>, figures: &Figures) -> [String; 4] {
    let point = |point: Point| {
        let value = indicator.map_or_else(|| point.value.to_string(), |of| words.value(of, point.value));
        [&value, " (", &words.year(point.year), ")"].concat()
    };
    [
        figures.base.map_or_else(|| words.no_figure().to_owned(), point),
        point(figures.target),
        words.measure_word(figures.measure).to_owned(),
        words.direction(figures.direction).to_owned(),
    ]
}
