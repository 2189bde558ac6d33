//! The linked program in files: what the page needs at once, and what it fetches later.
//!
//! `wasm_split_cli_support` cuts at the functions that the app marks with `wasm_split`, and writes a script that
//! loads the other files. What several of them need, and the first file does not, becomes a file of its own that comes
//! with each of them. wasm-bindgen only knows the first. The two scripts would import each other, and could then
//! not both be named after their contents, so here the one is put into the other.

use anyhow::{Context, Result, anyhow, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use wasm_split_cli_support::{Options, transform};

/// What the files are called as they are written, or how their names begin, and what the page calls them: the split
/// points in the app, and what these have in common.
const PARTS: [(&str, &str); 3] =
    [("split_deferred", "deferred"), ("split_workbook", "workbook"), ("chunk_", "shared")];
/// What wasm-bindgen's script imports the loader from.
const LOADER: &str = "./__wasm_split.js";
/// How the loader reports a failure beside telling the app, which says it to the user. To Firefox leaving the page is
/// such a failure.
const REPORT: &str = "console.error(e);";

/// A program in parts.
pub struct Split {
    /// The file of the first part, for wasm-bindgen.
    pub main: PathBuf,
    /// The others.
    pub parts: Vec<Part>,
    loader: String,
}

/// A part that is fetched later.
pub struct Part {
    /// What the page calls it.
    pub name: &'static str,
    /// What is in it.
    pub wasm: Vec<u8>,
    /// The file that the loader fetches.
    file: String,
}

impl Split {
    /// Cuts a program that was linked with `--emit-relocs`. Intermediate files are written beside it.
    ///
    /// # Errors
    /// Where the program has other split points than the page is made for.
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
        let parts: Vec<Part> =
            written.split_modules.iter().map(|path| Part::of(path)).collect::<Result<_>>()?;
        for (_, name) in PARTS {
            let found = parts.iter().filter(|part| part.name == name).count();
            ensure!(found == 1, "the page has room for one part {name}, not for {found}");
        }
        let loader = fs::read_to_string(folder.join(LOADER)).context("there is no loader")?;
        Ok(Self { parts, main, loader })
    }

    /// wasm-bindgen's script together with the loader, which fetches the parts under these names beside it, in their
    /// order.
    ///
    /// # Errors
    /// Where the scripts are not what they are known as.
    pub fn script(&self, script: &str, names: &[&str]) -> Result<String> {
        let mut loader = self.loader.clone();
        for (part, name) in self.parts.iter().zip(names) {
            let before = loader.clone();
            loader = loader.replace(&format!("\"./{}\"", part.file), &format!("\"./{name}\""));
            ensure!(loader != before, "the loader does not fetch {}", part.file);
        }
        ensure!(loader.contains(REPORT), "the loader does not report failures by {REPORT}");
        join(script, &loader.replace(REPORT, ""))
    }
}

impl Part {
    fn of(path: &Path) -> Result<Part> {
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let known = PARTS.iter().find(|(begins, _)| file.starts_with(begins));
        let (_, name) = known.with_context(|| format!("the page has no room for {file}"))?;
        Ok(Part { name, wasm: fs::read(path)?, file })
    }
}

/// Puts the loader in the place where a script imports it: `import * as name from "./__wasm_split.js"`, once for each
/// function of it.
fn join(script: &str, loader: &str) -> Result<String> {
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

    let imports = script.lines().filter(|line| line.starts_with("import ") && line.contains(LOADER));
    let mut joined = script.to_owned();
    let mut first = None;
    for import in imports {
        let name = import.strip_prefix("import * as ").and_then(|rest| rest.split(' ').next());
        let name = name.with_context(|| format!("the script imports the loader as `{import}`"))?;
        let own = match first {
            None => format!("{code}const {name} = {{ {} }};", exports.join(", ")),
            Some(first) => format!("const {name} = {first};"),
        };
        joined = joined.replacen(import, &own, 1);
        first = first.or(Some(name));
    }
    ensure!(first.is_some(), "the script does not import the loader");
    Ok(joined)
}

#[cfg(test)]
mod tests {
    use super::{LOADER, Part, Split, join};

    const LOADS: &str = "import { initSync } from \"./main.js\";\nconst f = 1;\nexport const load = wrap(\"./split_deferred.wasm\");\n";
    const WRAP: &str = "const wrap = (e) => { console.error(e); }\n";

    #[test]
    fn the_loader_stands_where_it_was_imported() {
        let import = |name: &str| format!("import * as {name} from \"{LOADER}\"\n");
        let script = format!("{}{}\nimport1.load();\n", import("import1"), import("import2"));
        let joined = join(&script, LOADS).unwrap_or_default();
        let expected = "const f = 1;\nconst load = wrap(\"./split_deferred.wasm\");\nconst import1 = { load };\n\
                        const import2 = import1;\n\nimport1.load();\n";
        assert_eq!(joined, expected);
    }

    fn split(loader: &str) -> Split {
        let part = Part { name: "deferred", wasm: Vec::new(), file: "split_deferred.wasm".into() };
        Split { main: "".into(), parts: vec![part], loader: loader.into() }
    }

    #[test]
    fn the_loader_fetches_the_parts_by_their_hashed_names() {
        let script = split(&[LOADS, WRAP].concat())
            .script(&format!("import * as a from \"{LOADER}\"\n"), &["deferred-1.wasm"]);
        assert!(script.is_ok_and(|script| script.contains("wrap(\"./deferred-1.wasm\")")
            && script.contains("const wrap = (e) => {  }")));
    }

    #[test]
    fn scripts_of_another_make_are_refused() {
        let script = format!("import * as a from \"{LOADER}\"\n");
        assert!(join("const a = 1;\n", LOADS).is_err());
        assert!(join(&format!("import {{ load }} from \"{LOADER}\"\n"), LOADS).is_err());
        assert!(split(LOADS).script(&script, &["deferred-1.wasm"]).is_err());
        assert!(split("fetch()").script(&script, &["deferred-1.wasm"]).is_err());
        assert!(Part::of("split_other.wasm".as_ref()).is_err());
    }
}
