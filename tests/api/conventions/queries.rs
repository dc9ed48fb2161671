//! Query parameters and paths.

use crate::support::{Reply, TestApp, json, people::path};

#[actix_web::test]
async fn every_wrong_parameter_is_named_at_once() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let query = "status=lost&owner_id=ana&updated_since=yesterday&sort=title&limit=0&colour=red&cycle_id=";

    let problem = ana.get(&format!("/v1/plans?{query}")).await.refused(400, "invalid-query");

    let errors = problem["errors"].as_array().unwrap();
    let mut told: Vec<[&str; 2]> = errors
        .iter()
        .map(|error| ["pointer", "detail"].map(|field| error[field].as_str().unwrap()))
        .collect();
    told.sort();
    assert_eq!(
        told,
        [
            [
                "/colour",
                "is not a query parameter of this operation; it has: cursor, cycle_id, limit, \
                    manager_id, owner_id, reference, sort, status, updated_since",
            ],
            ["/cycle_id", "must be a UUID"],
            ["/limit", "must be 1 or more"],
            ["/owner_id", "must be a UUID"],
            ["/sort", "must be one of: created_at, -created_at, updated_at, -updated_at"],
            ["/status", "must be one of: draft, shared, agreed, completed, archived"],
            ["/updated_since", "must be an instant, as in 2026-03-31T09:00:00Z"],
        ]
    );
}

#[actix_web::test]
async fn a_parameter_has_the_type_that_is_documented_and_is_given_once() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;

    for (query, pointer) in [
        ("limit=101", "/limit"),
        ("limit=-1", "/limit"),
        ("limit=ten", "/limit"),
        ("limit=1.5", "/limit"),
        ("limit=99999999999999999999", "/limit"),
        ("limit=1&limit=1", "/limit"),
        ("overdue=yes", "/overdue"),
        ("due_before=2026-02-30", "/due_before"),
        ("due_before=2026-3-1", "/due_before"),
        ("cursor=%00", "/cursor"),
    ] {
        let problem = ana.get(&format!("/v1/action-items?{query}")).await.refused(400, "invalid-query");
        let errors = problem["errors"].as_array().unwrap();
        assert!(
            !errors.is_empty() && errors.iter().all(|error| error["pointer"] == pointer),
            "{query}: {errors:?}"
        );
    }
}

#[actix_web::test]
async fn an_unknown_path_is_not_found_with_or_without_a_token() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;

    for nowhere in ["/v1", "/v1/", "/v2/plans", "/v1/plan", "/v1/plans/", "//v1/plans", "/v1/../v1/plan"] {
        ana.get(nowhere).await.refused(404, "not-found");
        Reply::of(app.request("GET", nowhere)).await.refused(404, "not-found");
    }
    for odd in ["7", "not-an-id", &"0".repeat(5000), "%F0%9F%8C%B1"] {
        ana.get(&format!("/v1/plans/{odd}")).await.refused(404, "not-found");
        ana.get(&format!("/v1/action-items/{odd}/progress")).await.refused(404, "not-found");
    }
    ana.get(&format!("{}/", path(&plan))).await.refused(404, "not-found");
}

#[actix_web::test]
async fn a_path_that_takes_other_methods_names_them() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;

    for (method, path, allow) in [
        ("PUT", "/v1/plans".to_owned(), "GET, HEAD, POST"),
        ("DELETE", "/v1/plans".to_owned(), "GET, HEAD, POST"),
        ("POST", path(&plan), "GET, HEAD, PATCH, DELETE"),
        ("GET", format!("{}/share", path(&plan)), "POST"),
        ("PURGE", format!("{}/readiness", path(&plan)), "GET, HEAD"),
        ("DELETE", "/v1/plans/export".to_owned(), "GET, HEAD"),
        ("POST", "/health/live".to_owned(), "GET, HEAD"),
        ("POST", "/openapi.json".to_owned(), "GET, HEAD"),
    ] {
        let reply = Reply::of(ana.request(method, &path).json(&json!({}))).await;
        assert_eq!(
            reply.headers.get("allow").map(|allow| allow.to_str().unwrap()),
            Some(allow),
            "{method} {path}"
        );
        reply.refused(405, "method-not-allowed");
    }
}
