//! The page as a set of files, named after their contents.

use crate::dist::PublicAddress;
use crate::{compile, index, offline, shell, shrink, single, toolchain};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

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
        self.files.iter().try_for_each(|file| check_origin(&file.name, &file.bytes))
    }
}

/// Fails where a file names a folder of the machine it was built on.
pub fn check_origin(name: &str, bytes: &[u8]) -> Result<()> {
    let names = |text: &str| bytes.windows(text.len()).any(|part| part == text.as_bytes());
    for folder in [Some(shell::root()), toolchain::cargo_home()].into_iter().flatten() {
        let folder = folder.display().to_string();
        if names(&folder) {
            bail!("{name} names {folder}, a folder of this machine");
        }
    }
    Ok(())
}

/// Compiles the optimised page and gathers its files, without a service worker: for a server whose page changes under
/// the same address, or is measured.
///
/// # Errors
/// Where the build fails, or `index.html` names a file that does not exist.
pub fn build() -> Result<Bundle> {
    hosted(&offline::without_worker(&source()?)?)
}

/// The page as it is released: with its service worker, and once more as one self-contained file. Where the page has
/// an address that its links may name, it says so.
///
/// # Errors
/// As [`build`].
pub fn release(address: Option<&PublicAddress>) -> Result<Bundle> {
    let html = source()?;
    let html = address.map_or_else(|| Ok(html.clone()), |address| address.name_in(&html))?;
    let mut bundle = hosted(&html)?;
    bundle.files.push(offline::worker(&bundle.files)?);
    bundle.files.push(single::build(&html)?);
    Ok(bundle)
}

/// The text of `index.html` in the checkout.
fn source() -> Result<String> {
    fs::read_to_string(shell::root().join("index.html")).context("cannot read index.html")
}

fn hosted(html: &str) -> Result<Bundle> {
    let (program, later) = compile::split()?;
    let mut assets =
        vec![("app/app.js".into(), program.script.into_bytes()), ("app/app.wasm".into(), program.wasm)];
    assets.extend(read_folder("static")?);
    for (name, bytes) in &mut assets {
        *bytes = shrink::minify(name, std::mem::take(bytes))?;
    }
    let mut files = index::rewrite(html, assets)?;
    files.extend(later);
    files.extend(read_folder("static/plans")?.into_iter().map(|(name, bytes)| File {
        name: name.replacen("static/", "", 1),
        bytes,
        first_page: false,
    }));
    Ok(Bundle { files })
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
