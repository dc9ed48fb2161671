//! Links between identities and people: what people see of theirs, and how a link ends, is restored and moved.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    db::{Locked, Read},
    entity::{columns, identity},
    ids::{LinkId, PersonId},
    record::{Change, Event},
    set_aside::{self, Restored},
};

/// A link between an identity and the person. It holds until it is ended, and is kept for good.
#[derive(Debug, Serialize, FromQueryResult, ToSchema)]
pub struct IdentityLink {
    pub id: LinkId,
    /// The issuer of the identity's tokens, if known.
    #[schema(required, example = "https://id.example.com")]
    pub issuer: Option<String>,
    pub linked_at: DateTime<Utc>,
    /// Null while the link holds.
    #[schema(required)]
    pub unlinked_at: Option<DateTime<Utc>>,
    /// The HR admin who ended the link; null if it holds, or if the operator ended it.
    #[schema(required)]
    pub unlinked_by: Option<PersonId>,
    #[schema(required, max_length = 1000, example = "Ana has a new account")]
    pub reason: Option<String>,
}

/// Writes the end of a link.
pub fn end(txn: &mut Change, live: identity::Model, ended: identity::Model) -> Result<(), DbErr> {
    txn.touch(live, ended)?;
    txn.changes_links();
    Ok(())
}

/// Selects links; `$1` is the tenant. Append further conditions.
fn select() -> String {
    format!("select {} from identities i where i.tenant_id = $1", columns::<identity::Entity>("i"))
}

/// The links of a person, in the order of linking.
pub async fn list_links(db: &impl Read, person: PersonId) -> Result<Vec<IdentityLink>, DbErr> {
    let sql = "select i.id, coalesce(i.issuer, r.issuer) as issuer, i.linked_at, i.unlinked_at, i.unlinked_by, i.reason \
         from identities i left join realms r on r.name = i.realm \
         where i.tenant_id = $1 and i.person_id = $2 order by i.linked_at, i.id";
    db.list(sql, [person.into()]).await
}

/// The link that holds for a person, locked.
pub async fn lock_live_link(txn: &Change, person: PersonId) -> Result<Option<identity::Model>, DbErr> {
    let sql = format!("{} and i.person_id = $2 and i.unlinked_at is null", select());
    txn.find_for_update(&sql, [person.into()], "i").await
}

/// Why the operator's command is refused.
#[derive(Debug, thiserror::Error)]
pub enum IdentityError {
    #[error("there is no such link")]
    NoLink,
    #[error("the link holds; there is nothing to restore")]
    Live,
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Gives back what was set aside when `link` ended, to the identity that is linked to the person now. If there is none,
/// the identity of `link` is linked again.
pub async fn restore(txn: &mut Change, link: LinkId) -> Result<Restored, IdentityError> {
    let sql = format!("{} and i.id = $2", select());
    let ended: Vec<identity::Model> = txn.list_for_update(&sql, [link.into()], "i", Locked::Wait).await?;
    let ended = ended.into_iter().next().ok_or(IdentityError::NoLink)?;
    if ended.unlinked_at.is_none() {
        return Err(IdentityError::Live);
    }
    if lock_live_link(txn, ended.person_id).await?.is_none() {
        let (id, linked_at) = (txn.id(), txn.now());
        txn.insert(identity::Model {
            id,
            linked_at,
            unlinked_at: None,
            unlinked_by: None,
            reason: None,
            blocked: false,
            is_moved: false,
            restored_at: None,
            ..ended.clone()
        });
    }
    let restored = set_aside::restore(txn, link).await?;
    let person = ended.person_id;
    let after = identity::Model { restored_at: Some(txn.now()), ..ended.clone() };
    end(txn, ended, after)?;
    txn.record(Event::PersonIdentityRestored(person));
    Ok(restored)
}
