//! What proxies, browsers and simple clients make of HTTP.

use std::{
    io::{Read, Write},
    net::TcpStream,
    process::Command,
    time::Duration,
};

use crate::support::{Reply, TestApp, json, people::path};

#[actix_web::test]
async fn head_is_answered_as_get_is_without_the_body() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    ana.post("/v1/plans", json!({"title": "Another"})).await.is(201);
    let portal = app.service("plans:read");

    let mut paths: Vec<String> = [
        "/v1/plans?limit=1",
        "/v1/me",
        "/v1/nowhere",
        "/v1/plans?limit=0",
        "/health/live",
        "/openapi.json",
        "/problems/not-found",
        "/docs/",
        "/docs",
        "/nowhere",
    ]
    .map(str::to_owned)
    .into();
    paths.push(path(&plan));
    for path in paths {
        for caller in [&ana, &portal] {
            let send = async |method| {
                let request = caller.request(method, &path).header("x-request-id", "same");
                let response = request.send().await.unwrap();
                let mut headers = response.headers().clone();
                headers.remove("date");
                // A cursor is encrypted, each time otherwise.
                if let Some(link) = headers.get_mut("link") {
                    assert!(link.to_str().unwrap().contains("cursor="), "{path}");
                    *link = "the next page".parse().unwrap();
                }
                (response.status(), headers, response.bytes().await.unwrap())
            };
            let (get, head) = (send("GET").await, send("HEAD").await);
            assert_eq!((get.0, get.1), (head.0, head.1), "{path}");
            assert!(head.2.is_empty(), "{path}");
        }
    }
    let tag = ana.get(&path(&plan)).await.header("etag").to_owned();
    assert_eq!(Reply::of(ana.request("HEAD", &path(&plan)).header("if-none-match", tag)).await.status, 304);
    assert_eq!(Reply::of(ana.request("HEAD", "/v1/people/import")).await.status, 405);
    Reply::of(app.request("HEAD", "/v1/plans")).await.headers.get("www-authenticate").unwrap();
}

#[actix_web::test]
async fn a_connection_can_be_used_on_after_head() {
    let app = TestApp::start().await;
    let portal = app.service("plans:read");
    let (address, token) = (app.address(), portal.token.clone());
    let read = move |accept: &str| {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        let head = format!(
            "/v1/plans HTTP/1.1\r\nhost: here\r\nauthorization: Bearer {token}\r\naccept: {accept}\r\n"
        );
        let mut answers = Vec::new();
        for (method, end) in [("HEAD", ""), ("GET", "connection: close\r\n")] {
            stream.write_all(format!("{method} {head}{end}\r\n").as_bytes()).unwrap();
            let mut bytes = [0; 4096];
            let length = stream.read(&mut bytes).unwrap();
            answers.push(String::from_utf8_lossy(&bytes[..length]).into_owned());
        }
        answers
    };
    for accept in ["application/json", "application/x-ndjson"] {
        let read = read.clone();
        let answers = actix_web::rt::task::spawn_blocking(move || read(accept)).await.unwrap();
        for answer in &answers {
            assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answers:#?}");
        }
        assert!(answers[0].ends_with("\r\n\r\n"), "{answers:#?}");
    }
}

#[actix_web::test]
async fn a_header_with_two_values_that_must_have_one_is_refused() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let share = || ana.request("POST", &format!("{}/share", path(&plan))).json(&json!({}));
    let bearer = |token: &str| format!("Bearer {token}");

    for request in [
        share().header("authorization", bearer(&ben.token)),
        share().header("authorization", bearer(&ana.token)),
        share().header("idempotency-key", "one").header("idempotency-key", "two"),
        share().header("if-match", "\"1\"").header("if-match", "\"2\""),
        share().header("content-type", "text/plain"),
    ] {
        let problem = Reply::of(request).await.refused(400, "invalid-header");
        assert!(problem["detail"].as_str().unwrap().ends_with("must be given once"), "{problem}");
    }
    assert_eq!(ana.reads(&plan).await, plan);
    // Of two request ids, neither is taken.
    let request = ana.request("GET", "/v1/me").header("x-request-id", "one").header("x-request-id", "two");
    assert_eq!(Reply::of(request).await.header("x-request-id").len(), 36);
}

#[actix_web::test]
async fn what_is_empty_is_as_if_it_were_not_sent() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;

    for accept in ["", " "] {
        Reply::of(ana.request("GET", "/v1/plans").header("accept", accept)).await.is(200);
    }
    // As `curl -X POST -d ''` sends it.
    let form = "application/x-www-form-urlencoded";
    let share = ana.request("POST", &format!("{}/share", path(&plan))).header("content-type", form);
    Reply::of(share.body("")).await.is(200);
    let share = ana.request("POST", &format!("{}/share", path(&plan))).header("content-type", form);
    Reply::of(share.body("note=1")).await.refused(415, "unsupported-media-type");
}

#[actix_web::test]
async fn whole_numbers_may_be_written_with_a_fraction() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let progress =
        format!("/v1/action-items/{}/progress", ana.first_item(&plan).await["id"].as_str().unwrap());

    for (text, percent) in [("50.0", 50), ("6e1", 60), ("-0.0", 0)] {
        let request = ana.request("POST", &progress).header("content-type", "application/json");
        let reply = Reply::of(request.body(format!(r#"{{"progress_percent":{text}}}"#))).await;
        assert_eq!(reply.is(201)["progress_percent"], percent);
    }
    let refused = ana.post(&progress, json!({"progress_percent": 50.5})).await.refused(422, "invalid-body");
    assert_eq!(
        refused["errors"],
        json!([
            {"pointer": "/progress_percent", "detail": "must be null or an integer"},
        ])
    );
}

#[actix_web::test]
async fn a_title_has_something_to_see() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;

    for blank in [
        " ",
        "\u{3000}",
        "\u{200b}",
        "\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}",
        "\u{0001}\u{001b}",
        "\u{0085}",
        "\u{202e}",
        "\u{2066}\u{2069}",
        "\u{0301}",
        "\u{0e31}",
        "\u{00ad}",
        "\u{034f}",
        "\u{115f}",
        "\u{1160}",
        "\u{3164}",
        "\u{ffa0}",
        "\u{2800}",
        "\u{fe0f}",
        "\u{e0020}",
        "\u{e0100}",
        "\u{180e}",
        "\u{fff9}",
        "\u{20dd}",
        "\u{2028}",
    ] {
        for title in [blank.to_owned(), format!("  {blank} {blank}")] {
            let faults = ana.post("/v1/plans", json!({"title": title})).await.faults();
            assert_eq!(faults, ["/title"], "{}", blank.escape_unicode());
        }
    }
    for seen in
        ["a", "é", "e\u{301}", "👩\u{200d}👩", "\u{202e}x", "ا", "漢", "🏴\u{e0067}", "∅", ".", "\u{903}"]
    {
        ana.post("/v1/plans", json!({"title": seen})).await.is(201);
    }
}

#[actix_web::test]
async fn links_are_full_urls_where_the_public_url_is_known() {
    let app = TestApp::start_with(&["--public-url=https://hr.example/groundwork/"]).await;
    let (ana, _) = app.employee_and_manager().await;
    let base = "https://hr.example/groundwork";

    let created = ana.post("/v1/plans", json!({"title": "Mine"})).await;
    let location = created.header("location").to_owned();
    assert_eq!(location, format!("{base}{}", path(&created.is(201))));
    ana.post("/v1/plans", json!({"title": "Another"})).await.is(201);
    let page = ana.get("/v1/plans?limit=1").await;
    assert!(page.header("link").starts_with(&format!("<{base}/v1/plans?limit=1&cursor=")), "{page:#?}");
    for (reply, problem, instance) in [
        (ana.get("/v1/nowhere").await, "not-found", "/v1/nowhere"),
        (Reply::of(app.request("GET", "/v1/plans")).await, "unauthorized", "/v1/plans"),
    ] {
        assert_eq!(reply.body["type"], format!("{base}/problems/{problem}"));
        assert_eq!(reply.body["instance"], format!("{base}{instance}"));
    }
    let document = Reply::of(app.request("GET", "/openapi.json")).await.is(200);
    assert_eq!(document["servers"][0]["url"], base);
    assert_eq!(Reply::of(app.request("HEAD", "/docs")).await.header("location"), format!("{base}/docs/"));
}

#[actix_web::test]
async fn pages_may_send_what_tracing_and_old_libraries_send() {
    let app = TestApp::start_with(&["--cors-origins= https://hr.example/ ,https://b.example"]).await;

    for header in ["traceparent", "tracestate", "baggage", "x-requested-with", "idempotency-key", "if-match"]
    {
        let preflight = app
            .request("OPTIONS", "/v1/plans")
            .header("origin", "https://hr.example")
            .header("access-control-request-method", "POST")
            .header("access-control-request-headers", format!("authorization,{header}"));
        let reply = Reply::of(preflight).await;
        assert_eq!(reply.header("access-control-allow-origin"), "https://hr.example", "{header}");
        reply.is(200);
    }
}

#[test]
fn an_origin_that_no_browser_sends_stops_the_start() {
    for wrong in ["hr.example", "https://hr.example/app", "https://a.example,b.example"] {
        let run = Command::new(env!("CARGO_BIN_EXE_groundwork"))
            .args(["serve", "--bind=127.0.0.1:0", "--database-url=sqlite::memory:"])
            .env("GROUNDWORK_CORS_ORIGINS", wrong)
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&run.stderr);
        assert!(!run.status.success(), "{wrong}");
        assert!(told.contains("--cors-origins") && told.contains("write scheme and host"), "{told}");
    }
}
