//! Scenario links: what is shared comes back whole, whose it is is said, and the receiver's own is kept.

use crate::{choose, open_settings};
use page_tests::{Options, Page, Result, Size, json, visit};

const BANNER: &str = "[data-role=notice].banner";
const ERROR: &str = "[data-role=notice][data-kind=error]";
const WARNING: &str = "[data-role=notice][data-kind=warning]";

#[test]
fn a_link_brings_everything_and_keeps_the_receivers_own() -> Result<()> {
    visit(Options::desk(), async |page| {
        let k1 = page.indicator("k1").await?;
        k1.set_field("1.25").await?;
        open_settings(page, "k1").await?;
        page.enter(&k1.css("late-field"), "-0.5").await?;
        page.type_over("#reason-k1", "県の推計; 100%/年 & 「中位」").await?;
        k1.click("[data-action=lock]").await?;
        open_settings(page, "p43").await?;
        page.enter("[data-indicator=p43] [data-role=base-value]", "10.095238095238095").await?;
        open_settings(page, "p11").await?;
        page.click("input[name=measure-p11]:not(:checked)").await?;
        page.enter("#scenario-name", "慎重な見通し").await?;
        choose(page, "p43").await?;
        page.click("[data-pillar=p4]").await?;
        let outcome = page.indicator("p43").await?.number("projected").await?;
        share(page).await?;
        page.type_over("#share-note", "推進会議の前に作成").await?;
        page.click("#share-name").await?;
        page.until("the note is in the link", async || Ok(shared(page).await?.contains("Note="))).await?;
        let link = shared(page).await?;

        receive(page, &link).await?;
        page.until_text(BANNER, "「慎重な見通し」").await?;
        page.until_text(BANNER, "推進会議の前に作成").await?;
        page.until_text(BANNER, "ご自分のシナリオと違う指標: 3").await?;
        page.until_text("#chart-title", "女性管理職").await?;
        assert_eq!(page.listed().await?.len(), 8, "the filter comes along");
        assert_eq!(page.indicator("p43").await?.number("projected").await?, outcome);
        page.click("[data-action=show-all]").await?;
        assert_eq!(k1.field().await?, "1.25");
        assert!(page.text(&k1.inside(".badges")).await?.contains("鍵"));
        open_settings(page, "k1").await?;
        let reason = page.find("#reason-k1").await?.prop("value").await?;
        assert_eq!(reason.as_deref(), Some("県の推計; 100%/年 & 「中位」"));
        page.click(&format!("{BANNER} summary")).await?;
        page.until_text(&format!("{BANNER} tbody tr"), "前半 +1.25 %/年・後半 −0.50 %/年").await?;
        page.check_axe().await?;

        // What the receiver changes goes back to the link, and the receiver's own is one click away.
        page.indicator("k2").await?.set_field("3").await?;
        page.until_text("[data-action=reset]", "リンクの内容に戻す").await?;
        page.click("[data-action=reset]").await?;
        page.indicator("k2").await?.until_field("0.00").await?;
        page.click("[data-action=return-to-own]").await?;
        page.until_gone(BANNER).await?;
        k1.until_field("0.00").await?;
        page.click("[data-action=undo]").await?;
        k1.until_field("1.25").await?;
        page.find(BANNER).await?;
        Ok(())
    })
}

#[test]
fn the_receivers_own_outlives_reloads_of_the_link() -> Result<()> {
    visit(Options::phone().english(), async |page| {
        let k1 = page.indicator("k1").await?;
        k1.set_field("2").await?;
        share(page).await?;
        let link = shared(page).await?;
        page.click("[data-action=close-dialog]").await?;
        k1.set_field("0.5").await?;
        page.reload().await?;
        page.open(&query(&link, "en"), fragment(&link)).await?;
        page.until_text(BANNER, "from a link").await?;
        k1.until_field("2.00").await?;
        k1.set_field("3").await?;
        // At once, and by another tab later.
        page.reload().await?;
        assert_eq!(k1.field().await?, "3.00");
        page.find(BANNER).await?;
        page.open("?lang=en", "").await?;
        assert_eq!(k1.field().await?, "3.00");
        page.check_fits().await?;
        page.click("[data-action=return-to-own]").await?;
        k1.until_field("0.50").await?;
        page.reload().await?;
        assert_eq!(k1.field().await?, "0.50");
        assert!(page.all(BANNER).await?.is_empty());
        Ok(())
    })
}

#[test]
fn the_pages_own_fragment_is_no_foreign_link() -> Result<()> {
    visit(Options::desk(), async |page| {
        let k1 = page.indicator("k1").await?;
        assert_eq!(page.script("return location.hash", vec![]).await?, "");
        for (rate, written) in [("1.00", "k1=100"), ("2.00", "k1=200")] {
            k1.set_field(rate).await?;
            page.reload().await?;
            assert_eq!(k1.field().await?, rate);
            assert!(page.all("[data-role=notice]").await?.is_empty());
            until_address(page, written).await?;
        }
        Ok(())
    })
}

#[test]
fn where_nothing_can_be_saved_the_address_keeps_the_scenario() -> Result<()> {
    let blocked = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no') } })";
    visit(Options::desk().before(blocked), async |page| {
        let k1 = page.indicator("k1").await?;
        k1.set_field("1.5").await?;
        until_address(page, "k1=150").await?;
        page.reload().await?;
        assert_eq!(k1.field().await?, "1.50");
        assert!(page.all(BANNER).await?.is_empty());
        Ok(())
    })
}

#[test]
fn the_address_follows_without_filling_the_history_and_back_closes_what_is_open() -> Result<()> {
    visit(Options::desk(), async |page| {
        let length = async || page.script("return history.length", vec![]).await;
        let before = length().await?;
        let k1 = page.indicator("k1").await?;
        for rate in ["1", "2", "3"] {
            k1.set_field(rate).await?;
        }
        until_address(page, "k1=300").await?;
        assert_eq!(length().await?, before);
        share(page).await?;
        page.driver.back().await?;
        page.until_gone("dialog[open]").await?;
        assert_eq!(k1.field().await?, "3.00");
        assert!(page.all(BANNER).await?.is_empty());
        // Escape closes as well, and gives the focus back.
        share(page).await?;
        page.press(page_tests::Key::Escape).await?;
        page.until_gone("dialog[open]").await?;
        page.until("the focus is back", async || page.has_focus("[data-action=share]").await).await?;
        assert_eq!(
            page.script("return history.length", vec![]).await?,
            json!(before.as_i64().unwrap_or(0) + 1)
        );
        Ok(())
    })
}

#[test]
fn a_link_pasted_into_the_open_page_is_opened() -> Result<()> {
    visit(Options::desk(), async |page| {
        let k1 = page.indicator("k1").await?;
        k1.set_field("2").await?;
        share(page).await?;
        let link = shared(page).await?;
        page.click("[data-action=close-dialog]").await?;
        k1.set_field("1").await?;
        until_address(page, "k1=100").await?;
        page.script("location.hash = arguments[0]", vec![json!(fragment(&link))]).await?;
        k1.until_field("2.00").await?;
        page.find(BANNER).await?;
        // An anchor is no link.
        page.script("location.hash = 'list'", vec![]).await?;
        page.click("[data-action=return-to-own]").await?;
        k1.until_field("1.00").await?;
        assert!(page.all("[data-role=notice]").await?.is_empty());
        Ok(())
    })
}

#[test]
fn a_cut_or_changed_link_is_not_opened_until_the_user_says_so() -> Result<()> {
    visit(Options::desk(), async |page| {
        let link = made(page, &[("k1", "2"), ("p12", "3"), ("p48", "4")]).await?;
        let own = page.indicator("k1").await?;
        let whole = fragment(&link).to_owned();
        let cut = whole.split("/p48=4").next().map(|before| format!("{before}/p48=4")).unwrap_or_default();
        for (broken, read) in [(cut, "2指標"), (whole.replace("k1=200", "k1=900"), "3指標")] {
            receive(page, &format!("{}#{broken}", page.address())).await?;
            page.until_text(ERROR, "書き換えられています").await?;
            page.until_text(ERROR, read).await?;
            assert_eq!(own.field().await?, "0.00");
            page.check_axe().await?;
            page.click("[data-action=open-damaged]").await?;
            page.find(BANNER).await?;
            page.indicator("p12").await?.until_field("3.00").await?;
            assert!(page.all(ERROR).await?.is_empty());
        }
        Ok(())
    })
}

#[test]
fn what_cannot_be_opened_says_why_and_leaves_ones_own() -> Result<()> {
    visit(Options::desk().english(), async |page| {
        let link = made(page, &[("k1", "2")]).await?;
        let whole = fragment(&link);
        for (foreign, says) in [
            (whole.replacen("1/", "2/", 1), "newer format (2)"),
            (whole.replacen("kagoshima-commerce-2", "another-plan", 1), "another plan, “another-plan”"),
        ] {
            page.forget().await?;
            page.open("?lang=en", &foreign).await?;
            page.until_text(ERROR, says).await?;
            assert_eq!(page.indicator("k1").await?.field().await?, "0.00");
            // Until something changes the address stays what it was: reloading tries again.
            page.reload().await?;
            page.until_text(ERROR, says).await?;
        }
        Ok(())
    })
}

#[test]
fn where_the_plans_numbers_moved_the_user_chooses_between_then_and_now() -> Result<()> {
    let mut plan: page_tests::Value =
        serde_json::from_str(include_str!("../../../../static/plans/kagoshima-commerce-2.json"))?;
    plan["indicators"][0]["target"]["value"] = json!(9000);
    let served = format!(
        "const asked = window.fetch; window.fetch = (...all) => String(all[0]?.url ?? all[0]).includes('plans/moved.json')
            ? Promise.resolve(new Response({})) : asked(...all)",
        json!(plan.to_string())
    );
    visit(Options::desk().before(&served), async |page| {
        let link = made(page, &[("k1", "1.29")]).await?;
        let k1 = page.indicator("k1").await?;
        page.forget().await?;
        page.open("?lang=ja&plan=moved", fragment(&link)).await?;
        page.until_text(WARNING, "計画の数値が変わっています").await?;
        let row = page.texts(&format!("{WARNING} tbody tr")).await?;
        assert_eq!(row.len(), 1);
        assert!(row[0].contains("7,809") && row[0].contains("9,000"), "{row:?}");
        assert_eq!(k1.field().await?, "0.00");
        page.check_axe().await?;

        page.click("[data-action=open-then]").await?;
        k1.until("verdict", "met").await?;
        page.until_text(BANNER, "リンクを作ったときのもの").await?;
        page.click("[data-action=numbers-today]").await?;
        k1.until("verdict", "short").await?;
        page.click("[data-action=undo]").await?;
        k1.until("verdict", "met").await?;
        page.click("[data-action=return-to-own]").await?;
        k1.until_field("0.00").await?;
        assert!(
            page.text("[data-indicator=k1]").await?.contains("9,000"),
            "one's own has the numbers of today"
        );

        page.forget().await?;
        page.open("?lang=ja&plan=moved", fragment(&link)).await?;
        page.click("[data-action=open-today]").await?;
        k1.until_field("1.29").await?;
        k1.until("verdict", "short").await
    })
}

#[test]
fn all_rates_changed_fit_into_300_characters_and_both_halves_into_400() -> Result<()> {
    visit(Options::desk(), async |page| {
        page.click("[data-action=preset-required]").await?;
        page.click("[data-action=shift-down]").await?;
        let origin = page.script("return location.origin.length", vec![]).await?.as_u64().unwrap_or(0);
        let length = async || -> Result<u64> { Ok(shared(page).await?.chars().count() as u64 - origin) };
        share(page).await?;
        let uniform = length().await?;
        assert!(uniform <= 300, "{uniform} characters");
        page.until_text("#share-length", &format!("{}文字", uniform + origin)).await
    })
}

#[test]
fn the_dialog_fits_and_is_accessible_in_every_form() -> Result<()> {
    for options in [
        Options::desk(),
        Options::phone().english().dark(),
        Options::projector().english(),
        Options::phone().dark(),
        Options::at(Size::Other(320, 600)).english(),
    ] {
        visit(options, async |page| {
            share(page).await?;
            page.check_fits().await?;
            page.check_axe().await
        })?;
    }
    Ok(())
}

#[test]
fn a_phone_reads_the_code_from_the_screen() -> Result<()> {
    for options in [Options::desk(), Options::projector().dark(), Options::phone()] {
        visit(options, async |page| {
            page.click("[data-action=preset-half]").await?;
            share(page).await?;
            page.bring("[data-role=qr]").await?;
            assert_eq!(page.decoded_qr("[data-role=qr]").await?, shared(page).await?);
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn the_link_and_a_text_for_mail_are_copied() -> Result<()> {
    visit(Options::desk().english(), async |page| {
        page.allow_clipboard().await?;
        page.enter("#scenario-name", "Careful").await?;
        share(page).await?;
        let link = shared(page).await?;
        let clipboard = async || {
            let script = "navigator.clipboard.readText().then(arguments[0])";
            Ok::<_, page_tests::Error>(
                page.script_async(script).await?.as_str().unwrap_or_default().to_owned(),
            )
        };
        page.click("[data-action=copy-link]").await?;
        page.until_text(".copied", "Copied.").await?;
        assert_eq!(clipboard().await?, link);
        page.click("[data-action=copy-mail]").await?;
        page.until_text(".copied", "Copied the text for mail.").await?;
        let mail = clipboard().await?;
        assert_eq!(mail.lines().last(), Some(link.as_str()));
        for said in ["“Careful”", "not an evaluation by the city"] {
            assert!(mail.contains(said), "{mail}");
        }
        Ok(())
    })
}

#[test]
fn where_copying_is_refused_the_link_is_selected() -> Result<()> {
    let refuse = "Object.defineProperty(navigator, 'clipboard', { value: undefined });
        document.execCommand = () => false";
    visit(Options::desk().before(refuse), async |page| {
        share(page).await?;
        page.click("[data-action=copy-link]").await?;
        page.until_text(".copied", "Ctrl+C").await?;
        let selected =
            "const e = document.activeElement; return e.value.slice(e.selectionStart, e.selectionEnd)";
        assert_eq!(page.script(selected, vec![]).await?, json!(shared(page).await?));
        Ok(())
    })
}

/// Waits until the address says this.
async fn until_address(page: &Page, says: &str) -> Result<()> {
    page.until("the address follows", async || {
        let hash = page.script("return location.hash", vec![]).await?;
        Ok(hash.as_str().is_some_and(|hash| hash.contains(says)))
    })
    .await
}

/// Opens the dialog that shares.
async fn share(page: &Page) -> Result<()> {
    page.click("[data-action=share]").await?;
    page.find("dialog[open] [data-role=share-link]").await?;
    Ok(())
}

/// The whole link that the dialog gives.
async fn shared(page: &Page) -> Result<String> {
    Ok(page.find("[data-role=share-link]").await?.prop("value").await?.unwrap_or_default())
}

/// The link of a scenario with these growths, made in the page; the page then stands as on a first visit.
async fn made(page: &Page, growths: &[(&str, &str)]) -> Result<String> {
    for (id, growth) in growths {
        page.indicator(id).await?.set_field(growth).await?;
    }
    share(page).await?;
    shared(page).await
}

/// Opens a link as somebody who has never been here.
async fn receive(page: &Page, link: &str) -> Result<()> {
    page.forget().await?;
    page.open(&query(link, "ja"), fragment(link)).await
}

fn fragment(link: &str) -> &str {
    link.split_once('#').map(|(_, fragment)| fragment).unwrap_or_default()
}

fn query(link: &str, lang: &str) -> String {
    let plan = link.split_once("?plan=").map(|(_, rest)| rest.split('#').next().unwrap_or_default());
    plan.map_or_else(|| format!("?lang={lang}"), |plan| format!("?plan={plan}&lang={lang}"))
}
