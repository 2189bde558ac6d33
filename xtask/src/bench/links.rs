//! A text with many links, made on this machine.

use crate::bundle::File;
use crate::shell;
use anyhow::{Context, Result, ensure};
use std::process::Stdio;

/// The text, for the server.
///
/// # Errors
/// Where the program that makes it does not compile or fails.
pub fn file() -> Result<File> {
    let mut command = shell::cargo(["run", "--release", "--quiet", "--example", "links"]);
    shell::announce(&command);
    let output = command.stderr(Stdio::inherit()).output().context("cannot start cargo")?;
    ensure!(output.status.success(), "the links could not be made");
    Ok(File { name: "bench/links.txt".to_owned(), bytes: output.stdout, first_page: false })
}
