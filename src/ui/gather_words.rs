//! The words of gathering the scenarios of a workshop.

use super::words::{filled, words};

words! {
    gather_title: "集約", "Gather scenarios";
    gather_workshop: "ワークショップ", "Workshop";
    gather_hint: "参加者のリンクをまとめて貼り付け、仮定と投影の広がりを見ます。",
        "Paste the participants' links all at once and see how assumptions and projections are spread.";
    gather_lead: "ワークショップのチャットやメールを、そのまま貼り付けてください。文中のリンクを集めて、仮定と投影の広がりを示します。",
        "Paste a chat log or a mail as it is. The links in it are gathered, and you see how assumptions and projections are spread.";
    gather_private: "文はこのページの中だけで読み、どこにも送りません。タブを閉じると消えます。",
        "The text is read in this page alone and sent nowhere. It is gone when you close the tab.";
    gather_text: "リンクの入った文", "Text with links";
    gather_now: "集計する", "Gather";
    gather_clear: "文を消す", "Clear the text";
    gather_restore: "消した文を戻す", "Bring the text back";
    gather_file: "テキストファイルを加える", "Add text files";
    gather_language: "English", "日本語";
    gather_print: "この結果を印刷", "Print these results";

    gather_counted(count): "シナリオ {0}件", "Scenarios: {0}";
    gather_found(links, read, repeated, unread): "リンク {0}件: 読めた {1}件(うち同じシナリオの繰り返し {2}件)、読めない {3}件",
        "{0} links: {1} read (of which {2} repeat a scenario), {3} that cannot be read";
    gather_reading(done, links): "リンク {1}件のうち {0}件を読みました…", "Read {0} of {1} links …";
    gather_empty: "まだ文がありません。", "There is no text yet.";
    gather_no_links: "シナリオのリンクが見つかりません。「共有」でコピーしたアドレスを、「#」の後まで省かずに貼り付けてください。",
        "There is no scenario link in it. Paste the addresses that “Share” copies, with all that follows “#”.";
    gather_nothing_counted: "数えられるシナリオがありません。読めなかったリンクの理由を確かめてください。",
        "No scenario can be counted. See why the links could not be read.";
    gather_too_long: "文が長すぎて読みません(10MBまで)。分けて貼り付けてください。",
        "The text is too long to be read (10 MB at most). Paste it in parts.";
    gather_file_unread(name): "ファイル「{0}」を読めませんでした。文字のファイルか、10MB以内かを確かめてください。",
        "The file “{0}” could not be read. Is it a text file of at most 10 MB?";
    gather_not_kept: "文が長いか、ブラウザーが許さないため、再読み込みすると消えます。",
        "The text is long, or the browser does not allow keeping it: it is gone when you reload.";
    gather_beyond(count, most): "違うリンクが多すぎるため、{0}件は読んでいません({1}種類まで)。文を分けて貼り付けてください。",
        "{0} links were not read, because there are too many different ones ({1} at most). Paste the text in parts.";
    gather_repeated: "同じリンクも数える", "Count repeated links too";
    gather_other_numbers(count): "計画の数値が今と違うときのリンク({0}件)も、今の数値で数える",
        "Count links made with other numbers of the plan too ({0}), with today's numbers";

    gather_unread: "読めなかったリンク", "Links that cannot be read";
    gather_faults: "一部が分からなかったシナリオ", "Scenarios of which a part was not understood";
    gather_faults_hint: "分からなかった箇所は計画の初期値のまま数えています。", "They count, with what was not understood left as the plan has it.";
    gather_line: "行", "Line";
    gather_wording: "行のはじめ", "How the line begins";
    gather_why: "理由", "Reason";
    unread_newer(version): "新しい版({0})のリンクです。ページを再読み込みして新しくすると読めます。",
        "It has a newer format ({0}). Reload the page to bring it up to date.";
    unread_other_plan(plan): "別の計画「{0}」のリンクです。", "It belongs to another plan, “{0}”.";
    unread_cut_off: "はじめの部分しかありません。送った人にリンク全体をもらってください。",
        "Only its beginning is there. Ask the sender for the whole link.";
    unread_not_a_link: "リンクの形をしていません。", "It does not have the form of a link.";
    unread_too_long: "長すぎます。送った人に共有し直してもらってください。", "It is too long. Ask for it to be shared again.";
    unread_damaged(count): "途中で切れたか、書き換えられています。数えていません(分かったのは{0}指標)。送った人にもう一度もらってください。",
        "It was cut off or changed on its way and does not count ({0} indicators are legible). Ask the sender for it again.";

    gather_pillars: "柱ごとに達成するシナリオの数", "Scenarios that meet each pillar";
    gather_pillar: "施策の柱", "Pillar";
    gather_share: "割合", "Share";
    gather_indicators: "指標ごとの広がり", "How each indicator is spread";
    gather_how: "数字は中央値と、その下に「最小 [四分位範囲] 最大」。図は、箱が四分位範囲、太い縦線が中央値、細い横線が最小〜最大、▼が目標。四分位は表計算のQUARTILE.INCと同じ計算です。",
        "The figures are the median and, below, “smallest [middle half] largest”. In the drawing the box is the middle half, the thick line the median, the thin line smallest to largest, ▼ the target. Quartiles are those of QUARTILE.INC in spreadsheets.";
    gather_growth: "成長の仮定", "Assumed growth";
    gather_chart_or_table: "グラフと表の切り替え", "Chart or table";
    gather_changed: "変えた件数", "Changed by";
    gather_order: "並べ方", "Order";
    gather_by_plan: "計画の順", "As in the plan";
    gather_by_width: "投影の幅が大きい順", "Widest projections first";
    gather_by_split: "達成が割れる順", "Most divided first";
    gather_by_width_hint: "投影の四分位範囲を、目標に対する割合で比べます。", "Compares the middle half of the projections as a share of the target.";
    gather_by_split_hint: "達成と未達が半々に近い指標から並べます。", "Indicators closest to half met, half short come first.";
    gather_half_early: "前半", "1st half";
    gather_half_late: "後半", "2nd half";
    gather_of_measure(measure, count): "{0} {1}件", "{0}: {1}";
    gather_of_mode(count): "{0}件", "n = {0}";
    gather_no_outcome: "投影なし", "no projection";
    gather_table_scroll: "指標ごとの広がりの表", "Table of how each indicator is spread";

    gather_copy: "結果の表をコピー", "Copy the results";
    gather_copied: "コピーしました。表計算や文書に貼り付けられます。", "Copied. Paste it into a spreadsheet or a document.";
    gather_copy_refused: "ブラウザーがコピーを許しませんでした。表を選んでコピーしてください。",
        "The browser did not allow copying. Select the table and copy it.";
    gather_heading(count, plan): "集約: {1}、シナリオ {0}件", "Gathered: {1}, {0} scenarios";

    gather_paths_hint: "細い線が一つ一つのシナリオ、帯が四分位範囲、太い線が年ごとの中央値です。",
        "Each thin line is a scenario, the band is the middle half, the strong line the median of each year.";
    gather_others(count, measure): "目標の数え方が「{1}」でない{0}件は、この図に入れていません。",
        "{0} that count the target otherwise than as “{1}” are not in this chart.";
    gather_without(count): "現況が不明で投影のない{0}件は、この図に入れていません。", "{0} without a baseline have no projection and are not in this chart.";
    gather_crowd_label(name, count, target, median): "{0}: シナリオ{1}件の道すじ。目標 {2}、中央値 {3}。左右の矢印キーで年ごとの値を読み上げます。",
        "{0}: paths of {1} scenarios. Target {2}, median {3}. Left and right arrow keys read the values year by year.";
    gather_year(year, median, lower, upper, min, max): "{0}: 中央値 {1} / 四分位範囲 {2} – {3} / 最小 {4} / 最大 {5}",
        "{0}: median {1} / middle half {2} – {3} / smallest {4} / largest {5}";
    gather_median: "中央値", "Median";
    gather_min: "最小", "Smallest";
    gather_lower: "第1四分位", "Lower quartile";
    gather_upper: "第3四分位", "Upper quartile";
    gather_max: "最大", "Largest";
    gather_number: "件数", "Number";
    gather_what: "項目", "Item";
    gather_unit: "単位", "Unit";

    gather_list: "シナリオの一覧", "The scenarios";
    gather_name: "名前", "Name";
    gather_date: "最終更新", "Last changed";
    gather_changes: "変えた指標", "Changed indicators";
    gather_times: "回数", "Times";
    gather_open: "開く", "Open";
    gather_open_named(name): "シナリオ「{0}」を開く", "Open the scenario “{0}”";
    gather_more(count): "さらに{0}件を表示", "Show {0} more";
    gather_numbers_differ: "計画の数値が今と違う", "other numbers of the plan";
}
