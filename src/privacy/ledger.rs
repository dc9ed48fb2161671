//! The ledger: what a restored backup must forget again, or must keep. Erasures, links that have ended and legal holds
//! stand in the database, which a backup takes back to an earlier state; so their list is taken from the database that
//! is replaced, or from a file.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult};
use serde::{Deserialize, Serialize};

use super::erase::{self, Order};
use crate::{
    auth::{Actor, links::is_refused_subject},
    db::{Crossing, Database, Read as _},
    entity::{columns, erasure, erasure::ErasureReason, identity, legal_hold, person, tenant},
    ids::{ErasureId, LinkId, PersonId, TenantId},
    people::identities,
    record::Event,
    set_aside,
    state::Core,
};

/// The migration that added erasures.
const ERASURES_SINCE: &str = "m20261127_000240_erasure";

/// One line of the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Entry {
    /// A person was erased.
    Erasure(Erased),
    /// A tenant was deleted.
    Tenant { id: TenantId, deleted_at: DateTime<Utc> },
    /// The link of an identity has ended.
    Unlink(EndedLink),
    /// There is a legal hold.
    Hold(PlacedHold),
    /// A legal hold was released.
    Release(ReleasedHold),
}

/// A person who was erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erased {
    pub tenant_id: TenantId,
    pub id: ErasureId,
    pub person_id: PersonId,
    pub reason: ErasureReason,
    pub erased_at: DateTime<Utc>,
    pub erased_by: Option<PersonId>,
}

/// A legal hold. The reason is there because HR has to know it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacedHold {
    pub tenant_id: TenantId,
    pub person_id: PersonId,
    pub reason: String,
    pub placed_at: DateTime<Utc>,
    pub placed_by: Option<PersonId>,
}

/// A legal hold that was released. `placed_at` is that of its last reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReleasedHold {
    pub tenant_id: TenantId,
    pub person_id: PersonId,
    pub placed_at: DateTime<Utc>,
    pub released_at: DateTime<Utc>,
}

/// A link that has ended. The subject is there because a backup from before the link does not know it, and the identity
/// must stay refused; once the person is erased, a digest of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndedLink {
    pub tenant_id: TenantId,
    pub id: LinkId,
    pub person_id: PersonId,
    pub realm: String,
    pub subject: String,
    pub issuer: Option<String>,
    pub linked_at: DateTime<Utc>,
    pub unlinked_at: DateTime<Utc>,
    pub unlinked_by: Option<PersonId>,
    pub blocked: bool,
    pub is_moved: bool,
    pub restored_at: Option<DateTime<Utc>>,
}

/// What [`replay`] did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Replayed {
    pub erased: usize,
    pub unlinked: usize,
    pub deleted_tenants: usize,
    pub held: usize,
    pub released: usize,
    /// Entries that the database knew, or whose person it does not have.
    pub unchanged: usize,
}

/// The ledger of all tenants of a database.
pub async fn read(db: &Database) -> Result<Vec<Entry>, DbErr> {
    let steps = db.migration_status().await?;
    let mut entries = Vec::new();
    // A database of an earlier release has no ledger; its successor reads it after `migrate up`.
    if !steps.iter().any(|(step, taken)| *taken && step == ERASURES_SINCE) {
        return Ok(entries);
    }
    #[derive(FromQueryResult)]
    struct Deleted {
        id: TenantId,
        deleted_at: DateTime<Utc>,
    }
    let deleted = "select id, deleted_at from deleted_tenants order by deleted_at, id";
    let deleted: Vec<Deleted> = db.query_all_tenants(Crossing::DeletedTenants, deleted, []).await?;
    entries.extend(deleted.into_iter().map(|Deleted { id, deleted_at }| Entry::Tenant { id, deleted_at }));
    for tenant in db.tenants().await? {
        let db = db.reader(tenant);
        let e = columns::<erasure::Entity>("e");
        let sql = format!("select {e} from erasures e where e.tenant_id = $1 order by e.id");
        let erasures: Vec<erasure::Model> = db.list(&sql, []).await?;
        let erased: HashSet<PersonId> = erasures.iter().map(|erasure| erasure.person_id).collect();
        entries.extend(erasures.into_iter().map(|erasure| {
            let erasure::Model { tenant_id, id, person_id, reason, erased_at, erased_by, counts: _ } =
                erasure;
            Entry::Erasure(Erased { tenant_id, id, person_id, reason, erased_at, erased_by })
        }));
        let l = columns::<identity::Entity>("l");
        let sql = format!(
            "select {l} from identities l where l.tenant_id = $1 and l.unlinked_at is not null order by l.id"
        );
        let links: Vec<identity::Model> = db.list(&sql, []).await?;
        let is_known =
            |link: &identity::Model| !erased.contains(&link.person_id) || is_refused_subject(&link.subject);
        entries.extend(links.into_iter().filter(is_known).filter_map(unlink));
        let h = columns::<legal_hold::Entity>("h");
        let sql = format!("select {h} from legal_holds h where h.tenant_id = $1 order by h.person_id");
        let holds: Vec<legal_hold::Model> = db.list(&sql, []).await?;
        entries.extend(holds.into_iter().map(|hold| {
            let legal_hold::Model { tenant_id, person_id, reason, placed_at, placed_by, released_at } = hold;
            match released_at {
                None => Entry::Hold(PlacedHold { tenant_id, person_id, reason, placed_at, placed_by }),
                Some(released_at) => {
                    Entry::Release(ReleasedHold { tenant_id, person_id, placed_at, released_at })
                }
            }
        }));
    }
    Ok(entries)
}

fn unlink(link: identity::Model) -> Option<Entry> {
    let identity::Model {
        tenant_id,
        id,
        realm,
        subject,
        person_id,
        issuer,
        linked_at,
        unlinked_at,
        unlinked_by,
        reason: _,
        blocked,
        is_moved,
        restored_at,
    } = link;
    let unlinked_at = unlinked_at?;
    Some(Entry::Unlink(EndedLink {
        tenant_id,
        id,
        person_id,
        realm,
        subject,
        issuer,
        linked_at,
        unlinked_at,
        unlinked_by,
        blocked,
        is_moved,
        restored_at,
    }))
}

/// Erases, unlinks, holds and releases again what a database does not know of, one transaction for each entry.
/// Replaying twice changes nothing the second time.
pub async fn replay(core: &Core, entries: &[Entry]) -> Result<Replayed, DbErr> {
    let mut replayed = Replayed::default();
    for entry in entries {
        let (done, count) = match entry {
            Entry::Erasure(erased) => (erase_again(core, erased).await?, &mut replayed.erased),
            Entry::Tenant { id, deleted_at } => {
                (delete_again(core, *id, *deleted_at).await?, &mut replayed.deleted_tenants)
            }
            Entry::Unlink(link) => (unlink_again(core, link.clone()).await?, &mut replayed.unlinked),
            Entry::Hold(hold) => (hold_again(core, hold.clone()).await?, &mut replayed.held),
            Entry::Release(release) => (release_again(core, release).await?, &mut replayed.released),
        };
        *(if done { count } else { &mut replayed.unchanged }) += 1;
    }
    Ok(replayed)
}

async fn delete_again(core: &Core, tenant: TenantId, deleted_at: DateTime<Utc>) -> Result<bool, DbErr> {
    let known = core.db.reader(tenant).row::<tenant::Entity>(()).await?;
    // One that was added again later is another customer's, or that of the same one who has come back.
    if known.is_none_or(|tenant| tenant.created_at > deleted_at) {
        return Ok(false);
    }
    super::tenant::delete_rows(core, tenant, |_, _| {}).await?;
    Ok(true)
}

async fn erase_again(core: &Core, erased: &Erased) -> Result<bool, DbErr> {
    let Erased { tenant_id, id, person_id, reason, erased_at, erased_by } = erased;
    let mut txn = core.begin(*tenant_id, Actor::default()).await?;
    let Some(person) = txn.row_for_update::<person::Entity>(*person_id).await? else { return Ok(false) };
    if erase::find(&txn, person.id).await?.is_some() {
        return Ok(false);
    }
    let order = Order { id: *id, reason: *reason, erased_at: *erased_at, erased_by: *erased_by };
    // A hold that the backup has was released since, or the person could not have been erased.
    erase::carry_out(&mut txn, &core.secrets, &person, order).await?;
    txn.commit().await?;
    Ok(true)
}

/// Places a hold again, or gives it the later reason. One that is known to have been released since stays released.
async fn hold_again(core: &Core, hold: PlacedHold) -> Result<bool, DbErr> {
    let PlacedHold { tenant_id, person_id, reason, placed_at, placed_by } = hold;
    let mut txn = core.begin(tenant_id, Actor::default()).await?;
    let person = txn.row_for_update::<person::Entity>(person_id).await?;
    if person.is_none_or(|person| person.erased_at.is_some()) {
        return Ok(false);
    }
    let placed = legal_hold::Model { tenant_id, person_id, reason, placed_at, placed_by, released_at: None };
    match txn.row_for_update::<legal_hold::Entity>(person_id).await? {
        Some(known) if known.placed_at >= placed_at => return Ok(false),
        Some(known) => txn.touch(known, placed)?,
        None => txn.insert(placed),
    }
    txn.record(Event::LegalHoldPlaced(person_id));
    txn.commit().await?;
    Ok(true)
}

/// Releases a hold that the backup has. Without one, notes the release, so that an older ledger does not place the
/// hold.
async fn release_again(core: &Core, release: &ReleasedHold) -> Result<bool, DbErr> {
    let ReleasedHold { tenant_id, person_id, placed_at, released_at } = *release;
    let mut txn = core.begin(tenant_id, Actor::default()).await?;
    let person = txn.row_for_update::<person::Entity>(person_id).await?;
    if person.is_none_or(|person| person.erased_at.is_some()) {
        return Ok(false);
    }
    let known = txn.row_for_update::<legal_hold::Entity>(person_id).await?;
    let stands = known.as_ref().is_some_and(legal_hold::Model::stands);
    let released = legal_hold::Model {
        tenant_id,
        person_id,
        reason: String::new(),
        placed_at,
        placed_by: known.as_ref().and_then(|hold| hold.placed_by),
        released_at: Some(released_at),
    };
    match known {
        // Another hold, placed since; or this release.
        Some(known) if known.placed_at > placed_at || known == released => return Ok(false),
        Some(known) => txn.touch(known, released)?,
        None => txn.insert(released),
    }
    if stands {
        txn.record(Event::LegalHoldReleased(person_id));
    }
    txn.commit().await?;
    Ok(true)
}

async fn unlink_again(core: &Core, link: EndedLink) -> Result<bool, DbErr> {
    let EndedLink {
        tenant_id,
        id,
        person_id,
        realm,
        subject,
        issuer,
        linked_at,
        unlinked_at,
        unlinked_by,
        blocked,
        is_moved,
        restored_at,
    } = link;
    let mut txn = core.begin(tenant_id, Actor::default()).await?;
    let Some(person) = txn.row_for_update::<person::Entity>(person_id).await? else { return Ok(false) };
    let ended = identity::Model {
        tenant_id,
        id,
        realm,
        subject,
        person_id,
        issuer,
        linked_at,
        unlinked_at: Some(unlinked_at),
        unlinked_by,
        reason: None,
        blocked,
        is_moved,
        restored_at,
    };
    let is_refused = is_refused_subject(&ended.subject);
    match txn.row_for_update::<identity::Entity>(id).await? {
        // Its person was erased again just now, without the key for the digest.
        Some(known) if known.unlinked_at.is_some() && is_refused && known.subject != ended.subject => {
            identities::end(&mut txn, known, ended)?;
        }
        Some(known) if known.unlinked_at.is_some() => return Ok(false),
        Some(live) => {
            // What the operator has given back, or has moved with the identity, stays the person's.
            if !is_moved && restored_at.is_none() {
                let (ids, now) = (txn.ids().clone(), txn.now());
                set_aside::sweep(&mut txn, &ids, person.id, id, now).await?;
            }
            let ended = identity::Model { reason: live.reason.clone(), ..ended };
            identities::end(&mut txn, live, ended)?;
        }
        None if person.erased_at.is_none() || is_refused => txn.insert(ended),
        None => return Ok(false),
    }
    txn.commit().await?;
    Ok(true)
}
