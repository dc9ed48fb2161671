//! `/v1/plans/{plan_id}/feedback` and `/v1/feedback`.

use crate::support::{
    Reply, TestApp, Value, json,
    people::{Person, path},
};

/// Where a feedback is.
fn at(feedback: &Value) -> String {
    format!("/v1/feedback/{}", feedback["id"].as_str().unwrap())
}

/// Where a plan's feedback is.
fn of(plan: &Value) -> String {
    format!("{}/feedback", path(plan))
}

/// Feedback that says something about every part of a plan, as its reader knows it.
async fn everything(author: &Person, plan: &Value) -> Value {
    let answers = &author.reads(plan).await["answers"];
    let item = author.first_item(plan).await["id"].clone();
    json!({
        "summary": "A plan that fits you",
        "objectives": {
            "short_term": {
                "reasonable": "yes",
                "achievable": "partly",
                "comment": "By spring?",
                "counter_proposal": "Lead it with Cleo",
            },
            "long_term": {"reasonable": "yes", "achievable": "no", "comment": null, "counter_proposal": null},
        },
        "strengths": [
            {"item_id": answers["strengths"][0]["id"], "stance": "adjust", "name": "Clear speaking", "comment": null},
            {"item_id": null, "stance": "add", "name": "Calm", "comment": "In every outage"},
        ],
        "development_areas": [
            {"item_id": answers["development_areas"][0]["id"], "stance": "agree", "name": null, "comment": "Yes"},
        ],
        "support": [
            {"action_item_id": item, "decision": "modified", "comment": "Together at first",
             "commitment": {"title": "Lead the first review together", "due_on": "2026-04-01"}},
        ],
        "private_note": "Ask about the offer from elsewhere",
    })
}

async fn begins(author: &Person, plan: &Value, feedback: Value) -> Value {
    author.post(&of(plan), feedback).await.is(201)
}

async fn submits(author: &Person, feedback: &Value) -> Value {
    author.post(&format!("{}/submit", at(feedback)), json!({})).await.is(200)
}

/// Feedback that only says hello, submitted.
async fn gives(author: &Person, plan: &Value) -> Value {
    let draft = begins(author, plan, json!({"summary": "Hello", "private_note": "Hm"})).await;
    submits(author, &draft).await
}

async fn agree_and_complete(owner: &Person, manager: &Person, plan: &Value) {
    owner.agrees(plan).await;
    manager.agrees(plan).await;
    owner.post(&format!("{}/complete", path(plan)), json!({"reflection": "Done"})).await.is(200);
}

/// Every way to use a feedback, with what each was answered.
async fn tries_everything(caller: &Person, feedback: &Value) -> Vec<Reply> {
    let at = at(feedback);
    vec![
        caller.get(&at).await,
        caller.patch(&at, json!({"summary": "Mine now"})).await,
        caller.delete(&at).await,
        caller.post(&format!("{at}/submit"), json!({})).await,
        caller.post(&format!("{at}/acknowledge"), json!({})).await,
    ]
}

#[actix_web::test]
async fn feedback_is_drafted_submitted_and_acknowledged() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let said = everything(&ben, &plan).await;

    let reply = ben.post(&of(&plan), said.clone()).await;
    assert_eq!(reply.header("location"), at(&reply.body));
    let draft = reply.is(201);
    for (field, value) in said.as_object().unwrap() {
        assert_eq!(&draft[field], value, "{field}");
    }
    assert_eq!(draft["status"], "draft");
    assert_eq!(draft["plan_id"], plan["id"]);
    assert_eq!(draft["author_id"], ben.id.as_str());
    assert_eq!(draft["revision"], 1);
    assert_eq!(draft["version"], 1);
    assert_eq!(draft["submitted_at"], Value::Null);

    let submitted = submits(&ben, &draft).await;
    assert_eq!(submitted["status"], "submitted");
    assert_eq!(submitted["submitted_at"], crate::support::START);

    let acknowledged = ana.post(&format!("{}/acknowledge", at(&draft)), json!({})).await.is(200);
    assert_eq!(acknowledged["status"], "acknowledged");
    assert_eq!(acknowledged["acknowledged_at"], crate::support::START);
    assert_eq!(acknowledged["version"], 3);

    let events = app.events().await;
    let after_sharing = events.iter().skip_while(|name| *name != "groundwork.plan.shared.v1").skip(1);
    assert_eq!(
        after_sharing.collect::<Vec<_>>(),
        [
            "groundwork.feedback.created.v1",
            "groundwork.action_item.created.v1",
            "groundwork.feedback.submitted.v1",
            "groundwork.feedback.acknowledged.v1",
        ]
    );
}

#[actix_web::test]
async fn a_draft_is_its_authors_alone() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let (cleo, dan) = (app.person("cleo", None).await, app.person("dan", None).await);
    let stranger = app.person_in("umbrella", "eve", None, "UTC").await;
    let plan = ana.shares_a_ready_plan().await;
    ana.invites(&plan, &cleo, json!(["deeper"])).await;
    ana.invites(&plan, &dan, json!(["deeper"])).await;
    let bens = begins(&ben, &plan, json!({"summary": "From Ben"})).await;
    let cleos = begins(&cleo, &plan, json!({"summary": "From Cleo"})).await;

    let service = app.service("feedback:read feedback:write");
    for (draft, author) in [(&bens, &ben), (&cleos, &cleo)] {
        for other in [&ana, &ben, &cleo, &dan, &stranger, &app.hr_admin(), &service] {
            if other.id == author.id {
                assert_eq!(other.list(&of(&plan)).await, std::slice::from_ref(draft));
                continue;
            }
            for reply in tries_everything(other, draft).await {
                reply.refused(404, "not-found");
            }
        }
    }
    for reader in [&ana, &app.hr_admin(), &service] {
        assert!(reader.list(&of(&plan)).await.is_empty());
    }
    assert_eq!(ben.get(&at(&bens)).await.is(200), bens);
}

#[actix_web::test]
async fn submitted_feedback_is_read_by_those_whom_it_concerns() {
    let app = TestApp::start().await;
    let boss = app.person("boss", None).await;
    let ben = app.person("ben", Some(&boss)).await;
    let ana = app.person("ana", Some(&ben)).await;
    let (cleo, dan) = (app.person("cleo", None).await, app.person("dan", None).await);
    let stranger = app.person_in("umbrella", "eve", None, "UTC").await;
    let plan = ana.shares_a_ready_plan().await;
    ana.invites(&plan, &cleo, json!(["basic"])).await;
    ana.invites(&plan, &dan, json!(["basic"])).await;
    let bens = gives(&ben, &plan).await;
    let cleos = gives(&cleo, &plan).await;

    for reader in [&ana, &ben, &app.hr_admin(), &app.service("feedback:read")] {
        let ids: Vec<Value> = reader.list(&of(&plan)).await.iter().map(|each| each["id"].clone()).collect();
        assert_eq!(ids, [bens["id"].clone(), cleos["id"].clone()]);
        for feedback in [&bens, &cleos] {
            let read = reader.get(&at(feedback)).await.is(200);
            assert_eq!(read["summary"], "Hello");
        }
    }
    assert_eq!(cleo.list(&of(&plan)).await, std::slice::from_ref(&cleos));
    assert!(dan.list(&of(&plan)).await.is_empty());
    for other in [&cleo, &dan, &boss, &stranger] {
        for reply in tries_everything(other, &bens).await {
            reply.refused(404, "not-found");
        }
    }
    for other in [&boss, &stranger] {
        other.get(&of(&plan)).await.refused(404, "not-found");
    }
}

#[actix_web::test]
async fn a_private_note_never_leaves_its_author() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let cleo = app.person("cleo", None).await;
    let plan = ana.shares_a_ready_plan().await;
    ana.invites(&plan, &cleo, json!(["basic"])).await;
    let feedback = gives(&cleo, &plan).await;

    assert_eq!(feedback["private_note"], "Hm");
    assert_eq!(cleo.get(&at(&feedback)).await.is(200)["private_note"], "Hm");
    for other in [&ana, &ben, &app.hr_admin(), &app.service("feedback:read")] {
        assert_eq!(other.get(&at(&feedback)).await.is(200)["private_note"], Value::Null);
        assert_eq!(other.list(&of(&plan)).await[0]["private_note"], Value::Null);
    }
    let acknowledged = ana.post(&format!("{}/acknowledge", at(&feedback)), json!({})).await.is(200);
    assert_eq!(acknowledged["private_note"], Value::Null);
    assert_eq!(cleo.get(&at(&feedback)).await.is(200)["private_note"], "Hm");
}

#[actix_web::test]
async fn only_the_manager_and_invited_reviewers_write_feedback() {
    let app = TestApp::start().await;
    let boss = app.person("boss", None).await;
    let ben = app.person("ben", Some(&boss)).await;
    let ana = app.person("ana", Some(&ben)).await;
    let cleo = app.person("cleo", None).await;
    let service = app.service("feedback:write feedback:read");
    let plan = ana.prepares_a_ready_plan().await;

    ana.post(&of(&plan), json!({})).await.refused(403, "forbidden");
    for other in [&ben, &boss, &cleo, &app.hr_admin(), &service] {
        other.post(&of(&plan), json!({})).await.refused(404, "not-found");
        other.get(&of(&plan)).await.refused(404, "not-found");
    }
    ana.shares(&plan).await;
    for other in [&ana, &app.hr_admin(), &service] {
        other.post(&of(&plan), json!({})).await.refused(403, "forbidden");
    }
    for other in [&boss, &cleo] {
        other.post(&of(&plan), json!({})).await.refused(404, "not-found");
    }
    ana.invites(&plan, &cleo, json!(["basic"])).await;
    begins(&cleo, &plan, json!({})).await;
    begins(&ben, &plan, json!({})).await;
}

#[actix_web::test]
async fn feedback_needs_its_scopes() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let feedback = gives(&ben, &plan).await;
    let reader = Person { token: app.token(json!({"sub": "ben", "scope": "feedback:read"})), ..ben.clone() };

    let planner = app.service("plans:read plans:write");
    for reply in tries_everything(&planner, &feedback).await {
        reply.refused(403, "missing-scope");
    }
    reader.get(&at(&feedback)).await.is(200);
    reader.patch(&at(&feedback), json!({})).await.refused(403, "missing-scope");
    reader.post(&of(&plan), json!({})).await.refused(403, "missing-scope");
    planner.get(&of(&plan)).await.refused(403, "missing-scope");
}

#[actix_web::test]
async fn submitted_feedback_is_its_authors_to_change_no_more_and_nobody_elses_ever() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let feedback = gives(&ben, &plan).await;
    let at = at(&feedback);

    ben.patch(&at, json!({"summary": "Hello again"})).await.refused(409, "feedback-submitted");
    ben.delete(&at).await.refused(409, "feedback-submitted");
    ben.post(&format!("{at}/submit"), json!({})).await.refused(409, "feedback-submitted");
    for other in [&ana, &app.hr_admin(), &app.service("feedback:write")] {
        other.patch(&at, json!({"summary": "Mine now"})).await.refused(403, "forbidden");
        other.delete(&at).await.refused(403, "forbidden");
        other.post(&format!("{at}/submit"), json!({})).await.refused(403, "forbidden");
    }
    for other in [&ben, &app.hr_admin(), &app.service("feedback:write")] {
        other.post(&format!("{at}/acknowledge"), json!({})).await.refused(403, "forbidden");
    }
}

#[actix_web::test]
async fn an_author_gives_one_feedback_to_a_revision() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let first = begins(&ben, &plan, json!({"summary": "One"})).await;

    ben.post(&of(&plan), json!({"summary": "Two"})).await.refused(409, "feedback-exists");
    ana.shares(&plan).await;
    let second = begins(&ben, &plan, json!({"summary": "Two"})).await;

    assert_eq!((&first["revision"], &second["revision"]), (&json!(1), &json!(2)));
    assert_eq!(ben.list(&of(&plan)).await, [first, second]);
}

#[actix_web::test]
async fn of_two_feedbacks_begun_at_once_one_is_kept() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;

    let path = of(&plan);
    let attempts = (0..4).map(|_| ben.post(&path, json!({"summary": "At once"})));
    let replies = futures_util::future::join_all(attempts).await;

    let mut statuses: Vec<u16> = replies.iter().map(|reply| reply.status).collect();
    statuses.sort();
    assert_eq!(statuses, [201, 409, 409, 409]);
    assert_eq!(app.count("feedback").await, 1);
}

#[actix_web::test]
async fn every_fault_of_a_feedback_is_named_at_once() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let answers = &plan["answers"];
    let strength = &answers["strengths"][0]["id"];
    let area = &answers["development_areas"][0]["id"];
    let item = &ana.first_item(&plan).await["id"];
    let wrong = json!({
        "strengths": [
            {"item_id": area, "stance": "agree"},
            {"stance": "agree"},
            {"item_id": strength, "stance": "add"},
            {"item_id": strength, "stance": "adjust"},
            {"item_id": strength, "stance": "agree"},
        ],
        "support": [
            {"action_item_id": plan["id"], "decision": "supported"},
            {"action_item_id": item, "decision": "declined", "commitment": {"title": "Help"}},
            {"action_item_id": item, "decision": "supported"},
        ],
    });
    let faults = [
        "/strengths/0/item_id",
        "/strengths/1/item_id",
        "/strengths/2/item_id",
        "/strengths/2/name",
        "/strengths/3/name",
        "/strengths/4/item_id",
        "/support/0/action_item_id",
        "/support/1/commitment",
        "/support/2/action_item_id",
    ];

    assert_eq!(ben.post(&of(&plan), wrong.clone()).await.faults(), faults);
    let draft = begins(&ben, &plan, json!({"summary": "Right so far"})).await;
    assert_eq!(ben.patch(&at(&draft), wrong).await.faults(), faults);
    assert_eq!(ben.get(&at(&draft)).await.is(200), draft);
}

#[actix_web::test]
async fn the_form_of_a_feedback_is_checked() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let misshapen = json!({
        "colour": "red",
        "summary": "x".repeat(4001),
        "private_note": 7,
        "objectives": {
            "medium_term": {},
            "short_term": {"reasonable": "maybe", "achievable": "very", "counter_proposal": "  "},
        },
        "strengths": [{"stance": "add", "name": " "}, {"name": "x"}],
        "development_areas": (0..41).map(|_| json!({"stance": "add", "name": "x"})).collect::<Vec<_>>(),
        "support": [{"action_item_id": "7", "decision": "perhaps", "commitment": {"due_on": "soon"}}],
    });
    let faults = [
        "/colour",
        "/development_areas",
        "/objectives/medium_term",
        "/objectives/short_term/achievable",
        "/objectives/short_term/counter_proposal",
        "/objectives/short_term/reasonable",
        "/private_note",
        "/strengths/0/name",
        "/strengths/1/stance",
        "/summary",
        "/support/0/action_item_id",
        "/support/0/commitment/due_on",
        "/support/0/commitment/title",
        "/support/0/decision",
    ];

    assert_eq!(ben.post(&of(&plan), misshapen.clone()).await.faults(), faults);
    let draft = begins(&ben, &plan, json!({})).await;
    assert_eq!(ben.patch(&at(&draft), misshapen).await.faults(), faults);
    let particular = json!({"now": true});
    assert_eq!(ben.post(&format!("{}/submit", at(&draft)), particular).await.faults(), ["/now"]);
}

#[actix_web::test]
async fn a_patch_changes_what_it_names_and_takes_back_what_it_sets_to_null() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let draft = begins(&ben, &plan, everything(&ben, &plan).await).await;

    let reply = ben
        .patch(
            &at(&draft),
            json!({
                "summary": null,
                "private_note": null,
                "objectives": {"short_term": {"reasonable": "no", "comment": null}, "long_term": null},
                "strengths": [{"stance": "add", "name": "Patience"}],
                "development_areas": null,
            }),
        )
        .await;
    let tag = reply.header("etag").to_owned();
    let changed = reply.is(200);

    assert_eq!(changed["summary"], Value::Null);
    assert_eq!(changed["private_note"], Value::Null);
    assert_eq!(
        changed["objectives"],
        json!({
            "short_term": {
                "reasonable": "no",
                "achievable": "partly",
                "comment": null,
                "counter_proposal": "Lead it with Cleo",
            },
            "long_term": null,
        })
    );
    assert_eq!(changed["strengths"].as_array().unwrap().len(), 1);
    assert_eq!(changed["strengths"][0]["name"], "Patience");
    assert_eq!(changed["development_areas"], json!([]));
    assert_eq!(changed["support"], draft["support"]);
    assert_eq!(changed["version"], 2);
    let read = ben.get(&at(&draft)).await;
    assert_eq!(read.header("etag"), tag);
    assert_eq!(read.is(200), changed);
    assert_eq!(app.events().await.last().unwrap(), "groundwork.feedback.updated.v1");
}

#[actix_web::test]
async fn a_change_is_refused_when_the_feedback_has_changed_since() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let draft = begins(&ben, &plan, json!({"summary": "One"})).await;
    let stale = ben.get(&at(&draft)).await.header("etag").to_owned();
    ben.patch(&at(&draft), json!({"summary": "Two"})).await.is(200);
    let at = at(&draft);
    let sending = |caller: &Person, method: &str, path: &str, tag: &str| {
        Reply::of(caller.request(method, path).header("If-Match", tag.to_owned()).json(&json!({})))
    };

    let (submit, acknowledge) = (format!("{at}/submit"), format!("{at}/acknowledge"));
    for (method, path) in [("PATCH", &at), ("DELETE", &at), ("POST", &submit)] {
        let reply = sending(&ben, method, path, &stale).await;
        assert_eq!(reply.header("etag"), ben.get(&at).await.header("etag"));
        reply.refused(412, "precondition-failed");
    }
    let fresh = ben.get(&at).await.header("etag").to_owned();
    sending(&ben, "POST", &submit, &fresh).await.is(200);
    sending(&ana, "POST", &acknowledge, "\"1\"").await.refused(412, "precondition-failed");
    let seen = ana.get(&at).await.header("etag").to_owned();
    let unchanged = Reply::of(ana.request("GET", &at).header("If-None-Match", seen.clone())).await;
    assert_eq!(unchanged.status, 304);
    sending(&ana, "POST", &acknowledge, &seen).await.is(200);
}

#[actix_web::test]
async fn a_draft_can_be_deleted() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let draft = begins(&ben, &plan, json!({"summary": "No"})).await;

    ben.delete(&at(&draft)).await.is(204);

    ben.get(&at(&draft)).await.refused(404, "not-found");
    assert_eq!(app.events().await.last().unwrap(), "groundwork.feedback.deleted.v1");
    begins(&ben, &plan, json!({"summary": "Yes"})).await;
}

#[actix_web::test]
async fn reviewers_keep_to_the_sections_they_were_asked_about() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let everything = everything(&ben, &plan).await;
    let (deeper, planning) = (
        ["/objectives/long_term", "/objectives/short_term"],
        ["/development_areas", "/strengths", "/support"],
    );

    let cleo = app.person("cleo", None).await;
    ana.invites(&plan, &cleo, json!(["basic"])).await;
    let faults = cleo.post(&of(&plan), everything.clone()).await.faults();
    assert_eq!(faults, [planning[0], deeper[0], deeper[1], planning[1], planning[2]]);
    let draft = begins(&cleo, &plan, json!({"summary": "Your values show"})).await;
    assert_eq!(cleo.patch(&at(&draft), everything.clone()).await.faults().len(), 5);

    let dan = app.person("dan", None).await;
    ana.invites(&plan, &dan, json!(["deeper"])).await;
    assert_eq!(dan.post(&of(&plan), everything.clone()).await.faults(), planning);

    let fay = app.person("fay", None).await;
    ana.invites(&plan, &fay, json!(["planning"])).await;
    assert_eq!(fay.post(&of(&plan), everything.clone()).await.faults(), deeper);

    let gus = app.person("gus", None).await;
    ana.invites(&plan, &gus, json!(["deeper", "planning"])).await;
    let draft = begins(&gus, &plan, everything).await;
    submits(&gus, &draft).await;
    let item = &gus.list(&format!("{}/action-items", path(&plan))).await[0];
    assert_eq!(item["responsible_id"], gus.id.as_str());
}

#[actix_web::test]
async fn what_is_submitted_says_something() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let draft = begins(&ben, &plan, json!({"summary": " ", "private_note": "Only to me"})).await;

    assert_eq!(ben.post(&format!("{}/submit", at(&draft)), json!({})).await.faults(), [""]);
    let verdict = json!({"objectives": {"long_term": {"reasonable": "yes"}}});
    ben.patch(&at(&draft), verdict).await.is(200);
    submits(&ben, &draft).await;
}

#[actix_web::test]
async fn commitments_become_support_items_when_the_feedback_is_submitted() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let items = format!("{}/action-items", path(&plan));
    let first = ana.first_item(&plan).await;
    let second = ana.post(&items, json!({"title": "Read about leading"})).await.is(201);
    let draft = begins(
        &ben,
        &plan,
        json!({"support": [
            {"action_item_id": first["id"], "decision": "supported",
             "commitment": {"title": "Introduce Ana to the council", "due_on": "2026-04-01"}},
            {"action_item_id": second["id"], "decision": "modified", "commitment": {"title": "Lend two books"}},
        ]}),
    )
    .await;
    assert_eq!(ana.list(&items).await.len(), 2);

    submits(&ben, &draft).await;

    let promised = ben.list(&format!("{items}?kind=support")).await;
    let told: Vec<_> = promised
        .iter()
        .map(|item| {
            [&item["title"], &item["due_on"], &item["supports_action_item_id"], &item["responsible_id"]]
        })
        .collect();
    let by_ben = json!(ben.id);
    assert_eq!(
        told,
        [
            [&json!("Introduce Ana to the council"), &json!("2026-04-01"), &first["id"], &by_ben],
            [&json!("Lend two books"), &Value::Null, &second["id"], &by_ben],
        ]
    );
    app.clock().advance(chrono::Duration::days(31));
    let overdue = ben.with_new_token().list("/v1/action-items?kind=support&overdue=true").await;
    assert_eq!(overdue.len(), 1);
}

#[actix_web::test]
async fn support_may_be_promised_for_an_item_that_only_the_revision_has() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    ana.delete(&format!("/v1/action-items/{}", item["id"].as_str().unwrap())).await.is(204);

    let support =
        json!([{"action_item_id": item["id"], "decision": "supported", "commitment": {"title": "Help"}}]);
    let draft = begins(&ben, &plan, json!({"support": support})).await;
    submits(&ben, &draft).await;

    let promised = ana.first_item(&plan).await;
    assert_eq!(promised["title"], "Help");
    assert_eq!(promised["supports_action_item_id"], Value::Null);
}

#[actix_web::test]
async fn more_commitments_than_the_plan_has_room_for_leave_nothing_behind() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let item = ana.first_item(&plan).await["id"].clone();
    for number in 1..100 {
        let item = json!({"title": format!("Item {number}")});
        ana.post(&format!("{}/action-items", path(&plan)), item).await.is(201);
    }
    let support = json!([{"action_item_id": item, "decision": "supported", "commitment": {"title": "Help"}}]);
    let draft = begins(&ben, &plan, json!({"support": support})).await;

    ben.post(&format!("{}/submit", at(&draft)), json!({})).await.refused(409, "conflict");

    assert_eq!(ben.get(&at(&draft)).await.is(200), draft);
    assert_eq!(app.count("action_items").await, 100);
}

#[actix_web::test]
async fn submitting_answers_the_request_unless_that_is_about_a_newer_revision() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let requests = format!("{}/feedback-requests", path(&plan));
    let old = begins(&ben, &plan, json!({"summary": "To the first"})).await;
    ana.shares(&plan).await;
    let new = begins(&ben, &plan, json!({"summary": "To the second"})).await;

    submits(&ben, &old).await;
    assert_eq!(ana.list(&requests).await[0]["status"], "open");
    submits(&ben, &new).await;
    assert_eq!(ana.list(&requests).await[0]["status"], "answered");
    ana.shares(&plan).await;
    assert_eq!(ana.list(&requests).await[0]["status"], "open");
}

#[actix_web::test]
async fn a_feedback_submitted_again_with_its_key_is_submitted_once() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let draft = begins(&ben, &plan, everything(&ben, &plan).await).await;
    let submit = format!("{}/submit", at(&draft));
    let sending = || Reply::of(ben.request("POST", &submit).header("Idempotency-Key", "once"));

    let first = sending().await.is(200);
    let second = sending().await;

    assert_eq!(second.header("idempotency-replayed"), "true");
    assert_eq!(second.is(200), first);
    assert_eq!(app.count("action_items").await, 2);
}

#[actix_web::test]
async fn what_the_owner_accepts_changes_the_working_copy_alone() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let draft = begins(&ben, &plan, everything(&ben, &plan).await).await;
    submits(&ben, &draft).await;
    let before = ana.reads(&plan).await;
    assert_eq!(before["has_unshared_changes"], false);

    let accept =
        json!({"accept": ["/objectives/short_term/counter_proposal", "/strengths/0", "/strengths/1"]});
    let acknowledged = ana.post(&format!("{}/acknowledge", at(&draft)), accept).await.is(200);

    assert_eq!(acknowledged["status"], "acknowledged");
    let after = ana.reads(&plan).await;
    assert_eq!(after["has_unshared_changes"], true);
    assert_eq!(after["version"], before["version"].as_i64().unwrap() + 1);
    let added = &after["answers"]["strengths"][1];
    let mut expected = before["answers"].clone();
    expected["short_term_objective"]["summary"] = json!("Lead it with Cleo");
    expected["strengths"][0]["name"] = json!("Clear speaking");
    let calm = json!({"id": added["id"], "name": "Calm", "note": "In every outage", "aligned_with": []});
    expected["strengths"].as_array_mut().unwrap().push(calm);
    assert_eq!(after["answers"], expected);
    assert_eq!(ben.reads(&plan).await["answers"], before["answers"]);
    let events = app.events().await;
    assert_eq!(
        events[events.len() - 2..],
        ["groundwork.plan.updated.v1", "groundwork.feedback.acknowledged.v1"]
    );
}

#[actix_web::test]
async fn accepting_nothing_leaves_the_plan_as_it_is() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let feedback = gives(&ben, &plan).await;
    let before = ana.reads(&plan).await;

    ana.post(&format!("{}/acknowledge", at(&feedback)), json!({"accept": []})).await.is(200);

    assert_eq!(ana.reads(&plan).await, before);
}

#[actix_web::test]
async fn every_pointer_that_cannot_be_accepted_is_named() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let draft = begins(&ben, &plan, everything(&ben, &plan).await).await;
    let submitted = submits(&ben, &draft).await;
    ana.changes(&plan, json!({"answers": {"strengths": [{"name": "Another"}]}})).await;
    let acknowledge = format!("{}/acknowledge", at(&draft));

    let accept = json!({"accept": [
        "/strengths/0", "/development_areas/0", "/strengths/7", "/objectives/long_term", "/summary",
        "/strengths/1", "/strengths/1",
    ]});
    assert_eq!(
        ana.post(&acknowledge, accept).await.faults(),
        ["/accept/0", "/accept/1", "/accept/2", "/accept/3", "/accept/4", "/accept/6"]
    );
    let misshapen = json!({"accept": [7, "x".repeat(101)], "all": true});
    assert_eq!(ana.post(&acknowledge, misshapen).await.faults(), ["/accept/0", "/accept/1", "/all"]);
    assert_eq!(ana.get(&at(&draft)).await.is(200)["status"], submitted["status"]);

    let twenty: Vec<Value> = (0..20).map(|number| json!({"name": format!("Number {number}")})).collect();
    ana.changes(&plan, json!({"answers": {"strengths": twenty}})).await;
    assert_eq!(ana.post(&acknowledge, json!({"accept": ["/strengths/1"]})).await.faults(), ["/accept/0"]);
}

#[actix_web::test]
async fn feedback_is_acknowledged_once() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let feedback = gives(&ben, &plan).await;
    let acknowledge = format!("{}/acknowledge", at(&feedback));

    ana.post(&acknowledge, json!({})).await.is(200);

    ana.post(&acknowledge, json!({})).await.refused(409, "feedback-not-submitted");
    ben.patch(&at(&feedback), json!({})).await.refused(409, "feedback-submitted");
    assert_eq!(ben.get(&at(&feedback)).await.is(200)["status"], "acknowledged");
}

#[actix_web::test]
async fn a_withdrawn_plan_leaves_an_author_what_they_wrote() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let cleo = app.person("cleo", None).await;
    let plan = ana.shares_a_ready_plan().await;
    ana.invites(&plan, &cleo, json!(["basic"])).await;
    let bens = gives(&ben, &plan).await;
    let cleos = begins(&cleo, &plan, json!({"summary": "Not yet"})).await;
    ana.post(&format!("{}/withdraw", path(&plan)), json!({})).await.is(200);

    assert_eq!(ben.get(&at(&bens)).await.is(200), bens);
    assert_eq!(cleo.get(&at(&cleos)).await.is(200), cleos);
    ana.get(&at(&bens)).await.is(200);
    assert_eq!(ana.list(&of(&plan)).await.len(), 1);
    for other in [&ben, &cleo, &app.hr_admin(), &app.service("feedback:read")] {
        other.get(&of(&plan)).await.refused(404, "not-found");
    }
    for other in [&cleo, &app.hr_admin(), &app.service("feedback:read")] {
        other.get(&at(&bens)).await.refused(404, "not-found");
    }
    cleo.patch(&at(&cleos), json!({"summary": "Now"})).await.refused(409, "plan-not-shared");
    cleo.post(&format!("{}/submit", at(&cleos)), json!({})).await.refused(409, "plan-not-shared");
    cleo.delete(&at(&cleos)).await.is(204);
    ana.post(&format!("{}/acknowledge", at(&bens)), json!({})).await.is(200);
}

#[actix_web::test]
async fn a_completed_plan_takes_no_more_feedback() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let (cleo, dan) = (app.person("cleo", None).await, app.person("dan", None).await);
    let plan = ana.shares_a_ready_plan().await;
    ana.invites(&plan, &cleo, json!(["basic"])).await;
    ana.invites(&plan, &dan, json!(["basic"])).await;
    let bens = gives(&ben, &plan).await;
    let draft = begins(&cleo, &plan, json!({"summary": "Too late"})).await;
    agree_and_complete(&ana, &ben, &plan).await;

    dan.post(&of(&plan), json!({})).await.refused(409, "plan-completed");
    cleo.post(&format!("{}/submit", at(&draft)), json!({})).await.refused(409, "plan-completed");
    cleo.patch(&at(&draft), json!({"summary": "For myself"})).await.is(200);
    cleo.delete(&at(&draft)).await.is(204);
    ana.post(&format!("{}/acknowledge", at(&bens)), json!({})).await.is(200);
}

#[actix_web::test]
async fn nothing_changes_about_an_archived_plan() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let (cleo, dan) = (app.person("cleo", None).await, app.person("dan", None).await);
    let plan = ana.shares_a_ready_plan().await;
    ana.invites(&plan, &cleo, json!(["basic"])).await;
    ana.invites(&plan, &dan, json!(["basic"])).await;
    let bens = gives(&ben, &plan).await;
    let draft = begins(&cleo, &plan, json!({"summary": "Too late"})).await;
    ana.post(&format!("{}/archive", path(&plan)), json!({})).await.is(200);

    dan.post(&of(&plan), json!({})).await.refused(409, "plan-archived");
    cleo.patch(&at(&draft), json!({"summary": "Now"})).await.refused(409, "plan-archived");
    cleo.delete(&at(&draft)).await.refused(409, "plan-archived");
    cleo.post(&format!("{}/submit", at(&draft)), json!({})).await.refused(409, "plan-archived");
    ana.post(&format!("{}/acknowledge", at(&bens)), json!({})).await.refused(409, "plan-archived");
    assert_eq!(ben.list(&of(&plan)).await, [bens]);
}

#[actix_web::test]
async fn a_former_manager_keeps_what_they_wrote_and_nothing_else() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let (cleo, dan) = (app.person("cleo", None).await, app.person("dan", None).await);
    let plan = ana.shares_a_ready_plan().await;
    ana.invites(&plan, &cleo, json!(["basic"])).await;
    let cleos = gives(&cleo, &plan).await;
    let given = gives(&ben, &plan).await;
    ana.shares(&plan).await;
    let draft = begins(&ben, &plan, json!({"summary": "Half of it"})).await;
    app.moves(&ana, &dan).await;

    assert_eq!(ben.get(&at(&given)).await.is(200), given);
    assert_eq!(ben.get(&at(&draft)).await.is(200), draft);
    ben.get(&at(&cleos)).await.refused(404, "not-found");
    ben.get(&of(&plan)).await.refused(404, "not-found");
    ben.patch(&at(&draft), json!({"summary": "All of it"})).await.refused(403, "forbidden");
    ben.post(&format!("{}/submit", at(&draft)), json!({})).await.refused(403, "forbidden");
    ben.delete(&at(&draft)).await.is(204);
}

#[actix_web::test]
async fn a_new_manager_reads_the_feedback_to_the_revisions_that_they_read() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let dan = app.person("dan", None).await;
    let plan = ana.shares_a_ready_plan().await;
    let to_first = gives(&ben, &plan).await;
    ana.shares(&plan).await;
    let to_second = gives(&ben, &plan).await;
    app.moves(&ana, &dan).await;

    dan.get(&at(&to_first)).await.refused(404, "not-found");
    dan.get(&at(&to_second)).await.is(200);
    assert_eq!(dan.list(&of(&plan)).await.len(), 1);
    ana.changes(&plan, json!({"earlier_revisions_visible": true})).await;
    dan.get(&at(&to_first)).await.is(200);
    assert_eq!(dan.list(&of(&plan)).await.len(), 2);
    assert_eq!(ana.list(&of(&plan)).await.len(), 2);
}

#[actix_web::test]
async fn feedback_is_listed_a_page_at_a_time() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let mut given = vec![gives(&ben, &plan).await];
    for _ in 0..2 {
        ana.shares(&plan).await;
        given.push(gives(&ben, &plan).await);
    }

    let mut listed = Vec::new();
    let mut next = Some(format!("{}?limit=2", of(&plan)));
    while let Some(path) = next {
        let reply = ben.get(&path).await;
        next = reply.headers.get("link").map(|link| {
            let link = link.to_str().unwrap();
            link[1..link.find('>').unwrap()].to_owned()
        });
        listed.extend(reply.is(200)["items"].as_array().unwrap().clone());
    }

    assert_eq!(listed, given);
    ben.get(&format!("{}?limit=0", of(&plan))).await.refused(400, "invalid-query");
    ben.get(&format!("{}?cursor=x", of(&plan))).await.refused(400, "invalid-query");
}

#[actix_web::test]
async fn feedback_may_name_the_revision_that_its_author_has_read() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    ana.shares(&plan).await;
    let feedback = format!("{}/feedback", path(&plan));
    for revision in [1, 3] {
        let read = json!({"revision": revision, "summary": "Good"});
        let refused = ben.post(&feedback, read).await.refused(409, "not-latest-revision");
        assert!(refused["detail"].as_str().unwrap().contains('2'), "{refused:#}");
    }
    assert_eq!(ben.post(&feedback, json!({"revision": 0})).await.faults(), ["/revision"]);
    let begun = ben.post(&feedback, json!({"revision": 2, "summary": "Good"})).await.is(201);
    assert_eq!(begun["revision"], 2);
}
