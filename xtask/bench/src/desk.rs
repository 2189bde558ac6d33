//! The page at the desk, loaded as on a first visit.

use crate::session::Session;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::collections::HashMap;

/// The size of the desk in CSS pixels.
const DESK: (u32, u32) = (1366, 768);

/// Which page is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// The desk as it opens.
    Opened,
    /// Every row of the bundled plan on screen, in a window as tall as it takes, and the whole ranking.
    EveryRow,
    /// Four scenarios side by side.
    Comparison,
    /// A slide of a presentation.
    Presentation,
    /// The desk as it opens, with a plan of 1,000 indicators, which `cargo xtask bench` serves beside the page.
    Large,
    /// The same with ten results of every indicator.
    Results,
    /// Another page, written by hand with uPlot, which `cargo xtask bench` serves beside ours.
    Control,
}

impl Case {
    /// Each with its name.
    pub const ALL: [(&'static str, Case); 7] = [
        ("opened", Case::Opened),
        ("every-row", Case::EveryRow),
        ("comparison", Case::Comparison),
        ("presentation", Case::Presentation),
        ("large", Case::Large),
        ("results", Case::Results),
        ("control", Case::Control),
    ];

    /// What follows the address of the page.
    fn path(self) -> &'static str {
        match self {
            Case::Opened | Case::EveryRow | Case::Comparison | Case::Presentation => "?lang=ja",
            Case::Large | Case::Results => "?lang=ja&plan=bench-1000",
            Case::Control => "bench/control.html",
        }
    }

    /// Brings the page there from the desk, by presses of its buttons as they appear.
    fn way(self) -> &'static [&'static str] {
        match self {
            Case::Comparison => {
                &["#compare", "[data-action=compare-add]:not([aria-disabled])", "[data-compared=D]"]
            }
            Case::Presentation => &["#present", "[data-pillar=p1]", "[data-action=stage-up]"],
            Case::Results => &["[data-action=import-apply]"],
            Case::Opened | Case::EveryRow | Case::Large | Case::Control => &[],
        }
    }

    /// The keys that move the assumption up and down: those of a slider, or of a presentation.
    pub fn keys(self) -> [(&'static str, u32); 2] {
        match self {
            Case::Presentation => [("+", 187), ("-", 189)],
            _ => [("ArrowRight", 39), ("ArrowLeft", 37)],
        }
    }

    /// How many indicators our page judges.
    fn indicators(self) -> f64 {
        match self {
            Case::Opened | Case::EveryRow | Case::Comparison | Case::Presentation => 22.0,
            Case::Large | Case::Results => 1000.0,
            Case::Control => 0.0,
        }
    }
}

/// The page, ready.
pub struct Desk<'a> {
    session: &'a Session,
    /// Milliseconds from the request to `data-ready`.
    pub ready: f64,
}

impl<'a> Desk<'a> {
    /// Loads the page without anything cached or stored. `slowdown` divides the speed of the processor.
    ///
    /// # Errors
    /// Where the page does not become ready.
    pub fn load(session: &'a Session, address: &str, case: Case, slowdown: u32) -> Result<Desk<'a>> {
        session.send("Page.navigate", json!({ "url": "about:blank" }))?;
        session.send("Storage.clearDataForOrigin", json!({ "origin": address, "storageTypes": "all" }))?;
        session.send("Network.setCacheDisabled", json!({ "cacheDisabled": true }))?;
        session.send("Emulation.setFocusEmulationEnabled", json!({ "enabled": true }))?;
        session.send("Emulation.setCPUThrottlingRate", json!({ "rate": slowdown }))?;
        resize(session, DESK)?;
        session.send("Page.navigate", json!({ "url": format!("{address}{}", case.path()) }))?;
        let ready = until_ready(session)?;
        let judged = "[...document.querySelectorAll('[data-pillar]')].reduce((sum, { dataset }) =>
            sum + Number(dataset.met) + Number(dataset.short) + Number(dataset.unknown), 0)";
        let (judged, wanted) = (session.number(judged)?, case.indicators());
        ensure!(judged == wanted, "the page shows {judged} indicators in place of {wanted}");
        if case == Case::EveryRow {
            let press = "for (const name of ['show-all', 'whole-ranking'])
                document.querySelector(`[data-action=${name}]`)?.click();
                bench.frame()";
            session.evaluate(press)?;
            let tall =
                "Math.max(...[...document.querySelectorAll('*')].map(({ scrollHeight }) => scrollHeight))";
            resize(session, (DESK.0, DESK.1 + session.number(tall)? as u32))?;
        }
        if case == Case::Results {
            session.evaluate("bench.import()")?;
        }
        for css in case.way() {
            session.evaluate(&format!("bench.press('{css}')"))?;
        }
        session.evaluate("bench.frame()")?;
        Ok(Desk { session, ready })
    }

    /// Processor time of the main thread in milliseconds, without what the browser spent on answering us.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub fn spent(&self) -> Result<f64> {
        let metrics = self.metrics()?;
        let seconds = |name: &str| metrics.get(name).copied().with_context(|| format!("no {name}"));
        Ok((seconds("TaskDuration")? - seconds("DevToolsCommandDuration")?) * 1000.0)
    }

    /// The browser's own figures of the page, times in seconds.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub fn metrics(&self) -> Result<HashMap<String, f64>> {
        let answer = self.session.send("Performance.getMetrics", json!({}))?;
        let metrics =
            answer.get("metrics").and_then(Value::as_array).context("the browser has no metrics")?;
        let named =
            |metric: &Value| Some((metric.get("name")?.as_str()?.to_owned(), metric.get("value")?.as_f64()?));
        Ok(metrics.iter().filter_map(named).collect())
    }
}

fn resize(session: &Session, (width, height): (u32, u32)) -> Result<()> {
    let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    session.send("Emulation.setDeviceMetricsOverride", size).map(drop)
}

/// Waits for the page and returns when it was ready, in milliseconds after the request.
fn until_ready(session: &Session) -> Result<f64> {
    let wait = "new Promise((resolve, reject) => {
        const look = () => window.bench?.ready ? resolve(bench.ready)
            : performance.now() > 60000 ? reject(new Error('the page does not become ready'))
            : setTimeout(look, 20);
        look();
    })";
    session.number(wait)
}
