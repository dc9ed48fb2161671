//! Links between identities and people: what people see of theirs, and how a link ends, is restored and moved.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult};
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use crate::{
    db::{Conditions, Locked, Read},
    entity::{columns, identity, person},
    ids::{LinkId, PersonId},
    record::{Change, Event},
    secrets::SealError,
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
    let sql = "select i.id, coalesce(i.issuer, r.issuer) as issuer, i.linked_at, i.unlinked_at, i.unlinked_by, \
         i.reason from identities i left join realms r on r.name = i.realm \
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
    #[error("there is no person with this external_id")]
    NoPerson,
    #[error("another identity is linked to this person; HR can end that link")]
    Linked,
    #[error("the person was erased")]
    Erased,
    #[error(transparent)]
    Salt(#[from] SealError),
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
    let person = txn.row::<person::Entity>(ended.person_id).await?;
    if person.is_some_and(|person| person.erased_at.is_some()) {
        return Err(IdentityError::Erased);
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
    let detail = json!({"issuer": ended.issuer, "subject": ended.subject});
    end(txn, ended, after)?;
    txn.record_with(Event::PersonIdentityRestored(person), person, &detail)?;
    Ok(restored)
}

/// How the subjects of the new issuer are known.
#[derive(Debug)]
pub enum MoveBy {
    /// They are the same.
    Subject,
    /// The first identity of the new issuer that has the person's present user name (or address) links.
    UserName,
    /// A new subject for each old one.
    Subjects(HashMap<String, String>),
}

/// A link that moves to another issuer.
#[derive(Debug, PartialEq, Eq)]
pub struct Move {
    pub user_name: String,
    pub subject: String,
    pub to: Destination,
}

/// Where a link moves.
#[derive(Debug, PartialEq, Eq)]
pub enum Destination {
    /// To this subject of the new issuer.
    Subject(String),
    /// The next identity of the new issuer with the person's present name links.
    NextOfThatName,
    /// Nowhere: the file does not name its subject.
    Stays,
}

/// Moves the links of one realm to another, of a tenant. Nothing is set aside: the operator vouches that the people are
/// the same.
pub async fn move_links(
    txn: &mut Change,
    from: &str,
    (realm, issuer): (&str, &str),
    by: &MoveBy,
) -> Result<Vec<Move>, IdentityError> {
    #[derive(FromQueryResult)]
    struct Named {
        user_name: String,
    }
    let sql = format!("{} and i.realm = $2 and i.unlinked_at is null order by i.id", select());
    let links: Vec<identity::Model> = txn.list_for_update(&sql, [from.into()], "i", Locked::Wait).await?;
    let mut moves = Vec::with_capacity(links.len());
    for link in links {
        let name = "select user_name from people where tenant_id = $1 and id = $2";
        let name: Option<Named> = txn.find(name, [link.person_id.into()]).await?;
        let to = match by {
            MoveBy::Subject => Destination::Subject(link.subject.clone()),
            MoveBy::UserName => Destination::NextOfThatName,
            MoveBy::Subjects(subjects) => {
                subjects.get(&link.subject).map_or(Destination::Stays, |to| Destination::Subject(to.clone()))
            }
        };
        moves.push(Move {
            user_name: name.map(|name| name.user_name).unwrap_or_default(),
            subject: link.subject.clone(),
            to,
        });
        let Some(Move { to, .. }) = moves.last().filter(|each| each.to != Destination::Stays) else {
            continue;
        };
        let ended = identity::Model {
            unlinked_at: Some(txn.now()),
            reason: Some(format!("moved to {issuer}")),
            is_moved: true,
            ..link.clone()
        };
        let person = link.person_id;
        end(txn, link.clone(), ended)?;
        let detail = json!({"issuer": link.issuer, "subject": link.subject, "to": issuer});
        txn.record_with(Event::PersonIdentityMoved(person), person, &detail)?;
        txn.flush().await?;
        if let Destination::Subject(subject) = to {
            let live = identity::Model {
                id: txn.id(),
                realm: realm.to_owned(),
                subject: subject.clone(),
                issuer: Some(issuer.to_owned()),
                linked_at: txn.now(),
                ..link
            };
            txn.insert(live);
        } else {
            let pin = "update people set link_name = user_name_key, link_email = email_key \
                 where tenant_id = $1 and id = $2";
            txn.execute(pin, [person.into()]).await?;
        }
    }
    Ok(moves)
}

/// Links an identity to the person with this `external_id`, on the operator's word. Nothing is set aside.
pub async fn link(
    txn: &mut Change,
    external_id: &str,
    (realm, subject): (&str, &str),
    issuer: Option<&str>,
) -> Result<(), IdentityError> {
    #[derive(FromQueryResult)]
    struct Found {
        id: PersonId,
        erased_at: Option<DateTime<Utc>>,
    }
    let sql = "select p.id, p.erased_at from people p where p.tenant_id = $1 and p.external_id = $2";
    let found: Option<Found> = txn.find_for_update(sql, [external_id.into()], "p").await?;
    let Found { id: person, erased_at } = found.ok_or(IdentityError::NoPerson)?;
    if erased_at.is_some() {
        return Err(IdentityError::Erased);
    }
    if lock_live_link(txn, person).await?.is_some() {
        return Err(IdentityError::Linked);
    }
    let forget = "update people set link_name = null, link_email = null where tenant_id = $1 and id = $2";
    txn.execute(forget, [person.into()]).await?;
    let link = identity::Model {
        tenant_id: txn.tenant(),
        id: txn.id(),
        realm: realm.to_owned(),
        subject: subject.to_owned(),
        person_id: person,
        issuer: issuer.map(str::to_owned),
        linked_at: txn.now(),
        unlinked_at: None,
        unlinked_by: None,
        reason: None,
        blocked: false,
        is_moved: false,
        restored_at: None,
    };
    txn.insert(link);
    let detail = json!({"issuer": issuer, "subject": subject});
    txn.record_with(Event::PersonIdentityLinked(person), person, &detail)?;
    txn.changes_links();
    Ok(())
}

/// A link, as the operator's list shows it.
#[derive(Debug, FromQueryResult)]
pub struct ListedLink {
    pub id: LinkId,
    pub realm: String,
    pub subject: String,
    pub external_id: String,
    pub user_name: String,
    pub linked_at: DateTime<Utc>,
    pub unlinked_at: Option<DateTime<Utc>>,
    pub reason: Option<String>,
    /// How much is set aside under it.
    pub set_aside: i64,
}

/// The links of a tenant, or of the person with this `external_id`.
pub async fn list_all(db: &impl Read, external_id: Option<&str>) -> Result<Vec<ListedLink>, DbErr> {
    let select = "select i.id, i.realm, i.subject, p.external_id, p.user_name, i.linked_at, i.unlinked_at, i.reason, \
         (select count(*) from set_aside s where s.tenant_id = $1 and s.link_id = i.id) as set_aside \
         from identities i join people p on p.tenant_id = i.tenant_id and p.id = i.person_id \
         where i.tenant_id = $1";
    let mut sql = Conditions::new(select, []);
    sql.and_if("p.external_id = ?", external_id);
    sql.sql.push_str(" order by p.external_id, i.id");
    db.list(&sql.sql, sql.values).await
}
