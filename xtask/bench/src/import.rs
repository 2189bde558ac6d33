//! What it costs to bring in a table of results.

use crate::desk::{Case, Desk};
use crate::session::Session;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

/// How often the table is chosen in a page that is new.
const TIMES: usize = 5;

/// `cpu` is the main thread's processor time from the choice of the file to the preview on screen, `read` the
/// milliseconds to the results being known, and `long` the longest task, each in milliseconds and for every time;
/// `rows` is how many results there are.
///
/// # Errors
/// Where the page does not become ready, or cannot read the table.
pub fn measure(session: &Session, address: &str) -> Result<Value> {
    let (mut cpu, mut read, mut long, mut rows) = (Vec::new(), Vec::new(), Vec::new(), 0.0);
    for _ in 0..TIMES {
        let desk = Desk::load(session, address, Case::Large, 1)?;
        let before = desk.spent()?;
        let found = session.evaluate("bench.import()")?;
        cpu.push(desk.spent()? - before);
        let figure = |name: &str| found.get(name).and_then(Value::as_f64).with_context(|| name.to_owned());
        rows = figure("count")?;
        ensure!(rows > 0.0, "nothing could be read: {found}");
        read.push(figure("read")?);
        long.push(figure("long")?);
    }
    Ok(json!({ "rows": rows, "cpu": cpu, "read": read, "long": long }))
}
