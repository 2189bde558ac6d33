//! Texts of cells.

use super::Problem;
use super::xml::{Node, each};

/// Where the texts are that cells share.
const PART: &str = "xl/sharedStrings.xml";

/// The texts that cells share, in their order.
pub fn shared(text: &str) -> Result<Vec<String>, Problem> {
    let mut strings = Vec::new();
    let mut runs = Runs::default();
    each(text, PART, |node| {
        if let Node::End("si") = node {
            strings.push(runs.take());
        }
        runs.hear(&node);
    })?;
    Ok(strings)
}

/// A text that stands in runs of different looks. How its letters are pronounced, which Japanese programs add, is no
/// part of it.
#[derive(Default)]
pub struct Runs {
    text: String,
    within: bool,
    phonetic: bool,
}

impl Runs {
    /// Takes in a node of the text's element.
    pub fn hear(&mut self, node: &Node) {
        match node {
            Node::Start(element) => match element.local_name().as_ref() {
                "t" => self.within = true,
                "rPh" => self.phonetic = true,
                _ => {}
            },
            Node::End("t") => self.within = false,
            Node::End("rPh") => self.phonetic = false,
            Node::Text(text) if self.within && !self.phonetic => self.text.push_str(text),
            Node::End(_) | Node::Text(_) => {}
        }
    }

    /// The text so far; the next begins anew.
    pub fn take(&mut self) -> String {
        let text = std::mem::take(self).text;
        if text.contains("_x") { unescaped(&text) } else { text }
    }
}

/// A text with the letters that XML cannot hold, which are written as `_x000D_`.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        plain.push_str(before);
        let code = after.get(..5).and_then(|code| code.strip_suffix('_'));
        let letter = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        match letter {
            Some(letter) => {
                plain.push(letter);
                rest = after.get(5..).unwrap_or_default();
            }
            None => {
                plain.push_str("_x");
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::{shared, unescaped};

    #[test]
    fn runs_are_one_text_and_pronunciation_is_none_of_it() {
        let text = "<sst><si><r><t>鹿児</t></r><r><t xml:space=\"preserve\">島 &amp; &#x2460;</t></r>\
                    <rPh sb=\"0\" eb=\"3\"><t>カゴシマ</t></rPh></si><si/><si><t>a_x000D_b</t></si></sst>";
        let found = shared(text).unwrap();
        assert_eq!(found, ["鹿児島 & ①", "", "a\rb"]);
        assert!(shared("<sst><si><t>&unknown;</t></si></sst>").is_err());
    }

    #[test]
    fn only_whole_codes_stand_for_letters() {
        assert_eq!(unescaped("_x005F_x000A_ _x00_ _xあいう_ _x"), "_x000A_ _x00_ _xあいう_ _x");
    }
}
