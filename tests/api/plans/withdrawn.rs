//! What was withdrawn stays the owner's alone, also after sharing again, and so does what speaks of it.

use chrono::Duration;
use sea_orm::EntityTrait;

use crate::support::{
    TestApp, Value, json,
    people::{Person, item_path, path},
};

/// Occurs in what was withdrawn.
const SECRET: &str = "what-was-taken-out";

struct Story {
    app: TestApp,
    ana: Person,
    ben: Person,
    cyd: Person,
    plan: Value,
    item: Value,
    /// By the manager and by the reviewer, on what was withdrawn.
    feedback: [Value; 2],
}

/// A plan that was shared, responded to, withdrawn, worked on and shared again.
async fn shared_again() -> Story {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let cyd = app.person("cyd", None).await;
    let plan = ana.prepares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    ana.records(&item, json!({"progress_percent": 10, "note": SECRET})).await;
    ana.changes(&plan, json!({"title": SECRET, "answers": {"mission_statement": SECRET}})).await;
    ana.patch(&item_path(&item), json!({"title": SECRET})).await.is(200);
    ana.takes("share", &plan, json!({"note": SECRET})).await.is(200);
    ana.invites(&plan, &cyd, json!(["basic", "deeper", "planning"])).await;
    let mut feedback = Vec::new();
    for author in [&ben, &cyd] {
        let begun =
            author.post(&format!("{}/feedback", path(&plan)), json!({"summary": SECRET})).await.is(201);
        author.post(&format!("{}/submit", at(&begun)), json!({})).await.is(200);
        feedback.push(begun);
    }
    app.clock().advance(Duration::minutes(1));
    ana.takes("withdraw", &plan, json!({})).await.is(200);
    app.clock().advance(Duration::minutes(1));
    ana.records(&item, json!({"progress_percent": 20, "note": SECRET})).await;
    ana.changes(&plan, json!({"title": "Cleaned up", "answers": {"mission_statement": "Help"}})).await;
    ana.patch(&item_path(&item), json!({"title": "Cleaned up"})).await.is(200);
    app.clock().advance(Duration::minutes(1));
    ana.shares(&plan).await;
    let feedback = feedback.try_into().unwrap();
    Story { app, ana, ben, cyd, plan, item, feedback }
}

fn at(feedback: &Value) -> String {
    format!("/v1/feedback/{}", feedback["id"].as_str().unwrap())
}

#[actix_web::test]
async fn no_operation_shows_others_what_was_withdrawn_after_sharing_again() {
    let Story { app, ana, ben, cyd, plan, item, feedback } = shared_again().await;
    // Not even if the owner lets the manager read earlier revisions.
    ana.changes(&plan, json!({"earlier_revisions_visible": true})).await;
    let service = app.service(&groundwork::auth::scope::ALL.join(" "));
    for reader in [&ben, &cyd, &app.hr_admin(), &service] {
        for number in [1, 2, 3] {
            let reply = reader.get(&format!("{}/revisions/{number}", path(&plan))).await;
            assert_eq!(reply.status, if number == 2 { 200 } else { 404 }, "{:#}", reply.body);
        }
        let listed = reader.list(&format!("{}/revisions", path(&plan))).await;
        assert_eq!(listed.iter().map(|each| each["number"].as_i64()).collect::<Vec<_>>(), [Some(2)]);
        for changes in ["revisions/2/changes", "revisions/2/changes?since=1", "revisions/1/changes?since=2"] {
            reader.get(&format!("{}/{changes}", path(&plan))).await.refused(404, "not-found");
        }
        let shown = reader.get(&format!("{}/action-items", path(&plan))).await.body.to_string();
        assert!(!shown.contains(SECRET), "{shown}");
        let progress = reader.get(&format!("{}/progress", item_path(&item))).await.body;
        assert!(progress["items"].as_array().is_none_or(Vec::is_empty), "{progress:#}");
        let item = reader.get(&item_path(&item)).await;
        assert!(item.status == 404 || item.body["last_progress_at"].is_null(), "{:#}", item.body);
    }
    for (number, given) in feedback.iter().enumerate() {
        for (place, reader) in [&ben, &cyd].into_iter().enumerate() {
            let expected = if number == place { 200 } else { 404 };
            assert_eq!(reader.get(&at(given)).await.status, expected);
            let own = reader.list(&format!("{}/feedback", path(&plan))).await;
            assert_eq!(own.len(), 1, "only one's own");
        }
        for reader in [app.hr_admin(), service.clone()] {
            reader.get(&at(given)).await.refused(404, "not-found");
            assert!(reader.list(&format!("{}/feedback", path(&plan))).await.is_empty());
        }
    }
    let team = ben.get(&format!("/v1/people/{}/team-progress", ben.id)).await.is(200);
    assert_eq!(team["items"][0]["awaiting"], json!(["feedback", "owner_agreement", "manager_agreement"]));
    assert_eq!(team["items"][0]["last_progress_at"], Value::Null);
}

#[actix_web::test]
async fn the_owner_keeps_what_was_withdrawn() {
    let Story { ana, plan, item, feedback, .. } = shared_again().await;
    assert_eq!(ana.list(&format!("{}/revisions", path(&plan))).await.len(), 2);
    let changes = ana.get(&format!("{}/revisions/2/changes", path(&plan))).await.is(200);
    assert!(changes.to_string().contains(SECRET));
    assert_eq!(ana.list(&format!("{}/feedback", path(&plan))).await.len(), 2);
    for given in &feedback {
        ana.get(&at(given)).await.is(200);
    }
    assert_eq!(ana.list(&format!("{}/progress", item_path(&item))).await.len(), 2);
    assert!(ana.get(&item_path(&item)).await.is(200)["last_progress_at"].is_string());
}

#[actix_web::test]
async fn feedback_on_what_was_withdrawn_is_not_in_the_feed() {
    let Story { app, ana, ben, plan, feedback, .. } = shared_again().await;
    let dora = app.person("dora", None).await;
    ana.invites(&plan, &dora, json!(["basic"])).await;
    let begun = dora.post(&format!("{}/feedback", path(&plan)), json!({"summary": "Too late"})).await.is(201);
    ana.takes("withdraw", &plan, json!({})).await.is(200);
    ana.shares(&plan).await;
    let requests = format!("{}/feedback-requests", path(&plan));
    let asked = ben.list(&requests).await;
    let service = app.service("events:read");
    let events = service.get("/v1/events").await.is(200);
    let after = events["next_cursor"].as_str().unwrap();

    dora.post(&format!("{}/submit", at(&begun)), json!({})).await.is(200);
    ana.post(&format!("{}/acknowledge", at(&feedback[0])), json!({})).await.is(200);
    ana.post(&format!("{}/acknowledge", at(&begun)), json!({})).await.is(200);

    let told = service.get(&format!("/v1/events?after={after}")).await.is(200);
    assert_eq!(told["items"], json!([]));
    assert_eq!(ben.list(&requests).await, asked, "nor does a request tell of it");
    ana.takes("withdraw", &plan, json!({})).await.is(200);
    let invitation = ana.list(&requests).await.pop().unwrap();
    let after = service.get("/v1/events").await.is(200)["next_cursor"].as_str().unwrap().to_owned();
    ana.delete(&format!("/v1/feedback-requests/{}", invitation["id"].as_str().unwrap())).await.is(204);
    let told = service.get(&format!("/v1/events?after={after}")).await.is(200);
    assert_eq!(told["items"], json!([]), "a draft has no events");
}

#[actix_web::test]
async fn an_archived_draft_is_closed_as_well() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    ana.takes("withdraw", &plan, json!({})).await.is(200);
    ana.takes("archive", &plan, json!({})).await.is(200);
    for reader in [&ben, &app.hr_admin()] {
        reader.get(&path(&plan)).await.refused(404, "not-found");
        reader.get(&format!("{}/revisions/1", path(&plan))).await.refused(404, "not-found");
    }
}

#[actix_web::test]
async fn progress_recorded_while_shared_stays_joint() {
    let Story { app, ana, ben, plan, item, .. } = shared_again().await;
    ana.records(&item, json!({"progress_percent": 30, "note": "Since it is shared"})).await;
    let seen = ben.list(&format!("{}/progress", item_path(&item))).await;
    assert_eq!(seen.len(), 1);
    assert_eq!(seen[0]["note"], "Since it is shared");
    let at = ben.get(&item_path(&item)).await.is(200)["last_progress_at"].clone();
    assert_eq!(at, seen[0]["recorded_at"]);
    let listed = ben.get(&format!("{}/action-items", path(&plan))).await.is(200);
    assert_eq!(listed["items"][0]["last_progress_at"], at);
    let team = ben.get(&format!("/v1/people/{}/team-progress", ben.id)).await.is(200);
    assert_eq!(team["items"][0]["last_progress_at"], at);

    // Recorded, withdrawn and shared again: what was recorded while shared is still joint.
    app.clock().advance(Duration::minutes(1));
    ana.takes("withdraw", &plan, json!({})).await.is(200);
    ana.records(&item, json!({"progress_percent": 35})).await;
    ana.shares(&plan).await;
    assert_eq!(ben.list(&format!("{}/progress", item_path(&item))).await, seen);
    let items = groundwork::entity::progress_update::Entity::find();
    let connection = app.database().connect().await;
    assert_eq!(items.all(&connection).await.unwrap().len(), 4);
    connection.close().await.unwrap();
}

#[actix_web::test]
async fn an_invited_reviewer_learns_nothing_of_the_rest() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let cyd = app.person("cyd", None).await;
    let plan = ana.prepares_a_ready_plan().await;
    ana.takes("share", &plan, json!({"note": "For the manager"})).await.is(200);
    ana.changes(&plan, json!({"earlier_revisions_visible_from": 1})).await;
    ana.invites(&plan, &cyd, json!(["basic"])).await;
    ana.records(&ana.first_item(&plan).await, json!({"progress_percent": 60})).await;
    ana.agrees(&plan).await;
    let tag = cyd.get(&path(&plan)).await.header("etag").to_owned();
    let revision = cyd.get(&format!("{}/revisions/1", path(&plan))).await.is(200);
    let (before, whole) = (cyd.reads(&plan).await, ben.reads(&plan).await);
    ben.agrees(&plan).await;
    ana.takes("complete", &plan, json!({"reflection": "Learnt much"})).await.is(200);

    let seen = cyd.reads(&plan).await;
    for field in [
        "progress_percent",
        "owner_agreed_at",
        "manager_agreed_at",
        "reflection",
        "earlier_revisions_visible_from",
        "cycle_id",
    ] {
        assert_eq!((&before[field], &seen[field]), (&Value::Null, &Value::Null), "{field}");
    }
    assert_eq!(seen["earlier_revisions_visible"], false);
    assert_eq!(whole["progress_percent"], 60);
    assert_eq!(whole["earlier_revisions_visible"], true);
    assert_eq!(revision["note"], Value::Null);
    assert_eq!(revision["action_items"], json!([]));
    let whole = ben.get(&format!("{}/revisions/1", path(&plan))).await.is(200);
    assert_ne!(revision["digest"], whole["digest"]);
    assert_eq!(whole["note"], "For the manager");

    // Sections that differ are another representation, in the same version.
    assert_ne!(cyd.get(&path(&plan)).await.header("etag"), tag, "the status has changed");
    let second = ana.shares_a_ready_plan().await;
    let request = ana.invites(&second, &cyd, json!(["basic"])).await;
    let tag = cyd.get(&path(&second)).await.header("etag").to_owned();
    ana.records(&ana.first_item(&second).await, json!({"progress_percent": 60})).await;
    ana.agrees(&second).await;
    assert_eq!(cyd.get(&path(&second)).await.header("etag"), tag, "neither progress nor agreement is told");
    ana.delete(&format!("/v1/feedback-requests/{}", request["id"].as_str().unwrap())).await.is(204);
    ana.invites(&second, &cyd, json!(["deeper"])).await;
    assert_ne!(cyd.get(&path(&second)).await.header("etag"), tag);
}

#[actix_web::test]
async fn a_digest_cannot_be_used_to_check_a_guess() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let mut digests = Vec::new();
    // Two plans with the same words.
    for _ in 0..2 {
        let plan = ana.shares_a_ready_plan().await;
        let revision = ben.get(&format!("{}/revisions/1", path(&plan))).await.is(200);
        let ids = ["short_term_objective", "long_term_objective"]
            .map(|objective| revision["answers"][objective]["id"].as_str().unwrap().to_owned());
        assert_ne!(ids[0], ids[1]);
        digests.push((revision["digest"].clone(), ids));
        // The id stays with the objective.
        let renamed =
            ana.changes(&plan, json!({"answers": {"short_term_objective": {"summary": "Other"}}})).await;
        assert_eq!(
            renamed["answers"]["short_term_objective"]["id"],
            revision["answers"]["short_term_objective"]["id"]
        );
    }
    assert_ne!(digests[0].0, digests[1].0);
    assert_ne!(digests[0].1, digests[1].1);
}

#[actix_web::test]
async fn a_requests_message_is_for_its_two_ends() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let cyd = app.person("cyd", None).await;
    let plan = ana.shares_a_ready_plan().await;
    let requests = format!("{}/feedback-requests", path(&plan));
    let request = json!({"reviewer_id": cyd.id, "sections": ["basic"], "message": SECRET});
    let made = ana.post(&requests, request).await.is(201);
    assert_eq!(made["message"], SECRET);
    for (reader, sees) in [
        (&ana, true),
        (&cyd, true),
        (&ben, false),
        (&app.hr_admin(), false),
        (&app.service("feedback:read plans:read"), false),
    ] {
        let request = reader.list(&requests).await.pop().unwrap();
        assert_eq!(request["message"], if sees { json!(SECRET) } else { Value::Null });
        assert_eq!(request["id"], made["id"]);
    }
}
