//! A link to what it says.

use std::rc::Rc;

use super::{
    ALL, CHECK, COMPARE, DATE, EDITED, FOCUS, LONGEST, Link, NAME, NOTE, NUMBERS, PRESENT, Reading, Refusal,
    SCREEN, SHOW, Shown, VERSION, WITH, WITH_SCENARIO, encode::preset_word, growth, inputs, text,
};
use crate::check;
use crate::model::{Compared, MAX_NAME, MAX_TEXT, MOST_COMPARED, Preset, Scenario};
use crate::plan::json::{self, is_id};
use crate::plan::problem::excerpt;
use crate::plan::reader::Reader;
use crate::plan::{Day, Lang, Plan, ProblemKind};
use crate::view::{Filter, Screen, Slide};

const LANGS: &[&str] = &["ja", "en"];
const SCREENS: &[&str] = &[COMPARE, PRESENT];
const COMPARISONS: &[&str] = &[WITH_SCENARIO, "Hold", "Required", "Half", "Past"];

/// Reads a fragment, with or without `#`, for this plan: in time and memory proportional to its length. What stands
/// behind the last letter or digit is no part of it.
///
/// Everything in the [`Reading`] is within the model's rules for `plan`. Where the plan's numbers have moved since the
/// link was made, the rules may be others than the sender's: what the sender saw is read with
/// [`Plan::with_numbers`].
///
/// # Errors
/// Where the text is no link of a known version for this plan.
pub fn decode(fragment: &str, plan: &Plan) -> Result<Reading, Refusal> {
    Decoder::new(plan).decode(fragment)
}

fn read(decoder: &Decoder<'_>, fragment: &str) -> Result<Reading, Refusal> {
    let plan = decoder.plan;
    if fragment.len() > LONGEST {
        return Err(Refusal::TooLong { limit: LONGEST });
    }
    let text = text::decoded(fragment);
    let text = text.trim_start();
    let text = text.strip_prefix('#').unwrap_or(text);
    let text = text.trim_end_matches(|letter: char| !letter.is_ascii_alphanumeric());

    let mut segments = after_plan(text, plan)?.split('/');
    let (Some(numbers), Some(lang)) = (segments.next(), segments.next()) else {
        return Err(Refusal::CutOff);
    };
    let mut segments: Vec<&str> = segments.collect();
    let Some(last) = segments.last() else { return Err(Refusal::CutOff) };
    let found = last.strip_prefix(CHECK).and_then(|rest| rest.strip_prefix('='));
    if found.is_some() {
        segments.pop();
    }
    let body = text.rsplit_once('/').map_or(text, |(body, _)| body);
    let intact = found.is_some_and(|found| found == check::code(body));

    let mut reader = Reader::default();
    match found {
        Some(found) if !intact => reader.report_at(
            CHECK,
            if !check::is_code(found) && check::is_part_of_code(found) {
                ProblemKind::CutOff
            } else {
                ProblemKind::Altered
            },
        ),
        _ => {}
    }
    let mut shown = Shown::default();
    if reader.within("lang", |reader| reader.one_of(lang, LANGS)) == Some(1) {
        shown.lang = Lang::En;
    }
    let cut = found.is_none();
    let (scenario, understood, edited) = decoder.all(&mut reader, &segments, cut, &mut shown);
    Ok(Reading {
        link: Link { scenario, shown },
        intact,
        numbers: excerpt(numbers),
        edited,
        understood,
        faults: reader.into_problems(),
    })
}

/// What follows the plan's id and its point. Links of every version and plan begin alike; only of this plan's own is
/// one known by less.
fn after_plan<'t>(text: &'t str, plan: &Plan) -> Result<&'t str, Refusal> {
    let (version, rest) = text.split_once('/').ok_or(Refusal::NotALink)?;
    let (id, rest) = rest.split_once('.').ok_or(Refusal::NotALink)?;
    let version = version_of(version).ok_or(Refusal::NotALink)?;
    if version == VERSION && id == plan.id {
        return Ok(rest);
    }
    let (numbers, _) = rest.split_once('/').ok_or(Refusal::NotALink)?;
    if !is_id(id) || !check::is_code(numbers) {
        return Err(Refusal::NotALink);
    }
    if version > VERSION {
        return Err(Refusal::NewerVersion { found: version });
    }
    Err(Refusal::OtherPlan { found: id.to_owned() })
}

/// A number from 1, without a zero before it.
fn version_of(text: &str) -> Option<u32> {
    let digits = text.bytes().all(|digit| digit.is_ascii_digit());
    let plain = digits && (1..=9).contains(&text.len()) && !text.starts_with('0');
    text.parse().ok().filter(|_| plain)
}

/// Reads links for one plan: what they are held against is put together once for all of them.
pub struct Decoder<'p> {
    plan: &'p Plan,
    /// Ids of the indicators with their positions, sorted.
    ids: Vec<(&'p str, usize)>,
    /// What holds where a link says nothing; links share it.
    hold: Scenario,
}

/// A scenario as far as it is read.
struct Sheet<'t> {
    scenario: Scenario,
    /// Keys that stood there.
    keys: Vec<&'t str>,
    /// Which of the plan's indicators stood there.
    seen: Vec<bool>,
    /// How many indicators stood there, known or not.
    entries: usize,
    /// How many of them were read without a fault.
    understood: usize,
    /// Whether the sender had changed the plan.
    edited: bool,
}

impl<'p> Decoder<'p> {
    /// For links of this plan.
    pub fn new(plan: &'p Plan) -> Decoder<'p> {
        let ids = plan.indicators.iter().enumerate();
        let ids = json::sorted_ids(ids.map(|(index, indicator)| (indicator.id.as_str(), index)));
        Decoder { plan, ids, hold: Scenario::hold(plan) }
    }

    /// Reads one as [`decode`] does.
    ///
    /// # Errors
    /// Where the text is no link of a known version for this plan.
    pub fn decode(&self, fragment: &str) -> Result<Reading, Refusal> {
        read(self, fragment)
    }

    /// The scenario, how many of its indicators were understood, and whether its sender had changed the plan. `cut`
    /// where the last segment may be a part.
    fn all(
        &self,
        reader: &mut Reader,
        segments: &[&str],
        cut: bool,
        shown: &mut Shown,
    ) -> (Scenario, usize, bool) {
        let comparison = |segment: &str| compared_word(segment).is_some();
        let own = segments.iter().position(|segment| comparison(segment)).unwrap_or(segments.len());
        let (own, compared) = segments.split_at_checked(own).unwrap_or((segments, &[]));
        let sheet = self.sheet(reader, own, cut && compared.is_empty(), Some(shown));
        let sections = compared.chunk_by(|_, next| !comparison(next));
        let last = sections.clone().count().saturating_sub(1);
        for (at, section) in sections.enumerate() {
            let cut = cut && at == last;
            let found = reader.within(WITH, |reader| {
                reader.entry(at, None, |reader| {
                    if at < MOST_COMPARED {
                        return self.compared(reader, section, cut);
                    }
                    reader.report(ProblemKind::TooMany { limit: MOST_COMPARED });
                    None
                })
            });
            shown.compared.extend(found);
        }
        (sheet.scenario, sheet.understood, sheet.edited)
    }

    /// A compared scenario: its word, and what follows up to the next one.
    fn compared(&self, reader: &mut Reader, section: &[&str], cut: bool) -> Option<Compared> {
        let (word, items) = section.split_first()?;
        if cut && items.is_empty() {
            reader.report(ProblemKind::CutOff);
            return None;
        }
        let word = COMPARISONS.get(reader.one_of(compared_word(word)?, COMPARISONS)?)?;
        let Some(preset) = Preset::ALL.into_iter().find(|preset| preset_word(*preset) == *word) else {
            let sheet = self.sheet(reader, items, cut, None);
            return Some(Compared::Scenario(Rc::new(sheet.scenario)));
        };
        for item in items {
            reader.report_at(item, ProblemKind::UnknownField);
        }
        Some(Compared::Preset(preset))
    }

    /// One scenario; what is on screen stands with the first alone.
    fn sheet<'t>(
        &self,
        reader: &mut Reader,
        segments: &[&'t str],
        cut: bool,
        mut shown: Option<&mut Shown>,
    ) -> Sheet<'t> {
        let mut sheet = Sheet {
            scenario: self.hold.clone(),
            keys: Vec::new(),
            seen: vec![false; self.plan.indicators.len()],
            entries: 0,
            understood: 0,
            edited: false,
        };
        for (at, segment) in segments.iter().enumerate() {
            let cut = cut && at + 1 == segments.len();
            if segment.starts_with(|letter: char| letter.is_ascii_uppercase()) {
                self.key(reader, segment, cut, &mut sheet, shown.as_deref_mut());
            } else {
                self.indicator(reader, segment, cut, &mut sheet);
            }
        }
        if cut && segments.is_empty() {
            reader.report(ProblemKind::CutOff);
        }
        sheet
    }

    fn key<'t>(
        &self,
        reader: &mut Reader,
        segment: &'t str,
        cut: bool,
        sheet: &mut Sheet<'t>,
        shown: Option<&mut Shown>,
    ) {
        let (key, value) = segment.split_once('=').unwrap_or((segment, ""));
        reader.within(key, |reader| {
            let known = match key {
                NAME | NOTE | DATE => true,
                SHOW | SCREEN | NUMBERS => shown.is_some(),
                _ => false,
            };
            if cut {
                reader.report(ProblemKind::CutOff);
            } else if !known {
                reader.report(ProblemKind::UnknownField);
            } else if sheet.keys.contains(&key) {
                reader.report(ProblemKind::DuplicateField);
            } else {
                sheet.keys.push(key);
                let scenario = &mut sheet.scenario;
                match (key, shown) {
                    (NAME, _) => scenario.name = words(reader, value, MAX_NAME),
                    (NOTE, _) => scenario.note = words(reader, value, MAX_TEXT),
                    (DATE, _) => scenario.date = day(reader, value),
                    (NUMBERS, _) => sheet.edited = reader.one_of(value, &[EDITED]).is_some(),
                    (SHOW, Some(shown)) => self.list(reader, value, shown),
                    (_, Some(shown)) => shown.screen = self.screen(reader, value).unwrap_or_default(),
                    (_, None) => {}
                }
            }
        });
    }

    fn indicator(&self, reader: &mut Reader, segment: &str, cut: bool, sheet: &mut Sheet<'_>) {
        let (first, parts) = segment.split_once(';').map_or((segment, None), |(one, two)| (one, Some(two)));
        let (id, rates) = growth::split(first);
        let found = json::position(&self.ids, id);
        let named = (!cut || found.is_some()).then_some(id).filter(|id| is_id(id));
        let before = reader.reported();
        reader.entry(sheet.entries, named, |reader| {
            if cut {
                reader.report(ProblemKind::CutOff);
                return;
            }
            let index = reader.known(id, found, |found| ProblemKind::UnknownIndicator { found });
            let Some(index) = index else { return };
            let (Some(indicator), Some(seen)) = (self.plan.indicators.get(index), sheet.seen.get_mut(index))
            else {
                return;
            };
            if std::mem::replace(seen, true) {
                reader.report(ProblemKind::DuplicateField);
            } else {
                sheet.scenario.set(index, inputs::read(reader, self.plan, indicator, rates, parts));
            }
        });
        sheet.entries += 1;
        sheet.understood += usize::from(reader.reported() == before);
    }

    /// `p43`, `p43,p4` or `p43,Focus`: the indicator shown large, and which the list shows.
    fn list(&self, reader: &mut Reader, value: &str, shown: &mut Shown) {
        let (id, list) = value.split_once(',').map_or((value, None), |(id, list)| (id, Some(list)));
        let chosen = json::position(&self.ids, id);
        let chosen = reader.known(id, chosen, |found| ProblemKind::UnknownIndicator { found });
        shown.chosen = chosen.unwrap_or_default();
        shown.filter = match list {
            None => Filter::All,
            Some(FOCUS) => Filter::Priority,
            Some(id) => self.pillar(reader, id).map(Filter::Pillar).unwrap_or_default(),
        };
    }

    /// `Compare`, `Present` or `Present:p4`; in a plan without pillars `Present:All`.
    fn screen(&self, reader: &mut Reader, value: &str) -> Option<Screen> {
        match value.split_once(':') {
            Some((PRESENT, ALL)) if self.plan.pillars.is_empty() => {
                Some(Screen::Presentation(Slide::Pillar(0)))
            }
            Some((PRESENT, id)) => Some(Screen::Presentation(Slide::Pillar(self.pillar(reader, id)?))),
            _ if reader.one_of(value, SCREENS)? == 0 => Some(Screen::Comparison),
            _ => Some(Screen::Presentation(Slide::Summary)),
        }
    }

    fn pillar(&self, reader: &mut Reader, id: &str) -> Option<usize> {
        let found = self.plan.pillars.iter().position(|pillar| pillar.id == id);
        reader.known(id, found, |found| ProblemKind::UnknownPillar { found })
    }
}

/// The word behind `With=`.
fn compared_word(segment: &str) -> Option<&str> {
    segment.strip_prefix(WITH)?.strip_prefix('=')
}

/// A text of at most `limit` characters; nothing where it is longer.
pub(super) fn words(reader: &mut Reader, value: &str, limit: usize) -> String {
    let words = text::unescaped(value);
    if reader.short(&words, limit).is_some() { words } else { String::new() }
}

fn day(reader: &mut Reader, digits: &str) -> Option<Day> {
    let day = Day::from_digits(digits);
    if day.is_none() {
        reader.report(ProblemKind::NoDay { found: excerpt(digits) });
    }
    day
}
