//! The top line: what this is, its name, undo and redo, presets, display.

use yew::prelude::*;

use super::Dispatch;
use super::deferred::Deferred;
use super::el::{El, el};
use super::field::{Field, text_commit};
use super::kit::{button, icon, loading, on_click, planned};
use super::output::Output;
use super::part::{Part, live};
use super::shared::Shared;
use super::words::Words;
use crate::model::{MAX_NAME, Preset};
use crate::plan::{Lang, Plan};
use crate::state::{Action, Scope, Undoable};
use crate::view::{Dialog, Screen, Slide, Theme};

#[derive(PartialEq)]
pub struct Header {
    pub words: Words,
    pub plan: Shared<Plan>,
    pub name: String,
    pub undoable: Option<Undoable>,
    pub redoable: Option<Undoable>,
    /// Whether the scenario came by a link.
    pub opened: bool,
    pub theme: Theme,
    pub guide: bool,
    pub print_charts: bool,
    /// What fills the menus, once it is there.
    pub deferred: Option<&'static Deferred>,
    /// Hears what is to leave the page.
    pub output: Callback<Output>,
    pub dispatch: Dispatch,
}

impl Part for Header {
    fn view(&self) -> Html {
        let Header { words, plan, name, undoable, redoable, dispatch, .. } = self;
        let words = *words;
        let (other, other_name) = match words.lang {
            Lang::Ja => (Lang::En, "English"),
            Lang::En => (Lang::Ja, "日本語"),
        };
        let brand = el("div")
            .class("brand")
            .child(el("h1").text(words.app_name()))
            .child(el("p").attr("title", words.plan_name(plan)).child(planned(words, &plan.name)));
        let name_commit = text_commit(dispatch, Action::SetName);
        let name = live(Field {
            class: "name",
            placeholder: words.scenario_unnamed().into(),
            most: MAX_NAME,
            ..Field::new("scenario-name", words.scenario_name(), name.clone(), name_commit)
        });
        let undo = words.with_change(words.undo(), undoable.as_ref());
        let redo = words.with_change(words.redo(), redoable.as_ref());
        let keep = button("scenarios", words.keep_button(), on_click(dispatch, Action::Open(Dialog::Kept)));
        let tools = group("tools", words.toolbar())
            .child(icon("undo", "↶", &undo, on_click(dispatch, Action::Undo)).idle(undoable.is_none()))
            .child(icon("redo", "↷", &redo, on_click(dispatch, Action::Redo)).idle(redoable.is_none()));
        let presets = group("presets", words.presets())
            .child(el("span").class("presets-label").attr("aria-hidden", "true").text(words.presets()))
            .child(preset_button("preset-hold", words.preset_hold_hint(), words, Preset::Hold, dispatch))
            .child(preset_button(
                "preset-required",
                words.preset_required_hint(),
                words,
                Preset::Required,
                dispatch,
            ))
            .child(preset_button("preset-half", words.preset_half_hint(), words, Preset::Half, dispatch));
        let back = if self.opened { words.reset_link() } else { words.reset() };
        let reset = button("reset", back, on_click(dispatch, Action::Reset))
            .class("plain")
            .attr("title", words.reset_hint());
        let compare =
            button("compare", words.compare_button(), on_click(dispatch, Action::Show(Screen::Comparison)))
                .attr("id", "compare");
        let share = button("share", words.share_button(), on_click(dispatch, Action::Open(Dialog::Share)));
        let presentation = Action::Show(Screen::Presentation(Slide::Summary));
        let present =
            button("present", words.present(), on_click(dispatch, presentation)).attr("id", "present");
        let [output, display] = [("output-menu", words.output()), ("display-menu", words.display())]
            .map(|(menu, name)| el("button").class("plain").attr("popovertarget", menu).text(name));
        let outputs =
            group("outputs", words.outputs()).child(compare).child(share).child(present).child(output);
        let language = el("button")
            .class("plain")
            .attr("data-action", "language")
            .attr("lang", other.tag())
            .on_click(on_click(dispatch, Action::SetLang(other)))
            .text(other_name);
        el("header")
            .class("top")
            .child(brand)
            .child(name)
            .child(keep)
            .child(tools)
            .child(presets)
            .child(reset)
            .child(outputs)
            .child(menu(self, "output-menu", |deferred| deferred.output_menu))
            .child(display)
            .child(menu(self, "display-menu", |deferred| deferred.display))
            .child(language)
            .into()
    }
}

fn group(class: &'static str, label: &'static str) -> El {
    el("div").class(class).attr("role", "group").attr("aria-label", label)
}

fn preset_button(
    hook: &'static str,
    hint: &'static str,
    words: Words,
    preset: Preset,
    dispatch: &Dispatch,
) -> Html {
    let onclick = on_click(dispatch, Action::Preset(Scope::All, preset));
    button(hook, words.preset(preset), onclick).attr("title", hint).into()
}

/// A menu that opens above the page.
fn menu(header: &Header, id: &'static str, content: fn(&Deferred) -> fn(&Header) -> Html) -> El {
    let content = match header.deferred {
        Some(deferred) => content(deferred)(header),
        None => loading(header.words),
    };
    // Firefox would stop at whatever scrolls, as a menu does in a low window; what is in it takes the focus.
    el("div").attr("id", id).class("menu").attr("popover", "auto").attr("tabindex", "-1").child(content)
}
