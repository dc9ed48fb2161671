//! Finds the person that a token's subject names, and remembers people for some seconds.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use chrono::{DateTime, Duration, Utc};
use chrono_tz::Tz;
use quick_cache::sync::Cache;
use sea_orm::{DbErr, FromQueryResult};

use crate::{
    clock::Clock,
    config::PersonMatch,
    db::{Database, Read},
    ids::{PersonId, TenantId},
};

/// Maximum age of a cached person. Another process may change the person in this time.
const MAX_AGE: Duration = Duration::seconds(5);
/// How many people are remembered.
const CAPACITY: usize = 20_000;

/// Counts the changes of people that this process has committed, so that people read before are read again.
/// Clones share the count.
#[derive(Clone, Debug, Default)]
pub struct PeopleGeneration(Arc<AtomicU64>);

impl PeopleGeneration {
    /// To be called after each commit that changed people.
    pub fn advance(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    /// The present count. Read it before what is remembered.
    pub fn current(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// What requests need to know of the person who sends them.
#[derive(Clone, Copy, Debug)]
pub struct Person {
    pub id: PersonId,
    pub zone: Tz,
    pub active: bool,
}

/// The people of all tenants, by the subject of their tokens.
pub struct People {
    db: Database,
    person_match: PersonMatch,
    clock: Clock,
    generation: PeopleGeneration,
    cache: Cache<(TenantId, String), Cached>,
}

/// None is remembered as well: the subject of a service's token names no person.
#[derive(Clone, Copy)]
struct Cached {
    person: Option<Person>,
    read_at: DateTime<Utc>,
    generation: u64,
}

impl People {
    pub fn new(db: Database, person_match: PersonMatch, clock: Clock, generation: PeopleGeneration) -> Self {
        Self { db, person_match, clock, generation, cache: Cache::new(CAPACITY) }
    }

    /// The person that `subject` names, at most five seconds old.
    pub async fn find(&self, tenant: TenantId, subject: &str) -> Result<Option<Person>, DbErr> {
        let now = self.clock.now();
        // Read before the person: if a change commits in between, the cached row has an old generation and is read
        // again.
        let generation = self.generation.current();
        let key = (tenant, subject.to_owned());
        if let Some(cached) = self.cache.get(&key)
            && cached.generation == generation
            && now < cached.read_at + MAX_AGE
        {
            return Ok(cached.person);
        }
        let person = self.read(tenant, subject).await?;
        self.cache.insert(key, Cached { person, read_at: now, generation });
        Ok(person)
    }

    async fn read(&self, tenant: TenantId, subject: &str) -> Result<Option<Person>, DbErr> {
        #[derive(FromQueryResult)]
        struct Row {
            id: PersonId,
            time_zone: String,
            active: bool,
        }
        let (column, value) = match self.person_match {
            PersonMatch::UserName => ("user_name", subject.into()),
            PersonMatch::ExternalId => ("external_id", subject.into()),
            PersonMatch::Email => ("email", subject.into()),
            PersonMatch::Id => match subject.parse::<PersonId>() {
                Ok(id) => ("id", id.into()),
                Err(_) => return Ok(None),
            },
        };
        let sql = format!(
            "select id, time_zone, active from people where tenant_id = $1 and {column} = $2 limit 2"
        );
        let rows = self.db.reader(tenant).list::<Row>(&sql, [value]).await?;
        // Email addresses need not be unique. One that two people share identifies neither.
        let [row] = rows.as_slice() else { return Ok(None) };
        Ok(Some(Person { id: row.id, zone: row.time_zone.parse().unwrap_or(Tz::UTC), active: row.active }))
    }
}
