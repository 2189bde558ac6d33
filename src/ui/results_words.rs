//! The words of entering results.

use super::words::{Words, filled, words};
use crate::codec::cells::Refusal;
use crate::codec::figure::grouped;
use crate::model::{ActualProblem, ActualStatus, Entry};
use crate::plan::Measure;

words! {
    results_title: "実績の入力", "Enter results";
    results_lead: "セルを選んで実績の値を入力します。投影は、いちばん新しい実績から始まります。表計算ソフトでコピーした範囲は、左上にするセルを選んで貼り付けます(Ctrl+V)。",
        "Choose a cell and type its result. Projections start from the latest result. To paste a range from a spreadsheet, choose the cell for its upper left corner and press Ctrl+V.";
    results_entered(count): "入力済み {0}件。投影は、いちばん新しい実績から始まります。", "Entered: {0}. The projection starts from the latest result.";
    results_grid: "指標と年度ごとの実績", "Results by indicator and fiscal year";
    results_running: "年度途中", "under way";
    results_none: "未入力", "no result";
    results_assumed: "現況(仮定)", "assumed";
    results_of_plan(value): "現況 {0}", "baseline {0}";
    results_typed_as(entry): "{0}で入力", "typed as {0}";

    results_cell: "選んだセル", "Selected cell";
    results_base_hint: "計画の現況です。ここに実績を入力すると、投影はその値から始まります。進捗率は計画の現況から測ります。",
        "This is the plan's baseline. A result entered here takes its place in the projection; progress is still measured from the plan's baseline.";
    results_new: "これから入力する値", "What you type next is";
    results_new_hint: "入力済みの値は変わりません。", "Values that are there do not change.";
    results_yearly: "単年(その年度の件数)", "Yearly (the count of that year)";
    results_total(first): "累計({0}からの合計)", "Running total (since {0})";
    results_chosen(count): "選んだ実績({0}件)", "Selected results ({0})";
    results_nothing: "値を入力すると、状態・出典などを付けられます。", "Enter a value to say how firm it is and where it comes from.";
    results_counts: "値の数え方", "The value counts";
    results_source_hint: "統計の名前、公表日など", "Name of the statistic, date of publication";
    results_break: "系列の断絶(前の年度と比べられない)", "Series break (not comparable with the years before)";
    results_clear: "値を消す", "Clear the values";
    results_copied(count): "{0}セルをコピーしました。", "{0} cells are copied.";

    results_signs: "印の意味", "Signs";
    tag_preliminary: "◇速報", "◇prelim.";
    tag_reference: "＊参考", "＊ref.";
    tag_break: "‖断絶", "‖break";
    sign_preliminary: "後で変わることがある値", "may still change";
    sign_reference: "確かめられていない、目安の値", "a guide, not confirmed";
    sign_break: "調査の方法などが変わり、前の年度と比べられない値", "counted in another way than the years before";
    sign_base: "計画の現況。実績を入力すると、そちらを使う", "the plan's; a result takes its place";
    results_keys: "キーボードの操作", "Keys";
    results_keys_list: "矢印・Tab:移動/Enter:確定して下へ/F2:値を直す/Esc:入力をやめる、画面を閉じる/Delete:消す/Shift+矢印:範囲を選ぶ/Ctrl+C・V:コピー・貼り付け/Ctrl+Z・Y:元に戻す・やり直す/Alt+Enter:状態や出典へ(Escで戻る)",
        "Arrows, Tab: move / Enter: take and go down / F2: amend / Esc: give up, close / Delete: clear / Shift+arrows: select / Ctrl+C, V: copy, paste / Ctrl+Z, Y: undo, redo / Alt+Enter: to status and source (Esc leads back)";

    results_refused(count, taken): "{0}セルは取り込めず、元のままです({1}セルを取り込みました)。", "{0} cells could not be taken and are as they were ({1} were taken).";
    results_refused_at(row, column): "{0}行{1}列", "row {0}, column {1}";
    results_found(found): "「{0}」", "“{0}”";
    results_more(count): "ほか{0}セル", "and {0} more";
    results_outside: "この表の外です。左上にするセルを選び直してください。", "It lies outside this grid. Choose another cell for the upper left corner.";
    results_kept: "直前の値のままです。", "The value before is kept.";
    result_no_total: "件数ではないため、累計では入力できません。単年を選んでください。", "It is no count, so it has no running total. Choose yearly.";
    result_total_early(first): "累計は{0}から数えます。それより前の年度は、単年で入力してください。", "Running totals begin in {0}. Enter earlier years as yearly counts.";
    result_falling(year): "{0}の累計が、それまでの実績の合計より小さくなります。単年か累計か、前後の値を確かめてください。",
        "The running total of {0} would be less than the results before it add up to. Check whether it is yearly or a total, and its neighbours.";
    result_twice(year): "{0}の実績が2つあります。1つにしてください。", "There are two results for {0}. Keep one.";
}

impl Words {
    /// Why a text is not taken as a result, and what to do.
    pub fn refusal(self, why: Refusal, measure: Measure, first: &str) -> String {
        match why {
            Refusal::Outside => self.results_outside().to_owned(),
            Refusal::NoNumber(problem) => self.number_problem(problem),
            Refusal::NotAmongResults(problem) => self.result_problem(problem, measure, first),
        }
    }

    /// What keeps a result from being taken, and what to do. `first` is the plan's first year.
    pub fn result_problem(self, problem: ActualProblem, measure: Measure, first: &str) -> String {
        match problem {
            ActualProblem::OutOfScale(_) if measure.upper_bound().is_finite() => {
                self.base_within(&grouped(measure.upper_bound(), 0))
            }
            ActualProblem::OutOfScale(_) => self.base_positive().to_owned(),
            ActualProblem::TotalOfNoCount(_) => self.result_no_total().to_owned(),
            ActualProblem::TotalBeforeFirst(_) => self.result_total_early(first),
            ActualProblem::FallingTotal(year) => self.result_falling(&self.year(year)),
            ActualProblem::Duplicate(year) => self.result_twice(&self.year(year)),
        }
    }

    /// What the number of a result counts, in a word.
    pub fn entry(self, entry: Entry) -> &'static str {
        match entry {
            Entry::Yearly => self.csv_yearly(),
            Entry::Total => self.csv_total(),
        }
    }

    /// The sign and word of a result that is not final.
    pub fn status_tag(self, status: ActualStatus) -> Option<&'static str> {
        match status {
            ActualStatus::Final => None,
            ActualStatus::Preliminary => Some(self.tag_preliminary()),
            ActualStatus::Reference => Some(self.tag_reference()),
        }
    }
}
