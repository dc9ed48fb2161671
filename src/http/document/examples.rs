//! The examples of the OpenAPI document. Those of operations are a story that the service has told (`examples.json`,
//! written by `tests/api/examples.rs`); what is not part of it is put together from the examples of the fields.

use serde_json::{Map, Value, json};

use super::resolve;
use crate::http::scim_error;

/// Requests and responses, by `operationId`.
const STORY: &str = include_str!("examples.json");

/// Adds an example to every JSON body that has none.
pub fn add(document: &mut Value) {
    let schemas = document["components"]["schemas"].clone();
    tell(&mut document["paths"]);
    add_within(&mut document["paths"], &schemas);
    add_within(&mut document["components"]["responses"], &schemas);
}

/// Adds the examples of the story. A story that is no JSON tells nothing, which a test would notice.
fn tell(paths: &mut Value) {
    let story: Value = serde_json::from_str(STORY).unwrap_or_default();
    let operations = paths.as_object_mut().into_iter().flatten();
    for (_, operation) in operations.flat_map(|(_, item)| item.as_object_mut().into_iter().flatten()) {
        let Some(told) = operation["operationId"].as_str().and_then(|id| story.get(id)).cloned() else {
            continue;
        };
        if told["request"].is_object() {
            show(&mut operation["requestBody"], &told["request"]);
        }
        for (status, response) in operation["responses"].as_object_mut().into_iter().flatten() {
            if status.starts_with('2') && told["response"].is_object() {
                show(response, &told["response"]);
            }
        }
    }
}

/// Sets the example of a body's JSON forms.
fn show(body: &mut Value, example: &Value) {
    for (name, form) in body["content"].as_object_mut().into_iter().flatten() {
        if name == "application/json"
            || name == "application/merge-patch+json"
            || name == scim_error::MEDIA_TYPE
        {
            form["example"] = example.clone();
        }
    }
}

fn add_within(value: &mut Value, schemas: &Value) {
    for (name, field) in value.as_object_mut().into_iter().flatten() {
        let is_json = name.ends_with("json");
        match field.get("schema").cloned() {
            Some(schema) if is_json && field.get("example").is_none() && field.get("examples").is_none() => {
                field["example"] = of(&schema, schemas)
            }
            _ => add_within(field, schemas),
        }
    }
}

/// An example of `schema`. `schemas` are those that it may refer to.
fn of(schema: &Value, schemas: &Value) -> Value {
    if let Some(example) = schema.get("example") {
        return example.clone();
    }
    if schema.get("$ref").is_some() {
        return resolve(schema, schemas).map_or(Value::Null, |schema| of(schema, schemas));
    }
    if let Some(first) = schema.get("enum").and_then(Value::as_array).and_then(|values| values.first()) {
        return first.clone();
    }
    if let Some(first) = schema.get("oneOf").and_then(Value::as_array).and_then(|schemas| schemas.first()) {
        return of(first, schemas);
    }
    match type_of(schema) {
        "object" => {
            let properties = schema.get("properties").and_then(Value::as_object);
            let examples =
                properties.into_iter().flatten().map(|(name, field)| (name.clone(), of(field, schemas)));
            Value::Object(examples.collect::<Map<_, _>>())
        }
        "array" => schema.get("items").map_or_else(|| json!([]), |item| json!([of(item, schemas)])),
        "integer" | "number" => schema.get("minimum").cloned().unwrap_or_else(|| json!(1)),
        "boolean" => json!(true),
        "string" => json!(match schema.get("format").and_then(Value::as_str) {
            Some("uuid") => "019f3c1e-7b2a-7c11-9f5e-3c1f0a9b2d4e",
            Some("date") => "2026-09-30",
            Some("date-time") => "2026-03-02T09:00:00Z",
            _ => "Text",
        }),
        _ => Value::Null,
    }
}

/// The type of a schema. If it has several, the first that is not null.
fn type_of(schema: &Value) -> &str {
    match schema.get("type") {
        Some(Value::String(name)) => name,
        Some(Value::Array(names)) => {
            names.iter().filter_map(Value::as_str).find(|name| *name != "null").unwrap_or_default()
        }
        _ => "",
    }
}
