//! LibreOffice, which recalculates the workbooks of the tests: found, or installed where that is possible.

use crate::install::{self, Program};
use anyhow::{Context, Result, bail};
use std::path::PathBuf;

const CALC: Program = Program {
    name: "LibreOffice Calc (soffice)",
    variable: "SOFFICE",
    commands: &["soffice", "libreoffice"],
    places: &[
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
        "C:/Program Files/LibreOffice/program/soffice.exe",
    ],
    package: Some(PACKAGE),
};

/// The package of Debian that holds it.
const PACKAGE: &str = "libreoffice-calc";

/// Where it is.
///
/// # Errors
/// Where there is none, with how it is had.
pub fn find_or_install() -> Result<PathBuf> {
    if let Some(wrong) = CALC.wrong_variable() {
        bail!(wrong);
    }
    if CALC.find().is_none() && install::can_install() {
        println!("Missing: {}.", CALC.name);
        install::install(&[PACKAGE])?;
    }
    CALC.find().with_context(|| {
        format!(
            "workbooks cannot be recalculated. Missing: {}.\n\
             Debian, as root: apt-get install --no-install-recommends {PACKAGE}\n\
             Elsewhere: install LibreOffice; if it is not on the PATH, let {} name the program.",
            CALC.name, CALC.variable
        )
    })
}
