//! The import of progress: what learning systems know of many action items.
//!
//! The rows are gathered while they arrive and recorded in one transaction: a history that is added to is not
//! mended by sending the same again, so a call that fails has to leave nothing behind.

use std::collections::{BTreeSet, HashMap};

use actix_web::{
    HttpRequest, post,
    web::{self, Data},
};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::{
    access::ItemAccess,
    progress::RecordProgress,
    store::{self, ActionItemRow},
};
use crate::{
    auth::{Caller, Identity, scope::ProgressWrite},
    entity::action_item,
    http::{
        FieldError, Problem, Reply,
        input::{checked, media_type},
        ndjson::{self, Lines, Row},
    },
    ids::{ActionItemId, ProgressUpdateId},
    record::{Change, Revised},
    requests::import::{self, BATCH, Import, ImportError, ImportLimit},
    state::State,
};

/// What has become of an import of progress.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct ProgressImportResult {
    /// How many updates were recorded.
    #[schema(minimum = 0, maximum = 10000)]
    pub recorded: usize,
    /// How many rows were refused.
    #[schema(minimum = 0, maximum = 10000)]
    pub failed: usize,
    /// What has become of each row, in order.
    #[schema(max_items = 10000)]
    pub rows: Vec<ProgressImportRow>,
}

/// What has become of one row of an import of progress.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProgressImportRow {
    /// The number of the row; the first one is 1.
    #[schema(minimum = 1, maximum = 10000)]
    pub row: usize,
    /// As the row has it; null where it cannot be told.
    #[schema(required)]
    pub action_item_id: Option<ActionItemId>,
    pub status: ProgressImportStatus,
    /// Null where the row was refused.
    #[schema(required)]
    pub progress_update_id: Option<ProgressUpdateId>,
    /// Every fault of a row that was refused; empty for the others.
    pub errors: Vec<FieldError>,
}

/// What becomes of a row of progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProgressImportStatus {
    /// The update is in the item's history.
    Recorded,
    /// The row was refused, and nothing of it recorded.
    Failed,
}

/// Import progress
///
/// Records progress on many action items: NDJSON, an object a line, with `action_item_id` and what `RecordProgress`
/// has: `status`, `progress_percent` and `note`, at least one of them. Each row is taken as recording it alone
/// would be, in order, so that of several for one item the last tells where it stands. A row that breaks a rule
/// does not stop the others: the answer tells what has become of each.
///
/// A call has at most 10,000 rows of at most 65,536 bytes. They are recorded together, once all have arrived: a
/// call that ends in an error has recorded none of them, and can be sent again. For whoever may record progress
/// on the items, as services may on those of shared plans.
#[utoipa::path(
    tag = "action items",
    security(("bearer" = ["progress:write"])),
    request_body(
        description = "Progress, in rows",
        content((
            String = "application/x-ndjson",
            example = "{\"action_item_id\":\"019f3c1e-7b2a-7c11-9f5e-3c1f0a9b2d4e\",\
                \"progress_percent\":40}\n\
                {\"action_item_id\":\"019f3c1e-7b2a-7c11-9f5e-3c1f0a9b2d4f\",\"status\":\"done\",\
                \"note\":\"Passed with merit\"}\n",
        )),
    ),
    responses((status = 200, description = "What has become of each row", body = ProgressImportResult)),
)]
#[post("/action-items/progress/import")]
pub async fn import_progress(
    caller: Caller<ProgressWrite>,
    request: HttpRequest,
    body: web::Payload,
    limit: Data<ImportLimit>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    if media_type(&request).as_deref() != Some(ndjson::MEDIA_TYPE) {
        return Err(ImportError::UnknownFormat(ndjson::MEDIA_TYPE).into());
    }
    let import = ProgressImport {
        state: &state,
        caller: &caller,
        lines: Lines::default(),
        reports: Vec::new(),
        result: ProgressImportResult::default(),
    };
    import::carry_out(&state, &caller, &request, body, **limit, import).await
}

/// A row, as far as it can be told without looking at the item.
struct Report {
    item: Option<ActionItemId>,
    told: Result<RecordProgress, Vec<FieldError>>,
}

impl Report {
    fn of(row: Row) -> Self {
        let Some(mut fields) = row.fields else { return Self { item: None, told: Err(row.faults) } };
        let mut faults = row.faults;
        let mut item = None;
        if let Some(fields) = fields.as_object_mut() {
            let id = fields.remove("action_item_id");
            item = id.as_ref().and_then(Value::as_str).and_then(|id| id.parse().ok());
            if item.is_none() {
                let why = if id.is_none() { "is required" } else { "must be a UUID" };
                faults.push(FieldError::new("/action_item_id", why));
            }
        }
        let told = match checked(fields).and_then(RecordProgress::checked) {
            Ok(told) if faults.is_empty() => Ok(told),
            Ok(_) => Err(faults),
            Err(problem) => Err([faults, problem.into_faults("")].concat()),
        };
        Self { item, told }
    }

    fn item(&self) -> Option<ActionItemId> {
        self.item.filter(|_| self.told.is_ok())
    }
}

/// An import that is under way.
struct ProgressImport<'a> {
    state: &'a State,
    caller: &'a Identity,
    lines: Lines,
    reports: Vec<Report>,
    result: ProgressImportResult,
}

impl Import for ProgressImport<'_> {
    fn read(&mut self, bytes: &[u8]) -> Result<Vec<Row>, Problem> {
        Ok(self.lines.read(bytes))
    }

    fn end(&mut self) -> Result<Vec<Row>, Problem> {
        let last = self.lines.end();
        if self.lines.is_empty() {
            return Err(ImportError::Empty("NDJSON with the progress of one action item a line").into());
        }
        Ok(last.into_iter().collect())
    }

    async fn take(&mut self, rows: Vec<Row>) -> Result<(), Problem> {
        self.reports.extend(rows.into_iter().map(Report::of));
        Ok(())
    }

    fn applied(&self) -> usize {
        0
    }

    async fn finish(mut self) -> Result<(Change, Reply), Problem> {
        let mut txn = self.state.begin_for(self.caller).await?;
        let mut reports = std::mem::take(&mut self.reports);
        store::lock_plans_of(&txn, &items(&reports)).await?;
        while !reports.is_empty() {
            let rest = reports.split_off(reports.len().min(BATCH));
            self.apply(&mut txn, reports).await?;
            reports = rest;
        }
        Ok((txn, Reply::ok(&self.result)?))
    }
}

impl ProgressImport<'_> {
    /// Records a batch, with as many statements whatever it holds.
    async fn apply(&mut self, txn: &mut Change, reports: Vec<Report>) -> Result<(), Problem> {
        let rows = store::lock_among(txn, &items(&reports)).await?;
        let mut rows: HashMap<ActionItemId, ActionItemRow> =
            rows.into_iter().map(|row| (row.item.id, row)).collect();
        let mut changed: HashMap<ActionItemId, Revised<action_item::Model>> = HashMap::new();
        let (mut updates, mut events) = (Vec::new(), Vec::new());
        for Report { item, told } in reports {
            let row = item.and_then(|item| rows.get_mut(&item));
            let recorded = told.and_then(|told| {
                let access =
                    ItemAccess::admitted(row.as_deref().cloned(), self.caller).map_err(Problem::from);
                access
                    .and_then(|access| told.apply(&access, self.caller, txn.id(), txn.now()))
                    .map_err(|refusal| refusal.into_faults("/action_item_id"))
            });
            let outcome = recorded.as_ref().map(|(_, update, _)| update.id);
            self.result.note(item, outcome.map_err(Vec::clone));
            if let (Ok((after, update, event)), Some(row)) = (recorded, row) {
                // The next report of the same item goes on from here.
                let after = txn.revised(&row.item, after);
                row.item = after.clone();
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

/// The items that reports are of, each once.
fn items(reports: &[Report]) -> Vec<ActionItemId> {
    reports.iter().filter_map(Report::item).collect::<BTreeSet<_>>().into_iter().collect()
}

impl ProgressImportResult {
    fn note(&mut self, item: Option<ActionItemId>, recorded: Result<ProgressUpdateId, Vec<FieldError>>) {
        let (status, progress_update_id, errors) = match recorded {
            Ok(id) => (ProgressImportStatus::Recorded, Some(id), Vec::new()),
            Err(errors) => (ProgressImportStatus::Failed, None, errors),
        };
        let count = match status {
            ProgressImportStatus::Recorded => &mut self.recorded,
            ProgressImportStatus::Failed => &mut self.failed,
        };
        *count += 1;
        let row = self.rows.len() + 1;
        self.rows.push(ProgressImportRow { row, action_item_id: item, status, progress_update_id, errors });
    }
}
