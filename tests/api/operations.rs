//! The operations port: metrics, health and the log filter.

use std::{
    collections::{BTreeMap, BTreeSet},
    net::TcpListener,
    time::Duration,
};

use chrono::TimeDelta;
use groundwork::{
    client::http_client,
    installation,
    telemetry::metrics::{Metrics, Task},
    webhooks::Worker,
};
use sea_orm::ConnectionTrait;

use crate::support::{
    Reply, SECRET, TestApp,
    database::TestDatabase,
    json,
    people::Person,
    process::{Process, refuses},
    receiver::{Manner, Receiver},
};

const GUIDE: &str = include_str!("../../docs/operating.md");

/// The samples of a text that Prometheus reads, by name and labels.
fn samples(text: &str) -> BTreeMap<String, f64> {
    assert!(text.ends_with("# EOF\n"), "{text}");
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let (name, value) = line.rsplit_once(' ').unwrap();
            (name.to_owned(), value.parse().unwrap())
        })
        .collect()
}

fn metrics(app: &TestApp) -> BTreeMap<String, f64> {
    samples(&app.state().metrics.text().unwrap())
}

/// Names as they are asked for, with their types.
fn families(metrics: &Metrics) -> BTreeSet<(String, String)> {
    let text = metrics.text().unwrap();
    let types = text.lines().filter_map(|line| line.strip_prefix("# TYPE "));
    types
        .map(|line| {
            let (name, kind) = line.split_once(' ').unwrap();
            match kind {
                "counter" => (format!("{name}_total"), "counter".to_owned()),
                "info" => (format!("{name}_info"), "gauge".to_owned()),
                kind => (name.to_owned(), kind.to_owned()),
            }
        })
        .collect()
}

/// A service in which every metric has a value.
async fn lives_through_a_day() -> (TestApp, Vec<String>) {
    let app = TestApp::start_with(&["--webhooks-allow-private"]).await;
    let (ana, ben) = app.employee_and_manager().await;
    let receiver = Receiver::start().await;
    let portal = app.service("webhooks:manage");
    let webhook = json!({"url": receiver.url, "event_types": ["*"]});
    let webhook = portal.post("/v1/webhooks", webhook).await.is(201);
    let plan = ana.shares_a_ready_plan().await;
    ben.agrees(&plan).await;
    let item = ana.first_item(&plan).await;
    ben.takes("agree", &plan, json!({})).await.refused(409, "already-agreed");
    ana.get(&format!("/v1/plans/{}", ana.id)).await.refused(404, "not-found");
    let core = &app.state().core;
    Worker::new(core.clone()).step().await.unwrap();
    installation::measure_backlog(core).await.unwrap();
    installation::count_totals(core).await.unwrap();
    for task in Task::ALL {
        core.metrics.record_run(task, true, app.clock().now());
    }
    let ids = [&plan["id"], &item["id"], &webhook["id"]].map(|id| id.as_str().unwrap().to_owned());
    (app, ids.into_iter().chain([ana.id, ben.id, receiver.url]).collect())
}

#[actix_web::test]
async fn a_request_is_counted_under_the_template_of_its_path() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let count = |method: &str, route: &str, status: u16| {
        let labels = format!(
            r#"http_request_method="{method}",http_route="{route}",http_response_status_code="{status}""#
        );
        metrics(&app)[&format!("http_server_request_duration_seconds_count{{{labels}}}")]
    };
    let before = count("GET", "/v1/plans/{plan_id}", 200);

    ana.reads(&plan).await;
    ana.reads(&plan).await;
    ana.get(&format!("/v1/plans/{}", ana.id)).await.refused(404, "not-found");

    assert_eq!(count("GET", "/v1/plans/{plan_id}", 200), before + 2.0);
    assert_eq!(count("GET", "/v1/plans/{plan_id}", 404), 1.0);
    assert_eq!(count("POST", "/v1/plans/{plan_id}/share", 200), 1.0);
    assert_eq!(metrics(&app)["http_server_active_requests"], 0.0);
}

#[actix_web::test]
async fn what_a_caller_makes_up_names_nothing() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;

    ana.get("/v1/made-up/by-a-caller").await.refused(404, "not-found");
    Reply::of(ana.request("BREW", "/v1/plans")).await.refused(405, "method-not-allowed");

    let text = app.state().metrics.text().unwrap();
    let made_up = r#"http_request_method="GET",http_route="unmatched",http_response_status_code="404""#;
    assert!(text.contains(made_up), "{text}");
    assert!(text.contains(r#"http_request_method="_OTHER",http_route="/v1/plans""#), "{text}");
    assert!(!text.contains("made-up") && !text.contains("BREW"), "{text}");
}

#[actix_web::test]
async fn a_request_that_is_given_up_is_counted_where_it_was_going() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let hurried = app.start_replica_with(&["--request-timeout=100ms"]).await;
    let ana = Person { app: hurried.clone(), ..ana };
    let held = app.database().hold_plans().await;

    ana.post("/v1/plans", json!({"title": "Late"})).await.refused(503, "timed-out");

    held.close().await.unwrap();
    let metrics = metrics(&hurried);
    let given_up = r#"http_request_method="POST",http_route="/v1/plans",http_response_status_code="503""#;
    assert_eq!(metrics[&format!("http_server_request_duration_seconds_count{{{given_up}}}")], 1.0);
    assert_eq!(metrics[r#"groundwork_problems_total{kind="timed-out"}"#], 1.0);
    assert_eq!(metrics[r#"groundwork_problems_total{kind="conflict"}"#], 0.0);
}

#[actix_web::test]
async fn callers_beyond_their_rate_are_counted() {
    let app = TestApp::start_with(&["--rate-limit=1"]).await;
    let (ana, _) = app.employee_and_manager().await;

    ana.get("/v1/me").await.is(200);
    ana.get("/v1/me").await.refused(429, "too-many-requests");

    let metrics = metrics(&app);
    assert_eq!(metrics["groundwork_rate_limited_total"], 1.0);
    assert_eq!(metrics[r#"groundwork_problems_total{kind="too-many-requests"}"#], 1.0);
}

#[actix_web::test]
async fn attempts_to_deliver_are_counted_by_what_came_of_them() {
    let app = TestApp::start_with(&["--webhooks-allow-private"]).await;
    let receiver = Receiver::start().await;
    let portal = app.service("webhooks:manage");
    let webhook = json!({"url": receiver.url, "event_types": ["*"]});
    let webhook = portal.post("/v1/webhooks", webhook).await.is(201);
    let test = format!("/v1/webhooks/{}/test", webhook["id"].as_str().unwrap());
    receiver.will([Manner::Answer(500)]);
    let worker = Worker::new(app.state().core.clone());

    portal.post(&test, json!({})).await.is(201);
    worker.step().await.unwrap();
    portal.post(&test, json!({})).await.is(201);
    worker.step().await.unwrap();

    let metrics = metrics(&app);
    assert_eq!(metrics[r#"groundwork_webhook_attempts_total{outcome="refused"}"#], 1.0);
    assert_eq!(metrics[r#"groundwork_webhook_attempts_total{outcome="delivered"}"#], 1.0);
    assert_eq!(metrics["groundwork_webhook_attempt_duration_seconds_count"], 2.0);
}

#[actix_web::test]
async fn what_waits_is_seen_without_asking_each_tenant() {
    let app = TestApp::start_with(&["--webhooks-allow-private"]).await;
    let portal = app.service("webhooks:manage");
    let mut paths = Vec::new();
    for _ in 0..2 {
        let webhook = json!({"url": "https://hr.example.com/hooks", "event_types": ["*"]});
        let webhook = portal.post("/v1/webhooks", webhook).await.is(201);
        paths.push(format!("/v1/webhooks/{}", webhook["id"].as_str().unwrap()));
    }
    for path in &paths {
        portal.post(&format!("{path}/test"), json!({})).await.is(201);
    }
    portal.patch(&paths[0], json!({"status": "disabled"})).await.is(200);
    app.clock().advance(TimeDelta::seconds(90));

    installation::measure_backlog(&app.state().core).await.unwrap();

    let metrics = metrics(&app);
    assert_eq!(metrics["groundwork_webhook_deliveries_due"], 1.0);
    assert_eq!(metrics["groundwork_webhook_lag_seconds"], 90.0);
    assert_eq!(metrics[r#"groundwork_webhooks{state="enabled"}"#], 1.0);
    assert_eq!(metrics[r#"groundwork_webhooks{state="disabled"}"#], 1.0);
}

#[actix_web::test]
async fn an_event_that_an_open_transaction_holds_back_grows_old() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    ana.shares_a_ready_plan().await;
    let core = &app.state().core;
    installation::measure_backlog(core).await.unwrap();
    let before = metrics(&app);
    assert!(before["groundwork_event_feed_head"] > 0.0);
    assert_eq!(before["groundwork_event_feed_age_seconds"], 0.0);
    // SQLite has one writer: nothing is committed beside what is open.
    let Some(open) = app.database().open_transaction().await else { return };

    ana.shares_a_ready_plan().await;
    app.clock().advance(TimeDelta::seconds(10));
    installation::measure_backlog(core).await.unwrap();
    let held = metrics(&app);
    open.execute_unprepared("rollback").await.unwrap();
    installation::measure_backlog(core).await.unwrap();
    let after = metrics(&app);

    assert_eq!(held["groundwork_event_feed_age_seconds"], 10.0);
    assert_eq!(held["groundwork_event_feed_head"], before["groundwork_event_feed_head"]);
    assert_eq!(after["groundwork_event_feed_age_seconds"], 0.0);
    assert!(after["groundwork_event_feed_head"] > before["groundwork_event_feed_head"]);
}

#[actix_web::test]
async fn the_whole_installation_is_counted() {
    let (app, _) = lives_through_a_day().await;
    app.person_in("another", "carl", None, "UTC").await.prepares_a_ready_plan().await;

    installation::count_totals(&app.state().core).await.unwrap();

    let metrics = metrics(&app);
    assert_eq!(metrics["groundwork_tenants"], 2.0);
    assert_eq!(metrics["groundwork_people"], 3.0);
    assert_eq!(metrics[r#"groundwork_plans{status="shared"}"#], 1.0);
    assert_eq!(metrics[r#"groundwork_plans{status="draft"}"#], 1.0);
    assert_eq!(metrics[r#"groundwork_action_items{status="not_started"}"#], 2.0);
}

#[actix_web::test]
async fn no_metric_tells_of_anybody() {
    let (app, private) = lives_through_a_day().await;

    let text = app.state().metrics.text().unwrap();

    for each in private.iter().map(String::as_str).chain(["acme", "ana", "ben", "portal"]) {
        let told = text.lines().filter(|line| !line.starts_with('#')).find(|line| line.contains(each));
        assert_eq!(told, None, "{each} is told");
    }
}

#[actix_web::test]
async fn every_metric_is_in_the_guide_and_every_one_in_the_guide_is_there() {
    let (app, _) = lives_through_a_day().await;

    let there = families(&app.state().metrics);

    let rows = GUIDE.lines().filter_map(|line| line.strip_prefix("| `"));
    let told: BTreeSet<(String, String)> = rows
        .filter_map(|row| {
            let mut cells = row.split('|').map(|cell| cell.trim().trim_matches('`').to_owned());
            let (name, kind) = (cells.next()?, cells.next()?);
            ["counter", "gauge", "histogram"].contains(&kind.as_str()).then_some((name, kind))
        })
        .collect();
    assert_eq!(there, told);
}

#[actix_web::test]
async fn the_operations_port_serves_those_who_operate_and_the_other_does_not() {
    let database = TestDatabase::create().await;
    let process = Process::start(&["serve", "--database-url", &database.url, "--auth-hs256-secret", SECRET]);
    let client = http_client(Duration::from_secs(10)).unwrap();
    let get = async |base: &str, path: &str| Reply::of(client.get(format!("{base}{path}"))).await;

    let metrics = get(&process.operations, "/metrics").await;
    assert_eq!(metrics.header("content-type"), "application/openmetrics-text; version=1.0.0; charset=utf-8");
    let text = metrics.is(200);
    assert!(text.as_str().unwrap().contains("process_open_fds "), "{text}");
    get(&process.operations, "/health/live").await.is(200);
    get(&process.operations, "/health/ready").await.is(200);
    get(&process.operations, "/v1/plans").await.refused(404, "not-found");
    get(&process.base, "/metrics").await.refused(404, "not-found");
    get(&process.base, "/log").await.refused(404, "not-found");
    let works = |text: &str| {
        let last = |task| text.contains(&format!(r#"last_success_timestamp_seconds{{task="{task}"}}"#));
        let tasks = "webhooks reminders tidy figures reads audit audit_heads secrets leavers totals";
        tasks.split(' ').all(last) && text.contains("groundwork_ready 1")
    };
    while !works(get(&process.operations, "/metrics").await.is(200).as_str().unwrap()) {
        tokio::task::yield_now().await;
    }
}

#[actix_web::test]
async fn what_is_logged_can_be_changed_while_the_service_runs() {
    let database = TestDatabase::create().await;
    let process = Process::start(&["serve", "--database-url", &database.url, "--auth-hs256-secret", SECRET]);
    let client = http_client(Duration::from_secs(10)).unwrap();
    let url = format!("{}/log", process.operations);
    let change = async |filter: &'static str| Reply::of(client.put(&url).body(filter)).await;
    let ask = async |id: &str| {
        let me = client.get(format!("{}/v1/me", process.base)).header("x-request-id", id);
        Reply::of(me).await.refused(401, "unauthorized")
    };

    let before = Reply::of(client.get(&url)).await.is(200);
    ask("quiet").await;
    change("info,groundwork::http=debug").await.is(204);
    assert_eq!(Reply::of(client.get(&url)).await.is(200), "groundwork::http=debug,info\n");
    ask("loud").await;
    for wrong in ["", "groundwork=louder"] {
        let problem = change(wrong).await.refused(422, "invalid-body");
        assert!(problem["errors"][0]["detail"].as_str().unwrap().contains("write a level, such as info"));
    }

    assert_eq!(process.says(r#""request_id":"loud""#)["message"], "answered");
    assert!(!process.log().iter().any(|line| line["request_id"] == "quiet"));
    assert_ne!(before, "groundwork::http=debug,info\n");
}

#[actix_web::test]
async fn an_operations_port_that_is_taken_is_refused_where_it_was_asked_for() {
    let database = TestDatabase::create().await;
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = taken.local_addr().unwrap().to_string();
    let serve = ["serve", "--database-url", &database.url, "--auth-hs256-secret", SECRET];
    // Occupies the default port, if no other program has.
    let _usual = TcpListener::bind("127.0.0.1:9464");

    let asked = ["--bind", "127.0.0.1:0", "--operations-bind", &taken];
    let refusal = refuses(&[], &[serve.as_slice(), &asked].concat());
    assert!(refusal.contains("GROUNDWORK_OPERATIONS_BIND: "), "{refusal}");
    assert!(refusal.contains("remedy: choose an address that is free"), "{refusal}");
    let refusal = refuses(&[("GROUNDWORK_OPERATIONS_BIND", "here")], &serve);
    assert!(refusal.contains("write an address and a port"), "{refusal}");

    let process = Process::start_in(&[], &serve);
    assert_eq!(process.operations, "");
    process.says("no metrics; choose another address with GROUNDWORK_OPERATIONS_BIND");
    drop(process);
    assert_eq!(
        Process::start_in(&[], &[serve.as_slice(), &["--operations-bind", "off"]].concat()).operations,
        ""
    );
}
