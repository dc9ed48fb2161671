//! How repeated requests read the action item, the progress or the import that their response shows.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    access::ItemAccess,
    error::ActionItemError,
    import::{ProgressImportResult, ProgressImportRow, ProgressImportStatus},
    item::ActionItem,
    progress::ProgressUpdate,
    store::{self, ActionItemRow},
};
use crate::{
    auth::{Identity, scope::PlansRead},
    http::{FieldError, Problem, Reply},
    ids::{ActionItemId, ProgressUpdateId},
    requests::{
        Details, Kept,
        import::{BATCH, ImportOutcome, KeptRoom},
    },
    state::State,
};

impl Kept for ActionItem {
    const KIND: &'static str = "action_item";

    type Scope = PlansRead;
    type Id = ActionItemId;

    async fn read(state: &State, caller: &Identity, id: ActionItemId, _: Details) -> Result<Reply, Problem> {
        let access = ItemAccess::read(&state.db.reader(caller.tenant), caller, id).await?;
        let plan = access.plan();
        Self::reply(access.into_item(), plan, caller, state.clock.now())
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
        let access = ItemAccess::read(&db, caller, item).await?;
        let update = store::find_progress(&db, item, access.is_owner(), id).await?;
        let update = update.ok_or(ActionItemError::NotFound)?;
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
        let mut result: Self =
            serde_json::from_str(&details.json.unwrap_or_default()).map_err(Problem::internal)?;
        let items: Vec<ActionItemId> =
            result.rows.iter().filter_map(recorded_item).collect::<BTreeSet<_>>().into_iter().collect();
        let mut found: BTreeMap<ActionItemId, ActionItemRow> = BTreeMap::new();
        for ids in items.chunks(BATCH) {
            let rows = store::list_among(&state.db.reader(caller.tenant), caller, ids).await?;
            found.extend(rows.into_iter().map(|row| (row.item.id, row)));
        }
        for row in &mut result.rows {
            let Some(id) = recorded_item(row) else { continue };
            if let Err(refusal) = ItemAccess::admitted(found.get(&id).cloned(), caller) {
                result.recorded = result.recorded.saturating_sub(1);
                result.failed += 1;
                row.status = ProgressImportStatus::Failed;
                row.progress_update_id = None;
                row.errors = vec![FieldError::new("/action_item_id", refusal.to_string())];
            }
        }
        Reply::ok(&result)
    }
}

impl ImportOutcome for ProgressImportResult {
    fn shorten(&mut self, room: &mut KeptRoom) {
        room.keep(&mut self.rows, &mut self.results_left_out);
    }
}

/// The item of a row whose update was recorded.
fn recorded_item(row: &ProgressImportRow) -> Option<ActionItemId> {
    row.action_item_id.filter(|_| row.status == ProgressImportStatus::Recorded)
}
