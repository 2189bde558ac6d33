//! Files and pasted texts, read a piece at a time, so that the page stays alive meanwhile.

use std::collections::HashMap;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::shared::Shared;
use super::{Dispatch, workbook};
use crate::codec::import::columns::columns;
use crate::codec::import::content::{Content, content};
use crate::codec::import::table::{Cutting, Table};
use crate::codec::import::workbook::{Limits, Problem};
use crate::codec::import::{Found, Ground, Reading, Sheet};
use crate::codec::scenario_file;
use crate::plan::{self, FiscalYear, Plan, ProblemKind};
use crate::platform::page;
use crate::platform::upload::{self, Chosen};
use crate::state::{Import, Importing, Offered, PlanFile, Refused, Results};

/// Longest file that is read, in bytes: 100,000 rows of 300 letters, and some more.
pub const LONGEST: usize = 48 << 20;
/// How much of a file shows what it is, in bytes.
const BEGINNING: usize = 4096;
/// Rows that are cut, or read, at a time.
const ROWS: usize = 2_000;

/// What is read is held against this.
#[derive(Clone, PartialEq)]
pub struct Against {
    pub plan: Shared<Plan>,
    /// The fiscal year of today, where it is known.
    pub latest: Option<FiscalYear>,
}

/// Shows what is in a chosen file, once it is read.
pub fn file(against: Against, file: Chosen, dispatch: Dispatch) {
    let name = file.name();
    show(name, dispatch, async move {
        opened(&against, file).await.unwrap_or(Offered::Refused(Refused::Unopened))
    });
}

/// Shows what is in a pasted text.
pub fn text(against: Against, text: String, dispatch: Dispatch) {
    show(String::new(), dispatch, async move { of_text(&against, &text).await });
}

/// Reads the tables anew, as they are meant now, and shows that in the place of what is shown.
pub fn again(against: Against, shown: Rc<Import>, results: Results, dispatch: Dispatch) {
    spawn_local(async move {
        let offered = Offered::Results(read(&against, results).await);
        let import = Rc::new(Import { name: shown.name.clone(), offered });
        dispatch.emit(Importing::Replace(shown, import).into());
    });
}

fn show(name: String, dispatch: Dispatch, offered: impl Future<Output = Offered> + 'static) {
    let busy = Rc::new(Import { name, offered: Offered::Busy });
    dispatch.emit(Importing::Show(Rc::clone(&busy)).into());
    spawn_local(async move {
        let import = Rc::new(Import { name: busy.name.clone(), offered: offered.await });
        dispatch.emit(Importing::Replace(busy, import).into());
    });
}

/// What a file holds; `None` where it cannot be opened. What its first bytes show to be of no use is not read.
async fn opened(against: &Against, file: Chosen) -> Option<Offered> {
    let refused = |why| Some(Offered::Refused(why));
    match content(&file.beginning(BEGINNING).await?) {
        Content::Empty => return refused(Refused::Empty),
        Content::Pdf => return refused(Refused::Pdf),
        Content::Picture => return refused(Refused::Picture),
        Content::OldWorkbook => return refused(Refused::OldWorkbook),
        Content::Packed => return workbook(against, file).await,
        Content::Binary => return refused(Refused::Binary),
        Content::Text(_) => {}
    }
    if file.is_longer(LONGEST) {
        return refused(Refused::TooLong(LONGEST));
    }
    let bytes = file.bytes().await?;
    drop(file);
    page::breathe().await;
    let Content::Text(charset) = content(&bytes) else { return refused(Refused::Binary) };
    let text = upload::decoded(&bytes, charset.label())?;
    drop(bytes);
    page::breathe().await;
    // No text holds this character.
    if text.contains('\0') {
        return refused(Refused::Binary);
    }
    Some(of_text(against, &text).await)
}

/// The sheets of a workbook; what reads them is fetched first.
async fn workbook(against: &Against, file: Chosen) -> Option<Offered> {
    let refused = |why| Some(Offered::Refused(why));
    if file.is_longer(Limits::BROWSER.packed) {
        return refused(Refused::TooLong(Limits::BROWSER.packed));
    }
    let bytes = file.bytes().await?;
    drop(file);
    let Ok(workbooks) = workbook::fetch().await else { return refused(Refused::NoReader) };
    let sheets = match (workbooks.read)(&bytes) {
        Ok(sheets) => sheets,
        Err(Problem::NotAWorkbook) => return refused(Refused::Packed),
        Err(Problem::Encrypted) => return refused(Refused::Locked),
        Err(Problem::TooLarge { most }) => return refused(Refused::TooLong(most)),
        Err(Problem::Damaged { .. }) => return refused(Refused::Damaged),
    };
    page::breathe().await;
    // The first that can be read, of those that its program shows.
    let names_columns = |sheet: &Sheet| columns(&sheet.table).is_some();
    let sheet = sheets.iter().position(|sheet| !sheet.hidden && names_columns(sheet));
    let sheet = sheet.or_else(|| sheets.iter().position(names_columns)).unwrap_or_default();
    let results = Results { sheets: Rc::new(sheets), sheet, meant: HashMap::new(), found: None };
    Some(Offered::Results(read(against, results).await))
}

/// What a text in JSON holds: a plan where it says so, else scenarios.
fn of_json(against: &Against, text: &str) -> Offered {
    let reading = scenario_file::read(text, &against.plan);
    let is_plan = |problem: &plan::Problem| match &problem.kind {
        ProblemKind::ForeignFormat { found } => found.as_deref() == Some(plan::FORMAT),
        _ => false,
    };
    if !reading.problems.iter().any(is_plan) {
        return Offered::Scenarios(reading);
    }
    match plan::parse(text) {
        Ok(plan) => {
            let file = PlanFile { id: plan.id.clone(), text: text.to_owned() };
            Offered::Plan(Rc::new(file), Rc::new(plan))
        }
        Err(problems) => Offered::BrokenPlan(problems),
    }
}

async fn of_text(against: &Against, text: &str) -> Offered {
    if text.trim_start_matches('\u{FEFF}').trim_start().starts_with('{') {
        return of_json(against, text);
    }
    let sheet = Sheet { table: cut(text).await, ..Sheet::default() };
    let results = Results { sheets: Rc::new(vec![sheet]), sheet: 0, meant: HashMap::new(), found: None };
    Offered::Results(read(against, results).await)
}

async fn cut(text: &str) -> Table {
    let mut cutting = Cutting::new(text);
    while !cutting.step(ROWS) {
        page::breathe().await;
    }
    cutting.finish()
}

async fn read(against: &Against, results: Results) -> Results {
    let found = match results.sheets.get(results.sheet) {
        Some(sheet) => found(against, &sheet.table, &results.meant).await.map(Rc::new),
        None => None,
    };
    Results { found, ..results }
}

async fn found(against: &Against, table: &Table, meant: &HashMap<String, usize>) -> Option<Found> {
    let columns = columns(table)?;
    let ground = Ground { plan: &against.plan, meant, latest: against.latest };
    let mut reading = Reading::new(ground, table, &columns);
    while !reading.step(ROWS) {
        page::breathe().await;
    }
    Some(reading.finish())
}
