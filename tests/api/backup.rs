//! Backups of the embedded database, made while it is used and restored elsewhere.

use std::{fs, path::Path, process::Command};

use groundwork::{
    config::{DatabaseConfig, defaults},
    db::backup::{self, BackupError},
};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};
use tempfile::TempDir;

use crate::support::{SECRET, TestApp, json, people::Person, process::Process};

/// The database settings of a test on SQLite. On PostgreSQL, checks that the backup is refused.
async fn embedded(app: &TestApp, folder: &Path) -> Option<DatabaseConfig> {
    let config: DatabaseConfig = defaults(["--database-url", &app.database().url]).unwrap();
    if app.database().url.starts_with("sqlite:") {
        return Some(config);
    }
    let refusal = backup::back_up(&config, &folder.join("backup.db")).await.unwrap_err();
    assert!(matches!(refusal, BackupError::NotEmbedded), "{refusal}");
    assert!(refusal.to_string().contains("pg_dump"), "{refusal}");
    None
}

fn at(file: &Path) -> DatabaseConfig {
    defaults(["--database-url", &format!("sqlite:{}", file.display())]).unwrap()
}

async fn texts(connection: &DatabaseConnection, sql: &str) -> Vec<String> {
    let sql = Statement::from_string(DbBackend::Sqlite, sql);
    let rows = connection.query_all_raw(sql).await.unwrap();
    rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

#[actix_web::test]
async fn what_is_restored_is_what_was_there() {
    let folder = TempDir::new().unwrap();
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    ana.records(&ana.first_item(&plan).await, json!({"progress_percent": 10})).await;
    let Some(config) = embedded(&app, folder.path()).await else { return };
    let (file, restored) = (folder.path().join("backup.db"), folder.path().join("restored.db"));

    let contents = backup::back_up(&config, &file).await.unwrap();
    let (read, replaced) =
        backup::restore(&at(&restored), &file, false, app.clock().now(), async |_| Ok(())).await.unwrap();

    assert_eq!((contents.tenants, contents.people, contents.plans, contents.events), (1, 2, 1, 5));
    assert_eq!((read, replaced), (contents, None));
    let connection = app.database().connect().await;
    connection.execute_unprepared(&format!("attach '{}' as restored", restored.display())).await.unwrap();
    let tables = "select name from main.sqlite_schema where type = 'table' and name not like 'sqlite_%'";
    for table in texts(&connection, tables).await {
        // The one thing that differs: where the change feed goes on.
        connection.execute_unprepared("update restored.tenants set restored_position = 0").await.unwrap();
        let (here, there) =
            (format!("select * from main.{table}"), format!("select * from restored.{table}"));
        let differing = format!(
            "select cast(count(*) as text) from (select * from ({here} except {there}) \
             union all select * from ({there} except {here}))"
        );
        assert_eq!(texts(&connection, &differing).await, ["0"], "{table}");
    }
    connection.close().await.unwrap();
}

#[actix_web::test]
async fn a_backup_made_while_others_write_has_all_that_was_acknowledged_before() {
    let folder = TempDir::new().unwrap();
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    let Some(config) = embedded(&app, folder.path()).await else { return };
    let write = async || {
        for percent in 0..40 {
            ana.records(&item, json!({"progress_percent": percent})).await;
        }
    };
    write().await;

    let file = folder.path().join("backup.db");
    let (made, ()) = tokio::join!(backup::back_up(&config, &file), write());

    made.unwrap();
    let backup = sea_orm::Database::connect(format!("sqlite:{}", file.display())).await.unwrap();
    let count = "select cast(count(*) as text) from progress_updates";
    let kept: usize = texts(&backup, count).await[0].parse().unwrap();
    assert!((40..=80).contains(&kept), "{kept}");
    // Each change with its event, or not at all.
    let events =
        "select cast(count(*) as text) from events where type = 'groundwork.action_item.progressed.v1'";
    assert_eq!(texts(&backup, events).await, [kept.to_string()]);
    backup.close().await.unwrap();
}

#[actix_web::test]
async fn a_reader_of_the_feed_misses_nothing_that_happens_after_a_restore() {
    let folder = TempDir::new().unwrap();
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    let Some(config) = embedded(&app, folder.path()).await else { return };
    backup::back_up(&config, &folder.path().join("backup.db")).await.unwrap();
    for percent in 0..5 {
        ana.records(&item, json!({"progress_percent": percent})).await;
    }
    let portal = app.service("events:read");
    let cursor = portal.get("/v1/events").await.is(200)["next_cursor"].as_str().unwrap().to_owned();
    app.stops().await;
    app.state().db.clone().close().await.unwrap();

    let (_, replaced) =
        backup::restore(&config, &folder.path().join("backup.db"), true, app.clock().now(), async |_| Ok(()))
            .await
            .unwrap();

    assert!(replaced.unwrap().exists());
    let again = app.start_replica().await;
    let ana = Person { app: again.clone(), ..ana };
    ana.records(&item, json!({"progress_percent": 50})).await;
    let seen = again.service("events:read").get(&format!("/v1/events?after={cursor}")).await.is(200);
    assert_eq!(seen["items"].as_array().unwrap().len(), 1, "{seen}");
    assert_eq!(seen["items"][0]["type"], "groundwork.action_item.progressed.v1");
}

#[actix_web::test]
async fn what_cannot_be_relied_on_is_refused_and_changes_nothing() {
    let folder = TempDir::new().unwrap();
    let app = TestApp::start().await;
    app.employee_and_manager().await;
    let Some(config) = embedded(&app, folder.path()).await else { return };
    let (file, damaged) = (folder.path().join("backup.db"), folder.path().join("damaged.db"));
    let now = app.clock().now();
    backup::back_up(&config, &file).await.unwrap();

    let twice = backup::back_up(&config, &file).await.unwrap_err();
    assert!(matches!(twice, BackupError::Exists(_)), "{twice}");
    let nothing =
        backup::back_up(&at(&folder.path().join("none.db")), &folder.path().join("b")).await.unwrap_err();
    assert!(matches!(nothing, BackupError::Missing(_)), "{nothing}");
    let taken = backup::restore(&config, &file, false, now, async |_| Ok(())).await.unwrap_err();
    assert!(matches!(taken, BackupError::WouldReplace(_)), "{taken}");
    let in_use = backup::restore(&config, &file, true, now, async |_| Ok(())).await.unwrap_err();
    assert!(matches!(in_use, BackupError::InUse(_)), "{in_use}");
    let mut bytes = fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 8192].fill(0xff);
    fs::write(&damaged, bytes).unwrap();
    let target = folder.path().join("target.db");
    let unreadable = backup::restore(&at(&target), &damaged, false, now, async |_| Ok(())).await.unwrap_err();
    assert!(matches!(unreadable, BackupError::Damaged { .. }), "{unreadable}");
    assert!(!target.exists());
    assert_eq!(app.count("people").await, 2);
}

#[actix_web::test]
async fn the_commands_say_what_they_have_done() {
    let folder = TempDir::new().unwrap();
    let app = TestApp::start().await;
    app.employee_and_manager().await;
    let Some(config) = embedded(&app, folder.path()).await else { return };
    let run = |arguments: &[&str]| {
        let run = Command::new(env!("CARGO_BIN_EXE_groundwork"))
            .current_dir(&folder)
            .args(arguments)
            .output()
            .unwrap();
        (run.status.success(), String::from_utf8([run.stdout, run.stderr].concat()).unwrap())
    };

    let (made, told) = run(&["backup", "backup.db", "--database-url", &config.database_url]);
    assert!(made && told.contains("tenants: 1, people: 2, plans: 0"), "{told}");
    let (restored, told) = run(&["restore", "backup.db"]);
    assert!(restored && told.contains("people: 2"), "{told}");
    let (restored, told) = run(&["restore", "backup.db"]);
    assert!(!restored && told.contains("--replace"), "{told}");
    let served = format!("sqlite:{}", folder.path().join("groundwork.db").display());
    drop(Process::start(&["serve", "--database-url", &served, "--auth-hs256-secret", SECRET]));
}
