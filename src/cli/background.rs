//! Background work: sending webhooks, reporting what is due, measuring the backlog, deleting what has expired.

use std::{fmt::Display, future::Future, time::Duration};

use actix_web::dev::ServerHandle;
use groundwork::{
    audit,
    auth::Authenticator,
    config::EventsConfig,
    health, installation, privacy, reminders, requests,
    state::Core,
    telemetry::metrics::Task,
    webhooks::{self, Worker},
};
use tokio::{
    signal::unix::{Signal, SignalKind, signal},
    task::JoinSet,
};

/// How often due items are looked for.
const REMIND_EVERY: Duration = Duration::from_secs(15);

/// How often readiness is checked and the backlog measured.
const MEASURE_EVERY: Duration = Duration::from_secs(15);

/// How often it is looked whether keys of issuers have to be fetched.
const REFRESH_KEYS_EVERY: Duration = Duration::from_secs(5);

/// How often a database is looked at whose schema is not up to date.
const AWAIT_MIGRATION_EVERY: Duration = Duration::from_secs(1);

/// How often the totals are counted.
const COUNT_EVERY: Duration = Duration::from_secs(60);

/// How often the reads that were noted are written. A process that is killed loses as much of them.
const FLUSH_EVERY: Duration = Duration::from_secs(1);

/// How often the audit log is sealed.
const SEAL_EVERY: Duration = Duration::from_secs(30);

/// How often expired rows are deleted.
const PURGE_EVERY: Duration = Duration::from_secs(600);

/// How long after one periodic task the next begins.
const BEGIN_APART: Duration = Duration::from_millis(50);

/// Tasks that end when the process is told to stop, after finishing the step they are in.
pub struct Background {
    tasks: JoinSet<()>,
    /// How many periodic tasks there are.
    periodic: u32,
}

impl Background {
    /// Starts what every process does: checks readiness, keeps the keys of `authenticator` fresh, and deletes what has
    /// expired, in the database and there. With `worker`, also sends webhooks, reports what is due and measures the
    /// installation. SIGTERM and SIGINT stop the tasks, and `server` after its drain time.
    pub fn start(
        core: &Core,
        authenticator: Option<Authenticator>,
        config: &EventsConfig,
        server: Option<(ServerHandle, Duration)>,
        worker: bool,
    ) -> Self {
        let mut tasks = JoinSet::new();
        // Before the process reports that it runs, because from then on it may be signalled.
        match (signal(SignalKind::terminate()), signal(SignalKind::interrupt())) {
            (Ok(terminate), Ok(interrupt)) => {
                tasks.spawn(stop_when_told(core.clone(), server, terminate, interrupt));
            }
            (Err(error), _) | (_, Err(error)) => {
                tracing::warn!(cause = %error, "cannot listen for SIGTERM and SIGINT");
            }
        }
        tasks.spawn(watch_readiness(core.clone()));
        if let Some(authenticator) = authenticator.clone() {
            tasks.spawn(refresh_keys(core.clone(), authenticator));
        }
        tasks.spawn(write_reads(core.clone()));
        let mut background = Self { tasks, periodic: 0 };
        if worker {
            background.work(core, config);
        }
        let config = config.clone();
        background.every(PURGE_EVERY, core, move |core| purge(core, authenticator.clone(), config.clone()));
        background
    }

    fn work(&mut self, core: &Core, config: &EventsConfig) {
        let (waiting, worker) = (core.clone(), Worker::new(core.clone()));
        self.tasks.spawn(async move {
            waiting.until_migrated().await;
            worker.run().await;
        });
        let (kept, stale_after) = (config.leaver_retention, config.plan_stale_after);
        self.every(REMIND_EVERY, core, move |core| remind(core, stale_after));
        self.every(SEAL_EVERY, core, seal);
        self.every(MEASURE_EVERY, core, measure_backlog);
        self.every(COUNT_EVERY, core, count_totals);
        self.every(PURGE_EVERY, core, encrypt_secrets);
        self.every(PURGE_EVERY, core, mend_heads);
        self.every(PURGE_EVERY, core, move |core| erase_leavers(core, kept));
    }

    /// Runs `work`, then waits for `pause`, until the process is told to stop. Begins once the schema is up to date,
    /// and a moment after the task before: if all began at once, each would open a connection of its own.
    fn every<F>(&mut self, pause: Duration, core: &Core, mut work: impl FnMut(Core) -> F + Send + 'static)
    where
        F: Future<Output = ()> + Send + 'static,
    {
        let (core, moment) = (core.clone(), BEGIN_APART * self.periodic);
        self.periodic += 1;
        self.tasks.spawn(async move {
            core.until_migrated().await;
            core.pause(moment).await;
            while !core.stopping.is_cancelled() {
                work(core.clone()).await;
                core.pause(pause).await;
            }
        });
    }

    pub async fn end(self) {
        self.tasks.join_all().await;
    }
}

/// Stops everything on a signal. After SIGTERM the server accepts requests for the drain time, so that a load balancer
/// notices, and then finishes the running ones. SIGINT ends it at once, even while it drains.
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

/// Checks readiness for the metrics; every second until the schema is up to date, since requests are refused meanwhile.
async fn watch_readiness(core: Core) {
    while !core.stopping.is_cancelled() {
        // The reason why the service is not ready has been logged already.
        let _ = health::check(&core).await;
        let pause = if core.is_migrated() { MEASURE_EVERY } else { AWAIT_MIGRATION_EVERY };
        core.pause(pause).await;
    }
}

/// Fetches keys of issuers before they are needed, and again before they are too old.
async fn refresh_keys(core: Core, authenticator: Authenticator) {
    while !core.stopping.is_cancelled() {
        authenticator.refresh_keys();
        core.pause(REFRESH_KEYS_EVERY).await;
    }
}

/// Writes the reads that were noted, each second or when there are many.
async fn write_reads(core: Core) {
    core.until_migrated().await;
    while !core.stopping.is_cancelled() {
        tokio::select! {
            () = tokio::time::sleep(FLUSH_EVERY) => {}
            () = core.reads.has_many() => {}
            () = core.stopping.cancelled() => {}
        }
        flush_reads(&core).await;
    }
}

/// Writes the reads that were noted.
pub async fn flush_reads(core: &Core) {
    record(core, Task::Reads, core.flush_reads().await, "writing the records of reads failed");
}

async fn seal(core: Core) {
    record(&core, Task::Audit, audit::seal(&core).await, "sealing the audit log failed");
}

/// Looks for audit logs that something other than the service has changed.
async fn mend_heads(core: Core) {
    if let Err(error) = audit::mend_heads(&core).await {
        tracing::warn!(cause = %error, "checking how far the audit logs are sealed failed");
    }
}

async fn measure_backlog(core: Core) {
    let measured = installation::measure_backlog(&core).await;
    record(&core, Task::Figures, measured, "measuring the backlog failed");
}

async fn count_totals(core: Core) {
    let counted = installation::count_totals(&core).await;
    record(&core, Task::Figures, counted, "counting totals failed");
}

async fn encrypt_secrets(core: Core) {
    match webhooks::encrypt_all(&core).await {
        Ok(0) => {}
        Ok(count) => tracing::info!(count, "webhook secrets are encrypted with the first key now"),
        Err(error) => tracing::warn!(cause = %error, "encrypting webhook secrets failed"),
    }
}

async fn remind(core: Core, stale_after: Duration) {
    let reminded = reminders::step(&core, stale_after).await;
    record(&core, Task::Reminders, reminded, "reporting what is due failed");
}

/// Counts a run in the metrics, and logs a failure.
fn record<T>(core: &Core, task: Task, outcome: Result<T, impl Display>, failure: &str) {
    core.metrics.record_run(task, outcome.is_ok(), core.clock.now());
    if let Err(error) = outcome {
        tracing::warn!(cause = %error, "{failure}");
    }
}

async fn purge(core: Core, authenticator: Option<Authenticator>, config: EventsConfig) {
    if let Some(authenticator) = authenticator {
        authenticator.purge_idle();
    }
    let now = core.clock.now();
    let mut succeeded = true;
    for (what, deleted) in [
        ("idempotency records", requests::delete_expired_answers(&core.db, now).await),
        (
            "events and deliveries",
            privacy::retention::delete_events(&core.db, config.event_retention, now).await,
        ),
    ] {
        if let Err(error) = &deleted {
            tracing::warn!(cause = %error, "deleting old {what} failed");
        }
        succeeded &= deleted.is_ok();
    }
    if !config.audit_retention.is_zero() {
        let deleted = audit::delete_expired(&core, now - config.audit_retention).await;
        if let Err(error) = &deleted {
            tracing::warn!(cause = %error, "deleting old audit records failed");
        }
        succeeded &= deleted.is_ok();
    }
    // So that the log does not contain what was deleted for long.
    if let Err(error) = core.db.truncate_log().await {
        tracing::warn!(cause = %error, "emptying the write-ahead log failed");
    }
    core.metrics.record_run(Task::Tidy, succeeded, now);
}

/// Erases people who left long ago.
async fn erase_leavers(core: Core, kept: Option<Duration>) {
    match privacy::retention::erase_leavers(&core, kept).await {
        Ok(0) => {}
        Ok(count) => tracing::info!(count, "erased people who had left"),
        Err(error) => tracing::warn!(cause = %error, "erasing people who had left failed"),
    }
}
