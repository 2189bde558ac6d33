//! The words of scenarios side by side.

use super::words::{filled, words};

words! {
    compare_title: "シナリオの比較", "Scenarios side by side";
    compare_current: "表示中", "On screen";
    compare_follows: "Aに連動", "follows A";
    compare_add_title: "比べる相手を加える", "Add to the comparison";
    compare_paste: "シナリオのリンク(チャットやメールの文のままでも)", "Scenario links (a whole chat or mail will do)";
    compare_paste_add: "リンクを加える", "Add from links";
    compare_no_link: "シナリオのリンクが見つかりません。共有の画面でコピーしたものを、そのまま貼り付けてください。",
        "There is no scenario link in it. Paste what the share dialog copies, as it is.";
    compare_link_fault(line, reason): "{0}行目のリンクは加えていません: {1}", "The link in line {0} was not added: {1}";
    compare_other_numbers(name): "「{0}」は、計画の数値がいまと違うときのリンクです。いまの数値で計算しています。",
        "“{0}” was made with other numbers of the plan. It is computed with today's.";
    compare_full: "一度に比べられるのは4つまでです。先に1つ外してください。", "At most four stand side by side. Take one out first.";
    compare_take_out(name): "外す: {0}", "Remove: {0}";
    compare_make(name): "開く: {0}", "Open: {0}";
    take_out: "外す", "Remove";
    make_current: "開く", "Open";
    compare_only: "違いだけ", "Differences only";
    compare_table: "比較表", "Comparison";
    compare_same: "仮定はすべて同じです。「違いだけ」を外すと、すべての指標が出ます。",
        "Everything assumed is the same. Turn off “Differences only” to see every indicator.";
    compare_why: "仮定と結果の違い", "What is assumed, and what comes of it";
    compare_gap(gap): "結果はAより {0}", "outcome against A: {0}";
    compare_differs(parts): "≠ {0}", "≠ {0}";
    compare_other_measure: "目標の数え方が違うので、グラフには重ねていません。",
        "It counts otherwise, so it is not drawn on the same axis.";
    compare_hint: "指標の名前を押すとグラフに出ます。「≠」は、A(表示中)と仮定が違うところです。",
        "Press an indicator's name to draw it. “≠” marks what is assumed otherwise than in A, which is on screen.";
    compare_open(count): "比較を開く({0}件)", "Open the comparison ({0})";
    part_growth: "成長", "growth";
    part_late: "後半の成長", "growth of the second half";
    part_mode: "成長の表し方", "kind of growth";
    part_measure: "目標の数え方", "counting";
    part_base: "仮定の現況", "assumed baseline";
    part_results: "実績", "results";
    part_lock: "鍵", "lock";
    part_reason: "根拠", "reason";
}
