//! `POST /v1/plans/{plan_id}/action-items`.

use crate::support::{TestApp, json, people::path};

#[actix_web::test]
async fn an_owner_adds_what_the_owner_will_do() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let area = &plan["answers"]["development_areas"][0]["id"];
    let first = ana.first_item(&plan).await;
    let items = format!("{}/action-items", path(&plan));

    let reply = ana
        .post(
            &items,
            json!({
                "kind": "development",
                "title": "Hand over the build",
                "description": "To Dan, step by step",
                "responsible_id": ana.id,
                "development_area_id": area,
                "advances": ["long_term", "short_term"],
                "supports_action_item_id": first["id"],
                "starts_on": "2026-04-01",
                "due_on": "2026-04-01",
                "support_needed": "A day a week",
            }),
        )
        .await;

    let location = reply.header("location").to_owned();
    let etag = reply.header("etag").to_owned();
    let item = reply.is(201);
    assert_eq!(location, format!("/v1/action-items/{}", item["id"].as_str().unwrap()));
    assert_eq!(
        item,
        json!({
            "id": item["id"],
            "plan_id": plan["id"],
            "owner_id": ana.id,
            "owner": {"id": ana.id, "display_name": "ana", "title": null},
            "kind": "development",
            "title": "Hand over the build",
            "description": "To Dan, step by step",
            "responsible_id": ana.id,
            "responsible": {"id": ana.id, "display_name": "ana", "title": null},
            "development_area_id": area,
            "advances": ["short_term", "long_term"],
            "supports_action_item_id": first["id"],
            "status": "not_started",
            "progress_percent": 0,
            "starts_on": "2026-04-01",
            "due_on": "2026-04-01",
            "support_needed": "A day a week",
            "links": [],
            "template_id": null,
            "overdue": false,
            "completed_at": null,
            "proposal_id": null,
            "template_id": null,
            "last_progress_at": null,
            "created_at": "2026-03-02T09:00:00Z",
            "updated_at": "2026-03-02T09:00:00Z",
            "version": 1,
        })
    );
    let read = ana.get(&location).await;
    assert_eq!(read.header("etag"), etag);
    assert_eq!(read.is(200), item);
}

#[actix_web::test]
async fn a_manager_promises_support_for_what_the_owner_does() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let first = ana.first_item(&plan).await;

    let support = json!({"title": "Open doors", "supports_action_item_id": first["id"]});
    let support = ben.adds(&plan, support).await;

    assert_eq!(support["kind"], "support");
    assert_eq!(support["responsible_id"], ben.id);
    assert_eq!(ana.list(&format!("{}/action-items", path(&plan))).await, [first, support]);
}

#[actix_web::test]
async fn nobody_adds_what_is_anothers_to_do() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let items = format!("{}/action-items", path(&plan));
    let reviewer = app.person("cyd", None).await;
    ana.invites(&plan, &reviewer, json!(["planning"])).await;

    let support = json!({"title": "Help me", "kind": "support", "responsible_id": ben.id});
    assert_eq!(ana.post(&items, support.clone()).await.faults(), ["/kind"]);
    let named = json!({"title": "Help me", "responsible_id": ben.id});
    assert_eq!(ana.post(&items, named).await.faults(), ["/responsible_id"]);
    let development = json!({"title": "Do that", "kind": "development"});
    assert_eq!(ben.post(&items, development).await.faults(), ["/kind"]);
    for other in [&reviewer, &app.hr_admin(), &app.service("plans:write plans:read")] {
        other.post(&items, support.clone()).await.refused(403, "forbidden");
    }
    assert_eq!(app.count("action_items").await, 1);
}

#[actix_web::test]
async fn an_item_refers_to_its_own_plan_alone_and_every_fault_is_named() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let other = ana.prepares_a_ready_plan().await;
    let plan = ana.shares_a_ready_plan().await;
    let wrong = json!({
        "title": "Read",
        "responsible_id": uuid::Uuid::nil(),
        "development_area_id": other["answers"]["development_areas"][0]["id"],
        "supports_action_item_id": ana.first_item(&other).await["id"],
        "starts_on": "2026-04-02",
        "due_on": "2026-04-01",
    });

    for person in [&ana, &ben] {
        let reply = person.post(&format!("{}/action-items", path(&plan)), wrong.clone()).await;
        assert_eq!(
            reply.faults(),
            ["/development_area_id", "/due_on", "/responsible_id", "/supports_action_item_id"]
        );
    }
}

#[actix_web::test]
async fn a_manager_refers_to_the_shared_development_areas_and_not_to_newer_ones() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let shared = plan["answers"]["development_areas"][0]["id"].clone();
    let areas = json!({"answers": {"development_areas": [{"name": "Not told yet"}]}});
    let newer = ana.changes(&plan, areas).await["answers"]["development_areas"][0]["id"].clone();
    let items = format!("{}/action-items", path(&plan));
    let working_on = |area| json!({"title": "Work on it", "development_area_id": area});

    ben.post(&items, working_on(&shared)).await.is(201);
    assert_eq!(ben.post(&items, working_on(&newer)).await.faults(), ["/development_area_id"]);
    ana.post(&items, working_on(&newer)).await.is(201);
    assert_eq!(ana.post(&items, working_on(&shared)).await.faults(), ["/development_area_id"]);
}

#[actix_web::test]
async fn an_item_takes_no_more_than_its_documented_sizes() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let items = format!("{}/action-items", path(&plan));
    let item = |over: usize| {
        json!({
            "title": "ü".repeat(200 + over),
            "description": "ü".repeat(4000 + over),
            "advances": vec!["long_term"; 2 + over],
            "support_needed": "ü".repeat(2000 + over),
        })
    };

    ana.post(&items, item(0)).await.is(201);
    let faults = ana.post(&items, item(1)).await.faults();
    assert_eq!(faults, ["/advances", "/description", "/support_needed", "/title"]);
    let wrong = json!({"title": " ", "status": "done", "progress_percent": 50, "advances": ["next_week"]});
    let faults = ana.post(&items, wrong).await.faults();
    assert_eq!(faults, ["/advances/0", "/progress_percent", "/status", "/title"]);
}

#[actix_web::test]
async fn a_plan_has_at_most_a_hundred_items() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    for number in 2..=100 {
        ana.adds(&plan, json!({"title": format!("Number {number}")})).await;
    }
    let items = format!("{}/action-items", path(&plan));

    for person in [&ana, &ben] {
        person.post(&items, json!({"title": "One too many"})).await.refused(409, "conflict");
    }
    assert_eq!(ana.list(&items).await.len(), 100);
    let last = ana.list(&items).await.pop().unwrap();
    ana.delete(&crate::support::people::item_path(&last)).await.is(204);
    ben.adds(&plan, json!({"title": "There is room again"})).await;
}
