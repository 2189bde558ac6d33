//! What leaves the page: the menu of it, the chart as a picture, the table to the clipboard, all values as
//! files.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::chart_data::{YearRow, path_chart, year_rows};
use super::easel::{FONTS, tick};
use super::el::{all, el};
use super::export::{save_csv, save_workbook};
use super::header::Header;
use super::kit::{button, on_choice, on_click};
use super::words::Words;
use super::years_grid::years_grid;
use crate::chart::picture::{self, Picture};
use crate::chart::{ChartStyle, ChartVerdict, Entry, KnownKind, LineKind, Palette, PathChart, Sample};
use crate::model::{Case, Companions, IndicatorOutlook, Outlook};
use crate::plan::{Day, Indicator};
use crate::platform::canvas::Surface;
use crate::platform::{clipboard, page};
use crate::report::file_name;
use crate::state::{Action, AppState, Notice};
use crate::view::{Dialog, Screen};

/// Size of a picture in CSS pixels.
const PICTURE: (f64, f64) = (960.0, 600.0);
/// Pixels of a picture for each of these.
const RATIO: f64 = 2.0;
/// Type in a picture, in CSS pixels.
const TYPE: f64 = 15.0;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// The chart of the chosen indicator, as a picture.
    Picture,
    /// The table behind it, to the clipboard.
    Table,
    /// The scenario as a workbook with live formulas.
    Workbook,
    /// All values of the scenario, as CSV in UTF-8 or in CP932.
    Csv {
        /// Whether in CP932.
        cp932: bool,
    },
}

/// What came of it: what to say in the status line, or what was refused.
pub type Told = Result<String, Notice>;

/// What the menu holds.
pub fn menu(header: &Header) -> Html {
    let Header { words, print_charts, dispatch, output, .. } = header;
    let words = *words;
    let print = button("print", words.print(), Callback::from(|_: MouseEvent| page::print()));
    let charts = el("input")
        .attr("type", "checkbox")
        .attr("data-role", "print-charts")
        .checked(*print_charts)
        .on_change(on_choice(dispatch, Action::PrintCharts(!print_charts)));
    let charts = el("label").class("choice").child(charts).child(el("span").text(words.print_charts()));
    let printing = el("fieldset")
        .child(el("legend").text(words.print()))
        .child(el("p").class("hint").text(words.print_hint()))
        .child(charts)
        .child(print);
    let asked = |what| output.reform(move |_: MouseEvent| what);
    let chosen = el("fieldset")
        .child(el("legend").text(words.of_chosen()))
        .child(button("export-png", words.save_picture(), asked(Output::Picture)))
        .child(button("copy-table", words.copy_table(), asked(Output::Table)));
    let workbook = el("fieldset")
        .child(el("legend").text(words.workbook()))
        .child(el("p").class("hint").text(words.workbook_hint()))
        .child(button("export-xlsx", words.save_workbook(), asked(Output::Workbook)));
    let csv = el("fieldset")
        .child(el("legend").text(words.csv()))
        .child(el("p").class("hint").text(words.csv_hint()))
        .child(button("export-csv", words.save_csv(), asked(Output::Csv { cp932: false })))
        .child(button("export-csv-cp932", words.save_csv_cp932(), asked(Output::Csv { cp932: true })));
    let gather = button("gather", words.gather_title(), on_click(dispatch, Action::Show(Screen::Gathering)));
    let workshop = el("fieldset")
        .child(el("legend").text(words.gather_workshop()))
        .child(el("p").class("hint").text(words.gather_hint()))
        .child(gather);
    let edit = button("edit-plan", words.plan_edit_open(), on_click(dispatch, Action::Open(Dialog::Plan)));
    let plan = el("fieldset")
        .child(el("legend").text(words.plan_edit_title()))
        .child(el("p").class("hint").text(words.plan_edit_hint_menu()))
        .child(edit);
    all([printing, chosen, workbook, csv, workshop, plan].map(Html::from))
}

/// The chosen indicator, and what there is to show of it.
struct Chosen<'a> {
    words: Words,
    state: &'a AppState,
    indicator: &'a Indicator,
    outlook: &'a IndicatorOutlook,
    rows: Vec<YearRow>,
}

/// Does what is asked for. It begins at once: the browser allows it only while it handles
/// the user's act.
pub fn output(what: Output, words: Words, state: &AppState, outlook: &Outlook, told: Callback<Told>) {
    let chosen = || Chosen::new(words, state, outlook).ok_or(Notice::NoChart);
    let done = match what {
        Output::Workbook => return save_workbook(words, state, outlook, told),
        Output::Csv { cp932 } => return told.emit(save_csv(words, state, outlook, cp932)),
        Output::Table => chosen().map(|chosen| chosen.copy(told.clone())),
        Output::Picture => chosen().and_then(|chosen| chosen.save(told.clone())),
    };
    if let Err(notice) = done {
        told.emit(Err(notice));
    }
}

impl Chosen<'_> {
    /// `None` where there is nothing to draw.
    fn new<'a>(words: Words, state: &'a AppState, outlook: &'a Outlook) -> Option<Chosen<'a>> {
        let index = state.view.chosen;
        let indicator = state.plan.indicators.get(index)?;
        let outlook = outlook.indicator(index)?;
        let rows = rows_of(state, index, outlook)?;
        Some(Chosen { words, state, indicator, outlook, rows })
    }

    fn copy(&self, told: Callback<Told>) {
        let AppState { plan, scenario, today, .. } = self.state;
        let Chosen { words, indicator, outlook, rows, .. } = self;
        let grid = years_grid(*words, plan, scenario, indicator, outlook, rows, *today);
        let copying = clipboard::copy(&grid.tabbed(), Some(&grid.html()));
        let said = words.copied_table(words.text(&indicator.name));
        spawn_local(async move {
            told.emit(if copying.await { Ok(said) } else { Err(Notice::NotCopied) });
        });
    }

    fn save(&self, told: Callback<Told>) -> Result<(), Notice> {
        let Chosen { words, state, indicator, outlook, rows } = self;
        let chart = path_chart(*words, &state.plan, indicator, outlook, rows, None);
        let picture = self.picture(&chart);
        let surface = Surface::apart().map_err(|_| Notice::NoPicture)?;
        let painted = surface.paint(PICTURE.0, PICTURE.1, RATIO, |root, density| {
            let style = ChartStyle { density, font_px: TYPE, font_family: FONTS, labels: true };
            picture::draw(root, &picture, &chart, &Palette::LIGHT, &style, &tick(indicator.decimals))
        });
        painted.map_err(|_| Notice::NoPicture)?;
        let (words, file) = (*words, self.file());
        let made = surface.png(move |png| {
            let saved = png.is_some_and(|png| page::hand_out(&file, &png).is_ok());
            told.emit(if saved { Ok(words.saved_picture(&file)) } else { Err(Notice::NoPicture) });
        });
        made.map_err(|_| Notice::NoPicture)
    }

    fn picture(&self, chart: &PathChart) -> Picture {
        let Chosen { words, state, indicator, outlook, .. } = self;
        let AppState { plan, scenario, today, .. } = self.state;
        let unit = words.unit(indicator, outlook.measure);
        let scenario = words.scenario_line(plan, scenario, *today);
        Picture {
            title: format!("{} ({unit})", words.text(&indicator.name)),
            lines: vec![scenario, words.outcome_line(indicator, outlook)],
            legend: legend(*words, [chart]),
            foot: words.origin_lines(&state.plan, indicator).to_vec(),
        }
    }

    fn file(&self) -> String {
        let AppState { scenario, today, .. } = self.state;
        let name = scenario.name.trim();
        let name = if name.is_empty() { self.words.untitled_file() } else { name };
        let day = scenario.date.or(*today).map(Day::digits).unwrap_or_default();
        file_name(&["r13", &self.indicator.id, name, &day], "png")
    }
}

/// The years of an indicator; `None` where there are none to show.
pub fn rows_of(state: &AppState, index: usize, outlook: &IndicatorOutlook) -> Option<Vec<YearRow>> {
    let AppState { plan, scenario, today, .. } = state;
    let indicator = plan.indicators.get(index)?;
    let companions = Companions::new(&Case::new(plan, indicator, scenario.inputs(index)?))?;
    let rows = year_rows(plan, indicator, outlook, &companions, today.and_then(Day::fiscal_year));
    Some(rows).filter(|rows| !rows.is_empty())
}

/// What the lines and signs of some charts mean, each once.
pub fn legend<'a>(words: Words, charts: impl IntoIterator<Item = &'a PathChart> + Clone) -> Vec<Entry> {
    let any = |there: &dyn Fn(&PathChart) -> bool| charts.clone().into_iter().any(there);
    let line = |kind| any(&|chart: &PathChart| chart.lines.iter().any(|line| line.kind == kind));
    let known = |kind| any(&|chart: &PathChart| chart.known.iter().any(|point| point.kind == kind));
    let entries = [
        (line(LineKind::Projected), Sample::Projected, words.projected()),
        (any(&|chart| chart.target.is_some()), Sample::Target, words.target()),
        (line(LineKind::Required), Sample::Required, words.required()),
        (line(LineKind::Hold), Sample::Hold, words.hold()),
        (any(&|chart| !chart.bars.is_empty()), Sample::Yearly, words.yearly_bars()),
        (known(KnownKind::Stated), Sample::Known(KnownKind::Stated), words.kind_base()),
        (known(KnownKind::Supposed), Sample::Known(KnownKind::Supposed), words.kind_assumed_base()),
        (known(KnownKind::Measured), Sample::Known(KnownKind::Measured), words.kind_actual()),
        (known(KnownKind::Interpolated), Sample::Known(KnownKind::Interpolated), words.kind_interpolated()),
    ];
    let verdict = |verdict| any(&|chart: &PathChart| chart.verdict == verdict);
    let signs = [(ChartVerdict::Met, words.met()), (ChartVerdict::Short, words.short())];
    let signs = signs.into_iter().filter(|(sign, _)| verdict(*sign)).map(|(sign, word)| Entry {
        sample: Sample::Outcome(sign),
        name: format!("{} ({word})", words.outcome_sign()),
    });
    let shown = entries.into_iter().filter(|(there, ..)| *there);
    shown.map(|(_, sample, name)| Entry { sample, name: name.to_owned() }).chain(signs).collect()
}
