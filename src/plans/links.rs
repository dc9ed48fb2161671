//! Links of action items: courses, documents and evidence. An id in another system lets that system report progress.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    entity::{action_item, action_item_link},
    record::Lookup,
};

/// What a link leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// A course or another offer of a learning system.
    Course,
    /// A document to read or to work on.
    Document,
    /// What shows that the action was done, such as a certificate.
    Evidence,
}

/// A link of an action item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ActionItemLink {
    /// Starts with `https://` or `http://`.
    #[schema(
        max_length = 2000,
        format = "uri",
        pattern = "^https?://",
        example = "https://learning.example.com/courses/771"
    )]
    pub url: String,
    #[schema(max_length = 200, example = "Delegating well")]
    pub title: Option<String>,
    pub kind: LinkKind,
    /// The id in the other system. An import of progress may name the action item by it.
    #[schema(min_length = 1, max_length = 200, format = "not-blank", example = "course-771")]
    pub external_id: Option<String>,
}

/// The links of an action item.
pub fn links_of(item: &action_item::Model) -> serde_json::Result<Vec<ActionItemLink>> {
    serde_json::from_str(&item.links)
}

/// The rows by which an action item is found, if a write changes them.
pub fn item_lookups(before: Option<&action_item::Model>, after: &action_item::Model) -> Vec<Lookup> {
    if before.is_some_and(|before| before.links == after.links) {
        return Vec::new();
    }
    let rows = rows(after);
    if before.map(self::rows).unwrap_or_default() == rows {
        return Vec::new();
    }
    vec![Lookup::Links { item: after.id, replaces: before.is_some(), rows }]
}

/// A row for each id in another system.
fn rows(item: &action_item::Model) -> Vec<action_item_link::Model> {
    let links = links_of(item).unwrap_or_default();
    let ids: BTreeSet<String> = links.into_iter().filter_map(|link| link.external_id).collect();
    let row = |external_id| action_item_link::Model {
        tenant_id: item.tenant_id,
        plan_id: item.plan_id,
        external_id,
        action_item_id: item.id,
    };
    ids.into_iter().map(row).collect()
}
