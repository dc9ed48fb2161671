//! The import of people from an HR system.
//!
//! The rows are parsed and checked while the body arrives. When it has ended, they are judged together
//! ([`reconcile`]) and written in one transaction. It locks the tenant's row, so imports of one tenant run one after
//! the other: the directory that an import has read cannot change before its rows are written.

use std::collections::HashMap;

use actix_web::{HttpRequest, web};
use sea_orm::DbErr;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    outcome::{ImportResult, ImportRow, ImportStatus, ImportWarning, ImportWarningCode},
    reconcile::{self, CheckedRow, Directory, Judged},
    rows::Rows,
    rules::{self, ImportPerson, PersonChange},
    store,
    write::{DirectoryChanges, write},
};
use crate::{
    auth::{Identity, permissions::Right},
    entity::person::PersonSource,
    http::{FieldError, Problem, Reply, input::media_type, ndjson::Row},
    ids::PersonId,
    record::Change,
    requests::import::{self, BATCH, Import, ImportError, ImportLimit, Outcomes, WaitingFaults},
    state::State,
};

/// Maximum warnings that a result lists.
const MAX_WARNINGS: usize = 1_000;

/// An import of people in JSON.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "describes the body, whose rows are checked one by one")]
pub struct ImportPeople {
    /// People, one per row.
    #[schema(max_items = 10000)]
    rows: Vec<ImportPerson>,
}

/// Runs an import. `afterwards` is called in its transaction, to update other slices.
pub async fn import(
    state: &State,
    caller: &Identity,
    request: &HttpRequest,
    body: web::Payload,
    limit: ImportLimit,
    afterwards: impl AsyncFn(&mut Change, DirectoryChanges) -> Result<(), DbErr>,
) -> Result<Reply, Problem> {
    caller.require(Right::ManagePeople)?;
    let source = media_type(request).and_then(|media_type| Rows::of(&media_type));
    let formats = "text/csv, application/x-ndjson or application/json";
    let source = source.ok_or(ImportError::UnknownFormat(formats))?;
    let import = PeopleImport { state, caller, source, afterwards, waiting: WaitingRows::default() };
    import::carry_out(state, caller, request, body, limit, import).await
}

/// A running import.
struct PeopleImport<'a, F> {
    state: &'a State,
    caller: &'a Identity,
    source: Rows,
    afterwards: F,
    waiting: WaitingRows,
}

/// The rows that wait for the end of the body.
#[derive(Default)]
struct WaitingRows {
    rows: Vec<CheckedRow>,
    faults: WaitingFaults,
}

impl WaitingRows {
    fn add(&mut self, row: Row) {
        let mut row = CheckedRow::of(row);
        self.faults.bound(&mut row.faults);
        self.rows.push(row);
    }
}

impl<F> Import for PeopleImport<'_, F>
where
    F: AsyncFn(&mut Change, DirectoryChanges) -> Result<(), DbErr>,
{
    fn read(&mut self, bytes: &[u8]) -> Result<(), Problem> {
        for row in self.source.read(bytes)? {
            self.waiting.add(row);
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), Problem> {
        self.source.end(|row| self.waiting.add(row))
    }

    fn rows(&self) -> usize {
        self.waiting.rows.len()
    }

    type Result = ImportResult;

    async fn finish(mut self) -> Result<(Change, ImportResult), Problem> {
        let mut txn = self.state.begin_for(self.caller).await?;
        txn.lock_tenant(self.caller.tenant_name(), txn.now(), self.caller.is_service()).await?;
        let rows = std::mem::take(&mut self.waiting.rows);
        let directory = read_directory(&txn, &rows).await?;
        let mut ids: HashMap<String, PersonId> =
            directory.superiors.iter().map(|superior| (superior.external_id.clone(), superior.id)).collect();
        let judged = reconcile::reconcile(rows, directory).map_err(Problem::internal)?;
        let new_ids = self.identify(&judged, &mut ids);
        let (changes, result) = self.decide(&txn, judged, new_ids, &ids);
        let changes = write(&mut txn, changes).await?;
        (self.afterwards)(&mut txn, changes).await?;
        Ok((txn, result))
    }
}

impl<F> PeopleImport<'_, F>
where
    F: AsyncFn(&mut Change, DirectoryChanges) -> Result<(), DbErr>,
{
    /// Makes an id for each row, and adds those of new people to `ids`, since other rows may name them as managers.
    fn identify(&self, judged: &[Judged], ids: &mut HashMap<String, PersonId>) -> Vec<PersonId> {
        let mut new_ids = Vec::with_capacity(judged.len());
        for row in judged {
            let id = self.state.ids.next();
            new_ids.push(id);
            if let Some(person) = &row.person {
                let id = person.before.as_ref().map_or(id, |before| before.id);
                ids.insert(person.person.external_id.clone(), id);
            }
        }
        new_ids
    }

    /// The changes to write, in the order of the rows, and the outcome of each row.
    fn decide(
        &self,
        txn: &Change,
        judged: Vec<Judged>,
        new_ids: Vec<PersonId>,
        ids: &HashMap<String, PersonId>,
    ) -> (Vec<PersonChange>, ImportResult) {
        let mut outcome = Outcome::default();
        let mut changes = Vec::new();
        for (Judged { external_id, errors, person }, new_id) in judged.into_iter().zip(new_ids) {
            let Some(judged) = person else {
                outcome.add_row(external_id, ImportStatus::Failed, None, errors);
                continue;
            };
            let manager_id = judged.manager_id(ids);
            if judged.sets_manager && manager_id.is_none() {
                outcome.warn_of_manager(judged.person.manager_external_id.as_deref());
            }
            let tenant = self.caller.tenant;
            let change =
                PersonChange::of(judged.before, judged.person, manager_id, tenant, new_id, txn.now())
                    .written_by(PersonSource::Import);
            let status = match change.is_new() {
                true => ImportStatus::Created,
                false if change.is_unchanged() => ImportStatus::Unchanged,
                false => ImportStatus::Updated,
            };
            outcome.add_row(external_id, status, Some(change.after.id), errors);
            changes.extend(Some(change).filter(|_| status != ImportStatus::Unchanged));
        }
        (changes, outcome.result())
    }
}

/// The outcome of the rows so far.
#[derive(Default)]
struct Outcome {
    /// The counts and the warnings.
    result: ImportResult,
    rows: Outcomes<ImportRow>,
}

impl Outcome {
    /// Warns of the manager of the next row.
    fn warn_of_manager(&mut self, manager: Option<&str>) {
        let Some(manager) = manager else { return };
        if self.result.warnings.len() == MAX_WARNINGS {
            self.result.warnings_left_out += 1;
            return;
        }
        let detail = format!(
            "no person has the external_id {manager:?}; the manager is set when that person is imported"
        );
        let row = self.rows.count() + 1;
        self.result.warnings.push(ImportWarning { row, code: ImportWarningCode::ManagerNotFound, detail });
    }

    fn add_row(
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
        let id = external_id.clone().unwrap_or_default();
        self.rows.add(&id, errors, |row, errors, errors_left_out| ImportRow {
            row,
            external_id,
            status,
            person_id,
            errors,
            errors_left_out,
        });
    }

    fn result(self) -> ImportResult {
        ImportResult { rows: self.rows.rows, results_left_out: self.rows.left_out, ..self.result }
    }
}

/// Loads the part of the directory that `rows` refer to.
async fn read_directory(txn: &Change, rows: &[CheckedRow]) -> Result<Directory, Problem> {
    let mut directory = Directory::default();
    for rows in rows.chunks(BATCH) {
        let named = |name: &str| -> Vec<&str> {
            rows.iter().filter_map(|row| rules::text(&row.fields, name)).collect()
        };
        let external_ids: Vec<&str> = rows.iter().filter_map(|row| row.external_id.as_deref()).collect();
        let people = store::list_named(txn, &external_ids, &named("user_name")).await?;
        // Who comes back wants the name that they had, which the row need not repeat.
        let gone = people.iter().filter(|person| !person.active);
        let names: Vec<String> = gone.map(|person| person.user_name.clone()).collect();
        directory.add(people);
        if !names.is_empty() {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            directory.add(store::list_named(txn, &[], &names).await?);
        }
        directory.superiors.extend(store::list_superiors(txn, &named("manager_external_id")).await?);
    }
    Ok(directory)
}
