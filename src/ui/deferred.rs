//! What the first view of the page does not need: code that is fetched once the page is ready.
//!
//! The build cuts the program in two at [`functions`]: what is reached through the table that it returns, and in no
//! other way, becomes a file of its own. Without the feature `split` there is one file and nothing to wait for.

use std::pin::Pin;

use gloo::events::EventListener;
use yew::prelude::*;

use super::address::{Address, Moved};
use super::app::Desk;
use super::banner::Banner;
use super::boot::NamedPlan;
use super::chart_data::YearRow;
use super::details::Details;
use super::header::Header;
use super::notices::Notices;
use super::output::{Output, Told};
use super::paper::Paper;
use super::row::Row;
use super::shelf::Keeper;
use super::words::Words;
use super::{
    address, arrival, banner, boot, chart_table, details, dialogs, display, faults, import, output, paper,
    plans, releases, screens, settings, shelf,
};
use crate::codec::saved::Found;
use crate::model::{IndicatorOutlook, Outlook};
use crate::plan::{Indicator, Plan};
use crate::platform::{styles, watch};
use crate::state::{Action, AppState, Notice};
use crate::view::View;

/// The functions of the second file.
pub struct Deferred {
    /// Puts the styles of the rest in force; without them nothing else of this is shown. Whether they have arrived.
    pub styles: fn() -> Pin<Box<dyn Future<Output = bool>>>,
    /// The settings of a row's indicator.
    pub settings: fn(&Row, &Indicator) -> Html,
    /// What the menu of the header holds.
    pub display: fn(&Header) -> Html,
    /// What the menu of what leaves the page holds.
    pub output_menu: fn(&Header) -> Html,
    /// Makes something of the chosen indicator that leaves the page.
    pub output: fn(Output, Words, &AppState, &Outlook, Callback<Told>),
    /// The printed sheet.
    pub paper: fn(&Paper<'_>) -> Html,
    /// Calls back when the sheet is wanted.
    pub on_print: fn(Callback<()>) -> Vec<EventListener>,
    /// What stands behind the chosen indicator.
    pub details: fn(&Details) -> Html,
    /// The table behind the chart.
    pub chart_table: fn(Words, &Indicator, &IndicatorOutlook, &[YearRow], &Callback<Output>) -> Html,
    /// What a notice says and offers.
    pub notice: fn(&Notices, &Notice) -> Html,
    /// Keeps the page in the browser, and calls back when there is a newer release.
    pub keep: fn(Callback<()>),
    /// Opens the page anew with the newest release.
    pub switch: fn(),
    /// Opens the plan file of this name beside the page.
    pub named_plan: fn(String) -> Pin<Box<dyn Future<Output = NamedPlan>>>,
    /// The plan as the user has changed it, by the text that was kept of it.
    pub edited: fn(&Plan, &str, &mut Vec<Notice>) -> Option<Plan>,
    /// Follows a state with the address of the page.
    pub address: fn(&AppState, Callback<Moved>) -> Address,
    /// Brings the address to where the state is.
    pub follow: fn(&Address, &AppState),
    /// What follows from a fragment that somebody else wrote into the address.
    pub arrive: fn(&Plan, &str) -> Vec<Action>,
    /// The state with what the fragment says that the page starts with.
    pub arrived: fn(AppState, &str) -> AppState,
    /// What is in the dialog that is open, and its name.
    pub dialog: fn(&Desk) -> Option<(&'static str, Html)>,
    /// Brings the kept scenarios into the state, and begins to follow both.
    pub shelf: fn(&mut AppState, Callback<Action>) -> Keeper,
    /// Keeps what the state has.
    pub shelve: fn(&Keeper, &AppState),
    /// The field that files are chosen with.
    pub file_field: fn(&Desk) -> Html,
    /// The screen that fills the page in the place of the desk.
    pub screen: fn(&Desk) -> Option<Html>,
    /// What there is to say of a scenario that came by a link.
    pub banner: fn(&Banner) -> Html,
    /// What a saved text holds. What could not be read of it is added to the notices.
    pub restored: fn(&Plan, String, View, &mut Vec<Notice>) -> Option<Found>,
}

/// There is one such table.
impl PartialEq for Deferred {
    fn eq(&self, _: &Deferred) -> bool {
        true
    }
}

/// The second file could not be fetched. Asking again fetches it again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotFetched;

impl std::fmt::Display for NotFetched {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the second part of the program did not arrive")
    }
}

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotFetched {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> NotFetched {
        NotFetched
    }
}

static FUNCTIONS: Deferred = Deferred {
    styles: || Box::pin(async { styles::add().await.is_ok() }),
    settings: settings::settings,
    display: display::display,
    output_menu: output::menu,
    output: output::output,
    paper: paper::paper,
    on_print: |wanted| watch::on_print(move || wanted.emit(())),
    details: details::details,
    chart_table: chart_table::chart_table,
    notice: faults::notice,
    keep: releases::keep,
    switch: releases::switch,
    named_plan: boot::named_plan,
    edited: plans::edited,
    address: address::begin,
    follow: address::follow,
    arrive: arrival::arrive,
    arrived: arrival::arrived,
    dialog: dialogs::dialog,
    shelf: shelf::begin,
    shelve: shelf::follow,
    file_field: import::field,
    screen: screens::screen,
    banner: banner::banner,
    restored: boot::restored,
};

/// Fetches the second file and the styles of what it shows, unless they are there.
///
/// # Errors
/// Where one does not arrive.
pub async fn fetch() -> Result<&'static Deferred, NotFetched> {
    let deferred = functions().await?;
    if (deferred.styles)().await { Ok(deferred) } else { Err(NotFetched) }
}

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(deferred, fallible)]
fn functions() -> Result<&'static Deferred, NotFetched> {
    Ok(&FUNCTIONS)
}

#[cfg(not(feature = "split"))]
async fn functions() -> Result<&'static Deferred, NotFetched> {
    Ok(&FUNCTIONS)
}
