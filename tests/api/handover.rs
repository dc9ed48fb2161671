//! Handing over to a new manager: support that others have promised, and which revisions the new manager reads.

use chrono::Duration;
use sea_orm::ConnectionTrait;

use crate::{
    failures::somebody_waits,
    support::{
        Reply, TestApp, Value, json,
        people::{Person, item_path, path},
    },
};

/// Ana's shared plan with support by Ben, who was her manager; now Dora is.
struct Change {
    app: TestApp,
    ana: Person,
    ben: Person,
    dora: Person,
    plan: Value,
    support: Value,
}

impl Change {
    async fn of_manager() -> Self {
        let app = TestApp::start().await;
        let (ana, ben) = app.employee_and_manager().await;
        let dora = app.person("dora", None).await;
        let plan = ana.shares_a_ready_plan().await;
        let support = ben.adds(&plan, json!({"title": "Open doors", "due_on": "2026-05-01"})).await;
        app.moves(&ana, &dora).await;
        Self { app, ana, ben, dora, plan, support }
    }

    fn handover(&self) -> String {
        format!("/v1/people/{}/handover", self.ana.id)
    }

    /// What there is to take over.
    async fn left(&self) -> Vec<Value> {
        self.dora.get(&self.handover()).await.is(200)["items"].as_array().unwrap().clone()
    }

    async fn answers(&self, answer: Value) -> Reply {
        self.dora.post(&self.handover(), answer).await
    }
}

#[actix_web::test]
async fn a_new_manager_takes_over_what_the_former_one_has_promised() {
    let change = Change::of_manager().await;
    let Change { app, ana, ben, dora, plan, support } = &change;
    let own = dora.adds(plan, json!({"title": "My own"})).await;
    let left = change.left().await;
    assert_eq!(left.len(), 1);
    assert_eq!((&left[0]["id"], &left[0]["plan_id"]), (&support["id"], &plan["id"]));
    let expected = (json!("commitment"), json!("Open doors"), json!("2026-05-01"), json!("ben"));
    let shown = (
        left[0]["kind"].clone(),
        left[0]["title"].clone(),
        left[0]["due_on"].clone(),
        left[0]["responsible"]["display_name"].clone(),
    );
    assert_eq!(shown, expected);

    let before = app.events().await.len();
    assert_eq!(change.answers(json!({"take": [support["id"]]})).await.is(200), json!({"items": []}));
    assert_eq!(app.events().await[before..], ["groundwork.action_item.taken_over.v1"]);
    let taken = dora.get(&item_path(support)).await.is(200);
    assert_eq!((&taken["responsible_id"], &taken["version"]), (&json!(dora.id), &json!(2)));
    dora.records(support, json!({"progress_percent": 20})).await;
    ben.get(&item_path(support)).await.refused(404, "not-found");
    assert_eq!(ana.get(&item_path(&own)).await.is(200)["version"], 1);
}

#[actix_web::test]
async fn a_declined_commitment_is_cancelled_with_a_word_to_the_owner() {
    let change = Change::of_manager().await;
    let Change { app, ana, dora, support, .. } = &change;
    let before = app.events().await.len();
    let declined = json!({"decline": [{"id": support["id"], "message": "The budget is gone."}]});
    assert_eq!(change.answers(declined).await.is(200), json!({"items": []}));
    assert_eq!(app.events().await[before..], ["groundwork.action_item.declined.v1"]);
    assert_eq!(ana.get(&item_path(support)).await.is(200)["status"], "cancelled");
    let history = ana.list(&format!("{}/progress", item_path(support))).await;
    let last = history.last().unwrap();
    assert_eq!((&last["note"], &last["author_id"]), (&json!("The budget is gone."), &json!(dora.id)));
    assert!(!app.database().texts("select data from events").await.concat().contains("budget"));
}

#[actix_web::test]
async fn only_what_is_left_behind_is_handed_over() {
    let change = Change::of_manager().await;
    let Change { app, ana, ben, dora, plan, support } = &change;
    let hr = app.hr_admin();
    let ids = |items: Vec<Value>| items.iter().map(|item| item["id"].clone()).collect::<Vec<_>>();
    assert_eq!(ids(change.left().await), [support["id"].clone()]);
    // Whoever may still read the plan keeps the promise: by invitation, and by a relation.
    let asked = ana.invites(plan, ben, json!(["planning"])).await;
    assert_eq!(change.left().await, [Value::Null; 0]);
    ana.delete(&format!("/v1/feedback-requests/{}", asked["id"].as_str().unwrap())).await.is(204);
    let relations = |person: &Person| format!("/v1/people/{}/relations", person.id);
    for (person, kind, reads) in
        [(ana, "acting", true), (ana, "hr_partner", true), (ana, "matrix", false), (dora, "delegate", true)]
    {
        let ends_at = app.clock().now() + Duration::minutes(5);
        let relation = json!({
            "kind": kind, "person_id": ben.id, "starts_at": app.clock().now(), "ends_at": ends_at,
        });
        hr.put(&relations(person), json!({"items": [relation]})).await.is(200);
        assert_eq!(ben.get(&path(plan)).await.status == 200, reads, "{kind}");
        assert_eq!(change.left().await.is_empty(), reads, "{kind}");
        app.clock().advance(Duration::minutes(5));
        assert_eq!(ids(change.left().await), [support["id"].clone()], "{kind}");
    }
    // An inactive reviewer does not.
    ana.invites(plan, ben, json!(["planning"])).await;
    app.leaves(ben).await;
    assert_eq!(ids(change.left().await), [support["id"].clone()]);
    // What is done, and what is not shared, is no matter.
    ana.takes("withdraw", plan, json!({})).await.is(200);
    assert_eq!(change.left().await, [Value::Null; 0]);
    change.answers(json!({"take": [support["id"]]})).await.refused(422, "invalid-body");
    ana.shares(plan).await;
    assert_eq!(change.left().await.len(), 1);
    ana.records(support, json!({"status": "done"})).await;
    assert_eq!(change.left().await, [Value::Null; 0]);
}

#[actix_web::test]
async fn a_delegate_of_a_manager_who_has_left_leaves_the_promise_behind() {
    let change = Change::of_manager().await;
    let Change { app, ana, ben, dora, support, .. } = &change;
    let (hr, eve) = (app.hr_admin(), app.person("eve", None).await);
    let now = app.clock().now();
    for (person, kind, other) in [(dora, "delegate", ben), (ana, "acting", &eve)] {
        let relation = json!({"kind": kind, "person_id": other.id, "starts_at": now});
        let relations = format!("/v1/people/{}/relations", person.id);
        hr.put(&relations, json!({"items": [relation]})).await.is(200);
    }
    let left = async || eve.get(&change.handover()).await.is(200)["items"].clone();
    assert_eq!(left().await, json!([]));
    app.leaves(dora).await;
    ben.get(&path(&change.plan)).await.refused(404, "not-found");
    assert_eq!(left().await[0]["id"], support["id"]);
}

#[actix_web::test]
async fn every_fault_of_an_answer_is_named_and_others_are_refused() {
    let change = Change::of_manager().await;
    let Change { app, ana, ben, plan, support, .. } = &change;
    let item = ana.first_item(plan).await;
    let answer = json!({
        "take": [support["id"], item["id"], support["id"]],
        "decline": [{"id": support["id"], "message": "No"}],
    });
    let refused = change.answers(answer.clone()).await.refused(422, "invalid-body");
    let pointers: Vec<_> =
        refused["errors"].as_array().unwrap().iter().map(|error| &error["pointer"]).collect();
    assert_eq!(json!(pointers), json!(["/take/1", "/take/2", "/decline/0/id"]));
    change.answers(json!({})).await.refused(422, "invalid-body");
    change
        .answers(json!({"decline": [{"id": support["id"], "message": " "}]}))
        .await
        .refused(422, "invalid-body");
    for other in
        [ana, ben, &app.hr_admin(), &app.service("plans:read plans:write"), &app.person("eve", None).await]
    {
        other.get(&change.handover()).await.refused(404, "not-found");
        other.post(&change.handover(), answer.clone()).await.refused(404, "not-found");
    }
    assert_eq!(change.left().await.len(), 1);
}

#[actix_web::test]
async fn an_acting_manager_takes_over_and_the_event_says_for_whom() {
    let change = Change::of_manager().await;
    let Change { app, ana, dora, support, .. } = &change;
    let cyd = app.person("cyd", None).await;
    let relation = json!({"kind": "acting", "person_id": cyd.id, "starts_at": app.clock().now()});
    let relations = format!("/v1/people/{}/relations", ana.id);
    app.hr_admin().put(&relations, json!({"items": [relation]})).await.is(200);
    cyd.post(&change.handover(), json!({"take": [support["id"]]})).await.is(200);
    assert_eq!(cyd.get(&item_path(support)).await.is(200)["responsible_id"], json!(cyd.id));
    let data = app.database().texts("select data from events order by id desc limit 1").await;
    let data: Value = serde_json::from_str(&data[0]).unwrap();
    assert_eq!((&data["acted_as"], &data["on_behalf_of_id"]), (&json!("acting"), &json!(dora.id)));
}

#[actix_web::test]
async fn the_owner_is_asked_which_revisions_a_new_manager_may_read() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    for name in ["dora", "eve"] {
        app.person(name, None).await;
    }
    let hr = app.service("people:write events:read");
    let manager_becomes = async |name: &str| {
        let row = json!({"external_id": "x-ana", "manager_external_id": format!("x-{name}")});
        let result = hr.post("/v1/people/import", json!({"rows": [row]})).await.is(200);
        assert_eq!(result["failed"], 0, "{result:#}");
    };
    let asked = async || -> Vec<Value> {
        let types = "types=groundwork.plan.earlier_revisions_asked.v1";
        let feed = hr.get(&format!("/v1/events?{types}")).await.is(200);
        feed["items"].as_array().unwrap().iter().map(|event| event["data"]["plan_id"].clone()).collect()
    };
    let plan = ana.shares_a_ready_plan().await;
    manager_becomes("dora").await;
    assert_eq!(asked().await.len(), 0, "the manager reads all there is");
    ana.shares(&plan).await;
    ana.prepares_a_ready_plan().await;
    manager_becomes("eve").await;
    assert_eq!(asked().await, [plan["id"].clone()]);
    // Who has said so is not asked again.
    ana.changes(&plan, json!({"earlier_revisions_visible_from": 1})).await;
    manager_becomes("dora").await;
    assert_eq!(asked().await.len(), 1);
    assert_eq!(ana.reads(&plan).await["earlier_revisions_visible_from"], 1);
    assert!(path(&plan).ends_with(plan["id"].as_str().unwrap()));
}

#[actix_web::test]
async fn a_manager_who_changes_while_a_handover_is_answered_answers_nothing() {
    let change = Change::of_manager().await;
    let Change { app, ana, ben, dora, support, .. } = &change;
    // SQLite has one writer at a time.
    if app.database().server_url().is_none() {
        return;
    }
    let held = app.database().hold_plans().await;
    let answer = dora.request("POST", &change.handover()).json(&json!({"take": [support["id"]]}));
    let answer = tokio::spawn(Reply::of(answer));
    somebody_waits(app).await;
    let moves = format!("update people set manager_id = '{}' where id = '{}'", ben.id, ana.id);
    held.execute_unprepared(&moves).await.unwrap();
    held.execute_unprepared("commit").await.unwrap();
    held.close().await.unwrap();

    answer.await.unwrap().refused(404, "not-found");

    assert_eq!(ana.get(&item_path(support)).await.is(200)["responsible_id"], json!(ben.id));
}

#[actix_web::test]
async fn the_owner_sees_who_has_read_of_a_discussion_in_a_handover() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let dora = app.person("dora", None).await;
    let plan = ana.shares_a_ready_plan().await;
    let talk = json!({"starts_at": "2026-03-10T09:00:00Z"});
    ana.post(&format!("{}/discussions", path(&plan)), talk).await.is(201);
    app.moves(&ana, &dora).await;
    let left = dora.get(&format!("/v1/people/{}/handover", ana.id)).await.is(200);
    assert_eq!(left["items"][0]["responsible_id"], json!(ben.id));

    app.state().flush_reads().await.unwrap();

    let log = ana.list(&format!("{}/access-log", path(&plan))).await;
    let read: Vec<_> = log.iter().map(|entry| (&entry["action"], &entry["reader_id"])).collect();
    assert_eq!(read, [(&json!("discussion.read"), &json!(dora.id))]);
}
