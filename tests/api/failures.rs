//! Requests while the database fails: each ends in time, with a problem that says what to do.

use std::time::{Duration, Instant};

use actix_web::rt;
use groundwork::{
    config::{DatabaseConfig, defaults},
    db::{Database, Read},
    ids::TenantId,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::support::{
    Reply, TestApp, Value,
    database::TestDatabase,
    json,
    people::{Person, path},
    wire::Wire,
};

/// A service that is connected to PostgreSQL by a wire, and Ana, who has a plan to share; none on SQLite, which has
/// no server.
async fn wired(flags: &[&str]) -> Option<(TestApp, Wire, Person, Value)> {
    let database = TestDatabase::create().await;
    let wire = Wire::to(database.server_url()?);
    let url = format!("--database-url={}", wire.url);
    let app = TestApp::start_in(database, &[&[url.as_str(), "--database-pooler=none"], flags].concat()).await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    Some((app, wire, ana, plan))
}

/// Sends a request that others may be sent beside.
fn share(ana: &Person, plan: &Value) -> rt::task::JoinHandle<Reply> {
    let (ana, plan) = (ana.clone(), plan.clone());
    rt::spawn(async move { ana.takes("share", &plan, json!({})).await })
}

/// Waits until a session waits for a lock.
pub async fn somebody_waits(app: &TestApp) {
    let waiting = "select pid::text from pg_stat_activity \
        where datname = current_database() and wait_event_type = 'Lock'";
    while app.database().texts(waiting).await.is_empty() {}
}

#[actix_web::test]
async fn whoever_waits_for_what_is_locked_is_told_in_time_that_somebody_else_is_at_it() {
    let app = TestApp::start_with(&["--database-lock-timeout=200ms", "--database-wait=200ms"]).await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let hold = app.database().hold_plans().await;

    let refused = ana.takes("share", &plan, json!({})).await;

    assert_eq!(refused.header("retry-after"), "1");
    let problem = refused.refused(503, "unavailable");
    assert_eq!(problem["detail"], "another request holds a lock on the same rows; try again shortly");
    hold.close().await.unwrap();
    assert_eq!(ana.reads(&plan).await, plan);
    ana.shares(&plan).await;
}

#[actix_web::test]
async fn a_statement_that_takes_too_long_is_ended_by_the_server() {
    let Some((app, _wire, ana, plan)) = wired(&["--database-statement-timeout=200ms"]).await else { return };
    let hold = app.database().hold_plans().await;

    let refused = ana.takes("share", &plan, json!({})).await;

    assert_eq!(refused.header("retry-after"), "1");
    let problem = refused.refused(503, "timed-out");
    assert!(problem["detail"].as_str().unwrap().starts_with("the database took too long"), "{problem:#}");
    hold.close().await.unwrap();
    ana.shares(&plan).await;
}

#[actix_web::test]
async fn a_server_that_falls_silent_is_given_up_and_found_again() {
    let flags = ["--database-statement-timeout=100ms", "--database-wait=500ms", "--database-connections=2"];
    let Some((app, wire, ana, plan)) = wired(&flags).await else { return };
    wire.falls_silent();
    let started = Instant::now();

    // More than there are connections.
    for _ in 0..4 {
        let refused = ana.takes("share", &plan, json!({})).await;
        assert_eq!((refused.status, refused.header("retry-after")), (503, "1"), "{:#}", refused.body);
    }

    assert!(started.elapsed() < Duration::from_secs(12), "it took {:?}", started.elapsed());
    wire.is_mended();
    ana.shares(&plan).await;
    assert_eq!(app.events().await.iter().filter(|event| event.ends_with("plan.shared.v1")).count(), 1);
}

#[actix_web::test]
async fn a_request_whose_connection_is_cut_says_so_and_leaves_nothing_behind() {
    let Some((app, wire, ana, plan)) = wired(&["--database-wait=500ms"]).await else { return };
    let hold = app.database().hold_plans().await;
    let cut_off = share(&ana, &plan);
    somebody_waits(&app).await;

    wire.is_cut();

    let refused = cut_off.await.unwrap();
    assert_eq!(refused.header("retry-after"), "1");
    let problem = refused.refused(503, "unavailable");
    assert_eq!(problem["detail"], "the database cannot be reached now; try again shortly");
    // Other requests do not wait either.
    let started = Instant::now();
    ana.takes("share", &plan, json!({})).await.refused(503, "unavailable");
    assert!(started.elapsed() < Duration::from_secs(5), "it took {:?}", started.elapsed());
    wire.is_mended();
    hold.close().await.unwrap();
    assert_eq!(ana.reads(&plan).await, plan);
    ana.shares(&plan).await;
}

#[actix_web::test]
async fn connections_that_were_cut_while_nobody_used_them_are_not_lent() {
    let Some((_app, wire, ana, plan)) = wired(&[]).await else { return };
    wire.is_cut();
    wire.is_mended();

    // Those that were used within the last second are lent untested, one at a time.
    let first = ana.takes("share", &plan, json!({})).await;
    if first.status != 200 {
        first.refused(503, "unavailable");
        ana.takes("share", &plan, json!({})).await.is(200);
    }
}

#[actix_web::test]
async fn a_server_that_takes_no_changes_is_let_go_of_for_one_that_does() {
    let Some((app, _wire, ana, plan)) = wired(&["--database-connections=1"]).await else { return };
    // Sessions that have begun already know nothing of it.
    app.database().becomes_read_only(true).await;
    app.database().cut_connections().await;
    let mut refused = ana.takes("share", &plan, json!({})).await;
    if refused.body["detail"].as_str().is_some_and(|detail| detail.contains("reached")) {
        refused = ana.takes("share", &plan, json!({})).await;
    }

    assert_eq!(refused.header("retry-after"), "5");
    let problem = refused.refused(503, "unavailable");
    assert!(problem["detail"].as_str().unwrap().starts_with("the database is read-only"), "{problem:#}");
    assert_eq!(ana.get(&path(&plan)).await.is(200), plan);

    // Reading goes on in such a session, and would keep it.
    app.database().becomes_read_only(false).await;
    ana.takes("share", &plan, json!({})).await.refused(503, "unavailable");
    ana.shares(&plan).await;
}

#[actix_web::test]
async fn a_statement_whose_columns_have_changed_is_prepared_anew() {
    // SQLite's is changed by the one process that has it, before it serves.
    let Some((app, _wire, ana, _)) = wired(&["--database-connections=1"]).await else { return };
    let key =
        |number: u8| ana.request("POST", "/v1/plans").header("idempotency-key", format!("key-{number}"));
    let create = |number| Reply::of(key(number).json(&json!({"title": "A plan"})));
    create(1).await.is(201);

    // As the migration of a newer release does, while this one runs.
    app.database().execute("alter table idempotency_records add column newer integer").await;

    let mut again = create(1).await;
    if again.status == 503 {
        assert!(
            again.body["detail"].as_str().unwrap().contains("a prepared statement is no longer valid"),
            "{:#}",
            again.body
        );
        again = create(1).await;
    }
    assert_eq!(again.header("idempotency-replayed"), "true");
}

#[actix_web::test]
async fn the_server_is_told_its_limits_and_compiles_no_statement() {
    #[derive(FromQueryResult)]
    struct Settings {
        jit: String,
        lock_timeout: String,
        statement_timeout: String,
    }

    let app = TestApp::start().await;
    if app.database().server_url().is_none() {
        return;
    }
    app.employee_and_manager().await;
    let txn = app.state().core.db.begin(TenantId::of("acme")).await.unwrap();

    let sql = "select current_setting('jit') as jit, current_setting('lock_timeout') as lock_timeout, \
         current_setting('statement_timeout') as statement_timeout from people where tenant_id = $1";
    let told: Settings = txn.find(sql, []).await.unwrap().unwrap();
    assert_eq!((&*told.jit, &*told.lock_timeout, &*told.statement_timeout), ("off", "5s", "15s"));
}

#[actix_web::test]
async fn a_step_of_the_schema_may_last_longer_than_a_statement_and_waits_for_whoever_takes_it() {
    let database = TestDatabase::create().await;
    let Some(url) = database.server_url() else { return };
    database.execute("drop schema public cascade; create schema public").await;
    let mut config: DatabaseConfig = defaults(["--database-url", url]).unwrap();
    config.database_statement_timeout = Duration::from_millis(200);
    let connect = async || Database::connect(&config, config.engine().unwrap()).await.unwrap();
    let (one, other) = (connect().await, connect().await);

    let (mut steps, mut steps_of_other) = (0, 0);
    let holder = database.connect_once().await;
    holder.execute_unprepared("begin; select pg_advisory_xact_lock(4722090817)").await.unwrap();
    let wait_longer_than_a_statement_may = async {
        let waiting = "select 'both' from pg_stat_activity where datname = current_database() \
             and wait_event = 'advisory' and now() - query_start > interval '500 ms' having count(*) = 2";
        while database.texts(waiting).await.is_empty() {}
        holder.close().await.unwrap();
    };
    let (first, second, ()) = tokio::join!(
        one.migrate(|_| steps += 1),
        other.migrate(|_| steps_of_other += 1),
        wait_longer_than_a_statement_may
    );

    first.unwrap();
    second.unwrap();
    assert!(steps + steps_of_other >= 4, "{steps} and {steps_of_other}");
    assert_eq!(database.texts("select version from seaql_migrations").await.len(), steps + steps_of_other);
}
