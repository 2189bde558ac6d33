//! The parts of the Rust toolchain that the commands need, added through rustup where they are missing.

use crate::shell;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

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

/// The flags that the page and all it depends on are compiled with, as cargo takes them in
/// `CARGO_ENCODED_RUSTFLAGS`. A panic names its place in the sources: by these flags a place in a package, not on the
/// machine that built the page.
pub fn page_flags() -> String {
    let packages = cargo_home().map(|home| home.join("registry").join("src"));
    let registries =
        packages.and_then(|packages| fs::read_dir(packages).ok()).into_iter().flatten().flatten();
    let flags = registries.map(|registry| format!("--remap-path-prefix={}/=", registry.path().display()));
    flags.collect::<Vec<_>>().join("\u{1f}")
}

/// Where cargo keeps the packages.
pub fn cargo_home() -> Option<PathBuf> {
    env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")))
}

fn rustup(arguments: &[&str]) -> Result<()> {
    shell::run(Command::new("rustup").args(arguments).current_dir(shell::root()))
        .with_context(|| format!("this needs `rustup {}`", arguments.join(" ")))
}
