//! `POST /v1/plans`, and `DELETE`.

use chrono::Duration;

use crate::support::{TestApp, json, people::path};

#[actix_web::test]
async fn a_new_plan_is_a_draft_of_its_creator_that_runs_for_twelve_months() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;

    let reply = ana.post("/v1/plans", json!({"title": "Grow into the lead"})).await;

    assert_eq!(reply.header("etag"), ana.get(reply.header("location")).await.header("etag"));
    let location = reply.header("location").to_owned();
    let plan = reply.is(201);
    assert_eq!(location, path(&plan));
    assert_eq!(
        plan,
        json!({
            "id": plan["id"],
            "may": ["update", "share", "archive", "delete", "add_action_item"],
            "owner_id": ana.id,
            "owner": {"id": ana.id, "display_name": "ana", "title": null},
            "title": "Grow into the lead",
            "cycle_id": null,
            "starts_on": "2026-03-02",
            "ends_on": "2027-03-02",
            "status": "draft",
            "answers": {
                "mission_statement": null,
                "values": [],
                "motivators": [],
                "short_term_objective": null,
                "long_term_objective": null,
                "strengths": [],
                "development_areas": [],
            },
            "latest_revision": null,
            "has_unshared_changes": true,
            "earlier_revisions_visible": false,
            "earlier_revisions_visible_from": null,
            "progress_percent": 0,
            "questionnaire_version": 1,
            "next_discussion_at": null,
            "shared_at": null,
            "owner_agreed_at": null,
            "manager_agreed_at": null,
            "agreed_without_manager": false,
            "previous_plan_id": null,
            "outcome": null,
            "reflection": null,
            "created_at": "2026-03-02T09:00:00Z",
            "updated_at": "2026-03-02T09:00:00Z",
            "version": 1,
        })
    );
    assert_eq!(ana.reads(&plan).await, plan);
}

#[actix_web::test]
async fn a_plan_starts_on_the_day_that_it_is_where_its_owner_is() {
    let app = TestApp::start().await;
    let kiri = app.person_in("acme", "kiri", None, "Pacific/Auckland").await;
    let luis = app.person_in("acme", "luis", None, "America/Los_Angeles").await;
    app.clock().advance(Duration::hours(3));

    // It is noon in Greenwich.
    for (person, today) in [(kiri, "2026-03-03"), (luis, "2026-03-02")] {
        let plan = person.with_new_token().post("/v1/plans", json!({"title": "Mine"})).await.is(201);
        assert_eq!(plan["starts_on"], today);
    }
}

#[actix_web::test]
async fn a_plan_may_start_and_end_on_other_days_as_long_as_it_runs_forwards() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let ends_on = async |dates: serde_json::Value| {
        let mut plan = dates;
        plan["title"] = json!("Mine");
        ana.post("/v1/plans", plan).await
    };

    let plan = ends_on(json!({"starts_on": "2028-02-29"})).await.is(201);
    assert_eq!(plan["ends_on"], "2029-02-28");
    let plan = ends_on(json!({"starts_on": "2026-04-01", "ends_on": "2026-04-02"})).await.is(201);
    assert_eq!(plan["ends_on"], "2026-04-02");
    let backwards = [
        json!({"starts_on": "2026-04-01", "ends_on": "2026-04-01"}),
        json!({"ends_on": "2026-03-01"}),
        json!({"starts_on": "9999-06-01"}),
    ];
    for dates in backwards {
        assert_eq!(ends_on(dates).await.faults(), ["/ends_on"]);
    }
}

#[actix_web::test]
async fn a_plan_takes_no_more_than_its_documented_sizes() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let named = |count: usize, length: usize| -> Vec<_> {
        (0..count).map(|_| json!({"name": "ü".repeat(length), "note": "ü".repeat(length * 10)})).collect()
    };
    let plan = |over: usize| {
        json!({
            "title": "ü".repeat(200 + over),
            "answers": {
                "mission_statement": "ü".repeat(4000 + over),
                "values": named(5 + over, 200 + over),
                "motivators": named(20 + over, 200 + over),
                "short_term_objective": {"summary": "ü".repeat(2000 + over), "detail": "ü".repeat(2000 + over)},
                "long_term_objective": {"summary": "ü".repeat(2000 + over), "horizon_years": 60 + over},
                "strengths": named(20 + over, 1),
                "development_areas": named(20 + over, 1),
            },
        })
    };

    ana.post("/v1/plans", plan(0)).await.is(201);
    let faults = ana.post("/v1/plans", plan(1)).await.faults();

    for pointer in [
        "/title",
        "/answers/mission_statement",
        "/answers/values",
        "/answers/values/4/name",
        "/answers/values/4/note",
        "/answers/motivators",
        "/answers/motivators/19/name",
        "/answers/short_term_objective/summary",
        "/answers/short_term_objective/detail",
        "/answers/long_term_objective/summary",
        "/answers/long_term_objective/horizon_years",
        "/answers/strengths",
        "/answers/development_areas",
    ] {
        assert!(faults.contains(&pointer.to_owned()), "{pointer} is not in {faults:?}");
    }
}

#[actix_web::test]
async fn a_plan_cannot_take_part_in_a_cycle_that_does_not_exist() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let cycle = json!({"title": "Mine", "cycle_id": uuid::Uuid::nil()});

    assert_eq!(ana.post("/v1/plans", cycle).await.faults(), ["/cycle_id"]);
}

#[actix_web::test]
async fn only_people_of_the_directory_have_plans() {
    let app = TestApp::start().await;

    let service = app.service("plans:write");
    service.post("/v1/plans", json!({"title": "Mine"})).await.refused(403, "forbidden");
    let stranger = app.bearer(json!({"sub": "eve", "roles": ["hr_admin"]}));
    stranger.post("/v1/plans", json!({"title": "Mine"})).await.refused(403, "not-in-directory");
    assert_eq!(app.count("plans").await, 0);
}

#[actix_web::test]
async fn a_draft_is_deleted_with_all_that_belongs_to_it() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    ana.adds(&plan, json!({"title": "Ask for a mentor", "supports_action_item_id": item["id"]})).await;
    ana.records(&item, json!({"progress_percent": 10})).await;

    ana.delete(&path(&plan)).await.is(204);

    ana.get(&path(&plan)).await.refused(404, "not-found");
    for table in ["plans", "action_items", "progress_updates"] {
        assert_eq!(app.count(table).await, 0, "{table}");
    }
    assert_eq!(app.events().await.last().unwrap(), "groundwork.plan.deleted.v1");
}
