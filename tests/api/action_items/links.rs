//! Links of action items: courses, documents and evidence.

use crate::support::{
    TestApp, Value, json,
    people::{item_path, path},
};

fn course() -> Value {
    json!({
        "url": "https://learning.example.com/courses/771", "title": "Delegating well", "kind": "course",
        "external_id": "course-771",
    })
}

#[actix_web::test]
async fn an_item_has_links_which_a_patch_replaces() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    assert_eq!(ana.first_item(&plan).await["links"], json!([]));

    let item = ana.adds(&plan, json!({"title": "Learn", "links": [course()]})).await;

    assert_eq!(item["links"], json!([course()]));
    ana.shares(&plan).await;
    assert_eq!(ben.get(&item_path(&item)).await.is(200)["links"], json!([course()]));
    let revision = ben.get(&format!("{}/revisions/1", path(&plan))).await.is(200);
    let snapshots = revision["action_items"].as_array().unwrap();
    assert_eq!((snapshots[0].get("links"), &snapshots[1]["links"]), (None, &json!([course()])));
    let at = item_path(&item);
    let same = ana.patch(&at, json!({"links": [course()]})).await.is(200);
    assert_eq!(same["version"], item["version"]);
    let evidence = json!({"url": "http://files.example.com/a", "kind": "evidence"});
    let changed = ana.patch(&at, json!({"links": [evidence]})).await.is(200);
    assert_eq!(changed["links"][0]["title"], json!(null));
    assert_eq!(app.count("action_item_links").await, 0);
    assert_eq!(ana.patch(&at, json!({"links": null})).await.is(200)["links"], json!([]));
    // Only those who may write the item.
    ben.patch(&at, json!({"links": []})).await.refused(403, "forbidden");
}

#[actix_web::test]
async fn a_link_that_is_not_one_is_refused_at_its_place() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let at = format!("{}/action-items", path(&plan));
    for (field, value) in [
        ("url", json!("javascript:alert(1)")),
        ("url", json!("ftp://example.com/a")),
        ("url", json!("//example.com/a")),
        ("url", json!("https://example.com/a b")),
        ("url", json!(format!("https://example.com/{}", "a".repeat(2000)))),
        ("url", json!(null)),
        ("kind", json!("game")),
        ("title", json!("t".repeat(201))),
        ("external_id", json!("")),
        ("external_id", json!("i".repeat(201))),
        ("colour", json!("red")),
    ] {
        let mut link = course();
        link[field] = value.clone();
        let refused = ana.post(&at, json!({"title": "Learn", "links": [link]})).await.faults();
        assert!(refused.contains(&format!("/links/0/{field}")), "{field} {value}: {refused:?}");
    }
    let eleven = vec![course(); 11];
    assert_eq!(ana.post(&at, json!({"title": "Learn", "links": eleven})).await.faults(), ["/links"]);
    ana.adds(&plan, json!({"title": "Learn", "links": &eleven[1..]})).await;
    assert_eq!(app.count("action_item_links").await, 1);
}
