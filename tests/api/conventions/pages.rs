//! Lists, a page at a time.

use std::collections::HashSet;

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};

use crate::support::{TestApp, Value, json, people::path};

fn ids(page: &Value) -> Vec<String> {
    page["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect()
}

#[actix_web::test]
async fn no_item_comes_twice_and_none_is_missed_while_others_write() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let mut plans = Vec::new();
    for number in 0..7 {
        plans.push(ana.post("/v1/plans", json!({"title": format!("Plan {number}")})).await.is(201));
    }
    let mut seen = Vec::new();
    let mut next = "/v1/plans?limit=2".to_owned();
    let mut turn = 0;
    loop {
        let page = ana.get(&next).await.is(200);
        seen.extend(ids(&page));
        let Some(cursor) = page["next_cursor"].as_str() else { break };
        next = format!("/v1/plans?limit=2&cursor={cursor}");
        // Between the pages one seen item is deleted, one unseen item changes, and a new one is added.
        ana.delete(&path(&plans[turn])).await.is(204);
        ana.changes(&plans[6], json!({"title": format!("Changed {turn}")})).await;
        if turn < 2 {
            plans.push(ana.post("/v1/plans", json!({"title": "New"})).await.is(201));
        }
        turn += 1;
    }

    let distinct: HashSet<&String> = seen.iter().collect();
    assert_eq!(distinct.len(), seen.len());
    let all: Vec<&str> = plans.iter().map(|plan| plan["id"].as_str().unwrap()).collect();
    assert_eq!(seen, all);
}

#[actix_web::test]
async fn the_link_leads_to_the_next_page_of_the_same_list() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    for title in ["One", "Two", "Three"] {
        ana.post("/v1/plans", json!({"title": title})).await.is(201);
    }
    let query = "status=draft&updated_since=2026-03-01T00:00:00%2B01:00&sort=-updated_at&limit=2";

    let first = ana.get(&format!("/v1/plans?{query}")).await;
    let link = first.header("link").to_owned();
    let next = link.strip_prefix('<').and_then(|link| link.strip_suffix(">; rel=\"next\"")).expect("a link");
    let last = ana.get(next).await;

    assert!(last.headers.get("link").is_none());
    let (first, last) = (first.is(200), last.is(200));
    assert!(next.contains(first["next_cursor"].as_str().unwrap()));
    assert_eq!(last["next_cursor"], json!(null));
    assert_eq!((ids(&first).len(), ids(&last).len()), (2, 1));
    assert!(!ids(&first).contains(&ids(&last)[0]));
}

#[actix_web::test]
async fn a_page_has_25_items_unless_another_number_up_to_100_is_asked_for() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    for _ in 0..26 {
        ana.post("/v1/plans", json!({"title": "Mine"})).await.is(201);
    }

    for (query, count, more) in
        [("", 25, true), ("?limit=1", 1, true), ("?limit=26", 26, false), ("?limit=100", 26, false)]
    {
        let page = ana.get(&format!("/v1/plans{query}")).await.is(200);
        assert_eq!((ids(&page).len(), page["next_cursor"].is_string()), (count, more), "{query}");
    }
}

#[actix_web::test]
async fn a_cursor_that_is_none_of_the_list_is_refused() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    ana.shares(&plan).await;
    ana.prepares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    ana.records(&item, json!({"progress_percent": 1})).await;
    ana.records(&item, json!({"progress_percent": 2})).await;
    let lists = [
        "/v1/plans?limit=1".to_owned(),
        "/v1/plans?limit=1&sort=-updated_at".to_owned(),
        "/v1/action-items?limit=1".to_owned(),
        "/v1/action-items?limit=1&sort=due_on".to_owned(),
        format!("{}/revisions?limit=1", path(&plan)),
        format!("{}/progress?limit=1", crate::support::people::item_path(&item)),
    ];
    let mut cursors = Vec::new();
    for list in &lists {
        cursors.push(ana.get(list).await.is(200)["next_cursor"].as_str().unwrap().to_owned());
    }
    let made_up = ["1", "!", "bnVsbA", &"x".repeat(501)].map(str::to_owned);
    let injected = BASE64_URL_SAFE_NO_PAD.encode(r#"["2026-01-01", "' or 1 = 1 --"]"#);

    for (position, list) in lists.iter().enumerate() {
        ana.get(&format!("{list}&cursor={}", cursors[position])).await.is(200);
        // What is taken from a list with another kind of key does not pass for one of this.
        let foreign =
            cursors.iter().enumerate().filter(|(of, _)| of % 2 != position % 2).map(|(_, cursor)| cursor);
        for cursor in made_up.iter().chain([&injected]).chain(foreign) {
            let problem = ana.get(&format!("{list}&cursor={cursor}")).await;
            let problem = problem.refused(400, "invalid-query");
            assert_eq!(problem["errors"][0]["pointer"], "/cursor", "{list} {cursor}");
        }
    }
}
