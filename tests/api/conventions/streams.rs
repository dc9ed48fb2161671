//! Whole lists, line by line, for services.

use std::{
    io::{Read, Write},
    net::TcpStream,
    time::Duration,
};

use groundwork::{
    entity::{
        action_item::{self, ActionItemStatus},
        plan::{self, PlanStatus},
        revision,
    },
    ids::PlanId,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, IntoActiveModel, QueryFilter, sea_query::Expr,
};

use crate::support::{Reply, TestApp, Value, json, people::Person};

const NDJSON: &str = "application/x-ndjson";

fn whole(caller: &Person, list: &str) -> reqwest::RequestBuilder {
    caller.request("GET", list).header("accept", NDJSON)
}

async fn lines(caller: &Person, list: &str) -> Vec<Value> {
    let reply = whole(caller, list).send().await.unwrap();
    assert_eq!(reply.status(), 200);
    assert_eq!(reply.headers()["content-type"], NDJSON);
    let text = reply.text().await.unwrap();
    assert!(text.is_empty() || text.ends_with('\n'));
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Copies the one plan and its item many times, directly in the database.
async fn multiply(app: &TestApp, count: usize) {
    let connection = app.database().connect().await;
    let plan = plan::Entity::find().one(&connection).await.unwrap().unwrap();
    let revision = revision::Entity::find().one(&connection).await.unwrap().unwrap();
    let item = action_item::Entity::find().one(&connection).await.unwrap().unwrap();
    let (mut plans, mut revisions, mut items) = (Vec::new(), Vec::new(), Vec::new());
    for number in 0..count {
        let (mut plan, mut revision, mut item) = (plan.clone(), revision.clone(), item.clone());
        plan.id = app.state().ids.next();
        plan.status = [PlanStatus::Shared, PlanStatus::Agreed, PlanStatus::Completed][number % 3];
        plan.updated_at += chrono::Duration::seconds(number as i64 % 7);
        plan.shared_updated_at = plan.updated_at;
        revision.plan_id = plan.id;
        item.id = app.state().ids.next();
        item.plan_id = plan.id;
        item.status = [ActionItemStatus::Done, ActionItemStatus::Blocked][number % 2];
        item.due_on = item.due_on.map(|day| day + chrono::Days::new(number as u64 % 5));
        plans.push(plan.into_active_model());
        revisions.push(revision.into_active_model());
        items.push(item.into_active_model());
    }
    // A statement of SQLite has a limited number of parameters.
    for some in plans.chunks(500) {
        plan::Entity::insert_many(some.to_vec()).exec(&connection).await.unwrap();
    }
    revision::Entity::insert_many(revisions).exec(&connection).await.unwrap();
    for some in items.chunks(500) {
        action_item::Entity::insert_many(some.to_vec()).exec(&connection).await.unwrap();
    }
    connection.close().await.unwrap();
}

#[actix_web::test]
async fn a_service_reads_a_whole_list_and_finds_what_the_pages_have() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    ana.shares_a_ready_plan().await;
    multiply(&app, 1202).await;
    let draft = ana.prepares_a_ready_plan().await;
    let elsewhere = app.person_in("globex", "ana", None, "UTC").await;
    elsewhere.shares_a_ready_plan().await;
    let portal = app.service("plans:read");

    for (list, count) in [
        ("/v1/plans".to_owned(), 1203),
        ("/v1/plans?status=completed".to_owned(), 400),
        ("/v1/plans?status=draft".to_owned(), 0),
        ("/v1/plans?sort=-updated_at&updated_since=2026-03-02T09:00:01Z".to_owned(), 1030),
        (format!("/v1/plans?manager_id={}", ben.id), 1203),
        (format!("/v1/plans?owner_id={}", ben.id), 0),
        ("/v1/action-items".to_owned(), 1203),
        ("/v1/action-items?sort=-created_at&status=done".to_owned(), 601),
        ("/v1/action-items?sort=due_on&due_before=2026-09-03".to_owned(), 483),
        ("/v1/action-items?overdue=true".to_owned(), 0),
    ] {
        let lines = lines(&portal, &list).await;
        assert_eq!(lines.len(), count, "{list}");
        assert_eq!(lines, portal.list(&list).await, "{list}");
        for line in &lines {
            assert_ne!(line["id"], draft["id"]);
            assert_ne!(line["plan_id"], draft["id"]);
        }
    }
    let theirs = app
        .bearer(json!({"tenant": "globex", "sub": "portal", "client_id": "portal", "scope": "plans:read"}));
    assert_eq!(lines(&theirs, "/v1/plans").await.len(), 1);
    assert_eq!(lines(&theirs, "/v1/action-items").await.len(), 1);
}

#[actix_web::test]
async fn a_whole_list_is_for_services_and_has_no_pages() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    ana.shares_a_ready_plan().await;
    let portal = app.service("plans:read");

    for list in ["/v1/plans", "/v1/action-items"] {
        for person in [&ana, &ben, &app.hr_admin()] {
            Reply::of(whole(person, list)).await.refused(403, "forbidden");
        }
        Reply::of(whole(&app.service("people:read"), list)).await.refused(403, "missing-scope");
        let query = format!("{list}?limit=10&cursor=abc");
        let problem = Reply::of(whole(&portal, &query)).await.refused(400, "invalid-query");
        let errors = problem["errors"].as_array().unwrap();
        let pointers: Vec<&str> = errors.iter().map(|error| error["pointer"].as_str().unwrap()).collect();
        assert_eq!(pointers, ["/limit", "/cursor"]);
        Reply::of(whole(&portal, &format!("{list}?colour=red"))).await.refused(400, "invalid-query");
        // A client that accepts both gets a page.
        let both = portal.request("GET", list).header("accept", format!("{NDJSON}, application/json"));
        assert_eq!(Reply::of(both).await.is(200)["items"].as_array().unwrap().len(), 1);
    }
    let create = ana.request("POST", "/v1/plans").header("accept", NDJSON).json(&json!({"title": "Mine"}));
    Reply::of(create).await.refused(406, "not-acceptable");
    Reply::of(whole(&app.hr_admin(), "/v1/people")).await.refused(406, "not-acceptable");
}

#[actix_web::test]
async fn a_whole_list_is_compressed_for_those_who_accept_that() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    ana.shares_a_ready_plan().await;
    multiply(&app, 250).await;
    let portal = app.service("plans:read");
    let plain = whole(&portal, "/v1/plans").send().await.unwrap().bytes().await.unwrap();

    let packed = whole(&portal, "/v1/plans").header("accept-encoding", "gzip").send().await.unwrap();

    assert_eq!(packed.headers()["content-encoding"], "gzip");
    let packed = packed.bytes().await.unwrap();
    assert!(packed.starts_with(&[0x1f, 0x8b]), "not gzip");
    assert!(packed.len() * 4 < plain.len(), "{} of {}", packed.len(), plain.len());
}

#[actix_web::test]
async fn a_list_that_fails_halfway_is_seen_to_break_off() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    ana.shares_a_ready_plan().await;
    multiply(&app, 250).await;
    let portal = app.service("plans:read");
    let plans = portal.list("/v1/plans").await;
    // One plan of the second page has a status that this release does not know.
    let connection = app.database().connect_once().await;
    let allow_any = match connection.get_database_backend() {
        DbBackend::Postgres => "alter table plans drop constraint plans_status_known",
        _ => "pragma ignore_check_constraints = on",
    };
    connection.execute_unprepared(allow_any).await.unwrap();
    let broken: PlanId = plans[150]["id"].as_str().unwrap().parse().unwrap();
    plan::Entity::update_many()
        .col_expr(plan::Column::Status, Expr::value("unknown"))
        .filter(plan::Column::Id.eq(broken))
        .exec(&connection)
        .await
        .unwrap();

    let mut reply = whole(&portal, "/v1/plans").send().await.unwrap();

    assert_eq!(reply.status(), 200);
    let mut begun = Vec::new();
    let broken_off = loop {
        match reply.chunk().await {
            Ok(Some(bytes)) => begun.extend(bytes),
            Ok(None) => break false,
            Err(_) => break true,
        }
    };
    assert!(broken_off, "it seems to be complete");
    let begun = String::from_utf8(begun).unwrap();
    assert!(begun.lines().count() <= 100);
    for (line, plan) in begun.lines().zip(&plans) {
        assert_eq!(serde_json::from_str::<Value>(line).unwrap(), *plan);
    }
    // What fails at once is a problem like any other.
    connection.execute_unprepared("update plans set status = 'unknown'").await.unwrap();
    connection.close().await.unwrap();
    Reply::of(whole(&portal, "/v1/plans")).await.refused(500, "internal-error");
}

#[cfg(target_os = "linux")]
#[actix_web::test]
async fn a_client_that_stops_reading_is_hung_up_on() {
    let app = TestApp::start_with(&["--request-timeout=2s", "--shutdown-timeout=60s"]).await;
    let (ana, _) = app.employee_and_manager().await;
    ana.shares_a_ready_plan().await;
    // More than a connection holds by itself.
    let padding = "x".repeat(60_000);
    app.database()
        .execute(&format!("update plans set answers = '{{\"mission_statement\":\"{padding}\"}}'"))
        .await;
    multiply(&app, 150).await;
    let (address, token) = (app.address(), app.service("plans:read").token);
    let begun = actix_web::web::block(move || {
        let mut silent = TcpStream::connect(address).unwrap();
        let head = format!("GET /v1/plans HTTP/1.1\r\nhost: test\r\naccept: {NDJSON}\r\n");
        write!(silent, "{head}authorization: Bearer {token}\r\n\r\n").unwrap();
        let mut answer = [0; 15];
        silent.read_exact(&mut answer).unwrap();
        (silent, answer)
    });
    let (_silent, answer) = begun.await.unwrap();
    assert_eq!(&answer, b"HTTP/1.1 200 OK");

    // A service that is told to stop waits for its connections: none is left.
    let stopped = tokio::time::timeout(Duration::from_secs(20), app.stops()).await;

    assert!(stopped.is_ok(), "it is still there");
}

#[actix_web::test]
async fn an_export_is_the_whole_list_and_nothing_else() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    ana.shares_a_ready_plan().await;
    multiply(&app, 230).await;
    let portal = app.service("plans:read");
    for list in ["/v1/plans", "/v1/action-items"] {
        let export = format!("{list}/export");
        let reply = portal.get(&export).await;
        assert_eq!(reply.header("content-type"), NDJSON);
        assert_eq!(lines(&portal, &export).await, lines(&portal, list).await);
        assert_eq!(lines(&portal, &export).await.len(), 231);
        assert_eq!(
            lines(&portal, &format!("{export}?sort=-created_at")).await,
            lines(&portal, &format!("{list}?sort=-created_at")).await
        );
        for query in ["?limit=5", "?cursor=x", "?colour=red"] {
            portal.get(&format!("{export}{query}")).await.refused(400, "invalid-query");
        }
        for caller in [&ana, &app.hr_admin()] {
            caller.get(&export).await.refused(403, "forbidden");
        }
        app.service("people:read").get(&export).await.refused(403, "missing-scope");
    }
}
