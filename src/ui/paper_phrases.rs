//! Sentences that leave the page: whose scenario it is, from when, and where its numbers come from.

use super::words::Words;
use crate::codec::figure::signed;
use crate::model::{IndicatorOutlook, Scenario};
use crate::plan::{Day, Indicator, Plan};
use crate::view::YearStyle;

/// The first day of Reiwa, in digits.
const REIWA: &str = "20190501";
/// The western year before the first of Reiwa.
const BEFORE_REIWA: i32 = 2018;

impl Words {
    /// The scenario's name, or that it has none.
    pub fn scenario_title(self, scenario: &Scenario) -> String {
        let name = scenario.name.trim();
        if name.is_empty() { self.untitled().to_owned() } else { name.to_owned() }
    }

    /// A day as years are named.
    pub fn day(self, day: Day) -> String {
        let (month, date) = (self.month(day.month()), day.day().to_string());
        if self.years == YearStyle::Western || day.digits().as_str() < REIWA {
            return self.day_western(&day.year().to_string(), &month, &date);
        }
        let first = self.lang == crate::plan::Lang::Ja && day.year() == BEFORE_REIWA + 1;
        let year = if first { "元".to_owned() } else { (day.year() - BEFORE_REIWA).to_string() };
        self.day_era(&year, &month, &date)
    }

    /// 11, or November.
    fn month(self, month: u8) -> String {
        const MONTHS: &str =
            "January February March April May June July August September October November December";
        match self.lang {
            crate::plan::Lang::Ja => month.to_string(),
            crate::plan::Lang::En => {
                let mut names = MONTHS.split(' ');
                names.nth(usize::from(month).saturating_sub(1)).unwrap_or_default().to_owned()
            }
        }
    }

    /// When the scenario was last changed, else today.
    pub fn dated(self, scenario: &Scenario, today: Option<Day>) -> Option<String> {
        let changed = scenario.date.map(|day| self.changed_on(&self.day(day)));
        changed.or_else(|| today.map(|day| self.printed_on(&self.day(day))))
    }

    /// The plan, the scenario and its day, in one line.
    pub fn scenario_line(self, plan: &Plan, scenario: &Scenario, today: Option<Day>) -> String {
        let day = scenario.date.or(today).map(|day| self.day(day));
        let parts = [Some(self.scenario_title(scenario)), day, Some(self.plan_name(plan))];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// Where the numbers of an indicator come from, and what they are not.
    pub fn origin_lines(self, plan: &Plan, indicator: &Indicator) -> [String; 2] {
        let method = indicator.method.as_ref().map(|method| self.text(method));
        let sources: Vec<&str> = std::iter::once(self.text(&plan.source)).chain(method).collect();
        [format!("{}: {}", self.source(), sources.join(" / ")), self.standing_of(plan)]
    }

    /// What the column of ways to the target is called.
    pub fn gap_column(self, plan: &Plan) -> &'static str {
        if plan.has_upper_targets() { self.gap_at_most() } else { self.gap() }
    }

    /// The assumed growth, both halves where they differ.
    pub fn assumed(self, indicator: &Indicator, outlook: &IndicatorOutlook) -> String {
        let growth = outlook.growth;
        let late = self.rate(indicator, growth.mode, growth.late.value());
        if growth.is_uniform() { late } else { format!("{} → {late}", signed(growth.early.value(), 2)) }
    }

    /// What comes of an indicator, in a line.
    pub fn outcome_line(self, indicator: &Indicator, outlook: &IndicatorOutlook) -> String {
        let unit = self.unit(indicator, outlook.measure);
        let year = indicator.target.year.value;
        let target = self.target_figure(indicator);
        let mut parts = vec![format!("{}: {}", self.assumption(), self.assumed(indicator, outlook))];
        if let Ok(rate) = outlook.required {
            let rate = self.rate(indicator, outlook.growth.mode, rate);
            parts.push(format!("{}: {rate}", self.required()));
        }
        if let Some(outcome) = outlook.outcome {
            let value = self.outcome(indicator, outlook, outcome.value);
            parts.push(format!("{}: {value} {unit}", self.projected_in(year)));
        }
        parts.push(format!("{}: {target} {unit}", self.target()));
        if let Some(gap) = self.gap_figure(indicator, outlook) {
            parts.push(format!("{}: {gap}", self.gap_of(indicator.direction)));
        }
        parts.push(format!("{} {}", super::strip::sign(outlook.verdict), self.verdict(outlook.verdict)));
        parts.join(if self.lang == crate::plan::Lang::Ja { "　" } else { "   " })
    }
}
