//! What requests and background work share, made once at start.

use std::{
    collections::HashSet,
    ops::Deref,
    sync::{Arc, Mutex, PoisonError},
};

use sea_orm::DbErr;
use tokio_util::sync::CancellationToken;

use crate::{
    auth::{Authenticator, CallerLimits, PeopleGeneration},
    clock::Clock,
    config::{AuthConfig, BadSetting, WebhookSettings},
    db::{Database, PoolMetrics},
    http::ProblemKind,
    ids::{Ids, PersonId, TenantId},
    record::Change,
    telemetry::metrics::Metrics,
};

/// What requests need. Cheap to clone; all server threads share it.
#[derive(Clone)]
pub struct State {
    pub core: Core,
    pub authenticator: Authenticator,
    pub in_flight: InFlight,
}

/// What background work needs, and requests as well. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Core {
    pub db: Database,
    pub clock: Clock,
    pub ids: Ids,
    pub metrics: Arc<Metrics>,
    /// Cancelled when the process is told to stop. Everything that waits should then stop waiting.
    pub stopping: CancellationToken,
    pub webhooks: WebhookSettings,
    /// Advanced by each change of people that this process commits.
    pub people_generation: PeopleGeneration,
}

impl Core {
    pub fn new(db: Database, clock: Clock, webhooks: WebhookSettings) -> Self {
        let ids = Ids::new(clock.clone());
        let kinds = ProblemKind::ALL.iter().map(|kind| (kind.about().name, kind.about().status));
        let mut metrics = Metrics::new(kinds);
        metrics.register(PoolMetrics(db.clone()));
        Self {
            db,
            clock,
            ids,
            metrics: Arc::new(metrics),
            stopping: CancellationToken::new(),
            webhooks,
            people_generation: PeopleGeneration::default(),
        }
    }
}

impl Core {
    /// Begins a transaction for a change of the tenant's rows by `actor`: none for services and scheduled work.
    pub async fn begin(&self, tenant: TenantId, actor: Option<PersonId>) -> Result<Change, DbErr> {
        let txn = self.db.begin(tenant).await?;
        let (ids, now, generation) = (self.ids.clone(), self.clock.now(), self.people_generation.clone());
        Ok(Change::new(txn, ids, actor, now, generation))
    }
}

impl State {
    pub fn new(core: Core, auth: &AuthConfig, limits: CallerLimits) -> Result<Self, BadSetting> {
        let (db, clock, generation) = (core.db.clone(), core.clock.clone(), core.people_generation.clone());
        let authenticator = Authenticator::new(auth, limits, db, clock, core.ids.clone(), generation)?;
        Ok(Self { core, authenticator, in_flight: InFlight::default() })
    }
}

impl Deref for State {
    type Target = Core;

    fn deref(&self) -> &Core {
        &self.core
    }
}

/// The idempotency keys of requests that are running in this process.
#[derive(Clone, Debug, Default)]
pub struct InFlight(Arc<Mutex<HashSet<(TenantId, String, String)>>>);

/// Holds a key until it is dropped.
pub struct Held<'a> {
    keys: &'a InFlight,
    key: (TenantId, String, String),
}

impl InFlight {
    /// Holds a key; none if it is held already.
    pub fn hold(&self, key: (TenantId, String, String)) -> Option<Held<'_>> {
        let mut keys = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // `then` rather than `then_some`: a `Held` that is made and dropped would release the other request's key.
        keys.insert(key.clone()).then(|| Held { keys: self, key })
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        self.keys.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.key);
    }
}
