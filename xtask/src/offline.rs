//! The page without a network: the service worker that keeps one release in the browser.
//!
//! `static/sw.js` is the same in all releases. Before it stands what a release consists of: its files, each with the
//! digest that the browser holds it against. The worker must keep its own name to be found again, so that it
//! is no asset, and `index.html` names it in a line of its own.

use crate::bundle::File;
use crate::{index, shell, shrink};
use anyhow::{Context, Result, ensure};
use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use std::fs;

/// The name of the service worker, beside `index.html`.
pub const WORKER: &str = "sw.js";
/// The line of `index.html` that names it.
const LINE: &str = "<meta name=\"worker\" content=\"sw.js\">\n";

/// `index.html` for a page without a service worker.
///
/// # Errors
/// Where it names none.
pub fn without_worker(html: &str) -> Result<String> {
    ensure!(html.contains(LINE), "index.html has no line {LINE}");
    Ok(html.replace(LINE, ""))
}

/// The service worker of the release that consists of these files. Plan files are no part of it: they keep their names,
/// and may change at any time.
///
/// # Errors
/// Where its source cannot be read.
pub fn worker(files: &[File]) -> Result<File> {
    let mut kept = Map::new();
    for file in files {
        if file.name == "index.html" {
            // Asked for as the folder: some hosts send from the file to the folder, and no answer that was sent
            // elsewhere may stand for a page.
            kept.insert("./".into(), integrity(&file.bytes).into());
        } else if file.name.starts_with("assets/") {
            kept.insert(file.name.clone(), integrity(&file.bytes).into());
        }
    }
    let kept = Value::from(kept).to_string();
    let version = index::digest(kept.as_bytes());
    let mut bytes = format!("const VERSION=\"{version}\",FILES={kept};").into_bytes();
    bytes.extend(script("static/sw.js")?);
    Ok(File { name: WORKER.into(), bytes, first_page: false })
}

/// A service worker that removes the one that another server has left in the browser at this address.
///
/// # Errors
/// Where its source cannot be read.
pub fn removal() -> Result<File> {
    Ok(File { name: WORKER.into(), bytes: script("static/no-sw.js")?, first_page: false })
}

/// The SHA-256 digest of a text or file, as HTML and the Content-Security-Policy write it.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

fn script(name: &str) -> Result<Vec<u8>> {
    let source = fs::read(shell::root().join(name)).with_context(|| format!("cannot read {name}"))?;
    shrink::minify(name, source)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{integrity, without_worker, worker};
    use crate::bundle::File;
    use serde_json::{Value, json};

    fn files(html: &str, style: &str) -> Vec<File> {
        let file = |name: &str, text: &str| File {
            name: name.into(),
            bytes: text.as_bytes().to_vec(),
            first_page: false,
        };
        vec![
            file("index.html", html),
            file("assets/style-1.css", style),
            file("plans/a.json", "{}"),
            file("r13-simulator.html", "<!doctype html>"),
        ]
    }

    /// The version and the files that stand before the worker's source.
    fn release(files: &[File]) -> (String, Value) {
        let text = String::from_utf8(worker(files).unwrap().bytes).unwrap();
        let rest = text.strip_prefix("const VERSION=\"").unwrap();
        let (version, rest) = rest.split_once("\",FILES=").unwrap();
        let (files, _) = rest.split_once(';').unwrap();
        (version.to_owned(), serde_json::from_str(files).unwrap())
    }

    #[test]
    fn a_release_is_its_page_and_its_assets_each_with_its_digest() {
        let (_, kept) = release(&files("<p>", "a{}"));
        let expected = json!({ "./": integrity(b"<p>"), "assets/style-1.css": integrity(b"a{}") });
        assert_eq!(kept, expected);
        assert_eq!(integrity(b""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    #[test]
    fn a_version_changes_with_any_of_its_files_and_only_with_them() {
        let version = |html, style| release(&files(html, style)).0;
        assert_eq!(version("<p>", "a{}"), version("<p>", "a{}"));
        assert_ne!(version("<p>", "a{}"), version("<q>", "a{}"));
        assert_ne!(version("<p>", "a{}"), version("<p>", "b{}"));
        let mut other = files("<p>", "a{}");
        other.retain(|file| !file.name.starts_with("plans/"));
        assert_eq!(release(&other).0, version("<p>", "a{}"));
    }

    #[test]
    fn a_page_can_do_without_its_worker() {
        let html = "<head>\n<meta name=\"worker\" content=\"sw.js\">\n</head>";
        assert_eq!(without_worker(html).unwrap(), "<head>\n</head>");
        assert!(without_worker("<head></head>").is_err());
    }
}
