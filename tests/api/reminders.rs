//! Reminders: events caused by time.

use std::time::Duration;

use chrono::{DateTime, Utc};
use groundwork::reminders;
use sea_orm::ConnectionTrait as _;

use crate::support::{
    TestApp, at_once, json,
    people::{Person, item_path, path},
};

const MONTH: Duration = Duration::from_secs(30 * 86_400);

/// Moves the clock to an instant of 2026 and looks at what is due: the types of the events that were recorded.
async fn at(app: &TestApp, time: &str) -> Vec<String> {
    let to: DateTime<Utc> = format!("2026-{time}:00Z").parse().unwrap();
    app.clock().advance(to - app.clock().now());
    let before = app.events().await.len();
    let recorded = reminders::step(app.state(), MONTH).await.unwrap();
    let events = app.events().await.split_off(before);
    assert_eq!(events.len() as u64, recorded);
    assert_eq!(reminders::step(app.state(), MONTH).await.unwrap(), 0, "told twice");
    events.iter().map(|name| name.trim_start_matches("groundwork.").replace(".v1", "")).collect()
}

async fn due_on(person: &Person, item: &crate::support::Value, day: Option<&str>) {
    person.with_new_token().patch(&item_path(item), json!({"due_on": day})).await.is(200);
}

const NOTHING: [&str; 0] = [];

#[actix_web::test]
async fn an_item_is_due_soon_and_overdue_once_where_its_person_is() {
    let app = TestApp::start().await;
    let kiri = app.person_in("acme", "kiri", None, "Pacific/Auckland").await;
    let plan = kiri.shares_a_ready_plan().await;
    kiri.adds(&plan, json!({"title": "Read", "due_on": "2026-03-20"})).await;
    let done = kiri.adds(&plan, json!({"title": "Write", "due_on": "2026-03-20"})).await;
    kiri.records(&done, json!({"status": "done"})).await;

    // The 20th is over there at 11:00 UTC.
    assert_eq!(at(&app, "03-13T10:59").await, NOTHING);
    assert_eq!(at(&app, "03-13T11:00").await, ["action_item.due_soon"]);
    assert_eq!(at(&app, "03-20T10:59").await, NOTHING);
    assert_eq!(at(&app, "03-20T11:00").await, ["action_item.overdue"]);
    assert_eq!(at(&app, "03-25T11:00").await, NOTHING);
}

#[actix_web::test]
async fn another_due_day_brings_its_own_reminders() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let item = ana.adds(&plan, json!({"title": "Read", "due_on": "2026-03-10"})).await;
    assert_eq!(at(&app, "03-11T00:00").await, ["action_item.overdue"]);

    due_on(&ana, &item, Some("2026-03-15")).await;
    assert_eq!(at(&app, "03-12T00:00").await, ["action_item.due_soon"]);
    // Other changes are none of the due day.
    ana.with_new_token().patch(&item_path(&item), json!({"title": "Read on"})).await.is(200);
    ana.with_new_token().records(&item, json!({"progress_percent": 50})).await;
    assert_eq!(at(&app, "03-13T00:00").await, NOTHING);
    due_on(&ana, &item, None).await;
    assert_eq!(at(&app, "03-20T00:00").await, NOTHING);
}

#[actix_web::test]
async fn what_is_opened_again_is_reminded_of_again() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let item = ana.adds(&plan, json!({"title": "Read", "due_on": "2026-03-20"})).await;
    assert_eq!(at(&app, "03-18T00:00").await, ["action_item.due_soon"]);
    ana.with_new_token().records(&item, json!({"status": "done"})).await;
    assert_eq!(at(&app, "03-22T00:00").await, NOTHING);

    let reopened = json!({"status": "in_progress", "progress_percent": 80});
    ana.with_new_token().records(&item, reopened).await;

    assert_eq!(at(&app, "03-23T00:00").await, ["action_item.overdue"]);
}

#[actix_web::test]
async fn a_draft_is_nobody_elses_to_be_reminded_of() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let soon = ana.adds(&plan, json!({"title": "Read", "due_on": "2026-03-10"})).await;
    assert_eq!(at(&app, "03-09T00:00").await, NOTHING);

    ana.with_new_token().shares(&plan).await;
    assert_eq!(at(&app, "03-09T01:00").await, ["action_item.due_soon"]);
    ana.with_new_token().takes("withdraw", &plan, json!({})).await.is(200);
    assert_eq!(at(&app, "03-12T00:00").await, NOTHING);
    ana.with_new_token().delete(&item_path(&soon)).await.is(204);
    ana.with_new_token().shares(&plan).await;
    assert_eq!(at(&app, "03-12T01:00").await, NOTHING);
}

#[actix_web::test]
async fn a_plan_is_stale_once_nothing_has_been_heard_of_it_for_a_month() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;

    assert_eq!(at(&app, "03-20T09:00").await, NOTHING);
    ana.with_new_token().records(&item, json!({"progress_percent": 10})).await;
    assert_eq!(at(&app, "04-19T08:59").await, NOTHING);
    assert_eq!(at(&app, "04-19T09:00").await, ["plan.stale"]);
    assert_eq!(at(&app, "06-01T09:00").await, NOTHING);
    ana.with_new_token().records(&item, json!({"progress_percent": 20})).await;
    assert_eq!(at(&app, "07-01T09:00").await, ["plan.stale"]);
    ana.with_new_token().takes("archive", &plan, json!({})).await.is(200);
    assert_eq!(at(&app, "09-20T09:00").await, NOTHING);
}

/// Moves a person to another time zone.
async fn moves_to(app: &TestApp, person: &str, zone: &str) {
    let row = json!({"external_id": format!("x-{person}"), "time_zone": zone});
    let moved = app.hr_admin().post("/v1/people/import", json!({"rows": [row]})).await.is(200);
    assert_eq!(moved["updated"], 1, "{moved:#}");
}

#[actix_web::test]
async fn a_plan_has_ended_once_its_last_day_is_over_where_its_owner_is() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    ana.changes(&plan, json!({"ends_on": "2026-03-20"})).await;
    // That of a draft is no one else's to know.
    assert_eq!(at(&app, "03-10T09:00").await, NOTHING);
    ana.with_new_token().shares(&plan).await;
    // Nor is a day that is not shared.
    ana.with_new_token().changes(&plan, json!({"ends_on": "2026-03-12"})).await;
    assert_eq!(at(&app, "03-20T23:59").await, NOTHING);
    assert_eq!(at(&app, "03-21T00:00").await, ["plan.ended"]);
    assert_eq!(at(&app, "03-30T00:00").await, NOTHING);

    // A later end is told of again.
    ana.with_new_token().changes(&plan, json!({"ends_on": "2026-04-02"})).await;
    ana.with_new_token().shares(&plan).await;
    assert_eq!(at(&app, "04-02T12:00").await, NOTHING);
    assert_eq!(at(&app, "04-03T00:00").await, ["plan.ended"]);
}

#[actix_web::test]
async fn a_plan_ends_elsewhere_when_its_owner_moves_and_not_at_all_once_it_is_over() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let [plan, over] = [ana.prepares_a_ready_plan().await, ana.prepares_a_ready_plan().await];
    for plan in [&plan, &over] {
        ana.changes(plan, json!({"ends_on": "2026-03-20"})).await;
        ana.shares(plan).await;
    }
    ana.takes("archive", &over, json!({})).await.is(200);
    assert_eq!(at(&app, "03-05T09:00").await, NOTHING);

    moves_to(&app, "ana", "Pacific/Auckland").await;
    assert_eq!(at(&app, "03-20T10:59").await, ["person.updated"; 0]);
    assert_eq!(at(&app, "03-20T11:00").await, ["plan.ended"]);
}

#[actix_web::test]
async fn feedback_is_due_when_the_day_begins_where_the_reviewer_is() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let kiri = app.person_in("acme", "kiri", None, "Pacific/Auckland").await;
    let luis = app.person("luis", None).await;
    let plan = ana.shares_a_ready_plan().await;
    for reviewer in [&kiri, &luis] {
        let request = json!({"reviewer_id": reviewer.id, "sections": ["basic"], "due_on": "2026-03-20"});
        ana.post(&format!("{}/feedback-requests", path(&plan)), request).await.is(201);
    }
    let feedback = luis.post(&format!("{}/feedback", path(&plan)), json!({"summary": "Go on"})).await.is(201);
    luis.post(&format!("/v1/feedback/{}/submit", feedback["id"].as_str().unwrap()), json!({})).await.is(200);

    assert_eq!(at(&app, "03-19T10:59").await, NOTHING);
    assert_eq!(at(&app, "03-19T11:00").await, ["feedback_request.due"]);
    assert_eq!(at(&app, "03-25T00:00").await, NOTHING);
}

#[actix_web::test]
async fn of_many_processes_one_tells() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    at_once((0..40).map(|_| {
        let (ana, plan) = (ana.clone(), path(&plan));
        async move {
            ana.post(&format!("{plan}/action-items"), json!({"title": "Read", "due_on": "2026-03-10"})).await
        }
    }))
    .await;
    let replicas = [app.start_replica().await, app.start_replica().await];
    app.clock().advance(chrono::Duration::days(20));

    let steps = [&app, &replicas[0], &replicas[1]].map(|each| {
        let state = each.state().clone();
        actix_web::rt::spawn(async move { reminders::step(&state, MONTH).await.unwrap() })
    });
    for step in steps {
        step.await.unwrap();
    }

    let overdue =
        app.events().await.iter().filter(|name| *name == "groundwork.action_item.overdue.v1").count();
    assert_eq!(overdue, 40);
}

#[actix_web::test]
async fn a_plan_that_someone_changes_holds_back_no_other_reminders() {
    let app = TestApp::start().await;
    // SQLite has one writer at a time.
    if app.database().server_url().is_none() {
        return;
    }
    let (ana, ben) = app.employee_and_manager().await;
    let mut plans = Vec::new();
    for owner in [ana, app.person("cleo", Some(&ben)).await, app.person("dan", Some(&ben)).await] {
        let plan = owner.shares_a_ready_plan().await;
        let items = format!("{}/action-items", path(&plan));
        for _ in 0..80 {
            owner.post(&items, json!({"title": "Read", "due_on": "2026-03-10"})).await.is(201);
        }
        plans.push(plan);
    }
    app.clock().advance(chrono::Duration::days(20));
    // Those of the first plan are the first to be due.
    let other = app.database().connect_once().await;
    let held = plans[0]["id"].as_str().unwrap();
    other
        .execute_unprepared(&format!("begin; select 1 from plans where id = '{held}' for update"))
        .await
        .unwrap();

    reminders::step(app.state(), MONTH).await.unwrap();

    other.close().await.unwrap();
    let overdue =
        app.events().await.iter().filter(|name| *name == "groundwork.action_item.overdue.v1").count();
    assert_eq!(overdue, 160);
}

#[actix_web::test]
async fn a_plan_that_is_completed_or_archived_reminds_of_nothing() {
    for ends_by in ["complete", "archive"] {
        let app = TestApp::start().await;
        let (ana, ben) = app.employee_and_manager().await;
        let luis = app.person("luis", None).await;
        let plan = ana.agrees_on_a_ready_plan_with(&ben).await;
        ana.adds(&plan, json!({"title": "Read", "due_on": "2026-03-20"})).await;
        let request = json!({"reviewer_id": luis.id, "sections": ["basic"], "due_on": "2026-03-20"});
        ana.post(&format!("{}/feedback-requests", path(&plan)), request).await.is(201);
        assert_eq!(at(&app, "03-18T00:00").await, ["action_item.due_soon"]);

        let reflection = if ends_by == "complete" { json!({"reflection": "Learnt much"}) } else { json!({}) };
        ana.with_new_token().takes(ends_by, &plan, reflection).await.is(200);

        for day in ["03-20T12:00", "03-22T00:00", "06-01T00:00"] {
            assert_eq!(at(&app, day).await, NOTHING, "{ends_by}");
        }
    }
}
