//! The audit log: what it records, and that nothing in it can be changed unseen.

use chrono::Duration;
use groundwork::{
    audit::{self, Fault},
    ids::TenantId,
};
use sea_orm::DbBackend;

use crate::support::{
    SECRET, TestApp, Value, at_once,
    database::TestDatabase,
    json,
    people::{Person, path, ready_answers},
    process::Process,
};

/// Writes what was noted, and seals what can be.
async fn seal(app: &TestApp) -> u64 {
    app.state().flush_reads().await.unwrap();
    audit::seal(app.state()).await.unwrap()
}

/// Seals this many records. On PostgreSQL, transactions of other tests on the server may hold some back for a moment.
async fn seals(app: &TestApp, records: u64) {
    let mut sealed = 0;
    while sealed < records {
        sealed += seal(app).await;
    }
    assert_eq!(sealed, records);
}

async fn verify(app: &TestApp, head: Option<&str>) -> Result<audit::Verified, Fault> {
    let head = head.map(|head| head.parse().unwrap());
    audit::verify(app.state(), TenantId::of("acme"), head, |_| {}).await.unwrap()
}

/// The digest of the last record.
async fn head(app: &TestApp) -> String {
    verify(app, None).await.unwrap().head.unwrap()
}

fn minutes(minutes: i64) -> Duration {
    Duration::minutes(minutes)
}

/// The actions of the log, the oldest first.
async fn actions(hr: &Person, query: &str) -> Vec<String> {
    let mut records = hr.list(&format!("/v1/audit-log{query}")).await;
    records.reverse();
    records.iter().map(|record| record["action"].as_str().unwrap().to_owned()).collect()
}

/// Changes the records as someone could who has the database.
async fn tamper(app: &TestApp, statements: &[&str]) {
    let connection = app.database().connect_once().await;
    let off: &[&str] = match sea_orm::ConnectionTrait::get_database_backend(&connection) {
        DbBackend::Sqlite => &["drop trigger audit_records_unchanged", "drop trigger audit_records_kept"],
        _ => &["alter table audit_records disable trigger audit_records_kept"],
    };
    for statement in off.iter().chain(statements) {
        sea_orm::ConnectionTrait::execute_unprepared(&connection, statement).await.unwrap();
    }
    connection.close().await.unwrap();
}

/// A tenant with ten sealed records.
async fn ten_records() -> TestApp {
    let app = TestApp::start().await;
    let ana = app.person("ana", None).await;
    for _ in 0..10 {
        ana.post("/v1/plans", json!({"title": "Mine"})).await.is(201);
    }
    seals(&app, 10).await;
    assert_eq!(verify(&app, None).await.unwrap().records, 10);
    app
}

#[actix_web::test]
async fn every_change_is_a_record_with_who_made_it() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let hr = app.hr_admin();
    let plan = ana.prepares_a_ready_plan().await;
    let request = ana.request("POST", &format!("{}/share", path(&plan))).header("x-request-id", "request-1");
    crate::support::Reply::of(request.json(&json!({}))).await.is(200);
    let portal = app.service("webhooks:manage");
    let hook = json!({"url": "https://hr.example.com/hooks", "event_types": ["*"]});
    let hook = portal.post("/v1/webhooks", hook).await.is(201);

    // The same before and after it is sealed, but for the digest.
    let before = hr.list("/v1/audit-log").await;
    seals(&app, 5).await;
    let after = hr.list("/v1/audit-log?action=plan.shared").await;

    let record = &after[0];
    assert_eq!(record["actor_id"], ana.id);
    assert_eq!(record["actor"]["display_name"], "ana");
    assert!(record["link_id"].is_string());
    assert_eq!(record["client"], Value::Null);
    assert_eq!(record["subject"], path(&plan)[4..]);
    assert_eq!(record["request_id"], "request-1");
    assert_eq!((&record["count"], &record["right"]), (&json!(1), &Value::Null));
    assert!(record["digest"].is_string());
    let created = before.iter().find(|record| record["action"] == "webhook.created").unwrap();
    assert_eq!((&created["client"], &created["actor_id"]), (&json!("portal"), &Value::Null));
    assert_eq!(created["subject"], format!("webhooks/{}", hook["id"].as_str().unwrap()));
    let mut unsealed = before.iter().find(|record| record["action"] == "plan.shared").unwrap().clone();
    assert_eq!(unsealed["digest"].take(), Value::Null);
    unsealed["digest"] = record["digest"].clone();
    assert_eq!(unsealed, *record);
    assert!(!format!("{before:?}{after:?}").contains("Grow into the lead"));
}

#[actix_web::test]
async fn changes_of_drafts_are_sealed_and_shown_to_no_one() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let hr = app.hr_admin();
    let shared = ana.shares_a_ready_plan().await;
    seals(&app, 4).await;
    let before = hr.list("/v1/audit-log?action=plan.shared").await;

    let draft = ana.prepares_a_ready_plan().await;
    ana.changes(&draft, json!({"title": "Another"})).await;
    ana.changes(&shared, json!({"title": "Another"})).await;
    let feedback =
        ben.post(&format!("{}/feedback", path(&shared)), json!({"summary": "Not yet"})).await.is(201);
    let feedback = format!("/v1/feedback/{}", feedback["id"].as_str().unwrap());
    ben.patch(&feedback, json!({"summary": "Go on"})).await.is(200);
    ben.delete(&feedback).await.is(204);
    ana.delete(&path(&draft)).await.is(204);
    let listed = async || {
        let all = hr.list("/v1/audit-log").await;
        let digests: Vec<_> = all.iter().map(|record| record["digest"].clone()).collect();
        (actions(&hr, "").await, digests)
    };
    let unsealed = listed().await;
    assert_eq!(unsealed.0, ["feedback.requested", "plan.shared"]);
    seals(&app, 8).await;
    app.clock().advance(minutes(10));
    let hr = hr.with_new_token();
    assert_eq!(actions(&hr, "?to=2026-03-02T09:05:00Z&action=plan.shared").await, ["plan.shared"]);
    assert_eq!(hr.list("/v1/audit-log?action=plan.shared").await, before);
    assert_eq!(actions(&hr, "?action=plan.updated").await, Vec::<String>::new());
    assert_eq!(actions(&hr, "?action=feedback.created").await, Vec::<String>::new());
    // No number whose gaps would tell of them.
    assert_eq!(before[0]["digest"].as_str().unwrap().split('.').count(), 2);
    assert_eq!(verify(&app, None).await.unwrap().records, 12);
}

#[actix_web::test]
async fn reads_of_ten_minutes_are_one_record_and_an_owners_own_are_none() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let hr = app.hr_admin();
    let other = app.start_replica().await;
    let plan = ana.shares_a_ready_plan().await;
    ana.reads(&plan).await;
    for app in [&app, &other] {
        for _ in 0..3 {
            Person { app: app.clone(), ..ben.clone() }.reads(&plan).await;
        }
        app.state().flush_reads().await.unwrap();
    }
    ben.get(&format!("{}/readiness", path(&plan))).await.refused(403, "forbidden");
    hr.reads(&plan).await;
    app.state().flush_reads().await.unwrap();

    let reads = hr.list("/v1/audit-log?action=plan.read").await;
    assert_eq!(reads.len(), 2, "{reads:#?}");
    let bens = reads.iter().find(|read| read["actor_id"] == ben.id).unwrap();
    assert_eq!((&bens["count"], &bens["right"]), (&json!(6), &json!("manager")));
    assert_eq!(bens["digest"], Value::Null);

    // Not sealed before the ten minutes are over.
    seal(&app).await;
    assert_eq!(hr.list("/v1/audit-log?action=plan.read").await.len(), 2);
    app.clock().advance(minutes(10));
    ben.reads(&plan).await;
    seal(&app).await;
    let reads = hr.list("/v1/audit-log?action=plan.read").await;
    assert_eq!(reads.len(), 3, "{reads:#?}");
    assert_eq!((&reads[0]["count"], &reads[0]["digest"]), (&json!(1), &Value::Null));
    assert!(reads[1]["digest"].is_string() && reads[2]["digest"].is_string());
    assert!(verify(&app, None).await.is_ok());
}

#[actix_web::test]
async fn the_log_is_filtered_and_exported_and_both_are_recorded() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let hr = app.hr_admin();
    let plan = ana.shares_a_ready_plan().await;
    ben.agrees(&plan).await;
    let id = plan["id"].as_str().unwrap();

    assert_eq!(actions(&hr, &format!("?actor_id={}", ben.id)).await, ["plan.agreement_given"]);
    let about = actions(&hr, &format!("?subject_id={id}")).await;
    assert_eq!(about, ["plan.shared", "plan.agreement_given"]);
    assert_eq!(actions(&hr, "?action=plan.shared").await, ["plan.shared"]);
    assert_eq!(actions(&hr, "?to=2026-03-02T09:00:00Z").await, Vec::<String>::new());
    assert_eq!(actions(&hr, "?from=2026-03-02T09:00:01Z").await, Vec::<String>::new());
    let all = actions(&hr, "?from=2026-03-02T09:00:00Z").await;
    seal(&app).await;

    let service = app.service("audit:read");
    for exporter in [&hr, &service] {
        let export = exporter.request("GET", "/v1/audit-log/export").send().await.unwrap();
        assert_eq!(export.headers()["content-type"], "application/x-ndjson");
        let lines = export.text().await.unwrap();
        let records: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert!(records.len() >= all.len());
    }
    app.state().flush_reads().await.unwrap();
    let exports = hr.list("/v1/audit-log?action=audit_log.exported").await;
    assert_eq!(exports.len(), 2);
    assert_eq!(hr.list("/v1/audit-log?action=audit_log.listed").await.len(), 1);
}

#[actix_web::test]
async fn another_tenants_log_is_another_log() {
    let app = TestApp::start().await;
    let ana = app.person("ana", None).await;
    ana.post("/v1/plans", json!({"title": "Mine"})).await.is(201);
    seal(&app).await;
    assert_eq!(app.hr_admin_of("globex").list("/v1/audit-log").await, Vec::<Value>::new());
    ana.get("/v1/audit-log").await.refused(403, "forbidden");
    ana.get("/v1/audit-log/export").await.refused(403, "forbidden");
    app.service("plans:read").get("/v1/audit-log").await.refused(403, "missing-scope");
}

#[actix_web::test]
async fn changes_while_it_is_sealed_are_each_sealed_once() {
    let app = TestApp::start().await;
    let other = app.start_replica().await;
    let people = [app.person("ana", None).await, app.person("eva", None).await];
    let writes = (0..40).map(|number| {
        let person = people[number % 2].clone();
        async move { person.post("/v1/plans", json!({"title": "Mine"})).await }
    });
    let sealing = async {
        let mut sealed = 0;
        for _ in 0..20 {
            let (one, two) = futures_util::join!(audit::seal(app.state()), audit::seal(other.state()));
            sealed += one.unwrap() + two.unwrap();
            tokio::task::yield_now().await;
        }
        sealed
    };
    let (replies, sealed) = futures_util::join!(at_once(writes), sealing);
    let made: Vec<_> = replies.into_iter().map(|reply| reply.is(201)).collect();
    let sealed = sealed + seal(&app).await;

    assert_eq!(sealed, made.len() as u64);
    assert_eq!(verify(&app, None).await.unwrap().records, 40);
    let id = if app.database().server_url().is_some() { "cast(id as text)" } else { "hex(id)" };
    let events =
        app.database().texts(&format!("select {id} from events where type like '%plan.created%'")).await;
    let records = app.database().texts(&format!("select {id} from audit_records")).await;
    let sorted = |mut ids: Vec<String>| {
        ids.sort();
        ids
    };
    assert_eq!(sorted(events), sorted(records));
    assert_eq!(seal(&app).await, 0);
}

#[actix_web::test]
async fn a_change_that_commits_late_is_sealed_later_and_not_left_out() {
    let app = TestApp::start().await;
    let ana = app.person("ana", None).await;
    ana.post("/v1/plans", json!({"title": "First"})).await.is(201);
    let Some(open) = app.database().open_transaction().await else { return };
    ana.post("/v1/plans", json!({"title": "Second"})).await.is(201);

    assert_eq!(seal(&app).await, 1);
    open.close().await.unwrap();
    while seal(&app).await == 0 {
        tokio::task::yield_now().await;
    }
    assert_eq!(verify(&app, None).await.unwrap().records, 2);
}

#[actix_web::test]
async fn the_head_is_given_out_and_no_more_often_than_every_ten_minutes() {
    let app = TestApp::start().await;
    let ana = app.person("ana", None).await;
    let hr = app.hr_admin();
    let sealed = async || hr.with_new_token().list_events("groundwork.audit.sealed.v1").await;
    ana.post("/v1/plans", json!({"title": "Mine"})).await.is(201);
    seal(&app).await;
    assert_eq!(sealed().await, [head(&app).await]);

    ana.post("/v1/plans", json!({"title": "Mine"})).await.is(201);
    assert_eq!(seal(&app).await, 1);
    assert_eq!(seal(&app).await, 0);
    assert_eq!(sealed().await.len(), 1);
    app.clock().advance(minutes(10));
    assert_eq!(seal(&app).await, 0);
    assert_eq!(sealed().await[1..], [head(&app).await]);
    // The event of a seal is nothing to seal.
    app.clock().advance(minutes(60));
    assert_eq!(seal(&app).await, 0);
    assert_eq!(sealed().await.len(), 2);
}

impl Person {
    /// The digests in the events of a type.
    async fn list_events(&self, event_type: &str) -> Vec<String> {
        let page = self.get(&format!("/v1/events?limit=100&types={event_type}")).await.is(200);
        let items = page["items"].as_array().unwrap();
        items.iter().map(|event| event["data"]["digest"].as_str().unwrap().to_owned()).collect()
    }
}

#[actix_web::test]
async fn whatever_is_done_to_the_records_is_found() {
    const SHIFT: [&str; 2] = [
        "update audit_records set sequence = -sequence - 1 where sequence >= 5",
        "update audit_records set sequence = -sequence where sequence < 0",
    ];
    const COPY: &str = "insert into audit_records \
             (tenant_id, id, sequence, at, action, subject, count, listed, digest) \
         select tenant_id, tenant_id, 5, at, action, subject, count, listed, '5.0123456789abcdef.00' \
         from audit_records where sequence = 1";
    for (statements, fault) in [
        (vec!["update audit_records set actor_id = null where sequence = 5"], Fault::Changed(5)),
        (vec!["update audit_records set count = 2 where sequence = 10"], Fault::Changed(10)),
        (vec!["update audit_records set digest = 'nonsense' where sequence = 3"], Fault::Changed(3)),
        (vec!["delete from audit_records where sequence = 5"], Fault::Deleted(5)),
        (
            vec![
                "delete from audit_records where sequence = 5",
                "update audit_records set sequence = -sequence + 1 where sequence > 5",
                "update audit_records set sequence = -sequence where sequence < 0",
            ],
            Fault::Deleted(5),
        ),
        (vec![SHIFT[0], SHIFT[1], COPY], Fault::Inserted(5)),
        (
            vec![
                "update audit_records set sequence = 0 where sequence = 5",
                "update audit_records set sequence = 5 where sequence = 6",
                "update audit_records set sequence = 6 where sequence = 0",
            ],
            Fault::Reordered(5),
        ),
        (vec!["delete from audit_records where sequence > 7"], Fault::CutOff(7, 10)),
        (vec!["update audit_heads set digest = '10.0123456789abcdef.00'"], Fault::HeadChanged),
        (
            vec![
                "update audit_heads set checkpoint_sequence = 3, checkpoint_digest = \
                     (select digest from audit_records where sequence = 3)",
                "delete from audit_records where sequence <= 3",
            ],
            Fault::CheckpointChanged,
        ),
    ] {
        let app = ten_records().await;
        tamper(&app, &statements).await;
        assert_eq!(verify(&app, None).await, Err(fault), "{statements:?}");
    }
}

#[actix_web::test]
async fn with_a_digest_that_was_given_out_an_older_state_is_found() {
    let app = ten_records().await;
    app.database().execute("create table backup_of_heads as select * from audit_heads").await;
    let eva = app.person("eva", None).await;
    for _ in 0..3 {
        eva.post("/v1/plans", json!({"title": "Mine"})).await.is(201);
    }
    seals(&app, 3).await;
    let given = head(&app).await;
    assert!(verify(&app, Some(&given)).await.is_ok());
    // An older backup, in which the log ended at record 10.
    let restored = [
        "delete from audit_records where sequence > 10",
        "delete from audit_heads",
        "insert into audit_heads select * from backup_of_heads",
        "delete from events where type like '%plan.created%' and id not in (select id from audit_records)",
    ];
    tamper(&app, &restored).await;

    assert!(verify(&app, None).await.is_ok());
    assert_eq!(verify(&app, Some(&given)).await, Err(Fault::NotTheGiven));

    // The log goes on from there.
    for _ in 0..5 {
        eva.post("/v1/plans", json!({"title": "Mine"})).await.is(201);
    }
    seals(&app, 5).await;
    assert!(verify(&app, None).await.is_ok());
    assert_eq!(verify(&app, Some(&given)).await, Err(Fault::NotTheGiven));
}

/// Seals until the log has this many records and can be verified: the transactions of other tests hold events back.
async fn seals_up_to(app: &TestApp, records: u64) {
    loop {
        let verified = verify(app, None).await.unwrap();
        assert!(verified.records <= records, "{verified:?}");
        if verified.records == records {
            return;
        }
        seal(app).await;
    }
}

#[actix_web::test]
async fn what_a_moved_head_keeps_out_of_the_log_is_found_and_sealed() {
    for moved in [
        "sealed_position = 9000000000000000",
        "sealed_position = 0",
        "sealed_event_id = tenant_id",
        "reads_sealed_until = '2999-01-01T00:00:00+00:00'",
        "announced_sequence = 1000",
        "announced_at = '2999-01-01T00:00:00+00:00'",
        "head_seal = null",
        "head_seal = '0123456789abcdef.00'",
        "digest = (select digest from audit_records where sequence = 3), sequence = 3",
    ] {
        let app = ten_records().await;
        let (ana, hr) = (app.bearer(json!({"sub": "ana"})), app.hr_admin());
        ana.post("/v1/plans", json!({"title": "Hidden"})).await.is(201);
        app.database().execute(&format!("update audit_heads set {moved}")).await;
        assert!(verify(&app, None).await.is_err(), "{moved}");

        assert_eq!(audit::mend_heads(app.state()).await.unwrap(), 1, "{moved}");
        assert_eq!(audit::mend_heads(app.state()).await.unwrap(), 0, "{moved}");

        // The hidden change, and that the head was set again.
        seals_up_to(&app, 12).await;
        assert_eq!(actions(&hr, "?action=audit.head_restored").await.len(), 1, "{moved}");
        let created =
            app.database().texts("select action from audit_records where action = 'plan.created'").await;
        assert_eq!(created.len(), 11, "{moved}");
        ana.post("/v1/plans", json!({"title": "Another"})).await.is(201);
        seals_up_to(&app, 13).await;
    }
}

#[actix_web::test]
async fn the_worker_sets_a_moved_head_again_before_it_seals() {
    let app = ten_records().await;
    let ana = app.bearer(json!({"sub": "ana"}));
    ana.post("/v1/plans", json!({"title": "Hidden"})).await.is(201);
    // Not far: the next change shows the tenant to the worker.
    let moved = "update audit_heads set sealed_position = (select max(position) + 1 from events)";
    app.database().execute(moved).await;
    assert_eq!(verify(&app, None).await, Err(Fault::HeadMoved));
    ana.post("/v1/plans", json!({"title": "Another"})).await.is(201);
    while seal(&app).await == 0 {}
    seals_up_to(&app, 13).await;
}

#[actix_web::test]
async fn reads_that_a_moved_head_counts_in_a_window_to_come_are_sealed() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    seals(&app, 4).await;
    app.database().execute("update audit_heads set reads_sealed_until = '2999-01-01T00:00:00+00:00'").await;
    ben.reads(&plan).await;
    app.state().flush_reads().await.unwrap();

    assert_eq!(audit::mend_heads(app.state()).await.unwrap(), 1);
    app.clock().advance(minutes(10));
    while app.count("audit_reads").await > 0 {
        seal(&app).await;
    }

    assert!(verify(&app, None).await.is_ok());
    let read = &app.hr_admin().list("/v1/audit-log?action=plan.read").await[0];
    assert!(read["digest"].is_string(), "{read:#}");
}

#[actix_web::test]
async fn the_database_refuses_to_change_or_delete_a_record() {
    let app = ten_records().await;
    let connection = app.database().connect_once().await;
    for refused in ["update audit_records set count = 2", "delete from audit_records where sequence = 1"] {
        let refusal = sea_orm::ConnectionTrait::execute_unprepared(&connection, refused).await.unwrap_err();
        assert!(refusal.to_string().contains("audit records cannot be changed or deleted"), "{refusal}");
    }
    connection.close().await.unwrap();
}

#[actix_web::test]
async fn the_retention_cuts_at_a_checkpoint_from_which_the_log_is_verified() {
    let app = ten_records().await;
    let old = head(&app).await;
    app.clock().advance(minutes(60));
    let ana = app.bearer(json!({"sub": "ana"}));
    ana.post("/v1/plans", json!({"title": "Later"})).await.is(201);
    seal(&app).await;
    let before = app.clock().now() - minutes(30);

    assert_eq!(audit::delete_expired(app.state(), before).await.unwrap(), 10);
    assert_eq!(audit::delete_expired(app.state(), before).await.unwrap(), 0);

    assert_eq!(verify(&app, None).await.unwrap().records, 1);
    let given = head(&app).await;
    assert!(verify(&app, Some(&given)).await.is_ok());
    assert!(verify(&app, Some(&old)).await.is_ok(), "the digest of the checkpoint itself");
    assert_eq!(audit::delete_expired(app.state(), app.clock().now() + minutes(1)).await.unwrap(), 1);
    assert_eq!(verify(&app, Some(&given)).await.unwrap().records, 0);
    assert_eq!(verify(&app, Some(&old)).await, Err(Fault::NotTheGiven));
}

#[actix_web::test]
async fn the_log_can_be_verified_after_a_person_was_erased() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    ana.get("/v1/me").await.is(200);
    let hr = app.hr_admin();
    let unlink = format!("/v1/people/{}/unlink-identity", ana.id);
    hr.post(&unlink, json!({"reason": "Ana left in anger"})).await.is(200);
    seal(&app).await;
    let details = || app.database().texts("select detail from audit_details");
    assert!(details().await[0].contains("Ana left in anger"));
    let records = app.hr_admin().list("/v1/audit-log").await;
    assert!(!format!("{records:?}").contains("anger"));
    assert_eq!(verify(&app, None).await.unwrap().erased, 0);

    let head = head(&app).await;

    let erasure = json!({"reason": "no_longer_necessary", "confirm": "ana"});
    hr.post(&format!("/v1/people/{}/erase", ana.id), erasure).await.is(200);
    assert!(details().await.is_empty());
    assert_eq!(verify(&app, Some(&head)).await.unwrap().erased, 1);
    seals(&app, 1).await;
    let verified = verify(&app, Some(&head)).await.unwrap();
    assert_eq!((verified.records, verified.erased), (2, 1));
    assert_eq!(actions(&hr, "?action=person.erased").await, ["person.erased"]);
}

#[actix_web::test]
async fn a_changed_detail_is_found() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    ana.get("/v1/me").await.is(200);
    let unlink = format!("/v1/people/{}/unlink-identity", ana.id);
    app.hr_admin().post(&unlink, json!({"reason": "Ana left in anger"})).await.is(200);
    seals(&app, 1).await;
    app.database().execute("update audit_details set detail = '{}'").await;
    assert_eq!(verify(&app, None).await, Err(Fault::Changed(1)));
}

#[actix_web::test]
async fn exports_and_legal_holds_of_people_are_records() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let hr = app.hr_admin();
    let of_ana = |operation: &str| format!("/v1/people/{}/{operation}", ana.id);
    hr.post(&of_ana("export"), json!({})).await.is(200);
    hr.put(&of_ana("legal-hold"), json!({"reason": "A dispute"})).await.is(200);
    hr.delete(&of_ana("legal-hold")).await.is(204);

    let expected = ["person.exported", "person.legal_hold_placed", "person.legal_hold_released"];
    assert_eq!(actions(&hr, "").await, expected);
    seals(&app, 3).await;
    let sealed = actions(&hr, "").await;
    let of_people: Vec<&String> = sealed.iter().filter(|action| action.starts_with("person.")).collect();
    assert_eq!(of_people, expected);
    let feed = hr.get("/v1/events?limit=100").await.is(200);
    assert!(!feed.to_string().contains("groundwork.person"), "{feed:#}");
}

#[actix_web::test]
async fn records_without_the_row_that_names_the_last_one_are_a_fault() {
    let app = TestApp::start().await;
    app.person("ana", None).await.post("/v1/plans", json!({"title": "Mine"})).await.is(201);
    seals(&app, 1).await;
    app.database().execute("delete from audit_heads").await;
    assert_eq!(verify(&app, None).await.unwrap_err(), Fault::HeadMissing);
}

#[actix_web::test]
async fn an_event_is_kept_until_it_is_sealed() {
    let app = TestApp::start().await;
    let ana = app.person("ana", None).await;
    ana.post("/v1/plans", json!({"title": "Mine"})).await.is(201);
    let later = app.clock().now() + minutes(1);
    let delete =
        async || groundwork::events::store::delete_expired_events(&app.state().db, later).await.unwrap();

    assert_eq!(delete().await, 0);
    seal(&app).await;
    // The event of the seal itself.
    assert_eq!(seal(&app).await, 0);
    assert!(delete().await > 0);

    // Positions go on where they were.
    ana.post("/v1/plans", json!({"title": "Another"})).await.is(201);
    assert_eq!(seal(&app).await, 1);
    assert_eq!(verify(&app, None).await.unwrap().records, 2);
}

/// Starts a process on a database in which Ana has shared a plan, and reads it as HR does.
async fn read_in_a_process(database: &TestDatabase) -> Process {
    let serve = ["serve", "--database-url", &database.url, "--auth-hs256-secret", SECRET];
    let process = Process::start(&serve);
    let client = groundwork::client::http_client(std::time::Duration::from_secs(10)).unwrap();
    let exp = groundwork::clock::Clock::system().now().timestamp() + 3600;
    let bearer = |claims: Value| {
        let mut all = json!({"tenant": "acme", "exp": exp});
        all.as_object_mut().unwrap().extend(claims.as_object().unwrap().clone());
        groundwork::auth::token::mint(SECRET, &all).unwrap()
    };
    let (hr, ana) = (bearer(json!({"sub": "hr", "roles": ["hr_admin"]})), bearer(json!({"sub": "ana"})));
    let send = async |token: &str, method: &str, path: &str, body: Value| {
        let request = client.request(method.parse().unwrap(), format!("{}{path}", process.base));
        let request = request.bearer_auth(token);
        let request = if body.is_null() { request } else { request.json(&body) };
        let reply = request.send().await.unwrap();
        assert!(reply.status().is_success(), "{method} {path}: {}", reply.status());
        reply.json::<Value>().await.unwrap()
    };
    let rows =
        ["ana", "hr"].map(|name| json!({"external_id": name, "user_name": name, "display_name": name}));
    send(&hr, "POST", "/v1/people/import", json!({"rows": rows})).await;
    let plan = json!({"title": "Mine", "answers": ready_answers()});
    let plan = send(&ana, "POST", "/v1/plans", plan).await;
    let path = path(&plan);
    send(&ana, "POST", &format!("{path}/action-items"), json!({"title": "Read", "due_on": "2099-01-01"}))
        .await;
    send(&ana, "POST", &format!("{path}/share"), json!({})).await;
    send(&hr, "GET", &path, Value::Null).await;
    process
}

#[actix_web::test]
async fn a_read_is_written_within_seconds_and_a_change_at_once_whatever_kills_the_process() {
    let database = TestDatabase::create().await;
    let process = read_in_a_process(&database).await;
    let changes = "select type from events where type like '%plan.shared%'";
    assert_eq!(database.texts(changes).await.len(), 1);
    let since = std::time::Instant::now();
    while database.count("audit_reads").await == 0 {
        assert!(since.elapsed().as_secs() < 60, "it is not written");
        tokio::task::yield_now().await;
    }
    process.kill();
    assert_eq!(database.count("audit_reads").await, 1);
    assert_eq!(database.texts(changes).await.len(), 1);
}

#[actix_web::test]
async fn a_process_that_is_stopped_writes_its_reads_first_and_the_command_verifies_the_log() {
    let database = TestDatabase::create().await;
    let process = read_in_a_process(&database).await;
    process.is_told_to_stop();
    process.ends_well();
    assert_eq!(database.count("audit_reads").await, 1);

    let verify_tenant = |tenant: &str| {
        let command = std::process::Command::new(env!("CARGO_BIN_EXE_groundwork"))
            .args(["audit", "verify", "--tenant", tenant, "--database-url", &database.url])
            .output()
            .unwrap();
        (command.status.success(), String::from_utf8(command.stdout).unwrap())
    };
    let verify = || verify_tenant("acme");
    assert!(!verify_tenant("acmee").0);
    let (right, said) = verify();
    assert!(right && said.contains("records are as they were sealed"), "{said}");
    database.execute("update audit_heads set sequence = sequence + 1").await;
    let (right, said) = verify();
    assert!(!right && said.contains("records were cut off"), "{said}");
}
