//! Sentences with figures in them, in both languages.

use super::words::Words;
use crate::codec::figure::{decimals_apart, grouped, signed};
use crate::model::{Attainment, HORIZON, IndicatorOutlook, Mode, Preset, Rate, Tally, Verdict};
use crate::plan::{FiscalYear, Indicator, Lang, Measure, Plan};
use crate::state::{Change, Scope};

impl Words {
    pub(super) fn pick(self, ja: String, en: String) -> String {
        match self.lang {
            Lang::Ja => ja,
            Lang::En => en,
        }
    }

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
            format!("{unit}{}", self.per_year())
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
                format!("{}{}", unit.strip_suffix(self.per_year()).unwrap_or(unit), self.per_year())
            }
        }
    }

    /// A rate with its sign and unit, unrounded rates to two decimals.
    pub fn rate(self, indicator: &Indicator, mode: Mode, rate: f64) -> String {
        format!("{} {}", signed(rate, 2), self.rate_unit(indicator, mode))
    }

    /// An outcome without unit; never rounded to the target's own number where it misses the target.
    pub fn outcome(self, indicator: &Indicator, outlook: &IndicatorOutlook, value: f64) -> String {
        let decimals = match outlook.verdict {
            Verdict::Short => decimals_apart(value, indicator.target.value.value, indicator.decimals),
            Verdict::Met | Verdict::Unknown => indicator.decimals,
        };
        grouped(value, decimals)
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
        let decimals = match verdict {
            Verdict::Short => decimals_apart(fraction * 100.0, 100.0, 0),
            Verdict::Met | Verdict::Unknown => 0,
        };
        format!("{}%", grouped(fraction * 100.0, decimals))
    }

    /// 達成 1/5, and how many cannot be judged.
    pub fn tally(self, tally: Tally) -> String {
        let Tally { met, unknown, .. } = tally;
        let judged = tally.judged();
        let open = match (unknown, self.lang) {
            (0, _) => String::new(),
            (_, Lang::Ja) => format!("・判定不能 {unknown}"),
            (_, Lang::En) => format!(", {unknown} unknown"),
        };
        self.pick(format!("達成 {met}/{judged}{open}"), format!("{met} of {judged} met{open}"))
    }

    /// How many of all are met, and how many can be judged.
    pub fn overall_counts(self, tally: Tally) -> String {
        let (judged, short, unknown) = (tally.judged(), tally.short, tally.unknown);
        self.pick(
            format!("判定できる{judged}のうち ▲未達{short} ？判定不能{unknown}"),
            format!("of {judged} that can be judged; ▲{short} short, ？{unknown} unknown"),
        )
    }

    /// R13の投影
    pub fn projected_in(self, year: FiscalYear) -> String {
        let year = self.year(year);
        self.pick(format!("{year}投影"), format!("Projected {year}"))
    }

    /// The measure as a badge: 累計(推定).
    pub fn measure_badge(self, measure: Measure, origin: &str) -> String {
        let word = self.measure_word(measure);
        self.pick(format!("{word}({origin})"), format!("{word} ({})", origin.to_ascii_lowercase()))
    }

    /// 到達年度
    pub fn attainment_in(self, attainment: Attainment) -> String {
        match attainment {
            Attainment::In(year) => self.year_long(year),
            Attainment::Never => {
                self.pick(format!("{HORIZON}年度までに届きません"), format!("not by {HORIZON}"))
            }
        }
    }

    /// The first year in which the end of the scale held the value.
    pub fn bound_since(self, measure: Measure, year: FiscalYear, low: bool) -> String {
        let year = self.year_long(year);
        match (low, measure) {
            (false, Measure::Share) => self.pick(
                format!("{year}に上限の100%に達します"),
                format!("reaches the upper end, 100%, in {year}"),
            ),
            _ => self
                .pick(format!("{year}に下限の0に達します"), format!("reaches the lower end, 0, in {year}")),
        }
    }

    /// How an outcome is computed.
    pub fn formula_text(self, plan: &Plan, indicator: &Indicator, outlook: &IndicatorOutlook) -> String {
        let target = self.year(indicator.target.year.value);
        let first = self.year(plan.first.value);
        let yearly = match outlook.growth.mode {
            Mode::Percent => self.pick(
                "前年 × (1 + 成長率 ÷ 100)".to_owned(),
                "the year before × (1 + growth ÷ 100)".to_owned(),
            ),
            Mode::Amount => {
                self.pick("前年 + 毎年の幅".to_owned(), "the year before + the yearly amount".to_owned())
            }
        };
        match outlook.measure {
            Measure::Cumulative => self.pick(
                format!("{first}〜{target}の各年の件数の合計。各年の件数 = {yearly}。現況は年間の件数とみます。"),
                format!(
                    "The sum of the yearly counts {first} to {target}. A yearly count = {yearly}. The baseline is a yearly count."
                ),
            ),
            _ => self.pick(format!("{target}の値。各年の値 = {yearly}"), format!("The value of {target}. A year's value = {yearly}.")),
        }
    }

    /// Mid-term outcome beside the even pace.
    pub fn review_text(self, year: FiscalYear, outcome: &str, even: &str) -> String {
        let year = self.year(year);
        self.pick(
            format!("{year}の投影 {outcome}(按分目安 {even})"),
            format!("{year}: projection {outcome} (pro rata guide {even})"),
        )
    }

    /// What a bulk move acts on.
    pub fn scope(self, plan: &Plan, scope: Scope) -> String {
        match scope {
            Scope::All => self.pick("すべて".to_owned(), "All".to_owned()),
            Scope::Pillar(pillar) => {
                plan.pillars.get(pillar).map(|pillar| self.text(&pillar.mark).to_owned()).unwrap_or_default()
            }
            Scope::Indicator(indicator) => self.indicator_name(plan, indicator),
        }
    }

    /// Moves every growth of a scope by one step.
    pub fn shift_hint(self, scope: &str, up: bool) -> String {
        let step = if up { "+1" } else { "−1" };
        self.pick(
            format!("「{scope}」の成長をそれぞれの単位で一律に{step}(鍵のかかった指標を除く)"),
            format!("Move every growth of “{scope}” by {step} of its own unit, except locked ones"),
        )
    }

    /// Sets a scope to the required pace.
    pub fn scope_required(self, scope: &str) -> String {
        self.pick(format!("{scope}を必要ペースに"), format!("{scope}: required pace"))
    }

    /// The label of a bulk move: その柱の成長を一律に.
    pub fn shift_label(self, scope: &str) -> String {
        self.pick(format!("{scope}の成長を一律に"), format!("Shift {scope} by"))
    }

    /// What a step of the history changed.
    pub fn change(self, plan: &Plan, change: Change) -> String {
        let of = |indicator: usize, ja: &str, en: &str| {
            let name = self.indicator_name(plan, indicator);
            self.pick(format!("「{name}」の{ja}"), format!("{en} of “{name}”"))
        };
        let counted = |ja: String, en: String, count: usize| {
            self.pick(format!("{ja}({count}指標)"), format!("{en} ({count} indicators)"))
        };
        match change {
            Change::Rate(indicator) => of(indicator, "成長", "growth"),
            Change::Mode(indicator) => of(indicator, "成長の表し方", "kind of growth"),
            Change::Measure(indicator) => of(indicator, "目標の数え方", "counting"),
            Change::AssumedBase(indicator) => of(indicator, "現況の仮定", "assumed baseline"),
            Change::Lock(indicator) => of(indicator, "鍵", "lock"),
            Change::Reason(indicator) => of(indicator, "根拠", "reason"),
            Change::Name => self.scenario_name().to_owned(),
            Change::Preset(scope, preset, count) => {
                let (scope, preset) = (self.scope(plan, scope), self.preset(preset));
                counted(
                    format!("{scope}を{preset}に"),
                    format!("{scope}: {}", preset.to_ascii_lowercase()),
                    count,
                )
            }
            Change::Shift(scope, step, count) => {
                let (scope, step) = (self.scope(plan, scope), signed(step.value(), 0));
                counted(format!("{scope}の成長を一律に{step}"), format!("{scope}: growth {step}"), count)
            }
            Change::Reset => self.reset().to_owned(),
        }
    }

    /// Undo or redo together with what it would change.
    pub fn with_change(self, act: &str, plan: &Plan, change: Option<Change>) -> String {
        match change {
            Some(change) => format!("{act}: {}", self.change(plan, change)),
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
                format!("{rate}, {year} {value} {}, {verdict}", self.unit(indicator, outlook.measure))
            }
            None => format!("{rate}, {verdict}"),
        }
    }
}
