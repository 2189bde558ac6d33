//! The table of a comparison: one scenario to a column, pillars and indicators in the rows.

use yew::prelude::*;

use super::Dispatch;
use super::compare::HEAD;
use super::el::{El, el};
use super::kit::{button, on_click, on_last_click, planned, span};
use super::part::{Part, keyed};
use super::shared::Shared;
use super::strip::{pillar_name, verdict_class, verdict_sign};
use super::words::Words;
use crate::model::{IndicatorOutlook, InputPart, Inputs, Outlook, PillarOutlook, Scenario, apart};
use crate::plan::Plan;
use crate::state::{Action, Comparing};

/// A scenario that is compared.
#[derive(Clone, PartialEq)]
pub struct Column {
    pub letter: &'static str,
    pub name: String,
    /// What there is to say of it; may be empty.
    pub note: &'static str,
    pub scenario: Shared<Scenario>,
    pub outlook: Shared<Outlook>,
}

/// One indicator in a scenario that is compared.
#[derive(Clone, PartialEq)]
pub struct Cell {
    pub letter: &'static str,
    pub name: String,
    pub inputs: Shared<Inputs>,
    pub outlook: Shared<IndicatorOutlook>,
}

impl Column {
    /// What it has of an indicator.
    pub fn of(&self, index: usize) -> Option<Cell> {
        let (inputs, outlook) = self.scenario.inputs(index).zip(self.outlook.indicator(index))?;
        let (inputs, outlook) = (Shared::new(inputs), Shared::new(outlook));
        Some(Cell { letter: self.letter, name: self.name.clone(), inputs, outlook })
    }
}

impl Cell {
    /// What sets it apart from the first, of all that can change an outcome or explains it.
    pub fn apart(&self, first: &Cell) -> Vec<InputPart> {
        let mut parts = apart(&first.inputs.clone().into_rc(), &self.inputs.clone().into_rc());
        parts.retain(|part| *part != InputPart::Lock);
        parts
    }
}

/// The whole table.
#[derive(PartialEq)]
pub struct Table {
    pub words: Words,
    pub plan: Shared<Plan>,
    pub columns: Vec<Column>,
    pub chosen: usize,
    /// Whether rows without a difference are left out.
    pub only: bool,
    pub toggle: Callback<MouseEvent>,
    pub dispatch: Dispatch,
}

impl Part for Table {
    fn view(&self) -> Html {
        let Table { words, plan, columns, only, toggle, .. } = self;
        let words = *words;
        let strip = plan.pillars.iter().enumerate().map(|(at, pillar)| {
            let of = columns.iter().filter_map(|column| column.outlook.pillars().get(at).map(Shared::new));
            keyed(pillar.id.as_str(), PillarRow { words, plan: plan.clone(), pillar: at, of: of.collect() })
        });
        let strip = (!plan.pillars.is_empty()).then(|| group("tbody").class("compare-strip").children(strip));
        let span = (columns.len() + 1).to_string();
        let bodies = plan.groups().into_iter().filter_map(|(pillar, indicators)| {
            let rows: Vec<Html> = indicators.iter().filter_map(|index| self.row(*index)).collect();
            let head = pillar.and_then(|pillar| plan.pillars.get(pillar)).map(|pillar| {
                let name = heading("rowgroup").attr("colspan", span.clone());
                row().class("compare-group").child(name.child(pillar_name(words, pillar)))
            });
            (!rows.is_empty()).then(|| group("tbody").maybe(head).children(rows).into())
        });
        let bodies: Vec<Html> = bodies.collect();
        let same = bodies.is_empty().then(|| el("p").class("empty").text(words.compare_same()));
        let heads = columns.iter().enumerate().map(|(at, column)| self.head(at, column));
        let corner =
            cell().child(button("compare-only", words.compare_only(), toggle.clone()).pressed(*only));
        let table = el("table")
            .class("compare-table")
            .attr("role", "table")
            .attr("aria-label", words.compare_table())
            .child(group("thead").child(row().child(corner).children(heads)))
            .maybe(strip)
            .children(bodies);
        el("section")
            .class("compare-rows")
            .attr("tabindex", "0")
            .attr("aria-label", words.compare_table())
            .child(table)
            .maybe(same)
            .child(el("p").class("hint").text(words.compare_hint()))
            .into()
    }
}

impl Table {
    fn head(&self, at: usize, column: &Column) -> Html {
        let Table { words, dispatch, .. } = self;
        let words = *words;
        let Column { letter, name, note, outlook, .. } = column;
        let act = |hook: &'static str, label: &'static str, spoken: String, act: Action| {
            button(hook, label, on_last_click(dispatch, act, HEAD.to_owned())).attr("aria-label", spoken)
        };
        let acts = at.checked_sub(1).map(|rival| {
            let current = Comparing::MakeCurrent(rival).into();
            let out = Comparing::Remove(rival).into();
            el("div")
                .class("compare-acts")
                .child(act("make-current", words.make_current(), words.compare_make(name), current))
                .child(act("compare-remove", words.take_out(), words.compare_take_out(name), out))
        });
        heading("col")
            .attr("data-compared", *letter)
            .child(sample(at))
            .child(span("compare-letter", *letter))
            .child(span("compare-name", name.clone()))
            .maybe((!note.is_empty()).then(|| el("small").text(*note)))
            .child(span("compare-tally", words.tally(outlook.all())))
            .maybe(acts)
            .into()
    }

    fn row(&self, index: usize) -> Option<Html> {
        let cells: Vec<Cell> = self.columns.iter().filter_map(|column| column.of(index)).collect();
        let (first, rest) = cells.split_first()?;
        if self.only && rest.iter().all(|cell| cell.apart(first).is_empty()) {
            return None;
        }
        let row = Row {
            words: self.words,
            plan: self.plan.clone(),
            index,
            cells,
            chosen: self.chosen == index,
            dispatch: self.dispatch.clone(),
        };
        Some(keyed(self.plan.indicators.get(index)?.id.as_str(), row))
    }
}

/// Rows are laid out for themselves, so that one that changes costs the others nothing, and those out of sight cost
/// nothing at all; the roles say what they still are.
fn group(name: &'static str) -> El {
    el(name).attr("role", "rowgroup")
}

fn row() -> El {
    el("tr").attr("role", "row")
}

fn cell() -> El {
    el("td").attr("role", "cell")
}

fn heading(scope: &'static str) -> El {
    el("th").attr("role", if scope == "col" { "columnheader" } else { "rowheader" }).attr("scope", scope)
}

/// The stroke of a scenario on the chart.
pub fn sample(at: usize) -> El {
    let line = el("line").attr("x1", "0").attr("x2", "30").attr("y1", "4").attr("y2", "4");
    el("svg")
        .class("compare-stroke")
        .also(["is-a", "is-b", "is-c", "is-d"].get(at).copied().unwrap_or_default(), true)
        .attr("viewBox", "0 0 30 8")
        .attr("aria-hidden", "true")
        .child(line)
}

/// A pillar in all scenarios.
#[derive(PartialEq)]
struct PillarRow {
    words: Words,
    plan: Shared<Plan>,
    pillar: usize,
    of: Vec<Shared<PillarOutlook>>,
}

impl Part for PillarRow {
    fn view(&self) -> Html {
        let PillarRow { words, plan, pillar, of } = self;
        let Some(pillar) = plan.pillars.get(*pillar) else { return Html::default() };
        let cells = of.iter().map(|of| {
            let verdict = of.tally.verdict();
            cell()
                .class(verdict_class(verdict))
                .child(verdict_sign(verdict))
                .child(el("b").class("compare-verdict").text(words.verdict(verdict)))
                .child(el("small").text(words.tally(of.tally)))
                .into()
        });
        row()
            .attr("data-compared-pillar", pillar.id.clone())
            .child(heading("row").child(pillar_name(*words, pillar)))
            .children(cells)
            .into()
    }
}

/// An indicator in all scenarios. It follows its own inputs and outlooks alone.
#[derive(PartialEq)]
struct Row {
    words: Words,
    plan: Shared<Plan>,
    index: usize,
    cells: Vec<Cell>,
    chosen: bool,
    dispatch: Dispatch,
}

impl Part for Row {
    fn view(&self) -> Html {
        let Row { words, plan, index, cells, chosen, dispatch } = self;
        let words = *words;
        let Some((indicator, first)) = plan.indicators.get(*index).zip(cells.first()) else {
            return Html::default();
        };
        let year = indicator.target.year.value;
        let target = [
            &words.year(year),
            " ",
            words.target(),
            " ",
            &words.target_figure(indicator),
            " ",
            &words.unit(indicator, first.outlook.measure),
        ];
        let choose = el("button")
            .class("row-name")
            .attr("data-action", "choose")
            .maybe_attr("aria-current", chosen.then_some("true"))
            .on_click(on_click(dispatch, Action::Choose(*index)))
            .child(planned(words, &indicator.name));
        let name = heading("row").child(choose).child(el("small").text(target.concat()));
        let cells = cells.iter().map(|cell| {
            let outlook = &cell.outlook;
            let value = outlook.outcome.map(|outcome| words.outcome(indicator, outlook, outcome.value));
            let parts = cell.apart(first);
            let rate = words.assumed(indicator, outlook);
            let grown = [InputPart::Growth, InputPart::Late, InputPart::Mode];
            let rate = if parts.iter().any(|part| grown.contains(part)) {
                el("small").class("differs").text(["≠ ", &rate].concat())
            } else {
                el("small").text(rate)
            };
            let others = parts.iter().filter(|part| !grown.contains(part));
            let others = others.map(|part| {
                el("small").class("differs").text(["≠ ", words.input_part(*part)].concat()).into()
            });
            self::cell()
                .class(verdict_class(outlook.verdict))
                .attr("data-outcome", outlook.outcome.map(|of| of.value.to_string()).unwrap_or_default())
                .child(span("compare-value", value.unwrap_or_else(|| words.no_value().to_owned())))
                .child(verdict_sign(outlook.verdict))
                .child(span("hidden", words.verdict(outlook.verdict)))
                .child(rate)
                .children(others)
                .into()
        });
        row()
            .also("is-chosen", *chosen)
            .attr("data-compared-indicator", indicator.id.clone())
            .child(name)
            .children(cells)
            .into()
    }
}

impl Words {
    /// What a part of what is said of an indicator is called.
    pub fn input_part(self, part: InputPart) -> &'static str {
        match part {
            InputPart::Growth => self.part_growth(),
            InputPart::Late => self.part_late(),
            InputPart::Mode => self.part_mode(),
            InputPart::Measure => self.part_measure(),
            InputPart::Base => self.part_base(),
            InputPart::Results => self.part_results(),
            InputPart::Lock => self.part_lock(),
            InputPart::Reason => self.part_reason(),
        }
    }
}
