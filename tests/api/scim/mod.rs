//! SCIM 2.0, as identity providers use it.

mod bulk;
mod filters;
mod patches;
mod providers;
mod tokens;
mod users;

use crate::support::{Reply, TestApp, Value, json, people::Person};

pub const ENTERPRISE: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

impl TestApp {
    /// An identity provider of `acme`.
    pub fn provider(&self) -> Person {
        self.service_of("acme", "provider", "scim")
    }
}

/// A user with this name, and the `externalId` `x-NAME`.
pub fn user(name: &str) -> Value {
    json!({"userName": format!("{name}@example.com"), "externalId": format!("x-{name}"), "displayName": name})
}

impl Person {
    pub async fn creates(&self, user: Value) -> Value {
        self.post("/scim/v2/Users", user).await.is(201)
    }

    /// One PATCH with these operations.
    pub async fn patches(&self, user: &Value, operations: Value) -> Reply {
        let body = json!({
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
            "Operations": operations,
        });
        self.patch(&path(user), body).await
    }

    /// The users that a filter finds, by their `displayName`.
    pub async fn finds(&self, filter: &str) -> Vec<String> {
        let page = self.searches(json!({"filter": filter, "sortBy": "displayName"})).await.is(200);
        let users = page["Resources"].as_array().unwrap();
        assert_eq!(page["totalResults"], users.len());
        users.iter().map(|user| user["displayName"].as_str().unwrap().to_owned()).collect()
    }

    pub async fn searches(&self, search: Value) -> Reply {
        self.post("/scim/v2/Users/.search", search).await
    }
}

/// Where a user is.
pub fn path(user: &Value) -> String {
    format!("/scim/v2/Users/{}", user["id"].as_str().unwrap())
}
