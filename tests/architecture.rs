//! What the code must keep to, held against its text: who may use whom, and what nobody may write.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Longest source file, in lines.
const MOST_LINES: usize = 400;

/// Every module of the crate and the modules that it may use.
const MAY_USE: &[(&str, &[&str])] = &[
    ("order", &[]),
    ("digits", &[]),
    ("check", &[]),
    ("plan", &["order", "digits", "check"]),
    ("model", &["order", "plan"]),
    ("view", &["plan", "model"]),
    ("codec", &["order", "digits", "check", "plan", "model", "view"]),
    ("state", &["plan", "model", "view", "codec"]),
    ("chart", &["order", "plan", "model"]),
    ("report", &["plan", "model", "codec"]),
    ("platform", &["order", "plan", "model", "view", "chart"]),
    ("ui", &["plan", "model", "view", "codec", "state", "chart", "report", "platform"]),
    ("main", &["ui", "platform"]),
    (
        "lib",
        &[
            "order", "digits", "check", "plan", "model", "view", "codec", "state", "chart", "report",
            "platform", "ui",
        ],
    ),
];

/// Modules that run natively and know nothing of a browser.
const CORE: &[&str] =
    &["order", "digits", "check", "plan", "model", "view", "codec", "state", "chart", "report"];

const BROWSER: &[&str] = &["web_sys", "js_sys", "gloo", "yew", "wasm_bindgen", "plotters_canvas"];

/// A source file.
struct Source {
    path: PathBuf,
    /// The top module that it belongs to.
    module: String,
    /// How many modules lie between it and the crate's root.
    depth: usize,
    text: String,
}

fn sources(folder: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut sources = vec![];
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let inner = path.strip_prefix(&root).unwrap().with_extension("");
                let mut names: Vec<String> =
                    inner.iter().map(|part| part.to_string_lossy().into_owned()).collect();
                if names.len() > 1 && names.last().is_some_and(|name| name == "mod") {
                    names.pop();
                }
                let depth = if names == ["lib"] || names == ["main"] { 0 } else { names.len() };
                let text = fs::read_to_string(&path).unwrap();
                sources.push(Source { path, module: names[0].clone(), depth, text });
            }
        }
    }
    sources.sort_by(|one, two| one.path.cmp(&two.path));
    sources
}

/// The code without comments and without the contents of texts and characters.
fn code(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut code = String::new();
    let mut at = 0;
    let is = |at: usize, wanted: &str| {
        letters[at..].iter().copied().take(wanted.chars().count()).eq(wanted.chars())
    };
    while at < letters.len() {
        let before = if at > 0 { letters[at - 1] } else { ' ' };
        let word_before = before.is_alphanumeric() || before == '_';
        if is(at, "//") {
            while at < letters.len() && letters[at] != '\n' {
                at += 1;
            }
        } else if is(at, "/*") {
            while at < letters.len() && !is(at, "*/") {
                at += 1;
            }
            at += 2;
        } else if letters[at] == 'r' && !word_before && (is(at, "r\"") || is(at, "r#\"") || is(at, "r##\"")) {
            let hashes = letters[at + 1..].iter().take_while(|letter| **letter == '#').count();
            let end = format!("\"{}", "#".repeat(hashes));
            at += 2 + hashes;
            while at < letters.len() && !is(at, &end) {
                at += 1;
            }
            at += end.len();
            code.push_str("\"\"");
        } else if letters[at] == '"' {
            at += 1;
            while at < letters.len() && letters[at] != '"' {
                at += if letters[at] == '\\' { 2 } else { 1 };
            }
            at += 1;
            code.push_str("\"\"");
        } else if letters[at] == '\'' && (is(at + 1, "\\") || letters.get(at + 2) == Some(&'\'')) {
            at += if is(at + 1, "\\") { 3 } else { 2 };
            while at < letters.len() && letters[at] != '\'' {
                at += 1;
            }
            at += 1;
            code.push_str("' '");
        } else {
            code.push(letters[at]);
            at += 1;
        }
    }
    code
}

/// The code up to its unit tests, which stand last in a file.
fn without_tests(code: &str) -> &str {
    code.split("#[cfg(test)]").next().unwrap_or_default()
}

/// Words and signs in order; `::` is one sign.
fn tokens(code: &str) -> Vec<String> {
    let mut tokens: Vec<String> = vec![];
    let mut word = String::new();
    let mut letters = code.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter.is_alphanumeric() || letter == '_' {
            word.push(letter);
            continue;
        }
        if !word.is_empty() {
            tokens.push(std::mem::take(&mut word));
        }
        if letter == ':' && letters.peek() == Some(&':') {
            letters.next();
            tokens.push("::".to_owned());
        } else if !letter.is_whitespace() {
            tokens.push(letter.to_string());
        }
    }
    if !word.is_empty() {
        tokens.push(word);
    }
    tokens
}

/// Names that stand directly after a path to the crate's root: `crate::x`, `crate::{x, y::z}`, and `super::x`
/// often enough to reach the root.
fn top_names(tokens: &[String], depth: usize) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut at = 0;
    while at < tokens.len() {
        let mut next = at;
        let reached = match tokens[at].as_str() {
            "crate" | "r13_simulator" => {
                next += 1;
                true
            }
            "super" => {
                let mut up = 1;
                next += 1;
                while tokens.get(next).is_some_and(|token| token == "::")
                    && tokens.get(next + 1).is_some_and(|token| token == "super")
                {
                    up += 1;
                    next += 2;
                }
                up == depth
            }
            _ => false,
        };
        if reached && tokens.get(next).is_some_and(|token| token == "::") {
            next += 1;
            if tokens.get(next).is_some_and(|token| token == "{") {
                let mut level = 0;
                let mut expecting = true;
                loop {
                    match tokens[next].as_str() {
                        "{" => level += 1,
                        "}" => level -= 1,
                        "," if level == 1 => expecting = true,
                        name if level == 1 && expecting => {
                            names.insert(name.to_owned());
                            expecting = false;
                        }
                        _ => {}
                    }
                    if level == 0 {
                        break;
                    }
                    next += 1;
                }
            } else if let Some(name) = tokens.get(next) {
                names.insert(name.clone());
            }
        }
        at = next.max(at + 1);
    }
    names
}

/// The faults of one file, each in a line.
fn faults(source: &Source) -> Vec<String> {
    let name = source.path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().display().to_string();
    let code = code(&source.text);
    let tokens = tokens(&code);
    let mut faults = vec![];
    let Some((_, allowed)) = MAY_USE.iter().find(|(module, _)| *module == source.module) else {
        return vec![format!("{name}: the module `{}` has no place in the layers", source.module)];
    };
    for used in top_names(&tokens, source.depth) {
        let module = MAY_USE.iter().any(|(module, _)| *module == used);
        if module && used != source.module && !allowed.contains(&used.as_str()) {
            faults.push(format!("{name}: {} must not use {used}", source.module));
        }
    }
    if CORE.contains(&source.module.as_str()) {
        let foreign = |token: &String| {
            BROWSER.iter().any(|browser| {
                token == browser || token.strip_prefix(browser).is_some_and(|rest| rest.starts_with('_'))
            })
        };
        if let Some(token) = tokens.iter().find(|token| foreign(token)) {
            faults.push(format!("{name}: {} must not know the browser: `{token}`", source.module));
        }
    }
    for fault in forbidden(&code) {
        faults.push(format!("{name}: {fault}"));
    }
    faults
}

/// What no source may hold. The code is free of comments and texts.
fn forbidden(code: &str) -> Vec<&'static str> {
    let tokens = tokens(code);
    let running: String = without_tests(code).chars().filter(|letter| !letter.is_whitespace()).collect();
    let html = [
        "innerHTML",
        "set_inner_html",
        "outerHTML",
        "set_outer_html",
        "insert_adjacent_html",
        "from_html_unchecked",
    ];
    let rules = [
        ("`unsafe`", tokens.iter().any(|token| token == "unsafe")),
        ("`.unwrap()` outside tests", running.contains(".unwrap()")),
        ("`.expect()` outside tests", running.contains(".expect(")),
        ("a `style=` attribute", code.contains("style={") || code.contains("style=\"")),
        ("markup made from text", tokens.iter().any(|token| html.contains(&token.as_str()))),
    ];
    rules.into_iter().filter(|(_, broken)| *broken).map(|(rule, _)| rule).collect()
}

#[test]
fn every_module_uses_only_what_lies_below_it_and_keeps_the_house_rules() {
    let sources = sources("src");
    let modules: BTreeSet<&str> = sources.iter().map(|source| source.module.as_str()).collect();
    assert!(["plan", "model", "codec", "state", "chart"].iter().all(|module| modules.contains(module)));
    let faults: Vec<String> = sources.iter().flat_map(faults).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_source_is_long() {
    let both = ["src", "xtask/src"];
    let long: Vec<String> = both
        .into_iter()
        .filter(|folder| Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).is_dir())
        .flat_map(sources)
        .map(|source| (source.text.lines().count(), source.path))
        .filter(|(lines, _)| *lines > MOST_LINES)
        .map(|(lines, path)| format!("{}: {lines} lines", path.display()))
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn texts_of_the_code_that_break_a_rule_are_found() {
    let source = |path: &str, depth, text: &str| Source {
        path: Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(path),
        module: path.split(['/', '.']).next().unwrap().to_owned(),
        depth,
        text: text.to_owned(),
    };
    let found = |path, depth, text| faults(&source(path, depth, text)).len();
    for (path, depth, text) in [
        ("plan/mod.rs", 1, "use crate::model::Growth;"),
        ("plan/parse.rs", 2, "fn f() { super::super::state::f() }"),
        ("model/mod.rs", 1, "use crate::{plan::Plan, codec::{a, b}};"),
        ("model/mod.rs", 1, "use super::chart;"),
        ("codec/saved.rs", 2, "use crate::state::AppState;"),
        ("state/mod.rs", 1, "type A = crate::platform::Storage;"),
        ("chart/mod.rs", 1, "use gloo_timers::x;"),
        ("chart/mod.rs", 1, "use web_sys::x;"),
        ("state/mod.rs", 1, "use yew::prelude::*;"),
        ("platform/page.rs", 2, "use crate::ui::App;"),
        ("shiny/mod.rs", 1, ""),
        ("ui/app.rs", 2, "fn f() { x.unwrap() }"),
        ("ui/app.rs", 2, "fn f() { x\n.expect(\"y\") }"),
        ("ui/app.rs", 2, "unsafe fn f() {}"),
        ("ui/app.rs", 2, "html! { <p style=\"color: red\" /> }"),
        ("ui/app.rs", 2, "html! { <p style={colour} /> }"),
        ("ui/app.rs", 2, "element.set_inner_html(text);"),
    ] {
        assert_eq!(found(path, depth, text), 1, "{path}: {text}");
    }
    for (path, depth, text) in [
        ("model/path.rs", 2, "use super::Growth; use super::plan; use crate::plan::Plan;"),
        (
            "plan/mod.rs",
            1,
            "// use crate::model;\n/* web_sys */ const A: &str = \"crate::state \\\" unsafe\";",
        ),
        (
            "plan/mod.rs",
            1,
            "const A: char = '\"'; const B: &str = r#\"x.unwrap() \" \"#; fn f<'a>(_: &'a str) {}",
        ),
        ("state/apply.rs", 2, "use crate::{codec::Saved, model, plan::{Plan, model}};"),
        ("ui/app.rs", 2, "let style = Style { style: 1 }; x.unwrap_or(2); use crate::platform;"),
        ("codec/number.rs", 2, "fn f() {}\n#[cfg(test)]\nmod tests { fn g() { x.unwrap() } }"),
    ] {
        assert_eq!(found(path, depth, text), 0, "{path}: {text}");
    }
}
