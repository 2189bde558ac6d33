//! The words of files for spreadsheets, in both languages.

use super::words::{filled, words};

words! {
    kind_edited_target: "目標(利用者の変更)", "Target (changed by the user)";
    csv: "シナリオのすべての値", "All values of the scenario";
    csv_hint: "現況・実績・投影・目標を1行に1つずつ書き出します。表計算ソフトで開けます。",
        "Baselines, results, projections and targets, one to a row, for a spreadsheet.";
    save_csv: "CSVで保存(UTF-8)", "Save as CSV (UTF-8)";
    save_csv_cp932: "CSVで保存(Shift_JIS)", "Save as CSV (Shift_JIS)";
    saved_csv(file): "「{0}」を保存しました。", "“{0}” is saved.";
    saved_csv_replaced(file, count): "「{0}」を保存しました。Shift_JISにない{1}文字は「〓」にしました。UTF-8で保存すると、そのまま残ります。",
        "“{0}” is saved. {1} characters that Shift_JIS lacks are written as 〓; saved as UTF-8 they stay.";

    workbook: "シナリオのExcelファイル", "The scenario as a workbook";
    workbook_hint: "仮定を変えると投影と判定が計算し直される、数式入りの表です。概要・仮定・投影・実績・出典の5枚です。",
        "Five sheets with live formulas: change an assumption in Excel or another spreadsheet and projections and verdicts follow.";
    save_workbook: "Excel形式で保存(XLSX)", "Save as a workbook (XLSX)";
    saved_workbook(file): "「{0}」を保存しました。", "“{0}” is saved.";
    no_workbooks: "Excelファイルを扱う部分を読み込めませんでした。入力した内容はそのままです。通信を確かめて、もう一度お試しください。CSVでの保存は今もできます。",
        "The part that handles workbooks could not be loaded. Nothing you entered is lost. Check your connection and try again; saving as CSV works meanwhile.";

    csv_scenario: "シナリオ", "Scenario";
    csv_id: "指標ID", "Indicator ID";
    csv_pillar: "柱", "Pillar";
    csv_western: "西暦", "Year";
    csv_era: "和暦", "Era";
    csv_kind: "種別", "Type";
    csv_value: "値", "Value";
    csv_unit: "単位", "Unit";
    csv_measure: "数え方", "Measure";
    csv_counted: "集計", "Count";
    csv_status: "状態", "Status";
    csv_break: "断絶", "Series break";
    csv_link: "リンク", "Link";
    csv_yearly: "単年", "Yearly";
    csv_total: "累計", "Total";
    csv_broken: "断絶", "yes";
    status_final: "確報", "Final";
    status_preliminary: "速報", "Preliminary";
    status_reference: "参考値", "Reference";
}
