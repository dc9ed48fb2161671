//! Repeated requests show their resource as `GET` does: over every POST of the document, after each way to lose the
//! right to read.

use std::collections::BTreeSet;

use futures_util::future::join_all;
use groundwork::auth::scope;

use crate::support::{
    Reply, TestApp, Value, json,
    people::{Person, item_path, path},
};

/// What happens between a request and its repetition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    Nothing,
    /// The plan goes on until it is archived: by then every rule of state refuses.
    MovesOn,
    Withdrawn,
    WithdrawnAndSharedAgain,
    ManagerChanged,
    /// The invitation of the reviewer is deleted, who can still read the feedback that they wrote.
    InvitationDeleted,
    /// The resource itself is deleted, or what it belongs to.
    Deleted,
    Deactivated,
    RoleLost,
    /// The token has one scope, of other operations.
    ScopeLost,
    /// The token has the scope of the POST, but not that of reading.
    ReadScopeLost,
}

const TURNS: [Turn; 11] = [
    Turn::Nothing,
    Turn::MovesOn,
    Turn::Withdrawn,
    Turn::WithdrawnAndSharedAgain,
    Turn::ManagerChanged,
    Turn::InvitationDeleted,
    Turn::Deleted,
    Turn::Deactivated,
    Turn::RoleLost,
    Turn::ScopeLost,
    Turn::ReadScopeLost,
];

impl Turn {
    /// Whether it may change anything for this caller of this operation.
    fn concerns(self, route: &str, name: &str) -> bool {
        match self {
            Self::MovesOn | Self::Withdrawn | Self::WithdrawnAndSharedAgain | Self::ManagerChanged => {
                route.ends_with("/handover")
                    || ![
                        "/v1/webhooks",
                        "/v1/people",
                        "/v1/questionnaires",
                        "/v1/action-templates",
                        "/v1/cycles",
                    ]
                    .iter()
                    .any(|other| route.starts_with(other))
            }
            Self::InvitationDeleted => name == "rita",
            Self::Deactivated => ["ana", "ben", "rita"].contains(&name),
            Self::RoleLost => name == "hr",
            Self::Nothing | Self::Deleted | Self::ScopeLost | Self::ReadScopeLost => true,
        }
    }
}

/// Who sends each POST of the document.
const CALLERS: &[(&str, &[&str])] = &[
    ("/v1/plans", &["ana"]),
    ("/v1/plans/{plan_id}/share", &["ana"]),
    ("/v1/plans/{plan_id}/withdraw", &["ana"]),
    ("/v1/plans/{plan_id}/agree", &["ana", "ben"]),
    ("/v1/plans/{plan_id}/complete", &["ana", "ben"]),
    ("/v1/plans/{plan_id}/archive", &["ana", "hr"]),
    ("/v1/plans/{plan_id}/renew", &["ana"]),
    ("/v1/plans/{plan_id}/feedback", &["ben", "rita"]),
    ("/v1/feedback/{feedback_id}/submit", &["ben", "rita"]),
    ("/v1/feedback/{feedback_id}/acknowledge", &["ana"]),
    ("/v1/plans/{plan_id}/feedback-requests", &["ana"]),
    ("/v1/plans/{plan_id}/comments", &["ana", "ben", "rita"]),
    ("/v1/plans/{plan_id}/proposals", &["ben", "rita"]),
    ("/v1/plans/{plan_id}/proposals/{proposal_id}/accept", &["ana"]),
    ("/v1/plans/{plan_id}/proposals/{proposal_id}/decline", &["ana"]),
    ("/v1/plans/{plan_id}/proposals/{proposal_id}/withdraw", &["ben", "rita"]),
    ("/v1/plans/{plan_id}/action-items", &["ana", "ben"]),
    ("/v1/action-items/{action_item_id}/progress", &["ana", "portal"]),
    ("/v1/action-items/progress/import", &["ana", "portal"]),
    ("/v1/plans/{plan_id}/discussions", &["ana", "ben"]),
    ("/v1/discussions/{discussion_id}/hold", &["ana", "ben"]),
    ("/v1/discussions/{discussion_id}/cancel", &["ana", "ben"]),
    ("/v1/me/calendar", &["ana"]),
    ("/v1/people/import", &["hr", "portal"]),
    ("/v1/people/{person_id}/handover", &["ben"]),
    ("/v1/people/{person_id}/unlink-identity", &["hr"]),
    ("/v1/people/{person_id}/export", &["hr"]),
    ("/v1/people/{person_id}/erase", &["hr"]),
    ("/v1/action-templates", &["hr", "portal", "ben"]),
    ("/v1/questionnaires", &["hr", "portal"]),
    ("/v1/cycles", &["hr", "portal"]),
    ("/v1/cycles/{cycle_id}/participants", &["hr", "portal"]),
    ("/v1/webhooks", &["hr", "portal"]),
    ("/v1/webhooks/{webhook_id}/rotate-secret", &["hr", "portal"]),
    ("/v1/webhooks/{webhook_id}/test", &["hr", "portal"]),
    ("/v1/webhooks/{webhook_id}/redeliver", &["hr"]),
    ("/v1/webhooks/{webhook_id}/deliveries/{delivery_id}/redeliver", &["hr"]),
];

/// Where `GET` shows what the response to a POST shows.
enum Shown {
    /// The resource itself.
    At(String),
    /// An item of a list.
    Among(String),
    /// Nothing shows the result itself; whoever may read this may read it.
    AsMuchAs(String),
}

/// A POST that is ready to be sent.
struct Case {
    path: String,
    media_type: &'static str,
    body: String,
}

struct World {
    app: TestApp,
    ana: Person,
    ben: Person,
    dora: Person,
    rita: Person,
    plan: Value,
    item: Value,
    invitation: Value,
}

fn id(thing: &Value) -> String {
    thing["id"].as_str().unwrap().to_owned()
}

fn cycle() -> Value {
    json!({
        "name": "2026", "prepare_by": "2026-04-01", "share_by": "2026-04-10", "respond_by": "2026-04-20",
        "discuss_by": "2026-05-01", "participants": {"departments": ["Platform"]},
    })
}

fn webhook() -> Value {
    json!({"url": "https://hr.example.com/hooks", "event_types": ["groundwork.plan.*"]})
}

fn talk() -> Value {
    json!({"starts_at": "2026-03-10T09:00:00Z"})
}

impl World {
    /// A shared plan of Ana, whose manager is Ben, and which Rita is invited to review.
    async fn new() -> Self {
        let app = TestApp::start().await;
        let (ana, ben) = app.employee_and_manager().await;
        let (dora, rita) = (app.person("dora", None).await, app.person("rita", None).await);
        let plan = ana.shares_a_ready_plan().await;
        let item = ana.first_item(&plan).await;
        let invitation = ana.invites(&plan, &rita, json!(["basic", "deeper", "planning"])).await;
        Self { app, ana, ben, dora, rita, plan, item, invitation }
    }

    fn caller(&self, name: &str) -> Person {
        match name {
            "ana" => self.ana.clone(),
            "ben" => self.ben.clone(),
            "rita" => self.rita.clone(),
            "hr" => self.app.hr_admin(),
            "portal" => self.app.service(&scope::ALL.join(" ")),
            _ => panic!("{name}"),
        }
    }

    /// The caller with the token of a turn.
    fn caller_after(&self, name: &str, turn: Turn, post_scope: &str) -> Person {
        let scope = match turn {
            Turn::ScopeLost => "events:read",
            Turn::ReadScopeLost => post_scope,
            Turn::RoleLost => return self.app.bearer(json!({"sub": "hr"})),
            _ => return self.caller(name),
        };
        match name {
            "portal" => self.app.service(scope),
            "hr" => self.app.bearer(json!({"sub": "hr", "roles": ["hr_admin"], "scope": scope})),
            _ => self.app.bearer(json!({"sub": name, "scope": scope})),
        }
    }

    /// Makes what the operation needs, and the request.
    async fn prepare(&self, route: &str, caller: &Person) -> Case {
        let mut ids = vec![("{plan_id}", id(&self.plan)), ("{action_item_id}", id(&self.item))];
        let feedback = format!("{}/feedback", path(&self.plan));
        if route.ends_with("/complete") || route.ends_with("/renew") {
            self.ana.agrees(&self.plan).await;
            self.ben.agrees(&self.plan).await;
        }
        if route.ends_with("/submit") {
            ids.push((
                "{feedback_id}",
                id(&caller.post(&feedback, json!({"summary": "Go on"})).await.is(201)),
            ));
        }
        if route.ends_with("/acknowledge") {
            let given = self.ben.post(&feedback, json!({"summary": "Go on"})).await.is(201);
            self.ben.post(&format!("/v1/feedback/{}/submit", id(&given)), json!({})).await.is(200);
            ids.push(("{feedback_id}", id(&given)));
        }
        if route.contains("{discussion_id}") {
            let talk = self.ana.post(&format!("{}/discussions", path(&self.plan)), talk()).await.is(201);
            ids.push(("{discussion_id}", id(&talk)));
        }
        if route.contains("{proposal_id}") {
            let author = if route.ends_with("/withdraw") { caller } else { &self.ben };
            let proposal =
                author.post(&format!("{}/proposals", path(&self.plan)), json!({"title": "Try"})).await;
            ids.push(("{proposal_id}", id(&proposal.is(201))));
        }
        if route.contains("{webhook_id}") {
            let hook = self.caller("hr").post("/v1/webhooks", webhook()).await.is(201);
            let test = format!("/v1/webhooks/{}/test", id(&hook));
            let delivery = self.caller("hr").post(&test, json!({})).await.is(201);
            ids.extend([("{webhook_id}", id(&hook)), ("{delivery_id}", id(&delivery))]);
        }
        if route.contains("{cycle_id}") {
            let made = self.caller("hr").post("/v1/cycles", cycle()).await.is(201);
            ids.push(("{cycle_id}", id(&made)));
        }
        let mut left = Value::Null;
        if route.ends_with("/handover") {
            self.app.moves(&self.ana, &self.dora).await;
            left = self.dora.adds(&self.plan, json!({"title": "Open doors"})).await["id"].clone();
            self.app.moves(&self.ana, &self.ben).await;
            ids.push(("{person_id}", self.ana.id.clone()));
        } else if route.contains("{person_id}") {
            self.dora.get("/v1/me").await.is(200);
            ids.push(("{person_id}", self.dora.id.clone()));
        }
        let body = match route.rsplit('/').next().unwrap() {
            "plans" => json!({"title": "Another"}),
            "complete" => json!({"reflection": "It went well"}),
            "feedback" => json!({"summary": "Go on"}),
            "feedback-requests" => json!({"reviewer_id": self.dora.id, "sections": ["basic"]}),
            "comments" => json!({"subject": {"kind": "answer", "id": "values"}, "text": "Good"}),
            "proposals" => json!({"title": "Try"}),
            "action-items" => json!({"title": "Read"}),
            "discussions" => talk(),
            "progress" => json!({"progress_percent": 10}),
            "handover" => json!({"take": [left]}),
            "webhooks" => webhook(),
            "questionnaires" => json!({"languages": ["en"]}),
            "action-templates" => json!({"title": "Shadow a colleague"}),
            "cycles" => cycle(),
            "participants" => json!({"departments": ["Design"]}),
            "unlink-identity" => json!({"reason": "A new account"}),
            "redeliver" if !route.contains("deliveries") => json!({"since": "2026-03-01T00:00:00Z"}),
            "erase" => json!({"reason": "no_longer_necessary", "confirm": "dora"}),
            "export" | "share" | "withdraw" | "agree" | "archive" | "renew" | "submit" | "acknowledge"
            | "rotate-secret" | "test" | "redeliver" | "hold" | "cancel" | "calendar" | "accept"
            | "decline" => json!({}),
            "import" => json!({"action_item_id": id(&self.item), "progress_percent": 20}),
            _ => panic!("no body for {route}"),
        };
        let (media_type, body) = match route {
            "/v1/people/import" => {
                ("text/csv", "external_id,user_name,display_name\nE1,new,New\n".to_owned())
            }
            "/v1/action-items/progress/import" => ("application/x-ndjson", body.to_string()),
            _ => ("application/json", body.to_string()),
        };
        let path = ids.iter().fold(route.to_owned(), |path, (name, id)| path.replace(name, id));
        Case { path, media_type, body }
    }

    /// Where the resource of a response is.
    fn shown(&self, route: &str, case: &Case, first: &Reply) -> Shown {
        let parent = |depth: usize| {
            let parts: Vec<&str> = case.path.split('/').collect();
            parts[..parts.len() - depth].join("/")
        };
        match route {
            "/v1/action-items/progress/import" => Shown::AsMuchAs(item_path(&self.item)),
            "/v1/people/import" => Shown::AsMuchAs("/v1/people".into()),
            "/v1/people/{person_id}/handover" => Shown::At(case.path.clone()),
            "/v1/people/{person_id}/export" | "/v1/people/{person_id}/erase" => Shown::AsMuchAs(parent(1)),
            "/v1/webhooks/{webhook_id}/redeliver" => Shown::AsMuchAs(parent(1)),
            "/v1/webhooks/{webhook_id}/test" => Shown::Among(format!("{}/deliveries", parent(1))),
            "/v1/webhooks/{webhook_id}/deliveries/{delivery_id}/redeliver" => Shown::Among(parent(2)),
            _ if ["/progress", "/feedback-requests", "/comments"].iter().any(|end| route.ends_with(end)) => {
                Shown::Among(case.path.clone())
            }
            _ if route.contains("{proposal_id}") => Shown::At(format!("/v1/proposals/{}", id(&first.body))),
            _ if first.status == 201 => Shown::At(first.header("location").to_owned()),
            _ => Shown::At(parent(1)),
        }
    }

    async fn take(&self, turn: Turn, name: &str, shown: &Shown, first: &Value) {
        let Self { app, ana, ben, dora, plan, invitation, .. } = self;
        // A step that the state does not allow is no matter: `GET` says what is left.
        match turn {
            Turn::Nothing | Turn::RoleLost | Turn::ScopeLost | Turn::ReadScopeLost => {}
            Turn::MovesOn => {
                for step in ["agree", "withdraw", "share"] {
                    ana.takes(step, plan, json!({})).await;
                }
                ben.takes("agree", plan, json!({})).await;
                ana.takes("agree", plan, json!({})).await;
                ana.takes("complete", plan, json!({"reflection": "Done"})).await;
                ana.takes("archive", plan, json!({})).await;
            }
            Turn::Withdrawn => drop(ana.takes("withdraw", plan, json!({})).await),
            Turn::WithdrawnAndSharedAgain => {
                ana.takes("withdraw", plan, json!({})).await;
                ana.patch(&path(plan), json!({"title": "Cleaned up"})).await;
                ana.takes("share", plan, json!({})).await;
            }
            Turn::ManagerChanged => app.moves(ana, dora).await,
            Turn::InvitationDeleted => {
                ana.delete(&format!("/v1/feedback-requests/{}", id(invitation))).await;
            }
            Turn::Deleted => {
                let hr = self.caller("hr");
                match shown {
                    Shown::At(path) | Shown::AsMuchAs(path) => {
                        for caller in [&hr, ana, &self.caller(name)] {
                            caller.delete(path).await;
                        }
                    }
                    Shown::Among(list) => {
                        let thing = if list.ends_with("/feedback-requests") {
                            format!("/v1/feedback-requests/{}", id(first))
                        } else {
                            list.rsplit_once('/').unwrap().0.to_owned()
                        };
                        for caller in [&hr, ana] {
                            caller.delete(&thing).await;
                        }
                    }
                }
            }
            Turn::Deactivated => app.leaves(&self.caller(name)).await,
        }
    }
}

async fn send(caller: &Person, case: &Case) -> Reply {
    let request = caller.request("POST", &case.path).header("idempotency-key", "a-key");
    Reply::of(request.header("content-type", case.media_type).body(case.body.clone())).await
}

/// Sends a request, takes a turn, and repeats it. Returns whether the repetition was refused.
async fn repeats(route: &str, post_scope: &str, name: &str, turn: Turn) -> bool {
    let what = format!("POST {route} by {name}, {turn:?}");
    let world = World::new().await;
    let caller = world.caller(name);
    let case = world.prepare(route, &caller).await;
    let first = send(&caller, &case).await;
    assert!(first.status < 300, "{what}: {:#}", first.body);
    let shown = world.shown(route, &case, &first);
    world.take(turn, name, &shown, &first.body).await;
    let caller = world.caller_after(name, turn, post_scope);
    let counts = async || (world.app.events().await.len(), world.app.count("idempotency_records").await);
    let before = counts().await;

    let again = send(&caller, &case).await;

    assert_eq!(counts().await, before, "{what} was carried out again");
    let (Shown::At(place) | Shown::Among(place) | Shown::AsMuchAs(place)) = &shown;
    let now = caller.get(place).await;
    if route == "/v1/action-items/progress/import" && now.status == 404 {
        // An import may name many items: the rows of those that cannot be read any longer are as of items that do not
        // exist.
        assert_eq!((again.status, &again.body["recorded"]), (200, &json!(0)), "{what}: {:#}", again.body);
        assert_eq!(again.body["rows"][0]["progress_update_id"], Value::Null, "{what}");
        assert_eq!(again.body["rows"][0]["errors"][0]["pointer"], "/action_item_id", "{what}");
        return true;
    }
    if now.status >= 300 {
        let refusal = (again.status, again.body["type"].clone());
        assert_eq!(refusal, (now.status, now.body["type"].clone()), "{what}: {:#}", again.body);
        assert!(!again.body.to_string().contains("Grow into the lead"), "{what}");
        return true;
    }
    if let Shown::Among(_) = shown
        && !now.body["items"].as_array().unwrap().iter().any(|item| item["id"] == first.body["id"])
    {
        assert_eq!(again.status, 404, "{what}: {:#}", again.body);
        return true;
    }
    assert_eq!(again.status, first.status, "{what}: {:#}", again.body);
    assert_eq!(again.header("idempotency-replayed"), "true", "{what}");
    assert_eq!(again.headers.get("location"), first.headers.get("location"), "{what}");
    match &shown {
        Shown::At(_) => {
            let mut body = again.body.clone();
            for once in ["secret", "address"] {
                let secret = body.as_object_mut().unwrap().remove(once);
                assert_eq!(secret.as_ref(), first.body.get(once), "{what}");
            }
            assert_eq!(body, now.body, "{what}");
            assert_eq!(again.headers.get("etag"), now.headers.get("etag"), "{what}");
        }
        Shown::Among(_) => {
            assert!(now.body["items"].as_array().unwrap().contains(&again.body), "{what}: {:#}", again.body);
        }
        Shown::AsMuchAs(_) => assert_eq!(again.body, first.body, "{what}"),
    }
    false
}

#[actix_web::test]
async fn a_repeated_request_shows_what_get_shows_and_is_refused_as_get_is() {
    let paths = groundwork::app::openapi()["paths"].as_object().unwrap();
    let mut turns_that_refuse = BTreeSet::new();
    // SCIM has no keys: a POST that is sent again is 409, as the user is there.
    let paths = paths.iter().filter(|(route, _)| route.starts_with("/v1/"));
    for (route, operation) in paths.filter_map(|(route, methods)| Some((route, methods.get("post")?))) {
        let callers = CALLERS.iter().find(|(known, _)| known == route);
        let (_, callers) = callers.unwrap_or_else(|| panic!("who sends POST {route}? add it to CALLERS"));
        let post_scope = operation["security"][0]["bearer"][0].as_str().unwrap_or_default();
        let mut refused = BTreeSet::new();
        for name in *callers {
            let turns: Vec<Turn> = TURNS.into_iter().filter(|turn| turn.concerns(route, name)).collect();
            let each = turns.iter().map(|turn| repeats(route, post_scope, name, *turn));
            let found = join_all(each).await;
            refused.extend(turns.iter().zip(found).filter(|(_, refused)| *refused).map(|(turn, _)| *turn));
        }
        assert!(!refused.contains(&Turn::Nothing), "{route}");
        assert!(refused.contains(&Turn::ScopeLost), "{route}");
        turns_that_refuse.extend(refused);
    }
    let expected: BTreeSet<Turn> = TURNS
        .into_iter()
        .filter(|turn| {
            ![Turn::Nothing, Turn::MovesOn, Turn::WithdrawnAndSharedAgain, Turn::InvitationDeleted]
                .contains(turn)
        })
        .collect();
    assert!(turns_that_refuse.is_superset(&expected), "{turns_that_refuse:?}");
}

#[actix_web::test]
async fn nothing_of_a_response_is_stored_but_its_resource() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = json!({"title": "A title that is nobody's business"});
    let keyed = ana.request("POST", "/v1/plans").header("idempotency-key", "a-key-of-mine");
    Reply::of(keyed.json(&plan)).await.is(201);
    let keyed = app.hr_admin().request("POST", "/v1/webhooks").header("idempotency-key", "a-key-of-theirs");
    let secret = Reply::of(keyed.json(&webhook())).await.is(201)["secret"].as_str().unwrap().to_owned();

    let columns = "caller || key || fingerprint || coalesce(etag, '') || body || coalesce(details, '') \
         || coalesce(shown_once, '') || coalesce(resource, '')";
    let stored = app.database().texts(&format!("select {columns} from idempotency_records")).await.concat();
    for private in ["nobody's business", "a-key-of", &secret, "whsec_"] {
        assert!(!stored.contains(private), "{stored}");
    }
    let stored = app.database().texts("select secret from webhooks").await.concat();
    assert!(stored.starts_with("sealed.") && !stored.contains("whsec_"), "{stored}");
}

#[actix_web::test]
async fn the_result_of_a_repeated_import_is_the_same_to_the_byte() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    let progress = json!({"action_item_id": item["id"], "progress_percent": 40});
    let cases = [
        (
            &app.hr_admin(),
            "/v1/people/import",
            [
                r#"{"external_id":"E1","user_name":"one","display_name":"One","manager_external_id":"E2"}"#,
                "{}",
                "",
            ]
            .join("\n"),
        ),
        (&ana, "/v1/action-items/progress/import", format!("{progress}\n{{}}\n")),
    ];
    for (caller, path, body) in cases {
        let send = async || {
            let request = caller.request("POST", path).header("idempotency-key", "once-more");
            let request = request.header("content-type", "application/x-ndjson").body(body.clone());
            let reply = request.send().await.unwrap();
            (reply.headers().contains_key("idempotency-replayed"), reply.text().await.unwrap())
        };
        let (first, again) = (send().await, send().await);
        assert!(!first.0 && again.0 && first.1.contains("\"failed\":1"), "{first:?}");
        assert_eq!(first.1, again.1);
    }
}

#[actix_web::test]
async fn the_stored_result_of_a_large_import_counts_what_it_leaves_out() {
    let app = TestApp::start().await;
    let (hr, rows) = (app.hr_admin(), 4000);
    let case = Case {
        path: "/v1/people/import".into(),
        media_type: "text/csv",
        body: ["external_id,user_name,display_name\n".to_owned()]
            .into_iter()
            .chain((0..rows).map(|row| format!("E{row},user{row},Somebody\n")))
            .collect(),
    };
    let first = send(&hr, &case).await.is(200);
    let again = send(&hr, &case).await;

    assert_eq!(again.header("idempotency-replayed"), "true");
    let again = again.is(200);
    let (kept, left_out) = (again["rows"].as_array().unwrap(), again["results_left_out"].as_u64().unwrap());
    assert!(left_out > 0 && kept.len() > 1000, "{left_out}");
    let shown = first["rows"].as_array().unwrap();
    let left_out_at_first = first["results_left_out"].as_u64().unwrap();
    assert_eq!(kept.len() as u64 + left_out, shown.len() as u64 + left_out_at_first);
    assert_eq!(kept[..], shown[..kept.len()]);
    assert_eq!(again["created"], rows);
    let size = "select cast(length(details) as text) from idempotency_records";
    assert!(app.database().texts(size).await[0].parse::<usize>().unwrap() < 300_000);
}

#[actix_web::test]
async fn a_response_that_an_earlier_release_has_stored_is_not_shown_and_not_repeated() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let case = Case {
        path: "/v1/plans".into(),
        media_type: "application/json",
        body: json!({"title": "Mine"}).to_string(),
    };
    send(&ana, &case).await.is(201);
    app.database()
        .execute(
            "update idempotency_records set key = 'a-key', resource = null, body = '{\"title\": \"Mine\"}'",
        )
        .await;

    send(&ana, &case).await.refused(409, "conflict");
    assert_eq!(app.count("plans").await, 1);
}
