//! What goes on without anybody asking: sending webhooks, noticing what is due, clearing away what is old.

use std::{future::Future, time::Duration};

use groundwork::{
    auth::Gate, config::EventsConfig, events, reminders, state::Core, webhooks, webhooks::Worker,
};
use tokio::{
    signal::unix::{SignalKind, signal},
    task::JoinSet,
};

/// How often what has become due is looked for.
const REMIND_EVERY: Duration = Duration::from_secs(15);

/// How often what is no longer needed is cleared away.
const TIDY_EVERY: Duration = Duration::from_secs(600);

/// Work that ends when the service stops, having finished what it has begun.
pub struct Background(JoinSet<()>);

impl Background {
    /// Clears away what is old, and what callers have left behind at `gate`; announces that the service stops.
    pub fn start(core: &Core, gate: Option<Gate>, config: &EventsConfig) -> Self {
        let mut tasks = JoinSet::new();
        tasks.spawn(announce_stop(core.clone()));
        let (work, retention) = (core.clone(), config.event_retention);
        tasks.spawn(every(TIDY_EVERY, core.clone(), move || tidy(work.clone(), gate.clone(), retention)));
        Self(tasks)
    }

    /// Sends webhooks and tells of what is due.
    pub fn work(&mut self, core: &Core, config: &EventsConfig) {
        self.0.spawn(Worker::new(core.clone()).run());
        let (work, stale_after) = (core.clone(), config.plan_stale_after);
        self.0.spawn(every(REMIND_EVERY, core.clone(), move || remind(work.clone(), stale_after)));
    }

    pub async fn end(self) {
        self.0.join_all().await;
    }
}

/// Does something again and again until the service stops.
async fn every<F: Future<Output = ()>>(pause: Duration, core: Core, mut work: impl FnMut() -> F) {
    while !core.stopping.is_cancelled() {
        work().await;
        let _ = tokio::time::timeout(pause, core.stopping.cancelled()).await;
    }
}

/// Tells everybody that the service is about to stop, beside the server, which then waits for them.
async fn announce_stop(core: Core) {
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = tokio::signal::ctrl_c() => {}
                () = core.stopping.cancelled() => {}
            }
            core.stopping.cancel();
        }
        Err(error) => tracing::warn!(cause = %error, "SIGTERM cannot be listened to"),
    }
}

async fn remind(core: Core, stale_after: Duration) {
    if let Err(error) = reminders::step(&core, stale_after).await {
        tracing::warn!(cause = %error, "what is due could not be looked at");
    }
}

async fn tidy(core: Core, gate: Option<Gate>, retention: Duration) {
    if let Some(gate) = gate {
        gate.tidy();
    }
    core.db.tidy();
    let now = core.clock.now();
    let old = now - retention;
    for (what, cleared) in [
        ("answers kept for retries", core.db.forget_expired_idempotency_records(now).await),
        ("events", events::store::forget_events(&core.db, old).await),
        ("deliveries", webhooks::store::forget_deliveries(&core.db, old).await),
    ] {
        if let Err(error) = cleared {
            tracing::warn!(cause = %error, "old {what} could not be cleared away");
        }
    }
}
