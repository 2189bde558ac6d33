//! The page as one self-contained file, for a computer without a network: it opens by double click.
//!
//! Everything that `index.html` names stands in it. The program is of one piece, packed with gzip, which every browser
//! unpacks that can run the page, and written in base64. The Content-Security-Policy lets in these very scripts and
//! these very styles, and no origin at all.

use crate::bundle::{self, File};
use crate::compile::{self, Program};
use crate::offline::{integrity, without_worker};
use crate::{shell, shrink};
use anyhow::{Context, Result, bail, ensure};
use base64::prelude::{BASE64_STANDARD, Engine};
use flate2::{Compression, GzBuilder};
use std::fs;
use std::io::Write;

/// Its name in the folder to host.
pub const NAME: &str = "r13-simulator.html";

/// What takes the place of the line with the Content-Security-Policy, before the digests are put in.
const POLICY: &str = "default-src 'none'; script-src {scripts} 'wasm-unsafe-eval'; style-src {styles}; \
                      img-src data: blob:; base-uri 'none'; form-action 'none'";

/// What the lines of `index.html` are known by that name another file, and what becomes of each.
const LINES: [(&str, Fate); 10] = [
    ("http-equiv=\"Content-Security-Policy\"", Fate::Policy),
    ("rel=\"icon\"", Fate::Icon),
    ("rel=\"stylesheet\"", Fate::Style),
    ("name=\"style\"", Fate::Left),
    ("src=\"static/guard.js\"", Fate::Left),
    ("src=\"static/boot.js\"", Fate::Left),
    ("rel=\"modulepreload\"", Fate::Left),
    ("rel=\"preload\"", Fate::Left),
    ("rel=\"apple-touch-icon\"", Fate::Left),
    ("rel=\"manifest\"", Fate::Left),
];

/// What becomes of a line of `index.html`.
#[derive(Clone, Copy)]
enum Fate {
    Policy,
    Icon,
    Style,
    Left,
}

/// What stands in the page in place of files.
struct Parts {
    icon: Vec<u8>,
    style: String,
    /// Says what is missing, should the app not start.
    guard: String,
    /// The program's script and the one that starts it.
    start: String,
    wasm: Vec<u8>,
}

/// Compiles the program of one piece and puts the page together. `html` is the text of `index.html`.
///
/// # Errors
/// Where the build fails, or `index.html` names a file in a way that is not known here.
pub fn build(html: &str) -> Result<File> {
    let Program { script, wasm } = compile::whole()?;
    // Packed, it could not be read any more.
    bundle::check_origin(NAME, &wasm)?;
    let text = |name: &str| {
        fs::read_to_string(shell::root().join(name)).with_context(|| format!("cannot read {name}"))
    };
    let start = format!("{script}\n{}", text("static/single.js")?);
    let parts = Parts {
        icon: text("static/icon.svg")?.into_bytes(),
        style: minified("style.css", styles(html).map(text).collect::<Result<String>>()?)?,
        guard: minified("guard.js", text("static/guard.js")?)?,
        start: minified("single.js", start)?,
        wasm,
    };
    Ok(File { name: NAME.into(), bytes: parts.page(html)?.into_bytes(), first_page: false })
}

impl Parts {
    fn page(&self, html: &str) -> Result<String> {
        let html = without_worker(html)?;
        let mut page = String::new();
        for line in html.lines() {
            let known = LINES.iter().find(|(mark, _)| line.contains(mark));
            match known.map(|(_, fate)| fate) {
                Some(Fate::Policy) => page.push_str(&self.policy()),
                Some(Fate::Icon) => page.push_str(&self.icon()),
                Some(Fate::Style) => page.push_str(&element("style", &self.style)?),
                Some(Fate::Left) => continue,
                None if line == "</body>" => page.push_str(&self.program()?),
                None if ["src=", "href="].iter().any(|names| line.contains(names)) => {
                    bail!(
                        "index.html names a file in a line that the self-contained page does not know: {line}"
                    )
                }
                None => page.push_str(line),
            }
            page.push('\n');
        }
        Ok(page)
    }

    fn policy(&self) -> String {
        let scripts = [&self.guard, &self.start].map(|script| source(script)).join(" ");
        let policy = POLICY.replace("{scripts}", &scripts).replace("{styles}", &source(&self.style));
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
    }

    fn icon(&self) -> String {
        let icon = BASE64_STANDARD.encode(&self.icon);
        format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\">")
    }

    /// The end of the body, after what stands in it while the page loads: the program comes last, so that the browser
    /// can paint before it has read it, and behind it a mark by which the guard knows that no part is cut off.
    fn program(&self) -> Result<String> {
        let packed = BASE64_STANDARD.encode(pack(&self.wasm)?);
        Ok(format!(
            "{}\n<script id=\"program\" type=\"application/gzip\">{packed}</script>\n{}\n<template id=\"end\"></template>\n</body>",
            element("script", &self.guard)?,
            element("script", &self.start)?
        ))
    }
}

/// A script or style sheet that stands in the page.
fn element(tag: &str, text: &str) -> Result<String> {
    // The first two end the element or change how it is read, whatever they mean in the script. With the third the
    // browser would read another text than the one that the digest is of.
    for bad in [&format!("</{tag}"), "<!--", "\r"] {
        ensure!(!text.to_ascii_lowercase().contains(bad), "a <{tag}> cannot hold {bad:?}");
    }
    Ok(format!("<{tag}>{text}</{tag}>"))
}

/// A script or style sheet as the Content-Security-Policy names it.
fn source(text: &str) -> String {
    format!("'{}'", integrity(text.as_bytes()))
}

/// The same bytes for the same program: without a date or a name of this machine.
fn pack(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packer = GzBuilder::new().mtime(0).operating_system(255).write(Vec::new(), Compression::best());
    packer.write_all(bytes)?;
    Ok(packer.finish()?)
}

/// The style sheets that `index.html` names, for now and for later, in the order in which they are in force.
fn styles(html: &str) -> impl Iterator<Item = &str> {
    html.split('"').filter(|part| part.starts_with("static/") && part.ends_with(".css"))
}

fn minified(name: &str, text: String) -> Result<String> {
    Ok(String::from_utf8(shrink::minify(name, text.into_bytes())?)?)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::{Parts, element, styles};
    use crate::offline::integrity;
    use base64::prelude::{BASE64_STANDARD, Engine};
    use flate2::read::GzDecoder;
    use std::io::Read;

    fn parts() -> Parts {
        Parts {
            icon: b"<svg/>".to_vec(),
            style: "a{}".into(),
            guard: "guard()".into(),
            start: "start()".into(),
            wasm: b"\0asm".repeat(99),
        }
    }

    /// The real page: what is added to it is known here, or the build fails.
    fn html() -> String {
        std::fs::read_to_string(crate::shell::root().join("index.html")).unwrap()
    }

    fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
        text.split_once(from).unwrap().1.split_once(to).unwrap().0
    }

    #[test]
    fn nothing_is_left_to_ask_for() {
        let page = parts().page(&html()).unwrap();
        for (at, _) in page.match_indices("src=").chain(page.match_indices("href=")) {
            assert!(page[at..].starts_with("href=\"data:"), "{}", &page[at..at + 60]);
        }
        for word in ["manifest", "worker", "'self'", "connect-src", "http:", "https:"] {
            assert!(!page.contains(word), "{word}");
        }
    }

    #[test]
    fn the_policy_lets_in_what_stands_in_the_page_and_nothing_else() {
        let page = parts().page(&html()).unwrap();
        let policy = between(&page, "Content-Security-Policy\" content=\"", "\"");
        let digest = |text: &str| format!("'{}'", integrity(text.as_bytes()));
        let scripts = format!(
            "script-src {} {} 'wasm-unsafe-eval';",
            digest(between(&page, "<script>", "</script>")),
            digest(between(page.rsplit_once("<script>").unwrap().1, "", "</script>"))
        );
        assert!(policy.starts_with("default-src 'none'; "), "{policy}");
        assert!(policy.contains(&scripts), "{policy}");
        let style = format!("style-src {};", digest(between(&page, "<style>", "</style>")));
        assert!(policy.contains(&style), "{policy}");
        assert_eq!(page.matches("<script").count(), 3, "one of them holds the program");
    }

    #[test]
    fn the_program_stands_behind_what_is_seen_while_it_loads() {
        let page = parts().page(&html()).unwrap();
        let packed = BASE64_STANDARD.decode(between(&page, "application/gzip\">", "<")).unwrap();
        let mut program = Vec::new();
        GzDecoder::new(packed.as_slice()).read_to_end(&mut program).unwrap();
        assert_eq!(program, parts().wasm);
        let places = ["id=\"loading\"", "guard()", "id=\"program\"", "start()", "id=\"end\""]
            .map(|part| page.find(part).unwrap());
        assert!(places.is_sorted(), "{places:?}");
        assert_eq!(page, parts().page(&html()).unwrap(), "the same page for the same parts");
    }

    #[test]
    fn every_style_sheet_is_in_it_once() {
        let html = html();
        let names: Vec<&str> = styles(&html).collect();
        assert_eq!(names, ["static/style.css", "static/later.css", "static/print.css"]);
        assert_eq!(parts().page(&html).unwrap().matches("<style>").count(), 1);
    }

    #[test]
    fn a_line_that_is_not_known_is_refused() {
        let html = html().replace("</head>", "<link rel=\"prefetch\" href=\"static/later.js\">\n</head>");
        let error = parts().page(&html).unwrap_err();
        assert!(error.to_string().contains("later.js"), "{error}");
    }

    #[test]
    fn what_would_end_an_element_is_refused() {
        for text in ["'</script>'", "'</SCRIPT'", "'<!--'", "a;\r\nb;"] {
            assert!(element("script", text).is_err(), "{text}");
        }
        assert_eq!(element("script", "a<b").unwrap(), "<script>a<b</script>");
    }
}
