//! What the user changed in the plan so far, and the plan as a file.

use yew::prelude::*;

use super::el::{all, el};
use super::kit::button;
use super::link_faults::moved_table;
use super::part::Link;
use super::plan_edit::{Editor, Message, PlanEdit};
use crate::plan::{Day, Moved, write};
use crate::platform::page;
use crate::report::file_name;
use crate::state::Editing;

/// The numbers that were changed, with those that were published; what was taken out, and the ways back.
pub fn changes(edit: &PlanEdit, editor: &Editor, link: &Link<PlanEdit>) -> Html {
    let PlanEdit { words, state, .. } = edit;
    let words = *words;
    let (today, published) = (&state.plan_today, &state.published);
    let moved = published.numbers().moved(&today.numbers());
    let is_there = |moved: &Moved| matches!(moved, Moved::Indicator { now: Some(_), .. });
    let changed =
        today.indicators.iter().filter(|indicator| edit.published(&indicator.id) != Some(*indicator));
    let count = changed.count() + today.removed.len().saturating_sub(published.removed.len());
    let shown: Vec<Moved> = moved.into_iter().filter(is_there).collect();
    let names = [words.plan_edit_published(), words.plan_edit_now()];
    let table = (!shown.is_empty()).then(|| moved_table(words, today, &shown, names));
    let noted = today.indicators.iter().filter(|indicator| {
        let of = edit.published(&indicator.id);
        of.is_some_and(|of| of.note != indicator.note)
    });
    let noted: Vec<&str> = noted.map(|indicator| words.text(&indicator.name)).collect();
    let noted = (!noted.is_empty())
        .then(|| el("p").text(format!("{}: {}", words.plan_edit_noted(), noted.join(words.and()))));
    let removed = today.removed.iter().map(|gone| {
        let back = edit.on_act(Editing::Restore(gone.id.clone()), link);
        let label = [words.plan_edit_put_back(), ": ", words.text(&gone.name)].concat();
        let back = button("plan-put-back", words.plan_edit_put_back(), back).attr("aria-label", label);
        let known = published.position(&gone.id).is_some();
        let name = el("span").text(words.text(&gone.name).to_owned());
        el("li").child(name).maybe(known.then_some(back)).into()
    });
    let removed: Vec<Html> = removed.collect();
    let removed = (!removed.is_empty()).then(|| {
        let list = el("ul").class("plan-removed").children(removed);
        el("div").child(el("h4").text(words.plan_edit_removed())).child(list)
    });
    let nothing = today == published;
    let none = nothing.then(|| el("p").class("hint").text(words.plan_edit_none()));
    let all_back = edit.on_act(Editing::RestoreAll, link);
    let all_back = (!nothing).then(|| button("plan-restore-all", words.plan_edit_restore_all(), all_back));
    let file = file_name(
        &[words.plan_edit_file(), &today.id, &state.today.map(Day::digits).unwrap_or_default()],
        "json",
    );
    let plan = std::rc::Rc::clone(today);
    let save =
        link.on(move |_: MouseEvent| Some(Message::Refused(page::download(&file, &write(&plan)).is_err())));
    let save = button("plan-save", words.plan_edit_save(), save).class("primary");
    let refused = if editor.refused { words.export_refused() } else { "" };
    all([
        el("h3").text(format!("{} ({count})", words.plan_edit_changes())).into(),
        none.map(Html::from).unwrap_or_default(),
        table.unwrap_or_default(),
        noted.map(Html::from).unwrap_or_default(),
        removed.map(Html::from).unwrap_or_default(),
        el("div").class("buttons").child(save).maybe(all_back).into(),
        el("p").class("copied").attr("role", "status").text(refused).into(),
        el("p").class("hint").text(words.plan_edit_hint()).into(),
    ])
}
