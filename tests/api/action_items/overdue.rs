//! When an action item is late: once its due day is over where the responsible person is.

use chrono::{DateTime, Utc};

use crate::support::{
    Reply, TestApp, Value, json,
    people::{Person, item_path, path},
};

/// Moves the clock to an instant.
fn set_clock(app: &TestApp, to: &str) {
    let to: DateTime<Utc> = to.parse().unwrap();
    app.clock().advance(to - app.clock().now());
}

async fn is_overdue(person: &Person, item: &Value) -> bool {
    let person = person.with_new_token();
    let shown = person.get(&item_path(item)).await.is(200)["overdue"].as_bool().unwrap();
    // The filter tells the same as the item.
    for (filter, expected) in [("true", shown), ("false", !shown)] {
        let listed = person.list(&format!("/v1/action-items?overdue={filter}")).await;
        assert_eq!(listed.iter().any(|each| each["id"] == item["id"]), expected, "overdue={filter}");
    }
    shown
}

#[actix_web::test]
async fn the_day_ends_where_the_responsible_person_is() {
    let app = TestApp::start().await;
    let luis = app.person_in("acme", "luis", None, "America/Los_Angeles").await;
    let kiri = app.person_in("acme", "kiri", Some(&luis), "Pacific/Auckland").await;
    let plan = kiri.shares_a_ready_plan().await;
    let development = kiri.adds(&plan, json!({"title": "Ask", "due_on": "2026-03-02"})).await;
    let support = luis.adds(&plan, json!({"title": "Answer", "due_on": "2026-03-02"})).await;

    for (at, in_auckland, in_los_angeles) in [
        ("2026-03-02T10:59:59.999999Z", false, false),
        ("2026-03-02T11:00:00Z", true, false),
        ("2026-03-03T07:59:59.999999Z", true, false),
        ("2026-03-03T08:00:00Z", true, true),
    ] {
        set_clock(&app, at);
        for reader in [&kiri, &luis] {
            assert_eq!(is_overdue(reader, &development).await, in_auckland, "Auckland at {at}");
            assert_eq!(is_overdue(reader, &support).await, in_los_angeles, "Los Angeles at {at}");
        }
    }
}

#[actix_web::test]
async fn becoming_overdue_is_a_change_of_the_item() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let item = ana.adds(&plan, json!({"title": "Ask", "due_on": "2026-03-02"})).await;
    let etag = ana.get(&item_path(&item)).await.header("etag").to_owned();
    let ask = async || {
        let request = ana.with_new_token().request("GET", &item_path(&item));
        Reply::of(request.header("if-none-match", &etag)).await
    };

    assert_eq!(ask().await.status, 304);
    set_clock(&app, "2026-03-03T00:00:00Z");
    let late = ask().await;
    assert_ne!(late.header("etag"), etag);
    assert_eq!(late.is(200)["overdue"], true);
    let change = ana.with_new_token().request("PATCH", &item_path(&item)).header("if-match", &etag);
    Reply::of(change.json(&json!({"title": "Ask again"}))).await.refused(412, "precondition-failed");
}

#[actix_web::test]
async fn nothing_of_a_completed_plan_is_overdue() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let item = ana.adds(&plan, json!({"title": "Ask", "due_on": "2026-03-01"})).await;
    ana.agrees(&plan).await;
    ben.agrees(&plan).await;
    let tag = ana.get(&item_path(&item)).await.header("etag").to_owned();
    for reader in [&ana, &ben] {
        assert!(is_overdue(reader, &item).await);
    }

    for (step, particulars) in [("complete", json!({"reflection": "Well enough"})), ("archive", json!({}))] {
        ana.takes(step, &plan, particulars).await.is(200);

        for reader in [&ana, &ben] {
            assert!(!is_overdue(reader, &item).await, "{step}");
        }
    }
    let hr = app.hr_admin();
    assert_eq!(hr.list("/v1/action-items?overdue=true").await, Vec::<Value>::new());
    assert_ne!(ana.get(&item_path(&item)).await.header("etag"), tag);
}

#[actix_web::test]
async fn what_is_done_cancelled_or_put_off_is_not_overdue() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let item = ana.adds(&plan, json!({"title": "Ask", "due_on": "2026-03-02"})).await;
    set_clock(&app, "2026-03-03T00:00:00Z");
    let ana = ana.with_new_token();
    assert!(is_overdue(&ana, &item).await);

    for status in ["blocked", "cancelled", "in_progress", "done"] {
        ana.records(&item, json!({"status": status})).await;
        assert_eq!(is_overdue(&ana, &item).await, !matches!(status, "done" | "cancelled"), "{status}");
    }
    ana.records(&item, json!({"progress_percent": 90})).await;
    assert!(is_overdue(&ana, &item).await);
    for (due_on, overdue) in [(json!("2026-03-03"), false), (json!("2026-03-01"), true), (json!(null), false)]
    {
        ana.patch(&item_path(&item), json!({"due_on": due_on})).await.is(200);
        assert_eq!(is_overdue(&ana, &item).await, overdue, "{due_on}");
    }
}

#[actix_web::test]
async fn an_item_may_be_due_on_the_first_or_the_last_day_that_can_be_written() {
    let app = TestApp::start().await;
    let luis = app.person_in("acme", "luis", None, "America/Los_Angeles").await;
    let plan = luis.prepares_a_ready_plan().await;

    for due_on in ["0000-01-01", "0001-01-01", "1899-12-31", "10000-01-01"] {
        let items = format!("{}/action-items", path(&plan));
        let refused = luis.post(&items, json!({"title": "Ask", "due_on": due_on}));
        assert_eq!(refused.await.faults(), ["/due_on"], "{due_on}");
    }
    for (due_on, overdue) in [("1900-01-01", true), ("9999-12-31", false)] {
        let item = luis.adds(&plan, json!({"title": "Ask", "due_on": due_on})).await;
        assert_eq!(item["due_on"], due_on);
        assert_eq!(is_overdue(&luis, &item).await, overdue, "{due_on}");
    }
    assert_eq!(luis.list(&format!("{}/action-items", path(&plan))).await.len(), 3);
    // In every zone, and in the lists as well.
    for zone in ["Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC"] {
        let csv = format!("external_id,user_name,display_name,time_zone\nx-luis,luis,Luis,{zone}\n");
        let import = app.hr_admin().request("POST", "/v1/people/import").header("content-type", "text/csv");
        assert_eq!(Reply::of(import.body(csv)).await.is(200)["updated"], 1);
        assert_eq!(luis.list("/v1/action-items?overdue=true").await.len(), 1, "{zone}");
        assert_eq!(luis.list("/v1/action-items?overdue=false").await.len(), 2, "{zone}");
    }
}
