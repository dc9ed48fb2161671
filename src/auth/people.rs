//! Finds out who an identity is, and remembers it for some seconds.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use chrono::{DateTime, Duration, Utc};
use quick_cache::sync::Cache;
use sea_orm::DbErr;

use super::{
    claims::{Claims, PersonName},
    error::Stranger,
    links::{self, Match, Person},
};
use crate::{
    clock::Clock,
    config::PersonMatch,
    db::Database,
    ids::{Ids, TenantId},
    secrets::Secrets,
};

/// Maximum age of a cached caller. Another process may change the person or the link in this time.
const MAX_AGE: Duration = Duration::seconds(5);
/// How many callers are remembered.
const CAPACITY: usize = 20_000;

/// Counts the changes of people and their links that this process has committed, so that callers read before are read
/// again. Clones share the count.
#[derive(Clone, Debug, Default)]
pub struct PeopleGeneration(Arc<AtomicU64>);

impl PeopleGeneration {
    /// To be called after each commit that changed people or links.
    pub fn advance(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    /// The present count. Read it before what is remembered.
    pub fn current(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// Who an identity is.
#[derive(Clone, Copy, Debug)]
pub enum Found {
    /// A person, to whom the identity is linked.
    Person(Person),
    /// A service: the token says so, and the identity is linked to no person.
    Service,
    /// No one, for this reason.
    Stranger(Stranger),
    /// A service's token of an identity that is a person's, or a person's second identity.
    Conflict,
    /// An identity whose link was ended by HR or the operator.
    Unlinked,
}

/// How the identities of an issuer become people.
#[derive(Clone, Copy, Debug)]
pub struct LinkRule {
    /// The field of people that is compared with the token's claim.
    pub field: PersonMatch,
    /// Whether an identity that is not linked yet may link to the person it names.
    pub by_name: bool,
}

/// The callers of all tenants, by realm and subject.
pub struct People {
    db: Database,
    clock: Clock,
    ids: Ids,
    secrets: Secrets,
    generation: PeopleGeneration,
    cache: Cache<(TenantId, Arc<str>, String), Cached>,
}

#[derive(Clone)]
struct Cached {
    found: Found,
    /// What the token said about the caller. It decides until there is a link.
    said: (bool, PersonName),
    read_at: DateTime<Utc>,
    generation: u64,
}

impl People {
    pub fn new(db: Database, clock: Clock, ids: Ids, secrets: Secrets, generation: PeopleGeneration) -> Self {
        Self { db, clock, ids, secrets, generation, cache: Cache::new(CAPACITY) }
    }

    /// Who the identity is, at most five seconds old. Links an identity that matches an active person for the first
    /// time, as `rule` says.
    pub async fn find(
        &self,
        tenant: TenantId,
        realm: &Arc<str>,
        claims: &Claims,
        rule: LinkRule,
    ) -> Result<Found, DbErr> {
        let now = self.clock.now();
        // Read before the person: if a change commits in between, the cached row has an old generation and is read
        // again.
        let generation = self.generation.current();
        let key = (tenant, Arc::clone(realm), claims.subject.clone());
        if let Some(cached) = self.cache.get(&key)
            && cached.generation == generation
            && now < cached.read_at + MAX_AGE
            && (cached.said.0 == claims.service
                && (cached.said.1 == claims.person || matches!(cached.found, Found::Person(_))))
        {
            return Ok(cached.found);
        }
        // Boxed: nearly all identities are remembered, and the future of every request would have room for this.
        let found = Box::pin(self.read(tenant, realm, claims, rule)).await?;
        let said = (claims.service, claims.person.clone());
        self.cache.insert(key, Cached { found, said, read_at: now, generation });
        Ok(found)
    }

    /// Whether the tenant has had no linked HR admin and no import by a service yet.
    pub async fn is_unopened(&self, tenant: TenantId) -> Result<bool, DbErr> {
        links::is_unopened(&self.db, tenant).await
    }

    async fn read(
        &self,
        tenant: TenantId,
        realm: &str,
        claims: &Claims,
        rule: LinkRule,
    ) -> Result<Found, DbErr> {
        if let Some(link) = links::find(&self.db, &self.secrets, tenant, realm, &claims.subject).await? {
            if link.unlinked_at.is_some() {
                return Ok(Found::Unlinked);
            }
            if claims.service {
                return Ok(Found::Conflict);
            }
            return self.opened(tenant, claims, link.opened_at, link.person()).await;
        }
        if claims.service {
            return Ok(Found::Service);
        }
        let name = match &claims.person {
            PersonName::Given(name) => name,
            PersonName::Missing => return Ok(Found::Stranger(Stranger::NoClaim)),
            PersonName::Unverified => return Ok(Found::Stranger(Stranger::Unverified)),
        };
        let Some(wanted) = Match::of(rule.field, name) else {
            return Ok(Found::Stranger(Stranger::Unknown));
        };
        let matches = links::list_matches(&self.db.reader(tenant), &wanted).await?;
        let Some(person) = links::only(&matches) else {
            let why = if matches.is_empty() { Stranger::Unknown } else { Stranger::Ambiguous };
            return Ok(Found::Stranger(why));
        };
        if person.linked_by.is_none() {
            if !rule.by_name {
                return Ok(Found::Stranger(Stranger::NotByName));
            }
            let now = self.clock.now();
            links::create(&self.db, &self.ids, tenant, (realm, claims), &wanted, now).await?;
        }
        // The link that is there now decides. It may be that of another call of this identity at the same time.
        match links::find(&self.db, &self.secrets, tenant, realm, &claims.subject).await? {
            Some(link) if link.unlinked_at.is_none() => {
                self.opened(tenant, claims, link.opened_at, link.person()).await
            }
            _ => Ok(Found::Conflict),
        }
    }

    /// Notes that a linked HR admin has called, which ends the tenant's first hour.
    async fn opened(
        &self,
        tenant: TenantId,
        claims: &Claims,
        opened_at: Option<DateTime<Utc>>,
        person: Person,
    ) -> Result<Found, DbErr> {
        if claims.hr_admin && person.active && opened_at.is_none() {
            links::open_tenant(&self.db, tenant, self.clock.now()).await?;
        }
        Ok(Found::Person(person))
    }
}
