//! What every request may need, made once.

use std::{
    collections::HashSet,
    ops::Deref,
    sync::{Arc, Mutex, PoisonError},
};

use sea_orm::DbErr;
use tokio_util::sync::CancellationToken;

use crate::{
    auth::Gate,
    clock::Clock,
    config::{AuthConfig, BadSetting, WebhookSettings},
    db::Database,
    ids::{Ids, PersonId, TenantId},
    record::Change,
    telemetry::metrics::Metrics,
    webhooks,
};

/// Shared by all workers; cheap to clone.
#[derive(Clone)]
pub struct State {
    pub core: Core,
    pub gate: Gate,
    pub in_flight: InFlight,
}

/// What work needs that no request has asked for.
#[derive(Clone, Debug)]
pub struct Core {
    pub db: Database,
    pub clock: Clock,
    pub ids: Ids,
    pub metrics: Arc<Metrics>,
    /// Cancelled when the service is told to stop: whoever waits for something need not wait any longer.
    pub stopping: CancellationToken,
    pub webhooks: WebhookSettings,
}

impl Core {
    pub fn new(db: Database, clock: Clock) -> Self {
        let ids = Ids::new(clock.clone());
        let metrics = Arc::new(Metrics::new(db.clone(), webhooks::OUTCOMES));
        let (stopping, webhooks) = (CancellationToken::new(), WebhookSettings::default());
        Self { db, clock, ids, metrics, stopping, webhooks }
    }
}

impl Core {
    /// Begins a change of the tenant's rows, which `actor` makes: none for a service and for what falls due with time.
    pub async fn begin(&self, tenant: TenantId, actor: Option<PersonId>) -> Result<Change, DbErr> {
        Ok(Change::new(self.db.begin(tenant).await?, self.ids.clone(), actor, self.clock.now()))
    }
}

impl State {
    /// `rate_limit` is in requests a minute of one caller; 0 sets none.
    pub fn new(core: Core, auth: &AuthConfig, rate_limit: u32) -> Result<Self, BadSetting> {
        let gate = Gate::new(auth, rate_limit, core.clock.clone())?;
        Ok(Self { core, gate, in_flight: InFlight::default() })
    }
}

impl Deref for State {
    type Target = Core;

    fn deref(&self) -> &Core {
        &self.core
    }
}

/// The keys of requests that are being carried out in this process.
#[derive(Clone, Debug, Default)]
pub struct InFlight(Arc<Mutex<HashSet<(TenantId, String, String)>>>);

/// Holds a key until it is dropped.
pub struct Held<'a> {
    keys: &'a InFlight,
    key: (TenantId, String, String),
}

impl InFlight {
    pub fn hold(&self, key: (TenantId, String, String)) -> Option<Held<'_>> {
        let mut keys = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // Made only when it is to be kept: dropping one lets its key go.
        keys.insert(key.clone()).then(|| Held { keys: self, key })
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        self.keys.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.key);
    }
}
