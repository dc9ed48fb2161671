//! Two releases on one database: while the newer one is rolled out, the older one still runs.

use std::collections::BTreeMap;

use sea_orm::{ConnectionTrait, DbBackend};

use crate::support::{Reply, SECRET, TestApp, database::TestDatabase, json, process::Process};

/// What the last release reads and writes: its tables, each with its columns. A release replaces it.
const RELEASED: &str = include_str!("../../migration/released.json");

/// Those tables and columns that are missing.
async fn unmet(database: &TestDatabase) -> Vec<String> {
    let released: BTreeMap<String, Vec<String>> = serde_json::from_str(RELEASED).unwrap();
    let connection = database.connect().await;
    let mut unmet = Vec::new();
    for (table, columns) in released {
        let read = format!("select {} from {table} limit 0", columns.join(", "));
        if let Err(error) = connection.execute_unprepared(&read).await {
            unmet.push(format!("{table} cannot be read: {error}"));
            continue;
        }
        let required = match connection.get_database_backend() {
            DbBackend::Sqlite => format!(
                "select name from pragma_table_info('{table}') where \"notnull\" = 1 and dflt_value is null"
            ),
            _ => format!(
                "select column_name::text from information_schema.columns \
                 where table_name = '{table}' and is_nullable = 'NO' and column_default is null"
            ),
        };
        let unknown = database.texts(&required).await.into_iter().filter(|name| !columns.contains(name));
        unmet.extend(unknown.map(|name| format!("{table} cannot be added to without {name}")));
    }
    connection.close().await.unwrap();
    unmet
}

#[actix_web::test]
async fn the_last_release_can_still_read_and_write() {
    let database = TestDatabase::create().await;

    assert_eq!(unmet(&database).await, Vec::<String>::new());

    database.execute("alter table plans add column colour text").await;
    database.execute("alter table people add column nickname text not null default ''").await;
    assert_eq!(unmet(&database).await, Vec::<String>::new());
    // It would be noticed.
    database.execute("alter table people drop column department").await;
    database.execute("alter table progress_updates rename column note to remark").await;
    let unmet = unmet(&database).await;
    assert_eq!(unmet.len(), 2, "{unmet:?}");
}

#[actix_web::test]
async fn a_process_goes_on_while_a_newer_release_changes_the_schema() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let story = async || {
        let plan = ana.shares_a_ready_plan().await;
        let item = ana.first_item(&plan).await;
        ana.records(&item, json!({"progress_percent": 10})).await;
        ana.get("/v1/plans").await.is(200);
        ana.get("/v1/action-items").await.is(200);
        ben.reads(&plan).await;
        let keyed = ana.request("POST", "/v1/plans").header("idempotency-key", plan["id"].as_str().unwrap());
        Reply::of(keyed.json(&json!({"title": "Mine"}))).await.is(201);
    };
    story().await;

    for table in ["plans", "people", "action_items", "revisions", "progress_updates", "idempotency_records"] {
        app.database().execute(&format!("alter table {table} add column colour text")).await;
    }
    app.database()
        .execute("insert into seaql_migrations (version, applied_at) values ('m99991231_000001_newer', 0)")
        .await;

    story().await;
    app.request("GET", "/health/ready").send().await.unwrap().error_for_status().unwrap();
    let url = &app.database().url;
    drop(Process::start(&["serve", "--migrate", "--database-url", url, "--auth-hs256-secret", SECRET]));
}
