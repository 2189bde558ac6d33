//! The words of a workbook, as the page has them.

use crate::plan::Lang;

/// Every word that a workbook says by itself, and what is said of the scenario, in one language.
#[derive(Clone, Debug)]
pub struct Labels {
    /// Which of the plan's languages the workbook takes.
    pub lang: Lang,
    /// What the file says of its scenario.
    pub facts: Facts,
    /// Names of the sheets; each takes at most 31 characters.
    pub sheets: SheetNames,
    /// Names of columns.
    pub columns: Columns,
    /// The word of a verdict: met, short, unknown.
    pub verdicts: [&'static str; 3],
    /// The word of a measure: level, share, flow, cumulative.
    pub measures: [&'static str; 4],
    /// The word of a mode: percent, amount.
    pub modes: [&'static str; 2],
    /// The unit of a rate in per cent.
    pub percent_rate: &'static str,
    /// The unit of each indicator's rate as an amount, in the plan's order.
    pub amount_rates: Vec<String>,
    /// The word of a direction: at least, at most.
    pub directions: [&'static str; 2],
    /// The word of an origin: stated in the plan, inferred.
    pub origins: [&'static str; 3],
    /// The word for a baseline that the user assumes.
    pub assumed: &'static str,
    /// How a value counts: of its year, from the plan's first year on.
    pub counted: [&'static str; 2],
    /// How firm a result is: final, preliminary, reference.
    pub statuses: [&'static str; 3],
    /// That something is so, in a column that is empty otherwise.
    pub yes: &'static str,
    /// All pillars together.
    pub all: &'static str,
    /// Names of the plan's years: first, review, last.
    pub years: [&'static str; 3],
    /// What can be changed in the workbook, and what follows.
    pub guide: &'static str,
    /// What the colours of the projection mean.
    pub legend: &'static str,
    /// That there are no results.
    pub no_results: &'static str,
    /// The name of the plan's document.
    pub document: &'static str,
    /// The heading above `explained`.
    pub explained_title: &'static str,
    /// How figures are computed and judged, a sentence or two to a row.
    pub explained: Vec<String>,
}

/// What a workbook says of its scenario. Names and notes are texts of users.
#[derive(Clone, Debug)]
pub struct Facts {
    /// Names of the facts: scenario, note, date, link.
    pub names: [&'static str; 4],
    /// The plan's name, and whether a user changed the plan.
    pub plan: String,
    /// The scenario's name.
    pub title: String,
    /// When it was last changed; empty where nobody knows.
    pub date: String,
    /// The link to it, or the fragment of one.
    pub link: String,
    /// Stands in the place of a link that is longer than a cell takes.
    pub link_too_long: &'static str,
    /// The standing sentence, and what of the plan a user changed.
    pub standing: String,
}

/// Names of the sheets.
#[derive(Clone, Copy, Debug)]
pub struct SheetNames {
    /// 概要
    pub summary: &'static str,
    /// 仮定
    pub assumptions: &'static str,
    /// 投影
    pub projection: &'static str,
    /// 実績
    pub results: &'static str,
    /// 出典
    pub sources: &'static str,
}

/// Names of columns.
#[derive(Clone, Copy, Debug)]
pub struct Columns {
    /// The pillar's mark.
    pub mark: &'static str,
    /// The pillar's name.
    pub pillar: &'static str,
    /// The indicator's id.
    pub id: &'static str,
    /// Its name.
    pub indicator: &'static str,
    /// Its unit.
    pub unit: &'static str,
    /// Its measure.
    pub measure: &'static str,
    /// The baseline that progress counts from.
    pub base: &'static str,
    /// The year of it.
    pub base_year: &'static str,
    /// The value that the path starts from.
    pub start: &'static str,
    /// The year of it.
    pub start_year: &'static str,
    /// The mode of growth.
    pub mode: &'static str,
    /// The rate up to the review year.
    pub early: &'static str,
    /// The rate after it.
    pub late: &'static str,
    /// The unit of both.
    pub rate_unit: &'static str,
    /// The target.
    pub target: &'static str,
    /// The year of it.
    pub target_year: &'static str,
    /// Which side of it meets it.
    pub direction: &'static str,
    /// Whether the growth is locked.
    pub lock: &'static str,
    /// Why it is assumed.
    pub reason: &'static str,
    /// The outcome in the target year.
    pub projected: &'static str,
    /// Outcome less target.
    pub gap: &'static str,
    /// 進捗率
    pub progress: &'static str,
    /// 対目標比
    pub ratio: &'static str,
    /// The verdict.
    pub verdict: &'static str,
    /// How a value counts.
    pub counted: &'static str,
    /// A western year.
    pub year: &'static str,
    /// The same in its era.
    pub era: &'static str,
    /// A value.
    pub value: &'static str,
    /// How firm it is.
    pub status: &'static str,
    /// Where it was taken from.
    pub source: &'static str,
    /// Whether it cannot be compared with those before.
    pub series_break: &'static str,
    /// The statistic behind an indicator.
    pub method: &'static str,
    /// What it is for.
    pub aim: &'static str,
    /// What a reader must know.
    pub note: &'static str,
}
