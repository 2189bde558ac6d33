//! 概要: whose scenario it is, which pillars fall short, and what every indicator comes to. Verdicts are formulas.

use super::assumptions::{BASE, MEASURE, TARGET, TARGET_YEAR};
use super::book::{Cell, Figure, LONGEST, Role, Sheet};
use super::place::{Entry, PILLARS, cell, fixed, in_column, on};
use super::{Facts, Writer, head, heads, names, verdict_word};
use crate::codec::figure::decimals_apart;
use crate::model::{IndicatorOutlook, Tally, Verdict};
use crate::plan::Direction;

/// The columns of how many are met, fall short and are unknown; after them stands the pillar's verdict.
const COUNTS: [u16; 3] = [4, 5, 6];
/// The columns of an indicator.
const TARGET_AT: u16 = 6;
const PROJECTED: u16 = 7;
const VERDICT: u16 = 11;

impl Writer<'_> {
    pub(super) fn summary(&self) -> Sheet {
        let Writer { plan, labels, layout, outlook, .. } = self;
        let columns = labels.columns;
        let mut rows = self.facts();
        let [met, short, unknown] = labels.verdicts;
        rows.push(heads(&[columns.mark, "", columns.pillar, "", met, short, unknown, columns.verdict]));
        let mut next = layout.first_entry;
        for (index, pillar) in plan.pillars.iter().enumerate() {
            let count = layout.entries.iter().filter(|entry| entry.indicator.pillar == Some(index)).count();
            let after = next.saturating_add(u32::try_from(count).unwrap_or(u32::MAX));
            let mut row = vec![
                Cell::text(pillar.mark.get(labels.lang)),
                Cell::EMPTY,
                Cell::text(pillar.name.get(labels.lang)),
                Cell::EMPTY,
            ];
            let tally = outlook.pillars().get(index).map(|pillar| pillar.tally).unwrap_or_default();
            row.extend(self.counts(tally, at(rows.len()), next, after));
            rows.push(row);
            next = after;
        }
        let mut all = vec![Cell::EMPTY, Cell::EMPTY, Cell::text(labels.all), Cell::EMPTY];
        let after =
            layout.first_entry.saturating_add(u32::try_from(layout.entries.len()).unwrap_or(u32::MAX));
        all.extend(self.counts(outlook.all(), at(rows.len()), layout.first_entry, after));
        rows.push(all);
        rows.push(vec![]);
        let names = at(rows.len());
        rows.push(heads(&[
            columns.mark,
            columns.id,
            columns.indicator,
            columns.unit,
            columns.base,
            columns.target_year,
            columns.target,
            columns.projected,
            columns.gap,
            columns.progress,
            columns.ratio,
            columns.verdict,
        ]));
        for entry in &layout.entries {
            rows.extend(outlook.indicator(entry.index).map(|outlook| self.outcome(entry, outlook)));
        }
        Sheet {
            name: labels.sheets.summary.to_owned(),
            rows,
            widths: vec![12.0, 8.0, 44.0, 10.0, 12.0, 10.0, 12.0, 12.0, 12.0, 10.0, 10.0, 10.0],
            frozen: (1, 0),
            head: Some((names, names)),
        }
    }

    /// What stands above the pillars.
    fn facts(&self) -> Vec<Vec<Cell>> {
        let labels = self.labels;
        let Facts { names: [scenario, note, date, link], ref title, date: ref day, .. } = labels.facts;
        let address = &labels.facts.link;
        let fits = address.encode_utf16().count() <= LONGEST;
        let address = if fits { address.as_str() } else { labels.facts.link_too_long };
        let fact = |name: &str, text: &str| vec![head(name), Cell::text(text).of(Role::Wide)];
        vec![
            vec![Cell::text(&labels.facts.plan).of(Role::Title)],
            vec![Cell::text(&labels.facts.standing)],
            fact(scenario, title),
            fact(note, self.scenario.note.trim()),
            fact(date, day),
            fact(link, address),
            vec![Cell::text(labels.guide)],
            vec![],
        ]
    }

    /// How many of the indicators from one row to before another came to each verdict, and the verdict of all.
    fn counts(&self, tally: Tally, row: u32, from: u32, to: u32) -> Vec<Cell> {
        let Tally { met, short, unknown } = tally;
        let range = format!("{}:{}", fixed(from, VERDICT), fixed(to.saturating_sub(1), VERDICT));
        let mut cells: Vec<Cell> = COUNTS
            .into_iter()
            .zip([met, short, unknown])
            .map(|(column, count)| {
                if from == to {
                    return Cell::number(0.0, Figure::General);
                }
                let formula = format!("COUNTIF({range},{})", fixed(PILLARS - 1, column));
                Cell::computed(&formula, Some(count as f64), Figure::General)
            })
            .collect();
        let [met, short, _] = COUNTS.map(|column| cell(row, column));
        let [met_word, short_word, unknown_word] = self.verdict_cells();
        let formula = format!("IF({short}>0,{short_word},IF({met}>0,{met_word},{unknown_word}))");
        cells.push(Cell::worded(&formula, verdict_word(self.labels, tally.verdict())).of(Role::Verdict));
        cells
    }

    /// The cells with the words of the verdicts: the names of the columns that count them.
    fn verdict_cells(&self) -> [String; 3] {
        COUNTS.map(|column| fixed(PILLARS - 1, column))
    }

    fn outcome(&self, entry: &Entry<'_>, outlook: &IndicatorOutlook) -> Vec<Cell> {
        let [base, target_year, target_at] =
            [BASE, TARGET_YEAR, TARGET].map(|column| self.assumed(entry, column));
        let target = entry.indicator.target.point();
        let [projected, wanted] = [PROJECTED, TARGET_AT].map(|column| in_column(entry.summary, column));
        let outcome = outlook.outcome.map(|outcome| outcome.value);
        let mut row = names(self, entry);
        row.push(Cell::text(entry.indicator.unit.get(self.labels.lang)));
        let value = outlook.base.map(|base| base.value);
        row.push(Cell::computed(&format!("IF({base}=\"\",\"\",{base})"), value, entry.base_figure()));
        row.push(Cell::computed(&target_year, Some(f64::from(target.year.western())), Figure::General));
        row.push(Cell::computed(&target_at, Some(target.value), entry.target_figure()));
        // Rounding must not show the target's own number where the target is missed.
        let apart = |value: f64, other: f64, least: u8| match outlook.verdict {
            Verdict::Short => decimals_apart(value, other, least),
            Verdict::Met | Verdict::Unknown => least,
        };
        let least = entry.decimals();
        let shown = outcome.map_or(least, |value| apart(value, target.value, least));
        row.push(
            Cell::computed(&self.projected(entry), outcome, Figure::Decimals(shown)).of(Role::Projected),
        );
        let shown = outlook.gap.map_or(least, |gap| apart(gap, 0.0, least));
        let gap = format!("IF({projected}=\"\",\"\",{projected}-{wanted})");
        row.push(Cell::computed(&gap, outlook.gap, Figure::Signed(shown)));
        let percent =
            |part: Option<f64>| Figure::Percent(part.map_or(0, |part| apart(part * 100.0, 100.0, 0)));
        let progress = self.progress(entry, &base);
        row.push(Cell::computed(&progress, outlook.progress, percent(outlook.progress)));
        let ratio = format!("IF(OR({projected}=\"\",{wanted}=0),\"\",{projected}/{wanted})");
        row.push(Cell::computed(&ratio, outlook.ratio, percent(outlook.ratio)));
        row.push(self.verdict(entry, outlook.verdict));
        row
    }

    /// The value, or the total, of the target year.
    fn projected(&self, entry: &Entry<'_>) -> String {
        let column = self.layout.column(entry.indicator.target.year.value);
        let there = |row| {
            let at = on(self.labels.sheets.projection, &in_column(row, column));
            format!("IF({at}=\"\",\"\",{at})")
        };
        match entry.totals {
            Some(totals) => format!("IF({},{},{})", self.sums(entry), there(totals), there(entry.values)),
            None => there(entry.values),
        }
    }

    /// Whether an indicator is read as a sum.
    fn sums(&self, entry: &Entry<'_>) -> String {
        let [.., cumulative] = self.labels.measures;
        format!("{}=\"{cumulative}\"", self.assumed(entry, MEASURE))
    }

    /// 進捗率, with the cases in which there is none.
    fn progress(&self, entry: &Entry<'_>, base: &str) -> String {
        let [projected, target] = [PROJECTED, TARGET_AT].map(|column| in_column(entry.summary, column));
        let way = format!("({target}-{base})");
        let far = format!("IF(ABS{way}<0.01*ABS({base}),\"\",({projected}-{base})/{way})");
        let of_sum = match entry.indicator.direction {
            Direction::AtLeast => format!("IF({target}=0,\"\",{projected}/{target})"),
            Direction::AtMost => "\"\"".to_owned(),
        };
        let any = match entry.totals {
            Some(_) => format!("IF({},{of_sum},{far})", self.sums(entry)),
            None => far,
        };
        format!("IF(OR({projected}=\"\",{base}=\"\"),\"\",IF({target}={base},\"\",{any}))")
    }

    fn verdict(&self, entry: &Entry<'_>, verdict: Verdict) -> Cell {
        let [projected, target] = [PROJECTED, TARGET_AT].map(|column| in_column(entry.summary, column));
        let met = match entry.indicator.direction {
            Direction::AtLeast => format!("{projected}>={target}-1E-9*ABS({target})"),
            Direction::AtMost => format!("{projected}<={target}+1E-9*ABS({target})"),
        };
        let [met_word, short, unknown] = self.verdict_cells();
        let formula = format!("IF({projected}=\"\",{unknown},IF({met},{met_word},{short}))");
        Cell::worded(&formula, verdict_word(self.labels, verdict)).of(Role::Verdict)
    }
}

/// The row that comes next.
fn at(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}
