//! Authentication, and what each token may do.

use groundwork::auth::{scope, token};

use crate::support::{
    Reply, SECRET, TestApp, Value, json,
    people::{Person, path},
};

/// A request to read `/v1/plans` with this `Authorization`.
async fn knock(app: &TestApp, authorization: &str) -> Reply {
    Reply::of(app.request("GET", "/v1/plans").header("authorization", authorization)).await
}

#[actix_web::test]
async fn a_request_without_a_token_is_asked_for_one() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;

    let silent = Reply::of(app.request("GET", "/v1/plans")).await;
    assert_eq!(silent.header("www-authenticate"), r#"Bearer realm="groundwork""#);
    silent.refused(401, "unauthorized");
    for other in ["Basic YW5hOnNlY3JldA==", "Bearer", "Bearer ", "Token abc", ana.token.as_str()] {
        let reply = knock(&app, other).await;
        assert_eq!(reply.header("www-authenticate"), r#"Bearer realm="groundwork""#, "{other}");
        reply.refused(401, "unauthorized");
    }
    // The scheme's case does not matter.
    knock(&app, &format!("bEARER {}", ana.token)).await.is(200);
}

#[actix_web::test]
async fn an_invalid_token_is_told_why() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let now = app.clock().now().timestamp();
    let mint = |secret: &str, claims: Value| token::mint(secret, &claims).unwrap();
    let claims = |extra: Value| {
        let mut claims = json!({"tenant": "acme", "sub": "ana", "exp": now + 3600});
        claims.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        claims
    };
    let mut tampered = ana.token.clone();
    tampered.replace_range(tampered.len() - 5.., "AAAAA");

    for (token, reason) in [
        ("garbage".to_owned(), "is not a signed JWT"),
        ("a.b.c".to_owned(), "is not a signed JWT"),
        (tampered, "signature"),
        (mint("another secret that is long enough", claims(json!({}))), "signature"),
        (mint(SECRET, claims(json!({"exp": now - 30}))), "has expired"),
        (mint(SECRET, claims(json!({"nbf": now + 31}))), "is not valid yet"),
        (mint(SECRET, claims(json!({"exp": null}))), "lacks the claim exp"),
        (mint(SECRET, claims(json!({"tenant": null}))), "lacks the claim tenant"),
        (mint(SECRET, claims(json!({"sub": ""}))), "the claim sub"),
        (mint(SECRET, claims(json!({"roles": 7}))), "the claim roles"),
    ] {
        let reply = knock(&app, &format!("Bearer {token}")).await;

        let challenge = reply.header("www-authenticate").to_owned();
        assert!(challenge.starts_with(r#"Bearer realm="groundwork", error="invalid_token""#), "{challenge}");
        assert!(challenge.contains(reason), "{challenge} does not tell that the token {reason}");
        let problem = reply.refused(401, "unauthorized");
        assert!(problem["detail"].as_str().unwrap().contains(reason));
    }
    // Clocks may disagree by half a minute.
    let almost = mint(SECRET, claims(json!({"exp": now - 29, "nbf": now + 30})));
    knock(&app, &format!("Bearer {almost}")).await.is(200);
}

#[actix_web::test]
async fn a_token_that_was_believed_once_expires_all_the_same() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    ana.get("/v1/plans").await.is(200);

    app.clock().advance(chrono::Duration::minutes(61));

    ana.get("/v1/plans").await.refused(401, "unauthorized");
    ana.with_new_token().get("/v1/plans").await.is(200);
}

#[actix_web::test]
async fn issuer_and_audience_are_checked_where_the_settings_name_them() {
    let flags = ["--auth-issuer=https://id.example", "--auth-audience=groundwork"];
    let app = TestApp::start_with(&flags).await;
    let (ana, _) = app.employee_and_manager().await;

    ana.get("/v1/plans").await.refused(401, "unauthorized");
    let stray = json!({"sub": "ana", "iss": "https://id.example", "aud": "payroll"});
    app.bearer(stray).get("/v1/plans").await.refused(401, "unauthorized");
    let meant = json!({"sub": "ana", "iss": "https://id.example", "aud": ["payroll", "groundwork"]});
    app.bearer(meant).get("/v1/plans").await.is(200);
}

#[actix_web::test]
async fn people_are_found_by_the_field_that_the_settings_name() {
    let app = TestApp::start_with(&["--auth-person-match=external-id"]).await;
    let (ana, _) = app.employee_and_manager().await;

    let by_external_id = app.bearer(json!({"sub": "x-ana"}));
    let plan = by_external_id.post("/v1/plans", json!({"title": "Mine"})).await.is(201);
    assert_eq!(plan["owner_id"], ana.id);
    ana.post("/v1/plans", json!({"title": "Mine"})).await.refused(403, "not-in-directory");
}

#[actix_web::test]
async fn scopes_narrow_what_a_person_may_do() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let with = |scopes: &str| app.bearer(json!({"sub": "ana", "scope": scopes}));

    let reader = with("openid plans:read");
    reader.get(&path(&plan)).await.is(200);
    let refused = reader.patch(&path(&plan), json!({"title": "Grow"})).await;
    assert_eq!(
        refused.header("www-authenticate"),
        r#"Bearer realm="groundwork", error="insufficient_scope", scope="plans:write""#
    );
    let problem = refused.refused(403, "missing-scope");
    assert!(problem["detail"].as_str().unwrap().contains("plans:write"));
    with("plans:write").get(&path(&plan)).await.refused(403, "missing-scope");
    // Scopes of other services do not limit a person's token.
    with("openid email").patch(&path(&plan), json!({"title": "Grow"})).await.is(200);
}

#[actix_web::test]
async fn the_role_of_an_hr_admin_comes_from_the_token() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;

    app.hr_admin().get(&path(&plan)).await.is(200);
    app.bearer(json!({"sub": "ben", "roles": "hr_admin"})).get(&path(&plan)).await.is(200);
    let narrowed = app.bearer(json!({"sub": "hr", "roles": ["hr_admin"], "scope": "people:read"}));
    narrowed.get(&path(&plan)).await.refused(403, "missing-scope");
    app.bearer(json!({"sub": "hr", "roles": ["admin"]})).get(&path(&plan)).await.refused(404, "not-found");
}

#[actix_web::test]
async fn an_inactive_person_cannot_call_the_api() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    ana.get("/v1/plans").await.is(200);

    app.leaves(&ana).await;

    ana.get("/v1/plans").await.refused(403, "forbidden");
    app.bearer(json!({"sub": "ana", "roles": ["hr_admin"]})).get("/v1/plans").await.refused(403, "forbidden");
}

#[actix_web::test]
async fn tenants_know_nothing_of_each_other() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let other_ana = app.person_in("globex", "ana", None, "UTC").await;
    let other_hr = app.hr_admin_of("globex");
    let scopes = scope::ALL.join(" ");
    let other_service =
        app.bearer(json!({"tenant": "globex", "sub": "portal", "client_id": "portal", "scope": scopes}));

    for stranger in [&other_ana, &other_hr, &other_service] {
        stranger.get(&path(&plan)).await.refused(404, "not-found");
        for list in ["/v1/plans", "/v1/action-items"] {
            assert_eq!(stranger.list(list).await, [json!(null); 0]);
            let filtered = format!("{list}?owner_id={}", ana.id);
            assert_eq!(stranger.list(&filtered).await, [json!(null); 0]);
        }
    }
    let theirs = other_ana.shares_a_ready_plan().await;
    ana.get(&path(&theirs)).await.refused(404, "not-found");
    assert_eq!(app.hr_admin().list("/v1/plans").await.len(), 1);
}

/// Operations that need no token.
const OPEN: [&str; 5] =
    ["/health/live", "/health/ready", "/problems", "/problems/{name}", "/v1/calendar/{secret}.ics"];

/// Every other operation: its method, path and scope, with ids of things that exist and the body of its example,
/// and whether it is about one thing.
struct Operation {
    method: String,
    path: String,
    about_one: bool,
    scope: Option<String>,
    body: Option<(String, String)>,
}

impl Operation {
    fn all(ids: &[(&str, &str)]) -> Vec<Self> {
        let document = groundwork::app::openapi();
        let mut operations = Vec::new();
        let routes = document["paths"].as_object().unwrap();
        for (route, methods) in routes.iter().filter(|(route, _)| !OPEN.contains(&route.as_str())) {
            let path = ids.iter().fold(route.clone(), |path, (name, id)| path.replace(name, id));
            assert!(!path.contains('{'), "{path} needs an id");
            for (method, operation) in methods.as_object().unwrap() {
                let body = operation["requestBody"]["content"].as_object().and_then(|content| {
                    let (media_type, body) = content.iter().next()?;
                    let example = &body["example"];
                    Some((
                        media_type.clone(),
                        example.as_str().map_or_else(|| example.to_string(), str::to_owned),
                    ))
                });
                operations.push(Self {
                    method: method.to_uppercase(),
                    path: path.clone(),
                    about_one: route.contains('{'),
                    scope: operation["security"][0]["bearer"][0].as_str().map(str::to_owned),
                    body,
                });
            }
        }
        operations
    }

    async fn by(&self, caller: &Person) -> Reply {
        Reply::of(self.with(caller.request(&self.method, &self.path))).await
    }

    fn with(&self, request: reqwest::RequestBuilder) -> reqwest::RequestBuilder {
        match &self.body {
            Some((media_type, body)) => request.header("content-type", media_type).body(body.clone()),
            None => request,
        }
    }
}

#[actix_web::test]
async fn every_operation_refuses_callers_without_access() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    let feedback = ben.post(&format!("{}/feedback", path(&plan)), json!({"summary": "Go on"})).await.is(201);
    let requests = ana.list(&format!("{}/feedback-requests", path(&plan))).await;
    let talk = json!({"starts_at": "2026-03-10T09:00:00Z"});
    let talk = ana.post(&format!("{}/discussions", path(&plan)), talk).await.is(201);
    let template = ben.post("/v1/action-templates", json!({"title": "Shadow a colleague"})).await.is(201);
    app.hr_admin().post("/v1/questionnaires", json!({"languages": ["en"]})).await.is(201);
    let comment = json!({"subject": {"kind": "plan", "id": plan["id"]}, "text": "Good"});
    let comment = ben.post(&format!("{}/comments", path(&plan)), comment).await.is(201);
    let proposal = ben.post(&format!("{}/proposals", path(&plan)), json!({"title": "Try"})).await.is(201);
    let portal = app.service("webhooks:manage");
    let webhook = json!({"url": "https://hr.example.com/hooks", "event_types": ["groundwork.plan.*"]});
    let webhook = portal.post("/v1/webhooks", webhook).await.is(201);
    let test = format!("/v1/webhooks/{}/test", webhook["id"].as_str().unwrap());
    let delivery = portal.post(&test, json!({})).await.is(201);
    let cycle = json!({
        "name": "2026", "prepare_by": "2026-04-01", "share_by": "2026-04-10", "respond_by": "2026-04-20",
        "discuss_by": "2026-05-01", "participants": {"person_ids": [ana.id]},
    });
    let cycle = app.service("cycles:write").post("/v1/cycles", cycle).await.is(201);
    let ids = [
        ("{plan_id}", plan["id"].as_str().unwrap()),
        ("{action_item_id}", item["id"].as_str().unwrap()),
        ("{feedback_id}", feedback["id"].as_str().unwrap()),
        ("{comment_id}", comment["id"].as_str().unwrap()),
        ("{proposal_id}", proposal["id"].as_str().unwrap()),
        ("{feedback_request_id}", requests[0]["id"].as_str().unwrap()),
        ("{discussion_id}", talk["id"].as_str().unwrap()),
        ("{person_id}", &ana.id),
        ("{number}", "1"),
        ("{version}", "2"),
        ("{template_id}", template["id"].as_str().unwrap()),
        ("{webhook_id}", webhook["id"].as_str().unwrap()),
        ("{delivery_id}", delivery["id"].as_str().unwrap()),
        ("{cycle_id}", cycle["id"].as_str().unwrap()),
        ("{resource_type}", "User"),
        ("{schema}", "urn:ietf:params:scim:schemas:core:2.0:User"),
    ];
    let elsewhere = app.person_in("globex", "ana", None, "UTC").await;
    let stranger = app.person("eve", None).await;
    let hr_elsewhere = app.hr_admin_of("globex");
    let scim_elsewhere = app.service_of("globex", "provider", "scim");
    let garbage = Person { token: "garbage".into(), ..ana.clone() };
    let before = (ana.reads(&plan).await, app.events().await);

    for operation in Operation::all(&ids) {
        let what = format!("{} {}", operation.method, operation.path);
        let anonymous = Reply::of(operation.with(app.request(&operation.method, &operation.path))).await;
        anonymous.refused_at(&operation.path, 401, "unauthorized");
        operation.by(&garbage).await.refused_at(&operation.path, 401, "unauthorized");
        if let Some(needed) = &operation.scope {
            let others: Vec<&str> = scope::ALL.iter().copied().filter(|scope| scope != needed).collect();
            let scope = others.join(" ");
            for claims in [
                json!({"sub": "ana", "scope": scope}),
                json!({"sub": "hr", "roles": ["hr_admin"], "scope": scope}),
                json!({"sub": "portal", "client_id": "portal", "scope": scope}),
            ] {
                let refused = operation.by(&app.bearer(claims)).await;
                assert_eq!(refused.status, 403, "{what}: {:#}", refused.body);
                assert!(refused.header("www-authenticate").contains(needed), "{what}");
                refused.refused_at(&operation.path, 403, "missing-scope");
            }
        }
        if operation.path.starts_with("/scim/") {
            for person in [&ana, &stranger, &hr_elsewhere, &elsewhere] {
                operation.by(person).await.scim_refused(403, None);
            }
            if operation.path.contains(&ana.id) {
                operation.by(&scim_elsewhere).await.scim_refused(404, None);
            }
        } else if operation.about_one {
            operation.by(&hr_elsewhere).await.refused(404, "not-found");
            for other in [&elsewhere, &stranger] {
                let refused = operation.by(other).await.status;
                assert!([403, 404].contains(&refused), "{what}: {refused}");
            }
        } else if operation.method == "GET" {
            for other in [&hr_elsewhere, &elsewhere, &stranger] {
                let told = operation.by(other).await.body.to_string();
                for (name, id) in ids.iter().filter(|(name, _)| !["{number}", "{version}"].contains(name)) {
                    assert!(!told.contains(id), "{what} tells {name}: {told}");
                }
            }
        }
    }
    assert_eq!((ana.reads(&plan).await, app.events().await), before);
    // Each opens with the scope that it says it needs.
    for operation in Operation::all(&ids) {
        let scope = operation.scope.clone().unwrap_or_default();
        let reply = operation.by(&app.service(&scope)).await;
        let lacks_scope =
            reply.body["detail"].as_str().is_some_and(|detail| detail.contains("needs the scope"));
        let missing = reply.status == 401 || lacks_scope;
        assert!(!missing, "{} {} by {scope}: {:#}", operation.method, operation.path, reply.body);
    }
}
