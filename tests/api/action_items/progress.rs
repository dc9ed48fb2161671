//! `/v1/action-items/{action_item_id}/progress`.

use chrono::Duration;

use crate::support::{
    TestApp, Value, json,
    people::{Person, item_path},
};

fn history(item: &Value) -> String {
    format!("{}/progress", item_path(item))
}

/// Where an item stands.
async fn standing(person: &Person, item: &Value) -> (String, i64) {
    let item = person.get(&item_path(item)).await.is(200);
    (item["status"].as_str().unwrap().to_owned(), item["progress_percent"].as_i64().unwrap())
}

#[actix_web::test]
async fn an_item_stands_where_its_latest_update_says() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;

    for (told, status, percent) in [
        (json!({"note": "I have thought about it"}), "not_started", 0),
        (json!({"progress_percent": 0, "note": "Nothing yet"}), "not_started", 0),
        (json!({"progress_percent": 10}), "in_progress", 10),
        (json!({"status": "blocked"}), "blocked", 10),
        (json!({"progress_percent": 20}), "blocked", 20),
        (json!({"status": "in_progress", "progress_percent": 30}), "in_progress", 30),
        (json!({"progress_percent": 100}), "done", 100),
        (json!({"progress_percent": 80}), "in_progress", 80),
        (json!({"status": "done"}), "done", 100),
        (json!({"status": "in_progress", "progress_percent": 90}), "in_progress", 90),
        (json!({"status": "cancelled"}), "cancelled", 90),
        (json!({"note": "It was not to be"}), "cancelled", 90),
        (json!({"status": "not_started"}), "not_started", 0),
        (json!({"status": "in_progress"}), "in_progress", 0),
        (json!({"status": "done", "progress_percent": 100}), "done", 100),
    ] {
        let update = ana.records(&item, told.clone()).await;
        assert_eq!(
            (&update["status"], &update["progress_percent"]),
            (&json!(status), &json!(percent)),
            "{told}"
        );
        assert_eq!(standing(&ana, &item).await, (status.to_owned(), percent), "{told}");
    }
}

#[actix_web::test]
async fn an_update_that_contradicts_itself_is_refused() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    ana.records(&item, json!({"status": "done"})).await;
    let events = app.events().await;

    for (told, pointer) in [
        (json!({"status": "done", "progress_percent": 99}), "/progress_percent"),
        (json!({"status": "not_started", "progress_percent": 1}), "/progress_percent"),
        (json!({"status": "in_progress", "progress_percent": 100}), "/progress_percent"),
        (json!({"status": "blocked"}), "/progress_percent"),
        (json!({"progress_percent": 101}), "/progress_percent"),
        (json!({"progress_percent": -1}), "/progress_percent"),
        (json!({"progress_percent": 33.3}), "/progress_percent"),
        (json!({"status": "forgotten"}), "/status"),
        (json!({"note": "x".repeat(2001)}), "/note"),
        (json!({"progress_percent": null, "status": null, "note": null}), ""),
        (json!({}), ""),
    ] {
        assert_eq!(ana.post(&history(&item), told.clone()).await.faults(), [pointer], "{told}");
    }
    assert_eq!(standing(&ana, &item).await, ("done".to_owned(), 100));
    assert_eq!(app.events().await, events);
    assert_eq!(app.count("progress_updates").await, 1);
}

#[actix_web::test]
async fn the_history_keeps_every_update_with_its_author() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;

    let first = ana.post(&history(&item), json!({"progress_percent": 40, "note": "Two reviews led"})).await;
    assert_eq!(first.header("location"), history(&item));
    let first = first.is(201);
    app.clock().advance(Duration::minutes(1));
    let portal = app.service("progress:write");
    let second = portal.records(&item, json!({"status": "done"})).await;

    assert_eq!(
        first,
        json!({
            "id": first["id"],
            "action_item_id": item["id"],
            "author_id": ana.id,
            "author": {"id": ana.id, "display_name": "ana", "title": null},
            "status": "in_progress",
            "progress_percent": 40,
            "note": "Two reviews led",
            "recorded_at": "2026-03-02T09:00:00Z",
        })
    );
    assert_eq!(second["author_id"], json!(null));
    assert_eq!(second["recorded_at"], "2026-03-02T09:01:00Z");
    assert_eq!(ben.list(&history(&item)).await, [first, second]);
    // What was recorded is neither changed nor taken back.
    for method in ["PATCH", "DELETE", "PUT"] {
        let reply = crate::support::Reply::of(ana.request(method, &history(&item))).await;
        assert_eq!(reply.header("allow"), "GET, HEAD, POST");
        reply.refused(405, "method-not-allowed");
    }
}

#[actix_web::test]
async fn a_history_is_listed_a_page_at_a_time() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    for percent in 1..=5 {
        ana.records(&item, json!({"progress_percent": percent})).await;
    }
    let mut percents = Vec::new();
    let mut next = format!("{}?limit=2", history(&item));
    loop {
        let page = ana.get(&next).await.is(200);
        percents.extend(
            page["items"].as_array().unwrap().iter().map(|each| each["progress_percent"].as_i64().unwrap()),
        );
        let Some(cursor) = page["next_cursor"].as_str() else { break };
        next = format!("{}?limit=2&cursor={cursor}", history(&item));
    }
    assert_eq!(percents, [1, 2, 3, 4, 5]);
}

#[actix_web::test]
async fn an_item_tells_when_it_was_completed_and_last_heard_of() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    let mut times = Vec::new();
    for told in [
        json!({"progress_percent": 50}),
        json!({"status": "done"}),
        json!({"note": "And celebrated"}),
        json!({"progress_percent": 90}),
        json!({"progress_percent": 100}),
    ] {
        app.clock().advance(Duration::minutes(1));
        ana.records(&item, told).await;
        let item = ana.get(&item_path(&item)).await.is(200);
        times.push((item["completed_at"].clone(), item["last_progress_at"].clone()));
    }
    let at = |minute: u8| json!(format!("2026-03-02T09:0{minute}:00Z"));
    assert_eq!(
        times,
        [(json!(null), at(1)), (at(2), at(2)), (at(2), at(3)), (json!(null), at(4)), (at(5), at(5))]
    );
}

#[actix_web::test]
async fn each_update_is_an_event_that_tells_completion_and_obstacles_apart() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    let before = app.events().await.len();

    for told in [
        json!({"progress_percent": 50}),
        json!({"status": "blocked"}),
        json!({"note": "Still blocked"}),
        json!({"status": "done"}),
        json!({"note": "And celebrated"}),
        json!({"status": "cancelled"}),
    ] {
        ana.records(&item, told).await;
    }

    assert_eq!(
        app.events().await[before..],
        [
            "groundwork.action_item.progressed.v1",
            "groundwork.action_item.blocked.v1",
            "groundwork.action_item.progressed.v1",
            "groundwork.action_item.completed.v1",
            "groundwork.action_item.progressed.v1",
            "groundwork.action_item.progressed.v1",
        ]
    );
}

#[actix_web::test]
async fn a_plans_progress_is_the_mean_of_its_items_without_the_cancelled_ones() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let first = ana.first_item(&plan).await;
    let second = ana.adds(&plan, json!({"title": "Read"})).await;
    let support = ben.adds(&plan, json!({"title": "Open doors"})).await;
    let percent = async || {
        let plan = ana.reads(&plan).await;
        assert_eq!(ben.reads(&plan).await["progress_percent"], plan["progress_percent"]);
        plan["progress_percent"].as_i64().unwrap()
    };

    assert_eq!(percent().await, 0);
    ana.records(&first, json!({"progress_percent": 100})).await;
    assert_eq!(percent().await, 33);
    ben.records(&support, json!({"progress_percent": 100})).await;
    assert_eq!(percent().await, 67);
    ana.records(&second, json!({"status": "cancelled"})).await;
    assert_eq!(percent().await, 100);
    ana.records(&first, json!({"progress_percent": 1})).await;
    // A half is rounded up.
    assert_eq!(percent().await, 51);
    for item in [&first, &support] {
        ana.delete(&item_path(item)).await.is(204);
    }
    assert_eq!(percent().await, 0);
}

#[actix_web::test]
async fn progress_is_a_change_of_the_plan_as_it_is_read() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let etag = async || ben.get(&crate::support::people::path(&plan)).await.header("etag").to_owned();
    let before = etag().await;

    ana.records(&ana.first_item(&plan).await, json!({"progress_percent": 10})).await;

    assert_ne!(etag().await, before);
}

#[actix_web::test]
async fn an_update_that_repeats_the_latest_one_changes_nothing() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    // The first entry of a history repeats nothing.
    ana.records(&item, json!({"progress_percent": 0})).await;
    let latest = ana.records(&item, json!({"progress_percent": 40, "note": "Two reviews led"})).await;
    let (seen, events) = (ana.get(&item_path(&item)).await.is(200), app.events().await);
    app.clock().advance(Duration::minutes(1));

    for told in [
        json!({"progress_percent": 40}),
        json!({"status": "in_progress"}),
        json!({"status": "in_progress", "progress_percent": 40, "note": "Two reviews led"}),
    ] {
        assert_eq!(ana.post(&history(&item), told).await.is(200), latest);
    }

    assert_eq!(ana.get(&item_path(&item)).await.is(200), seen);
    assert_eq!(app.events().await, events);
    assert_eq!(app.count("progress_updates").await, 2);
    // Another note is news.
    ana.records(&item, json!({"note": "A third one"})).await;
    assert_eq!(app.count("progress_updates").await, 3);
    // An entry of the draft is not seen by others: the same from the shared plan is none.
    ana.takes("withdraw", &plan, json!({})).await.is(200);
    ana.records(&item, json!({"progress_percent": 50})).await;
    ana.shares(&plan).await;
    ana.records(&item, json!({"progress_percent": 50})).await;
}

#[actix_web::test]
async fn who_may_only_record_progress_is_not_shown_the_note_of_another() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    ana.records(&item, json!({"progress_percent": 40, "note": "Two reviews led"})).await;

    let recorder = app.service("progress:write");
    let own = recorder.post(&history(&item), json!({"progress_percent": 40})).await.is(201);
    assert_eq!((&own["note"], &own["author_id"]), (&Value::Null, &Value::Null));
    assert_eq!(recorder.post(&history(&item), json!({"progress_percent": 40})).await.is(200), own);
}

#[actix_web::test]
async fn when_the_owner_worked_on_a_draft_is_not_seen_in_its_items() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    app.clock().advance(Duration::minutes(1));
    ana.records(&item, json!({"progress_percent": 10})).await;
    app.clock().advance(Duration::minutes(1));
    let shared = ana.shares(&plan).await;
    let plans_items = ben.list("/v1/action-items").await;
    let seen = ben.get(&item_path(&item)).await.is(200);
    assert_eq!((&seen["updated_at"], &seen["last_progress_at"]), (&shared["shared_at"], &json!(null)));
    // Who reads what has changed since a moment before the share finds all of them.
    let since = format!("/v1/action-items?updated_since={}", shared["shared_at"].as_str().unwrap());
    assert_eq!(ben.list(&since).await, plans_items);

    // The same when it is withdrawn and shared again.
    ana.takes("withdraw", &plan, json!({})).await.is(200);
    app.clock().advance(Duration::minutes(1));
    ana.records(&item, json!({"progress_percent": 20})).await;
    app.clock().advance(Duration::minutes(1));
    let shared = ana.shares(&plan).await;
    let again = ben.get(&item_path(&item)).await.is(200);
    assert_eq!(again["updated_at"], shared["shared_at"]);
}
