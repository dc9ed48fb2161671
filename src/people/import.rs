//! The import: people as an HR system has them, upserted while they arrive.
//!
//! Rows are applied in batches, each in a transaction of its own with as many statements whatever it
//! holds. Batches of one tenant wait for each other, so what is decided on stays true until it is written.

use actix_web::{
    HttpRequest, post,
    web::{self, Data},
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    rows::Rows,
    rules::{self, Change, Directory, Seen},
    store,
};
use crate::{
    action_items,
    auth::{Caller, Identity, permissions::Right, scope::PeopleWrite},
    db::Transaction,
    events::{self, Event},
    http::{
        Answer, Fault, Problem,
        import::{self, BATCH, Import, ImportError, ImportLimit, Row},
        input::media_type,
    },
    ids::PersonId,
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
    pub errors: Vec<Fault>,
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

/// Import people
///
/// Creates the people whose `external_id` is new, and changes the others. A row that breaks a rule does not
/// stop the others: the answer tells what has become of each.
///
/// CSV (RFC 4180, UTF-8) begins with a row that names its columns, in any order: `external_id`, `user_name` and
/// `display_name`, and of `email`, `manager_external_id`, `department`, `title`, `time_zone` and `active` those
/// that are known. What has no column stays as it is; an empty cell takes a value away. NDJSON has an object
/// with these fields a line, as a merge patch: what is left out stays, null takes it away. Without a value,
/// `time_zone` is `UTC` and `active` true. `active` is `true` or `false`, in CSV also `yes`, `no`, `1` or `0`.
///
/// `manager_external_id` may name somebody who is in the directory, in any row of the same call, or still to
/// come: the manager is set as soon as that person arrives. A row that would put a person above themselves is
/// refused.
///
/// A call has at most 10,000 rows of at most 65,536 bytes. They are applied as they arrive, 500 at a time: a
/// call that ends in an error may have applied the first of them, and can be sent again. For HR admins and
/// services.
#[utoipa::path(
    tag = "people",
    security(("bearer" = ["people:write"])),
    request_body(
        description = "People, in rows",
        content(
            (
                String = "text/csv",
                example = "external_id,user_name,display_name,email,manager_external_id,department,title,\
                    time_zone,active\n\
                    E1001,ben@example.com,Ben Okafor,ben@example.com,,Platform,Head of Platform,\
                    Europe/Madrid,true\n\
                    E1042,ana@example.com,Ana Ruiz,ana@example.com,E1001,Platform,Engineer,Europe/Madrid,\
                    true\n",
            ),
            (
                String = "application/x-ndjson",
                example = "{\"external_id\":\"E1001\",\"user_name\":\"ben@example.com\",\
                    \"display_name\":\"Ben Okafor\",\"time_zone\":\"Europe/Madrid\"}\n\
                    {\"external_id\":\"E1042\",\"user_name\":\"ana@example.com\",\"display_name\":\"Ana \
                    Ruiz\",\"manager_external_id\":\"E1001\"}\n",
            ),
        ),
    ),
    responses((status = 200, description = "What has become of each row", body = ImportResult)),
)]
#[post("/people/import")]
pub async fn import_people(
    caller: Caller<PeopleWrite>,
    request: HttpRequest,
    body: web::Payload,
    limit: Data<ImportLimit>,
    state: Data<State>,
) -> Result<Answer, Problem> {
    caller.require(Right::ManagePeople, "this is for HR admins and services")?;
    let rows = media_type(&request).and_then(|media_type| Rows::of(&media_type));
    let rows = rows.ok_or(ImportError::UnknownFormat("text/csv or application/x-ndjson"))?;
    let import = PeopleImport::new(&state, &caller, rows);
    let answer = import::carry_out(&state, &caller, &request, body, **limit, import).await?;
    state.gate.people_changed();
    Ok(answer)
}

/// An import that is under way.
struct PeopleImport<'a> {
    state: &'a State,
    caller: &'a Identity,
    rows: Rows,
    seen: Seen,
    /// Rows that the next batch will have.
    waiting: Vec<Row>,
    /// Of the rows that have been applied.
    result: ImportResult,
}

impl Import for PeopleImport<'_> {
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
                self.state.gate.people_changed();
            }
        }
        Ok(())
    }

    fn applied(&self) -> usize {
        self.result.rows.len()
    }

    async fn finish(mut self) -> Result<(Transaction, Answer), Problem> {
        let txn = self.apply().await?;
        Ok((txn, Answer::ok(&self.result)?))
    }
}

impl<'a> PeopleImport<'a> {
    fn new(state: &'a State, caller: &'a Identity, rows: Rows) -> Self {
        let waiting = Vec::with_capacity(BATCH);
        Self { state, caller, rows, seen: Seen::default(), waiting, result: ImportResult::default() }
    }

    /// Applies the rows that are waiting.
    async fn apply(&mut self) -> Result<Transaction, Problem> {
        let now = self.state.clock.now();
        let rows = std::mem::take(&mut self.waiting);
        let mut txn = self.state.db.begin(self.caller.tenant).await?;
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
        self.write(&mut txn, changes, now).await?;
        Ok(txn)
    }

    /// What a row changes, with what becomes of it noted.
    fn decide(
        &mut self,
        directory: &mut Directory,
        row: Row,
        now: DateTime<Utc>,
    ) -> Result<Option<Change>, Problem> {
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
    async fn write(
        &self,
        txn: &mut Transaction,
        changes: Vec<Change>,
        now: DateTime<Utc>,
    ) -> Result<(), Problem> {
        let moved: Vec<(PersonId, Tz)> =
            changes.iter().filter_map(|change| Some((change.after.id, change.moved_to()?))).collect();
        let mut events: Vec<Event> = changes.iter().flat_map(Change::events).collect();
        let new = changes.iter().filter(|change| change.is_new());
        let arrived: Vec<String> = new.map(|change| change.after.external_id.clone()).collect();
        // In the order of the rows, as one may take the user name that an earlier one has let go.
        txn.put_all(changes.into_iter().map(|change| change.after).collect()).await?;
        let resolved = store::resolve_managers(txn, &arrived, now).await?;
        events.extend(resolved.into_iter().map(Event::PersonManagerChanged));
        action_items::store::move_due_days(txn, &moved, now).await?;
        events::record_all(txn, &self.state.ids, self.caller, events, now).await?;
        Ok(())
    }
}

impl ImportResult {
    fn note(
        &mut self,
        external_id: Option<String>,
        status: ImportStatus,
        person_id: Option<PersonId>,
        errors: Vec<Fault>,
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
async fn read_directory(txn: &Transaction, rows: &[Row]) -> Result<Directory, Problem> {
    let named = |name: &str| -> Vec<&str> {
        rows.iter().filter_map(|row| rules::text(row.fields.as_ref()?, name)).collect()
    };
    let people = store::list_named(txn, &named("external_id"), &named("user_name")).await?;
    let superiors = store::list_superiors(txn, &named("manager_external_id")).await?;
    Ok(Directory::new(people, superiors))
}
