//! Every word of the page, in both languages.
//!
//! An entry without one of its languages does not compile. Sentences with figures in them are built in
//! `phrases`.

use std::sync::OnceLock;

use crate::plan::{FiscalYear, Lang, Text};
use crate::view::YearStyle;

/// The words in one language, with one way of naming years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// The language.
    pub lang: Lang,
    /// How years are named.
    pub years: YearStyle,
}

/// Words by name, a text in each language. Each group of them is kept with the code that uses it: what only deferred
/// code says is fetched with that code.
macro_rules! words {
    ($($name:ident: $ja:literal, $en:literal;)*) => {
        const _: () = {
            #[allow(non_camel_case_types)]
            enum Number {
                $($name,)*
            }

            static GROUP: $crate::ui::words::Group =
                $crate::ui::words::Group::new(concat!($($ja, "\u{1f}",)*), concat!($($en, "\u{1f}",)*));

            impl $crate::ui::words::Words {
                $(pub fn $name(self) -> &'static str {
                    GROUP.word(self, Number::$name as usize)
                })*
            }
        };
    };
}
pub(super) use words;

/// Words in one text for each language, and each with its number: at the hundreds of places where words are used, two
/// addresses with their lengths would take four times the bytes.
pub(super) struct Group {
    ja: &'static str,
    en: &'static str,
    /// The words of each language by their numbers, cut apart when they are first asked for.
    cut: [OnceLock<Vec<&'static str>>; 2],
}

impl Group {
    /// Words that end in the unit separator, in the same order in both languages.
    pub(super) const fn new(ja: &'static str, en: &'static str) -> Group {
        Group { ja, en, cut: [OnceLock::new(), OnceLock::new()] }
    }

    #[inline(never)]
    pub(super) fn word(&self, words: Words, number: usize) -> &'static str {
        let [ja, en] = &self.cut;
        let (cut, all) = match words.lang {
            Lang::Ja => (ja, self.ja),
            Lang::En => (en, self.en),
        };
        let words = cut.get_or_init(|| all.split('\u{1f}').collect());
        words.get(number).copied().unwrap_or_default()
    }
}

words! {
    app_name: "R13シナリオ", "R13 Scenario";
    standing: "仮定に基づく試算です。市の評価ではありません。", "A projection under your assumptions, not an evaluation by the city.";
    guide: "スライダーで年ごとの成長を仮定すると、目標年度の投影と、どの柱が未達かがすぐに変わります。点線の印が、目標に届く「必要ペース」です。",
        "Assume a yearly growth with a slider: the projection for the target year, and which pillars fall short, follow at once. The dashed mark is the required pace.";
    guide_close: "案内を閉じる", "Close the guidance";
    guide_open: "使い方", "Guide";

    scenario_name: "シナリオ名", "Scenario name";
    scenario_unnamed: "シナリオ名を付ける", "Name this scenario";
    undo: "元に戻す", "Undo";
    redo: "やり直す", "Redo";
    reset: "現状維持に戻す", "Back to no change";
    reset_hint: "すべての仮定を、鍵のかかったものも含めて現状維持に戻します。元に戻せます。",
        "Sets every assumption back to no change, locked ones included. You can undo it.";
    display: "表示", "Display";
    years: "年の表し方", "Years";
    years_era: "令和(R13)", "Reiwa era (R13)";
    years_western: "西暦(2031)", "Western (2031)";
    theme: "色", "Colours";
    theme_auto: "端末に合わせる", "As the device";
    theme_light: "明るい", "Light";
    theme_dark: "暗い", "Dark";
    toolbar: "シナリオの操作", "Scenario controls";

    presets: "一括設定", "Set all";
    preset_hold: "現状維持", "No change";
    preset_required: "必要ペース", "Required pace";
    preset_half: "その半分", "Half of it";
    preset_hold_hint: "すべての成長を0にします(鍵のかかった指標を除く)。", "Sets every growth to 0, except locked ones.";
    preset_required_hint: "すべての指標を、目標にちょうど届く成長にします(鍵のかかった指標を除く)。",
        "Sets every indicator to the growth that just reaches its target, except locked ones.";
    preset_half_hint: "すべての指標を、必要ペースの半分にします(鍵のかかった指標を除く)。",
        "Sets every indicator to half its required pace, except locked ones.";

    pillars: "施策の柱ごとの達成・未達", "Which pillars fall short";
    met: "達成", "Met";
    short: "未達", "Short";
    unknown: "判定不能", "Unknown";
    overall: "指標のうち達成", "indicators met";

    indicators: "指標の一覧", "Indicators";
    show_all: "すべて", "All";
    show_priority: "重点プロジェクト", "Priority projects";
    search: "指標を名前で探す", "Find an indicator by name";
    nothing_found: "当てはまる指標がありません。検索の文字を減らすか、「すべて」を押してください。",
        "No indicator matches. Shorten the search text, or press All.";
    shift_up: "+1", "+1";
    shift_down: "−1", "−1";
    priority_mark: "重点", "Priority";
    stated: "計画記載", "Stated in the plan";
    inferred: "推定", "Inferred";
    assumed_by_user: "利用者の仮定", "Assumed by you";

    level: "水準", "Level";
    share: "割合", "Share";
    flow: "年間の件数", "Yearly count";
    cumulative: "累計", "Cumulative";

    growth: "成長の仮定", "Assumed growth";
    growth_early: "前半の成長", "Growth, first half";
    growth_late: "後半の成長", "Growth, second half";
    percent_rate: "%/年", "%/year";
    point_rate: "ポイント/年", "points/year";
    per_year: "/年", "/year";
    required_short: "必要", "needs";
    required: "必要ペース", "Required pace";
    set_required: "必要ペースにする", "Set to the required pace";
    past_pace: "過去ペース", "Past pace";
    gap: "目標まで", "To target";
    progress: "進捗率", "Progress";
    ratio: "対目標比", "Share of target";
    excess: "超過率", "Excess";
    base: "現況", "Baseline";
    target: "目標", "Target";
    projected: "投影", "Projection";
    hold: "現状維持", "No change";
    reference: "参考", "Reference";
    attainment: "到達年度", "Year reached";
    assumption: "仮定", "Assumption";
    no_value: "—", "—";
    and: "・", ", ";

    settings: "設定", "Settings";
    locked: "鍵がかかっています", "Locked";
    reason: "根拠", "Reason";

    chart: "グラフ", "Chart";
    table: "表", "Table";
    chart_or_table: "グラフと表の切り替え", "Chart or table";
    chart_keys: "左右の矢印キーで年ごとの値を読み上げます。", "Left and right arrow keys read the values year by year.";
    review_mark: "中間(按分目安)", "mid-term (pro rata guide)";
    kind_base: "現況(計画記載)", "Baseline (plan)";
    kind_assumed_base: "現況(利用者の仮定)", "Baseline (assumed)";
    kind_actual: "実績", "Result";
    kind_interpolated: "補間", "Interpolated";
    kind_past: "経過年(仮定)", "Past year (assumed)";
    kind_projected: "投影", "Projection";
    kind_reference: "参考", "Reference";
    no_path: "現況の値がないため、投影と判定ができません。", "There is no baseline, so there is no projection and no verdict.";

    details: "この指標について", "About this indicator";
    formula: "計算", "Formula";
    method: "算出方法", "Statistic";
    source: "出典", "Source";
    note: "注意", "Note";
    aim: "目指す状態", "Aim";
    project: "重点プロジェクト", "Priority project";
    bound: "上限・下限", "Bounds";
    review_value: "中間年度", "Mid-term";

    ranking: "不足の大きい順", "Largest shortfalls first";
    rank_by: "並べ方", "Ranked by";
    ranking_none: "判定できる指標は、すべて目標に届いています。", "Every indicator that can be judged reaches its target.";
    ranking_indicator: "指標", "Indicator";
    rate_to_required: "仮定 → 必要ペース", "Assumed → required";
    show_more: "すべて表示", "Show all";
    show_less: "少なく表示", "Show fewer";

    notices: "お知らせ", "Notices";
    dismiss: "閉じる", "Dismiss";
    loading: "読み込んでいます…", "Loading…";
    load_again: "もう一度読み込む", "Load it again";
    incomplete: "ページの一部を読み込めませんでした。画面は使えますが、設定と表はまだ開けません。通信を確かめて、もう一度読み込んでください。",
        "A part of the page could not be loaded. The page works, but settings and tables do not open yet. Check your connection and load it again.";
    cannot_save: "このブラウザでは保存が許されていません。画面は使えますが、閉じると仮定は消えます。",
        "This browser does not let the page save. The page works, but closing it loses your assumptions.";
    storage_full: "ブラウザの保存領域がいっぱいで、保存できません。画面は使えますが、閉じると仮定は消えます。不要なサイトのデータを消してください。",
        "The browser's storage is full, so nothing can be saved. The page works, but closing it loses your assumptions. Clear data of sites that you no longer need.";

    above_required: "必要ペースや過去ペースを大きく超える仮定です。", "This is far above the required or past pace.";
    jump_chart: "グラフへ", "To the chart";
    skip_to_list: "指標の一覧へ移動", "Skip to the indicators";
}

impl Words {
    /// A text of the plan.
    pub fn text(self, text: &Text) -> &str {
        text.get(self.lang)
    }

    /// A year in few characters: R13, or 2031.
    pub fn year(self, year: FiscalYear) -> String {
        match self.years {
            YearStyle::Era => self.era(year),
            YearStyle::Western => year.to_string(),
        }
    }

    /// A year in both styles: R13 (2031), or 2031 (R13).
    pub fn year_long(self, year: FiscalYear) -> String {
        match self.years {
            YearStyle::Era => format!("{} ({year})", self.era(year)),
            YearStyle::Western => format!("{year} ({})", self.era(year)),
        }
    }

    /// The era form; an era's first year is 元 in Japanese and 1 in English.
    fn era(self, year: FiscalYear) -> String {
        match (self.lang, year.era()) {
            (Lang::En, (era, 1)) => format!("{}1", era.letter()),
            _ => year.era_short(),
        }
    }
}
