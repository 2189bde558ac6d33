//! Words of the dialog in which the plan is edited.

use super::words::{Words, filled, words};
use crate::plan::{Direction, Indicator, Origin, Plan, ProblemKind};
use crate::state::Unsound;

words! {
    plan_edit_title: "計画の編集", "Edit the plan";
    plan_edit_open: "計画を編集", "Edit the plan";
    plan_edit_open_one: "計画の値を変更", "Change the plan's numbers";
    plan_edit_hint_menu: "現況・目標・年度・数え方・注意を変え、指標を足し引きして、計画ファイルに保存します。",
        "Change baselines, targets, years, counting and notes, add or take out indicators, and save a plan file.";
    plan_edit_hint_one: "現況・目標・年度・数え方・注意を、この計画の上で変えられます。", "Baseline, target, years, counting and note can be changed in this plan.";
    plan_edit_lead: "ここで変えた値は、投影・判定・印刷・ファイルのすべてに使われ、「利用者の変更」と示されます。公表された計画の値には、いつでも戻せます。",
        "What you change here is used for every projection, verdict, print and file, and marked as changed by the user. The published numbers can be brought back at any time.";
    plan_edit_not_today: "いま画面にあるのは、リンクが作られたときの数値です。今の計画の数値にすると、編集できます。",
        "On screen are the numbers that a link was made with. Go on with today's numbers to edit the plan.";
    plan_edit_mark: " †", " †";
    plan_edit_add: "指標を追加", "Add an indicator";
    plan_edit_added: "利用者が追加", "Added by the user";
    plan_edit_value: "値", "Value";
    plan_edit_year: "年度", "Year";
    plan_edit_was(value): "公表された値: {0}", "Published: {0}";
    plan_edit_name: "名前", "Name";
    plan_edit_unit: "単位", "Unit";
    plan_edit_pillar: "柱", "Pillar";
    plan_edit_direction: "目標の向き", "Which side meets it";
    plan_edit_empty: "空のままです。文字を入れてください。", "It is empty. Enter a text.";
    plan_edit_add_now: "追加する", "Add";
    plan_edit_new_target(year): "目標年度は{0}になります。現況・年度・数え方・向き・注意は、追加したあとに入れられます。現況を入れるまでは「判定不能」です。",
        "The target year will be {0}. Baseline, year, counting, direction and note are entered once it is there; without a baseline it is unknown.";
    plan_edit_restore: "公表された値に戻す", "Back to the published numbers";
    plan_edit_remove: "この指標を除く", "Take this indicator out";
    plan_edit_last: "最後の1つは除けません。", "The last one cannot be taken out.";
    plan_edit_changes: "利用者の変更", "Changes by the user";
    plan_edit_published: "公表", "Published";
    plan_edit_now: "変更後", "Changed to";
    plan_edit_none: "まだ何も変えていません。", "Nothing has been changed yet.";
    plan_edit_noted: "注意を変えた指標", "Notes changed";
    plan_edit_removed: "除いた指標", "Taken out";
    plan_edit_put_back: "戻す", "Put back";
    plan_edit_restore_all: "すべて公表された計画に戻す", "Back to the published plan";
    plan_edit_save: "計画ファイルに保存", "Save as a plan file";
    plan_edit_file: "計画", "plan";
    plan_edit_hint: "変更はこのブラウザーに残ります。リンクは計画の値を運びません。同じ値で見てもらうには、計画ファイルもお渡しください。除いた指標の仮定と実績は、ページを閉じるまでに戻せば元どおりです。",
        "Changes stay in this browser. Links do not carry the plan's numbers: whoever is to see the same needs the plan file too. What was assumed and entered for an indicator that is taken out comes back with it until the page is closed.";
    plan_edit_result(indicator, why): "「{0}」の実績と合いません。{1}先に「実績を入力」で実績を直してください。",
        "It is at odds with the results of “{0}”. {1} Mend the results first, under Enter results.";
    plan_edit_result_kept(name, indicator, why): "保管したシナリオ「{0}」の「{1}」の実績と合いません。{2}先にそのシナリオを開いて実績を直してください。",
        "It is at odds with the results of “{1}” in the kept scenario “{0}”. {2} Open that scenario and mend its results first.";
    note_edited: "注意(利用者の変更)", "Note (changed by the user)";
    edits_unreadable: "保存されていた計画への変更を使えません。公表された計画を表示しています。下のボタンで、変更の入った計画ファイルを保存できます。",
        "The saved changes to the plan cannot be used. The published plan is shown. The button below saves the plan file with the changes.";
    plan_edit_base_late(first): "累計の指標の現況は、計画の初年度({0})までの年度にしてください。", "The baseline of a cumulative count must not be later than {0}, the plan's first year.";
    plan_edit_years(first, last): "{0}〜{1}の年度にしてください。", "Enter a fiscal year from {0} to {1}.";
}

impl Words {
    /// Why the plan cannot be changed like this, and what to do.
    pub fn unsound(self, plan: &Plan, why: &Unsound) -> String {
        match why {
            Unsound::Plan(problem) => match &problem.kind {
                ProblemKind::OutOfScale { highest, .. } if highest.is_finite() => {
                    self.base_within(&crate::codec::figure::grouped(*highest, 0))
                }
                ProblemKind::OutOfScale { .. } => self.base_positive().to_owned(),
                ProblemKind::YearOutOfRange { lowest, highest, .. } => {
                    self.plan_edit_years(&self.year_long(*lowest), &self.year_long(*highest))
                }
                ProblemKind::CumulativeBaseAfterFirst { first, .. } => {
                    self.plan_edit_base_late(&self.year_long(*first))
                }
                _ => self.problem(problem),
            },
            Unsound::Result { indicator, problem, kept } => {
                let first = self.year_long(plan.first.value);
                let why = self.result_problem(*problem, indicator.measure.value, &first);
                let name = self.text(&indicator.name);
                match kept {
                    Some(kept) => self.plan_edit_result_kept(kept, name, &why),
                    None => self.plan_edit_result(name, &why),
                }
            }
        }
    }

    /// What the note of an indicator is called.
    pub fn note_name(self, indicator: &Indicator) -> &'static str {
        match indicator.note_origin {
            Origin::Edited => self.note_edited(),
            Origin::Stated | Origin::Inferred => self.note(),
        }
    }

    /// Which side of a target meets it.
    pub fn direction(self, direction: Direction) -> &'static str {
        match direction {
            Direction::AtLeast => self.at_least(),
            Direction::AtMost => self.at_most(),
        }
    }
}
