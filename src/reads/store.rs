//! Writes the records of reads.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::DbErr;
use uuid::Uuid;

use super::{
    Count, Written,
    rules::{ReadKey, Reader, window},
};
use crate::{
    db::{Database, Transaction},
    entity::{audit_head, audit_read, audit_record_plan, columns},
    ids::{AuditRecordId, EventId, TenantId},
};

/// The tenant's head of the audit log, locked until the end of the transaction.
pub async fn lock_head(txn: &mut Transaction, tenant: TenantId) -> Result<audit_head::Model, DbErr> {
    let select =
        format!("select {} from audit_heads h where h.tenant_id = $1", columns::<audit_head::Entity>("h"));
    if let Some(head) = txn.find_for_update(&select, [], "h").await? {
        return Ok(head);
    }
    let first = audit_head::Model {
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
    };
    txn.add_all(vec![first], None).await?;
    let head = txn.find_for_update(&select, [], "h").await?;
    head.ok_or_else(|| DbErr::RecordNotFound("the head of the audit log".into()))
}

/// Writes what was counted for a tenant.
pub(super) async fn write(
    db: &Database,
    tenant: TenantId,
    counts: &HashMap<ReadKey, Count>,
    now: DateTime<Utc>,
    written: &mut Written,
) -> Result<(), DbErr> {
    let mut txn = db.begin(tenant).await?;
    let head = lock_head(&mut txn, tenant).await?;
    let window = window(now, head.reads_sealed_until);
    written.begin(window);
    let (mut rows, mut plans) = (Vec::with_capacity(counts.len()), Vec::new());
    for (key, count) in counts {
        let row = row(tenant, window, key, count);
        let shown = count.plans.iter().map(|plan| (row.id, *plan));
        plans.extend(shown.filter(|shown| !written.plans.contains(&(tenant, *shown))));
        rows.push(row);
    }
    txn.add_all(rows, Some(audit_read::Column::Count)).await?;
    let shown = |(record_id, plan_id): &(AuditRecordId, _)| audit_record_plan::Model {
        tenant_id: tenant,
        plan_id: *plan_id,
        record_id: *record_id,
    };
    txn.add_all(plans.iter().map(shown).collect(), None).await?;
    txn.commit().await?;
    written.plans.extend(plans.into_iter().map(|shown| (tenant, shown)));
    Ok(())
}

fn row(tenant: TenantId, window: DateTime<Utc>, key: &ReadKey, count: &Count) -> audit_read::Model {
    let Reader { person, link, client } = key.reader.clone();
    audit_read::Model {
        tenant_id: tenant,
        id: key.record_id(tenant, window),
        window_at: window,
        at: count.first_at,
        actor_id: person,
        link_id: link,
        client,
        action: key.action.name().to_owned(),
        subject: key.subject.path(),
        held_right: key.right.to_owned(),
        count: count.count,
    }
}
