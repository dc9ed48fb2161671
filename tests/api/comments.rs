//! Comments: who may say what about a plan, who reads it, and for how long it can be deleted.

use chrono::Duration;

use crate::support::{
    Reply, TestApp, Value, json,
    people::{Person, path},
};

/// Where the comments on a plan are.
fn of(plan: &Value) -> String {
    format!("{}/comments", path(plan))
}

fn at(comment: &Value) -> String {
    format!("/v1/comments/{}", comment["id"].as_str().unwrap())
}

fn on_plan(plan: &Value, text: &str) -> Value {
    json!({"subject": {"kind": "plan", "id": plan["id"]}, "text": text})
}

fn on_answer(id: impl Into<Value>, text: &str) -> Value {
    json!({"subject": {"kind": "answer", "id": id.into()}, "text": text})
}

fn on_item(item: &Value, text: &str) -> Value {
    json!({"subject": {"kind": "action_item", "id": item["id"]}, "text": text})
}

/// The texts of the comments that a person reads.
async fn texts(reader: &Person, plan: &Value) -> Vec<String> {
    let comments = reader.list(&of(plan)).await;
    comments.iter().map(|comment| comment["text"].as_str().unwrap().to_owned()).collect()
}

/// The events about comments in the change feed: type and data.
async fn told(app: &TestApp) -> Vec<(String, Value)> {
    let feed = "/v1/events?limit=100&types=groundwork.comment.*";
    let page = app.service("events:read").get(feed).await.is(200);
    let events = page["items"].as_array().unwrap().iter();
    events.map(|event| (event["type"].as_str().unwrap().to_owned(), event["data"].clone())).collect()
}

#[actix_web::test]
async fn a_comment_says_what_it_is_about_and_who_wrote_it() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    let area = &plan["answers"]["development_areas"][0]["id"];

    let mut written = Vec::new();
    for (author, comment) in [
        (&ben, on_plan(&plan, "A good plan")),
        (&ana, on_answer("values", "These took me long")),
        (&ben, on_answer(area.clone(), "I see it too")),
        (&ana, on_item(&item, "Shall we begin in May?")),
    ] {
        let reply = author.post(&of(&plan), comment.clone()).await;
        assert_eq!(reply.header("location"), of(&plan));
        let made = reply.is(201);
        assert_eq!((&made["subject"], &made["text"]), (&comment["subject"], &comment["text"]));
        assert_eq!((&made["plan_id"], &made["revision"]), (&plan["id"], &json!(1)));
        assert_eq!((&made["author_id"], &made["author"]["id"]), (&json!(author.id), &json!(author.id)));
        assert_eq!((&made["mentions"], &made["mentioned"]), (&json!([]), &json!([])));
        assert_eq!(made["created_at"], crate::support::START);
        written.push(made);
    }

    for reader in [&ana, &ben, &app.hr_admin(), &app.service("feedback:read")] {
        assert_eq!(reader.list(&of(&plan)).await, written);
    }
    app.service("plans:read").get(&of(&plan)).await.refused(403, "missing-scope");
    app.person("eve", None).await.get(&of(&plan)).await.refused(404, "not-found");
    assert_eq!(told(&app).await.len(), 4);
}

#[actix_web::test]
async fn a_comment_on_nothing_is_refused_with_every_fault() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let (plan, other) = (ana.shares_a_ready_plan().await, ana.shares_a_ready_plan().await);
    let others_item = ana.first_item(&other).await;
    let none = uuid::Uuid::nil();

    for comment in [
        on_plan(&other, "x"),
        on_answer("Values", "x"),
        on_answer(none.to_string(), "x"),
        on_answer(plan["id"].clone(), "x"),
        on_answer(other["answers"]["values"][0]["id"].clone(), "x"),
        on_item(&others_item, "x"),
        on_item(&json!({"id": none}), "x"),
        on_item(&json!({"id": "values"}), "x"),
    ] {
        assert_eq!(ben.post(&of(&plan), comment.clone()).await.faults(), ["/subject/id"], "{comment}");
    }
    let wrong = json!({"subject": {"kind": "answer", "id": "x"}, "text": "x", "mentions": [none, ana.id]});
    assert_eq!(ben.post(&of(&plan), wrong).await.faults(), ["/mentions/0", "/subject/id"]);
    let wrong = json!({"subject": {"kind": "page", "id": ""}, "text": " ", "mentions": vec![&ana.id; 11]});
    let faults = ben.post(&of(&plan), wrong).await.faults();
    assert_eq!(faults, ["/mentions", "/subject/id", "/subject/kind", "/text"]);
    assert_eq!(ben.post(&of(&plan), on_plan(&plan, &"x".repeat(2001))).await.faults(), ["/text"]);
    assert_eq!(app.count("comments").await, 0);
}

#[actix_web::test]
async fn nobody_comments_on_a_draft_and_comments_end_with_the_archive() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    ana.post(&of(&plan), on_plan(&plan, "To myself")).await.refused(409, "plan-not-shared");
    ben.post(&of(&plan), on_plan(&plan, "Too early")).await.refused(404, "not-found");

    ana.shares(&plan).await;
    let comment = ben.post(&of(&plan), on_plan(&plan, "Good")).await.is(201);
    ana.agrees(&plan).await;
    ben.agrees(&plan).await;
    ana.takes("complete", &plan, json!({"reflection": "Done"})).await.is(200);
    ben.post(&of(&plan), on_plan(&plan, "Well done")).await.is(201);
    ana.takes("archive", &plan, json!({})).await.is(200);
    ben.post(&of(&plan), on_plan(&plan, "Too late")).await.refused(409, "plan-archived");
    ben.delete(&at(&comment)).await.refused(409, "plan-archived");
    assert_eq!(texts(&ben, &plan).await, ["Good", "Well done"]);
}

#[actix_web::test]
async fn a_comment_can_be_deleted_by_its_author_for_15_minutes() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let first = ben.post(&of(&plan), on_plan(&plan, "First")).await.is(201);
    let second = ben.post(&of(&plan), on_plan(&plan, "Second")).await.is(201);
    ana.delete(&at(&first)).await.refused(403, "forbidden");
    app.person("eve", None).await.delete(&at(&first)).await.refused(404, "not-found");
    let stale = ben.request("DELETE", &at(&first)).header("if-match", "\"7\"");
    Reply::of(stale).await.refused(412, "precondition-failed");

    app.clock().advance(Duration::minutes(15) - Duration::seconds(1));
    ben.delete(&at(&first)).await.is(204);
    ben.delete(&at(&first)).await.refused(404, "not-found");
    app.clock().advance(Duration::seconds(1));
    ben.delete(&at(&second)).await.refused(409, "conflict");

    assert_eq!(texts(&ana, &plan).await, ["Second"]);
    let deleted = told(&app).await.pop().unwrap();
    assert_eq!(deleted.0, "groundwork.comment.deleted.v1");
    assert_eq!(deleted.1, json!({"plan_id": plan["id"], "comment_id": first["id"]}));
}

#[actix_web::test]
async fn a_reviewer_reads_and_writes_about_the_sections_that_they_were_shown() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let (rita, paul) = (app.person("rita", None).await, app.person("paul", None).await);
    let plan = ana.shares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    ana.invites(&plan, &rita, json!(["basic"])).await;
    ana.invites(&plan, &paul, json!(["planning"])).await;
    let area = plan["answers"]["development_areas"][0]["id"].clone();
    for comment in [
        on_plan(&plan, "whole"),
        on_answer("values", "values"),
        on_answer("long_term_objective", "objective"),
        on_answer(area.clone(), "area"),
        on_answer("action_items", "actions"),
        on_item(&item, "item"),
    ] {
        ben.post(&of(&plan), comment).await.is(201);
    }

    assert_eq!(texts(&rita, &plan).await, ["values"]);
    assert_eq!(texts(&paul, &plan).await, ["area", "actions"]);
    // An item that is not shown is as one that does not exist.
    let hidden = rita.post(&of(&plan), on_answer(area, "x")).await.refused(422, "invalid-body");
    let none = on_answer(uuid::Uuid::nil().to_string(), "x");
    let none = rita.post(&of(&plan), none).await.refused(422, "invalid-body");
    assert_eq!(hidden["errors"], none["errors"]);
    let hidden = rita.post(&of(&plan), on_item(&item, "x")).await.refused(422, "invalid-body");
    let none = rita.post(&of(&plan), on_item(&plan, "x")).await.refused(422, "invalid-body");
    assert_eq!(hidden["errors"], none["errors"]);
    for comment in [on_plan(&plan, "x"), on_answer("strengths", "x")] {
        assert_eq!(rita.post(&of(&plan), comment).await.faults(), ["/subject"]);
    }
    rita.post(&of(&plan), on_answer("values", "Rita's")).await.is(201);
    assert_eq!(texts(&rita, &plan).await, ["values", "Rita's"]);
    assert_eq!(texts(&ana, &plan).await.len(), 7);
    // Support that a reviewer has promised is read by that reviewer, and so is what is said about it.
    let feedback = json!({"support": [{
        "action_item_id": item["id"], "decision": "supported", "commitment": {"title": "Help"},
    }]});
    let feedback = paul.post(&format!("{}/feedback", path(&plan)), feedback).await.is(201);
    paul.post(&format!("/v1/feedback/{}/submit", feedback["id"].as_str().unwrap()), json!({})).await.is(200);
    let support = ana.list(&format!("{}/action-items", path(&plan))).await.pop().unwrap();
    ana.post(&of(&plan), on_item(&support, "Thank you")).await.is(201);
    paul.post(&of(&plan), on_item(&support, "Gladly")).await.is(201);
    assert_eq!(texts(&paul, &plan).await, ["area", "actions", "Thank you", "Gladly"]);
}

#[actix_web::test]
async fn a_mention_gives_no_access_and_tells_nobody_who_has_it() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let (rita, paul) = (app.person("rita", None).await, app.person("paul", None).await);
    let (eve, acting) = (app.person("eve", None).await, app.person("acting", None).await);
    let gone = app.person("gone", None).await;
    app.leaves(&gone).await;
    let plan = ana.shares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    ana.invites(&plan, &rita, json!(["basic"])).await;
    ana.invites(&plan, &paul, json!(["planning"])).await;
    let relation = json!({"kind": "acting", "person_id": acting.id, "starts_at": app.clock().now()});
    let relations = format!("/v1/people/{}/relations", ana.id);
    app.hr_admin().put(&relations, json!({"items": [relation]})).await.is(200);
    let everybody = json!([eve.id, rita.id, paul.id, acting.id, ben.id, ana.id, eve.id]);

    for (comment, readers) in [
        (on_plan(&plan, "x"), vec![&acting, &ben, &ana]),
        (on_answer("values", "x"), vec![&rita, &acting, &ben, &ana]),
        (on_answer("strengths", "x"), vec![&paul, &acting, &ben, &ana]),
        (on_item(&item, "x"), vec![&acting, &ben, &ana]),
    ] {
        let mut comment = comment;
        comment["mentions"] = everybody.clone();
        let made = ben.post(&of(&plan), comment).await.is(201);
        // The response is the same for all: it does not tell who can read the comment.
        let mentioned = json!([eve.id, rita.id, paul.id, acting.id, ben.id, ana.id]);
        assert_eq!(made["mentions"], mentioned);
        assert_eq!(made["mentioned"][0]["display_name"], "eve");
        let (kind, data) = told(&app).await.pop().unwrap();
        assert_eq!(kind, "groundwork.comment.created.v1");
        assert_eq!(data["comment_id"], made["id"]);
        let ids: Vec<&str> = readers.iter().map(|reader| reader.id.as_str()).collect();
        assert_eq!(data["mentions"], json!(ids), "{}", made["subject"]);
    }
    eve.get(&of(&plan)).await.refused(404, "not-found");
    assert_eq!(texts(&rita, &plan).await.len(), 1);
    let mut comment = on_plan(&plan, "x");
    comment["mentions"] = json!([ana.id, gone.id]);
    assert_eq!(ben.post(&of(&plan), comment.clone()).await.faults(), ["/mentions/1"]);
    comment["mentions"] = json!([eve.id]);
    ben.post(&of(&plan), comment).await.is(201);
    assert_eq!(told(&app).await.pop().unwrap().1.get("mentions"), None);
}

#[actix_web::test]
async fn what_was_said_before_a_withdrawal_is_its_authors_and_the_owners_alone() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let rita = app.person("rita", None).await;
    let plan = ana.shares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    ana.invites(&plan, &rita, json!(["basic"])).await;
    let first = ben.post(&of(&plan), on_answer("values", "Ben, before")).await.is(201);
    ben.post(&of(&plan), on_item(&item, "Ben on the item, before")).await.is(201);
    ana.post(&of(&plan), on_answer("values", "Ana, before")).await.is(201);
    rita.post(&of(&plan), on_answer("values", "Rita, before")).await.is(201);

    ana.takes("withdraw", &plan, json!({})).await.is(200);
    for other in [&ben, &rita, &app.hr_admin(), &app.service("feedback:read")] {
        other.get(&of(&plan)).await.refused(404, "not-found");
    }
    assert_eq!(texts(&ana, &plan).await.len(), 4);
    let before = told(&app).await.len();
    ben.delete(&at(&first)).await.is(204);
    assert_eq!(told(&app).await.len(), before, "what was withdrawn is not in the feed");

    ana.shares(&plan).await;
    ben.post(&of(&plan), on_answer("values", "Ben, after")).await.is(201);
    assert_eq!(texts(&ben, &plan).await, ["Ben on the item, before", "Ben, after"]);
    assert_eq!(texts(&rita, &plan).await, ["Rita, before", "Ben, after"]);
    for other in [&app.hr_admin(), &app.service("feedback:read")] {
        assert_eq!(texts(other, &plan).await, ["Ben, after"]);
    }
    let all = ["Ben on the item, before", "Ana, before", "Rita, before", "Ben, after"];
    assert_eq!(texts(&ana, &plan).await, all);
}

#[actix_web::test]
async fn a_new_manager_reads_what_was_said_about_what_they_read() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let dora = app.person("dora", None).await;
    let plan = ana.shares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    ben.post(&of(&plan), on_plan(&plan, "On the first")).await.is(201);
    ben.post(&of(&plan), on_item(&item, "On the item")).await.is(201);
    ana.shares(&plan).await;
    ana.post(&of(&plan), on_plan(&plan, "On the second")).await.is(201);
    assert_eq!(texts(&ben, &plan).await.len(), 3);

    app.moves(&ana, &dora).await;
    ben.get(&of(&plan)).await.refused(404, "not-found");
    // Action items are joint from the first share on.
    assert_eq!(texts(&dora, &plan).await, ["On the item", "On the second"]);
    ana.changes(&plan, json!({"earlier_revisions_visible_from": 1})).await;
    assert_eq!(texts(&dora, &plan).await.len(), 3);
}

#[actix_web::test]
async fn comments_on_an_action_item_are_deleted_with_it() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let item = ana.adds(&plan, json!({"title": "Read"})).await;
    ben.post(&of(&plan), on_item(&item, "Which book?")).await.is(201);
    ben.post(&of(&plan), on_plan(&plan, "Good")).await.is(201);

    ana.delete(&format!("/v1/action-items/{}", item["id"].as_str().unwrap())).await.is(204);

    assert_eq!(texts(&ben, &plan).await, ["Good"]);
}

#[actix_web::test]
async fn the_next_identity_of_an_author_does_not_read_what_was_closed() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    ben.post(&of(&plan), on_plan(&plan, "Before")).await.is(201);
    let proposal = ben.post(&format!("{}/proposals", path(&plan)), json!({"title": "Before"})).await.is(201);
    let proposal = format!("/v1/proposals/{}", proposal["id"].as_str().unwrap());
    ana.takes("withdraw", &plan, json!({})).await.is(200);
    ana.shares(&plan).await;
    assert_eq!(texts(&ben, &plan).await, ["Before"]);
    ben.get(&proposal).await.is(200);

    let unlink = format!("/v1/people/{}/unlink-identity", ben.id);
    app.hr_admin().post(&unlink, json!({"reason": "A new account"})).await.is(200);
    let rename = "update people set user_name = 'ben.2', user_name_key = 'ben.2', link_name = null \
         where user_name = 'ben'";
    app.database().execute(rename).await;
    app.state().people_generation.advance();
    let next = Person { id: ben.id.clone(), ..app.bearer(json!({"sub": "ben.2"})) };

    assert_eq!(texts(&next, &plan).await, [""; 0]);
    next.get(&proposal).await.refused(404, "not-found");
    assert!(next.list(&format!("{}/proposals", path(&plan))).await.is_empty());
    assert_eq!(texts(&ana, &plan).await, ["Before"]);
    assert_eq!(app.count("set_aside").await, 2);
}

#[actix_web::test]
async fn a_plan_is_set_aside_and_given_back_with_its_comments_and_proposals() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    ben.post(&of(&plan), on_item(&item, "Said")).await.is(201);
    ben.post(&format!("{}/proposals", path(&plan)), json!({"title": "Try"})).await.is(201);
    ana.takes("withdraw", &plan, json!({})).await.is(200);

    let unlink = format!("/v1/people/{}/unlink-identity", ana.id);
    app.hr_admin().post(&unlink, json!({"reason": "A new account"})).await.is(200);
    assert_eq!((app.count("comments").await, app.count("proposals").await), (0, 0));
    let mut txn = app.state().core.db.begin(groundwork::ids::TenantId::of("acme")).await.unwrap();
    let link = link_of(&app).await;
    let restored = groundwork::set_aside::restore(&mut txn, link).await.unwrap();
    txn.commit().await.unwrap();

    assert_eq!(restored.kept, []);
    assert_eq!((app.count("comments").await, app.count("proposals").await), (1, 1));
}

/// The link that has ended.
async fn link_of(app: &TestApp) -> groundwork::ids::LinkId {
    use sea_orm::EntityTrait;

    let connection = app.database().connect().await;
    let row = groundwork::entity::set_aside::Entity::find().one(&connection).await.unwrap().unwrap();
    connection.close().await.unwrap();
    row.link_id
}
