//! The names of the files: each is named after its contents, so that a host may keep it for ever and
//! a new version can never meet an old part. `index.html` alone keeps its name and learns the others.

use crate::bundle::File;
use anyhow::{Context, Result, bail};
use sha1_smol::Sha1;

/// What the manifest's name ends in.
const MANIFEST: &str = ".webmanifest";
/// Before a name in `index.html`: a style sheet that the page fetches once it is ready.
const LATER: &str = "<meta name=\"style\" content=";

/// Names every asset after its contents, and puts these names into `index.html` and into the manifest.
///
/// Both refer to assets by the names they have here, in double quotes. Assets that `html` refers to belong to the
/// first page, except the pictures for home screens and the style sheets that it names for later; those that nothing refers to are left out, as nothing could ask
/// for them by a name it does not know.
///
/// # Errors
/// Where one names a file of `static/` or `app/` that is no asset.
pub fn rewrite(html: &str, mut assets: Vec<(String, Vec<u8>)>) -> Result<Vec<File>> {
    let mut pictures = Vec::new();
    if let Some(at) = assets.iter().position(|(name, _)| name.ends_with(MANIFEST)) {
        let (name, bytes) = assets.remove(at);
        let manifest = String::from_utf8(bytes).with_context(|| format!("{name} is no text"))?;
        let (manifest, named) = refer(&name, &manifest, &assets, beside)?;
        pictures = named;
        assets.push((name, manifest.into_bytes()));
    }
    let (html, named) = refer("index.html", html, &assets, |name| name)?;
    let mut files = vec![File { name: "index.html".into(), bytes: html.into_bytes(), first_page: true }];
    files.extend(named);
    for picture in pictures {
        if files.iter().all(|file| file.name != picture.name) {
            files.push(File { first_page: false, ..picture });
        }
    }
    Ok(files)
}

/// A text with the names of the assets that it refers to, as `place` gives them, and these assets as files.
fn refer(
    of: &str,
    text: &str,
    assets: &[(String, Vec<u8>)],
    place: fn(&str) -> &str,
) -> Result<(String, Vec<File>)> {
    let mut text = text.to_owned();
    let mut files = Vec::new();
    for (name, bytes) in assets {
        let reference = format!("\"{name}\"");
        if text.contains(&reference) {
            let first_page = !text.contains(&format!("{LATER}{reference}"));
            let hashed = hashed_name(name, bytes);
            text = text.replace(&reference, &format!("\"{}\"", place(&hashed)));
            files.push(File { name: hashed, bytes: bytes.clone(), first_page });
        }
    }
    for folder in ["\"static/", "\"app/"] {
        if let Some((_, rest)) = text.split_once(folder) {
            let name = rest.split('"').next().unwrap_or_default();
            bail!("{of} names {}{name}, which does not exist", folder.trim_start_matches('"'));
        }
    }
    Ok((text, files))
}

/// The name of a file as one that lies in the same folder refers to it.
fn beside(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

/// The name of a file in the folder to host: `assets/NAME-HASH.EXTENSION`.
pub fn hashed_name(name: &str, bytes: &[u8]) -> String {
    let file = beside(name);
    let (stem, extension) = file.rsplit_once('.').unwrap_or((file, "bin"));
    format!("assets/{stem}-{}.{extension}", digest(bytes))
}

/// Ten characters that follow from the contents.
pub fn digest(bytes: &[u8]) -> String {
    Sha1::from(bytes).digest().to_string().chars().take(10).collect()
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
    fn the_manifest_names_its_pictures_beside_itself() {
        let manifest = br#"{ "icons": [{ "src": "static/a.svg" }, { "src": "static/b.png" }] }"#;
        let assets = vec![
            ("static/a.svg".into(), b"<svg/>".to_vec()),
            ("static/app.webmanifest".into(), manifest.to_vec()),
            ("static/b.png".into(), b"png".to_vec()),
        ];
        let html = r#"<link href="static/a.svg"><link href="static/app.webmanifest">"#;
        let files = rewrite(html, assets.clone()).unwrap();
        let first: Vec<(&str, bool)> =
            files.iter().map(|file| (file.name.split('-').next().unwrap(), file.first_page)).collect();
        let expected = [("index.html", true), ("assets/a", true), ("assets/app", true), ("assets/b", false)];
        assert_eq!(first, expected, "each once, and no picture for home screens on the first page");
        let manifest = String::from_utf8(files[2].bytes.clone()).unwrap();
        for file in [&files[1], &files[3]] {
            let name = file.name.strip_prefix("assets/").unwrap();
            assert!(manifest.contains(&format!("\"{name}\"")), "{name} is not in {manifest}");
        }
        let mut other = assets;
        other[2].1 = b"another".to_vec();
        assert_ne!(rewrite(html, other).unwrap()[2].name, files[2].name, "the manifest follows its pictures");
    }

    #[test]
    fn a_style_sheet_for_later_is_no_part_of_the_first_page() {
        let html = r#"<link href="app/app.wasm"><meta name="style" content="static/style.css">"#;
        let files = rewrite(html, assets("a{}")).unwrap();
        let first: Vec<bool> = files.iter().map(|file| file.first_page).collect();
        assert_eq!(first, [true, true, false]);
        let html = String::from_utf8(files[0].bytes.clone()).unwrap();
        assert!(html.contains(&files[2].name), "{html}");
    }

    #[test]
    fn a_misspelt_reference_is_an_error_that_names_it() {
        let error = rewrite(r#"<script src="static/bot.js"></script>"#, assets("")).unwrap_err();
        assert!(error.to_string().contains("static/bot.js"), "{error}");
    }
}
