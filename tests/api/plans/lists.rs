//! `GET /v1/plans`.

use chrono::Duration;

use crate::support::{
    TestApp, Value, json,
    people::{Person, path},
};

fn ids(plans: &[Value]) -> Vec<&str> {
    plans.iter().map(|plan| plan["id"].as_str().unwrap()).collect()
}

async fn listed(caller: &Person, query: &str) -> Vec<String> {
    let plans = caller.list(&format!("/v1/plans{query}")).await;
    ids(&plans).into_iter().map(str::to_owned).collect()
}

#[actix_web::test]
async fn plans_are_narrowed_by_status_owner_manager_and_change() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let cyd = app.person("cyd", None).await;
    let shared = ana.shares_a_ready_plan().await;
    app.clock().advance(Duration::minutes(1));
    let agreed = ana.agrees_on_a_ready_plan_with(&ben).await;
    app.clock().advance(Duration::minutes(1));
    let other = cyd.shares_a_ready_plan().await;
    let all = [&shared, &agreed, &other].map(Value::clone);
    let all = ids(&all);
    let hr = app.hr_admin();

    assert_eq!(listed(&hr, "").await, all);
    assert_eq!(listed(&hr, "?status=agreed").await, all[1..2]);
    assert_eq!(listed(&hr, "?status=draft").await, [""; 0]);
    assert_eq!(listed(&hr, &format!("?owner_id={}", ana.id)).await, all[..2]);
    assert_eq!(listed(&hr, &format!("?manager_id={}", ben.id)).await, all[..2]);
    assert_eq!(listed(&hr, &format!("?manager_id={}&status=shared", ben.id)).await, all[..1]);
    assert_eq!(listed(&hr, &format!("?cycle_id={}", uuid::Uuid::nil())).await, [""; 0]);
    assert_eq!(listed(&hr, "?updated_since=2026-03-02T09:01:00Z").await, all[1..]);
    assert_eq!(listed(&hr, "?updated_since=2026-03-02T10:01:30%2B01:00").await, all[2..]);
    // A filter never widens what the caller may see.
    assert_eq!(listed(&ben, &format!("?owner_id={}", cyd.id)).await, [""; 0]);
}

#[actix_web::test]
async fn plans_are_sorted_by_creation_or_by_change_either_way_round() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let mut plans = Vec::new();
    for title in ["One", "Two", "Three"] {
        plans.push(ana.post("/v1/plans", json!({"title": title})).await.is(201));
        app.clock().advance(Duration::minutes(1));
    }
    ana.changes(&plans[0], json!({"title": "One, changed last"})).await;
    let [one, two, three] = ids(&plans)[..] else { panic!("three plans") };

    for (sort, expected) in [
        ("created_at", [one, two, three]),
        ("-created_at", [three, two, one]),
        ("updated_at", [two, three, one]),
        ("-updated_at", [one, three, two]),
    ] {
        assert_eq!(listed(&ana, &format!("?sort={sort}")).await, expected, "{sort}");
        let mut paged = Vec::new();
        let mut next = format!("/v1/plans?limit=1&sort={sort}");
        loop {
            let page = ana.get(&next).await.is(200);
            paged.extend(ids(page["items"].as_array().unwrap()).into_iter().map(str::to_owned));
            let Some(cursor) = page["next_cursor"].as_str() else { break };
            next = format!("/v1/plans?limit=1&sort={sort}&cursor={cursor}");
        }
        assert_eq!(paged, expected, "{sort}, a page at a time");
    }
}

#[actix_web::test]
async fn a_list_shows_each_plan_as_reading_it_does() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    ana.changes(&plan, json!({"title": "Something new"})).await;
    let cyd = app.person("cyd", None).await;
    ana.invites(&plan, &cyd, json!(["basic"])).await;

    for reader in [&ana, &ben, &cyd, &app.hr_admin(), &app.service("plans:read")] {
        assert_eq!(reader.list("/v1/plans").await, [reader.get(&path(&plan)).await.is(200)]);
    }
}
