//! A restored backup forgets again what was erased, unlinked and deleted since it was made.

use std::{fs, path::Path, process::Command};

use groundwork::{
    config::{DatabaseConfig, defaults},
    db::backup,
    entity::erasure::ErasureReason,
    ids::{LinkId, TenantId},
    privacy::ledger::{self, EndedLink, Entry, Erased, PlacedHold, ReleasedHold, Replayed},
};
use tempfile::TempDir;

use crate::{
    privacy::erasure,
    support::{TestApp, json, people::Person},
};

/// Runs the program; whether it succeeded, and what it said.
fn run(folder: &Path, arguments: &[&str]) -> (bool, String) {
    let run =
        Command::new(env!("CARGO_BIN_EXE_groundwork")).current_dir(folder).args(arguments).output().unwrap();
    (run.status.success(), String::from_utf8([run.stdout, run.stderr].concat()).unwrap())
}

async fn texts(url: &str, sql: &str) -> Vec<String> {
    use sea_orm::{ConnectionTrait as _, Database, DbBackend, Statement};
    let connection = Database::connect(url).await.unwrap();
    let rows = connection.query_all_raw(Statement::from_string(DbBackend::Sqlite, sql)).await.unwrap();
    connection.close().await.unwrap();
    rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

#[actix_web::test]
async fn a_restored_backup_forgets_again_what_was_erased_and_unlinked_since() {
    let folder = TempDir::new().unwrap();
    let app = TestApp::start().await;
    if app.database().server_url().is_some() {
        return;
    }
    let config: DatabaseConfig = defaults(["--database-url", &app.database().url]).unwrap();
    let (hr, (ana, _)) = (app.hr_admin(), app.employee_and_manager().await);
    let (cleo, dan) = (app.person("cleo", None).await, app.person("dan", None).await);
    let eve = app.person("eve", None).await;
    let hold_of = |person: &Person| format!("/v1/people/{}/legal-hold", person.id);
    hr.put(&hold_of(&eve), json!({"reason": "mkr plan of a dispute"})).await.is(200);
    ana.post("/v1/plans", json!({"title": "mkr plan"})).await.is(201);
    cleo.post("/v1/plans", json!({"title": "A draft of the first identity"})).await.is(201);
    dan.get("/v1/me").await.is(200);
    backup::back_up(&config, &folder.path().join("backup.db")).await.unwrap();
    let proof = hr.post(&format!("/v1/people/{}/erase", ana.id), erasure("ana")).await.is(200);
    for person in [&cleo, &dan] {
        let unlink = format!("/v1/people/{}/unlink-identity", person.id);
        hr.post(&unlink, json!({"reason": "A new account"})).await.is(200);
    }
    // Of an identity that was unlinked before, the digest that keeps it refused.
    let second = hr.post(&format!("/v1/people/{}/erase", dan.id), erasure("dan")).await.is(200);
    let refused = "select subject from identities where subject like 'refused.%'";
    let digest = app.database().texts(refused).await;
    hr.put(&hold_of(&cleo), json!({"reason": "A dispute"})).await.is(200);
    hr.delete(&hold_of(&eve)).await.is(204);
    hr.get(&hold_of(&eve)).await.refused(404, "not-found");
    hr.delete(&hold_of(&eve)).await.refused(404, "not-found");
    let (exported, file) = run(folder.path(), &["ledger", "export", "--database-url", &config.database_url]);
    assert!(exported && file.lines().count() == 6 && !file.contains("\"dan\""), "{file}");
    fs::write(folder.path().join("ledger.ndjson"), file).unwrap();
    app.stops().await;
    app.state().db.clone().close().await.unwrap();

    // Over the database that knows; onto a new one, with the file; and onto a new one without.
    let other = format!("sqlite:{}", folder.path().join("other.db").display());
    let third = format!("sqlite:{}", folder.path().join("third.db").display());
    let held = "select reason from legal_holds where released_at is null";
    for (url, arguments) in [
        (&config.database_url, ["--replace"].as_slice()),
        (&other, ["--ledger", "ledger.ndjson"].as_slice()),
        (&third, [].as_slice()),
    ] {
        let mut all = vec!["restore", "backup.db", "--database-url", url];
        all.extend(arguments);
        let (restored, told) = run(folder.path(), &all);
        assert!(restored, "{told}");
        let people =
            texts(url, "select display_name from people where display_name in ('ana', 'Erased person')")
                .await;
        if *url == third {
            assert!(told.contains("no ledger was replayed"), "{told}");
            assert_eq!(people, ["ana"]);
            assert_eq!(texts(url, held).await, ["mkr plan of a dispute"]);
            continue;
        }
        let summary = "erased again: 2, unlinked again: 2, tenants deleted again: 0, holds placed again: 1, \
             holds released again: 1";
        assert!(told.contains(summary), "{told}");
        assert_eq!(people, ["Erased person"; 2]);
        assert_eq!(texts(url, "select cast(count(*) as text) from plans").await, ["0"]);
        assert_eq!(texts(url, "select kind from set_aside").await, ["plan"]);
        let id = "select lower(hex(id)) from erasures order by id";
        let proofs = [&proof, &second].map(|proof| proof["id"].as_str().unwrap().replace('-', ""));
        assert_eq!(texts(url, id).await, proofs);
        assert_eq!(texts(url, held).await, ["A dispute"]);
        assert_eq!((digest.len(), texts(url, refused).await), (1, digest.clone()));
        // No page of the file has it either.
        let file = fs::read(url.trim_start_matches("sqlite:")).unwrap();
        assert!(!file.windows(8).any(|window| window == b"mkr plan"));
    }
}

#[actix_web::test]
async fn a_ledger_that_cannot_be_read_stops_a_restore() {
    let folder = TempDir::new().unwrap();
    let app = TestApp::start().await;
    if app.database().server_url().is_some() {
        return;
    }
    let config: DatabaseConfig = defaults(["--database-url", &app.database().url]).unwrap();
    backup::back_up(&config, &folder.path().join("backup.db")).await.unwrap();
    let damaged = folder.path().join("damaged.db");
    fs::write(&damaged, "no database").unwrap();
    let url = format!("sqlite:{}", damaged.display());

    let (restored, told) = run(folder.path(), &["restore", "backup.db", "--replace", "--database-url", &url]);

    assert!(!restored && told.contains("--without-own-ledger"), "{told}");
    assert_eq!(fs::read(&damaged).unwrap(), b"no database");
}

#[actix_web::test]
async fn replaying_a_ledger_twice_changes_nothing_the_second_time() {
    let app = TestApp::start().await;
    let (hr, (ana, ben)) = (app.hr_admin(), app.employee_and_manager().await);
    ana.shares_a_ready_plan().await;
    ben.get("/v1/me").await.is(200);
    let hold = format!("/v1/people/{}/legal-hold", ana.id);
    hr.put(&hold, json!({"reason": "A dispute that has ended since"})).await.is(200);
    let now = app.clock().now();
    let ids = &app.state().ids;
    let tenant_id = TenantId::of("acme");
    let unlinked = LinkId(ids.next());
    let held = |reason: &str, placed_at| {
        let (reason, person_id) = (reason.to_owned(), ben.id.parse().unwrap());
        Entry::Hold(PlacedHold { tenant_id, person_id, reason, placed_at, placed_by: None })
    };
    let entries = [
        Entry::Erasure(Erased {
            tenant_id,
            id: ids.next(),
            person_id: ana.id.parse().unwrap(),
            reason: ErasureReason::Objection,
            erased_at: now,
            erased_by: None,
        }),
        // A second identity of Ben, of which this database has never heard.
        Entry::Unlink(EndedLink {
            tenant_id,
            id: unlinked,
            person_id: ben.id.parse().unwrap(),
            realm: "default".into(),
            subject: "stolen".into(),
            issuer: None,
            linked_at: now,
            unlinked_at: now,
            unlinked_by: None,
            blocked: true,
            is_moved: false,
            restored_at: None,
        }),
        held("A later reason", now),
        // Older than the tenant that is there.
        Entry::Tenant { id: tenant_id, deleted_at: now - chrono::Duration::days(1) },
    ];

    let first = ledger::replay(&app.state().core, &entries).await.unwrap();
    let second = ledger::replay(&app.state().core, &entries).await.unwrap();

    let done = Replayed { erased: 1, unlinked: 1, held: 1, unchanged: 1, ..Replayed::default() };
    assert_eq!(first, done);
    assert_eq!(second, Replayed { unchanged: 4, ..Replayed::default() });
    // An earlier reason, and a hold on a person who is erased, are no news.
    let earlier = [held("An earlier reason", now - chrono::Duration::days(1))];
    let third = ledger::replay(&app.state().core, &earlier).await.unwrap();
    assert_eq!(third, Replayed { unchanged: 1, ..Replayed::default() });
    ana.get("/v1/me").await.refused(403, "not-in-directory");
    app.bearer(json!({"sub": "stolen"})).get("/v1/me").await.refused(403, "identity-unlinked");
    ben.get("/v1/me").await.is(200);
    let read = ledger::read(&app.state().db).await.unwrap();
    assert_eq!(read, entries[..3]);
    // Its release ends it, and an older ledger does not place it again.
    let released_at = now + chrono::Duration::hours(1);
    let release = ReleasedHold { tenant_id, person_id: ben.id.parse().unwrap(), placed_at: now, released_at };
    let entries = [Entry::Release(release), held("A later reason", now)];
    let first = ledger::replay(&app.state().core, &entries).await.unwrap();
    assert_eq!(first, Replayed { released: 1, unchanged: 1, ..Replayed::default() });
    let second = ledger::replay(&app.state().core, &entries).await.unwrap();
    assert_eq!(second, Replayed { unchanged: 2, ..Replayed::default() });
    let hold = format!("/v1/people/{}/legal-hold", ben.id);
    let hr = hr.with_new_token();
    hr.get(&hold).await.refused(404, "not-found");
    assert_eq!(app.events().await.last().unwrap(), "groundwork.person.legal_hold_released.v1");
    // A hold that was placed since stands.
    app.clock().advance(chrono::Duration::hours(2));
    let hr = hr.with_new_token();
    hr.put(&hold, json!({"reason": "Another dispute"})).await.is(200);
    let third = ledger::replay(&app.state().core, &entries).await.unwrap();
    assert_eq!(third, Replayed { unchanged: 2, ..Replayed::default() });
    assert_eq!(hr.get(&hold).await.is(200)["reason"], "Another dispute");
}
