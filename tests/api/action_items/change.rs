//! `PATCH` and `DELETE /v1/action-items/{action_item_id}`.

use chrono::Duration;

use crate::support::{
    Reply, TestApp, Value, json,
    people::{item_path, path},
};

#[actix_web::test]
async fn what_a_patch_leaves_out_stays_and_what_it_sets_to_null_is_taken_back() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let before = ana
        .adds(
            &plan,
            json!({
                "title": "Read",
                "description": "Two books",
                "advances": ["short_term"],
                "due_on": "2026-05-01",
            }),
        )
        .await;
    app.clock().advance(Duration::minutes(1));

    let patch = json!({
        "title": "Read a lot",
        "description": null,
        "advances": ["long_term"],
        "starts_on": "2026-04-01",
    });
    let after = ana.patch(&item_path(&before), patch).await.is(200);

    let mut expected = before.clone();
    expected["title"] = json!("Read a lot");
    expected["description"] = json!(null);
    expected["advances"] = json!(["long_term"]);
    expected["starts_on"] = json!("2026-04-01");
    expected["updated_at"] = json!("2026-03-02T09:01:00Z");
    expected["version"] = json!(2);
    assert_eq!(after, expected);
    assert_eq!(ana.get(&item_path(&before)).await.is(200), after);
    assert_eq!(app.events().await.last().unwrap(), "groundwork.action_item.updated.v1");
}

#[actix_web::test]
async fn a_patch_breaks_no_rule_of_creation() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let other = ana.prepares_a_ready_plan().await;
    let plan = ana.prepares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    let item_at = item_path(&item);

    let wrong = json!({
        "development_area_id": other["answers"]["development_areas"][0]["id"],
        "supports_action_item_id": ana.first_item(&other).await["id"],
        "starts_on": "2026-09-02",
    });
    let faults = ana.patch(&item_at, wrong).await.faults();
    assert_eq!(faults, ["/development_area_id", "/due_on", "/supports_action_item_id"]);
    let itself = json!({"supports_action_item_id": item["id"]});
    assert_eq!(ana.patch(&item_at, itself).await.faults(), ["/supports_action_item_id"]);
    let decided = json!({
        "title": null, "kind": "support", "responsible_id": ana.id, "status": "done", "progress_percent": 9,
    });
    let faults = ana.patch(&item_at, decided).await.faults();
    assert_eq!(faults, ["/kind", "/progress_percent", "/responsible_id", "/status", "/title"]);
    assert_eq!(ana.get(&item_at).await.is(200), item);
}

#[actix_web::test]
async fn an_item_may_go_on_working_on_an_area_that_is_no_longer_named() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    ana.changes(&plan, json!({"answers": {"development_areas": [{"name": "Budgets"}]}})).await;

    let patched = ana.patch(&item_path(&item), json!({"title": "Lead it"})).await.is(200);

    assert_eq!(patched["development_area_id"], item["development_area_id"]);
}

#[actix_web::test]
async fn whoever_promised_support_changes_and_deletes_it_and_the_manager_nothing_else() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let development = ana.first_item(&plan).await;
    let support = ben.adds(&plan, json!({"title": "Open doors"})).await;

    ben.patch(&item_path(&support), json!({"title": "Open more doors"})).await.is(200);
    ben.patch(&item_path(&development), json!({"title": "Do more"})).await.refused(403, "forbidden");
    ben.delete(&item_path(&development)).await.refused(403, "forbidden");
    ben.delete(&item_path(&support)).await.is(204);
    ben.get(&item_path(&support)).await.refused(404, "not-found");
}

#[actix_web::test]
async fn a_former_manager_keeps_the_support_that_was_promised_and_sees_no_more() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let support = ben.adds(&plan, json!({"title": "Open doors"})).await;
    let cyd = app.person("cyd", None).await;

    app.moves(&ana, &cyd).await;

    assert_eq!(ben.list("/v1/action-items").await, [ben.get(&item_path(&support)).await.is(200)]);
    ben.records(&support, json!({"progress_percent": 20})).await;
    ben.get(&item_path(&ana.first_item(&plan).await)).await.refused(404, "not-found");
    ben.get(&format!("{}/action-items", path(&plan))).await.refused(404, "not-found");
    // The new manager sees it; it stays with the manager who promised it.
    cyd.get(&item_path(&support)).await.is(200);
    cyd.patch(&item_path(&support), json!({"title": "Mine"})).await.refused(403, "forbidden");

    ana.takes("withdraw", &plan, json!({})).await.is(200);
    ben.get(&item_path(&support)).await.refused(404, "not-found");
}

#[actix_web::test]
async fn deleting_an_item_deletes_its_history_and_lets_go_of_its_support() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    ana.records(&item, json!({"progress_percent": 20})).await;
    let support = json!({"title": "Open doors", "supports_action_item_id": item["id"]});
    let support = ben.adds(&plan, support).await;
    app.clock().advance(Duration::minutes(1));

    ana.delete(&item_path(&item)).await.is(204);

    assert_eq!(app.count("progress_updates").await, 0);
    let released = ben.get(&item_path(&support)).await.is(200);
    assert_eq!(released["supports_action_item_id"], json!(null));
    assert_eq!(released["version"], 2);
    assert_eq!(released["updated_at"], "2026-03-02T09:01:00Z");
}

#[actix_web::test]
async fn an_archived_plan_keeps_its_items_as_they_are() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    ana.takes("archive", &plan, json!({})).await.is(200);
    let events = app.events().await;
    let items = format!("{}/action-items", path(&plan));

    ana.patch(&item_path(&item), json!({"title": "More"})).await.refused(409, "plan-archived");
    ana.delete(&item_path(&item)).await.refused(409, "plan-archived");
    let progress = format!("{}/progress", item_path(&item));
    ana.post(&progress, json!({"progress_percent": 5})).await.refused(409, "plan-archived");
    ana.post(&items, json!({"title": "More"})).await.refused(409, "plan-archived");
    ben.post(&items, json!({"title": "More"})).await.refused(409, "plan-archived");

    assert_eq!(ana.get(&item_path(&item)).await.is(200), item);
    assert_eq!(app.events().await, events);
}

#[actix_web::test]
async fn an_item_is_changed_only_as_it_was_seen() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    let seen = ana.get(&item_path(&item)).await.header("etag").to_owned();
    ana.records(&item, json!({"progress_percent": 20})).await;
    let present = ana.get(&item_path(&item)).await.header("etag").to_owned();

    for method in ["PATCH", "DELETE"] {
        let request = ana.request(method, &item_path(&item)).header("if-match", &seen);
        let reply = Reply::of(request.json(&json!({"title": "More"}))).await;
        assert_eq!(reply.header("etag"), present);
        reply.refused(412, "precondition-failed");
    }
    let request = ana.request("PATCH", &item_path(&item)).header("if-match", &present);
    Reply::of(request.json(&json!({"title": "More"}))).await.is(200);
}

#[actix_web::test]
async fn items_do_not_support_each_other_in_a_circle() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let mut items = Vec::new();
    for number in 0..4 {
        let supports = items.last().map(|item: &Value| item["id"].clone());
        let item = json!({"title": format!("Item {number}"), "supports_action_item_id": supports});
        items.push(ana.adds(&plan, item).await);
    }
    let supporting = async |item: &Value, supported: &Value| {
        ana.patch(&item_path(item), json!({"supports_action_item_id": supported["id"]})).await
    };

    // Each supports the one before: two, three and four would support each other.
    for later in 1..4 {
        let reply = supporting(&items[0], &items[later]).await;
        assert_eq!(reply.faults(), ["/supports_action_item_id"]);
    }
    supporting(&items[0], &items[0]).await.faults();
    // Two may support the same, and a chain may be cut and joined elsewhere.
    supporting(&items[2], &items[0]).await.is(200);
    supporting(&items[1], &items[3]).await.is(200);
    assert_eq!(supporting(&items[0], &items[1]).await.faults(), ["/supports_action_item_id"]);
    // A circle from before this rule does not stop the service, and can be left.
    let close = |item: &Value, supported: &Value| {
        let (item, supported) = (item["id"].as_str().unwrap(), supported["id"].as_str().unwrap());
        let literal = |id: &str| match app.database().server_url() {
            Some(_) => format!("'{id}'"),
            None => format!("x'{}'", id.replace('-', "")),
        };
        format!(
            "update action_items set supports_action_item_id = {} where id = {}",
            literal(supported),
            literal(item)
        )
    };
    app.database().execute(&close(&items[0], &items[1])).await;
    let fifth = ana.adds(&plan, json!({"title": "Item 5"})).await;
    supporting(&fifth, &items[0]).await.is(200);
    let left = json!({"supports_action_item_id": null});
    ana.patch(&item_path(&items[0]), left).await.is(200);
}

#[actix_web::test]
async fn a_change_that_changes_nothing_makes_no_version_and_no_event() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    let draft = ben.post(&format!("{}/feedback", path(&plan)), json!({"summary": "Good"})).await.is(201);
    let portal = app.service("webhooks:manage");
    let hook = json!({"url": "https://hr.example.com/hooks", "event_types": ["*"]});
    let hook = portal.post("/v1/webhooks", hook).await.is(201);
    let at = |kind: &str, thing: &Value| format!("/v1/{kind}/{}", thing["id"].as_str().unwrap());
    let events = app.events().await;
    app.clock().advance(chrono::Duration::minutes(1));

    let answers = &plan["answers"];
    for (who, path, changes) in [
        (
            &ana,
            path(&plan),
            vec![
                json!({}),
                json!({"title": plan["title"], "starts_on": plan["starts_on"], "cycle_id": null}),
                json!({"answers": answers}),
                json!({"earlier_revisions_visible": false}),
            ],
        ),
        (
            &ana,
            item_path(&item),
            vec![json!({}), json!({"title": item["title"], "due_on": item["due_on"], "advances": []})],
        ),
        (&ben, at("feedback", &draft), vec![json!({}), json!({"summary": "Good", "support": []})]),
        (&portal, at("webhooks", &hook), vec![json!({}), json!({"url": hook["url"], "event_types": ["*"]})]),
    ] {
        let before = who.get(&path).await;
        for change in changes {
            let reply = who.patch(&path, change.clone()).await;
            assert_eq!(reply.header("etag"), before.header("etag"), "{path} {change}");
            assert_eq!(reply.is(200), before.body, "{path} {change}");
        }
    }

    assert_eq!(app.events().await, events);
}
