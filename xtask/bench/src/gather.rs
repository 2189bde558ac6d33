//! What it costs to gather the scenarios of a pasted text.

use crate::desk::{Case, Desk};
use crate::session::Session;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

/// How often each text is pasted into a page that is new.
const TIMES: usize = 5;
/// How many links the texts have.
const LINKS: [usize; 2] = [500, 1_000];

/// For each number of links: `cpu` is the main thread's processor time from the paste to the results on screen, `read`
/// the milliseconds to the results being known, and `long` the longest task, each in milliseconds and for every time.
///
/// # Errors
/// Where the page does not become ready, or does not count every link.
pub fn measure(session: &Session, address: &str) -> Result<Value> {
    let mut all = Vec::new();
    for links in LINKS {
        let (mut cpu, mut read, mut long) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..TIMES {
            let desk = Desk::load(session, address, Case::Opened, 1)?;
            session.evaluate(&format!("bench.gathering({links})"))?;
            let before = desk.spent()?;
            let found = session.evaluate("bench.gather()")?;
            cpu.push(desk.spent()? - before);
            let figure =
                |name: &str| found.get(name).and_then(Value::as_f64).with_context(|| name.to_owned());
            ensure!(figure("scenarios")? == links as f64, "{links} links are not counted: {found}");
            read.push(figure("read")?);
            long.push(figure("long")?);
        }
        all.push(json!({ "links": links, "cpu": cpu, "read": read, "long": long }));
    }
    Ok(Value::Array(all))
}
