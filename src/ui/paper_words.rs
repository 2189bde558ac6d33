//! The words of what leaves the page on paper, as a picture and by the clipboard, in both languages.

use super::words::{filled, words};

words! {
    print: "印刷", "Print";
    print_hint: "A4判1枚にまとめます。ブラウザの印刷(Ctrl+P)でも同じものが出ます。",
        "The whole scenario on one A4 page. The browser's own print (Ctrl+P) gives the same.";
    print_charts: "全指標のグラフのページを付ける", "Add a page with the charts of all indicators";
    of_chosen: "表示中の指標", "The indicator shown";
    save_picture: "グラフを画像(PNG)で保存", "Save the chart as a picture (PNG)";
    copy_table: "表をコピー", "Copy the table";
    copied_table(name): "「{0}」の表をコピーしました。表計算ソフトなどに貼り付けられます。",
        "The table of “{0}” is copied. Paste it into a spreadsheet or a document.";
    saved_picture(file): "画像「{0}」を保存しました。", "The picture “{0}” is saved.";
    not_copied: "ブラウザがコピーを許可しませんでした。「表」を押して表を出し、マウスで選んでCtrl+Cでコピーしてください。",
        "The browser did not allow copying. Press Table, select the table with the mouse and copy it with Ctrl+C.";
    no_chart: "この指標は現況の値がないため、グラフと表がありません。⚙で現況を仮定すると作れます。",
        "This indicator has no baseline, so there is no chart and no table. Assume a baseline with ⚙ first.";
    no_picture: "ブラウザが画像を作れませんでした。ほかのタブを閉じてもう一度試すか、印刷(PDFに保存)を使ってください。",
        "The browser could not make the picture. Close other tabs and try again, or print to PDF instead.";

    untitled: "無題のシナリオ", "Untitled scenario";
    untitled_file: "無題", "untitled";
    changed_on(day): "最終変更 {0}", "last changed {0}";
    printed_on(day): "印刷日 {0}", "printed {0}";
    day_era(year, month, day): "令和{0}年{1}月{2}日", "{1} {2}, Reiwa {0}";
    day_western(year, month, day): "{0}年{1}月{2}日", "{2} {1} {0}";
    period(first, last): "計画期間 {0}〜{1}年度", "Plan period {0}–{1}";
    sheet_says(year): "各指標が仮定どおりに伸びた場合に、目標年度(主に{0}年度)にどこまで届くかの試算です。",
        "What each indicator reaches in its target year (mostly {0}) if it grows as assumed.";
    verdict_column: "判定", "Verdict";
    before_after: "前半 → 後半", "first → second half";
    halves_meet(review): "仮定の「A → B」は、{0}年度までと、その後の成長です。", "“A → B”: growth up to {0}, and after it.";
    gap_says: "目標まで: 投影−目標。", "To target: projection less target.";
    gap_at_most_says: "目標との差: 投影−目標。「以下」の指標は、差がプラスのとき未達です。",
        "From target: projection less target. Where the target is marked ≤, above it falls short.";
    inferred_says: "推定: 出典に数え方の明記がなく、このように推定した指標です。累計は計画初年度からの合計です。",
        "Inferred: the source does not say how these count. Cumulative: the sum since the plan's first year.";
    assumed_says: "利用者の仮定: 計画に定めがなく、このシナリオの作成者が仮定したものです。",
        "Assumed by you: not in the plan; whoever made this scenario assumed it.";
    unknown_says: "判定不能: 現況の値がなく、投影できない指標です。", "Unknown: without a baseline there is no projection.";
    reasons_title: "仮定の根拠", "Reasons for the assumptions";
    reason_number(number): "根拠{0}", "reason {0}";
    note_title: "メモ", "Note";
    statistics: "統計", "Statistics";
    sheet_link: "同じシナリオを開くリンク", "Link to this scenario";
    sheet_link_bare: "同じ仮定を開くリンク(名前・メモ・根拠は紙面のとおりで、リンクには入っていません)",
        "Link to these assumptions (name, note and reasons stand on this paper and are not in the link)";
    sheet_qr: "このシナリオを開くQRコード", "QR code that opens this scenario";
    sheet_code: "スマートフォンで開く", "Open on a phone";
    charts_title: "指標ごとのグラフ", "The charts of all indicators";
    target_is(value): "目標 {0}", "target {0}";
    projected_is(value): "投影 {0}", "Projection {0}";
    outcome_sign: "目標年度の投影", "Projection in the target year";
    yearly_bars: "年間", "Yearly";
}
