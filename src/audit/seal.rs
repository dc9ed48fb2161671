//! Sealing: the worker gives each record its number and its digest.
//!
//! Events are taken in the order of the change feed (`events/position.rs` has the argument): positions first, and only
//! below the horizon, so that none can appear before one that is sealed. The lock of the tenant's head keeps two
//! workers apart, and the head is written with the records, so a record is sealed once.

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};
use sea_orm::DbErr;

use super::{chain, head, store};
use crate::{
    auth::Actor,
    db::Outcomes,
    entity::{audit_head, audit_read, audit_record},
    events::installation_horizon,
    ids::{AuditRecordId, PlanId, TenantId},
    reads::{lock_head, window},
    record::{Event, EventType, OfSeal, Seal},
    secrets::SealError,
    state::Core,
};

/// How many events, and how many counted reads, one transaction seals.
const BATCH: usize = 500;

/// How often the digest of the last record is given out at most.
const ANNOUNCE_EVERY: Duration = Duration::minutes(10);

/// Why records cannot be sealed.
#[derive(Debug, thiserror::Error)]
pub enum AuditError {
    #[error(transparent)]
    Key(#[from] SealError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl From<AuditError> for DbErr {
    fn from(error: AuditError) -> Self {
        match error {
            AuditError::Database(error) => error,
            AuditError::Key(error) => Self::Custom(error.to_string()),
        }
    }
}

/// Seals what all tenants have to seal: the events before the horizon, and the reads whose ten minutes are over. How
/// many records there are more.
pub async fn seal(core: &Core) -> Result<u64, DbErr> {
    let now = core.clock.now();
    let horizon = installation_horizon(&core.db).await?;
    let until = window(now, DateTime::UNIX_EPOCH);
    let mut work = store::tenants_to_seal(&core.db, until, now - ANNOUNCE_EVERY).await?;
    while let Some(tenant) = work.next_tenant() {
        work.record(seal_tenant(core, tenant, horizon, until).await.map_err(DbErr::from))?;
    }
    work.finish()
}

/// Looks at the heads of all tenants. One that something other than the service has changed is set again by the
/// records, and what was kept out of the log is sealed: by a head that was moved far ahead, a tenant would have nothing
/// to seal. How many heads there were.
pub async fn mend_heads(core: &Core) -> Result<u64, DbErr> {
    let mut mended = Outcomes::default();
    let until = window(core.clock.now(), DateTime::UNIX_EPOCH);
    for head in store::list_heads(&core.db).await? {
        if head::is_changed(&core.secrets, &head).map_err(AuditError::from)? {
            let horizon = installation_horizon(&core.db).await?;
            let sealed = seal_tenant(core, head.tenant_id, horizon, until).await;
            mended.record(sealed.map(|_| 1).map_err(DbErr::from))?;
        }
    }
    mended.finish()
}

async fn seal_tenant(
    core: &Core,
    tenant: TenantId,
    horizon: i64,
    until: DateTime<Utc>,
) -> Result<u64, AuditError> {
    let mut sealed = 0;
    loop {
        let (records, more) = seal_some(core, tenant, horizon, until).await?;
        sealed += records as u64;
        if !more {
            return Ok(sealed);
        }
    }
}

/// A record to be sealed, without number and digest, and the plans that it showed.
type Open = (audit_record::Model, Vec<PlanId>);

/// Seals a batch. How many records, and whether there may be more.
async fn seal_some(
    core: &Core,
    tenant: TenantId,
    horizon: i64,
    until: DateTime<Utc>,
) -> Result<(usize, bool), AuditError> {
    let mut txn = core.begin(tenant, Actor::default()).await?;
    let before = lock_head(&mut txn, tenant).await?;
    let mut head = before.clone();
    if head::is_changed(&core.secrets, &head)? {
        head::mend(&mut txn, &mut head, until).await?;
    }
    let events = store::list_unsealed(&*txn, &head, horizon, BATCH).await?;
    let mut reads = store::list_counted(&*txn, until, BATCH).await?;
    let mut ids: Vec<AuditRecordId> = reads.iter().map(|read| read.id).collect();
    let at_once = store::at_once(&*txn, &ids).await?;
    let more = events.len() == BATCH || reads.len() == BATCH || at_once < ids.len();
    reads.truncate(at_once);
    ids.truncate(at_once);
    if let Some(last) = events.last() {
        (head.sealed_position, head.sealed_event_id) = (last.position, last.id);
    }
    // From the first batch on, nothing is counted in a window that is being sealed.
    head.reads_sealed_until = head.reads_sealed_until.max(until);
    let mut shown: HashMap<AuditRecordId, Vec<PlanId>> = HashMap::new();
    for plan in store::list_plans(&*txn, &ids).await? {
        shown.entry(plan.record_id).or_default().push(plan.plan_id);
    }
    let changes = events.into_iter().filter(|event| event.event_type != store::sealed_type());
    let open =
        changes.map(|event| (of_event(tenant, event), Vec::new())).chain(reads.into_iter().map(|read| {
            let plans = shown.remove(&read.id).unwrap_or_default();
            (of_reads(read), plans)
        }));
    let records = chained(core, &mut head, open)?;
    let sealed = records.len();
    txn.insert_all(records).await?;
    store::delete_counted(&mut txn, &ids).await?;
    let announced = announce(&mut head, txn.now());
    if let Some(seal) = announced {
        txn.record(Event::AuditSealed(OfSeal(seal.signature)));
    }
    head.head_seal = Some(head::seal_of(&core.secrets, &head)?.to_string());
    txn.touch(before, head)?;
    txn.commit().await?;
    if let Some(seal) = announced {
        tracing::info!(%tenant, head = %seal.signature, "the audit log is sealed");
    }
    Ok((sealed, more))
}

/// Gives each record its number and its digest, and moves the head.
fn chained(
    core: &Core,
    head: &mut audit_head::Model,
    open: impl Iterator<Item = Open>,
) -> Result<Vec<audit_record::Model>, SealError> {
    open.map(|(mut record, plans)| {
        record.sequence = head.sequence + 1;
        let digest = chain::digest(&core.secrets, head.digest.as_deref(), &record, &plans)?.to_string();
        record.digest.clone_from(&digest);
        (head.sequence, head.digest) = (record.sequence, Some(digest));
        Ok(record)
    })
    .collect()
}

/// The digest of the last record, if it is to be given out.
fn announce(head: &mut audit_head::Model, now: DateTime<Utc>) -> Option<Seal> {
    let is_due = head.announced_at.is_none_or(|at| at + ANNOUNCE_EVERY <= now);
    if head.sequence == head.announced_sequence || !is_due {
        return None;
    }
    let seal = head.digest.as_deref()?.parse().ok()?;
    (head.announced_sequence, head.announced_at) = (head.sequence, Some(now));
    Some(seal)
}

/// Whether the audit log lists an event that is not in the change feed.
fn is_listed(event_type: &str) -> bool {
    EventType::of_audit_log().any(|each| each.about().name == event_type)
}

fn of_event(tenant: TenantId, event: store::Unsealed) -> audit_record::Model {
    let detail_digest =
        event.salt.zip(event.detail).map(|(salt, detail)| chain::salted_digest(&salt, &detail));
    audit_record::Model {
        tenant_id: tenant,
        id: event.id.0.into(),
        sequence: 0,
        at: event.occurred_at,
        actor_id: event.actor_id,
        link_id: event.link_id,
        client: event.client,
        action: event.action,
        subject: event.subject,
        held_right: None,
        request_id: event.request_id,
        count: 1,
        listed: event.in_feed || is_listed(&event.event_type),
        detail_digest,
        digest: String::new(),
    }
}

fn of_reads(reads: audit_read::Model) -> audit_record::Model {
    let audit_read::Model {
        tenant_id,
        id,
        window_at: _,
        at,
        actor_id,
        link_id,
        client,
        action,
        subject,
        held_right,
        count,
    } = reads;
    audit_record::Model {
        tenant_id,
        id,
        sequence: 0,
        at,
        actor_id,
        link_id,
        client,
        action,
        subject,
        held_right: Some(held_right),
        request_id: None,
        count,
        listed: true,
        detail_digest: None,
        digest: String::new(),
    }
}
