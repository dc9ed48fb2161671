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

#[actix_web::test]
async fn what_was_withdrawn_before_withdrawals_closed_revisions_is_closed_by_the_upgrade() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let minute = || app.clock().advance(chrono::Duration::minutes(1));
    let named = async |title: &str| {
        let plan = ana.prepares_a_ready_plan().await;
        ana.changes(&plan, json!({"title": title})).await;
        ana.records(&ana.first_item(&plan).await, json!({"note": "In the draft"})).await;
        minute();
        ana.shares(&plan).await;
        minute();
        ana.records(&ana.first_item(&plan).await, json!({"note": "Shared"})).await;
        minute();
        plan
    };
    // Withdrawn once and shared twice since; withdrawn; never withdrawn, and agreed by a manager who is none any
    // longer.
    let again = named("again").await;
    ana.takes("withdraw", &again, json!({})).await.is(200);
    minute();
    ana.records(&ana.first_item(&again).await, json!({"note": "In between"})).await;
    minute();
    ana.shares(&again).await;
    minute();
    ana.shares(&again).await;
    ana.changes(&again, json!({"earlier_revisions_visible": true})).await;
    let draft = named("draft").await;
    ana.takes("withdraw", &draft, json!({})).await.is(200);
    let agreed = named("agreed").await;
    ana.agrees(&agreed).await;
    minute();
    ben.agrees(&agreed).await;
    app.moves(&ana, &app.person("dora", None).await).await;

    let told = [
        "select title || ' ' || closed_up_to || ' ' || coalesce(earlier_revisions_visible_from, 0) from plans \
         order by title",
        "select p.title || ' ' || u.note || ' ' || (case when u.while_draft then 'draft' else 'shared' end) \
         from progress_updates u join action_items i on i.id = u.action_item_id join plans p on p.id = i.plan_id \
         order by 1",
        "select p.title || ' ' || a.revision || ' ' || o.user_name from agreements a \
         join plans p on p.id = a.plan_id join people o on o.id = a.person_id order by 1",
        "select p.title || ' ' || u.note from action_items i join plans p on p.id = i.plan_id \
         join progress_updates u on u.action_item_id = i.id and u.recorded_at = i.shared_progress_at order by 1",
    ];
    let mut before = Vec::new();
    for sql in told {
        before.push(app.database().texts(sql).await);
    }
    assert_eq!(before[0], ["again 1 1", "agreed 0 0", "draft 1 0"]);
    assert_eq!(before[2], ["agreed 1 ben"]);
    // All that is recorded about a plan that is a draft now is hidden: when it was withdrawn need not be known.
    before[1] =
        before[1].iter().map(|line| line.replace("draft Shared shared", "draft Shared draft")).collect();
    before[3].retain(|line| line != "draft Shared");

    // Back to the schema of before, and up again.
    let columns = [
        ("plans", "closed_up_to"),
        ("plans", "set_aside_up_to"),
        ("plans", "shared_version"),
        ("plans", "shared_updated_at"),
        ("plans", "reviewed_version"),
        ("plans", "reviewed_updated_at"),
        ("plans", "earlier_revisions_visible_from"),
        ("plans", "agreed_without_manager"),
        ("feedback", "closed_to_author"),
        ("progress_updates", "while_draft"),
        ("action_items", "shared_progress_at"),
        ("people", "manager_gone_at"),
        ("people", "deactivated_at"),
    ];
    let database = app.database();
    // An agreement stayed in the plan when its manager was no longer the owner's.
    let kept = "update plans set manager_agreed_at = (select a.agreed_at from agreements a where a.plan_id = plans.id)";
    database.execute(kept).await;
    database.execute("drop index plans_by_shared_update").await;
    database.execute("drop index people_leavers").await;
    database.execute("drop table agreements").await;
    for (table, column) in columns {
        database.execute(&format!("alter table {table} drop column {column}")).await;
    }
    database.execute("create index action_items_by_progress on action_items (tenant_id, plan_id)").await;
    // It makes the table of agreements, to which a later one adds columns.
    database.execute("drop table relations").await;
    for version in ["m20261127_000030_sight", "m20261127_000230_relations", "m20261127_000260_agreement"] {
        database.execute(&format!("delete from seaql_migrations where version = '{version}'")).await;
    }
    database.migrate().await;

    for (sql, before) in told.iter().zip(before) {
        assert_eq!(database.texts(sql).await, before, "{sql}");
    }
    let versions = "select title from plans where shared_version = version and shared_updated_at = updated_at \
        and reviewed_version = version and reviewed_updated_at = updated_at order by title";
    assert_eq!(database.texts(versions).await, ["again", "agreed", "draft"]);
    assert_eq!(ben.list("/v1/plans").await.len(), 0);
    assert_eq!(ana.list("/v1/plans").await.len(), 3);
    assert_eq!(ana.reads(&agreed).await["manager_agreed_at"], json!(null));
}

/// SQLite has one process at a time: the older release has ended when the newer one begins.
#[actix_web::test]
async fn what_the_last_release_writes_is_counted_while_the_next_one_is_rolled_out() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let database = app.database();
    if database.server_url().is_none() {
        return;
    }
    let plan = ana.shares_a_ready_plan().await;
    ana.adds(&plan, json!({"title": "Another"})).await;
    let percent = async || ana.reads(&plan).await["progress_percent"].clone();

    // It knows no `counted_version`, and raises the version.
    database
        .execute("update action_items set status = 'done', progress_percent = 100, version = version + 1")
        .await;
    assert_eq!(percent().await, 100);
    database
        .execute(
            "insert into action_items (tenant_id, id, plan_id, kind, title, responsible_id, advances_short_term, \
             advances_long_term, status, progress_percent, created_at, updated_at, version) \
             select tenant_id, gen_random_uuid(), plan_id, kind, title, responsible_id, false, false, \
             'in_progress', 10, created_at, updated_at, 1 from action_items limit 1",
        )
        .await;
    assert_eq!(percent().await, 70);
    // This release goes on where that one has written.
    ana.records(&ana.first_item(&plan).await, json!({"progress_percent": 40})).await;
    assert_eq!(percent().await, 50);
    let second =
        ana.list(&format!("/v1/plans/{}/action-items", plan["id"].as_str().unwrap())).await[1].clone();
    ana.delete(&format!("/v1/action-items/{}", second["id"].as_str().unwrap())).await;
    assert_eq!(percent().await, 25);
    database.execute("delete from action_items where progress_percent = 10").await;
    assert_eq!(percent().await, 40);
    database.execute("delete from progress_updates; delete from action_items").await;
    assert_eq!(percent().await, 0);
    let differences = groundwork::plans::progress::list_differences(&app.state().db, 20).await.unwrap();
    assert_eq!(differences, []);
}
