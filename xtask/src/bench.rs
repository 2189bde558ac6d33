//! `cargo xtask bench`: the figures of the page, each held against its target.

mod control;
mod large;
mod links;
mod projection;
mod report;

use crate::browser::Kind;
use crate::bundle::{self, File};
use crate::server::{Port, Server};
use crate::shell;
use crate::sizes::{BUDGET, Sizes};
use anyhow::{Context, Result, ensure};
use report::{Report, Spread};
use serde_json::Value;
use std::fs;
use std::process::Stdio;

/// Most processor time of the main thread per step, by slowdown: in milliseconds, which only a machine like the one it
/// was set on can hold, and in steps of a hand-written page that redraws its two charts with uPlot, measured in the same
/// run.
const STEP: [(u64, f64, f64); 2] = [(1, 4.0, 0.73), (4, 20.0, 1.0)];
/// The most a step may cost with 1,000 indicators, in steps with 22.
const LARGE_RATIO: f64 = 1.5;
/// Most time from a pasted text of 500 links to the results being known, in milliseconds.
const GATHER: f64 = 200.0;
/// Most processor time of the main thread to bring in 10,000 results, in milliseconds.
const IMPORT: f64 = 300.0;
/// The most a projection in WASM may cost, in projections on the machine itself.
const WASM_RATIO: f64 = 1.3;
/// The most that an edit may leave behind on average, in bytes. No object is smaller, so that nothing is kept for
/// each edit; what the engine compiles and reserves in the meantime stays below it.
const GROWTH: f64 = 12.0;

/// Measures and prints all figures.
///
/// # Errors
/// Where something does not build, or the page cannot be measured. A missed target is a figure, not an error.
pub fn run() -> Result<()> {
    let browser = Kind::Chromium.find_or_install()?;
    let mut bundle = bundle::build()?;
    let first_page = Sizes::of(&bundle)?.first_page();
    let plan = fs::read_to_string(shell::root().join("static/plans/kagoshima-commerce-2.json"))?;
    let large = large::enlarge(&plan)?;
    let results = large::results(&large)?;
    let name = format!("plans/bench-{}.json", large::INDICATORS);
    bundle.files.push(File { name, bytes: large.into_bytes(), first_page: false });
    bundle.files.push(File {
        name: "bench/results.csv".into(),
        bytes: results.into_bytes(),
        first_page: false,
    });
    bundle.files.extend(projection::for_the_browser()?);
    bundle.files.extend(control::files());
    bundle.files.push(links::file()?);
    let native = projection::run()?;

    let server = Server::start(Port::Exactly(0), "/")?;
    server.show(bundle)?;
    let driver = browser.start_driver()?;
    let mut command = shell::cargo(["run", "--quiet", "--package", "page-bench"]);
    shell::announce(&command);
    command
        .env("PAGE_BENCH_ADDRESS", server.address())
        .env("PAGE_BENCH_DRIVER", &driver.address)
        .env("PAGE_BENCH_CAPABILITIES", browser.capabilities().to_string());
    let output = command.stderr(Stdio::inherit()).output()?;
    ensure!(output.status.success(), "the page could not be measured");
    let page: Value = serde_json::from_slice(&output.stdout).context("page-bench printed no JSON")?;

    let mut report = Report::default();
    report.section("Download");
    let kilobytes = |bytes: f64| (bytes / 1000.0, "kB", 1);
    report.figure("first page, brotli", kilobytes(first_page as f64), Some(BUDGET as f64 / 1000.0), "");
    add_ready(&mut report, &page)?;
    add_steps(&mut report, &page)?;
    add_gather(&mut report, &page)?;
    add_import(&mut report, &page)?;
    add_projection(&mut report, &page, &native)?;
    add_memory(&mut report, &page)?;
    println!("\n{report}");
    Ok(())
}

fn add_ready(report: &mut Report, page: &Value) -> Result<()> {
    report.section("Ready: from the request to data-ready, nothing cached, from this machine");
    for run in list(page, "ready")? {
        let Spread { median, p95 } = Spread::of(run.get("times"))?;
        let name = format!("{}× slowdown, median", number(run, "/slowdown")?);
        report.figure(name, (median, "ms", 0), None, format!("p95 {p95:.0} ms"));
    }
    Ok(())
}

fn add_steps(report: &mut Report, page: &Value) -> Result<()> {
    let cases = [
        ("opened", "desk as it opens"),
        ("every-row", "all 22 rows on screen"),
        ("comparison", "four scenarios side by side"),
        ("presentation", "a slide of a presentation"),
        ("large", "plan of 1,000 indicators"),
        ("results", "the same with 10,000 results"),
    ];
    for (slowdown, target, of_control) in STEP {
        let run = |case: &str| -> Result<&Value> {
            let mut runs = list(page, "steps")?.iter();
            let found = runs.find(|run| {
                run.get("case").is_some_and(|name| name == case)
                    && run.get("slowdown").and_then(Value::as_u64) == Some(slowdown)
            });
            found.and_then(|run| run.get("figures")).with_context(|| format!("{case} was not measured"))
        };
        report.section(format!(
            "Step of a slider, {slowdown}× slowdown: main-thread CPU (TaskDuration less DevToolsCommandDuration)"
        ));
        for (case, name) in cases {
            let figures = run(case)?;
            let spread = |name: &str| Spread::of(figures.get(name));
            let (key, script) = (spread("key")?, spread("script")?);
            let (layout, frame) = (spread("layout")?, spread("frame")?);
            let empty = number(figures, "/empty")?;
            // A presentation has keys alone.
            match spread("drag") {
                Ok(drag) => {
                    let detail =
                        format!("p95 {:.1} ms of ten-step means; an empty frame {empty:.1} ms", drag.p95);
                    report.figure(format!("{name}: dragged"), (drag.median, "ms", 2), Some(target), detail);
                }
                Err(_) => report.figure(format!("{name}: an empty frame"), (empty, "ms", 2), None, ""),
            }
            let detail = format!(
                "p95 {:.1} ms; script {:.1} ms, style and layout {:.1} ms",
                key.p95, script.median, layout.median
            );
            report.figure("  by arrow key", (key.median, "ms", 2), Some(target), detail);
            let detail = format!("p95 {:.1} ms; a frame lasts 16.7 ms", frame.p95);
            report.figure("  from the key to the frame", (frame.median, "ms", 1), None, detail);
            if slowdown == 1 {
                report.figure("  tasks above 50 ms", (number(figures, "/long")?, "", 0), Some(0.0), "");
            }
        }
        let control = Spread::of(run("control")?.get("drag"))?;
        let detail = format!("p95 {:.1} ms of ten-step means", control.p95);
        report.figure("a hand-written page with uPlot: dragged", (control.median, "ms", 2), None, detail);
        let median = |case: &str| -> Result<f64> { Ok(Spread::of(run(case)?.get("drag"))?.median) };
        for (case, name) in [("opened", "the desk"), ("every-row", "all 22 rows")] {
            let ratio = median(case)? / control.median;
            report.figure(
                format!("{name} in proportion to it"),
                (ratio, "×", 2),
                Some(of_control),
                "dragged",
            );
        }
        for (case, name) in [("large", "1,000 indicators"), ("results", "the same with 10,000 results")] {
            let ratio = median(case)? / median("opened")?;
            let name = format!("{name} in proportion to 22");
            report.figure(name, (ratio, "×", 2), Some(LARGE_RATIO), "dragged");
        }
    }
    Ok(())
}

fn add_gather(report: &mut Report, page: &Value) -> Result<()> {
    report
        .section("Gathering a pasted text of scenario links: time from the paste to the results being known");
    for run in list(page, "gather")? {
        let links = number(run, "/links")?;
        let spread = |name: &str| Spread::of(run.get(name));
        let (cpu, read, long) = (spread("cpu")?, spread("read")?, spread("long")?);
        let detail = format!(
            "p95 {:.0} ms; main-thread CPU until they are on screen {:.0} ms; longest task {:.0} ms",
            read.p95, cpu.median, long.median
        );
        let target = (links == 500.0).then_some(GATHER);
        report.figure(format!("{links} links"), (read.median, "ms", 0), target, detail);
    }
    Ok(())
}

fn add_import(report: &mut Report, page: &Value) -> Result<()> {
    let run = page.get("import").context("page-bench printed no import")?;
    let spread = |name: &str| Spread::of(run.get(name));
    let (cpu, read, long) = (spread("cpu")?, spread("read")?, spread("long")?);
    report.section(
        "Bringing in a table of results: main-thread CPU from the choice of the file to the preview",
    );
    let detail = format!(
        "p95 {:.0} ms; results known after {:.0} ms; longest task {:.0} ms",
        cpu.p95, read.median, long.median
    );
    report.figure(format!("{} rows", number(run, "/rows")?), (cpu.median, "ms", 0), Some(IMPORT), detail);
    Ok(())
}

fn add_projection(report: &mut Report, page: &Value, native: &Value) -> Result<()> {
    report.section(
        "Projection of the bundled plan, best of 100 batches, both compiled with the release profile",
    );
    for (place, name) in [("/whole", "the whole plan"), ("/update", "a change to one indicator")] {
        let (native, wasm) = (number(native, place)?, number(page, &format!("/projection{place}"))?);
        report.figure(format!("{name}: native"), (native, "µs", 1), None, "");
        report.figure(format!("{name}: WASM"), (wasm, "µs", 1), None, "");
        report.figure("  WASM in proportion to native", (wasm / native, "×", 2), Some(WASM_RATIO), "");
    }
    Ok(())
}

fn add_memory(report: &mut Report, page: &Value) -> Result<()> {
    let edits = number(page, "/memory/edits")?;
    report.section(format!("Memory over {edits} edits, after 1,000 that fill the history: growth per edit"));
    for (part, name) in [("js", "JavaScript heap"), ("wasm", "WASM memory")] {
        let look = |when: &str| number(page, &format!("/memory/{when}/{part}"));
        let (before, after) = (look("before")?, look("after")?);
        let detail = format!("{:.2} → {:.2} MB", before / 1e6, after / 1e6);
        report.figure(name, ((after - before) / edits, "B", 1), Some(GROWTH), detail);
    }
    for (part, name) in [("nodes", "nodes"), ("listeners", "listeners")] {
        let look = |when: &str| number(page, &format!("/memory/{when}/{part}"));
        let (before, after) = (look("before")?, look("after")?);
        report.figure(name, ((after - before) / edits, "", 3), None, format!("{before} → {after}"));
    }
    Ok(())
}

fn list<'a>(value: &'a Value, name: &str) -> Result<&'a Vec<Value>> {
    value.get(name).and_then(Value::as_array).with_context(|| format!("page-bench printed no {name}"))
}

fn number(value: &Value, place: &str) -> Result<f64> {
    value.pointer(place).and_then(Value::as_f64).with_context(|| format!("there is no number at {place}"))
}
