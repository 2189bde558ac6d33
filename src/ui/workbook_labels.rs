//! The words of a workbook, gathered for whoever writes it.

use super::words::Words;
use crate::report::workbook::{Columns, Facts, Labels, SheetNames};

/// What a workbook says of its scenario.
pub struct Stated {
    /// The plan's name, and whether a user changed the plan.
    pub plan: String,
    /// What the figures are and are not, and what of the plan a user changed.
    pub standing: String,
    /// The scenario's name, or that it has none.
    pub title: String,
    /// When it was last changed, else today; empty where nobody knows.
    pub date: String,
    /// The link to it, or its fragment where the page has no address.
    pub link: String,
    /// The unit of each indicator's rate as an amount, in the plan's order.
    pub amount_rates: Vec<String>,
    /// The plan's first and its mid-term year.
    pub years: [String; 2],
}

/// The words in the language of the page.
pub fn labels(words: Words, stated: Stated) -> Labels {
    let Stated { plan, standing, title, date, link, amount_rates, years } = stated;
    Labels {
        lang: words.lang,
        facts: Facts {
            names: [words.book_scenario(), words.book_note(), words.book_date(), words.book_link()],
            plan,
            title,
            date,
            link,
            link_too_long: words.book_link_too_long(),
            standing: standing.clone(),
        },
        sheets: SheetNames {
            summary: words.book_summary(),
            assumptions: words.book_assumptions(),
            projection: words.book_projection(),
            results: words.book_results(),
            sources: words.book_sources(),
        },
        columns: columns(words),
        verdicts: [words.book_met(), words.book_short(), words.book_unknown()],
        measures: [words.book_level(), words.book_share(), words.book_flow(), words.book_cumulative()],
        modes: [words.book_percent(), words.book_amount()],
        percent_rate: words.book_percent_rate(),
        amount_rates,
        directions: [words.book_at_least(), words.book_at_most()],
        origins: [words.book_stated(), words.book_inferred(), words.book_edited()],
        assumed: words.book_assumed(),
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
        explained: explained(words, &years, standing),
    }
}

fn columns(words: Words) -> Columns {
    Columns {
        mark: words.book_mark(),
        pillar: words.book_pillar(),
        id: words.book_id(),
        indicator: words.book_indicator(),
        unit: words.book_unit(),
        measure: words.book_measure(),
        base: words.book_base(),
        base_year: words.book_base_year(),
        start: words.book_start(),
        start_year: words.book_start_year(),
        mode: words.book_mode(),
        early: words.book_early(),
        late: words.book_late(),
        rate_unit: words.book_rate_unit(),
        target: words.book_target(),
        target_year: words.book_target_year(),
        direction: words.book_direction(),
        lock: words.book_lock(),
        reason: words.book_reason(),
        projected: words.book_projected(),
        gap: words.book_gap(),
        progress: words.book_progress(),
        ratio: words.book_ratio(),
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
fn explained(words: Words, [first, review]: &[String; 2], standing: String) -> Vec<String> {
    vec![
        words.book_says_percent().to_owned(),
        words.book_says_amount().to_owned(),
        words.book_says_halves(review),
        words.book_says_bounds().to_owned(),
        words.book_says_sum(first),
        words.book_says_start().to_owned(),
        words.book_says_between().to_owned(),
        words.book_says_verdict().to_owned(),
        words.book_says_progress().to_owned(),
        words.book_says_ratio().to_owned(),
        words.book_says_pillar().to_owned(),
        words.book_says_inferred().to_owned(),
        standing,
    ]
}
