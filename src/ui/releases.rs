//! Newer releases of the page: they are announced, and taken when the user says so.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::el::{all, el};
use super::kit::button;
use super::words::{Words, words};
use crate::platform::offline;

words! {
    newer: "このページの新しい版があります。切り替えると、入力した内容を保存してから、新しい版で開き直します。いまの版のまま使い続けることもできます。",
        "There is a new version of this page. Switching saves what you have entered and opens the page again with the new version. You can also go on with this one.";
    switch: "新しい版に切り替える", "Switch to the new version";
    not_switched: "入力した内容をこのブラウザに保存できないため、新しい版に切り替えていません。必要な内容を控えてから、このページをすべて閉じて開き直すと、新しい版になります。",
        "What you have entered cannot be saved in this browser, so the page has not switched to the new version. Note down what you need, then close every window of this page and open it again: that is the new version.";
}

/// Keeps the page in the browser, and calls back when there is a newer release.
pub fn keep(newer: Callback<()>) {
    spawn_local(offline::keep(move || newer.emit(())));
}

/// Opens the page anew with the newest release.
pub fn switch() {
    spawn_local(offline::switch());
}

/// Says that there is a newer release.
pub fn newer(words: Words, switch: &Callback<MouseEvent>) -> Html {
    let button = button("update", words.switch(), switch.clone());
    all([el("p").text(words.newer()).into(), button.into()])
}

/// Says why the page stays with its release.
pub fn not_switched(words: Words) -> Html {
    el("p").text(words.not_switched()).into()
}
