//! `/v1/action-templates`: offered by HR to everyone and by managers to their reports.

use chrono::Duration;

use crate::support::{
    TestApp, Value, json,
    people::{Person, item_path, path},
};

const AT: &str = "/v1/action-templates";

async fn offers(by: &Person, title: &str) -> Value {
    by.post(AT, json!({"title": title})).await.is(201)
}

fn at(template: &Value) -> String {
    format!("{AT}/{}", template["id"].as_str().unwrap())
}

/// The titles that are offered to a person.
async fn offered(to: &Person) -> Vec<Value> {
    to.list(AT).await.into_iter().map(|template| template["title"].clone()).collect()
}

#[actix_web::test]
async fn a_template_is_offered_to_the_people_it_is_for() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let cleo = app.person("cleo", None).await;
    let dan = app.person("dan", Some(&cleo)).await;
    let (hr, portal) = (app.hr_admin(), app.service("plans:read templates:manage"));
    let of_service = offers(&portal, "Of the service").await;
    offers(&hr, "Of HR").await;
    offers(&ben, "Of Ben").await;
    offers(&cleo, "Of Cleo").await;

    assert_eq!((&of_service["audience"], &of_service["author"]), (&json!("everyone"), &json!(null)));
    let all = ["Of the service", "Of HR", "Of Ben", "Of Cleo"];
    for reader in [&hr, &portal] {
        assert_eq!(offered(reader).await, all);
    }
    for (reader, own) in [(&ana, "Of Ben"), (&ben, "Of Ben"), (&cleo, "Of Cleo"), (&dan, "Of Cleo")] {
        assert_eq!(offered(reader).await, ["Of the service", "Of HR", own]);
    }
    assert_eq!(offered(&app.person_in("globex", "eve", None, "UTC").await).await, [json!(null); 0]);
    // It follows the directory, and ends with the manager.
    app.moves(&ana, &cleo).await;
    assert_eq!(offered(&ana).await, ["Of the service", "Of HR", "Of Cleo"]);
    app.leaves(&cleo).await;
    assert_eq!(offered(&ana).await, ["Of the service", "Of HR"]);
    // Filters.
    let titles = |path: &str| {
        let path = format!("{AT}?{path}");
        let hr = hr.clone();
        async move { hr.list(&path).await.into_iter().map(|it| it["title"].clone()).collect::<Vec<_>>() }
    };
    assert_eq!(titles("audience=reports").await, ["Of Ben", "Of Cleo"]);
    assert_eq!(titles(&format!("author_id={}", ben.id)).await, ["Of Ben"]);
    assert_eq!(titles("audience=everyone").await, ["Of the service", "Of HR"]);
}

#[actix_web::test]
async fn an_acting_manager_offers_while_the_acting_lasts() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let (cleo, hr) = (app.person("cleo", None).await, app.hr_admin());
    cleo.post(AT, json!({"title": "Too early"})).await.refused(403, "forbidden");
    let now = app.clock().now();
    let acting = json!({
        "kind": "acting", "person_id": cleo.id, "starts_at": now, "ends_at": now + Duration::minutes(10),
    });
    hr.put(&format!("/v1/people/{}/relations", ana.id), json!({"items": [acting]})).await.is(200);

    let template = offers(&cleo, "Of Cleo").await;

    assert_eq!(offered(&ana).await, ["Of Cleo"]);
    app.clock().advance(Duration::minutes(10));
    assert_eq!(offered(&ana).await, [json!(null); 0]);
    cleo.post(AT, json!({"title": "Too late"})).await.refused(403, "forbidden");
    // It stays the author's.
    cleo.patch(&at(&template), json!({"title": "Still mine"})).await.is(200);
}

#[actix_web::test]
async fn a_template_is_changed_and_deleted_by_who_offers_it() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let hr = app.hr_admin();
    let given = json!({
        "title": "Shadow a colleague", "description": "For a day", "due_after_days": 30,
        "links": [{"url": "https://example.com/how", "title": "How", "kind": "document", "external_id": null}],
        "reference": {"uri": "urn:x:listening", "name": "Listening", "framework": null, "level": null,
            "target_level": null},
    });
    let events = app.events().await.len();
    let template = ben.post(AT, given.clone()).await;
    assert_eq!(template.header("location"), at(&template.body));
    let template = template.is(201);
    for (field, value) in given.as_object().unwrap() {
        assert_eq!(&template[field], value, "{field}");
    }
    assert_eq!(
        (&template["audience"], &template["author"]["display_name"]),
        (&json!("reports"), &json!("ben"))
    );
    assert_eq!(ana.get(&at(&template)).await.is(200), template);
    assert_eq!(ana.list(&format!("{AT}?reference=urn:x:listening")).await.len(), 1);

    let changed = ben
        .patch(&at(&template), json!({"reference": {"uri": "urn:x:asking", "name": "Asking"}, "links": null}))
        .await;
    let changed = changed.is(200);
    assert_eq!((&changed["version"], &changed["links"]), (&json!(2), &json!([])));
    assert_eq!(ben.patch(&at(&template), json!({"links": []})).await.is(200), changed);
    for (uri, count) in [("urn:x:listening", 0), ("urn:x:asking", 1)] {
        assert_eq!(ana.list(&format!("{AT}?reference={uri}")).await.len(), count);
    }
    let stale =
        ben.request("PATCH", &at(&template)).header("if-match", "\"1\"").json(&json!({"title": "Late"}));
    crate::support::Reply::of(stale).await.refused(412, "precondition-failed");
    ana.patch(&at(&template), json!({"title": "Mine"})).await.refused(403, "forbidden");
    // HR does not change a manager's words, but may end the offer.
    hr.patch(&at(&template), json!({"title": "Ours"})).await.refused(403, "forbidden");
    assert_eq!(hr.delete(&at(&template)).await.status, 204);
    ben.get(&at(&template)).await.refused(404, "not-found");
    let told = ["created", "changed", "deleted"].map(|verb| format!("groundwork.action_template.{verb}.v1"));
    assert_eq!(app.events().await[events..], told);
}

#[actix_web::test]
async fn an_audience_needs_the_right_to_offer_to_it() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let (hr, portal) = (app.hr_admin(), app.service("templates:manage"));
    let to = |audience: &str| json!({"title": "Read", "audience": audience});
    ben.post(AT, to("everyone")).await.refused(403, "forbidden");
    ana.post(AT, to("reports")).await.refused(403, "forbidden");
    for no_manager in [&hr, &portal] {
        no_manager.post(AT, to("reports")).await.refused(403, "forbidden");
        no_manager.post(AT, to("everyone")).await.is(201);
    }
    // An HR admin with reports may offer to both.
    let person =
        Person { id: hr.get("/v1/me").await.is(200)["person"]["id"].as_str().unwrap().into(), ..hr.clone() };
    app.moves(&ana, &person).await;
    assert_eq!(hr.post(AT, to("reports")).await.is(201)["audience"], "reports");
    assert_eq!(hr.post(AT, json!({"title": "Read"})).await.is(201)["audience"], "everyone");
    let faults = json!({
        "title": " ", "due_after_days": 0, "links": [{"url": "mailto:a@example.com", "kind": "document"}],
        "reference": {"uri": "a"}, "audience": "friends", "colour": "red",
    });
    let faults = hr.post(AT, faults).await.faults();
    for pointer in ["/audience", "/colour", "/due_after_days", "/links/0/url", "/reference/name", "/title"] {
        assert!(faults.iter().any(|fault| fault == pointer), "{pointer}: {faults:?}");
    }
}

#[actix_web::test]
async fn an_action_item_says_which_template_it_came_from() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let cleo = app.person("cleo", None).await;
    app.person("dan", Some(&cleo)).await;
    let (template, of_another) = (offers(&ben, "Shadow a colleague").await, offers(&cleo, "Read").await);
    let plan = ana.prepares_a_ready_plan().await;
    let add = |template: &Value| json!({"title": "Shadow Eva", "template_id": template});

    let item = ana.adds(&plan, add(&template["id"])).await;

    assert_eq!(item["template_id"], template["id"]);
    let items = format!("{}/action-items", path(&plan));
    for other in [&of_another["id"], &json!(uuid::Uuid::nil())] {
        assert_eq!(ana.post(&items, add(other)).await.faults(), ["/template_id"]);
    }
    // The item is its owner's: nothing that becomes of the template changes it.
    assert_eq!(ben.delete(&at(&template)).await.status, 204);
    ana.shares(&plan).await;
    assert_eq!(ben.get(&item_path(&item)).await.is(200)["template_id"], template["id"]);
    assert_eq!(ana.patch(&item_path(&item), json!({"title": "Shadow Fred"})).await.is(200)["version"], 2);
    ana.patch(&item_path(&item), json!({"template_id": null})).await.refused(422, "invalid-body");
}

#[actix_web::test]
async fn a_manager_offers_a_limited_number_of_templates() {
    let app = TestApp::start().await;
    let (_, ben) = app.employee_and_manager().await;
    for number in 0..100 {
        offers(&ben, &format!("Number {number}")).await;
    }
    ben.post(AT, json!({"title": "One too many"})).await.refused(409, "conflict");
    let first = &ben.list(AT).await[0];
    assert_eq!(ben.delete(&at(first)).await.status, 204);
    offers(&ben, "The last").await;
}
