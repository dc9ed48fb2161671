//! Adds the HTTP conventions to every operation of the OpenAPI document, so that handlers describe only what is
//! specific to them.

#![expect(
    clippy::indexing_slicing,
    reason = "the document is built from the code alone, never from input, and a test builds it"
)]

mod components;
mod conventions;
mod examples;
mod links;
mod names;
mod requests;

use serde_json::{Map, Value};

/// JSON Pointer to the schema of a JSON body, within a response or a request body.
const JSON_SCHEMA: &str = "/content/application~1json/schema";

/// Completes the document that utoipa has generated.
pub fn complete(mut document: Value) -> Value {
    components::add(&mut document["components"]);
    conventions::add(&mut document);
    requests::add_patterns(&mut document);
    requests::relax_patches(&mut document);
    requests::relax_empty_bodies(&mut document);
    names::name_pages(&mut document);
    names::name_parameters(&mut document);
    links::add(&mut document);
    examples::add(&mut document);
    document
}

/// Every operation of `paths`.
fn operations(paths: &mut Value) -> impl Iterator<Item = &mut Value> {
    let items = paths.as_object_mut().into_iter().flat_map(Map::values_mut);
    items.flat_map(|item| item.as_object_mut().into_iter().flat_map(Map::values_mut))
}

/// The parameters of `operation`.
fn parameters(operation: &mut Value) -> impl Iterator<Item = &mut Value> {
    operation.get_mut("parameters").and_then(Value::as_array_mut).into_iter().flatten()
}

/// The schema that `schema` refers to by `$ref`.
fn resolve<'a>(schema: &Value, schemas: &'a Value) -> Option<&'a Value> {
    schemas.get(referred(schema)?)
}

/// The name in the `$ref` of `schema`.
fn referred(schema: &Value) -> Option<&str> {
    schema.get("$ref")?.as_str()?.rsplit('/').next()
}

/// `ListPlans` for `list_plans`.
fn pascal_case(name: &str) -> String {
    let words = name.split('_').map(|word| word.split_at_checked(1).unwrap_or((word, "")));
    words.map(|(first, rest)| first.to_uppercase() + rest).collect()
}
