//! The differences between two revisions, field by field. Pure functions.

use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

/// The differences from one revision to a later one.
#[derive(Debug, Serialize, ToSchema)]
pub struct RevisionChanges {
    /// The earlier revision.
    pub since: i32,
    /// The later revision.
    pub number: i32,
    pub changes: Vec<Change>,
}

/// One field that differs.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Change {
    /// JSON Pointer to the field; list items are addressed by their `id` or `question_id` instead of their index.
    #[schema(example = "/answers/values/0198f3c2-7d3a-7c11-9f5e-3c1f0a9b2d4e/name")]
    pub pointer: String,
    pub kind: ChangeKind,
    /// The earlier value; null if the field was added.
    pub before: Value,
    /// The later value; null if the field was removed.
    pub after: Value,
}

/// How a field differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    Added,
    Removed,
    Changed,
}

/// The fields to compare. The other fields of a revision describe the sharing, such as its time and note.
const CONTENT: [&str; 5] = ["title", "starts_on", "ends_on", "answers", "action_items"];

/// The differences between two revisions, each in the JSON form of the API.
pub fn between(before: &Value, after: &Value) -> Vec<Change> {
    let mut changes = Vec::new();
    for field in CONTENT {
        let (before, after) = (before.get(field), after.get(field));
        compare(
            format!("/{field}"),
            before.unwrap_or(&Value::Null),
            after.unwrap_or(&Value::Null),
            &mut changes,
        );
    }
    changes
}

fn compare(pointer: String, before: &Value, after: &Value, changes: &mut Vec<Change>) {
    if before == after {
        return;
    }
    match (fields(before), fields(after)) {
        (Some(before), Some(after)) => {
            let removed = before.keys().filter(|name| !after.contains_key(*name));
            // Ids tell what is compared with what; they are no content.
            for name in after.keys().chain(removed).filter(|name| *name != "id") {
                let (before, after) = (before.get(name), after.get(name));
                let pointer = format!("{pointer}/{name}");
                compare(pointer, before.unwrap_or(&Value::Null), after.unwrap_or(&Value::Null), changes);
            }
        }
        _ => changes.push(Change {
            pointer,
            kind: match (before, after) {
                (Value::Null, _) => ChangeKind::Added,
                (_, Value::Null) => ChangeKind::Removed,
                _ => ChangeKind::Changed,
            },
            before: before.clone(),
            after: after.clone(),
        }),
    }
}

/// What tells an item of a list from the others.
fn key(item: &Value) -> Option<&str> {
    item.get("id").or_else(|| item.get("question_id"))?.as_str()
}

/// An object's fields, or a list's items keyed by their ids. None for values that are compared as a whole: scalars, and
/// lists whose items have no id.
fn fields(value: &Value) -> Option<Map<String, Value>> {
    match value {
        Value::Object(fields) => Some(fields.clone()),
        Value::Array(items) => items.iter().map(|item| Some((key(item)?.to_owned(), item.clone()))).collect(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    #[test]
    fn an_item_is_followed_by_its_id_wherever_it_stands() {
        let before =
            json!({"answers": {"values": [{"id": "a", "name": "Honesty"}, {"id": "b", "name": "Pace"}]}});
        let after =
            json!({"answers": {"values": [{"id": "b", "name": "Calm"}, {"id": "c", "name": "Care"}]}});
        let changes = between(&before, &after);
        let told: Vec<_> = changes.iter().map(|change| (change.pointer.as_str(), change.kind)).collect();
        assert_eq!(
            told,
            [
                ("/answers/values/b/name", ChangeKind::Changed),
                ("/answers/values/c", ChangeKind::Added),
                ("/answers/values/a", ChangeKind::Removed),
            ]
        );
    }

    fn content() -> impl Strategy<Value = Value> {
        let item =
            ("[a-d]", "[a-z]{0,3}").prop_map(|(id, name)| (id.clone(), json!({"id": id, "name": name})));
        let list =
            prop::collection::btree_map("[a-d]", item.prop_map(|(_, item)| item), 0..4).prop_map(|items| {
                let item = |(id, item): (String, Value)| json!({"id": id, "name": item["name"]});
                Value::Array(items.into_iter().map(item).collect())
            });
        (list, "[a-z]{0,3}").prop_map(|(list, title)| json!({"title": title, "answers": {"values": list}}))
    }

    proptest! {
        #[test]
        fn nothing_changes_between_a_revision_and_itself(content in content()) {
            prop_assert!(between(&content, &content).is_empty());
        }

        #[test]
        fn going_back_undoes_every_change(before in content(), after in content()) {
            let mut there: Vec<_> =
                between(&before, &after).into_iter().map(|c| (c.pointer, c.before, c.after)).collect();
            let mut back: Vec<_> =
                between(&after, &before).into_iter().map(|c| (c.pointer, c.after, c.before)).collect();
            there.sort_by(|a, b| a.0.cmp(&b.0));
            back.sort_by(|a, b| a.0.cmp(&b.0));
            prop_assert_eq!(there, back);
        }
    }
}
