//! What a file holds, by its first bytes and not by its name.

/// How many bytes are looked at where the beginning decides.
const BEGINNING: usize = 4096;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// A text in these characters.
    Text(Charset),
    /// Packed files, as a workbook (XLSX) is.
    Packed,
    /// A workbook in the form before 2007 (XLS), which has to be saved in a later one.
    OldWorkbook,
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
    /// Something else that is no text.
    Binary,
    /// Nothing at all.
    Empty,
}

/// How the characters of a text are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charset {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, the lower byte first.
    Utf16Le,
    /// UTF-16, the higher byte first.
    Utf16Be,
    /// CP932, which is what Windows makes of Shift_JIS.
    Cp932,
}

impl Charset {
    /// Its label in the Encoding Standard, as a browser's decoder takes it.
    pub fn label(self) -> &'static str {
        match self {
            Charset::Utf8 => "utf-8",
            Charset::Utf16Le => "utf-16le",
            Charset::Utf16Be => "utf-16be",
            Charset::Cp932 => "shift_jis",
        }
    }
}

/// The first bytes of what is no text.
const SIGNATURES: &[(&[u8], Content)] = &[
    (b"PK\x03\x04", Content::Packed),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Content::OldWorkbook),
    (b"%PDF", Content::Pdf),
    (b"\x89PNG", Content::Picture),
    (b"\xFF\xD8\xFF", Content::Picture),
    (b"GIF8", Content::Picture),
    (b"BM", Content::Picture),
    (b"RIFF", Content::Picture),
    (b"II*\0", Content::Picture),
    (b"MM\0*", Content::Picture),
];

/// What these bytes are: the whole file, or as much of it as there is.
///
/// A text without a mark is UTF-8 where it can be, else UTF-16 where every other byte of its beginning is zero, as in
/// ASCII, else CP932.
pub fn content(bytes: &[u8]) -> Content {
    if bytes.is_empty() {
        return Content::Empty;
    }
    for (mark, charset) in [
        (&b"\xEF\xBB\xBF"[..], Charset::Utf8),
        (b"\xFF\xFE", Charset::Utf16Le),
        (b"\xFE\xFF", Charset::Utf16Be),
    ] {
        if bytes.starts_with(mark) {
            return Content::Text(charset);
        }
    }
    // Two letters begin a picture, and many a text.
    let picture = |signature: &[u8]| signature != b"BM" || bytes.get(6..10) == Some(&[0; 4]);
    let signed = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature) && picture(signature));
    if let Some((_, content)) = signed {
        return *content;
    }
    let beginning = bytes.get(..BEGINNING).unwrap_or(bytes);
    if let Some(charset) = halves(beginning) {
        return Content::Text(charset);
    }
    let control = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C | 0x1A);
    if beginning.iter().any(control) {
        return Content::Binary;
    }
    Content::Text(if std::str::from_utf8(bytes).is_ok() { Charset::Utf8 } else { Charset::Cp932 })
}

/// UTF-16 without a mark: one half of its bytes has many zeros, the other none.
fn halves(beginning: &[u8]) -> Option<Charset> {
    let zeros = |half: usize| beginning.iter().skip(half).step_by(2).filter(|byte| **byte == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    let many = (beginning.len() / 8).max(1);
    match (first, second) {
        (0, some) if some > many => Some(Charset::Utf16Le),
        (some, 0) if some > many => Some(Charset::Utf16Be),
        _ => None,
    }
}
