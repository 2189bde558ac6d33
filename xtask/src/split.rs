//! The linked program in two files: what the page needs at once, and what it fetches once it is ready.
//!
//! `wasm_split_cli_support` cuts at the function that the app marks with `wasm_split`, and writes a script that
//! loads the second file. wasm-bindgen only knows the first. The two scripts would import each other, and could then
//! not both be named after their contents, so here the one is put into the other.

use anyhow::{Context, Result, anyhow, bail};
use std::fs;
use std::path::{Path, PathBuf};
use wasm_split_cli_support::{Options, transform};

/// The name of the split point in the app.
const POINT: &str = "deferred";
/// What wasm-bindgen's script imports the loader from.
const LOADER: &str = "./__wasm_split.js";
/// How the loader reports a failure beside telling the app, which says it to the user. To Firefox leaving the page is
/// such a failure.
const REPORT: &str = "console.error(e);";

/// A program in two parts.
pub struct Split {
    /// The file of the first part, for wasm-bindgen.
    pub main: PathBuf,
    /// The second part.
    pub deferred: Vec<u8>,
    loader: String,
}

impl Split {
    /// Cuts a program that was linked with `--emit-relocs`. Intermediate files are written beside it.
    ///
    /// # Errors
    /// Where the program has no split point, or another one than the page is made for.
    pub fn of(wasm: &Path) -> Result<Self> {
        let program = fs::read(wasm).with_context(|| format!("cannot read {}", wasm.display()))?;
        let folder = wasm.with_file_name("split");
        let main = folder.join("main.wasm");
        let mut options = Options::new(&program);
        options.output_dir = &folder;
        options.main_out_path = &main;
        options.link_name = LOADER;
        let written =
            transform(options).map_err(|error| anyhow!("the program cannot be split: {error:#}"))?;
        let [deferred] = written.split_modules.as_slice() else {
            bail!("the page has room for one deferred file, not for {}", written.split_modules.len());
        };
        let loader = fs::read_to_string(folder.join(LOADER)).context("there is no loader")?;
        Ok(Self { deferred: fs::read(deferred)?, main, loader })
    }

    /// wasm-bindgen's script together with the loader, which fetches the second part under this name beside it.
    ///
    /// # Errors
    /// Where the scripts are not what they are known as.
    pub fn script(&self, script: &str, deferred: &str) -> Result<String> {
        let loader = self.loader.replace(&format!("\"./split_{POINT}.wasm\""), &format!("\"./{deferred}\""));
        if loader == self.loader {
            bail!("the loader does not fetch split_{POINT}.wasm");
        }
        if !loader.contains(REPORT) {
            bail!("the loader does not report failures by {REPORT}");
        }
        join(script, &loader.replace(REPORT, ""))
    }
}

/// Puts the loader in the place where a script imports it: `import * as name from "./__wasm_split.js"`.
fn join(script: &str, loader: &str) -> Result<String> {
    let import = script.lines().find(|line| line.starts_with("import ") && line.contains(LOADER));
    let import = import.context("the script does not import the loader")?;
    let name = import.strip_prefix("import * as ").and_then(|rest| rest.split(' ').next());
    let name = name.with_context(|| format!("the script imports the loader as `{import}`"))?;

    let mut code = String::new();
    let mut exports = Vec::new();
    for line in loader.lines().filter(|line| !line.starts_with("import ")) {
        let own = line.strip_prefix("export ").unwrap_or(line);
        if own != line {
            let exported = own.split(' ').nth(1).with_context(|| format!("the loader exports `{own}`"))?;
            exports.push(exported);
        }
        code.push_str(own);
        code.push('\n');
    }
    code.push_str(&format!("const {name} = {{ {} }};", exports.join(", ")));
    Ok(script.replacen(import, &code, 1))
}

#[cfg(test)]
mod tests {
    use super::{LOADER, Split, join};

    const LOADS: &str = "import { initSync } from \"./main.js\";\nconst f = 1;\nexport const load = wrap(\"./split_deferred.wasm\");\n";
    const WRAP: &str = "const wrap = (e) => { console.error(e); }\n";

    #[test]
    fn the_loader_stands_where_it_was_imported() {
        let script = format!("import * as import1 from \"{LOADER}\"\n\nimport1.load();\n");
        let joined = join(&script, LOADS).unwrap_or_default();
        let expected = "const f = 1;\nconst load = wrap(\"./split_deferred.wasm\");\nconst import1 = { load };\n\nimport1.load();\n";
        assert_eq!(joined, expected);
    }

    #[test]
    fn the_loader_fetches_the_second_part_by_its_hashed_name() {
        let split = Split { main: "".into(), deferred: Vec::new(), loader: [LOADS, WRAP].concat() };
        let script = split.script(&format!("import * as a from \"{LOADER}\"\n"), "deferred-1.wasm");
        assert!(script.is_ok_and(|script| script.contains("wrap(\"./deferred-1.wasm\")")
            && script.contains("const wrap = (e) => {  }")));
    }

    #[test]
    fn scripts_of_another_make_are_refused() {
        let script = format!("import * as a from \"{LOADER}\"\n");
        assert!(join("const a = 1;\n", LOADS).is_err());
        assert!(join(&format!("import {{ load }} from \"{LOADER}\"\n"), LOADS).is_err());
        let silent = Split { main: "".into(), deferred: Vec::new(), loader: LOADS.into() };
        assert!(silent.script(&script, "deferred-1.wasm").is_err());
        let elsewhere = Split { main: "".into(), deferred: Vec::new(), loader: "fetch()".into() };
        assert!(elsewhere.script(&script, "deferred-1.wasm").is_err());
    }
}
