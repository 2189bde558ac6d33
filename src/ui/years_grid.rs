//! The table behind the chart, as spreadsheets take it.

use super::chart_data::YearRow;
use super::words::Words;
use crate::codec::figure::decimals_apart;
use crate::model::{IndicatorOutlook, Scenario, Verdict};
use crate::plan::{Day, Indicator, Measure, Plan};
use crate::report::{Cell, Grid};

/// The same rows and columns as on screen, below what they are and above where they come from: a table that has been
/// pasted stands alone.
pub fn years_grid(
    words: Words,
    plan: &Plan,
    scenario: &Scenario,
    indicator: &Indicator,
    outlook: &IndicatorOutlook,
    rows: &[YearRow],
    today: Option<Day>,
) -> Grid {
    let cumulative = outlook.measure == Measure::Cumulative;
    let title = format!("{} ({})", words.text(&indicator.name), words.unit(indicator, outlook.measure));
    let mut grid = Grid { rows: vec![vec![Cell::Text(title)]] };
    grid.rows.push(vec![Cell::Text(words.scenario_line(plan, scenario, today))]);
    let last = if cumulative { words.col_total() } else { words.col_value() };
    let columns = [
        Some(words.col_year()),
        Some(words.col_kind()),
        cumulative.then(|| words.col_yearly()),
        Some(last),
        Some(words.required()),
        Some(words.hold()),
    ];
    grid.rows.push(columns.into_iter().flatten().map(|name| Cell::Name(name.to_owned())).collect());

    let figure = |value: f64| Cell::Number(value, indicator.decimals);
    let optional = |value: Option<f64>| value.map_or(Cell::Empty, figure);
    let target = indicator.target.value.value;
    for row in rows {
        // As on screen: an outcome that misses the target never reads like it.
        let apart = row.year == indicator.target.year.value && outlook.verdict == Verdict::Short;
        let decimals =
            if apart { decimals_apart(row.outcome, target, indicator.decimals) } else { indicator.decimals };
        let cells = [
            Some(Cell::Name(words.year_long(row.year))),
            Some(Cell::Text(words.row_kind(row.kind).to_owned())),
            cumulative.then(|| figure(row.yearly)),
            Some(Cell::Number(row.outcome, decimals)),
            Some(optional(row.required)),
            Some(optional(row.hold)),
        ];
        grid.rows.push(cells.into_iter().flatten().collect());
    }
    let target_name = format!("{} {}", words.target(), words.year_long(indicator.target.year.value));
    let target_row = [Some(Cell::Name(target_name)), Some(Cell::Empty), cumulative.then_some(Cell::Empty)];
    grid.rows.push(target_row.into_iter().flatten().chain([figure(target)]).collect());
    for line in words.origin_lines(plan, indicator) {
        grid.rows.push(vec![Cell::Text(line)]);
    }
    grid
}
