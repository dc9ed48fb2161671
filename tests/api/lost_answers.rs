//! A client that repeats every request without a response, over a lossy network.

use std::{collections::BTreeMap, time::Duration};

use crate::support::{
    Numbers, Reply, TestApp, Value, json,
    people::{Person, item_path, path},
    proxy::{Fate, Proxy},
};

/// How many of each kind there are.
const EACH: usize = 6;

/// A POST, with a key of its own.
struct Request {
    kind: &'static str,
    caller: Person,
    path: String,
    media_type: &'static str,
    body: String,
    key: String,
}

impl Request {
    fn new(kind: &'static str, number: usize, caller: &Person, path: String, body: &Value) -> Self {
        let (caller, body, key) =
            (caller.clone(), body.to_string(), format!("{kind} {number}").replace(' ', "-"));
        Self { kind, caller, path, media_type: "application/json", body, key }
    }

    fn to(&self, address: std::net::SocketAddr) -> reqwest::RequestBuilder {
        let client = groundwork::client::http_client(Duration::from_secs(60)).unwrap();
        let request = client.post(format!("http://{address}{}", self.path)).bearer_auth(&self.caller.token);
        let request = request.header("idempotency-key", &self.key).header("connection", "close");
        request.header("content-type", self.media_type).body(self.body.clone())
    }

    /// Sends it until there is an answer that is one.
    async fn insist(&self, proxy: &Proxy) -> (u16, Value) {
        loop {
            let Ok(answer) = self.to(proxy.address).send().await else { continue };
            let status = answer.status().as_u16();
            let Ok(body) = answer.json::<Value>().await else { continue };
            if status < 300 {
                return (status, body);
            }
            let passes = body["type"] == "/problems/request-in-progress" || [429, 503].contains(&status);
            assert!(passes, "{}: {body:#}", self.key);
        }
    }
}

/// Events by their type.
async fn events(app: &TestApp) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for event in app.events().await {
        *counts.entry(event.replace("groundwork.", "").replace(".v1", "")).or_default() += 1;
    }
    counts
}

/// One of every kind of POST that creates something, several times.
async fn requests(app: &TestApp) -> Vec<Request> {
    let (ana, ben) = app.employee_and_manager().await;
    let (hr, portal) = (app.hr_admin(), app.service("progress:write"));
    let shared = ana.shares_a_ready_plan().await;
    let item = ana.first_item(&shared).await;
    let mut requests = Vec::new();
    for number in 0..EACH {
        let reviewer = app.person(&format!("reviewer{number}"), None).await;
        let plan = ana.shares_a_ready_plan().await;
        let mut add =
            |kind, caller, path, body| requests.push(Request::new(kind, number, caller, path, &body));
        add("plan", &ana, "/v1/plans".into(), json!({"title": format!("Plan {number}")}));
        add("item", &ana, format!("{}/action-items", path(&shared)), json!({"title": "Read"}));
        let invitation = json!({"reviewer_id": reviewer.id, "sections": ["basic"]});
        add("invitation", &ana, format!("{}/feedback-requests", path(&shared)), invitation);
        add("feedback", &ben, format!("{}/feedback", path(&plan)), json!({"summary": "Go on"}));
        let talk = json!({"starts_at": "2026-03-10T09:00:00Z"});
        add("discussion", &ben, format!("{}/discussions", path(&shared)), talk);
        add("template", &hr, "/v1/action-templates".into(), json!({"title": format!("Read {number}")}));
        add("questionnaire", &hr, "/v1/questionnaires".into(), json!({"languages": ["en"]}));
        let comment = json!({"subject": {"kind": "answer", "id": "values"}, "text": "Good"});
        // On another plan: a comment is a line of the agenda of its plan's discussions, which a repeated answer shows.
        add("comment", &ben, format!("{}/comments", path(&plan)), comment);
        add("proposal", &ben, format!("{}/proposals", path(&shared)), json!({"title": "Try"}));
        add("revision", &ana, format!("{}/share", path(&plan)), json!({}));
        add(
            "progress",
            &portal,
            format!("{}/progress", item_path(&item)),
            // None is what the item has already, which would be nothing new after an update by the same caller.
            json!({"progress_percent": number + 1}),
        );
        let rows =
            (0..20).map(|row| json!({"action_item_id": item["id"], "note": format!("{number} {row}")}));
        requests.push(Request {
            media_type: "application/x-ndjson",
            body: rows.map(|row| format!("{row}\n")).collect(),
            ..Request::new(
                "progress import",
                number,
                &portal,
                "/v1/action-items/progress/import".into(),
                &json!({}),
            )
        });
        // More than is applied at once: what has arrived of one that is cut may stay.
        let rows = (0..510).map(|row| format!("{number}-{row},new{number}-{row},Somebody\n"));
        requests.push(Request {
            media_type: "text/csv",
            body: ["external_id,user_name,display_name\n".to_owned()].into_iter().chain(rows).collect(),
            ..Request::new("people import", number, &hr, "/v1/people/import".into(), &json!({}))
        });
    }
    requests
}

#[actix_web::test]
async fn whoever_repeats_what_was_not_answered_creates_everything_once() {
    let app = TestApp::start_with(&["--workers=2"]).await;
    let requests = requests(&app).await;
    let replica = app.start_replica().await;
    let proxy = Proxy::start(vec![app.address(), replica.address()], Numbers(0x9e37_79b9_7f4a_7c15));
    let tables = [
        "plans",
        "action_items",
        "feedback_requests",
        "feedback",
        "discussions",
        "comments",
        "proposals",
        "revisions",
        "progress_updates",
        "people",
        "questionnaires",
        "action_templates",
    ];
    let counts = async || {
        let mut counts = BTreeMap::new();
        for table in tables {
            counts.insert(table, app.count(table).await as usize);
        }
        counts
    };
    let (counts_before, events_before) = (counts().await, events(&app).await);

    let answers = futures_util::future::join_all(requests.iter().map(|request| request.insist(&proxy))).await;

    for fate in Fate::ALL {
        assert!(proxy.count(fate) > 3, "{} were {fate:?}", proxy.count(fate));
    }
    let created: BTreeMap<&str, usize> =
        counts().await.into_iter().map(|(table, count)| (table, count - counts_before[table])).collect();
    let expected = [
        ("plans", EACH),
        ("action_items", EACH),
        ("feedback_requests", EACH),
        ("feedback", EACH),
        ("discussions", EACH),
        ("comments", EACH),
        ("proposals", EACH),
        ("revisions", EACH),
        ("progress_updates", EACH * 21),
        ("people", EACH * 510),
        ("questionnaires", EACH),
        ("action_templates", EACH),
    ];
    assert_eq!(created, expected.into());
    let told: BTreeMap<String, usize> = (events(&app).await.into_iter())
        .map(|(event, count)| (event.clone(), count - events_before.get(&event).copied().unwrap_or(0)))
        .filter(|(_, count)| *count > 0)
        .collect();
    let expected = [
        ("plan.created", EACH),
        ("action_item.created", EACH),
        // By invitation, and of the manager by sharing.
        ("feedback.requested", EACH * 2),
        ("feedback.created", EACH),
        ("discussion.planned", EACH),
        ("comment.created", EACH),
        ("proposal.created", EACH),
        ("plan.shared", EACH),
        ("action_item.progressed", EACH * 21),
        ("person.created", EACH * 510),
        ("questionnaire.published", EACH),
        ("action_template.created", EACH),
    ];
    assert_eq!(told, expected.map(|(event, count)| (event.to_owned(), count)).into());
    // Every replica returns the response that is stored.
    for (request, (status, answer)) in requests.iter().zip(answers) {
        let again = Reply::of(request.to(replica.address())).await;
        assert_eq!(again.header("idempotency-replayed"), "true", "{}", request.kind);
        assert_eq!((again.status, again.body), (status, answer), "{}", request.kind);
    }
}
