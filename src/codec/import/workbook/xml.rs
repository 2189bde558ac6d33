//! The XML of a workbook's parts.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::Problem;

/// What a part is made of.
pub enum Node<'a> {
    /// An element begins. One without contents ends at once.
    Start(BytesStart<'a>),
    /// An element with this name ends.
    End(&'a str),
    /// Characters between.
    Text(&'a str),
}

/// Hands over a part node by node.
///
/// # Errors
/// Where it is no XML.
pub fn each(text: &str, part: &str, mut node: impl FnMut(Node)) -> Result<(), Problem> {
    let damaged = || Problem::Damaged { part: part.to_owned() };
    let mut reader = Reader::from_str(text.trim_start_matches('\u{FEFF}'));
    reader.config_mut().expand_empty_elements = true;
    loop {
        match reader.read_event().map_err(|_| damaged())? {
            Event::Start(element) => node(Node::Start(element)),
            Event::End(element) => node(Node::End(element.local_name().as_ref())),
            Event::Text(text) => node(Node::Text(&text.xml10_content())),
            Event::CData(text) => node(Node::Text(&text.xml10_content())),
            Event::GeneralRef(entity) => {
                let letter = match &*entity.xml10_content() {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => entity.resolve_char_ref().map_err(|_| damaged())?,
                };
                node(Node::Text(letter.ok_or_else(damaged)?.encode_utf8(&mut [0; 4])));
            }
            Event::Eof => return Ok(()),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

/// An attribute by its name without prefix.
pub fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = element.attributes();
    let found =
        all.with_checks(false).flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(found.normalized_value(XmlVersion::Explicit1_0).ok()?.into_owned())
}

/// A truth as attributes write it.
pub fn truth(value: &str) -> bool {
    matches!(value, "1" | "true" | "on")
}
