//! Words for workbooks: those of the page are made in the browser.

// Each test file is a crate of its own and may use a part of this one.
#![allow(dead_code)]

use r13_simulator::model::Mode;
use r13_simulator::plan::{Lang, Plan};
use r13_simulator::report::workbook::{Columns, Facts, Labels, SheetNames};

pub fn labels(plan: &Plan, lang: Lang) -> Labels {
    let of = |ja: &'static str, en: &'static str| if lang == Lang::Ja { ja } else { en };
    Labels {
        lang,
        facts: Facts {
            plan: plan.name.get(lang).to_owned(),
            names: [of("シナリオ", "Scenario"), "メモ", "日付", "リンク"],
            title: "=HYPERLINK(\"http://x\")".to_owned(),
            date: "令和8年11月25日".to_owned(),
            link: "https://example.jp/#1/a".to_owned(),
            link_too_long: "(長いリンク)",
            standing: "仮定に基づく試算です。市の評価ではありません。".to_owned(),
        },
        sheets: SheetNames {
            summary: of("概要", "Summary"),
            // A name that formulas have to quote.
            assumptions: of("仮定", "What's assumed"),
            projection: of("投影", "Projection (years)"),
            results: of("実績", "Actuals"),
            sources: of("出典", "Sources"),
        },
        columns: columns(),
        verdicts: [of("達成", "Met"), of("未達", "Short"), of("判定不能", "Unknown")],
        measures: [
            of("水準", "Level"),
            of("割合", "Share"),
            of("年間の件数", "Yearly count"),
            of("累計", "Cumulative"),
        ],
        modes: [of("率", "Rate"), of("量", "Amount")],
        percent_rate: of("%/年", "%/year"),
        amount_rates: plan.indicators.iter().map(|one| format!("\"{}\"/年", one.unit.get(lang))).collect(),
        directions: [of("以上", "at least"), of("以下", "at most")],
        origins: [of("計画記載", "Stated"), of("推定", "Inferred"), of("利用者の変更", "Changed")],
        assumed: of("利用者の仮定", "Assumed"),
        counted: [of("年間", "Yearly"), of("累計", "Total")],
        statuses: [of("確報", "Final"), of("速報", "Preliminary"), of("参考値", "Reference")],
        yes: of("あり", "yes"),
        all: of("全体", "All"),
        years: ["計画初年度", "中間年度", "最終年度"],
        guide: "色の付いたセルを変えると、計算し直されます。",
        legend: "太字は現況と実績です。",
        no_results: "入力された実績はありません。",
        document: "資料",
        explained_title: "計算のしかた",
        explained: vec!["各年の値 = 前年 × (1 + 成長率 ÷ 100)".to_owned()],
    }
}

/// The word of a mode.
pub fn mode(labels: &Labels, mode: Mode) -> &'static str {
    let [percent, amount] = labels.modes;
    if mode == Mode::Percent { percent } else { amount }
}

fn columns() -> Columns {
    Columns {
        mark: "柱",
        pillar: "施策の柱",
        id: "指標ID",
        indicator: "指標",
        unit: "単位",
        measure: "数え方",
        base: "現況",
        base_year: "現況の年度",
        start: "起点の値",
        start_year: "起点の年度",
        mode: "成長の表し方",
        early: "前半の成長",
        late: "後半の成長",
        rate_unit: "成長の単位",
        target: "目標",
        target_year: "目標年度",
        direction: "目標の向き",
        lock: "鍵",
        reason: "根拠",
        projected: "投影",
        gap: "目標まで",
        progress: "進捗率",
        ratio: "対目標比",
        verdict: "判定",
        counted: "集計",
        year: "西暦",
        era: "和暦",
        value: "値",
        status: "状態",
        source: "出典",
        series_break: "断絶",
        method: "算出方法",
        aim: "目指す状態",
        note: "注意",
    }
}
