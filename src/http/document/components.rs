//! What operations refer to instead of describing it themselves: problems, header fields and parameters.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::conventions::{add_header, add_quota};
use crate::http::problem::ProblemKind;

/// Adds all of them to the components of the document.
pub fn add(components: &mut Value) {
    // Method and path are what the document itself lists, so 405 is nothing that an operation answers.
    let responses: Map<String, Value> = problems_by_status()
        .iter()
        .filter(|(status, _)| **status != 405)
        .map(|(status, kinds)| (format!("Problem{status}"), problem_response(*status, kinds)))
        .collect();
    components["responses"] = Value::Object(responses);
    components["parameters"] = parameters();
    components["headers"] = headers();
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
        "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } },
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

fn headers() -> Value {
    json!({
        "ETag": {
            "description": "The present version of the resource.",
            "schema": { "type": "string" },
        },
        "Idempotency-Replayed": {
            "description": "`true` where the answer was first given to an earlier request with the same \
                `Idempotency-Key`.",
            "schema": { "type": "string", "enum": ["true"] },
        },
        "RateLimit": {
            "description": "What is left of the caller's quota (draft-ietf-httpapi-ratelimit-headers), where \
                the service sets one and knows the caller.",
            "schema": { "type": "string" },
            "example": "\"caller\";r=599;t=1",
        },
        "RateLimit-Policy": {
            "description": "The caller's quota (draft-ietf-httpapi-ratelimit-headers), where the service sets \
                one and knows the caller.",
            "schema": { "type": "string" },
            "example": "\"caller\";q=600;w=60",
        },
        "Retry-After": {
            "description": "In how many seconds the same request may succeed; where it is left out, waiting \
                alone will not help.",
            "schema": { "type": "integer", "format": "int32", "minimum": 0 },
        },
        "WWW-Authenticate": {
            "description": "Why the token is not believed (RFC 6750).",
            "schema": { "type": "string" },
        },
    })
}

fn parameters() -> Value {
    json!({
        "IdempotencyKey": {
            "name": "Idempotency-Key",
            "in": "header",
            "description": "Names the request, so that it is carried out once however often it is sent: \
                within 24 hours the same request gets the first answer again, with \
                `Idempotency-Replayed: true`.",
            "schema": { "type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[\\x21-\\x7e]+$" },
            "example": "3f1c7a52-share",
        },
        "IfMatch": {
            "name": "If-Match",
            "in": "header",
            "description": "The `ETag` of the version that the change is meant for (RFC 9110); 412 when it \
                has changed since.",
            "schema": { "type": "string" },
            "example": "\"3\"",
        },
        "IfNoneMatch": {
            "name": "If-None-Match",
            "in": "header",
            "description": "The `ETag` of a version that the caller has already (RFC 9110); 304 when it is \
                still the present one.",
            "schema": { "type": "string" },
            "example": "\"3\"",
        },
    })
}
