//! The program: compiled, bound to JavaScript, with short names between the two.

use crate::bundle::File;
use crate::shrink::Names;
use crate::split::{Part, Split};
use crate::{index, shell, toolchain};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use walrus::ModuleConfig;
use wasm_bindgen_cli_support::Bindgen;

/// The binary whose WASM is the page.
const BINARY: &str = "r13-simulator";

/// A program and the script that starts it.
pub struct Program {
    /// JavaScript, not minified.
    pub script: String,
    /// What it starts.
    pub wasm: Vec<u8>,
}

/// The program in files: what the page needs at once, and what it fetches later.
///
/// # Errors
/// Where it does not compile.
pub fn split() -> Result<(Program, Vec<File>)> {
    let split = Split::of(&compile(&["--features", "split"], &["-Clink-arg=--emit-relocs"])?)?;
    // The other parts call through the function table, and import it.
    let bound = bind(Bindgen::new().web(true)?.keep_lld_exports(true), &split.main)?;
    let later: Vec<File> = split.parts.iter().map(|part| later(part, &bound.names)).collect::<Result<_>>()?;
    let names: Vec<&str> = later.iter().filter_map(|file| file.name.rsplit('/').next()).collect();
    let script = bound.names.apply(&split.script(&bound.script, &names)?);
    Ok((Program { script, wasm: bound.wasm }, later))
}

/// The program of one piece, with a classic script that puts `wasm_bindgen` into the page.
///
/// # Errors
/// Where it does not compile.
pub fn whole() -> Result<Program> {
    let bound = bind(Bindgen::new().no_modules(true)?, &compile(&[], &[])?)?;
    Ok(Program { script: bound.names.apply(&bound.script), wasm: bound.wasm })
}

/// The path of the optimised WASM. `link` are arguments of the compiler for the page alone.
fn compile(features: &[&str], link: &[&str]) -> Result<PathBuf> {
    toolchain::ensure_wasm_target()?;
    let mut command = shell::cargo(["rustc", "--release", "--bin", BINARY, "--target", toolchain::WASM]);
    command.args(features).env("CARGO_ENCODED_RUSTFLAGS", toolchain::page_flags());
    shell::announce(&command);
    let mut child = command
        .arg("--message-format=json-render-diagnostics")
        .arg("--")
        .args(link)
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot start cargo")?;
    let messages = BufReader::new(child.stdout.take().context("cargo has no output")?);
    let mut wasm = None;
    for line in messages.lines() {
        wasm = wasm_of_message(&line?).or(wasm);
    }
    if !child.wait()?.success() {
        bail!("the app does not compile");
    }
    wasm.context("cargo built no WASM file")
}

/// The path of the page's WASM, if this message of cargo's announces it.
fn wasm_of_message(line: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(line).ok()?;
    if message.pointer("/target/name")? != BINARY || message.pointer("/target/kind/0")? != "bin" {
        return None;
    }
    let files = message.get("filenames")?.as_array()?;
    files.iter().filter_map(Value::as_str).find(|name| name.ends_with(".wasm")).map(PathBuf::from)
}

/// A WASM file with short names, and wasm-bindgen's script, which has the long ones still.
struct Bound {
    script: String,
    wasm: Vec<u8>,
    names: Names,
}

fn bind(bindgen: &mut Bindgen, wasm: &Path) -> Result<Bound> {
    let mut output = bindgen
        .input_path(wasm)
        .out_name("app")
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()
        .context("wasm-bindgen failed")?;
    let inline = output.snippets().values().any(|snippets| !snippets.is_empty());
    if inline || !output.local_modules().is_empty() {
        bail!("a dependency brings JavaScript snippets, which the page's fixed set of files does not hold");
    }
    let mut names = Names::default();
    let module = output.wasm_mut();
    for import in module.imports.iter_mut() {
        import.name = names.short(&import.name);
    }
    // Others, such as `memory`, are words that the script also uses for something else.
    let generated = |name: &str| name.starts_with("__") || name.starts_with("wasm_bindgen__");
    for export in module.exports.iter_mut().filter(|export| generated(&export.name)) {
        export.name = names.short(&export.name);
    }
    let wasm = module.emit_wasm();
    Ok(Bound { script: output.js().to_owned(), wasm, names })
}

/// A part as a file, with the names that the first one exports.
fn later(part: &Part, names: &Names) -> Result<File> {
    let mut config = ModuleConfig::new();
    let mut module =
        config.generate_name_section(false).generate_producers_section(false).parse(&part.wasm)?;
    for import in module.imports.iter_mut() {
        import.name = names.apply(&import.name);
    }
    let bytes = module.emit_wasm();
    Ok(File {
        name: index::hashed_name(&format!("app/{}.wasm", part.name), &bytes),
        bytes,
        first_page: false,
    })
}
