//! What the service finds when it starts, and what it notices of its database later.

use std::{path::Path, time::Duration};

use groundwork::{auth::token, client::http_client, clock::Clock};
use reqwest::{Client, Response};
use tempfile::TempDir;

use crate::support::{
    SECRET, Value,
    database::TestDatabase,
    json,
    process::{Process, refuses},
};

fn client() -> Client {
    http_client(Duration::from_secs(10)).unwrap()
}

/// A change that a person makes.
async fn changes(process: &Process) -> Response {
    let exp = Clock::system().now().timestamp() + 3600;
    let hr = token::mint(SECRET, &json!({"tenant": "acme", "sub": "hr", "roles": ["hr_admin"], "exp": exp}));
    let import = client().post(format!("{}/v1/people/import", process.base)).bearer_auth(hr.unwrap());
    let import = import.header("content-type", "text/csv");
    import.body("external_id,user_name,display_name\nx,ana,Ana\n").send().await.unwrap()
}

async fn detail(response: Response, status: u16) -> String {
    assert_eq!(response.status(), status);
    response.json::<Value>().await.unwrap()["detail"].as_str().unwrap_or_default().to_owned()
}

async fn readiness(process: &Process) -> Response {
    client().get(format!("{}/health/ready", process.base)).send().await.unwrap()
}

fn serve(url: &str) -> Vec<&str> {
    vec!["serve", "--database-url", url, "--auth-hs256-secret", SECRET]
}

fn url_of(file: &Path) -> String {
    format!("sqlite:{}", file.display())
}

#[actix_web::test]
async fn a_second_process_on_an_embedded_database_is_refused() {
    let folder = TempDir::new().unwrap();
    let url = url_of(&folder.path().join("one.db"));
    let first = Process::start(&serve(&url));

    for second in [serve(&url), vec!["work", "--database-url", &url]] {
        let refusal = refuses(&[], &second);
        assert!(refusal.contains("one.db is in use by another process of groundwork"), "{refusal}");
    }

    first.kill();
    drop(Process::start(&serve(&url)));
}

#[actix_web::test]
async fn a_database_file_that_is_removed_under_the_service_is_noticed() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("one.db");
    let process = Process::start(&serve(&url_of(&file)));
    assert_eq!(changes(&process).await.status(), 200);

    std::fs::rename(&file, folder.path().join("away.db")).unwrap();

    assert_eq!(readiness(&process).await.status(), 503);
    assert_eq!(changes(&process).await.status(), 503);
    process.says("was removed or replaced while in use");
    std::fs::rename(folder.path().join("away.db"), &file).unwrap();
    assert_eq!(readiness(&process).await.status(), 200);
    assert_eq!(changes(&process).await.status(), 200);
}

#[actix_web::test]
async fn asking_for_the_migrations_creates_nothing_and_fails_if_one_is_pending() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("one.db");
    let url = url_of(&file);
    let status = ["migrate", "status", "--database-url", &url];

    let refusal = refuses(&[], &status);
    assert!(refusal.contains("there is no database in"), "{refusal}");
    assert!(!file.exists());

    std::fs::write(&file, "").unwrap();
    let refusal = refuses(&[], &status);
    assert!(refusal.contains("run: groundwork migrate up"), "{refusal}");
}

#[test]
fn checking_and_listing_identities_create_no_database() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("one.db");
    let url = url_of(&file);
    let commands = [vec!["check"], vec!["identities", "list", "--tenant", "acme"]];

    for command in &commands {
        let refusal = refuses(&[], &[command, &["--database-url", &url][..]].concat());
        assert!(refusal.contains("there is no database in"), "{refusal}");
        assert!(!file.exists());
    }

    std::fs::write(&file, "").unwrap();
    for command in &commands {
        let refusal = refuses(&[], &[command, &["--database-url", &url][..]].concat());
        assert!(refusal.contains("run: groundwork migrate up"), "{refusal}");
    }
}

#[test]
fn a_wrong_value_names_the_flag_and_the_variable() {
    let refusal =
        refuses(&[("GROUNDWORK_BIND", "localhost:8080")], &["serve", "--auth-hs256-secret", SECRET]);

    assert!(refusal.contains("--bind <ADDRESS> (GROUNDWORK_BIND)"), "{refusal}");
    assert!(refusal.contains("write an IP address and a port"), "{refusal}");
}

#[actix_web::test]
async fn a_service_on_a_server_that_is_not_migrated_says_so_and_waits() {
    let database = TestDatabase::create().await;
    if database.server_url().is_none() {
        return;
    }
    database.execute("drop schema public cascade; create schema public").await;

    let process = Process::start(&serve(&database.url));

    process.says("the schema is not up to date, so requests get 503; run: groundwork migrate up");
    for refusal in [readiness(&process).await, changes(&process).await] {
        let detail = detail(refusal, 503).await;
        assert!(detail.contains("groundwork migrate up"), "{detail}");
    }
    // A background task that had begun would have failed by now.
    assert_eq!(readiness(&process).await.status(), 503);
    let complaints = |line: &&Value| line["level"] == "WARN" || line["level"] == "ERROR";
    assert_eq!(process.log().iter().filter(complaints).count(), 1, "{:?}", process.log());

    database.migrate().await;
    assert_eq!(readiness(&process).await.status(), 200);
    assert_eq!(changes(&process).await.status(), 200);
}

#[test]
fn a_server_that_does_not_answer_is_named() {
    let url = "postgres://groundwork:hidden@127.0.0.1:1/career?sslmode=disable";
    let refusal = refuses(&[], &["migrate", "status", "--database-url", url, "--database-wait", "50ms"]);
    let named = "the PostgreSQL database career at 127.0.0.1:1 as groundwork; check GROUNDWORK_DATABASE_URL";
    assert!(refusal.contains(named) && refusal.contains("Connection refused"), "{refusal}");
    assert!(!refusal.contains("hidden"), "{refusal}");
}

#[actix_web::test]
async fn an_issuer_that_does_not_answer_and_a_missing_audience_are_noticed_at_the_start() {
    let folder = TempDir::new().unwrap();
    let url = url_of(&folder.path().join("one.db"));
    let process = Process::start(&["serve", "--database-url", &url, "--auth-issuer", "http://127.0.0.1:1"]);

    process.says("set GROUNDWORK_AUTH_AUDIENCE");
    process.says("fetching the issuer's keys failed; check GROUNDWORK_AUTH_ISSUER");
}
