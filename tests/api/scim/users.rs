//! Creating, reading, replacing and deleting users.

use super::{ENTERPRISE, path, user};
use crate::support::{Reply, TestApp, at_once, json};

#[actix_web::test]
async fn a_user_is_the_person_of_the_directory() {
    let app = TestApp::start().await;
    let provider = app.provider();
    let ben = provider.creates(user("ben")).await;
    let sent = json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", ENTERPRISE, "urn:example:unknown"],
        "externalId": "x-ana", "userName": "Ana@Example.com", "displayName": "Ana Ruiz",
        "name": {"givenName": "Ana", "familyName": "Ruiz", "honorificPrefix": "Dr."},
        "emails": [{"value": "home@example.com", "type": "home"}, {"value": "ana@example.com", "type": "work"}],
        "title": "Engineer", "locale": "es-ES", "timezone": "Europe/Madrid", "active": true,
        "password": "a-secret-that-is-never-kept", "phoneNumbers": [{"value": "1"}],
        ENTERPRISE: {"employeeNumber": 1042, "department": "Platform", "manager": {"value": ben["id"]}},
        "urn:example:unknown": {"deep": {"er": 1}},
    });

    let created = provider.post("/scim/v2/Users", sent).await;
    assert_eq!(created.header("content-type"), "application/scim+json");
    assert_eq!(created.header("etag"), "W/\"1\"");
    let location = created.header("location").to_owned();
    let ana = created.is(201);
    assert_eq!(location, path(&ana));
    assert_eq!(
        ana,
        json!({
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", ENTERPRISE],
            "id": ana["id"], "externalId": "x-ana", "userName": "Ana@Example.com", "displayName": "Ana Ruiz",
            "name": {"givenName": "Ana", "familyName": "Ruiz"},
            "emails": [{"value": "ana@example.com", "type": "work"}],
            "title": "Engineer", "locale": "es-ES", "timezone": "Europe/Madrid", "active": true,
            ENTERPRISE: {
                "employeeNumber": "1042", "department": "Platform",
                "manager": {"value": ben["id"], "$ref": path(&ben)},
            },
            "meta": {
                "resourceType": "User", "created": "2026-03-02T09:00:00Z", "lastModified": "2026-03-02T09:00:00Z",
                "location": location, "version": "W/\"1\"",
            },
        })
    );
    assert_eq!(provider.get(&location).await.is(200), ana);
    let person = format!("/v1/people/{}", ana["id"].as_str().unwrap());
    let person = app.service("people:read").get(&person).await.is(200);
    for (field, value) in [
        ("external_id", json!("x-ana")),
        ("manager_id", ben["id"].clone()),
        ("time_zone", json!("Europe/Madrid")),
        ("source", json!("scim")),
    ] {
        assert_eq!(person[field], value, "{field}");
    }
    assert_eq!(app.events().await, ["groundwork.person.created.v1"; 2]);
    let everything = app.database().texts("select p.user_name || coalesce(p.email, '') from people p").await;
    assert!(!everything.concat().contains("secret"));
}

#[actix_web::test]
async fn an_address_at_home_is_not_kept() {
    let app = TestApp::start().await;
    let provider = app.provider();
    let home = json!({"value": "home@example.com", "type": "Home", "primary": true});
    for (emails, kept) in [
        (json!([home]), None),
        (json!([home, {"value": "work@example.com", "type": "work"}]), Some("work@example.com")),
        (json!([home, {"value": "other@example.com"}]), Some("other@example.com")),
    ] {
        let mut user = user("ana");
        user["emails"] = emails.clone();
        let ana = provider.creates(user).await;
        assert_eq!(ana["emails"][0]["value"].as_str(), kept, "{emails}");
        let add = json!([{"op": "add", "path": "emails", "value": [home]}]);
        let after = provider.patches(&ana, add).await.is(200);
        assert_eq!(after["emails"][0]["value"].as_str(), kept, "{emails}");
        let put = provider.put(&path(&ana), json!({"userName": "ana", "emails": [home]})).await.is(200);
        assert_eq!(put.get("emails"), None);
        provider.delete(&path(&ana)).await.is(204);
    }
    assert!(
        !format!("{:?}", app.database().texts("select email from people where email is not null").await)
            .contains("home@")
    );
}

#[actix_web::test]
async fn a_manager_may_be_named_by_the_url_of_a_user() {
    let app = TestApp::start().await;
    let provider = app.provider();
    let (ben, ana) = (provider.creates(user("ben")).await, provider.creates(user("ana")).await);
    let id = ben["id"].as_str().unwrap();
    let set = |url: String| json!([{"op": "replace", "path": format!("{ENTERPRISE}:manager"), "value": {"$ref": url}}]);
    for url in [
        path(&ben),
        format!("../Users/{id}"),
        format!("https://hr.example.com/scim/v2/Users/{id}/"),
        format!("https://hr.example.com/scim/v2/Users/{id}?attributes=id#x"),
    ] {
        let changed = provider.patches(&ana, set(url.clone())).await.is(200);
        assert_eq!(changed[ENTERPRISE]["manager"]["value"], ben["id"], "{url}");
        provider
            .patches(&ana, json!([{"op": "remove", "path": format!("{ENTERPRISE}:manager")}]))
            .await
            .is(200);
    }
    for url in [
        format!("https://hr.example.com/scim/v2/Groups/{id}"),
        "https://hr.example.com/scim/v2/Users/".into(),
        "https://hr.example.com/x-ben".into(),
        "/scim/v2/Users/x-ben".into(),
        id.to_owned(),
    ] {
        let refused = provider.patches(&ana, set(url)).await.scim_refused(400, Some("invalidValue"));
        assert!(refused["detail"].as_str().unwrap().contains("manager.$ref"), "{refused:#}");
    }
    assert_eq!(provider.get(&path(&ana)).await.is(200).get(ENTERPRISE), None);
}

#[actix_web::test]
async fn one_person_has_a_user_name_and_an_external_id() {
    let app = TestApp::start().await;
    let provider = app.provider();
    let ana = provider.creates(user("ana")).await;
    let ben = provider.creates(user("ben")).await;

    let named_alike = json!({"userName": " ANA@example.com ", "externalId": "other"});
    provider.post("/scim/v2/Users", named_alike.clone()).await.scim_refused(409, Some("uniqueness"));
    let known = json!({"userName": "other", "externalId": "x-ana"});
    provider.post("/scim/v2/Users", known.clone()).await.scim_refused(409, Some("uniqueness"));
    for taken in [named_alike, known] {
        provider.put(&path(&ben), taken).await.scim_refused(409, Some("uniqueness"));
    }
    // The employee number stands in for an externalId, and the id for both.
    let by_number = json!({"userName": "cyd", ENTERPRISE: {"employeeNumber": "x-ana"}});
    provider.post("/scim/v2/Users", by_number).await.scim_refused(409, Some("uniqueness"));
    let numbered = provider.creates(json!({"userName": "cyd", ENTERPRISE: {"employeeNumber": "7"}})).await;
    assert_eq!(numbered.get("externalId"), None);
    let people = app.service("people:read").list("/v1/people").await;
    assert_eq!(people[2]["external_id"], "7");
    let bare = provider.creates(json!({"userName": "dan"})).await;
    let people = app.service("people:read").list("/v1/people").await;
    assert_eq!(people[3]["external_id"], bare["id"]);
    // A name of someone inactive is free.
    provider.patches(&ana, json!([{"op": "Replace", "path": "active", "value": "False"}])).await.is(200);
    provider.creates(json!({"userName": "ana@example.com", "externalId": "new"})).await;
    let back = json!([{"op": "replace", "path": "active", "value": true}]);
    provider.patches(&ana, back).await.scim_refused(409, Some("uniqueness"));
}

#[actix_web::test]
async fn two_posts_of_one_user_at_once_make_one_person() {
    let app = TestApp::start().await;
    let provider = app.provider();

    let replies = at_once((0..6).map(|number| {
        let provider = provider.clone();
        async move {
            let body = json!({"userName": "ana@example.com", "externalId": format!("x-{number}")});
            provider.post("/scim/v2/Users", body).await
        }
    }))
    .await;

    let mut statuses: Vec<u16> = replies.iter().map(|reply| reply.status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409, 409, 409, 409, 409]);
    assert_eq!(app.count("people").await, 1);
}

#[actix_web::test]
async fn deleting_and_creating_again_gives_the_same_person_back() {
    let app = TestApp::start().await;
    let provider = app.provider();
    let ana = provider.creates(user("ana")).await;
    let nameless = provider.creates(json!({"userName": "cyd"})).await;

    for gone in [&ana, &nameless] {
        Reply::of(provider.request("DELETE", &path(gone))).await.is(204);
        provider.get(&path(gone)).await.scim_refused(404, None);
        provider.delete(&path(gone)).await.scim_refused(404, None);
        provider.put(&path(gone), user("ana")).await.scim_refused(404, None);
        provider.patches(gone, json!([])).await.scim_refused(404, None);
    }
    assert_eq!(provider.get("/scim/v2/Users").await.is(200)["totalResults"], 0);
    let people = app.service("people:read").list("/v1/people").await;
    assert_eq!(people.iter().filter(|person| person["active"] == false).count(), 2);

    let again = provider.creates(json!({"userName": "ana@new.example", "externalId": "x-ana"})).await;
    assert_eq!((&again["id"], &again["active"]), (&ana["id"], &json!(true)));
    // What the body leaves out is not what it was.
    assert_eq!(again["displayName"], "ana@new.example");
    assert_eq!(provider.creates(json!({"userName": "cyd"})).await["id"], nameless["id"]);
    // Someone who is only inactive is still there.
    provider.patches(&again, json!([{"op": "replace", "value": {"active": false}}])).await.is(200);
    let known = json!({"userName": "ana@new.example", "externalId": "x-ana"});
    provider.post("/scim/v2/Users", known).await.scim_refused(409, Some("uniqueness"));
    assert_eq!(app.count("people").await, 2);
}

#[actix_web::test]
async fn who_came_by_the_import_is_adopted_and_who_wrote_last_is_shown() {
    let app = TestApp::start().await;
    let (provider, portal) = (app.provider(), app.service("people:read people:write"));
    let import = async |department: &str| {
        let row = json!({
            "external_id": "x-ana", "user_name": "ana@example.com", "display_name": "Ana", "title": "Engineer",
            "department": department, "time_zone": "Europe/Madrid",
        });
        portal.post("/v1/people/import", json!({"rows": [row]})).await.is(200);
        portal.list("/v1/people").await[0].clone()
    };
    let imported = import("Platform").await;
    assert_eq!(imported["source"], "import");

    provider.post("/scim/v2/Users", user("ana")).await.scim_refused(409, Some("uniqueness"));
    let found = provider.get("/scim/v2/Users?filter=userName%20eq%20%22ana@example.com%22").await.is(200);
    let ana = &found["Resources"][0];
    assert_eq!((&ana["id"], &ana["externalId"]), (&imported["id"], &json!("x-ana")));
    let replaced =
        provider.put(&path(ana), json!({"userName": "ana@example.com", "displayName": "Ana R"})).await;
    let replaced = replaced.is(200);
    // Left out: cleared, unless there always is a value, and unless the whole extension is left out.
    assert_eq!((replaced.get("title"), &replaced["timezone"]), (None, &json!("Europe/Madrid")));
    assert_eq!(replaced["externalId"], "x-ana");
    assert_eq!(replaced[ENTERPRISE]["department"], "Platform");
    assert_eq!(portal.list("/v1/people").await[0]["source"], "scim");
    let cleared = json!({"userName": "ana@example.com", ENTERPRISE: {"employeeNumber": "7"}});
    let cleared = provider.put(&path(ana), cleared).await.is(200);
    assert_eq!(cleared[ENTERPRISE], json!({"employeeNumber": "7"}));
    assert_eq!(import("Design").await["source"], "import");
    assert_eq!(app.count("people").await, 1);
}

#[actix_web::test]
async fn a_manager_who_is_not_there_yet_is_set_on_arrival_and_circles_are_refused() {
    let app = TestApp::start().await;
    let provider = app.provider();
    let with_manager = |name: &str, manager: &str| {
        let mut user = user(name);
        user[ENTERPRISE] = json!({"manager": {"value": manager}});
        user
    };
    let ana = provider.creates(with_manager("ana", "x-ben")).await;
    assert_eq!(ana[ENTERPRISE]["manager"], json!({"value": "x-ben"}));

    // Who would report to themselves does not arrive.
    let circle = with_manager("ben", ana["id"].as_str().unwrap());
    let refused = provider.post("/scim/v2/Users", circle).await.scim_refused(400, Some("invalidValue"));
    assert!(refused["detail"].as_str().unwrap().contains("manager.value"), "{refused:#}");
    let ben = provider.creates(with_manager("ben", "x-cyd")).await;
    let ana = provider.get(&path(&ana)).await.is(200);
    assert_eq!(ana[ENTERPRISE]["manager"]["value"], ben["id"]);
    let own = json!([{"op": "replace", "path": format!("{ENTERPRISE}:manager"), "value": ana["id"]}]);
    provider.patches(&ana, own).await.scim_refused(400, Some("invalidValue"));
    let below = json!([{"op": "add", "path": format!("{ENTERPRISE}:manager"), "value": ana["id"]}]);
    provider.patches(&ben, below).await.scim_refused(400, Some("invalidValue"));
    // A new externalId is an arrival, too: Ana's would be that of Ben's awaited manager.
    let renamed = json!([{"op": "replace", "path": "externalId", "value": "x-cyd"}]);
    provider.patches(&ana, renamed.clone()).await.scim_refused(400, Some("invalidValue"));
    let dan = provider.creates(user("dan")).await;
    provider.patches(&dan, renamed).await.is(200);
    assert_eq!(provider.get(&path(&ben)).await.is(200)[ENTERPRISE]["manager"]["value"], dan["id"]);
    let events = app.events().await;
    let changed = events.iter().filter(|event| *event == "groundwork.person.manager_changed.v1").count();
    assert_eq!(changed, 2, "{events:?}");
}

#[actix_web::test]
async fn a_new_manager_takes_over_as_after_an_import() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let cyd = app.person("cyd", None).await;
    let plan = ana.shares_a_ready_plan().await;
    ben.get(&crate::support::people::path(&plan)).await.is(200);
    let provider = app.provider();

    let move_to_cyd = json!([{"op": "Replace", "path": format!("{ENTERPRISE}:manager"), "value": cyd.id}]);
    provider.patches(&json!({"id": ana.id}), move_to_cyd).await.is(200);

    ben.get(&crate::support::people::path(&plan)).await.refused(404, "not-found");
    cyd.get(&crate::support::people::path(&plan)).await.is(200);
    let requests = ana.list(&format!("{}/feedback-requests", crate::support::people::path(&plan))).await;
    assert!(requests.iter().any(|request| request["reviewer_id"] == cyd.id.as_str()), "{requests:#?}");
    // Inactive people are let in no longer, and back again once they are active.
    let active = |is: bool| json!([{"op": "replace", "path": "active", "value": is}]);
    provider.patches(&json!({"id": cyd.id}), active(false)).await.is(200);
    cyd.get("/v1/me").await.refused(403, "forbidden");
    assert_eq!(ana.get("/v1/me").await.is(200)["manager"], json!(null));
    provider.patches(&json!({"id": cyd.id}), active(true)).await.is(200);
    cyd.get("/v1/me").await.is(200);
}

#[actix_web::test]
async fn versions_are_weak_tags_and_what_changes_nothing_makes_none() {
    let app = TestApp::start().await;
    let provider = app.provider();
    let ana = provider.creates(user("ana")).await;
    let title = json!({"Operations": [{"op": "add", "path": "title", "value": "Lead"}]});
    let patch =
        |tag: &str| provider.request("PATCH", &path(&ana)).header("if-match", tag.to_owned()).json(&title);

    Reply::of(patch("W/\"7\"")).await.scim_refused(412, None);
    let changed = Reply::of(patch("W/\"1\"")).await;
    assert_eq!(changed.header("etag"), "W/\"2\"");
    assert_eq!(changed.is(200)["meta"]["version"], "W/\"2\"");
    assert_eq!(Reply::of(patch("\"2\"")).await.header("etag"), "W/\"2\"");
    let known = provider.request("GET", &path(&ana)).header("if-none-match", "W/\"2\"");
    assert_eq!(Reply::of(known).await.status, 304);
    let stale = provider.request("DELETE", &path(&ana)).header("if-match", "W/\"1\"");
    Reply::of(stale).await.scim_refused(412, None);
    let events = ["groundwork.person.created.v1", "groundwork.person.updated.v1"];
    assert_eq!(app.events().await, events);
}

#[actix_web::test]
async fn invalid_values_are_refused_together_and_bodies_have_limits() {
    let app = TestApp::start().await;
    let provider = app.provider();
    let wrong = json!({
        "userName": "ana", "timezone": "Mars/Olympus", "emails": [{"value": "no address"}],
        "title": "x".repeat(201),
    });
    let refused = provider.post("/scim/v2/Users", wrong).await.scim_refused(400, Some("invalidValue"));
    for name in ["timezone", "emails.value", "title"] {
        assert!(refused["detail"].as_str().unwrap().contains(name), "{refused:#}");
    }
    for body in [
        json!({}),
        json!({"userName": null}),
        json!({"userName": ["ana", "ann"]}),
        json!({"userName": "ana", "externalId": 1.2e22}),
        json!({"userName": "ana", "externalId": 1.5}),
        json!({"userName": "a\u{0}b"}),
        json!({"userName": "ana", "active": "perhaps"}),
        json!({"userName": "ana", "name": "Ana"}),
        json!({"userName": "ana", "externalId": "x".repeat(201)}),
        json!({"userName": "ana", "locale": {"language": "es"}}),
        json!({"userName": "x".repeat(321)}),
    ] {
        provider.post("/scim/v2/Users", body).await.scim_refused(400, Some("invalidValue"));
    }
    provider.post("/scim/v2/Users", json!([])).await.scim_refused(400, Some("invalidSyntax"));
    let send = |media_type: &str, body: &str| {
        let request =
            provider.request("POST", "/scim/v2/Users").header("content-type", media_type.to_owned());
        Reply::of(request.body(body.to_owned()))
    };
    send("application/scim+json; charset=utf-8", "{").await.scim_refused(400, Some("invalidSyntax"));
    send("application/json", r#"{"userName":"a","userName":"b"}"#)
        .await
        .scim_refused(400, Some("invalidSyntax"));
    for twice in [
        r#"{"userName":"a","active":true,"Active":false}"#,
        r#"{"userName":"a","name":{"givenName":"A","GIVENNAME":"B"}}"#,
        r#"{"userName":"a","emails":[{"value":"a@b","Value":"c@d"}]}"#,
    ] {
        send("application/scim+json", twice).await.scim_refused(400, Some("invalidSyntax"));
    }
    send("application/scim+json", "").await.scim_refused(400, Some("invalidSyntax"));
    send("text/plain", "{}").await.scim_refused(415, None);
    send("application/scim+json", &format!("\"{}\"", "x".repeat(1 << 20))).await.scim_refused(413, None);
    assert_eq!(app.count("people").await, 0);
}

#[actix_web::test]
async fn paths_that_are_not_there_are_refused_in_the_words_of_scim() {
    let app = TestApp::start().await;
    let provider = app.provider();
    provider.get("/scim/v2/Nothing").await.scim_refused(404, None);
    provider.get("/scim/v2/Users/not-an-id").await.scim_refused(404, None);
    provider.get("/scim/v2/Users/019f3c1e-7b2a-7c11-9f5e-3c1f0a9b2d4e").await.scim_refused(404, None);
    let method = Reply::of(provider.request("DELETE", "/scim/v2/Users")).await;
    assert_eq!(method.header("allow"), "GET, HEAD, POST");
    method.scim_refused(405, None);
    provider.post("/scim/v2/Groups", json!({})).await.scim_refused(405, None);
    assert_eq!(provider.get("/scim/v2/Groups?startIndex=1&count=100").await.is(200)["totalResults"], 0);
    for method in ["GET", "POST", "PATCH", "DELETE"] {
        let me = Reply::of(provider.request(method, "/scim/v2/Me")).await;
        me.refused_at("/scim/v2/Me", 501, "not-implemented");
    }
    let picky = provider.request("GET", "/scim/v2/Users").header("accept", "text/csv");
    Reply::of(picky).await.scim_refused(406, None);
    for accept in
        ["application/scim+json", "application/json", "application/scim+json, application/json;q=0.8"]
    {
        Reply::of(provider.request("GET", "/scim/v2/Users").header("accept", accept)).await.is(200);
    }
    for described in ["ServiceProviderConfig", "ResourceTypes", "Schemas"] {
        let filtered = format!("/scim/v2/{described}?filter=id%20pr");
        provider.get(&filtered).await.scim_refused(403, None);
        provider.post(&format!("/scim/v2/{described}"), json!({})).await.scim_refused(405, None);
    }
}
