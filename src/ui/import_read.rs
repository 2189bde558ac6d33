//! Files and pasted texts, read a piece at a time, so that the page stays alive meanwhile.

use std::collections::HashMap;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::Dispatch;
use super::shared::Shared;
use crate::codec::import::columns::columns;
use crate::codec::import::content::{Content, content};
use crate::codec::import::table::{Cutting, Table};
use crate::codec::import::{Found, Ground, Reading, Sheet};
use crate::codec::scenario_file;
use crate::plan::{FiscalYear, Plan};
use crate::platform::page;
use crate::platform::upload::{self, Chosen};
use crate::state::{Import, Importing, Offered, Refused, Results};

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
        Content::Packed => return refused(Refused::Packed),
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

async fn of_text(against: &Against, text: &str) -> Offered {
    if text.trim_start_matches('\u{FEFF}').trim_start().starts_with('{') {
        return Offered::Scenarios(scenario_file::read(text, &against.plan));
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
