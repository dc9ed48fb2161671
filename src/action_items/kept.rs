//! How repeated requests read the action item, the progress or the import that their response shows.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::{
    access::ItemAccess,
    error::ActionItemError,
    import::ProgressImportResult,
    item::ActionItem,
    progress::ProgressUpdate,
    store::{self, ActionItemRow},
};
use crate::{
    auth::{Identity, scope::PlansRead},
    http::{FieldError, Problem, Reply},
    ids::{ActionItemId, ProgressUpdateId},
    requests::{Details, Kept, import::BATCH},
    state::State,
};

impl Kept for ActionItem {
    const KIND: &'static str = "action_item";

    type Scope = PlansRead;
    type Id = ActionItemId;

    async fn read(state: &State, caller: &Identity, id: ActionItemId, _: Details) -> Result<Reply, Problem> {
        let access = ItemAccess::read(&state.db.reader(caller.tenant), caller, id).await?;
        Self::reply(access.into_item(), state.clock.now())
    }
}

impl Kept for ProgressUpdate {
    const KIND: &'static str = "progress_update";

    type Scope = PlansRead;
    type Id = (ActionItemId, ProgressUpdateId);

    /// An update as the history of its item shows it.
    async fn read(
        state: &State,
        caller: &Identity,
        (item, id): Self::Id,
        _: Details,
    ) -> Result<Reply, Problem> {
        let db = state.db.reader(caller.tenant);
        ItemAccess::read(&db, caller, item).await?;
        let update = store::find_progress(&db, item, id).await?.ok_or(ActionItemError::NotFound)?;
        Reply::ok(&Self::from(update))
    }
}

impl Kept for ProgressImportResult {
    const KIND: &'static str = "progress_import";

    type Scope = PlansRead;
    type Id = ();

    /// The result without the updates of items that the caller may no longer see: their rows read as if they were
    /// imported now.
    async fn read(state: &State, caller: &Identity, (): (), details: Details) -> Result<Reply, Problem> {
        let mut result: Value =
            serde_json::from_str(&details.json.unwrap_or_default()).map_err(Problem::internal)?;
        let item = |row: &Value| -> Option<ActionItemId> { row["action_item_id"].as_str()?.parse().ok() };
        let rows = result["rows"].as_array().map(Vec::as_slice).unwrap_or_default();
        let items: Vec<ActionItemId> =
            rows.iter().filter_map(item).collect::<BTreeSet<_>>().into_iter().collect();
        let mut found: BTreeMap<ActionItemId, ActionItemRow> = BTreeMap::new();
        for ids in items.chunks(BATCH) {
            let rows = store::list_among(&state.db.reader(caller.tenant), ids).await?;
            found.extend(rows.into_iter().map(|row| (row.item.id, row)));
        }
        let mut hidden = 0;
        for row in result["rows"].as_array_mut().into_iter().flatten() {
            let Some(id) = item(row).filter(|_| row["status"] == "recorded") else { continue };
            if let Err(refusal) = ItemAccess::admitted(found.get(&id).cloned(), caller) {
                hidden += 1;
                row["status"] = json!("failed");
                row["progress_update_id"] = Value::Null;
                row["errors"] = json!([FieldError::new("/action_item_id", refusal.to_string())]);
            }
        }
        for (count, change) in [("recorded", -hidden), ("failed", hidden)] {
            result[count] = json!(result[count].as_i64().unwrap_or_default() + change);
        }
        Reply::ok(&result)
    }
}
