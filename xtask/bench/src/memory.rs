//! What thousands of edits leave behind.

use crate::desk::{Case, Desk};
use crate::session::Session;
use anyhow::{Context, Result};
use serde_json::{Value, json};

/// Edits before the first look: more than the history holds, so that it is full.
const BEFORE: usize = 1_000;
/// Edits between the two looks.
const EDITS: usize = 10_000;
/// Edits in one go.
const CHUNK: usize = 500;

/// The memory before and after [`EDITS`] edits: the used JavaScript heap after garbage collection and the WASM
/// memory in bytes, and the number of nodes and listeners.
///
/// # Errors
/// Where the page does not become ready.
pub fn measure(session: &Session, address: &str) -> Result<Value> {
    let desk = Desk::load(session, address, Case::Opened, 1)?;
    edit(session, 0, BEFORE)?;
    let before = look(session, &desk)?;
    edit(session, BEFORE, EDITS)?;
    Ok(json!({ "edits": EDITS, "before": before, "after": look(session, &desk)? }))
}

fn edit(session: &Session, from: usize, count: usize) -> Result<()> {
    for start in (from..from + count).step_by(CHUNK) {
        session.evaluate(&format!("bench.edit({start}, {CHUNK})"))?;
    }
    Ok(())
}

fn look(session: &Session, desk: &Desk<'_>) -> Result<Value> {
    session.evaluate("bench.frame()")?;
    // What the first collection releases may hold on to more.
    for _ in 0..3 {
        session.send("HeapProfiler.collectGarbage", json!({}))?;
    }
    let metrics = desk.metrics()?;
    let metric = |name: &str| metrics.get(name).copied().with_context(|| format!("no {name}"));
    Ok(json!({
        "js": metric("JSHeapUsedSize")?,
        "wasm": session.number("bench.memory.buffer.byteLength")?,
        "nodes": metric("Nodes")?,
        "listeners": metric("JSEventListeners")?,
    }))
}
