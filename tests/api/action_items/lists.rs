//! `GET /v1/action-items`, across plans, and the list of one plan.

use chrono::Duration;

use crate::support::{
    TestApp, Value, json,
    people::{Person, path},
};

async fn titles(caller: &Person, query: &str) -> Vec<String> {
    let items = caller.list(&format!("/v1/action-items{query}")).await;
    items.iter().map(|item| item["title"].as_str().unwrap().to_owned()).collect()
}

/// Ana and Cyd report to Ben; Ana has also a draft; each item says whose it is and what.
async fn three_plans(app: &TestApp) -> (Person, Person, Person, Value) {
    let (ana, ben) = app.employee_and_manager().await;
    let cyd = app.person("cyd", Some(&ben)).await;
    let shared = ana.shares_a_ready_plan().await;
    let items = format!("{}/action-items", path(&shared));
    ana.delete(&format!("/v1/action-items/{}", ana.first_item(&shared).await["id"].as_str().unwrap()))
        .await
        .is(204);
    ana.post(&items, json!({"title": "ana may", "due_on": "2026-05-01"})).await.is(201);
    ana.post(&items, json!({"title": "ana april", "due_on": "2026-04-01"})).await.is(201);
    ana.post(&items, json!({"title": "ana some day"})).await.is(201);
    ben.post(&items, json!({"title": "ben may", "due_on": "2026-05-01"})).await.is(201);
    let draft = ana.prepares_a_ready_plan().await;
    ana.adds(&draft, json!({"title": "ana draft", "due_on": "2026-03-20"})).await;
    app.clock().advance(Duration::minutes(1));
    let other = cyd.shares_a_ready_plan().await;
    let item = cyd.adds(&other, json!({"title": "cyd june", "due_on": "2026-06-01"})).await;
    cyd.records(&item, json!({"status": "blocked"})).await;
    (ana, ben, cyd, shared)
}

#[actix_web::test]
async fn everybody_lists_the_items_that_they_may_know_of() {
    let app = TestApp::start().await;
    let (ana, ben, cyd, _) = three_plans(&app).await;
    let eve = app.person("eve", None).await;
    let lead = "Lead the design review";

    assert_eq!(
        titles(&ana, "").await,
        ["ana may", "ana april", "ana some day", "ben may", lead, "ana draft"]
    );
    assert_eq!(titles(&cyd, "").await, [lead, "cyd june"]);
    let shared = ["ana may", "ana april", "ana some day", "ben may", lead, "cyd june"];
    assert_eq!(titles(&ben, "").await, shared);
    assert_eq!(titles(&app.hr_admin(), "").await, shared);
    assert_eq!(titles(&app.service("plans:read"), "").await, shared);
    assert_eq!(titles(&eve, "").await, [""; 0]);
    assert_eq!(titles(&app.person_in("globex", "ana", None, "UTC").await, "").await, [""; 0]);
}

#[actix_web::test]
async fn items_are_narrowed_by_each_filter_and_by_all_together() {
    let app = TestApp::start().await;
    let (ana, ben, cyd, _) = three_plans(&app).await;
    let lead = "Lead the design review";
    let (ana_id, ben_id, cyd_id) = (&ana.id, &ben.id, &cyd.id);

    for (query, expected) in [
        ("?status=blocked".to_owned(), vec!["cyd june"]),
        ("?kind=support".to_owned(), vec!["ben may"]),
        (format!("?responsible_id={ben_id}"), vec!["ben may"]),
        (format!("?owner_id={cyd_id}"), vec![lead, "cyd june"]),
        (format!("?manager_id={ben_id}&due_before=2026-05-01"), vec!["ana april"]),
        (format!("?manager_id={cyd_id}"), vec![]),
        ("?due_before=2026-05-02".to_owned(), vec!["ana may", "ana april", "ben may"]),
        ("?updated_since=2026-03-02T09:01:00Z".to_owned(), vec![lead, "cyd june"]),
        ("?overdue=true".to_owned(), vec![]),
        (
            format!(
                "?owner_id={ana_id}&kind=development&status=not_started&overdue=false&due_before=2026-06-01"
            ),
            vec!["ana may", "ana april"],
        ),
    ] {
        assert_eq!(titles(&ben, &query).await, expected, "{query}");
        assert_eq!(titles(&app.hr_admin(), &query).await, expected, "{query}");
    }
    // A filter never widens what the caller may see.
    assert_eq!(titles(&cyd, &format!("?owner_id={ana_id}")).await, [""; 0]);
}

#[actix_web::test]
async fn items_are_sorted_by_creation_or_by_due_day() {
    let app = TestApp::start().await;
    let (ana, ben, _, _) = three_plans(&app).await;
    let lead = "Lead the design review";

    assert_eq!(
        titles(&ana, "?sort=-created_at").await,
        ["ana draft", lead, "ben may", "ana some day", "ana april", "ana may"]
    );
    let by_due_day = ["ana april", "ana may", "ben may", "cyd june", lead];
    assert_eq!(titles(&ben, "?sort=due_on").await, by_due_day);
    for sort in ["created_at", "-created_at", "due_on"] {
        let whole = titles(&ben, &format!("?sort={sort}")).await;
        let mut paged = Vec::new();
        let mut next = format!("/v1/action-items?sort={sort}&limit=1");
        loop {
            let page = ben.get(&next).await.is(200);
            paged.push(page["items"][0]["title"].as_str().unwrap().to_owned());
            let Some(cursor) = page["next_cursor"].as_str() else { break };
            next = format!("/v1/action-items?sort={sort}&limit=1&cursor={cursor}");
        }
        assert_eq!(paged, whole, "{sort}");
    }
}

#[actix_web::test]
async fn the_items_of_a_plan_are_narrowed_by_status_and_kind() {
    let app = TestApp::start().await;
    let (ana, ben, _, plan) = three_plans(&app).await;
    let items = format!("{}/action-items", path(&plan));
    let first = ana.first_item(&plan).await;
    ana.records(&first, json!({"progress_percent": 10})).await;
    let of_plan = async |query: &str| -> Vec<String> {
        let listed = ben.list(&format!("{items}{query}")).await;
        listed.iter().map(|item| item["title"].as_str().unwrap().to_owned()).collect()
    };

    assert_eq!(of_plan("").await, ["ana may", "ana april", "ana some day", "ben may"]);
    assert_eq!(of_plan("?status=in_progress").await, ["ana may"]);
    assert_eq!(of_plan("?kind=support").await, ["ben may"]);
    assert_eq!(of_plan("?kind=support&status=done").await, [""; 0]);
}

#[actix_web::test]
async fn a_list_shows_each_item_as_reading_it_does() {
    let app = TestApp::start().await;
    let (_, ben, ..) = three_plans(&app).await;

    for item in ben.list("/v1/action-items").await {
        let plan = ben.get(&format!("/v1/plans/{}", item["plan_id"].as_str().unwrap())).await.is(200);
        assert_eq!((&item["owner_id"], &item["owner"]), (&plan["owner_id"], &plan["owner"]));
        assert_eq!(ben.get(&crate::support::people::item_path(&item)).await.is(200), item);
    }
}
