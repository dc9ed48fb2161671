//! Cursors are encrypted, and bound to the caller and the list that they were given for.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};

use crate::cycles::{cycle_of, cycle_path, department, references::shares};
use crate::support::{
    TestApp, Value, json,
    people::{Person, item_path, path},
};

/// Every list with two readers, both of whom see more than one item.
struct Lists {
    lists: Vec<(&'static str, String, Person, Person)>,
    /// The access log that the other reader reads: each plan has one reader of it.
    of_other: String,
}

impl Lists {
    async fn new(app: &TestApp) -> Self {
        let (ana, ben) = app.employee_and_manager().await;
        let (eva, rita) = (app.person("eva", Some(&ben)).await, app.person("rita", None).await);
        let scopes = "webhooks:manage people:read audit:read questionnaires:manage cycles:read";
        let (hr, portal) = (app.hr_admin(), app.service(scopes));
        let plan = ana.shares_a_ready_plan().await;
        ana.shares(&plan).await;
        let other = eva.shares_a_ready_plan().await;
        eva.invites(&other, &rita, json!(["basic"])).await;
        ana.shares_a_ready_plan().await;
        ana.invites(&plan, &rita, json!(["basic"])).await;
        for author in [&ben, &rita] {
            let given = author.post(&format!("{}/feedback", path(&plan)), json!({"summary": "Go on"})).await;
            let submit = format!("/v1/feedback/{}/submit", given.is(201)["id"].as_str().unwrap());
            author.post(&submit, json!({})).await.is(200);
        }
        for day in [10, 11] {
            let talk = json!({"starts_at": format!("2026-03-{day}T09:00:00Z")});
            ana.post(&format!("{}/discussions", path(&plan)), talk).await.is(201);
        }
        for text in ["Good", "Go on"] {
            let comment = json!({"subject": {"kind": "answer", "id": "values"}, "text": text});
            ben.post(&format!("{}/comments", path(&plan)), comment).await.is(201);
            ben.post(&format!("{}/proposals", path(&plan)), json!({"title": text})).await.is(201);
        }
        let item = ana.adds(&plan, json!({"title": "Read"})).await;
        for percent in [1, 2] {
            ana.records(&item, json!({"progress_percent": percent})).await;
        }
        let hook = json!({"url": "https://hr.example.com/hooks", "event_types": ["*"]});
        let hook = [
            hr.post("/v1/webhooks", hook.clone()).await.is(201),
            hr.post("/v1/webhooks", hook).await.is(201),
        ];
        hr.post("/v1/questionnaires", json!({"languages": ["en"]})).await.is(201);
        for offering in [&hr, &ben] {
            offering.post("/v1/action-templates", json!({"title": "Read"})).await.is(201);
        }
        let hook = format!("/v1/webhooks/{}", hook[0]["id"].as_str().unwrap());
        for _ in 0..2 {
            hr.post(&format!("{hook}/test"), json!({})).await.is(201);
        }
        for reader in [&ben, &rita] {
            reader.reads(&plan).await;
            reader.reads(&other).await;
        }
        app.state().flush_reads().await.unwrap();
        let mut cycles = Vec::new();
        for name in ["2026", "2027"] {
            let cycle = json!({
                "name": name, "prepare_by": "2026-04-01", "share_by": "2026-04-10", "respond_by": "2026-04-20",
                "discuss_by": "2026-05-01", "participants": {"person_ids": [ana.id, ben.id, eva.id]},
            });
            cycles.push(hr.post("/v1/cycles", cycle).await.is(201));
        }
        let counted = two_references(app, &hr).await;
        let taking_part = format!("/v1/cycles/{}/participants", cycles[0]["id"].as_str().unwrap());
        let of_plan = |list: &str| format!("{}/{list}", path(&plan));
        let team = format!("/v1/people/{}/team-progress", ben.id);
        Self {
            of_other: format!("{}/access-log", path(&other)),
            lists: vec![
                ("/v1/plans", "/v1/plans".into(), ana.clone(), hr.clone()),
                ("/v1/action-items", "/v1/action-items".into(), ana.clone(), hr.clone()),
                ("/v1/plans/{plan_id}/revisions", of_plan("revisions"), ana.clone(), hr.clone()),
                ("/v1/plans/{plan_id}/feedback", of_plan("feedback"), ana.clone(), hr.clone()),
                (
                    "/v1/plans/{plan_id}/feedback-requests",
                    of_plan("feedback-requests"),
                    ana.clone(),
                    hr.clone(),
                ),
                ("/v1/plans/{plan_id}/discussions", of_plan("discussions"), ana.clone(), hr.clone()),
                ("/v1/plans/{plan_id}/comments", of_plan("comments"), ana.clone(), hr.clone()),
                ("/v1/plans/{plan_id}/proposals", of_plan("proposals"), ana.clone(), hr.clone()),
                ("/v1/plans/{plan_id}/action-items", of_plan("action-items"), ana.clone(), hr.clone()),
                (
                    "/v1/action-items/{action_item_id}/progress",
                    format!("{}/progress", item_path(&item)),
                    ana.clone(),
                    hr.clone(),
                ),
                ("/v1/plans/{plan_id}/access-log", of_plan("access-log"), ana.clone(), eva.clone()),
                ("/v1/audit-log", "/v1/audit-log".into(), hr.clone(), portal.clone()),
                ("/v1/people", "/v1/people".into(), hr.clone(), portal.clone()),
                ("/v1/cycles", "/v1/cycles".into(), hr.clone(), portal.clone()),
                ("/v1/cycles/{cycle_id}/participants", taking_part, hr.clone(), portal.clone()),
                ("/v1/cycles/{cycle_id}/references", counted, hr.clone(), portal.clone()),
                ("/v1/people/{person_id}/team-progress", team, ben.clone(), hr.clone()),
                ("/v1/action-templates", "/v1/action-templates".into(), ana.clone(), hr.clone()),
                ("/v1/questionnaires", "/v1/questionnaires".into(), hr.clone(), portal.clone()),
                ("/v1/webhooks", "/v1/webhooks".into(), hr.clone(), portal.clone()),
                ("/v1/webhooks/{webhook_id}/deliveries", format!("{hook}/deliveries"), hr.clone(), portal),
            ],
        }
    }
}

/// The references of a cycle in which ten people share a plan, five of whom name two skills.
async fn two_references(app: &TestApp, hr: &Person) -> String {
    let people =
        department(app, "Sales", &["s0", "s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9"]).await;
    let cycle = cycle_of(hr, json!({"departments": ["Sales"]})).await;
    for (number, person) in people.iter().enumerate() {
        shares(person, &cycle, if number < 5 { &["urn:example:a", "urn:example:b"] } else { &[] }).await;
    }
    format!("{}/references", cycle_path(&cycle))
}

async fn cursor(reader: &Person, list: &str) -> String {
    reader.get(list).await.is(200)["next_cursor"].as_str().unwrap_or_else(|| panic!("{list}")).to_owned()
}

async fn is_refused(reader: &Person, list: &str, cursor: &str) {
    let refused = reader.get(&format!("{list}&cursor={cursor}")).await.refused(400, "invalid-query");
    assert_eq!(refused["errors"][0]["pointer"], "/cursor", "{list}");
}

#[actix_web::test]
async fn a_cursor_is_good_for_its_caller_and_list_only() {
    let app = TestApp::start().await;
    let Lists { lists, of_other } = Lists::new(&app).await;
    let mut cursors = Vec::new();
    for (_, list, reader, _) in &lists {
        cursors.push(cursor(reader, &format!("{list}?limit=1")).await);
    }

    for ((route, list, reader, other), own) in lists.iter().zip(&cursors) {
        reader.get(&format!("{list}?limit=2&cursor={own}")).await.is(200);
        reader.with_new_token().get(&format!("{list}?cursor={own}")).await.is(200);
        let of_other = if route.ends_with("/access-log") { &of_other } else { list };
        let (list, of_other) = (format!("{list}?limit=1"), format!("{of_other}?limit=1"));
        for foreign in cursors.iter().filter(|cursor| *cursor != own) {
            is_refused(reader, &list, foreign).await;
        }
        is_refused(reader, &list, &cursor(other, &of_other).await).await;
        let bytes = BASE64_URL_SAFE_NO_PAD.decode(own).unwrap();
        for at in [0, 8, bytes.len() / 2, bytes.len() - 1] {
            let mut altered = bytes.clone();
            altered[at] ^= 1;
            is_refused(reader, &list, &BASE64_URL_SAFE_NO_PAD.encode(altered)).await;
        }
        // It says nothing of the item, whose id tells when it was made.
        let first = &reader.get(&list).await.is(200)["items"][0];
        for id in [&first["id"], &first["person"]["id"], &first["plan_id"], &first["created_at"]] {
            let id = id.as_str().unwrap_or("none");
            let compact = id.replace('-', "");
            let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
            assert!(!String::from_utf8_lossy(&bytes).contains(id) && !hex.contains(&compact), "{route}");
        }
    }
}

#[actix_web::test]
async fn a_cursor_is_bound_to_the_filters_and_the_sort_of_its_list() {
    let app = TestApp::start().await;
    let Lists { lists, .. } = Lists::new(&app).await;
    let (_, _, ana, hr) = &lists[0];
    let (_, team, ben, _) = lists.iter().find(|(route, ..)| route.ends_with("/team-progress")).unwrap();
    let team = ["&sort=name", "", "&sort=-name"].map(|query| format!("{team}?limit=1{query}"));

    for (reader, list, others) in [
        (ana, "/v1/plans?limit=1&status=shared", vec!["/v1/plans?limit=1", "/v1/plans?limit=1&status=draft"]),
        (
            ana,
            "/v1/plans?limit=1",
            vec!["/v1/plans?limit=1&sort=-created_at", "/v1/plans?limit=1&sort=created_at"],
        ),
        (hr, "/v1/people?limit=1&active=true", vec!["/v1/people?limit=1&active=false", "/v1/people?limit=1"]),
        (hr, "/v1/action-items?limit=1&sort=due_on", vec!["/v1/action-items?limit=1"]),
        (ben, &*team[0], vec![&*team[1], &*team[2]]),
    ] {
        let own = cursor(reader, list).await;
        reader.get(&format!("{list}&cursor={own}")).await.is(200);
        for other in others {
            is_refused(reader, other, &own).await;
        }
    }
    // The order of the parameters does not matter.
    let own = cursor(ana, "/v1/plans?limit=1&status=shared&sort=-updated_at").await;
    ana.get(&format!("/v1/plans?sort=-updated_at&cursor={own}&status=shared&limit=1")).await.is(200);
}

#[actix_web::test]
async fn the_tests_of_cursors_know_every_list() {
    let app = TestApp::start().await;
    let Lists { lists, .. } = Lists::new(&app).await;
    let document = groundwork::app::openapi();
    for (route, methods) in document["paths"].as_object().unwrap() {
        let parameters = methods["get"]["parameters"].as_array().cloned().unwrap_or_default();
        let is_list = parameters.iter().any(|parameter: &Value| parameter["name"] == "cursor");
        let known = lists.iter().any(|(known, ..)| known == route);
        assert_eq!(is_list, known, "{route}: a list must be among those of this test");
    }
}
