//! `/v1/plans/{plan_id}/feedback-requests` and `/v1/feedback-requests`.

use crate::support::{
    Reply, TestApp, Value, json,
    people::{Person, path},
};

/// Where a plan's feedback requests are.
fn of(plan: &Value) -> String {
    format!("{}/feedback-requests", path(plan))
}

/// Where a feedback request is.
fn at(request: &Value) -> String {
    format!("/v1/feedback-requests/{}", request["id"].as_str().unwrap())
}

fn invitation(reviewer: &Person) -> Value {
    json!({"reviewer_id": reviewer.id, "sections": ["deeper"]})
}

#[actix_web::test]
async fn an_invited_reviewer_reads_the_sections_asked_about() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let cleo = app.person("cleo", None).await;
    let plan = ana.shares_a_ready_plan().await;
    cleo.get(&path(&plan)).await.refused(404, "not-found");

    let reply = ana
        .post(
            &of(&plan),
            json!({
                "reviewer_id": cleo.id,
                "sections": ["planning", "basic"],
                "due_on": "2026-03-02",
                "message": "Please",
            }),
        )
        .await;
    assert_eq!(reply.header("location"), of(&plan));
    assert_eq!(reply.header("etag"), "\"1\"");
    let request = reply.is(201);
    assert_eq!(
        request,
        json!({
            "id": request["id"],
            "plan_id": plan["id"],
            "reviewer_id": cleo.id,
            "reviewer": {"id": cleo.id, "display_name": "cleo", "title": null},
            "origin": "invitation",
            "sections": ["basic", "planning"],
            "due_on": "2026-03-02",
            "message": "Please",
            "revision": 1,
            "status": "open",
            "created_at": crate::support::START,
            "updated_at": crate::support::START,
            "version": 1,
        })
    );

    let seen = cleo.reads(&plan).await;
    assert_eq!(seen["answers"]["mission_statement"], plan["answers"]["mission_statement"]);
    assert_eq!(seen["answers"]["strengths"], plan["answers"]["strengths"]);
    assert_eq!(seen["answers"]["short_term_objective"], Value::Null);
    assert_eq!(app.events().await.last().unwrap(), "groundwork.feedback.requested.v1");
}

#[actix_web::test]
async fn requests_are_listed_to_those_whom_they_concern() {
    let app = TestApp::start().await;
    let boss = app.person("boss", None).await;
    let ben = app.person("ben", Some(&boss)).await;
    let ana = app.person("ana", Some(&ben)).await;
    let (cleo, dan) = (app.person("cleo", None).await, app.person("dan", None).await);
    let stranger = app.person_in("umbrella", "eve", None, "UTC").await;
    let plan = ana.shares_a_ready_plan().await;
    let to_cleo = ana.post(&of(&plan), invitation(&cleo)).await.is(201);
    let to_dan = ana.post(&of(&plan), invitation(&dan)).await.is(201);

    for reader in [&ana, &ben, &app.hr_admin(), &app.service("feedback:read")] {
        let requests = reader.list(&of(&plan)).await;
        let origins: Vec<&Value> = requests.iter().map(|request| &request["origin"]).collect();
        assert_eq!(origins, ["share", "invitation", "invitation"]);
        assert_eq!(requests[0]["reviewer_id"], ben.id.as_str());
        assert_eq!(requests[0]["sections"], json!(["basic", "deeper", "planning"]));
    }
    assert_eq!(cleo.list(&of(&plan)).await, [to_cleo]);
    assert_eq!(dan.list(&of(&plan)).await, [to_dan]);
    for other in [&boss, &stranger] {
        other.get(&of(&plan)).await.refused(404, "not-found");
    }
    app.service("plans:read").get(&of(&plan)).await.refused(403, "missing-scope");

    let first = ana.get(&format!("{}?limit=2", of(&plan))).await.is(200);
    let cursor = first["next_cursor"].as_str().unwrap();
    let second = ana.get(&format!("{}?limit=2&cursor={cursor}", of(&plan))).await.is(200);
    assert_eq!((first["items"].as_array().unwrap().len(), second["items"].as_array().unwrap().len()), (2, 1));

    ana.post(&format!("{}/withdraw", path(&plan)), json!({})).await.is(200);
    assert_eq!(ana.list(&of(&plan)).await.len(), 3);
    for other in [&ben, &cleo, &app.hr_admin(), &app.service("feedback:read")] {
        other.get(&of(&plan)).await.refused(404, "not-found");
    }
}

#[actix_web::test]
async fn only_the_owner_asks_for_feedback() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let (cleo, dan) = (app.person("cleo", None).await, app.person("dan", None).await);
    let plan = ana.shares_a_ready_plan().await;
    let request = ana.post(&of(&plan), invitation(&cleo)).await.is(201);

    for other in [&ben, &cleo, &app.hr_admin(), &app.service("feedback:write")] {
        other.post(&of(&plan), invitation(&dan)).await.refused(403, "forbidden");
        other.delete(&at(&request)).await.refused(403, "forbidden");
    }
    dan.post(&of(&plan), invitation(&dan)).await.refused(404, "not-found");
    dan.delete(&at(&request)).await.refused(404, "not-found");
    app.service("plans:write").post(&of(&plan), invitation(&dan)).await.refused(403, "missing-scope");
}

#[actix_web::test]
async fn every_fault_of_an_invitation_is_named_at_once() {
    let app = TestApp::start().await;
    // It is still the first of March where Ana is.
    let ben = app.person("ben", None).await;
    let ana = app.person_in("acme", "ana", Some(&ben), "Pacific/Honolulu").await;
    let (cleo, gone) = (app.person("cleo", None).await, app.person("gone", None).await);
    let stranger = app.person_in("umbrella", "eve", None, "UTC").await;
    app.leaves(&gone).await;
    let plan = ana.shares_a_ready_plan().await;

    for reviewer in [&ana, &ben, &gone, &stranger] {
        let request = json!({"reviewer_id": reviewer.id, "sections": ["basic"], "due_on": "2026-02-28"});
        assert_eq!(ana.post(&of(&plan), request).await.faults(), ["/due_on", "/reviewer_id"]);
    }
    assert_eq!(ana.post(&of(&plan), json!({})).await.faults(), ["/reviewer_id", "/sections"]);
    let misshapen = |sections: Value| json!({"reviewer_id": cleo.id, "sections": sections});
    for sections in [json!([]), json!(["basic", "basic"])] {
        assert_eq!(ana.post(&of(&plan), misshapen(sections)).await.faults(), ["/sections"]);
    }
    assert_eq!(ana.post(&of(&plan), misshapen(json!(["all"]))).await.faults(), ["/sections/0"]);
    let today = json!({"reviewer_id": cleo.id, "sections": ["basic"], "due_on": "2026-03-01"});
    ana.post(&of(&plan), today).await.is(201);
}

#[actix_web::test]
async fn feedback_is_asked_for_only_while_the_plan_takes_it() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let (cleo, dan) = (app.person("cleo", None).await, app.person("dan", None).await);
    let plan = ana.prepares_a_ready_plan().await;

    ana.post(&of(&plan), invitation(&cleo)).await.refused(409, "plan-not-shared");
    ana.shares(&plan).await;
    let request = ana.post(&of(&plan), invitation(&cleo)).await.is(201);
    ana.agrees(&plan).await;
    ben.agrees(&plan).await;
    ana.post(&format!("{}/complete", path(&plan)), json!({"reflection": "Done"})).await.is(200);
    ana.post(&of(&plan), invitation(&dan)).await.refused(409, "plan-completed");
    ana.post(&format!("{}/archive", path(&plan)), json!({})).await.is(200);
    ana.post(&of(&plan), invitation(&dan)).await.refused(409, "plan-archived");
    ana.delete(&at(&request)).await.refused(409, "plan-archived");
}

#[actix_web::test]
async fn a_reviewer_is_invited_once() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let cleo = app.person("cleo", None).await;
    let plan = ana.shares_a_ready_plan().await;
    let first = ana.post(&of(&plan), invitation(&cleo)).await.is(201);

    ana.post(&of(&plan), invitation(&cleo)).await.refused(409, "conflict");
    ana.delete(&at(&first)).await.is(204);
    ana.post(&of(&plan), invitation(&cleo)).await.is(201);
}

#[actix_web::test]
async fn a_former_manager_can_be_invited_and_becomes_the_manager_again() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let dan = app.person("dan", None).await;
    let plan = ana.shares_a_ready_plan().await;
    app.moves(&ana, &dan).await;
    ben.get(&path(&plan)).await.refused(404, "not-found");

    let request = ana.post(&of(&plan), invitation(&ben)).await.is(201);
    assert_eq!((&request["origin"], &request["version"]), (&json!("invitation"), &json!(2)));
    ben.get(&path(&plan)).await.is(200);

    app.moves(&ana, &ben).await;
    ana.shares(&plan).await;
    let requests = ana.list(&of(&plan)).await;
    assert_eq!((requests.len(), &requests[0]["origin"]), (1, &json!("share")));
    assert_eq!(requests[0]["revision"], 2);
}

#[actix_web::test]
async fn a_reviewer_whose_invitation_is_deleted_keeps_what_they_wrote() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let cleo = app.person("cleo", None).await;
    let plan = ana.shares_a_ready_plan().await;
    let request = ana.post(&of(&plan), invitation(&cleo)).await.is(201);
    let feedback =
        cleo.post(&format!("{}/feedback", path(&plan)), json!({"summary": "So far"})).await.is(201);

    let stale = ana.request("DELETE", &at(&request)).header("If-Match", "\"7\"");
    Reply::of(stale).await.refused(412, "precondition-failed");
    ana.delete(&at(&request)).await.is(204);

    cleo.get(&path(&plan)).await.refused(404, "not-found");
    let own = format!("/v1/feedback/{}", feedback["id"].as_str().unwrap());
    assert_eq!(cleo.get(&own).await.is(200), feedback);
    cleo.patch(&own, json!({"summary": "More"})).await.refused(403, "forbidden");
    cleo.delete(&own).await.is(204);
    ana.delete(&at(&request)).await.refused(404, "not-found");
    assert!(app.events().await.contains(&"groundwork.feedback_request.deleted.v1".to_owned()));
}

#[actix_web::test]
async fn what_sharing_asked_is_not_deleted() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let request = ana.list(&of(&plan)).await[0].clone();

    ana.delete(&at(&request)).await.refused(409, "conflict");
}
