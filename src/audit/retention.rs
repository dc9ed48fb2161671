//! Retention: deletes records that are older than it, up to a checkpoint, which stays. The chain is verified from
//! there.

use chrono::{DateTime, Utc};
use sea_orm::DbErr;

use super::{seal::AuditError, store};
use crate::{
    auth::Actor,
    db::Conditions,
    entity::audit_head,
    ids::{AuditRecordId, TenantId},
    reads::lock_head,
    secrets::{Purpose, SealError, Secrets, Signature},
    state::Core,
};

/// How many records one transaction deletes.
const BATCH: usize = 500;

/// Deletes the audit records of all tenants that are older than `before`, and returns how many. A record stays while an
/// older one in the chain's order is younger.
pub async fn delete_expired(core: &Core, before: DateTime<Utc>) -> Result<u64, DbErr> {
    let mut work = store::tenants_with_old_records(&core.db, before).await?;
    while let Some(tenant) = work.next_tenant() {
        work.record(delete_all(core, tenant, before).await.map_err(DbErr::from))?;
    }
    work.finish()
}

async fn delete_all(core: &Core, tenant: TenantId, before: DateTime<Utc>) -> Result<u64, AuditError> {
    let mut deleted = 0;
    loop {
        let some = delete_some(core, tenant, before).await?;
        deleted += some as u64;
        if some < BATCH {
            return Ok(deleted);
        }
    }
}

async fn delete_some(core: &Core, tenant: TenantId, before: DateTime<Utc>) -> Result<usize, AuditError> {
    let mut txn = core.begin(tenant, Actor::default()).await?;
    let head = lock_head(&mut txn, tenant).await?;
    let records = store::list_sealed(&*txn, head.checkpoint_sequence, BATCH).await?;
    let old: Vec<_> = records.into_iter().take_while(|record| record.at < before).collect();
    let Some(last) = old.last() else { return Ok(0) };
    let mut after = audit_head::Model {
        checkpoint_sequence: last.sequence,
        checkpoint_digest: Some(last.digest.clone()),
        ..head.clone()
    };
    after.checkpoint_seal = Some(seal_of(&core.secrets, &after)?.to_string());
    // The checkpoint first: the database lets only records up to it be deleted.
    txn.touch(head, after)?;
    let ids: Vec<AuditRecordId> = old.iter().map(|record| record.id).collect();
    for (table, column) in
        [("audit_records", "id"), ("audit_record_plans", "record_id"), ("audit_details", "record_id")]
    {
        let mut sql = Conditions::new(&format!("delete from {table} where tenant_id = $1"), []);
        sql.and_one_of(column, ids.iter().copied());
        txn.execute(&sql.sql, sql.values).await?;
    }
    txn.commit().await?;
    Ok(old.len())
}

/// What the signature of a checkpoint covers.
fn message(head: &audit_head::Model) -> String {
    let digest = head.checkpoint_digest.as_deref().unwrap_or_default();
    format!("checkpoint\n{}\n{digest}", head.checkpoint_sequence)
}

fn seal_of(secrets: &Secrets, head: &audit_head::Model) -> Result<Signature, SealError> {
    secrets.sign(Purpose::AuditChain, &[head.tenant_id.0.as_bytes()], message(head).as_bytes())
}

/// Whether the service made the checkpoint of a chain; true for a chain from which nothing was deleted.
pub fn is_checkpoint_right(secrets: &Secrets, head: &audit_head::Model) -> Result<bool, SealError> {
    if head.checkpoint_sequence == 0 && head.checkpoint_digest.is_none() {
        return Ok(true);
    }
    let Some(signature) = head.checkpoint_seal.as_deref().and_then(|seal| seal.parse().ok()) else {
        return Ok(false);
    };
    let context = [head.tenant_id.0.as_bytes() as &[u8]];
    secrets.has_signed(signature, Purpose::AuditChain, &context, message(head).as_bytes())
}
