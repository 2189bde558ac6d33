//! Prints a chat log with the links of many different scenarios, for `cargo xtask bench`: each changes most
//! indicators of the bundled plan, some in both halves.

use r13_simulator::codec::link::encode;
use r13_simulator::model::{Case, Growth, Inputs, Rate, Scenario, required};
use r13_simulator::plan::{Plan, bundled};
use r13_simulator::view::Shown;

/// How many there are.
const LINKS: u32 = 1_000;

fn main() {
    let Ok(plan) = bundled() else { return };
    for number in 0..LINKS {
        let link = encode(&plan, &scenario(&plan, number), &Shown::default());
        println!("13:{:02} 参加者{number}: できました https://r13.example.jp/simulator/#{link}", number % 60);
    }
}

/// Growths from none to twice the required pace, another mixture for each number.
fn scenario(plan: &Plan, number: u32) -> Scenario {
    let mut scenario = Scenario::hold(plan);
    scenario.name = format!("参加者{number}の案");
    let mut seed = number;
    let mut next = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(seed >> 16) / 65_536.0
    };
    for (index, indicator) in plan.indicators.iter().enumerate() {
        let hold = Inputs::hold(indicator);
        let pace = required(&Case::new(plan, indicator, &hold)).unwrap_or(1.0);
        let early = Rate::nearest(pace * 2.0 * next());
        let late = if next() < 0.2 { Rate::nearest(pace * 2.0 * next()) } else { early };
        if next() < 0.8 {
            scenario.set(index, Inputs { growth: Growth { mode: hold.growth.mode, early, late }, ..hold });
        }
    }
    scenario
}
