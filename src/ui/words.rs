//! Every word of the page, in both languages.
//!
//! An entry without one of its languages does not compile. What is said of values is put together in `phrases` and
//! `refusals`.

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

/// Words by name, a text in each language. A text with values in it names them in parentheses and has `{0}`, `{1}` … in
/// their places: a language that leaves one out, or has one too many, does not compile.
///
/// Each group of words is kept with the code that uses it: what only deferred code says is fetched with that code.
macro_rules! words {
    ($($name:ident $(($($value:ident),+))?: $ja:literal, $en:literal;)*) => {
        const _: () = {
            use $crate::ui::words::{Group, Words, has_places};

            #[allow(non_camel_case_types)]
            enum Number {
                $($name,)*
            }

            static GROUP: Group = Group::new(concat!($($ja, "\u{1f}",)*), concat!($($en, "\u{1f}",)*));

            $(const _: () = {
                let places = <[&str]>::len(&[$($(stringify!($value)),+)?]);
                assert!(has_places($ja, places) && has_places($en, places), stringify!($name));
            };)*

            impl Words {
                $(words!(@function $name $($($value)+)?);)*
            }
        };
    };
    (@function $name:ident) => {
        pub fn $name(self) -> &'static str {
            GROUP.word(self.lang, Number::$name as usize)
        }
    };
    (@function $name:ident $($value:ident)+) => {
        pub fn $name(self, $($value: &str),+) -> String {
            filled(GROUP.word(self.lang, Number::$name as usize), &[$($value),+])
        }
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
    pub(super) fn word(&self, lang: Lang, number: usize) -> &'static str {
        let [ja, en] = &self.cut;
        let (cut, all) = match lang {
            Lang::Ja => (ja, self.ja),
            Lang::En => (en, self.en),
        };
        let words = cut.get_or_init(|| all.split('\u{1f}').collect());
        words.get(number).copied().unwrap_or_default()
    }
}

/// A text with the values in their places.
#[inline(never)]
pub(super) fn filled(text: &str, values: &[&str]) -> String {
    let mut filled = String::new();
    let mut parts = text.split(['{', '}']);
    while let Some(part) = parts.next() {
        filled.push_str(part);
        let place = parts.next().and_then(|place| place.bytes().next());
        let value = place.and_then(|digit| values.get(usize::from(digit.wrapping_sub(b'0'))));
        filled.push_str(value.copied().unwrap_or_default());
    }
    filled
}

/// Whether a text has the places `{0}` up to, and without, `{count}`, each at least once, and no others.
pub(super) const fn has_places(text: &str, count: usize) -> bool {
    let mut bytes = text.as_bytes();
    let mut found = 0_u32;
    loop {
        match bytes {
            [b'{', digit @ b'0'..=b'9', b'}', rest @ ..] => {
                found |= 1 << (*digit - b'0');
                bytes = rest;
            }
            [b'{' | b'}', ..] => return false,
            [_, rest @ ..] => bytes = rest,
            [] => return found == (1 << count) - 1,
        }
    }
}

words! {
    app_name: "R13シナリオ", "R13 Scenario";
    standing: "仮定に基づく試算です。市の評価ではありません。", "A projection under your assumptions, not an evaluation by the city.";
    guide: "スライダーで年ごとの成長を仮定すると、目標年度の投影と、どの柱が未達かがすぐに変わります。点線の印が、目標に届く「必要ペース」です。",
        "Assume a yearly growth with a slider: the projection for the target year, and which pillars fall short, follow at once. The dashed mark is the required pace.";
    guide_close: "案内を閉じる", "Close the guidance";

    scenario_name: "シナリオ名", "Scenario name";
    scenario_note: "シナリオのメモ", "Scenario note";
    scenario_unnamed: "シナリオ名を付ける", "Name this scenario";
    undo: "元に戻す", "Undo";
    redo: "やり直す", "Redo";
    reset: "現状維持に戻す", "Back to no change";
    reset_hint: "すべての仮定を、鍵のかかったものも含めて戻します。元に戻せます。",
        "Sets every assumption back, locked ones included. You can undo it.";
    output: "出力", "Output";
    present: "発表", "Present";
    display: "表示", "Display";
    toolbar: "シナリオの操作", "Scenario controls";

    reset_link: "リンクの内容に戻す", "Back to the link";
    share_button: "共有", "Share";
    outputs: "共有と出力", "Share and output";
    close: "閉じる", "Close";
    presets: "一括設定", "Set all";
    preset_hold: "現状維持", "No change";
    preset_required: "必要ペース", "Required pace";
    preset_half: "その半分", "Half of it";
    past_pace: "過去ペース", "Past pace";
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
    results_button: "実績を入力", "Enter results";
    priority_mark: "重点", "Priority";
    stated: "計画記載", "Stated in the plan";
    inferred: "推定", "Inferred";
    assumed_by_user: "利用者の仮定", "Assumed by you";
    edited: "利用者の変更", "Changed by the user";
    edited_plan(name): "{0}(利用者の変更あり)", "{0} (changed by the user)";
    edited_says: "†は利用者の変更で、公表された計画の値ではありません。", " † marks what the user changed: no number of the published plan.";
    edited_without(names): " 利用者が除いた指標: {0}。", " Taken out by the user: {0}.";

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
    gap: "目標まで", "To target";
    gap_at_most: "目標との差", "From target";
    figure_at_most(target): "{0}以下", "≤ {0}";
    progress: "進捗率", "Progress";
    ratio: "対目標比", "Share of target";
    excess: "超過率", "Excess";
    base: "現況", "Baseline";
    target: "目標", "Target";
    projected: "投影", "Projection";
    hold: "現状維持", "No change";
    reference: "参考", "Reference";
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
    kind_edited_base: "現況(利用者の変更)", "Baseline (changed by the user)";
    kind_actual: "実績", "Result";
    kind_interpolated: "補間", "Interpolated";
    kind_past: "経過年(仮定)", "Past year (assumed)";
    kind_projected: "投影", "Projection";
    kind_reference: "参考", "Reference";
    no_path: "現況の値がないため、投影と判定ができません。", "There is no baseline, so there is no projection and no verdict.";

    kept_unnamed: "シナリオ", "Scenario ";
    keep_button: "保管", "Keep";
    compare_button: "比較", "Compare";

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
    incomplete: "ページの一部を読み込めませんでした。画面は使えますが、設定や表などはまだ開けません。通信を確かめて、もう一度読み込んでください。",
        "A part of the page could not be loaded. The page works, but settings, tables and the like do not open yet. Check your connection and load it again.";
    cannot_save: "このブラウザでは保存が許されていません。画面は使えますが、閉じると仮定は消えます。",
        "This browser does not let the page save. The page works, but closing it loses your assumptions.";
    storage_full: "ブラウザの保存領域がいっぱいで、保存できません。画面は使えますが、閉じると仮定は消えます。不要なサイトのデータを消してください。",
        "The browser's storage is full, so nothing can be saved. The page works, but closing it loses your assumptions. Clear data of sites that you no longer need.";

    counts(met, judged): "達成 {0}/{1}", "{0} of {1} met";
    counts_open(unknown): "・判定不能 {0}", ", {0} unknown";
    counts_all(judged, short, unknown): "判定できる{0}のうち ▲未達{1} ？判定不能{2}",
        "of {0} that can be judged; ▲{1} short, ？{2} unknown";
    projected_year(year): "{0}投影", "Projected {0}";
    of_origin(measure, origin): "{0}({1})", "{0} ({1})";

    scope_all: "すべて", "All";
    shift_of(scope): "{0}の成長を一律に", "Shift {0} by";
    shift_hint_of(scope, step): "「{0}」の成長をそれぞれの単位で一律に{1}(鍵のかかった指標を除く)",
        "Move every growth of “{0}” by {1} of its own unit, except locked ones";
    scope_required(scope): "{0}を必要ペースに", "{0}: required pace";
    scope_past(scope): "{0}を過去ペースに", "{0}: past pace";
    past_hint: "現況から最新の実績までの年平均の変化を、これからの成長とします。実績のない指標と鍵のかかった指標はそのままです。",
        "Goes on at the mean yearly change from the baseline to the latest result. Indicators without results and locked ones stay.";
    changed(name, what): "「{0}」の{1}", "{1} of “{0}”";
    changed_rate: "成長", "growth";
    changed_mode: "成長の表し方", "kind of growth";
    changed_scenario: "別のシナリオを開く", "other scenario opened";
    changed_measure: "目標の数え方", "counting";
    changed_base: "現況の仮定", "assumed baseline";
    changed_lock: "鍵", "lock";
    changed_reason: "根拠", "reason";
    changed_result(year): "{0}の実績", "result for {0}";
    changed_results(count): "実績({0}件)", "Results ({0})";
    changed_open_link: "リンクを開く", "Opening the link";
    return_to_own: "自分のシナリオに戻る", "Back to my own scenario";
    changed_plan: "計画の値", "numbers in the plan";
    changed_plan_added: "指標の追加", "indicator added";
    changed_plan_removed: "指標を除く", "indicator taken out";
    changed_plan_restored: "計画をもとに戻す", "the plan as published";
    changed_plan_elsewhere: "別のタブでの計画の変更", "plan changed in another tab";
    numbers_today: "今の計画の数値で見る", "Use the plan's numbers of today";
    changed_preset(scope, preset, count): "{0}を{1}に({2}指標)", "{0}: {1} ({2} indicators)";
    changed_shift(scope, step, count): "{0}の成長を一律に{1}({2}指標)", "{0}: growth {1} ({2} indicators)";

    number_missing: "数字がありません。例: 1.25", "There is no number. Example: 1.25";
    number_foreign(at, found): "{0}文字目の「{1}」は数字として読めません。例: 1.25",
        "“{1}” (character {0}) is no part of a number. Example: 1.25";
    number_points(at): "{0}文字目に2つ目の小数点があります。1つにしてください。",
        "There is a second decimal point at character {0}. Keep one.";
    number_grouping(at): "{0}文字目のコンマの位置では意味が決まりません。小数点は「.」、桁区切りは3桁ごとにしてください。",
        "The comma at character {0} is ambiguous. Use “.” for decimals and commas every three digits.";
    number_unclosed(at): "{0}文字目のかっこが閉じていません。", "The parenthesis at character {0} is not closed.";
    number_long: "桁数が多すぎます。30桁までにしてください。", "There are too many digits. Use 30 at most.";
    rate_within(min, max, unit): "{0}〜{1} {2}の範囲で入力してください。直前の値のままです。",
        "Enter {0} to {1} {2}. The value before is kept.";

    no_anchor: "現況不明", "no baseline";
    no_years_left: "残り年数なし", "no years left";
    outside_scale: "目標が範囲外", "target off the scale";
    secured: "実績で達成済み", "secured by results";
    exceeded: "実績で超過済み", "already exceeded";
    zero_anchor: "0からは率で増えない", "no rate moves a zero";
    first_half: "目標年度が前半", "target in the first half";
    unreachable: "届く成長なし", "no rate gets there";

    beyond_required: "必要ペースや過去ペースを大きく超える仮定です。", "This is far beyond the required or past pace.";
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
