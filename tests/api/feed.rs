//! The change feed.

use std::{
    collections::{BTreeSet, HashSet},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use actix_web::rt;
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use chrono::Duration;
use groundwork::{
    audit,
    entity::event,
    events,
    ids::{EventId, TenantId},
};
use sea_orm::{ActiveValue::NotSet, IntoActiveModel};

use crate::support::{
    TestApp, Value, json,
    people::{Person, path},
};

/// A stretch of the feed, and where the next one begins.
async fn follow(reader: &Person, after: Option<&str>, more: &str) -> (Vec<Value>, String) {
    let after = after.map(|cursor| format!("&after={cursor}")).unwrap_or_default();
    let limit = if more.contains("limit=") { "" } else { "&limit=100" };
    let answer = reader.get(&format!("/v1/events?{after}{more}{limit}")).await.is(200);
    let next = answer["next_cursor"].as_str().unwrap().to_owned();
    (answer["items"].as_array().unwrap().clone(), next)
}

/// The types of all events, without what they have in common.
async fn types(reader: &Person, more: &str) -> Vec<String> {
    let (events, _) = follow(reader, None, more).await;
    let name = |event: &Value| {
        let name = event["type"].as_str().unwrap();
        name.trim_start_matches("groundwork.").trim_end_matches(".v1").to_owned()
    };
    events.iter().map(name).collect()
}

#[actix_web::test]
async fn an_event_is_what_cloudevents_describes() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;

    let (events, _) = follow(&app.service("events:read"), None, "&types=groundwork.plan.shared.v1").await;

    assert_eq!(
        events,
        [json!({
            "specversion": "1.0",
            "id": events[0]["id"],
            "source": format!("urn:uuid:{}", TenantId::of("acme")),
            "type": "groundwork.plan.shared.v1",
            "subject": format!("plans/{}", plan["id"].as_str().unwrap()),
            "time": "2026-03-02T09:00:00Z",
            "datacontenttype": "application/json",
            "actorid": ana.id,
            "data": {"plan_id": plan["id"], "revision": 1},
        })]
    );
}

#[actix_web::test]
async fn whoever_follows_the_cursor_sees_each_event_once_and_in_the_same_order() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.agrees_on_a_ready_plan_with(&ben).await;
    let reader = app.service("events:read");
    let (all, head) = follow(&reader, None, "").await;

    let mut one_by_one = Vec::new();
    let mut after = None;
    loop {
        let (events, next) = follow(&reader, after.as_deref(), "&limit=1").await;
        if events.is_empty() {
            break;
        }
        one_by_one.extend(events);
        after = Some(next);
    }
    assert_eq!(one_by_one, all);
    assert!(all.len() > 3);

    let (nothing, still_there) = follow(&reader, Some(&head), "").await;
    assert!(nothing.is_empty());
    ana.takes("complete", &plan, json!({"reflection": "Well done"})).await.is(200);
    let (news, _) = follow(&reader, Some(&still_there), "").await;
    assert_eq!(news.len(), 1);
    assert_eq!(news[0]["type"], "groundwork.plan.completed.v1");
}

#[actix_web::test]
async fn what_happens_to_a_draft_is_told_to_nobody() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let reader = app.service("events:read");
    let plan = ana.prepares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    ana.records(&item, json!({"progress_percent": 10})).await;
    let archived = ana.post("/v1/plans", json!({"title": "Never mind"})).await.is(201);
    ana.takes("archive", &archived, json!({})).await.is(200);
    assert!(types(&reader, "").await.is_empty());

    ana.shares(&plan).await;
    ana.changes(&plan, json!({"title": "A thought of my own"})).await;
    ana.records(&item, json!({"status": "blocked"})).await;
    let feedback = ben.post(&format!("{}/feedback", path(&plan)), json!({"summary": "Hm"})).await.is(201);
    let feedback_path = format!("/v1/feedback/{}", feedback["id"].as_str().unwrap());
    ben.patch(&feedback_path, json!({"summary": "Hm, well"})).await.is(200);
    let told = ["feedback.requested", "plan.shared", "action_item.blocked"];
    assert_eq!(types(&reader, "").await, told);

    ana.takes("withdraw", &plan, json!({})).await.is(200);
    ana.records(&item, json!({"progress_percent": 20})).await;
    assert_eq!(types(&reader, "").await.last().unwrap(), "plan.withdrawn");
}

#[actix_web::test]
async fn a_reader_names_the_types_to_follow() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    ana.agrees_on_a_ready_plan_with(&ben).await;
    let reader = app.service("events:read");

    let agreed = ["plan.agreement_given", "plan.agreed"];
    assert_eq!(
        types(&reader, "&types=groundwork.plan.agreement_given.v1,groundwork.plan.agreed.v1").await,
        agreed
    );
    assert!(types(&reader, "&types=groundwork.plan.*").await.len() > 2);
    assert_eq!(types(&reader, "&types=*").await, types(&reader, "").await);
    assert_eq!(types(&reader, "&types=groundwork.person.*").await, [""; 0]);
    let refused =
        reader.get("/v1/events?types=plan.shared,groundwork.plan.*,groundwork.plan.updated.v1").await;
    let refused = refused.refused(400, "invalid-query");
    assert_eq!(refused["errors"].as_array().unwrap().len(), 2, "{refused}");
}

#[actix_web::test]
async fn the_feed_is_for_hr_and_for_services_and_tells_of_their_tenant() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    ana.shares_a_ready_plan().await;

    ana.get("/v1/events").await.refused(403, "forbidden");
    app.service("plans:read").get("/v1/events").await.refused(403, "missing-scope");
    let elsewhere = app.bearer(
        json!({"tenant": "umbrella", "sub": "portal", "client_id": "portal", "scope": "events:read"}),
    );
    assert!(types(&elsewhere, "").await.is_empty());
    assert_eq!(types(&app.hr_admin(), "").await, types(&app.service("events:read"), "").await);
}

#[actix_web::test]
async fn a_cursor_of_something_else_is_refused() {
    let app = TestApp::start().await;
    let reader = app.service("events:read");

    for wrong in ["x", "W251bGwsMV0", ""] {
        let refused = reader.get(&format!("/v1/events?after={wrong}")).await.refused(400, "invalid-query");
        assert_eq!(refused["errors"][0]["pointer"], "/after", "{refused}");
    }
}

#[actix_web::test]
async fn a_cursor_tells_nothing_of_positions_and_is_good_for_every_reader_of_the_tenant() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let reader = app.service("events:read");
    let (events, seen) = follow(&reader, None, "").await;
    let (_, again) = follow(&reader, Some(&seen), "").await;

    let bytes = BASE64_URL_SAFE_NO_PAD.decode(&seen).unwrap();
    let id = events.last().unwrap()["id"].as_str().unwrap();
    assert!(!String::from_utf8_lossy(&bytes).contains(id));
    assert_eq!(seen.len(), again.len());
    // Of an earlier release: refused alike, whatever position it names.
    for position in [0, 1, 1_000_000_000_000_i64] {
        let plain = BASE64_URL_SAFE_NO_PAD.encode(json!([position, id]).to_string());
        reader.get(&format!("/v1/events?after={plain}")).await.refused(410, "cursor-expired");
    }
    for at in [0, 8, bytes.len() / 2, bytes.len() - 1] {
        let mut altered = bytes.clone();
        altered[at] ^= 1;
        let altered = BASE64_URL_SAFE_NO_PAD.encode(altered);
        reader.get(&format!("/v1/events?after={altered}")).await.refused(400, "invalid-query");
    }
    let claims = json!({"tenant": "globex", "sub": "portal", "client_id": "portal", "scope": "events:read"});
    let elsewhere = app.bearer(claims);
    elsewhere.get(&format!("/v1/events?after={seen}")).await.refused(400, "invalid-query");
    ben.agrees(&plan).await;
    for (reader, filter) in [(&app.hr_admin(), ""), (&reader, "&types=groundwork.plan.*")] {
        assert_eq!(follow(reader, Some(&seen), filter).await.0.len(), 1);
    }
}

#[actix_web::test]
async fn a_reader_who_was_away_for_too_long_is_told_so() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let reader = app.service("events:read");
    let (_, start) = follow(&reader, None, "").await;
    let plan = ana.shares_a_ready_plan().await;
    // Events are kept until the audit log has them. The second seal passes over the event of the first.
    let seal = async || {
        for _ in 0..2 {
            audit::seal(app.state()).await.unwrap();
        }
    };
    seal().await;
    let (_, seen) = follow(&reader, None, "").await;
    app.clock().advance(Duration::days(10));
    ben.with_new_token().agrees(&plan).await;

    let before = app.clock().now() - Duration::days(5);
    assert!(events::store::delete_expired_events(&app.state().db, before).await.unwrap() > 2);

    let late = app.service("events:read").with_new_token();
    late.get(&format!("/v1/events?after={start}")).await.refused(410, "cursor-expired");
    assert_eq!(follow(&late, Some(&seen), "").await.0.len(), 1);
    assert_eq!(types(&late, "").await, ["plan.agreement_given"]);

    // What comes after everything has been forgotten is still told.
    seal().await;
    app.clock().advance(Duration::days(10));
    let (_, seen) = follow(&late.with_new_token(), None, "").await;
    events::store::delete_expired_events(&app.state().db, app.clock().now()).await.unwrap();
    ana.with_new_token().agrees(&plan).await;
    assert_eq!(follow(&late.with_new_token(), Some(&seen), "").await.0.len(), 1);
}

#[actix_web::test]
async fn a_reader_who_waits_is_answered_when_something_happens() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let reader = app.service("events:read");

    let waiting = rt::spawn(async move { follow(&reader, None, "&wait=30").await });
    tokio::task::yield_now().await;
    ana.shares(&plan).await;

    let (events, _) = waiting.await.unwrap();
    assert!(!events.is_empty());
}

#[actix_web::test]
async fn a_reader_who_waits_is_let_go_when_the_service_stops() {
    let app = TestApp::start().await;
    let reader = app.service("events:read");
    let stopping = app.state().stopping.clone();

    let waiting = rt::spawn(async move { follow(&reader, None, "&wait=30").await });
    tokio::task::yield_now().await;
    stopping.cancel();

    assert!(waiting.await.unwrap().0.is_empty());
}

#[actix_web::test]
async fn a_restored_database_goes_on_where_it_stopped() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let reader = app.service("events:read");
    // As if they came from a server that was further on.
    app.database().execute("update events set position = position + 1000000000000 where in_feed").await;
    app.database().migrate().await;

    let (before, seen) = follow(&reader, None, "").await;
    assert_eq!(before.len(), 2);
    ben.agrees(&plan).await;
    app.database().migrate().await;
    ana.agrees(&plan).await;
    let (after, _) = follow(&reader, Some(&seen), "").await;

    assert_eq!(after.len(), 2);
    assert_eq!(after[1]["type"], "groundwork.plan.agreed.v1");
}

#[actix_web::test]
async fn a_place_that_a_server_gives_again_after_a_crash_has_not_been_passed() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let reader = app.service("events:read");
    // Transactions of which nothing is kept, so that a crash may undo that their numbers were given.
    for _ in 0..3 {
        ana.takes("complete", &plan, json!({"reflection": "Too early"}))
            .await
            .refused(409, "plan-not-agreed");
    }
    let (_, seen) = follow(&reader, None, "").await;

    ben.agrees(&plan).await;
    let next = "update events set position = 1 + (select max(position) from events where type not like '%agree%') \
        where type like '%agree%'";
    app.database().execute(next).await;

    let (after, _) = follow(&reader, Some(&seen), "").await;
    assert_eq!(after.len(), 1, "{after:?}");
}

const WRITERS: usize = 16;
const TRANSACTIONS: usize = 100;

/// Writes events in transactions that linger while readers come by, and of which one in five is undone. Those
/// that were kept.
async fn write(app: TestApp, writer: usize, readings: Arc<AtomicUsize>) -> Vec<EventId> {
    let (state, tenant) = (app.state(), TenantId::of("acme"));
    let mut kept = Vec::new();
    for number in 0..TRANSACTIONS {
        let mut txn = state.db.begin(tenant).await.unwrap();
        let ids: Vec<EventId> = (0..1 + number % 5).map(|_| state.ids.next()).collect();
        for id in &ids {
            let row = event::Model {
                tenant_id: tenant,
                id: *id,
                event_type: "groundwork.plan.shared.v1".into(),
                subject: format!("plans/{id}"),
                actor_id: None,
                data: "{}".into(),
                occurred_at: state.clock.now(),
                in_feed: true,
                traceparent: None,
                link_id: None,
                client: None,
                request_id: None,
                position: None,
            };
            txn.insert(event::ActiveModel { position: NotSet, ..row.into_active_model() });
        }
        txn.flush().await.unwrap();
        if (writer + number).is_multiple_of(10) {
            let until = readings.load(Ordering::Relaxed) + 2;
            while readings.load(Ordering::Relaxed) < until {
                rt::task::yield_now().await;
            }
        }
        if (writer + number) % 5 != 4 {
            txn.commit().await.unwrap();
            kept.extend(ids);
        }
    }
    kept
}

/// Follows the feed until nothing is written any more and nothing is left.
async fn read(reader: Person, readings: Arc<AtomicUsize>, done: Arc<AtomicUsize>) -> Vec<String> {
    let mut seen = Vec::new();
    let mut after = None;
    loop {
        let ended = done.load(Ordering::SeqCst) == WRITERS;
        let (events, next) = follow(&reader, after.as_deref(), "").await;
        readings.fetch_add(1, Ordering::Relaxed);
        if ended && events.is_empty() {
            return seen;
        }
        seen.extend(events.iter().map(|event| event["id"].as_str().unwrap().to_owned()));
        after = Some(next);
    }
}

#[actix_web::test]
async fn readers_miss_nothing_and_see_nothing_twice_while_many_write() {
    let app = TestApp::start_with(&["--workers=2"]).await;
    app.employee_and_manager().await;
    let replica = app.start_replica().await;
    let (readings, done) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));

    let readers: Vec<_> = (0..3)
        .map(|_| rt::spawn(read(app.service("events:read"), Arc::clone(&readings), Arc::clone(&done))))
        .collect();
    let writers: Vec<_> = (0..WRITERS)
        .map(|writer| {
            let (app, readings, done) = (replica.clone(), Arc::clone(&readings), Arc::clone(&done));
            rt::spawn(async move {
                let kept = write(app, writer, readings).await;
                done.fetch_add(1, Ordering::SeqCst);
                kept
            })
        })
        .collect();
    let mut kept = BTreeSet::new();
    for writer in writers {
        kept.extend(writer.await.unwrap().iter().map(EventId::to_string));
    }
    let mut orders = HashSet::new();
    for reader in readers {
        let seen = reader.await.unwrap();
        assert_eq!(seen.len(), kept.len(), "some came twice or never");
        assert_eq!(seen.iter().cloned().collect::<BTreeSet<_>>(), kept);
        orders.insert(seen);
    }
    assert_eq!(orders.len(), 1, "readers saw different orders");
    assert!(kept.len() > 3000);
}
