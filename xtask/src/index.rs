//! The names of the files: each is named after its contents, so that a host may keep it for ever and
//! a new version can never meet an old part. `index.html` alone keeps its name and learns the others.

use crate::bundle::File;
use anyhow::{Result, bail};
use sha1_smol::Sha1;

/// Names every asset after its contents, and puts these names into `index.html`.
///
/// `html` refers to assets by the names they have here, in double quotes. Assets it refers to belong to the
/// first page; the others are left out, as nothing could ask for them by a name it does not know.
///
/// # Errors
/// Where `html` names a file of `static/` or `app/` that is no asset.
pub fn rewrite(html: &str, assets: Vec<(String, Vec<u8>)>) -> Result<Vec<File>> {
    let mut html = html.to_owned();
    let mut files = Vec::new();
    for (name, bytes) in assets {
        let reference = format!("\"{name}\"");
        if html.contains(&reference) {
            let hashed = hashed_name(&name, &bytes);
            html = html.replace(&reference, &format!("\"{hashed}\""));
            files.push(File { name: hashed, bytes, first_page: true });
        }
    }
    for folder in ["\"static/", "\"app/"] {
        if let Some((_, rest)) = html.split_once(folder) {
            let name = rest.split('"').next().unwrap_or_default();
            bail!("index.html names {}{name}, which does not exist", folder.trim_start_matches('"'));
        }
    }
    files.insert(0, File { name: "index.html".into(), bytes: html.into_bytes(), first_page: true });
    Ok(files)
}

/// The name of a file in the folder to host: `assets/NAME-HASH.EXTENSION`.
pub fn hashed_name(name: &str, bytes: &[u8]) -> String {
    let file = name.rsplit('/').next().unwrap_or(name);
    let (stem, extension) = file.rsplit_once('.').unwrap_or((file, "bin"));
    let digest: String = Sha1::from(bytes).digest().to_string().chars().take(10).collect();
    format!("assets/{stem}-{digest}.{extension}")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::rewrite;

    fn assets(style: &str) -> Vec<(String, Vec<u8>)> {
        vec![
            ("app/app.wasm".into(), b"wasm".to_vec()),
            ("static/style.css".into(), style.as_bytes().to_vec()),
            ("static/unused.svg".into(), b"<svg/>".to_vec()),
        ]
    }

    const HTML: &str = r#"<link href="static/style.css"><link href="app/app.wasm">"#;

    #[test]
    fn the_page_names_every_asset_by_its_contents() {
        let files = rewrite(HTML, assets("a{}")).unwrap();
        let html = String::from_utf8(files[0].bytes.clone()).unwrap();
        assert_eq!(files.len(), 3, "index.html and the two assets it names");
        for file in &files[1..] {
            assert!(html.contains(&format!("\"{}\"", file.name)), "{} is not in {html}", file.name);
            assert!(file.name.starts_with("assets/"), "{} is not relative to the page", file.name);
        }
    }

    #[test]
    fn a_name_changes_with_the_contents_and_only_with_them() {
        let name = |style: &str| rewrite(HTML, assets(style)).unwrap()[2].name.clone();
        assert_eq!(name("a{}"), name("a{}"));
        assert_ne!(name("a{}"), name("b{}"));
    }

    #[test]
    fn a_misspelt_reference_is_an_error_that_names_it() {
        let error = rewrite(r#"<script src="static/bot.js"></script>"#, assets("")).unwrap_err();
        assert!(error.to_string().contains("static/bot.js"), "{error}");
    }
}
