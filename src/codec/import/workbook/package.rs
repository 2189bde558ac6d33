//! The files that are packed in a workbook, unpacked within bounds.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::xml::{Node, attribute, each};
use super::{Limits, Problem};

/// What every file begins with that is packed so.
const PACKED: &[u8] = b"PK\x03\x04";
/// What files of older programs begin with, and workbooks with a password.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0";
/// What such a file with a password holds, in UTF-16.
const LOCKED: &str = "EncryptedPackage";

/// A packed file.
pub struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// How many bytes are unpacked at most, and how many more.
    most: usize,
    left: usize,
}

/// That one part refers to another.
pub struct Relation {
    /// What the part calls it.
    pub id: String,
    /// What the other is to it: the last part of the relation's address.
    pub kind: String,
    /// The other part's name within the file.
    pub target: String,
}

impl<'a> Package<'a> {
    /// Opens a file.
    pub fn open(bytes: &'a [u8], limits: Limits) -> Result<Package<'a>, Problem> {
        if bytes.starts_with(COMPOUND) {
            let locked: Vec<u8> = LOCKED.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let is_locked = bytes.windows(locked.len()).any(|part| part == locked);
            return Err(if is_locked { Problem::Encrypted } else { Problem::NotAWorkbook });
        }
        if !bytes.starts_with(PACKED) {
            return Err(Problem::NotAWorkbook);
        }
        if bytes.len() > limits.packed {
            return Err(Problem::TooLarge { most: limits.packed });
        }
        let archive = ZipArchive::new(Cursor::new(bytes));
        let archive = archive.map_err(|_| Problem::Damaged { part: String::new() })?;
        Ok(Package { archive, most: limits.unpacked, left: limits.unpacked })
    }

    /// The text of a part; `None` where there is none of this name.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, Problem> {
        let damaged = || Problem::Damaged { part: name.to_owned() };
        // Names differ in case from program to program.
        let same = |own: &Cow<'_, str>| own.eq_ignore_ascii_case(name);
        let own = self.archive.file_names().flatten().find(same).map(Cow::into_owned);
        let Some(own) = own else { return Ok(None) };
        let file = self.archive.by_name(&own).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Problem::Encrypted,
            _ => damaged(),
        })?;
        // What the file says of its length may be a lie.
        let most = u64::try_from(self.left).unwrap_or(u64::MAX).saturating_add(1);
        let mut bytes = Vec::new();
        file.take(most).read_to_end(&mut bytes).map_err(|_| damaged())?;
        let Some(left) = self.left.checked_sub(bytes.len()) else {
            return Err(Problem::TooLarge { most: self.most });
        };
        self.left = left;
        let text = String::from_utf8(bytes).map_err(|_| damaged())?;
        Ok(Some(text))
    }

    /// What a part refers to; the file itself is the part without a name.
    pub fn relations(&mut self, part: &str) -> Result<Vec<Relation>, Problem> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let name = format!("{folder}/_rels/{file}.rels");
        let name = name.trim_start_matches('/');
        let mut relations = Vec::new();
        let Some(text) = self.part(name)? else { return Ok(relations) };
        each(&text, name, |node| {
            if let Node::Start(element) = node
                && element.local_name().as_ref() == "Relationship"
            {
                let value = |name| attribute(&element, name).unwrap_or_default();
                let kind = value("Type");
                relations.push(Relation {
                    id: value("Id"),
                    kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                    target: resolved(folder, &value("Target")),
                });
            }
        })?;
        Ok(relations)
    }
}

/// A name as it is within the file, from how a part in a folder writes it.
fn resolved(folder: &str, target: &str) -> String {
    let from = if target.starts_with('/') { "" } else { folder };
    let mut path: Vec<&str> = Vec::new();
    for step in from.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::resolved;

    #[test]
    fn a_name_is_resolved_from_the_folder_that_it_is_written_in() {
        for (folder, target, name) in [
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl/a", "../styles.xml", "xl/styles.xml"),
            ("", "../../xl/./workbook.xml", "xl/workbook.xml"),
        ] {
            assert_eq!(resolved(folder, target), name);
        }
    }
}
