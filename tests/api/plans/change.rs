//! `PATCH /v1/plans/{plan_id}`.

use crate::support::{Reply, TestApp, json, people::path};

#[actix_web::test]
async fn what_a_patch_leaves_out_stays_and_what_it_sets_to_null_is_taken_back() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let before = ana.prepares_a_ready_plan().await;

    let after = ana
        .changes(
            &before,
            json!({
                "title": "Grow further",
                "answers": {
                    "mission_statement": null,
                    "short_term_objective": {"summary": "Lead two teams", "target_on": null},
                    "long_term_objective": null,
                },
            }),
        )
        .await;

    let mut expected = before.clone();
    expected["title"] = json!("Grow further");
    expected["answers"]["mission_statement"] = json!(null);
    expected["answers"]["short_term_objective"]["summary"] = json!("Lead two teams");
    expected["answers"]["short_term_objective"]["target_on"] = json!(null);
    expected["answers"]["long_term_objective"] = json!(null);
    expected["version"] = json!(before["version"].as_i64().unwrap() + 1);
    assert_eq!(after, expected);
    assert_eq!(ana.reads(&before).await, after);
}

#[actix_web::test]
async fn a_list_is_replaced_whole_and_its_items_keep_the_ids_that_they_name() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let before = ana.prepares_a_ready_plan().await;
    let old = &before["answers"]["values"];
    let chosen = uuid::Uuid::from_u128(7);

    let after = ana
        .changes(
            &before,
            json!({"answers": {"values": [
                {"id": old[1]["id"], "name": "Wonder"},
                {"name": "Patience", "aligned_with": ["long_term", "short_term"]},
                {"id": chosen, "name": "Candour", "note": "Also to myself", "aligned_with": null},
            ]}}),
        )
        .await;

    let values = &after["answers"]["values"];
    assert_eq!(
        *values,
        json!([
            {"id": old[1]["id"], "name": "Wonder", "note": null, "aligned_with": []},
            {"id": values[1]["id"], "name": "Patience", "note": null, "aligned_with": ["short_term", "long_term"]},
            {"id": chosen, "name": "Candour", "note": "Also to myself", "aligned_with": []},
        ])
    );
    assert!(old.as_array().unwrap().iter().all(|value| value["id"] != values[1]["id"]));
    assert_eq!(after["answers"]["motivators"], before["answers"]["motivators"]);
}

#[actix_web::test]
async fn no_two_answers_have_the_same_id() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let id = &plan["answers"]["strengths"][0]["id"];
    let twice = json!({"answers": {
        "values": [{"id": id, "name": "Honesty"}, {"id": id, "name": "Curiosity"}],
    }});

    let faults = ana.patch(&path(&plan), twice).await.faults();

    assert_eq!(faults, ["/answers/strengths/0/id", "/answers/values/1/id"]);
    assert_eq!(ana.reads(&plan).await, plan);
}

#[actix_web::test]
async fn a_patch_names_only_what_the_owner_decides() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;

    let reply = ana
        .patch(
            &path(&plan),
            json!({
                "owner_id": ben.id,
                "status": "agreed",
                "version": 7,
                "title": null,
                "starts_on": null,
                "ends_on": null,
                "earlier_revisions_visible": null,
                "answers": {"hobbies": [], "values": [{"name": "Honesty", "weight": 3}]},
            }),
        )
        .await;

    assert_eq!(
        reply.faults(),
        [
            "/answers/hobbies",
            "/answers/values/0/weight",
            "/earlier_revisions_visible",
            "/ends_on",
            "/owner_id",
            "/starts_on",
            "/status",
            "/title",
            "/version",
        ]
    );
    assert_eq!(ana.reads(&plan).await, plan);
}

#[actix_web::test]
async fn a_patch_must_leave_a_plan_that_runs_forwards() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;

    for dates in [json!({"ends_on": "2026-03-02"}), json!({"starts_on": "2027-03-02"})] {
        assert_eq!(ana.patch(&path(&plan), dates).await.faults(), ["/ends_on"]);
    }
    let plan = ana.changes(&plan, json!({"starts_on": "2027-03-02", "ends_on": "2027-03-03"})).await;
    assert_eq!(plan["starts_on"], "2027-03-02");
}

#[actix_web::test]
async fn a_patch_is_an_object() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;

    for patch in [json!(null), json!([]), json!("title"), json!(7), json!([{"title": "Grow"}])] {
        assert_eq!(ana.patch(&path(&plan), patch).await.faults(), [""]);
    }
    assert_eq!(ana.patch(&path(&plan), json!({"answers": null})).await.faults(), ["/answers"]);
}

#[actix_web::test]
async fn a_patch_comes_as_json_or_as_what_it_is() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let patch = async |content_type: &str| {
        let request = ana.request("PATCH", &path(&plan)).header("content-type", content_type);
        Reply::of(request.body(r#"{"title":"Grow"}"#)).await
    };

    let taken = ["application/merge-patch+json", "application/json", "Application/JSON; charset=utf-8"];
    for content_type in taken {
        patch(content_type).await.is(200);
    }
    for content_type in ["text/plain", "application/json-patch+json", "application/x-www-form-urlencoded"] {
        patch(content_type).await.refused(415, "unsupported-media-type");
    }
    let untold = ana.request("PATCH", &path(&plan)).body(r#"{"title":"Grow"}"#);
    Reply::of(untold).await.refused(415, "unsupported-media-type");
}

#[actix_web::test]
async fn only_what_differs_from_the_shared_revision_counts_as_unshared() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;

    let same = json!({"title": plan["title"], "answers": plan["answers"]});
    assert_eq!(ana.changes(&plan, same).await["has_unshared_changes"], false);
    let other = json!({"ends_on": "2027-02-01"});
    assert_eq!(ana.changes(&plan, other).await["has_unshared_changes"], true);
    assert_eq!(ana.shares(&plan).await["has_unshared_changes"], false);
}
