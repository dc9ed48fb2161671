//! Adds OpenAPI links from operations that create or list resources to the operations on one resource. Each kind of
//! resource has its own id type, so an id of a type links to every operation whose path has an id of that type.

use serde_json::{Map, Value, json};

use super::{JSON_SCHEMA, operations, resolve};

/// An operation whose path has one parameter, an id.
struct Target {
    operation: String,
    parameter: String,
    id_type: String,
}

/// Adds the links to every operation.
pub fn add(document: &mut Value) {
    let targets = targets(&document["paths"]);
    let schemas = document["components"]["schemas"].clone();
    for operation in operations(&mut document["paths"]) {
        if let Some(response) = operation.pointer_mut("/responses/201") {
            let created = response.pointer(JSON_SCHEMA).and_then(|body| id_type(body, &schemas));
            link(response, "/id", created, &targets);
        }
        if let Some(response) = operation.pointer_mut("/responses/200") {
            let page = response.pointer(JSON_SCHEMA).and_then(|body| resolve(body, &schemas));
            let item = page.and_then(|page| page.pointer("/properties/items/items"));
            let listed = item.and_then(|item| id_type(item, &schemas));
            link(response, "/items/0/id", listed, &targets);
        }
    }
}

fn targets(paths: &Value) -> Vec<Target> {
    let mut targets = Vec::new();
    for (path, item) in paths.as_object().into_iter().flatten() {
        for operation in item.as_object().into_iter().flat_map(Map::values) {
            let parameters = operation["parameters"].as_array().into_iter().flatten();
            let id = parameters
                .filter(|parameter| parameter["in"] == "path" && path.matches('{').count() == 1)
                .find_map(|id| Some((id["name"].as_str()?, id["schema"]["$ref"].as_str()?)));
            if let (Some((parameter, id_type)), Some(operation)) = (id, operation["operationId"].as_str()) {
                targets.push(Target {
                    operation: operation.to_owned(),
                    parameter: parameter.to_owned(),
                    id_type: id_type.to_owned(),
                });
            }
        }
    }
    targets
}

/// Links a response, whose body has an id of `id_type` at `pointer`, to all operations that take such an id.
fn link(response: &mut Value, pointer: &str, id_type: Option<String>, targets: &[Target]) {
    let links: Map<String, Value> = targets
        .iter()
        .filter(|target| id_type.as_ref() == Some(&target.id_type))
        .map(|target| {
            let id = format!("$response.body#{pointer}");
            let link = json!({ "operationId": target.operation, "parameters": { &target.parameter: id } });
            (target.operation.clone(), link)
        })
        .collect();
    if !links.is_empty() {
        response["links"] = Value::Object(links);
    }
}

/// The type of the field `id` in `schema`.
fn id_type(schema: &Value, schemas: &Value) -> Option<String> {
    Some(resolve(schema, schemas)?.pointer("/properties/id/$ref")?.as_str()?.to_owned())
}
