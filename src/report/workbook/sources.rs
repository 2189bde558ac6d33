//! 実績 and 出典: the results as entered, and where every number of the plan comes from.

use super::book::{Cell, Figure, Role, Sheet};
use super::place::Entry;
use super::{Writer, head, heads, names};
use crate::model::{Actual, ActualStatus, Entry as Counted};
use crate::plan::{Origin, Text};

impl Writer<'_> {
    pub(super) fn results(&self) -> Sheet {
        let Writer { labels, layout, .. } = self;
        let columns = labels.columns;
        let mut rows = vec![heads(&[
            columns.mark,
            columns.id,
            columns.indicator,
            columns.year,
            columns.era,
            columns.value,
            columns.unit,
            columns.counted,
            columns.status,
            columns.source,
            columns.series_break,
        ])];
        for entry in &layout.entries {
            let entered = entry.inputs.actuals.entries();
            rows.extend(entered.iter().map(|actual| self.result(entry, actual)));
        }
        if rows.len() == 1 {
            rows.push(vec![Cell::text(labels.no_results)]);
        }
        Sheet {
            name: labels.sheets.results.to_owned(),
            rows,
            widths: vec![6.0, 8.0, 44.0, 8.0, 8.0, 12.0, 10.0, 8.0, 10.0, 44.0, 8.0],
            frozen: (1, 3),
            head: Some((0, 0)),
        }
    }

    fn result(&self, entry: &Entry<'_>, actual: &Actual) -> Vec<Cell> {
        let labels = self.labels;
        let [yearly, total] = labels.counted;
        let [firm, preliminary, reference] = labels.statuses;
        let mut row = names(self, entry);
        row.push(Cell::year(actual.year));
        row.push(Cell::text(actual.year.era_short()));
        row.push(Cell::number(actual.value, Figure::Decimals(entry.decimals())).of(Role::Known));
        row.push(Cell::text(entry.indicator.unit.get(labels.lang)));
        row.push(Cell::text(match actual.entry {
            Counted::Total => total,
            Counted::Yearly if self.measure_of(entry).is_count() => yearly,
            Counted::Yearly => "",
        }));
        row.push(Cell::text(match actual.status {
            ActualStatus::Final => firm,
            ActualStatus::Preliminary => preliminary,
            ActualStatus::Reference => reference,
        }));
        row.push(Cell::text(&actual.source).of(Role::Prose));
        row.push(if actual.series_break { Cell::text(labels.yes) } else { Cell::EMPTY });
        row
    }

    pub(super) fn sources(&self) -> Sheet {
        let Writer { plan, labels, layout, .. } = self;
        let columns = labels.columns;
        let document = Cell::text(plan.source.get(labels.lang));
        let mut rows = vec![vec![head(labels.document), Cell::EMPTY, document], vec![]];
        rows.push(heads(&[
            columns.mark,
            columns.id,
            columns.indicator,
            columns.base,
            columns.base_year,
            columns.target,
            columns.target_year,
            columns.measure,
            columns.method,
            columns.aim,
            columns.note,
        ]));
        rows.extend(layout.entries.iter().map(|entry| self.source(entry)));
        rows.push(vec![]);
        rows.push(vec![Cell::text(labels.explained_title).of(Role::Title)]);
        rows.extend(labels.explained.iter().map(|said| vec![Cell::text(said)]));
        Sheet {
            name: labels.sheets.sources.to_owned(),
            rows,
            widths: vec![8.0, 8.0, 44.0, 12.0, 12.0, 12.0, 12.0, 12.0, 24.0, 44.0, 60.0],
            frozen: (3, 3),
            head: Some((2, 2)),
        }
    }

    /// Who says each of the plan's numbers, and what stands behind them.
    fn source(&self, entry: &Entry<'_>) -> Vec<Cell> {
        let labels = self.labels;
        let [stated, inferred, edited] = labels.origins;
        let word = |origin: Origin| match origin {
            Origin::Stated => stated,
            Origin::Inferred => inferred,
            Origin::Edited => edited,
        };
        let indicator = entry.indicator;
        let assumed = if entry.inputs.assumed_base.is_some() { labels.assumed } else { "" };
        let base =
            indicator.base.map_or([assumed; 2], |base| [base.value.origin, base.year.origin].map(word));
        let switched = self.measure_of(entry) != indicator.measure.value;
        let measure = if switched { labels.assumed } else { word(indicator.measure.origin) };
        let target = [indicator.target.value.origin, indicator.target.year.origin].map(word);
        let mut row = names(self, entry);
        row.extend(base.into_iter().chain(target).chain([measure]).map(Cell::text));
        let said = |text: &Option<Text>| text.as_ref().map_or("", |text| text.get(labels.lang)).to_owned();
        let texts = [&indicator.method, &indicator.aim, &indicator.note].map(said);
        row.extend(texts.into_iter().map(|text| Cell::text(text).of(Role::Prose)));
        row
    }
}
