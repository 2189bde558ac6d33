//! LibreOffice as an independent spreadsheet program: it opens workbooks, computes every formula anew, and says what
//! each cell comes to.
//!
//! `cargo xtask test calc` installs it where that is possible, and names it in `SOFFICE`.

use anyhow::{Context, Result, ensure};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs, process};

/// Makes the program compute all formulas whenever it opens a workbook, whatever results stand in the file.
const ALWAYS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"#;

/// CSV in UTF-8 of every sheet, with commas, and with values as they are, not as they are shown.
const CSV: &str = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

/// The cells of a sheet as texts, row by row.
pub type Cells = Vec<Vec<String>>;

/// What LibreOffice computes of workbooks: for each, by the names of its sheets, their cells. One start serves all.
///
/// # Errors
/// Where the program is missing, or cannot open one.
pub fn recalculated(workbooks: &[Vec<u8>]) -> Result<Vec<HashMap<String, Cells>>> {
    let folder = Folder::new()?;
    let user = folder.0.join("profile").join("user");
    fs::create_dir_all(&user)?;
    fs::write(user.join("registrymodifications.xcu"), ALWAYS)?;
    let mut command = Command::new(soffice()?);
    command
        .arg(format!("-env:UserInstallation=file://{}", folder.0.join("profile").display()))
        .args(["--headless", "--norestore", "--convert-to", CSV, "--outdir"])
        .arg(folder.0.join("out"))
        .stdout(Stdio::null());
    for (number, bytes) in workbooks.iter().enumerate() {
        let path = folder.0.join(format!("{number}.xlsx"));
        fs::write(&path, bytes)?;
        command.arg(path);
    }
    let status = command.status().context("LibreOffice cannot be started")?;
    ensure!(status.success(), "LibreOffice ended with {status}");
    (0..workbooks.len()).map(|number| read(&folder.0.join("out"), &format!("{number}-"))).collect()
}

fn soffice() -> Result<PathBuf> {
    let named =
        env::var_os("SOFFICE").context("`cargo xtask test calc` runs these tests: SOFFICE is not set")?;
    Ok(named.into())
}

/// The sheets of one workbook, whose files begin so.
fn read(folder: &Path, begins: &str) -> Result<HashMap<String, Cells>> {
    let mut sheets = HashMap::new();
    for entry in fs::read_dir(folder).context("LibreOffice wrote nothing")? {
        let path = entry?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if let Some(sheet) = name.strip_prefix(begins) {
            let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_path(&path)?;
            let rows = reader.records().map(|row| Ok(row?.iter().map(str::to_owned).collect()));
            sheets.insert(sheet.to_owned(), rows.collect::<Result<_>>()?);
        }
    }
    ensure!(!sheets.is_empty(), "LibreOffice did not open the workbook {begins}");
    Ok(sheets)
}

/// A folder that goes with its last use.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Result<Folder> {
        let folder = env::temp_dir().join(format!("r13-calc-{}", process::id()));
        fs::create_dir_all(&folder)?;
        Ok(Folder(folder))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be removed is left to the system.
        let _ = fs::remove_dir_all(&self.0);
    }
}
