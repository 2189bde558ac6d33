//! Fewer bytes for the same page: short names between JavaScript and WASM, and no white space or comments.

use anyhow::{Result, anyhow};
use std::collections::HashMap;
use std::path::Path;

/// Short names for those that JavaScript and WASM know each other by. wasm-bindgen ends most of them in a hash,
/// which no compression can shorten and both files have to hold.
#[derive(Debug, Default)]
pub struct Names(HashMap<String, String>);

impl Names {
    /// The short name of a name; the same one whenever it is asked for.
    pub fn short(&mut self, name: &str) -> String {
        // No name that wasm-bindgen writes starts with a dollar sign.
        let next = format!("${:x}", self.0.len());
        self.0.entry(name.to_owned()).or_insert(next).clone()
    }

    /// A script with all names shortened that stand in it as words of their own.
    pub fn apply(&self, script: &str) -> String {
        let in_word = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '$';
        let mut shortened = String::with_capacity(script.len());
        let mut rest = script;
        while let Some(first) = rest.chars().next() {
            let same = |letter: char| in_word(letter) == in_word(first);
            let (run, after) = rest.split_at(rest.find(|letter| !same(letter)).unwrap_or(rest.len()));
            shortened.push_str(self.0.get(run).map_or(run, String::as_str));
            rest = after;
        }
        shortened
    }
}

/// A file without what only its authors read: scripts and stylesheets are minified, others stay as they are.
///
/// # Errors
/// Where the text is no script or stylesheet that the minifier understands.
pub fn minify(name: &str, bytes: Vec<u8>) -> Result<Vec<u8>> {
    let kind = Path::new(name).extension().and_then(|extension| extension.to_str());
    if !matches!(kind, Some("js" | "css")) {
        return Ok(bytes);
    }
    let text = String::from_utf8(bytes)?;
    let minified = if kind == Some("js") {
        minifier::js::minify(&text)
            .map(|script| script.to_string())
            .map_err(|error| anyhow!("{name}: {error}"))
    } else {
        minifier::css::minify(&text)
            .map(|sheet| sheet.to_string())
            .map_err(|error| anyhow!("{name}: {error}"))
    };
    Ok(minified?.into_bytes())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{Names, minify};

    #[test]
    fn a_name_is_shortened_wherever_it_is_a_word_of_its_own() {
        let mut names = Names::default();
        assert_eq!(names.short("__wbg_body_5f97"), "$0");
        assert_eq!(names.short("__wbg_get_1234"), "$1");
        assert_eq!(names.short("__wbg_body_5f97"), "$0");
        let script = "const a = { __wbg_body_5f97: 1, __wbg_body_5f97x: 2 }; a.__wbg_get_1234(__wbg_get)";
        let expected = "const a = { $0: 1, __wbg_body_5f97x: 2 }; a.$1(__wbg_get)";
        assert_eq!(names.apply(script), expected);
        assert_eq!(names.apply(""), "");
    }

    #[test]
    fn white_space_goes_and_meaning_stays() {
        let small = |name: &str, text: &str| {
            String::from_utf8(minify(name, text.as_bytes().to_vec()).unwrap()).unwrap()
        };
        assert_eq!(small("a.js", "// why\nconst a = `${b} c`;\n\nf( a );"), "const a=`${b} c`;f(a);");
        let sheet =
            "a > b { width: calc(1px + var(--c) / 2); }\n/* why */\n@media (min-width: 9px) and (x: y) {}";
        let expected = "a>b{width:calc(1px + var(--c) / 2);}@media (min-width:9px) and (x:y){}";
        assert_eq!(small("a.css", sheet), expected);
        assert_eq!(small("a.svg", "<a> </a>"), "<a> </a>");
    }
}
