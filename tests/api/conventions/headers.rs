//! Header fields that go with every answer, or with those that ask for them.

use crate::support::{Reply, TestApp, json};

#[actix_web::test]
async fn every_answer_carries_the_callers_request_id_or_a_new_one() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let id_of = async |path: &str, given: &str| {
        let reply = Reply::of(ana.request("GET", path).header("x-request-id", given)).await;
        reply.header("x-request-id").to_owned()
    };

    for path in ["/v1/plans", "/v1/nowhere", "/health/live", "/openapi.json"] {
        assert_eq!(id_of(path, "portal-7f3a/2").await, "portal-7f3a/2");
        for unfit in ["", "has a space", "ümlaut", &"x".repeat(129)] {
            let made = id_of(path, unfit).await;
            assert!(uuid::Uuid::parse_str(&made).is_ok(), "{made} for {unfit}");
        }
        let first = ana.get(path).await.header("x-request-id").to_owned();
        assert_ne!(first, ana.get(path).await.header("x-request-id"));
    }
}

#[actix_web::test]
async fn every_answer_is_safe_to_show_in_a_browser() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let unknown = app.bearer(json!({"sub": ""}));

    for path in ["/v1/plans", "/v1/nowhere", "/health/live", "/openapi.json", "/problems/forbidden", "/docs/"]
    {
        for caller in [&ana, &unknown] {
            let reply = caller.get(path).await;
            assert_eq!(reply.header("x-content-type-options"), "nosniff", "{path}");
            assert_eq!(reply.header("referrer-policy"), "no-referrer", "{path}");
            let policy = reply.header("content-security-policy");
            assert!(policy.contains("frame-ancestors 'none'"), "{path}: {policy}");
            if path.starts_with("/v1/") {
                assert_eq!(reply.header("cache-control"), "private, no-cache");
                let vary = reply.headers.get_all("vary").iter().any(|field| field == "Authorization");
                assert!(vary, "{:?}", reply.headers);
            }
        }
    }
}

#[actix_web::test]
async fn an_answer_comes_in_a_form_that_the_caller_accepts() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let accepting =
        async |accept: &str| Reply::of(ana.request("GET", "/v1/plans").header("accept", accept)).await;

    for accept in [
        "application/json",
        "*/*",
        "application/*;q=0.1",
        "text/html, */*;q=0.5",
        "text/csv, Application/JSON",
    ] {
        assert_eq!(accepting(accept).await.header("content-type"), "application/json");
    }
    for accept in ["text/html", "application/json;q=0", "*/*, application/json;q=0", "image/*"] {
        accepting(accept).await.refused(406, "not-acceptable");
    }
    let refused =
        ana.request("POST", "/v1/plans").header("accept", "text/html").json(&json!({"title": "Mine"}));
    Reply::of(refused).await.refused(406, "not-acceptable");
    assert_eq!(app.count("plans").await, 0);
}

#[actix_web::test]
async fn answers_are_compressed_for_those_who_accept_that() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    ana.prepares_a_ready_plan().await;

    let plain = ana.request("GET", "/v1/plans").send().await.unwrap();
    assert!(plain.headers().get("content-encoding").is_none());
    let plain = plain.bytes().await.unwrap();
    let packed = ana.request("GET", "/v1/plans").header("accept-encoding", "gzip").send().await.unwrap();

    assert_eq!(packed.headers()["content-encoding"], "gzip");
    let packed = packed.bytes().await.unwrap();
    assert!(packed.starts_with(&[0x1f, 0x8b]), "not gzip");
    assert!(packed.len() < plain.len(), "{} is no less than {}", packed.len(), plain.len());
    // A problem is sent as it is.
    let problem = ana.request("GET", "/v1/nowhere").header("accept-encoding", "gzip");
    Reply::of(problem).await.refused(404, "not-found");
}

#[actix_web::test]
async fn pages_of_other_origins_may_call_where_the_settings_say_so() {
    let app = TestApp::start_with(&["--cors-origins=https://hr.example,https://portal.example"]).await;
    let (ana, _) = app.employee_and_manager().await;
    let from = async |origin: &str| Reply::of(ana.request("GET", "/v1/plans").header("origin", origin)).await;
    let preflight = |origin: &str| {
        let request = app.request("OPTIONS", "/v1/plans").header("origin", origin);
        let request = request.header("access-control-request-method", "PATCH");
        request.header("access-control-request-headers", "authorization, if-match, idempotency-key")
    };

    for origin in ["https://hr.example", "https://portal.example"] {
        let reply = from(origin).await;
        assert_eq!(reply.header("access-control-allow-origin"), origin);
        let exposed = reply.header("access-control-expose-headers").to_lowercase();
        for field in
            ["etag", "link", "location", "retry-after", "x-request-id", "idempotency-replayed", "ratelimit"]
        {
            assert!(exposed.contains(field), "{field} is not in {exposed}");
        }
        reply.is(200);
        let allowed = Reply::of(preflight(origin)).await;
        assert_eq!(allowed.header("access-control-allow-origin"), origin);
        let methods = allowed.header("access-control-allow-methods");
        let mut methods: Vec<&str> = methods.split(", ").collect();
        methods.sort_unstable();
        assert_eq!(methods, ["DELETE", "GET", "HEAD", "PATCH", "POST", "PUT"], "those of the operations");
        allowed.is(200);
    }
    // A problem can be read by the page as well.
    let problem = Reply::of(app.request("GET", "/v1/plans").header("origin", "https://hr.example")).await;
    assert_eq!(problem.header("access-control-allow-origin"), "https://hr.example");
    problem.refused(401, "unauthorized");
    let refused = Reply::of(preflight("https://evil.example")).await;
    assert!(refused.headers.get("access-control-allow-origin").is_none());
    refused.refused(400, "bad-request");
    assert!(from("https://evil.example").await.headers.get("access-control-allow-origin").is_none());
}

#[actix_web::test]
async fn pages_of_any_origin_may_call_where_the_settings_say_so_and_else_of_none() {
    let open = TestApp::start_with(&["--cors-origins=*"]).await;
    let closed = TestApp::start().await;
    let call = async |app: &TestApp| {
        Reply::of(app.request("GET", "/health/live").header("origin", "https://any.example")).await
    };

    assert!(["*", "https://any.example"].contains(&call(&open).await.header("access-control-allow-origin")));
    let reply = call(&closed).await;
    assert!(reply.headers.get("access-control-allow-origin").is_none());
    reply.is(200);
}
