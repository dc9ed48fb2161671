//! Webhooks: who gets what, signed how, and what happens when it does not arrive.

use std::{
    collections::BTreeSet,
    process::{Child, Command, Stdio},
    sync::Arc,
};

use actix_web::rt;
use chrono::Duration;
use groundwork::{clock::Clock, webhooks::Worker};
use tokio::sync::Notify;

use crate::support::{
    Reply, TestApp, Value, json,
    people::{Person, path},
    receiver::{Manner, Receiver},
};

const PRIVATE: &str = "--webhooks-allow-private";

/// The service, a caller who manages webhooks, and a receiver.
async fn start() -> (TestApp, Person, Receiver) {
    let app = TestApp::start_with(&[PRIVATE, "--webhooks-timeout=2s"]).await;
    let portal = app.service("webhooks:manage events:read");
    (app, portal, Receiver::start().await)
}

/// The same, with the system clock, which other processes use: with the test clock, they would delete its data as
/// expired.
async fn start_now() -> (TestApp, Person, Receiver) {
    let started = start().await;
    let clock = started.0.clock();
    clock.advance(Clock::system().now() - clock.now());
    started
}

fn worker(app: &TestApp) -> Worker {
    Worker::new(app.state().core.clone())
}

async fn step(app: &TestApp) {
    worker(app).step().await.unwrap();
}

async fn hook(portal: &Person, receiver: &Receiver, event_types: Value) -> Value {
    let webhook = json!({"url": receiver.url, "event_types": event_types});
    portal.with_new_token().post("/v1/webhooks", webhook).await.is(201)
}

fn hook_path(webhook: &Value) -> String {
    format!("/v1/webhooks/{}", webhook["id"].as_str().unwrap())
}

async fn read(portal: &Person, webhook: &Value) -> Value {
    portal.with_new_token().get(&hook_path(webhook)).await.is(200)
}

async fn deliveries(portal: &Person, webhook: &Value) -> Vec<Value> {
    portal.with_new_token().list(&format!("{}/deliveries", hook_path(webhook))).await
}

async fn does(portal: &Person, webhook: &Value, what: &str, body: Value) -> Reply {
    portal.with_new_token().post(&format!("{}/{what}", hook_path(webhook)), body).await
}

#[actix_web::test]
async fn a_webhook_shows_its_secret_once() {
    let (_app, portal, receiver) = start().await;

    let created = hook(&portal, &receiver, json!(["groundwork.plan.*"])).await;

    assert!(created["secret"].as_str().unwrap().starts_with("whsec_"));
    assert_eq!(created["status"], "enabled");
    let read = read(&portal, &created).await;
    assert!(read.get("secret").is_none());
    assert_eq!(read["event_types"], json!(["groundwork.plan.*"]));
    assert_eq!(portal.list("/v1/webhooks").await, [read]);
}

#[actix_web::test]
async fn a_url_is_stored_as_it_is_requested() {
    let app = TestApp::start().await;
    let portal = app.service("webhooks:manage");
    let webhook = json!({"url": " https://hr.example.com/a\tb c\n", "event_types": ["*"]});

    let created = portal.post("/v1/webhooks", webhook).await.is(201);
    assert_eq!(created["url"], "https://hr.example.com/ab%20c");
    let changed =
        portal.patch(&hook_path(&created), json!({"url": "https://hr.example.com/\tx"})).await.is(200);
    assert_eq!(changed["url"], "https://hr.example.com/x");
}

#[actix_web::test]
async fn every_fault_of_a_webhook_is_named() {
    let app = TestApp::start().await;
    let portal = app.service("webhooks:manage");

    for url in
        ["http://example.com/", "https://127.0.0.1/", "https://[::1]/", "https://169.254.169.254/", "x"]
    {
        let webhook = json!({"url": url, "event_types": ["groundwork.plan.shared.v1", "plan.shared", "*"]});
        let refused = portal.post("/v1/webhooks", webhook).await.refused(422, "invalid-body");
        let pointers: Vec<&str> = refused["errors"]
            .as_array()
            .unwrap()
            .iter()
            .map(|fault| fault["pointer"].as_str().unwrap())
            .collect();
        assert_eq!(pointers, ["/url", "/event_types/1"], "{url}");
    }
    portal.post("/v1/webhooks", json!({"event_types": []})).await.refused(422, "invalid-body");
    assert!(portal.list("/v1/webhooks").await.is_empty());
}

#[actix_web::test]
async fn webhooks_are_for_hr_and_for_services_of_their_tenant() {
    let (app, portal, receiver) = start().await;
    let (ana, _) = app.employee_and_manager().await;
    let webhook = hook(&portal, &receiver, json!(["*"])).await;
    let other = app.bearer(
        json!({"tenant": "umbrella", "sub": "portal", "client_id": "portal", "scope": "webhooks:manage"}),
    );

    ana.get("/v1/webhooks").await.refused(403, "forbidden");
    app.service("events:read").get("/v1/webhooks").await.refused(403, "missing-scope");
    other.get(&hook_path(&webhook)).await.refused(404, "not-found");
    does(&other, &webhook, "test", json!({})).await.refused(404, "not-found");
    assert_eq!(app.hr_admin().list("/v1/webhooks").await.len(), 1);
}

#[actix_web::test]
async fn what_happens_is_sent_signed_to_those_who_follow_it() {
    let (app, portal, receiver) = start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let before = ana.shares_a_ready_plan().await;
    let webhook = hook(&portal, &receiver, json!(["groundwork.plan.*"])).await;
    let everything = Receiver::start().await;
    hook(&portal, &everything, json!(["*"])).await;

    ben.agrees(&before).await;
    let draft = ana.prepares_a_ready_plan().await;
    step(&app).await;

    assert_eq!(receiver.types(), ["plan.agreement_given"]);
    let received = &receiver.received()[0];
    assert!(received.is_signed_with(webhook["secret"].as_str().unwrap()));
    assert!(!received.is_signed_with("whsec_c29tZXRoaW5nIGVsc2U="));
    assert_eq!(received.headers["content-type"], "application/cloudevents+json");
    let feed = portal.get("/v1/events?types=groundwork.plan.agreement_given.v1").await.is(200);
    assert_eq!(received.event(), feed["items"][0]);
    assert_eq!(received.id(), feed["items"][0]["id"]);
    assert_eq!(everything.types(), ["plan.agreement_given"]);

    ana.shares(&draft).await;
    step(&app).await;
    step(&app).await;
    assert_eq!(receiver.types(), ["plan.agreement_given", "plan.shared"]);
    assert_eq!(everything.received().len(), 3);
    let made = deliveries(&portal, &webhook).await;
    assert_eq!(made.len(), 2);
    assert_eq!(made[0]["status"], "delivered");
    assert_eq!(made[0]["attempts"][0]["status_code"], 204);
    assert_eq!(made[0]["attempts"][0]["error"], Value::Null);
}

#[actix_web::test]
async fn what_does_not_arrive_is_tried_again_with_growing_delays() {
    let (app, portal, receiver) = start().await;
    let webhook = hook(&portal, &receiver, json!(["groundwork.plan.*"])).await;
    receiver.will([
        Manner::Answer(500),
        Manner::With(302, "location", "http://127.0.0.1:9/"),
        Manner::With(503, "retry-after", "7200"),
    ]);
    does(&portal, &webhook, "test", json!({})).await.is(201);

    step(&app).await;
    step(&app).await;
    assert_eq!(receiver.received().len(), 1, "there was no pause");
    app.clock().advance(Duration::seconds(6));
    step(&app).await;
    app.clock().advance(Duration::seconds(290));
    step(&app).await;
    assert_eq!(receiver.received().len(), 2, "the pause did not grow");
    app.clock().advance(Duration::seconds(70));
    step(&app).await;
    assert_eq!(receiver.received().len(), 3);
    app.clock().advance(Duration::seconds(7100));
    step(&app).await;
    assert_eq!(receiver.received().len(), 3, "it did not wait as long as it was asked");
    assert!(read(&portal, &webhook).await["failing_since"].is_string());
    app.clock().advance(Duration::seconds(1600));
    step(&app).await;

    assert_eq!(receiver.received().len(), 4);
    let ids: BTreeSet<String> = receiver.received().iter().map(|received| received.id().to_owned()).collect();
    assert_eq!(ids.len(), 1, "a repeated delivery has another id");
    let made = &deliveries(&portal, &webhook).await[0];
    let statuses: Vec<&Value> =
        made["attempts"].as_array().unwrap().iter().map(|attempt| &attempt["status_code"]).collect();
    assert_eq!(statuses, [500, 302, 503, 204]);
    assert_eq!(made["status"], "delivered");
    assert_eq!(made["next_attempt_at"], Value::Null);
    assert_eq!(read(&portal, &webhook).await["failing_since"], Value::Null);
}

#[actix_web::test]
async fn whoever_does_not_answer_is_told_of_as_well() {
    let (app, portal, receiver) = start().await;
    let webhook = hook(&portal, &receiver, json!(["*"])).await;
    receiver.will([Manner::Wait(Arc::new(Notify::new()))]);
    let unreachable = json!({"url": "http://127.0.0.1:1/", "event_types": ["*"]});
    let unreachable = portal.post("/v1/webhooks", unreachable).await.is(201);
    for webhook in [&webhook, &unreachable] {
        does(&portal, webhook, "test", json!({})).await.is(201);
    }

    step(&app).await;

    let error = async |webhook| deliveries(&portal, webhook).await[0]["attempts"][0].clone();
    assert_eq!(error(&webhook).await["error"], "no answer in time");
    assert_eq!(error(&unreachable).await["error"], "no connection");
    assert_eq!(error(&unreachable).await["status_code"], Value::Null);
}

#[actix_web::test]
async fn a_connection_that_breaks_is_no_delivery() {
    let (app, portal, _) = start().await;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    let webhook = portal.post("/v1/webhooks", json!({"url": url, "event_types": ["*"]})).await.is(201);
    does(&portal, &webhook, "test", json!({})).await.is(201);
    rt::spawn(async move {
        let (connection, _) = listener.accept().await.unwrap();
        connection.readable().await.unwrap();
    });

    step(&app).await;

    let made = &deliveries(&portal, &webhook).await[0];
    assert_eq!((&made["status"], &made["attempts"][0]["status_code"]), (&json!("pending"), &Value::Null));
    assert_eq!(made["attempts"][0]["error"], "the connection broke");
}

#[actix_web::test]
async fn an_answer_without_end_is_an_answer() {
    let (app, portal, receiver) = start().await;
    let webhook = hook(&portal, &receiver, json!(["*"])).await;
    receiver.will([Manner::Endless]);
    does(&portal, &webhook, "test", json!({})).await.is(201);

    step(&app).await;

    assert_eq!(deliveries(&portal, &webhook).await[0]["status"], "delivered");
}

#[actix_web::test]
async fn a_name_that_leads_inside_is_not_followed() {
    let app = TestApp::start().await;
    let portal = app.service("webhooks:manage");
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let url = format!("https://localhost:{}/", listener.local_addr().unwrap().port());
    let webhook = portal.post("/v1/webhooks", json!({"url": url, "event_types": ["*"]})).await.is(201);
    does(&portal, &webhook, "test", json!({})).await.is(201);

    step(&app).await;

    let made = &deliveries(&portal, &webhook).await[0];
    assert_eq!(made["attempts"][0]["error"], "the host has no public address");
    assert!(listener.accept().is_err(), "it was called");
}

#[actix_web::test]
async fn a_receiver_that_is_gone_gets_nothing_more() {
    let (app, portal, receiver) = start().await;
    let webhook = hook(&portal, &receiver, json!(["groundwork.plan.*"])).await;
    receiver.will([Manner::Answer(410)]);
    does(&portal, &webhook, "test", json!({})).await.is(201);
    step(&app).await;

    let present = read(&portal, &webhook).await;
    assert_eq!(present["status"], "disabled");
    assert_eq!(present["disabled_reason"], "gone");
    assert_eq!(deliveries(&portal, &webhook).await[0]["status"], "failed");
    assert_eq!(app.events().await, ["groundwork.webhook.created.v1", "groundwork.webhook.disabled.v1"]);
    does(&portal, &webhook, "test", json!({})).await.refused(409, "conflict");
}

#[actix_web::test]
async fn a_webhook_that_fails_for_days_is_disabled_and_loses_nothing() {
    let (app, portal, receiver) = start().await;
    let (ana, _) = app.employee_and_manager().await;
    let webhook = hook(&portal, &receiver, json!(["groundwork.plan.shared.v1"])).await;
    receiver.will((0..20).map(|_| Manner::Answer(500)));
    ana.shares_a_ready_plan().await;
    for _ in 0..6 {
        step(&app).await;
        app.clock().advance(Duration::days(1) + Duration::hours(5));
        does(&portal, &webhook, "redeliver", json!({"since": "2026-01-01T00:00:00Z"})).await.is(200);
    }
    let present = read(&portal, &webhook).await;
    assert_eq!((&present["status"], &present["disabled_reason"]), (&json!("disabled"), &json!("failing")));
    let sent = receiver.received().len();
    ana.with_new_token().shares_a_ready_plan().await;
    step(&app).await;
    assert_eq!(receiver.received().len(), sent, "something was sent to a disabled webhook");

    receiver.will([]);
    while receiver.received().len() < 20 {
        portal.with_new_token().patch(&hook_path(&webhook), json!({"status": "enabled"})).await.is(200);
        step(&app).await;
        app.clock().advance(Duration::days(1));
        does(&portal, &webhook, "redeliver", json!({"since": "2026-01-01T00:00:00Z"})).await.is(200);
    }
    step(&app).await;

    let made = deliveries(&portal, &webhook).await;
    assert_eq!(made.len(), 2);
    for delivery in made {
        assert_eq!(delivery["status"], "delivered", "{delivery}");
    }
}

#[actix_web::test]
async fn for_a_day_two_secrets_sign() {
    let (app, portal, receiver) = start().await;
    let first = hook(&portal, &receiver, json!(["*"])).await;
    let second = does(&portal, &first, "rotate-secret", json!({})).await.is(200);
    let secret = |webhook: &Value| webhook["secret"].as_str().unwrap().to_owned();
    assert_ne!(secret(&first), secret(&second));

    for hours in [0, 23, 2] {
        app.clock().advance(Duration::hours(hours));
        does(&portal, &first, "test", json!({})).await.is(201);
        step(&app).await;
    }

    let signed: Vec<(bool, bool)> = receiver
        .received()
        .iter()
        .map(|each| (each.is_signed_with(&secret(&first)), each.is_signed_with(&secret(&second))))
        .collect();
    assert_eq!(signed, [(true, true), (true, true), (false, true)]);
}

#[actix_web::test]
async fn what_was_delivered_is_sent_once_more_on_request() {
    let (app, portal, receiver) = start().await;
    let webhook = hook(&portal, &receiver, json!(["*"])).await;
    for _ in 0..3 {
        does(&portal, &webhook, "test", json!({})).await.is(201);
        step(&app).await;
        app.clock().advance(Duration::hours(1));
    }
    let latest = &deliveries(&portal, &webhook).await[0];
    let redeliver = format!("deliveries/{}/redeliver", latest["id"].as_str().unwrap());

    let again = does(&portal, &webhook, &redeliver, json!({})).await.is(200);
    assert_eq!((&again["status"], &again["id"]), (&json!("pending"), &latest["id"]));
    step(&app).await;
    assert_eq!(receiver.received().len(), 4);
    assert_eq!(receiver.received()[3].id(), latest["event_id"]);
    assert_eq!(deliveries(&portal, &webhook).await[0]["attempts"].as_array().unwrap().len(), 2);

    let since = json!({"since": "2026-03-02T09:30:00Z"});
    assert_eq!(does(&portal, &webhook, "redeliver", since).await.is(200)["deliveries"], 2);
    step(&app).await;
    assert_eq!(receiver.received().len(), 6);
    let unknown = "deliveries/019f3c1e-7b2a-7c11-9f5e-3c1f0a9b2d4e/redeliver";
    does(&portal, &webhook, unknown, json!({})).await.refused(404, "not-found");
}

#[actix_web::test]
async fn a_slow_receiver_delays_only_itself() {
    let (app, portal, slow) = start().await;
    let quick = Receiver::start().await;
    for receiver in [&slow, &quick] {
        let webhook = hook(&portal, receiver, json!(["*"])).await;
        for _ in 0..20 {
            does(&portal, &webhook, "test", json!({})).await.is(201);
        }
    }
    let gate = Arc::new(Notify::new());
    slow.will((0..20).map(|_| Manner::Wait(Arc::clone(&gate))));

    let working = rt::spawn({
        let worker = worker(&app);
        async move { worker.step().await.unwrap() }
    });
    quick.has(20).await;
    slow.has(8).await;

    assert!(!working.is_finished());
    assert_eq!(slow.received().len(), 8, "more than its share was under way");
    working.abort();
}

#[actix_web::test]
async fn what_a_dead_worker_had_taken_is_delivered_by_another() {
    let (app, portal, receiver) = start().await;
    let webhook = hook(&portal, &receiver, json!(["*"])).await;
    does(&portal, &webhook, "test", json!({})).await.is(201);
    let gate = Arc::new(Notify::new());
    receiver.will([Manner::Wait(gate)]);
    let dying = worker(&app);
    let working = rt::spawn(async move { dying.step().await });
    receiver.has(1).await;
    working.abort();
    assert!(working.await.is_err());

    step(&app).await;
    assert_eq!(receiver.received().len(), 1, "it was taken while it might still arrive");
    app.clock().advance(Duration::minutes(2));
    step(&app).await;

    let received = receiver.received();
    assert_eq!(received.len(), 2);
    assert_eq!(received[0].id(), received[1].id());
    assert_eq!(deliveries(&portal, &webhook).await[0]["status"], "delivered");
}

/// A worker that is a process of its own.
fn work(app: &TestApp) -> Child {
    Command::new(env!("CARGO_BIN_EXE_groundwork"))
        .args(["work", PRIVATE, "--operations-bind", "off", "--database-url", &app.database().url])
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[actix_web::test]
async fn a_process_that_only_works_delivers_and_ends_when_it_is_told() {
    let (app, portal, receiver) = start_now().await;
    let webhook = hook(&portal, &receiver, json!(["*"])).await;
    does(&portal, &webhook, "test", json!({})).await.is(201);

    let mut process = work(&app);
    receiver.has(1).await;
    let told = Command::new("kill").arg(process.id().to_string()).status().unwrap();

    assert!(told.success());
    assert!(process.wait().unwrap().success(), "it did not end well");
    assert_eq!(deliveries(&portal, &webhook).await[0]["status"], "delivered");
}

#[actix_web::test]
async fn what_a_killed_process_had_taken_is_delivered_by_another() {
    let (app, portal, receiver) = start_now().await;
    let webhook = hook(&portal, &receiver, json!(["*"])).await;
    does(&portal, &webhook, "test", json!({})).await.is(201);
    receiver.will([Manner::Wait(Arc::new(Notify::new()))]);

    let mut process = work(&app);
    receiver.has(1).await;
    process.kill().unwrap();
    process.wait().unwrap();
    app.clock().advance(Duration::minutes(2));
    step(&app).await;

    let received = receiver.received();
    assert_eq!(received.len(), 2);
    assert_eq!(received[0].id(), received[1].id());
    assert_eq!(deliveries(&portal, &webhook).await[0]["status"], "delivered");
}

#[actix_web::test]
async fn two_workers_deliver_everything() {
    let (app, portal, receiver) = start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    hook(&portal, &receiver, json!(["groundwork.action_item.*"])).await;
    let other = app.start_replica().await;
    // They share a clock, and the leave to call receivers here.
    let mut core = other.state().core.clone();
    core.webhooks = app.state().webhooks;
    let workers = [worker(&app), Worker::new(core)];
    let mut created = BTreeSet::new();
    for number in 0..60 {
        let item =
            ana.post(&format!("{}/action-items", path(&plan)), json!({"title": format!("{number}")})).await;
        created.insert(item.is(201)["id"].as_str().unwrap().to_owned());
        if number % 10 == 9 {
            receiver.will([Manner::Answer(500)]);
            let steps = workers.each_ref().map(|worker| {
                let worker = worker.clone();
                rt::spawn(async move { worker.step().await.unwrap() })
            });
            for step in steps {
                step.await.unwrap();
            }
        }
    }
    app.clock().advance(Duration::minutes(10));
    for worker in &workers {
        worker.step().await.unwrap();
    }

    let delivered: Vec<String> = receiver
        .received()
        .iter()
        .map(|received| received.event()["data"]["action_item_id"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(delivered.iter().cloned().collect::<BTreeSet<_>>(), created);
    assert_eq!(delivered.len(), 60 + 6, "some came twice though nothing had failed");
}
