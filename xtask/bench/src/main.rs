//! Measures the page in a headless browser and prints what it finds as JSON.
//!
//! `cargo xtask bench` builds and serves the page, starts ChromeDriver, runs this program and holds the figures
//! against their targets. Run alone, it says so. Processor times are the main thread's own, in which waiting
//! for the processor does not count, so that a busy machine changes them little.

mod desk;
mod gather;
mod import;
mod memory;
mod session;
mod steps;

use anyhow::{Context, Result};
use desk::{Case, Desk};
use serde_json::{Value, json};
use session::Session;
use std::env;

/// How often the page is loaded to find when it is ready.
const LOADS: usize = 9;
/// The processor at full speed, and slowed down to a fourth.
const SLOWDOWNS: [u32; 2] = [1, 4];

fn main() -> Result<()> {
    let address = setting("PAGE_BENCH_ADDRESS")?;
    let capabilities = serde_json::from_str(&setting("PAGE_BENCH_CAPABILITIES")?)?;
    let session = Session::open(&setting("PAGE_BENCH_DRIVER")?, &capabilities)?;
    session.send("Page.enable", json!({}))?;
    session.send("Performance.enable", json!({ "timeDomain": "threadTicks" }))?;
    session.send("Network.enable", json!({}))?;
    session.send("Page.addScriptToEvaluateOnNewDocument", json!({ "source": include_str!("hook.js") }))?;

    let mut ready = Vec::new();
    let mut steps = Vec::new();
    for slowdown in SLOWDOWNS {
        eprintln!("loading the page, {slowdown}× slowdown …");
        let loads = (0..LOADS).map(|_| Desk::load(&session, &address, Case::Opened, slowdown));
        let times = loads.map(|desk| desk.map(|desk| desk.ready)).collect::<Result<Vec<f64>>>()?;
        ready.push(json!({ "slowdown": slowdown, "times": times }));
        for (name, case) in Case::ALL {
            eprintln!("steps of a slider, {name}, {slowdown}× slowdown …");
            let figures = steps::measure(&session, &address, case, slowdown)?;
            steps.push(json!({ "case": name, "slowdown": slowdown, "figures": figures }));
        }
    }
    eprintln!("gathering …");
    let gather = gather::measure(&session, &address)?;
    eprintln!("importing …");
    let import = import::measure(&session, &address)?;
    eprintln!("memory …");
    let memory = memory::measure(&session, &address)?;
    eprintln!("projection …");
    let projection = projection(&session, &address)?;
    let figures = json!({
        "ready": ready, "steps": steps, "gather": gather, "import": import, "memory": memory, "projection": projection
    });
    println!("{figures}");
    Ok(())
}

/// Microseconds of one whole projection and of one update, in WASM.
fn projection(session: &Session, address: &str) -> Result<Value> {
    Desk::load(session, address, Case::Opened, 1)?;
    session.evaluate(&format!(
        "import('{address}bench/projection.js').then(async (module) => {{
            await module.default({{ module_or_path: '{address}bench/projection.wasm' }});
            const projection = module.Projection.prepare();
            const whole = bench.best((times) => projection.whole(times));
            const update = bench.best((times) => projection.update(times));
            return {{ whole, update }};
        }})"
    ))
}

fn setting(name: &str) -> Result<String> {
    env::var(name).with_context(|| format!("{name} is not set; run `cargo xtask bench`"))
}
