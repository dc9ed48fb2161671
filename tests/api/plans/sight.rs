//! What others see of a plan moves only when it moves: whatever the owner does to the working copy, every response to
//! everybody else stays the same, with its headers and cursors.

use std::collections::BTreeMap;

use chrono::Duration;

use crate::support::{
    Reply, TestApp, Value, json,
    people::{Person, path, ready_answers},
};

/// One request, by what was asked.
type Answers = BTreeMap<String, String>;

/// Of a taxonomy.
const SKILL: &str = "urn:example:skill:calm";

/// Headers that differ with every request.
const OF_THE_REQUEST: [&str; 4] = ["date", "x-request-id", "ratelimit", "traceparent"];

/// A request for everything that an operation's query parameters can vary: `None` is for the plain one.
fn variants(document: &Value, operation: &Value, since: &str) -> Vec<String> {
    let mut variants = vec![String::new()];
    for parameter in operation["parameters"].as_array().into_iter().flatten() {
        if parameter["in"] != "query" {
            continue;
        }
        let name = parameter["name"].as_str().unwrap();
        match name {
            "sort" => {
                let schema = parameter["schema"]["$ref"].as_str().unwrap().trim_start_matches('#');
                let values = document.pointer(schema).unwrap()["enum"].as_array().unwrap();
                variants.extend(values.iter().map(|value| format!("sort={}", value.as_str().unwrap())));
            }
            "updated_since" => {
                variants.push(format!("updated_since={since}"));
                variants.push(format!("updated_since={since}&sort=created_at"));
            }
            // Filters by what does not depend on the working copy, and the place in a list.
            "status" | "kind" | "owner_id" | "manager_id" | "responsible_id" | "cycle_id" | "due_before"
            | "overdue" | "active" | "department" | "external_id" | "user_name" | "limit" | "cursor"
            | "actor_id" | "subject_id" | "action" | "from" | "to" | "after" | "types" | "wait"
            | "search" | "version" | "audience" | "author_id" | "scope" | "late" | "blocked"
            | "silent_days" | "awaiting_me" | "interval" => {}
            "since" => variants.push("since=1".to_owned()),
            "reference" => variants.push(format!("reference={SKILL}")),
            unknown => panic!("how does the parameter {unknown} vary what is seen?"),
        }
    }
    variants
}

/// The kinds of answer that an operation has.
fn media_types(operation: &Value) -> Vec<String> {
    let content = operation["responses"]["200"]["content"].as_object();
    content.into_iter().flatten().map(|(media_type, _)| media_type.clone()).collect()
}

struct Crawl<'a> {
    /// The ids that paths may name, by the name of their parameter.
    ids: &'a [(&'a str, Vec<String>)],
    /// A time between everything that was shared and the owner's later work.
    since: &'a str,
    /// Whether cursors are the same for the same page. Sealed ones are not.
    stable_cursors: bool,
}

impl Crawl<'_> {
    /// Every path that a route stands for. A parameter that is not known fails the test.
    fn paths(&self, route: &str) -> Vec<String> {
        let Some(start) = route.find('{') else { return vec![route.to_owned()] };
        let end = start + route[start..].find('}').unwrap();
        let name = &route[start + 1..end];
        let known = self.ids.iter().find(|(known, _)| *known == name);
        let (_, values) = known.unwrap_or_else(|| panic!("{route} needs an id"));
        let filled = |value: &String| format!("{}{value}{}", &route[..start], &route[end + 1..]);
        values.iter().map(filled).flat_map(|route| self.paths(&route)).collect()
    }

    /// Everything that any GET operation answers to `reader`.
    async fn everything(&self, reader: &Person) -> Answers {
        let mut answers = Answers::new();
        let document = groundwork::app::openapi();
        for (route, operations) in document["paths"].as_object().unwrap() {
            // SCIM shows people alone, and to services.
            let Some(operation) = operations.get("get").filter(|_| !route.starts_with("/scim/")) else {
                continue;
            };
            for path in self.paths(route) {
                for variant in variants(document, operation, self.since) {
                    for media_type in media_types(operation) {
                        self.pages(reader, &path, &variant, &media_type, &mut answers).await;
                    }
                }
            }
        }
        assert!(answers.len() > 40, "only {} answers", answers.len());
        answers
    }

    /// All pages of one answer, one item at a time.
    async fn pages(
        &self,
        reader: &Person,
        path: &str,
        variant: &str,
        media_type: &str,
        answers: &mut Answers,
    ) {
        // The feed ends with a cursor on every page; without `limit` all events are on the first.
        let limit = if path == "/v1/events" || path.contains("/health") { "" } else { "limit=1" };
        let mut cursor = String::new();
        for page in 0..50 {
            let query: Vec<&str> =
                [variant, limit, &cursor].into_iter().filter(|part| !part.is_empty()).collect();
            let lists = path.starts_with("/v1/") && media_type == "application/json";
            let query = if lists { query.join("&") } else { variant.to_owned() };
            let url = if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") };
            let mut reply = Reply::of(reader.request("GET", &url).header("accept", media_type)).await;
            if reply.status == 422 && lists {
                // Not a list.
                let url = if variant.is_empty() { path.to_owned() } else { format!("{path}?{variant}") };
                reply = Reply::of(reader.request("GET", &url).header("accept", media_type)).await;
            }
            assert!(reply.status < 500, "{url}: {:#}", reply.body);
            let next = reply.body["next_cursor"].as_str().map(str::to_owned);
            let what = format!("{media_type} {path}?{variant} page {page}");
            answers.insert(what, self.told(reply));
            match next {
                Some(next) if lists && path != "/v1/events" => cursor = format!("cursor={next}"),
                _ => return,
            }
        }
        panic!("{path} has no end");
    }

    /// All that an answer tells.
    fn told(&self, mut reply: Reply) -> String {
        let mut headers: Vec<String> = reply
            .headers
            .iter()
            .filter(|(name, _)| !OF_THE_REQUEST.contains(&name.as_str()))
            .map(|(name, value)| format!("{name}: {value:?}"))
            .collect();
        headers.sort();
        if let Some(body) = reply.body.as_object_mut() {
            body.remove("request_id");
            body.remove("instance");
            // The time of the request.
            body.remove("as_of");
            if !self.stable_cursors && body.get("next_cursor").is_some_and(|cursor| !cursor.is_null()) {
                body.insert("next_cursor".into(), "sealed".into());
                headers.retain(|header| !header.starts_with("link:"));
            }
        }
        format!("{} {headers:?} {:#}", reply.status, reply.body)
    }
}

fn id(thing: &Value) -> String {
    thing["id"].as_str().unwrap().to_owned()
}

#[track_caller]
fn assert_same(who: &str, before: &Answers, after: &Answers) {
    for (what, told) in before {
        assert_eq!(Some(told), after.get(what), "{who}: {what}");
    }
    assert_eq!(before.len(), after.len(), "{who} gets further pages");
}

/// Everything an owner can do to a working copy, each undone by nothing.
fn work() -> Vec<Value> {
    let mut changes = vec![
        json!({"title": "Another title"}),
        json!({"starts_on": "2026-03-05"}),
        json!({"ends_on": "2027-06-05"}),
        json!({"title": "Grow into the lead"}),
    ];
    let answers = ready_answers();
    for (field, answer) in answers.as_object().unwrap() {
        changes.push(json!({"answers": {field: null}}));
        changes.push(json!({"answers": {field: answer}}));
    }
    changes.push(json!({"answers": {"values": [{"name": "Something new"}]}}));
    let reference = json!({"uri": SKILL, "name": "Calm"});
    changes.push(json!({"answers": {"strengths": [{"name": "Calm", "reference": reference}]}}));
    changes.push(json!({"answers": {"long_term_objective": {"summary": "Calm", "reference": reference}}}));
    changes
}

#[actix_web::test]
async fn nothing_that_others_see_moves_while_the_owner_works_on_the_copy() {
    let app = TestApp::start().await;
    let senior = app.person("senior", None).await;
    let former = app.person("former", Some(&senior)).await;
    let manager = app.person("manager", Some(&senior)).await;
    let ana = app.person("ana", Some(&former)).await;
    let (reviewer, planner) = (app.person("reviewer", None).await, app.person("planner", None).await);
    let stranger = app.person("stranger", None).await;
    let elsewhere = app.person_in("globex", "ana", None, "UTC").await;
    app.person("hanna", None).await;
    let hr = app.bearer(json!({"sub": "hanna", "roles": ["hr_admin"]}));
    let service = app.service(&groundwork::auth::scope::ALL.join(" "));

    // Two plans of the owner, so that there is an order, and one of a colleague with the same manager.
    let colleague = app.person("colleague", Some(&manager)).await;
    let plan = ana.shares_a_ready_plan().await;
    app.clock().advance(Duration::minutes(1));
    let (other, theirs) = (ana.shares_a_ready_plan().await, colleague.shares_a_ready_plan().await);
    let hers = hr.post("/v1/plans", json!({"title": "Of HR herself"})).await.is(201);
    app.moves(&ana, &manager).await;
    let draft = ana.prepares_a_ready_plan().await;
    ana.shares(&plan).await;
    app.clock().advance(Duration::minutes(1));
    let request = ana.invites(&plan, &reviewer, json!(["basic"])).await;
    ana.invites(&plan, &planner, json!(["planning"])).await;
    ana.agrees(&plan).await;
    let proposal = json!({
        "summary": "Good",
        "objectives": {"short_term": {"reasonable": "yes", "counter_proposal": "Lead both teams"}},
    });
    let feedback = manager.post(&format!("{}/feedback", path(&plan)), proposal).await.is(201);
    manager.post(&format!("/v1/feedback/{}/submit", id(&feedback)), json!({})).await.is(200);
    let comment = json!({"subject": {"kind": "answer", "id": "values"}, "text": "Good"});
    for author in [&manager, &reviewer] {
        author.post(&format!("{}/comments", path(&plan)), comment.clone()).await.is(201);
    }
    let proposed = manager.post(&format!("{}/proposals", path(&plan)), json!({"title": "Try"})).await.is(201);
    let (item, others_item) = (ana.first_item(&plan).await, ana.first_item(&other).await);
    ana.records(&item, json!({"progress_percent": 40, "note": "Half of it"})).await;
    let talk = json!({"starts_at": "2026-03-10T09:00:00Z"});
    let talk = manager.post(&format!("{}/discussions", path(&plan)), talk).await.is(201);
    let address = manager.post("/v1/me/calendar", json!({})).await.is(201)["address"].clone();
    let secret = address.as_str().unwrap().rsplit('/').next().unwrap().trim_end_matches(".ics");
    let webhook = json!({"url": "https://hr.example.com/hooks", "event_types": ["*"]});
    let webhook = service.post("/v1/webhooks", webhook).await.is(201);
    app.clock().advance(Duration::minutes(1));
    let since = app.clock().now().format("%Y-%m-%dT%H:%M:%SZ").to_string();
    app.clock().advance(Duration::minutes(1));

    let ids = [
        ("plan_id", vec![id(&plan), id(&other), id(&theirs), id(&draft), id(&hers)]),
        ("action_item_id", vec![id(&item), id(&others_item)]),
        ("person_id", [&ana, &manager, &former, &senior].map(|person| person.id.clone()).to_vec()),
        ("feedback_id", vec![id(&feedback)]),
        ("feedback_request_id", vec![id(&request)]),
        ("discussion_id", vec![id(&talk)]),
        ("cycle_id", vec![uuid::Uuid::nil().to_string()]),
        ("secret", vec![secret.to_owned()]),
        ("proposal_id", vec![id(&proposed)]),
        ("webhook_id", vec![id(&webhook)]),
        ("number", vec!["1".into(), "2".into(), "3".into()]),
        ("version", vec!["1".into(), "2".into()]),
        ("template_id", vec![uuid::Uuid::nil().to_string()]),
        ("name", vec!["forbidden".into()]),
    ];
    let readers = [
        ("manager", &manager),
        ("senior", &senior),
        ("former manager", &former),
        ("reviewer", &reviewer),
        ("planning reviewer", &planner),
        ("colleague", &colleague),
        ("stranger", &stranger),
        ("elsewhere", &elsewhere),
        ("HR", &hr),
        ("service", &service),
    ];
    let mut crawl = Crawl { ids: &ids, since: &since, stable_cursors: true };
    crawl.stable_cursors = crawl.everything(&service).await == crawl.everything(&service).await;
    let mut before = Vec::new();
    for (_, reader) in &readers {
        before.push(crawl.everything(reader).await);
    }
    let owners = crawl.everything(&ana).await;

    for copy in [&plan, &other, &draft] {
        for change in work() {
            app.clock().advance(Duration::seconds(1));
            ana.changes(copy, change).await;
        }
        ana.get(&format!("{}/readiness", path(copy))).await.is(200);
    }

    for ((who, reader), before) in readers.iter().zip(&before) {
        assert_same(who, before, &crawl.everything(reader).await);
        for plan in [&plan, &other] {
            let reply = reader.get(&path(plan)).await;
            if reply.status == 200 {
                let etag = reply.header("etag").to_owned();
                assert!(!etag.is_empty());
                let again = reader.request("GET", &path(plan)).header("if-none-match", etag);
                assert_eq!(Reply::of(again).await.status, 304);
            }
        }
    }
    // The owner sees all of it: the crawl would notice.
    assert_ne!(crawl.everything(&ana).await, owners);

    // Accepting a suggestion changes the working copy as well. What is seen of the feedback changes, and the plan's
    // status, by which it awaits nothing more; the plan does not.
    let accept = json!({"accept": ["/objectives/short_term"]});
    ana.post(&format!("/v1/feedback/{}/acknowledge", id(&feedback)), accept).await.is(200);
    for ((who, reader), before) in readers.iter().zip(&before) {
        let of_plans = |answers: &Answers| -> Answers {
            let is_of_plan = |what: &str| {
                !["feedback", "/v1/events", "/v1/audit-log", "team-progress"]
                    .iter()
                    .any(|other| what.contains(other))
            };
            answers.iter().filter(|(what, _)| is_of_plan(what)).map(|(a, b)| (a.clone(), b.clone())).collect()
        };
        assert_same(who, &of_plans(before), &of_plans(&crawl.everything(reader).await));
    }

    // An agreement is seen by those who read the whole plan, not by an invited reviewer.
    let seen = reviewer.get(&path(&plan)).await;
    manager.takes("agree", &other, json!({})).await.is(200);
    assert_eq!(reviewer.get(&path(&plan)).await.header("etag"), seen.header("etag"));
    let shared = service.reads(&plan).await;
    app.clock().advance(Duration::seconds(1));
    ana.shares(&plan).await;
    let shared_again = service.reads(&plan).await;
    assert_eq!(shared_again["version"].as_i64(), shared["version"].as_i64().map(|version| version + 1));
    assert!(shared_again["updated_at"].as_str() > shared["updated_at"].as_str());
    let changed = service.list(&format!("/v1/plans?updated_since={since}")).await;
    assert!(changed.contains(&shared_again), "{changed:#?}");
}

#[actix_web::test]
async fn a_list_by_time_of_change_has_every_plan_once_for_every_kind_of_reader() {
    let app = TestApp::start().await;
    let ben = app.person("ben", None).await;
    let hanna = app.person("hanna", Some(&ben)).await;
    let hr = app.bearer(json!({"sub": "hanna", "roles": ["hr_admin"]}));
    let service = app.service("plans:read");
    let mut plans = Vec::new();
    for number in 0..4 {
        let person = app.person(&format!("person-{number}"), Some(&ben)).await;
        plans.push((person.clone(), person.shares_a_ready_plan().await));
        plans.push((hanna.clone(), hanna.shares_a_ready_plan().await));
        plans.push((ben.clone(), ben.prepares_a_ready_plan().await));
    }
    // Changes that some see and others do not, in another order than creation.
    for (number, (owner, plan)) in plans.iter().enumerate().rev() {
        app.clock().advance(Duration::seconds(1));
        owner.changes(plan, json!({"title": format!("Title {number}")})).await;
        if number % 5 == 0 {
            owner.shares(plan).await;
        }
    }
    for reader in [&ben, &hanna, &hr, &service] {
        let all = reader.list("/v1/plans").await;
        assert!(all.len() >= 4, "{}", all.len());
        for (sort, sign) in [("updated_at", 1), ("-updated_at", -1)] {
            let mut expected: Vec<(String, String)> =
                all.iter().map(|plan| (plan["updated_at"].as_str().unwrap().to_owned(), id(plan))).collect();
            expected.sort();
            if sign < 0 {
                expected.reverse();
            }
            let expected: Vec<String> = expected.into_iter().map(|(_, id)| id).collect();
            let mut listed = Vec::new();
            let mut cursor = String::new();
            loop {
                let page = reader.get(&format!("/v1/plans?sort={sort}&limit=2{cursor}")).await.is(200);
                listed.extend(page["items"].as_array().unwrap().iter().map(id));
                match page["next_cursor"].as_str() {
                    Some(next) => cursor = format!("&cursor={next}"),
                    None => break,
                }
            }
            assert_eq!(listed, expected, "{sort}");
        }
        let middle = all[all.len() / 2]["updated_at"].as_str().unwrap();
        let since = reader.list(&format!("/v1/plans?updated_since={middle}")).await;
        let expected: Vec<Value> =
            all.iter().filter(|plan| plan["updated_at"].as_str() >= Some(middle)).cloned().collect();
        assert_eq!(since, expected);
    }
}
