//! Who has read a plan, as its owner sees it.

use groundwork::{audit, privacy};

use crate::support::{
    Reply, TestApp, Value, json,
    people::{Person, item_path, path},
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

/// The entries of an action, in words.
fn texts_of<'a>(log: &'a [Value], action: &str) -> Vec<&'a str> {
    let of_action = log.iter().filter(|entry| entry["action"] == action);
    of_action.map(|entry| entry["text"].as_str().unwrap()).collect()
}

#[actix_web::test]
async fn an_export_of_a_person_stands_in_the_log_of_each_plan_that_it_read() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let (eva, hr) = (app.person("eva", Some(&ben)).await, app.hr_admin());
    let (plan, draft) = (ana.shares_a_ready_plan().await, ana.prepares_a_ready_plan().await);
    // Ana has contributed to two plans of others, and to one that is a draft again.
    let [evas, second, withdrawn] =
        [eva.shares_a_ready_plan().await, eva.shares_a_ready_plan().await, eva.shares_a_ready_plan().await];
    let bens = ben.shares_a_ready_plan().await;
    for theirs in [&evas, &second, &withdrawn] {
        eva.invites(theirs, &ana, json!(["basic"])).await;
    }
    let given = ana.post(&format!("{}/feedback", path(&evas)), json!({"summary": "Go on"})).await.is(201);
    ana.post(&format!("/v1/feedback/{}/submit", given["id"].as_str().unwrap()), json!({})).await.is(200);
    eva.takes("withdraw", &withdrawn, json!({})).await.is(200);
    let export = format!("/v1/people/{}/export", ana.id);
    let logs = async || {
        let mut logs = Vec::new();
        for (owner, plan) in
            [(&ana, &plan), (&eva, &evas), (&eva, &second), (&eva, &withdrawn), (&ben, &bens), (&ana, &draft)]
        {
            let log = log(&app, owner, plan).await;
            logs.push(texts_of(&log, "plan.exported_with_person").join(" "));
        }
        logs
    };

    // What is one's own is no read.
    ana.post(&export, json!({})).await.is(200);
    assert_eq!(logs().await, [""; 6]);
    let keyed = || hr.request("POST", &export).header("idempotency-key", "a").json(&json!({}));
    Reply::of(keyed()).await.is(200);
    let read = "hr, of HR, exported what is shared of it, with the data of a person.";
    assert_eq!(logs().await, [read, read, read, "", "", ""]);
    // A repetition shows the data once more.
    Reply::of(keyed()).await.is(200);
    let twice = "hr, of HR, exported what is shared of it, with the data of a person twice.";
    assert_eq!(logs().await, [twice, twice, twice, "", "", ""]);
    let records = hr.list("/v1/audit-log?action=plan.exported_with_person").await;
    let shown = (records.len(), &records[0]["subject"], &records[0]["count"], &records[0]["right"]);
    assert_eq!(shown, (1, &json!(format!("people/{}", ana.id)), &json!(2), &json!("hr_admin")));

    // The operator's export has drafts, too.
    let (core, tenant) = (&app.state().core, groundwork::ids::TenantId::of("acme"));
    let whole = privacy::export_for_operator(core, tenant, ana.id.parse().unwrap()).await.unwrap().unwrap();
    assert!(whole.complete);
    let read = "The operator of the service exported what is shared of it, with the data of a person.";
    assert_eq!(logs().await.iter().filter(|log| log.contains(read)).count(), 4);
    assert_eq!(logs().await[5], read);
    assert_eq!(hr.list("/v1/audit-log?action=person.exported").await.len(), 3);
}

#[actix_web::test]
async fn a_handover_and_support_that_one_has_promised_are_reads_of_the_plan() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let dora = app.person("dora", None).await;
    let plan = ana.shares_a_ready_plan().await;
    let support = ben.adds(&plan, json!({"title": "Open doors"})).await;
    app.moves(&ana, &dora).await;

    dora.get(&format!("/v1/people/{}/handover", ana.id)).await.is(200);
    // The former manager reads the promise, and nothing else.
    ben.get(&path(&plan)).await.refused(404, "not-found");
    ben.get(&item_path(&support)).await.is(200);
    ben.patch(&item_path(&support), json!({"due_on": "2026-05-01"})).await.is(200);
    ben.list("/v1/action-items").await;

    let expected = [
        "ben, who promised you support, read its action items in a list.",
        "ben, who promised you support, read its action items twice.",
        "dora, your manager at that time, read its action items in a list.",
    ];
    assert_eq!(texts(&log(&app, &ana, &plan).await), expected);
    // A reviewer who has promised support sees that in the plan's list.
    let cyd = app.person("cyd", None).await;
    let matrix = json!({"kind": "matrix", "person_id": cyd.id, "starts_at": app.clock().now()});
    let relations = format!("/v1/people/{}/relations", ana.id);
    app.hr_admin().put(&relations, json!({"items": [matrix]})).await.is(200);
    ana.invites(&plan, &cyd, json!(["planning"])).await;
    cyd.adds(&plan, json!({"title": "Lend a book"})).await;
    assert_eq!(cyd.list(&format!("{}/action-items", path(&plan))).await.len(), 1);
    let log = log(&app, &ana, &plan).await;
    assert_eq!(texts(&log)[2..3], ["cyd, who promised you support, read its action items."]);
}

#[actix_web::test]
async fn a_change_whose_answer_shows_the_plan_is_a_read_of_it() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    ana.agrees(&plan).await;
    ben.agrees(&plan).await;
    // Refused, and so shows nothing.
    ben.takes("agree", &plan, json!({})).await.refused(409, "already-agreed");
    ben.takes("complete", &plan, json!({"reflection": "Learnt much"})).await.is(200);
    app.hr_admin().takes("archive", &plan, json!({})).await.is(200);

    let expected =
        ["ben, your manager at that time, read the shared plan twice.", "hr, of HR, read the shared plan."];
    assert_eq!(texts(&log(&app, &ana, &plan).await), expected);
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
