//! What requests and background work share, made once at start.

use std::{ops::Deref, sync::Arc};

use tokio_util::sync::CancellationToken;

use crate::{
    auth::{Authenticator, CallerLimits, PeopleGeneration},
    clock::Clock,
    config::{AuthConfig, BadSetting, WebhookSettings},
    db::{Database, PoolMetrics},
    http::{Kind, idempotency::InFlight},
    ids::Ids,
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
    /// To be advanced after each commit that changed people.
    pub people_generation: PeopleGeneration,
}

impl Core {
    pub fn new(db: Database, clock: Clock, webhooks: WebhookSettings) -> Self {
        let ids = Ids::new(clock.clone());
        let kinds = Kind::ALL.iter().map(|kind| (kind.about().name, kind.about().status));
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

impl State {
    pub fn new(core: Core, auth: &AuthConfig, limits: CallerLimits) -> Result<Self, BadSetting> {
        let (db, clock, generation) = (core.db.clone(), core.clock.clone(), core.people_generation.clone());
        let authenticator = Authenticator::new(auth, limits, db, clock, generation)?;
        Ok(Self { core, authenticator, in_flight: InFlight::default() })
    }
}

impl Deref for State {
    type Target = Core;

    fn deref(&self) -> &Core {
        &self.core
    }
}
