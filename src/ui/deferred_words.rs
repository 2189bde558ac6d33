//! The words of deferred code, in both languages: display, details, settings, table, faults of texts from outside.

use super::words::{filled, words};

words! {
    back_to_desk: "入力画面に戻る", "Back to the desk";
    years: "年の表し方", "Years";
    years_era: "令和(R13)", "Reiwa era (R13)";
    years_western: "西暦(2031)", "Western (2031)";
    theme: "色", "Colours";
    theme_auto: "端末に合わせる", "As the device";
    theme_light: "明るい", "Light";
    theme_dark: "暗い", "Dark";
    guide_open: "使い方", "Guide";

    details: "この指標について", "About this indicator";
    formula: "計算", "Formula";
    method: "算出方法", "Statistic";
    source: "出典", "Source";
    note: "注意", "Note";
    aim: "目指す状態", "Aim";
    project: "重点プロジェクト", "Priority project";
    bound: "上限・下限", "Bounds";
    review_value: "中間年度", "Mid-term";
    formula_percent: "前年 × (1 + 成長率 ÷ 100)", "the year before × (1 + growth ÷ 100)";
    formula_amount: "前年 + 毎年の幅", "the year before + the yearly amount";
    formula_sum(first, target, yearly): "{0}〜{1}の各年の件数の合計。各年の件数 = {2}。現況は年間の件数とみます。",
        "The sum of the yearly counts {0} to {1}. A yearly count = {2}. The baseline is a yearly count.";
    formula_value(target, yearly): "{0}の値。各年の値 = {1}", "The value of {0}. A year's value = {1}.";
    at_review(year, outcome, even): "{0}の投影 {1}(按分目安 {2})", "{0}: projection {1} (pro rata guide {2})";
    not_by(year): "{0}年度までに届きません", "not by {0}";
    bound_high(year): "{0}に上限の100%に達します", "reaches the upper end, 100%, in {0}";
    bound_low(year): "{0}に下限の0に達します", "reaches the lower end, 0, in {0}";
    attainment: "到達年度", "Year reached";
    so_far: "これまでの実績", "So far";
    so_far_text(year, outcome, even): "{0} {1}(按分目安 {2})。按分目安は、目標まで均等に進むとした場合のこのアプリの目安です。",
        "{0}: {1} (pro rata guide {2}). The guide is this app's own: an even way to the target.";
    required_since(start, now): "計画の始め {0} → いま {1}", "as the plan began {0} → now {1}";

    required_late: "後半に必要なペース", "Pace needed in the second half";
    set_required_late: "後半を必要ペースにする", "Set the second half to it";
    mode: "成長の表し方", "Kind of growth";
    mode_percent: "率(前年比)", "Rate (per cent of the year before)";
    mode_amount: "量(毎年同じ幅)", "Amount (the same each year)";
    halves: "計画の前半と後半", "The two halves of the plan";
    same_rate: "後半を前半と同じにする", "Make the second half the same";
    measure: "目標の数え方", "How the target counts";
    measure_fixed: "計画に記載のとおりです。切り替えられません。", "As the plan states; it cannot be switched.";
    measure_edited: "利用者の変更です。「計画の編集」で変えられます。", "Changed by the user, under Edit the plan.";
    plan: "計画の値", "The plan's numbers";
    measure_inferred: "推定です。出典の資料に明記はありません。", "Inferred: the source does not say so.";
    read_cumulative: "計画初年度からの累計とみる", "A sum since the plan's first year";
    read_flow: "目標年度1年間の件数とみる", "The count of the target year";
    assumed_base: "現況の仮定", "Assumed baseline";
    assumed_base_hint: "計画に現況の値がありません。仮定すると投影と判定ができます。",
        "The plan gives no baseline. Assume one to get a projection and a verdict.";
    base_value: "現況の値", "Baseline value";
    base_year: "現況の年度", "Baseline year";
    base_clear: "仮定を取り消す", "Take it back";

    lock: "鍵をかける", "Lock";
    unlock: "鍵を外す", "Unlock";
    lock_hint: "一括設定や一律の増減で動かないようにします。", "Keeps it from moving with presets and bulk moves.";
    reason_hint: "なぜこの成長を仮定するか", "Why you assume this growth";

    col_year: "年度", "Fiscal year";
    col_kind: "区分", "Kind";
    col_yearly: "年間", "Yearly";
    col_total: "累計", "Total";
    col_value: "値", "Value";

    download_text: "読めなかったデータをダウンロード", "Download the text that could not be read";
    more: "詳しく", "Details";
    saved_unreadable: "保存されていたデータを読めませんでした。現状維持から始めます。読めなかったデータは消していません。下のボタンで手元に保存できます。",
        "The saved data could not be read, so the page starts from no change. Nothing was deleted: keep a copy with the button below.";
    saved_partly: "保存されていたデータの一部を読めませんでした。読めた部分は元に戻しました。元のデータは下のボタンで手元に保存できます。",
        "Part of the saved data could not be read. The rest is restored. Keep a copy of the original with the button below.";
    plan_broken(name, count): "計画ファイル「{0}」に問題が{1}件あるため、内蔵の計画を表示しています。下の箇所を直して、開き直してください。",
        "The plan file “{0}” has {1} problems, so the built-in plan is shown. Mend the places below and open it again.";
    plan_absent(name): "計画ファイル「{0}」が見つからないため、内蔵の計画を表示しています。アドレスの「?plan=」を確かめるか、計画ファイルをお手元から開いてください。",
        "There is no plan file “{0}”, so the built-in plan is shown. Check “?plan=” in the address, or open the plan's file from your disk.";
    plan_apart(name): "1つのファイルに収めたこの版では計画ファイル「{0}」を読み込めないため、内蔵の計画を表示しています。計画ファイルをお手元から開いてください。",
        "This self-contained version cannot read the plan file “{0}”, so the built-in plan is shown. Open the plan's file from your disk.";
    plan_not_opened: "入力した内容か計画ファイルをこのブラウザに保存できないため、別の計画を開いていません。いまの画面はそのまま使えます。不要なサイトのデータを消してから、もう一度開いてください。",
        "This browser cannot save what you have entered, or the plan file, so the other plan was not opened. The page goes on as it is. Clear data of sites that you no longer need and open the file again.";

    switch_no_anchor: "現況が不明なため、いまの成長を置き換えられません。成長を0にするか、現況を仮定してください。",
        "Without a baseline the growth cannot be carried over. Set it to 0, or assume a baseline.";
    switch_zero_anchor: "起点の値が0のため、率では表せません。", "The path starts at 0, which no percentage moves.";
    switch_unreachable: "もう一方の表し方では同じ結果になりません。成長を0に近づけてください。",
        "The other kind cannot lead to the same outcome. Bring the growth closer to 0.";
    switch_beyond: "もう一方の表し方では入力できる範囲を超えます。成長を0に近づけてください。",
        "The other kind would go beyond its limits. Bring the growth closer to 0.";
    base_within(max): "0〜{0}の値を入力してください。", "Enter a value from 0 to {0}.";
    base_positive: "0以上の値を入力してください。", "Enter a value of 0 or more.";
    base_until(latest): "{0}以前の年度を入力してください。", "Enter a fiscal year up to {0}.";
    year_unread(latest): "年度として読めません。{0}以前を、R3や2021のように入力してください。",
        "This is no fiscal year up to {0}. Write it as 2021 or R3.";
}
