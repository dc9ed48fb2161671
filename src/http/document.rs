//! The wire conventions as the OpenAPI document tells them: added to every operation here, so that
//! handlers describe only what is their own.

#![expect(
    clippy::indexing_slicing,
    reason = "the document is made from the code alone, and a test makes it: nothing a request says gets here"
)]

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::{example, links, problem::Kind, schema};

/// Completes a document made from the code.
pub fn complete(mut document: Value) -> Value {
    // Method and path are what the document itself lists, so 405 is nothing that an operation answers.
    let responses: Map<String, Value> = problems_by_status()
        .iter()
        .filter(|(status, _)| **status != 405)
        .map(|(status, kinds)| (format!("Problem{status}"), problem_response(*status, kinds)))
        .collect();
    document["components"]["responses"] = Value::Object(responses);
    document["components"]["parameters"] = parameters();
    document["components"]["headers"] = headers();
    if let Some(paths) = document["paths"].as_object_mut() {
        for (path, item) in paths.iter_mut() {
            for (method, operation) in item.as_object_mut().into_iter().flatten() {
                if path.starts_with("/v1/") {
                    add_conventions(method, path, operation);
                } else {
                    add_problems(operation, &[400, 500, 503]);
                }
            }
        }
    }
    refuse_nul_in_requests(&mut document);
    require_nothing_in_patches(&mut document);
    relax_empty_bodies(&mut document);
    name_pages(&mut document);
    name_parameters(&mut document);
    links::add(&mut document);
    let schemas = document["components"]["schemas"].clone();
    add_examples(&mut document["paths"], &schemas);
    add_examples(&mut document["components"]["responses"], &schemas);
    document
}

fn problems_by_status() -> BTreeMap<u16, Vec<Kind>> {
    Kind::ALL.iter().fold(BTreeMap::new(), |mut statuses, kind| {
        statuses.entry(kind.about().status.as_u16()).or_insert_with(Vec::new).push(*kind);
        statuses
    })
}

fn problem_response(status: u16, kinds: &[Kind]) -> Value {
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
            "description": "`true` where the answer was first given to an earlier request with the same `Idempotency-Key`.",
            "schema": { "type": "string", "enum": ["true"] },
        },
        "RateLimit": {
            "description": "What is left of the caller's quota (draft-ietf-httpapi-ratelimit-headers), where the service sets one and knows the caller.",
            "schema": { "type": "string" },
            "example": "\"caller\";r=599;t=1",
        },
        "RateLimit-Policy": {
            "description": "The caller's quota (draft-ietf-httpapi-ratelimit-headers), where the service sets one and knows the caller.",
            "schema": { "type": "string" },
            "example": "\"caller\";q=600;w=60",
        },
        "Retry-After": {
            "description": "In how many seconds the same request may succeed; where it is left out, waiting alone will not help.",
            "schema": { "type": "integer", "format": "int32", "minimum": 0 },
        },
        "WWW-Authenticate": {
            "description": "Why the token is not believed (RFC 6750).",
            "schema": { "type": "string" },
        },
    })
}

fn add_header(response: &mut Value, name: &str) {
    response["headers"][name] = json!({ "$ref": format!("#/components/headers/{name}") });
}

fn add_quota(response: &mut Value) {
    add_header(response, "RateLimit");
    add_header(response, "RateLimit-Policy");
}

fn parameters() -> Value {
    json!({
        "IdempotencyKey": {
            "name": "Idempotency-Key",
            "in": "header",
            "description": "Names the request, so that it is carried out once however often it is sent: within 24 hours the same request gets the first answer again, with `Idempotency-Replayed: true`.",
            "schema": { "type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[\\x21-\\x7e]+$" },
            "example": "3f1c7a52-share",
        },
        "IfMatch": {
            "name": "If-Match",
            "in": "header",
            "description": "The `ETag` of the version that the change is meant for (RFC 9110); 412 when it has changed since.",
            "schema": { "type": "string" },
            "example": "\"3\"",
        },
        "IfNoneMatch": {
            "name": "If-None-Match",
            "in": "header",
            "description": "The `ETag` of a version that the caller has already (RFC 9110); 304 when it is still the present one.",
            "schema": { "type": "string" },
            "example": "\"3\"",
        },
    })
}

fn add_conventions(method: &str, path: &str, operation: &mut Value) {
    add_problems(operation, &[400, 401, 403, 406, 429, 500, 503]);
    if path.contains('{') {
        add_problems(operation, &[404]);
    }
    if operation.get("requestBody").is_some() {
        add_problems(operation, &[413, 415, 422]);
        if method == "patch" {
            let content = &mut operation["requestBody"]["content"];
            content["application/merge-patch+json"] = content["application/json"].clone();
        }
        // Generated clients would send a text as JSON, in quotes.
        let content = operation["requestBody"]["content"].as_object_mut();
        for (_, body) in content.into_iter().flatten().filter(|(kind, _)| !kind.ends_with("json")) {
            body["schema"]["format"] = "binary".into();
        }
    }
    // Refusals that a handler names itself are told as all others are.
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
                json!({ "description": "The caller has the present version already" });
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

/// Tells of every text in a request that it takes no NUL, as is checked.
fn refuse_nul_in_requests(document: &mut Value) {
    let mut names = BTreeSet::new();
    for item in document["paths"].as_object().into_iter().flat_map(Map::values) {
        for operation in item.as_object().into_iter().flat_map(Map::values) {
            references(&operation["requestBody"], document, &mut names);
        }
    }
    for name in names {
        schema::refuse_nul(&mut document["components"]["schemas"][name]);
    }
    for item in document["paths"].as_object_mut().into_iter().flat_map(Map::values_mut) {
        for operation in item.as_object_mut().into_iter().flat_map(Map::values_mut) {
            for parameter in
                operation.get_mut("parameters").and_then(Value::as_array_mut).into_iter().flatten()
            {
                if parameter["in"] == "query" {
                    schema::refuse_nul(&mut parameter["schema"]);
                }
            }
        }
    }
}

/// The schema of a merge patch is that of the fields it is applied to, any of which it may leave out.
fn require_nothing_in_patches(document: &mut Value) {
    let bodies = document["paths"].as_object().into_iter().flat_map(Map::values);
    let references = bodies.filter_map(|item| {
        item.pointer("/patch/requestBody/content/application~1json/schema/$ref")?.as_str()
    });
    let names: Vec<String> =
        references.filter_map(|path| path.rsplit('/').next().map(str::to_owned)).collect();
    for name in names {
        schema::require_nothing(&mut document["components"]["schemas"][name]);
    }
}

/// A body in which nothing is required may be left out.
fn relax_empty_bodies(document: &mut Value) {
    let schemas = document["components"]["schemas"].clone();
    for item in document["paths"].as_object_mut().into_iter().flat_map(Map::values_mut) {
        let Some(body) = item.pointer_mut("/post/requestBody") else { continue };
        let reference = body.pointer("/content/application~1json/schema/$ref").and_then(Value::as_str);
        let name = reference.and_then(|path| path.rsplit('/').next()).unwrap_or_default();
        if schemas.get(name).is_some_and(|schema| schema.get("required").is_none()) {
            body["required"] = false.into();
        }
    }
}

/// Calls the pages of a list by its items, as in `PlanPage`.
fn name_pages(value: &mut Value) {
    let renamed = |name: &str| Some(format!("{}Page", name.strip_prefix("Page_")?));
    match value {
        Value::Object(fields) => {
            let pages: Vec<String> =
                fields.keys().filter(|name| name.starts_with("Page_")).cloned().collect();
            for page in pages {
                if let (Some(name), Some(mut schema)) = (renamed(&page), fields.remove(&page)) {
                    let item = page.trim_start_matches("Page_");
                    schema["properties"]["items"]["items"] =
                        json!({ "$ref": format!("#/components/schemas/{item}") });
                    fields.insert(name, schema);
                }
            }
            fields.values_mut().for_each(name_pages);
        }
        Value::Array(items) => items.iter_mut().for_each(name_pages),
        Value::String(text) => {
            if let Some((path, name)) = text.rsplit_once("schemas/")
                && let Some(name) = renamed(name)
            {
                *text = format!("{path}schemas/{name}");
            }
        }
        _ => {}
    }
}

/// Calls what a parameter takes as bodies call it, and what only a parameter takes by its operation, as in
/// `ListPlansSort`: generated clients have one type for it then, with a name.
fn name_parameters(document: &mut Value) {
    let mut schemas = document["components"]["schemas"].take();
    for item in document["paths"].as_object_mut().into_iter().flat_map(Map::values_mut) {
        for operation in item.as_object_mut().into_iter().flat_map(Map::values_mut) {
            let id = operation["operationId"].as_str().unwrap_or_default().to_owned();
            for parameter in
                operation.get_mut("parameters").and_then(Value::as_array_mut).into_iter().flatten()
            {
                let name = format!("{id}_{}", parameter["name"].as_str().unwrap_or_default());
                if let Some(schema) = parameter.get_mut("schema") {
                    name_schema(schema, &name, &mut schemas);
                }
            }
        }
    }
    document["components"]["schemas"] = schemas;
}

fn name_schema(schema: &mut Value, name: &str, schemas: &mut Value) {
    let known = schemas.as_object().into_iter().flatten().find(|(_, known)| *known == schema);
    let name = match known {
        Some((known, _)) => known.clone(),
        None if schema.get("enum").is_some() => {
            let name = pascal_case(name);
            schemas[&name] = schema.clone();
            name
        }
        None => return,
    };
    *schema = json!({ "$ref": format!("#/components/schemas/{name}") });
}

/// `ListPlans` for `list_plans`.
fn pascal_case(name: &str) -> String {
    let words = name.split('_').map(|word| word.split_at_checked(1).unwrap_or((word, "")));
    words.map(|(first, rest)| first.to_uppercase() + rest).collect()
}

/// Gives every JSON body an example, unless it has one.
fn add_examples(value: &mut Value, schemas: &Value) {
    for (name, field) in value.as_object_mut().into_iter().flatten() {
        let is_json = name.ends_with("json");
        match field.get("schema").cloned() {
            Some(schema) if is_json && field.get("example").is_none() => {
                field["example"] = example::of(&schema, schemas)
            }
            _ => add_examples(field, schemas),
        }
    }
}

/// The names of the schemas that `value` refers to, directly or through others.
fn references(value: &Value, document: &Value, names: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            if let Some(name) =
                fields.get("$ref").and_then(Value::as_str).and_then(|path| path.rsplit('/').next())
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
