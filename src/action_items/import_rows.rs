//! The rows of an import of progress: how each names its action items, and finding those that are named by a link.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use serde::Deserialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::{
    access::ItemAccess,
    progress::RecordProgress,
    store::{self, LinkName},
};
use crate::{
    auth::Identity,
    db::Read,
    entity::plan::PlanStatus,
    http::{FieldError, Problem, input::checked, ndjson::Row},
    ids::ActionItemId,
    requests::import::{BATCH, ImportError, MAX_ROWS, WaitingFaults},
};

/// What a row says that names no item.
const NAMES_NONE: &str = "is the external id of no link of this person's action items that you may see";

/// How a row names its action items.
#[derive(Clone, Debug)]
enum ItemName {
    Id(ActionItemId),
    /// A link of items in the plans of one person.
    Link(LinkName),
}

/// A row that was parsed and checked, without looking at its items yet.
#[derive(Debug)]
struct ParsedRow {
    name: Option<ItemName>,
    progress: Result<RecordProgress, Vec<FieldError>>,
}

/// How a row names items by a link.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct GivenLinkName {
    #[schema(min_length = 1, max_length = 200)]
    external_id: String,
    #[schema(min_length = 1, max_length = 200)]
    owner_external_id: String,
}

impl ParsedRow {
    fn of(row: Row) -> Self {
        let Some(mut fields) = row.fields else { return Self { name: None, progress: Err(row.faults) } };
        let mut faults = row.faults;
        let name = fields.as_object_mut().and_then(|fields| name(fields, &mut faults));
        let progress = match checked(fields).and_then(RecordProgress::checked) {
            Ok(progress) if faults.is_empty() => Ok(progress),
            Ok(_) => Err(faults),
            Err(problem) => Err([faults, problem.into_faults("")].concat()),
        };
        Self { name, progress }
    }

    /// The name by a link, if the row is valid and has one.
    fn link(&self) -> Option<&LinkName> {
        match &self.name {
            Some(ItemName::Link(name)) => Some(name).filter(|_| self.progress.is_ok()),
            _ => None,
        }
    }
}

/// Takes the fields that name the items of a row.
fn name(fields: &mut Map<String, Value>, faults: &mut Vec<FieldError>) -> Option<ItemName> {
    let mut take = |field: &str| fields.remove(field).filter(|value| !value.is_null());
    let id = take("action_item_id");
    let link: Map<String, Value> = ["external_id", "owner_external_id"]
        .into_iter()
        .filter_map(|field| Some((field.to_owned(), take(field)?)))
        .collect();
    if id.is_none() && !link.is_empty() {
        let named: Result<GivenLinkName, Problem> = checked(link.into());
        return match named {
            Ok(GivenLinkName { external_id, owner_external_id }) => {
                Some(ItemName::Link(LinkName { external_id, owner_external_id }))
            }
            Err(problem) => {
                faults.extend(problem.into_faults(""));
                None
            }
        };
    }
    let both = link.keys().map(|field| format!("/{field}"));
    faults.extend(both.map(|field| FieldError::new(field, "must be left out where action_item_id is given")));
    let item = id.as_ref().and_then(Value::as_str).and_then(|id| id.parse().ok());
    if item.is_none() {
        let why = match id {
            None => "is required, or external_id and owner_external_id",
            Some(_) => "must be a UUID",
        };
        faults.push(FieldError::new("/action_item_id", why));
    }
    item.map(ItemName::Id)
}

/// The rows that wait for the end of the body.
#[derive(Debug, Default)]
pub struct WaitingRows {
    rows: Vec<ParsedRow>,
    faults: WaitingFaults,
}

impl WaitingRows {
    pub fn add(&mut self, row: Row) {
        let mut row = ParsedRow::of(row);
        if let Err(faults) = &mut row.progress {
            self.faults.bound(faults);
        }
        self.rows.push(row);
    }

    pub fn count(&self) -> usize {
        self.rows.len()
    }

    /// What is to be recorded, item by item, in the order of the rows. Items that are named by a link are looked up, a
    /// batch of names at a time.
    ///
    /// # Errors
    ///
    /// [`ImportError::TooManyItems`].
    pub async fn into_updates(self, db: &impl Read, caller: &Identity) -> Result<Vec<ItemUpdate>, Problem> {
        let linked = find_linked(db, caller, &self.rows).await?;
        let mut updates = Vec::with_capacity(self.rows.len());
        for (row, ParsedRow { name, progress }) in (1..).zip(self.rows) {
            let items = match &name {
                None => vec![None],
                Some(ItemName::Id(id)) => vec![Some(*id)],
                Some(ItemName::Link(name)) => match linked.get(name) {
                    Some(items) if progress.is_ok() => items.iter().copied().map(Some).collect(),
                    _ => vec![None],
                },
            };
            if updates.len() + items.len() > MAX_ROWS {
                return Err(ImportError::TooManyItems.into());
            }
            let names_none = matches!(name, Some(ItemName::Link(_))) && items == [None];
            let progress = match progress {
                Ok(_) if names_none => Err(vec![FieldError::new("/external_id", NAMES_NONE)]),
                progress => progress.map(Arc::new),
            };
            updates.extend(items.into_iter().map(|item| ItemUpdate {
                row,
                item,
                progress: progress.clone(),
            }));
        }
        Ok(updates)
    }
}

/// What a row says of one item.
#[derive(Debug)]
pub struct ItemUpdate {
    /// The number of the row, from 1.
    pub row: usize,
    pub item: Option<ActionItemId>,
    pub progress: Result<Arc<RecordProgress>, Vec<FieldError>>,
}

impl ItemUpdate {
    pub fn has_note(&self) -> bool {
        self.progress.as_ref().is_ok_and(|progress| progress.note.is_some())
    }

    /// The item's id, if the row is valid.
    pub fn valid_item(&self) -> Option<ActionItemId> {
        self.item.filter(|_| self.progress.is_ok())
    }
}

/// The items that links name and the caller may see, without those of archived plans, which cannot be changed.
async fn find_linked(
    db: &impl Read,
    caller: &Identity,
    rows: &[ParsedRow],
) -> Result<BTreeMap<LinkName, Vec<ActionItemId>>, Problem> {
    let names: BTreeSet<&LinkName> = rows.iter().filter_map(ParsedRow::link).collect();
    let names: Vec<&LinkName> = names.into_iter().collect();
    let mut linked: BTreeMap<LinkName, Vec<ActionItemId>> = BTreeMap::new();
    for names in names.chunks(BATCH) {
        let found = store::list_linked(db, names).await?;
        if found.len() > MAX_ROWS {
            return Err(ImportError::TooManyItems.into());
        }
        let ids: Vec<ActionItemId> = found.iter().map(|(_, id)| *id).collect();
        let mut visible = BTreeSet::new();
        for ids in ids.chunks(BATCH) {
            let rows = store::list_among(db, caller, ids).await?;
            let seen = rows.into_iter().filter(|row| row.plan_status != PlanStatus::Archived);
            let seen = seen.filter_map(|row| ItemAccess::admitted(Some(row), caller).ok());
            visible.extend(seen.map(|access| access.item().id));
        }
        for (name, id) in found.into_iter().filter(|(_, id)| visible.contains(id)) {
            linked.entry(name).or_default().push(id);
        }
    }
    Ok(linked)
}
