//! The words of files and texts that are brought in, and what is wrong with them.

use super::words::{Words, filled, words};
use crate::codec::figure::{exact, grouped};
use crate::codec::import::Why;
use crate::model::{Actual, ActualStatus};
use crate::plan::{Indicator, Measure, Plan};

words! {
    import_lead: "実績の表(CSV、Excel(XLSX)、または表計算ソフトからコピーした範囲)、シナリオのファイル、計画ファイルを開きます。取り込む前に、内容を確かめられます。",
        "Bring in a table of results (CSV, XLSX, or a range copied from a spreadsheet), a file of scenarios, or a plan file. You see what is in it before anything changes.";
    import_form_wide: "指標を行、年度を列に並べた表(年度はR5・令和5年度・2023など)",
        "A table with an indicator to a row and a year to a column (R5, 令和5年度, 2023 …)";
    import_form_long: "「指標・年度・値」を1行に1つずつ並べた表。区分(単年・累計)、状態(確報・速報・参考値)、出典、断絶の列もあれば読みます",
        "A table with indicator, year and value to a row; columns for count (yearly, total), status (final, preliminary, reference), source and series break are read too";
    import_form_values: "指標は名前かIDで。▲や全角の数字、桁区切り、「…」「x」などの欠測の記号も読みます",
        "Indicators by name or id. Signs such as ▲, full-width digits, thousands separators, and … or x for a missing value are read";
    import_example: "指標\tR4\tR5\nk1\t6,550\t6,601", "Indicator\t2022\t2023\nk1\t6,550\t6,601";
    import_paste: "または、表をここに貼り付け", "Or paste a table here";
    import_read: "貼り付けた表を読む", "Read the pasted table";
    import_pasted: "貼り付けた表", "Pasted table";
    import_busy: "読んでいます…", "Reading…";

    import_unopened: "ファイルを開けませんでした。ファイルがその場所にあるかを確かめて、選び直してください。",
        "The file could not be opened. Check that it is still there and choose it again.";
    import_no_content: "ファイルの中身が空です。保存し直してから、選んでください。",
        "The file is empty. Save it again, then choose it.";
    import_too_long(most): "ファイルが大きすぎます(読めるのは{0}MBまでです)。要る範囲だけを別のファイルに保存して、選んでください。",
        "The file is too large; up to {0} MB are read. Save the part you need to a file of its own and choose that.";
    import_pdf: "これはPDFです。表の元になった表計算のファイルを選ぶか、表の範囲をコピーして貼り付けてください。",
        "This is a PDF. Choose the spreadsheet behind it, or copy the table and paste it.";
    import_picture: "これは画像です。元の表計算のファイルを選ぶか、数値を入力してください。",
        "This is a picture. Choose the spreadsheet behind it, or enter the figures.";
    import_old_workbook: "これは古い形式のExcelファイル(XLS)です。XLSX(新しい形式)で保存し直してから選ぶか、表の範囲をコピーして貼り付けてください。",
        "This is a workbook of the old kind (XLS). Save it as XLSX in your spreadsheet program and choose that, or copy the table and paste it.";
    import_packed: "これは表として読めない圧縮ファイルです。表をXLSXかCSVで保存して選ぶか、表の範囲をコピーして貼り付けてください。",
        "This is a packed file, which cannot be read as a table. Save the table as XLSX or CSV and choose that, or copy it and paste it.";
    import_locked: "このファイルはパスワードで保護されているので、読めません。パスワードを外して保存し直すか、表の範囲をコピーして貼り付けてください。",
        "The workbook is locked by a password. Save it without one, or copy the table and paste it.";
    import_damaged: "ファイルが壊れていて、読めません。表計算ソフトで開いて保存し直すか、表の範囲をコピーして貼り付けてください。",
        "The workbook is damaged. Open it in your spreadsheet program and save it again, or copy the table and paste it.";
    import_no_reader: "Excelファイルを読む部品を取得できませんでした。通信を確かめて選び直すか、表の範囲をコピーして貼り付けてください。",
        "The part of the page that reads workbooks did not arrive. Check your connection and choose the file again, or copy the table and paste it.";
    import_binary: "これは文字のファイルではありません。CSV、XLSX、シナリオか計画のファイルを選んでください。",
        "This is no file that the page reads. Choose CSV, XLSX, or a file of scenarios or of a plan.";
    import_no_columns: "表の見出しが見つかりません。1行目などに、「指標」と年度(R5など)、または「指標」「年度」「値」の見出しを付けてください。",
        "No headings were found. Name the columns in one of the first rows: “Indicator” and years such as 2023, or “Indicator”, “Year” and “Value”.";

    import_added(count): "新しい値 {0}件", "{0} new";
    import_replaced(count): "置き換え {0}件", "{0} replaced";
    import_same(count): "いまと同じ値 {0}件", "{0} as now";
    import_none: "取り込める値はありません。", "There is nothing to take over.";
    import_left(count): "取り込めない箇所が{0}件あります。理由は下にあります。", "Places that cannot be taken: {0}, with the reasons below.";
    import_missing(count): "値のない欄が{0}あります(「…」「x」など)。いまの実績は消しません。", "Cells without a value (…, x and the like): {0}. What is there now stays.";
    import_others(count): "実績でない行(現況・投影・目標)が{0}あり、読んでいません。", "Rows that are no results (baselines, projections, targets), passed over: {0}.";
    import_cut(rows, columns, letters): "大きい表なので、{0}行・{1}列・1つの欄に{2}文字までを読みました。", "The table is large: {0} rows, {1} columns and {2} characters a cell were read.";
    import_hidden(rows, columns): "表には、非表示の行が{0}、列が{1}あります。これも読んでいます。", "Hidden rows: {0}, hidden columns: {1}. They are read too.";
    import_uncomputed(count): "まだ計算されていない数式が{0}あり、空欄とみています。表計算ソフトで開いて保存し直すと読めます。",
        "Formulas without a result: {0}, taken as empty. Open the file in a spreadsheet program and save it to have them computed.";
    sheet_hidden(name): "{0}(非表示)", "{0} (hidden)";
    import_names: "指標がわからない名前", "Names that are no indicator's";
    import_left_out: "取り込まない", "Leave out";
    import_near: "似た名前の指標", "Similar names";
    import_all: "ほかの指標", "Other indicators";
    import_more_names(count): "ほかに{0}の名前があります。上の名前を決めると、続きが出ます。", "{0} more names follow once these are settled.";
    import_faults(count): "取り込めない箇所({0}件)", "Cannot be taken ({0})";
    import_lines(count): "取り込む実績({0}件)", "Results ({0})";
    import_more: "続きを表示", "Show more";
    import_uncounted(count): "ほかに{0}件あります。上の箇所を直してから、もう一度取り込んでください。", "There are {0} more. Mend these first, then bring the file in again.";
    import_place: "場所", "Place";
    import_written: "書かれているもの", "What is there";
    import_expected: "理由と直し方", "Why, and what to do";
    import_change: "取り込むと", "What happens";
    import_other: "別のファイルを選ぶ…", "Choose another file…";
    import_sheet: "シート", "Sheet";
    step_added: "新しい値", "new";
    step_replaced: "置き換え", "replaced";
    import_open: "表から取り込む…", "From a table…";
    step_same: "いまと同じ", "as now";
    take_all(count): "{0}件を取り込む", "Take over {0}";
    take_sound(count): "読めた{0}件だけ取り込む", "Take over the {0} that can be read";
    place_in_table(row, column): "{0}行 {1}列", "row {0}, column {1}";
    in_brackets(said): "({0})", " ({0})";

    why_no_indicator: "この名前の指標はありません。名前かIDを確かめてください。", "There is no indicator of this name. Check the name or the id.";
    why_no_indicator_near(names): "この名前の指標はありません。{0} のことなら、上の欄で選んでください。", "There is no indicator of this name. If it is {0}, choose that above.";
    why_no_year: "年度として読めません。R5、令和5年度、2023のように書いてください。", "This is no year. Write 2023, FY2023 or R5.";
    why_not_begun(year): "{0}はまだ始まっていないので、実績になりません。投影や目標の列なら、そのままで構いません。",
        "{0} has not begun and has no result. A column of projections or targets can stay as it is.";
    why_no_entry: "「単年」か「累計」と書いてください。", "Write “yearly” or “total”.";
    why_no_status: "「確報」「速報」「参考値」のどれかを書いてください。", "Write “final”, “preliminary” or “reference”.";
    why_no_answer: "断絶があれば「○」、なければ空欄にしてください。", "Write “yes” for a series break, or leave the cell empty.";
    why_twice(row): "同じ指標・年度の値が{0}行にもあります。どちらかを消してください。", "Row {0} has a value for the same indicator and year. Remove one of them.";
    said_break: "断絶", "series break";
}

impl Words {
    /// A cell by its row and the letters of its column, as spreadsheet programs call it.
    pub fn cell_place(self, row: usize, column: usize) -> String {
        self.place_in_table(&row.to_string(), &letters(column))
    }

    /// Why a cell cannot be taken, and what to do.
    pub fn import_why(self, plan: &Plan, why: &Why) -> String {
        match why {
            Why::NoIndicator(near) => {
                let near = near.iter().filter_map(|index| plan.indicators.get(*index));
                let near: Vec<String> = near.map(|of| self.quoted(self.text(&of.name))).collect();
                match near.is_empty() {
                    true => self.why_no_indicator().to_owned(),
                    false => self.why_no_indicator_near(&near.join(self.between())),
                }
            }
            Why::NoYear => self.why_no_year().to_owned(),
            Why::NotBegun(year) => self.why_not_begun(&self.year_long(*year)),
            Why::NoNumber(problem) => self.number_problem(*problem),
            Why::NoEntry => self.why_no_entry().to_owned(),
            Why::NoStatus => self.why_no_status().to_owned(),
            Why::NoAnswer => self.why_no_answer().to_owned(),
            Why::Twice(row) => self.why_twice(&row.to_string()),
            Why::NotAmongResults(index, problem) => {
                let of = plan.indicators.get(*index).map_or(Measure::Level, |of| of.measure.value);
                self.result_problem(*problem, of, &self.year(plan.first.value))
            }
        }
    }

    /// A result with the indicator's decimals, or with all its own where it has more.
    pub fn result_figure(self, indicator: &Indicator, value: f64) -> String {
        let fraction = exact(value).split_once('.').map_or(0, |(_, fraction)| fraction.len());
        let own = u8::try_from(fraction).unwrap_or(u8::MAX);
        grouped(value, indicator.decimals.max(own))
    }

    /// What is said of a result beside its value: how it counts, how firm it is, a break.
    pub fn result_said(self, indicator: &Indicator, actual: &Actual) -> String {
        let counts = indicator.measure.value.is_count();
        let parts = [
            counts.then(|| self.entry(actual.entry)),
            (actual.status != ActualStatus::Final).then(|| self.status(actual.status)),
            actual.series_break.then(|| self.said_break()),
            Some(actual.source.as_str()).filter(|source| !source.is_empty()),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(self.between())
    }
}

/// A, B … Z, AA: a column by its number from 1.
fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut left = column;
    while let Some(before) = left.checked_sub(1) {
        letters.push(char::from(b'A' + (before % 26) as u8));
        left = before / 26;
    }
    letters.iter().rev().collect()
}
