//! The head of a chain: the row that says how far a tenant's log is sealed. The service signs it. By moving it, someone
//! could keep a change out of the log, which would lie before the last one sealed, or reads, which would count in a
//! window that is never over.

use chrono::{DateTime, Utc};
use sea_orm::DbErr;

use super::store;
use crate::{
    entity::audit_head,
    ids::EventId,
    reads::first_head,
    record::{Change, Event, OfAuditLog},
    secrets::{Purpose, SealError, Secrets, Signature},
};

/// What the signature covers: every column but those of the checkpoint, which has its own.
fn message(head: &audit_head::Model) -> String {
    let audit_head::Model {
        tenant_id: _,
        sealed_position,
        sealed_event_id,
        reads_sealed_until,
        sequence,
        digest,
        announced_sequence,
        announced_at,
        checkpoint_sequence: _,
        checkpoint_digest: _,
        checkpoint_seal: _,
        head_seal: _,
    } = head;
    let until = reads_sealed_until.timestamp_micros();
    let digest = digest.as_deref().unwrap_or_default();
    let announced_at = announced_at.map_or(0, |at| at.timestamp_micros());
    format!(
        "head\n{sealed_position}\n{sealed_event_id}\n{until}\n{sequence}\n{digest}\n\
         {announced_sequence}\n{announced_at}"
    )
}

pub fn seal_of(secrets: &Secrets, head: &audit_head::Model) -> Result<Signature, SealError> {
    secrets.sign(Purpose::AuditChain, &[head.tenant_id.0.as_bytes()], message(head).as_bytes())
}

/// Whether the service wrote the head. Fails if the key of its signature is not known.
pub fn is_right(secrets: &Secrets, head: &audit_head::Model) -> Result<bool, SealError> {
    let Some(seal) = &head.head_seal else { return Ok(*head == first_head(head.tenant_id)) };
    let Ok(signature) = seal.parse() else { return Ok(false) };
    let context = [head.tenant_id.0.as_bytes() as &[u8]];
    secrets.has_signed(signature, Purpose::AuditChain, &context, message(head).as_bytes())
}

/// Whether a head cannot be relied on: one that is signed with a key that is not known could be anyone's.
pub fn is_changed(secrets: &Secrets, head: &audit_head::Model) -> Result<bool, SealError> {
    match is_right(secrets, head) {
        Err(SealError::UnknownKey(_)) => Ok(true),
        is_right => Ok(!is_right?),
    }
}

/// Sets a head that was changed as the records say: they end at the last one, and the events after the last one among
/// them are to be sealed, which are kept until then. Reads that were counted in a window to come are sealed with those
/// of the present one, which begins at `window`. The audit log gets a record of it.
pub async fn mend(
    txn: &mut Change,
    head: &mut audit_head::Model,
    window: DateTime<Utc>,
) -> Result<(), DbErr> {
    tracing::error!(
        tenant = %head.tenant_id,
        "the row that says how far the audit log is sealed was changed; it is set again by the records"
    );
    let last = store::find_last(&**txn).await?;
    (head.sequence, head.digest) = match last {
        Some(last) => (last.sequence, Some(last.digest)),
        None => (head.checkpoint_sequence, head.checkpoint_digest.clone()),
    };
    let sealed = store::find_last_sealed_event(&**txn).await?;
    (head.sealed_position, head.sealed_event_id) =
        sealed.map_or((0, EventId(uuid::Uuid::nil())), |event| (event.position, event.id));
    head.reads_sealed_until = window;
    store::count_in(txn, window).await?;
    (head.announced_sequence, head.announced_at) = (0, None);
    txn.record(Event::AuditHeadRestored(OfAuditLog));
    Ok(())
}
