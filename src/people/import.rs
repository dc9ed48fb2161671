//! The import of people from an HR system. Rows are upserted while the request body arrives.
//!
//! Rows are applied in batches, each in its own transaction with a constant number of statements. Each batch locks the
//! tenant's row, so batches of one tenant run one after the other: the directory that a batch has read cannot change
//! before the batch is written.

use actix_web::{HttpRequest, web};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use sea_orm::DbErr;
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    rows::Rows,
    rules::{self, Directory, PersonChange, UsedNames},
    store,
};
use crate::{
    auth::{Identity, permissions::Right},
    entity::person,
    http::{FieldError, Problem, Reply, input::media_type, ndjson::Row},
    ids::PersonId,
    record::{Change, Event},
    requests::import::{self, BATCH, Import, ImportError, ImportLimit, Outcomes},
    state::State,
};

/// The outcome of an import.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct ImportResult {
    /// Number of created people.
    #[schema(minimum = 0, maximum = 10000)]
    pub created: usize,
    /// Number of updated people.
    #[schema(minimum = 0, maximum = 10000)]
    pub updated: usize,
    /// Number of people who already had the values of their row.
    #[schema(minimum = 0, maximum = 10000)]
    pub unchanged: usize,
    /// Number of rejected rows.
    #[schema(minimum = 0, maximum = 10000)]
    pub failed: usize,
    /// The outcome of each row, in order, up to 4 MiB.
    #[schema(max_items = 10000)]
    pub rows: Vec<ImportRow>,
    /// Number of rows whose outcome `rows` leaves out. The counts include them.
    #[schema(minimum = 0, maximum = 10000)]
    pub results_left_out: usize,
}

/// The outcome of one row of an import.
#[derive(Debug, Serialize, ToSchema)]
pub struct ImportRow {
    /// Row number, from 1; the header row of CSV is not counted.
    #[schema(minimum = 1, maximum = 10000)]
    pub row: usize,
    /// The id in the row; null if it could not be read.
    #[schema(required, example = "E1042")]
    pub external_id: Option<String>,
    pub status: ImportStatus,
    /// Null if the row was rejected.
    #[schema(required)]
    pub person_id: Option<PersonId>,
    /// The errors of a rejected row, at most 100; empty for other rows.
    #[schema(max_items = 100)]
    pub errors: Vec<FieldError>,
    /// Number of errors that `errors` leaves out.
    #[schema(minimum = 0)]
    pub errors_left_out: usize,
}

/// The outcome of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ImportStatus {
    /// The person was created.
    Created,
    /// The person was updated.
    Updated,
    /// The person already had the values of the row.
    Unchanged,
    /// The row was rejected; nothing of it was applied.
    Failed,
}

/// Maximum bytes of an external id: 200 characters of at most four bytes.
const MAX_ID_BYTES: usize = 800;

/// Changes of the directory that affect other slices.
#[derive(Debug)]
pub struct DirectoryChanges {
    /// People whose time zone has changed, with the new zone.
    pub moved: Vec<(PersonId, Tz)>,
    /// People whose manager has changed.
    pub managed: Vec<PersonId>,
    /// People who have become active or inactive.
    pub gone_or_back: Vec<PersonId>,
}

/// Runs an import. `after_batch` is called for each batch, in its transaction, to update other slices.
pub async fn import(
    state: &State,
    caller: &Identity,
    request: &HttpRequest,
    body: web::Payload,
    limit: ImportLimit,
    after_batch: impl AsyncFn(&mut Change, DirectoryChanges) -> Result<(), DbErr>,
) -> Result<Reply, Problem> {
    caller.require(Right::ManagePeople)?;
    let rows = media_type(request).and_then(|media_type| Rows::of(&media_type));
    let rows = rows.ok_or(ImportError::UnknownFormat("text/csv or application/x-ndjson"))?;
    let import = PeopleImport::new(state, caller, rows, after_batch);
    import::carry_out(state, caller, request, body, limit, import).await
}

/// A running import.
struct PeopleImport<'a, F> {
    state: &'a State,
    caller: &'a Identity,
    rows: Rows,
    after_batch: F,
    used_names: UsedNames,
    /// The rows of the next batch.
    pending: Vec<Row>,
    /// The counts of the rows that have been applied.
    result: ImportResult,
    /// The outcome of each of them.
    outcomes: Outcomes<ImportRow>,
}

impl<F> Import for PeopleImport<'_, F>
where
    F: AsyncFn(&mut Change, DirectoryChanges) -> Result<(), DbErr>,
{
    fn read(&mut self, bytes: &[u8]) -> Result<Vec<Row>, Problem> {
        Ok(self.rows.read(bytes)?)
    }

    fn end(&mut self) -> Result<Vec<Row>, Problem> {
        Ok(self.rows.end()?)
    }

    fn add(&mut self, row: Row) -> bool {
        self.pending.push(row);
        self.pending.len() == BATCH
    }

    async fn apply(&mut self) -> Result<(), Problem> {
        Ok(self.apply_pending().await?.commit().await?)
    }

    fn applied(&self) -> usize {
        self.outcomes.count()
    }

    type Result = ImportResult;

    async fn finish(mut self) -> Result<(Change, ImportResult), Problem> {
        let txn = self.apply_pending().await?;
        self.result.rows = self.outcomes.rows;
        self.result.results_left_out = self.outcomes.left_out;
        Ok((txn, self.result))
    }
}

impl<'a, F> PeopleImport<'a, F>
where
    F: AsyncFn(&mut Change, DirectoryChanges) -> Result<(), DbErr>,
{
    fn new(state: &'a State, caller: &'a Identity, rows: Rows, after_batch: F) -> Self {
        Self {
            state,
            caller,
            rows,
            after_batch,
            used_names: UsedNames::default(),
            pending: Vec::with_capacity(BATCH),
            result: ImportResult::default(),
            outcomes: Outcomes::default(),
        }
    }

    /// Applies the pending rows. Returns the transaction, which the caller must commit.
    async fn apply_pending(&mut self) -> Result<Change, Problem> {
        let rows = std::mem::take(&mut self.pending);
        let mut txn = self.state.begin_for(self.caller).await?;
        let now = txn.now();
        txn.lock_tenant(self.caller.tenant_name(), now, self.caller.is_service()).await?;
        let mut directory = read_directory(&txn, &rows).await?;
        let mut changes = Vec::new();
        for row in rows {
            changes.extend(self.decide(&mut directory, row, now)?);
        }
        // A row may name a manager whose own row comes later in the batch.
        for change in &mut changes {
            if change.after.manager_id.is_none() {
                change.after.manager_id = directory.find_manager(change);
            }
        }
        self.write(&mut txn, changes).await?;
        Ok(txn)
    }

    /// Checks a row, adds its outcome to the result, and returns the change to write; None if there is none.
    fn decide(
        &mut self,
        directory: &mut Directory,
        row: Row,
        now: DateTime<Utc>,
    ) -> Result<Option<PersonChange>, Problem> {
        let number = self.outcomes.count() + 1;
        let mut errors = row.faults;
        if let Some(fields) = &row.fields {
            errors.extend(rules::check(fields));
            errors.extend(self.used_names.claim(number, fields));
            errors.extend(directory.check(fields));
        }
        let fields = row.fields.unwrap_or_default();
        let external_id = rules::text(&fields, "external_id").map(str::to_owned);
        if !errors.is_empty() {
            self.add_outcome(external_id, ImportStatus::Failed, None, errors);
            return Ok(None);
        }
        let change = directory
            .apply(&fields, self.caller.tenant, self.state.ids.next(), now)
            .map_err(Problem::internal)?;
        let status = match &change.before {
            None => ImportStatus::Created,
            Some(before) if *before == change.after => ImportStatus::Unchanged,
            Some(_) => ImportStatus::Updated,
        };
        self.add_outcome(external_id, status, Some(change.after.id), errors);
        Ok(Some(change).filter(|_| status != ImportStatus::Unchanged))
    }

    fn add_outcome(
        &mut self,
        external_id: Option<String>,
        status: ImportStatus,
        person_id: Option<PersonId>,
        errors: Vec<FieldError>,
    ) {
        let count = match status {
            ImportStatus::Created => &mut self.result.created,
            ImportStatus::Updated => &mut self.result.updated,
            ImportStatus::Unchanged => &mut self.result.unchanged,
            ImportStatus::Failed => &mut self.result.failed,
        };
        *count += 1;
        // An id that is too long is not one.
        let external_id = external_id.filter(|id| id.len() <= MAX_ID_BYTES);
        let id = external_id.clone().unwrap_or_default();
        self.outcomes.add(&id, errors, |row, errors, errors_left_out| ImportRow {
            row,
            external_id,
            status,
            person_id,
            errors,
            errors_left_out,
        });
    }

    /// Writes the changes, their events and their effects on other people and slices.
    async fn write(&self, txn: &mut Change, changes: Vec<PersonChange>) -> Result<(), Problem> {
        let moved = changes.iter().filter_map(|change| Some((change.after.id, change.moved_to()?))).collect();
        let changed = |differs: fn(&person::Model, &person::Model) -> bool| -> Vec<PersonId> {
            let of = |change: &PersonChange| {
                let before = change.before.as_ref()?;
                differs(before, &change.after).then_some(change.after.id)
            };
            changes.iter().filter_map(of).collect()
        };
        let mut managed = changed(|before, after| before.manager_id != after.manager_id);
        let gone_or_back = changed(|before, after| before.active != after.active);
        let events: Vec<Event> = changes.iter().flat_map(PersonChange::events).collect();
        let new = changes.iter().filter(|change| change.is_new());
        let arrived: Vec<String> = new.map(|change| change.after.external_id.clone()).collect();
        // In the order of the rows: a row may use the user name that an earlier row has given up.
        let rows: Vec<_> = changes
            .into_iter()
            .map(|PersonChange { before, after }| match before {
                Some(before) => txn.revised(&before, after),
                None => txn.created(after),
            })
            .collect();
        txn.save_all(rows, events).await?;
        let resolved = store::resolve_managers(txn, &arrived).await?;
        managed.extend(&resolved);
        txn.record_all(resolved.into_iter().map(Event::PersonManagerChanged)).await?;
        (self.after_batch)(txn, DirectoryChanges { moved, managed, gone_or_back }).await?;
        Ok(())
    }
}

/// Loads the part of the directory that `rows` refer to.
async fn read_directory(txn: &Change, rows: &[Row]) -> Result<Directory, Problem> {
    let named = |name: &str| -> Vec<&str> {
        rows.iter().filter_map(|row| rules::text(row.fields.as_ref()?, name)).collect()
    };
    let people = store::list_named(txn, &named("external_id"), &named("user_name")).await?;
    let superiors = store::list_superiors(txn, &named("manager_external_id")).await?;
    Ok(Directory::new(people, superiors))
}
