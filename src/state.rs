//! What every request may need, made once.

use crate::{auth::Gate, clock::Clock, db::Database, http::idempotency::InFlight, ids::Ids};

/// Shared by all workers; cheap to clone.
#[derive(Clone)]
pub struct State {
    pub db: Database,
    pub clock: Clock,
    pub ids: Ids,
    pub gate: Gate,
    pub in_flight: InFlight,
}
