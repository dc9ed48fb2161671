//! The examples of the OpenAPI document are a story that the service has told: every request was accepted, and every
//! response is what came. `src/http/document/examples.json` keeps it, and this test tells it again.

use std::{collections::BTreeMap, path::Path};

use groundwork::app::openapi;
use serde_json::Map;
use uuid::Uuid;

use crate::support::{
    Reply, TestApp, Value, json,
    people::{Person, ready_answers},
};

const FILE: &str = "src/http/document/examples.json";
const JSON_EXAMPLE: &str = "/content/application~1json/example";
const SCIM_EXAMPLE: &str = "/content/application~1scim+json/example";

#[derive(Default)]
struct Story {
    /// The ids that paths refer to, by their names there.
    ids: BTreeMap<String, String>,
    /// Every id so far, in the order of their appearance.
    appeared: Vec<String>,
    told: Map<String, Value>,
}

impl Story {
    /// Carries out an operation, and keeps the first request and response of its kind.
    async fn tell(&mut self, who: &Person, operation: &str, request: Value) -> Value {
        let (method, path, described) = find(operation);
        let path = self.ids.iter().fold(path, |path, (name, id)| path.replace(&format!("{{{name}}}"), id));
        let path = match operation {
            "read_revision_changes" => path + "?since=1",
            "search_directory" => path + "?search=oka",
            "list_scim_users" => path + "?filter=userName%20eq%20%22tom@example.com%22",
            "list_audit_log" | "export_audit_log" => path + "?action=plan.shared",
            _ => path,
        };
        let sent = who.request(&method, &path);
        let sent = if request.is_null() { sent } else { sent.json(&request) };
        let reply = Reply::of(sent).await;
        assert!((200..300).contains(&reply.status), "{operation}: {} {:#}", reply.status, reply.body);
        assert!(
            described["responses"].get(reply.status.to_string()).is_some(),
            "{operation}: {}",
            reply.status
        );
        if !self.told.contains_key(operation) {
            let request = self.with_stable_ids(request);
            let response = self.with_stable_ids(reply.body.clone());
            self.told.insert(operation.to_owned(), json!({"request": request, "response": response}));
        }
        reply.body
    }

    /// As [`Story::tell`]; the id of the answer is what `name` stands for in later paths.
    async fn begin(&mut self, name: &str, who: &Person, operation: &str, request: Value) -> Value {
        let answer = self.tell(who, operation, request).await;
        self.ids.insert(name.to_owned(), answer["id"].as_str().unwrap().to_owned());
        answer
    }

    /// Replaces what differs each time: ids by others in the order of their appearance, cursors, secrets and digests.
    fn with_stable_ids(&mut self, value: Value) -> Value {
        match value {
            Value::String(text) => self.stable_text(&text).into(),
            Value::Array(items) => items.into_iter().map(|item| self.with_stable_ids(item)).collect(),
            Value::Object(fields) => Value::Object(
                fields
                    .into_iter()
                    .map(|(name, value)| {
                        let value = match (name.as_str(), value) {
                            ("next_cursor", Value::String(_)) => "eyJhZnRlciI6Mn0".into(),
                            ("secret", Value::String(_)) => "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD".into(),
                            ("address", Value::String(_)) => {
                                "/v1/calendar/rzM0b1dlc3QgdGhhdCBuZXZlciB3YXM.ics".into()
                            }
                            ("digest", Value::String(_)) => {
                                "9c1185a5c5e9fc54612808977ee8f548b2258d31".repeat(2)[..64].into()
                            }
                            (_, value) => self.with_stable_ids(value),
                        };
                        (name, value)
                    })
                    .collect(),
            ),
            other => other,
        }
    }

    fn stable_text(&mut self, text: &str) -> String {
        let mut stable = String::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            match rest.get(..36).filter(|word| Uuid::parse_str(word).is_ok()) {
                Some(id) => {
                    if !self.appeared.iter().any(|known| known == id) {
                        self.appeared.push(id.to_owned());
                    }
                    let number = self.appeared.iter().position(|known| known == id).unwrap_or_default() + 1;
                    stable += &format!("019f3c1e-7b2a-7c11-9f5e-3c1f0a9b{number:04x}");
                    rest = &rest[36..];
                }
                None => {
                    stable.push(first);
                    rest = &rest[first.len_utf8()..];
                }
            }
        }
        stable
    }
}

/// The example of a body, which is JSON or SCIM's.
fn example_of(body: &Value) -> Option<&Value> {
    body.pointer(JSON_EXAMPLE).or_else(|| body.pointer(SCIM_EXAMPLE))
}

/// The method, path and description of an operation.
fn find(operation: &str) -> (String, String, &'static Value) {
    let paths = openapi()["paths"].as_object().unwrap();
    let mut all = paths.iter().flat_map(|(path, item)| {
        item.as_object().unwrap().iter().map(move |(method, described)| (path, method, described))
    });
    let (path, method, described) = all
        .find(|(_, _, described)| described["operationId"] == operation)
        .unwrap_or_else(|| panic!("no operation {operation}"));
    (method.to_uppercase(), path.clone(), described)
}

/// What an identity provider does.
async fn provision(story: &mut Story, provider: &Person) {
    const USER: &str = "urn:ietf:params:scim:schemas:core:2.0:User";
    const ENTERPRISE: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    story.ids.insert("resource_type".into(), "User".into());
    story.ids.insert("schema".into(), USER.into());
    for operation in [
        "read_scim_config",
        "list_scim_resource_types",
        "read_scim_resource_type",
        "list_scim_schemas",
        "read_scim_schema",
        "list_scim_groups",
    ] {
        story.tell(provider, operation, Value::Null).await;
    }
    let mut user = json!({
        "schemas": [USER, ENTERPRISE],
        "externalId": "E1060", "userName": "tom@example.com", "displayName": "Tom Berg",
        "name": {"givenName": "Tom", "familyName": "Berg"},
        "emails": [{"value": "tom@example.com", "type": "work", "primary": true}],
        "title": "Engineer", "locale": "de-DE", "timezone": "Europe/Berlin", "active": true,
        ENTERPRISE: {"employeeNumber": "1060", "department": "Platform", "manager": {"value": "E1099"}},
    });
    story.begin("person_id", provider, "create_scim_user", user.clone()).await;
    user["title"] = "Senior Engineer".into();
    story.tell(provider, "replace_scim_user", user).await;
    let patch = json!({
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
        "Operations": [
            {"op": "replace", "path": "active", "value": false},
            {"op": "add", "path": format!("{ENTERPRISE}:department"), "value": "Design"},
        ],
    });
    story.tell(provider, "patch_scim_user", patch).await;
    for operation in ["read_scim_user", "list_scim_users"] {
        story.tell(provider, operation, Value::Null).await;
    }
    let search = json!({
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],
        "filter": "userName eq \"tom@example.com\"", "startIndex": 1, "count": 10,
    });
    story.tell(provider, "search_scim_users", search.clone()).await;
    story.tell(provider, "search_scim_resources", search).await;
    let bulk = json!({
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
        "failOnErrors": 1,
        "Operations": [
            {"method": "POST", "bulkId": "mia", "path": "/Users", "data": {
                "userName": "mia@example.com", "externalId": "E1070", "displayName": "Mia Ek",
            }},
            {"method": "POST", "bulkId": "leo", "path": "/Users", "data": {
                "userName": "leo@example.com", "externalId": "E1071", "displayName": "Leo Ek",
                ENTERPRISE: {"manager": {"value": "bulkId:mia"}},
            }},
        ],
    });
    story.tell(provider, "change_scim_users", bulk).await;
    story.tell(provider, "delete_scim_user", Value::Null).await;
}

/// The talk about a plan, and the calendar that has it.
async fn discuss(story: &mut Story, plan: &Value, ana: &Person, ben: &Person) {
    let talk = json!({
        "starts_at": "2026-03-17T09:00:00Z", "time_zone": "Europe/Madrid", "location": "Room Cádiz",
        "rhythm": "quarterly", "private_note": "Ask about the budget.",
    });
    story.begin("discussion_id", ana, "create_discussion", talk).await;
    story.tell(ben, "read_discussion", Value::Null).await;
    let agreed = json!({
        "shared_notes": "A smaller review first; the pace is fine.",
        "outcomes": [{
            "text": "Ana leads the small review first, and Ben sits in.",
            "action_item": {
                "title": "Lead the small design review", "responsible_id": plan["owner_id"], "due_on": "2026-05-29",
            },
        }],
    });
    story.tell(ben, "update_discussion", agreed).await;
    story.tell(ana, "read_discussion_calendar", Value::Null).await;
    story.tell(ana, "hold_discussion", json!({})).await;
    story.tell(ana, "list_discussions", Value::Null).await;
    let extra = json!({"starts_at": "2026-03-24T09:00:00Z"});
    story.begin("discussion_id", ana, "create_discussion", extra.clone()).await;
    let message = "I am away that week; let us find another day.";
    story.tell(ben, "cancel_discussion", json!({"message": message})).await;
    story.begin("discussion_id", ana, "create_discussion", extra).await;
    story.tell(ana, "delete_discussion", Value::Null).await;

    let address = story.tell(ana, "create_calendar_address", json!({})).await["address"].clone();
    let secret = address.as_str().unwrap().rsplit('/').next().unwrap().trim_end_matches(".ics");
    story.ids.insert("secret".into(), secret.to_owned());
    for operation in ["read_calendar_address", "read_calendar", "delete_calendar_address"] {
        story.tell(ana, operation, Value::Null).await;
    }
}

fn question_text(language: &str, [title, guidance]: [&str; 2]) -> Value {
    json!({"language": language, "title": title, "guidance": guidance})
}

/// What HR does with a cycle.
async fn campaign(app: &TestApp, story: &mut Story, hr: &Person) {
    let cycle = json!({
        "name": "Career plans 2026", "prepare_by": "2026-04-01", "share_by": "2026-04-10",
        "respond_by": "2026-04-20", "discuss_by": "2026-05-01", "participants": {"departments": ["Platform"]},
    });
    story.begin("cycle_id", hr, "create_cycle", cycle).await;
    story.tell(hr, "add_participants", json!({"departments": ["Design"]})).await;
    story.tell(hr, "update_cycle", json!({"share_by": "2026-04-12"})).await;
    for operation in ["list_cycles", "read_cycle", "list_participants", "read_coverage", "delete_cycle"] {
        story.tell(hr, operation, Value::Null).await;
    }
    // Ten people of another department, five of whom name a skill.
    let rows: Vec<Value> = (1..=10)
        .map(|number| {
            let name = format!("sales{number}");
            json!({"external_id": name, "user_name": name, "display_name": name, "department": "Sales"})
        })
        .collect();
    hr.post("/v1/people/import", json!({"rows": rows})).await.is(200);
    let sales = json!({
        "name": "Sales 2026", "prepare_by": "2026-04-01", "share_by": "2026-04-10", "respond_by": "2026-04-20",
        "discuss_by": "2026-05-01", "participants": {"departments": ["Sales"]},
    });
    let cycle = hr.post("/v1/cycles", sales).await.is(201)["id"].clone();
    for number in 1..=10 {
        let owner = app.bearer(json!({"sub": format!("sales{number}")}));
        let mut answers = ready_answers();
        if number > 5 {
            answers["development_areas"][0]["reference"] =
                json!({"uri": "urn:example:skill:delegating", "name": "Delegating"});
        }
        let plan = json!({"title": "My next year", "cycle_id": cycle, "answers": answers});
        let plan = owner.post("/v1/plans", plan).await.is(201);
        owner.adds(&plan, json!({"title": "Lead the next negotiation"})).await;
        owner.shares(&plan).await;
    }
    story.ids.insert("cycle_id".into(), cycle.as_str().unwrap().to_owned());
    story.tell(hr, "list_references", Value::Null).await;
}

/// The whole story, by operation.
async fn story() -> Map<String, Value> {
    let app = TestApp::start().await;
    let mut story = Story::default();
    let hr = app.hr_admin();
    let portal = app.service(
        "plans:read progress:write events:read webhooks:manage questionnaires:manage \
         templates:manage",
    );
    let people = json!({"rows": [
        {
            "external_id": "E1001", "user_name": "ben@example.com", "display_name": "Ben Okafor",
            "email": "ben@example.com", "department": "Platform", "title": "Head of Platform",
            "time_zone": "Europe/Madrid",
        },
        {
            "external_id": "E1042", "user_name": "ana@example.com", "display_name": "Ana Ruiz",
            "email": "ana@example.com", "manager_external_id": "E1001", "department": "Platform",
            "title": "Engineer", "time_zone": "Europe/Madrid",
        },
        {
            "external_id": "E1050", "user_name": "eva@example.com", "display_name": "Eva Lang",
            "email": "eva@example.com", "manager_external_id": "E1001", "department": "Design",
            "title": "Designer", "time_zone": "Europe/Berlin",
        },
    ]});
    story.tell(&hr, "import_people", people).await;
    // The other forms say the same of Ben and Ana.
    for media in ["text/csv", "application/x-ndjson"] {
        let rows = find("import_people").2["x-also-takes"][media]["example"].as_str().unwrap();
        let sent = hr.request("POST", "/v1/people/import").header("content-type", media).body(rows);
        assert_eq!(Reply::of(sent).await.is(200)["unchanged"], 2, "{media}");
    }
    let person = |name: &str| app.bearer(json!({"sub": format!("{name}@example.com")}));
    let (ana, ben, eva) = (person("ana"), person("ben"), person("eva"));
    let ben_id = story.tell(&ben, "read_me", Value::Null).await["person"]["id"].as_str().unwrap().to_owned();
    let eva_id = eva.get("/v1/me").await.is(200)["person"]["id"].clone();
    story.ids.insert("person_id".into(), ben_id);
    for operation in ["list_people", "read_person"] {
        story.tell(&hr, operation, Value::Null).await;
    }
    story.tell(&ana, "search_directory", Value::Null).await;
    let delegate = json!({
        "kind": "delegate", "person_id": eva_id,
        "starts_at": "2026-07-01T00:00:00Z", "ends_at": "2026-08-01T00:00:00Z",
    });
    story.tell(&ben, "set_relations", json!({"items": [delegate]})).await;
    story.tell(&hr, "read_relations", Value::Null).await;
    let url = "https://hr.example.com/hooks";
    let webhook = json!({"url": url, "event_types": ["groundwork.plan.*"], "description": "The portal"});
    story.begin("webhook_id", &portal, "create_webhook", webhook).await;

    let texts = |en: [&str; 2], de: [&str; 2]| json!([question_text("en", en), question_text("de", de)]);
    let labels =
        |en: &str, de: &str| json!([{"language": "en", "label": en}, {"language": "de", "label": de}]);
    let questionnaire = json!({
        "languages": ["en", "de"],
        "questions": [{"key": "values", "texts": texts(
            ["Values", "Name the five values that matter most to you. Ours are on the intranet; yours may differ."],
            ["Werte", "Nennen Sie Ihre fünf wichtigsten Werte. Unsere stehen im Intranet; Ihre dürfen andere sein."],
        )}],
        "own_questions": [
            {
                "section": "planning", "kind": "choice", "required": false,
                "options": [
                    {"value": "on_site", "labels": labels("On site", "Vor Ort")},
                    {"value": "remote", "labels": labels("Remote", "Aus der Ferne")},
                ],
                "texts": texts(
                    ["Place of work", "Where will you work best in the next 12 months?"],
                    ["Arbeitsort", "Wo werden Sie in den nächsten 12 Monaten am besten arbeiten?"],
                ),
            },
            {
                "section": "basic", "kind": "scale",
                "scale": {"minimum": 1, "maximum": 5, "labels": [
                    {"language": "en", "minimum": "Not at all", "maximum": "Very much"},
                    {"language": "de", "minimum": "Gar nicht", "maximum": "Sehr"},
                ]},
                "texts": texts(
                    ["Energy", "How much energy does your work give you?"],
                    ["Energie", "Wie viel Energie gibt Ihnen Ihre Arbeit?"],
                ),
            },
        ],
    });
    let questionnaire = story.tell(&hr, "create_questionnaire", questionnaire).await;
    story.ids.insert("version".into(), "2".into());
    for operation in ["list_questionnaires", "read_questionnaire_version"] {
        story.tell(&portal, operation, Value::Null).await;
    }
    story.tell(&ana, "read_questionnaire", Value::Null).await;
    let plan = story
        .begin(
            "plan_id",
            &ana,
            "create_plan",
            json!({"title": "From engineer to team lead", "starts_on": "2026-03-02"}),
        )
        .await;
    let mut answers = ready_answers();
    answers["development_areas"][0]["reference"] = json!({
        "uri": "urn:example:skill:delegating", "name": "Delegating", "framework": "Our skills",
        "level": "2 of 5", "target_level": "4 of 5",
    });
    let own = &questionnaire["own_questions"];
    answers["extra"] = json!([
        {"question_id": own[0]["id"], "value": "remote"}, {"question_id": own[1]["id"], "value": 4},
    ]);
    let change = json!({"answers": answers});
    let changed = story.tell(&ana, "update_plan", change).await;
    let area = changed["answers"]["development_areas"][0]["id"].clone();
    let mut item = json!({
        "title": "Lead the monthly design review", "description": "With notes for those who could not come",
        "development_area_id": area, "advances": ["short_term"], "due_on": "2026-09-01",
        "support_needed": "An hour a month with the present lead",
        "links": [{
            "url": "https://learning.example.com/courses/771", "title": "Leading reviews", "kind": "course",
            "external_id": "course-771",
        }],
    });
    let template = json!({
        "title": "Lead a monthly design review", "description": "Three in a row, with notes for the next lead",
        "due_after_days": 180,
        "links": [{"url": "https://intranet.example.com/reviews", "title": "How we review", "kind": "document"}],
        "reference": {"uri": "urn:example:skill:delegating", "name": "Delegating", "framework": "Our skills"},
    });
    let template = story.begin("template_id", &ben, "create_action_template", template).await;
    item["template_id"] = template["id"].clone();
    story.tell(&ben, "update_action_template", json!({"due_after_days": 120})).await;
    for operation in ["read_action_template", "list_action_templates"] {
        story.tell(&ana, operation, Value::Null).await;
    }
    let item = story.begin("action_item_id", &ana, "create_action_item", item).await;
    story.tell(&ben, "delete_action_template", Value::Null).await;
    story.tell(&ana, "update_action_item", json!({"due_on": "2026-08-31"})).await;
    for operation in ["read_action_item", "list_plan_action_items", "list_action_items", "read_readiness"] {
        story.tell(&ana, operation, Value::Null).await;
    }
    story.tell(&ana, "share_plan", json!({"note": "I look forward to your view of the pace."})).await;
    story.tell(&ben, "read_plan", Value::Null).await;
    app.state().flush_reads().await.unwrap();
    story.tell(&ana, "read_access_log", Value::Null).await;
    story.tell(&ben, "list_plans", Value::Null).await;
    let request = json!({
        "reviewer_id": eva_id, "sections": ["deeper", "planning"], "due_on": "2026-03-20",
        "message": "You have made this step yourself: is it within my reach?",
    });
    story.begin("feedback_request_id", &ana, "create_feedback_request", request).await;
    story.tell(&ana, "list_feedback_requests", Value::Null).await;
    let feedback = json!({"summary": "Gladly."});
    story.begin("feedback_id", &ben, "create_feedback", feedback).await;
    let strength = &plan["answers"]["strengths"][0]["id"];
    let strength = if strength.is_null() { &changed["answers"]["strengths"][0]["id"] } else { strength };
    let feedback = json!({
        "summary": "A plan I am glad to support. Let us talk about the pace.",
        "objectives": {
            "short_term": {"reasonable": "yes", "achievable": "partly", "comment": "With a smaller review first"},
            "long_term": {"reasonable": "yes", "achievable": "yes"},
        },
        "strengths": [
            {"item_id": strength, "stance": "agree", "comment": "Seen in every review"},
            {"stance": "add", "name": "Patience with newcomers", "comment": "They come to you first"},
        ],
        "support": [{
            "action_item_id": item["id"], "decision": "supported",
            "commitment": {"title": "Free an hour a month for it", "due_on": "2026-04-30"},
        }],
        "private_note": "Check the budget first.",
    });
    story.tell(&ben, "update_feedback", feedback).await;
    story.tell(&ben, "submit_feedback", json!({})).await;
    for operation in ["list_feedback", "read_feedback"] {
        story.tell(&ana, operation, Value::Null).await;
    }
    discuss(&mut story, &plan, &ana, &ben).await;
    story.tell(&ana, "acknowledge_feedback", json!({"accept": ["/strengths/1"]})).await;
    story.tell(&ana, "share_plan", json!({"note": "With what you saw in me."})).await;
    story.ids.insert("number".into(), "2".into());
    for operation in ["list_revisions", "read_revision", "read_revision_changes"] {
        story.tell(&ben, operation, Value::Null).await;
    }
    for who in [&ana, &ben] {
        story.tell(who, "agree_plan", json!({"revision": 2})).await;
    }
    let progress = json!({"progress_percent": 40, "note": "Two reviews led; the third is prepared."});
    story.tell(&ana, "record_progress", progress).await;
    let row = json!({"action_item_id": item["id"], "progress_percent": 60});
    let by_link = json!({"external_id": "course-771", "owner_external_id": "E1042", "progress_percent": 60});
    story.tell(&portal, "import_progress", json!({"rows": [row, by_link]})).await;
    for operation in ["export_plans", "export_action_items"] {
        story.tell(&portal, operation, Value::Null).await;
    }
    story.tell(&ana, "list_progress", Value::Null).await;
    let comment = json!({
        "subject": {"kind": "action_item", "id": item["id"]}, "mentions": [story.ids["person_id"]],
        "text": "Shall we look at the third review together, Ben?",
    });
    story.begin("comment_id", &ana, "create_comment", comment).await;
    story.tell(&ben, "list_comments", Value::Null).await;
    story.tell(&ana, "delete_comment", Value::Null).await;
    let proposal = json!({
        "title": "Chair the weekly incident review", "description": "Four weeks, with me beside you in the first.",
        "development_area_id": area, "due_on": "2026-06-30",
    });
    story.begin("proposal_id", &ben, "create_proposal", proposal).await;
    for operation in ["list_proposals", "read_proposal"] {
        story.tell(&ana, operation, Value::Null).await;
    }
    story.tell(&ana, "accept_proposal", json!({"due_on": "2026-07-31"})).await;
    story.begin("proposal_id", &ben, "create_proposal", json!({"title": "Speak at the conference"})).await;
    story.tell(&ana, "decline_proposal", json!({"answer": "Gladly next year; this one is full."})).await;
    story.begin("proposal_id", &ben, "create_proposal", json!({"title": "Mentor a newcomer"})).await;
    story.tell(&ben, "withdraw_proposal", json!({})).await;
    story.tell(&ana, "read_brief", Value::Null).await;
    story.tell(&ben, "read_team_progress", Value::Null).await;
    story.tell(&ben, "read_team_history", Value::Null).await;
    story.tell(&portal, "list_events", Value::Null).await;

    story.begin("delivery_id", &portal, "test_webhook", json!({})).await;
    for operation in ["list_deliveries", "read_webhook", "list_webhooks"] {
        story.tell(&portal, operation, Value::Null).await;
    }
    story.tell(&portal, "redeliver", json!({})).await;
    story.tell(&portal, "redeliver_since", json!({"since": "2026-03-01T00:00:00Z"})).await;
    story.tell(&portal, "rotate_webhook_secret", json!({})).await;
    story.tell(&portal, "update_webhook", json!({"description": "The portal of HR"})).await;
    story.tell(&portal, "delete_webhook", Value::Null).await;

    let done = json!({"reflection": "The conversation helped more than the course.", "outcome": "partly"});
    story.tell(&ana, "complete_plan", done).await;
    let next = json!({"title": "From team lead to head of platform", "starts_on": "2027-03-02"});
    story.tell(&ana, "renew_plan", next).await;
    story.tell(&ana, "archive_plan", json!({})).await;

    let second = ana.shares_a_ready_plan().await;
    story.ids.insert("plan_id".into(), second["id"].as_str().unwrap().to_owned());
    story.begin("feedback_id", &ben, "create_feedback", json!({"summary": "Later"})).await;
    story.tell(&ben, "delete_feedback", Value::Null).await;
    let request = json!({"reviewer_id": eva_id, "sections": ["basic"]});
    story.begin("feedback_request_id", &ana, "create_feedback_request", request).await;
    story.tell(&ana, "delete_feedback_request", Value::Null).await;
    story.begin("action_item_id", &ana, "create_action_item", json!({"title": "Read"})).await;
    story.tell(&ana, "delete_action_item", Value::Null).await;
    story.tell(&ana, "withdraw_plan", json!({})).await;
    story.begin("plan_id", &ana, "create_plan", json!({"title": "Not yet"})).await;
    story.tell(&ana, "delete_plan", Value::Null).await;

    // Fred takes over from Ben.
    let row = json!({
        "external_id": "E1007", "user_name": "fred@example.com", "display_name": "Fred Moss",
        "title": "Head of Data", "time_zone": "Europe/Madrid",
    });
    let moved = json!({"external_id": "E1042", "manager_external_id": "E1007"});
    let third = ana.shares_a_ready_plan().await;
    let third = format!("/v1/plans/{}/action-items", third["id"].as_str().unwrap());
    let support = |title: &str| json!({"title": title, "due_on": "2026-06-30"});
    let left = ben.post(&third, support("Free an hour a month for reviews")).await.is(201);
    let declined = ben.post(&third, support("Send Ana to the conference")).await.is(201);
    let talk = json!({"starts_at": "2026-06-16T09:00:00Z", "time_zone": "Europe/Madrid"});
    let talk = ben.post(&third.replace("action-items", "discussions"), talk).await.is(201);
    hr.post("/v1/people/import", json!({"rows": [row, moved]})).await.is(200);
    let fred = person("fred");
    let ana_id = ana.get("/v1/me").await.is(200)["person"]["id"].as_str().unwrap().to_owned();
    story.ids.insert("person_id".into(), ana_id);
    story.tell(&fred, "read_handover", Value::Null).await;
    let message = "There is no budget for it this year; let us find another way.";
    let answer =
        json!({"take": [left["id"], talk["id"]], "decline": [{"id": declined["id"], "message": message}]});
    story.tell(&fred, "answer_handover", answer).await;

    story.ids.insert("person_id".into(), eva_id.as_str().unwrap().to_owned());
    story.tell(&hr, "unlink_identity", json!({"reason": "Eva has a new account"})).await;
    story.tell(&hr, "export_person", json!({})).await;
    story.tell(&hr, "place_legal_hold", json!({"reason": "Dispute about the bonus of 2026"})).await;
    for operation in ["read_legal_hold", "release_legal_hold"] {
        story.tell(&hr, operation, Value::Null).await;
    }
    let erasure = json!({"reason": "no_longer_necessary", "confirm": "E1050"});
    story.tell(&hr, "erase_person", erasure).await;
    for operation in ["list_audit_log", "export_audit_log"] {
        story.tell(&hr, operation, Value::Null).await;
    }

    campaign(&app, &mut story, &hr).await;
    provision(&mut story, &app.service("scim")).await;

    story.ids.insert("name".into(), "plan-not-ready".into());
    for operation in ["check_liveness", "check_readiness", "list_problems", "read_problem"] {
        story.tell(&hr, operation, Value::Null).await;
    }
    story.told
}

#[actix_web::test]
async fn every_example_of_the_document_is_what_the_service_takes_and_answers() {
    let told = story().await;
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let text = format!("{:#}\n", Value::Object(told.clone()));
    if std::env::var_os("GROUNDWORK_TEST_WRITE_EXAMPLES").is_some() {
        std::fs::write(&file, &text).unwrap();
    }
    let remedy = "run: GROUNDWORK_TEST_WRITE_EXAMPLES=1 cargo test --test api -- examples";
    let kept: Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
    for (operation, example) in &told {
        assert_eq!(&kept[operation], example, "{operation} is answered otherwise now; {remedy}");
    }
    let paths = openapi()["paths"].as_object().unwrap();
    for (path, item) in paths {
        for (method, operation) in item.as_object().unwrap() {
            let id = operation["operationId"].as_str().unwrap();
            let told = told.get(id).unwrap_or_else(|| panic!("{method} {path} ({id}) is not in the story"));
            if let Some(example) = example_of(&operation["requestBody"]) {
                assert_eq!(example, &told["request"], "{id}");
            }
            for (status, response) in operation["responses"].as_object().unwrap() {
                if let Some(example) = example_of(response).filter(|_| status.starts_with('2')) {
                    assert_eq!(example, &told["response"], "{id}");
                }
            }
        }
    }
}
