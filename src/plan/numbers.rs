//! What moves an outcome: the numbers of a plan without its words, and those of earlier versions of it.
//!
//! A link carries the [`Numbers::fingerprint`] of the plan that it was made with. Where the plan's numbers have
//! moved since, [`recorded`] still knows the ones that the sender saw.

use super::json::{is_id, position, sorted_ids};
use super::{Direction, FiscalYear, Measure, Origin, Plan, PlanPoint, Point, Sourced, bundled};
use crate::{check, digits};

/// Earlier numbers of bundled plans: plan id, fingerprint and text. Whoever changes a number of a bundled plan adds
/// the version that is left behind, whose text lies in `static/plans/numbers/`; a test asks for it.
const EARLIER: &[(&str, &str, &str)] = &[];

const MEASURES: [(Measure, &str); 4] = [
    (Measure::Level, "level"),
    (Measure::Share, "share"),
    (Measure::Flow, "flow"),
    (Measure::Cumulative, "cumulative"),
];
const DIRECTIONS: [(Direction, &str); 2] = [(Direction::AtLeast, "at_least"), (Direction::AtMost, "at_most")];

/// The years of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanYears {
    /// First fiscal year.
    pub first: FiscalYear,
    /// Mid-term review.
    pub review: FiscalYear,
    /// Last fiscal year.
    pub last: FiscalYear,
}

/// The numbers of one indicator.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figures {
    /// How yearly values become an outcome, as the plan has it.
    pub measure: Measure,
    /// Which side of the target meets it.
    pub direction: Direction,
    /// The baseline; `None` where the plan has none.
    pub base: Option<Point>,
    /// What is to be reached, and by when.
    pub target: Point,
}

/// All numbers of a plan from which outcomes and verdicts follow.
#[derive(Clone, Debug, PartialEq)]
pub struct Numbers {
    /// The plan's years.
    pub years: PlanYears,
    /// Ids and numbers of the indicators, in the plan's order; every id once.
    pub indicators: Vec<(String, Figures)>,
}

/// A difference between two sets of numbers.
#[derive(Clone, Debug, PartialEq)]
pub enum Moved {
    /// The plan's years.
    Years {
        /// As they were.
        then: PlanYears,
        /// As they are.
        now: PlanYears,
    },
    /// Numbers of an indicator.
    Indicator {
        /// Its id.
        id: String,
        /// As they were; `None` where the plan did not have the indicator.
        then: Option<Figures>,
        /// As they are; `None` where the plan has it no more.
        now: Option<Figures>,
    },
}

/// The numbers that a bundled plan has or once had under this fingerprint.
pub fn recorded(plan_id: &str, fingerprint: &str) -> Option<Numbers> {
    let earlier = EARLIER.iter().find(|(plan, code, _)| (*plan, *code) == (plan_id, fingerprint));
    match earlier {
        Some((_, _, text)) => Numbers::parse(text),
        None => {
            let now = bundled().ok().filter(|plan| plan.id == plan_id)?.numbers();
            Some(now).filter(|now| now.fingerprint() == fingerprint)
        }
    }
}

impl Plan {
    /// What moves an outcome.
    pub fn numbers(&self) -> Numbers {
        let figures = self.indicators.iter().map(|indicator| {
            let figures = Figures {
                measure: indicator.measure.value,
                direction: indicator.direction,
                base: indicator.base.map(|base| base.point()),
                target: indicator.target.point(),
            };
            (indicator.id.clone(), figures)
        });
        Numbers {
            years: PlanYears { first: self.first.value, review: self.review.value, last: self.last.value },
            indicators: figures.collect(),
        }
    }

    /// The same plan with these years, and with these numbers for the indicators that both have. Every number
    /// keeps the origin that it has here; a baseline that this plan does not have counts as inferred.
    pub fn with_numbers(&self, numbers: &Numbers) -> Plan {
        let mut plan = self.clone();
        plan.first.value = numbers.years.first;
        plan.review.value = numbers.years.review;
        plan.last.value = numbers.years.last;
        let ids = numbers.ids();
        for indicator in &mut plan.indicators {
            let Some(figures) = numbers.figures(&ids, &indicator.id) else { continue };
            indicator.measure.value = figures.measure;
            indicator.direction = figures.direction;
            indicator.base = figures.base.map(|base| replaced(indicator.base, base));
            indicator.target = replaced(Some(indicator.target), figures.target);
        }
        plan
    }
}

fn replaced(now: Option<PlanPoint>, point: Point) -> PlanPoint {
    let (value, year) =
        now.map_or((Origin::Inferred, Origin::Inferred), |now| (now.value.origin, now.year.origin));
    PlanPoint {
        value: Sourced { value: point.value, origin: value },
        year: Sourced { value: point.year, origin: year },
    }
}

impl Numbers {
    /// The numbers as a text, a line for the years and one for each indicator:
    ///
    /// ```text
    /// years 2022 2026 2031
    /// k1 level at_least 2017:6534 2031:7809
    /// p43 share at_least - 2031:24.8
    /// ```
    ///
    /// That is id, measure, direction, baseline (`-` for none) and target, each with its year. Equal numbers give equal
    /// texts, and values come back bit for bit.
    pub fn text(&self) -> String {
        let PlanYears { first, review, last } = self.years;
        let mut text = format!("years {first} {review} {last}\n");
        for (id, figures) in &self.indicators {
            let base = figures.base.map_or_else(|| "-".to_owned(), point_text);
            let words = [
                id,
                word(&MEASURES, figures.measure),
                word(&DIRECTIONS, figures.direction),
                &base,
                &point_text(figures.target),
            ];
            text.push_str(&words.join(" "));
            text.push('\n');
        }
        text
    }

    /// Reads what [`Numbers::text`] writes; `None` for any other text.
    pub fn parse(text: &str) -> Option<Numbers> {
        let mut lines = text.lines();
        let mut years = lines.next()?.strip_prefix("years ")?.split(' ').map(year);
        let years = PlanYears {
            first: years.next()??,
            review: years.next()??,
            last: match (years.next()??, years.next()) {
                (last, None) => last,
                _ => return None,
            },
        };
        let indicators: Vec<(String, Figures)> = lines.map(line).collect::<Option<_>>()?;
        let ids = sorted_ids(indicators.iter().map(|(id, _)| (id.as_str(), 0)));
        let twice = ids.iter().zip(ids.iter().skip(1)).any(|(one, next)| one.0 == next.0);
        (!twice).then_some(Numbers { years, indicators })
    }

    /// Six characters that stand for the numbers: other numbers give the same ones once in a billion.
    pub fn fingerprint(&self) -> String {
        check::code(&self.text())
    }

    /// What differs between these numbers and those of `now`: the years first, then the indicators in the order of
    /// `now`, and last those that are no more.
    pub fn moved(&self, now: &Numbers) -> Vec<Moved> {
        let mut moved = Vec::new();
        if self.years != now.years {
            moved.push(Moved::Years { then: self.years, now: now.years });
        }
        let ids = self.ids();
        for (id, figures) in &now.indicators {
            let then = self.figures(&ids, id);
            if then != Some(*figures) {
                moved.push(Moved::Indicator { id: id.clone(), then, now: Some(*figures) });
            }
        }
        let ids = now.ids();
        for (id, figures) in &self.indicators {
            if now.figures(&ids, id).is_none() {
                moved.push(Moved::Indicator { id: id.clone(), then: Some(*figures), now: None });
            }
        }
        moved
    }

    fn ids(&self) -> Vec<(&str, usize)> {
        sorted_ids(self.indicators.iter().enumerate().map(|(index, (id, _))| (id.as_str(), index)))
    }

    fn figures(&self, ids: &[(&str, usize)], id: &str) -> Option<Figures> {
        self.indicators.get(position(ids, id)?).map(|(_, figures)| *figures)
    }
}

fn line(text: &str) -> Option<(String, Figures)> {
    let mut words = text.split(' ');
    let id = words.next().filter(|id| is_id(id))?;
    let measure = of_word(&MEASURES, words.next()?)?;
    let figures = Figures {
        measure,
        direction: of_word(&DIRECTIONS, words.next()?)?,
        base: match words.next()? {
            "-" => None,
            base => Some(point(base, measure)?),
        },
        target: point(words.next()?, measure)?,
    };
    words.next().is_none().then(|| (id.to_owned(), figures))
}

fn point_text(point: Point) -> String {
    format!("{}:{}", point.year, digits::text(point.value))
}

fn point(text: &str, measure: Measure) -> Option<Point> {
    let (western, value) = text.split_once(':')?;
    let value = digits::value(value).filter(|value| measure.admits(*value))?;
    Some(Point { year: year(western)?, value })
}

fn year(text: &str) -> Option<FiscalYear> {
    let plain = text.len() == 4 && text.bytes().all(|digit| digit.is_ascii_digit());
    FiscalYear::new(text.parse().ok().filter(|_| plain)?)
}

fn word<T: PartialEq>(words: &[(T, &'static str)], value: T) -> &'static str {
    words.iter().find(|(other, _)| *other == value).map_or("", |(_, word)| word)
}

fn of_word<T: Copy>(words: &[(T, &str)], word: &str) -> Option<T> {
    words.iter().find(|(_, other)| *other == word).map(|(value, _)| *value)
}
