//! The choices of how things are shown: years, colours, the guidance.

use yew::prelude::*;

use super::Dispatch;
use super::el::{El, all, el};
use super::header::Header;
use super::kit::{button, on_choice, on_click, radio};
use super::words::Words;
use crate::state::Action;
use crate::view::{Theme, YearStyle};

/// What the menu of the header holds.
pub fn display(header: &Header) -> Html {
    let Header { words, theme, guide, dispatch, .. } = header;
    let show_guide = || {
        button("show-guide", words.guide_open(), on_click(dispatch, Action::ShowGuide(true))).class("plain")
    };
    let show_guide = (!guide).then(show_guide).map(Html::from).unwrap_or_default();
    all([year_choice(*words, dispatch).into(), theme_choice(*words, *theme, dispatch).into(), show_guide])
}

fn year_choice(words: Words, dispatch: &Dispatch) -> El {
    let options = [(YearStyle::Era, words.years_era()), (YearStyle::Western, words.years_western())];
    let options = options.map(|(style, label)| {
        let heard = on_choice(dispatch, Action::SetYears(style));
        radio("years".into(), label.into(), words.years == style, false, heard)
    });
    el("fieldset").child(el("legend").text(words.years())).children(options)
}

fn theme_choice(words: Words, theme: Theme, dispatch: &Dispatch) -> El {
    let options = [
        (Theme::Auto, words.theme_auto()),
        (Theme::Light, words.theme_light()),
        (Theme::Dark, words.theme_dark()),
    ];
    let options = options.map(|(choice, label)| {
        let heard = on_choice(dispatch, Action::SetTheme(choice));
        radio("theme".into(), label.into(), theme == choice, false, heard)
    });
    el("fieldset").child(el("legend").text(words.theme())).children(options)
}
