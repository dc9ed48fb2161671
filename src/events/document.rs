//! The types of events as people read of them: in the OpenAPI document and in `docs/events.md`.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use crate::record::EventType;

/// An event of this type, as it is sent.
fn example(event_type: EventType) -> Value {
    let event = event_type.example();
    json!({
        "specversion": "1.0",
        "id": "019f3c1e-7b2a-7c11-9f5e-3c1f0a9b2d4e",
        "source": "urn:uuid:4f8a1d5e-0b7c-5c53-9c60-0a4f5f0c8a11",
        "type": event_type,
        "subject": event.subject().path(),
        "time": "2026-03-02T09:00:00Z",
        "datacontenttype": "application/json",
        "data": event.subject().data(),
    })
}

/// The `webhooks` of the OpenAPI document (OpenAPI 3.1, section 4.8.1).
pub fn webhooks() -> Value {
    let webhook = |event_type: EventType| {
        let about = event_type.about();
        let words = about.name.trim_start_matches("groundwork.").trim_end_matches(".v1");
        let operation = json!({
            "operationId": format!("on_{}", words.replace('.', "_")),
            "summary": words.replace(['.', '_'], " "),
            "description": about.explanation,
            "tags": ["events"],
            "security": [],
            "parameters": headers(),
            "requestBody": { "required": true, "content": { "application/json": {
                "schema": { "$ref": "#/components/schemas/Event" },
                "example": example(event_type),
            } } },
            "responses": { "2XX": { "description": "The receiver has it" } },
        });
        (about.name.to_owned(), json!({ "post": operation }))
    };
    Value::Object(EventType::told().map(webhook).collect::<Map<_, _>>())
}

/// The header fields of each request (Standard Webhooks 1.0, W3C Trace Context).
fn headers() -> Value {
    let header = |name: &str, description: &str, schema: Value| {
        let required = name != "traceparent";
        json!({ "name": name, "in": "header", "required": required, "description": description, "schema": schema })
    };
    json!([
        header(
            "webhook-id",
            "The event's id, the same at every attempt.",
            json!({ "type": "string", "format": "uuid" }),
        ),
        header(
            "webhook-timestamp",
            "When this attempt was made, in seconds since the Unix epoch.",
            json!({ "type": "string", "pattern": "^[0-9]{1,20}$", "maxLength": 20 }),
        ),
        header(
            "webhook-signature",
            "Signatures of id, timestamp and body, separated by spaces: one by each secret that is good.",
            json!({ "type": "string", "maxLength": 1000 }),
        ),
        header(
            "traceparent",
            "The span of this attempt, where the service collects traces.",
            json!({ "type": "string", "maxLength": 55 }),
        ),
    ])
}

/// `docs/events.md`.
pub fn page() -> String {
    let mut page = String::from(
        "# Events\n\n\
         What the change feed (`GET /v1/events`) tells of: CloudEvents 1.0 that carry ids, never \
         answers or comments. What\n\
         happens to a draft is in no feed. The number at the end of a type is the version \
         of what `data` holds; fields may be\n\
         added to it. This page is made by `groundwork openapi --events`.\n",
    );
    for event_type in EventType::told() {
        let about = event_type.about();
        // Writing to a string cannot fail.
        let _ = write!(
            page,
            "\n## `{}`\n\n{}\n\n```json\n{:#}\n```\n",
            about.name,
            about.explanation,
            example(event_type)
        );
    }
    page
}
