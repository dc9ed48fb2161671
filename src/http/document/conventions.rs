//! Adds the problems, header fields and parameters that an operation has by convention. They follow from its method,
//! its path and its bodies.

use serde_json::{Map, Value, json};

use super::{JSON_SCHEMA, pascal_case, resolve};
use crate::http::{ndjson::MEDIA_TYPE as NDJSON, scim_error::is_scim};

/// Adds the conventions to every operation.
pub fn add(document: &mut Value) {
    let schemas = document["components"]["schemas"].clone();
    for (path, item) in document["paths"].as_object_mut().into_iter().flatten() {
        for (method, operation) in item.as_object_mut().into_iter().flatten() {
            if path.starts_with("/v1/") {
                add_path_parameters(path, operation, &schemas);
                add_body_headers(operation, &schemas);
                add_conventions(method, path, operation);
            } else if is_scim(path) {
                add_path_parameters(path, operation, &schemas);
                add_scim_conventions(method, path, operation);
            } else {
                add_problems(operation, &[400, 500, 503]);
            }
        }
    }
}

/// Puts the path parameters first, in the order of the path, and adds those that the handler does not describe:
/// `{plan_id}` has the type `PlanId`.
fn add_path_parameters(path: &str, operation: &mut Value, schemas: &Value) {
    let mut described = operation["parameters"].as_array().cloned().unwrap_or_default();
    // A parameter may be a part of a segment: `{secret}.ics`.
    let names = path.split('/').filter_map(|segment| Some(segment.strip_prefix('{')?.split_once('}')?.0));
    let mut parameters = Vec::new();
    for name in names {
        let id_type = pascal_case(name);
        if let Some(position) = described.iter().position(|known| known["name"] == name) {
            parameters.push(described.remove(position));
        } else if schemas.get(&id_type).is_some() {
            let schema = json!({ "$ref": format!("#/components/schemas/{id_type}") });
            parameters.push(json!({ "name": name, "in": "path", "required": true, "schema": schema }));
        }
    }
    parameters.append(&mut described);
    if !parameters.is_empty() {
        operation["parameters"] = parameters.into();
    }
}

/// Adds the header fields that follow from the body of a response: `ETag` if it has a version, `Link` if it is a page,
/// and `Location` if it was created. A handler may describe them itself.
fn add_body_headers(operation: &mut Value, schemas: &Value) {
    let id = operation["operationId"].as_str().unwrap_or_default();
    let created = id.strip_prefix("create_").map(|thing| thing.replace('_', " "));
    for (status, response) in operation["responses"].as_object_mut().into_iter().flatten() {
        let Some(body) = response.pointer(JSON_SCHEMA).and_then(|body| resolve(body, schemas)) else {
            continue;
        };
        if body.pointer("/properties/version").is_some() {
            describe_header(response, "ETag", "The version of the resource");
        }
        if is_page(body) {
            describe_header(response, "Link", "The next page, if there is one (RFC 8288)");
        }
        if let Some(thing) = created.as_ref().filter(|_| status == "201") {
            describe_header(response, "Location", &format!("The path of the {thing}"));
        }
    }
}

/// Whether `body` is a page of a list: its `next_cursor` can be null. That of the change feed never is.
fn is_page(body: &Value) -> bool {
    let types = body.pointer("/properties/next_cursor/type").and_then(Value::as_array);
    types.is_some_and(|types| types.iter().any(|each| each == "null"))
}

/// Describes a header field of `response`, unless the handler has.
fn describe_header(response: &mut Value, name: &str, description: &str) {
    let header = &mut response["headers"][name];
    if header.is_null() {
        *header = json!({ "description": description, "schema": { "type": "string" } });
    }
}

/// Refers to a header field of the components.
pub fn add_header(response: &mut Value, name: &str) {
    response["headers"][name] = json!({ "$ref": format!("#/components/headers/{name}") });
}

/// Adds the rate limit header fields.
pub fn add_quota(response: &mut Value) {
    add_header(response, "RateLimit");
    add_header(response, "RateLimit-Policy");
}

/// Leaves JSON as the only body of an operation that takes others as well, such as CSV, and lists those in
/// `x-also-takes`: where there are several, generators send each as it is, JSON too, or do not compile.
fn name_other_bodies(operation: &mut Value) {
    let Some(content) = operation["requestBody"]["content"].as_object_mut() else { return };
    if !content.contains_key("application/json") {
        return;
    }
    let (json, others): (Map<_, _>, Map<_, _>) = std::mem::take(content)
        .into_iter()
        .partition(|(media_type, _)| media_type.ends_with("json") && media_type != NDJSON);
    *content = json;
    if !others.is_empty() {
        operation["x-also-takes"] = others.into();
    }
}

fn add_conventions(method: &str, path: &str, operation: &mut Value) {
    match operation.get("security") {
        Some(_) => add_problems(operation, &[400, 401, 403, 406, 429, 500, 503]),
        None => add_problems(operation, &[400, 406, 429, 500, 503]),
    }
    if path.contains('{') {
        add_problems(operation, &[404]);
    }
    if operation.get("requestBody").is_some() {
        add_problems(operation, &[408, 413, 415, 422]);
        if method == "patch" {
            let content = &mut operation["requestBody"]["content"];
            content["application/merge-patch+json"] = content["application/json"].clone();
        }
        name_other_bodies(operation);
    }
    // The 4xx responses that a handler lists get the shared description as well.
    for (status, response) in operation["responses"].as_object_mut().into_iter().flatten() {
        if status.starts_with('4') && response.get("$ref").is_none() {
            *response = json!({ "$ref": format!("#/components/responses/Problem{status}") });
        }
    }
    let has_tag = ["200", "204"].iter().any(|status| {
        *status == "204" && method == "delete" && !operation["responses"]["204"].is_null()
            || !operation["responses"][status]["headers"]["ETag"].is_null()
    });
    for status in ["200", "201", "204"] {
        if let Some(response) = operation["responses"].get_mut(status) {
            add_quota(response);
            if method == "post" {
                add_header(response, "Idempotency-Replayed");
            }
        }
    }
    match method {
        "get" if has_tag => {
            add_parameter(operation, "IfNoneMatch");
            operation["responses"]["304"] =
                json!({ "description": "The client already has the current version" });
        }
        "get" => {}
        _ => {
            add_problems(operation, &[409]);
            if has_tag {
                add_parameter(operation, "IfMatch");
                add_problems(operation, &[412]);
            }
            if method == "post" {
                add_parameter(operation, "IdempotencyKey");
            }
        }
    }
}

/// The errors, header fields and parameters of an operation of SCIM.
fn add_scim_conventions(method: &str, path: &str, operation: &mut Value) {
    let mut statuses = vec![400, 401, 403, 406, 429, 500, 503];
    if path.contains('{') {
        statuses.push(404);
    }
    if operation.get("requestBody").is_some() {
        statuses.extend([408, 413, 415]);
    }
    let is_of_user = path.ends_with("{person_id}");
    if method != "get" && path.contains("/Users") && !path.ends_with(".search") {
        statuses.push(409);
    }
    if is_of_user && method != "get" {
        statuses.push(412);
        add_parameter(operation, "IfMatch");
    }
    if is_of_user && method == "get" {
        add_parameter(operation, "IfNoneMatch");
        operation["responses"]["304"] =
            json!({ "description": "The client already has the current version" });
    }
    for status in statuses {
        let reference = format!("#/components/responses/ScimError{status}");
        operation["responses"][status.to_string()] = json!({ "$ref": reference });
    }
    for status in ["200", "201", "204"] {
        if let Some(response) = operation["responses"].get_mut(status) {
            add_quota(response);
        }
    }
}

fn add_problems(operation: &mut Value, statuses: &[u16]) {
    for status in statuses {
        let known = &mut operation["responses"][status.to_string()];
        if known.is_null() {
            *known = json!({ "$ref": format!("#/components/responses/Problem{status}") });
        }
    }
}

fn add_parameter(operation: &mut Value, name: &str) {
    let reference = json!({ "$ref": format!("#/components/parameters/{name}") });
    match operation.get_mut("parameters").and_then(Value::as_array_mut) {
        Some(parameters) => parameters.push(reference),
        None => operation["parameters"] = json!([reference]),
    }
}
