//! What every request may need, made once.

use std::{ops::Deref, sync::Arc};

use tokio_util::sync::CancellationToken;

use crate::{
    auth::Gate,
    clock::Clock,
    config::{AuthConfig, BadSetting, WebhookSettings},
    db::Database,
    http::idempotency::InFlight,
    ids::Ids,
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
