//! The parts of the Rust toolchain that the commands need, added through rustup where they are missing.

use crate::shell;
use anyhow::{Context, Result};
use std::path::Path;
use std::process::Command;

/// The target the page is compiled to.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Adds the WASM target if the active toolchain lacks it.
///
/// # Errors
/// Where it is missing and rustup cannot add it.
pub fn ensure_wasm_target() -> Result<()> {
    let installed = shell::output("rustc", &["--print", "target-libdir", "--target", WASM])
        .is_some_and(|folder| Path::new(&folder).is_dir());
    if installed { Ok(()) } else { rustup(&["target", "add", WASM]) }
}

/// Adds rustfmt and clippy if the active toolchain lacks them.
///
/// # Errors
/// Where one is missing and rustup cannot add it.
pub fn ensure_lints() -> Result<()> {
    for (command, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if !shell::cargo([command, "--version"]).output().is_ok_and(|result| result.status.success()) {
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

fn rustup(arguments: &[&str]) -> Result<()> {
    shell::run(Command::new("rustup").args(arguments).current_dir(shell::root()))
        .with_context(|| format!("this needs `rustup {}`", arguments.join(" ")))
}
