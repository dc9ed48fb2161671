//! What every request may need, made once.

use tokio_util::sync::CancellationToken;

use crate::{
    auth::Gate,
    clock::Clock,
    config::{AuthConfig, BadSetting},
    db::Database,
    http::idempotency::InFlight,
    ids::Ids,
};

/// Shared by all workers; cheap to clone.
#[derive(Clone)]
pub struct State {
    pub db: Database,
    pub clock: Clock,
    pub ids: Ids,
    pub gate: Gate,
    pub in_flight: InFlight,
    /// Cancelled when the service is told to stop: whoever waits for something need not wait any longer.
    pub stopping: CancellationToken,
}

impl State {
    /// `rate_limit` is in requests a minute of one caller; 0 sets none.
    pub fn new(db: Database, auth: &AuthConfig, rate_limit: u32, clock: Clock) -> Result<Self, BadSetting> {
        Ok(Self {
            db,
            gate: Gate::new(auth, rate_limit, clock.clone())?,
            ids: Ids::new(clock.clone()),
            clock,
            in_flight: InFlight::default(),
            stopping: CancellationToken::new(),
        })
    }
}
