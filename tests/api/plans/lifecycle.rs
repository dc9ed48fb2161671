//! The steps of a plan's life.

use chrono::Duration;

use crate::support::{
    Reply, TestApp, Value, json,
    people::{Person, path},
};

const STATES: [&str; 6] = ["draft", "shared", "agreed", "completed", "archived", "withdrawn"];

/// What becomes of a plan in each of these states when its owner takes a step: the status that follows, or
/// the problem that is answered.
const STEPS: [(&str, [Result<&str, &str>; 6]); 9] = {
    let archived = Err("plan-archived");
    let completed = Err("plan-completed");
    let not_agreed = Err("plan-not-agreed");
    let not_shared = Err("plan-not-shared");
    let was_shared = Err("plan-was-shared");
    [
        ("share", [Ok("shared"), Ok("shared"), Ok("shared"), completed, archived, Ok("shared")]),
        ("withdraw", [not_shared, Ok("draft"), Err("conflict"), completed, archived, not_shared]),
        ("agree", [not_shared, Ok("shared"), Err("already-agreed"), completed, archived, not_shared]),
        ("complete", [not_agreed, not_agreed, Ok("completed"), completed, archived, not_agreed]),
        (
            "archive",
            [Ok("archived"), Ok("archived"), Ok("archived"), Ok("archived"), archived, Ok("archived")],
        ),
        ("renew", [not_agreed, not_agreed, Ok("agreed"), Ok("completed"), Ok("archived"), not_agreed]),
        ("delete", [Ok("gone"), was_shared, was_shared, was_shared, archived, was_shared]),
        ("change", [Ok("draft"), Ok("shared"), Ok("agreed"), Ok("completed"), archived, Ok("draft")]),
        ("add item", [Ok("draft"), Ok("shared"), Ok("agreed"), Ok("completed"), archived, Ok("draft")]),
    ]
};

async fn plan_in(state: &str, ana: &Person, ben: &Person) -> Value {
    if state == "draft" {
        return ana.prepares_a_ready_plan().await;
    }
    let plan = ana.shares_a_ready_plan().await;
    if matches!(state, "agreed" | "completed") {
        ana.agrees(&plan).await;
        ben.agrees(&plan).await;
    }
    match state {
        "completed" => ana.takes("complete", &plan, json!({"reflection": "I lead now"})).await.is(200),
        "archived" => ana.takes("archive", &plan, json!({})).await.is(200),
        "withdrawn" => ana.takes("withdraw", &plan, json!({})).await.is(200),
        _ => ana.reads(&plan).await,
    }
}

async fn take(step: &str, plan: &Value, ana: &Person) -> Reply {
    match step {
        "delete" => ana.delete(&path(plan)).await,
        "change" => ana.patch(&path(plan), json!({"title": "Grow further"})).await,
        "add item" => ana.post(&format!("{}/action-items", path(plan)), json!({"title": "Read"})).await,
        "complete" => ana.takes(step, plan, json!({"reflection": "I lead now"})).await,
        _ => ana.takes(step, plan, json!({})).await,
    }
}

#[actix_web::test]
async fn every_step_is_taken_or_refused_as_the_state_demands() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    for (step, outcomes) in STEPS {
        for (state, outcome) in STATES.into_iter().zip(outcomes) {
            let context = format!("{step} a plan that is {state}");
            let plan = plan_in(state, &ana, &ben).await;
            let (events, revisions) = (app.events().await, app.count("revisions").await);

            let reply = take(step, &plan, &ana).await;

            match outcome {
                Ok("gone") => {
                    assert_eq!(reply.status, 204, "{context}");
                    assert_eq!(ana.get(&path(&plan)).await.status, 404, "{context}");
                }
                Ok(status) => {
                    assert!(reply.status < 300, "{context}: {:#}", reply.body);
                    assert_eq!(ana.reads(&plan).await["status"], status, "{context}");
                }
                Err(problem) => {
                    assert_eq!(reply.body["type"], format!("/problems/{problem}"), "{context}");
                    reply.refused(409, problem);
                    assert_eq!(ana.reads(&plan).await, plan, "{context}");
                    assert_eq!(app.events().await, events, "{context}");
                    assert_eq!(app.count("revisions").await, revisions, "{context}");
                }
            }
        }
    }
}

#[actix_web::test]
async fn every_step_is_one_event() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;

    let plan = ana.prepares_a_ready_plan().await;
    ana.changes(&plan, json!({"title": "Grow further"})).await;
    ana.shares(&plan).await;
    ana.takes("withdraw", &plan, json!({})).await.is(200);
    ana.shares(&plan).await;
    ben.agrees(&plan).await;
    ana.agrees(&plan).await;
    ben.takes("complete", &plan, json!({"reflection": "She leads now"})).await.is(200);
    app.hr_admin().takes("archive", &plan, json!({})).await.is(200);

    assert_eq!(
        app.events().await,
        [
            "groundwork.plan.created.v1",
            "groundwork.action_item.created.v1",
            "groundwork.plan.updated.v1",
            "groundwork.feedback.requested.v1",
            "groundwork.plan.shared.v1",
            "groundwork.plan.withdrawn.v1",
            "groundwork.feedback.requested.v1",
            "groundwork.plan.shared.v1",
            "groundwork.plan.agreement_given.v1",
            "groundwork.plan.agreed.v1",
            "groundwork.plan.completed.v1",
            "groundwork.plan.archived.v1",
        ]
    );
}

#[actix_web::test]
async fn a_plan_is_agreed_once_both_sides_have_agreed() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;

    let one = ben.agrees(&plan).await;
    assert_eq!(one["status"], "shared");
    assert_eq!(one["manager_agreed_at"], "2026-03-02T09:00:00Z");
    assert_eq!(one["owner_agreed_at"], json!(null));
    ben.takes("agree", &plan, json!({})).await.refused(409, "already-agreed");

    app.clock().advance(Duration::minutes(5));
    let both = ana.agrees(&plan).await;
    assert_eq!(both["status"], "agreed");
    assert_eq!(both["manager_agreed_at"], "2026-03-02T09:00:00Z");
    assert_eq!(both["owner_agreed_at"], "2026-03-02T09:05:00Z");
}

#[actix_web::test]
async fn agreement_is_given_to_the_latest_revision_and_no_other() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let plan = ana.shares(&plan).await;

    for other in [1, 3, i32::MAX] {
        let refused = ben.takes("agree", &plan, json!({"revision": other})).await;
        refused.refused(409, "not-latest-revision");
    }
    ben.takes("agree", &plan, json!({"revision": 2})).await.is(200);
}

#[actix_web::test]
async fn a_number_that_no_revision_can_have_is_a_fault() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;

    for number in [json!(0), json!(3_000_000_000_u32), json!(1.5), json!("1")] {
        let faults = ben.takes("agree", &plan, json!({"revision": number})).await.faults();
        assert_eq!(faults, ["/revision"], "{number}");
    }
}

#[actix_web::test]
async fn sharing_again_asks_for_agreement_again() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.agrees_on_a_ready_plan_with(&ben).await;
    assert_eq!(plan["status"], "agreed");

    let again = ana.shares(&plan).await;

    assert_eq!(again["status"], "shared");
    assert_eq!(again["latest_revision"], 2);
    assert_eq!(again["owner_agreed_at"], json!(null));
    assert_eq!(again["manager_agreed_at"], json!(null));
    assert_eq!(again["shared_at"], plan["shared_at"]);
    ana.agrees(&plan).await;
    assert_eq!(ben.agrees(&plan).await["status"], "agreed");
}

#[actix_web::test]
async fn a_withdrawn_plan_loses_its_agreement_and_counts_on_when_shared_again() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    ben.agrees(&plan).await;

    let draft = ana.takes("withdraw", &plan, json!({})).await.is(200);
    assert_eq!(draft["status"], "draft");
    assert_eq!(draft["shared_at"], json!(null));
    assert_eq!(draft["manager_agreed_at"], json!(null));
    assert_eq!(draft["has_unshared_changes"], true);

    assert_eq!(ana.shares(&plan).await["latest_revision"], 2);
}

#[actix_web::test]
async fn completing_takes_a_reflection_which_everybody_reads() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.agrees_on_a_ready_plan_with(&ben).await;

    for reflection in [json!({}), json!({"reflection": " \n"}), json!({"reflection": "x".repeat(4001)})] {
        let faults = ben.takes("complete", &plan, reflection).await.faults();
        assert_eq!(faults, ["/reflection"]);
    }
    let done = ben.takes("complete", &plan, json!({"reflection": "She leads now"})).await.is(200);

    assert_eq!(done["status"], "completed");
    assert_eq!(ana.reads(&plan).await["reflection"], "She leads now");
}

#[actix_web::test]
async fn sharing_asks_the_manager_for_feedback_and_each_manager_once() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    ana.shares(&plan).await;
    assert_eq!(app.count("feedback_requests").await, 1);

    let cyd = app.person("cyd", None).await;
    app.moves(&ana, &cyd).await;
    ana.shares(&plan).await;
    // The open request has moved.
    assert_eq!(app.count("feedback_requests").await, 1);

    // A person without a manager may share too.
    ben.shares_a_ready_plan().await;
    assert_eq!(app.count("feedback_requests").await, 1);
}

#[actix_web::test]
async fn a_step_takes_no_particulars_that_it_does_not_know() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;

    for step in ["share", "withdraw", "agree", "complete", "archive", "renew"] {
        let faults = ana.takes(step, &plan, json!({"because": "I can", "reflection": 7})).await.faults();
        assert!(faults.contains(&"/because".to_owned()), "{step}: {faults:?}");
    }
    // A missing body is the same as an empty object.
    Reply::of(ana.request("POST", &format!("{}/withdraw", path(&plan)))).await.is(200);
}
