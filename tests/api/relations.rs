//! Relations besides that of the manager: setting them, and what people do by them.

use chrono::Duration;

use crate::support::{
    Reply, TestApp, Value, json,
    people::{Person, item_path, path},
};

/// Ana, her manager Ben, and Cyd, who gets relations.
struct Team {
    app: TestApp,
    ana: Person,
    ben: Person,
    cyd: Person,
    hr: Person,
}

impl Team {
    async fn gather() -> Self {
        let app = TestApp::start().await;
        let (ana, ben) = app.employee_and_manager().await;
        let (cyd, hr) = (app.person("cyd", None).await, app.hr_admin());
        Self { app, ana, ben, cyd, hr }
    }

    /// With a relation from now on, for an hour.
    async fn with(kind: &str) -> Self {
        let team = Self::gather().await;
        let person = if kind == "delegate" { &team.ben } else { &team.ana };
        team.relates(person, &[team.relation(kind, &team.cyd)]).await;
        team
    }

    fn relation(&self, kind: &str, other: &Person) -> Value {
        let ends_at = self.app.clock().now() + Duration::hours(1);
        json!({
            "kind": kind, "person_id": other.id, "starts_at": self.app.clock().now(), "ends_at": ends_at,
        })
    }

    async fn relates(&self, person: &Person, relations: &[Value]) {
        self.hr.put(&relations_of(person), json!({"items": relations})).await.is(200);
    }

    /// An hour later, with tokens that are valid then.
    fn an_hour_later(&self) -> Self {
        self.app.clock().advance(Duration::hours(1));
        let [ana, ben, cyd, hr] = [&self.ana, &self.ben, &self.cyd, &self.hr].map(Person::with_new_token);
        Self { app: self.app.clone(), ana, ben, cyd, hr }
    }

    /// The roles by which Ana's items were read in lists, as her access log has them.
    async fn roles_of_item_lists(&self, plan: &Value) -> Vec<Value> {
        self.app.state().flush_reads().await.unwrap();
        let log = self.ana.list(&format!("{}/access-log", path(plan))).await;
        log.iter()
            .filter(|entry| entry["action"] == "action_item.listed")
            .map(|entry| entry["right"].clone())
            .collect()
    }

    /// The data of the last event of a type.
    async fn last(&self, event_type: &str) -> Value {
        let sql = format!("select data from events where type = '{event_type}' order by id");
        let data = self.app.database().texts(&sql).await;
        serde_json::from_str(data.last().unwrap_or_else(|| panic!("no {event_type}"))).unwrap()
    }

    /// Whether an event says that Cyd acted in Ben's place, and as what.
    async fn says(&self, event_type: &str, acted_as: &str) {
        let data = self.last(event_type).await;
        let expected = (json!(acted_as), json!(self.ben.id));
        assert_eq!((data["acted_as"].clone(), data["on_behalf_of_id"].clone()), expected, "{event_type}");
    }
}

fn relations_of(person: &Person) -> String {
    format!("/v1/people/{}/relations", person.id)
}

fn team_of(person: &Person) -> String {
    format!("/v1/people/{}/team-progress", person.id)
}

#[actix_web::test]
async fn relations_are_replaced_as_a_whole_and_with_a_precondition() {
    let team = Team::gather().await;
    let Team { app, ana, ben, cyd, hr } = &team;
    let at = relations_of(ana);
    let empty = ana.get(&at).await;
    assert_eq!(empty.body, json!({"items": []}));

    let given = json!({"items": [
        {"kind": "matrix", "person_id": cyd.id, "starts_at": "2026-03-02T10:00:00.1234567+01:00"},
        {"kind": "acting", "person_id": cyd.id, "starts_at": "2026-04-01T00:00:00Z", "ends_at": "2026-05-01T00:00:00Z"},
    ]});
    let set = Reply::of(hr.request("PUT", &at).header("if-match", empty.header("etag")).json(&given)).await;
    let items = set.body["items"].as_array().unwrap();
    assert_eq!(items.len(), 2);
    assert_eq!((&items[0]["kind"], &items[0]["person"]["display_name"]), (&json!("acting"), &json!("cyd")));
    assert_eq!(items[1]["starts_at"], "2026-03-02T09:00:00.123456Z");
    assert_eq!(items[1]["ends_at"], Value::Null);
    let read = ana.get(&at).await;
    assert_eq!((read.body.clone(), read.header("etag")), (set.body.clone(), set.header("etag")));
    let known = ana.request("GET", &at).header("if-none-match", read.header("etag"));
    assert_eq!(Reply::of(known).await.status, 304);

    // The same again is no change; a change meant for another state is refused.
    let changed = "groundwork.person.relations_changed.v1";
    let count = async || app.events().await.iter().filter(|each| *each == changed).count();
    assert_eq!(count().await, 1);
    hr.put(&at, given.clone()).await.is(200);
    assert_eq!(count().await, 1);
    let stale = hr.request("PUT", &at).header("if-match", empty.header("etag")).json(&json!({"items": []}));
    let refused = Reply::of(stale).await;
    assert_eq!(refused.header("etag"), read.header("etag"));
    refused.refused(412, "precondition-failed");
    app.service("people:write").put(&at, json!({"items": []})).await.is(200);
    assert_eq!((count().await, app.count("relations").await), (2, 0));
    let feed = hr.get("/v1/events?types=groundwork.person.*").await.is(200);
    let last = feed["items"].as_array().unwrap().last().unwrap();
    assert_eq!((&last["type"], &last["data"]), (&json!(changed), &json!({"person_id": ana.id})));

    let nobody = format!("/v1/people/{}/relations", uuid::Uuid::nil());
    hr.get(&nobody).await.refused(404, "not-found");
    hr.put(&nobody, json!({"items": []})).await.refused(404, "not-found");
    for (method, other) in [("GET", ben), ("GET", cyd), ("PUT", ben), ("PUT", cyd)] {
        let request = other.request(method, &at);
        let request = if method == "PUT" { request.json(&json!({"items": []})) } else { request };
        Reply::of(request).await.refused(403, "forbidden");
    }
}

#[actix_web::test]
async fn every_fault_of_relations_is_named_and_nothing_is_changed() {
    let team = Team::gather().await;
    let Team { app, ana, ben, cyd, hr } = &team;
    let dan = app.person("dan", Some(ana)).await;
    let eve = app.person("eve", None).await;
    team.relates(&eve, &[team.relation("acting", ana)]).await;
    team.relates(ana, &[team.relation("matrix", cyd)]).await;
    app.leaves(cyd).await;
    let start = "2026-03-02T09:00:00Z";
    let item =
        |kind: &str, person: &Person| json!({"kind": kind, "person_id": person.id, "starts_at": start});
    let refused = hr
        .put(
            &relations_of(ana),
            json!({"items": [
                item("delegate", ana),
                item("hr_partner", cyd),
                item("acting", &dan),
                item("acting", &eve),
                {"kind": "matrix", "person_id": ben.id, "starts_at": start, "ends_at": start},
                item("hr_partner", ben),
                {"kind": "hr_partner", "person_id": ben.id, "starts_at": "2026-09-01T00:00:00Z"},
                {"kind": "acting", "person_id": uuid::Uuid::nil(), "starts_at": start},
                item("acting", ben),
                item("matrix", cyd),
            ]}),
        )
        .await
        .refused(422, "invalid-body");
    let pointers: Vec<_> =
        refused["errors"].as_array().unwrap().iter().map(|error| &error["pointer"]).collect();
    let expected = [0, 1, 2, 3].map(|number| format!("/items/{number}/person_id"));
    let more = ["/items/4/ends_at".to_owned(), "/items/6".to_owned(), "/items/7/person_id".to_owned()];
    assert_eq!(json!(pointers), json!([&expected[..], &more[..]].concat()));

    let badly_written =
        json!({"items": [{"kind": "boss", "person_id": "x", "starts_at": "today", "since": 1}]});
    let refused = hr.put(&relations_of(ana), badly_written).await.refused(422, "invalid-body");
    assert!(refused["errors"].as_array().unwrap().len() >= 4, "{refused:#}");
    let many: Vec<Value> = (0..101).map(|_| item("matrix", ben)).collect();
    hr.put(&relations_of(ana), json!({"items": many})).await.refused(422, "invalid-body");
    assert_eq!(ana.get(&relations_of(ana)).await.body["items"].as_array().unwrap().len(), 1);
}

#[actix_web::test]
async fn a_reporting_line_that_an_import_turns_round_blocks_no_change_of_relations() {
    let team = Team::with("acting").await;
    let Team { ana, ben, cyd, hr, .. } = &team;
    let row = json!({"external_id": "x-cyd", "manager_external_id": "x-ana"});
    let imported = hr.post("/v1/people/import", json!({"rows": [row]})).await.is(200);
    assert_eq!(imported["failed"], 0, "{imported:#}");
    let acting = team.relation("acting", cyd);

    // It stays, and may end sooner. Once it has ended, it is not made again.
    team.relates(ana, &[acting.clone(), team.relation("matrix", ben)]).await;
    let mut shorter = acting.clone();
    shorter["ends_at"] = json!(team.app.clock().now() + Duration::minutes(1));
    team.relates(ana, &[shorter]).await;
    team.relates(ana, &[]).await;
    let refused = hr.put(&relations_of(ana), json!({"items": [acting]})).await.refused(422, "invalid-body");
    assert_eq!(refused["errors"][0]["pointer"], "/items/0/person_id");
}

#[actix_web::test]
async fn people_name_their_own_delegates_and_nothing_else() {
    let team = Team::gather().await;
    let Team { app, ben, cyd, .. } = &team;
    let dan = app.person("dan", None).await;
    let matrix = team.relation("matrix", &dan);
    team.relates(ben, std::slice::from_ref(&matrix)).await;
    let at = relations_of(ben);
    let delegate = team.relation("delegate", cyd);
    ben.put(&at, json!({"items": [delegate, matrix]})).await.is(200);
    for others in [json!([delegate]), json!([team.relation("acting", cyd), matrix])] {
        ben.put(&at, json!({"items": others})).await.refused(403, "forbidden");
    }
    assert_eq!(ben.get(&at).await.body["items"].as_array().unwrap().len(), 2);

    let of =
        |me: &Value| me["delegate_of"].as_array().unwrap().iter().map(|each| each["id"].clone()).collect();
    let managers: Vec<Value> = of(&cyd.get("/v1/me").await.is(200));
    assert_eq!(managers, [json!(ben.id)]);
    let later = team.an_hour_later();
    assert_eq!(later.cyd.get("/v1/me").await.is(200)["delegate_of"], json!([]));
}

#[actix_web::test]
async fn an_acting_manager_agrees_in_the_place_of_the_manager_and_the_agreement_stays() {
    let team = Team::with("acting").await;
    let Team { ana, ben, cyd, .. } = &team;
    let plan = ana.shares_a_ready_plan().await;
    let shown = cyd.get(&team_of(cyd)).await.is(200);
    assert_eq!(shown["totals"]["people"], 1);
    assert_eq!(shown["items"][0]["plan_id"], plan["id"]);
    assert_eq!(shown["items"][0]["awaiting"], json!(["feedback", "owner_agreement", "manager_agreement"]));

    let agreed = cyd.agrees(&plan).await;
    assert!(agreed["manager_agreed_at"].is_string());
    team.says("groundwork.plan.agreement_given.v1", "acting").await;
    ben.takes("agree", &plan, json!({})).await.refused(409, "already-agreed");
    for (reader, of) in [(cyd, cyd), (ben, ben)] {
        let shown = reader.get(&team_of(of)).await.is(200);
        assert_eq!(shown["items"][0]["awaiting"], json!(["feedback", "owner_agreement"]));
    }
    // It outlasts the acting: the owner's agreement is enough then.
    let Team { app, ana, ben, cyd, hr } = team.an_hour_later();
    cyd.get(&path(&plan)).await.refused(404, "not-found");
    assert_eq!(cyd.get(&team_of(&cyd)).await.is(200)["totals"]["people"], 0);
    assert_eq!(ben.reads(&plan).await["manager_agreed_at"], agreed["manager_agreed_at"]);
    assert_eq!(ana.agrees(&plan).await["status"], "agreed");
    let last = app.database().texts("select data from events order by id desc limit 1").await;
    assert!(!last[0].contains("acted_as"), "{last:?}");

    // It lapses with the manager, as the manager's own would, and may be given again beside the next one.
    let dan = app.person("dan", None).await;
    app.moves(&ana, &dan).await;
    let seen = dan.reads(&plan).await;
    assert_eq!((&seen["status"], &seen["manager_agreed_at"]), (&json!("agreed"), &Value::Null));
    let again = Team { app, ana, ben: dan, cyd, hr };
    again.relates(&again.ana, &[again.relation("acting", &again.cyd)]).await;
    assert!(again.cyd.agrees(&plan).await["manager_agreed_at"].is_string());
    again.says("groundwork.plan.agreed.v1", "acting").await;
    assert!(again.ben.reads(&plan).await["manager_agreed_at"].is_string());
    assert_eq!(ben.get(&path(&plan)).await.status, 404);
}

#[actix_web::test]
async fn with_an_acting_manager_a_plan_is_not_agreed_by_its_owner_alone() {
    let app = TestApp::start().await;
    let (ceo, cyd, hr) = (app.person("ceo", None).await, app.person("cyd", None).await, app.hr_admin());
    let team = Team { app, ana: ceo.clone(), ben: ceo.clone(), cyd: cyd.clone(), hr };
    let plan = ceo.shares_a_ready_plan().await;
    team.relates(&ceo, &[team.relation("acting", &cyd)]).await;
    assert_eq!(ceo.agrees(&plan).await["status"], "shared");
    let agreed = cyd.agrees(&plan).await;
    assert_eq!((&agreed["status"], &agreed["agreed_without_manager"]), (&json!("agreed"), &json!(false)));
    assert!(agreed["manager_agreed_at"].is_string());
    let data = team.last("groundwork.plan.agreed.v1").await;
    assert_eq!((&data["acted_as"], data.get("on_behalf_of_id")), (&json!("acting"), None));

    // A second plan, after the acting has ended: the owner agrees alone.
    let team = team.an_hour_later();
    let second = team.ana.shares_a_ready_plan().await;
    assert_eq!(team.ana.agrees(&second).await["agreed_without_manager"], true);
}

#[actix_web::test]
async fn a_delegate_acts_in_the_name_of_the_manager_and_both_are_recorded() {
    let team = Team::with("delegate").await;
    let Team { app, ana, ben, cyd, .. } = &team;
    let plan = ana.shares_a_ready_plan().await;
    let noted = json!({"summary": "Mine", "private_note": "Ask the board"});
    let draft = ben.post(&format!("{}/feedback", path(&plan)), noted).await.is(201);
    let draft = format!("/v1/feedback/{}", draft["id"].as_str().unwrap());
    let bens_own = ben.shares_a_ready_plan().await;

    assert_eq!(cyd.get(&team_of(ben)).await.is(200)["items"][0]["plan_id"], plan["id"]);
    assert_eq!(cyd.list("/v1/plans").await.len(), 1);
    cyd.get(&draft).await.refused(404, "not-found");
    cyd.get(&path(&bens_own)).await.refused(404, "not-found");

    let agreed = cyd.agrees(&plan).await;
    team.says("groundwork.plan.agreement_given.v1", "delegate").await;
    assert!(agreed["manager_agreed_at"].is_string());
    let given = "select case when person_id <> given_by_id and not acting then 'both' end from agreements";
    assert_eq!(app.database().texts(given).await, ["both"]);
    ben.takes("agree", &plan, json!({})).await.refused(409, "already-agreed");

    // Support and feedback are the delegate's own, on behalf of the manager.
    let support = cyd.adds(&plan, json!({"title": "Open doors"})).await;
    assert_eq!((&support["kind"], &support["responsible_id"]), (&json!("support"), &json!(cyd.id)));
    team.says("groundwork.action_item.created.v1", "delegate").await;
    let given = cyd.post(&format!("{}/feedback", path(&plan)), json!({"summary": "Go on"})).await.is(201);
    let given = format!("/v1/feedback/{}", given["id"].as_str().unwrap());
    assert_eq!(cyd.post(&format!("{given}/submit"), json!({})).await.is(200)["author_id"], cyd.id);
    team.says("groundwork.feedback.submitted.v1", "delegate").await;
    let requests = ana.list(&format!("{}/feedback-requests", path(&plan))).await;
    assert_eq!((&requests[0]["reviewer_id"], &requests[0]["status"]), (&json!(ben.id), &json!("answered")));
    ben.post(&format!("{draft}/submit"), json!({})).await.is(200);
    assert_eq!(cyd.get(&draft).await.is(200)["private_note"], Value::Null);
    ana.agrees(&plan).await;
    cyd.takes("complete", &plan, json!({"reflection": "Learnt much"})).await.is(200);
    team.says("groundwork.plan.completed.v1", "delegate").await;

    // What the delegate promised stays the delegate's when the relation is over; nothing else does.
    let Team { ana, cyd, .. } = team.an_hour_later();
    cyd.get(&path(&plan)).await.refused(404, "not-found");
    cyd.get(&item_path(&support)).await.is(200);
    assert_eq!(cyd.list("/v1/action-items").await.len(), 1);
    cyd.get(&item_path(&ana.first_item(&plan).await)).await.refused(404, "not-found");
}

#[actix_web::test]
async fn a_delegate_is_never_the_manager_of_the_own_plan() {
    let team = Team::gather().await;
    let Team { ana, ben, .. } = &team;
    team.relates(ben, &[team.relation("delegate", ana)]).await;
    let plan = ana.shares_a_ready_plan().await;
    assert_eq!(ana.agrees(&plan).await["status"], "shared");
    ana.takes("agree", &plan, json!({})).await.refused(409, "already-agreed");
    assert_eq!(ana.reads(&plan).await["manager_agreed_at"], Value::Null);
    ana.post(&format!("{}/feedback", path(&plan)), json!({"summary": "Good"}))
        .await
        .refused(403, "forbidden");
}

#[actix_web::test]
async fn a_manager_who_has_left_has_no_delegates() {
    let team = Team::with("delegate").await;
    let Team { app, ana, ben, cyd, .. } = &team;
    let plan = ana.shares_a_ready_plan().await;
    cyd.get(&path(&plan)).await.is(200);
    app.leaves(ben).await;
    cyd.get(&path(&plan)).await.refused(404, "not-found");
    cyd.get(&item_path(&ana.first_item(&plan).await)).await.refused(404, "not-found");
    cyd.get(&team_of(ben)).await.refused(404, "not-found");
    assert_eq!((cyd.list("/v1/plans").await, cyd.list("/v1/action-items").await), (vec![], vec![]));
    assert_eq!(cyd.get("/v1/me").await.is(200)["delegate_of"], json!([]));
}

#[actix_web::test]
async fn a_matrix_manager_reads_nothing_before_being_asked_and_then_the_sections_that_the_owner_chose() {
    let team = Team::with("matrix").await;
    let Team { ana, cyd, .. } = &team;
    let plan = ana.shares_a_ready_plan().await;
    let add = json!({"title": "Open doors"});
    cyd.get(&path(&plan)).await.refused(404, "not-found");
    cyd.post(&format!("{}/action-items", path(&plan)), add.clone()).await.refused(404, "not-found");
    let asked = ana.invites(&plan, cyd, json!(["deeper"])).await;
    assert_eq!(cyd.reads(&plan).await["answers"]["strengths"], json!([]));
    cyd.post(&format!("{}/action-items", path(&plan)), add.clone()).await.refused(403, "forbidden");
    ana.delete(&format!("/v1/feedback-requests/{}", asked["id"].as_str().unwrap())).await.is(204);
    cyd.get(&path(&plan)).await.refused(404, "not-found");

    ana.invites(&plan, cyd, json!(["planning"])).await;
    let support = cyd.adds(&plan, add.clone()).await;
    assert_eq!(support["responsible_id"], json!(cyd.id));
    assert!(team.last("groundwork.action_item.created.v1").await.get("acted_as").is_none());
    cyd.records(&support, json!({"progress_percent": 10})).await;
    cyd.takes("agree", &plan, json!({})).await.refused(403, "forbidden");
}

#[actix_web::test]
async fn an_acting_manager_reads_the_revisions_of_the_own_time_and_what_the_owner_opens() {
    let team = Team::gather().await;
    let Team { app, ana, ben, cyd, .. } = &team;
    let mut plan = ana.shares_a_ready_plan().await;
    plan = ana.shares(&plan).await;
    app.clock().advance(Duration::minutes(1));
    team.relates(ana, &[team.relation("acting", cyd)]).await;
    team.relates(ben, &[team.relation("delegate", &app.person("dan", None).await)]).await;
    let dan = app.bearer(json!({"sub": "dan"}));
    for _ in 0..2 {
        plan = ana.shares(&plan).await;
    }
    let readable = async |reader: &Person| -> Vec<i64> {
        let revisions = reader.list(&format!("{}/revisions", path(&plan))).await;
        revisions.iter().map(|each| each["number"].as_i64().unwrap()).collect()
    };
    assert_eq!(readable(cyd).await, [3, 4]);
    cyd.get(&format!("{}/revisions/4/changes?since=3", path(&plan))).await.is(200);
    cyd.get(&format!("{}/revisions/2", path(&plan))).await.refused(404, "not-found");
    assert_eq!(readable(&dan).await, [1, 2, 3, 4], "a delegate reads what the manager reads");
    ana.changes(&plan, json!({"earlier_revisions_visible_from": 2})).await;
    assert_eq!(readable(cyd).await, [2, 3, 4]);
    let given = cyd.post(&format!("{}/feedback", path(&plan)), json!({"summary": "Go on"})).await.is(201);
    let given = format!("/v1/feedback/{}", given["id"].as_str().unwrap());
    cyd.post(&format!("{given}/submit"), json!({})).await.is(200);
    ana.takes("withdraw", &ana.shares(&plan).await, json!({})).await.is(200);
    cyd.get(&path(&plan)).await.refused(404, "not-found");
    cyd.get(&given).await.is(200);
    dan.get(&given).await.refused(404, "not-found");
}

#[actix_web::test]
async fn the_team_of_an_acting_manager_is_not_shown_to_managers_above() {
    let team = Team::gather().await;
    let Team { app, ana, hr, .. } = &team;
    let boss = app.person("boss", None).await;
    let dan = app.person("dan", Some(&boss)).await;
    team.relates(ana, &[team.relation("acting", &dan)]).await;
    ana.shares_a_ready_plan().await;
    for (reader, people) in [(&dan, 1), (hr, 1), (&boss, 0)] {
        let shown = reader.get(&team_of(&dan)).await.is(200);
        assert_eq!(shown["totals"]["people"], people);
        assert_eq!(shown["items"].as_array().unwrap().len(), people);
    }
}

#[actix_web::test]
async fn an_hr_partner_reads_and_archives_the_plans_of_these_people_only() {
    let team = Team::with("hr_partner").await;
    let Team { app, ana, ben, cyd, .. } = &team;
    let dan = app.person("dan", Some(ben)).await;
    let (plan, other) = (ana.shares_a_ready_plan().await, dan.shares_a_ready_plan().await);
    ana.shares(&plan).await;
    assert_eq!(cyd.list("/v1/plans?sort=updated_at").await.len(), 1);
    assert_eq!(cyd.list("/v1/action-items").await.len(), 1);
    assert_eq!(cyd.list(&format!("{}/revisions", path(&plan))).await.len(), 2);
    cyd.get(&path(&other)).await.refused(404, "not-found");
    cyd.get("/v1/people").await.refused(403, "forbidden");
    assert_eq!(cyd.takes("archive", &plan, json!({})).await.is(200)["status"], "archived");
}

#[actix_web::test]
async fn a_repeated_request_is_answered_only_while_the_relation_lets_the_caller_read() {
    let team = Team::with("acting").await;
    let Team { ana, cyd, .. } = &team;
    let plan = ana.shares_a_ready_plan().await;
    let agree = async |cyd: &Person| {
        let request = cyd.request("POST", &format!("{}/agree", path(&plan)));
        Reply::of(request.header("idempotency-key", "once").json(&json!({}))).await
    };
    let agreed = agree(cyd).await.is(200);
    assert_eq!(agree(cyd).await.is(200), agreed);
    let later = team.an_hour_later();
    agree(&later.cyd).await.refused(404, "not-found");
}

#[actix_web::test]
async fn the_access_log_names_the_relation_by_which_items_were_listed() {
    for kind in ["acting", "delegate", "hr_partner"] {
        let team = Team::with(kind).await;
        let plan = team.ana.shares_a_ready_plan().await;
        assert!(!team.cyd.list("/v1/action-items").await.is_empty());
        assert_eq!(team.roles_of_item_lists(&plan).await, [json!(kind)]);
    }
}
