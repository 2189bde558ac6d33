//! 集約: a text with many links is read at once, what cannot be counted is said, and the figures are those of the model.

use std::fs;

use page_tests::{Key, Options, Page, Result, Size, json, visit};

/// The chat log of a workshop.
const LOG: &str = include_str!("../../../data/chat-log.txt");
/// What it comes to, reckoned natively.
const GATHERED: &str = include_str!("../../../golden/gathered.txt");
/// What is copied of it, in Japanese.
const COPIED: &str = include_str!("../../../golden/gathered.tsv");

/// What opens the menu with the way to the screen.
const MENU: &str = "[popovertarget=output-menu]";
const STATUS: &str = "[data-role=gather-status]";
const FIELD: &str = "#gather-text";

#[test]
fn a_chat_log_comes_to_what_the_model_says() -> Result<()> {
    visit(Options::desk(), async |page| {
        open(page).await?;
        assert!(page.has_focus(FIELD).await?);
        let asked = async || -> Result<Vec<String>> {
            let all = page.requests().await?;
            Ok(all.into_iter().filter(|address| address.starts_with("http")).collect())
        };
        let before = asked().await?;
        paste(page, LOG).await?;
        until_scenarios(page, 8).await?;
        page.until_text(STATUS, "リンク 17件: 読めた 13件(うち同じシナリオの繰り返し 3件)、読めない 4件")
            .await?;
        assert_eq!(described(page).await?, golden("each scenario once"));

        let unread = page.texts("[data-role=unread-links] tbody tr").await?;
        assert_eq!(unread.len(), 4, "{unread:?}");
        for (row, line, who, why) in [
            (0, "14", "加藤", "途中で切れたか"),
            (1, "17", "佐々木", "別の計画「kagoshima-tourism-4」"),
            (2, "18", "山口", "新しい版(2)"),
            (3, "33", "木村", "はじめの部分しかありません"),
        ] {
            let text: &str = &unread[row];
            assert!(text.starts_with(line) && text.contains(who) && text.contains(why), "{text}");
        }
        let partly = page.texts("[data-role=partly-read] tbody tr").await?;
        assert!(partly.len() == 1 && partly[0].contains("k9"), "{partly:?}");
        let scenarios = page.texts("[data-role=gathered-scenario]").await?;
        assert_eq!(scenarios.len(), 10);
        assert!(scenarios[0].contains("1班 慎重な見通し") && scenarios[0].contains("令和8年11月25日"));

        page.click("[data-action=count-repeated]").await?;
        until_scenarios(page, 11).await?;
        page.click("[data-action=count-other-numbers]").await?;
        until_scenarios(page, 13).await?;
        assert_eq!(described(page).await?, golden("everything"));
        assert_eq!(asked().await?, before, "something is sent");
        Ok(())
    })
}

#[test]
fn the_screen_fits_and_is_accessible_in_every_form() -> Result<()> {
    for options in [
        Options::desk(),
        Options::desk().english().dark(),
        Options::projector().dark(),
        Options::projector().english(),
        Options::phone(),
        Options::phone().english().dark(),
        Options::at(Size::Other(320, 600)).english(),
    ] {
        visit(options, async |page| {
            open(page).await?;
            page.check_axe().await?;
            paste(page, LOG).await?;
            until_scenarios(page, 8).await?;
            page.find("[data-role=crowd]").await?;
            page.check_fits().await?;
            page.check_axe().await?;
            page.click(".gather-crowd [data-action=show-table]").await?;
            page.find(".crowd-years").await?;
            page.check_fits().await?;
            page.check_axe().await
        })?;
    }
    Ok(())
}

#[test]
fn everything_works_by_keyboard_alone() -> Result<()> {
    visit(Options::desk().english(), async |page| {
        page.script("document.querySelector('[popovertarget=output-menu]').focus()", vec![]).await?;
        page.press(Key::Enter + "").await?;
        tab_to(page, "[data-action=gather]").await?;
        page.press(Key::Enter + "").await?;
        page.find(FIELD).await?;
        page.until("the field has the focus", async || page.has_focus(FIELD).await).await?;
        // A real paste.
        page.allow_clipboard().await?;
        let write = format!("navigator.clipboard.writeText({}).then(arguments[0])", json!(LOG));
        page.script_async(&write).await?;
        page.press(Key::Control + "v").await?;
        until_scenarios(page, 8).await?;

        tab_to(page, "[data-action=count-repeated]").await?;
        page.press(" ").await?;
        until_scenarios(page, 11).await?;
        page.press(" ").await?;
        until_scenarios(page, 8).await?;
        tab_to(page, "[data-role=crowd]").await?;
        page.press(Key::End + "").await?;
        page.until_text(".gather-crowd .reading", "2031 (R13): median").await?;
        tab_to(page, "[data-action=order-split]").await?;
        page.press(Key::Enter + "").await?;
        page.find("[data-action=order-split][aria-pressed=true]").await?;
        // k1 is met by four of eight.
        let first = "document.querySelector('[data-gathered]').dataset.gathered";
        assert_eq!(page.script(&format!("return {first}"), vec![]).await?, "k1");
        tab_to(page, "[data-gathered=p48] [data-action=choose-gathered]").await?;
        page.press(Key::Enter + "").await?;
        page.until_text("#crowd-title", "relocated").await?;
        page.script("document.querySelector('[data-action=leave]').focus()", vec![]).await?;
        page.press(Key::Enter + "").await?;
        page.until("the button has the focus again", async || page.has_focus(MENU).await).await?;
        page.until_text("#chart-title", "relocated").await
    })
}

#[test]
fn the_text_outlives_leaving_and_reloading_and_goes_when_it_is_cleared() -> Result<()> {
    visit(Options::desk(), async |page| {
        let k1 = page.indicator("k1").await?;
        k1.set_field("1.5").await?;
        open(page).await?;
        paste(page, LOG).await?;
        until_scenarios(page, 8).await?;
        page.driver.back().await?;
        page.until("the menu's button has the focus", async || page.has_focus(MENU).await).await?;
        assert_eq!(k1.field().await?, "1.50", "Back leads to the desk");
        open(page).await?;
        until_scenarios(page, 8).await?;
        page.click("[data-action=language]").await?;
        page.until_text("h1", "Gather scenarios").await?;
        assert_eq!(text(page).await?, LOG);
        page.reload().await?;
        assert_eq!(k1.field().await?, "1.50");
        open(page).await?;
        until_scenarios(page, 8).await?;
        assert_eq!(text(page).await?, LOG);

        page.click("[data-action=gather-clear]").await?;
        until_scenarios(page, 0).await?;
        assert_eq!(text(page).await?, "");
        page.click("[data-action=gather-restore]").await?;
        until_scenarios(page, 8).await?;
        assert_eq!(text(page).await?, LOG);
        page.click("[data-action=gather-clear]").await?;
        until_scenarios(page, 0).await?;
        page.reload().await?;
        open(page).await?;
        until_scenarios(page, 0).await?;
        page.until_text(STATUS, "まだ文がありません").await
    })
}

#[test]
fn what_is_typed_is_read_without_a_button_and_a_text_without_links_says_what_to_do() -> Result<()> {
    visit(Options::phone(), async |page| {
        open(page).await?;
        page.press("リンクはまだです 1/2").await?;
        page.until_text(STATUS, "「#」の後まで省かずに").await?;
        assert_eq!(text(page).await?, "リンクはまだです 1/2");
        let cut = LOG.lines().nth(13).unwrap_or_default();
        paste(page, cut).await?;
        page.until_text(STATUS, "数えられるシナリオがありません").await
    })
}

#[test]
fn a_scenario_of_the_list_is_opened_beside_ones_own() -> Result<()> {
    visit(Options::desk(), async |page| {
        let k1 = page.indicator("k1").await?;
        k1.set_field("2.5").await?;
        open(page).await?;
        paste(page, LOG).await?;
        until_scenarios(page, 8).await?;
        page.click("[data-role=gathered-scenario] [data-action=open-scenario]").await?;
        page.until_text(".banner", "「1班 慎重な見通し」").await?;
        k1.until_field("0.25").await?;
        page.until("the list has the focus", async || page.has_focus("#list").await).await?;
        // The fragment says nothing of the screen that it came from.
        page.until("the address follows", async || {
            Ok(page.script("return location.hash.includes('k1=25,-25')", vec![]).await? == true)
        })
        .await?;
        page.click("[data-action=return-to-own]").await?;
        k1.until_field("2.50").await?;

        // One that was made with other numbers asks before it is opened.
        open(page).await?;
        until_scenarios(page, 8).await?;
        page.click("[data-role=gathered-scenario]:nth-child(8) [data-action=open-scenario]").await?;
        page.until_text("[data-role=notice][data-kind=warning]", "このページが知らない計画の数値").await?;
        k1.until_field("2.50").await
    })
}

#[test]
fn the_results_are_copied_as_a_table() -> Result<()> {
    visit(Options::desk(), async |page| {
        page.allow_clipboard().await?;
        open(page).await?;
        paste(page, LOG).await?;
        until_scenarios(page, 8).await?;
        page.click("[data-action=gather-copy]").await?;
        page.until_text(".copied", "コピーしました").await?;
        let read = "navigator.clipboard.readText().then(arguments[0])";
        let copied = page.script_async(read).await?.as_str().unwrap_or_default().replace("\r\n", "\n");
        assert_eq!(copied, COPIED, "what is copied has changed:\n{copied}");
        let html = "navigator.clipboard.read()
            .then((items) => items[0].getType('text/html'))
            .then((blob) => blob.text()).then(arguments[0])";
        let html = page.script_async(html).await?;
        assert!(html.as_str().is_some_and(|html| html.contains("<th>") && html.contains("0.445")), "{html}");
        Ok(())
    })
}

#[test]
fn the_results_are_printed_in_the_place_of_the_desks_sheet() -> Result<()> {
    visit(Options::desk().dark(), async |page| {
        open(page).await?;
        paste(page, LOG).await?;
        until_scenarios(page, 8).await?;
        let sheets = page.printed().await?;
        let first = sheets.first().expect("there is a sheet");
        for text in
            ["シナリオ 8件", "読めなかったリンク", "柱ごとに達成するシナリオの数", "市の評価ではありません"]
        {
            first.says(text);
        }
        assert!(sheets.iter().any(|sheet| sheet.has("シナリオの一覧")));
        // Neither the text itself nor what is for the hand is on paper.
        assert!(!sheets.iter().any(|sheet| sheet.has("では集約して見てみましょう") || sheet.has("集計する")));
        Ok(())
    })
}

#[test]
fn text_files_are_added_and_what_is_none_is_refused() -> Result<()> {
    let folder = std::env::temp_dir().join(format!("r13-gather-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let (log, picture) = (folder.join("chat.txt"), folder.join("picture.txt"));
    fs::write(&log, LOG)?;
    fs::write(&picture, [0x89, b'P', b'N', b'G', 0, 0, 0])?;
    let done = visit(Options::desk(), async |page| {
        open(page).await?;
        page.press("前の行").await?;
        let input = page.find("[data-role=gather-file]").await?;
        input.send_keys(log.to_string_lossy().as_ref()).await?;
        until_scenarios(page, 8).await?;
        assert_eq!(text(page).await?, format!("前の行\n{LOG}"));
        input.send_keys(picture.to_string_lossy().as_ref()).await?;
        page.until_text(".gather-fault", "ファイル「picture.txt」を読めませんでした").await?;
        until_scenarios(page, 8).await
    });
    fs::remove_dir_all(&folder)?;
    done
}

#[test]
fn where_the_tab_can_keep_nothing_the_page_says_so() -> Result<()> {
    let blocked =
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no') } })";
    visit(Options::desk().before(blocked), async |page| {
        open(page).await?;
        paste(page, LOG).await?;
        until_scenarios(page, 8).await?;
        page.until_text(".gather-fault", "再読み込みすると消えます").await?;
        page.click("[data-action=leave]").await?;
        open(page).await?;
        until_scenarios(page, 8).await
    })
}

/// Opens the screen.
async fn open(page: &Page) -> Result<()> {
    page.click(MENU).await?;
    page.click("[data-action=gather]").await?;
    page.find(FIELD).await?;
    Ok(())
}

/// Puts a text into the field in the place of what is there, as an input method does.
async fn paste(page: &Page, text: &str) -> Result<()> {
    let script = "const field = document.querySelector('#gather-text'); field.focus(); field.select();
        document.execCommand('insertText', false, arguments[0])";
    page.script(script, vec![json!(text)]).await?;
    Ok(())
}

/// The text in the field.
async fn text(page: &Page) -> Result<String> {
    Ok(page.find(FIELD).await?.prop("value").await?.unwrap_or_default())
}

/// Waits until so many scenarios count.
async fn until_scenarios(page: &Page, count: usize) -> Result<()> {
    page.find(&format!("{STATUS}[data-scenarios='{count}'][data-busy=false]")).await?;
    Ok(())
}

/// Presses the tabulator until an element has the focus.
async fn tab_to(page: &Page, css: &str) -> Result<()> {
    for _ in 0..80 {
        // Past the last element the focus is in the browser's own controls, whatever the page says.
        let here = page.script("return document.hasFocus()", vec![]).await? == true;
        if here && page.has_focus(css).await? {
            return Ok(());
        }
        // The driver would take a key in the field for files as the name of one.
        page.strike(Key::Tab).await?;
    }
    Err(page_tests::Error::msg(format!("the tabulator does not lead to {css}")))
}

/// The part of the golden file under a title.
fn golden(title: &str) -> String {
    let part = GATHERED.split("\n\n").find_map(|part| part.strip_prefix(title)?.strip_prefix('\n'));
    part.unwrap_or_default().trim_end().to_owned()
}

/// What the page shows, with its unrounded figures, as the golden file has it.
async fn described(page: &Page) -> Result<String> {
    let script = "
        const counts = (row) => [...row.querySelectorAll('.count')].map((e) => e.dataset.count).join(' ');
        const all = (css, of = document) => [...of.querySelectorAll(css)];
        return [
            `scenarios ${document.querySelector('[data-role=gather-status]').dataset.scenarios}`,
            ...all('[data-gathered-pillar]').map((row) => `pillar ${row.dataset.gatheredPillar} ${counts(row)}`),
            ...all('[data-gathered]').flatMap((row) => [
                `indicator ${row.dataset.gathered} changed ${row.querySelector('[data-changed]').dataset.changed} ${counts(row)}`,
                ...all('[data-spread]', row).map((line) => `  ${line.dataset.spread} ${line.dataset.value}`),
            ]),
        ].join('\\n')";
    Ok(page.script(script, vec![]).await?.as_str().unwrap_or_default().to_owned())
}
