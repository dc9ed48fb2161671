//! References from answers to a taxonomy, and lists that are filtered by them.

use crate::support::{
    TestApp, Value, json,
    people::{Person, path, ready_answers},
};

const DELEGATING: &str = "urn:example:skill:delegating";
const LEAD: &str = "http://data.example.eu/occupation/lead";

fn reference(uri: &str) -> Value {
    json!({"uri": uri, "name": "Of a taxonomy", "framework": "ESCO", "level": "2 of 5", "target_level": "4 of 5"})
}

/// Answers with a reference in the planning section and one in the deeper section.
fn answers() -> Value {
    let mut answers = ready_answers();
    answers["development_areas"][0]["reference"] = reference(DELEGATING);
    answers["long_term_objective"]["reference"] = reference(LEAD);
    answers
}

/// The plans that a reader finds by a reference.
async fn found(reader: &Person, uri: &str) -> Vec<Value> {
    let plans = reader.list(&format!("/v1/plans?reference={uri}")).await;
    plans.into_iter().map(|plan| plan["id"].clone()).collect()
}

async fn items_found(reader: &Person, uri: &str) -> usize {
    reader.list(&format!("/v1/action-items?reference={uri}")).await.len()
}

#[actix_web::test]
async fn a_reference_is_kept_shared_compared_and_cleared() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    ana.shares(&plan).await;

    let changed = ana.changes(&plan, json!({"answers": answers()})).await;

    assert_eq!(changed["answers"]["development_areas"][0]["reference"], reference(DELEGATING));
    assert_eq!(changed["answers"]["long_term_objective"]["reference"], reference(LEAD));
    assert_eq!(changed["answers"]["values"][0].get("reference"), None);
    // Sending the same again changes nothing.
    let again = json!({"answers": {"long_term_objective": {"reference": reference(LEAD)}}});
    assert_eq!(ana.changes(&plan, again).await, changed);
    ana.shares(&plan).await;
    assert_eq!(ben.reads(&plan).await["answers"], changed["answers"]);
    let changes = ben.get(&format!("{}/revisions/2/changes", path(&plan))).await.is(200);
    let pointers: Vec<_> = changes["changes"].as_array().unwrap().iter().map(|it| &it["pointer"]).collect();
    assert!(pointers.contains(&&json!("/answers/long_term_objective/reference")), "{pointers:?}");
    let cleared = ana.changes(&plan, json!({"answers": {"long_term_objective": {"reference": null}}})).await;
    assert_eq!(cleared["answers"]["long_term_objective"].get("reference"), None);
    assert_eq!(cleared["has_unshared_changes"], true);
}

#[actix_web::test]
async fn a_reference_that_is_not_one_is_refused_at_its_place() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let of_strength = |reference: Value| json!([{"name": "Calm", "reference": reference}]);
    let bad = json!({
        "values": of_strength(reference(LEAD)),
        "strengths": of_strength(json!({"uri": "javascript:alert(1)", "name": "Calm"})),
        "development_areas": of_strength(json!({"uri": "urn:x:y"})),
        "short_term_objective": {"reference": {"uri": "a b", "name": " ", "colour": "red"}},
        "long_term_objective": {"reference": {"uri": format!("urn:x:{}", "y".repeat(500)), "name": "Long"}},
    });

    let faults = ana.post("/v1/plans", json!({"title": "Mine", "answers": bad})).await.faults();

    for pointer in [
        "/answers/development_areas/0/reference/name",
        "/answers/long_term_objective/reference/uri",
        "/answers/short_term_objective/reference/colour",
        "/answers/short_term_objective/reference/name",
        "/answers/short_term_objective/reference/uri",
        "/answers/strengths/0/reference/uri",
        "/answers/values/0/reference",
    ] {
        assert!(faults.iter().any(|fault| fault == pointer), "{pointer} is not in {faults:?}");
    }
}

#[actix_web::test]
async fn lists_find_a_reference_only_in_what_the_caller_may_read() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let (hr, portal) = (app.hr_admin(), app.service("plans:read"));
    let (planner, dreamer) = (app.person("planner", None).await, app.person("dreamer", None).await);
    let stranger = app.person("stranger", None).await;
    let plan = ana.post("/v1/plans", json!({"title": "Mine", "answers": answers()})).await.is(201);
    let area = &plan["answers"]["development_areas"][0]["id"];
    ana.adds(&plan, json!({"title": "Lead the review", "development_area_id": area})).await;
    let others = [&ben, &hr, &portal, &planner, &dreamer, &stranger];
    let id = plan["id"].clone();

    // A draft is its owner's alone.
    assert_eq!((found(&ana, DELEGATING).await, items_found(&ana, DELEGATING).await), (vec![id.clone()], 1));
    for other in others {
        assert_eq!((found(other, DELEGATING).await, items_found(other, DELEGATING).await), (Vec::new(), 0));
    }
    // Shared: those who read the section.
    ana.shares(&plan).await;
    ana.invites(&plan, &planner, json!(["planning"])).await;
    ana.invites(&plan, &dreamer, json!(["deeper"])).await;
    for reader in [&ana, &ben, &hr, &portal, &planner] {
        assert_eq!(found(reader, DELEGATING).await, std::slice::from_ref(&id));
    }
    for reader in [&ana, &ben, &hr, &portal, &dreamer] {
        assert_eq!(found(reader, LEAD).await, std::slice::from_ref(&id));
    }
    for (other, uri) in [(&planner, LEAD), (&dreamer, DELEGATING), (&stranger, LEAD), (&stranger, DELEGATING)]
    {
        assert_eq!(found(other, uri).await, [json!(null); 0], "{uri}");
    }
    for reader in [&ana, &ben, &hr, &portal] {
        assert_eq!(items_found(reader, DELEGATING).await, 1);
        assert_eq!(items_found(reader, LEAD).await, 0);
    }
    assert_eq!(found(&ana, "urn:example:skill").await, [json!(null); 0]);
    // Unshared: the owner's alone, in both directions.
    ana.changes(
        &plan,
        json!({"answers": {"development_areas": [], "strengths": [
            {"name": "Calm", "reference": reference("urn:example:skill:calm")},
        ]}}),
    )
    .await;
    assert_eq!(found(&ana, "urn:example:skill:calm").await, std::slice::from_ref(&id));
    assert_eq!(found(&ana, DELEGATING).await, [json!(null); 0]);
    for reader in [&ben, &hr, &portal, &planner] {
        assert_eq!(found(reader, "urn:example:skill:calm").await, [json!(null); 0]);
        assert_eq!(found(reader, DELEGATING).await, std::slice::from_ref(&id));
    }
    // A filter among others, and in the export.
    assert_eq!(hr.list(&format!("/v1/plans?reference={DELEGATING}&status=draft")).await, [json!(null); 0]);
    let export = portal.get(&format!("/v1/plans/export?reference={DELEGATING}")).await.is(200);
    assert_eq!(export["id"], id);
    // Withdrawn: the owner's alone again.
    ana.takes("withdraw", &plan, json!({})).await.is(200);
    for other in others {
        assert_eq!((found(other, DELEGATING).await, items_found(other, DELEGATING).await), (Vec::new(), 0));
    }
}

#[actix_web::test]
async fn a_former_manager_no_longer_finds_areas_by_a_reference() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.post("/v1/plans", json!({"title": "Mine", "answers": answers()})).await.is(201);
    let area = &plan["answers"]["development_areas"][0]["id"];
    ana.adds(&plan, json!({"title": "Lead the review", "development_area_id": area})).await;
    ana.shares(&plan).await;
    ben.adds(&plan, json!({"title": "Open doors", "development_area_id": area})).await;
    assert_eq!(items_found(&ben, DELEGATING).await, 2);

    app.moves(&ana, &app.person("dora", None).await).await;

    assert_eq!(ben.list("/v1/action-items").await.len(), 1);
    assert_eq!(items_found(&ben, DELEGATING).await, 0);
}

#[actix_web::test]
async fn deleting_a_draft_deletes_what_it_is_found_by() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.post("/v1/plans", json!({"title": "Mine", "answers": answers()})).await.is(201);
    ana.adds(
        &plan,
        json!({"title": "Learn", "links": [
            {"url": "https://learning.example.com/7", "kind": "course", "external_id": "7"},
        ]}),
    )
    .await;
    assert_eq!((app.count("plan_references").await, app.count("action_item_links").await), (2, 1));

    assert_eq!(ana.delete(&path(&plan)).await.status, 204);

    assert_eq!((app.count("plan_references").await, app.count("action_item_links").await), (0, 0));
}
