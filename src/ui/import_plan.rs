//! A plan file: whose plan it is, and that it takes the place of the one on screen.

use yew::prelude::*;

use super::Dispatch;
use super::el::{el, text};
use super::import::{cancel, choose_other, frame};
use super::kit::{button, entry, on_click};
use super::plans;
use super::words::{Words, filled, words};
use crate::plan::Plan;
use crate::state::{Action, AppState, Importing};

words! {
    plan_file_lead: "計画ファイルです。開くと、この計画が画面に出ます。", "A plan file. Opened, it comes on screen.";
    plan_file_stays: "いまの計画の仮定と保管したシナリオは、そのまま残ります。ブラウザーの「戻る」で、いまの計画に戻れます。",
        "What you have assumed and kept for the present plan stays. The browser's own Back leads back to it.";
    plan_file_same: "いまの計画と同じIDです。仮定と保管したシナリオは、この計画のものとして引き継がれます。",
        "It has the id of the present plan, and goes on with what was assumed and kept for that.";
    plan_file_over_edits: "このブラウザーには、この計画への利用者の変更が残っています。開くと、ファイルの計画に置き換わります。残すには、先に「計画を編集」から計画ファイルに保存してください。",
        "This browser has changes by the user to this plan. Opening the file puts its plan in their place. To keep them, first save a plan file under Edit the plan.";
    plan_file_open: "この計画を開く", "Open this plan";
    plan_file_name: "計画", "Plan";
    plan_file_body: "団体", "Body";
    plan_file_years: "期間", "Years";
    plan_file_span(first, last): "{0}〜{1}", "{0} to {1}";
    plan_file_counts: "指標", "Indicators";
    plan_file_count(indicators, pillars): "{0}指標・{1}本の柱", "{0} in {1} pillars";
    plan_file_count_alone(indicators): "{0}指標(柱なし)", "{0}, without pillars";
    plan_file_broken(count): "計画ファイルに直す箇所が{0}件あるので、開けません。下の箇所を直してから、選び直してください。",
        "The plan file has {0} problems and cannot be opened. Mend the places below, then choose it again.";
}

/// Whose plan it is, and what opening it does.
pub fn preview(words: Words, state: &AppState, name: &str, plan: &Plan, dispatch: &Dispatch) -> Html {
    let [first, last] = [plan.first, plan.last].map(|year| words.year_long(year.value));
    let [indicators, pillars] = [plan.indicators.len(), plan.pillars.len()].map(|count| count.to_string());
    let counts = match plan.pillars.is_empty() {
        true => words.plan_file_count_alone(&indicators),
        false => words.plan_file_count(&indicators, &pillars),
    };
    let facts = [
        (words.plan_file_name(), words.text(&plan.name).to_owned()),
        (words.plan_file_body(), words.text(&plan.body).to_owned()),
        (words.plan_file_years(), words.plan_file_span(&first, &last)),
        (words.plan_file_counts(), counts),
        (words.source(), words.text(&plan.source).to_owned()),
    ];
    let facts = facts.map(|(name, value)| entry("", name, text(value)));
    let same = plan.id == state.plan_today.id;
    let stays = if same { words.plan_file_same() } else { words.plan_file_stays() };
    let open = on_click(dispatch, Action::from(Importing::Take));
    frame(words, name)
        .child(el("p").text(words.plan_file_lead()))
        .child(el("dl").class("facts").children(facts))
        .child(el("p").text(stays))
        .maybe(plans::is_edited(&plan.id).then(|| el("p").text(words.plan_file_over_edits())))
        .child(
            el("div")
                .class("buttons")
                .child(button("import-apply", words.plan_file_open(), open).class("primary"))
                .child(choose_other(words))
                .child(cancel(words, dispatch)),
        )
        .into()
}
