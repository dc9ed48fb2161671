//! Discussions: planned, held by a rhythm, with an agenda from the plan, notes of different sight, and outcomes.

use chrono::{DateTime, Duration, Utc};
use groundwork::reminders;

use crate::support::{
    Reply, TestApp, Value, json,
    people::{Person, path},
};

/// Occurs in what must not be shown.
const SECRET: &str = "for-no-one-else";

/// Ana's shared plan, which she talks about with Ben.
struct Story {
    app: TestApp,
    ana: Person,
    ben: Person,
    plan: Value,
    item: Value,
}

impl Story {
    async fn begin() -> Self {
        let app = TestApp::start().await;
        let (ana, ben) = app.employee_and_manager().await;
        let plan = ana.shares_a_ready_plan().await;
        let item = ana.first_item(&plan).await;
        Self { app, ana, ben, plan, item }
    }

    fn talks(&self) -> String {
        format!("{}/discussions", path(&self.plan))
    }

    /// A discussion that a person plans.
    async fn planned(&self, by: &Person, talk: Value) -> Value {
        let mut all = json!({"starts_at": "2026-03-10T09:00:00Z"});
        all.as_object_mut().unwrap().extend(talk.as_object().unwrap().clone());
        by.post(&self.talks(), all).await.is(201)
    }

    /// Ben's feedback on the plan, submitted.
    async fn feedback(&self, content: Value) {
        let given = self.ben.post(&format!("{}/feedback", path(&self.plan)), content).await.is(201);
        let submit = format!("/v1/feedback/{}/submit", given["id"].as_str().unwrap());
        self.ben.post(&submit, json!({})).await.is(200);
    }
}

fn at(talk: &Value) -> String {
    format!("/v1/discussions/{}", talk["id"].as_str().unwrap())
}

/// The sources and texts of an agenda.
fn agenda(talk: &Value) -> Vec<(String, String)> {
    let text = |line: &Value, field: &str| line[field].as_str().unwrap().to_owned();
    talk["agenda"].as_array().unwrap().iter().map(|line| (text(line, "source"), text(line, "text"))).collect()
}

fn lines(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(source, text)| ((*source).to_owned(), (*text).to_owned())).collect()
}

/// The events since `before` that are about discussions and action items.
async fn events(app: &TestApp, before: usize) -> Vec<String> {
    let events = app.events().await.split_off(before);
    events.iter().map(|name| name.trim_start_matches("groundwork.").replace(".v1", "")).collect()
}

#[actix_web::test]
async fn a_discussion_is_planned_changed_and_cancelled() {
    let story = Story::begin().await;
    let Story { app, ana, ben, plan, .. } = &story;
    let before = app.events().await.len();
    let talk = story.planned(ana, json!({"location": "Room 4"})).await;
    assert_eq!(
        (&talk["status"], &talk["rhythm"], &talk["revision"]),
        (&json!("planned"), &json!("none"), &json!(1))
    );
    assert_eq!(talk["ends_at"], "2026-03-10T10:00:00Z");
    assert_eq!((&talk["manager_id"], &talk["manager"]["display_name"]), (&json!(ben.id), &json!("ben")));
    assert_eq!(ana.reads(plan).await["next_discussion_at"], "2026-03-10T09:00:00Z");

    let moved =
        json!({"starts_at": "2026-03-11T09:00:00Z", "ends_at": "2026-03-11T09:30:00Z", "location": null});
    let changed = ben.patch(&at(&talk), moved.clone()).await.is(200);
    assert_eq!((&changed["starts_at"], &changed["location"]), (&json!("2026-03-11T09:00:00Z"), &Value::Null));
    assert_eq!(changed["version"], 2);
    assert_eq!(ana.get(&at(&talk)).await.is(200), changed);
    // A change that changes nothing is none.
    assert_eq!(ben.patch(&at(&talk), moved).await.is(200)["version"], 2);

    let cancelled = ana.post(&format!("{}/cancel", at(&talk)), json!({"message": "I am ill"})).await.is(200);
    assert_eq!(
        (&cancelled["status"], &cancelled["cancel_message"]),
        (&json!("cancelled"), &json!("I am ill"))
    );
    assert_eq!(ana.reads(plan).await["next_discussion_at"], Value::Null);
    for step in ["hold", "cancel"] {
        ana.post(&format!("{}/{step}", at(&talk)), json!({})).await.refused(409, "conflict");
    }
    ben.patch(&at(&talk), json!({"location": "Room 5"})).await.refused(409, "conflict");
    let recorded = events(app, before).await;
    assert_eq!(recorded, ["discussion.planned", "discussion.changed", "discussion.cancelled"]);
}

#[actix_web::test]
async fn every_fault_of_a_discussion_is_named() {
    let story = Story::begin().await;
    let Story { ana, .. } = &story;
    let stranger = story.app.person("eve", None).await;
    let talk = json!({
        "starts_at": "2026-03-10T09:00:00Z", "ends_at": "2026-03-10T08:00:00Z", "time_zone": "Mars/Olympus",
        "agenda": [{"id": ana.id, "text": "What?"}],
        "outcomes": [{"text": "Agreed", "action_item": {"title": "Help", "responsible_id": stranger.id}}],
    });
    let faults = ana.post(&story.talks(), talk).await.faults();
    let expected = ["/agenda/0/id", "/ends_at", "/outcomes/0/action_item/responsible_id", "/time_zone"];
    assert_eq!(faults, expected);
    let blank = json!({"starts_at": "soon", "agenda": [{"text": " "}], "shared_notes": "x".repeat(10_001)});
    assert_eq!(
        ana.post(&story.talks(), blank).await.faults(),
        ["/agenda/0/text", "/shared_notes", "/starts_at"]
    );
    let talk = story.planned(ana, json!({})).await;
    let early = json!({"starts_at": "2020-03-10T09:00:00Z"});
    assert_eq!(ana.patch(&at(&talk), early).await.faults(), ["/ends_at", "/starts_at"]);
    for _ in 1..20 {
        story.planned(ana, json!({})).await;
    }
    let more = json!({"starts_at": "2026-03-10T09:00:00Z"});
    ana.post(&story.talks(), more).await.refused(409, "conflict");
}

#[actix_web::test]
async fn a_change_fails_if_the_discussion_has_changed_since_it_was_read() {
    let story = Story::begin().await;
    let Story { ana, ben, item, .. } = &story;
    let talk = story.planned(ana, json!({})).await;
    let tag = async |who: &Person| who.get(&at(&talk)).await.header("etag").to_owned();
    let change =
        |tag: &str| ana.request("PATCH", &at(&talk)).header("if-match", tag).json(&json!({"location": "A"}));
    let old = tag(ana).await;
    let unchanged = ana.request("GET", &at(&talk)).header("if-none-match", &old);
    assert_eq!(Reply::of(unchanged).await.status, 304);
    // The agenda that comes from the plan is a part of what was read.
    ana.records(item, json!({"status": "blocked"})).await;
    Reply::of(change(&old)).await.refused(412, "precondition-failed");
    // A private note is its author's alone.
    let (own, others) = (tag(ana).await, tag(ben).await);
    ana.patch(&at(&talk), json!({"private_note": "Mine"})).await.is(200);
    assert_ne!(tag(ana).await, own);
    assert_eq!(tag(ben).await, others);
    Reply::of(change(&tag(ana).await)).await.is(200);
}

#[actix_web::test]
async fn the_agenda_comes_from_the_plan_until_someone_writes_one() {
    let story = Story::begin().await;
    let Story { ana, ben, item, .. } = &story;
    let talk = story.planned(ana, json!({})).await;
    assert_eq!(agenda(&talk), []);
    story
        .feedback(json!({
            "summary": "Good",
            "objectives": {"short_term": {"reasonable": "yes", "achievable": "partly"}},
            "development_areas": [{"stance": "add", "name": "Saying no"}],
            "support": [{"action_item_id": item["id"], "decision": "declined"}],
        }))
        .await;
    ana.records(item, json!({"status": "blocked"})).await;
    let expected = lines(&[
        ("verdict", "Short-term objective: partly achievable"),
        ("stance", "Development area to add: Saying no"),
        ("support", "Support declined: Lead the design review"),
        ("blocked", "Blocked: Lead the design review"),
    ]);
    let read = ben.get(&at(&talk)).await.is(200);
    assert_eq!(agenda(&read), expected);
    let about = |line: usize| read["agenda"][line]["about"].clone();
    assert_eq!(
        about(0),
        json!({
            "kind": "objective_judged", "objective": "short_term", "reasonable": "yes", "achievable": "partly",
            "question": null, "name": null, "comment": null, "action_item_id": null,
        })
    );
    let kinds = [1, 2, 3].map(|line| (about(line)["kind"].clone(), about(line)["name"].clone()));
    let lead = json!("Lead the design review");
    let expected_kinds = [
        (json!("development_area_added"), json!("Saying no")),
        (json!("support_declined"), lead.clone()),
        (json!("item_blocked"), lead),
    ];
    assert_eq!(kinds, expected_kinds);
    assert_eq!(about(3)["action_item_id"], item["id"]);
    assert_eq!(ana.list(&story.talks()).await[0], ana.get(&at(&talk)).await.is(200));
    assert_eq!(read["agenda"], ana.get(&at(&talk)).await.is(200)["agenda"], "the ids are the same each time");

    // A patch of something else leaves it so.
    ben.patch(&at(&talk), json!({"location": "Room 4"})).await.is(200);
    ana.records(item, json!({"status": "in_progress", "progress_percent": 10})).await;
    assert_eq!(agenda(&ana.get(&at(&talk)).await.is(200)), expected[..3]);
    // A written one keeps the sources of its lines.
    let mut written = read["agenda"].as_array().unwrap()[..1].to_vec();
    written[0]["done"] = json!(true);
    written.push(json!({"text": "The pace"}));
    let changed = ana.patch(&at(&talk), json!({"agenda": written})).await.is(200);
    assert_eq!(agenda(&changed), [expected[0].clone(), ("added".into(), "The pace".into())]);
    assert_eq!(changed["agenda"][0]["done"], true);
    let kept = [0, 1].map(|line| changed["agenda"][line]["about"].clone());
    assert_eq!(kept, [about(0), Value::Null]);
    ana.records(item, json!({"status": "blocked"})).await;
    assert_eq!(ben.get(&at(&talk)).await.is(200)["agenda"], changed["agenda"]);
    // Without it, the plan speaks again.
    let again = ana.patch(&at(&talk), json!({"agenda": null})).await.is(200);
    assert_eq!(agenda(&again), expected);
}

#[actix_web::test]
async fn comments_are_lines_of_the_agenda_while_they_can_be_read() {
    let story = Story::begin().await;
    let Story { app, ana, ben, plan, item } = &story;
    let comments = async |by: &Person, kind: &str, id: &Value, text: &str| {
        let comment = json!({"subject": {"kind": kind, "id": id}, "text": text});
        by.post(&format!("{}/comments", path(plan)), comment).await.is(201)
    };
    let talk = story.planned(ana, json!({"rhythm": "monthly"})).await;
    let tag = ben.get(&at(&talk)).await.header("etag").to_owned();
    comments(ben, "plan", &plan["id"], "A brave plan").await;
    comments(ana, "answer", &json!("development_areas"), "Is this the one?").await;
    comments(ben, "action_item", &item["id"], "When do you begin?").await;
    let slip = comments(ben, "plan", &plan["id"], "A slip").await;
    ben.delete(&format!("/v1/comments/{}", slip["id"].as_str().unwrap())).await.is(204);
    let expected = lines(&[
        ("comment", "Comment on the plan: A brave plan"),
        ("comment", "Comment on Development areas: Is this the one?"),
        ("comment", "Comment on Lead the design review: When do you begin?"),
    ]);
    let reply = ben.get(&at(&talk)).await;
    assert_ne!(reply.header("etag"), tag);
    assert_eq!(agenda(&reply.is(200)), expected);
    assert_eq!(agenda(&ana.get(&at(&talk)).await.is(200)), expected);
    assert_eq!(agenda(&app.hr_admin().get(&at(&talk)).await.is(200)), []);
    // The next one is about what was said since.
    app.clock().advance(Duration::minutes(1));
    ana.post(&format!("{}/hold", at(&talk)), json!({})).await.is(200);
    let next = ana.list(&story.talks()).await.pop().unwrap();
    assert_eq!(agenda(&next), []);
    app.clock().advance(Duration::minutes(1));
    comments(ben, "action_item", &item["id"], SECRET).await;
    assert_eq!(agenda(&ana.get(&at(&next)).await.is(200)).len(), 1);
    // Answers of an earlier revision are not talked about any more; action items are.
    ana.shares(plan).await;
    let other = story.planned(ana, json!({})).await;
    assert_eq!(agenda(&ana.get(&at(&other)).await.is(200)).len(), 2);
    // What was withdrawn stays closed.
    ana.takes("withdraw", plan, json!({})).await.is(200);
    ana.shares(plan).await;
    for talk in [&next, &other] {
        assert_eq!(agenda(&ben.get(&at(talk)).await.is(200)), []);
    }
}

#[actix_web::test]
async fn a_private_note_is_for_its_author_alone() {
    let story = Story::begin().await;
    let Story { app, ana, ben, plan, .. } = &story;
    let talk = story.planned(ana, json!({"private_note": SECRET})).await;
    assert_eq!(talk["private_note"], SECRET);
    let delegate = app.person("cyd", None).await;
    let relation = json!({"items": [
        {"kind": "delegate", "person_id": delegate.id, "starts_at": app.clock().now()},
    ]});
    let hr = app.hr_admin();
    hr.put(&format!("/v1/people/{}/relations", ben.id), relation).await.is(200);
    ben.patch(&at(&talk), json!({"private_note": format!("{SECRET} of Ben")})).await.is(200);
    let service = app.service(&groundwork::auth::scope::ALL.join(" "));
    for reader in [&delegate, &hr, &service] {
        for reply in [reader.get(&at(&talk)).await, reader.get(&story.talks()).await] {
            assert!(!reply.is(200).to_string().contains(SECRET));
        }
        assert!(!reader.get(&path(plan)).await.body.to_string().contains(SECRET));
    }
    assert_eq!(ana.get(&at(&talk)).await.is(200)["private_note"], SECRET);
    assert_eq!(ben.get(&at(&talk)).await.is(200)["private_note"], format!("{SECRET} of Ben"));
    // It can be written after the discussion, and taken back.
    ana.post(&format!("{}/hold", at(&talk)), json!({})).await.is(200);
    let before = app.events().await.len();
    let changed = ana.patch(&at(&talk), json!({"private_note": null})).await.is(200);
    assert_eq!((&changed["private_note"], &changed["version"]), (&Value::Null, &json!(2)));
    assert_eq!(events(app, before).await, ["discussion.note_written"]);
    let feed = app.service("events:read").get("/v1/events?limit=100").await.is(200);
    assert!(!feed.to_string().contains("note_written"), "{feed:#}");
    // Who may no longer read the discussion still has the own note, in the own export.
    app.moves(ana, &delegate).await;
    ben.get(&at(&talk)).await.refused(404, "not-found");
    let export =
        async |who: &Person| who.post(&format!("/v1/people/{}/export", who.id), json!({})).await.is(200);
    assert!(export(ben).await.to_string().contains(&format!("{SECRET} of Ben")));
    assert!(!export(ana).await.to_string().contains(SECRET));
}

#[actix_web::test]
async fn hr_and_services_read_when_it_is_and_not_what_it_is_about() {
    let story = Story::begin().await;
    let Story { app, ana, ben, .. } = &story;
    let talk = story
        .planned(
            ben,
            json!({
                "location": SECRET, "agenda": [{"text": SECRET}], "shared_notes": SECRET,
                "outcomes": [{"text": SECRET}], "private_note": SECRET,
            }),
        )
        .await;
    let (hr, service) = (app.hr_admin(), app.service("plans:read"));
    let tag = hr.get(&at(&talk)).await.header("etag").to_owned();
    for reader in [&hr, &service] {
        let seen = reader.get(&at(&talk)).await.is(200);
        assert!(!seen.to_string().contains(SECRET), "{seen:#}");
        assert_eq!(reader.list(&story.talks()).await, std::slice::from_ref(&seen));
        assert_eq!((&seen["status"], &seen["starts_at"]), (&json!("planned"), &talk["starts_at"]));
    }
    // What they do not see moves nothing that they see.
    let unseen = json!({"shared_notes": "More", "private_note": "Mine", "location": "Elsewhere"});
    ana.patch(&at(&talk), unseen).await.is(200);
    let seen = hr.get(&at(&talk)).await;
    assert_eq!((seen.header("etag"), &seen.body["version"]), (tag.as_str(), &json!(1)));
    ana.patch(&at(&talk), json!({"ends_at": "2026-03-10T09:30:00Z"})).await.is(200);
    let seen = hr.get(&at(&talk)).await;
    assert_ne!(seen.header("etag"), tag);
    assert_eq!(seen.is(200)["version"], 2);
    ana.post(&format!("{}/cancel", at(&talk)), json!({"message": SECRET})).await.is(200);
    assert!(!hr.get(&at(&talk)).await.is(200).to_string().contains(SECRET));
    // The owner sees who has read of it.
    app.state().flush_reads().await.unwrap();
    let log = ana.list(&format!("{}/access-log", path(&story.plan))).await;
    assert!(log.iter().any(|entry| entry["action"] == "discussion.read"), "{log:#?}");
    assert!(!app.database().texts("select data from events").await.concat().contains(SECRET));
}

#[actix_web::test]
async fn outcomes_become_action_items_when_the_discussion_is_held() {
    let story = Story::begin().await;
    let Story { app, ana, ben, plan, .. } = &story;
    let talk = story.planned(ana, json!({})).await;
    let outcomes = json!([
        {"text": "The pace is fine."},
        {"text": "A smaller review", "action_item": {
            "title": "Lead it", "responsible_id": ana.id, "due_on": "2026-05-29",
        }},
        {"text": "Time for it", "action_item": {"title": "Free an hour", "responsible_id": ben.id}},
    ]);
    let noted = ben.patch(&at(&talk), json!({"outcomes": outcomes, "shared_notes": "Good"})).await.is(200);
    assert_eq!(noted["outcomes"][1]["action_item"]["responsible"]["display_name"], "ana");
    assert_eq!(noted["outcomes"][1]["action_item"]["action_item_id"], Value::Null);
    assert_eq!(app.count("action_items").await, 1);
    let before = app.events().await.len();

    let held = ben.post(&format!("{}/hold", at(&talk)), json!({})).await.is(200);

    assert_eq!((&held["status"], &held["held_at"]), (&json!("held"), &json!("2026-03-02T09:00:00Z")));
    let recorded = events(app, before).await;
    assert_eq!(recorded, ["action_item.created", "action_item.created", "discussion.held"]);
    let item =
        |place: usize| held["outcomes"][place]["action_item"]["action_item_id"].as_str().unwrap().to_owned();
    let own = ana.get(&format!("/v1/action-items/{}", item(1))).await.is(200);
    let shown = [&own["kind"], &own["title"], &own["description"], &own["due_on"], &own["responsible_id"]];
    assert_eq!(
        shown,
        [
            &json!("development"),
            &json!("Lead it"),
            &json!("A smaller review"),
            &json!("2026-05-29"),
            &json!(ana.id),
        ]
    );
    let support = ben.get(&format!("/v1/action-items/{}", item(2))).await.is(200);
    assert_eq!((&support["kind"], &support["responsible_id"]), (&json!("support"), &json!(ben.id)));
    assert_eq!(ana.list(&format!("{}/discussions", path(plan))).await.len(), 1, "there is no rhythm");
    // It stays as it was held, but for the notes.
    for change in [json!({"outcomes": []}), json!({"location": "A"}), json!({"agenda": [{"text": "Late"}]})] {
        ana.patch(&at(&talk), change).await.refused(409, "conflict");
    }
    assert_eq!(
        ana.patch(&at(&talk), json!({"shared_notes": "Very good"})).await.is(200)["shared_notes"],
        "Very good"
    );
    ana.delete(&at(&talk)).await.refused(409, "conflict");
    ana.post(&format!("{}/hold", at(&talk)), json!({})).await.refused(409, "conflict");
}

#[actix_web::test]
async fn an_outcome_of_who_is_no_longer_the_manager_becomes_no_action_item() {
    let story = Story::begin().await;
    let Story { app, ana, ben, .. } = &story;
    let dora = app.person("dora", None).await;
    let outcome = json!({"text": "Time", "action_item": {"title": "Free an hour", "responsible_id": ben.id}});
    let talk = story.planned(ben, json!({"outcomes": [outcome]})).await;
    app.moves(ana, &dora).await;
    let hold = format!("{}/hold", at(&talk));
    let refused = ana.post(&hold, json!({})).await.refused(409, "conflict");
    assert!(refused["detail"].as_str().unwrap().contains("outcome 1"), "{refused:#}");
    assert_eq!(app.count("action_items").await, 1);
    let outcome =
        json!({"text": "Time", "action_item": {"title": "Free an hour", "responsible_id": dora.id}});
    dora.patch(&at(&talk), json!({"outcomes": [outcome]})).await.is(200);
    dora.post(&hold, json!({})).await.is(200);
    assert_eq!(app.count("action_items").await, 2);
}

#[actix_web::test]
async fn the_next_one_is_planned_when_one_is_held_and_is_about_what_has_changed() {
    let story = Story::begin().await;
    let Story { app, ana, ben, item, .. } = &story;
    story.feedback(json!({"objectives": {"short_term": {"achievable": "no"}}})).await;
    let talk = story
        .planned(
            ana,
            json!({
                "starts_at": "2026-03-10T09:00:00Z", "ends_at": "2026-03-10T09:45:00Z",
                "time_zone": "Europe/Madrid", "rhythm": "monthly", "location": "Room 4",
                "shared_notes": "Good", "private_note": "Mine",
            }),
        )
        .await;
    let before = app.events().await.len();
    let held = ben.post(&format!("{}/hold", at(&talk)), json!({})).await.is(200);
    assert_eq!(agenda(&held), lines(&[("verdict", "Short-term objective: not achievable")]));
    assert_eq!(events(app, before).await, ["discussion.held", "discussion.planned"]);

    let next = ana.list(&story.talks()).await.pop().unwrap();
    // Ten o'clock in Madrid, which has summer time by then.
    assert_eq!(
        (&next["starts_at"], &next["ends_at"]),
        (&json!("2026-04-10T08:00:00Z"), &json!("2026-04-10T08:45:00Z"))
    );
    assert_eq!((&next["rhythm"], &next["location"]), (&json!("monthly"), &json!("Room 4")));
    assert_eq!((&next["previous_discussion_id"], &next["manager_id"]), (&talk["id"], &json!(ben.id)));
    assert_eq!(
        (&next["shared_notes"], &next["private_note"], &next["outcomes"]),
        (&Value::Null, &Value::Null, &json!([]))
    );
    assert_eq!(agenda(&next), [], "nothing has changed");
    assert_eq!(ana.reads(&story.plan).await["next_discussion_at"], "2026-04-10T08:00:00Z");

    app.clock().advance(Duration::minutes(1));
    ana.records(item, json!({"status": "blocked"})).await;
    let blocked = lines(&[("blocked", "Blocked: Lead the design review")]);
    assert_eq!(agenda(&ben.get(&at(&next)).await.is(200)), blocked);
    // What was held stays as it was.
    assert_eq!(agenda(&ben.get(&at(&held)).await.is(200)), agenda(&held));
    let held = ana.post(&format!("{}/hold", at(&next)), json!({})).await.is(200);
    assert_eq!(agenda(&held), blocked);
    let third = ana.list(&story.talks()).await.pop().unwrap();
    assert_eq!((&third["starts_at"], agenda(&third)), (&json!("2026-05-10T08:00:00Z"), Vec::new()));
    // A cancelled one ends the rhythm.
    ana.post(&format!("{}/cancel", at(&third)), json!({})).await.is(200);
    assert_eq!(ana.list(&story.talks()).await.len(), 3);
}

#[actix_web::test]
async fn what_speaks_of_a_withdrawn_revision_closes_for_good() {
    let story = Story::begin().await;
    let Story { app, ana, ben, plan, .. } = &story;
    let held = story.planned(ana, json!({"shared_notes": SECRET})).await;
    ana.post(&format!("{}/hold", at(&held)), json!({})).await.is(200);
    let written = story.planned(ben, json!({"agenda": [{"text": SECRET}], "private_note": "Mine"})).await;
    let bare = story.planned(ben, json!({"starts_at": "2026-03-20T09:00:00Z", "private_note": "Mine"})).await;
    ana.takes("withdraw", plan, json!({})).await.is(200);
    let hr = app.hr_admin();
    for reader in [ben, &hr] {
        reader.get(&story.talks()).await.refused(404, "not-found");
        reader.get(&at(&held)).await.refused(404, "not-found");
    }
    assert_eq!(ana.list(&story.talks()).await.len(), 3);
    ana.post(&story.talks(), json!({"starts_at": "2026-03-10T09:00:00Z"}))
        .await
        .refused(409, "plan-not-shared");
    let before = app.events().await.len();
    ana.post(&format!("{}/hold", at(&written)), json!({})).await.refused(409, "plan-not-shared");
    ana.shares(plan).await;

    // An appointment in which no one has written goes on.
    for reader in [ben, &hr] {
        let shown = reader.list(&story.talks()).await;
        assert_eq!(shown.iter().map(|talk| &talk["id"]).collect::<Vec<_>>(), [&bare["id"]]);
        assert_eq!(shown[0]["revision"], 2);
        for closed in [&held, &written] {
            reader.get(&at(closed)).await.refused(404, "not-found");
        }
        assert_eq!(reader.reads(plan).await["next_discussion_at"], "2026-03-20T09:00:00Z");
    }
    ben.patch(&at(&written), json!({"private_note": "Mine again"})).await.refused(404, "not-found");
    // The owner keeps what is closed, and nothing comes of it for others.
    assert_eq!(ana.get(&at(&held)).await.is(200)["shared_notes"], SECRET);
    assert_eq!(ana.reads(plan).await["next_discussion_at"], "2026-03-10T09:00:00Z");
    for step in ["hold", "cancel"] {
        ana.post(&format!("{}/{step}", at(&written)), json!({})).await.refused(409, "conflict");
    }
    ana.patch(&at(&held), json!({"shared_notes": "More"})).await.refused(409, "conflict");
    ana.patch(&at(&held), json!({"private_note": "Mine"})).await.is(200);
    assert_eq!(events(app, before).await.iter().filter(|name| name.starts_with("discussion")).count(), 1);
    let feed = app.service("events:read").get("/v1/events?limit=100").await.is(200);
    let told = feed["items"].as_array().unwrap().iter();
    let told = told.filter(|event| event["type"].as_str().unwrap().contains("discussion"));
    assert_eq!(told.count(), 4, "planned three times and held once");
}

#[actix_web::test]
async fn a_discussion_is_deleted_by_its_planner_while_nothing_is_written_that_others_read() {
    let story = Story::begin().await;
    let Story { app, ana, ben, plan, .. } = &story;
    let empty = story.planned(ana, json!({"private_note": "My own"})).await;
    ben.delete(&at(&empty)).await.refused(403, "forbidden");
    assert_eq!(ana.delete(&at(&empty)).await.status, 204);
    assert_eq!(ana.reads(plan).await["next_discussion_at"], Value::Null);
    assert!(ana.list(&story.talks()).await.is_empty());
    assert_eq!(events(app, 0).await.last().unwrap(), "discussion.deleted");
    for content in [
        json!({"shared_notes": "Good"}),
        json!({"outcomes": [{"text": "Good"}]}),
        json!({"agenda": [{"text": "Good"}]}),
    ] {
        let written = story.planned(ana, content).await;
        ana.delete(&at(&written)).await.refused(409, "conflict");
    }
    for step in ["cancel", "hold"] {
        let over = story.planned(ana, json!({})).await;
        ana.post(&format!("{}/{step}", at(&over)), json!({})).await.is(200);
        ana.delete(&at(&over)).await.refused(409, "conflict");
    }
}

#[actix_web::test]
async fn deleting_a_discussion_does_not_tell_of_the_notes_of_others_and_leaves_them_to_their_authors() {
    let story = Story::begin().await;
    let Story { app, ana, ben, plan, .. } = &story;
    let (noted, bare) = (story.planned(ana, json!({})).await, story.planned(ana, json!({})).await);
    ben.patch(&at(&noted), json!({"private_note": SECRET})).await.is(200);
    let calendar = ben.post("/v1/me/calendar", json!({})).await.is(201)["address"].clone();
    let hr = app.hr_admin();
    for talk in [&noted, &bare] {
        assert_eq!(ana.delete(&at(talk)).await.status, 204);
        for reader in [ana, &hr, &app.service("plans:read")] {
            reader.get(&at(talk)).await.refused(404, "not-found");
            assert!(reader.list(&story.talks()).await.iter().all(|shown| shown["id"] != talk["id"]));
        }
        assert_eq!(ana.delete(&at(talk)).await.status, 404);
    }
    assert_eq!(ana.reads(plan).await["next_discussion_at"], Value::Null);
    // The export does not tell the two apart either.
    let export = ana.post(&format!("/v1/people/{}/export", ana.id), json!({})).await.is(200).to_string();
    assert!(!export.contains(SECRET));
    let told = |talk: &Value| export.matches(talk["id"].as_str().unwrap()).count();
    assert_eq!(told(&noted), told(&bare));
    // Its author keeps the note.
    ben.get(&at(&bare)).await.refused(404, "not-found");
    let left = ben.get(&at(&noted)).await.is(200);
    assert_eq!((&left["status"], &left["private_note"]), (&json!("cancelled"), &json!(SECRET)));
    assert_eq!(ben.list(&story.talks()).await, [left]);
    let shown = Reply::of(app.request("GET", calendar.as_str().unwrap())).await.is(200);
    assert!(!shown.as_str().unwrap().contains("VEVENT"), "{shown}");
    ben.patch(&at(&noted), json!({"private_note": "Later"})).await.is(200);
    ben.patch(&at(&noted), json!({"private_note": null})).await.is(200);
    ben.get(&at(&noted)).await.refused(404, "not-found");
}

#[actix_web::test]
async fn a_new_manager_reads_the_talks_about_what_they_read() {
    let story = Story::begin().await;
    let Story { app, ana, ben, plan, .. } = &story;
    let (dora, cyd) = (app.person("dora", None).await, app.person("cyd", None).await);
    let secret = json!({
        "shared_notes": SECRET, "outcomes": [{"text": SECRET}], "agenda": [{"text": SECRET}], "location": SECRET,
    });
    let held = story.planned(ben, secret.clone()).await;
    ben.post(&format!("{}/hold", at(&held)), json!({})).await.is(200);
    let cancelled = story.planned(ana, secret.clone()).await;
    ana.post(&format!("{}/cancel", at(&cancelled)), json!({"message": SECRET})).await.is(200);
    let planned = story.planned(ben, secret).await;
    app.clock().advance(Duration::minutes(1));
    let relation = json!({"kind": "acting", "person_id": cyd.id, "starts_at": app.clock().now()});
    let hr = app.hr_admin();
    hr.put(&format!("/v1/people/{}/relations", ana.id), json!({"items": [relation]})).await.is(200);
    ana.shares(plan).await;
    let later = story.planned(ben, json!({"shared_notes": "On the second"})).await;
    ben.post(&format!("{}/hold", at(&later)), json!({})).await.is(200);
    app.moves(ana, &dora).await;

    for reader in [&dora, &cyd] {
        let shown = reader.list(&story.talks()).await;
        let ids: Vec<&Value> = shown.iter().map(|talk| &talk["id"]).collect();
        assert_eq!(ids, [&planned["id"], &later["id"]]);
        assert!(!json!(shown).to_string().contains(SECRET), "{shown:#?}");
        assert_eq!(shown[1]["shared_notes"], "On the second");
        assert_eq!(reader.get(&at(&planned)).await.is(200), shown[0]);
        for hidden in [&held, &cancelled] {
            reader.get(&at(hidden)).await.refused(404, "not-found");
            reader.patch(&at(hidden), json!({"shared_notes": "Mine"})).await.refused(404, "not-found");
        }
        // The appointment is known, and what is in it is not.
        let calendar = reader.get(&format!("{}/calendar.ics", at(&planned))).await.is(200);
        assert!(!calendar.as_str().unwrap().contains(SECRET), "{calendar}");
        reader.patch(&at(&planned), json!({"location": "Here"})).await.refused(409, "conflict");
        for step in ["hold", "cancel"] {
            reader.post(&format!("{}/{step}", at(&planned)), json!({})).await.refused(409, "conflict");
        }
    }
    let handover = format!("/v1/people/{}/handover", ana.id);
    dora.post(&handover, json!({"take": [planned["id"]]})).await.is(200);
    assert_eq!(dora.get(&at(&planned)).await.is(200)["shared_notes"], SECRET);
    assert_eq!(cyd.get(&at(&planned)).await.is(200)["shared_notes"], Value::Null);
    // The owner decides what else the new manager reads.
    assert_eq!(dora.list(&story.talks()).await.len(), 2);
    ana.changes(plan, json!({"earlier_revisions_visible_from": 1})).await;
    assert_eq!(dora.list(&story.talks()).await.len(), 4);
    assert_eq!(dora.get(&at(&held)).await.is(200)["shared_notes"], SECRET);
}

#[actix_web::test]
async fn a_manager_keeps_the_talks_that_they_had() {
    let story = Story::begin().await;
    let Story { app, ana, plan, .. } = &story;
    let dora = app.person("dora", None).await;
    app.moves(ana, &dora).await;
    // The first revision was shared with Ben; Dora talks about it while it is the latest.
    let held = story.planned(&dora, json!({"shared_notes": "Mine"})).await;
    dora.post(&format!("{}/hold", at(&held)), json!({})).await.is(200);
    let planned = story.planned(ana, json!({"shared_notes": "Ours"})).await;
    ana.shares(plan).await;
    assert_eq!(dora.get(&at(&held)).await.is(200)["shared_notes"], "Mine");
    assert_eq!(dora.get(&at(&planned)).await.is(200)["shared_notes"], "Ours");
    let delegate = app.person("cyd", None).await;
    let relation = json!({"kind": "delegate", "person_id": delegate.id, "starts_at": app.clock().now()});
    let relations = format!("/v1/people/{}/relations", dora.id);
    app.hr_admin().put(&relations, json!({"items": [relation]})).await.is(200);
    assert_eq!(delegate.list(&story.talks()).await.len(), 2);
    delegate.post(&format!("{}/hold", at(&planned)), json!({})).await.is(200);
}

#[actix_web::test]
async fn a_token_that_may_not_read_feedback_is_shown_no_lines_of_it_and_loses_none() {
    let story = Story::begin().await;
    let Story { app, ana, ben, item, .. } = &story;
    story
        .feedback(json!({
            "summary": "Good",
            "objectives": {"short_term": {"achievable": "no"}},
            "strengths": [{"stance": "add", "name": "Patience"}],
            "support": [{"action_item_id": item["id"], "decision": "declined"}],
        }))
        .await;
    ana.records(item, json!({"status": "blocked"})).await;
    let talk = story.planned(ana, json!({})).await;
    let whole = agenda(&talk);
    assert_eq!(whole.len(), 4);
    let narrow = app.bearer(json!({"sub": "ben", "scope": "plans:read plans:write"}));
    let seen = narrow.get(&at(&talk)).await;
    assert_ne!(seen.header("etag"), ben.get(&at(&talk)).await.header("etag"));
    let seen = seen.is(200);
    assert_eq!(agenda(&seen), whole[3..]);
    assert_eq!(narrow.list(&story.talks()).await[0], seen);
    assert_eq!(agenda(&story.planned(&narrow, json!({})).await), whole[3..]);
    // What it reads and sends back changes nothing; what it writes keeps what it does not read.
    let same = narrow.patch(&at(&talk), json!({"agenda": seen["agenda"]})).await.is(200);
    assert_eq!(same["version"], 1);
    let mut written = seen["agenda"].as_array().unwrap().clone();
    written.push(json!({"text": "The pace"}));
    let changed = narrow.patch(&at(&talk), json!({"agenda": written})).await.is(200);
    let added = [whole[3].clone(), ("added".to_owned(), "The pace".to_owned())];
    assert_eq!(agenda(&changed), added);
    let all = [&whole[..3], &added[..]].concat();
    assert_eq!(agenda(&ana.get(&at(&talk)).await.is(200)), all);
    let held = narrow.post(&format!("{}/hold", at(&talk)), json!({})).await.is(200);
    assert_eq!(agenda(&held), added);
    assert_eq!(agenda(&ana.get(&at(&talk)).await.is(200)), all);
}

#[actix_web::test]
async fn an_archived_plan_has_no_planned_discussions_and_private_notes_can_still_be_written() {
    let story = Story::begin().await;
    let Story { app, ana, ben, plan, .. } = &story;
    let talk = story.planned(ana, json!({"rhythm": "monthly"})).await;
    let held = story.planned(ben, json!({})).await;
    ben.post(&format!("{}/hold", at(&held)), json!({})).await.is(200);
    let before = app.events().await.len();
    let archived = app.hr_admin().takes("archive", plan, json!({})).await;
    assert_eq!(archived.header("etag"), app.hr_admin().get(&path(plan)).await.header("etag"));
    assert_eq!(archived.is(200)["next_discussion_at"], Value::Null);
    assert_eq!(events(app, before).await, ["discussion.cancelled", "plan.archived"]);
    assert_eq!(ben.get(&at(&talk)).await.is(200)["status"], "cancelled");
    for (of, note) in [(&talk, "One"), (&held, "Two")] {
        let noted = ben.patch(&at(of), json!({"private_note": note})).await.is(200);
        assert_eq!(noted["private_note"], note);
        ben.patch(&at(of), json!({"shared_notes": "Late"})).await.refused(409, "plan-archived");
    }
}

#[actix_web::test]
async fn whoever_may_discuss_can_hold_a_talk_in_which_others_who_may_have_promised_something() {
    let story = Story::begin().await;
    let Story { app, ana, ben, .. } = &story;
    let (cyd, eve) = (app.person("cyd", None).await, app.person("eve", None).await);
    let (hr, now) = (app.hr_admin(), app.clock().now());
    let until = now + Duration::minutes(10);
    for (person, kind, other) in [(ana, "acting", &cyd), (ben, "delegate", &eve)] {
        let relation = json!({"kind": kind, "person_id": other.id, "starts_at": now, "ends_at": until});
        hr.put(&format!("/v1/people/{}/relations", person.id), json!({"items": [relation]})).await.is(200);
    }
    let item = |who: &Person| json!({"title": "Free an hour", "responsible_id": who.id});
    let promise = |who: &Person| json!({"text": "Time", "action_item": item(who)});
    for who in [&cyd, &eve] {
        let talk = story.planned(who, json!({"outcomes": [promise(who), promise(ana), promise(who)]})).await;
        let held = ana.post(&format!("{}/hold", at(&talk)), json!({})).await.is(200);
        assert!(held["outcomes"][0]["action_item"]["action_item_id"].is_string(), "{held:#}");
    }
    let talk = story.planned(ana, json!({"outcomes": [promise(&cyd)]})).await;
    app.clock().advance(Duration::minutes(10));
    let hold = format!("{}/hold", at(&talk));
    ana.with_new_token().post(&hold, json!({})).await.refused(409, "conflict");
}

#[actix_web::test]
async fn a_manager_who_leaves_hands_planned_discussions_over() {
    let story = Story::begin().await;
    let Story { app, ana, ben, plan, .. } = &story;
    let dora = app.person("dora", None).await;
    let handover = format!("/v1/people/{}/handover", ana.id);
    let evening = json!({"starts_at": "2026-03-10T23:30:00Z", "time_zone": "Europe/Madrid"});
    let taken = story.planned(ben, evening).await;
    let declined = story.planned(ben, json!({"shared_notes": "Before"})).await;
    let held = story.planned(ben, json!({})).await;
    ben.post(&format!("{}/hold", at(&held)), json!({})).await.is(200);
    app.moves(ana, &dora).await;
    story.planned(&dora, json!({})).await;

    let left = dora.get(&handover).await.is(200)["items"].as_array().unwrap().clone();
    assert_eq!(left.iter().map(|item| &item["id"]).collect::<Vec<_>>(), [&taken["id"], &declined["id"]]);
    let first =
        [&left[0]["kind"], &left[0]["plan_id"], &left[0]["due_on"], &left[0]["responsible"]["display_name"]];
    assert_eq!(first, [&json!("discussion"), &plan["id"], &json!("2026-03-11"), &json!("ben")]);
    let before = app.events().await.len();
    let answer = json!({
        "take": [taken["id"]], "decline": [{"id": declined["id"], "message": "Let us begin anew in April."}],
    });
    assert_eq!(dora.post(&handover, answer).await.is(200), json!({"items": []}));

    assert_eq!(events(app, before).await, ["discussion.taken_over", "discussion.cancelled"]);
    let shown = ana.get(&at(&taken)).await.is(200);
    assert_eq!((&shown["manager_id"], &shown["status"]), (&json!(dora.id), &json!("planned")));
    let shown = ana.get(&at(&declined)).await.is(200);
    let expected = (&json!("cancelled"), &json!("Let us begin anew in April."), &json!(ben.id));
    assert_eq!((&shown["status"], &shown["cancel_message"], &shown["manager_id"]), expected);
    assert!(!app.database().texts("select data from events").await.concat().contains("April"));
    dora.post(&handover, json!({"take": [held["id"]]})).await.refused(422, "invalid-body");
}

#[actix_web::test]
async fn an_acting_manager_and_a_delegate_take_part_and_the_events_say_for_whom() {
    let story = Story::begin().await;
    let Story { app, ana, ben, .. } = &story;
    let (cyd, eve) = (app.person("cyd", None).await, app.person("eve", None).await);
    let hr = app.hr_admin();
    let relates = async |person: &Person, kind: &str, other: &Person| {
        let now = app.clock().now();
        let ends_at = now + Duration::minutes(10);
        let relation = json!({"kind": kind, "person_id": other.id, "starts_at": now, "ends_at": ends_at});
        hr.put(&format!("/v1/people/{}/relations", person.id), json!({"items": [relation]})).await.is(200);
    };
    relates(ana, "acting", &cyd).await;
    relates(ben, "delegate", &eve).await;
    for (who, acted_as, manager) in [(&cyd, "acting", &cyd), (&eve, "delegate", ben)] {
        let talk = story.planned(who, json!({"shared_notes": "Read by all"})).await;
        assert_eq!(talk["manager_id"], json!(manager.id), "{acted_as}");
        let data = app.database().texts("select data from events order by id desc limit 1").await;
        let data: Value = serde_json::from_str(&data[0]).unwrap();
        assert_eq!((&data["acted_as"], &data["on_behalf_of_id"]), (&json!(acted_as), &json!(ben.id)));
        for reader in [ana, ben, &cyd, &eve] {
            assert_eq!(reader.get(&at(&talk)).await.is(200)["shared_notes"], "Read by all");
        }
    }
    app.clock().advance(Duration::minutes(10));
    assert_eq!(cyd.get(&story.talks()).await.status, 404);
    // What was planned with the acting manager is handed over to the manager.
    let left = ben.get(&format!("/v1/people/{}/handover", ana.id)).await.is(200);
    assert_eq!(left["items"].as_array().unwrap().len(), 1);
}

#[actix_web::test]
async fn the_notes_of_an_identity_are_set_aside_when_it_is_unlinked() {
    let story = Story::begin().await;
    let Story { app, ana, ben, plan, .. } = &story;
    let talk = story.planned(ana, json!({"private_note": SECRET})).await;
    ben.patch(&at(&talk), json!({"private_note": "Of Ben"})).await.is(200);
    ana.post("/v1/me/calendar", json!({})).await.is(201);
    let unlink = format!("/v1/people/{}/unlink-identity", ana.id);
    app.hr_admin().post(&unlink, json!({"reason": "A new account"})).await.is(200);
    app.database()
        .execute("update people set user_name = 'ana2', user_name_key = 'ana2' where user_name = 'ana'")
        .await;
    app.state().people_generation.advance();
    let next = app.bearer(json!({"sub": "ana2"}));
    assert_eq!(next.get(&at(&talk)).await.is(200)["private_note"], Value::Null);
    next.get("/v1/me/calendar").await.refused(404, "not-found");
    assert_eq!(ben.get(&at(&talk)).await.is(200)["private_note"], "Of Ben");
    next.takes("withdraw", plan, json!({})).await.is(200);
    let again = app.hr_admin().post(&unlink, json!({"reason": "Another"})).await;
    assert_eq!(again.status, 200, "{:#}", again.body);
    // The withdrawn plan is set aside with its discussions, and the notes of others about them.
    assert_eq!((app.count("discussions").await, app.count("discussion_notes").await), (0, 0));
}

#[actix_web::test]
async fn a_discussion_is_announced_a_day_before_it_starts() {
    let story = Story::begin().await;
    let Story { app, ana, .. } = &story;
    let talk = story.planned(ana, json!({})).await;
    let withdrawn = ana.shares_a_ready_plan().await;
    let other = json!({"starts_at": "2026-03-10T09:00:00Z"});
    ana.post(&format!("{}/discussions", path(&withdrawn)), other).await.is(201);
    ana.takes("withdraw", &withdrawn, json!({})).await.is(200);
    let step = async |time: &str| -> Vec<String> {
        let to: DateTime<Utc> = format!("2026-03-{time}:00Z").parse().unwrap();
        app.clock().advance(to - app.clock().now());
        let before = app.events().await.len();
        reminders::step(app.state(), std::time::Duration::from_secs(90 * 86_400)).await.unwrap();
        events(app, before).await
    };
    assert_eq!(step("09T08:59").await, [""; 0]);
    assert_eq!(step("09T09:00").await, ["discussion.due_soon"]);
    assert_eq!(step("09T10:00").await, [""; 0]);
    let moved = json!({"starts_at": "2026-03-12T09:00:00Z", "ends_at": "2026-03-12T10:00:00Z"});
    ana.with_new_token().patch(&at(&talk), moved).await.is(200);
    assert_eq!(step("11T09:00").await, ["discussion.due_soon"]);
}
