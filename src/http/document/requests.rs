//! Describes requests as they are validated.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::{JSON_SCHEMA, operations, parameters, referred, resolve};
use crate::http::schema;

/// Adds the patterns and limits that strings and numbers in requests are validated against.
pub fn add_patterns(document: &mut Value) {
    let mut names = BTreeSet::new();
    for item in document["paths"].as_object().into_iter().flat_map(Map::values) {
        for operation in item.as_object().into_iter().flat_map(Map::values) {
            references(&operation["requestBody"], document, &mut names);
        }
    }
    for name in names {
        let schema = &mut document["components"]["schemas"][name];
        schema::add_patterns(schema);
        schema::add_limits(schema);
    }
    for operation in operations(&mut document["paths"]) {
        for parameter in parameters(operation) {
            if parameter["in"] == "query" {
                schema::add_patterns(&mut parameter["schema"]);
            }
            if let Some(schema) = parameter.get_mut("schema") {
                schema::add_limits(schema);
            }
        }
    }
}

/// Makes every field of a merge patch optional.
pub fn relax_patches(document: &mut Value) {
    let items = document["paths"].as_object().into_iter().flat_map(Map::values);
    let bodies = items.filter_map(|item| item.pointer("/patch/requestBody")?.pointer(JSON_SCHEMA));
    let names: Vec<String> = bodies.filter_map(referred).map(str::to_owned).collect();
    for name in names {
        schema::require_nothing(&mut document["components"]["schemas"][name]);
    }
}

/// Makes the body of a POST optional if none of its fields is required.
pub fn relax_empty_bodies(document: &mut Value) {
    let schemas = document["components"]["schemas"].clone();
    for item in document["paths"].as_object_mut().into_iter().flat_map(Map::values_mut) {
        let Some(body) = item.pointer_mut("/post/requestBody") else { continue };
        let schema = body.pointer(JSON_SCHEMA).and_then(|schema| resolve(schema, &schemas));
        if schema.is_some_and(|schema| schema.get("required").is_none()) {
            body["required"] = false.into();
        }
    }
}

/// The names of the schemas that `value` refers to, directly or through others.
fn references(value: &Value, document: &Value, names: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            if let Some(name) = referred(value)
                && names.insert(name.to_owned())
            {
                references(&document["components"]["schemas"][name], document, names);
            }
            fields.values().for_each(|field| references(field, document, names));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, document, names)),
        _ => {}
    }
}
