//! The OpenAPI document, as it is served and as it is committed.

use std::{
    collections::{HashMap, HashSet},
    fs,
    path::Path,
};

use crate::support::{Reply, TestApp, Value};

/// Every operation, with its method and path.
fn operations() -> Vec<(String, &'static Value)> {
    let paths = groundwork::app::openapi()["paths"].as_object().unwrap();
    let operations = paths.iter().flat_map(|(path, methods)| {
        methods
            .as_object()
            .unwrap()
            .iter()
            .map(move |(method, operation)| (format!("{method} {path}"), operation))
    });
    operations.collect()
}

#[test]
fn the_committed_document_is_the_one_that_the_code_makes() {
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("openapi/openapi.json");
    let committed = fs::read_to_string(committed).unwrap_or_default();

    assert!(
        committed == groundwork::app::openapi_json(),
        "the API has changed; once it is meant to: cargo run -- openapi > openapi/openapi.json"
    );
}

#[test]
fn the_page_of_events_is_the_one_that_the_code_makes() {
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/events.md");
    let committed = fs::read_to_string(committed).unwrap_or_default();

    assert!(
        committed == groundwork::events::document::page(),
        "the events have changed; once it is meant to: cargo run -- openapi --events > docs/events.md"
    );
}

#[actix_web::test]
async fn the_document_is_served_with_a_page_to_browse_it() {
    let app = TestApp::start().await;

    let served = Reply::of(app.request("GET", "/openapi.json")).await;
    assert_eq!(served.header("content-type"), "application/json");
    assert_eq!(served.is(200), *groundwork::app::openapi());
    assert_eq!(Reply::of(app.request("GET", "/docs")).await.header("location"), "/docs/");
    let page = Reply::of(app.request("GET", "/docs/")).await;
    assert!(page.header("content-type").starts_with("text/html"));
    // Nothing is fetched from elsewhere.
    let page = page.is(200);
    assert!(!page.as_str().unwrap().contains("://"), "{page}");
}

#[test]
fn every_operation_tells_what_it_is_and_whom_it_is_for() {
    let mut ids = HashSet::new();
    for (name, operation) in operations() {
        let text = |field: &str| operation[field].as_str().unwrap_or_default();
        assert!(!text("summary").is_empty(), "{name} has no summary");
        assert!(!text("description").is_empty(), "{name} has no description");
        assert!(ids.insert(text("operationId").to_owned()), "{name} has no id of its own");
        assert!(text("operationId").chars().all(|c| c.is_ascii_lowercase() || c == '_'), "{name}");
        assert_eq!(operation["tags"].as_array().map(Vec::len), Some(1), "{name} has not one tag");
        let security = &operation["security"][0];
        // The secret in the path of a calendar is all that it needs.
        let expected = (name.contains("/v1/") || name.contains("/scim/")) && !name.contains("/{secret}");
        assert_eq!(security["bearer"].is_array(), expected, "{name} does not tell whom it is for");
    }
}

#[test]
fn every_parameter_of_a_path_is_described() {
    for (name, operation) in operations() {
        let parts = name.split(['/', ' ']);
        let segments = parts.filter_map(|part| Some(part.strip_prefix('{')?.split_once('}')?.0));
        let described = operation["parameters"].as_array().into_iter().flatten();
        let described =
            described.filter(|each| each["in"] == "path").map(|each| each["name"].as_str().unwrap());
        assert_eq!(segments.collect::<Vec<_>>(), described.collect::<Vec<_>>(), "{name}");
    }
}

#[test]
fn every_scope_and_tag_that_an_operation_names_is_known() {
    let document = groundwork::app::openapi();
    let tags: Vec<&Value> = document["tags"].as_array().unwrap().iter().map(|tag| &tag["name"]).collect();
    for (name, operation) in operations() {
        assert!(tags.contains(&&operation["tags"][0]), "{name}");
        for scope in operation["security"][0]["bearer"].as_array().into_iter().flatten() {
            assert!(groundwork::auth::scope::ALL.contains(&scope.as_str().unwrap()), "{name}: {scope}");
        }
    }
}

#[test]
fn every_answer_has_a_schema_unless_it_has_no_body() {
    let document = groundwork::app::openapi();
    for (name, operation) in operations() {
        for (status, response) in operation["responses"].as_object().unwrap() {
            let response = match response["$ref"].as_str() {
                Some(reference) => document.pointer(&reference[1..]).expect(reference),
                None => response,
            };
            let empty = ["204", "304"].contains(&status.as_str());
            let content = response["content"].as_object();
            assert_eq!(content.is_none_or(|content| content.is_empty()), empty, "{name} {status}");
            assert!(!response["description"].as_str().unwrap_or_default().is_empty(), "{name} {status}");
            for (media_type, body) in content.into_iter().flatten() {
                assert!(!body["schema"].is_null(), "{name} {status} {media_type}");
            }
        }
    }
}

#[test]
fn every_schema_is_named_and_every_name_is_used() {
    let document = groundwork::app::openapi();
    let text = document.to_string();
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        assert!(text.contains(&format!("\"#/components/schemas/{name}\"")), "{name} is not used");
        assert!(!schema["description"].as_str().unwrap_or_default().is_empty(), "{name} has no description");
    }
}

#[test]
fn everything_that_a_client_has_a_type_for_has_a_name() {
    fn nameless(value: &Value, at: &str, found: &mut Vec<String>) {
        if value.get("enum").is_some() || value.get("properties").is_some() || value["type"] == "object" {
            found.push(at.to_owned());
        }
        within(value, at, found);
    }
    fn within(value: &Value, at: &str, found: &mut Vec<String>) {
        for (name, field) in value.as_object().into_iter().flatten().filter(|(name, _)| *name != "example") {
            nameless(field, &format!("{at}/{name}"), found);
        }
        for (position, item) in value.as_array().into_iter().flatten().enumerate() {
            nameless(item, &format!("{at}/{position}"), found);
        }
    }
    let document = groundwork::app::openapi();
    let mut found = Vec::new();

    within(&document["paths"], "", &mut found);
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        within(schema, name, &mut found);
    }

    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn what_is_created_is_linked_to_what_can_be_done_with_it() {
    let targets: HashMap<&str, String> = operations()
        .into_iter()
        .map(|(name, operation)| (operation["operationId"].as_str().unwrap(), name))
        .collect();
    let mut linked: HashMap<&str, Vec<&str>> = HashMap::new();
    for (name, operation) in operations() {
        for response in operation["responses"].as_object().unwrap().values() {
            for link in response["links"].as_object().into_iter().flat_map(|links| links.values()) {
                let target = link["operationId"].as_str().unwrap();
                for parameter in link["parameters"].as_object().unwrap().keys() {
                    assert!(targets[target].contains(&format!("{{{parameter}}}")), "{name}: {link}");
                }
                linked.entry(operation["operationId"].as_str().unwrap()).or_default().push(target);
            }
        }
    }

    for (creates, follow) in [
        ("create_plan", &["read_plan", "update_plan", "delete_plan", "share_plan", "create_action_item"][..]),
        ("create_action_item", &["read_action_item", "update_action_item", "delete_action_item"]),
        ("create_feedback", &["read_feedback", "update_feedback", "delete_feedback", "submit_feedback"]),
        ("create_feedback_request", &["delete_feedback_request"]),
        (
            "create_discussion",
            &["read_discussion", "update_discussion", "hold_discussion", "read_discussion_calendar"],
        ),
        ("list_people", &["read_person", "read_team_progress"]),
    ] {
        for target in follow {
            assert!(linked[creates].contains(target), "{creates} does not lead to {target}");
        }
    }
}
