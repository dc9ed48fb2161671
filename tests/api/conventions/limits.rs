//! How much a caller may ask for, and how long it may take.

use crate::support::{
    Reply, TestApp, at_once, json,
    people::{Person, path},
};

#[actix_web::test]
async fn a_caller_who_asks_too_often_is_told_to_wait() {
    let app = TestApp::start_with(&["--rate-limit=3"]).await;
    let (ana, ben) = app.employee_and_manager().await;

    for left in [2, 1, 0] {
        let reply = ana.get("/v1/plans").await;
        assert_eq!(reply.header("ratelimit-policy"), r#""caller";q=3;w=60"#);
        // One more may be made 20 seconds later.
        assert_eq!(reply.header("ratelimit"), format!(r#""caller";r={left};t=20"#));
        reply.is(200);
    }
    let refused = ana.get("/v1/plans").await;
    assert_eq!(refused.header("ratelimit-policy"), r#""caller";q=3;w=60"#);
    let wait: u64 = refused.header("retry-after").parse().unwrap();
    assert!((1..=20).contains(&wait), "{wait} s");
    assert_eq!(refused.header("ratelimit"), format!(r#""caller";r=0;t={wait}"#));
    refused.refused(429, "too-many-requests");

    // The limit is not shared with other callers, nor with one of the same name in another tenant. Requests that need
    // no token do not count.
    ben.get("/v1/plans").await.is(200);
    app.service_of("globex", "ana", "plans:read").get("/v1/plans").await.is(200);
    ana.get("/health/live").await.is(200);
    let refused = ben.post("/v1/plans", json!({})).await;
    assert!(refused.header("ratelimit").starts_with(r#""caller";r=1;"#), "a problem tells as well");
}

#[actix_web::test]
async fn a_service_that_has_used_up_its_quota_leaves_people_theirs() {
    let app = TestApp::start_with(&["--rate-limit=20"]).await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let portal = app.service("plans:read");

    let replies = at_once((0..60).map(|_| Reply::of(portal.request("GET", "/v1/plans")))).await;

    let allowed = replies.iter().filter(|reply| reply.status == 200).count();
    assert!((20..=22).contains(&allowed), "{allowed}");
    for reply in replies.into_iter().filter(|reply| reply.status != 200) {
        reply.refused(429, "too-many-requests");
    }
    for person in [&ana, &ben, &app.hr_admin()] {
        person.reads(&plan).await;
    }
    app.bearer(json!({"sub": "another portal", "client_id": "another portal", "scope": "plans:read"}))
        .reads(&plan)
        .await;
    portal.get("/v1/plans").await.refused(429, "too-many-requests");
}

#[actix_web::test]
async fn a_burst_of_one_caller_leaves_connections_to_other_callers() {
    let app = TestApp::start_with(&["--database-connections=4", "--database-wait=20s"]).await;
    let (ana, _) = app.employee_and_manager().await;
    ana.shares_a_ready_plan().await;
    let portal = app.service("plans:read progress:write");
    portal.get("/v1/plans").await.is(200);
    // Where the engine lets readers wait for a writer, each of these keeps a connection.
    let hold = app.database().hold_plans().await;
    let burst = (0..64).map(|_| Reply::of(portal.request("GET", "/v1/plans")));
    let burst = actix_web::rt::spawn(at_once(burst.collect::<Vec<_>>()));

    for _ in 0..100 {
        ana.get("/v1/me").await.is(200);
    }

    hold.close().await.unwrap();
    for reply in burst.await.unwrap() {
        reply.is(200);
    }
}

#[actix_web::test]
async fn without_a_limit_none_is_told() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;

    let reply = ana.get("/v1/plans").await;

    assert!(reply.headers.get("ratelimit").is_none());
}

#[actix_web::test]
async fn a_request_that_takes_too_long_is_given_up_and_leaves_nothing_behind() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let hurried = app.start_replica_with(&["--request-timeout=200ms"]).await;
    let ana_in_a_hurry = Person { app: hurried, ..ana.clone() };
    let events = app.events().await;
    let hold = app.database().hold_plans().await;

    let refused = ana_in_a_hurry.takes("share", &plan, json!({})).await;

    assert_eq!(refused.header("retry-after"), "1");
    refused.refused(503, "timed-out");
    hold.close().await.unwrap();
    assert_eq!(ana.reads(&plan).await, plan);
    assert_eq!(app.events().await, events);
    ana.shares(&plan).await;
}

#[actix_web::test]
async fn a_database_that_stays_busy_makes_the_service_unavailable_for_a_while() {
    let app = TestApp::start_with(&["--database-wait=100ms", "--database-connections=1"]).await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    ben.get("/v1/plans").await.is(200);
    let hold = app.database().hold_plans().await;

    // Where the engine lets one of them wait for what is held, the other waits for a connection.
    let share = (ana.clone(), format!("{}/share", path(&plan)), json!({}));
    let create = (ben, "/v1/plans".to_owned(), json!({"title": "Another"}));
    let requests = [share, create]
        .map(|(caller, url, body)| actix_web::rt::spawn(async move { caller.post(&url, body).await }));
    let (first, _, rest) = futures_util::future::select_all(requests).await;

    let refused = first.unwrap();
    assert_eq!(refused.header("retry-after"), "1");
    refused.refused(503, "unavailable");
    hold.close().await.unwrap();
    futures_util::future::join_all(rest).await;
    ana.shares(&plan).await;
}

#[actix_web::test]
async fn a_service_that_has_lost_its_connections_makes_new_ones_and_loses_nothing() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    app.database().cut_connections().await;

    // Each of the eight may meet one request.
    let mut refused = 0;
    let mut reply = ana.takes("share", &plan, json!({})).await;
    while reply.status != 200 && refused < 8 {
        reply.refused(503, "unavailable");
        refused += 1;
        reply = ana.takes("share", &plan, json!({})).await;
    }

    assert_eq!(reply.is(200)["latest_revision"], 1);
    assert_eq!(app.events().await.iter().filter(|event| event.ends_with("plan.shared.v1")).count(), 1);
}
