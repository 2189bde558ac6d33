//! Sentences with figures in them, in both languages.

use super::words::Words;
use crate::codec::figure::{decimals_apart, grouped, signed};
use crate::model::{Attainment, HORIZON, IndicatorOutlook, Mode, Preset, RankMeasure, Rate, Tally, Verdict};
use crate::plan::{Direction, FiscalYear, Indicator, Measure, Plan};
use crate::state::{Change, Scope, Undoable};

impl Words {
    /// The word of a verdict.
    pub fn verdict(self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Met => self.met(),
            Verdict::Short => self.short(),
            Verdict::Unknown => self.unknown(),
        }
    }

    /// The word of a preset.
    pub fn preset(self, preset: Preset) -> &'static str {
        match preset {
            Preset::Hold => self.preset_hold(),
            Preset::Required => self.preset_required(),
            Preset::Half => self.preset_half(),
            Preset::Past => self.past_pace(),
        }
    }

    /// The word of a measure.
    pub fn measure_word(self, measure: Measure) -> &'static str {
        match measure {
            Measure::Level => self.level(),
            Measure::Share => self.share(),
            Measure::Flow => self.flow(),
            Measure::Cumulative => self.cumulative(),
        }
    }

    /// The unit of a target or an outcome under the measure in force.
    pub fn unit(self, indicator: &Indicator, measure: Measure) -> String {
        let unit = self.text(&indicator.unit);
        if measure == Measure::Flow && indicator.measure.value == Measure::Cumulative {
            [unit, self.per_year()].concat()
        } else {
            unit.to_owned()
        }
    }

    /// The unit of a rate: %/年, ポイント/年, or the indicator's own a year.
    pub fn rate_unit(self, indicator: &Indicator, mode: Mode) -> String {
        match (mode, indicator.measure.value) {
            (Mode::Percent, _) => self.percent_rate().to_owned(),
            (Mode::Amount, Measure::Share) => self.point_rate().to_owned(),
            (Mode::Amount, _) => {
                let unit = self.text(&indicator.unit);
                [unit.strip_suffix(self.per_year()).unwrap_or(unit), self.per_year()].concat()
            }
        }
    }

    /// A rate with its sign and unit, unrounded rates to two decimals.
    pub fn rate(self, indicator: &Indicator, mode: Mode, rate: f64) -> String {
        [&signed(rate, 2), " ", &self.rate_unit(indicator, mode)].concat()
    }

    /// An outcome without unit; never rounded to the target's own number where it misses the target.
    pub fn outcome(self, indicator: &Indicator, outlook: &IndicatorOutlook, value: f64) -> String {
        let decimals = match outlook.verdict {
            Verdict::Short => decimals_apart(value, indicator.target.value.value, indicator.decimals),
            Verdict::Met | Verdict::Unknown => indicator.decimals,
        };
        grouped(value, decimals)
    }

    /// What the way to the target is called: what is above a target that must not be exceeded is no way left to it.
    pub fn gap_of(self, direction: Direction) -> &'static str {
        match direction {
            Direction::AtLeast => self.gap(),
            Direction::AtMost => self.gap_at_most(),
        }
    }

    /// The way to the target, with its sign; never a bare zero where the target is missed.
    pub fn gap_figure(self, indicator: &Indicator, outlook: &IndicatorOutlook) -> Option<String> {
        let gap = outlook.gap?;
        let decimals = match outlook.verdict {
            Verdict::Short => decimals_apart(gap, 0.0, indicator.decimals),
            Verdict::Met | Verdict::Unknown => indicator.decimals,
        };
        Some(signed(gap, decimals))
    }

    /// A fraction in per cent; never 100 % where the target is missed.
    pub fn fraction(self, fraction: f64, verdict: Verdict) -> String {
        percent(fraction, 1.0, verdict)
    }

    /// What a shortfall is ranked by, in per cent; never what stands for a target that is met.
    pub fn ranked(self, measure: RankMeasure, fraction: f64) -> String {
        let met = if measure == RankMeasure::Excess { 0.0 } else { 1.0 };
        percent(fraction, met, Verdict::Short)
    }

    /// 達成 1/5, and how many cannot be judged.
    pub fn tally(self, tally: Tally) -> String {
        let Tally { met, unknown, .. } = tally;
        let open = if unknown == 0 { String::new() } else { self.counts_open(&unknown.to_string()) };
        [self.counts(&met.to_string(), &tally.judged().to_string()), open].concat()
    }

    /// How many of all are met, and how many can be judged.
    pub fn overall_counts(self, tally: Tally) -> String {
        let [judged, short, unknown] =
            [tally.judged(), tally.short, tally.unknown].map(|count| count.to_string());
        self.counts_all(&judged, &short, &unknown)
    }

    /// R13の投影
    pub fn projected_in(self, year: FiscalYear) -> String {
        self.projected_year(&self.year(year))
    }

    /// The measure as a badge: 累計(推定).
    pub fn measure_badge(self, measure: Measure, origin: &str) -> String {
        self.of_origin(self.measure_word(measure), &origin.to_ascii_lowercase())
    }

    /// 到達年度
    pub fn attainment_in(self, attainment: Attainment) -> String {
        match attainment {
            Attainment::In(year) => self.year_long(year),
            Attainment::Never => self.not_by(&HORIZON.to_string()),
        }
    }

    /// The first year in which the end of the scale held the value.
    pub fn bound_since(self, measure: Measure, year: FiscalYear, low: bool) -> String {
        let year = self.year_long(year);
        match (low, measure) {
            (false, Measure::Share) => self.bound_high(&year),
            _ => self.bound_low(&year),
        }
    }

    /// How an outcome is computed.
    pub fn formula_text(self, plan: &Plan, indicator: &Indicator, outlook: &IndicatorOutlook) -> String {
        let target = self.year(indicator.target.year.value);
        let yearly = match outlook.growth.mode {
            Mode::Percent => self.formula_percent(),
            Mode::Amount => self.formula_amount(),
        };
        match outlook.measure {
            Measure::Cumulative => self.formula_sum(&self.year(plan.first.value), &target, yearly),
            _ => self.formula_value(&target, yearly),
        }
    }

    /// Mid-term outcome beside the even pace.
    pub fn review_text(self, year: FiscalYear, outcome: &str, even: &str) -> String {
        self.at_review(&self.year(year), outcome, even)
    }

    /// What a bulk move acts on.
    pub fn scope(self, plan: &Plan, scope: Scope) -> String {
        match scope {
            Scope::All => self.scope_all().to_owned(),
            Scope::Pillar(pillar) => {
                plan.pillars.get(pillar).map(|pillar| self.text(&pillar.mark).to_owned()).unwrap_or_default()
            }
            Scope::Priority => self.show_priority().to_owned(),
            Scope::Indicator(indicator) => self.indicator_name(plan, indicator),
        }
    }

    /// Moves every growth of a scope by one step.
    pub fn shift_hint(self, scope: &str, up: bool) -> String {
        self.shift_hint_of(scope, if up { self.shift_up() } else { self.shift_down() })
    }

    /// What a step of the history changed.
    pub fn change(self, plan: &Plan, change: Change) -> String {
        let of = |indicator: usize, what: &str| self.changed(&self.indicator_name(plan, indicator), what);
        match change {
            Change::Rate(indicator) => of(indicator, self.changed_rate()),
            Change::Mode(indicator) => of(indicator, self.changed_mode()),
            Change::Measure(indicator) => of(indicator, self.changed_measure()),
            Change::AssumedBase(indicator) => of(indicator, self.changed_base()),
            Change::Lock(indicator) => of(indicator, self.changed_lock()),
            Change::Reason(indicator) => of(indicator, self.changed_reason()),
            Change::Result(indicator, year) => of(indicator, &self.changed_result(&self.year(year))),
            Change::Results(count) => self.changed_results(&count.to_string()),
            Change::Name => self.scenario_name().to_owned(),
            Change::Note => self.scenario_note().to_owned(),
            Change::Preset(scope, preset, count) => {
                let preset = self.preset(preset).to_ascii_lowercase();
                self.changed_preset(&self.scope(plan, scope), &preset, &count.to_string())
            }
            Change::Shift(scope, step, count) => {
                let step = signed(step.value(), 0);
                self.changed_shift(&self.scope(plan, scope), &step, &count.to_string())
            }
            Change::Reset => self.reset().to_owned(),
            Change::OpenScenario => self.changed_scenario().to_owned(),
            Change::OpenLink => self.changed_open_link().to_owned(),
            Change::ReturnToOwn => self.return_to_own().to_owned(),
            Change::NumbersToday => self.numbers_today().to_owned(),
            Change::PlanFigures(indicator) => of(indicator, self.changed_plan()),
            Change::PlanAdded => self.changed_plan_added().to_owned(),
            Change::PlanRemoved => self.changed_plan_removed().to_owned(),
            Change::PlanRestored => self.changed_plan_restored().to_owned(),
            Change::PlanElsewhere => self.changed_plan_elsewhere().to_owned(),
        }
    }

    /// Undo or redo together with what it would change.
    pub fn with_change(self, act: &str, undoable: Option<&Undoable>) -> String {
        match undoable {
            Some(Undoable { change, plan }) => [act, ": ", &self.change(plan, *change)].concat(),
            None => act.to_owned(),
        }
    }

    /// An indicator's name by index.
    pub fn indicator_name(self, plan: &Plan, indicator: usize) -> String {
        plan.indicators.get(indicator).map(|of| self.text(&of.name).to_owned()).unwrap_or_default()
    }

    /// What a slider's position means, for a screen reader.
    pub fn slider_text(self, indicator: &Indicator, outlook: &IndicatorOutlook, rate: Rate) -> String {
        let rate = self.rate(indicator, outlook.growth.mode, rate.value());
        let verdict = self.verdict(outlook.verdict);
        let year = self.year(indicator.target.year.value);
        match outlook.outcome {
            Some(outcome) => {
                let value = self.outcome(indicator, outlook, outcome.value);
                let unit = self.unit(indicator, outlook.measure);
                [&rate, ", ", &year, " ", &value, " ", &unit, ", ", verdict].concat()
            }
            None => [&rate, ", ", verdict].concat(),
        }
    }
}

/// A fraction in per cent, never rounded to that of a met target where the target is missed.
fn percent(fraction: f64, met: f64, verdict: Verdict) -> String {
    let decimals = match verdict {
        Verdict::Short => decimals_apart(fraction * 100.0, met * 100.0, 0),
        Verdict::Met | Verdict::Unknown => 0,
    };
    [&grouped(fraction * 100.0, decimals), "%"].concat()
}
