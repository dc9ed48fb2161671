//! Export, erasure and legal hold. What is personal is listed column by column (`groundwork::privacy::columns`), and
//! compared with the schema here.

use std::{collections::BTreeMap, fs, path::Path, process::Command};

use groundwork::{
    auth::Actor,
    config::defaults,
    db::backup,
    ids::TenantId,
    people::identities::{self, IdentityError},
    plans::progress,
    privacy::columns::{Does, Kind, TABLES},
};

use crate::support::{
    Reply, TestApp, Value, json,
    people::{Person, item_path, path},
};

/// Stands in every personal text of the person who is erased.
pub const MARK: &str = "mkr";

/// Stands in what others wrote on their own plans, and in what the person submitted there.
const OTHERS: &str = "words-of-others";

/// The columns of every table, as the database has them.
pub async fn schema(app: &TestApp) -> BTreeMap<String, Vec<String>> {
    let sql = if app.database().server_url().is_none() {
        "select m.name || '.' || c.name from sqlite_schema m join pragma_table_info(m.name) c \
         where m.type = 'table' and m.name not like 'sqlite_%' and m.name <> 'seaql_migrations'"
    } else {
        "select table_name || '.' || column_name from information_schema.columns \
         where table_schema = 'public' and table_name <> 'seaql_migrations'"
    };
    let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for name in app.database().texts(sql).await {
        let (table, column) = name.split_once('.').unwrap();
        tables.entry(table.to_owned()).or_default().push(column.to_owned());
    }
    tables
}

/// The columns that contain a text, with the number of rows.
pub async fn found(app: &TestApp, text: &str) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    for (table, columns) in schema(app).await {
        for column in columns {
            let sql = format!(
                "select cast(count(*) as text) from {table} where lower(cast({column} as text)) like '%{text}%'"
            );
            let count: usize = app.database().texts(&sql).await[0].parse().unwrap();
            if count > 0 {
                found.insert(format!("{table}.{column}"), count);
            }
        }
    }
    found
}

fn contains(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window.eq_ignore_ascii_case(text.as_bytes()))
}

/// Whether a backup that is made now contains a text: a copy of the file, or a dump of the server's database by the
/// program that `GROUNDWORK_TEST_PG_DUMP` names, as `scripts/postgres` does. None without that.
async fn is_in_backup(app: &TestApp, text: &str) -> Option<bool> {
    if app.database().server_url().is_none() {
        let folder = tempfile::TempDir::new().unwrap();
        let config = defaults(["--database-url", &app.database().url]).unwrap();
        let file = folder.path().join("backup.db");
        backup::back_up(&config, &file).await.unwrap();
        return Some(contains(&fs::read(file).unwrap(), text));
    }
    let Some(program) = std::env::var_os("GROUNDWORK_TEST_PG_DUMP") else {
        eprintln!(
            "pg_dump was not found (GROUNDWORK_TEST_PG_DUMP): no dump was searched for what was erased"
        );
        return None;
    };
    let dump = Command::new(program).arg("--dbname").arg(&app.database().url).output().unwrap();
    assert!(dump.status.success(), "{}", String::from_utf8_lossy(&dump.stderr));
    assert!(contains(&dump.stdout, "create table"), "it is not a dump");
    Some(contains(&dump.stdout, text))
}

/// Whether the files of the database contain a text. None on a server whose files cannot be read.
async fn is_in_files(app: &TestApp, text: &str) -> Option<bool> {
    let contains = |file: &Path| contains(&fs::read(file).unwrap_or_default(), text);
    if app.database().server_url().is_none() {
        // The database, its write-ahead log, and what else SQLite may have put beside it.
        let file = Path::new(app.database().url.trim_start_matches("sqlite:")).to_owned();
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let beside = fs::read_dir(file.parent().unwrap()).unwrap().map(|entry| entry.unwrap().path());
        let beside = beside.filter(|it| it.file_name().unwrap().to_string_lossy().starts_with(&name));
        let found: Vec<_> = beside.filter(|it| contains(it)).collect();
        eprintln!("{text} is in {found:?}");
        return Some(!found.is_empty());
    }
    app.database().execute("checkpoint").await;
    let folder = app.database().texts(
        "select current_setting('data_directory') || '/base/' || oid::text from pg_database \
         where datname = current_database()",
    );
    let mut files = fs::read_dir(&folder.await[0]).ok()?;
    Some(files.any(|file| contains(&file.unwrap().path())))
}

/// Runs statements directly, as carefully with deleted content as the service.
pub async fn execute(app: &TestApp, sql: &str) {
    let careful = if app.database().server_url().is_none() { "pragma secure_delete = on; " } else { "" };
    app.database().execute(&format!("{careful}{sql}")).await;
}

fn m(text: &str) -> String {
    format!("{MARK} {text}")
}

fn answers() -> Value {
    json!({
        "mission_statement": m("mission"),
        "values": [{"name": m("value"), "note": m("why")}],
        "motivators": [{"name": m("motivator")}],
        "short_term_objective": {
            "summary": m("soon"), "kind": "new_assignment", "detail": m("which"), "target_on": "2026-12-01",
        },
        "long_term_objective": {"summary": m("later"), "horizon_years": 5},
        "strengths": [{"name": m("strength"), "reference": {"uri": format!("urn:{MARK}:skill"), "name": m("skill")}}],
        "development_areas": [{"name": m("area")}],
    })
}

pub fn erasure(confirm: &str) -> Value {
    json!({"reason": "no_longer_necessary", "confirm": confirm})
}

fn id(thing: &Value) -> &str {
    thing["id"].as_str().unwrap()
}

/// A tenant in which every personal column has a marked text of Ana.
pub struct World {
    pub app: TestApp,
    pub ana: Person,
    ben: Person,
    pub hr: Person,
    plan: Value,
    /// What is neither text nor marked, but could be guessed from.
    digest: String,
}

impl World {
    pub async fn new() -> Self {
        let app = TestApp::start().await;
        let hr = app.hr_admin();
        let ben = app.person("ben", None).await;
        let old = app.person("mkr.old", Some(&ben)).await;
        let cleo = app.person("cleo", Some(&old)).await;

        // Under her first identity: a draft and a private note, which are set aside when it is unlinked.
        let theirs =
            ben.post("/v1/plans", json!({"title": OTHERS, "answers": answers_of_others()})).await.is(201);
        ben.adds(&theirs, json!({"title": OTHERS})).await;
        ben.shares(&theirs).await;
        ben.invites(&theirs, &old, json!(["basic", "deeper", "planning"])).await;
        old.post("/v1/plans", json!({"title": m("first draft")})).await.is(201);
        hr.post(&format!("/v1/people/{}/unlink-identity", old.id), json!({"reason": m("new account")}))
            .await
            .is(200);
        execute(
            &app,
            "update people set external_id = 'mkr-e1', external_id_key = 'mkr-e1', user_name = 'mkr.ana', \
                 user_name_key = 'mkr.ana', display_name = 'Mkr Ana', email = 'mkr@example.com', \
                 email_key = 'mkr@example.com', department = 'mkr team', title = 'mkr engineer', \
                 manager_external_id = 'mkr-boss', given_name = 'mkr', family_name = 'mkr', locale = 'mkr', \
                 employee_number = 'mkr' where user_name = 'mkr.old'; \
                 update people set manager_external_id = 'mkr-e1' where user_name = 'cleo'; \
                 insert into person_words (tenant_id, word, person_id) \
                 select tenant_id, 'mkr', id from people where user_name = 'mkr.ana'",
        )
        .await;
        app.state().people_generation.advance();
        let ana = Person { id: old.id, ..app.bearer(json!({"sub": "mkr.ana"})) };

        let plan = ana.post("/v1/plans", json!({"title": m("plan"), "answers": answers()})).await.is(201);
        let item = json!({
            "title": m("action"), "description": m("how"), "support_needed": m("help"), "due_on": "2026-09-01",
            "links": [{"url": format!("https://{MARK}.example.com"), "kind": "course", "external_id": m("course")}],
        });
        let item = ana.adds(&plan, item).await;
        ana.records(&item, json!({"progress_percent": 20, "note": m("begun")})).await;
        ana.takes("share", &plan, json!({"note": m("look")})).await.is(200);
        let template = json!({
            "title": m("template"), "description": m("how to"),
            "reference": {"uri": format!("urn:{MARK}:t"), "name": m("t")},
            "links": [{"url": "https://example.com", "kind": "document", "title": m("link")}],
        });
        ana.post("/v1/action-templates", template).await.is(201);
        let invited = json!({"reviewer_id": cleo.id, "sections": ["basic"], "message": m("please")});
        ana.post(&format!("{}/feedback-requests", path(&plan)), invited).await.is(201);
        let feedback = json!({"summary": m("from Ben"), "private_note": m("about Ana")});
        let given = ben.post(&format!("{}/feedback", path(&plan)), feedback).await.is(201);
        ben.post(&format!("/v1/feedback/{}/submit", id(&given)), json!({})).await.is(200);
        ben.adds(&plan, json!({"title": m("support for Ana")})).await;
        let talk = json!({
            "starts_at": "2026-03-10T09:00:00Z", "location": m("room"), "agenda": [{"text": m("point")}],
            "shared_notes": m("notes"), "outcomes": [{"text": m("result")}], "private_note": m("own note"),
        });
        let talks = format!("{}/discussions", path(&plan));
        let talk = ana.post(&talks, talk).await.is(201);
        let at_talk = format!("/v1/discussions/{}", id(&talk));
        ben.patch(&at_talk, json!({"private_note": m("about Ana again")})).await.is(200);
        ana.post(&format!("{at_talk}/cancel"), json!({"message": m("ill")})).await.is(200);
        ana.post("/v1/me/calendar", json!({})).await.is(201);
        let begun = json!({"summary": m("not sent")});
        cleo.post(&format!("{}/feedback", path(&plan)), begun).await.is(201);
        let on_values = |text: &str| json!({"subject": {"kind": "answer", "id": "values"}, "text": text});
        ben.post(&format!("{}/comments", path(&plan)), on_values(&m("remark of Ben"))).await.is(201);
        ana.post(&format!("{}/comments", path(&plan)), on_values(&m("remark of Ana"))).await.is(201);
        let proposal = json!({"title": m("try"), "description": m("for a month")});
        let proposed = ben.post(&format!("{}/proposals", path(&plan)), proposal).await.is(201);
        let decline = format!("{}/proposals/{}/decline", path(&plan), id(&proposed));
        ana.post(&decline, json!({"answer": m("not now")})).await.is(200);
        ana.patch(&path(&plan), json!({"title": m("unshared title")})).await.is(200);
        // On the plan of another: what she has submitted is theirs, too.
        let words = json!({"summary": OTHERS, "private_note": m("about Ben")});
        let given = ana.post(&format!("{}/feedback", path(&theirs)), words).await.is(201);
        ana.post(&format!("/v1/feedback/{}/submit", id(&given)), json!({})).await.is(200);
        ana.post(&format!("{}/comments", path(&theirs)), on_values(OTHERS)).await.is(201);
        let proposal = json!({"title": OTHERS, "description": OTHERS});
        ana.post(&format!("{}/proposals", path(&theirs)), proposal).await.is(201);
        ana.post("/v1/plans", json!({"title": m("second draft")})).await.is(201);
        // What takes more than a call: what an earlier release has left, and the end of a plan.
        execute(
            &app,
            "update plans set reflection = 'mkr reflection' where title like 'mkr%'; \
             update discussions set time_zone = 'mkr/zone'; \
             update people set time_zone = 'mkr/zone', link_name = 'mkr.ana', link_email = 'mkr@example.com' \
                 where user_name = 'mkr.ana'; \
             insert into idempotency_records (tenant_id, caller, key, fingerprint, status, body, details, \
                 expires_at, resource_kind, could_read) \
             select tenant_id, 'opener default mkr.ana', 'k', 'mkr', 200, 'mkr', '{\"mkr\": 1}', \
                 '2026-03-03T09:00:00+00:00', 'people_import', true from people where user_name = 'mkr.ana'",
        )
        .await;
        let keyed = ana
            .request("POST", "/v1/plans")
            .header("idempotency-key", "a")
            .json(&json!({"title": m("third")}));
        Reply::of(keyed).await.is(201);
        let digest =
            app.database().texts("select digest from revisions where title like 'mkr%'").await.concat();
        Self { app, ana, ben, hr, plan, digest }
    }

    pub fn of_ana(&self, operation: &str) -> String {
        format!("/v1/people/{}/{operation}", self.ana.id)
    }

    /// All that is kept of Ana's plan in numbers, which others may count on.
    async fn numbers(&self) -> Vec<String> {
        let sql = "select cast(p.items as text) || ' ' || cast(p.percent as text) \
             from plan_progress p order by p.plan_id";
        self.app.database().texts(sql).await
    }
}

fn answers_of_others() -> Value {
    let mut answers = answers().to_string();
    answers = answers.replace(MARK, OTHERS);
    serde_json::from_str(&answers).unwrap()
}

#[actix_web::test]
async fn every_column_of_the_schema_is_listed() {
    let app = TestApp::start().await;
    let listed: BTreeMap<String, Vec<String>> = TABLES
        .iter()
        .map(|table| {
            (table.name.to_owned(), table.columns.iter().map(|(name, _)| (*name).to_owned()).collect())
        })
        .collect();
    assert_eq!(listed.len(), TABLES.len());
    let sorted = |mut tables: BTreeMap<String, Vec<String>>| {
        tables.values_mut().for_each(|columns| columns.sort());
        tables
    };
    assert_eq!(sorted(listed), sorted(schema(&app).await), "src/privacy/columns.rs and the schema");
}

#[test]
fn a_step_of_erasure_removes_each_personal_column() {
    for table in TABLES {
        for (column, kind) in table.columns.iter().filter(|(_, kind)| *kind == Kind::Personal) {
            let is_removed = table.erase.iter().any(|step| match step.does {
                Does::Delete => true,
                Does::Set(columns) => columns.iter().any(|(name, _)| name == column),
            });
            assert!(is_removed, "{}.{column} is {kind:?}, and no step removes it", table.name);
        }
    }
}

#[actix_web::test]
async fn nothing_personal_is_left_of_a_person_who_is_erased() {
    let world = World::new().await;
    let World { app, ana, ben, hr, .. } = &world;
    hr.put(&world.of_ana("legal-hold"), json!({"reason": m("dispute")})).await.is(200);

    let before = found(app, MARK).await;
    for table in TABLES {
        for (column, _) in table.columns.iter().filter(|(_, kind)| *kind == Kind::Personal) {
            let name = format!("{}.{column}", table.name);
            // No text: looked for by its value.
            let is_found = name == "revisions.digest" || before.contains_key(&name);
            assert!(is_found, "{name} is personal, and this test has no marked text in it");
        }
    }
    for name in before.keys() {
        let (table, column) = name.split_once('.').unwrap();
        let table = TABLES.iter().find(|known| known.name == table).unwrap();
        let kind = table.columns.iter().find(|(known, _)| *known == column).unwrap().1;
        assert_eq!(kind, Kind::Personal, "{name} contains what is personal");
    }
    assert_ne!(is_in_files(app, MARK).await, Some(false));
    assert_ne!(is_in_backup(app, MARK).await, Some(false));
    let numbers = world.numbers().await;
    let others = found(app, OTHERS).await;

    let held = hr.post(&world.of_ana("erase"), erasure("mkr-e1")).await;
    held.refused(409, "legal-hold");
    assert_eq!(hr.delete(&world.of_ana("legal-hold")).await.status, 204);
    execute(app, "update people set active = false where user_name = 'mkr.ana'").await;
    app.state().people_generation.advance();
    let team = format!("/v1/people/{}/team-progress", ben.id);
    let totals = ben.get(&team).await.is(200);
    let proof = hr.post(&world.of_ana("erase"), erasure("mkr-e1")).await.is(200);

    assert_eq!(found(app, MARK).await, BTreeMap::new());
    assert_eq!(found(app, &world.digest).await, BTreeMap::new());
    // Others' words are there, and nothing else has changed.
    assert_eq!(found(app, OTHERS).await, others);
    assert_eq!(world.numbers().await, numbers);
    assert_eq!(ben.get(&team).await.is(200)["totals"], totals["totals"]);
    assert!(progress::list_differences(&app.state().db, 10).await.unwrap().is_empty());
    // The proof names no one either.
    assert_eq!(proof["person_id"], ana.id);
    assert!(!proof.to_string().contains(MARK));
    assert!(
        proof["counts"].as_array().unwrap().contains(&json!({"table": "people", "rows": 2})),
        "{proof:#}"
    );
    // What is left can be read.
    let shown = hr.get(&path(&world.plan)).await.is(200);
    assert_eq!(
        (&shown["title"], &shown["owner"]["display_name"]),
        (&json!("Erased plan"), &json!("Erased person"))
    );
    for list in ["/feedback", "/feedback-requests", "/revisions", "/action-items", "/comments", "/proposals"]
    {
        assert!(!hr.list(&format!("{}{list}", path(&world.plan))).await.is_empty(), "{list}");
    }
    let pseudonym = hr.get(&format!("/v1/people/{}", ana.id)).await.is(200)["external_id"].clone();
    let again = hr.post(&world.of_ana("erase"), erasure(pseudonym.as_str().unwrap())).await.is(200);
    assert_eq!(again, proof);
    if app.database().server_url().is_some() {
        app.database().execute("vacuum full").await;
    }
    assert_ne!(is_in_files(app, MARK).await, Some(true));
    assert_ne!(is_in_backup(app, MARK).await, Some(true));
    if app.database().server_url().is_none() {
        app.database().execute("pragma wal_checkpoint(truncate)").await;
        assert_eq!(is_in_files(app, MARK).await, Some(false));
    }
}

#[actix_web::test]
async fn who_is_erased_does_not_come_back_by_a_token() {
    let app = TestApp::start().await;
    let (hr, (ana, _)) = (app.hr_admin(), app.employee_and_manager().await);
    ana.shares_a_ready_plan().await;
    let portal = app.service("events:read people:read");

    hr.post(&format!("/v1/people/{}/erase", ana.id), erasure("ana")).await.is(200);

    ana.get("/v1/plans").await.refused(403, "not-in-directory");
    let person = portal.get(&format!("/v1/people/{}", ana.id)).await.is(200);
    assert_eq!((&person["display_name"], &person["active"]), (&json!("Erased person"), &json!(false)));
    assert!(!person["erased_at"].is_null());
    let events = portal.get("/v1/events?limit=100").await.is(200);
    assert_eq!(events["items"].as_array().unwrap().last().unwrap()["type"], "groundwork.person.erased.v1");
    // A new person with the old names is another person.
    app.person("ana", None).await;
    app.state().people_generation.advance();
    assert_eq!(ana.list("/v1/plans").await, [json!(null); 0]);
}

#[actix_web::test]
async fn an_identity_that_was_unlinked_stays_refused_after_the_erasure() {
    let app = TestApp::start().await;
    let (hr, ana) = (app.hr_admin(), app.person("ana", None).await);
    ana.get("/v1/me").await.is(200);
    let of_ana = |operation: &str| format!("/v1/people/{}/{operation}", ana.id);
    hr.post(&of_ana("unlink-identity"), json!({"reason": "Her account was stolen"})).await.is(200);
    ana.get("/v1/me").await.refused(403, "identity-unlinked");

    hr.post(&of_ana("erase"), erasure("ana")).await.is(200);
    assert!(!found(&app, "ana").await.contains_key("identities.subject"));
    ana.get("/v1/me").await.refused(403, "identity-unlinked");
    // Nor does it become that of a new person with the old name, or a service.
    let again = app.person("ana", None).await;
    app.state().people_generation.advance();
    again.get("/v1/me").await.refused(403, "identity-unlinked");
    app.service_of("acme", "ana", "people:read").get("/v1/people").await.refused(403, "identity-unlinked");
    // That of another tenant is another identity.
    app.person_in("globex", "ana", None, "UTC").await.get("/v1/me").await.is(200);
}

#[actix_web::test]
async fn who_is_erased_gets_no_relations_and_no_identity() {
    let app = TestApp::start().await;
    let (hr, (ana, ben)) = (app.hr_admin(), app.employee_and_manager().await);
    ana.get("/v1/me").await.is(200);
    let of_ana = |operation: &str| format!("/v1/people/{}/{operation}", ana.id);
    hr.post(&of_ana("erase"), erasure("ana")).await.is(200);

    let acting = json!({"kind": "acting", "person_id": ben.id, "starts_at": app.clock().now()});
    for items in [json!([acting]), json!([])] {
        hr.put(&of_ana("relations"), json!({"items": items})).await.refused(409, "conflict");
    }
    let to_ana = json!({"kind": "acting", "person_id": ana.id, "starts_at": app.clock().now()});
    let relations = format!("/v1/people/{}/relations", ben.id);
    hr.put(&relations, json!({"items": [to_ana]})).await.refused(422, "invalid-body");
    hr.post(&of_ana("unlink-identity"), json!({"reason": "Late"})).await.refused(409, "conflict");
    hr.put(&of_ana("legal-hold"), json!({"reason": "Late"})).await.refused(409, "conflict");
    let mut txn = app.state().begin(TenantId::of("acme"), Actor::default()).await.unwrap();
    let name = format!("erased-{}", ana.id);
    let linked = identities::link(&mut txn, &name, ("default", "new"), None).await;
    assert!(matches!(linked, Err(IdentityError::Erased)), "{linked:?}");
    let links = identities::list_all(&*txn, Some(&name)).await.unwrap();
    let restored = identities::restore(&mut txn, links[0].id).await;
    assert!(matches!(restored, Err(IdentityError::Erased)), "{restored:?}");
}

#[actix_web::test]
async fn the_progress_of_a_team_after_an_erasure_is_that_without_the_person() {
    let app = TestApp::start().await;
    let (hr, (ana, ben)) = (app.hr_admin(), app.employee_and_manager().await);
    let eva = app.person("eva", Some(&ben)).await;
    let team = format!("/v1/people/{}/team-progress", ben.id);
    let totals = async |reader: &Person| reader.get(&team).await.is(200)["totals"].clone();
    let plan = eva.shares_a_ready_plan().await;
    eva.records(&eva.first_item(&plan).await, json!({"progress_percent": 40})).await;
    app.leaves(&ana).await;
    let without = [totals(&ben).await, totals(&hr).await];
    app.database().execute("update people set active = true where user_name = 'ana'").await;
    app.state().people_generation.advance();
    let anas = ana.shares_a_ready_plan().await;
    ana.records(&ana.first_item(&anas).await, json!({"progress_percent": 80})).await;
    ana.prepares_a_ready_plan().await;
    assert_eq!(totals(&ben).await["people"], 2);

    // While she is active.
    hr.post(&format!("/v1/people/{}/erase", ana.id), erasure("ana")).await.is(200);

    assert_eq!([totals(&ben).await, totals(&hr).await], without);
    assert!(progress::list_differences(&app.state().db, 10).await.unwrap().is_empty());
}

#[actix_web::test]
async fn who_is_erased_is_not_written_again_by_an_import_or_scim() {
    let app = TestApp::start().await;
    let (hr, (ana, _)) = (app.hr_admin(), app.employee_and_manager().await);
    hr.post(&format!("/v1/people/{}/erase", ana.id), erasure("ana")).await.is(200);
    let erased = hr.get(&format!("/v1/people/{}", ana.id)).await.is(200);

    let row = json!({"external_id": erased["external_id"], "user_name": "ana", "display_name": "Back"});
    let imported = hr.post("/v1/people/import", json!({"rows": [row]})).await.is(200);
    assert_eq!(imported["rows"][0]["errors"][0]["pointer"], "/external_id", "{imported:#}");
    let user = json!({"externalId": erased["external_id"], "userName": "ana", "displayName": "Back"});
    app.service("scim").post("/scim/v2/Users", user).await.scim_refused(400, Some("invalidValue"));
    // Who has no `externalId` is found by the user name when SCIM creates them again.
    app.database().execute("update people set external_id_given = false where erased_at is not null").await;
    let user = json!({"userName": erased["external_id"], "displayName": "Back"});
    let other = app.service("scim").post("/scim/v2/Users", user).await.is(201);
    assert_ne!(other["id"], ana.id);

    assert_eq!(hr.get(&format!("/v1/people/{}", ana.id)).await.is(200), erased);
}

#[actix_web::test]
async fn no_one_takes_the_name_that_a_person_will_have_after_an_erasure() {
    let app = TestApp::start().await;
    let (hr, (ana, ben)) = (app.hr_admin(), app.employee_and_manager().await);
    let scim = app.service("scim");
    let name = format!("erased-{}", ana.id);
    let row = json!({"external_id": name, "user_name": "eva", "display_name": "Eva"});
    let imported = hr.post("/v1/people/import", json!({"rows": [row]})).await.is(200);
    assert_eq!(imported["rows"][0]["errors"][0]["pointer"], "/external_id", "{imported:#}");
    let user = json!({"externalId": name, "userName": "eva", "displayName": "Eva"});
    scim.post("/scim/v2/Users", user.clone()).await.scim_refused(400, Some("invalidValue"));
    scim.put(&format!("/scim/v2/Users/{}", ben.id), user).await.scim_refused(400, Some("invalidValue"));
    let row = json!({"external_id": "erased-1", "user_name": "eva", "display_name": "Eva"});
    hr.post("/v1/people/import", json!({"rows": [row]})).await.is(200);

    hr.post(&format!("/v1/people/{}/erase", ana.id), erasure("ana")).await.is(200);

    assert_eq!(
        hr.get(&format!("/v1/people/{}", ana.id)).await.is(200)["external_id"],
        format!("erased-{}", ana.id)
    );
}

#[actix_web::test]
async fn no_one_writes_about_who_is_erased() {
    let app = TestApp::start().await;
    let (hr, (ana, ben)) = (app.hr_admin(), app.employee_and_manager().await);
    let rita = app.person("rita", None).await;
    let plan = ana.shares_a_ready_plan().await;
    ana.invites(&plan, &rita, json!(["basic"])).await;
    let item = ana.first_item(&plan).await;
    let feedback = format!("{}/feedback", path(&plan));
    let begun = rita.post(&feedback, json!({"revision": 1, "summary": "Begun"})).await.is(201);
    hr.post(&format!("/v1/people/{}/erase", ana.id), erasure("ana")).await.is(200);

    let begun = format!("/v1/feedback/{}", begun["id"].as_str().unwrap());
    let summary = json!({"summary": "Slow"});
    for refused in [
        rita.patch(&begun, summary.clone()).await,
        rita.post(&format!("{begun}/submit"), json!({})).await,
        ben.post(&feedback, json!({"revision": 1, "summary": "Slow"})).await,
        ben.post(&format!("{}/action-items", path(&plan)), json!({"title": "Slow"})).await,
        app.service("plans:read progress:write")
            .post(&format!("{}/progress", item_path(&item)), json!({"note": "Slow"}))
            .await,
    ] {
        assert!([403, 404, 409].contains(&refused.status), "{} {:#}", refused.status, refused.body);
    }
    assert!(found(&app, "Slow").await.is_empty());
}

#[actix_web::test]
async fn relations_of_and_to_who_is_erased_end_and_scim_shows_the_person_no_more() {
    let app = TestApp::start().await;
    let (hr, (ana, ben)) = (app.hr_admin(), app.employee_and_manager().await);
    let (cleo, eva) = (app.person("cleo", None).await, app.person("eva", None).await);
    ana.shares_a_ready_plan().await;
    let now = app.clock().now();
    let matrix =
        |other: &Person| json!({"items": [{"kind": "matrix", "person_id": other.id, "starts_at": now}]});
    for (person, other) in [(&ana, &cleo), (&ben, &ana), (&eva, &cleo)] {
        hr.put(&format!("/v1/people/{}/relations", person.id), matrix(other)).await.is(200);
    }
    let user = format!("/scim/v2/Users/{}", ana.id);
    let scim = app.service("scim");
    scim.get(&user).await.is(200);

    hr.post(&format!("/v1/people/{}/erase", ana.id), erasure("ana")).await.is(200);

    assert_eq!(app.count("relations").await, 1);
    assert_eq!(cleo.list("/v1/plans").await, [json!(null); 0]);
    assert_eq!(scim.get(&user).await.status, 404);
}

#[actix_web::test]
async fn an_erasure_needs_the_name_of_the_person_and_is_not_for_oneself() {
    let app = TestApp::start().await;
    let (hr, (ana, _)) = (app.hr_admin(), app.employee_and_manager().await);
    let me = hr.get("/v1/me").await.is(200)["person"]["id"].as_str().unwrap().to_owned();

    for wrong in ["ben", "x-ben", "ANA"] {
        let refused = hr.post(&format!("/v1/people/{}/erase", ana.id), erasure(wrong)).await;
        assert_eq!(refused.refused(422, "invalid-body")["errors"][0]["pointer"], "/confirm");
    }
    hr.post(&format!("/v1/people/{me}/erase"), erasure("hr")).await.refused(409, "conflict");
    assert_eq!(app.count("erasures").await, 0);
    ana.get("/v1/me").await.is(200);

    // Nor is another name confirmed later: the person has one that the directory shows.
    let erase = format!("/v1/people/{}/erase", ana.id);
    let keyed = || hr.request("POST", &erase).header("idempotency-key", "a").json(&erasure("ana"));
    let proof = Reply::of(keyed()).await.is(200);
    for wrong in ["ana", "ben", "whatever"] {
        let refused = hr.post(&erase, erasure(wrong)).await.refused(422, "invalid-body");
        assert_eq!(refused["errors"][0]["pointer"], "/confirm");
    }
    assert_eq!(Reply::of(keyed()).await.is(200), proof);
    assert_eq!(hr.post(&erase, erasure(&format!("erased-{}", ana.id))).await.is(200), proof);
}

#[actix_web::test]
async fn another_reason_makes_another_hold_and_the_person_reads_it_in_the_export() {
    let app = TestApp::start().await;
    let (hr, (ana, _)) = (app.hr_admin(), app.employee_and_manager().await);
    let other = app.person("hr2", None).await;
    let other = Person { id: other.id, ..app.bearer(json!({"sub": "hr2", "roles": ["hr_admin"]})) };
    let hold = format!("/v1/people/{}/legal-hold", ana.id);
    let first = hr.put(&hold, json!({"reason": "A dispute"})).await.is(200);
    app.clock().advance(chrono::Duration::minutes(1));

    assert_eq!(other.put(&hold, json!({"reason": "A dispute"})).await.is(200), first, "the same hold");
    let second = other.put(&hold, json!({"reason": "An audit"})).await.is(200);

    assert_eq!((&second["reason"], &second["placed_by"]), (&json!("An audit"), &json!(other.id)));
    assert!(second["placed_at"].as_str().unwrap() > first["placed_at"].as_str().unwrap());
    assert_eq!(hr.get(&hold).await.is(200), second);
    for caller in [&ana, &hr] {
        let export = caller.post(&format!("/v1/people/{}/export", ana.id), json!({})).await.is(200);
        let items = &records(&export, "legal_holds")["items"];
        assert_eq!((&items[0]["reason"], &items[0]["placed_by"]), (&second["reason"], &second["placed_by"]));
    }
}

/// The records of a kind in an export.
fn records<'a>(export: &'a Value, kind: &str) -> &'a Value {
    export["records"].as_array().unwrap().iter().find(|records| records["kind"] == kind).unwrap()
}

#[actix_web::test]
async fn a_person_s_own_export_says_who_has_read_the_plans() {
    let app = TestApp::start().await;
    let (hr, (ana, ben)) = (app.hr_admin(), app.employee_and_manager().await);
    let (plan, second) = (ana.shares_a_ready_plan().await, ana.shares_a_ready_plan().await);
    ben.reads(&plan).await;
    ben.list("/v1/plans").await;
    app.state().flush_reads().await.unwrap();
    app.clock().advance(chrono::Duration::minutes(10));
    while app.count("audit_reads").await > 0 {
        groundwork::audit::seal(app.state()).await.unwrap();
    }
    let (ana, hr) = (ana.with_new_token(), hr.with_new_token());
    hr.reads(&second).await;
    app.state().flush_reads().await.unwrap();

    let export = format!("/v1/people/{}/export", ana.id);
    let own = ana.post(&export, json!({})).await.is(200);
    let shown: Vec<Value> = records(&own, "plan_reads")["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|read| json!([read["plan_id"], read["reader_id"], read["action"], read["right"], read["count"]]))
        .collect();
    let hr_id = hr.get("/v1/me").await.is(200)["person"]["id"].clone();
    let expected = [
        json!([plan["id"], ben.id, "plan.read", "manager", 1]),
        json!([plan["id"], ben.id, "plan.listed", "manager", 1]),
        json!([second["id"], ben.id, "plan.listed", "manager", 1]),
        json!([second["id"], hr_id, "plan.read", "hr_admin", 1]),
    ];
    assert_eq!(shown.len(), expected.len(), "{shown:#?}");
    assert!(expected.iter().all(|read| shown.contains(read)), "{shown:#?}");
    let theirs = hr.post(&export, json!({})).await.is(200);
    assert!(!theirs["records"].to_string().contains("plan_reads"));
}

#[actix_web::test]
async fn a_legal_hold_is_for_hr_admins_alone_and_forbids_erasure_until_it_is_released() {
    let app = TestApp::start().await;
    let (hr, (ana, _)) = (app.hr_admin(), app.employee_and_manager().await);
    let hold = format!("/v1/people/{}/legal-hold", ana.id);
    let put = async |caller: &Person, reason: &str| caller.put(&hold, json!({"reason": reason})).await;
    let everything = groundwork::auth::scope::ALL.join(" ");

    hr.get(&hold).await.refused(404, "not-found");
    let placed = put(&hr, "A dispute").await.is(200);
    assert_eq!(put(&hr, "A dispute").await.is(200), placed);
    assert_eq!(hr.get(&hold).await.is(200), placed);
    for other in [&ana, &app.service(&everything)] {
        other.get(&hold).await.refused(403, "forbidden");
        put(other, "Mine").await.refused(403, "forbidden");
        other.delete(&hold).await.refused(403, "forbidden");
    }
    hr.post(&format!("/v1/people/{}/erase", ana.id), erasure("ana")).await.refused(409, "legal-hold");
    assert_eq!(hr.delete(&hold).await.status, 204);
    hr.delete(&hold).await.refused(404, "not-found");
    hr.post(&format!("/v1/people/{}/erase", ana.id), erasure("ana")).await.is(200);
    put(&hr, "Too late").await.refused(409, "conflict");
    // Holds are in no feed.
    let feed = app.service("events:read").get("/v1/events?limit=100").await.is(200);
    assert!(!feed.to_string().contains("legal_hold"), "{feed:#}");
    let recorded = app.events().await;
    assert_eq!(recorded.iter().filter(|event| event.contains("legal_hold")).count(), 2);
}

#[actix_web::test]
async fn a_person_gets_everything_and_hr_what_is_not_private() {
    let world = World::new().await;
    let World { ana, ben, hr, .. } = &world;
    let texts = |export: &Value| export["records"].to_string();

    let own = ana.post(&world.of_ana("export"), json!({})).await.is(200);
    let theirs = hr.post(&world.of_ana("export"), json!({})).await.is(200);

    assert_eq!((&own["complete"], &theirs["complete"]), (&json!(true), &json!(false)));
    let said = ["remark of Ben", "remark of Ana", "try", "for a month", "not now"];
    for shared in ["mission", "action", "look", "from Ben", "support for Ana", OTHERS].into_iter().chain(said)
    {
        assert!(texts(&own).contains(shared) && texts(&theirs).contains(shared), "{shared}");
    }
    for private in [
        "second draft",
        "unshared title",
        "about Ben",
        "please",
        "begun",
        "own note",
        "mkr result",
        "room",
        "point",
        "mkr ill",
    ] {
        assert!(texts(&own).contains(private), "{private}");
        assert!(!texts(&theirs).contains(private), "{private}");
    }
    // Of no one: others' private notes and drafts, and what was set aside.
    for closed in ["about Ana", "about Ana again", "not sent", "first draft"] {
        assert!(!texts(&own).contains(closed) && !texts(&theirs).contains(closed), "{closed}");
    }
    let left_out = json!({
        "drafts": 2, "unshared_changes": 1, "unsubmitted_feedback": 0, "private_notes": 2, "set_aside": 1,
    });
    assert_eq!(theirs["left_out"], left_out);
    assert_eq!(own["left_out"]["drafts"], 0);
    for other in [ben, &world.app.service(&groundwork::auth::scope::ALL.join(" "))] {
        other.post(&world.of_ana("export"), json!({})).await.refused(403, "forbidden");
    }
}

#[actix_web::test]
async fn an_export_is_a_page_on_request_and_nothing_of_it_is_kept() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.post("/v1/plans", json!({"title": "<script>alert(1)</script>"})).await.is(201);
    let export = format!("/v1/people/{}/export", ana.id);
    let page = ana.request("POST", &export).header("accept", "text/html").json(&json!({}));

    let page = page.send().await.unwrap();
    assert_eq!(page.headers()["content-type"], "text/html; charset=utf-8");
    assert!(page.headers()["content-security-policy"].to_str().unwrap().starts_with("default-src 'none'"));
    let page = page.text().await.unwrap();
    assert!(page.contains("&lt;script&gt;") && !page.contains("<script"), "{page}");

    let keyed = || ana.request("POST", &export).header("idempotency-key", "a").json(&json!({}));
    Reply::of(keyed()).await.is(200);
    let kept = app.database().texts("select body || coalesce(details, '') from idempotency_records").await;
    assert_eq!(kept, [""]);
    // A repetition shows what is there now.
    ana.patch(&path(&plan), json!({"title": "Another"})).await.is(200);
    let again = Reply::of(keyed()).await;
    assert_eq!(again.header("idempotency-replayed"), "true");
    assert!(again.is(200).to_string().contains("Another"));
}
