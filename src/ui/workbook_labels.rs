//! The words of a workbook, gathered for whoever writes it.

use super::words::Words;
use crate::model::Mode;
use crate::plan::Plan;
use crate::report::workbook::{Columns, Facts, Labels, SheetNames};

/// What a workbook says of its scenario.
pub struct Stated {
    /// The scenario's name, or that it has none.
    pub title: String,
    /// When it was last changed, else today; empty where nobody knows.
    pub date: String,
    /// The link to it, or its fragment where the page has no address.
    pub link: String,
}

/// The words in the language of the page.
pub fn labels(words: Words, plan: &Plan, stated: Stated) -> Labels {
    let Stated { title, date, link } = stated;
    Labels {
        lang: words.lang,
        facts: Facts {
            names: [words.book_scenario(), words.book_note(), words.book_date(), words.book_link()],
            title,
            date,
            link,
            link_too_long: words.book_link_too_long(),
            standing: words.standing(),
        },
        sheets: SheetNames {
            summary: words.book_summary(),
            assumptions: words.book_assumptions(),
            projection: words.book_projection(),
            results: words.book_results(),
            sources: words.book_sources(),
        },
        columns: columns(words),
        verdicts: [words.met(), words.short(), words.unknown()],
        measures: [words.level(), words.share(), words.flow(), words.cumulative()],
        modes: [words.book_percent(), words.book_amount()],
        percent_rate: words.percent_rate(),
        amount_rates: plan.indicators.iter().map(|one| words.rate_unit(one, Mode::Amount)).collect(),
        directions: [words.book_at_least(), words.book_at_most()],
        origins: [words.stated(), words.inferred()],
        assumed: words.assumed_by_user(),
        counted: [words.book_yearly(), words.book_total()],
        statuses: [words.book_final(), words.book_preliminary(), words.book_reference()],
        yes: words.book_yes(),
        all: words.book_all(),
        years: [words.book_first_year(), words.book_review_year(), words.book_last_year()],
        guide: words.book_guide(),
        legend: words.book_legend(),
        no_results: words.book_no_results(),
        document: words.book_document(),
        explained_title: words.book_explained(),
        explained: explained(words, plan),
    }
}

fn columns(words: Words) -> Columns {
    Columns {
        mark: words.book_mark(),
        pillar: words.book_pillar(),
        id: words.book_id(),
        indicator: words.ranking_indicator(),
        unit: words.book_unit(),
        measure: words.book_measure(),
        base: words.base(),
        base_year: words.book_base_year(),
        start: words.book_start(),
        start_year: words.book_start_year(),
        mode: words.book_mode(),
        early: words.growth_early(),
        late: words.growth_late(),
        rate_unit: words.book_rate_unit(),
        target: words.target(),
        target_year: words.book_target_year(),
        direction: words.book_direction(),
        lock: words.book_lock(),
        reason: words.reason(),
        projected: words.projected(),
        gap: words.gap(),
        progress: words.progress(),
        ratio: words.ratio(),
        verdict: words.book_verdict(),
        counted: words.book_counted(),
        year: words.book_year(),
        era: words.book_era(),
        value: words.book_value(),
        status: words.book_status(),
        source: words.book_source(),
        series_break: words.book_break(),
        method: words.book_method(),
        aim: words.book_aim(),
        note: words.book_caution(),
    }
}

/// How figures come about, a sentence or two to a row.
fn explained(words: Words, plan: &Plan) -> Vec<String> {
    let [first, review] = [plan.first.value, plan.review.value].map(|year| words.year_long(year));
    vec![
        words.book_says_percent().to_owned(),
        words.book_says_amount().to_owned(),
        words.book_says_halves(&review),
        words.book_says_bounds().to_owned(),
        words.book_says_sum(&first),
        words.book_says_start().to_owned(),
        words.book_says_between().to_owned(),
        words.book_says_verdict().to_owned(),
        words.book_says_progress().to_owned(),
        words.book_says_ratio().to_owned(),
        words.book_says_pillar().to_owned(),
        words.book_says_inferred().to_owned(),
        words.standing().to_owned(),
    ]
}
