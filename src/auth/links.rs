//! Links between identities and people: queries, and the making of a link.
//!
//! One live link per identity and per person is a matter of two unique indexes, so concurrent first calls need no more
//! than to see who was first.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use sea_orm::{DbErr, FromQueryResult, Value};

use super::claims::Claims;
use crate::{
    config::PersonMatch,
    db::{Conditions, Constraint, Database, Locked, Read},
    entity::{identity, tenant},
    ids::{Ids, LinkId, PersonId, TenantId},
    secrets::{Purpose, SealError, Secrets},
    set_aside,
};

/// What requests need to know of the person who sends them.
#[derive(Clone, Copy, Debug)]
pub struct Person {
    pub id: PersonId,
    pub link: LinkId,
    pub zone: Tz,
    pub active: bool,
}

/// The live link of an identity, or the ended one for which it is refused.
#[derive(Debug, FromQueryResult)]
pub struct LinkRow {
    link_id: LinkId,
    pub unlinked_at: Option<DateTime<Utc>>,
    id: PersonId,
    time_zone: String,
    active: bool,
    pub opened_at: Option<DateTime<Utc>>,
}

impl LinkRow {
    pub fn person(&self) -> Person {
        let zone = self.time_zone.parse().unwrap_or(Tz::UTC);
        Person { id: self.id, link: self.link_id, zone, active: self.active }
    }
}

/// An active person whom an identity may link to.
#[derive(Debug, FromQueryResult)]
pub struct Candidate {
    pub id: PersonId,
    /// The person's live link.
    pub linked_by: Option<LinkId>,
}

/// What an identity that is not linked looks for.
pub struct Match {
    condition: &'static str,
    value: Value,
}

impl Match {
    /// None if no one can have this value. `name` is as names are compared.
    ///
    /// Who was there before there were links has a `link_name`: until the first link, the names of that day decide,
    /// whatever the directory says since. External ids and ids do not change.
    pub fn of(field: PersonMatch, name: &str) -> Option<Self> {
        let condition = match field {
            PersonMatch::UserName => "(p.link_name is null and p.user_name_key = $2 or p.link_name = $2)",
            PersonMatch::Email => {
                "(p.link_name is null and p.email_key = $2 or p.link_name is not null and p.link_email = $2)"
            }
            PersonMatch::ExternalId => "p.external_id_key = $2",
            PersonMatch::Id => {
                let id: PersonId = name.parse().ok()?;
                return Some(Self { condition: "p.id = $2", value: id.into() });
            }
        };
        Some(Self { condition, value: name.into() })
    }

    /// Selects at most two, those who are not linked first: what two of them share is no one's.
    fn select(&self) -> String {
        format!(
            "select p.id, l.id as linked_by from people p \
             left join identities l on l.tenant_id = p.tenant_id and l.person_id = p.id and l.unlinked_at is null \
             where p.tenant_id = $1 and p.active and {} order by case when l.id is null then 0 else 1 end limit 2",
            self.condition
        )
    }
}

/// The link that decides about an identity. A live one comes before one that has ended.
pub async fn find(
    db: &Database,
    secrets: &Secrets,
    tenant: TenantId,
    realm: &str,
    subject: &str,
) -> Result<Option<LinkRow>, DbErr> {
    let select = "select i.id as link_id, i.unlinked_at, p.id, p.time_zone, p.active, t.opened_at from identities i \
         join people p on p.tenant_id = i.tenant_id and p.id = i.person_id join tenants t on t.id = i.tenant_id \
         where i.tenant_id = $1 and i.realm = $2 and (i.unlinked_at is null or i.blocked)";
    let mut sql = Conditions::new(select, [realm.into()]);
    let refused = refused_subjects(secrets, tenant, realm, subject);
    let refused = refused.map_err(|error| DbErr::Custom(error.to_string()))?;
    sql.and_one_of("i.subject", std::iter::once(subject.to_owned()).chain(refused));
    sql.sql.push_str(" order by case when i.unlinked_at is null then 0 else 1 end limit 1");
    db.reader(tenant).find(&sql.sql, sql.values).await
}

/// How the subject of an identity begins that stays refused although its person was erased.
const REFUSED: &str = "refused.";

fn context<'a>(tenant: &'a TenantId, realm: &'a str) -> [&'a [u8]; 2] {
    [tenant.0.as_bytes(), realm.as_bytes()]
}

/// What stands in the place of the subject of such an identity: an HMAC of it with the server's key.
pub fn refused_subject(
    secrets: &Secrets,
    tenant: TenantId,
    realm: &str,
    subject: &str,
) -> Result<String, SealError> {
    let digest = secrets.sign(Purpose::RefusedIdentity, &context(&tenant, realm), subject.as_bytes())?;
    Ok(format!("{REFUSED}{digest}"))
}

/// What may stand in the place of the subject of such an identity, by each key.
pub fn refused_subjects(
    secrets: &Secrets,
    tenant: TenantId,
    realm: &str,
    subject: &str,
) -> Result<Vec<String>, SealError> {
    let digests =
        secrets.sign_with_each(Purpose::RefusedIdentity, &context(&tenant, realm), subject.as_bytes())?;
    Ok(digests.iter().map(|digest| format!("{REFUSED}{digest}")).collect())
}

/// The id of the key with which the subject of such an identity was replaced; none for other subjects.
pub fn key_of_refused(subject: &str) -> Option<&str> {
    subject.strip_prefix(REFUSED)?.split('.').next()
}

/// Whether a stored subject is that of such an identity.
pub fn is_refused_subject(subject: &str) -> bool {
    subject.starts_with(REFUSED)
}

/// The active people whom an identity may link to, and who is linked already.
pub async fn list_matches(db: &impl Read, wanted: &Match) -> Result<Vec<Candidate>, DbErr> {
    db.list(&wanted.select(), [wanted.value.clone()]).await
}

/// The one person whom an identity means: the only match that is not linked, or else one that is. None if several are
/// not linked, or no one matches.
pub fn only(matches: &[Candidate]) -> Option<&Candidate> {
    match matches {
        [_, second] if second.linked_by.is_none() => None,
        _ => matches.first(),
    }
}

/// Links an identity to the one person it matches, unless that has changed meanwhile or another call was faster.
pub async fn create(
    db: &Database,
    ids: &Ids,
    tenant: TenantId,
    (realm, claims): (&str, &Claims),
    wanted: &Match,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let mut txn = db.begin(tenant).await?;
    let matches: Vec<Candidate> =
        txn.list_for_update(&wanted.select(), [wanted.value.clone()], "p", Locked::Wait).await?;
    let Some(id) = only(&matches).filter(|person| person.linked_by.is_none()).map(|person| person.id) else {
        // Another call of the group may have made the link in this transaction: wait until it is committed.
        return txn.commit().await;
    };
    // What the earlier identity may still have written while other processes remembered its link.
    let ended = "select id, is_moved from identities where tenant_id = $1 and person_id = $2 \
         and unlinked_at is not null order by unlinked_at desc, id desc limit 1";
    if let Some(Ended { id: ended, is_moved: false }) = txn.find(ended, [id.into()]).await? {
        set_aside::sweep(&mut txn, ids, id, ended, now).await?;
    }
    let forget = "update people set link_name = null, link_email = null where tenant_id = $1 and id = $2";
    txn.execute(forget, [id.into()]).await?;
    txn.insert(identity::Model {
        tenant_id: tenant,
        id: ids.next(),
        realm: realm.to_owned(),
        subject: claims.subject.clone(),
        person_id: id,
        issuer: claims.issuer.clone(),
        linked_at: now,
        unlinked_at: None,
        unlinked_by: None,
        reason: None,
        blocked: false,
        is_moved: false,
        restored_at: None,
    });
    match txn.commit().await {
        Err(error) if is_taken(&error) => Ok(()),
        outcome => outcome,
    }
}

/// Whether the identity or the person has a live link already.
pub fn is_taken(error: &DbErr) -> bool {
    let violated = Constraint::violated(error);
    matches!(violated, Some(Constraint::IdentityLinkedOnce | Constraint::PersonLinkedOnce))
}

#[derive(FromQueryResult)]
struct Ended {
    id: LinkId,
    is_moved: bool,
}

/// Whether an HR admin who is not in the directory may still import people.
pub async fn is_unopened(db: &Database, tenant: TenantId) -> Result<bool, DbErr> {
    let row = db.reader(tenant).row::<tenant::Entity>(()).await?;
    Ok(row.is_none_or(|tenant| tenant.opened_at.is_none()))
}

/// Ends the first hour of a tenant.
pub async fn open_tenant(db: &Database, tenant: TenantId, now: DateTime<Utc>) -> Result<(), DbErr> {
    set_opened_at(db, tenant, |earlier| earlier.or(Some(now))).await.map(drop)
}

/// Begins the first hour of a tenant again; false if there is no such tenant.
pub async fn reopen_tenant(db: &Database, tenant: TenantId) -> Result<bool, DbErr> {
    set_opened_at(db, tenant, |_| None).await
}

async fn set_opened_at(
    db: &Database,
    tenant: TenantId,
    opened_at: impl FnOnce(Option<DateTime<Utc>>) -> Option<DateTime<Utc>>,
) -> Result<bool, DbErr> {
    let mut txn = db.begin(tenant).await?;
    let Some(before) = txn.row_for_update::<tenant::Entity>(()).await? else { return Ok(false) };
    let after = tenant::Model { opened_at: opened_at(before.opened_at), ..before.clone() };
    txn.touch(before, after)?;
    txn.commit().await?;
    Ok(true)
}
