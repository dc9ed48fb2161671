//! `/v1/cycles`: campaigns, who takes part, and how far the departments are.

mod attack;
mod attacker;
mod coverage;
pub mod references;

use crate::support::{
    Reply, TestApp, Value, json,
    people::{Person, path, ready_answers},
};

/// People of a department.
pub async fn department(app: &TestApp, name: &str, people: &[&str]) -> Vec<Person> {
    let mut added = Vec::new();
    for person in people {
        added.push(app.person(person, None).await);
        app.database()
            .execute(&format!("update people set department = '{name}' where user_name = '{person}'"))
            .await;
    }
    added
}

/// A cycle of these participants.
pub async fn cycle_of(hr: &Person, participants: Value) -> Value {
    let mut cycle = dates();
    cycle["participants"] = participants;
    hr.with_new_token().post("/v1/cycles", cycle).await.is(201)
}

fn dates() -> Value {
    json!({
        "name": "Career plans 2026", "prepare_by": "2026-04-01", "share_by": "2026-04-10",
        "respond_by": "2026-04-20", "discuss_by": "2026-05-01",
    })
}

pub fn cycle_path(cycle: &Value) -> String {
    format!("/v1/cycles/{}", cycle["id"].as_str().unwrap())
}

/// A draft of a cycle: one without blockers, or one that has only a title.
pub async fn drafts(person: &Person, cycle: &Value, ready: bool) -> Value {
    let person = person.with_new_token();
    let mut plan = json!({"title": "Next year", "cycle_id": cycle["id"]});
    if ready {
        plan["answers"] = ready_answers();
    }
    let plan = person.post("/v1/plans", plan).await.is(201);
    if ready {
        person.adds(&plan, json!({"title": "Lead the design review"})).await;
    }
    plan
}

fn faults(reply: Reply) -> Vec<String> {
    reply.faults()
}

#[actix_web::test]
async fn a_cycle_is_made_read_changed_and_deleted() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let people = department(&app, "Platform", &["ana", "ben"]).await;

    let reply = hr.post("/v1/cycles", dates()).await;
    assert_eq!(reply.status, 201, "{:#}", reply.body);
    let at = reply.header("location").to_owned();
    let made = reply.body;
    assert_eq!((&made["status"], &made["version"]), (&json!("open"), &json!(1)));
    assert_eq!(made["participants"], json!({"departments": [], "person_ids": []}));
    assert_eq!(made["questionnaire_version"], Value::Null);

    let more = json!({"departments": ["Platform", " Design "], "person_ids": [people[0].id, people[0].id]});
    let added = hr.post(&format!("{at}/participants"), more.clone()).await.is(200);
    let members = json!({"departments": ["Design", "Platform"], "person_ids": [people[0].id]});
    assert_eq!((&added["participants"], &added["version"]), (&members, &json!(2)));
    // What takes part already changes nothing.
    assert_eq!(hr.post(&format!("{at}/participants"), more).await.is(200), added);
    assert_eq!(hr.get(&at).await.is(200), added);
    assert_eq!(hr.list("/v1/cycles").await, [added]);

    let change = json!({"name": "2027", "status": "closed", "participants": {"departments": ["Sales"]}});
    let changed = hr.patch(&at, change.clone()).await.is(200);
    let members = json!({"departments": ["Sales"], "person_ids": [people[0].id]});
    assert_eq!((&changed["participants"], &changed["status"]), (&members, &json!("closed")));
    assert_eq!(hr.patch(&at, change).await.is(200), changed);
    let stale = hr.request("PATCH", &at).header("if-match", "\"1\"").json(&json!({"name": "2028"}));
    Reply::of(stale).await.refused(412, "precondition-failed");

    hr.delete(&at).await.is(204);
    hr.get(&at).await.refused(404, "not-found");
    let events = app.events().await;
    let events: Vec<&str> = events.iter().map(|name| name.trim_start_matches("groundwork.cycle.")).collect();
    assert_eq!(events, ["created.v1", "updated.v1", "updated.v1", "deleted.v1"]);
    assert_eq!(app.count("cycle_departments").await + app.count("cycle_people").await, 0);
}

#[actix_web::test]
async fn every_fault_of_a_cycle_is_named() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let globex = app.person_in("globex", "ana", None, "UTC").await;
    let mut wrong = dates();
    wrong["share_by"] = "2026-03-31".into();
    wrong["respond_by"] = "2026-03-30".into();
    wrong["participants"] = json!({"person_ids": [globex.id, globex.id]});
    let pointers = ["/participants/person_ids/0", "/participants/person_ids/1", "/respond_by", "/share_by"];
    assert_eq!(faults(hr.post("/v1/cycles", wrong).await), pointers);
    let bad = json!({"name": " ", "participants": {"departments": [""], "teams": []}});
    let named = faults(hr.post("/v1/cycles", bad).await);
    for pointer in ["/name", "/prepare_by", "/participants/departments/0", "/participants/teams"] {
        assert!(named.contains(&pointer.to_owned()), "{pointer}: {named:?}");
    }
    assert_eq!(app.count("cycles").await, 0);
    let cycle = cycle_of(&hr, json!({})).await;
    let at = cycle_path(&cycle);
    assert_eq!(faults(hr.patch(&at, json!({"discuss_by": "2026-04-01"})).await), ["/discuss_by"]);
    let unknown = json!({"person_ids": [globex.id]});
    assert_eq!(faults(hr.post(&format!("{at}/participants"), unknown).await), ["/person_ids/0"]);
    assert_eq!(hr.get(&at).await.is(200), cycle);
}

#[actix_web::test]
async fn a_cycle_names_a_version_of_the_questionnaire_that_is_published() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let text = json!([{"language": "en", "title": "Mobility", "guidance": "Where would you work?"}]);
    let question = json!({"section": "deeper", "kind": "text", "required": false, "texts": text});
    let publish = json!({"languages": ["en"], "own_questions": [question]});
    app.hr_admin_of("globex").post("/v1/questionnaires", publish.clone()).await.is(201);
    let named = |version: i64| {
        let mut cycle = dates();
        cycle["questionnaire_version"] = version.into();
        cycle
    };
    let cycle = hr.post("/v1/cycles", named(1)).await.is(201);
    let at = cycle_path(&cycle);
    for refused in
        [hr.post("/v1/cycles", named(2)).await, hr.patch(&at, json!({"questionnaire_version": 2})).await]
    {
        let detail = refused.body["errors"][0]["detail"].as_str().unwrap_or_default().to_owned();
        assert_eq!(faults(refused), ["/questionnaire_version"]);
        assert_eq!(detail, "version 2 is not published; the latest version is 1");
    }
    hr.post("/v1/questionnaires", publish).await.is(201);
    let changed = hr.patch(&at, json!({"questionnaire_version": 2})).await.is(200);
    assert_eq!(changed["questionnaire_version"], 2);
    hr.patch(&at, json!({"questionnaire_version": null})).await.is(200);
}

#[actix_web::test]
async fn those_who_take_part_are_the_active_people_of_its_departments_and_of_its_list() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let platform = department(&app, "Platform", &["ana", "ben", "cyd"]).await;
    let design = department(&app, "Design", &["dora", "eva"]).await;
    let listed = json!({"departments": ["Platform"], "person_ids": [platform[0].id, design[1].id]});
    let cycle = cycle_of(&hr, listed).await;
    app.leaves(&platform[2]).await;

    let people = hr.list(&format!("{}/participants", cycle_path(&cycle))).await;

    let names: Vec<(&str, &str)> = people
        .iter()
        .map(|row| (row["person"]["display_name"].as_str().unwrap(), row["department"].as_str().unwrap()))
        .collect();
    assert_eq!(names, [("ana", "Platform"), ("ben", "Platform"), ("eva", "Design")]);
    assert_eq!(people[0]["person_id"], platform[0].id);
}

#[actix_web::test]
async fn a_plan_belongs_to_a_cycle_that_exists_and_is_open() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let hr = app.hr_admin();
    let cycle = cycle_of(&hr, json!({"person_ids": [ana.id]})).await;
    let elsewhere = cycle_of(&app.hr_admin_of("globex"), json!({})).await;
    let closed = cycle_of(&hr, json!({})).await;
    hr.patch(&cycle_path(&closed), json!({"status": "closed"})).await.is(200);

    let plan = drafts(&ana, &cycle, true).await;
    assert_eq!(plan["cycle_id"], cycle["id"]);
    for other in [&elsewhere["id"], &closed["id"], &plan["id"]] {
        let of_other = json!({"title": "Another", "cycle_id": other});
        assert_eq!(faults(ana.post("/v1/plans", of_other).await), ["/cycle_id"]);
        assert_eq!(faults(ana.patch(&path(&plan), json!({"cycle_id": other})).await), ["/cycle_id"]);
    }
    // A plan may stay in a cycle that is closed.
    hr.patch(&cycle_path(&cycle), json!({"status": "closed"})).await.is(200);
    ana.changes(&plan, json!({"title": "This year"})).await;
    hr.patch(&cycle_path(&cycle), json!({"status": "open"})).await.is(200);
    ana.shares(&plan).await;
    assert_eq!(ben.list(&format!("/v1/plans?cycle_id={}", cycle["id"].as_str().unwrap())).await.len(), 1);

    // Shared plans keep their cycle; drafts lose it with the cycle.
    hr.delete(&cycle_path(&cycle)).await.refused(409, "conflict");
    let draft = cycle_of(&hr, json!({})).await;
    let plan = drafts(&ana, &draft, true).await;
    hr.delete(&cycle_path(&draft)).await.is(204);
    let left = ana.reads(&plan).await;
    assert_eq!((&left["cycle_id"], &left["version"]), (&Value::Null, &json!(2)));
    ana.agrees_on_a_ready_plan_with(&ben).await;
}

#[actix_web::test]
async fn drafts_leave_a_cycle_that_is_deleted_by_a_change_of_their_own() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let hr = app.hr_admin();
    let cycle = cycle_of(&hr, json!({})).await;
    let (draft, other) = (drafts(&ana, &cycle, true).await, drafts(&ana, &cycle, false).await);
    let archived = drafts(&ana, &cycle, true).await;
    ana.takes("archive", &archived, json!({})).await.is(200);
    let unchanged = ana.reads(&archived).await;
    let before = app.events().await.len();

    hr.delete(&cycle_path(&cycle)).await.is(204);

    for plan in [&draft, &other] {
        let left = ana.reads(plan).await;
        assert_eq!((&left["cycle_id"], &left["version"]), (&Value::Null, &json!(2)));
    }
    assert_eq!(ana.reads(&archived).await, unchanged, "what is archived never changes");
    let events =
        ["plan.updated", "plan.updated", "cycle.deleted"].map(|name| format!("groundwork.{name}.v1"));
    assert_eq!(app.events().await[before..], events);
}

#[actix_web::test]
async fn a_plan_is_renewed_into_the_next_cycle() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let cycle = cycle_of(&app.hr_admin(), json!({})).await;
    let plan = ana.agrees_on_a_ready_plan_with(&ben).await;

    let next = ana.takes("renew", &plan, json!({"cycle_id": cycle["id"]})).await.is(201);

    assert_eq!(next["cycle_id"], cycle["id"]);
}

#[actix_web::test]
async fn the_people_of_a_cycle_do_not_see_it_and_an_hr_partner_sees_its_coverage_alone() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let people = department(&app, "Platform", &["ana", "ben"]).await;
    let cycle = cycle_of(&hr, json!({"departments": ["Platform"]})).await;
    let (at, coverage) = (cycle_path(&cycle), format!("{}/coverage", cycle_path(&cycle)));
    for place in ["/v1/cycles", &at, &coverage, &format!("{at}/participants")] {
        people[0].get(place).await.refused(403, "forbidden");
    }
    let reader = app.service("cycles:read");
    reader.get(&coverage).await.is(200);
    reader.patch(&at, json!({"name": "Mine"})).await.refused(403, "missing-scope");
    app.hr_admin_of("globex").get(&coverage).await.refused(404, "not-found");
}
