//! A response, and expectations of it.

use reqwest::header::HeaderMap;
use serde_json::Value;

#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Value,
}

impl Reply {
    pub async fn of(request: reqwest::RequestBuilder) -> Self {
        let response = request.send().await.expect("an answer");
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let text = response.text().await.expect("a body");
        let body = serde_json::from_str(&text).unwrap_or(Value::String(text));
        Self { status, headers, body }
    }

    /// Expects this status, and returns the body.
    #[track_caller]
    pub fn is(self, status: u16) -> Value {
        assert_eq!(self.status, status, "{:#}", self.body);
        self.body
    }

    /// Expects a problem of this status and name, and returns it.
    #[track_caller]
    pub fn refused(self, status: u16, name: &str) -> Value {
        assert_eq!(self.status, status, "{:#}", self.body);
        assert_eq!(self.header("content-type"), "application/problem+json");
        assert_eq!(self.body["type"], format!("/problems/{name}"), "{:#}", self.body);
        assert_eq!(self.body["status"], status);
        assert_eq!(self.body["request_id"], self.header("x-request-id"));
        self.body
    }

    /// Expects a problem of this status and name in the shape of the path: SCIM has errors of its own.
    #[track_caller]
    pub fn refused_at(self, path: &str, status: u16, name: &str) -> Value {
        if path.starts_with("/scim/") { self.scim_refused(status, None) } else { self.refused(status, name) }
    }

    /// Expects an error of SCIM, and returns it.
    #[track_caller]
    pub fn scim_refused(self, status: u16, scim_type: Option<&str>) -> Value {
        assert_eq!(self.status, status, "{:#}", self.body);
        assert_eq!(self.header("content-type"), "application/scim+json");
        assert_eq!(self.body["schemas"], serde_json::json!(["urn:ietf:params:scim:api:messages:2.0:Error"]));
        assert_eq!(self.body["status"], status.to_string());
        assert_eq!(self.body["scimType"].as_str(), scim_type, "{:#}", self.body);
        assert!(self.body["detail"].is_string(), "{:#}", self.body);
        self.body
    }

    /// The pointers of the faults of an invalid body, sorted.
    #[track_caller]
    pub fn faults(self) -> Vec<String> {
        let problem = self.refused(422, "invalid-body");
        let errors = problem["errors"].as_array().expect("errors");
        let mut pointers: Vec<String> =
            errors.iter().map(|error| error["pointer"].as_str().expect("a pointer").to_owned()).collect();
        pointers.sort();
        pointers
    }

    #[track_caller]
    pub fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        value.unwrap_or_else(|| panic!("no {name} in {:#?}", self.headers)).to_str().expect("a text")
    }
}
