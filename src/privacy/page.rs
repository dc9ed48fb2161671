//! An export as a page to read.

use actix_web::HttpResponse;
use serde_json::Value;

use crate::http::{
    Problem, Reply,
    pages::{html, page},
};

/// The page of an export.
pub fn export_page(reply: &Reply) -> Result<HttpResponse, Problem> {
    let export: Value =
        serde_json::from_slice(reply.body.as_deref().unwrap_or(b"{}")).map_err(Problem::internal)?;
    let mut content = String::new();
    for (name, value) in export.as_object().into_iter().flatten().filter(|(name, _)| *name != "records") {
        content.push_str(&format!("<p>{}: {}</p>", label(name), shown(value)));
    }
    for records in export.get("records").and_then(Value::as_array).into_iter().flatten() {
        let text = |name| records.get(name).and_then(Value::as_str).unwrap_or_default();
        let items = records.get("items").and_then(Value::as_array).into_iter().flatten();
        let items: Vec<String> = items.map(shown).collect();
        content.push_str(&format!("<h2>{}</h2><p>{}</p>", label(text("kind")), html(text("about"))));
        content.push_str(if items.is_empty() { "<p>None.</p>" } else { "" });
        content.push_str(&items.join("<hr>"));
    }
    let mut response = page("Personal data", &content);
    *response.status_mut() = reply.status;
    Ok(response)
}

/// A field's name as words.
fn label(name: &str) -> String {
    html(&name.replace('_', " "))
}

/// A value as HTML.
fn shown(value: &Value) -> String {
    match value {
        Value::Null => "–".to_owned(),
        Value::String(text) => html(text),
        Value::Bool(_) | Value::Number(_) => html(&value.to_string()),
        Value::Array(items) if items.is_empty() => "–".to_owned(),
        Value::Array(items) => {
            let items = items.iter().map(|item| format!("<li>{}</li>", shown(item)));
            format!("<ul>{}</ul>", items.collect::<String>())
        }
        Value::Object(fields) => {
            let fields = fields
                .iter()
                .map(|(name, value)| format!("<dt>{}</dt><dd>{}</dd>", label(name), shown(value)));
            format!("<dl>{}</dl>", fields.collect::<String>())
        }
    }
}
