//! The shared components that operations refer to: problem responses, header fields and parameters.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::conventions::{add_header, add_quota};
use crate::http::{
    problem::{FieldError, ProblemDetails, ProblemKind},
    scim_error,
};

/// Adds the shared components to the document.
pub fn add(components: &mut Value) {
    // The document lists the methods of each path, so no documented operation returns 405, nor 501.
    let responses: Map<String, Value> = problems_by_status()
        .iter()
        .filter(|(status, _)| ![405, 501].contains(*status))
        .map(|(status, kinds)| (format!("Problem{status}"), problem_response(*status, kinds)))
        .collect();
    let of_scim: Map<String, Value> = SCIM_STATUSES
        .iter()
        .map(|(status, description)| (format!("ScimError{status}"), scim_response(*status, description)))
        .collect();
    components["responses"] = Value::Object(responses.into_iter().chain(of_scim).collect());
    components["parameters"] = parameters();
    components["headers"] = headers();
}

/// The statuses of errors of SCIM.
const SCIM_STATUSES: [(u16, &str); 13] = [
    (400, "The request is invalid; `scimType` says how."),
    (401, "The request carries no bearer token, or an invalid or revoked one."),
    (403, "The token lacks the scope `scim`, or is a person's."),
    (404, "There is no such resource."),
    (406, "`Accept` allows neither `application/scim+json` nor `application/json`."),
    (408, "The body arrived too slowly."),
    (409, "Another person has the `userName` or the `externalId`: `scimType` is `uniqueness`."),
    (412, "The resource has changed since you read it."),
    (413, "The body is too large, or has too many operations."),
    (415, "The body is neither `application/scim+json` nor `application/json`."),
    (429, "The caller has made too many requests, or has too many running."),
    (500, "The service failed."),
    (503, "Something that the service depends on, such as its database, cannot be reached or is overloaded."),
];

/// An error of SCIM of this status.
fn scim_response(status: u16, description: &str) -> Value {
    let example = json!({
        "schemas": [scim_error::ERROR],
        "status": status.to_string(),
        "detail": description,
    });
    let mut response = json!({
        "description": description,
        "content": { "application/scim+json": {
            "schema": { "$ref": "#/components/schemas/ScimError" },
            "example": example,
        } },
    });
    match status {
        401 => add_header(&mut response, "WWW-Authenticate"),
        429 | 503 => add_header(&mut response, "Retry-After"),
        412 => add_header(&mut response, "ETag"),
        _ => {}
    }
    add_quota(&mut response);
    response
}

fn problems_by_status() -> BTreeMap<u16, Vec<ProblemKind>> {
    ProblemKind::ALL.iter().fold(BTreeMap::new(), |mut statuses, kind| {
        statuses.entry(kind.about().status.as_u16()).or_insert_with(Vec::new).push(*kind);
        statuses
    })
}

fn problem_response(status: u16, kinds: &[ProblemKind]) -> Value {
    let named: Vec<String> =
        kinds.iter().map(|kind| format!("`{}`: {}.", kind.about().name, kind.about().title)).collect();
    let mut response = json!({
        "description": named.join(" "),
        "content": { "application/problem+json": {
            "schema": { "$ref": "#/components/schemas/Problem" },
            "examples": kinds.iter().map(|kind| (kind.about().name.to_owned(), example(*kind))).collect::<Map<_, _>>(),
        } },
    });
    match status {
        401 => add_header(&mut response, "WWW-Authenticate"),
        409 | 429 | 503 => add_header(&mut response, "Retry-After"),
        412 => add_header(&mut response, "ETag"),
        _ => {}
    }
    add_quota(&mut response);
    response
}

/// A problem of this kind, as it may be answered.
fn example(kind: ProblemKind) -> Value {
    let about = kind.about();
    let errors = match kind {
        ProblemKind::InvalidBody => vec![FieldError::new("/title", "must have at most 200 characters")],
        ProblemKind::InvalidQuery => vec![FieldError::new("/limit", "must be at most 100")],
        _ => Vec::new(),
    };
    let problem = ProblemDetails {
        kind: about.path,
        title: about.title,
        status: about.status.as_u16(),
        detail: about.explanation,
        instance: "/v1/plans",
        request_id: "019f3c1e-7b2a-7c11-9f5e-3c1f0a9b2d4e",
        errors: &errors,
        errors_left_out: 0,
        findings: None,
    };
    json!({ "summary": about.title, "value": problem })
}

fn headers() -> Value {
    json!({
        "ETag": {
            "description": "The current version of the resource.",
            "schema": { "type": "string" },
        },
        "Idempotency-Replayed": {
            "description": "`true` if this is the stored response to an earlier request with the same \
                `Idempotency-Key`.",
            "schema": { "type": "string", "enum": ["true"] },
        },
        "RateLimit": {
            "description": "The remaining quota of the caller (draft-ietf-httpapi-ratelimit-headers). Absent if no \
                rate limit is set or the caller is not authenticated.",
            "schema": { "type": "string" },
            "example": "\"caller\";r=599;t=1",
        },
        "RateLimit-Policy": {
            "description": "The quota of the caller (draft-ietf-httpapi-ratelimit-headers). Absent if no rate limit \
                is set or the caller is not authenticated.",
            "schema": { "type": "string" },
            "example": "\"caller\";q=600;w=60",
        },
        "Retry-After": {
            "description": "Seconds to wait before the same request may succeed. If it is absent, waiting alone does \
                not help.",
            "schema": { "type": "integer", "format": "int32", "minimum": 0 },
        },
        "WWW-Authenticate": {
            "description": "Why the token is not valid (RFC 6750).",
            "schema": { "type": "string" },
        },
    })
}

fn parameters() -> Value {
    json!({
        "IdempotencyKey": {
            "name": "Idempotency-Key",
            "in": "header",
            "description": "A key that the client chooses for the request, which is then executed only once. \
                Sending it again within 24 hours changes nothing, and returns the resource of the first response as \
                you may read it now, with `Idempotency-Replayed: true`.",
            "schema": { "type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[\\x21-\\x7e]+$" },
        },
        "IfMatch": {
            "name": "If-Match",
            "in": "header",
            "description": "The `ETag` of the version to change (RFC 9110). The response is 412 if the resource has \
                changed since.",
            "schema": { "type": "string" },
        },
        "IfNoneMatch": {
            "name": "If-None-Match",
            "in": "header",
            "description": "The `ETag` of a version that the client already has (RFC 9110). The response is 304 if it \
                is still the current one.",
            "schema": { "type": "string" },
        },
    })
}
