//! Managers come and go: whose agreement counts, who is asked, and plans of people without a manager.

use chrono::Duration;
use groundwork::plans::agreements::list_differences;

use crate::support::{
    Reply, TestApp, Value, json,
    people::{Person, path},
    process::check,
};

/// Imports rows as HR does.
async fn imports(app: &TestApp, rows: &[Value]) {
    let whole = |row: &Value| {
        let name = row["external_id"].as_str().unwrap().trim_start_matches("x-");
        let mut row = row.clone();
        row.as_object_mut()
            .unwrap()
            .extend([("user_name".to_owned(), json!(name)), ("display_name".to_owned(), json!(name))]);
        format!("{row}\n")
    };
    let body: String = rows.iter().map(whole).collect();
    let hr = app.service("people:write");
    let request = hr.request("POST", "/v1/people/import").header("content-type", "application/x-ndjson");
    let result = Reply::of(request.body(body)).await.is(200);
    assert_eq!(result["failed"], 0, "{result:#}");
}

/// Ana, whose manager is Ben, and Dora; all by import.
async fn organisation() -> (TestApp, Person, Person, Person) {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let dora = app.person("dora", None).await;
    imports(&app, &[json!({"external_id": "x-ana", "manager_external_id": "x-ben"})]).await;
    (app, ana, ben, dora)
}

/// Ana's manager, by the directory.
async fn manager_becomes(app: &TestApp, manager: Option<&str>) {
    imports(app, &[json!({"external_id": "x-ana", "manager_external_id": manager})]).await;
}

async fn active(app: &TestApp, external_id: &str, active: bool) {
    imports(app, &[json!({"external_id": external_id, "active": active})]).await;
}

/// What the plan of the only report of a manager waits for.
async fn awaited(manager: &Person) -> Value {
    let team = manager.get(&format!("/v1/people/{}/team-progress", manager.id)).await.is(200);
    team["items"][0]["awaiting"].clone()
}

async fn requests(reader: &Person, plan: &Value) -> Vec<Value> {
    reader.list(&format!("{}/feedback-requests", path(plan))).await
}

#[actix_web::test]
async fn a_manager_who_comes_back_or_the_owner_can_still_make_the_plan_agreed() {
    for gives_again in ["ana", "ben"] {
        let (app, ana, ben, _) = organisation().await;
        let plan = ana.shares_a_ready_plan().await;
        ben.agrees(&plan).await;
        manager_becomes(&app, Some("x-dora")).await;
        assert_eq!(ana.agrees(&plan).await["status"], "shared");
        manager_becomes(&app, Some("x-ben")).await;
        assert_eq!(ana.reads(&plan).await["status"], "shared");

        let gives_again = if gives_again == "ana" { &ana } else { &ben };
        let agreed = gives_again.agrees(&plan).await;
        assert_eq!(agreed["status"], "agreed");
        assert_eq!(ana.reads(&plan).await["manager_agreed_at"], agreed["manager_agreed_at"]);
        gives_again.takes("agree", &plan, json!({})).await.refused(409, "already-agreed");
    }
}

#[actix_web::test]
async fn an_agreement_belongs_to_the_person_who_gave_it() {
    let (app, ana, ben, dora) = organisation().await;
    let plan = ana.shares_a_ready_plan().await;
    ben.agrees(&plan).await;
    let seen = ana.get(&path(&plan)).await;
    let since = app.clock().now() + Duration::seconds(1);
    app.clock().advance(Duration::minutes(1));
    manager_becomes(&app, Some("x-dora")).await;

    // A plan that is still shared needs the present manager's word.
    let now = ana.get(&path(&plan)).await;
    assert_eq!(now.body["manager_agreed_at"], Value::Null);
    assert_ne!(now.header("etag"), seen.header("etag"));
    let changed = dora.list(&format!("/v1/plans?updated_since={}", since.format("%Y-%m-%dT%H:%M:%SZ"))).await;
    assert_eq!(changed.len(), 1);
    assert_eq!(ana.agrees(&plan).await["status"], "shared");
    assert_eq!(awaited(&dora).await, json!(["feedback", "manager_agreement"]));
    assert_eq!(dora.agrees(&plan).await["status"], "agreed");
    dora.takes("agree", &plan, json!({})).await.refused(409, "already-agreed");

    // One that is agreed stays agreed, and a manager who comes back finds the agreement.
    manager_becomes(&app, Some("x-ben")).await;
    let back = ben.reads(&plan).await;
    assert_eq!(back["status"], "agreed");
    assert_eq!(back["manager_agreed_at"], seen.body["manager_agreed_at"]);
    ben.takes("agree", &plan, json!({})).await.refused(409, "already-agreed");
    let eve = app.person("eve", None).await;
    manager_becomes(&app, Some("x-eve")).await;
    let plan = eve.reads(&plan).await;
    assert_eq!((&plan["status"], &plan["manager_agreed_at"]), (&json!("agreed"), &Value::Null));
    assert_eq!(awaited(&eve).await, json!(["manager_agreement"]));
    assert!(eve.agrees(&plan).await["manager_agreed_at"].is_string());
    assert_eq!(awaited(&eve).await, json!([]));
    eve.takes("complete", &plan, json!({"reflection": "Learnt much"})).await.is(200);

    // The next revision needs every agreement again.
    let plan = ana.shares_a_ready_plan().await;
    for person in [&ana, &eve] {
        person.agrees(&plan).await;
    }
    let plan = ana.shares(&plan).await;
    assert_eq!((&plan["owner_agreed_at"], &plan["manager_agreed_at"]), (&Value::Null, &Value::Null));
}

#[actix_web::test]
async fn open_requests_move_to_the_new_manager_and_drafts_stay_their_authors() {
    let (app, ana, ben, dora) = organisation().await;
    let plan = ana.shares_a_ready_plan().await;
    let draft = ben.post(&format!("{}/feedback", path(&plan)), json!({"summary": "Not done"})).await.is(201);
    let asked = requests(&ana, &plan).await.pop().unwrap();
    app.clock().advance(Duration::minutes(1));
    manager_becomes(&app, Some("x-dora")).await;

    let moved = requests(&ana, &plan).await;
    assert_eq!(moved.len(), 1);
    assert_eq!((&moved[0]["id"], &moved[0]["reviewer_id"]), (&asked["id"], &json!(dora.id)));
    assert_eq!(moved[0]["version"].as_i64(), asked["version"].as_i64().map(|version| version + 1));
    let events = app.events().await;
    assert_eq!(events.iter().filter(|each| *each == "groundwork.feedback.requested.v1").count(), 2);
    assert_eq!(awaited(&dora).await[0], "feedback");
    let at = format!("/v1/feedback/{}", draft["id"].as_str().unwrap());
    assert_eq!(ben.get(&at).await.is(200), draft);
    dora.get(&at).await.refused(404, "not-found");
    ben.get(&path(&plan)).await.refused(404, "not-found");

    // The new manager answers it.
    let own = dora.post(&format!("{}/feedback", path(&plan)), json!({"summary": "Good"})).await.is(201);
    dora.post(&format!("/v1/feedback/{}/submit", own["id"].as_str().unwrap()), json!({})).await.is(200);
    assert_eq!(requests(&ana, &plan).await[0]["status"], "answered");
    // What is answered stays with whoever answered.
    manager_becomes(&app, Some("x-ben")).await;
    assert_eq!(requests(&ana, &plan).await[0]["reviewer_id"], json!(dora.id));
    let plan = ana.shares(&plan).await;
    let of = |requests: &[Value]| -> Vec<(Value, Value)> {
        requests.iter().map(|each| (each["reviewer_id"].clone(), each["status"].clone())).collect()
    };
    let now = of(&requests(&ana, &plan).await);
    assert_eq!(now, [(json!(dora.id), json!("answered")), (json!(ben.id), json!("open"))]);
    // Dora has one already: it becomes the open one.
    manager_becomes(&app, Some("x-dora")).await;
    assert_eq!(of(&requests(&ana, &plan).await), [(json!(dora.id), json!("open"))]);
    dora.get(&path(&plan)).await.is(200);
}

#[actix_web::test]
async fn an_invited_reviewer_who_becomes_the_manager_is_asked_once() {
    let (app, ana, _, dora) = organisation().await;
    let plan = ana.shares_a_ready_plan().await;
    ana.invites(&plan, &dora, json!(["basic"])).await;
    manager_becomes(&app, Some("x-dora")).await;
    let now = requests(&ana, &plan).await;
    assert_eq!(now.len(), 1);
    assert_eq!((&now[0]["origin"], &now[0]["reviewer_id"]), (&json!("share"), &json!(dora.id)));
    assert_eq!(now[0]["sections"], json!(["basic", "deeper", "planning"]));
}

#[actix_web::test]
async fn a_request_left_by_a_former_manager_is_taken_over_when_the_plan_is_shared_again() {
    let (app, ana, _, dora) = organisation().await;
    let plan = ana.shares_a_ready_plan().await;
    ana.takes("withdraw", &plan, json!({})).await.is(200);
    manager_becomes(&app, Some("x-dora")).await;
    ana.shares(&plan).await;
    let now = requests(&ana, &plan).await;
    assert_eq!(now.len(), 1);
    assert_eq!((&now[0]["reviewer_id"], &now[0]["revision"]), (&json!(dora.id), &json!(2)));
}

#[actix_web::test]
async fn who_never_had_a_manager_agrees_alone_at_once() {
    let app = TestApp::start().await;
    let ceo = app.person("ceo", None).await;
    let plan = ceo.shares_a_ready_plan().await;
    assert_eq!(requests(&ceo, &plan).await, Vec::<Value>::new(), "nobody is asked");
    let agreed = ceo.agrees(&plan).await;
    assert_eq!((&agreed["status"], &agreed["agreed_without_manager"]), (&json!("agreed"), &json!(true)));
    assert!(app.events().await.contains(&"groundwork.plan.agreed.v1".to_owned()));

    // A manager arrives: the agreement is awaited, and with it the field turns false.
    let chair = app.person("chair", None).await;
    imports(&app, &[json!({"external_id": "x-ceo", "manager_external_id": "x-chair"})]).await;
    let service = app.service("plans:read");
    let alone = async |expected: bool| {
        assert_eq!(service.reads(&plan).await["agreed_without_manager"], expected);
        assert_eq!(service.list("/v1/plans").await[0]["agreed_without_manager"], expected);
        let seen = ceo.reads(&plan).await;
        assert_eq!((&seen["status"], &seen["agreed_without_manager"]), (&json!("agreed"), &json!(expected)));
        seen["version"].as_u64().unwrap()
    };
    let arrived = alone(false).await;
    assert!(arrived > agreed["version"].as_u64().unwrap(), "what the owner sees has changed");
    assert_eq!(chair.reads(&plan).await["agreed_without_manager"], false);
    assert_eq!(awaited(&chair).await, json!(["manager_agreement"]));
    // The manager leaves before agreeing, and comes back.
    active(&app, "x-chair", false).await;
    let left = alone(true).await;
    active(&app, "x-chair", true).await;
    let back = alone(false).await;
    assert!(arrived < left && left < back, "{arrived} {left} {back}");
    let agreed = chair.agrees(&plan).await;
    assert_eq!((&agreed["status"], &agreed["agreed_without_manager"]), (&json!("agreed"), &json!(false)));
    // Who agrees has agreed: the plan is not the owner's alone when the manager leaves after that.
    active(&app, "x-chair", false).await;
    alone(false).await;
    ceo.takes("complete", &plan, json!({"reflection": "Learnt much"})).await.is(200);
}

#[actix_web::test]
async fn after_a_manager_has_gone_the_owner_agrees_alone_a_day_later() {
    // Gone in both ways there are: replaced by no one, and inactive.
    for leaves in [true, false] {
        let (app, ana, ben, dora) = organisation().await;
        let plan = ana.shares_a_ready_plan().await;
        if leaves {
            active(&app, "x-ben", false).await;
        } else {
            manager_becomes(&app, None).await;
        }
        let me = ana.get("/v1/me").await.is(200);
        assert_eq!(me["manager"], Value::Null);
        let asked = requests(&ana, &plan).await;
        let plan = ana.shares(&plan).await;
        assert_eq!(requests(&ana, &plan).await, asked, "sharing asks nobody");
        let early = ana.agrees(&plan).await;
        assert_eq!((&early["status"], &early["agreed_without_manager"]), (&json!("shared"), &json!(false)));
        ana.takes("agree", &plan, json!({})).await.refused(409, "already-agreed");

        app.clock().advance(Duration::hours(24));
        let ana = ana.with_new_token();
        let agreed = ana.agrees(&plan).await;
        assert_eq!((&agreed["status"], &agreed["agreed_without_manager"]), (&json!("agreed"), &json!(true)));
        ana.takes("agree", &plan, json!({})).await.refused(409, "already-agreed");

        // The manager of before comes back, or another one: the agreement is awaited.
        let manager = if leaves {
            active(&app, "x-ben", true).await;
            ben.with_new_token()
        } else {
            manager_becomes(&app, Some("x-dora")).await;
            dora.with_new_token()
        };
        assert!(awaited(&manager).await.as_array().unwrap().contains(&json!("manager_agreement")));
        assert_eq!(ana.reads(&plan).await["agreed_without_manager"], false);
        assert_eq!(manager.agrees(&plan).await["agreed_without_manager"], false);
    }
}

#[actix_web::test]
async fn how_long_to_wait_for_a_manager_is_a_setting() {
    let app = TestApp::start_with(&["--agree-without-manager-after=1h"]).await;
    let (ana, _) = app.employee_and_manager().await;
    imports(&app, &[json!({"external_id": "x-ana", "manager_external_id": null})]).await;
    let plan = ana.shares_a_ready_plan().await;
    app.clock().advance(Duration::minutes(59));
    assert_eq!(ana.agrees(&plan).await["status"], "shared");
    app.clock().advance(Duration::minutes(1));
    assert_eq!(ana.with_new_token().agrees(&plan).await["status"], "agreed");
}

#[actix_web::test]
async fn the_owner_says_from_which_revision_on_a_new_manager_reads() {
    let (app, ana, _, dora) = organisation().await;
    let mut plan = ana.shares_a_ready_plan().await;
    for _ in 0..3 {
        plan = ana.shares(&plan).await;
    }
    manager_becomes(&app, Some("x-dora")).await;
    let readable = async || -> Vec<i64> {
        let revisions = dora.list(&format!("{}/revisions", path(&plan))).await;
        revisions.iter().map(|each| each["number"].as_i64().unwrap()).collect()
    };
    assert_eq!(readable().await, [4]);
    let changes = [
        (json!({"earlier_revisions_visible_from": 3}), json!(3), vec![3, 4]),
        (json!({"earlier_revisions_visible": true}), json!(3), vec![3, 4]),
        (json!({"earlier_revisions_visible": false}), Value::Null, vec![4]),
        (json!({"earlier_revisions_visible": true}), json!(1), vec![1, 2, 3, 4]),
        (json!({"earlier_revisions_visible_from": 9}), json!(9), vec![4]),
        (json!({"earlier_revisions_visible_from": null}), Value::Null, vec![4]),
    ];
    for (change, from, expected) in changes {
        let changed = ana.changes(&plan, change.clone()).await;
        assert_eq!(changed["earlier_revisions_visible_from"], from, "{change}");
        assert_eq!(changed["earlier_revisions_visible"], !from.is_null(), "{change}");
        assert_eq!(readable().await, expected, "{change}");
    }
}

async fn assert_kept(app: &TestApp, after: &str) {
    assert_eq!(list_differences(&app.state().db, 20).await.unwrap(), [], "after {after}");
}

#[actix_web::test]
async fn the_agreement_kept_in_a_plan_is_that_of_the_manager_of_now() {
    let (app, ana, ben, dora) = organisation().await;
    let plan = ana.shares_a_ready_plan().await;
    let bens = ben.agrees(&plan).await["manager_agreed_at"].clone();
    assert_kept(&app, "the manager has agreed").await;
    manager_becomes(&app, Some("x-dora")).await;
    assert_kept(&app, "another manager has come").await;
    assert_eq!(dora.reads(&plan).await["manager_agreed_at"], Value::Null);
    app.clock().advance(Duration::minutes(1));
    let doras = dora.agrees(&plan).await["manager_agreed_at"].clone();
    assert_ne!(doras, bens);
    manager_becomes(&app, Some("x-ben")).await;
    assert_kept(&app, "the first is back").await;
    assert_eq!(ana.reads(&plan).await["manager_agreed_at"], bens);
    active(&app, "x-ben", false).await;
    assert_kept(&app, "the manager has left").await;
    assert_eq!(ana.reads(&plan).await["manager_agreed_at"], Value::Null);
    active(&app, "x-ben", true).await;
    assert_kept(&app, "the manager is active again").await;
    assert_eq!(ana.reads(&plan).await["manager_agreed_at"], bens);
    manager_becomes(&app, None).await;
    assert_kept(&app, "there is no manager").await;
    ana.takes("share", &plan, json!({})).await.is(200);
    assert_kept(&app, "a new revision").await;
    manager_becomes(&app, Some("x-dora")).await;
    assert_eq!(dora.reads(&plan).await["manager_agreed_at"], Value::Null);
    assert_kept(&app, "a manager who agreed to the revision before").await;

    assert!(check(&app).0);
    app.database().execute("update plans set manager_agreed_at = shared_at").await;
    let (succeeded, text) = check(&app);
    let id = plan["id"].as_str().unwrap();
    let expected =
        format!("tenant acme: `manager_agreed_at` of plan {id} is not when its present manager agreed\n");
    assert!(!succeeded && text.contains(&expected), "{text}");
}
