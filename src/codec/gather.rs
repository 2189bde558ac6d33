//! A text with many links, and what they say: the chat log or the mail of a workshop.
//!
//! Links are read one by one, so that a page can do something else in between, and equal ones only once.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::link::{self, Decoder, Found, Reading, Refusal};
use crate::model::{Crowd, Gathered, Member, Pool};
use crate::plan::Plan;

/// Most different links of a text that are read.
pub const MOST_LINKS: usize = 2_000;
/// Most characters of an [`Entry::opening`].
const OPENING: usize = 48;

/// Links of the text that was pasted last.
#[derive(Clone, Debug)]
pub struct Pasted {
    plan: Rc<Plan>,
    /// The fingerprint of its numbers.
    numbers: String,
    text: Rc<str>,
    /// A line of the text, from 1, and where it begins.
    reached: (usize, usize),
    pool: Pool,
    /// Every link that was read, of earlier texts too: a text is mostly the one before and a little more.
    known: BTreeMap<String, Said>,
    /// Links of the text, the last one first, that are still to be read.
    left: Vec<Found>,
    links: usize,
    /// How many were left out because there were too many different ones.
    beyond: usize,
    entries: Vec<Entry>,
    /// Places in `entries` by the text of a link.
    places: BTreeMap<String, usize>,
}

/// A scenario of the text, or a link that cannot be counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The lines in which its links begin, from 1, in order; one for each time it stands there.
    pub lines: Vec<usize>,
    /// How the first of them begins, before any address: who wrote it, mostly. At most 48 characters, and then `…`.
    pub opening: String,
    /// What it says.
    pub said: Said,
}

/// What a link says.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// A scenario for the plan at hand, as its sender made it.
    Scenario(Rc<Told>),
    /// A link that was cut or changed on its way, as far as it was understood. It never counts.
    Damaged(Rc<Reading>),
    /// Nothing that can be read.
    Refused(Refusal),
}

/// A scenario that a link tells.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The link as it was understood; its faults say what of it was not.
    pub reading: Rc<Reading>,
    /// The scenario among the others.
    pub member: Member,
    /// How many indicators it changes from the start.
    pub changes: usize,
    /// Whether it was made with other numbers of the plan than those at hand.
    pub other_numbers: bool,
}

/// Which scenarios count, and how often.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counting {
    /// One that stands in the text several times counts as often.
    pub repeated: bool,
    /// Those that were made with other numbers of the plan count too, under the numbers at hand.
    pub other_numbers: bool,
}

/// How many links a text has, by what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LinkCounts {
    /// All of them, as often as they stand there.
    pub links: usize,
    /// Those that tell a scenario.
    pub read: usize,
    /// Those that tell one that an earlier link of the text tells already.
    pub repeated: usize,
    /// Those made with other numbers of the plan, each scenario once.
    pub other_numbers: usize,
    /// Those of which a part was not understood, each scenario once.
    pub with_faults: usize,
    /// Those that cannot be counted because they cannot be read.
    pub unread: usize,
    /// Those that were left out because the text has more than [`MOST_LINKS`] different ones.
    pub beyond: usize,
}

impl Pasted {
    /// Without links; `plan` has the numbers under which scenarios are counted.
    pub fn new(plan: &Rc<Plan>) -> Pasted {
        Pasted {
            plan: Rc::clone(plan),
            numbers: plan.numbers().fingerprint(),
            text: Rc::default(),
            reached: (1, 0),
            pool: Pool::new(plan),
            known: BTreeMap::new(),
            left: Vec::new(),
            links: 0,
            beyond: 0,
            entries: Vec::new(),
            places: BTreeMap::new(),
        }
    }

    /// Finds the links of a text, to be read by [`read`](Pasted::read). In time proportional to its length.
    pub fn paste(&mut self, text: &Rc<str>) {
        if self.known.len() > MOST_LINKS * 2 {
            *self = Pasted::new(&self.plan);
        }
        (self.text, self.reached) = (Rc::clone(text), (1, 0));
        self.left = link::find(text);
        self.left.reverse();
        (self.links, self.beyond) = (self.left.len(), 0);
        self.entries.clear();
        self.places.clear();
    }

    /// Reads links for as long as it may go on, at least one; whether there are more.
    pub fn read(&mut self, may_go_on: impl Fn() -> bool) -> bool {
        let plan = Rc::clone(&self.plan);
        let decoder = Decoder::new(&plan);
        while let Some(found) = self.left.pop() {
            self.take(&decoder, found);
            if !may_go_on() {
                break;
            }
        }
        !self.left.is_empty()
    }

    /// What was read so far, in the order of the text.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The scenarios that count, each as often as it does.
    fn counted(&self, counting: Counting) -> Vec<&Member> {
        let told = self.entries.iter().filter_map(|entry| Some((entry.told()?, entry.lines.len())));
        told.filter(|(told, _)| counting.other_numbers || !told.other_numbers)
            .flat_map(|(told, times)| {
                std::iter::repeat_n(&told.member, if counting.repeated { times } else { 1 })
            })
            .collect()
    }

    /// How many links there are.
    pub fn counts(&self) -> LinkCounts {
        let mut counts = LinkCounts { links: self.links, beyond: self.beyond, ..LinkCounts::default() };
        for entry in &self.entries {
            let times = entry.lines.len();
            match entry.told() {
                Some(told) => {
                    counts.read += times;
                    counts.repeated += times.saturating_sub(1);
                    counts.other_numbers += usize::from(told.other_numbers);
                    counts.with_faults += usize::from(!told.reading.faults.is_empty());
                }
                None => counts.unread += times,
            }
        }
        counts
    }

    /// What the scenarios that count come to.
    pub fn gathered(&self, counting: Counting) -> Gathered {
        self.pool.gathered(&self.counted(counting))
    }

    /// The paths of one indicator; `None` beyond the plan.
    pub fn crowd(&self, indicator: usize, counting: Counting) -> Option<Crowd> {
        self.pool.crowd(indicator, &self.counted(counting))
    }

    fn take(&mut self, decoder: &Decoder<'_>, Found { line, text }: Found) {
        let place = match self.places.get(&text) {
            Some(place) => *place,
            None if self.places.len() >= MOST_LINKS => {
                self.beyond += 1;
                return;
            }
            None => {
                let said = match self.known.get(&text) {
                    Some(said) => said.clone(),
                    None => {
                        let said = self.said(decoder.decode(&text));
                        self.known.insert(text.clone(), said.clone());
                        said
                    }
                };
                let same = self.entries.iter().position(|entry| entry.said.tells_the_same(&said));
                let place = same.unwrap_or(self.entries.len());
                if same.is_none() {
                    let opening = self.opening(line);
                    self.entries.push(Entry { lines: Vec::new(), opening, said });
                }
                self.places.insert(text, place);
                place
            }
        };
        if let Some(entry) = self.entries.get_mut(place) {
            entry.lines.push(line);
        }
    }

    /// How a line begins; the lines that are asked for come in order.
    fn opening(&mut self, line: usize) -> String {
        let (mut number, mut start) = self.reached;
        let rest = self.text.get(start..).unwrap_or_default();
        for ended in rest.split_inclusive('\n').take(line.saturating_sub(number)) {
            number += 1;
            start += ended.len();
        }
        self.reached = (number, start);
        let line = self.text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let line =
            line.trim_start_matches(|letter: char| letter.is_whitespace() || matches!(letter, '>' | '＞'));
        let line = line.trim_end();
        let before = line.split("http").next().unwrap_or_default();
        let before = before.trim_end_matches(|letter: char| {
            letter.is_whitespace()
                || matches!(letter, '<' | '(' | '[' | '"' | '＜' | '（' | '［' | '「' | '『' | '【')
        });
        let line = if before.is_empty() { line } else { before };
        let mut opening: String = line.chars().take(OPENING).collect();
        if opening.len() < line.len() {
            opening.push('…');
        }
        opening
    }

    fn said(&mut self, decoded: Result<Reading, Refusal>) -> Said {
        match decoded {
            Ok(mut reading) if reading.intact => {
                let member = self.pool.take(&mut reading.link.scenario);
                let other_numbers = reading.numbers != self.numbers;
                let changes = self.pool.changes(&member);
                Said::Scenario(Rc::new(Told { reading: Rc::new(reading), member, changes, other_numbers }))
            }
            Ok(reading) => Said::Damaged(Rc::new(reading)),
            Err(refusal) => Said::Refused(refusal),
        }
    }
}

impl Entry {
    /// The scenario, where it is one.
    pub fn told(&self) -> Option<&Told> {
        match &self.said {
            Said::Scenario(told) => Some(told),
            Said::Damaged(_) | Said::Refused(_) => None,
        }
    }
}

impl Said {
    /// Whether both tell one scenario, under the same numbers of the plan, whatever is on screen with it.
    fn tells_the_same(&self, other: &Said) -> bool {
        let (Said::Scenario(one), Said::Scenario(two)) = (self, other) else { return false };
        let (here, there) = (&one.reading.link.scenario, &two.reading.link.scenario);
        one.member == two.member
            && one.reading.numbers == two.reading.numbers
            && one.reading.faults == two.reading.faults
            && (here.date, &here.name, &here.note) == (there.date, &there.name, &there.note)
    }
}
