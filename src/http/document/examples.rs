//! Builds the examples of the OpenAPI document from the examples of the fields.

use serde_json::{Map, Value, json};

use super::resolve;

/// Adds an example to every JSON body that has none.
pub fn add(document: &mut Value) {
    let schemas = document["components"]["schemas"].clone();
    add_within(&mut document["paths"], &schemas);
    add_within(&mut document["components"]["responses"], &schemas);
}

fn add_within(value: &mut Value, schemas: &Value) {
    for (name, field) in value.as_object_mut().into_iter().flatten() {
        let is_json = name.ends_with("json");
        match field.get("schema").cloned() {
            Some(schema) if is_json && field.get("example").is_none() => {
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
