//! Proposals: nothing enters an employee's plan without the employee's word.

use chrono::Duration;

use crate::support::{
    Reply, TestApp, Value, at_once, json,
    people::{Person, path},
};

/// Where the proposals on a plan are.
fn of(plan: &Value) -> String {
    format!("{}/proposals", path(plan))
}

fn at(proposal: &Value) -> String {
    format!("/v1/proposals/{}", proposal["id"].as_str().unwrap())
}

fn step(plan: &Value, proposal: &Value, name: &str) -> String {
    format!("{}/{}/{name}", of(plan), proposal["id"].as_str().unwrap())
}

async fn proposes(author: &Person, plan: &Value, title: &str) -> Value {
    author.post(&of(plan), json!({"title": title})).await.is(201)
}

/// The titles of the proposals that a person reads.
async fn titles(reader: &Person, plan: &Value) -> Vec<String> {
    let proposals = reader.list(&of(plan)).await;
    proposals.iter().map(|proposal| proposal["title"].as_str().unwrap().to_owned()).collect()
}

/// The events about proposals and action items in the change feed: type and data.
async fn told(app: &TestApp) -> Vec<(String, Value)> {
    let types = "types=groundwork.proposal.*,groundwork.action_item.*";
    let page = app.service("events:read").get(&format!("/v1/events?limit=100&{types}")).await.is(200);
    let events = page["items"].as_array().unwrap().iter();
    events.map(|event| (event["type"].as_str().unwrap().to_owned(), event["data"].clone())).collect()
}

#[actix_web::test]
async fn a_proposal_becomes_an_action_item_when_the_owner_accepts_it() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let area = &plan["answers"]["development_areas"][0]["id"];
    let proposal = json!({
        "title": "Chair the review", "description": "Four weeks", "development_area_id": area,
        "due_on": "2026-06-30",
    });
    let reply = ben.post(&of(&plan), proposal.clone()).await;
    let (location, tag) = (reply.header("location").to_owned(), reply.header("etag").to_owned());
    let made = reply.is(201);
    assert_eq!(location, at(&made));
    for (field, value) in proposal.as_object().unwrap() {
        assert_eq!(&made[field], value, "{field}");
    }
    assert_eq!((&made["status"], &made["author_id"]), (&json!("proposed"), &json!(ben.id)));
    for field in ["answer", "action_item_id", "template_id"] {
        assert_eq!(made[field], Value::Null, "{field}");
    }
    assert_eq!(ana.get(&location).await.is(200), made);
    let items = ana.list(&format!("{}/action-items", path(&plan))).await;
    assert_eq!(items.len(), 1, "a proposal is no item");
    app.clock().advance(Duration::minutes(1));

    let accept = ana.request("POST", &step(&plan, &made, "accept")).header("if-match", "\"9\"");
    Reply::of(accept.json(&json!({}))).await.refused(412, "precondition-failed");
    let accept = ana.request("POST", &step(&plan, &made, "accept")).header("if-match", tag);
    let accepted = Reply::of(accept.json(&json!({}))).await.is(200);

    assert_eq!((&accepted["status"], &accepted["version"]), (&json!("accepted"), &json!(2)));
    let item = ana.get(&format!("/v1/action-items/{}", accepted["action_item_id"].as_str().unwrap())).await;
    let item = item.is(200);
    for field in ["title", "description", "development_area_id", "due_on"] {
        assert_eq!(item[field], made[field], "{field}");
    }
    assert_eq!((&item["kind"], &item["responsible_id"]), (&json!("development"), &json!(ana.id)));
    assert_eq!((&item["proposal_id"], &item["template_id"]), (&made["id"], &Value::Null));
    assert_eq!(items[0]["proposal_id"], Value::Null);
    let ids = json!({"plan_id": plan["id"], "proposal_id": made["id"]});
    let mut with_item = ids.clone();
    with_item["action_item_id"] = item["id"].clone();
    let told = told(&app).await;
    assert_eq!(told[0], ("groundwork.proposal.created.v1".into(), ids));
    assert_eq!(told[1].0, "groundwork.action_item.created.v1");
    assert_eq!(told[2], ("groundwork.proposal.accepted.v1".into(), with_item));
    assert_eq!(told.len(), 3);
}

#[actix_web::test]
async fn a_proposal_may_come_from_a_template_that_is_offered_to_its_author() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let cleo = app.person("cleo", None).await;
    app.person("dan", Some(&cleo)).await;
    let plan = ana.shares_a_ready_plan().await;
    let offers = async |by: &Person| {
        by.post("/v1/action-templates", json!({"title": "Shadow a colleague"})).await.is(201)["id"].clone()
    };
    let (of_hr, own, of_cleo) = (offers(&app.hr_admin()).await, offers(&ben).await, offers(&cleo).await);
    let elsewhere = offers(&app.hr_admin_of("globex")).await;
    let proposal = |template: &Value| json!({"title": "Shadow Eve", "template_id": template});
    for template in [of_cleo, elsewhere, json!(uuid::Uuid::nil())] {
        let refused = ben.post(&of(&plan), proposal(&template)).await;
        let detail = refused.body["errors"][0]["detail"].as_str().unwrap_or_default().to_owned();
        assert_eq!(detail, "is not the id of a template that you may see");
        assert_eq!(refused.faults(), ["/template_id"]);
    }
    for template in [of_hr, own] {
        let made = ben.post(&of(&plan), proposal(&template)).await.is(201);
        assert_eq!(made["template_id"], template);
        let accepted = ana.post(&step(&plan, &made, "accept"), json!({})).await.is(200);
        let item = format!("/v1/action-items/{}", accepted["action_item_id"].as_str().unwrap());
        assert_eq!(ana.get(&item).await.is(200)["template_id"], template);
    }
}

#[actix_web::test]
async fn the_owner_may_change_what_is_accepted() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let area = plan["answers"]["development_areas"][0]["id"].clone();
    let accepted = async |proposal: &Value, changes: Value| {
        let accepted = ana.post(&step(&plan, proposal, "accept"), changes).await.is(200);
        let item = format!("/v1/action-items/{}", accepted["action_item_id"].as_str().unwrap());
        ana.get(&item).await.is(200)
    };

    let proposal = proposes(&ben, &plan, "Speak").await;
    let none = uuid::Uuid::nil();
    for (changes, fault) in [
        (json!({"development_area_id": none}), "/development_area_id"),
        (json!({"title": " "}), "/title"),
        (json!({"due_on": "soon"}), "/due_on"),
        (json!({"kind": "support"}), "/kind"),
    ] {
        assert_eq!(ana.post(&step(&plan, &proposal, "accept"), changes).await.faults(), [fault]);
    }
    let changes = json!({"title": "Speak once", "due_on": "2026-05-01", "development_area_id": area});
    let item = accepted(&proposal, changes).await;
    assert_eq!((&item["title"], &item["due_on"]), (&json!("Speak once"), &json!("2026-05-01")));
    assert_eq!(item["development_area_id"], area);
    assert_eq!(ana.get(&at(&proposal)).await.is(200)["title"], "Speak", "the proposal stays as it was made");
    // An area that the plan has no longer is left out.
    let proposal = json!({"title": "Delegate", "development_area_id": area});
    let proposal = ben.post(&of(&plan), proposal).await.is(201);
    ana.changes(&plan, json!({"answers": {"development_areas": [{"name": "Another"}]}})).await;
    assert_eq!(accepted(&proposal, json!({})).await["development_area_id"], Value::Null);
}

#[actix_web::test]
async fn a_proposal_is_decided_once() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    for (decision, by, status) in
        [("accept", &ana, "accepted"), ("decline", &ana, "declined"), ("withdraw", &ben, "withdrawn")]
    {
        let proposal = proposes(&ben, &plan, "Try").await;
        let decided = by.post(&step(&plan, &proposal, decision), json!({})).await.is(200);
        assert_eq!(decided["status"], status);
        for (again, by) in [("accept", &ana), ("decline", &ana), ("withdraw", &ben)] {
            let refused = by.post(&step(&plan, &proposal, again), json!({})).await.refused(409, "conflict");
            assert_eq!(refused["detail"], format!("the proposal was already {status}"));
        }
        assert_eq!(ana.get(&at(&proposal)).await.is(200), decided);
    }
    let proposal = proposes(&ben, &plan, "Try").await;
    let declined = ana.post(&step(&plan, &proposal, "decline"), json!({"answer": "Next year"})).await.is(200);
    assert_eq!((&declined["answer"], &declined["action_item_id"]), (&json!("Next year"), &Value::Null));
    assert_eq!(app.count("action_items").await, 2);
    // The plan in the path must be the proposal's.
    let (other, proposal) = (ana.shares_a_ready_plan().await, proposes(&ben, &plan, "Try").await);
    ana.post(&step(&other, &proposal, "accept"), json!({})).await.refused(404, "not-found");
}

#[actix_web::test]
async fn of_several_who_accept_at_once_one_makes_the_item() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let proposal = proposes(&ben, &plan, "Try").await;
    let accept = |_| {
        let (ana, path) = (ana.clone(), step(&plan, &proposal, "accept"));
        async move { ana.post(&path, json!({})).await }
    };

    let mut statuses: Vec<u16> = at_once((0..4).map(accept)).await.iter().map(|reply| reply.status).collect();
    statuses.sort_unstable();

    assert_eq!(statuses, [200, 409, 409, 409]);
    assert_eq!(app.count("action_items").await, 2);
}

#[actix_web::test]
async fn managers_and_reviewers_of_the_planning_section_propose() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let (rita, paul) = (app.person("rita", None).await, app.person("paul", None).await);
    let plan = ana.prepares_a_ready_plan().await;
    ben.post(&of(&plan), json!({"title": "Try"})).await.refused(404, "not-found");
    ana.shares(&plan).await;
    ana.invites(&plan, &rita, json!(["basic", "deeper"])).await;
    ana.invites(&plan, &paul, json!(["planning"])).await;

    ana.post(&of(&plan), json!({"title": "Mine"})).await.refused(403, "forbidden");
    let refused = rita.post(&of(&plan), json!({"title": "Rita's"})).await.refused(403, "forbidden");
    assert_eq!(refused["detail"], "you were not asked about the planning section");
    proposes(&ben, &plan, "Ben's").await;
    let pauls = proposes(&paul, &plan, "Paul's").await;
    assert_eq!(titles(&paul, &plan).await, ["Paul's"]);
    assert_eq!(titles(&rita, &plan).await, [""; 0]);
    rita.get(&at(&pauls)).await.refused(404, "not-found");
    for reader in [&ana, &ben, &app.hr_admin(), &app.service("feedback:read")] {
        assert_eq!(titles(reader, &plan).await, ["Ben's", "Paul's"]);
        reader.get(&at(&pauls)).await.is(200);
    }
    let wrong = json!({
        "title": "x", "development_area_id": plan["id"], "due_on": "2026-03-01", "template_id": plan["id"],
    });
    let faults = ["/development_area_id", "/due_on", "/template_id"];
    assert_eq!(ben.post(&of(&plan), wrong).await.faults(), faults);
    ana.agrees(&plan).await;
    ben.agrees(&plan).await;
    proposes(&ben, &plan, "While it is agreed").await;
    ana.takes("complete", &plan, json!({"reflection": "Done"})).await.is(200);
    ben.post(&of(&plan), json!({"title": "Late"})).await.refused(409, "plan-completed");
    ana.takes("archive", &plan, json!({})).await.is(200);
    ana.post(&step(&plan, &pauls, "accept"), json!({})).await.refused(409, "plan-archived");
}

#[actix_web::test]
async fn a_full_plan_takes_no_further_item() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let proposal = proposes(&ben, &plan, "Try").await;
    for _ in 1..100 {
        ana.adds(&plan, json!({"title": "Read"})).await;
    }

    ana.post(&step(&plan, &proposal, "accept"), json!({})).await.refused(409, "conflict");

    assert_eq!(ana.get(&at(&proposal)).await.is(200)["status"], "proposed");
}

#[actix_web::test]
async fn what_was_proposed_before_a_withdrawal_is_its_authors_and_the_owners_alone() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let paul = app.person("paul", None).await;
    let plan = ana.shares_a_ready_plan().await;
    ana.invites(&plan, &paul, json!(["planning"])).await;
    let (bens, pauls) = (proposes(&ben, &plan, "Ben's").await, proposes(&paul, &plan, "Paul's").await);
    ana.takes("withdraw", &plan, json!({})).await.is(200);
    let before = told(&app).await.len();

    // The owner may still take it up; no one is told.
    let accepted = ana.post(&step(&plan, &bens, "accept"), json!({})).await.is(200);
    assert_eq!(told(&app).await.len(), before);
    ana.shares(&plan).await;
    ana.post(&step(&plan, &pauls, "decline"), json!({})).await.is(200);

    assert_eq!(told(&app).await.len(), before);
    assert_eq!(ben.get(&at(&bens)).await.is(200), accepted);
    assert_eq!(
        (titles(&ben, &plan).await, titles(&paul, &plan).await),
        (vec!["Ben's".into()], vec!["Paul's".into()])
    );
    ben.get(&at(&pauls)).await.refused(404, "not-found");
    for other in [&app.hr_admin(), &app.service("feedback:read")] {
        assert_eq!(titles(other, &plan).await, [""; 0]);
        other.get(&at(&bens)).await.refused(404, "not-found");
    }
    assert_eq!(titles(&ana, &plan).await, ["Ben's", "Paul's"]);
    // The item is joint, as any.
    let item = format!("/v1/action-items/{}", accepted["action_item_id"].as_str().unwrap());
    assert_eq!(ben.get(&item).await.is(200)["proposal_id"], bens["id"]);
}

#[actix_web::test]
async fn nobody_says_or_proposes_anything_to_who_is_erased() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let proposal = proposes(&ben, &plan, "Try").await;
    let erasure = json!({"reason": "no_longer_necessary", "confirm": "ana"});
    app.hr_admin().post(&format!("/v1/people/{}/erase", ana.id), erasure).await.is(200);

    let comment = json!({"subject": {"kind": "answer", "id": "values"}, "text": "Slow"});
    for reply in [
        ben.post(&format!("{}/comments", path(&plan)), comment).await,
        ben.post(&of(&plan), json!({"title": "Slow"})).await,
        ben.post(&step(&plan, &proposal, "withdraw"), json!({})).await,
    ] {
        assert!([404, 409].contains(&reply.status), "{:#}", reply.body);
    }
    let shown = app.hr_admin().get(&at(&proposal)).await.is(200);
    assert_eq!((&shown["title"], &shown["description"]), (&json!("Erased proposal"), &Value::Null));
}

#[actix_web::test]
async fn who_stands_in_for_the_manager_proposes_and_comments_in_their_own_name() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let dee = app.person("dee", None).await;
    let relation = json!({"kind": "delegate", "person_id": dee.id, "starts_at": app.clock().now()});
    ben.put(&format!("/v1/people/{}/relations", ben.id), json!({"items": [relation]})).await.is(200);
    let plan = ana.shares_a_ready_plan().await;

    let proposal = proposes(&dee, &plan, "Try").await;

    assert_eq!(proposal["author_id"], dee.id);
    let (_, data) = told(&app).await.pop().unwrap();
    assert_eq!((&data["acted_as"], &data["on_behalf_of_id"]), (&json!("delegate"), &json!(ben.id)));
    ben.post(&step(&plan, &proposal, "withdraw"), json!({})).await.refused(403, "forbidden");
    dee.post(&step(&plan, &proposal, "withdraw"), json!({})).await.is(200);
}
