//! The words of workbooks, in both languages. Some are words of the page as well: a word that two files share would have to
//! be a function of the first that others can call, which costs the first page more than the word costs here.

use super::words::{filled, words};

words! {
    book_summary: "概要", "Summary";
    book_assumptions: "仮定", "Assumptions";
    book_projection: "投影", "Projection";
    book_results: "実績", "Actuals";
    book_sources: "出典", "Sources";

    book_scenario: "シナリオ", "Scenario";
    book_note: "メモ", "Note";
    book_date: "日付", "Date";
    book_link: "リンク", "Link";
    book_link_too_long: "リンクが長く、表のセルに入りません。画面の「共有」から渡せます。",
        "The link is longer than a cell takes. Use Share on the page.";
    book_guide: "「仮定」の色の付いたセルを変えると、投影・判定・柱ごとの数が計算し直されます。",
        "Change the coloured cells of “Assumptions”: projections, verdicts and counts follow.";
    book_legend: "太字:現況・実績と起点 / 斜体:補間 / 青:仮定による投影 / 灰色:目標年度より後(参考)",
        "Bold: baseline, results and start / italic: interpolated / blue: projected under the assumptions / grey: after the target year (reference)";

    book_mark: "柱", "Pillar";
    book_pillar: "施策の柱", "Name of the pillar";
    book_id: "指標ID", "ID";
    book_unit: "単位", "Unit";
    book_measure: "数え方", "Measure";
    book_base_year: "現況の年度", "Baseline year";
    book_start: "起点の値", "Start";
    book_start_year: "起点の年度", "Start year";
    book_mode: "成長の表し方", "Kind of growth";
    book_percent: "率", "Rate";
    book_amount: "量", "Amount";
    book_rate_unit: "成長の単位", "Unit of growth";
    book_target_year: "目標年度", "Target year";
    book_direction: "目標の向き", "Direction";
    book_at_least: "以上", "at least";
    book_at_most: "以下", "at most";
    book_lock: "鍵", "Locked";
    book_verdict: "判定", "Verdict";
    book_counted: "集計", "Count";
    book_yearly: "年間", "Yearly";
    book_total: "累計", "Total";
    book_year: "西暦", "Year";
    book_era: "和暦", "Era";
    book_value: "値", "Value";
    book_status: "状態", "Status";
    book_final: "確報", "Final";
    book_preliminary: "速報", "Preliminary";
    book_reference: "参考値", "Reference";
    book_source: "出典", "Source";
    book_break: "断絶", "Series break";
    book_yes: "あり", "yes";
    book_all: "全体", "All";
    book_first_year: "計画初年度", "First year of the plan";
    book_review_year: "中間年度", "Mid-term year";
    book_last_year: "最終年度", "Last year of the plan";
    book_no_results: "入力された実績はありません。", "No results have been entered.";
    book_document: "計画の資料", "The plan's document";
    book_method: "算出方法", "Statistic";
    book_aim: "目指す状態", "Aim";
    book_caution: "注意", "Note";

    book_met: "達成", "Met";
    book_short: "未達", "Short";
    book_unknown: "判定不能", "Unknown";
    book_level: "水準", "Level";
    book_share: "割合", "Share";
    book_flow: "年間の件数", "Yearly count";
    book_cumulative: "累計", "Cumulative";
    book_percent_rate: "%/年", "%/year";
    book_stated: "計画記載", "Stated in the plan";
    book_inferred: "推定", "Inferred";
    book_edited: "利用者の変更", "Changed by the user";
    book_assumed: "利用者の仮定", "Assumed by you";
    book_indicator: "指標", "Indicator";
    book_base: "現況", "Baseline";
    book_early: "前半の成長", "Growth, first half";
    book_late: "後半の成長", "Growth, second half";
    book_target: "目標", "Target";
    book_reason: "根拠", "Reason";
    book_projected: "投影", "Projection";
    book_gap: "目標まで", "To target";
    book_progress: "進捗率", "Progress";
    book_ratio: "対目標比", "Share of target";

    book_explained: "計算のしかた", "How figures are computed";
    book_says_percent: "成長の表し方が「率」のとき:各年の値 = 前年の値 × (1 + 成長 ÷ 100)",
        "With a rate: a year's value = the value of the year before × (1 + growth ÷ 100).";
    book_says_amount: "成長の表し方が「量」のとき:各年の値 = 前年の値 + 成長",
        "With an amount: a year's value = the value of the year before + growth.";
    book_says_halves(review): "{0}までの年には「前半の成長」、その後の年には「後半の成長」を使います。",
        "Years up to {0} take the growth of the first half, later years that of the second half.";
    book_says_bounds: "割合は0〜100、ほかの指標は0以上の範囲に収めます。", "Shares are held in 0 to 100, everything else at 0 or more.";
    book_says_sum(first): "累計:{0}から各年までの年間の値の合計です。現況は年間の値とみて、初年度より前の年は合計に入れません。",
        "Cumulative: the sum of the yearly values from {0} on. The baseline is a yearly value; years before the first do not count.";
    book_says_start: "起点は、わかっている最も新しい値(実績、なければ現況)です。起点までの値は数値、その後の値は数式です。",
        "The start is the latest known value: a result, else the baseline. Values up to it are numbers, those after it formulas.";
    book_says_between: "実績のない途中の年は、前後の値を直線で結んだ補間です。", "Years without a result between known ones lie on a straight line.";
    book_says_verdict: "判定:目標年度の投影が目標に届けば「達成」(目標の10億分の1までの差は計算の誤差とみます)、届かなければ「未達」、投影できなければ「判定不能」。",
        "Verdict: met where the projection for the target year reaches the target, with a billionth of it allowed for rounding; else short; unknown where there is no projection.";
    book_says_progress: "進捗率 = (投影 − 現況) ÷ (目標 − 現況)。累計の指標は 投影 ÷ 目標。目標と現況の差が現況の1%未満のときなどは示しません。",
        "Progress = (projection − baseline) ÷ (target − baseline); for sums projection ÷ target. None where target and baseline are less than 1% apart, among others.";
    book_says_ratio: "対目標比 = 投影 ÷ 目標", "Share of target = projection ÷ target.";
    book_says_pillar: "柱の判定:1つでも未達があれば「未達」、判定できる指標がすべて達成なら「達成」、判定できる指標がなければ「判定不能」。",
        "A pillar falls short where any of its indicators does, is met where all that can be judged are met, and is unknown where none can.";
    book_says_inferred: "「推定」は、計画の概要版に明記がなく、このアプリが推定したものです。", "Inferred: the plan's summary does not say so; this app inferred it.";
}
