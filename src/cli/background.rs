//! What goes on without anybody asking: sending webhooks, noticing what is due, clearing away what is old.

use std::{future::Future, time::Duration};

use actix_web::dev::ServerHandle;
use groundwork::{
    auth::Authenticator,
    config::EventsConfig,
    events, health, installation, reminders, requests,
    state::Core,
    telemetry::metrics::Task,
    webhooks::{self, Worker},
};
use sea_orm::DbErr;
use tokio::{
    signal::unix::{Signal, SignalKind, signal},
    task::JoinSet,
};

/// How often what has become due is looked for.
const REMIND_EVERY: Duration = Duration::from_secs(15);

/// How often what waits is looked at, and whether the service is ready.
const LOOK_EVERY: Duration = Duration::from_secs(15);

/// How often everything is counted.
const COUNT_EVERY: Duration = Duration::from_secs(60);

/// How often what is no longer needed is cleared away.
const TIDY_EVERY: Duration = Duration::from_secs(600);

/// Work that ends when the service stops, having finished what it has begun.
pub struct Background(JoinSet<()>);

impl Background {
    /// Clears away what is old, and the callers that `authenticator` remembers. Once the process is told to stop,
    /// everybody is, and the server is stopped after the time that it is given.
    pub fn start(
        core: &Core,
        authenticator: Option<Authenticator>,
        config: &EventsConfig,
        server: Option<(ServerHandle, Duration)>,
    ) -> Self {
        let mut tasks = JoinSet::new();
        // Before anybody is told that the process runs: whoever knows may tell it to stop.
        match (signal(SignalKind::terminate()), signal(SignalKind::interrupt())) {
            (Ok(terminate), Ok(interrupt)) => {
                tasks.spawn(stop_when_told(core.clone(), server, terminate, interrupt));
            }
            (Err(error), _) | (_, Err(error)) => {
                tracing::warn!(cause = %error, "signals cannot be listened to");
            }
        }
        let work = core.clone();
        tasks.spawn(every(LOOK_EVERY, core.clone(), move || look(work.clone())));
        let (work, retention) = (core.clone(), config.event_retention);
        tasks.spawn(every(TIDY_EVERY, core.clone(), move || {
            tidy(work.clone(), authenticator.clone(), retention)
        }));
        Self(tasks)
    }

    /// Sends webhooks and tells of what is due.
    pub fn work(&mut self, core: &Core, config: &EventsConfig) {
        self.0.spawn(Worker::new(core.clone()).run());
        let (work, stale_after) = (core.clone(), config.plan_stale_after);
        self.0.spawn(every(REMIND_EVERY, core.clone(), move || remind(work.clone(), stale_after)));
        let work = core.clone();
        self.0.spawn(every(LOOK_EVERY, core.clone(), move || look_at_backlog(work.clone())));
        let work = core.clone();
        self.0.spawn(every(COUNT_EVERY, core.clone(), move || count(work.clone())));
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

/// SIGTERM lets the server take requests for some time yet, until whoever sends them has noticed, and finish them.
/// SIGINT ends it at once, also while it waits for that.
async fn stop_when_told(
    core: Core,
    server: Option<(ServerHandle, Duration)>,
    mut terminate: Signal,
    mut interrupt: Signal,
) {
    let mut gracefully = tokio::select! {
        _ = terminate.recv() => true,
        _ = interrupt.recv() => false,
        () = core.stopping.cancelled() => return,
    };
    core.stopping.cancel();
    if let Some((server, drain)) = server {
        if gracefully {
            gracefully = tokio::time::timeout(drain, interrupt.recv()).await.is_err();
        }
        server.stop(gracefully).await;
    }
}

async fn look(core: Core) {
    // Why the service is not ready is logged where that is found out.
    let _ = health::look(&core).await;
}

async fn look_at_backlog(core: Core) {
    let looked = installation::measure_backlog(&core).await;
    done(&core, Task::Figures, looked, "what waits could not be looked at");
}

async fn count(core: Core) {
    let counted = installation::count_totals(&core).await;
    done(&core, Task::Figures, counted, "what there is could not be counted");
}

async fn remind(core: Core, stale_after: Duration) {
    let reminded = reminders::step(&core, stale_after).await;
    done(&core, Task::Reminders, reminded, "what is due could not be looked at");
}

/// Takes note of how a task went.
fn done<T>(core: &Core, task: Task, outcome: Result<T, DbErr>, fault: &str) {
    core.metrics.record_run(task, outcome.is_ok(), core.clock.now());
    if let Err(error) = outcome {
        tracing::warn!(cause = %error, "{fault}");
    }
}

async fn tidy(core: Core, authenticator: Option<Authenticator>, retention: Duration) {
    if let Some(authenticator) = authenticator {
        authenticator.purge_idle();
    }
    let now = core.clock.now();
    let old = now - retention;
    let mut well = true;
    for (what, cleared) in [
        ("answers kept for retries", requests::delete_expired_answers(&core.db, now).await),
        ("events", events::store::forget_events(&core.db, old).await),
        ("deliveries", webhooks::store::forget_deliveries(&core.db, old).await),
    ] {
        if let Err(error) = &cleared {
            tracing::warn!(cause = %error, "old {what} could not be cleared away");
        }
        well &= cleared.is_ok();
    }
    core.metrics.record_run(Task::Tidy, well, now);
}
