//! The import: people as an HR system has them, upserted while they arrive.
//!
//! Rows are applied in batches, each in a transaction of its own with as many statements whatever it
//! holds. Batches of one tenant wait for each other, so what is decided on stays true until it is written.

use actix_web::{HttpRequest, web};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use sea_orm::DbErr;
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    rows::Rows,
    rules::{self, Directory, PersonChange, Seen},
    store,
};
use crate::{
    auth::{Identity, permissions::Right},
    http::{FieldError, Problem, Reply, input::media_type, ndjson::Row},
    ids::PersonId,
    record::{Change, Event},
    requests::import::{self, BATCH, Import, ImportError, ImportLimit},
    state::State,
};

/// What has become of an import.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct ImportResult {
    /// How many people are new.
    #[schema(minimum = 0, maximum = 10000)]
    pub created: usize,
    /// How many were changed.
    #[schema(minimum = 0, maximum = 10000)]
    pub updated: usize,
    /// How many were as the row has them.
    #[schema(minimum = 0, maximum = 10000)]
    pub unchanged: usize,
    /// How many rows were refused.
    #[schema(minimum = 0, maximum = 10000)]
    pub failed: usize,
    /// What has become of each row, in order.
    #[schema(max_items = 10000)]
    pub rows: Vec<ImportRow>,
}

/// What has become of one row of an import.
#[derive(Debug, Serialize, ToSchema)]
pub struct ImportRow {
    /// The number of the row; the first one after the row that names the columns is 1.
    #[schema(minimum = 1, maximum = 10000)]
    pub row: usize,
    /// As the row has it; null where it cannot be told.
    #[schema(required, example = "E1042")]
    pub external_id: Option<String>,
    pub status: ImportStatus,
    /// Null where the row was refused.
    #[schema(required)]
    pub person_id: Option<PersonId>,
    /// Every fault of a row that was refused; empty for the others.
    pub errors: Vec<FieldError>,
}

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ImportStatus {
    /// The person is new.
    Created,
    /// The person was changed.
    Updated,
    /// The person was as the row has it.
    Unchanged,
    /// The row was refused, and nothing of it applied.
    Failed,
}

/// What has changed in the directory that has consequences beyond it.
#[derive(Debug)]
pub struct DirectoryChanges {
    /// People whose time zone has changed, with the new one.
    pub moved: Vec<(PersonId, Tz)>,
}

/// Carries out an import. `follow` carries out what follows from each batch, in its transaction.
pub async fn import(
    state: &State,
    caller: &Identity,
    request: &HttpRequest,
    body: web::Payload,
    limit: ImportLimit,
    follow: impl AsyncFn(&mut Change, DirectoryChanges) -> Result<(), DbErr>,
) -> Result<Reply, Problem> {
    caller.require(Right::ManagePeople)?;
    let rows = media_type(request).and_then(|media_type| Rows::of(&media_type));
    let rows = rows.ok_or(ImportError::UnknownFormat("text/csv or application/x-ndjson"))?;
    let import = PeopleImport::new(state, caller, rows, follow);
    import::carry_out(state, caller, request, body, limit, import).await
}

/// An import that is under way.
struct PeopleImport<'a, F> {
    state: &'a State,
    caller: &'a Identity,
    rows: Rows,
    follow: F,
    seen: Seen,
    /// Rows that the next batch will have.
    waiting: Vec<Row>,
    /// Of the rows that have been applied.
    result: ImportResult,
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

    async fn take(&mut self, rows: Vec<Row>) -> Result<(), Problem> {
        for row in rows {
            self.waiting.push(row);
            if self.waiting.len() == BATCH {
                self.apply().await?.commit().await?;
            }
        }
        Ok(())
    }

    fn applied(&self) -> usize {
        self.result.rows.len()
    }

    async fn finish(mut self) -> Result<(Change, Reply), Problem> {
        let txn = self.apply().await?;
        Ok((txn, Reply::ok(&self.result)?))
    }
}

impl<'a, F> PeopleImport<'a, F>
where
    F: AsyncFn(&mut Change, DirectoryChanges) -> Result<(), DbErr>,
{
    fn new(state: &'a State, caller: &'a Identity, rows: Rows, follow: F) -> Self {
        let waiting = Vec::with_capacity(BATCH);
        Self { state, caller, rows, follow, seen: Seen::default(), waiting, result: ImportResult::default() }
    }

    /// Applies the rows that are waiting.
    async fn apply(&mut self) -> Result<Change, Problem> {
        let rows = std::mem::take(&mut self.waiting);
        let mut txn = self.state.begin_for(self.caller).await?;
        let now = txn.now();
        txn.lock_tenant(self.caller.tenant_name(), now).await?;
        let mut directory = read_directory(&txn, &rows).await?;
        let mut changes = Vec::new();
        for row in rows {
            changes.extend(self.decide(&mut directory, row, now)?);
        }
        for change in &mut changes {
            if change.after.manager_id.is_none() {
                change.after.manager_id = directory.arrived(change);
            }
        }
        self.write(&mut txn, changes).await?;
        Ok(txn)
    }

    /// What a row changes, with what becomes of it noted.
    fn decide(
        &mut self,
        directory: &mut Directory,
        row: Row,
        now: DateTime<Utc>,
    ) -> Result<Option<PersonChange>, Problem> {
        let number = self.result.rows.len() + 1;
        let mut errors = row.faults;
        if let Some(fields) = &row.fields {
            errors.extend(rules::check(fields));
            errors.extend(self.seen.check(number, fields));
            errors.extend(directory.check(fields));
        }
        let fields = row.fields.unwrap_or_default();
        let external_id = rules::text(&fields, "external_id").map(str::to_owned);
        if !errors.is_empty() {
            self.result.note(external_id, ImportStatus::Failed, None, errors);
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
        self.result.note(external_id, status, Some(change.after.id), errors);
        Ok(Some(change).filter(|_| status != ImportStatus::Unchanged))
    }

    /// Writes changes, and all that follows from them.
    async fn write(&self, txn: &mut Change, changes: Vec<PersonChange>) -> Result<(), Problem> {
        let moved = changes.iter().filter_map(|change| Some((change.after.id, change.moved_to()?))).collect();
        let events: Vec<Event> = changes.iter().flat_map(PersonChange::events).collect();
        let new = changes.iter().filter(|change| change.is_new());
        let arrived: Vec<String> = new.map(|change| change.after.external_id.clone()).collect();
        // In the order of the rows: one may take the user name that an earlier one has let go.
        let rows: Vec<_> = changes
            .into_iter()
            .map(|PersonChange { before, after }| match before {
                Some(before) => txn.revised(&before, after),
                None => txn.created(after),
            })
            .collect();
        txn.save_all(rows, events).await?;
        let resolved = store::resolve_managers(txn, &arrived).await?;
        txn.record_all(resolved.into_iter().map(Event::PersonManagerChanged)).await?;
        (self.follow)(txn, DirectoryChanges { moved }).await?;
        Ok(())
    }
}

impl ImportResult {
    fn note(
        &mut self,
        external_id: Option<String>,
        status: ImportStatus,
        person_id: Option<PersonId>,
        errors: Vec<FieldError>,
    ) {
        let count = match status {
            ImportStatus::Created => &mut self.created,
            ImportStatus::Updated => &mut self.updated,
            ImportStatus::Unchanged => &mut self.unchanged,
            ImportStatus::Failed => &mut self.failed,
        };
        *count += 1;
        let row = self.rows.len() + 1;
        self.rows.push(ImportRow { row, external_id, status, person_id, errors });
    }
}

/// As much of the directory as `rows` are about.
async fn read_directory(txn: &Change, rows: &[Row]) -> Result<Directory, Problem> {
    let named = |name: &str| -> Vec<&str> {
        rows.iter().filter_map(|row| rules::text(row.fields.as_ref()?, name)).collect()
    };
    let people = store::list_named(txn, &named("external_id"), &named("user_name")).await?;
    let superiors = store::list_superiors(txn, &named("manager_external_id")).await?;
    Ok(Directory::new(people, superiors))
}
