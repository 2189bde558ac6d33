//! A scenario as a file for spreadsheets: CSV in long form, or a workbook.

use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::deferred::NotFetched;
use super::words::Words;
use super::workbook::{self, Workbooks};
use super::workbook_labels::Stated;
use crate::codec::link;
use crate::model::{ActualStatus, Mode, Outlook};
use crate::plan::Day;
use crate::platform::{address, cp932, page};
use crate::report::{Cell, Counted, Grid, Record, RecordKind, file_name, records};
use crate::state::{AppState, Notice};

use super::output::Told;

/// What a mark at the beginning of a text tells spreadsheet programs: that it is UTF-8.
const MARK: &str = "\u{FEFF}";

/// The media type of a workbook.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Hands out the scenario as CSV, in UTF-8 or in CP932.
pub fn save_csv(words: Words, state: &AppState, outlook: &Outlook, cp932: bool) -> Told {
    let text = grid(words, state, outlook).csv();
    let file = file(words, state, "csv");
    if !cp932 {
        let saved = page::hand_out_bytes(&file, "text/csv;charset=utf-8", [MARK, &text].concat().as_bytes());
        return saved.map(|()| words.saved_csv(&file)).map_err(|_| Notice::NotHandedOut);
    }
    let encoded = cp932::encode(&text).ok_or(Notice::NotHandedOut)?;
    page::hand_out_bytes(&file, "text/csv;charset=shift_jis", &encoded.bytes)
        .map_err(|_| Notice::NotHandedOut)?;
    Ok(match encoded.replaced {
        0 => words.saved_csv(&file),
        replaced => words.saved_csv_replaced(&file, &replaced.to_string()),
    })
}

/// Hands out the scenario as a workbook, once the code that makes one is there.
pub fn save_workbook(words: Words, state: &AppState, outlook: &Outlook, told: Callback<Told>) {
    let (state, outlook) = (state.clone(), outlook.clone());
    spawn_local(async move {
        told.emit(match workbook::fetch().await {
            Ok(workbooks) => saved_workbook(workbooks, words, &state, &outlook),
            Err(NotFetched) => Err(Notice::NoWorkbooks),
        });
    });
}

fn saved_workbook(workbooks: &Workbooks, words: Words, state: &AppState, outlook: &Outlook) -> Told {
    let AppState { plan, scenario, today, .. } = state;
    let stated = Stated {
        plan: words.plan_name(plan),
        standing: words.standing_of(plan),
        title: words.scenario_title(scenario),
        date: words.dated(scenario, *today).unwrap_or_default(),
        link: link(state),
        amount_rates: plan.indicators.iter().map(|one| words.rate_unit(one, Mode::Amount)).collect(),
        years: [plan.first.value, plan.review.value].map(|year| words.year_long(year)),
    };
    let bytes = (workbooks.write)(words, state, outlook, stated).map_err(|_| Notice::NotHandedOut)?;
    let file = file(words, state, "xlsx");
    page::hand_out_bytes(&file, XLSX, &bytes).map_err(|_| Notice::NotHandedOut)?;
    Ok(words.saved_workbook(&file))
}

/// The name of a file of the scenario.
fn file(words: Words, state: &AppState, extension: &str) -> String {
    let AppState { scenario, today, .. } = state;
    let name = scenario.name.trim();
    let name = if name.is_empty() { words.untitled_file() } else { name };
    let day = scenario.date.or(*today).map(Day::digits).unwrap_or_default();
    file_name(&["r13", name, &day], extension)
}

/// The link to the scenario, or its fragment where the page has no address.
fn link(state: &AppState) -> String {
    let fragment = link::encode(&state.plan, &state.scenario, &state.view.shown());
    match address::base() {
        Some(base) => [&base, "#", &fragment].concat(),
        None => fragment,
    }
}

/// The names of the columns and a row for each value.
fn grid(words: Words, state: &AppState, outlook: &Outlook) -> Grid {
    let AppState { plan, scenario, today, .. } = state;
    let link = link(state);
    let names = [
        words.csv_scenario(),
        words.csv_id(),
        words.csv_pillar(),
        words.indicator(),
        words.csv_western(),
        words.csv_era(),
        words.csv_kind(),
        words.csv_value(),
        words.csv_unit(),
        words.csv_measure(),
        words.csv_counted(),
        words.csv_status(),
        words.source(),
        words.csv_break(),
        words.reason(),
        words.csv_link(),
    ];
    let mut rows = vec![names.map(|name| Cell::Name(name.to_owned())).to_vec()];
    let title = words.scenario_title(scenario);
    for record in records(plan, scenario, outlook, today.and_then(Day::fiscal_year)) {
        let of = plan.indicators.get(record.indicator).zip(scenario.inputs(record.indicator));
        let Some(((indicator, inputs), outlook)) = of.zip(outlook.indicator(record.indicator)) else {
            continue;
        };
        let text = |text: &str| Cell::Text(text.to_owned());
        let pillar = plan.pillar_of(indicator).map(|pillar| words.text(&pillar.name));
        let said = record.result.as_ref();
        let source = match record.kind {
            RecordKind::Actual => said.map_or("", |said| said.source.as_str()),
            RecordKind::Base | RecordKind::Target => words.text(&plan.source),
            RecordKind::EditedBase | RecordKind::EditedTarget => words.edited(),
            _ => "",
        };
        let broken = said.is_some_and(|said| said.series_break);
        rows.push(vec![
            text(&title),
            text(&indicator.id),
            text(pillar.unwrap_or_default()),
            text(words.text(&indicator.name)),
            Cell::Exact(f64::from(record.year.western())),
            text(&record.year.era_short()),
            text(words.record_kind(record.kind)),
            Cell::Exact(record.value),
            text(&words.unit(indicator, outlook.measure)),
            text(words.measure_word(outlook.measure)),
            text(words.counted(&record)),
            text(said.map_or("", |said| words.status(said.status))),
            text(source),
            text(if broken { words.csv_broken() } else { "" }),
            text(&inputs.reason),
            text(&link),
        ]);
    }
    Grid { rows }
}

impl Words {
    fn record_kind(self, kind: RecordKind) -> &'static str {
        match kind {
            RecordKind::Base => self.kind_base(),
            RecordKind::AssumedBase => self.kind_assumed_base(),
            RecordKind::EditedBase => self.kind_edited_base(),
            RecordKind::Actual => self.kind_actual(),
            RecordKind::Interpolated => self.kind_interpolated(),
            RecordKind::Past => self.kind_past(),
            RecordKind::Projected => self.kind_projected(),
            RecordKind::Reference => self.kind_reference(),
            RecordKind::Target => self.target(),
            RecordKind::EditedTarget => self.kind_edited_target(),
        }
    }

    fn counted(self, record: &Record) -> &'static str {
        match record.counted {
            Counted::Plain => "",
            Counted::Yearly => self.csv_yearly(),
            Counted::Total => self.csv_total(),
        }
    }

    /// The word of how firm a result is.
    pub fn status(self, status: ActualStatus) -> &'static str {
        match status {
            ActualStatus::Final => self.status_final(),
            ActualStatus::Preliminary => self.status_preliminary(),
            ActualStatus::Reference => self.status_reference(),
        }
    }
}
