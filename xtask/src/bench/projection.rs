//! The program that times one projection, built for this machine and for the browser.

use crate::bundle::File;
use crate::{shell, toolchain};
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use wasm_bindgen_cli_support::Bindgen;

const EXAMPLE: &str = "projection";

/// Runs it on this machine, and returns what it prints.
///
/// # Errors
/// Where it does not compile or fails.
pub fn run() -> Result<Value> {
    let program = compile(&[])?;
    let output =
        Command::new(&program).output().with_context(|| format!("cannot start {}", program.display()))?;
    ensure!(output.status.success(), "{} ended with {}", program.display(), output.status);
    serde_json::from_slice(&output.stdout).context("the projection printed no JSON")
}

/// The files that let a page run it.
///
/// # Errors
/// Where it does not compile, or wasm-bindgen fails.
pub fn for_the_browser() -> Result<Vec<File>> {
    let wasm = compile(&["--target", toolchain::WASM])?;
    let folder = wasm.with_file_name("projection-bindings");
    let mut bindgen = Bindgen::new();
    bindgen.input_path(&wasm).out_name(EXAMPLE).web(true)?.typescript(false);
    bindgen.generate(&folder).context("wasm-bindgen failed")?;
    let file = |name: &str, made: &Path| -> Result<File> {
        Ok(File { name: name.to_owned(), bytes: fs::read(made)?, first_page: false })
    };
    Ok(vec![
        file("bench/projection.js", &folder.join("projection.js"))?,
        file("bench/projection.wasm", &folder.join("projection_bg.wasm"))?,
    ])
}

/// Compiles it with the profile of the download, and returns where it is.
fn compile(target: &[&str]) -> Result<PathBuf> {
    let mut command = shell::cargo(["build", "--release", "--example", EXAMPLE]);
    command.args(target);
    if target.contains(&toolchain::WASM) {
        command.env("CARGO_ENCODED_RUSTFLAGS", toolchain::page_flags());
    }
    shell::announce(&command);
    let output = command.arg("--message-format=json-render-diagnostics").stderr(Stdio::inherit()).output()?;
    ensure!(output.status.success(), "the projection does not compile");
    let messages = String::from_utf8_lossy(&output.stdout);
    messages.lines().find_map(executable).context("cargo built no projection")
}

/// The path of the program, if this message of cargo's announces it.
fn executable(line: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(line).ok()?;
    let is_ours = message.pointer("/target/name")? == EXAMPLE;
    message.get("executable")?.as_str().filter(|_| is_ours).map(PathBuf::from)
}
