//! How long the core takes to project the bundled plan. `cargo xtask bench` runs this program natively and in
//! a browser, compiled alike, and compares the two.

use std::hint::black_box;
use std::rc::Rc;

use r13_simulator::model::{Case, Inputs, Outlook, Preset, Rate, Scenario, preset, shift};
use r13_simulator::plan::{Plan, bundled};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::wasm_bindgen;

/// The bundled plan and scenarios of which each differs from the one before in one indicator.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub struct Projection {
    plan: Plan,
    scenarios: Vec<Scenario>,
    outlook: Outlook,
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
impl Projection {
    /// Every indicator at half its required pace: all of them move, and most miss their targets. `None` where
    /// the bundled plan is unsound, which a test rules out.
    pub fn prepare() -> Option<Projection> {
        let plan = bundled().ok()?;
        let mut scenario = Scenario::hold(&plan);
        for (index, indicator) in plan.indicators.iter().enumerate() {
            let inputs = Rc::clone(scenario.inputs(index)?);
            let growth = preset(&Case::new(&plan, indicator, &inputs), Preset::Half);
            scenario.set(index, Inputs { growth: growth.unwrap_or(inputs.growth), ..(*inputs).clone() });
        }
        let mut scenarios = Vec::new();
        for (index, indicator) in plan.indicators.iter().enumerate() {
            let inputs = scenario.inputs(index)?;
            let growth = shift(inputs, inputs.measure(indicator), Rate::ONE);
            let mut moved = scenario.clone();
            moved.set(index, Inputs { growth, ..(**inputs).clone() });
            scenarios.extend([scenario.clone(), moved]);
        }
        let outlook = Outlook::new(&plan, &scenario);
        Some(Projection { plan, scenarios, outlook })
    }

    /// Projects the whole plan so many times, under changing scenarios.
    pub fn whole(&self, times: usize) {
        for scenario in self.scenarios.iter().cycle().take(times) {
            black_box(Outlook::new(black_box(&self.plan), black_box(scenario)));
        }
    }

    /// Follows so many changes to one indicator each.
    pub fn update(&mut self, times: usize) {
        for scenario in self.scenarios.iter().cycle().take(times) {
            self.outlook = black_box(self.outlook.updated(black_box(&self.plan), black_box(scenario)));
        }
    }
}

/// The browser calls [`Projection`] itself.
#[cfg(target_arch = "wasm32")]
fn main() {}

/// Prints the time of one whole projection and of one update in microseconds, as JSON.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    use std::time::Instant;

    /// Repetitions that are timed together.
    const BATCH: usize = 440;
    /// The fastest of so many batches counts: whatever else the machine does only adds.
    const BATCHES: usize = 100;

    let Some(mut projection) = Projection::prepare() else { return };
    let best = |batch: &mut dyn FnMut()| {
        let times = (0..BATCHES).map(|_| {
            let start = Instant::now();
            batch();
            start.elapsed().as_secs_f64() * 1e6 / BATCH as f64
        });
        times.fold(f64::INFINITY, f64::min)
    };
    let whole = best(&mut || projection.whole(BATCH));
    let update = best(&mut || projection.update(BATCH));
    println!("{}", serde_json::json!({ "whole": whole, "update": update }));
}
