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
use sea_orm::DbErr;
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
    /// expired, in the database and there. With `worker`, also does what one process of the installation has to do.
    /// SIGTERM and SIGINT stop the tasks, and `server` after its drain time.
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
        background.every(PURGE_EVERY, core, Task::Tidy, "deleting what has expired failed", move |core| {
            purge(core, authenticator.clone(), config.clone())
        });
        background
    }

    fn work(&mut self, core: &Core, config: &EventsConfig) {
        let (waiting, worker) = (core.clone(), Worker::new(core.clone()));
        self.tasks.spawn(async move {
            waiting.until_migrated().await;
            worker.run().await;
        });
        let (kept, stale_after) = (config.leaver_retention, config.plan_stale_after);
        self.every(
            REMIND_EVERY,
            core,
            Task::Reminders,
            "reporting what is due failed",
            move |core| async move { reminders::step(&core, stale_after).await },
        );
        self.every(SEAL_EVERY, core, Task::Audit, "sealing the audit log failed", |core| async move {
            audit::seal(&core).await
        });
        self.every(MEASURE_EVERY, core, Task::Figures, "measuring the backlog failed", |core| async move {
            installation::measure_backlog(&core).await
        });
        self.every(COUNT_EVERY, core, Task::Totals, "counting totals failed", |core| async move {
            installation::count_totals(&core).await
        });
        self.every(PURGE_EVERY, core, Task::Secrets, "encrypting webhook secrets failed", encrypt_secrets);
        let failure = "checking how far the audit logs are sealed failed";
        self.every(PURGE_EVERY, core, Task::AuditHeads, failure, |core| async move {
            audit::mend_heads(&core).await
        });
        let failure = "erasing people who had left failed";
        self.every(PURGE_EVERY, core, Task::Leavers, failure, move |core| async move {
            privacy::retention::erase_leavers(&core, kept).await
        });
    }

    /// Runs `work`, records how it went, then waits for `pause`, until the process is told to stop. Begins once the
    /// schema is up to date, and a moment after the task before: if all began at once, each would open a connection of
    /// its own.
    fn every<F, T, E>(
        &mut self,
        pause: Duration,
        core: &Core,
        task: Task,
        failure: &'static str,
        mut work: impl FnMut(Core) -> F + Send + 'static,
    ) where
        F: Future<Output = Result<T, E>> + Send + 'static,
        T: Send,
        E: Display + Send,
    {
        let (core, moment) = (core.clone(), BEGIN_APART * self.periodic);
        self.periodic += 1;
        self.tasks.spawn(async move {
            core.until_migrated().await;
            core.pause(moment).await;
            while !core.stopping.is_cancelled() {
                let outcome = work(core.clone()).await;
                record(&core, task, outcome, failure);
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

async fn encrypt_secrets(core: Core) -> Result<(), DbErr> {
    let count = webhooks::encrypt_all(&core).await?;
    if count > 0 {
        tracing::info!(count, "webhook secrets are encrypted with the first key now");
    }
    Ok(())
}

/// Counts a run in the metrics, and logs a failure.
fn record<T>(core: &Core, task: Task, outcome: Result<T, impl Display>, failure: &str) {
    core.metrics.record_run(task, outcome.is_ok(), core.clock.now());
    if let Err(error) = outcome {
        tracing::warn!(cause = %error, "{failure}");
    }
}

/// Deletes what has expired. What cannot be deleted does not keep the rest.
async fn purge(core: Core, authenticator: Option<Authenticator>, config: EventsConfig) -> Result<(), String> {
    if let Some(authenticator) = authenticator {
        authenticator.purge_idle();
    }
    let (now, audit_kept) = (core.clock.now(), config.audit_retention);
    let deleted = [
        ("idempotency records", requests::delete_expired_answers(&core.db, now).await),
        (
            "events and deliveries",
            privacy::retention::delete_events(&core.db, config.event_retention, now).await,
        ),
        (
            "audit records",
            if audit_kept.is_zero() { Ok(0) } else { audit::delete_expired(&core, now - audit_kept).await },
        ),
    ];
    // So that the log does not contain what was deleted for long.
    let emptied = core.db.truncate_log().await.map(|()| 0);
    let outcomes = deleted.into_iter().chain([("emptying the write-ahead log", emptied)]);
    let failures: Vec<String> =
        outcomes.filter_map(|(what, outcome)| Some(format!("{what}: {}", outcome.err()?))).collect();
    if failures.is_empty() { Ok(()) } else { Err(failures.join("; ")) }
}
