//! The words of kept scenarios and of their files.

use super::words::{filled, words};

words! {
    kept_title: "シナリオ", "Scenarios";
    kept_present: "表示中のシナリオ", "On screen";
    kept_list: "保管したシナリオ", "Kept scenarios";
    kept_none: "まだありません。「保管する」を押すと、表示中のシナリオがこのブラウザに残ります。",
        "There are none yet. “Keep” leaves the scenario on screen in this browser.";
    kept_here: "保管したシナリオは、このブラウザの中だけにあります。ほかの端末へは、共有のリンクかファイルで渡します。",
        "Kept scenarios are in this browser alone. To pass them on, share a link or save a file.";
    keep: "保管する", "Keep";
    keep_over: "上書きして保管する", "Keep in its place";
    keep_anew: "別の名前で保管する", "Keep under another name";
    state_kept: "保管してあります。", "It is kept.";
    state_changed(name): "保管した「{0}」から変わっています。", "It has changed since “{0}” was kept.";
    state_unkept: "まだ保管していません。", "It is not kept yet.";
    on_screen: "表示中", "On screen";
    open_kept: "開く", "Open";
    compare_add: "比較に加える", "Compare";
    compare_remove: "比較から外す", "Do not compare";
    duplicate: "複製", "Duplicate";
    delete: "削除", "Delete";
    rename(name): "「{0}」の名前", "Name of “{0}”";
    name_missing: "名前を入力してください。", "Enter a name.";
    name_taken(name): "「{0}」はほかのシナリオの名前です。別の名前にしてください。",
        "Another scenario is called “{0}”. Choose another name.";
    act_on(act, name): "{0}: {1}", "{0}: {1}";
    put_back: "元に戻す", "Undo";
    show_kept: "シナリオの一覧を開く", "Show the scenarios";

    said_deleted(names): "{0}を削除しました。", "Deleted {0}.";
    said_replaced(name): "「{0}」を、表示中の内容で上書きしました。", "“{0}” is now what is on screen.";
    said_leaving(names): "画面から離れたシナリオを{0}として保管しました。", "What left the screen is kept as {0}.";
    said_full(most): "保管できるのは{0}件までです。これ以上は保管していません。ファイルに書き出してから、要らないものを削除してください。",
        "At most {0} scenarios can be kept, so nothing more was. Save them to a file, then delete what you no longer need.";
    said_imported(file, count): "「{0}」から{1}件を取り込みました。", "{1} scenarios taken over from “{0}”.";
    said_unreadable(count): "保管していたシナリオの一部か全部を読めませんでした。読めた{0}件は一覧にあります。元のデータは消していません。下のボタンで手元に保存できます。",
        "Kept scenarios could not be read, in part or at all. The {0} that could be read are listed. Nothing was deleted: keep a copy of the original with the button below.";
    quoted(name): "「{0}」", "“{0}”";

    export_scenario: "ファイルに書き出す", "Save to a file";
    export_kept: "書き出す", "Save to a file";
    export_all: "すべてファイルに書き出す", "Save all to a file";
    export_refused: "ブラウザーがファイルの保存を許しませんでした。設定を確かめるか、共有のリンクで渡してください。",
        "The browser did not allow saving a file. Check its settings, or share a link.";
    choose_file: "ファイルから取り込む…", "Take over from a file…";

    import_title: "取り込み", "Bring in";
    import_file(name): "ファイル: {0}", "File: {0}";
    import_nothing: "取り込めるシナリオがありません。下の箇所を確かめるか、送った人にもう一度書き出してもらってください。",
        "There is no scenario to take over. Check the places below, or ask for the file again.";
    import_faulty(count): "次の{0}件は読めない箇所があるため、取り込みません。送った人に確かめてください。",
        "The following {0} have places that cannot be read and are left out. Ask the sender.";
    import_problems: "読めない箇所があります。", "There are places that cannot be read.";
    import_numbers(fingerprint): "ファイルは、いまと違う計画の数値(指紋 {0})で作られています。取り込むと、いまの数値で計算します。",
        "The file was made with other numbers of the plan (fingerprint {0}). It will be computed with today's.";
    import_empty: "このファイルには、シナリオが1つもありません。", "There is no scenario in this file.";
    import_before: "「取り込む」を押すまで、何も変わりません。", "Nothing changes until you press the button.";
    import_opens: "取り込むと、このシナリオを画面に開きます。開いている内容は「元に戻す」で戻せます。",
        "The scenario is opened on screen as well. Undo brings back what is there now.";
    import_apply: "取り込む", "Take over";
    import_cancel: "やめる", "Cancel";
    import_what: "シナリオ", "Scenario";
    import_fate: "取り込むと", "What happens";
    fate_as: "追加します", "is added";
    fate_renamed(name): "同じ名前があるため「{0}」として追加します", "is added as “{0}”, as its name is taken";
    fate_named(name): "名前がないため「{0}」として追加します", "is added as “{0}”, as it has no name";
    fate_there: "同じ内容が保管してあります", "is kept already";
    fate_no_room: "上限のため追加できません", "cannot be added: there is no room";
    file_stem: "R13シナリオ", "R13-scenario";
    file_stem_all: "R13シナリオ一覧", "R13-scenarios";
}
