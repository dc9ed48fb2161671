//! Writes the records of reads.

use std::collections::HashMap;

use chrono::{DateTime, SecondsFormat, Utc};
use sea_orm::{DbBackend, DbErr};
use serde::{Serialize, Serializer};
use uuid::Uuid;

use super::{
    Count, Shown, Written,
    rules::{ReadKey, Reader, window},
};
use crate::{
    db::{Database, Read as _, Transaction, json_error},
    entity::{audit_head, columns},
    ids::{AuditRecordId, EventId, TenantId},
};

/// How many plans one statement adds.
const PLANS_AT_ONCE: usize = 10_000;

/// The head of a log in which nothing is sealed yet.
pub fn first_head(tenant: TenantId) -> audit_head::Model {
    audit_head::Model {
        tenant_id: tenant,
        sealed_position: 0,
        sealed_event_id: EventId(Uuid::nil()),
        reads_sealed_until: DateTime::UNIX_EPOCH,
        sequence: 0,
        digest: None,
        announced_sequence: 0,
        announced_at: None,
        checkpoint_sequence: 0,
        checkpoint_digest: None,
        checkpoint_seal: None,
        head_seal: None,
    }
}

/// The tenant's head of the audit log, locked until the end of the transaction.
pub async fn lock_head(txn: &mut Transaction, tenant: TenantId) -> Result<audit_head::Model, DbErr> {
    let select =
        format!("select {} from audit_heads h where h.tenant_id = $1", columns::<audit_head::Entity>("h"));
    if let Some(head) = txn.find_for_update(&select, [], "h").await? {
        return Ok(head);
    }
    txn.insert_missing(vec![first_head(tenant)]).await?;
    let head = txn.find_for_update(&select, [], "h").await?;
    head.ok_or_else(|| DbErr::RecordNotFound("the head of the audit log".into()))
}

/// Adds rows from a JSON array, and the counts of those that are there already. One text for any number of rows: it is
/// prepared once, where a list of values would be parsed at each flush.
fn count_reads(backend: DbBackend) -> String {
    let columns =
        "tenant_id, id, window_at, at, actor_id, link_id, client, action, subject, held_right, count";
    let rows = match backend {
        DbBackend::Postgres => {
            "select $1, x.id, $2, x.at, x.actor_id, x.link_id, x.client, x.action, x.subject, x.held_right, x.count \
             from json_to_recordset(cast($3 as json)) as x (id uuid, at timestamptz, actor_id uuid, link_id uuid, \
                 client text, action text, subject text, held_right text, count bigint) where true"
        }
        _ => {
            "select $1, unhex(value ->> 'id'), $2, value ->> 'at', unhex(value ->> 'actor_id'), \
                 unhex(value ->> 'link_id'), value ->> 'client', value ->> 'action', value ->> 'subject', \
                 value ->> 'held_right', value ->> 'count' from json_each($3) where true"
        }
    };
    format!(
        "insert into audit_reads ({columns}) {rows} \
         on conflict (tenant_id, id) do update set count = audit_reads.count + excluded.count"
    )
}

/// Adds the plans that lists showed, from a JSON array.
fn show_plans(backend: DbBackend) -> String {
    let rows = match backend {
        DbBackend::Postgres => {
            "select $1, x.plan_id, x.record_id \
             from json_to_recordset(cast($2 as json)) as x (plan_id uuid, record_id uuid) where true"
        }
        _ => {
            "select $1, unhex(value ->> 'plan_id'), unhex(value ->> 'record_id') from json_each($2) where true"
        }
    };
    format!("insert into audit_record_plans (tenant_id, plan_id, record_id) {rows} on conflict do nothing")
}

/// Writes what was counted for a tenant. Returns the window in which it counts, and the plans in lists that were
/// written.
pub(super) async fn write(
    db: &Database,
    tenant: TenantId,
    counts: &HashMap<ReadKey, Count>,
    now: DateTime<Utc>,
    written: &Written,
) -> Result<(DateTime<Utc>, Vec<Shown>), DbErr> {
    let mut txn = db.begin(tenant).await?;
    let head = lock_head(&mut txn, tenant).await?;
    let window = window(now, head.reads_sealed_until);
    let (mut rows, mut plans) = (Vec::with_capacity(counts.len()), Vec::new());
    for (key, count) in counts {
        let id = key.record_id(tenant, window);
        let shown = count.plans.iter().map(|plan| (id, *plan));
        plans.extend(shown.filter(|shown| !written.contains(window, *shown)));
        rows.push(Row::new(id, key, count));
    }
    let backend = txn.backend();
    txn.execute(&count_reads(backend), [window.into(), json(&rows)?.into()]).await?;
    for some in plans.chunks(PLANS_AT_ONCE) {
        let shown =
            some.iter().map(|(record, plan)| PlanRow { record_id: Hex(record.0), plan_id: Hex(plan.0) });
        txn.execute(&show_plans(backend), [json(&shown.collect::<Vec<_>>())?.into()]).await?;
    }
    txn.commit().await?;
    Ok((window, plans))
}

fn json(rows: &impl Serialize) -> Result<String, DbErr> {
    serde_json::to_string(rows).map_err(json_error)
}

/// Counted reads, as [`count_reads`] takes them.
#[derive(Serialize)]
struct Row<'a> {
    id: Hex,
    at: String,
    actor_id: Option<Hex>,
    link_id: Option<Hex>,
    client: Option<&'a str>,
    action: &'static str,
    subject: String,
    held_right: &'static str,
    count: i64,
}

/// A plan that a list showed, as [`show_plans`] takes it.
#[derive(Serialize)]
struct PlanRow {
    plan_id: Hex,
    record_id: Hex,
}

/// An id as both databases read it from JSON.
struct Hex(Uuid);

impl<'a> Row<'a> {
    fn new(id: AuditRecordId, key: &'a ReadKey, count: &Count) -> Self {
        let Reader { person, link, client } = &key.reader;
        Self {
            id: Hex(id.0),
            // As the driver of SQLite stores times.
            at: count.first_at.to_rfc3339_opts(SecondsFormat::AutoSi, false),
            actor_id: person.map(|id| Hex(id.0)),
            link_id: link.map(|id| Hex(id.0)),
            client: client.as_deref(),
            action: key.action.name(),
            subject: key.subject.path(),
            held_right: key.right,
            count: count.count,
        }
    }
}

impl Serialize for Hex {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.simple().encode_lower(&mut Uuid::encode_buffer()))
    }
}
