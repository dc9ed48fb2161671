//! Verification: reads a tenant's chain from its beginning, and finds the first record that is not as it was sealed.

use std::{collections::HashMap, fmt};

use super::{chain, head, retention, seal::AuditError, store};
use crate::{
    db::Read,
    entity::{audit_detail, audit_record},
    ids::{AuditRecordId, PlanId, TenantId},
    record::Seal,
    secrets::{Secrets, Signature},
    state::Core,
};

/// How many records are read at a time.
const PAGE: usize = 1000;

/// What is wrong with a chain, and at which record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Changed(i64),
    Deleted(i64),
    Inserted(i64),
    Reordered(i64),
    /// The chain ends at the first, and reached the second.
    CutOff(i64, i64),
    /// The last digest is not that of the last record.
    HeadChanged,
    /// The row that says how far the log is sealed is not as the service wrote it.
    HeadMoved,
    /// There are records, but not the row that names the last one.
    HeadMissing,
    /// Records before the checkpoint were deleted, not by the retention.
    CheckpointChanged,
    /// No record has the given digest.
    NotTheGiven,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Changed(number) => write!(f, "record {number} was changed"),
            Self::Deleted(number) => write!(f, "record {number} was deleted"),
            Self::Inserted(number) => write!(f, "record {number} was inserted"),
            Self::Reordered(number) => write!(f, "record {number} was moved: the order was changed"),
            Self::CutOff(last, reached) => write!(
                f,
                "the log ends at record {last}, and had reached {reached}: records were cut off, or an older backup \
                 was restored"
            ),
            Self::HeadChanged => write!(f, "the digest of the last record was changed"),
            Self::HeadMoved => write!(
                f,
                "the row that says how far the log is sealed was changed: changes or reads may be kept out of it"
            ),
            Self::HeadMissing => write!(f, "there are records, but the row that names the last one is gone"),
            Self::CheckpointChanged => write!(
                f,
                "the checkpoint was changed: records at the beginning were deleted, and not by the retention"
            ),
            Self::NotTheGiven => write!(
                f,
                "no record has the given digest: records were cut off at the end, an older backup was restored, or the \
                 retention has deleted the record"
            ),
        }
    }
}

/// A chain that is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    pub records: u64,
    /// Records whose personal part was erased.
    pub erased: u64,
    /// The digest of the last record; none if there is none.
    pub head: Option<String>,
}

/// Verifies the audit log of a tenant; `known` is a digest that was given out before. `report` is told how many records
/// have been verified.
pub async fn verify(
    core: &Core,
    tenant: TenantId,
    known: Option<Signature>,
    mut report: impl FnMut(u64),
) -> Result<Result<Verified, Fault>, AuditError> {
    let db = core.db.reader(tenant);
    // The head first: what is sealed meanwhile comes after it.
    let Some(head) = store::find_head(&db).await? else {
        if !store::list_sealed(&db, 0, 1).await?.is_empty() {
            return Ok(Err(Fault::HeadMissing));
        }
        let nothing = Verified { records: 0, erased: 0, head: None };
        return Ok(if known.is_some() { Err(Fault::NotTheGiven) } else { Ok(nothing) });
    };
    if !retention::is_checkpoint_right(&core.secrets, &head)? {
        return Ok(Err(Fault::CheckpointChanged));
    }
    let mut walk = Walk {
        secrets: &core.secrets,
        last: head.checkpoint_sequence,
        digest: head.checkpoint_digest.clone(),
        erased: 0,
    };
    let start = walk.last;
    let is_known = |digest: Option<&str>| {
        let signature = digest.and_then(|digest| digest.parse::<Seal>().ok()).map(|seal| seal.signature);
        known.is_some() && signature == known
    };
    let mut found = known.is_none() || is_known(walk.digest.as_deref());
    let mut verified = 0;
    loop {
        let records = store::list_sealed(&db, walk.last, PAGE).await?;
        let ids: Vec<AuditRecordId> = records.iter().map(|record| record.id).collect();
        let at_once = store::at_once(&db, &ids).await?.max(1);
        for (records, ids) in records.chunks(at_once).zip(ids.chunks(at_once)) {
            let mut parts = Parts::read(&db, ids).await?;
            for record in records {
                if record.sequence > head.sequence && head.digest != walk.digest {
                    return Ok(Err(Fault::HeadChanged));
                }
                if let Some(fault) = walk.step(&db, record, &mut parts, head.sequence).await? {
                    return Ok(Err(fault));
                }
                found |= is_known(Some(&record.digest));
                verified += 1;
            }
        }
        report(verified);
        if records.len() < PAGE {
            break;
        }
    }
    let Walk { last, digest, erased, .. } = walk;
    if last < head.sequence {
        return Ok(Err(Fault::CutOff(last, head.sequence)));
    }
    if last == head.sequence && digest != head.digest {
        return Ok(Err(Fault::HeadChanged));
    }
    if !head::is_right(&core.secrets, &head)? {
        return Ok(Err(Fault::HeadMoved));
    }
    if !found {
        return Ok(Err(Fault::NotTheGiven));
    }
    debug_assert_eq!(u64::try_from(last - start), Ok(verified));
    let head = digest.and_then(|digest| digest.parse::<Seal>().ok()).map(|seal| seal.signature.to_string());
    Ok(Ok(Verified { records: verified, erased, head }))
}

/// What belongs to the records of a page.
struct Parts {
    plans: HashMap<AuditRecordId, Vec<PlanId>>,
    details: HashMap<AuditRecordId, audit_detail::Model>,
}

impl Parts {
    async fn read(db: &impl Read, ids: &[AuditRecordId]) -> Result<Self, AuditError> {
        let mut plans: HashMap<_, Vec<PlanId>> = HashMap::new();
        for shown in store::list_plans(db, ids).await? {
            plans.entry(shown.record_id).or_default().push(shown.plan_id);
        }
        let details = store::list_details(db, ids).await?;
        Ok(Self { plans, details: details.into_iter().map(|detail| (detail.record_id, detail)).collect() })
    }
}

/// How far the chain has been verified.
struct Walk<'a> {
    secrets: &'a Secrets,
    last: i64,
    digest: Option<String>,
    erased: u64,
}

impl Walk<'_> {
    /// Verifies the next record; what is wrong with it.
    async fn step(
        &mut self,
        db: &impl Read,
        record: &audit_record::Model,
        parts: &mut Parts,
        head: i64,
    ) -> Result<Option<Fault>, AuditError> {
        let expected = self.last + 1;
        let plans = parts.plans.remove(&record.id).unwrap_or_default();
        let is_next = record.sequence == expected;
        if !is_next || !chain::is_right(self.secrets, self.digest.as_deref(), record, &plans)? {
            return classify(db, record, expected, head).await.map(Some);
        }
        match (&record.detail_digest, parts.details.remove(&record.id)) {
            (Some(digest), Some(detail)) if *digest != chain::detail_digest(&detail) => {
                return Ok(Some(Fault::Changed(expected)));
            }
            (Some(_), None) => self.erased += 1,
            _ => {}
        }
        self.last = expected;
        self.digest = Some(record.digest.clone());
        Ok(None)
    }
}

/// What was done to a record that is not the one `expected`. A digest names the number that its record had.
async fn classify(
    db: &impl Read,
    record: &audit_record::Model,
    expected: i64,
    head: i64,
) -> Result<Fault, AuditError> {
    let own = record.digest.parse::<Seal>().ok().map(|seal| seal.sequence);
    let elsewhere = store::count_digests(db, expected, record.sequence).await? > 0;
    Ok(match own {
        _ if record.sequence > head => Fault::Inserted(record.sequence),
        Some(own) if record.sequence == expected && own == expected && !elsewhere => Fault::Changed(expected),
        Some(own) if own > expected && elsewhere => Fault::Reordered(expected),
        _ if elsewhere => Fault::Inserted(expected),
        Some(own) if own != expected => Fault::Deleted(expected),
        _ if record.sequence != expected => Fault::Deleted(expected),
        _ => Fault::Changed(expected),
    })
}
