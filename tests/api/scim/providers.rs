//! The requests of Entra ID and Okta, written from their public documentation.

use super::{ENTERPRISE, path, user};
use crate::support::{Reply, TestApp, Value, json, people::Person};

/// Sends a body as the provider does.
async fn send(provider: &Person, method: &str, path: &str, body: Value) -> Reply {
    let request =
        provider.request(method, path).header("content-type", "application/scim+json; charset=utf-8");
    Reply::of(request.body(body.to_string())).await
}

#[actix_web::test]
async fn entra_id_tests_the_connection_creates_renames_moves_disables_and_enables() {
    let app = TestApp::start().await;
    let entra = app.provider();
    // The test of the connection looks for a name that no one has.
    let nobody =
        "/scim/v2/Users?filter=userName+eq+%22019f3c1e-7b2a-7c11-9f5e-3c1f0a9b2d4e%22&aadOptscim062020";
    assert_eq!(entra.get(nobody).await.is(200)["totalResults"], 0);
    let boss = entra.creates(user("boss")).await;

    let created = send(&entra, "POST", "/scim/v2/Users", json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", ENTERPRISE],
        "externalId": "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef",
        "userName": "Test_User_ab6490ee@testuser.com",
        "active": true,
        "displayName": "lennay",
        "emails": [{"primary": true, "type": "work", "value": "testuser@testuser.com"}],
        "meta": {"resourceType": "User"},
        "name": {"formatted": "givenName familyName", "familyName": "familyName", "givenName": "givenName"},
        "roles": [],
    }))
    .await
    .is(201);
    let place = path(&created);

    let several = send(&entra, "PATCH", &place, json!({
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
        "Operations": [
            {"op": "Replace", "path": "emails[type eq \"work\"].value", "value": "updatedEmail@example.com"},
            {"op": "Replace", "path": "name.familyName", "value": "updatedFamilyName"},
            {"op": "Add", "path": "phoneNumbers[type eq \"work\"].value", "value": "555"},
            {"op": "Add", "path": "addresses[type eq \"work\"].country", "value": "ES"},
            {"op": "Add", "path": format!("{ENTERPRISE}:manager"), "value": boss["id"]},
            {"op": "Add", "path": format!("{ENTERPRISE}:department"), "value": "Platform"},
        ],
    }))
    .await
    .is(200);
    assert_eq!(several["emails"][0]["value"], "updatedEmail@example.com");
    assert_eq!(several["name"]["familyName"], "updatedFamilyName");
    assert_eq!(several[ENTERPRISE]["manager"]["value"], boss["id"]);
    assert_eq!(several[ENTERPRISE]["department"], "Platform");

    let patch = async |operation: Value| {
        let body =
            json!({"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": [operation]});
        send(&entra, "PATCH", &place, body).await.is(200)
    };
    let renamed = patch(json!({"op": "Replace", "path": "userName", "value": "5b50642d@testuser.com"})).await;
    assert_eq!(renamed["userName"], "5b50642d@testuser.com");
    assert_eq!(patch(json!({"op": "Replace", "path": "active", "value": "False"})).await["active"], false);
    assert_eq!(patch(json!({"op": "Replace", "path": "active", "value": "True"})).await["active"], true);
    // Without a path, with paths as names of members.
    let whole = patch(json!({"op": "replace", "value": {
        "displayName": "Lennay", "active": false, "name.givenName": "Len",
        "emails[type eq \"work\"].value": "len@example.com",
        format!("{ENTERPRISE}:department"): "Design",
        "unknown": {"nested": true},
    }}))
    .await;
    assert_eq!((&whole["displayName"], &whole["active"]), (&json!("Lennay"), &json!(false)));
    assert_eq!(
        (&whole["name"]["givenName"], &whole["emails"][0]["value"]),
        (&json!("Len"), &json!("len@example.com"))
    );
    assert_eq!(whole[ENTERPRISE]["department"], "Design");
    let unmanaged = patch(json!({"op": "Remove", "path": format!("{ENTERPRISE}:manager")})).await;
    assert_eq!(unmanaged[ENTERPRISE].get("manager"), None);
    let by_id = "/scim/v2/Users?filter=externalId+eq+%220a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef%22";
    assert_eq!(entra.get(by_id).await.is(200)["Resources"][0]["id"], created["id"]);
    send(&entra, "DELETE", &place, Value::Null).await.is(204);
}

#[actix_web::test]
async fn okta_looks_a_user_up_creates_replaces_and_deactivates() {
    let app = TestApp::start().await;
    let okta = app.provider();
    let look_up = "/scim/v2/Users?filter=userName%20eq%20%22test.user%40okta.local%22&startIndex=1&count=100";
    let none = okta.get(look_up).await.is(200);
    assert_eq!((&none["totalResults"], &none["itemsPerPage"]), (&json!(0), &json!(0)));

    let mut profile = json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", ENTERPRISE],
        "userName": "test.user@okta.local",
        "name": {"givenName": "Test", "familyName": "User"},
        "emails": [{"primary": true, "value": "test.user@okta.local", "type": "work"}],
        "displayName": "Test User",
        "locale": "en-US",
        "externalId": "00ujl29u0le5T6Aj10h7",
        "groups": [],
        "password": "1mz050nq",
        "active": true,
        ENTERPRISE: {"employeeNumber": "42", "department": "Sales", "manager": {
            "value": "00u-boss", "displayName": "The Boss",
        }},
    });
    let created = send(&okta, "POST", "/scim/v2/Users", profile.clone()).await.is(201);
    assert_eq!(created[ENTERPRISE]["manager"]["value"], "00u-boss");
    send(&okta, "POST", "/scim/v2/Users", profile.clone()).await.scim_refused(409, Some("uniqueness"));

    // A push of the profile replaces the user. The manager may be a bare text.
    profile["name"]["familyName"] = "Changed".into();
    profile["id"] = created["id"].clone();
    profile["meta"] = json!({"resourceType": "User"});
    profile[ENTERPRISE]["manager"] = "00u-other".into();
    let replaced = send(&okta, "PUT", &path(&created), profile.clone()).await.is(200);
    assert_eq!(replaced["name"]["familyName"], "Changed");
    assert_eq!(replaced[ENTERPRISE]["manager"]["value"], "00u-other");
    let mut boss = user("boss");
    boss["externalId"] = "00u-other".into();
    let boss = okta.creates(boss).await;
    assert_eq!(okta.get(&path(&created)).await.is(200)[ENTERPRISE]["manager"]["value"], boss["id"]);

    for active in [false, true] {
        let body = json!({
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
            "Operations": [{"op": "replace", "value": {"active": active}}],
        });
        assert_eq!(send(&okta, "PATCH", &path(&created), body).await.is(200)["active"], active);
    }
    profile["active"] = false.into();
    assert_eq!(send(&okta, "PUT", &path(&created), profile).await.is(200)["active"], false);
    assert_eq!(okta.get(look_up).await.is(200)["Resources"][0]["active"], false);
}
