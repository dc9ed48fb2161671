//! What one request can cost: memory, bytes of a response, and the time of others.

use std::{
    io::{Read, Write},
    net::TcpStream,
    time::{Duration, Instant},
};

use flate2::{
    Compression,
    write::{GzEncoder, ZlibEncoder},
};
use uuid::Uuid;

use crate::support::{
    Reply, TestApp, Value, at_once, json,
    people::{Person, item_path, path},
};

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

async fn send_encoded(ana: &Person, encodings: &[&str], body: Vec<u8>) -> Reply {
    let request = ana.request("POST", "/v1/plans").header("content-type", "application/json");
    let request = encodings.iter().fold(request, |request, name| request.header("content-encoding", *name));
    Reply::of(request.body(body)).await
}

/// Sends the head of a request and the first byte of its body.
fn begin(app: &TestApp, caller: &Person, method: &str, path: &str, media_type: &str) -> TcpStream {
    let mut stream = TcpStream::connect(app.address()).unwrap();
    let token = &caller.token;
    let head = format!(
        "{method} {path} HTTP/1.1\r\nhost: here\r\nauthorization: Bearer {token}\r\ncontent-type: {media_type}\r\n\
         content-length: 99\r\n\r\n{{"
    );
    stream.write_all(head.as_bytes()).unwrap();
    stream
}

#[actix_web::test]
async fn a_hundred_errors_are_listed_and_the_others_counted() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let unknown =
        |number: usize| -> Value { (0..number).map(|at| (format!("f{at:04}"), json!(1))).collect() };

    for (number, left_out) in [(99, 0), (100, 1), (9_000, 8_901)] {
        let problem = ana.post("/v1/plans", unknown(number)).await.refused(422, "invalid-body");
        assert_eq!(problem["errors"].as_array().unwrap().len(), 100);
        assert_eq!(problem["errors_left_out"], left_out);
        assert_eq!(problem["detail"], format!("{} errors to fix; see errors", number + 1));
    }
    let query = (0..300).map(|at| format!("f{at}=1")).collect::<Vec<_>>().join("&");
    let problem = ana.get(&format!("/v1/plans?{query}")).await.refused(400, "invalid-query");
    assert_eq!(
        (problem["errors"].as_array().unwrap().len(), &problem["errors_left_out"]),
        (100, &json!(200))
    );

    let long = json!({"x".repeat(500_000): 1, "title": "Mine"});
    let problem = ana.post("/v1/plans", long).await.refused(422, "invalid-body");
    assert!(problem.to_string().len() < 2_000, "{} bytes", problem.to_string().len());
}

#[actix_web::test]
async fn what_lies_beyond_the_maximum_of_a_list_is_not_looked_into() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let item = item_path(&ana.first_item(&plan).await);

    let faults = ana.patch(&item, json!({"advances": vec![1; 9_000]})).await.faults();
    assert_eq!(faults, ["/advances", "/advances/0", "/advances/0", "/advances/1", "/advances/1"]);

    let body = json!({"title": "Mine", "answers": {"values": vec![json!({"name": ""}); 3_000]}});
    let problem = ana.post("/v1/plans", body).await.refused(422, "invalid-body");
    assert_eq!(problem["errors_left_out"], 0);
    for error in problem["errors"].as_array().unwrap() {
        let pointer = error["pointer"].as_str().unwrap();
        assert!(!pointer.contains("/5"), "{pointer}");
    }
}

#[actix_web::test]
async fn a_body_of_too_many_values_is_too_large_however_few_bytes_it_has() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;

    for values in [format!("[{}]", vec!["0"; 10_000].join(",")), vec![r#"{"":[]}"#; 6_000].join(",")] {
        let body = format!(r#"{{"title":"Mine","answers":[{values}]}}"#);
        for (method, path) in [("POST", "/v1/plans".to_owned()), ("PATCH", path(&plan))] {
            let request = ana.request(method, &path).header("content-type", "application/json");
            Reply::of(request.body(body.clone())).await.refused(413, "body-too-large");
        }
    }
}

#[actix_web::test]
async fn a_caller_without_the_right_learns_nothing_about_the_body() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let carla = app.person("carla", None).await;
    let plan = ana.shares_a_ready_plan().await;
    let nonsense = json!({"nonsense": true});

    for (path, item) in groundwork::app::openapi()["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            if operation.get("requestBody").is_none() || !path.contains('{') {
                continue;
            }
            let parts: Vec<String> = path
                .split('/')
                .map(|part| if part.starts_with('{') { Uuid::max().to_string() } else { part.to_owned() })
                .collect();
            let request = carla.request(&method.to_uppercase(), &parts.join("/")).json(&nonsense);
            let reply = Reply::of(request).await;
            assert!([403, 404].contains(&reply.status), "{method} {path}: {}", reply.status);
        }
    }
    carla.patch(&path(&plan), nonsense.clone()).await.refused(404, "not-found");
    app.hr_admin().patch(&path(&plan), nonsense.clone()).await.refused(403, "forbidden");
    app.service("plans:read").post("/v1/plans", nonsense.clone()).await.refused(403, "missing-scope");
    app.service("plans:write").post("/v1/plans", nonsense.clone()).await.refused(403, "forbidden");
    // With the right, it is looked at.
    assert_eq!(ana.patch(&path(&plan), nonsense.clone()).await.faults(), ["/nonsense"]);
    assert_eq!(ana.takes("withdraw", &plan, nonsense.clone()).await.faults(), ["/nonsense"]);
    assert_eq!(ana.takes("archive", &plan, nonsense).await.faults(), ["/nonsense"]);
}

#[actix_web::test]
async fn a_body_is_inflated_up_to_the_limit_and_no_further() {
    // Made first: it takes longer than the service keeps an idle connection open.
    let bomb = gzip(&vec![b' '; 60_000_000]);
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let body = |size: usize| format!(r#"{{"title":"Mine"{}}}"#, " ".repeat(size - 16)).into_bytes();

    send_encoded(&ana, &["gzip"], gzip(&body(1 << 20))).await.is(201);
    send_encoded(&ana, &["gzip"], gzip(&body((1 << 20) + 1))).await.refused(413, "body-too-large");
    // Several members make one body (RFC 1952, section 2.2).
    let (first, second) = (gzip(br#"{"title":"#), gzip(br#""Mine"}"#));
    send_encoded(&ana, &["x-gzip"], [first, second].concat()).await.is(201);
    let mut deflated = ZlibEncoder::new(Vec::new(), Compression::fast());
    deflated.write_all(&body(5_000)).unwrap();
    send_encoded(&ana, &["deflate"], deflated.finish().unwrap()).await.is(201);

    let started = Instant::now();
    let replies = at_once((0..8).map(|_| {
        let (ana, bomb) = (ana.clone(), bomb.clone());
        async move { send_encoded(&ana, &["gzip"], bomb).await }
    }))
    .await;
    for reply in replies {
        reply.refused(413, "body-too-large");
    }
    eprintln!("refusing eight bombs takes {:?}", started.elapsed());

    let whole = gzip(&body(100));
    let trailing = [&whole[..], b"more"].concat();
    for corrupt in [whole[..whole.len() - 1].to_vec(), trailing, b"{}".to_vec(), vec![0x1f, 0x8b]] {
        let problem = send_encoded(&ana, &["gzip"], corrupt).await.refused(400, "bad-request");
        assert_eq!(problem["detail"], "the body is not encoded as Content-Encoding says");
    }
}

#[actix_web::test]
async fn a_body_in_an_unknown_encoding_is_refused_with_those_that_are_known() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plain = br#"{"title":"Mine"}"#.to_vec();

    for encodings in
        [&["br"][..], &["zstd"], &["gzip, gzip"], &["gzip", "deflate"], &["identity, br"], &["?"]]
    {
        let reply = send_encoded(&ana, encodings, plain.clone()).await;
        assert_eq!(reply.header("accept-encoding"), "gzip, deflate", "{encodings:?}");
        reply.refused(415, "unsupported-media-type");
    }
    let import = app.hr_admin().request("POST", "/v1/people/import").header("content-type", "text/csv");
    let reply = Reply::of(import.header("content-encoding", "br").body("external_id")).await;
    reply.refused(415, "unsupported-media-type");
    for encodings in [&["identity"][..], &[""], &["GZIP"]] {
        let body = if encodings == ["GZIP"] { gzip(&plain) } else { plain.clone() };
        send_encoded(&ana, encodings, body).await.is(201);
    }
}

#[actix_web::test]
async fn requests_whose_bodies_are_on_their_way_keep_nobody_waiting() {
    let app =
        TestApp::start_with(&["--database-connections=2", "--database-wait=300ms", "--workers=2"]).await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let (hr, portal) = (app.hr_admin(), app.service("progress:write plans:read"));
    let mut open = Vec::new();
    for _ in 0..20 {
        open.push(begin(&app, &ana, "POST", "/v1/plans", "application/json"));
        open.push(begin(&app, &ana, "PATCH", &path(&plan), "application/json"));
        open.push(begin(&app, &ben, "POST", &format!("{}/agree", path(&plan)), "application/json"));
    }
    for _ in 0..6 {
        open.push(begin(&app, &hr, "POST", "/v1/people/import", "text/csv"));
        open.push(begin(&app, &portal, "POST", "/v1/action-items/progress/import", "application/x-ndjson"));
    }

    for caller in [&ana, &ben, &hr, &portal] {
        caller.get("/v1/plans").await.is(200);
    }
    ana.post("/v1/plans", json!({"title": "Another"})).await.is(201);
}

#[actix_web::test]
async fn a_body_that_does_not_arrive_in_time_is_told_so() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let hurried = app.start_replica_with(&["--request-timeout=1s"]).await;

    for (caller, path, media_type) in
        [(&ana, "/v1/plans", "application/json"), (&app.hr_admin(), "/v1/people/import", "text/csv")]
    {
        let mut stream = begin(&hurried, caller, "POST", path, media_type);
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        let answer = actix_web::rt::task::spawn_blocking(move || {
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            answer
        });
        let answer = answer.await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 408 Request Timeout\r\n"), "{answer}");
        assert!(answer.contains("connection: close\r\n"), "{answer}");
        // As `refused(408, "body-too-slow")` expects it.
        assert!(answer.contains(r#""type":"/problems/body-too-slow""#), "{answer}");
        assert!(answer.contains("the body did not arrive within 1s"), "{answer}");
    }
}

#[actix_web::test]
async fn a_caller_with_too_many_requests_at_once_is_told_so() {
    let app = TestApp::start_with(&["--database-connections=2", "--database-wait=100ms"]).await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    ben.get("/v1/plans").await.is(200);
    let hold = app.database().hold_plans().await;
    // The first waits for the lock, and may end just as the second's wait does; the others' ends before.
    let shares = (0..4).map(|_| {
        let (ana, plan) = (ana.clone(), plan.clone());
        async move { ana.takes("share", &plan, json!({})).await }
    });
    let mut replies = at_once(shares.collect::<Vec<_>>()).await;
    replies.sort_by_key(|reply| reply.status);

    hold.close().await.unwrap();
    let refused = replies.swap_remove(0);
    assert_eq!(refused.header("retry-after"), "1");
    let problem = refused.refused(429, "too-many-at-once");
    assert_eq!(
        problem["detail"],
        "this caller has 1 requests running already, and none of them ended within 100ms"
    );
}

#[actix_web::test]
async fn the_bodies_of_one_caller_take_a_limited_amount_of_memory() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let half = vec![b' '; 600_000];
    let mut open = Vec::new();
    for _ in 0..60 {
        let mut stream = TcpStream::connect(app.address()).unwrap();
        let head = format!(
            "POST /v1/plans HTTP/1.1\r\nhost: here\r\nauthorization: Bearer {}\r\n\
             content-type: application/json\r\ncontent-length: 1000000\r\n\r\n",
            ana.token
        );
        let half = half.clone();
        let sent = actix_web::rt::task::spawn_blocking(move || {
            stream.write_all(head.as_bytes()).unwrap();
            // Those over the limit are refused before they are read to the end.
            let _ = stream.write_all(&half);
            stream
        });
        open.push(sent.await.unwrap());
    }

    let large = json!({"title": "x".repeat(900_000)});
    let refused = ana.post("/v1/plans", large.clone()).await;
    let problem = refused.refused(429, "too-many-at-once");
    assert!(problem["detail"].as_str().unwrap().contains("large bodies"), "{problem}");
    assert_eq!(ben.post("/v1/plans", large).await.faults(), ["/title"]);
    drop(open);
}

#[actix_web::test]
async fn the_outcomes_of_an_import_are_listed_up_to_a_limit() {
    let app = TestApp::start().await;
    let (hr, portal) = (app.hr_admin(), app.service("progress:write"));
    let fields: Value = (0..60).map(|at| (format!("{at}{}", "x".repeat(5)), json!([]))).collect();
    let rows = format!("{fields}\n").repeat(10_000);

    for (caller, path) in [(&hr, "/v1/people/import"), (&portal, "/v1/action-items/progress/import")] {
        let request = caller.request("POST", path).header("content-type", "application/x-ndjson");
        let request = request.header("idempotency-key", "hostile");
        let result = Reply::of(request.body(rows.clone())).await.is(200);
        let (bytes, listed) = (result.to_string().len(), result["rows"].as_array().unwrap().len());
        assert!(bytes < 6_000_000, "{bytes} bytes");
        assert_eq!(result["failed"], 10_000);
        assert_eq!(result["results_left_out"], 10_000 - listed);
        assert!(result["rows"][0]["errors"].as_array().unwrap().len() > 50);
        let kept = app.database().texts("select body from idempotency_records").await;
        assert!(kept.iter().all(|body| body.len() < 6_000_000));
    }
    let many: Value = (0..63).map(|at| (format!("{at}"), json!(1))).collect();
    let request = hr.request("POST", "/v1/people/import").header("content-type", "application/x-ndjson");
    let too_many: Value = (0..64).map(|at| (format!("{at}"), json!(1))).collect();
    let result = Reply::of(request.body(format!("{many}\n{too_many}\n"))).await.is(200);
    assert_eq!(result["rows"][0]["errors_left_out"], 0);
    let detail = result["rows"][1]["errors"][0]["detail"].as_str().unwrap();
    assert!(detail.starts_with("has more than 64 values"), "{detail}");
}
