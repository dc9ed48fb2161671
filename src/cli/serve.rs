//! `groundwork serve`.

use std::time::Duration;

use anyhow::Context as _;
use groundwork::{
    app,
    clock::Clock,
    config::{AuthConfig, DatabaseConfig, EventsConfig, HttpConfig, LogConfig},
    db::Engine,
    events, reminders,
    state::State,
    telemetry,
};
use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;

/// How often what is no longer needed is cleared away.
const TIDY_EVERY: Duration = Duration::from_secs(600);

/// How often what has become due is looked for.
const REMIND_EVERY: Duration = Duration::from_secs(15);

#[derive(clap::Args)]
pub struct Serve {
    #[command(flatten)]
    database: DatabaseConfig,

    /// Bring the schema of a PostgreSQL database up to date first; SQLite's always is
    #[arg(long, env = "GROUNDWORK_MIGRATE", help_heading = "Database")]
    migrate: bool,

    #[command(flatten)]
    auth: AuthConfig,

    #[command(flatten)]
    http: HttpConfig,

    #[command(flatten)]
    events: EventsConfig,

    #[command(flatten)]
    log: LogConfig,
}

impl Serve {
    pub async fn run(self) -> anyhow::Result<()> {
        telemetry::init(&self.log)?;
        self.auth.key_source()?;
        let engine = self.database.engine()?;
        let db = super::open(&self.database).await?;
        if self.migrate || engine == Engine::Sqlite {
            db.migrate(|step| tracing::info!(step, "changing the schema")).await?;
        }
        let state = State::new(db.clone(), &self.auth, self.http.rate_limit, Clock::system())?;
        let (server, address) = app::server(state.clone(), &self.http, true)
            .with_context(|| format!("{} cannot be listened on; check GROUNDWORK_BIND", self.http.bind))?;
        tracing::info!(%address, "serving; the documentation is at /docs");
        let tidying = actix_web::rt::spawn(tidy(state.clone(), self.events.event_retention));
        let reminding = actix_web::rt::spawn(remind(state.clone(), self.events.plan_stale_after));
        let stopping = actix_web::rt::spawn(announce_stop(state.stopping));
        server.await?;
        tidying.abort();
        reminding.abort();
        stopping.abort();
        db.close().await?;
        tracing::info!("stopped");
        Ok(())
    }
}

/// Tells those who wait that the service is about to stop, beside the server, which then waits for them.
async fn announce_stop(stopping: CancellationToken) {
    let mut terminate = match signal(SignalKind::terminate()) {
        Ok(terminate) => terminate,
        Err(error) => return tracing::warn!(cause = %error, "SIGTERM cannot be listened to"),
    };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
    stopping.cancel();
}

/// Records what time brings, for as long as the service runs.
async fn remind(state: State, plan_stale_after: Duration) {
    let mut interval = actix_web::rt::time::interval(REMIND_EVERY);
    loop {
        interval.tick().await;
        if let Err(error) = reminders::step(&state, plan_stale_after).await {
            tracing::warn!(cause = %error, "what is due could not be looked at");
        }
    }
}

/// Clears away what is no longer needed, for as long as the service runs.
async fn tidy(state: State, event_retention: Duration) {
    let mut interval = actix_web::rt::time::interval(TIDY_EVERY);
    loop {
        interval.tick().await;
        state.gate.tidy();
        if let Err(error) = state.db.forget_expired_idempotency_records(state.clock.now()).await {
            tracing::warn!(cause = %error, "answers kept for retries could not be cleared away");
        }
        if let Err(error) = events::store::forget_events(&state.db, state.clock.now() - event_retention).await
        {
            tracing::warn!(cause = %error, "old events could not be cleared away");
        }
    }
}
