//! The accessibility checker.

use crate::Page;
use anyhow::{Result, ensure};
use serde_json::Value;
use std::fmt::Write;

const AXE: &str = include_str!("../vendor/axe.min.js");

/// Calls back with the violations.
const RUN: &str = include_str!("axe.js");

/// Runs all its rules on the page as it stands.
///
/// # Errors
/// Lists every violation with its nodes.
pub async fn check(page: &Page) -> Result<()> {
    // The driver runs scripts beside the page's Content-Security-Policy, a script element could not.
    page.driver.execute(AXE, vec![]).await?;
    let result = page.driver.execute_async(RUN, vec![]).await?;
    let violations = result.json().as_array().cloned().unwrap_or_default();
    ensure!(violations.is_empty(), "axe finds {}:\n{}", violations.len(), report(&violations));
    Ok(())
}

fn report(violations: &[Value]) -> String {
    let mut text = String::new();
    for violation in violations {
        let _ = writeln!(text, "\n{}: {}", violation["id"], violation["help"]);
        for node in violation["nodes"].as_array().into_iter().flatten() {
            let _ =
                writeln!(text, "  {}\n    {}\n    {}", node["target"], node["html"], node["failureSummary"]);
        }
    }
    text
}
