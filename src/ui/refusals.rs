//! What cannot be taken or computed, why, and what to do, in both languages.

use super::words::Words;
use crate::codec::figure::{grouped, signed};
use crate::codec::number::NumberProblem;
use crate::model::{BaseProblem, NoRequired, Rate, RateLimits, SwitchRefused};
use crate::plan::{FiscalYear, Lang};

impl Words {
    /// Why there is no required pace, in few words.
    pub fn no_required(self, why: NoRequired) -> &'static str {
        match (why, self.lang) {
            (NoRequired::NoAnchor, Lang::Ja) => "現況不明",
            (NoRequired::NoAnchor, Lang::En) => "no baseline",
            (NoRequired::NoYearsLeft, Lang::Ja) => "残り年数なし",
            (NoRequired::NoYearsLeft, Lang::En) => "no years left",
            (NoRequired::OutsideScale, Lang::Ja) => "目標が範囲外",
            (NoRequired::OutsideScale, Lang::En) => "target off the scale",
            (NoRequired::Secured, Lang::Ja) => "実績で達成済み",
            (NoRequired::Secured, Lang::En) => "secured by results",
            (NoRequired::Exceeded, Lang::Ja) => "実績で超過済み",
            (NoRequired::Exceeded, Lang::En) => "already exceeded",
            (NoRequired::ZeroAnchor, Lang::Ja) => "0からは率で増えない",
            (NoRequired::ZeroAnchor, Lang::En) => "no rate moves a zero",
            (NoRequired::FirstHalf, Lang::Ja) => "目標年度が前半",
            (NoRequired::FirstHalf, Lang::En) => "target in the first half",
            (NoRequired::Unreachable, Lang::Ja) => "届く成長なし",
            (NoRequired::Unreachable, Lang::En) => "no rate gets there",
        }
    }

    /// Why the kind of growth cannot be switched, and what to do.
    pub fn switch_refused(self, why: SwitchRefused) -> &'static str {
        match (why, self.lang) {
            (SwitchRefused::NoAnchor, Lang::Ja) => {
                "現況が不明なため、いまの成長を置き換えられません。成長を0にするか、現況を仮定してください。"
            }
            (SwitchRefused::NoAnchor, Lang::En) => {
                "Without a baseline the growth cannot be carried over. Set it to 0, or assume a baseline."
            }
            (SwitchRefused::ZeroAnchor, Lang::Ja) => "起点の値が0のため、率では表せません。",
            (SwitchRefused::ZeroAnchor, Lang::En) => "The path starts at 0, which no percentage moves.",
            (SwitchRefused::Unreachable, Lang::Ja) => {
                "もう一方の表し方では同じ結果になりません。成長を0に近づけてください。"
            }
            (SwitchRefused::Unreachable, Lang::En) => {
                "The other kind cannot lead to the same outcome. Bring the growth closer to 0."
            }
            (SwitchRefused::BeyondLimits, Lang::Ja) => {
                "もう一方の表し方では入力できる範囲を超えます。成長を0に近づけてください。"
            }
            (SwitchRefused::BeyondLimits, Lang::En) => {
                "The other kind would go beyond its limits. Bring the growth closer to 0."
            }
        }
    }

    /// What is wrong with a typed number, and what to do. Positions count from 1.
    pub fn number_problem(self, problem: NumberProblem) -> String {
        match problem {
            NumberProblem::Empty | NumberProblem::NoDigits => self.pick(
                "数字がありません。例: 1.25".to_owned(),
                "There is no number. Example: 1.25".to_owned(),
            ),
            NumberProblem::NotANumber { at, found } => self.pick(
                format!("{}文字目の「{found}」は数字として読めません。例: 1.25", at + 1),
                format!("“{found}” (character {}) is no part of a number. Example: 1.25", at + 1),
            ),
            NumberProblem::SecondPoint { at } => self.pick(
                format!("{}文字目に2つ目の小数点があります。1つにしてください。", at + 1),
                format!("There is a second decimal point at character {}. Keep one.", at + 1),
            ),
            NumberProblem::Grouping { at } => self.pick(
                format!(
                    "{}文字目のコンマの位置では意味が決まりません。小数点は「.」、桁区切りは3桁ごとにしてください。",
                    at + 1
                ),
                format!(
                    "The comma at character {} is ambiguous. Use “.” for decimals and commas every three digits.",
                    at + 1
                ),
            ),
            NumberProblem::Unclosed { at } => self.pick(
                format!("{}文字目のかっこが閉じていません。", at + 1),
                format!("The parenthesis at character {} is not closed.", at + 1),
            ),
            NumberProblem::TooLong => self.pick(
                "桁数が多すぎます。30桁までにしてください。".to_owned(),
                "There are too many digits. Use 30 at most.".to_owned(),
            ),
        }
    }

    /// A rate beyond what the mode takes, and what it takes.
    pub fn rate_limits(self, limits: RateLimits, unit: &str) -> String {
        let figure = |rate: Rate| signed(rate.value(), 0);
        let (min, max) = (figure(limits.min), figure(limits.max));
        self.pick(
            format!("{min}〜{max} {unit}の範囲で入力してください。直前の値のままです。"),
            format!("Enter {min} to {max} {unit}. The value before is kept."),
        )
    }

    /// What keeps a baseline from being assumed, and what to do.
    pub fn base_problem(self, problem: BaseProblem) -> String {
        match problem {
            BaseProblem::OutOfScale { max } if max.is_finite() => {
                let max = grouped(max, 0);
                self.pick(
                    format!("0〜{max}の値を入力してください。"),
                    format!("Enter a value from 0 to {max}."),
                )
            }
            BaseProblem::OutOfScale { .. } => self
                .pick("0以上の値を入力してください。".to_owned(), "Enter a value of 0 or more.".to_owned()),
            BaseProblem::TooLate(latest) => {
                let latest = self.year_long(latest);
                self.pick(
                    format!("{latest}以前の年度を入力してください。"),
                    format!("Enter a fiscal year up to {latest}."),
                )
            }
        }
    }

    /// A text that is no fiscal year, and what to write.
    pub fn year_problem(self, latest: FiscalYear) -> String {
        let latest = self.year_long(latest);
        self.pick(
            format!("年度として読めません。{latest}以前を、R3や2021のように入力してください。"),
            format!("This is no fiscal year up to {latest}. Write it as 2021 or R3."),
        )
    }
}
