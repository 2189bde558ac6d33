//! Problems of files in words: what is wrong, where, and what was expected.

use super::words::Words;
use crate::plan::{Lang, Problem, ProblemKind, Shape};

impl Words {
    /// A problem with its place.
    pub fn problem(self, problem: &Problem) -> String {
        let place = problem.place.to_string();
        let what = match self.lang {
            Lang::Ja => kind_ja(&problem.kind),
            Lang::En => kind_en(&problem.kind),
        };
        if place.is_empty() { what } else { format!("{place}: {what}") }
    }
}

fn kind_ja(kind: &ProblemKind) -> String {
    match kind {
        ProblemKind::NotJson { line: 0, .. } => "JSONとして読めません。".to_owned(),
        ProblemKind::NotJson { line, column } => format!("JSONとして読めません({line}行{column}列)。"),
        ProblemKind::ForeignFormat { found: Some(found) } => {
            format!("別の種類のファイルです(format: {found})。")
        }
        ProblemKind::ForeignFormat { found: None } => "このアプリのファイルではありません。".to_owned(),
        ProblemKind::UnsupportedVersion { found } => {
            format!("版{found}は、このアプリでは読めません。新しいアプリで開いてください。")
        }
        ProblemKind::Missing => "必要な項目がありません。".to_owned(),
        ProblemKind::WrongType { expected, found } => {
            format!("{}が必要ですが、{}です。", shape_ja(*expected), shape_ja(*found))
        }
        ProblemKind::UnknownField => "知らない項目です。つづりを確かめてください。".to_owned(),
        ProblemKind::DuplicateField => "同じ項目が2つあります。".to_owned(),
        ProblemKind::Empty => "空です。".to_owned(),
        ProblemKind::TooLong { limit } => format!("長すぎます({limit}文字まで)。"),
        ProblemKind::TooMany { limit } => format!("多すぎます({limit}まで)。"),
        ProblemKind::NotOneOf { found, allowed } => {
            format!("「{found}」は使えません。使えるのは {}。", allowed.join(", "))
        }
        ProblemKind::BadId { found } => {
            format!("「{found}」はIDに使えません(英小文字・数字・-で32文字まで)。")
        }
        ProblemKind::DuplicateId { found } => format!("ID「{found}」が重複しています。"),
        ProblemKind::UnknownPillar { found } => format!("柱「{found}」はありません。"),
        ProblemKind::NoDay { found } => {
            format!("「{found}」は日付として読めません(20261125のような8桁で)。")
        }
        ProblemKind::NoNumber { found } => format!("「{found}」は数として読めません。"),
        ProblemKind::UnknownIndicator { found } => format!("指標「{found}」はありません。"),
        ProblemKind::OutOfScale { value, highest } if highest.is_finite() => {
            format!("{}は範囲外です(0〜{})。", value, highest)
        }
        ProblemKind::OutOfScale { value, .. } => format!("{}は範囲外です(0以上)。", value),
        ProblemKind::OutOfRange { value, lowest, highest } => {
            format!("{value}は範囲外です({lowest}〜{highest})。")
        }
        ProblemKind::YearOutOfRange { value, lowest, highest } => {
            format!("{value}年度は範囲外です({lowest}〜{highest})。")
        }
        ProblemKind::YearsOutOfOrder { value, earliest } => {
            format!("{value}年度は{earliest}年度より前です。")
        }
        ProblemKind::CumulativeBaseAfterFirst { base, first } => {
            format!("累計の指標の現況({base}年度)が、計画初年度({first}年度)より後です。")
        }
        ProblemKind::MoreProblems => "ほかにも問題があります。".to_owned(),
        ProblemKind::OtherPlan { found } => format!("別の計画「{found}」のデータです。"),
        ProblemKind::BaseInPlan => "この指標の現況は計画にあるので、仮定の現況は使いません。".to_owned(),
        ProblemKind::CutOff => {
            "リンクがここで途切れています。リンク全体をもう一度受け取ってください。".to_owned()
        }
        ProblemKind::Unopened => {
            "開けないか、大きすぎます。ファイルがその場所にあるか、目的のファイルかを確かめて、選び直してください。".to_owned()
        }
        ProblemKind::Altered => "リンクが、作られたときの内容と違います(検査符号が合いません)。".to_owned(),
        ProblemKind::FallingTotal => "累計が、それまでの実績の合計を下回っています。".to_owned(),
    }
}

/// The kinds' own words are English.
fn kind_en(kind: &ProblemKind) -> String {
    kind.to_string()
}

fn shape_ja(shape: Shape) -> &'static str {
    match shape {
        Shape::Null => "null",
        Shape::Boolean => "真偽値",
        Shape::Number => "数",
        Shape::WholeNumber => "整数",
        Shape::Text => "文字列",
        Shape::List => "リスト",
        Shape::Object => "オブジェクト",
    }
}
