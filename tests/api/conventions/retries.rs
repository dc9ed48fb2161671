//! `Idempotency-Key`.

use chrono::Duration;

use groundwork::requests::delete_expired_answers;

use crate::support::{
    Reply, TestApp, Value, json,
    people::{Person, path},
};

async fn post_once(caller: &Person, path: &str, key: &str, body: Value) -> Reply {
    Reply::of(caller.request("POST", path).header("idempotency-key", key).json(&body)).await
}

#[actix_web::test]
async fn a_request_that_comes_again_gets_the_first_answer_as_its_resource_is_now() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;

    let first = post_once(&ana, "/v1/plans", "a-key", json!({"title": "Mine"})).await;
    let changed = ana.patch(&path(&first.body), json!({"title": "Changed since"})).await;
    let again = post_once(&ana, "/v1/plans", "a-key", json!({"title": "Mine"})).await;

    assert!(first.headers.get("idempotency-replayed").is_none());
    assert_eq!(again.header("idempotency-replayed"), "true");
    for field in ["location", "content-type"] {
        assert_eq!(again.header(field), first.header(field));
    }
    assert_eq!(again.header("etag"), changed.header("etag"));
    assert_eq!(again.is(201), changed.is(200));
    assert_eq!(app.count("plans").await, 1);
}

#[actix_web::test]
async fn every_post_is_carried_out_once() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    let on_plan = |end: &str| format!("{}/{end}", path(&plan));
    let progress = format!("{}/progress", crate::support::people::item_path(&item));

    for (path, body) in [
        (on_plan("action-items"), json!({"title": "Read"})),
        (progress, json!({"progress_percent": 10})),
        (on_plan("share"), json!({})),
        (on_plan("agree"), json!({})),
        (on_plan("withdraw"), json!({})),
        (on_plan("archive"), json!({})),
    ] {
        let first = post_once(&ana, &path, "again", body.clone()).await;
        assert!(first.status < 300, "{path}: {:#}", first.body);
        // The same key names one request, so each path has a key of its own.
        post_once(&ana, &path, "again", json!({"other": "body"})).await;
        let events = app.events().await;
        let again = post_once(&ana, &path, "again", body).await;
        assert_eq!(again.header("idempotency-replayed"), "true", "{path}");
        assert_eq!((again.status, again.body), (first.status, first.body), "{path}");
        assert_eq!(app.events().await, events, "{path}");
        app.database().execute("delete from idempotency_records").await;
    }
}

#[actix_web::test]
async fn a_key_belongs_to_one_request() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    post_once(&ana, "/v1/plans", "a-key", json!({"title": "Mine"})).await.is(201);

    let other_body = post_once(&ana, "/v1/plans", "a-key", json!({"title": "Mine!"})).await;
    other_body.refused(422, "idempotency-key-reused");
    let other_path = format!("{}/action-items", path(&plan));
    let other_path = post_once(&ana, &other_path, "a-key", json!({"title": "Mine"})).await;
    other_path.refused(422, "idempotency-key-reused");
    post_once(&ana, "/v1/plans", "A-key", json!({"title": "Mine!"})).await.is(201);
}

#[actix_web::test]
async fn keys_are_the_callers_own() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let other_ana = app.person_in("globex", "ana", None, "UTC").await;

    for caller in [&ana, &ben, &other_ana] {
        let reply = post_once(caller, "/v1/plans", "1", json!({"title": "Mine"})).await;
        assert!(reply.headers.get("idempotency-replayed").is_none());
        assert_eq!(reply.is(201)["owner_id"], caller.id);
    }
}

#[actix_web::test]
async fn an_answer_is_kept_for_24_hours() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let send = async || post_once(&ana.with_new_token(), "/v1/plans", "1", json!({"title": "Mine"})).await;
    let first = send().await.is(201);

    app.clock().advance(Duration::hours(24) - Duration::microseconds(1));
    assert_eq!(send().await.is(201), first);
    app.clock().advance(Duration::microseconds(1));
    let second = send().await.is(201);
    assert_ne!(second["id"], first["id"]);
    // The new answer is kept in its turn.
    assert_eq!(send().await.is(201), second);

    app.clock().advance(Duration::hours(25));
    let state = app.state();
    assert_eq!(delete_expired_answers(&state.db, state.clock.now()).await.unwrap(), 1);
    assert_eq!(app.count("idempotency_records").await, 0);
}

#[actix_web::test]
async fn a_refusal_is_not_kept() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let plan = ana.changes(&plan, json!({"answers": {"strengths": []}})).await;
    let share = format!("{}/share", path(&plan));

    post_once(&ana, &share, "1", json!({})).await.refused(409, "plan-not-ready");
    post_once(&ana, &share, "1", json!({"colour": 1})).await.refused(422, "invalid-body");
    assert_eq!(app.count("idempotency_records").await, 0);
    ana.changes(&plan, json!({"answers": {"strengths": [{"name": "Clear writing"}]}})).await;

    let shared = post_once(&ana, &share, "1", json!({})).await;
    assert!(shared.headers.get("idempotency-replayed").is_none());
    shared.is(200);
}

#[actix_web::test]
async fn a_key_that_cannot_be_read_is_refused() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;

    for key in ["", "two words", "schlüssel", &"x".repeat(256)] {
        post_once(&ana, "/v1/plans", key, json!({"title": "Mine"})).await.refused(400, "invalid-header");
    }
    post_once(&ana, "/v1/plans", &"x".repeat(255), json!({"title": "Mine"})).await.is(201);
}
