//! Files are told by their bytes.

use encoding_rs::{Encoding, SHIFT_JIS};
use proptest::prelude::*;
use r13_simulator::codec::import::content::{Charset, Content, content};
use r13_simulator::codec::import::table::table;

const TEXT: &str = "指標,令和3年度,R4\r\n市内就業人口1人当たりの総生産,\"6,534\",▲1\r\n";

fn utf16(text: &str, little: bool) -> Vec<u8> {
    text.encode_utf16()
        .flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() })
        .collect()
}

#[test]
fn a_text_is_known_in_every_charset() {
    let cp932 = SHIFT_JIS.encode(TEXT).0.into_owned();
    let marked = |mark: &[u8], rest: Vec<u8>| [mark, &rest].concat();
    for (bytes, charset) in [
        (TEXT.as_bytes().to_vec(), Charset::Utf8),
        (marked(b"\xEF\xBB\xBF", TEXT.into()), Charset::Utf8),
        (b"id,2021\nk1,1".to_vec(), Charset::Utf8),
        (cp932, Charset::Cp932),
        (marked(b"\xFF\xFE", utf16(TEXT, true)), Charset::Utf16Le),
        (marked(b"\xFE\xFF", utf16(TEXT, false)), Charset::Utf16Be),
        (utf16("id\t2021\nk1\t5\n", true), Charset::Utf16Le),
        (utf16("id\t2021\nk1\t5\n", false), Charset::Utf16Be),
    ] {
        assert_eq!(content(&bytes), Content::Text(charset), "{bytes:?}");
        let decoded = Encoding::for_label(charset.label().as_bytes()).unwrap().decode(&bytes).0;
        assert_eq!(table(&decoded).rows.len(), 2, "{decoded}");
    }
}

#[test]
fn what_is_no_text_is_named() {
    for (bytes, wanted) in [
        (&b""[..], Content::Empty),
        (b"PK\x03\x04\x14\0", Content::Packed),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", Content::OldWorkbook),
        (b"%PDF-1.7\n", Content::Pdf),
        (b"\x89PNG\r\n\x1A\n", Content::Picture),
        (b"\xFF\xD8\xFF\xE0", Content::Picture),
        (b"GIF89a", Content::Picture),
        (b"BM\x36\0\0\0\0\0\0\0\x36", Content::Picture),
        (b"\x7FELF\x02\x01\x01\0\0", Content::Binary),
    ] {
        assert_eq!(content(bytes), wanted, "{bytes:?}");
    }
    assert_eq!(content("BM,2021\nk1,2".as_bytes()), Content::Text(Charset::Utf8));
}

proptest! {
    #[test]
    fn any_bytes_are_something(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        if let Content::Text(charset) = content(&bytes) {
            table(&Encoding::for_label(charset.label().as_bytes()).unwrap().decode(&bytes).0);
        }
    }

    #[test]
    fn what_cp932_can_hold_comes_back(cells in proptest::collection::vec("[ぁ-んァ-ヴ指標年度実績市内就業総生産０-９]{1,8}", 1..9)) {
        let text = cells.join(",");
        let (bytes, _, lossy) = SHIFT_JIS.encode(&text);
        prop_assume!(!lossy && std::str::from_utf8(&bytes).is_err());
        prop_assert_eq!(content(&bytes), Content::Text(Charset::Cp932));
        let decoded = SHIFT_JIS.decode(&bytes).0;
        prop_assert_eq!(&table(&decoded).rows[0].cells, &cells);
    }
}
