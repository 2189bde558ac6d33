//! The words of a presentation, in both languages.

use super::words::{filled, words};

words! {
    slides: "スライド", "Slides";
    slide_summary: "まとめ", "Summary";
    all_indicators: "全指標", "All indicators";
    slide_empty: "この柱には指標がありません。", "This pillar has no indicators.";
    slide_rows(first, last, all): "{2}指標のうち{0}〜{1}番目", "Indicators {0} to {1} of {2}";
    slide_said(title, tally): "{0}: {1}", "{0}: {1}";
    outcome_of(year, value, target, unit): "{0}投影 {1} / 目標 {2} {3}", "Projected {0}: {1} / target {2} {3}";

    move_assumption: "仮定を動かす", "Move the assumption";
    stage_tools: "発表の操作", "Presentation controls";
    stage_next: "次へ", "Next";
    stage_previous: "前へ", "Back";
    stage_indicator_after: "次の指標 ↓", "Indicator ↓";
    stage_indicator_before: "前の指標 ↑", "Indicator ↑";
    stage_required: "必要ペースにする", "Set to required pace";
    stage_replay: "変更前後", "Before/after";
    stage_blank: "暗転", "Blank";
    stage_code: "QRコード", "QR code";
    stage_full: "全画面", "Full screen";
    stage_full_off: "全画面をやめる", "Leave full screen";
    stage_keys: "キー", "Keys";
    stage_leave: "終了", "Exit";

    replay_before: "変更前", "Before";
    replay_after: "変更後", "After";
    replay_choice: "変更前と変更後の切り替え", "Before or after the last change";

    blanked: "暗転中です。キーかクリックで画面に戻ります。", "The screen is blank. Any key or click brings it back.";
    overlay_close: "閉じる", "Close";
    code_title: "この画面をスマートフォンで開く", "Open this screen on a phone";
    code_hint: "いま映している仮定がそのまま開きます。スマートフォンで動かしても、この画面は変わりません。",
        "Opens the assumptions as they are on screen. What is moved on a phone does not change this screen.";
    code_none: "このページはファイルとして開かれているため、ほかの端末で開けるアドレスがありません。共有からテキストで渡してください。",
        "This page was opened as a file, so it has no address that another device could open. Hand the scenario on as text, with Share.";
    code_long: "リンクが長すぎて、QRコードにできません。共有からリンクを渡してください。",
        "The link is too long for a QR code. Hand the link on, with Share.";

    keys_title: "キーの一覧", "Keys";
    keys_remote: "プレゼン用リモコンのページ送り・戻しと暗転のボタンも使えます。入力欄にカーソルがある間は働きません。",
        "The page and blank buttons of a presenter's remote work too. Keys do nothing while a field has the focus.";
    key_slides: "前後のスライド(PageUp・PageDown、スペースも)", "Slide before or after (Page Up, Page Down and Space too)";
    key_ends: "まとめ・最後のスライド", "Summary, last slide";
    key_numbers: "まとめ・左から何番目の柱", "Summary, pillar by its place";
    key_indicators: "前後の指標", "Indicator before or after";
    key_move: "仮定を小さく動かす(0.1)。「;」「=」も+として働きます",
        "Move the assumption a little (0.1); “;” and “=” count as +";
    key_move_far: "仮定を大きく動かす(1.0)。Shift と − でも減らせます", "Move the assumption far (1.0); Shift with − too";
    key_required: "必要ペースにする", "Set to the required pace";
    key_undo: "元に戻す(Ctrl+Z も)", "Undo (Ctrl+Z too)";
    key_redo: "やり直す", "Redo";
    key_replay: "最後の変更の前と後を見比べる", "Compare before and after the last change";
    key_blank: "画面を暗くする(「.」も)。どのキーでも戻る", "Blank the screen (“.” too); any key brings it back";
    key_code: "この画面のQRコード", "QR code of this screen";
    key_full: "全画面にする・やめる(F5 も)", "Full screen on or off (F5 too)";
    key_list: "この一覧", "This list";
    key_leave: "手前のものを閉じる、発表を終える", "Close what is in front, leave the presentation";
}
