//! `?plan=`: another plan beside the page, a missing one, a broken one.

use crate::ALL;
use page_tests::{Options, Page, Result, Value, json, visit};

const ERROR: &str = "[data-role=notice][data-kind=error]";

#[test]
fn a_missing_plan_is_said_and_the_built_in_one_is_shown() -> Result<()> {
    visit(Options::desk(), async |page| {
        for (query, says) in [
            ("?lang=ja&plan=nowhere", "計画ファイル「nowhere」が見つからない"),
            ("?lang=en&plan=nowhere", "There is no plan file “nowhere”"),
            ("?lang=en&plan=../../etc/passwd", "There is no plan file"),
            ("?lang=en&plan=https://example.com/x", "There is no plan file"),
            ("?lang=en&plan=", "There is no plan file"),
        ] {
            page.open(query, "").await?;
            page.until_text(ERROR, says).await?;
            assert_eq!(page.listed().await?, ALL);
            page.check_fits().await?;
        }
        page.indicator("k1").await?.set_field("1.29").await?;
        page.indicator("k1").await?.until("verdict", "met").await?;
        let asked = page.requests().await?.into_iter().any(|url| url.contains("plans/nowhere"));
        assert!(asked, "nothing was missing");
        // Some browsers report a file that is not there themselves.
        page.console().await?;
        Ok(())
    })
}

#[test]
fn a_sound_plan_beside_the_page_is_shown() -> Result<()> {
    visit(Options::desk(), async |page| {
        page.open("?lang=ja&plan=kagoshima-commerce-2", "").await?;
        assert_eq!(page.listed().await?, ALL);
        assert!(page.all("[data-role=notice]").await?.is_empty());
        Ok(())
    })
}

#[test]
fn every_problem_of_a_broken_plan_is_listed_with_its_place() -> Result<()> {
    let mut plan = bundled();
    plan["indicators"][0]["base"]["value"] = json!("many");
    plan["indicators"][1]["target"]["value"] = json!(150);
    plan["indicators"][2]["pillar"] = json!("p9");
    plan["indicators"][3]["decimals"] = json!(null);
    plan["indicators"][4]["nmae"] = json!({});
    plan["review"] = json!(1999);
    visit(Options::desk().before(&served("broken", &plan.to_string())), async |page| {
        page.open("?lang=ja&plan=broken", "").await?;
        page.until_text(ERROR, "計画ファイル「broken」に問題が").await?;
        if page.all(&format!("{ERROR} details[open]")).await?.is_empty() {
            page.click(&format!("{ERROR} summary")).await?;
        }
        let problems = page.texts(&format!("{ERROR} li")).await?;
        assert!(problems.len() >= 6, "{problems:#?}");
        page.until_text(ERROR, &format!("問題が{}件", problems.len())).await?;
        for (place, field) in [
            ("k1", "base"),
            ("k2", "target"),
            ("p11", "pillar"),
            ("p12", "decimals"),
            ("p13", "nmae"),
            ("", "review"),
        ] {
            let named = problems.iter().any(|problem| problem.contains(place) && problem.contains(field));
            assert!(named, "{place} {field} is not in {problems:#?}");
        }
        assert_eq!(page.listed().await?, ALL, "the built-in plan is shown");
        page.check_fits().await?;
        page.check_axe().await
    })
}

#[test]
fn what_is_no_plan_at_all_is_refused() -> Result<()> {
    let texts = ["", "{", "[]", "<!doctype html><p>Not found</p>", r#"{"format":"r13-saved","version":1}"#];
    let served: String =
        texts.iter().enumerate().map(|(at, text)| served(&format!("no{at}"), text)).collect();
    visit(Options::phone().before(&served), async |page| {
        for (at, text) in texts.iter().enumerate() {
            page.open(&format!("?lang=en&plan=no{at}"), "").await?;
            page.until_text(ERROR, &format!("The plan file “no{at}”")).await?;
            assert!(!page.all(&format!("{ERROR} li")).await?.is_empty(), "{text:?}");
            assert_eq!(page.listed().await?, ALL);
        }
        Ok(())
    })
}

#[test]
fn a_plan_of_one_indicator_works() -> Result<()> {
    let mut plan = bundled();
    plan["id"] = json!("small");
    plan["indicators"].as_array_mut().expect("indicators").truncate(1);
    plan.as_object_mut().expect("a plan").remove("priority");
    plan.as_object_mut().expect("a plan").remove("foundation");
    visit(Options::desk().before(&served("broken", &plan.to_string())), async |page| {
        page.open("?lang=ja&plan=broken", "").await?;
        assert_eq!(page.listed().await?, ["k1"]);
        assert!(page.all("[data-role=notice]").await?.is_empty());
        page.indicator("k1").await?.set_field("1.29").await?;
        page.until("k is met", async || Ok(page.pillar("k").await?.verdict == "met")).await?;
        // A pillar without indicators can be opened, and says that it has none.
        assert_eq!(page.pillar("p1").await?.verdict, "unknown");
        page.click("[data-pillar=p1]").await?;
        page.find(".list .empty").await?;
        page.click("[data-action=show-all]").await?;
        check_own_storage(page).await
    })
}

#[test]
fn a_plan_of_a_thousand_lists_what_is_in_sight() -> Result<()> {
    let plan = of_a_thousand();
    visit(Options::desk().before(&served("broken", &plan.to_string())), async |page| {
        page.open("?lang=ja&plan=broken", "").await?;
        assert!(page.listed().await?.len() < 100, "the whole list is in the page");
        let scroll = "const list = document.querySelector('#list'); list.scrollTop = list.scrollHeight";
        page.until("the last is listed", async || {
            page.script(scroll, vec![]).await?;
            Ok(page.listed().await?.last().is_some_and(|id| id == "x999"))
        })
        .await?;
        page.type_over(".search", "追加 777").await?;
        let x777 = page.indicator("x777").await?;
        x777.set_field("1.29").await?;
        x777.until("verdict", "met").await?;
        page.type_over(".search", "").await?;
        page.click("[data-action=preset-required]").await?;
        page.until_text(".overall", "999").await
    })
}

pub fn bundled() -> Value {
    let text = include_str!("../../../../static/plans/kagoshima-commerce-2.json");
    serde_json::from_str(text).expect("the bundled plan is JSON")
}

/// Answers the request for a plan of this name with this text.
pub fn served(name: &str, text: &str) -> String {
    format!(
        "{{ const real = window.fetch; window.fetch = (target, ...rest) =>
            String(target.url ?? target).endsWith('plans/{name}.json')
                ? Promise.resolve(new Response({})) : real(target, ...rest) }}\n",
        json!(text)
    )
}

/// A plan of 1,000 indicators, made of the bundled one.
pub fn of_a_thousand() -> Value {
    let mut plan = bundled();
    plan["id"] = json!("large");
    let first = plan["indicators"][0].clone();
    let indicators = plan["indicators"].as_array_mut().expect("indicators");
    for number in indicators.len()..1000 {
        let mut more = first.clone();
        more["id"] = json!(format!("x{number}"));
        more["name"] = json!({ "ja": format!("追加 {number}"), "en": format!("More {number}") });
        indicators.push(more);
    }
    plan
}

/// The plan without pillars, and without any word of English.
pub fn without_pillars(mut plan: Value) -> Value {
    fn strip(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                fields.remove("en");
                fields.remove("pillar");
                fields.values_mut().for_each(strip);
            }
            Value::Array(entries) => entries.iter_mut().for_each(strip),
            _ => {}
        }
    }
    strip(&mut plan);
    plan["pillars"] = json!([]);
    plan
}

/// What is assumed for one plan is not taken for another.
async fn check_own_storage(page: &Page) -> Result<()> {
    page.open("?lang=ja", "").await?;
    assert_eq!(page.indicator("k1").await?.field().await?, "0.00");
    page.open("?lang=ja&plan=broken", "").await?;
    assert_eq!(page.indicator("k1").await?.field().await?, "1.29");
    Ok(())
}
