//! What is recorded of each change. (The ways out have tests of their own.)

use crate::support::{TestApp, Value, json};

/// The events in order, each as its type, subject, actor and data.
async fn recorded(app: &TestApp) -> Vec<(String, String, Value)> {
    let sql = "select type || ' ' || subject || ' ' || data from events order by id";
    let split = |row: String| {
        let mut parts = row.splitn(3, ' ').map(str::to_owned);
        let (name, subject) = (parts.next().unwrap(), parts.next().unwrap());
        (name, subject, serde_json::from_str(&parts.next().unwrap()).unwrap())
    };
    app.database().texts(sql).await.into_iter().map(split).collect()
}

#[actix_web::test]
async fn an_event_names_what_it_happened_to_and_says_nothing_else() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    ana.records(&item, json!({"progress_percent": 10, "note": "A secret"})).await;
    let (plan_id, item_id) = (plan["id"].as_str().unwrap(), item["id"].as_str().unwrap());

    let events = recorded(&app).await;

    let request = events[2].2["feedback_request_id"].as_str().unwrap().to_owned();
    assert_eq!(
        events,
        [
            ("groundwork.plan.created.v1".into(), format!("plans/{plan_id}"), json!({"plan_id": plan_id})),
            (
                "groundwork.action_item.created.v1".into(),
                format!("action-items/{item_id}"),
                json!({"plan_id": plan_id, "action_item_id": item_id}),
            ),
            (
                "groundwork.feedback.requested.v1".into(),
                format!("feedback-requests/{request}"),
                json!({"plan_id": plan_id, "feedback_request_id": request, "reviewer_id": ben.id}),
            ),
            (
                "groundwork.plan.shared.v1".into(),
                format!("plans/{plan_id}"),
                json!({"plan_id": plan_id, "revision": 1}),
            ),
            (
                "groundwork.action_item.progressed.v1".into(),
                format!("action-items/{item_id}"),
                json!({"plan_id": plan_id, "action_item_id": item_id}),
            ),
        ]
    );
}

#[actix_web::test]
async fn an_event_names_its_actor_unless_that_is_a_service() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    ben.agrees(&plan).await;
    app.service("progress:write").records(&item, json!({"progress_percent": 10})).await;

    let actors = "select coalesce(user_name, 'none') from events e \
        left join people p on p.tenant_id = e.tenant_id and p.id = e.actor_id order by e.id";

    assert_eq!(app.database().texts(actors).await, ["ana", "ana", "ana", "ana", "ben", "none"]);
}

#[actix_web::test]
async fn reading_and_refused_requests_are_no_events() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let before = app.events().await;

    ben.reads(&plan).await;
    ben.list("/v1/action-items").await;
    ana.takes("complete", &plan, json!({"reflection": "Too early"})).await.refused(409, "plan-not-agreed");
    ben.takes("share", &plan, json!({})).await.refused(403, "forbidden");
    ana.post("/v1/plans", json!({"title": ""})).await.refused(422, "invalid-body");

    assert_eq!(app.events().await, before);
}
