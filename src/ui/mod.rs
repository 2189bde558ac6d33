//! The page: Yew components over the state.
//!
//! [`app`] holds the state, computes the outlook and runs the effects; every other component takes narrow props
//! and sends [`Action`](crate::state::Action)s. All words are in `words`, `deferred_words`, `share_words`, `kept_words`,
//! `compare_words`, `plan_edit_words`, `gather_words`, `results_words`, `import_words`, `export_words`, `workbook_words`, `releases`, `paper_words` and
//! `problems`; `phrases`, `paper_phrases` and `refusals` choose among them. What the first view does not need is reached through
//! [`deferred`] alone, and what makes and reads workbooks through [`workbook`].

mod address;
mod app;
mod arrival;
mod autosave;
mod banner;
mod boot;
mod chart;
mod chart_data;
mod chart_panel;
mod chart_table;
mod compare;
mod compare_add;
mod compare_large;
mod compare_table;
mod compare_words;
mod deferred;
mod deferred_words;
mod details;
mod dialogs;
mod display;
mod easel;
mod edited;
mod el;
mod export;
mod export_words;
mod faults;
mod field;
mod figures;
mod gather;
mod gather_canvas;
mod gather_chart;
mod gather_figures;
mod gather_grid;
mod gather_list;
mod gather_page;
mod gather_paste;
mod gather_tables;
mod gather_words;
mod growth;
mod header;
mod import;
mod import_names;
mod import_plan;
mod import_read;
mod import_results;
mod import_scenarios;
mod import_words;
mod kept;
mod kept_notices;
mod kept_words;
mod kit;
mod link_faults;
mod list;
mod modal;
mod notices;
mod output;
mod paper;
mod paper_charts;
mod paper_phrases;
mod paper_words;
mod part;
mod phrases;
mod plan_edit;
mod plan_edit_add;
mod plan_edit_changes;
mod plan_edit_fields;
mod plan_edit_words;
mod plans;
mod present;
mod present_acts;
mod present_bar;
mod present_front;
mod present_slide;
mod present_summary;
mod present_words;
mod problems;
mod qr;
mod ranking;
mod refusals;
mod releases;
mod results;
mod results_acts;
mod results_keys;
mod results_page;
mod results_panel;
mod results_row;
mod results_sheet;
mod results_words;
mod row;
mod screens;
mod settings;
mod share;
mod share_words;
mod shared;
mod shelf;
mod strip;
mod window;
mod words;
pub mod workbook;
mod workbook_labels;
mod workbook_words;
mod years_grid;

pub use boot::mount;

use yew::Callback;

use crate::state::Action;

/// Sends an action to the state.
type Dispatch = Callback<Action>;
