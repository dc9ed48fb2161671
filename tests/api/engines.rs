//! Both database engines answer alike: the same odd and ordinary requests go to a service on SQLite and to one on the
//! engine of the other tests.

use std::collections::HashMap;

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use serde_json::Map;

use crate::support::{
    Reply, TestApp, Value,
    database::TestDatabase,
    json,
    people::{Person, path},
};

/// One of the services, with people and rows of the same content.
struct Side {
    callers: Vec<Person>,
    /// Ids by the names of path parameters.
    ids: Map<String, Value>,
    /// The ids that responses have had, in the order of their appearance.
    seen: HashMap<String, usize>,
}

#[derive(Clone, Debug)]
struct Request {
    caller: usize,
    method: String,
    /// With path parameters, which each side fills with its own ids.
    path: String,
    headers: Vec<(&'static str, String)>,
    body: Option<Value>,
}

impl Side {
    async fn start(database: TestDatabase) -> Self {
        let app = TestApp::start_in(database, &[]).await;
        let (ana, ben) = app.employee_and_manager().await;
        let plan = ana.shares_a_ready_plan().await;
        let item = ana.first_item(&plan).await;
        for due_on in ["1900-01-01", "2026-03-02", "9999-12-31"] {
            ana.adds(&plan, json!({"title": format!("Due {due_on}"), "due_on": due_on})).await;
        }
        let feedback =
            ben.post(&format!("{}/feedback", path(&plan)), json!({"summary": "Well done"})).await.is(201);
        let portal = app.service(
            "plans:read plans:write feedback:read progress:read progress:write people:read people:write events:read \
             webhooks:manage",
        );
        let ids = json!({
            "plan_id": plan["id"], "action_item_id": item["id"], "feedback_id": feedback["id"], "person_id": ana.id,
            "revision": 1,
        });
        let callers = vec![ana, ben, app.hr_admin(), portal];
        let Value::Object(ids) = ids else { panic!("an object") };
        Self { callers, ids, seen: HashMap::new() }
    }

    /// Status, tag and body of the response, with the names of ids in place of the ids.
    async fn send(&mut self, request: &Request) -> Value {
        let mut path = request.path.clone();
        for (name, id) in &self.ids {
            path = path.replace(&format!("{{{name}}}"), id.to_string().trim_matches('"'));
        }
        path = path.replace(['{', '}'], "");
        let mut sent = self.callers[request.caller].request(&request.method, &path);
        for (name, value) in &request.headers {
            sent = sent.header(*name, value);
        }
        if let Some(body) = &request.body {
            sent = match body {
                Value::String(text) => sent.body(text.clone()),
                body => sent.json(body),
            };
        }
        let Reply { status, headers, mut body } = Reply::of(sent).await;
        let tag = headers.get("etag").map(|tag| tag.to_str().unwrap().to_owned());
        let lines = headers.get("content-type").is_some_and(|media| media == "application/x-ndjson");
        if let Some(text) = body.as_str().filter(|_| lines) {
            body = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()).collect();
        }
        self.name_ids(&mut body);
        json!({"status": status, "tag": tag, "body": body})
    }

    /// A name for an id; any other text as it is.
    fn name_of(&mut self, text: &str) -> String {
        if text.len() != 36 || text.parse::<uuid::Uuid>().is_err() {
            return text.to_owned();
        }
        let next = self.seen.len();
        format!("#{}", self.seen.entry(text.to_owned()).or_insert(next))
    }

    fn name_ids(&mut self, value: &mut Value) {
        match value {
            Value::Object(fields) => {
                // A digest covers ids.
                for field in ["request_id", "instance", "digest"] {
                    fields.remove(field);
                }
                if let Some(cursor) = fields.get_mut("next_cursor") {
                    *cursor = cursor.is_string().into();
                }
                fields.values_mut().for_each(|field| self.name_ids(field));
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.name_ids(item)),
            Value::String(text) if text.len() < 200 => {
                let named = text.split('/').map(|part| self.name_of(part)).collect::<Vec<_>>().join("/");
                *text = named;
            }
            _ => {}
        }
    }
}

/// Values for a query parameter, ordinary and odd.
fn values() -> Vec<String> {
    let id = "019f3c1e-7b2a-7c11-9f5e-3c1f0a9b2d4e";
    let cursor = |key: Value| BASE64_URL_SAFE_NO_PAD.encode(key.to_string());
    let mut values: Vec<String> = [
        "",
        " ",
        "0",
        "1",
        "2",
        "100",
        "101",
        "-1",
        "1.0",
        "99999999999999999999",
        "true",
        "false",
        "null",
        "draft",
        "shared",
        "created_at",
        "-created_at",
        "updated_at",
        "-updated_at",
        "due_on",
        "development",
        "support",
        id,
        "019F3C1E-7B2A-7C11-9F5E-3C1F0A9B2D4E",
        "00000000-0000-0000-0000-000000000000",
        "{person_id}",
        "ana",
        "ANA",
        "%",
        "_",
        "é",
        "É",
        "ß",
        "İ",
        "漢字",
        "\u{0}",
        "\u{200b}",
        "'; drop table plans; --",
        "\\",
        "1900-01-01",
        "1899-12-31",
        "0000-01-01",
        "9999-12-31",
        "10000-01-01",
        "-4800-01-01",
        "2026-02-30",
        "2026-03-02",
        "2026-03-02T09:00:00Z",
        "2026-03-02T09:00:00.0000001Z",
        "2026-03-02T10:00:00+01:00",
        "9999-12-31T23:59:59-14:00",
        "0001-01-01T00:00:00+14:00",
        "0000-01-01T00:00:00Z",
        "-4800-01-01T00:00:00Z",
        "2026-12-31T23:59:60Z",
        "2026-03-02t09:00:00z",
        "2026-03-02 09:00:00Z",
        "a",
        "!!!",
    ]
    .map(str::to_owned)
    .into();
    for key in [
        json!(null),
        json!([]),
        json!([null, id]),
        json!([null, null]),
        json!({}),
        json!(id),
        json!(1),
        json!(-1),
        json!([0, id]),
        json!([9_223_372_036_854_775_807_i64, id]),
    ] {
        values.push(cursor(key));
    }
    for at in [
        "2026-03-02T09:00:00Z",
        "0000-01-01T00:00:00Z",
        "-4800-01-01T00:00:00Z",
        "+262000-01-01T00:00:00Z",
        "9999-12-31T23:59:59-14:00",
        "2026-03-02",
        "0001-01-01",
        "-4800-01-01",
        "+10000-01-01",
    ] {
        values.push(cursor(json!([at, id])));
    }
    values
}

/// Every list, with every value in every parameter.
fn queries() -> Vec<Request> {
    let mut requests = Vec::new();
    let document = groundwork::app::openapi();
    for (path, item) in document["paths"].as_object().unwrap() {
        let Some(operation) = item.get("get").filter(|_| path.starts_with("/v1/")) else { continue };
        let get = |caller, path: String| Request {
            caller,
            method: "GET".into(),
            path,
            headers: Vec::new(),
            body: None,
        };
        requests.extend((0..4).map(|caller| get(caller, path.clone())));
        for parameter in operation["parameters"].as_array().into_iter().flatten() {
            if parameter["in"] != "query" {
                continue;
            }
            let name = parameter["name"].as_str().unwrap();
            // Times, texts and cursors are compared in the database; others are words of a list.
            let compared = ["cursor", "after", "updated_since", "due_before", "search"].contains(&name);
            for (number, value) in values().into_iter().enumerate().step_by(if compared { 1 } else { 4 }) {
                // A name of ours in a value is not a part of the path, and stays as it is.
                let value = if value.starts_with('{') {
                    value
                } else {
                    url::form_urlencoded::byte_serialize(value.as_bytes()).collect()
                };
                requests.push(get(number % 4, format!("{path}?{name}={value}")));
            }
        }
        for sort in ["created_at", "updated_at", "-updated_at", "due_on"] {
            for key in [
                json!([null, "019f3c1e-7b2a-7c11-9f5e-3c1f0a9b2d4e"]),
                json!(["2026-03-02T09:00:00Z", "019f3c1e-7b2a-7c11-9f5e-3c1f0a9b2d4e"]),
                json!(["-4800-01-01T00:00:00Z", "019f3c1e-7b2a-7c11-9f5e-3c1f0a9b2d4e"]),
                json!(["-4800-01-01", "019f3c1e-7b2a-7c11-9f5e-3c1f0a9b2d4e"]),
            ] {
                let cursor = BASE64_URL_SAFE_NO_PAD.encode(key.to_string());
                requests.push(get(0, format!("{path}?sort={sort}&cursor={cursor}")));
            }
        }
    }
    requests
}

/// Changes, with odd texts, numbers, days, keys and tags.
fn changes() -> Vec<Request> {
    let mut requests = Vec::new();
    let texts = [
        "a",
        "",
        " ",
        "\u{0}",
        "\u{200b}",
        "é",
        "e\u{301}",
        "👩‍👩‍👧",
        "\u{202e}x",
        "'\"\\",
        "漢",
        "\u{ffff}",
        "%_",
        "ﬁ",
    ];
    let days = [
        "1900-01-01",
        "1899-12-31",
        "0000-01-01",
        "9999-12-31",
        "10000-01-01",
        "2026-02-29",
        "2024-02-29",
        "today",
        "9998-12-31",
        "2026-03-02",
    ];
    let numbers = [
        json!(0),
        json!(50.0),
        json!(100),
        json!(101),
        json!(-1),
        json!(0.5),
        json!(1e30),
        json!("1"),
        json!(null),
        json!(9_223_372_036_854_775_807_i64),
        json!(2_147_483_648_i64),
    ];
    let mut add = |caller, method: &str, path: &str, body: Value| {
        requests.push(Request {
            caller,
            method: method.into(),
            path: path.into(),
            headers: Vec::new(),
            body: Some(body),
        });
    };
    for text in texts {
        add(0, "POST", "/v1/plans", json!({"title": text, "answers": {"mission_statement": text}}));
        add(0, "PATCH", "/v1/plans/{plan_id}", json!({"title": text}));
        add(0, "POST", "/v1/action-items/{action_item_id}/progress", json!({"note": text}));
        add(1, "PATCH", "/v1/feedback/{feedback_id}", json!({"summary": text, "private_note": text}));
        add(0, "POST", "/v1/plans", json!({text: text}));
    }
    for day in days {
        add(0, "POST", "/v1/plans", json!({"title": "Mine", "starts_on": day}));
        add(0, "POST", "/v1/plans", json!({"title": "Mine", "starts_on": "1900-01-01", "ends_on": day}));
        add(0, "POST", "/v1/plans/{plan_id}/action-items", json!({"title": "Mine", "due_on": day}));
        add(0, "PATCH", "/v1/action-items/{action_item_id}", json!({"due_on": day}));
        add(0, "GET", "/v1/action-items?overdue=true", json!(null));
    }
    for number in numbers {
        add(0, "POST", "/v1/action-items/{action_item_id}/progress", json!({"progress_percent": number}));
        add(0, "POST", "/v1/plans/{plan_id}/agree", json!({"revision": number}));
        add(
            0,
            "PATCH",
            "/v1/plans/{plan_id}",
            json!({"answers": {"long_term_objective": {"horizon_years": number}}}),
        );
    }
    for step in ["share", "agree", "complete", "withdraw", "share", "archive"] {
        for caller in 0..4 {
            add(caller, "POST", &format!("/v1/plans/{{plan_id}}/{step}"), json!({}));
        }
    }
    let csv = |zone: &str, name: &str| {
        format!("external_id,user_name,display_name,time_zone\nx-ana,ana,Ana,{zone}\nN1,{name},New,\n,,,\n")
    };
    let mut send = |caller, headers: &[(&'static str, &str)], method: &str, path: &str, body: String| {
        let headers = headers.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        let body = Some(Value::String(body));
        requests.push(Request { caller, method: method.into(), path: path.into(), headers, body });
    };
    for (zone, name) in [
        ("Pacific/Kiritimati", "neu"),
        ("Pacific/Pago_Pago", "NEU"),
        ("UTC", "é"),
        ("Mars", "É"),
        ("", "ANA"),
        ("Asia/Kathmandu", "ana "),
        ("europe/berlin", "\u{200b}"),
    ] {
        send(2, &[("content-type", "text/csv")], "POST", "/v1/people/import", csv(zone, name));
        for list in ["?overdue=true", "?overdue=false", "?sort=due_on", "?due_before=9999-12-31"] {
            send(0, &[], "GET", &format!("/v1/action-items{list}"), String::new());
        }
        send(1, &[], "GET", "/v1/people/{person_id}/team-progress", String::new());
    }
    for value in ["\"1\"", "W/\"1\"", "1", "", "*", "\"1\", \"2\"", "\u{e9}"] {
        for header in
            ["if-match", "if-none-match", "idempotency-key", "accept", "content-type", "x-request-id"]
        {
            let headers = [("content-type", "application/json"), (header, value)];
            let headers = if header == "content-type" { &headers[1..] } else { &headers[..] };
            send(0, headers, "POST", "/v1/plans", r#"{"title":"Mine"}"#.into());
            send(0, headers, "PATCH", "/v1/plans/{plan_id}", r#"{"title":"Mine"}"#.into());
            send(0, headers, "GET", "/v1/plans/{plan_id}", String::new());
        }
    }
    requests
}

/// The first place where two responses differ.
fn difference(at: &str, left: &Value, right: &Value) -> String {
    let of = |name: &str, left: Option<&Value>, right: Option<&Value>| match (left, right) {
        (Some(left), Some(right)) if left == right => None,
        (Some(left), Some(right)) => Some(difference(&format!("{at}/{name}"), left, right)),
        _ => Some(format!("{at}/{name}: {left:?} and {right:?}")),
    };
    let first = match (left, right) {
        (Value::Object(left), Value::Object(right)) => {
            left.keys().chain(right.keys()).find_map(|name| of(name, left.get(name), right.get(name)))
        }
        (Value::Array(left), Value::Array(right)) => (0..left.len().max(right.len()))
            .find_map(|index| of(&index.to_string(), left.get(index), right.get(index))),
        _ => None,
    };
    first.unwrap_or_else(|| format!("{at}: {left} and {right}"))
}

#[actix_web::test]
async fn both_engines_answer_hundreds_of_odd_requests_alike() {
    let mut sides = [
        Side::start(TestDatabase::create_sqlite().await).await,
        Side::start(TestDatabase::create().await).await,
    ];
    let requests = [changes(), queries()].concat();
    assert!(requests.len() > 500, "{} requests", requests.len());
    eprintln!("comparing {} requests", requests.len());
    let mut differences = Vec::new();
    for request in &requests {
        let mut answers = Vec::new();
        for side in &mut sides {
            answers.push(side.send(request).await);
        }
        let failed = answers.iter().any(|answer| answer["status"].as_u64().unwrap() >= 500);
        if failed || answers[0] != answers[1] {
            differences.push(format!("{request:?}\n  {}", difference("", &answers[0], &answers[1])));
        }
    }
    assert!(
        differences.is_empty(),
        "{} differ:\n{}",
        differences.len(),
        differences[..differences.len().min(15)].join("\n")
    );
}
