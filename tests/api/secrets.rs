//! Encryption at rest: which keys decrypt what, and what is never printed.

use std::process::Command;

use base64::{Engine, prelude::BASE64_STANDARD};
use groundwork::{
    config::{DatabaseConfig, defaults},
    db::backup,
    secrets::Key,
    state::KeysError,
    webhooks::{Worker, encrypt_all},
};
use tempfile::TempDir;

use crate::support::{SECRET, TestApp, json, process::refuses, receiver::Receiver};

const PRIVATE: &str = "--webhooks-allow-private";

/// A key whose bytes are all the same, as the setting has it.
fn key(byte: u8) -> String {
    BASE64_STANDARD.encode([byte; 32])
}

fn id(key: &str) -> String {
    Key::parse(key).unwrap().id()
}

fn flag(keys: &[&str]) -> String {
    format!("--encryption-key={}", keys.join(","))
}

/// A webhook; its path and its secret.
async fn hook(app: &TestApp, receiver: &Receiver) -> (String, String) {
    let hook = json!({"url": receiver.url, "event_types": ["groundwork.plan.*"]});
    let hook = app.hr_admin().post("/v1/webhooks", hook).await.is(201);
    let text = |name: &str| hook[name].as_str().unwrap().to_owned();
    (format!("/v1/webhooks/{}", text("id")), text("secret"))
}

/// Whether the service sends a test that is signed with the secret.
async fn signs(app: &TestApp, receiver: &Receiver, (path, secret): &(String, String)) -> bool {
    app.hr_admin().post(&format!("{path}/test"), json!({})).await.is(201);
    let before = receiver.received().len();
    Worker::new(app.state().core.clone()).step().await.unwrap();
    let received = receiver.received();
    received.len() > before && received.last().unwrap().is_signed_with(secret)
}

async fn stored(app: &TestApp) -> String {
    app.database().texts("select secret from webhooks").await.concat()
}

#[actix_web::test]
async fn a_key_is_replaced_without_a_secret_getting_lost() {
    let (old, new) = (key(1), key(2));
    let receiver = Receiver::start().await;
    let app = TestApp::start_with(&[PRIVATE, &flag(&[&old])]).await;
    let hook = hook(&app, &receiver).await;
    assert!(stored(&app).await.starts_with(&format!("sealed.{}.", id(&old))));

    let both = app.start_replica_with(&[PRIVATE, &flag(&[&new, &old])]).await;
    assert!(signs(&both, &receiver, &hook).await);
    assert_eq!(encrypt_all(&both.state().core).await.unwrap(), 1);
    assert_eq!(encrypt_all(&both.state().core).await.unwrap(), 0);
    assert!(stored(&app).await.starts_with(&format!("sealed.{}.", id(&new))));
    assert!(signs(&both, &receiver, &hook).await);

    let replaced = app.start_replica_with(&[PRIVATE, &flag(&[&new])]).await;
    assert!(signs(&replaced, &receiver, &hook).await);
    let read = replaced.hr_admin().get(&hook.0).await.is(200);
    assert_eq!((&read["version"], read.get("secret")), (&json!(1), None));
}

#[actix_web::test]
async fn a_process_without_a_needed_key_does_not_start_and_names_it() {
    let receiver = Receiver::start().await;
    let app = TestApp::start_with(&[PRIVATE, &flag(&[&key(1)])]).await;
    hook(&app, &receiver).await;

    let flags = app.database().flags();
    let serve = ["serve", "--bind=127.0.0.1:0", "--operations-bind=off", "--auth-hs256-secret", SECRET];
    let serve: Vec<&str> = serve.into_iter().chain(flags.iter().map(String::as_str)).collect();
    for keys in [vec![], vec![("GROUNDWORK_ENCRYPTION_KEY", key(2))]] {
        let environment: Vec<(&str, &str)> = keys.iter().map(|(name, key)| (*name, key.as_str())).collect();
        let refusal = refuses(&environment, &serve);
        assert!(refusal.contains(&id(&key(1))) && refusal.contains("remedy"), "{refusal}");
        assert!(!refusal.contains(&key(1)) && !refusal.contains(&key(2)), "{refusal}");
    }
    let refusal = refuses(&[("GROUNDWORK_ENCRYPTION_KEY", "hidden")], &serve);
    assert!(refusal.contains("openssl rand") && !refusal.contains("hidden"), "{refusal}");
}

#[actix_web::test]
async fn without_the_setting_the_database_holds_a_key_which_stays_readable() {
    let receiver = Receiver::start().await;
    let app = TestApp::start_with(&[PRIVATE]).await;
    let hook = hook(&app, &receiver).await;
    let replica = app.start_replica_with(&[PRIVATE]).await;
    assert!(signs(&replica, &receiver, &hook).await);
    assert_eq!(app.count("installation_keys").await, 1);

    let with_key = app.start_replica_with(&[PRIVATE, &flag(&[&key(1)])]).await;
    assert!(signs(&with_key, &receiver, &hook).await);
    encrypt_all(&with_key.state().core).await.unwrap();
    assert!(stored(&app).await.starts_with(&format!("sealed.{}.", id(&key(1)))));
    assert!(signs(&with_key, &receiver, &hook).await);

    let core = groundwork::state::Core::new(
        app.state().db.clone(),
        app.clock().clone(),
        app.state().webhooks,
        groundwork::secrets::Secrets::default(),
    );
    let missing = core.load_keys().await;
    assert!(matches!(&missing, Err(KeysError::Missing(needed)) if *needed == id(&key(1))), "{missing:?}");
}

#[actix_web::test]
async fn secrets_of_an_earlier_release_sign_and_are_encrypted_when_the_worker_starts() {
    let receiver = Receiver::start().await;
    let app = TestApp::start_with(&[PRIVATE]).await;
    let (path, _) = hook(&app, &receiver).await;
    let plain = format!("whsec_{}", key(9));
    app.database()
        .execute(&format!("update webhooks set secret = '{plain}', previous_secret = '{plain}'"))
        .await;
    let hook = (path, plain);

    assert!(signs(&app, &receiver, &hook).await);
    assert_eq!(encrypt_all(&app.state().core).await.unwrap(), 1);

    let columns = "select secret || ' ' || previous_secret from webhooks";
    let stored = app.database().texts(columns).await.concat();
    assert!(!stored.contains("whsec_") && stored.matches("sealed.").count() == 2, "{stored}");
    assert!(signs(&app, &receiver, &hook).await);
    // Copied to another webhook, it is worth nothing.
    let other = self::hook(&app, &receiver).await;
    let copy = "update webhooks set secret = (select min(secret) from webhooks w where w.previous_secret is not null)";
    app.database().execute(copy).await;
    assert!(!signs(&app, &receiver, &other).await);
}

#[actix_web::test]
async fn a_backup_names_the_keys_that_it_needs_and_nobody_else_can_read_it() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = TempDir::new().unwrap();
    let (first, second) = (folder.path().join("first.db"), folder.path().join("second.db"));
    let mode = |file: &std::path::Path| std::fs::metadata(file).unwrap().permissions().mode() & 0o777;
    let at = |file: &std::path::Path| -> DatabaseConfig {
        defaults(["--database-url", &format!("sqlite:{}", file.display())]).unwrap()
    };
    let receiver = Receiver::start().await;
    let app = TestApp::start_with(&[PRIVATE]).await;
    if !app.database().url.starts_with("sqlite:") {
        return;
    }
    let config: DatabaseConfig = defaults(["--database-url", &app.database().url]).unwrap();
    hook(&app, &receiver).await;

    let contents = backup::back_up(&config, &first).await.unwrap();
    let own = app.database().texts("select key from installation_keys").await.concat();
    assert_eq!((contents.own_key, contents.needed_keys.len()), (Some(id(&own)), 0));
    let with_key = app.start_replica_with(&[PRIVATE, &flag(&[&key(1)])]).await;
    encrypt_all(&with_key.state().core).await.unwrap();
    let contents = backup::back_up(&config, &second).await.unwrap();
    assert_eq!((contents.own_key, contents.needed_keys), (None, [id(&key(1))].into()));

    let restored = folder.path().join("restored.db");
    // The mode of the backup is not taken over.
    std::fs::set_permissions(&second, std::fs::Permissions::from_mode(0o644)).unwrap();
    backup::restore(&at(&restored), &second, false, app.clock().now(), async |_| Ok(())).await.unwrap();
    assert_eq!((mode(&first), mode(&restored)), (0o600, 0o600));
    let run = Command::new(env!("CARGO_BIN_EXE_groundwork"))
        .args(["backup", "--database-url", &config.database_url])
        .arg(folder.path().join("third.db"))
        .output()
        .unwrap();
    let told = String::from_utf8(run.stdout).unwrap();
    assert!(told.contains(&id(&key(1))), "{told}");
}

#[actix_web::test]
async fn a_new_database_and_its_log_are_for_their_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = TempDir::new().unwrap();
    let (new, old) = (folder.path().join("new.db"), folder.path().join("old.db"));
    std::fs::File::create(&old).unwrap();
    std::fs::set_permissions(&old, std::fs::Permissions::from_mode(0o644)).unwrap();
    let serve = |file: &std::path::Path| {
        let url = format!("sqlite:{}", file.display());
        crate::support::process::Process::start(&[
            "serve",
            "--database-url",
            &url,
            "--auth-hs256-secret",
            SECRET,
        ])
    };

    let process = serve(&new);
    for file in ["new.db", "new.db-wal", "new.db-shm"] {
        let mode = std::fs::metadata(folder.path().join(file)).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{file}");
    }
    process.is_told_to_stop();
    assert!(!process.ends_well().iter().any(|line| line.to_string().contains("chmod")));

    let process = serve(&old);
    assert_eq!(process.says("chmod 600")["mode"], "644");
    assert_eq!(std::fs::metadata(&old).unwrap().permissions().mode() & 0o777, 0o644);
}

#[test]
fn no_error_shows_a_value_that_may_be_a_secret() {
    let folder = TempDir::new().unwrap();
    let file = format!("sqlite:{}", folder.path().join("new.db").display());
    // With any of these wrong, the process does not start.
    let good = [
        ("GROUNDWORK_AUTH_HS256_SECRET", SECRET),
        ("GROUNDWORK_DATABASE_WAIT", "1s"),
        ("GROUNDWORK_DATABASE_URL", file.as_str()),
        ("GROUNDWORK_BIND", "127.0.0.1:0"),
        ("GROUNDWORK_OPERATIONS_BIND", "off"),
    ];
    let refusal = |(setting, value): (&str, &str)| {
        let others = good.into_iter().filter(|(name, _)| *name != setting);
        refuses(&others.chain([(setting, value)]).collect::<Vec<_>>(), &["serve"])
    };
    for url in [
        "postgres://u:hidden#1@127.0.0.1:1/db",
        "postgres://u:hidden/1@127.0.0.1:1/db",
        "postgres://u:hidden?1@127.0.0.1:1/db",
        "postgres://u:hidden@1@127.0.0.1:1/db",
        "postgres://u:12/hidden@127.0.0.1:1/db",
        "postgres://hidden:12#34@127.0.0.1:1/db",
        "postgres://u:p@127.0.0.1:1/db?sslmode=hidden",
        "postgres://u:p@127.0.0.1:1/db?passwd=hidden",
        "postgres://u:hidden",
        "mysql://u:hidden@127.0.0.1/db",
        "sqlite:/nowhere/file.db?mode=hidden",
        "hidden",
    ] {
        for setting in ["GROUNDWORK_DATABASE_URL", "GROUNDWORK_DATABASE_READ_URL"] {
            let refusal = refusal((setting, url));
            assert!(!refusal.contains("hidden"), "{url}: {refusal}");
        }
    }
    // A secret that was put in the wrong place.
    for setting in [
        "GROUNDWORK_ENCRYPTION_KEY",
        "GROUNDWORK_AUTH_HS256_SECRET",
        "GROUNDWORK_AUTH_JWKS_URL",
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
        "GROUNDWORK_BIND",
        "GROUNDWORK_WORKERS",
        "GROUNDWORK_DATABASE_POOLER",
        "GROUNDWORK_REQUEST_TIMEOUT",
        "GROUNDWORK_WORKER",
    ] {
        let refusal = refusal((setting, "hidden"));
        assert!(!refusal.contains("hidden"), "{setting}: {refusal}");
        let named =
            refusal.contains(setting) || refusal.contains("--") || refusal.contains("GROUNDWORK_AUTH");
        assert!(named, "{setting}: {refusal}");
    }
}
