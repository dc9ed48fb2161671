//! Who has read a plan, as its owner sees it.

use groundwork::audit;

use crate::support::{
    Reply, TestApp, Value, json,
    people::{Person, path},
};

async fn log(app: &TestApp, owner: &Person, plan: &Value) -> Vec<Value> {
    app.state().flush_reads().await.unwrap();
    owner.list(&format!("{}/access-log", path(plan))).await
}

fn texts(log: &[Value]) -> Vec<&str> {
    let mut texts: Vec<_> = log.iter().map(|entry| entry["text"].as_str().unwrap()).collect();
    texts.sort_unstable();
    texts
}

#[actix_web::test]
async fn an_owner_sees_who_read_the_plan_in_words() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let rita = app.person("rita", None).await;
    let portal = app.service("plans:read");
    let plan = ana.shares_a_ready_plan().await;
    ana.invites(&plan, &rita, json!(["basic"])).await;
    for _ in 0..3 {
        ben.reads(&plan).await;
    }
    rita.reads(&plan).await;
    ben.get(&format!("{}/action-items", path(&plan))).await.is(200);
    ben.get(&format!("{}/feedback", path(&plan))).await.is(200);
    // One shows nothing, the other is refused.
    rita.get(&format!("{}/action-items", path(&plan))).await.refused(403, "forbidden");
    rita.get(&format!("{}/feedback", path(&plan))).await.is(200);
    ben.get("/v1/plans").await.is(200);
    ben.get("/v1/plans").await.is(200);
    app.hr_admin().get("/v1/action-items").await.is(200);
    portal.request("GET", "/v1/plans/export").send().await.unwrap().text().await.unwrap();
    ana.reads(&plan).await;
    ana.get("/v1/plans").await.is(200);

    let expected = [
        "The service portal exported it with other plans.",
        "ben, your manager at that time, read it in a list of plans twice.",
        "ben, your manager at that time, read its action items.",
        "ben, your manager at that time, read the feedback on it.",
        "ben, your manager at that time, read the shared plan 3 times.",
        "hr, of HR, read its action items in a list.",
        "rita, whom you asked for feedback, read the shared plan.",
    ];
    let before = log(&app, &ana, &plan).await;
    assert_eq!(texts(&before), expected);
    let bens = before.iter().find(|entry| entry["count"] == 3).unwrap();
    assert_eq!(bens["reader_id"], ben.id);
    assert_eq!(bens["reader"]["display_name"], "ben");
    assert_eq!((&bens["right"], &bens["action"]), (&json!("manager"), &json!("plan.read")));

    // Sealing changes nothing in it.
    app.clock().advance(chrono::Duration::minutes(10));
    audit::seal(app.state()).await.unwrap();
    assert_eq!(log(&app, &ana, &plan).await, before);
}

#[actix_web::test]
async fn a_list_is_one_record_however_many_plans_it_shows() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let eva = app.person("eva", Some(&ben)).await;
    let plans = [ana.shares_a_ready_plan().await, eva.shares_a_ready_plan().await];
    for _ in 0..3 {
        ben.get("/v1/plans").await.is(200);
        app.state().flush_reads().await.unwrap();
    }

    assert_eq!(app.count("audit_reads").await, 1);
    assert_eq!(app.count("audit_record_plans").await, 2);
    for (owner, plan) in [&ana, &eva].into_iter().zip(&plans) {
        let log = log(&app, owner, plan).await;
        assert_eq!((log.len(), &log[0]["count"]), (1, &json!(3)));
    }
}

#[actix_web::test]
async fn feedback_that_is_not_submitted_leaves_no_trace_in_it() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let feedback = json!({"summary": "Not yet", "private_note": "Hm"});
    let feedback = ben.post(&format!("{}/feedback", path(&plan)), feedback).await.is(201);
    ben.get(&format!("/v1/feedback/{}", feedback["id"].as_str().unwrap())).await.is(200);
    assert_eq!(log(&app, &ana, &plan).await, Vec::<Value>::new());
}

#[actix_web::test]
async fn the_end_of_an_identity_stays_in_the_access_log_of_each_plan() {
    let app = TestApp::start().await;
    let ana = app.person("ana", None).await;
    let hr = app.bearer(json!({"sub": "hr", "name": "hr", "roles": ["hr_admin"]}));
    app.hr_admin().get("/v1/me").await.is(200);
    let plan = ana.shares_a_ready_plan().await;
    let unlink = format!("/v1/people/{}/unlink-identity", ana.id);
    hr.post(&unlink, json!({"reason": "A new account"})).await.is(200);
    app.database().execute("update identities set blocked = false").await;
    ana.get("/v1/me").await.is(200);

    let log = log(&app, &ana, &plan).await;
    assert_eq!(texts(&log), ["hr, of HR, ended the link between you and your account: A new account."]);
    assert_eq!(log[0]["action"], "person.identity_unlinked");
}

#[actix_web::test]
async fn only_the_owner_reads_it() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let of = format!("{}/access-log", path(&plan));
    for reader in [&ben, &app.hr_admin(), &app.service("plans:read audit:read")] {
        Reply::of(reader.request("GET", &of)).await.refused(403, "forbidden");
    }
    app.person_in("globex", "ana", None, "UTC").await.get(&of).await.refused(404, "not-found");
}
