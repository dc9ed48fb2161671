//! The import of progress: learning systems report the progress of many action items in one request.
//!
//! The rows are collected while they arrive and recorded in one transaction. Progress updates are append-only, so a
//! request that fails must leave nothing behind. A row that says nothing new is left out: learning systems send the
//! same state again and again.

use std::collections::{BTreeSet, HashMap};

use actix_web::{
    HttpRequest,
    web::{self, Data},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    access::ItemAccess,
    import_rows::{ItemUpdate, WaitingRows},
    store::{self, ActionItemRow},
};
use crate::{
    auth::{Identity, StreamingCaller, scope::ProgressWrite},
    entity::{
        action_item::{self, ActionItemStatus},
        progress_update,
    },
    http::{FieldError, Problem, Reply, input::media_type},
    ids::{ActionItemId, ProgressUpdateId},
    record::{Change, Revised},
    requests::{
        import::{self, BATCH, Import, ImportError, ImportLimit, Outcomes},
        rows::JsonRows,
    },
    state::State,
};

/// The outcome of a progress import.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
pub struct ProgressImportResult {
    /// Number of recorded updates.
    #[schema(minimum = 0, maximum = 10000)]
    pub recorded: usize,
    /// Number of updates that say nothing new.
    #[schema(minimum = 0, maximum = 10000)]
    pub unchanged: usize,
    /// Number of rejected updates.
    #[schema(minimum = 0, maximum = 10000)]
    pub failed: usize,
    /// The outcome of each row, in order, up to 4 MiB. A row that names several items by a link has several.
    #[schema(max_items = 10000)]
    pub rows: Vec<ProgressImportRow>,
    /// Number of rows whose outcome `rows` leaves out. The counts include them.
    #[schema(minimum = 0, maximum = 10000)]
    pub results_left_out: usize,
}

/// The outcome of one row of a progress import.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct ProgressImportRow {
    /// Row number, from 1.
    #[schema(minimum = 1, maximum = 10000)]
    pub row: usize,
    /// The item; null if the row names none that the caller may see.
    #[schema(required)]
    pub action_item_id: Option<ActionItemId>,
    pub status: ProgressImportStatus,
    /// Null unless the row was recorded.
    #[schema(required)]
    pub progress_update_id: Option<ProgressUpdateId>,
    /// The errors of a rejected row, at most 100; empty for other rows.
    #[schema(max_items = 100)]
    pub errors: Vec<FieldError>,
    /// Number of errors that `errors` leaves out.
    #[schema(minimum = 0)]
    pub errors_left_out: usize,
}

/// The outcome of a row of progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProgressImportStatus {
    /// The update was added to the item's history.
    Recorded,
    /// The item has this status and percentage already, and the note, if any, is that of its last update.
    Unchanged,
    /// The row was rejected; nothing of it was recorded.
    Failed,
}

/// Import progress
///
/// Records progress on many action items. Callers need the right to record progress on each item; services have it
/// for the items of shared plans.
///
/// The body is NDJSON, one object per line, or JSON with the field `rows`. A row names an action item by
/// `action_item_id`; or all items that have a link with this `external_id`, in the plans of the person whose own
/// `external_id` is `owner_external_id`, without archived plans. It has at least one
/// of `status`, `progress_percent` and `note`. Rows are recorded in order, each like a single `RecordProgress`: if
/// several rows have the same item, the last one sets its status. A row that says what is known already is not
/// recorded. An invalid row does not stop the import: the response contains the outcome of each row, and where a row
/// names several items, the outcome of each, with the number of the row.
///
/// A request has at most 10,000 rows of at most 65,536 bytes each, which name at most 10,000 items. They are
/// recorded in one transaction, once all have arrived. A request that fails has recorded none of them; it is safe to
/// send it again.
#[utoipa::path(
    post,
    path = "/action-items/progress/import",
    tag = "action items",
    security(("bearer" = ["progress:write"])),
    request_body(
        description = "Progress, one update per row",
        content((ImportProgress = "application/json"), (
            String = "application/x-ndjson",
            example = "{\"action_item_id\":\"019f3c1e-7b2a-7c11-9f5e-3c1f0a9b2d4e\",\
                \"progress_percent\":40}\n\
                {\"action_item_id\":\"019f3c1e-7b2a-7c11-9f5e-3c1f0a9b2d4f\",\"status\":\"done\",\
                \"note\":\"Passed with merit\"}\n",
        )),
    ),
    responses((status = 200, description = "The outcome of each row", body = ProgressImportResult)),
)]
pub async fn import_progress(
    caller: StreamingCaller<ProgressWrite>,
    request: HttpRequest,
    body: web::Payload,
    limit: Data<ImportLimit>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    let source = media_type(&request).and_then(|media_type| JsonRows::of(&media_type));
    let source = source.ok_or(ImportError::UnknownFormat("application/x-ndjson or application/json"))?;
    let import = ProgressImport {
        state: &state,
        caller: &caller,
        source,
        waiting: WaitingRows::default(),
        result: ProgressImportResult::default(),
        outcomes: Outcomes::default(),
    };
    import::carry_out(&state, &caller, &request, body, **limit, import).await
}

/// An import of progress in JSON.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "describes the body, whose rows are checked one by one")]
struct ImportProgress {
    /// Progress, one update per row.
    #[schema(max_items = 10000)]
    rows: Vec<ImportProgressRow>,
}

/// A row of an import of progress, with at least one field besides the item's id.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "describes a row, which is checked as RecordProgress")]
struct ImportProgressRow {
    /// Or the item is named by a link.
    action_item_id: Option<ActionItemId>,
    /// The `external_id` of a link of the item. A link names each item of the person that has it.
    #[schema(min_length = 1, max_length = 200, example = "course-771")]
    external_id: Option<String>,
    /// The `external_id` of the person whose plan the item belongs to.
    #[schema(min_length = 1, max_length = 200, example = "E1042")]
    owner_external_id: Option<String>,
    status: Option<ActionItemStatus>,
    #[schema(minimum = 0, maximum = 100, example = 40)]
    progress_percent: Option<i32>,
    #[schema(max_length = 2000, example = "Two reviews led; the third is prepared.")]
    note: Option<String>,
}

/// A running import.
struct ProgressImport<'a> {
    state: &'a State,
    caller: &'a Identity,
    source: JsonRows,
    waiting: WaitingRows,
    result: ProgressImportResult,
    outcomes: Outcomes<ProgressImportRow>,
}

impl Import for ProgressImport<'_> {
    fn read(&mut self, bytes: &[u8]) -> Result<(), Problem> {
        for row in self.source.read(bytes) {
            self.waiting.add(row);
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), Problem> {
        if self.source.end(|row| self.waiting.add(row))? {
            return Ok(());
        }
        let expected = "NDJSON with the progress of one action item per line, or JSON with rows";
        Err(ImportError::Empty(expected).into())
    }

    fn rows(&self) -> usize {
        self.waiting.count()
    }

    type Result = ProgressImportResult;

    async fn finish(mut self) -> Result<(Change, ProgressImportResult), Problem> {
        let mut txn = self.state.begin_for(self.caller).await?;
        let mut updates = std::mem::take(&mut self.waiting).into_updates(&txn, self.caller).await?;
        // Lock order: all plans first, in one statement, then the items of each batch.
        store::lock_plans_of(&txn, &item_ids(&updates)).await?;
        while !updates.is_empty() {
            let rest = updates.split_off(updates.len().min(BATCH));
            self.record(&mut txn, updates).await?;
            updates = rest;
        }
        self.result.rows = self.outcomes.rows;
        self.result.results_left_out = self.outcomes.left_out;
        Ok((txn, self.result))
    }
}

impl ProgressImport<'_> {
    /// Records a batch with a constant number of statements.
    async fn record(&mut self, txn: &mut Change, given: Vec<ItemUpdate>) -> Result<(), Problem> {
        let rows = store::lock_among(txn, self.caller, &item_ids(&given)).await?;
        let mut rows: HashMap<ActionItemId, ActionItemRow> =
            rows.into_iter().map(|row| (row.item.id, row)).collect();
        let mut changed: HashMap<ActionItemId, Revised<action_item::Model>> = HashMap::new();
        let mut notes: HashMap<ActionItemId, Option<String>> = HashMap::new();
        if given.iter().any(ItemUpdate::has_note) {
            notes = store::list_last_notes(txn, &item_ids(&given)).await?;
        }
        let (mut updates, mut events) = (Vec::new(), Vec::new());
        for ItemUpdate { row: number, item, progress } in given {
            let row = item.and_then(|item| rows.get_mut(&item));
            let recorded = progress.and_then(|progress| {
                let access =
                    ItemAccess::admitted(row.as_deref().cloned(), self.caller).map_err(Problem::from);
                access
                    .and_then(|access| {
                        progress.as_ref().clone().apply(&access, self.caller, txn.id(), txn.now())
                    })
                    .map_err(|refusal| refusal.into_faults("/action_item_id"))
            });
            let is_news = |update: &progress_update::Model| {
                row.as_deref().is_none_or(|row| {
                    let known = (row.item.status, row.item.progress_percent);
                    known != (update.status, update.progress_percent)
                        || update.note.is_some() && notes.get(&row.item.id) != Some(&update.note)
                })
            };
            let recorded = recorded.map(|recorded| Some(recorded).filter(|(_, update, _)| is_news(update)));
            let outcome = recorded.as_ref().map(|recorded| recorded.as_ref().map(|(_, update, _)| update.id));
            self.add_outcome(number, item, outcome.map_err(Vec::clone));
            if let (Ok(Some((after, update, event))), Some(row)) = (recorded, row) {
                // A later row of the same item starts from this state. Only the last state is written.
                let after = txn.revised(&row.item, after);
                row.item = after.clone();
                notes.insert(after.id, update.note.clone());
                changed.insert(after.id, after);
                updates.push(update);
                events.push(event);
            }
        }
        txn.insert_all(updates).await?;
        txn.save_all(changed.into_values(), events).await?;
        Ok(())
    }
}

impl ProgressImport<'_> {
    /// Adds the outcome of a row: recorded if there is an id.
    fn add_outcome(
        &mut self,
        row: usize,
        action_item_id: Option<ActionItemId>,
        outcome: Result<Option<ProgressUpdateId>, Vec<FieldError>>,
    ) {
        let (status, progress_update_id, errors) = match outcome {
            Ok(Some(id)) => (ProgressImportStatus::Recorded, Some(id), Vec::new()),
            Ok(None) => (ProgressImportStatus::Unchanged, None, Vec::new()),
            Err(errors) => (ProgressImportStatus::Failed, None, errors),
        };
        let count = match status {
            ProgressImportStatus::Recorded => &mut self.result.recorded,
            ProgressImportStatus::Unchanged => &mut self.result.unchanged,
            ProgressImportStatus::Failed => &mut self.result.failed,
        };
        *count += 1;
        self.outcomes.add("", errors, |_, errors, errors_left_out| ProgressImportRow {
            row,
            action_item_id,
            status,
            progress_update_id,
            errors,
            errors_left_out,
        });
    }
}

/// The ids of the items of valid rows, sorted and without duplicates.
fn item_ids(updates: &[ItemUpdate]) -> Vec<ActionItemId> {
    updates.iter().filter_map(ItemUpdate::valid_item).collect::<BTreeSet<_>>().into_iter().collect()
}
