//! Several changes in one request.

use super::{ENTERPRISE, user};
use crate::support::{TestApp, json};

#[actix_web::test]
async fn bulk_requests_carry_out_each_operation_and_stop_at_errors() {
    let app = TestApp::start().await;
    let provider = app.provider();
    let post = |id: &str, data| json!({"method": "post", "bulkId": id, "path": "/Users", "data": data});
    let mut report = user("ana");
    report[ENTERPRISE] = json!({"manager": {"value": "bulkId:boss"}});
    let operations = json!([
        post("boss", user("ben")),
        post("ana", report),
        {"method": "PATCH", "path": "/Users/bulkId:ana", "version": "W/\"1\"", "data": {
            "Operations": [{"op": "add", "path": "title", "value": "Lead"}],
        }},
        post("twin", user("ben")),
        {"method": "PUT", "path": "/Users/bulkId:ana", "version": "W/\"1\"", "data": user("ana")},
        {"method": "DELETE", "path": "/Users/bulkId:boss"},
        {"method": "PATCH", "path": "/Users/bulkId:nobody", "data": {}},
        {"method": "GET", "path": "/Users"},
        "nonsense",
    ]);
    let result = provider.post("/scim/v2/Bulk", json!({"Operations": operations})).await.is(200);
    let outcomes = result["Operations"].as_array().unwrap();
    let statuses: Vec<&str> = outcomes.iter().map(|outcome| outcome["status"].as_str().unwrap()).collect();
    assert_eq!(statuses, ["201", "201", "200", "409", "412", "204", "400", "400", "400"]);
    assert_eq!(outcomes[3]["response"]["scimType"], "uniqueness");
    assert_eq!(outcomes[2]["version"], "W/\"2\"");
    let ana = provider.get(outcomes[1]["location"].as_str().unwrap()).await.is(200);
    assert_eq!(
        (&ana["title"], &ana[ENTERPRISE]["manager"]["$ref"]),
        (&json!("Lead"), &outcomes[0]["location"])
    );

    let stopped = json!({"failOnErrors": 1, "Operations": [post("x", user("ana")), post("y", user("cyd"))]});
    let stopped = provider.post("/scim/v2/Bulk", stopped).await.is(200);
    assert_eq!(stopped["Operations"].as_array().unwrap().len(), 1);
    let many: Vec<_> = (0..101).map(|_| post("x", user("ana"))).collect();
    provider.post("/scim/v2/Bulk", json!({"Operations": many})).await.scim_refused(413, Some("tooMany"));
    provider.post("/scim/v2/Bulk", json!({})).await.scim_refused(400, Some("invalidSyntax"));
}

#[actix_web::test]
async fn an_operation_may_name_a_user_that_a_later_one_creates() {
    let app = TestApp::start().await;
    let provider = app.provider();
    let post = |id: &str, name: &str, manager: &str| {
        let mut user = user(name);
        user[ENTERPRISE] = json!({"manager": {"value": manager}});
        json!({"method": "POST", "bulkId": id, "path": "/Users", "data": user})
    };
    let operations = json!([
        {"method": "PATCH", "path": "/Users/bulkId:ana", "data": {
            "Operations": [{"op": "add", "path": "title", "value": "Lead"}],
        }},
        post("ana", "ana", "bulkId:ben"),
        post("ben", "ben", "bulkId:cyd"),
        {"method": "POST", "bulkId": "cyd", "path": "/Users", "data": user("cyd")},
    ]);
    let result = provider.post("/scim/v2/Bulk", json!({"Operations": operations})).await.is(200);
    let outcomes = result["Operations"].as_array().unwrap();
    let statuses: Vec<&str> = outcomes.iter().map(|outcome| outcome["status"].as_str().unwrap()).collect();
    assert_eq!(statuses, ["200", "201", "201", "201"], "{result:#}");
    assert_eq!(outcomes[1]["bulkId"], "ana", "in the order of the request");
    assert_eq!(outcomes[0]["location"], outcomes[1]["location"]);
    let ana = provider.get(outcomes[0]["location"].as_str().unwrap()).await.is(200);
    assert_eq!((&ana["title"], &ana["displayName"]), (&json!("Lead"), &json!("ana")));
    assert_eq!(ana[ENTERPRISE]["manager"]["$ref"], outcomes[2]["location"]);
}

#[actix_web::test]
async fn operations_that_wait_for_each_other_are_refused_and_the_others_carried_out() {
    let app = TestApp::start().await;
    let provider = app.provider();
    let post = |name: &str, manager: &str| {
        let mut user = user(name);
        user[ENTERPRISE] = json!({"manager": {"value": manager}});
        json!({"method": "POST", "bulkId": name, "path": "/Users", "data": user})
    };
    let operations = json!([
        // Waits for the circle of the next two.
        post("ana", "bulkId:ben"),
        post("ben", "bulkId:cyd"),
        post("cyd", "bulkId:ben"),
        post("dan", "bulkId:dan"),
        {"method": "POST", "bulkId": "eve", "path": "/Users", "data": user("eve")},
    ]);
    let result = provider.post("/scim/v2/Bulk", json!({"Operations": operations})).await.is(200);
    let outcomes = result["Operations"].as_array().unwrap();
    let statuses: Vec<&str> = outcomes.iter().map(|outcome| outcome["status"].as_str().unwrap()).collect();
    assert_eq!(statuses, ["400", "409", "409", "409", "201"], "{result:#}");
    assert_eq!(app.count("people").await, 1);

    let stops = json!({"failOnErrors": 1, "Operations": [post("fay", "bulkId:fay"), post("gus", "x-eve")]});
    let stopped = provider.post("/scim/v2/Bulk", stops).await.is(200);
    // What waits for nothing comes first.
    assert_eq!(stopped["Operations"].as_array().unwrap().len(), 2);
}

#[actix_web::test]
async fn two_users_of_a_bulk_request_have_different_bulk_ids() {
    let app = TestApp::start().await;
    let provider = app.provider();
    let post = |id: &str, name| json!({"method": "POST", "bulkId": id, "path": "/Users", "data": user(name)});

    let twice = json!({"Operations": [post("x", "ana"), post("y", "ben"), post("x", "cyd")]});
    provider.post("/scim/v2/Bulk", twice).await.scim_refused(400, Some("invalidValue"));

    assert_eq!(app.count("people").await, 0);
}
