//! Programs that the tests need on this machine: what there is of them, and how the rest is had.

use crate::shell;
use anyhow::Result;
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The package of Debian with the Japanese characters.
const FONT: &str = "fonts-noto-cjk";

/// A program that the tests need.
pub struct Program {
    /// Its name in a sentence, with those it has on a `PATH`.
    pub name: &'static str,
    /// The variable that may name it.
    pub variable: &'static str,
    /// What it is called on the `PATH`.
    pub commands: &'static [&'static str],
    /// Where else it may lie.
    pub places: &'static [&'static str],
    /// The package of Debian that holds it.
    pub package: Option<&'static str>,
}

impl Program {
    /// Where it is: what its variable names, else the first of its names on the `PATH`, else the first of its places.
    pub fn find(&self) -> Option<PathBuf> {
        env::var_os(self.variable)
            .map(PathBuf::from)
            .or_else(|| shell::find_program(self.commands))
            .or_else(|| self.places.iter().map(PathBuf::from).find(|path| path.is_file()))
    }

    /// The sentence about a variable that names no file.
    pub fn wrong_variable(&self) -> Option<String> {
        let path = env::var_os(self.variable).map(PathBuf::from).filter(|path| !path.is_file())?;
        Some(format!("{} names {}, which is no file", self.variable, path.display()))
    }
}

/// The names of what is missing, a font with Japanese characters among them.
pub fn missing(programs: &[&Program]) -> Vec<&'static str> {
    let absent = programs.iter().filter(|program| program.find().is_none());
    let mut missing: Vec<_> = absent.map(|program| program.name).collect();
    if shell::output("fc-list", &[":lang=ja", "family"]).is_some_and(|fonts| fonts.is_empty()) {
        missing.push("a font with Japanese characters");
    }
    missing
}

/// The packages of Debian that hold the programs and the font.
pub fn packages(programs: &[&Program]) -> Vec<&'static str> {
    programs.iter().filter_map(|program| program.package).chain([FONT]).collect()
}

/// Whether packages can be installed: on Debian, as root.
pub fn can_install() -> bool {
    Path::new("/etc/debian_version").exists()
        && shell::is_root()
        && shell::find_program(&["apt-get"]).is_some()
}

/// Installs packages of Debian.
///
/// # Errors
/// Where one cannot be had.
pub fn install(packages: &[&str]) -> Result<()> {
    let apt = || {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    shell::run(apt().arg("update"))?;
    shell::run(apt().args(["install", "-y", "--no-install-recommends"]).args(packages))
}
