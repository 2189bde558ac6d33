//! What one step of a slider costs.

use crate::desk::{Case, Desk};
use crate::session::Session;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

/// Steps before those that count, in which the browser compiles what is hot.
const WARM_UP: usize = 60;
/// Steps that count.
const STEPS: usize = 100;
/// Steps of a drag that are measured together, so that measuring adds little to them.
const TOGETHER: usize = 10;

/// Main-thread time since the page was loaded, in milliseconds.
struct Spent {
    /// All of it, without what the browser spent on answering us.
    cpu: f64,
    script: f64,
    /// Style and layout.
    layout: f64,
}

/// Moves the first slider, one step and one frame at a time: by `input` events as a drag sends them, then by presses of an arrow key.
///
/// `drag` and `key` are milliseconds of the main thread's processor time per step, of which `script` and `layout`
/// are parts of `key`; `frame` is the milliseconds from the key to the painted frame; `empty` is the processor
/// time of a frame without a step; `long` counts tasks above 50 ms.
///
/// # Errors
/// Where the page does not become ready, or a key does not move the slider.
pub fn measure(session: &Session, address: &str, case: Case, slowdown: u32) -> Result<Value> {
    let desk = Desk::load(session, address, case, slowdown)?;
    let slider = case != Case::Presentation;
    let place = if slider { session.evaluate("bench.focus()")? } else { json!({ "steps": 20, "at": 10 }) };
    let whole =
        |name: &str| place.get(name).and_then(Value::as_u64).with_context(|| format!("{place} lacks {name}"));
    let (end, mut at) = (whole("steps")?, whole("at")?);
    let ([more, less], mut up) = (case.keys(), true);
    let mut step = || -> Result<()> {
        up = if up { at < end } else { at == 0 };
        at = if up { at + 1 } else { at - 1 };
        press(session, if up { more } else { less })
    };
    for _ in 0..WARM_UP {
        step()?;
    }
    session.evaluate("bench.inputs = 0; bench.latencies = []; bench.long = []; null")?;
    let mut spent = Spent::until_now(&desk)?;
    let mut steps = Vec::new();
    for _ in 0..STEPS {
        step()?;
        let before = std::mem::replace(&mut spent, Spent::until_now(&desk)?);
        steps.push([spent.cpu - before.cpu, spent.script - before.script, spent.layout - before.layout]);
    }
    let drag = if slider { drag(session, &desk)? } else { Vec::new() };
    let moved = session.number("bench.inputs")?;
    let wanted = if slider { 2.0 * STEPS as f64 } else { 0.0 };
    ensure!(moved == wanted, "{STEPS} keys and as many drags moved the slider {moved} times");
    let frame = session.evaluate("bench.latencies")?;
    let long = session.number("bench.long.length")?;
    Ok(json!({
        "drag": drag,
        "key": steps.iter().map(|[cpu, ..]| cpu).collect::<Vec<_>>(),
        "script": steps.iter().map(|[_, script, _]| script).collect::<Vec<_>>(),
        "layout": steps.iter().map(|[.., layout]| layout).collect::<Vec<_>>(),
        "frame": frame,
        "empty": empty_frames(session, &desk)?,
        "long": long,
    }))
}

/// The processor time of a step by `input` events, as means of [`TOGETHER`] steps.
fn drag(session: &Session, desk: &Desk<'_>) -> Result<Vec<f64>> {
    let mut steps = Vec::new();
    for _ in 0..STEPS / TOGETHER {
        let before = Spent::until_now(desk)?;
        session.evaluate(&format!("bench.drag({TOGETHER})"))?;
        steps.push((Spent::until_now(desk)?.cpu - before.cpu) / TOGETHER as f64);
    }
    Ok(steps)
}

/// The mean processor time of a frame in which nothing happens.
fn empty_frames(session: &Session, desk: &Desk<'_>) -> Result<f64> {
    let before = Spent::until_now(desk)?;
    session.evaluate(&format!(
        "(async () => {{ for (let i = 0; i < {STEPS}; i += 1) await bench.frame(); }})()"
    ))?;
    Ok((Spent::until_now(desk)?.cpu - before.cpu) / STEPS as f64)
}

fn press(session: &Session, (key, code): (&str, u32)) -> Result<()> {
    for kind in ["rawKeyDown", "keyUp"] {
        let event = json!({ "type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code });
        session.send("Input.dispatchKeyEvent", event)?;
    }
    session.evaluate("bench.shown.then(() => null)").map(drop)
}

impl Spent {
    fn until_now(desk: &Desk<'_>) -> Result<Spent> {
        let metrics = desk.metrics()?;
        let ms = |name: &str| {
            metrics.get(name).map(|seconds| seconds * 1000.0).with_context(|| format!("no {name}"))
        };
        Ok(Spent {
            cpu: ms("TaskDuration")? - ms("DevToolsCommandDuration")?,
            script: ms("ScriptDuration")?,
            layout: ms("LayoutDuration")? + ms("RecalcStyleDuration")?,
        })
    }
}
