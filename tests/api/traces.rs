//! Traces: spans of one trace belong together, and contain nothing private.

use std::time::Duration;

use groundwork::{auth::token, client::http_client, clock::Clock};
use opentelemetry_proto::tonic::trace::v1::Span;

use crate::support::{
    SECRET, Value,
    collector::{Collector, hex, text},
    database::TestDatabase,
    json,
    process::{Process, refuses},
    receiver::Receiver,
};

const TRACE: &str = "4bf92f3577b34da6a3ce929d0e0e4736";
const CALLER: &str = "00f067aa0ba902b7";
const PEOPLE: &str =
    "external_id,user_name,display_name,email\nx-1,ana.silva,Ana Silva,ana.silva@example.com\n";

fn bearer(claims: Value) -> String {
    let mut claims = claims;
    claims["tenant"] = json!("acme");
    claims["exp"] = json!(Clock::system().now().timestamp() + 3600);
    token::mint(SECRET, &claims).unwrap()
}

/// A service that sends its traces to `collector`, soon.
fn serve(database: &TestDatabase, collector: &str) -> Process {
    serve_in(database, collector, &[])
}

fn serve_in(database: &TestDatabase, collector: &str, environment: &[(&str, &str)]) -> Process {
    let to = [("OTEL_EXPORTER_OTLP_ENDPOINT", collector), ("OTEL_BSP_SCHEDULE_DELAY", "50")];
    let environment = [to.as_slice(), environment].concat();
    let arguments = ["serve", "--database-url", &database.url, "--auth-hs256-secret", SECRET];
    let more = ["--webhooks-allow-private", "--operations-bind", "127.0.0.1:0"];
    Process::start_in(&environment, &[arguments.as_slice(), &more].concat())
}

/// Imports the people, within the trace of a caller.
async fn import(process: &Process) -> reqwest::Response {
    let client = http_client(Duration::from_secs(10)).unwrap();
    client
        .post(format!("{}/v1/people/import", process.base))
        .bearer_auth(bearer(json!({"sub": "hr", "roles": ["hr_admin"]})))
        .header("traceparent", format!("00-{TRACE}-{CALLER}-01"))
        .header("x-request-id", "import-1")
        .header("content-type", "text/csv")
        .body(PEOPLE)
        .send()
        .await
        .unwrap()
}

async fn follow(process: &Process, receiver: &Receiver) {
    let webhook = http_client(Duration::from_secs(10))
        .unwrap()
        .post(format!("{}/v1/webhooks", process.base))
        .bearer_auth(bearer(json!({"sub": "portal", "client_id": "portal", "scope": "webhooks:manage"})))
        .json(&json!({"url": receiver.url, "event_types": ["groundwork.person.*"]}));
    assert_eq!(webhook.send().await.unwrap().status(), 201);
}

#[actix_web::test]
async fn a_request_its_statements_and_the_deliveries_that_follow_are_one_trace() {
    let (database, collector) = (TestDatabase::create().await, Collector::start().await);
    let receiver = Receiver::start().await;
    let process = serve(&database, &collector.url);
    follow(&process, &receiver).await;

    assert_eq!(import(&process).await.status(), 200);

    receiver.has(1).await;
    let delivery = collector.has("POST webhook").await;
    let request = collector.has("POST /v1/people/import").await;
    assert_eq!(hex(&request.trace_id), TRACE);
    assert_eq!(hex(&request.parent_span_id), CALLER);
    assert_eq!(text(&request.attributes, "http.route"), "/v1/people/import");
    assert_eq!(text(&request.attributes, "http.response.status_code"), "200");
    let children: Vec<_> =
        collector.spans().into_iter().filter(|span| span.parent_span_id == request.span_id).collect();
    let statements: Vec<_> =
        children.iter().map(|span| text(&span.attributes, "db.operation.name")).collect();
    assert!(statements.contains(&"BEGIN".to_owned()), "{statements:?}");
    assert!(statements.contains(&"SELECT".to_owned()), "{statements:?}");
    assert!(statements.contains(&"COMMIT".to_owned()), "{statements:?}");

    assert_eq!(delivery.parent_span_id, request.span_id);
    assert_eq!(hex(&delivery.trace_id), TRACE);
    assert_eq!(text(&delivery.attributes, "http.response.status_code"), "204");
    let received = &receiver.received()[0];
    assert_eq!(received.headers["traceparent"], format!("00-{TRACE}-{}-01", hex(&delivery.span_id)));
    assert_eq!(received.event()["traceparent"], format!("00-{TRACE}-{}-01", hex(&request.span_id)));
    assert_eq!(collector.resource("service.name"), "groundwork");
    assert_eq!(collector.resource("service.version"), env!("CARGO_PKG_VERSION"));
}

#[actix_web::test]
async fn progress_and_a_new_item_are_two_round_trips_to_postgresql() {
    let (database, collector) = (TestDatabase::create().await, Collector::start().await);
    let process = serve(&database, &collector.url);
    assert_eq!(import(&process).await.status(), 200);
    let client = http_client(Duration::from_secs(10)).unwrap();
    let post = async |path: String, body: Value| -> Value {
        let request = client.post(format!("{}{path}", process.base)).json(&body);
        let reply = request.bearer_auth(bearer(json!({"sub": "ana.silva"}))).send().await.unwrap();
        assert_eq!(reply.status(), 201);
        reply.json().await.unwrap()
    };
    let plan = post("/v1/plans".into(), json!({"title": "Mine"})).await;
    let items = format!("/v1/plans/{}/action-items", plan["id"].as_str().unwrap());
    let item = post(items, json!({"title": "Lead the review"})).await;
    let progress = format!("/v1/action-items/{}/progress", item["id"].as_str().unwrap());
    post(progress, json!({"progress_percent": 40})).await;

    for route in ["/v1/plans/{plan_id}/action-items", "/v1/action-items/{action_item_id}/progress"] {
        let request = collector.has(&format!("POST {route}")).await;
        let of_request = |span: &Span| span.parent_span_id == request.span_id;
        let statements = collector.spans().into_iter().filter(of_request).count();
        // SQLite changes share a transaction, which the first begins and the last commits.
        if database.server_url().is_some() {
            assert_eq!(statements, 2, "{route}");
        }
    }
}

#[actix_web::test]
async fn teams_of_any_size_take_the_same_number_of_statements() {
    let (database, collector) = (TestDatabase::create().await, Collector::start().await);
    let process = serve(&database, &collector.url);
    let client = http_client(Duration::from_secs(10)).unwrap();
    let get = async |sub: &str, path: &str, accept: &str| -> String {
        let request = client.get(format!("{}{path}", process.base)).header("accept", accept);
        let reply = request.bearer_auth(bearer(json!({"sub": sub}))).send().await.unwrap();
        assert_eq!(reply.status(), 200, "{path}");
        reply.text().await.unwrap()
    };
    let json = "application/json";
    let mut counted = Vec::new();
    for size in [2, 60] {
        let mut people = String::from("external_id,user_name,display_name,manager_external_id\n");
        for (name, manager) in [("top", ""), (&*format!("boss-{size}"), "top")] {
            people += &format!("{name},{name},{name},{manager}\n");
        }
        for number in 0..size {
            people += &format!("{size}-{number},{size}-{number},{size}-{number},boss-{size}\n");
        }
        let import = client.post(format!("{}/v1/people/import", process.base));
        let import = import.bearer_auth(bearer(json!({"sub": "hr", "roles": ["hr_admin"]})));
        let import = import.header("content-type", "text/csv").body(people).send().await.unwrap();
        assert_eq!(import.status(), 200);
        let me: Value = serde_json::from_str(&get(&format!("boss-{size}"), "/v1/me", json).await).unwrap();
        let boss = me["person"]["id"].as_str().unwrap().to_owned();
        get("top", "/v1/me", json).await;
        let team = format!("/v1/people/{boss}/team-progress");
        for (path, accept) in [
            (format!("{team}?limit=100"), json),
            (format!("{team}?scope=subtree&sort=name&late=false&limit=100"), json),
            (team.clone(), "text/csv"),
            (format!("{team}/history"), json),
        ] {
            // Once before, so that the caller and the names are known.
            get("top", &path, accept).await;
            let trace = format!("{:032x}", counted.len() + 1);
            let request = client.get(format!("{}{path}", process.base)).header("accept", accept);
            let request = request.header("traceparent", format!("00-{trace}-{CALLER}-01"));
            let reply = request.bearer_auth(bearer(json!({"sub": "top"}))).send().await.unwrap();
            assert_eq!(reply.status(), 200);
            reply.text().await.unwrap();
            let is_it = |span: &Span| hex(&span.trace_id) == trace && hex(&span.parent_span_id) == CALLER;
            let request = collector.finds(is_it).await;
            let of_request = |span: &Span| span.parent_span_id == request.span_id;
            counted.push(collector.spans().into_iter().filter(of_request).count());
        }
    }
    let (small, large) = counted.split_at(4);
    assert_eq!(small, large);
    assert!(small.iter().all(|statements| (1..=3).contains(statements)), "{small:?}");
}

#[actix_web::test]
async fn a_trace_tells_of_nobody() {
    let (database, collector) = (TestDatabase::create().await, Collector::start().await);
    let receiver = Receiver::start().await;
    let process = serve(&database, &collector.url);
    follow(&process, &receiver).await;
    assert_eq!(import(&process).await.status(), 200);
    receiver.has(1).await;
    collector.has("POST webhook").await;

    let told = format!("{:?}", collector.spans()).to_lowercase();

    assert!(told.contains("insert into"), "{told}");
    let secrets = ["silva", "x-1", "acme", "example.com", "whsec_", "eyj", "import-1", &receiver.url];
    for secret in secrets {
        assert!(!told.contains(secret), "{secret} is told in {told}");
    }
}

#[actix_web::test]
async fn the_secret_of_a_calendar_is_in_no_log_trace_or_metric() {
    let (database, collector) = (TestDatabase::create().await, Collector::start().await);
    let process = serve_in(&database, &collector.url, &[("GROUNDWORK_LOG", "debug")]);
    assert_eq!(import(&process).await.status(), 200);
    let client = http_client(Duration::from_secs(10)).unwrap();
    let made = client.post(format!("{}/v1/me/calendar", process.base));
    let made = made.bearer_auth(bearer(json!({"sub": "ana.silva"}))).send().await.unwrap();
    let address = made.json::<Value>().await.unwrap()["address"].as_str().unwrap().to_owned();
    let secret = address.strip_prefix("/v1/calendar/").unwrap().strip_suffix(".ics").unwrap().to_owned();
    let read =
        async |path: String| client.get(format!("{}{path}", process.base)).send().await.unwrap().status();

    assert_eq!(read(address.clone()).await, 200);
    for wrong in
        [format!("/v1/calendar/{secret}"), format!("/v1/calendar/{secret}A.ics"), format!("{address}/a")]
    {
        assert_eq!(read(wrong).await, 404);
    }

    collector.has("GET /v1/calendar/{secret}.ics").await;
    let metrics = client.get(format!("{}/metrics", process.operations)).send().await.unwrap();
    let metrics = metrics.text().await.unwrap();
    assert!(metrics.contains("/v1/calendar/{secret}.ics"), "{metrics}");
    process.is_told_to_stop();
    let log = format!("{:?}", process.ends_well());
    assert!(log.contains("/v1/calendar/{secret}.ics"), "{log}");
    for told in [log, metrics, format!("{:?}", collector.spans())] {
        assert!(!told.contains(&secret), "{told}");
    }
}

#[actix_web::test]
async fn a_trace_that_nobody_samples_is_carried_on_and_not_told() {
    let (database, collector) = (TestDatabase::create().await, Collector::start().await);
    let process = serve(&database, &collector.url);
    let client = http_client(Duration::from_secs(10)).unwrap();
    let read = async |flags: &str| {
        let me = client.get(format!("{}/v1/me", process.base));
        let me =
            me.bearer_auth(bearer(json!({"sub": "portal", "client_id": "portal", "scope": "plans:read"})));
        me.header("traceparent", format!("00-{TRACE}-{CALLER}-{flags}")).send().await.unwrap()
    };

    assert_eq!(read("00").await.status(), 200);
    assert_eq!(read("01").await.status(), 200);
    collector.has("GET /v1/me").await;
    process.is_told_to_stop();
    assert!(process.ends());

    let requests = collector.spans().iter().filter(|span| span.name == "GET /v1/me").count();
    assert_eq!(requests, 1);
}

#[actix_web::test]
async fn the_environment_says_who_sends_the_traces_and_how_many() {
    let (database, collector) = (TestDatabase::create().await, Collector::start().await);
    let environment = [
        ("OTEL_SERVICE_NAME", "careers"),
        ("OTEL_RESOURCE_ATTRIBUTES", "deployment.environment.name=trial"),
        ("OTEL_TRACES_SAMPLER", "parentbased_always_off"),
        ("OTEL_EXPORTER_OTLP_COMPRESSION", "gzip"),
    ];
    let process = serve_in(&database, &collector.url, &environment);
    let plans = http_client(Duration::from_secs(10)).unwrap().get(format!("{}/v1/plans", process.base));

    assert_eq!(plans.send().await.unwrap().status(), 401);
    assert_eq!(import(&process).await.status(), 200);
    collector.has("POST /v1/people/import").await;
    process.is_told_to_stop();
    process.ends_well();

    assert_eq!(collector.resource("service.name"), "careers");
    assert_eq!(collector.resource("deployment.environment.name"), "trial");
    assert!(!collector.spans().iter().any(|span| span.name == "GET /v1/plans"));
}

#[actix_web::test]
async fn what_is_logged_of_a_request_has_its_ids() {
    let (database, collector) = (TestDatabase::create().await, Collector::start().await);
    let process = serve(&database, &collector.url);
    let filter = http_client(Duration::from_secs(10)).unwrap().put(format!("{}/log", process.operations));
    assert_eq!(filter.body("warn,groundwork::http=debug").send().await.unwrap().status(), 204);

    import(&process).await;

    let line = process.says(r#""request_id":"import-1""#);
    let request = collector.has("POST /v1/people/import").await;
    assert_eq!(line["request_id"], "import-1");
    assert_eq!(line["trace_id"], TRACE);
    assert_eq!(line["span_id"], hex(&request.span_id));
    assert_eq!(line["http.route"], "/v1/people/import");
}

#[actix_web::test]
async fn the_callers_trace_is_logged_where_none_is_collected() {
    let database = TestDatabase::create().await;
    let arguments = ["serve", "--database-url", &database.url, "--auth-hs256-secret", SECRET];
    let process = Process::start(&[arguments.as_slice(), &["--log", "groundwork=debug"]].concat());

    import(&process).await;

    let line = process.says(r#""request_id":"import-1""#);
    assert_eq!(line["trace_id"], TRACE);
    assert_eq!(line.get("span_id"), None);
}

#[actix_web::test]
async fn a_collector_that_is_away_is_told_of_once_and_holds_up_nobody() {
    let database = TestDatabase::create().await;
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let process = serve(&database, &format!("http://{free}"));

    assert_eq!(import(&process).await.status(), 200);
    process.says("traces cannot be sent");
    assert_eq!(import(&process).await.status(), 200);
    process.is_told_to_stop();

    let log = process.ends_well();
    let told = log.iter().filter(|line| line.to_string().contains("traces cannot be sent"));
    assert_eq!(told.count(), 1, "{log:#?}");
}

#[actix_web::test]
async fn a_collector_that_is_named_wrongly_is_refused_at_the_start() {
    let database = TestDatabase::create().await;
    let serve = ["serve", "--database-url", &database.url, "--auth-hs256-secret", SECRET];

    let refusal = refuses(&[("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4318")], &serve);
    assert!(refusal.contains("OTEL_EXPORTER_OTLP_ENDPOINT: begins neither with http://"), "{refusal}");
    let grpc =
        [("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4317"), ("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")];
    let refusal = refuses(&grpc, &serve);
    assert!(refusal.contains("OTEL_EXPORTER_OTLP_PROTOCOL: grpc is not supported"), "{refusal}");
    assert!(refusal.contains("remedy: "), "{refusal}");
}
