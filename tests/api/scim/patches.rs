//! What PATCH does with odd paths and values.

use super::{ENTERPRISE, user};
use crate::support::{TestApp, json};

#[actix_web::test]
async fn attributes_are_added_replaced_and_removed_by_any_path_that_names_them() {
    let app = TestApp::start().await;
    let provider = app.provider();
    let ana = provider.creates(user("ana")).await;
    let core = "urn:ietf:params:scim:schemas:core:2.0:User";
    for (op, path, value, place, expected) in [
        ("ADD", "Title", json!("Lead"), "/title", json!("Lead")),
        ("replace", &format!("{core}:title"), json!("Head"), "/title", json!("Head")),
        ("remove", "title", json!(null), "/title", json!(null)),
        ("replace", "name", json!({"GivenName": "Ana"}), "/name", json!({"givenName": "Ana"})),
        ("add", "name.familyName", json!("Ruiz"), "/name/familyName", json!("Ruiz")),
        ("remove", "name", json!(null), "/name", json!(null)),
        ("add", "emails", json!([{"value": "a@b", "type": "work"}]), "/emails/0/value", json!("a@b")),
        // Another address does not take the place of the one that is kept.
        ("add", "emails", json!([{"value": "h@b", "type": "home"}]), "/emails/0/value", json!("a@b")),
        ("replace", "emails[type eq \"home\"].value", json!("h@b"), "/emails/0/value", json!("a@b")),
        ("replace", "emails[primary eq true].value", json!("c@d"), "/emails/0/value", json!("c@d")),
        ("add", "emails[type eq \"work\"]", json!({"value": "e@f"}), "/emails/0/value", json!("e@f")),
        ("remove", "emails[value sw \"x\"]", json!(null), "/emails/0/value", json!("e@f")),
        ("remove", "emails[value sw \"e\"]", json!(null), "/emails", json!(null)),
        ("replace", "emails[type eq \"work\"].value", json!("g@h"), "/emails/0/value", json!("g@h")),
        ("replace", "emails", json!([]), "/emails", json!(null)),
        (
            "add",
            &format!("{ENTERPRISE}:employeeNumber"),
            json!(7),
            &format!("/{ENTERPRISE}/employeeNumber"),
            json!("7"),
        ),
        ("add", ENTERPRISE, json!({"department": "D"}), &format!("/{ENTERPRISE}/department"), json!("D")),
        ("remove", ENTERPRISE, json!(null), &format!("/{ENTERPRISE}"), json!(null)),
        ("replace", "externalId", json!("y"), "/externalId", json!("y")),
        ("remove", "externalId", json!(null), "/externalId", json!(null)),
        ("replace", "locale", json!(""), "/locale", json!(null)),
        ("replace", "timezone", json!("Europe/Berlin"), "/timezone", json!("Europe/Berlin")),
        ("remove", "timezone", json!(null), "/timezone", json!("UTC")),
        ("replace", "nickName", json!("An"), "/nickName", json!(null)),
        ("replace", "urn:example:custom:title", json!("X"), "/title", json!(null)),
        ("replace", "phoneNumbers[type eq \"work\"].value", json!("1"), "/phoneNumbers", json!(null)),
    ] {
        let changed = provider.patches(&ana, json!([{"op": op, "path": path, "value": value}])).await.is(200);
        assert_eq!(changed.pointer(place).cloned().unwrap_or_default(), expected, "{op} {path}");
    }
}

#[actix_web::test]
async fn a_patch_with_one_wrong_operation_changes_nothing() {
    let app = TestApp::start().await;
    let provider = app.provider();
    let ana = provider.creates(user("ana")).await;
    let good = json!({"op": "add", "path": "title", "value": "Lead"});
    for (wrong, scim_type) in [
        (json!({"op": "move", "path": "title"}), "invalidSyntax"),
        (json!({"path": "title", "value": "x"}), "invalidSyntax"),
        (json!("remove"), "invalidSyntax"),
        (json!({"op": "remove"}), "noTarget"),
        (json!({"op": "add", "path": "title"}), "invalidValue"),
        (json!({"op": "add"}), "invalidValue"),
        (json!({"op": "add", "value": "text"}), "invalidSyntax"),
        (json!({"op": "add", "path": "title", "value": {"a": 1}}), "invalidValue"),
        (json!({"op": "add", "path": 7, "value": "x"}), "invalidPath"),
        (json!({"op": "add", "path": "emails[", "value": "x"}), "invalidPath"),
        (json!({"op": "add", "path": "/title", "value": "x"}), "invalidPath"),
        (json!({"op": "add", "path": "a b", "value": "x"}), "invalidPath"),
        (json!({"op": "add", "path": "(".repeat(40), "value": "x"}), "invalidPath"),
        (json!({"op": "add", "path": "emails[value gt true].value", "value": "a@b"}), "invalidPath"),
        (json!({"op": "replace", "path": "id", "value": "x"}), "mutability"),
        (json!({"op": "replace", "path": "meta.created", "value": "x"}), "mutability"),
        (json!({"op": "remove", "path": "userName"}), "mutability"),
        (json!({"op": "replace", "path": "userName", "value": ""}), "invalidValue"),
        (json!({"op": "replace", "path": "active", "value": "perhaps"}), "invalidValue"),
        (json!({"op": "replace", "path": "timezone", "value": "Mars"}), "invalidValue"),
        (json!({"op": "replace", "path": "title", "value": ["Lead", "Head"]}), "invalidValue"),
        (json!({"op": "replace", "path": "title", "value": [{"a": 1}]}), "invalidValue"),
        (json!({"op": "replace", "path": "active", "value": [true, false]}), "invalidValue"),
        (
            json!({"op": "replace", "path": "manager", "value": [{"value": "a"}, {"value": "b"}]}),
            "invalidValue",
        ),
        (json!({"op": "replace", "path": "externalId", "value": 1.2e22}), "invalidValue"),
        (json!({"op": "replace", "path": "externalId", "value": 9_007_199_254_740_993_u64}), "invalidValue"),
        (json!({"op": "replace", "path": "emails[value eq \"nomatch\"].value", "value": "a@b"}), "noTarget"),
        (json!({"op": "replace", "path": "emails[value eq \"a@b\"].value", "value": "a@b"}), "noTarget"),
        (
            json!({"op": "replace", "path": "emails[type eq \"work\" and value sw \"x\"]", "value": "a@b"}),
            "noTarget",
        ),
        (json!({"op": "replace", "value": {"title": "Lead", "Title": "Head"}}), "invalidSyntax"),
    ] {
        let refused = provider.patches(&ana, json!([good, wrong])).await;
        assert_eq!(refused.status, 400, "{wrong}: {:#}", refused.body);
        refused.scim_refused(400, Some(scim_type));
    }
    provider.patches(&ana, json!(vec![good; 101])).await.scim_refused(400, Some("tooMany"));
    provider.patch(&super::path(&ana), json!({"op": "add"})).await.scim_refused(400, Some("invalidSyntax"));
    assert_eq!(provider.get(&super::path(&ana)).await.is(200), ana);
    // Names of members have any case, too.
    let body = json!({"operations": [{"OP": "Add", "Path": "title", "VALUE": "Lead"}]});
    assert_eq!(provider.patch(&super::path(&ana), body).await.is(200)["title"], "Lead");
}

#[actix_web::test]
async fn only_an_empty_value_or_a_removal_takes_the_manager_away() {
    let app = TestApp::start().await;
    let provider = app.provider();
    let boss = provider.creates(user("boss")).await;
    let mut ana = user("ana");
    ana[ENTERPRISE] = json!({"manager": {"value": boss["id"]}});
    let ana = provider.creates(ana).await;
    let manager = format!("{ENTERPRISE}:manager");
    let manager_after = async |operation: serde_json::Value| {
        provider.patches(&ana, json!([operation])).await.is(200)[ENTERPRISE]["manager"]["value"].clone()
    };

    for named in [json!({"displayName": "Mgr B"}), json!({}), json!([{"displayName": "Mgr B"}])] {
        for op in ["add", "replace"] {
            for operation in [
                json!({"op": op, "path": manager, "value": named}),
                json!({"op": op, "value": {ENTERPRISE: {"manager": named}}}),
                json!({"op": op, "value": {&manager: named}}),
            ] {
                assert_eq!(manager_after(operation.clone()).await, boss["id"], "{operation}");
            }
        }
    }
    for nothing in [json!(""), json!(null), json!([]), json!({"value": ""}), json!({"value": null})] {
        let operation = json!({"op": "add", "path": manager, "value": nothing});
        assert_eq!(manager_after(operation).await, boss["id"], "add {nothing}");
        let operation = json!({"op": "replace", "path": manager, "value": nothing});
        assert_eq!(manager_after(operation).await, json!(null), "replace {nothing}");
        manager_after(json!({"op": "add", "path": manager, "value": boss["id"]})).await;
    }

    let mut body = user("ana");
    body[ENTERPRISE] = json!({"manager": {"displayName": "Mgr B"}});
    provider.put(&super::path(&ana), body).await.scim_refused(400, Some("invalidValue"));
    let mut body = user("new");
    body[ENTERPRISE] = json!({"manager": {"displayName": "Mgr B"}});
    provider.post("/scim/v2/Users", body).await.scim_refused(400, Some("invalidValue"));
    let mut body = user("ana");
    body[ENTERPRISE] = json!({"manager": {}});
    let replaced = provider.put(&super::path(&ana), body).await.is(200);
    assert_eq!(replaced.get(ENTERPRISE), None, "an empty object is an attribute that is left out");
}

#[actix_web::test]
async fn adding_nothing_changes_nothing() {
    let app = TestApp::start().await;
    let provider = app.provider();
    let mut ana = user("ana");
    ana["title"] = "Lead".into();
    ana["name"] = json!({"givenName": "Ana", "familyName": "Ruiz"});
    ana["emails"] = json!([{"value": "a@b", "type": "work"}]);
    ana[ENTERPRISE] = json!({"department": "Platform"});
    let ana = provider.creates(ana).await;
    let work = "emails[type eq \"work\"]";
    for path in
        ["title", "userName", "externalId", "active", "name.givenName", "department", "emails.value", work]
    {
        for nothing in [json!(null), json!([])] {
            let operation = json!({"op": "add", "path": path, "value": nothing});
            assert_eq!(provider.patches(&ana, json!([operation])).await.is(200), ana, "{operation}");
        }
    }
    for (path, nothing) in
        [("title", ""), ("externalId", ""), ("name.familyName", " "), ("emails[type eq \"work\"].value", "")]
    {
        let operation = json!({"op": "add", "path": path, "value": nothing});
        assert_eq!(provider.patches(&ana, json!([operation])).await.is(200), ana, "{operation}");
    }
    for path in ["name", "emails", ENTERPRISE] {
        let operation = json!({"op": "add", "path": path, "value": null});
        assert_eq!(provider.patches(&ana, json!([operation])).await.is(200), ana, "{operation}");
        let operation = json!({"op": "add", "value": {path: null}});
        assert_eq!(provider.patches(&ana, json!([operation])).await.is(200), ana, "{operation}");
    }
}

#[actix_web::test]
async fn an_array_of_one_element_is_the_value_of_an_attribute_that_has_one() {
    let app = TestApp::start().await;
    let provider = app.provider();
    let ana = provider.creates(user("ana")).await;
    let manager = format!("/{ENTERPRISE}/manager");
    for (path, value, place, expected) in [
        ("manager", json!([{"$ref": "x/ZKO", "value": "ZKO"}]), manager.as_str(), json!({"value": "ZKO"})),
        ("manager", json!(["ZKP"]), &manager, json!({"value": "ZKP"})),
        ("active", json!([{"value": "False"}]), "/active", json!(false)),
        ("active", json!([true]), "/active", json!(true)),
        ("title", json!([{"value": "Lead"}]), "/title", json!("Lead")),
        ("title", json!(["Head"]), "/title", json!("Head")),
        ("userName", json!([{"value": "ann@example.com"}]), "/userName", json!("ann@example.com")),
        ("title", json!([]), "/title", json!(null)),
    ] {
        let operations = json!([{"op": "Replace", "path": path, "value": value}]);
        let changed = provider.patches(&ana, operations).await.is(200);
        assert_eq!(changed.pointer(place).cloned().unwrap_or_default(), expected, "{path} {value}");
    }
}
