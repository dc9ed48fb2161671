//! Names schemas, because generated clients make a type of each named schema.

use serde_json::{Value, json};

use super::{operations, parameters, pascal_case};

/// Renames `Page_Plan`, utoipa's name of a generic type, to `PlanPage`.
pub fn name_pages(value: &mut Value) {
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

/// Replaces the inline schemas of parameters by references: to the equal schema of a body if there is one, else to a
/// new one named after the operation, such as `ListPlansSort`. Generated clients then have one named type for it.
pub fn name_parameters(document: &mut Value) {
    let mut schemas = document["components"]["schemas"].take();
    for operation in operations(&mut document["paths"]) {
        let id = operation["operationId"].as_str().unwrap_or_default().to_owned();
        for parameter in parameters(operation) {
            let name = format!("{id}_{}", parameter["name"].as_str().unwrap_or_default());
            if let Some(schema) = parameter.get_mut("schema") {
                name_schema(schema, &name, &mut schemas);
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
