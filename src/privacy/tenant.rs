//! A customer who leaves: all rows of a tenant, to take along and to delete.

use sea_orm::{DbErr, FromQueryResult};
use serde::Serialize;

use super::{
    columns::{TABLES, Table},
    records::{self, Record},
};
use crate::{
    db::{Crossing, Database, Placement, Read, json_error},
    entity::tenant,
    ids::{PlanId, TenantId},
    reads::{self, ReadAction, ReadKey, ReadSubject},
    state::Core,
};

/// Rows that one statement reads or deletes.
const BATCH: usize = 500;

/// One line of the export of a tenant.
#[derive(Debug, Serialize)]
struct Line {
    table: &'static str,
    row: Record,
}

/// The tables of tenants, in the order of deletion.
fn tables() -> impl Iterator<Item = &'static Table> {
    TABLES.iter().filter(|table| {
        let columns: Vec<String> = table.columns.iter().map(|(name, _)| (*name).to_owned()).collect();
        matches!(Placement::of(table.name, &columns), Some(Placement::ByTenant(_)))
    })
}

/// The columns of a table's key besides the tenant, as its first columns say.
fn key(table: &Table) -> &'static str {
    match table.name {
        "action_item_links" => "plan_id, external_id, action_item_id",
        "agreements" => "plan_id, revision, person_id",
        "audit_details" => "record_id",
        "audit_heads" => "tenant_id",
        "audit_record_plans" => "plan_id, record_id",
        "calendar_addresses" => "person_id",
        "discussion_notes" => "discussion_id, author_id",
        "cycle_counts" | "cycle_departments" | "cycle_rosters" => "cycle_id, department",
        "cycle_people" => "cycle_id, person_id",
        "cycle_reference_counts" => "cycle_id, question, uri, department",
        "idempotency_records" => "caller, key",
        "legal_holds" => "person_id",
        "person_words" => "word, person_id",
        "plan_progress" => "plan_id",
        "plan_references" => "plan_id, revision, answer_id",
        "questionnaires" => "version",
        "revisions" => "plan_id, number",
        _ => "id",
    }
}

/// Whether there is such a tenant.
pub async fn exists(db: &Database, tenant: TenantId) -> Result<bool, DbErr> {
    Ok(db.reader(tenant).row::<tenant::Entity>(()).await?.is_some())
}

/// Writes all rows of a tenant, one JSON object a line, a batch at a time. Secrets of webhooks are encrypted, as they
/// are stored. `progress` is told of each table that is done, and its rows. Before the first row is read, the export is
/// noted for the audit log and for the access log of each plan.
pub async fn export<E: From<DbErr>>(
    core: &Core,
    tenant: TenantId,
    mut write: impl FnMut(&str) -> Result<(), E>,
    mut progress: impl FnMut(&str, usize),
) -> Result<usize, E> {
    let reader = core.db.reader(tenant);
    note_export(core, &reader).await?;
    let mut total = 0;
    for table in tables() {
        let (mut count, mut after) = (0, None);
        loop {
            let (rows, last) = records::page(&reader, table.name, after, BATCH).await?;
            let found = rows.len();
            for row in rows {
                let line = serde_json::to_string(&Line { table: table.name, row });
                write(&line.map_err(json_error)?)?;
            }
            count += found;
            if found < BATCH {
                break;
            }
            after = last;
        }
        progress(table.name, count);
        total += count;
    }
    Ok(total)
}

/// Notes that the operator reads all that is stored of the tenant.
async fn note_export(core: &Core, db: &impl Read) -> Result<(), DbErr> {
    #[derive(FromQueryResult)]
    struct Found {
        id: PlanId,
    }
    let plans: Vec<Found> = db.list("select id from plans where tenant_id = $1", []).await?;
    let reader = reads::Reader { person: None, link: None, client: None };
    let (action, subject) = (ReadAction::TenantExported, ReadSubject::Tenant);
    let key = ReadKey { reader, action, right: "operator", subject };
    core.reads.note(db.tenant(), key, plans.into_iter().map(|plan| plan.id), core.clock.now());
    core.flush_reads().await
}

/// Deletes all rows of a tenant, in bounded transactions; a deletion that was interrupted goes on when it is called
/// again. If legal holds forbid it, their number is the error.
pub async fn delete(
    core: &Core,
    tenant: TenantId,
    progress: impl FnMut(&str, u64),
) -> Result<Result<u64, i64>, DbErr> {
    let holds = "select count(*) as number from legal_holds where tenant_id = $1 and released_at is null";
    let holds = core.db.reader(tenant).count(holds, []).await?;
    if holds > 0 {
        return Ok(Err(holds));
    }
    delete_rows(core, tenant, progress).await.map(Ok)
}

/// What lets the rows of a table be deleted: those that refer to rows of their own table do so no longer, and the
/// database lets only audit records up to the checkpoint be deleted.
fn release(table: &str) -> Option<&'static str> {
    match table {
        "action_items" => Some(
            "update action_items set supports_action_item_id = null, counted_version = version \
                 where tenant_id = $1 and supports_action_item_id is not null",
        ),
        "audit_records" => Some("update audit_heads set checkpoint_sequence = sequence where tenant_id = $1"),
        "people" => {
            Some("update people set manager_id = null where tenant_id = $1 and manager_id is not null")
        }
        _ => None,
    }
}

/// Deletes all rows of a tenant, and notes it in the ledger. How many they were.
pub(super) async fn delete_rows(
    core: &Core,
    tenant: TenantId,
    mut progress: impl FnMut(&str, u64),
) -> Result<u64, DbErr> {
    let mut total = 0;
    for table in tables().filter(|table| table.name != "tenants") {
        let (name, key) = (table.name, key(table));
        let sql = format!(
            "delete from {name} where tenant_id = $1 and ({key}) in \
                 (select {key} from {name} where tenant_id = $1 limit {BATCH})"
        );
        if let Some(release) = release(name) {
            let mut txn = core.db.begin(tenant).await?;
            txn.execute(release, []).await?;
            txn.commit().await?;
        }
        let mut deleted = 0;
        loop {
            let mut txn = core.db.begin(tenant).await?;
            let count = txn.execute(&sql, []).await?;
            txn.commit().await?;
            deleted += count;
            if count < BATCH as u64 {
                break;
            }
        }
        progress(name, deleted);
        total += deleted;
    }
    // Before the last step, so that no deleted tenant is missing in the ledger.
    let note = "insert into deleted_tenants (id, deleted_at) values ($1, $2) \
         on conflict (id) do update set deleted_at = excluded.deleted_at";
    let values = [tenant.into(), core.clock.now().into()];
    core.db.execute_for_installation(Crossing::DeletedTenants, note, values).await?;
    let mut txn = core.db.begin(tenant).await?;
    if let Some(row) = txn.row_for_update::<tenant::Entity>(()).await? {
        txn.delete(row)?;
        total += 1;
    }
    txn.commit().await?;
    core.people_generation.advance();
    core.db.truncate_log().await?;
    Ok(total)
}
