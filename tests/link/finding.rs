//! Links in chat logs, mails and whatever else is pasted.

use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use r13_simulator::codec::link::{Found, decode, encode, find};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::common::kagoshima;
use crate::sample::{HEAD, everything, link, modest, sealed};

/// Where the page lies.
const HOST: &str = "https://example.jp/somewhere/deep/";

fn found(text: &str) -> Vec<String> {
    find(text).into_iter().map(|found| found.text).collect()
}

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

/// Two links: one of ASCII alone, and one with all that a link can say.
fn links() -> [String; 2] {
    let plan = kagoshima();
    let all = everything(&plan);
    [link("/k1=125/p48;lock"), encode(&plan, &all.scenario, &all.shown)]
}

/// Breaks a text every `width` bytes.
fn wrapped(text: &str, width: usize, break_: &str) -> String {
    let parts: Vec<&str> =
        text.as_bytes().chunks(width).map(|part| std::str::from_utf8(part).unwrap()).collect();
    parts.join(break_)
}

#[test]
fn whatever_surrounds_them() {
    for link in links() {
        for (before, after) in [
            ("", ""),
            ("#", ""),
            (HOST, ""),
            ("https://example.jp/?plan=x#", " "),
            ("12:03 田中: https://example.jp/#", "\r\n12:04 佐藤: はい"),
            ("リンクは「https://example.jp/#", "」です。"),
            ("https://example.jp/#", "、ご確認ください"),
            ("https://example.jp/#", "をご覧ください"),
            ("（https://example.jp/#", "）"),
            ("<https://example.jp/#", ">"),
            ("[A](https://example.jp/#", ")"),
            ("\"https://example.jp/#", "\","),
            ("'https://example.jp/#", "'"),
            ("see https://example.jp/#", "."),
            ("<a href=\"https://example.jp/#", "\">A</a>"),
            ("<td>https://example.jp/#", "</td>"),
            ("https://example.jp/?a=1&amp;b=2#", "&amp;c"),
            ("* _~`https://example.jp/#", "`~_ *"),
            ("1/2 3/4.5 R6/7 https://example.jp/#", " 1/2.3/4"),
            ("%0 ", " %0"),
            ("50%", "%"),
            ("%2 %% %25", " %2"),
            ("100%\n", "\n100%"),
            ("100%0\n", "%2\n3"),
        ] {
            let text = format!("{before}{link}{after}");
            assert_eq!(found(&text), [link.as_str()], "{text}");
            assert_eq!(found(&format!("{text} {text}\n{text}")), [link.as_str(); 3], "{text}");
        }
    }
}

#[test]
fn in_whatever_they_are_wrapped() {
    for link in links() {
        let address = format!("{HOST}#{link}");
        let safe = format!(
            "https://jpn01.safelinks.protection.outlook.com/?url={}&data=05%7C02%7C&sdata=x%3D&reserved=0",
            encoded(&address)
        );
        let twice = format!("https://redirect.example/?to={}&amp;x=1", encoded(&safe));
        let proofed = format!("https://urldefense.example/v3/__{address}__;!!abc$");
        let plain = percent_decode_str(&address).decode_utf8().unwrap().into_owned();
        let lower = encoded(&address).replace("%2F", "%2f").replace("%3A", "%3a");
        for text in [&address, &safe, &twice, &proofed, &plain, &lower] {
            assert_eq!(found(&format!("見て: {text} です")), [link.as_str()], "{text}");
        }
        for width in 20..40 {
            let text = format!("> 見て\n> {}\n", wrapped(&safe, width, "\n> "));
            assert_eq!(found(&text), [link.as_str()], "{text}");
        }
        let all = format!("{safe}\n{twice}\n{plain}\n{address}");
        assert_eq!(found(&all), [link.as_str(); 4], "{all}");
        let bare = encoded(&link);
        assert_eq!(found(&bare), [link.as_str()], "{bare}");
    }
}

#[test]
fn however_they_are_broken_over_lines() {
    for link in links() {
        let address = format!("{HOST}#{link}");
        for width in [20, 40, 72, 76] {
            for break_ in ["\n", "\r\n", " \n", "\n> ", "\r\n> > ", "\n>>", "\n    ", "\n| "] {
                let first = if break_.contains('>') { "> " } else { "" };
                let broken = wrapped(&address, width, break_);
                let text = format!("{first}前\n{first}{broken}\n{first}後 1/2\n");
                assert_eq!(found(&text), [link.as_str()], "{text}");
                let two = format!("{first}{broken}\n{first}{broken}");
                assert_eq!(found(&two), [link.as_str(); 2], "{two}");
            }
        }
    }
}

#[test]
fn at_the_line_in_which_they_begin() {
    let [one, two] = links();
    let text = format!("a\n\n> b {one}\r\n> {}\n\nc\n{HOST}#{one} {HOST}#{one}", wrapped(&two, 40, "\n> "));
    let lines: Vec<usize> = find(&text).iter().map(|found| found.line).collect();
    let height = two.len().div_ceil(40);
    assert_eq!(lines, [3, 4, 4 + height + 2, 4 + height + 2]);
    assert_eq!(found(&text), [one.as_str(), two.as_str(), one.as_str(), one.as_str()]);
}

#[test]
fn damaged_ones_as_far_as_they_reach() {
    let plan = kagoshima();
    let cut = format!("{HEAD}/k1=125/p4");
    let edited = link("/k1=125/p48;lock").replace("125", "126");
    let named = link("/Name=%E6%A1%88/k1=125").replace("125", "126");
    let newer = "2/kagoshima-commerce-2.19bxkh/de/k1=5";
    let other = sealed("1/other-plan.000000/ja/k1=125");
    for (text, link) in [
        (format!("{cut}\nつづき"), &cut),
        (format!("「{cut}」つづき/Check=abcdef"), &cut),
        (format!("<{HOST}#{cut}...>"), &cut),
        (format!("{HOST}#{cut}…続きを読む"), &cut),
        (format!("?url={}&data=5", encoded(&cut)), &cut),
        (format!("{cut}\n\n/p5/Check=abcdef"), &cut),
        (format!("{edited}。"), &edited),
        (format!("> {}", wrapped(&edited, 30, "\n> ")), &edited),
        (format!("?url={}&data=5", encoded(&edited)), &edited),
        (format!("{named}) b"), &named),
        (format!("{newer} b"), &newer.to_owned()),
        (format!("{other} b"), &other),
    ] {
        assert_eq!(found(&text), [link.as_str()], "{text}");
        let sound = links();
        let all = format!("{} {text}\n{HOST}#{}", sound[0], sound[1]);
        assert_eq!(found(&all), [&sound[0], link, &sound[1]].map(String::as_str), "{all}");
        assert!(decode(link, &plan).map_or(true, |reading| !reading.intact));
    }
}

#[test]
fn what_is_no_link_is_not_found() {
    for text in [
        "",
        "\n\n",
        "1/2",
        "https://example.jp/1/kagoshima-commerce-2",
        "1/kagoshima-commerce-2.19bxk/ja",
        "1/kagoshima-commerce-2.19bxkl/ja",
        "1/kagoshima-commerce-2,19bxkh/ja",
        "v1/kagoshima-commerce-2.19bxkh/ja",
        "1-1/kagoshima-commerce-2.19bxkh/ja",
        "1/\n\nkagoshima-commerce-2.19bxkh/ja",
        "1%2Gkagoshima-commerce-2.19bxkh/ja",
        "x/kagoshima-commerce-2.19bxkh/ja/Check=000000",
        &format!("1/{}.19bxkh/ja", "a".repeat(100)),
    ] {
        assert_eq!(find(text), [], "{text}");
    }
}

#[test]
fn hundreds_in_one_text() {
    let plan = kagoshima();
    let modest = modest(&plan);
    let text = encode(&plan, &modest.scenario, &modest.shown);
    let log: String = (0..500).map(|at| format!("10:{at} 参加者{at}: {HOST}#{text}、です\n")).collect();
    let expected: Vec<Found> = (0..500).map(|at| Found { line: at + 1, text: text.clone() }).collect();
    assert_eq!(find(&log), expected);
}

#[test]
fn long_texts_are_answered() {
    let many = 200_000;
    for part in ["1", "1/", "1/a.", "%25", "%", "\n", "> ", "/Check=abcdef", "あ", " ", "1/a.000000", "\r"] {
        assert_eq!(find(&part.repeat(many)), [], "{part}");
    }
    let heads = find(&"1/a.000000/".repeat(many));
    assert_eq!(heads.len(), many);
    let long = find(&format!("{HEAD}{}", "/k1=5 \n".repeat(many)));
    assert_eq!(long.len(), 1);
    assert_eq!(long[0].text, format!("{HEAD}/k1=5"));
}
