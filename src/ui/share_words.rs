//! The words of links: sharing one, opening one, and what is wrong with one.

use super::words::{Words, filled, words};
use crate::plan::Indicator;

words! {
    share_title: "シナリオを共有する", "Share the scenario";
    share_link: "リンク", "Link";
    share_text: "シナリオの文字列", "The scenario as a text";
    share_no_address: "このページはファイルとして開かれているため、アドレスがありません。この文字列を渡し、受け取った人がページのアドレスの「#」の後に貼り付けて開きます。",
        "This page is open as a file and has no address. Pass this text on; whoever gets it pastes it behind “#” in the address of their page.";
    share_says: "リンクには、上の名前とメモ、仮定、根拠、実績、画面の選択がすべて文字で入っています。サーバーには送られません。",
        "The link itself holds name, note, assumptions, reasons, results and what is on screen, as text. Nothing is sent to a server.";
    note_hint: "何のためのシナリオか、前提など", "What the scenario is for, what it assumes";
    copy_link: "リンクをコピー", "Copy the link";
    copy_mail: "メール用の文面をコピー", "Copy a text for mail";
    share_system: "端末の共有…", "Share by this device…";
    copied_link: "コピーしました。", "Copied.";
    copied_mail: "メール用の文面をコピーしました。", "Copied the text for mail.";
    copy_refused: "ブラウザーがコピーを許しませんでした。欄の文字を選んであるので、Ctrl+C(Macは⌘C)でコピーしてください。",
        "The browser did not allow copying. The text is selected: press Ctrl+C (⌘C on a Mac).";
    link_length(count): "長さ {0}文字", "{0} characters";
    qr_label: "このシナリオのリンクのQRコード", "QR code of the link to this scenario";
    qr_hint: "スマートフォンのカメラで読み取ると、このシナリオが開きます。", "Read it with a phone's camera to open this scenario.";
    qr_too_long: "文字が多すぎてQRコードにできません。リンクをコピーして渡すか、メモや根拠を短くしてください。",
        "The text is too long for a QR code. Copy the link, or shorten note and reasons.";
    mail_title(name, plan): "R13シナリオ「{0}」({1})", "R13 scenario “{0}” ({1})";
    made_on(day): "最終更新 {0}", "Last changed {0}";
    sentence_gap: "。", ". ";

    link_banner: "開いたリンク", "The link that was opened";
    link_open(name): "リンクのシナリオ「{0}」を表示しています。ご自分のシナリオは保存してあります。",
        "You are looking at the scenario “{0}” from a link. Your own is kept.";
    link_unnamed: "名前なし", "unnamed";
    numbers_then: "計画の数値は、リンクを作ったときのものです。", "The plan's numbers are those of when the link was made. ";
    differs(count): "ご自分のシナリオと違う指標: {0}", "Indicators that differ from your own: {0}";
    differs_nowhere: "仮定は、ご自分のシナリオと同じです。", "The assumptions are the same as your own.";
    differs_table: "ご自分のシナリオとの違い", "Differences from your own scenario";
    in_link: "リンク", "Link";
    in_own: "自分のシナリオ", "My own";
    halves_of(early, late): "前半 {0}・後半 {1}", "{0}, then {1}";
    other_measure: "目標の数え方を変更", "target counted otherwise";
    base_assumed(year, value): "現況の仮定 {0} {1}", "assumed baseline {0} {1}";
    with_actuals(count): "実績 {0}件", "{0} results";
    between: "、", ", ";

    link_newer(version): "リンクは新しい版({0})の形式で、このページでは読めません。ご自分のシナリオはそのままです。ページを再読み込みして新しくしてから、リンクを開き直してください。",
        "The link has a newer format ({0}) than this page can read. Your own scenario is untouched. Reload the page to bring it up to date, then open the link again.";
    link_too_long: "リンクが長すぎて読めません。ご自分のシナリオはそのままです。送った人に、シナリオをもう一度共有してもらってください。",
        "The link is too long to be read. Your own scenario is untouched. Ask for it to be shared again.";
    link_other_plan(plan): "リンクは別の計画「{0}」のものなので、ここでは開けません。ご自分のシナリオはそのままです。その計画を、アドレスの「?plan={0}」か計画ファイルで開いてから、リンクを開いてください。",
        "The link belongs to another plan, “{0}”, and cannot be opened here. Your own scenario is untouched. Open that plan first, with “?plan={0}” in the address or from its file, and then the link.";
    link_elsewhere(plan): "計画「{0}」でこのリンクを開く", "Open this link with the plan “{0}”";
    link_partly: "リンクのシナリオを開きましたが、次の箇所は分からなかったため、計画の初期値のままです。",
        "The link's scenario is open, but the following was not understood and is left as the plan has it.";
    link_damaged(count): "リンクが途中で切れているか、書き換えられています。まだ開いていません。ご自分のシナリオはそのままです。読めたのは{0}指標です。送った人に確かめるか、読めた分だけを開いてください。",
        "The link was cut off or changed on its way. It is not open; your own scenario is untouched. {0} indicators could be read. Ask the sender, or open what could be read.";
    open_damaged: "読めた分を開く", "Open what could be read";
    keep_own: "開かない", "Do not open it";
    numbers_moved: "リンクを作ったときと、計画の数値が変わっています。まだ開いていません。どちらの数値で見るかを選んでください。",
        "The plan's numbers have changed since the link was made. It is not open yet. Choose the numbers to see it with.";
    numbers_unknown(fingerprint): "リンクは、このページが知らない計画の数値(指紋 {0})で作られています。まだ開いていません。今の計画の数値で見ることはできますが、作った人が見た結果とは違います。",
        "The link was made with numbers of the plan that this page does not know (fingerprint {0}). It is not open yet. You can see it with today's numbers, but not what its maker saw.";
    numbers_edited(fingerprint): "リンクを作った人は、計画の数値を変えています(利用者の変更、指紋 {0})。まだ開いていません。同じ数値で見るには、計画ファイルを受け取って開いてから、リンクを開いてください。このページの計画の数値で見ることもできますが、作った人が見た結果とは違います。",
        "Whoever made the link had changed the plan's numbers (changed by the user, fingerprint {0}). It is not open yet. To see the same numbers, ask for the plan file, open it, and then the link. You can also see it with the numbers of the plan here, but not what its maker saw.";
    open_today: "今の数値で開く", "Open with today's numbers";
    open_then: "作ったときの数値で開く", "Open with the numbers then";
    moved_table: "変わった数値", "Numbers that changed";
    moved_what: "項目", "Item";
    moved_then: "作ったとき", "Then";
    moved_now: "今", "Now";
    moved_years: "計画の期間", "Years of the plan";
    moved_base: "現況", "Baseline";
    moved_target: "目標", "Target";
    moved_measure: "数え方", "How it counts";
    moved_direction: "達成の条件", "Met when";
    no_figure: "—", "—";
    at_least: "目標以上", "at or above the target";
    at_most: "目標以下", "at or below the target";
    link_cut_off: "リンクのはじめの部分しかありません。ご自分のシナリオはそのままです。リンクの全体を送ってもらい、開き直してください。",
        "Only the beginning of the link is there. Your own scenario is untouched. Ask for the whole link and open it again.";
    indicator: "指標", "Indicator";
}

impl Words {
    /// A value of an indicator in its unit.
    pub fn value(self, indicator: &Indicator, value: f64) -> String {
        [&crate::codec::figure::grouped(value, indicator.decimals), " ", self.text(&indicator.unit)].concat()
    }
}
