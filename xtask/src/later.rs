//! Later releases of the page, for the tests of what a browser keeps of which.

use crate::bundle::{Bundle, File};
use crate::offline;
use anyhow::{Context, Result};

/// The release with this number: the same page with another name for every file that is named after its contents,
/// and so with another service worker.
///
/// # Errors
/// Where a file that names others is no text.
pub fn later(bundle: &Bundle, number: usize) -> Result<Bundle> {
    let renamed: Vec<(&str, String)> = bundle
        .files
        .iter()
        .filter_map(|file| file.name.strip_prefix("assets/"))
        .map(|name| (name, name.replacen('.', &format!("r{number}."), 1)))
        .collect();
    let rename = |text: &str| renamed.iter().fold(text.to_owned(), |text, (old, new)| text.replace(old, new));
    let mut files = Vec::new();
    for file in bundle.files.iter().filter(|file| file.name != offline::WORKER) {
        let names_others = ["js", "webmanifest"].iter().any(|end| file.name.ends_with(end));
        let bytes = if file.name == "index.html" || names_others {
            let text =
                std::str::from_utf8(&file.bytes).with_context(|| format!("{} is no text", file.name))?;
            rename(text).into_bytes()
        } else {
            file.bytes.clone()
        };
        files.push(File { name: rename(&file.name), bytes, first_page: file.first_page });
    }
    files.push(offline::worker(&files)?);
    Ok(Bundle { files })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::later;
    use crate::bundle::{Bundle, File};
    use crate::offline;

    #[test]
    fn a_later_release_has_other_names_throughout() {
        let file = |name: &str, text: &str| File {
            name: name.into(),
            bytes: text.as_bytes().to_vec(),
            first_page: true,
        };
        let mut files = vec![
            file("index.html", "<script src=\"assets/app-1.js\">"),
            file("assets/app-1.js", "fetch(\"./deferred-2.wasm\")"),
            file("assets/deferred-2.wasm", "wasm"),
            file("plans/a.json", "{}"),
        ];
        files.push(offline::worker(&files).unwrap());
        let first = Bundle { files };
        let second = later(&first, 2).unwrap();
        let names: Vec<&str> = second.files.iter().map(|file| file.name.as_str()).collect();
        let expected =
            ["index.html", "assets/app-1r2.js", "assets/deferred-2r2.wasm", "plans/a.json", "sw.js"];
        assert_eq!(names, expected);
        let [page, script, ..] = second.files.as_slice() else { unreachable!() };
        assert_eq!(page.bytes, b"<script src=\"assets/app-1r2.js\">");
        assert_eq!(script.bytes, b"fetch(\"./deferred-2r2.wasm\")");
        assert_ne!(first.files.last().unwrap().bytes, second.files.last().unwrap().bytes);
    }
}
