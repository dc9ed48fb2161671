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
