//! What is read from a request's body, and what is not.

use std::io::{Read, Write};

use crate::support::{
    Reply, TestApp, json,
    people::{Person, path},
};

async fn send(ana: &Person, body: impl Into<reqwest::Body>) -> Reply {
    Reply::of(ana.request("POST", "/v1/plans").header("content-type", "application/json").body(body)).await
}

#[actix_web::test]
async fn every_fault_of_a_body_is_named_at_once() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;

    let reply = ana
        .post(
            "/v1/plans",
            json!({
                "title": "  ",
                "colour": "red",
                "starts_on": "soon",
                "answers": {
                    "values": [{"note": 7}, {"name": "x".repeat(201)}],
                    "short_term_objective": {"kind": "holiday", "target_on": "2026-02-30"},
                },
            }),
        )
        .await;

    assert_eq!(
        reply.faults(),
        [
            "/answers/short_term_objective/kind",
            "/answers/short_term_objective/target_on",
            "/answers/values/0/name",
            "/answers/values/0/note",
            "/answers/values/1/name",
            "/colour",
            "/starts_on",
            "/title",
        ]
    );
}

#[actix_web::test]
async fn each_fault_says_what_would_be_right() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let body = json!({
        "starts_on": "tomorrow",
        "cycle_id": "7",
        "answers": {
            "mission_statement": 7,
            "values": [{"name": "", "aligned_with": ["next_year"]}],
            "long_term_objective": {"horizon_years": 0},
        },
        "colour/~": "red",
    });

    let problem = ana.post("/v1/plans", body).await.refused(422, "invalid-body");

    assert_eq!(problem["title"], "The body breaks a rule");
    let mut told: Vec<[&str; 2]> = problem["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| ["pointer", "detail"].map(|field| error[field].as_str().unwrap()))
        .collect();
    told.sort();
    assert_eq!(
        told,
        [
            ["/answers/long_term_objective/horizon_years", "must be 1 or more"],
            ["/answers/mission_statement", "must be null or a string"],
            ["/answers/values/0/aligned_with/0", "must be one of: short_term, long_term"],
            ["/answers/values/0/name", "must not be blank or contain a NUL character"],
            ["/answers/values/0/name", "must not be empty"],
            ["/colour~1~0", "is not a field of this object"],
            ["/cycle_id", "must be a UUID"],
            ["/starts_on", "must be a day from 1900-01-01 to 9999-12-31, as in 2026-03-31"],
            ["/title", "is required"],
        ]
    );
}

#[actix_web::test]
async fn what_is_not_json_is_said_to_be_so() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let deep = "[".repeat(100_000);
    let bodies: [&[u8]; 8] = [
        b"{",
        b"title=Mine",
        b"{\"title\": \"Mine\"} trailing",
        b"{\"title\": \"\\ud800\"}",
        b"{\"title\": \"\xff\"}",
        b"{\"title\": 1e400}",
        b"\xef\xbb\xbf{}",
        deep.as_bytes(),
    ];

    for body in bodies {
        send(&ana, body.to_vec()).await.refused(400, "malformed-json");
    }
    // JSON that is no object is another matter, and no body at all is an empty one.
    assert_eq!(send(&ana, "[]").await.faults(), [""]);
    assert_eq!(Reply::of(ana.request("POST", "/v1/plans")).await.faults(), ["/title"]);
}

#[actix_web::test]
async fn a_body_of_another_type_is_not_read() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;

    for content_type in
        ["text/plain", "application/xml", "multipart/form-data", "application/merge-patch+json"]
    {
        let request = ana.request("POST", "/v1/plans").header("content-type", content_type);
        let problem = Reply::of(request.body(r#"{"title":"Mine"}"#)).await;
        let problem = problem.refused(415, "unsupported-media-type");
        assert_eq!(problem["detail"], "send Content-Type: application/json");
    }
    assert_eq!(app.count("plans").await, 0);
}

#[actix_web::test]
async fn a_body_over_the_limit_is_not_read() {
    let app = TestApp::start_with(&["--body-limit=2000"]).await;
    let (ana, _) = app.employee_and_manager().await;
    let padded = |size: usize| format!(r#"{{"title":"Mine"{}}}"#, " ".repeat(size - 16));

    send(&ana, padded(2000)).await.is(201);
    send(&ana, padded(2001)).await.refused(413, "body-too-large");
    let plan = json!({"id": ana.list("/v1/plans").await[0]["id"]});
    let patch = ana.request("PATCH", &path(&plan)).header("content-type", "application/json");
    Reply::of(patch.body(padded(2001))).await.refused(413, "body-too-large");
}

#[actix_web::test]
async fn a_body_that_ends_early_is_not_acted_on() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let mut stream = std::net::TcpStream::connect(app.address()).unwrap();
    let head =
        "POST /v1/plans HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\ncontent-length: 99";
    let request = format!("{head}\r\nauthorization: Bearer {}\r\n\r\n{{\"title\":\"Mine\"}}", ana.token);

    stream.write_all(request.as_bytes()).unwrap();
    stream.shutdown(std::net::Shutdown::Write).unwrap();
    let mut answer = String::new();
    let _ = stream.read_to_string(&mut answer);

    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 4"), "{answer}");
    assert_eq!(app.count("plans").await, 0);
}

#[actix_web::test]
async fn no_text_holds_the_character_nul() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let nul = "before\u{0}after";
    let answers = json!({
        "mission_statement": nul,
        "values": [{"name": nul, "note": nul}],
        "short_term_objective": {"summary": nul, "detail": nul},
        "long_term_objective": {"summary": nul},
    });
    let pointers = [
        "/answers/long_term_objective/summary",
        "/answers/mission_statement",
        "/answers/short_term_objective/detail",
        "/answers/short_term_objective/summary",
        "/answers/values/0/name",
        "/answers/values/0/note",
        "/title",
    ];

    let body = json!({"title": nul, "answers": answers});
    assert_eq!(ana.post("/v1/plans", body.clone()).await.faults(), pointers);
    assert_eq!(ana.patch(&path(&plan), body).await.faults(), pointers);
    assert_eq!(ana.takes("share", &plan, json!({"note": nul})).await.faults(), ["/note"]);
    assert_eq!(ana.patch(&path(&plan), json!({nul: 1})).await.faults(), [format!("/{nul}")]);
    ana.get("/v1/plans?cursor=%00").await.refused(400, "invalid-query");
    ana.get("/v1/plans/%00").await.refused(404, "not-found");
}

#[actix_web::test]
async fn text_is_kept_as_it_was_given() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let title = "  Größe 🌱 \u{202e}\t\"\\\u{7f}' -- ; drop table plans  ";

    let plan = ana.post("/v1/plans", json!({"title": title})).await.is(201);

    assert_eq!(plan["title"], title);
    assert_eq!(ana.reads(&plan).await["title"], title);
}

#[actix_web::test]
async fn a_field_that_is_given_twice_is_refused_wherever_it_is() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    for (body, pointer) in [
        (r#"{"title": "One", "title": "Two"}"#, "/title"),
        (r#"{"title": "One", "t\u0069tle": "One"}"#, "/title"),
        (
            r#"{"title": "One", "answers": {"values": [{"name": "A"}, {"name": "B", "name": "C"}]}}"#,
            "/answers/values/1/name",
        ),
    ] {
        let problem = send(&ana, body).await.refused(422, "invalid-body");
        assert_eq!(
            problem["errors"],
            json!([{"pointer": pointer, "detail": "must be given once"}]),
            "{body}"
        );
    }
    let plan = ana.prepares_a_ready_plan().await;
    let request = ana.request("PATCH", &path(&plan)).header("content-type", "application/merge-patch+json");
    let request = request.header("if-match", "*").body(r#"{"title": "One", "title": null}"#);
    let problem = Reply::of(request).await.refused(422, "invalid-body");
    assert_eq!(problem["errors"][0]["pointer"], "/title");
    assert_eq!(ana.reads(&plan).await["title"], plan["title"]);
}

#[actix_web::test]
async fn a_number_beyond_its_limit_is_refused_with_the_limit() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let revisions = format!("{}/revisions", path(&plan));
    for number in ["2147483648", "9223372036854775808", "18446744073709551616", "1e300"] {
        let body = format!(r#"{{"revision": {number}}}"#);
        let request = ben.request("POST", &format!("{}/agree", path(&plan)));
        let problem = Reply::of(request.header("content-type", "application/json").body(body))
            .await
            .refused(422, "invalid-body");
        let limit = json!([{"pointer": "/revision", "detail": "must be 2147483647 or less"}]);
        assert_eq!(problem["errors"], limit, "{number}");
        if number != "1e300" {
            let query = format!("{revisions}/1/changes?since={number}");
            let problem = ana.get(&query).await.refused(400, "invalid-query");
            let limit = json!([{"pointer": "/since", "detail": "must be 2147483647 or less"}]);
            assert_eq!(problem["errors"], limit, "{number}");
            let problem = ana.get(&format!("{revisions}/{number}")).await.refused(404, "not-found");
            assert_eq!(
                problem["detail"],
                ana.get(&format!("{revisions}/7")).await.refused(404, "not-found")["detail"]
            );
        }
    }
    let problem = ana.get("/v1/plans?limit=99999999999999999999").await.refused(400, "invalid-query");
    assert_eq!(problem["errors"], json!([{"pointer": "/limit", "detail": "must be 100 or less"}]));
}
