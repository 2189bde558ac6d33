//! The page as a set of files: compiled, bound to JavaScript, named after its contents.

use crate::shrink::{self, Names};
use crate::split::Split;
use crate::{index, shell, sizes, toolchain};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use walrus::ModuleConfig;
use wasm_bindgen_cli_support::Bindgen;

/// The binary whose WASM is the page.
const BINARY: &str = "r13-simulator";

/// One file of the page.
#[derive(Clone, Debug)]
pub struct File {
    /// The path inside the folder to host, with `/` between its parts.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// Whether the browser asks for it before the page is ready.
    pub first_page: bool,
}

/// Every file of the page.
#[derive(Clone, Debug, Default)]
pub struct Bundle {
    /// In the order of the size report, `index.html` first.
    pub files: Vec<File>,
}

impl Bundle {
    /// Writes all files below `folder`, whatever was there before is removed.
    pub fn write(&self, folder: &Path) -> Result<()> {
        if folder.exists() {
            fs::remove_dir_all(folder).with_context(|| format!("cannot clear {}", folder.display()))?;
        }
        for file in &self.files {
            let path = folder.join(&file.name);
            fs::create_dir_all(path.parent().unwrap_or(folder))?;
            fs::write(&path, &file.bytes).with_context(|| format!("cannot write {}", path.display()))?;
        }
        Ok(())
    }

    /// Fails where a file names a folder of the machine it was built on.
    pub fn check_origin(&self) -> Result<()> {
        let folders = [Some(shell::root()), toolchain::cargo_home()].into_iter().flatten();
        let folders: Vec<String> = folders.map(|folder| folder.display().to_string()).collect();
        for file in &self.files {
            if let Some(folder) = folders.iter().find(|folder| file.names(folder)) {
                bail!("{} names {folder}, a folder of this machine", file.name);
            }
        }
        Ok(())
    }
}

impl File {
    /// Whether this text stands anywhere in it.
    fn names(&self, text: &str) -> bool {
        self.bytes.windows(text.len()).any(|part| part == text.as_bytes())
    }
}

/// Compiles the optimised page and gathers its files.
///
/// # Errors
/// Where the build fails, or `index.html` names a file that does not exist.
pub fn build() -> Result<Bundle> {
    toolchain::ensure_wasm_target()?;
    let Bound { mut assets, deferred } = bind(&Split::of(&compile()?)?)?;
    assets.extend(read_folder("static")?);
    for (name, bytes) in &mut assets {
        *bytes = shrink::minify(name, std::mem::take(bytes))?;
    }
    let html = fs::read_to_string(shell::root().join("index.html")).context("cannot read index.html")?;
    let mut files = index::rewrite(&html, assets)?;
    files.push(deferred);
    files.extend(read_folder("static/plans")?.into_iter().map(|(name, bytes)| File {
        name: name.replacen("static/", "", 1),
        bytes,
        first_page: false,
    }));
    Ok(Bundle { files })
}

/// `cargo xtask dist`.
///
/// # Errors
/// Where the build fails or `dist/` cannot be written.
pub fn write_dist() -> Result<()> {
    let bundle = build()?;
    bundle.write(&shell::root().join("dist"))?;
    println!("\nWrote dist/, ready to host under any path.\n\n{}", sizes::Sizes::of(&bundle)?);
    Ok(())
}

fn compile() -> Result<PathBuf> {
    let mut command = shell::cargo(["rustc", "--release", "--bin", BINARY, "--target", toolchain::WASM]);
    command.args(["--features", "split"]).env("CARGO_ENCODED_RUSTFLAGS", toolchain::page_flags());
    shell::announce(&command);
    let mut child = command
        .arg("--message-format=json-render-diagnostics")
        // The relocations tell which code uses which.
        .args(["--", "-Clink-arg=--emit-relocs"])
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

/// The app as files.
struct Bound {
    /// What `index.html` names.
    assets: Vec<(String, Vec<u8>)>,
    /// What the app's script names.
    deferred: File,
}

fn bind(split: &Split) -> Result<Bound> {
    let mut output = Bindgen::new()
        .input_path(&split.main)
        .out_name("app")
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        // The second part calls through the function table, and imports it.
        .keep_lld_exports(true)
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
    let deferred = deferred(&split.deferred, &names)?;
    let name = deferred.name.rsplit('/').next().unwrap_or_default();
    let script = names.apply(&split.script(output.js(), name)?);
    let assets = vec![("app/app.js".into(), script.into_bytes()), ("app/app.wasm".into(), wasm)];
    Ok(Bound { assets, deferred })
}

/// The second part as a file, with the names that the first one exports.
fn deferred(wasm: &[u8], names: &Names) -> Result<File> {
    let mut config = ModuleConfig::new();
    let mut module = config.generate_name_section(false).generate_producers_section(false).parse(wasm)?;
    for import in module.imports.iter_mut() {
        import.name = names.apply(&import.name);
    }
    let bytes = module.emit_wasm();
    Ok(File { name: index::hashed_name("app/deferred.wasm", &bytes), bytes, first_page: false })
}

/// The files that lie directly in a folder of the checkout, named from the root.
fn read_folder(folder: &str) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(shell::root().join(folder)).with_context(|| format!("cannot read {folder}/"))? {
        let path = entry?.path();
        if path.is_file() {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            files.push((format!("{folder}/{name}"), fs::read(&path)?));
        }
    }
    files.sort();
    Ok(files)
}
