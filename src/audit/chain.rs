//! The chain of digests. Pure: what a digest covers, and how one follows from the one before.

use sha2::{Digest as _, Sha256};

use crate::{
    entity::{audit_detail, audit_record},
    ids::PlanId,
    record::Seal,
    secrets::{Purpose, SealError, Secrets, hexadecimal},
};

/// What the digest of a record covers, after the digest before it: every column, and the plans that a list showed, in
/// order. JSON arrays cannot be read in two ways.
fn canonical(record: &audit_record::Model, plans: &[PlanId]) -> Result<String, serde_json::Error> {
    let audit_record::Model {
        tenant_id,
        id,
        sequence,
        at,
        actor_id,
        link_id,
        client,
        action,
        subject,
        held_right,
        request_id,
        count,
        listed,
        detail_digest,
        digest: _,
    } = record;
    let who = (actor_id, link_id, client, held_right, request_id);
    let what = (at.timestamp_micros(), action, subject, count, listed, detail_digest, plans);
    serde_json::to_string(&(tenant_id, id, sequence, who, what))
}

fn message(
    previous: Option<&str>,
    record: &audit_record::Model,
    plans: &[PlanId],
) -> Result<String, SealError> {
    let canonical = canonical(record, plans).map_err(|_| SealError::Invalid)?;
    Ok(format!("{}\n{canonical}", previous.unwrap_or_default()))
}

/// The digest of a record that follows the one with the digest `previous`.
pub fn digest(
    secrets: &Secrets,
    previous: Option<&str>,
    record: &audit_record::Model,
    plans: &[PlanId],
) -> Result<Seal, SealError> {
    let message = message(previous, record, plans)?;
    let signature =
        secrets.sign(Purpose::AuditChain, &[record.tenant_id.0.as_bytes()], message.as_bytes())?;
    Ok(Seal { sequence: record.sequence, signature })
}

/// Whether the digest of a record is right. Fails if the key of the digest is not known.
pub fn is_right(
    secrets: &Secrets,
    previous: Option<&str>,
    record: &audit_record::Model,
    plans: &[PlanId],
) -> Result<bool, SealError> {
    let Ok(seal) = record.digest.parse::<Seal>() else { return Ok(false) };
    let message = message(previous, record, plans)?;
    let context = [record.tenant_id.0.as_bytes() as &[u8]];
    let signed = secrets.has_signed(seal.signature, Purpose::AuditChain, &context, message.as_bytes())?;
    Ok(signed && seal.sequence == record.sequence)
}

/// The salted digest of what is personal in a record.
pub fn detail_digest(detail: &audit_detail::Model) -> String {
    salted_digest(&detail.salt, &detail.detail)
}

pub fn salted_digest(salt: &str, detail: &str) -> String {
    hexadecimal(&Sha256::digest(format!("{salt}\n{detail}")))
}
